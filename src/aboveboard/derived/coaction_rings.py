"""Accounts that act on the same objects at the same time, with what was to be expected of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from aboveboard.derived.ring_evidence import RingEvidence, telling
from aboveboard.detector import Derived, Groups, Sql
from aboveboard.graph.acts import Longs, firsts
from aboveboard.graph.coacts import Tied
from aboveboard.graph.coding import Read, read_acts
from aboveboard.graph.crews import Crew, crews_of
from aboveboard.graph.habits import habits, same_second
from aboveboard.graph.standing import Standings, gained
from aboveboard.tables import ARROW, Type

__all__ = ["COACTION_RINGS"]

_RATE, _LEAST, _SMALLEST = 0.01, 3, 3
"""What is computed once for all who read it; they may ask for more."""

_SAMPLE, _MINUTES = 20, 120

_ACTS = """
SELECT account_id, concat(verb, ' ', object_id) AS object, at, target_account_id AS owner, 1 AS world FROM actions
WHERE verb NOT IN ('view', 'report') AND at <= $as_of
UNION ALL
SELECT p.account_id, concat('comment ', p.target_id) AS object, p.at, o.account_id AS owner, 1 AS world
FROM posts AS p LEFT JOIN posts AS o ON o.post_id = p.target_id
WHERE p.target_id IS NOT NULL AND p.kind IN ('comment', 'reply', 'review') AND p.at <= $as_of
UNION ALL
SELECT account_id, concat('url ', url) AS object, at, NULL AS owner, 1 AS world FROM posts WHERE url IS NOT NULL AND at <= $as_of
UNION ALL
SELECT account_id, concat('topic ', topic) AS object, at, NULL AS owner, 1 AS world FROM posts WHERE topic IS NOT NULL AND at <= $as_of
"""

_COLUMNS: Mapping[str, Type] = {
    "ring": "string", "account_id": "string", "joint": "int", "expected": "float", "size": "int", "objects": "int", "span": "string",
    "others": "int", "owned": "float", "place": "float", "led": "int", "ordered": "float", "order_chance": "float", "at_once": "int",
    "pace": "float", "share": "float", "stability": "float", "pairs": "list", "acted_on": "list", "verb": "string", "place_with": "int",
    "place_without": "int", "first_at": "time", "last_at": "time", "evidence": "string",
}  # fmt: skip


def _found(table: pa.Table) -> pa.Table:
    """Return one row for each member of each ring."""
    read = read_acts(table)
    read = read._replace(acts=firsts(read.acts))
    crews, pairs = crews_of(read.acts, _RATE, _LEAST, _SMALLEST)
    schema = pa.schema([(name, ARROW[kind]) for name, kind in _COLUMNS.items()])
    standings: dict[str, Standings] = {}
    evidence = RingEvidence(read, crews, pairs)
    told = [
        _told(read, crew, name, pairs, standings, evidence.of(crew))
        for crew, name in zip(crews, _names(read.ids, crews), strict=True)
    ]
    return pa.concat_tables([schema.empty_table(), *(t.select(schema.names).cast(schema) for t in told)])


def _names(ids: pa.Array, crews: list[Crew]) -> list[str]:
    """Call a ring by its first member; an account may be the first of several."""
    firsts = [int(crew.members[0]) for crew in crews]
    again = [firsts[:n].count(first) for n, first in enumerate(firsts)]
    return [f"ring {f'{n + 1} ' if n else ''}of {ids[first].as_py()}" for first, n in zip(firsts, again, strict=True)]


def _told(
    read: Read, crew: Crew, name: str, pairs: Tied, standings: dict[str, Standings], evidence: str | None
) -> pa.Table:
    habit, count = habits(read.acts, crew), len(crew.members)
    mine = crew.act[np.isin(read.acts.account[crew.act], crew.members)]
    thing = np.searchsorted(read.acts.starts, mine, side="right") - 1
    objects, many = np.unique(thing, return_counts=True)
    names = read.objects.take(pa.array(objects[np.argsort(-many, kind="stable")][:_SAMPLE])).to_pylist()
    verb = names[0].split(" ")[0]
    place, without = _places(read, verb, objects, many, standings)
    whole = {
        "ring": name, "size": count, "objects": len(objects), "span": _span_of(crew.window),
        "others": crew.others, "owned": round(float(np.isin(read.owner[objects], crew.members).mean()), 4),
        "ordered": round(habit.order, 4), "order_chance": habit.chance, "at_once": same_second(read.acts, mine, thing),
        "pace": None if habit.pace is None else round(habit.pace, 1), "share": round(habit.share, 4),
        "stability": round(crew.stability, 4), "pairs": _telling(read.ids, crew, pairs), "acted_on": names, "verb": verb, "place_with": place, "place_without": without,
    }  # fmt: skip
    own = {
        "account_id": read.ids.take(pa.array(crew.members)), "joint": crew.seen, "expected": np.round(crew.expected, 4),
        "place": np.round(habit.place, 4), "led": habit.led, **_span(read, crew, mine),
        "evidence": pa.array([evidence, *[None] * (count - 1)], pa.string()),
    }  # fmt: skip
    return pa.table({**{n: pa.repeat(pa.scalar(v, ARROW[_COLUMNS[n]]), count) for n, v in whole.items()}, **own})


def _places(
    read: Read, verb: str, objects: Longs, many: Longs, standings: dict[str, Standings]
) -> tuple[int, int | None]:
    """Return the middle place of the ring's objects of one verb in their day, and that without its joint acts where it is worse."""
    if verb not in standings:  # the names are in order, so those of one verb stand together
        low, high = (bisect_left(read.objects, end, key=lambda name: name.as_py()) for end in (verb + " ", verb + "!"))
        standings[verb] = Standings(read.acts, low, high)
    here = (objects >= standings[verb].low) & (objects < standings[verb].low + len(standings[verb].many))
    place, without = gained(standings[verb], objects[here], many[here])
    return place, without if without > place else None


def _span_of(seconds: int) -> str:
    return f"{seconds} s" if seconds < _MINUTES else f"{seconds // 60} min"


def _telling(ids: pa.Array, crew: Crew, pairs: Tied) -> list[str]:
    """Say the pairs of members that tell most: who, how often they met, what was to be expected."""
    best = telling(crew, pairs)
    left, right = (ids.take(pa.array(side[best])).to_pylist() for side in (pairs.left, pairs.right))
    seen, expected = pairs.seen[best].tolist(), pairs.expected[best].tolist()
    return [f"{a} + {b}: {s} ({e:.2g})" for a, b, s, e in zip(left, right, seen, expected, strict=True)]


def _span(read: Read, crew: Crew, mine: Longs) -> dict[str, pa.Array]:
    """Return when each member first and last took part."""
    who, at = np.searchsorted(crew.members, read.acts.account[mine]), read.acts.at[mine] + read.since
    first, last = np.full(len(crew.members), at.max()), np.full(len(crew.members), at.min())
    np.minimum.at(first, who, at)
    np.maximum.at(last, who, at)
    return {
        n: pa.array(t * 1_000_000).cast(pa.timestamp("us", tz="UTC"))
        for n, t in (("first_at", first), ("last_at", last))
    }


COACTION_RINGS = Derived(
    name="coaction_rings",
    about=(
        "Rings of accounts that liked, shared, answered, linked or tagged the same objects within `span` of one another: at how "
        "many joint objects each was (`joint`) and was `expected`, the ring's `size` and `objects`, acts of `others` among theirs, the part of "
        "objects `owned` by members, each member's mean `place` and how often it `led`, whether they come in one order (`ordered`, 0 to 1, "
        "and its `order_chance`), objects acted on in one second, where that is beyond chance (`at_once`), how many times more often they met than outsiders there (`pace`), "
        "their `share` of all acts there, the middle place of their objects in the day (`place_with`, and `place_without` their acts where that is worse), the most telling `pairs`, what they "
        "`acted_on`, and on one row of each of the largest rings the `evidence` its page shows, as JSON."
    ),
    reads={
        "actions?": "account_id at verb object_id target_account_id",
        "posts?": "post_id account_id at kind target_id url topic",
    },
    steps=(Sql("acts", _ACTS), Groups("coaction_rings", "acts", ("world",), _found, _COLUMNS)),
    columns=_COLUMNS,
)
