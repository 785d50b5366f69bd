"""What the gate does not read letter by letter would have led to no claim."""

import pyarrow as pa
import pytest
from gate_worlds import AT, CLOSED
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.derived.returns import SURE, WEIGHABLE, letters_in, weighed
from aboveboard.derived.weighing import most_by_name
from aboveboard.names.folding import folded
from aboveboard.names.likeness import compare, likenesses, may_disguise
from aboveboard.names.masked import may_be_masked
from aboveboard.tables import ARROW

NAMES = (
    "Harbour Tales", "Harbour Ta1es", "Hаrbour Tales", "harbourtales", "Harbour Tales official", "parody Harb0ur Tales", "Harbor Talos",
    "Marlock Modern", "Marlock Modem", "Marl0ck Modern Bank", "Kari Nota", "Karl Nota", "Kan Nota", "h5a173883d4", "h6a684bec68",
    "人民日报", "人民曰报", "人民目报", "王朱李何", "王未李何", "土李何林", "士李何林", "朱李何林", "朱刘何林", "中国朱李何林公司", "朱何林", "朱李何木木", "古月何林", "胡何林", "月何林", "胡何", "何林林", "玉何林", "國何林", "木國何林", "Venmiorfen", "Fenmi Orfen",
)  # fmt: skip


def spoiled(name, place, letter):
    return name[: place % len(name)] + letter + name[place % len(name) + 1 :]


@settings(max_examples=60)
@given(st.sampled_from(NAMES), st.sampled_from(NAMES), st.integers(0, 20), st.sampled_from("1lIo0mrn日曰土士末未國а 5"))
def test_a_name_that_the_quick_look_passes_over_is_surely_no_disguise(name, model, place, letter):
    for pair in ((name, model), (spoiled(model, place, letter), model), (name, spoiled(name, place, letter))):
        found = compare(*pair)
        assert (may_be_masked(*pair) and may_disguise(*pair)) or not (found.disguised and found.alike >= SURE), pair


def test_the_quick_look_passes_over_what_only_a_slip_makes_alike_and_stops_at_a_disguise():
    assert not any(
        may_be_masked(*p) for p in (("Kari Nota", "kari nota"), ("Kari Bota", "Kari Nota"), ("朱李何林", "朱刘何林"))
    )
    assert all(
        may_be_masked(*p)
        for p in (("Kar1 Nota", "Kari Nota"), ("人民曰报", "人民日报"), ("Modem", "Modern"), ("Kаri", "Kari"))
    )


def test_one_pair_compared_by_itself_is_what_many_together_are():
    pairs = [(n, m) for n in NAMES for m in NAMES[:9]]
    together = likenesses(pa.array([n for n, _ in pairs]), pa.array([m for _, m in pairs])).to_pylist()
    assert [compare(*p)._asdict() | {"kinds": list(compare(*p).kinds)} for p in pairs] == [
        {c: row[c] for c in ("says", "kinds", "alike", "disguised", "whole")} for row in together
    ]


@pytest.mark.parametrize("pair", [("Hаrbour Tales", "Harbour Tales"), ("Marlock Modem", "Marlock Modern"), ("Harbour\u200b Tales", "Harbour Tales"), ("the Kаri Nоta fans", "Kari Nota"), ("國何林", "玉何林"), ("古月何林", "胡何林"), ("Ta1es Harb0ur", "Harbour Tales"), ("王朱李何", "朱李何木木"), ("h63e868600f", "h888bcc660f")])  # fmt: skip
def test_a_disguise_is_looked_at(pair):
    assert may_be_masked(*pair)
    assert may_disguise(*pair)


def test_a_slip_is_no_disguise_to_look_at():
    assert not any(may_disguise(*p) for p in (("Harbor Tales", "Harbour Teals"), ("Kari Bota", "Kari Nota"), ("王李何", "王朱李何")))  # fmt: skip


@settings(max_examples=40)
@given(
    st.sampled_from(NAMES), st.sampled_from(NAMES), st.integers(1, 20), st.sampled_from((50, 20_000, 1_000_000)), st.booleans(),
    st.booleans(), st.sampled_from(("", "I am back, old account banned")),
)  # fmt: skip
def test_no_pair_weighs_more_than_its_bound(name, closed_name, bearers, accounts, network, second, bio):
    named = {"name": name, "closed_name": closed_name, "bearers": bearers}
    row = dict.fromkeys(WEIGHABLE) | named | {
        "account_id": "n", "closed_id": "c", "created_at": AT, "closed_at": CLOSED, "world": 1, "accounts": accounts, "label": False,
        "bio": bio or None, "network": 2 if network else None, "devices": False, "contacts": False, "handle": name, "closed_handle": closed_name,
    }  # fmt: skip
    rows = [row | {"closed_field": f} for f in (("handle", "display_name") if second else ("handle",))]
    table = pa.table({c: pa.array([r[c] for r in rows], ARROW[t]) for c, t in WEIGHABLE.items()})
    scores = weighed(table, alone=True, least=0.0)["score"].to_pylist()
    found = compare(name, closed_name)
    twisted = found.disguised and found.alike >= SURE
    letters = letters_in(closed_name)
    most = most_by_name(bearers, letters, accounts, (AT - CLOSED).days, network=network, second=second, announced=bool(bio), twisted=twisted)  # fmt: skip
    assert all(score <= 1 / (1 + 2.0**-most) + 1e-9 for score in scores)


def test_what_cannot_be_likely_enough_is_left_out_before_it_is_read():
    row = dict.fromkeys(WEIGHABLE) | {
        "account_id": "n", "closed_id": "c", "created_at": AT, "closed_at": CLOSED, "world": 1, "accounts": 1_000_000, "label": False,
        "name": "Kari Nota", "closed_name": "Kari Nota", "bearers": 200, "closed_field": "handle", "device": 2,
    }  # fmt: skip
    table = pa.table({c: pa.array([row[c]], ARROW[t]) for c, t in WEIGHABLE.items()})
    kept = weighed(table, alone=True, least=0.15)
    assert kept.equals(weighed(table, alone=True))
    assert kept.num_rows == 1
    faint = table.set_column(table.column_names.index("device"), "device", pa.nulls(1, pa.int64()))
    assert [weighed(faint, alone=True, **least).num_rows for least in ({"least": 0.001}, {"least": 0.15})] == [1, 0]


@given(st.text(st.characters(max_codepoint=127), max_size=300) | st.text(max_size=20))
def test_letters_of_a_name_are_those_of_its_key(name):
    key, letters = folded(name)[0], letters_in(name)
    assert (letters is None) == (key is None)
    assert key is None or (letters == len(key) if key.isascii() else len(key) <= letters <= 2 * len(key))
