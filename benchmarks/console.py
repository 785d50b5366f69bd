"""The console with many open cases, on loopback: how long each page takes, beside the machine's load.

    .venv/bin/python benchmarks/console.py --cases 10000 [--demo FOLDER] [--keep FOLDER]

Makes the demo's world, scans it, and copies its accounts and findings under new ids until that many cases wait; the shipped policy proposes
as it does in the service. Then the service with its console answers on a port of this machine, and a reviewer's pages are asked one after
another: `clock` is the time from the request to the last byte, `processor` what this process, the service and its one client, computed
meanwhile, which other work on the machine does not lengthen much. `first` is a case that
nobody opened before, `later` what its page asks for once somebody gets there, `again` one that was just open. `--demo` names a folder that `aboveboard demo` made; `--keep` a store to be made
there once and used again; `--url` a PostgreSQL database.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import httpx2
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from aboveboard.api.program import create  # noqa: E402
from aboveboard.app import demo  # noqa: E402
from aboveboard.app.checking import judged  # noqa: E402
from aboveboard.app.filling import fill  # noqa: E402
from aboveboard.app.leaving import tokens_of  # noqa: E402
from aboveboard.app.rescanning import ran, settle_found  # noqa: E402
from aboveboard.app.surroundings import surroundings_of_scan  # noqa: E402
from aboveboard.cli.serve import console  # noqa: E402
from aboveboard.console.service import Service, Standing  # noqa: E402
from aboveboard.console.views.frame import Me  # noqa: E402
from aboveboard.deciding.evidence import Found  # noqa: E402
from aboveboard.deciding.values import Limits  # noqa: E402
from aboveboard.staff.people import invite, join_by_password  # noqa: E402
from aboveboard.staff.permissions import Scope  # noqa: E402
from aboveboard.store import Ledger, open_store  # noqa: E402
from console_service import PASSWORD, Clock, _desk  # noqa: E402  (the same service that the tests open)
from served import answering  # noqa: E402

_SPOKEN = ("account_id", "follower_id")


def renamed(table: pa.Table, names: pa.Array, mark: str) -> pa.Table:
    """Return the table with a mark after every text that is the id of a copied account."""
    for number, field in enumerate(table.schema):
        column = table.column(number).combine_chunks()
        if pa.types.is_string(field.type):
            marked = pc.binary_join_element_wise(column, pa.scalar(mark), "")
            table = table.set_column(number, field, pc.if_else(pc.is_in(column, names), marked, column))
    return table


def copies(demo_folder: Path, findings: pa.Table, many: int, part: Path) -> tuple[pa.Table, pa.Table]:
    """Write `many` copies of what the findings speak of as a world, and return its findings and accounts."""
    named = pa.concat_arrays(
        [findings["account_id"].combine_chunks(), pc.list_flatten(findings["related"]).combine_chunks()]
    )
    names = pc.unique(named.drop_null())
    for file in sorted((demo_folder / "world").glob("*.parquet")):
        table = pq.read_table(file)
        column = next((c for c in _SPOKEN if c in table.column_names), None)
        if file.stem == "labels" or not table.num_rows:
            continue
        if column is None:
            pq.write_table(table, part / file.name)
            continue
        table = table.filter(pc.is_in(table[column], names))
        own = [c for c in table.column_names if c.endswith("_id") and c not in ("account_id", *_SPOKEN)]
        made = [renamed(table, names, f"~{n}") for n in range(many)]
        keyed = [_keys(t, own, n) for n, t in enumerate(made)]
        pq.write_table(pa.concat_tables(keyed), part / file.name)
    return pa.concat_tables([_found(findings, f"~{n}") for n in range(many)]), pq.read_table(part / "accounts.parquet")


def _keys(table: pa.Table, columns: list[str], number: int) -> pa.Table:
    """Return rows with ids of their own, so that a copy does not stand for what it was copied from."""
    for name in columns if number else ():
        field, column = table.schema.field(name), table[name].combine_chunks()
        if pa.types.is_string(field.type) and name in ("action_id", "post_id", "session_id", "event_id"):
            marked = pc.binary_join_element_wise(column, pa.scalar(f"~{number}"), "")
            table = table.set_column(table.schema.get_field_index(name), field, marked)
    return table


def _found(findings: pa.Table, mark: str) -> pa.Table:
    rows = findings.to_pylist()
    for row in rows:
        ids = {row["account_id"], *(row["related"] or ())} - {None}
        facts = row["facts"] or "{}"
        for one in ids:
            facts = facts.replace(f'"{one}"', f'"{one}{mark}"')
        row |= {"finding_id": row["finding_id"] + mark, "facts": facts}
        row |= {n: row[n] + mark for n in ("account_id", "group", "subject_id") if row[n]}
        row["related"] = [r + mark for r in row["related"] or ()]
    return pa.Table.from_pylist(rows, schema=findings.schema)


def make_store(demo_folder: Path, folder: Path, cases: int, url: str | None) -> datetime:
    """Fill a store with so many open cases, and return the time of the scan."""
    _, as_of = judged(demo_folder / "scan")
    findings = pq.read_table(demo_folder / "scan" / "findings.parquet")
    findings = findings.filter(pc.is_valid(findings["account_id"]))
    told = json.loads((demo_folder / "scan" / "summary.json").read_text(encoding="utf-8"))
    many = -(-cases // max(told["review"], 1))
    store = open_store(folder, url=url)
    desk = _desk(store, folder, Clock(as_of))
    waiting = 0
    with tempfile.TemporaryDirectory() as made:
        part = Path(made)
        found, accounts = copies(demo_folder, findings, many, part)
        rows = fill(store, part, as_of)
        around = surroundings_of_scan(part, found, ran(demo_folder / "scan"))
        kept = Found(found, accounts, as_of, population=accounts.num_rows, around=around)
        proposed = settle_found(Ledger(store), kept, as_of, Limits())
        waiting = sum(len(p.cases) for p in proposed)
    desk.taker.close()
    store.close()
    print(f"{waiting:,} cases wait; {sum(rows.values()):,} rows of {accounts.num_rows:,} accounts are kept")
    return as_of


def told(name: str, times: list[tuple[float, float]]) -> None:
    """Print one line of figures, in milliseconds: the time on the clock, and that of the processor."""
    wall, cpu = (sorted(1000 * t[i] for t in times) for i in (0, 1))
    high = [quantiles(ms, n=20)[-1] if len(ms) > 1 else ms[0] for ms in (wall, cpu)]
    print(
        f"{name:24} n {len(wall):3}   clock p50 {median(wall):7.1f} p95 {high[0]:7.1f} ms   processor p50 {median(cpu):7.1f} p95 {high[1]:7.1f} ms"
        f"   load {os.getloadavg()[0]:.1f}"
    )


def timed(ask: Callable[[], Any]) -> tuple[float, float]:
    start, busy = time.perf_counter(), time.process_time()
    answer = ask()
    took = time.perf_counter() - start, time.process_time() - busy
    if answer.status_code != 200:
        raise SystemExit(f"the console answered {answer.status_code}: {answer.text[:300]}")
    return took


def measure(address: str, headers: Mapping[str, str], verbs: Service, me: Me, at: datetime, rounds: int) -> None:
    """Ask every page and print how long each took."""
    from aboveboard.console.views.cases import Wanted

    with httpx2.Client(base_url=address, headers=dict(headers), timeout=60) as client:

        def page(name: str, path: str, times: int = rounds) -> None:
            told(name, [timed(lambda: client.get(path)) for _ in range(times)])

        for name, path in (
            ("home, first", "/console/"), ("queue, first", "/console/queue"), ("search, first", "/console/queue?text=bank"),
        ):  # fmt: skip
            page(name, path, 1)
        pages = {
            "home": "/console/", "queue": "/console/queue", "queue, page 100": "/console/queue?page=100", "queue, surest": "/console/queue?order=surest",
            "queue, one violation": "/console/queue?violation=impersonation", "search": "/console/queue?text=bank", "rings": "/console/rings",
            "appeals": "/console/appeals", "review": "/console/review", "claims": "/console/claims", "policies": "/console/policies", "policy": "/console/policies/default/1",
        }  # fmt: skip
        for name, path in pages.items():
            if client.get(path).status_code == 200:
                page(name, path)
        rows = [r for n in range(1, 200, 7) for r in verbs.queue(me, Wanted(page=n), at).rows][
            :: max(1, 28 * 50 // (3 * rounds))
        ]
        told("case, first", [timed(lambda r=r: client.get(f"/console/cases/{r.id}")) for r in rows[: 3 * rounds]])
        told(
            "case, later",
            [timed(lambda r=r: client.get(f"/console/cases/{r.id}/later")) for r in rows[3 * rounds - 10 : 3 * rounds]],
        )
        told(
            "case, again",
            [timed(lambda r=r: client.get(f"/console/cases/{r.id}")) for r in rows[3 * rounds - 10 : 3 * rounds]],
        )


def main() -> None:
    """Make the store where it is not there, open the service and measure."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--cases", type=int, default=10_000)
    asked.add_argument("--rounds", type=int, default=20)
    asked.add_argument("--demo", type=Path)
    asked.add_argument("--keep", type=Path)
    asked.add_argument("--url")
    chosen = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="aboveboard-console-") as folder:
        demo_folder = chosen.demo or Path(folder) / "demo"
        if chosen.demo is None:
            _ = demo(demo_folder)
        data = chosen.keep or Path(folder) / "data"
        data.mkdir(parents=True, exist_ok=True)
        url = chosen.url or f"sqlite:///{data / 'store.sqlite'}"
        if not (data / "as_of").exists():
            start = time.perf_counter()
            as_of = make_store(demo_folder, data, chosen.cases, url)
            _ = (data / "as_of").write_text(as_of.isoformat(), encoding="utf-8")
            print(f"made in {time.perf_counter() - start:.0f} s")
        as_of = datetime.fromisoformat((data / "as_of").read_text(encoding="utf-8"))
        serve(data, url, as_of + timedelta(hours=5), chosen.rounds)


def serve(data: Path, url: str, at: datetime, rounds: int) -> None:
    """Open the service with its console and measure it."""
    store = open_store(data, url=url)
    desk = _desk(store, data, Clock(at))
    door = desk.parts["door"]
    name = f"b{int(time.time())}"
    session = join_by_password(
        door.roster, invite(door.roster, name, ("senior", "appeals"), Scope(), "machine", at), PASSWORD, at
    )
    app = create(desk)
    console(app, desk)
    verbs = Service(
        Standing(
            door.roster, tokens_of(desk.data), desk.parts["limits"], desk.parts["periods"], desk.parts["detectors"]
        )
    )
    auditor = join_by_password(
        door.roster, invite(door.roster, f"{name}a", ("auditor",), Scope(), "machine", at), PASSWORD, at
    )
    with answering(app) as address:
        measure(address, {"Cookie": f"{_cookie()}={session}"}, verbs, verbs.me(session, at), at, rounds)
        with httpx2.Client(base_url=address, headers={"Cookie": f"{_cookie()}={auditor}"}, timeout=60) as client:
            told("audit", [timed(lambda: client.get("/console/audit")) for _ in range(rounds)])
    desk.taker.close()
    store.close()


def _cookie() -> str:
    from aboveboard.staff.sessions import cookie_name

    return cookie_name(secure=False)


if __name__ == "__main__":
    main()
