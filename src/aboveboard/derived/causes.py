"""What shows that an account caused its own batches of followers: payers, growth applications, batches after a warning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa

from aboveboard.tables import ARROW, Type

__all__ = ["CAUSED", "caused"]

CAUSED: Mapping[str, Type] = {
    "account_id": "string", "first_at": "time", "last_at": "time", "batches": "int", "size": "int", "score": "float", "tier": "string",
    "classes": "list", "payers": "int", "tokens": "list", "apps": "list", "after_warning": "int", "campaigns": "int",
    **dict.fromkeys(("paid", "granted", "warned", "timed"), "string"),
}  # fmt: skip
"""What `caused` yields: one row an account with own evidence."""

_DAY = 86_400
_ENOUGH, _FEW, _NEAR, _TURNS, _MOST = 3, 2, 2, 3, 0.9
_Row = Mapping[str, Any]


def caused(lines: pa.Table) -> pa.Table:
    """Return one row for each account that has batches and own evidence that it caused them.

    `lines` has rows of several kinds (`what`), all about accounts with batches: `batch` (number: size, total: kinds of excess,
    word: `bare` or `twins` where profiles or creation times are in excess), `payment` (number: members who share the token
    `word` with the account, total: all its holders), `grant` (word: purpose and application, number: members who came while it might act, total: of these within a month), `fellow` (number: members who
    also came in batches to two other accounts that granted the same), `warning`, `campaign`; times
    are seconds, `turn` numbers the batches. Batches that only chance, a school or a viral day could explain too do not count.
    """
    accounts: dict[str, list[_Row]] = {}
    for line in sorted(
        lines.to_pylist(), key=lambda r: (r["account_id"], r["what"], r["turn"] or 0, r["at_s"] or 0, r["word"] or "")
    ):
        accounts.setdefault(line["account_id"], []).append(line)
    rows = [found for name, own in accounts.items() if (found := _weighed(name, own))]
    return pa.Table.from_pylist(rows, pa.schema([(n, ARROW[k]) for n, k in CAUSED.items()]))


def _weighed(account: str, lines: Sequence[_Row]) -> dict[str, Any] | None:
    batches = [r for r in lines if r["what"] == "batch" and r["word"]]
    turns = {b["turn"] for b in batches}
    paid = [r for r in lines if r["what"] == "payment" and r["turn"] in turns and 2 * r["number"] >= r["total"] - 1]
    payers = max((r["number"] for r in paid), default=0)
    let_in = _apps(lines, batches)
    apps, sure = sorted(let_in), any(let_in.values())
    warned = min((r["at_s"] for r in lines if r["what"] == "warning"), default=None)
    after = [b for b in batches if warned is not None and b["at_s"] > warned]
    likely = payers >= _ENOUGH or sure
    timed = _timed(batches, [r["at_s"] for r in lines if r["what"] == "campaign"]) if batches else 0
    again = len(after) >= _FEW and timed
    if not batches or not (likely or apps or payers >= _FEW or again):
        return None
    doubt = 0.5 * (0.3 if payers >= _ENOUGH else 0.5 if payers >= _FEW else 1) * (0.4 if sure else 0.6 if apps else 1)
    doubt *= (0.6 if after else 1) * (0.8 if timed else 1) * 0.9 ** max(b["total"] for b in batches)
    return {
        "account_id": account, "first_at": _moment(min(b["at_s"] for b in batches)), "last_at": _moment(max(b["until_s"] for b in batches)),
        "batches": len(batches), "size": sum(b["number"] for b in batches), "score": round(1 - doubt, 4),
        "tier": "likely" if likely else "possible", "classes": _classes(batches, paid=payers >= _FEW, papers=bool(apps or after)),
        "payers": payers, "tokens": sorted({r["word"] for r in paid if r["number"] >= _FEW}), "apps": apps,
        "after_warning": len(after), "campaigns": timed,
        "paid": f"; {payers} of these followers pay with its means of payment" if payers >= _FEW else "",
        "granted": "; a growth application was allowed to act for it when they came" if apps else "",
        "warned": f"; {len(after)} of the rows came after it was warned" if after else "",
        "timed": "; they came with its own promotions" if timed else "",
    }  # fmt: skip


def _apps(lines: Sequence[_Row], batches: Sequence[_Row]) -> dict[str, bool]:
    """Return growth applications that were allowed to act when nine in ten of a batch came, and whether that says who sent it.

    It does where half came within a month of its being let in, or where half came to two other accounts too that let in
    the same application; who let it in long ago may have forgotten it.
    """
    served = {(r["turn"], r["word"]): r["number"] for r in lines if r["what"] == "fellow"}
    size = {b["turn"]: b["number"] for b in batches}
    found: dict[str, bool] = {}
    for grant in (r for r in lines if r["what"] == "grant" and r["word"].startswith("growth ") and r["turn"] in size):
        if _MOST * size[grant["turn"]] <= grant["number"]:
            half = size[grant["turn"]] / 2
            sure = grant["total"] >= half or served.get((grant["turn"], grant["word"]), 0) >= half
            app = grant["word"].removeprefix("growth ")
            found[app] = found.get(app, False) or sure
    return found


def _timed(batches: Sequence[_Row], campaigns: Sequence[int]) -> int:
    """Return how many batches began within two days of a campaign, where three did and campaigns are rare."""
    near = sum(any(abs(b["at_s"] - c) <= _NEAR * _DAY for c in campaigns) for b in batches)
    span = max([b["at_s"] for b in batches] + list(campaigns)) - min([b["at_s"] for b in batches] + list(campaigns))
    rare = 20 * _NEAR * _DAY * len(campaigns) <= max(span, 1)
    return near if near >= _TURNS and rare else 0


def _classes(batches: Sequence[_Row], *, paid: bool, papers: bool) -> list[str]:
    shown = {"profile" if "bare" in b["word"] else "behaviour" for b in batches}
    return sorted(shown | ({"identity"} if paid else set()) | ({"document"} if papers else set()))


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(int(seconds), UTC)
