"""Seed 2: false experts, lapsed ones, those who stand on another's credential, and those who only advise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from aboveboard.worlds import professions_stock as stock
from aboveboard.worlds.draft import Draft, code
from aboveboard.worlds.institutions import spoken
from aboveboard.worlds.rhythm import DAY, END, HOUR, Ints, within
from aboveboard.worlds.tokens import hexed
from aboveboard.worlds.weaving import by_language

__all__ = ["unqualified_professional"]

_KINDS = ("none", "revoked", "expired", "unverified", "lent", "advice_only")
_STATUS: Mapping[str, str] = {"revoked": "revoked", "expired": "valid", "unverified": "unverified", "lent": "valid"}
_FEWEST, _MOST = 6, 14


def unqualified_professional(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Claim a profession and advise in it without a credential, with a revoked, ended, unverified or lent one; or only advise."""
    people = draft.people
    people.created[accounts] = np.minimum(people.created[accounts], END - 160 * DAY)
    field, kind = rng.integers(0, len(stock.FIELDS), len(accounts)), rng.integers(0, len(_KINDS), len(accounts))
    kinds = [_KINDS[k] for k in kind]
    claiming = np.array([k != "advice_only" for k in kinds])
    people.kind[accounts[claiming]] = code("accounts", "kind", "professional")
    for number in range(len(stock.FIELDS)):
        _claimed(draft, rng, accounts[claiming & (field == number)], number)
        _advised(draft, rng, accounts[~claiming & (field == number)], stock.ADVICE[number])
    _credentials(draft, accounts, field, kinds)
    lent = np.array([k == "lent" for k in kinds])
    _lent(draft, rng, accounts[lent], field[lent])
    draft.label("unqualified_professional", accounts, True, kinds)


def _claimed(draft: Draft, rng: np.random.Generator, accounts: Ints, field: int) -> None:
    people = draft.people
    language, name = people.language[accounts], {"name": people.names.take(accounts)}
    draft.write("display_name", accounts, by_language(rng, language, stock.NAMES[field], [{}] * 3, name).to_pylist())
    draft.write("bio", accounts, by_language(rng, language, stock.BIOS[field], [{}] * 3).to_pylist())
    _advised(draft, rng, accounts, stock.SPEAKING[field])


def _advised(draft: Draft, rng: np.random.Generator, accounts: Ints, said: Sequence[Sequence[str]]) -> None:
    people = draft.people
    who = np.repeat(accounts, rng.integers(_FEWEST, _MOST, len(accounts)))
    at = within(rng, np.maximum(people.created[who] + HOUR, END - 120 * DAY), END - HOUR, len(who))
    text = by_language(rng, people.language[who], said, [{}] * 3)
    draft.post(who, at, kind="post", text=text, language=spoken(people.language[who]))


def _credentials(draft: Draft, accounts: Ints, field: Ints, kinds: Sequence[str]) -> None:
    """Give those a credential whose kind has one that does not stand."""
    held = np.array([k in _STATUS and k != "lent" for k in kinds])
    some, rows = [k for k, h in zip(kinds, held, strict=True) if h], accounts[held]
    start = draft.people.created[rows] - 300 * DAY
    ended = np.array([k == "expired" for k in some], bool)
    draft.add(
        "credentials", account_id=rows, field=[stock.FIELDS[f] for f in field[held]], issuer="Register of Professions", valid_from=start,
        valid_until=np.where(ended, np.minimum(start + 310 * DAY, END - 35 * DAY), END + 200 * DAY), status=[_STATUS[k] for k in some],
        checked_at=start + 301 * DAY,
    )  # fmt: skip
    draft.label("stale_check", rows[ended], True, "credential_ran_out")


def _lent(draft: Draft, rng: np.random.Generator, accounts: Ints, field: Ints) -> None:
    """Put the credential of somebody who advises nobody on these accounts too; both were identified, as different people."""
    owners = draft.crowd(rng, len(accounts))
    accounts, field = accounts[: len(owners)], field[: len(owners)]
    number = hexed(draft.token(len(accounts)), "identity")
    fields = [stock.FIELDS[f] for f in field]
    for bearers, days in ((owners, 150), (accounts, 120)):
        draft.add(
            "credentials", account_id=bearers, field=fields, issuer="Register of Professions", valid_from=np.full(len(bearers), END - 900 * DAY),
            valid_until=END + 300 * DAY, status="valid", checked_at=np.full(len(bearers), END - days * DAY), number_token=number,
        )  # fmt: skip
        seen = END - days * DAY
        draft.add(
            "tokens",
            account_id=bearers,
            kind="identity",
            token=draft.token(len(bearers)),
            first_seen_at=seen,
            last_seen_at=END - DAY,
        )
    draft.label("unqualified_professional", owners, False, "credential_owner")
