"""The tables of the console: lines of the queue, rulings that have not left yet, what was handed in from outside, and how each person works."""

from __future__ import annotations

import sqlalchemy as sa

from aboveboard.store.schema import METADATA

__all__ = ["CASE_LINES", "HANDED_IN", "OWN", "RULINGS"]


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, default="")


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False, default=0)


CASE_LINES = sa.Table(
    "case_lines",
    METADATA,
    sa.Column("case_id", sa.Text, primary_key=True),
    *(_text(n) for n in ("account_id", "tier", "language", "ring", "detector", "classes", "name", "handle", "says", "search")),
    *(_number(n) for n in ("due_us", "size", "first_us", "erased")),
    sa.Column("score", sa.Float, nullable=False, default=0.0),
    sa.Index("lines_of_an_account", "account_id"),
    sa.Index("lines_of_a_ring", "ring"),
    sa.Index("lines_in_order", "due_us", "case_id", "erased"),
)  # fmt: skip
"""A line of the queue for each case, read once from the snapshot of its proposal, so that a page asks the database for its fifty and for counts.
`classes` stands between commas, `search` is what a search looks in, `erased` is 1 where the snapshot is gone. An erasure deletes the lines of its account."""

RULINGS = sa.Table(
    "rulings",
    METADATA,
    sa.Column("key", sa.Text, primary_key=True),
    *(_text(n) for n in ("decision_id", "case_id", "account_id", "by", "status", "led_to", "body")),
    *(_number(n) for n in ("version", "kept_us", "leaves_us")),
    sa.Index("rulings_to_leave", "status", "leaves_us"),
    sa.Index("rulings_of_a_case", "case_id"),
)
"""What a person ruled in the console, under the key of their form. `status` is `waiting` until it leaves, then `left`, `undone` or `refused`;
`led_to` says what that led to. `body` is emptied once it has left: the ledger has it then."""

HANDED_IN = sa.Table(
    "handed_in",
    METADATA,
    sa.Column("key", sa.Text, primary_key=True),
    *(_text(n) for n in ("reference", "kind", "about", "account_id", "sealed", "link")),
    *(_number(n) for n in ("at_us", "due_us")),
    sa.Index("handed_in_about", "about"),
)
"""What people outside handed in, once for each key of a form: `kind` is `appeal`, `imitated` or `institution`; text and documents are sealed."""

OWN = sa.Table(
    "own_settings",
    METADATA,
    sa.Column("person", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    _text("body"),
)
"""How a person works (`care`) and the queues they keep (`queue`), as JSON."""
