"""The small worlds of `closed_institution` about chains of successors, circles in bad data, and names entered anew."""

from __future__ import annotations

from aboveboard.detector import Example

__all__ = ["CHAINS"]

CHAINS = (
    Example(
        "a chain of successors: the first and the middle name are old, the last is not",
        """
            accounts
            account_id | handle | display_name | bio
            a | canals | Ministry of Canals |
            b | canals2 | Ministry of Locks |
            c | canals3 | Ministry of Water |
            d | canals4 | Ministry of Canals | Now run by the Ministry of Water
            e | canals5 | Ministry of Canals |
            f | tides | Ministry of Ebbs |
            g | tides2 | Ministry of Flood |
            h | ports | Board of Ports |
            i | shores | Board of Beaches |

            organisations
            org_id | name | aliases | status | opened_at | closed_at | successor_ids
            o1 | Ministry of Canals | | | | 2020-01-02 | o2
            o2 | Ministry of Locks | | merged | | 2022-01-02 | o3
            o3 | Ministry of Water | | | | | o7
            o4 | Ministry of Tides | Ministry of Ebbs | | | 2020-01-02 | o5
            o5 | Ministry of Floods | Ministry of Flood | | | 2025-11-20 | o6
            o6 | Ministry of Sea | | | | 2026-06-01 |
            o11 | Board of Shores | | | | 2022-01-02 | o12
            o12 | Board of Coasts | | | 1990-01-01 | 2023-01-02 | o13
            o13 | Board of Beaches | | | | |
            o7 | Ministry of Everything | | | | |
            o8 | Board of Ports | | | | 2022-01-02 | o9
            o9 | Board of Quays | | | 2024-01-01 | 2023-01-02 | o10
            o10 | Board of Piers | | | | 2023-01-02 |

            official_accounts
            org_id | account_id
            o1 | a
            o1 | b
            o1 | c
            o1 | d
            o1 | e
            o4 | f
            o4 | g
            o8 | h
            o11 | i

            notices
            notice_id | org_id | at | title
            n1 | o3 | 2023-02-01 | We go on with @canals5.
            """,
        finds=(("a", 0.75, "likely"), ("b", 0.75, "likely"), ("f", 0.75, "likely"), ("h", 0.75, "likely")),
    ),
    Example(
        "successors in a circle, and one that has ended too",
        """
            accounts
            account_id | handle | display_name
            a | canals | Ministry of Canals
            b | locks | Ministry of Locks
            c | tides | Board of Tides

            organisations
            org_id | name | status | closed_at | successor_ids
            o1 | Ministry of Canals | | 2020-01-02 | o2
            o2 | Ministry of Locks | | 2021-01-02 | o1
            o3 | Board of Tides | closed | | o4
            o4 | Board of Ebbs | closed | |

            official_accounts
            org_id | account_id
            o1 | a
            o2 | b
            o3 | c
            """,
        finds=(("a", 0.75, "likely"), ("b", 0.75, "likely"), ("c", 0.75, "likely")),
    ),
    Example(
        "entered anew with another article, and for &",
        """
            accounts
            account_id | handle | display_name
            a | canals | Department of Canals & Locks

            organisations
            org_id | name | opened_at | closed_at
            o1 | Department of Canals & Locks | | 2024-01-02
            o2 | The Department for Canals and Locks | 2024-01-03 |

            official_accounts
            org_id | account_id
            o1 | a
            """,
    ),
)
