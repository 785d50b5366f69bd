"""Seed 5: accounts offered for rent, sale or loan, and played up for money: lone sellers, crews and lessors.

Their wordings are not those the model of offers learned from (scripts/trade).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from aboveboard.worlds.casting import groups
from aboveboard.worlds.draft import Draft, code
from aboveboard.worlds.institutions import spoken
from aboveboard.worlds.luck import chance, some
from aboveboard.worlds.records import regions
from aboveboard.worlds.rhythm import DAY, END, HOUR, MINUTE, Ints, within
from aboveboard.worlds.weaving import by_language, weave
from aboveboard.worlds.young_play import LAST, checked, days_of, lawful, played

__all__ = ["account_trade", "gamers", "offer"]

_OFFERS: Final = (
    [
        "Renting out my level {d2} account, {d1} coins an hour, no face check needed", "Selling maxed account with {d3} skins, price {d3}, write me",
        "Account for rent by night, login tool included, {d2} coins", "{d3} hour old {game} account up for grabs, ${d2}, mail is yours too",
        "${d1} and my {game} acc is yours for the evening", "Get your {game} rank up, I log in and play for you, ${d2} per tier",
        "{d2} ready made {game} accounts, ${d1} apiece, delivered in minutes", "Verified grown-up account to lend, curfew free, ${d1} a night",
        "{game} account giveaway price: ${d2}, linked mail changes hands the same day", "Will lend my {game} profile to players for ${d1} per hour",
    ],
    [
        "出租{d2}级账号,每小时{d1}元,免人脸", "卖号,{d3}皮肤,{d3}元,私聊", "租号可上号器,包夜{d2}元,未成年可玩", "{game}闲置号转给新主人,{d3}元,邮箱一起给",
        "{game}帮打段位,登你的号,{d2}元一段", "{d1}元玩一晚{game}大号,不查脸", "{game}成品号{d1}元一只,自动发货", "号出了号出了,{game}满皮,{d3}元",
        "我的{game}号可以按小时借,{d1}元", "{game}号诚意转,{d2}个典藏,{d3}元可换绑",
    ],
    [
        "حساب للإيجار مستوى {d2} بسعر {d1} للساعة بدون تحقق", "أبيع حسابي مع {d3} سكن بسعر {d3}", "إيجار حساب ليلي مع أداة الدخول {d2}",
    ],
)  # fmt: skip
_FRAMES: Final = (
    "{game} accounts for rent day and night, every rank and every skin, no face check, login sent within a minute after payment, from ${d1} an hour{call}",
    "{game}各段位账号出租,全皮肤全英雄,不用人脸,付款后一分钟发货,日租夜租都可以,{d1}元起{call}",
    "حسابات {game} للإيجار ليلا ونهارا بكل المستويات بدون تحقق وتسليم فوري بسعر {d1} للساعة{call}",
)
_CALLS: Final = (", telegram {name}", ",微信 {name}", "، واتساب {name}")
_TOOLS: Final = (
    ", use our login tool at https://{name}.example/go",
    ",上号器下载 https://{name}.example/go",
    "، أداة الدخول https://{name}.example/go",
)
_GAMES: Final = ({"game": ["Starfall", "Iron Vale", "Kings Arena", "Duskfront"]}, {"game": ["星陨", "铁谷", "王者战场", "暮光"]}, {"game": ["النجوم", "الساحة"]})  # fmt: skip
_NAMES: Final = ("moss", "lark", "fern", "pike")
_BENT: Final = (("acc", "асс"), ("no ", "nо "), ("租号", "祖号"), ("人脸", "人lian"), ("卖号", "mai号"), ("号", "號"))


def gamers(draft: Draft, accounts: Ints) -> None:
    """Make the accounts game accounts that are old enough to have a history."""
    draft.people.kind[accounts] = code("accounts", "kind", "game")
    draft.people.created[accounts] = np.minimum(draft.people.created[accounts], END - 90 * DAY)
    draft.people.last[accounts] = END - 12 * HOUR


def account_trade(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Offer accounts for money: alone in one's own words, in crews with one frame and one contact, or as lessors."""
    gamers(draft, accounts)
    third = len(accounts) // 3
    for number, crew in enumerate(groups(rng, accounts[:third], 3, 12) if third >= _FEWEST else []):
        _crew(draft, rng, crew, number)
    rest = accounts[third:] if third >= _FEWEST else accounts
    _offer(draft, rng, rest)
    lessors = rest[some(rng, len(rest), 0.3)]
    draft.people.visits[lessors] = 0
    minors = lessors[1::3]
    for account in lessors:
        (_to_minor if account in minors else _handed)(draft, rng, int(account))
    kinds = ["lessor_to_minor" if a in minors else "lessor" if a in lessors else "offer" for a in rest.tolist()]
    draft.label("account_sharing", np.setdiff1d(lessors, minors), True, "lessor")
    draft.label("account_trade", rest, True, kinds)


_FEWEST: Final = 3


def _offer(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Write offers, each its own, a few of them bent past a filter."""
    who = np.repeat(accounts, rng.integers(1, 10, len(accounts)))
    language = draft.people.language[who]
    text = by_language(rng, language, _OFFERS, _GAMES).to_pylist()
    _posted(draft, rng, who, [_bend(rng, str(t)) for t in text])


def offer(
    draft: Draft, rng: np.random.Generator, account: int, span: tuple[int, int] = (END - 85 * DAY, END - 30 * DAY)
) -> None:
    """Let one account offer itself a few times within a span."""
    who = np.full(int(rng.integers(1, 4)), account)
    text = by_language(rng, draft.people.language[who], _OFFERS, _GAMES).to_pylist()
    _posted(draft, rng, who, [_bend(rng, str(t)) for t in text], span)
    draft.label("account_trade", who[:1], True, "shared_offer")


def _posted(
    draft: Draft,
    rng: np.random.Generator,
    who: Ints,
    text: Sequence[str],
    span: tuple[int, int] = (END - 85 * DAY, END - 30 * DAY),
) -> None:
    at = within(rng, *span, len(who))
    kind = rng.choice(["listing", "post", "message"], len(who), p=[0.6, 0.3, 0.1]).tolist()
    draft.post(who, at, kind=kind, text=list(text), language=spoken(draft.people.language[who]))


def _bend(rng: np.random.Generator, text: str) -> str:
    ways = [(a, b) for a, b in _BENT if a in text]
    return text.replace(*ways[int(rng.integers(len(ways)))], 1) if ways and chance(rng, 0.2) else text


def _crew(draft: Draft, rng: np.random.Generator, crew: Ints, number: int) -> None:
    """Let a crew fill one frame; it gives one contact or one login tool, and is paid into one place or works on one device."""
    language = int(draft.people.language[crew[0]])
    draft.people.language[crew] = language
    name = f"{_NAMES[number % len(_NAMES)]}{int(rng.integers(1000, 9999))}"
    end = (_CALLS if chance(rng, 0.6) else _TOOLS)[language].format(name=name)
    who = np.repeat(crew, rng.integers(1, 4, len(crew)))
    frame = _FRAMES[language].replace("{call}", end)
    _posted(draft, rng, who, [str(t) for t in weave(rng, len(who), [frame], _GAMES[language]).to_pylist()])
    kind = "payment" if chance(rng, 0.6) else "device"
    if chance(rng, 0.7):
        draft.add(
            "tokens",
            account_id=crew,
            kind=kind,
            token=np.repeat(draft.token(1), len(crew)),
            first_seen_at=END - 60 * DAY,
            last_seen_at=END - DAY,
        )
    draft.label("account_trade", crew, True, "crew", f"trade-{number}")


def _handed(draft: Draft, rng: np.random.Generator, account: int) -> None:
    """Hand an account to strangers after its offers: each plays an evening on a device and a network of one's own."""
    hands = int(rng.integers(4, 12))
    start = np.sort(within(rng, END - 29 * DAY, END - 3 * HOUR, hands))
    draft.add(
        "sessions", account_id=np.full(hands, account), started_at=start, ended_at=start + within(rng, 20 * MINUTE, 170 * MINUTE, hands),
        device_token=draft.token(hands), network_token=draft.token(hands), region=regions(np.arange(hands) * 7),
    )  # fmt: skip


def _to_minor(draft: Draft, rng: np.random.Generator, account: int) -> None:
    """Hand a grown-up's account to a child after its offers: the child plays it at night, on the tablet it has its own account on."""
    people = draft.people
    child = draft.crowd(rng, 1, int(people.language[account]), END - 70 * DAY)
    gamers(draft, child)
    people.visits[child] = 0
    checked(draft, child, "age", "guardian", "real_name")
    checked(draft, np.array([account]), "age", "real_name", band="adult")
    days, hour = lawful(rng, int(people.language[child[0]]), 5)
    played(draft, int(child[0]), days, hour, 50.0)
    late = days_of(rng, "0123456", 6)
    late = late[late > LAST - 28]
    played(draft, account, late, 22.0, 90.0, device=int(people.device[child[0]]), network=int(people.network[child[0]]))
