"""The link in what a holder is told: with it they read why, and may appeal. It is made when a message goes out, and kept nowhere."""

from __future__ import annotations

from datetime import datetime

from aboveboard.cases.periods import APPEAL
from aboveboard.staff.keys import Keys
from aboveboard.staff.links import make_link
from aboveboard.work.outbox import Link

__all__ = ["linking"]


def linking(keys: Keys) -> Link:
    """Return what makes links: from an account, the decision and when it was handed over; the same at every attempt, good for as long as an appeal may be filed."""

    def link(account: str, about: str, at: datetime) -> str:
        return make_link(keys, account, about, at, at + APPEAL)

    return link
