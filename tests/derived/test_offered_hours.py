"""Hours of use after an offer: who keeps them is left alone, who hands the account on is seen, however life moves everybody's hours."""

import numpy as np
import pyarrow as pa
import pytest

from aboveboard.derived.offered_hours import _changed, _cuts

CUT, DAYS = 480_000, 60
HOLDERS, KEEPERS, LESSORS = 3000, 200, 60


def days_of(rng, habit, days, drift):
    """Hours at which one person does something on some days: around two hours of their own, at the weekend later, wandering over the weeks."""
    made = []
    for day in days:
        if rng.random() < 0.4:
            late = 2.5 if day % 7 > 4 else 0
            hours = habit[rng.integers(2, size=rng.integers(1, 4))] + late + drift * day / DAYS + rng.normal(0, 1.5, 1)
            made += [CUT + 24 * day + int(h) % 24 for h in np.unique(hours.astype(int))]
    return made


def lived(rng, name, offers, turned):
    """One account: a person's habit before the cut, and after it theirs or, where `turned`, that of somebody else."""
    own, other = (np.sort(rng.choice([7, 8, 12, 13, 18, 19, 20, 21, 22, 23, 0, 2], 2, replace=False)) for _ in range(2))
    drift = rng.normal(0, 1)
    before = days_of(rng, own, range(-DAYS, 0), drift)
    return [(name, h, CUT, offers) for h in before + days_of(rng, other if turned else own, range(DAYS), drift)]


@pytest.fixture(scope="module")
def kinds():
    """How many of each kind of account are found."""
    rng = np.random.default_rng(21)
    rows = [r for n in range(HOLDERS) for r in lived(rng, f"holder{n}", 0, n % 100 == 0)]
    rows += [r for n in range(KEEPERS) for r in lived(rng, f"keeper{n}", 1, False)]
    rows += [r for n in range(LESSORS) for r in lived(rng, f"lessor{n}", 1, True)]
    columns = dict(zip(("account_id", "hour", "cut", "offers"), zip(*rows, strict=True), strict=True))
    found = _changed(pa.table({n: pa.chunked_array([pa.array(c)]) for n, c in columns.items()}))
    names = [i.rstrip("0123456789") for i in found["account_id"].to_pylist()]
    return {kind: names.count(kind) for kind in ("holder", "keeper", "lessor")}


def test_many_accounts_that_went_to_other_hands_are_seen_and_hardly_any_that_did_not(kinds):
    assert kinds["holder"] == 0
    assert kinds["keeper"] <= 2
    assert kinds["lessor"] >= LESSORS // 3


def test_only_accounts_with_days_enough_are_cut_and_idle_ones_in_the_middle():
    spans = pa.table({
        "account_id": ["offering", "idle", "new"], "low": [0, 10, 0], "high": [900, 30, 900], "hours": [40, 40, 15], "cut": [700, None, 50], "offers": [2, None, 1],
    })  # fmt: skip
    assert _cuts(spans).to_pylist() == [
        {"account_id": "offering", "cut": 700, "offers": 2},
        {"account_id": "idle", "cut": 20, "offers": 0},
    ]
