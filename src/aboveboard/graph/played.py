"""Who plays an account, told from its sessions: which devices never met its holder's, when they played, and what else they play.

Devices and networks of one person meet: the new telephone joins the network at home, the old one travels along. A *hand* is a connected part
of the graph of one account's devices and networks; networks that many accounts use tie nobody (carriers, VPN, cafés). The hand that was there on
most days is the holder's; sessions of the others are *strange*. Unlike `hands`, which asks what is impossible by chance, this measures: how
much, how often, at which hours, with how long a stay; a model weighs it.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from aboveboard.graph.follows import Ints, Longs
from aboveboard.graph.hands import Sessions, tied
from aboveboard.ordered import distinct

__all__ = ["Hand", "Played", "concerned", "crowds", "played"]

_CROWD, _TIMES = 5, 2
"""Accounts from which a network ties nobody, where that is also twice as many as half the networks have: some services know networks but roughly."""
_DAY, _HOUR, _SOON = 86_400, 3_600, 1_200
_LASTING, _STAY, _TAKEN, _HEARD = 2, 3, 3, 5
_KNOWN = 40
"""Sessions from which the quietest hours of an account tell something."""
_REST = 6
_LONGEST = 720
"""Minutes that a session counts at most: who forgets to sign out is not playing."""
_FIRST_DAYS = 100_000
"""More days than any world has: an account and a day make one number."""

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


class Hand(NamedTuple):
    """One entry a hand in every column, by account and first session.

    `owner` is the other account whose home one of its devices is, or -1; `taken`: it began while another had been there, and stayed for three
    sessions. Times are seconds.
    """

    account: Longs
    main: Bools
    sessions: Longs
    days: Longs
    first: Longs
    last: Longs
    owner: Longs
    taken: Bools


class Played(NamedTuple):
    """Hands, and what is measured: `of` holds one entry an account, NaN where there is no session or too few to tell.

    `region`: where each account's holder mostly is, -1 where unknown. `network` and `dweller`: the networks of main hands that few use, and whose
    they are. Of accounts: counts; `strange`, a share of its sessions; `exits`, `workshop`, `near`, `switches`, `before`, `after`, shares of the
    strange ones.
    """

    hand: Hand
    of: dict[str, Floats]
    region: Longs
    network: Longs
    dweller: Longs


def crowds(account: Ints, network: Ints) -> Bools:
    """Return for each network whether it is used by so many accounts that it ties nobody; one entry more, for -1, which is none."""
    known = network >= 0
    pairs = distinct(network[known].astype(np.int64) << 32 | account[known])
    users = np.bincount(pairs >> 32, minlength=int(network.max(initial=-1)) + 1)
    usual = np.sort(users)[(len(users) - 1) // 2] if len(users) else 0
    return np.append(users >= max(_CROWD, _TIMES * usual), False)


def concerned(account: Ints, device: Ints) -> Longs:
    """Return the sessions of accounts that several devices use, and of all accounts on those devices."""
    known = device >= 0
    pairs = distinct(account[known].astype(np.int64) << 32 | device[known])
    who, what = pairs >> 32, pairs & 0xFFFFFFFF
    several = np.bincount(who, minlength=int(account.max(initial=-1)) + 1) > 1
    theirs = np.zeros(int(device.max(initial=-1)) + 1, bool)
    theirs[what[several[who]]] = True
    there = np.zeros(len(several), bool)
    there[who[theirs[what]]] = True
    return np.flatnonzero(there[account] & known)


def played(s: Sessions, crowd: Bools, accounts: int) -> Played:
    """Return the hands of accounts and what is measured of them.

    `s` holds sessions by account and begin, with a device each; `crowd` says which came through a network that many accounts use.
    """
    start = s.begin.min(initial=0) // (7 * _DAY) * 7 * _DAY
    s = s._replace(begin=s.begin - start, end=s.end - start)
    number, account, devices = _hands(s, (s.network >= 0) & ~crowd)
    many, days = _counted(number, s.begin // _DAY, len(account))
    main = _most(account, days, many)
    first, last = _span(number, s, len(account))
    home = _homes(s, number, main, accounts)
    strange = ~main[number]
    owner, taken = _owner(s, number, home, len(account)), _taken(account, main, many, first)
    hand = Hand(account, main, many, days, first + start, last + start, owner, taken)
    region = _usual_region(s, ~strange, accounts)
    of = {
        **_amount(s, strange, crowd, accounts),
        **_devices(s, strange, home, devices, accounts),
        **_hands_counted(account, main, days, accounts),
        **_places(s, strange, region, accounts),
        **_turns(s, number, strange, accounts),
        **_hours(s, strange, accounts),
        **_paces(s, strange, accounts),
        **_ends(s, strange, account, main, first, last, accounts),
    }
    lived = (s.network >= 0) & ~crowd & ~strange
    tie = distinct(s.account[lived].astype(np.int64) << 32 | s.network[lived])
    return Played(hand, of, region, tie & 0xFFFFFFFF, tie >> 32)


def _hands(s: Sessions, few: Bools) -> tuple[Longs, Longs, Longs]:
    """Return each session's hand, each hand's account, and each session's number of account and device."""
    device, left = np.unique(s.account.astype(np.int64) << 32 | s.device, return_inverse=True)
    _, right = np.unique((s.account.astype(np.int64) << 32 | s.network)[few], return_inverse=True)
    size = len(device) + int(right.max(initial=-1)) + 1
    part = tied(left[few], right + len(device), size)[: len(device)]
    names, first, number = np.unique(part, return_index=True, return_inverse=True)
    order = np.argsort(first, kind="stable")
    rank = np.empty(len(names), np.int64)
    rank[order] = np.arange(len(names))
    return rank[number][left], device[first[order]] >> 32, left


def _counted(number: Longs, day: Longs, count: int) -> tuple[Longs, Longs]:
    """Return sessions and days of each group."""
    days = distinct(number * _FIRST_DAYS + day) // _FIRST_DAYS
    return np.bincount(number, minlength=count), np.bincount(days, minlength=count)


def _most(group: Longs, days: Longs, many: Longs) -> Bools:
    """Return of each group the entry with most days, then most sessions, then the first."""
    order = np.lexsort((np.arange(len(group)), -many, -days, group))
    found = np.zeros(len(group), bool)
    found[order[np.append(True, np.diff(group[order]) != 0)[: len(group)]]] = True
    return found


def _span(number: Longs, s: Sessions, count: int) -> tuple[Longs, Longs]:
    first, last = np.full(count, np.iinfo(np.int64).max), np.zeros(count, np.int64)
    np.minimum.at(first, number, s.begin)
    np.maximum.at(last, number, s.end)
    return first, last


def _homes(s: Sessions, number: Longs, main: Bools, accounts: int) -> Longs:
    """Return the device of the main hand that each account uses on most days, -1 for none."""
    own = main[number]
    pair, at = np.unique(s.account[own].astype(np.int64) << 32 | s.device[own], return_inverse=True)
    many, days = _counted(at, s.begin[own] // _DAY, len(pair))
    best = _most(pair >> 32, days, many)
    home = np.full(accounts, -1, np.int64)
    home[pair[best] >> 32] = pair[best] & 0xFFFFFFFF
    return home


def _owner(s: Sessions, number: Longs, home: Longs, count: int) -> Longs:
    """Return for each hand another account whose home is a device of it, the last by number; -1 for none."""
    lives = _lives(s, home)
    owner = lives[s.device]
    found = np.full(count, -1, np.int64)
    np.maximum.at(found, number, np.where(owner == s.account, -1, owner))
    return found


def _lives(s: Sessions, home: Longs) -> Longs:
    """Return for each device an account whose home it is, -1 for none."""
    lives = np.full(int(s.device.max(initial=0)) + 1, -1, np.int64)
    there = np.flatnonzero(home >= 0)
    lives[home[there]] = there
    return lives


def _taken(account: Longs, main: Bools, many: Longs, first: Longs) -> Bools:
    start = np.full(int(account.max(initial=-1)) + 1, np.iinfo(np.int64).max)
    np.minimum.at(start, account, first)
    return (many >= _TAKEN) & ((first > start[account]) | ~main)


def _share(rows: Ints | Longs, of: Ints | Longs, accounts: int) -> Floats:
    """Return by account how many of its rows `of` are among `rows`, as a share; NaN where it has none."""
    many = np.bincount(of, minlength=accounts)
    return np.where(many > 0, np.bincount(rows, minlength=accounts) / np.maximum(many, 1), np.nan)


def _amount(s: Sessions, strange: Bools, crowd: Bools, accounts: int) -> dict[str, Floats]:
    """Return how many sessions there are, what share is strange, and how much of that came through networks of many."""
    many = np.bincount(s.account, minlength=accounts)
    return {
        "visits": np.where(many > 0, many, np.nan).astype(np.float64),
        "strange": _share(s.account[strange], s.account, accounts),
        "exits": _share(s.account[strange & crowd], s.account[strange], accounts),
    }


def _devices(s: Sessions, strange: Bools, home: Longs, pair: Longs, accounts: int) -> dict[str, Floats]:
    """Return of strange devices how many came for one day and play nothing else, and how many accounts the busiest plays as a stranger."""
    size = int(s.device.max(initial=0)) + 1
    both = distinct(s.device.astype(np.int64) << 32 | s.account)
    holders = np.bincount(both >> 32, minlength=size)
    guests = distinct(s.device[strange].astype(np.int64) << 32 | s.account[strange])
    fan = np.bincount(guests >> 32, minlength=size)
    most = np.zeros(accounts)
    np.maximum.at(most, s.account[strange], fan[s.device[strange]].astype(np.float64))
    _, days = _counted(pair, s.begin // _DAY, int(pair.max(initial=-1)) + 1)
    once = strange & (holders[s.device] == 1) & (days[pair] == 1)
    fresh = distinct(s.account[once].astype(np.int64) << 32 | s.device[once])
    lives = np.zeros(size, bool)
    lives[home[home >= 0]] = True
    shop = strange & (holders[s.device] > 1) & ~lives[s.device]
    return {
        "fan": most,
        "once": np.bincount(fresh >> 32, minlength=accounts).astype(np.float64),
        "workshop": _share(s.account[shop], s.account[strange], accounts),
    }


def _hands_counted(account: Longs, main: Bools, days: Longs, accounts: int) -> dict[str, Floats]:
    return {
        "hands": np.bincount(account[~main], minlength=accounts).astype(np.float64),
        "lasting": np.bincount(account[~main & (days >= _LASTING)], minlength=accounts).astype(np.float64),
    }


def _usual_region(s: Sessions, own: Bools, accounts: int) -> Longs:
    """Return the region where the holder mostly is, -1 where none is known."""
    known = own & (s.region >= 0)
    pair, many = np.unique(s.account[known].astype(np.int64) << 32 | s.region[known], return_counts=True)
    best = _most(pair >> 32, many, many)
    region = np.full(accounts, -1, np.int64)
    region[pair[best] >> 32] = pair[best] & 0xFFFFFFFF
    return region


def _places(s: Sessions, strange: Bools, region: Longs, accounts: int) -> dict[str, Floats]:
    """Return in how many other regions strangers play, and how much of it they play in the holder's."""
    known = strange & (s.region >= 0) & (region[s.account] >= 0)
    there = known & (s.region == region[s.account])
    far = distinct(s.account[known & ~there].astype(np.int64) << 32 | s.region[known & ~there])
    return {
        "regions": np.bincount(far >> 32, minlength=accounts).astype(np.float64),
        "near": _share(s.account[there], s.account[known], accounts),
    }


def _turns(s: Sessions, number: Longs, strange: Bools, accounts: int) -> dict[str, Floats]:
    """Return how often hands take turns (for each session of a stranger), on how many days within twenty minutes, in how many stays strangers come, and how long the longest is."""
    same = s.account[1:] == s.account[:-1]
    other = same & (number[1:] != number[:-1])
    soon = other & (s.begin[1:] - s.end[:-1] < _SOON)
    close = distinct(s.account[1:][soon].astype(np.int64) * _FIRST_DAYS + s.begin[1:][soon] // _DAY)
    begins = np.append(True, ~same | (strange[1:] != strange[:-1]))[: len(strange)]
    stay = np.cumsum(begins) - 1
    ends = np.zeros(int(stay[-1]) + 1 if len(stay) else 0, np.int64)
    np.maximum.at(ends, stay, s.end)
    who, theirs, length = s.account[begins], strange[begins], np.bincount(stay)
    long = np.zeros(accounts)
    kept = theirs & (length >= _STAY)
    np.maximum.at(long, who[kept], (ends - s.begin[begins])[kept] / _DAY)
    return {
        "switches": _share(s.account[1:][other], s.account[strange], accounts),
        "close": np.bincount(close // _FIRST_DAYS, minlength=accounts).astype(np.float64),
        "turns": np.bincount(who[theirs], minlength=accounts).astype(np.float64),
        "stay": long,
    }


def _paces(s: Sessions, strange: Bools, accounts: int) -> dict[str, Floats]:
    """Return in how many weeks strangers play, how much more of a day than the holder does, how much longer at a time, and on how many of their days he plays too.

    The middle two are logarithms of ratios, of minutes a day and minutes a session.
    """
    day = s.account.astype(np.int64) * _FIRST_DAYS + s.begin // _DAY
    minutes = np.clip((s.end - s.begin) / 60, 1, _LONGEST)
    each = {
        side: (np.bincount(distinct(day[rows]) // _FIRST_DAYS, minlength=accounts), np.bincount(s.account[rows], minlength=accounts),
               np.bincount(s.account[rows], minutes[rows], accounts))
        for side, rows in ((True, strange), (False, ~strange))
    }  # fmt: skip
    (days, visits, played_), (own_days, own_visits, own_played) = each[True], each[False]
    told = (visits >= _HEARD) & (own_visits >= _HEARD)
    week = distinct(s.account[strange].astype(np.int64) * _FIRST_DAYS + s.begin[strange] // (7 * _DAY)) // _FIRST_DAYS
    both = np.intersect1d(distinct(day[strange]), distinct(day[~strange]), assume_unique=True) // _FIRST_DAYS
    with np.errstate(divide="ignore", invalid="ignore"):
        pace = np.log(played_ / days) - np.log(own_played / own_days)
        length = np.log(played_ / visits) - np.log(own_played / own_visits)
    return {
        "weeks": np.bincount(week, minlength=accounts).astype(np.float64),
        "pace": np.where(told, pace, np.nan),
        "length": np.where(told, length, np.nan),
        "mixed": np.where(days > 0, np.bincount(both, minlength=accounts) / np.maximum(days, 1), np.nan),
    }


def _hours(s: Sessions, strange: Bools, accounts: int) -> dict[str, Floats]:
    """Return the share of the six quietest hours, and how far apart the hours of holder and strangers lie.

    The distance is squared, of hours smoothed by one to either side, less what chance makes of so few sessions (Gretton et al. 2012).
    """
    hour = (s.begin // _HOUR) % 24
    own, theirs = (
        np.bincount(s.account[m] * 24 + hour[m], minlength=24 * accounts).reshape(-1, 24) for m in (~strange, strange)
    )
    every = own + theirs
    many = every.sum(1)
    quiet = sum(np.roll(every, -n, 1) for n in range(_REST)).min(1) / np.maximum(many, 1)
    sizes = [np.maximum(h.sum(1), 1) for h in (own, theirs)]
    mean = [_smooth(h) / n[:, None] for h, n in zip((own, theirs), sizes, strict=True)]
    spread = (1 - (sum(mean) ** 2 / 4).sum(1)) / 3
    apart = ((mean[0] - mean[1]) ** 2).sum(1) - (1 / sizes[0] + 1 / sizes[1]) * spread
    told = (own.sum(1) >= _HEARD) & (theirs.sum(1) >= _HEARD)
    return {"quiet": np.where(many >= _KNOWN, quiet, np.nan), "apart": np.where(told, apart, np.nan)}


def _smooth(hours: Longs) -> Floats:
    return (hours + np.roll(hours, 1, 1) + np.roll(hours, -1, 1)) / 3


def _ends(
    s: Sessions, strange: Bools, account: Longs, main: Bools, first: Longs, last: Longs, accounts: int
) -> dict[str, Floats]:
    """Return how much of the strangers' sessions came before the holder was first there, and after he was last there."""
    come, gone = np.zeros(accounts, np.int64), np.zeros(accounts, np.int64)
    come[account[main]], gone[account[main]] = first[main], last[main]
    before = strange & (s.end < come[s.account])
    after = strange & (s.begin > gone[s.account])
    return {
        "before": _share(s.account[before], s.account[strange], accounts),
        "after": _share(s.account[after], s.account[strange], accounts),
    }
