"""Innocent lives: quiet readers, old people, newcomers, qualified professionals, guarded minors, travellers, sellers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from aboveboard.worlds import professions_stock as stock
from aboveboard.worlds.draft import Draft, code
from aboveboard.worlds.institutions import spoken
from aboveboard.worlds.records import regions
from aboveboard.worlds.rhythm import DAY, END, HOUR, MINUTE, NEVER, Ints, during, within
from aboveboard.worlds.weaving import by_language

__all__ = [
    "elderly",
    "lurker",
    "newcomer",
    "patient",
    "rechecked",
    "remembered",
    "second_hand_seller",
    "traveller",
    "verified_professional",
]

_GOODS = (["Selling my old console with {d1} games, {d3}, pick up only", "Children's bicycle, hardly used, {d2}"],
          ["出二手游戏机一台,带{d1}个游戏,{d3}元自提", "儿童自行车九成新,{d2}元"], ["أبيع جهاز ألعاب قديم مع {d1} ألعاب بسعر {d3}", "دراجة أطفال بسعر {d2}"])  # fmt: skip


def _aged(draft: Draft, accounts: Ints, days: int) -> None:
    draft.people.created[accounts] = np.minimum(draft.people.created[accounts], END - days * DAY)


def _wrote(
    draft: Draft, rng: np.random.Generator, accounts: Ints, templates: Sequence[Sequence[str]], kind: str = "post"
) -> None:
    _aged(draft, accounts, 130)
    who = np.repeat(accounts, rng.integers(1, 6, len(accounts)))
    at = within(rng, END - 120 * DAY, END - HOUR, len(who))
    language = draft.people.language[who]
    draft.post(who, at, kind=kind, text=by_language(rng, language, templates, [{}] * 3), language=spoken(language))


def lurker(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Read often, never write: sessions and a recent last activity say they are alive."""
    people = draft.people
    _aged(draft, accounts, 700)
    people.posting[accounts] = people.acting[accounts] = 0
    people.visits[accounts] = 6
    people.last[accounts] = END - within(rng, HOUR, 10 * DAY, len(accounts))
    draft.label("zombie", accounts, False, "lurker")


def elderly(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Look in a few times a year."""
    people = draft.people
    _aged(draft, accounts, 900)
    people.posting[accounts], people.acting[accounts], people.following[accounts] = 0.1, 0.5, 3
    people.visits[accounts] = 0
    people.end[accounts] = END - within(rng, 60 * DAY, 270 * DAY, len(accounts))
    people.last[accounts] = people.end[accounts] - HOUR
    draft.label("zombie", accounts, False, "elderly")


def remembered(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Rest: memorials, paid and archived accounts that nobody has used for years and that must stay."""
    people = draft.people
    gone = within(rng, END - 1200 * DAY, END - 500 * DAY, len(accounts))
    people.created[accounts] = np.minimum(people.created[accounts], gone - 300 * DAY)
    people.end[accounts], people.last[accounts] = gone, gone - HOUR
    kinds = [("memorial", "subscription", "archive")[n % 3] for n in range(len(accounts))]
    draft.add("holds", account_id=accounts, kind=kinds, since=gone + 20 * DAY, until=NEVER)
    draft.label("zombie", accounts, False, "remembered")


def newcomer(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Join this month, without avatar or posts yet, and follow a few."""
    people = draft.people
    people.created[accounts] = within(rng, END - 25 * DAY, END - 3 * HOUR, len(accounts))
    people.last[accounts] = within(rng, people.created[accounts], END, len(accounts))
    people.avatar[accounts], people.plain[accounts], people.posting[accounts] = -1, True, 0.1
    draft.label("fake_follower", accounts, False, "newcomer")


def verified_professional(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Advise in one's own field, with a valid credential of it."""
    people = draft.people
    people.kind[accounts] = code("accounts", "kind", "professional")
    field = rng.integers(0, len(stock.NEWS), len(accounts))
    for number, said in enumerate(stock.NEWS):
        mine = accounts[field == number]
        _wrote(draft, rng, mine, said)
        named = by_language(
            rng, people.language[mine], stock.NAMES[number], [{}] * 3, {"name": people.names.take(mine)}
        )
        draft.write("display_name", mine, named.to_pylist())
    draft.add(
        "credentials", account_id=accounts, field=[stock.FIELDS[f] for f in field], issuer="Register of Professions",
        valid_from=people.created[accounts] - 500 * DAY, valid_until=END + within(rng, 20 * DAY, 900 * DAY, len(accounts)), status="valid",
    )  # fmt: skip
    draft.label("unqualified_professional", accounts, False, "verified_professional")


def patient(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Tell of doctors, lawyers and money without being one who advises: patients, students, the retired, journalists, relatives."""
    _wrote(draft, rng, accounts, stock.TALK)
    told = accounts[rng.random(len(accounts)) < 0.5]  # noqa: PLR2004  (every second one says who he is)
    draft.write("bio", told, by_language(rng, draft.people.language[told], stock.TALK_BIOS, [{}] * 3).to_pylist())
    draft.label("unqualified_professional", accounts, False, "patient")


def traveller(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Play from hotel to hotel: many networks and regions, one device, days between them."""
    _aged(draft, accounts, 90)
    draft.people.visits[accounts] = 0
    draft.people.kind[accounts] = code("accounts", "kind", "game")
    for account in accounts:
        start = during(rng, END - 40 * DAY, 38 * DAY, 9)
        who = np.full(9, account)
        draft.add("sessions", account_id=who, started_at=start, ended_at=start + 30 * MINUTE, device_token=draft.people.device[who],
                  network_token=draft.token(9), region=regions(np.arange(9) * 11 + int(account)))  # fmt: skip
    draft.label("account_sharing", accounts, False, "traveller")


def second_hand_seller(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Sell things, not accounts."""
    _wrote(draft, rng, accounts, _GOODS, "listing")
    draft.label("account_trade", accounts, False, "second_hand_seller")


def rechecked(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Hold a check that ran out and was repeated in time, or ran out days ago, or one of a name that is not the one shown."""
    _aged(draft, accounts, 800)
    again, late, renamed = np.array_split(accounts, 3)
    first = draft.people.created[again] + DAY
    second = within(rng, END - 300 * DAY, END - 30 * DAY, len(again))
    _checked(draft, again, first, second + 20 * DAY)
    _checked(draft, again, second, np.full(len(again), END + 300 * DAY))
    _checked(draft, late, draft.people.created[late] + DAY, within(rng, END - 25 * DAY, END - DAY, len(late)))
    _checked(draft, renamed, draft.people.created[renamed] + DAY, np.full(len(renamed), END + 300 * DAY))
    names = draft.read("display_name", renamed)
    at = within(rng, END - 300 * DAY, END - 60 * DAY, len(renamed))
    draft.add(
        "profile_changes", account_id=renamed, at=at, field="display_name", old=[f"{n}." for n in names], new=names
    )
    draft.write("display_name", renamed, names)
    for who, why in ((again, "rechecked"), (late, "within_grace"), (renamed, "shows_another_name")):
        draft.label("stale_check", who, False, why)


def _checked(draft: Draft, accounts: Ints, at: Ints, end: Ints) -> None:
    draft.add("attestations", account_id=accounts, kind="real_name", result="pass", age_band="adult", at=at, expires_at=end,
              provider="register")  # fmt: skip
