"""Splink 5 on the records `benchmarks/linkage.py` wrote: `python linkage_peer.py FOLDER plain|best`. Writes its pairs, prints its cost.

`plain` is what its tutorials show: one comparison a field, term frequencies everywhere, rules of one field each. `best` is
what served it best of those we tried: names cleaned first, fields that follow from one another in one comparison (name
and handle, device and network), rules that leave crowds out, and training rules that share no column with what they train.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink import comparison_level_library as cll
from splink import comparison_library as cl

TEXTS = ("name", "handle")


def plain(tokens: list[str]) -> tuple[list, list, list]:
    """Return comparisons, rules that find pairs, and rules that train."""
    exact = [cl.ExactMatch(c).configure(term_frequency_adjustments=True) for c in tokens]
    texts = [cl.JaroWinklerAtThresholds(c, [0.95, 0.88]).configure(term_frequency_adjustments=True) for c in TEXTS]
    rules = [block_on(c) for c in [*TEXTS, *tokens]]
    rules += [block_on("substr(handle, 1, 5)"), block_on("substr(name, 1, 5)", "substr(handle, 1, 2)")]
    sure = next(t for t in ("email", "phone") if t in tokens)
    return [*texts, *exact], rules, [block_on(c) for c in ("device", sure, "handle")]


def best(tokens: list[str]) -> tuple[list, list, list]:
    """Return the same, with kindred fields in one comparison each."""
    names = cl.CustomComparison(
        output_column_name="names",
        comparison_levels=[
            cll.And(cll.NullLevel("name"), cll.NullLevel("handle")),
            cll.ExactMatchLevel("handle", term_frequency_adjustments=True),
            cll.JaroWinklerLevel("handle", 0.95),
            cll.ExactMatchLevel("name", term_frequency_adjustments=True),
            cll.JaroWinklerLevel("name", 0.95),
            cll.ElseLevel(),
        ],
    )
    roof = cl.CustomComparison(
        output_column_name="roof",
        comparison_levels=[
            cll.And(cll.NullLevel("device"), cll.NullLevel("network")),
            cll.ExactMatchLevel("device", term_frequency_adjustments=True),
            cll.ExactMatchLevel("network", term_frequency_adjustments=True),
            cll.ElseLevel(),
        ],
    )
    others = [t for t in tokens if t not in {"device", "network"}]
    exact = [cl.ExactMatch(c).configure(term_frequency_adjustments=True) for c in others]
    rules = [block_on(c) for c in (*TEXTS, "device", *(o for o in others if o != "bio"))]
    rules += [block_on("substr(handle, 1, 5)", "substr(name, 1, 3)"), block_on("network", "substr(name, 1, 3)")]
    return [names, roof, *exact], rules, [block_on("device"), block_on("handle"), block_on(others[0])]


def cleaned(table: pa.Table) -> pa.Table:
    """Return the table with names in lower case, in Unicode's compatibility form, letters and digits only."""
    for field in TEXTS:
        text = pc.utf8_lower(pc.utf8_normalize(table[field], "NFKC"))
        table = table.set_column(
            table.schema.get_field_index(field), field, pc.replace_substring_regex(text, r"[^\pL\pN]", "")
        )
    return table


def main() -> None:
    folder, way = Path(sys.argv[1]), sys.argv[2]
    expected = json.loads((folder / "shape.json").read_text())
    start = time.perf_counter()
    api = DuckDBAPI()
    tables = {n: pq.read_table(folder / f"{n}.parquet") for n in ("fresh", "closed")}
    tables = {n: cleaned(t) if way == "best" else t for n, t in tables.items()}
    frames = [api.register(t, table_name=n) for n, t in tables.items()]
    comparisons, rules, training = {"plain": plain, "best": best}[way](
        [c for c in tables["fresh"].column_names if c not in {"unique_id", *TEXTS}]
    )
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=rules,
        probability_two_random_records_match=expected["returns_each"] / expected["fresh"],
        retain_matching_columns=False,
    )
    linker = Linker(frames, settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    for rule in training:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=0.01)
    table = found.as_duckdbpyrelation().to_arrow_table()
    ids = [c for c in table.column_names if c.startswith("unique_id")]
    fresh_first = table["source_dataset_l"][0].as_py() == "fresh" if table.num_rows else True
    order = ids if fresh_first else ids[::-1]
    made = {"new": table[order[0]], "closed": table[order[1]], "p": table["match_probability"]}
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pq.write_table(pa.table(made), folder / f"peer-{way}.parquet")
    print(json.dumps({"seconds": seconds, "peak_mb": peak, "pairs": table.num_rows, "columns": table.column_names}))


if __name__ == "__main__":
    main()
