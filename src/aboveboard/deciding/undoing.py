"""Taking decisions back: one, a whole batch, and all that rests on them, each with its account's life, its bars and what the platform does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from aboveboard.cases import BarEvent, Event, cascade, take
from aboveboard.cases.finding import measure_of
from aboveboard.deciding.carrying import Outbox, timely
from aboveboard.deciding.histories import History, histories
from aboveboard.deciding.pairs import person
from aboveboard.deciding.settling import come_back
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.values import Decision, filled, made_id
from aboveboard.errors import CaseError
from aboveboard.store import New
from aboveboard.store.bars_written import bar_entry, bars
from aboveboard.store.deciding_tables import ACTIONS

__all__ = ["Undone", "resting_decisions", "reversal_id", "reverse", "undo"]

_CASCADE = "policy:cascade"


@dataclass(frozen=True, slots=True)
class Undone:
    """Which decisions were taken back, which of those because another one fell, and which could not be, each with the reason."""

    decisions: tuple[str, ...]
    fallen: tuple[str, ...]
    refused: Mapping[str, str]


def reversal_id(decision: str) -> str:
    """Return the id under which a decision is taken back: the key of the action that undoes it."""
    return made_id("dec", "undo", decision)


def reverse(s: Sitting, decision: str, by: str, reason: str) -> Undone:
    """Take one decision back, and all that rests on it. Raises `CaseError` where there is none, it is undone already, or without a reason."""
    said = s.said("decisions", decision)
    if said is None:
        raise CaseError(f"there is no decision {decision}")
    if not reason.strip():
        raise CaseError("a reversal needs a reason")
    done = undo(s, {decision: said[0]}, person(by), s.seal(said[0], {"reason": reason}))
    if done.refused:
        raise CaseError(f"decision {decision}: {done.refused[decision]}")
    if not done.decisions:
        raise CaseError(f"decision {decision} was taken back already")
    return done


def undo(
    s: Sitting,
    chosen: Mapping[str, str],
    by: str,
    reason: str = "",
    *,
    kind: str = "reversed",
    batch: str = "",
    case: str = "",
) -> Undone:
    """Take decisions (id to account) back, with what rests on them; what is undone already stays so, and cases that they settled wait again.

    `kind` is `reversed`, or `appeal_granted` where an appeal asked for it.
    """
    resting = resting_decisions(s, chosen)
    known = histories(s, [*chosen.values(), *(row["account_id"] for row in resting)])
    out, refused, done = Outbox(), dict[str, str](), list[str]()
    for decision, account in chosen.items():
        mine = known[account]
        if decision not in mine.undone and decision in mine.decisions:
            why = _one(
                s,
                mine,
                mine.decisions[decision],
                Event(account, s.at, kind, decision, by),
                out,
                reason=reason,
                batch=batch,
                case=case,
            )
            refused |= {decision: why} if why else {}
            done += [] if why else [decision]
    fallen = _fallen(s, known, [r for r in resting if r["top"] in done], out)
    _bars_fall(s, [known[chosen[d]].decisions[d] for d in done], by, out)
    gone = {
        **{d: chosen[d] for d in done},
        **{r["decision_id"]: r["account_id"] for r in resting if r["decision_id"] in fallen},
    }
    out.cases = come_back(s, gone, known, by, appealed=kind == "appeal_granted")
    _ = out.send(s)
    return Undone(tuple(done), tuple(fallen), refused)


def resting_decisions(s: Sitting, chosen: Iterable[str]) -> list[dict[str, Any]]:
    """Return the actions of decisions that rest on these, through others if need be, each with the one at the `top`."""
    tops = {d: d for d in chosen}
    found: list[dict[str, Any]] = []
    waiting = list(tops)
    while waiting:
        some, waiting = waiting[:500], waiting[500:]
        query = sa.select(ACTIONS).where(ACTIONS.c.root.in_(some), ACTIONS.c.undoes == "").order_by(ACTIONS.c.position)
        for row in s.connection.execute(query).mappings():
            if row["decision_id"] not in tops:
                tops[row["decision_id"]] = tops[row["root"]]
                found.append({**row, "top": tops[row["root"]]})
                waiting.append(row["decision_id"])
    return found


def _one(
    s: Sitting,
    mine: History,
    made: Decision,
    event: Event,
    out: Outbox,
    *,
    reason: str = "",
    batch: str = "",
    case: str = "",
) -> str:
    """Put one reversal into the outbox; return why it cannot be, where it cannot."""
    if measure_of(mine.account, made.id) is not None:
        try:
            mine.account, events = take(mine.account, timely(mine.account, event), s.periods)
        except CaseError as error:
            return str(error)
        out.events += [(e, f"{e.kind}:{made.id}" if e.id == made.id and e.kind == event.kind else None) for e in events]
    mine.undone.add(made.id)
    undoing = reversal_id(made.id)
    body = {
        "decision": undoing, "undoes": made.id, "by": event.by, "root": event.root, "rule": made.rule, "batch": batch, "reason": reason,
        "case": case,
    }  # fmt: skip
    out.decided.append(New(event.kind, made.account_id, filled(body), undoing))
    if made.order.action != "none":
        said = {"decision": undoing, "action": made.order.action, "scope": made.order.scope, "undoes": made.id}
        more = {"rule": made.rule, "batch": batch, "detail": made.detail, "not_before": s.at}
        out.actions.append(New("action_due", made.account_id, filled({**said, **more}), undoing))
    return ""


def _fallen(s: Sitting, known: dict[str, History], resting: Sequence[Mapping[str, Any]], out: Outbox) -> list[str]:
    """Take back what rests on decisions that fell: closures, limits and bars by the life cycle's own rule, the rest beside it."""
    done: list[str] = []
    for top in dict.fromkeys(r["top"] for r in resting):
        accounts = [known[a].account for a in dict.fromkeys(r["account_id"] for r in resting if r["top"] == top)]
        events = {e.id: e for e in cascade(accounts, bars(s.connection), top, s.at).events}
        for row in (r for r in resting if r["top"] == top):
            mine, decision = known[row["account_id"]], row["decision_id"]
            event = events.get(decision) or Event(
                row["account_id"], s.at, "reversed", decision, _CASCADE, root=row["root"]
            )
            if decision not in mine.undone and not _one(s, mine, mine.decisions[decision], event, out):
                done.append(decision)
    return done


def _bars_fall(s: Sitting, made: Sequence[Decision], by: str, out: Outbox) -> None:
    """End the bars of what fell; the fold of bars takes all that rests on them too."""
    needed = [d for d in made if d.order.action in ("close", "bar", "suspend", "verify", "limit")]
    standing = bars(s.connection) if needed else None
    for d in needed:
        if standing and (d.id in standing.bars or any(b.root == d.id for b in standing.bars.values())):
            out.bars.append(bar_entry(BarEvent(s.at, "overturned", d.id, by)))
