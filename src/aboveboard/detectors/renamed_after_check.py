"""Verified accounts that took another organisation's name after they were checked: the badge stays, the name is new."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.folded_names import FOLDED_ORGANISATIONS
from aboveboard.derived.organisation_matches import ORGANISATION_MATCHES, PROTECTED_NAMES
from aboveboard.derived.own_accounts import ORGANISATION_STARTS, OWN_ACCOUNTS, WORN_SINCE
from aboveboard.detector import Detector, Example, Mistake, Param, Rows, Sql
from aboveboard.tables import Type

_RENAMED = """
SELECT account_id, o.org_id AS own_id, field, name, taken_at, o.listed
FROM own_accounts AS o JOIN worn_since USING (account_id)
WHERE current AND coalesce(taken_at >= since, true)
"""

_OWN_NAMES = """
SELECT DISTINCT r.name, f.name AS model FROM renamed AS r JOIN (
  SELECT org_id AS own_id, name FROM folded_organisations
  UNION SELECT k.own_id, f.name FROM kin AS k JOIN folded_organisations AS f USING (org_id)
) AS f USING (own_id)
"""

_KIN = """
SELECT org_id AS own_id, unnest(successor_ids) AS org_id FROM organisations
UNION SELECT unnest(successor_ids) AS own_id, org_id FROM organisations
"""

_OWN = """
SELECT DISTINCT account_id, field, name FROM renamed JOIN (
  SELECT org_id AS own_id, name AS model FROM folded_organisations
  UNION SELECT k.own_id, f.name AS model FROM kin AS k JOIN folded_organisations AS f USING (org_id)
) AS f USING (own_id) JOIN likeness USING (name, model) WHERE alike
"""

_TAKEN = """
SELECT account_id, field, name, taken_at, own_id, listed, org_id, model, m.says, m.alike, m.disguised, m.whole, m.claim,
  p.org_name, s.official, s.first_at, date_diff('day', taken_at, $as_of) AS days,
  -0.6 + CAST(CASE WHEN m.whole THEN 3.0 ELSE 1.6 END AS DOUBLE) * m.alike + CASE WHEN m.disguised THEN 1.0 ELSE 0.0 END
    + CASE WHEN m.claim THEN 0.8 ELSE 0.0 END + CASE WHEN s.official IS NULL THEN 0.0 ELSE 0.5 END
    + CASE WHEN date_diff('day', taken_at, $as_of) <= $fresh THEN 0.7 ELSE 0.0 END AS weight
FROM renamed JOIN organisation_matches AS m USING (account_id, field, name) JOIN (
  SELECT org_id, model, min(org_name) AS org_name FROM protected_names GROUP BY org_id, model
) AS p USING (org_id, model)
LEFT JOIN organisation_starts AS s USING (org_id) LEFT JOIN (
  SELECT account_id, field, name, true AS own FROM own
) AS w USING (account_id, field, name)
WHERE w.own IS NULL AND NOT m.aside AND (m.whole OR m.claim OR m.disguised)
  AND coalesce(s.first_at <= taken_at, true)
"""

_FINDING = """
SELECT account_id, handle, name, org_id, org_name, own_name, official, derivation, renamed_at, checked, score, tier,
  ['profile', 'document'] AS classes, renamed_at AS first_at
FROM (
  SELECT account_id, handle, name, org_id, org_name, own_name, says AS derivation, taken_at AS renamed_at,
    coalesce(official, 'not in the register') AS official,
    CASE WHEN listed THEN 'listed in the register' ELSE 'badged' END AS checked,
    CASE WHEN whole THEN 'likely' ELSE 'possible' END AS tier,
    round(1 / (1 + exp(-weight)), 4) AS score,
    row_number() OVER (PARTITION BY account_id ORDER BY weight DESC, org_id, model, field, own_id) AS place
  FROM taken AS t JOIN (SELECT account_id, handle FROM accounts) AS a USING (account_id)
  JOIN (SELECT org_id AS own_id, name AS own_name FROM organisations) AS o USING (own_id)
) AS ranked WHERE place = 1
"""

_LIKENESS: dict[str, Type] = {"name": "string", "model": "string", "alike": "bool"}


def _like_its_own(batch: pa.Table) -> pa.Table:
    """Tell whether a new name is still the organisation's own: an alias, a spelling, a longer or shorter form."""
    from aboveboard.names.likeness import likenesses

    told = pc.not_equal(likenesses(batch["name"], batch["model"])["says"], "").combine_chunks()
    rest = batch.filter(pc.invert(told))
    turned = pc.not_equal(likenesses(rest["model"], rest["name"])["says"], "").combine_chunks()
    alike = pc.replace_with_mask(told, pc.invert(told), turned)
    return pa.table({"name": batch["name"], "model": batch["model"], "alike": alike})


RENAMED_AFTER_CHECK = Detector(
    name="renamed_after_check",
    version="1",
    violation="impersonation",
    about=(
        "An account that was verified as one organisation took the name of another one afterwards. Its badge says nothing about "
        "the new name: verification should drop at once, and a person must look. A new name that is still like the "
        "organisation's own is no finding."
    ),
    reads={
        "accounts": "account_id handle",
        "organisations": "org_id name successor_ids?",
        "folded_organisations": "org_id name",
        "own_accounts": "org_id account_id since listed current",
        "worn_since": "account_id field name taken_at",
        "organisation_matches": "account_id field name org_id model says alike disguised whole claim aside",
        "protected_names": "org_id org_name model",
        "organisation_starts": "org_id official first_at",
    },
    derives=(
        FOLDED_ORGANISATIONS,
        OWN_ACCOUNTS,
        WORN_SINCE,
        ORGANISATION_MATCHES,
        PROTECTED_NAMES,
        ORGANISATION_STARTS,
    ),
    params={"fresh": Param(30, "days", 1, 365, "a rename since then weighs more")},
    classes=("profile", "document"),
    steps=(
        Sql("renamed", _RENAMED),
        Sql("kin", _KIN),
        Sql("own_names", _OWN_NAMES),
        Rows("likeness", "own_names", _like_its_own, _LIKENESS),
        Sql("own", _OWN),
        Sql("taken", _TAKEN),
        Sql("finding", _FINDING),
    ),
    says=(
        "{handle} was checked as {own_name} ({checked}) and has borne the name {name} since {renamed_at}, which is written like "
        "{org_name}, whose own account is {official}: {derivation}; the check does not cover this name"
    ),
    mistakes=(
        Mistake(
            "The organisation itself was renamed, or writes its name another way.",
            "a new name that is like any of its names in the register, or a predecessor's or successor's, is its own",
            "its own new name",
        ),
        Mistake(
            "Two organisations have like names by chance.",
            "only a name taken by a rename counts, and one the other organisation used before",
            "namesakes, and a name taken first",
        ),
        Mistake(
            "The account says that it is a fan or a parody.",
            "a label at the start of the name silences the finding",
            "its own new name",
        ),
    ),
    examples=(
        Example(
            "a badge that stays behind",
            """
            accounts
            account_id | handle | display_name | verified_org_id | created_at
            a1 | harbourline | Harbourline | o1 | 2018-01-01
            a2 | olive_studio | Harbourline | o2 | 2019-01-01
            a3 | maple_walks | Harbourline Official Support | | 2019-01-01
            a4 | pebble | Наrbourline | o4 | 2019-01-01
            a5 | teapot | Harbourline | | 2019-01-01

            organisations
            org_id | name
            o1 | Harbourline
            o2 | Olive Lantern Studio
            o3 | Maple Walks
            o4 | Pebble Museum
            o5 | Harbourline
            o6 | Teapot Makers

            official_accounts
            org_id | account_id | since | until
            o3 | a3 | 2020-01-01 | 2030-01-01
            o6 | a5 | 2020-01-01 | 2024-01-01

            profile_changes
            account_id | at | field | old | new
            a2 | 2025-12-30 | display_name | Olive Lantern Studio | Harbourline
            a3 | 2025-06-30 | display_name | Maple Walks | Harbourline Official Support
            a4 | 2025-12-30 | display_name | Pebble Museum | Наrbourline
            a5 | 2025-12-30 | display_name | Teapot Makers | Harbourline
            """,
            finds=(("a2", 0.9734, "likely"), ("a3", 0.9721, "likely"), ("a4", 0.99, "likely")),
        ),
        Example(
            "its own new name",
            """
            accounts
            account_id | handle | display_name | verified_org_id
            a1 | harbourline | Harbourline Oslo | o1
            a2 | harbour_museum | Harbourline | o2
            a3 | quarry | Quarryworks | o3
            a4 | olive | Parody Harbourline Official | o5

            organisations
            org_id | name | successor_ids
            o1 | Harbourline |
            o2 | Harbourline Museum |
            o3 | Northern Quarry Board | o4
            o4 | Quarryworks |
            o5 | Olive Lantern Studio |

            profile_changes
            account_id | at | field | old | new
            a1 | 2025-12-30 | display_name | Harbourline | Harbourline Oslo
            a2 | 2025-12-30 | display_name | Harbourline Museum | Harbourline
            a3 | 2025-12-30 | display_name | Northern Quarry Board | Quarryworks
            a4 | 2025-12-30 | display_name | Olive Lantern Studio | Parody Harbourline Official
            """,
        ),
        Example(
            "namesakes, and a name taken first",
            """
            accounts
            account_id | handle | display_name | verified_org_id | created_at
            a1 | harbourline | Harbourline | o1 | 2018-01-01
            a2 | harbourline2 | Harbourline | o2 | 2019-01-01
            a3 | maple | Quarryworks | o3 | 2019-01-01
            a4 | quarryworks | Quarryworks | o4 | 2025-01-01
            a5 | pebble | Quarryworks | o5 | 2019-01-01
            a6 | olive | Cafe24go Harbourline | o6 | 2019-01-01
            a7 | teapot | Canyon Trust | o7 | 2019-01-01
            a8 | canyon_news | Canyon Trust | o8 | 2012-01-01

            organisations
            org_id | name
            o1 | Harbourline
            o2 | Olive Lantern Studio
            o3 | Maple Walks
            o4 | Quarryworks
            o5 | Pebble Museum
            o6 | Olive Lantern Cafe
            o7 | Teapot Makers
            o8 | Canyon Trust

            official_accounts
            org_id | account_id | since
            o5 | a5 | 2025-11-01

            profile_changes
            account_id | at | field | old | new
            a3 | 2024-12-30 | display_name | Maple Walks | Quarryworks
            a5 | 2025-10-30 | display_name | Pebble Museum | Quarryworks
            a6 | 2025-12-30 | display_name | Old Lantern | Cafe24go Harbourline
            a7 | 2025-12-20 | display_name | Teapot Makers | Canyon Trust
            a8 | 2025-12-31 | display_name | Canyon News | Canyon Trust
            """,
        ),
        Example(
            "names that protect nobody, and those that do",
            """
            accounts
            account_id | handle | display_name | verified_org_id | created_at
            a1 | maple | Nova | o1 |
            a2 | pebble | Harbourline | o2 |
            a3 | olive | Quarryworks | o3 |
            a4 | teapot | Parks Department | o4 |
            a5 | canyon | Willow Savings | o5 |
            a9 | willow | Willow Trees | o9 | 2025-12-31

            organisations
            org_id | name | status | closed_at
            o1 | Maple Walks | active |
            o2 | Pebble Museum | active |
            o3 | Olive Lantern Studio | active |
            o4 | Teapot Makers | active |
            o5 | Canyon Trust | active |
            o9 | Willow Trees | active |
            p1 | Nova | active |
            p2 | Harbourline | merged |
            p3 | Quarryworks | active | 2025-01-01
            p4 | Parks Department | active |
            p5 | Parks Department | active |
            p6 | Parks Department | active |
            p7 | Parks Department | active |
            p8 | Willow Savings | active | 2027-01-01

            official_accounts
            org_id | account_id | until
            p8 | a9 | 2020-01-01

            profile_changes
            account_id | at | field | old | new
            a1 | 2025-12-30 | display_name | Maple Walks | Nova
            a2 | 2025-12-30 | display_name | Pebble Museum | Harbourline
            a3 | 2025-12-30 | display_name | Olive Lantern Studio | Quarryworks
            a4 | 2025-12-30 | display_name | Teapot Makers | Parks Department
            a5 | 2025-12-30 | display_name | Canyon Trust | Willow Savings
            """,
            finds=(("a5", 0.9569, "likely"),),
        ),
    ),
    references=(
        "design/domain.md, scenarios S7 and S8: a badge drops when a verified account renames to a bank",
        "Bluesky, Verification: it lapses when the handle or the display name changes",
    ),
)
