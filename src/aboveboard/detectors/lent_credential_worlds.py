"""The small worlds that show `lent_credential` firing and staying quiet."""

from __future__ import annotations

from aboveboard.detector import Example

__all__ = ["EXAMPLES"]

EXAMPLES = (
    Example(
        "one number on several people's accounts",
        """
            accounts
            account_id | handle | display_name | status
            a | brook | Harbour Notes |
            b | marsh | Pebble Notes |
            c | reed | Canal Notes |
            d | quay | Tidal Notes |
            e | lock | Lantern Notes | closed
            f | fern | Meadow Notes | suspended
            g | gull | Willow Notes |
            h | hope | Orchard Notes |
            i | iris | Copper Notes |
            j | jade | Amber Notes |
            k | kite | Cobalt Notes |
            l | lark | Maple Notes |
            m | mole | Cedar Notes |
            n | nest | Birch Notes |
            o | otter | Alder Notes |

            credentials
            account_id | field | number_token | checked_at | valid_until | status
            a | medicine | n1 | 2025-01-01 | 2030-01-01 | valid
            b | medicine | n1 | 2025-02-01 | 2030-01-01 | valid
            c | medicine | n1 | 2025-03-01 | 2030-01-01 |
            d | law | n1 | 2024-06-01 | 2030-01-01 | valid
            b | law | | 2025-02-01 | 2030-01-01 | valid
            j | medicine | n9 | 2025-05-01 | 2030-01-01 | valid
            k | medicine | n9 | 2025-06-01 | 2030-01-01 | valid
            l | medicine | n1 | 2025-07-01 | 2030-01-01 | valid
            m | medicine | n1 | 2025-08-01 | 2030-01-01 | valid
            m | medicine | n9 | 2025-08-01 | 2030-01-01 | valid
            n | medicine | n8 | 2025-07-01 | 2030-01-01 | valid
            o | medicine | n8 | 2025-08-01 | 2030-01-01 | valid
            e | medicine | n1 | 2024-03-01 | 2030-01-01 | valid
            f | medicine | n1 | 2024-03-01 | 2030-01-01 | valid
            g | medicine | n1 | 2024-03-01 | 2025-01-01 | valid
            h | medicine | n1 | 2024-03-01 | 2030-01-01 | revoked
            i | medicine | | 2024-03-01 | 2030-01-01 | valid
            h | law | | 2024-03-01 | 2030-01-01 | valid

            tokens
            account_id | kind | token
            a | identity | t1
            b | identity | t2
            c | device | t3
            a | network | t4
            b | network | t4
            d | identity | t5
            e | identity | t2
            a | device | t6
            l | device | t6
            m | device | t6
            o | identity | t7
            """,
        finds=(("b", 0.832, "likely"), *((i, 0.58, "possible") for i in "ckmo")),
    ),
    Example(
        "another's name beside the title",
        """
            accounts
            account_id | handle | display_name
            a | brook | Cardiologist Anna Brook
            b | zhao | 李雷医生

            credentials
            account_id | field | holder | valid_until
            a | medicine | Ben Marsh | 2030-01-01
            a | law | Ben Marsh | 2030-01-01
            b | medicine | 王晓明 | 2030-01-01
            """,
        finds=(("a", 0.72, "likely"), ("b", 0.72, "likely")),
    ),
    Example(
        "one person's two accounts, a married name, a nickname",
        """
            accounts
            account_id | handle | display_name | bio
            a | brook | Harbour Notes |
            b | marsh | Pebble Notes |
            c | reed | Cardiologist Cara Lind |
            d | quay | Heart Notes | Licensed cardiologist
            e | lock | Cardiologist Emil Lock |
            f | fern | Nurse |
            g | gull | Attorney Gull Reed |
            h | hope | Attorney Hope Tide |
            i | iris | Nurse Ana Bell Cora Dunn Elle Fox |

            credentials
            account_id | field | number_token | holder | valid_until
            a | medicine | n1 | | 2030-01-01
            b | medicine | n1 | | 2030-01-01
            c | medicine | n2 | Cara Reed | 2030-01-01
            d | medicine | n3 | Dora Quay | 2030-01-01
            e | medicine | n4 | Ben Marsh | 2030-01-01
            e | medicine | n5 | Emil Lock | 2030-01-01
            f | medicine | n6 | Finn Tide | 2030-01-01
            g | medicine | n7 | Ben Marsh | 2030-01-01
            h | law | n8 | | 2030-01-01
            i | medicine | n9 | Ben Marsh | 2030-01-01

            tokens
            account_id | kind | token
            a | device | t1
            b | device | t1
            """,
    ),
    Example(
        "other hands after the check, and with a shared number",
        """
            accounts
            account_id | handle | display_name
            a | brook | Harbour Notes
            b | marsh | Pebble Notes
            c | reed | Canal Notes
            d | quay | Tidal Notes

            credentials
            account_id | field | number_token | checked_at | valid_until
            a | medicine | n1 | 2025-01-01 | 2030-01-01
            b | law | | | 2030-01-01
            d | medicine | n3 | 2025-01-01 | 2030-01-01
            b | medicine | n2 | 2025-02-01 | 2030-01-01
            c | medicine | n2 | 2024-02-01 | 2030-01-01

            sessions
            account_id | started_at | device_token | network_token
            a | 2024-12-01 | d1 | w1
            a | 2025-03-01 | d2 | w2
            a | 2025-03-02 | d3 | w3
            b | 2024-12-01 | d4 | w4
            b | 2025-03-01 | d5 | w1
            b | 2025-03-02 | d6 | w6
            """,
        finds=(("a", 0.51, "possible"), ("b", 0.706, "likely")),
    ),
    Example(
        "new telephones at home, old ones still in use",
        """
            accounts
            account_id | handle | display_name
            a | brook | Harbour Notes
            b | marsh | Pebble Notes
            c | reed | Canal Notes
            d | quay | Tidal Notes
            e | lock | Lantern Notes

            credentials
            account_id | field | checked_at | valid_until
            a | medicine | 2025-01-01 | 2030-01-01
            b | medicine | 2025-01-01 | 2030-01-01
            c | medicine | 2025-01-01 | 2030-01-01
            d | medicine | 2025-01-01 | 2030-01-01
            e | medicine | | 2030-01-01

            sessions
            account_id | started_at | device_token | network_token
            a | 2024-12-01 | d1 | w1
            a | 2025-03-01 | d2 | w1
            a | 2025-03-02 | d3 | w3
            b | 2024-12-01 | d4 | w4
            b | 2025-03-01 | d5 | w5
            b | 2025-03-02 | d6 | w6
            b | 2025-06-02 | d4 | w4
            c | 2024-12-01 | d7 | w7
            c | 2025-03-01 | d8 | w8
            d | 2024-12-01 | d9 | w9
            d | 2025-03-01 | e1 | x1
            d | 2026-03-02 | e2 | x2
            e | 2024-12-01 | e3 | x3
            e | 2025-03-01 | e4 | x4
            e | 2025-03-02 | e5 | x5
            """,
    ),
)
