"""Innocent audiences: fans who sign up only to follow, people who move here from elsewhere, makers who use tools."""

from __future__ import annotations

import numpy as np

from aboveboard.worlds.draft import NONE, Draft
from aboveboard.worlds.graph import stars
from aboveboard.worlds.luck import some
from aboveboard.worlds.rhythm import DAY, END, HOUR, MINUTE, NEVER, Ints, after, during, times, within

__all__ = ["celebrity_fan", "migrant", "tool_user"]


def celebrity_fan(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Sign up when a celebrity does, follow it within the hours, fill in little, write nothing, come back to read."""
    people = draft.people
    for number, circle in enumerate(np.array_split(accounts, max(1, len(accounts) // 120))):
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
