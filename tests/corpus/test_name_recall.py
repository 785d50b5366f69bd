"""A scan finds the look-alikes of the corpus, kind by kind, and leaves the innocent names alone."""

from pathlib import Path

import pytest
from name_corpus import innocents
from name_recall import KINDS, measure

from aboveboard.names.likeness import KINDS as KNOWN

FLOOR = 0.97
PAGE = Path(__file__).parents[2] / "docs" / "detectors" / "name_recall.md"


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """One run over the whole corpus."""
    return measure(tmp_path_factory.mktemp("recall"))


def test_the_corpus_has_all_kinds_the_program_knows():
    assert set(KINDS) == set(KNOWN) - {"edit", "same"}


def assert_found(found, way, kind):
    assert found.share >= FLOOR, f"{way} {kind}: {found.missed[:20]}"


@pytest.mark.parametrize("kind", KINDS)
def test_impostors_are_found_by_display_name(measured, kind):
    assert_found(measured.names[kind], "names", kind)


@pytest.mark.parametrize("kind", KINDS)
def test_returners_are_found_by_name_beside_a_shared_device(measured, kind):
    assert_found(measured.returns[kind], "returns", kind)


@pytest.mark.parametrize("kind", KINDS)
def test_impostors_are_found_by_handle(measured, kind):
    if kind in measured.handles:  # most kinds cannot be typed into a handle
        assert_found(measured.handles[kind], "handles", kind)


def test_at_most_one_innocent_name_in_a_hundred_is_accused(measured):
    assert len(measured.accused) <= len(innocents()) / 100, measured.accused


def test_a_scan_finds_no_less_than_the_published_table_says(measured):
    published = [
        line.split("|")[1:-1] for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")
    ]
    assert [row[0].strip(" `") for row in published] == list(KINDS)
    for column, found in zip((2, 3, 4), (measured.names, measured.handles, measured.returns), strict=True):
        told = {row[0].strip(" `"): int(row[column].split()[0]) for row in published if "of" in row[column]}
        assert all(found[kind].found >= count for kind, count in told.items()), "run scripts/build_recall.py"
