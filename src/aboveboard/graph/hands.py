"""Hands: the parts of an account's sessions that no device and no network ties together.

Devices and networks of one person meet: the new telephone joins the network at home, the old one travels along. A *hand* is a connected
part of the graph of one account's devices and networks, each network taken by region. Two hands are two people, or one person whose
things never met. *Strange* hands lie in another region than the main hand; public machines and exits that people of many
regions share (VPN, company and carrier gateways) make nobody strange.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from aboveboard.graph.follows import Ints, Longs
from aboveboard.ordered import distinct

__all__ = ["SWIFT", "Hands", "Sessions", "hands_of", "sessions_of", "span", "tied", "usual"]

SWIFT = 3600
"""Seconds in which nobody goes from one region to another, unless others are seen to do it."""

_CROWD = 5
"""Accounts from which a device is a public machine, and devices from which a network may be an exit."""
_STAY_DAYS, _STAY = 3, 4
_STEADY = 0.8
"""Share of a network's sessions in one region from which the others are taken for errors."""
_COMMUTERS, _LIFT = 3, 3
_DAY, _NONE, _ROOM = 86_400, -1, 1 << 62

Bools = npt.NDArray[np.bool_]


class Sessions(NamedTuple):
    """Sessions by account and begin. Devices, networks and regions are numbers, -1 where unknown; times are seconds."""

    account: Ints
    device: Ints
    network: Ints
    region: Ints
    begin: Longs
    end: Longs


class Hands(NamedTuple):
    """One entry a hand in every column, by account and first session; `number` tells each session's hand.

    `device` has most of its sessions; `region` is -1 where only exits were used; `owner` is the other account whose home that device
    is, or -1; `house` is the account's usual network, exits left out; `lasting`: its device was seen on two days or with two accounts. `strange`: in another region than the account's main hand and not on a public machine. `stays`: strange in all but the
    public machine, for three days and four sessions at least. `swift`: days on which it followed, or was followed by, a hand in a region too far off, both on lasting devices.
    """

    account: Ints
    device: Ints
    region: Ints
    owner: Ints
    main: Bools
    house: Ints
    lasting: Bools
    strange: Bools
    stays: Bools
    sessions: Longs
    days: Longs
    swift: Longs
    first: Longs
    last: Longs
    number: Longs


def sessions_of(account: Ints, device: Ints, network: Ints, region: Ints, begin: Longs, end: Longs) -> Sessions:
    """Return the sessions that tell a device and a network, in order; an end before the begin is none."""
    order = np.flatnonzero((device >= 0) & (network >= 0))
    order = order[_in_order(account[order], begin[order], device[order], network[order], region[order])]
    begin = begin[order]
    return Sessions(account[order], device[order], network[order], region[order], begin, np.maximum(end[order], begin))


def _in_order(account: Ints, begin: Longs, *others: Ints) -> Longs:
    """Return the order of sessions by account, begin and all else: few begin at once, and only those are compared any further."""
    since = begin - begin.min(initial=0)
    span = int(since.max(initial=0)) + 1
    if span * (int(account.max(initial=0)) + 1) > _ROOM:
        return np.lexsort((*others[::-1], begin, account))
    key = account.astype(np.int64) * span + since
    order = np.argsort(key, kind="stable")
    new = np.append(True, np.diff(key[order]) != 0)[: len(key)]
    place = np.flatnonzero(~new | ~np.append(new[1:], True)[: len(key)])
    some = order[place]
    order[place] = some[np.lexsort((*(o[some] for o in others[::-1]), np.cumsum(new)[place]))]
    return order


def hands_of(s: Sessions) -> Hands:
    """Return the hands of all accounts."""
    s = s._replace(region=_steadied(s))
    number, account = _numbered(s)
    count = len(account)
    region = np.where(_exits(s), _NONE, s.region)
    device = usual(number, s.device, count)
    house = usual(number, np.where(region < 0, _NONE, s.network), count)
    where = usual(number, region, count)
    many = np.bincount(number, minlength=count)
    first, last = span(s, number, count)
    mains = _mains(account, (last - first) // _DAY, many)
    homes = where[mains[account]] if count else where
    far = (where >= 0) & (where != homes)
    main = np.zeros(count, bool)
    main[mains[mains >= 0]] = True
    public = _visitors(s)[device] >= _CROWD
    days = np.bincount(distinct(number << 24 | s.begin // _DAY) >> 24, minlength=count)
    return Hands(
        account, device, where, _owners(s, number, account, device, main), main, house[mains[account]] if count else where, _lasting(s)[device], far & ~main & ~public,
        far & ~main & (days >= _STAY_DAYS) & (many >= _STAY), many, days, _swift(s, number, region, count), first, last, number,
    )  # fmt: skip


def _numbered(s: Sessions) -> tuple[Longs, Ints]:
    """Return each session's hand, and each hand's account; hands are numbered by account and first session."""
    places = int(s.network.max(initial=0)) + 1
    device = s.account.astype(np.int64) << 32 | s.device
    place = s.network.astype(np.int64) + places * (s.region.astype(np.int64) + 1)
    _, place = np.unique(place, return_inverse=True)
    _, left = np.unique(device, return_inverse=True)
    _, right = np.unique(s.account.astype(np.int64) << 32 | place, return_inverse=True)
    nodes = int(left.max(initial=-1)) + 1
    size = nodes + int(right.max(initial=-1)) + 1
    part = tied(left, right + nodes, size)[left]
    names, first, number = np.unique(part, return_index=True, return_inverse=True)
    order = np.argsort(first, kind="stable")
    rank = np.empty(len(names), np.int64)
    rank[order] = np.arange(len(names))
    return rank[number], s.account[first[order]]


def tied(left: Longs, right: Longs, size: int) -> Ints:
    """Return the connected part of each of `size` nodes, given the two ends of every tie."""
    graph = coo_array((np.ones(len(left), np.int8), (left, right)), shape=(size, size))
    return connected_components(graph.tocsr(), directed=False)[1]


def span(s: Sessions, number: Longs, count: int) -> tuple[Longs, Longs]:
    """Return when the first session of each group begins and its last ends; of a group without one, the end of time and 0."""
    first, last = np.full(count, np.iinfo(np.int64).max), np.zeros(count, np.int64)
    np.minimum.at(first, number, s.begin)
    np.maximum.at(last, number, s.end)
    return first, last


def usual(group: Longs | Ints, value: Ints, count: int) -> Ints:
    """Return the value that each group has most often, the least of several; -1 where it has none."""
    known = value >= 0
    key, many = np.unique(group[known].astype(np.int64) << 32 | value[known], return_counts=True)
    order = np.lexsort((key, -many, key >> 32))
    of = key[order] >> 32
    fresh = np.append(True, np.diff(of) != 0)[: len(of)]
    found = np.full(count, _NONE, np.int32)
    found[of[fresh]] = key[order][fresh] & 0xFFFFFFFF
    return found


def _steadied(s: Sessions) -> Ints:
    """Return the sessions' regions, those of networks that are nearly always in one region set to it: maps of addresses err."""
    size = int(s.network.max(initial=0)) + 1
    most = usual(s.network, s.region, size)
    known, agree = (
        np.bincount(s.network[m], minlength=size)
        for m in (s.region >= 0, (s.region >= 0) & (s.region == most[s.network]))
    )
    steady = (known > 1) & (agree >= _STEADY * known)
    return np.where(steady[s.network] & (s.region >= 0), most[s.network], s.region)


def _exits(s: Sessions) -> Bools:
    """Return the sessions on networks of which most devices live in another region: they do not tell where a person is.

    Devices are asked, not accounts: a desk that plays for many has few. One that was seen once lives nowhere.
    """
    size, devices = (int(c.max(initial=0)) + 1 for c in (s.network, s.device))
    home = np.where(np.bincount(s.device, minlength=devices) > 1, usual(s.device, s.region, devices), _NONE)
    pair = distinct(s.network.astype(np.int64) << 32 | s.device)
    network, lived = pair >> 32, home[pair & 0xFFFFFFFF]
    away = (lived >= 0) & (lived != usual(s.network, s.region, size)[network])
    users, strangers = (np.bincount(network[m], minlength=size) for m in (lived >= 0, away))
    return ((strangers >= _CROWD) & (2 * strangers > users))[s.network]


def _mains(account: Ints, span: Longs, many: Longs) -> Longs:
    """Return for each account the number of its hand with the longest span of days, then most sessions; -1 where it has none.

    Who plays for a week plays more in it than the holder in a month, but the holder was there before and is there after.
    """
    found = np.full(int(account.max(initial=-1)) + 1, _NONE, np.int64)
    order = np.lexsort((np.arange(len(many)), -many, -span, account))
    fresh = np.append(True, np.diff(account[order]) != 0)[: len(order)]
    found[account[order[fresh]]] = order[fresh]
    return found


def _visitors(s: Sessions) -> Longs:
    """Return how many accounts use each device."""
    pair = distinct(s.device.astype(np.int64) << 32 | s.account)
    return np.bincount(pair >> 32, minlength=int(s.device.max(initial=0)) + 1)


def _owners(s: Sessions, number: Longs, account: Ints, device: Ints, main: Bools) -> Ints:
    """Return of each hand the other account whose main hand its device is, the one that uses it most of several, or -1."""
    lived = main[number] & (s.device == device[number])
    owner = usual(s.device[lived], s.account[lived], int(s.device.max(initial=0)) + 1)[device]
    return np.where(owner != account, owner, _NONE)


def _swift(s: Sessions, number: Longs, region: Ints, count: int) -> Longs:
    """Return on how many days each hand met another of its account sooner than one travels between their regions."""
    one, two = np.arange(len(number) - 1), np.arange(1, len(number))
    soon = (s.account[one] == s.account[two]) & (s.begin[two] - s.end[one] <= SWIFT)
    known = soon & (region[one] >= 0) & (region[two] >= 0) & (region[one] != region[two])
    a, b = number[one], number[two]
    lasting = _lasting(s)
    far = known & (a != b) & lasting[s.device[one]] & lasting[s.device[two]]
    far[far] &= ~np.isin(_way(region[one[far]], region[two[far]]), _near(s, region))
    day = s.begin[two[far]] // _DAY
    both = np.append(a[far], b[far]) << 24 | np.append(day, day)
    return np.bincount(distinct(both) >> 24, minlength=count)


def _lasting(s: Sessions) -> Bools:
    """Return which devices were seen on two days or with two accounts: a browser that forgets is a new device each time."""
    count = int(s.device.max(initial=0)) + 1
    seen = distinct(s.device.astype(np.int64) << 24 | s.begin // _DAY) >> 24
    return (np.bincount(seen, minlength=count) > 1) | (_visitors(s) > 1)


def _way(one: Ints, two: Ints) -> Longs:
    return np.minimum(one, two).astype(np.int64) << 32 | np.maximum(one, two)


def _near(s: Sessions, region: Ints) -> Longs:
    """Return the pairs of regions between which devices pass within the hour far more often than at random."""
    order = np.argsort(
        s.account.astype(np.int64) << 32 | s.device, kind="stable"
    )  # by begin they are in order as they come
    one, two = order[:-1], order[1:]
    moved = (s.account[one] == s.account[two]) & (s.device[one] == s.device[two]) & (s.begin[two] - s.end[one] <= SWIFT)
    moved &= (region[one] >= 0) & (region[two] >= 0) & (region[one] != region[two])
    one, two = one[moved], two[moved]
    pairs, place, passed = np.unique(_way(region[one], region[two]), return_inverse=True, return_counts=True)
    devices = np.bincount(distinct(place.astype(np.int64) << 32 | s.device[one]) >> 32, minlength=len(pairs))
    ends = np.bincount(np.append(region[one], region[two]), minlength=1)
    likely = ends[pairs >> 32] * ends[pairs & 0xFFFFFFFF] / max(2 * len(one), 1)
    return pairs[(devices >= _COMMUTERS) & (passed >= _LIFT * likely)]
