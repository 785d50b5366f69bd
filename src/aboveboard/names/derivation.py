"""Why two names that fold alike are not the same: the path from one to the other, in words a person can check."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from aboveboard.names.characters import normal, simplified, table
from aboveboard.names.display import without_flags
from aboveboard.names.verdicts import visible

__all__ = ["Path", "explain"]

_LOOKALIKE = "look-alike letters"
_STYLED = "styled letters"
_TRADITIONAL = "Traditional form"
_HIDDEN = re.compile(r"(?<=[^\W\d_])[\u00ad\u200b-\u200d\u2060\ufeff\u034f\u202a-\u202e\u2066-\u2069]+(?=[^\W\d_])")
_JOINING = re.compile(r"[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af]")
"""Scripts that spell with joiners: Arabic and Persian, the Indic ones, Burmese, Khmer, Mongolian."""

_SHOWN = 6
"""Pairs of letters a path lists before it says how many more there are."""


class Path(NamedTuple):
    """`says` is the path in words. `disguised` is true where letters were swapped for look-alikes or parted unseen."""

    says: str
    disguised: bool


def explain(name: str, model: str) -> Path:
    """Say what was done to `model` to write `name`, or to write the part of `name` that folds like it.

    Both sides are compared as written: a script's own spelling (Cyrillic, Traditional characters, joiners in Persian)
    on both sides is no change. Names that do not fold alike give an empty path.
    """
    meant = _readings(model)
    part = _part(_readings(name), meant)
    if part is None:
        return Path("", disguised=False)
    found: dict[str, list[str]] = {}
    for written, original in _swaps(part, meant):
        kind = _kind(written, original)
        pairs = found.setdefault(kind, []) if kind else []
        pairs += [f"{written}/{original}"] * (f"{written}/{original}" not in pairs)
    unseen = [what for what, there in _UNSEEN.items() if there(name) and not there(model)]
    changes = [f"{kind} {_listed(pairs)}" for kind, pairs in found.items()] + unseen
    says = f"{name} → {model}: {', '.join(changes)}" if changes else _unchanged(name, model)
    return Path(visible(says), disguised=_LOOKALIKE in found or bool(unseen))


def _unchanged(name: str, model: str) -> str:
    first, second = normal(name).strip(), normal(model).strip()
    if first == second:
        return "the same name"
    return "the same name, spaced otherwise" if _bare(first) == _bare(second) else f"{name} contains {model}"


def _bare(text: str) -> str:
    return "".join(c for c in text if table()[ord(c)].strip())


def _listed(pairs: list[str]) -> str:
    more = f" and {len(pairs) - _SHOWN} more" if len(pairs) > _SHOWN else ""
    return " ".join(pairs[:_SHOWN]) + more


class _Read(NamedTuple):
    """One letter of a key: the place and character it was written with."""

    place: int
    char: str
    letter: str


def _readings(name: str) -> list[_Read]:
    written = enumerate(unicodedata.normalize("NFC", without_flags(name)))
    return [
        _Read(place, char, letter)
        for place, char in written
        for letter in simplified(normal(char).translate(table())).replace(" ", "")
    ]


def _part(name: list[_Read], model: list[_Read]) -> list[_Read] | None:
    """Return the stretch of `name` that reads like `model`."""
    at = "".join(r.letter for r in name).find("".join(r.letter for r in model))
    return name[at : at + len(model)] if at >= 0 and model else None


def _swaps(part: list[_Read], model: list[_Read]) -> Iterator[tuple[str, str]]:
    """Yield the least stretches that stand for each other: one letter for one, or `rn` for `m`."""
    written, meant = {part[0].place: part[0].char}, {model[0].place: model[0].char}
    for here, there in zip(part[1:], model[1:], strict=True):
        if here.place not in written and there.place not in meant:
            yield "".join(written.values()), "".join(meant.values())
            written, meant = {}, {}
        written[here.place], meant[there.place] = here.char, there.char
    yield "".join(written.values()), "".join(meant.values())


def _kind(written: str, meant: str) -> str:
    """Name the kind of change one stretch is; empty for none, such as another case."""
    if normal(written) == normal(meant):
        plain = unicodedata.normalize("NFKC", written) == unicodedata.normalize("NFC", written)
        return "" if plain else _STYLED
    forms = simplified(normal(written)), simplified(normal(meant))
    return _TRADITIONAL if forms[0] == forms[1] else _LOOKALIKE


def _hides(name: str) -> bool:
    """Whether something unseen stands between two letters of a script that does not spell with joiners."""
    return any(not _JOINING.search(name[max(0, m.start() - 1) : m.end() + 1]) for m in _HIDDEN.finditer(name))


def _strikes(name: str) -> bool:
    return any("\u0334" <= c <= "\u0338" for c in name)


_UNSEEN = {"invisible characters inside a word": _hides, "strokes laid over letters": _strikes}
