"""Processes that read beside the service say what the gate here would, byte for byte, and nobody waits for one that is gone."""

import os
import signal
import threading
import time
from functools import partial

import msgspec
import pytest
from gate_worlds import ACCOUNTS, ORGANISATIONS, TOKENS, attempt, entry, opened, record, service

from aboveboard.gate import aside as asides
from aboveboard.gate import checking
from aboveboard.gate.aside import Aside
from aboveboard.gate.checking import Checker
from aboveboard.gate.opening import Gate, answers
from aboveboard.gate.ruling import decided
from aboveboard.gate.wording import terms_of
from aboveboard.policy import default_policy

POLICY = default_policy()
ATTEMPTS = [
    attempt(attempt_id="a1", handle="fresh", display_name="人民曰报", tokens=(("device", "d1"),)),
    attempt(attempt_id="a2", handle="olive.kettle", tokens=(("device", "d2"),)),
    attempt(attempt_id="a3", display_name="Nоrthgate Bаnk"),
    attempt(attempt_id="a4", display_name="c4sin0 king"),
    attempt(attempt_id="a5", display_name="Rain on Tea"),
]
BODY = {"name": "Rain on Tea Bank", "aliases": ["Rain on Tea"]}


def refused(*_):
    raise AssertionError("read here")


def broken(*_):
    raise ValueError("broken")


def slow(folder):
    time.sleep(30)
    return Gate.open(folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("aside") / "index"
    opened(made, service(ACCOUNTS, TOKENS, ORGANISATIONS))
    return made


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """A process that was not warmed up loads compiled code with the first attempts, which takes its time on a busy machine."""
    monkeypatch.setattr(asides, "PATIENCE", 300)


@pytest.fixture
def aside(folder):
    made = Aside(partial(Gate.open, folder))
    yield made
    made.close()


def here(gate, spared=None):
    return [msgspec.json.encode(a) for a in answers(ATTEMPTS, gate.state, POLICY, spared)]


def beside(aside, gate, spared=None):
    found = aside.read(ATTEMPTS, gate, gate.state, spared or {})
    version = gate.state.version
    return [msgspec.json.encode(decided(a, c, POLICY, version)) for a, c in zip(ATTEMPTS, found, strict=True)]


def test_it_says_what_the_gate_here_says_whatever_changed_and_whoever_is_spared(folder, aside):
    lists = [terms_of(())]
    gate = Gate.open(folder, record, terms=lambda: lists[-1])
    assert aside.prepare(gate)
    told = [(here(gate), beside(aside, gate))]
    for change in (
        lambda: gate.apply(entry(1, "accounts", "restored", "daily")),
        lambda: gate.apply_all([entry(2, "accounts", "closed", "daily"), entry(3, "names", "name_protected", "o9", BODY)]),
        lambda: (lists.append(terms_of([{"term": "casino", "list": "gambling"}])), gate.apply(entry(4, "names", "terms_changed", ""))),
        lambda: gate.forget(["olive_kettle"], 5),
        lambda: gate.apply(entry(6, "accounts", "admitted", "wei1")),
    ):  # fmt: skip
        change()
        told.append((here(gate), beside(aside, gate)))
    assert [a == b for a, b in told] == [True] * 6
    assert [len({texts[n] for texts, _ in told}) > 1 for n in range(5)] == [True] * 5
    spared = {"a1": frozenset({"daily"})}
    assert beside(aside, gate, spared) == here(gate, spared) != here(gate)


def test_one_that_comes_later_is_told_of_all_that_changed_before(folder, aside):
    gate = Gate.open(folder, record)
    for position, kind in enumerate(("restored", "closed", "restored"), 1):
        gate.apply(entry(position, "accounts", kind, "daily"))
    assert aside.prepare(gate)
    assert beside(aside, gate) == here(gate)


def test_nothing_of_an_account_that_was_erased_is_told_or_kept(folder, aside):
    gate = Gate.open(folder, record)
    gate.apply_all([entry(1, "accounts", "closed", "daily"), entry(2, "accounts", "closed", "fanned")])
    assert "人民日报" in str(gate.changes)
    gate.forget(["daily"], 3)
    assert "人民日报" not in str(gate.changes)
    assert "Marble Heron" in str(gate.changes)
    assert aside.prepare(gate)
    assert beside(aside, gate) == here(gate)


def test_a_change_that_was_dropped_is_not_told(folder, aside):
    gate = Gate.open(folder, record)
    gate.forget(["nobody"], 1)
    gate.apply(entry(2, "accounts", "restored", "daily"))
    assert [c.gone for c in gate.changes] == [frozenset(), frozenset({"daily"})]
    assert aside.prepare(gate)
    assert beside(aside, gate) == here(gate)


def test_one_that_is_killed_is_done_without_and_followed_by_another(folder, aside, monkeypatch):
    monkeypatch.setattr(asides, "AGAIN", 0.05)
    gate = Gate.open(folder, record)
    assert aside.read(ATTEMPTS, gate, gate.state, {}) is None
    assert aside.prepare(gate)
    gate.apply(entry(1, "accounts", "restored", "daily"))
    assert beside(aside, gate) == here(gate)
    os.kill(aside._links[0].process.pid, signal.SIGKILL)
    assert aside.read(ATTEMPTS, gate, gate.state, {}) is None
    ends = time.monotonic() + 120
    while not aside._links and time.monotonic() < ends:
        threading.Event().wait(0.05)
    assert beside(aside, gate) == here(gate)


def test_one_that_does_not_answer_is_done_without(folder, aside, monkeypatch):
    gate = Gate.open(folder, record)
    assert aside.prepare(gate)
    monkeypatch.setattr(asides, "PATIENCE", 0.2)
    process = aside._links[0].process
    os.kill(process.pid, signal.SIGSTOP)
    assert aside.read(ATTEMPTS, gate, gate.state, {}) is None
    _until(
        lambda: process.exitcode == -signal.SIGKILL
    )  # its end is waited for in another thread too: a join here may see nothing of it


def test_one_that_cannot_open_the_index_or_has_another_is_not_asked(folder, aside, tmp_path):
    gate = Gate.open(folder, record)
    missing = Aside(partial(Gate.open, tmp_path / "nothing"))
    assert not missing.prepare(gate)
    assert missing.read(ATTEMPTS, gate, gate.state, {}) is None
    opened(tmp_path / "index", service(ACCOUNTS[:3], TOKENS, ORGANISATIONS))
    assert not aside.prepare(Gate.open(tmp_path / "index", record))


def test_one_that_could_not_open_the_index_is_tried_again_and_counted(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(asides, "AGAIN", 0.05)
    gate, lost = Gate.open(folder, record), []
    late = Aside(partial(Gate.open, tmp_path / "later"), lost.append)
    assert not late.prepare(gate)
    (tmp_path / "later").symlink_to(folder)
    _until(lambda: late._links)
    assert beside(late, gate) == here(gate)
    assert set(lost) == {"not_opened"}
    lost.clear()
    os.kill(late._links[0].process.pid, signal.SIGKILL)
    assert late.read(ATTEMPTS, gate, gate.state, {}) is None
    assert lost == ["died"]
    _until(lambda: late._links)
    late.close()
    assert lost == ["died"]


def test_a_process_is_no_more_tried_again_for_a_gate_whose_place_another_took(folder, monkeypatch):
    monkeypatch.setattr(asides, "AGAIN", 0.05)
    old, new, made = Gate.open(folder, record), Gate.open(folder, record), []
    missing = Aside(lambda: None)
    monkeypatch.setattr(missing, "_prepared", lambda gate: made.append(gate) or gate is new)
    assert not missing.prepare(old)
    assert missing.prepare(new)
    count = len(made)
    threading.Event().wait(0.5)
    assert len(made) <= count + 1
    missing.close()


def _until(there):
    ends = time.monotonic() + 120
    while not there() and time.monotonic() < ends:
        threading.Event().wait(0.05)


def test_one_that_is_still_opening_is_not_waited_for_for_ever(folder, monkeypatch):
    monkeypatch.setattr(asides, "OPENING", 0.2)
    late = Aside(partial(slow, folder))
    assert not late.prepare(Gate.open(folder, record))


def test_the_process_of_an_older_gate_reads_until_the_newer_one_is_asked(folder, aside):
    old, new = Gate.open(folder, record), Gate.open(folder, record)
    assert aside.prepare(old)
    assert beside(aside, old) == here(old)
    assert aside.prepare(new)
    new.apply(entry(1, "accounts", "restored", "daily"))
    before = aside._links[0].process
    assert beside(aside, old) == here(old)
    assert beside(aside, new) == here(new) != here(old)
    before.join(30)
    assert before.exitcode == 0
    assert aside.read(ATTEMPTS, old, old.state, {}) is None


def test_it_ends_with_its_pipe_and_takes_nothing_more(folder, aside):
    gate = Gate.open(folder, record)
    assert aside.prepare(gate)
    process = aside._links[0].process
    aside.close()
    assert process.exitcode == 0
    assert aside.read(ATTEMPTS, gate, gate.state, {}) is None
    assert not aside.prepare(gate)


def test_what_fails_there_is_read_here(folder, aside):
    gate = Gate.open(folder, record)
    assert aside.prepare(gate)
    assert aside.read([None], gate, gate.state, {}) is None
    checker = Checker(lambda: gate, lambda: POLICY, overturned=broken, asides=[aside])
    with pytest.raises(ValueError, match="broken"):
        checker.ask(ATTEMPTS[0]).result(30)
    checker.close()


def test_several_answer_all_that_is_asked_of_a_checker(folder, aside, monkeypatch):
    gate = Gate.open(folder, record)
    other = Aside(partial(Gate.open, folder))
    assert aside.prepare(gate)
    assert other.prepare(gate)
    wanted = here(gate)
    monkeypatch.setattr(checking, "answers", refused)
    checker = Checker(lambda: gate, lambda: POLICY, asides=[aside, other])
    told = [checker.ask(a) for _ in range(30) for a in ATTEMPTS]
    checker.close()
    assert [msgspec.json.encode(t.result(0)) for t in told] == wanted * 30
    assert checker.ask(ATTEMPTS[0]).result(5).degraded
    other.close()
