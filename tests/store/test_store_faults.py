"""A writer is killed again and again: what it was told is durable is there, once, and the ledger verifies."""

import os
import signal
import subprocess
import sys
import time

import numpy as np
import pytest

from aboveboard.store import Ledger, verify

WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from aboveboard.store import Ledger, New, open_store
store = open_store(Path("."), url=sys.argv[1])
ledger, number = Ledger(store), int(sys.argv[2])
print("ready", flush=True)
while True:
    batch = [New("seen", f"a{n}", {"n": n}, key=f"k{n}") for n in range(number, number + 7)]
    ledger.append("events", batch, datetime.now(UTC))
    number += 7
    print(number, flush=True)
"""


@pytest.mark.parametrize("kills", [8])
def test_a_killed_writer_loses_nothing_it_confirmed_and_writes_nothing_twice(store, address, tmp_path, kills):
    dice, told = np.random.default_rng(5), 0
    for left in reversed(range(kills)):
        run = subprocess.Popen([sys.executable, "-c", WRITER, address, str(told)], cwd=tmp_path, stdout=subprocess.PIPE, text=True)  # fmt: skip
        assert run.stdout.readline() == "ready\n"
        if not left and not told:
            told = int(run.stdout.readline())  # a slow machine confirms nothing in so short a time
        time.sleep(dice.uniform(0, 0.05))
        os.kill(run.pid, signal.SIGKILL)
        lines = run.communicate()[0].split("\n")
        told = max([told, *(int(line) for line in lines[:-1])])
    keys = [entry.key for entry in Ledger(store).of_stream("events")]
    assert keys == [f"k{n}" for n in range(len(keys))]
    assert told <= len(keys) <= told + 7
    assert told > 0
    assert verify(store).breaks == ()
