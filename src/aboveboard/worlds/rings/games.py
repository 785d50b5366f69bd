"""Seed 5: game accounts played by unprotected children."""

from __future__ import annotations

import numpy as np

from aboveboard.worlds.draft import Draft
from aboveboard.worlds.records import regions
from aboveboard.worlds.rhythm import DAY, END, HOUR, MINUTE, Ints, within
from aboveboard.worlds.rings.trade import gamers

__all__ = ["minor_unprotected"]

_LACKS = ("no_real_name", "no_guardian", "night_play")
_NIGHT = _LACKS.index("night_play")


def minor_unprotected(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Let minors play without a real-name check, without a guardian, or at night."""
    gamers(draft, accounts)
    draft.people.visits[accounts] = 0
    lack = rng.integers(0, 3, len(accounts))
    checked = draft.people.created[accounts] + HOUR
    draft.add(
        "attestations",
        account_id=accounts,
        kind="age",
        result=np.where(lack == 0, "fail", "pass").tolist(),
        age_band="minor",
        at=checked,
        provider="register",
    )
    guarded = lack == _NIGHT
    draft.add(
        "attestations",
        account_id=accounts[guarded],
        kind="guardian",
        result="pass",
        age_band="minor",
        at=checked[guarded],
        expires_at=END + 300 * DAY,
        provider="register",
    )
    who = np.repeat(accounts, 12)
    night = np.repeat(lack, 12) == _NIGHT
    hour = np.where(night, rng.integers(22, 26, len(who)), rng.integers(15, 20, len(who))) - draft.people.zone[who]
    start = (END // DAY - rng.integers(2, 40, len(who))) * DAY + hour * HOUR + within(rng, 0, 50 * MINUTE, len(who))
    draft.add(
        "sessions", account_id=who, started_at=start, ended_at=start + within(rng, 30 * MINUTE, 4 * HOUR, len(who)),
        device_token=draft.people.device[who], network_token=draft.people.network[who], region=regions(draft.people.community[who]),
    )  # fmt: skip
    draft.label("minor_unprotected", accounts, True, [_LACKS[n] for n in lack])
