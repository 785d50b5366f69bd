"""Posts that put a hot topic's tag on something else: one landing page or text under tags, or posts gone again soon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.detector import Derived, Groups, Param, Rows, Sql
from aboveboard.graph.chance import log_tail
from aboveboard.tables import ARROW, Type
from aboveboard.text.normal import normal
from aboveboard.text.tags import about, landing, tags_in

__all__ = ["TAG_CAMPAIGNS"]

_CROWD, _FEW, _TOPICS, _SOON, _SURE = 5, 3, 3, timedelta(hours=24), np.log(1e-6)

_TAGGED = """
SELECT post_id, account_id, at, coalesce(text, '') AS text, coalesce(url, '') AS url, coalesce(topic, '') AS topic, removed_at
FROM posts AS p LEFT JOIN accounts AS a USING (account_id)
WHERE p.at <= $as_of AND coalesce(a.kind, 'unknown') <> 'organisation'
"""

_SHAPE: Mapping[str, Type] = {
    "post_id": "string", "account_id": "string", "at": "time", "text": "string", "url": "string", "topic": "string", "removed_at": "time", "body": "string",
}  # fmt: skip


def _spread(tagged: pa.Table) -> pa.Table:
    """Return one row a post and topic it carries, in its column or as a tag, with its text in normal form, numbers as slots."""
    tagged = tagged.filter(pc.or_(pc.not_equal(tagged["topic"], ""), pc.match_substring_regex(tagged["text"], "[#＃]")))
    columns = zip(tagged["topic"].to_pylist(), tagged["text"].to_pylist(), strict=True)
    topics = [sorted({*tags_in(text), topic} - {""}) for topic, text in columns]
    place = np.repeat(np.arange(len(topics)), [len(t) for t in topics])
    body = pc.replace_substring_regex(normal(pa.chunked_array([tagged["text"].combine_chunks()])), r"\pN+", "0")
    made = tagged.drop_columns("topic").append_column("body", body).take(pa.array(place))
    return made.append_column("topic", pa.array([t for some in topics for t in some], pa.string()))


_ENTRIES = """
SELECT 'post' AS what, post_id, account_id, s.at, s.text, s.url, topic, s.removed_at, s.body, epoch(s.at) >= h.risen + 3600 * $hours AS late,
  CAST(0 AS BIGINT) AS posts, CAST(0 AS BIGINT) AS gone, 1 AS world
FROM spread AS s JOIN (SELECT topic, min(epoch(at)) AS risen FROM topics GROUP BY topic) AS h USING (topic)
UNION ALL
SELECT 'domain' AS what, NULL AS post_id, NULL AS account_id, NULL AS at, NULL AS text, unnest(domains) AS url, NULL AS topic, NULL AS removed_at, NULL AS body,
  false AS late, CAST(0 AS BIGINT) AS posts, CAST(0 AS BIGINT) AS gone, 1 AS world
FROM organisations
UNION ALL
SELECT 'all' AS what, NULL AS post_id, NULL AS account_id, NULL AS at, NULL AS text, NULL AS url, NULL AS topic, NULL AS removed_at, NULL AS body,
  false AS late, CAST(count(*) AS BIGINT) AS posts,
  CAST(sum(CASE WHEN epoch(removed_at) - epoch(at) <= 86400 THEN 1 ELSE 0 END) AS BIGINT) AS gone, 1 AS world
FROM tagged
"""

_COLUMNS: Mapping[str, Type] = {
    "account_id": "string", "ring": "string", "topic": "string", "landing": "string", "body": "string", "size": "int", "posts": "int", "topics": "int",
    "gone": "int", "content": "bool", "fleeting": "bool", "wandering": "bool", "first_at": "time", "last_at": "time",
}  # fmt: skip
_Row = dict[str, Any]


def _campaigns(entries: pa.Table) -> pa.Table:
    rows = sorted(
        entries.to_pylist(),
        key=lambda r: (r["at"] is not None, r["at"], r["post_id"] or "", r["topic"] or "", r["url"] or ""),
    )
    posts = [r for r in rows if r["what"] == "post"]
    domains = {r["url"] for r in rows if r["what"] == "domain" and r["url"]}
    total = next(((int(r["gone"] or 0), r["posts"]) for r in rows if r["what"] == "all"), (0, 0))
    by_topic: dict[str, list[_Row]] = {}
    for post in posts:
        post["landing"] = landing(post["url"] or post["text"], domains)
        by_topic.setdefault(post["topic"], []).append(post)
    found = [told for topic, some in sorted(by_topic.items()) for told in _under(topic, some, _usual(total, some))]
    found += _wandering([p for p in posts if p["late"]], by_topic)
    best: dict[tuple[str, str], _Row] = {}
    for row in sorted(
        found, key=lambda r: (-(r["content"] + r["fleeting"] + r["wandering"]), r["first_at"], r["ring"])
    ):
        best.setdefault((row["account_id"], row["topic"]), row)
    return pa.Table.from_pylist(list(best.values()), pa.schema([(n, ARROW[k]) for n, k in _COLUMNS.items()]))


def _usual(total: tuple[int, int], posts: Sequence[_Row]) -> float:
    """Return the part of posts that are gone within a day elsewhere; one more than seen, since none seen is not none."""
    return (total[0] - sum(map(_soon, posts)) + 1) / max(total[1] - len(posts) + 1, 1)


def _under(topic: str, posts: Sequence[_Row], base: float) -> list[_Row]:
    """Return the campaigns under one topic: accounts that land on one page with a text about something else, or are gone soon."""
    pages: dict[str, list[_Row]] = {}
    for post in posts:
        if post["late"]:
            pages.setdefault(post["landing"], []).append(post)
    found = [row for page, some in sorted(pages.items()) if page for row in _landed(topic, page, some, posts, base)]
    return found + _fleeting(topic, [p for p in posts if p["late"]], base)


def _landed(topic: str, page: str, posts: Sequence[_Row], everyone: Sequence[_Row], base: float) -> list[_Row]:
    who = {p["account_id"] for p in posts}
    if len(who) < _FEW or not _templated(posts) or _at_home(who, page, everyone):
        return []
    if about([p["body"] for p in posts], topic, [p["body"] for p in everyone if p["account_id"] not in who]):
        return []
    return _told(posts, f"{topic} {page}", topic, page, fleeting=_gone_soon(posts, base))


def _templated(posts: Sequence[_Row]) -> bool:
    """Tell whether at most half as many texts as posts are different."""
    return 2 * len({p["body"] for p in posts}) <= len(posts)


def _at_home(who: set[str], page: str, everyone: Sequence[_Row]) -> bool:
    """Tell whether half of the accounts also wrote about the topic without the page, early or late."""
    return 2 * len({p["account_id"] for p in everyone if p["account_id"] in who and p["landing"] != page}) >= len(who)


def _fleeting(topic: str, posts: Sequence[_Row], base: float) -> list[_Row]:
    """Return the accounts of one topic whose every post there was gone within a day, where that is far beyond what is usual."""
    lasting = {p["account_id"] for p in posts if not _soon(p)}
    gone = [p for p in posts if p["account_id"] not in lasting]
    if len({p["account_id"] for p in gone}) < _CROWD or not _beyond(len(gone), len(posts), base):
        return []
    return _told(gone, f"{topic} gone", topic, "", fleeting=True, content=_templated(gone))


def _soon(post: _Row) -> bool:
    return post["removed_at"] is not None and post["removed_at"] - post["at"] <= _SOON


def _gone_soon(posts: Sequence[_Row], base: float) -> bool:
    gone = sum(map(_soon, posts))
    return gone >= _FEW and 2 * gone >= len(posts) and _beyond(gone, len(posts), base)


def _beyond(gone: int, of: int, base: float) -> bool:
    return bool(log_tail(np.array([gone], float), np.array([of * base], float))[0] <= _SURE)


def _wandering(posts: Sequence[_Row], by_topic: Mapping[str, Sequence[_Row]]) -> list[_Row]:
    """Return the pages and texts that accounts put under several topics with which they have nothing to do."""
    pages: dict[str, list[_Row]] = {}
    for post in posts:
        if post["landing"]:
            pages.setdefault(post["landing"], []).append(post)
    found: list[_Row] = []
    for page, some in sorted(pages.items()):
        strange = [t for t in sorted({p["topic"] for p in some}) if not _fits(t, page, some, by_topic[t])]
        kept = [p for p in some if p["topic"] in strange]
        if len(strange) >= _TOPICS and _templated(kept):
            found += _told(kept, f"many {page}", strange[0], page, wandering=True)
    return found


def _fits(topic: str, page: str, posts: Sequence[_Row], everyone: Sequence[_Row]) -> bool:
    bodies = [p["body"] for p in posts if p["topic"] == topic]
    return about(bodies, topic, [p["body"] for p in everyone if p["landing"] != page])


def _told(
    posts: Sequence[_Row],
    ring: str,
    topic: str,
    page: str,
    *,
    fleeting: bool = False,
    wandering: bool = False,
    content: bool = True,
) -> list[_Row]:
    count, size = Counter(p["account_id"] for p in posts), len({p["account_id"] for p in posts})
    body = max(Counter(p["text"][:120] for p in posts).items(), key=lambda c: (c[1], c[0]))[0]
    whole = {
        "ring": ring, "topic": topic, "landing": page, "body": body, "size": size, "topics": len({p["topic"] for p in posts}),
        "gone": sum(map(_soon, posts)), "content": content, "fleeting": fleeting, "wandering": wandering,
    }  # fmt: skip
    spans = {a: [p["at"] for p in posts if p["account_id"] == a] for a in count}
    return [
        {**whole, "account_id": a, "posts": count[a], "first_at": min(spans[a]), "last_at": max(spans[a])}
        for a in sorted(count)
    ]


TAG_CAMPAIGNS = Derived(
    name="tag_campaigns",
    about=(
        "Accounts that put a hot topic's tag on something else, past its first hours: three or more that land on one page with one text that shares no "
        "words with the topic (`content`), one page under three topics or more (`wandering`), or posts of five accounts gone within a day (`fleeting`)."
    ),
    reads={
        "posts": "post_id account_id at text url? topic? removed_at?",
        "topics": "topic at",
        "accounts?": "account_id kind",
        "organisations?": "domains",
    },
    params={"hours": Param(3, "hours", 0, 72, "first hours of a topic in which nothing is judged")},
    steps=(
        Sql("tagged", _TAGGED),
        Rows("spread", "tagged", _spread, _SHAPE),
        Sql("entries", _ENTRIES),
        Groups("tag_campaigns", "entries", ("world",), _campaigns, _COLUMNS),
    ),
    columns=_COLUMNS,
)
