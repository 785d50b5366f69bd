"""The formal elements of a call to many: who is addressed, where to go, when. What it is about is not read."""

from __future__ import annotations

import re
from functools import cache

from aboveboard.text.scripts_of import PACKED

__all__ = ["calls", "names_account"]

_MANY = (
    (
        r"every(?:one|body)|all of (?:you|us)|guys|folks|y'?all|team|army|squad|brigade|friends|people|lads|let'?s|let us|gather|assemble|"
        r"todos|todas|gente|vamos|tout le monde|tous|toutes|alle|leute|lasst uns|freunde|pessoal|galera|tutti|ragazzi|andiamo|iedereen|herkes|arkadaslar|semua|kawan|moi nguoi|ca nha|"
        r"wszyscy|ludzie|alla|vsichni|toti|mindenki|kaikki|все(?:м|х)?|ребята|друзья|народ|давайте|усі|всі|друзі|الجميع|كلكم|جميعا|شباب|هيا|اصدقاء|بياييد|همه|سب|ολοι|כולם|חברים|सब|दोस्तों|모두|여러분|다같이"
    ),
    r"大家|各位|所有人|兄弟们|兄弟們|姐妹们|姐妹們|家人们|家人們|宝宝们|集合|全体|全體|一起|众人|朋友们|みんな|皆さん|全員|集ま|ทุกคน|พวกเรา",
)
_GO = (
    (
        r"go(?:ing)?(?: to)?|head (?:over|to)|meet|visit|raid|flood|swarm|storm|reply|comment|post|write|spam|join|come|tell|drop by|show up|"
        r"vayan|vamos|id|escribid|escriban|comenten|allez|venez|ecrivez|commentez|geht|schreibt|kommentiert|kommt|vao|escrevam|comentem|andate|scrivete|commentate|gaan|ga|schrijf|gidin|yazin|serbu|datangi|komentar|hay vao|vao|"
        r"idzcie|piszcie|ga till|jdete|piste|mergeti|scrieti|menjetek|menkaa|идите|идем|пишите|заходите|комментируйте|напишите|йдіть|пишіть|اذهبوا|ادخلوا|اكتبوا|علقوا|توجهوا|لنذهب|برويد|بنويسيد|جاو|πηγαινετε|γραψτε|לכו|כתבו|जाओ|लिखो|가자|가서|가세요|댓글"
    ),
    r"去|冲|衝|到.{1,20}(?:下面|底下|那里|那裡|主页)|评论|評論|留言|刷|围观|圍觀|集合|出征|行こう|行け|書き込|突撃|コメント|ไป|คอมเมนต์",
)
_WHEN = (
    (
        r"now|tonight|today|at once|right away|immediately|asap|this (?:evening|afternoon|morning)|at \d{1,2}|\d{1,2}[:h.]\d{2}|\d{1,2} ?(?:am|pm|uhr|uur)|"
        r"ahora|ya|hoy|esta noche|maintenant|ce soir|aujourd'hui|jetzt|sofort|heute|agora|hoje|adesso|ora|subito|stasera|oggi|nu|vanavond|simdi|hemen|bugun|sekarang|malam ini|ngay|bay gio|toi nay|"
        r"teraz|dzis|ikvall|ted|hned|acum|most|nyt|сейчас|сегодня|немедленно|срочно|вечером|зараз|сьогодні|الان|الآن|فورا|اليوم|الليلة|حالا|اكنون|امشب|ابھی|τωρα|αποψε|עכשיו|הערב|अभी|आज|지금|당장|오늘"
    ),
    r"现在|現在|马上|馬上|立刻|立即|今晚|今天|今夜|赶紧|趕緊|\d{1,2}[点點时時]|今すぐ|いま|ตอนนี้|เดี๋ยวนี้|คืนนี้",
)


def calls(text: str) -> bool:
    """Tell whether a plain text (`names.claims.plain`) has two of the three elements of a call, one of them where to go or when."""
    told = [bool(_pattern(*words).search(text)) for words in (_MANY, _GO, _WHEN)]
    return sum(told) > 1


@cache
def _pattern(spaced: str, packed: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W{PACKED}])(?:{spaced})(?![^\W{PACKED}])|{packed}")


def names_account(handle: str, account: str) -> str:
    """Return a pattern for RE2 of texts and addresses that name an account: @handle, or an address that ends in its handle or id.

    A name in ASCII ends where a script without spaces goes on: 去@ann那里.
    """
    either = "|".join(re.escape(n) for n in dict.fromkeys((handle, account)) if n)
    more = "[A-Za-z0-9_]" if handle.isascii() else r"[\pL\pN_]"
    end = rf"(?:$|[.\-](?:$|[^{more[1:]})|[^.\-{more[1:]})"
    return rf"(?i)(?:[@＠]|://[^\s]*/@?)(?:{either}){end}"
