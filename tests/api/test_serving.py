"""The service takes its address first, and what it says of itself is true the moment it says it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time

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


def test_it_ends_without_a_word_that_is_no_line_of_its_log(tmp_path):
    """What was set aside from the search for garbage was taken for leaked, in dozens of lines, when the process ended."""
    command = [sys.executable, "-m", "aboveboard", "serve", "--data", str(tmp_path), "--port", "0"]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "ABOVEBOARD_SCAN_HOURS": "0"})  # fmt: skip
    port = next(line for line in run.stdout if "answers on" in line).split("127.0.0.1:")[1].split()[0]
    while _status(int(port)) != 200:
        assert run.poll() is None
        time.sleep(0.2)
    run.send_signal(signal.SIGTERM)
    _, told = run.communicate(timeout=120)
    assert run.returncode == 0
    assert {json.loads(line)["level"] for line in told.splitlines()} <= {"info", "warning"}


def _status(port):
    with socket.create_connection(("127.0.0.1", port), timeout=120) as asked:
        asked.sendall(b"GET /health/ready HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        return int(asked.recv(64).split()[1])
