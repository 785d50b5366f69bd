"""Which ideographs look alike, and how much."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.names.shapes import CLASSIC, CLOSE, _table, alike, close, near, shape

LIKE = "日曰 未末 人入 土士 己已 治冶 拆折 折析 晴睛 侯候 戍戌 辩辨 拨拔 崇祟 茶荼 微徽"
PARTS = "院阮 房户 员贝 務劣 連運 银很 寿寺 任仕 政攻 冈网 委季 管菅 芩苍 文丈 巴邑"
UNLIKE = "日馬 人國 银河 中国 东西 警一 平武 阳义 公警 医大"
IDEOGRAPHS = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)


def test_characters_that_school_books_warn_of_are_taken_for_each_other():
    assert [p for p in LIKE.split() if not close(*p)] == []


def test_characters_that_share_their_parts_look_alike():
    assert [p for p in PARTS.split() if not near(*p)] == []


def test_characters_with_nothing_in_common_do_not():
    assert [p for p in UNLIKE.split() if near(*p)] == []


def test_what_a_reader_takes_for_another_is_close_and_what_only_resembles_it_is_not():
    assert close("任", "仕")
    assert near("院", "阮")
    assert not close("院", "阮")
    assert 0 < alike("院")["阮"] < CLOSE


@given(IDEOGRAPHS)
def test_likeness_goes_both_ways(char):
    assert all(alike(other)[char] == score for other, score in alike(char).items())


@given(IDEOGRAPHS, IDEOGRAPHS)
def test_what_is_close_is_near(a, b):
    assert near(a, b) or not close(a, b)


@given(IDEOGRAPHS)
def test_likeness_is_a_share_the_most_alike_first(char):
    scores = list(alike(char).values())
    assert scores == sorted(scores, reverse=True)
    assert all(0.3 <= s <= 1 for s in scores)
    assert char not in alike(char)


def test_members_of_a_class_are_alike_every_one_with_every_other():
    held = dict[str, list[str]]()
    for char in map(chr, range(0x4E00, 0x9FA6)):
        held.setdefault(shape(char), []).append(char)
    classes = [c for c in held.values() if len(c) > 1]
    assert classes
    assert [(a, b) for c in classes for a in c for b in c if alike(a).get(b, 1.0 if a == b else 0.0) < 0.9] == []


@pytest.mark.parametrize("char", ["a", "7", "\n", "\t", "#", " ", "я"])
def test_letters_digits_and_signs_have_no_look_alikes_in_the_table(char):
    assert alike(char) == {}


def test_a_pair_is_written_once():
    pairs = [
        frozenset((line[0], other))
        for line in _table().splitlines()
        if not line.startswith("#")
        for other in line[2:]
        if not other.isdigit()
    ]
    assert len(pairs) == len(set(pairs))


def test_the_pairs_of_the_school_books_are_near():
    assert [p for p in CLASSIC.split() if not near(*p)] == []
