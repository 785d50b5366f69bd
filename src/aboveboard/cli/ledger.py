"""The commands of the ledger."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from aboveboard.cli.commands import Json
from aboveboard.cli.show import complain, lines, print_json, say

__all__ = ["ledger"]

BROKEN = 1

ledger = typer.Typer(help="Verify the ledger, sign what it is, read it.", no_args_is_help=True)
Data = Annotated[Path, typer.Option(help="The service's data folder; ABOVEBOARD_DATABASE_URL names a PostgreSQL in place of its file.")]  # fmt: skip


@ledger.command(epilog="Example: aboveboard ledger verify --data data --checkpoint 2026-01.json")
def verify(
    data: Data = Path("data"),
    checkpoint: Annotated[
        list[Path] | None, typer.Option(help="A checkpoint kept elsewhere; may be given several times.")
    ] = None,
    key: Annotated[str | None, typer.Option(help="The public key that checkpoints must be signed with.")] = None,
    as_json: Json = False,
) -> None:
    """Read the whole ledger and name the first place of each stream that is not what was written down; exit 1 where there is one."""
    from aboveboard.app import ledger_verify

    told = ledger_verify(data, tuple(checkpoint or ()), key)
    if as_json:
        breaks = [{"stream": b.stream, "number": b.number, "what": b.what} for b in told.breaks]
        print_json(
            {"entries": told.entries, "streams": told.streams, "checkpoints": told.checkpoints, "breaks": breaks}
        )
    else:
        say(
            f"{told.entries:,} entries in {told.streams} streams read, {told.checkpoints} checkpoints held against them"
        )
        for found in told.breaks:
            complain(f"stream {found.stream or '-'}, entry {found.number}: {found.what}")
        say("not whole" if told.breaks else "whole")
    if told.breaks:
        raise typer.Exit(BROKEN)


@ledger.command(epilog="Example: aboveboard ledger checkpoint --data data --out 2026-01.json")
def checkpoint(
    out: Annotated[
        Path, typer.Option(help="Where the checkpoint is written: keep it where this machine cannot change it.")
    ],
    data: Data = Path("data"),
) -> None:
    """Sign what the ledger is now, for keeping elsewhere, and print the public key that it can be checked with."""
    from datetime import UTC, datetime

    from aboveboard.app import ledger_checkpoint

    text, public = ledger_checkpoint(data, datetime.now(UTC))
    out.write_text(text + "\n", encoding="utf-8")
    say(f"written to {out}; public key {public}")


@ledger.command(epilog="Example: aboveboard ledger entries --data data --subject a0001234")
def entries(
    data: Data = Path("data"),
    stream: Annotated[str | None, typer.Option(help="Only of this stream.")] = None,
    subject: Annotated[str | None, typer.Option(help="Only about this account.")] = None,
) -> None:
    """Print entries, a line of JSON each, in the order they were written."""
    from aboveboard.app import ledger_entries

    for entry in ledger_entries(data, stream=stream, subject=subject):
        sys.stdout.write(json.dumps(entry, ensure_ascii=True) + "\n")


@ledger.command(epilog="Example: aboveboard ledger role aboveboard_service | psql service")
def role(name: Annotated[str, typer.Argument(help="A role that exists.")]) -> None:
    """Print the SQL that gives a PostgreSQL role just what the service needs: it can add to the ledger and never change it."""
    from aboveboard.app import ledger_role

    lines(f"{statement};" for statement in ledger_role(name))
