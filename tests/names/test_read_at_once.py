"""What is done for many names at once, or passed over, is what the plain way does."""

from __future__ import annotations

import re

import pyarrow as pa
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aboveboard.names import alignment, characters, hearing, meanings, respelling, romanising
from aboveboard.names import moves as every_move
from aboveboard.names.alignment import EDITS
from aboveboard.names.forms_by_ear import heard_too
from aboveboard.names.habits import habits_of
from aboveboard.names.hearing import mixtures_by_ear
from aboveboard.names.index import Index
from aboveboard.names.letters import lettering
from aboveboard.names.likeness import compare
from aboveboard.names.moves import COST, Change, Move, Pair
from aboveboard.names.nearby import nearby
from aboveboard.names.numerals import numbers_in, otherwise_numbered
from aboveboard.names.pieces import Piece, spread
from aboveboard.names.read_at_once import read_at_once
from aboveboard.names.units import units
from aboveboard.text import digits

SIGNS = st.text("行长重乐张岚港吕绿国zhan1é한😀", max_size=9)


@given(st.lists(SIGNS, max_size=9))
@example(["行长重乐", "", "西安先安", "女绿吕"])
def test_many_names_are_read_aloud_as_each_one_is(names: list[str]) -> None:
    rows, keys = read_at_once(names, romanising._SAID.__getitem__, most=romanising._WAYS, others=romanising._OTHERS)
    plain = [(n, romanising._key(way)) for n, name in enumerate(names) for way in romanising._account(name)]
    assert sorted(zip(rows.to_pylist(), keys.to_pylist(), strict=True)) == sorted(plain)


def test_look_alikes_are_read_by_the_loop_as_by_python() -> None:
    words = pa.array(["行长重乐", "张 岚港", "abc行"] * 6_000, pa.string())
    place = pa.array(range(len(words)), pa.int32())
    many, few = (romanising._signs(place[:size], words[:size], protected=False) for size in (len(words), 30))
    first = [(p, k) for p, k in zip(*(a.to_pylist() for a in many), strict=True) if p < 30]
    assert len(words) >= romanising._MANY
    assert sorted(first) == sorted(zip(*(a.to_pylist() for a in few), strict=True))


@given(st.lists(st.text(st.sampled_from("aBß İ\n-_1²é张\u0301\u200bQuck"), max_size=12), max_size=40))
def test_mixtures_are_heard_without_what_is_no_letter(texts: list[str]) -> None:
    bare = ["".join(filter(str.isalnum, text.casefold())) for text in texts]
    assert mixtures_by_ear(texts) == [hearing._heard(b) for b in bare]


@given(st.text(st.sampled_from("aBd'l -_.1\t\x1c"), max_size=14))
def test_ascii_is_read_plainly_with_and_without_signs(text: str) -> None:
    plain = meanings._ELIDED.sub(" ", text.lower()).translate(meanings._KEPT)
    assert meanings.plainly(text) == " ".join(plain.split())


def test_what_comes_before_the_radicals_has_no_other_form() -> None:
    text = "".join(map(chr, (*range(0x80, 0x2E80),)))
    assert characters._to_simplified().convert(text) == text == characters._REDRAWN(text)


@given(
    st.sampled_from(["Caja Viñedera", "Żółtowska Poczta", "Bank Cipta Raja"]), st.text("chkqzżóuvbrs jtn", max_size=14)
)
def test_one_spelling_is_every_pair_of_a_habit_in_turn(model: str, text: str) -> None:
    made = text.casefold()
    for habit in habits_of(model.casefold()):
        for said, other in habit.pairs * respelling._ROUNDS:
            if respelling._plainer(other) < respelling._plainer(said):
                made = respelling._pattern(said).sub(other.strip("^$"), made)
    assert respelling.one_spelling(text, model) == made


LETTERS = st.lists(
    st.sampled_from([*"aehikmnrstu0 1", "rn", "vv", "qu", "ck", "张", "長", "а", "ж", "банк"]), max_size=9
)


@settings(max_examples=300, deadline=None)
@given(LETTERS, LETTERS, st.sampled_from([0.4, 1.0, 2.2, 3.4, float("inf")]))
def test_the_cheapest_alignment_is_that_of_a_table_of_every_cell(
    name: list[str], model: list[str], most: float
) -> None:
    mine, theirs = units("".join(name)), units("".join(model))
    assert alignment._aligned(Pair.of(mine, theirs, [], []), most) == _of_every_cell(
        Pair.of(mine, theirs, [], []), most
    )


def _of_every_cell(pair: Pair, most: float) -> tuple[float, list[Change]] | None:
    """Fill a table row by row, each cell with its cost, its edits and the move that leads there."""
    cells: dict[tuple[int, int], tuple[float, int]] = {(0, 0): (0.0, 0)}
    back: dict[tuple[int, int], Move] = {}
    nowhere, end = (float("inf"), EDITS + 1), (len(pair.name), len(pair.model))
    for i in range(len(pair.name) + 1):
        for j in range(len(pair.model) + 1):
            cost, edits = cells.get((i, j), nowhere)
            for move in _every_move(pair, i, j) if edits <= EDITS else []:
                to, paid, fewer = (i + move[0], j + move[1]), cost + COST[move[2]], edits + (move[2] == "edit")
                held, fewest = cells.get(to, nowhere)
                if paid <= most and paid < held - alignment._SAME:
                    back[to], cells[to] = move, (paid, min(fewest, fewer))
                elif paid <= most and fewer < fewest:
                    cells[to] = held, fewer
    if cells.get(end, nowhere)[1] > EDITS:
        return None
    at, found = end, list[Change]()
    while at != (0, 0):
        di, dj, *change = back[at]
        found += [Change(*change)] if change[0] else []
        at = at[0] - di, at[1] - dj
    return cells[end][0], found[::-1]


def _every_move(pair: Pair, i: int, j: int) -> list[Move]:
    """Return the moves from a cell, none of them passed over unseen."""
    if i == len(pair.name) or j == len(pair.model):
        return every_move.moves(pair, i, j)
    a, b = pair.name[i], pair.model[j]
    respelled = every_move._respelled(pair, i, j, every_move._STARTING.get(a.letter + b.letter, []))
    if a.letter == b.letter and a.char.casefold() == b.char.casefold():
        return [(1, 1, "", "", ""), *respelled]
    kind = every_move.swapped(a, b)
    swap = (1, 1, "edit" if kind is None else kind, a.char, b.char)
    several = every_move._several(pair, i, j)
    return [swap, *respelled, *several, *every_move._dropped(pair, i), every_move._lacked(pair, j)]


def test_what_many_ask_of_an_index_is_found_as_what_few_ask() -> None:
    asked = [
        f"{a}{n:03d}{b}"
        for n in range(900)
        for a, b in (("harbour", "bank"), ("banco", "x"), ("港口", "行"), ("", ""), ("a", "b"))
    ]
    entries = pa.array([f"harbor{n}bank" for n in range(0, 900, 7)] + ["banco001x", "港口100行", "a500b"], pa.string())
    index = Index.build(entries, entries)
    many = index.search(pa.array(asked, pa.string())).to_pylist()
    few = [
        {**found, "row": found["row"] + start}
        for start in range(0, len(asked), 500)
        for found in index.search(pa.array(asked[start : start + 500], pa.string())).to_pylist()
    ]
    assert len(asked) > 4_096
    assert many == few != []
    assert len(nearby(pa.array(asked, pa.string()), entries)) == len(many)


@given(
    st.lists(
        st.sampled_from(["zero", "Seven", "two", "oh", "7", " ", "x", "DREI", "за", "два", "один", "пять"]), max_size=9
    )
)
def test_words_of_number_words_are_those_without_the_look_ahead(parts: list[str]) -> None:
    pattern = digits._glued_words().pattern
    begun = pattern[pattern.index(r"(?=\d*(") : pattern.index(r")\d*(?:(?:") + 1]
    text = "".join(parts)
    plain = re.compile(pattern.replace(begun, ""))
    assert [m.span() for m in digits._glued_words().finditer(text)] == [m.span() for m in plain.finditer(text)]


def test_a_few_words_of_number_words_are_found() -> None:
    assert [m.group() for m in digits._glued_words().finditer("call zeroseventwo or Onetwothree, not zerox")] == [
        "zeroseventwo",
        "Onetwothree",
    ]


@given(
    written=st.lists(st.text("行长重乐張岚港", min_size=1, max_size=7), min_size=1, max_size=5),
    drawn=st.lists(
        st.tuples(st.integers(0, 4), st.text("行长重乐张岚港", min_size=1, max_size=7)), min_size=1, max_size=9
    ),
)
@example(
    written=["行长重乐岚港", "港"],
    drawn=[(0, "行长重乐岚张"), (0, "行长重乐张张"), (0, "行长重乐岚港"), (1, "行"), (0, "行长")],
)
def test_look_alikes_of_one_other_shape_are_those_that_differ_once(
    written: list[str], drawn: list[tuple[int, str]]
) -> None:
    pairs = [(n % len(written), text) for n, text in drawn]
    told = heard_too(written, [n for n, _ in pairs], pa.array([text for _, text in pairs])).to_pylist()
    names = [characters.simplified(w) if len(w) >= 5 else "" for w in written]
    assert told == [
        len(text) == len(names[n]) and sum(a != b for a, b in zip(text, names[n], strict=True)) == 1
        for n, text in pairs
    ]


@given(
    pieces=st.lists(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(("", "a", "b"))), max_size=5), max_size=3),
    codes=st.lists(st.one_of(st.none(), st.integers(0, 3)), max_size=9),
)
@example(pieces=[[(0, "a"), (3, "b")], [(1, "")]], codes=[3, None, 1, 0, 2])
@example(pieces=[[(0, "a"), (1, "b")]], codes=[1, 0, 1])
def test_keys_are_spread_over_the_rows_that_bear_the_name(
    pieces: list[list[tuple[int, str]]], codes: list[int | None]
) -> None:
    made = [
        Piece(pa.array([p for p, _ in rows], pa.int32()), "loose", pa.array([k for _, k in rows], pa.string()), core=n % 2 == 0)
        for n, rows in enumerate(pieces)
    ]  # fmt: skip
    told = spread(made, pa.array(codes, pa.int32())).to_pylist()
    plain = [
        (row, "loose", key, n % 2 == 0)
        for n, rows in enumerate(pieces)
        for place, key in rows
        for row, code in enumerate(codes)
        if code == place and key
    ]
    assert [tuple(t.values()) for t in told] == plain


@given(st.lists(st.sampled_from(("bank", "l2", "12", "3", "4 5 6", "l0l0", " ")), max_size=4).map("".join), st.sampled_from(("bank 12", "bank", "12 bank", "bank456", "b3")))  # fmt: skip
def test_names_that_are_numbered_otherwise_are_unlike(name: str, model: str) -> None:
    mine, its = (lettering(n, camel=True) or "" for n in (name, model))
    if otherwise_numbered(mine, its):
        assert not compare(name, model).alike
    meant = re.search(r"\d+$", its)
    assert otherwise_numbered(mine, its) == bool(meant and numbers_in(mine) and meant[0] not in numbers_in(mine))
