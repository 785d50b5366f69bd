"""Made-up attempts, answered before anybody waits: kernels are compiled or loaded then, and patterns, tables and models read."""

from __future__ import annotations

from datetime import UTC, datetime

from aboveboard.gate.attempts import Attempt, Shown
from aboveboard.gate.opening import Gate, State, answers
from aboveboard.policy.model import Policy

__all__ = ["warm"]

_AT = datetime(2026, 1, 1, tzinfo=UTC)
_NAMES = ("Rain on Tea", "Дождь и чай", "雨とお茶", "雨茶官方客服", "مطر و شاي", "비와 차")


def warm(gate: Gate, policy: Policy) -> None:
    """Answer attempts of every kind, in several scripts, and one after a name that is barred and one that is protected. None is kept."""
    answers(_attempts(gate.state), gate.state, policy)


def _attempts(state: State) -> list[Attempt]:
    names = [*_NAMES, *(f"{name}\u200b" for name in _known(state))]
    made = [
        Attempt(
            f"warm-{n}", "registration", _AT, handle=f"rain{n}", display_name=name, bio="Official account of tea. I sell accounts. My WeChat name: rain dot tea 99",
            url="https://rain.example", tokens=(Shown("device", "0" * 64),), avatar_hash="5a" * 32,
        )
        for n, name in enumerate(names)
    ]  # fmt: skip
    return [
        *made,
        Attempt("warm-listing", "listing", _AT, handle="rain", text="Renting out my account, $5 per hour, dm me"),
    ]


def _known(state: State) -> list[str]:
    """Return a name of a barred account and one of an organisation, where there are any."""
    handles, models = state.barred.base.texts[1], state.guarded.large.models[0]
    return [texts[0].as_py() for texts in (handles, models) if len(texts)]
