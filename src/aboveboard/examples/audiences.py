"""Small worlds of accounts and who follows them, for the examples of detectors that look at audiences."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from aboveboard.examples import drawn

__all__ = ["BOUGHT", "FANS", "followed", "holding", "on", "one_farm", "watched"]

_ALL = ("star", "moon", "sun")


def followed(
    *crowds: tuple[str, int, str, float, str, float],
    star: str = "active",
    alive: int = 1,
    late: str = "",
    languages: Mapping[str, str] | None = None,
) -> str:
    """Draw sixty people who follow `star` and two others over two years, and crowds that follow `star`.

    A crowd is (name, size, first made, hours apart, first came, hours apart); a name in capitals has no profile, one that
    ends in `moon` follows that. Of `MIX`, every other handle has a dot. Every `alive`-th person has posted; crowds post at `late`.
    `languages` are those of crowds by name, `p` for the sixty.
    """
    spoken = languages or {}
    accounts: list[tuple[object, ...]] = [
        (t, t, "2020-01-01", "a singer", star if t == "star" else "active", "") for t in ("star", "moon", "sun")
    ]
    follows: list[tuple[object, ...]] = []
    for n in range(60):
        accounts.append(
            (f"p{n}", f"person {n}", on("2021-01-01", 24 * (23 * n % 700)), "likes tea", "active", spoken.get("p", ""))
        )
        follows += [(f"p{n}", t, on("2023-01-01", 24 * (11 * n + k) + 7 * n)) for k, t in enumerate(_ALL) if n % 2 or k]
    posts = [(f"post{n}", f"p{n}", "2024-06-01") for n in range(0, 60, alive)]
    for name, size, made, apart, came, pause in crowds:
        bio = "" if name.isupper() else "likes music"
        accounts += [
            (f"{name}{n}", _handle(name, n), on(made, apart * n), bio, "active", spoken.get(name, ""))
            for n in range(size)
        ]
        follows += [(f"{name}{n}", _whom(name), on(came, pause * n)) for n in range(size)]
        posts += [(f"late-{name}{n}", f"{name}{n}", late) for n in range(size) if late]
    return (
        drawn("accounts", "account_id | handle | created_at | bio | status | language", accounts)
        + drawn("follows", "follower_id | target_id | at", follows)
        + drawn("posts", "post_id | account_id | at", posts)
    )


def _handle(name: str, n: int) -> str:
    return f"{name.lower()}{'.' if name == 'MIX' and n % 2 else ''}{n:04}"


def _whom(name: str) -> str:
    return next((t for t in _ALL if name.lower().endswith(t)), "star")


def one_farm(customers: int) -> str:
    """Draw forty singers with thirty fans each, and one row of sixteen bare accounts that came to the first `customers` of them."""
    singers = [f"singer{n}" for n in range(40)]
    fans = [(f"fan{n}", on("2021-01-01", 34 * n)) for n in range(1200)]
    accounts = [*((s, s, "2020-01-01", "a singer") for s in singers), *((f, f, at, "likes music") for f, at in fans)]
    accounts += [(f"X{n}", f"x{n:04}", on("2025-06-01", 0.2 * n), "") for n in range(16)]
    follows = [(f, singers[n % 40], at + timedelta(days=n // 40 * 7 % 100)) for n, (f, at) in enumerate(fans)]
    follows += [
        (f"X{n}", s, on("2025-06-08", 0.1 * n + 200 * k)) for k, s in enumerate(singers[:customers]) for n in range(16)
    ]
    return (
        drawn("accounts", "account_id | handle | created_at | bio", accounts)
        + drawn("follows", "follower_id | target_id | at", follows)
        + drawn("posts", "post_id | account_id | at", [(f"post-{f}", f, at) for f, at in fans])
    )


def on(first: str, hours: float) -> datetime:
    """Return the time that lies `hours` after `first`."""
    return datetime.fromisoformat(first).replace(tzinfo=UTC) + timedelta(seconds=round(hours * 3600))


def holding(kind: str, *holders: tuple[str, int, int], also: str = "") -> str:
    """Draw tokens: (crowd, size, how many share one); `also` holds the first token of the first crowd."""
    rows = [(f"{c}{n}", kind, f"{c}-{n // many}") for c, size, many in holders for n in range(size)]
    return drawn("tokens", "account_id | kind | token", rows + ([(also, kind, f"{holders[0][0]}-0")] if also else []))


def watched(*surges: tuple[int, int], days: int = 40) -> str:
    """Draw the audience of `star` from 20 May 2025: (day, views) where views are not the usual hundred."""
    seen = dict(surges)
    rows = [("star", on("2025-05-20", 24 * n).date(), 1, seen.get(n, 100)) for n in range(days)]
    return drawn("audience", "account_id | day | gained | views", rows)


BOUGHT = ("X", 16, "2025-06-01", 0.2, "2025-06-08", 0.1)
FANS = ("fan", 16, "2025-06-01", 0.2, "2025-06-08", 0.1)
