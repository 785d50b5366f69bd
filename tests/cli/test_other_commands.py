import json
import re

import pyarrow.parquet as pq
import pytest
from cli_worlds import FILES, names, write_csv

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
