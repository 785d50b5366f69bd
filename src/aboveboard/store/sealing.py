"""Personal data beside the ledger: an entry holds its salted digest only, so that it can be forgotten and the chain stays whole."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from aboveboard.store.entries import canonical
from aboveboard.store.schema import CONTENTS

__all__ = ["digest_of", "forget", "seal", "seal_all", "unseal", "unseal_all"]


def seal(connection: sa.Connection, subject: str, body: Mapping[str, Any]) -> str:
    """Keep `body` beside the ledger and return the digest that an entry may name, 64 hex digits."""
    return seal_all(connection, [(subject, body)])[0]


def seal_all(connection: sa.Connection, bodies: Sequence[tuple[str, Mapping[str, Any]]]) -> list[str]:
    """Keep many bodies, each with its subject, and return their digests in order."""
    rows: list[dict[str, str]] = []
    for subject, body in bodies:
        salt, text = secrets.token_hex(32), canonical(body)
        rows.append({"digest": digest_of(salt, text), "subject": subject, "salt": salt, "body": text})
    if rows:
        connection.execute(sa.insert(CONTENTS), rows)
    return [row["digest"] for row in rows]


def unseal(connection: sa.Connection, digest: str) -> dict[str, Any] | None:
    """Return what was sealed under a digest; None once it is forgotten. Raises `ValueError` where it was changed since."""
    row = connection.execute(sa.select(CONTENTS).where(CONTENTS.c.digest == digest)).mappings().one_or_none()
    if row is None:
        return None
    if digest_of(row["salt"], row["body"]) != digest:
        raise ValueError(f"what is kept under {digest[:12]}… is not what was sealed")
    return json.loads(row["body"])


def unseal_all(connection: sa.Connection, digests: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return what was sealed under each digest, without what is forgotten. Raises `ValueError` where it was changed since."""
    rows = connection.execute(sa.select(CONTENTS).where(CONTENTS.c.digest.in_(digests))).mappings()
    found = {r["digest"]: (r["salt"], r["body"]) for r in rows}
    for digest, (salt, body) in found.items():
        if digest_of(salt, body) != digest:
            raise ValueError(f"what is kept under {digest[:12]}… is not what was sealed")
    return {digest: json.loads(body) for digest, (_, body) in found.items()}


def forget(connection: sa.Connection, subject: str) -> int:
    """Forget all that is sealed about a subject, with the salts, and return how many pieces that were."""
    return connection.execute(sa.delete(CONTENTS).where(CONTENTS.c.subject == subject)).rowcount


def digest_of(salt: str, text: str) -> str:
    """Return the digest of what is sealed: SHA-256 over the salt and the text."""
    return hashlib.sha256(f"{salt}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()
