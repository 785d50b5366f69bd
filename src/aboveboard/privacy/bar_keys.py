"""What a bar keeps of its subject: tokens made of the linking tokens with a key of their own, so that the two cannot be joined.

Who has the rows cannot tell whom a bar is about, and who has the bars cannot find them in the rows; it takes the key, and the token itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import msgspec
import sqlalchemy as sa

from aboveboard.cases.bars import Bar, BarEvent
from aboveboard.privacy.keyring import Key, Ring, load_ring, ring_path, version_of
from aboveboard.store import Ledger, Store, forget
from aboveboard.store.bars_written import BARS, bar_entry, bars
from aboveboard.store.intake_tables import FACTS

__all__ = ["BarKeys", "renew"]

_PURPOSE = "bars"
_AT_ONCE = 20_000


class BarKeys:
    """The keys of bars as the ring's file has them now: a change of keys, by whatever program, counts from the next token on."""

    def __init__(self, data: Path) -> None:
        self._data, self._path = data, ring_path(data)
        self._read: tuple[tuple[int, int, int], tuple[Key, ...]] | None = None

    def made(self, tokens: Iterable[str]) -> tuple[str, ...]:
        """Return what a bar keeps for linking tokens: under the newest key, in order. Raises `StoreError` where the keys cannot be read."""
        return _under(self._live()[0], tokens)

    def every(self, tokens: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Return what a bar may keep for linking tokens: under each key that still reads, the newest first."""
        return tuple(_under(key, tokens) for key in self._live())

    def kept(self, token: str) -> tuple[str, ...]:
        """Return all that bars may keep for one linking token: one a key that still reads, and itself, as earlier releases kept it."""
        return (*(key.token(token) for key in self._live()), token)

    def _live(self) -> tuple[Key, ...]:
        read = self._read
        if read is None or read[0] != _stamp(self._path):
            ring = load_ring(self._data)
            self._read = read = (_stamp(self._path), ring.reading(_PURPOSE))
        return read[1]


def _stamp(path: Path) -> tuple[int, int, int]:
    try:
        found = path.stat()
    except FileNotFoundError:
        return (0, 0, 0)
    return (found.st_ino, found.st_mtime_ns, found.st_size)


def _under(key: Key, tokens: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({key.token(t) for t in tokens}))


def renew(store: Store, ledger: Ledger, ring: Ring, at: datetime) -> int:
    """Bring bars under the newest key, as far as what they were made of is still kept; forget the tokens before, and return how many changed.

    Of a bar that an earlier release made that is all of it; of others, what rows of the platform still hold. The rest stays under the
    older key, which goes on reading until somebody retires it.
    """
    with store.reading() as connection:
        old = [b for b in bars(connection).bars.values() if _stale(b, ring)]
        newer = _newer(connection, ring, old)
    with store.writing() as connection:
        standing = bars(connection).bars
        changed = {b.id: made for b in old if b.id in standing and (made := _renewed(b, ring, newer)) != b.tokens}
        for bar in changed:
            forget(connection, bar)
        events = [BarEvent(at, "rekeyed", bar, "timer", tokens=made, keyed=True) for bar, made in changed.items()]
        ledger.within(connection, BARS, [bar_entry(e) for e in events], at)
    return len(changed)


def _stale(bar: Bar, ring: Ring) -> bool:
    newest = ring.primary(_PURPOSE).version
    return bool(bar.tokens) and not (bar.keyed and all(version_of(t) == newest for t in bar.tokens))


def _renewed(bar: Bar, ring: Ring, newer: Mapping[str, str]) -> tuple[str, ...]:
    if not bar.keyed:
        return _under(ring.primary(_PURPOSE), bar.tokens)
    return tuple(sorted({newer.get(t, t) for t in bar.tokens}))


class _Token(msgspec.Struct):
    token: str


def _newer(connection: sa.Connection, ring: Ring, old: Sequence[Bar]) -> dict[str, str]:
    """Return the token under the newest key for each one of these bars whose linking token stands in a row."""
    newest, *others = ring.reading(_PURPOSE)
    wanted = {t for b in old if b.keyed for t in b.tokens if version_of(t) != newest.version}
    found = dict[str, str]()
    if not wanted or not others:
        return found
    query = sa.select(FACTS.c.body).where(FACTS.c.source == "tokens")
    decode = msgspec.json.Decoder(_Token).decode
    with connection.execution_options(yield_per=_AT_ONCE).execute(query) as rows:
        for token in (decode(body).token for body in rows.scalars()):
            found |= {made: newest.token(token) for key in others if (made := key.token(token)) in wanted}
    return found
