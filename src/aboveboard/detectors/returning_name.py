"""Accounts that bear the name of a closed, still barred account and were made after it was closed."""

from __future__ import annotations

import pyarrow as pa

from aboveboard.derived.folded_names import FOLDED_NAMES
from aboveboard.detector import Detector, Example, Mistake, Param, Rows, Sql
from aboveboard.names.derivation import explain
from aboveboard.tables import Type

_BARRED = """
SELECT account_id, handle, platform, closed_at, closed_for, barred_until FROM accounts
WHERE status = 'closed' AND (closed_ground IS NULL OR closed_ground <> 'request')
  AND (barred_until IS NULL OR barred_until > $as_of)
"""

_NEWER = """
SELECT a.account_id, a.handle, a.platform, a.created_at FROM accounts AS a
LEFT JOIN (SELECT account_id FROM folded_names WHERE label) AS l ON l.account_id = a.account_id
WHERE coalesce(a.status, 'active') <> 'closed' AND l.account_id IS NULL
"""

_RARE = """
SELECT folded FROM folded_names WHERE size >= $shortest GROUP BY folded HAVING count(DISTINCT account_id) <= $common
"""

_PRIVATE = """
SELECT token FROM tokens GROUP BY token HAVING count(DISTINCT account_id) <= $crowd
"""

_SHARED = """
SELECT n.account_id, b.account_id AS closed_id,
  max(CASE WHEN c.kind = 'device' THEN 1 ELSE 0 END) AS device,
  max(CASE WHEN c.kind IN ('phone', 'email', 'payment', 'identity') THEN 1 ELSE 0 END) AS contact,
  max(CASE WHEN c.kind = 'network' THEN 1 ELSE 0 END) AS network
FROM barred AS b JOIN tokens AS c ON c.account_id = b.account_id
JOIN private AS p ON p.token = c.token JOIN tokens AS n ON n.token = c.token
GROUP BY n.account_id, b.account_id
"""

_CANDIDATES = """
SELECT n.account_id, b.account_id AS closed_id, n.field, c.field AS closed_field, n.name, c.name AS closed_name
FROM barred AS b JOIN folded_names AS c ON c.account_id = b.account_id
JOIN rare AS r ON r.folded = c.folded JOIN folded_names AS n ON n.folded = c.folded
UNION SELECT n.account_id, s.closed_id, n.field, c.field AS closed_field, n.name, c.name AS closed_name
FROM shared AS s JOIN folded_names AS c ON c.account_id = s.closed_id
JOIN folded_names AS n ON n.account_id = s.account_id AND n.folded = c.folded
WHERE s.device + s.contact > 0
"""

_PAIRS = """
SELECT c.account_id, c.closed_id, c.field, c.closed_field, c.name, c.closed_name, n.handle, n.created_at,
  b.handle AS closed_handle, b.closed_at, b.closed_for, b.barred_until,
  coalesce(s.device, 0) AS device, coalesce(s.contact, 0) AS contact, coalesce(s.network, 0) AS network
FROM candidates AS c JOIN newer AS n ON n.account_id = c.account_id
JOIN barred AS b ON b.account_id = c.closed_id AND coalesce(b.platform, '') = coalesce(n.platform, '')
LEFT JOIN shared AS s ON s.account_id = c.account_id AND s.closed_id = c.closed_id
WHERE n.created_at > b.closed_at
"""

_WEIGHED = """
SELECT account_id, closed_id, handle, name, closed_handle, closed_name, closed_at, closed_for, barred_until, created_at,
  derivation, device, contact, network,
  CASE WHEN barred_until IS NULL THEN 'without end' ELSE concat(CAST(date_diff('day', $as_of, barred_until) AS VARCHAR), ' more days') END AS bar,
  round(1 - CAST(CASE WHEN handles OR disguised THEN 0.7 ELSE 0.85 END AS DOUBLE) * CASE WHEN device = 1 THEN 0.3 ELSE 1 END
    * CASE WHEN contact = 1 THEN 0.15 ELSE 1 END * CASE WHEN network = 1 THEN 0.85 ELSE 1 END, 4) AS score
FROM explained WHERE device + contact + network > 0 OR handles OR disguised
  OR date_diff('day', closed_at, created_at) <= $soon
"""

_KIN = """
SELECT account_id, array_agg(DISTINCT closed_id) AS related FROM weighed GROUP BY account_id
"""

_RETURNING = """
SELECT r.account_id, r.handle, r.name, r.closed_id, r.closed_handle, r.closed_name, r.closed_at, r.closed_for, r.bar,
  r.derivation, r.score, r.created_at AS first_at, k.related, date_diff('day', r.closed_at, r.created_at) AS days_after,
  concat('shared device: ', CASE WHEN r.device = 1 THEN 'yes' ELSE 'no' END,
    ', shared contact, payment or identity: ', CASE WHEN r.contact = 1 THEN 'yes' ELSE 'no' END,
    ', shared network: ', CASE WHEN r.network = 1 THEN 'yes' ELSE 'no' END) AS ties,
  CASE WHEN r.device + r.contact > 0 THEN 'likely' ELSE 'possible' END AS tier,
  ['profile', CASE WHEN r.device = 1 THEN 'device' END, CASE WHEN r.contact = 1 THEN 'identity' END,
    CASE WHEN r.network = 1 THEN 'network' END] AS classes
FROM (
  SELECT account_id, handle, name, closed_id, closed_handle, closed_name, closed_at, closed_for, bar, derivation, score,
    created_at, device, contact, network,
    row_number() OVER (PARTITION BY account_id ORDER BY score DESC, closed_id, name, closed_name) AS place
  FROM weighed
) AS r JOIN kin AS k ON k.account_id = r.account_id WHERE r.place = 1
"""

_EXPLAINED: dict[str, Type] = {
    "account_id": "string", "closed_id": "string", "name": "string", "closed_name": "string", "handle": "string",
    "created_at": "time", "closed_handle": "string", "closed_at": "time", "closed_for": "string", "barred_until": "time",
    "device": "int", "contact": "int", "network": "int", "handles": "bool", "derivation": "string", "disguised": "bool",
}  # fmt: skip


def _explained(batch: pa.Table) -> pa.Table:
    """Say how the new name was written like the closed one, and whether both are handles, which only one may hold."""
    columns = [batch[c].to_pylist() for c in ("name", "closed_name", "field", "closed_field")]
    paths = [explain(name, closed) for name, closed in zip(*columns[:2], strict=True)]
    handles = [here == there == "handle" for here, there in zip(*columns[2:], strict=True)]
    kept = {c: batch[c] for c in batch.column_names if c not in {"field", "closed_field"}}
    made = {
        "handles": pa.array(handles, pa.bool_()),
        "derivation": pa.array([p.says for p in paths], pa.string()),
        "disguised": pa.array([p.disguised for p in paths], pa.bool_()),
    }
    return pa.table({**kept, **made})


RETURNING_NAME = Detector(
    name="returning_name",
    version="1",
    violation="reincarnation",
    about=(
        "A closed, still barred account's name appears on an account made after the closure. A name proves nothing by "
        "itself: a handle taken again, a disguised name or a rare name back within weeks is possible; a device, phone, address, payment or identity that "
        "both used makes it likely. A shared network never does."
    ),
    reads={
        "accounts": "account_id handle platform? created_at status closed_at closed_ground? closed_for? barred_until?",
        "tokens?": "account_id kind token",
        "folded_names": "account_id field name folded size label",
    },
    derives=(FOLDED_NAMES,),
    params={
        "shortest": Param(5, "letters, an ideograph counts two", 3, 30, "names smaller than this need a shared token"),
        "common": Param(3, "accounts", 2, 1000, "a name borne by more accounts than this needs a shared token"),
        "soon": Param(
            30, "days", 0, 365, "a rare name that is back this soon after the closure is worth a look by itself"
        ),
        "crowd": Param(5, "accounts", 2, 100, "a token seen on more accounts than this is a place, not a person"),
    },
    classes=("profile", "device", "identity", "network"),
    steps=(
        Sql("barred", _BARRED),
        Sql("newer", _NEWER),
        Sql("rare", _RARE),
        Sql("private", _PRIVATE),
        Sql("shared", _SHARED),
        Sql("candidates", _CANDIDATES),
        Sql("pairs", _PAIRS),
        Rows("explained", "pairs", _explained, _EXPLAINED),
        Sql("weighed", _WEIGHED),
        Sql("kin", _KIN),
        Sql("returning", _RETURNING),
    ),
    says=(
        "{name} bears the name of {closed_name} (handle {closed_handle}), closed on {closed_at} for {closed_for} and barred "
        "{bar}: {derivation}; {ties}"
    ),
    mistakes=(
        Mistake(
            "A sibling signs up on the same network, or on a shared device.",
            "another name is no finding, and a shared network never makes one likely",
            "a sibling on the same network and console",
        ),
        Mistake(
            "Two people have the same name.",
            "a rare display name alone counts only soon after the closure; a common or short one needs a shared token",
            "namesakes, common names and short names",
        ),
        Mistake(
            "A campus, a café or an office shares its machines.",
            "a token seen on more accounts than `crowd` ties nobody",
            "one terminal for a whole campus",
        ),
        Mistake(
            "The person was free to come back.",
            "an expired bar, and a closure at the holder's own request, bar nobody",
            "free to come back",
        ),
        Mistake(
            "Fans keep an archive or a parody of a closed account.",
            "a label at the start of a name, or a Chinese or Japanese fan suffix, silences the finding",
            "a fan club and an archive",
        ),
        Mistake("A phone number or a device changed hands.", "the policy asks a person; the way back is to say so"),
    ),
    examples=(
        Example(
            "a disguised name on the same device, and a handle taken again",
            """
            accounts
            account_id | handle | display_name | created_at | status | closed_at | closed_ground | closed_for | barred_until
            c1 | harbour_tales | Harbour Tales | 2020-01-01 | closed | 2025-03-01 | terms | coordination | 2027-01-01
            c2 | quarrynotes | | 2020-01-01 | closed | 2025-03-01 | law | vulgarity |
            n1 | ht2 | Наrbour Tales | 2025-04-01 | active | | | |
            n2 | quarry_notes | | 2025-04-01 | active | | | |
            n3 | olive | Olive Tree | 2025-04-01 | active | | | |
            n4 | harbour.tales | harbourtales | 2025-04-01 | active | | | |
            n5 | ht5 | Parody of Harbour Tales | 2025-04-01 | active | | | |

            tokens
            account_id | kind | token
            c1 | device | d1
            n1 | device | d1
            c2 | phone | p2
            c2 | device | d2
            n4 | device | d2
            n3 | phone | p3
            """,
            finds=(("n1", 0.79, "likely"), ("n2", 0.3, "possible"), ("n4", 0.3, "possible")),
        ),
        Example(
            "a shared network alone stays possible, a payment does not",
            """
            accounts
            account_id | handle | display_name | created_at | status | closed_at
            c1 | x1 | Harbour Tales | 2020-01-01 | closed | 2025-03-01
            c2 | x2 | Quarry Notes | 2020-01-01 | closed | 2025-03-01
            n1 | y1 | Harbour Tales | 2025-04-01 | active |
            n2 | y2 | Quarry Notes | 2025-04-01 | active |

            tokens
            account_id | kind | token
            c1 | network | w1
            n1 | network | w1
            c2 | payment | p2
            n2 | payment | p2
            """,
            finds=(("n1", 0.2775, "possible"), ("n2", 0.8725, "likely")),
        ),
        Example(
            "a rare name back within a week",
            """
            accounts
            account_id | handle | display_name | created_at | status | closed_at
            c1 | x1 | Harbour Tales | 2020-01-01 | closed | 2025-03-01
            n1 | y1 | Harbour Tales | 2025-03-08 | active |
            """,
            finds=(("n1", 0.15, "possible"),),
        ),
        Example(
            "a sibling on the same network and console",
            """
            accounts
            account_id | handle | display_name | created_at | status | closed_at
            c1 | bigbrother | Otto Berg | 2020-01-01 | closed | 2025-03-01
            n1 | littlesister | Ida Berg | 2025-04-01 | active |

            tokens
            account_id | kind | token
            c1 | network | w1
            n1 | network | w1
            c1 | device | d1
            n1 | device | d1
            """,
        ),
        Example(
            "namesakes, common names and short names",
            """
            accounts
            account_id | handle | display_name | created_at | status | closed_at
            c1 | x1 | Harbour Tales | 2020-01-01 | closed | 2025-03-01
            c2 | x2 | Anna Berg | 2020-01-01 | closed | 2025-03-01
            c3 | w_ei | | 2020-01-01 | closed | 2025-03-01
            n1 | y1 | Harbour Tales | 2025-04-01 | active |
            n2 | y2 | Anna Berg | 2025-04-01 | active |
            n3 | y3 | Аnnа Berg | 2025-04-01 | active |
            n4 | y4 | Anna Berg | 2025-04-01 | active |
            n5 | y5 | Anna Berg | 2025-04-01 | active |
            n6 | wei | | 2025-04-01 | active |

            tokens
            account_id | kind | token
            c2 | email | e2
            n2 | email | e2
            c2 | network | w2
            n4 | network | w2
            c1 | email | e1
            n3 | email | e1
            """,
            finds=(("n2", 0.8725, "likely"),),
        ),
        Example(
            "one terminal for a whole campus",
            """
            accounts
            account_id | handle | display_name | created_at | status | closed_at
            c1 | x1 | Harbour Tales | 2020-01-01 | closed | 2025-03-01
            n1 | y1 | Harbour Tales | 2025-04-01 | active |
            s1 | s1 | Ada | 2025-04-01 | active |
            s2 | s2 | Ben | 2025-04-01 | active |
            s3 | s3 | Cleo | 2025-04-01 | active |
            s4 | s4 | Dan | 2025-04-01 | active |

            tokens
            account_id | kind | token
            c1 | device | lab
            n1 | device | lab
            s1 | device | lab
            s2 | device | lab
            s3 | device | lab
            s4 | device | lab
            s4 | phone | own
            """,
        ),
        Example(
            "free to come back",
            """
            accounts
            account_id | handle | created_at | status | closed_at | closed_ground | barred_until
            c1 | harbour_tales | 2020-01-01 | closed | 2025-03-01 | terms | 2025-06-01
            n1 | harbourtales | 2025-07-01 | active | | |
            c2 | quarry_notes | 2020-01-01 | closed | 2025-03-01 | request |
            n2 | quarrynotes | 2025-07-01 | active | | |
            c3 | olive_tree | 2020-01-01 | active | 2025-03-01 | terms |
            n3 | olivetree | 2025-07-01 | active | | |
            """,
        ),
        Example(
            "a fan club and an archive",
            """
            accounts
            account_id | handle | display_name | created_at | status | closed_at
            c1 | moonsinger | 月下歌者 | 2020-01-01 | closed | 2025-03-01
            n1 | moon_singer | 月下歌者后援会 | 2025-04-01 | active |
            n2 | moon.singer | Archive of Moonsinger | 2025-04-01 | active |
            """,
        ),
        Example(
            "there before the closure, closed again, or on another service",
            """
            accounts
            account_id | handle | platform | created_at | status | closed_at
            c1 | harbour_tales | video | 2020-01-01 | closed | 2025-03-01
            c2 | quarry_notes | video | 2020-01-01 | closed | 2024-01-01
            n1 | harbourtales | video | 2024-06-01 | active |
            n2 | quarrynotes | games | 2025-04-01 | active |
            n3 | quarry.notes | video | 2025-04-01 | closed | 2025-05-01
            """,
        ),
    ),
    references=(
        "Unicode Technical Standard #39, Unicode Security Mechanisms: confusable detection",
        "Niverthi, Verma, Kumar: Characterizing, Detecting, and Predicting Online Ban Evasion, WWW 2022",
        "design/domain.md L1 and S1, S19: family, shared places, expired bars and fans are not evasion",
    ),
)
