"""The small worlds that show `closed_institution` firing and staying quiet."""

from __future__ import annotations

from aboveboard.detector import Example
from aboveboard.detectors.closed_institution_chains import CHAINS
from aboveboard.detectors.closed_institution_names import NAMES

__all__ = ["EXAMPLES"]

EXAMPLES = (
    Example(
        "closed, still posting under the old name, successor has its own account",
        """
            accounts
            account_id | handle | display_name | status
            a | canals | Ministry of Canals | active
            b | water | Ministry of Water | active

            organisations
            org_id | name | aliases | status | closed_at | successor_ids
            o1 | Ministry of Canals | | closed | 2024-01-02 | o2
            o2 | Ministry of Water | | active | |
            o3 | Board of Tides | | closed | 2020-01-02 |

            official_accounts
            org_id | account_id | since | until
            o1 | a | 2015-01-01 |
            o2 | b | | 2030-01-01

            posts
            post_id | account_id | at
            p1 | a | 2025-12-20
            p2 | b | 2025-12-21
            """,
        finds=(("a", 0.9, "likely"),),
    ),
    Example(
        "a badge on a silent account with another name; the register gives a status and no date",
        """
            accounts
            account_id | handle | display_name | verified_org_id
            a | tides | High and low water | o3
            b | canals | Canals | o1
            c | someone | Someone |

            organisations
            org_id | name | status
            o1 | Ministry of Canals | active
            o3 | Board of Tides | merged

            official_accounts
            org_id | account_id
            o1 | b
            """,
        finds=(("a", 0.5, "possible"),),
    ),
    Example(
        "known by its alias, alone and not inside another word; a date and no status",
        """
            accounts
            account_id | handle | display_name | last_active_at
            a | dfc | Dept. for Canals | 2024-01-20
            b | tides | BT | 2025-06-01
            c | other | Nobody | 2025-06-01
            d | shore | Data and shores |

            organisations
            org_id | name | aliases | closed_at | successor_ids
            o1 | Ministry of Canals | Dept for Canals | 2024-01-02 | o2;o9
            o2 | Ministry of Water | MW; Waterways | |
            o3 | Board of Tides | BT | 2024-01-02 |
            o4 | Board of Shores | ATA | 2024-01-02 |

            official_accounts
            org_id | account_id
            o1 | a
            o3 | b
            o4 | d
            """,
        finds=(("a", 0.75, "likely"), ("b", 0.9, "likely"), ("d", 0.5, "possible")),
    ),
    Example(
        "one account of two closed bodies, named like neither",
        """
            accounts
            account_id | handle | display_name
            a | shore | Shore news of the ATA team

            organisations
            org_id | name | aliases | closed_at
            o1 | Ministry of Canals | | 2024-01-02
            o2 | Shore news | ATA | 2025-01-02

            official_accounts
            org_id | account_id
            o1 | a
            o2 | a

            actions
            account_id | at | verb | object_id
            a | 2024-06-01 | like | x
            a | 2026-02-01 | like | x
            """,
        finds=(("a", 0.8, "likely"), ("a", 0.75, "likely")),
    ),
    Example(
        "handed over",
        """
            accounts
            account_id | handle | display_name | verified_org_id
            a | canals | Ministry of Canals | o1
            b | tides | High and low water | o3
            c | ports | Board of Ports |

            organisations
            org_id | name | status | closed_at | successor_ids
            o1 | Ministry of Canals | closed | 2024-01-02 | o2
            o2 | Ministry of Water | active | |
            o3 | Board of Tides | merged | 2024-01-02 | o2
            o4 | Board of Ports | closed | 2024-01-02 | o2

            official_accounts
            org_id | account_id | since | until
            o1 | a | | 2024-02-01
            o2 | a | 2024-02-01 |
            o3 | b | | 2024-02-01
            o4 | c | |
            o2 | c | |
            """,
    ),
    Example(
        "already named after the successor, or after an entry of the same name, or the entry replaced in place",
        """
            accounts
            account_id | handle | display_name
            a | water | Ministry of Canals and Water
            b | tides | Board of Tides
            c | shore | Shore news

            organisations
            org_id | name | closed_at | successor_ids
            o1 | Ministry of Canals | 2024-01-02 | o2
            o2 | Ministry of Canals and Water | |
            o3 | Board of Tides | 2024-01-02 | o4
            o4 | Board of Tides | |
            o5 | Board of Shores | 2024-01-02 | o5

            official_accounts
            org_id | account_id
            o1 | a
            o3 | b
            o5 | c
            """,
    ),
    Example(
        "kept as an archive",
        """
            accounts
            account_id | handle | display_name | bio
            a | canals | Archived: Ministry of Canals |
            b | yunhe | 【存档】运河部 |
            c | kanaly | Úřad kanálů | Archivní účet, úřad zrušen 2024.
            d | thecanals | Ministry of Canals (closed 2024) |

            organisations
            org_id | name | closed_at
            o1 | Ministry of Canals | 2024-01-02
            o2 | 运河部 | 2024-01-02
            o3 | Úřad kanálů | 2024-01-02

            official_accounts
            org_id | account_id
            o1 | a
            o2 | b
            o3 | c
            o1 | d
            """,
    ),
    Example(
        "in the weeks of winding up, or only planned",
        """
            accounts
            account_id | handle | display_name | last_active_at
            a | canals | Ministry of Canals | 2025-12-30
            b | tides | Board of Tides | 2025-12-30
            c | ports | Board of Ports | 2025-12-30

            organisations
            org_id | name | status | closed_at
            o1 | Ministry of Canals | closed | 2025-12-31
            o2 | Board of Tides | active | 2026-06-01
            o3 | Board of Ports | | 2025-11-02

            official_accounts
            org_id | account_id
            o1 | a
            o2 | b
            o3 | c
            """,
        finds=(("a", 0.5, "possible"), ("c", 0.5, "possible")),
    ),
    Example(
        "not official yet, closed already, or a census office between censuses",
        """
            accounts
            account_id | handle | display_name | status | last_active_at
            a | canals | Ministry of Canals | active | 2025-12-01
            b | tides | Board of Tides | closed | 2025-12-01
            c | census | Census Office | active | 2021-09-01

            organisations
            org_id | name | status | closed_at
            o1 | Ministry of Canals | closed | 2024-01-02
            o2 | Board of Tides | closed | 2024-01-02
            o3 | Census Office | active |

            official_accounts
            org_id | account_id | since
            o1 | a | 2026-02-01
            o2 | b |
            o3 | c |
            """,
    ),
    Example(
        "run on by the successor, who says so",
        """
            accounts
            account_id | handle | display_name | bio
            a | canals | Ministry of Canals | News of our canals
            b | tides | Board of Tides | Now run by the Ministry of Water

            organisations
            org_id | name | closed_at | successor_ids
            o1 | Ministry of Canals | 2024-01-02 | o2
            o2 | Ministry of Water | |
            o3 | Board of Tides | 2024-01-02 | o2

            official_accounts
            org_id | account_id
            o1 | a
            o3 | b

            notices
            notice_id | org_id | at | title | text
            n1 | o2 | 2024-02-01 | Our accounts | We go on with @canals.
            """,
    ),
    Example(
        "notices that say no such thing",
        """
            accounts
            account_id | handle | display_name | bio
            a | canals | Ministry of Canals | News of our canals for MW
            b | tides | Board of Tides | Times of the tides

            organisations
            org_id | name | aliases | closed_at | successor_ids
            o1 | Ministry of Canals | | 2024-01-02 | o2
            o2 | Ministry of Water | MW | |
            o3 | Board of Tides | Times of | 2024-01-02 | o2
            o5 | Board of Shores | | 2024-01-02 | o9

            official_accounts
            org_id | account_id
            o1 | a
            o3 | b

            notices
            notice_id | org_id | at | title | text
            n1 | o2 | 2024-02-01 | The Ministry of Canals | It is now part of us. Ask tides.
            n2 | o2 | 2026-02-01 | Our accounts | We go on with @canals.
            n3 | o9 | 2024-02-01 | Our accounts | We go on with @canals.
            """,
        finds=(("a", 0.75, "likely"), ("b", 0.75, "likely")),
    ),
    Example(
        "opened again, or entered anew",
        """
            accounts
            account_id | handle | display_name
            a | canals | Ministry of Canals
            b | tides | Board of Tides

            organisations
            org_id | name | country | status | opened_at | closed_at
            o1 | Ministry of Canals | XX | | 2024-06-01 | 2024-01-02
            o2 | Board of Tides | XX | closed | 1990-01-01 | 2024-01-02
            o3 | board of tides | XX | active | 2024-03-01 |

            official_accounts
            org_id | account_id
            o1 | a
            o2 | b
            """,
    ),
    Example(
        "a namesake elsewhere, one that opened much later, and one that has ended too",
        """
            accounts
            account_id | handle | display_name
            a | canals | Ministry of Canals
            b | tides | Board of Tides
            c | ports | Board of Ports
            d | shore | Board of Shores

            organisations
            org_id | name | country | opened_at | closed_at
            o7 | Board of Shores | XX | 1990-01-01 | 2024-01-02
            o8 | Board of Shores | XX | 2024-02-01 |
            o1 | Ministry of Canals | XX | 1990-01-01 | 2024-01-02
            o2 | Ministry of Canals | YY | 2024-02-01 |
            o3 | Board of Tides | XX | 1990-01-01 | 2020-01-02
            o4 | Board of Tides | XX | 2024-02-01 |
            o5 | Board of Ports | XX | 1990-01-01 | 2024-01-02
            o6 | Board of Ports | XX | 2024-01-02 | 2025-01-02

            official_accounts
            org_id | account_id
            o1 | a
            o3 | b
            o5 | c
            o7 | d
            """,
        finds=(("a", 0.75, "likely"), ("b", 0.75, "likely"), ("c", 0.75, "likely")),
    ),
    *CHAINS,
    *NAMES,
)
