"""Raw identifiers into tokens at the edge, where the operator chose to hand them in: nothing raw goes further than this."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.connectors.tokens import normal
from aboveboard.privacy.guard import columns_watched
from aboveboard.privacy.keyring import Ring

__all__ = ["Network", "Tokeniser"]

_V4, _V6 = 24, 48
_KINDS = {"device_token": "device", "network_token": "network", "number_token": "identity"}
_TOKEN = r"^[0-9a-fA-F]{64}$"  # noqa: S105  (the shape of one)


class Network(NamedTuple):
    """What is kept of an IP address: the network it is in (/24, or /48 of IPv6), and a token of the address itself."""

    prefix: str
    token: str


@dataclass(frozen=True, slots=True)
class Tokeniser:
    """Makes linking tokens under the ring's primary key, of the same normal forms as `aboveboard tokenise`."""

    ring: Ring

    def tokens(self, kind: str, values: pa.Array) -> pa.Array:
        """Return the token of each raw value, null where nothing of it is left; each distinct value is hashed once."""
        coded = pc.dictionary_encode(values)
        key = self.ring.primary("linking")
        forms = [_form(kind, v) for v in coded.dictionary.to_pylist()]
        made = pa.array([key.token(f"{kind}\n{f}") if f else None for f in forms], pa.string())
        return made.take(coded.indices)

    def lookups(self, kind: str, value: str) -> tuple[str, ...]:
        """Return every token that a raw value may be kept under: one for each key that still reads."""
        return self.ring.lookups("linking", f"{kind}\n{_form(kind, value)}")

    def network(self, address: str) -> Network:
        """Return what is kept of an IP address. Raises `ValueError`, which does not repeat it, where it is none."""
        return Network(prefix_of(address), self.ring.token("linking", f"network\n{_form('network', address)}"))

    def mend(self, table: str, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Return rows whose token columns hold tokens only: what is raw there is hashed, what is a token already stays.

        What kind of thing a raw value is, the column or the row's `kind` says; where neither does, it stays, and `guard` refuses it.
        """
        made = [dict(r) for r in rows]
        for column in (c for c, what in columns_watched(table).items() if what == "token"):
            for kind in sorted({k for r in made if (k := _kind(column, r))}):
                places = [i for i, r in enumerate(made) if _kind(column, r) == kind and isinstance(r.get(column), str)]
                values = pa.array([made[i][column] for i in places], pa.string())
                done = pc.match_substring_regex(values, _TOKEN)
                mended = pc.if_else(done, values, self.tokens(kind, values)).to_pylist()
                for i, token in zip(places, mended, strict=True):
                    made[i][column] = token
        return made


def prefix_of(address: str) -> str:
    """Return the network of an IP address: /24, or /48 of IPv6. Raises `ValueError`, which does not repeat it, where it is none."""
    try:
        found = ipaddress.ip_address(address.strip())
    except ValueError:
        raise ValueError("this is no IP address") from None
    return str(ipaddress.ip_network((found, _V4 if found.version == 4 else _V6), strict=False))  # noqa: PLR2004


def _form(kind: str, value: str) -> str:
    """Return what is hashed; an IP address is written one way, whoever writes it."""
    text = normal(kind, value)
    if kind != "network":
        return text
    try:
        return ipaddress.ip_address(text).exploded
    except ValueError:
        return text


def _kind(column: str, row: Mapping[str, Any]) -> str:
    return _KINDS.get(column) or str(row.get("kind") or "")
