"""The tables of the input contract that say when, how long and for how much a minor may play: policy, by region and by day.

The operator writes them as a file that `connectors/play_rules.py` reads; nothing here belongs to one country.
"""

from __future__ import annotations

from aboveboard.columns import Column, Table

__all__ = ["DAYS", "PLAY_TABLES"]

DAYS: tuple[str, ...] = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "holiday", "workday",
)  # fmt: skip
"""Kinds of day. `workday`: a day of the weekend on which people work in exchange for a holiday."""

PLAY_TABLES = (
    Table(
        "play_rules",
        "What the operator's policy, or the law it follows, asks of those who play.",
        (
            Column("rule", required=True),
            Column("source", required=True, about="where it is written; every finding names it"),
            Column("region", about="whose accounts it holds for (`accounts.region`); empty: everybody's"),
            Column("under", "int", about="it holds for those younger than this; empty: for all who play, and for minors where it limits"),
            Column("zone", about="the zone of its hours, such as Asia/Shanghai; `accounts.zone` goes before it"),
            Column("since", "time", about="in force from"),
            Column("until", "time", plan=True, about="in force until"),
            Column("needs", "list", about="kinds of attestation without which nobody plays; `real_name or age`: one of them will do"),
            Column("grace_days", "int", about="how long one may play before the first check and after one ran out; empty: 0"),
            Column("guardian_allows", "bool", about="a guardian's attestation lifts its hours, times and amounts"),
            Column("weekly_minutes", "int", about="most minutes from Monday to Sunday"),
            Column("payment", "float", about="most money at once"),
            Column("monthly", "float", about="most money in a calendar month"),
            Column("currency", about="of both; empty: the service's own unit"),
        ),
        key=("rule",),
    ),
    Table(
        "play_hours",
        "When a rule lets minors play: on a kind of day without a row, not at all; a rule without rows limits no hours.",
        (
            Column("rule", required=True),
            Column("day", required=True, choices=DAYS, about="`holiday` and `workday` go before the day of the week where the rule has a row for them"),
            Column("opens", "int", about="minutes after midnight; empty: 0"),
            Column("closes", "int", about="minutes after midnight; empty: 1440"),
            Column("minutes", "int", about="most minutes that day; empty: all of them"),
        ),
    ),
    Table(
        "holidays",
        "The operator's calendar: public holidays, and days of the weekend that are worked in exchange.",
        (
            Column("day", "date", required=True),
            Column("kind", choices=("holiday", "workday"), about="`holiday` where empty"),
            Column("region", about="as in `play_rules`; empty: for rules of no region"),
            Column("name"),
            Column("source"),
        ),
        key=("day", "region"),
    ),
)  # fmt: skip
"""`play_rules`, `play_hours` and `holidays`."""
