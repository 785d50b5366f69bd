"""`explain`: everything a world holds of one account, what was found and why, what is proposed, and what would change it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from aboveboard.app.checking import judged, read_findings
from aboveboard.app.choosing import choose, engine_for
from aboveboard.app.scanning import judge, read_accounts, read_table
from aboveboard.app.seeing import see
from aboveboard.app.surroundings import see_users, surroundings
from aboveboard.connectors.files import read_world
from aboveboard.core import Progress, silent
from aboveboard.detector import Detector
from aboveboard.dossier import MILESTONE, changes, event_text, favour, favour_text, render_dossier, timeline
from aboveboard.embedded import connect
from aboveboard.engines.base import missing
from aboveboard.errors import InputError
from aboveboard.policy import Policy, default_policy, load_policy
from aboveboard.report import facts_shown, segments, stamp
from aboveboard.tables import TABLES, World

__all__ = ["Explained", "event_told", "explain", "later_of", "record_of"]

_RENAMES = "profile_changes"
_NAMED = 5
"""Accounts that are named where a handle is not one account's only."""

_NAMING = """
SELECT * FROM findings WHERE list_contains(related, $me) AND account_id IS DISTINCT FROM $me ORDER BY score DESC, finding_id LIMIT 50
"""


@dataclass(frozen=True, slots=True)
class Explained:
    """The record of one account, for machines (`record`) and as a `page`."""

    record: dict[str, Any]
    page: str


def explain(
    world: Path,
    account: str,
    *,
    scan: Path | None = None,
    policy: Path | None = None,
    mapping: Path | None = None,
    as_of: datetime | None = None,
    progress: Progress = silent,
) -> Explained:
    """Return everything that the world in folder `world` holds of `account`, an id or a handle.

    `scan` is the output folder of an earlier scan of the same world; without it the world is scanned now. Raises `InputError` where
    there is no such account, where a handle is several accounts', or where the scan is of another world or time.
    """
    rules = load_policy(policy, detectors=[d.name for d in choose(None)]) if policy else default_policy()
    with tempfile.TemporaryDirectory(prefix="aboveboard-") as staging:
        read = read_world(world, staging=Path(staging), as_of=as_of, mapping=mapping, progress=progress)
        accounts = read_accounts(read)
        row = _row(accounts, account, world)
        findings, decisions = _earlier(scan, read, world) if scan else _now(read, rules, progress)
        with connect() as connection:
            return _explained(connection, read, row, findings, decisions, rules)


def _row(accounts: pa.Table, account: str, world: Path) -> pa.Table:
    """Return the account's one row, by its id or else by its handle."""
    for column in ("account_id", "handle"):
        found = accounts.filter(pc.equal(accounts[column], account))
        if found.num_rows == 1:
            return found
        if found.num_rows:
            ids = ", ".join(found["account_id"].to_pylist()[:_NAMED])
            raise InputError(f"{world}: {found.num_rows} accounts have the handle {account}; name one by its id: {ids}")
    raise InputError(f"{world}: no account has the id or the handle {account}")


def _earlier(scan: Path, read: World, world: Path) -> tuple[pa.Table, pa.Table]:
    findings, (name, as_of) = read_findings(scan), judged(scan)
    if (name, as_of) != (world.name, read.as_of):
        raise InputError(
            f"{scan}: is a scan of {name} as of {as_of.isoformat()}, not of {world.name} as of {read.as_of.isoformat()}"
        )
    return findings, pq.read_table(scan / "decisions.parquet")


def _now(read: World, rules: Policy, progress: Progress) -> tuple[pa.Table, pa.Table]:
    engine = engine_for("duckdb", threads=None, memory=None, remote=None)
    made = judge(read, engine, choose(None), rules, progress)
    return made.findings, made.decisions


def _explained(
    connection: duckdb.DuckDBPyConnection, read: World, row: pa.Table, findings: pa.Table, decisions: pa.Table, rules: Policy
) -> Explained:  # fmt: skip
    tables = [t for t in TABLES if see(connection, t, TABLES[t].schema.empty_table(), read.sources.get(t))]
    record, events = record_of(connection, tables, read, row, findings, decisions, rules)
    times = [e["at"] for e in events if e["at"] is not None]
    last = int(read.as_of.timestamp() * 1_000_000)
    return Explained(record, render_dossier(record, events, (min([*times, last]), last)))


def record_of(
    connection: duckdb.DuckDBPyConnection, tables: Sequence[str], read: World, row: pa.Table, findings: pa.Table, decisions: pa.Table, rules: Policy, around: Mapping[str, Any] | None = None, *, whole: bool = True
) -> tuple[dict[str, Any], list[dict[str, Any]]]:  # fmt: skip
    """Return the record of the account in `row` (one row of `accounts`), and its events with times in microseconds.

    `connection` sees the world's tables, `tables` names those that have rows; `findings` and `decisions` are the scan's. `around` is what the
    world it is cut from tells of it (`surroundings`); without it this is the whole world. Without `whole` it lacks what
    takes longest, which `later_of` returns: what would change, and of all that happened it has only what the account changed.
    """
    me = row["account_id"][0].as_py()
    own = findings.filter(pc.equal(findings["account_id"], me))
    first = pc.min(own["first_at"]).as_py() or read.as_of
    book = {d.name: d for d in choose(None)}
    around = _around(connection, tables, read, findings, me) if around is None else around
    see_users(connection, around)
    changed, events = later_of(connection, tables, read, row, findings, rules, around) if whole else ([], _happened(connection, [t for t in tables if t == _RENAMES], read, own, me))  # fmt: skip
    record: dict[str, Any] = {
        "world": read.path.name if read.path else "",
        "as_of": read.as_of.isoformat(),
        "policy": {"name": rules.name, "version": rules.version},
        "account": {k: _plain(v) for k, v in row.to_pylist()[0].items() if v is not None},
        "findings": _findings(own, book, around, changed),
        "mentions": [_mention(f) for f in _naming(connection, findings, me)],
        "proposals": [_shown(d) for d in decisions.filter(pc.equal(decisions["account_id"], me)).to_pylist()],
        "favour": [{**f, "says": favour_text(f)} for f in _favour(favour(connection, me, tables, first, read.as_of), around)],
        "timeline": [event_told(e) for e in events],
    }  # fmt: skip
    return record, events


def later_of(
    connection: duckdb.DuckDBPyConnection, tables: Sequence[str], read: World, row: pa.Table, findings: pa.Table, rules: Policy, around: Mapping[str, Any]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:  # fmt: skip
    """Return what would change the proposals on an account, and everything that happened to it, with times in microseconds; asked as `record_of` is."""
    me = row["account_id"][0].as_py()
    own = findings.filter(pc.equal(findings["account_id"], me))
    see_users(connection, around)
    asked, offered = read_table(read, "attestations"), {d.name: d.classes for d in choose(None)}
    changed = changes(rules, own, row, offered, read.as_of, asked, around.get("rings"))
    return changed, _happened(connection, tables, read, own, me)


def _around(
    connection: duckdb.DuckDBPyConnection, tables: Sequence[str], read: World, findings: pa.Table, me: str
) -> dict[str, Any]:
    able = [d.name for d in choose(None) if not missing(d, read)]
    return surroundings(connection, tables, findings, [me], able)[me]


def _happened(
    connection: duckdb.DuckDBPyConnection, tables: Sequence[str], read: World, own: pa.Table, me: str
) -> list[dict[str, Any]]:
    events = timeline(connection, me, tables, lambda table, column: column in read.sources[table].columns)
    return _with_findings(events, own)


def _favour(found: list[dict[str, Any]], around: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Add how many detectors could look and found nothing."""
    quiet = around.get("quiet", 0)
    return [*found, {"kind": "quiet", "facts": {"n": quiet}}] if quiet else found


def _with_findings(events: list[dict[str, Any]], own: pa.Table) -> list[dict[str, Any]]:
    """Put what was found among what happened, where it began."""
    found = [
        {
            "at": _microseconds(f["first_at"] or f["last_at"]), "until": _microseconds(f["last_at"]), "kind": "finding",
            "facts": {"says": f["says"], "violation": f["violation"]}, "weight": MILESTONE, "table": "findings",
        }
        for f in own.to_pylist()
    ]  # fmt: skip
    return sorted([*events, *found], key=lambda e: -(1 << 62) if e["at"] is None else e["at"])


def _findings(
    own: pa.Table, book: Mapping[str, Detector], around: Mapping[str, Any], changed: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    told = [_shown(f) for f in own.sort_by([("score", "descending"), ("finding_id", "ascending")]).to_pylist()]
    return [f | _told(f, book.get(f["detector"]), around.get("tables"), changed) for f in told]


def _told(
    finding: Mapping[str, Any], detector: Detector | None, there: Collection[str] | None, changed: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:  # fmt: skip
    """Return what a reader wants beside a finding; a detector that is no longer in the book has nothing to add. `there` are the tables it could look at."""
    optional = [t.removesuffix("?") for t in detector.reads if t.endswith("?")] if detector else []
    return {
        "facts": json.loads(finding["facts"] or "{}"),
        "shown": facts_shown(finding["facts"]),
        "parts": segments(detector.says if detector else "", finding["says"]),
        "lacks": [c for c in detector.classes if c not in finding["classes"]] if detector else [],
        "unlooked": [t for t in optional if t in TABLES and there is not None and t not in there],
        "mistakes": [[m.says, m.guard] for m in detector.mistakes] if detector else [],
        "changes": [[c["kind"], c] for c in changed if c["finding_id"] == finding["finding_id"]],
    }


def _naming(connection: duckdb.DuckDBPyConnection, findings: pa.Table, me: str) -> list[dict[str, Any]]:
    """Return the findings about others that name the account, strongest first."""
    connection.register("findings", findings)
    return connection.sql(_NAMING, params={"me": me}).to_arrow_table().to_pylist()


def _mention(finding: Mapping[str, Any]) -> dict[str, Any]:
    return {n: finding[n] for n in ("account_id", "detector", "violation", "tier", "score", "says")}


def event_told(event: Mapping[str, Any]) -> dict[str, Any]:
    """Return an event of `later_of` as a record has it, with its times and its sentence."""
    at, until = stamp(event["at"]), stamp(event["until"])
    return {**event, "at": at, "until": until, "day": (at or until)[:10], "says": event_text(event)}


def _microseconds(at: datetime | None) -> int | None:
    return None if at is None else int(at.timestamp() * 1_000_000)


def _shown(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _plain(value) for name, value in row.items()}


def _plain(value: Any) -> Any:  # noqa: ANN401  (whatever an Arrow cell holds)
    return value.isoformat() if isinstance(value, datetime) else value
