"""What an entry says that must not stay for ever: kept beside the chain, which holds its salted digest, until it is forgotten."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import sqlalchemy as sa

from aboveboard.store.schema import CONTENTS
from aboveboard.store.sealing import digest_of, seal

__all__ = ["VEILED", "unveil", "veil"]

VEILED: Mapping[str, str] = {"bars": "tokens"}
"""Stream to the part of its bodies that is kept beside the chain. Once forgotten it reads as an empty list."""


def veil(connection: sa.Connection, stream: str, subject: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a body as it is written: with a digest in the place of what is kept beside the chain."""
    part = VEILED.get(stream)
    if part is None or not body.get(part):
        return body
    return {**body, part: seal(connection, subject, {part: list(body[part])})}


def unveil(connection: sa.Connection, rows: Iterable[Mapping[Any, Any]]) -> Iterator[dict[str, Any]]:
    """Yield rows of entries with what is kept beside the chain back in its place."""
    held = [dict(r) for r in rows]
    bodies = {n: json.loads(r["body"]) for n, r in enumerate(held) if r["stream"] in VEILED}
    digests = {
        b[VEILED[held[n]["stream"]]] for n, b in bodies.items() if isinstance(b.get(VEILED[held[n]["stream"]]), str)
    }
    kept = _kept(connection, sorted(digests))
    for n, row in enumerate(held):
        if n in bodies:
            part = VEILED[row["stream"]]
            digest = bodies[n].get(part)
            known = {part: kept.get(digest, {}).get(part, [])} if isinstance(digest, str) else {}
            row["body"] = json.dumps({**bodies[n], **known})
        yield row


def _kept(connection: sa.Connection, digests: list[str]) -> dict[str, dict[str, Any]]:
    """Return what is still kept under digests. Raises `ValueError` where it was changed since."""
    query = sa.select(CONTENTS).where(CONTENTS.c.digest.in_(digests))
    found = connection.execute(query).mappings().all() if digests else ()
    for row in found:
        if digest_of(row["salt"], row["body"]) != row["digest"]:
            raise ValueError(f"what is kept under {row['digest'][:12]}… is not what was sealed")
    return {row["digest"]: json.loads(row["body"]) for row in found}
