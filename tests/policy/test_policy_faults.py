import re
from pathlib import Path

import pytest
from policy_worlds import policy_text, rule_text

from aboveboard.errors import PolicyError
from aboveboard.policy import load_policy
from aboveboard.policy.source import Place, Text


def faults_of(text, **options):
    with pytest.raises(PolicyError) as caught:
        load_policy(text, **options)
    return caught.value.faults


def head_of(fault):
    return fault.split("\n")[0]


def place_of(fault):
    return tuple(int(n) for n in re.match(r"policy:(\d+):(\d+): ", fault).groups())


# The mark § stands where the fault must be told; without one, it is told at the rule's header.
FAULTY = {
    "an unknown action": ('action = "verify"', 'action = §"verifi"', 'did you mean "verify"?'),
    "an unknown key": ("why = ", "§wyh = ", 'unknown key "wyh"; did you mean "why"?'),
    "an unknown key with a forbidden subject": ("why = ", "§stance = 1\nwhy = ", "may not choose by stance"),
    "a wrong type": ('"30d"', "§30", '"expires" must be a text'),
    "an empty text": ('"Because."', '§""', '"why" is empty'),
    "no length of time": ('"30d"', '§"1 month"', "no length of time"),
    "an action without an end": ('expires = "30d"\n', "", '"verify" needs an end'),
    "an end beyond reason": ('"30d"', '§"99999d"', "is too long"),
    "an action without a cap": ("cap = { per_day = 1000, share = 1 }\n", "", '"verify" needs a cap'),
    "half a cap": ("cap = { per_day = 1000, share = 1 }", "§cap = { per_day = 1000 }", '"share" is missing'),
    "a cap of nothing": ("per_day = 1000", "§per_day = 0", "a whole number from 1"),
    "a cap of truth": ("per_day = 1000", "§per_day = true", '"per_day" must be a whole number'),
    "a share above one": ("share = 1", "§share = 1.5", "above 0 and up to 1"),
    "a share that is no number": ("share = 1", "§share = nan", "above 0 and up to 1"),
    "a name with blanks": ('"r"', '§"r 1"', "a name has letters"),
    "a why with a line break": ('"Because."', '§"Be\\ncause."', "one sentence"),
    "an undeclared input": ("true", 'tier == "likely" && §scor > 0.5', 'did you mean "score"?'),
    "a whole number against a score": ("true", "score §> 0", "such as 0.0"),
    "broken syntax": ("true", "score > §", "Syntax error"),
    "no truth value": ("true", "§findings", "must be true or false"),
    "a value no input has": ("true", 'tier == §"probable"', 'tier is never "probable"'),
    "a value of another input": ("true", 'account_kind == §"closed"', 'account_kind is never "closed"'),
    "a value in a list": ("true", 'tier in ["likely", §"sure"]', 'tier is never "sure"'),
    "a value before its input": ("true", '§"sure" == tier', 'tier is never "sure"'),
    "an unknown evidence class": ("true", '§"vibe" in classes', 'classes is never "vibe"'),
    "a division by zero": ("true", "§10 / ring_size > 1", "this fails where ring_size = 0"),
    "an index that may not be there": ("true", '§classes[0] == "network"', "this fails where classes = []"),
    "a fault on the second line": ("true", 'tier == "likely"\n  && §scor > 0.5', '"scor" is not an input'),
    "a fault behind Chinese letters": ("true", 'tier != "likely" || §"真" == tier', 'tier is never "真"'),
    "a bad regular expression": ("true", 'violation.matches(§"[")', 'no input is ever "["'),
    "a condition too long": ("true", "§true" + " || true" * 400, "a condition may have 2000 characters"),
    "a condition too deep": ("true", "§" + "(" * 300 + "true" + ")" * 300, "nested too deeply"),
    "an unknown top key": ("owner", "§ownr", 'did you mean "owner"?'),
    "a TOML fault": ('name = "r"', 'name = "r§', "Illegal character"),
    "a key given twice": ('name = "r"', 'name = "r"\nname = "s"§', "overwrite"),
}


@pytest.mark.parametrize("name", FAULTY)
def test_every_fault_is_told_at_its_line_and_column(name):
    old, new, message = FAULTY[name]
    marked = policy_text(rule_text()).replace(old, new, 1)
    marked = marked if "§" in marked else marked.replace("[[rule]]", "§[[rule]]")
    offset = marked.index("§")
    (fault,) = [f for f in faults_of(marked.replace("§", "")) if message in f]
    assert place_of(fault) == (marked.count("\n", 0, offset) + 1, offset - marked.rfind("\n", 0, offset))


def test_the_offending_line_is_shown_with_a_caret_under_the_place():
    text = policy_text(rule_text(action="limmit"))
    assert faults_of(text)[0].split("\n")[1:] == ['    action = "limmit"', "             ^"]


def test_all_faults_are_told_at_once_in_the_order_of_the_file():
    text = policy_text(rule_text(action="limmit", why=None), rule_text("r", "scor > 1", expires=None))
    faults = faults_of(text)
    assert len(faults) == 5
    assert [place_of(f) for f in faults] == sorted(place_of(f) for f in faults)


def test_escapes_in_a_basic_string_do_not_shift_the_column():
    text = policy_text(rule_text(when="X").replace("'''X'''", '"tier == \\"likely\\" && \\u0073cor > 0.5"'))
    line = next(n for n in text.split("\n") if n.startswith("when"))
    assert place_of(faults_of(text)[0])[1] == line.index("\\u0073cor") + 1


def test_a_line_folded_with_a_backslash_keeps_its_place():
    text = policy_text(rule_text(when="X").replace("'''X'''", '"""true && \\\n     scor > 0.5"""'))
    assert place_of(faults_of(text)[0]) == (8, 6)


def test_headers_inside_a_text_are_not_taken_for_rules():
    decoy = rule_text("first", when="true // [[rule]]\n  // action = 1\n || true")
    text = policy_text(decoy, rule_text("second", action="limmit"))
    assert place_of(faults_of(text)[0])[0] == text[: text.index("limmit")].count("\n") + 1


def test_rules_written_as_subtables_are_found_too():
    text = policy_text(
        '[[rule]]\nname = "r"\nwhen = "true"\naction = "verify"\nwhy = "x."\nexpires = "1d"\n[rule.cap]\nper_day = 0\nshare = 1\n'
    )
    assert place_of(faults_of(text)[0]) == (12, 11)


def test_a_rule_is_named_once():
    assert 'two rules are called "r"' in faults_of(policy_text(rule_text(), rule_text()))[0]


def test_closing_an_account_cannot_go_without_a_person():
    fault = faults_of(policy_text(rule_text(action="close", review="false")))[0]
    assert "always waits for a person" in fault


def test_an_unknown_detector_is_refused_where_the_detectors_are_known():
    text = policy_text(rule_text(when='detector == "posing_nam"'))
    assert (
        'there is no detector "posing_nam"; did you mean "posing_name"?'
        in faults_of(text, detectors=["posing_name"])[0]
    )
    assert load_policy(text).rules[0].when.inputs == ("detector",)


CASES = {
    "an unknown input": ("score = 0.5", "§scor = 0.5", 'did you mean "score"?'),
    "a forbidden input": ("score = 0.5", "§religion = 1", "may not choose by religion"),
    "a wrong type": ("score = 0.5", '§score = "high"', "score is a number"),
    "a number out of range": ("score = 0.5", "§score = 1.5", "lies between 0 and 1"),
    "a word outside the vocabulary": ('tier = "likely"', '§tier = "likly"', 'did you mean "likely"?'),
    "a count against its list": ("score = 0.5", "§class_count = 3", "counted from classes"),
    "a missing violation": ('given = { violation = "zombie", ', "§given = { ", '"violation" is missing'),
    "an unknown rule": ('rule = "r"', 'rule = §"q"', 'no rule is called "q"'),
    "an unknown action": ('then = "label"', 'then = §"labl"', 'did you mean "label"?'),
}
CASE = """[[case]]
given = { violation = "zombie", tier = "likely", classes = ["profile"], score = 0.5 }
then = "label"
rule = "r"
"""


@pytest.mark.parametrize("name", CASES)
def test_a_worked_case_with_a_fault_is_refused_at_its_place(name):
    old, new, message = CASES[name]
    marked = policy_text(rule_text(action="label"), CASE.replace(old, new, 1))
    offset = marked.index("§")
    (fault,) = faults_of(marked.replace("§", ""))
    assert message in fault
    assert place_of(fault) == (marked.count("\n", 0, offset) + 1, offset - marked.rfind("\n", 0, offset))


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b'name = "\xff"', "p.toml:1:9: not UTF-8: byte 0xff"),
        (b"name = \x00", "p.toml:1:8"),
        (b"", '"name" is missing'),
        (b"x = " + b"[" * 5000, "nested too deeply"),
        (b"#" * (1 << 20) + b"#", "a policy may have 1048576 bytes"),
        (b"a = " + b"9" * 6000, "p.toml:1"),
    ],
    ids=["broken UTF-8", "a NUL byte", "an empty file", "deep nesting", "a huge file", "a huge number"],
)
def test_a_hostile_file_is_one_clear_error(tmp_path, raw, message):
    path = tmp_path / "p.toml"
    path.write_bytes(raw)
    with pytest.raises(PolicyError) as caught:
        load_policy(path)
    assert message in str(caught.value)


def test_a_missing_file_is_one_clear_error(tmp_path):
    with pytest.raises(PolicyError, match=r"nowhere\.toml: cannot be read"):
        load_policy(tmp_path / "nowhere.toml")


def test_control_characters_of_a_file_never_reach_the_terminal():
    fault = faults_of(policy_text(rule_text(why='"a\u202e\u200bb"', action="limmit")))
    assert all(c.isprintable() or c == "\n" for f in fault for c in f)


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path):
    path = tmp_path / "p.toml"
    path.write_bytes(b"\xef\xbb\xbf" + policy_text(rule_text()).replace("\n", "\r\n").encode())
    assert [r.name for r in load_policy(Path(path)).rules] == ["r"]


def test_places_are_counted_from_one():
    text = Text("x", 'a = 1\n\n[b]\n  c = "d"\n')
    assert text.at(("a",)) == Place(1, 1)
    assert text.at(("b", "c")) == Place(4, 3)
    assert text.value(("b", "c")) == Place(4, 7)


SHIELD = {
    "any finding about reports": ('violation == "report_abuse"', False),
    "an account's facts beside it": ('violation == "report_abuse" && score > 0.1 && followers < 10', False),
    "shields on purpose, whatever the tier": (
        'subject_kind == "object" && tier == "likely" && violation == "report_abuse"',
        False,
    ),
    "a list that holds it": ('violation in ["pile_on", "report_abuse"] && class_count >= 1', False),
    "reporters only": ('violation == "report_abuse" && subject_kind == "account"', True),
    "what is likely": ('violation in ["pile_on", "report_abuse"] && tier == "likely"', True),
    "another object": ('violation == "coordination" && subject_kind == "object" && tier == "likely"', True),
}


@pytest.mark.parametrize(("when", "stands"), SHIELD.values(), ids=SHIELD)
def test_no_rule_may_turn_a_shield_against_whom_reports_were_piled_upon(when, stands):
    text = policy_text(rule_text(when=when))
    if stands:
        assert load_policy(text).rules
    else:
        (fault,) = faults_of(text)
        assert "the shield protects it" in fault
        assert text.split("\n")[place_of(fault)[0] - 1].startswith("when = ")
