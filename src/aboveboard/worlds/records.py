"""What a service keeps beside posts: tokens, sessions, profile changes, counts, attestations, and the account row."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.core import VIOLATIONS
from aboveboard.tables import TABLES
from aboveboard.worlds.counters import counters
from aboveboard.worlds.draft import LANGUAGES, NONE, Draft, stream
from aboveboard.worlds.luck import some
from aboveboard.worlds.naming import bios, locations, unique, urls
from aboveboard.worlds.rhythm import DAY, END, HOUR, MINUTE, NEVER, times, within
from aboveboard.worlds.tokens import hexed
from aboveboard.worlds.weaving import scatter

__all__ = ["account_rows", "activity", "last_seen", "profile_changes", "sessions", "tokens"]

_REGIONS: Final = ("west", "east", "south")
_ZONES: Final = {
    -8: "America/Los_Angeles", -5: "America/New_York", 0: "Europe/London", 1: "Europe/Berlin", 2: "Africa/Johannesburg", 3: "Asia/Riyadh",
    4: "Asia/Dubai", 8: "Asia/Shanghai", 10: "Australia/Brisbane",
}  # fmt: skip
"""Hours east of UTC, as they are in the winter in which the world ends, to a zone that has them."""
KEPT: Final = 45 * DAY
"""How long the service keeps sessions."""

_ACTORS: Final = {
    "follows": ("follower_id", "at"),
    "posts": ("account_id", "at"),
    "actions": ("account_id", "at"),
    "sessions": ("account_id", "started_at"),
    "profile_changes": ("account_id", "at"),
}


def sessions(draft: Draft, seed: int) -> None:
    """Add the sessions of the weeks the service keeps: mostly one's own device, at home or on the mobile network."""
    rng = stream(seed, "sessions")
    people = draft.people
    who = np.repeat(np.arange(draft.size), rng.poisson(people.visits))
    low = np.maximum(people.created[who], END - KEPT)
    keep = (low + 2 * HOUR < people.end[who]) & (people.network[who] >= 0)
    who, low = who[keep], low[keep]
    start = times(rng, low, people.end[who] - HOUR, people.zone[who], skew=0.8)
    end = start + np.minimum(12 * MINUTE * rng.lognormal(0, 1, len(who)), 58 * MINUTE).astype(np.int64)
    mobile = (people.carrier[who] >= 0) & (some(rng, len(who), 0.4))
    draft.add(
        "sessions", account_id=who, started_at=start, ended_at=np.where(some(rng, len(who), 0.04), NEVER, end),
        device_token=people.device[who], network_token=np.where(mobile, people.carrier[who], people.network[who]),
        region=regions(people.community[who]),
    )  # fmt: skip


def regions(numbers: np.ndarray) -> pa.DictionaryArray:
    """Return region names such as `R07` for numbers of any size."""
    return pa.DictionaryArray.from_arrays(
        pa.array((numbers % 90).astype(np.int8)), pa.array([f"R{n:02d}" for n in range(90)])
    )


def _zones(hours: np.ndarray) -> pa.Array:
    names = list(_ZONES)
    return pa.array([_ZONES[h] for h in names]).take(pa.array(np.searchsorted(names, hours)))


def profile_changes(draft: Draft, seed: int) -> None:
    """Add organic renames and new biographies, long ago or lately."""
    rng = stream(seed, "changes")
    people = draft.people
    who = np.flatnonzero((some(rng, draft.size, 0.08)) & ~people.cast & (people.created + 2 * DAY < people.end))
    at = times(rng, people.created[who] + HOUR, people.end[who], people.zone[who])
    words = bios(rng, people.language[who])
    draft.add("profile_changes", account_id=who, at=at, field="bio", old=words, new=bios(rng, people.language[who]))
    renamed = who[::7]
    before = people.names.take(pa.array(rng.permutation(renamed)))
    at = times(rng, people.created[renamed] + HOUR, people.end[renamed], people.zone[renamed])
    draft.add(
        "profile_changes",
        account_id=renamed,
        at=at,
        field="display_name",
        old=before,
        new=people.names.take(pa.array(renamed)),
    )


def last_seen(draft: Draft) -> None:
    """Move everyone's last activity up to the last thing they did."""
    last = draft.people.last
    for table, (who, when) in _ACTORS.items():
        for batch in draft.rows.get(table, []):
            np.maximum.at(last, batch[who], batch[when])


def activity(draft: Draft, seed: int) -> None:
    """Add counts of what some people read lately, which the service does not keep row by row."""
    rng = stream(seed, "activity")
    people = draft.people
    who = np.flatnonzero(some(rng, draft.size, 0.15) & (people.visits > 0) & (people.end == END))
    reads = rng.poisson(30 * people.visits[who])
    who, reads = who[reads > 0], reads[reads > 0]
    people.last[who] = np.maximum(
        people.last[who], within(rng, np.maximum(people.created[who], END - 80 * DAY), END, len(who))
    )
    draft.add(
        "activity",
        account_id=who,
        verb="view",
        count=reads,
        since=np.maximum(people.created[who], END - 90 * DAY),
        until=END,
    )


def tokens(draft: Draft, seed: int) -> None:
    """Add what everyone used: device, home network, mobile carrier, phone, and for some mail and payment."""
    rng = stream(seed, "tokens")
    people = draft.people
    own = np.arange(draft.size)
    mail = np.where(some(rng, draft.size, 0.5), own, NONE)
    pays = np.where((some(rng, draft.size, 0.06)) & ~people.cast, own, NONE)
    held = {"device": people.device, "phone": people.phone, "email": mail, "payment": pays}
    for kind, token in (*held.items(), ("network", people.network), ("network", people.carrier)):
        who = np.flatnonzero(token >= 0)
        first = within(rng, people.created[who], np.minimum(people.created[who] + DAY, people.last[who]), len(who))
        draft.add(
            "tokens", account_id=who, kind=kind, token=token[who], first_seen_at=first, last_seen_at=people.last[who]
        )


def _patched(draft: Draft, column: str, base: pa.Array) -> pa.Array:
    patch = draft.texts.get(column)
    if not patch:
        return base
    where = np.fromiter(patch, np.int64, len(patch))
    rest = np.setdiff1d(np.arange(draft.size), where)
    return scatter(
        draft.size, [(rest, base.take(pa.array(rest))), (where, pa.array(list(patch.values()), pa.string()))]
    )


def _vocabulary(column: str, codes: np.ndarray) -> pa.Array:
    found = TABLES["accounts"].column(column)
    choices = found.choices if found and found.choices else tuple(VIOLATIONS)
    return pa.array(choices).take(pa.array(codes.astype(np.int64), mask=codes < 0))


def account_rows(draft: Draft, seed: int) -> None:
    """Add one row an account."""
    rng = stream(seed, "profiles")
    people = draft.people
    handles = unique(_patched(draft, "handle", people.handles))
    columns: dict[str, Any] = {
        "display_name": _patched(draft, "display_name", people.names),
        "bio": _patched(draft, "bio", bios(rng, people.language)),
        "location": _patched(draft, "location", locations(rng, people.language)),
        "url": _patched(draft, "url", urls(rng, handles)),
    }
    shown = np.where(people.plain & (people.avatar < 0), 1 << 46, people.avatar)
    hashes = hexed(shown, "avatar", people.touch)
    draft.add(
        "accounts", account_id=np.arange(draft.size), handle=handles, platform="demo", **columns,
        avatar=pc.binary_join_element_wise("https://img.example/", pc.utf8_slice_codeunits(hashes, 0, 16), ".jpg", ""),
        avatar_hash=hashes, cover_hash=hexed(people.cover, "cover"),
        kind=_vocabulary("kind", people.kind), region=pa.array(_REGIONS).take(pa.array(people.language)), zone=_zones(people.zone), created_at=people.created, status=_vocabulary("status", people.status),
        closed_at=people.closed, closed_ground=_vocabulary("closed_ground", people.ground),
        closed_for=_vocabulary("closed_for", people.closed_for), barred_until=people.barred, closed_root=people.root,
        overturned_at=people.overturned,
        last_active_at=np.maximum(people.last, people.created), **counters(draft, seed), verified_org_id=people.badge.astype(np.int64), default_avatar=people.plain,
        is_private=people.private, language=pa.array(LANGUAGES).take(pa.array(people.language)),
    )  # fmt: skip
