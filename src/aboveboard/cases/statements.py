"""How a decision is named in a statement of reasons: the fields of the European database that its measure settles.

Values are those of schema v2, in force since 1 July 2025. Facts, category and text are for who decided to write.
"""

from __future__ import annotations

from collections.abc import Mapping

from aboveboard.cases.kinds import role
from aboveboard.cases.states import STATES
from aboveboard.cases.values import Measure

__all__ = ["statement"]

_GROUNDS = {"law": "DECISION_GROUND_ILLEGAL_CONTENT", "terms": "DECISION_GROUND_INCOMPATIBLE_CONTENT"}
_ENDS = {
    "decision_account": "end_date_account_restriction",
    "decision_provision": "end_date_service_restriction",
    "decision_visibility": "end_date_visibility_restriction",
}


def statement(measure: Measure) -> Mapping[str, str | list[str]]:
    """Return what was decided, on which ground, from when until when, and by whom; empty where none is owed.

    A decision on request or on the fate of an institution, and a state without a restriction, need no statement. An end that
    is not given means that there is none: a closure ends by an appeal only.
    """
    column, value = STATES[measure.state].statement
    if not column or measure.ground not in _GROUNDS:
        return {}
    told: dict[str, str | list[str]] = {
        column: [value] if column == "decision_visibility" else value,
        "decision_ground": _GROUNDS[measure.ground],
        "application_date": measure.since.date().isoformat(),
        "automated_decision": _automated(measure),
        "content_type": ["CONTENT_TYPE_OTHER"],
        "content_type_other": "account",
    }
    if value.endswith("_OTHER"):
        told["decision_visibility_other"] = f"Taken away: {measure.scope}"
    if measure.until and value != "DECISION_ACCOUNT_TERMINATED":
        told[_ENDS[column]] = measure.until.date().isoformat()
    return told


def _automated(measure: Measure) -> str:
    return "AUTOMATED_DECISION_NOT_AUTOMATED" if role(measure.by) == "person" else "AUTOMATED_DECISION_FULLY"
