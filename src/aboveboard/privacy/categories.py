"""Our violations in the words of the European database of statements of reasons (schema v2, in force since 1 July 2025).

A choice, not a law: which category fits is the operator's to decide, and these are only what fits by default.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from aboveboard.cases import statement
from aboveboard.cases.values import Measure
from aboveboard.core import VIOLATIONS

__all__ = ["CATEGORIES", "Category", "whole_statement"]

_SCAMS, _TERMS = "STATEMENT_CATEGORY_SCAMS_AND_FRAUD", "STATEMENT_CATEGORY_OTHER_VIOLATION_TC"
_CONSUMERS, _MINORS = "STATEMENT_CATEGORY_CONSUMER_INFORMATION", "STATEMENT_CATEGORY_PROTECTION_OF_MINORS"


class Category(NamedTuple):
    """A category and its keyword, and what the facts of a decision are in general: never a word about a person."""

    category: str
    keyword: str
    facts: str


CATEGORIES: Mapping[str, Category] = {
    "reincarnation": Category(_SCAMS, "KEYWORD_INAUTHENTIC_ACCOUNTS", "The account is held by somebody whose earlier account was closed and who may not return yet."),
    "name_violation": Category(_TERMS, "KEYWORD_OTHER", "The account's name or profile holds what the rules of the service do not allow there."),
    "impersonation": Category(_SCAMS, "KEYWORD_IMPERSONATION_ACCOUNT_HIJACKING", "The account passes for an organisation or a person that it is not."),
    "unqualified_professional": Category(_CONSUMERS, "KEYWORD_MISLEADING_INFO_GOODS_SERVICES", "The account publishes in a field that takes a qualification, and shows none that is valid."),
    "fake_follower": Category(_SCAMS, "KEYWORD_INAUTHENTIC_ACCOUNTS", "The account follows others on somebody's order and not out of interest."),
    "inflated_audience": Category(_SCAMS, "KEYWORD_INAUTHENTIC_ACCOUNTS", "The account's audience grew in a way that real followers do not explain."),
    "bought_audience": Category(_SCAMS, "KEYWORD_INAUTHENTIC_ACCOUNTS", "The account's audience was made by accounts that act together."),
    "zombie": Category(_TERMS, "KEYWORD_OTHER", "The account has not been used for long and only adds to others' numbers."),
    "clickbait": Category(_CONSUMERS, "KEYWORD_HIDDEN_ADVERTISEMENT", "The account publishes headlines that promise what is not there."),
    "trend_hijack": Category(_CONSUMERS, "KEYWORD_HIDDEN_ADVERTISEMENT", "The account uses topics of the day to draw attention to something else."),
    "vulgarity": Category(_TERMS, "KEYWORD_OTHER", "The account publishes what the rules on decency do not allow."),
    "pile_on": Category("STATEMENT_CATEGORY_CYBER_VIOLENCE", "KEYWORD_CYBER_HARASSMENT", "The account takes part in many accounts' turning on one person."),
    "fabricated_quote": Category(_TERMS, "KEYWORD_OTHER", "The account attributes to a body words that the body did not publish."),
    "coordination": Category(_SCAMS, "KEYWORD_INAUTHENTIC_ACCOUNTS", "The account acts together with others while it passes for independent of them."),
    "account_trade": Category(_TERMS, "KEYWORD_OTHER", "The account offers accounts for sale or rent, or changed hands that way."),
    "account_sharing": Category(_MINORS, "KEYWORD_AGE_SPECIFIC_RESTRICTIONS_MINORS", "The account is used by others than the person who was checked for it."),
    "minor_unprotected": Category(_MINORS, "KEYWORD_AGE_SPECIFIC_RESTRICTIONS_MINORS", "The account's use is of a kind that rules for minors limit."),
    "orphaned_institution": Category(_TERMS, "KEYWORD_OTHER", "Nobody may act for the institution any more."),
    "duplicate_institution": Category(_TERMS, "KEYWORD_OTHER", "The institution has another account that is its own."),
    "report_abuse": Category(_TERMS, "KEYWORD_OTHER", "The account reports others together with many, without ground."),
    "stale_check": Category(_TERMS, "KEYWORD_OTHER", "What was checked about the account is no longer so."),
}  # fmt: skip
"""One row a violation of `core.VIOLATIONS`."""

_FIRST = date(2000, 1, 1)


def whole_statement(measure: Measure, registered: date, *, rule: str, law: str = "") -> dict[str, str | list[str]]:
    """Return the statement of reasons of a decision, for the database; empty where none is owed.

    `rule` names the operator's rule, `law` the law where the ground is one (at most 500 characters each). Nothing in it is about a
    person: what the holder is told is another text. The decision's id is its `puid`, which makes sending it twice harmless.
    """
    told = dict(statement(measure))
    known = CATEGORIES.get(measure.violation)
    if not told or known is None:
        return {}
    by_law = measure.ground == "law"
    kind = (
        ("illegal_content_legal_ground", "illegal_content_explanation")
        if by_law
        else ("incompatible_content_ground", "incompatible_content_explanation")
    )
    area = VIOLATIONS[measure.violation].lstrip("0123456789 ")
    return {
        **told,
        "puid": measure.id,
        kind[0]: law if by_law else rule,
        kind[1]: known.facts,
        "category": known.category,
        "category_specification": [known.keyword],
        **({"category_specification_other": area} if known.keyword == "KEYWORD_OTHER" else {}),
        "content_date": max(registered, _FIRST).isoformat(),
        "decision_facts": f"{known.facts} The decision rests on findings about {area}, each of which the holder was told in one sentence.",
        "source_type": "SOURCE_VOLUNTARY",
        "automated_detection": "Yes",
    }
