"""What a policy proposes, row by row, with all that it rests on: the snapshot from which it can be worked out again, bit for bit."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.core import DECISIONS
from aboveboard.deciding.strata import Counts
from aboveboard.deciding.values import made_id
from aboveboard.policy import Policy
from aboveboard.policy.corroboration import bounded
from aboveboard.policy.groups import gathered
from aboveboard.policy.proposing import of_groups
from aboveboard.store.entries import canonical, microseconds

__all__ = ["Candidate", "Found", "candidates", "evidence_of", "plain", "shields", "uncapped"]

_FACTS = (
    "account_id", "handle", "display_name", "kind", "status", "created_at", "last_active_at", "verified_org_id", "followers", "following", "posts", "language",
)  # fmt: skip


class Found(NamedTuple):
    """What a scan or a check found: `findings` in `core.FINDINGS`, the accounts they are about, and how large the service is.

    `population` is how many accounts there are, which caps by share need; 0 counts `accounts`. `strata` counts them by group, which the
    breaker of skew needs; it is counted here where `accounts` are all of them, and a check goes without. `around` is what the whole world tells of an
    account (`app.surroundings`), which a reader of its case wants.
    """

    findings: pa.Table
    accounts: pa.Table
    as_of: datetime
    attestations: pa.Table | None = None
    population: int = 0
    source: str = "scan"
    strata: Counts | None = None
    around: Mapping[str, Mapping[str, Any]] | None = None

    @property
    def size(self) -> int:
        """How many accounts there are."""
        return self.population or self.accounts.num_rows


class Candidate(NamedTuple):
    """One proposal before anybody acted on it: the policy's row, its snapshot, and the ids that follow from it."""

    row: Mapping[str, Any]
    snapshot: Mapping[str, Any]

    @property
    def account_id(self) -> str:
        """Whom it is about."""
        return self.row["account_id"]

    @property
    def proposal(self) -> str:
        """Its id as a proposal: the same policy on the same findings gives the same."""
        return made_id("prp", *self._rests_on())

    @property
    def decision(self) -> str:
        """The id of the decision that it may become."""
        return made_id("dec", *self._rests_on())

    @property
    def findings(self) -> tuple[str, ...]:
        """The findings it rests on."""
        return tuple(self.row["finding_ids"])

    def _rests_on(self) -> list[object]:
        return [
            self.row[n] for n in ("policy", "policy_version", "account_id", "violation", "scope", "rule", "finding_ids")
        ]


def evidence_of(account_id: str, findings: Iterable[str]) -> str:
    """Return the hash that stands for these findings about this account, 64 hex digits."""
    return hashlib.sha256(canonical({"account": account_id, "findings": sorted(findings)}).encode()).hexdigest()


def candidates(found: Found, policy: Policy) -> list[Candidate]:
    """Return what a policy proposes about accounts, highest score first; what it has no word on is left out.

    Raises `InputError` on a table without its columns.
    """
    groups = bounded(gathered(found.findings, found.accounts, found.as_of, found.attestations))
    rows = of_groups(uncapped(policy), groups, found.size, found.as_of)
    said = pc.and_(pc.is_valid(rows["account_id"]), pc.or_(rows["review"], pc.not_equal(rows["action"], "none")))
    rows, groups = rows.filter(said), groups.filter(said)
    snapshots = _snapshots(found, rows, groups)
    made = [Candidate(plain(r), s) for r, s in zip(rows.to_pylist(), snapshots, strict=True)]
    return sorted(made, key=lambda c: (-c.row["score"], c.account_id, c.row["violation"], c.row["scope"] or ""))


def uncapped(policy: Policy) -> Policy:
    """Return the policy without caps: over many scans and checks, only the ledger can count."""
    return replace(policy, caps={}, rules=tuple(replace(r, cap=None) for r in policy.rules))


def plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as JSON can say it: times as microseconds."""
    return {k: microseconds(v) if isinstance(v, datetime) else v for k, v in row.items()}


def shields(findings: pa.Table) -> dict[str, str]:
    """Return the accounts that others report together, each with the finding that says so."""
    chosen = findings.filter(
        pc.and_(pc.equal(findings["violation"], "report_abuse"), pc.equal(findings["subject_kind"], "object"))
    )
    return dict(zip(chosen["subject_id"].to_pylist(), chosen["finding_id"].to_pylist(), strict=True))


def _snapshots(found: Found, rows: pa.Table, groups: pa.Table) -> list[dict[str, Any]]:
    """Return, for each row, its findings, its account, how it was challenged, and the inputs of the policy."""
    whose = pc.unique(rows["account_id"])
    needed = found.findings.filter(
        pc.is_in(found.findings["finding_id"], pc.unique(pc.list_flatten(rows["finding_ids"])))
    )
    findings = {r["finding_id"]: plain(r) for r in needed.to_pylist()}
    known = found.accounts.filter(pc.is_in(found.accounts["account_id"], whose))
    facts = {
        r["account_id"]: plain(r) for r in known.select([n for n in _FACTS if n in known.column_names]).to_pylist()
    }
    asked = _asked(found.attestations, whose)
    at, around = microseconds(found.as_of), found.around or {}
    return [
        {
            "as_of": at,
            "population": found.size,
            "inputs": plain(g),
            "findings": [findings[f] for f in r["finding_ids"]],
            "account": facts.get(r["account_id"], {"account_id": r["account_id"]}),
            "attestations": asked[r["account_id"]],
            "around": around.get(r["account_id"], {}),
            "decided": {n: v for n, v in plain(r).items() if n in DECISIONS.names},
        }
        for r, g in zip(rows.to_pylist(), groups.to_pylist(), strict=True)
    ]


def _asked(attestations: pa.Table | None, whose: pa.Array) -> defaultdict[str, list[dict[str, Any]]]:
    made = defaultdict[str, list[dict[str, Any]]](list)
    if attestations is not None and attestations.num_rows:
        for row in attestations.filter(pc.is_in(attestations["account_id"], whose)).to_pylist():
            made[row["account_id"]].append(plain(row))
    return made
