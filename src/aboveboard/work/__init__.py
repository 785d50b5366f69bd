"""Work: durable jobs, what is handed to the platform, webhooks, and what was set aside.

Read `jobs`, `kind`, `worker` and `schedule`, then one file of `kinds`; `outbox`, `endpoints` and `sending` are how messages leave.
"""

from __future__ import annotations

from aboveboard.work.jobs import Job, cancel, enqueue, jobs_of, retry
from aboveboard.work.kind import Again, Backoff, Kind, Refused, Tools, known_kinds
from aboveboard.work.outbox import Handed, Message, acknowledge, hand, pending
from aboveboard.work.schedule import clockwork, tick
from aboveboard.work.sending import Sending
from aboveboard.work.worker import Worker

__all__ = [
    "Again",
    "Backoff",
    "Handed",
    "Job",
    "Kind",
    "Message",
    "Refused",
    "Sending",
    "Tools",
    "Worker",
    "acknowledge",
    "cancel",
    "clockwork",
    "enqueue",
    "hand",
    "jobs_of",
    "known_kinds",
    "pending",
    "retry",
    "tick",
]
