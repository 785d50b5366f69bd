"""SVG drawings, such as logos, drawn as pictures. Only what stands in the file itself is drawn.

A drawing that names anything outside itself, holds a script, a document type or a foreign object is refused before it
reaches the renderer, which runs in a process of its own, with a limit on memory and time. Run as a module this file
is that process: a line of JSON in, a line of base64 out.
"""

from __future__ import annotations

import atexit
import base64
import json
import re
import select
import subprocess
import sys
from contextlib import suppress
from threading import Lock
from typing import Any
from xml.parsers import expat

__all__ = ["draw", "is_svg"]

BYTES = 1 << 20
SECONDS = 10.0
_SIDE = 512
_MEMORY = 2 << 30
_ELEMENTS, _DEPTH, _USES = 20_000, 64, 256
_FORBIDDEN = frozenset(
    {"script", "foreignObject", "iframe", "image", "feImage", "animate", "set", "animateTransform", "animateMotion"}
)
_OUTSIDE = re.compile(r"@import|expression\(|url\(\s*['\"]?\s*(?!['\"#\s])", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:e[+-]?[0-9]+)?)\s*(px|pt|pc|mm|cm|in)?\s*", re.IGNORECASE)
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_HEAD = 4096
_SMALLEST, _LARGEST = 1e-3, 1e6


class _Refused(Exception):  # noqa: N818  (a reason on its way out of the parser)
    """The drawing may not be drawn."""


def is_svg(data: bytes) -> bool:
    """Tell whether a file looks like an SVG drawing."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"<") and b"<svg" in head.lower()


def draw(data: bytes) -> bytes | str:
    """Return the drawing as PNG, its longer side 512 pixels, or the reason why not."""
    if len(data) > BYTES:
        return "too large"
    try:
        text = data.decode("utf-8-sig")
        checked = _Check()
        checked.read(text)
    except _Refused:
        return "refused"
    except (expat.ExpatError, UnicodeDecodeError, ValueError):
        return "corrupt"
    return _PAINTER.draw(text, checked.scale)


class _Check:
    """Reads a drawing once, element by element, and refuses what may not be drawn."""

    def __init__(self) -> None:
        self.scale, self._elements, self._depth, self._uses, self._style = 1.0, 0, 0, 0, False

    def read(self, text: str) -> None:
        parser = expat.ParserCreate("utf-8", " ")
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.ProcessingInstructionHandler = self._refuse
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self._text
        parser.Parse(text.encode(), True)

    def _refuse(self, *_: object) -> None:
        raise _Refused

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rsplit(" ", 1)[-1]
        if not self._elements:
            self.scale = _scale(attributes)
        self._elements, self._depth, self._uses = self._elements + 1, self._depth + 1, self._uses + (local == "use")
        crowded = self._elements > _ELEMENTS or self._depth > _DEPTH or self._uses > _USES
        if crowded or local in _FORBIDDEN or any(_outside(n, v) for n, v in attributes.items()):
            raise _Refused
        self._style = local == "style"

    def _close(self, _: str) -> None:
        self._depth, self._style = self._depth - 1, False

    def _text(self, text: str) -> None:
        if self._style and ("\\" in text or "@" in text or _OUTSIDE.search(text)):
            raise _Refused


def _outside(name: str, value: str) -> bool:
    """Tell whether an attribute runs something or points anywhere but into the drawing."""
    local = name.rsplit(" ", 1)[-1].lower()
    if local in {"href", "src"}:
        return not value.strip().startswith("#")
    return local.startswith("on") or local == "base" or "\\" in value or _OUTSIDE.search(value) is not None


def _scale(attributes: dict[str, str]) -> float:
    """Return what brings the longer side to 512 pixels."""
    width, height = (_length(attributes.get(side, "")) for side in ("width", "height"))
    box = [float(part) for part in re.split(r"[\s,]+", attributes.get("viewBox", "").strip()) if part]
    if len(box) == 4:  # noqa: PLR2004  (left, top, width, height)
        width = width or (height * box[2] / box[3] if height else box[2])
        height = height or width * box[3] / box[2]
    longest = max(width, height)
    if min(width, height) < _SMALLEST or longest > _LARGEST:
        raise ValueError
    return _SIDE / longest


def _length(text: str) -> float:
    """Return a length in pixels; 0 where it is left out or relative."""
    read = _LENGTH.fullmatch(text)
    return float(read[1]) * _PIXELS[(read[2] or "").lower()] if read else 0.0


class _Painter:
    """The renderer's process: started on the first drawing, ended when it takes too long or this process ends."""

    def __init__(self) -> None:
        self._lock, self._process = Lock(), None

    _process: subprocess.Popen[bytes] | None

    def draw(self, text: str, scale: float) -> bytes | str:
        """Return the PNG, or `slow` or `corrupt`."""
        with self._lock:
            try:
                return self._asked(json.dumps({"svg": text, "scale": scale}).encode() + b"\n")
            except OSError:
                self.end()
                return "corrupt"

    def _asked(self, line: bytes) -> bytes | str:
        process = self._started()
        assert process.stdin is not None  # noqa: S101  (a pipe)
        assert process.stdout is not None  # noqa: S101  (a pipe)
        process.stdin.write(line)
        process.stdin.flush()
        if not select.select([process.stdout], [], [], SECONDS)[0]:
            self.end()
            return "slow"
        answer = process.stdout.readline()
        if not answer:
            self.end()
        return base64.b64decode(answer) or "corrupt"

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            command = [sys.executable, "-m", "aboveboard.images.vectors"]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603  (our own module, no shell)
            atexit.register(self.end)
        return self._process

    def end(self) -> None:
        """Stop the process, whatever it does."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for stream in (process.stdin, process.stdout):
                with suppress(OSError):
                    stream.close()  # pyright: ignore[reportOptionalMemberAccess]  (both are pipes)
            process.wait()


_PAINTER = _Painter()


def _serve() -> None:
    import resource

    import vl_convert

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    for line in sys.stdin.buffer:
        asked: dict[str, Any] = json.loads(line)
        try:
            png = vl_convert.svg_to_png(asked["svg"], asked["scale"])
        except Exception:  # noqa: BLE001  (told as one broken drawing)
            png = b""
        sys.stdout.buffer.write(base64.b64encode(png) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    _serve()
