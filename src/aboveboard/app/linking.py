"""`link_accounts`: which of many new accounts are the return of one of some closed ones, from tables of either."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.errors import InputError
from aboveboard.linkage.candidates import Keys
from aboveboard.linkage.linking import Column, Linked, link
from aboveboard.linkage.weights import Field
from aboveboard.names.folding import fold
from aboveboard.names.forms import loose
from aboveboard.names.letters import letters
from aboveboard.text.normal import normal

__all__ = ["link_accounts"]

_TEXTS: Final = {"name": "", "handle": "name"}
_TOKENS: Final = {"device": "", "network": "device", "phone": "", "email": "", "payment": "", "identity": ""}
"""Each field and the one it follows from: a handle is made from a name, a household's device stands on its network."""

_KEEPS: Final = {"device": 0.4, "network": 0.4, "phone": 0.3, "email": 0.2, "payment": 0.2, "identity": 0.2, "bio": 0.2}
"""How often a returner keeps each: where learning starts, worth 200 pairs."""

_CROWDS: Final = {"network": 60, "bio": 20}
_MOST, _STEMS, _HALF = 50, 20, 12
_SHORTEST, _LONG = 4, 6

_MARKS: Final = r"[\p{S}\x{FE0F}]+\x{200D}?|[\p{P}\p{Z}]"
"""What people put between words or behind names; hidden characters are not among them, but for what joins emoji."""

_SPELLS: Final = (0.4, 0.03, 0.04, 0.04, 0.04, 0.07, 0.08, 0.07, 0.08, 0.15)
"""How often a returner's name differs, nearly agrees (four kinds), looks alike (disguised or not), folds alike (same), is the same."""


def link_accounts(new: pa.Table, closed: pa.Table, returns: float = 0.2) -> Linked:
    """Return the pairs worth weighing of a `new` and a `closed` account, each with its bits by field and its probability.

    Reads the string columns both tables have of: name, handle, device, network, phone, email, payment, identity (one token
    each), bio; a null is unknown. `returns` is how many new accounts are expected for each closed one. Raises `InputError`
    where the tables share no such column.
    """
    shared = {f for f in new.column_names if f in closed.column_names}
    texts = {f: after if after in shared else "" for f, after in _TEXTS.items() if f in shared}
    with ThreadPoolExecutor(len(_TEXTS)) as pool:
        columns = list(pool.map(lambda f: _text(f, new, closed, texts[f]), texts))
    columns += [_token(f, new, closed, _TOKENS[f] if _TOKENS[f] in shared else "") for f in _TOKENS if f in shared]
    columns += [_bio(new, closed)] if "bio" in shared else []
    if not columns:
        raise InputError(f"the tables share none of {', '.join([*_TEXTS, *_TOKENS, 'bio'])}")
    return link(columns, returns)


def _text(name: str, new: pa.Table, closed: pa.Table, after: str) -> Column:
    """Compare names as written, folded, as they look without digits at their ends, and by edits."""
    written = [side[name].combine_chunks().cast(pa.string()) for side in (new, closed)]
    plain = [fold(w).key for w in written]
    core = [pc.coalesce(_core(w), f) for w, f in zip(written, plain, strict=True)]
    halves = tuple(_keys([_half(f, first=first) for f in plain], _HALF) for first in (True, False))
    hints = tuple(_keys([pc.utf8_slice_codeunits(f, *ends) for f in plain], 0) for ends in ((0, 2), (-2, None)))
    keys = tuple(_keys(made, most) for made, most in ((written, _MOST), (plain, _MOST), (core, _STEMS)))
    return Column(
        Field(name, _SPELLS, most=40.0), keys, halves, keys[1], after, (written[0], written[1]), _plainly, hints
    )


def _plainly(names: pa.Array) -> pa.Array:
    """Return names in lower case without marks, spaces and emoji, and without digits at their ends."""
    return pc.utf8_trim(pc.replace_substring_regex(pc.utf8_lower(names), _MARKS, ""), "0123456789")


def _keys(sides: list[pa.Array], most: int) -> Keys:
    return Keys(sides[0], sides[1], most)


def _core(names: pa.Array) -> pa.Array:
    """Return names as they look, without the digits and marks around them; null where too little is left."""
    coded = pc.utf8_trim(names, "0123456789_.- ").dictionary_encode()
    seen = loose(pc.fill_null(letters(coded.dictionary), ""))
    return pc.if_else(pc.greater_equal(pc.utf8_length(seen), _SHORTEST), seen, None).take(coded.indices)


def _half(keys: pa.Array, *, first: bool) -> pa.Array:
    """Return the first or the last five letters of each longer key: one edit spares one of them."""
    long = pc.greater_equal(pc.utf8_length(keys), _LONG)
    return pc.if_else(long, pc.utf8_slice_codeunits(keys, 0, 5) if first else pc.utf8_slice_codeunits(keys, -5), None)


def _token(name: str, new: pa.Table, closed: pa.Table, after: str) -> Column:
    held = _keys([side[name].combine_chunks().cast(pa.string()) for side in (new, closed)], _CROWDS.get(name, _MOST))
    return Column(
        Field(name, (1 - _KEEPS[name], _KEEPS[name]), most=40.0), (held,), after=after, crowded=name == "network"
    )


def _bio(new: pa.Table, closed: pa.Table) -> Column:
    said = _keys([_said(side["bio"].combine_chunks().cast(pa.string())) for side in (new, closed)], _CROWDS["bio"])
    return Column(Field("bio", (1 - _KEEPS["bio"], _KEEPS["bio"]), most=40.0), (said,))


def _said(bios: pa.Array) -> pa.Array:
    """Return each bio's normal form; what many say is read once."""
    coded = bios.dictionary_encode()
    return normal(pa.chunked_array([coded.dictionary])).combine_chunks().take(coded.indices)
