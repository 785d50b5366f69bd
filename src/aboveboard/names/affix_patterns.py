"""Words put before or after a name that do not change whose name it is, and the patterns by which they are found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from aboveboard.names.affix_compounds import BACK, DESKS, SECOND_ACCOUNTS, SINGLE, Pair
from aboveboard.names.affix_tongues import GLUED_SYLLABLES
from aboveboard.names.affix_words import SPACED
from aboveboard.names.letters import read_letters

__all__ = ["GLUED", "PACKED", "RETURNS", "Sides", "both", "compounds", "ends", "patterns", "read_word", "sides"]

GLUED = (
    "official", "officiel", "oficial", "offiziell", "ufficiale", "support", "helpdesk", "helpline", "customercare", "customerservice", "service", "services",
    "help", "care", "team", "verified", "real", "theofficial", "online", "soporte", "ayuda", "suporte", "resmi", "destek", "account", "page", "acct",
    "refund", "refunds", "billing", "secure", "recovery", "kefu", "guanfang", "xinhao", "xiaohao", "cs", "login", "giveaway", "airdrop", "helpcenter", "supportteam", "careteam", "serviceclient", "kundenservice",
    "verification", "copyright", "security", "verify", "safety", "layanan", "vip", "hq", "app", "isback", "isbackagain", "backagain", "returns", "reborn", "reloaded", "newaccount", "newacc", "backup", "backupaccount", "again", "elregreso", "cuentanueva", "nuevacuenta", "deretour", "wiederda",
)  # fmt: skip
"""Latin affixes that handles carry without a separator: acmesupport, officialacme."""

PACKED = (
    "官方账号", "网安", "官方客服", "官方认证", "官方微博", "官方旗舰店", "旗舰店", "官方", "官网", "官微", "官号", "官博", "客服中心", "售后服务", "售后客服", "售后", "退税中心", "退税", "退款中心", "退款", "理赔中心", "理赔", "贷款中心", "贷款专员", "贷款", "信用卡中心", "挂号平台", "预约挂号", "预约", "挂号", "安全中心", "客户服务", "客户中心",
    "权威发布", "发布", "小编", "栏目组", "招生办", "招生组", "资助办", "募捐", "反诈中心", "反诈", "反诈组", "网警", "专员", "客服专员", "客服人员", "小姐姐", "客服经理", "投诉", "申诉", "举报中心", "兑奖中心", "领奖中心", "活动中心", "审核",
    "理财", "旗舰客服", "支付客服", "金融客服", "福利", "补贴", "退税", "运营", "事务局", "お届け通知", "お知らせ", "再配達", "還付", "相談窓口", "運営", "運営事務局", "事務局", "公式LINE", "公式通知", "在线客服", "人工客服", "客服", "服务中心", "服务号", "服务热线", "热线", "订阅号", "公众号",
    "认证", "已认证", "正版", "唯一", "本尊", "本人", "真", "大号", "小号", "二号", "三号", "新号", "备用号", "备号", "小小号", "副号", "分号", "账号", "号", "团队", "平台", "中心", "在线", "直播间", "直播", "助手", "小助手",
    "本物", "正規", "本家", "正宗", "正牌", "公式アカウント", "公式", "サポート", "カスタマーサポート", "お客様センター", "お客様サポート", "カスタマーセンター", "窓口", "の",
)  # fmt: skip
"""Affixes of names written without spaces, at either end."""

_BACK = (
    "2.0", "3.0", "2 0", "3 0", "v2", "v3", "ii", "iii", "2nd", "part 2", "new", "the new", "new account", "new acc", "newacc", "again", "back", "back again", "is back", "im back", "i am back",
    "returns", "returned", "return", "the return", "reborn", "reloaded", "revived", "resurrected", "reincarnated", "backup", "back up", "backup account", "alt", "second account", "round 2",
    "回来了", "又回来了", "我回来了", "归来", "王者归来", "回归", "重新开始", "重出江湖", "复活", "重生", "新号", "新账号", "原号被封", "原号已封", "旧号被封", "被封", "大号被封", "又来了", "再来", "转世", "转生",
    "old account banned", "old acc banned", "old one banned", "old account gone", "prev account banned", "restart", "restarted", "reboot", "rebooted", "relaunch", "relaunched", "comeback", "the comeback", "new page",
    "new profile", "new handle", "2nd acc", "2nd account", "second acc", "reserve", "xinhao", "volvió", "regresa", "volvemos", "conta nova", "voltou", "voltamos", "nova", "akun baru", "baru", "kembali", "nowe konto", "wraca", "wróciła",
    "nowy", "новий акаунт", "повернувся", "повернулась", "повернулася", "повернулись", "вернулись", "вернулось", "старый заблокировали", "старый аккаунт заблокирован", "запасной", "резервный", "novy", "vernulsya", "снова с вами", "حساب جدید",
    "اکانت جدید", "بازگشت", "برگشت", "عدنا", "عادت", "رجعنا", "حساب احتياطي", "حساب بديل", "حساب ثان", "חזרנו", "חזרה", "החשבון החדש", "फिर से", "नया अकाउंट", "वापसी", "लौट आया", "নতুন অ্যাকাউন্ট", "ফিরে এসেছে", "புதிய கணக்கு", "மீண்டும்",
    "บัญชีสำรอง", "กลับมาอีกครั้ง", "再開", "予備アカウント", "予備", "前垢凍結", "旧垢凍結", "凍結されました", "備用", "备用", "备用账号", "備用帳號", "備用號", "新帳號", "新帳戶", "新賬號", "重启", "重新开号", "重新开张", "复出", "复播", "再出发", "卷土重来",
    "号没了", "封号重来", "被封重来", "新开", "새계정", "재개", "다시 시작", "돌아온", "부계", "yeniden", "yedek hesap", "kehrt zurück", "neues profil", "revient", "compte de secours", "torna", "nuovo profilo", "è tornata", "νέο προφίλ", "πίσω", "đã trở lại", "acc mới",
    "nuevo", "nueva cuenta", "de vuelta", "volvi", "regreso", "novo", "nova conta", "voltei", "de volta", "nouveau", "nouveau compte", "de retour", "neu", "neuer account", "ist zuruck", "zuruck",
    "новый", "новый аккаунт", "вернулся", "вернулась", "снова", "снова здесь", "عدت", "الجديد", "حساب جديد", "رجعت", "復活", "復帰", "新垢", "サブ垢", "서브", "부계정", "돌아왔다", "재가입", "yeni", "yeni hesap", "geri döndü", "geri dönüş", "trở lại", "quay lại", "tài khoản mới", "ha vuelto", "cuenta nueva", "el regreso", "neues konto", "ist zurück", "wieder da",
    "est de retour", "le retour", "новая страница", "επέστρεψε", "νέος λογαριασμός", "ξανά", "عاد", "الحساب الجديد", "חזר", "חשבון חדש", "वापस", "नया खाता", "กลับมาแล้ว", "กลับมา", "บัญชีใหม่",
    "新アカウント", "帰ってきた", "새 계정", "복귀", "컴백", "volto", "está de volta", "è tornato", "nuovo account", "wrocil", "powrót",
)  # fmt: skip
RETURNS = (*_BACK, *BACK)
"""Ways to say that one is back; each also makes the account an announced return (`sequel`)."""


@cache
def ends() -> tuple[str, ...]:
    """Return what is taken off the end of a name, digits first."""
    spaced, packed, glued = _alternatives()
    return (
        _DIGITS,
        rf"(?: (?:{spaced}))+$",
        rf"(?: ?(?:{packed}))+$",
        rf"^([^ ]{{4,}}?)(?:{glued})+\d*$",
        rf"([\p{{Han}}]{{2,}})(?:vip|v|pro|hr|kf)$|([\p{{Han}}]{{2,}}) [新旧续再正]$|^([^ ]{{{_LONG},}}?)(?:{_AGAIN})$",
    )


@cache
def patterns() -> tuple[str, str]:
    """Return what is taken off the start of a name, and off its end."""
    spaced, packed, glued = _alternatives()
    starts = rf"^(?:(?:{spaced}) )+|^(?:(?:{packed}) ?)+|^(?:{glued})+([a-z][^ ]{{3,}})$|^(?:{_ANEW})([a-z][^ ]{{{_LONG - 1},}})$"
    digits, *rest = ends()
    return starts, "|".join((rest[0], digits, *rest[1:]))


@cache
def _alternatives() -> tuple[str, str, str]:
    """Return the affixes that are written with a space, without one, and glued to Latin letters."""
    words = both((*SPACED, *RETURNS, *SINGLE))
    spaced = "|".join((_any({w for w in words if not _packed(w)}), *compounds((*DESKS, *SECOND_ACCOUNTS), " ")))
    packed = "|".join((_any(_packed_words(words)), *compounds((*DESKS, *SECOND_ACCOUNTS), "")))
    return spaced, packed, "|".join(sorted(_glued(), key=lambda w: (-len(w), w)))


@cache
def _glued() -> frozenset[str]:
    """Return the Latin affixes that handles carry without a separator: those listed, and all others that are too long to end another word."""
    long = ("".join(w.split()) for w in map(_unmarked, (*SPACED, *RETURNS, *SINGLE)))
    return frozenset((*GLUED, *(w for w in long if len(w) >= _UNMISTAKEN and w.isascii() and w.isalpha())))


_UNMISTAKEN = 8

_AGAIN, _ANEW = (
    "new|alt|back|two|restart|rebooted|spare|reserve|zwei|neu|nuevo|novo|yeni|yedek|baru|usa|uk|br|mx|arg|cn|jp|kr|tw|hk|tr|ua|nz|vn|sg|ph|pl|cz",
    "new|my|our|the|neu|nuevo|nouveau",
)
_LONG = 7
"""Letters of a name written as one from which words that others begin or end with may be taken off."""

_DIGITS = r"(?:[ ]?\d{1,4})+$"


def compounds(pairs: Sequence[Pair], sign: str) -> list[str]:
    """Return patterns of the affixes of two words that are written with `sign` between them."""
    return [
        rf"(?:{_any(both(first))}){sign}(?:{_any(both(then))})" for first, then, between in pairs if between == sign
    ]


def both(words: Iterable[str]) -> set[str]:
    """Return words as they are read, and without their marks: verificación, verificacion."""
    return {form(w) for w in words for form in (read_word, _unmarked)}


def read_word(word: str) -> str:
    """Return a word as it is read."""
    return " ".join(read_letters(word).split())


def _any(words: set[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


def _unmarked(word: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return " ".join(read_letters(bare).split())


def _packed_words(words: set[str]) -> set[str]:
    """Return the affixes that are written without a space, as they stand and as they are read."""
    glued = (*PACKED, *GLUED_SYLLABLES)
    return {"".join(read_letters(w).split()) for w in glued} | {*glued, *filter(_packed, words)}


def _packed(word: str) -> bool:
    return bool(re.search("[\\u3040-\\u9fff]", word))


class Sides(NamedTuple):
    """What names begin and end with that bear an affix: first and last words, and what is written as one with them."""

    firsts: set[str]
    lasts: set[str]
    heads: set[str]
    tails: set[str]


@cache
def sides() -> Sides:
    """Return them."""
    pairs = [(both(first), both(then), sign) for first, then, sign in (*DESKS, *SECOND_ACCOUNTS)]
    words = both((*SPACED, *RETURNS, *SINGLE))
    packed = _packed_words(words)
    begin = packed.union(*(first for first, _, sign in pairs if not sign))
    end = packed.union(*(then for _, then, sign in pairs if not sign))
    return Sides(
        {w.split(" ")[0] for w in words.union(*(first for first, _, sign in pairs if sign))},
        {w.split(" ")[-1] for w in words.union(*(then for _, then, sign in pairs if sign))},
        {*_glued(), *_ANEW.split("|"), *begin},
        {*_glued(), *_AGAIN.split("|"), *end},
    )
