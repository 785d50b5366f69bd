"""Public registers of bodies, in the shape their keepers publish, to the tables `organisations` and `official_accounts`."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

import pyarrow as pa
import pyarrow.csv as pc_csv
import pyarrow.parquet as pq

from aboveboard.connectors.faults import shown
from aboveboard.errors import InputError, OutputError
from aboveboard.tables import TABLES

__all__ = ["SHAPES", "Imported", "import_register"]

_NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "dotgov": ("Domain name", "Domain type", "Organization name", "Suborganization name", "City", "State"),
    "govuk": ("key", "name", "website", "start-date", "end-date"),
}
SHAPES: Final = tuple(_NEEDED)
"""`dotgov`: the .gov list (cisagov/dotgov-data), one row a domain. `govuk`: the government-organisation register (GOV.UK)."""

_DATES: Final = ("%Y-%m-%d", "%Y-%m", "%Y")
_GOV_UK: Final = "www.gov.uk"
Row = dict[str, str]


class Imported(NamedTuple):
    """How many bodies and official accounts were written, and what could not be read, one line each."""

    bodies: int
    accounts: int
    rejected: tuple[str, ...]


def import_register(shape: str, source: Path, out: Path, accounts: Path | None = None) -> Imported:
    """Write `organisations.parquet`, and `official_accounts.parquet` where `accounts` is given, into the folder `out`.

    `accounts` is the operator's own list, since no register knows accounts: a csv with `account_id` and `body` (a domain of the
    body, its key, or its name where only one body has it), and maybe `since` and `until` (dates). A row that names no body of the
    register is left out and told. Raises `InputError` for a file that is not of this shape and `OutputError` where a table is there.
    """
    if shape not in _NEEDED:
        raise InputError(f"{shape!r} is no register known here; choose from {', '.join(SHAPES)}")
    rejected: list[str] = []
    rows = _read(source, _NEEDED[shape])
    bodies = _dotgov(rows) if shape == "dotgov" else _govuk(rows, rejected)
    official = _official(_read(accounts, ("account_id", "body")), bodies, rejected) if accounts else None
    out.mkdir(parents=True, exist_ok=True)
    _write(out, "organisations", bodies)
    if official is not None:
        _write(out, "official_accounts", official)
    return Imported(len(bodies), len(official or ()), tuple(rejected))


def _read(path: Path, needed: Sequence[str]) -> list[Row]:
    try:
        table = pc_csv.read_csv(
            path, convert_options=pc_csv.ConvertOptions(column_types=dict.fromkeys(_names(path), pa.string()))
        )
    except (OSError, UnicodeDecodeError, pa.ArrowInvalid) as error:
        raise InputError(f"{path.name}: cannot be read as csv ({shown(str(error), 160)})") from None
    missing = [n for n in needed if n not in table.column_names]
    if missing:
        raise InputError(
            f"{path.name}: the column {', '.join(missing)} is missing; it has {', '.join(table.column_names)}"
        )
    return [{k: (v or "").strip() for k, v in row.items()} for row in table.to_pylist()]


def _names(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig") as file:
        return pc_csv.read_csv(pa.py_buffer(file.readline().encode())).column_names


def _dotgov(rows: list[Row]) -> list[dict[str, object]]:
    """Join the domains of one body: the same name, part, city and state. The first domain is its id."""
    found: dict[tuple[str, ...], dict[str, object]] = {}
    for row in rows:
        whole, part = row["Organization name"], row["Suborganization name"]
        part = "" if part.casefold() in ("", "none", "n/a", whole.casefold()) else part
        name, domain = part or whole, row["Domain name"].lower()
        federal = row["Domain type"].startswith("Federal")
        key = (whole, part) if federal else (whole, part, row["City"], row["State"])
        body = found.setdefault(
            key,
            {"org_id": domain, "name": name, "aliases": [], "kind": "government", "country": "US", "status": "active", "domains": []},
        )  # fmt: skip
        domains = body["domains"]
        if isinstance(domains, list) and domain not in domains:
            domains.append(domain)
    return [b for b in found.values() if b["name"] and b["org_id"]]


def _govuk(rows: list[Row], rejected: list[str]) -> list[dict[str, object]]:
    """Read every entry once, the newest first, as the register lists them. Its website is a domain unless it is GOV.UK's own."""
    found: dict[str, dict[str, object]] = {}
    for line, row in enumerate(rows, 2):
        opened = _date(row["start-date"], f"line {line}, start-date", rejected)
        closed = _date(row["end-date"], f"line {line}, end-date", rejected, last=True)
        host = re.sub(r"^[a-z]+://|[/?#:].*$", "", row["website"].lower())
        if row["key"] and row["name"]:
            found.setdefault(
                row["key"],
                {
                    "org_id": row["key"], "name": row["name"], "aliases": [], "kind": "government", "country": "GB",
                    "status": "closed" if row["end-date"] else "active", "opened_at": opened, "closed_at": closed,
                    "domains": [host.removeprefix("www.")] if host not in ("", _GOV_UK) else [],
                },
            )  # fmt: skip
        else:
            rejected.append(f"line {line}: no key or no name")
    return list(found.values())


def _date(text: str, where: str, rejected: list[str], *, last: bool = False) -> datetime | None:
    """Return the first moment of a day, month or year in UTC; a date the register does not have stays empty.

    The `last` day of a month or year is meant where something ended then: it lived until that day for all the register says.
    """
    for form in _DATES if text else ():
        try:
            first = datetime.strptime(text, form).replace(tzinfo=UTC)
            month = 12 if form == "%Y" else first.month
            return (
                first.replace(month=month, day=monthrange(first.year, month)[1])
                if last and form != _DATES[0]
                else first
            )
        except ValueError:
            continue
    if text:
        rejected.append(f"{where}: '{shown(text)}' is no date such as 2020-09-01, 2020-09 or 2020")
    return None


def _official(rows: list[Row], bodies: list[dict[str, object]], rejected: list[str]) -> list[dict[str, object]]:
    known = _index(bodies)
    found: list[dict[str, object]] = []
    for line, row in enumerate(rows, 2):
        orgs = known.get(row["body"].casefold(), set())
        if len(orgs) != 1 or not row["account_id"]:
            why = "names several bodies; write a domain or a key" if orgs else "is no body of the register"
            rejected.append(f"accounts, line {line}: '{shown(row['body'])}' {why}")
            continue
        since, until = (
            _date(row.get(c, ""), f"accounts, line {line}, {c}", rejected, last=c == "until")
            for c in ("since", "until")
        )
        found.append({"org_id": next(iter(orgs)), "account_id": row["account_id"], "since": since, "until": until})
    return found


def _index(bodies: list[dict[str, object]]) -> dict[str, set[str]]:
    """Return the bodies known by each key, domain and name."""
    known: dict[str, set[str]] = {}
    for body in bodies:
        domains = body["domains"]
        for word in (body["org_id"], body["name"], *(domains if isinstance(domains, list) else ())):
            known.setdefault(str(word).casefold(), set()).add(str(body["org_id"]))
    return known


def _write(out: Path, name: str, rows: list[dict[str, object]]) -> None:
    path = out / f"{name}.parquet"
    if path.exists():
        raise OutputError(f"{path} is there already; name another folder")
    columns = {c: [r.get(c) for r in rows] for c in TABLES[name].schema.names}
    pq.write_table(pa.table(columns, schema=TABLES[name].schema), path)
