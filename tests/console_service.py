"""The service with real cases in it: the part of the shipped demo's world that its findings speak of, its store, its staff."""

import json
import multiprocessing
import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from aboveboard.api.asking import open_door
from aboveboard.api.desk import Desk
from aboveboard.api.policing import open_policy
from aboveboard.api.program import create
from aboveboard.api.serving import serve
from aboveboard.app.checking import judged
from aboveboard.app.filling import fill
from aboveboard.app.leaving import tokens_of
from aboveboard.app.rescanning import ran, settle_found
from aboveboard.app.surroundings import surroundings_of_scan
from aboveboard.cli.serve import console
from aboveboard.console.service import Service, Standing
from aboveboard.deciding.evidence import Found
from aboveboard.deciding.values import Limits
from aboveboard.intake import Taker
from aboveboard.staff.keys import Keys
from aboveboard.staff.passkeys import Site
from aboveboard.staff.people import invite, join_by_password
from aboveboard.staff.permissions import Scope
from aboveboard.staff.roster import Roster
from aboveboard.store import Ledger, open_store
from hostile import spoiled, spoiled_findings
from served import answering

PASSWORD = "a bird in the hand"  # noqa: S105  (of a service that lives as long as a test)
PEOPLE = {
    "heron": ("reviewer",), "wren": ("senior",), "lark": ("appeals",), "robin": ("policy_author",), "finch": ("policy_approver",), "owl": ("auditor",),
    "starling": ("senior",),
}  # fmt: skip
_EACH, _RING = 4, 25
_SPOKEN = ("account_id", "follower_id", "target_account_id")


class Clock:
    """The time of the scan and some hours, which a test moves."""

    def __init__(self, at):
        self.at = at

    def __call__(self):
        return self.at

    def on(self, **more):
        self.at += timedelta(**more)
        return self.at


@dataclass
class Stage:
    """A service that is open: its desk, its clock, the verbs of its console, and a session for everybody who works there."""

    desk: Desk
    clock: Clock
    verbs: Service
    sessions: dict

    def me(self, name):
        return self.verbs.me(self.sessions[name], self.clock.at)


def chosen(findings, each=_EACH):
    """Some findings of each kind, and two whole rings."""
    kept, seen = [], {}
    for row in findings.sort_by([("score", "descending"), ("finding_id", "ascending")]).to_pylist():
        key = (row["violation"], row["group"])
        many = _RING if row["group"] and row["violation"] == "fake_follower" else each
        if row["account_id"] and seen.get(key, 0) < many:
            seen[key] = seen.get(key, 0) + 1
            kept.append(row["finding_id"])
    return findings.filter(pc.is_in(findings["finding_id"], pa.array(kept)))


def prepare(demo, folder, url=None, each=_EACH, *, hostile=False):
    """Fill a store with what the demo's findings speak of, and let the shipped policy propose. With `hostile`, strangers wrote to do harm."""
    world, scan = demo / "world", demo / "scan"
    _, as_of = judged(scan)
    findings = chosen(pq.read_table(scan / "findings.parquet"), each)
    named = pa.concat_arrays(
        [findings["account_id"].combine_chunks(), pc.list_flatten(findings["related"]).combine_chunks()]
    )
    part = folder / "world"
    part.mkdir(parents=True)
    for file in sorted(world.glob("*.parquet")):
        table = pq.read_table(file)
        columns = [c for c in _SPOKEN if c in table.column_names]
        for column in columns[:1]:
            table = table.filter(pc.is_in(table[column], named))
        if file.stem != "labels" and table.num_rows:
            pq.write_table(spoiled(file.stem, table) if hostile else table, part / file.name)
    data = folder / "data"
    data.mkdir()
    findings = spoiled_findings(findings) if hostile else findings
    store = open_store(data, url=url or f"sqlite:///{data / 'store.sqlite'}")
    desk = _desk(store, data, Clock(as_of))
    fill(store, part, as_of)
    accounts = pq.read_table(world / "accounts.parquet")
    around = surroundings_of_scan(world, pq.read_table(scan / "findings.parquet"), ran(scan))
    found = Found(findings, accounts, as_of, population=accounts.num_rows, around=around)
    proposed = settle_found(Ledger(store), found, as_of, Limits())
    store.close()
    desk.taker.close()
    return {"as_of": as_of.isoformat(), "cases": sum(len(p.cases) for p in proposed), "data": str(data)}


def _desk(store, data, clock):
    desk = Desk(store, data, Taker(Ledger(store)), clock=clock)
    quick = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))
    open_door(
        desk,
        Roster(desk.ledger, Keys(b"s" * 32, b"l" * 32), quick, idle=timedelta(days=9), longest=timedelta(days=9)),
        Site("http://localhost:8400"),
    )
    open_policy(desk)
    return desk


@contextmanager
def staged(prepared, folder, url=None, **limits):
    """Open a copy of the prepared service; with `url`, the service that was prepared there. `limits` differ from the operator's usual ones."""
    told = json.loads((prepared / "told.json").read_text()) if isinstance(prepared, Path) else prepared
    if url is None:
        shutil.copytree(told["data"], folder / "data")
    store = open_store(folder, url=url or f"sqlite:///{folder / 'data' / 'store.sqlite'}")
    clock = Clock(datetime.fromisoformat(told["as_of"]) + timedelta(hours=5))
    desk = _desk(store, folder, clock)
    desk.parts["limits"] = replace(desk.parts["limits"], **limits)
    door = desk.parts["door"]
    sessions = {}
    for name, roles in PEOPLE.items():
        link = invite(door.roster, name, roles, Scope(), "machine", clock.at)
        sessions[name] = join_by_password(door.roster, link, PASSWORD, clock.at)
    verbs = Service(
        Standing(
            door.roster, tokens_of(desk.data), desk.parts["limits"], desk.parts["periods"], desk.parts["detectors"]
        )
    )
    try:
        yield Stage(desk, clock, verbs, sessions)
    finally:
        desk.taker.close()
        store.close()


@contextmanager
def answered(stage):
    """The address of the service with its console, behind a real port."""
    app = create(stage.desk)
    console(app, stage.desk)
    with answering(app) as address:
        door = stage.desk.parts["door"]
        door.site = Site(address)
        yield address


FORKED = multiprocessing.get_context("forkserver")
"""Makes processes from one that has read the program already: a service that is started twice reads it once."""
FORKED.set_forkserver_preload(["aboveboard.api.serving", "aboveboard.console.service"])


def serving(data, port, url):
    """What `aboveboard serve` does, in a process of its own."""
    os.environ |= {"ABOVEBOARD_DATABASE_URL": url, "ABOVEBOARD_SCAN_HOURS": "0"}
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1), os.dup2(quiet, 2)
    serve(Path(data), "127.0.0.1", port, lambda _: None, add=console)
