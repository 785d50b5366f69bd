"""Official accounts of living institutions that nobody seems to look after any more."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.body_bearers import BODY_BEARERS
from aboveboard.derived.lookalike_hosts import host_of
from aboveboard.derived.official_standing import OFFICIAL_NOW
from aboveboard.detector import Detector, Groups, Mistake, Param, Rows, Sql
from aboveboard.detectors.lost_custodian_worlds import EXAMPLES
from aboveboard.tables import ARROW, Type
from aboveboard.text.archive import kept_as_record
from aboveboard.text.channels import bodily
from aboveboard.text.moved import moved
from aboveboard.text.resting import resting

_OWN = """
SELECT account_id, o.org_id, o.tie, o.ended_at, a.handle, coalesce(a.display_name, a.handle) AS shown, a.bio, lower(coalesce(a.url, '')) AS url,
  g.name AS organisation, g.domains
FROM (
  SELECT account_id, org_id, 'listed' AS tie, CAST(NULL AS TIMESTAMPTZ) AS ended_at FROM official_now
  UNION ALL SELECT account_id, org_id, 'named' AS tie, CAST(NULL AS TIMESTAMPTZ) AS ended_at FROM body_bearers WHERE holder IS NULL
  UNION ALL SELECT w.account_id, w.org_id, 'withdrawn' AS tie, w.ended_at FROM (
    SELECT account_id, org_id, max(until) AS ended_at FROM official_accounts GROUP BY account_id, org_id
    HAVING max(CASE WHEN coalesce(until > $as_of, true) THEN 1 ELSE 0 END) = 0
  ) AS w LEFT JOIN (SELECT account_id, 1 AS now FROM official_now GROUP BY account_id) AS n ON n.account_id = w.account_id WHERE now IS NULL
) AS o JOIN accounts AS a USING (account_id) JOIN organisations AS g ON g.org_id = o.org_id
LEFT JOIN (SELECT account_id, 1 AS held FROM holds WHERE coalesce(until > $as_of, true) GROUP BY account_id) AS h USING (account_id)
WHERE h.held IS NULL AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
  AND coalesce(g.closed_at > $as_of, coalesce(g.status, 'active') = 'active')
"""

_LABELLED: Mapping[str, Type] = {
    "account_id": "string", "org_id": "string", "handle": "string", "url": "string", "organisation": "string", "domains": "list",
    "tie": "string", "ended_at": "time", "kept": "bool", "rests": "bool", "bears": "bool", "host": "string",
}  # fmt: skip


def _labelled(own: pa.Table) -> pa.Table:
    """Tell which accounts are kept as a record, which bear the body's name, and which link to a site that is not among its own (`host`)."""
    kept = {c: own[c] for c in ("account_id", "org_id", "handle", "url", "organisation", "domains", "tie", "ended_at")}
    record = pc.or_(kept_as_record(own["shown"], own["bio"]), moved(own["bio"]))
    named = pc.equal(bodily(own["shown"]), bodily(own["organisation"]))
    return pa.table(
        {
            **kept,
            "kept": record,
            "rests": resting(own["bio"]),
            "bears": named,
            "host": _foreign(own["url"], own["domains"]),
        }
    )


def _foreign(urls: pa.ChunkedArray, domains: pa.ChunkedArray) -> pa.Array:
    hosts = host_of(urls.combine_chunks()).to_pylist()
    return pa.array([h if h and ds and not any(_same_site(h, d) for d in ds) else None for h, ds in zip(hosts, domains.to_pylist(), strict=True)], pa.string())  # fmt: skip


def _same_site(host: str, domain: str) -> bool:
    own = domain.lower().removeprefix("www.")
    return host == own or host.endswith(f".{own}") or own.endswith(f".{host}")


_BEATS = """
SELECT o.account_id, o.org_id, CAST(floor(epoch(s.at) / 86400) AS BIGINT) AS day, CAST(floor(epoch($as_of) / 86400) AS BIGINT) AS today, 1 AS world
FROM own AS o JOIN (
  SELECT account_id, last_active_at AS at FROM accounts
  UNION ALL SELECT account_id, at FROM posts
  UNION ALL SELECT account_id, started_at AS at FROM sessions
  UNION ALL SELECT account_id, at FROM attestations WHERE result = 'pass'
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
SELECT account_id, org_id, longest, quiet, CASE WHEN beats >= $beats THEN 1 ELSE 0 END AS known, 1 AS silent FROM pulse
WHERE quiet >= $least AND quiet > $times * longest
"""

_SPOKEN = """
SELECT s.account_id, s.org_id, count(*) AS spoken FROM silent AS s JOIN notices AS n ON n.org_id = s.org_id
WHERE n.at <= $as_of AND date_diff('day', n.at, $as_of) <= s.quiet - $grace GROUP BY s.account_id, s.org_id HAVING count(*) >= 2
"""

_REFUSED = """
SELECT account_id, max(at) AS refused_at, 1 AS refused FROM attestations WHERE kind = 'organisation' AND at <= $as_of
GROUP BY account_id HAVING max(CASE WHEN result = 'pass' THEN at END) IS NULL OR max(CASE WHEN result <> 'pass' THEN at END) > max(CASE WHEN result = 'pass' THEN at END)
"""

_ON = """
SELECT o.account_id, o.org_id, max(s.at) AS used_at FROM own AS o JOIN (
  SELECT account_id, last_active_at AS at FROM accounts
  UNION ALL SELECT account_id, at FROM posts
) AS s ON s.account_id = o.account_id WHERE s.at <= $as_of AND date_diff('day', o.ended_at, s.at) >= $notice GROUP BY o.account_id, o.org_id
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

_SIGNS = """
SELECT account_id, org_id, handle, organisation, tie, coalesce(s.silent, 0) AS silent, coalesce(s.known, 0) AS known, s.quiet, s.longest,
  coalesce(b.bounced, 0) AS bounced, b.bounces, b.first_at, CASE WHEN l.lost = 1 THEN l.domain WHEN s.silent = 1 THEN host END AS domain,
  coalesce(u.unchecked, 0) AS unchecked, CASE WHEN s.silent = 1 THEN coalesce(r.refused, 0) ELSE 0 END AS refused, coalesce(p.spoken, 0) AS spoken,
  coalesce(ended_at, b.first_at) AS began_at, ended_at, v.used_at
FROM labelled LEFT JOIN silent AS s USING (account_id, org_id) LEFT JOIN (SELECT org_id, 1 AS led FROM official_now GROUP BY org_id) AS f USING (org_id)
LEFT JOIN bounced AS b USING (org_id) LEFT JOIN lost AS l USING (account_id, org_id)
LEFT JOIN unchecked AS u USING (account_id) LEFT JOIN refused AS r USING (account_id) LEFT JOIN spoken AS p USING (account_id, org_id)
LEFT JOIN used AS v USING (account_id, org_id)
WHERE NOT kept AND NOT rests AND (tie <> 'withdrawn' OR bears) AND (tie <> 'named' OR led IS NULL)
"""

_FOUND = """
SELECT account_id, handle, organisation, quiet, longest, bounces, domain, began_at AS first_at, used_at AS last_at,
  CASE tie WHEN 'listed' THEN 'is the official account of' WHEN 'named' THEN 'bears the name of, and speaks as,' ELSE 'bears the name of' END AS standing,
  concat(CASE WHEN ended_at IS NULL THEN '' ELSE concat('; the register ended its standing on ', substring(CAST(ended_at AS VARCHAR), 1, 10)) END,
    CASE WHEN used_at IS NULL THEN '' ELSE concat('; it was still used on ', substring(CAST(used_at AS VARCHAR), 1, 10)) END,
    CASE WHEN silent = 1 THEN concat('; no sign of its custodian for ', CAST(quiet AS VARCHAR), ' days, where it never paused for more than ',
      CAST(longest AS VARCHAR)) ELSE '' END,
    CASE WHEN spoken > 0 THEN concat('; the body published ', CAST(spoken AS VARCHAR), ' notices since') ELSE '' END,
    CASE WHEN bounced = 1 THEN concat('; ', CAST(bounces AS VARCHAR), ' messages to its contacts came back and none arrived since') ELSE '' END,
    CASE WHEN domain IS NOT NULL THEN concat('; it still points to ', domain, ', which is not the body''s') ELSE '' END,
    CASE WHEN refused = 1 THEN '; the check of its attestation was not passed' ELSE '' END,
    CASE WHEN unchecked = 1 THEN '; its attestation has run out' ELSE '' END) AS state,
  concat('ask the body by another way to name a custodian and a deputy; if none comes in ', CAST($notice AS VARCHAR),
    ' days of public notice, archive it, by two people, its handle quarantined') AS plan,
  round(1 - CAST(0.6 AS DOUBLE) * CASE WHEN silent = 1 THEN 0.5 ELSE 1 END * CASE WHEN bounced = 1 THEN 0.5 ELSE 1 END * CASE WHEN spoken > 0 THEN 0.6 ELSE 1 END
    * CASE WHEN domain IS NOT NULL THEN 0.6 ELSE 1 END * CASE WHEN unchecked = 1 OR refused = 1 THEN 0.7 ELSE 1 END * CASE WHEN used_at IS NULL THEN 1 ELSE 0.6 END, 4) AS score,
  CASE WHEN tie = 'listed' AND (silent = 1 AND proofs > 0 OR unchecked = 1 AND bounced = 1) OR used_at IS NOT NULL THEN 'likely'
    WHEN silent = 1 AND proofs = 0 AND ended_at IS NULL THEN 'inconclusive' ELSE 'possible' END AS tier,
  [CASE WHEN silent = 1 OR used_at IS NOT NULL THEN 'behaviour' END, CASE WHEN bounced = 1 OR domain IS NOT NULL OR spoken > 0 OR ended_at IS NOT NULL THEN 'document' END,
    CASE WHEN unchecked = 1 OR refused = 1 THEN 'identity' END] AS classes
FROM (
  SELECT account_id, handle, organisation, tie, silent, known, quiet, longest, bounced, bounces, domain, unchecked, refused, spoken, began_at, ended_at, used_at,
    bounced + unchecked + refused + CASE WHEN domain IS NOT NULL THEN 1 ELSE 0 END + CASE WHEN spoken > 0 THEN 1 ELSE 0 END AS proofs FROM signs
) AS s WHERE ended_at IS NOT NULL OR (tie = 'listed' AND (bounced = 1 OR domain IS NOT NULL OR known = 1)) OR (silent = 1 AND proofs > 0)
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
        "accounts": "account_id handle display_name? bio? url? status? last_active_at?",
        "official_now": "org_id account_id",
        "body_bearers": "account_id org_id holder",
        "official_accounts?": "org_id account_id until",
        "notices?": "org_id at",
        "organisations": "org_id name status? closed_at? domains?",
        "posts?": "account_id at",
        "sessions?": "account_id started_at",
        "attestations?": "account_id kind result at expires_at",
        "contacts?": "org_id kind at result domain",
        "holds?": "account_id until",
    },
    derives=(OFFICIAL_NOW, BODY_BEARERS),
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
        Sql("spoken", _SPOKEN),
        Sql("refused", _REFUSED),
        Sql("used", _ON),
        Sql("bounced", _BOUNCED),
        Sql("lost", _LOST),
        Sql("unchecked", _UNCHECKED),
        Sql("signs", _SIGNS),
        Sql("found", _FOUND),
    ),
    says="{handle} {standing} {organisation}, which has not ended{state}; proposed: {plan}",
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
