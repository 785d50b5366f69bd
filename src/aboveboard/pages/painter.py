"""Charts are drawn in a process of their own: the renderer holds about 90 MB that a scan should not carry."""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
from contextlib import suppress
from functools import cache
from typing import IO, Any, cast

from aboveboard.errors import OutputError

__all__ = ["begin", "paint", "serve"]


def paint(spec: dict[str, Any]) -> str:
    """Return a Vega-Lite specification drawn as SVG. No address is fetched. Raises `OutputError` when the renderer ends."""
    painter = _painter()
    try:
        cast("IO[str]", painter.stdin).write(json.dumps(spec) + "\n")
        cast("IO[str]", painter.stdin).flush()
        return json.loads(cast("IO[str]", painter.stdout).readline())
    except (OSError, json.JSONDecodeError) as error:
        _painter.cache_clear()
        _end(painter)
        raise OutputError(f"the charts could not be drawn: the renderer ended with {painter.poll()}") from error


_BLANK: dict[str, Any] = {"data": {"values": [{}]}, "mark": "bar"}


def begin() -> None:
    """Start the renderer, which takes a second, while the caller does what comes before the first chart."""
    _painter()


@cache
def _painter() -> subprocess.Popen[str]:
    """Start the renderer; it ends with this process. This file alone is its program: nothing that a scan imports is imported again."""
    command = [sys.executable, "-P", __file__]
    painter = subprocess.Popen(  # noqa: S603  (our own module, no shell)
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    atexit.register(_end, painter)
    return painter


def _end(painter: subprocess.Popen[str]) -> None:
    for stream in (painter.stdin, painter.stdout):
        with suppress(BrokenPipeError):
            cast("IO[str]", stream).close()
    painter.wait()


def serve() -> None:
    """Answer each line of JSON on standard input (a Vega-Lite specification) with a line of JSON (the SVG)."""
    import vl_convert

    sys.stdin.reconfigure(encoding="utf-8")  # pyright: ignore[reportAttributeAccessIssue]  (a text stream here)
    vl_convert.vegalite_to_svg(_BLANK, allowed_base_urls=[])  # the first one takes most of a second
    for line in sys.stdin:
        print(json.dumps(vl_convert.vegalite_to_svg(json.loads(line), allowed_base_urls=[])), flush=True)  # noqa: T201


if __name__ == "__main__":
    serve()
