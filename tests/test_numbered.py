"""What numba keeps on disk bears names that no other process gives, so that none is taken for another."""

import os
import re
import subprocess
import sys

KEEP = """
from aboveboard.compiling import compiled
from aboveboard.series import compiled as series
compiled(series.loops.line, series._SIGNATURES["line"])
"""
FORK = """
import os
from aboveboard.numbered import numba
from numba.core.bytecode import FunctionIdentity
if (child := os.fork()):
    os.waitpid(child, 0)
print(next(FunctionIdentity._unique_ids), flush=True)
"""


def kept_names(folder):
    """Compile a loop that sorts, in another process, and return the names of numba's own functions in what it keeps."""
    subprocess.run([sys.executable, "-c", KEEP], env=os.environ | {"NUMBA_CACHE_DIR": str(folder)}, check=True)
    kept = b"".join(file.read_bytes() for file in folder.rglob("*.nbc"))
    return set(re.findall(rb"_ZN5numba\w+?B\d+v\d+", kept))


def test_two_processes_give_no_inner_function_the_same_name(tmp_path):
    """A sort of numbers kept by one process was once run for a sort of places kept by another: rows came in no order."""
    one, two = kept_names(tmp_path / "one"), kept_names(tmp_path / "two")
    assert any(b"run_quicksort" in name for name in one)
    assert not one & two


def test_nor_does_a_process_that_was_forked():
    ran = subprocess.run([sys.executable, "-c", FORK], capture_output=True, text=True, check=True)
    mine, other = map(int, ran.stdout.split())
    assert abs(mine - other) > 1 << 20
