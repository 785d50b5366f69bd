"""Barred accounts as the gate knows them: one large part in mapped files, a small one in memory for what came since."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import structs

from aboveboard.gate.keyed import Keyed, key_of
from aboveboard.gate.pictures import Gallery
from aboveboard.gate.subjects import Closed
from aboveboard.names.folding import folded
from aboveboard.names.letters import lettering
from aboveboard.names.lookup import Register
from aboveboard.names.loosely import loosened
from aboveboard.store.entries import microseconds, moment
from aboveboard.text.normal import normal, weight

__all__ = ["BAR", "BIO", "EXPANDED", "FIELDS", "Barred", "Base", "Known", "Tie", "entries_of", "ties_of"]

BAR = "bar"
"""The kind under which the tokens of a bar are kept: it does not say what they are tokens of."""

BIO = "bio"
"""The kind under which the normal form of a biography is kept among the tokens."""

EXPANDED = 10_000
"""Barred accounts up to which their names are found by look-alike ideographs, other readings and initials too, as in a scan."""

FIELDS: Mapping[str, str] = {"h": "handle", "d": "display_name"}
"""What the first letter of an entry of the register says: in which field the account bears the name."""

_SHORTEST_BIO = 12
_DEVICES, _CONTACTS, _NAMELESS = 1, 2, 4
_CONTACT = frozenset(("phone", "email", "identity"))


class Known(NamedTuple):
    """What is kept of a barred account to weigh a pair. `nameless`: a bar under tokens, which has outlived its account."""

    account_id: str
    handle: str
    closed_at: datetime
    closed_for: str
    barred_until: datetime | None
    platform: str
    devices: bool
    contacts: bool
    nameless: bool = False

    def bars(self, at: datetime) -> bool:
        """Tell whether its holder may not be back at a time."""
        return self.closed_at <= at and (self.barred_until is None or self.barred_until > at)


class Tie(NamedTuple):
    """A token of a barred account that an attempt shows: how many accounts use it, and when this one last did."""

    account_id: str
    holders: int
    last_at: datetime | None


class Base(NamedTuple):
    """The large part, in arrays: accounts by id, their names, tokens, pictures, and what rests on whose closure.

    `texts` are five columns of strings: id, handle, what it was closed for, platform, root. `bearers` counts the accounts of the
    service that bear a name, by the key of its folded and of its loose form, and `shared` those that use a token; what is not there is
    one account's.
    """

    texts: tuple[pa.Array, ...]
    closed_us: npt.NDArray[np.int64]
    until_us: npt.NDArray[np.int64]
    flags: npt.NDArray[np.uint8]
    ids: Keyed
    tokens: Keyed
    holders: npt.NDArray[np.int32]
    last_us: npt.NDArray[np.int64]
    roots: Keyed
    bearers: Keyed
    shared: Keyed
    register: Register
    gallery: Gallery

    def row_of(self, account_id: str) -> int:
        """Return the row of an account, -1 where it is not here."""
        return self.ids.first(key_of("id", account_id), -1)

    def known(self, row: int) -> Known:
        """Return what is kept of the account in a row."""
        account_id, handle, closed_for, platform = (t[row].as_py() for t in self.texts[:4])
        until, flags = int(self.until_us[row]), int(self.flags[row])
        return Known(
            account_id, handle, moment(int(self.closed_us[row])), closed_for, moment(until) if until else None, platform,
            bool(flags & _DEVICES), bool(flags & _CONTACTS), bool(flags & _NAMELESS),
        )  # fmt: skip

    def ties(self, key: int) -> Iterator[Tie]:
        """Yield the accounts that used a token."""
        keys = self.tokens.keys
        place = int(keys.searchsorted(np.uint64(key)))
        while place < len(keys) and keys[place] == np.uint64(key):
            last = int(self.last_us[place])
            row = int(self.tokens.rows[place])
            yield Tie(self.texts[0][row].as_py(), int(self.holders[place]), moment(last) if last else None)
            place += 1


def itself(token: str) -> Sequence[str]:
    """Return a token as what a bar keeps for it: how bars were before they had a key of their own."""
    return (token,)


class Barred(NamedTuple):
    """The base, and what changed since: accounts that came, accounts that are free again, and the registers with both.

    `kept` returns all that a bar may keep for a token: the gate has no keys, so whoever opens it gives them.
    """

    base: Base
    came: Mapping[str, Closed]
    gone: frozenset[str]
    tied: Mapping[int, tuple[Tie, ...]]
    register: Register
    gallery: Gallery
    kept: Callable[[str], Sequence[str]] = itself

    @classmethod
    def of(cls, base: Base, kept: Callable[[str], Sequence[str]] = itself) -> Barred:
        """Return the base with nothing changed."""
        return cls(base, {}, frozenset(), {}, base.register, base.gallery, kept)

    def known(self, account_id: str) -> Known | None:
        """Return what is kept of a barred account; None where it is not barred any more."""
        fresh = self.came.get(account_id)
        if fresh is not None:
            return _known(fresh)
        row = -1 if account_id in self.gone else self.base.row_of(account_id)
        return self.base.known(row) if row >= 0 else None

    def closed_us(self, account_ids: Sequence[str]) -> dict[str, int]:
        """Return when accounts were closed, in microseconds; those that are not barred any more are left out. Many at once cost little."""
        fresh = {i: microseconds(self.came[i].closed_at) for i in account_ids if i in self.came} if self.came else {}
        old = [i for i in account_ids if i not in fresh and i not in self.gone]
        rows = self.base.ids.firsts([key_of("id", i) for i in old])
        times = self.base.closed_us[np.maximum(rows, 0)].tolist() if len(self.base.closed_us) else [0] * len(old)
        return fresh | {i: at for i, row, at in zip(old, rows.tolist(), times, strict=True) if row >= 0}

    def ties(self, kind: str, token: str) -> list[Tie]:
        """Return the barred accounts that used a token."""
        key = key_of(kind, token)
        old = [t for t in self.base.ties(key) if t.account_id not in self.gone]
        return [*old, *self.tied.get(key, ())]

    def bars(self, token: str) -> list[Tie]:
        """Return the bars that keep a token, whichever key it is kept under; they do not say what it is a token of."""
        return [tie for kept in self.kept(token) for tie in self.ties(BAR, kept)]

    def users(self, kind: str, token: str) -> int:
        """Return how many accounts of the service use a token, as counted when the base was made; 1 for one that fewer than two use."""
        return self.base.shared.first(key_of(kind, token), 1)

    def bearers(self, kind: str, key: str, least: int = 1) -> int:
        """Return how many accounts of the service bear names with a key (`plain` or `loose`), as counted when the base was made; `least` for one that fewer than two bear."""
        return self.base.bearers.first(key_of(kind, key), least)

    def changed(self, came: Iterable[Closed], gone: Iterable[str]) -> Barred:
        """Return the index with accounts added and others taken out; this one stays as it is."""
        fresh, left = {c.account_id: self._counted(c) for c in came}, set(gone)
        every = left | set(fresh)
        register = self.register.copy()
        register.remove(pa.array([f"{f}{i}" for i in sorted(every) for f in FIELDS], pa.string()))
        entries = [e for c in fresh.values() for e in entries_of(c)]
        if entries:
            ids, names = zip(*entries, strict=True)
            register.add(pa.array(ids, pa.string()), pa.array(names, pa.string()), len(self.base.closed_us) <= EXPANDED)
        kept = {i: c for i, c in self.came.items() if i not in every} | fresh
        return Barred(
            self.base,
            kept,
            self.gone | {i for i in every if self.base.row_of(i) >= 0},
            _retied(self.tied, every, fresh.values()),
            register,
            self.gallery.changed([(c.account_id, c.avatar_hash, c.showers) for c in fresh.values()], every),
            self.kept,
        )

    def _counted(self, closed: Closed) -> Closed:
        """Return a closed account with how many use each of its tokens."""
        tokens = (structs.replace(t, holders=max(t.holders, self.users(t.kind, t.token))) for t in closed.tokens)
        return structs.replace(closed, tokens=tuple(tokens))

    def resting_on(self, account_id: str) -> set[str]:
        """Return the barred accounts whose closure rests on that of another, through others if need be."""
        found, waiting = set[str](), [account_id]
        while waiting:
            root = waiting.pop()
            rows = self.base.roots.rows_of(key_of("root", root))
            here = {self.base.texts[0][row].as_py() for row in rows} - self.gone
            here |= {c.account_id for c in self.came.values() if c.root == root}
            waiting += here - found
            found |= here
        return found


def _known(closed: Closed) -> Known:
    kinds = {t.kind for t in closed.tokens}
    return Known(
        closed.account_id, closed.handle, closed.closed_at, closed.closed_for, closed.barred_until, closed.platform,
        "device" in kinds, bool(kinds & _CONTACT), BAR in kinds,
    )  # fmt: skip


def entries_of(closed: Closed) -> list[tuple[str, str]]:
    """Return (entry, name) for each name an account bears or bore."""
    worn = (("handle", closed.handle), ("display_name", closed.display_name), *closed.past)
    named = {(field, name) for field, name in worn if name}
    return [(f"{short}{closed.account_id}", name) for short, f in FIELDS.items() for field, name in sorted(named) if field == f]  # fmt: skip


def ties_of(closed: Closed) -> list[tuple[int, Tie]]:
    """Return the keys under which an account's tokens and biography are found."""
    found = [(key_of(t.kind, t.token), Tie(closed.account_id, t.holders, t.last_at)) for t in closed.tokens]
    said = said_of([closed.bio])[0]
    return [*found, (key_of(BIO, said), Tie(closed.account_id, closed.sayers, None))] if said else found


_MARKED = re.compile(r"[@#]|http|www\.", re.IGNORECASE)
"""What an address, an account or a topic has: the normal form of a text of ASCII without are its letters and digits."""


def said_of(bios: Sequence[str]) -> list[str]:
    """Return the normal forms of biographies that are long enough to be somebody's own; empty for another."""
    plain = [bio.isascii() and not _MARKED.search(bio) for bio in bios]
    others = [bio for bio, simple in zip(bios, plain, strict=True) if not simple]
    read = iter(_weighty(normal(pa.array(others, pa.string())))) if others else iter(())
    return [_lettered(bio) if simple else next(read) for bio, simple in zip(bios, plain, strict=True)]


def _lettered(bio: str) -> str:
    text = "".join(filter(str.isalnum, bio.lower()))
    return text if len(text) >= _SHORTEST_BIO else ""


def _weighty(said: pa.Array) -> list[str]:
    return pc.if_else(pc.greater_equal(weight(said), _SHORTEST_BIO), said, "").to_pylist()


def name_keys(name: str) -> tuple[str, str]:
    """Return the folded and the loose form of a name, by which its bearers are counted."""
    drawn = lettering(name)
    return folded(name)[0] or "", loosened(drawn) if drawn else ""


def _retied(
    tied: Mapping[int, tuple[Tie, ...]], gone: set[str], came: Iterable[Closed]
) -> Mapping[int, tuple[Tie, ...]]:
    kept = {k: some for k, ties in tied.items() if (some := tuple(t for t in ties if t.account_id not in gone))}
    for closed in came:
        for key, tie in ties_of(closed):
            kept[key] = (*kept.get(key, ()), tie)
    return kept


def times_of(closed: Closed) -> tuple[int, int]:
    """Return when an account was closed and until when it is barred (0: without end), in microseconds."""
    until = closed.barred_until
    return microseconds(closed.closed_at), microseconds(until) if until else 0
