"""Pairs of a barred account and one that may be its return, every piece of evidence weighed in bits."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.alike_pictures import ALIKE_PICTURES
from aboveboard.derived.alike_profiles import ALIKE_BIOS, ALIKE_NAMES
from aboveboard.derived.closures import BARRED
from aboveboard.derived.folded_names import FOLDED_NAMES
from aboveboard.derived.migration import MIGRATION
from aboveboard.derived.rhythm import RHYTHM
from aboveboard.derived.ties import TIES
from aboveboard.derived.weighing import Weights, appeared, weights
from aboveboard.derived.wording import WORDS, words
from aboveboard.detector import Derived, Groups, Param, Rows, Sql
from aboveboard.linkage.weights import Floats, probability
from aboveboard.names.claims import disowns
from aboveboard.names.few import pattern_of
from aboveboard.names.folding import LONGEST, fold, folded
from aboveboard.tables import Type

__all__ = ["ALIKE", "RETURNS", "SURE", "WEIGHABLE", "letters_in", "weighed"]

_FAINTEST = 0.02
"""Pairs less likely than this are dropped before anything is put in words."""

_EVEN, _SUREST = 0.5, 0.99
"""One kind of evidence, however strong, never says more than even odds; many never make it certain."""

_WEIGHS = 2.0
"""Bits from which a class of evidence counts as one."""

ALIKE, SURE = 0.4, 0.8
"""Names that are less alike than the first, read letter by letter, are two names; a disguise counts from the second."""

_TWO = 2

_ORDER: list[tuple[str, Literal["ascending", "descending"]]] = [
    ("account_id", "ascending"), ("closed_id", "ascending"), ("again", "descending"), ("early", "ascending"),
    ("bearers", "ascending"), ("closed_field", "ascending"), ("closed_name", "ascending"), ("name", "ascending"),
]  # fmt: skip

_CLASSES: Mapping[str, tuple[str, ...]] = {
    "profile": ("name", "second", "picture", "bio", "announced"),
    "device": ("device",),
    "identity": ("contact", "payment"),
    "graph": ("audience",),
    "network": ("network",),
}

_CANDIDATES = """
SELECT account_id, closed_id FROM ties UNION SELECT account_id, closed_id FROM alike_names WHERE bearers <= $common
UNION SELECT account_id, closed_id FROM alike_bios UNION SELECT account_id, closed_id FROM alike_pictures
UNION SELECT account_id, closed_id FROM migration
"""

_NAMED = """
SELECT account_id, closed_id, name, closed_name, closed_field, bearers, taken_at
FROM alike_names JOIN barred USING (closed_id) JOIN accounts USING (account_id)
WHERE coalesce(taken_at, created_at) > closed_at
"""

_TIED = """
SELECT account_id, closed_id, min(CASE WHEN kind = 'device' THEN holders END) AS device,
  min(CASE WHEN kind IN ('email', 'identity') OR kind = 'phone' AND coalesce(idle_days, 0) <= $recycled THEN holders END) AS contact,
  min(CASE WHEN kind = 'payment' THEN holders END) AS payment, min(CASE WHEN kind = 'network' THEN holders END) AS network,
  max(CASE WHEN kind = 'phone' THEN idle_days END) AS idle_days,
  min(CASE WHEN kind <> 'network' AND taken_at > closed_at THEN taken_at END) AS handed_at
FROM ties GROUP BY account_id, closed_id
"""

_USED = """
SELECT account_id, max(CASE WHEN kind = 'device' THEN 1 ELSE 0 END) AS devices,
  max(CASE WHEN kind IN ('phone', 'email', 'identity') THEN 1 ELSE 0 END) AS contacts
FROM tokens GROUP BY account_id
"""

_PAIRS = """
SELECT account_id, closed_id, n.handle, n.bio, n.created_at, b.handle AS closed_handle, b.closed_at, 1 AS world, w.accounts,
  e.name, e.closed_name, e.bearers, e.closed_field, e.taken_at, t.device, t.contact, t.payment, t.network, t.idle_days, t.handed_at,
  u.devices = 1 AND o.devices = 1 AS devices, u.contacts = 1 AND o.contacts = 1 AS contacts,
  p.bearers AS showers, s.sayers, s.said, m.again, m.early, m.audience, m.everyone, coalesce(l.label, false) AS label
FROM candidates JOIN barred AS b USING (closed_id) JOIN accounts AS n USING (account_id)
LEFT JOIN (SELECT account_id, max(CASE WHEN label THEN 1 ELSE 0 END) = 1 AS label FROM folded_names GROUP BY account_id) AS l
  USING (account_id)
LEFT JOIN named AS e USING (account_id, closed_id) LEFT JOIN tied AS t USING (account_id, closed_id)
LEFT JOIN used AS u USING (account_id)
LEFT JOIN (SELECT account_id AS closed_id, devices, contacts FROM used) AS o USING (closed_id)
LEFT JOIN alike_pictures AS p USING (account_id, closed_id) LEFT JOIN alike_bios AS s USING (account_id, closed_id)
LEFT JOIN migration AS m USING (account_id, closed_id)
CROSS JOIN (SELECT count(*) AS accounts FROM accounts) AS w
WHERE coalesce(n.status, 'active') NOT IN ('closed', 'suspended') AND coalesce(n.platform, '') = coalesce(b.platform, '')
  AND (n.created_at > b.closed_at OR e.name IS NOT NULL OR t.handed_at IS NOT NULL)
"""

_WEIGHABLE = """
SELECT account_id, closed_id, handle, bio, created_at, closed_handle, closed_at, world, accounts, name, closed_name, bearers,
  closed_field, taken_at, device, contact, payment, network, idle_days, handed_at, devices, contacts, showers, sayers, said, again,
  early, audience, everyone, label, rhythm, hours
FROM pairs LEFT JOIN rhythm USING (account_id, closed_id)
"""

_RETURNS: Mapping[str, Type] = {
    "account_id": "string", "closed_id": "string", "handle": "string", "closed_handle": "string", "closed_at": "time",
    "appeared_at": "time", "days_after": "int", "how": "string", "score": "float", "corroborated": "bool", "classes": "list",
    "prior": "float", **WORDS,
}  # fmt: skip


WEIGHABLE: Mapping[str, Type] = {
    "account_id": "string", "closed_id": "string", "handle": "string", "bio": "string", "created_at": "time",
    "closed_handle": "string", "closed_at": "time", "world": "int", "accounts": "int", "name": "string",
    "closed_name": "string", "bearers": "int", "closed_field": "string", "taken_at": "time", "device": "int",
    "contact": "int", "payment": "int", "network": "int", "idle_days": "int", "handed_at": "time", "devices": "bool",
    "contacts": "bool", "showers": "int", "sayers": "int", "said": "string", "again": "int", "early": "int",
    "audience": "int", "everyone": "int", "label": "bool", "rhythm": "float", "hours": "int",
}  # fmt: skip
"""What `weighed` reads: a row for each pair and each name of the two that agree."""


_ARRIVED: Mapping[str, Type] = {
    "fields": "int", "appeared_at": "time", "days_after": "int", "made": "bool", "how": "string", "letters": "int",
}  # fmt: skip
_READ: Mapping[str, Type] = {"says": "string", "alike": "float", "disguised": "bool"}
"""What is added to a pair that is worth reading, and what is read of its names."""

_PAIR: list[tuple[str, Literal["ascending", "descending"]]] = [("account_id", "ascending"), ("closed_id", "ascending")]


def weighed(pairs: pa.Table, *, alone: bool = False, least: float = _FAINTEST) -> pa.Table:
    """Weigh every pair (columns `WEIGHABLE`), keep those worth a word, and say what speaks for and against them.

    `alone`: as if there were no other, so that what is asked together changes nothing. Pairs that cannot be as likely as `least`
    are dropped before their names are read letter by letter; where there are few, once all is known.
    """
    if alone and pairs.num_rows <= _FEW:
        found = _believed(_read_names(_whole(pairs)), alone=True)
        return found.filter(pc.greater_equal(found["score"], least))
    return _believed(_read_names(_hopeful(pairs, alone=alone, least=least)), alone=alone)


_FEW = 4
"""Rows that are weighed once, when all is known, and not twice."""


def _whole(pairs: pa.Table) -> pa.Table:
    """Return one row a pair."""
    return _arrived(_one_row_a_pair(pairs))


def _hopeful(pairs: pa.Table, *, alone: bool = False, least: float = _FAINTEST) -> pa.Table:
    """Return one row a pair, of the pairs that may be as likely as `least` if their names are alike and in disguise."""
    pairs = _whole(pairs)
    hopeful = weights(pairs, np.ones(pairs.num_rows, bool), alone=alone)
    return pairs.take(pa.array(np.flatnonzero(_belief(hopeful) >= least)))


def _read_names(pairs: pa.Table) -> pa.Table:
    """Add how the name of each pair was written after the closed one, and whether the biography says that it is another's (`label`)."""
    from aboveboard.names.likeness import likenesses

    told = likenesses(pairs["name"], pairs["closed_name"])
    label = pc.or_(pairs["label"], pa.chunked_array([disowns(pairs["bio"].combine_chunks())]))
    return pa.table({**{c: pairs[c] for c in pairs.column_names}, "label": label, **{c: told[c] for c in _READ}})


def _believed(pairs: pa.Table, *, alone: bool = False) -> pa.Table:
    """Weigh the pairs whose names are read, in their order."""
    says, disguised, sure = pairs["says"], pairs["disguised"], pc.greater_equal(pairs["alike"], SURE)
    pairs = _with_names_that_are_alike(pairs, pairs["alike"])
    bits = weights(pairs, pc.and_(disguised, sure).to_numpy(), alone=alone)
    return _told(pairs, bits, says.to_pylist()).filter(_more_than_a_network(bits))


def _in_order(pairs: pa.Table) -> pa.Table:
    """Weigh pairs that came in any order: sums depend on it."""
    return _believed(pairs.sort_by(_PAIR))


def _with_names_that_are_alike(pairs: pa.Table, alike: pa.ChunkedArray) -> pa.Table:
    """Forget names that share a key but are not alike when read letter by letter."""
    kept = pc.if_else(pc.greater_equal(alike, ALIKE), pairs["bearers"], None)
    return pairs.set_column(pairs.schema.get_field_index("bearers"), "bearers", kept)


def _one_row_a_pair(pairs: pa.Table) -> pa.Table:
    """Keep the fullest return of an audience and the rarest name of each pair; count the fields whose names agree."""
    pairs = pairs.sort_by(_ORDER)
    keys = pc.binary_join_element_wise(pairs["account_id"], pairs["closed_id"], "\x1f").combine_chunks()
    first = np.unique(keys.dictionary_encode().indices.to_numpy(), return_index=True)[1]
    alike = [pc.fill_null(pc.equal(pairs["closed_field"], f), False).to_numpy() for f in ("handle", "display_name")]
    fields = np.sum([np.logical_or.reduceat(found, first) for found in alike], axis=0) if len(first) else first
    return pairs.take(pa.array(first)).append_column("fields", pa.array(fields, pa.int64()))


def _arrived(pairs: pa.Table) -> pa.Table:
    """Add when and how each account came to be what it is, and the letters of the name they share."""
    at = appeared(pairs)
    days = pc.cast(pc.days_between(pairs["closed_at"], at), pa.int64())
    made = pc.fill_null(pc.greater(pairs["created_at"], pairs["closed_at"]), False)
    renamed = pc.and_(pc.is_valid(pairs["name"]), pc.invert(made))
    how = pc.if_else(made, "made", pc.if_else(renamed, "renamed", "handed over"))
    found = {"appeared_at": at, "days_after": days, "made": made, "how": how, "letters": _letters(pairs["closed_name"])}
    return pa.table({**{c: pairs[c] for c in pairs.column_names}, **found})


_WIDE = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]"


def _letters(names: pa.ChunkedArray) -> pa.Array:
    keys = fold(names).key
    wide = pc.count_substring_regex(keys, _WIDE)
    return pc.add(pc.utf8_length(keys), wide)


_NO_LETTERS = bytes(code for code in range(256) if not (code < 128 and chr(code).isalnum()))  # noqa: PLR2004  (ASCII ends there)


@lru_cache(maxsize=65_536)
def letters_in(name: str) -> int | None:
    """Return the letters of one closed name, an ideograph counted twice; None where nothing of it is read."""
    bare = name[:LONGEST].encode().translate(None, _NO_LETTERS) if name.isascii() else b""
    if bare:  # as `folded` has it, which reads m as two letters
        return len(bare) + bare.count(b"m") + bare.count(b"M")
    key = folded(name)[0]
    return key if key is None else len(key) + (0 if key.isascii() else len(pattern_of(_WIDE).findall(key)))


def _belief(bits: Weights) -> Floats:
    return probability(np.sum(list(bits.values()), axis=0))


def _told(pairs: pa.Table, bits: Weights, paths: list[str]) -> pa.Table:
    belief, strong = _belief(bits), _strong(bits)
    corroborated = _classes_but_network(strong) >= _TWO
    rows = pairs.select(["again", "early", "audience", "everyone", "showers", "sayers", "days_after", "idle_days", "device",
                         "contact", "payment", "network", "hours"]).to_pylist()  # fmt: skip
    said = [words(row, {f: float(b[i]) for f, b in bits.items()}, paths[i]) for i, row in enumerate(rows)]
    kept = ("account_id", "closed_id", "handle", "closed_handle", "closed_at", "appeared_at", "days_after", "how")
    return pa.table(
        {
            **{c: pairs[c] for c in kept},
            "score": np.minimum(belief, np.where(corroborated, _SUREST, _EVEN)),
            "corroborated": corroborated,
            "classes": pa.array(
                [[c for c in _CLASSES if strong[c][i]] for i in range(len(rows))], pa.list_(pa.string())
            ),
            "prior": np.round(bits["prior"], 1),
            **{column: pa.array([s[column] for s in said], pa.string()) for column in WORDS},
        }
    )


def _strong(bits: Weights) -> dict[str, npt.NDArray[np.bool_]]:
    """Tell which classes of evidence weigh enough to count."""
    return {name: np.sum([bits[f] for f in fields], axis=0) >= _WEIGHS for name, fields in _CLASSES.items()}


def _classes_but_network(strong: Mapping[str, npt.NDArray[np.bool_]]) -> npt.NDArray[np.int64]:
    """Count the independent classes of each pair; a shared network is none."""
    return np.sum([found for name, found in strong.items() if name != "network"], axis=0)


def _more_than_a_network(bits: Weights) -> pa.Array:
    return pa.array(_classes_but_network(_strong(bits)) > 0)


RETURNS = Derived(
    name="returns",
    about=(
        "Every pair of a barred account and one that appeared after the closure (made, renamed or handed over) that share "
        "anything rare, with the weight of each field in bits and the probability that they are one person's."
    ),
    reads={
        "accounts": "account_id handle platform? bio? created_at status",
        "tokens?": "account_id kind",
        "posts?": "account_id at",
        "actions?": "account_id at",
        "folded_names": "account_id label",
        "barred": "closed_id closed_at handle platform",
        "ties?": "account_id closed_id kind holders taken_at closed_at idle_days",
        "alike_names": "account_id closed_id field name closed_field closed_name bearers taken_at",
        "alike_bios?": "account_id closed_id sayers said",
        "alike_pictures?": "account_id closed_id bearers",
        "migration?": "account_id closed_id appeared_at again early audience everyone",
    },
    derives=(FOLDED_NAMES, BARRED, TIES, ALIKE_NAMES, ALIKE_BIOS, ALIKE_PICTURES, MIGRATION),
    params={
        "common": Param(20, "accounts", 2, 10_000, "a name on more accounts finds nobody; a token must"),
        "recycled": Param(90, "days", 1, 3650, "a number nobody used this long may belong to somebody else now"),
    },
    steps=(
        Sql("candidates", _CANDIDATES),
        Sql("named", _NAMED),
        Sql("tied", _TIED),
        Sql("used", _USED),
        Sql("pairs", _PAIRS),
        *RHYTHM,
        Sql("weighable", _WEIGHABLE),
        Groups("hopeful", "weighable", ("world",), _hopeful, {**WEIGHABLE, **_ARRIVED}),
        Rows(
            "read",
            "hopeful",
            _read_names,
            {**WEIGHABLE, **_ARRIVED, **_READ},
            together=("closed_name", "name"),
            apart=8_000,
        ),
        Groups("returns", "read", ("world",), _in_order, _RETURNS),
    ),
    columns=_RETURNS,
)
