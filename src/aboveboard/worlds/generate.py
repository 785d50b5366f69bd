"""Make a world: people first, then bodies, innocents and rings, then everyone's ordinary life around them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from aboveboard.core import Progress, silent
from aboveboard.errors import InputError
from aboveboard.worlds.attention import audience, topics
from aboveboard.worlds.casting import ALL, chosen, institutions, planted, shared_out
from aboveboard.worlds.draft import LANGUAGES, Draft
from aboveboard.worlds.graph import follow
from aboveboard.worlds.innocents import LOOKALIKES, invite
from aboveboard.worlds.institutions import register, settle
from aboveboard.worlds.population import populate
from aboveboard.worlds.posts import act, speak
from aboveboard.worlds.professions_stock import OWN_TITLES
from aboveboard.worlds.records import account_rows, activity, last_seen, profile_changes, sessions, tokens
from aboveboard.worlds.rings import plant
from aboveboard.worlds.rings.marketing import ABUSE
from aboveboard.worlds.rings.terms import TERMS
from aboveboard.worlds.writer import store, vacant
from aboveboard.worlds.young_play import live_rules, register_players

__all__ = ["FEWEST", "MOST", "lived", "make_world"]

FEWEST, MOST = 50, 20_000_000
"""The smallest and the largest world, in accounts."""


def make_world(
    out: Path, accounts: int, seed: int = 0, only: Sequence[str] = ALL, progress: Progress = silent
) -> dict[str, int]:
    """Write a synthetic world of `accounts` accounts into the folder `out`; return rows per table.

    `only` narrows what is planted: areas (`1` to `6`, `process`), violations by name, `all`, or `none` for innocents only.
    The same arguments give the same bytes. Raises `InputError` on a bad argument, `OutputError` where `out` is taken.
    """
    if not FEWEST <= accounts <= MOST:
        raise InputError(f"a world has {FEWEST} to {MOST} accounts, not {accounts}")
    if seed < 0:
        raise InputError(f"a seed is 0 or more, not {seed}")
    violations = chosen(only)
    vacant(out)
    return store(_drafted(accounts, seed, planted(accounts, violations), progress), out, seed, progress)


def _drafted(size: int, seed: int, parts: dict[str, int], progress: Progress) -> Draft:
    bodies = institutions(size)
    reserved = bodies + sum(shared_out(size, tuple(LOOKALIKES)).values()) + sum(parts.values())
    progress("making people", 0, 1)
    draft = populate(seed, size, reserved)
    settle(draft, seed, draft.hire(bodies))
    topics(draft, seed)
    invite(draft, seed)
    plant(draft, seed, parts)
    _terms(draft)
    progress("making people", 1, 1)
    lived(draft, seed, progress)
    return draft


def lived(draft: Draft, seed: int, progress: Progress) -> None:
    """Add everyone's ordinary life, then what the service counts from it."""
    register(draft, seed)
    live_rules(draft)
    register_players(draft, seed)
    steps = (
        lambda: follow(draft, seed),
        lambda: act(draft, seed, speak(draft, seed)),
        lambda: sessions(draft, seed),
        lambda: profile_changes(draft, seed),
        lambda: audience(draft, seed),
        lambda: activity(draft, seed),
        lambda: last_seen(draft),
        lambda: tokens(draft, seed),
        lambda: account_rows(draft, seed),
    )
    for done, step in enumerate(steps):
        progress("living", done, len(steps))
        step()
    progress("living", len(steps), len(steps))


def _terms(draft: Draft) -> None:
    rows = [(t, "profiles", language, match) for t, match, language in TERMS]
    rows += [(t, "abuse", language, "substring") for t, language in ABUSE]
    draft.add(
        "protected_terms", term=[r[0] for r in rows], list=[r[1] for r in rows], language=[LANGUAGES[r[2]] for r in rows],
        match=[r[3] for r in rows],
    )  # fmt: skip
    draft.add("professions", term=[*OWN_TITLES], field=[*OWN_TITLES.values()], language="en", use="licensed")
