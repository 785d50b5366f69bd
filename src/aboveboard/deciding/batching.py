"""One decision over many accounts: looked at first, then on a few, then on the rest; stopped by a breaker, and taken back whole."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pyarrow as pa
import sqlalchemy as sa

from aboveboard.deciding.carrying import Outbox, carry_out, effect_of, entered, takes_away
from aboveboard.deciding.evidence import evidence_of, plain
from aboveboard.deciding.halting import ALL, halted
from aboveboard.deciding.histories import History, histories
from aboveboard.deciding.pairs import agreed, person
from aboveboard.deciding.policy_states import drawn
from aboveboard.deciding.ruling import takes_two
from aboveboard.deciding.settling import settle_waiting
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.strata import Counts, counts_of, skewed
from aboveboard.deciding.undoing import undo
from aboveboard.deciding.values import Decision, Order, filled, made_id
from aboveboard.errors import CaseError
from aboveboard.store import New
from aboveboard.store.deciding_tables import ACTIONS, BATCHES
from aboveboard.store.entries import canonical, microseconds, moment

__all__ = [
    "Asked",
    "Looked",
    "advance_batch",
    "batch_of",
    "cancel_batch",
    "look_again",
    "plan_batch",
    "refuse_batch",
    "reverse_batch",
    "run_batch",
]

_SAMPLE = 20
_FACTS = ("account_id", "kind", "created_at", "followers", "verified_org_id", "language")
_RUNNING = ("canary", "running")
_REFUSED, _STOPPED = "the second person said no", "a person stopped it"


class Asked(NamedTuple):
    """What is to be done to many accounts: the order, why, by which rule of thumb (`name`), and the findings about each account."""

    order: Order
    violation: str
    name: str
    findings: Mapping[str, Sequence[str]] = {}


@dataclass(frozen=True, slots=True)
class Looked:
    """What a dry run shows: nothing was done. `token` is what a run must be given: it stands for this very set and order."""

    batch: str
    token: str
    size: int
    counts: Counts
    refused: Mapping[str, int]
    sample: tuple[str, ...]
    two_people: str
    skew: str


def plan_batch(s: Sitting, asked: Asked, accounts: pa.Table, population: Counts, by: str) -> Looked:
    """Look at what an order would do to every row of `accounts` (the contract's table), and keep the plan. Nothing is done.

    `population` counts all accounts of the service (`strata.counts_of`). Raises `CaseError` where there is nobody, or an order that batches
    do not take: an account is barred or closed by itself, with its own hearing, unless harm is imminent.
    """
    order = takes_away(asked.order, asked.violation)
    rows = _rows(accounts)
    if not rows:
        raise CaseError("a batch needs at least one account")
    if order.action in ("none", "bar") or (order.action == "close" and not order.imminent):
        raise CaseError(f"`{order.action}` is decided account by account; a batch closes only where harm is imminent")
    made = _plan(s, asked._replace(order=order), rows, counts_of(accounts, s.at), population)
    token = hashlib.sha256(canonical(made).encode()).hexdigest()
    batch = made_id("bat", token, microseconds(s.at))
    known = histories(s, [r["account_id"] for r in rows])
    why = _two(s, order, rows, known)
    body = {
        "batch": batch,
        "token": token,
        "plan": s.seal(batch, made),
        "size": len(rows),
        "by": person(by),
        "rule": asked.name,
        "why": why,
    }
    s.write("decisions", [New("batch_planned", f"batch:{batch}", body, batch)])
    return _looked(s, made, {"batch_id": batch, "token": token, "why": why}, known, "sample")


def _looked(s: Sitting, made: Mapping[str, Any], row: Mapping[str, Any], known: Mapping[str, History], draw: str) -> Looked:  # fmt: skip
    """Return what a plan would do today; `draw` names the sample, so that two people do not look at the same one."""
    names, key = [r["account_id"] for r in made["accounts"]], f"{s.limits.seed}:{row['token']}:{draw}"
    shown = sorted(names, key=lambda a: (drawn(key, a), a))
    refused = _refusals(s, row["batch_id"], made, known)
    uneven = skewed(made["counts"], made["population"], s.limits)
    return Looked(row["batch_id"], row["token"], len(names), made["counts"], refused, tuple(shown[:_SAMPLE]), row["why"], uneven)  # fmt: skip


def look_again(s: Sitting, batch: str) -> Looked:
    """Look at a batch that waits for a second person, as the first one's dry run did, with a sample of its own. Nothing is done.

    What the first person gave as a reason is nowhere in it. Raises `CaseError` where nobody waits, or where what was to be done was erased.
    """
    row = _waits(s, batch)
    made = s.unseal(row["plan"])
    if made is None:
        raise CaseError(f"what batch {batch} was to do was erased")
    known = histories(s, [r["account_id"] for r in made["accounts"]])
    return _looked(s, made, row, known, "second")


def refuse_batch(s: Sitting, batch: str, by: str, reason: str) -> dict[str, Any]:
    """Say no to a batch as its second person, with a reason; nothing of it was done, and nothing will be.

    Raises `CaseError` where it does not wait, without a reason, or by whoever asked for it.
    """
    row = _waits(s, batch)
    if row["by"] == person(by):
        raise CaseError(f"batch {batch} waits for a second person; {by} asked for it")
    if not reason.strip():
        raise CaseError("a refusal needs a reason")
    body = {"batch": batch, "status": "cancelled", "second": by, "why": _REFUSED, "reason": s.seal(batch, {"reason": reason})}  # fmt: skip
    s.write("decisions", [New("batch_stopped", f"batch:{batch}", body)])
    return batch_of(s, batch)


def _waits(s: Sitting, batch: str) -> dict[str, Any]:
    row = batch_of(s, batch)
    if row["status"] != "asked":
        raise CaseError(f"batch {batch} does not wait for a second person: it is {row['status']}")
    return row


def run_batch(s: Sitting, batch: str, token: str, by: str, reason: str) -> str:
    """Start a batch that was looked at and return its status: `asked` where it waits for a second person, else `canary`.

    Raises `CaseError` where the token is not that of the dry run, a breaker speaks against it, or it was started before.
    """
    row = batch_of(s, batch)
    if row["status"] not in ("planned", "asked"):
        raise CaseError(f"batch {batch} is {row['status']}, by {row['by']}")
    if row["token"] != token:
        raise CaseError(f"batch {batch}: that is not the token of its dry run; look at it again")
    if not reason.strip():
        raise CaseError("a batch needs a reason")
    first, second = person(by), ""
    if row["why"]:
        asked = agreed(s, "batch", batch, {"token": token, "reason": reason}, by)
        if asked is None:
            s.write("decisions", [New("batch_asked", f"batch:{batch}", {"batch": batch, "status": "asked", "by": by})])
            return "asked"
        first, second = asked, by
    canary = max(1, math.ceil(row["size"] * s.limits.canary))
    sealed = s.seal(batch, {"reason": reason})
    body = {
        "batch": batch,
        "status": "canary",
        "by": first,
        "second": second,
        "canary": canary,
        "reason": sealed,
        "hold": 0,
    }
    s.write("decisions", [New("batch_started", f"batch:{batch}", body)])
    return "canary"


def advance_batch(s: Sitting, batch: str, most: int = 1000) -> dict[str, Any]:
    """Do the next part of a batch and return how it stands: its canary first, the rest once that was held.

    Whoever works on it calls this until the status is no longer `canary` or `running`; nothing is done twice if it is called again. A
    halt, or a skew by language or script, stops it.
    """
    row = batch_of(s, batch)
    waits = row["status"] == "canary" and row["done"] + row["failed"] >= row["canary"] and s.at < moment(row["hold_us"])
    if row["status"] not in _RUNNING or waits:
        return row
    made = s.unseal(row["plan"])
    if made is None:
        raise CaseError(f"what batch {batch} was to do was erased")
    stopped = _stop(s, row, made)
    if stopped:
        s.write(
            "decisions", [New("batch_stopped", f"batch:{batch}", {"batch": batch, "status": "stopped", "why": stopped})]
        )
        return batch_of(s, batch)
    done = row["done"] + row["failed"]
    end = row["size"] if done >= row["canary"] else row["canary"]
    refused = _some(s, row, made, _order_of(s, row, made)[done : min(end, done + most)])
    _moved(s, row, min(end, done + most), len(refused))
    return batch_of(s, batch)


def cancel_batch(s: Sitting, batch: str, by: str, reason: str) -> dict[str, Any]:
    """End a batch where it is; what was done stays until it is reversed. Raises `CaseError` where it is over."""
    row = batch_of(s, batch)
    if row["status"] not in ("planned", "asked", "stopped", *_RUNNING):
        raise CaseError(f"batch {batch} is {row['status']}")
    sealed = s.seal(batch, {"reason": reason})
    body = {"batch": batch, "status": "cancelled", "by": person(by), "why": _STOPPED, "reason": sealed}
    s.write("decisions", [New("batch_stopped", f"batch:{batch}", body)])
    return batch_of(s, batch)


def reverse_batch(s: Sitting, batch: str, by: str, reason: str, most: int = 1000) -> dict[str, Any]:
    """Take back the next part of what a batch did, with all that rests on it, and return how it stands; call it until it is `reversed`.

    One person is enough: it gives back what was taken. It never stops at an account that cannot be given back; those are counted.
    """
    row = batch_of(s, batch)
    if row["status"] in _RUNNING:
        row = cancel_batch(s, batch, by, reason)
    taken = sa.select(ACTIONS.c.undoes).where(ACTIONS.c.batch == batch, ACTIONS.c.undoes != "")
    query = (
        sa.select(ACTIONS.c.decision_id, ACTIONS.c.account_id)
        .where(ACTIONS.c.batch == batch, ACTIONS.c.undoes == "", ACTIONS.c.decision_id.not_in(taken))
        .order_by(ACTIONS.c.position)
        .limit(most)
    )
    chosen = {row[0]: row[1] for row in s.connection.execute(query)}
    done = undo(s, chosen, person(by), s.seal(batch, {"reason": reason}), batch=batch)
    if len(chosen) < most or not done.decisions:
        body = {"batch": batch, "status": "reversed", "by": by, "refused": len(done.refused)}
        s.write("decisions", [New("batch_reversed", f"batch:{batch}", body)])
    return batch_of(s, batch)


def batch_of(s: Sitting, batch: str) -> dict[str, Any]:
    """Return how a batch stands. Raises `CaseError` where there is none."""
    row = s.connection.execute(sa.select(BATCHES).where(BATCHES.c.batch_id == batch)).mappings().one_or_none()
    if row is None:
        raise CaseError(f"there is no batch {batch}")
    return dict(row)


def _rows(accounts: pa.Table) -> list[dict[str, Any]]:
    """Return each account once, by its id."""
    kept = accounts.select([n for n in _FACTS if n in accounts.column_names])
    rows = {r["account_id"]: plain(r) for r in kept.to_pylist()}
    return [rows[name] for name in sorted(rows)]


def _plan(
    s: Sitting, asked: Asked, rows: Sequence[Mapping[str, Any]], counts: Counts, population: Counts
) -> dict[str, Any]:
    return {
        "order": filled(asked.order._asdict()) | {"severity": asked.order.severity},
        "violation": asked.violation,
        "name": asked.name,
        "accounts": list(rows),
        "findings": {a: sorted(f) for a, f in asked.findings.items()},
        "counts": counts,
        "population": population,
        "at": microseconds(s.at),
    }


def _refusals(s: Sitting, batch: str, made: Mapping[str, Any], known: Mapping[str, History]) -> dict[str, int]:
    """Return how many accounts the order would not reach, by why."""
    found = dict[str, int]()
    row = {"batch_id": batch, "by": "person:dry-run", "second": "person:second"}
    for facts in made["accounts"]:
        decision = _decision(row, made, facts)
        account, _ = _entered(s, known[facts["account_id"]], facts)
        try:
            _ = effect_of(s, account, decision)
        except CaseError as error:
            why = str(error).rpartition(": ")[2]
            found[why] = found.get(why, 0) + 1
    return found


def _two(s: Sitting, order: Order, rows: Sequence[Mapping[str, Any]], known: Mapping[str, History]) -> str:
    if len(rows) > s.limits.bulk:
        return f"it is about more than {s.limits.bulk} accounts"
    return next((why for r in rows if (why := takes_two(order, known[r["account_id"]].account, r, s.limits, s))), "")


def _stop(s: Sitting, row: Mapping[str, Any], made: Mapping[str, Any]) -> str:
    """Return why a batch must not go on."""
    halts = halted(s)
    why = halts.get(ALL) or halts.get(row["rule"]) or ""
    return f"halted: {why}" if why else skewed(made["counts"], made["population"], s.limits)


def _order_of(s: Sitting, row: Mapping[str, Any], made: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the accounts in the order in which they are reached: drawn, so that the canary is like the rest."""
    key = f"{s.limits.seed}:{row['token']}:canary"
    return sorted(made["accounts"], key=lambda r: (drawn(key, r["account_id"]), r["account_id"]))


def _some(
    s: Sitting, row: Mapping[str, Any], made: Mapping[str, Any], chosen: Sequence[Mapping[str, Any]]
) -> list[str]:
    """Carry the order out on these accounts, settle the cases that it answers, and return those that it does not reach."""
    known, out = histories(s, [r["account_id"] for r in chosen]), Outbox()
    refused, decided = list[str](), list[Decision]()
    for facts in chosen:
        mine = known[facts["account_id"]]
        before = mine.account
        mine.account, events = _entered(s, mine, facts)
        try:
            decision = _decision(row, made, facts)
            decided += [decision] if carry_out(s, mine, decision, out) else []
        except CaseError:
            mine.account = before
            refused.append(facts["account_id"])
            continue
        keyed = ((e, f"{e.kind}:{e.account_id}" if e.kind != "held" else None) for e in events)
        out.events += keyed
    out.cases = settle_waiting(s, decided)
    _ = out.send(s)
    return refused


def _entered(s: Sitting, mine: History, facts: Mapping[str, Any]) -> Any:  # noqa: ANN401  (what `entered` returns)
    created = facts.get("created_at")
    wide = bool(facts.get("verified_org_id")) or (facts.get("followers") or 0) >= s.limits.followers
    return entered(mine.account, facts["account_id"], None if created is None else moment(created), s.at, guarded=wide)


def _decision(row: Mapping[str, Any], made: Mapping[str, Any], facts: Mapping[str, Any]) -> Decision:
    account, order = facts["account_id"], dict(made["order"])
    until = order.pop("until", None)
    findings = tuple(made["findings"].get(account, ()))
    return Decision(
        made_id("dec", row["batch_id"], account), account, Order(**order, until=None if until is None else moment(until)), row["by"],
        row["second"], violation=made["violation"], evidence=evidence_of(account, findings or (row["batch_id"],)), findings=findings,
        rule=made["name"], batch=row["batch_id"],
    )  # fmt: skip


def _moved(s: Sitting, row: Mapping[str, Any], reached: int, refused: int) -> None:
    """Write down how far a batch has come, and when the rest may follow its canary."""
    body: dict[str, Any] = {"batch": row["batch_id"], "refused": refused}
    if reached >= row["size"]:
        body["status"] = "done"
    elif reached >= row["canary"] and not row["hold_us"]:
        body["hold"] = microseconds(s.at + s.limits.hold)
    elif reached > row["canary"]:
        body["status"] = "running"
    s.write("decisions", [New("batch_moved", f"batch:{row['batch_id']}", body)])
