"""Innocent profiles: open contacts, years of birth, pictures everyone shows, numbers that changed hands, closures found wrong."""

from __future__ import annotations

import numpy as np

from aboveboard.worlds.draft import NONE, Draft, code
from aboveboard.worlds.luck import some
from aboveboard.worlds.population import close
from aboveboard.worlds.rhythm import DAY, END, HOUR, Ints, within

__all__ = ["birth_year", "business_contact", "console", "meme_picture", "overturned", "recycled_phone"]

_TRADES = (
    ("Bakery", "Florist", "Bicycle Repair", "Pottery Studio"),
    ("面包店", "花店", "修车铺", "陶艺室"),
    ("مخبز", "محل زهور", "ورشة دراجات"),
)
_HOURS = (
    "Open Tue-Sat 9:00-17:00. Orders: {c} or {h}@shop.example",
    "周二至周六9:00-17:00,订购电话 {c}",
    "من الثلاثاء إلى السبت 9:00-17:00، هاتف {c}",
)
_BORN = ("{n} {y}", "{n}{y}", "{n} ({y})")


def _halves(accounts: Ints) -> tuple[Ints, Ints]:
    half = len(accounts) // 2
    return accounts[:half], accounts[half : 2 * half]


def _barred(draft: Draft, rng: np.random.Generator, old: Ints) -> None:
    """Close accounts for a breach of terms within the last two years, barred for good."""
    draft.people.created[old] = within(rng, END - 1800 * DAY, END - 800 * DAY, len(old))
    close(draft, old, within(rng, END - 600 * DAY, END - 60 * DAY, len(old)), "terms")
    draft.people.closed_for[old] = int(rng.integers(8, 14))


def _after(draft: Draft, rng: np.random.Generator, new: Ints, start: Ints) -> None:
    draft.people.created[new] = within(rng, start + HOUR, np.full(len(new), END - 2 * DAY), len(new))
    draft.people.last[new] = np.maximum(draft.people.last[new], END - 5 * DAY)


def business_contact(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Write one's shop's telephone and address where customers look for them."""
    language = draft.people.language[accounts].tolist()
    numbers = [f"07700 900{n:03d}" for n in rng.integers(0, 1000, len(accounts))]
    names = draft.read("display_name", accounts)
    draft.people.kind[accounts] = code("accounts", "kind", "organisation")
    shops = [f"{n} {rng.choice(_TRADES[s])}" for n, s in zip(names, language, strict=True)]
    draft.write("display_name", accounts, shops)
    draft.write("bio", accounts, [_HOURS[s].format(c=c, h="orders") for s, c in zip(language, numbers, strict=True)])
    draft.label("name_violation", accounts, False, "business_contact")


def birth_year(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Carry a year of birth, a jersey number or a date in the name."""
    years = rng.integers(1955, 2012, len(accounts)).tolist()
    names = [str(rng.choice(_BORN)).format(n=n, y=y) for n, y in zip(draft.read("display_name", accounts), years, strict=True)]  # fmt: skip
    draft.write("display_name", accounts, names)
    draft.label("name_violation", accounts, False, "birth_year")


def meme_picture(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Show the picture a barred account showed too, because everyone does: a meme, a stock photograph, a sunset."""
    people = draft.people
    old, new = _halves(accounts)
    _barred(draft, rng, old)
    _after(draft, rng, new, people.closed[old])
    people.avatar[accounts], people.plain[accounts] = 1 << 45, False
    people.touch[accounts] = rng.integers(0, 40, len(accounts))
    draft.label("reincarnation", new, False, "meme_picture", related=old)


def recycled_phone(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Get a number from the operator that somebody barred gave up a year before."""
    people = draft.people
    old, new = _halves(accounts)
    _barred(draft, rng, old)
    people.closed[old] = people.end[old] = END - within(rng, 450 * DAY, 600 * DAY, len(old))
    people.last[old] = people.closed[old] - HOUR
    _after(draft, rng, new, np.full(len(old), END - 60 * DAY))
    people.phone[old] = old
    people.phone[new] = old
    draft.label("reincarnation", new, False, "recycled_phone", related=old)


def console(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Play on the console in the living room, as the brother did who was barred: same device, same network, own name."""
    people = draft.people
    old, new = _halves(accounts)
    _barred(draft, rng, old)
    people.network[old] = draft.token(len(old))
    for column in (people.network, people.device, people.community, people.language, people.zone):
        column[new] = column[old]
    people.kind[accounts] = code("accounts", "kind", "game")
    people.carrier[accounts] = NONE
    _after(draft, rng, new, people.closed[old])
    draft.label("reincarnation", new, False, "console", related=old)


def overturned(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Come back after one's closure was found wrong; for some because it had rested on another that was."""
    people = draft.people
    old, new = _halves(accounts)
    _barred(draft, rng, old)
    for column in (people.device, people.network, people.phone, people.language, people.avatar):
        column[new] = column[old]
    draft.write("display_name", new, draft.read("display_name", old))
    people.overturned[old] = within(rng, people.closed[old] + DAY, people.closed[old] + 30 * DAY, len(old))
    _after(draft, rng, new, people.overturned[old])
    if len(old) > 1:
        rests = old[some(rng, len(old), 0.3) & (np.arange(len(old)) > 0)]
        people.root[rests] = old[0]
        people.closed[old[0]] = people.end[old[0]] = END - 620 * DAY
        people.last[old[0]], people.overturned[old[0]] = END - 621 * DAY, END - 590 * DAY
    draft.label("reincarnation", new, False, "overturned", related=old)
