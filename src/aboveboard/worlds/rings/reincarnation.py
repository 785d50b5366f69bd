"""Seed 1: closed and barred people who come back under a new, a bought or a borrowed account.

After the ban-evasion pairs of Niverthi, Verma and Kumar (WWW 2022): successors appear within hours to months, reuse parts
of the old name, often the device, and win back part of the old audience; some buy an aged account and rename it, some are
handed one by a friend. Some say openly that they are back.
"""

from __future__ import annotations

import numpy as np

from aboveboard.core import VIOLATIONS
from aboveboard.worlds.casting import groups
from aboveboard.worlds.draft import NONE, Draft
from aboveboard.worlds.luck import chance
from aboveboard.worlds.mutations import ASCII, bend
from aboveboard.worlds.naming import bios
from aboveboard.worlds.population import close
from aboveboard.worlds.rhythm import DAY, END, HOUR, NEVER, Ints, within
from aboveboard.worlds.tokens import TURNED

__all__ = ["reincarnation"]

_SHARED = (
    ("device", "network", "phone"),
    ("device", "network"),
    ("device",),
    ("phone",),
    ("payment", "network"),
    ("network",),
    (),
)
_LIKELY = (0.1, 0.28, 0.14, 0.1, 0.1, 0.16, 0.12)
_WAYS, _ODDS = ("new", "aged", "handed_over"), (0.72, 0.18, 0.1)
_BACK = (
    ("My old account {h} was banned, follow me here", "{h} got closed, this is my new account"),
    ("原号{h}被封,请关注新号", "大号{h}没了,回来了"),
    ("حسابي القديم {h} أغلق، هذا حسابي الجديد",),
)


def reincarnation(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Plant closed accounts, each with one to three successors."""
    for number, ring in enumerate(groups(rng, accounts, 2, 4)):
        old, heirs = ring[:1], ring[1:]
        _closed(draft, rng, old)
        audience = draft.crowd(
            rng, int(12 + draft.size**0.35 * rng.pareto(2) * 3), before=int(draft.people.closed[old[0]])
        )
        _fans(draft, rng, old, audience, int(draft.people.created[old[0]]), int(draft.people.closed[old[0]]))
        for heir in heirs:
            _returns(draft, rng, int(old[0]), int(heir), audience, f"reincarnation-{number}")


def _closed(draft: Draft, rng: np.random.Generator, old: Ints) -> None:
    people = draft.people
    people.created[old] = within(rng, END - 1500 * DAY, END - 420 * DAY, 1)
    close(draft, old, within(rng, END - 330 * DAY, END - 25 * DAY, 1), "law" if chance(rng, 0.3) else "terms")
    people.closed_for[old] = rng.integers(0, len(VIOLATIONS))
    people.barred[old] = NEVER if chance(rng, 0.5) else END + int(rng.integers(30, 900)) * DAY
    people.popularity[old] = 3.0
    people.phone[old] = people.avatar[old] = people.cover[old] = old
    people.plain[old] = False
    draft.write("bio", old, bios(rng, people.language[old]).to_pylist())


def _fans(draft: Draft, rng: np.random.Generator, target: Ints, fans: Ints, low: int, high: int) -> None:
    """Let an audience follow an account and like what it shows, between two times."""
    start = np.maximum(draft.people.created[fans], low)
    end = np.minimum(draft.people.end[fans], high)
    fans, start, end = (x[start + HOUR < end] for x in (fans, start, end))
    to = np.full(len(fans), target[0])
    draft.add("follows", follower_id=fans, target_id=to, at=within(rng, start + 1, end, len(fans)))
    busy = np.repeat(np.arange(len(fans)), rng.poisson(1.2, len(fans)))
    at = within(rng, start[busy] + 1, end[busy], len(busy))
    draft.add("actions", account_id=fans[busy], at=at, verb="like", object_id=-2 - to[busy], target_account_id=to[busy])


def _returns(draft: Draft, rng: np.random.Generator, old: int, heir: int, audience: Ints, group: str) -> None:
    people, one = draft.people, np.array([heir])
    closed = int(people.closed[old])
    back = closed + max(min(int(DAY * 4 * rng.lognormal(0, 1.6)) + HOUR, END - closed - 3 * DAY), HOUR)
    way = str(rng.choice(_WAYS, p=_ODDS))
    people.created[heir] = back if way == "new" else closed - int(rng.integers(30, 400)) * DAY
    people.language[heir], people.zone[heir], people.community[heir] = (
        c[old] for c in (people.language, people.zone, people.community)
    )
    people.last[heir] = END - int(rng.integers(1, 12 * 24)) * HOUR // 2
    kind = _named(draft, rng, old, one, back, way)
    _pictured(draft, rng, old, one)
    _share(draft, rng, old, heir, back, way)
    came = rng.permutation(audience)[: int(len(audience) * rng.uniform(0.05, 0.6))]
    _fans(draft, rng, one, came, back, min(back + int(rng.integers(2, 25)) * DAY, END))
    draft.label("reincarnation", one, True, kind, group, related=np.array([old]), span=(back, NEVER))


def _named(draft: Draft, rng: np.random.Generator, old: int, one: Ints, back: int, way: str) -> str:
    """Name the successor after the predecessor, by a rename where the account is older; return the sort of return."""
    was = np.array([old])
    name, kind = bend(rng, draft.read("display_name", was)[0])
    if way != "new":
        before = draft.read("display_name", one)
        draft.add("profile_changes", account_id=one, at=[back], field="display_name", old=before, new=[name])
    draft.write("display_name", one, [name])
    handle = draft.read("handle", was)[0]
    if chance(rng, 0.6) and way != "handed_over":
        typed = handle + str(rng.choice(["_", "2", "_back", ".new", "_v2"]))
        draft.write("handle", one, [bend(rng, handle, 0.0, ASCII)[0] if chance(rng, 0.4) else typed])
    if chance(rng, 0.45):
        said = str(rng.choice(_BACK[int(draft.people.language[old])])).format(h=handle)
        draft.write("bio", one, [said if chance(rng, 0.4) else draft.texts["bio"][old]])
    return kind if way == "new" else f"{way}_{kind}"


def _pictured(draft: Draft, rng: np.random.Generator, old: int, one: Ints) -> None:
    """Let half reuse the picture: as it was, with a frame or a crop, or mirrored; some the cover too."""
    people = draft.people
    if chance(rng, 0.5):
        people.avatar[one], people.plain[one] = people.avatar[old], False
        edit = int(rng.integers(1, TURNED - 1))
        people.touch[one] = (0, 0, edit, edit, TURNED)[int(rng.integers(5))]
    if chance(rng, 0.25):
        people.cover[one] = people.cover[old]


def _share(draft: Draft, rng: np.random.Generator, old: int, heir: int, back: int, way: str) -> None:
    """Let the successor use what the predecessor used: everything, a phone, a payment, only the network, or nothing.

    A new account has it from its first day, an older one from the return on, beside what its first holder used.
    """
    people = draft.people
    shared = _SHARED[int(rng.choice(len(_SHARED), p=_LIKELY))]
    own = draft.token(4)
    for kind, column, token in (
        ("device", people.device, own[0]),
        ("network", people.network, own[1]),
        ("phone", people.phone, own[2]),
    ):
        column[heir] = column[old] if kind in shared and way == "new" else token
        if kind in shared and way != "new":
            _token(draft, np.array([heir]), kind, int(column[old]), [back], [max(back, int(people.last[heir]))])
    people.carrier[heir] = NONE if chance(rng, 0.5) else people.carrier[old]
    if "payment" in shared:
        used = [int(people.created[old]), back], [int(people.last[old]), max(back, int(people.last[heir]))]
        _token(draft, np.array([old, heir]), "payment", int(own[3]), *used)


def _token(draft: Draft, accounts: Ints, kind: str, token: int, first: list[int], last: list[int]) -> None:
    used = np.full(len(accounts), token)
    draft.add("tokens", account_id=accounts, kind=kind, token=used, first_seen_at=first, last_seen_at=last)
