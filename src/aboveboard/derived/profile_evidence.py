"""What a profile's evidence means on its own service: steps of `machine_account` that weigh and recalibrate it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.detector import Groups, Rows, Sql
from aboveboard.models.profile import known, shipped, weighed
from aboveboard.models.shift import BINS, reading
from aboveboard.tables import Type

__all__ = ["PROFILE_EVIDENCE"]

_WEIGHED: Mapping[str, Type] = {
    "account_id": "string", "service": "string", "evidence": "float", "bin": "int", "beyond": "int", "usual": "int",
    "marked": "int", "judged": "int",
}  # fmt: skip
_FINE = 10_000
"""Sums of whole numbers are the same in any order: means are taken over ten-thousandths of a nat."""


def _weigh(profiles: pa.Table) -> pa.Table:
    model, _ = shipped()
    judged = known(profiles) & (pc.fill_null(profiles.column("bot"), 0).to_numpy() == 0)
    evidence, usual, marked = (np.round(x, 4) for x in weighed(model, profiles))
    told = {
        "evidence": evidence,
        "bin": np.floor(BINS * evidence).astype(np.int64),
        "beyond": np.floor(BINS * (evidence - usual)).astype(np.int64),
        "usual": np.round(_FINE * usual).astype(np.int64),
        "marked": np.round(_FINE * marked).astype(np.int64),
        "judged": judged.astype(np.int64),
    }
    made = profiles.select(["account_id", "service"])
    for name, values in told.items():
        made = made.append_column(name, pa.array(values))
    return made


_SPREAD = """
SELECT service, bin, beyond, sum(judged) AS n, count(*) - sum(judged) AS left_out, sum(judged * usual) AS usual,
  sum(judged * marked) AS marked, $assumed AS assumed, $doubt AS doubt
FROM weighed GROUP BY service, bin, beyond
"""

_SHARES: Mapping[str, Type] = {
    "service": "string", "bin": "int", "low": "float", "high": "float", "share": "float", "drift": "float",
    "judged": "int", "left_out": "int",
}  # fmt: skip


def _shared(spread: pa.Table) -> pa.Table:
    order = spread.sort_by([("beyond", "ascending"), ("bin", "ascending")])
    bins, count, assumed, doubt = (order.column(c).to_numpy().astype(float) for c in ("bin", "n", "assumed", "doubt"))
    sums = {c: int(pc.sum(order.column(c)).as_py()) for c in ("n", "left_out", "usual", "marked")}
    usual, marked = (sums[c] / max(sums["n"], 1) / _FINE for c in ("usual", "marked"))
    beyond = order.column("beyond").to_numpy() / BINS + 0.05
    found = reading(bins, beyond, count, shipped()[0].laws, (usual, marked), (float(assumed[0]), float(doubt[0])))
    each = np.unique(bins)
    told = {
        "share": round(found.share, 6),
        "drift": round(found.drift, 4),
        "judged": sums["n"],
        "left_out": sums["left_out"],
    }
    return pa.table(
        {
            "service": pa.repeat(order.column("service")[0], len(each)),
            "bin": each.astype(np.int64),
            "low": np.round(found.at(each / BINS), 4),
            "high": np.round(found.at((each + 1) / BINS), 4),
            **{name: pa.repeat(value, len(each)) for name, value in told.items()},
        }
    )


_MEANT = """
SELECT account_id, w.evidence - s.drift AS evidence, s.share, s.drift, s.judged, s.left_out,
  1 / (1 + exp(-(s.low + (10 * w.evidence - w.bin) * (s.high - s.low))) * (1 - s.share) / s.share) AS odds
FROM weighed AS w JOIN shares AS s ON s.service = w.service AND s.bin = w.bin WHERE w.judged = 1
"""


PROFILE_EVIDENCE = (
    Rows("weighed", "counted_profiles", _weigh, _WEIGHED),
    Sql("spread", _SPREAD),
    Groups("shares", "spread", ("service",), _shared, _SHARES),
    Sql("meant", _MEANT),
)
"""Steps that read `counted_profiles`, `$assumed` and `$doubt`, and yield `meant`: evidence, share and odds of each account judged."""
