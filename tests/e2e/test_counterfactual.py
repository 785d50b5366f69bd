"""The boundary, tested: who says the opposite, and does the same, is found the same."""

import hashlib
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

PROGRAM = Path(sys.executable).parent / "aboveboard"

VIEWS = (
    ("I adore the reform", "I abhor the reform"),
    ("vote aye on the bridge", "vote nay on the bridge"),
    ("the mayor is good", "the mayor is evil"),
    ("我支持这个方案", "我反对这个方案"),
    ("proud of the red party", "tired of the red party"),
    ("أنا مع القرار", "أنا ضد القرار"),
)
"""Opposites as long as each other: so two texts are as alike on one side as on the other, and only the view differs."""
LONG = 60
SAID = {"posts": ("text", "title"), "accounts": ("bio",)}


def voiced(table, column, side):
    """Give every text but the shortest a view at its end, on this side or the other; which view depends on the text alone.

    A chant of three words would be all view: thousands would be one text then, and which of them is the middle a tie.
    """
    texts = [
        t if t is None or len(t) < LONG else f"{t} {VIEWS[hashlib.sha256(t.encode()).digest()[0] % len(VIEWS)][side]}"
        for t in table[column].to_pylist()
    ]
    return table.set_column(table.schema.get_field_index(column), column, pa.array(texts, pa.string()))


def findings(world, folder, side):
    """Scan a copy of the world in which everybody speaks for one side; findings without their words."""
    place = folder / str(side)
    place.mkdir()
    for file in world.glob("*.parquet"):
        table = pq.read_table(file)
        for column in SAID.get(file.stem, ()):
            table = voiced(table, column, side) if column in table.column_names else table
        pq.write_table(table, place / file.name)
    for file in world.glob("*.toml"):
        (place / file.name).write_bytes(file.read_bytes())
    subprocess.run([PROGRAM, "scan", place, "--out", folder / f"out{side}"], check=True, capture_output=True)
    found = pq.read_table(folder / f"out{side}" / "findings.parquet").to_pylist()
    return sorted(
        (f["detector"], f["account_id"], f["score"], f["tier"], *f["classes"], str(f["first_at"])) for f in found
    )


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    folder = tmp_path_factory.mktemp("views")
    made = folder / "world"
    subprocess.run([PROGRAM, "world", "--accounts", "2000", "--seed", "5", made], check=True, capture_output=True)
    return [findings(made, folder, side) for side in (0, 1)]


HASHED = {"copied_text", "templated_text"}
"""Detectors that look for near texts by hashes of their letters: of pairs just alike enough, one in a hundred is not met."""


def test_swapping_every_view_for_its_opposite_changes_no_finding(both):
    for found, other in (both, both[::-1]):
        lost = Counter(found) - Counter(other)
        assert {row[0] for row in lost if row[3] != "possible"} == set()
        assert {row[0] for row in lost} <= HASHED
        assert lost.total() <= 0.01 * sum(row[0] in HASHED for row in found)


def test_there_is_something_to_change(both):
    assert {"coaction_ring", "posing_name"} <= {row[0] for row in both[0]}
