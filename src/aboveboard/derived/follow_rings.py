"""Accounts that were sent to the same targets, and the targets, with what was to be expected of each.

Rings are found in one place, whatever the engine: false discoveries are counted over all bursts and all pairs of a graph, a pair needs
both of its audiences, and no account is in two rings, so that one component of pairs waits for those before it. The second opinion on a ring
needs its neighbourhood alone, and is made group by group, where the engine likes.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.numbered_follows import NUMBERED_ACCOUNTS, NUMBERED_FOLLOWS
from aboveboard.detector import Derived, Groups, Sql
from aboveboard.graph.blocks import Whole, whole_of
from aboveboard.graph.coding import read_numbered
from aboveboard.graph.cores import Least
from aboveboard.graph.follows import Follows
from aboveboard.graph.neighbourhoods import Near, alone, neighbourhoods
from aboveboard.graph.rings import Ring, rings_of
from aboveboard.tables import ARROW, Type

__all__ = ["FOLLOW_RINGS"]

_LEAST, _LIFT, _RATE = Least(members=8, targets=3, shared=3), 10.0, 0.01
"""What is computed once for all who read it; they may ask for more."""

_SAMPLE, _NEAR = 20, "neighbourhood"

_EDGES = "SELECT CAST(follower AS INT) AS follower, CAST(target AS INT) AS target, follower_id, target_id, at_s, 1 AS world FROM numbered_follows"

_COUNTS: Mapping[str, Type] = {
    "shared": "int", "expected": "float", "surprise": "float", "size": "int", "targets": "int", "bursts": "int", "lift": "float",
    "margin": "float", "others": "int", "acquainted": "float", "alone": "float", "first_at": "time", "last_at": "time",
}  # fmt: skip
_COLUMNS: Mapping[str, Type] = {"ring": "string", "role": "string", "account_id": "string", "sample": "list", **_COUNTS}

_BESIDE: Mapping[str, Type] = {
    "follower": "int", "target": "int", "inside": "bool", "activity": "int", "fame": "int", "follows": "int", "followers": "int", "followed": "int",
}  # fmt: skip
_FOUND: Mapping[str, Type] = {
    "ring": "int",
    "role": "string",
    "account": "int",
    "stranger": "string",
    **_COUNTS,
    **_BESIDE,
}
"""Rings as above, by number, their second opinion open, and rows of the role `neighbourhood`: one follow each, by number, and the whole graph's counts."""

_NAMED = f"""
SELECT ring, role, coalesce(stranger, account_id) AS account_id, {", ".join([*_COUNTS, *_BESIDE])} FROM found
LEFT JOIN (SELECT account_id, n AS account FROM numbered_accounts) AS a USING (account)
"""


def _found(edges: pa.Table) -> pa.Table:
    """Return one row for each member and each target of each ring, and for each follow in its neighbourhood."""
    follows, numbers, strangers, since = read_numbered(edges)
    rings = rings_of(follows, _LEAST, _LIFT, _RATE)
    made = list[pa.Table]()
    for number, ring in enumerate(rings):
        knows = _acquainted(ring, follows)
        made += _members(number, ring, since, knows), _targets(number, ring, since, knows)
    if follows.timed and rings:
        whole = whole_of(follows)
        made += (_near(number, near, whole) for number, near in enumerate(neighbourhoods(follows, rings)))
    found = pa.concat_tables([_empty(_FOUND), *(_filled(t, _FOUND) for t in made)])
    place = found["account"]
    for name, told in (("account", numbers), ("stranger", strangers)):
        found = found.set_column(found.column_names.index(name), name, told.take(place))
    return found


def _weighed(found: pa.Table) -> pa.Table:
    """Return a ring's members and targets with what the graph alone says; it stays open where there is no neighbourhood."""
    beside = pc.equal(found["role"], _NEAR)
    near, rows = found.filter(beside), found.filter(pc.invert(beside))
    said = alone(*_read(near), _RATE) if near.num_rows else None
    own = pa.repeat(pa.scalar(None if said is None else round(said, 4), pa.float64()), rows.num_rows)
    members, targets = (_ids(rows, role) for role in ("member", "target"))
    served, sent = (pa.array([ids[:_SAMPLE]], pa.list_(pa.string())) for ids in (targets, members))
    sample = pc.if_else(pc.equal(rows["role"], "member"), served[0], sent[0])
    rows = rows.set_column(rows.column_names.index("alone"), "alone", own).append_column("sample", sample)
    rows = rows.set_column(0, "ring", pa.repeat(f"ring of {members[0]}", rows.num_rows))
    return rows.select(list(_COLUMNS))


def _ids(rows: pa.Table, role: str) -> list[str]:
    return sorted(rows.filter(pc.equal(rows["role"], role))["account_id"].to_pylist())


def _near(ring: int, near: Near, whole: Whole) -> pa.Table:
    many = len(near.follower)
    return pa.table({
        "ring": pa.repeat(ring, many), "role": pa.repeat(_NEAR, many), "follower": near.follower, "target": near.target,
        "inside": near.member, "activity": whole.activity[near.follower], "fame": whole.fame[near.target],
        **{n: pa.repeat(pa.scalar(v, pa.int64()), many) for n, v in (("follows", whole.follows), ("followers", whole.followers), ("followed", whole.targets))},
    })  # fmt: skip


def _read(near: pa.Table) -> tuple[Near, Whole]:
    """Read one neighbourhood, its accounts numbered anew."""
    held = {n: near[n].to_numpy() for n in ("follower", "target", "inside", "activity", "fame")}
    (_, who, follower), (_, whom, target) = (
        np.unique(held[n], return_index=True, return_inverse=True) for n in ("follower", "target")
    )
    counts = held["activity"][who].astype(np.int32), held["fame"][whom].astype(np.int32)
    many = (near[n][0].as_py() for n in ("follows", "followers", "followed"))
    return Near(follower.astype(np.int32), target.astype(np.int32), held["inside"]), Whole(*counts, *many)


def _empty(columns: Mapping[str, Type]) -> pa.Table:
    return pa.schema([(name, ARROW[kind]) for name, kind in columns.items()]).empty_table()


def _filled(table: pa.Table, columns: Mapping[str, Type]) -> pa.Table:
    """Return the table with all `columns`, open where it lacks one."""
    kept = {
        n: table[n].cast(ARROW[k]) if n in table.column_names else pa.nulls(table.num_rows, ARROW[k])
        for n, k in columns.items()
    }
    return pa.table(kept)


def _members(number: int, ring: Ring, since: int, acquainted: float) -> pa.Table:
    own = {
        "shared": ring.seen,
        "expected": np.round(ring.expected, 4),
        "surprise": np.round(-ring.log_p / np.log(10), 1),
        "first_at": _times(ring.first + since),
        "last_at": _times(ring.last + since),
    }
    return _rows(number, ring, "member", {"account": ring.members, **own}, acquainted)


def _targets(number: int, ring: Ring, since: int, acquainted: float) -> pa.Table:
    wide = len(ring.targets)
    own = {
        "shared": ring.gained,
        "expected": np.round(ring.usual, 4),
        "surprise": np.zeros(wide),
        "first_at": _times(np.full(wide, ring.first.min() + since)),
        "last_at": _times(np.full(wide, ring.last.max() + since)),
    }
    return _rows(number, ring, "target", {"account": ring.targets, **own}, acquainted)


def _rows(number: int, ring: Ring, role: str, own: Mapping[str, np.ndarray | pa.Array], acquainted: float) -> pa.Table:
    whole = {
        "ring": number, "role": role, "size": len(ring.members), "targets": len(ring.targets), "bursts": ring.bursts,
        "lift": round(ring.lift, 1), "margin": round(ring.margin, 4), "others": ring.others, "acquainted": round(acquainted, 4),
    }  # fmt: skip
    columns = {n: pa.repeat(pa.scalar(v, ARROW[_FOUND[n]]), len(own["account"])) for n, v in whole.items()}
    return pa.table({**columns, **own})


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
        "follow as many of its targets, `margin` the same where few shared targets ask for more, `acquainted` how many of their fellows its members follow, "
        "and `alone` how far the dense block that the follow graph shows without times is the same accounts (1: all, 0: none; open without times)."
    ),
    reads={"numbered_follows": "follower target follower_id target_id at_s", "numbered_accounts": "account_id n"},
    derives=(NUMBERED_FOLLOWS, NUMBERED_ACCOUNTS),
    steps=(
        Sql("edges", _EDGES),
        Groups("found", "edges", ("world",), _found, _FOUND),
        Sql("named", _NAMED),
        Groups("follow_rings", "named", ("ring",), _weighed, _COLUMNS),
    ),
    columns=_COLUMNS,
)
