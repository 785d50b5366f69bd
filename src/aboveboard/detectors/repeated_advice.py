"""Accounts that advise in a regulated field again and again without a valid credential of it, and claim nothing."""

from __future__ import annotations

from aboveboard.derived.credentials_held import CREDENTIALS_HELD
from aboveboard.derived.professions import PROFESSION_TEXTS
from aboveboard.detector import Detector, Example, Mistake, Param, Sql
from aboveboard.examples import drawn

_ADVISED = """
SELECT account_id, field, count(DISTINCT CASE kind WHEN 'advice' THEN shown END) AS texts,
  count(DISTINCT CASE kind WHEN 'advice' THEN substring(CAST(at AS VARCHAR), 1, 10) END) AS days,
  count(DISTINCT CASE kind WHEN 'advice' THEN target_id END) AS people, min(CASE kind WHEN 'advice' THEN shown END) AS shown,
  max(CASE kind WHEN 'claim' THEN strength ELSE 0 END) AS claimed, min(CASE kind WHEN 'advice' THEN at END) AS first_at, max(CASE kind WHEN 'advice' THEN at END) AS last_at
FROM profession_texts WHERE coalesce(at <= $as_of, true) GROUP BY account_id, field
"""

_OFTEN = """
SELECT account_id, field, texts, days, people, shown, first_at, last_at, CASE WHEN people >= $people THEN people END AS several
FROM advised WHERE texts >= $texts AND days >= $days AND claimed < 1
"""

_FOUND = """
SELECT s.account_id, a.handle, s.field, s.field AS scope, s.texts, s.days, s.people, s.shown, h.state, s.first_at, s.last_at,
  concat(CASE WHEN h.state IS NULL THEN 'no credential of that field is on record' ELSE concat('its credential of that field ', h.state) END,
    CASE s.people WHEN 0 THEN '' ELSE concat('; ', CAST(s.people AS VARCHAR), ' people or threads were answered') END) AS more,
  round(1 - CAST(0.6 AS DOUBLE) * power(CAST(0.9 AS DOUBLE), least(s.texts, 20) - $texts)
    * CASE WHEN s.several IS NOT NULL THEN CAST(0.7 AS DOUBLE) ELSE 1 END * CASE WHEN h.state IS NOT NULL THEN CAST(0.5 AS DOUBLE) ELSE 1 END, 4) AS score,
  CASE WHEN h.state IS NOT NULL THEN 'likely' ELSE 'possible' END AS tier,
  ['content', CASE WHEN s.several IS NOT NULL THEN 'behaviour' END, CASE WHEN h.state IS NOT NULL THEN 'document' END] AS classes
FROM often AS s JOIN accounts AS a ON a.account_id = s.account_id
LEFT JOIN credentials_held AS h ON h.account_id = s.account_id AND h.field = s.field
WHERE NOT coalesce(h.valid, false)
  AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended') AND coalesce(a.kind, 'unknown') <> 'organisation' AND a.verified_org_id IS NULL
"""

_ACCOUNTS = "account_id | handle | bio | kind | status | verified_org_id"
_POSTS = "post_id | account_id | at | text | target_id"
_CREDENTIALS = "account_id | field | valid_from | valid_until | status"
_DRUGS = ("tablets", "capsules", "statins", "antibiotics", "painkillers", "steroids")
_FEW = 5


def _told(
    who: str, *, same_day: bool = False, people: int = 0, text: str = "Stop taking the {} now"
) -> list[tuple[str, ...]]:
    return [
        (
            f"{who}{n}",
            who,
            f"2025-11-{1 if same_day else 1 + n:02d}",
            text.format(drug),
            f"t{n % people}" if people else "",
        )
        for n, drug in enumerate(_DRUGS[:_FEW])
    ]


_SOMEBODY = ("z", "law", "2020-01-01", "2030-01-01", "valid")
REPEATED_ADVICE = Detector(
    name="repeated_advice",
    version="1",
    violation="unqualified_professional",
    about=(
        "Posts tell their readers what to take or to leave, to answer, to sign, to buy or to sell, in medicine, law or finance: again and again, on "
        "several days, in different words, and the account has no valid credential of that field. A topic is no advice: what somebody did himself, was told, "
        "asks, or sends to somebody qualified does not count. Whoever also claims or names the profession is found by `claimed_profession` instead. Advice without a "
        "credential that once was is never more than possible, and a person looks. Score: doubt starts at 0.6, times 0.9 for each "
        "text beyond the fewest, up to twenty, 0.7 where several people were answered, 0.5 for a credential that is not valid."
    ),
    reads={
        "accounts": "account_id handle status? kind? verified_org_id?",
        "credentials_held": "account_id field valid state",
        "profession_texts": "account_id kind field strength shown at target_id",
    },
    derives=(CREDENTIALS_HELD, PROFESSION_TEXTS),
    params={
        "texts": Param(5, "texts", 2, 20, "fewest different texts that advise"),
        "days": Param(3, "days", 1, 100, "fewest days on which it advised"),
        "people": Param(3, "people or threads", 2, 100, "how many must be answered for behaviour to count as evidence"),
    },
    classes=("content", "behaviour", "document"),
    steps=(Sql("advised", _ADVISED), Sql("often", _OFTEN), Sql("found", _FOUND)),
    says="{handle} advised in {field} in {texts} texts on {days} days, such as “{shown}”, and {more}",
    mistakes=(
        Mistake(
            "A patient tells of his own treatment, a hobby investor of his own trades.",
            "what the writer did himself, or was told, is no advice",
            "own stories, and advice to see somebody",
        ),
        Mistake(
            "Somebody once tells a friend what helped.",
            "at least five different texts on three days count",
            "too few, in one day, or in one text",
        ),
        Mistake(
            "A health authority, a bank or a newspaper advises its readers.",
            "organisations and accounts with a badge are left out",
            "a health authority",
        ),
        Mistake(
            "A qualified person's credential is not on record.",
            "without a credential that was revoked or ran out the finding is possible at most, and a person asks first",
            "advice to anybody, and after a credential ran out",
        ),
    ),
    examples=(
        Example(
            "advice to anybody, and after a credential ran out",
            drawn("accounts", _ACCOUNTS, [(i, f"{i}_walks", "", "", "", "") for i in "abcde"])
            + drawn(
                "posts",
                _POSTS,
                [
                    *_told("a"),
                    *_told("b", people=3),
                    *_told("c", people=2),
                    *_told("d"),
                    *_told("e", people=3),
                    ("a9", "a", "2025-11-20", f"Stop taking the {_DRUGS[5]} now", ""),
                ],
            )
            + drawn(
                "credentials",
                _CREDENTIALS,
                [
                    ("a", "law", "2020-01-01", "2030-01-01", "valid"),
                    ("d", "medicine", "2010-01-01", "2024-01-01", "valid"),
                    ("e", "medicine", "2010-01-01", "2030-01-01", "valid"),
                ],
            ),
            finds=(("a", 0.46, "possible"), ("b", 0.58, "possible"), ("c", 0.4, "possible"), ("d", 0.7, "likely")),
        ),
        Example(
            "too few, in one day, or in one text",
            drawn("accounts", _ACCOUNTS, [(i, f"{i}_walks", "", "", "", "") for i in "abc"])
            + drawn(
                "posts",
                _POSTS,
                [
                    *_told("a")[:4],
                    *_told("b", same_day=True),
                    *_told("c", text="Stop taking the tablets now"),
                    ("a9", "a", "2026-02-01", "Stop taking the steroids now", ""),
                ],
            )
            + drawn("credentials", _CREDENTIALS, [_SOMEBODY]),
        ),
        Example(
            "own stories, and advice to see somebody",
            drawn("accounts", _ACCOUNTS, [(i, f"{i}_walks", "", "", "", "") for i in "abcd"])
            + drawn(
                "posts",
                _POSTS,
                [
                    *_told("a", text="I stopped taking the {} and feel fine"),
                    *_told("b", text="Ask your doctor before you stop taking the {}"),
                    *_told("c", text="My doctor said: stop taking the {} now"),
                    *_told("d", text="Should I stop taking the {}?"),
                ],
            )
            + drawn("credentials", _CREDENTIALS, [_SOMEBODY]),
        ),
        Example(
            "a health authority",
            drawn(
                "accounts",
                _ACCOUNTS,
                [
                    ("a", "health", "", "organisation", "", ""),
                    ("b", "health2", "", "", "", "o1"),
                    ("c", "gone", "", "", "closed", ""),
                    ("d", "off", "", "", "suspended", ""),
                    ("e", "nurse", "nurse in Thornford", "", "", ""),
                ],
            )
            + drawn("posts", _POSTS, [p for i in "abcde" for p in _told(i)])
            + drawn("credentials", _CREDENTIALS, [_SOMEBODY]),
        ),
    ),
    references=(
        "design/domain.md L2c: the claim of status or the giving of advice is the trigger, never the topic",
        "国家网信办, 关于加强自媒体管理的通知, 2023: finance, education, health and justice need a checked qualification",
    ),
)
