"""Whether an attempt may be a barred holder's return: the pairs it makes with barred accounts, weighed as a scan weighs them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.returns import RETURNS, WEIGHABLE, weighed
from aboveboard.derived.ties import TIES
from aboveboard.detectors.returning_account import RETURNING_ACCOUNT
from aboveboard.gate.attempts import Attempt
from aboveboard.gate.barred import BAR, BIO, FIELDS, Barred, Known, Tie, name_keys
from aboveboard.gate.claims import Claim, claim
from aboveboard.gate.hoping import COMMON, faintly, worth_reading
from aboveboard.gate.reading import Profile
from aboveboard.names.cues import cues
from aboveboard.names.folding import fold
from aboveboard.names.lookup import Near
from aboveboard.tables import ARROW

__all__ = ["Asked", "returning"]

_CROWD = int(TIES.params["crowd"].value)
_RECYCLED = int(RETURNS.params["recycled"].value)
_POSSIBLE, _LIKELY = (float(RETURNING_ACCOUNT.params[p].value) for p in ("possible", "likely"))
_CONTACTS = frozenset(("email", "identity"))

Row = dict[str, Any]


class Asked(NamedTuple):
    """An attempt, what it shows, and the barred accounts whose likeness to it was found wrong before: they do not count again."""

    attempt: Attempt
    profile: Profile
    spared: frozenset[str]


def returning(asked: Sequence[Asked], barred: Barred, accounts: int) -> list[Claim | None]:
    """Return, for each attempt, the claim that it is a barred holder's return, the likeliest one; None where nothing speaks for it.

    `accounts` is how many the service has.
    """
    pairs = [_pairs(a, barred, accounts) for a in asked]
    known = [_met(a, barred, some) for a, some in zip(asked, pairs, strict=True)]
    rows = [
        row
        for n, (one, met) in enumerate(zip(asked, known, strict=True))
        for row in (_weighable(n, one.attempt, met, pairs[n], accounts) if met else ())
    ]
    told: defaultdict[str, list[Row]] = defaultdict(list)
    if rows:
        table = pa.table({c: pa.array([r[c] for r in rows], ARROW[t]) for c, t in WEIGHABLE.items()})
        for row in weighed(table, alone=True, least=_POSSIBLE).to_pylist():
            told[row["account_id"]].append(row)
    likely = [sorted((t for t in told[str(n)] if t["score"] >= _POSSIBLE), key=_surest) for n in range(len(asked))]
    return [
        _claim(one.attempt, some, known[n], pairs[n]) if some else None
        for n, (one, some) in enumerate(zip(asked, likely, strict=True))
    ]


def _surest(row: Row) -> tuple[float, str]:
    return (-row["score"], row["closed_id"])


def _weighable(
    number: int, attempt: Attempt, met: Mapping[str, Known], pairs: Mapping[str, Row], accounts: int
) -> Iterable[Row]:
    labelled = _labelled(attempt)
    for account_id, known in met.items():
        for row in _rows(
            attempt, known, pairs[account_id], accounts + (attempt.kind == "registration"), labelled=labelled
        ):
            yield row | {"account_id": str(number)}


def _met(asked: Asked, barred: Barred, pairs: Iterable[str]) -> dict[str, Known]:
    """Return the barred accounts that an attempt may be the return of: of the same platform, their bar in force."""
    attempt, found = asked.attempt, dict[str, Known]()
    for account_id in sorted(set(pairs) - asked.spared - {attempt.account_id}):
        known = barred.known(account_id)
        if known and known.bars(attempt.at) and (known.nameless or known.platform == attempt.platform):
            found[account_id] = known
    return found


def _pairs(asked: Asked, barred: Barred, accounts: int) -> dict[str, Row]:
    """Gather what an attempt shares with each barred account that it may be the return of, for all that is known so far."""
    attempt, profile = asked.attempt, asked.profile
    pairs: defaultdict[str, Row] = defaultdict(lambda: {"names": [], "ties": [], "sayers": None, "showers": None})
    for account_id, tied in _ties(attempt, barred):
        pairs[account_id]["ties"].append(tied)
    for tie in barred.ties(BIO, profile.bio) if profile.bio else ():
        if tie.holders + 1 <= COMMON:
            pairs[tie.account_id] |= {"sayers": tie.holders + 1, "said": profile.bio}
    for seen in profile.pictures:
        if seen.showers + 1 <= COMMON:
            pairs[seen.owner]["showers"] = seen.showers + 1
    faint = {account_id for account_id, pair in pairs.items() if faintly(pair)}
    for account_id, named in worth_reading(
        attempt, barred, profile.barred, accounts, pairs.keys() - faint, faint
    ).items():
        rows = [
            row for field, name, found, entry in named if (row := _alike(attempt, barred, field, name, found, entry))
        ]
        if rows:
            pairs[account_id]["names"] = rows
    return {account_id: pair for account_id, pair in pairs.items() if pair["names"] or account_id not in faint}


def _ties(attempt: Attempt, barred: Barred) -> Iterator[tuple[str, tuple[str, Tie, int, datetime]]]:
    """Yield the barred accounts, and the bars without one, that a token of the attempt meets: its kind, how many use it, since when."""
    for shown in attempt.tokens:
        more, since = _newly(attempt, shown.since), shown.since or attempt.at
        users = barred.users(shown.kind, shown.token)
        found = [(tie, tie.holders + more) for tie in barred.ties(shown.kind, shown.token)]
        found += [(tie, max(users, tie.holders) + more) for tie in barred.ties(BAR, shown.token)]
        for tie, holders in found:
            if holders <= _CROWD:
                yield tie.account_id, (shown.kind, tie, holders, since)


def _alike(attempt: Attempt, barred: Barred, field: str, name: str, found: Near, entry: str) -> Row | None:
    bearers = _bearers(attempt, barred, name, found)
    if bearers > COMMON:
        return None
    worn = {"name": name, "closed_name": found.name, "closed_field": FIELDS[entry[0]], "bearers": bearers}
    return {**worn, "taken_at": attempt.taken_at(field)}


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
        "bio": attempt.bio or None, "created_at": born, "closed_handle": _UNKEPT if known.nameless else known.handle, "closed_at": known.closed_at,
        "world": 1, "accounts": accounts, "devices": known.devices and "device" in kinds,
        "contacts": known.contacts and bool(kinds & {"phone", *_CONTACTS}), "showers": pair["showers"],
        "sayers": pair["sayers"], "said": pair.get("said"), "label": labelled,
    }  # fmt: skip
    yield from (row | (name or {}) for name in names)


_UNKEPT = "an account that is not kept any more"


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
