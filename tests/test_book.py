"""What must hold for every detector, written once. See `design/architecture.md`, "A detector"."""

import json
import re
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import cache
from string import Formatter

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from sqlglot import exp

from aboveboard import queries
from aboveboard.console.facts import fact, facts_named
from aboveboard.console.fragments import clauses
from aboveboard.console.sentences import pattern_of
from aboveboard.console.telling import finding_view, lead
from aboveboard.core import CLASSES, FINDINGS, TIERS
from aboveboard.detector import Derived, Detector, Sql, book, columns_of
from aboveboard.engines.base import _apply, _shown, missing, run
from aboveboard.engines.duck import DuckEngine, DuckRoom
from aboveboard.engines.finish import finish
from aboveboard.errors import DetectorError
from aboveboard.examples import world_of
from aboveboard.report import facts_shown, segments
from aboveboard.tables import TABLES, Source, World

BOOK = book()
EXAMPLES = [(d, e) for d in BOOK for e in d.examples]


def named(pairs):
    return [pytest.param(d, e, id=f"{d.name}: {e.name}") for d, e in pairs]


every_detector = pytest.mark.parametrize("detector", BOOK, ids=lambda d: d.name)
every_example = pytest.mark.parametrize(("detector", "example"), named(EXAMPLES))
firing_examples = pytest.mark.parametrize(("detector", "example"), named([p for p in EXAMPLES if p[1].finds]))


def findings(detector, engine, world) -> pa.Table:
    return FINDINGS.empty_table() if missing(detector, world) else finish(detector, run(detector, engine, world))


def found(table):
    return sorted(zip(*(table.column(c).to_pylist() for c in ("subject_id", "score", "tier")), strict=True))


def changed(world, change) -> World:
    """The world with `change(name, table)` applied to every table."""
    tables = {n: change(n, s.memory) for n, s in world.sources.items()}
    return replace(
        world, sources={n: Source(t.num_rows, frozenset(t.column_names), memory=t) for n, t in tables.items()}
    )


@pytest.fixture(scope="session")
def usual(duck):
    """What DuckDB finds in an example, which several tests compare with: made once."""
    made = {}

    def look(detector, example):
        key = (detector.name, example.name)
        if key not in made:
            made[key] = findings(detector, duck, world_of(example))
        return made[key]

    return look


@pytest.fixture(scope="session")
def one_and_four():
    """An engine on one thread and one on four."""
    engines = [DuckEngine(threads=n) for n in (1, 4)]
    yield engines
    for engine in engines:
        engine.close()


@every_example
def test_an_example_is_found_with_its_exact_scores_and_alike_to_the_letter_on_every_engine(
    detector, example, usual, sail
):
    embedded, distributed = usual(detector, example), findings(detector, sail, world_of(example))
    assert found(embedded) == sorted(example.finds)
    assert found(distributed) == sorted(example.finds)
    assert embedded.equals(distributed)


@firing_examples
def test_a_finding_has_a_filled_sentence_facts_and_legal_words(detector, example, usual):
    for row in usual(detector, example).to_pylist():
        assert 0 < row["score"] <= 1
        assert row["tier"] in TIERS[1:]
        assert set(row["classes"]) <= set(detector.classes) <= set(CLASSES)
        assert row["tier"] != "likely" or len(row["classes"]) >= 2
        assert row["classes"] != ["network"] or row["tier"] == "inconclusive"
        assert "{" not in row["says"]
        assert {b for b in detector.blanks if b not in row} <= set(json.loads(row["facts"]))


STRANGERS = frozenset(
    [
        "handle",
        "closed_handle",
        "root_handle",
        "victim",
        "main",
        "official",
        "text",
        "title",
        "excerpt",
        "template",
        "differing",
        "passage",
        "words",
        "shown",
        "name",
        "old",
        "new",
        "own_name",
        "holder",
        "target",
        "topic",
        "organisation",
        "org_name",
        "institution",
        "issuer",
        "office",
        "rule",
        "source",
        "who",
    ]
)
"""Blanks that hold somebody's words or names, or those of an operator's rule: they stay as they were written."""
FIRST = {("fabricated_quote", "more"), ("trend_hijack", "more"), ("play_out_of_hours", "more")}
"""Blanks that begin with a passage, with what somebody wrote, or with a time zone."""


@firing_examples
def test_what_a_detector_fills_in_itself_is_said_in_chinese(detector, example, usual):
    pattern = pattern_of(detector.name)
    names = [n for _, n, _, _ in Formatter().parse(pattern) if n is not None]
    for row in usual(detector, example).to_pylist():
        parts = segments(pattern, lead([row["says"]])[0])
        for blank, value in zip(names, parts[1::2], strict=True):
            told = clauses(blank, value)[(detector.name, blank) in FIRST :]
            left = [t for t, ours in told if not ours and blank not in STRANGERS and re.search("[A-Za-z]{2,}", t)]
            assert left == [], blank


WRITTEN = STRANGERS | {
    "apps", "body", "call", "closed_handle", "closed_id", "differing", "domain", "excerpt", "fallen_root", "host", "hub", "landing", "likened", "name", "new", "old", "own_name",
    "pairs", "passage", "payer", "post_id", "price", "published", "reach", "region", "root_handle", "said", "sample", "served", "span", "successor", "successor_handle",
    "template", "text", "title", "tokens", "tool", "topic", "value", "words", "zone",
}  # fmt: skip
"""Facts that hold somebody's words, names or ids, a place or a time zone."""
GIVEN = {("account_trade", "shared"), ("fabricated_quote", "more")}
"""Facts of one detector that do."""


@firing_examples
def test_every_fact_has_a_name_and_is_said_in_chinese(detector, example, usual):
    for row in usual(detector, example).to_pylist():
        facts = json.loads(row["facts"] or "{}")
        told = finding_view({**_TOLD, **row, "facts": facts, "shown": facts_shown(row["facts"])})
        for name, value in told.facts:
            assert {f"{detector.name}.{name}", name} & facts_named().keys(), name
            parts = fact(detector.name, name, value, "zh").parts[(detector.name, name) in FIRST :]
            left = [p.text for p in parts if name not in WRITTEN and (detector.name, name) not in GIVEN and p.english]
            assert left == [], name


_TOLD = {"parts": [""], "lacks": (), "unlooked": (), "mistakes": (), "changes": ()}


def undeclared(detector):
    """A column of the contract that the detector does not declare, beside one it does."""
    entry = next(r for r in detector.reads if r.removesuffix("?") in TABLES)
    table = entry.removesuffix("?")
    declared = {c for c, _ in columns_of(detector.reads, table)}
    return table, next(c.name for c in TABLES[table].columns if c.name not in declared)


@every_detector
def test_a_query_sees_only_what_its_detector_declares(detector, engine):
    table, column = undeclared(detector)
    spy = object.__new__(Detector)
    vars(spy).update(vars(detector), steps=(Sql("spy", f"SELECT {column} FROM {table}"),))
    world = world_of(next(e for e in detector.examples if e.finds))
    with pytest.raises(DetectorError, match=f"step spy.*(?s:.*){column}"):
        run(spy, engine, world)


@every_detector
def test_empty_tables_give_no_findings(detector, duck):
    world = World({}, world_of(detector.examples[0]).as_of)
    assert finish(detector, run(detector, duck, world)).num_rows == 0


@firing_examples
def test_row_order_changes_nothing(detector, example, usual, duck):
    world = world_of(example)
    rng = np.random.default_rng(7)
    shuffled = changed(world, lambda _, t: t.take(pa.array(rng.permutation(t.num_rows))))
    assert findings(detector, duck, shuffled).equals(usual(detector, example))


IDS = {"account_id", "follower_id", "target_id", "target_account_id", "org_id", "post_id", "object_id"}
IDS |= {"verified_org_id", "notice_id", "closed_root"}


def renamed(_, table):
    for name in IDS & set(table.column_names):
        column = table.column(name)
        table = table.set_column(
            table.schema.get_field_index(name), name, pc.binary_join_element_wise("z9", column, "")
        )
    if "successor_ids" in table.column_names:
        lists = [v and ["z9" + x for x in v] for v in table.column("successor_ids").to_pylist()]
        place = table.schema.get_field_index("successor_ids")
        table = table.set_column(place, "successor_ids", pa.array(lists, pa.list_(pa.string())))
    return table


@firing_examples
def test_renaming_ids_changes_nothing_but_the_ids(detector, example, duck):
    world = world_of(example)
    expected = sorted(("z9" + s, score, tier) for s, score, tier in example.finds)
    assert found(findings(detector, duck, changed(world, renamed))) == expected


def with_strangers(as_of):
    """Adds three accounts that were active a minute ago and resemble nobody."""

    def add(name, table):
        if name != "accounts":
            return table
        ids = ["0stranger", "mstranger", "zstranger"]
        rows = {"account_id": ids, "handle": ids, "status": ["active"] * 3}
        rows |= {c: [as_of] * 3 for c in ("created_at", "last_active_at")}
        kept = {c: pa.array(v, table.schema.field(c).type) for c, v in rows.items() if c in table.column_names}
        return pa.concat_tables([table, pa.table(kept)], promote_options="default")

    return add


@firing_examples
def test_unrelated_accounts_change_nothing(detector, example, duck):
    world = world_of(example)
    busier = changed(world, with_strangers(world.as_of))
    assert found(findings(detector, duck, busier)) == sorted(example.finds)


@firing_examples
def test_thread_count_changes_nothing(detector, example, one_and_four):
    first, second = (findings(detector, engine, world_of(example)) for engine in one_and_four)
    assert first.equals(second)


HOSTILE = "\u202eevil\n<script>alert(1)</script>{0}{handle}%s' OR 1=1 --\x00\x1b[31m"


@firing_examples
def test_a_sentence_survives_hostile_text(detector, example, duck):
    last = run(detector, duck, world_of(example))
    for name in detector.blanks:
        if pa.types.is_string(last.schema.field(name).type):
            place = last.schema.get_field_index(name)
            last = last.set_column(place, name, pa.array([HOSTILE] * last.num_rows, pa.string()))
    for row in finish(detector, last).to_pylist():
        assert not set(row["says"]) & set("\u202e\n\x00\x1b")
        json.loads(row["facts"])


def queries_of(detector):
    """Each query that a detector rests on, once: (whose it is, which step, the step)."""
    works = {id(w): w for w in resting(detector)}
    return [(w, i, s) for w in works.values() for i, s in enumerate(w.steps) if isinstance(s, Sql)]


def resting(work):
    yield work
    for derived in work.derives:
        yield from resting(derived)


class Bench:
    """An example's world with what a whole detector makes of it, so that a mutant pays only for what it changes."""

    def __init__(self, detector, example, engine, rooms):
        self.detector, self.engine, self.world, self.shared = detector, engine, world_of(example), {}
        self.finds = sorted(example.finds)
        self.skipped = missing(detector, self.world)
        self.last = None if self.skipped else rows_of(run(detector, engine, self.world, shared=self.shared))
        self.rooms, self.open = rooms, {}

    def kills(self, owner, index, text):
        """Whether this example tells the detector from one in which query `index` of `owner`, itself or a derived table, is `text`."""
        if self.skipped or missing(owner, self.world):
            return False
        try:
            last = self.remade(owner, index, text)
            if last is not None and owner is not self.detector:
                last = run(self.detector, self.engine, self.world, shared=self.beside(owner, last))
            return last is not None and rows_of(last) != self.last and found(finish(self.detector, last)) != self.finds
        except DetectorError:
            return True

    def beside(self, owner, table):
        """The derived tables when `owner`'s is `table`: those that rest on it are left out, to be made anew."""
        stale = {w.name for w in resting(self.detector) if any(v is owner for v in resting(w))}
        kept = {n: s for n, s in self.shared.items() if n not in stale}
        return kept | {owner.name: Source(table.num_rows, frozenset(owner.columns), memory=table)}

    def remade(self, owner, index, text):
        """What `owner`'s last step yields when query `index` is `text`; None where that is what it was.

        Only the steps that read something changed are run: the others have nothing to differ by.
        """
        whole, changed = self.whole(owner), set()
        with broken_room(whole) as room:
            for i, step in enumerate(owner.steps):
                name = f'"{step.into}"'
                if i == index or sources_of(step) & changed:
                    self.apply(room, Sql(step.into, text) if i == index else step, owner)
                    if counted(room, name) != counted(whole, name):
                        changed.add(step.into)
                else:
                    room._connection.execute(f"CREATE VIEW {room._schema}.{name} AS FROM {whole._schema}.{name}")
            last = owner.steps[-1].into
            return room.result(last) if last in changed else None

    def whole(self, owner):
        """A room of the engine in which every step of `owner` was run, kept open."""
        if id(owner) not in self.open:
            tables = [_shown(owner, r.removesuffix("?"), self.engine, self.world, self.shared) for r in owner.reads]
            room = self.open[id(owner)] = self.rooms.enter_context(self.engine.room(tables))
            for step in owner.steps:
                self.apply(room, step, owner)
        return self.open[id(owner)]

    def apply(self, room, step, owner):
        values = {n: p.value for n, p in owner.params.items()}
        _apply(room, step, "duckdb", values, self.world.as_of, owner.name)


@contextmanager
def broken_room(whole):
    """A room on the same connection, which sees the tables that `whole` was shown."""
    connection, schema = whole._connection, f"{whole._schema}_broken"
    shown = connection.execute("SELECT view_name FROM duckdb_views() WHERE schema_name = ?", [whole._schema]).fetchall()
    connection.execute(f"CREATE SCHEMA {schema}; SET search_path='{schema}'")
    try:
        for (name,) in shown:
            connection.execute(f'CREATE VIEW {schema}."{name}" AS FROM {whole._schema}."{name}"')
        yield DuckRoom(connection, schema, whole._threads, whole._spread)
    finally:
        connection.execute(f"SET search_path='{whole._schema}'; DROP SCHEMA {schema} CASCADE")


@cache
def named_in(text):
    return frozenset(t.name for t in queries.parse(text).find_all(exp.Table))


def sources_of(step):
    return named_in(step.text) if isinstance(step, Sql) else {step.source}


def counted(room, name):
    """How many rows a table has and the sum of their hashes, which no order of them changes."""
    return room._connection.execute(f"SELECT count(*), sum(hash(t)) FROM {room._schema}.{name} AS t").fetchall()


def rows_of(table):
    return sorted(table.select(sorted(table.column_names)).to_pylist(), key=repr)


@every_detector
def test_deleting_any_narrowing_part_of_its_sql_makes_an_example_fail(detector, duck):
    with ExitStack() as rooms:
        benches = [Bench(detector, example, duck, rooms) for example in detector.examples]
        living = []
        for owner, index, step in queries_of(detector):
            for broken, tree in queries.mutants(queries.parse(step.text)):
                text = queries.render(tree, "duckdb")
                killer = next((b for b in benches if b.kills(owner, index, text)), None)
                if killer is None:
                    living.append(f"{step.into}: {broken}")
                else:  # what told one part of a query from its lack often tells the next one
                    benches.remove(killer)
                    benches.insert(0, killer)
    assert not living, "\n".join(living)


@every_detector
def test_derived_queries_are_values_too(detector):
    assert all(isinstance(d, Derived) for d in detector.derives)
