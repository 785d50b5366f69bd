"""The worlds that show `overdue_check`: it is judged as of 2026-01-01."""

from __future__ import annotations

from aboveboard.detector import Example

EXAMPLES = (
    Example(
        "checks that ran out",
        """
        accounts
        account_id | handle | kind | last_active_at
        a1 | harbourline | personal | 2025-12-20
        a2 | maple_walks | personal |
        a3 | quarry | personal | 2025-12-20
        a4 | pebble | professional | 2025-12-20
        a5 | olive | personal | 2025-12-20
        a6 | teapot | personal | 2025-12-20
        a7 | canyon | personal | 2025-12-20
        a8 | willow | professional | 2025-12-20

        attestations
        account_id | kind | result | age_band | at | expires_at
        a1 | real_name | pass | | 2024-06-01 | 2025-06-01
        a2 | organisation | pass | | 2024-06-01 | 2025-06-01
        a3 | age | pass | adult | 2024-06-01 | 2025-06-01
        a5 | age | pass | adult | 2024-06-01 | 2025-03-01
        a5 | guardian | pass | adult | 2024-06-01 | 2025-06-01
        a6 | real_name | fail | | 2024-05-01 |
        a6 | real_name | pass | | 2024-06-01 | 2025-06-01
        a7 | real_name | pass | | 2024-06-01 | 2025-06-01
        a7 | real_name | pass | | 2026-02-01 | 2027-02-01

        credentials
        account_id | field | valid_from | valid_until | status
        a4 | medicine | 2020-01-01 | 2025-06-01 | valid
        a4 | medicine | 2015-01-01 | 2020-01-01 |
        a8 | law | 2020-01-01 | 2025-06-01 | valid
        a8 | law | 2025-05-01 | | unverified
        a8 | law | 2026-02-01 | 2030-06-01 | valid
        """,
        finds=(
            ("a1", 0.8, "likely"),
            ("a2", 0.6, "possible"),
            ("a3", 0.2, "possible"),
            ("a4", 0.8, "likely"),
            ("a5", 0.8, "likely"),
            ("a6", 0.8, "likely"),
            ("a7", 0.8, "likely"),
            ("a8", 0.8, "likely"),
        ),
    ),
    Example(
        "changed since it was checked",
        """
        accounts
        account_id | handle | display_name | last_active_at
        a1 | harbourline | Olive Lantern | 2025-12-20
        a2 | maple | Maple Walks East |
        a3 | mayor | Office of the Mayor | 2025-12-20

        attestations
        account_id | kind | result | at | expires_at
        a1 | organisation | fail | 2024-05-01 |
        a1 | organisation | pass | 2024-06-01 | 2027-06-01
        a2 | organisation | pass | 2024-06-01 |
        a3 | real_name | fail | 2024-05-01 |
        a3 | real_name | pass | 2024-06-01 | 2027-06-01

        profile_changes
        account_id | at | field | old | new
        a1 | 2025-03-01 | display_name | Harbourline | Olive
        a1 | 2025-12-28 | display_name | Olive | Olive Lantern
        a2 | 2025-03-01 | display_name | Maple Walks | Maple Walks East

        organisations
        org_id | name
        o1 | Office of the Mayor

        official_accounts
        org_id | account_id | until
        o1 | a3 | 2030-01-01

        holders
        org_id | holder | since
        o1 | Ann Elder | 2020-01-01
        o1 | Bob Rowan | 2025-01-01
        o1 | Eve Alder | 2025-12-20
        """,
        finds=(("a1", 0.9, "likely"), ("a2", 0.8, "likely"), ("a3", 0.8, "likely")),
    ),
    Example(
        "repeated, covered by another, or within the grace",
        """
        accounts
        account_id | handle | kind | last_active_at
        a1 | harbourline | personal | 2025-12-20
        a2 | maple | personal | 2025-12-20
        a3 | quarry | personal | 2025-12-20
        a4 | pebble | personal | 2025-12-31
        a5 | olive | professional | 2025-12-20
        a6 | teapot | professional | 2025-12-31
        a7 | canyon | personal | 2025-12-20

        attestations
        account_id | kind | result | at | expires_at
        a1 | real_name | pass | 2024-06-01 | 2025-06-01
        a1 | real_name | pass | 2025-06-20 | 2026-06-20
        a2 | real_name | pass | 2024-06-01 | 2025-06-01
        a2 | real_name | pass | 2023-06-01 |
        a3 | real_name | pass | 2024-06-01 | 2025-06-01
        a3 | real_name | fail | 2025-06-20 |
        a4 | real_name | pass | 2024-12-10 | 2025-12-10
        a7 | real_name | none | 2024-06-01 | 2025-06-01

        credentials
        account_id | field | valid_from | valid_until | status
        a5 | medicine | 2020-01-01 | 2025-06-01 | valid
        a5 | medicine | 2025-05-01 | 2030-06-01 | valid
        a5 | law | 2020-01-01 | 2025-06-01 | valid
        a5 | law | 2020-01-01 | | valid
        a5 | finance | 2020-01-01 | 2025-06-01 | revoked
        a6 | medicine | 2020-01-01 | 2025-12-10 | valid
        """,
    ),
    Example(
        "nobody relies on it",
        """
        accounts
        account_id | handle | kind | status | last_active_at
        a1 | harbourline | personal | active | 2025-03-01
        a2 | maple | personal | closed |
        a3 | quarry | personal | dormant |
        a4 | pebble | personal | active |
        a5 | olive | personal | active |
        a6 | teapot | personal | active | 2025-12-20
        a7 | canyon | professional | active | 2025-12-20

        attestations
        account_id | kind | result | at | expires_at
        a1 | real_name | pass | 2024-06-01 | 2025-06-01
        a2 | real_name | pass | 2024-06-01 | 2025-06-01
        a3 | real_name | pass | 2024-06-01 | 2025-06-01
        a4 | real_name | pass | 2024-06-01 | 2025-06-01
        a5 | real_name | pass | 2024-06-01 | 2025-06-01

        holds
        account_id | kind | until
        a4 | memorial |
        a5 | archive | 2030-01-01

        credentials
        account_id | field | valid_from | valid_until | status
        a6 | medicine | 2020-01-01 | 2025-06-01 | valid
        """,
    ),
    Example(
        "a hold that is over, or of another kind",
        """
        accounts
        account_id | handle
        a4 | pebble
        a5 | olive

        attestations
        account_id | kind | result | at | expires_at
        a4 | real_name | pass | 2024-06-01 | 2025-06-01
        a5 | real_name | pass | 2024-06-01 | 2025-06-01

        holds
        account_id | kind | until
        a4 | archive | 2025-01-01
        a5 | subscription |
        a6 | memorial |
        """,
        finds=(("a4", 0.6, "possible"), ("a5", 0.6, "possible")),
    ),
    Example(
        "changes that need no check",
        """
        accounts
        account_id | handle | display_name | last_active_at
        a1 | harbourline | Harbour Line | 2025-12-20
        a2 | maple | Maple Walks | 2025-12-20
        a3 | ann | Annie | 2025-12-20
        a4 | quarry | Quarryworks | 2025-12-20
        a5 | pebble | Pebble House | 2025-12-20
        a6 | olive | Olive Lantern Studio | 2025-12-20
        a7 | mayor | Office of the Mayor | 2025-12-20
        a8 | teapot | Teapot | 2025-12-31
        a9 | council | Council | 2025-12-20
        b1 | board | Board | 2025-12-31
        b2 | guard | Guard | 2025-12-20
        b3 | relay | Relay | 2025-12-20

        attestations
        account_id | kind | result | at | expires_at
        a1 | organisation | pass | 2024-06-01 | 2027-06-01
        a2 | organisation | pass | 2024-06-01 | 2027-06-01
        a3 | real_name | pass | 2024-06-01 | 2027-06-01
        a4 | organisation | pass | 2025-06-01 | 2027-06-01
        a5 | organisation | pass | 2024-06-01 | 2027-06-01
        a6 | organisation | pass | 2024-06-01 | 2027-06-01
        a6 | organisation | fail | 2025-06-01 |
        a7 | organisation | pass | 2024-06-01 | 2027-06-01
        a8 | organisation | pass | 2024-06-01 | 2027-06-01
        a9 | real_name | pass | 2024-06-01 | 2027-06-01
        a9 | real_name | fail | 2025-06-01 |
        b1 | real_name | pass | 2024-06-01 | 2027-06-01
        b2 | real_name | pass | 2025-06-01 | 2027-06-01
        b3 | real_name | pass | 2024-06-01 | 2027-06-01

        profile_changes
        account_id | at | field | old | new
        a1 | 2025-03-01 | display_name | harbourline | Harbour Line
        a2 | 2025-03-01 | display_name | Maple Walks | Maple
        a2 | 2025-04-01 | display_name | Maple | Maple Walks
        a3 | 2025-03-01 | display_name | Ann | Annie
        a4 | 2025-03-01 | display_name | Quarry | Quarryworks
        a5 | 2025-03-01 | bio | Pebbles | Stones
        a6 | 2025-03-01 | display_name | Olive | Olive Lantern Studio
        a8 | 2025-12-20 | display_name | Tea | Teapot

        organisations
        org_id | name
        o1 | Office of the Mayor
        o2 | Council
        o3 | Board
        o4 | Guard

        official_accounts
        org_id | account_id | until
        o1 | a7 |
        o2 | a9 |
        o3 | b1 |
        o4 | b2 |
        o4 | b3 | 2025-11-01

        holders
        org_id | holder | since
        o1 | Bob Rowan | 2025-01-01
        o2 | Bob Rowan | 2025-01-01
        o3 | Bob Rowan | 2025-12-20
        o4 | Bob Rowan | 2025-01-01
        """,
    ),
)
