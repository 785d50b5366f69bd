"""Accounts that like, share, answer or link the same objects at the same time, far beyond what their activity explains."""

from __future__ import annotations

from aboveboard.core import Tier
from aboveboard.derived.coaction_rings import COACTION_RINGS
from aboveboard.derived.drawn_acts import acts, crew, held, regulars
from aboveboard.derived.shared_hands import HANDS, HOURS, OF_MOST
from aboveboard.derived.sign_ups import SIGN_UPS
from aboveboard.detector import Detector, Example, Mistake, Param, Sql

_OWN = """
SELECT account_id, ring, first_at, last_at FROM coaction_rings
WHERE size >= $accounts AND coalesce(pace >= $pace, true) AND 2 * owned < 1
"""

_JUDGED = """
SELECT account_id, a.handle, coalesce(a.kind, 'unknown') = 'organisation' AS body, ring, c.joint, c.expected, c.size, c.objects, c.span, c.pace, c.share, c.place, c.led, c.ordered, c.at_once,
  c.stability, c.others, c.pairs, c.acted_on, c.verb, c.place_with, c.place_without, c.first_at, c.last_at, s.tokens, s.device, s.identity, s.made,
  (c.ordered >= $order AND c.order_chance * 1000000 < 1) AS queued, (2 * c.at_once >= c.objects AND c.at_once >= $at_once) AS instant
FROM coaction_rings AS c JOIN signs AS s USING (account_id, ring) JOIN accounts AS a USING (account_id)
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

_FOUND = """
SELECT account_id, handle, ring AS "group", joint, objects, size - 1 AS fellows, expected, pace, share, place, led, ordered, at_once, stability,
  others, pairs, acted_on, place_with, place_without, tokens, first_at, last_at,
  span,
  CASE verb WHEN 'comment' THEN 'answered' WHEN 'url' THEN 'linked' WHEN 'topic' THEN 'tagged' WHEN 'like' THEN 'liked' WHEN 'share' THEN 'shared'
    WHEN 'vote' THEN 'voted on' WHEN 'star' THEN 'starred' WHEN 'gift' THEN 'gave to' ELSE 'acted on' END AS did,
  concat(CASE WHEN pace IS NULL THEN '' ELSE concat('; others who did met ', CAST(CAST(floor(pace) AS BIGINT) AS VARCHAR), ' times less') END,
    CASE WHEN place_without IS NULL THEN '' ELSE concat('; the middle one of these objects came to place ', CAST(place_with AS VARCHAR), ' of its day instead of ',
      CAST(place_without AS VARCHAR)) END,
    CASE WHEN device THEN '; most of them share devices' ELSE '' END,
    CASE WHEN identity THEN '; most of them share phones, mail, payments or papers' ELSE '' END,
    CASE WHEN made THEN '; most of them signed up in one batch' ELSE '' END,
    CASE WHEN queued THEN '; they come in the same order every time' ELSE '' END,
    CASE WHEN instant THEN '; mostly several in the same second' ELSE '' END) AS signs,
  round(1 - CAST(0.6 AS DOUBLE) * CASE WHEN joint >= $sure THEN 0.7 ELSE 1 END * CASE WHEN device THEN 0.4 ELSE 1 END
    * CASE WHEN identity THEN 0.4 ELSE 1 END * CASE WHEN made THEN 0.5 ELSE 1 END * CASE WHEN queued OR instant THEN 0.5 ELSE 1 END, 4) AS score,
  CASE WHEN NOT body AND (device OR identity OR made OR queued OR instant) THEN 'likely' ELSE 'possible' END AS tier,
  ['graph', CASE WHEN device THEN 'device' END, CASE WHEN identity THEN 'identity' END,
    CASE WHEN made OR queued OR instant THEN 'behaviour' END] AS classes
FROM judged
"""

_CREW = [f"crew{n}" for n in range(6)]
_DEVICES = held(device_1=_CREW[:3], device_2=_CREW[3:])
_CAMPUS = held(
    device_1=[*_CREW, *(f"p{n}" for n in range(9))],
    network_1=_CREW,
    **{f"device_2{n}": [c] for n, c in enumerate(_CREW)},
)
_ROOM = held(network_1=_CREW, **{f"device_2{n}": [c] for n, c in enumerate(_CREW)})


_SAID = {"comment": "threads", "url": "links", "topic": "tags"}


def _aside(who: str, members: int) -> str:
    """Draw a comment of each account on nothing in particular, all within minutes."""
    return "\n".join(f"{who}{m} | {40 + m / 5000:.6f} | comment |  | star" for m in range(members))


def _each(members: int, score: float, tier: Tier) -> tuple[tuple[str, float, Tier], ...]:
    return tuple((f"crew{n}", score, tier) for n in range(1, members))  # the first is suspended


COACTION_RING = Detector(
    name="coaction_ring",
    version="1",
    violation="coordination",
    about=(
        "Steered accounts do the same jobs at the same time: like, share, answer, link or tag one object within seconds to an hour of one "
        "another, again and again. All meetings of two accounts at one object are counted and dealt out to accounts by what each did in that "
        "stretch of time, so that neither a busy account, nor a popular object, nor a busy hour makes a pair remarkable; what exceeds it at a "
        "false-discovery rate of 1 % makes rings, and a ring is judged as a whole: each member against its own activity, all of them against "
        "any choice of as many accounts and objects, and their pace against outsiders at the same objects. What is said there is not read. "
        "It shows coordination, which is no deceit: likely needs shared devices or papers, one batch of sign-ups, or the same order or second every "
        "time, as one program would. Score: doubt is 0.6, times 0.7 for many joint objects, 0.4 for shared devices, 0.4 for shared papers, 0.5 for "
        "a batch, 0.5 for a program's order or second. First remedy: count the ring's votes once, not one by one."
    ),
    reads={
        "coaction_rings": (
            "ring account_id joint expected size objects span others owned place led ordered order_chance at_once pace share stability pairs "
            "acted_on verb place_with place_without first_at last_at"
        ),
        "accounts": "account_id handle status? kind?",
        "sign_ups": "account_id born place everyone",
        "tokens?": "account_id kind token",
    },
    derives=(COACTION_RINGS, SIGN_UPS),
    params={
        "accounts": Param(4, "accounts", 3, 1000, "fewest members of a ring, and of a batch of sign-ups"),
        "pace": Param(
            2, "times", 1, 1000, "how many times more often members must meet than outsiders of the same objects"
        ),
        "sure": Param(10, "objects", 3, 1000, "joint objects from which doubt is less"),
        "order": Param(0.7, "concordance", 0.1, 1, "from which order of arrival on a ring comes in a queue"),
        "at_once": Param(5, "objects", 2, 1000, "fewest objects acted on in one second that show a program"),
        "hours": HOURS,
    },
    classes=("graph", "behaviour", "device", "identity"),
    steps=(
        Sql("own", _OWN),
        *HANDS,
        Sql("signs", OF_MOST),
        Sql("judged", _JUDGED),
        Sql("found", _FOUND),
    ),
    says=(
        "{handle} and {fellows} other accounts {did} the same {objects} objects within {span} of one another; it did so {joint} times, and by chance an account as "
        "active would {expected} times{signs}"
    ),
    links=("acted_on", "tokens"),
    mistakes=(
        Mistake(
            "Regulars come to the same show or thread every evening.",
            "a ring must meet twice as often as the outsiders who come to the same objects",
            "regulars of an evening show",
        ),
        Mistake(
            "Friends answer and like one another.",
            "a ring half of whose objects belong to its members is passed over",
            "a circle of friends",
        ),
        Mistake(
            "Fans, unions, petitioners and charity drives act together openly; newsrooms share one wire story.",
            "acting together alone is one class of evidence, never above possible, and the first remedy touches the counting, not the people",
            "a drive of many",
        ),
        Mistake(
            "One person or office runs several accounts openly and posts to all of them at once.",
            "the policy asks a person before any action; the pairs and the objects are in the finding",
        ),
        Mistake(
            "Newsrooms publish one agency's stories by a program, in the same second.",
            "who says openly which organisation it is hides no owner: never above possible",
            "newsrooms in the same second",
        ),
        Mistake(
            "Hundreds vote in the same seconds because a show has opened the vote.",
            "the same second counts only beyond what the seconds next to it explain",
            "a throng within seconds",
        ),
        Mistake(
            "A class signs up in one lesson and works together; people sign up for one occasion.",
            "joining together is no batch where each has a device and a network of one's own or all sit in one place, nor for an occasion soon over",
            "a class in one room",
        ),
        Mistake(
            "Rings that share fewer than three objects, or act days apart, are missed.",
            "other detectors read their texts and tokens",
        ),
    ),
    examples=(
        Example(
            "six accounts at six objects within minutes", acts(crew("crew", 6, 6, 5)), finds=_each(6, 0.4, "possible")
        ),
        Example("four accounts within an hour", acts(crew("crew", 4, 5, 50)), finds=_each(4, 0.4, "possible")),
        Example("many at three objects", acts(crew("crew", 12, 3, 5)), finds=_each(12, 0.4, "possible")),
        Example("at ten objects", acts(crew("crew", 5, 10, 5)), finds=_each(5, 0.58, "possible")),
        Example("always in the same order", acts(crew("crew", 6, 12, 5, order=True)), finds=_each(6, 0.79, "likely")),
        Example("always in the same second", acts(crew("crew", 5, 6, 0)), finds=_each(5, 0.7, "likely")),
        Example("on shared devices", acts(crew("crew", 6, 6, 5), extra=_DEVICES), finds=_each(6, 0.76, "likely")),
        Example(
            "paid from one account",
            acts(crew("crew", 6, 6, 5), extra=held(payment_1=_CREW)),
            finds=_each(6, 0.76, "likely"),
        ),
        Example(
            "made in one batch", acts(crew("crew", 6, 6, 5), born={"crew": (1, 1 / 24)}), finds=_each(6, 0.7, "likely")
        ),
        Example(
            "a campus device, one network, a device each",
            acts(crew("crew", 6, 6, 5), extra=_CAMPUS),
            finds=_each(6, 0.4, "possible"),
        ),
        Example(
            "a class in one room",
            acts(crew("crew", 6, 6, 5), extra=_ROOM, born={"crew": (1, 1 / 24)}),
            finds=_each(6, 0.4, "possible"),
        ),
        Example(
            "newsrooms in the same second",
            acts(crew("crew", 5, 6, 0, "url"), bodies="crew"),
            finds=_each(5, 0.7, "possible"),
        ),
        Example(
            "a throng within seconds",
            acts(crew("fan", 24, 8, 0.3)),
            finds=tuple((f"fan{n}", 0.4, "possible") for n in range(24)),
        ),
        Example(
            "two rings whose sign-ups interleave",
            acts(crew("crew", 6, 6, 5), crew("squad", 6, 6, 6), born={"crew": (1, 1 / 3), "squad": (1 + 1 / 6, 1 / 3)}),
            finds=(*_each(6, 0.4, "possible"), *((f"squad{n}", 0.4, "possible") for n in range(6))),
        ),
        Example(
            "a batch while others sign up",
            acts(crew("crew", 6, 6, 5), crew("squad", 6, 6, 6), born={"crew": (1, 1 / 6), "squad": (1.02, 0.3)}),
            finds=(*_each(6, 0.7, "likely"), *((f"squad{n}", 0.4, "possible") for n in range(6))),
        ),
        *(
            Example(f"the same {what}", acts(crew("crew", 6, 6, 5, verb)), finds=_each(6, 0.4, "possible"))
            for verb, what in _SAID.items()
        ),
        *(
            Example(
                f"the same {what}, before it happened", acts(crew("crew", 6, 6, 5, verb, day=150)), as_of="2025-06-10"
            )
            for verb, what in _SAID.items()
        ),
        Example(
            "many at two threads, with other words beside", acts(crew("fan", 12, 2, 5, "comment"), _aside("fan", 12))
        ),
        Example("sellers of the same item", acts(crew("crew", 6, 6, 5, "listing"))),
        Example("friends in one another's threads", acts(crew("crew", 4, 8, 5, "comment", owner="crew1"))),
        Example("three accounts", acts(crew("crew", 3, 8, 5))),
        Example("before it happened", acts(crew("crew", 6, 6, 5)), as_of="2025-01-20"),
        Example("looking is no act", acts(crew("crew", 6, 6, 5, "view"))),
        Example("regulars of an evening show", acts(regulars("r", 5, 25, 6))),
        Example("a circle of friends", acts(crew("crew", 4, 8, 5, owner="crew1"))),
        Example("a drive of many", acts(crew("fan", 60, 2, 30))),
    ),
    references=(
        "Pacheco et al., Uncovering coordinated networks on social media, ICWSM 2021",
        "Nizzoli et al., Coordinated behavior on social media in 2019 UK general election, ICWSM 2021",
        "Chung and Lu, Connected components in random graphs with given expected degree sequences, 2002",
        "Benjamini and Hochberg, Controlling the false discovery rate, 1995",
        "Traag, Waltman and van Eck, From Louvain to Leiden, Scientific Reports 9, 2019",
        "Skillings and Mack, On the use of a Friedman-type statistic in balanced and unbalanced block designs, Technometrics 23, 1981",
    ),
)
