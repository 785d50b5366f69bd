"""What people see: progress bars, tables, errors. Machines get JSON."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from aboveboard.progress import Progress, silent

__all__ = ["change", "complain", "counts", "lines", "print_json", "say", "scored", "table", "watching"]

_out = Console(highlight=False, width=None if sys.stdout.isatty() else 160)
_err = Console(stderr=True, highlight=False)


_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\ud800-\udfff]")
"""Characters that steer a terminal or turn the reading direction; isolates, which only fence text in, are left."""


def say(text: str) -> None:
    """Print one plain line; text from the input is shown, never interpreted."""
    _out.print(_plain(text), soft_wrap=True)


def _plain(text: str) -> str:
    """Return `text` with what a terminal would obey spelt out."""
    return escape(_COMMANDS.sub(lambda m: f"\\u{ord(m.group()):04x}", text))


def lines(texts: Iterable[str]) -> None:
    """Print each text on a line of its own."""
    for text in texts:
        say(text)


def complain(text: str) -> None:
    """Print an error to standard error, one line a fault; indented lines show the place and stay under their fault."""
    for line in text.split("\n"):
        _err.print(f"{' ' * 6 if line.startswith(' ') else '[bold red]error:[/]'} {_plain(line)}", soft_wrap=True)


def print_json(value: object) -> None:
    """Print JSON for machines."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, default=str) + "\n")


def table(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table; numbers are set to the right."""
    made = Table(title=title, title_justify="left", title_style="bold", header_style="dim", box=None, pad_edge=False)
    listed = [[str(cell) for cell in row] for row in rows]
    for place, head in enumerate(heads):
        numeric = bool(listed) and all(row[place].replace(".", "").replace(",", "").isdigit() for row in listed)
        made.add_column(head, justify="right" if numeric else "left", overflow="fold")
    for row in listed:
        made.add_row(*(_plain(cell) for cell in row))
    _out.print(made)


@contextmanager
def watching(*, quiet: bool = False) -> Generator[Progress]:
    """Draw a progress bar on standard error while the block runs; nothing when `quiet` or not a terminal."""
    if quiet or not _err.is_terminal:
        yield silent
        return
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Bars(*columns, console=_err, transient=True) as bars:
        task = bars.add_task("starting", total=None)

        def progress(label: str, done: int, total: int) -> None:
            bars.update(task, description=_plain(label), completed=done, total=total or None)

        yield progress


def counts(summary: Mapping[str, Any]) -> list[tuple[str, int, int, int]]:
    """Return (violation, likely, possible, inconclusive) rows of a summary."""
    found: Mapping[str, Mapping[str, int]] = summary["counts"]
    return [(v, t.get("likely", 0), t.get("possible", 0), t.get("inconclusive", 0)) for v, t in found.items()]


def scored(scores: Mapping[str, Any]) -> list[tuple[object, ...]]:
    """Return a row a violation of `evaluate`'s scores: true cases, found, precision and recall with their intervals."""
    rows: list[tuple[object, ...]] = []
    for violation, score in scores["violations"].items():
        likely, possible = score["tiers"]["likely"], score["tiers"]["possible"]
        measures = (likely["precision"], likely["recall"], possible["recall"])
        rows.append((violation, score["positives"], score["found"], *map(_interval, measures)))
    return rows


def _interval(measure: Mapping[str, float] | None) -> str:
    return f"{measure['value']:.2f} ({measure['low']:.2f} to {measure['high']:.2f})" if measure else "-"


def change(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Return one row of a policy comparison: account, violation, before, after, and the rule that decides now."""
    before, after = (_proposal(row[f"{side}_action"], review=row[f"{side}_review"]) for side in ("before", "after"))
    return str(row["account_id"] or "-"), row["violation"], before, after, row["after_rule"] or "-"


def _proposal(action: str | None, *, review: bool | None) -> str:
    return "-" if action is None else f"{action}, a person decides" if review else action
