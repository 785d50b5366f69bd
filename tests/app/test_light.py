"""A demo is light: no detector compiles a loop for so small a world, and nothing draws with a library that a page can do without."""

import json
import subprocess
import sys

HEAVY = ("numba", "altair", "vl_convert")
"""What takes more memory, or longer to be imported, than a small world's own work. (networkit imports scikit-learn where that is.)"""

SCRIPT = """
import json, pathlib, sys
from aboveboard.app import demo
summary = demo(pathlib.Path(sys.argv[1]))
print(json.dumps({
    "loaded": [name for name in sys.argv[2:] if name in sys.modules],
    "ran": len(summary["detectors"]), "skipped": summary["skipped"], "peak_mb": summary["peak_mb"],
}))
"""


def test_a_demo_with_every_detector_imports_nothing_heavy(tmp_path):
    command = [sys.executable, "-c", SCRIPT, str(tmp_path), *HEAVY]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    told = json.loads(done.stdout.splitlines()[-1])
    assert not told["loaded"]
    assert not told["skipped"]
    assert told["ran"] >= 20
    assert told["peak_mb"] <= 500  # 412 with the core alone; pandas, which the other extras bring, is imported by Arrow
