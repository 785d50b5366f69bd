"""The installed detectors are a table of names and versions that is read when somebody asks."""

import subprocess
import sys

from aboveboard.app.choosing import Installed, choose

LAZY = """
import sys
from aboveboard.app.choosing import Installed
installed = Installed()
shipped = lambda: sum(m.startswith("aboveboard.detectors.") for m in sys.modules)
before = shipped()
assert len(installed) > 20
assert shipped() > before + 20
"""


def test_it_holds_each_shipped_detector_with_its_version():
    assert dict(Installed()) == {d.name: d.version for d in choose(None)}


def test_no_detector_is_read_until_somebody_asks():
    subprocess.run([sys.executable, "-c", LAZY], check=True)
