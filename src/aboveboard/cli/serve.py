"""The command that starts the service."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aboveboard.cli.commands import app
from aboveboard.cli.show import say, watching
from aboveboard.errors import StoreError

if TYPE_CHECKING:  # the extra `server` may not be there
    from fastapi import FastAPI

    from aboveboard.api.desk import Desk

__all__ = ["console", "serve"]


@app.command(epilog="Example: aboveboard serve --data data")
def serve(
    data: Annotated[Path, typer.Option(help="The data folder; made if it is not there. ABOVEBOARD_DATABASE_URL names a PostgreSQL in place of its file.")] = Path("data"),
    host: Annotated[str, typer.Option(help="The address to answer on. Put a proxy with TLS before any other than this machine's own.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port; 0 takes a free one.", min=0, max=65535)] = 8400,
    readers: Annotated[int, typer.Option(help="Processes that read checks beside the service; with 0 it reads them itself, on one core. Each takes a core at most, and some 300 MB.", min=0, max=64)] = 0,
    demo: Annotated[bool, typer.Option("--demo", help="Fill an empty data folder with a made-up world, once, and scan it, so that cases wait.")] = False,
    demo_accounts: Annotated[int, typer.Option(help="About how many accounts the demo's world has.", min=100, max=100_000)] = 2000,
) -> None:  # fmt: skip
    """Start the service: checks, events, decisions, on SQLite in a folder or on PostgreSQL. Ctrl-C stops it without losing anything."""
    run = _service()
    run(data, host, port, say, demo=demo_accounts if demo else 0, readers=readers, watch=watching, add=console)


def _service() -> Callable[..., None]:
    """Return what serves. Nothing that is read in here is garbage: to look for some, again and again, takes a fifth of the time."""
    gc.disable()
    try:
        from aboveboard.api.serving import serve
    except ImportError as error:
        raise StoreError("the service needs the extra: pip install 'aboveboard[server]'") from error
    finally:
        gc.enable()
    return serve


def console(app: FastAPI, desk: Desk) -> None:
    """Put the console on the service: the staff's own sessions, one log-in for both."""
    from aboveboard.app.leaving import tokens_of
    from aboveboard.console import mount
    from aboveboard.console.care import care_of
    from aboveboard.console.pictures import pictures_of
    from aboveboard.console.service import Service, Standing
    from aboveboard.staff.sessions import cookie_name

    door, parts = desk.parts["door"], desk.parts
    standing = Standing(
        door.roster,
        tokens_of(desk.data),
        parts["limits"],
        parts["periods"],
        parts["detectors"],
        pictures_of(os.environ),
        care_of(os.environ),
    )
    cookie = cookie_name(secure=door.secure)
    mount(app, Service(standing), desk.clock, cookie=cookie, secure=door.secure, login="/login")
