"""Accounts whose handle or display name may be written after a protected organisation's, and how."""

from __future__ import annotations

from collections.abc import Mapping

from aboveboard.derived.folded_names import FOLDED_NAMES, FOLDED_ORGANISATIONS
from aboveboard.derived.likened_names import LIKENED, STRETCH, likened, stretched
from aboveboard.derived.misspelled_names import MISSPELLED, misspelled
from aboveboard.derived.name_forms import NAME_FORMS, PROTECTED_FORMS
from aboveboard.derived.office_claims import OFFICE_CLAIMS
from aboveboard.derived.own_accounts import OWN_ACCOUNTS, WORN_SINCE
from aboveboard.detector import Derived, Groups, Param, Rows, Sql
from aboveboard.tables import Type

__all__ = ["ORGANISATION_MATCHES", "PROTECTED_NAMES"]

_PROTECTED = """
SELECT org_id, o.name AS org_name, o.opened_at, f.name AS model, folded
FROM organisations AS o JOIN folded_organisations AS f USING (org_id) JOIN (
  SELECT folded FROM folded_organisations GROUP BY folded HAVING count(DISTINCT org_id) <= $generic
) AS g USING (folded)
WHERE (size >= $shortest OR rare) AND coalesce(o.status, 'active') = 'active' AND coalesce(o.closed_at > $as_of, true)
"""

_NAMES = """
SELECT account_id, field, name, words, claim, coalesce(speaks, false) AS speaks FROM folded_names
LEFT JOIN (SELECT account_id, speaks FROM office_claims) AS s USING (account_id)
"""

_WRITTEN = """
SELECT DISTINCT family, key, false AS protected, 1 AS world FROM name_forms JOIN (SELECT 'loose' AS family) AS f USING (family)
UNION ALL
SELECT DISTINCT family, key, true AS protected, 1 AS world FROM (
  SELECT org_id, name AS model, family, key FROM protected_forms
) AS p JOIN protected_names USING (org_id, model) JOIN (SELECT 'loose' AS family) AS f USING (family)
"""

_MATCHED = """
SELECT account_id, field, name, org_id, model, heard FROM names JOIN (
  SELECT name, org_id, model, 0 AS heard FROM (
    SELECT name, family, key FROM name_forms
    UNION ALL SELECT name, family, meant AS key FROM name_forms JOIN misspelled USING (family, key)
  ) AS k JOIN (
    SELECT org_id, model, family, key FROM protected_names JOIN (
      SELECT org_id, name AS model, family, key FROM protected_forms
    ) AS f USING (org_id, model)
  ) AS p USING (family, key)
  UNION SELECT name, org_id, model, 1 AS heard FROM (
    SELECT name, replace(replace(key, 'a', ''), 'ng', 'n') AS bones FROM name_forms
    JOIN (SELECT 'heard' AS family) AS h USING (family)
  ) AS n JOIN (
    SELECT org_id, model, bones FROM protected_names JOIN (
      SELECT org_id, name AS model, key AS bones FROM protected_forms JOIN (SELECT 'bones' AS family) AS b USING (family)
    ) AS f USING (org_id, model)
  ) AS p USING (bones)
) AS found USING (name)
UNION SELECT account_id, field, name, org_id, model, 0 AS heard FROM stretches JOIN (
  SELECT org_id, model, folded FROM protected_names
) AS p USING (folded)
"""

_MATCHES = """
SELECT account_id, field, name, org_id, model, says, alike, disguised, whole, claim, aside, plain, numbered, by_ear
FROM (SELECT DISTINCT account_id, field, name, org_id, model FROM matched) AS m JOIN likened USING (name, model)
"""

_PAIRS = """
SELECT name, model, heard FROM (
  SELECT name, model, min(heard) = 1 AS heard,
    max(CASE WHEN taken_at IS NULL AND own IS NOT NULL THEN 0 ELSE 1 END) AS judged
  FROM matched LEFT JOIN (SELECT account_id, min(org_id) AS own FROM own_accounts GROUP BY account_id) AS o USING (account_id)
  LEFT JOIN (SELECT account_id, field, name, taken_at FROM worn_since) AS w USING (account_id, field, name)
  GROUP BY name, model
) AS p JOIN (SELECT 1 AS judged) AS j USING (judged)
"""

_KEPT: Mapping[str, Type] = {
    "account_id": "string", "field": "string", "name": "string", "org_id": "string", "model": "string",
}  # fmt: skip

PROTECTED_NAMES = Derived(
    name="protected_names",
    about=(
        "Every name and alias (`model`) of an organisation that still exists, unless it is too small or borne by too many "
        "organisations to protect anybody."
    ),
    reads={
        "organisations": "org_id name status? opened_at? closed_at?",
        "folded_organisations": "org_id name folded size rare",
    },
    derives=(FOLDED_ORGANISATIONS,),
    params={
        "shortest": Param(5, "letters, an ideograph counts two", 3, 30, "names smaller than this are anybody's, but for abbreviations that are no word"),
        "generic": Param(3, "organisations", 1, 100, "a name borne by more organisations protects none of them"),
    },
    steps=(Sql("protected_names", _PROTECTED),),
    columns={
        "org_id": "string", "org_name": "string", "opened_at": "time", "model": "string", "folded": "string",
    },
)  # fmt: skip

ORGANISATION_MATCHES = Derived(
    name="organisation_matches",
    about=(
        "Handles and display names that may be written after a protected name, the whole of it or a part: the path (`says`), how "
        "sure the likeness is (`alike`), whether it is in disguise, and whether the words beside it claim an office or set it aside. "
        "A name that only organisations' own accounts bear is left out, unless it was taken by a rename."
    ),
    reads={
        "folded_names": "account_id field name words claim",
        "name_forms": "name family key",
        "protected_names": "org_id model folded",
        "protected_forms": "org_id name family key",
        "office_claims?": "account_id speaks",
        "own_accounts": "account_id org_id",
        "worn_since?": "account_id field name taken_at",
    },
    derives=(FOLDED_NAMES, NAME_FORMS, PROTECTED_NAMES, PROTECTED_FORMS, OFFICE_CLAIMS, OWN_ACCOUNTS, WORN_SINCE),
    steps=(
        Sql("names", _NAMES),
        Rows("stretches", "names", stretched, STRETCH),
        Sql("written", _WRITTEN),
        Groups("misspelled", "written", ("world",), misspelled, MISSPELLED),
        Sql("matched", _MATCHED),
        Sql("pairs", _PAIRS),
        Rows("likened", "pairs", likened, LIKENED, together=("model", "name"), apart=8_000),
        Sql("organisation_matches", _MATCHES),
    ),
    columns={**_KEPT, **{c: t for c, t in LIKENED.items() if c not in _KEPT}},
)
