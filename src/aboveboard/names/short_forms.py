"""Protected names as people shorten them, many at a time."""

from __future__ import annotations

import pyarrow as pa

from aboveboard.names.letters import letters
from aboveboard.names.pieces import present
from aboveboard.names.shortened import headed, shortenings

__all__ = ["shortened_names"]


def shortened_names(names: pa.Array, everyone: pa.Array) -> list[tuple[pa.Array, pa.Array, bool]]:
    """Return (place, words, core) of names of bodies as people shorten them; `everyone` are their places."""
    rows = zip(everyone.to_pylist(), names.to_pylist(), strict=True)
    made = [(p, way) for p, n in rows if n for way in shortenings(n)]
    short = letters(pa.array([way for _, way in made], pa.string()))
    head = pa.array([w and headed(w) for w in letters(names).to_pylist()], pa.string())
    found = [present(pa.array([p for p, _ in made], pa.int32()), short), present(everyone, head)]
    return [(place, texts, True) for place, texts in found if len(place)]
