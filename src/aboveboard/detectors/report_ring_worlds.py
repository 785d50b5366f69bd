"""The small worlds that show `report_ring` firing and staying quiet."""

from __future__ import annotations

from collections.abc import Sequence

from aboveboard.core import Tier
from aboveboard.derived.drawn_acts import held
from aboveboard.derived.drawn_follows import on_day
from aboveboard.derived.drawn_reports import Filing, everyday, reported, sent_to_report
from aboveboard.detector import Example
from aboveboard.examples import drawn

__all__ = ["EXAMPLES"]

Found = tuple[tuple[str, float, Tier], ...]

_CREW = [f"crew{n}" for n in range(8)]
_TWO = held(device_1=_CREW[:3], device_2=_CREW[3:])
_CAMPUS = held(
    device_1=[*_CREW, *(f"p{n}" for n in range(9))],
    network_1=_CREW,
    **{f"device_2{n}": [c] for n, c in enumerate(_CREW)},
)
_HAND = {"payment_1": _CREW, "network_1": [*_CREW, "p5"]}
_ROOM = held(network_1=_CREW, **{f"device_2{n}": [c] for n, c in enumerate(_CREW)})


def _each(members: int, score: float, tier: Tier, who: str = "crew") -> Found:
    return tuple((f"{who}{n}", score, tier) for n in range(members))


def _shields(targets: int, whom: str = "v") -> Found:
    return tuple((f"{whom}{n}", 0.2, "inconclusive") for n in range(targets))


def _burst(*more: Sequence[Filing], extra: str = "", **how: object) -> str:
    return reported(everyday(), sent_to_report("crew", 8, 1, 9), *more, extra=extra, **how)  # pyright: ignore[reportArgumentType]


def _rings(*more: Sequence[Filing], extra: str = "", **how: object) -> str:
    return reported(everyday(), sent_to_report("crew", 8, 4, 60), *more, extra=extra, **how)  # pyright: ignore[reportArgumentType]


def _follows(*pairs: tuple[str, str]) -> str:
    others = [(f"p{n}", f"q{(n * 7 + k) % 50}") for n in range(60) for k in range(6)]
    return drawn("follows", "follower_id | target_id", [*others, *pairs])


_AUDIENCE = _follows(*((c, "boss") for c in _CREW[:7]), *((f"p{n}", "boss") for n in range(4)))


def _warned(*rows: tuple[str, float, str, float | None]) -> str:
    told = [(who, on_day(day), what, "" if back is None else on_day(back)) for who, day, what, back in rows]
    return drawn("warnings", "account_id | at | violation | withdrawn_at", told)


def _posts(*rows: tuple[str, float, str]) -> str:
    """Draw posts: who, when, and whom or which post it answers."""
    return drawn("posts", "post_id | account_id | at | target_id", [(f"s{n}", who, on_day(day), to) for n, (who, day, to) in enumerate(rows)])  # fmt: skip


def _removed(*days: float | None) -> str:
    """Draw the post that the crew reports of each target, and when it was removed."""
    rows = [(f"vpost{n}", f"v{n}", on_day(30), "" if day is None else on_day(day)) for n, day in enumerate(days)]
    return drawn("posts", "post_id | account_id | at | removed_at", rows)


def _of_one(acts: Sequence[Filing]) -> list[Filing]:
    """Say that all that is reported is one account's."""
    return [f._replace(target="v0") for f in acts]


def _views(count: int, target: str, day: float) -> list[Filing]:
    return [Filing(f"o{n}", day, f"post of {target}", target, verb="view") for n in range(count)]


_STAR = _follows(
    *((f"p{n}", "star") for n in range(60)),
    *((c, who) for c in _CREW for who in ("star", *(f"q{k}" for k in range(0, 40, 3)))),
)
_FAMOUS = _follows(
    *((c, "boss") for c in _CREW[:7]), *((f"p{n}", "boss") for n in range(4)), *((who, "star") for who in (*_CREW, *(f"p{n}" for n in range(60))))
)  # fmt: skip
_KNOWN = [Filing("p1", 99, "post1", "q1", "rejected")]
_VOTED = [Filing("p1", 99, "post1", "q1", "accepted", verb="vote")]
_OTHERS = [f"squad{n}" for n in range(20)]
_CALLERS = _follows(*((c, "w0") for c in _CREW), *((s, "chief") for s in _OTHERS))
_PAST = [("p1", 5, c) for c in _CREW] + [("v0", 5, "p2"), ("v0", 20, "q9")]


EXAMPLES = (
    Example("eight accounts at four targets", _rings(gone=["crew0"]), finds=(*_each(8, 0.4, "possible")[1:], *_shields(4))),
    Example("on shared devices", _burst(extra=_TWO), finds=(*_each(8, 0.76, "likely"), *_shields(1))),
    Example(
        "paid from one account, and at four targets", _rings(extra=held(payment_1=_CREW)), finds=(*_each(8, 0.76, "likely"), *_shields(4))
    ),
    Example("made in one batch", _rings(born={"crew": (1, 1 / 24)}), finds=(*_each(8, 0.7, "likely"), *_shields(4))),
    Example("made in one batch, at one target", _burst(born={"crew": (1, 1 / 24)}), finds=(*_each(8, 0.7, "possible"), *_shields(1))),
    Example(
        "made in one batch, and following one account", _burst(born={"crew": (1, 1 / 24)}, extra=_AUDIENCE),
        finds=(*_each(7, 0.79, "likely"), ("crew7", 0.7, "possible"), *_shields(1)),
    ),
    Example("a call that an audience follows", _burst(extra=_AUDIENCE), finds=(*_each(7, 0.58, "possible"), *_shields(1))),
    Example("warned before", _rings(extra=_warned(("crew0", 30, "report_abuse", None), ("crew1", 30, "clickbait", None), ("crew2", 30, "report_abuse", 35),
        ("crew3", 300, "report_abuse", None))), finds=(("crew0", 0.7, "likely"), *_each(8, 0.4, "possible")[1:], *_shields(4))),
    Example(
        "the same thing again and again", reported(everyday(), sent_to_report("crew", 8, 4, 60, times=3)),
        finds=(*_each(8, 0.7, "likely"), *_shields(4)),
    ),
    Example(
        "where everybody says it twice", reported(everyday(times=2), sent_to_report("crew", 8, 4, 60, times=2)),
        finds=(*_each(8, 0.4, "possible"), *_shields(4)),
    ),
    Example(
        "one of them mostly right elsewhere", _burst([Filing("crew7", 200 + 9 * n, f"post{n}", f"q{n}", "accepted") for n in range(4)], extra=_TWO),
        finds=(*_each(7, 0.76, "likely"), *_shields(1)),
    ),
    Example(
        "one of their targets is reported by many others", _rings(sent_to_report("fan", 20, 1, 1500)),
        finds=(*_each(8, 0.4, "possible"), *_shields(4)[1:]),
    ),
    Example(
        "two callers", _burst(sent_to_report("squad", 20, 1, 9, day=90, whom="w"), extra=_CALLERS),
        finds=(*_each(8, 0.58, "possible"), *_each(20, 0.58, "possible", "squad"), *_shields(1), *_shields(1, "w")),
    ),
    Example(
        "looked at by few, or at another time, or another", _burst(_views(7, "v0", 39.9), _views(9, "v0", 10), _views(9, "v0", 60), _views(9, "q1", 39.9), extra=_AUDIENCE),
        finds=(*_each(7, 0.58, "possible"), *_shields(1)),
    ),
    Example(
        "they wrote to the target first, which answered", _burst(extra=_posts(*_PAST, *((c, 10, "v0") for c in _CREW), *(("v0", 20, c) for c in _CREW)) + _TWO),
        finds=(*_each(8, 0.76, "likely"), *_shields(1)),
    ),
    Example(
        "they liked it together", reported(everyday(), [f._replace(verb="like") for f in sent_to_report("crew", 8, 4, 60)], extra=_TWO),
    ),
    Example("everybody follows the star", _burst(extra=_STAR)),
    Example("its own followers turn away", _burst(extra=_follows(*((c, "v0") for c in _CREW)))),
    Example(
        "most of it rejected", reported(everyday(), sent_to_report("crew", 8, 4, 60, outcome="rejected")),
        finds=(*_each(8, 0.7, "likely"), *_shields(4)),
    ),
    Example("staff of a body that says so", _burst(extra=_TWO, bodies="crew"), finds=(*_each(8, 0.76, "possible"), *_shields(1))),
    Example("many honest people report one viral scam", reported(everyday(), sent_to_report("fan", 40, 1, 300))),
    Example("a viral thing in one audience", reported(everyday(), sent_to_report("crew", 8, 1, 9), _views(9, "v0", 39.9), extra=_AUDIENCE)),
    Example("a campus device, one network, a device each", _burst(extra=_CAMPUS)),
    Example("a class in one room", _burst(extra=_ROOM, born={"crew": (1, 1 / 24)})),
    Example("volunteers who are right", reported(everyday(), sent_to_report("crew", 8, 3, 60, outcome="accepted"), extra=_TWO)),
    Example("people the target wrote to first", _burst(extra=_posts(*_PAST, ("p9", 3, "v0"), *((c, 3, "p9") for c in _CREW), *(("v0", 20, c) for c in _CREW)) + _TWO)),
    Example(
        "three accounts",
        reported(
            everyday(), sent_to_report("crew", 5, 1, 9),
            [Filing(f"crew{m}", 200 + 9 * n, f"post{n}", f"q{9 * m + n}", "accepted") for n in range(4) for m in (3, 4)],
            extra=held(device_1=_CREW[:5]),
        ),
    ),
    Example(
        "over days, one after the other", reported(everyday(), sent_to_report("crew", 8, 8, 4 * 1440)),
        finds=(*_each(8, 0.4, "possible"), *_shields(8)),
    ),
    Example(
        "the same posts of one account", reported(everyday(), _of_one(sent_to_report("crew", 8, 4, 60)), extra=_removed(60)),
        finds=(*_each(8, 0.4, "possible"), *_shields(1)),
    ),
    Example("many people, and one account that offends again and again", reported(everyday(), _of_one(everyday(40, 30, 2)))),
    Example("what they reported was removed", _rings(_VOTED, extra=_removed(60, 60, 60, 60))),
    Example("two of it removed, the rest not yet looked at", _rings(extra=_removed(57, 57)), as_of="2025-02-28"),
    Example("whom they reported was closed", _rings(ended=dict.fromkeys(("v0", "v1", "v2", "v3"), ("suspended", "terms")))),
    Example(
        "two of it removed, the rest never", _rings(extra=_removed(60, 60)), finds=(*_each(8, 0.4, "possible"), *_shields(4)),
    ),
    Example(
        "removed before, or to be removed", _rings(extra=_removed(35, 35, 500, 500)), finds=(*_each(8, 0.4, "possible"), *_shields(4)),
    ),
    Example(
        "who left at their own request", _rings(ended=dict.fromkeys(("v0", "v1", "v2", "v3"), ("closed", "request"))),
        finds=(*_each(8, 0.4, "possible"), *_shields(4)),
    ),
    Example(
        "who was closed, and opened again", _rings(ended=dict.fromkeys(("v0", "v1", "v2", "v3"), ("active", ""))),
        finds=(*_each(8, 0.4, "possible"), *_shields(4)),
    ),
    Example(
        "removed, where outcomes are kept", _rings(_KNOWN, extra=_removed(60, 60, 60, 60)), finds=(*_each(8, 0.4, "possible"), *_shields(4)),
    ),
    Example(
        "a clean record, kept elsewhere", reported(
            everyday(400), sent_to_report("crew", 8, 6, 60, outcome="rejected"), [Filing("crew7", 100 + 9 * n, f"post{n}", f"q{n}", "accepted") for n in range(15)],
        ), finds=(*_each(8, 0.7, "likely"), *_shields(6)),
    ),
    Example(
        "a family, to one of whom the target wrote", _burst(extra=_posts(("v0", 38, "crew7")) + held(payment_1=_CREW)),
        finds=(*_each(7, 0.76, "possible"), *_shields(1)),
    ),
    Example(
        "one hand, and a stranger to whom the target wrote",
        _burst([Filing("p5", 44, "vpost0", "v0"), Filing("crew0", 90, "post9", "q9")], extra=_posts(("v0", 38, "p5"), ("q9", 80, "crew0")) + held(**_HAND)),
        finds=(*_each(8, 0.76, "likely"), *_shields(1)),
    ),
    Example(
        "one hand at four targets, one of which wrote to it", _rings(extra=_posts(("v3", 38, "crew7")) + held(payment_1=_CREW)),
        finds=(*_each(8, 0.76, "likely"), *_shields(4)),
    ),
    Example("followers of one to whom the target wrote", _burst(extra=_AUDIENCE + _posts(("v0", 38, "boss")))),
    Example(
        "the target wrote to others, or long before, or after",
        _burst(extra=_FAMOUS + _posts(("q9", 39, "boss"), ("v0", 39, "q9"), ("v0", 39, "star"), ("v0", 20, "boss"), ("v0", 50, "boss"))),
        finds=(*_each(7, 0.58, "possible"), *_shields(1)),
    ),
    Example("before it happened", _burst(extra=_TWO), as_of="2025-02-01"),
)  # fmt: skip
