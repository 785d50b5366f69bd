"""The commands that ask for a proof, verify it, and bring in the results of the operator's own checks."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from aboveboard.cli.commands import moment
from aboveboard.cli.show import lines, print_json, say

__all__ = ["attests"]

attests = typer.Typer(
    help="Ask for a proof of age or identity, verify it, and keep its result only.", no_args_is_help=True
)

Issuers = Annotated[Path, typer.Option(help="Your file of issuers and their pinned keys.")]
At = Annotated[str | None, typer.Option(help="The time it is judged at, such as 2026-01-31T00:00:00Z; else now.")]
Into = Annotated[Path | None, typer.Option(help="A world whose attestations/ the result is added to.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]

_TOLD = 50
"""Rows left out that are printed."""


def _moment(text: str | None) -> datetime:
    return moment(text or None, "--at") or datetime.now(UTC)


@attests.command(
    epilog="Example: aboveboard attest request a17 --over 18 --audience https://platform.example --issuers issuers.toml --out a17.json"
)
def request(
    account: Annotated[str, typer.Argument(help="The account whose holder is asked.")],
    audience: Annotated[str, typer.Option(help="Your service, as wallets know it.")],
    issuers: Issuers,
    out: Annotated[Path, typer.Option(help="Your record of the request, to verify the answer against.")],
    kind: Annotated[str, typer.Option(help="age, real_name, guardian or organisation.")] = "age",
    over: Annotated[int, typer.Option(min=0, help="For age: at least how many years old.")] = 0,
    minutes: Annotated[int, typer.Option(min=1, help="How long the request is open.")] = 10,
    at: At = None,
) -> None:
    """Draw a nonce, keep the request, and print what a wallet is shown (OpenID for Verifiable Presentations)."""
    import secrets

    from aboveboard.connectors.proofs.asking import ask, for_wallets, keep
    from aboveboard.connectors.proofs.trust import read_trust

    trust = read_trust(issuers)
    lasts = timedelta(minutes=minutes)
    made = ask(trust, account, kind, over, audience, secrets.token_urlsafe(32), _moment(at), lasts)
    keep(made, out)
    print_json(for_wallets(made, trust))


@attests.command(
    epilog="Example: aboveboard attest verify proof.txt --issuers issuers.toml --request a17.json --into my-platform"
)
def verify(
    proof: Annotated[Path, typer.Argument(help="A file with the presentation; - reads it from standard input.")],
    issuers: Issuers,
    asked: Annotated[Path, typer.Option("--request", help="The record that `attest request` wrote.")],
    used: Annotated[Path, typer.Option(help="Remembers which requests were answered.")] = Path("used-nonces.sqlite"),
    status_lists: Annotated[
        Path | None, typer.Option(help="A folder of status list tokens (.jwt) that you fetched.")
    ] = None,
    into: Into = None,
    at: At = None,
    as_json: Json = False,
) -> None:
    """Verify an SD-JWT VC presentation: exit 0 and one row of attestations, or exit 2 and the reason."""
    from aboveboard.connectors.proofs.asking import read_request
    from aboveboard.connectors.proofs.keeping import add_attestations, as_table, check_world
    from aboveboard.connectors.proofs.nonces import FileNonces
    from aboveboard.connectors.proofs.sdjwt import SdJwtProvider
    from aboveboard.connectors.proofs.statuses import read_status_lists
    from aboveboard.connectors.proofs.trust import read_trust
    from aboveboard.errors import ProofError

    if into is not None:
        check_world(into)  # before the request is used up
    listed = read_status_lists(status_lists) if status_lists else None
    provider = SdJwtProvider(read_trust(issuers), FileNonces(used), listed)
    try:
        found = provider.attest(read_request(asked), _text(proof), _moment(at))
    except ProofError as error:
        if as_json:
            print_json({"refused": error.reason})
        raise
    if into is not None:
        add_attestations(into, as_table([found]))
    _show(found._asdict(), as_json=as_json)


def _text(proof: Path) -> str:
    """Return the presentation, without the line end that editors and shells add."""
    from aboveboard.connectors.faults import shown
    from aboveboard.connectors.proofs.reasons import LONGEST
    from aboveboard.errors import InputError

    try:
        if str(proof) == "-":
            return sys.stdin.read(LONGEST + 8).strip()
        with proof.open(encoding="ascii") as file:
            return file.read(LONGEST + 8).strip()
    except (OSError, ValueError):
        raise InputError(f"{shown(proof.name)}: cannot be read as a presentation") from None


def _show(row: dict[str, Any], *, as_json: bool) -> None:
    told = {n: v.isoformat() if isinstance(v, datetime) else v for n, v in row.items()}
    if as_json:
        print_json(told)
        return
    lines(f"{name}: {value if value is not None else 'none'}" for name, value in told.items())


@attests.command("import", epilog="Example: aboveboard attest import our-checks.csv my-platform --provider help-desk")
def bring_in(
    source: Annotated[
        Path, typer.Argument(help="Results as csv, NDJSON or parquet, with the columns of attestations.")
    ],
    world: Annotated[Path, typer.Argument(help="The world whose attestations/ they are added to.")],
    provider: Annotated[str, typer.Option(help="Who checked, for rows that do not say.")] = "own",
    rejected: Annotated[Path | None, typer.Option(help="Where the rows left out are written, as NDJSON.")] = None,
    at: At = None,
) -> None:
    """Add the results of your own checks to a world; rows that cannot be read are left out and told."""
    from aboveboard.connectors.proofs.keeping import add_attestations
    from aboveboard.connectors.proofs.results import read_results

    found = read_results(source, _moment(at), provider)
    if found.rows.num_rows:
        add_attestations(world, found.rows)
    if rejected is not None:
        rejected.write_text("".join(f"{line}\n" for line in found.rejected), encoding="utf-8")
    say(f"{found.rows.num_rows:,} results added to {world}; {len(found.rejected):,} rows left out")
    lines(f"left out: {line}" for line in found.rejected[:_TOLD])
