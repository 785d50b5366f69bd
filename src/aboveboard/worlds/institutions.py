"""Invented organisations, their registers, official accounts, holders and notices.

Some sleep between their seasons, some were merged and handed their account over: both are innocent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from aboveboard.worlds.draft import NONE, Draft, code, stream
from aboveboard.worlds.luck import cut, some
from aboveboard.worlds.names_stock import PLACES, WORDS
from aboveboard.worlds.naming import people_names
from aboveboard.worlds.rhythm import DAY, END, HOUR, MINUTE, NEVER, START, Ints, times, within
from aboveboard.worlds.speech import HEADLINES
from aboveboard.worlds.tokens import hexed, org_ids
from aboveboard.worlds.weaving import by_language

__all__ = ["NEWS", "Org", "establish", "register", "settle", "spoken"]

_TYPES: Final = (
    ("government", "council", "{p} City Council", "{p}市人民政府", "بلدية {p}"),
    ("media", "herald", "The {p} Herald", "{p}日报", "صحيفة {p}"),
    ("company", "bank", "{p} Savings Bank", "{p}储蓄银行", "مصرف {p}"),
    ("government", "census", "{p} Census Office", "{p}人口普查办公室", "مكتب تعداد {p}"),
    ("government", "health", "{p} Health Authority", "{p}卫生健康委员会", "مديرية صحة {p}"),
    ("school", "university", "{p} University", "{p}大学", "جامعة {p}"),
    ("company", "telecom", "{p} Telecom", "{p}通信公司", "اتصالات {p}"),
    ("government", "police", "{p} Police Service", "{p}公安局", "شرطة {p}"),
    ("nonprofit", "rescue", "{p} Animal Rescue", "{p}动物救助会", "جمعية {p} الخيرية"),
    ("media", "radio", "{p} Radio", "{p}广播电台", "إذاعة {p}"),
    ("government", "elections", "{p} Election Office", "{p}选举办公室", "لجنة انتخابات {p}"),
    ("military", "garrison", "{p} Garrison Command", "{p}警备司令部", "حامية {p}"),
    ("party", "party", "{p} Meadow Party", "{p}原野党", "حزب مروج {p}"),
    ("other", "fc", "{p} Football Club", "{p}足球俱乐部", "نادي {p}"),
    ("company", "airlines", "{p} Airlines", "{p}航空", "طيران {p}"),
    ("government", "tax", "{p} Tax Office", "{p}税务局", "مصلحة ضرائب {p}"),
)
_SEASONAL: Final = (3, 10)
_BRANDS: Final = (4,)
_THINGS: Final = (
    cut("library market bridge museum festival stadium garden theatre"),
    cut("图书馆 市场 大桥 博物馆 灯会 体育馆 植物园 剧院"),
    cut("مكتبة سوق جسر متحف مهرجان ملعب حديقة مسرح"),
)
_DAYS: Final = (
    ["Monday", "Tuesday", "Friday", "Sunday"],
    ["周一", "周二", "周五", "周日"],
    ["الاثنين", "الثلاثاء", "الجمعة", "الأحد"],
)
NEWS: Final = tuple({"place": p, "thing": t, "day": d} for p, t, d in zip(PLACES, _THINGS, _DAYS, strict=True))
"""Words of headlines and notices by language."""

_NOTICES: Final = (
    ["Notice: the {thing} in {place} will be closed on {day} for repairs.", "The {thing} of {place} opens again on {day} at 9:00.",
     "Public meeting about the {thing} on {day} in {place}. Everyone is welcome."],
    ["通知:{place}{thing}{day}检修,暂停开放。", "{place}{thing}{day}上午九点恢复开放。", "{day}在{place}召开{thing}座谈会,欢迎参加。"],
    ["إعلان: تغلق {thing} في {place} يوم {day} للصيانة.", "تعود {thing} في {place} للعمل يوم {day}.", "اجتماع عام حول {thing} يوم {day} في {place}."],
)  # fmt: skip


@dataclass
class Org:
    """One organisation: its number, name, kind, language, domain and official account (-1 for none)."""

    number: int
    name: str
    kind: str
    language: int
    domain: str
    slug: str
    account: int = NONE
    opened: int = START
    status: str = "active"
    closed: int = NEVER
    successor: int = NONE
    seasonal: bool = False


def establish(rng: np.random.Generator, count: int) -> list[Org]:
    """Return `count` organisations; the first of every language come early, a few share their name with a common noun."""
    spoken = [0, 0, 1, 0, 1, 2]
    place = rng.permutation(len(PLACES[0]))
    orgs: list[Org] = []
    for n in range(count):
        language = spoken[n % len(spoken)]
        turn = n // len(spoken)
        kind, slug, *shapes = _TYPES[(n + turn) % len(_TYPES)]
        where = int(place[n % len(place)])
        name = shapes[language].format(p=PLACES[language][where % len(PLACES[language])])
        if n % 40 in _BRANDS:
            kind, slug, name, language = "company", "co", str(WORDS[0]["noun"][turn % len(WORDS[0]["noun"])]), 0
        plain = PLACES[0][where].lower()
        again = "" if n < len(place) else str(n // len(place) + 1)
        orgs.append(
            Org(
                n,
                name,
                kind,
                language,
                f"{plain}{slug}{again}.example",
                f"{plain}{slug}{again}",
                seasonal=(n + turn) % len(_TYPES) in _SEASONAL,
            )
        )
    return _distinct(orgs)


def _distinct(orgs: list[Org]) -> list[Org]:
    """Two bodies of one name would each be the other's impostor: the later one carries its district."""
    seen: dict[str, int] = {}
    for org in orgs:
        seen[org.name] = seen.get(org.name, 0) + 1
        if seen[org.name] > 1:
            org.name += (f" District {seen[org.name]}", f"第{seen[org.name]}分部", f" {seen[org.name]}")[org.language]
    return orgs


def settle(draft: Draft, seed: int, accounts: Ints) -> None:
    """Turn `accounts` into official accounts, and add their notices. A few bodies on the register have no account."""
    rng = stream(seed, "institutions")
    orgs = establish(rng, len(accounts) + len(accounts) // 2 + 2)
    for org, account in zip(orgs, accounts.tolist(), strict=False):
        org.account = account
    draft.orgs["all"] = orgs
    mine = orgs[: len(accounts)]
    _dress(draft, rng, accounts, mine)
    _handed_over(draft, rng, mine)
    _sleepers(draft, rng, [o for o in mine if o.seasonal and o.status == "active"])
    _publish(draft, rng, [o for o in mine if not o.seasonal and o.status == "active"])


def _dress(draft: Draft, rng: np.random.Generator, accounts: Ints, orgs: list[Org]) -> None:
    people = draft.people
    people.language[accounts] = [o.language for o in orgs]
    people.zone[accounts] = np.choose(people.language[accounts], [0, 8, 3])
    people.kind[accounts] = code("accounts", "kind", "organisation")
    people.created[accounts] = within(rng, START + 30 * DAY, START + 1900 * DAY, len(accounts))
    people.last[accounts] = END - within(rng, HOUR, 20 * DAY, len(accounts))
    people.popularity[accounts] = 8 + 60 * rng.pareto(1.1, len(accounts))
    people.posting[accounts], people.acting[accounts], people.following[accounts] = 0, 1, 4
    people.visits[accounts] = 4
    people.avatar[accounts], people.plain[accounts] = accounts, False
    people.badge[accounts] = np.where(some(rng, len(accounts), 0.8), [o.number for o in orgs], NONE)
    people.device[accounts], people.network[accounts] = draft.token(len(accounts)), draft.token(len(accounts))
    people.carrier[accounts] = people.phone[accounts] = NONE
    draft.write("display_name", accounts, [o.name for o in orgs])
    draft.write("handle", accounts, [o.slug for o in orgs])
    draft.write("url", accounts, [f"https://{o.domain}" for o in orgs])
    draft.write("bio", accounts, [("Official account", "官方账号", "الحساب الرسمي")[o.language] for o in orgs])


def _handed_over(draft: Draft, rng: np.random.Generator, orgs: list[Org]) -> None:
    """Merge a few bodies into others of their language; the account passes to the successor in good order."""
    for org in orgs[5::23]:
        heirs = [
            o for o in draft.orgs["all"] if o.account == NONE and o.language == org.language and o.successor == NONE
        ]
        if not heirs:
            continue
        heir, at = heirs[0], int(within(rng, END - 700 * DAY, END - 100 * DAY, 1)[0])
        org.status, org.closed, org.successor = "merged", at, heir.number
        account = np.array([org.account])
        draft.add(
            "official_accounts",
            org_id=[f"org-{org.number:05d}"],
            account_id=account,
            since=draft.people.created[account],
            until=at,
        )
        draft.add(
            "profile_changes", account_id=account, at=[at + DAY], field="display_name", old=[org.name], new=[heir.name]
        )
        draft.write("display_name", account, [heir.name])
        draft.people.badge[account] = NONE
        heir.account, heir.opened, org.account = org.account, at, NONE
        draft.label("orphaned_institution", account, False, "handed_over")


def _sleepers(draft: Draft, rng: np.random.Generator, orgs: list[Org]) -> None:
    """Census and election offices speak in their season and sleep for years: no dormant account to clean up."""
    accounts = np.array([o.account for o in orgs], np.int64)
    people = draft.people
    people.end[accounts] = END - within(rng, 330 * DAY, 900 * DAY, len(accounts))
    people.created[accounts] = np.minimum(people.created[accounts], people.end[accounts] - 100 * DAY)
    people.last[accounts] = people.end[accounts] - DAY
    draft.label("zombie", accounts, False, "seasonal_body")


def _publish(draft: Draft, rng: np.random.Generator, orgs: list[Org]) -> None:
    """Publish notices, and post each of them from the official account within the hour."""
    chosen = np.repeat(np.arange(len(orgs)), 1 + rng.poisson(4, len(orgs)))
    account = np.array([o.account for o in orgs], np.int64)[chosen]
    at = times(
        rng, np.maximum(draft.people.created[account] + DAY, END - 300 * DAY), END - HOUR, draft.people.zone[account]
    )
    language = draft.people.language[account]
    text = by_language(rng, language, _NOTICES, NEWS)
    number = np.array([o.number for o in orgs], np.int64)[chosen]
    ids = [f"n{n:06d}" for n in range(len(at))]
    url = [f"https://{orgs[c].domain}/notices/{i}" for c, i in zip(chosen.tolist(), ids, strict=True)]
    title = by_language(rng, language, HEADLINES, NEWS)
    draft.add("notices", notice_id=ids, org_id=org_ids(number), at=at, title=title, text=text, url=url)
    draft.post(
        account, at + within(rng, 0, 50 * MINUTE, len(at)), kind="post", text=text, url=url, language=spoken(language)
    )
    draft.orgs["notices"] = (number, at, text, ids)


def spoken(language: np.ndarray) -> list[str]:
    """Return the language column of a contract table for language numbers."""
    return [("en", "zh", "ar")[n] for n in language.tolist()]


def register(draft: Draft, seed: int) -> None:
    """Write down the register: organisations, their own accounts, and who holds their offices."""
    rng = stream(seed, "register")
    orgs: list[Org] = draft.orgs["all"]
    draft.add(
        "organisations", org_id=org_ids(np.array([o.number for o in orgs])), name=[o.name for o in orgs],
        aliases=[[o.slug] if o.number % 3 else [] for o in orgs], kind=[o.kind for o in orgs], country="XX",
        status=[o.status for o in orgs], opened_at=np.minimum([o.opened for o in orgs], END - DAY), closed_at=[o.closed for o in orgs],
        successor_ids=[[f"org-{o.successor:05d}"] if o.successor != NONE else [] for o in orgs], domains=[[o.domain] for o in orgs],
        logo_hash=hexed(np.array([o.account if o.account != NONE else (1 << 47) + o.number for o in orgs], np.int64), "avatar"),
    )  # fmt: skip
    own = [o for o in orgs if o.account != NONE]
    draft.add(
        "official_accounts", org_id=org_ids(np.array([o.number for o in own], np.int64)), account_id=np.array([o.account for o in own], np.int64),
        since=[max(o.opened, int(draft.people.created[o.account])) for o in own], until=NEVER,
    )  # fmt: skip
    offices = [o for o in orgs if o.kind == "government"]
    names = people_names(rng, np.array([o.language for o in offices] * 2, np.int8)).display
    change = within(rng, END - 1200 * DAY, END - 30 * DAY, len(offices))
    ended = np.array([o.closed for o in offices], np.int64)
    number = org_ids(np.array([o.number for o in offices], np.int64))
    draft.add(
        "holders",
        org_id=number,
        holder=names[: len(offices)],
        since=START,
        until=np.minimum(change, np.where(ended == NEVER, END, ended)),
    )
    draft.add("holders", org_id=number, holder=names[len(offices) :], since=change, until=ended)
    asked = [o for o in own if o.status == "active" and o.number % 3 == 0]
    at = within(rng, END - 200 * DAY, END - DAY, len(asked))
    ids, domains = org_ids(np.array([o.number for o in asked], np.int64)), [o.domain for o in asked]
    draft.add("contacts", org_id=ids, kind="phone", at=at, result="reached", domain=None)
    draft.add("contacts", org_id=ids, kind="domain", at=at, result="held", domain=domains)
