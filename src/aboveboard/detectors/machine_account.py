"""Accounts whose profile and counts look machine made, by a small model whose every part can be said."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.detector import Detector, Example, Groups, Mistake, Param, Rows, Sql
from aboveboard.models.prior import drift, share
from aboveboard.models.profile import COLUMNS, features, known, shipped
from aboveboard.models.reasons import explained
from aboveboard.models.rhythm import rhythm
from aboveboard.tables import Type
from aboveboard.text.automation import declares_automation
from aboveboard.text.mould import spelling

_WRITTEN = """
SELECT a.account_id, coalesce(a.platform, '') AS service, a.handle, a.display_name, a.bio
FROM accounts AS a LEFT JOIN (SELECT DISTINCT account_id, 1 AS official FROM official_accounts) AS o USING (account_id)
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended') AND a.verified_org_id IS NULL AND o.official IS NULL
  AND coalesce(a.created_at <= $as_of, true)
"""

_SPELT: Mapping[str, Type] = {
    "account_id": "string", "service": "string", "letters": "int", "digits": "int", "stirred": "int", "bot": "int",
}  # fmt: skip


def _spell(written: pa.Table) -> pa.Table:
    letters, digits, stirred = spelling(written.column("handle"))
    bot = declares_automation(written.column("handle"), written.column("display_name"), written.column("bio"))
    table = written.select(["account_id", "service"])
    for name, column in (("letters", letters), ("digits", digits), ("stirred", stirred), ("bot", bot)):
        table = table.append_column(name, pc.cast(column, pa.int64()))
    return table


_KEPT = """
SELECT s.service, max(CASE WHEN trim(a.bio) <> '' THEN 1 ELSE 0 END) AS bios,
  max(CASE WHEN trim(a.url) <> '' THEN 1 ELSE 0 END) AS links,
  max(CASE WHEN trim(a.location) <> '' THEN 1 ELSE 0 END) AS places,
  max(CASE WHEN coalesce(a.avatar, a.avatar_hash) IS NOT NULL THEN 1 ELSE 0 END) AS pictures,
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
  CASE WHEN k.names = 1 THEN s.stirred END AS stirred,
  CAST(floor((epoch(k.seen_at) - epoch(a.created_at)) / 86400) AS BIGINT) AS age, a.created_at AS first_at
FROM accounts AS a JOIN spelt AS s USING (account_id) JOIN kept AS k USING (service) LEFT JOIN liked AS l USING (account_id)
"""

_WEIGHED: Mapping[str, Type] = {
    "account_id": "string", "service": "string", "evidence": "float", "excess": "float", "judged": "int",
}  # fmt: skip


def _weigh(profiles: pa.Table) -> pa.Table:
    model, _ = shipped()
    judged = known(profiles) & (pc.fill_null(profiles.column("bot"), 0).to_numpy() == 0)
    made, told = profiles.select(["account_id", "service"]), features(profiles)
    for name, values in (("evidence", model.evidence(told)), ("excess", model.excess(told))):
        made = made.append_column(name, pa.array(np.round(values, 4)))
    return made.append_column("judged", pa.array(judged.astype(np.int64)))


_SPREAD = """
SELECT service, CAST(floor(10 * evidence) AS BIGINT) AS bin, CAST(floor(10 * excess) AS BIGINT) AS beyond,
  sum(judged) AS n, count(*) - sum(judged) AS left_out, $assumed AS assumed, $doubt AS doubt, $crowd AS crowd
FROM weighed GROUP BY 1, 2, 3
"""

_SHARES: Mapping[str, Type] = {
    "service": "string", "share": "float", "drift": "float", "judged": "int", "left_out": "int",
}  # fmt: skip


def _shared(spread: pa.Table) -> pa.Table:
    order = spread.sort_by([("beyond", "ascending"), ("bin", "ascending")])
    evidence, beyond = (order.column(c).to_numpy() / 10 + 0.05 for c in ("bin", "beyond"))
    count = order.column("n").to_numpy().astype(float)
    assumed, doubt, crowd = (float(order.column(c)[0].as_py()) for c in ("assumed", "doubt", "crowd"))
    apart = drift(beyond, count) if count.sum() >= crowd else 0.0
    found = share(evidence - apart, count, assumed, doubt)
    sums = {c: [int(pc.sum(order.column(n)).as_py())] for c, n in (("judged", "n"), ("left_out", "left_out"))}
    return pa.table({"service": order.column("service")[:1], "share": [round(found, 6)], "drift": [round(apart, 4)], **sums})


_SUSPECTS = """
SELECT account_id, p.handle, p.first_at, p.followers, p.following, p.posts, p.listed, p.likes, p.bio, p.link, p.place,
  p.bare, p.letters, p.digits, p.stirred, p.age, w.evidence - s.drift AS evidence, s.share, s.drift, s.judged, s.left_out,
  1 / (1 + exp(s.drift - w.evidence) * (1 - s.share) / s.share) AS odds
FROM profiles AS p JOIN weighed AS w USING (account_id) JOIN shares AS s ON s.service = w.service
WHERE w.judged = 1 AND 1 / (1 + exp(s.drift - w.evidence) * (1 - s.share) / s.share) >= $listed
"""

_CARRIED: Mapping[str, Type] = {
    "account_id": "string", "handle": "string", "first_at": "time", "evidence": "float", "share": "float",
    "drift": "float", "judged": "int", "left_out": "int", "odds": "float",
}  # fmt: skip
_REASONED: Mapping[str, Type] = {**_CARRIED, "reasons": "string", "against": "string", "parts": "list"}


def _reason(suspects: pa.Table) -> pa.Table:
    said, against, parts = explained(suspects.select(list(COLUMNS)), shipped()[0])
    made = suspects.select(list(_CARRIED))
    for name, column in (("reasons", said), ("against", against)):
        made = made.append_column(name, pa.array(column, pa.string()))
    return made.append_column("parts", pa.array(parts, pa.list_(pa.string())))


_DEEDS = """
SELECT account_id, kind, array_sort(list(CAST(floor(epoch(at)) AS BIGINT))) AS moments, $acts AS acts
FROM (
  SELECT account_id, 'acts' AS kind, at FROM posts UNION ALL SELECT account_id, 'acts' AS kind, at FROM actions
  UNION ALL SELECT account_id, 'visits' AS kind, started_at AS at FROM sessions
) AS done JOIN (SELECT account_id FROM reasoned) AS r USING (account_id)
WHERE at <= $as_of GROUP BY account_id, kind
"""

_RHYTHM: Mapping[str, Type] = {"account_id": "string", "even": "int", "restless": "int"}
_EVEN, _RESTLESS, _MANY = 0.2, 0.98, 15


def _beat(deeds: pa.Table) -> pa.Table:
    size, spread, hours = rhythm(deeds.column("moments"))
    fewest = deeds.column("acts").to_numpy()
    even = (size >= fewest) & (spread <= _EVEN)
    restless = (size >= _MANY * fewest) & (hours >= _RESTLESS)
    made = deeds.select(["account_id"]).append_column("even", pa.array(even.astype(np.int64)))
    return made.append_column("restless", pa.array(restless.astype(np.int64)))


_BUSY = """
SELECT account_id, max(count * 86400 / greatest(epoch(until) - epoch(since), 86400)) AS daily FROM activity
WHERE lower(verb) NOT IN ('view', 'read') AND until <= $as_of GROUP BY account_id
"""

_SIGNS = """
SELECT account_id, coalesce(b.even, 0) AS even, coalesce(b.restless, 0) AS restless,
  CASE WHEN d.daily >= $daily THEN 1 ELSE 0 END AS busy
FROM reasoned AS r LEFT JOIN (
  SELECT account_id, max(even) AS even, max(restless) AS restless FROM beats GROUP BY account_id
) AS b USING (account_id) LEFT JOIN busy AS d USING (account_id)
"""

_FOUND = """
SELECT account_id, r.handle, r.first_at, r.reasons, r.parts, r.evidence, r.share, r.drift, r.judged, r.left_out,
  CASE WHEN r.against = '' THEN '' ELSE concat('; against it: ', r.against) END AS against,
  concat(CASE WHEN s.even = 1 THEN '; it acts at even intervals' ELSE '' END,
    CASE WHEN s.restless = 1 THEN '; it acts at every hour of the day alike' ELSE '' END,
    CASE WHEN s.busy = 1 THEN '; it acts more often than a person can' ELSE '' END) AS signs,
  round(1 - (1 - r.odds) * power(CAST(0.5 AS DOUBLE), s.even + s.restless + s.busy), 4) AS score,
  CASE WHEN r.odds < $possible OR r.evidence < $strength THEN 'inconclusive'
    WHEN s.even + s.restless + s.busy > 0 THEN 'likely' ELSE 'possible' END AS tier,
  ['profile', CASE WHEN s.even + s.restless + s.busy > 0 THEN 'behaviour' END] AS classes
FROM reasoned AS r JOIN signs AS s USING (account_id)
"""


MACHINE_ACCOUNT = Detector(
    name="machine_account",
    version="1",
    violation="fake_follower",
    about="x",
    reads={
        "accounts": "account_id handle followers platform? display_name? bio? location? url? avatar? avatar_hash? created_at? "
        "status? following? posts? listed? verified_org_id? default_avatar?",
        "activity?": "account_id verb count since until",
        "posts?": "account_id at",
        "actions?": "account_id at",
        "sessions?": "account_id started_at",
        "official_accounts?": "account_id",
    },
    params={
        "assumed": Param(0.05, "share", 0.0001, 0.5, "how many accounts are thought machine made before any is looked at"),
        "doubt": Param(50, "accounts", 1, 1_000_000, "how many accounts it takes to outweigh that thought"),
        "crowd": Param(100, "accounts", 2, 1_000_000, "from how many accounts on the newest sign-up tells when the data end"),
        "listed": Param(0.1, "probability", 0.001, 1, "from where on an account is listed at all, as inconclusive"),
        "possible": Param(0.5, "probability", 0.01, 1, "from where on it is possible"),
        "strength": Param(3.0, "nats", 0, 20, "how strong a profile's own evidence must be, whatever the others look like"),
        "acts": Param(13, "acts", 3, 10_000, "fewest acts or visits whose pauses tell a rhythm"),
        "daily": Param(1000, "acts a day", 10, 1_000_000, "from how many acts a day on no person does it"),
    },
    classes=("profile", "behaviour"),
    steps=(
        Sql("written", _WRITTEN),
        Rows("spelt", "written", _spell, _SPELT),
        Sql("kept", _KEPT),
        Sql("liked", _LIKED),
        Sql("profiles", _PROFILES),
        Rows("weighed", "profiles", _weigh, _WEIGHED),
        Sql("spread", _SPREAD),
        Groups("shares", "spread", ("service",), _shared, _SHARES),
        Sql("suspects", _SUSPECTS),
        Rows("reasoned", "suspects", _reason, _REASONED),
        Sql("deeds", _DEEDS),
        Rows("beats", "deeds", _beat, _RHYTHM),
        Sql("busy", _BUSY),
        Sql("signs", _SIGNS),
        Sql("found", _FOUND),
    ),
    says="{handle} looks machine made: {reasons}{signs}{against}",
    mistakes=(Mistake("x", "y"),),
    examples=(Example("f", "accounts\naccount_id | handle | followers\na | a | 1", finds=(("a", 0.5, "possible"),)),Example("g", "accounts\naccount_id | handle | followers\na | a | 1")),
    references=("x",),
)
