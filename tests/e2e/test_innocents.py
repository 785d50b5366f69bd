"""Innocents who gather: a charity drive, a fan campaign, a day of breaking news, a live final, a union's petition, a class.

They share a text, a link, an hour, a network; some join for it, some take posts back. Nothing about them may be likely. Beside it the
planted rings of another world, which the same detectors must still find.
"""

from collections import Counter

import pyarrow.parquet as pq
import pytest

from aboveboard.app.scanning import scan
from aboveboard.core import silent
from aboveboard.worlds import make_world
from aboveboard.worlds.attention import topics
from aboveboard.worlds.draft import stream
from aboveboard.worlds.generate import lived
from aboveboard.worlds.innocents import LOOKALIKES
from aboveboard.worlds.institutions import settle
from aboveboard.worlds.population import populate
from aboveboard.worlds.writer import store

DETECTORS = "coaction_ring shift_crew templated_text copied_text fabricated_quote pile_on trend_hijack clickbait vulgarity".split()  # noqa: SIM905
GATHERINGS = "charity_drive fan_campaign breaking_news live_final union_petition school_class".split()  # noqa: SIM905
SIZE, BODIES, HEART = 2500, 60, 20


def gathered(out, seed):
    """Write a world in which every gathering has a heart of twenty accounts, however small the world."""
    draft = populate(seed, SIZE, BODIES + HEART * len(GATHERINGS))
    settle(draft, seed, draft.hire(BODIES))
    topics(draft, seed)
    for name in GATHERINGS:
        LOOKALIKES[name](draft, stream(seed, name), draft.hire(HEART))
    lived(draft, seed, silent)
    store(draft, out, seed, silent)
    return out


def found(world, out):
    scan(world, out, detectors=DETECTORS)
    return pq.read_table(out / "findings.parquet").to_pylist(), pq.read_table(world / "labels.parquet").to_pylist()


@pytest.fixture(scope="module")
def innocents(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gatherings")
    return found(gathered(folder / "world", 11), folder / "out")


def test_nothing_is_likely_where_innocents_gather(innocents):
    assert [f["says"] for f in innocents[0] if f["tier"] == "likely"] == []


def test_every_finding_has_an_id_of_its_own(innocents):
    assert [n for n, many in Counter(f["finding_id"] for f in innocents[0]).items() if many > 1] == []


def test_every_gathering_is_there_and_some_are_seen_to_act_together(innocents):
    findings, labels = innocents
    people = {n: {row["account_id"] for row in labels if row["class"] == n} for n in GATHERINGS}
    assert min(map(len, people.values())) >= HEART
    seen = {f["account_id"] for f in findings}
    assert {n for n in GATHERINGS if seen & people[n]} >= {"fan_campaign", "union_petition", "school_class"}


def test_who_gathers_nowhere_is_named_by_nobody(innocents):
    findings, labels = innocents
    there = {row["account_id"] for row in labels if row["class"] in GATHERINGS}
    assert Counter(f["detector"] for f in findings if f["account_id"] not in there) == Counter()


def test_no_gathering_is_a_pile_on_a_lure_an_insult_an_invented_quotation_or_shift_work(innocents):
    assert {f["detector"] for f in innocents[0]} <= {"coaction_ring", "copied_text", "templated_text", "trend_hijack"}


def test_planted_rings_are_still_found(tmp_path):
    rings, named = set(), set()
    for seed in (5, 6, 7, 8):
        make_world(tmp_path / f"world{seed}", SIZE, seed=seed, only=["coordination"])
        findings, labels = found(tmp_path / f"world{seed}", tmp_path / f"out{seed}")
        rings |= {(seed, row["account_id"]) for row in labels if row["value"] and row["violation"] == "coordination"}
        named |= {(seed, f["account_id"]) for f in findings if f["violation"] == "coordination"}
    assert len(rings & named) >= 0.7 * len(rings)
