"""One attempt to hand a webhook over: connect to what was checked, follow nothing, wait and read only so much."""

from __future__ import annotations

import asyncio
import hashlib
import ssl
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from http import HTTPStatus
from typing import Any, Final

import httpx2

from aboveboard.errors import InputError
from aboveboard.work.addresses import Resolve, Target, resolve, target

__all__ = ["Answer", "Sending", "send"]

_MOST: Final = 64 * 1024
_AGENT: Final = "Aboveboard webhooks"
_SOON: Final = range(1, 86_401)


@dataclass(frozen=True, slots=True)
class Sending:
    """How webhooks go out: the `key` their secrets derive from, and whether addresses that are not public are allowed.

    An attempt waits `patience` at most. An endpoint that took nothing for `give_up` is switched off. A message is lost to nobody by that:
    it is still there to be pulled.
    """

    key: bytes = field(repr=False)
    private: bool = False
    patience: timedelta = timedelta(seconds=15)
    give_up: timedelta = timedelta(days=5)
    look_up: Resolve = resolve


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: a `status`, or an `error` where none did; the digest of what was read; for how long the receiver asks to be left alone."""

    status: int | None
    error: str
    digest: str
    took: timedelta
    wait: timedelta | None = None

    @property
    def good(self) -> bool:
        """Say whether the message was taken: any 2xx."""
        return self.status is not None and 200 <= self.status < 300  # noqa: PLR2004

    @property
    def gone(self) -> bool:
        """Say whether the receiver wants nothing any more."""
        return self.status == HTTPStatus.GONE


def send(sending: Sending, url: str, head: dict[str, str], body: bytes) -> Answer:
    """Post a message and return what came back. Nothing is raised: what goes wrong is an answer."""
    began = time.monotonic()
    try:
        place = target(url, private=sending.private, look_up=sending.look_up)
        status, digest, wait = _alone(lambda: _posted(place, head, body, sending.patience.total_seconds()))
    except InputError as error:
        return Answer(None, str(error), "", _since(began))
    except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, OSError, UnicodeError) as error:
        return Answer(None, type(error).__name__, "", _since(began))
    return Answer(status, "", digest, _since(began), wait)


_Posted = tuple[int, str, timedelta | None]


def _alone(post: Callable[[], Coroutine[Any, Any, _Posted]]) -> _Posted:
    """Run in a thread of its own what runs in a loop of its own: whoever calls may have one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(post())).result()


async def _posted(place: Target, head: dict[str, str], body: bytes, patience: float) -> _Posted:
    """Return status, digest and wish to wait; the whole attempt ends after `patience` seconds, however slowly the other side drips."""
    headers = {**head, "host": place.authority, "content-type": "application/json", "user-agent": _AGENT}
    async with (
        asyncio.timeout(patience),
        httpx2.AsyncClient(timeout=patience, verify=_trust(), trust_env=False, follow_redirects=False) as client,
        client.stream(
            "POST", place.url, content=body, headers=headers, extensions={"sni_hostname": place.host}
        ) as response,
    ):
        return response.status_code, await _read(response), _wait(response)


@cache
def _trust() -> ssl.SSLContext:
    """Return the authorities that are trusted, read once."""
    return httpx2.create_ssl_context(trust_env=False)


async def _read(response: httpx2.Response) -> str:
    """Return the digest of the first bytes of an answer, as they came over the wire; the rest is not waited for."""
    whole, size = hashlib.sha256(), 0
    async for part in response.aiter_raw():
        kept = part[: _MOST - size]
        whole.update(kept)
        size += len(kept)
        if size >= _MOST:
            break
    return whole.hexdigest()


def _wait(response: httpx2.Response) -> timedelta | None:
    text = response.headers.get("retry-after", "")
    return timedelta(seconds=int(text)) if text.isdecimal() and len(text) < 6 and int(text) in _SOON else None  # noqa: PLR2004


def _since(began: float) -> timedelta:
    return timedelta(seconds=time.monotonic() - began)
