"""The service takes its address first, and what it says of itself is true the moment it says it."""

import socket

import pytest

from aboveboard.api.serving import _listening, serve
from aboveboard.errors import InputError


class HeardError(Exception):
    """Raised to end the service once it has said what this test waits for."""


def test_the_moment_it_says_that_it_answers_it_can_be_reached(tmp_path, monkeypatch):
    monkeypatch.setenv("ABOVEBOARD_SCAN_HOURS", "0")

    def hear(line):
        if line.startswith("Aboveboard answers on http://127.0.0.1:"):
            port = int(line.split("127.0.0.1:")[1].split()[0])
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
            raise HeardError

    with pytest.raises(HeardError):
        serve(tmp_path / "data", "127.0.0.1", 0, hear)


def test_a_second_start_on_one_address_fails_at_once_though_the_first_is_still_starting():
    with _listening("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(InputError, match=rf"--port {port}: cannot be had"), _listening("127.0.0.1", port):
            pass
