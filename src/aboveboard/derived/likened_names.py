"""How an account's name was written like an organisation's, for pairs that are candidates."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.at_desks import name_desks, names_a_desk, said_of_a_desk
from aboveboard.names.characters import simplified
from aboveboard.names.cues import claims, cues, stretches
from aboveboard.names.few import pattern_of, searched
from aboveboard.names.folding import fold, folded
from aboveboard.names.in_disguise import DISGUISED, RINGED, SEALED, STAMPED
from aboveboard.names.twice import parts_between
from aboveboard.tables import Type

__all__ = ["LIKENED", "STRETCH", "labelled", "likened", "stretched", "stretched_in"]

STRETCH: Mapping[str, Type] = {"account_id": "string", "field": "string", "name": "string", "folded": "string"}
LIKENED: Mapping[str, Type] = {
    "name": "string", "model": "string", "says": "string", "alike": "float", "disguised": "bool", "whole": "bool",
    "claim": "bool", "aside": "bool", "plain": "bool", "numbered": "bool",
    "by_ear": "bool",
}  # fmt: skip
_DRESS = frozenset(("same", "styled", "squared", "separator"))
"""Changes that a longer name wears for its looks: they hide no part of it."""

_BY_EAR = frozenset(("homophone", "order"))
_WEDGED = r"^(?:[\pL\pN][^\pL\pN\pM]+){2,}[\pL\pN][^\pL\pN]*$|[\pL][ ]?[^\pL\pN\pM\s._'’&+,:;/()-][^\pL\pN]*[\pL]"
"""Letters parted one by one, or signs and emoji between letters: nobody bears a name that way as his own."""

_ABROAD, _OF_A_KIND = re.compile("its name in another language, ([^,]+)"), "the same kind of body, "

_MASKED = r"[a-z]{2}I(?:[a-z]|$|[ _])|[a-z]{2}[01|][a-z]|[a-z]{3}[1|](?:$|[ _])|(?:^|[ _])Ll[bcdfghjkmnpqrstvwxz]"
_INWARD = rf"[A-Za-z][0-9@$!|]+[A-Za-z]|(?:^|[ _-])[0-9@$][A-Za-z]{{3}}|[A-Za-z]{{2}}[0-9@$][ -]+[A-Za-z]|{_MASKED}"
"""Digits, signs and capitals among letters, or at their end, may stand for letters."""


def stretched(batch: pa.Table) -> pa.Table:
    """Return the stretches to look up of names that claim something, or that may hide a name in a longer one.

    Columns in: `account_id`, `field`, `name`, `words` (folded), `claim`, `speaks`; out: `STRETCH`.
    """
    words, names = batch["words"], batch["name"]
    drawn = pc.and_(pc.invert(pc.string_is_ascii(names)), pc.string_is_ascii(words))
    hides = pc.and_(pc.or_(drawn, searched(names, _INWARD)), pc.match_substring(words, " "))
    hidden = _in_disguise(names.combine_chunks() if isinstance(names, pa.ChunkedArray) else names)
    desks = name_desks(words.combine_chunks() if isinstance(words, pa.ChunkedArray) else words)
    told = pc.or_(pc.or_(batch["claim"], batch["speaks"]), desks)
    some = pc.fill_null(pc.or_(pc.or_(told, hides), hidden), False)
    kept = batch.select(["account_id", "field", "name"]).filter(some)
    rows = zip(words.filter(some).to_pylist(), hidden.filter(some).to_pylist(), strict=True)
    runs = pa.array([stretches(w, glued=h) if w else [] for w, h in rows], pa.list_(pa.string()))
    return kept.take(pc.list_parent_indices(runs)).append_column("folded", pc.list_flatten(runs))


def _in_disguise(names: pa.Array) -> pa.Array:
    """Tell which names have letters that nobody writes as his own; few have any that are not ASCII."""
    beyond = pc.invert(pc.string_is_ascii(names))
    return pc.fill_null(pc.replace_with_mask(beyond, beyond, searched(names.filter(beyond), DISGUISED)), False)


def stretched_in(name: str, *, speaks: bool) -> list[str]:
    """Return the stretches to look up of one name, as `stretched` does of many: `speaks` tells that its account claims something."""
    words = folded(name)[1]
    if not words:
        return []
    odd = (not name.isascii() and words.isascii()) or pattern_of(_INWARD).search(name) is not None
    hidden = not name.isascii() and pattern_of(DISGUISED).search(name) is not None
    some = speaks or hidden or (odd and " " in words) or claims(words) or names_a_desk(words)
    return stretches(words, glued=hidden) if some else []


def likened(batch: pa.Table) -> pa.Table:
    """Judge pairs of a name and the organisation's name it may be written after, and read the words beside it.

    Columns in: `name`, `model`, `heard`, which marks pairs that only share what is heard; out: `LIKENED`.
    """
    from aboveboard.names.likeness import likenesses

    names, models = (batch[c].combine_chunks() for c in ("name", "model"))
    told = likenesses(names, models, batch["heard"])
    alike = pc.not_equal(told["says"], "").combine_chunks()
    names, models, told = names.filter(alike), models.filter(alike), told.filter(alike)
    words = fold(names).words
    rest = _rests(words, fold(models).words)
    beside = cues(_rests(words, fold(_meant(names, models, told["says"])).words))
    beside = beside._replace(claim=pc.or_(beside.claim, _at_a_desk(names, models, told["says"])))
    whole = pc.or_(told["whole"].combine_chunks(), _said_again(names, models, told["says"]))
    beside = beside._replace(claim=pc.or_(beside.claim, _announced(models, told["kinds"])))
    kinds = [set(k) for k in told["kinds"].to_pylist()]
    masked = _masked(names, models)
    dressed = pa.array([k <= _DRESS and not m for k, m in zip(kinds, masked, strict=True)], pa.bool_())
    disguised = pc.and_(told["disguised"], pc.or_(whole, pc.invert(dressed)))
    kept = {"says": told["says"], "alike": told["alike"], "whole": whole, "disguised": disguised}
    open_ = pc.and_(whole, pc.invert(pc.or_(disguised, beside.claim)))
    plain = pc.and_(pc.and_(open_, searched(rest, r"^[\dlo ]*$")), pc.invert(searched(names, _WEDGED)))
    numbered = pc.and_(plain, _numbered(names, models))
    aside = pc.or_(beside.label, beside.tie)
    clear = disguised.to_pylist() if isinstance(disguised, pa.Array) else disguised.combine_chunks().to_pylist()
    by_ear = pa.array(
        [bool(_BY_EAR & k) or ("near_shape" in k and not d) for k, d in zip(kinds, clear, strict=True)], pa.bool_()
    )
    return pa.table(
        {
            "name": names,
            "model": models,
            **kept,
            "claim": beside.claim,
            "aside": aside,
            "plain": plain,
            "numbered": numbered,
            "by_ear": by_ear,
        }
    )


def _announced(models: pa.Array, kinds: pa.ChunkedArray) -> pa.Array:
    """Tell where a name is an abbreviation that says it is back: so short a name alone would not be taken for another's."""
    rows = zip(models.to_pylist(), kinds.to_pylist(), strict=True)
    return pa.array([len(m) < _LONG and m.isupper() and "sequel" in k for m, k in rows], pa.bool_())


def _said_again(names: pa.Array, models: pa.Array, says: pa.ChunkedArray) -> pa.Array:
    """Tell where a name is the initials of all of the model and a part of it that it begins, or ends, with: HNWS湖南 is 湖南卫视, and nobody else."""
    rows = zip(names.to_pylist(), models.to_pylist(), says.to_pylist(), strict=True)
    return pa.array([_BY_INITIALS in s and _twice(n, simplified(m)) for n, m, s in rows], pa.bool_())


def _twice(name: str, model: str) -> bool:
    found = _BESIDE_INITIALS.fullmatch(name)
    if not found:
        return False
    latin, own = (found[1], found[2]) if found[1] else (found[4], found[3])
    part = simplified(own)
    return len(latin) == len(model) and (model.startswith(part) or model.endswith(part))


_BESIDE_INITIALS = re.compile("([A-Za-z]{3,})[ ._-]?([\u3400-\u9fff]{2,})|([\u3400-\u9fff]{2,})[ ._-]?([A-Za-z]{3,})")


def _masked(names: pa.Array, models: pa.Array) -> list[bool]:
    """Tell where letters that are only styled hide a name for all that: a sealed ideograph among others, an abbreviation in rings."""
    sealed, ringed = pattern_of(SEALED).search, pattern_of(RINGED).search
    return [
        not n.isascii() and bool(sealed(n) or (len(m) < _LONG and ringed(n)))
        for n, m in zip(names.to_pylist(), models.to_pylist(), strict=True)
    ]


_LONG = 5
"""Letters from which a name in rings is worn for its looks."""


def _meant(names: pa.Array, models: pa.Array, says: pa.ChunkedArray) -> pa.Array:
    """Return the models; in the other language where a path says that a name is written after that, and the name itself where both say one kind of body.

    Its words say nothing beside it.
    """
    rows = zip(names.to_pylist(), models.to_pylist(), says.to_pylist(), strict=True)
    return pa.array(
        [n if _OF_A_KIND in s else k[1] if (k := _ABROAD.search(s)) else m for n, m, s in rows], pa.string()
    )


def labelled(names: pa.Array, models: pa.Array) -> pa.Array:
    """Tell, for each pair, whether the name says it is not the organisation: a label, or a tie to the organisation it names."""
    mine, theirs = fold(names), fold(models)
    read = cues(_rests(mine.words, theirs.words))
    pairs = zip(mine.key.to_pylist(), theirs.key.to_pylist(), strict=True)
    named = pa.array([bool(n and m and m in n) for n, m in pairs], pa.bool_())
    return pc.or_(read.label, pc.and_(read.tie, named))


def _numbered(names: pa.Array, models: pa.Array) -> pa.Array:
    """Tell where a number stands in a name that is not the model's own, nor one to call: 中国铁路12306 bears it, 95598 is the grid's."""
    own = pattern_of(_NUMBER).findall
    pairs = zip(names.to_pylist(), models.to_pylist(), strict=True)
    return pa.array(
        [any(d not in m and not (_HOTLINE.match(d) and _HAN.search(n)) for d in own(n)) for n, m in pairs], pa.bool_()
    )


_NUMBER, _HOTLINE, _HAN = (
    r"\d{3,}",
    re.compile(r"(?:95\d{3}|12\d{3}|100\d\d|400\d{7})$"),
    re.compile("[\u3400-\u9fff]{2}"),
)
"""Digits that people add where a name is taken; and those by which bodies are called in China."""


def _at_a_desk(names: pa.Array, models: pa.Array, says: pa.ChunkedArray) -> pa.Array:
    """Tell where a name begins with the model as it is written, or with its initials, and goes on as only a desk's does, or with a word in disguise."""
    masked = pattern_of(_MASKED).search
    rests = (_after(*row) for row in zip(names.to_pylist(), models.to_pylist(), says.to_pylist(), strict=True))
    stamped = pattern_of(STAMPED).search
    return pa.array(
        [
            bool(rest) and (said_of_a_desk(rest) or masked(rest) is not None or stamped(rest) is not None)
            for rest in rests
        ],
        pa.bool_(),
    )


def _after(name: str, model: str, says: str) -> str:
    """Return what a name goes on with after the model, or after its initials before ideographs, or behind the last sign that parts it; empty for none."""
    if name.startswith(model):
        return name[len(model) :]
    found = _INITIALS.match(name) if _BY_INITIALS in says else None
    return found[1] if found else _last_part(name)


def _last_part(name: str) -> str:
    """Return the last of the parts of a name between signs; empty where it has but one."""
    parts = [part for part in parts_between(name) if any(map(str.isalpha, part))]
    return parts[-1] if len(parts) > 1 else ""


_INITIALS, _BY_INITIALS = re.compile("[A-Za-z]{3,}([\u3400-\u9fff]{2,}.*)"), "pinyin initials"


def _rests(names: pa.Array, models: pa.Array) -> pa.Array:
    return pa.array([_rest(n, m) for n, m in zip(names.to_pylist(), models.to_pylist(), strict=True)], pa.string())


def _rest(name: str | None, model: str | None) -> str:
    """Return the words of a folded name that are not the organisation's: what the account says beside it."""
    if not name or not model:
        return name or ""
    spaced, there = f" {name} ", f" {model} "
    if there in spaced:
        return " ".join(spaced.replace(there, " ", 1).split())
    bare, key = name.replace(" ", ""), model.replace(" ", "")
    if key in bare:
        return " ".join(bare.replace(key, " ", 1).split())
    theirs = set(model.split())
    return " ".join(w for w in name.split() if w not in theirs)
