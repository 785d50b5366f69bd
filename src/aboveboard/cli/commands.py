"""The commands. Each parses its options, calls one verb, and shows the answer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from aboveboard.cli.show import change, complain, counts, lines, print_json, say, scored, table, watching

app = typer.Typer(
    name="aboveboard",
    help="Keep the accounts of an online service above board: findings with reasons, proposals, a way back.",
    epilog="Start here: aboveboard demo",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)
policies = typer.Typer(help="Check a policy, or see whose decision another one would change.", no_args_is_help=True)
app.add_typer(policies, name="policy")

World = Annotated[Path, typer.Argument(help="The folder of tables.", metavar="WORLD")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines; no progress bar.")]
AsOf = Annotated[str | None, typer.Option(help="The time the world is judged as of, such as 2026-01-31T00:00:00Z.")]
Names = Annotated[str | None, typer.Option("--detectors", help="Only these, parted by commas.")]
Mapping = Annotated[Path | None, typer.Option(help="A mapping kept elsewhere than WORLD/aboveboard.toml.")]
Seed = Annotated[int, typer.Option(help="Fixes everything random.")]

_SHOWN = 200
"""Rows of a comparison that are printed."""


def moment(text: str | None, option: str = "--as-of") -> Any:  # noqa: ANN401  (datetime | None; the import is deferred)
    """Return the time that an option names, UTC where it says no zone."""
    from datetime import UTC, datetime

    if text is None:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no ISO time such as 2026-01-31T00:00:00Z", param_hint=option) from error
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _list(text: str | None) -> list[str] | None:
    return [part.strip() for part in text.split(",") if part.strip()] if text else None


@app.callback(invoke_without_command=True)
def root(version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False) -> None:
    """Show the version where it was asked for."""
    if version:
        from aboveboard import __version__

        say(f"aboveboard {__version__}")
        raise typer.Exit


@app.command(epilog="Example: aboveboard demo --out demo --open")
def demo(
    out: Annotated[Path, typer.Option(help="Where the world and the scan are written.")] = Path("demo"),
    accounts: Annotated[int, typer.Option(min=50, help="How many accounts the world has.")] = 5000,
    seed: Seed = 1,
    browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the report in the browser.")] = False,
    as_json: Json = False,
) -> None:
    """Make a world with known rings, scan it, and say where the report is. No network, no container."""
    from aboveboard.app import demo as run_demo

    with watching(quiet=as_json) as progress:
        summary = run_demo(out, accounts=accounts, seed=seed, progress=progress)
    _show_scan(summary, out / "scan", as_json=as_json)
    if browser:
        typer.launch((out / "scan" / "report.html").resolve().as_uri())


@app.command(epilog="Example: aboveboard world small --accounts 2000 --only reincarnation,impersonation")
def world(
    out: Annotated[Path, typer.Argument(help="A new folder.")],
    accounts: Annotated[int, typer.Option(min=50, help="How many accounts.")] = 5000,
    seed: Seed = 0,
    only: Annotated[
        str | None, typer.Option(help="Plant only these seed areas (1 to 6) or violations, parted by commas, or none.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Make a world of organic accounts with rings of every violation planted in it, and labels that say where."""
    from aboveboard.app import make_world

    with watching(quiet=as_json) as progress:
        rows = make_world(out, accounts, seed=seed, only=_list(only) or (), progress=progress)
    if as_json:
        print_json(rows)
        return
    table(f"{out}", ["table", "rows"], [(name, f"{count:,}") for name, count in rows.items()])


@app.command(epilog="Example: aboveboard check my-platform --json")
def check(world: World, as_of: AsOf = None, mapping: Mapping = None, as_json: Json = False) -> None:
    """Say what a world holds, what is missing, which rows cannot be read, and which detectors can run."""
    from aboveboard.app import check as run_check

    with watching(quiet=as_json) as progress:
        found = run_check(world, as_of=moment(as_of), mapping=mapping, progress=progress)
    if as_json:
        print_json(found)
        return
    _show_check(found)


def _show_check(found: dict[str, Any]) -> None:
    say(f"judged as of {found['as_of']}")
    rows = [
        (n, f"{t['rows']:,}", t.get("rejected", 0), ", ".join(t["missing"]) or "-") for n, t in found["tables"].items()
    ]
    table("Tables", ["table", "rows", "rejected", "optional columns missing"], rows)
    table("Detectors", ["detector", "can it run"], found["detectors"].items())
    lines(f"warning: {w}" for w in found["warnings"])
    lines(f"rejected: {r}" for r in found["rejected_rows"])


@app.command(epilog="Example: aboveboard scan my-platform --out result --detectors posing_name,dormant")
def scan(
    world: World,
    out: Annotated[Path, typer.Option(help="A new folder, or that of an earlier scan, which is replaced.")],
    detectors: Names = None,
    as_of: AsOf = None,
    policy: Annotated[Path | None, typer.Option(help="Your policy instead of the default.")] = None,
    mapping: Mapping = None,
    engine: Annotated[str, typer.Option(help="duckdb or spark.")] = "duckdb",
    spark_remote: Annotated[str | None, typer.Option(help="Address of the Spark Connect server.")] = None,
    seed: Seed = 0,
    threads: Annotated[int | None, typer.Option(min=1, help="Threads for duckdb; all cores by default.")] = None,
    memory: Annotated[str | None, typer.Option(help="Memory for duckdb before it spills to disk, such as 3GB.")] = None,
    as_json: Json = False,
) -> None:
    """Look at every account of a world; write findings with reasons, proposals, rings and a report."""
    from aboveboard.app import scan as run_scan

    with watching(quiet=as_json) as progress:
        summary = run_scan(
            world,
            out,
            detectors=_list(detectors),
            as_of=moment(as_of),
            policy=policy,
            mapping=mapping,
            engine=engine,
            spark_remote=spark_remote,
            seed=seed,
            threads=threads,
            memory=memory,
            progress=progress,
        )
    _show_scan(summary, out, as_json=as_json)


def _show_scan(summary: dict[str, Any], out: Path, *, as_json: bool) -> None:
    if as_json:
        print_json(summary)
        return
    table("Findings", ["violation", "likely", "possible", "inconclusive"], counts(summary))
    say(f"{summary['rings']} rings; {summary['review']} proposals wait for a person; nothing was changed anywhere")
    lines(f"skipped {name}: {reason}" for name, reason in summary["skipped"].items())
    lines(f"warning: {w}" for w in summary["warnings"])
    lines(
        f"{n} rows of {t} could not be read; see {out / 'rejected.ndjson'}" for t, n in summary["rejected"].items() if n
    )
    say(f"{summary['seconds']:.1f} s, {summary['peak_mb']:.0f} MB. Report: {out / 'report.html'}")


@app.command(epilog="Example: aboveboard evaluate my-labelled-world --out scores")
def evaluate(
    world: World,
    out: Annotated[Path, typer.Option(help="Where the scan and its scores are written.")],
    earlier: Annotated[
        Path | None, typer.Option("--scan", help="Score this earlier scan instead of a new one.")
    ] = None,
    detectors: Names = None,
    as_of: AsOf = None,
    seed: Seed = 0,
    as_json: Json = False,
) -> None:
    """Score a scan against the labels of its world: precision, recall, calibration, each with its interval."""
    from aboveboard.app import evaluate as run_evaluate

    with watching(quiet=as_json) as progress:
        scores = run_evaluate(
            world, out, earlier=earlier, detectors=_list(detectors), as_of=moment(as_of), seed=seed, progress=progress
        )
    if as_json:
        print_json(scores)
        return
    heads = ["violation", "true", "found", "precision, likely", "recall, likely", "recall, possible too"]
    table("Scores, with 95 % intervals", heads, scored(scores))
    say(f"Plots: {out / 'evaluation.html'}")


@app.command(epilog="Example: aboveboard detectors posing_name")
def detectors(
    name: Annotated[str | None, typer.Argument(help="One detector; all without it.")] = None, as_json: Json = False
) -> None:
    """List the detectors, or say all that one states of itself: what it reads, how it reasons, how it can be wrong."""
    from aboveboard.app.choosing import choose
    from aboveboard.cli.book import as_dict, tell

    chosen = choose([name] if name else None)
    if as_json:
        print_json([as_dict(d) for d in chosen])
    elif name:
        lines(tell(chosen[0]))
    else:
        table("Detectors", ["name", "violation", "says"], [(d.name, d.violation, d.says) for d in chosen])


@app.command(
    epilog="Example: ABOVEBOARD_TOKEN_KEY=… aboveboard tokenise sign-ups.csv tokens.parquet --column phone=phone"
)
def tokenise(
    source: Annotated[Path, typer.Argument(help="csv or parquet with raw identifiers.")],
    out: Annotated[Path, typer.Argument(help="The tokens table to write.")],
    column: Annotated[list[str], typer.Option(help="COLUMN=KIND, such as mobile=phone; may be repeated.")],
) -> None:
    """Turn raw identifiers into keyed hashes, so that none enters a world. The key is read from ABOVEBOARD_TOKEN_KEY."""
    import os

    from aboveboard.connectors.tokens import tokenise as run_tokenise
    from aboveboard.errors import InputError

    key = os.environ.get("ABOVEBOARD_TOKEN_KEY", "")
    if not key:
        raise InputError(
            "ABOVEBOARD_TOKEN_KEY is not set; make one with: python3 -c 'import secrets; print(secrets.token_hex(32))'"
        )
    wrong = [c for c in column if "=" not in c]
    if wrong:
        raise InputError(*(f"--column {c!r} is not COLUMN=KIND, such as mobile=phone" for c in wrong))
    made = run_tokenise(source, out, dict(c.split("=", 1) for c in column), key.encode())
    say(f"{made.tokens} tokens written to {out}")
    if made.rejected:
        say(f"{made.rejected} rows could not be read and are left out")


@app.command("hash-images", epilog="Example: aboveboard hash-images my-platform --out my-platform-hashed")
def hash_images(
    world: World,
    out: Annotated[Path, typer.Option(help="A new folder for the world with its hashes; WORLD is not changed.")],
    as_of: AsOf = None,
    mapping: Mapping = None,
    threads: Annotated[int | None, typer.Option(min=1, help="Pictures decoded at once; all cores by default.")] = None,
    as_json: Json = False,
) -> None:
    """Hash avatars, covers and logos, so that pictures used again are found: whole pictures (PDQ), never faces.

    Reads the files that `accounts.avatar` names, `covers/ACCOUNT_ID.*` and `logos/ORG_ID.*`, all within WORLD; nothing is
    fetched. Hashes already there are kept. `failures.txt` in the new folder lists every picture without a hash, and why.
    """
    from aboveboard.app.picturing import hash_images as run_hash_images

    with watching(quiet=as_json) as progress:
        summary = run_hash_images(world, out, as_of=moment(as_of), mapping=mapping, threads=threads, progress=progress)
    if as_json:
        print_json(summary)
        return
    _show_pictures(summary, out)


def _show_pictures(summary: dict[str, Any], out: Path) -> None:
    from aboveboard.app.picturing import FAILURES, REASONS

    rows = [(column, f"{count:,}", f"{summary['kept'][column]:,}") for column, count in summary["hashed"].items()]
    table("Pictures", ["column", "hashed now", "there already"], rows)
    lines(f"{count:,} without a hash: {REASONS[reason]}" for reason, count in summary["without"].items())
    lines(f"warning: {w}" for w in summary["warnings"])
    lines(f"{n} rows of {t} could not be read and are left out" for t, n in summary["rejected"].items() if n)
    say(f"{summary['seconds']:.1f} s. World: {out}. Pictures without a hash: {out / FAILURES}")


@app.command(epilog="Example: aboveboard cleanup my-platform --out campaign --scan result --threshold 1000")
def cleanup(
    world: World,
    out: Annotated[
        Path | None, typer.Option(help="A new folder for the campaign; with --undo, for what is restored.")
    ] = None,
    earlier: Annotated[
        Path | None, typer.Option("--scan", help="Act on this earlier scan instead of a new one.")
    ] = None,
    back: Annotated[
        Path | None, typer.Option("--undo", help="Restore this campaign, and prove it byte for byte.")
    ] = None,
    threshold: Annotated[
        list[int] | None, typer.Option(help="A number of followers that accounts live by; may be repeated.")
    ] = None,
    cap: Annotated[int, typer.Option(help="At most so many follows of one target in this campaign.")] = 100_000,
    cap_share: Annotated[float, typer.Option(help="At most this share of one target's followers.")] = 1.0,
    sample: Annotated[int, typer.Option(min=0, help="Follows of each kind, removed and kept, to audit.")] = 50,
    notice_days: Annotated[int, typer.Option(help="Days between the notices and the removal.")] = 7,
    seed: Seed = 0,
    as_of: AsOf = None,
    mapping: Mapping = None,
    as_json: Json = False,
) -> None:
    """Plan the removal of followers that are not real: what, why, whom it touches, what to tell them, and the way back.

    Nothing is changed on the platform. Only likely and confirmed findings count; whoever is followed is not accused.
    """
    from aboveboard.app import clean_up
    from aboveboard.errors import InputError

    if back is not None:
        _undo(world, back, out, mapping, as_json=as_json)
        return
    if out is None:
        raise InputError("--out is missing: name a new folder for the campaign")
    with watching(quiet=as_json) as progress:
        summary = clean_up(
            world, out, earlier=earlier, thresholds=threshold or (), cap=cap, share=cap_share, sample=sample, days=notice_days,
            seed=seed, as_of=moment(as_of), mapping=mapping, progress=progress,
        )  # fmt: skip
    if as_json:
        print_json(summary)
        return
    _show_campaign(summary, out)


def _show_campaign(summary: dict[str, Any], out: Path) -> None:
    say(f"{summary['edges']:,} follows of {summary['targets']:,} accounts would be removed; nobody followed is accused")
    if summary["held_back"]:
        say(f"{summary['held_back']:,} more are held back by the caps, for a later campaign")
    lines(
        f"{n:,} accounts fall below {int(t):,}; their notices say how to apply again"
        for t, n in summary["below"].items()
    )
    say(
        f"Audit first: {out / 'control.parquet'}. Then send: {out / 'notices.ndjson'}. Way back: {out / 'tombstones.parquet'}"
    )


def _undo(world: Path, back: Path, out: Path | None, mapping: Path | None, *, as_json: bool) -> None:
    from aboveboard.app import undo as run_undo

    with watching(quiet=as_json) as progress:
        proof = run_undo(world, back, out, mapping=mapping, progress=progress)
    if as_json:
        print_json(proof)
        return
    now = "and the world holds them now" if proof["same"] else "the world has other follows now"
    say(
        f"{proof['restored']:,} follows put back; all {proof['rows']:,} are byte for byte what they were ({proof['sha256'][:12]}…); {now}"
    )


@policies.command("check", epilog="Example: aboveboard policy check policies/small-forum.toml")
def policy_check(policy: Annotated[Path, typer.Argument(help="The policy file.")], as_json: Json = False) -> None:
    """Load a policy and run its worked cases; errors name line and column."""
    from aboveboard.app import check_policy

    cases = check_policy(policy)
    failed = [c for c in cases if not c["passed"]]
    if as_json:
        print_json(cases)
    else:
        lines(f"{'passed' if c['passed'] else 'FAILED'}: {c['name']}" for c in cases)
        for case in failed:
            complain(case["message"])
    raise typer.Exit(2 if failed else 0)


@policies.command("diff", epilog="Example: aboveboard policy diff today.toml tomorrow.toml --world my-platform")
def policy_diff(
    before: Annotated[Path, typer.Argument(help="The policy in force.")],
    after: Annotated[Path, typer.Argument(help="The policy proposed.")],
    world: Annotated[Path, typer.Option(help="The world to try both on.")],
    detectors: Names = None,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Show whose decision would change, from what to what, and by which rule."""
    from aboveboard.app import diff_policies

    with watching(quiet=as_json) as progress:
        changed = diff_policies(
            before, after, world, detectors=_list(detectors), as_of=moment(as_of), progress=progress
        ).to_pylist()
    if as_json:
        print_json(changed)
        return
    say(f"{len(changed)} decisions would change")
    if changed:
        table(
            "Changes", ["account", "violation", "before", "after", "rule that decides"], map(change, changed[:_SHOWN])
        )
    if len(changed) > _SHOWN:
        say(f"… and {len(changed) - _SHOWN} more; --json gives all")
