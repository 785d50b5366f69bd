import pyarrow as pa
import pytest

from aboveboard.names.cues import (
    announces_return,
    badges,
    cues,
    returns,
    stretches,
)
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
        "海港乐队车友会",
        "현대자동차 오너클럽 (비공식)",
        "현대자동차 동호회",
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


def test_stretches_are_runs_of_words_or_of_ideographs():
    assert stretches("bank of oslo") == ["bank", "bankof", "of", "ofoslo", "oslo"]
    assert stretches("海港银行官") == ["海港银", "海港银行", "港银行", "港银行官", "银行官"]


@pytest.mark.parametrize("name", ["Fan Bingbing", "Fan Wei", "fanny"])
def test_fan_is_also_a_surname(name):
    assert "label" not in read(name)


@pytest.mark.parametrize("bio", ["原号被封", "old account banned", "back again!", "backup of @jo", "cuenta anterior cerrada", "prev acc suspended", "старый акк забанили"])  # fmt: skip
def test_a_return_is_announced(bio):
    assert announces_return(pa.array([bio]))[0].as_py()


@pytest.mark.parametrize("bio", ["Back to the beach", "new here", "I bank on it", "号外", None])
def test_no_return_is_read_into_other_words(bio):
    assert not announces_return(pa.array([bio], pa.string()))[0].as_py()


def test_returns_in_names_stand_as_words():
    words = fold(pa.array(["Harbour Tales 2.0", "老王回来了", "Harbour Tales", "Backend"])).words
    assert returns(words).to_pylist() == [True, True, False, False]


def test_a_badge_is_a_sign_that_stands_alone():
    names = pa.array(
        ["Acme ✓", "Acme ✅", "海港银行Ⓥ", "Acme :verified:", "【官方】海港", "ⓥⓔⓡⓐ", "Ⓥera", "Star ⭐", None]
    )
    assert badges(names).is_valid().to_pylist() == [True] * 5 + [False] * 4
    assert badges(names)[0].as_py() == "✓"
