"""Official accounts of living institutions that nobody seems to look after any more."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.body_bearers import BODY_BEARERS
from aboveboard.derived.lookalike_hosts import host_of, under
from aboveboard.derived.official_standing import OFFICIAL_NOW
from aboveboard.detector import Detector, Groups, Mistake, Param, Rows, Sql
from aboveboard.detectors.lost_custodian_worlds import EXAMPLES
from aboveboard.names.claims import denies
from aboveboard.tables import ARROW, Type
from aboveboard.text.channels import bodily
from aboveboard.text.moved import kept_or_moved
from aboveboard.text.resting import resting
from aboveboard.text.seasonal import seasonal
from aboveboard.text.sharing import without_sharing

_ENDED = """
SELECT account_id, org_id, max(until) AS ended_at FROM official_accounts GROUP BY account_id, org_id
HAVING max(CASE WHEN date_diff('day', until, $as_of) >= $notice THEN 0 ELSE 1 END) = 0
"""

_TIED = """
SELECT account_id, org_id, 'listed' AS tie, CAST(NULL AS TIMESTAMPTZ) AS ended_at FROM official_now
UNION ALL SELECT account_id, org_id, 'withdrawn' AS tie, ended_at FROM ended
LEFT JOIN (SELECT DISTINCT account_id, 1 AS stands FROM official_now) AS n USING (account_id) WHERE stands IS NULL
UNION ALL SELECT account_id, org_id, 'named' AS tie, CAST(NULL AS TIMESTAMPTZ) AS ended_at FROM body_bearers
LEFT JOIN (SELECT DISTINCT org_id, 1 AS led FROM official_now) AS l USING (org_id) WHERE holder IS NULL AND bodies = 1 AND led IS NULL
"""

_OWN = """
SELECT account_id, org_id, t.tie, t.ended_at, a.handle, coalesce(a.display_name, a.handle) AS shown, a.bio, lower(coalesce(a.url, '')) AS url,
  g.name AS organisation, g.domains
FROM tied AS t JOIN accounts AS a USING (account_id) JOIN organisations AS g USING (org_id)
LEFT JOIN (SELECT DISTINCT account_id, 1 AS held FROM holds WHERE coalesce(until > $as_of, true)) AS h USING (account_id)
WHERE h.held IS NULL AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
  AND coalesce(g.closed_at > $as_of, coalesce(g.status, 'active') = 'active')
"""

_LABELLED: Mapping[str, Type] = {
    "account_id": "string", "org_id": "string", "handle": "string", "url": "string", "organisation": "string",
    "tie": "string", "ended_at": "time", "rests": "bool", "host": "string",
}  # fmt: skip


def _labelled(own: pa.Table) -> pa.Table:
    """Leave out the accounts kept as a record, and of those whose standing ended the ones that no longer pass for the body.

    Tell which speak only in their season (`rests`), and which link to a site that is not among the body's (`host`).
    """
    bio, shown = own["bio"], own["shown"]
    told = {"rests": pc.or_(resting(bio), seasonal(own["organisation"])), "host": _foreign(own["url"], own["domains"])}
    made = pa.table({c: told.get(c, own[c] if c in own.column_names else None) for c in _LABELLED})
    passes = pc.and_(
        pc.equal(bodily(shown), bodily(own["organisation"])), pc.invert(denies(without_sharing(bio).combine_chunks()))
    )
    over = kept_or_moved(shown, bio)
    return made.filter(pc.and_(pc.invert(over), pc.or_(passes, pc.not_equal(own["tie"], "withdrawn"))))


def _foreign(urls: pa.ChunkedArray, domains: pa.ChunkedArray) -> pa.Array:
    """Return the host of each link, where the body's own are known and it is neither among them, nor under nor above one."""
    pairs = zip(host_of(urls.combine_chunks()).to_pylist(), domains.to_pylist(), strict=True)
    return pa.array([h if h and _elsewhere(h, [d for d in ds or () if d]) else None for h, ds in pairs], pa.string())


def _elsewhere(host: str, domains: list[str]) -> bool:
    return bool(domains) and not any(under(host, d) or under(d.lower(), host) for d in domains)


_BEATS = """
SELECT o.account_id, o.org_id, CAST(floor(epoch(s.at) / 86400) AS BIGINT) AS day, CAST(floor(epoch($as_of) / 86400) AS BIGINT) AS today, 1 AS world
FROM labelled AS o JOIN (
  SELECT account_id, last_active_at AS at FROM accounts
  UNION ALL SELECT account_id, at FROM posts
  UNION ALL SELECT account_id, started_at AS at FROM sessions
  UNION ALL SELECT account_id, at FROM attestations WHERE result = 'pass'
  UNION ALL SELECT n.account_id, c.at FROM official_now AS n JOIN contacts AS c USING (org_id) WHERE c.result = 'reached'
) AS s ON s.account_id = o.account_id WHERE s.at <= $as_of AND NOT o.rests
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
SELECT account_id, org_id, longest, quiet, beats >= $beats AS known, 1 AS silent FROM pulse
WHERE quiet >= $least AND quiet > $times * longest
"""

_SPOKEN = """
SELECT account_id, org_id, count(*) AS spoken FROM silent JOIN notices AS n USING (org_id)
WHERE n.at <= $as_of AND date_diff('day', n.at, $as_of) <= quiet - $grace GROUP BY account_id, org_id HAVING count(*) >= $said
"""

_REFUSED = """
SELECT DISTINCT account_id, org_id, 1 AS refused FROM silent JOIN attestations AS t USING (account_id)
WHERE t.kind = 'organisation' AND t.result <> 'pass' AND t.at <= $as_of AND date_diff('day', t.at, $as_of) <= quiet
"""

_USED = """
SELECT account_id, org_id, max(s.at) AS used_at FROM labelled JOIN (
  SELECT account_id, last_active_at AS at FROM accounts
  UNION ALL SELECT account_id, at FROM posts
) AS s USING (account_id) WHERE s.at <= $as_of AND date_diff('day', ended_at, s.at) >= $notice GROUP BY account_id, org_id
"""

_BOUNCED = """
SELECT c.org_id, count(*) AS bounces, min(c.at) AS first_at, 1 AS bounced FROM contacts AS c LEFT JOIN (
  SELECT org_id, max(at) AS reached_at FROM contacts WHERE result = 'reached' AND at <= $as_of GROUP BY org_id
) AS r ON r.org_id = c.org_id
WHERE c.result = 'bounced' AND c.at <= $as_of AND coalesce(c.at > r.reached_at, true)
GROUP BY c.org_id HAVING date_diff('day', min(c.at), max(c.at)) >= $apart
"""

_LOST = """
SELECT o.account_id, o.org_id, min(c.domain) AS domain, 1 AS lost FROM labelled AS o JOIN (
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
SELECT account_id, org_id, handle, organisation, tie, ended_at, silent, coalesce(known, false) AS known, quiet, longest, spoken, bounced, bounces,
  b.first_at, lost, coalesce(l.domain, CASE silent WHEN 1 THEN host END) AS domain, coalesce(refused, unchecked) AS unproved, refused, unchecked, used_at,
  coalesce(bounced, lost, refused, unchecked, CASE WHEN spoken IS NOT NULL THEN 1 END) AS proved
FROM labelled LEFT JOIN silent USING (account_id, org_id) LEFT JOIN spoken USING (account_id, org_id) LEFT JOIN refused USING (account_id, org_id)
LEFT JOIN used USING (account_id, org_id) LEFT JOIN lost AS l USING (account_id, org_id) LEFT JOIN unchecked USING (account_id)
LEFT JOIN bounced AS b USING (org_id)
"""

_FOUND = """
SELECT account_id, handle, organisation, quiet, longest, spoken, bounces, domain, coalesce(ended_at, first_at) AS first_at, used_at AS last_at,
  CASE tie WHEN 'listed' THEN 'the official account' WHEN 'named' THEN 'an undocumented account in the name' ELSE 'an account in the name' END AS standing,
  concat(CASE WHEN ended_at IS NULL THEN '' ELSE concat('; the register ended its standing on ', substring(CAST(ended_at AS VARCHAR), 1, 10)) END,
    CASE WHEN used_at IS NULL THEN '' ELSE concat('; it was still used on ', substring(CAST(used_at AS VARCHAR), 1, 10)) END,
    CASE WHEN silent IS NULL THEN '' ELSE concat('; no sign of its custodian for ', CAST(quiet AS VARCHAR), ' days') END,
    CASE WHEN known THEN concat(', where it never paused for more than ', CAST(longest AS VARCHAR)) ELSE '' END,
    CASE WHEN spoken IS NULL THEN '' ELSE concat('; the body published ', CAST(spoken AS VARCHAR), ' notices since') END,
    CASE WHEN bounced IS NULL THEN '' ELSE concat('; ', CAST(bounces AS VARCHAR), ' messages to its contacts came back and none arrived since') END,
    CASE WHEN domain IS NULL THEN '' ELSE concat('; it still points to ', domain,
      CASE lost WHEN 1 THEN ', which is no longer the body''s' ELSE ', which is not among the body''s sites' END) END,
    CASE refused WHEN 1 THEN '; a check of its attestation was not passed since' ELSE '' END,
    CASE unchecked WHEN 1 THEN '; its attestation has run out' ELSE '' END) AS state,
  CASE tie WHEN 'listed' THEN concat('ask the body by another way to name a custodian and a deputy; if none comes in ', CAST($notice AS VARCHAR),
      ' days of public notice, archive it, by two people, its handle quarantined')
    ELSE 'ask the body by another way whether the account is its own and, if so, who keeps it; if not, ask the account whose it is' END AS plan,
  round(1 - CAST(0.6 AS DOUBLE) * CASE silent WHEN 1 THEN 0.5 ELSE 1 END * CASE bounced WHEN 1 THEN 0.5 ELSE 1 END
    * CASE WHEN spoken IS NULL THEN 1 ELSE 0.6 END * CASE WHEN domain IS NULL THEN 1 ELSE 0.6 END * CASE unproved WHEN 1 THEN 0.7 ELSE 1 END
    * CASE WHEN used_at IS NULL THEN 1 ELSE 0.6 END, 4) AS score,
  CASE WHEN used_at IS NOT NULL OR tie = 'listed' AND (known AND proved = 1 OR unchecked = 1 AND bounced = 1) THEN 'likely'
    WHEN coalesce(proved, 0) = 0 AND domain IS NULL AND ended_at IS NULL THEN 'inconclusive' ELSE 'possible' END AS tier,
  [CASE WHEN silent = 1 OR used_at IS NOT NULL THEN 'behaviour' END,
    CASE WHEN coalesce(bounced, spoken) IS NOT NULL OR domain IS NOT NULL OR ended_at IS NOT NULL THEN 'document' END,
    CASE unproved WHEN 1 THEN 'identity' END] AS classes
FROM signs
WHERE ended_at IS NOT NULL OR tie = 'listed' AND (bounced = 1 OR lost = 1 OR known) OR silent = 1 AND (proved = 1 OR domain IS NOT NULL)
"""

LOST_CUSTODIAN = Detector(
    name="lost_custodian",
    version="2",
    violation="orphaned_institution",
    about=(
        "The body lives on, its account does not: whoever kept it has left. Signs of the custodian (posts, sessions, checks of the body's "
        "attestation that were passed, contacts that answered) make a rhythm, and each account is held against its own: twice its longest pause, and a year. "
        "Silence alone decides nothing: an account may rest. Beside it speak: the body's notices that went on, messages to its contacts that came "
        "back, a domain it points to that is no longer the body's or not among its sites, a check of its attestation that was not passed since, or one "
        "that ran out. A site that the register does not know, and a rhythm that is not known, are never more than possible. An account whose "
        "standing the register ended a month ago or more, and which still bears the body's name and says nothing else, is told too; so is one that no "
        "document ties, where it speaks as a body that has no other account, is silent, and one more sign speaks against it: only ever possible. "
        "Score: doubt is 0.6, times 0.5 for silence, 0.5 for returned messages, 0.6 for notices, for a domain and for use after its standing ended, "
        "0.7 for the attestation."
    ),
    reads={
        "accounts": "account_id handle display_name? bio? url? status? last_active_at?",
        "official_now": "org_id account_id",
        "body_bearers": "account_id org_id holder bodies",
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
        "notice": Param(30, "days", 1, 365, "public notice before anything changes; a standing that ended later is being handed over"),
        "said": Param(2, "notices", 1, 100, "fewest notices of a body whose account is silent that say that it lives on without it"),
    },
    classes=("behaviour", "document", "identity"),
    steps=(
        Sql("ended", _ENDED),
        Sql("tied", _TIED),
        Sql("own", _OWN),
        Rows("labelled", "own", _labelled, _LABELLED),
        Sql("beats", _BEATS),
        Groups("pulse", "beats", ("world",), _pulse, _PULSE),
        Sql("silent", _SILENT),
        Sql("spoken", _SPOKEN),
        Sql("refused", _REFUSED),
        Sql("used", _USED),
        Sql("bounced", _BOUNCED),
        Sql("lost", _LOST),
        Sql("unchecked", _UNCHECKED),
        Sql("signs", _SIGNS),
        Sql("found", _FOUND),
    ),
    says="{handle} stands as {standing} of {organisation}, which has not ended{state}; proposed: {plan}",
    mistakes=(
        Mistake(
            "A census or election office sleeps for years, a flood warning speaks only in a flood.",
            "each is held against the longest pause of its own, one whose bio says that it rests, or whose body by its name wakes in a season or an emergency, is not called silent, and silence alone decides nothing",
            "a census office, a flood warning, one of unknown rhythm",
        ),
        Mistake("The account is kept as a record, or must stay as it is.", "an archive label and a hold are respected", "kept as a record, or held"),
        Mistake("The mail server was down for a day.", "messages must come back a month apart, and one that arrives clears them", "a day without mail"),
        Mistake("The body moved to a new domain.", "only a domain the account still points to counts", "moved to another domain"),
        Mistake("The custodian reads and answers elsewhere.", "a contact that was reached is a sign like a post", "a contact that answered"),
        Mistake(
            "The account is being handed over, or the register is behind.",
            "its standing must have ended a month ago for every entry, and it must still pass for the body; the body is asked first",
            "being handed over, renamed, another body's by now, or open about it",
        ),
        Mistake(
            "Somebody else bears the body's name by right.",
            "without a document it must bear the name of one body only, which has no other account, and a second sign must stand beside silence; the body is asked first",
            "a name that two bodies bear, a person's, a fan's, an office's holder's, one in the register, one whose body has its own account",
        ),
    ),
    examples=EXAMPLES,
    references=("design/domain.md L6: custodian heartbeat, contact bounce, domain lapse; seasonal bodies, crisis-only channels, schools in holidays",),
)  # fmt: skip
