"""Letters of other scripts in Latin ones, as they are spoken: Hangul, kana, ideographs in Japanese and Cantonese, alphabets.

Method: Revised Romanization, Hepburn, and the usual transliterations, letter by letter, with the variants people type. Good enough
to find a name and to explain it; nothing is shown by it alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice, product

from aboveboard.names.hangul import parts

__all__ = ["kana_spoken", "read_whole", "spoken", "written_out"]

_LEADS_SPOKEN = "g/k kk n d/t tt r/l m b/p/v pp s ss / j/ch jj ch k t p/f h"
_VOWELS_SPOKEN = "a ae ya yae eo/u/o e yeo/you ye o wa wae oe yo u/oo wo we wi yu eu/u ui i/ee"
_TAILS_SPOKEN = " k/g k k n n n t l k m l l l p l m p/b p t/s t ng t t k t p "
_LEADS = dict(zip("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", _LEADS_SPOKEN.split(" "), strict=True))
_VOWELS = dict(zip("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ", _VOWELS_SPOKEN.split(" "), strict=True))
_TAILS = dict(zip(" ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ", _TAILS_SPOKEN.split(" "), strict=True))

_KANA_SPOKEN = (
    "ア=a イ=i ウ=u エ=e オ=o カ=ka キ=ki/ky ク=ku/k/c ケ=ke コ=ko サ=sa シ=shi/sh/si ス=su/s セ=se ソ=so タ=ta チ=chi/ch/ti ツ=tsu/ts テ=te ト=to/t ナ=na ニ=ni/ny "
    "ヌ=nu ネ=ne ノ=no ハ=ha/wa ヒ=hi/hy フ=fu/f ヘ=he/e ホ=ho マ=ma ミ=mi/my ム=mu/m メ=me モ=mo ヤ=ya ユ=yu ヨ=yo ラ=ra/la リ=ri/ry/li ル=ru/r/l レ=re/le ロ=ro/lo ワ=wa "
    "ヲ=o ン=n/m ヴ=vu/v ガ=ga ギ=gi/gy グ=gu/g ゲ=ge ゴ=go ザ=za ジ=ji/j ズ=zu/z ゼ=ze ゾ=zo ダ=da ヂ=ji ヅ=zu デ=de ド=do/d バ=ba ビ=bi/by ブ=bu/b ベ=be ボ=bo "
    "パ=pa ピ=pi/py プ=pu/p ペ=pe ポ=po ァ=a ィ=i ゥ=u ェ=e ォ=o ャ=a/ya ュ=u/yu ョ=o/yo ッ=/t/k ー="
)
_KANA = {pair[0]: pair[2:] for pair in _KANA_SPOKEN.split(" ")}

_ALPHABETS_SPOKEN = (
    "а=a б=b в=v г=g/h ґ=g д=d е=e/ye ё=yo/e є=ye/ie ж=zh/j з=z и=i/y і=i ї=yi/i й=y/i/j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u ф=f х=kh/h/x ц=ts/c ч=ch ш=sh щ=shch/sch ъ= ы=y ь= э=e ю=yu/iu/ju я=ya/ia/ja "
    "α=a β=v/b γ=g/y δ=d ε=e ζ=z η=i/h θ=th ι=i κ=k λ=l μ=m ν=n ξ=x/ks ο=o π=p ρ=r σ=s ς=s τ=t υ=y/u/v φ=f/ph χ=ch/h/x ψ=ps ω=o/w "
    "ا=a/e/ أ=a إ=i آ=a ب=b ت=t ث=th ج=j/g ح=h خ=kh د=d ذ=dh/z ر=r ز=z س=s ش=sh ص=s ض=d/dh ط=t ظ=z ع=a/ غ=gh ف=f ق=q/k ك=k ک=k ل=l م=m ن=n ه=h/a و=w/u/o ي=y/i ی=y/i ى=a ة=a/ah/at ء= پ=p چ=ch ژ=zh گ=g "
    "א=a/ ב=b/v ג=g ד=d ה=h/a ו=v/o/u ז=z ח=ch/h ט=t י=y/i כ=k/ch ך=k ל=l מ=m ם=m נ=n ן=n ס=s ע=a/ פ=p/f ף=f צ=ts/tz ץ=ts ק=k ר=r ש=sh/s ת=t/th "
    "अ=a आ=a/aa इ=i ई=i/ee उ=u ऊ=u/oo ए=e ऐ=ai ओ=o औ=au क=ka/k ख=kha/kh ग=ga/g घ=gha/gh च=cha/ch छ=chha/ch ज=ja/j झ=jha/jh ट=ta/t ठ=tha/th ड=da/d ढ=dha/dh ण=na/n त=ta/t थ=tha/th द=da/d ध=dha/dh न=na/n प=pa/p फ=pha/ph "
    "ब=ba/b भ=bha/bh म=ma/m य=ya/y र=ra/r ल=la/l व=va/v/w श=sha/sh ष=sha/sh स=sa/s ह=ha/h ा=a/aa ि=i ी=i/ee ु=u ू=u/oo े=e ै=ai ो=o ौ=au ं=n/m ँ=n ्="
)
_ALPHABETS = {pair[0]: pair[2:] for pair in _ALPHABETS_SPOKEN.split(" ")}

_ABJAD = re.compile("[\u0590-\u06ff]")
_COMBINATIONS, _LONGEST = 16, 24


@cache
def _ideographs() -> dict[str, tuple[str, ...]]:
    text = files("aboveboard.names").joinpath("data/other_sounds.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {char: tuple(read.split(" ")) for char, read in rows}


@lru_cache(maxsize=32_768)
def spoken(char: str) -> tuple[str, ...]:
    """Return the ways to write one letter of another script in Latin letters, '' among them where it may be silent."""
    if "가" <= char <= "힣":
        lead, vowel, tail = parts(char)
        ways = product(_LEADS[lead].split("/"), _VOWELS[vowel].split("/"), _TAILS[tail].split("/"))
        return tuple(dict.fromkeys("".join(way) for way in ways))
    if "\u3041" <= char <= "\u3096":
        char = chr(ord(char) + 0x60)
    known = _KANA.get(char)
    if known is None:
        known = _ALPHABETS.get(char.casefold()) or _ALPHABETS.get(unicodedata.normalize("NFD", char.casefold())[0])
    return _ideographs().get(char, ()) if known is None else tuple(known.split("/"))


def kana_spoken(text: str) -> str:
    """Return text with every kana in Latin letters, each in its commonest way."""
    said = [spoken(c)[0] if "\u3041" <= c <= "\u30fc" and spoken(c) else c for c in text]
    small = [c in "ゃゅょャュョ" for c in text[1:]] + [False]
    return "".join(s.removesuffix("i") if y else s for s, y in zip(said, small, strict=False))


def read_whole(name: str) -> list[str]:
    """Return the ways to say a whole name of ideographs in Japanese, at most 16; none for a name that holds other characters."""
    fits = 1 < len(name) <= _LONGEST and all("\u3400" <= c <= "\u9fff" and _encoded(c, "shift_jis") for c in name)
    return [way for way in _ways(name, 0, len(name)) if way.isascii()] if fits else []


def written_out(name: str) -> set[str]:
    """Return the ways to write a protected name of another script wholly or partly, from either end, in Latin letters."""
    text = "".join(
        c for c in unicodedata.normalize("NFC", name).casefold() if c.isalnum() or unicodedata.category(c)[0] == "M"
    )
    if not 1 < len(text) <= _LONGEST or _ABJAD.search(text) or not _spoken_elsewhere(text):
        return set()
    signs = bool(_SIGNS.search(text))
    cuts = range(1, len(text)) if signs else ()
    whole = () if signs and not _SPOKEN_BY.search(text) else ((0, len(text)),)
    spans = {*whole, *((0, i) for i in cuts), *((i, len(text)) for i in cuts)}
    return {way for start, end in sorted(spans) for way in _ways(text, start, end)}


_SIGNS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SPOKEN_BY = re.compile("[\u3040-\u30ff\uac00-\ud7a3]")


def _spoken_elsewhere(text: str) -> bool:
    """Whether a name can be Japanese, Cantonese or Korean, or is of an alphabet: simplified characters are read in Mandarin."""
    if text.isascii():
        return False
    if _SPOKEN_BY.search(text) or not _SIGNS.search(text):
        return True
    return all(c.isascii() or _encoded(c, "shift_jis") for c in text) or all(_encoded(c, "big5") for c in text)


def _encoded(char: str, codec: str) -> bool:
    try:
        return bool(char.encode(codec))
    except UnicodeEncodeError:
        return False


def _ways(text: str, start: int, end: int) -> Iterator[str]:
    choices = [spoken(c) or (c,) for c in text[start:end]]
    for way in islice(product(*choices), _COMBINATIONS):
        yield text[:start] + "".join(way) + text[end:]
