"""Characters written as their parts: 弓长 for 张, 扌艮 for 报."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from operator import add

__all__ = ["assembled", "joined", "kin", "split", "whole"]


@cache
def _rows() -> list[tuple[str, str]]:
    """Return every run of parts with what it makes; of several that a run makes the most usual one last."""
    text = files("aboveboard.names").joinpath("data/parts.tsv").read_text("utf-8")
    rows = [(line[:at], line[at + 1 :]) for line in text.splitlines() if (at := line.find("\t")) > 0 and line[0] != "#"]
    rows += [(other, made) for run, made in rows if not _KANA_DRAWN.isdisjoint(run) for other in _in_kana(run)]
    taken = {run for run, _ in rows}
    twice = {(run[0] + made, made) for run, made in rows if run[0] in _BOUND and len(run) == 2}  # noqa: PLR2004  (a radical and the rest)
    rows += [row for row in twice if row[0] not in taken]
    return sorted(rows, key=lambda row: (row[0], _usual(row[1])))


_IN_KANA = str.maketrans("礻亻氵艹宀木口力工夕卜匕又彡二八厶刂勹彐", "ネイシサウホロカエタトヒヌミニハムリクヨ")
_KANA_DRAWN = frozenset(map(chr, _IN_KANA))
"""Radicals, and the katakana that they are drawn like: ネ見 for 視."""


def _in_kana(run: str) -> list[str]:
    """Return parts with some or all of those that are drawn like katakana as these: 二ム, ニム and ニ厶 for 云."""
    ways = product(*((c, c.translate(_IN_KANA)) if c in _KANA_DRAWN else (c,) for c in run))
    return ["".join(way) for way in ways][1:]


_BOUND = frozenset("亻氵冫扌讠钅忄纟饣犭衤礻灬阝刂艹宀疒辶")
"""Radicals that are no words: one before a character that has it says nothing more, 扌报 is read as 报."""


def _usual(char: str) -> int:
    """Return 2 for an ideograph of the first level of GB 2312, 1 for another of it, 0 for the rest."""
    try:
        return 1 + (char.encode("gb2312")[0] < _SECOND_LEVEL)
    except UnicodeEncodeError:
        return 0


_SECOND_LEVEL = 0xD8


@cache
def _wholes() -> dict[str, str]:
    return dict(_rows())


@cache
def _rarer() -> dict[str, str]:
    """Return what a run of parts makes beside the most usual: 伝, where that is 会."""
    return {run: made for run, made in _rows() if _wholes()[run] != made}


@cache
def _every() -> dict[str, tuple[str, ...]]:
    """Return all that a run of parts makes: 人一 is 大 and, in 合, 亼."""
    found: dict[str, list[str]] = {}
    for run, made in _rows():
        found.setdefault(run, []).append(made)
    return {run: tuple(dict.fromkeys(made)) for run, made in found.items()}


def whole(a: str, b: str) -> str:
    """Return the character that `a` and `b` make when pushed together; empty where they make none."""
    return _wholes().get(a + b, "")


@cache
def _splits() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for pair, made in _rows():
        found[made] = (*found.get(made, ()), pair)
    return found


def split(char: str) -> tuple[str, ...]:
    """Return the ways to write one character as two or three."""
    return _splits().get(char, ())


_PIECES = 5
"""The most pieces a character is read from: its parts, and theirs."""


@lru_cache(maxsize=65_536)
def assembled(text: str) -> frozenset[str]:
    """Return every character that all of `text` (two to five characters) makes, its parts themselves taken to pieces or not."""
    if not 1 < len(text) <= _PIECES:
        return frozenset()
    every = _every()
    found = {*every.get(text, ())}
    for start in range(len(text)):
        for end in range(start + 2, len(text) + (start > 0)):
            for made in every.get(text[start:end], ()) if end - start < len(text) else ():
                found |= assembled(text[:start] + made + text[end:])
    return frozenset(found)


@cache
def _kin() -> dict[str, set[str]]:
    """Return each part that gives characters their body, with all that have it beside or under one of the common radicals."""
    found: dict[str, set[str]] = {}
    for text, made in _wholes().items():
        if len(text) == 2:  # noqa: PLR2004  (a radical and a body)
            for radical, body in (text, text[::-1]):
                if radical in _RADICALS and body not in _RADICALS:
                    found.setdefault(body, set()).add(made)
    return found


_RADICALS = frozenset(
    "亻氵冫扌讠言钅金忄纟糹饣犭衤礻灬阝刂艹牜木口日月女土王火目禾米虫足车車马馬鱼魚山巾广疒宀竹⺮辶囗石田贝貝彡斤攵页頁雨"
)
_CROWD = 24


@lru_cache(maxsize=16_384)
def kin(char: str) -> frozenset[str]:
    """Return the characters that have the same body and another radical, or none: 院 and 晥, 湃 and 拜. Read only."""
    bodies = {char} | {
        body for text in split(char) if len(text) < _RUNS[0] for r, body in (text, text[::-1]) if r in _RADICALS
    }
    bodies = {b for b in bodies if b in _kin() and b not in _RADICALS and len(_kin()[b]) <= _CROWD}
    return frozenset(bodies.union(*(_kin()[b] for b in bodies)) - {char})


_RUNS, _ALONE, _ROUNDS = (3, 2), 6, 3


def joined(text: str) -> set[str]:
    """Return `text` with runs of parts written as the character they make: all from the left, all from the right, each alone.

    What is made may be a part again. Empty where no neighbours are parts of one.
    """
    if _heads().isdisjoint(map(add, text, text[1:])):
        return set()
    wholes = _wholes()
    spots = [(i, n) for i in range(len(text) - 1) for n in _RUNS if len(text) >= i + n and text[i : i + n] in wholes]
    found = {
        text[:i] + made[text[i : i + n]] + text[i + n :]
        for i, n in spots[:_ALONE]
        for made in (wholes, _rarer())
        if text[i : i + n] in made
    }
    for join in (_from_left, _from_right) if spots else ():
        made = text
        for _ in range(_ROUNDS):
            before, made = made, join(made, wholes)
            if made == before:
                break
            found.add(made)
    for start, end in _LONG if spots else ():
        found |= _pieced(text, start, end)
    return found


@cache
def _heads() -> frozenset[str]:
    """Return the first two parts of every character that is made of two or three: most texts have no such neighbours."""
    return frozenset(text[:2] for text in _wholes())


_LONG = ((0, 3), (0, 4), (0, 5))


def _pieced(text: str, start: int, end: int) -> set[str]:
    """Return `text` with one long run, wherever it is, as a character its pieces make."""
    runs = ((i, text[i + start : i + end]) for i in range(len(text) - end + 1))
    return {text[:i] + made + text[i + end :] for i, run in runs for made in sorted(assembled(run))[:2]}


def _from_left(text: str, wholes: dict[str, str]) -> str:
    out, i = list[str](), 0
    while i < len(text):
        n = next((n for n in _RUNS if text[i : i + n] in wholes), 1)
        out.append(wholes.get(text[i : i + n], text[i : i + n]))
        i += n
    return "".join(out)


def _from_right(text: str, wholes: dict[str, str]) -> str:
    out, i = list[str](), len(text)
    while i > 0:
        n = next((n for n in _RUNS if i >= n and text[i - n : i] in wholes), 1)
        out.append(wholes.get(text[i - n : i], text[i - n : i]))
        i -= n
    return "".join(out[::-1])
