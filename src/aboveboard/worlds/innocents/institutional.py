"""Innocent bodies: run on by a successor, awake only in a crisis, an office between holders, a service of its own."""

from __future__ import annotations

import numpy as np

from aboveboard.worlds.draft import NONE, Draft, code
from aboveboard.worlds.institutions import Org
from aboveboard.worlds.names_stock import PLACES
from aboveboard.worlds.naming import people_names
from aboveboard.worlds.rhythm import DAY, END, HOUR, NEVER, START, Ints, within

__all__ = ["crisis_body", "office_account", "run_on", "service_account"]

_GONE = ("{p} Canal Board", "{p}运河管理处", "هيئة قنوات {p}")
_CRISES = ("{p} Flood Warning", "{p}防汛指挥部", "إنذار الفيضانات {p}")
_OFFICES = ("Mayor of {p}", "{p}市长办公室", "مكتب عمدة {p}")
_SERVICES = (("{n} Library", "{n} Traffic"), ("{n}图书馆", "{n}交通"), ("مكتبة {n}", "مرور {n}"))


def _place(rng: np.random.Generator, language: int, number: int) -> str:
    names = PLACES[language]
    return str(names[int(rng.integers(len(names)))]) + (f" {number}" if number else "")


def _body(draft: Draft, rng: np.random.Generator, account: int, org: Org) -> None:
    """Dress an account as a body's own and enter the body in the register."""
    people, one = draft.people, np.array([account])
    people.kind[account], people.language[account] = code("accounts", "kind", "organisation"), org.language
    people.created[account] = int(within(rng, START + 100 * DAY, END - 1000 * DAY, 1)[0])
    people.popularity[account], people.posting[account] = 10.0, 1.0
    draft.orgs["all"].append(org)
    draft.write("display_name", one, [org.name])
    draft.write("handle", one, [org.slug])
    draft.write("bio", one, [("Official account", "官方账号", "الحساب الرسمي")[org.language]])


def _org(draft: Draft, rng: np.random.Generator, shapes: tuple[str, ...], slug: str, account: int, number: int) -> Org:
    language = int(rng.integers(3))
    name = shapes[language].format(p=_place(rng, language, number))
    return Org(len(draft.orgs["all"]), name, "other", language, f"{slug}{number}.example", f"{slug}{number}", account)


def run_on(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Merge bodies whose account the successor runs on under the old name, and says so in a notice or in the bio."""
    heirs = [o for o in draft.orgs["all"] if o.account != NONE and o.status == "active"]
    for number, account in enumerate(accounts.tolist() if heirs else []):
        heir = heirs[int(rng.integers(len(heirs)))]
        org = _org(draft, rng, _GONE, "canalboard", account, number)
        org.status, org.closed, org.successor = (
            "merged",
            int(within(rng, END - 800 * DAY, END - 120 * DAY, 1)[0]),
            heir.number,
        )
        _body(draft, rng, account, org)
        if number % 2:
            draft.write("bio", np.array([account]), [f"Now run by {heir.name}"])
        else:
            draft.add("notices", notice_id=[f"m{number:05d}"], org_id=[f"org-{heir.number:05d}"], at=[org.closed + 5 * DAY],
                      title=["Our accounts"], text=[f"We go on with @{org.slug}."], url=[f"https://{heir.domain}/accounts"])  # fmt: skip
        draft.label("orphaned_institution", np.array([account]), False, "run_on")


def crisis_body(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Open accounts that speak when the river rises and are silent for most of the year."""
    for number, account in enumerate(accounts.tolist()):
        _body(draft, rng, account, _org(draft, rng, _CRISES, "floodwarning", account, number))
        draft.people.end[account] = END - int(rng.integers(90, 280)) * DAY
        draft.people.last[account] = draft.people.end[account] - HOUR
    draft.label("orphaned_institution", accounts, False, "crisis_body")


def office_account(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Keep an office's account while its holders change; half of them still show the last holder's name beside the office's.

    Those are not labelled: some readers call the account left behind, others say that it is the office's and its name is out of date.
    """
    for number, account in enumerate(accounts.tolist()):
        org = _org(draft, rng, _OFFICES, "mayorsoffice", account, number)
        _body(draft, rng, account, org)
        before, after = people_names(rng, np.array([org.language] * 2, np.int8)).display
        change = int(within(rng, END - 900 * DAY, END - 120 * DAY, 1)[0])
        draft.add(
            "holders",
            org_id=[f"org-{org.number:05d}"] * 2,
            holder=[before, after],
            since=[START, change],
            until=[change, NEVER],
        )
        if number % 2:
            draft.write("display_name", np.array([account]), [f"{org.name} - {before}"])
    draft.label("orphaned_institution", accounts[::2], False, "office_account")


def service_account(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Give a body a further account in the register, for a service that its name says."""
    bodies = [o for o in draft.orgs["all"] if o.account != NONE and o.status == "active"]
    for number, account in enumerate(accounts.tolist() if bodies else []):
        org = bodies[int(rng.integers(len(bodies)))]
        shape, one = _SERVICES[org.language][number % 2], np.array([account])
        draft.people.kind[account], draft.people.language[account] = (
            code("accounts", "kind", "organisation"),
            org.language,
        )
        draft.write("display_name", one, [shape.format(n=org.name)])
        draft.write("url", one, [f"https://{org.domain}/service"])
        draft.add(
            "official_accounts",
            org_id=[f"org-{org.number:05d}"],
            account_id=one,
            since=[int(draft.people.created[account])],
            until=NEVER,
        )
        draft.label("duplicate_institution", one, False, "service_account", related=np.array([org.account]))
