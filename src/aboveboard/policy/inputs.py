"""The closed list of facts a condition may read, and why others are refused.

A policy chooses by what an account did and how it is held, never by what its holder says or believes, so free text,
language, place and whom somebody follows are not here. Each input says which kind of fact it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from aboveboard.core import CLASSES, TIERS, VIOLATIONS

__all__ = ["COARSE", "INPUTS", "REFUSED", "Input", "InputType", "Kind", "Value"]

InputType = Literal["string", "strings", "int", "double", "bool"]
Kind = Literal["behaviour", "identity", "profile", "process"]
Value = str | int | float | bool | list[str]


@dataclass(frozen=True, slots=True)
class Input:
    """One fact. `words` closes its vocabulary; `low` and `high` bound a number; `sample` stands in where none is given.

    An input with `unknown` may be missing for an account: a rule that then depends on it goes to a person.
    """

    name: str
    type: InputType
    kind: Kind
    about: str
    sample: Value
    words: tuple[str, ...] = ()
    low: float = 0
    high: float = 2**53
    unknown: bool = False


_ALL = (
    Input("violation", "string", "process", "What is claimed.", "impersonation", tuple(VIOLATIONS)),
    Input("tier", "string", "process", "The strongest tier among the findings.", "likely", TIERS),
    Input(
        "score", "double", "process", "The highest probability among the findings, above 0 and up to 1.", 0.9, high=1
    ),
    Input(
        "detector", "string", "process", "The detector of the highest score; the first by name where scores tie.", ""
    ),
    Input("detectors", "strings", "process", "Every detector that made one of the findings.", []),
    Input(
        "classes",
        "strings",
        "process",
        "The evidence classes of all findings of this violation about this account, together.",
        ["profile", "behaviour"],
        CLASSES,
    ),
    Input("class_count", "int", "process", "How many evidence classes there are.", 2, high=len(CLASSES)),
    Input("findings", "int", "process", "How many findings of this violation there are about this account.", 1, low=1),
    Input(
        "ring_size",
        "int",
        "behaviour",
        "Subjects found in the same ring; the largest where there are several, 0 for none.",
        0,
    ),
    Input(
        "subject_kind",
        "string",
        "process",
        "What the finding is about.",
        "account",
        ("account", "topic", "object"),
    ),
    Input(
        "account_kind",
        "string",
        "profile",
        "The kind the account declares; `unknown` where the platform does not say.",
        "personal",
        ("personal", "organisation", "professional", "game", "unknown"),
    ),
    Input(
        "account_status",
        "string",
        "process",
        "How the account stands now; `unknown` where the platform does not say.",
        "active",
        ("active", "closed", "suspended", "dormant", "unknown"),
    ),
    Input("verified", "bool", "identity", "The platform's badge names an organisation for this account.", False),
    Input("account_age_days", "int", "profile", "Whole days since the account was made.", 400, unknown=True),
    Input("idle_days", "int", "behaviour", "Whole days since the account was last active.", 3, unknown=True),
    Input(
        "challenges",
        "int",
        "process",
        "Checks of name, age or guardian that the account was put through in 30 days.",
        0,
    ),
    Input("followers", "int", "profile", "How many accounts follow this one.", 100, unknown=True),
    Input("following", "int", "behaviour", "How many accounts this one follows.", 100, unknown=True),
    Input(
        "days_left",
        "int",
        "process",
        "Whole days until the end that the findings name, such as that of a credential, where it lies ahead.",
        20,
        unknown=True,
    ),
    Input("posts", "int", "behaviour", "How many posts the account has made.", 50, unknown=True),
)

INPUTS: Mapping[str, Input] = {i.name: i for i in _ALL}
"""Every input a condition may read, by name."""

COARSE: tuple[str, ...] = tuple(i.name for i in _ALL if i.type in ("string", "strings", "bool"))
"""Inputs with few different values: enough to tell most rules that they cannot match."""

_TEXT = "what people write is not a reason for an action; a detector may compare text, a policy may not read it"
_ORIGIN = "it stands for where people come from, and would choose actions by ethnicity or nationality"
_TIES = "whom people follow or meet shows what they believe"

REFUSED: Mapping[str, str] = {
    **dict.fromkeys(
        ("text", "title", "bio", "handle", "display_name", "url", "hashtag", "hashtags", "keywords", "says"), _TEXT
    ),
    **dict.fromkeys(("language", "lang", "country", "region", "location", "nationality", "script", "locale"), _ORIGIN),
    **dict.fromkeys(("follows", "friends", "communities", "groups", "memberships", "contacts"), _TIES),
    **dict.fromkeys(("topic", "topics", "subject", "entity"), "a list of topics is a list of opinions"),
    **dict.fromkeys(
        ("gender", "sex", "age", "disability"), "it is a protected trait of a person, not a thing an account did"
    ),
    **dict.fromkeys(
        ("name", "account_id", "id", "subject_id", "group"), "a rule is for everybody; it may not name an account"
    ),
    **dict.fromkeys(
        ("device", "network", "phone", "email", "token", "ip"), "identifiers are compared by detectors, not by rules"
    ),
}
"""Names people may try, and why they are not inputs."""
