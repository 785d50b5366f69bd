"""Small worlds in which an office outlives its holder, and innocent ones that look alike."""

from __future__ import annotations

from aboveboard.detector import Example
from aboveboard.detectors.former_holder_names import NAMES

__all__ = ["EXAMPLES"]

EXAMPLES = (
    Example(
        "a mayor who left, still official, one of them still speaking",
        """
        accounts
        account_id | handle | display_name | last_active_at
        a | anabrook | Ana Brook | 2024-02-01
        b | tidechair | Chair Ben Marsh | 2025-06-01
        c | yunhe | 李运河博士 |
        d | noor | Noor |
        e | dquay | Quay, Dora |

        organisations
        org_id | name | aliases
        o1 | Mayor of Thornford | Thornford Mayor
        o2 | Chair of the Board of Tides |
        o3 | 运河部部长 |
        o4 | Warden of the Locks |

        official_accounts
        org_id | account_id
        o1 | a
        o2 | b
        o3 | c
        o4 | d
        o4 | e

        holders
        org_id | holder | since | until
        o1 | Ana Brook | 2016-01-01 | 2024-01-15
        o1 | Carla Reed | 2024-01-15 |
        o2 | Ben Marsh | | 2024-01-15
        o3 | 李运河 | 2016-01-01 | 2024-01-15
        o4 | Noor | 2016-01-01 | 2024-01-15
        o4 | Dora Quay | 2010-01-01 | 2016-01-01

        posts
        post_id | account_id | at
        p1 | a | 2024-03-01
        p2 | a | 2026-03-01
        """,
        finds=(
            ("a", 0.75, "likely"),
            ("b", 0.9, "likely"),
            ("c", 0.75, "likely"),
            ("d", 0.75, "likely"),
            ("e", 0.75, "likely"),
        ),
    ),
    Example(
        "badges, one of which the register silences, and another office's name",
        """
        accounts
        account_id | handle | display_name | verified_org_id
        a | anabrook | Ana Brook | o1
        b | benmarsh | Ben Marsh | o1
        c | doraquay | Dora Quay |
        d | harbourmaster | Emil Lock |
        e | lockfan | Emil Lock, my hero |

        organisations
        org_id | name
        o1 | Mayor of Thornford
        o3 | Harbour Master

        official_accounts
        org_id | account_id | since | until
        o1 | b | | 2024-06-01
        o1 | c | 2026-06-01 |
        o1 | d | 2016-01-01 |

        holders
        org_id | holder | until
        o1 | Ana Brook | 2018-01-15
        o1 | Ben Marsh | 2020-01-15
        o1 | Dora Quay | 2022-01-15
        o1 | Emil Lock | 2024-01-15
        """,
        finds=(("a", 0.75, "likely"), ("d", 0.75, "likely")),
    ),
    Example(
        "the office's own account, whoever holds it",
        """
        accounts
        account_id | handle | display_name | last_active_at
        a | thornfordmayor | Thornford Mayor | 2025-06-01
        b | tides | Ben Marsh Chair of Tides | 2025-06-01
        c | ports | Harbour Board | 2025-06-01
        e | anabrookmayor | Mayor of Thornford | 2025-06-01

        organisations
        org_id | name | aliases
        o1 | Mayor of Thornford | Thornford Mayor
        o2 | Ben Marsh Chair of Tides |
        o3 | Board of Ports |

        official_accounts
        org_id | account_id
        o1 | a
        o1 | e
        o2 | b
        o3 | c
        o4 | d

        holders
        org_id | holder | since | until
        o1 | Ana Brook | 2016-01-01 | 2024-01-15
        o2 | Ben Marsh | 2016-01-01 | 2024-01-15
        o3 | Dora Quay | 2016-01-01 | 2024-01-15
        """,
    ),
    Example(
        "elected again, not yet gone for long, or gone and closed",
        """
        accounts
        account_id | handle | display_name | status
        a | anabrook | Ana Brook | active
        b | benmarsh | Ben Marsh | active
        c | doraquay | Dora Quay | closed
        d | emillock | Emil Lock | active
        e | ferntide | Fern Tide | active
        f | anabrookpress | Thornford first | active

        organisations
        org_id | name
        o1 | Mayor of Thornford
        o2 | Chair of the Board of Tides
        o3 | Harbour Master

        official_accounts
        org_id | account_id | until
        o1 | a |
        o2 | b |
        o3 | c |
        o3 | d | 2024-06-01
        o3 | e |
        o1 | f |

        holders
        org_id | holder | since | until
        o1 | Ana Brook | 2016-01-01 | 2020-01-15
        o1 | Ana Brook | 2024-01-15 |
        o2 | Ben Marsh | 2016-01-01 | 2025-12-03
        o3 | Dora Quay | 2016-01-01 | 2024-01-15
        o3 | Emil Lock | 2016-01-01 | 2024-01-15
        o3 | Fern Tide | 2024-01-15 | 2027-01-15
        o2 | Fern Tide | 2016-01-01 | 2020-01-15
        """,
    ),
    Example(
        "a term that ended some weeks ago",
        """
        accounts
        account_id | handle | display_name | last_active_at
        a | benmarsh | Ben Marsh | 2025-12-30

        organisations
        org_id | name
        o2 | Chair of the Board of Tides

        official_accounts
        org_id | account_id
        o2 | a

        holders
        org_id | holder | since | until
        o2 | Ben Marsh | 2016-01-01 | 2025-12-02
        """,
        finds=(("a", 0.75, "possible"),),
    ),
    Example(
        "the office named, and the one who held it",
        """
        accounts
        account_id | handle | display_name
        a | thornfordmayor | Mayor Ana Brook
        b | tides | Chair of the Board of Tides: Ben Marsh
        c | tidechairs | Ben Marsh, Dora Quay
        d | tidechair | Ben Marsh, Emil Lock
        e | anabrookpress | Harbour Master friends

        organisations
        org_id | name | aliases
        o1 | Mayor of Thornford | Thornford Mayor
        o2 | Chair of the Board of Tides |
        o3 | Harbour Master |

        official_accounts
        org_id | account_id
        o1 | a
        o2 | b
        o2 | c
        o2 | d
        o1 | e

        holders
        org_id | holder | since | until
        o1 | Ana Brook | 2016-01-01 | 2024-01-15
        o3 | Ana Brook | 2024-01-15 |
        o2 | Ben Marsh | 2016-01-01 | 2024-01-15
        o2 | Emil Lock | 2026-06-01 |
        o2 | Dora Quay | | 2016-01-01
        """,
        finds=(
            ("a", 0.6, "possible"),
            ("b", 0.6, "possible"),
            ("c", 0.75, "likely"),
            ("c", 0.75, "likely"),
            ("d", 0.75, "likely"),
            ("e", 0.75, "likely"),
        ),
    ),
    Example(
        "who says that it is over",
        """
        accounts
        account_id | handle | display_name | bio
        a | anabrook | Ana Brook | Mayor of Thornford until 2024
        b | anabrookmp | Ana Brook, former Mayor |
        c | mayor | Carla Reed, Ana Brook |
        d | anabrooknews | Ana Brook | This account is archived.
        e | harbour | Ana Brook |

        organisations
        org_id | name
        o1 | Mayor of Thornford
        o2 | Harbour Master

        official_accounts
        org_id | account_id
        o1 | a
        o1 | b
        o1 | c
        o1 | d
        o2 | e

        holders
        org_id | holder | since | until
        o1 | Ana Brook | 2016-01-01 | 2024-01-15
        o1 | Carla Reed | 2024-01-15 | 2030-01-15
        """,
    ),
    Example(
        "a new term that is only planned",
        """
        accounts
        account_id | handle | display_name
        a | anabrook | Ana Brook

        organisations
        org_id | name
        o1 | Mayor of Thornford

        official_accounts
        org_id | account_id
        o1 | a

        holders
        org_id | holder | since | until
        o1 | Ana Brook | 2016-01-01 | 2020-01-15
        o1 | Ana Brook | 2026-01-15 |
        """,
        finds=(("a", 0.75, "likely"),),
    ),
    Example(
        "kept as a record",
        """
        accounts
        account_id | handle | display_name | bio
        a | anabrook | Archived: Ana Brook |
        b | anabrookmayor | Ana Brook | For the office follow @thornfordmayor
        c | brookmayor | Ana Brook | No longer in use, see @thornfordmayor

        organisations
        org_id | name
        o1 | Mayor of Thornford

        official_accounts
        org_id | account_id
        o1 | a
        o1 | b
        o1 | c

        holders
        org_id | holder | until
        o1 | Ana Brook | 2020-01-15
        """,
    ),
    Example(
        "a short name",
        """
        accounts
        account_id | handle | display_name
        a | thornfordhall | Bali Ng, Thornford
        b | palinode | Thornford Hall

        organisations
        org_id | name
        o1 | Mayor of Thornford

        official_accounts
        org_id | account_id
        o1 | a
        o1 | b

        holders
        org_id | holder | until
        o1 | Al In | 2020-01-15
        """,
    ),
    *NAMES,
)
