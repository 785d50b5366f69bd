"""The command that writes what the operator publishes about its own decisions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from aboveboard.cli.commands import app, moment
from aboveboard.cli.show import say

__all__ = ["app"]


@app.command(epilog="Example: aboveboard transparency --data data --from 2026-01-01 --to 2026-07-01 --out published")
def transparency(
    since: Annotated[str, typer.Option("--from", help="The first day, such as 2026-01-01; UTC.")],
    until: Annotated[str, typer.Option("--to", help="The day after the last; UTC.")],
    out: Annotated[Path, typer.Option(help="The folder for transparency.json and one csv a table.")],
    data: Annotated[Path, typer.Option(help="The service's data folder; ABOVEBOARD_DATABASE_URL names a PostgreSQL in place of its file.")] = Path("data"),
    fewest: Annotated[int, typer.Option(help="The fewest decisions that a published number may stand for.")] = 10,
    rounding: Annotated[int, typer.Option(help="Round counts to the nearest multiple of this; 1 does not round.")] = 1,
) -> None:  # fmt: skip
    """Count the decisions of a period, their appeals and overturns, for publication: small numbers are hidden, and none can be worked out."""
    from aboveboard.app import transparency as run

    told = run(data, moment(since, "--from"), moment(until, "--to"), out, fewest=fewest, base=rounding)
    decisions = told["decisions"]
    say(
        f"{'fewer than ' + str(fewest) if decisions is None else f'{decisions:,}'} decisions; {len(told['tables'])} tables written to {out}"
    )
