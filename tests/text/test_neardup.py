"""Near copies are found, far texts are not, and nothing depends on the order or the number of texts."""

import subprocess
import sys

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.text import near_loops, near_whole, neardup
from aboveboard.text.near_compiled import loop
from aboveboard.text.near_groups import grouped
from aboveboard.text.neardup import folded, near, shingled

SYLLABLES = [
    "ba",
    "den",
    "fi",
    "gor",
    "hul",
    "kam",
    "lin",
    "mo",
    "nir",
    "pes",
    "qua",
    "rol",
    "sit",
    "tun",
    "vel",
    "wim",
    "xan",
    "yor",
    "zep",
    "chi",
]
HAN = [chr(c) for c in range(0x4E00, 0x4E00 + 3000, 7)]
seeds = st.integers(0, 2**32 - 1)


def sentence(rng, length=14):
    return ["".join(rng.choice(SYLLABLES, rng.integers(2, 4))) for _ in range(length)]


def column(texts):
    return pa.chunked_array([texts], pa.string())


def pairs(texts, **options):
    """Every pair of rows that belong together, as row numbers."""
    found = near(column(texts), **options)
    rows = {int(t): [i for i, x in enumerate(found.text) if x == t] for t in found.text}
    made = {(a, b) for x, y in zip(found.left, found.right, strict=True) for a in rows[x] for b in rows[y]}
    same = {(a, b) for t, r in rows.items() if t >= 0 for a in r for b in r if a < b}
    return {tuple(sorted(p)) for p in made} | same


def exact(one, other):
    sets = [set(shingled(column([t])).shingles.tolist()) for t in (one, other)]
    return len(sets[0] & sets[1]) / len(sets[0] | sets[1])


@given(seeds)
@settings(max_examples=30, deadline=None)
def test_a_copy_with_few_words_changed_is_found_and_unrelated_texts_are_not(seed):
    rng = np.random.default_rng(seed)
    text, strangers = sentence(rng), [" ".join(sentence(rng)) for _ in range(5)]
    copy = list(text)
    copy[int(rng.integers(0, 14))] = "changed"
    assert pairs([" ".join(text), *strangers, " ".join(copy)]) == {(0, 6)}


@given(seeds)
@settings(max_examples=20, deadline=None)
def test_ideographs_need_no_words(seed):
    rng = np.random.default_rng(seed)
    text = list(rng.choice(HAN, 30, replace=False))
    copy = [*text[:10], "好", *text[11:]]
    assert pairs(["".join(text), "".join(rng.choice(HAN, 30)), "".join(copy)]) == {(0, 2)}


@given(seeds)
@settings(max_examples=20, deadline=None)
def test_the_order_of_rows_changes_nothing(seed):
    rng = np.random.default_rng(seed)
    base = [sentence(rng) for _ in range(4)]
    texts = [" ".join([*b[:i], "other", *b[i + 1 :]]) for b in base for i in range(4)]
    order = rng.permutation(len(texts))
    plain, mixed = (grouped(near(column(t))) for t in (texts, [texts[i] for i in order]))
    assert (plain.middle[order] == mixed.middle).all()
    assert np.allclose(plain.alike[order], mixed.alike)


def many_texts(rng, count=6000):
    base = [sentence(rng, 10) for _ in range(count)]
    copies = [[*b[:4], "quite", *b[5:]] for b in base[: count // 10]]
    return [" ".join(t) for t in base + copies]


def test_many_texts_give_what_all_with_all_gives_save_a_few(monkeypatch):
    texts = column(many_texts(np.random.default_rng(3), 3000))
    banded = near(texts)
    monkeypatch.setattr(neardup, "_FEW", 1 << 40)
    whole = near(texts)
    keys = [
        set(zip(n.left.tolist(), n.right.tolist(), n.alike.round(9).tolist(), strict=True)) for n in (banded, whole)
    ]
    assert keys[0] <= keys[1]
    assert len(keys[0]) >= 0.95 * len(keys[1]) >= 250


def test_any_number_of_threads_finds_the_same(monkeypatch):
    texts = column(many_texts(np.random.default_rng(4), 3000))
    found = []
    for processors in (1, 3):
        monkeypatch.setattr("os.cpu_count", lambda n=processors: n)
        found.append(near(texts))
    for one, other in zip(found[0][:5], found[1][:5], strict=True):
        assert (one == other).all()


def test_a_compiled_loop_does_what_whole_columns_do(monkeypatch):
    texts = column(["Füße, 价格 12,5 元 — 𝐡ello wörld 你好世界 สวัสดีครับ", "", None, "plain words of one language only"])
    small = shingled(texts)
    monkeypatch.setattr(neardup, "_MANY", 0)
    large = shingled(texts)
    for name in ("many", "wording", "form", "sizes", "says", "marks"):
        assert (getattr(small, name) == getattr(large, name)).all()
    for one, other in zip(own(small), own(large), strict=True):
        assert (one == other).all()


def own(sets):
    """The shingles of each text."""
    return [sets.shingles[begin : begin + many] for begin, many in zip(sets.begins, sets.many, strict=True)]


def test_a_letter_that_is_read_as_many_has_room_for_all_of_them(monkeypatch):
    texts = column(
        ["\ufdfa" * 9, "in the name of \ufdfa and of nobody else", "\ufdfa\u3392 plain words of one language"]
    )
    small = shingled(texts)
    monkeypatch.setattr(neardup, "_MANY", 0)
    large = shingled(texts)
    for one, other in zip(own(small), own(large), strict=True):
        assert len(one) > 30
        assert (one == other).all()


TEXTS = st.lists(st.text("abcé 12,5価格人", max_size=30), min_size=1, max_size=12)


@settings(deadline=None)
@given(TEXTS, seeds)
def test_whole_columns_give_what_the_loops_give(texts, seed):
    """Shingles, digests, tidy sets, indices, keys of bands and pairs, for all rows and for a part of them."""
    rng, found = np.random.default_rng(seed), list[list[np.ndarray]]()
    low, high = sorted(rng.integers(0, len(texts) + 1, 2))
    ends = rng.integers(0, len(texts), (2, 7))
    factor, shift = (rng.integers(0, 1 << 32, 8, np.uint32) for _ in range(2))
    drawn = rng.integers(0, 9, 20)
    for of in (near_loops, near_whole):
        plain = pa.array(texts, pa.large_string())
        starts, data = neardup._flat(plain)
        met = np.zeros(neardup._CODES, bool)
        of.seen(data, met)
        kinds = neardup._table(data, folded, many=False)
        begins, many, digests = starts[:-1].copy(), np.zeros(len(texts), int), np.zeros((2, len(texts)), int)
        out = np.zeros(len(data), np.uint32)
        of.shred(data, starts, *kinds, begins, out, many, digests, low, high)
        part = np.concatenate([many, begins, out])
        of.shred(data, starts, *kinds, begins, out, many, digests, 0, len(texts))
        shingles = np.concatenate([out, begins])
        keys = np.zeros((2, len(texts)), int)
        with np.errstate(over="ignore"):
            of.band(out, begins, many, factor, shift, 4, keys, 0, len(texts))
        of.order(keys, np.empty_like(keys), 0, 2)
        made = np.zeros(of.meet(keys[0], 3, np.empty(0, int)), int)
        of.meet(keys[0], 3, made)
        sizes, says, alike = *np.full((2, len(texts)), -1), np.zeros(7)
        marks = np.zeros((len(texts), 4), np.uint64)
        of.tidy(out, begins, many, np.ones(len(texts), bool), sizes, says, marks, low, high)
        of.tidy(out, begins, many, np.ones(len(texts), bool), sizes, says, marks, 0, len(texts))
        with np.errstate(over="ignore"):
            of.sift(sizes, marks, *ends, 0.5, alike, 0, 7)
            sifted = alike.copy()
            of.sift(sizes, marks, *ends, 0.0, alike, 0, 7)
        of.overlap(out, begins, sizes, *ends, 0.0, alike, 0, 7)
        pairs = drawn.copy()
        pairs = pairs[: of.arrange(pairs, np.empty_like(pairs), 30)]
        own = [out[b : b + s] for b, s in zip(begins, sizes, strict=True)]
        found.append(
            [met, part, many, digests, shingles, keys, np.sort(made), sizes, says, marks, sifted, alike, pairs, *own]
        )
    for one, other in zip(*found, strict=True):
        assert (one == other).all()


@given(st.lists(st.integers(0, 2**63 - 1), max_size=50))
def test_keys_are_put_in_order(keys):
    lines = np.array([[k >> 31 << 31 | i for i, k in enumerate(keys)]], np.int64)
    wanted = np.sort(lines)
    near_loops.order(lines, np.empty_like(lines), 0, 1)
    assert (lines == wanted).all()


@given(st.lists(st.integers(0, 2**50 - 1), max_size=50), st.integers(50, 62))
def test_pairs_are_put_in_order_each_once(pairs, bits):
    held = np.array(pairs + pairs[:9], np.int64)
    made = near_loops.arrange(held, np.empty_like(held), bits)
    assert held[:made].tolist() == sorted(set(pairs))


@given(*[st.sets(st.integers(0, 30))] * 2)
def test_pairs_that_are_known_are_left_out(pairs, known):
    for of in (near_loops, near_whole):
        held = np.array(sorted(pairs), np.int64)
        made = of.without(held, np.array(sorted(known), np.int64))
        assert held[:made].tolist() == sorted(pairs - known)


def test_marks_sift_out_only_pairs_that_are_less_alike_than_asked():
    rng = np.random.default_rng(4)
    sizes, says, marks = np.full(40, -1), np.full(40, -1), np.zeros((40, 4), np.uint64)
    begins, many = np.arange(40) * 30, np.full(40, 30)
    shingles = np.concatenate([rng.choice(2**32, 90, False)[:30] for _ in range(20)] * 2).astype(np.uint32)
    shingles[:600:3] = rng.integers(0, 2**32, 200, np.uint32)
    near_loops.tidy(shingles, begins, many, np.ones(40, bool), sizes, says, marks, 0, 40)
    left, right = (a.ravel() for a in np.meshgrid(np.arange(40), np.arange(40)))
    told, whole = np.zeros(1600), np.ones(1600)
    with np.errstate(over="ignore"):
        near_loops.sift(sizes, marks, left, right, 0.5, told, 0, 1600)
    near_loops.overlap(shingles, begins, sizes, left, right, 0.0, whole, 0, 1600)
    assert (whole[told == 0] < 0.5).all()
    assert (whole[told == 1] >= 0.5).all()


def test_a_crowd_in_one_band_is_tied_but_not_paired_each_with_each():
    keys = np.array([(7 << 31) | i for i in range(100)], np.int64)
    made = np.empty(near_loops.meet(keys, 12, np.empty(0, np.int64)), np.int64)
    assert near_loops.meet(keys, 12, made) == len(made) < 300
    assert {int(p & 0x7FFFFFFF) for p in made} == set(range(1, 100))
    compiled = loop("meet", many=True)
    other = np.empty(len(made), np.int64)
    compiled(keys, 12, other)
    assert (made == other).all()


@pytest.mark.parametrize(
    "copy",
    [
        "GOOD NEWS: the new blender really changed my mornings!!! 😍",
        "Good news, the new blender really changed my mornings https://shop.example/x #deal @anna",
        "G o o d news the new blen\u00adder rea\u200blly changed my mornings",
        "Gööd néws thè new blender really changed my mornings",
    ],
)
def test_decoration_makes_no_other_text(copy):
    assert exact("Good news the new blender really changed my mornings", copy) == 1


def test_numbers_are_all_alike_and_remembered():
    found = near(column(["I ran 5 miles in 43 minutes today", "I ran 12.5 miles in 1:43 minutes today"]))
    assert found.text.tolist() == [0, 0]
    assert found.form[0] != found.form[1]


def test_what_says_too_little_belongs_to_nothing():
    assert near(column(["ok", "ok", "", None, "123 456 789"])).text.tolist() == [-1] * 5
    assert grouped(near(column(["ok", None]))).middle.tolist() == [-1, -1]


def test_no_texts_are_no_trouble():
    found = near(pa.chunked_array([], pa.string()))
    assert len(found.text) == len(found.left) == len(grouped(found).middle) == 0


def test_a_chain_of_small_steps_is_no_group():
    words = sentence(np.random.default_rng(5), 30)
    chain = [" ".join(words[i : i + 12]) for i in range(0, 18, 2)]
    found = near(column(chain))
    groups = grouped(found)
    assert len(found.left) >= 8
    assert len(set(groups.middle.tolist())) > 1
    member = groups.middle >= 0
    assert member.sum() >= 6
    assert (found.to(found.text[member], groups.middle[member]) >= 0.5).all()


def test_chants_say_little():
    found = near(column(["olé " * 30, "this text says many different things about a kettle and a blender"]))
    says = found.says()[found.text]
    assert says[0] <= 4
    assert says[1] >= 40


def test_look_alikes_are_read_as_the_caller_reads():
    def read(char):
        return "a" if char == "а" else folded(char)

    texts = ["a bad cat sat on a mat and had a nap at a dam", "а bаd cаt sаt on а mаt аnd hаd а nаp аt а dаm"]
    assert pairs(texts) == set()
    assert pairs(texts, read=read) == {(0, 1)}


SMALL = """
import sys
import pyarrow as pa
from aboveboard.text.neardup import near
found = near(pa.chunked_array([["this is a text that says something %s" % w for w in ("now", "then", "here")]]))
print(len(found.left), "numba" in sys.modules)
"""


def test_few_texts_are_compared_without_numba():
    done = subprocess.run([sys.executable, "-c", SMALL], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["3", "False"]
