"""Inflows of strangers to one account that a call went before: who called, whom it named, who came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.judged_calls import JUDGED, judged
from aboveboard.detector import Derived, Groups, Rows, Sql
from aboveboard.graph.coding import read_follows
from aboveboard.graph.inflows import inflows_of
from aboveboard.names.claims import plain
from aboveboard.tables import ARROW, Type
from aboveboard.text.calls import calls, names_account

__all__ = ["CALLED_INFLOWS"]

_FEWEST, _RATE, _LONGEST = 5, 0.01, 4 * 86_400
_BEFORE, _SECOND = timedelta(hours=24), 1_000_000

_SPOKEN = "SELECT post_id, account_id, at, target_id, coalesce(text, '') AS text, coalesce(url, '') AS url FROM posts WHERE at <= $as_of"

_ANSWERS = """
SELECT p.account_id AS follower_id, o.account_id AS target_id, p.at, 1 AS world FROM spoken AS p JOIN spoken AS o ON o.post_id = p.target_id
UNION ALL
SELECT p.account_id AS follower_id, a.account_id AS target_id, p.at, 1 AS world FROM spoken AS p JOIN accounts AS a ON a.account_id = p.target_id
"""

_INFLOWS: Mapping[str, Type] = {
    "inflow": "string", "target": "string", "account_id": "string", "at": "time", "first_at": "time", "last_at": "time", "size": "int",
    "expected": "float",
}  # fmt: skip


def _inflows(answers: pa.Table) -> pa.Table:
    """Return one row for each stranger of each inflow."""
    others = answers.filter(pc.not_equal(answers["follower_id"], answers["target_id"]))
    schema = pa.schema([(n, ARROW[k]) for n, k in _INFLOWS.items()])
    if not others.num_rows:
        return schema.empty_table()
    ids, follows, since = read_follows(others)
    found = inflows_of(follows, _FEWEST, _RATE, _LONGEST)
    count = int(found.which.max(initial=-1)) + 1
    first, last = np.full(count, np.iinfo(np.int64).max), np.zeros(count, np.int64)
    np.minimum.at(first, found.which, found.at)
    np.maximum.at(last, found.which, found.at)
    target = ids.take(pa.array(found.target))
    made = {
        "inflow": pc.binary_join_element_wise(target, pa.array(first[found.which] + since).cast(pa.string()), "@"),
        "target": target, "account_id": ids.take(pa.array(found.member)), "at": _times(found.at + since),
        "first_at": _times(first[found.which] + since), "last_at": _times(last[found.which] + since),
        "size": np.bincount(found.which, minlength=count)[found.which], "expected": np.round(found.expected, 4),
    }  # fmt: skip
    return pa.table(made).cast(schema)


def _times(seconds: np.ndarray) -> pa.Array:
    return pa.array(seconds * _SECOND).cast(pa.timestamp("us", tz="UTC"))


def _loud(spoken: pa.Table) -> pa.Table:
    """Keep the posts that may name an account."""
    said = spoken.select(["post_id", "account_id", "at"]).append_column(
        "text", pc.binary_join_element_wise(spoken["text"], spoken["url"], " ")
    )
    return said.filter(pc.match_substring_regex(said["text"], "[@＠]|://"))


_LOUD: Mapping[str, Type] = {"post_id": "string", "account_id": "string", "at": "time", "text": "string"}

_NAMING = """
SELECT 'post' AS what, post_id AS id, account_id, at, text, CAST(NULL AS VARCHAR) AS target, CAST(NULL AS VARCHAR) AS handle,
  CAST(NULL AS TIMESTAMPTZ) AS first_at, 1 AS world FROM loud
UNION ALL
SELECT 'member' AS what, inflow AS id, i.account_id, i.at, '' AS text, i.target, a.handle, i.first_at, 1 AS world
FROM inflows AS i JOIN accounts AS a ON a.account_id = i.target
"""

_CALLS: Mapping[str, Type] = {
    "inflow": "string", "target": "string", "caller": "string", "post_id": "string", "called_at": "time", "call": "string", "sole": "bool",
}  # fmt: skip


def _calls(lines: pa.Table) -> pa.Table:
    """Return the calls that went before an inflow: posts of others that name its target and have the form of a call."""
    lines = lines.sort_by([("at", "ascending"), ("id", "ascending"), ("account_id", "ascending")])
    posts = lines.filter(pc.equal(lines["what"], "post"))
    members: dict[str, list[dict[str, Any]]] = {}
    for row in lines.filter(pc.equal(lines["what"], "member")).to_pylist():
        members.setdefault(row["id"], []).append(row)
    when = posts["at"].cast(pa.int64()).to_numpy()
    found = [call for inflow, came in sorted(members.items()) for call in _named(inflow, came, posts, when)]
    return pa.Table.from_pylist(found, pa.schema([(n, ARROW[k]) for n, k in _CALLS.items()]))


def _named(inflow: str, came: Sequence[Mapping[str, Any]], posts: pa.Table, when: np.ndarray) -> list[dict[str, Any]]:
    target, handle, middle = came[0]["target"], came[0]["handle"], came[len(came) // 2]["at"]
    low, high = np.searchsorted(when, [_micros(came[0]["first_at"] - _BEFORE), _micros(middle)])
    near = posts.slice(low, high - low)
    near = near.filter(pc.match_substring_regex(near["text"], names_account(handle, target)))
    near = near.filter(pc.not_equal(near["account_id"], target))
    told = [calls(t) for t in plain(near["text"].combine_chunks()).to_pylist()]
    rows = near.to_pylist()
    outside = {r["account_id"] for r, formal in zip(rows, told, strict=True) if not formal} - {
        c["account_id"] for c in came
    }
    callers = {r["account_id"]: r for r, formal in reversed([*zip(rows, told, strict=True)]) if formal}
    return [
        {
            "inflow": inflow, "target": target, "caller": c, "post_id": r["id"], "called_at": r["at"], "call": r["text"].strip()[:160],
            "sole": not outside - set(callers),
        }
        for c, r in sorted(callers.items())
    ]  # fmt: skip


def _micros(at: datetime) -> int:
    return round(at.timestamp() * _SECOND)


_FOLLOWED = """
SELECT follower_id, target_id, at FROM follows JOIN (SELECT caller AS target_id FROM calls UNION SELECT target FROM calls) AS c USING (target_id)
"""
"""Who follows those who call and those who are named: all follows are read once for both."""

_LINES = """
SELECT 'came' AS what, inflow, account_id, CAST(NULL AS VARCHAR) AS caller, at, CAST(NULL AS VARCHAR) AS text, size, expected, target, first_at, last_at, false AS sole, 1 AS world
FROM inflows JOIN (SELECT DISTINCT inflow FROM calls) AS c USING (inflow)
UNION ALL
SELECT 'call' AS what, inflow, post_id AS account_id, caller, called_at AS at, call AS text, 0 AS size, CAST(0 AS DOUBLE) AS expected, target, NULL AS first_at,
  NULL AS last_at, sole, 1 AS world
FROM calls
UNION ALL
SELECT 'hears' AS what, inflow, account_id, caller, at, NULL AS text, 0 AS size, CAST(0 AS DOUBLE) AS expected, NULL AS target, NULL AS first_at, NULL AS last_at,
  false AS sole, 1 AS world
FROM (
  SELECT c.inflow, caller, f.follower_id AS account_id, f.at FROM calls AS c
  JOIN (SELECT follower_id, target_id AS caller, at FROM followed) AS f USING (caller)
  UNION ALL
  SELECT c.inflow, c.caller, x.account_id, NULL AS at FROM calls AS c JOIN actions AS x ON x.object_id = c.post_id
) AS h JOIN (SELECT DISTINCT follower_id AS account_id FROM answers) AS s USING (account_id)
UNION ALL
SELECT 'fan' AS what, inflow, f.follower_id AS account_id, NULL AS caller, f.at, NULL AS text, 0 AS size, CAST(0 AS DOUBLE) AS expected, NULL AS target, NULL AS first_at,
  NULL AS last_at, false AS sole, 1 AS world
FROM calls AS c JOIN followed AS f ON f.target_id = c.target
UNION ALL
SELECT 'viral' AS what, inflow, x.account_id, NULL AS caller, x.at, x.verb AS text, 0 AS size, CAST(0 AS DOUBLE) AS expected, NULL AS target, NULL AS first_at,
  NULL AS last_at, false AS sole, 1 AS world
FROM calls AS c JOIN actions AS x ON x.target_account_id = c.target
UNION ALL
SELECT 'speakers' AS what, NULL AS inflow, NULL AS account_id, NULL AS caller, NULL AS at, NULL AS text, count(DISTINCT follower_id) AS size,
  CAST(0 AS DOUBLE) AS expected, NULL AS target, NULL AS first_at, NULL AS last_at, false AS sole, 1 AS world
FROM answers
"""

CALLED_INFLOWS = Derived(
    name="called_inflows",
    about=(
        "Inflows of people who answer one account for the first time, beyond its own past, that a call naming it went before. One row for the "
        "target, each organiser and each account that came after the call (`role`), with how many came (`size`), were to be `expected`, and are the "
        "caller's own audience (`linked`, beyond chance where `heard`); `sole` where nobody else named the target before."
    ),
    reads={
        "posts": "post_id account_id at target_id text? url?",
        "accounts": "account_id handle",
        "follows?": "follower_id target_id at",
        "actions?": "account_id at verb object_id target_account_id",
    },
    steps=(
        Sql("spoken", _SPOKEN),
        Sql("answers", _ANSWERS),
        Groups("inflows", "answers", ("world",), _inflows, _INFLOWS),
        Rows("loud", "spoken", _loud, _LOUD),
        Sql("naming", _NAMING),
        Groups("calls", "naming", ("world",), _calls, _CALLS),
        Sql("followed", _FOLLOWED),
        Sql("lines", _LINES),
        Groups("called_inflows", "lines", ("world",), judged, JUDGED),
    ),
    columns=JUDGED,
)
