"""The small worlds that show `play_out_of_hours` firing and staying quiet. 2025-12-01 is a Monday."""

from __future__ import annotations

from aboveboard.detector import Example

__all__ = ["EXAMPLES"]

_RULES = """
            play_rules
            rule | source | region | under | zone | since | until | guardian_allows | weekly_minutes
            evening | Youth law 4 | east | 18 | Asia/Shanghai | 2021-09-01 | | |
            old | Youth law 1 | east | 18 | Asia/Shanghai | | 2025-12-05 | true |
            new | Youth law 9 | east | 18 | Asia/Shanghai | 2025-12-20 | | |
            night | House rule | west | 16 | Europe/Berlin | | | true | 600
            lost | House rule | nowhere | 18 | Nowhere/Land | | | |
            week | Our terms | | | UTC | | | | 900

            play_hours
            rule | day | opens | closes | minutes
            evening | friday | 1200 | 1260 |
            evening | saturday | 1200 | 1260 |
            evening | sunday | 1200 | 1260 |
            evening | holiday | 1200 | 1260 |
            evening | workday | | | 0
            night | monday | 360 | 1320 | 180
            night | tuesday | 360 | 1320 | 180
            night | wednesday | 360 | 1320 | 180
            night | thursday | 360 | 1320 | 180
            night | friday | 360 | 1320 | 180
            night | saturday | 360 | |
            night | sunday | 360 | 1320 |
            old | monday | 0 | 1440 |
            old | tuesday | 0 | 1440 |
            old | wednesday | | | 30
            new | sunday | 0 | 60 |
            lost | sunday | 0 | 60 |

            holidays
            day | kind | region
            2025-12-02 | | east
            2025-12-03 | holiday | west
            2025-12-04 | holiday |
            2025-12-07 | workday | east
"""

EXAMPLES = (
    Example(
        "at night, on a school day, too long, a worked Sunday, a long week",
        """
            accounts
            account_id | handle | kind | region | zone
            a | owl | game | east |
            b | pip | game | west |
            c | kit | | west | America/New_York
            d | dot | game | east |
            e | eve | game | south |
            f | fox | game | east |
            g | gus | game | west |
            h | hal | game | east |

            attestations
            account_id | kind | result | age_band | age_under | at | expires_at
            a | age | pass | minor | | 2025-01-01 | 2027-01-01
            a | real_name | pass | adult | | 2024-01-01 |
            b | age | pass | minor | 16 | 2025-01-01 |
            c | age | fail | minor | 14 | 2025-01-01 |
            d | real_name | pass | minor | | |
            e | age | pass | minor | | 2025-01-01 |
            f | age | pass | minor | | 2025-01-01 |
            f | age | pass | adult | | 2025-01-01 |
            g | age | pass | minor | 16 | 2025-01-01 |
            b | guardian | fail | minor | | 2025-01-01 |
            g | guardian | pass | minor | | 2025-12-05 | 2025-12-06
            h | age | pass | minor | | 2025-01-01 |
            g | real_name | pass | | | 2025-12-06 |

            sessions
            account_id | started_at | ended_at
            a | 2025-12-01T12:00:00 | 2025-12-01T13:00:00
            a | 2025-12-02T12:00:00 | 2025-12-02T14:00:00
            a | 2025-12-03T12:00:00 | 2025-12-03T13:00:00
            b | 2025-12-01T12:00:00 | 2025-12-01T16:00:00
            b | 2025-12-02T20:00:00 | 2025-12-02T23:30:00
            c | 2025-12-02T05:00:00 | 2025-12-02T05:30:00
            d | 2025-12-06T12:00:00 | 2025-12-06T13:00:00
            d | 2025-12-07T12:00:00 | 2025-12-07T13:00:00
            e | 2025-12-01T08:00:00 | 2025-12-01T18:00:00
            e | 2025-12-02T08:00:00 | 2025-12-02T14:00:00
            e | 2025-12-08T08:00:00 | 2025-12-08T18:00:00
            e | 2025-12-09T08:00:00 | 2025-12-09T14:00:00
            f | 2025-12-04T12:00:00 | 2025-12-04T13:00:00
            f | 2025-12-04T14:10:00 | 2025-12-04T12:40:00
            h | 2025-12-02T16:00:00 | 2025-12-03T03:00:00
            h | 2025-12-03T03:00:00 | 2025-12-03T13:00:00
            g | 2025-12-04T22:00:00 | 2025-12-04T22:30:00
            g | 2025-12-05T22:00:00 | 2025-12-05T22:30:00
            g | 2025-12-06T03:00:00 | 2025-12-06T04:00:00
"""
        + _RULES,
        finds=(
            ("a", 0.804, "likely"), ("b", 0.804, "likely"), ("c", 0.6, "possible"), ("d", 0.6, "possible"), ("e", 0.72, "likely"),
            ("f", 0.6, "possible"), ("g", 0.72, "likely"), ("h", 0.6, "possible"),
        ),
    ),
    Example(
        "in the hours, on a holiday, in another zone",
        """
            accounts
            account_id | handle | kind | region | zone
            a | owl | game | east |
            b | pip | game | east | Europe/Berlin
            c | kit | game | nowhere |

            attestations
            account_id | kind | result | age_band | age_under | at | expires_at
            a | age | pass | minor | | 2025-01-01 | 2027-01-01
            b | age | pass | minor | | 2025-01-01 |
            c | age | pass | minor | | 2025-01-01 |

            sessions
            account_id | started_at | ended_at
            a | 2025-12-02T12:00:00 | 2025-12-02T13:00:00
            a | 2025-12-05T12:00:00 | 2025-12-05T13:00:00
            a | 2025-12-06T12:00:00 | 2025-12-06T13:00:00
            b | 2025-12-05T19:00:00 | 2025-12-05T20:00:00
            b | 2025-12-06T19:00:00 | 2025-12-06T20:00:00
            c | 2025-12-01T12:00:00 | 2025-12-01T13:00:00
            c | 2025-12-02T12:00:00 | 2025-12-02T13:00:00
"""
        + _RULES,
    ),
    Example(
        "allowed, of age, too old, elsewhere",
        """
            accounts
            account_id | handle | kind | region | status
            a | owl | game | west |
            b | pip | game | east |
            c | kit | game | west |
            d | dot | personal | east |
            e | eve | game | east | closed
            f | fox | game | east |
            g | gus | game | east |
            h | hal | game | east |
            i | ivy | game | east |
            j | jan | game | east |

            attestations
            account_id | kind | result | age_band | age_under | at | expires_at
            a | age | pass | minor | 16 | 2025-01-01 |
            a | guardian | pass | minor | | 2025-01-01 |
            b | age | pass | minor | | 2023-01-01 | 2025-11-30
            c | age | pass | minor | | 2025-01-01 |
            d | age | pass | minor | | 2025-01-01 |
            e | age | pass | minor | | 2025-01-01 |
            f | age | pass | minor | | 2024-01-01 |
            f | age | pass | adult | | 2025-01-01 |
            g | real_name | fail | minor | | 2025-01-01 |
            h | guardian | pass | minor | | 2025-12-30 |
            i | age | pass | minor | | 2026-02-01 |
            j | age | pass | unknown | | 2025-01-01 |

            sessions
            account_id | started_at | ended_at
            a | 2025-12-01T22:00:00 | 2025-12-01T23:00:00
            a | 2025-12-02T22:00:00 | 2025-12-02T23:00:00
            b | 2025-12-01T12:00:00 | 2025-12-01T13:00:00
            c | 2025-12-01T22:00:00 | 2025-12-01T23:00:00
            d | 2025-12-01T12:00:00 | 2025-12-01T13:00:00
            e | 2025-12-01T12:00:00 | 2025-12-01T13:00:00
            f | 2025-12-01T12:00:00 | 2025-12-01T13:00:00
            g | 2025-12-01T12:00:00 | 2025-12-01T13:00:00
            h | 2025-12-01T12:00:00 | 2025-12-01T13:00:00
            i | 2025-12-01T12:00:00 | 2025-12-01T13:00:00
            j | 2025-12-01T12:00:00 | 2025-12-01T13:00:00
"""
        + _RULES,
    ),
    Example(
        "left open, a few minutes late, two devices",
        """
            accounts
            account_id | handle | kind | region
            a | owl | game | west
            b | pip | game | east
            c | kit | game | east
            d | dot | game | south

            attestations
            account_id | kind | result | age_band | age_under | at
            a | age | pass | minor | 16 | 2025-01-01
            b | age | pass | minor | | 2025-01-01
            c | age | pass | minor | | 2025-01-01
            d | age | pass | minor | | 2025-01-01

            sessions
            account_id | started_at | ended_at
            a | 2025-12-01T10:00:00 | 2025-12-01T12:00:00
            a | 2025-12-01T10:30:00 | 2025-12-01T12:50:00
            a | 2025-12-02T10:00:00 | 2025-12-02T11:00:00
            a | 2025-12-02T11:00:00 | 2025-12-02T11:00:00
            b | 2025-12-05T12:00:00 | 2025-12-05T13:09:00
            b | 2025-12-08T12:00:00 |
            b | 2025-12-09T12:00:00 | 2025-12-10T12:00:00
            b | 2025-12-31T23:00:00 | 2026-01-01T01:00:00
            b | 2025-11-01T04:00:00 | 2025-11-01T05:00:00
            c | 2025-12-08T13:00:00 | 2025-12-08T12:00:00
            d | 2025-12-01T08:00:00 | 2025-12-01T18:00:00
            d | 2025-12-08T08:00:00 | 2025-12-08T18:00:00
"""
        + _RULES,
    ),
)  # fmt: skip
