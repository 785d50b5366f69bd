"""What a name says beside the organisation it is written like."""

import pyarrow as pa
import pytest

from aboveboard.derived.likened_names import likened


def _one(name: str, model: str) -> dict[str, object]:
    pairs = pa.table({"name": pa.chunked_array([[name]]), "model": pa.chunked_array([[model]]), "heard": [False]})
    return likened(pairs).to_pylist()[0]


@pytest.mark.parametrize(("name", "plain"), [("F.B.I.", False), ("B-C-A", False), ("FBI", True), ("fbi 7", True)])
def test_letters_parted_one_by_one_are_nobodys_own_name(name, plain):
    assert _one(name, "BCA" if "C" in name else "FBI")["plain"] is plain


def test_the_words_of_a_name_in_another_language_are_no_tie():
    assert not _one("Peking Union Medical College Hospital", "北京协和医院")["aside"]
    assert _one("Former Amazon", "Amazon")["aside"]
