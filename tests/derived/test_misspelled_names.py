"""Slips of the pen are found the same way whether all names are compared with all or looked up in the index."""

import random

import pyarrow as pa

from aboveboard.derived.misspelled_names import misspelled
from aboveboard.names import nearby


def table():
    rng = random.Random(5)  # noqa: S311  (invented names, no secret)
    ours = ["".join(rng.choices("abdeklmnorstu", k=rng.randint(7, 18))) for _ in range(40)]
    theirs = [w[:3] + rng.choice("xyz") + w[4:] for w in ours] + [w[1:] + "q" for w in ours] + ["unlike" * 2]
    keys = ours + theirs
    return pa.table({"family": ["loose"] * len(keys), "key": keys, "protected": [True] * 40 + [False] * len(theirs)})


def test_a_small_world_and_a_large_one_are_read_alike(monkeypatch):
    few = misspelled(table()).to_pylist()
    monkeypatch.setattr(nearby, "_FEW", -1)
    assert sorted(map(repr, misspelled(table()).to_pylist())) == sorted(map(repr, few))
    assert len(few) >= 40
