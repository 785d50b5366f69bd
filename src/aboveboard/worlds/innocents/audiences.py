"""Innocent audiences: fans who sign up only to follow, fandoms, people who move here, lists of whom to follow, makers who use tools."""

from __future__ import annotations

import numpy as np

from aboveboard.worlds.draft import NONE, Draft
from aboveboard.worlds.graph import stars
from aboveboard.worlds.luck import some
from aboveboard.worlds.rhythm import DAY, END, HOUR, MINUTE, NEVER, Ints, after, during, times, within

__all__ = ["celebrity_fan", "fandom", "migrant", "starter_pack", "tool_user"]

_FAMOUS = 10
"""Celebrities who join wherever there are a dozen fans for each."""


def celebrity_fan(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Sign up when a celebrity does, follow it within the hours, fill in little, write nothing, come back to read."""
    people = draft.people
    for number, circle in enumerate(
        np.array_split(accounts, max(min(_FAMOUS, len(accounts) // 12), len(accounts) // 120, 1))
    ):
        famous = draft.crowd(rng, 1, before=END - 300 * DAY)
        if not len(famous):
            continue
        start = int(within(rng, END - 240 * DAY, END - 10 * DAY, 1)[0])
        people.created[circle] = during(rng, start, 3 * DAY, len(circle), 2.0)
        bare = circle[some(rng, len(circle), 0.5)]
        people.avatar[bare], people.plain[bare] = NONE, True
        people.posting[circle], people.visits[circle] = 0, np.maximum(people.visits[circle], 3)
        at = np.minimum(after(rng, people.created[circle], 20 * MINUTE), END - MINUTE)
        draft.add("follows", follower_id=circle, target_id=np.full(len(circle), famous[0]), at=at)
        draft.views[int(famous[0])] = 12.0
        draft.watched.append(famous)
        draft.label("inflated_audience", famous, False, "celebrity")
        draft.label("fake_follower", circle, False, "celebrity_fan", f"celebrity_fan-{number}")


def migrant(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Leave another service in the same week, and follow whom a list for newcomers names, before writing anything."""
    people = draft.people
    known = stars(draft, 40)
    for number, circle in enumerate(np.array_split(accounts, max(1, len(accounts) // 200))):
        start = int(within(rng, END - 200 * DAY, END - 40 * DAY, 1)[0])
        people.created[circle] = during(rng, start, 6 * DAY, len(circle), 1.5)
        listed = rng.permutation(known)[:12]
        who, whom = (a.ravel() for a in np.meshgrid(circle, listed, indexing="ij"))
        kept = some(rng, len(who), 0.6)
        who, whom = who[kept], whom[kept]
        at = during(rng, 0, 2 * HOUR, len(who))
        draft.add("follows", follower_id=who, target_id=whom, at=people.created[who] + MINUTE + rng.permutation(at))
        draft.label("fake_follower", circle, False, "migrant", f"migrant-{number}")


def tool_user(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Let a tool publish at set hours; some tried a growth application long ago and gave it up."""
    people = draft.people
    people.created[accounts] = np.minimum(people.created[accounts], END - 400 * DAY)
    at = times(rng, people.created[accounts] + DAY, END - DAY, people.zone[accounts])
    draft.add("grants", account_id=accounts, app="planner", purpose="publishing", at=at, ended_at=NEVER)
    tried = accounts[:: max(1, len(accounts) // 3)]
    draft.add(
        "grants",
        account_id=tried,
        app="boost",
        purpose="growth",
        at=people.created[tried] + DAY,
        ended_at=people.created[tried] + 3 * DAY,
    )
    draft.label("bought_audience", accounts, False, "tool_user")


def starter_pack(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Follow everybody on a list of twenty to fifty lesser-known accounts within a minute, each on a day of one's own."""
    people = draft.people
    for number, circle in enumerate(np.array_split(accounts, max(1, len(accounts) // 150))):
        listed = draft.crowd(rng, int(rng.integers(20, 51)), before=END - 300 * DAY)
        if not len(listed):
            continue
        people.created[circle] = np.minimum(people.created[circle], END - 130 * DAY)
        first = within(rng, END - 120 * DAY, END - 30 * DAY, len(circle))
        who, whom = (a.ravel() for a in np.meshgrid(circle, listed, indexing="ij"))
        at = np.repeat(first, len(listed)) + within(rng, 0, MINUTE, len(who))
        fits = who != whom
        draft.add("follows", follower_id=who[fits], target_id=whom[fits], at=at[fits])
        draft.label("fake_follower", circle, False, "starter_pack", f"starter_pack-{number}")
        draft.label("inflated_audience", listed, False, "starter_pack")


def fandom(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Love one band: follow its members and one another, most within the week of a concert, and write about it."""
    people = draft.people
    for number, circle in enumerate(np.array_split(accounts, max(1, len(accounts) // 100))):
        band = draft.crowd(rng, 5, before=END - 300 * DAY)
        people.created[circle] = np.minimum(people.created[circle], END - 200 * DAY)
        people.posting[circle] = np.maximum(people.posting[circle], 3)
        start = int(within(rng, END - 180 * DAY, END - 20 * DAY, 1)[0])
        who, whom = (a.ravel() for a in np.meshgrid(circle, np.append(band, circle[: len(circle) // 3]), indexing="ij"))
        kept = some(rng, len(who), 0.6) & (who != whom)
        who, whom = who[kept], whom[kept]
        soon = during(rng, start, 7 * DAY, len(who), 2.0)
        at = np.where(some(rng, len(who), 0.7), soon, within(rng, END - 190 * DAY, END - HOUR, len(who)))
        draft.add("follows", follower_id=who, target_id=whom, at=at)
        draft.label("fake_follower", circle, False, "fandom", f"fandom-{number}")
        draft.label("inflated_audience", band, False, "fandom")
