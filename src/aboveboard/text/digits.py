"""Numbers in a text however their digits are written: figures, words, ideographs, circles, keycaps, look-alike letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from aboveboard.text.spoken import Word, digits, meanings, pieces, units

__all__ = ["Number", "numbers"]

_HAN = {
    c: str(n)
    for n, row in enumerate(
        ("零〇○洞", "一壹幺弌", "二贰貳两", "三叁參", "四肆", "五伍", "六陆陸", "七柒拐", "八捌", "九玖勾")
    )
    for c in row
}
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
_FORM = re.compile(rf"[0-9]\ufe0f?\u20e3|[\dOoIl|ОоSBZЗ{''.join(_HAN)}]|[²³¹⁰⁴-⁹₀-₉①-⑨⓪⓿❶-❾⓵-⓽➀-➈➊-➒㊀-㊈⑴-⑼⒈-⒐🄁-🄊]")
_MARK = "\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0670\u0900-\u0903\u093a-\u094f\u0981-\u09cd\u0a01-\u0a4d\u0a70\u0a71\u0a81-\u0acd\u0b82-\u0bcd\u0c00-\u0c56\u0c81-\u0ccd\u0d00-\u0d4d\u0e31\u0e34-\u0e4e\u0eb1-\u0ecd\u102b-\u103e\u17b6-\u17d3\u200c\u200d"
_WORD = re.compile(rf"(?<![^\W\d])[^\W\d_](?:[^\W\d_]|[{_MARK}]|['’ʼ](?=[^\W\d_]))*(?!_)")
_JOINT = re.compile(r"[^\w]{0,4}|\s(?:e|y|i|и|і|та|and|et|und|og|och|ja|și|و|ve|dan)\s|-(?:et|e|y|and)-")
_PAUSE = re.compile(r"[,;:.、，。；：]|\s[-–—]\s")
_GLUED_LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "nl", "ru", "uk", "pl")
_NO_PIECES = frozenset(("bir", "dua", "iki", "uno", "due", "tre", "sei", "ein", "una", "six", "dos", "tri", "dix"))
"""Number words that stand in too many longer words."""
_AMID, _AMONG = re.compile(r"\d[^\w\s]{1,3}$"), re.compile(r"[^\w\s]{1,3}\d")
"""A figure and a sign on either side of a word of two letters: 5.oh.1."""
_FIGURE = re.compile(r"\d")
_ENDS = frozenset(",:;，：；、。")
_SURE = 3
"""Letters of a number word that is one by itself."""
_FIGURES = 4
"""Figures that must stand among letters meant as digits."""
_LONG = re.compile(r"[^\W_]{9}")
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


class _Token(NamedTuple):
    """What may be a digit, or a number word with what it stands for in each language."""

    start: int
    stop: int
    written: str
    values: Mapping[str, int] | None = None


@lru_cache(maxsize=4096)
def _read(token: str) -> tuple[str, str]:
    """Return a token's digit and its style."""
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

    A letter counts as a digit only between or beside figures (l38 and 1O0), an ideograph only beside another digit. The
    words of one number are words of one language.
    """
    found: list[Number] = []
    run: list[_Token] = []
    for token in _tokens(text):
        if run and not _joined(text, run, token):
            found += _number(text, run, fewest)
            run = []
        run.append(token)
    return found + _number(text, run, fewest)


def _tokens(text: str) -> list[_Token]:
    """Return what may be digits, in order: also words of digits written as one word, zeroseventwo."""
    every = _said(text)
    said = [t for n, t in enumerate(every) if len(t.written) >= _SURE or _beside(text, every, n)]
    free, at = list[_Token](), 0
    for start, stop in [*((t.start, t.stop) for t in said), (len(text), len(text))]:
        free += [_Token(*m.span(), m.group()) for m in _FORM.finditer(text, at, start)] if start > at else []
        at = max(at, stop)
    return sorted((*free, *said), key=lambda t: t.start)


def _beside(text: str, said: list[_Token], number: int) -> bool:
    """Tell whether a word of two letters stands beside another number word of its language: on, to and do are words."""
    here = said[number]
    if _AMID.search(text[: here.start]) and _AMONG.match(text, here.stop):
        return True
    for other in (*said[max(0, number - 1) : number], *said[number + 1 : number + 2]):
        between = text[min(here.stop, other.stop) : max(here.start, other.start)]
        if _JOINT.fullmatch(between) and set(here.values or ()) & set(other.values or ()):
            return True
    return not here.written[0].isascii()


def _said(text: str) -> list[_Token]:
    """Return the number words of a text, those written as one word in pieces."""
    whole = [_Token(*m.span(), m.group(), v) for m in _WORD.finditer(text) if (v := meanings(m.group()))]
    taken = {n for t in whole for n in range(t.start, t.stop)}
    long = _one_word(text) if _LONG.search(text) else ()
    glued = {t.start: t for t in (*long, *_unspaced(text)) if t.start not in taken}
    return sorted((*whole, *glued.values()), key=lambda t: t.start)


def _one_word(text: str) -> Iterator[_Token]:
    for glued in _glued_words().finditer(text):
        for piece in _glued_pieces().finditer(text, *glued.span()):
            yield _Token(*piece.span(), piece.group(), meanings(piece.group()))


def _unspaced(text: str) -> Iterator[_Token]:
    """Yield the digits of scripts without spaces, where at least two stand side by side."""
    if text.isascii():
        return
    pattern, table = pieces()
    found = list(pattern.finditer(text))
    for number, match in enumerate(found):
        language, value = table[match.group()]
        beside = (
            found[n].start() == match.end() or found[n].end() == match.start()
            for n in (number - 1, number + 1)
            if 0 <= n < len(found)
        )
        if any(beside):
            yield _Token(*match.span(), match.group(), {language: value})


@cache
def _glued_pieces() -> re.Pattern[str]:
    return re.compile("(?i)" + "|".join(_glued_parts()))


@cache
def _glued_parts() -> tuple[str, ...]:
    return (*(w for w in units(_GLUED_LANGUAGES) if w not in _NO_PIECES), "oh", "one", "two", "uno", "dos", "six")


@cache
def _glued_words() -> re.Pattern[str]:
    """Return a pattern of such words: most words begin otherwise, which is told before every piece is tried."""
    seconds: dict[str, set[str]] = {}
    for part in _glued_parts():
        seconds.setdefault(part[0], set()).add(part[1])
    begun = "|".join(f"{first}[{''.join(sorted(then))}]" for first, then in sorted(seconds.items()))
    pieces_of = "|".join(_glued_parts())
    return re.compile(rf"(?i)(?<![^\W\d_])(?=\d*(?:{begun}))\d*(?:(?:{pieces_of})\d*){{3,}}(?![^\W\d_])")


def _joined(text: str, run: list[_Token], token: _Token) -> bool:
    """Tell whether a digit goes on with the number before it. A comma or colon ends one, unless each digit stands alone."""
    joint = text[run[-1].stop : token.start]
    alone = len(run) == 1 or run[-1].start > run[-2].stop or bool(run[-1].values)
    common = token.values is None or bool(_languages([*run, token]))
    return common and bool(_JOINT.fullmatch(joint)) and (alone or not set(joint) & _ENDS)


def _languages(run: list[_Token]) -> list[str]:
    """Return the languages that have all words of a number."""
    said = [t.values for t in run if t.values]
    return sorted(set(said[0]).intersection(*said[1:])) if said else []


def _number(text: str, run: list[_Token], fewest: int) -> list[Number]:
    """One number of a run of tokens; letters at its ends belong to words and are left out."""
    while run and (_loose(text, run[0]) or _glued(text, run) or _named(run)):
        run = run[1:]
    while run and _loose(text, run[-1]):
        run = run[:-1]
    if len(run) < min(fewest, _FIGURES):
        return []
    read = [(_spelled(text, tokens), "word") if said else _read(tokens[0].written) for said, tokens in _stretches(run)]
    joints = tuple(text[a.stop : b.start] for a, b in pairwise(run))
    styles = frozenset(s for _, s in read)
    written = "".join(d for d, _ in read)
    if len(written) < fewest or ("letter" in styles and sum(s == "plain" for _, s in read) < _FIGURES):
        return []
    return [Number(written, run[0].start, run[-1].stop, styles, joints)]


def _stretches(run: list[_Token]) -> Iterator[tuple[bool, list[_Token]]]:
    """Yield the words that follow one another together, and every figure by itself."""
    for said, tokens in ((s, list(t)) for s, t in groupby(run, lambda t: t.values is not None)):
        yield from [(True, tokens)] if said else ((False, [t]) for t in tokens)


def _spelled(text: str, tokens: list[_Token]) -> str:
    pauses = [False, *(bool(_PAUSE.search(text[a.stop : b.start])) for a, b in pairwise(tokens))]
    words = [Word(t.values or {}, p) for t, p in zip(tokens, pauses, strict=True)]
    return max((digits(words, language) for language in _languages(tokens)), key=len)


def _named(run: list[_Token]) -> bool:
    """Tell whether a number's only word is a name that figures are glued to: mia197646."""
    return (
        len(run) > 1
        and run[0].values is not None
        and run[0].stop == run[1].start
        and not any(t.values for t in run[1:])
    )


def _glued(text: str, run: list[_Token]) -> bool:
    """Tell whether a number's first figure ends a word before it: w4 5512."""
    before = text[: run[0].start][-1:]
    return before.isascii() and before.isalpha() and len(run) > 1 and run[1].start > run[0].stop


def _loose(text: str, token: _Token) -> bool:
    """Tell whether a token is a letter that is part of a word, or stands away from figures."""
    if token.values:
        return False
    if token.written in _HAN:
        return _part_of_a_word(text, token)
    if token.written not in _LETTERS:
        return False
    chunk = next(m.group() for m in _CHUNK.finditer(text) if m.end() >= token.stop) if token.written != "|" else "|"
    return not all(c.isdigit() or c in _LETTERS for c in chunk) or not _FIGURE.search(chunk)


def _part_of_a_word(text: str, token: _Token) -> bool:
    """Tell whether an ideograph that can be a digit stands with others that cannot, and with no digit: 周六9:00."""
    around = text[: token.start][-1:] + text[token.stop :][:1]
    return any("\u3400" <= c <= "\u9fff" and c not in _HAN for c in around) and not any(c in _HAN for c in around)
