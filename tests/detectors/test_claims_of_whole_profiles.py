"""Whole profiles with a post, as people write them (tests/corpus/profession_profiles.tsv): who is found, and who is left alone."""

from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pytest

from aboveboard.detectors.claimed_profession import CLAIMED_PROFESSION
from aboveboard.engines.base import run
from aboveboard.engines.duck import DuckEngine
from aboveboard.tables import TABLES, Source, World

AS_OF = datetime(2026, 1, 1, tzinfo=UTC)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
CORPUS = Path(__file__).parents[1] / "corpus" / "profession_profiles.tsv"
PROFILES = [line.split("\t") for line in CORPUS.read_text("utf-8").splitlines() if not line.startswith("#")]


def _source(table, rows):
    made = pa.Table.from_pylist(rows, schema=TABLES[table].schema)
    filled = frozenset(c for r in rows for c in r)
    return Source(made.num_rows, filled, memory=made.select([c for c in made.column_names if c in filled]))


def _found(duck, people):
    accounts = [
        {"account_id": f"a{n}", "handle": f"u{n * 7919}", "display_name": name, "bio": bio, "created_at": LONG_AGO}
        for n, (name, bio, _) in enumerate(people)
    ]
    posts = [
        {"post_id": f"p{n}", "account_id": f"a{n}", "at": datetime(2025, 12, 5, tzinfo=UTC), "kind": "post", "text": post}
        for n, (*_, post) in enumerate(people)
    ]  # fmt: skip
    credentials = [{"account_id": "z", "field": "law", "issuer": "Bar", "valid_from": LONG_AGO, "status": "valid"}]
    tables = {"accounts": accounts, "posts": posts, "credentials": credentials}
    world = World({t: _source(t, rows) for t, rows in tables.items()}, AS_OF)
    return {int(r["account_id"][1:]): r["tier"] for r in run(CLAIMED_PROFESSION, duck, world).to_pylist()}


@pytest.fixture(scope="module")
def found():
    engine = DuckEngine(threads=2)
    yield _found(engine, [row[3:] for row in PROFILES])
    engine.close()


def test_nearly_all_who_claim_a_profession_are_found(found):
    claims = [n for n, row in enumerate(PROFILES) if row[0] == "claim"]
    assert len(claims) > 150
    assert len(found.keys() & set(claims)) / len(claims) >= 0.95


def test_nearly_nobody_else_is_found(found):
    wrong = [PROFILES[n][3:] for n, tier in found.items() if PROFILES[n][0] == "none" and tier != "inconclusive"]
    assert len(wrong) <= 6, wrong


def test_who_only_names_an_occupation_is_inconclusive_at_most(duck):
    assert _found(
        duck, [("Mo", "GP, cyclist", "Headwind both ways today."), ("小林", "会计,爱跑步", "十公里完成。")]
    ) == {
        0: "inconclusive",
        1: "inconclusive",
    }


def test_who_only_names_a_teacher_is_not_found(duck):
    assert not _found(duck, [("Will", "teacher and dad", "Someone glued the whiteboard rubber to the desk. Respect.")])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_language_has_its_own(found, language):
    claims = {n for n, row in enumerate(PROFILES) if row[0] == "claim" and row[2] == language}
    assert len(found.keys() & claims) / len(claims) >= 0.94


def test_what_only_a_post_says_of_a_practice_claims_nothing_beside_a_profile_of_another_trade(duck):
    said = "My clients hear it weekly: one thing at a time"
    people = [("Anna", "painter", said), ("Ben", "psychologist", said), ("Cara", "gardener, roses and hedges", said)]
    assert set(_found(duck, people)) == {1}
