"""What the last check of an account's holder said of the age: a bound, never a birthday."""

from __future__ import annotations

from aboveboard.detector import Derived, Sql

__all__ = ["ADULT", "AGES"]

ADULT = 150
"""`under` of an adult."""

_AGES = """
SELECT account_id, under, expires_at FROM (
  SELECT account_id, under, expires_at, ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY coalesce(at, CAST('1970-01-01' AS TIMESTAMPTZ)) DESC, under) AS place
  FROM (
    SELECT account_id, at, expires_at, coalesce(age_under, CASE age_band WHEN 'minor' THEN 18 WHEN 'adult' THEN 150 END) AS under
    FROM attestations WHERE (kind = 'age' AND result IN ('pass', 'fail') OR kind = 'real_name' AND result = 'pass') AND coalesce(at <= $as_of, true)
  ) AS told WHERE under IS NOT NULL
) AS ranked WHERE place = 1
"""

AGES = Derived(
    name="ages",
    about=(
        "Accounts whose holder's age a check has bounded: `under` is the age the holder is younger than (18 where only the band minor is "
        "known), 150 for adults. A check of age that failed has bounded it too: whoever is not over 18 is a minor. A check of a name counts where it "
        "passed, a guardian's says nothing of the holder. The newest counts; of two at one time, the one that protects more."
    ),
    reads={"attestations": "account_id kind result age_band age_under? at? expires_at?"},
    steps=(Sql("ages", _AGES),),
    columns={"account_id": "string", "under": "int", "expires_at": "time"},
)
