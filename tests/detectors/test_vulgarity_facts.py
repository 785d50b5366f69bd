"""What a reader of a finding of vulgarity is told beside the strikes."""

from aboveboard.detectors.vulgarity import VULGARITY
from aboveboard.engines.base import run
from aboveboard.engines.duck import DuckEngine
from aboveboard.engines.finish import finish
from aboveboard.examples import world_of

WARNED = next(e for e in VULGARITY.examples if "after it was told" in e.name)


def test_minors_among_the_followers_and_days_after_a_notice_are_said():
    engine = DuckEngine(threads=2)
    said = {r["account_id"]: r["says"] for r in finish(VULGARITY, run(VULGARITY, engine, world_of(WARNED))).to_pylist()}
    engine.close()
    assert "it went on for 2 days after it was told" in said["a"]
    assert "1 of its followers are minors" in said["a"]
    assert "minors" not in said["c"]
    assert "nobody told it yet: a notice comes first" in said["c"]
