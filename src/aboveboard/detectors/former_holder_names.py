"""The small worlds of `former_holder` about accounts tied to an office by a name alone, and about biographies."""

from __future__ import annotations

from aboveboard.detector import Example

__all__ = ["NAMES"]

NAMES = (
    Example(
        "no register knows the account, and it speaks in the office's name",
        """
        accounts
        account_id | handle | display_name | bio | kind | last_active_at
        a | anabrook | Ana Brook | Mayor of Thornford. Letters answered. | professional | 2025-06-01
        b | benmarsh | Ben Marsh | Harbour Master: berths and dues | | 2023-06-01
        c | thornford | Mayor of Thornford Ana Brook | | organisation | 2025-06-01
        d | harbour | Harbour Master | Ben Marsh and his team | organisation | 2025-06-01

        organisations
        org_id | name
        o1 | Mayor of Thornford
        o2 | Harbour Master

        holders
        org_id | holder | since | until
        o1 | Ana Brook | 2016-01-01 | 2024-01-15
        o2 | Ben Marsh | 2016-01-01 | 2024-01-15
        o1 | Dora Quay | 2010-01-01 | 2016-01-01
        """,
        finds=(("a", 0.9, "likely"), ("b", 0.75, "possible"), ("c", 0.6, "possible"), ("d", 0.6, "possible")),
    ),
    Example(
        "only somebody of that name, or at another office by now",
        """
        accounts
        account_id | handle | display_name | bio | kind | last_active_at
        a | anabrook | Ana Brook | Pictures of lakes | professional | 2025-06-01
        b | brookana | Ana Brook | Mayor of Thornford, in our hearts | personal | 2025-06-01
        c | anab | Ana Brook | Mayor of Thornford 2016–2024 | professional | 2025-06-01
        d | harbour | Ana Brook | Mayor of Thornford and the Harbour Master agree | organisation | 2025-06-01
        e | carlareed | Carla Reed | Mayor of Thornford | professional | 2025-06-01
        f | anafans | Ana Brook | Mayor of Thornford fan club, unofficial | organisation | 2025-06-01

        organisations
        org_id | name
        o1 | Mayor of Thornford
        o3 | Harbour Master

        official_accounts
        org_id | account_id
        o3 | d

        holders
        org_id | holder | since | until
        o1 | Ana Brook | 2016-01-01 | 2024-01-15
        o1 | Carla Reed | 2024-01-15 |
        o3 | Ana Brook | 2024-01-15 |
        """,
    ),
    Example(
        "an office's account whose biography still names who held it",
        """
        accounts
        account_id | handle | display_name | bio | last_active_at
        a | thornfordmayor | Mayor of Thornford | Ana Brook and team | 2025-06-01
        b | harbourmaster | Harbour Master | Ana Brook and team |

        organisations
        org_id | name
        o1 | Mayor of Thornford
        o3 | Harbour Master

        official_accounts
        org_id | account_id
        o1 | a
        o3 | b

        holders
        org_id | holder | since | until
        o1 | Ana Brook | 2016-01-01 | 2024-01-15
        o3 | Ana Brook | 2016-01-01 | 2024-01-15
        """,
        finds=(("a", 0.6, "possible"), ("b", 0.6, "possible")),
    ),
    Example(
        "a biography that names who holds it too, or whose name the office bears, or by a few letters of a word",
        """
        accounts
        account_id | handle | display_name | bio
        a | thornfordmayor | Mayor of Thornford | Carla Reed thanks Ana Brook
        b | benmarsh | Ben Marsh Lifeboat Fund | Ben Marsh and his boat
        c | harbour | Harbour Master | Also in Palindrome Bay
        d | piers | Warden of the Piers | Dora Quay, warden until 2024

        organisations
        org_id | name
        o1 | Mayor of Thornford
        o2 | Ben Marsh Lifeboat Fund
        o3 | Harbour Master
        o4 | Warden of the Piers

        official_accounts
        org_id | account_id
        o1 | a
        o2 | b
        o3 | c
        o4 | d

        holders
        org_id | holder | since | until
        o1 | Ana Brook | 2016-01-01 | 2024-01-15
        o1 | Carla Reed | 2024-01-15 |
        o2 | Ben Marsh | 2016-01-01 | 2024-01-15
        o3 | Al In | 2016-01-01 | 2024-01-15
        o4 | Dora Quay | 2016-01-01 | 2024-01-15
        """,
    ),
)
