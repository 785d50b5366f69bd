"""Accounts that claim a regulated profession without a valid credential of its field."""

from __future__ import annotations

from aboveboard.derived.credentials_held import CREDENTIALS_HELD
from aboveboard.derived.profession_bearing import FLOOR, STRENGTH
from aboveboard.derived.professions import PRACTICE_DOUBTS, PROFESSION_TEXTS
from aboveboard.detector import Detector, Mistake, Param, Sql
from aboveboard.detectors.claimed_profession_worlds import EXAMPLES

_BEST = """
SELECT account_id, surface, max(nats) AS nats, max(at) AS at, min(concat(CAST(500 - CAST(floor(10 * nats) AS INT) AS VARCHAR), field)) AS field,
  min(concat(CAST(500 - CAST(floor(10 * nats) AS INT) AS VARCHAR), CASE surface WHEN 'bio' THEN 'biography: ' WHEN 'display_name' THEN 'name: ' ELSE 'post: ' END, shown)) AS shown
FROM profession_texts WHERE coalesce(at <= $as_of, true) GROUP BY account_id, surface
"""

_BORNE = """
SELECT account_id, substring(min(field), 4) AS field, substring(min(shown), 4) AS shown, max(at) AS at, sum(nats) AS nats,
  sum(CASE surface WHEN 'post' THEN 0 ELSE nats END) AS profile, sum(CASE surface WHEN 'post' THEN nats ELSE 0 END) AS post
FROM (SELECT account_id, surface, nats, field, shown, at FROM best UNION ALL SELECT account_id, surface, nats, NULL AS field, NULL AS shown, NULL AS at FROM practice_doubts) AS told
GROUP BY account_id
"""

_CLAIMS = """
SELECT account_id, field, surface, kind, strength, shown, at, 0 AS by_profile, 0 AS by_post,
  concat(CAST(9 - 2 * strength AS VARCHAR), CASE surface WHEN 'bio' THEN 'biography: ' WHEN 'display_name' THEN 'name: ' ELSE concat(surface, ': ') END, shown) AS best
FROM profession_texts WHERE coalesce(at <= $as_of, true)
UNION ALL SELECT account_id, field, 'all' AS surface, 'bearing' AS kind, 0 AS strength, shown, at, CASE WHEN profile >= $bearing OR profile >= post THEN 1 ELSE 0 END AS by_profile,
  CASE WHEN post >= $bearing OR post > profile THEN 1 ELSE 0 END AS by_post, concat('8', shown) AS best FROM borne WHERE nats >= $bearing
"""

_SUMMED = """
SELECT account_id, field,
  max(CASE surface WHEN 'post' THEN 0 ELSE strength END) AS profile, max(CASE surface WHEN 'post' THEN strength ELSE 0 END) AS post, max(by_profile) AS by_profile, max(by_post) AS by_post,
  count(DISTINCT CASE WHEN kind = 'claim' AND surface IN ('display_name', 'bio') THEN surface END) AS named, count(DISTINCT CASE kind WHEN 'advice' THEN shown END) AS advised, count(DISTINCT CASE concat(kind, surface) WHEN 'claimpost' THEN shown END) AS posts,
  min(best) AS best, min(at) AS first_at, max(at) AS last_at
FROM claims GROUP BY account_id, field
"""

_HELD = """
SELECT account_id, field, substring(best, 2) AS shown, advised, posts, first_at, last_at, greatest(profile, post) AS strength, by_profile + by_post AS borne,
  profile + by_profile AS in_profile, post + advised + by_post AS in_posts,
  greatest(profile, post) >= 2 OR (profile = 1 AND (advised > 0 OR post = 1 OR named = 2)) AS said FROM summed
"""

_JUDGED = """
SELECT h.account_id, h.field, h.shown, h.advised, h.posts, h.first_at, h.last_at, h.strength, h.in_profile, h.in_posts, h.said
FROM held AS h LEFT JOIN borne AS b ON b.account_id = h.account_id WHERE (h.said OR h.borne > 0) AND coalesce(b.nats > -$against, true)
"""

_ELSEWHERE = """
SELECT o.account_id, h.field FROM tokens AS o JOIN tokens AS t ON t.token = o.token
JOIN credentials_held AS h ON h.account_id = t.account_id
WHERE o.kind = 'identity' AND t.kind = 'identity' AND h.valid GROUP BY o.account_id, h.field
"""

_OTHER = """
SELECT account_id, min(field) AS other FROM credentials_held WHERE valid GROUP BY account_id
"""

_FOUND = """
SELECT s.account_id, a.handle, s.field, s.field AS scope, s.shown, s.advised, s.posts, h.state, CASE WHEN h.state IS NULL THEN o.other END AS other, s.first_at, s.last_at,
  concat(CASE WHEN h.state IS NULL THEN 'no credential of that field is on record' ELSE concat('its credential of that field ', h.state) END,
    CASE WHEN s.said THEN '' ELSE '; no rule reads a claim here: all its words together are those of somebody who practises' END,
    CASE s.posts WHEN 0 THEN '' ELSE concat('; ', CAST(s.posts AS VARCHAR), ' of its posts speak as one') END,
    CASE s.advised WHEN 0 THEN '' ELSE concat('; ', CAST(s.advised AS VARCHAR), ' of its posts advise in that field') END,
    CASE WHEN h.state IS NULL AND o.other IS NOT NULL THEN concat('; it holds a valid credential of ', o.other, ', so the field on record may be wrong') ELSE '' END) AS more,
  round(1 - CAST(0.5 AS DOUBLE) * CASE WHEN s.strength = 3 THEN CAST(0.6 AS DOUBLE) ELSE 1 END * CASE WHEN s.said THEN 1 ELSE CAST(1.2 AS DOUBLE) END
    * CASE WHEN s.in_profile > 0 AND s.in_posts > 0 THEN CAST(0.5 AS DOUBLE) ELSE 1 END
    * CASE WHEN h.state IS NOT NULL THEN CAST(0.5 AS DOUBLE) ELSE 1 END * CASE WHEN h.state IS NULL AND o.other IS NOT NULL THEN CAST(1.5 AS DOUBLE) ELSE 1 END, 4) AS score,
  CASE WHEN NOT s.said AND s.strength = 1 AND s.in_posts = 0 THEN 'inconclusive' WHEN o.other IS NULL OR h.state IS NOT NULL THEN 'likely' WHEN s.advised > 0 THEN 'possible' ELSE 'inconclusive' END AS tier,
  [CASE WHEN s.in_profile > 0 THEN 'profile' END, CASE WHEN s.in_posts > 0 THEN 'content' END, CASE WHEN h.state IS NOT NULL THEN 'document' END] AS classes
FROM judged AS s JOIN accounts AS a ON a.account_id = s.account_id
LEFT JOIN credentials_held AS h ON h.account_id = s.account_id AND h.field = s.field
LEFT JOIN elsewhere AS e ON e.account_id = s.account_id AND e.field = s.field
LEFT JOIN other AS o ON o.account_id = s.account_id
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended') AND coalesce(a.kind, 'unknown') <> 'organisation' AND a.verified_org_id IS NULL
  AND NOT coalesce(h.valid, false) AND e.field IS NULL
"""

CLAIMED_PROFESSION = Detector(
    name="claimed_profession",
    version="3",
    violation="unqualified_professional",
    about=(
        "A handle, a name, a biography or a post claims a regulated profession (medicine, law, finance, education, and what the operator "
        "adds in `professions`), and the account has no valid credential of that field. The trigger is the claim, never the topic: a "
        "title counts behind words of the first person (`as your doctor`, `I am a lawyer`, 作为医生), beside one's own name, or as a "
        "biography's own word. Denied, past, future, quoted, playful titles and other people's are left out, and an occupation that is "
        "only named (`nurse in Harrow`) counts only beside advice in its field, beside a post that speaks from a practice of that field (`what I teach "
        "couples`, 我的客户), or where name and biography both name it. Doctors of animals are another profession. Beside these rules a model (docs/models/claims.md) weighs all the words of name, biography and posts, what rules "
        "say among them (nats, which add up; a post never counts against, and one that three accounts wrote counts for nobody): where it says practitioner and no rule reads a claim, "
        "the finding says so; where it tells against a claim by a nat, there is none. Titles come from ISCO-08 and official lists, cited row by row in "
        "docs/reference/professions.md; they are read with look-alikes, spaced letters and Traditional forms undone. One kind of evidence is "
        "possible; a claim in the profile with a claim or advice in posts, or with a credential that was revoked, ended or never verified, is "
        "likely. Score: doubt starts at 0.5, times 0.6 for a licence claimed, 1.2 where no rule reads a claim, 0.5 for profile and posts, 0.5 for a credential on record that is not valid, "
        "1.5 for a valid credential of another field where none of this field is on record. The finding speaks of that field only (`scope`)."
    ),
    reads={
        "accounts": "account_id handle status? kind? verified_org_id?",
        "credentials_held": "account_id field valid state",
        "practice_doubts": "account_id surface nats",
        "profession_texts": "account_id surface kind field strength nats shown at",
        "tokens?": "account_id kind token",
    },
    derives=(CREDENTIALS_HELD, PRACTICE_DOUBTS, PROFESSION_TEXTS),
    classes=("profile", "content", "document"),
    params={
        "bearing": Param(
            STRENGTH,
            "nats",
            FLOOR,
            5,
            "how much all the words of an account must be a practitioner's, where no rule reads a claim",
        ),
        "against": Param(
            1.0,
            "nats",
            0.5,
            20,
            "how much all the words of an account must tell against a claim that rules read, for it to be left alone",
        ),
    },
    steps=(
        Sql("best", _BEST),
        Sql("borne", _BORNE),
        Sql("claims", _CLAIMS),
        Sql("summed", _SUMMED),
        Sql("held", _HELD),
        Sql("judged", _JUDGED),
        Sql("elsewhere", _ELSEWHERE),
        Sql("other", _OTHER),
        Sql("found", _FOUND),
    ),
    says="{handle} claims a profession in {field} ({shown}), and {more}",
    mistakes=(
        Mistake(
            "A patient, a journalist, a teacher or a relative speaks of doctors, lawyers or school.",
            "a title counts only where its writer claims it for himself",
            "people who speak of professions",
        ),
        Mistake(
            "A student, a trainee, somebody retired, a joke, a stage name, a doctor of another science.",
            "such words beside a title keep it from being a claim, and Dr. alone says no field",
            "people who speak of professions",
        ),
        Mistake(
            "Somebody names an ordinary occupation, such as nurse, in a private biography.",
            "a plain occupation counts only beside advice or a practice in its field, or where name and biography both name it",
            "occupations, and one with advice",
        ),
        Mistake(
            "A doctor of animals, a shop or a figure of a play is called doctor.",
            "words of animals, shops and plays beside a title keep it from being a claim, and an everyday title counts only beside a person's name",
            "people who speak of professions",
        ),
        Mistake(
            "The credential hangs on another account of the same person.",
            "an identity shared with a credentialled account is enough",
            "credentials that cover the claim",
        ),
        Mistake(
            "The operator filed the credential under another field.",
            "a holder of a valid credential of another field, with none of this field on record, is never more than possible, and without advice inconclusive",
            "credentials that are not valid",
        ),
        Mistake(
            "A trade that is not regulated speaks of its clients, pupils and hours as a practice does.",
            "the model learned from a thousand such profiles, and what a name and a biography tell against a practice counts",
            "a bearing in which no rule reads a claim, and claims that all else speaks against",
        ),
        Mistake(
            "Many people post the same appeal for a ward or a clinic.",
            "a post that three accounts wrote is nobody's own words",
        ),
        Mistake(
            "A licence of another country, or an equivalent, is not on record.",
            "the first step is a question, and any equivalent that is shown ends it",
        ),
        Mistake(
            "A clinic, a firm or a newspaper names its people.",
            "organisations and accounts with an organisation's badge are left out",
            "organisations, and accounts that are gone",
        ),
    ),
    examples=EXAMPLES,
    references=(
        "design/domain.md L2c: professional fields without qualification",
        "ILO, ISCO-08, volume 1, 2012: major groups 2 and 3; 人力资源社会保障部, 国家职业资格目录 (2021年版)",
        "国家网信办, 关于加强自媒体管理的通知, 2023: professional fields need a checked qualification",
    ),
)
