"""The profile model: what it must keep to whatever it was trained on."""

import json
from importlib.resources import files

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.models.additive import Additive, Curve, dumped, loaded
from aboveboard.models.fitting import Shape, balanced, fit
from aboveboard.models.prior import drift, posterior, share
from aboveboard.models.profile import COLUMNS, SHAPES, features, known, parts, shipped, weighed
from aboveboard.models.reasons import explained
from aboveboard.models.rhythm import rhythm
from aboveboard.models.shift import BINS, Mixture, evident, law, mixture, reading, recalibrated

ORDINARY = {"followers": 200, "following": 250, "posts": 300, "listed": 3, "likes": 400, "bio": 40, "link": 1, "place": 1,
            "bare": 0, "letters": 9, "digits": 0, "stirred": 0, "strange": 4, "private": 0, "age": 1500}  # fmt: skip


def profiles(*rows):
    return pa.table({c: pa.array([{**ORDINARY, **r}[c] for r in rows], pa.int64()) for c in COLUMNS})


def evidence(*rows):
    return weighed(shipped()[0], profiles(*rows))[0]


# ---- the file


def test_the_shipped_file_is_what_training_wrote():
    model, card = shipped()
    assert {c.name for c in model.curves} == {s.name for s in SHAPES}
    assert card["sources"]


def test_a_file_with_one_changed_number_is_refused():
    text = files("aboveboard.models").joinpath("data/profile.json").read_text("utf-8")
    body = json.loads(text)
    body["curves"][0]["values"][0] += 0.01
    with pytest.raises(ValueError, match="was changed"):
        loaded(json.dumps(body))


def test_a_curve_against_its_sense_is_refused():
    bent = Additive((Curve("a", (0.0, 1.0, 2.0), (0.0, 1.0, 0.5), 1),))
    with pytest.raises(ValueError, match="the curve of a is not sound"):
        loaded(dumped(bent, {}))


def test_a_model_survives_being_written_and_read():
    model, card = shipped()
    assert loaded(dumped(model, card)) == (model, card)


# ---- the senses


@pytest.mark.parametrize("name", [s.name for s in SHAPES if s.sense])
def test_a_feature_with_a_sense_moves_the_score_one_way_only(name):
    model, _ = shipped()
    curve = next(c for c in model.curves if c.name == name)
    steps = np.diff(curve.at(np.linspace(curve.knots[0] - 1, curve.knots[-1] + 1, 200))) * curve.sense
    assert (steps >= -1e-12).all()


@given(st.integers(0, 29), st.integers(0, 5000), st.integers(0, 50))
@settings(max_examples=60, deadline=None)
def test_growing_older_in_the_first_weeks_never_makes_an_ordinary_start_look_better(age, followers, posts):
    young, old = evidence(
        {"age": age, "followers": followers, "posts": posts, "bio": 0, "bare": 1, "following": 0},
        {"age": 30, "followers": followers, "posts": posts, "bio": 0, "bare": 1, "following": 0},
    )
    assert young <= old + 1e-9


def test_being_new_is_no_evidence():
    model, _ = shipped()
    curve = next(c for c in model.curves if c.name == "age")
    assert max(curve.values) == 0


def test_nothing_that_an_account_lacks_counts_on_its_first_day():
    bare = parts(shipped()[0], profiles({"age": 0, "followers": 0, "following": 0, "posts": 0, "listed": 0, "likes": 0,
                                         "bio": 0, "link": 0, "place": 0, "bare": 1}))  # fmt: skip
    lacking = [
        n
        for n, name in enumerate(shipped()[0].names)
        if name in {"posts", "bio", "no_link", "no_place", "bare", "listed"}
    ]
    assert (bare[:, lacking] <= 1e-12).all()


# ---- what is not known


@given(st.sets(st.sampled_from(COLUMNS)))
@settings(max_examples=40, deadline=None)
def test_what_is_not_known_adds_nothing(gone):
    hidden = profiles(dict.fromkeys(gone))
    told = features(hidden)
    made = parts(shipped()[0], hidden)[0]
    for value, name in zip(made, shipped()[0].names, strict=True):
        assert value == 0 or not np.isnan(told[name][0])


def test_with_too_little_known_there_is_no_judgement():
    counts_only = {c: None for c in COLUMNS if c not in {"followers", "following"}}
    no_followers = {"followers": None}
    enough = {c: None for c in COLUMNS if c not in {"followers", "following", "posts", "bare"}}
    assert known(profiles(counts_only, no_followers, enough, {})).tolist() == [False, False, True, True]


# ---- how common machine accounts are


def drawn(rng, breaches, others, apart=3.0):
    scores = np.concatenate([rng.normal(apart / 2, apart**0.5, breaches), rng.normal(-apart / 2, apart**0.5, others)])
    return scores, np.repeat([1.0, 0.0], [breaches, others])


@pytest.mark.parametrize("breaches", [50, 500, 5000])
def test_the_share_is_told_from_the_scores_alone_and_the_scores_are_calibrated(breaches):
    scores, truth = drawn(np.random.default_rng(1), breaches, 10_000 - breaches)
    found = share(scores, np.ones(len(scores)), 0.05, 50)
    assert abs(found - breaches / 10_000) < 0.02
    chance = posterior(scores, found)
    bins = np.minimum((10 * chance).astype(int), 9)
    assert np.abs(np.bincount(bins, chance - truth, 10)).sum() / len(truth) <= 0.05


def test_a_few_accounts_do_not_move_the_assumed_share_far():
    assert 0.04 < share(np.array([6.0]), np.ones(1), 0.05, 50) < 0.08


def test_a_service_of_another_kind_starts_from_its_own_usual():
    assert drift(np.array([2.0, 3.0, 4.0]), np.array([30.0, 40.0, 30.0])) == 2.0


def test_a_service_most_of_which_is_machine_made_keeps_its_few_genuine_accounts():
    assert drift(np.array([-1.0, 6.0]), np.array([10.0, 90.0])) == 0.0


# ---- a service of another kind than was learned from


def told_of(rng, rows, mean, spread):
    return rng.normal(mean, spread, rows)


LEARNED = tuple(law([told_of(np.random.default_rng(side), 4000, mean, 2.4)]) for side, mean in ((8, -3.0), (9, 3.0)))


def read(scores):
    bins = np.floor(BINS * scores)
    return reading(bins, scores + 3.0, np.ones(len(scores)), LEARNED, (-3.0, 3.0), (0.05, 50.0))


def believed(scores):
    found = read(scores)
    return posterior(found.at(scores), found.share)


def off_by(chance, truth):
    bins = np.minimum((10 * chance).astype(int), 9)
    return np.abs(np.bincount(bins, chance - truth, 10)).sum() / len(truth)


@pytest.mark.parametrize(
    ("fine", "made"), [((-3.0, 2.4), (3.0, 2.4)), ((-0.5, 0.6), (2.2, 1.3)), ((-5.0, 2.2), (1.5, 2.4))]
)
@pytest.mark.parametrize("breaches", [150, 500])
def test_probabilities_hold_where_the_classes_lie_elsewhere_than_was_learned(fine, made, breaches):
    rng = np.random.default_rng(11)
    scores = np.concatenate([told_of(rng, breaches, *made), told_of(rng, 1500 - breaches, *fine)])
    truth = np.repeat([1.0, 0.0], [breaches, 1500 - breaches])
    assert off_by(believed(scores), truth) <= 0.06
    found = share(scores, np.ones(len(scores)), 0.05, 50)
    assert off_by(believed(scores), truth) <= off_by(posterior(scores, found), truth) + 0.02


@pytest.mark.parametrize("breaches", [200, 500])
def test_probabilities_hold_where_a_tenth_of_the_machine_made_look_like_anybody(breaches):
    rng = np.random.default_rng(12)
    hidden, fine = breaches // 10, 1500 - breaches
    parts = told_of(rng, breaches - hidden, 0.5, 2.4), told_of(rng, hidden + fine, -5.5, 2.4)
    truth = np.repeat([1.0, 0.0], [breaches, fine])
    chance = believed(np.concatenate(parts))
    assert off_by(chance, truth) <= 0.04
    assert chance.mean() == pytest.approx(truth.mean(), abs=0.04)


def test_no_profile_clears_an_account_beyond_the_tenth_that_look_like_anybody():
    scores = crowd(5, 1500, 400, 3.0, 1.5)
    found = read(scores)
    assert found.at(scores).min() == pytest.approx(np.log(0.1), abs=0.05)
    assert found.at(np.array([-50.0]))[0] >= np.log(0.1) - 1e-9


def test_where_nobody_is_machine_made_hardly_anybody_is_believed_to_be():
    scores = told_of(np.random.default_rng(12), 3000, -2.0, 1.2)
    assert (believed(scores) >= 0.5).mean() <= 0.001


def counted(scores):
    bins = np.floor(BINS * scores)
    each, at = np.unique(bins, return_inverse=True)
    return (each + 0.5) / BINS, np.bincount(at).astype(float)


def is_evident(scores):
    x, count = counted(scores)
    return evident(x, count, mixture(x, count, LEARNED, (-3.0, 3.0), 0.05), LEARNED)


def crowd(seed, innocents, strangers, at, spread):
    rng = np.random.default_rng(seed)
    return np.concatenate([told_of(rng, innocents, -3.0, 2.4), told_of(rng, strangers, at, spread)])


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_tail_of_one_in_a_hundred_is_no_class_and_lowers_no_bar(seed):
    scores = crowd(seed, 1500, 15, 3.0, 2.0)
    assert not is_evident(scores)
    assert (read(scores).at(scores) <= np.maximum(scores, 0) + 0.06).all()


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(("made", "at"), [(90, 6.0), (400, 3.0)])
def test_a_class_that_stands_apart_or_is_large_is_evident(seed, made, at):
    assert is_evident(crowd(seed, 1500, made, at, 1.5))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_people_of_two_kinds_who_look_genuine_are_no_machines(seed):
    rng = np.random.default_rng(seed)
    scores = np.concatenate([told_of(rng, 1200, -5.5, 0.4), told_of(rng, 300, -1.5, 1.0)])
    assert not is_evident(scores)
    assert (believed(scores) >= 0.5).mean() <= 0.001


@given(st.lists(st.floats(-14, 14), min_size=200, max_size=260), st.floats(-6, 3), st.floats(0.5, 8))
@settings(max_examples=25, deadline=None)
def test_more_evidence_never_means_less(scores, fine, apart):
    x = np.unique(np.floor(BINS * np.array(scores))) / BINS
    level = recalibrated(x, np.ones(len(x)), Mixture(fine, 1.0, fine + apart, 2.0, 0.1), LEARNED)
    assert (np.diff(level) >= -1e-9).all()
    assert (level <= x + 4 + 1e-9).all()


def test_a_small_service_keeps_what_was_learned():
    few = told_of(np.random.default_rng(13), 60, -3.0, 2.0)
    found = read(few).at(few)
    assert found == pytest.approx(np.log(0.9 * np.exp(few) + 0.1), abs=0.02)
    assert (np.diff(found[np.argsort(few)]) >= 0).all()


def test_a_service_that_looks_machine_made_as_a_whole_starts_from_its_own_usual():
    scores = told_of(np.random.default_rng(14), 2000, 3.0, 0.7)
    bins = np.floor(BINS * scores)
    found = reading(bins, scores + 3.0, np.ones(len(scores)), LEARNED, (-3.0, 3.0), (0.05, 50.0))
    assert found.drift > 4
    assert (posterior(found.at(scores), found.share) < 0.5).all()


def test_the_shipped_model_knows_how_unseen_accounts_of_either_class_lie():
    innocent, made = shipped()[0].laws
    assert innocent.mean < 0 < made.mean
    assert np.mean(innocent.form) == pytest.approx(0, abs=1e-3)
    assert np.std(made.form) == pytest.approx(1, abs=1e-3)


# ---- fitting


def noisy(rng, rows=600):
    breach = (rng.random(rows) < 0.4).astype(float)
    x = rng.normal(breach * 2.0, 1.0)
    return {"up": x, "flat": rng.normal(0, 1, rows)}, breach


LADDER = tuple(float(k) for k in np.linspace(-3, 5, 9))
TWO = (Shape("up", LADDER, 1, ("up",)), Shape("flat", LADDER, 0, ("flat",)))


def test_fitting_finds_what_tells_and_leaves_what_does_not():
    told, breach = noisy(np.random.default_rng(3))
    model = fit(told, breach, balanced(breach), TWO)
    spans = {c.name: np.ptp(c.values) for c in model.curves}
    assert spans["up"] > 4 * spans["flat"]


def test_the_same_data_give_the_same_model():
    told, breach = noisy(np.random.default_rng(3))
    assert fit(told, breach, balanced(breach), TWO) == fit(told, breach, balanced(breach), TWO)


def test_a_feature_nobody_has_is_left_out():
    told, breach = noisy(np.random.default_rng(3))
    told["flat"] = np.full(len(breach), np.nan)
    assert fit(told, breach, balanced(breach), TWO).names == ("up",)


def test_a_curve_held_against_the_data_stays_level():
    told, breach = noisy(np.random.default_rng(3))
    model = fit(told, breach, balanced(breach), (Shape("up", LADDER, -1, ("up",)),))
    assert np.ptp(model.curves[0].values) < 1e-6


def test_classes_and_groups_weigh_alike():
    weight = balanced(np.array([1.0, 0, 0, 0, 1, 1]), ["a", "a", "a", "a", "b", "b"])
    assert weight[0] == pytest.approx(weight[1:4].sum()) == pytest.approx(weight[4:].sum())


# ---- words and rhythm


def test_the_strongest_facts_are_said_first_and_what_speaks_against_it_too():
    said, against, each = explained(
        profiles({"following": 4980, "followers": 12, "digits": 8, "letters": 4}), shipped()[0]
    )
    assert said[0].startswith("follows 4,980, followed by 12")
    assert "a bio" in against[0] or "posted 300 times" in against[0] or "liked 400 times" in against[0]
    assert each[0][0].startswith("reach +")


def test_a_timer_is_even_and_people_are_not():
    rng = np.random.default_rng(2)
    timer = np.arange(40) * 3600
    person = np.sort(rng.integers(0, 40 * 86400, 40))
    size, spread, _ = rhythm(pa.array([timer.tolist(), person.tolist(), [], [5]]))
    assert size.tolist() == [40, 40, 0, 1]
    assert spread[0] == 0
    assert spread[1] > 0.5
    assert np.isnan(spread[2:]).all()


def test_who_never_rests_uses_all_hours_alike():
    rng = np.random.default_rng(2)
    always = np.sort(rng.integers(0, 30 * 86400, 300))
    days = np.sort(rng.integers(0, 30, 300) * 86400 + rng.integers(8 * 3600, 23 * 3600, 300))
    _, _, hours = rhythm(pa.array([always.tolist(), days.tolist()]))
    assert hours[0] > 0.98
    assert hours[1] < 0.9
