"""Accounts that bear a protected organisation's name, or its name with a claim to speak for it."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.folded_names import FOLDED_NAMES, FOLDED_ORGANISATIONS
from aboveboard.detector import Detector, Example, Mistake, Param, Rows, Sql
from aboveboard.names.cues import claims_in_bio, stretches, without_affixes
from aboveboard.names.derivation import explain
from aboveboard.tables import Type

_KEYS = """
SELECT f.folded, min(f.org_id) AS org_id, min(f.name) AS org_name, min(f.size) AS size FROM folded_organisations AS f
WHERE f.size >= $shortest GROUP BY f.folded HAVING count(DISTINCT f.org_id) <= $generic
"""

_QUIET = """
SELECT account_id FROM official_accounts
UNION SELECT account_id FROM accounts WHERE verified_org_id IS NOT NULL OR status = 'closed'
UNION SELECT account_id FROM folded_names WHERE label OR tie
"""

_NAMES = """
SELECT f.account_id, f.name, f.folded, f.words, f.claim FROM folded_names AS f
LEFT JOIN quiet AS q ON q.account_id = f.account_id WHERE q.account_id IS NULL
"""

_MATCHED = """
SELECT c.account_id, c.name, c.part, c.claim, k.folded, k.org_id, k.org_name, k.size, a.handle, a.bio, a.created_at
FROM candidates AS c JOIN keys AS k ON k.folded = c.folded JOIN accounts AS a ON a.account_id = c.account_id
"""

_REGISTER = """
SELECT o.org_id, min(a.account_id) AS account_id, min(a.handle) AS handle, min(a.created_at) AS created_at FROM (
  SELECT org_id, account_id FROM official_accounts WHERE until IS NULL OR until > $as_of
  UNION SELECT verified_org_id AS org_id, account_id FROM accounts
) AS o JOIN accounts AS a ON a.account_id = o.account_id GROUP BY o.org_id
"""

_COMMON = """
SELECT folded FROM folded_names GROUP BY folded HAVING count(DISTINCT account_id) > $common
"""

_WEIGHED = """
SELECT j.account_id, j.handle, j.name, j.org_id, j.org_name, j.derivation, j.created_at AS first_at,
  coalesce(r.handle, 'not in the register') AS official, r.account_id AS official_id,
  CASE WHEN j.claim THEN 'it claims to be official' ELSE 'it makes no claim to be official' END AS cue,
  CASE WHEN r.org_id IS NOT NULL AND (j.claim OR j.disguised) THEN 1 ELSE 0 END AS refuted,
  round(1 - CAST(CASE WHEN j.part = 'whole' THEN 0.65 ELSE 0.8 END AS DOUBLE) * CASE WHEN j.claim THEN 0.5 ELSE 1 END
    * CASE WHEN j.disguised THEN 0.4 ELSE 1 END * CASE WHEN r.org_id IS NOT NULL THEN 0.8 ELSE 1 END, 4) AS score
FROM judged AS j LEFT JOIN register AS r ON r.org_id = j.org_id LEFT JOIN common AS m ON m.folded = j.folded
WHERE (r.created_at IS NULL OR j.created_at IS NULL OR j.created_at >= r.created_at)
  AND (m.folded IS NULL OR j.claim OR j.disguised)
  AND (j.part = 'whole' OR j.claim OR j.disguised OR (j.part = 'trimmed' AND j.size >= $distinctive))
"""

_POSING = """
SELECT account_id, handle, name, org_id, org_name, derivation, first_at, official, cue, score,
  CASE WHEN refuted = 1 THEN 'likely' ELSE 'possible' END AS tier,
  ['profile', CASE WHEN refuted = 1 THEN 'document' END] AS classes, [official_id] AS related
FROM (
  SELECT account_id, handle, name, org_id, org_name, derivation, first_at, official, official_id, cue, refuted, score,
    row_number() OVER (PARTITION BY account_id ORDER BY score DESC, org_id, name, org_name, derivation) AS place
  FROM weighed
) AS ranked WHERE place = 1
"""

_CANDIDATE: dict[str, Type] = {
    "account_id": "string",
    "name": "string",
    "claim": "bool",
    "folded": "string",
    "part": "string",
}
_JUDGED: dict[str, Type] = {
    "account_id": "string", "name": "string", "part": "string", "claim": "bool", "folded": "string", "org_id": "string",
    "org_name": "string", "size": "int", "handle": "string", "created_at": "time", "derivation": "string", "disguised": "bool",
}  # fmt: skip


def _candidates(batch: pa.Table) -> pa.Table:
    """Return the names to look up: each whole name, each without empty affixes, and stretches of those that claim or disguise."""
    kept = batch.select(["account_id", "name", "claim"])
    trimmed = without_affixes(batch["words"])
    shorter = pc.fill_null(pc.not_equal(trimmed, batch["words"]), False)
    bare = pc.replace_substring(trimmed.filter(shorter), " ", "")
    whole = kept.append_column("folded", batch["folded"])
    return pa.concat_tables(
        [
            _as(whole, "whole"),
            _as(kept.filter(shorter).append_column("folded", bare), "trimmed"),
            _as(_stretched(kept, batch["words"]), "stretch"),
        ]
    )


def _as(table: pa.Table, part: str) -> pa.Table:
    return table.append_column("part", pa.array([part] * table.num_rows, pa.string()))


def _stretched(kept: pa.Table, words: pa.ChunkedArray) -> pa.Table:
    """Only names with a claim, or that read as ASCII without being ASCII, are worth cutting into stretches."""
    mixed = pc.and_(pc.string_is_ascii(words), pc.invert(pc.string_is_ascii(kept["name"])))
    some = pc.fill_null(pc.or_(kept["claim"], mixed), False)
    runs = pa.array([stretches(w) for w in words.filter(some).to_pylist()], pa.list_(pa.string()))
    return kept.filter(some).take(pc.list_parent_indices(runs)).append_column("folded", pc.list_flatten(runs))


def _judged(batch: pa.Table) -> pa.Table:
    """Say how the name was written like the organisation's, and whether name or bio claims to speak for it."""
    paths = [explain(n, o) for n, o in zip(batch["name"].to_pylist(), batch["org_name"].to_pylist(), strict=True)]
    claim = pc.or_(batch["claim"], claims_in_bio(batch["bio"]))
    judged = {c: batch[c] for c in batch.column_names if c not in {"bio", "claim"}}
    says, disguised = [p.says for p in paths], [p.disguised for p in paths]
    made = {"claim": claim, "derivation": pa.array(says, pa.string()), "disguised": pa.array(disguised, pa.bool_())}
    return pa.table({**judged, **made})


POSING_NAME = Detector(
    name="posing_name",
    version="1",
    violation="impersonation",
    about=(
        "An account bears the name of a protected organisation without being its official account. Likeness alone never "
        "convicts: it is possible at most. With look-alike letters, or a claim to be official, against a register that "
        "names another account, it is likely."
    ),
    reads={
        "accounts": "account_id handle bio? created_at? status? verified_org_id?",
        "official_accounts?": "org_id account_id until?",
        "folded_names": "account_id name folded words label tie claim",
        "folded_organisations": "org_id name folded size",
    },
    derives=(FOLDED_NAMES, FOLDED_ORGANISATIONS),
    params={
        "shortest": Param(5, "letters, an ideograph counts two", 3, 30, "names smaller than this are anybody's"),
        "distinctive": Param(
            10, "letters, an ideograph counts two", 5, 60, "size from which a name with an empty affix counts"
        ),
        "generic": Param(
            3, "organisations", 1, 100, "a name borne by more organisations than this protects none of them"
        ),
        "common": Param(5, "accounts", 1, 1000, "a name borne by more accounts than this is a common word"),
    },
    classes=("profile", "document"),
    steps=(
        Sql("keys", _KEYS),
        Sql("quiet", _QUIET),
        Sql("names", _NAMES),
        Rows("candidates", "names", _candidates, _CANDIDATE),
        Sql("matched", _MATCHED),
        Rows("judged", "matched", _judged, _JUDGED),
        Sql("register", _REGISTER),
        Sql("common", _COMMON),
        Sql("weighed", _WEIGHED),
        Sql("posing", _POSING),
    ),
    says="{name} (handle {handle}) is written like {org_name}, whose own account is {official}: {derivation}; {cue}",
    mistakes=(
        Mistake(
            "A fan, parody or archive account bears the name openly.",
            "a label at the start of a name, or a Chinese or Japanese fan suffix, silences the finding",
            "labelled parody, fan club, ex-employee",
        ),
        Mistake(
            "A small name is somebody's family name or an ordinary word.",
            "names under `shortest` protect nobody, and a bare name borne by more accounts than `common` is a word",
            "small and common names",
        ),
        Mistake(
            "Many bodies share a generic name, such as a parks department.",
            "a name borne by more organisations than `generic` protects none of them",
            "a name that four bodies share",
        ),
        Mistake(
            "The account had the name before the organisation came.",
            "an account older than the organisation's own is never the impostor",
            "older than the official account",
        ),
        Mistake(
            "A branch or franchise is official in its own way.",
            "without a claim or a disguise a longer name is no finding; with one, a person asks for proof",
            "a branch and a poet",
        ),
        Mistake(
            "A person really has the company's name.",
            "a bare name without a claim or a disguise is never above possible",
        ),
    ),
    examples=(
        Example(
            "disguised, claiming and plain, beside the official account",
            """
            accounts
            account_id | handle | display_name | bio | created_at | status
            a1 | harbourline | Harbourline | Official account of Harbourline | 2018-01-01 | active
            a2 | hb_line | Наrbоurlinе | | 2025-01-01 | active
            a3 | harbour_1ine | | | 2025-01-01 | active
            a4 | hl4 | Harbourline | official support, write to us | 2025-01-01 | active
            a5 | harbour_line | Harbour Line | | 2025-01-01 | active
            a6 | hl6 | Harbourline Customer Service Oslo | | 2025-01-01 | active
            a7 | olive | Olive Tree | | 2025-01-01 | active
            a8 | q8 | Quarryworks | | 2010-01-01 | active

            organisations
            org_id | name | aliases
            o1 | Harbourline |
            o2 | Northern Quarry Board | Quarryworks

            official_accounts
            org_id | account_id
            o1 | a1
            """,
            finds=(
                ("a2", 0.792, "likely"),
                ("a3", 0.792, "likely"),
                ("a4", 0.74, "likely"),
                ("a5", 0.48, "possible"),
                ("a6", 0.68, "likely"),
                ("a8", 0.35, "possible"),
            ),
        ),
        Example(
            "Chinese names: Traditional characters, an affix, the official one",
            """
            accounts
            account_id | handle | display_name | verified_org_id
            a1 | haigang | 海港银行 | o1
            a2 | hg2 | 海港銀行 |
            a3 | hg3 | 海港银行官方客服 |
            a4 | hg4 | 海港小王 |
            a5 | hg5 | 海港银行后援会 |

            organisations
            org_id | name
            o1 | 海港银行
            """,
            finds=(("a2", 0.48, "possible"), ("a3", 0.68, "likely")),
        ),
        Example(
            "a register entry that has ended names nobody",
            """
            accounts
            account_id | handle | display_name
            a1 | harbour1 | Harbourline
            a2 | quarry1 | Quarryworks
            a3 | hl3 | Official Harbourline
            a4 | qw4 | Official Quarryworks

            organisations
            org_id | name
            o1 | Harbourline
            o2 | Quarryworks

            official_accounts
            org_id | account_id | until
            o1 | a1 | 2020-01-01
            o2 | a2 | 2030-01-01
            """,
            finds=(("a3", 0.6, "possible"), ("a4", 0.68, "likely")),
        ),
        Example(
            "labelled parody, fan club, ex-employee",
            """
            accounts
            account_id | handle | display_name | verified_org_id | status
            a1 | harbourline | Parody Harbourline | | active
            a2 | h2 | Harbourline Fan Club Official | | active
            a3 | h3 | Jane at Harbourline support | | active
            a4 | h4 | ex-Harbourline support | | active
            a5 | h5 | Harbourline | o2 | active
            a6 | h6 | Harbourline | | closed

            organisations
            org_id | name
            o1 | Harbourline
            o2 | Harbourline Museum
            """,
        ),
        Example(
            "small and common names",
            """
            accounts
            account_id | handle | display_name
            a1 | nova | Nova
            a2 | n2 | Official Nova
            b1 | b1x | Sunshine
            b2 | b2x | Sunshine
            b3 | b3x | Sunshine
            b4 | b4x | Sunshine
            b5 | b5x | Sunshine
            b6 | b6x | Sunshine
            c1 | c1x | Solar

            organisations
            org_id | name
            o1 | Nova
            o2 | Sunshine
            o3 | Solar
            """,
            finds=(("c1", 0.35, "possible"),),
        ),
        Example(
            "a name that four bodies share",
            """
            accounts
            account_id | handle
            a1 | parks_department

            organisations
            org_id | name
            o1 | Parks Department
            o2 | Parks Department
            o3 | Parks Department
            o4 | Parks Department
            """,
        ),
        Example(
            "older than the official account",
            """
            accounts
            account_id | handle | display_name | created_at
            a1 | harbourlinebank | Harbourline | 2020-01-01
            a2 | harbour_line | Harbourline | 2018-01-01

            organisations
            org_id | name
            o1 | Harbourline

            official_accounts
            org_id | account_id
            o1 | a1
            """,
        ),
        Example(
            "a branch and a poet",
            """
            accounts
            account_id | handle | display_name
            a1 | h1 | Harbourline Oslo
            a2 | h2 | The Solar
            a3 | h3 | The Harbourline
            a4 | h4 | Harbourline café

            organisations
            org_id | name
            o1 | Harbourline
            o2 | Solar
            """,
            finds=(("a3", 0.2, "possible"),),
        ),
    ),
    references=(
        "Unicode Technical Standard #39, Unicode Security Mechanisms: confusable detection",
        "design/domain.md L2b: likeness needs a deceptive element; whoever used the name first is not the impostor",
        "X, Parody, commentary and fan account policy: the label stands at the start of the name",
    ),
)
