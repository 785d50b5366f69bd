"""Audiences that grow without anybody having looked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from aboveboard.derived.attention import ATTENTION
from aboveboard.derived.growth_signs import GROWN, grown
from aboveboard.detector import Detector, Example, Groups, Mistake, Param, Sql
from aboveboard.examples import drawn

_SPANS = """
SELECT account_id, period, min(CASE inside WHEN 1 THEN start_s END) AS first_s,
  max(CASE inside WHEN 1 THEN end_s END) AS last_s, max(jump_gained) AS jump_gained,
  max(jump_expected) AS jump_expected, max(known) AS known, max(steps) AS steps, max(churned) AS churned, max(even) AS even,
  max(odd) AS odd, max(chance) AS chance, 1 AS world
FROM attention WHERE chance <= $fdr GROUP BY account_id, period
"""

_SHOWN = [c for c in GROWN if c != "account_id"]

_GROWTH = f"""
SELECT account_id, a.handle, {", ".join(_SHOWN)} FROM judged JOIN accounts AS a USING (account_id)
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

_STEPS = {"day": 1, "week": 7, "month": 30}
_Told = Mapping[int, tuple[int, int | str, int | str, int]]


def _audience(
    name: str,
    told: _Told,
    count: int = 40,
    period: str = "day",
    usual: tuple[int, int | str, int | str, int] = (3, 200, 1, 0),
) -> str:
    """Draw rows of `audience`: gained, views, mentions and lost are `usual` but in the periods that are `told`."""
    rows = [
        f"{name} | {date(2025, 1, 1) + timedelta(days=_STEPS[period] * n)} | {period} | {' | '.join(map(str, told.get(n, usual)))}"
        for n in range(count)
    ]
    return "\n".join(rows) + "\n"


def _world(*audiences: str, status: str = "active") -> str:
    names = dict.fromkeys(row.split(" | ")[0] for text in audiences for row in text.splitlines())
    head = "audience\naccount_id | day | period | gained | views | mentions | lost\n"
    people = [(n, n, "2020-01-01", "sings", status if n == "ana" else "active") for n in names]
    return drawn("accounts", "account_id | handle | created_at | bio | status", people) + head + "".join(audiences)


_QUIET = _audience("ben", {})
_STAIRS: _Told = dict.fromkeys((3, 6, 9), (500, 1400, 7, 0)) | {10: (3, 1400, 7, 250)}
_VIRAL: _Told = {20: (900, 6000, 30, 0), 21: (400, 2500, 12, 5)}
_SHOWN_ON_TV: _Told = {20: (200, 220, 60, 0), 21: (40, 200, 9, 0)}
_BOUGHT: _Told = {20: (500, 200, 1, 0)}

AUDIENCE_GROWTH = Detector(
    name="audience_growth",
    version="1",
    violation="inflated_audience",
    about=(
        "A follower who comes by himself has seen the account at least once, or was told of it. Each account's gains, by "
        "day, week or month, are compared with its usual gain and with what attention explains: one follower for each view "
        "that stands out of its usual views, in that period or the two before, and for mentions as many as mentions bring "
        "here at best. Views that may hide in the account's own ups and downs, gains up to what it lost shortly before, and what most "
        "similar accounts gained in the same period are granted too. Stretches of every length are tried, and those of a sixth of the "
        "series or more, four periods at least, also beside all that came outside them, since a slow drip raises what is usual. The surprise is that of a Poisson count, made as wide as "
        "the account's ordinary gains vary; the rate of false discoveries over all accounts is held. Rises repeated like "
        "stairs, losses soon after, equal or round rises and first digits off Benford's law add a little. Counts are one kind "
        "of evidence, so this is never more than possible; `follower_batch` looks at who came. Score: doubt is 0.6, times 0.7 "
        "for three rises, 0.7 for a fifth that left again, 0.9 for odd numbers. It says nothing of who caused it."
    ),
    reads={
        "attention": " ".join(ATTENTION.columns),
        "accounts": "account_id handle status?",
    },
    derives=(ATTENTION,),
    params={"fdr": Param(0.01, "share", 0.0001, 0.1, "share of the accounts found that may be so by chance")},
    classes=("behaviour",),
    steps=(
        Sql("spans", _SPANS),
        Groups("judged", "spans", ("world",), grown, GROWN),
        Sql("growth", _GROWTH),
    ),
    says=(
        "{handle} gained {gained} followers from {first_at} to {last_at}, where {expected} were usual or explained by views "
        "and mentions{unseen}{stairs}{churn}{numbers}"
    ),
    mistakes=(
        Mistake(
            "A viral post, a television appearance, a migration or a giveaway brings very many at once.",
            "views and mentions that stand out explain them; where only one of the two is told, that one is enough",
            "a viral day, a television appearance",
        ),
        Mistake(
            "A purge hits real people by mistake, and they come back.",
            "gains up to the losses that stand out shortly before are granted; who refills a purged audience gains by this",
            "people who come back after a purge",
        ),
        Mistake(
            "Views swing so much that the few who came could all have looked.",
            "three times the usual swing of views is granted, at one newcomer for eight views",
            "views that swing hide some newcomers",
        ),
        Mistake(
            "A migration or a holiday lifts everybody at once, and views are not told as they are.",
            "what most similar accounts gained in the same period is granted, and thrice their spread in it",
            "everybody grows in the week of a migration",
        ),
        Mistake(
            "A school takes in its pupils, a course or a season begins: more come for weeks.",
            "such weeks are explained by who looks, day by day",
            "an intake of two weeks that looks before it follows",
        ),
        Mistake(
            "The service itself recommends the account, in a list of whom to follow: nobody need have seen it.",
            "never more than possible",
        ),
        Mistake(
            "The platform tells no views and no mentions.",
            "then only a shape is claimed, and as inconclusive",
            "nobody knows how many looked",
        ),
        Mistake(
            "An audience grows faster and faster.", "growth with its views is explained", "a young account that grows"
        ),
        Mistake(
            "Who buys views along with followers, or few enough to pass for chance, is missed.",
            "thirty in excess are the least",
        ),
    ),
    examples=(
        Example(
            "five hundred in a day, unseen",
            _world(_audience("ana", _BOUGHT), _QUIET),
            finds=(("ana", 0.4, "possible"),),
        ),
        Example(
            "stairs that crumble, weekly, twelve weeks",
            _world(_audience("ana", _STAIRS, 12, "week", (3, 1400, 7, 0)), _QUIET),
            finds=(("ana", 0.7354, "possible"),),
        ),
        Example(
            "a slow drip of a month among twelve months",
            _world(_audience("ana", {6: (420, 900, 2, 9)}, 12, "month", (40, 900, 2, 9)), _QUIET),
            finds=(("ana", 0.4, "possible"),),
        ),
        Example(
            "a thin drip of sixteen days among sixty",
            _world(_audience("ana", dict.fromkeys(range(24, 40), (9, 200, 1, 0)), 60), _QUIET),
            finds=(("ana", 0.4, "possible"),),
        ),
        Example(
            "an intake of two weeks that looks before it follows",
            _world(_audience("ana", dict.fromkeys(range(24, 40), (9, 270, 1, 0)), 60), _QUIET),
        ),
        Example(
            "a viral day, a television appearance", _world(_audience("ana", _VIRAL), _audience("ben", _SHOWN_ON_TV))
        ),
        Example(
            "nobody knows how many looked",
            _world(_audience("ana", {20: (500, "", "", 0)}, usual=(3, "", "", 0)), _QUIET),
        ),
        Example(
            "a young account that grows",
            _world(_audience("ana", {n: (n * n // 20, 200 + n * n, 1 + n // 9, 0) for n in range(40)})),
        ),
        Example(
            "people who come back after a purge",
            _world(_audience("ana", {18: (3, 200, 1, 520), 20: (500, 200, 1, 0)}), _QUIET),
        ),
        Example(
            "views that swing hide some newcomers",
            _world(
                _audience("ana", {n: (3, 200 + 100 * (n % 5), 1, 0) for n in range(40)} | {20: (90, 400, 1, 0)}),
                _QUIET,
            ),
        ),
        Example(
            "everybody grows in the week of a migration",
            _world(
                *(_audience(f"one{n}", {6: (300 + 9 * n, 900, 2, 0)}, 12, "week", (20, 900, 2, 0)) for n in range(30))
            ),
        ),
        Example(
            "one of thirty grows in a week that is like others",
            _world(
                _audience("one", {6: (500, 900, 2, 0)}, 12, "week", (20, 900, 2, 0)),
                *(_audience(f"other{n}", {}, 12, "week", (20, 900, 2, 0)) for n in range(29)),
            ),
            finds=(("one", 0.4, "possible"),),
        ),
        Example("a closed account", _world(_audience("ana", _BOUGHT), _QUIET, status="closed")),
        Example("what the platform plans to report", _world(_audience("ana", {399: (500, 200, 1, 0)}, 400), _QUIET)),
        Example(
            "a rise that chance may bring where gains jump about",
            _world(
                _audience("ana", {n: (40 * (n % 3), 200, 1, 0) for n in range(40)} | {20: (500, 200, 1, 0)}), _QUIET
            ),
        ),
    ),
    references=(
        "Hooi et al., BIRDNEST, SDM 2016, and Cao et al., SynchroTrap, CCS 2014: bursts against an account's own rate",
        "De Cristofaro et al., Paying for likes?, IMC 2014: bought likes arrive in bursts or evenly like stairs, and leave again",
        "Golbeck, Benford's law applies to online social networks, PLoS ONE 10, 2015",
        "design/domain.md L3a-c: growth explained by impressions and mentions is innocent",
    ),
)
