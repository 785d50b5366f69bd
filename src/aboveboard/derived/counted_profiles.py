"""Profiles as numbers: counts, what is filled in, how the handle is made. What a service does not keep is null."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.detector import Derived, Param, Rows, Sql
from aboveboard.names.strangeness import strangeness
from aboveboard.tables import Type
from aboveboard.text.automation import declares_automation
from aboveboard.text.mould import spelling

__all__ = ["COUNTED_PROFILES"]

_WRITTEN = """
SELECT account_id, coalesce(a.platform, '') AS service, a.handle, a.display_name, a.bio
FROM accounts AS a LEFT JOIN (SELECT DISTINCT account_id, 1 AS official FROM official_accounts) AS o USING (account_id)
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended') AND a.verified_org_id IS NULL AND o.official IS NULL
  AND coalesce(a.created_at <= $as_of, true)
"""

_SPELT: Mapping[str, Type] = {
    "account_id": "string", "service": "string", "letters": "int", "digits": "int", "stirred": "int", "bot": "int",
    "strange": "float",
}  # fmt: skip


def _spell(written: pa.Table) -> pa.Table:
    letters, digits, stirred = spelling(written.column("handle"))
    bot = declares_automation(written.column("handle"), written.column("display_name"), written.column("bio"))
    table = written.select(["account_id", "service"])
    for name, column in (("letters", letters), ("digits", digits), ("stirred", stirred), ("bot", bot)):
        table = table.append_column(name, pc.cast(column, pa.int64()))
    return table.append_column("strange", strangeness(written.column("handle")))


_KEPT = """
SELECT s.service, max(CASE WHEN trim(a.bio) <> '' THEN 1 ELSE 0 END) AS bios,
  max(CASE WHEN trim(a.url) <> '' THEN 1 ELSE 0 END) AS links,
  max(CASE WHEN trim(a.location) <> '' THEN 1 ELSE 0 END) AS places,
  max(CASE WHEN coalesce(a.avatar, a.avatar_hash) IS NOT NULL THEN 1 ELSE 0 END) AS pictures,
  max(CASE WHEN a.is_private THEN 1 ELSE 0 END) AS doors,
  CASE WHEN 5 * sum(CASE WHEN s.digits = 0 THEN 1 ELSE 0 END) >= count(*) THEN 1 ELSE 0 END AS names,
  CASE WHEN count(a.created_at) >= $crowd THEN max(a.created_at) ELSE $as_of END AS seen_at
FROM spelt AS s JOIN accounts AS a USING (account_id) WHERE a.followers IS NOT NULL GROUP BY s.service
"""

_LIKED = """
SELECT account_id, sum(count) AS likes FROM activity
WHERE lower(verb) IN ('like', 'favourite', 'favorite') AND since IS NULL GROUP BY account_id
"""

_PROFILES = """
SELECT account_id, a.handle, service, s.bot, a.followers, a.following, a.posts, a.listed, l.likes,
  CASE WHEN k.bios = 1 THEN length(trim(coalesce(a.bio, ''))) END AS bio,
  CASE WHEN k.links = 1 THEN CASE WHEN trim(coalesce(a.url, '')) = '' THEN 0 ELSE 1 END END AS link,
  CASE WHEN k.places = 1 THEN CASE WHEN trim(coalesce(a.location, '')) = '' THEN 0 ELSE 1 END END AS place,
  CASE WHEN a.default_avatar THEN 1 WHEN NOT a.default_avatar THEN 0
    WHEN k.pictures = 1 THEN CASE WHEN coalesce(a.avatar, a.avatar_hash) IS NULL THEN 1 ELSE 0 END END AS bare,
  CASE WHEN k.names = 1 THEN s.letters END AS letters, CASE WHEN k.names = 1 THEN s.digits END AS digits,
  CASE WHEN k.names = 1 THEN s.stirred END AS stirred, s.strange,
  CASE WHEN k.doors = 1 THEN CASE WHEN a.is_private THEN 1 WHEN NOT a.is_private THEN 0 END END AS private,
  CAST(floor((epoch(k.seen_at) - epoch(a.created_at)) / 86400) AS BIGINT) AS age, a.created_at AS first_at
FROM accounts AS a JOIN spelt AS s USING (account_id) JOIN kept AS k USING (service) LEFT JOIN liked AS l USING (account_id)
"""

_COLUMNS: Final[Mapping[str, Type]] = {
    "account_id": "string", "handle": "string", "service": "string", "bot": "int", "followers": "int", "following": "int",
    "posts": "int", "listed": "int", "likes": "int", "bio": "int", "link": "int", "place": "int", "bare": "int",
    "letters": "int", "digits": "int", "stirred": "int", "strange": "float", "private": "int", "age": "int",
    "first_at": "time",
}  # fmt: skip

COUNTED_PROFILES: Final = Derived(
    name="counted_profiles",
    about=(
        "One row an account that is neither closed nor official: its counts, the length of its bio, whether link, place and "
        "picture are filled in, the letters and digits of its handle and how far they are from any word, whether it is private, "
        "its age in days, and whether it says it is a bot. A "
        "column that is empty on a whole service is null, and so are handles where fewer than a fifth are free of digits. "
        "Where a crowd is known, its newest sign-up tells when the data were taken."
    ),
    reads={
        "accounts": "account_id handle followers platform? display_name? bio? location? url? avatar? avatar_hash? created_at? "
        "status? following? posts? listed? verified_org_id? default_avatar? is_private?",
        "activity?": "account_id verb count since",
        "official_accounts?": "account_id",
    },
    params={
        "crowd": Param(100, "accounts", 2, 1_000_000, "from how many accounts on the newest sign-up tells the time")
    },
    steps=(
        Sql("written", _WRITTEN),
        Rows("spelt", "written", _spell, _SPELT),
        Sql("kept", _KEPT),
        Sql("liked", _LIKED),
        Sql("profiles", _PROFILES),
    ),
    columns=_COLUMNS,
)
