"""From the record of an account (`app.explaining`) to what the case page shows: weights, the path of a name, ties, two accounts side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from aboveboard.console.views.cases import (
    Change,
    Edge,
    Explained,
    FindingView,
    Later,
    Moment,
    Node,
    Profile,
    Told,
    Twin,
    Weight,
)
from aboveboard.dossier.telling import blanks, key_of

__all__ = [
    "Bar",
    "fall",
    "favours",
    "finding_view",
    "graph_edges",
    "graph_nodes",
    "later_of",
    "lead",
    "moments",
    "moved_why",
    "profile",
    "twin",
    "weights_of",
]

_WEIGHT = re.compile(r"(?P<name>[^()+;]+?) (?P<bits>[+-]\d+(?:\.\d+)?)(?: \((?P<why>.*)\))?")
_NAMED = re.compile(
    r"; name (?P<name>[+-]\d+\.\d) \((?P<path>.*)\)(?:; handle too (?P<handle>[+-]\d+\.\d))?", re.DOTALL
)
_EXACT = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d):\d\d(?:\.\d+)?(?:\+00(?::?00)?|Z)?")
_OURS = ("tied", "moved", "repeated")
"""Facts whose texts hold no word of a stranger, so that a list in them can be taken apart."""
_WEIGHED = ("prior", "weights", "named", "against", *_OURS)
"""Facts that state weights."""
_BITS = "; bits of evidence"
_WIDE = 300
_FACTS = (
    "location", "url", "region", "language", "kind", "created_at", "last_active_at", "followers", "following", "posts",
)  # fmt: skip
_ALIKE = ("display_name", "handle", "bio", "avatar_hash", "cover_hash", "url", "region", "zone", "language")


class Bar(NamedTuple):
    """One line of the waterfall: its weight and where it is drawn, in 300 units."""

    name: str
    why: str
    bits: float
    x: str
    width: str
    zero: str
    sum: bool = False


def weights_of(facts: Mapping[str, Any]) -> tuple[Weight, ...]:
    """Return the weights that a finding's facts state, in bits, the prior first. A name is never read as a weight."""
    found = [Weight("prior", float(facts["prior"]))] if isinstance(facts.get("prior"), int | float) else []
    found += [w for text in _listed(facts) for w in _weight(text)]
    found += _of_the_name(str(facts.get("named") or ""))
    for fact in _OURS:
        found += [w for part in str(facts.get(fact) or "").split("; ") for w in _weight(part)]
    found += [
        w for part in str(facts.get("against") or "").removeprefix("; against: ").split(", ") for w in _weight(part)
    ]
    return tuple(found)


def _listed(facts: Mapping[str, Any]) -> list[str]:
    given = facts.get("weights")
    return [str(w).replace("to begin with", "prior") for w in given] if isinstance(given, list) else []


def _drawn(fact: str, facts: Mapping[str, Any]) -> bool:
    """Say whether a fact is in the waterfall, every part of it."""
    given = facts.get(fact)
    joint = ", " if fact == "against" else "; "
    parts = given if isinstance(given, list) else str(given).removeprefix("; against: ").removeprefix("; ").split(joint)
    return fact in _WEIGHED and len(weights_of({fact: given})) >= len(parts)


def _weight(text: str) -> Iterator[Weight]:
    found = _WEIGHT.fullmatch(text)
    if found:
        yield Weight(found["name"], float(found["bits"]), found["why"] or "")


def _of_the_name(text: str) -> list[Weight]:
    found = _NAMED.fullmatch(text)
    if not found:
        return []
    second = [Weight("handle", float(found["handle"]))] if found["handle"] else []
    return [Weight("name", float(found["name"]), found["path"]), *second]


def fall(weights: Sequence[Weight]) -> list[Bar]:
    """Return the waterfall of weights: each bar begins where the one before ended, and the last is their sum."""
    ends = [0.0]
    for w in weights:
        ends.append(ends[-1] + w.bits)
    low, high = min(ends), max(ends)
    scale = _WIDE / max(high - low, 1e-9)

    def at(bits: float) -> float:
        return (bits - low) * scale

    def bar(name: str, why: str, start: float, end: float, *, whole: bool = False) -> Bar:
        x, width = at(min(start, end)), max(abs(end - start) * scale, 1.5)
        return Bar(name, why, end - start, f"{x:.1f}", f"{width:.1f}", f"{at(0):.1f}", whole)

    bars = [bar(w.name, w.why, a, b) for w, a, b in zip(weights, ends, ends[1:], strict=False)]
    return [*bars, bar("", "", 0.0, ends[-1], whole=True)]


def moved_why(moved: object) -> str:
    """Return what the fact `moved` of a finding says of an audience, without what it weighs."""
    found = _WEIGHT.fullmatch(str(moved).removeprefix("; "))
    return (found["why"] or "") if found else ""


def finding_view(told: Mapping[str, Any]) -> FindingView:
    """Return one finding of a record as the page shows it."""
    facts, id_ = told["facts"], told["finding_id"]
    named = _NAMED.fullmatch(str(facts.get("named") or ""))
    alternatives = [a for a in str(facts.get("alternatives") or "").split("; ") if a]
    innocent = [Explained(f"{id_}.a{n}", a[:1].upper() + a[1:] + ".") for n, a in enumerate(alternatives)]
    mistakes = [Explained(f"{id_}.m{n}", says, guard) for n, (says, guard) in enumerate(told["mistakes"])]
    return FindingView(
        id=id_, detector=told["detector"], violation=told["violation"], tier=told["tier"], score=told["score"], classes=tuple(told["classes"]),
        parts=lead(told["parts"]), lacks=tuple(told["lacks"]), unlooked=tuple(told["unlooked"]), facts=tuple((k, _plain(v)) for k, v in told["shown"] if v and not _drawn(k, facts)),
        weights=weights_of(facts), derivation=str(facts.get("derivation") or (named["path"] if named else "")),
        against=str(facts.get("against") or "").removeprefix("; against: "), innocent=tuple(innocent), mistakes=tuple(mistakes),
    )  # fmt: skip


def lead(parts: Sequence[str]) -> tuple[str, ...]:
    """Return the parts of a sentence without the weights at its end, which are drawn. Every second part fills a blank and is left whole."""
    kept = list[str]()
    for number, part in enumerate(parts):
        head, found, _ = part.partition(_BITS) if number % 2 == 0 or len(parts) == 1 else (part, "", "")
        kept.append(head + "." * bool(found))
        if found:
            break
    return tuple(kept)


def favours(record: Mapping[str, Any]) -> tuple[Told, ...]:
    """Return what speaks for the account."""
    return tuple(Told(f"favour.{key_of(f)}", blanks(f["facts"])) for f in record["favour"])


def later_of(told: Mapping[str, Any]) -> Later:
    """Return what of a record is shown once somebody asks: what happened, and what would change what each finding proposes."""
    made = dict[str, list[Change]]()
    for c in told["changes"]:
        change = Change(c["kind"], c["before"]["action"], c["after"]["action"])
        made.setdefault(c["finding_id"], []).append(change)
    return Later(moments(told), {f: tuple(c) for f, c in made.items()})


def moments(record: Mapping[str, Any]) -> tuple[Moment, ...]:
    """Return what happened to the account, earliest first."""
    by = {f["says"]: f["detector"] for f in record["findings"]}
    return tuple(
        Moment(e["at"], Told(f"event.{key_of(e)}", blanks(_short_of(e, by))), e["table"], e["weight"])
        for e in record["timeline"]
    )


def _short_of(event: Mapping[str, Any], by: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the facts of an event; a finding's without its weights, and with its detector, so that it can be said in another language."""
    facts = event["facts"]
    if event["kind"] != "finding":
        return facts
    return {**facts, "says": lead([facts["says"]])[0], "detector": by.get(facts["says"], "")}


def profile(row: Mapping[str, Any], timeline: Sequence[Mapping[str, Any]] = ()) -> Profile:
    """Return an account as it is, and as it was before the first change of each field."""
    before = dict[str, str]()
    for event in timeline:
        if event["kind"] == "changed":
            before.setdefault(event["facts"]["field"], event["facts"]["old"])
    changed = [n for n in ("display_name", "handle", "bio") if n in before]
    facts = (
        (name, before.get(name, ""), _cell(name, row[name]))
        for name in (*changed, *_FACTS)
        if row.get(name) is not None
    )
    return Profile(
        account_id=str(row["account_id"]), handle=str(row.get("handle") or ""), name=str(row.get("display_name") or ""), bio=str(row.get("bio") or ""),
        language=str(row.get("language") or ""), status=str(row.get("status") or "active"), facts=tuple(facts),
        avatar=str(row.get("avatar_hash") or ""), cover=str(row.get("cover_hash") or ""), verified=bool(row.get("verified_org_id")),
    )  # fmt: skip


def _cell(name: str, value: object) -> str:
    return str(value)[:16].replace("T", " ") if name.endswith("_at") else str(value)


def twin(closed: Mapping[str, Any], new: Mapping[str, Any], shared: Sequence[tuple[str, int]]) -> Twin:
    """Return a closed account beside the one that may be its return; `shared` are (kind of token, accounts that use it)."""
    rows = [
        (n, str(closed.get(n) or "–"), str(new.get(n) or "–"), closed.get(n) == new.get(n) is not None) for n in _ALIKE
    ]
    rows = [(n, _short(n, a), _short(n, b), same) for n, a, b, same in rows if (a, b) != ("–", "–")]
    rows += [(kind, "✓", f"✓ ({n})", True) for kind, n in dict.fromkeys(shared)]
    rows += [
        ("closed_at", _cell("_at", closed.get("closed_at") or "–"), "–", False),
        ("created_at", _cell("_at", closed.get("created_at")), _cell("_at", new.get("created_at")), False),
    ]
    return Twin(profile(closed), tuple(rows))


def _short(name: str, value: str) -> str:
    """Return a value as people read it: of a picture's hash, that there is a picture."""
    return "✓" if name.endswith("_hash") and value != "–" else value


def _plain(fact: str) -> str:
    """Return a fact with a time without its fractions."""
    return _EXACT.sub(r"\1 \2", fact)


def graph_nodes(nodes: Sequence[Node]) -> list[dict[str, str]]:
    """Return nodes as the picture reads them."""
    return [{"id": n.id, "label": n.label[:40], "kind": n.kind} for n in nodes]


def graph_edges(edges: Sequence[Edge], say: Callable[[str], str] = str) -> list[dict[str, Any]]:
    """Return edges as the picture reads them, one for each pair of nodes; what few share is drawn thick. `say` puts kinds into the reader's language."""
    pairs = dict[tuple[str, str], list[Edge]]()
    for e in edges:
        pairs.setdefault((e.source, e.target), []).append(e)
    return [
        {
            "source": a,
            "target": b,
            "label": " · ".join(dict.fromkeys(_label(e, say) for e in own)),
            "wide": max(_thick(e.rarity) for e in own),
        }
        for (a, b), own in pairs.items()
    ]


def _label(edge: Edge, say: Callable[[str], str]) -> str:
    kind = say(edge.kind)
    return f"{kind} ({edge.rarity})" if edge.rarity is not None else kind


def _thick(rarity: int | None) -> float:
    return 1.5 if rarity is None else max(1.0, 6.0 - rarity.bit_length())
