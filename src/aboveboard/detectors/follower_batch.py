"""Followers who came in a batch that is unlike the target's other followers."""

from __future__ import annotations

from aboveboard.derived.attention import ATTENTION
from aboveboard.derived.batch_papers import BATCH_PAPERS
from aboveboard.derived.batch_signs import FOUND, TIES, found_batches, tied
from aboveboard.derived.batches import BATCH_MEMBERS
from aboveboard.derived.numbered_follows import NUMBERED_ACCOUNTS, NUMBERED_FOLLOWS
from aboveboard.detector import Detector, Example, Groups, Mistake, Sql
from aboveboard.examples.audiences import BOUGHT, FANS, followed, holding, watched
from aboveboard.tables import Type

_PAPERS = """
SELECT DISTINCT target_id, turn, follower_id, kind, token, holders, size, 1 AS world FROM batch_members JOIN batch_papers USING (follower_id)
"""

_EXPLAINED = """
SELECT target_id, turn, max(attention) AS attention FROM (
  SELECT target_id, turn, period, sum(least(explained, 1.0 * members)) AS attention FROM (
    SELECT target_id, turn, period, start_s, max(explained) AS explained, count(*) AS members
    FROM batch_members JOIN (SELECT account_id AS target_id, period, start_s, end_s, explained FROM attention) AS a
      USING (target_id)
    WHERE came_s >= start_s AND came_s < end_s GROUP BY target_id, turn, period, start_s
  ) AS met GROUP BY target_id, turn, period
) AS kinds GROUP BY target_id, turn
"""

_OWN = [c for c in BATCH_MEMBERS.columns if c not in ("target_id", "turn", "follower_id")]
_TIE = [c for c in TIES if c not in ("target_id", "turn", "follower_id")]
_SQL: dict[Type, str] = {"int": "BIGINT", "float": "DOUBLE", "string": "TEXT", "list": "TEXT[]"}


def _nothing(columns: list[str], types: dict[str, Type]) -> str:
    return ", ".join(f"CAST(NULL AS {_SQL[types[c]]}) AS {c}" for c in columns)


_INSIDE = """
SELECT DISTINCT t.n AS target, f.n AS follower FROM batch_members AS m
JOIN numbered_accounts AS t ON t.account_id = m.target_id JOIN numbered_accounts AS f ON f.account_id = m.follower_id
"""

_OTHERS = """
SELECT target, follower FROM (
  SELECT DISTINCT target, follower FROM numbered_follows JOIN (SELECT DISTINCT target FROM inside) AS t USING (target)
) AS o LEFT JOIN (SELECT target, follower, 1 AS met FROM inside) AS i USING (target, follower)
WHERE met IS NULL
"""

_BESIDE = """
SELECT CAST(NULL AS TEXT) AS target_id, handle, CAST(NULL AS TEXT) AS language, many FROM (
  SELECT follower AS n, count(*) AS many FROM others GROUP BY follower
) AS f JOIN numbered_accounts USING (n) JOIN accounts USING (account_id)
UNION ALL SELECT account_id AS target_id, CAST(NULL AS TEXT) AS handle, language, many FROM (
  SELECT target AS n, language, count(*) AS many FROM others
  JOIN (SELECT n AS follower, language FROM numbered_accounts JOIN accounts USING (account_id)) AS a USING (follower) GROUP BY target, language
) AS t JOIN numbered_accounts USING (n)
"""

_EVIDENCE = f"""
SELECT target_id, turn, follower_id, handle, language, attention, CAST(NULL AS BIGINT) AS many, 1 AS world, {", ".join(_OWN + _TIE)}
FROM batch_members JOIN (SELECT account_id AS follower_id, handle, language FROM accounts) AS a USING (follower_id)
LEFT JOIN ties USING (target_id, turn, follower_id) LEFT JOIN explained USING (target_id, turn)
UNION ALL SELECT target_id, CAST(NULL AS BIGINT) AS turn, CAST(NULL AS TEXT) AS follower_id, handle, language,
  CAST(NULL AS DOUBLE) AS attention, many, 1 AS world, {_nothing(_OWN, dict(BATCH_MEMBERS.columns))}, {_nothing(_TIE, dict(TIES))}
FROM beside
"""

_SHOWN = [c for c in FOUND if c != "target_id"]

_BATCHES = f"""
SELECT account_id, a.handle, {", ".join(_SHOWN)}
FROM (SELECT target_id AS account_id, {", ".join(_SHOWN)} FROM judged) AS j JOIN accounts AS a USING (account_id)
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""


FOLLOWER_BATCH = Detector(
    name="follower_batch",
    version="1",
    violation="inflated_audience",
    about=(
        "Bought followers come in a batch. Followers are put in the order they came, and windows of every length from eight on "
        "are compared with the target's other followers and with the followers of all other targets: how many were made "
        "shortly before; how many older ones were made within a day of a neighbour in the row; how many never did anything "
        "but follow; how many show no profile. Each is judged given the one before, so that one fact is not counted twice: new "
        "accounts are idle, idle ones bare. The surprises are added (Fisher), pay for all windows tried and for how clumpy this "
        "world is, and the rate of false discoveries over all targets is held. Then devices, papers, networks, the moulds "
        "of handles and the language most of them use are looked at; a language claims nothing by itself. Growth that views or mentions explain, and crowds from one place, are left alone. Score: "
        "doubt is 0.5, times 0.7 each for fresh, twin, idle and one mould, 0.6 for empty profiles, 0.5 each for devices and for "
        "papers, 0.9 each for networks and for a language that is rare among the target's other followers; halved where another explanation was found. It says nothing of who caused it."
    ),
    reads={
        "batch_members": " ".join(BATCH_MEMBERS.columns),
        "attention?": "account_id period start_s end_s explained",
        "accounts": "account_id handle status? language?",
        "numbered_follows": "follower target",
        "numbered_accounts": "account_id n",
        "batch_papers?": "follower_id kind token holders",
    },
    derives=(BATCH_MEMBERS, BATCH_PAPERS, ATTENTION, NUMBERED_FOLLOWS, NUMBERED_ACCOUNTS),
    classes=("behaviour", "profile", "device", "identity", "network"),
    steps=(
        Sql("papers", _PAPERS),
        Groups("ties", "papers", ("world",), tied, TIES),
        Sql("explained", _EXPLAINED),
        Sql("inside", _INSIDE),
        Sql("others", _OTHERS),
        Sql("beside", _BESIDE),
        Sql("evidence", _EVIDENCE),
        Groups("judged", "evidence", ("world",), found_batches, FOUND),
        Sql("batches", _BATCHES),
    ),
    says=(
        "{size} followers of {handle} came in a row and differ from the others{young}{twins}{silent}{empty}{alike}{spoken}{shared}; "
        "by chance 1 of {odds} such accounts would look like this{guard}"
    ),
    mistakes=(
        Mistake(
            "Everybody comes at once: a viral post, a television appearance, a giveaway.",
            "many at once is no sign; only traits are, and newcomers that views or mentions explain are left out",
            "new fans on a viral day",
        ),
        Mistake(
            "A school or an office signs its people up together.",
            "one network or one organisation for half of the batch explains names and times",
            "a school intake on its own network",
        ),
        Mistake(
            "People move here from another service, or an application suggests whom to follow.",
            "what is usual is taken from everyone who came or signed up in the same quarter",
            "people who moved here follow everybody",
        ),
        Mistake(
            "Lurkers and old people do nothing but follow.",
            "the target's own other followers count as usual too, and doing nothing is never a sign by itself",
            "a singer whose fans never write",
        ),
        Mistake(
            "A celebrity joins, and very many sign up only to read: without `audience`, such a batch may be called possible.",
            "it takes profiles barer than those of other newcomers, or shared devices, to be likely",
        ),
        Mistake(
            "Batches mixed well with real followers, with full and lively profiles, are missed.",
            "rings are looked for too",
        ),
        Mistake(
            "A singer is discovered abroad: newcomers use another language than those who were there.",
            "a language only adds to other signs, and views explain newcomers of every language",
            "new fans abroad, on a viral day there",
        ),
        Mistake("A rival bought them.", "the target is not accused; only `bought_audience` speaks of causes"),
    ),
    examples=(
        Example(
            "sixteen bare accounts made in an hour, a week before they came; what they will post is no life yet",
            followed(BOUGHT, late="2026-02-01"),
            finds=(("star", 0.8971, "likely"),),
        ),
        Example(
            "a bought row that came slowly, between people",
            followed(("X", 16, "2023-06-01", 0.2, "2024-06-08", 120)),
            finds=(("star", 0.853, "likely"),),
        ),
        Example("half of them of one mould", followed(("MIX", *BOUGHT[1:])), finds=(("star", 0.8971, "likely"),)),
        Example(
            "they use a language that hardly anybody else does who follows her",
            followed(BOUGHT, languages={"p": "en", "X": "fr"}),
            finds=(("star", 0.9074, "likely"),),
        ),
        Example(
            "new fans abroad, on a viral day there",
            followed(FANS, languages={"p": "en", "fan": "fr"}) + watched((19, 900)),
        ),
        Example(
            "they share devices",
            followed(FANS) + holding("device", ("fan", 16, 4)),
            finds=(("star", 0.9143, "likely"),),
        ),
        Example(
            "views on other days explain nothing",
            followed(BOUGHT) + watched((12, 900), (25, 900)),
            finds=(("star", 0.8971, "likely"),),
        ),
        Example(
            "new fans on a viral day",
            followed(FANS) + watched((19, 900), *((n, 5000) for n in range(230, 500)), days=500),
        ),
        Example("a school intake on its own network", followed(FANS) + holding("network", ("fan", 16, 16))),
        Example(
            "people who moved here follow everybody",
            followed(
                BOUGHT,
                ("MOON", 60, "2025-06-01", 0.3, "2025-06-08", 0.1),
                ("SUN", 60, "2025-06-01", 0.3, "2025-06-08", 0.1),
            ),
        ),
        Example(
            "a singer whose fans never write", followed(("fan", 16, "2021-06-01", 300, "2025-06-08", 0.1), alive=2)
        ),
        Example("a closed account has no audience to inflate", followed(BOUGHT, star="closed")),
        Example("a batch that is only planned", followed(("X", 16, "2025-06-01", 0.2, "2026-06-08", 0.1))),
        Example(
            "five newcomers among eight, as chance may bring",
            followed(
                ("fan", 5, "2025-06-01", 40, "2025-06-08", 30),
                ("gun", 3, "2022-01-01", 700, "2025-06-08", 29),
                late="2025-07-01",
            ),
        ),
    ),
    references=(
        "Takacs and McCulloh, Dormant bots in social media, ASONAM 2019: order of arrival against time of creation",
        "https://www.nytimes.com/interactive/2018/01/27/technology/social-media-bots.html",
        "Benjamini and Hochberg, Controlling the false discovery rate, Journal of the Royal Statistical Society B 57, 1995",
        "design/domain.md L3a-c: evidence is the batch; two separate findings",
    ),
)
