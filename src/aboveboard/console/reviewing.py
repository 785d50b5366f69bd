"""From what was decided and looked at again to the page about review: plain values in, a view out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median

from aboveboard.console.meaning import Act, coefficients, rubber_stamped
from aboveboard.console.views.review import Agreement, Check, Reviewer
from aboveboard.console.views.rooms import Concern
from aboveboard.evaluation.measures import wilson

__all__ = ["Did", "agreements", "reviewers", "stamped"]

_PARTS = 3


@dataclass(frozen=True, slots=True)
class Did:
    """One decision as its review shows it: the act, the violation, what was decided, what the machine proposed, and the kinds of parts opened."""

    act: Act
    violation: str
    action: str
    proposed: str
    parts: tuple[str, ...] = ()


def agreements(did: Iterable[Did], checks: Iterable[Check]) -> tuple[Agreement, ...]:
    """Return how far people agree with each other, with known answers and with the machine: over all, then by violation."""
    pairs = defaultdict[tuple[str, str], list[tuple[str, str]]](list)
    for c in checks:
        for violation in ("", c.violation):
            pairs[c.kind, violation].append((c.was, c.action))
    for d in did:
        for violation in ("", d.violation):
            pairs["machine", violation].append((d.proposed, d.action))
    order = {"golden": 0, "second": 1, "machine": 2}
    return tuple(_agreement(*key, pairs[key]) for key in sorted(pairs, key=lambda k: (order[k[0]], k[1])))


def _agreement(what: str, violation: str, pairs: Sequence[tuple[str, str]]) -> Agreement:
    same, n = sum(a == b for a, b in pairs), len(pairs)
    kappa, ac1 = coefficients(pairs)
    return Agreement(what, violation, n, same, *wilson(same / n, n), kappa, ac1)


def stamped(did: Iterable[Did]) -> tuple[Concern, ...]:
    """Return who decided too fast to have looked (scenario S11)."""
    return tuple(
        Concern("rubber_stamp", s.by, s.last_at, f"{s.by} decided {s.count} cases in {s.seconds:.1f} s each, all as the machine proposed, and opened nothing.")
        for s in rubber_stamped(d.act for d in did)
    )  # fmt: skip


def reviewers(did: Sequence[Did], checks: Sequence[Check]) -> tuple[Reviewer, ...]:
    """Return one line for each person, by name."""
    by = defaultdict[str, list[Did]](list)
    for d in did:
        by[d.act.by].append(d)
    for name in {c.by for c in checks}:
        by.setdefault(name, [])
    odd = {c.who for c in stamped(did)}
    answered = {kind: _answered(c for c in checks if c.kind == kind) for kind in ("golden", "second")}
    return tuple(_reviewer(name, by[name], answered, stamp=name in odd) for name in sorted(by))


def _answered(checks: Iterable[Check]) -> Mapping[str, tuple[int, int]]:
    right, of = Counter[str](), Counter[str]()
    for c in checks:
        of[c.by] += 1
        right[c.by] += c.was == c.action
    return {name: (right[name], of[name]) for name in of}


def _reviewer(
    name: str, did: list[Did], answered: Mapping[str, Mapping[str, tuple[int, int]]], *, stamp: bool
) -> Reviewer:
    times = sorted(d.act.at for d in did)
    gaps = [(b - a).total_seconds() for a, b in pairwise(times)]
    parts = Counter(p for d in did for p in d.parts)
    return Reviewer(
        name, len(did), median(gaps) if gaps else None, median([d.act.seconds for d in did]) if did else 0.0, fmean([d.act.opened for d in did]) if did else 0.0,
        tuple(p for p, _ in parts.most_common(_PARTS)), (sum(d.act.agreed for d in did), len(did)), answered["golden"].get(name, (0, 0)),
        answered["second"].get(name, (0, 0)), stamped=stamp,
    )  # fmt: skip
