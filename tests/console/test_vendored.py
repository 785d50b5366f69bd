"""What others wrote is what it says it is, and is all that is shipped."""

import hashlib
import re
from importlib.resources import files

STATIC = files("aboveboard.console") / "static"
OURS = {"console.css", "console.js", "kept.js", "keys.js", "mark.svg", "VENDORED.md"}


def listed():
    rows = re.findall(
        r"^\| (\S+) \|.*\| `([0-9a-f]{64})` \|$", (STATIC / "VENDORED.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    return dict(rows)


def test_every_file_is_the_one_that_was_taken():
    assert {name: hashlib.sha256((STATIC / name).read_bytes()).hexdigest() for name in listed()} == listed()


def test_nothing_else_is_shipped_and_each_library_brings_its_licence():
    assert {f.name for f in STATIC.iterdir()} == OURS | listed().keys()
    scripts = {name.split(".")[0] for name in listed()}
    assert {f"{name}.LICENSE" for name in scripts} <= listed().keys()
