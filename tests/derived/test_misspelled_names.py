"""Slips of the pen are found the same way whether all names are compared with all or looked up in the index."""

import random

import pyarrow as pa

from aboveboard.derived import misspelled_names
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


def signs():
    """Protected keys of ideographs, most with a sign of another script, and names with one or two changed, lost or put in."""
    rng = random.Random(7)  # noqa: S311  (invented names, no secret)
    ours = ["".join(rng.choices("江河山川东西南北大小明日中国银行", k=rng.randint(4, 16))) for _ in range(60)]
    ours = sorted({w if n % 3 else w[:2] + rng.choice("ロエaの") + w[3:] for n, w in enumerate(ours)})
    changed = [w[:2] + rng.choice("xロ山") + w[3:] for w in ours]
    theirs = [
        *changed,
        *(w[:1] + w[2:] for w in ours),
        *(w[:3] + "ab" + w[3:] for w in ours),
        *(w[1:] for w in changed),
    ]
    theirs = sorted(set(theirs))
    marks = [True] * len(ours) + [False] * len(theirs)
    return pa.table({"family": ["loose"] * len(marks), "key": ours + theirs, "protected": marks})


def test_keys_of_ideographs_are_found_among_keys_with_as_many(monkeypatch):
    for few in (nearby._FEW, -1):
        monkeypatch.setattr(nearby, "_FEW", few)
        found = sorted(map(repr, misspelled(signs()).to_pylist()))
        with monkeypatch.context() as whole:
            whole.setattr(misspelled_names, "_MANY", 99)
            assert found == sorted(map(repr, misspelled(signs()).to_pylist()))
        assert len(found) >= 60
