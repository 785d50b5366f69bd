"""An archive label stands first, and archives themselves bear none."""

import pyarrow as pa
import pytest

from aboveboard.text.archive import archived


@pytest.mark.parametrize(
    "name",
    [
        "Archived: Ministry of Canals",
        "[ARCHIVE] Canals",
        "Archive - Canals",
        "【存档】运河部",
        "存档:运河部",
        "已归档 运河部",
    ],
)
def test_a_label_at_the_start_marks_an_archive(name):
    assert archived(pa.array([name])).to_pylist() == [True]


@pytest.mark.parametrize(
    "name", ["Archives nationales", "Archivo General", "Ministry of Canals (archived)", "档案馆", ""]
)
def test_an_archive_or_a_label_at_the_end_does_not(name):
    assert archived(pa.array([name])).to_pylist() == [False]
