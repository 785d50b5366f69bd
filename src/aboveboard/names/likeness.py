"""How one name was written after another, in words a person can check, and how sure that is from the names alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial, reduce

import pyarrow as pa

from aboveboard.names import verdicts
from aboveboard.names.affixes import claims_office
from aboveboard.names.as_spoken import respelled, spoken, spoken_beside
from aboveboard.names.at_desks import heads_of
from aboveboard.names.beside_initials import beside_initials
from aboveboard.names.exchange import singled
from aboveboard.names.few import FEW
from aboveboard.names.hidden_runs import within_runs
from aboveboard.names.judging import Likeness, aligned, beside, renamed, said, text_of
from aboveboard.names.letters import letters
from aboveboard.names.numerals import otherwise_numbered
from aboveboard.names.offered import without_offers
from aboveboard.names.ordering import cuts, rotated, same_runs, same_signs, same_words
from aboveboard.names.otherwise import as_in_handles
from aboveboard.names.rewriting import rewritings
from aboveboard.names.said_otherwise import by_kind, in_genitive, put_alike, read_alike, translated
from aboveboard.names.scripts import scripts
from aboveboard.names.shortened import headed, is_domain, shortenings
from aboveboard.names.sides import Side, side, sides
from aboveboard.names.twice import both_sides
from aboveboard.names.units import LOOSE_MARK
from aboveboard.names.verdicts import KINDS, Step
from aboveboard.names.versions import versions
from aboveboard.names.ways_said import other_names
from aboveboard.names.within import within

__all__ = ["KINDS", "Likeness", "compare", "likenesses", "may_disguise"]

_UNLIKE = Likeness("", (), 0.0, disguised=False, whole=False)


def compare(name: str, model: str) -> Likeness:
    """Compare one name with one model. For many pairs `likenesses` is faster."""
    return _read(name, model, heard=False)


@lru_cache(maxsize=65_536)
def may_disguise(name: str, model: str) -> bool:
    """Tell whether one name may be another in a disguise that is surer than an edit leaves it (0.75); false only where it surely is not.

    An edit is no disguise, and neither is another order, another sound or a translation: those ways are not looked at.
    """
    mine, theirs = side(name), side(model)
    if not theirs.units or otherwise_numbered(mine.words, theirs.words):
        return False
    shown = [(side(text), steps) for text, steps in rewritings(name)]
    return any(way is not None and way.alike > _EDITED for way in _drawn(mine, theirs, shown))


def _drawn(name: Side, model: Side, shown: list[_Shown]) -> Iterator[Likeness | None]:
    """Yield the ways in which a name may be drawn after a model without a letter more, less or another, the cheapest first."""
    yield _whole(name, model, [], slips=False)
    yield _core(name, model, [], slips=False)
    yield within(name, model)
    yield from _rewritten(name, model, shown, slips=False)
    yield _without_affix(name, model, [], slips=False)
    yield _by_head(name, model)
    yield _beside_offers(name, model, [])
    yield _one_side(name, model)
    for text, says in other_names(model.name, name.name):
        other, steps = side(text)._replace(core=None), [says]
        yield _beside_offers(name, other, steps)
        yield _whole(name, other, steps, slips=False)
        yield _core(name, other, steps, slips=False)
    yield _turned(name, model)


_EDITED = 0.75
"""The most that an edit leaves of a likeness."""


@lru_cache(maxsize=65_536)
def _read(name: str, model: str, *, heard: bool) -> Likeness:
    return _judged([(name, model, heard)])[0]


def likenesses(
    names: pa.Array | pa.ChunkedArray,
    models: pa.Array | pa.ChunkedArray,
    heard: pa.Array | pa.ChunkedArray | None = None,
) -> pa.Table:
    """Return (says, kinds, alike, disguised, whole) for each pair of a name and a model; see `Likeness`.

    `heard` marks pairs that only share the consonants that are heard (`speech`): nothing but speaking one may explain them.
    """
    pairs = list(zip(names.to_pylist(), models.to_pylist(), strict=True))
    only = heard.to_pylist() if heard is not None else [False] * len(pairs)
    distinct = sorted({(n, m, h) for (n, m), h in zip(pairs, only, strict=True) if n is not None and m is not None})
    few = len(distinct) <= FEW
    distinct = distinct if few else _not_numbered_otherwise(distinct)
    told = [_read(n, m, heard=h) for n, m, h in distinct] if few else _judged(distinct)
    made = dict(zip(((n, m) for n, m, _ in distinct), told, strict=True))
    rows = [made.get(pair, _UNLIKE) for pair in pairs]
    return pa.table(
        {
            "says": pa.array([r.says for r in rows], pa.string()),
            "kinds": pa.array([list(r.kinds) for r in rows], pa.list_(pa.string())),
            "alike": pa.array([r.alike for r in rows], pa.float64()),
            "disguised": pa.array([r.disguised for r in rows], pa.bool_()),
            "whole": pa.array([r.whole for r in rows], pa.bool_()),
        }
    )


def _not_numbered_otherwise(pairs: list[tuple[str, str, bool]]) -> list[tuple[str, str, bool]]:
    """Leave out the pairs that are surely unlike by their numbers: to read a name takes ten times as long."""
    names = pa.array(sorted({text for name, model, _ in pairs for text in (name, model)}), pa.string())
    words = {n: w or "" for n, w in zip(names.to_pylist(), letters(names, camel=True).to_pylist(), strict=True)}
    return [(n, m, h) for n, m, h in pairs if not otherwise_numbered(words[n], words[m])]


def _judged(pairs: list[tuple[str, str, bool]]) -> list[Likeness]:
    names, models = sides(n for n, _, _ in pairs), sides(m for _, m, _ in pairs)
    rewritten = {n: found for n in names if (found := rewritings(n))}
    shown = sides(text for found in rewritten.values() for text, _ in found)
    ways = {n: [(shown[text], steps) for text, steps in found] for n, found in rewritten.items()}
    return [(_heard if heard else _pair)(names[n], models[m], ways.get(n, [])) for n, m, heard in pairs]


_Shown = tuple[Side, list[Step]]
"""A name as it may be shown, and what was read otherwise for that."""


def _pair(name: Side, model: Side, shown: list[_Shown]) -> Likeness:
    """Return the surest of the ways to explain the name; one that cannot be surer than what is found is not looked at."""
    if not model.units or otherwise_numbered(name.words, model.words):
        return _UNLIKE
    early = bool(name.core) and not model.core
    bare = _core(name, model, []) if early else None
    if bare is not None and bare.alike >= _PLAIN and not _DOUBTED & set(bare.kinds):
        return bare
    mildest = _whole(name, model, [])
    if mildest is not None and mildest.alike >= _PLAIN and _explains(mildest, name):
        return mildest if mildest.whole else by_kind(name, model, compared=compare) or mildest
    best = _surer(mildest, bare if early else _core(name, model, []))
    for way, most in _WAYS:
        if best is None or best.alike < most:
            best = _surer(best, way(name, model))
    best = _surer(best, _otherwise_put(name, model, [], best.alike if best else 0.0))
    for other in shown:
        if best is None or best.alike < verdicts.most(s.kind for s in other[1]):
            best = reduce(_surer, _rewritten(name, model, [other]), best)
    if best is None or best.alike < _PLAIN:
        best = _at_a_desk(name, model) or best
    return (
        best
        or _turned(name, model)
        or within(name, model)
        or _one_side(name, model)
        or within_runs(name, model)
        or _UNLIKE
    )


def _surer(first: Likeness | None, then: Likeness | None) -> Likeness | None:
    """Return the surer of two likenesses, the first of equals."""
    return then if then and (first is None or then.alike > first.alike) else first


def _heard(name: Side, model: Side, shown: list[_Shown]) -> Likeness:
    """Return the surest of the ways in which one of the two is spoken."""
    if not model.units or otherwise_numbered(name.words, model.words):
        return _UNLIKE
    ways = [spoken(name, model, []), spoken_beside(name, model, []), _beside_offers(name, model, [])]
    if not name.name.isascii() and scripts(name.name) & scripts(model.name) - {"Latin"}:
        ways += [w for w in (_whole(name, model, []),) if w and w.alike >= _HEARD]
    ways += [renamed(spoken(side, model, steps), name.name, model.name) for side, steps in shown]
    return max(filter(None, ways), key=lambda w: w.alike, default=_UNLIKE)


_HEARD = 0.75
"""How sure it must be that a name of the same consonants is the model misspelled: weak letters make other words."""

_PLAIN = 0.5
"""A likeness surer than this that needs no edit is not looked for in another way."""


_DOUBTED = frozenset(("edit", "repeat", "homophone"))
"""Changes for which another way is looked for: one letter more may be another explanation's affix."""


def _explains(found: Likeness, name: Side) -> bool:
    return "edit" not in found.kinds and not (name.core and "repeat" in found.kinds)


def _whole(name: Side, model: Side, before: list[Step], *, slips: bool = True) -> Likeness | None:
    return aligned(name.name, name.units, model, before, model.bits, slips=slips)


def _core(name: Side, model: Side, before: list[Step], *, slips: bool = True) -> Likeness | None:
    """Compare what is left without affixes; what was taken off is said. Without `slips` a likeness with an edit may be left out."""
    if name.core is None:
        return None
    core, letters_of = LOOSE_MARK.sub("", name.core.replace(" ", "")), "".join([u.letter for u in name.units])
    at = letters_of.find(core)
    if at < 0:
        return None
    part = name.units[at : at + len(core)]
    added = [text_of(name.name, run) for run in (name.units[:at], name.units[at + len(core) :])]
    steps = before + [Step(verdicts.affix_kind(text), f"added {verdicts.visible(text)}") for text in added if text]
    found = aligned(text_of(name.name, part), part, model, steps, model.bits, slips=slips)
    return renamed(found, name.name, model.name)


def _beside_offers(name: Side, model: Side, before: list[Step]) -> Likeness | None:
    """Compare what is left of a name without what organisations offer beside theirs; a name misspelled too is another's."""
    ways = [
        way(name._replace(words=left, core=left), model, before)
        for left in without_offers(name.words, name.core)
        for way in (partial(_core, slips=False), respelled, _reordered, spoken, translated)
    ]
    found = [beside(w, name.name, model.name) for w in ways if w and "edit" not in w.kinds]
    rare = min(1.0, max(0.0, (model.bits - _OFFERED) / _SURELY)) if found else 0.0
    best = max(found, key=lambda w: w.alike, default=None)
    return best._replace(alike=round(best.alike * rare, 4)) if best and rare else None


def _at_a_desk(name: Side, model: Side) -> Likeness | None:
    """Compare what a name begins or ends with, where the rest names a desk, a word of it unknown; only openly, or in disguise."""
    heads = heads_of(name.words, name.core)
    if not heads or (model.bits < _RARE_ENOUGH and model.words not in heads):
        return None
    put = [
        model,
        *(
            side(text)._replace(core=None)
            for text in (*versions(model.name)[:1], *(text for text, _ in other_names(model.name, name.name)))
        ),
    ]
    ways = [
        way
        for head in heads
        for meant in put
        for way in (_core(name._replace(words=head, core=head), meant, [], slips=False),)
        if way and not _SLIPS & set(way.kinds)
    ]
    best = max(ways, key=lambda w: w.alike, default=None)
    return best and renamed(best._replace(alike=round(best.alike * _UNSURE, 4)), name.name, model.name)


_RARE_ENOUGH, _UNSURE = 18.0, 0.84
"""Bits of a name that is meant where it begins another, and how sure that is with a word beside it that is not known: no disguise (`may_disguise`)."""

_OFFERED, _SURELY = 12.0, 8.0
"""Bits of rarity up to which a word and an offer are two words, and how many more make them a name with one."""


def _cores(name: Side, model: Side) -> Likeness | None:
    """Compare both without affixes, where the model bears one itself: The Guardian and Guardian 2.0."""
    if not name.core or not model.core or name.core != model.core:
        return None
    added = " ".join(name.words.replace(name.core, " ", 1).split())
    if added.isdigit():
        return None
    kind = verdicts.affix_kind(added) if added else "affix"
    steps = [Step(kind, f"added {verdicts.visible(added)}" if added else "an affix left out")]
    alike = verdicts.alike(steps, [], min(model.bits, name.bits), len(model.units), [])
    return said(name.name, model.name, steps, alike, whole=True) if alike else None


def _without_affix(name: Side, model: Side, before: list[Step], *, slips: bool = True) -> Likeness | None:
    """Compare with a model as it is shortened: Washingt0n Post and The Washington Post, 建設银行 and 中国建设银行."""
    enough = model.core and len(model.core) >= _ENOUGH_LEFT and not is_domain(model.words)
    steps, found = [*before, Step("affix", "shortened")], list[Likeness]()
    for short in shortenings(model.name) or filter(None, (model.core if enough else None,)):
        bare = side(short)
        found += [w for way in (_whole, _core) if (w := way(name, bare, steps, slips=slips))]
    return renamed(max(found, key=lambda w: w.alike, default=None), name.name, model.name)


_ENOUGH_LEFT = 8


def _otherwise_put(name: Side, model: Side, before: list[Step], least: float = 0.0) -> Likeness | None:
    """Compare with the model as it is put otherwise: Marlock Uni and University of Marlock, Tageblatt Hälmstadt and Hälmstädter Tageblatt.

    What cannot be surer than `least` may be left out.
    """
    found = list[Likeness | None]()
    for text in versions(model.name)[:1]:
        found.append(_beside_offers(name, side(text)._replace(core=None), before))
    for text, says in other_names(model.name, name.name) if least < verdicts.most(("affix",)) else ():
        if least >= verdicts.most((says.kind,)):
            continue
        other, steps = side(text)._replace(core=None), [*before, says]
        found += [way(name, other, steps, slips=False) for way in (_whole, _core)]
        found += [way(name, other, steps) for way in (_reordered, _beside_offers)]
        found.append(respelled(name, other, steps) if least < _AS_HEARD else None)
    kept = [w for w in found if w and "edit" not in w.kinds and not _ABROAD.issubset(w.kinds)]
    return renamed(max(kept, key=lambda w: w.alike, default=None), name.name, model.name)


_ABROAD = frozenset(("pinyin", "homophone"))
"""A name in another language, and misheard too, is another body's: 中国银行 is not what is called 中国央行."""


def _by_head(name: Side, model: Side) -> Likeness | None:
    """Compare a name in disguise, or with an office, with what stands before the model's word for a body: pennyroyal.recovery."""
    head = headed(model.words)
    if head is None:
        return None
    bare, steps = side(head), [Step("affix", "shortened")]
    ways = [
        _whole(name, bare, steps, slips=False) if not name.core else None,
        _core(name, bare, steps, slips=False),
    ]
    office = claims_office(name.words, name.core or head)
    doubled = _once(name.words) == _once(head)
    found = [
        w
        for w in filter(None, ways)
        if not _SLIPS & set(w.kinds)
        and (w.disguised or (office and set(w.kinds) <= _OPEN) or (doubled and "repeat" in w.kinds))
    ]
    return renamed(max(found, key=lambda w: w.alike, default=None), name.name, model.name)


def _once(words: str) -> str:
    return singled(words.replace(" ", "").replace("i", "l"))


_SLIPS = frozenset(("edit", "homophone", "near_shape"))
_OPEN = frozenset(("affix", "separator", "repeat", "same"))


def _rewritten(name: Side, model: Side, shown: list[_Shown], *, slips: bool = True) -> list[Likeness]:
    """Compare the name in each of the ways it may be shown."""
    drawn = (partial(_whole, slips=slips), partial(_core, slips=slips), partial(_without_affix, slips=slips))
    explained = (*drawn, _reordered, spoken, translated, _beside_offers, _otherwise_put)
    ways = [way(side, model, steps) for side, steps in shown for way in explained]
    return [r for w in ways if (r := renamed(w, name.name, model.name))]


def _reordered(name: Side, model: Side, before: list[Step]) -> Likeness | None:
    """Compare regardless of the order of words, or of at least three ideographs or syllables."""
    for words in filter(None, (name.words, name.core)):
        meant = as_in_handles(model.words) if words.isascii() else (model.words,)
        if any(words != m and same(words, m) for m in meant for same in _SAME_PARTS):
            steps = [*before, Step("order", "reordered")]
            alike = verdicts.alike(steps, [], model.bits, len(model.units), [])
            return said(name.name, model.name, steps, alike, whole=True)
    return None


_SAME_PARTS = (same_words, same_signs, same_runs, rotated)


def _turned(name: Side, model: Side) -> Likeness | None:
    """Compare a name in Latin letters with the model in pinyin, its two halves the other way round: yinhanghaigang."""
    if not name.plain:
        return None
    steps = [Step("order", "reordered")]
    texts = dict.fromkeys(text[n:] + text[:n] for text in (model.name, *shortenings(model.name)) for n in cuts(text))
    ways = [_whole(name, side(text), steps) for text in texts]
    return renamed(max(filter(None, ways), key=lambda w: w.alike, default=None), name.name, model.name)


def _one_side(name: Side, model: Side) -> Likeness | None:
    """Compare the Latin letters of a name, or the others beside them, with the model: 央视新闻 of CCTV央视新闻."""
    if name.plain:
        return None
    parts = [side(text) for text in both_sides(name.name)]
    ways = [way(part, model, []) for part in parts for way in (_whole, _core, _beside_offers)]
    found = [w for w in ways if w and w.alike >= _PLAIN and "edit" not in w.kinds]
    best = max(found, key=lambda w: w.alike, default=None)
    return best and renamed(best._replace(whole=False), name.name, model.name)


_AS_HEARD = verdicts.most(("homophone",))

_WAYS = (
    (partial(_beside_offers, before=[]), 1.0),
    (partial(spoken, before=[]), verdicts.most(("pinyin",))),
    (partial(spoken_beside, before=[]), verdicts.most(("pinyin", "affix"))),
    (beside_initials, verdicts.most(("pinyin",))),
    (read_alike, _AS_HEARD),
    (in_genitive, verdicts.most(("affix",))),
    (partial(_reordered, before=[]), verdicts.most(("order",))),
    (_cores, verdicts.most(("affix",))),
    (partial(_without_affix, before=[]), verdicts.most(("affix",))),
    (_by_head, verdicts.most(("affix",))),
    (partial(translated, before=[]), verdicts.most(("pinyin",))),
    (put_alike, verdicts.most(("pinyin",))),
    (partial(by_kind, compared=compare), verdicts.most(("pinyin",))),
    (partial(respelled, before=[]), _AS_HEARD),
)
"""Further ways to explain a name, and how sure each may be at most: by the steps that it always takes."""
