"""Accounts that take turns at the same targets, as people do who work in shifts."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from aboveboard.core import Tier
from aboveboard.derived.drawn_shifts import BATCH, CAMPUS, DESK, PAYMENT, night_owls, regulars, shifts, world
from aboveboard.derived.shared_hands import HANDS, HOURS, OF_MOST
from aboveboard.derived.sign_ups import SIGN_UPS
from aboveboard.detector import Detector, Example, Groups, Mistake, Param, Sql
from aboveboard.graph.coding import busy, coded
from aboveboard.graph.turns import BUSY, Turns, stints_of, turns_of
from aboveboard.tables import ARROW, Type

_RATE, _SECOND, _SAMPLE = 0.01, 1_000_000, 20

_ACTS = """
SELECT account_id, coalesce(target_account_id, object_id) AS target, at, 1 AS world FROM actions WHERE at <= $as_of
UNION ALL
SELECT p.account_id, coalesce(o.account_id, p.target_id) AS target, p.at, 1 AS world
FROM posts AS p LEFT JOIN posts AS o ON o.post_id = p.target_id WHERE p.target_id IS NOT NULL AND p.at <= $as_of
"""

_CREWS: Mapping[str, Type] = {
    "account_id": "string", "ring": "string", "size": "int", "handovers": "int", "expected": "float", "weeks": "int", "targets": "list", "target": "string",
    "first_at": "time", "last_at": "time",
}  # fmt: skip


def _crews(acts: pa.Table) -> pa.Table:
    """Return one row for each member of each crew. What an account does at its own threads is left out."""
    for column in ("account_id", "target"):
        acts = busy(acts, column, BUSY)
    ids, account, target = coded(acts["account_id"], acts["target"])
    at = acts["at"].cast(pa.timestamp("us", tz="UTC")).cast(pa.int64()).to_numpy() // _SECOND
    other = account != target
    found = turns_of(stints_of(account[other], target[other], at[other]), len(ids), _RATE)
    schema = pa.schema([(name, ARROW[kind]) for name, kind in _CREWS.items()])
    return pa.concat_tables([schema.empty_table(), *(_told(ids, crew).cast(schema) for crew in found)])


def _told(ids: pa.Array, crew: Turns) -> pa.Table:
    size, who = len(crew.members), ids.take(pa.array(crew.members))
    targets = ids.take(pa.array(crew.targets[:_SAMPLE])).to_pylist()
    first, last = (pa.array(t * _SECOND).cast(pa.timestamp("us", tz="UTC")) for t in (crew.first, crew.last))
    return pa.table({
        "account_id": who, "ring": [f"shifts of {who[0].as_py()}"] * size, "size": [size] * size, "handovers": crew.handovers,
        "expected": np.round(crew.expected, 2), "weeks": [crew.weeks] * size, "targets": [targets] * size, "target": [targets[0]] * size,
        "first_at": first, "last_at": last,
    })  # fmt: skip


_OWN = "SELECT account_id, ring, first_at, last_at FROM crews WHERE weeks >= $weeks"

_FOUND = """
SELECT account_id, a.handle, ring AS "group", size - 1 AS fellows, handovers, expected, weeks, targets, target, tokens, c.first_at, c.last_at,
  concat(CASE WHEN device THEN '; most of them share devices' ELSE '' END,
    CASE WHEN identity THEN '; most of them share phones, mail, payments or papers' ELSE '' END,
    CASE WHEN made THEN '; most of them signed up in one batch' ELSE '' END) AS signs,
  round(1 - CAST(0.65 AS DOUBLE) * CASE WHEN device THEN 0.4 ELSE 1 END * CASE WHEN identity THEN 0.4 ELSE 1 END
    * CASE WHEN made THEN 0.5 ELSE 1 END, 4) AS score,
  CASE WHEN device OR identity OR made THEN 'likely' ELSE 'possible' END AS tier,
  ['behaviour', CASE WHEN device THEN 'device' END, CASE WHEN identity THEN 'identity' END, CASE WHEN made THEN 'profile' END] AS classes
FROM crews AS c JOIN signs USING (account_id, ring) JOIN accounts AS a USING (account_id)
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended') AND coalesce(a.kind, 'unknown') <> 'organisation'
"""

_SIX = [f"s{n}" for n in range(6)]


def _all(score: float, tier: Tier, who: list[str] = _SIX) -> tuple[tuple[str, float, Tier], ...]:
    return tuple((s, score, tier) for s in who)


SHIFT_CREW = Detector(
    name="shift_crew",
    version="1",
    violation="coordination",
    about=(
        "Paid commenters work in shifts: one stops, the next begins, at the same targets, week after week. A stint is a run of acts of one account "
        "on one target, an hour and a half at least; a handover is a stint that begins within twenty minutes of another's end. People of other habits and "
        "time zones follow one another too, but not to the minute: stints that end and begin twenty to sixty minutes apart tell how many handovers "
        "habit alone makes. Pairs at three times that or more, in two weeks or more, at a false-discovery rate of 1 %, make crews. What is said is not read. It shows that "
        "work is divided, which is no deceit: likely needs shared devices or papers, or one batch of sign-ups. Score: doubt is 0.65, times 0.4 for shared "
        "devices, 0.4 for shared papers, 0.5 for a batch. First remedy: count the crew's votes once, not one by one."
    ),
    reads={
        "actions?": "account_id at object_id target_account_id",
        "posts?": "post_id account_id at target_id",
        "accounts": "account_id handle status? kind?",
        "sign_ups": "account_id born place everyone",
        "tokens?": "account_id kind token",
    },
    derives=(SIGN_UPS,),
    params={
        "accounts": Param(3, "accounts", 3, 1000, "fewest accounts of a batch of sign-ups"),
        "weeks": Param(3, "weeks", 2, 100, "fewest weeks in which a crew must have handed over"),
        "hours": HOURS,
    },
    classes=("behaviour", "device", "identity", "profile"),
    steps=(
        Sql("acts", _ACTS),
        Groups("crews", "acts", ("world",), _crews, _CREWS),
        Sql("own", _OWN),
        *HANDS,
        Sql("signs", OF_MOST),
        Sql("found", _FOUND),
    ),
    says=(
        "{handle} takes turns with {fellows} other accounts at {target} and the like: in {weeks} weeks {handovers} times one began within 20 min of "
        "the other's end, where their habits alone would give {expected}{signs}"
    ),
    links=("targets", "tokens"),
    mistakes=(
        Mistake(
            "Readers in other time zones come when those here go to bed.",
            "their hours vary: what lies half an hour beside a handover is what habit makes likely",
            "night owls and early birds",
        ),
        Mistake(
            "Everybody comes to the show in the evening.",
            "who comes at the same time takes no turns",
            "regulars of the same evening",
        ),
        Mistake(
            "A newsroom or a service desk hands over at six.",
            "who says openly which organisation it is, is not named",
            "a desk of an organisation",
        ),
        Mistake(
            "Volunteers who keep a channel in order divide the day among them.",
            "dividing work is never above possible, and the first remedy touches the counting, not the people",
        ),
        Mistake("Shifts of less than an hour and a half, or without acts for two hours, are missed.", "`coaction_ring` sees who acts together"),
    ),
    examples=(
        Example("two by two through the day, for four weeks", world(shifts()), finds=_all(0.35, "possible")),
        Example("likes in shifts", world(shifts(verb="like")), finds=_all(0.35, "possible")),
        Example("shifts that change every week", world(shifts(rota=True)), finds=_all(0.35, "possible")),
        Example("on three devices", world(shifts(), more=DESK), finds=_all(0.74, "likely")),
        Example("paid from one account", world(shifts(), more=PAYMENT), finds=_all(0.74, "likely")),
        Example("one network, a device each and one that a campus uses", world(shifts(), more=CAMPUS), finds=_all(0.35, "possible")),
        Example("made in one batch", world(shifts(), born=BATCH), finds=_all(0.675, "likely")),
        Example("one of them is closed", world(shifts(), status={"s3": "suspended"}), finds=_all(0.35, "possible", [s for s in _SIX if s != "s3"])),
        Example("one after the other, at different places", world(shifts(apart=True))),
        Example("two weeks of it", world(shifts(days=14))),
        Example("before it happened", world(shifts()), as_of="2025-03-08"),
        Example("likes before it happened", world(shifts(verb="like")), as_of="2025-03-08"),
        Example("posts that answer nothing", world(shifts(verb="note"))),
        Example("a desk of an organisation", world(shifts(), kind="organisation")),
        Example("night owls and early birds", world(night_owls())),
        Example("regulars of the same evening", world(regulars())),
    ),
    references=(
        "design/domain.md L4e: shift work patterns of paid posters",
        "King, Pan and Roberts, How the Chinese Government Fabricates Social Media Posts for Strategic Distraction, APSR 2017",
        "Benjamini and Hochberg, Controlling the false discovery rate, 1995",
    ),
)  # fmt: skip
