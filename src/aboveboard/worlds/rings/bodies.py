"""Seed 6: institutions left behind by a merger or by their holder, and second accounts of one body."""

from __future__ import annotations

import numpy as np

from aboveboard.worlds.draft import NONE, Draft, code
from aboveboard.worlds.institutions import Org
from aboveboard.worlds.luck import chance
from aboveboard.worlds.naming import people_names
from aboveboard.worlds.rhythm import DAY, END, HOUR, NEVER, START, Ints, within

__all__ = ["duplicate_institution", "orphaned_institution"]


_PERSONAL, _LOST, _REGISTERED = 3, 5, 2
"""Every fourth orphan is a person's account, every eighth has lost its custodian; every third second account got into the register too."""


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
        if number % 4 == _PERSONAL:
            _former_holder(draft, rng, int(account), number)
            continue
        if number % 8 == _LOST:
            _lost_custodian(draft, rng, int(account), number)
            continue
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


def _former_holder(draft: Draft, rng: np.random.Generator, account: int, number: int) -> None:
    """Leave the account of somebody who held an office standing as the office's own."""
    language = int(rng.integers(3))
    name = ("Harbour Master of Port {n}", "第{n}港港务长", "رئيس ميناء {n}")[language].format(n=number)
    org = Org(
        len(draft.orgs["all"]), name, "other", language, f"master{number}.example", f"harbourmaster{number}", account
    )
    draft.orgs["all"].append(org)
    before, after = people_names(rng, np.array([language] * 2, np.int8)).display
    _body(draft, rng, account, before, language)
    left = int(within(rng, END - 800 * DAY, END - 120 * DAY, 1)[0])
    draft.people.created[account] = min(int(draft.people.created[account]), left - 200 * DAY)
    draft.add(
        "holders",
        org_id=[f"org-{org.number:05d}"] * 2,
        holder=[before, after],
        since=[START, left],
        until=[left, NEVER],
    )
    draft.label("orphaned_institution", np.array([account]), True, "former_holder", span=(left, NEVER))


def _lost_custodian(draft: Draft, rng: np.random.Generator, account: int, number: int) -> None:
    """Let the keeper of a living body's account leave: it falls silent, and what is sent to the body's contacts comes back."""
    language = int(rng.integers(3))
    name = ("Tide Office {n}", "第{n}潮汐站", "مكتب المد {n}")[language].format(n=number)
    org = Org(len(draft.orgs["all"]), name, "other", language, f"tide{number}.example", f"tideoffice{number}", account)
    draft.orgs["all"].append(org)
    _body(draft, rng, account, name, language)
    left = int(within(rng, END - 900 * DAY, END - 600 * DAY, 1)[0])
    draft.people.created[account] = min(int(draft.people.created[account]), left - 500 * DAY)
    draft.people.posting[account], draft.people.end[account], draft.people.last[account] = 150.0, left, left - HOUR
    draft.add(
        "contacts",
        org_id=[f"org-{org.number:05d}"] * 2,
        kind="mail",
        at=[left + 100 * DAY, left + 200 * DAY],
        result="bounced",
    )
    draft.label("orphaned_institution", np.array([account]), True, "lost_custodian", span=(left, NEVER))


def duplicate_institution(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Open a second account of a living body, attested for the same organisation, beside the official one."""
    living = [o for o in draft.orgs["all"] if o.account != NONE and o.status == "active" and not o.seasonal]
    for number, account in enumerate(accounts):
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
        opened = int(draft.people.created[org.account])
        draft.people.created[account] = int(within(rng, min(opened + 60 * DAY, END - 50 * DAY), END - 40 * DAY, 1)[0])
        draft.write("handle", one, [f"{org.slug}{rng.integers(2, 20)}"])
        draft.write("url", one, [f"https://{org.domain}"])
        if number % 3 == _REGISTERED:
            since = [int(draft.people.created[account])]
            draft.add("official_accounts", org_id=[f"org-{org.number:05d}"], account_id=one, since=since, until=NEVER)
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
