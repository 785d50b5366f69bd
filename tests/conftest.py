"""Engines and worlds that many tests share."""

import fcntl
import json
import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from aboveboard.engines.duck import DuckEngine

REAL = Path(os.environ.get("ABOVEBOARD_REAL_DATA", Path(__file__).parents[2] / "shared" / "data"))

pytest_plugins = ["stores", "served"]

settings.register_profile("patient", settings.default, deadline=None)  # no test is timed: machines are shared
settings.load_profile("patient")


@pytest.fixture(scope="session")
def real_data():
    if not REAL.is_dir():
        pytest.skip(f"no public data at {REAL}; set ABOVEBOARD_REAL_DATA to where it lies")
    return REAL


@pytest.fixture(scope="session")
def duck():
    engine = DuckEngine(threads=2)
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def sail():
    """A Spark Connect server in this process, without a JVM."""
    # A pytest-xdist worker is started without a main file, which pyspark takes for its own doctests and ends the process.
    vars(sys.modules["__main__"]).setdefault("__file__", __file__)
    logging.getLogger("pyspark").setLevel(logging.ERROR)
    os.environ.setdefault("RUST_LOG", "error")
    from pysail.spark import SparkConnectServer

    from aboveboard.engines.spark import SparkEngine

    os.environ["SAIL_SPARK__SESSION_TIMEOUT_SECS"] = (
        "7200"  # on a slow machine other tests come between for longer than its default
    )
    server = SparkConnectServer()
    server.start(background=True)
    _, port = server.listening_address
    engine = SparkEngine(f"sc://127.0.0.1:{port}")
    yield engine
    engine.close()
    server.stop()


@pytest.fixture(params=["duck", "sail"])
def engine(request):
    """Each engine in turn."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def once(tmp_path_factory):
    """Make something costly in a folder of its own, once in a run: the worker that comes first makes it, the others wait.

    `make` takes the folder and returns what JSON can hold; each caller gets the folder, which it only reads, and that.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def have(name, make):
        folder, told = shared / f"once-{name}", shared / f"once-{name}.json"
        with (shared / f"once-{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not told.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                told.write_text(json.dumps(make(folder)))
        return folder, json.loads(told.read_text())

    return have


# What takes more memory, or longer to be imported, than a small world's own work. (networkit imports scikit-learn where that is.)
HEAVY = ("numba", "altair", "vl_convert")

DEMO = """
import json, pathlib, sys
from aboveboard.workers import do_without_pandas
do_without_pandas()
from aboveboard.app import demo
summary = demo(pathlib.Path(sys.argv[1]))
print(json.dumps({
    "loaded": [name for name in sys.argv[2:] if name in sys.modules],
    "ran": len(summary["detectors"]), "skipped": summary["skipped"], "peak_mb": summary["peak_mb"],
}))
"""


@pytest.fixture(scope="session")
def shown_demo(once):
    """The demo as it is shipped, made by a process of its own: its folder, and what that process says of its run."""

    def make(folder):
        command = [sys.executable, "-c", DEMO, str(folder / "demo"), *HEAVY]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
        return json.loads(done.stdout.splitlines()[-1])

    folder, told = once("demo", make)
    return folder / "demo", told


@pytest.fixture(scope="session")
def chromium():
    """The system's Chromium, driven by Playwright; tests that use it are marked `browser`."""
    path = shutil.which("chromium")
    if path is None:
        reason = "no chromium on the path; the browser tests drive the system's own"
        pytest.fail(reason) if os.environ.get("ABOVEBOARD_NO_SKIP") else pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()
