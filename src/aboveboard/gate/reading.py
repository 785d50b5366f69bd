"""Reads what attempts show, many at once: every function over an array costs as much as a dozen names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import pyarrow as pa

from aboveboard.derived.likened_names import stretched_in
from aboveboard.derived.office_claims import SHOWN, claim_in
from aboveboard.gate.attempts import Attempt
from aboveboard.gate.barred import Barred, said_of
from aboveboard.gate.guarded import Guarded
from aboveboard.gate.pictures import Seen, Shown
from aboveboard.names.claims import plain, worth
from aboveboard.names.cues import badges
from aboveboard.names.lookup import LISTED as BODIES
from aboveboard.names.lookup import Near, Register
from aboveboard.names.lookup_parts import asked
from aboveboard.names.singly import keys_of

__all__ = ["LISTED", "Profile", "profiles"]

LISTED = 20
"""Accounts of one name that are weighed; a name that more bear is anybody's."""

Found = tuple[str, str, Near]
"""Field, name, and what a register has near it."""


class Profile(NamedTuple):
    """What one attempt shows: names near those of barred accounts and of organisations, keys by ear, stretches of longer names.

    `pictures` and `logos` are whose picture it shows. `said` is a clause that claims an office, `badge` a sign that passes for one,
    `text` the biography in plain letters, `worth` whether that is worth reading for names of organisations, `bio` its normal form
    where it is long enough to be somebody's own.
    """

    barred: list[Found]
    guarded: list[Found]
    heard: list[tuple[str, str, str]]
    stretches: list[tuple[str, str, str]]
    pictures: list[Seen]
    logos: list[Seen]
    said: str = ""
    badge: str = ""
    text: str = ""
    worth: bool = False
    bio: str = ""


def profiles(attempts: Sequence[Attempt], barred: Barred, guarded: Guarded) -> list[Profile]:
    """Read attempts and look their names up."""
    owners = [(n, field, name) for n, a in enumerate(attempts) for field, name in a.names()]
    asked = Shown.of(["" if a.default_avatar else a.avatar_hash for a in attempts])
    bios = said_of([a.bio for a in attempts])
    seen, signs = barred.gallery.like(asked), guarded.gallery.like(asked)
    read = zip(_claims(attempts), seen, signs, bios, strict=True)
    found = [
        Profile([], [], [], [], pictures, logos, said, badge, text, worth, bio)
        for (said, badge, text, worth), pictures, logos, bio in read
    ]
    if owners:
        _look_up(owners, found, barred.register, guarded.register)
        _stretch(owners, found)
    return found


def _look_up(owners: list[tuple[int, str, str]], found: list[Profile], barred: Register, guarded: Register) -> None:
    names = list(dict.fromkeys(name for *_, name in owners))
    closed, bodies = (
        dict(zip(names, r.recalled(names, most), strict=True)) for r, most in ((barred, LISTED), (guarded, BODIES))
    )
    new = [name for name in names if closed[name] is None or bodies[name] is None]
    if new:
        keys = asked(pa.array(new, pa.string()))
        closed |= barred.near_each(new, keys, LISTED)
        bodies |= guarded.near_each(new, keys, BODIES)
    for n, field, name in owners:
        found[n].barred.extend((field, name, one) for one in closed[name] or ())
        found[n].guarded.extend((field, name, one) for one in bodies[name] or ())
        found[n].heard.extend((field, name, key) for family, key, _ in keys_of(name) if family == "heard")


def _stretch(owners: list[tuple[int, str, str]], found: list[Profile]) -> None:
    for n, field, name in owners:
        runs = stretched_in(name, speaks=bool(found[n].said or found[n].badge))
        found[n].stretches.extend((field, name, run) for run in runs)


def _claims(attempts: Sequence[Attempt]) -> list[tuple[str, str, str, bool]]:
    """Return (said, badge, text, worth) of each attempt; distinct biographies are read once."""
    drawn = badges(pa.array([a.display_name or None for a in attempts], pa.string())).to_pylist()
    bios: defaultdict[str, list[int]] = defaultdict(list)
    for n, attempt in enumerate(attempts):
        if attempt.bio:
            bios[attempt.bio].append(n)
    told = dict.fromkeys(range(len(attempts)), ("", False))
    if bios:
        texts = plain(pa.array(list(bios), pa.string()))
        for text, heard, rows in zip(texts.to_pylist(), worth(texts).to_pylist(), bios.values(), strict=True):
            told |= dict.fromkeys(rows, (text, heard))
    return [
        (claim_in(text) if heard else "", (badge or "")[:SHOWN], text, heard or bool(badge))
        for badge, (text, heard) in zip(drawn, told.values(), strict=True)
    ]
