"""A way to explain a name that cannot be surer than what is found is not looked at: nothing is lost by that."""

from __future__ import annotations

import pytest

from aboveboard.names import likeness, verdicts
from aboveboard.names.likeness import Likeness
from aboveboard.names.rewriting import rewritings
from aboveboard.names.sides import side

PAIRS = [
    ("Fennkeep Telecom District 2 News", "Fennkeep Telecom District 2"),
    ("Elmhaven Telecom District 2", "Yarnhaven Telecom District 2"),
    ("H45kc11ff 31ec71on Off1c3 D15tric7 2 Support", "Haskcliff Election Office District 2"),
    ("Marlock Uni", "University of Marlock"),
    ("Tageblatt Hälmstadt", "Hälmstädter Tageblatt"),
    ("harbour north bank", "North Harbour Bank"),
    ("The Guardian", "Guardian 2.0"),
    ("建設银行", "中国建设银行"),
    ("yinhanghaigang", "海港银行"),
    ("海港銀行客服", "海港银行"),
    ("Haigang Bank official", "海港银行"),
    ("pochta rossii", "Почта России"),
    ("Почта Росии", "Почта России"),
    ("ngan hang xao duong", "Ngân hàng Sao Dương"),
    ("Bannco Valdebera", "Banco Valdevera"),
    ("harb0ur1ine", "Harbourline"),
    ("pennyroyal.recovery", "Pennyroyal Pay"),
    ("harbourlane", "Harbourline"),
]


def every_way(name: str, model: str) -> Likeness | None:
    """Look at all ways, whatever is found, and return the first of the surest."""
    mine, theirs = side(name), side(model)
    shown = [(side(text), steps) for text, steps in rewritings(name)]
    ways = [
        likeness._whole(mine, theirs, []),
        likeness._core(mine, theirs, []),
        *(way(mine, theirs) for way, _ in likeness._WAYS),
        likeness._otherwise_put(mine, theirs, 0.0),
        *likeness._rewritten(mine, theirs, shown),
    ]
    return max(filter(None, ways), key=lambda w: w.alike, default=None)


@pytest.mark.parametrize(("name", "model"), PAIRS)
def test_nothing_surer_is_left_out(name: str, model: str) -> None:
    told, surest = likeness.compare(name, model), every_way(name, model)
    plainly = [way(side(name), side(model), []) for way in (likeness._whole, likeness._core)]
    assert told in plainly or surest is None or told == surest


@pytest.mark.parametrize(("name", "model"), PAIRS)
def test_no_way_is_surer_than_its_bound(name: str, model: str) -> None:
    mine, theirs = side(name), side(model)
    for way, most in likeness._WAYS:
        found = way(mine, theirs)
        assert found is None or found.alike <= most


def test_a_bound_is_what_the_kinds_leave() -> None:
    assert verdicts.most(("affix", "affix")) == verdicts.most(("affix",)) < verdicts.most(("same",)) == 1.0
    assert verdicts.most(("affix", "homophone")) < verdicts.most(("homophone",))
