"""Small worlds of biographies and the notices their accounts were sent, for examples of what is repeated after a notice."""

from __future__ import annotations

from aboveboard.examples import drawn

__all__ = ["MENDED", "TOLD"]

_BET, _CHAT = "c4sin0 club", "薇芯: xiaoli_88"


def _told(*cases: tuple[str, str, tuple[str, str] | None, str]) -> str:
    """Draw one account a case beside a forbidden term, `casino` of the list `gambling`.

    A case is (account, biography, when that was set and what stood there before, notice); a notice is
    `at | violation | field | rule | mend_by | withdrawn_at`.
    """
    return (
        drawn("accounts", "account_id | handle | bio", [(who, who, bio) for who, bio, _, _ in cases])
        + drawn("protected_terms", "term | list", [("casino", "gambling")])
        + drawn(
            "profile_changes",
            "account_id | at | field | old | new",
            [(who, was[0], "bio", was[1], bio) for who, bio, was, _ in cases if was],
        )
        + drawn(
            "warnings",
            "account_id | at | violation | field | rule | mend_by | withdrawn_at",
            [(who, notice) for who, _, _, notice in cases],
        )
    )


TOLD = _told(
    ("a1", _BET, ("2025-05-01", "casino club"), "2025-03-01 | name_violation | | | |"),
    ("a2", _BET, ("2025-05-01", ""), "2025-03-01 | name_violation | bio | gambling | 2025-04-01 |"),
    ("a3", _CHAT, ("2025-05-01", ""), "2025-03-01 | name_violation | bio | contact | |"),
    ("a4", _BET, ("2025-05-01", ""), "2025-03-01 | name_violation | bio | | | 2026-06-01"),
    ("a5", _BET, ("2025-02-01", ""), "2025-03-01 | name_violation | bio | | 2025-04-01 |"),
    ("a6", _BET, None, "2025-03-01 | name_violation | bio | gambling | 2025-04-01 | 2026-06-01"),
    ("b1", _BET, ("2025-05-01", ""), "2025-03-01 | name_violation | display_name | | |"),
    ("b2", _BET, ("2025-05-01", ""), "2025-03-01 | name_violation | bio | insults | |"),
    ("b3", _BET, ("2025-05-01", ""), "2025-03-01 | vulgarity | bio | gambling | |"),
    ("b4", _BET, ("2025-05-01", ""), "2025-03-01 | name_violation | bio | gambling | | 2025-06-01"),
    ("b5", _BET, ("2025-05-01", ""), "2024-03-01 | name_violation | bio | gambling | |"),
    ("b6", _BET, ("2025-05-01", _BET), "2025-03-01 | name_violation | bio | gambling | |"),
    ("b7", _BET, ("2025-12-20", ""), "2025-12-10 | name_violation | bio | gambling | 2026-01-10 |"),
    ("b8", _BET, ("2026-02-01", ""), "2025-12-10 | name_violation | bio | gambling | |"),
    ("b9", _BET, ("2025-02-01", ""), "2025-03-01 | name_violation | | gambling | 2025-04-01 |"),
)
"""Those of `a1` to `a4` set their text anew after a notice, those of `a5` and `a6` let its time go by; nobody else did either."""

MENDED = _told(
    ("a1", "chess club", ("2025-03-02", _BET), "2025-03-01 | name_violation | bio | gambling | 2025-04-01 |")
)
"""Told, and mended the day after."""
