"""The input contract: every table of a world, its columns, types, keys and vocabularies.

`design/tables.md` in code. A table not listed here is not part of a world; a column not listed is kept out and named
in a warning. `World` is what a loader hands to an engine: canonical tables, ready to read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pyarrow as pa

from aboveboard.columns import ARROW, Column, Table, Type
from aboveboard.play_tables import PLAY_TABLES

__all__ = ["ARROW", "TABLES", "Column", "Source", "Table", "Type", "World", "empty"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where one canonical table lies: parquet files, or an Arrow table in memory.

    `columns` are the contract columns the input really had; the engine shows the others as nulls of their type.
    """

    rows: int
    columns: frozenset[str]
    files: tuple[Path, ...] = ()
    memory: pa.Table | None = None


@dataclass(frozen=True, slots=True)
class World:
    """A readable world: canonical tables by name, the time it is judged as of, and what was wrong with the input."""

    sources: Mapping[str, Source]
    as_of: datetime
    path: Path | None = None
    rejected: Mapping[str, int] = field(default_factory=dict[str, int])
    warnings: tuple[str, ...] = ()


def empty(table: Table) -> pa.Table:
    """Return `table` without rows, in its canonical schema."""
    return table.schema.empty_table()


def _text(*names: str) -> tuple[Column, ...]:
    return tuple(Column(n) for n in names)


_ID = Column("account_id", required=True)
_PROFILE_KINDS = ("personal", "organisation", "professional", "game", "unknown")
_STATUS = ("active", "closed", "suspended", "dormant")
_PURPOSES = ("growth", "publishing", "analytics", "other")
_TOKEN_KINDS = ("device", "network", "phone", "email", "payment", "identity", "organisation")
_OUTCOME = Column(
    "outcome", choices=("accepted", "rejected"), about="what came of a report; empty: not decided, or no report"
)
_RESULTS = "of a domain: `held` by the body, `lapsed`, or `moved` to another holder"
_CONTACTS = Table("contacts", "What came of asking an institution's contacts, and whose its domains are.", (
    Column("org_id", required=True), Column("kind", required=True, choices=("mail", "phone", "post", "domain")), Column("at", "time", required=True),
    Column("result", required=True, choices=("reached", "bounced", "held", "lapsed", "moved"), about=_RESULTS), Column("domain", about="the domain that was looked up"),
))  # fmt: skip

_CREDENTIALS = (
    _ID, Column("field", required=True, about="`medicine` `law` `finance` `education` …"), Column("issuer"), Column("valid_from", "time"),
    Column("valid_until", "time", plan=True), Column("status", choices=("valid", "revoked", "unverified")),
    Column("checked_at", "time", about="when the operator checked it for this account"),
    Column("holder", about="the name it was issued to; compared, never shown"), Column("number_token", about="HMAC-SHA-256, hex, of its number"),
)  # fmt: skip
_PROFESSIONS = (
    Column("term", required=True, about="a title, such as `speech therapist`"), Column("field", required=True, about="as in `credentials`"), Column("language", about="such as `en`"),
    Column("use", choices=("sure", "plain", "licensed", "letters", "licence"), about="how much it says; `sure` where empty"),
)  # fmt: skip

_TABLES = (
    Table(
        "accounts",
        "One row an account, as it stands at the as-of time.",
        (
            _ID,
            Column("handle", required=True, about="the unique name people type"),
            Column("platform", about="the service, where one world holds several"),
            *_text("display_name", "bio", "location", "url"),
            Column("avatar", about="path or URI"),
            Column("avatar_hash", about="64 hex digits, PDQ"),
            Column("cover_hash"),
            Column("kind", choices=_PROFILE_KINDS),
            Column("region", about="the region whose `play_rules` hold for the account, as the service keeps it"),
            Column("zone", about="where its day begins, such as Europe/Berlin; empty: as the rule says"),
            Column("created_at", "time"),
            Column("status", choices=_STATUS),
            Column("closed_at", "time"),
            Column("closed_ground", choices=("law", "terms", "request")),
            Column("closed_for", about="the violation the account was closed for"),
            Column("barred_until", "time", plan=True, about="end of the re-registration bar; empty means no end"),
            Column("closed_root", about="the account whose closure this closure rests on, such as the one it evaded"),
            Column("overturned_at", "time", about="when the closure was found wrong; it bars nobody from then on"),
            Column("last_active_at", "time"),
            Column("followers", "int"),
            Column("following", "int"),
            Column("posts", "int"),
            Column("listed", "int"),
            Column("verified_org_id", about="the organisation a platform's badge names"),
            Column("default_avatar", "bool"),
            Column("is_private", "bool"),
            Column("language"),
        ),
        key=("account_id",),
    ),
    Table(
        "profile_changes",
        "One row a change of a profile field.",
        (_ID, Column("at", "time", required=True), Column("field", required=True), *_text("old", "new")),
    ),
    Table(
        "tokens",
        "Keyed hashes of what an account used; never raw identifiers.",
        (
            _ID,
            Column("kind", required=True, choices=_TOKEN_KINDS),
            Column("token", required=True, about="HMAC-SHA-256, hex"),
            Column("first_seen_at", "time"),
            Column("last_seen_at", "time"),
        ),
    ),
    Table(
        "follows",
        "One row a follow edge.",
        (
            Column("follower_id", required=True),
            Column("target_id", required=True),
            Column("at", "time"),
            Column("ended_at", "time", plan=True),
        ),
    ),
    Table(
        "audience",
        "Counts of an account's audience per period.",
        (
            _ID,
            Column("day", "date", required=True, about="start of the period"),
            Column("period", choices=("day", "week", "month"), about="`day` where empty"),
            *(Column(n, "int") for n in ("followers", "gained", "lost", "views", "mentions")),
        ),
        key=("account_id", "day", "period"),
    ),
    Table(
        "activity",
        "Counts per verb where a platform keeps no rows.",
        (
            _ID,
            Column("verb", required=True),
            Column("count", "int", required=True),
            Column("since", "time"),
            Column("until", "time", plan=True),
        ),
    ),
    Table(
        "posts",
        "One row a post, comment, reply, review, stream, listing or message.",
        (
            Column("post_id", required=True),
            _ID,
            Column("at", "time", required=True),
            Column("kind", choices=("post", "comment", "reply", "review", "live", "listing", "message")),
            Column("target_id", about="thread, item or account it answers"),
            *_text("title", "text", "url", "topic"),
            Column("removed_at", "time"),
            Column("language"),
        ),
        key=("post_id",),
    ),
    Table(
        "actions",
        "One row a like, share, view, vote, report, star or gift.",
        (
            _ID,
            Column("at", "time", required=True),
            Column("verb", required=True, choices=("like", "share", "view", "vote", "report", "star", "gift")),
            Column("object_id", required=True),
            Column("target_account_id"),
            Column("amount", "float", about="money that a gift or a purchase took; below 0: given back"),
            Column("currency", about="such as CNY; empty: the service's own unit"),
            _OUTCOME,
        ),
    ),
    Table(
        "sessions",
        "One row a session.",
        (
            _ID,
            Column("started_at", "time", required=True),
            Column("ended_at", "time"),
            *_text("device_token", "network_token", "region"),
        ),
    ),
    Table(
        "topics",
        "Rank and volume of a topic over time.",
        (
            Column("topic", required=True),
            Column("at", "time", required=True),
            Column("rank", "int"),
            Column("volume", "int"),
        ),
        key=("topic", "at"),
    ),
    Table(
        "organisations",
        "The protected organisations and their register entries.",
        (
            Column("org_id", required=True),
            Column("name", required=True),
            Column("aliases", "list"),
            Column(
                "kind",
                choices=("government", "media", "company", "military", "party", "nonprofit", "school", "other"),
            ),
            Column("country"),
            Column("status", choices=("active", "closed", "merged")),
            Column("opened_at", "time"),
            Column("closed_at", "time", plan=True),
            Column("successor_ids", "list"),
            Column("domains", "list"),
            Column("logo_hash"),
        ),
        key=("org_id",),
    ),
    Table(
        "official_accounts",
        "Which account is an organisation's own; wins over a platform's badge.",
        (
            Column("org_id", required=True),
            _ID,
            Column("since", "time"),
            Column("until", "time", plan=True),
        ),
    ),
    Table(
        "holders",
        "Who holds an office; an office account outlives its holder.",
        (
            Column("org_id", required=True),
            Column("holder", required=True),
            Column("since", "time"),
            Column("until", "time", plan=True),
        ),
    ),
    Table(
        "protected_terms",
        "The operator's own lists of terms.",
        (
            Column("term", required=True),
            Column("list", about="name of the operator's list"),
            Column("language"),
            Column("match", choices=("word", "substring", "exact")),
        ),
    ),
    Table("credentials", "Professional qualifications and their validity.", _CREDENTIALS),
    Table(
        "professions",
        "The operator's own titles of regulated fields, beside those that are shipped.",
        _PROFESSIONS,
    ),
    Table(
        "attestations",
        "Results of identity, age and guardian checks; never a document.",
        (
            _ID,
            Column("kind", required=True, choices=("real_name", "age", "guardian", "organisation")),
            Column("result", choices=("pass", "fail", "none")),
            Column("age_band", choices=("minor", "adult", "unknown")),
            Column(
                "age_under",
                "int",
                about="the check said: younger than this, such as 16; empty: the band is all that is known",
            ),
            Column("at", "time"),
            Column("expires_at", "time", plan=True),
            Column("provider"),
        ),
    ),
    Table(
        "notices",
        "What an institution really published.",
        (
            Column("notice_id", required=True),
            Column("org_id", required=True),
            Column("at", "time", required=True),
            *_text("title", "text", "url"),
        ),
        key=("notice_id",),
    ),
    _CONTACTS,
    Table(
        "holds",
        "Why an account must stay as it is, however long it sleeps.",
        (
            _ID,
            Column(
                "kind",
                required=True,
                choices=("memorial", "legal", "appeal", "subscription", "archive", "guardian", "other"),
                about="`subscription`: somebody pays for it; `archive`: what it said must stay readable",
            ),
            Column("since", "time"),
            Column("until", "time", plan=True, about="empty: no end is known"),
        ),
    ),
    Table(
        "warnings",
        "What the operator told an account, such as that followers were removed and will be again.",
        (
            _ID,
            Column("at", "time", required=True),
            Column("violation", required=True, about="what the account was told of"),
            Column("field", about="the profile column it is about; empty: not about one"),
            Column("rule", about="the list of `protected_terms`, or `contact`; empty: not about one"),
            Column("mend_by", "time", plan=True, about="end of the time to mend it; empty: at once"),
            Column("withdrawn_at", "time", about="when it was taken back or overturned"),
        ),
    ),
    Table(
        "ratings",
        "What the operator's own classifiers said of a post.",
        (
            Column("post_id", required=True),
            Column("violation", required=True, about="what the post was rated for"),
            Column("score", "float", required=True, about="probability, 0 to 1"),
            Column("model", about="name and version of the classifier"),
        ),
    ),
    Table(
        "grants",
        "Which outside applications an account let act for it.",
        (
            _ID,
            Column("app", required=True, about="name or id of the application"),
            Column("purpose", choices=_PURPOSES, about="by the operator's own register"),
            Column("at", "time", required=True),
            Column("ended_at", "time", plan=True),
        ),
    ),
    *PLAY_TABLES,
    Table(
        "labels",
        "The truth, for evaluation and calibration only; no detector may read it.",
        (
            Column("violation", required=True),
            Column("value", "bool", required=True),
            *_text("account_id", "subject_kind", "subject_id", "related", "group", "class"),
            Column("cluster", about="rows of one cluster never split across folds"),
            Column("certainty", choices=("known", "presumed")),
            Column("first_at", "time", plan=True),
            Column("last_at", "time", plan=True),
            Column("source"),
        ),
    ),
)

TABLES: Mapping[str, Table] = {t.name: t for t in _TABLES}
"""Every table of the contract by name."""
