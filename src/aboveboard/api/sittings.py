"""What the routes of deciding share: a sitting on the desk's ledger to decide in or to look on, who decides, and what an order looks like."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Annotated, Literal

from fastapi import Path
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from aboveboard.api.desk import Desk
from aboveboard.api.problems import Problem
from aboveboard.app.acting import hand_over
from aboveboard.app.leaving import tokens_of
from aboveboard.cases.periods import PERIODS, Periods
from aboveboard.deciding.sitting import Sitting, sit, watch
from aboveboard.deciding.values import Limits, Order
from aboveboard.errors import CaseError, PolicyError
from aboveboard.staff import Caller

__all__ = ["Id", "Ordered", "Reason", "Reasoned", "Version", "deciding", "looking", "somebody", "tokens_of"]

Id = Annotated[str, Path(pattern=r"^[A-Za-z0-9_]{1,64}$")]
Action = Literal["none", "label", "verify", "limit", "remove", "suspend", "close", "bar"]
Reason = Annotated[
    str, Field(min_length=1, max_length=4000, description="Why, for whoever checks it later. It is kept sealed.")
]
Version = Annotated[int, Field(ge=1, lt=1 << 31, description="The version of the case that was seen.")]


class Reasoned(BaseModel):
    """A reason."""

    model_config = ConfigDict(extra="forbid")
    reason: Reason


class Ordered(Reasoned):
    """What is to be done."""

    action: Action
    scope: str = Field(
        default="", max_length=120, description="What a limit takes away; empty: what the violation misused."
    )
    until: AwareDatetime | None = None
    ground: Literal["law", "terms"] = "terms"
    severity: int = Field(default=-1, ge=-1, le=4, description="0 leaves no strike; -1: as the action has it.")
    imminent: bool = Field(default=False, description="Harm cannot wait for the holder's answer.")

    def order(self) -> Order:
        """Return it as the room of deciding knows it."""
        return Order(self.action, self.scope, self.until, self.ground, self.severity, self.imminent)


@contextmanager
def deciding(desk: Desk) -> Generator[Sitting]:
    """Open a sitting at the desk's time, within the operator's limits; what is due then goes to the platform with it; what is not there becomes a `Problem` 404."""
    with _not_there(), sit(desk.ledger, desk.clock(), *_rules(desk)) as s:
        yield s
        _ = hand_over(s)


@contextmanager
def looking(desk: Desk) -> Generator[Sitting]:
    """Open a sitting that only looks, for what changes nothing: it waits for nobody who decides; what is not there becomes a `Problem` 404."""
    with _not_there(), watch(desk.ledger, desk.clock(), *_rules(desk)) as s:
        yield s


def _rules(desk: Desk) -> tuple[Limits, Periods]:
    return desk.parts.get("limits", Limits()), desk.parts.get("periods", PERIODS)


@contextmanager
def _not_there() -> Generator[None]:
    try:
        yield
    except (CaseError, PolicyError) as error:
        if str(error).startswith("there is no "):
            raise Problem(404, "There is no such thing", str(error)) from error
        raise


def somebody(caller: Caller) -> str:
    """Return who decides; raise a `Problem` 403 for a machine: only people do."""
    if caller.kind != "person":
        raise Problem(403, "Only a person may do that", "Sign in as a member of the staff; a token decides nothing.")
    return f"person:{caller.name}"
