import json
import re

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from cli_worlds import FILES, names, write_csv

from aboveboard.core import FINDINGS

# ---- policies


POLICY = """
name = "sample"
version = "1"
owner = "The moderators"

[[rule]]
name = "moderator_looks"
when = 'tier == "likely"'
action = "none"
review = true
why = "A moderator looks at this."

[[case]]
name = "a likely finding"
given = {{ violation = "coordination", tier = "likely", classes = ["content", "behaviour"] }}
then = "none"
rule = "{rule}"
"""


def test_a_policy_whose_cases_hold_exits_0(aboveboard, tmp_path):
    (tmp_path / "p.toml").write_text(POLICY.format(rule="moderator_looks"))
    said = aboveboard("policy", "check", "p.toml")
    assert (said.code, said.out, said.err) == (0, "passed: a likely finding\n", "")


def test_a_policy_with_a_failing_case_exits_2_and_says_what_differs(aboveboard, tmp_path):
    (tmp_path / "p.toml").write_text(POLICY.format(rule="") + "review = false\n")
    said = aboveboard("policy", "check", "p.toml")
    assert said.code == 2
    assert "FAILED: a likely finding" in said.out
    assert re.search(r"^error: p\.toml:\d+: a likely finding: .*moderator_looks", said.err)


def test_a_policy_that_cannot_be_read_points_at_the_place(aboveboard, tmp_path):
    (tmp_path / "p.toml").write_text(POLICY.format(rule="").replace('tier == "likely"', "teir == 1"))
    said = aboveboard("policy", "check", "p.toml")
    assert said.code == 2
    first, line, caret = said.err.splitlines()[:3]
    assert first.startswith("error: p.toml:8:9: ")
    assert line[caret.index("^")] == "t"


def test_policy_check_speaks_json(aboveboard, tmp_path):
    (tmp_path / "p.toml").write_text(POLICY.format(rule="moderator_looks"))
    assert [c["passed"] for c in json.loads(aboveboard("policy", "check", "p.toml", "--json").out)] == [True]


@pytest.mark.usefixtures("world")
def test_policy_diff_shows_whose_decision_would_change(aboveboard, tmp_path):
    label = '[[rule]]\nname = "r"\nwhen = \'violation == "zombie"\'\naction = "label"\nreview = true\nexpires = "30d"\n'
    label += 'why = "Nobody has used this account for long."\ncap = { per_day = 100, share = 1.0 }\n'
    (tmp_path / "a.toml").write_text(POLICY.format(rule="moderator_looks"))
    (tmp_path / "b.toml").write_text(POLICY.format(rule="moderator_looks").replace("[[rule]]", label + "\n[[rule]]", 1))
    said = aboveboard("policy", "diff", "a.toml", "b.toml", "--world", "world")
    assert said.code == 0, said.err
    assert said.out.startswith("2 decisions would change")
    assert aboveboard("policy", "diff", "a.toml", "a.toml", "--world", "world").out == "0 decisions would change\n"


# ---- tokens, evaluation, detectors


@pytest.fixture
def sign_ups(tmp_path):
    write_csv(tmp_path / "sign-ups.csv", [{"account_id": "ann", "mobile": "+1 555 0100"}])
    return tmp_path / "sign-ups.csv"


def test_tokens_are_not_made_without_a_key(aboveboard, sign_ups, tmp_path, monkeypatch):
    monkeypatch.delenv("ABOVEBOARD_TOKEN_KEY", raising=False)
    said = aboveboard("tokenise", sign_ups, "tokens.parquet", "--column", "mobile=phone")
    assert said.code == 2
    assert "ABOVEBOARD_TOKEN_KEY is not set" in said.err
    assert names(tmp_path) == {"sign-ups.csv"}


def test_tokens_hold_no_raw_identifier(aboveboard, sign_ups, tmp_path, monkeypatch):
    monkeypatch.setenv("ABOVEBOARD_TOKEN_KEY", "k" * 64)
    said = aboveboard("tokenise", sign_ups, "tokens.parquet", "--column", "mobile=phone")
    assert (said.code, said.out, said.err) == (0, "1 tokens written to tokens.parquet\n", "")
    [row] = pq.read_table(tmp_path / "tokens.parquet").to_pylist()
    assert (row["account_id"], row["kind"]) == ("ann", "phone")
    assert re.fullmatch("[0-9a-f]{64}", row["token"])
    assert b"555 0100" not in (tmp_path / "tokens.parquet").read_bytes()


@pytest.mark.parametrize("column", ["mobile", "mobile=shoe", "fax=phone"])
def test_a_column_that_names_no_kind_is_refused(aboveboard, sign_ups, tmp_path, monkeypatch, column):
    monkeypatch.setenv("ABOVEBOARD_TOKEN_KEY", "k" * 64)
    said = aboveboard("tokenise", sign_ups, "tokens.parquet", "--column", column)
    assert said.code == 2
    assert said.err.count("error: ") == 1
    assert names(tmp_path) == {"sign-ups.csv"}


def test_evaluation_without_labels_says_so_and_writes_nothing(aboveboard, world, tmp_path):
    said = aboveboard("evaluate", world, "--out", "scores")
    assert said.code == 2
    assert "has no labels; evaluation needs rows of the table labels" in said.err
    assert names(tmp_path) == {"world"}


def test_evaluation_scores_a_scan_against_its_labels(aboveboard, world, tmp_path):
    truth = [("ann", "true"), ("bob", "false"), ("eve", "false")]
    write_csv(world / "labels.csv", [{"violation": "zombie", "account_id": a, "value": v} for a, v in truth])
    said = aboveboard("evaluate", world, "--out", "scores")
    assert said.code == 0, said.err
    assert names(tmp_path / "scores") == {*FILES, "evaluation.json", "evaluation.html"}
    assert "zombie" in said.out


def test_the_detectors_are_listed_and_each_can_be_asked(aboveboard):
    assert "dormant" in aboveboard("detectors").out
    told = aboveboard("detectors", "dormant").out
    assert "## Honest mistakes" in told
    assert "census office" in told


def test_a_misspelt_detector_is_answered_with_the_nearest(aboveboard):
    said = aboveboard("detectors", "dormnat")
    assert (said.code, said.err) == (2, "error: no detector is called 'dormnat'; did you mean 'dormant'?\n")


# ---- cleaning up


@pytest.fixture
def followed(world):
    """Bob and eve follow ann; a scan calls bob a fake follower."""
    rows = [{"follower_id": f, "target_id": "ann", "at": "2023-01-02T00:00:00Z"} for f in ("bob", "eve")]
    write_csv(world / "follows.csv", rows)
    found = {name: [None] for name in FINDINGS.names} | {
        "finding_id": ["f1"], "violation": ["fake_follower"], "account_id": ["bob"], "subject_kind": ["account"], "tier": ["likely"], "score": [0.9],
    }  # fmt: skip
    result = world.parent / "result"
    result.mkdir()
    pq.write_table(pa.table(found, schema=FINDINGS), result / "findings.parquet")
    (result / "summary.json").write_text('{"as_of": "2026-01-01T00:00:00+00:00"}', encoding="utf-8")
    return world


def test_a_campaign_names_what_it_would_remove_and_changes_nothing(aboveboard, followed, tmp_path):
    before = (followed / "follows.csv").read_bytes()
    said = aboveboard("cleanup", followed, "--out", "campaign", "--scan", "result", "--threshold", "2")
    assert said.code == 0, said.err
    assert "1 follows of 1 accounts would be removed; nobody followed is accused" in said.out
    assert "1 accounts fall below 2" in said.out
    assert (followed / "follows.csv").read_bytes() == before
    [edge] = pq.read_table(tmp_path / "campaign" / "edges.parquet").to_pylist()
    assert (edge["follower_id"], edge["target_id"], edge["reasons"]) == ("bob", "ann", ["f1"])


def test_undoing_a_campaign_proves_itself(aboveboard, followed):
    aboveboard("cleanup", followed, "--out", "campaign", "--scan", "result")
    proof = json.loads(aboveboard("cleanup", followed, "--undo", "campaign", "--json").out)
    assert (proof["rows"], proof["restored"], proof["same"]) == (2, 1, True)


def test_tampered_tombstones_are_noticed(aboveboard, followed, tmp_path):
    aboveboard("cleanup", followed, "--out", "campaign", "--scan", "result")
    stones = tmp_path / "campaign" / "tombstones.parquet"
    table = pq.read_table(stones)
    pq.write_table(table.set_column(0, "follower_id", pa.array(["eva"])), stones)
    said = aboveboard("cleanup", followed, "--undo", "campaign")
    assert said.code == 3
    assert "a file was changed" in said.err
    stones.unlink()
    assert aboveboard("cleanup", followed, "--undo", "campaign").code == 2


def test_a_cap_holds_the_weaker_reasons_back(aboveboard, followed, tmp_path):
    said = aboveboard("cleanup", followed, "--out", "campaign", "--scan", "result", "--cap-share", "0.4")
    assert said.code == 0
    assert "0 follows of 0 accounts would be removed" in said.out
    assert "1 more are held back by the caps" in said.out
    assert pq.read_table(tmp_path / "campaign" / "edges.parquet").num_rows == 0


def test_an_earlier_campaign_is_never_replaced(aboveboard, followed):
    aboveboard("cleanup", followed, "--out", "campaign", "--scan", "result")
    said = aboveboard("cleanup", followed, "--out", "campaign", "--scan", "result")
    assert said.code == 3
    assert "its way back" in said.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "--out is missing"),
        (["--out", "c", "--threshold", "0"], "--threshold 0 is no number of followers"),
        (["--out", "c", "--cap-share", "2"], "is no share above 0 and up to 1"),
        (["--out", "c", "--cap", "0"], "allows nothing"),
        (["--out", "c", "--notice-days", "-1"], "is before today"),
        (["--out", "c", "--scan", "nowhere"], "holds no findings.parquet"),
        (["--undo", "nowhere"], "is no clean-up campaign"),
    ],
)
def test_a_senseless_clean_up_is_one_clear_line_and_writes_nothing(aboveboard, followed, tmp_path, words, says):
    said = aboveboard("cleanup", followed, *words)
    assert said.code == 2
    assert said.err.count("error: ") == 1
    assert says in said.err
    assert names(tmp_path) == {"world", "result"}


def test_a_world_without_follows_has_nothing_to_clean_up(aboveboard, world):
    said = aboveboard("cleanup", world, "--out", "campaign")
    assert (said.code, said.err) == (2, f"error: {world}: has no follows; there is nothing to clean up\n")


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda c: (c / "summary.json").write_text("[1]"), "is no clean-up campaign"),
        (lambda c: (c / "tombstones.parquet").unlink(), "tombstones.parquet"),
        (lambda c: (c / "tombstones.parquet").write_bytes(b"PAR1 and no more"), "tombstones.parquet"),
        (lambda c: _changed(c, lambda t: t.drop_columns(["position"])), "lacks columns"),
    ],
    ids=["another summary", "no tombstones", "corrupt tombstones", "tombstones without places"],
)
def test_a_campaign_that_was_spoilt_is_refused_in_one_sentence(aboveboard, followed, tmp_path, spoil, fault):
    aboveboard("cleanup", followed, "--out", "campaign", "--scan", "result")
    spoil(tmp_path / "campaign")
    said = aboveboard("cleanup", followed, "--undo", "campaign")
    assert said.code == 2
    assert fault in said.err
    assert "a fault of ours" not in said.err


def _changed(campaign, change):
    table = pq.read_table(campaign / "tombstones.parquet")
    pq.write_table(change(table), campaign / "tombstones.parquet")
