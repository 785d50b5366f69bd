"""What sessions, tokens, changes and texts tell about who plays an account: signs, the shipped model, and its reasons in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.models.additive import Additive, Floats, loaded
from aboveboard.models.prior import share

__all__ = ["CLASSES", "SIGNS", "Sign", "common", "explained", "shipped", "told_of"]

_PARTS: Final = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0)
_COUNTS: Final = (0.0, 1.0, 2.0, 3.0, 5.0, 8.0, 13.0)
_MORE: Final = (1.0, 2.0, 4.0, 8.0)
"""One other account with the same papers or payment may be one's own."""


class Sign(NamedTuple):
    """A sign: where its curve may bend, whether it may only rise (1) or fall (-1), its class of evidence, and how it is said."""

    name: str
    knots: tuple[float, ...]
    sense: int
    kind: str
    said: str


SIGNS: Final = (
    Sign("hands", _COUNTS, 0, "device", "groups of devices that never met the holder's: {count}"),
    Sign("lasting", _COUNTS, 1, "device", "groups of such devices that came back on another day: {count}"),
    Sign("fan", (0.0, 1.0, 2.0, 3.0, 5.0, 8.0), 0, "device", "accounts that the busiest strange device plays: {count}"),
    Sign("once", _COUNTS, 1, "device", "devices that came for one day only and play nothing else: {count}"),
    Sign("exits", _PARTS, -1, "device", "sessions of strangers that came through networks of many: {share} %"),
    Sign("regions", (0.0, 1.0, 2.0, 3.0, 5.0, 8.0), 1, "device", "other regions from which strangers play: {count}"),
    Sign("near", _PARTS, 0, "device", "sessions of strangers in the holder's own region, where it is known: {share} %"),
    Sign("switches", (0.0, 0.2, 0.5, 1.0, 1.5, 2.0), 0, "behaviour", "changes of hands for each session of a stranger: {ratio}"),
    Sign("close", _COUNTS, 0, "behaviour", "days on which hands changed within twenty minutes: {count}"),
    Sign("turns", _COUNTS, 1, "behaviour", "times that strangers came: {count}"),
    Sign("stay", (0.0, 2.0, 4.0, 7.0, 14.0, 28.0), 1, "behaviour", "longest stay of strangers before the holder was back, in days: {count}"),
    Sign("quiet", (0.0, 0.01, 0.03, 0.06, 0.1, 0.15, 0.2), 1, "behaviour", "sessions in the six quietest hours of the day: {share} %"),
    Sign("apart", (0.0, 0.02, 0.05, 0.1, 0.2), 1, "behaviour", "holder and strangers keep other hours of the day"),
    Sign("before", _PARTS, 0, "behaviour", "sessions of strangers before the holder was first there: {share} %"),
    Sign("after", _PARTS, 0, "behaviour", "sessions of strangers after the holder was last there: {share} %"),
    Sign("weeks", _COUNTS, 0, "behaviour", "weeks in which strangers played: {count}"),
    Sign("pace", (-1.5, -0.75, 0.0, 0.5, 1.0, 1.5), 0, "behaviour", "how much longer a day strangers play than the holder: {times} times"),
    Sign("length", (-1.5, -0.75, 0.0, 0.5, 1.0), 0, "behaviour", "how much longer a session of strangers takes than one of the holder: {times} times"),
    Sign("mixed", (0.0, 0.2, 0.4, 0.6, 0.8, 1.0), 0, "behaviour", "days of strangers on which the holder plays too: {share} %"),
    Sign("kin", (0.0, 1.0, 2.0), -1, "device", "a device of somebody of the same home or papers is among them"),
    Sign("payers", _MORE, 1, "identity", "accounts at no common place with the same means of payment: {count}"),
    Sign("papers", _MORE, 1, "identity", "accounts at no common place with the same papers: {count}"),
    Sign("rebound", (0.0, 1.0, 2.0, 3.0), 1, "identity", "of telephone, mail and payment, replaced when other hands took over: {count}"),
    Sign("dressed", (0.0, 1.0, 2.0, 3.0), 1, "profile", "parts of the profile that changed when other hands took over: {count}"),
    Sign("offered", (0.0, 1.0, 2.0, 4.0, 6.0), 1, "content", "it offered an account"),
)  # fmt: skip
"""What adds up. A sign without a sense may tell for either side: a mover's new telephone looks like a buyer's."""

CLASSES: Final = tuple(dict.fromkeys(s.kind for s in SIGNS))
_SMALLEST, _SAID, _AGAINST = 0.25, 3, 1


def told_of(signs: pa.Table) -> dict[str, Floats]:
    """Return one array a sign, NaN where unknown."""
    return {
        s.name: np.asarray(
            pc.fill_null(pc.cast(signs.column(s.name), pa.float64()), float("nan")).to_numpy(), np.float64
        )
        for s in SIGNS
    }


def explained(
    signs: pa.Table, model: Additive
) -> tuple[list[list[str]], list[list[str]], list[list[str]], list[list[str]]]:
    """Return for each account the strongest facts for the score, the strongest against it, each sign's part, and the classes that hold a nat.

    A part is what a sign adds beyond what it adds for innocent accounts on average: `turns +2.31` (nats of evidence). Meant for the few accounts that are shown, not for all of them.
    """
    known = {s.name: s for s in SIGNS}
    shown = [known[n] for n in model.names]
    nats, rows = _beyond_usual(signs, model), signs.to_pylist()
    order = np.argsort(-nats, axis=1, kind="stable")
    return (
        [_said(row, part, at[:_SAID], shown, 1) for row, part, at in zip(rows, nats, order, strict=True)],
        [_said(row, part, at[::-1][:_AGAINST], shown, -1) for row, part, at in zip(rows, nats, order, strict=True)],
        [
            [f"{shown[i].name} {part[i]:+.2f}" for i in at if abs(part[i]) >= _SMALLEST]
            for part, at in zip(nats, order, strict=True)
        ],
        [_classes(part, shown) for part in nats],
    )


def _beyond_usual(signs: pa.Table, model: Additive) -> Floats:
    told = told_of(signs)
    known = np.stack([~np.isnan(told[n]) for n in model.names], axis=1)
    return model.parts(told) - known * model.usual


def common(evidence: Floats, assumed: float, doubt: float) -> float:
    """Return the share of accounts with such evidence that others play, at least `assumed`: on a service of another kind all evidence is faint."""
    return round(max(share(np.sort(evidence), np.ones(len(evidence)), assumed, doubt), assumed), 4)


def _said(row: Mapping[str, Any], part: Floats, order: Sequence[int], shown: Sequence[Sign], side: int) -> list[str]:
    return [_worded(shown[i], row[shown[i].name]) for i in order if side * part[i] >= _SMALLEST]


def _worded(sign: Sign, value: float) -> str:
    return sign.said.format(
        share=f"{100 * value:.0f}", count=f"{value:.0f}", times=f"{np.exp(value):.1f}", ratio=f"{value:.1f}"
    )


def _classes(part: Floats, shown: Sequence[Sign]) -> list[str]:
    each = {kind: sum(p for p, s in zip(part, shown, strict=True) if s.kind == kind) for kind in CLASSES}
    return [kind for kind, sum_ in each.items() if sum_ >= 1]


@cache
def shipped() -> tuple[Additive, Mapping[str, Any]]:
    """Return the model that comes with the program, and its card. Raises `ValueError` where the file was changed."""
    return loaded(files("aboveboard.models").joinpath("data/sharing.json").read_text("utf-8"))
