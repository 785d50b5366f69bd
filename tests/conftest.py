"""Engines and worlds that many tests share."""

import logging
import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from aboveboard.engines.duck import DuckEngine

REAL = Path(os.environ.get("ABOVEBOARD_REAL_DATA", Path(__file__).parents[2] / "shared" / "data"))

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
