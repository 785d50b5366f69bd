"""Bodies put their abbreviation before their name: who writes both is taken for them too, in whatever letters."""

from datetime import UTC, datetime

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.derived.folded_names import FOLDED_ORGANISATIONS, called_so
from aboveboard.detectors.posing_name import POSING_NAME
from aboveboard.engines.base import compute, run
from aboveboard.tables import TABLES, Source, World

AS_OF = datetime(2026, 1, 1, tzinfo=UTC)
BODIES = (
    ("Kwelo", ("KWP", "Kwelo Power")), ("Đông Vạn Quế", ("ĐVQ",)), ("Велград Струја", ("В.Г.С.",)), ("溪川銀行", ("XCB",)), ("Oduvalo Ministry", ()),
)  # fmt: skip


def _world(bodies, shown=()):
    accounts = [
        {"account_id": f"x{n}", "handle": f"u773002{n}", "display_name": name, "created_at": datetime(2025, 1, 1, tzinfo=UTC)}
        for n, name in enumerate(shown)
    ]  # fmt: skip
    rows = [{"org_id": f"o{n}", "name": name, "aliases": list(aliases)} for n, (name, aliases) in enumerate(bodies)]
    made = {
        t: pa.Table.from_pylist(r, schema=TABLES[t].schema)
        for t, r in (("accounts", accounts), ("organisations", rows))
    }
    filled = {"accounts": set(accounts[0]) if accounts else set(), "organisations": {"org_id", "name", "aliases"}}
    return World(
        {t: Source(m.num_rows, frozenset(filled[t]), memory=m.select(sorted(filled[t]))) for t, m in made.items()},
        AS_OF,
    )


@pytest.mark.parametrize(
    "shown",
    [
        "ＫＷＰ Ｋｗｅｌｏ", "K.W.P. – Kwelo Power", "KWP Kwel0 Power", "Kwelo Power KWP", "ΚWΡ Kwelo Power", "Đ-V-Q Đông Vạn Quế", "В.Г.С. ⚡ Велград Струја",
        "XCB溪川銀行",
    ],
)  # fmt: skip
def test_an_abbreviation_with_a_name_is_the_body(duck, shown):
    assert [r["account_id"] for r in run(POSING_NAME, duck, _world(BODIES, [shown])).to_pylist()] == ["x0"]


@pytest.mark.parametrize(
    "shown", ["KWP Oduvalo", "KWP fans", "Kwelo Beach", "XCB River Club", "Vanessa KWP", "В.Г.С. Петров"]
)
def test_an_abbreviation_with_anything_else_is_not(duck, shown):
    assert run(POSING_NAME, duck, _world(BODIES, [shown])).num_rows == 0


_NAMES = st.lists(
    st.text("KWPĐ.", min_size=1, max_size=8) | st.text("abK 溪川", min_size=1, max_size=6), min_size=1, max_size=4
)


@settings(max_examples=40)
@given(names=_NAMES)
def test_a_gate_calls_a_body_what_a_scan_calls_it(duck, names):
    made = compute(FOLDED_ORGANISATIONS, duck, _world([(names[0], names[1:])]), {}).memory
    assert set(made["name"].to_pylist()) == called_so(names)
