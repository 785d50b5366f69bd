"""Whom to tell what, when, and before what: one row a notice. Nothing that a notice must precede can happen without it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple

__all__ = ["BEFORE", "NOTICES", "OWED_AFTER", "Notice"]


class Notice(NamedTuple):
    """One notice.

    `after` names the events that owe it at once. `before` is the event it must precede, by at least `lead`; it is due `ahead`
    of that event's date. It no longer counts when older than `lapse`.
    """

    name: str
    to: tuple[str, ...]
    says: str
    after: tuple[str, ...] = ()
    before: str = ""
    lead: timedelta = timedelta(0)
    ahead: timedelta | None = None
    lapse: timedelta | None = None


def _days(count: int) -> timedelta:
    return timedelta(days=count)


_AGAINST = ("refused", "limited", "suspended", "credential_revoked", "closed", "verification_missed", "field_paused")

_NOTICES = (
    Notice(
        "statement",
        ("holder",),
        "What was decided and for how long; the facts, the rule or law, what was done by machine; what to mend; how to appeal.",
        _AGAINST,
    ),
    Notice(
        "verification",
        ("holder",),
        "What to show or correct, by when, and what happens otherwise.",
        ("verification_asked",),
        "verification_missed",
        _days(14),
    ),
    Notice(
        "hearing",
        ("holder",),
        "The account may be closed, why, on what evidence, and how to answer first.",
        ("closing_announced",),
        "closed",
        _days(7),
        lapse=_days(90),
    ),
    Notice("receipt", ("appellant",), "The appeal has arrived, and when an answer is due.", ("appealed",)),
    Notice(
        "answer",
        ("appellant",),
        "The answer to the appeal, in writing, with reasons, by somebody who had no part in the decision.",
        ("appeal_refused", "appeal_granted"),
    ),
    Notice(
        "restored",
        ("holder",),
        "What is open to the holder again, and since when; no strike remains of a decision that was wrong.",
        ("ended", "appeal_granted", "reversed"),
    ),
    Notice("verified", ("holder",), "What was asked for has been shown.", ("verified",)),
    Notice(
        "goodbye",
        ("holder",),
        "The account is closed as asked; until when the holder can come back, and what will remain.",
        ("left", "erasure_asked"),
    ),
    Notice(
        "orphan",
        ("custodian", "higher_body"),
        "Nobody seems to act for the account any more; how to claim it.",
        ("orphaned",),
    ),
    Notice("claim", ("custodian", "higher_body"), "A body claims the account; how to object.", ("claimed",)),
    Notice(
        "public",
        ("public",),
        "On the profile: what is to become of the account, when, and how any body can object.",
        ("plan_approved",),
        "plan_done",
        _days(30),
    ),
    Notice(
        "plan",
        ("custodian", "successor"),
        "What is to become of the account, when, who approved it, and how to object.",
        ("plan_approved",),
        "plan_done",
        _days(30),
    ),
    Notice("plan_withdrawn", ("public", "custodian", "successor"), "The plan was given up.", ("plan_withdrawn",)),
    Notice("plan_done", ("public", "custodian", "successor"), "The plan was carried out.", ("plan_done",)),
    Notice(
        "sleep_60",
        ("holder",),
        "The account will rest in 60 days unless it is used.",
        before="slept",
        lead=_days(60),
        ahead=_days(60),
    ),
    Notice(
        "sleep_30",
        ("holder",),
        "The account will rest in 30 days unless it is used.",
        before="slept",
        lead=_days(30),
        ahead=_days(30),
    ),
    Notice(
        "sleep_7",
        ("holder",),
        "The account will rest in 7 days unless it is used.",
        before="slept",
        lead=_days(7),
        ahead=_days(7),
    ),
    Notice("asleep", ("holder",), "The account rests; signing in wakes it.", ("slept",)),
    Notice(
        "credential_30",
        ("holder",),
        "The qualification runs out in 30 days; how to renew it.",
        before="field_paused",
        ahead=_days(30),
    ),
    Notice(
        "credential_7",
        ("holder",),
        "The qualification runs out in 7 days; how to renew it.",
        before="field_paused",
        ahead=_days(7),
    ),
    Notice(
        "erasure",
        ("holder",),
        "When the account is erased, how to get a copy first, and what remains: a bar, if there is one, until when.",
        before="purged",
        lead=_days(7),
        ahead=_days(30),
    ),
    Notice(
        "heartbeat",
        ("custodian",),
        "A year has passed: please confirm that you still act for the account.",
        ahead=_days(0),
    ),
    Notice("appeal_waits", ("appeals desk",), "An appeal has had no answer in time.", ahead=_days(0)),
)

NOTICES: Mapping[str, Notice] = {n.name: n for n in _NOTICES}
"""Every notice by name."""

OWED_AFTER: Mapping[str, tuple[str, ...]] = {
    kind: tuple(n.name for n in _NOTICES if kind in n.after) for kind in {k for n in _NOTICES for k in n.after}
}
"""Event kind to the notices it owes at once."""

BEFORE: Mapping[str, tuple[Notice, ...]] = {
    kind: tuple(n for n in _NOTICES if n.before == kind) for kind in {n.before for n in _NOTICES if n.before}
}
"""Event kind to the notices that must have gone out before it, first one first."""
