"""The handles that a text names with an @."""

from __future__ import annotations

import re

import pyarrow as pa

__all__ = ["mentioned"]

_NAMED = re.compile(r"[@＠]([\w.\-]+)")
_ASCII = re.compile(r"[A-Za-z0-9_.\-]+")


def mentioned(texts: pa.ChunkedArray) -> pa.Array:
    """Return the handles each text names, in lower case, as a list; null names none.

    A dot or hyphen at the end is the sentence's. A name in ASCII ends where a script without spaces goes on: @ann那里.
    """
    return pa.array([sorted(_handles(t)) if t and ("@" in t or "＠" in t) else [] for t in texts.to_pylist()], pa.list_(pa.string()))  # fmt: skip


def _handles(text: str) -> set[str]:
    whole = [m.lower() for m in _NAMED.findall(text)]
    begun = [m[0] for w in whole if (m := _ASCII.match(w))]
    return {form for n in (*whole, *begun) for form in (n, n.rstrip(".-")) if form}
