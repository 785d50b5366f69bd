"""Names that begin or end with another in disguise, whatever stands beside it: K3LA Etuuspäätös, 0uest-Franc3 Jeux Concours.

Nobody writes a word of his own name with a digit or a sign for a letter, or in letters of two alphabets; so the rest needs no reading.
"""

from __future__ import annotations

import re
from functools import lru_cache

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.few import pattern_of, searched
from aboveboard.names.in_disguise import DISGUISED
from aboveboard.names.judging import Likeness, aligned, renamed
from aboveboard.names.letters import lettering
from aboveboard.names.loosely import loosened_all
from aboveboard.names.pieces import Piece, keyed
from aboveboard.names.rewriting import rewritings
from aboveboard.names.sides import Side, side

__all__ = ["hidden_keys", "hidden_pieces", "hidden_runs", "within_runs"]

_PARTED = r"[^ _.-][ _.-]+[^ _.-]"
_DIGITS = r"[A-Za-z][0134578@$!|]+[A-Za-z]|(?:^|[ _.-])[0134578@$][A-Za-z]{2}|[A-Za-z]{2}[0134578@$][ _.-]"
_MARKED = rf"{_DIGITS}|{DISGUISED}"
_WORDS, _MOST, _LONGEST, _LEAST = re.compile(r"[^ _.-]+"), 8, 3, 4


@lru_cache(maxsize=16_384)
def hidden_runs(name: str) -> tuple[str, ...]:
    """Return what a name begins or ends with, of one to three words, that has a word in disguise; none for another name."""
    if not (pattern_of(_PARTED).search(name) and pattern_of(_MARKED).search(name)):
        return ()
    words = list(_WORDS.finditer(name))
    if not 1 < len(words) <= _MOST:
        return ()
    sizes = range(1, min(_LONGEST, len(words) - 1) + 1)
    runs = [name[: words[n - 1].end()] for n in sizes] + [name[words[-n].start() :] for n in sizes]
    return tuple(dict.fromkeys(r for r in runs if len(r) >= _LEAST and _marked(r)))


def _marked(run: str) -> bool:
    return pattern_of(_MARKED).search(f"{run} ") is not None


def hidden_keys(name: str) -> tuple[str, ...]:
    """Return the `loose` keys of these runs, as they stand and as they may be shown."""
    texts = [text for run in hidden_runs(name) for text in (run, *(way for way, _ in rewritings(run)))]
    return tuple(dict.fromkeys(filter(None, loosened_all([lettering(text) or "" for text in texts])))) if texts else ()


def hidden_pieces(names: pa.Array, everyone: pa.Array) -> list[Piece]:
    """Return these keys of all names; few have any."""
    which = pc.fill_null(pc.and_(searched(names, _PARTED), searched(names, _MARKED)), False)
    rows = zip(everyone.filter(which).to_pylist(), names.filter(which).to_pylist(), strict=True)
    made = [(p, key) for p, n in rows for key in hidden_keys(n)]
    if not made:
        return []
    return [keyed(made, "loose", core=True)]


def within_runs(name: Side, model: Side) -> Likeness | None:
    """Compare these runs with the model: a part of a name, in disguise or not at all."""
    found = list[Likeness]()
    for run in hidden_runs(name.name):
        mine = side(run)
        ways = [aligned(mine.name, mine.units, model, [], model.bits, slips=False)]
        for text, steps in rewritings(run):
            shown = side(text)
            ways.append(aligned(shown.name, shown.units, model, list(steps), model.bits, slips=False))
        found += [w for w in ways if w and w.disguised and _NO_SLIP.isdisjoint(w.kinds)]
    best = max(found, key=lambda w: w.alike, default=None)
    return best and renamed(best._replace(whole=False), name.name, model.name)


_NO_SLIP = frozenset(("edit", "homophone", "order"))
