"""A protected name inside a longer one, letter for letter or look-alike for look-alike."""

from __future__ import annotations

from aboveboard.names.folding import folded
from aboveboard.names.judging import Likeness, aligned, renamed, text_of
from aboveboard.names.sides import Side, side
from aboveboard.names.units import Unit

__all__ = ["within"]


def within(name: Side, model: Side) -> Likeness | None:
    """Find the model inside a longer name, letter for letter or look-alike for look-alike."""
    if not model.key or model.key == name.key or model.key not in name.key:
        return None
    at = _place(name.units, model.key)
    if at is None:
        return _of_words(name, model)
    found = aligned(text_of(name.name, at), at, model, [], model.bits)
    return found and renamed(found._replace(whole=False), name.name, model.name)


def _of_words(name: Side, model: Side) -> Likeness | None:
    """Find the model among the words of a name whose marks are no letters: the key has them, and the letters one by one have not."""
    words, size = name.name.split(), len(model.name.split())
    runs = (" ".join(words[n : n + size]) for n in range(len(words) - size + 1))
    run = next((side(text) for text in runs if folded(text)[0] == model.key), None)
    found = run and aligned(run.name, run.units, model, [], model.bits)
    return found and renamed(found._replace(whole=False), name.name, model.name)


def _place(written: list[Unit], meant: str) -> list[Unit] | None:
    """Return the letters of the name that fold to the model's key."""
    letters_of = [
        "l" if u.letter in "i1" else "rn" if u.letter == "m" else "o" if u.letter == "0" else u.letter for u in written
    ]
    start = "".join(letters_of).find(meant)
    if start < 0:
        return None
    ends = [0]
    for letter in letters_of:
        ends.append(ends[-1] + len(letter))
    return [
        u for u, end, begin in zip(written, ends[1:], ends, strict=False) if end > start and begin < start + len(meant)
    ]
