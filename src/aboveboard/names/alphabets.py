"""How one letter of an alphabet, an abjad or an abugida is written in Latin letters, in the ways that people type.

Sources: the usual transliterations (BGN/PCGN, ISO 9, ISO 233, ISO 259, RTGS) with their everyday variants, by hand; for the scripts
of India, Khmer, Lao, Burmese and Ethiopic the sounds in the names of the Unicode characters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["DOTTED", "VOWELLESS", "letter_spoken", "same_letter_spoken", "silent_letter"]

_SPOKEN = (
    "а=a б=b в=v/w г=g/h ґ=g д=d е=e/ye/i ё=yo/e/o є=ye/ie ж=zh/j з=z и=i/y і=i ї=yi/i й=y/i/j к=k/c л=l м=m н=n о=o/a п=p р=r с=s т=t у=u ў=u ф=f/ff/v х=kh/h/x ц=ts/c/tz ч=ch ш=sh щ=shch/sch/sh/sht ъ= ы=y/i ь= э=e ю=yu/iu/ju/u я=ya/ia/ja/a "
    "ђ=dj/d ј=j/y љ=lj/l њ=nj/n ћ=c/ch џ=dz/dzh/j ѓ=gj/g ќ=kj/k ә=a/e ғ=g/gh қ=k/q ң=n/ng ө=o ұ=u ү=u һ=h "
    "α=a β=v/b γ=g/y/gh δ=d/dh ε=e/ai ζ=z η=i/h/e θ=th/t ι=i/ei/oi κ=k/c λ=l μ=m ν=n ξ=x/ks ο=o π=p ρ=r/rh σ=s ς=s τ=t υ=y/u/v/i/f φ=f/ph χ=ch/h/x/kh ψ=ps ω=o/w "
    "ا=a/e/i/ أ=a/e/o/ إ=i/e آ=a ٱ=a/ ب=b ت=t ث=th/s ج=j/g/dj ح=h خ=kh/k د=d ذ=dh/z/d ر=r ز=z س=s ش=sh/ch ص=s ض=d/dh/z ط=t ظ=z/dh ع=a/e/o/ غ=gh/g ف=f ق=q/k/g/gh ك=k/c ک=k/c ل=l م=m ن=n ه=h/a/eh/e/ "
    "و=w/u/o/v/oo/ou ي=y/i/ee/e ی=y/i/ee/e ى=a/i ة=a/ah/at/e/eh/h/t ء= ؤ=u/o/ ئ=y/e/i/ پ=p چ=ch ژ=zh/j گ=g ٹ=t ڈ=d ڑ=r ں=n ے=e/ay ھ=h/ ہ=h/a/ "
    "א=a/e/i/o/ ב=b/v ג=g/j ד=d ה=h/a/ah/eh/e/ ו=v/o/u/w ז=z ח=ch/h/kh ט=t י=y/i/ee/ כ=k/ch/kh/c ך=k/ch/kh ל=l מ=m ם=m נ=n ן=n ס=s ע=a/e/o/i/ פ=p/f/ph ף=f/p צ=ts/tz/z ץ=ts/tz/z ק=k/q/c ר=r ש=sh/s ת=t/th "
    "ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t/th ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh/j რ=r ს=s ტ=t უ=u ფ=p/f/ph ქ=k/q ღ=gh/g ყ=q/k შ=sh ჩ=ch ც=ts/c ძ=dz ჭ=ch/tch ხ=kh/x/h ჯ=j ჰ=h "
    "ա=a բ=b գ=g դ=d ե=e/ye զ=z է=e ը=e/y/u թ=t/th ժ=zh/j ի=i լ=l խ=kh/x ծ=ts/c կ=k հ=h ձ=dz ղ=gh/g ճ=ch/j մ=m յ=y/h ն=n շ=sh ո=o/vo չ=ch պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts/c ւ=v/u/ փ=p/ph ք=k/q օ=o ֆ=f և=ev/yev "
    "ก=k/g ข=kh/k ฃ=kh ค=kh/k ฅ=kh ฆ=kh/k ง=ng จ=ch/j/t ฉ=ch ช=ch ซ=s ฌ=ch ญ=y/n ฎ=d/t ฏ=t ฐ=th/t ฑ=th/d ฒ=th/t ณ=n ด=d/t ต=t ถ=th/t ท=th/t ธ=th/t น=n บ=b/p ป=p/b ผ=ph/p ฝ=f พ=ph/p ฟ=f/p ภ=ph/p ม=m ย=y/i/ ร=r/n/l/ ล=l/n/ ว=w/v/o/u/ "
    "ศ=s/t ษ=s/t ส=s/t ห=h/ ฬ=l/n อ=o/a/ ฮ=h ฤ=rue/ri/ru ะ=a/ ั=a/ า=a/aa ำ=am ิ=i ี=i/ee ึ=ue/u ื=ue/u ุ=u ู=u/oo เ=e/ แ=ae/ โ=o/ ใ=ai/ ไ=ai/ ็= ์= ่= ้= ๊= ๋= ๅ=a ฯ="
)

_DOTTED_SPOKEN = (
    "0958=qa/q/ka/k 0959=kha/kh/khha 095A=gha/gh/ga/g 095B=za/z/ja/j 095C=ra/r/da/d 095D=rha/rh/ra/r/dha/dh/d 095E=fa/f/pha/ph 095F=ya/y 09DC=ra/r/da/d 09DD=rha/rh/ra/r/dha/dh 09DF=ya/y "
    "0A33=la/l 0A36=sha/sh 0A59=kha/kh 0A5A=gha/gh/ga/g 0A5B=za/z 0A5C=ra/r/da/d 0A5E=fa/f"
)
"""Indic letters with a dot under them, which normalisation writes as two signs, and which are another sound."""

_DOTTED = {chr(int(pair[:4], 16)): tuple(pair[5:].split("/")) for pair in _DOTTED_SPOKEN.split(" ")}
_BY_HAND = {pair[0]: tuple(pair[2:].split("/")) for pair in _SPOKEN.split(" ")} | _DOTTED
DOTTED = {unicodedata.normalize("NFD", char): char for char in _DOTTED}
"""The same letters by how they are written in two signs."""

VOWELLESS = re.compile("[\u0590-\u06ff\u0e00-\u0eff]")
"""Letters of scripts that leave vowels out, or write them before the consonant they follow."""

_SILENT = frozenset("ьъะ็์่้๊๋אהויעاويیىءأإآه")
"""Letters that many who write leave out or put in without the sound being another: soft signs, tone marks, and the letters that
stand for vowels in abjads."""

_UNHEARD = re.compile("VIRAMA|NUKTA|COENG|ASAT|AL-LAKUNA|TONE|ADDAK|LENGTH MARK|ZERO WIDTH|SIGN VIRIAM|CANCELLATION")

_NAMED = re.compile(
    r"^(?:DEVANAGARI|BENGALI|GURMUKHI|GUJARATI|ORIYA|TAMIL|TELUGU|KANNADA|MALAYALAM|SINHALA|KHMER|MYANMAR|ETHIOPIC)"
    r" (?:LETTER|VOWEL SIGN|VOWEL|SYLLABLE|SIGN|INDEPENDENT VOWEL|CONSONANT SIGN)(?: [A-Z-]+)*? ([A-Z]+)$|^LAO LETTER ([A-Z]+)"
)
_NASAL = {
    "ANUSVARA": ("n", "m", "ng"),
    "CANDRABINDU": ("n", ""),
    "BINDI": ("n", ""),
    "TIPPI": ("n", "m"),
    "VISARGA": ("h", ""),
}
_DOUBLED = re.compile(r"^([A-Z])\1+")
_VOWELS = {
    "A": "a/o", "AA": "a/aa/o", "I": "i", "II": "i/ee", "U": "u", "UU": "u/oo", "E": "e", "EE": "e/ee", "AI": "ai/oi/a/e", "O": "o", "OO": "o", "AU": "au/ou/o",
    "VOCALIC": "ri/r", "R": "ri/r",
}  # fmt: skip
_CONSONANTS = {
    "C": "ch/s/c", "CH": "chh/ch/s", "V": "v/w/b", "NY": "n/ny", "NG": "ng/n", "LLL": "zh/l", "Y": "y/j", "S": "s/sh", "KH": "kh/k", "GH": "gh/g", "JH": "jh/j", "TH": "th/t",
    "DH": "dh/d", "TS": "ts/tz/s", "TZ": "ts/tz/s", "PH": "ph/f/p", "BH": "bh/b/v", "SH": "sh/s", "J": "j/z",
}  # fmt: skip
_TAMIL = {"K": "k/g/h", "C": "ch/s/c", "T": "t/d/th/dh", "P": "p/b", "RR": "r/tr"}
"""Tamil writes voiced and unvoiced stops alike."""


@lru_cache(maxsize=16_384)
def letter_spoken(char: str) -> tuple[str, ...]:
    """Return the ways to write one letter or mark in Latin letters, commonest first, '' among them where it may be silent."""
    folded = char.casefold()
    char = folded if len(folded) == 1 else char
    known = _BY_HAND.get(char) or _BY_HAND.get(unicodedata.normalize("NFD", char)[:1])
    return known or _named(char)


def _named(char: str) -> tuple[str, ...]:
    """Read the sound in the name of a character: BENGALI LETTER BHA, SINHALA LETTER MAHAAPRAANA KAYANNA."""
    name = unicodedata.name(char[:1], "")
    if _UNHEARD.search(name):
        return ("",)
    found = _NAMED.match(name)
    if not found:
        return ()
    told = found[1] or found[2]
    sound = _DOUBLED.sub(r"\1", told.removesuffix("YANNA")) if "VOWEL" not in name else told
    if sound in _NASAL:
        return _NASAL[sound]
    if told in _VOWELS:
        return tuple(_VOWELS[told].split("/"))
    table = _CONSONANTS | (_TAMIL if name.startswith("TAMIL") else {})
    stem = sound.rstrip("AEIOU")
    ways = table.get("LLL" if told.startswith("LLL") else stem, stem.lower()).split("/") if stem else []
    return (f"{ways[0]}a", *ways) if ways else ()


def silent_letter(char: str) -> bool:
    """Tell whether a letter or mark of another script than Latin is often left out or put in, the sound staying the same."""
    return char in _SILENT or letter_spoken(char) == ("",)


def same_letter_spoken(a: str, b: str) -> bool:
    """Tell whether two letters of one script are said alike: the usual way to say one is a way to say the other."""
    mine, theirs = letter_spoken(a), letter_spoken(b)
    if not mine or not theirs or not mine[0] or not theirs[0]:
        return False
    return (mine[0] in theirs or theirs[0] in mine) and _script(a) == _script(b)


def _script(char: str) -> str:
    return unicodedata.name(char[:1], "").split(" ", 1)[0]
