"""The whole process: reports in bad faith, checks never repeated."""

from __future__ import annotations

import numpy as np

from aboveboard.worlds.casting import groups
from aboveboard.worlds.draft import Draft
from aboveboard.worlds.luck import some
from aboveboard.worlds.population import close
from aboveboard.worlds.rhythm import DAY, END, HOUR, NEVER, Ints, during, within

__all__ = ["report_abuse", "stale_check"]


_ON_DEVICES, _REJECTED = 1, 2


def report_abuse(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Report one innocent account again and again, together, to have it closed (mass reporting as sold for money).

    Every third ring works on shared devices; of every third the operator has rejected what was decided so far.
    """
    for number, ring in enumerate(groups(rng, accounts, 5, max(6, len(accounts) // 5))):
        draft.people.created[ring] = np.minimum(draft.people.created[ring], END - 130 * DAY)
        start = int(within(rng, END - 120 * DAY, END - 15 * DAY, 1)[0])
        if number % 3 == _ON_DEVICES:
            pool = draft.token(max(1, len(ring) // 4))
            draft.people.device[ring] = pool[np.arange(len(ring)) % len(pool)]
        victims = draft.crowd(rng, int(rng.integers(2, 6)), before=END - 140 * DAY)
        for turn, victim in enumerate(victims):
            who = np.repeat(ring[some(rng, len(ring), 0.9)], int(rng.integers(1, 4)))
            at = during(rng, start + turn * 2 * DAY, int(rng.uniform(0.1, 20) * HOUR), len(who))
            draft.add(
                "actions",
                account_id=rng.permutation(who),
                at=at,
                verb="report",
                object_id=np.full(len(who), -2 - victim),
                target_account_id=np.full(len(who), victim),
                outcome="rejected" if number % 3 == _REJECTED and turn % 2 == 0 else None,
            )
        draft.label("report_abuse", ring, True, "mass_report", f"report_abuse-{number}", span=(start, start + 10 * DAY))


def stale_check(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Leave accounts active whose check ran out and was never repeated, and others closed though their ground fell."""
    people = draft.people
    third = len(accounts) // 3
    if third > 1:
        _resting(draft, rng, accounts[:third])
        accounts = accounts[third:]
    _renamed(draft, rng, accounts[: len(accounts) // 4])
    accounts = accounts[len(accounts) // 4 :]
    people.created[accounts] = np.minimum(people.created[accounts], END - 900 * DAY)
    people.last[accounts] = END - within(rng, HOUR, 20 * DAY, len(accounts))
    at = people.created[accounts] + DAY
    expired = within(rng, at + 100 * DAY, END - 100 * DAY, len(accounts))
    kind = rng.choice(["real_name", "organisation", "age"], len(accounts)).tolist()
    draft.add(
        "attestations",
        account_id=accounts,
        kind=kind,
        result="pass",
        age_band="adult",
        at=at,
        expires_at=expired,
        provider="register",
    )
    draft.label("stale_check", accounts, True, "expired", span=(int(expired.min()), NEVER))


def _resting(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Close accounts for evading the closure of the first, which is then found wrong; the others stay closed."""
    people, root, rest = draft.people, accounts[:1], accounts[1:]
    people.created[accounts] = np.minimum(people.created[accounts], END - 400 * DAY)
    close(draft, root, within(rng, END - 300 * DAY, END - 250 * DAY, 1), "terms")
    close(draft, rest, within(rng, END - 240 * DAY, END - 150 * DAY, len(rest)), "terms")
    people.closed_for[root], people.closed_for[rest] = 8, 0
    people.root[rest] = root[0]
    people.overturned[root] = within(rng, END - 120 * DAY, END - 40 * DAY, 1)
    draft.label("stale_check", rest, True, "rests_on_overturned", related=np.repeat(root, len(rest)))


def _renamed(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Change the name that an organisation's account was checked with, and never have the new one checked."""
    people = draft.people
    people.created[accounts] = np.minimum(people.created[accounts], END - 900 * DAY)
    people.last[accounts] = END - within(rng, HOUR, 20 * DAY, len(accounts))
    checked = people.created[accounts] + DAY
    draft.add("attestations", account_id=accounts, kind="organisation", result="pass", at=checked, provider="register")
    changed = within(rng, checked + 100 * DAY, END - 60 * DAY, len(accounts))
    old = people.names.take(draft.crowd(rng, len(accounts), before=END))
    new = draft.read("display_name", accounts)
    draft.add("profile_changes", account_id=accounts, at=changed, field="display_name", old=old.to_pylist(), new=new)  # fmt: skip
    draft.write("display_name", accounts, new)
    draft.label("stale_check", accounts, True, "renamed", span=(int(changed.min()) if len(changed) else NEVER, NEVER))
