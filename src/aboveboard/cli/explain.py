"""The command that tells everything of one account."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from aboveboard.cli.commands import AsOf, Json, Mapping, World, app, moment
from aboveboard.cli.show import lines, print_json, say, table, watching

__all__ = ["app"]


@app.command(epilog="Example: aboveboard explain my-platform a0001234 --scan result --page a0001234.html")
def explain(  # noqa: PLR0917  (one parameter an option)
    world: World,
    account: Annotated[str, typer.Argument(help="The account's id, or its handle.", metavar="ACCOUNT")],
    scan: Annotated[
        Path | None, typer.Option(help="The output folder of an earlier scan; without it the world is scanned now.")
    ] = None,
    policy: Annotated[Path | None, typer.Option(help="A policy in place of the one shipped.")] = None,
    page: Annotated[Path | None, typer.Option(help="Write a page for people to this file.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Print every event, not only milestones.")] = False,
    as_of: AsOf = None,
    mapping: Mapping = None,
    as_json: Json = False,
) -> None:
    """Tell everything of one account: its time, each finding with what speaks for and against it, and what would change the proposal."""
    from aboveboard.app import explain as run_explain

    with watching(quiet=as_json) as progress:
        made = run_explain(
            world, account, scan=scan, policy=policy, mapping=mapping, as_of=moment(as_of), progress=progress
        )
    if page is not None:
        page.write_text(made.page, encoding="utf-8")
    if as_json:
        print_json(made.record)
        return
    _show(made.record, everything=everything)
    if page is not None:
        say(f"Page: {page}")


def _show(record: dict[str, Any], *, everything: bool) -> None:
    from aboveboard.dossier import MILESTONE

    account = record["account"]
    say(f"{account['account_id']}  {account['handle']}  as of {record['as_of'][:16].replace('T', ' ')} UTC")
    events = [e for e in record["timeline"] if everything or e["weight"] == MILESTONE]
    table("When it happened", ["time", "event"], [(_span(e), e["says"]) for e in events])
    if len(events) < len(record["timeline"]):
        say(f"… and {len(record['timeline']) - len(events):,} more: --all, --json or --page shows them")
    say("")
    say("What speaks for it")
    lines(f"  {f['says']}" for f in record["favour"]) if record["favour"] else say("  no fact of this world")
    for finding in record["findings"]:
        _show_finding(finding)
    _show_proposals(record)
    for mention in record["mentions"]:
        say(f"named by a finding about {mention['account_id']}: {mention['says']}")


def _span(event: dict[str, Any]) -> str:
    return f"{event['at']} – {event['until']}" if event["until"] not in {"", event["at"]} else event["at"]


def _show_finding(finding: dict[str, Any]) -> None:
    say("")
    say(f"{finding['violation']}, {finding['tier']} ({finding['score']:.2f}), by {finding['detector']}")
    say(f"  {finding['says']}")
    say(f"  rests on {', '.join(finding['classes'])}; no evidence from {', '.join(finding['lacks']) or '-'}")
    if finding["unlooked"]:
        say(f"  not looked at, because the world has none: {', '.join(finding['unlooked'])}")
    lines(f"  could be innocent: {says} Guard: {guard}." for says, guard in finding["mistakes"])
    lines(f"  {_change(kind, changed)}" for kind, changed in finding["changes"])


def _change(kind: str, changed: dict[str, Any]) -> str:
    asked = "without this finding" if kind == "without" else "with all evidence this detector can offer"
    before, after = (_proposal(changed[side]) for side in ("before", "after"))
    return f"{asked}: {f'still {after}' if before == after else f'{before} becomes {after}'}"


def _show_proposals(record: dict[str, Any]) -> None:
    say("")
    if not record["proposals"]:
        say("The policy proposes nothing.")
    for proposal in record["proposals"]:
        end = f", until {proposal['expires_at'][:10]}" if proposal["expires_at"] else ""
        say(f"Proposed for {proposal['violation']}: {_proposal(proposal)}{end}. {proposal['why']}")


def _proposal(proposal: dict[str, Any]) -> str:
    return f"{proposal['action']}, a person decides" if proposal["review"] else proposal["action"]
