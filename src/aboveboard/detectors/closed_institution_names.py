"""The small worlds of `closed_institution` about accounts that no register ties to the body now: by its name, or once."""

from __future__ import annotations

from aboveboard.detector import Example

__all__ = ["NAMES"]

NAMES = (
    Example(
        "standing withdrawn or never written down, and still speaking in its name",
        """
            accounts
            account_id | handle | display_name | bio | kind | created_at | last_active_at | verified_org_id
            a | tides | Board of Tides | | | 2010-01-01 | 2023-01-01 |
            b | canals | Ministry of Canals | Locks and water levels | organisation | 2010-01-01 | 2025-06-01 |
            c | shores | Board of Shores | | | 2010-01-01 | 2023-01-01 | o3
            d | quays | Board of Quays | Board of Quays: berths and dues | professional | | |
            e | piers | Board of Piers | | | | 2025-06-01 |
            f | canals2 | Ministry of Canals | Board of Tides | organisation | 2010-01-01 | | o99

            organisations
            org_id | name | closed_at
            o1 | Ministry of Canals | 2024-01-02
            o2 | Board of Tides | 2024-01-02
            o3 | Board of Shores | 2024-01-02
            o4 | Board of Quays | 2024-01-02
            o5 | Board of Piers | 2024-01-02
            o9 | Ministry of Water |

            official_accounts
            org_id | account_id | until
            o2 | a | 2024-02-01
            o9 | c | 2020-01-01
            o9 | e | 2020-01-01
            o5 | e |
            """,
        finds=(
            ("a", 0.75, "possible"),
            ("b", 0.9, "likely"),
            ("c", 0.75, "possible"),
            ("d", 0.75, "possible"),
            ("e", 0.9, "likely"),
            ("f", 0.75, "possible"),
        ),
    ),
    Example(
        "a name alone, or a standing that ended with it",
        """
            accounts
            account_id | handle | display_name | bio | kind | created_at | verified_org_id
            a | canalhistory | Ministry of Canals | The canals of old | organisation | 2024-06-01 |
            b | canals | Ministry of Canals | No longer in use, services are at @water | organisation | 2010-01-01 |
            c | canalfan | Ministry of Canals | Ministry of Canals: water levels of old | personal | 2010-01-01 |
            d | canalstaff | Ministry of Canals | Unofficial, by former staff | organisation | 2010-01-01 |
            e | lowtide | Low tide sounds | Music by the sea | organisation | 2010-01-01 |
            f | tides | Board of Tides | Times of high water | organisation | 2010-01-01 |
            g | ports | Board of Ports | Ships of the day | organisation | 2010-01-01 |
            h | canals2 | Ministry of Canals | | | 2010-01-01 | o9
            i | canals3 | Ministry of Canals | Archive account of the ministry | organisation | 2010-01-01 |
            j | canals4 | Ministry of Canals | | organisation | 2010-01-01 | o9

            organisations
            org_id | name | country | closed_at
            o1 | Ministry of Canals | XX | 2024-01-02
            o2 | Board of Tides | XX | 2024-01-02
            o3 | Board of Ports | XX | 2024-01-02
            o4 | Board of Ports | YY |
            o5 | Board of Ebbs | XX | 2025-01-02
            o9 | Ministry of Water | XX |

            official_accounts
            org_id | account_id | since | until
            o2 | e | | 2024-02-01
            o2 | f | 2026-02-01 |
            o1 | h | | 2024-02-01
            o1 | j | |
            """,
    ),
    Example(
        "the successor lists the old name as an alias of its own",
        """
            accounts
            account_id | handle | display_name | bio
            a | tides | Board of Tides | Board of Tides: times of high water

            organisations
            org_id | name | aliases | closed_at | successor_ids
            o1 | Board of Tides | | 2024-01-02 | o2
            o2 | Board of Seas | Board of Tides | |

            official_accounts
            org_id | account_id | until
            o1 | a |
            o2 | b | 2024-06-01
            """,
        finds=(("a", 0.75, "likely"),),
    ),
)
