"""Accounts whose profile and counts look machine made, by a small model whose every part can be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import numpy as np
import pyarrow as pa

from aboveboard.derived.counted_profiles import COUNTED_PROFILES
from aboveboard.derived.profile_evidence import PROFILE_EVIDENCE
from aboveboard.detector import Detector, Example, Mistake, Param, Rows, Sql
from aboveboard.models.profile import COLUMNS, shipped
from aboveboard.models.reasons import explained
from aboveboard.models.rhythm import rhythm
from aboveboard.tables import Type

_SUSPECTS = """
SELECT account_id, p.handle, p.first_at, p.followers, p.following, p.posts, p.listed, p.likes, p.bio, p.link, p.place,
  p.bare, p.letters, p.digits, p.stirred, p.strange, p.private, p.age, m.evidence, m.share, m.drift, m.judged, m.left_out,
  m.odds
FROM counted_profiles AS p JOIN meant AS m USING (account_id) WHERE m.odds >= $listed
"""

_CARRIED: Mapping[str, Type] = {
    "account_id": "string", "handle": "string", "first_at": "time", "evidence": "float", "share": "float",
    "drift": "float", "judged": "int", "left_out": "int", "odds": "float",
}  # fmt: skip
_REASONED: Mapping[str, Type] = {**_CARRIED, "reasons": "string", "against": "string", "parts": "list"}


def _reason(suspects: pa.Table) -> pa.Table:
    said, against, parts = explained(suspects.select(list(COLUMNS)), shipped()[0])
    made = suspects.select(list(_CARRIED))
    for name, column in (("reasons", said), ("against", against)):
        made = made.append_column(name, pa.array(column, pa.string()))
    return made.append_column("parts", pa.array(parts, pa.list_(pa.string())))


_DEEDS = """
SELECT account_id, kind, array_sort(list(CAST(floor(epoch(at)) AS BIGINT))) AS moments, $acts AS acts
FROM (
  SELECT account_id, 'acts' AS kind, at FROM posts UNION ALL SELECT account_id, 'acts' AS kind, at FROM actions
  UNION ALL SELECT account_id, 'visits' AS kind, started_at AS at FROM sessions
) AS done JOIN (SELECT account_id FROM reasoned) AS r USING (account_id)
WHERE at <= $as_of GROUP BY account_id, kind
"""

_RHYTHM: Mapping[str, Type] = {"account_id": "string", "even": "int", "restless": "int"}
_EVEN, _RESTLESS, _MANY = 0.2, 0.98, 15


def _beat(deeds: pa.Table) -> pa.Table:
    size, spread, hours = rhythm(deeds.column("moments"))
    fewest = deeds.column("acts").to_numpy()
    even = (size >= fewest) & (spread <= _EVEN)
    restless = (size >= _MANY * fewest) & (hours >= _RESTLESS)
    made = deeds.select(["account_id"]).append_column("even", pa.array(even.astype(np.int64)))
    return made.append_column("restless", pa.array(restless.astype(np.int64)))


_BUSY = """
SELECT account_id, max(count * 86400 / greatest(epoch(until) - epoch(since), 86400)) AS daily FROM activity
WHERE lower(verb) NOT IN ('view', 'read') AND until <= $as_of GROUP BY account_id
"""

_SIGNS = """
SELECT account_id, coalesce(b.even, 0) AS even, coalesce(b.restless, 0) AS restless,
  CASE WHEN d.daily >= $daily THEN 1 ELSE 0 END AS busy
FROM reasoned AS r LEFT JOIN (
  SELECT account_id, max(even) AS even, max(restless) AS restless FROM beats GROUP BY account_id
) AS b USING (account_id) LEFT JOIN busy AS d USING (account_id)
"""

_FOUND = """
SELECT account_id, r.handle, r.first_at, r.reasons, r.parts, r.evidence, r.share, r.drift, r.judged, r.left_out,
  CASE WHEN r.against = '' THEN '' ELSE concat('; against it: ', r.against) END AS against,
  concat(CASE WHEN s.even = 1 THEN '; it acts at even intervals' ELSE '' END,
    CASE WHEN s.restless = 1 THEN '; it acts at every hour of the day alike' ELSE '' END,
    CASE WHEN s.busy = 1 THEN '; it acts more often than a person can' ELSE '' END) AS signs,
  round(1 - (1 - r.odds) * power(CAST(0.5 AS DOUBLE), s.even + s.restless + s.busy), 4) AS score,
  CASE WHEN r.odds < $possible OR r.evidence < $strength THEN 'inconclusive'
    WHEN s.even + s.restless + s.busy > 0 THEN 'likely' ELSE 'possible' END AS tier,
  ['profile', CASE WHEN s.even + s.restless + s.busy > 0 THEN 'behaviour' END] AS classes
FROM reasoned AS r JOIN signs AS s USING (account_id)
"""


_HEAD = "account_id | handle | created_at | bio | url | location | default_avatar | followers | following | posts | listed | status"
_MADE = "kwpt{:08} | 2025-12-26 | | | | true | 12 | 4980 | 0 | 0 | active"
_PEOPLE = (
    "anna | anna.berg | 2019-03-01 | gardener and cook | https://anna.example | Elmminster | false | 240 | 310 | 420 | 6 | active",
    "ben | ben_moor | 2021-06-01 | likes trains | | Harrowby | false | 90 | 130 | 85 | 1 | active",
    "cleo | cleo | 2020-02-01 | painter | | | false | 1500 | 420 | 900 | 22 | active",
)


def _accounts(*rows: str, extra: str = "") -> str:
    """Draw people and the given accounts; `extra` heads the further columns that the rows hold."""
    padded = [row + " | " * extra.count("|") for row in _PEOPLE]
    return "\n".join(["accounts", _HEAD + extra, *padded, *rows, "", ""])


def _posts(*times: str) -> str:
    return "\n".join(["posts", "post_id | account_id | at", *(f"p{n} | f1 | {t}" for n, t in enumerate(times)), "", ""])


def _hourly(first: str, count: int, minutes: Sequence[int]) -> list[str]:
    """Return times that go on by the given minutes, over and over."""
    at, made = datetime.fromisoformat(first), list[str]()
    for n in range(count):
        made.append(at.isoformat())
        at += timedelta(minutes=minutes[n % len(minutes)])
    return made


def _counts(*rows: str) -> str:
    return "\n".join(["activity", "account_id | verb | count | since | until", *rows, "", ""])


_CROWD = tuple(
    f"m{n} | mara.{chr(97 + n % 26)}x | 201{n % 3}-0{1 + n % 9}-01 | sings | | Elmminster | false | {30 + 9 * n} | {100 + 7 * (n % 50)} | {60 + 5 * n} | {n % 8} | active"
    for n in range(240)
)
_HALF = "kwpt83{:02} | 2023-11-26 | | | | false | 60 | 900 | 3 | 0 | active"
_F1 = "f1 | " + _MADE.format(83920174)

MACHINE_ACCOUNT = Detector(
    name="machine_account",
    version="3",
    violation="fake_follower",
    about=(
        "Accounts made to be counted follow many and are followed by few, write little or without end, and leave the profile "
        "empty. A small model, trained on labelled accounts of two services (docs/models/profile.md), adds up what each "
        "column says; what is not known says nothing, and with fewer than four facts, two of them counts, there is no "
        "judgement. What the sum means depends on how common such accounts are: their share is estimated from the service's "
        "own accounts, and where 200 of them are known, so is where its innocent and its machine-made accounts lie. A tenth of "
        "the machine-made accounts are taken to look like anybody. Where a whole "
        "service looks unlike what the model learned from, scores start from what is usual there. "
        "A profile alone is possible at most; likely needs a rhythm that no person has. Each such sign halves the doubt."
    ),
    reads={
        "counted_profiles": " ".join(COUNTED_PROFILES.columns),
        "posts?": "account_id at",
        "activity?": "account_id verb count since until",
        "actions?": "account_id at",
        "sessions?": "account_id started_at",
    },
    derives=(COUNTED_PROFILES,),
    params={
        "assumed": Param(
            0.05, "share", 0.0001, 0.5, "how many accounts are thought machine made before any is looked at"
        ),
        "doubt": Param(50, "accounts", 1, 1_000_000, "how many accounts it takes to outweigh that thought"),
        "listed": Param(0.1, "probability", 0.001, 1, "from where on an account is listed at all, as inconclusive"),
        "possible": Param(0.5, "probability", 0.01, 1, "from where on it is possible"),
        "strength": Param(1.0, "nats", 0, 20, "how strong a profile's own evidence must be, however common its like"),
        "acts": Param(
            13, "acts", 3, 10_000, "fewest acts or visits whose pauses tell a rhythm; 15 times as many for the hours"
        ),
        "daily": Param(1000, "acts a day", 10, 1_000_000, "from how many acts a day on no person does it"),
    },
    classes=("profile", "behaviour"),
    steps=(
        *PROFILE_EVIDENCE,
        Sql("suspects", _SUSPECTS),
        Rows("reasoned", "suspects", _reason, _REASONED),
        Sql("deeds", _DEEDS),
        Rows("beats", "deeds", _beat, _RHYTHM),
        Sql("busy", _BUSY),
        Sql("signs", _SIGNS),
        Sql("found", _FOUND),
    ),
    says="{handle} looks machine made: {reasons}{signs}{against}",
    mistakes=(
        Mistake(
            "A newcomer has an empty profile and follows a few.",
            "age only speaks for an account; until its thirtieth day, what it does not have yet counts for less",
            "a newcomer, a reader, an old lady",
        ),
        Mistake(
            "A reader, or an old person, never writes.",
            "silence alone is too weak; lists, likes and a filled profile speak for the account",
            "a newcomer, a reader, an old lady",
        ),
        Mistake("An honest bot says that it is one.", "it is left out", "honest bots"),
        Mistake(
            "A body or a company posts by a timer.",
            "official and verified accounts are left out",
            "official and verified",
        ),
        Mistake(
            "A service keeps no biographies, or gives everybody a numbered name.",
            "a column that is empty everywhere, and handles that nearly all hold digits, say nothing",
            "a service without biographies, and one that numbers its people",
        ),
        Mistake(
            "On a young or small service everybody looks a little like a machine.",
            "scores start from what is usual there",
        ),
        Mistake("A newsroom shares an account around the clock.", "the hours alone claim nothing without the profile"),
        Mistake(
            "A person keeps a spare account that is never filled in.",
            "the policy asks a person before any action, and the way back is to confirm",
        ),
        Mistake(
            "An account that imitates a well-kept profile, or calls itself a bot, is missed.",
            "other detectors look at what it does with others",
        ),
    ),
    examples=(
        Example(
            "follows thousands, followed by few, nothing filled in",
            _accounts(_F1),
            finds=(("f1", 0.9928, "possible"),),
        ),
        Example(
            "the same, posting at even intervals",
            _accounts(_F1) + _posts(*_hourly("2025-12-27T03:10", 13, (37,))),
            finds=(("f1", 0.9964, "likely"),),
        ),
        Example(
            "the same, awake at every hour",
            _accounts(_F1) + _posts(*_hourly("2025-12-27T03:10", 195, (1, 59, 2, 57))),
            finds=(("f1", 0.9964, "likely"),),
        ),
        Example(
            "the same, a hundred thousand shares in a month",
            _accounts(_F1) + _counts("f1 | share | 100000 | 2025-12-01 | 2025-12-31"),
            finds=(("f1", 0.9964, "likely"),),
        ),
        Example(
            "reading much and planning to post is no sign, liking is counted over a whole life",
            _accounts(_F1)
            + _counts(
                "f1 | view | 900000 | 2025-12-01 | 2025-12-31",
                "f1 | share | 900000 | 2025-12-01 | 2026-02-01",
                "f1 | like | 5 | |",
                "f1 | view | 70000 | |",
                "f1 | like | 700 | 2025-12-01 | 2025-12-31",
            )
            + _posts(*_hourly("2025-12-31T16:40", 13, (37,))),
            finds=(("f1", 0.9887, "possible"),),
        ),
        Example(
            "half a sign: listed, not claimed",
            _accounts("f1 | kwpt83 | 2023-12-26 | | | | true | 80 | 600 | 12 | 0 | active"),
            finds=(("f1", 0.1363, "inconclusive"),),
        ),
        Example(
            "a crowd collected long ago: ages are told from its end",
            _accounts(
                "f1 | kwpt83920174 | 2012-12-26 | | | | true | 12 | 4980 | 0 | 0 | active",
                *(
                    f"m{n} | mara.{chr(97 + n % 26)}x | 201{n % 3}-0{1 + n % 9}-01 | sings | | Elmminster | false | {100 + n} | 200 | 300 | 3 | active"
                    for n in range(120)
                ),
            ),
            finds=(("f1", 0.9862, "possible"),),
        ),
        Example(
            "a service without biographies, and one that numbers its people",
            _accounts(
                *(
                    f"n{n} | user{5000 + 7 * n} | 2024-01-01 | | | Elmminster | false | {90 + n} | 120 | 40 | | active | numbers | false"
                    for n in range(6)
                ),
                _F1 + " | numbers | false",
                "g1 | " + _MADE.format(55501234) + " | |",
                "x1 | nobody | 2024-01-01 | has a bio and a door but no counts | | | | | | | | active | numbers | true",
                extra=" | platform | is_private",
            ),
            finds=(("f1", 0.9857, "possible"), ("g1", 0.9928, "possible")),
        ),
        Example(
            "alike on two services: each is read by its own",
            _accounts(
                _F1 + " |",
                *(f"n{row} | there" for row in _PEOPLE),
                "f2 | " + _MADE.format(83920174) + " | there",
                extra=" | platform",
            ),
            finds=(("f1", 0.9928, "possible"), ("f2", 0.9928, "possible")),
        ),
        Example(
            "hands on a keyboard, shown to everybody; the same behind a door",
            _accounts(
                "f1 | qxzvkjwpt83 | 2023-12-26 | | | | true | 80 | 900 | 12 | 0 | active | false",
                "f2 | qxzvkjwpt84 | 2023-12-26 | | | | true | 80 | 900 | 12 | 0 | active | true",
                extra=" | is_private",
            ),
            finds=(("f1", 0.426, "inconclusive"), ("f2", 0.1609, "inconclusive")),
        ),
        Example(
            "a tenth of a service is made alike: what evidence means is told from its own",
            _accounts(*_CROWD, *(f"f{n} | {_HALF.format(n)}" for n in range(30))),
            finds=tuple((f"f{n}", 0.9798, "possible") for n in range(30)),
        ),
        Example(
            "three of a service look so: they are no class, and the bar stays",
            _accounts(*_CROWD, *(f"f{n} | {_HALF.format(n)}" for n in range(3))),
        ),
        Example(
            "a newcomer, a reader, an old lady",
            _accounts(
                "new | mia.holm | 2025-12-29 | | | | true | 3 | 24 | 0 | 0 | active",
                "reader | tomas | 2021-05-01 | | | Harrowby | false | 24 | 120 | 2 | 0 | active",
                "old | gerda1941 | 2016-05-01 | | | | false | 11 | 25 | 4 | 0 | active",
            ),
        ),
        Example(
            "honest bots",
            _accounts(
                "b1 | kwptbot83920174 | 2025-12-26 | | | | true | 12 | 4980 | 0 | 0 | active",
                "b2 | kwpt83920174 | 2025-12-26 | I am a robot and post every 30 minutes | | | true | 12 | 4980 | 0 | 0 | active",
            ),
        ),
        Example(
            "official and verified",
            _accounts(
                _F1 + " | o1",
                "f2 | " + _MADE.format(83920175) + " |",
                extra=" | verified_org_id",
            )
            + "official_accounts\norg_id | account_id\no2 | f2\n",
        ),
        Example(
            "closed, suspended, and not yet made",
            _accounts(
                "f1 | " + _MADE.format(83920174).replace("active", "closed"),
                "f2 | " + _MADE.format(83920175).replace("active", "suspended"),
                "f3 | " + _MADE.format(83920176).replace("2025-12-26", "2026-03-01"),
            ),
        ),
        Example(
            "too little is known",
            """
            accounts
            account_id | handle | followers | following
            a | kwpt83920174 | 1 | 4980
            """,
        ),
    ),
    references=(
        "Hastie and Tibshirani, Generalized Additive Models, 1986",
        "Saerens, Latinne and Decaestecker, Adjusting the Outputs of a Classifier to New a Priori Probabilities, Neural Computation 2002",
        "Cresci and others, Fame for Sale: Efficient Detection of Fake Twitter Followers, Decision Support Systems 2015",
        "Yang, Varol, Hui and Menczer, Scalable and Generalizable Social Bot Detection through Data Selection, AAAI 2020",
        "Goh and Barabási, Burstiness and Memory in Complex Systems, EPL 2008",
    ),
)
