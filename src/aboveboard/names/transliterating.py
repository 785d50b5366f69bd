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
from itertools import product

from aboveboard.names.alphabets import letter_spoken
from aboveboard.names.hangul import parts

__all__ = ["encoded", "kana_spoken", "read_whole", "sayings", "spoken", "written_out"]

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
    "パ=pa ピ=pi/py プ=pu/p ペ=pe ポ=po ァ=a ィ=i ゥ=u ェ=e ォ=o ャ=a/ya ュ=u/yu ョ=o/yo ッ=/t/k ー= ヶ=ga/ke/ka ヵ=ka/ga"
)
_KANA = {pair[0]: pair[2:] for pair in _KANA_SPOKEN.split(" ")}

_ABJAD = re.compile("[\u0590-\u06ff]")
_COMBINATIONS, _LONGEST = 24, 24


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
    return tuple(known.split("/")) if known is not None else letter_spoken(char) or _ideographs().get(char, ())


_HAN = re.compile("[\u3400-\u9fff]")
_READINGS, _LONGEST_READING = 6, 6
"""Of an ideograph, readings that count, and letters of one: the longer ones are verbs."""


def sayings(text: str, place: int) -> tuple[str, ...]:
    """Return the ways to say one letter where it stands; an ideograph beside another may be voiced or bring a double letter."""
    char = text[place]
    ways = spoken(char)
    if not _HAN.match(char):
        return ways
    ways = tuple(w for w in ways if len(w) <= _LONGEST_READING)[:_READINGS]
    first, last = place == 0, place == len(text) - 1
    return tuple(dict.fromkeys(v for way in ways for v in (way, *_joined(way, first=first, last=last))))


_VOICED = {"k": "g", "t": "d", "h": "b", "f": "b"}


def _joined(way: str, *, first: bool, last: bool) -> Iterator[str]:
    """Yield what becomes of a Japanese reading beside another: nichi and hon are nihon and nippon, te and kami are tegami."""
    if not last and (cut := re.sub("(?:ku|ki|tsu|chi)$", "", way)) not in {way, ""}:
        yield cut
    if not first and way[0] in _VOICED:
        yield _VOICED[way[0]] + way[1:]
        if way[0] in "hf":
            yield "p" + way[1:]


def kana_spoken(text: str) -> str:
    """Return text with every kana in Latin letters, each in its commonest way; those of half width too."""
    if any("\uff66" <= c <= "\uff9f" for c in text):
        text = unicodedata.normalize("NFKC", text)
    said = [spoken(c)[0] if "\u3041" <= c <= "\u30fc" and spoken(c) else c for c in text]
    small = [c in "ゃゅょャュョ" for c in text[1:]] + [False]
    return "".join(_glided(s) if y else s for s, y in zip(said, small, strict=False))


def _glided(way: str) -> str:
    """Return a syllable that ends in i before a small y: ki and yo are kyo, shi and yo are sho."""
    return way.removesuffix("i") + ("y" if way.endswith("i") and way not in {"shi", "chi", "ji"} else "")


def read_whole(name: str) -> list[str]:
    """Return the ways to say a whole name of ideographs in Japanese, at most 16; none for a name that holds other characters."""
    fits = 1 < len(name) <= _LONGEST and all(
        ("\u3400" <= c <= "\u9fff" or c in "ヶヵ") and encoded(c, "shift_jis") for c in name
    )
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
    return all(c.isascii() or encoded(c, "shift_jis") for c in text) or all(encoded(c, "big5") for c in text)


def encoded(char: str, codec: str) -> bool:
    """Tell whether a character is in a character set (a Python codec)."""
    try:
        return bool(char.encode(codec))
    except UnicodeEncodeError:
        return False


def _ways(text: str, start: int, end: int) -> Iterator[str]:
    choices = [sayings(text, i) or (text[i],) for i in range(start, end)]
    for places in _commonest(tuple(map(len, choices)), _COMBINATIONS if end - start > _BRIEF else _EVERY):
        yield text[:start] + "".join([c[n] for c, n in zip(choices, places, strict=True)]) + text[end:]


_BRIEF, _EVERY = 2, 64
"""Letters of a part of which nearly every way is taken, and how many ways that is."""


@lru_cache(maxsize=4_096)
def _commonest(sizes: tuple[int, ...], most: int) -> tuple[tuple[int, ...], ...]:
    """Return the commonest ways to choose one of each, by their places: those that are least far from the first of each in all."""
    found = list[tuple[int, ...]]()
    for far in range(sum(sizes) - len(sizes) + 1):
        found += _this_far(sizes, far)
        if len(found) >= most:
            break
    return tuple(found[:most])


def _this_far(sizes: tuple[int, ...], far: int) -> Iterator[tuple[int, ...]]:
    if not sizes:
        yield from ((),) if far == 0 else ()
        return
    for n in range(min(sizes[0] - 1, far) + 1):
        yield from ((n, *rest) for rest in _this_far(sizes[1:], far - n))
