"""Numbers in a text however their digits are written: figures, words, ideographs, circles, keycaps, look-alike letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

__all__ = ["WORDS", "Number", "numbers"]

_HAN = {
    c: str(n)
    for n, row in enumerate(
        ("零〇○洞", "一壹幺弌", "二贰貳两", "三叁參", "四肆", "五伍", "六陆陸", "七柒拐", "八捌", "九玖勾")
    )
    for c in row
}
_SPOKEN = (
    "zero oh nought cero ноль нуль null nul sifir صفر kosong khong zéro शून्य", "one uno um uma один одна eins een bir واحد satu एक", "two dos dois duas deux два две zwei due twee iki اثنين اثنان dua दो",
    "three tres três trois три drei tre drie uc üç ثلاثة tiga तीन", "four cuatro quatro quatre четыре vier quattro dort dört اربعة أربعة empat चार", "five cinco cinq пять funf fünf cinque vijf bes beş خمسة lima पांच",
    "six seis meia шесть sechs sei zes alti altı ستة enam छह", "seven siete sete sept семь sieben sette zeven yedi سبعة tujuh सात", "eight ocho oito huit восемь acht otto sekiz ثمانية delapan आठ",
    "nine nueve nove neuf девять neun negen dokuz تسعة sembilan नौ",
)  # fmt: skip
_TEENS = (
    "ten diez dez dix десять zehn dieci", "eleven once onze одиннадцать elf undici", "twelve doce doze douze двенадцать zwolf zwölf dodici", "thirteen trece treze treize тринадцать", "fourteen catorce quatorze четырнадцать",
    "fifteen quince quinze пятнадцать", "sixteen dieciseis dezesseis seize шестнадцать", "seventeen diecisiete dezessete семнадцать", "eighteen dieciocho dezoito восемнадцать", "nineteen diecinueve dezenove девятнадцать",
)  # fmt: skip
_TENS = (
    "twenty veinte vinte vingt двадцать", "thirty treinta trinta trente тридцать", "forty cuarenta quarenta quarante сорок", "fifty cincuenta cinquenta cinquante пятьдесят",
    "sixty sesenta sessenta soixante шестьдесят", "seventy setenta семьдесят", "eighty ochenta oitenta восемьдесят", "ninety noventa девяносто",
)  # fmt: skip
WORDS = {
    **{w: str(n) for n, row in enumerate(_SPOKEN) for w in row.split()},
    **{w: str(n) for n, row in enumerate(_TEENS, 10) for w in row.split()},
    **{w: f"{n}0" for n, row in enumerate(_TENS, 2) for w in row.split()},
    "hundred": "00", "double": "2x", "triple": "3x", "doble": "2x", "duplo": "2x", "dois": "2", "девятьсот": "900", "восемьсот": "800", "пятьсот": "500",
}  # fmt: skip
_LETTERS = {
    "o": "0",
    "O": "0",
    "l": "1",
    "I": "1",
    "|": "1",
    "О": "0",
    "о": "0",
    "S": "5",
    "B": "8",
    "Z": "2",
    "З": "3",
}
_TOKEN = re.compile(
    rf"(?i:(?<![^\W\d])(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})(?![^\W\d]))|[0-9]\ufe0f?\u20e3|[\dOoIl|ОоSBZЗ{''.join(_HAN)}]|[²³¹⁰⁴-⁹₀-₉①-⑨⓪❶-❾➀-➈➊-➒㊀-㊈⑴-⑼⒈-⒐🄁-🄊]"
)
_SPELLED = "|".join(
    sorted(
        (w for w in WORDS if w.isalpha() and w not in {"oh", "um", "bir", "dua", "iki", "uc", "double", "triple"}),
        key=len,
        reverse=True,
    )
)
_GLUED = re.compile(rf"(?i)(?<![^\W\d_])\d*(?:(?:{_SPELLED}|oh)\d*){{2,}}(?![^\W\d_])")
_PIECE = re.compile(rf"(?i){_SPELLED}|oh|\d")
_JOINT = re.compile(r"[^\w]{0,4}|\s(?:e|y|и|and|et|und)\s")
_FIGURE = re.compile(r"\d")
_ENDS = frozenset(",:;，：；、。")
_FIGURES = 4
"""Figures that must stand among letters meant as digits."""
_CHUNK = re.compile(r"\w+")


class Number(NamedTuple):
    """Digits in ASCII, where they stand in the text, what parts them, and how they are written: one word for each style.

    Styles: `plain` (0 to 9), `native` (another script's figures), `wide`, `styled`, `keycap`, `han`, `word`, `letter`.
    """

    digits: str
    start: int
    stop: int
    styles: frozenset[str]
    joints: tuple[str, ...]


@lru_cache(maxsize=4096)
def _read(token: str) -> tuple[str, str]:
    """Return a token's digit and its style. Patterns that pass over case read the Turkish ı and İ as i, and so does this."""
    word = token.casefold().replace("ı", "i").replace("i\u0307", "i")
    if word in WORDS:
        return WORDS[word], "word"
    if token in _HAN:
        return _HAN[token], "han"
    if token in _LETTERS:
        return _LETTERS[token], "letter"
    return (token[0], "keycap") if len(token) > 1 else _figure(token)


def _figure(figure: str) -> tuple[str, str]:
    value = unicodedata.digit(figure, unicodedata.numeric(figure, 0))
    if unicodedata.category(figure) != "Nd" or ord(figure) > 0x1D000:  # noqa: PLR2004  (mathematical figures)
        return str(int(value)), "styled"
    if figure.isascii():
        return figure, "plain"
    return str(int(value)), "wide" if "\uff10" <= figure <= "\uff19" else "native"


def numbers(text: str, fewest: int = 5) -> list[Number]:
    """Return the runs of at least `fewest` digits, parted by at most four signs and never by a letter.

    A letter counts as a digit only between or beside figures (l38 and 1O0), an ideograph only beside another digit.
    """
    found: list[Number] = []
    run: list[re.Match[str]] = []
    for token in _tokens(text):
        if run and not _joined(text, run, token):
            found += _number(text, run, fewest)
            run = []
        run.append(token)
    return found + _number(text, run, fewest)


def _tokens(text: str) -> list[re.Match[str]]:
    """Return what may be digits, in order: also words of digits written as one word, zeroseventwo."""
    glued = [m.span() for m in _GLUED.finditer(text)]
    inside = [t for low, high in glued for t in _PIECE.finditer(text, low, high)]
    return sorted(
        (*inside, *(t for t in _TOKEN.finditer(text) if not any(low <= t.start() < high for low, high in glued))),
        key=lambda t: t.start(),
    )


def _joined(text: str, run: list[re.Match[str]], token: re.Match[str]) -> bool:
    """Tell whether a digit goes on with the number before it. A comma or colon ends one, unless each digit stands alone."""
    joint = text[run[-1].end() : token.start()]
    alone = len(run) == 1 or run[-1].start() > run[-2].end()
    return bool(_JOINT.fullmatch(joint)) and (alone or not set(joint) & _ENDS)


def _number(text: str, run: list[re.Match[str]], fewest: int) -> list[Number]:
    """One number of a run of tokens; letters at its ends belong to words and are left out."""
    while run and (_loose(text, run[0]) or _glued(text, run)):
        run = run[1:]
    while run and _loose(text, run[-1]):
        run = run[:-1]
    if len(run) < fewest:
        return []
    read = _joined_tens([_read(t.group()) for t in run])
    read = [(d, s) for d, s in read if d[-1:] != "x"] if read[-1][0][-1:] == "x" else read
    joints = tuple(text[a.end() : b.start()] for a, b in pairwise(run))
    styles = frozenset(s for _, s in read)
    if "letter" in styles and sum(s == "plain" for _, s in read) < _FIGURES:
        return []
    return [Number("".join(d for d, _ in read), run[0].start(), run[-1].end(), styles, joints)]


def _glued(text: str, run: list[re.Match[str]]) -> bool:
    """Tell whether a number's first figure ends a word before it: w4 5512."""
    before = text[: run[0].start()][-1:]
    return before.isascii() and before.isalpha() and len(run) > 1 and run[1].start() > run[0].end()


def _joined_tens(read: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Read thirty four as 34, not as 30 and 4, and double oh as 00."""
    for place, ((tens, style), (unit, other)) in enumerate(pairwise(read)):
        if style == other == "word" and len(tens) == 2 and tens[1] == "0" and tens[0] > "1" and len(unit) == 1:  # noqa: PLR2004
            read[place] = tens[0], style
        elif tens[-1:] == "x":
            read[place] = unit * (int(tens[0]) - 1), style
    return read


def _loose(text: str, token: re.Match[str]) -> bool:
    """Tell whether a token is a letter that is part of a word, or stands away from figures."""
    if token.group() in _HAN:
        return _part_of_a_word(text, token)
    if token.group() not in _LETTERS:
        return False
    chunk = next(m.group() for m in _CHUNK.finditer(text) if m.end() >= token.end()) if token.group() != "|" else "|"
    return not all(c.isdigit() or c in _LETTERS for c in chunk) or not _FIGURE.search(chunk)


def _part_of_a_word(text: str, token: re.Match[str]) -> bool:
    """Tell whether an ideograph that can be a digit stands with others that cannot, and with no digit: 周六9:00."""
    around = text[: token.start()][-1:] + text[token.end() :][:1]
    return any("\u3400" <= c <= "\u9fff" and c not in _HAN for c in around) and not any(c in _HAN for c in around)
