"""A name as a screen shows it, where that differs from the order and number of its characters."""

from __future__ import annotations

import re
import unicodedata

from aboveboard.names.hangul import composed

__all__ = [
    "CAPITALS", "MARKED", "MONEY", "PICTURED", "TONES", "as_shown", "drawn", "joined_up", "latinised", "lettered", "pictured", "remarked", "signed", "spelled", "toneless",
    "unsealed", "unstamped", "widened", "without_flags",
]  # fmt: skip

_OVERRIDE = re.compile("\u202e([^\u202c\u2066-\u2069\n]*)\u202c?")
"""Right-to-left override: what follows is shown backwards, whatever its script."""

_REGIONAL = re.compile("(?<![\U0001f100-\U0001f1ff])[\U0001f1e6-\U0001f1ff]+(?![\U0001f100-\U0001f1ff])")
_FLAGS = frozenset(re.findall("..", (
    "ACADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCPCRCUCVCWCXCYCZ"
    "DEDGDJDKDMDODZEAECEEEGEHERESETEUFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUICIDIEILIMINIOIQIRISIT"
    "JEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONP"
    "NRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTATCTDTFTGTHTJTKTLTMTNTOTR"
    "TTTVTWTZUAUGUMUNUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW"
)))  # fmt: skip
"""The regions that have an emoji flag (Unicode Technical Standard #51: two regional indicators that are a valid region)."""


def as_shown(text: str) -> str:
    """Return `text` with overridden stretches in the order they are read. Somebody may also put in an override for nothing."""
    return _OVERRIDE.sub(lambda m: m[1][::-1], text) if "\u202e" in text else text


def without_flags(text: str) -> str:
    """Return `text` with flags as spaces. Regional indicators that are no sequence of flags stay: they are read as letters."""
    return _REGIONAL.sub(_flags, text) if _REGIONAL.search(text) else text


CAPITALS = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕЅІЈКМНОРСТХԌՏՍՕԼ", "ABEZHIKMNOPTYXABESIJKMHOPCTXGSUOL", strict=True))
"""Capitals of other scripts and the Latin capitals they are drawn like; their small letters may be drawn otherwise."""

_LATIN_CAPITALS = str.maketrans(CAPITALS)


def latinised(text: str) -> str:
    """Return `text` with Greek, Cyrillic and Armenian capitals as the Latin ones they are drawn like."""
    return text.translate(_LATIN_CAPITALS)


def widened(text: str) -> str:
    """Return `text` with kana of half width, and what voices them, as kana; letters of Hangul of half width as syllables."""
    wide = _HALF.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)
    return _HALF_HANGUL.sub(lambda m: composed("".join(map(_of_full_width, m[0]))), wide)


def _of_full_width(letter: str) -> str:
    """Return a letter of Hangul of half width as the one that is typed; normalisation makes a lead of it wherever it stands."""
    return chr(int(unicodedata.decomposition(letter).split()[-1], 16))


_HALF, _HALF_HANGUL = (
    re.compile("[\uff66-\uff9f]+"),
    re.compile("[\uffa1-\uffbe\uffc2-\uffc7\uffca-\uffcf\uffd2-\uffd7\uffda-\uffdc]+"),
)


def drawn(text: str) -> str:
    """Return `text` with two i drawn for a u as that u."""
    return text.replace("ii", "u")


MONEY = "₿฿₽₱₦₮₸₩₳₲₴₵₭₥₣₤"
"""Currency signs drawn as a Latin capital with strokes; `signed` reads each as that letter."""

_SIGNS = str.maketrans(
    {"@": "a", "$": "s", "!": "i", "€": "e", "£": "l", "+": "t", "|": "l", "¥": "y"}
    | dict(zip("¢©®§µ¡×", "ccrsuix", strict=True))
    | dict(zip(MONEY, "bbppnttwagsckmfl", strict=True))
)


def signed(text: str) -> str:
    """Return `text` with signs that stand for letters as those letters: p@ypal."""
    for drawn_as, letter in _DRAWN_LETTERS if _STROKES.search(text) else ():
        text = text.replace(drawn_as, letter)
    return text.translate(_SIGNS)


_DRAWN_LETTERS = (
    ("\\/\\/", "w"), ("|\\/|", "m"), ("/\\/\\", "m"), ("|\\|", "n"), ("|_|", "u"), ("|-|", "h"), ("/-\\", "a"), ("/\\", "a"), ("\\/", "v"), ("|<", "k"), ("l<", "k"), ("|3", "b"),
    ("|)", "d"), ("><", "x"), ("I<", "k"), ("1<", "k"), ("I3", "b"), ("I)", "d"), ("I-I", "h"), ("I_I", "u"), ("|-I", "h"), ("I-|", "h"),
)  # fmt: skip
"""Letters drawn with several strokes, the longest first: Sparl<asse, \\/isa."""

_STROKES = re.compile(r"[|\\/<]|I[3)]|I[-_][I|]")


_DIGITS = str.maketrans("0134578", "oleastb")
_WORD = re.compile(r"\w+")


def lettered(text: str) -> str:
    """Return `text` with the digits of words that also have letters read as letters: 0fficial."""
    return _WORD.sub(lambda m: m[0].translate(_DIGITS) if re.search(r"[^\W\d_]", m[0]) else m[0], text)


def remarked(text: str) -> str:
    """Return `text` with marks that are typed behind a letter put on it: Cˇeska´ posˇta, か゛."""
    return _BEHIND.sub(lambda m: unicodedata.normalize("NFC", m[1] + _ON_LETTERS[m[2]]), text)


_ON_LETTERS = dict(
    zip(
        "´`¨ˆ^ˇ¯ˉ˘˙˚˛˜˝¸ˊˋʹ゛゜",
        "\u0301\u0300\u0308\u0302\u0302\u030c\u0304\u0304\u0306\u0307\u030a\u0328\u0303\u030b\u0327\u0301\u0300\u0301\u3099\u309a",
        strict=True,
    )
)
_BEHIND = re.compile(f"([^\\W\\d_])([{''.join(_ON_LETTERS)}])")
MARKED = f"\\pL[{''.join(c for c in _ON_LETTERS if c not in '^`')}]"
"""A letter and a mark behind it; those of ASCII are read where another stands in the name."""


def joined_up(text: str) -> str:
    """Return a text with two letters that draw another as that one: rningzhu."""
    return text.replace("rn", "m").replace("vv", "w")


def voiced(text: str) -> str:
    """Return `text` with the digits of Latin words as the letters they most look like when it is read aloud: m1ngzhuc15han."""
    return _LATIN_WORD.sub(lambda m: _BEFORE_VOWEL.sub("l", m[0]).translate(_ALOUD), text)


_LATIN_WORD = re.compile(r"(?<![^\W_])(?=[0-9]*[A-Za-z])[A-Za-z0-9]+(?![^\W_])")
_ALOUD = str.maketrans("01345789", "oieastbg")
_BEFORE_VOWEL = re.compile("(?:(?<=[aeiouAEIOU034])|(?<![A-Za-z0-9]))1(?=[aeou034])|(?<=[aeiou])1$")

_SPELLED = {0x1F1E6 + n: chr(ord("a") + n) for n in range(26)}


def spelled(text: str) -> str:
    """Return `text` with every regional indicator as its letter, flags too."""
    return text.translate(_SPELLED)


PICTURED = dict(zip(
    "🌞☀🌙🌛🔥💧🌳🌲👑⛰🐴🐎🐮🐂🐑🐶🐕🐱🐯🐅🐲🐉🐍🐔🐷🐰🐇🐭🐘🐻🐦🐟🐠⭐🌟☁⚡❄🌸🏠🚗🚢👂👄✋❤🦷🍵🎋🍑📖🔪🏹🚪🐝🍬🍺",
    "日日月月火水木木王山马马牛牛羊狗狗猫虎虎龙龙蛇鸡猪兔兔鼠象熊鸟鱼鱼星星云电雪花家车船耳口手心牙茶竹桃书刀弓门蜂糖酒",
    strict=True,
)) | {chr(0x1F550 + n): "时" for n in range(12)}  # fmt: skip
"""Emoji and the ideograph that names what each shows (general knowledge; clock faces are named with 時 in Japanese)."""

_PICTURE = re.compile(
    f"(?<=[\u3400-\u9fff])[{''.join(PICTURED)}]\ufe0f?|[{''.join(PICTURED)}]\ufe0f?(?=[\u3400-\u9fff])"
)


def pictured(text: str) -> str:
    """Return `text` with emoji beside an ideograph as the ideographs that name them: 闲🐟."""
    return _PICTURE.sub(lambda m: PICTURED[m[0][0]], text)


TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
"""Vowels of pinyin with their tone."""

_TONELESS = {ord(v): unicodedata.normalize("NFD", v)[0] for t in (TONES, TONES.upper()) for v in t}


def toneless(text: str) -> str:
    """Return `text` with the vowels of pinyin without their tone: Chángtīng."""
    return unicodedata.normalize("NFC", text).translate(_TONELESS)


_SEALS = re.compile(r"(?<=\w)\s*[㊣㊞]+\s*$")


def unsealed(text: str) -> str:
    """Return `text` without a seal set after it like a badge."""
    return _SEALS.sub("", text)


_STAMPS = re.compile("[\u2e80-\u2fd5\u3220-\u3247\u3280-\u32b0\U0001f200-\U0001f251]+")


def unstamped(text: str) -> str:
    """Return `text` without radicals and ideographs in circles, brackets or squares, that stand between letters as ornaments: 国⽟税务局, ㊣港务局."""
    return _STAMPS.sub("", text)


def _flags(run: re.Match[str]) -> str:
    letters = "".join(chr(ord(c) - 0x1F1E6 + ord("A")) for c in run[0])
    pairs = re.findall("..?", letters)
    return " " * len(run[0]) if all(p in _FLAGS for p in pairs) else run[0]
