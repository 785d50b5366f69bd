"""A fast look at how names begin and end passes over no name that a dear one would have taken."""

from __future__ import annotations

import unicodedata

import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aboveboard.names import affixes, at_desks, edges, kind_and_name, meanings, offered
from aboveboard.names.edges import Edges
from aboveboard.names.letters import lettering

WORDS = st.sampled_from(
    (
        "official", "harbour", "support", "the", "bank", "police", "berlin", "uk", "24", "7", "refund", "desk", "of", "nhs", "news", "get", "Polizei", "von",
        "银行", "客服", "小郭", "海港", "桜凪", "王经理部", "部王经理", "警察厅", "市", "柏林", "د.", "مصرف", "الزيتون", "قروض", "Банк", "Москвы", "🌿", "’", "é", "ﬁ", "ｶ", "경찰청", "h", "m", "r", "c", "vip",
    )
)  # fmt: skip
NAMES = st.lists(
    st.lists(st.tuples(WORDS, st.sampled_from((" ", "", "_", "-", "3"))), min_size=1, max_size=5).map(
        lambda parts: "".join(w + sign for w, sign in parts).strip()
    ),
    min_size=1,
    max_size=12,
)
PLAIN = st.text("abc 12", max_size=9)


@given(
    names=st.lists(st.one_of(st.none(), PLAIN, st.just("né")), max_size=9),
    words=st.lists(st.text("abc", min_size=1, max_size=3), max_size=3),
    least=st.integers(0, 2),
)
@example(names=["abc 12", "cab", "ab c", None, "né", ""], words=["ab", "c"], least=1)
def test_no_name_that_begins_or_ends_with_a_word_is_passed_over(
    names: list[str | None], words: list[str], least: int
) -> None:
    known = Edges(tails=words, heads=words, lasts=words, firsts=words, least=least)
    array = pa.array(["kept from the start", *names], pa.string())[1:]
    for trims in (False, True):
        ends = known.touched(array, begins=False, trims=trims).to_pylist()
        begins = known.touched(array, ends=False).to_pylist()
        both = known.touched(array, trims=trims).to_pylist()
        assert both == [a or b for a, b in zip(ends, begins, strict=True)]
        for name, end, begin in zip(names, ends, begins, strict=True):
            text = name or ""
            bare = text.rstrip(" 0123456789") if trims else text
            glued = any(t.endswith(w) and len(t) - len(w) >= least for w in words for t in (text, bare))
            assert end or not (glued or (text.rpartition(" ")[2] in words and " " in text))
            led = any(text.startswith(w) and len(text) - len(w) >= least for w in words)
            assert begin or not (led or (text.partition(" ")[0] in words and " " in text))
            assert (begin and end) or text.isascii()
            assert name is not None or not (begin or end)


def test_a_name_without_such_words_is_passed_over() -> None:
    known = Edges(tails=["bank"], heads=["get"], lasts=["desk"], firsts=["the"], least=4)
    names = ["bankharbour", "harbourget", "desk harbour", "harbour the", "thebank", "harbourdesk"]
    assert not any(known.touched(pa.array(names)).to_pylist())
    assert all(known.touched(pa.array(["harbourbank", "getharbour", "harbour desk", "the harbour"])).to_pylist())


@settings(deadline=None, max_examples=50)
@given(NAMES)
@example(["harbourbank3", "the harbour", "officialharbour", "harbour support 24", "harbourvip", "桜凪银行客服"])
def test_names_looked_at_by_the_loop_are_stripped_and_left_as_others(names: list[str]) -> None:
    read = [lettering(n, camel=True) for n in names]
    words = pa.array([w for w in read if w] * 60, pa.string())
    if not len(words):
        return
    made = list[tuple[list, ...]]()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(affixes, "_FEW", 0)
        for many in (False, True):
            for module in (affixes, offered):
                patched.setattr(module, "worth_it", lambda _, many=many: many)
            bare = affixes.stripped(words)
            place = pa.array(range(len(words)), pa.int32())
            made.append((bare.to_pylist(), *(a.to_pylist() for a in offered.offered(words, bare, place))))
    assert made[0] == made[1]
    assert edges.worth_it(words)  # the loop is there now


@given(NAMES)
@example(["警察厅", "柏林警察", "Polizei Berlin", "🌿", "Банк Москвы", "ｶ", "’ Berlin"])
def test_names_that_might_mean_something_are_the_same_one_by_one(names: list[str]) -> None:
    plain = []
    for name in names:
        text, signs, firsts = meanings.plainly(name), meanings._first_signs(), meanings._firsts()
        bare, first = text.replace(" ", ""), text.split(" ", 1)[0]
        begins = first in firsts or any(w in firsts for w in meanings.ways_bent(first))
        if meanings._PACKED.search(text):
            begins = bare[:2] in signs or bare[:1] in signs
        plain.append(begins and not (name.isascii() and " " not in name))
    assert meanings.might_mean_each(names) == plain
    assert list(map(meanings.might_mean, names)) == plain


def test_what_is_read_without_normalising_a_whole_name_is_never_written_without_spaces() -> None:
    every = (chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    apart = [c for c in every if not meanings._MAY_PACK.search(c)]
    assert not meanings._PACKED.search("".join(map(meanings.plainly, apart)))
    signs = [chr(c) for c in range(0x3400, 0xA000) if meanings._IDEOGRAPHS.fullmatch(chr(c))]
    assert all(c.isalnum() and unicodedata.normalize("NFKC", c).casefold() == c for c in signs)


@given(NAMES)
@example(["nhs police of berlin", "nhs harbour berlin", "polizei berlin nhs", "nhs 柏林", "bbk москвы банк"])
def test_words_without_a_kind_of_body_need_not_be_read_together(names: list[str]) -> None:
    for words in (w.split(" ") for n in names if (w := lettering(n))):
        if any("@=" not in key for key in meanings.means(" ".join(words))):
            assert {*map(meanings.part_of_expression, words)} not in ({0}, {0, 1})
    read = pa.array([w for n in names if (w := lettering(n, camel=True))], pa.string())
    may = at_desks.may_have_heads(read).to_pylist()
    assert all(m or not at_desks.heads_of(w) for w, m in zip(read.to_pylist(), may, strict=True))


@given(NAMES)
@example(["Bank of Sonali", "Сбербанк Х", "Agence Xinhua", "Hong Kong Police Foo", "сонали банк 🌿"])
def test_a_name_of_which_no_word_may_say_a_kind_says_none(names: list[str]) -> None:
    for name in names:
        found = kind_and_name.named(name)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(kind_and_name, "_may_say", lambda _: True)
            assert kind_and_name.named.__wrapped__(name) == found


@given(NAMES)
@example(["溪川银行信用卡", "新溪川晚报", "海港部王经理", "海港队小王", "福岚银行CS", "v 海港银行", "국세청과 김과장"])
def test_a_name_of_signs_is_left_alone_only_where_nothing_is_taken_off(names: list[str]) -> None:
    for name in (w for n in names if (w := lettering(n)) and not w.isascii()):
        found = offered._packed(name)
        mixed = offered._mixed(name)
        assert mixed is None or mixed == found
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(offered, "_titles", _Everything)
            patched.setattr(offered, "_packed_ends", lambda: (_Everything(), _Everything()))
            assert offered._packed(name) == found


class _Everything:
    def __contains__(self, _: str) -> bool:
        return True
