"""Innocents with many hands: one person, or a family, whose devices, places and hours change for reasons of their own."""

from __future__ import annotations

import numpy as np

from aboveboard.worlds.draft import Draft
from aboveboard.worlds.luck import chance, some
from aboveboard.worlds.playing import SINCE, Place, after_work, at_home, elsewhere, played, plays, settled
from aboveboard.worlds.rhythm import DAY, END, HOUR, MINUTE, Ints, within

__all__ = [
    "cafe_goer", "coached_player", "commuter", "helped_player", "living_room", "new_phone", "private_window", "seasonal_worker", "second_hand_device",
    "student_home", "two_devices",
]  # fmt: skip

_ALL = (SINCE, END - HOUR)


def two_devices(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Play on the computer at home and go on with the telephone on the way, the computer still signed in."""
    settled(draft, accounts)
    for account in accounts.tolist():
        home, computer = at_home(draft, account), int(draft.token()[0])
        ends = plays(draft, rng, account, (computer, *home[1:]), _ALL, int(rng.integers(10, 30)))
        away = ends[some(rng, len(ends), 0.4)] - 10 * MINUTE
        road = elsewhere(
            rng,
            home,
            home[0],
            int(draft.people.carrier[account]) if draft.people.carrier[account] >= 0 else int(draft.token()[0]),
        )
        played(draft, account, away, away + 25 * MINUTE, road)
        plays(draft, rng, account, home, _ALL, int(rng.integers(3, 12)), (3, 30))
    draft.label("account_sharing", accounts, False, "two_devices")


def private_window(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Sign in from private windows through exits of a VPN all over the world: each time a new device, at exits that many use."""
    settled(draft, accounts)
    exits = [(int(n), int(rng.integers(90))) for n in draft.token(6 + len(accounts) // 2)]
    for network, region in exits:
        for user in draft.crowd(rng, 7, before=SINCE).tolist():
            home = at_home(draft, user)
            plays(draft, rng, user, home, _ALL, 3, (5, 30))
            plays(draft, rng, user, (home[0], network, region), _ALL, 1, (5, 30))
    for account in accounts.tolist():
        plays(draft, rng, account, at_home(draft, account), _ALL, int(rng.integers(3, 20)))
        for start in after_work(rng, draft, account, *_ALL, int(rng.integers(4, 20))):
            network, region = exits[int(rng.integers(len(exits)))]
            played(
                draft,
                account,
                np.array([start]),
                np.array([start + 20 * MINUTE]),
                (int(draft.token()[0]), network, region),
            )
    draft.label("account_sharing", accounts, False, "private_window")


def cafe_goer(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Play in internet cafés of several towns, on machines that everyone there uses."""
    settled(draft, accounts)
    cafes = [_cafe(draft, rng) for _ in range(4 + len(accounts) // 3)]
    for account in accounts.tolist():
        plays(draft, rng, account, at_home(draft, account), _ALL, int(rng.integers(1, 8)))
        for _ in range(int(rng.integers(2, 8))):
            machines = cafes[int(rng.integers(len(cafes)))]
            plays(draft, rng, account, machines[int(rng.integers(len(machines)))], _ALL, 1, (60, 200))
    draft.label("account_sharing", accounts, False, "cafe_goer")


def _cafe(draft: Draft, rng: np.random.Generator) -> list[Place]:
    network, region = int(draft.token()[0]), int(rng.integers(90))
    machines = [(int(n), network, region) for n in draft.token(3)]
    for machine in machines:
        for guest in draft.crowd(rng, 8, before=SINCE).tolist():
            plays(draft, rng, guest, machine, _ALL, 1, (60, 200))
    return machines


def helped_player(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Be helped over hard levels by a carer or a son, at his own home, some evenings a week; some live far away."""
    settled(draft, accounts)
    for account in accounts.tolist():
        home = at_home(draft, account)
        device, network = draft.token(2).tolist()
        seat = elsewhere(rng, home, device, network) if chance(rng, 0.3) else (device, network, home[2])
        plays(draft, rng, account, home, _ALL, int(rng.integers(10, 25)))
        plays(draft, rng, account, seat, _ALL, int(rng.integers(4, 12)), (10, 40))
    draft.label("account_sharing", accounts, False, "helped_player")


def living_room(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Share a console with the family: each has an account and a telephone, all at one network."""
    settled(draft, accounts)
    for n in range(0, len(accounts), 3):
        family = accounts[n : n + 3].tolist()
        home = at_home(draft, family[0])
        console = int(draft.token()[0])
        for account in family:
            plays(draft, rng, account, (console, *home[1:]), _ALL, int(rng.integers(5, 20)))
            plays(draft, rng, account, (at_home(draft, account)[0], *home[1:]), _ALL, int(rng.integers(3, 10)), (5, 30))
    draft.label("account_sharing", accounts, False, "living_room")


def _changed(draft: Draft, rng: np.random.Generator, account: int, before: Place, after: Place) -> None:
    cut = int(within(rng, SINCE + 10 * DAY, END - 16 * DAY, 1)[0])
    plays(draft, rng, account, before, (SINCE, cut), int(rng.integers(5, 25)))
    plays(draft, rng, account, after, (cut + 2 * HOUR, END - HOUR), int(rng.integers(5, 25)))


def new_phone(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Change the telephone for good, at home."""
    settled(draft, accounts)
    for account in accounts.tolist():
        home = at_home(draft, account)
        _changed(draft, rng, account, home, (int(draft.token()[0]), *home[1:]))
    draft.label("account_sharing", accounts, False, "new_phone")


def second_hand_device(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Buy the telephone that a stranger in another region used until last month."""
    settled(draft, accounts)
    for account in accounts.tolist():
        seller = int(draft.crowd(rng, 1, before=SINCE)[0])
        home, theirs = at_home(draft, account), at_home(draft, seller)
        plays(draft, rng, seller, theirs, (SINCE, SINCE + 9 * DAY), 6)
        _changed(draft, rng, account, home, (theirs[0], *home[1:]))
    draft.label("account_sharing", accounts, False, "second_hand_device")


def student_home(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Go home when the term ends: another region, another network, and for most the family's computer."""
    settled(draft, accounts)
    for account in accounts.tolist():
        home = at_home(draft, account)
        device, network = draft.token(2).tolist()
        dorm = elsewhere(rng, home, device if chance(rng, 0.7) else home[0], network)
        _changed(draft, rng, account, dorm, home)
    draft.label("account_sharing", accounts, False, "student_home")


def seasonal_worker(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Work on a farm for three weeks and play on its one computer in the evening, most with their telephone on its network too."""
    settled(draft, accounts)
    for n in range(0, len(accounts), 4):
        crew = accounts[n : n + 4].tolist()
        device, network = draft.token(2).tolist()
        farm = elsewhere(rng, at_home(draft, crew[0]), device, network)
        begin = SINCE + int(rng.integers(4, 14)) * DAY
        for account in crew:
            home, span = at_home(draft, account), (begin, begin + 21 * DAY)
            plays(draft, rng, account, home, (SINCE, begin - DAY), int(rng.integers(2, 8)))
            plays(draft, rng, account, farm, span, int(rng.integers(5, 15)), (20, 60))
            if chance(rng, 0.75):
                plays(draft, rng, account, (home[0], *farm[1:]), span, int(rng.integers(2, 8)), (5, 20))
            plays(draft, rng, account, home, (span[1] + DAY, END - HOUR), int(rng.integers(1, 6)))
    draft.label("account_sharing", accounts, False, "seasonal_worker")


def coached_player(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Let a coach in another region show something on one's own account, twice or so."""
    settled(draft, accounts)
    for n in range(0, len(accounts), 4):
        device, network = draft.token(2).tolist()
        for account in accounts[n : n + 4].tolist():
            home = at_home(draft, account)
            ends = plays(draft, rng, account, home, _ALL, int(rng.integers(10, 25)))
            shown = ends[rng.permutation(len(ends))[: int(rng.integers(1, 3))]] + 5 * MINUTE
            played(draft, account, shown, shown + 20 * MINUTE, elsewhere(rng, home, device, network))
    draft.label("account_sharing", accounts, False, "coached_player")


def commuter(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Cross the border of two regions to work every day; most have the telephone on the network at work, some never."""
    settled(draft, accounts)
    for n in range(0, len(accounts), 6):
        office, region = int(draft.token()[0]), int(rng.integers(90))
        for account in accounts[n : n + 6].tolist():
            device, network, _ = at_home(draft, account)
            home, desk = (device, network, region), (int(draft.token()[0]), office, (region + 1) % 90)
            days = np.flatnonzero(np.arange(43) % 7 % 6)[: int(rng.integers(8, 31))]
            morning = SINCE + days * DAY + int(rng.integers(6, 9)) * HOUR + within(rng, 0, 20 * MINUTE, len(days))
            played(draft, account, morning, morning + 10 * MINUTE, home)
            played(draft, account, morning + 55 * MINUTE, morning + 65 * MINUTE, desk)
            if chance(rng, 0.8):
                played(draft, account, morning + 66 * MINUTE, morning + 70 * MINUTE, (device, *desk[1:]))
    draft.label("account_sharing", accounts, False, "commuter")
