"""Which rule speaks first about each group: conditions run once for every different combination of what they read.

First only inputs with few values are given. CEL still answers where the others cannot matter (`false && unknown` is
false), which settles most rows; the rest are asked again with everything known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.core import Progress, silent
from aboveboard.policy.conditions import Condition
from aboveboard.policy.inputs import COARSE, INPUTS
from aboveboard.policy.model import Rule

__all__ = ["Encoded", "Matches", "combinations", "first_matches"]

Ints = npt.NDArray[np.int64]

_YES, _NO = 0, -1


@dataclass(frozen=True, slots=True)
class Matches:
    """For each row the index of the rule that matched or failed (-1: none), and the place in `reasons` of why it failed."""

    rule: Ints
    trouble: Ints
    reasons: tuple[str, ...]


class Encoded:
    """A table of inputs as whole numbers per column, with the values they stand for. None stands for an unknown."""

    def __init__(self, table: pa.Table) -> None:
        self.rows = table.num_rows
        self.codes: dict[str, Ints] = {}
        self.values: dict[str, list[Any]] = {}
        for name, known in INPUTS.items():
            self.codes[name], self.values[name] = _encoded(table[name], listed=known.type == "strings")

    def classed(self, name: str, cuts: Sequence[float], rows: Ints) -> Ints:
        """Return the column's codes; where cuts are known, one code for all values between two of them."""
        if not cuts:
            return self.codes[name][rows]
        values = np.array(self.values[name][:-1], dtype=np.float64)
        sides = np.searchsorted(cuts, values, "left") + np.searchsorted(cuts, values, "right")
        return np.append(sides, 2 * len(cuts) + 1)[self.codes[name][rows]]

    def given(self, names: Sequence[str], rows: Ints) -> list[dict[str, Any]]:
        """Return the inputs `names` of each row as CEL wants them; unknowns are left out."""
        columns = [(n, self.values[n], self.codes[n][rows].tolist()) for n in names]
        found: list[dict[str, Any]] = [{} for _ in range(len(rows))]
        for name, values, codes in columns:
            for target, code in zip(found, codes, strict=True):
                if values[code] is not None:
                    target[name] = values[code]
        return found


def first_matches(rules: Sequence[Rule], inputs: Encoded, progress: Progress = silent) -> Matches:
    """Return, for every row, the first rule that holds or cannot be evaluated. Later rules never see that row."""
    rule = np.full(inputs.rows, -1, dtype=np.int64)
    trouble = np.zeros(inputs.rows, dtype=np.int64)
    waiting = np.arange(inputs.rows, dtype=np.int64)
    reasons: dict[str, int] = {"": 0}
    for index, each in enumerate(rules):
        progress("rules", index, len(rules))
        outcome = _outcomes(each.when, inputs, waiting, reasons)
        hit = outcome != _NO
        rule[waiting[hit]] = index
        trouble[waiting[hit]] = np.maximum(outcome[hit], 0)
        waiting = waiting[~hit]
    progress("rules", len(rules), len(rules))
    return Matches(rule, trouble, tuple(reasons))


def combinations(columns: Sequence[Ints], rows: int) -> tuple[Ints, Ints]:
    """Return (a row of each different combination, the combination of each row) of the columns' values."""
    key = np.zeros(rows, dtype=np.int64)
    for column in columns:
        width = int(column.max(initial=0)) + 1
        if int(key.max(initial=0)) >= (2**62) // width:
            key = np.unique(key, return_inverse=True)[1].astype(np.int64)
        key = key * width + column
    _, first, inverse = np.unique(key, return_index=True, return_inverse=True)
    return first.astype(np.int64), inverse.astype(np.int64)


_FEW = 16
"""Rows that are asked one by one: what they have in common costs more to find."""


def _outcomes(condition: Condition, inputs: Encoded, rows: Ints, reasons: dict[str, int]) -> Ints:
    """Return `_YES`, `_NO` or the number of the reason for each row; a new reason gets the next number."""
    if len(rows) <= _FEW:
        return _numbered([condition.evaluate(g) for g in inputs.given(condition.inputs, rows)], reasons)
    few = [n for n in condition.inputs if n in COARSE]
    last = len(few) == len(condition.inputs)
    outcome = _asked(condition, few, inputs, rows, reasons if last else {"": 0})
    if not last:
        unsettled = np.flatnonzero(outcome > 0)
        outcome[unsettled] = _asked(condition, condition.inputs, inputs, rows[unsettled], reasons)
    return outcome


def _asked(condition: Condition, names: Sequence[str], inputs: Encoded, rows: Ints, reasons: dict[str, int]) -> Ints:
    columns = [inputs.classed(n, condition.cuts.get(n, ()), rows) for n in names]
    first, inverse = combinations(columns, len(rows))
    return _numbered([condition.evaluate(g) for g in inputs.given(names, rows[first])], reasons)[inverse]


def _numbered(answers: Sequence[bool | str], reasons: dict[str, int]) -> Ints:
    numbers = [reasons.setdefault(a, len(reasons)) if isinstance(a, str) else _YES if a else _NO for a in answers]
    return np.array(numbers, dtype=np.int64)


def _encoded(column: pa.ChunkedArray, *, listed: bool) -> tuple[Ints, list[Any]]:
    if len(column) <= _FEW:  # each row by itself: what they have in common costs more to find
        plain = column.to_pylist()
        return np.array([len(plain) if v is None else n for n, v in enumerate(plain)], np.int64), [*plain, None]
    flat = pc.binary_join(column, "\x1f") if listed else column
    encoded = flat.combine_chunks().dictionary_encode()
    values = encoded.dictionary.to_pylist()
    codes = pc.fill_null(encoded.indices, len(values)).to_numpy(zero_copy_only=False).astype(np.int64)
    return codes, [*([v.split("\x1f") if v else [] for v in values] if listed else values), None]
