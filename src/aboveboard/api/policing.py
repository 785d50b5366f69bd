"""The policy on the desk: the shipped one goes live where there is none, and whoever asks gets the one in force."""

from __future__ import annotations

import threading
from datetime import timedelta
from importlib.resources import files
from typing import Final

from aboveboard.api.desk import Desk
from aboveboard.app.choosing import Installed
from aboveboard.cases.periods import PERIODS
from aboveboard.deciding.policy_life import adopt, policy_of
from aboveboard.deciding.policy_states import in_force
from aboveboard.deciding.sitting import sit, watch
from aboveboard.deciding.values import Limits
from aboveboard.errors import PolicyError
from aboveboard.policy import Policy

__all__ = ["InForce", "open_policy"]

_LASTS: Final = timedelta(days=365)
_FRESH: Final = timedelta(seconds=1)


class InForce:
    """The live policy, read again at most once a second: a change of policy shows within a second, and a check does not wait for it."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._lock = desk, threading.Lock()
        self._policy: Policy | None = None
        self._read_at = desk.clock() - 2 * _FRESH
        self._version = ("", "")

    def __call__(self) -> Policy:
        """Return it. Raises `PolicyError` where none is live."""
        at = self._desk.clock()
        with self._lock:
            if self._policy is None or not self._read_at <= at < self._read_at + _FRESH:
                self._policy, self._read_at = self._read(), at
            return self._policy

    def _read(self) -> Policy:
        desk = self._desk
        with watch(desk.ledger, desk.clock(), desk.parts["limits"], desk.parts["periods"]) as s:
            live = next((p for p in in_force(s) if p.stage == "live"), None)
            if live is None:
                raise PolicyError("no policy is live; let one go live, or start with an empty data folder")
            version = (live.policy, live.version)
            if self._policy is not None and version == self._version:
                return self._policy
            self._version = version
            return policy_of(s, *version)


def open_policy(desk: Desk) -> None:
    """Put the operator's limits, the installed detectors and the policy in force on the desk; the shipped policy goes live on an empty store."""
    detectors = Installed()
    desk.parts |= {"limits": Limits(), "periods": PERIODS, "detectors": detectors}
    shipped = files("aboveboard.policy").joinpath("default.toml").read_text(encoding="utf-8")
    with sit(desk.ledger, desk.clock(), desk.parts["limits"]) as s:
        _ = adopt(s, shipped, s.at + _LASTS, detectors)
    desk.parts["policy"] = InForce(desk)
