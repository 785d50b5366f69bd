#!/usr/bin/env bash
# The installed package without extras or development tools: it imports fast, helps fast, and does its main job.
set -euo pipefail
bin=$(cd "$1" && pwd)  # the work below is done elsewhere, so a relative path must be made whole first
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
"$bin/python" - <<'PY'
import subprocess, sys, time

def seconds(*command):
    """The best of five, so that a busy machine does not decide."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return min(times)

bin = sys.executable.rsplit("/", 1)[0]
bare = seconds(sys.executable, "-c", "pass")
imported = seconds(sys.executable, "-c", "import aboveboard") - bare
helped = seconds(f"{bin}/aboveboard", "--help")
print(f"import aboveboard: {imported:.3f} s; aboveboard --help: {helped:.3f} s")
assert imported <= 0.3 and helped <= 0.5, "too slow to start"
PY
"$bin/aboveboard" demo --out demo --accounts 600
test -s demo/scan/report.html
