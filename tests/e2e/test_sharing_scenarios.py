"""Accounts played by others than their holder, beside twelve kinds of people whose devices and places change for reasons of their own."""

import pyarrow.parquet as pq
import pytest

from aboveboard.app.scanning import scan
from aboveboard.core import silent
from aboveboard.worlds.attention import topics
from aboveboard.worlds.draft import stream
from aboveboard.worlds.generate import lived
from aboveboard.worlds.innocents import LOOKALIKES
from aboveboard.worlds.institutions import settle
from aboveboard.worlds.population import populate
from aboveboard.worlds.rings import RINGS
from aboveboard.worlds.writer import store

DETECTORS = "passed_round hired_player two_places handed_over".split()  # noqa: SIM905
INNOCENT = [
    "two_devices",
    "private_window",
    "cafe_goer",
    "helped_player",
    "living_room",
    "new_phone",
    "second_hand_device",
    "student_home",
    "seasonal_worker",
    "coached_player",
    "commuter",
    "traveller",
]
SIZE, BODIES, EACH, PLANTED = 4000, 60, 16, 60


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """Found tiers by account, and kinds by account, of a world whose innocents are three times its guilty."""
    folder = tmp_path_factory.mktemp("sharing")
    draft = populate(3, SIZE, BODIES + EACH * len(INNOCENT) + PLANTED)
    settle(draft, 3, draft.hire(BODIES))
    topics(draft, 3)
    for name in INNOCENT:
        LOOKALIKES[name](draft, stream(3, name), draft.hire(EACH))
    RINGS["account_sharing"](draft, stream(3, "account_sharing"), draft.hire(PLANTED))
    lived(draft, 3, silent)
    store(draft, folder / "world", 3, silent)
    scan(folder / "world", folder / "out", detectors=DETECTORS)
    labels = pq.read_table(folder / "world" / "labels.parquet").to_pylist()
    kinds = {row["account_id"]: row["class"] for row in labels if row["violation"] == "account_sharing"}
    found = pq.read_table(folder / "out" / "findings.parquet").to_pylist()
    return {(f["account_id"], f["tier"]) for f in found}, kinds


def share(seen, kind, *tiers):
    found, kinds = seen
    members = {a for a, k in kinds.items() if k == kind}
    return len({a for a, t in found if a in members and t in tiers}) / len(members)


@pytest.mark.parametrize(("kind", "least"), [("rental", 0.75), ("boosted", 0.75), ("sold", 0.75), ("friends", 0.1)])
def test_what_is_let_played_up_sold_and_shared_is_found(seen, kind, least):
    assert share(seen, kind, "likely", "possible") >= least


@pytest.mark.parametrize("kind", INNOCENT)
def test_whose_things_change_for_reasons_of_their_own_is_left_alone(seen, kind):
    assert share(seen, kind, "likely") == 0
    assert share(seen, kind, "likely", "possible") <= 2 / EACH, "a commuter without a telephone at work may be asked"


def test_friends_who_share_are_never_more_than_possible_and_nobody_else_is_named(seen):
    assert share(seen, "friends", "likely") == 0
    assert {a for a, _ in seen[0]} <= set(seen[1])
