"""Working a past decision out again, from what was kept of it: the same policy on the same evidence must say the same, bit for bit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pyarrow as pa

from aboveboard.core import FINDINGS
from aboveboard.deciding.evidence import plain, uncapped
from aboveboard.deciding.policy_life import policy_of
from aboveboard.deciding.sitting import Sitting
from aboveboard.errors import CaseError
from aboveboard.policy.corroboration import bounded
from aboveboard.policy.groups import SCHEMA, gathered
from aboveboard.policy.proposing import of_groups
from aboveboard.store.entries import canonical, moment
from aboveboard.tables import TABLES

__all__ = ["Replayed", "replay", "table_of"]


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a decision's proposal is when it is worked out again.

    `same` says that it is the same bytes; `differs` names what is not; `missing` are detectors whose version is not installed here, so that
    their findings stand as they were kept and cannot be found again; `why` says what could not be done at all.
    """

    same: bool
    differs: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    why: str = ""


def replay(s: Sitting, decision: str, detectors: Mapping[str, str]) -> Replayed:
    """Work out again what the policy proposed before a decision. `detectors` are those installed, each with its version.

    Raises `CaseError` where there is no such decision, or a person or a batch made it without a proposal.
    """
    said = _proposal(s, decision)
    snapshot = s.unseal(said["snapshot"])
    missing = tuple(
        _missing(n, v, detectors.get(n)) for n, v in sorted(said["detectors"].items()) if detectors.get(n) != v
    )
    if snapshot is None:
        return Replayed(
            same=False, missing=missing, why="what it rests on was erased; its digest still stands in the ledger"
        )
    policy = uncapped(policy_of(s, said["policy"], said["policy_version"]))
    groups = _gathered(snapshot)
    again = of_groups(policy, groups, snapshot["population"], moment(snapshot["as_of"]))
    differs = (*_differing(snapshot["inputs"], groups, "inputs"), *_differing(snapshot["decided"], again, "decision"))
    return Replayed(not differs, differs, missing)


def _proposal(s: Sitting, decision: str) -> Mapping[str, Any]:
    made = s.said("decisions", decision)
    for name in (made[1].get("proposal", "") if made else "", f"prp_{decision.partition('_')[2]}"):
        said = s.said("proposals", name) if name else None
        if said:
            return said[1]
    raise CaseError(f"there is no proposal behind {decision}")


def _missing(name: str, version: str, here: str | None) -> str:
    return f"{name} {version} is not installed; " + (f"{here} is" if here else "no version is")


def _gathered(snapshot: Mapping[str, Any]) -> pa.Table:
    """Gather the kept findings again. A ring's size counts accounts of other findings, so it stands as it was kept."""
    findings = table_of(snapshot["findings"], FINDINGS)
    accounts = table_of([snapshot["account"]], TABLES["accounts"].schema)
    asked = table_of(snapshot["attestations"], TABLES["attestations"].schema)
    groups = bounded(gathered(findings, accounts, moment(snapshot["as_of"]), asked))
    sizes = pa.array([snapshot["inputs"]["ring_size"]] * groups.num_rows, SCHEMA.field("ring_size").type)
    return groups.set_column(SCHEMA.get_field_index("ring_size"), "ring_size", sizes)


def _differing(kept: Mapping[str, Any], again: pa.Table, what: str) -> tuple[str, ...]:
    """Return what of one row is not the same bytes."""
    if again.num_rows != 1:
        return (f"{what}: {again.num_rows} rows in place of one",)
    row = plain(again.to_pylist()[0])
    if canonical(row) == canonical(kept):
        return ()
    names = sorted(n for n in {*row, *kept} if canonical({"v": row.get(n)}) != canonical({"v": kept.get(n)}))
    return tuple(f"{what}: {n}" for n in names)


def table_of(rows: Sequence[Mapping[str, Any]], schema: pa.Schema) -> pa.Table:
    """Return kept rows as a table again: microseconds become times."""
    times = [f.name for f in schema if pa.types.is_timestamp(f.type)]
    told = [{**r, **{t: _time(r.get(t)) for t in times}} for r in rows]
    return pa.Table.from_pylist(told, schema=schema)


def _time(value: int | None) -> datetime | None:
    return None if value is None else moment(value)
