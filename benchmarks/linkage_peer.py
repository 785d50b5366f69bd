"""Splink 5 on the records `benchmarks/linkage.py` wrote: `python linkage_peer.py FOLDER`. Writes its pairs, prints its cost."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink import comparison_library as cl


def main() -> None:
    folder = Path(sys.argv[1])
    expected = json.loads((folder / "shape.json").read_text())
    start = time.perf_counter()
    api = DuckDBAPI()
    frames = [api.register(pq.read_table(folder / f"{n}.parquet"), table_name=n) for n in ("fresh", "closed")]
    exact = [cl.ExactMatch(c).configure(term_frequency_adjustments=True) for c in ("device", "network", "email", "bio")]
    texts = [
        cl.JaroWinklerAtThresholds(c, [0.95, 0.88]).configure(term_frequency_adjustments=True)
        for c in ("name", "handle")
    ]
    rules = [block_on(c) for c in ("device", "email", "name", "handle", "bio", "network")]
    rules += [block_on("substr(handle, 1, 5)"), block_on("substr(name, 1, 5)", "substr(handle, 1, 2)")]
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[*texts, *exact],
        blocking_rules_to_generate_predictions=rules,
        probability_two_random_records_match=expected["returns_each"] / expected["fresh"],
        retain_matching_columns=False,
    )
    linker = Linker(frames, settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    for rule in (block_on("device"), block_on("email"), block_on("handle")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=0.01)
    table = found.as_duckdbpyrelation().to_arrow_table()
    ids = [c for c in table.column_names if c.startswith("unique_id")]
    fresh_first = table["source_dataset_l"][0].as_py() == "fresh" if table.num_rows else True
    order = ids if fresh_first else ids[::-1]
    made = {"new": table[order[0]], "closed": table[order[1]], "p": table["match_probability"]}
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pq.write_table(pa.table(made), folder / "peer.parquet")
    print(json.dumps({"seconds": seconds, "peak_mb": peak, "pairs": table.num_rows, "columns": table.column_names}))


if __name__ == "__main__":
    main()
