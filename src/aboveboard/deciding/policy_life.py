"""The life of a policy: draft, tested on the past, in the shade, on a few, live, ended. Each step is an entry, and its author never approves it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from aboveboard.deciding.pairs import person
from aboveboard.deciding.policy_states import ACTING, Standing, version_of
from aboveboard.deciding.sitting import Sitting
from aboveboard.errors import PolicyError
from aboveboard.policy import Policy, check_policy, load_policy
from aboveboard.store import New
from aboveboard.store.deciding_tables import POLICY_STATE
from aboveboard.store.entries import microseconds

__all__ = [
    "LONGEST",
    "STEPS",
    "adopt",
    "canary",
    "draft",
    "end_policies",
    "go_live",
    "note_backtest",
    "policy_of",
    "shadow",
    "text_of",
    "withdraw",
]

LONGEST = timedelta(days=731)
"""No policy is in force for longer without being approved again: what was meant for a time must end."""

STEPS: Mapping[str, str] = {
    "draft": "written down; nobody asks it",
    "backtested": "run over what the ledger remembers; its report stands in the ledger",
    "shadow": "proposes beside the live one; counted, and nothing is done",
    "canary": "acts on a share of the accounts",
    "live": "acts on all accounts",
    "expired": "its end has come, or the next version is live",
    "withdrawn": "somebody took it back",
}
"""How far a version has come, in order."""

_FROM: Mapping[str, tuple[str, ...]] = {
    "backtested": ("draft", "backtested"), "shadow": ("backtested",), "canary": ("shadow",), "live": ("canary",),
}  # fmt: skip
SHIPPED = "policy:shipped"


def draft(
    s: Sitting, text: str, by: str, why: str, ends_at: datetime, detectors: Collection[str] | None = None
) -> Standing:
    """Write a draft down and return how it stands. `why` is its reason, `ends_at` the end that every policy has.

    Raises `PolicyError` with every fault of the text, for a worked case that does not hold, an end too far away, or a version that is
    there already with another text.
    """
    policy = _sound(text, detectors)
    _ends_soon(s, ends_at)
    digest = hashlib.sha256(text.encode()).hexdigest()
    known = s.said("policies", f"drafted:{policy.name}@{policy.version}")
    if known and known[1]["sha256"] != digest:
        raise PolicyError(
            f"version {policy.version} of {policy.name} is written down with another text; give it a new version"
        )
    if known is None:
        body = {
            "author": person(by),
            "sha256": digest,
            "sealed": _sealed(s, policy, text),
            "ends": microseconds(ends_at),
            "why": why,
        }
        _step(s, "drafted", policy.name, policy.version, {**body, "stage": "draft", "by": by}, once=True)
    return version_of(s, policy.name, policy.version)


def adopt(s: Sitting, text: str, ends_at: datetime, detectors: Collection[str] | None = None) -> Standing | None:
    """Put the policy that ships with the program live on a store that has none; None where one was written down before.

    It is how a service starts. Everything after goes through the steps. Raises `PolicyError` on a text that is no policy.
    """
    if s.connection.execute(sa.select(sa.func.count()).select_from(POLICY_STATE)).scalar_one():
        return None
    policy = _sound(text, detectors)
    _ends_soon(s, ends_at)
    digest = hashlib.sha256(text.encode()).hexdigest()
    body = {
        "author": SHIPPED,
        "approver": SHIPPED,
        "sha256": digest,
        "sealed": _sealed(s, policy, text),
        "ends": microseconds(ends_at),
    }
    _step(s, "went_live", policy.name, policy.version, {**body, "stage": "live", "by": SHIPPED})
    return version_of(s, policy.name, policy.version)


def note_backtest(s: Sitting, policy: str, version: str, by: str, report: Mapping[str, Any]) -> Standing:
    """Write down what a draft would have done, as `backtesting.backtest` tells."""
    return _moved(s, "backtested", policy, version, {"stage": "backtested", "by": person(by), "report": dict(report)})


def shadow(s: Sitting, policy: str, version: str, by: str) -> Standing:
    """Let a version propose beside the live one; nothing is done. Raises `PolicyError` before it was tested on the past."""
    return _moved(s, "shadowed", policy, version, {"stage": "shadow", "by": person(by)})


def canary(s: Sitting, policy: str, version: str, by: str, share: float) -> Standing:
    """Let a version act on a share (0 to 0.5) of the accounts. Raises `PolicyError` where its author approves, or it skipped the shade."""
    if not 0 < share <= 0.5:  # noqa: PLR2004  (a canary is the smaller part)
        raise PolicyError(f"a canary is a share of the accounts, above 0 and up to 0.5, not {share}")
    _not_author(s, policy, version, by)
    return _moved(s, "canaried", policy, version, {"stage": "canary", "by": by, "share": share, "approver": by})


def go_live(s: Sitting, policy: str, version: str, by: str) -> Standing:
    """Let a version act on all accounts; the version that was live is over. Raises `PolicyError` where its author approves."""
    _not_author(s, policy, version, by)
    before = [p for p in _in_stages(s, ("live",)) if p.policy == policy]
    done = _moved(s, "went_live", policy, version, {"stage": "live", "by": by, "approver": by})
    for old in before:
        _step(
            s, "expired", old.policy, old.version, {"stage": "expired", "by": by, "why": f"version {version} is live"}
        )
    return done


def withdraw(s: Sitting, policy: str, version: str, by: str, why: str) -> Standing:
    """Take a version back, however far it has come. Raises `PolicyError` where it is over."""
    known = version_of(s, policy, version)
    if known.stage in ("expired", "withdrawn"):
        raise PolicyError(f"version {version} of {policy} is {known.stage} already")
    _step(s, "withdrawn", policy, version, {"stage": "withdrawn", "by": person(by), "why": why})
    return version_of(s, policy, version)


def end_policies(s: Sitting) -> list[Standing]:
    """Write down the end of every version whose end has come, and return them."""
    over = [p for p in _in_stages(s, ACTING) if p.ends_us <= microseconds(s.at)]
    for p in over:
        _step(s, "expired", p.policy, p.version, {"stage": "expired", "by": "timer", "why": "its end has come"})
    return over


def text_of(s: Sitting, policy: str, version: str) -> str:
    """Return the text of a version, as it was written down. Raises `PolicyError` where it is not there, or was changed."""
    known = version_of(s, policy, version)
    sealed = s.unseal(known.sealed)
    if sealed is None or hashlib.sha256(sealed["text"].encode()).hexdigest() != known.sha256:
        raise PolicyError(f"the text of version {version} of {policy} is not what was written down")
    return str(sealed["text"])


def policy_of(s: Sitting, policy: str, version: str) -> Policy:
    """Return a version, loaded; detectors that are no longer there are no fault of an old text."""
    return load_policy(text_of(s, policy, version))


def _sound(text: str, detectors: Collection[str] | None) -> Policy:
    policy = load_policy(text, detectors=detectors)
    wrong = [c.message for c in check_policy(policy) if not c.held]
    if wrong:
        raise PolicyError(*wrong)
    return policy


def _ends_soon(s: Sitting, ends_at: datetime) -> None:
    if not s.at < ends_at <= s.at + LONGEST:
        raise PolicyError(
            f"a policy ends, at most {LONGEST.days} days from now; {ends_at.isoformat()} is not within them"
        )


def _sealed(s: Sitting, policy: Policy, text: str) -> str:
    return s.seal(f"policy:{policy.name}", {"text": text})


def _in_stages(s: Sitting, stages: tuple[str, ...]) -> list[Standing]:
    query = (
        sa.select(POLICY_STATE)
        .where(POLICY_STATE.c.stage.in_(stages))
        .order_by(POLICY_STATE.c.policy, POLICY_STATE.c.version)
    )
    return [Standing(**row) for row in s.connection.execute(query).mappings()]


def _not_author(s: Sitting, policy: str, version: str, by: str) -> None:
    if version_of(s, policy, version).author == person(by):
        raise PolicyError(f"{by} wrote version {version} of {policy} and may not approve it")


def _moved(s: Sitting, kind: str, policy: str, version: str, body: Mapping[str, Any]) -> Standing:
    known, stage = version_of(s, policy, version), body["stage"]
    if known.stage not in _FROM[stage]:
        raise PolicyError(f"version {version} of {policy} is {known.stage}; {stage} comes after {_FROM[stage][0]}")
    if known.ends_us <= microseconds(s.at):
        raise PolicyError(f"version {version} of {policy} has ended")
    _step(s, kind, policy, version, body)
    return version_of(s, policy, version)


def _step(s: Sitting, kind: str, policy: str, version: str, body: Mapping[str, Any], *, once: bool = False) -> None:
    key = f"{kind}:{policy}@{version}" if once else None
    s.write("policies", [New(kind, f"policy:{policy}", {"policy": policy, "version": version, **body}, key)])
