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
            "userHasProfilPic": int(not fake or n % 2), "isFake": int(fake),
        })  # fmt: skip
    engine = DuckEngine(threads=1)
    made = trainer.instagram_of(rows, engine)
    engine.close()
    return made


def test_it_learns_from_a_tiny_set_and_writes_what_can_be_read(trainer, few):
    model, inside = trainer.finished([few])
    assert trainer.measured(trainer.posterior(inside[0], 0.5), few.breach)["auc"] > 0.95
    text = dumped(model, trainer.card([few], inside, inside))
    assert loaded(text)[0] == model
    assert text == dumped(trainer.finished([few])[0], trainer.card([few], inside, inside))


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
def test_the_shipped_curves_are_what_the_script_makes_of_the_public_data(trainer, real_data, tmp_path):
    engine = DuckEngine(threads=2)
    sets = trainer.sources(real_data, tmp_path, engine)
    engine.close()
    made = trainer.trained(sets)
    there = shipped()[0]
    for mine, theirs in zip(made.curves, there.curves, strict=True):
        np.testing.assert_allclose(mine.values, theirs.values, atol=0.02)
