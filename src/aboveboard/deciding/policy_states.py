"""How far each version of a policy has come, and on whom it acts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import sqlalchemy as sa

from aboveboard.deciding.sitting import Sitting
from aboveboard.errors import PolicyError
from aboveboard.store.deciding_tables import POLICY_STATE
from aboveboard.store.entries import microseconds

__all__ = ["ACTING", "Standing", "chosen_for", "drawn", "in_force", "standing", "version_of"]

ACTING = ("shadow", "canary", "live")
"""Stages in which a policy is asked; in the first it is only counted."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One version of a policy: its stage, who wrote and approved it, the digests of its text, the share of its canary, and its end."""

    policy: str
    version: str
    stage: str
    author: str
    approver: str
    sha256: str
    sealed: str
    asked_by: str
    ends_us: int
    since_us: int
    share: float


def in_force(s: Sitting) -> list[Standing]:
    """Return the versions that are in force at the time of the sitting, the live ones first."""
    query = sa.select(POLICY_STATE).where(POLICY_STATE.c.stage.in_(ACTING), POLICY_STATE.c.ends_us > microseconds(s.at))
    found = [Standing(**row) for row in s.connection.execute(query).mappings()]
    return sorted(found, key=lambda f: (-ACTING.index(f.stage), f.policy, f.version))


def version_of(s: Sitting, policy: str, version: str) -> Standing:
    """Return one version. Raises `PolicyError` where there is none."""
    query = sa.select(POLICY_STATE).where(POLICY_STATE.c.policy == policy, POLICY_STATE.c.version == version)
    row = s.connection.execute(query).mappings().one_or_none()
    if row is None:
        raise PolicyError(f"there is no version {version} of a policy called {policy}")
    return Standing(**row)


def standing(s: Sitting, policy: str, version: str) -> Standing:
    """Return a version that is in force. Raises `PolicyError` for any other: it may not be asked."""
    found = version_of(s, policy, version)
    if found.stage not in ACTING:
        raise PolicyError(
            f"version {version} of {policy} is {found.stage}; only one in shadow, canary or live is asked"
        )
    if found.ends_us <= microseconds(s.at):
        raise PolicyError(f"version {version} of {policy} has ended")
    return found


def chosen_for(s: Sitting, state: Standing, account_id: str) -> bool:
    """Say whether a version acts on an account: in its canary, on the share of accounts that a keyed hash picks."""
    if state.stage != "canary":
        return True
    return drawn(f"{s.limits.seed}:{state.policy}:{state.version}", account_id) < state.share


def drawn(key: str, name: str) -> float:
    """Return a number from 0 to 1 that follows from a key and a name alone."""
    return int.from_bytes(hashlib.sha256(f"{key}\n{name}".encode()).digest()[:7], "big") / (1 << 56)
