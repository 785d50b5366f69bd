"""Small worlds of offers of accounts and of what looks like them."""

from __future__ import annotations

from aboveboard.examples import drawn

__all__ = ["BIOS", "HANDED", "LOOKALIKES", "OFFERED", "RING", "STRANGERS", "TOKENS"]

_NAMES = "account_id | handle | bio | status"


def _accounts(*ids: str) -> str:
    return drawn("accounts", _NAMES, [(i, f"{i}_plays", "", "active") for i in ids])


def _posts(*posts: tuple[str, str], url: str = "", day: str = "2025-12-05") -> str:
    return drawn(
        "posts",
        "post_id | account_id | at | kind | title | text | url",
        [(f"p{n}", who, day, "listing", "", text, url) for n, (who, text) in enumerate(posts)],
    )


_SOLD = (
    "Selling my account, 30 skins, $30, email change included",
    "卖号,钻石段位,80皮肤,300元可换绑",
    "Rent my gold account tonight, $5 per hour",
    "星耀大号出租,一小时5元,免脸",
    "Smurf accounts for sale, $4 each, instant delivery",
    "代练接单,号给我,三天上王者,50元",
)
"""Offers in words of their own."""

_RENT = "Renting out my diamond account, $5 per hour, no face check, dm me"
OFFERED = (
    drawn("accounts", _NAMES, [(i, f"{i}_plays", "", "closed" if i == "f" else "active") for i in "abcdef"])
    + _posts(
        ("a", _RENT),
        ("a", "Selling my maxed account, 80 skins, $40, email change included"),
        ("b", "祖 号,免lian,包夜20元,秒上"),
        ("c", "Ѕеlling my ассоunt, rank gold, full access, $30"),
        ("d", "代练上分,号给我,三天到钻石,50元"),
        ("f", _RENT),
    ).rstrip()
    + f"\nx1 | e | 2026-03-01 | listing | | {_RENT} |\n"
)
"""Offers in two languages, plain and bent; one is planned, one stands with a closed account."""

BIOS = drawn(
    "accounts",
    _NAMES,
    [
        ("a", "a_shop", "出租各种游戏账号,免脸上号,价格私聊", "active"),
        ("b", "b_shop", "Diamond accounts for rent, $5 per hour, dm me", "active"),
        ("c", "c_life", "Gardener, father, cyclist", "active"),
    ],
) + _posts(("c", "What a lovely day for a walk along the river"))

_FRAME = "Diamond {what} account for rent by the hour, no face check at any time, all {n} heroes and skins unlocked, login sent at once, $5"
RING = _accounts("a", "b", "c", "d", "e", "f") + _posts(
    ("a", _FRAME.format(what="Starfall", n=40)),
    ("b", _FRAME.format(what="Ironvale", n=44)),
    ("c", _FRAME.format(what="Starfall", n=61)),
    ("d", "出租王者大号,全英雄,5元一小时,加微信 owl_2266"),
    ("e", "卖号,钻石段位,80皮肤,300元可换绑,微信 owl_2266"),
    ("f", "卖号,星耀段位,90皮肤,400元可换绑,微信 bat_7731"),
)
"""Three sellers with one template, two with one contact, one with a contact of its own."""

TOKENS = (
    _accounts("a", "b", "c", "d", "e", "f", "g", "h")
    + _posts(*zip("abcdef", _SOLD, strict=True))
    + drawn(
        "tokens",
        "account_id | kind | token",
        [
            *((who, "payment", "pay1") for who in "ab"),
            *((who, "device", "dev1") for who in "cd"),
            *((who, "phone", "cafe") for who in "efghij"),
            *((who, "network", "net1") for who in "ef"),
            ("e", "device", "own1"), ("f", "device", "own2"),
        ],
    )
)  # fmt: skip
"""Two share a payment, two a device; two share a telephone with many who sell nothing, and a network."""


def _sessions(who: str, *came: tuple[str, str, str]) -> list[tuple[str, str, str, str]]:
    return [(who, at, device, network) for at, device, network in came]


HANDED = (
    _accounts("a", "b", "c", "d", "e")
    + _posts(*zip("abc", _SOLD[2:5], strict=True)).rstrip()
    + f"\nx1 | e | 2025-12-20 | listing | | {_SOLD[0]} |\n\n"
    + drawn(
        "sessions",
        "account_id | started_at | device_token | network_token",
        [
            *_sessions("a", ("2025-12-01", "d0", "n0"), ("2025-12-06", "d1", "n1"), ("2025-12-07", "d2", "n2"), ("2025-12-08", "d3", "n3")),
            *_sessions("b", ("2025-12-01", "e1", "m1"), ("2025-12-02", "e2", "m2"), ("2025-12-03", "e3", "m3"), ("2025-12-09", "e3", "m3"),
                       ("2025-12-10", "e1", "m1"), ("2025-12-10", "e2", "m2")),
            *_sessions("c", ("2025-12-06", "f1", "k1"), ("2025-12-07", "f2", "k1"), ("2025-12-08", "f3", "k1")),
            *_sessions("d", ("2025-12-06", "g1", "h1"), ("2025-12-07", "g2", "h2"), ("2025-12-08", "g3", "h3")),
            *_sessions("e", ("2025-12-06", "j1", "i1"), ("2025-12-07", "j2", "i2"), ("2025-12-08", "j3", "i3")),
        ],
    )
)  # fmt: skip
"""Strangers' devices after an offer; devices known before it; new devices at one home; new devices without an offer; and devices before one's own."""

STRANGERS = (
    _accounts("a", "b", "c", "d")
    + _posts(
        *((who, f"{text}, 微信 owl_2266") for who, text in zip("abcd", _SOLD, strict=False)),
    )
    + drawn(
        "attestations",
        "account_id | kind | result | age_band",
        [
            ("a", "age", "pass", "minor"),
            ("b", "age", "fail", "minor"),
            ("c", "age", "pass", "adult"),
            ("d", "real_name", "fail", "minor"),
        ],
    )
)
"""Sellers with one contact: one is known to be a minor, one failed to show that it is none, one is an adult, one has no name on record."""

_INNOCENT = (
    "How do I recover my account? I lost the email and support does not answer",
    "My account was hacked and 40 skins are gone, help",
    "Beware of people selling accounts here, I was scammed for $40",
    "Warning: never rent an account, they steal it back after payment",
    "Selling my old console with 4 games, $80, pick up only",
    "Game disc of Starfall for sale, $15, used once",
    "Flat for rent near the station, $700 per month, dm me",
    "Car rental by the day from $30, full insurance",
    "Phone plan with 20 GB for $12 a month, manage it in your account",
    "Coaching, $10 per hour, you play on your own account and I watch",
    "Accountant wanted, salary $3000, send your CV",
    "Official gift cards for your account, $20, at the counter",
    "Police arrest 12 people over rental of game accounts to minors",
    "Which bank account has no monthly fee? Mine charges $5",
    "Where can I rent an account? I am 13 and may only play one hour",
    "账号被盗了怎么找回?里面有80皮肤",
    "提醒大家,租号的都是骗子,别上当",
    "出二手游戏机一台,300元自提",
    "两室一厅整租,2000元一月,随时看房",
    "租车一天200元,手续齐全",
    "手机靓号套餐,月租30元,20G流量",
    "教学一小时50元,你自己打我看着,不碰号",
    "招会计一名,月薪5000元",
    "官方礼品卡100元起,各门店有售",
    "警方打掉一租号团伙,抓获12人",
    "银行账户被冻结了,去哪里解",
    "求租一个号,我才十三岁,只能玩一小时",
    "上号上号,三缺一",
)
LOOKALIKES = _accounts(*(f"a{n:02}" for n in range(len(_INNOCENT)))) + _posts(
    *((f"a{n:02}", text) for n, text in enumerate(_INNOCENT))
)
"""Texts about accounts, money, rent and games that offer no account."""
