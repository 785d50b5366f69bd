"""Who reports together: accounts that report the same targets again and again, and accounts that fell upon one target in a burst."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.detector import Groups, Sql
from aboveboard.graph.chance import log_tail
from aboveboard.graph.coding import Read, read_acts, read_follows
from aboveboard.graph.crews import Crew, crews_of
from aboveboard.graph.inflows import inflows_of
from aboveboard.tables import ARROW, Type

__all__ = ["FILED", "HUBS", "RINGS"]

_RATE, _LEAST, _SMALLEST, _FEWEST, _HOUR, _DAY, _MONTH = 0.01, 2, 4, 5, 3600, 86_400, 28 * 86_400
_SURE = -14.0
"""Log chance, one in a million: how unlikely it must be that so many of a ring follow one account."""

_PACES = (24, 336)
"""Who is sent to report takes minutes to weeks, not seconds: told in units of so many seconds, the kernel's windows are four minutes to
a day, and an hour to a fortnight. Each pace has its share of the false discoveries."""

_ANSWERED = 14
"""Days after which a report that nothing followed counts as one that was not borne out, where no outcomes are kept."""

_KEPT = "SELECT count(outcome) AS outcomes FROM actions WHERE verb = 'report'"

_BORNE_OUT = f"""
SELECT account_id, object_id, at, target, outcome, outcomes = 0 AND (
    coalesce(removed_at >= at AND removed_at <= $as_of, false) OR coalesce(closed_at >= at AND closed_at <= $as_of, false)) AS borne_out,
  outcomes = 0 AND date_diff('day', at, $as_of) >= {_ANSWERED} AS old
FROM (
  SELECT account_id, object_id, at, outcome, coalesce(target_account_id, owner, object_id) AS target, removed_at FROM actions
  LEFT JOIN (SELECT post_id AS object_id, account_id AS owner, removed_at FROM posts) AS o USING (object_id)
  WHERE verb = 'report' AND at <= $as_of
) AS r LEFT JOIN (
  SELECT account_id AS target, closed_at FROM accounts WHERE status IN ('closed', 'suspended') AND coalesce(closed_ground, 'terms') <> 'request'
) AS c USING (target) CROSS JOIN kept
"""

_SAID = """
SELECT account_id, target, object_id, min(at) AS at, count(*) AS times, max(CASE WHEN outcome = 'accepted' OR borne_out THEN 1 ELSE 0 END) AS accepted,
  max(CASE outcome WHEN 'rejected' THEN 1 ELSE 0 END) AS rejected, max(CASE WHEN outcome IS NOT NULL OR borne_out OR old THEN 1 ELSE 0 END) AS decided
FROM answered GROUP BY account_id, target, object_id
"""

_REPORTS = """
SELECT account_id, target AS object, min(at) AS at, sum(times) - count(*) AS again, sum(accepted) AS accepted, sum(rejected) AS rejected, sum(decided) AS decided
FROM said GROUP BY account_id, target
"""

_THINGS = """
SELECT account_id, object_id AS object, target, s.at, 1 AS world FROM said AS s
JOIN (SELECT account_id, object AS target FROM filed) AS f USING (account_id, target)
"""

_WORDS = """
SELECT p.account_id AS speaker, coalesce(o.account_id, p.target_id) AS hearer, p.at FROM posts AS p
LEFT JOIN posts AS o ON o.post_id = p.target_id
"""

_WITNESSES = """
SELECT account_id, object FROM (
  SELECT r.account_id, r.object, r.at, w.at AS told_at, r.at AS said_at FROM reports AS r
  JOIN words AS w ON w.speaker = r.object AND w.hearer = r.account_id
  UNION ALL
  SELECT r.account_id, r.object, r.at, r.at AS told_at, w.at AS said_at FROM reports AS r
  JOIN words AS w ON w.speaker = r.account_id AND w.hearer = r.object
) AS w GROUP BY account_id, object HAVING min(told_at) < least(min(at), min(said_at))
"""

_FILED = """
SELECT account_id, object, r.at, r.again, r.accepted, r.rejected, r.decided, 1 AS world FROM reports AS r
LEFT JOIN (SELECT account_id, object, 1 AS wronged FROM witnesses) AS w USING (account_id, object) WHERE wronged IS NULL
"""

FILED: tuple[Sql, ...] = (
    Sql("kept", _KEPT),
    Sql("answered", _BORNE_OUT),
    Sql("said", _SAID),
    Sql("reports", _REPORTS),
    Sql("words", _WORDS),
    Sql("witnesses", _WITNESSES),
    Sql("filed", _FILED),
    Sql("things", _THINGS),
)
"""Steps from `actions` (verb `report`), `posts` and `accounts` to `filed`: one row a reporter and reported account or object, with the
first time (`at`), how often the same thing was reported again, and of how many things a report was accepted, rejected or decided at all.
`things` is the same by the posts reported. Where a platform keeps no outcomes, a report is borne out where the post was removed or the
account closed after it, and not where nothing followed in two weeks.

A reporter to whom the reported account had spoken first is a witness of what was done to it, and left out.
"""

_COLUMNS: Mapping[str, Type] = {
    "ring": "string", "way": "string", "account_id": "string", "object": "string", "joint": "int", "expected": "string",
    "span": "string",
}  # fmt: skip
_SCHEMA = pa.schema([(n, ARROW[k]) for n, k in _COLUMNS.items()])


def _rings(filed: pa.Table) -> pa.Table:
    """Return one row for each report that makes an account one of a ring: `again` at several targets, or `burst` at one."""
    if not filed.num_rows:
        return _SCHEMA.empty_table()
    return pa.concat_tables([_SCHEMA.empty_table(), *_again(filed), *_bursts(filed)])


def _serial(things: pa.Table) -> pa.Table:
    """Return the same for accounts that report the same posts again and again (`serial`), of however few accounts."""
    if not things.num_rows:
        return _SCHEMA.empty_table()
    made = pa.concat_tables([_SCHEMA.empty_table(), *_again(things, "serial")])
    at = pc.index_in(made["object"], things["object"].combine_chunks())
    told = made.set_column(made.column_names.index("object"), "object", things["target"].take(at))
    return told.group_by(told.column_names).aggregate([]).select(list(_COLUMNS)).cast(_SCHEMA)


def _again(filed: pa.Table, way: str = "again") -> list[pa.Table]:
    return [crew for pace in _PACES for crew in _at_pace(filed, way, pace)]


def _at_pace(filed: pa.Table, way: str, pace: int) -> list[pa.Table]:
    slow = pc.divide(filed["at"].cast(pa.int64()), pace).cast(pa.timestamp("us", tz="UTC"))
    nobody = pa.nulls(filed.num_rows, pa.string())
    read = read_acts(filed.set_column(filed.column_names.index("at"), "at", slow).append_column("owner", nobody))
    return [
        _crew(read, crew, way, pace)
        for crew in crews_of(read.acts, _RATE / len(_PACES), _LEAST, _SMALLEST, sparse=True)[0]
    ]


def _crew(read: Read, crew: Crew, way: str, pace: int) -> pa.Table:
    mine = crew.act[np.isin(read.acts.account[crew.act], crew.members)]
    thing = np.searchsorted(read.acts.starts, mine, side="right") - 1
    who = np.searchsorted(crew.members, read.acts.account[mine])
    made = {
        "ring": pa.repeat(f"{way} at {pace} with {read.ids[int(crew.members[0])].as_py()}", len(mine)),
        "way": pa.repeat(way, len(mine)), "account_id": read.ids.take(pa.array(read.acts.account[mine])),
        "object": read.objects.take(pa.array(thing)), "joint": crew.seen[who], "expected": _told(crew.expected[who]),
        "span": pa.repeat(_span(crew.window * pace), len(mine)),
    }  # fmt: skip
    return pa.table(made).cast(_SCHEMA)


def _bursts(filed: pa.Table) -> list[pa.Table]:
    edges = pa.table({"follower_id": filed["account_id"], "target_id": filed["object"], "at": filed["at"]})
    ids, reports, _ = read_follows(edges)
    found = inflows_of(reports._replace(span=max(reports.span, _MONTH)), _FEWEST, _RATE, _DAY)
    if not len(found.which):
        return []
    first, last = np.full(int(found.which.max()) + 1, np.iinfo(np.int64).max), np.zeros(int(found.which.max()) + 1, np.int64)  # fmt: skip
    np.minimum.at(first, found.which, found.at)
    np.maximum.at(last, found.which, found.at)
    target = ids.take(pa.array(found.target))
    made = {
        "ring": pc.binary_join_element_wise(target, pa.array(found.which).cast(pa.string()), "@"),
        "way": pa.repeat("burst", len(target)), "account_id": ids.take(pa.array(found.member)), "object": target,
        "joint": np.ones(len(target), np.int64), "expected": _told(found.expected), "span": pa.array([_span(int(s)) for s in last - first]).take(pa.array(found.which)),
    }  # fmt: skip
    return [pa.table(made).cast(_SCHEMA)]


def _told(numbers: np.ndarray) -> list[str]:
    return [f"{n:.2g}" for n in numbers]


def _span(seconds: int) -> str:
    return f"{seconds // 60 + 1} min" if seconds < 2 * _HOUR else f"{-(-seconds // _HOUR)} hours"


_ALL = f"SELECT {', '.join(_COLUMNS)} FROM met UNION ALL SELECT {', '.join(_COLUMNS)} FROM serial"

RINGS: tuple[Groups | Sql, ...] = (
    Groups("met", "filed", ("world",), _rings, _COLUMNS),
    Groups("serial", "things", ("world",), _serial, _COLUMNS),
    Sql("rings", _ALL),
)
"""The steps from `filed` and `things` to `rings`: one row for each report that ties an account to a ring (`way`: again, burst or serial), how many of the ring's
targets it reported (`joint`), how many are `expected` (in a burst: how many reporters), and the `span` of time, both told as text."""

_TIES = """
WITH followed AS (
  SELECT ring, o.account_id, o.aim, o.first_at, f.target_id AS hub, p.size FROM own AS o
  JOIN pools AS p USING (ring) JOIN follows AS f ON f.follower_id = o.account_id
), known AS (
  SELECT h.hub, count(*) AS fans FROM follows AS f JOIN (SELECT DISTINCT hub FROM followed) AS h ON f.target_id = h.hub GROUP BY h.hub
), beside AS (
  SELECT ring, account_id, min(fans) AS fewest FROM followed AS f JOIN words AS w ON w.speaker = f.aim AND w.hearer = f.hub JOIN known USING (hub)
  WHERE w.at <= f.first_at AND date_diff('day', w.at, f.first_at) <= 7 GROUP BY ring, account_id
)
SELECT ring, account_id, aim, hub, size, fans, w.edges, g.everyone, coalesce(fewest <= fans, false) AS saw FROM followed JOIN known USING (hub)
LEFT JOIN beside USING (ring, account_id)
CROSS JOIN (SELECT count(*) AS edges FROM follows) AS w CROSS JOIN (SELECT count(*) AS everyone FROM accounts) AS g
"""

_HEARD: Mapping[str, Type] = {"ring": "string", "account_id": "string", "hub": "string"}


def _heard(ties: pa.Table) -> pa.Table:
    """Return who of one ring follows the account that most of it follows, though few others of the service do.

    Others who follow it, and a member's and others' number of follows, say how many were to be expected. The reported account itself is
    left out: its own followers need nobody to tell them of it.
    """
    hubs: dict[str, list[str]] = {}
    fans: dict[str, int] = {}
    for row in ties.to_pylist():
        if row["hub"] != row["aim"] and not row["saw"]:
            hubs.setdefault(row["hub"], []).append(row["account_id"])
            fans[row["hub"]] = row["fans"]
    size, edges, everyone = (ties[c][0].as_py() for c in ("size", "edges", "everyone"))
    others = max(everyone - size, 0)
    busier = (ties.num_rows / size + 1) / ((edges - ties.num_rows) / max(others, 1) + 1)
    many = {h: len(who) for h, who in hubs.items() if 2 * len(who) >= size}
    likely = {h: size * min(1.0, (fans[h] - n + 1) / (others + 1) * max(busier, 1.0)) for h, n in many.items()}
    chance = {h: float(log_tail(np.array([float(n)]), np.array([likely[h]]))[0]) for h, n in many.items()}
    told = sorted((c, h) for h, c in chance.items() if c + np.log(len(hubs)) <= _SURE)[:1]
    rows = [{"ring": ties["ring"][0].as_py(), "account_id": a, "hub": h} for _, h in told for a in sorted(hubs[h])]
    return pa.Table.from_pylist(rows, pa.schema([(n, ARROW[k]) for n, k in _HEARD.items()]))


HUBS: tuple[Sql | Groups, ...] = (Sql("ties", _TIES), Groups("hearers", "ties", ("ring",), _heard, _HEARD))
"""Steps from `own`, `pools` (ring, size) and `follows` to `hearers`: the members of a ring at least half of which follow one account
(`hub`), beyond what other accounts that follow it make likely. A stretch of reports shorter than four weeks counts as four weeks."""
