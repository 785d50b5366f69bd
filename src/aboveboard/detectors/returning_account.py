"""Closed, still barred people who are back: under a new account, a renamed old one, or one that was handed over."""

from __future__ import annotations

from aboveboard.derived.returns import RETURNS
from aboveboard.detector import Detector, Mistake, Param, Sql
from aboveboard.detectors.returning_worlds import EXAMPLES

_KIN = "SELECT account_id, array_agg(DISTINCT closed_id) AS related FROM returns WHERE score >= $possible GROUP BY account_id"

_RETURNING = """
SELECT account_id, handle, r.how, closed_id, r.closed_handle, r.closed_at, c.closed_for, r.score, related, r.classes, r.prior,
  r.named, r.tied, r.moved, r.repeated, r.against, r.alternatives, r.days_after, r.appeared_at AS first_at,
  CASE WHEN c.barred_until IS NULL THEN 'without end' ELSE concat(CAST(date_diff('day', $as_of, c.barred_until) AS VARCHAR), ' more days') END AS bar,
  CASE WHEN r.corroborated AND r.score >= $likely THEN 'likely' ELSE 'possible' END AS tier
FROM (
  SELECT account_id, handle, how, closed_id, closed_handle, closed_at, score, corroborated, classes, prior, named, tied, moved,
    repeated, against, alternatives, days_after, appeared_at,
    row_number() OVER (PARTITION BY account_id ORDER BY score DESC, closed_id) AS place FROM returns
) AS r JOIN kin USING (account_id)
JOIN (SELECT account_id AS closed_id, closed_for, barred_until FROM accounts) AS c USING (closed_id)
WHERE r.place = 1
"""


RETURNING_ACCOUNT = Detector(
    name="returning_account",
    version="1",
    violation="reincarnation",
    about=(
        "Somebody whose account is closed and barred is back. Names, past ones too, bio, picture, devices, contacts, payments, "
        "networks, the old audience and the hours of posting are compared and weighed in bits (Fellegi and Sunter): what many share says little, what "
        "nobody else has says much, and how often returners keep a thing is learned from the world itself. One kind of "
        "evidence never says more than even odds and is *possible*; two independent kinds can be *likely*; a shared network is "
        "none. The prior is one return for five barred accounts, anywhere in the world."
    ),
    reads={
        "accounts": "account_id closed_for? barred_until?",
        "returns": (
            "account_id closed_id handle closed_handle closed_at appeared_at days_after how score corroborated classes prior "
            "named tied moved repeated against alternatives"
        ),
    },
    derives=(RETURNS,),
    params={
        "possible": Param(0.15, "probability", 0.02, 1, "worth a look from here"),
        "likely": Param(0.5, "probability", 0.1, 1, "with two kinds of evidence, likely from here"),
    },
    classes=("profile", "device", "identity", "graph", "network"),
    steps=(Sql("kin", _KIN), Sql("returning", _RETURNING)),
    says=(
        "{handle} ({how} {days_after} days after) looks like the return of {closed_handle}, closed on {closed_at} for "
        "{closed_for} and barred {bar}; bits of evidence: prior {prior}{named}{tied}{moved}{repeated}{against}"
    ),
    mistakes=(
        Mistake(
            "A sibling signs up on the same network, or on the same console.",
            "a network is no evidence by itself, and beside a shared device it speaks for one roof; a device alone is never above possible",
            "a sibling on the same network and console",
        ),
        Mistake(
            "Two people have the same name.",
            "what many bear weighs little, a short name less; one kind of evidence is never above possible",
            "namesakes, common names and short names",
        ),
        Mistake(
            "A campus, a café or an office shares its machines.",
            "a token seen on more accounts than `crowd` ties nobody, and each further holder takes from its weight",
            "a terminal for a whole campus, and a number given out again",
        ),
        Mistake(
            "Colleagues share an office, or strangers a VPN.",
            "a network is no evidence by itself, whatever the hours, and on more accounts than `crowd` it ties nobody",
            "an office, and a line that a VPN gives to many",
        ),
        Mistake(
            "The person was free to come back.",
            "an expired bar, a closure on request, an overturned one and whatever rests on it bar nobody",
            "free to come back",
        ),
        Mistake(
            "Fans keep an archive or a parody of a closed account, and its audience follows them.",
            "a label in the name silences name, bio, picture and audience; only a device or a contact speaks then",
            "a fan club and an archive",
        ),
        Mistake(
            "A phone number was given out again.",
            "a number that lay idle for longer than `recycled` weighs nothing and is named as counter-evidence",
            "a terminal for a whole campus, and a number given out again",
        ),
        Mistake(
            "A device was sold second-hand, or the old audience is one circle of friends.",
            "one kind of evidence is never above possible, and the finding lists these explanations for the reviewer",
            "a device alone, weeks later, and a circle of friends",
        ),
        Mistake(
            "Two people of one time zone post at the same hours.",
            "hours weigh at most 1.5 bits, are no class of evidence, and make no pair a candidate",
            "the hours it keeps: the same, others, too few, and those of an earlier name",
        ),
        Mistake(
            "Somebody frames another by copying a closed account's profile.",
            "a person decides; a copied profile is one kind of evidence",
        ),
    ),
    examples=EXAMPLES,
    references=(
        "Fellegi, Sunter: A Theory for Record Linkage, JASA 1969",
        "Winkler: Using the EM Algorithm for Weight Computation in the Fellegi-Sunter Model of Record Linkage, 2000",
        "Niverthi, Verma, Kumar: Characterizing, Detecting, and Predicting Online Ban Evasion, WWW 2022",
        "design/domain.md L1 and S1, S2, S3, S19: family, shared places, expired bars and fans are not evasion",
    ),
    formerly=("returning_name",),
)
