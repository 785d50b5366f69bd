"""The search finds exactly what looking at every pair would find."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.images import search
from aboveboard.images.hashes import as_text, as_words, distance, ones
from aboveboard.images.search import FOUND, Pictures


@pytest.fixture(autouse=True, scope="module", params=["all with all", "compiled", "as among many"])
def every_way(request):
    """Small searches compare all with all; the compiled kernel must say the same, with even parts and with uneven ones."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param != "all with all":
            patch.setattr(search, "_FEW", 0)
        if request.param == "as among many":
            patch.setattr(search, "_MANY", -1)
            patch.setattr(search, "_LARGE", 15)
        yield


def random_words(seed, count):
    return np.random.default_rng(seed).integers(0, 2**64, (count, 4), dtype=np.uint64)


def changed(words, bits, seed):
    """Flip `bits` different bits of every hash."""
    random, made = np.random.default_rng(seed), words.copy()
    for row in made:
        for bit in random.choice(256, bits, replace=False):
            row[bit // 64] ^= np.uint64(1) << np.uint64(bit % 64)
    return made


def by_hand(queries, filed, most):
    apart = np.bitwise_count(queries[:, None, :] ^ filed[None, :, :]).sum(axis=2)
    return {(q, f, apart[q, f]) for q, f in zip(*np.nonzero(apart <= most), strict=True)}


def index_of(words):
    return Pictures.of(words, np.arange(len(words), dtype=np.int32), pa.array([], pa.string()))


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), bits=st.integers(0, 40), most=st.integers(0, 31))
def test_every_pair_within_the_distance_is_found_and_no_other(seed, bits, most):
    filed = random_words(seed, 40)
    filed = np.concatenate([filed, changed(filed[:20], bits // 2, seed)])
    queries = changed(filed, bits, seed + 1)
    assert set(map(tuple, index_of(filed).pairs(queries, most).tolist())) == by_hand(queries, filed, most)


def test_bits_spread_over_all_parts_hide_nothing():
    """31 differences, two in each part but one: the hardest case there is."""
    filed = random_words(1, 1)
    query = filed.copy()
    for bit in [16 * part + at for part in range(16) for at in (3, 11)][:-1]:
        query[0, bit // 64] ^= np.uint64(1) << np.uint64(bit % 64)
    assert index_of(filed).pairs(query).tolist() == [[0, 0, 31]]


@pytest.mark.parametrize("parts", [12, 15, 16, 40])
@pytest.mark.parametrize("distance", [0, 7, 15, 20, 31])
def test_no_spread_of_differences_escapes_all_parts(parts, distance):
    """To escape, each part must differ in one bit more than it may: together more than the distance."""
    reaches = search._reaches(parts, distance)
    assert (reaches + 1).sum() == distance + 1
    assert reaches.max() <= 2
    cuts = search._cuts(parts)
    assert (cuts[0], cuts[-1], len(cuts)) == (0, 256, parts + 1)


def test_more_answers_than_there_was_room_for_all_come():
    filed = np.repeat(random_words(2, 1), 300, axis=0)
    assert len(index_of(filed).pairs(filed)) == 300 * 300


def test_any_number_of_threads_says_the_same():
    filed = random_words(4, 5000)
    queries = changed(filed, 20, 5)
    index = index_of(filed)
    assert np.array_equal(index.pairs(queries), index.pairs(queries, threads=4))


def test_a_quick_search_finds_all_that_is_very_near():
    filed = random_words(6, 300)
    queries = changed(filed, 15, 7)
    assert {tuple(p) for p in index_of(filed).pairs(queries, quick=True).tolist()} >= by_hand(queries, filed, 15)


@pytest.fixture
def pictures():
    words = random_words(8, 50)
    hashes = pa.array([*as_text(words).to_pylist(), None, "no hash", "g" * 64])
    return hashes, Pictures.build(hashes, pa.array([f"p{i}" for i in range(53)]))


def test_a_hash_finds_what_it_was_filed_under(pictures):
    hashes, index = pictures
    found = index.search(pa.array([None, hashes[3].as_py().upper(), "0" * 64]))
    assert found.schema == FOUND
    assert found.to_pylist() == [{"row": 1, "id": "p3", "distance": 0}]


def test_a_saved_index_is_mapped_and_says_the_same(pictures, tmp_path):
    hashes, index = pictures
    index.save(tmp_path / "index")
    index.save(tmp_path / "index")
    again = Pictures.open(tmp_path / "index")
    assert isinstance(again.hashes, np.memmap)
    assert again.search(hashes) == index.search(hashes)
    assert [p.name for p in tmp_path.iterdir()] == ["index"]


def test_a_folder_with_other_files_is_left_alone(pictures, tmp_path):
    (tmp_path / "mine.txt").write_text("keep")
    with pytest.raises(FileExistsError, match="left alone"):
        pictures[1].save(tmp_path)
    assert (tmp_path / "mine.txt").read_text() == "keep"


def test_an_empty_index_and_an_empty_question_have_no_answers(pictures):
    none = pa.array([], pa.string())
    assert Pictures.build(none, none).search(pictures[0]).num_rows == 0
    assert pictures[1].search(none).num_rows == 0


def test_a_distance_the_parts_cannot_promise_is_refused(pictures):
    with pytest.raises(ValueError, match="0 to 31"):
        pictures[1].search(pictures[0], 32)


def test_distances_count_bits_and_are_null_without_two_hashes():
    zero, one = "0" * 64, "f" * 64
    assert distance(pa.array([zero, zero, None, "é" * 32]), pa.array([one, zero, zero, zero])).to_pylist() == [
        256,
        0,
        None,
        None,
    ]


def test_words_and_text_are_one():
    words = random_words(9, 20)
    back, good = as_words(as_text(words))
    assert good.all()
    assert np.array_equal(back, words)
    assert ones(words).tolist() == [sum(int(w).bit_count() for w in row) for row in words]
