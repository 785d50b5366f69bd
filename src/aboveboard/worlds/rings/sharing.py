"""Seed 5: accounts played by others than their holder: let by the hour, played up for pay, sold, or passed among friends."""

from __future__ import annotations

from typing import Final

import numpy as np

from aboveboard.worlds.casting import groups
from aboveboard.worlds.draft import NONE, Draft
from aboveboard.worlds.luck import chance, some
from aboveboard.worlds.playing import SINCE, Place, at_home, elsewhere, played, plays, settled
from aboveboard.worlds.rhythm import DAY, END, HOUR, MINUTE, NEVER, Ints, within
from aboveboard.worlds.rings.trade import offer

__all__ = ["account_sharing"]

_SHARES: Final = (("rental", 0.35), ("boosted", 0.25), ("sold", 0.25), ("friends", 0.15))


def account_sharing(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Let others play: by the hour, for a week, for good, or among friends."""
    settled(draft, accounts)
    cuts = np.round(np.cumsum([s for _, s in _SHARES]) * len(accounts)).astype(int)
    for (kind, _), cast in zip(_SHARES, np.split(accounts, cuts[:-1]), strict=True):
        if kind == "boosted":
            for number, crew in enumerate(groups(rng, cast, 3, 9)):
                _boosted(draft, rng, crew)
                draft.label("account_sharing", crew, True, kind, f"booster-{number}")
        else:
            for account in cast.tolist():
                _ONE[kind](draft, rng, account)
            draft.label("account_sharing", cast, True, kind)


def _customer(draft: Draft, rng: np.random.Generator, home: Place) -> tuple[int, Place]:
    """Return a stranger of the service with the seat at home, or one who has no account here."""
    who = int(draft.crowd(rng, 1, before=SINCE)[0])
    device, network = draft.token(2).tolist()
    return who, at_home(draft, who) if chance(rng, 0.4) else elsewhere(rng, home, device, network)


def _rental(draft: Draft, rng: np.random.Generator, account: int) -> None:
    """Let an account by the hour, by the evening or by the night; some customers come again, the lessor looks in."""
    home = at_home(draft, account)
    plays(draft, rng, account, home, (SINCE, END - 3 * HOUR), int(rng.integers(0, 12)), (3, 40))
    if chance(rng, 0.4):
        offer(draft, rng, account)
    customers = round(4 * 18 ** rng.random())
    begin = np.sort(within(rng, SINCE, END - 9 * HOUR, customers))
    known = [_customer(draft, rng, home) for _ in range(customers)]
    for number, start in enumerate(begin.tolist()):
        who = known[number] if chance(rng, 0.85) else known[int(rng.integers(number + 1))]
        hours = int(rng.choice([1, 2, 3, 8], p=[0.4, 0.3, 0.2, 0.1]))
        breaks = np.sort(start + within(rng, 0, hours * HOUR, int(rng.integers(1, 3))))
        played(draft, account, breaks, np.append(breaks[1:] - MINUTE, start + hours * HOUR), who[1])


def _boosted(draft: Draft, rng: np.random.Generator, crew: Ints) -> None:
    """Play up one account after the other from one desk, two at once at times; the holders wait, or look in."""
    device, network = draft.token(2).tolist()
    desk = elsewhere(rng, at_home(draft, int(crew[0])), device, network)
    mate = int(draft.crowd(rng, 1, before=SINCE)[0])
    step = (END - SINCE - 9 * DAY) // len(crew)
    for number, account in enumerate(crew.tolist()):
        home, begin = at_home(draft, account), SINCE + number * step + int(rng.integers(DAY))
        until = begin + int(rng.integers(4, 9)) * DAY
        plays(draft, rng, account, home, (SINCE, begin), int(rng.integers(2, 12)))
        plays(draft, rng, account, home, (until, END - HOUR), int(rng.integers(2, 15)))
        ends = plays(draft, rng, account, desk, (begin, until), int(rng.integers(8, 26)), (60, 240), like=mate)
        if chance(rng, 0.5):
            looks = ends[some(rng, len(ends), 0.3)] + within(rng, MINUTE, 50 * MINUTE, 1)
            played(draft, account, looks, looks + 6 * MINUTE, home)


def _sold(draft: Draft, rng: np.random.Generator, account: int) -> None:
    """Hand an account over for good: other device, place and hours, mostly another telephone, mail, name and face."""
    home, (buyer, seat) = at_home(draft, account), _customer(draft, rng, at_home(draft, account))
    cut = int(within(rng, SINCE + 10 * DAY, END - 16 * DAY, 1)[0])
    plays(draft, rng, account, home, (SINCE, cut), int(rng.integers(5, 25)))
    plays(draft, rng, account, seat, (cut + 2 * HOUR, END - HOUR), int(rng.integers(6, 30)), like=buyer)
    if chance(rng, 0.4):
        offer(draft, rng, account, (cut - 20 * DAY, cut))
    for kind, share in (("phone", 0.75), ("email", 0.5), ("payment", 0.3)):
        if chance(rng, share):
            _rebound(draft, rng, account, kind, cut)
    if chance(rng, 0.6):
        _redressed(draft, rng, account, cut)


def _rebound(draft: Draft, rng: np.random.Generator, account: int, kind: str, cut: int) -> None:
    if kind == "phone":
        draft.people.phone[account] = NONE
    born, when = int(draft.people.created[account]), cut + int(rng.integers(1, 2 * DAY))
    draft.add("tokens", account_id=np.array([account, account]), kind=kind, token=draft.token(2),
              first_seen_at=np.array([born, when]), last_seen_at=np.array([cut, END - HOUR]))  # fmt: skip


def _redressed(draft: Draft, rng: np.random.Generator, account: int, cut: int) -> None:
    """Put the buyer's name and picture on an account."""
    one, at = np.array([account]), np.array([cut + int(rng.integers(HOUR, 4 * DAY))])
    name = draft.read("display_name", draft.crowd(rng, 1, before=SINCE))
    draft.add(
        "profile_changes",
        account_id=one,
        at=at,
        field="display_name",
        old=draft.read("display_name", one),
        new=[f"{name[0]} {int(rng.integers(10, 99))}"],
    )
    draft.write("display_name", one, [f"{name[0]} {int(rng.integers(10, 99))}"])
    draft.add("profile_changes", account_id=one, at=at + MINUTE, field="avatar", old=["before.jpg"], new=["after.jpg"])


def _friends(draft: Draft, rng: np.random.Generator, account: int) -> None:
    """Share an account with a friend or two elsewhere: when one stops the other takes over."""
    home = at_home(draft, account)
    ends = plays(draft, rng, account, home, (SINCE, END - 5 * HOUR), int(rng.integers(10, 30)))
    for _ in range(int(rng.integers(1, 3))):
        who, seat = _customer(draft, rng, home)
        plays(draft, rng, account, seat, (SINCE, END - HOUR), int(rng.integers(4, 15)), like=who)
        turn = ends[some(rng, len(ends), rng.uniform(0, 0.5))] + within(rng, MINUTE, 40 * MINUTE, 1)
        played(draft, account, turn, np.where(some(rng, len(turn), 0.05), NEVER, turn + 50 * MINUTE), seat)


_ONE: Final = {"rental": _rental, "sold": _sold, "friends": _friends}
