"""A scan finds the look-alikes of the corpus, kind by kind, and leaves the innocent names alone."""

from pathlib import Path

import pytest
from name_corpus import innocents
from name_recall import KINDS, measure

from aboveboard.detectors.posing_name import POSING_NAME
from aboveboard.names.likeness import KINDS as KNOWN

pytestmark = pytest.mark.skipif(POSING_NAME.version == "1", reason="version 1 of posing_name knew seven of the kinds")

FLOOR = 0.97
PAGE = Path(__file__).parents[2] / "docs" / "detectors" / "name_recall.md"
SHORT_RETURNS = {"near_shape", "homophone", "repeat", "pinyin", "split"}


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """One run over the whole corpus."""
    return measure(tmp_path_factory.mktemp("recall"))


def test_the_corpus_has_all_kinds_the_program_knows():
    assert set(KINDS) == set(KNOWN) - {"edit", "same"}


def kinds(short):
    """All kinds; those that fall short today are measured all the same, and the published page says by how much."""
    mark = pytest.mark.xfail(reason="known to be short of the floor; see docs/detectors/name_recall.md", strict=False)
    return [pytest.param(k, marks=[mark] if k in short else []) for k in KINDS]


@pytest.mark.parametrize("kind", kinds({"near_shape", "homophone", "split"}))
def test_impostors_are_found_by_display_name(measured, kind):
    found = measured.names[kind]
    assert found.share >= FLOOR, found.missed[:20]


@pytest.mark.parametrize("kind", kinds(SHORT_RETURNS))
def test_returners_are_found_by_name_beside_a_shared_device(measured, kind):
    found = measured.returns[kind]
    assert found.share >= FLOOR, found.missed[:20]


@pytest.mark.parametrize("kind", kinds({"homophone", "order", "sequel"}))
def test_impostors_are_found_by_handle(measured, kind):
    found = measured.handles.get(kind)
    assert found is None or found.share >= FLOOR, found.missed[:20]


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
