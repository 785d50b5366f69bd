"""Orphaned institutions on registers nobody tuned to: hostile ones made here, and the two real ones with closures put in.

Prints precision and recall of `closed_institution`, `former_holder` and `lost_custodian` by kind of story.

    .venv/bin/python benchmarks/bodies.py [SEED] [REGISTERS]
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pyarrow as pa
import pyarrow.parquet as pq

from aboveboard.connectors.registers import import_register
from aboveboard.detector import book
from aboveboard.engines.base import run
from aboveboard.engines.duck import DuckEngine
from aboveboard.engines.finish import finish
from aboveboard.tables import TABLES, Source, World

AS_OF = datetime(2026, 1, 1, tzinfo=UTC)
DATA = Path(__file__).parents[2] / "shared" / "data"
NAMES = ("closed_institution", "former_holder", "lost_custodian")
PLACES = ["Aldermoor", "Brindale", "Corvane", "Düneck", "Eskby", "Fjordal", "Quellheim", "São Tiro", "Val-d'Ombre", "青溪", "白河", "ميناء الرمل"]  # fmt: skip
SHAPES = ["{p} Harbour Board", "Department of Waters, {p}", "{p} Water & Power Authority", "Amt für Wege {p}", "Conseil des Ponts de {p}", "{p}水务局",
          "{p} Regional Health Office", "Board of Tides ({p})", "هيئة {p}", "{p} City Archives", "Office for {p} Elections", "Ministerio de Canales de {p}"]  # fmt: skip
GIVEN, FAMILY = ["Ana", "Ben", "Carla", "Dora", "Emil", "Fern", "Nils", "Ours"], ["Brook", "Marsh", "Quay", "Lockhart", "Tideman", "Weirs", "van der Sluis"]  # fmt: skip


class Register:
    """One register in the making: rows by table, and the truth by account."""

    def __init__(self, seed: int, country: str) -> None:
        self.luck, self.country, self.rows = Random(seed), country, defaultdict(list)  # noqa: S311  (repeatable on purpose)
        self.truth: dict[str, tuple[str, bool]] = {}
        self.used: set[str] = set()

    def name(self) -> str:
        """Return a name nobody has yet."""
        while True:
            made = self.luck.choice(SHAPES).format(p=self.luck.choice(PLACES)) + self.luck.choice(
                ["", "", f" {self.luck.randrange(2, 99)}"]
            )
            if made not in self.used:
                self.used.add(made)
                return made

    def day(self, low: int, high: int) -> datetime:
        """Return a moment between `high` and `low` days ago."""
        return AS_OF - timedelta(days=self.luck.randrange(low, high), hours=self.luck.randrange(24))

    def body(self, name: str, **more: object) -> str:
        """Enter a body and return its id."""
        org = f"{self.country}{len(self.rows['organisations'])}"
        self.rows["organisations"].append(
            {"org_id": org, "name": name, "country": self.country, "opened_at": self.day(6000, 9000), **more}
        )
        return org

    def account(self, kind: str, orphan: bool, org: str, shown: str, **more: object) -> str:
        """Give a body an account that shows a name, and write down the truth."""
        who = f"{self.country}a{len(self.rows['accounts'])}"
        seen = self.day(1, 60) if more.pop("used", self.luck.random() < 0.5) else self.day(2500, 2600)
        self.rows["accounts"].append({"account_id": who, "handle": f"h{who}", "display_name": shown, "status": "active", "created_at": self.day(3000, 5000), "last_active_at": seen, **more})  # fmt: skip
        self.rows["official_accounts"].append({"org_id": org, "account_id": who, "since": self.day(2700, 3000)})
        self.truth[who] = kind, orphan
        return who

    def dressed(self, name: str) -> str:
        """Return a name as an account wears it."""
        return self.luck.choice([name, name, name.upper(), f"{name} (official)", f"🏛 {name}", f"{name} | News"])

    def ended(self, name: str, **more: object) -> str:
        """Enter a body that has ended."""
        return self.body(
            name, **{"closed_at": self.day(200, 2300), "status": self.luck.choice(["closed", "merged", None]), **more}
        )

    def world(self) -> World:
        """Return all rows as a world."""
        return world_of(self.rows)


def world_of(rows: dict[str, list[dict[str, object]]]) -> World:
    made = {t: pa.Table.from_pylist(r, schema=TABLES[t].schema) for t, r in rows.items()}
    filled = {t: frozenset(c for r in rows[t] for c in r) for t in rows}
    return World(
        {
            t: Source(m.num_rows, filled[t], memory=m.select([c for c in m.column_names if c in filled[t]]))
            for t, m in made.items()
        },
        AS_OF,
    )


def stories(r: Register) -> None:  # noqa: PLR0915  (one line a story)
    """Tell every kind of orphan and every kind of innocent once."""
    closed = r.name()
    r.account("closed, dated", True, r.ended(closed), r.dressed(closed))
    status = r.name()
    r.account("closed, by status alone", True, r.body(status, status="closed"), r.dressed(status))
    old, new = r.name(), r.name()
    heir = r.body(new)
    r.account("merged, the heir has its own", True, r.ended(old, successor_ids=[heir]), r.dressed(old))
    r.account("living", False, heir, r.dressed(new))
    old = r.name()
    r.account("the heir's id is unknown", True, r.ended(old, successor_ids=["nobody"]), r.dressed(old))
    a, b, c = r.name(), r.name(), r.name()
    last = r.body(c)
    middle = r.ended(b, closed_at=r.day(200, 900), successor_ids=[last])
    first = r.ended(a, closed_at=r.day(1000, 2300), successor_ids=[middle])
    r.account("chain, bears the first name", True, first, r.dressed(a))
    r.account("chain, bears the middle name", True, first, r.dressed(b))
    r.account("chain, bears the last name", False, first, r.dressed(c))
    r.account("chain, run on by the last, which says so", False, first, r.dressed(a), bio=f"Now run by {c}")
    a, b = r.name(), r.name()
    n = len(r.rows["organisations"])
    one = r.ended(a, successor_ids=[f"{r.country}{n + 1}"])
    r.ended(b, successor_ids=[one])
    r.account("each the other's heir, both ended", True, one, r.dressed(a))
    a, b, c = r.name(), r.name(), r.name()
    split = r.ended(a, successor_ids=[r.body(b), r.body(c)])
    r.account("split in two", True, split, r.dressed(a))
    r.account("split, taken over by one", False, split, r.dressed(b))
    whole = r.name()
    r.body(whole)
    r.account("a branch that closed", True, r.ended(f"{whole} Northern Branch"), r.dressed(f"{whole} Northern Branch"))
    r.account("the body of a closed branch", False, r.body(f"{whole} Central"), r.dressed(f"{whole} Central"))
    twin = r.name()
    r.body(twin, country="ZZ", closed_at=r.day(300, 900))
    r.account("its namesake abroad has closed", False, r.body(twin), r.dressed(twin))
    twin = r.name()
    r.body(twin, country="ZZ", opened_at=r.day(300, 310))
    r.account("its namesake abroad has opened", True, r.ended(twin, closed_at=r.day(300, 310)), r.dressed(twin))
    again = r.name()
    r.body(again, opened_at=r.day(100, 150))
    r.account("its name used again years later", True, r.ended(again, closed_at=r.day(1500, 2300)), r.dressed(again))
    anew, at = r.name(), r.day(500, 900)
    r.body(anew.replace(" ", "  ").replace("&", "and"), opened_at=at)
    r.account("entered anew, written otherwise", False, r.ended(anew, closed_at=at), r.dressed(anew))
    anew, at = r.name(), r.day(500, 900)
    r.body(r.luck.choice([f"The {anew}", f"{anew}.", anew.lower()]), opened_at=at + timedelta(days=1))
    r.account("entered anew, with another article or case", False, r.ended(anew, closed_at=at), r.dressed(anew))
    opened = r.name()
    r.account(
        "opened again", False, r.body(opened, closed_at=r.day(800, 1200), opened_at=r.day(300, 700)), r.dressed(opened)
    )
    planned = r.name()
    r.account("its end is planned", False, r.body(planned, closed_at=AS_OF + timedelta(days=90)), r.dressed(planned))
    kept = r.name()
    r.account(
        "kept as an archive",
        False,
        r.ended(kept),
        r.luck.choice(["Archived: {}", "【存档】{}", "[ARCHIVE] {}", "Archiv: {}"]).format(kept),
    )
    gone = r.name()
    r.account("closed too", False, r.ended(gone), gone, status="closed")
    old, new = r.name(), r.name()
    heir = r.body(new)
    handed = r.account("handed over on the day", False, r.ended(old, successor_ids=[heir]), r.dressed(old))
    r.rows["official_accounts"].append({"org_id": heir, "account_id": handed, "since": r.day(100, 190)})
    census = r.name()
    r.account("a census office between censuses", False, r.body(census), r.dressed(census), used=False)


def offices(r: Register) -> None:
    """Tell what becomes of accounts when holders change."""
    people = iter(r.luck.sample([f"{g} {f}" for g in GIVEN for f in FAMILY], 20))

    def term(org: str, holder: str, since: int, until: int | None) -> None:
        r.rows["holders"].append({"org_id": org, "holder": holder, "since": AS_OF - timedelta(days=since), "until": None if until is None else AS_OF - timedelta(days=until)})  # fmt: skip

    def office(left: int = 500) -> tuple[str, str, str, str]:
        name, was, now = f"Mayor of {r.name()}", next(people), next(people)
        org = r.body(name)
        term(org, was, 3000, left)
        term(org, now, left, None)
        return org, name, was, now

    org, name, was, now = office()
    r.account("the last holder's own account", True, org, r.luck.choice([was, was.upper(), f"Dr {was}", f"{was} 🇺🇳"]))
    r.account("the new holder's own account", False, org, now)
    r.account("the office's account", False, org, r.dressed(name))
    org, name, was, now = office()
    r.account("the office's account with the last holder's name", False, org, f"{name} - {was}")
    org, name, was, now = office(left=0)
    r.account("changed today", False, org, was)
    org, name, was, now = office()
    term(org, was, 100, None)
    r.account("elected again", False, org, was)
    org, name, was, now = office()
    other = r.body(f"Governor of {r.name()}")
    term(other, was, 500, None)
    moved = r.account("holds another office now", False, org, was)
    r.rows["official_accounts"][-1]["until"] = AS_OF - timedelta(days=480)
    r.rows["official_accounts"].append({"org_id": other, "account_id": moved, "since": AS_OF - timedelta(days=480)})
    org, name, was, now = office()
    r.account("kept as the last holder's record", False, org, f"Archived: {was}")
    org, name, was, now = office()
    family, given = was.split(" ", 1)[1], was.split(" ", 1)[0]
    r.account("the last holder, family name first", True, org, f"{family}, {given}")


def found_in(engine: DuckEngine, world: World) -> dict[str, set[str]]:
    """Return the accounts found likely, or possible, by the three detectors."""
    tiers: dict[str, set[str]] = {"likely": set(), "possible": set()}
    for detector in book():
        if detector.name in NAMES:
            for row in finish(detector, run(detector, engine, world)).to_pylist():
                tiers.setdefault(row["tier"], set()).add(row["account_id"])
    return tiers


def real(luck: Random) -> SimpleNamespace:
    """Read the two real registers, give their bodies accounts and end some: the truth is what was put in, and what had ended."""
    made = SimpleNamespace(rows=defaultdict(list), truth={})
    sources = {
        "dotgov": DATA / "names/us_dotgov/current-full.csv",
        "govuk": DATA / "institutions/govuk_register/government-organisation.csv",
    }
    for shape, source in sources.items():
        with tempfile.TemporaryDirectory() as folder:
            import_register(shape, source, Path(folder))
            bodies = pq.read_table(Path(folder) / "organisations.parquet").to_pylist()
        living = {b["name"].casefold() for b in bodies if not b["closed_at"]}
        for body in luck.sample(bodies, min(len(bodies), 900)):
            if shape == "dotgov" and luck.random() < 0.3 and sum(b["name"] == body["name"] for b in bodies) == 1:
                body |= {"closed_at": AS_OF - timedelta(days=luck.randrange(200, 2000)), "status": "closed"}
                living.discard(body["name"].casefold())
            who = f"{shape}{len(made.rows['accounts'])}"
            made.rows["accounts"].append({"account_id": who, "handle": f"h{who}", "display_name": body["name"], "last_active_at": AS_OF - timedelta(days=luck.randrange(1, 60))})  # fmt: skip
            made.rows["official_accounts"].append({"org_id": body["org_id"], "account_id": who})
            told = body["closed_at"] and body["name"].casefold() not in living
            if not body["closed_at"] or told:
                made.truth[who] = (f"{shape}: " + ("ended" if told else "living"), bool(told))
        made.rows["organisations"] += bodies
    return made


def main() -> None:
    """Print one line a kind, then precision and recall where a finding counts from likely and from possible on."""
    seed, registers = (int(a) for a in (*sys.argv[1:], *("1", "40")[len(sys.argv) - 1 :]))
    engine, kinds, whole = DuckEngine(threads=2), defaultdict(Counter), Counter()
    books = []
    for n in range(registers):
        made = Register(seed * 1000 + n, f"C{n}")
        stories(made)
        offices(made)
        books.append(SimpleNamespace(rows=made.rows, truth=made.truth))
    if DATA.exists():
        books.append(real(Random(seed)))  # noqa: S311
    for made in books:
        tiers = found_in(engine, world_of(made.rows))
        for who, (kind, orphan) in made.truth.items():
            tier = "likely" if who in tiers["likely"] else "possible" if who in tiers["possible"] else "nothing"
            kinds[kind, orphan][tier] += 1
            whole[orphan, tier] += 1
    for (kind, orphan), tally in sorted(kinds.items(), key=lambda k: (not k[0][1], k[0][0])):
        wrong = tally["nothing"] if orphan else tally["likely"] + tally["possible"]
        print(f"{'orphan  ' if orphan else 'innocent'} {kind:50} {dict(tally)}{'   <--' if wrong else ''}")
    for tiers in (("likely",), ("likely", "possible")):
        hit, false = (sum(whole[o, t] for t in tiers) for o in (True, False))
        every = sum(n for (o, _), n in whole.items() if o)
        print(f"from {tiers[-1]} on: precision {hit / max(hit + false, 1):.3f}, recall {hit / every:.3f}  ({hit} of {every} orphans, {false} innocents)")  # fmt: skip


if __name__ == "__main__":
    main()
