"""From the members of batches to what each batch shows: signs with their evidence classes, tier, score and a sample."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.series.arrivals import TRAITS
from aboveboard.series.chance import surprise
from aboveboard.tables import ARROW, Type
from aboveboard.text.mould import mould

__all__ = ["FOUND", "TIES", "found_batches", "tied"]

TIES: Mapping[str, Type] = {
    "target_id": "string", "turn": "int", "follower_id": "string", "device": "int", "identity": "int", "network": "int",
    "place": "int", "tokens": "list",
}  # fmt: skip
"""What `tied` yields: 1 where a member shares a token of the kind with two others at least; `place` marks a common place."""

FOUND: Mapping[str, Type] = {
    "target_id": "string", "turn": "int", "size": "int", "first_at": "time", "last_at": "time", "score": "float", "tier": "string",
    "classes": "list", "related": "list", "sample": "list", "tokens": "list", "chance": "float", "odds": "string", "mould": "string",
    "explained": "int", **{f"{t}_{w}": "float" for t in TRAITS for w in ("seen", "expected")},
    **dict.fromkeys(("young", "twins", "silent", "empty", "alike", "spoken", "shared", "guard"), "string"),
}  # fmt: skip
"""What `found_batches` yields: one row a batch."""

_KIND = {"device": "device", "network": "network", "organisation": "place"}
_WEAK = {"network", "language"}
"""Signs that add to others and make nobody a suspect: whole towns share a network, and a singer may be found abroad."""
_FEWEST, _HALF, _FIFTH, _CLEAR, _WITNESSES, _SAMPLE = 3, 0.5, 0.2, 0.01, 30, 20
_DOUBT = {
    "fresh": 0.7,
    "twin": 0.7,
    "idle": 0.7,
    "hollow": 0.6,
    "mould": 0.7,
    "device": 0.5,
    "identity": 0.5,
    "network": 0.9,
    "language": 0.9,
}
_CLASS = {"fresh": "behaviour", "twin": "behaviour", "idle": "behaviour", "hollow": "profile", "mould": "profile"}


def tied(papers: pa.Table) -> pa.Table:
    """Return, for each member who shares tokens with its batch, which kinds it shares.

    `papers` has one row a member and token: target_id, turn, follower_id, kind, token, holders (accounts in the whole world)
    and size (of the batch). A token ties three members or more, and only where half of its holders are in the batch: a
    carrier, a campus or a café ties nobody. A network or an organisation that half of the batch shares is a place.
    """
    keys = ["target_id", "turn", "kind", "token"]
    inside = papers.group_by([*keys, "holders", "size"]).aggregate([("follower_id", "count_distinct")])
    members = inside["follower_id_count_distinct"]
    own = pc.greater_equal(pc.multiply(members, 2), inside["holders"])
    home = pc.greater_equal(pc.multiply(members, 2), inside["size"])
    tie = pc.and_(pc.greater_equal(members, _FEWEST), own)
    made = inside.select(keys).append_column("tie", tie).append_column("home", home)
    rows = papers.join(made.filter(pc.or_(tie, home)), keys, join_type="inner")
    marks = {k: pc.and_(rows["tie"], pc.equal(_kinds(rows["kind"]), k)) for k in ("device", "identity", "network")}
    marks["place"] = pc.and_(rows["home"], pc.is_in(rows["kind"], pa.array(["network", "organisation"])))
    for name, mark in marks.items():
        rows = rows.append_column(name, mark.cast(pa.int64()))
    shown = pc.if_else(rows["tie"], rows["token"], None)
    rows = rows.append_column("tokens", shown)
    found = rows.group_by(["target_id", "turn", "follower_id"]).aggregate(
        [*((m, "max") for m in marks), ("tokens", "distinct")]
    )
    return found.rename_columns(["target_id", "turn", "follower_id", *marks, "tokens"])


def _kinds(kind: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return the evidence class of each kind of token; contacts, payments and papers are all identity."""
    named = pc.index_in(kind, pa.array(list(_KIND)))
    return pc.fill_null(pa.chunked_array([pa.array([*_KIND.values()])]).take(named), "identity")


@dataclass(slots=True)
class _Batch:
    """One batch while it is judged: its rows with the mould of each handle (`shape`), and each sign with the members who show it."""

    rows: pa.Table
    signs: dict[str, np.ndarray] = field(default_factory=dict[str, np.ndarray])
    mould: str = ""
    spoken: str = ""

    def first(self, name: str) -> float:
        return self.rows[name][0].as_py()

    def flags(self, name: str) -> np.ndarray:
        return pc.fill_null(self.rows[name], 0).to_numpy() > 0


def found_batches(evidence: pa.Table) -> pa.Table:
    """Return one row a batch (columns `FOUND`).

    `evidence` has a row a member (columns of `batch_members`, handle, language, TIES, and `attention`: what attention explains of
    the growth while the batch came) and, with null `turn`, what the targets' other followers are: `many` with each handle, and
    `many` of a target with each language.
    """
    other = evidence.filter(pc.is_null(evidence["turn"]))
    members = evidence.filter(pc.is_valid(evidence["turn"])).sort_by(
        [(k, "ascending") for k in ("target_id", "turn", "came_s", "follower_id")]
    )
    members = members.append_column("shape", mould(members["handle"]))
    usual, tongues = _usual(other), _tongues(other)
    batches = [_Batch(members.slice(a, b - a)) for a, b in pairwise(_runs(members))]
    rows = [_judged(b, usual, tongues.get(b.rows["target_id"][0].as_py(), {})) for b in batches]
    return pa.Table.from_pylist([r for r in rows if r["tier"]], pa.schema([(n, ARROW[k]) for n, k in FOUND.items()]))


def _runs(members: pa.Table) -> list[int]:
    if not members.num_rows:
        return []
    target, turn = (members[n].combine_chunks() for n in ("target_id", "turn"))
    changed = pc.or_(pc.not_equal(target[1:], target[:-1]), pc.not_equal(turn[1:], turn[:-1]))
    return [0, *(np.flatnonzero(changed.to_numpy(zero_copy_only=False)) + 1).tolist(), members.num_rows]


def _shares(moulds: pa.ChunkedArray) -> dict[str, int]:
    return {c["values"]: c["counts"] for c in moulds.value_counts().to_pylist()}


def _usual(other: pa.Table) -> dict[str, int]:
    """Return how many of all other followers have a handle of each mould."""
    named = other.filter(pc.is_valid(other["handle"]))
    made = (
        pa.table({"mould": mould(named["handle"]), "many": named["many"]})
        .group_by("mould")
        .aggregate([("many", "sum")])
    )
    return dict(zip(made["mould"].to_pylist(), made["many_sum"].to_pylist(), strict=True))


def _tongues(other: pa.Table) -> dict[str, dict[str, int]]:
    """Return, by target, how many of its other followers use each language, where that is told."""
    told = other.filter(pc.is_valid(other["language"])).select(["target_id", "language", "many"])
    found: dict[str, dict[str, int]] = {}
    for row in told.to_pylist():
        found.setdefault(row["target_id"], {})[row["language"]] = row["many"]
    return found


def _judged(batch: _Batch, usual: Mapping[str, int], tongues: Mapping[str, int]) -> dict[str, object]:
    for trait in TRAITS:
        if batch.first(f"{trait}_clear"):
            batch.signs[trait] = batch.flags(trait)
    _cast(batch, usual)
    _speak(batch, tongues)
    for kind in ("device", "identity", "network"):
        flags = batch.flags(kind)
        if flags.sum() >= max(_FEWEST, _FIFTH * len(flags)):
            batch.signs[kind] = flags
    return _told(batch)


def _cast(batch: _Batch, usual: Mapping[str, int]) -> None:
    """Add the sign that handles come from one mould, where other followers' handles do not."""
    made = batch.rows["shape"]
    shape, hits, _ = _commonest(made, usual)
    if shape and hits >= batch.rows.num_rows / 3:
        batch.mould, batch.signs["mould"] = shape, pc.equal(made, shape).to_numpy()


def _speak(batch: _Batch, usual: Mapping[str, int]) -> None:
    """Add the sign that most use one language, where the target's other followers use others."""
    used = batch.rows["language"]
    tongue, hits, expected = _commonest(pc.drop_null(used), usual)
    if tongue and hits - expected >= batch.rows.num_rows / 3:
        batch.signs["language"] = pc.fill_null(pc.equal(used, tongue), False).to_numpy()
        batch.spoken = f"; {hits} of {batch.rows.num_rows} use the language {tongue} ({expected:.1f} expected)"


def _commonest(values: pa.ChunkedArray, usual: Mapping[str, int]) -> tuple[str, int, float]:
    """Return the value most common here, how often it comes and was expected; no value where chance may bring as many."""
    others, size = sum(usual.values()), len(values)
    if others < _WITNESSES or not size:
        return "", 0, 0.0
    counts = sorted(_shares(values).items(), key=lambda c: (-c[1], str(c[0])))
    value, hits = counts[0]
    expected = (usual.get(value, 0) + 1) / (others + 2) * size
    chance = np.exp(-surprise(np.array([hits]), np.array([size]), np.array([expected])))[0] * len(counts)
    return (value, hits, expected) if chance <= _CLEAR else ("", hits, expected)


def _told(batch: _Batch) -> dict[str, object]:
    rows, signs = batch.rows, batch.signs
    shown = sum((f.astype(int) for name, f in signs.items() if name not in _WEAK), np.zeros(rows.num_rows, int))
    telling = len(set(signs) - _WEAK)
    suspects = np.flatnonzero(shown >= min(2, max(telling, 1)))
    ids, handles = (rows[n].combine_chunks() for n in ("follower_id", "handle"))
    spread = (
        suspects[np.unique(np.linspace(0, max(len(suspects) - 1, 0), _SAMPLE).astype(int))]
        if len(suspects)
        else suspects
    )
    tier, guard = _tier(batch)
    doubt = 0.5 * float(np.prod([_DOUBT[s] for s in signs]))
    return {
        **{n: rows[n][0].as_py() for n in ("target_id", "turn", "size", "chance")},
        "first_at": _moment(batch.first("first_s")), "last_at": _moment(batch.first("last_s")),
        **{f"{t}_{w}": batch.first(f"{t}_{w}") for t in TRAITS for w in ("seen", "expected")},
        **_words(batch), "tier": tier, "guard": guard, "score": round((1 - doubt) * (0.5 if guard else 1.0), 4),
        "classes": sorted({_CLASS.get(s, s) for s in signs if s != "language"}),
        "related": ids.take(pa.array(suspects)).to_pylist(), "sample": handles.take(pa.array(spread)).to_pylist(),
        "tokens": sorted({t for held in rows["tokens"].to_pylist() for t in held or [] if t})[:_SAMPLE],
        "mould": batch.mould, "explained": int(batch.first("attention") or 0),
        "odds": _odds(batch.first("chance")),
    }  # fmt: skip


def _odds(chance: float) -> str:
    """Return one chance in how many, to one digit: more would promise too much."""
    many = 1 / max(chance, 1e-6)
    unit = 10 ** int(np.log10(many))
    return f"{int(many / unit + 1e-9) * unit:,}"


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(int(seconds), UTC)


def _tier(batch: _Batch) -> tuple[str, str]:
    """Weigh the signs, and say what else could explain them. An empty tier: explained, nothing is claimed.

    Public attention or a common place explains what behaviour and names alone would say; lifeless accounts that share
    devices or lack a profile it does not explain, though attention leaves them only possible. Mere silence claims nothing.
    """
    signs = set(batch.signs)
    if signs <= {"idle", *_WEAK}:
        return "", ""
    strong = bool(signs & {"hollow", "device", "identity"}) and "idle" in signs
    if (batch.first("attention") or 0) >= _HALF * batch.first("size"):
        return ("possible" if strong else ""), "; views or mentions explain so many newcomers"
    if batch.flags("place").mean() >= _HALF and not strong:
        return (
            "possible" if signs & {"hollow", "device", "identity"} else ""
        ), "; half of them share one place, such as a school or an office"
    acted, shown = signs & {"fresh", "twin", "idle"}, signs & {"hollow", "device", "identity"}
    return ("likely" if acted and (shown or {"mould", "idle"} <= signs) else "possible"), ""


def _words(batch: _Batch) -> dict[str, str]:
    size = batch.rows.num_rows

    def counted(trait: str, words: str) -> str:
        seen, expected = batch.first(f"{trait}_seen"), batch.first(f"{trait}_expected")
        return (
            f"; {int(seen)} of {int(batch.first(f'{trait}_of'))} {words} ({expected:g} expected)"
            if trait in batch.signs
            else ""
        )

    ties = [f"{int(batch.signs[k].sum())} share {w}" for k, w in _SHARED.items() if k in batch.signs]
    return {
        "young": counted("fresh", "were made shortly before"), "twins": counted("twin", "of the older ones were made within a day of a neighbour in the row"),
        "silent": counted("idle", "have done nothing but follow"), "empty": counted("hollow", "have an empty profile"),
        "alike": f"; {int(batch.signs['mould'].sum())} of {size} handles come from the mould {batch.mould}" if batch.mould else "",
        "spoken": batch.spoken, "shared": "; " + ", ".join(ties) if ties else "",
    }  # fmt: skip


_SHARED = {"device": "devices", "identity": "phones, mail, payments or papers", "network": "networks"}
