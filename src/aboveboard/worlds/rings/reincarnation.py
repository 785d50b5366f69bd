"""Seed 1: closed and barred people who come back under a new account.

After the ban-evasion pairs of Niverthi, Verma and Kumar (WWW 2022): successors appear within hours to months, reuse parts
of the old name, often the device, and win back part of the old audience; some buy an aged account and rename it.
"""

from __future__ import annotations

import numpy as np

from aboveboard.core import VIOLATIONS
from aboveboard.worlds.casting import groups
from aboveboard.worlds.draft import NONE, Draft
from aboveboard.worlds.luck import chance
from aboveboard.worlds.mutations import bend
from aboveboard.worlds.population import close
from aboveboard.worlds.rhythm import DAY, END, HOUR, NEVER, Ints, within

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
    people.phone[old] = old


def _fans(draft: Draft, rng: np.random.Generator, target: Ints, fans: Ints, low: int, high: int) -> None:
    start = np.maximum(draft.people.created[fans], low)
    end = np.minimum(draft.people.end[fans], high)
    fans, start, end = (x[start + HOUR < end] for x in (fans, start, end))
    draft.add(
        "follows", follower_id=fans, target_id=np.full(len(fans), target[0]), at=within(rng, start + 1, end, len(fans))
    )


def _returns(draft: Draft, rng: np.random.Generator, old: int, heir: int, audience: Ints, group: str) -> None:
    people = draft.people
    closed = int(people.closed[old])
    wait = min(int(DAY * 4 * rng.lognormal(0, 1.6)) + HOUR, END - closed - 3 * DAY)
    back = closed + max(wait, HOUR)
    name, kind = bend(rng, draft.read("display_name", np.array([old]))[0])
    one = np.array([heir])
    aged = chance(rng, 0.25)
    people.created[heir] = closed - int(rng.integers(30, 400)) * DAY if aged else back
    if aged:
        draft.add(
            "profile_changes",
            account_id=one,
            at=[back],
            field="display_name",
            old=draft.read("display_name", one),
            new=[name],
        )
        kind = f"aged_{kind}"
    draft.write("display_name", one, [name])
    if chance(rng, 0.6):
        draft.write(
            "handle", one, [f"{draft.read('handle', np.array([old]))[0]}{rng.choice(['', '_', '2', '_back', '.new'])}"]
        )
    people.language[heir], people.zone[heir], people.community[heir] = (
        c[old] for c in (people.language, people.zone, people.community)
    )
    people.last[heir] = END - int(rng.integers(1, 12 * 24)) * HOUR // 2
    people.avatar[heir] = people.avatar[old] if chance(rng, 0.4) else people.avatar[heir]
    _share(draft, rng, old, heir, back)
    came = rng.permutation(audience)[: int(len(audience) * rng.uniform(0.05, 0.6))]
    _fans(draft, rng, one, came, back, min(back + int(rng.integers(2, 25)) * DAY, END))
    draft.label("reincarnation", one, True, kind, group, related=np.array([old]), span=(back, NEVER))


def _share(draft: Draft, rng: np.random.Generator, old: int, heir: int, back: int) -> None:
    """Let the successor use what the predecessor used: everything, a phone, a payment, only the network, or nothing."""
    people = draft.people
    shared = _SHARED[int(rng.choice(len(_SHARED), p=_LIKELY))]
    own = draft.token(4)
    people.device[heir] = people.device[old] if "device" in shared else own[0]
    people.network[heir] = people.network[old] if "network" in shared else own[1]
    people.phone[heir] = people.phone[old] if "phone" in shared else own[2]
    people.carrier[heir] = NONE if chance(rng, 0.5) else people.carrier[old]
    if "payment" in shared:
        first = [int(people.created[old]), back]
        last = [int(people.last[old]), int(people.last[heir])]
        draft.add(
            "tokens",
            account_id=np.array([old, heir]),
            kind="payment",
            token=np.full(2, own[3]),
            first_seen_at=first,
            last_seen_at=last,
        )
