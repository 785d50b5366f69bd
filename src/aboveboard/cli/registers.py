"""The commands that bring a public register of bodies, or rules of play for minors, into a world."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from aboveboard.cli.commands import app
from aboveboard.cli.show import lines, say

__all__ = ["app"]

_TOLD = 50
"""Rows left out that are printed."""


@app.command(
    "import-register",
    epilog="Example: aboveboard import-register dotgov current-full.csv my-platform --accounts ours.csv",
)
def import_register(
    shape: Annotated[
        str, typer.Argument(help="dotgov (the .gov list) or govuk (the government-organisation register).")
    ],
    source: Annotated[Path, typer.Argument(help="The csv as its keeper publishes it.")],
    out: Annotated[Path, typer.Argument(help="The world's folder; tables that are there already are not replaced.")],
    accounts: Annotated[
        Path | None, typer.Option(help="Your csv of official accounts: account_id, body, and maybe since and until.")
    ] = None,
) -> None:
    """Turn a public register into the tables organisations and, with --accounts, official_accounts."""
    from aboveboard.connectors.registers import import_register as run_import

    made = run_import(shape, source, out, accounts)
    say(f"{made.bodies:,} bodies and {made.accounts:,} official accounts written to {out}")
    lines(f"left out: {r}" for r in made.rejected[:_TOLD])
    if len(made.rejected) > _TOLD:
        say(f"… and {len(made.rejected) - _TOLD} more")


@app.command("play-rules", epilog="Example: aboveboard play-rules house-rules usa-coppa --out my-platform")
def play_rules(
    sources: Annotated[
        list[str] | None,
        typer.Argument(help="Files of rules, or names of shipped examples; without one, the examples are listed."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="The world's folder; without one, the rules are only checked.")
    ] = None,
) -> None:
    """Check rules of play for minors and turn them into the tables play_rules, play_hours and holidays."""
    from aboveboard.connectors.play_rules import SHIPPED, import_play_rules
    from aboveboard.policy.play_rules import read_play_rules

    if not sources:
        lines(SHIPPED)
    elif out is None:
        say(f"{read_play_rules(*sources).play_rules.num_rows} rules, no fault found")
    else:
        made = import_play_rules(sources, out)
        say(
            f"{made['play_rules']} rules, {made['play_hours']} rows of hours and {made['holidays']} days written to {out}"
        )
