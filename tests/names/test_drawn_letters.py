"""Letters that may be others in disguise, told by where moves lead."""

import pytest

from aboveboard.names.drawn_letters import may_be_drawn, may_fool


@pytest.mark.parametrize("pair", [
    ("karinota", "karlnota"), ("kar1nota", "karinota"), ("modem", "modern"), ("modern", "modem"), ("vvest", "west"), ("clover", "dover"),
    ("xxkar1notaxx", "karinota"), ("ka1riinota", "kalrinota"), ("hharb0ur", "harbour"), ("qu0rurn", "kworum"), ("karn0", "krano"),
])  # fmt: skip
def test_a_way_without_an_edit_that_fools_a_reader_is_found(pair):
    assert may_fool(*pair)
    assert may_be_drawn(*pair)


@pytest.mark.parametrize("pair", [
    ("karinota", "karinota"), ("karbota", "karinota"), ("harborr", "harbour"), ("nl", "in"), ("h5a173883d4", "h6a684bec68"), ("motemka", "rilotemka"),
])  # fmt: skip
def test_no_disguise_where_a_letter_is_other_or_none_fools(pair):
    assert not may_be_drawn(*pair)


def test_who_is_fooled_already_needs_no_letter_that_does_it():
    assert may_be_drawn("harbourtales", "harbourtales", fooled=True)
    assert may_be_drawn("oldharbourrtales", "harbourtales", fooled=True)
    assert not may_be_drawn("harbortalks", "harbourtales", fooled=True)


def test_what_is_longer_than_an_alignment_looks_is_not_ruled_out():
    assert may_be_drawn("a" * 65, "b")
    assert may_be_drawn("a" * 70, "")
