"""A batch of statements with one bad record: refused whole, the bad one isolated, the rest taken, nothing twice (S15)."""

import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.cases.values import Measure
from aboveboard.core import VIOLATIONS
from aboveboard.privacy.categories import CATEGORIES, whole_statement
from aboveboard.privacy.handing_in import Answer, hand_in

RULES = Path(__file__).parents[3] / "shared" / "design" / "dsa_statement_rules.json"


class Receiver:
    """The database as its rules describe it: a batch is taken whole or not at all, and a puid once."""

    def __init__(self, *, names=True, loses=()):
        self.held, self.batches, self.names, self.loses = [], [], names, set(loses)

    def send(self, batch):
        self.batches.append([s["puid"] for s in batch])
        assert 1 <= len(batch) <= 100
        if len(self.batches) in self.loses:
            raise TimeoutError
        bad = {f"statement_{n}": {"category": ["is required"]} for n, s in enumerate(batch) if "category" not in s}
        there = [s["puid"] for s in batch if s["puid"] in self.held]
        if bad:
            return Answer(422, {"errors": bad if self.names else {}})
        if there:
            return Answer(422, {"errors": {"puid": ["not unique"], "existing_puids": there}})
        self.held += self.batches[-1]
        return Answer(201, {})

    def exists(self, puid):
        return puid in self.held


def many(count, bad=()):
    return [{"puid": f"dec_{n}", **({} if n in bad else {"category": "x"})} for n in range(count)]


@pytest.mark.parametrize("names", [True, False])
def test_one_bad_record_is_isolated_and_the_others_are_taken_once(names):
    receiver = Receiver(names=names)
    done = hand_in(many(100, bad={41}), receiver.send, receiver.exists)
    assert list(done.refused) == ["dec_41"]
    assert sorted(receiver.held) == sorted(done.taken) == sorted(s["puid"] for s in many(100) if s["puid"] != "dec_41")
    assert len(receiver.batches) == (2 if names else 15)
    assert (done.known, done.left) == ([], [])


def test_what_is_there_already_is_known_and_not_sent_a_third_time():
    receiver = Receiver()
    hand_in(many(150), receiver.send, receiver.exists)
    again = hand_in([*many(160), *many(5)], receiver.send, receiver.exists)
    assert sorted(again.taken) == sorted(f"dec_{n}" for n in range(150, 160))
    assert len(again.known) == 150
    assert len(receiver.held) == len(set(receiver.held)) == 160


def test_when_an_answer_is_lost_it_is_asked_what_arrived_and_the_rest_waits():
    receiver = Receiver(loses=[1])
    receiver.held = ["dec_0", "dec_1"]
    done = hand_in(many(4), receiver.send, receiver.exists)
    assert (done.taken, done.left) == (["dec_0", "dec_1"], ["dec_2", "dec_3"])
    later = hand_in([s for s in many(4) if s["puid"] in done.left], receiver.send, receiver.exists)
    assert later.taken == ["dec_2", "dec_3"]
    busy = hand_in(many(2), lambda _: Answer(429, {}), receiver.exists)
    assert busy.left == ["dec_0", "dec_1"]


def test_when_even_asking_gives_no_answer_everything_waits():
    def silent(_):
        raise OSError

    assert hand_in(many(2), silent, silent).left == ["dec_0", "dec_1"]


@given(
    st.integers(0, 230),
    st.sets(st.integers(0, 229), max_size=6),
    st.sets(st.integers(0, 229), max_size=40),
    st.booleans(),
)
def test_every_statement_ends_in_one_place_and_none_is_there_twice(count, bad, there, names):
    receiver = Receiver(names=names)
    receiver.held = [f"dec_{n}" for n in sorted(there)]
    done = hand_in(many(count, bad), receiver.send, receiver.exists)
    ends = [*done.taken, *done.known, *done.refused, *done.left]
    assert sorted(ends) == sorted({s["puid"] for s in many(count)})
    assert len(receiver.held) == len(set(receiver.held))
    assert set(done.refused) == {f"dec_{n}" for n in bad if n < count}


def measure(**more):
    at = datetime(2026, 2, 1, tzinfo=UTC)
    told = {
        "id": "dec_1", "kind": "closed", "state": "closed", "since": at, "until": at + timedelta(days=183), "ground": "terms",
        "violation": "impersonation", "severity": 2, "by": "person:ana",
    }  # fmt: skip
    return Measure(**{**told, **more})


def applies(other, needed):
    return needed["contains"] in (other or []) if "contains" in needed else other == needed["equals"]


def valid(told):
    """The faults that the rules of the database find: the fields that are required, their values and lengths."""
    rules = json.loads(RULES.read_text())
    faults = [k for k in told if k not in rules["fields"]]
    for name, rule in rules["fields"].items():
        value, needed = told.get(name), rule.get("required_if")
        if rule.get("required") and not value:
            faults.append(name)
        if needed and not value and applies(told.get(needed["field"]), needed):
            faults.append(name)
        if not value:
            continue
        known = rules["enums"].get(rule.get("enum", ""), ())
        faults += [name for v in (value if isinstance(value, list) else [value]) if known and v not in known]
        faults += [name] if "max_length" in rule and len(value) > rule["max_length"] else []
        faults += [name] if name == "puid" and not re.fullmatch(r"[a-zA-Z0-9_-]+", value) else []
    return faults


@pytest.mark.skipif(not RULES.is_file(), reason="the rules of the database lie in the shared design")
@pytest.mark.parametrize(("state", "ground"), [("closed", "terms"), ("suspended", "law"), ("limited", "terms")])
def test_every_violation_has_a_statement_that_the_database_s_rules_accept(state, ground):
    for violation in VIOLATIONS:
        decided = measure(violation=violation, state=state, ground=ground, scope="comment")
        told = whole_statement(decided, date(1999, 5, 1), rule="Rules 4.2", law="Act 7")
        assert valid(told) == [], violation
        assert told["content_date"] == "2000-01-01"
        assert valid({k: v for k, v in told.items() if k != "category"}) == ["category"]


def test_a_statement_says_nothing_of_a_person_and_none_is_made_where_none_is_owed():
    told = whole_statement(measure(scope="zoe", party="zoe"), date(2025, 1, 1), rule="Rules 4.2")
    assert "zoe" not in str(told)
    assert "person:ana" not in str(told)
    assert whole_statement(measure(ground="request"), date(2025, 1, 1), rule="r") == {}
    assert set(CATEGORIES) == set(VIOLATIONS)
