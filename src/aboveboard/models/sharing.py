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

__all__ = ["CLASSES", "SIGNS", "Sign", "explained", "shipped", "told_of"]

_SHARES: Final = (0.0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7)
_PARTS: Final = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0)
_COUNTS: Final = (0.0, 1.0, 2.0, 3.0, 5.0, 8.0, 13.0)
_FEW: Final = (0.0, 1.0, 2.0, 4.0, 8.0)


class Sign(NamedTuple):
    """A sign: where its curve may bend, whether it may only rise (1) or fall (-1), its class of evidence, and how it is said."""

    name: str
    knots: tuple[float, ...]
    sense: int
    kind: str
    said: str


SIGNS: Final = (
    Sign("strange", _SHARES, 1, "device", "{share} % of the sessions are on devices that never met the holder's"),
    Sign("hands", _COUNTS, 0, "device", "such devices fall into {count} groups"),
    Sign("lasting", _COUNTS, 1, "device", "{count} of them came back on another day"),
    Sign("fan", (0.0, 1.0, 2.0, 3.0, 5.0, 8.0), 0, "device", "the busiest of them plays {count} accounts as a stranger"),
    Sign("once", _COUNTS, 1, "device", "{count} devices came for one day only and play nothing else"),
    Sign("workshop", _PARTS, 1, "device", "{share} % of what strangers play is on machines that play several accounts and are nobody's home"),
    Sign("exits", _PARTS, 0, "device", "{share} % of what strangers play came through networks that many use"),
    Sign("regions", (0.0, 1.0, 2.0, 3.0, 5.0, 8.0), 1, "device", "strangers play from {count} other regions"),
    Sign("near", _PARTS, 0, "device", "{share} % of what strangers play is in the holder's own region"),
    Sign("switches", (0.0, 0.2, 0.5, 1.0, 1.5, 2.0), 0, "behaviour", "another hand takes over at {share} % of the strangers' sessions"),
    Sign("close", _COUNTS, 0, "behaviour", "on {count} days within twenty minutes"),
    Sign("turns", _COUNTS, 1, "behaviour", "strangers came {count} times"),
    Sign("stay", (0.0, 2.0, 4.0, 7.0, 14.0, 28.0), 1, "behaviour", "the longest of their stays, with the holder away, took {days} days"),
    Sign("quiet", (0.0, 0.01, 0.03, 0.06, 0.1, 0.15, 0.2), 1, "behaviour", "even in its six quietest hours of the day are {share} % of the sessions"),
    Sign("apart", (-0.05, -0.02, 0.0, 0.02, 0.05, 0.1, 0.2), 1, "behaviour", "holder and strangers keep other hours of the day"),
    Sign("before", _PARTS, 0, "behaviour", "{share} % of what strangers played came before the holder was first there"),
    Sign("after", _PARTS, 0, "behaviour", "{share} % of what strangers play came after the holder was last there"),
    Sign("weeks", _COUNTS, 0, "behaviour", "strangers played in {count} weeks"),
    Sign("pace", (-1.5, -0.75, 0.0, 0.5, 1.0, 1.5), 0, "behaviour", "strangers play {times} as long a day as the holder"),
    Sign("length", (-1.5, -0.75, 0.0, 0.5, 1.0), 0, "behaviour", "their sessions take {times} as long as the holder's"),
    Sign("mixed", (0.0, 0.2, 0.4, 0.6, 0.8, 1.0), 0, "behaviour", "the holder plays on {share} % of the days on which strangers do"),
    Sign("kin", (0.0, 1.0, 2.0), -1, "graph", "the device of somebody of the same home or papers is among them"),
    Sign("payers", _FEW, 1, "identity", "{count} other accounts, at no common place, have the same means of payment"),
    Sign("papers", _FEW, 1, "identity", "{count} other accounts, at no common place, have the same papers"),
    Sign("renewed", (0.0, 1.0, 2.0), 0, "identity", "{count} of telephone, mail and payment were replaced"),
    Sign("rebound", (0.0, 1.0, 2.0, 3.0), 1, "identity", "{count} of them when other hands took over"),
    Sign("dressed", (0.0, 1.0, 2.0, 3.0), 1, "profile", "{count} parts of the profile changed when other hands took over"),
    Sign("offered", (0.0, 1.0, 2.0, 4.0, 6.0), 1, "content", "it offered an account"),
    Sign("asked", (0.0, 1.0, 2.0, 4.0), 1, "content", "somebody wrote it an offer of an account"),
)  # fmt: skip
"""What adds up. `near`, `switches`, `before` and `after` may tell for either side: a mover's new telephone looks like a buyer's."""

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

    Parts read `strange +2.31` (nats of evidence). Meant for the few accounts that are shown, not for all of them.
    """
    known = {s.name: s for s in SIGNS}
    shown = [known[n] for n in model.names]
    nats, rows = model.parts(told_of(signs)), signs.to_pylist()
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


def _said(row: Mapping[str, Any], part: Floats, order: Sequence[int], shown: Sequence[Sign], side: int) -> list[str]:
    return [_worded(shown[i], row[shown[i].name]) for i in order if side * part[i] >= _SMALLEST]


def _worded(sign: Sign, value: float) -> str:
    return sign.said.format(
        share=f"{100 * value:.0f}", count=f"{value:.0f}", days=f"{value:.0f}", times=f"{np.exp(value):.1f} times"
    )


def _classes(part: Floats, shown: Sequence[Sign]) -> list[str]:
    each = {kind: sum(p for p, s in zip(part, shown, strict=True) if s.kind == kind) for kind in CLASSES}
    return [kind for kind, sum_ in each.items() if sum_ >= 1]


@cache
def shipped() -> tuple[Additive, Mapping[str, Any]]:
    """Return the model that comes with the program, and its card. Raises `ValueError` where the file was changed."""
    return loaded(files("aboveboard.models").joinpath("data/sharing.json").read_text("utf-8"))
