"""Accounts that report together, far beyond chance or as one hand, and the targets that are to be shielded from them."""

from __future__ import annotations

from aboveboard.derived.judged_reports import JUDGED_REPORTS
from aboveboard.derived.shared_hands import HOURS
from aboveboard.derived.sign_ups import SIGN_UPS
from aboveboard.detector import Detector, Mistake, Param, Sql
from aboveboard.detectors.report_ring_worlds import EXAMPLES

_REPORTERS = """
SELECT account_id, ring AS "group", j.way, a.handle, size - 1 AS fellows, joint, expected, upheld, decided, low, high, j.tokens, hub, first_at, last_at,
  span, device, identity, made, insisted, refused, warned, kin, hub IS NOT NULL AS hears,
  coalesce(a.kind, 'unknown') <> 'organisation' AND NOT kin AND (device OR identity OR refused OR warned OR (j.way <> 'burst' AND (made OR insisted)) OR (made AND hub IS NOT NULL)) AS sure
FROM judged AS j JOIN accounts AS a USING (account_id) WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

_AIMED = """
SELECT object, count(DISTINCT account_id) AS came, min(f.at) AS first_at, max(f.at) AS last_at
FROM rings AS r JOIN judged AS j USING (ring, account_id) JOIN filed AS f USING (account_id, object) GROUP BY object
"""

_SHIELDED = """
SELECT object, p.came, p.first_at, p.last_at, t.reporters, coalesce(a.handle, object) AS handle FROM aimed AS p
JOIN (SELECT object, count(*) AS reporters FROM filed GROUP BY object) AS t USING (object)
LEFT JOIN (SELECT account_id AS object, handle FROM accounts) AS a USING (object)
WHERE 2 * p.came >= t.reporters
"""

_FOUND = """
SELECT account_id, 'account' AS subject_kind, account_id AS subject_id, "group", handle, fellows, joint, expected, upheld, decided, low, high, tokens, hub,
  first_at, last_at, device, identity, made, insisted, refused, warned, kin, span, '' AS shield,
  CASE WHEN way <> 'burst' THEN concat('reported the same ', CAST(joint AS VARCHAR), CASE way WHEN 'again' THEN ' targets' ELSE ' posts' END, ' as ', CAST(fellows AS VARCHAR), ' other accounts within ', span,
      ' of one another, and by chance ', expected, ' times')
    ELSE concat('was one of ', CAST(fellows + 1 AS VARCHAR), ' accounts that reported one target within ', span, ', where going by its past it would be ',
      expected) END AS did,
  concat(CASE WHEN device THEN '; most of them share devices' ELSE '' END,
    CASE WHEN identity THEN '; most of them share phones, mail, payments or papers' ELSE '' END,
    CASE WHEN made THEN '; most of them signed up in one batch' ELSE '' END,
    CASE WHEN hears THEN '; most of them follow one account' ELSE '' END,
    CASE WHEN insisted THEN '; they reported the same things again and again' ELSE '' END,
    CASE WHEN refused THEN '; most of what they reported together was rejected' ELSE '' END,
    CASE WHEN kin THEN '; the target wrote first to one who shares devices or papers with them' ELSE '' END,
    CASE WHEN warned THEN '; it was warned before' ELSE '' END) AS signs,
  concat(CASE WHEN decided = 0 THEN 'None of its reports has a known outcome'
      ELSE concat(CAST(upheld AS VARCHAR), ' of its ', CAST(decided AS VARCHAR), CASE outcomes WHEN 0
        THEN ' older reports were borne out' ELSE ' decided reports were accepted' END, ' (in the long run ', CAST(CAST(floor(100 * low) AS BIGINT) AS VARCHAR), ' to ',
        CAST(CAST(ceil(100 * high) AS BIGINT) AS VARCHAR), ' %)') END,
    CASE WHEN warned THEN '; proposed: rest the processing of its reports for a time' ELSE '; proposed: a warning' END) AS record,
  round(1 - CAST(0.6 AS DOUBLE) * CASE WHEN device THEN 0.4 ELSE 1 END * CASE WHEN identity THEN 0.4 ELSE 1 END * CASE WHEN made THEN 0.5 ELSE 1 END
    * CASE WHEN hears THEN 0.7 ELSE 1 END * CASE WHEN insisted THEN 0.5 ELSE 1 END * CASE WHEN refused THEN 0.5 ELSE 1 END
    * CASE WHEN warned THEN 0.5 ELSE 1 END, 4) AS score,
  CASE WHEN sure THEN 'likely' ELSE 'possible' END AS tier,
  [CASE WHEN way <> 'burst' OR hears THEN 'graph' END, CASE WHEN way = 'burst' OR made OR insisted THEN 'behaviour' END,
    CASE WHEN device THEN 'device' END, CASE WHEN identity THEN 'identity' END, CASE WHEN refused OR warned THEN 'document' END] AS classes
FROM reporters CROSS JOIN kept
UNION ALL
SELECT CAST(NULL AS VARCHAR) AS account_id, 'object' AS subject_kind, object AS subject_id, CAST(NULL AS VARCHAR) AS "group", handle, came AS fellows, came AS joint,
  '0' AS expected, 0 AS upheld, 0 AS decided, CAST(0 AS DOUBLE) AS low, CAST(0 AS DOUBLE) AS high, CAST(NULL AS VARCHAR[]) AS tokens, CAST(NULL AS VARCHAR) AS hub,
  first_at, last_at, false AS device, false AS identity, false AS made, false AS insisted, false AS refused, false AS warned, false AS kin, '' AS span,
  'no action on these reports; a senior person decides' AS shield, 'is to be shielded' AS did,
  concat(': ', CAST(came AS VARCHAR), ' of the ', CAST(reporters AS VARCHAR), ' accounts that reported it report together') AS signs, 'Their number proves nothing, and a senior person decides' AS record,
  CAST(0.2 AS DOUBLE) AS score, 'inconclusive' AS tier, ['behaviour'] AS classes
FROM shielded
"""

REPORT_RING = Detector(
    name="report_ring",
    version="1",
    violation="report_abuse",
    about=(
        "Reports are bought, or called for, to have somebody closed. Two signs that reporters are not many minds: they report the same targets, "
        "or the same posts of however few accounts, within minutes to a fortnight, again and again, beyond what the activity of each makes likely "
        "(the degree-corrected kernel of coaction_ring, at a false-discovery rate of 1 %); or one target gets a burst of reporters beyond its own "
        "past (scan statistic) who share devices or papers, signed up in one batch, or follow one account beyond chance. Whether what they reported "
        "is bad is not judged. Two things follow: the reporters are warned first, and only who goes on after a warning has the processing of "
        "reports rested for a time; the target is shielded: the number of reports proves nothing about it, and no rule may act on the shield. Whose "
        "reports were mostly accepted (Wilson's interval of the decided ones) is left out, alone and as a ring; but a clean record kept elsewhere "
        "spares nobody whose reports with a ring were mostly not. Where a platform keeps no outcomes at all, they are read off what followed: a "
        "report is borne out where the post was removed or the account closed after it (not at its own request), and was not where nothing followed "
        "in two weeks. So a ring that gets its way everywhere is spared. Score: doubt is 0.6, times 0.4 for shared devices, 0.4 for shared "
        "papers, 0.5 for a batch, 0.7 for one account that most follow, and 0.5 each for reporting the same thing again, for rejected reports and "
        "for a warning."
    ),
    reads={
        "accounts": "account_id handle status? kind? closed_at? closed_ground?",
        "actions": "account_id at verb object_id target_account_id outcome?",
        "sign_ups": "account_id born place everyone",
        "posts?": "post_id account_id at target_id removed_at",
        "tokens?": "account_id kind token",
        "follows?": "follower_id target_id",
        "warnings?": "account_id at violation withdrawn_at",
    },
    derives=(SIGN_UPS,),
    params={
        "accounts": Param(4, "accounts", 4, 1000, "fewest reporters of a ring; the shipped policy acts on no ring of fewer than five: a household is smaller"),
        "good": Param(0.5, "share", 0.1, 1, "who is surely right in more than this share of decided reports is left out"),
        "hours": HOURS,
    },
    classes=("graph", "behaviour", "device", "identity", "document"),
    steps=(
        *JUDGED_REPORTS,
        Sql("reporters", _REPORTERS),
        Sql("aimed", _AIMED),
        Sql("shielded", _SHIELDED),
        Sql("found", _FOUND),
    ),
    says="{handle} {did}{signs}. {record}",
    links=("tokens", "hub"),
    mistakes=(
        Mistake(
            "Many honest people report one viral scam.",
            "a burst counts only where the reporters share devices, papers or a batch, or follow one account and the target was not looked at and "
            "shared by as many",
            "many honest people report one viral scam",
        ),
        Mistake(
            "Volunteers or moderators report the same scams all day, and are right.",
            "a ring, or an account, whose decided reports were surely accepted for the most part is left out",
            "volunteers who are right",
        ),
        Mistake(
            "A family reports the stalker who wrote to them.",
            "whoever the target spoke to first is a witness, and a burst of who shares devices or papers with one is never above possible; the shipped policy acts on no ring of fewer than five",
            "a family, to one of whom the target wrote",
        ),
        Mistake(
            "A community follows a public call to report a real scam.",
            "following one account is never above possible by itself; the first step is a warning that a person confirms, and the outcome of the reports clears them",
            "a call that an audience follows",
        ),
        Mistake(
            "One tireless reporter happens to meet others at many targets.",
            "each is held against its own activity, and whoever is mostly right is left out",
        ),
        Mistake(
            "A class reports a bully, post by post, and no outcome is kept.",
            "removals and closures that followed speak for the reporters, and a report is undecided for two weeks",
            "what they reported was removed",
        ),
        Mistake(
            "A platform is slow to remove what many rightly report.",
            "two weeks in which nothing followed make no ring, but they clear nobody; the first step is a warning that a person confirms",
        ),
        Mistake(
            "Followers report those who came to insult the one they follow.",
            "following one account is no sign where the target wrote in the last week to it, or to someone no better known whom the reporter follows",
            "followers of one to whom the target wrote",
        ),
        Mistake("A trusted flagger's staff work through one queue.", "an organisation is never above possible", "staff of a body that says so"),
        Mistake("Two people report two accounts of one spammer.", "fewer than four accounts make no ring", "three accounts"),
    ),
    examples=EXAMPLES,
    references=(
        "design/domain.md §7.3: report count never triggers action; burst detector on reports shields the target; warn, then timed suspension of processing",
        "Wilson, Probable inference, the law of succession, and statistical inference, 1927",
        "Kulldorff, A spatial scan statistic, Communications in Statistics 26, 1997",
        "Chung and Lu, Connected components in random graphs with given expected degree sequences, 2002",
        "Regulation (EU) 2022/2065, Article 23: misuse of notices, warning before suspension of processing",
    ),
)  # fmt: skip
