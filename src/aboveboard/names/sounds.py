"""How ideographs are read aloud: toneless Mandarin syllables, every reading of a polyphone, and what is heard alike."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files

from aboveboard.names.alphabets import same_letter_spoken

__all__ = ["HEARD", "LETTERS", "blur", "fuzzy", "heard", "of_sound", "readings"]


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    text = files("aboveboard.names").joinpath("data/sounds.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {char: tuple(sounds.split(" ")) for sounds, chars in rows for char in chars}


def readings(char: str) -> tuple[str, ...]:
    """Return the toneless pinyin readings of one ideograph, commonest first; empty for any other character."""
    return _readings().get(char, ())


HEARD = (
    ("zh", "z"),
    ("ch", "c"),
    ("sh", "s"),
    ("ng", "n"),
    ("l", "n"),
    ("r", "n"),
    ("h", "f"),
    ("v", "u"),
    ("uo", "o"),
)
"""Pairs that many speakers do not part: zh/z, ch/c, sh/s, final ng/n, initial l/n/r, h/f, and ü typed as v or u."""


def blur(letters: str) -> str:
    """Return romanised text with what is heard alike written alike; for Latin letters of any length.

    Works on letters, not on syllables, so that pinyin typed without spaces (`renminribao`) meets the ideographs' own.
    """
    for pair, one in HEARD:
        letters = letters.replace(pair, one)
    return letters


@cache
def fuzzy(syllable: str) -> str:
    """Return one toneless syllable blurred: `zhang` and `zan` are the same."""
    return blur(syllable)


LETTERS = (
    "сзц тд пб кгґх фв шжщч еэёєяи ыиийї ао уюў ъь ιηυ οω σζ κγχ τδθ πβφ "
    "ذزظض دضطت ثسص كقگ حهةخ ءأإآا ىئيی ؤو عغا تٹ بپ جچ תטד כקחג אעה סשצז בוופ "
    "शषस नणञङ बवभ तटथठ दडधढ कखगघ जझज़ रड़ल पफ यएऐ िीइई ुूउऊ ेै ोौओऔ "
    "শষসছ নণঞঙ জযঝ িীইঈ ুূউঊ েৈএঐ োৌওঔ বভ রড়ল তটথঠ দডধঢ কখগঘ னணநஞ லளழ ரற ிீ ுூ ெே ொோ இஈ உஊ எஏ ஒஓ கங தட சஸஷஶ "
    "สศษซ ทธฑฒถฐตฏดฎ นณ รลฬฤ คขฆก พภผบป ฟฝ ชฉฌจ ยญ นล ใไ หฮ ิีึื ุู เแ"
)
"""Letters of other scripts that are heard alike, or nearly so, by many who speak the language."""

_MORE_LETTERS = (
    "શષસ નણ બવભ તટથઠ દડધઢ કખ ગઘ જઝ િી ુૂ લળ ਸਸ਼ ਨਣ ਬਵਭ ਤਟਥਠ ਦਡਧਢ ਕਖ ਗਘ ਜਝਜ਼ ਿੀ ੁੂ ଶଷସ ନଣ ତଟଥଠ ଦଡଧଢ କଖ ଗଘ ଜଯଝ ିୀ ୁୂ ଲଳ "
    "శషస నణ బవభ తటథఠ దడధఢ కఖ గఘ జఝ ిీ ుూ ెే ొో లళ ಶಷಸ ನಣ ಬವಭ ತಟಥಠ ದಡಧಢ ಕಖ ಗಘ ಜಝ ಿೀ ುೂ ೆೇ ೊೋ ಲಳ ശഷസ നണ ബവഭ തടഥഠ ദഡധഢ കഖ ഗഘ ിീ ുൂ െേ ൊോ ലളഴ രറ "
    "නණ ලළ සශෂ තථට දධඩ බභ කඛ ගඝ ිී ුූ ສຊ ທຖຕດ ຄຂກ ພຜບປ ຟຝ ລຣ ຫຮ ໃໄ ဒဓ ဘဗပဖ ထတဋဌ နဏ သဿ လဠ ိီ ုူ "
    "თტდ ქკყგ ფპბ ცწძ ჩჭჯ ღგ ხჰ ზს ჟშ բպփ դտթ գկք ձծց ջճչ եէ օո րռ սզ շժ հխ "
    "ሀሐኀሃሓኃኻ ሁሑኁ ሂሒኂ ሄሔኄ ህሕኅ ሆሖኆ አዐኣዓ ኡዑ ኢዒ ኤዔ እዕ ኦዖ ሰሠ ሱሡ ሲሢ ሳሣ ሴሤ ስሥ ሶሦ ጸፀ ጹፁ ጺፂ ጻፃ ጼፄ ጽፅ ጾፆ"
)
"""More such letters, which the keys of names part: protected names have keys with each of them in turn."""


@cache
def _groups() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in (*LETTERS.split(), *_MORE_LETTERS.split()):
        for letter in group:
            found[letter] = found.get(letter, "") + group
    return found


def of_sound(letter: str) -> str:
    """Return the letters of one script that are heard like one, itself among them; none for any other character."""
    return _groups().get(letter, "")


def heard(a: str, b: str) -> bool:
    """Tell whether two letters of one script are heard alike; hiragana and katakana of one sound are."""
    if b in _groups().get(a, "") or _bare(b) in _groups().get(_bare(a), "") or (kana(a) == kana(b) != ""):
        return True
    return not a.isascii() and not b.isascii() and same_letter_spoken(a, b)


def _bare(letter: str) -> str:
    """Return a Greek letter without its accent."""
    return unicodedata.normalize("NFD", letter)[:1] if "\u0370" <= letter[:1] <= "\u03ff" else letter


def kana(char: str) -> str:
    """Return the plain katakana of one kana, large or small, voiced or not; empty for any other character."""
    base = unicodedata.normalize("NFD", char)[:1]
    code = ord(base) if base else 0
    if 0x3041 <= code <= 0x3096:  # noqa: PLR2004  (hiragana)
        base = chr(code + 0x60)
    return _LARGE.get(base, base) if "\u30a1" <= base <= "\u30f6" else ""


_LARGE = dict(zip("ァィゥェォッャュョヮヵヶ", "アイウエオツヤユヨワカケ", strict=True))
