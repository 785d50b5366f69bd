"""The gate answers with the detectors' own scores: each example of a detector, one account at a time, against the scan of all."""

import pyarrow.compute as pc
import pytest
from gate_worlds import opened

from aboveboard.detectors.account_trade import ACCOUNT_TRADE
from aboveboard.detectors.posing_name import POSING_NAME
from aboveboard.detectors.returning_account import RETURNING_ACCOUNT
from aboveboard.engines.base import run
from aboveboard.engines.finish import finish
from aboveboard.examples import world_of
from aboveboard.gate.attempts import Attempt, Shown
from aboveboard.gate.opening import answer
from aboveboard.policy import default_policy
from aboveboard.tables import Source, World

EXAMPLES = (
    (RETURNING_ACCOUNT, "a near shape, the same device, and the old commenters within three days", {"n1"}),
    (RETURNING_ACCOUNT, "a sibling on the same network and console", {"n1"}),
    (RETURNING_ACCOUNT, "free to come back", {"n1", "n2"}),
    (POSING_NAME, "disguised, claiming and plain, beside the official account", {"a2", "a3", "a4", "a6"}),
    (POSING_NAME, "Chinese names: Traditional characters, an affix, the official one", {"a2", "a3", "a4", "a5"}),
    (POSING_NAME, "link, logo, badge and bio beside the name, or alone", {"a2", "a4", "a5", "a9"}),
)


def before(world, account):
    """Return the world as it was before an account came."""
    sources = {}
    for name, source in world.sources.items():
        held = source.memory
        if "account_id" in held.column_names:
            held = held.filter(pc.fill_null(pc.not_equal(held["account_id"], account), True))
        sources[name] = Source(held.num_rows, source.columns, memory=held)
    return World(sources, world.as_of)


def registration(world, row):
    held = world.sources["tokens"].memory.to_pylist() if "tokens" in world.sources else []
    texts = ("handle", "display_name", "bio", "url", "avatar_hash", "platform")
    return Attempt(
        row["account_id"], "registration", row.get("created_at") or world.as_of,
        default_avatar=bool(row.get("default_avatar")), **{t: row.get(t) or "" for t in texts},
        tokens=tuple(Shown(t["kind"], t["token"], t.get("first_seen_at")) for t in held if t["account_id"] == row["account_id"]),
    )  # fmt: skip


@pytest.mark.parametrize(("detector", "name", "accounts"), EXAMPLES, ids=[name for _, name, _ in EXAMPLES])
def test_a_registration_is_claimed_with_the_score_and_tier_of_a_scan(duck, tmp_path, detector, name, accounts):
    world = world_of(next(e for e in detector.examples if e.name == name))
    found = {f["account_id"]: f for f in finish(detector, run(detector, duck, world)).to_pylist()}
    rows = {r["account_id"]: r for r in world.sources["accounts"].memory.to_pylist()}
    assert accounts <= set(rows)
    for account in sorted(accounts):
        gate = opened(tmp_path / account, before(world, account))
        told = answer(registration(world, rows[account]), gate.state, default_policy()).staff.claims
        mine = {c.detector: c for c in told}.get(detector.name)
        scan = found.get(account)
        assert (mine is None) == (scan is None), account
        if mine and scan:
            assert mine.tier == scan["tier"], account
            assert mine.score == pytest.approx(scan["score"], abs=0.005), account
            assert set(mine.classes) <= set(scan["classes"]), account


def test_a_listing_is_read_as_a_scan_reads_it(duck, tmp_path):
    gate = opened(tmp_path / "g")
    for name in ("offers in two languages, plain and bent", "texts about accounts that offer none"):
        world = world_of(next(e for e in ACCOUNT_TRADE.examples if e.name == name))
        posts = world.sources["posts"].memory.to_pylist()
        one = [
            p for p in posts if p["at"] <= world.as_of and sum(q["account_id"] == p["account_id"] for q in posts) == 1
        ]
        found = {f["account_id"]: f for f in finish(ACCOUNT_TRADE, run(ACCOUNT_TRADE, duck, world)).to_pylist()}
        rows = world.sources["accounts"].memory.to_pylist()
        handles = {r["account_id"]: r["handle"] for r in rows if r.get("status") in (None, "active")}
        assert one
        for post in (p for p in one if p["account_id"] in handles):
            text = f"{post.get('title') or ''} {post.get('text') or ''}".strip()
            asked = Attempt(post["post_id"], "listing", post["at"], account_id=post["account_id"], handle=handles[post["account_id"]], text=text)  # fmt: skip
            told = answer(asked, gate.state, default_policy())
            mine, scan = told.staff.claims, found.get(post["account_id"])
            assert (len(mine) == 1) == (scan is not None), text
            if scan:
                assert (mine[0].score, mine[0].tier, mine[0].says) == (scan["score"], scan["tier"], scan["says"])
                assert told.answer != "deny"
