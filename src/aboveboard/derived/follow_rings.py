"""Accounts that were sent to the same targets, and the targets, with what was to be expected of each."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from aboveboard.detector import Derived, Groups, Sql
from aboveboard.graph.coding import read_follows
from aboveboard.graph.cores import Least
from aboveboard.graph.follows import Follows
from aboveboard.graph.rings import Ring, rings_of
from aboveboard.tables import ARROW, Type

__all__ = ["FOLLOW_RINGS"]

_LEAST, _LIFT, _RATE = Least(members=8, targets=3, shared=3), 10.0, 0.01
"""What is computed once for all who read it; they may ask for more."""

_SAMPLE = 20

_EDGES = "SELECT follower_id, target_id, at, 1 AS world FROM follows WHERE coalesce(at <= $as_of, true)"

_COLUMNS: Mapping[str, Type] = {
    "ring": "string", "role": "string", "account_id": "string", "shared": "int", "expected": "float", "surprise": "float",
    "size": "int", "targets": "int", "bursts": "int", "lift": "float", "margin": "float", "others": "int", "acquainted": "float",
    "sample": "list", "first_at": "time", "last_at": "time",
}  # fmt: skip


def _found(edges: pa.Table) -> pa.Table:
    """Return one row for each member and each target of each ring."""
    ids, follows, since = read_follows(edges)
    rings = rings_of(follows, _LEAST, _LIFT, _RATE)
    schema = pa.schema([(name, ARROW[kind]) for name, kind in _COLUMNS.items()])
    knows = [_acquainted(r, follows) for r in rings]
    made = [
        t for r, k in zip(rings, knows, strict=True) for t in (_members(r, ids, since, k), _targets(r, ids, since, k))
    ]
    return pa.concat_tables([schema.empty_table(), *(t.select(schema.names).cast(schema) for t in made)])


def _members(ring: Ring, ids: pa.Array, since: int, acquainted: float) -> pa.Table:
    own = {
        "shared": ring.seen,
        "expected": np.round(ring.expected, 4),
        "surprise": np.round(-ring.log_p / np.log(10), 1),
        "first_at": _times(ring.first + since),
        "last_at": _times(ring.last + since),
    }
    return _rows(ring, ids, "member", ring.members, ring.targets, own, acquainted)


def _targets(ring: Ring, ids: pa.Array, since: int, acquainted: float) -> pa.Table:
    wide = len(ring.targets)
    own = {
        "shared": ring.gained,
        "expected": np.round(ring.usual, 4),
        "surprise": np.zeros(wide),
        "first_at": _times(np.full(wide, ring.first.min() + since)),
        "last_at": _times(np.full(wide, ring.last.max() + since)),
    }
    return _rows(ring, ids, "target", ring.targets, ring.members, own, acquainted)


def _rows(
    ring: Ring, ids: pa.Array, role: str, accounts: np.ndarray, sample: np.ndarray, own: dict, acquainted: float
) -> pa.Table:
    whole = {
        "ring": f"ring of {ids[int(ring.members[0])].as_py()}", "role": role, "size": len(ring.members),
        "targets": len(ring.targets), "bursts": ring.bursts, "lift": round(ring.lift, 1), "margin": round(ring.margin, 4), "others": ring.others,
        "acquainted": round(acquainted, 4), "sample": ids.take(pa.array(sample[:_SAMPLE])).to_pylist(),
    }  # fmt: skip
    count = len(accounts)
    columns = {n: pa.repeat(pa.scalar(v, ARROW[_COLUMNS[n]]), count) for n, v in whole.items()}
    return pa.table({**columns, "account_id": ids.take(pa.array(accounts)), **own})


def _acquainted(ring: Ring, follows: Follows) -> float:
    """Return how many of their fellows the members follow, on average: people who are sent together know one another not at all."""
    sizes = follows.starts[ring.members + 1] - follows.starts[ring.members]
    inside = np.isin(
        np.concatenate([follows.follower[s : s + n] for s, n in zip(follows.starts[ring.members], sizes, strict=True)]),
        ring.members,
    )
    return float(inside.sum()) / len(ring.members)


def _times(seconds: np.ndarray) -> pa.Array:
    return pa.array(seconds * 1_000_000, pa.int64()).cast(pa.timestamp("us", tz="UTC"))


FOLLOW_RINGS = Derived(
    name="follow_rings",
    about=(
        "Members and targets of rings in the follow graph: `shared` targets (or members) of theirs in the same bursts, `expected` by the "
        "account's own activity, `surprise` the chance of it in powers of ten, `lift` how far the ring exceeds `others`, people who "
        "follow as many of its targets, `margin` the same where few shared targets ask for more, and `acquainted` how many of their fellows its members follow."
    ),
    reads={"follows": "follower_id target_id at?"},
    steps=(Sql("edges", _EDGES), Groups("follow_rings", "edges", ("world",), _found, _COLUMNS)),
    columns=_COLUMNS,
)
