"""Worlds for examples: adults' papers, a pupil's words and hours; and those who only sound alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from aboveboard.examples import drawn

__all__ = ["GROWN", "LONG_AGO", "NEAR", "NO_HOURS", "PUPILS", "TO_COME"]

_MONDAY = datetime(2025, 10, 6)  # noqa: DTZ001  (drawn without a zone, which is UTC)
_ENGLISH = ("I have so much homework left", "my form teacher took my phone")
_CHINESE = ("作业还没写完", "我妈不让我玩", "明天期中考试，先玩一局")
_KOREAN = ("숙제 다 했다", "엄마한테 혼났어")
Play = Sequence[tuple[int, int, int]]
"""Weeks after the sixth of October 2025, days after its Monday, hours in UTC."""


def _evenings(weeks: int = 6, days: int = 2, hour: int = 11, first: int = 0) -> Play:
    return [(w, d, hour) for w in range(first, first + weeks) for d in range(days)]


def _world(
    plays: Mapping[str, Play],
    says: Mapping[str, Sequence[str]],
    *,
    bios: Mapping[str, str] = {},
    zones: Mapping[str, str] = {},
    checks: Sequence[tuple[str, ...]] = (),
    posted: str = "2025-11-20",
) -> str:
    """Draw accounts in China, unless told otherwise, of adults, unless told otherwise: what they play and say."""
    told, kind, status = {c[0] for c in checks}, {"app": "personal"}, {"shut": "closed"}
    adults = [(n, "real_name", "pass", "adult", "2024-01-01", "") for n in plays if n not in told]
    accounts = [(n, n, bios.get(n, ""), kind.get(n, "game"), status.get(n, ""), zones.get(n, "")) for n in plays]
    sessions = [
        (n, (_MONDAY + timedelta(weeks=w, days=d, hours=h)).isoformat(), "" if n == "nowhere" else "CN-GD")
        for n, times in plays.items()
        for w, d, h in times
    ]
    posts = [(f"{n}{i}", n, posted, text) for n, texts in says.items() for i, text in enumerate(texts)]
    return (
        drawn("accounts", "account_id | handle | bio | kind | status | zone", accounts)
        + drawn("attestations", "account_id | kind | result | age_band | at | expires_at", [*adults, *checks])
        + drawn("posts", "post_id | account_id | at | text", posts)
        + drawn("sessions", "account_id | started_at | region", sessions)
    )  # fmt: skip


PUPILS = _world(
    {
        "ann": _evenings(hour=17),
        "bio": _evenings(),
        "both": _evenings(),
        "kim": _evenings(),
        "wei": [*_evenings(), *_evenings(2, 5, 2, first=6)],
    },
    {"ann": _ENGLISH, "both": _ENGLISH[:1], "kim": _KOREAN, "wei": _CHINESE},
    bios={"bio": "初二学生，求组队", "both": "8th grader from Ohio"},
    zones={"ann": "Europe/London"},
    checks=(
        ("ann", "age", "pass", "minor", "2023-01-01", ""),
        ("ann", "age", "pass", "adult", "2024-01-01", ""),
        ("bio", "age", "pass", "adult", "2024-01-01", ""),
        ("bio", "real_name", "pass", "", "2024-06-01", ""),
        ("kim", "age", "pass", "adult", "2024-01-01", ""),
        ("kim", "age", "pass", "minor", "2026-06-01", ""),
        ("wei", "age", "pass", "adult", "2024-01-01", ""),
        ("wei", "guardian", "pass", "minor", "2024-06-01", ""),
    ),
)
"""A grown-up's papers, the newest of several, and a pupil's words and hours, by the account's clock (ann) or the region's."""

NEAR = _world(
    {
        **{n: _evenings() for n in ("teacher", "parent", "student", "once", "quiet")},
        "noon": _evenings(hour=3),
        "mixed": [*_evenings(), *_evenings(6, 5, 3, first=5)],
        "few": _evenings(3, 3),
        "weekend": [(w, d, 11) for w in range(6) for d in (5, 6)],
    },
    {
        "teacher": ("作业还没写完的站起来", "今天批改作业到十点", "我妈不让我玩"),
        "parent": ("孩子作业还没写完", "我妈不让我玩", "放学了，接娃"),
        "student": (*_ENGLISH, "my thesis is due"),
        "once": _ENGLISH[:1] * 2,
        "quiet": ("anyone for a raid?",),
        **dict.fromkeys(("noon", "mixed", "few", "weekend"), _CHINESE),
    },
)
"""A teacher, a parent, a student, one who said it once, one who says nothing; play at lessons always (noon) or in half of the weeks (mixed), too
seldom (few), or on weekends only."""

NO_HOURS = _world(
    {n: _evenings() for n in ("nowhere", "app", "shut", "kid")},
    dict.fromkeys(("nowhere", "app", "shut", "kid"), _CHINESE),
    checks=(("kid", "age", "pass", "minor", "2024-01-01", ""),),
)
"""No clock is known, no player, a closed account, a known minor."""

GROWN = _world(
    {"old": _evenings(first=-40), "soon": _evenings(first=14), "young": _evenings()},
    {"old": _CHINESE, "soon": _CHINESE, "young": _CHINESE},
    checks=(("young", "age", "pass", "adult", "2023-01-01", ""), ("young", "age", "pass", "minor", "2024-01-01", "")),
)
"""Play of long ago, play that is yet to come, and a minor by the newest check."""

LONG_AGO = _world({"was": _evenings()}, {"was": _CHINESE}, posted="2024-11-20")
"""A pupil's words of a year ago."""

TO_COME = _world({"will": _evenings()}, {"will": _CHINESE}, posted="2026-02-20")
"""A pupil's words that are yet to come."""
