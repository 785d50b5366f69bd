"""Pictures are known again however they were turned, whichever of two lists is the longer."""

import numpy as np
import pytest

from aboveboard.images.hashes import dihedral
from aboveboard.images.turned import turned_pairs
from aboveboard.workers import allow, allowed


def balanced(seed, count):
    random = np.random.default_rng(seed)
    bits = np.stack([random.permutation(np.arange(256) % 2) for _ in range(count)]).astype(np.uint8)
    return np.packbits(bits, axis=1).view(">u8").astype(np.uint64)


@pytest.mark.parametrize("more", [0, 5000])
def test_each_turn_of_a_kept_picture_is_found_among_those_shown(more):
    kept = balanced(1, 20)
    turns = dihedral(kept)
    shown = np.concatenate([*turns.values(), balanced(2, more + 1)])
    found = turned_pairs(shown, kept, threads=2)
    for number, turn in enumerate(turns):
        expected = {(number * 20 + n, n, 0) for n in range(20)}
        assert expected <= set(map(tuple, found[turn].tolist()))


def test_a_kernel_uses_the_threads_its_engine_was_given():
    with allow(1):
        assert allowed() == 1
        with allow(3):
            assert allowed() == 3
        assert allowed() == 1
