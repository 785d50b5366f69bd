"""`/v1/accounts/…/erasure`, `/copy` and `/reveals`, `/v1/keys`, `/v1/retention`: what a holder can ask for, and how their data are guarded.

What shows personal data is read with GET: answers to other requests may be kept, so that they can be sent again.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from pathlib import Path as File
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from aboveboard.api.accounts import AccountId
from aboveboard.api.answering import Together
from aboveboard.api.desk import At, Here, needs
from aboveboard.api.gating import forget
from aboveboard.privacy.access import export, zipped
from aboveboard.privacy.erasure import end_bars, erase, scrub, waiting_to_erase
from aboveboard.privacy.keyring import PURPOSES, load_ring
from aboveboard.privacy.retention import CLASSES, read_retention
from aboveboard.privacy.reveal import grant, reveal, seen
from aboveboard.privacy.rotation import PRIVACY, Asked, ask, confirm, tokens_left, waiting
from aboveboard.staff import Caller
from aboveboard.store.entries import microseconds
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES

__all__ = ["router"]

router = APIRouter(prefix="/v1", tags=["privacy"], route_class=Together)

GrantId = Annotated[str, Path(pattern="^rvl_[0-9a-f]{26}$")]
Eraser = Annotated[Caller, Depends(needs("privacy:erase"))]
Exporter = Annotated[Caller, Depends(needs("privacy:export"))]
Looker = Annotated[Caller, Depends(needs("accounts:reveal"))]
Rotator = Annotated[Caller, Depends(needs("keys:rotate"))]
Watcher = Annotated[Caller, Depends(needs("privacy:read"))]


def _by(caller: Caller) -> str:
    return f"{caller.kind}:{caller.name}"


class Erasure(BaseModel):
    """What an erasure did; with `waits_for` nothing was deleted, and it is done once that is over."""

    waits_for: list[str]
    rows: int
    quotes: int
    renamed: int
    bars: int = Field(description="Bars that stay under tokens until they end.")
    left: dict[str, int] = Field(
        description="Where the account's id still stands: quotes in decisions about others (contents.body), or else a fault."
    )


@router.post("/accounts/{account_id}/erasure")
def erasure(account_id: AccountId, desk: Here, at: At, caller: Eraser) -> Erasure:
    """Erase an account on request: all but its bar, or restrict it while an appeal, a dispute or a hold is open."""
    with desk.store.writing() as connection:
        done = erase(connection, desk.ledger, account_id, at, _by(caller))
        end_bars(connection, desk.ledger, at)
    scrub(desk.store)
    if not done.waits_for:
        forget(desk, (account_id,))
    return Erasure(waits_for=list(done.waits_for), rows=done.rows, quotes=done.sealed, renamed=done.named, bars=len(done.bars), left=dict(done.left or {}))  # fmt: skip


@router.get("/accounts/{account_id}/copy", response_class=Response)
def copy(account_id: AccountId, desk: Here, at: At, caller: Exporter) -> Response:
    """Make the copy of their data that a holder asked for, as a zip; that it was made is written down."""
    ring = load_ring(desk.data)
    with desk.store.writing() as connection:
        made = export(connection, desk.ledger, account_id, at, _by(caller), ring)
    headers = {"Content-Disposition": 'attachment; filename="copy.zip"'}
    return Response(zipped(made), media_type="application/zip", headers=headers)


class Wish(BaseModel):
    """What personal data are looked at for."""

    purpose: Literal["case", "appeal", "safety", "legal", "holder"]
    case: str = Field(min_length=1, max_length=200)


class Leave(BaseModel):
    """Leave to look at an account until a time; `known` says whether such a case about it is there."""

    id: str
    until: datetime
    known: bool


class Row(BaseModel):
    """One row as the platform handed it in."""

    table: str
    row: dict[str, Any]


class Look(BaseModel):
    """Somebody looked, and why. Nothing of what was shown."""

    at: datetime
    by: str
    purpose: str
    case: str
    known: bool
    rows: int


@router.post("/accounts/{account_id}/reveals")
def ask_to_look(account_id: AccountId, wish: Wish, desk: Here, at: At, caller: Looker) -> Leave:
    """Ask to see personal data of an account for a case; the leave holds for a quarter of an hour."""
    with desk.store.writing() as connection:
        given = grant(connection, desk.ledger, account_id, _by(caller), at, purpose=wish.purpose, case=wish.case)
    return Leave(id=given.id, until=given.until, known=given.known)


@router.get("/reveals/{grant_id}")
def look(grant_id: GrantId, desk: Here, at: At, caller: Looker) -> list[Row]:
    """See what the leave is for; each time is written down."""
    with desk.store.writing() as connection:
        return [Row(**r) for r in reveal(connection, desk.ledger, grant_id, _by(caller), at)]


@router.get("/accounts/{account_id}/looks")
def looks(account_id: AccountId, desk: Here, _caller: Looker) -> list[Look]:
    """Tell who looked at an account and why: peers see each other's looks."""
    with desk.store.reading() as connection:
        return [Look(**s._asdict()) for s in seen(connection, account_id)]


class KeyState(BaseModel):
    """One version of a key, without its secret, and how many tokens at most are under it."""

    purpose: str
    version: int
    state: str
    tokens: int


class Change(BaseModel):
    """A change of keys that somebody wants: a new key, or the end of an old one."""

    act: Literal["rotate", "retire"]
    purpose: str = Field(description=f"One of {', '.join(PURPOSES)}.", max_length=20)
    version: int = Field(0, ge=0, le=255, description="The version to end.")


class Waiting(Change):
    """A change of keys that waits for a second person."""

    id: str
    by: str
    at: datetime


@router.get("/keys")
def keys(desk: Here, _caller: Rotator) -> list[KeyState]:
    """List the keys by purpose, newest first."""
    ring = load_ring(desk.data)
    with desk.store.reading() as connection:
        return [
            KeyState(purpose=k.purpose, version=k.version, state=k.state, tokens=tokens_left(connection, k.purpose, k.version))
            for many in ring.keys.values()
            for k in many
        ]  # fmt: skip


@router.post("/keys/changes", status_code=202)
def change_keys(change: Change, desk: Here, at: At, caller: Rotator) -> Waiting:
    """Ask for a change of keys; it is carried out when a second person confirms it."""
    wanted = Asked(f"key_{secrets.token_hex(13)}", change.act, change.purpose, change.version, _by(caller), at)
    ring = load_ring(desk.data)
    with desk.store.writing() as connection:
        ask(connection, desk.ledger, wanted, ring)
    return _waiting(wanted)


@router.get("/keys/changes")
def changes(desk: Here, at: At, _caller: Rotator) -> list[Waiting]:
    """List the changes of keys that wait for a second person."""
    with desk.store.reading() as connection:
        return [_waiting(w) for w in waiting(connection, at)]


@router.post("/keys/changes/{change_id}/confirmation")
def confirm_change(
    change_id: Annotated[str, Path(max_length=40)], desk: Here, at: At, caller: Rotator
) -> dict[str, dict[int, str]]:
    """Carry out a change of keys that somebody else asked for; return the state of every version."""
    with desk.store.writing() as connection:
        ring = confirm(connection, desk.ledger, desk.data, change_id, _by(caller), at)
    return {p: {k.version: k.state for k in many} for p, many in ring.keys.items()}


def _waiting(wanted: Asked) -> Waiting:
    return Waiting(act=wanted.act, purpose=wanted.purpose, version=wanted.version, id=wanted.id, by=wanted.by, at=wanted.at)  # pyright: ignore[reportArgumentType]  # fmt: skip


class Kept(BaseModel):
    """One class of data: for how many days it is kept (none: no timer, `why` says what ends it), and why."""

    name: str
    days: int | None
    why: str
    tables: list[str]


class Done(BaseModel):
    """What the ledger says was done with personal data: purged, restricted, erased, handed out. `body` has counts and digests only."""

    at: datetime
    kind: str
    body: dict[str, Any]


@router.get("/retention")
def retention(desk: Here, _caller: Watcher) -> list[Kept]:
    """Tell how long what is kept, and why: the register of processing."""
    own: File = desk.data / "retention.toml"
    chosen = read_retention(own) if own.exists() else CLASSES
    return [Kept(name=c.name, days=c.days, why=c.why, tables=[t for _, many in c.only for t in many] or [c.table]) for c in chosen.values()]  # fmt: skip


@router.get("/retention/receipts")
def receipts(
    desk: Here, at: At, _caller: Watcher, since: Annotated[datetime | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 200,
) -> list[Done]:  # fmt: skip
    """List what was purged, restricted, erased and handed out, oldest first."""
    begin = microseconds(since) if since is not None and since.tzinfo is not None else 0
    kinds = ENTRIES.c.kind.in_(("purged", "purge_finished", "restricted", "erased", "exported"))
    found: list[Done] = []
    with desk.store.reading() as connection:
        for entry in read_entries(
            connection,
            ENTRIES.c.stream == PRIVACY,
            kinds,
            ENTRIES.c.at_us >= begin,
            ENTRIES.c.at_us <= microseconds(at),
        ):
            if len(found) == limit:
                break
            found.append(Done(at=entry.at, kind=entry.kind, body=dict(entry.body)))
    return found


@router.get("/erasures")
def erasures(desk: Here, _caller: Watcher) -> dict[str, list[str]]:
    """List the accounts that are restricted until something is over, and what it is."""
    with desk.store.reading() as connection:
        return {a: list(why) for a, why in waiting_to_erase(connection).items()}
