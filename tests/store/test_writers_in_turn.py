"""Writers of one process on SQLite go on in the order in which they came; nobody is passed over until they give up."""

import threading
import time

import pytest

from aboveboard.errors import StoreError
from aboveboard.store import open_store
from aboveboard.store.schema import ENTRIES
from aboveboard.store.turns import Turns


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.delenv("ABOVEBOARD_DATABASE_URL", raising=False)
    store = open_store(tmp_path)
    yield store
    store.close()


def test_a_writer_is_not_passed_over_by_those_who_write_again_at_once(file):
    told, started = [], threading.Barrier(6)

    def write(number):
        started.wait()
        for _ in range(4):
            with file.writing() as connection:
                connection.execute(ENTRIES.select().limit(1)).all()
                time.sleep(0.03)
                told.append(number)

    crew = [threading.Thread(target=write, args=(n,)) for n in range(6)]
    for thread in crew:
        thread.start()
    for thread in crew:
        thread.join()
    rounds = [sorted(told[n : n + 6]) for n in range(0, 24, 6)]
    assert rounds == [list(range(6))] * 4


def test_who_does_not_want_to_wait_is_told_at_once_and_leaves_no_place_in_line(file):
    with file.writing(), pytest.raises(StoreError, match="another writer"), _elsewhere(file, waits=False):
        pass
    with file.writing(waits=False):
        pass


def test_a_turn_that_does_not_come_is_given_up_and_the_next_one_comes(file, monkeypatch):
    monkeypatch.setattr("aboveboard.store.opening._WAIT_MS", 50)
    with file.writing(), pytest.raises(StoreError, match="another writer"), _elsewhere(file):
        pass
    with file.writing():
        pass


def test_a_transaction_that_fails_gives_its_turn_on(file):
    with pytest.raises(ZeroDivisionError), file.writing():
        _ = 1 / 0
    with file.writing(waits=False):
        pass


def test_turns_come_in_order_and_who_left_the_line_is_passed_over():
    turns, told = Turns(), []
    assert turns.take(0)
    assert not turns.take(0)
    assert not turns.take(0.01)

    def wait(number):
        assert turns.take(5)
        told.append(number)
        turns.give()

    crew = []
    for number in range(3):
        crew.append(threading.Thread(target=wait, args=(number,)))
        crew[-1].start()
        while len(turns._line) <= number:
            time.sleep(0.001)
    turns.give()
    for thread in crew:
        thread.join()
    assert told == [0, 1, 2]
    assert turns.take(0)


class _elsewhere:  # noqa: N801  (reads as a sentence)
    """A transaction in another thread, whose error is raised here."""

    def __init__(self, store, **how):
        self._store, self._how, self._error = store, how, None

    def __enter__(self):
        thread = threading.Thread(target=self._run)
        thread.start()
        thread.join()
        if self._error:
            raise self._error

    def __exit__(self, *_):
        return False

    def _run(self):
        try:
            with self._store.writing(**self._how):
                pass
        except StoreError as error:
            self._error = error
