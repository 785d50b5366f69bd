"""Acts of accounts on objects as arrays: each object's acts in order of time."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from aboveboard.graph.compiled import loop

__all__ = ["Acts", "Marks", "acts_of", "begins_of", "firsts", "marked", "ordered"]

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]

_HOURS, _BUSY = 6 * 3600, 400


class Acts(NamedTuple):
    """`account[starts[o]:starts[o + 1]]` acted on object `o` at seconds `at`, earliest first.

    `when` is the bin of time of each act; a bin is `width` seconds: six hours, or as many more as make it hold 400 acts on average.
    """

    account: Ints
    at: Longs
    when: Ints
    starts: Longs
    accounts: int
    width: int

    @property
    def objects(self) -> int:
        """How many objects there are."""
        return len(self.starts) - 1

    @property
    def thing(self) -> Ints:
        """The object of each act."""
        return np.repeat(np.arange(self.objects, dtype=np.int32), np.diff(self.starts))


def begins_of(number: Ints | Longs, count: int) -> Longs:
    """Return where each of `count` numbers begins among sorted ones, and the end."""
    return np.concatenate([[0], np.cumsum(np.bincount(number, minlength=count))]).astype(np.int64)


def acts_of(account: Ints, thing: Ints, at: Longs, accounts: int, objects: int) -> Acts:
    """Put acts in order. Numbers below `accounts` (at most 2**31) and `objects`, times in seconds, in any order."""
    since = at - (int(at.min()) if len(at) else 0)
    starts = begins_of(thing, objects)
    keys = np.empty(len(at), np.int64)
    loop("place", len(at))(account, thing, since, starts.copy(), keys)
    loop("settle", len(at))(keys, starts)
    who = np.empty(len(at), np.int32)
    loop("part", len(at))(keys, who)
    span = int(since.max(initial=0)) + 1
    width = _HOURS * max(1, -(-span * _BUSY // (max(len(at), 1) * _HOURS)))
    when = np.empty(len(at), np.int32)
    np.floor_divide(keys, width, out=when, casting="unsafe")
    return Acts(who, keys, when, starts, accounts, width)


def ordered(acts: Acts) -> tuple[Longs, Longs]:
    """Return the numbers of the acts by account, each account's in order, and where each account begins, and the last one ends."""
    begins, order = begins_of(acts.account, acts.accounts), np.empty(len(acts.account), np.int64)
    loop("collect", len(order))(acts.account, begins.copy(), order)
    return order, begins


def marked(acts: Acts, accounts: Ints) -> Marks:
    """Say of every account whether it is one of `accounts`: quicker than a search where that is asked of many acts, bit by bit."""
    made = np.zeros(acts.accounts, bool)
    made[accounts] = True
    return made


def firsts(acts: Acts) -> Acts:
    """Return the acts without those that repeat an earlier act of the same account on the same object."""
    kept = np.zeros(len(acts.account), bool)
    loop("fresh", len(kept))(acts.account, acts.starts, np.full(acts.accounts, -1, np.int32), kept)
    if kept.all():
        return acts
    starts = np.concatenate([[0], np.cumsum(kept)])[acts.starts].astype(np.int64)
    return acts._replace(account=acts.account[kept], at=acts.at[kept], when=acts.when[kept], starts=starts)
