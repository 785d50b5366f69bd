"""Accounts registered in a burst and cast from one mould."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import pyarrow as pa

from aboveboard.derived.last_acts import LAST_ACTS
from aboveboard.detector import Detector, Example, Mistake, Param, Rows, Sql
from aboveboard.tables import Type
from aboveboard.text.mould import mould

_BORN = """
SELECT account_id, handle, CAST(floor(epoch(created_at)) AS BIGINT) AS s,
  CASE WHEN coalesce(default_avatar, avatar IS NULL AND avatar_hash IS NULL) AND trim(coalesce(bio, '')) = ''
    THEN 1 ELSE 0 END AS hollow,
  CASE WHEN epoch(l.at) - epoch(created_at) > 3600 * $settle THEN 0 ELSE 1 END AS idle
FROM accounts AS a LEFT JOIN last_acts AS l USING (account_id)
WHERE created_at <= $as_of
"""


def _cast(born: pa.Table) -> pa.Table:
    return born.drop_columns("handle").append_column("mould", mould(born.column("handle")))


_CAST: Mapping[str, Type] = {"account_id": "string", "s": "int", "hollow": "int", "idle": "int", "mould": "string"}

_MOMENTS = """
SELECT mould, s, m.n, c.upto, c.upto - c.here AS before
FROM (SELECT mould, s, count(*) AS n FROM casts GROUP BY mould, s) AS m JOIN (
  SELECT s, here, sum(here) OVER (ORDER BY s) AS upto
  FROM (SELECT s, count(*) AS here FROM casts GROUP BY s) AS counted
) AS c USING (s)
"""

_PACED = """
SELECT mould, s, n, upto, before, k.kin, w.everyone, m.s - lag(m.s) OVER (PARTITION BY mould ORDER BY s) AS gap,
  m.upto - lag(m.upto) OVER (PARTITION BY mould ORDER BY s) AS passed
FROM moments AS m JOIN (SELECT mould, sum(n) AS kin FROM moments GROUP BY mould) AS k USING (mould)
CROSS JOIN (SELECT count(*) AS everyone FROM casts) AS w
"""

_RUNS = """
SELECT mould, s, n, upto, before, kin, everyone, CASE WHEN joined = 1 THEN gap END AS gap,
  sum(1 - joined) OVER (PARTITION BY mould ORDER BY s) AS run
FROM (
  SELECT mould, s, n, upto, before, kin, everyone, gap,
    CASE WHEN gap <= 60 * $minutes AND n * everyone >= $lift * kin * passed THEN 1 ELSE 0 END AS joined FROM paced
) AS paired
"""

_BURSTS = """
SELECT mould, run, sum(n) AS size, min(s) AS first_s, max(s) AS last_s, max(upto) - min(before) AS signups,
  round(max(kin) * (max(upto) - min(before)) / max(everyone), 1) AS expected,
  sum(gap) AS pace, count(gap) AS gaps
FROM runs GROUP BY mould, run
HAVING sum(n) >= $accounts AND sum(n) * max(everyone) >= $lift * max(kin) * (max(upto) - min(before))
"""

_DAYS = "SELECT mould, CAST(floor(s / 86400) AS BIGINT) AS day, sum(n) AS n FROM moments GROUP BY 1, 2"

_UNUSUAL = """
SELECT mould, run, b.size, b.first_s, b.last_s, b.signups, b.expected, b.pace, b.gaps
FROM bursts AS b LEFT JOIN (
  SELECT b.mould, b.run, sum(CASE WHEN d.mould = b.mould THEN d.n ELSE 0 END) AS kin, sum(d.n) AS everyone
  FROM bursts AS b JOIN days AS d ON d.day >= floor(b.first_s / 86400) - $around
    AND d.day <= floor(b.last_s / 86400) + $around
    AND d.day NOT BETWEEN floor(b.first_s / 86400) AND floor(b.last_s / 86400)
  GROUP BY b.mould, b.run
) AS near USING (mould, run)
WHERE coalesce(b.size * near.everyone >= $lift * near.kin * b.signups, true)
"""

_MEMBERS = """
SELECT mould, run, account_id, c.hollow, c.idle, u.size, u.first_s, u.last_s, u.signups, u.expected, u.pace, u.gaps,
  CASE WHEN 5 * abs(coalesce(r.gap * u.gaps, u.pace) - u.pace) <= u.pace THEN 1 ELSE 0 END AS even
FROM casts AS c JOIN (SELECT mould, s, run, gap FROM runs) AS r USING (mould, s) JOIN unusual AS u USING (mould, run)
"""

_HELD = """
SELECT DISTINCT mould, run, account_id, m.size, t.kind, t.token
FROM members AS m JOIN tokens AS t USING (account_id) WHERE t.kind <> 'organisation'
"""

_TIED = """
SELECT mould, run, account_id, max(CASE kind WHEN 'device' THEN 1 ELSE 0 END) AS device,
  max(CASE kind WHEN 'network' THEN 1 ELSE 0 END) AS network,
  max(CASE WHEN kind IN ('device', 'network') THEN 0 ELSE 1 END) AS identity,
  array_sort(list(DISTINCT token)) AS tokens
FROM held JOIN (
  SELECT mould, run, kind, token FROM (
    SELECT mould, run, kind, token, max(size) AS size, count(*) AS inside FROM held
    GROUP BY mould, run, kind, token HAVING count(*) >= $shared
  ) AS i JOIN tokens AS e USING (kind, token)
  GROUP BY mould, run, kind, token
  HAVING 2 * max(i.inside) >= CASE kind WHEN 'network' THEN max(i.size) ELSE count(DISTINCT e.account_id) END
) AS ties USING (mould, run, kind, token) GROUP BY mould, run, account_id
"""

_JUDGED = """
SELECT mould, run, account_id, m.size, m.first_s, m.last_s, m.expected, t.tokens, s.first_account,
  m.hollow = 1 AND 3 * s.hollow >= 2 * m.size AND s.hollow * w.everyone >= 2 * w.hollow * m.size AS hollow,
  m.idle = 1 AND 3 * s.idle >= 2 * m.size AND s.idle * w.everyone >= 2 * w.idle * m.size
    AND m.last_s + 86400 * $rest <= epoch($as_of) AS idle,
  m.even = 1 AND 5 * s.even >= 3 * m.size AND m.pace > 0 AS even,
  coalesce(t.device, 0) = 1 AS device, coalesce(t.identity, 0) = 1 AS identity, coalesce(t.network, 0) = 1 AS network
FROM members AS m LEFT JOIN tied AS t USING (mould, run, account_id) JOIN (
  SELECT mould, run, sum(hollow) AS hollow, sum(idle) AS idle, sum(even) AS even, min(account_id) AS first_account
  FROM members GROUP BY mould, run
) AS s USING (mould, run)
CROSS JOIN (SELECT count(*) AS everyone, sum(hollow) AS hollow, sum(idle) AS idle FROM casts) AS w
"""

_FOUND = """
SELECT account_id, a.handle, concat('burst ', first_account) AS "group", mould, size, expected, tokens,
  a.created_at AS first_at, a.created_at AS last_at, CAST(1 + floor((last_s - first_s) / 60) AS BIGINT) AS minutes,
  concat(CASE WHEN hollow THEN '; its profile is empty' ELSE '' END,
    CASE WHEN device THEN '; it shares a device with the others' ELSE '' END,
    CASE WHEN identity THEN '; it shares a phone, mail, payment or identity with the others' ELSE '' END,
    CASE WHEN network THEN '; it shares their network' ELSE '' END,
    CASE WHEN idle THEN '; it has done nothing since' ELSE '' END,
    CASE WHEN even THEN '; they came at even intervals' ELSE '' END) AS signs,
  round(1 - CAST(0.6 AS DOUBLE) * CASE WHEN hollow THEN 0.7 ELSE 1 END * CASE WHEN device THEN 0.5 ELSE 1 END
    * CASE WHEN identity THEN 0.5 ELSE 1 END * CASE WHEN network THEN 0.9 ELSE 1 END
    * CASE WHEN idle THEN 0.5 ELSE 1 END * CASE WHEN even THEN 0.6 ELSE 1 END, 4) AS score,
  CASE WHEN device OR identity OR idle OR even THEN 'likely' ELSE 'possible' END AS tier,
  ['profile', CASE WHEN device THEN 'device' END, CASE WHEN identity THEN 'identity' END,
    CASE WHEN network THEN 'network' END, CASE WHEN idle OR even THEN 'behaviour' END] AS classes
FROM judged JOIN accounts AS a USING (account_id)
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended') AND (hollow OR device OR identity OR idle OR even)
"""


def _accounts(*waves: tuple[str, str, int, float, str]) -> str:
    """Draw sign-ups: (handle, {} being number and letter; first time, how many, seconds apart, bio and status).

    Account ids are `wave-number`. Sign-ups come unevenly, as people's do, unless the seconds are whole.
    """
    rows = [
        f"{wave}-{n} | {handle.format(n, chr(97 + n % 26))} | {_late(first, n, apart)} | {rest}"
        for wave, (handle, first, count, apart, rest) in enumerate(waves)
        for n in range(count)
    ]
    return "\n".join(["accounts", "account_id | handle | created_at | bio | status", *rows, "", ""])


def _late(first: str, n: int, apart: float) -> datetime:
    late = n * n % 5 / 3 if apart % 1 else 0
    return datetime.fromisoformat(first) + timedelta(seconds=round((n + late) * apart))


def _rows(head: str, row: str, wave: int, *numbers: int) -> str:
    """Draw one row an account of a wave, {} standing for its id."""
    return "\n".join([*head.split("/"), *(row.format(f"{wave}-{n}") for n in numbers), "", ""])


_LOCALS = ("person.{}", "2025-01-01T09:00", 120, 172800, "likes cycling | active")
_RING = ("maria{:04}", "2025-03-03T03:00", 10, 40.5, "| active")
_NEAT = ("maria{:04}", "2025-03-03T03:00", 10, 40.5, "likes music | active")
_POSTS = "posts/post_id | account_id | at"
_TOKENS = "tokens/account_id | kind | token"

REGISTRATION_BURST = Detector(
    name="registration_burst",
    version="1",
    violation="fake_follower",
    about=(
        "Followers for sale are registered in bulk: handles of one mould, made within minutes of one another, far beyond "
        "the mould's own share of sign-ups in the whole world and in the weeks around. On a viral day all moulds rise "
        "together, so the share does not. A burst alone claims nothing; each account must itself show another sign. "
        "Score: doubt is 0.6 for the mould, times 0.7 for an empty profile, 0.5 for a shared device, 0.5 for a shared "
        "phone, mail, payment or identity, 0.9 for the network, 0.5 for no life since, 0.6 for even intervals. "
        "Emptiness and silence count only where they are twice as frequent as in the world."
    ),
    reads={
        "accounts": "account_id handle created_at bio? avatar? avatar_hash? default_avatar? status?",
        "last_acts?": "account_id at",
        "tokens?": "account_id kind token",
    },
    derives=(LAST_ACTS,),
    params={
        "accounts": Param(8, "accounts", 4, 10_000, "fewest accounts that make a burst"),
        "minutes": Param(60, "minutes", 1, 1440, "longest pause between two sign-ups of one burst"),
        "lift": Param(5, "times", 2, 1000, "how far a burst must exceed its mould's usual share of sign-ups"),
        "around": Param(14, "days", 1, 365, "how far before and after a burst the usual share is also measured"),
        "settle": Param(24, "hours", 0, 720, "how long after sign-up posts and actions are not yet life"),
        "rest": Param(30, "days", 1, 365, "how old a burst must be before silence counts"),
        "shared": Param(3, "accounts", 2, 1000, "fewest accounts of a burst on one token"),
    },
    classes=("profile", "device", "identity", "network", "behaviour"),
    steps=(
        Sql("born", _BORN),
        Rows("casts", "born", _cast, _CAST),
        Sql("moments", _MOMENTS),
        Sql("paced", _PACED),
        Sql("runs", _RUNS),
        Sql("bursts", _BURSTS),
        Sql("days", _DAYS),
        Sql("unusual", _UNUSUAL),
        Sql("members", _MEMBERS),
        Sql("held", _HELD),
        Sql("tied", _TIED),
        Sql("judged", _JUDGED),
        Sql("found", _FOUND),
    ),
    says="{handle} is one of {size} accounts whose handles have one shape, {mould}, made within {minutes} min; by chance it would be {expected}{signs}",
    links=("tokens", "mould"),
    mistakes=(
        Mistake(
            "An office or a school signs its people up together, by its own convention.",
            "a shared network and a common mould claim nothing; profile, device or silence must be added",
            "an office with its convention, on its network",
        ),
        Mistake(
            "A new app proposes handles of one mould.", "the weeks around are compared too", "a new default handle"
        ),
        Mistake("A teacher signs a class up from one device.", "the policy asks a person before any action"),
        Mistake(
            "On a viral day very many people sign up.", "only a mould's share of sign-ups is judged", "a viral day"
        ),
        Mistake(
            "A couple, or the visitors of a library, share a device.",
            "a device ties only three accounts or more, and only if most of its accounts are in the burst",
            "a couple, a library",
        ),
        Mistake(
            "Batches that are dripped slowly, aged before use or given a mould each are missed.",
            "the burst needs pauses below the limit; other detectors look at what the accounts do",
        ),
    ),
    examples=(
        Example(
            "empty profiles in one go, beside people of the same mould",
            _accounts(
                _LOCALS,
                _RING,
                ("olga{:04}", "2025-03-03T04:40", 1, 0, "| active"),
                ("some.one", "2025-03-03T04:00", 1, 0, "likes tea | active"),
                ("nora{:04}", "2025-03-03T02:50", 1, 0, "| active"),
                ("guest_{1}", "2025-03-03T02:55", 5, 10, "likes tea | active"),
                ("solo", "2025-03-03T03:02:10", 1, 0, "likes tea | active"),
            ),
            finds=tuple((f"1-{n}", 0.58, "possible") for n in range(10)),
        ),
        Example(
            "nine of ten on one device, all on one network",
            _accounts(_LOCALS, _NEAT)
            + _rows(_TOKENS, "{0} | network | n1\n{0} | device | d1", 1, *range(9)).rstrip("\n")
            + "\n1-9 | network | n1",
            finds=tuple((f"1-{n}", 0.73, "likely") for n in range(9)),
        ),
        Example(
            "one payment behind them",
            _accounts(_LOCALS, _RING) + _rows(_TOKENS, "{0} | payment | m1", 1, *range(10)),
            finds=tuple((f"1-{n}", 0.79, "likely") for n in range(10)),
        ),
        Example(
            "no life after the first hours, though people here post",
            _accounts(_LOCALS, _NEAT)
            + _rows(_POSTS, "a{0} | {0} | 2025-12-01", 0, *range(120)).rstrip("\n")
            + "\nb | 1-0 | 2025-03-03T09:00\nc | 1-1 | 2026-03-03\nd | 1-2 | 2025-12-01",
            finds=tuple((f"1-{n}", 0.7, "likely") for n in (0, 1, 3, 4, 5, 6, 7, 8, 9)),
        ),
        Example(
            "at even intervals",
            _accounts(_LOCALS, (*_NEAT[:3], 60, _NEAT[4])),
            finds=tuple((f"1-{n}", 0.64, "likely") for n in range(10)),
        ),
        Example(
            "an office with its convention, on its network",
            _accounts(_LOCALS, ("{1}nn-smith", "2025-03-03T09:00", 20, 90.5, "likes tea | active"))
            + _rows(_TOKENS, "{0} | network | n1\n{0} | organisation | o1", 1, *range(20))
            + _rows(_POSTS, "p{0} | {0} | 2025-09-01", 1, *range(20)),
        ),
        Example(
            "a couple, a library",
            _accounts(_LOCALS, _NEAT)
            + _rows(_TOKENS, "{0} | device | d1", 1, 0, 1).rstrip("\n")
            + "\n"
            + "\n".join(f"{a} | device | d2" for a in ["1-2", "1-3", "1-4", *(f"0-{n}" for n in range(9))]),
        ),
        Example(
            "a new default handle",
            _accounts(
                ("person.{}", "2024-01-01T09:00", 150, 172800, "likes cycling | active"),
                ("person.{}", "2025-04-01T09:00", 150, 86400, "likes cycling | active"),
                *(("user{:06}", f"2025-03-0{day}T03:00", 10, 40.5, "| active") for day in range(1, 5)),
            ),
        ),
        Example(
            "a viral day",
            _accounts(
                ("fan{:02}", "2025-01-01T09:00", 60, 172800, "likes cycling | active"),
                ("person_{1}", "2025-01-01T09:00", 60, 172800, "likes cycling | active"),
                ("fan{:02}", "2025-03-03T09:00", 20, 20.5, "| active"),
                ("new_{1}", "2025-03-03T09:00", 40, 10.5, "likes tea | active"),
            ),
        ),
        Example(
            "times that are only dates",
            _accounts(
                _LOCALS,
                (*_RING[:2], 12, 0, _RING[4]),
                ("guest_{:02}", "2025-03-03T03:00", 60, 0, "likes tea | active"),
            ),
        ),
        Example(
            "too few, or closed already",
            _accounts(_LOCALS, (*_RING[:2], 6, *_RING[3:]), ("k{0}v{0}z", "2025-05-03T03:00", 10, 40.5, "| closed")),
        ),
        Example(
            "too fresh for silence to count",
            _accounts(_LOCALS, _NEAT) + _rows(_POSTS, "a{0} | {0} | 2025-03-09", 0, *range(30)),
            as_of="2025-03-10",
        ),
        Example("not yet made", _accounts(_LOCALS, _RING), as_of="2025-03-02"),
    ),
    references=(
        "design/domain.md L3a: sign-up velocity, default profiles; a farm follows others as cover",
        "Thomas et al., Trafficking Fraudulent Accounts (USENIX Security 2013): merchants' naming patterns and batches",
    ),
)
