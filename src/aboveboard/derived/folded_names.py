"""The names of all accounts and all protected organisations, folded once for every detector that compares names."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.detector import Derived, Rows, Sql
from aboveboard.names.abroad import well_known
from aboveboard.names.cues import cues
from aboveboard.names.few import pattern_of, searched
from aboveboard.names.folding import fold
from aboveboard.names.in_disguise import SLIGHT
from aboveboard.names.rarity import rarity
from aboveboard.tables import Type

_KEPT: dict[str, Type] = {"name": "string", "folded": "string", "words": "string", "size": "int"}
_CUES: dict[str, Type] = {"label": "bool", "tie": "bool", "claim": "bool"}

NAMES = """
SELECT account_id, 'handle' AS field, handle AS name FROM accounts
UNION ALL SELECT account_id, 'display_name' AS field, display_name AS name FROM accounts
"""

_CALLED = """
SELECT org_id, name FROM organisations
UNION SELECT org_id, unnest(aliases) AS name FROM organisations
"""

_TOGETHER = """
SELECT org_id, name FROM told UNION SELECT org_id, brief || ' ' || name AS name FROM (
  SELECT org_id, name AS brief FROM told JOIN (SELECT 'brief' AS form) AS f USING (form)
) AS b JOIN (SELECT org_id, name FROM told JOIN (SELECT 'full' AS form) AS f USING (form)) AS n USING (org_id)
"""
"""Bodies put their abbreviation before their name: EVN Điện lực Việt Nam. In another order it is found as any name is."""

_ABBREVIATION = r"^[\p{Lu}.]{2,6}$"


def _told(batch: pa.Table) -> pa.Table:
    """Add to names of organisations (column `name`) whether each is an abbreviation (`form`)."""
    brief = searched(batch["name"].combine_chunks(), _ABBREVIATION)
    return batch.append_column("form", pc.if_else(brief, "brief", "full"))


ORGANISATIONS = (
    Sql("called", _CALLED),
    Rows("told", "called", _told, {"org_id": "string", "name": "string", "form": "string"}),
    Sql("names", _TOGETHER),
)
"""Steps that make `names`: every name and alias of an organisation, and its abbreviation with each of the others."""


def called_so(names: Iterable[str]) -> set[str]:
    """Return what `ORGANISATIONS` makes of the name and aliases of one body."""
    every = set(names)
    brief = {name for name in every if pattern_of(_ABBREVIATION).search(name)}
    return every | {f"{short} {name}" for short in brief for name in every - brief}


def _fold_names(batch: pa.Table) -> pa.Table:
    folded = _fold(batch)
    read = cues(folded["words"].combine_chunks())
    return pa.table({**{c: folded[c] for c in folded.column_names}, **read._asdict()})


def _fold(batch: pa.Table) -> pa.Table:
    folded = fold(batch["name"])
    kept = {c: batch[c] for c in batch.column_names}
    return pa.table({**kept, "folded": folded.key, "words": folded.words, "size": _size(folded.key)})


def fold_organisations(batch: pa.Table) -> pa.Table:
    """Return names of organisations (column `name`) folded, with what each says in letters (`size`) and whether it is an abbreviation and no word (`rare`)."""
    folded = _fold(batch)
    known = pc.or_(_abbreviations(batch["name"], folded["folded"]), _well_known(folded))
    return folded.append_column("rare", pc.or_(known, _slight(batch["name"])))


def _slight(names: pa.ChunkedArray) -> pa.ChunkedArray:
    """Tell which names are three or four letters of another alphabet: Дія, Сбер. `confusion` asks for a disguise there."""
    return pc.fill_null(pc.match_substring_regex(names, SLIGHT), False)


def _well_known(folded: pa.Table) -> pa.ChunkedArray:
    """Tell which short names are a well-known body's and no word: Itaú. One in another script would be met by all that is said like it."""
    rows = zip(folded["name"].to_pylist(), folded["folded"].to_pylist(), folded["size"].to_pylist(), strict=True)
    return pa.chunked_array([
        pa.array([bool(k and max(n) <= _LATIN and s in _BRIEF and well_known(n)) for n, k, s in rows], pa.bool_())
    ])  # fmt: skip


_BRIEF, _LATIN = (3, 4), "\u024f"
"""Sizes of a name that protects nobody unless it is known to be a body's."""


def _abbreviations(names: pa.ChunkedArray, keys: pa.ChunkedArray) -> pa.ChunkedArray:
    """Tell which names are abbreviations of three or four capitals that are no word, such as BYD, or have such an ideograph: B站."""
    short = pc.match_substring_regex(names, r"^(?:[\p{Lu}][.]?){3,4}$|^[A-Z]{1,2}\p{Han}$")
    odd = pc.greater_equal(rarity(keys.combine_chunks()), _ODD_ABBREVIATION)
    return pa.chunked_array([pc.fill_null(pc.and_(short.combine_chunks(), odd), False)])


_ODD_ABBREVIATION = 8.0
"""Bits of rarity from which three capitals are no word of every other sentence; `confusion` asks more of those that are words."""


def _size(keys: pa.Array) -> pa.Array:
    """How much a name says: a letter counts one, an ideograph or a syllable two and a half, rounded up.

    A Hebrew or Arabic letter counts one and a half, rounded down: most vowels are not written.

    Four letters that no word would have in this order, such as those of many abbreviations, count five.
    """
    other = pc.fill_null(pc.invert(pc.string_is_ascii(keys)), False)
    wide = _count(keys, other, r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
    bare = _count(keys, other, r"[\p{Hebrew}\p{Arabic}]")
    more = pc.add(pc.divide(pc.add(pc.multiply(wide, 3), 1), 2), pc.divide(bare, 2))
    four = pc.fill_null(pc.match_substring_regex(keys, r"^[a-z]{4}$"), False)
    odd = pc.replace_with_mask(four, four, pc.greater_equal(rarity(keys.filter(four)), _ODD))
    return pc.add(pc.add(pc.cast(pc.utf8_length(keys), pa.int64()), more), pc.cast(odd, pa.int64()))


def _count(keys: pa.Array, other: pa.Array, signs: str) -> pa.Array:
    """Return how many such signs each key has, of which only some, the `other` ones, have any."""
    found = pc.cast(pc.count_substring_regex(keys.filter(other), signs), pa.int64())
    return pc.replace_with_mask(pa.array(np.zeros(len(keys), np.int64)), other, found)


_ODD = 17.0
"""Bits of rarity from which four letters are no ordinary word."""


FOLDED_NAMES = Derived(
    name="folded_names",
    about=(
        "Every handle and display name with its key (`folded`), its words, its size in letters (an ideograph counts two) "
        "and its cues: `label` (parody, fan, archive), `tie` (works at, ex-), `claim` (official, support)."
    ),
    reads={"accounts": "account_id handle display_name?"},
    steps=(
        Sql("names", NAMES),
        Rows("folded", "names", _fold_names, {"account_id": "string", "field": "string", **_KEPT, **_CUES}),
    ),
    columns={"account_id": "string", "field": "string", **_KEPT, **_CUES},
)

FOLDED_ORGANISATIONS = Derived(
    name="folded_organisations",
    about="Every name and alias of a protected organisation, and its abbreviation with each of the others, with its key, its words, its size in letters, and whether it is an abbreviation and no word (`rare`).",
    reads={"organisations": "org_id name aliases?"},
    steps=(
        *ORGANISATIONS,
        Rows("folded", "names", fold_organisations, {"org_id": "string", **_KEPT, "rare": "bool"}),
    ),
    columns={"org_id": "string", **_KEPT, "rare": "bool"},
)
