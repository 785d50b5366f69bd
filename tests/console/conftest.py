"""The console over the shipped demo's scan: real accounts and findings, decided in memory, behind a real port."""

from datetime import timedelta

import pytest
from console_stage import PASSWORD, Clock

from aboveboard.console import create
from aboveboard.console.demo import Demo
from console_service import prepare, staged
from served import answering


@pytest.fixture(scope="session")
def scanned(shown_demo):
    """The folders of the demo's world and of its scan."""
    return shown_demo[0] / "world", shown_demo[0] / "scan"


@pytest.fixture(scope="module")
def demo(scanned, tmp_path_factory):
    made = Demo(*scanned, tmp_path_factory.mktemp("console"), PASSWORD)
    yield made
    made.close()


@pytest.fixture(scope="module")
def clock(demo):
    return Clock(demo.scan.as_of + timedelta(hours=5))


@pytest.fixture(scope="module")
def address(demo, clock):
    with answering(create(demo, clock)) as where:
        yield where


@pytest.fixture(scope="module")
def me(demo, clock):
    return demo.me(demo.enter("Heron", PASSWORD, clock.at), clock.at)


@pytest.fixture(scope="module")
def other(demo, clock):
    return demo.me(demo.enter("Wren", PASSWORD, clock.at), clock.at)


@pytest.fixture
def a_case(demo):
    """Return a function: an open case of a violation, by preference one for which something is proposed."""

    def find(violation="", *, proposed=True):
        rows = [
            r
            for r in demo.book.rows.values()
            if r.state == "open"
            and violation in ("", r.violation)
            and r.id not in demo.book.versions | demo.book.leases
        ]
        return next(r for r in rows if not proposed or r.proposed != "none")

    return find


@pytest.fixture(scope="session")
def prepared(shown_demo, once):
    """A service's store with the cases that the demo's findings lead to, made once."""
    return once("console-service", lambda folder: prepare(shown_demo[0], folder))[1]


@pytest.fixture
def stage(prepared, tmp_path):
    """That service, opened afresh: its desk, its clock, its verbs and its staff."""
    with staged(prepared, tmp_path) as opened:
        yield opened
