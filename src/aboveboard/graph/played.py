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
from aboveboard.graph.hands import Sessions, span, tied, usual
from aboveboard.ordered import distinct

__all__ = ["Hand", "Played", "concerned", "crowds", "played"]

_CROWD, _TIMES = 10, 2
"""Accounts from which a network ties nobody, where that is also twice as many as half the networks have: some services know networks but roughly."""
_DAY, _HOUR, _SOON = 86_400, 3_600, 1_200
_LASTING, _STAY, _TAKEN, _HEARD = 2, 3, 3, 5
_KNOWN = 40
"""Sessions from which the quietest hours of an account tell something."""
_REST = 6
_DAYS = 24
"""Bits of a day: an account and a day make one number."""

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


class Hand(NamedTuple):
    """One entry a hand in every column, by account and first session.

    `taken`: it began when another had been there, and stayed for three sessions. Times are seconds.
    """

    account: Longs
    main: Bools
    first: Longs
    last: Longs
    taken: Bools


class Played(NamedTuple):
    """Hands, and what is measured: `of` holds one entry an account, NaN where there is no session or too few to tell.

    `network` and `dweller`: the networks of main hands that few use, and whose they are. `owner` and `guest`: accounts whose home a device is, and
    accounts that it plays as a stranger. Of accounts: counts; and `exits`, `near`, `switches`, `before`, `after`, shares of the strange sessions.
    """

    hand: Hand
    of: dict[str, Floats]
    network: Longs
    dweller: Longs
    owner: Longs
    guest: Longs


def crowds(account: Ints, network: Ints) -> Bools:
    """Return for each network whether it is used by so many accounts that it ties nobody."""
    known = network >= 0
    pairs = distinct(network[known].astype(np.int64) << 32 | account[known])
    users = np.bincount(pairs >> 32, minlength=int(network.max(initial=-1)) + 1)
    half = np.sort(users)[(len(users) - 1) // 2] if len(users) else 0
    return users >= max(_CROWD, _TIMES * half)


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

    `s` holds sessions by account and begin, with a device and a network each; `crowd` says which came through a network that many accounts use.
    """
    # A clock that is off may say a day before 1970: days are counted from there, for none may be below 0.
    start = s.begin.min(initial=0) // (7 * _DAY) * 7 * _DAY
    s = s._replace(begin=s.begin - start, end=s.end - start)
    number, account, devices = _hands(s, ~crowd)
    many, days = _counted(number, s.begin // _DAY, len(account))
    main = _most(account, days, many)
    first, last = span(s, number, len(account))
    home = _homes(s, number, main, accounts)
    strange = ~main[number]
    hand = Hand(account, main, first + start, last + start, _taken(account, many, first))
    visit = distinct(s.device[strange].astype(np.int64) << 32 | s.account[strange])
    region = usual(s.account[~strange], s.region[~strange], accounts)
    of = {
        "exits": _share(s.account[strange & crowd], s.account[strange], accounts),
        **_devices(s, strange, visit, devices, accounts),
        **_hands_counted(account, main, days, accounts),
        **_places(s, strange, region, accounts),
        **_turns(s, number, strange, accounts),
        **_hours(s, strange, accounts),
        **_paces(s, strange, accounts),
        **_ends(s, strange, account, main, first, last, accounts),
    }
    lived = ~crowd & ~strange
    tie = distinct(s.account[lived].astype(np.int64) << 32 | s.network[lived])
    owner, guest = _owners(visit, home)
    return Played(hand, of, tie & 0xFFFFFFFF, tie >> 32, owner, guest)


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
    days = distinct(number << _DAYS | day) >> _DAYS
    return np.bincount(number, minlength=count), np.bincount(days, minlength=count)


def _most(group: Longs, days: Longs, many: Longs) -> Bools:
    """Return of each group the entry with most days, then most sessions, then the first."""
    order = np.lexsort((np.arange(len(group)), -many, -days, group))
    found = np.zeros(len(group), bool)
    found[order[np.append(True, np.diff(group[order]) != 0)[: len(group)]]] = True
    return found


def _homes(s: Sessions, number: Longs, main: Bools, accounts: int) -> Longs:
    """Return the device of the main hand that each account uses on most days, -1 for none."""
    own = main[number]
    pair, at = np.unique(s.account[own].astype(np.int64) << 32 | s.device[own], return_inverse=True)
    many, days = _counted(at, s.begin[own] // _DAY, len(pair))
    best = _most(pair >> 32, days, many)
    home = np.full(accounts, -1, np.int64)
    home[pair[best] >> 32] = pair[best] & 0xFFFFFFFF
    return home


def _owners(visit: Longs, home: Longs) -> tuple[Longs, Longs]:
    """Return, for each device that plays an account as a stranger (`visit`: both), every other account whose home it is, and the account."""
    lives = np.flatnonzero(home >= 0)
    lives = lives[np.argsort(home[lives], kind="stable")]
    many = np.bincount(home[lives], minlength=int(visit[-1] >> 32) + 1 if len(visit) else 0)
    start = np.append(0, np.cumsum(many))
    each = many[visit >> 32]
    rows = np.repeat(start[visit >> 32] - np.append(0, np.cumsum(each))[:-1], each) + np.arange(each.sum())
    return lives[rows], np.repeat(visit & 0xFFFFFFFF, each)


def _taken(account: Longs, many: Longs, first: Longs) -> Bools:
    start = np.full(int(account.max(initial=-1)) + 1, np.iinfo(np.int64).max)
    np.minimum.at(start, account, first)
    return (many >= _TAKEN) & (first > start[account])


def _share(rows: Ints | Longs, of: Ints | Longs, accounts: int) -> Floats:
    """Return by account how many of its rows `of` are among `rows`, as a share; NaN where it has none."""
    many = np.bincount(of, minlength=accounts)
    return np.where(many > 0, np.bincount(rows, minlength=accounts) / np.maximum(many, 1), np.nan)


def _devices(s: Sessions, strange: Bools, visit: Longs, pair: Longs, accounts: int) -> dict[str, Floats]:
    """Return of strange devices how many came for one day and play nothing else, and how many accounts the busiest plays as a stranger."""
    size = int(s.device.max(initial=0)) + 1
    both = distinct(s.device.astype(np.int64) << 32 | s.account)
    holders = np.bincount(both >> 32, minlength=size)
    fan = np.bincount(visit >> 32, minlength=size)
    most = np.zeros(accounts)
    np.maximum.at(most, s.account[strange], fan[s.device[strange]].astype(np.float64))
    _, days = _counted(pair, s.begin // _DAY, int(pair.max(initial=-1)) + 1)
    once = strange & (holders[s.device] == 1) & (days[pair] == 1)
    fresh = distinct(s.account[once].astype(np.int64) << 32 | s.device[once])
    return {"fan": most, "once": np.bincount(fresh >> 32, minlength=accounts).astype(np.float64)}


def _hands_counted(account: Longs, main: Bools, days: Longs, accounts: int) -> dict[str, Floats]:
    return {
        "hands": np.bincount(account[~main], minlength=accounts).astype(np.float64),
        "lasting": np.bincount(account[~main & (days >= _LASTING)], minlength=accounts).astype(np.float64),
    }


def _places(s: Sessions, strange: Bools, region: Ints, accounts: int) -> dict[str, Floats]:
    """Return in how many other regions strangers play, and how much of it they play in the holder's."""
    known = strange & (s.region >= 0) & (region[s.account] >= 0)
    there = known & (s.region == region[s.account])
    far = distinct(s.account[known & ~there].astype(np.int64) << 32 | s.region[known & ~there])
    return {
        "regions": np.bincount(far >> 32, minlength=accounts).astype(np.float64),
        "near": _share(s.account[there], s.account[known], accounts),
    }


def _turns(s: Sessions, number: Longs, strange: Bools, accounts: int) -> dict[str, Floats]:
    """Return how often hands take turns (for each session of a stranger), on how many days within twenty minutes, in how many stays strangers come, and how long the longest is after which the holder is back."""
    same = s.account[1:] == s.account[:-1]
    other = same & (number[1:] != number[:-1])
    soon = other & (s.begin[1:] - s.end[:-1] < _SOON)
    close = distinct(s.account[1:][soon].astype(np.int64) << _DAYS | s.begin[1:][soon] // _DAY)
    begins = np.append(True, ~same | (strange[1:] != strange[:-1]))[: len(strange)]
    stay = np.cumsum(begins) - 1
    ends = np.zeros(int(stay[-1]) + 1 if len(stay) else 0, np.int64)
    np.maximum.at(ends, stay, s.end)
    who, theirs, length = s.account[begins], strange[begins], np.bincount(stay)
    long = np.zeros(accounts)
    back = np.append(who[1:] == who[:-1], False)[: len(who)]
    kept = theirs & (length >= _STAY) & back
    np.maximum.at(long, who[kept], (ends - s.begin[begins])[kept] / _DAY)
    return {
        "switches": _share(s.account[1:][other], s.account[strange], accounts),
        "close": np.bincount(close >> _DAYS, minlength=accounts).astype(np.float64),
        "turns": np.bincount(who[theirs], minlength=accounts).astype(np.float64),
        "stay": long,
    }


def _paces(s: Sessions, strange: Bools, accounts: int) -> dict[str, Floats]:
    """Return in how many weeks strangers play, how much more of a day than the holder does, how much longer at a time, and on how many of their days he plays too.

    The middle two are logarithms of ratios, of minutes a day and minutes a session.
    """
    day = s.account.astype(np.int64) << _DAYS | s.begin // _DAY
    minutes, timed = (s.end - s.begin) / 60, s.end > s.begin
    each = {
        side: (np.bincount(distinct(day[rows]) >> _DAYS, minlength=accounts), np.bincount(s.account[rows], minlength=accounts),
               np.bincount(s.account[rows], minutes[rows], accounts))
        for side, rows in ((True, strange & timed), (False, ~strange & timed))
    }  # fmt: skip
    (days, visits, played_), (own_days, own_visits, own_played) = each[True], each[False]
    told = (visits >= _HEARD) & (own_visits >= _HEARD)
    week = distinct(s.account[strange].astype(np.int64) << _DAYS | s.begin[strange] // (7 * _DAY)) >> _DAYS
    there = np.bincount(distinct(day[strange]) >> _DAYS, minlength=accounts)
    both = np.intersect1d(distinct(day[strange]), distinct(day[~strange]), assume_unique=True) >> _DAYS
    with np.errstate(divide="ignore", invalid="ignore"):
        pace = np.log(played_ / days) - np.log(own_played / own_days)
        length = np.log(played_ / visits) - np.log(own_played / own_visits)
    return {
        "weeks": np.bincount(week, minlength=accounts).astype(np.float64),
        "pace": np.where(told, pace, np.nan),
        "length": np.where(told, length, np.nan),
        "mixed": np.where(there > 0, np.bincount(both, minlength=accounts) / np.maximum(there, 1), np.nan),
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
