"""What the detectors say of real public data, read through the mappings in benchmarks/mappings.

    .venv/bin/python benchmarks/real.py --data ../shared/data

Every source is read as its publisher wrote it. Prints, for each: rows read and rejected, detectors that ran or why they
could not, findings, seconds, memory; and the share of innocent handles that `posing_name` flags. Sources that are not
under --data are named and left out.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from aboveboard.app.choosing import choose
from aboveboard.app.measure import measured
from aboveboard.app.scanning import Scan, judge, read_accounts
from aboveboard.connectors.files import read_world
from aboveboard.engines.duck import DuckEngine
from aboveboard.policy import default_policy
from aboveboard.tables import TABLES, Source, World

MAPPINGS = Path(__file__).parent / "mappings"
AS_OF = datetime(2026, 11, 1, tzinfo=UTC)
HOMES = {
    "npm_handles": "names/npm_usernames",
    "dotgov": "names/us_dotgov",
    "cn_companies": "names/cn_ashare_companies",
    "china_divisions": "names/china_divisions",
    "twitter_bots": "followers/twitter_bots",
    "github_stars": "followers/github_stars",
    "coortweet_german": "coordination/coortweet",
    "coortweet_russian": "coordination/coortweet",
    "govuk_register": "institutions/govuk_register",
    "local_authorities": "institutions/govuk_register",
}


def row(*cells: object) -> None:
    """Print one aligned row."""
    print("".join(f"{c!s:<{26 if i == 0 else 16}}" for i, c in enumerate(cells)))


class Bench:
    """Reads sources once and scans what is put together from them."""

    def __init__(self, data: Path, staging: Path) -> None:
        self.data, self.staging, self.engine = data, staging, DuckEngine()

    def read(self, name: str) -> World | None:
        """Read one source through its mapping, and say what was read; None where it is not there."""
        folder = self.data / HOMES[name]
        if not folder.is_dir():
            row(name, f"not under {self.data}; left out")
            return None
        with measured() as cost:
            world = read_world(folder, as_of=AS_OF, staging=self.staging / name, mapping=MAPPINGS / f"{name}.toml")
        rows = ", ".join(f"{t} {s.rows:,}" for t, s in world.sources.items())
        row(name, f"{cost.seconds:.2f} s", f"{cost.peak_mb:.0f} MB", rows, f"rejected {dict(world.rejected) or 0}")
        return world

    def scan(self, title: str, world: World, names: Sequence[str] | None = None) -> Scan:
        """Scan a world and print a row a detector."""
        print(f"\n{title}, as of {world.as_of:%Y-%m-%d}")
        row("detector", "seconds", "peak MB", "likely", "possible", "inconclusive")
        chosen = choose(names)
        made = judge(world, self.engine, chosen, default_policy())
        for detector in chosen:
            reason = made.skipped.get(detector.name)
            if reason:
                row(detector.name, f"skipped: {reason}")
                continue
            cost = made.costs[detector.name]
            own = made.findings.filter(pc.equal(made.findings["detector"], detector.name))
            tiers = [pc.sum(pc.equal(own["tier"], t)).as_py() or 0 for t in ("likely", "possible", "inconclusive")]
            row(detector.name, cost.seconds, cost.peak_mb, *tiers)
        return made


def table_of(world: World, name: str) -> pa.Table:
    """Return one table of a world, whole."""
    source = world.sources[name]
    return source.memory if source.memory is not None else pq.read_table(list(source.files))


def joined(worlds: Sequence[World], name: str) -> pa.Table:
    """Return the rows of one table of several worlds; ids keep their source apart."""
    parts = []
    for number, world in enumerate(worlds):
        table = table_of(world, name)
        key = TABLES[name].key[0]
        ids = pc.binary_join_element_wise(str(number), table[key], ":")
        parts.append(table.set_column(table.schema.get_field_index(key), key, ids))
    return pa.concat_tables(parts, promote_options="default")


def source(table: pa.Table) -> Source:
    """Return a table in memory as a source."""
    return Source(table.num_rows, frozenset(table.column_names), memory=table)


def handles(bench: Bench) -> None:
    """Hold real handles and names of people against real bodies: nearly everything found is a false positive."""
    protected = [w for w in map(bench.read, ("dotgov", "cn_companies")) if w]
    for name in ("npm_handles", "twitter_bots"):
        people = bench.read(name)
        if not people or not protected:
            continue
        world = World(
            {"accounts": people.sources["accounts"], "organisations": source(joined(protected, "organisations"))}, AS_OF
        )
        made = bench.scan(
            f"{name} against {world.sources['organisations'].rows:,} public bodies and companies",
            world,
            ["posing_name"],
        )
        flagged = len(pc.unique(made.findings["account_id"]))
        total = world.sources["accounts"].rows
        print(f"flagged {flagged:,} of {total:,} accounts: {100 * flagged / total:.4f} %")
        for says in made.findings["says"].to_pylist()[:8]:
            print("  ", says)


def companies(bench: Bench) -> None:
    """Hold real company names against each other: half registered, half as accounts, then all as verified accounts."""
    world = bench.read("cn_companies")
    if not world:
        return
    bodies = table_of(world, "organisations")
    count = bodies.num_rows
    for title, theirs, ours in (("even", 0, 1), ("odd", 1, 0)):
        rows = pa.array(range(theirs, count, 2))
        register = bodies.take(pa.array(range(ours, count, 2)))
        _accused(bench, f"the {title} companies against the others", _named(bodies.take(rows)), register)
    verified = _named(bodies).append_column("verified_org_id", bodies["org_id"])
    _accused(bench, "all companies, verified, against each other", verified, bodies)


def _named(bodies: pa.Table) -> pa.Table:
    """Return an account for each body, with its name."""
    ids = [f"account-{i}" for i in bodies["org_id"].to_pylist()]
    return pa.table({"account_id": ids, "handle": ids, "display_name": bodies["name"]})


def _accused(bench: Bench, title: str, accounts: pa.Table, bodies: pa.Table) -> None:
    world = World({"accounts": source(accounts), "organisations": source(bodies)}, AS_OF)
    found = bench.scan(title, world, ["posing_name"]).findings
    flagged = len(pc.unique(found["account_id"]))
    print(f"flagged {flagged:,} of {accounts.num_rows:,}: {100 * flagged / accounts.num_rows:.2f} %")
    for says in found["says"].to_pylist()[:5]:
        print("  ", says)


def streams(bench: Bench) -> None:
    """Scan star edges and shares as they are, with every detector."""
    for name in ("github_stars", "coortweet_german", "coortweet_russian", "twitter_bots"):
        world = bench.read(name)
        if world:
            latest = replace(world, as_of=_latest(world))
            bench.scan(f"{name}, every detector", latest)


def _latest(world: World) -> datetime:
    """Return the last time seen in a stream, so that it is judged as of its own end."""
    times = [pc.max(table_of(world, n)["at"]).as_py() for n in ("posts", "actions") if n in world.sources]
    return max(times) if times else pc.max(read_accounts(world)["created_at"]).as_py()


def register(bench: Bench) -> None:
    """Give each body of the register official account: the dates say which of them are orphaned."""
    for name in ("govuk_register", "local_authorities"):
        world = bench.read(name)
        if not world:
            continue
        bodies = table_of(world, "organisations")
        ids = bodies["org_id"].to_pylist()
        official = pa.table({"org_id": ids, "account_id": [f"official-{i}" for i in ids]})
        fields = {
            "account_id": official["account_id"],
            "handle": official["account_id"],
            "display_name": bodies["name"],
        }
        accounts = pa.table({**fields, "status": ["active"] * len(ids)})
        sources = {"organisations": source(bodies), "official_accounts": source(official), "accounts": source(accounts)}
        made = bench.scan(f"{name}, one account a body", World(sources, AS_OF), ["closed_institution"])
        found = set(made.findings["account_id"].to_pylist())
        ended = {f"official-{r['org_id']}" for r in bodies.to_pylist() if r["closed_at"] and r["closed_at"] <= AS_OF}
        print(f"ended in the register {len(ended)}, found {len(found)}, found rightly {len(found & ended)}")
        for says in made.findings["says"].to_pylist()[:3]:
            print("  ", says)


def main() -> None:
    """Read, scan, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the public data")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="aboveboard-real-") as staging:
        bench = Bench(given.data, Path(staging))
        for part in (handles, companies, streams, register):
            print(f"\n== {part.__doc__}")
            part(bench)
        bench.engine.close()


if __name__ == "__main__":
    main()
