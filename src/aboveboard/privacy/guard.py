"""Nothing raw gets in: what must be a token or an id is looked at before it is kept, and refused without being repeated.

Texts that people publish (a bio, a post, a name) hold what they hold. They are content: kept for a time, shown to few, and not looked at here.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.tables import TABLES

__all__ = ["Refused", "columns_watched", "guard"]

_EMAIL = r"(?i)[a-z0-9._%+\-]+@[a-z0-9\-]+(\.[a-z0-9\-]+)*\.[a-z]{2,}"
_PHONE = (
    r"^\s*\+[\s\-.()/]*([0-9][\s\-.()/]*){7,15}$"  # with its country
    r"|^\s*\(?0[0-9]{1,5}\)?[\s\-./]+([0-9][\s\-./]*){5,11}$"  # in groups, as it is dialled at home
    r"|^\s*(\(?[2-9][0-9]{2}\)?[\s\-.]+[0-9]{3}[\s\-.]+[0-9]{4}|1[3-9][0-9][\s\-]+[0-9]{4}[\s\-]+[0-9]{4})\s*$"
)
_MAYBE_IP = r"([0-9]{1,3}\.){3}[0-9]{1,3}|[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*"
_WHOLE_IP = r"^\[?[0-9a-fA-F:.]+\]?(:[0-9]+|/[0-9]+|%[0-9a-zA-Z]+)?$"
_DIGEST = r"^[0-9a-fA-F]{64}$"
_DIGITS = r"^\+?[0-9\s\-.()/]{7,20}$"


class Refused(NamedTuple):
    """A row that was not let in: its place from 0, the column, and why. The value is not repeated."""

    place: int
    column: str
    why: str


@cache
def columns_watched(table: str) -> Mapping[str, str]:
    """Return the columns of a table that may hold nothing raw: `token` where it must be a keyed hash, `id` where it names something."""
    spec = TABLES.get(table)
    watched: dict[str, str] = {}
    for column in spec.columns if spec else ():
        if column.type == "string" and (column.name == "token" or column.name.endswith("_token")):
            watched[column.name] = "token"
        elif column.type == "string" and (column.name.endswith("_id") or column.name in ("group", "subject")):
            watched[column.name] = "id"
    return watched


def guard(table: str, rows: pa.Table | Sequence[Mapping[str, Any]]) -> list[Refused]:
    """Return the rows that hold something raw where a token or an id belongs, the first fault of each, in their order.

    An id is refused where it is an e-mail address, a phone number as people write them (with a country code or in groups) or an IP
    address. Bare digits pass as an id: many services number their accounts. A token must be 64 hex digits, so that the digest of a
    phone number without a key (MD5, SHA-1) does not pass for one.
    """
    found: dict[int, Refused] = {}
    for column, kind in columns_watched(table).items():
        for place, why in _faults(_values(rows, column), kind):
            found.setdefault(place, Refused(place, column, why))
    return [found[i] for i in sorted(found)]


def _values(rows: pa.Table | Sequence[Mapping[str, Any]], column: str) -> Sequence[object]:
    if not isinstance(rows, pa.Table):
        return [r.get(column) for r in rows]
    return rows.column(column).to_pylist() if column in rows.column_names else ()


def _faults(values: Sequence[object], kind: str) -> list[tuple[int, str]]:
    """Return the places and reasons of a column; each distinct value is looked at once, and most need no second look."""
    plain = _TOKEN if kind == "token" else _PLAIN
    odd = [text for text in dict.fromkeys(v for v in values if isinstance(v, str)) if not plain.fullmatch(text)]
    why = dict(zip(odd, _reasons(pa.array(odd, pa.string()), kind).to_pylist(), strict=True)) if odd else {}
    return [(place, told) for place, v in enumerate(values) if odd and isinstance(v, str) and (told := why.get(v))]


_PLAIN = re.compile(r"[0-9A-Za-z_]*|[0-9_-]*[A-Za-z][0-9A-Za-z_-]*")
"""Ids that hold nothing raw, at a glance: an address has a dot, a colon or an at sign, and a phone number no letter and something between its figures."""
_TOKEN = re.compile(r"(?:[0-9a-fA-F]{64})?")


def _reasons(texts: pa.Array, kind: str) -> pa.Array:
    none = pa.scalar(None, pa.string())
    if kind == "token":
        good = pc.match_substring_regex(texts, _DIGEST)
        telling = pc.if_else(pc.match_substring_regex(texts, _EMAIL), _why("an e-mail address"), pc.if_else(
            pc.match_substring_regex(texts, _DIGITS), _why("a number as a phone has"), pc.if_else(
                _addresses(texts), _why("an IP address"), "it must be a keyed hash of 64 hex digits")))  # fmt: skip
        return pc.if_else(pc.or_(good, pc.equal(texts, "")), none, telling)
    return pc.if_else(pc.match_substring_regex(texts, _EMAIL), _why("an e-mail address"), pc.if_else(
        pc.match_substring_regex(texts, _PHONE), _why("a phone number"), pc.if_else(_addresses(texts), _why("an IP address"), none)))  # fmt: skip


def _why(what: str) -> str:
    return f"it holds {what}; hand in a keyed hash of it"


def _addresses(texts: pa.Array) -> pa.Array:
    """Say which texts are an IP address, or one with its port, prefix length or zone."""
    maybe = pc.and_(pc.match_substring_regex(texts, _MAYBE_IP), pc.match_substring_regex(texts, _WHOLE_IP))
    flags = pc.fill_null(maybe, fill_value=False).to_pylist()
    return pa.array([f and _is_address(t) for f, t in zip(flags, texts.to_pylist(), strict=True)], pa.bool_())


def _is_address(text: str) -> bool:
    bare = text.split("%", maxsplit=1)[0].split("/", maxsplit=1)[0].strip("[]")
    for candidate in (bare, bare.rpartition(":")[0].strip("[]")):
        try:
            ipaddress.ip_address(candidate)
        except ValueError:
            continue
        return True
    return False
