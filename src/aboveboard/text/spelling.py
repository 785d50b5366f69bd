"""How a term is spelled where it may stand in a text, and whether a reader reads it there at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from aboveboard.text.streams import Read, group

__all__ = ["Spelling", "edged", "marked", "shown", "spelling"]

_ORDINARY = frozenset(" _.-'’/,&:;()\"\t\u3000，。、！？：；")
_MASKS = frozenset("*#%×•●")
_PACKED, _SIGN, _DIGIT = group("人"), group("@"), group("0")
_SHORT, _LONG, _COMPOUND = 4, 6, 8
"""Letters of a term that is easily part of another word, that hardly is, and that may be written as two words."""
_HIDDEN = ("Cf", "Mn", "Me", "Cc", "Co", "Cn", "Cs", "Zl", "Zp")
_JOINERS = "\u200c\u200d"


class Spelling(NamedTuple):
    """`how` says in words what was done to the term; `disguised` is false where it is simply written; `doubt` weighs it."""

    how: str
    disguised: bool
    doubt: float = 1.0


class _Letter(NamedTuple):
    char: str
    read: str


class _Pairs(NamedTuple):
    """Letters of the text beside the term's, repeats, masked letters, and what stands between two letters."""

    swaps: list[tuple[str, str]]
    size: int
    repeats: list[tuple[str, int, int]]
    masked: bool
    gaps: list[str]


def spelling(
    text: str, start: int, stop: int, term: str, read: Read, ways: Iterable[tuple[str, str]] = ()
) -> Spelling | None:
    """Say how `text[start:stop]` spells `term`, or None where no reader would read it: an accident, initials, a number.

    `ways` are other ways to write the term, with words that say what was done.
    """
    term = unicodedata.normalize("NFC", term)
    letters = sum(c.isalpha() for c in term)
    if not letters or (letters < _SHORT and any(not c.isalnum() and not c.isspace() for c in term)):
        return _literal(text, start, stop, term)
    tried = ((how, _aligned(text[start:stop], written, read)) for written, how in ((term, ""), *ways))
    drawn, pairs = next(((how, p) for how, p in tried if p is not None), ("", None))
    if pairs is None or pairs.size == 0:
        return None
    packed = any(group(c) == _PACKED for c in term)
    edges = text[max(0, start - 1) : start], text[stop : stop + 1]
    kinds = [_kind(w, m, text[start:stop]) for w, m in pairs.swaps]
    if not (
        _letters_fit(pairs, kinds, text, (start, stop))
        and _repeats_fit(pairs)
        and _gaps_fit(pairs, text[start:stop], edges, packed=packed)
        and (not pairs.masked or pairs.size >= _SHORT)
        and not _numbered(kinds)
    ):
        return None
    told = [f"{marked(w)} read as {m}" if k else "" for (w, m), k in zip(pairs.swaps, kinds, strict=True)]
    told += [drawn]
    told += [f"{c} repeated" for c, _, _ in pairs.repeats] + ["a letter masked"] * pairs.masked + _between(pairs)
    return Spelling(", ".join(dict.fromkeys(filter(None, told))) or "as written", any(told))


def _literal(text: str, start: int, stop: int, term: str) -> Spelling | None:
    """Find a term of figures, or of few letters and signs, which stands as it is written or not at all."""
    at = text.casefold().find(term.casefold(), max(0, start - len(term)), stop + len(term))
    around = text[at - 1 : at] if at > 0 else "", text[at + len(term) : at + len(term) + 1]
    return None if at < 0 or any(c.isalnum() for c in around) else Spelling("as written", disguised=False)


def edged(text: str, start: int, stop: int, term: str) -> bool:
    """Whether a word really ends where figures begin: not in cored0wn (wn), bon9it (bong), nor h1333 (13)."""
    size = sum(c.isalnum() for c in term)
    for inner, meant, outer in (
        (text[start], term[0], text[max(0, start - 2) : start][::-1]),
        (text[stop - 1], term[-1], text[stop : stop + 2]),
    ):
        if not outer[:1].isalnum():
            continue
        if meant.isdigit() or group(inner) in {_DIGIT, _SIGN}:
            return False
        if group(outer[0]) == _DIGIT and outer[1:].isalpha() and size <= _SHORT:
            return False
    return True


def _aligned(text: str, term: str, read: Read) -> _Pairs | None:
    meant, breaks = _letters_of(term, read)
    swaps: list[tuple[str, str]] = []
    repeats: dict[int, list[int]] = {}
    gaps, at, masked, gap, last, before = [""], 0, False, "", "", ""
    for char in text:
        letters = read(char).replace(" ", "")
        if not letters:
            gap += char
        for letter in letters:
            step = _step(letter, meant, at, gap, last)
            if step is None or (step == 0 and not _alike(char, before)):
                return None
            if step == 0:
                repeats.setdefault(at, [0])[0] += 1
            masked = masked or step > 1
            if gap and at and at not in breaks:
                gaps.append(gap)
            at, gap, last, before = at + step, "", letter, char
            if step:
                swaps.append((char, meant[at - 1].char))
    if at != len(meant):
        return None
    told = [(meant[n - 1].char, e[0], _standing(meant, n - 1)) for n, e in repeats.items()]
    return _Pairs(swaps, len(meant), told, masked, gaps[1:])


def _alike(char: str, before: str) -> bool:
    """Whether a letter repeats the one before it, or stands for it: the i and l of Hill read alike and are two letters."""
    return char.casefold() == before.casefold() or not (
        char.isalpha() and before.isalpha() and (char + before).isascii()
    )


def _letters_of(term: str, read: Read) -> tuple[list[_Letter], set[int]]:
    """Return the letters of a term, and before which of them it has a break of its own."""
    letters: list[_Letter] = []
    breaks: set[int] = set()
    for char in term:
        read_as = read(char).replace(" ", "")
        if not read_as:
            breaks.add(len(letters))
        letters += [_Letter(char, x) for x in read_as]
    return letters, breaks


def _step(letter: str, meant: list[_Letter], at: int, gap: str, last: str) -> int | None:
    """How many letters of the term this letter of the text stands for: 0 for a repeat, 2 after a masked one."""
    if at < len(meant) and letter == meant[at].read:
        return 1
    if letter == last:
        return 0
    if at + 1 < len(meant) and letter == meant[at + 1].read and set(gap) & _MASKS:
        return 2
    return None


def _standing(meant: list[_Letter], at: int) -> int:
    """How often the letter of the term that ends at `at` stands there."""
    size = 1
    while at - size >= 0 and meant[at - size].read == meant[at].read:
        size += 1
    return size


def _kind(written: str, meant: str, span: str) -> str:
    """Name the kind of swap; empty for none."""
    plain = unicodedata.normalize("NFKC", written).casefold()
    if plain == meant.casefold():
        return "" if written.casefold() == plain else "styled"
    if group(written) in {_DIGIT, _SIGN}:
        return "leet"
    if written.isascii() and meant.isascii():
        dotless = (written == "I" and span.upper() != span) or (written == "l" and span.lower() != span)
        return "dotless" if dotless else "other"
    return "form" if group(meant) == _PACKED else _foreign(written, meant)


def _foreign(written: str, meant: str) -> str:
    """Tell small capitals, enclosed letters and accents from letters of another script."""
    if "SMALL CAPITAL" in unicodedata.name(written, "") or unicodedata.category(written) == "So":
        return "styled"
    bare = [unicodedata.normalize("NFD", c)[0].casefold() for c in (written, meant)]
    latin = written.isascii() and "LATIN" in unicodedata.name(meant, "")
    return "mark" if latin or bare[0] in {meant.casefold(), bare[1]} else "foreign"


def _letters_fit(pairs: _Pairs, kinds: list[str], text: str, span: tuple[int, int]) -> bool:
    count = {k: kinds.count(k) for k in kinds}
    kept = pairs.size - count.get("leet", 0)
    if count.get("other") or (count.get("dotless") and pairs.size <= _SHORT) or (count.get("form") and pairs.size < 2):  # noqa: PLR2004
        return False
    if count.get("leet") and (kept < 2 or pairs.size < 3):  # noqa: PLR2004  (a55 is a road, b3t a word)
        return False
    if count.get("mark") and pairs.size < (_SHORT if count["mark"] > 1 else _LONG):
        return False
    return not count.get("foreign") or _out_of_place(pairs, kinds, text, span)


def _numbered(kinds: list[str]) -> bool:
    """Whether the figures are a number after a name (tan94), not letters of it (t4n94)."""
    tail = len(kinds) - len("".join("1" if k == "leet" else "0" for k in kinds).rstrip("1"))
    return 0 < tail == kinds.count("leet") and (len(kinds) < _LONG or tail * 3 > len(kinds))


def _out_of_place(pairs: _Pairs, kinds: list[str], text: str, span: tuple[int, int]) -> bool:
    """Whether letters of another script cannot be that script's own word: they stand among, or beside, the term's script."""
    if kinds.count("foreign") < len([k for k in kinds if k != "leet"]):
        return True
    around = [c for c in text[: span[0]] + text[span[1] :] if c.isalpha()]
    return pairs.size > _SHORT and all(c.isascii() for c in around)


def _repeats_fit(pairs: _Pairs) -> bool:
    """Three of a letter are never a word's own; two are no other word's only in a long term (beet is not bet)."""
    enough = pairs.size >= (_LONG if all(m.isascii() for _, m in pairs.swaps) else 2)
    return enough or all(extra + standing > 2 for _, extra, standing in pairs.repeats)  # noqa: PLR2004


def _gaps_fit(pairs: _Pairs, span: str, edges: tuple[str, str], *, packed: bool) -> bool:
    """Whether what parts the letters was put there on purpose: every letter parted, odd signs, or many small pieces."""
    parted = [g for g in pairs.gaps if any(unicodedata.category(c) not in _HIDDEN for c in g)]
    if not parted:
        return True
    if packed:
        return _packed_gaps_fit(pairs, parted, span, edges)
    if any(c.isalpha() and group(c) != _PACKED for c in edges):
        return False
    plain = all(c in _ORDINARY for g in parted for c in g)
    if pairs.size < 3:  # noqa: PLR2004
        return "\uac00" <= span[0] <= "\ud7a3" and not any(c.isspace() for g in parted for c in g)
    if len(parted) >= pairs.size - 1:
        return pairs.size >= _SHORT or not (span.isupper() and plain)
    small = len(parted) > 1 and pairs.size / (len(parted) + 1) <= 2.5  # noqa: PLR2004
    return pairs.size >= (_SHORT if not plain else _LONG if small else _COMPOUND)


def _packed_gaps_fit(pairs: _Pairs, parted: list[str], span: str, edges: tuple[str, str]) -> bool:
    """Ideographs need no signs between them; only a space or a mark of punctuation may part two words by chance."""
    open_ends = sum(not c or group(c) != _PACKED for c in edges)
    if "の" in span:
        return pairs.size > 2 and len(parted) in {1, pairs.size - 1}  # noqa: PLR2004
    if all(c in " \u3000，。、！？：；,;:!?/&()" for g in parted for c in g):
        return open_ends == 2 and len(parted) == pairs.size - 1  # noqa: PLR2004
    return pairs.size > 2 or open_ends > 0  # noqa: PLR2004


def _between(pairs: _Pairs) -> list[str]:
    """Say what stands between the letters, but not what a script itself writes there."""
    found = sorted({c for g in pairs.gaps for c in g if not ("\u064b" <= c <= "\u0652" or c == "\u0640")})
    native = any("\u0590" <= m <= "\u0dff" for _, m in pairs.swaps)
    found = [c for c in found if not (native and c in _JOINERS)]
    if pairs.masked:
        found = [c for c in found if c not in _MASKS]
    return [f"{' '.join(marked(c) for c in found)} between its letters"] if found else []


def marked(text: str) -> str:
    """Return text in which a reader can see everything: hidden characters as U+XXXX, a space as ␣ where it stands alone."""
    if text == " ":
        return "a space"
    return "".join(f"U+{ord(c):04X}" if unicodedata.category(c) in _HIDDEN else c for c in text)


def shown(text: str, start: int, stop: int, room: int = 24) -> str:
    """Return the text around a span, the span in brackets, hidden characters spelled out."""
    before, after = text[max(0, start - room) : start], text[stop : stop + room]
    left, right = "…" if start > room else "", "…" if stop + room < len(text) else ""
    return f"{left}{marked(before)}[{marked(text[start:stop])}]{marked(after)}{right}".replace("\n", " ")
