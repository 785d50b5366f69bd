"""What may tell that others play an account: one row an account that several devices use, every sign a number."""

from __future__ import annotations

from collections.abc import Mapping

from aboveboard.derived.account_offers import ACCOUNT_OFFERS
from aboveboard.derived.played_hands import MEASURED, PLAYED_HANDS
from aboveboard.detector import Derived, Sql
from aboveboard.tables import Type

__all__ = ["HAND_SIGNS"]

_PLAYERS = f"""
SELECT h.account_id, s.first_at, s.last_at, {", ".join(f"h.{n}" for n in MEASURED)}
FROM played_hands AS h JOIN (
  SELECT account_id, min(first_at) AS first_at, max(last_at) AS last_at FROM played_hands GROUP BY account_id
) AS s ON s.account_id = h.account_id
WHERE h.main AND h.hands > 0
"""

_THEIRS = """
SELECT account_id, kind, token, first_seen_at, last_seen_at FROM tokens JOIN (SELECT DISTINCT account_id FROM players) AS p USING (account_id)
"""

_PAPERS = """
SELECT DISTINCT account_id, kind, token FROM theirs
WHERE kind IN ('phone', 'email', 'payment', 'identity') AND coalesce(first_seen_at <= $as_of, true)
"""

_HELD = """
SELECT account_id, kind, token, first_seen_at FROM tokens
JOIN (SELECT DISTINCT kind, token FROM papers) AS p USING (kind, token)
"""
"""Who has the papers of players: far fewer than hold any, so that only these are counted."""

_ALIKE = """
SELECT DISTINCT p.account_id, h.other, kind FROM papers AS p JOIN (
  SELECT account_id AS other, kind, token, first_seen_at FROM held
  JOIN (SELECT kind, token FROM held GROUP BY kind, token HAVING count(DISTINCT account_id) <= 50) AS few USING (kind, token)
) AS h USING (kind, token)
WHERE coalesce(h.first_seen_at <= $as_of, true)
"""

_OWNERS = "SELECT account_id, unnest(owners) AS other FROM played_hands"

_PAIRS = "SELECT account_id, other FROM alike UNION SELECT account_id, other FROM owners"

_HOMES = """
SELECT account_id, unnest(homes) AS network_token FROM played_hands
UNION
SELECT o.other AS account_id, s.network_token FROM (SELECT DISTINCT other FROM pairs) AS o JOIN sessions AS s ON s.account_id = o.other
LEFT JOIN (SELECT DISTINCT account_id FROM played_hands) AS h ON h.account_id = o.other
WHERE h.account_id IS NULL AND s.started_at <= $as_of AND s.network_token IS NOT NULL
"""

_NEAR = """
SELECT DISTINCT p.account_id, p.other FROM pairs AS p JOIN homes AS a ON a.account_id = p.account_id
JOIN homes AS b ON b.account_id = p.other AND b.network_token = a.network_token
"""

_KIN = """
SELECT o.account_id, count(DISTINCT o.other) AS kin FROM owners AS o
LEFT JOIN near AS n ON n.account_id = o.account_id AND n.other = o.other
LEFT JOIN alike AS a ON a.account_id = o.account_id AND a.other = o.other
WHERE n.other IS NOT NULL OR a.other IS NOT NULL GROUP BY o.account_id
"""

_FAR = """
SELECT a.account_id, count(DISTINCT CASE WHEN a.kind = 'payment' THEN a.other END) AS payers,
  count(DISTINCT CASE WHEN a.kind = 'identity' THEN a.other END) AS papers
FROM alike AS a JOIN (SELECT DISTINCT account_id FROM homes) AS m ON m.account_id = a.account_id
JOIN (SELECT DISTINCT account_id FROM homes) AS t ON t.account_id = a.other
LEFT JOIN near AS n ON n.account_id = a.account_id AND n.other = a.other WHERE n.other IS NULL GROUP BY a.account_id
"""

_RENEWED = """
SELECT DISTINCT n.account_id, n.kind, n.first_seen_at AS at FROM theirs AS n
JOIN theirs AS o ON o.account_id = n.account_id AND o.kind = n.kind AND o.first_seen_at < n.first_seen_at
  AND coalesce(epoch(o.last_seen_at) <= epoch(n.first_seen_at) + 1209600, true)
WHERE n.kind IN ('phone', 'email', 'payment') AND n.first_seen_at <= $as_of
"""

_TAKEN = "SELECT account_id, first_at FROM played_hands WHERE taken"

_REBOUND = """
SELECT r.account_id, count(DISTINCT r.kind) AS rebound FROM renewed AS r JOIN taken AS t ON t.account_id = r.account_id
WHERE epoch(r.at) >= epoch(t.first_at) - 259200 AND epoch(r.at) <= epoch(t.first_at) + 1814400 GROUP BY r.account_id
"""

_DRESSED = """
SELECT c.account_id, count(DISTINCT c.field) AS dressed FROM profile_changes AS c JOIN taken AS t ON t.account_id = c.account_id
WHERE c.at <= $as_of AND epoch(c.at) >= epoch(t.first_at) - 259200 AND epoch(c.at) <= epoch(t.first_at) + 2419200 GROUP BY c.account_id
"""

_SAID = "SELECT account_id, max(nats) AS nats FROM account_offers GROUP BY account_id"

_SIGNS = f"""
SELECT p.account_id, p.first_at, p.last_at, {", ".join(f"p.{n}" for n in MEASURED)},
  coalesce(k.kin, 0) AS kin, coalesce(f.payers, 0) AS payers, coalesce(f.papers, 0) AS papers, coalesce(b.rebound, 0) AS rebound, coalesce(d.dressed, 0) AS dressed, coalesce(s.nats, 0) AS offered
FROM players AS p LEFT JOIN kin AS k ON k.account_id = p.account_id LEFT JOIN far AS f ON f.account_id = p.account_id
LEFT JOIN rebound AS b ON b.account_id = p.account_id LEFT JOIN dressed AS d ON d.account_id = p.account_id
LEFT JOIN said AS s ON s.account_id = p.account_id
"""

_COLUMNS: Mapping[str, Type] = {
    "account_id": "string", "first_at": "time", "last_at": "time", **dict.fromkeys(MEASURED, "float"),
    "kin": "int", "payers": "int", "papers": "int", "rebound": "int", "dressed": "int", "offered": "float",
}  # fmt: skip

HAND_SIGNS = Derived(
    name="hand_signs",
    about=(
        "One row for each account some of whose devices never met: what is measured of its sessions (`played_hands`), who of the owners of those devices "
        "is of the same home or papers (`kin`), how many accounts at no common place share its payment (`payers`) or papers (`papers`), what of "
        "telephone, mail and payment was replaced when other hands took over (`rebound`), how many parts of the profile changed then (`dressed`); how much its "
        "own texts read as offers of accounts (`offered`)."
    ),
    reads={
        "played_hands": " ".join(PLAYED_HANDS.columns),
        "sessions": "account_id started_at network_token",
        "tokens?": "account_id kind token first_seen_at? last_seen_at?",
        "profile_changes?": "account_id at field",
        "account_offers?": "account_id nats",
    },
    derives=(PLAYED_HANDS, ACCOUNT_OFFERS),
    steps=(
        Sql("players", _PLAYERS), Sql("theirs", _THEIRS), Sql("papers", _PAPERS), Sql("held", _HELD), Sql("alike", _ALIKE), Sql("owners", _OWNERS), Sql("pairs", _PAIRS), Sql("homes", _HOMES), Sql("near", _NEAR), Sql("kin", _KIN), Sql("far", _FAR), Sql("renewed", _RENEWED), Sql("taken", _TAKEN),
        Sql("rebound", _REBOUND), Sql("dressed", _DRESSED), Sql("said", _SAID), Sql("signs", _SIGNS),
    ),
    columns=_COLUMNS,
)  # fmt: skip
