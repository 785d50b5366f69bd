"""Lines of the log: what tells of the course of things waits a moment, what is wrong does not, and none is lost or out of order."""

import io
import threading

from aboveboard.api.logs import Lines


def test_what_is_wrong_is_written_at_once_with_all_that_came_before():
    file = io.StringIO()
    lines = Lines(file)
    lines.info("answered 1")
    lines.info("answered 2")
    assert file.getvalue() == ""
    lines.warning("a job failed")
    assert file.getvalue() == "answered 1\nanswered 2\na job failed\n"


def test_a_line_alone_is_written_after_a_moment():
    written = threading.Event()

    class File(io.StringIO):
        def flush(self) -> None:
            written.set()

    file = File()
    Lines(file).info("answered")
    assert written.wait(5)
    assert file.getvalue() == "answered\n"


def test_many_threads_lose_no_line():
    file = io.StringIO()
    lines = Lines(file)
    threads = [threading.Thread(target=lambda n=n: [lines.info(f"{n}-{i}") for i in range(200)]) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines.flush()
    told = file.getvalue().splitlines()
    assert sorted(told) == sorted(f"{n}-{i}" for n in range(4) for i in range(200))
    assert [t for t in told if t.startswith("2-")] == [f"2-{i}" for i in range(200)]
