"""Accounts that somebody else than their holder plays, told by many small signs that add up."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from aboveboard.derived.hand_signs import HAND_SIGNS
from aboveboard.derived.played_signs import MINORS
from aboveboard.detector import Detector, Example, Groups, Mistake, Param, Rows, Sql
from aboveboard.examples.handed import CAREFUL, HANDED, MOVED, ROUGHLY, YET_TO_COME
from aboveboard.models.prior import posterior
from aboveboard.models.sharing import SIGNS, common, explained, shipped, told_of
from aboveboard.tables import Type

__all__ = ["OTHER_HANDS"]


_WEIGHED: Mapping[str, Type] = {"account_id": "string", "evidence": "float", "world": "int"}


def _weigh(signs: pa.Table) -> pa.Table:
    told = np.round(shipped()[0].evidence(told_of(signs)), 4)
    made = signs.select(["account_id"]).append_column("evidence", pa.array(told))
    return made.append_column("world", pa.array(np.ones(len(told), np.int64)))


_ASKED = "SELECT account_id, evidence, world, $assumed AS assumed, $doubt AS doubt FROM weighed"

_MEANT: Mapping[str, Type] = {
    "account_id": "string",
    "evidence": "float",
    "odds": "float",
    "share": "float",
    "judged": "int",
}


def _mean(weighed: pa.Table) -> pa.Table:
    """Turn evidence into probabilities, under the share of shared accounts that the service's own accounts tell."""
    evidence = weighed["evidence"].to_numpy()
    usual = common(evidence, *(float(weighed[n][0].as_py()) for n in ("assumed", "doubt")))
    made = weighed.select(["account_id", "evidence"]).append_column("odds", pa.array(posterior(evidence, usual)))
    return made.append_column("share", pa.repeat(usual, len(evidence))).append_column(
        "judged", pa.repeat(len(evidence), len(evidence))
    )


_SIGNS = ", ".join(f"h.{s.name}" for s in SIGNS)

_SUSPECTS = f"""
SELECT h.account_id, h.first_at, h.last_at, {_SIGNS}, a.handle, w.evidence, w.odds, w.share, w.judged
FROM hand_signs AS h JOIN meant AS w ON w.account_id = h.account_id JOIN accounts AS a ON a.account_id = h.account_id
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended') AND coalesce(a.kind, 'unknown') <> 'organisation' AND a.verified_org_id IS NULL
  AND w.odds >= $listed
"""

_CARRIED: Mapping[str, Type] = {
    "account_id": "string", "handle": "string", "first_at": "time", "last_at": "time", "evidence": "float", "odds": "float",
    "share": "float", "judged": "int",
}  # fmt: skip
_REASONED: Mapping[str, Type] = {
    **_CARRIED,
    "reasons": "string",
    "beside": "string",
    "besides": "string",
    "against": "string",
    "parts": "list",
    "kinds": "list",
}


def _reason(suspects: pa.Table) -> pa.Table:
    said, against, parts, kinds = explained(suspects.select([s.name for s in SIGNS]), shipped()[0])
    made = suspects.select(list(_CARRIED))
    texts = {
        "reasons": _at(said, 0),
        "beside": _at(said, 1),
        "besides": _at(said, 2),
        "against": ["; ".join(a) for a in against],
    }
    for name, column in texts.items():
        made = made.append_column(name, pa.array(column, pa.string()))
    for name, lists in (("parts", parts), ("kinds", kinds)):
        made = made.append_column(name, pa.array(lists, pa.list_(pa.string())))
    return made


def _at(said: list[list[str]], at: int) -> list[str]:
    """Return the fact at a place of each list, with the sign that joins it to the one before: a blank holds one, for long ones are cut."""
    return [("; " if at else "") + facts[at] if len(facts) > at else "" for facts in said]


_FOUND = """
SELECT r.account_id, r.handle, r.first_at, r.last_at, r.reasons, r.beside, r.besides, r.parts, r.evidence, r.share, r.judged, m.band,
  CASE WHEN r.against = '' THEN '' ELSE concat('; against it: ', r.against) END AS against,
  CASE WHEN m.band IS NOT NULL THEN '; its holder is a minor: inform and protect, do not punish' ELSE '' END AS more,
  round(r.odds, 4) AS score, r.kinds AS classes,
  CASE WHEN r.odds < $possible THEN 'inconclusive'
    WHEN m.band IS NULL AND r.odds >= $likely AND (
      list_contains(r.kinds, 'content') OR list_contains(r.kinds, 'identity') AND list_contains(r.kinds, 'profile')) THEN 'likely'
    ELSE 'possible' END AS tier
FROM reasoned AS r LEFT JOIN minors AS m ON m.account_id = r.account_id
"""

OTHER_HANDS = Detector(
    name="other_hands",
    version="1",
    violation="account_sharing",
    about=(
        "Devices and networks of one person meet sooner or later. Where some of an account's devices were never on a network of few with its holder's, a small "
        "model (docs/models/sharing.md) adds up what tells a buyer, a tenant or a paid player from a second telephone, a family or a journey: how many "
        "such devices there are and what else they play, from where, at which hours, how often, in how long stays and how much more of a day than the holder; "
        "whether telephone, mail, payment or profile changed as they came; who shares the payment or the papers; what its texts offer. What is not "
        "known says nothing: sessions without a device or a network are left out. The strongest facts are said, and the strongest against it. Sessions alone are "
        "possible at most: likely needs an offer, or papers and profile beside them. The score is a "
        "probability under a share of shared accounts that is estimated from the service's own accounts with devices that never met: a tenth at least."
    ),
    reads={
        "hand_signs": " ".join(HAND_SIGNS.columns),
        "accounts": "account_id handle status? kind? verified_org_id?",
        "attestations?": "account_id result age_band",
    },
    derives=(HAND_SIGNS,),
    params={
        "assumed": Param(0.1, "share", 0.0001, 0.5, "how many of the accounts with devices that never met are thought played by others before looking, and at least"),
        "doubt": Param(200, "accounts", 1, 1_000_000, "how many accounts it takes to outweigh that thought"),
        "listed": Param(0.4, "probability", 0.001, 1, "from where on an account is listed at all, as inconclusive"),
        "possible": Param(0.7, "probability", 0.01, 1, "from where on it is possible"),
        "likely": Param(0.95, "probability", 0.01, 1, "from where on it is likely, where more than sessions tell it"),
    },
    classes=("device", "behaviour", "identity", "profile", "content"),
    steps=(
        Rows("weighed", "hand_signs", _weigh, _WEIGHED),
        Sql("asked", _ASKED),
        Groups("meant", "asked", ("world",), _mean, _MEANT),
        Sql("suspects", _SUSPECTS),
        Rows("reasoned", "suspects", _reason, _REASONED),
        MINORS,
        Sql("found", _FOUND),
    ),
    says="{handle} looks played by others than its holder: {reasons}{beside}{besides}{more}{against}",
    mistakes=(
        Mistake("A second telephone that is only ever on the carrier's network, or a computer always behind a VPN.", "that strangers come only through networks of many tells against it; devices that ever met at home are one hand", "people who share nothing"),
        Mistake("A computer at the office never meets the one at home.", "sessions alone are possible at most, and nothing is done: ask", "people who share nothing"),
        Mistake("A family, a couple or friends share an account, and nobody pays.", "the device of somebody of the same home or papers tells against it; possible at most without an offer, or other papers and another profile: ask", "accounts in other hands"),
        Mistake("A traveller plays on borrowed machines and in cafés.", "a few sessions in one short stay weigh little", "people who share nothing"),
        Mistake("A helper of a disabled player, a coach who takes over for once.", "a sitting or two weigh little; otherwise possible, a question, and how to name a helper", "people who share nothing"),
        Mistake("Somebody moves, and telephone, number and bank change in one week.", "possible at most, and no stay counts from which the holder did not come back; verify first: the old mail settles it", "somebody who moved"),
        Mistake("An account was stolen and won back.", "the same facts: verify the holder and help them, no strike"),
        Mistake("A team runs the account of an organisation.", "accounts of organisations and verified ones are left out", "accounts in other hands"),
        Mistake("A child plays on a rented account.", "the child's own attested account is possible at most and told apart: inform and protect", "accounts in other hands"),
    ),
    examples=(
        Example("accounts in other hands", HANDED, finds=(("a", 0.9023, "possible"), ("aa", 0.976, "likely"), ("b", 0.9856, "possible"), ("c", 0.9984, "possible"), ("d", 0.9996, "possible"), ("e", 0.9984, "possible"), ("f", 0.8637, "possible"), ("g", 0.9049, "possible"), ("h", 0.9049, "possible"), ("i", 0.8637, "possible"), ("j", 0.9975, "likely"), ("k", 0.9023, "possible"), ("l", 0.9023, "possible"), ("m", 0.9327, "possible"), ("n", 0.9023, "possible"), ("o", 0.9327, "possible"), ("p", 0.8304, "possible"), ("q", 0.951, "possible"), ("r", 0.9023, "possible"), ("s", 0.9829, "likely"), ("t", 0.8987, "possible"), ("u", 0.9023, "possible"), ("v", 0.8637, "possible"), ("w", 0.9023, "possible"), ("x", 0.976, "possible"), ("y", 0.9023, "possible"), ("z", 0.9858, "possible"))),
        Example("people who share nothing", CAREFUL),
        Example("somebody who moved", MOVED, finds=(("a", 0.8105, "possible"),)),
        Example("networks known roughly", ROUGHLY, finds=(("b", 0.9729, "possible"),)),
        Example("before it happened", YET_TO_COME),
    ),
    references=(
        "design/domain.md L5: impossible concurrency, hand-over of devices, regions and hours, one device driving many accounts, one payer with many",
        "Hastie and Tibshirani, Generalized Additive Models, 1986",
        "Gretton, Borgwardt, Rasch, Schölkopf and Smola, A kernel two-sample test, JMLR 2012",
    ),
)  # fmt: skip
