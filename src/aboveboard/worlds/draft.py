"""A world while it is being written: people as NumPy columns, rows as batches that name accounts by number.

Numbers become opaque ids only when the tables are written, so that no id tells who was planted.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from aboveboard.tables import TABLES
from aboveboard.worlds.rhythm import END, NEVER, Ints

__all__ = ["LANGUAGES", "NONE", "Draft", "People", "code", "stream"]

LANGUAGES: Final = ("en", "zh", "ar")
NONE: Final = -1
"""No account, no organisation, no code."""

Text = Sequence[str | None]


def stream(seed: int, name: str) -> np.random.Generator:
    """Return the random stream of one part of the world: adding or dropping another part never moves it."""
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(zlib.crc32(name.encode()),))))


def code(table: str, column: str, value: str) -> int:
    """Return the number of `value` in the closed vocabulary of a column of the contract."""
    found = TABLES[table].column(column)
    return found.choices.index(value) if found else NONE


@dataclass
class People:
    """One entry an account in every column. Rates are means per account over its whole life.

    `touch` is what was done to the avatar's picture: 0 nothing, else a small edit, from `TURNED` on with a mirror image.
    `root` is the account whose closure a closure rests on.
    """

    language: npt.NDArray[np.int8]
    zone: npt.NDArray[np.int8]
    community: npt.NDArray[np.int32]
    popularity: npt.NDArray[np.float64]
    created: Ints
    end: Ints
    last: Ints
    kind: npt.NDArray[np.int8]
    status: npt.NDArray[np.int8]
    ground: npt.NDArray[np.int8]
    closed_for: npt.NDArray[np.int8]
    closed: Ints
    barred: Ints
    posting: npt.NDArray[np.float64]
    acting: npt.NDArray[np.float64]
    following: npt.NDArray[np.float64]
    visits: npt.NDArray[np.float64]
    network: Ints
    carrier: Ints
    device: Ints
    phone: Ints
    avatar: Ints
    touch: Ints
    cover: Ints
    root: Ints
    overturned: Ints
    plain: npt.NDArray[np.bool_]
    private: npt.NDArray[np.bool_]
    badge: npt.NDArray[np.int32]
    names: pa.Array
    handles: pa.Array
    cast: npt.NDArray[np.bool_]


def _different(rng: np.random.Generator, high: int, count: int) -> Ints:
    """Return up to `count` different numbers below `high`, in random order, without shuffling them all."""
    if high <= 3 * count:
        return rng.permutation(high)[:count]
    drawn = rng.integers(0, high, count + count // 2 + 8)
    return drawn[np.sort(np.unique(drawn, return_index=True)[1])][:count]


@dataclass
class Draft:
    """The people, the rows so far, and who is still free to play a part."""

    people: People
    pool: Ints
    reserved: int
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    texts: dict[str, dict[int, str | None]] = field(default_factory=dict)
    posts: int = 0
    tokens: int = 1 << 40
    drawn: int = 0
    views: dict[int, float] = field(default_factory=dict)
    mentions: dict[int, float] = field(default_factory=dict)
    fakes: list[Ints] = field(default_factory=list)
    watched: list[Ints] = field(default_factory=list)
    guests: list[Ints] = field(default_factory=list)
    orgs: dict[str, Any] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many accounts the world has."""
        return len(self.pool)

    def hire(self, count: int) -> Ints:
        """Return `count` accounts that play no part yet, and mark them."""
        chosen = self.pool[self.drawn : self.drawn + count]
        self.drawn += count
        self.people.cast[chosen] = True
        return chosen

    def crowd(
        self, rng: np.random.Generator, count: int, language: int | None = None, before: int | None = None
    ) -> Ints:
        """Return up to `count` different innocents who play no part and are still there.

        All signed up before the time, if one is given; they speak the language where enough people do.
        """
        people, free = self.people, self.free
        some = free[_different(rng, len(free), count if before is None and language is None else 20 * count + 200)]
        if before is not None:
            some = some[people.created[some] < before]
            some = some if len(some) else free[people.created[free] < before]
        same = some[people.language[some] == language]
        return (same if len(same) >= count else some)[:count]

    @cached_property
    def free(self) -> Ints:
        """Everyone who plays no part and did not leave."""
        rest = self.pool[self.reserved :]
        return rest[self.people.end[rest] == END]

    def add(self, table: str, **columns: Any) -> None:  # noqa: ANN401  (arrays, lists or one value for all rows)
        """Add rows. Accounts are numbers (-1 for none), times int64 microseconds; a single value fills its column."""
        self.rows.setdefault(table, []).append(columns)

    def post(self, account: Ints, at: Ints, **columns: Any) -> Ints:  # noqa: ANN401  (as `add`)
        """Add posts and return their numbers."""
        numbers = np.arange(self.posts, self.posts + len(account), dtype=np.int64)
        self.posts += len(account)
        self.add("posts", post_id=numbers, account_id=account, at=at, **columns)
        return numbers

    def token(self, count: int = 1) -> Ints:
        """Return numbers of tokens nobody else has."""
        self.tokens += count
        return np.arange(self.tokens - count, self.tokens, dtype=np.int64)

    def write(self, column: str, accounts: Ints, values: Text) -> None:
        """Set a profile text of some accounts."""
        self.texts.setdefault(column, {}).update(zip(accounts.tolist(), values, strict=True))

    def read(self, column: str, accounts: Ints) -> list[str]:
        """Return display names or handles of some accounts as they stand now."""
        base = self.people.names if column == "display_name" else self.people.handles
        held: Mapping[int, str | None] = self.texts.get(column, {})
        found = base.take(pa.array(accounts)).to_pylist()
        return [held.get(a) or str(b) for a, b in zip(accounts.tolist(), found, strict=True)]

    def label(
        self,
        violation: str,
        accounts: Ints,
        value: bool,
        kind: str | Sequence[str],
        group: str | Sequence[str] | None = None,
        related: Ints | None = None,
        span: tuple[int, int] = (NEVER, NEVER),
    ) -> None:
        """Write down the truth about some accounts; `kind` is the sort of ring or of innocent."""
        self.add(
            "labels", violation=violation, value=value, account_id=accounts, subject_kind="account", subject_id=accounts,
            related=np.full(len(accounts), NONE) if related is None else related, group=group, cluster=[f"one-{n}" for n in accounts.tolist()] if group is None else group,
            first_at=span[0], last_at=span[1], source="generator", certainty="known", **{"class": kind},
        )  # fmt: skip

    def edges(self) -> tuple[Ints, Ints, Ints, Ints]:
        """Return follower, target, start and end of all follows; of two between the same accounts the first stays."""
        batches = self.rows.get("follows", [])
        sizes = [len(b["at"]) for b in batches]
        names = ("follower_id", "target_id", "at", "ended_at")
        cells = {
            n: np.concatenate([np.broadcast_to(b.get(n, NEVER), s) for b, s in zip(batches, sizes, strict=True)])
            for n in names
        }
        order = np.unique(cells["follower_id"] * self.size + cells["target_id"], return_index=True)[1]
        order = order[cells["follower_id"][order] != cells["target_id"][order]]
        kept = {n: c[order] for n, c in cells.items()}
        self.rows["follows"] = [kept]
        return kept["follower_id"], kept["target_id"], kept["at"], kept["ended_at"]
