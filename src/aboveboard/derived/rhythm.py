"""The hours and weekdays at which two accounts act, against those of everyone: weak evidence, shared by a whole time zone."""

from __future__ import annotations

from aboveboard.detector import Sql

__all__ = ["RHYTHM"]

_EVENTS = "SELECT account_id, at FROM posts UNION ALL SELECT account_id, at FROM actions"
_HOUR = "CAST(FLOOR(epoch(at) / 3600) AS BIGINT)"


def _cells(rows: str, kept: str) -> str:
    """Count each hour of `rows` twice: by the hour of the day (cells 0 to 23) and by the day of the week (24 to 30)."""
    day = "CAST(FLOOR(hour / 24) AS BIGINT)"
    return (
        f"SELECT {kept}, hour - 24 * {day} AS cell FROM {rows} "
        f"UNION ALL SELECT {kept}, 24 + day - 7 * CAST(FLOOR(day / 7) AS BIGINT) AS cell FROM (SELECT {kept}, {day} AS day FROM {rows}) AS d"
    )


_ACTED = f"""
SELECT DISTINCT account_id, {_HOUR} AS hour FROM ({_EVENTS}) AS e
JOIN (SELECT account_id FROM pairs UNION SELECT closed_id AS account_id FROM pairs) AS p USING (account_id)
"""

_SPAN = f"SELECT {_HOUR} AS hour FROM ({_EVENTS}) AS e"

_USUAL = f"""
SELECT cell, CAST(count(*) AS DOUBLE) / max(whole) AS share FROM ({_cells("span", "hour")}) AS c
CROSS JOIN (SELECT count(*) AS whole FROM span) AS w GROUP BY cell
"""

_SINCE = """
SELECT DISTINCT account_id, closed_id, hour FROM acted JOIN (SELECT account_id, closed_id, closed_at FROM pairs) AS p USING (account_id)
WHERE hour * 3600 > epoch(closed_at)
"""

_RHYTHM = f"""
SELECT account_id, closed_id, max(hours) AS hours,
  SUM(n.times * LN((coalesce(c.times, 0) + 24 * share) / ((hours + 24) * share))) / LN(2.0) AS rhythm
FROM (
  SELECT account_id, closed_id, cell, count(*) AS times FROM ({_cells("since", "account_id, closed_id, hour")}) AS s
  GROUP BY account_id, closed_id, cell
) AS n JOIN usual USING (cell) JOIN (
  SELECT account_id AS closed_id, count(*) AS hours FROM acted GROUP BY account_id
) AS o USING (closed_id) LEFT JOIN (
  SELECT account_id AS closed_id, cell, count(*) AS times FROM ({_cells("acted", "account_id, hour")}) AS a GROUP BY account_id, cell
) AS c USING (closed_id, cell)
WHERE hours >= 8 GROUP BY account_id, closed_id HAVING SUM(n.times) >= 16
"""

RHYTHM = (
    Sql("acted", _ACTED), Sql("span", _SPAN), Sql("usual", _USUAL), Sql("since", _SINCE), Sql("rhythm", _RHYTHM),
)  # fmt: skip
"""Steps that read `pairs` (account_id, closed_id, closed_at) and yield `rhythm`: log2 of how much better the closed
account's hours foretell the other's than everyone's do, where both acted in at least eight hours since."""
