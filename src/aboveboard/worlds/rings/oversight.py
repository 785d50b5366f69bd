"""Seed 6 and the whole process: institutions left behind or doubled, reports in bad faith, checks never repeated."""

from __future__ import annotations

import numpy as np

from aboveboard.worlds.casting import groups
from aboveboard.worlds.draft import NONE, Draft, code
from aboveboard.worlds.institutions import Org
from aboveboard.worlds.luck import chance, some
from aboveboard.worlds.population import close
from aboveboard.worlds.rhythm import DAY, END, HOUR, NEVER, START, Ints, during, within

__all__ = ["duplicate_institution", "orphaned_institution", "report_abuse", "stale_check"]


def _body(draft: Draft, rng: np.random.Generator, account: int, name: str, language: int) -> None:
    """Dress an account as a body's own."""
    people, one = draft.people, np.array([account])
    people.kind[account], people.language[account] = code("accounts", "kind", "organisation"), language
    people.created[account] = int(within(rng, START + 100 * DAY, START + 1500 * DAY, 1)[0])
    people.popularity[account], people.posting[account], people.following[account] = 10.0, 1.0, 3.0
    draft.write("display_name", one, [name])


def orphaned_institution(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Close or merge bodies whose account nobody handed over: it lives on, silent or in nobody's name."""
    orgs: list[Org] = draft.orgs["all"]
    living = [o for o in orgs if o.account != NONE and o.status == "active"]
    shapes = ("{p} Harbour Board", "{p}港务局", "هيئة ميناء {p}")
    for number, account in enumerate(accounts):
        heir = living[int(rng.integers(len(living)))]
        stem = heir.slug.title() if heir.language == 0 else heir.name[: 2 if heir.language == 1 else None]
        name = shapes[heir.language].format(p=stem) + (f" {number}" if number else "")
        gone = int(within(rng, END - 800 * DAY, END - 60 * DAY, 1)[0])
        merged = chance(rng, 0.7)
        _body(draft, rng, int(account), name, heir.language)
        draft.people.created[account] = min(int(draft.people.created[account]), gone - 200 * DAY)
        draft.people.end[account] = gone + int(rng.integers(1, 40)) * DAY
        draft.people.last[account] = draft.people.end[account] - HOUR
        org = Org(len(orgs), name, "government", heir.language, f"port{number}.example", f"port{number}", int(account),
                  status="merged" if merged else "closed", closed=gone, successor=heir.number if merged else NONE)  # fmt: skip
        orgs.append(org)
        draft.people.badge[account] = org.number
        draft.label(
            "orphaned_institution",
            np.array([account]),
            True,
            org.status,
            related=np.array([heir.account if merged else NONE]),
            span=(gone, NEVER),
        )


def duplicate_institution(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Open a second account of a living body, attested for the same organisation, beside the official one."""
    living = [o for o in draft.orgs["all"] if o.account != NONE and o.status == "active" and not o.seasonal]
    for account in accounts:
        org = living[int(rng.integers(len(living)))]
        one = np.array([account])
        same = chance(rng, 0.5)
        _body(
            draft,
            rng,
            int(account),
            org.name if same else f"{org.name} " + ("News", "发布", "الجديد")[org.language],
            org.language,
        )
        draft.write("handle", one, [f"{org.slug}{rng.integers(2, 20)}"])
        draft.write("url", one, [f"https://{org.domain}"])
        token, at = draft.token()[0], int(draft.people.created[account])
        draft.add(
            "tokens",
            account_id=np.array([account, org.account]),
            kind="organisation",
            token=np.full(2, token),
            first_seen_at=[at, int(draft.people.created[org.account])],
            last_seen_at=END - DAY,
        )
        draft.add(
            "attestations",
            account_id=one,
            kind="organisation",
            result="pass",
            at=[at + DAY],
            expires_at=END + 300 * DAY,
            provider="register",
        )
        draft.label(
            "duplicate_institution", one, True, "same_name" if same else "near_name", related=np.array([org.account])
        )


def report_abuse(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Report one innocent account again and again, together, to have it closed (mass reporting as sold for money)."""
    for number, ring in enumerate(groups(rng, accounts, 5, max(6, len(accounts) // 5))):
        draft.people.created[ring] = np.minimum(draft.people.created[ring], END - 130 * DAY)
        start = int(within(rng, END - 120 * DAY, END - 15 * DAY, 1)[0])
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
            )
        draft.label("report_abuse", ring, True, "mass_report", f"report_abuse-{number}", span=(start, start + 10 * DAY))


def stale_check(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Leave accounts active whose check ran out and was never repeated, and others closed though their ground fell."""
    people = draft.people
    third = len(accounts) // 3
    if third > 1:
        _resting(draft, rng, accounts[:third])
        accounts = accounts[third:]
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
