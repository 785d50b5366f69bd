import pyarrow as pa
import pytest

from aboveboard.names.cues import claims_in_bio, cues, stretches, without_affixes
from aboveboard.names.folding import fold


def read(name):
    found = cues(fold(pa.array([name], pa.string())).words)
    return {cue for cue, there in found._asdict().items() if there[0].as_py()}


@pytest.mark.parametrize(
    "name",
    [
        "Parody Acme",
        "Fan page of Acme",
        "海港乐队后援会",
        "恶搞海港",
        "Unofficial Acme",
        "ファンクラブ 海"[-2:] + "ファンクラブ",
    ],
)
def test_a_label_is_read_where_its_language_puts_it(name):
    assert "label" in read(name)


@pytest.mark.parametrize("name", ["Acme Parody", "Fanny Acme", "Archibald", "notable Acme", "粉红"])
def test_a_label_elsewhere_or_inside_a_word_is_none(name):
    assert "label" not in read(name)


@pytest.mark.parametrize("name", ["Jane at Acme", "ex-Acme", "Acme fan club", "Acme employee 7"])
def test_a_tie_names_a_relation(name):
    assert "tie" in read(name)


@pytest.mark.parametrize(
    "name", ["Acme Official", "0fficial Acme", "Acme Help", "海港银行客服", "Official_Acme", "ОFFIСIАL Acme"]
)
def test_a_claim_is_read_through_a_disguise(name):
    assert "claim" in read(name)


def test_a_bio_claims_only_by_a_whole_phrase():
    bios = pa.array(["Official account of Acme", "my views are not official", "I support Acme", None])
    assert claims_in_bio(bios).to_pylist() == [True, False, False, False]


def test_stretches_are_runs_of_words_or_of_ideographs():
    assert stretches("bank of oslo") == ["bank", "bankof", "of", "ofoslo", "oslo"]
    assert stretches("海港银行官") == ["海港银", "海港银行", "港银行", "港银行官", "银行官"]


def test_an_empty_affix_goes_and_a_name_stays():
    words = fold(pa.array(["The Acme", "Acme Inc", "Acme 2", "Theatre Acme"])).words
    assert without_affixes(words).to_pylist() == ["acrne", "acrne", "acrne", "theatre acrne"]
