"""Innocent names: fans, parodies, archives, branches, employees, common nouns, words inside other words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from aboveboard.worlds.draft import NONE, Draft, code
from aboveboard.worlds.institutions import Org
from aboveboard.worlds.names_stock import GIVEN, PLACES, WORDS
from aboveboard.worlds.rhythm import DAY, END, Ints

__all__ = [
    "archive",
    "branch",
    "common_noun",
    "employee",
    "fan_account",
    "neighbour",
    "parody",
    "rebranded",
    "word_inside",
]

_FANS = (("Fan of {n}", "{n} fans", "Fans of {n}"), ("粉丝 {n}", "{n}后援会", "{n}粉丝团"), ("معجبو {n}", "محبو {n}"))
_PARODIES = (("Parody {n}", "Not {n}", "Parody: {n}"), ("恶搞 {n}", "戏仿{n}"), ("ساخر {n}", "محاكاة ساخرة {n}"))
_ARCHIVES = (("Archive of {n}", "{n} Archive"), ("档案 {n}", "{n}资料馆"), ("أرشيف {n}",))
_STAFF = (("{g} at {n}", "{g} ({n})"), ("{n}的{g}", "{g}@{n}"), ("{g} من {n}",))
_BRANCHES = (
    ("{n} Library", "{n} North Branch", "{n} Youth Office"),
    ("{n}图书馆", "{n}城北分处", "{n}青年部"),
    ("مكتبة {n}", "{n} فرع الشمال"),
)
_NEIGHBOURS = (
    ("{g} in {p}", "{p} Walks", "{p} Cyclists"),
    ("{p}小{g}", "{p}吃货", "住在{p}的{g}"),
    ("{g} من {p}", "أهل {p}"),
)
_PLAIN = ("{n} Walks", "Little {n}", "{n} Lover", "My {n} Diary", "{n} & Tea")
_INSIDE = (
    "Betty {n}",
    "Tibet Traveller",
    "Tweed {n}",
    "Seaweed {n}",
    "Alphabet {n}",
    "Elizabeth {n}",
    "Moonleafing {n}",
    "Weedon {n}",
)


def _orgs(draft: Draft, rng: np.random.Generator, size: int) -> list[Org]:
    known = [o for o in draft.orgs["all"] if o.account != NONE]
    return [known[int(n)] for n in rng.random(size) ** 1.5 * len(known)]


def _named_after(
    draft: Draft, rng: np.random.Generator, accounts: Ints, shapes: Sequence[Sequence[str]], kind: str, about: str
) -> list[Org]:
    """Name accounts after organisations; each says what it is."""
    orgs = _orgs(draft, rng, len(accounts))
    draft.people.language[accounts] = [o.language for o in orgs]
    given = [str(rng.choice(GIVEN[o.language][:30])) for o in orgs]
    names = [str(rng.choice(shapes[o.language])).format(n=o.name, g=g) for o, g in zip(orgs, given, strict=True)]
    draft.write("display_name", accounts, names)
    draft.write("bio", accounts, [f"{about} {o.name}" for o in orgs])
    draft.label("impersonation", accounts, False, kind, related=np.array([o.account for o in orgs]))
    return orgs


def fan_account(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Name fans after clubs and papers, and some after closed accounts they miss."""
    half = len(accounts) // 2
    _named_after(draft, rng, accounts[half:], _FANS, "fan_account", "Not official. We love")
    gone = np.flatnonzero(draft.people.closed > 0)
    for account in accounts[:half] if len(gone) else []:
        old = rng.choice(gone, 1)
        language = int(draft.people.language[old[0]])
        draft.write(
            "display_name",
            np.array([account]),
            [str(rng.choice(_FANS[language])).format(n=draft.read("display_name", old)[0])],
        )
        draft.label("reincarnation", np.array([account]), False, "fan_account", related=old)


def parody(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Say parody at the start of the name."""
    _named_after(draft, rng, accounts, _PARODIES, "parody", "Parody. Not affiliated with")


def archive(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Keep what others published."""
    _named_after(draft, rng, accounts, _ARCHIVES, "archive", "Unofficial archive of")


def employee(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Say where one works; colleagues share the office network."""
    orgs = _named_after(draft, rng, accounts, _STAFF, "employee", "Opinions my own. I work at")
    draft.people.network[accounts] = draft.people.network[[o.account for o in orgs]]


def branch(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Open accounts of branches under the body's own domain."""
    orgs = _named_after(draft, rng, accounts, _BRANCHES, "branch", "A branch of")
    draft.people.kind[accounts] = code("accounts", "kind", "organisation")
    draft.write("url", accounts, [f"https://branch.{o.domain}" for o in orgs])
    draft.people.last[accounts] = np.maximum(draft.people.last[accounts], END - 9 * DAY)
    draft.label("duplicate_institution", accounts, False, "branch", related=np.array([o.account for o in orgs]))


def neighbour(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Live where a body has its seat, and say so: the place belongs to everybody."""
    for account in accounts:
        language = int(draft.people.language[account])
        given, place = str(rng.choice(GIVEN[language][:30])), str(rng.choice(PLACES[language]))
        shown = str(rng.choice(_NEIGHBOURS[language])).format(g=given, p=place)
        draft.write("display_name", np.array([account]), [shown])
    draft.label("impersonation", accounts, False, "neighbour")


def rebranded(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Be a body's own account, verified, and drop a word from its name this month."""
    idle: list[Org] = [o for o in draft.orgs["all"] if o.account == NONE and o.status == "active"]
    people = draft.people
    for account, org in zip(accounts.tolist(), idle[::-1][: len(idle) // 2], strict=False):
        one = np.array([account])
        org.account, people.badge[account], people.language[account] = account, org.number, org.language
        people.kind[account] = code("accounts", "kind", "organisation")
        people.created[account] = int(END - rng.integers(400, 1500) * DAY)
        people.avatar[account], people.plain[account] = account, False
        before = org.name + (" News", "新闻", " اليوم")[org.language]
        draft.add("profile_changes", account_id=one, at=[END - int(rng.integers(2, 25)) * DAY], field="display_name",
                  old=[before], new=[org.name])  # fmt: skip
        for column, text in (("display_name", org.name), ("handle", org.slug), ("url", f"https://{org.domain}")):
            draft.write(column, one, [text])
        draft.label("impersonation", one, False, "rebranded")


def common_noun(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Use words that happen to be somebody's brand."""
    draft.people.language[accounts] = 0
    names = [str(rng.choice(_PLAIN)).format(n=rng.choice(WORDS[0]["noun"])) for _ in accounts]
    draft.write("display_name", accounts, names)
    draft.label("impersonation", accounts, False, "common_noun")


def word_inside(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Carry a forbidden term inside a harmless word, as Scunthorpe does."""
    draft.people.language[accounts] = 0
    names = [str(rng.choice(_INSIDE)).format(n=rng.choice(WORDS[0]["noun"])) for _ in accounts]
    draft.write("display_name", accounts, names)
    draft.label("name_violation", accounts, False, "word_inside")
