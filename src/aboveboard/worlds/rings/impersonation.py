"""Seed 2: false institutions.

After the brand and support scams measured by Acharya et al. (USENIX Security 2024): a bent name, the logo, a look-alike
domain, words such as official or support, a biography that claims the office, an account renamed last week, and messages
that ask the victim's followers for money. A few take a badge first and change their name afterwards.
"""

from __future__ import annotations

import numpy as np

from aboveboard.worlds.draft import NONE, Draft, code
from aboveboard.worlds.institutions import Org
from aboveboard.worlds.luck import chance
from aboveboard.worlds.mutations import ASCII, bend
from aboveboard.worlds.rhythm import DAY, END, HOUR, Ints, during, within
from aboveboard.worlds.tokens import TURNED
from aboveboard.worlds.weaving import weave

__all__ = ["impersonation"]

_CLAIMS = (["{n} Official", "{n} Support", "{n} Help Desk", "Official {n}", "{n} Customer Service", "{n}"],
           ["{n}官方", "{n}客服", "官方{n}", "{n}服务中心", "{n}"], ["{n} الرسمي", "دعم {n}", "خدمة عملاء {n}", "{n}"])  # fmt: skip
_BIOS = (
    ("Official account of {n}. Write to us for refunds", "This is the official support channel of {n}", "{n} customer service, 24/7"),
    ("本账号为{n}官方账号", "{n}官方客服,有问题请私信", "{n}唯一官方"),
    ("الحساب الرسمي لدى {n}", "خدمة عملاء {n} الرسمية"),
)  # fmt: skip
_BAIT = (
    [
        "Your account at {org} is locked. Pay the fee of {d2} at {url} today",
        "{org}: claim your refund of {d3} now, send the code to {url}",
    ],
    ["您在{org}的账户异常,请到{url}缴纳{d2}元解冻", "{org}退款{d3}元,请把验证码发到{url}"],
    ["حسابك في {org} موقوف، ادفع {d2} عبر {url}", "{org}: لك استرداد {d3}، أرسل الرمز إلى {url}"],
)
_WAYS, _ODDS = ("name", "renamed", "bio", "verified_rename"), (0.6, 0.2, 0.12, 0.08)


def impersonation(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Pose as organisations with an official account, by name, by a late rename, by biography, or behind a badge."""
    orgs: list[Org] = [o for o in draft.orgs["all"] if o.account != NONE and o.status == "active"]
    idle: list[Org] = [o for o in draft.orgs["all"] if o.account == NONE and o.status == "active"]
    for number, account in enumerate(accounts):
        org = orgs[int(rng.random() ** 1.5 * len(orgs))]
        way = str(rng.choice(_WAYS, p=_ODDS))
        kind = _badged(draft, rng, account, org, idle) if way == _WAYS[3] and idle else _posed(draft, rng, account, org, way)  # fmt: skip
        related = np.array([org.account])
        draft.label("impersonation", np.array([account]), True, kind, f"impersonation-{number}", related=related)


def _posed(draft: Draft, rng: np.random.Generator, account: int, org: Org, way: str) -> str:
    """Dress one account as the organisation; return the sort of pose."""
    people, one = draft.people, np.array([account])
    name, kind = bend(rng, org.name, 0.3)
    shown = str(rng.choice(_CLAIMS[org.language])).format(n=name)
    people.language[account] = org.language
    people.kind[account] = code("accounts", "kind", str(rng.choice(["organisation", "personal", "unknown"])))
    _dated(draft, rng, account, shown if way == "renamed" else None)
    if way == "bio" or chance(rng, 0.4):
        draft.write("bio", one, [str(rng.choice(_BIOS[org.language])).format(n=org.name)])
    if way != "bio":
        draft.write("display_name", one, [shown])
        typed = f"{org.slug}_{rng.choice(['help', 'official', 'vip', 'support'])}"
        draft.write("handle", one, [bend(rng, org.slug, 0.0, ASCII)[0] if chance(rng, 0.5) else typed])
    if chance(rng, 0.5):
        people.avatar[account], people.plain[account] = org.account, False
        people.touch[account] = (0, int(rng.integers(1, TURNED - 1)))[int(rng.integers(2))]
    url = _address(rng, org)
    if chance(rng, 0.6):
        draft.write("url", one, [url])
    _bait(draft, rng, account, org, url)
    return kind if way == "name" else way if way == "bio" else f"{way}_{kind}"


def _dated(draft: Draft, rng: np.random.Generator, account: int, renamed_to: str | None) -> None:
    """Let the account be young, or an older one that took the name within the month."""
    people, one = draft.people, np.array([account])
    young = END - 200 * DAY, END - 8 * DAY
    low, high = young if renamed_to is None else (END - 900 * DAY, END - 60 * DAY)
    people.created[account] = int(within(rng, low, high, 1)[0])
    if renamed_to is not None:
        at = within(rng, END - 28 * DAY, END - 2 * DAY, 1)
        before = draft.read("display_name", one)
        draft.add("profile_changes", account_id=one, at=at, field="display_name", old=before, new=[renamed_to])


def _badged(draft: Draft, rng: np.random.Generator, account: int, org: Org, idle: list[Org]) -> str:
    """Be verified as one body, then take another's name: the badge stays behind."""
    people, one = draft.people, np.array([account])
    first = idle[int(rng.integers(len(idle)))]
    people.language[account], people.badge[account] = org.language, first.number
    people.kind[account] = code("accounts", "kind", "organisation")
    people.created[account] = int(within(rng, END - 1500 * DAY, END - 400 * DAY, 1)[0])
    draft.add("profile_changes", account_id=one, at=within(rng, END - 20 * DAY, END - DAY, 1), field="display_name", old=[first.name],
              new=[org.name])  # fmt: skip
    draft.write("display_name", one, [org.name])
    draft.write("handle", one, [first.slug])
    return "verified_rename"


def _address(rng: np.random.Generator, org: Org) -> str:
    """Return an address that reads like the organisation's: a word added, letters bent, or its domain as a mere prefix."""
    plain = org.domain.removesuffix(".example")
    forms = (
        f"{plain}-{rng.choice(['support', 'secure', 'gift'])}.example",
        f"{bend(rng, plain, 0.0, ('leet', 'repeat'))[0].lower()}.example",
        f"{org.domain}.secure-login.test",
        f"{plain}.invalid",
    )
    return f"https://{forms[int(rng.integers(len(forms)))]}"


def _bait(draft: Draft, rng: np.random.Generator, account: int, org: Org, fake: str) -> None:
    """Follow some people, and most often ask them for money."""
    start = max(int(draft.people.created[account]) + DAY, END - 190 * DAY)
    victims = draft.crowd(rng, int(rng.integers(3, 25)), org.language, before=start)
    at = during(rng, start, max(min(20 * DAY, END - start - HOUR), 1), len(victims))
    alive = draft.people.end[victims] > at
    victims, at = victims[alive], at[alive]
    who = np.full(len(victims), account)
    draft.add("follows", follower_id=who, target_id=victims, at=at)
    if chance(rng, 0.7) and len(victims):
        blanks = [t.replace("{org}", org.name).replace("{url}", fake) for t in _BAIT[org.language]]
        text, spoken = weave(rng, len(at), blanks, {}), ("en", "zh", "ar")[org.language]
        draft.post(who, at, kind="message", target_id=-2 - victims, text=text, url=fake, language=spoken)
