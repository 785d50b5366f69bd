"""Accounts of adults that go on playing on a minor's device when the minor's own session ends. Only ever possible."""

from __future__ import annotations

from aboveboard.derived.ages import AGES
from aboveboard.detector import Detector, Example, Mistake, Param, Sql

_HANDS = """
SELECT s.account_id, s.device_token, s.started_at, s.ended_at, g.under FROM sessions AS s JOIN ages AS g ON g.account_id = s.account_id
WHERE s.started_at <= $as_of AND date_diff('day', s.started_at, $as_of) <= $days AND coalesce(s.started_at < g.expires_at, true)
"""

_HOUSEHOLD = """
SELECT device_token FROM sessions GROUP BY device_token HAVING count(DISTINCT account_id) <= $household
"""

_NEAR = """
SELECT s.account_id, s.device_token, s.started_at, s.ended_at, s.under FROM hands AS s JOIN household AS h ON h.device_token = s.device_token
"""

_TAKEN = """
SELECT account_id, count(*) AS times, count(DISTINCT evening) AS evenings, min(started_at) AS first_at, max(started_at) AS last_at FROM (
  SELECT DISTINCT a.account_id, a.started_at, CAST(a.started_at AS DATE) AS evening
  FROM near AS a JOIN near AS m ON m.device_token = a.device_token
  WHERE a.under > 18 AND m.under <= 18 AND date_diff('second', m.ended_at, a.started_at) >= 0 AND date_diff('second', m.ended_at, a.started_at) <= 60 * $gap
) AS t GROUP BY account_id
"""

_OWN = """
SELECT account_id, count(*) AS sessions FROM hands GROUP BY account_id
"""

_CHECKS = """
SELECT account_id, count(DISTINCT at) AS checks FROM attestations
WHERE kind IN ('real_name', 'age', 'guardian') AND at <= $as_of AND date_diff('day', at, $as_of) <= 30 GROUP BY account_id
"""

_FOUND = """
SELECT t.account_id, a.handle, t.times, t.evenings, o.sessions, coalesce(c.checks, 0) AS checks, t.first_at, t.last_at,
  round((CAST(0.5 AS DOUBLE) + CAST(0.02 AS DOUBLE) * least(t.evenings, 10)) * power(CAST(0.9 AS DOUBLE), least(coalesce(c.checks, 0), 5)), 4) AS score, 'possible' AS tier, ['device', 'behaviour'] AS classes
FROM taken AS t JOIN own AS o ON o.account_id = t.account_id JOIN accounts AS a ON a.account_id = t.account_id
LEFT JOIN checks AS c ON c.account_id = t.account_id
WHERE t.evenings >= $evenings AND 2 * t.times >= o.sessions AND coalesce(a.kind, 'game') = 'game'
  AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""


def _played(*plays: tuple[str, str, int, int, int]) -> str:
    """Draw sessions: account, device, first and last day of December 2025, and the hour; an hour long, each day one."""
    rows = [
        f"{who} | {device} | 2025-12-{day:02d}T{hour:02d}:00:00 | 2025-12-{day:02d}T{hour:02d}:58:00"
        for who, device, low, high, hour in plays
        for day in range(low, high)
    ]
    return "\n".join(["sessions", "account_id | device_token | started_at | ended_at", *rows, "", ""])


def _people(*rows: str, kind: str = "game") -> str:
    ids = [r.split(" ")[0] for r in rows]
    accounts = [
        f"{i} | {i} | {kind if i != 'pers' else 'personal'} | {'closed' if i == 'gone' else ''}"
        for i in dict.fromkeys(ids)
    ]
    return "\n".join([
        "accounts", "account_id | handle | kind | status", *accounts, "",
        "attestations", "account_id | kind | result | age_band | at | expires_at", *(r.replace(" ", " | ") for r in rows), "", "",
    ])  # fmt: skip


def _checked(who: str, band: str, at: str = "2025-01-01", until: str = "") -> str:
    return f"{who} age pass {band} {at} {until}"


MINOR_PATTERN = Detector(
    name="minor_pattern",
    version="1",
    violation="minor_unprotected",
    about=(
        "When a minor's time is up, the game goes on: on the same device, within minutes, evening after evening, under the name of an adult. An account "
        "whose holder was checked to be an adult is named where at least half of its sessions begin on a device that few people use, within "
        "minutes after a session of a minor there. Playing at night, for long, or at sixty is not evidence. A parent who plays once the "
        "child is in bed looks the same, so this is never more than possible; and a passed check shows that the holder was there once, not who plays, "
        "so it takes no more than a tenth off the score. How often the holder was checked in 30 days is told, and the policy's budget for challenges reads it (`challenges`): whoever was "
        "asked often enough is not asked again, and a person looks. Score: 0.5, and 0.02 for each evening up to ten, times 0.9 for each check in 30 days, up to five."
    ),
    reads={
        "accounts": "account_id handle kind? status?",
        "sessions": "account_id started_at ended_at device_token",
        "attestations": "account_id kind at?",
        "ages": "account_id under expires_at",
    },
    derives=(AGES,),
    params={
        "days": Param(45, "days", 7, 400, "how far back sessions are judged"),
        "gap": Param(15, "minutes", 1, 120, "longest pause between the minor's session and the adult's"),
        "evenings": Param(4, "days", 2, 60, "fewest days on which the device went over"),
        "household": Param(6, "accounts", 2, 50, "a device that more accounts use is a café's or a school's"),
    },
    classes=("device", "behaviour"),
    steps=(
        Sql("hands", _HANDS),
        Sql("household", _HOUSEHOLD),
        Sql("near", _NEAR),
        Sql("taken", _TAKEN),
        Sql("own", _OWN),
        Sql("checks", _CHECKS),
        Sql("found", _FOUND),
    ),
    says=(
        "{handle}, checked to be an adult's, was played {times} times, on {evenings} days, on a minor's device within minutes after the minor's own session: "
        "{times} of {sessions} sessions; a parent who plays after the child looks the same; checked {checks} times in 30 days"
    ),
    mistakes=(
        Mistake(
            "A parent or grandparent plays on the family's console when the child has gone to bed.",
            "never more than possible; where half of the play is on other devices or at other times, nothing is said",
            "a family, a café, a phone of one's own",
        ),
        Mistake(
            "A person of sixty plays every night, or works in shifts.",
            "hours and age are no evidence; only a minor's device is",
            "nightly play, and nobody young near",
        ),
        Mistake("The holder is challenged again and again.", "the policy's budget: the fourth challenge in 30 days is not sent, a person looks"),
        Mistake("A café's or a school's device serves everybody.", "devices with more than a household's accounts are left out", "a family, a café, a phone of one's own"),
    ),
    examples=(
        Example(
            "every evening, on the child's tablet",
            _people(
                _checked("gran", "adult"), "gran age pass adult 2025-12-20 ", "gran real_name pass adult 2025-12-10 ", "gran age pass adult 2026-01-10 ",
                "gran age pass adult 2025-11-10 ", "gran organisation pass unknown 2025-12-11 ", "kid real_name pass unknown 2025-02-01 ", "kid age pass adult 2026-06-01 ", _checked("kid", "minor"), _checked("pal", "minor", until="2025-12-06"),
                _checked("old", "adult"), "old real_name fail minor 2025-12-20 ", "old guardian pass minor 2025-12-21 ",
            ) + _played(("kid", "d1", 1, 7, 19), ("gran", "d1", 1, 7, 20), ("gran", "d2", 1, 7, 9), ("old", "d3", 1, 5, 20), ("pal", "d3", 1, 5, 19)),
            finds=(("gran", 0.5022, "possible"), ("old", 0.4698, "possible")),
        ),
        Example(
            "a family, a café, a phone of one's own",
            _people(
                *(_checked(n, "adult") for n in ("mum", "dad", "guest", "pers", "gone", "sis", "late", "aunt")), _checked("was", "adult", until="2025-12-03"),
                *(_checked(n, "minor") for n in ("kid", "boy", "son", "bro")), _checked("teen", "minor", until="2025-12-03"), "bro age pass unknown 2025-06-01 ",
                *(f"{n} real_name pass unknown 2025-01-01 " for n in ("c1", "c2", "c3", "c4", "c5")),
            ) + _played(
                ("kid", "d1", 1, 7, 19), ("mum", "d1", 1, 7, 20), ("mum", "d2", 1, 8, 9), ("dad", "d1", 1, 7, 18), ("late", "d1", 1, 7, 22), ("bro", "d1", 1, 7, 20),
                ("son", "d6", 1, 7, 19), ("pers", "d6", 1, 7, 20), ("gone", "d6", 1, 7, 20), ("sis", "d6", 1, 4, 20),
                ("boy", "d3", 1, 7, 19), ("guest", "d3", 1, 7, 20), *((f"c{n}", "d3", 1, 2, 8) for n in range(1, 6)),
                ("teen", "d4", 1, 7, 19), ("aunt", "d4", 1, 7, 20), ("kid", "d5", 1, 7, 19), ("was", "d5", 1, 7, 20),
            ),
        ),
        Example(
            "long ago, and in time to come",
            _people(_checked("gran", "adult"), _checked("kid", "minor")) + _played(("kid", "d1", 1, 7, 19), ("gran", "d1", 1, 7, 20)),
            as_of="2026-03-01",
        ),
        Example(
            "before it happened",
            _people(_checked("gran", "adult"), _checked("kid", "minor")) + _played(("kid", "d1", 1, 7, 19), ("gran", "d1", 1, 7, 20)),
            as_of="2025-12-04",
        ),
        Example(
            "nightly play, and nobody young near",
            _people(_checked("gran", "adult"), _checked("wife", "adult")) + _played(("gran", "d1", 1, 25, 22), ("wife", "d1", 1, 25, 21)),
        ),
    ),
    references=(
        "design/domain.md L5: the 60-year-old case: a passed identity check proves presence of the holder, not who plays; challenge budget",
        "design/domain.md S16: the fourth challenge in 30 days is suppressed by the budget and routed to a person",
    ),
)  # fmt: skip
