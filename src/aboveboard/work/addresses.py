"""Where a webhook may go: a name is resolved once, every address it has must be public, and that very address is then connected to."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from aboveboard.errors import InputError

__all__ = ["Resolve", "Target", "checked_url", "resolve", "target"]

Resolve = Callable[[str, int], Sequence[str]]
"""A name and a port in, its addresses out; raises `OSError` where it has none."""

_WRAPS = tuple(ipaddress.ip_network(n) for n in ("64:ff9b::/96", "64:ff9b:1::/48"))
"""Networks whose addresses hold an IPv4 address at their end (RFC 6052, RFC 8215)."""


@dataclass(frozen=True, slots=True)
class Target:
    """A checked place to send to: `address` is an IP address, `host` the name that the certificate and the server know."""

    scheme: str
    address: str
    host: str
    port: int
    path: str

    @property
    def url(self) -> str:
        """The address to connect to, without the name."""
        bracketed = f"[{self.address}]" if ":" in self.address else self.address
        return f"{self.scheme}://{bracketed}:{self.port}{self.path}"

    @property
    def authority(self) -> str:
        """What the header `Host` says."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == _port(self.scheme) else f"{name}:{self.port}"


def checked_url(url: str, *, private: bool) -> str:
    """Return a URL that webhooks may be sent to, as far as can be said without asking for its addresses.

    It must be https (http only where private addresses are allowed), without a user, a password or a fragment. Raises `InputError`.
    """
    parts = _parts(url)
    if parts.scheme != "https" and not (private and parts.scheme == "http"):
        raise InputError("the URL of a webhook begins with https://")
    if not parts.hostname or parts.username is not None or parts.fragment or not url.isascii() or not url.isprintable():
        raise InputError("the URL of a webhook has a host, no user or password, no fragment, and only ASCII")
    try:
        fault = None if private else _not_public(parts.hostname)
    except ValueError:  # a name: it is checked when it is resolved
        fault = None
    if fault:
        raise InputError(fault)
    return url


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise InputError("this is no URL") from error
    return parts


def resolve(host: str, port: int) -> Sequence[str]:
    """Return a host's addresses, as the machine's resolver has them."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def target(url: str, *, private: bool, look_up: Resolve = resolve) -> Target:
    """Return what a webhook may connect to. Raises `InputError` where any address of the host is not public, `OSError` where it has none."""
    parts = _parts(checked_url(url, private=private))
    host, port = parts.hostname or "", parts.port or _port(parts.scheme)
    addresses = look_up(host, port)
    if not addresses:
        raise OSError("the host has no address")
    for address in addresses:
        fault = None if private else _not_public(address)
        if fault:
            raise InputError(fault)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, addresses[0], host, port, path)


def _not_public(text: str) -> str | None:
    """Say why an address is refused; None where it is public. Raises `ValueError` on what is no address."""
    address = ipaddress.ip_address(text.partition("%")[0])
    inner = _inner(address) if isinstance(address, ipaddress.IPv6Address) else None
    if any(not a.is_global or a.is_multicast for a in (address, inner) if a is not None):
        return "the host of a webhook must have public addresses only (ABOVEBOARD_WEBHOOKS_PRIVATE allows others)"
    return None


def _inner(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that an IPv6 address stands for, where it does."""
    if any(address in network for network in _WRAPS):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def _port(scheme: str) -> int:
    return 443 if scheme == "https" else 80
