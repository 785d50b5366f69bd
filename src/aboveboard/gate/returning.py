"""Whether an attempt may be a barred holder's return: the pairs it makes with barred accounts, weighed as a scan weighs them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.alike_profiles import ALIKE_NAMES
from aboveboard.derived.returns import RETURNS, WEIGHABLE, weighed
from aboveboard.derived.ties import TIES
from aboveboard.detectors.returning_account import RETURNING_ACCOUNT
from aboveboard.gate.attempts import Attempt
from aboveboard.gate.barred import BIO, FIELDS, Barred, Known, Tie, name_keys, said_of
from aboveboard.gate.claims import Claim, claim
from aboveboard.names.cues import cues
from aboveboard.names.folding import fold
from aboveboard.names.lookup import Near
from aboveboard.tables import ARROW

__all__ = ["COMMON", "returning"]

COMMON = int(ALIKE_NAMES.params["common"].value)
"""Accounts beyond which a name, a picture or a biography is anybody's."""

_CROWD = int(TIES.params["crowd"].value)
_RECYCLED = int(RETURNS.params["recycled"].value)
_POSSIBLE, _LIKELY = (float(RETURNING_ACCOUNT.params[p].value) for p in ("possible", "likely"))
_CONTACTS = frozenset(("email", "identity"))

Row = dict[str, Any]


def returning(
    attempt: Attempt, barred: Barred, near: Iterable[tuple[str, str, Near]], accounts: int, spared: frozenset[str]
) -> Claim | None:
    """Return the claim that an attempt is a barred holder's return, the likeliest one; None where nothing speaks for it.

    `near` are (field, name, what the register has near it). `accounts` is how many the service has. `spared` are barred accounts
    whose likeness to this one was found wrong before: they do not count again.
    """
    pairs = _pairs(attempt, barred, near)
    known = {i: k for i in sorted(pairs) if (k := _met(attempt, barred, i, spared)) is not None}
    labelled = _labelled(attempt) if known else False
    rows = [row for i, k in known.items() for row in _rows(attempt, k, pairs[i], accounts, labelled=labelled)]
    if not rows:
        return None
    told = weighed(pa.table({c: pa.array([r[c] for r in rows], ARROW[t]) for c, t in WEIGHABLE.items()})).to_pylist()
    likely = sorted((t for t in told if t["score"] >= _POSSIBLE), key=lambda t: (-t["score"], t["closed_id"]))
    return _claim(attempt, likely, known, pairs) if likely else None


def _met(attempt: Attempt, barred: Barred, account_id: str, spared: frozenset[str]) -> Known | None:
    """Return a barred account that an attempt may be the return of: another's, of the same platform, its bar in force."""
    known = barred.known(account_id) if account_id not in spared and account_id != attempt.account_id else None
    return known if known and known.bars(attempt.at) and known.platform == attempt.platform else None


def _pairs(attempt: Attempt, barred: Barred, near: Iterable[tuple[str, str, Near]]) -> dict[str, Row]:
    """Gather what an attempt shares with each barred account."""
    pairs: defaultdict[str, Row] = defaultdict(lambda: {"names": [], "ties": [], "sayers": None, "showers": None})
    for field, name, found in near:
        for account_id, row in _alike(attempt, barred, field, name, found):
            pairs[account_id]["names"].append(row)
    for shown in attempt.tokens:
        more = _newly(attempt, shown.since)
        for tie in barred.ties(shown.kind, shown.token):
            if tie.holders + more <= _CROWD:
                pairs[tie.account_id]["ties"].append((shown.kind, tie, tie.holders + more, shown.since or attempt.at))
    _same_bio(attempt, barred, pairs)
    if attempt.avatar_hash and not attempt.default_avatar:
        for seen in barred.gallery.like(attempt.avatar_hash):
            if seen.showers + 1 <= COMMON:
                pairs[seen.owner]["showers"] = seen.showers + 1
    return pairs


def _same_bio(attempt: Attempt, barred: Barred, pairs: defaultdict[str, Row]) -> None:
    said = said_of(attempt.bio)
    for tie in barred.ties(BIO, said) if said else ():
        if tie.holders + 1 <= COMMON:
            pairs[tie.account_id] |= {"sayers": tie.holders + 1, "said": said}


def _alike(attempt: Attempt, barred: Barred, field: str, name: str, found: Near) -> Iterable[tuple[str, Row]]:
    bearers = _bearers(attempt, barred, name, found)
    if bearers > COMMON:
        return
    for entry in found.ids:
        worn = {"name": name, "closed_name": found.name, "closed_field": FIELDS[entry[0]], "bearers": bearers}
        yield entry[1:], {**worn, "taken_at": attempt.taken_at(field)}


def _bearers(attempt: Attempt, barred: Barred, name: str, found: Near) -> int:
    """Return how many bear the name: by its folded form where both have the same, else by its loose form; the attempt counts."""
    (mine, _), (plain, drawn) = name_keys(name), name_keys(found.name)
    kind, key = ("plain", plain) if mine == plain else ("loose", drawn)
    return max(barred.bearers(kind, key), found.bearers, 1) + (attempt.kind != "login")


def _newly(attempt: Attempt, since: datetime | None) -> int:
    """Tell whether an attempt's account was not counted yet among those that use a token."""
    return int(attempt.kind == "registration" or since is None)


def _rows(attempt: Attempt, known: Known, pair: Row, accounts: int, *, labelled: bool) -> Iterable[Row]:
    """Yield the rows that are weighed for a pair; none where the account was there before and has nothing new."""
    born = attempt.born_at
    names = [n for n in pair["names"] if _after(n["taken_at"] or born, known.closed_at)] or [None]
    tied = _tied(pair["ties"], known.closed_at)
    if names == [None] and not _after(born, known.closed_at) and tied["handed_at"] is None:
        return
    kinds = {t.kind for t in attempt.tokens}
    row = dict.fromkeys(WEIGHABLE) | tied
    row |= {
        "account_id": attempt.subject, "closed_id": known.account_id, "handle": attempt.handle or attempt.display_name,
        "bio": attempt.bio or None, "created_at": born, "closed_handle": known.handle, "closed_at": known.closed_at,
        "world": 1, "accounts": accounts, "devices": known.devices and "device" in kinds,
        "contacts": known.contacts and bool(kinds & {"phone", *_CONTACTS}), "showers": pair["showers"],
        "sayers": pair["sayers"], "said": pair.get("said"), "label": labelled,
    }  # fmt: skip
    yield from (row | (name or {}) for name in names)


def _after(at: datetime | None, closed_at: datetime) -> bool:
    return at is not None and at > closed_at


def _tied(ties: Iterable[tuple[str, Tie, int, datetime]], closed_at: datetime) -> Row:
    """Return the rarest device, contact, payment and network two accounts share, and when the first of them changed hands."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    handed, idle = list[datetime](), list[int]()
    for kind, tie, holders, since in ties:
        days = (since.date() - tie.last_at.date()).days if tie.last_at else 0
        idle += [days] if kind == "phone" and tie.last_at else []
        contact = kind in _CONTACTS or (kind == "phone" and days <= _RECYCLED)
        found["contact" if contact else kind].append(holders)
        handed += [since] if kind != "network" and since > closed_at else []
    least = {k: min(found[k], default=None) for k in ("device", "contact", "payment", "network")}
    return {**least, "idle_days": max(idle, default=None), "handed_at": min(handed, default=None)}


def _labelled(attempt: Attempt) -> bool:
    """Tell whether a name says that it is a fan's, a parody or an archive."""
    names = pa.array([n for _, n in attempt.names()], pa.string())
    return bool(pc.any(cues(fold(names).words).label).as_py())


def _claim(attempt: Attempt, likely: list[Row], known: Mapping[str, Known], pairs: Mapping[str, Row]) -> Claim:
    best = likely[0]
    closed = known[best["closed_id"]]
    until = closed.barred_until
    row = {
        **best,
        "closed_for": closed.closed_for,
        "bar": "without end" if until is None else f"{_days(until, attempt.at)} more days",
        "related": [t["closed_id"] for t in likely],
        "tier": "likely" if best["corroborated"] and best["score"] >= _LIKELY else "possible",
    }
    parts = ("named", "tied", "moved", "repeated", "against")
    derivation = f"prior {best['prior']}" + "".join(best[p] for p in parts)
    return claim(RETURNING_ACCOUNT, attempt.subject, row, _fields(attempt, pairs[closed.account_id]), derivation)


def _days(until: datetime, at: datetime) -> int:
    return (until.date() - at.date()).days


def _fields(attempt: Attempt, pair: Row) -> set[str]:
    """Return the fields of the attempt that agree with a barred account's."""
    borne = {n["name"] for n in pair["names"]}
    found = {field for field, name in attempt.names() if name in borne}
    found |= {kind for kind, *_ in pair["ties"]}
    found |= {"bio"} if pair["sayers"] else set()
    return found | ({"avatar_hash"} if pair["showers"] else set())
