"""Small services that the gate's tests share: who is closed, what they used, whose names are protected."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa

from aboveboard.gate.attempts import Attempt, Shown
from aboveboard.gate.building import build
from aboveboard.gate.opening import Gate
from aboveboard.gate.subjects import Closed, Held
from aboveboard.images.hashes import as_text
from aboveboard.store.entries import FIRST, Entry
from aboveboard.tables import TABLES, Source, World

AT = datetime(2026, 6, 1, tzinfo=UTC)
CLOSED = AT - timedelta(days=10)


def picture(seed):
    bits = np.random.default_rng(seed).permutation(np.arange(256) % 2).astype(np.uint8)
    return as_text(np.packbits(bits[None], axis=1).view(">u8").astype(np.uint64)).to_pylist()[0]


def closed(name, **more):
    return {"account_id": name, "handle": name, "status": "closed", "closed_at": CLOSED, "closed_for": "coordination", "closed_ground": "terms", **more}  # fmt: skip


def active(name, **more):
    return {"account_id": name, "handle": name, "status": "active", "created_at": AT - timedelta(days=900), **more}


def token(account, kind, text):
    return {"account_id": account, "kind": kind, "token": text, "last_seen_at": CLOSED}


ACCOUNTS = (
    closed(
        "daily", display_name="人民日报", bio="News of the harbour, twice a day, since 1990", avatar_hash=picture(1)
    ),
    closed("ended", display_name="Quarry Lanterns", barred_until=AT - timedelta(days=1)),
    closed("left", display_name="Velvet Orchard", closed_ground="request"),
    closed("olive_kettle", display_name="Olive Kettle"),
    closed("rooted", display_name="Amber Thistle", closed_root="olive_kettle"),
    *(active(f"wei{n}", display_name="王伟") for n in range(24)),
    closed("wei", display_name="王伟"),
    closed("fanned", display_name="Marble Heron"),
    active("bank", display_name="Northgate Bank", verified_org_id="o1"),
    active("school", display_name="Hillside School", verified_org_id="o2"),
)

TOKENS = (
    token("daily", "device", "d1"), token("daily", "phone", "p1"), token("daily", "network", "n1"),
    token("olive_kettle", "device", "d2"), token("olive_kettle", "network", "n1"), token("wei0", "network", "n1"),
    token("rooted", "payment", "y1"), token("fanned", "device", "d3"), token("ended", "device", "d4"),
    token("left", "device", "d5"),
)  # fmt: skip

ORGANISATIONS = (
    {"org_id": "o1", "name": "Northgate Bank", "domains": ["northgatebank.example"], "logo_hash": picture(2), "opened_at": AT - timedelta(days=9000)},
    {"org_id": "o2", "name": "Hillside School"},
    {"org_id": "o3", "name": "海港银行", "aliases": ["海港"]},
)  # fmt: skip


def service(accounts=ACCOUNTS, tokens=TOKENS, organisations=ORGANISATIONS, **tables):
    sources = {}
    for name, rows in {"accounts": accounts, "tokens": tokens, "organisations": organisations, **tables}.items():
        made = pa.Table.from_pylist(list(rows), schema=TABLES[name].schema)
        sources[name] = Source(made.num_rows, frozenset().union(*rows), memory=made)
    return World(sources, AT)


def opened(folder: Path, world=None, position=0, look=lambda _: None, **more):
    build(folder, world or service(), position=position)
    return Gate.open(folder, look, **more)


def attempt(kind="registration", tokens=(), **more):
    shown = tuple(Shown(k, t) for k, t in tokens)
    return Attempt(more.pop("attempt_id", "t1"), kind, more.pop("at", AT), tokens=shown, **more)


def entry(position, stream, kind, subject, body=None):
    return Entry(position, stream, position, AT, kind, subject, None, body or {}, FIRST, FIRST)


def record(account, accounts=ACCOUNTS, tokens=TOKENS):
    """Return what the service keeps of one account, with how many use what it used."""
    row = next(a for a in accounts if a["account_id"] == account)
    holders = Counter((t["kind"], t["token"]) for t in tokens)
    held = tuple(Held(t["kind"], t["token"], holders[t["kind"], t["token"]], t["last_seen_at"]) for t in tokens if t["account_id"] == account)  # fmt: skip
    names = {"closed_root": "root"}
    kept = {names.get(k, k): v for k, v in row.items() if k not in ("status", "closed_ground", "created_at", "verified_org_id")}  # fmt: skip
    return Closed(**kept, tokens=held)
