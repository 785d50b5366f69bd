"""The small worlds that show `second_account` firing and staying quiet."""

from __future__ import annotations

from aboveboard.detector import Example

__all__ = ["EXAMPLES"]

EXAMPLES = (
    Example(
        "both in the register, a badge, and the same organisation code",
        """
            accounts
            account_id | handle | display_name | url | created_at | verified_org_id
            a | canals | Ministry of Canals | https://canals.example | 2015-01-01 |
            b | canals2 | Ministry of Canals | https://canals.example | 2012-01-01 |
            c | canalsnews | Ministry of Canals News | https://canals.example/news | 2019-01-01 | o1
            d | canalsinfo | Official Ministry of Canals | | 2019-01-01 |
            e | moc | MoC | https://www.canals.example | |
            f | moc2 | MoC | | 2019-01-01 |
            g | tides | Board of Tides | | 2019-01-01 |
            h | tidal | Board of Tides | | 2018-01-01 |
            i | canalsfan | Ministry of Canals | | 2018-01-01 |
            l | canalsfan2 | Ministry of Canals | | 2018-01-01 |
            j | shorewatch | Shore Watch | | 2018-01-01 |
            k | canals7 | Ministry of Canals | | 2018-01-01 | o1

            organisations
            org_id | name | aliases | domains
            o1 | Ministry of Canals | MoC | canals.example
            o2 | Board of Tides | Shore Watch |

            official_accounts
            org_id | account_id | since | until
            o1 | a | 2015-01-01 |
            o1 | b | 2016-01-01 |
            o1 | j | 2016-01-01 |
            o1 | k | 2016-01-01 | 2020-01-01
            o2 | g | 2019-01-01 |

            tokens
            account_id | kind | token | first_seen_at
            a | organisation | t1 | 2015-01-01
            d | organisation | t1 | 2019-01-01
            e | organisation | t1 | 2019-01-01
            g | device | t2 | 2019-01-01
            h | organisation | t2 | 2019-01-01
            a | organisation | t3 | 2019-01-01
            b | organisation | t4 | 2019-01-01
            i | organisation | t5 | 2019-01-01
            l | organisation | t5 | 2019-01-01
            f | device | t3 | 2019-01-01
            """,
        finds=(("b", 0.9, "likely"), ("c", 0.8, "likely"), ("d", 0.55, "possible"), ("e", 0.95, "likely")),
    ),
    Example(
        "merged bodies' accounts renamed after the last successor, which had one; a body that opened again",
        """
            accounts
            account_id | handle | display_name
            a | water | Ministry of Water
            b | canals | Ministry of Water
            c | tides | Board of Tides
            d | ports | Ministry of Water
            e | locks | Ministry of Water
            f | fords | Ministry of Water
            g | weirs | Ministry of Water

            organisations
            org_id | name | status | opened_at | closed_at | successor_ids
            o1 | Ministry of Canals | | | 2024-01-02 | o2
            o2 | Ministry of Water | | | |
            o3 | Board of Tides | merged | | | o2
            o4 | Board of Ports | | | 2026-02-02 | o2
            o5 | Board of Locks | closed | | | o2;o6
            o7 | Board of Fords | | | 2020-01-02 | o1
            o8 | Board of Weirs | | 2020-01-02 | 2019-01-02 | o2

            official_accounts
            org_id | account_id | since
            o1 | b | 2010-01-01
            o2 | a | 2023-01-01
            o3 | c | 2010-01-01
            o4 | d | 2010-01-01
            o5 | e | 2010-01-01
            o7 | f | 2010-01-01
            o8 | g | 2010-01-01
            """,
        finds=(("b", 0.9, "likely"), ("f", 0.9, "likely")),
    ),
    Example(
        "branches, a language edition, a site of its own",
        """
            accounts
            account_id | handle | display_name | url | language
            a | canals | Ministry of Canals | https://canals.example | en
            b | canalsn | Ministry of Canals North | https://canals.example |
            c | canalszh | Ministry of Canals | | zh
            d | canalsold | Ministry of Canals | https://museum.canals.example |

            organisations
            org_id | name | domains
            o1 | Ministry of Canals | canals.example

            official_accounts
            org_id | account_id | since
            o1 | a | 2010-01-01
            o1 | b | 2012-01-01
            o1 | c | 2012-01-01
            o1 | d | 2012-01-01
            """,
    ),
    Example(
        "on purpose, and said so",
        """
            accounts
            account_id | handle | display_name | bio
            a | canals | Ministry of Canals | Questions: @CanalsHelp
            b | canalshelp | Ministry of Canals |
            c | canalsalert | Ministry of Canals |
            d | canals09 | Archived: Ministry of Canals |
            e | canalslive | Ministry of Canals | Broadcasts of the ministry, see also @Canals.

            organisations
            org_id | name | aliases
            o1 | Ministry of Canals | Archived: Ministry of Canals

            official_accounts
            org_id | account_id | since
            o1 | a | 2010-01-01
            o1 | b | 2012-01-01
            o1 | c | 2012-01-01
            o1 | d | 2012-01-01
            o1 | e | 2012-01-01

            notices
            notice_id | org_id | at | text
            n1 | o1 | 2020-01-01 | Warnings are now sent by @canalsalert.
            """,
    ),
    Example(
        "notices by others, or of another account, or yet to come",
        """
            accounts
            account_id | handle | display_name | bio
            a | canals | Ministry of Canals | Questions: @canalshelplines
            b | canalshelp | Ministry of Canals | We are @canalshelp
            c | canalshelpline | Ministry of Canals |

            organisations
            org_id | name
            o1 | Ministry of Canals
            o2 | Board of Tides

            official_accounts
            org_id | account_id | since
            o1 | a | 2010-01-01
            o1 | b | 2012-01-01
            o1 | c | 2013-01-01

            notices
            notice_id | org_id | at | text
            n1 | o2 | 2020-01-01 | Not us: @canalshelp.
            n2 | o1 | 2020-01-01 | Warnings are now sent by @canals.
            n3 | o1 | 2026-02-01 | Warnings are now sent by @canalshelp.
            """,
        finds=(("b", 0.9, "likely"), ("c", 0.9, "likely")),
    ),
    Example(
        "one just opened, one closed, one elsewhere",
        """
            accounts
            account_id | handle | display_name | platform | status | verified_org_id
            a | canals | Ministry of Canals | square | active |
            b | canals2 | Ministry of Canals | square | active |
            c | canals3 | Ministry of Canals | square | closed |
            d | canals | Ministry of Canals | forum | active |
            e | tides | Board of Tides | square | active |
            f | tides2 | Board of Tides | square | active | o2

            organisations
            org_id | name
            o1 | Ministry of Canals
            o2 | Board of Tides

            official_accounts
            org_id | account_id | since
            o2 | e | 2026-06-01
            o1 | a | 2010-01-01
            o1 | b | 2025-12-20
            o1 | c | 2012-01-01
            o1 | d | 2012-01-01
            """,
    ),
    Example(
        "two on one service and two on another",
        """
            accounts
            account_id | handle | display_name | platform
            a | canals | Ministry of Canals | square
            b | canals2 | Ministry of Canals | square
            c | canals | Ministry of Canals | forum
            d | canals2 | Ministry of Canals | forum

            organisations
            org_id | name
            o1 | Ministry of Canals

            official_accounts
            org_id | account_id | since
            o1 | a | 2010-01-01
            o1 | b | 2011-01-01
            o1 | c | 2012-01-01
            o1 | d | 2013-01-01
            """,
        finds=(("b", 0.9, "likely"), ("d", 0.9, "likely")),
    ),
    Example(
        "the first is a service's, and two of that service",
        """
            accounts
            account_id | handle | display_name
            a | canaltraffic | Ministry of Canals Traffic
            b | canals | Ministry of Canals
            c | canaltraffic2 | Ministry of Canals: Traffic
            d | tides | Board of Tides
            e | tides2 | Board of Tides
            f | canals2 | Ministry of Canals

            organisations
            org_id | name
            o1 | Ministry of Canals
            o2 | Board of Tides

            official_accounts
            org_id | account_id | since
            o1 | a | 2010-01-01
            o1 | b | 2012-01-01
            o1 | c | 2013-01-01
            o2 | d | 2014-01-01
            o2 | e | 2015-01-01
            o1 | f | 2016-01-01
            """,
        finds=(("c", 0.9, "likely"), ("e", 0.9, "likely"), ("f", 0.9, "likely")),
    ),
    Example(
        "no document ties it, and it speaks as the body",
        """
            accounts
            account_id | handle | display_name | bio | url | kind | created_at
            a | canals | Ministry of Canals | | https://canals.example | organisation | 2010-01-01
            b | canals2 | Ministry of Canals | | https://canals.example/en | organisation | 2019-01-01
            c | canals3 | The Official Ministry of Canals | The official account of the Ministry of Canals | | unknown |
            d | moc | MoC | Ministry of Canals. Locks and water levels | | unknown | 2019-01-01
            e | canalnews | Canal News | | | organisation | 2010-01-01
            f | canalnews2 | Canal News | | | organisation | 2019-01-01

            organisations
            org_id | name | aliases | domains
            o1 | Ministry of Canals | MoC | canals.example
            o2 | Canal News | |

            official_accounts
            org_id | account_id | since
            o1 | a | 2010-01-01
            o2 | e | 2010-01-01
            """,
        finds=(("b", 0.6, "possible"), ("c", 0.6, "possible"), ("d", 0.6, "possible"), ("f", 0.6, "possible")),
    ),
    Example(
        "a stranger, a young one, a fan's, a person's, a desk for the press, a name of two bodies",
        """
            accounts
            account_id | handle | display_name | bio | url | kind | created_at
            a | canals | Ministry of Canals | | | organisation | 2010-01-01
            b | canals2 | Ministry of Canals | Boats and locks | | unknown | 2019-01-01
            c | canals3 | Ministry of Canals | | | organisation | 2025-08-01
            d | canals4 | Ministry of Canals | Unofficial, by fans of canals | | organisation | 2019-01-01
            e | canals5 | Ministry of Canals | Ministry of Canals | | personal | 2019-01-01
            f | canals6 | Ministry of Canals Press Office | | | organisation | 2019-01-01
            g | canals7 | Ministry of Canals | | https://canals.fans.example | organisation | 2019-01-01
            h | moc | MoC | Music of the coast | | organisation | 2019-01-01
            i | council1 | City Council | | | organisation | 2019-01-01
            j | council2 | City Council | | | organisation | 2019-01-01
            k | annbrook | Ann Brook | Board of Weirs, and my garden | | unknown | 2019-01-01
            l | annbrook2 | Ann Brook | Board of Weirs, by day | | unknown | 2019-01-01
            m | weirs | Board of Weirs | | | organisation | 2019-01-01

            organisations
            org_id | name | aliases | domains
            o1 | Ministry of Canals | MoC | canals.example
            o2 | City Council | | river.example
            o3 | City Council | | lake.example
            o4 | Board of Weirs | |
            o5 | Board of Ports | |

            holders
            org_id | holder
            o4 | Ann Brook

            official_accounts
            org_id | account_id | since | until
            o1 | a | 2010-01-01 |
            """,
    ),
    Example(
        "two that no document ties: each is told of the other",
        """
            accounts
            account_id | handle | display_name | bio | kind | created_at
            a | canals | Ministry of Canals | | organisation | 2012-01-01
            b | canals2 | Ministry of Canals | | organisation | 2019-01-01
            c | canals3 | Ministry of Canals | | organisation | 2020-01-01
            d | tides | Board of Tides | | organisation | 2012-01-01
            e | tides2 | Board of Tides | The live one is @tides | organisation | 2019-01-01
            f | weirs | Board of Weirs | | organisation | 2012-01-01
            g | weirs2 | Board of Weirs | | organisation | 2019-01-01

            organisations
            org_id | name
            o1 | Ministry of Canals
            o2 | Board of Tides
            o3 | Board of Weirs
            o4 | Board of Ports

            official_accounts
            org_id | account_id | until
            o4 | g | 2024-01-01
            """,
        finds=(("a", 0.6, "possible"), ("b", 0.6, "possible"), ("c", 0.6, "possible")),
    ),
    Example(
        "of two in the register, one that is no longer used",
        """
            accounts
            account_id | handle | display_name | last_active_at
            a | canals | Ministry of Canals | 2023-01-01
            b | canals2 | Ministry of Canals | 2025-12-01

            organisations
            org_id | name
            o1 | Ministry of Canals

            official_accounts
            org_id | account_id | since
            o1 | a | 2010-01-01
            o1 | b | 2020-01-01
            """,
        finds=(("a", 0.9, "likely"),),
    ),
    Example(
        "a code attested by accounts that stand only as a merged body's",
        """
            accounts
            account_id | handle | display_name
            a | canals | Ministry of Water
            b | canals2 | Ministry of Water

            organisations
            org_id | name | status | successor_ids
            o1 | Ministry of Canals | merged | o2
            o2 | Ministry of Water | active |

            official_accounts
            org_id | account_id
            o1 | a

            tokens
            account_id | kind | token
            a | organisation | t1
            b | organisation | t1
            """,
    ),
)
