"""One contract column as SQL: the value of a foreign cell, and the reason it cannot be read.

Every expression runs on a raw table in DuckDB. A `Cell` is value and fault; a row whose fault is not null is rejected.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from aboveboard.connectors.faults import CELL
from aboveboard.connectors.mapping import Entry, Recipe, TimeRule
from aboveboard.connectors.raw import Raw, literal, quoted
from aboveboard.tables import Column, Table, Type

__all__ = ["DUCK", "Cell", "cell"]

DUCK: Mapping[Type, str] = {
    "string": "VARCHAR",
    "int": "BIGINT",
    "float": "DOUBLE",
    "bool": "BOOLEAN",
    "time": "TIMESTAMPTZ",
    "date": "DATE",
    "list": "VARCHAR[]",
}
"""Contract type to DuckDB type."""

_WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
_PLAIN: Mapping[Type, tuple[str, ...]] = {
    "string": ("VARCHAR", *_WHOLE, "UBIGINT"),
    "int": _WHOLE,
    "float": ("FLOAT", "DOUBLE", *_WHOLE[:3]),
    "bool": ("BOOLEAN",),
    "time": ("TIMESTAMP WITH TIME ZONE",),
    "date": ("DATE",),
    "list": ("VARCHAR[]",),
}
"""DuckDB types whose plain cast is lossless."""
_NAIVE = ("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "DATE")
_LOOSE: Mapping[Type, tuple[str, ...]] = {
    "string": ("FLOAT", "DOUBLE", "BOOLEAN", "HUGEINT", "UUID", "DECIMAL", "ENUM"),
    "int": ("VARCHAR", "UBIGINT", "HUGEINT", "FLOAT", "DOUBLE", "DECIMAL"),
    "float": ("VARCHAR", "BIGINT", "UBIGINT", "HUGEINT", "DECIMAL"),
    "bool": ("VARCHAR", *_WHOLE),
    "time": ("VARCHAR", *_WHOLE, "UBIGINT", "FLOAT", "DOUBLE", "DECIMAL"),
    "date": ("VARCHAR", *_WHOLE),
    "list": ("VARCHAR",),
}
"""DuckDB types that are read through their text, cell by cell."""

_MICROS: Mapping[str, int] = {"s": 1_000_000, "ms": 1_000, "us": 1}
_FIRST, _LAST = -62_135_596_800_000_000, 253_402_300_799_999_999
_NOT_TIME = "not a time; write ISO 8601 with an offset or Z, such as 2024-05-01T12:00:00Z"
_NAIVE_TIME = "naive time; write an offset or Z, or name its zone in aboveboard.toml"


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` is typed SQL, `fault` SQL that yields the reason or null, `text` the cell as the source wrote it.

    `plain` means value and source hold the same, so the file needs no rewriting for this column. Of such a one `wrong` is true where
    `fault` is not null: quicker, where nobody asks for the reason.
    """

    column: Column
    value: str
    fault: str
    text: str
    plain: bool = False
    wrong: str = ""


def cell(table: Table, column: Column, raw: Raw, entry: Entry) -> Cell | str | None:
    """Return the column read from `raw`; None where the source has none; a fault where its type cannot be read."""
    if column.name in entry.constants:
        return _read(table, column, literal(entry.constants[column.name]), entry)
    recipe = entry.columns.get(column.name) or Recipe((column.name,))
    kind = raw.types.get(recipe.sources[0])
    if kind is None or (column.name in entry.skip and column.name not in entry.columns):
        return None
    source = quoted(recipe.sources[0])
    if len(recipe.sources) > 1 or recipe.prefix:
        return _read(table, column, _composed(recipe), entry)
    if raw.staged:
        return _read(table, column, f"nullif({source}, '')", entry)
    return _typed(table, column, source, kind, entry)


def _composed(recipe: Recipe) -> str:
    parts = [f"nullif(CAST({quoted(s)} AS VARCHAR), '')" for s in recipe.sources]
    joined = f" || {literal(recipe.join)} || ".join(parts)
    return f"({literal(recipe.prefix)} || {joined})" if recipe.prefix else f"({joined})"


def _typed(table: Table, column: Column, source: str, kind: str, entry: Entry) -> Cell | str:
    """Read a column of the operator's parquet, which has a type of its own."""
    rule = entry.rule(column.name)
    base = kind.split("(", maxsplit=1)[0]
    asked = column.name in entry.values or column.name in entry.times
    if kind in _PLAIN[column.type] and not asked:
        return _plain(table, column, source, kind)
    if column.type in {"time", "date"} and kind in _NAIVE:
        return _naive(column, source, kind, rule)
    if column.type == "list" and kind.endswith("[]") and kind.count("[") == 1:
        return _checked(table, column, f"CAST({source} AS VARCHAR[])", "NULL", f"CAST({source} AS VARCHAR)")
    if column.type == "string" and base in {"FLOAT", "DOUBLE", "DECIMAL"}:
        whole = f"({source} = floor({source}) AND abs({source}) < 9007199254740992)"
        value = f"CASE WHEN {whole} THEN CAST(CAST({source} AS BIGINT) AS VARCHAR) END"
        fault = f"CASE WHEN NOT {whole} THEN 'a fraction where text is due' END"
        return _checked(table, column, value, fault, f"CAST({source} AS VARCHAR)")
    number = column.type == "time" and base != "VARCHAR"
    if base in (*_LOOSE[column.type], *_PLAIN[column.type]) and not (number and not rule.unit):
        return _read(table, column, f"nullif(CAST({source} AS VARCHAR), '')", entry)
    unit = '; name its unit in aboveboard.toml: { unit = "s" }' if number and base in _LOOSE["time"] else ""
    return f"holds {kind} where {column.type} is due{unit}"


def _plain(table: Table, column: Column, source: str, kind: str) -> Cell:
    value = source if kind == DUCK[column.type] else f"CAST({source} AS {DUCK[column.type]})"
    wrong, reason = "", ""
    if column.type == "time":
        wrong, reason = f"NOT {_in_range(source)}", "time out of range"
    if column.type == "float":
        wrong, reason = f"NOT isfinite({source})", "not a finite number"
    fault = f"CASE WHEN {wrong} THEN '{reason}' END" if wrong else "NULL"
    text = source if kind == "VARCHAR" else f"CAST({source} AS VARCHAR)"
    narrow = column.type == "string" and kind != "VARCHAR"
    made = _checked(table, column, value, fault, text, narrow=narrow, given=source)
    every = " OR ".join(f"({test})" for test in (wrong, made.wrong) if test)
    return Cell(column, made.value, made.fault, made.text, plain=True, wrong=every)


def _naive(column: Column, source: str, kind: str, rule: TimeRule) -> Cell | str:
    text = f"CAST({source} AS VARCHAR)"
    if column.type == "date":
        return Cell(column, f"CAST({source} AS DATE)", _required(column, source), text)
    if not rule.zone:
        return f'holds naive times ({kind}); name their zone in aboveboard.toml: zone = "UTC"'
    value = f"timezone({literal(rule.zone)}, CAST({source} AS TIMESTAMP))"
    return Cell(column, value, _required(column, source), text)


def _read(table: Table, column: Column, text: str, entry: Entry) -> Cell:
    """Read a cell from its text."""
    source = _translated(text, entry.values.get(column.name))
    value, fault = _parsers(column, source, entry.rule(column.name))
    return _checked(table, column, value, fault, source)


def _translated(text: str, words: Mapping[str, str] | None) -> str:
    """Apply an enumeration: `""` stands for an empty cell, `"*"` for every other word."""
    if not words:
        return text
    cases = [f"WHEN {text} IS NULL THEN nullif({literal(words['']) if '' in words else 'NULL'}, '')"]
    cases += [
        f"WHEN {text} = {literal(k)} THEN nullif({literal(v)}, '')" for k, v in words.items() if k not in {"", "*"}
    ]
    rest = f"nullif({literal(words['*'])}, '')" if "*" in words else text
    return f"(CASE {' '.join(cases)} ELSE {rest} END)"


def _parsers(column: Column, text: str, rule: TimeRule) -> tuple[str, str]:
    """Return the value of a text cell and its fault, as SQL."""
    if column.type == "time":
        return _time(text, rule)
    if column.type == "date":
        return _date(text, rule)
    return _BY_TEXT[column.type](text)


def _string(text: str) -> tuple[str, str]:
    return text, "NULL"


def _float(text: str) -> tuple[str, str]:
    number = f"TRY_CAST({text} AS DOUBLE)"
    return _else(f"CASE WHEN isfinite({number}) THEN {number} END", text, "not a finite number")


def _else(value: str, text: str, reason: str) -> tuple[str, str]:
    """Return `value`, and the fault that it is null though the cell is filled."""
    return value, f"CASE WHEN {text} IS NOT NULL AND ({value}) IS NULL THEN {literal(reason)} END"


def _int(text: str) -> tuple[str, str]:
    whole = rf"regexp_full_match({text}, '\s*[+-]?\d+(\.0*)?\s*')"
    value = f"CASE WHEN {whole} THEN TRY_CAST({text} AS BIGINT) END"
    fault = f"CASE WHEN {text} IS NULL THEN NULL WHEN NOT {whole} THEN 'not a whole number' WHEN TRY_CAST({text} AS BIGINT) IS NULL THEN 'number out of range' END"
    return value, fault


def _bool(text: str) -> tuple[str, str]:
    word = f"lower(trim({text}))"
    value = f"CASE WHEN {word} IN ('true', 't', '1', 'yes', 'y') THEN true WHEN {word} IN ('false', 'f', '0', 'no', 'n') THEN false END"
    return _else(value, text, "neither true nor false")


def _time(text: str, rule: TimeRule) -> tuple[str, str]:
    if rule.unit:
        return _epoch(text, rule.unit)
    if rule.formats:
        return _strptime(text, rule)
    shape = f"({text}[5] = '-' AND {text}[8] = '-')"
    aware = (
        rf"(suffix({text}, 'Z') OR suffix({text}, 'z') OR regexp_matches({text}, '[T ]\d\d:?\d\d.*[+-]\d\d(:?\d\d)?$'))"
    )
    parsed = f"TRY_CAST(replace({text}, 'z', 'Z') AS TIMESTAMPTZ)"
    local = f"timezone({literal(rule.zone)}, TRY_CAST({text} AS TIMESTAMP))" if rule.zone else "NULL"
    value = f"CASE WHEN NOT {shape} THEN NULL WHEN {aware} THEN {parsed} ELSE {local} END"
    naive = f"WHEN {shape} AND NOT {aware} AND TRY_CAST({text} AS TIMESTAMP) IS NOT NULL THEN {literal(_NAIVE_TIME)}"
    return _ranged(value, text, _NOT_TIME, "" if rule.zone else naive)


def _strptime(text: str, rule: TimeRule) -> tuple[str, str]:
    """Read a format with an offset as it says, one without in the zone of the rule."""
    aware = [f for f in rule.formats if "%z" in f or "%Z" in f]
    naive = [f for f in rule.formats if f not in aware]
    tries = [f"CAST(try_strptime({text}, [{_formats(aware)}]) AS TIMESTAMPTZ)"] if aware else []
    if naive:
        tries.append(f"timezone({literal(rule.zone)}, try_strptime({text}, [{_formats(naive)}]))")
    return _ranged(f"coalesce({', '.join(tries)})", text, f"not a time of the format {' or '.join(rule.formats)}")


def _formats(formats: Iterable[str]) -> str:
    return ", ".join(literal(f) for f in formats)


def _epoch(text: str, unit: str) -> tuple[str, str]:
    number = f"TRY_CAST({text} AS DECIMAL(38, 9))"
    if unit == "ns":
        low, high, micros = _FIRST * 1000, _LAST * 1000, f"CAST(trunc({number}) AS HUGEINT) // 1000"
    else:
        low, high = -(-_FIRST // _MICROS[unit]), _LAST // _MICROS[unit]
        micros = f"{number} * {_MICROS[unit]}"
    value = f"CASE WHEN {number} BETWEEN {low} AND {high} THEN make_timestamptz(CAST({micros} AS BIGINT)) END"
    wide = f"WHEN {number} IS NOT NULL AND NOT {number} BETWEEN {low} AND {high} THEN 'time out of range'"
    return _ranged(value, text, f"not a time in {unit} since 1970", wide)


def _ranged(value: str, text: str, reason: str, first: str = "") -> tuple[str, str]:
    fault = (
        f"CASE WHEN {text} IS NULL THEN NULL {first} WHEN ({value}) IS NULL THEN {literal(reason)} "
        f"WHEN NOT {_in_range(f'({value})')} THEN 'time out of range' END"
    )
    return value, fault


def _in_range(time: str) -> str:
    return f"({time} BETWEEN TIMESTAMPTZ '0001-01-01 00:00:00+00' AND TIMESTAMPTZ '9999-12-31 23:59:59.999999+00')"


def _date(text: str, rule: TimeRule) -> tuple[str, str]:
    if rule.formats:
        value = f"CAST(try_strptime({text}, [{_formats(rule.formats)}]) AS DATE)"
        return _else(value, text, f"not a date of the format {' or '.join(rule.formats)}")
    value = rf"CASE WHEN regexp_full_match({text}, '\d\d\d\d-\d\d-\d\d') THEN TRY_CAST({text} AS DATE) END"
    return _else(value, text, "not a date; write it as 2024-05-01")


def _list(text: str) -> tuple[str, str]:
    parts = f"list_filter(list_transform(string_split({text}, ';'), lambda x: trim(x)), lambda x: x <> '')"
    json = f"TRY_CAST(TRY_CAST({text} AS JSON) AS VARCHAR[])"
    value = f"CASE WHEN starts_with({text}, '[') THEN {json} ELSE {parts} END"
    return _else(value, text, "not a list; write a JSON array of texts, or ; between values")


_BY_TEXT: Mapping[str, Callable[[str], tuple[str, str]]] = {
    "string": _string,
    "int": _int,
    "float": _float,
    "bool": _bool,
    "list": _list,
}


def _checked(
    table: Table, column: Column, value: str, fault: str, text: str, *, narrow: bool = False, given: str = ""
) -> Cell:
    """Add what holds for every column: filled if required, no NUL, not too big, within its vocabulary.

    `narrow` says that the text comes from a number, which can neither be long nor hold a NUL. `given` is null just where
    the text is, and needs no writing out.
    """
    empty = _empty(column, text if column.type == "string" else value, given or text)
    checks = [(empty, _NEEDED)] if empty else []
    if not narrow and column.type in {"string", "list"}:
        seen = text if column.type == "string" else f"array_to_string({value}, '')"
        checks += [
            (f"contains({seen}, chr(0))", "NUL byte"),
            (f"strlen({seen}) > {CELL}", f"cell above {CELL:,} bytes"),
        ]
    words = ", ".join(literal(c) for c in column.choices)
    if column.choices and column.required:
        checks.append((f"{value} NOT IN ({words})", "not one of " + ", ".join(column.choices)))
    elif column.choices:
        value = f"CASE WHEN {value} IN ({words}) THEN {value} END"
    if column.name == "period" and table.name == "audience":
        value = f"coalesce({value}, 'day')"
    faults = [f"CASE WHEN {test} THEN {literal(reason)} END" for test, reason in checks]
    faults.insert(1 if empty else 0, fault)
    kept = [f for f in faults if f != "NULL"]
    wrong = " OR ".join(test for test, _ in checks)
    return Cell(column, value, f"coalesce({', '.join(kept)})" if kept else "NULL", text, wrong=wrong)


_NEEDED = "required cell is empty"


def _required(column: Column, value: str) -> str:
    empty = _empty(column, value, value)
    return f"CASE WHEN {empty} THEN '{_NEEDED}' END" if empty else "NULL"


def _empty(column: Column, value: str, given: str) -> str:
    """Return what is true where a cell that must be filled is not; '' for one that may be empty."""
    if not column.required:
        return ""
    return f"{value} IS NULL OR {value} = ''" if column.type == "string" else f"{given} IS NULL"
