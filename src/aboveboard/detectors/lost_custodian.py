"""Official accounts of living institutions that nobody seems to look after any more."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from aboveboard.derived.official_standing import OFFICIAL_NOW
from aboveboard.detector import Detector, Groups, Mistake, Param, Rows, Sql
from aboveboard.detectors.lost_custodian_worlds import EXAMPLES
from aboveboard.tables import ARROW, Type
from aboveboard.text.archive import archived

_OWN = """
SELECT account_id, o.org_id, a.handle, coalesce(a.display_name, a.handle) AS shown, lower(coalesce(a.url, '')) AS url, g.name AS organisation, g.domains
FROM official_now AS o JOIN accounts AS a USING (account_id) JOIN organisations AS g ON g.org_id = o.org_id
LEFT JOIN (SELECT account_id, 1 AS held FROM holds WHERE coalesce(until > $as_of, true) GROUP BY account_id) AS h USING (account_id)
WHERE h.held IS NULL AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
  AND coalesce(g.closed_at > $as_of, coalesce(g.status, 'active') = 'active')
"""

_LABELLED: Mapping[str, Type] = {
    "account_id": "string", "org_id": "string", "handle": "string", "url": "string", "organisation": "string", "domains": "list",
    "kept": "bool",
}  # fmt: skip


def _labelled(own: pa.Table) -> pa.Table:
    kept = {c: own[c] for c in ("account_id", "org_id", "handle", "url", "organisation", "domains")}
    return pa.table({**kept, "kept": archived(own["shown"])})


_BEATS = """
SELECT o.account_id, o.org_id, CAST(floor(epoch(s.at) / 86400) AS BIGINT) AS day, CAST(floor(epoch($as_of) / 86400) AS BIGINT) AS today, 1 AS world
FROM own AS o JOIN (
  SELECT account_id, last_active_at AS at FROM accounts
  UNION ALL SELECT account_id, at FROM posts
  UNION ALL SELECT account_id, started_at AS at FROM sessions
  UNION ALL SELECT account_id, at FROM attestations
  UNION ALL SELECT n.account_id, c.at FROM official_now AS n JOIN contacts AS c USING (org_id) WHERE c.result = 'reached'
) AS s ON s.account_id = o.account_id WHERE s.at <= $as_of
"""

_PULSE: Mapping[str, Type] = {
    "account_id": "string",
    "org_id": "string",
    "beats": "int",
    "longest": "int",
    "quiet": "int",
}


def _pulse(beats: pa.Table) -> pa.Table:
    """Return on how many days each account showed its custodian, the longest pause between two of them, and days since the last."""
    keys = {c: beats[c].combine_chunks().dictionary_encode() for c in ("account_id", "org_id")}
    who, org = (k.indices.to_numpy().astype(np.int64) for k in keys.values())
    day = beats["day"].to_numpy()
    rows = np.unique(np.stack([who, org, day], axis=1), axis=0)
    starts = np.flatnonzero(np.append(True, np.any(np.diff(rows[:, :2], axis=0) != 0, axis=1)))
    gaps = np.append(0, np.diff(rows[:, 2]))
    gaps[starts] = 0
    ends = np.append(starts[1:], len(rows)) - 1
    named = {c: k.dictionary.take(pa.array(rows[starts, n])) for n, (c, k) in enumerate(keys.items())}
    told = {"beats": ends - starts + 1, "longest": np.maximum.reduceat(gaps, starts), "quiet": beats["today"][0].as_py() - rows[ends, 2]}  # fmt: skip
    return pa.table({**named, **told}).cast(pa.schema([(n, ARROW[k]) for n, k in _PULSE.items()]))


_SILENT = """
SELECT account_id, org_id, longest, quiet, 1 AS silent FROM pulse WHERE beats >= $beats AND quiet >= $least AND quiet > $times * longest
"""

_BOUNCED = """
SELECT c.org_id, count(*) AS bounces, min(c.at) AS first_at, 1 AS bounced FROM contacts AS c LEFT JOIN (
  SELECT org_id, max(at) AS reached_at FROM contacts WHERE result = 'reached' AND at <= $as_of GROUP BY org_id
) AS r ON r.org_id = c.org_id
WHERE c.result = 'bounced' AND c.at <= $as_of AND coalesce(c.at > r.reached_at, true)
GROUP BY c.org_id HAVING date_diff('day', min(c.at), max(c.at)) >= $apart
"""

_LOST = """
SELECT o.account_id, o.org_id, min(c.domain) AS domain, 1 AS lost FROM own AS o JOIN (
  SELECT org_id, lower(domain) AS domain, max(CASE WHEN result IN ('lapsed', 'moved') THEN at END) AS lost_at,
    max(CASE WHEN result = 'held' THEN at END) AS held_at FROM contacts WHERE at <= $as_of AND domain IS NOT NULL GROUP BY org_id, lower(domain)
) AS c ON c.org_id = o.org_id
WHERE coalesce(c.lost_at > c.held_at, c.lost_at IS NOT NULL)
  AND (strpos(o.url, concat('/', c.domain)) > 0 OR strpos(o.url, concat('.', c.domain)) > 0)
GROUP BY o.account_id, o.org_id
"""

_UNCHECKED = """
SELECT account_id, 1 AS unchecked FROM attestations WHERE kind = 'organisation' AND result = 'pass' AND at <= $as_of
GROUP BY account_id HAVING max(CASE WHEN date_diff('day', expires_at, $as_of) >= $grace THEN 0 ELSE 1 END) = 0
"""

_FOUND = """
SELECT account_id, handle, organisation, s.quiet, s.longest, b.bounces, l.domain, b.first_at,
  concat(CASE WHEN s.silent = 1 THEN concat('; no sign of its custodian for ', CAST(s.quiet AS VARCHAR), ' days, where it never paused for more than ',
      CAST(s.longest AS VARCHAR)) ELSE '' END,
    CASE WHEN b.bounced = 1 THEN concat('; ', CAST(b.bounces AS VARCHAR), ' messages to its contacts came back and none arrived since') ELSE '' END,
    CASE WHEN l.lost = 1 THEN concat('; it still points to ', l.domain, ', which is no longer the body''s') ELSE '' END,
    CASE WHEN u.unchecked = 1 THEN '; its attestation has run out' ELSE '' END) AS state,
  concat('ask the body by another way to name a custodian and a deputy; if none comes in ', CAST($notice AS VARCHAR),
    ' days of public notice, archive it, by two people, its handle quarantined') AS plan,
  round(1 - CAST(0.6 AS DOUBLE) * CASE WHEN s.silent = 1 THEN 0.5 ELSE 1 END * CASE WHEN b.bounced = 1 THEN 0.5 ELSE 1 END
    * CASE WHEN l.lost = 1 THEN 0.6 ELSE 1 END * CASE WHEN u.unchecked = 1 THEN 0.7 ELSE 1 END, 4) AS score,
  CASE WHEN s.silent = 1 AND (b.bounced = 1 OR l.lost = 1 OR u.unchecked = 1) OR u.unchecked = 1 AND b.bounced = 1 THEN 'likely' ELSE 'possible' END AS tier,
  [CASE WHEN s.silent = 1 THEN 'behaviour' END, CASE WHEN b.bounced = 1 OR l.lost = 1 THEN 'document' END,
    CASE WHEN u.unchecked = 1 THEN 'identity' END] AS classes
FROM labelled LEFT JOIN silent AS s USING (account_id, org_id) LEFT JOIN bounced AS b USING (org_id) LEFT JOIN lost AS l USING (account_id, org_id)
LEFT JOIN unchecked AS u USING (account_id)
WHERE NOT kept AND coalesce(s.silent, b.bounced, l.lost) IS NOT NULL
"""

LOST_CUSTODIAN = Detector(
    name="lost_custodian",
    version="1",
    violation="orphaned_institution",
    about=(
        "The body lives on, its account does not: whoever kept it has left. Signs of the custodian (posts, sessions, checks of the body's "
        "attestation, contacts that answered) make a rhythm, and each account is held against its own: twice its longest pause, and a year. "
        "Beside it: messages to the body's contacts that came back, a domain it points to that is no longer the body's, an attestation that ran out. "
        "Silence alone is only possible. Score: doubt is 0.6, times 0.5 for silence, 0.5 for returned messages, 0.6 for a lost domain, 0.7 for an "
        "attestation that ran out."
    ),
    reads={
        "accounts": "account_id handle display_name? url? status? last_active_at?",
        "official_now": "org_id account_id",
        "organisations": "org_id name status? closed_at? domains?",
        "posts?": "account_id at",
        "sessions?": "account_id started_at",
        "attestations?": "account_id kind result at expires_at",
        "contacts?": "org_id kind at result domain",
        "holds?": "account_id until",
    },
    derives=(OFFICIAL_NOW,),
    params={
        "beats": Param(4, "days", 3, 1000, "fewest days with a sign of the custodian from which a rhythm is known"),
        "least": Param(365, "days", 30, 3650, "shortest silence that is told: schools have holidays"),
        "times": Param(2, "times", 1, 100, "how far a silence must exceed the longest pause before it"),
        "apart": Param(30, "days", 0, 3650, "how far the first and the last returned message must lie apart"),
        "grace": Param(90, "days", 0, 3650, "how long after an attestation ran out it may be renewed"),
        "notice": Param(30, "days", 1, 365, "public notice before anything changes"),
    },
    classes=("behaviour", "document", "identity"),
    steps=(
        Sql("own", _OWN),
        Rows("labelled", "own", _labelled, _LABELLED),
        Sql("beats", _BEATS),
        Groups("pulse", "beats", ("world",), _pulse, _PULSE),
        Sql("silent", _SILENT),
        Sql("bounced", _BOUNCED),
        Sql("lost", _LOST),
        Sql("unchecked", _UNCHECKED),
        Sql("found", _FOUND),
    ),
    says="{handle} is the official account of {organisation}, which has not ended{state}; proposed: {plan}",
    mistakes=(
        Mistake(
            "A census or election office sleeps for years, a flood warning speaks only in a flood.",
            "each is held against the longest pause of its own; one whose rhythm is not known is passed over",
            "a census office, a flood warning, one of unknown rhythm",
        ),
        Mistake("The account is kept as a record, or must stay as it is.", "an archive label and a hold are respected", "kept as a record, or held"),
        Mistake("The mail server was down for a day.", "messages must come back a month apart, and one that arrives clears them", "a day without mail"),
        Mistake("The body moved to a new domain.", "only a domain the account still points to counts", "moved to another domain"),
        Mistake("The custodian reads and answers elsewhere.", "a contact that was reached is a sign like a post", "a contact that answered"),
    ),
    examples=EXAMPLES,
    references=("design/domain.md L6: custodian heartbeat, contact bounce, domain lapse; seasonal bodies, crisis-only channels, schools in holidays",),
)  # fmt: skip
