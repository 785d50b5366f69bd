"""Jobs side by side: none before what it needs, and none left running after a failure."""

import threading
import time
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.engines.lanes import Job, side_by_side


@st.composite
def plans(draw):
    """Jobs by number, each of which needs some before it."""
    count = draw(st.integers(1, 12))
    return [draw(st.sets(st.integers(0, n - 1), max_size=3)) if n else set() for n in range(count)]


@given(plans(), st.integers(1, 4))
def test_each_job_is_done_once_and_after_what_it_needs(plan, lanes):
    done = []
    jobs = [Job(str(n), tuple(map(str, sorted(needs))), partial(done.append, n)) for n, needs in enumerate(plan)]
    side_by_side(jobs, lanes, halt=lambda: pytest.fail("nothing went wrong"))
    assert sorted(done) == list(range(len(plan)))
    assert all(done.index(need) < done.index(n) for n, needs in enumerate(plan) for need in needs)
    if lanes == 1:
        assert done == list(range(len(plan)))


def test_two_lanes_work_at_the_same_time():
    meeting = threading.Barrier(2, timeout=30)
    side_by_side([Job("a", (), meeting.wait), Job("b", (), meeting.wait)], 2, halt=lambda: None)


def test_the_first_failure_is_raised_when_the_others_have_been_stopped():
    stopped, ended, later = threading.Event(), threading.Event(), threading.Event()

    def fails():
        raise ValueError("no such column")

    def goes_on():
        assert stopped.wait(30)
        ended.set()

    jobs = [Job("long", (), goes_on), Job("wrong", (), fails), Job("next", ("wrong",), later.set)]
    with pytest.raises(ValueError, match="no such column"):
        side_by_side(jobs, 2, halt=stopped.set)
    assert ended.is_set()
    assert not later.is_set()


def test_an_interruption_of_the_caller_stops_every_lane():
    stopped = threading.Event()

    def interrupted(job):
        if job.name == "second":
            raise KeyboardInterrupt

    jobs = [Job("first", (), lambda: stopped.wait(30)), Job("second", (), time.time)]
    with pytest.raises(KeyboardInterrupt):
        side_by_side(jobs, 2, halt=stopped.set, begun=interrupted)
    assert stopped.is_set()
