"""Finds what a text puts in quotation marks, and whether published words hold it.

Marks follow the Unicode core specification, "Quotation Marks" (chapter 6.2): what opens in one language closes in another. A quotation
is compared folded: width, case, accents, punctuation, Traditional and Simplified forms. An ellipsis or an insertion in brackets parts it;
the parts must come in order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from aboveboard.text.scripts_of import PACKED, script_of

__all__ = ["MARKED", "Differing", "Quote", "differing", "figures", "held", "outside", "quotes_in", "size", "words_of"]

_CLOSES = {
    "“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«»", "‹": "›", "›": "‹", "「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄", "｢": "｣", "〝": "〞〟",
    '"': '"', "＂": "＂", "‘": "’", "‚": "‘’", "'": "'", "〈": "〉", "”": "”",
}  # fmt: skip
"""What may close each mark. `”…”` is Swedish and Finnish, `»…«` German and Danish."""

MARKED = "[" + re.escape("".join(_CLOSES)) + "]"
"""A character that may open a quotation, for a cheap look before `quotes_in`."""

_OPENING = re.compile(MARKED)
_TURNS = {mark: re.compile(f"[{re.escape(mark + closers)}]") for mark, closers in _CLOSES.items()}
"""What may close a quotation that a mark opens, or open another inside it."""

_LONGEST = 600
_PARTS = re.compile(r"…+|\.{3,}|。{3,}|・{3,}|[\[［][^\]］]{0,80}[\]］]|[(（]\s*(?:…|\.{3,}|sic)\s*[)）]")
_WORD = re.compile(rf"[{PACKED}]|(?:\d[\d.,'’٫٬]*\d|\d)|[^\W\d_{PACKED}]+(?:['’][^\W\d_{PACKED}]+)*")
_POINT = re.compile(r"(?<=\d)[.,'’٫٬](?=\d{3}(?!\d))")
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两兩萬億壹贰叁肆伍陆柒捌玖拾")
_LONG, _RARE = 5, 10
_TALLEST = 0x3000


class Quote(NamedTuple):
    """What stands between two marks (`words`), and the places of the opening mark and behind the closing one."""

    words: str
    start: int
    stop: int


class Differing(NamedTuple):
    """The published passage nearest to a quotation, how much of the quotation it holds (0 to 1), and the words that differ."""

    passage: str
    held: float
    said: tuple[str, ...]
    published: tuple[str, ...]


def quotes_in(text: str) -> list[Quote]:
    """Return the outermost quotations of a text, in order."""
    found: list[Quote] = []
    place = 0
    while mark := _OPENING.search(text, place):
        stop = _closing(text, mark.start())
        place = mark.end() if stop is None else stop + 1
        if stop is not None:
            found.append(Quote(text[mark.end() : stop], mark.start(), place))
    return found


def _closing(text: str, place: int) -> int | None:
    """Return where the quotation closes that the mark at `place` opens, if it does."""
    mark = text[place]
    closers = _CLOSES[mark]
    if not _opens(text, place):
        return None
    depth = 1
    for found in _TURNS[mark].finditer(text, place + 1, place + _LONGEST):
        char, end = found.group(), found.start()
        if char in closers and _ends(text, end, mark):
            depth -= 1
            if not depth:
                return end
        elif char == mark and mark not in closers:
            depth += 1
    return None


def _opens(text: str, place: int) -> bool:
    """Tell whether a mark may open here: one that also closes, or is an apostrophe, opens behind no letter."""
    mark, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    if not after or (after.isspace() and mark not in "«‹"):
        return False
    packed = script_of(before) == "packed" if before else True
    return mark not in "\"'＂”»›‘" or packed or not before.isalnum()


def _ends(text: str, place: int, mark: str) -> bool:
    """Tell whether a mark closes here. An apostrophe stands between letters."""
    after = text[place + 1 : place + 2]
    return mark not in "'‘‚" or not after.isalnum() or script_of(after) == "packed"


def outside(text: str, quotes: Sequence[Quote]) -> str:
    """Return a text without its quotations."""
    kept, last = [], 0
    for quote in quotes:
        kept.append(text[last : quote.start])
        last = quote.stop
    return " ".join([*kept, text[last:]])


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a text in order; of scripts without spaces, the characters; numbers without thousands' marks."""
    read = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text)).casefold()
    bare = read if read.isascii() else unicodedata.normalize("NFC", read.translate(_SPEAKING))
    return tuple(_number(w) if w[0].isdigit() else w.replace("’", "'") for w in _WORD.findall(bare))


def _silent(char: str) -> bool:
    """Tell whether a mark says nothing: accents of letters, vowel signs of Arabic and Hebrew, hidden characters."""
    kind = unicodedata.category(char)
    return kind == "Cf" or char == "ـ" or (kind == "Mn" and not "\u0900" <= char < "\u1000" and ord(char) < _TALLEST)


class _Speaking(dict[int, int | None]):
    """A table for `str.translate` that drops silent marks; it settles a character the first time it is met."""

    def __missing__(self, code: int) -> int | None:
        self[code] = value = None if _silent(chr(code)) else code
        return value


_SPEAKING = _Speaking()


def _number(word: str) -> str:
    if word.isascii() and word.isdigit():
        return word
    figures_only = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in _POINT.sub("", word))
    return figures_only.replace("٫", ".").replace(",", ".")


def size(words: Sequence[str]) -> float:
    """Return how much words say: a word counts one, a character of a script without spaces a half."""
    return sum(0.5 if script_of(w) == "packed" else 1.0 for w in words)


def figures(words: Sequence[str]) -> frozenset[str]:
    """Return the numbers among folded words."""
    return frozenset(w for w in words if w[0].isdigit() or w in _NUMERALS)


def held(quote: str, published: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether one of some published texts (`words_of` each) holds a quotation: all of its parts, in order."""
    parts = [p for p in map(words_of, _PARTS.split(quote)) if p]
    return any(_in_order(parts, text) for text in published)


def _in_order(parts: Sequence[tuple[str, ...]], text: tuple[str, ...]) -> bool:
    start = 0
    for part in parts:
        found = next(
            (s for s in range(start, len(text) - len(part) + 1) if _slips(part, text[s : s + len(part)])), None
        )
        if found is None:
            return False
        start = found + len(part)
    return True


def _slips(said: Sequence[str], meant: Sequence[str]) -> bool:
    """Tell whether words are the same but for a slip of the pen: one letter of a long word, in one word of ten."""
    wrong = [(a, b) for a, b in zip(said, meant, strict=True) if a != b]
    return len(wrong) <= max(1, len(said) // _RARE) and all(_slip(a, b) for a, b in wrong)


def _slip(a: str, b: str) -> bool:
    """Tell whether one word is another with a letter wrong; never a number, nor a character that is a word."""
    if min(len(a), len(b)) < _LONG or a[0] != b[0] or a[0].isdigit():
        return False
    return sum(max(i2 - i1, j2 - j1) for op, i1, i2, j1, j2 in _ops(a, b) if op != "equal") <= 1


def _ops(a: Sequence[str], b: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    return list(SequenceMatcher(None, a, b, autojunk=False).get_opcodes())


def differing(quote: str, published: Sequence[tuple[str, tuple[str, ...]]]) -> Differing:
    """Return the passage of `published` (each as written, and its `words_of`) that is nearest to a quotation, and what differs."""
    said = words_of(" ".join(_PARTS.split(quote)))
    best = max(published, key=lambda p: (len(set(said) & set(p[1])), -len(p[1]), p[0]))
    parts = _ops(said, best[1])
    same = sum(i2 - i1 for op, i1, i2, _, _ in parts if op == "equal")
    inner = [p for p in parts if p[0] != "insert" or 0 < p[1] < len(said)]
    a = tuple(_joined(said[i1:i2]) for op, i1, i2, _, _ in inner if op != "equal" and i2 > i1)
    b = tuple(_joined(best[1][j1:j2]) for op, _, _, j1, j2 in inner if op != "equal" and j2 > j1)
    return Differing(best[0], same / max(len(said), 1), a, b)


def _joined(words: Sequence[str]) -> str:
    return re.sub(rf"(?<=[{PACKED}]) | (?=[{PACKED}])", "", " ".join(words))
