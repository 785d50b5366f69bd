"""Addresses and names for a chat with their signs said in words: anna dot b at mail dot com, собака, 골뱅이, あっと."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

__all__ = ["SIGNS", "Dictated", "dictated", "hint", "sign_words"]

SIGNS = {
    ".": "dot d0t punto ponto punkt point точка тчк крапка кропка тачка kropka tečka bodka pont nokta titik tuldok punct puncte točka tačka τελεία piste prick prik punktum punt punkts taškas "
    "نقطة نقطه دوت دات डॉट डाट बिंदु ডট டாட் నుక్త ドット どっと ﾄﾞｯﾄ 点 點 點兒 점 닷 쩜 נקודה จุด ດອດ chấm կետ წერტილი нүкте nuqta",
    "@": "at ät arroba arobase arobas chiocciola klammeraffe affenschwanz małpa malpa собака собачка сабачка равлик песик zavináč zavinac kukac apestaart apestaartje apenstaart apenstaartje snabela snabel-a kringla krøllalfa alfakrøll miukumauku "
    "あっと アット アットマーク あっとまーく 골뱅이 艾特 圈a 小老鼠 שטרודל כרוכית آت ات آتساین ऐट एट অ্যাট แอท แอ็ท παπάκι παπακι arond coadă majmunče мајмунче маймунка кльомба còng eta et kuyruklua",
    "_": "underscore underline guionbajo guiónbajo sublinhado subrayado tiretbas unterstrich podkreślnik podkreslnik podłoga podkreślenie подчеркивание подчёркивание андерскор підкреслення podtržítko alttire altçizgi 下划线 下劃線 底線 "
    "アンダーバー アンダースコア あんだーばー 언더바 언더스코어 밑줄 gạchdưới ขีดล่าง קותחתון شرطةسفلية آندرلاین أندرسكور अंडरस्कोर trattinobasso garisbawah understreck alaviiva aláhúzás",
    "/": "slash barra слэш слеш slaş ukośnik ukosnik schrägstrich 斜杠 斜槓 スラッシュ 슬래시 سلاش اسلش סלאש แสลช lomítko perjel",
    "-": "dash hyphen дефис тире дефіс hífen hifen guion guión tiret bindestrich myślnik pomlčka kötőjel 横杠 減號 减号 ハイフン 하이픈 ขีด tire",
}
"""Words for a sign, by sign. A space inside one is left out here, and may be written."""

_SPACED = {"guionbajo": r"gui[oó]n\s?bajo", "tiretbas": r"tiret\s?bas", "alttire": r"alt\s?tire", "altçizgi": r"alt\s?çizgi", "gạchdưới": r"gạch\s?dưới", "קותחתון": r"קו\s?תחתון", "شرطةسفلية": r"شرطة\s?سفلية", "trattinobasso": r"trattino\s?basso", "garisbawah": r"garis\s?bawah", "kuyruklua": r"kuyruklu\s?a", "còng": r"(?:a\s)?còng"}  # fmt: skip
_ENDS_WRITTEN = """
com net org info biz io co me tv ru ua by kz de at ch fr it es pt br mx ar cl pl cz sk hu ro bg gr tr il ir in
pk bd id my th vn kr jp cn tw hk uk us eu ca au nl be dk no se fi lt lv ee rs hr si ge am az uz ae sa eg
example test top xyz vip shop site online club store app dev icu cc gg ly win bet live link pro ком ру нет орг
юа рф كوم نت اورج أورج कॉम コム 닷컴 컴 קום c0m
"""
_ENDS = frozenset(_ENDS_WRITTEN.split())
_HOSTS_WRITTEN = """
gmail googlemail hotmail outlook yahoo ymail icloud proton protonmail pm yandex ya mail bk inbox list rambler
ukr meta gmx web freenet wp onet interia o2 seznam centrum freemail naver daum hanmail kakao nate qq foxmail
163 126 sina aol tutanota tuta abv libero virgilio orange wanadoo laposte sfr uol bol terra example docomo
ezweb softbank live msn zoho walla jimeil gmial гмейл джимейл гмаил яндекс маил мейл мэйл джимэйл جیمیل جيميل
ياهو هوتميل جی‌میل ג'ימייל גימייל जीमेल 지메일 네이버 메일 ジーメール จีเมล
"""
_HOSTS = frozenset(_HOSTS_WRITTEN.split())
_LEARNED = re.compile(r"(?:^|\.)(?:edu|gov|ac|uni|university|mil)(?:\.|$)")
_UNSURE = frozenset(("at", "et", "point", "a", "punt", "pont", "prick", "titik", "ات", "piste", "eta", "点", "點", "점", "dash", "tire", "barra", "guion", "bodka"))  # fmt: skip
"""Sign words that are everyday words too."""

_PART = r"[^\W_](?:[\w.-]{0,30}[^\W_])?"
_WORD_MARK = "\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0900-\u0903\u093a-\u094f\u0981-\u09cd\u0e31\u0e34-\u0e4e"
_LONGEST = 14


class Dictated(NamedTuple):
    """`kind`: mail, url or name; `value` with its signs written; `plain` for English at and dot and nothing else."""

    kind: str
    value: str
    start: int
    stop: int
    plain: bool


def sign_words(sign: str) -> str:
    """Return a pattern of the words for one sign."""
    words = sorted(SIGNS[sign].split(), key=len, reverse=True)
    return "|".join(_SPACED.get(w, re.escape(w)) for w in words)


@cache
def hint() -> str:
    """Return an RE2 pattern that finds, in a text in small letters, a sign said in a word."""
    either = "|".join(sign_words(s) for s in SIGNS)
    packed = "|".join(w for s in SIGNS.values() for w in s.split() if _packed(w))
    edge = r"[ ()\[\]{}<>（）【】]"
    return rf"{edge}(?:{either}){edge}|(?:{packed}|골뱅이)|[\(\[{{（【]\s?[.@]\s?[\)\]}}）】]"


@cache
def _signs() -> re.Pattern[str]:
    """One sign in words: in brackets, between spaces, or bare where a script puts no spaces between words."""
    bracketed, spaced, bare = list[str](), list[str](), list[str]()
    for number, sign in enumerate(SIGNS):
        words = sign_words(sign)
        bracketed.append(rf"(?P<b{number}>{words}|{re.escape(sign)})")
        spaced.append(rf"(?P<s{number}>{words})")
        packed = "|".join(sorted((w for w in SIGNS[sign].split() if _packed(w)), key=len, reverse=True))
        bare.append(rf"(?P<p{number}>{packed})")
    return re.compile(
        rf"(?i)\s*[\(\[\{{<（【]\s?(?:{'|'.join(bracketed)})\s?[\)\]\}}>）】]\s*|\s+(?:{'|'.join(spaced)})(?![{_WORD_MARK}])\s+|\s*(?:{'|'.join(bare)})\s*"
    )


def _packed(word: str) -> bool:
    return any("\u3040" <= c <= "\u9fff" or "\u0e00" <= c <= "\u0eff" for c in word)


@cache
def _part() -> re.Pattern[str]:
    return re.compile(rf"[^\W_](?:[\w.'-]|[{_WORD_MARK}]){{0,30}}")


def dictated(text: str) -> list[Dictated]:
    """Return the addresses and names of a text of which a sign is said in a word."""
    found: list[Dictated] = []
    signs = list(_signs().finditer(text))
    while signs:
        chain = _chain(text, signs)
        read = _address(text, chain)
        found += [read] if read else []
        signs = signs[len(chain) :]
    return found


def _chain(text: str, signs: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the signs that part one address: a single word stands between each two."""
    size = 1
    while size < min(len(signs), _LONGEST):
        between = text[signs[size - 1].end() : signs[size].start()].strip()
        if not between or not _part().fullmatch(between) or signs[size].start() < signs[size - 1].end():
            break
        size += 1
    return signs[:size]


def _sign(match: re.Match[str]) -> str:
    return tuple(SIGNS)[int((match.lastgroup or "s0")[1:])]


def _address(text: str, chain: list[re.Match[str]]) -> Dictated | None:
    """Read one chain of signs with the words around it, or None where it is ordinary speech."""
    first = re.search(r"[^\s\W](?:[\w.'+-]*\w)?$", text[: chain[0].start()])
    last = _part().match(text, chain[-1].end())
    if first is None or last is None:
        return None
    start = _ascii_start(text, first.start(), chain[0])
    parts = [
        text[start : chain[0].start()],
        *(text[a.end() : b.start()].strip() for a, b in pairwise(chain)),
        _host_end(last.group()),
    ]
    signs = [_sign(m) for m in chain]
    value = "".join(p + s for p, s in zip(parts, [*signs, ""], strict=True)).casefold()
    kind = _kind(parts, signs, [m.group().strip().casefold() for m in chain])
    if kind is None or _LEARNED.search(value.partition("@")[2] or value):
        return None
    words = {m.group().strip().casefold() for m in chain}
    plain = kind == "mail" and words <= {"at", "dot"} and signs[0] == "@"
    return Dictated(kind, value, start, last.start() + len(_host_end(last.group())), plain)


def _ascii_start(text: str, start: int, sign: re.Match[str]) -> int:
    """Cut a name free of the word of another script it is glued to: 依頼はhanako."""
    whole = text[start : sign.start()]
    tail = re.search(r"[A-Za-z0-9][\w.+-]*$", whole, re.ASCII)
    return sign.start() - len(tail.group()) if tail and not whole.isascii() else start


def _host_end(word: str) -> str:
    """Cut what is glued behind an end of a host: jpまで, and a full stop."""
    latin = re.match(r"[A-Za-z0-9-]+", word)
    return latin.group() if latin else word.rstrip(".'-")


def _kind(parts: list[str], signs: list[str], words: list[str]) -> str | None:
    """Tell what a chain is: a mail address needs a mail service or an end of a host, an address an end, a name two parts more."""
    ends = parts[-1].casefold() in _ENDS
    hosted = any(s == "@" and p.casefold().strip(".") in _HOSTS for s, p in zip(signs, parts[1:], strict=True))
    if "@" in signs:
        dotted = "." in signs[signs.index("@") :] or "." in parts[-1]
        return "mail" if hosted or (ends and dotted and not {"et", "eta", "ات"} & set(words)) else None
    sure = any(w not in _UNSURE for w in words)
    if ends and signs[-1] == "." and len(signs) > 1 and sure:
        return "url"
    return None
