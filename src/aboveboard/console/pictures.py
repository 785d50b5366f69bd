"""Avatars and covers that the operator keeps: found in a folder or at an address, made anew as small pictures, kept in memory for a while.

What came from strangers is never handed on as it is: it is decoded within limits and encoded again, so that a file that is a bomb, broken
or something else than a picture is no picture here, and nothing worse.
"""

from __future__ import annotations

import re
import stat
import time
from collections import OrderedDict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from threading import BoundedSemaphore, Lock
from urllib.parse import quote, urlsplit

import httpx2

from aboveboard.errors import InputError
from aboveboard.images.decoding import BYTES, reduced

__all__ = ["Pictures", "pictures_of"]

_SIDES = {"avatar": 256, "cover": 640}
_FOLDERS = {"avatar": "avatars", "cover": "covers"}
_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".svg", "")
_BLANKS = re.compile(r"\{[^{}]*\}?|\}")
_HERE = ("localhost", "127.0.0.1", "::1")
_MOST, _AT_ONCE, _PATIENCE_S = 16 << 20, 6, 5.0
_KEPT, _GONE = timedelta(minutes=10), timedelta(minutes=1)


def pictures_of(environment: Mapping[str, str]) -> Pictures | None:
    """Return where `ABOVEBOARD_PICTURES` says that pictures are; None without it. Raises `InputError` where that cannot be used."""
    place = environment.get("ABOVEBOARD_PICTURES", "").strip()
    if not place:
        return None
    if "://" in place:
        return Pictures(_template(place))
    if not Path(place).is_dir():
        raise InputError("ABOVEBOARD_PICTURES is neither a folder nor an https address")
    return Pictures(Path(place).resolve())


def _template(place: str) -> str:
    """Return an address with blanks, once it is safe to fill them: they stand behind the host, and so never choose it."""
    parts, blanks = urlsplit(place), set(_BLANKS.findall(place))
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _HERE):
        raise InputError("ABOVEBOARD_PICTURES must be an https address, or http on this very machine")
    if not parts.hostname or parts.username is not None or _BLANKS.search(parts.netloc):
        raise InputError("ABOVEBOARD_PICTURES has a host of its own, without a blank, a user or a password in it")
    if not blanks & {"{id}", "{hash}"} or blanks - {"{id}", "{hash}", "{kind}"}:
        raise InputError("ABOVEBOARD_PICTURES has the blanks {id} or {hash}, and {kind}, and no others")
    return place


@dataclass(slots=True)
class Pictures:
    """Pictures at a `place`: a folder with `avatars` and `covers`, or an address with blanks. Every method may be called by several threads."""

    place: Path | str
    _made: OrderedDict[tuple[str, str, str], tuple[bytes | None, datetime]] = field(default_factory=OrderedDict)  # pyright: ignore[reportUnknownVariableType]
    _held: int = 0
    _lock: Lock = field(default_factory=Lock)
    _gate: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(_AT_ONCE))

    def picture(self, kind: str, account: str, hash_: str, at: datetime) -> bytes | None:
        """Return an account's `avatar` or `cover` as a small JPEG, or none. It is looked for again after ten minutes, one that was not there after one."""
        key = (kind, account, hash_)
        with self._lock:
            made, until = self._made.get(key, (None, at))
        if until > at:
            return made
        if not self._gate.acquire(timeout=_PATIENCE_S):
            return None  # others wait for the operator's server already
        try:
            made = self._look(kind, account, hash_)
        finally:
            self._gate.release()
        self._keep(key, made, at + (_KEPT if made else _GONE))
        return made

    def _keep(self, key: tuple[str, str, str], made: bytes | None, until: datetime) -> None:
        with self._lock:
            self._held += _size(made) - (_size(self._made.pop(key)[0]) if key in self._made else 0)
            self._made[key] = made, until
            while self._held > _MOST:
                self._held -= _size(self._made.popitem(last=False)[1][0])

    def _look(self, kind: str, account: str, hash_: str) -> bytes | None:
        id_, named = quote(account, safe=""), quote(hash_, safe="")
        if isinstance(self.place, Path):
            data = _filed(self.place / _FOLDERS[kind], [n for n in (id_, named) if n])
        else:
            data = None if "{hash}" in self.place and not named else _fetched(self.place.replace("{kind}", kind).replace("{id}", id_).replace("{hash}", named))  # fmt: skip
        made = reduced(data, _SIDES[kind]) if data else ""
        return made if isinstance(made, bytes) else None


def _size(made: bytes | None) -> int:
    """Return what one that is kept weighs in memory, its key too."""
    return 512 + len(made or b"")


def _filed(folder: Path, names: list[str]) -> bytes | None:
    """Return the file of one of the names in a folder. What lies elsewhere, or is no plain file, is not read."""
    for path in (folder / (name + ending) for name in names if not name.startswith(".") for ending in _ENDINGS):
        with suppress(OSError, ValueError):
            found = path.resolve()
            there = found.stat()
            if stat.S_ISREG(there.st_mode) and there.st_size <= BYTES and found.is_relative_to(folder.parent.resolve()):
                return found.read_bytes()
    return None


def _fetched(address: str) -> bytes | None:
    """Return what lies at an address. Nothing is followed; a body that is too large, packed, or that comes too slowly is none."""
    ends, got = time.monotonic() + _PATIENCE_S, bytearray()
    headers = {"user-agent": "Aboveboard pictures", "accept": "image/*", "accept-encoding": "identity"}
    with (
        suppress(httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, OSError, UnicodeError),
        httpx2.Client(timeout=_PATIENCE_S, trust_env=False, follow_redirects=False) as client,
        client.stream("GET", address, headers=headers) as answer,
    ):
        if answer.status_code != 200:  # noqa: PLR2004  (found)
            return None
        for part in answer.iter_raw():
            got += part
            if len(got) > BYTES or time.monotonic() > ends:
                return None
        return bytes(got)
    return None
