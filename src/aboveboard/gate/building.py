"""Builds the gate's files from the tables of a service: who is barred, what they used, whose names are protected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import duckdb
import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.core import Progress, silent
from aboveboard.derived.closures import BARRED
from aboveboard.derived.lookalike_hosts import Domains
from aboveboard.derived.own_accounts import ORGANISATION_STARTS, OWN_ACCOUNTS
from aboveboard.detector import Derived
from aboveboard.embedded import connect
from aboveboard.engines.base import Engine, compute
from aboveboard.engines.duck import DuckEngine
from aboveboard.engines.spread import Spread
from aboveboard.gate.barred import BAR, EXPANDED, Base
from aboveboard.gate.files import Manifest, save_barred, save_guarded, save_manifest
from aboveboard.gate.guarded import Large, Model, bones_of, models_of, owners_of
from aboveboard.gate.keyed import KEY, Keyed, key_of
from aboveboard.gate.pictures import Gallery, filed
from aboveboard.gate.subjects import Organisation
from aboveboard.names.folding import fold
from aboveboard.names.forms import loose
from aboveboard.names.letters import letters
from aboveboard.names.lookup import Register
from aboveboard.names.lookup_parts import Spread as Reading
from aboveboard.names.lookup_parts import here
from aboveboard.names.mentions import Names
from aboveboard.store.entries import microseconds
from aboveboard.tables import ARROW, TABLES, World
from aboveboard.text.normal import normal, weight

__all__ = ["READS", "build"]

READS = ("accounts", "profile_changes", "tokens", "organisations", "official_accounts")
"""The tables that an index is made of."""

_SHORTEST_BIO = 12
SLIPS = 1
"""Edits within which a barred account's name is found; a scan finds it by its keys alone."""

_STEPS = 5
_APART = 5_000
"""Names from which it is worth while to read them in worker processes."""


def build(folder: Path, world: World, *, position: int = 0, threads: int = 1, progress: Progress = silent) -> None:
    """Write the index of a service's tables, as they stood at a position of the ledger, to a folder of its own.

    `world` needs `accounts`; `profile_changes`, `tokens`, `organisations` and `official_accounts` where the service has them. A
    reader sees the old folder until `gate.json` is written. Raises `InputError` where the folder holds other files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    engine, spread = DuckEngine(threads=threads), Spread(threads)

    def read(function: Callable[[pa.Table], pa.Table], rows: pa.Table) -> Iterator[pa.Table]:
        return spread.rows(function, rows, _APART)

    try:
        with connect(threads=threads) as connection:
            _load(connection, world)
            progress("gate", 0, _STEPS)
            _derive(connection, BARRED, engine, world)
            accounts = _count(connection, "accounts")
            base = _barred(connection, progress, read)
            save_barred(folder / "barred", base)
            progress("gate", 3, _STEPS)
            for derived in (OWN_ACCOUNTS, ORGANISATION_STARTS):
                _derive(connection, derived, engine, world)
            save_guarded(folder / "guarded", large := _guarded(connection, world.as_of, read))
            progress("gate", _STEPS, _STEPS)
    finally:
        engine.close()
        spread.close()
    held = {"accounts": accounts, "barred": len(base.closed_us), "organisations": len(large.first_us)}
    save_manifest(folder, Manifest(position=position, made_us=microseconds(world.as_of), **held))


def _load(connection: duckdb.DuckDBPyConnection, world: World) -> None:
    """Show the tables that are read, with every column of the contract; what the service lacks is empty."""
    for name in READS:
        schema, source = TABLES[name].schema, world.sources.get(name)
        if source is None or source.rows == 0:
            held = schema.empty_table()
        elif source.memory is not None:
            held = source.memory
        else:
            held = connection.read_parquet([str(f) for f in source.files]).to_arrow_table()
        rows = held.num_rows
        columns = [held[f.name].cast(f.type) if f.name in held.column_names else pa.nulls(rows, f.type) for f in schema]
        connection.register(name, pa.table(columns, schema=schema))


def _derive(connection: duckdb.DuckDBPyConnection, derived: Derived, engine: Engine, world: World) -> None:
    """Show what a derived query of the detectors finds; nothing where the service lacks the tables it needs."""
    found = compute(derived, engine, world, {}).memory
    schema = pa.schema([(n, ARROW[t]) for n, t in derived.columns.items()])
    connection.register(derived.name, schema.empty_table() if found is None else found)


_BARRED_ROWS = """
CREATE TABLE closed AS SELECT row_number() OVER (ORDER BY account_id) - 1 AS row, account_id, a.handle, display_name, bio,
  coalesce(closed_for, '') AS closed_for, coalesce(a.platform, '') AS platform, coalesce(closed_root, '') AS root,
  epoch_us(a.closed_at) AS closed_us, coalesce(epoch_us(barred_until), 0) AS until_us,
  CASE WHEN coalesce(default_avatar, false) THEN NULL ELSE lower(avatar_hash) END AS avatar
FROM barred JOIN accounts AS a ON closed_id = account_id WHERE a.closed_at IS NOT NULL ORDER BY account_id
"""

_HELD = f"""
WITH used AS (
  SELECT kind, token, account_id, max(last_seen_at) AS last_at FROM tokens GROUP BY kind, token, account_id
), counted AS (
  SELECT kind, token, count(*) AS holders FROM used WHERE (kind, token) IN
    (SELECT (kind, token) FROM used JOIN closed USING (account_id)) GROUP BY kind, token
), said AS (
  SELECT said, count(*) AS sayers FROM bios GROUP BY said
)
SELECT {KEY.format(kind="kind", text="token")} AS key, row, holders, coalesce(epoch_us(last_at), 0) AS last_us, kind
FROM closed JOIN used USING (account_id) JOIN counted USING (kind, token)
UNION ALL SELECT {KEY.format(kind="'bio'", text="said")} AS key, row, sayers AS holders, 0 AS last_us, 'bio' AS kind
FROM closed JOIN bios USING (account_id) JOIN said USING (said)
ORDER BY key, row
"""

_SHARED = f"""
SELECT {KEY.format(kind="kind", text="token")} AS key, count(DISTINCT account_id) AS users FROM tokens WHERE kind <> '{BAR}'
GROUP BY kind, token HAVING count(DISTINCT account_id) > 1 ORDER BY key
"""

_NAMED = """
SELECT DISTINCT CASE field WHEN 'handle' THEN 'h' ELSE 'd' END || account_id AS entry, name FROM (
  SELECT account_id, 'handle' AS field, handle AS name FROM closed
  UNION ALL SELECT account_id, 'display_name' AS field, display_name AS name FROM closed
  UNION ALL SELECT account_id, field, old AS name FROM profile_changes JOIN (SELECT account_id FROM closed) USING (account_id)
    WHERE field IN ('handle', 'display_name')
) WHERE coalesce(name, '') <> '' ORDER BY entry, name
"""

_COUNTED = f"""
SELECT {KEY.format(kind="kind", text="key")} AS key, count(DISTINCT account_id) AS bearers FROM (
  SELECT account_id, 'plain' AS kind, plain AS key FROM called UNION ALL SELECT account_id, 'loose' AS kind, drawn AS key FROM called
) WHERE coalesce(key, '') <> '' GROUP BY kind, key HAVING count(DISTINCT account_id) > 1 ORDER BY key
"""


def _barred(connection: duckdb.DuckDBPyConnection, progress: Progress, read: Reading) -> Base:
    connection.execute(_BARRED_ROWS)
    _read_bios(connection)
    closed, held = (_table(connection, q) for q in ("SELECT * FROM closed ORDER BY row", _HELD))
    progress("gate", 1, _STEPS)
    _read_names(connection)
    counted, named, shared = (_table(connection, q) for q in (_COUNTED, _NAMED, _SHARED))
    progress("gate", 2, _STEPS)
    rows = np.arange(closed.num_rows)
    flags = _flags(held, closed.num_rows)
    roots = np.flatnonzero(pc.not_equal(closed["root"], "").to_numpy())
    return Base(
        tuple(_text(closed, c) for c in ("account_id", "handle", "closed_for", "platform", "root")),
        _ints(closed, "closed_us"),
        _ints(closed, "until_us"),
        flags,
        Keyed.of(_keys("id", closed["account_id"].to_pylist()), rows),
        Keyed(held["key"].to_numpy(), _ints(held, "row")),
        held["holders"].to_numpy().astype(np.int32),
        _ints(held, "last_us"),
        Keyed.of(_keys("root", closed["root"].take(pa.array(roots)).to_pylist()), roots),
        Keyed(counted["key"].to_numpy(), _ints(counted, "bearers")),
        Keyed(shared["key"].to_numpy(), _ints(shared, "users")),
        Register.build(_text(named, "entry"), _text(named, "name"), closed.num_rows <= EXPANDED, SLIPS, read),
        Gallery.of(filed(_pictures(connection))),
    )


def _read_bios(connection: duckdb.DuckDBPyConnection) -> None:
    bios = _table(connection, "SELECT account_id, bio FROM accounts WHERE coalesce(bio, '') <> ''")
    said = normal(bios["bio"])
    kept = pa.table({"account_id": bios["account_id"], "said": said})
    connection.register("bios", kept.filter(pc.greater_equal(weight(said), _SHORTEST_BIO)))


def _read_names(connection: duckdb.DuckDBPyConnection) -> None:
    """Fold the names of all accounts, each distinct one once."""
    query = "SELECT DISTINCT name FROM (SELECT handle AS name FROM accounts UNION SELECT display_name AS name FROM accounts) WHERE coalesce(name, '') <> ''"
    names = _text(_table(connection, query), "name")
    read = {"name": names, "plain": fold(names).key, "drawn": pc.fill_null(loose(letters(names)), "")}
    connection.register("read_names", pa.table(read))
    connection.execute("""
    CREATE VIEW called AS SELECT account_id, plain, drawn FROM (
      SELECT account_id, handle AS name FROM accounts UNION SELECT account_id, display_name AS name FROM accounts
    ) JOIN read_names USING (name)
    """)


_SHOWN = """
SELECT account_id, avatar, showers FROM closed JOIN (
  SELECT lower(avatar_hash) AS avatar, count(*) AS showers FROM accounts
  WHERE NOT coalesce(default_avatar, false) GROUP BY lower(avatar_hash)
) USING (avatar) ORDER BY account_id
"""


def _pictures(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str, int]]:
    rows = _table(connection, _SHOWN)
    return list(zip(*(rows[c].to_pylist() for c in ("account_id", "avatar", "showers")), strict=True))


def _flags(held: pa.Table, count: int) -> np.ndarray:
    """Return for each account whether it used a device (1) and a contact (2), and whether it is a bar without an account (4)."""
    flags = np.zeros(count, np.uint8)
    for bit, kinds in ((1, ["device"]), (2, ["phone", "email", "identity"]), (4, [BAR])):
        mine = pc.is_in(held["kind"], pa.array(kinds)).to_numpy()
        flags[_ints(held, "row")[mine]] |= bit
    return flags


_ORGANISATIONS = """
SELECT org_id, o.name, coalesce(aliases, []) AS aliases, coalesce(domains, []) AS domains, coalesce(logo_hash, '') AS logo_hash,
  coalesce(official, '') AS official, coalesce(official_id, '') AS official_id, first_at, opened_at, coalesce(own, []) AS own
FROM organisations AS o LEFT JOIN organisation_starts USING (org_id) LEFT JOIN (
  SELECT org_id, list_sort(list(DISTINCT account_id)) AS own FROM own_accounts GROUP BY org_id
) USING (org_id) WHERE coalesce(status, 'active') = 'active' AND coalesce(o.closed_at > $as_of, true) ORDER BY org_id
"""


def _guarded(connection: duckdb.DuckDBPyConnection, as_of: datetime, read: Reading) -> Large:
    rows = connection.sql(_ORGANISATIONS, params={"as_of": as_of}).to_arrow_table().to_pylist()
    return large_of(msgspec.convert(rows, list[Organisation]), read)


def large_of(known: list[Organisation], read: Reading = here) -> Large:
    """Return the large part for organisations."""
    place = {o.org_id: n for n, o in enumerate(known)}
    models = models_of(known)
    of = np.array([place[m.org_id] for m in models], np.int64)
    enough = np.array([m.enough for m in models], np.bool_)
    bones = bones_of(models)
    owned = [(a, n) for n, o in enumerate(known) for a in o.own]
    good = pa.array(enough)
    orgs, names = (pa.array(c, pa.string()) for c in ([m.org_id for m in models], [m.name for m in models]))
    return Large(
        tuple(
            pa.array(c, pa.string())
            for c in zip(*((o.org_id, o.name, o.official, o.official_id) for o in known), strict=True)
        )
        or tuple(pa.array([], pa.string()) for _ in range(4)),
        np.array([microseconds(o.first_at) if o.first_at else 0 for o in known], np.int64),
        np.array([microseconds(o.opened_at) if o.opened_at else 0 for o in known], np.int64),
        (names, pa.array([m.folded for m in models], pa.string())),
        of,
        enough,
        Keyed.of(_keys("id", [o.org_id for o in known]), np.arange(len(known))),
        Keyed.of(_keys("own", [a for a, _ in owned]), np.array([n for _, n in owned], np.int64)),
        Keyed.of(_keys("folded", [m.folded for m in models]), np.arange(len(models))),
        Keyed.of(_keys("bones", [key for key, _ in bones]), np.array([place for _, place in bones], np.int64)),
        Keyed.of(_keys("id", [m.org_id for m in models]), np.arange(len(models))),
        _endings(models),
        Register.build(orgs.filter(good), names.filter(good), True, spread=read),
        Gallery.of(filed((o.org_id, o.logo_hash, 1) for o in known if o.logo_hash)),
        Names(names),
        Domains(owners_of((o.org_id, d) for o in known for d in o.domains)),
    )


def _endings(models: list[Model]) -> Keyed:
    pairs = {(m.org_id, m.folded[-2:]) for m in models if m.enough}
    tails = sorted({tail for _, tail in pairs})
    counted = dict.fromkeys(tails, 0)
    for _, tail in pairs:
        counted[tail] += 1
    return Keyed.of(_keys("tail", tails), np.array([counted[t] for t in tails], np.int64))


def _keys(kind: str, texts: list[str]) -> np.ndarray:
    return np.array([key_of(kind, t) for t in texts], np.uint64)


def _table(connection: duckdb.DuckDBPyConnection, query: str) -> pa.Table:
    return connection.sql(query).to_arrow_table()


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    return int(connection.sql(f"SELECT count(*) AS n FROM {table}").to_arrow_table()["n"][0].as_py())


def _text(table: pa.Table, column: str) -> pa.Array:
    return pc.fill_null(table[column].cast(pa.string()), "").combine_chunks()


def _ints(table: pa.Table, column: str) -> np.ndarray:
    return table[column].to_numpy().astype(np.int64)
