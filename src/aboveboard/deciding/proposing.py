"""From what a policy proposes to decisions and cases: de-duplicated against the ledger, capped, and each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from aboveboard.cases.states import GONE
from aboveboard.deciding.capping import Caps, caps_of
from aboveboard.deciding.carrying import Outbox, carry_out, entered, takes_away
from aboveboard.deciding.evidence import Candidate, Found, candidates, evidence_of, shields
from aboveboard.deciding.halting import ALL, BREAKER, halt, halted
from aboveboard.deciding.histories import History, histories
from aboveboard.deciding.lining import line_up
from aboveboard.deciding.policy_states import Standing, chosen_for, standing
from aboveboard.deciding.roots import resting_on, root_of
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.skewing import skew_of, stop_version
from aboveboard.deciding.values import Decision, Order, filled, made_id
from aboveboard.errors import CaseError
from aboveboard.policy import Policy
from aboveboard.store import New
from aboveboard.store.entries import microseconds, moment
from aboveboard.store.sealing import seal_all

__all__ = ["Proposed", "decision_from", "enter", "propose_from"]

_SHIELDED = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Proposed:
    """What became of a scan's or a check's proposals: ids of decisions and cases, how many only stood in the shade, and what was skipped why."""

    decisions: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    shadowed: int = 0
    skipped: Mapping[str, int] = field(default_factory=dict[str, int])


@dataclass(slots=True)
class _Run:
    """One policy over one set of findings, in one sitting."""

    s: Sitting
    found: Found
    policy: Policy
    known: dict[str, History]
    caps: Caps
    halts: dict[str, str]
    out: Outbox
    cases: list[New] = field(default_factory=list[New])
    skipped: Counter[str] = field(default_factory=Counter[str])


def propose_from(s: Sitting, found: Found, policy: Policy) -> Proposed:
    """Write down what a policy proposes, and make of each proposal a decision, a case, or nothing where it was settled before.

    A policy in the shade is only counted; one in its canary acts on its share of accounts. Raises `PolicyError` for a policy that is
    not in force, `InputError` on a table without its columns.
    """
    state = standing(s, policy.name, policy.version)
    rows = candidates(found, policy)
    if state.stage == "shadow":
        return _shadow(s, rows, found)
    known = histories(
        s, [*{c.account_id for c in rows}, *shields(found.findings), *resting_on(c.snapshot for c in rows)]
    )
    run = _Run(s, found, policy, known, caps_of(s, policy, found.size), halted(s), Outbox())
    if stopped := _skew(run, rows, state):
        return Proposed(skipped={stopped: len(rows)})
    _shield(run)
    chosen = _unsettled(run, rows, state)
    _written(run, chosen)
    for candidate in chosen:
        _route(run, candidate)
    s.write("decisions", run.cases)
    _ = line_up(s.connection) if run.cases else 0
    run.out.send(s)
    return Proposed(
        tuple(n.key or "" for n in run.out.decided),
        tuple(n.key or "" for n in run.cases),
        0,
        dict(sorted(run.skipped.items())),
    )


def _shadow(s: Sitting, rows: Sequence[Candidate], found: Found) -> Proposed:
    body = [(c, {n: c.row[n] for n in ("policy", "policy_version", "action", "rule", "violation")}) for c in rows]
    new = [New("shadow_proposed", c.account_id, filled({**b, "source": found.source}), c.proposal) for c, b in body]
    s.write("proposals", new)
    return Proposed(shadowed=len(rows))


def _skew(run: _Run, rows: Sequence[Candidate], state: Standing) -> str:
    """Halt each rule that would hit one script or language far more than the others; a canary is stopped whole, and why is returned."""
    for rule in dict.fromkeys(c.row["rule"] or "" for c in rows if c.row["action"] != "none"):
        why = skew_of(
            run.s, run.found, {c.account_id for c in rows if c.row["rule"] == rule and c.row["action"] != "none"}
        )
        if why and state.stage == "canary":
            stop_version(run.s, state.policy, state.version, f"rule {rule}: {why}")
            return f"the canary is stopped: {why}"
        if why and halt(run.s, rule, BREAKER, why):
            run.halts[rule] = why
    return ""


def _shield(run: _Run) -> None:
    """Note which accounts are reported in concert: for a time no program acts on them."""
    until = microseconds(run.s.at + _SHIELDED)
    new: list[New] = []
    for account, finding in shields(run.found.findings).items():
        new.append(New("shielded", account, {"finding": finding, "until": until}, f"shield:{finding}"))
        run.known[account].shielded_us = max(until, run.known[account].shielded_us)
    run.s.write("proposals", new)


def _unsettled(run: _Run, rows: Sequence[Candidate], state: Standing) -> list[Candidate]:
    """Return what is new, each proposal once; count the rest by why it is not."""
    chosen: list[Candidate] = []
    for c in rows:
        why = (
            "not in the canary" if not chosen_for(run.s, state, c.account_id) else _settled(run.known[c.account_id], c)
        )
        if why:
            run.skipped[why] += 1
        else:
            chosen.append(c)
    return chosen


def _settled(known: History, c: Candidate) -> str:
    if c.proposal in known.proposed:
        return "proposed already"
    if known.account.state in (*GONE, "purged"):
        return "closed already"
    if known.immune(c.findings):
        return "found wrong on the same evidence"
    if known.settled(c.findings):
        return "decided already"
    return "waits for a person already" if known.waits(c.findings) else ""


def _written(run: _Run, chosen: Sequence[Candidate]) -> None:
    """Seal the snapshots and write the proposals, all at once."""
    digests = seal_all(run.s.connection, [(c.account_id, c.snapshot) for c in chosen])
    new: list[New] = []
    for c, digest in zip(chosen, digests, strict=True):
        said = (
            "violation",
            "scope",
            "action",
            "rule",
            "review",
            "why",
            "tier",
            "score",
            "policy",
            "policy_version",
            "expires_at",
        )
        body = {n: c.row[n] for n in said}
        detectors = {f["detector"]: f["detector_version"] for f in c.snapshot["findings"]}
        rest = {
            "findings": c.findings,
            "snapshot": digest,
            "detectors": detectors,
            "decision": c.decision,
            "source": run.found.source,
        }
        new.append(New("proposed", c.account_id, filled({**body, **rest}), c.proposal))
        run.known[c.account_id].proposed.add(c.proposal)
    for c, digest in zip(chosen, digests, strict=True):
        c.snapshot["digest"] = digest  # pyright: ignore[reportIndexIssue]  # ours until it is sealed
    run.s.write("proposals", new)


def _route(run: _Run, c: Candidate) -> None:
    """Make a decision of a proposal where the program may, and a case of every other."""
    rule, action = c.row["rule"] or "", c.row["action"]
    shielded = run.known[c.account_id].shielded_us > microseconds(run.s.at)
    why, level = "", "reviewer"
    if shielded:
        why, level = "The account is reported in concert; no program acts on it.", "senior"
    elif stopped := run.halts.get(ALL) or run.halts.get(rule):
        why = f"The rule is halted: {stopped}"
    elif c.row["review"]:
        why = c.row["why"]
    elif runaway := run.caps.runs_away(rule):
        halt(run.s, rule, BREAKER, runaway)
        run.halts[rule] = runaway
        why = f"The rule is halted: {runaway}"
    elif above := run.caps.why_not(rule, action):
        why = f"A person decides: {above}."
    if not why:
        why = _decided(run, c)
    if why:
        run.cases.append(_case(c, why, level))


def _decided(run: _Run, c: Candidate) -> str:
    """Decide as the policy says; return why a person must instead, where it cannot be."""
    row, known = c.row, run.known[c.account_id]
    by = f"policy:{run.policy.name}@{run.policy.version}"
    made = decision_from(run.s, c.row, c.snapshot, c.decision, by=by, spread=_spread(run.policy, row["rule"]))
    made = made._replace(root=root_of(c.snapshot, run.known))
    try:
        enter(run.s, known, c.snapshot["account"], run.out)
        carry_out(run.s, known, made, run.out)
    except CaseError as error:
        return f"A person decides, as the program cannot: {error}"
    run.caps.note(row["rule"] or "", row["action"])
    return ""


def enter(s: Sitting, known: History, facts: Mapping[str, Any], out: Outbox) -> None:
    """Let an account into the ledger that it does not know yet."""
    created = facts.get("created_at")
    guarded = bool(facts.get("verified_org_id")) or (facts.get("followers") or 0) >= s.limits.followers
    known.account, events = entered(
        known.account, facts["account_id"], None if created is None else moment(created), s.at, guarded=guarded
    )
    out.events += [(e, f"{e.kind}:{e.account_id}" if e.kind != "held" else None) for e in events]


def decision_from(
    s: Sitting,
    row: Mapping[str, Any],
    snapshot: Mapping[str, Any],
    decision: str,
    *,
    by: str,
    spread: timedelta = timedelta(0),
) -> Decision:
    """Return the decision that a proposal becomes when it is made as it stands."""
    until, account = row.get("expires_at"), row["account_id"]
    order = Order(row["action"], until=None if until is None else moment(until))
    return Decision(
        decision, account, takes_away(order, row["violation"], row.get("scope") or ""), by, violation=row["violation"],
        evidence=evidence_of(account, row["finding_ids"]), findings=tuple(row["finding_ids"]), rule=row["rule"] or "", policy=row["policy"],
        policy_version=row["policy_version"], snapshot=snapshot.get("digest", ""), spread=spread, detail=detail_of(s, row["action"], account, snapshot),
    )  # fmt: skip


def detail_of(s: Sitting, action: str, account: str, snapshot: Mapping[str, Any]) -> str:
    """Return the digest of what a removal takes off, such as followers, sealed: the platform needs it, and puts it back on a reversal."""
    if action != "remove":
        return ""
    related = sorted({r for f in snapshot["findings"] for r in f["related"] or ()})
    return s.seal(account, {"removed": related})


def _spread(policy: Policy, rule: str | None) -> timedelta:
    return next((r.spread for r in policy.rules if r.name == rule and r.spread), timedelta(0))


def _case(c: Candidate, why: str, level: str) -> New:
    row = c.row
    case = made_id("cas", c.proposal)
    body = {
        "case": case, "kind": "proposal", "about": c.decision, "proposal": c.proposal, "violation": row["violation"],
        "scope": row["scope"] or "", "rule": row["rule"] or "", "policy": row["policy"], "version_of_policy": row["policy_version"],
        "action": row["action"], "why": why, "level": level, "score": row["score"],
    }  # fmt: skip
    return New("case_opened", c.account_id, body, case)
