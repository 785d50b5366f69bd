"""What a profile repeats of a barred account's: its names, past ones too, and its bio."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.closures import BARRED
from aboveboard.derived.folded_names import FOLDED_NAMES
from aboveboard.derived.name_forms import NAME_FORMS
from aboveboard.detector import Derived, Groups, Param, Rows, Sql
from aboveboard.names.cues import announces_return
from aboveboard.names.folding import fold, folded
from aboveboard.names.forms import forms
from aboveboard.names.kept import kept, tokens
from aboveboard.names.rarity import bits
from aboveboard.tables import ARROW, Type
from aboveboard.text.normal import normal, weight

__all__ = ["ALIKE_BIOS", "ALIKE_NAMES"]

_SHORTEST_BIO = 12

_WORN_NAMES = """
SELECT DISTINCT closed_id, field, name FROM (
  SELECT account_id AS closed_id, field, old AS name FROM profile_changes WHERE field IN ('handle', 'display_name')
  UNION ALL SELECT account_id AS closed_id, field, name FROM folded_names
) AS c JOIN barred USING (closed_id)
"""

_BEARERS = """
SELECT 'plain' AS family, folded AS key, count(DISTINCT account_id) AS bearers FROM folded_names
JOIN (SELECT DISTINCT key AS folded FROM worn) AS w USING (folded) GROUP BY folded
UNION ALL SELECT family, key, count(DISTINCT account_id) AS bearers FROM folded_names
JOIN name_forms USING (name) JOIN (SELECT DISTINCT family, key FROM worn) AS w USING (family, key) GROUP BY family, key
HAVING count(DISTINCT account_id) <= $common
"""

_ALIKE_NAMES = """
SELECT DISTINCT account_id, closed_id, field, name, closed_field, closed_name, bearers, t.taken_at
FROM (SELECT closed_id, field AS closed_field, name AS closed_name, family, key FROM worn) AS w
JOIN bearers USING (family, key) JOIN (
  SELECT account_id, field, name, 'plain' AS family, folded AS key FROM folded_names
  UNION ALL SELECT account_id, field, name, family, key FROM folded_names JOIN name_forms USING (name)
  UNION ALL SELECT account_id, 'bio' AS field, name, 'plain' AS family, folded AS key FROM handles_in_bios
) AS n USING (family, key) LEFT JOIN (
  SELECT account_id, field, new AS name, max(at) AS taken_at FROM profile_changes GROUP BY account_id, field, new
) AS t USING (account_id, field, name)
UNION ALL SELECT account_id, closed_id, 'part' AS field, kept AS name, 'part' AS closed_field, kept AS closed_name,
  greatest(bearers, coalesce(wearers, 0)) AS bearers, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS taken_at
FROM kept LEFT JOIN wearers USING (word)
"""

_WEARERS = """
SELECT word, count(DISTINCT account_id) AS wearers FROM (
  SELECT account_id, unnest(str_split_regex(words, ' ')) AS word FROM folded_names UNION ALL SELECT account_id, folded AS word FROM folded_names
) AS w JOIN (SELECT DISTINCT word FROM kept) AS k USING (word) GROUP BY word
"""

_SPOKEN = """
SELECT 1 AS world, false AS closed, account_id, name FROM folded_names JOIN saying USING (account_id)
UNION ALL SELECT 1 AS world, true AS closed, closed_id AS account_id, name FROM (
  SELECT account_id AS closed_id, name FROM folded_names
) AS f JOIN barred USING (closed_id)
"""

_WORN_KEYS: Mapping[str, Type] = {
    "closed_id": "string", "field": "string", "name": "string", "family": "string", "key": "string",
}  # fmt: skip
_NAMED: Mapping[str, Type] = {"account_id": "string", "name": "string", "folded": "string"}
_PARTS: Mapping[str, Type] = {
    "account_id": "string",
    "closed_id": "string",
    "kept": "string",
    "word": "string",
    "bearers": "int",
}
_BIO: Mapping[str, Type] = {"account_id": "string", "said": "string"}


def _keyed(batch: pa.Table) -> pa.Table:
    """Return names under each of their keys, with those that only few names can afford: barred accounts are few.

    Without `bones`: no account has such a key, and nothing here asks for it in another way.
    """
    made = pa.concat_tables([forms(batch["name"]), forms(batch["name"], protected=True, bones=False)])
    made = made.group_by(["row", "family", "key"], use_threads=False).aggregate([])
    kept = batch.take(made["row"])
    return pa.table({**{c: kept[c] for c in kept.column_names}, "family": made["family"], "key": made["key"]})


def _saying(batch: pa.Table) -> pa.Table:
    """Keep the bios that announce a return. Many accounts have the same bio: each is read once."""
    coded = batch["bio"].combine_chunks().dictionary_encode()
    return batch.filter(pc.fill_null(announces_return(coded.dictionary).take(coded.indices), False))


def _kept(spoken: pa.Table) -> pa.Table:
    """Return the parts of barred accounts' names that accounts which announce a return have kept.

    Columns in: `closed` (whose name it is), `account_id`, `name`; out: `_PARTS`. How many bear a part at least is counted among these
    names and reckoned from everyday texts; how many bear its rarest word (`word`) is counted among all later.
    """
    names: dict[bool, dict[str, set[str]]] = {False: defaultdict(set), True: defaultdict(set)}
    for closed, account, name in zip(*(spoken[c].to_pylist() for c in ("closed", "account_id", "name")), strict=True):
        for token in tokens(name) if name else ():
            names[closed][token].add(f"{account}\x1f{name}")
    pairs = {
        (mine, theirs)
        for token, bearers in names[False].items()
        if 0 < len(names[True].get(token, ())) <= _KNOWN
        for mine in bearers
        for theirs in names[True][token]
    }
    return _longest(pairs)


def _longest(pairs: set[tuple[str, str]]) -> pa.Table:
    """Return the longest part of each pair of accounts, of pairs of an account and its name."""
    best, worn = dict[tuple[str, str], str](), defaultdict[str, set[str]](set)
    for mine, theirs in sorted(pairs):
        (account, name), (closed, other) = mine.split("\x1f", 1), theirs.split("\x1f", 1)
        part = kept(name, other)
        if account == closed or not part:
            continue
        worn[part] |= {account, closed}
        if len(part) > len(best.get((account, closed), "")):
            best[account, closed] = part
    told = [
        (a, c, part, _rarest(part), len(worn[part]) + round(_PEOPLE * 2 ** -bits(part)))
        for (a, c), part in sorted(best.items())
    ]
    columns = list(zip(*told, strict=True)) if told else [()] * len(_PARTS)
    return pa.table([pa.array(c, ARROW[t]) for c, t in zip(columns, _PARTS.values(), strict=True)], names=list(_PARTS))


def _rarest(part: str) -> str:
    """Return the word of a part that the fewest texts hold, as names are folded: how many accounts bear it is counted."""
    return max((folded(word)[0] or "" for word in part.split(" ")), key=lambda w: (bits(w), w))


_KNOWN, _PEOPLE = 50, 100_000
"""Barred names beyond which a word of them is anybody's; and people among whom a common word is counted."""


def _handles(batch: pa.Table) -> pa.Table:
    """Return what may be handles in bios that announce a return: "old account tylertrolls got banned"."""
    found = [
        (a, handle)
        for a, b in zip(batch["account_id"].to_pylist(), batch["bio"].to_pylist(), strict=True)
        for handle in sorted(set(_HANDLE.findall(b)))
    ]
    names = pa.array([handle for _, handle in found], pa.string())
    return pa.table(
        {"account_id": pa.array([a for a, _ in found], pa.string()), "name": names, "folded": fold(names).key}
    )


_HANDLE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9]|[._-](?=[A-Za-z0-9])){4,29}")


def _said(batch: pa.Table) -> pa.Table:
    """Keep the normal form of a bio long enough to be somebody's own."""
    said = normal(batch["bio"])
    return pa.table({"account_id": batch["account_id"], "said": said}).filter(
        pc.greater_equal(weight(said), _SHORTEST_BIO)
    )


ALIKE_NAMES = Derived(
    name="alike_names",
    about=(
        "One row a name (handle or display name) that folds, looks or sounds like a name a barred account bears or bore, or a handle of such "
        "an account that a bio names which says it is back, or a part of its name beside such a bio: how many accounts bear its like (`bearers`), and when it was taken by a rename (`taken_at`)."
    ),
    reads={
        "accounts": "account_id bio?",
        "barred": "closed_id",
        "folded_names": "account_id field name folded words",
        "name_forms": "name family key",
        "profile_changes?": "account_id at field old new",
    },
    derives=(BARRED, FOLDED_NAMES, NAME_FORMS),
    params={"common": Param(20, "accounts", 2, 10_000, "a look-alike key on more accounts is anybody's")},
    steps=(
        Sql("worn_names", _WORN_NAMES),
        Rows("worn", "worn_names", _keyed, _WORN_KEYS, apart=8_000),
        Sql("told", "SELECT account_id, bio FROM accounts"),
        Rows("saying", "told", _saying, {"account_id": "string", "bio": "string"}),
        Rows("handles_in_bios", "saying", _handles, _NAMED),
        Sql("spoken", _SPOKEN),
        Groups("kept", "spoken", ("world",), _kept, _PARTS),
        Sql("wearers", _WEARERS),
        Sql("bearers", _BEARERS),
        Sql("alike_names", _ALIKE_NAMES),
    ),
    columns={
        "account_id": "string", "closed_id": "string", "field": "string", "name": "string", "closed_field": "string",
        "closed_name": "string", "bearers": "int", "taken_at": "time",
    },
)  # fmt: skip

ALIKE_BIOS = Derived(
    name="alike_bios",
    about="Pairs whose bios say the same words, decoration aside, and how many accounts say them (`sayers`).",
    reads={"barred": "closed_id", "accounts": "account_id bio?"},
    derives=(BARRED,),
    params={"common": Param(20, "accounts", 2, 1000, "a bio on more accounts than this is a proverb")},
    steps=(
        Sql("bios", "SELECT account_id, bio FROM accounts"),
        Rows("said", "bios", _said, _BIO),
        Sql(
            "alike_bios",
            """
            SELECT n.account_id, closed_id, s.sayers, said
            FROM barred JOIN (SELECT account_id AS closed_id, said FROM said) AS c USING (closed_id)
            JOIN (SELECT said, count(*) AS sayers FROM said GROUP BY said HAVING count(*) <= $common) AS s USING (said)
            JOIN said AS n USING (said)
            """,
        ),
    ),
    columns={"account_id": "string", "closed_id": "string", "sayers": "int", "said": "string"},
)
