"""Is the ledger what was written down? The first place where it is not, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from aboveboard.store.checkpoints import Checkpoint, read_checkpoint
from aboveboard.store.entries import FIRST, hashed
from aboveboard.store.opening import Store
from aboveboard.store.schema import ENTRIES, HEADS, SEALS

__all__ = ["Break", "Verified", "verify"]

_BATCH = 5000


@dataclass(frozen=True, slots=True)
class Break:
    """Where the ledger is broken: the `stream`, the `number` of the entry there, and `what` is wrong with it, as a sentence."""

    stream: str
    number: int
    what: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What was read, and the first break of each stream; none where the ledger is whole."""

    entries: int
    streams: int
    checkpoints: int
    breaks: tuple[Break, ...]


@dataclass(slots=True)
class _Chain:
    """One stream as far as it has been read: its last entry, and the hashes that checkpoints name."""

    wanted: Mapping[int, str]
    number: int = 0
    at_us: int = -(1 << 62)
    hash: str = FIRST


def verify(store: Store, kept: Sequence[Checkpoint] = (), public: str | None = None) -> Verified:
    """Read the whole ledger and return what it holds and where it first differs from what was written down, stream by stream.

    `kept` are checkpoints from outside, which nobody who can write the database could change; `public` is the key they, and those in
    the store, must be signed with (any key where it is None). Raises `StoreError` where the store cannot be used.
    """
    with store.reading() as connection:
        sealed, breaks = _sealed(connection, public)
        breaks += [b for c in kept if (b := _signature(c, public, "a checkpoint kept outside"))]
        seals = [*sealed, *(c for c in kept if _signature(c, public, "") is None)]
        heads = {row["stream"]: row for row in connection.execute(sa.select(HEADS)).mappings()}
        entries, broken, streams = _chains(connection, _wanted(seals), heads)
        return Verified(entries, streams, len(sealed) + len(kept), (*breaks, *broken))


def _sealed(connection: sa.Connection, public: str | None) -> tuple[list[Checkpoint], list[Break]]:
    """Return the store's own checkpoints, and what is wrong with them."""
    good: list[Checkpoint] = []
    breaks: list[Break] = []
    before = FIRST
    for row in connection.execute(sa.select(SEALS).order_by(SEALS.c.number)).mappings():
        made = read_checkpoint(row["text"])
        wrong = _signature(made, public, f"checkpoint {row['number']}")
        if wrong is None and made.before != before:
            wrong = Break("", row["number"], f"checkpoint {row['number']} does not follow the one before it")
        before = made.digest
        if wrong:
            breaks.append(wrong)
        else:
            good.append(made)
    return good, breaks[:1]


def _signature(made: Checkpoint, public: str | None, called: str) -> Break | None:
    if not made.genuine():
        return Break("", 0, f"{called} was changed after it was signed")
    if public is not None and made.public != public:
        return Break("", 0, f"{called} is signed with another key")
    return None


def _wanted(seals: Sequence[Checkpoint]) -> dict[str, dict[int, str]]:
    """Return the hash that each named entry must have."""
    wanted: dict[str, dict[int, str]] = {}
    for seal in seals:
        for stream, (number, head) in seal.streams.items():
            wanted.setdefault(stream, {}).setdefault(number, head)
    return wanted


def _chains(
    connection: sa.Connection, wanted: Mapping[str, Mapping[int, str]], heads: Mapping[str, Mapping[Any, Any]]
) -> tuple[int, list[Break], int]:
    """Follow every stream from its first entry; past its first break a stream is not read."""
    chains: dict[str, _Chain] = {name: _Chain(wanted.get(name, {})) for name in {*wanted, *heads}}
    breaks: dict[str, Break] = {}
    many = 0
    for row in _rows(connection):
        many += 1
        chain = chains.setdefault(row["stream"], _Chain({}))
        if row["stream"] not in breaks:
            wrong = _next(chain, row)
            if wrong:
                breaks[row["stream"]] = Break(row["stream"], chain.number + 1, wrong)
    for name, chain in chains.items():
        if name not in breaks and (ended := _end(chain, heads.get(name))):
            breaks[name] = Break(name, chain.number + 1, ended)
    return many, [breaks[name] for name in sorted(breaks)], len(chains)


def _rows(connection: sa.Connection) -> Iterator[Mapping[Any, Any]]:
    query = sa.select(ENTRIES).order_by(ENTRIES.c.stream, ENTRIES.c.number, ENTRIES.c.position)
    with connection.execution_options(yield_per=_BATCH).execute(query) as found:
        yield from found.mappings()


def _next(chain: _Chain, row: Mapping[Any, Any]) -> str | None:
    """Say what is wrong with the next entry of a stream; when nothing is, the stream goes on with it."""
    number = chain.number + 1
    if row["number"] != number:
        return f"entry {number} is missing; the next that is there is {row['number']}"
    names = ("stream", "number", "at_us", "kind", "subject", "key", "body", "before")
    if row["before"] != chain.hash:
        return f"entry {number} does not follow entry {chain.number}: one of them was replaced"
    if hashed(*(row[name] for name in names)) != row["hash"]:
        return f"entry {number} is not what was written down: its contents and its hash differ"
    if row["at_us"] < chain.at_us:
        return f"entry {number} is earlier than the one before it"
    if chain.wanted.get(number, row["hash"]) != row["hash"]:
        return f"entry {number} is not the one that a signed checkpoint names: the stream was written anew"
    chain.number, chain.at_us, chain.hash = number, row["at_us"], row["hash"]
    return None


def _end(chain: _Chain, head: Mapping[Any, Any] | None) -> str | None:
    """Say what is wrong with where a stream ends."""
    last = max(chain.wanted, default=0)
    if last > chain.number:
        return f"the stream ends with entry {chain.number}, but a signed checkpoint names entry {last}"
    if head is None:
        return "the stream's head is missing"
    if head["number"] > chain.number:
        return f"the stream ends with entry {chain.number}, but its head is at entry {head['number']}"
    if (head["number"], head["hash"]) != (chain.number, chain.hash):
        return f"the stream goes on to entry {chain.number}, but its head is another entry"
    return None
