import pyarrow as pa
import pytest

from aboveboard.names.folding import fold
from aboveboard.names.rarity import common, rarity


def priced(*names):
    return rarity(fold(pa.array(names, pa.string())).key).to_pylist()


@pytest.mark.parametrize("name", ["王芳", "李伟", "Smith", "Anna", "Мария", "Ali"])
def test_a_name_many_bear_has_few_bits(name):
    assert priced(name)[0] < 12


@pytest.mark.parametrize("name", ["望海城日报", "Kestrelpay", "Quillonair", "海港银行"])
def test_a_name_hardly_anybody_bears_has_many(name):
    assert priced(name)[0] > 15


def test_a_word_is_commoner_than_its_letters_turned_round():
    word, turned = priced("sunshine", "enihsnus")
    assert word < turned


def test_more_letters_are_never_commoner_and_a_repeat_adds_little():
    assert priced("qxzv")[0] <= priced("qxzvk")[0]
    assert priced("qxzvvvv")[0] - priced("qxzv")[0] < 5


def test_a_missing_name_has_none_and_the_same_name_the_same():
    assert priced("Ada", None, "Ada")[1] is None
    assert len(set(priced("Ada", "Ada"))) == 1


def test_common_words_are_known_folded_or_not():
    assert common("michael")
    assert common("mlchael".replace("m", "rn"))
    assert not common("kestrelpay")
