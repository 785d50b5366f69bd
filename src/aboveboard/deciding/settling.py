"""Cases that a batch answers: they are settled with it, and wait again when what settled them is taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import sqlalchemy as sa

from aboveboard.deciding.histories import History
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.values import Decision
from aboveboard.store import New
from aboveboard.store.aliases import about
from aboveboard.store.deciding_tables import CASES, LEASES
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES, ITS_STREAM

__all__ = ["come_back", "settle_waiting"]

_CHUNK = 500


def settle_waiting(s: Sitting, made: Sequence[Decision]) -> list[New]:
    """Return what settles the cases that a batch's decisions answer: every one of an account that is closed, else those of the same violation.

    An appeal is answered by itself. Who works on such a case is told that it was decided when they say so.
    """
    by_account = {d.account_id: d for d in made}
    found = list[New]()
    for row in _waiting(s, list(by_account)):
        decision = by_account[row["account_id"]]
        if decision.order.action == "close" or decision.violation == row["violation"]:
            body = {
                "case": row["case_id"],
                "by": decision.by,
                "decision": decision.id,
                "batch": decision.batch,
                "second": decision.second,
            }
            found.append(
                New(
                    "settled",
                    row["account_id"],
                    {n: v for n, v in body.items() if v},
                    f"settled:{row['case_id']}:{decision.id}",
                )
            )
    if found:
        s.connection.execute(sa.delete(LEASES).where(LEASES.c.case_id.in_([n.body["case"] for n in found])))
    return found


def _waiting(s: Sitting, accounts: Sequence[str]) -> Iterator[sa.RowMapping]:
    for start in range(0, len(accounts), _CHUNK):
        query = sa.select(CASES.c.case_id, CASES.c.account_id, CASES.c.violation).where(
            CASES.c.account_id.in_(accounts[start : start + _CHUNK]),
            CASES.c.kind == "proposal",
            CASES.c.status != "decided",
        )
        yield from s.connection.execute(query.order_by(CASES.c.opened_us, CASES.c.case_id)).mappings().all()


def come_back(
    s: Sitting, fallen: Mapping[str, str], known: Mapping[str, History], by: str, *, appealed: bool
) -> list[New]:
    """Return what brings back the cases that decisions (id to account) settled, once those are taken back.

    Where an appeal found a decision wrong, what rests on the same evidence does not come back: it was answered.
    """
    of_batches = {d: a for d, a in fallen.items() if known[a].decisions[d].batch}
    accounts, found = list(dict.fromkeys(of_batches.values())), list[New]()
    for start in range(0, len(accounts), _CHUNK):
        settled = (
            ITS_STREAM == "decisions",
            ENTRIES.c.kind == "settled",
            about(*accounts[start : start + _CHUNK]),
        )
        for entry in read_entries(s.connection, *settled):
            decision, case = entry.body["decision"], entry.body["case"]
            if decision in of_batches and not (appealed and known[entry.subject].immune(_findings(s, case))):
                body = {"case": case, "by": by, "decision": decision, "batch": entry.body["batch"]}
                found.append(New("case_returned", entry.subject, body, f"returned:{case}:{decision}"))
    return found


def _findings(s: Sitting, case: str) -> Sequence[str]:
    said = s.said("proposals", s.case(case)["proposal"])
    return said[1]["findings"] if said else ()
