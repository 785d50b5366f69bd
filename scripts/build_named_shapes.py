"""Compile what else the characters of bodies' names are taken for: `src/aboveboard/names/data/named_shapes.tsv`.

Method: pairs of general knowledge (`shapes_of_bodies.py`), and of the model of `build_shapes.py` for the same characters more pairs, and
less alike ones, than it keeps for every character: these are the characters that impostors replace. What `shapes.tsv` has is left out.
Needs what `build_shapes.py` needs: `.venv/bin/python scripts/build_named_shapes.py PATH`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from build_shapes import MOST, UNCOMMON, Facts, Pairs, lessons_of, log_odds, taught
from shapes_of_bodies import BODIES

from aboveboard.names import shapes

OUT = Path(__file__).parents[1] / "src/aboveboard/names/data/named_shapes.tsv"
HEAD = """\
# What characters of bodies' names are taken for beside what shapes.tsv says: a character, then its look-alikes after their likeness in
# hundredths. Made by scripts/build_named_shapes.py from pairs of general knowledge and the model of scripts/build_shapes.py.
"""
TOLD, WEIGHED = 60, 50
"""The likeness of a pair that was written down, and of one that the model finds: less than a reader takes for the other in a short name."""

KEPT, LEAST = 48, -3.4
"""So many look-alikes of a character are kept at most, those before included, and log odds of the least alike."""


def main() -> None:
    facts = Facts(Path(sys.argv[1]))
    at = {c: k for k, c in enumerate(facts.chars)}
    told = sorted({(at[group[0]], at[c]) for group in BODIES for c in group[1:] if {group[0], c} <= at.keys()})
    first, then = (np.array(side) for side in zip(*told, strict=True))
    heads = np.isin(np.arange(len(facts.chars)), first)
    lessons, pairs = taught(facts), facts.candidates()
    pairs = Pairs(np.r_[pairs.i, lessons.i, first], np.r_[pairs.j, lessons.j, then], len(facts.chars))
    cheap = facts.cheap(pairs)
    rough = log_odds(cheap, *lessons_of(facts, pairs, lessons))
    near = (pairs.rank(rough, facts.common) < 2 * MOST) | np.isin(pairs.key, lessons.key)
    cheap, pairs = {name: v[near] for name, v in cheap.items()}, pairs.where(near)
    score = log_odds(cheap | facts.drawn(pairs), *lessons_of(facts, pairs, lessons), tell=True)
    score -= UNCOMMON * ~(facts.usual[pairs.i] & facts.usual[pairs.j])
    kept = (pairs.rank(score, heads) < KEPT) & (score >= LEAST)
    found = dict.fromkeys(((int(i), int(j)) for i, j in zip(pairs.i[kept], pairs.j[kept], strict=True)), WEIGHED)
    found |= dict.fromkeys(((min(pair), max(pair)) for pair in told), TOLD)
    OUT.write_text(HEAD + "".join(_lines(facts.chars, heads, found)), "utf-8")
    print(f"{len(found):,} pairs weighed for {heads.sum()} characters, to {OUT}")


def _lines(chars: list[str], heads: np.ndarray, found: dict[tuple[int, int], int]) -> list[str]:
    """Write each pair that is not known yet once, under the character of bodies' names."""
    held: dict[str, dict[int, str]] = {}
    for (i, j), likeness in sorted(found.items()):
        head, other = (chars[i], chars[j]) if heads[i] else (chars[j], chars[i])
        if shapes.alike(head).get(other, 0) * 100 < likeness:
            scored = held.setdefault(head, {})
            scored[likeness] = scored.get(likeness, "") + other
    return [f"{c}\t{''.join(f'{n}{held[c][n]}' for n in sorted(held[c], reverse=True))}\n" for c in sorted(held)]


if __name__ == "__main__":
    main()
