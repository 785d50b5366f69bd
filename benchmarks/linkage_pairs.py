"""Records for `benchmarks/linkage.py`: two generators that agree in nothing but the tables they fill.

`everyday`: names as in our own worlds; half of the handles real ones where there are any. A returner keeps each field or not,
each for itself; every field may be missing; some strangers share device and network with a closed account.

`careful`: another hand. Names of syllables, handles that often have nothing to do with them, no bio, phones instead of email,
payments few have, lines that thousands share, households of one surname, numbers given out again. Returners are of three kinds:
careless ones keep nearly all, careful ones one thing at most, the rest their style of name; one in ten comes back twice. Names
are bent up to twice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from aboveboard.worlds.naming import people_names, unique

_LIKE = str.maketrans("aeocpxyil", "\u0430\u0435\u043e\u0441\u0440\u0445\u0443\u0456l")
_LEET = str.maketrans("aeios", "43105")
WORDS = ("tea", "rain", "maps", "chess", "bread", "trams", "jazz", "moss", "film", "salt", "kites", "verse", "clay", "owls",
         "hills", "boats", "pears", "snow", "maths", "roses", "looms", "tides")  # fmt: skip

Side = dict[str, np.ndarray]


class Pairs(NamedTuple):
    """New and closed accounts, and which rows of both are one person's; `returns` is how many come back for each closed one."""

    fresh: pa.Table
    closed: pa.Table
    new: np.ndarray
    old: np.ndarray
    returns: float


def bent(rng: np.random.Generator, text: str) -> str:
    """Bend one name as evaders do: eight ways, one at a time, or leave it."""
    at = int(rng.integers(1, max(len(text), 2)))
    ways = (
        text, text, text[:at] + text[at + 1 :], text[:at] + text[at - 1 : at] + text[at:], text.translate(_LIKE),
        text.translate(_LEET), f"{text}{rng.integers(2, 100)}", f"{text[:at]}_{text[at:]}", f"{text[:at]}\u200b{text[at:]}",
        text[: at - 1] + text[at : at + 1] + text[at - 1 : at] + text[at + 1 :],
    )  # fmt: skip
    return ways[int(rng.integers(len(ways)))] or text


def numbered(rng: np.random.Generator, kind: str, size: int, shared: float) -> np.ndarray:
    """Return ids as random as a keyed hash, some of them borne by several."""
    numbers = rng.integers(0, 2**40, size)
    again = rng.random(size) < shared
    numbers[again] = rng.choice(numbers, again.sum())
    return np.array([f"{kind}{n:011x}" for n in numbers.tolist()], object)


def table(side: Side) -> pa.Table:
    """Return records as the table both programs read."""
    columns = {f: pa.array(values, pa.string(), from_pandas=True) for f, values in side.items()}
    return pa.table({"unique_id": pa.array(np.arange(len(side["name"]))), **columns})


def missing(rng: np.random.Generator, side: Side, shares: dict[str, float]) -> None:
    """Forget each field of some records."""
    for field, share in shares.items():
        side[field][rng.random(len(side[field])) < share] = None


def split(rng: np.random.Generator, everyone: Side, closed: int) -> tuple[Side, Side]:
    """Part people into closed and new accounts."""
    mixed = rng.permutation(len(everyone["name"]))
    old, fresh = ({f: v[rows] for f, v in everyone.items()} for rows in (mixed[:closed], mixed[closed:]))
    return old, fresh


def everyday(rng: np.random.Generator, new: int, closed: int, real: list[str]) -> Pairs:
    """Return pairs of the first generator. The name stays, bent or not, in 7 of 10, the handle in 4 of 10."""
    size = new + closed
    spoken = people_names(rng, rng.choice(3, size, p=[0.6, 0.3, 0.1]).astype(np.int8))
    name, handle = (np.array(c.to_pylist(), object) for c in (spoken.display, spoken.handle))
    own = np.flatnonzero(rng.random(size) < 0.5)[: len(real)]
    handle[own] = real[: len(own)]
    homes = np.array([f"n{n}" for n in range(size // 25 + 1)], object)
    sayings = np.array([f"{a} and {b}, mostly {c}" for a in WORDS for b in WORDS for c in WORDS], object)
    everyone = {
        "name": name,
        "handle": np.array(unique(pa.array(handle, pa.string())).to_pylist(), object),
        "device": numbered(rng, "d", size, 0.1),
        "network": homes[(len(homes) * rng.random(size) ** 1.6).astype(np.int64)],
        "email": numbered(rng, "e", size, 0.005),
        "bio": sayings[(len(sayings) * rng.random(size) ** 2).astype(np.int64)],
    }
    old, fresh = split(rng, everyone, closed)
    back = np.flatnonzero(rng.random(closed) < 0.2)
    heirs = rng.permutation(new)[: len(back)]
    keep(rng, old, fresh, back, heirs, {"device": 0.45, "network": 0.4, "email": 0.15, "bio": 0.25}, 1)
    siblings = rng.integers(0, closed, new // 200), rng.integers(0, new, new // 200)
    for field in ("device", "network"):
        fresh[field][siblings[1]] = old[field][siblings[0]]
    for side in (old, fresh):
        missing(rng, side, {"device": 0.1, "network": 0.02, "email": 0.4, "bio": 0.35})
    return Pairs(table(fresh), table(old), heirs, back, 0.2)


def keep(
    rng: np.random.Generator, old: Side, fresh: Side, back: np.ndarray, heirs: np.ndarray, shares: dict[str, float],
    times: int, names: tuple[float, float] = (0.7, 0.4),
) -> None:  # fmt: skip
    """Let returners keep fields as they were, and names bent up to `times`."""
    for field, share in shares.items():
        kept = rng.random(len(back)) < share
        fresh[field][heirs[kept]] = old[field][back[kept]]
    for field, share in zip(("name", "handle"), names, strict=True):
        kept = rng.random(len(back)) < share
        was = old[field][back[kept]].tolist()
        for _ in range(times):
            was = [bent(rng, t) for t in was]
        fresh[field][heirs[kept]] = np.array(was, object)


def careful(rng: np.random.Generator, new: int, closed: int, real: list[str]) -> Pairs:
    """Return pairs of the second generator."""
    size = new + closed
    given, family = syllables(rng, 900), syllables(rng, 20_000)
    first = given[(len(given) * rng.random(size) ** 2.5).astype(np.int64)]
    home = rng.integers(0, size // 3 + 1, size)
    last = family[(len(family) * np.random.default_rng(7).random(size // 3 + 1) ** 3).astype(np.int64)][home]
    alone = rng.random(size) < 0.15
    name = np.where(alone, first, first + " " + last)
    made = np.array(
        [f"{own[:1]}{kin}{n}" for own, kin, n in zip(first, last, rng.integers(0, 300, size).tolist(), strict=True)],
        object,
    )
    nick = rng.random(size) < 0.5
    made[nick] = np.char.add(syllables(rng, 40_000)[rng.integers(0, 40_000, size)].astype(str),
                             rng.integers(1950, 2012, size).astype(str))[nick]  # fmt: skip
    own = np.flatnonzero(rng.random(size) < 0.25)[: len(real)]
    made[own] = real[::-1][: len(own)]
    lines = np.array([f"w{n}" for n in range(size // 4 + 1)], object)
    mobile = rng.random(size) < 0.4
    everyone = {
        "name": name,
        "handle": np.array(unique(pa.array(made, pa.string())).to_pylist(), object),
        "device": numbered(rng, "d", size, 0.03),
        "network": np.where(mobile, np.array([f"m{n}" for n in rng.integers(0, 400, size).tolist()], object), lines[home % len(lines)]),
        "phone": numbered(rng, "p", size, 0.02),
        "payment": numbered(rng, "c", size, 0.01),
    }  # fmt: skip
    tablet = numbered(rng, "h", size // 3 + 1, 0.0)[home]
    everyone["device"] = np.where(rng.random(size) < 0.2, tablet, everyone["device"])
    old, fresh = split(rng, everyone, closed)
    back = np.flatnonzero(rng.random(closed) < 0.08)
    back = np.concatenate([back, back[rng.random(len(back)) < 0.1]])
    heirs = rng.permutation(new)[: len(back)]
    kind = rng.choice(3, len(back), p=[0.35, 0.3, 0.35])
    ways: tuple[tuple[dict[str, float], tuple[float, float]], ...] = (
        ({"device": 0.8, "network": 0.8, "phone": 0.5, "payment": 0.6}, (0.85, 0.6)),
        ({"device": 0.2, "network": 0.3, "phone": 0.03, "payment": 0.05}, (0.1, 0.05)),
        ({"device": 0.3, "network": 0.4, "phone": 0.1, "payment": 0.1}, (0.7, 0.5)),
    )
    for number, (shares, names) in enumerate(ways):
        of = kind == number
        keep(rng, old, fresh, back[of], heirs[of], shares, 2, names)
    recycled = rng.integers(0, closed, new // 300), rng.integers(0, new, new // 300)
    fresh["phone"][recycled[1]] = old["phone"][recycled[0]]
    for side in (old, fresh):
        missing(rng, side, {"device": 0.3, "network": 0.05, "phone": 0.5, "payment": 0.9})
    return Pairs(table(fresh), table(old), heirs, back, len(back) / closed)


def syllables(rng: np.random.Generator, size: int) -> np.ndarray:
    """Return made-up names of two or three syllables."""
    parts = [a + b for a in "bdfghklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "el", "or", "is", "ai")]
    drawn = rng.integers(0, len(parts), (size, 3))
    long = rng.random(size) < 0.5
    return np.array(
        [
            parts[a] + parts[b] + (parts[c] if more else "")
            for (a, b, c), more in zip(drawn.tolist(), long.tolist(), strict=True)
        ],
        object,
    )


GENERATORS: dict[str, Callable[[np.random.Generator, int, int, list[str]], Pairs]] = {
    "everyday": everyday,
    "careful": careful,
}
