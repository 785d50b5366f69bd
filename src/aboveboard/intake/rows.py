"""Rows as JSON: one strict type per table of the contract, and what is wrong with a row in one sentence."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, Literal, NamedTuple

import msgspec

from aboveboard.columns import Column, Table
from aboveboard.errors import InputError
from aboveboard.store.entries import microseconds
from aboveboard.tables import TABLES

__all__ = ["LONGEST", "Fact", "Reject", "read", "struct_of"]

LONGEST = 65_536
"""Most bytes of one row."""
AHEAD = timedelta(days=1)
"""How far a clock may run before ours; a time beyond it is a mistake, unless its column holds plans."""

_TYPES: dict[str, Any] = {
    "string": str, "int": int, "float": float, "bool": bool, "time": datetime, "date": date, "list": list[str],
}  # fmt: skip
_WHOSE = ("account_id", "follower_id")
_FOR_EVALUATION = "labels"
_NO_PART, _LONGEST_ID = (".", ".."), 512


class Fact(NamedTuple):
    """One accepted row. `id` is the same whenever the same row comes again; `body` is its canonical JSON."""

    id: str
    source: str
    account_id: str
    at_us: int
    body: str


class Reject(NamedTuple):
    """One row that was not taken: its place in the batch, from 0, the column where one is at fault, and why. It never repeats a value."""

    place: int
    column: str
    reason: str


def read(table: str, rows: Sequence[msgspec.Raw], at: datetime) -> tuple[list[Fact], list[Reject]]:
    """Return the rows that can be kept and those that cannot, in their order.

    `at` is when they came: it stands for the time of a row that has none. Raises `InputError` on a table that the contract does not have
    or that is for evaluation only.
    """
    if table not in TABLES or table == _FOR_EVALUATION:
        names = ", ".join(t for t in TABLES if t != _FOR_EVALUATION)
        raise InputError(f"there is no table of that name to hand in; there are {names}")
    kept, refused, seen = list[Fact](), list[Reject](), dict[bytes, int]()
    ahead, now = at + AHEAD, microseconds(at)
    for place, raw in enumerate(rows):
        found = _row(table, raw, ahead)
        if isinstance(found, str):
            refused.append(Reject(place, *_faulted(found)))
            continue
        body = _ENCODER.encode(found)
        again = seen[body] = seen.get(body, -1) + 1
        kept.append(_fact(TABLES[table], found, body, again, now))
    return kept, refused


_ENCODER = msgspec.json.Encoder(order="deterministic")


def _fact(table: Table, row: Any, body: bytes, again: int, now: int) -> Fact:  # noqa: ANN401  (a struct made from the contract)
    """Where rows may repeat, the second of two equal ones in a batch is another event than the first."""
    several = again if not table.key else 0
    digest = hashlib.sha256(b"%s %d %s" % (table.name.encode(), several, body)).hexdigest()[:40]
    whose = next((v for name in _WHOSE if (v := getattr(row, name, None))), "")
    time = _times(table.name)
    own = next((t for name in time if (t := getattr(row, name)) is not None), None)
    return Fact(digest, table.name, whose, now if own is None else microseconds(own), body.decode())


def _row(table: str, raw: msgspec.Raw, ahead: datetime) -> Any:  # noqa: ANN401  (a row, or what is wrong with it)
    if len(memoryview(raw)) > LONGEST:
        return f"a row may have {LONGEST:,} bytes"
    try:
        row = _decoder(table).decode(raw)
    except msgspec.ValidationError as error:
        return _told(str(error))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return "this is no JSON object"
    return _faults(table, row, ahead) or row


def _faults(table: str, row: Any, ahead: datetime) -> str:  # noqa: ANN401
    for name, kind, required, plan in _columns(table):
        value = getattr(row, name)
        if value is None:
            continue
        if kind == "string" and (("\x00" in value) or (required and not value.strip()) or _broken(value)):
            return f"{name}: " + ("it holds a null or half a character" if value.strip() else "it is empty")
        if name in _WHOSE and (value in _NO_PART or len(value) > _LONGEST_ID):
            return f"{name}: " + (
                "it cannot stand in an address" if value in _NO_PART else f"an id may have {_LONGEST_ID} characters"
            )
        if kind == "time" and (value.tzinfo is None or (value > ahead and not plan)):
            return f"{name}: " + (
                "its time needs a zone, such as Z" if value.tzinfo is None else "it lies in the future"
            )
    return ""


def _broken(value: str) -> bool:
    try:
        _ = value.encode()
    except UnicodeEncodeError:
        return True
    return False


def _told(message: str) -> str:
    """Turn what the library says into `column: reason`."""
    reason, _, path = message.partition(" - at `$")
    if reason.startswith("Invalid enum value"):
        reason = "this is none of the values it may have"  # the message would repeat what came
    return f"{path.rstrip('`').lstrip('.')}: {reason}" if path else reason


def _faulted(told: str) -> tuple[str, str]:
    column, colon, reason = told.partition(": ")
    return (column, reason) if colon else ("", told)


@functools.cache
def _decoder(table: str) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(struct_of(table))


@functools.cache
def struct_of(table: str) -> type[msgspec.Struct]:
    """Return the type of a table's rows; unknown columns are refused, since what nobody reads would be lost in silence."""
    required = [(c.name, _type(c)) for c in TABLES[table].columns if c.required]
    others = [(c.name, _type(c) | None, None) for c in TABLES[table].columns if not c.required]
    return msgspec.defstruct(
        f"row_of_{table}", [*required, *others], kw_only=True, forbid_unknown_fields=True, omit_defaults=True
    )


def _type(column: Column) -> Any:  # noqa: ANN401  (a type)
    return Literal[column.choices] if column.choices else _TYPES[column.type]


@functools.cache
def _columns(table: str) -> tuple[tuple[str, str, bool, bool], ...]:
    return tuple((c.name, c.type, c.required, c.plan) for c in TABLES[table].columns if c.type in {"string", "time"})


@functools.cache
def _times(table: str) -> tuple[str, ...]:
    return tuple(c.name for c in TABLES[table].columns if c.type == "time" and not c.plan)
