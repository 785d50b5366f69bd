"""The corpus of look-alikes itself: enough of every kind, the same for the same seed, none of them its own target."""

import pytest
from name_corpus import innocents, look_alikes
from name_mutations import MUTATIONS
from name_stock import ORGANISATIONS, PEOPLE


def test_the_same_seed_gives_the_same_list_and_another_seed_another():
    assert look_alikes(3) == look_alikes(3)
    assert look_alikes(3) != look_alikes(4)


@pytest.mark.parametrize("kind", list(MUTATIONS))
def test_a_hundred_different_look_alikes_of_each_kind_none_its_own_target(kind):
    mine = [c for c in look_alikes() if c.kind == kind]
    assert len(set(mine)) == len(mine) >= 100
    assert not {c.mutated for c in mine} & {n.name for n in ORGANISATIONS + PEOPLE}
    assert {c.target for c in mine} <= {o.name for o in ORGANISATIONS}


def test_the_stock_is_invented_in_many_languages_and_no_innocent_is_in_it():
    assert len({o.name for o in ORGANISATIONS}) == len(ORGANISATIONS) >= 60
    assert len({o.language for o in ORGANISATIONS}) >= 11
    assert len(innocents()) >= 1000
    assert not set(innocents()) & {n.name for n in ORGANISATIONS + PEOPLE}
