"""The training script, on a tiny set of invented rows."""

import importlib.util
import sys
from pathlib import Path

import numpy as np
import pytest

from aboveboard.engines.duck import DuckEngine
from aboveboard.models.additive import dumped, loaded
from aboveboard.models.profile import shipped

SCRIPT = Path(__file__).parents[2] / "scripts" / "train_machine.py"


@pytest.fixture(scope="module")
def trainer():
    spec = importlib.util.spec_from_file_location("train_machine", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules["train_machine"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["train_machine"]


@pytest.fixture(scope="module")
def few(trainer):
    """Sixty invented accounts, a third of them mass followers."""
    rng = np.random.default_rng(4)
    rows = []
    for n in range(60):
        fake = n % 3 == 0
        rows.append({
            "usernameLength": 10, "usernameDigitCount": int(rng.integers(3, 7)) if fake else 0, "userBiographyLength": 0 if fake else 30,
            "userFollowerCount": int(rng.integers(0, 40) if fake else rng.integers(80, 900)),
            "userFollowingCount": int(rng.integers(900, 7000) if fake else rng.integers(50, 600)),
            "userMediaCount": int(rng.integers(0, 3) if fake else rng.integers(5, 200)),
            "userHasProfilPic": int(not fake or n % 2), "userIsPrivate": n % 2, "isFake": int(fake),
        })  # fmt: skip
    engine = DuckEngine(threads=1)
    made = trainer.instagram_of(rows, engine)
    engine.close()
    return made


def test_it_learns_from_a_tiny_set_and_writes_what_can_be_read(trainer, few):
    within = [trainer.inside(few)]
    assert trainer.measured(trainer.posterior(within[0].evidence, 0.5), few.breach)["auc"] > 0.95
    model = trainer.finished([few], within)
    text = dumped(model, trainer.card([few], within))
    assert loaded(text)[0] == model
    assert text == dumped(trainer.finished([few], within), trainer.card([few], within))


def test_accounts_with_the_same_numbers_stay_together(trainer, few):
    twice = trainer.Accounts(
        "twice", trainer.pa.concat_tables([few.profiles, few.profiles]), np.tile(few.breach, 2), few.language * 2
    )
    fold = trainer.folds(twice)
    assert (fold[:60] == fold[60:]).all()
    assert len(set(fold.tolist())) == trainer.FOLDS


def test_its_measures_are_right_on_cases_known_by_hand(trainer):
    score, truth = np.array([0.9, 0.8, 0.3, 0.1]), np.array([1.0, 0, 1, 0])
    made = trainer.measured(score, truth)
    assert made["auc"] == pytest.approx(0.75)
    assert made["ap"] == pytest.approx((1 + 2 / 3) / 2)
    assert made["f1"] == pytest.approx(0.5)
    assert made["best_f1"] == pytest.approx(0.8)
    assert made["ece"] == pytest.approx((0.1 + 0.8 + 0.7 + 0.1) / 4)


@pytest.mark.real
def test_the_shipped_model_and_its_card_are_what_the_script_makes_of_the_public_data(trainer, real_data, tmp_path):
    engine = DuckEngine(threads=2)
    sets = trainer.sources(real_data, tmp_path, engine)
    engine.close()
    within = [trainer.inside(s) for s in sets]
    made, told = trainer.finished(sets, within), trainer.card(sets, within)
    there, card = shipped()
    for mine, theirs in zip(made.curves, there.curves, strict=True):
        np.testing.assert_allclose(mine.values, theirs.values, atol=0.02)
    for mine, theirs in zip(made.laws, there.laws, strict=True):
        np.testing.assert_allclose(mine.form, theirs.form, atol=0.05)
    for name, source in told["sources"].items():
        for how in ("cross-validated", "unseen source"):
            assert source[how] == pytest.approx(card["sources"][name][how], abs=0.02)


def test_the_shipped_scores_hold_within_each_source_and_across():
    for source in shipped()[1]["sources"].values():
        assert source["cross-validated"]["ece"] <= 0.05
        assert source["cross-validated"]["f1"] >= 0.8
        assert source["unseen source"]["auc"] >= 0.8
