"""What is made of a name does not depend on how many names are read with it; what is rejected early would be rejected late."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aboveboard.names import alignment
from aboveboard.names.affixes import stripped
from aboveboard.names.alignment import align
from aboveboard.names.bounds import least_edits
from aboveboard.names.folding import fold
from aboveboard.names.forms import forms
from aboveboard.names.letters import letters
from aboveboard.names.pasted import as_latin
from aboveboard.names.sides import Side, sides
from aboveboard.names.units import ascii_only, units

STOCK = [
    "AcmeSupport", "Harbour Tales 2.0", "mail4you", "p@ypal", "人民曰报社", "renmin ribao she", "ＡｃｍｅＢａｎｋ", "ÉcoleNormale", "Наrbour Tales", "ᗷᗩᑎK",
    "вαик", "東京タワー", "らくてん銀行", "𝔸𝕔𝕞𝕖", "a\u200bcme", "경찰청", "الشرطة", "i\r\nl", "...", "___", " ", "", "x  y", "Z\u0335algo", "iPhone7Plus", "d\u2019Or", "🇬🇧 Bank",
]  # fmt: skip
PIECES = st.one_of(
    st.sampled_from(STOCK),
    st.text(st.sampled_from("aAbB1 2mil0._-'éÉвВαΑ人民报が가\n\u200b\u0301"), max_size=12),
    st.text(st.characters(exclude_categories=["Cs", "Cn"], max_codepoint=0xFFFF), max_size=6),
)
NAMES = st.lists(st.one_of(st.none(), PIECES, st.tuples(PIECES, PIECES).map("".join)), min_size=1, max_size=4)
TIMES = 70


def strings(values: list[str | None]) -> pa.Array:
    return pa.array(values, pa.string())


@settings(deadline=None)
@given(names=NAMES)
def test_few_names_are_read_as_many_are(names: list[str | None]) -> None:
    one, many = strings(names), strings(names * TIMES)
    for camel in (False, True):
        assert letters(one, camel=camel).to_pylist() * TIMES == letters(many, camel=camel).to_pylist()
    others = [f"{n} {k}" for k in range(TIMES) for n in STOCK]
    together = fold(strings(names + others))
    for few, most in zip(fold(one), together, strict=True):
        assert few.to_pylist() == most.to_pylist()[: len(names)]


@settings(deadline=None, max_examples=25)
@given(names=NAMES)
@example(names=["A11A"])
def test_the_keys_of_few_names_are_those_of_many(names: list[str | None]) -> None:
    others = [f"{n} {k}" for k in range(3) for n in STOCK]
    few, many = (
        {(r["row"], r["family"], r["key"], r["core"]) for r in forms(strings(n)).to_pylist() if r["row"] < len(names)}
        for n in (names, names + others)
    )
    assert few == many


def test_a_side_is_what_many_names_are_read_as() -> None:
    every = [*STOCK, *(f"{n} {k}" for k in range(3) for n in STOCK), *(f"{n} official" for n in STOCK)]
    parted, plain = letters(strings(every), camel=True), letters(strings(every))
    cores = pc.coalesce(stripped(parted), stripped(plain)).to_pylist()
    read = zip(every, parted.to_pylist(), cores, fold(strings(every)).key.to_pylist(), strict=True)
    assert sides(every) == {n: Side(n, w or "", c, units(n), k or "", ascii_only(units(n))) for n, w, c, k in read}
    assert any(cores)


@given(text=st.one_of(PIECES, st.tuples(PIECES, PIECES).map("".join)))
def test_a_short_name_is_in_a_font_where_it_is_among_others(text: str) -> None:
    line = text.replace("\n", " ")
    assert as_latin(line) == as_latin("\n".join([line] * TIMES)).split("\n")[0]


WRITTEN = st.one_of(
    st.text(st.sampled_from("abceghiknmoqrstuvwxyz0123459"), max_size=10),
    st.lists(
        st.sampled_from(
            [
                "qu",
                "kw",
                "ck",
                "sch",
                "sh",
                "air",
                "are",
                "rn",
                "m",
                "cl",
                "d",
                "vv",
                "w",
                "x",
                "cks",
                "tion",
                "shun",
                "bank",
                "b4nk",
                "1",
                "00",
                "aa",
            ]
        ),
        max_size=5,
    ).map("".join),
)


@settings(deadline=None, max_examples=400)
@given(written=WRITTEN, meant=WRITTEN, most=st.sampled_from([0.5, 1.0, 1.5, 2.0, 3.0, float("inf")]))
def test_what_the_bound_rejects_no_alignment_explains(written: str, meant: str, most: float) -> None:
    found = align(units(written), units(meant), most)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignment, "_surely_other", lambda *_: False)
        assert align(units(written), units(meant), most) == found


@settings(deadline=None, max_examples=400)
@given(written=WRITTEN, meant=WRITTEN)
def test_without_slips_only_an_alignment_told_as_an_edit_may_be_left_out(written: str, meant: str) -> None:
    found = align(units(written), units(meant))
    without = align(units(written), units(meant), slips=False)
    if without != found:
        assert without is None
        assert found is not None
        assert {"edit", "vowel", "voice"} & {change.kind for change in found[1]}


def test_without_slips_a_name_with_a_letter_nothing_accounts_for_is_not_aligned() -> None:
    assert align(units("northgate bank"), units("northgate banx")) is not None
    assert align(units("northgate bank"), units("northgate banx"), slips=False) is None
    assert align(units("northgate b4nk"), units("northgate bank"), slips=False) is not None


def test_letters_that_nothing_accounts_for_are_edits() -> None:
    assert least_edits("ava2579", "ava") >= 3
    assert least_edits("kween", "queen") == 0
    assert least_edits("rn", "m") == 0
    assert least_edits("bank", "b4nk") == 0
