"""The commands of the staff, for somebody at the machine itself."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from aboveboard.cli.commands import Json
from aboveboard.cli.show import print_json, say, table

__all__ = ["staff"]

staff = typer.Typer(help="Add and remove people and machine tokens, from the machine itself.", no_args_is_help=True)
Data = Annotated[Path, typer.Option(help="The service's data folder; ABOVEBOARD_DATABASE_URL names a PostgreSQL in place of its file.")]  # fmt: skip
Name = Annotated[str, typer.Argument(help="A pseudonym: small letters, digits, dots and hyphens.")]
Roles = Annotated[list[str], typer.Option("--role", help="A role; may be given several times.")]
Queues = Annotated[list[str] | None, typer.Option("--queue", help="Only work of this queue; may be given several times.")]  # fmt: skip
Languages = Annotated[list[str] | None, typer.Option("--language", help="Only work in this language; may be given several times.")]  # fmt: skip
Regions = Annotated[list[str] | None, typer.Option("--region", help="Only work of this region; may be given several times.")]  # fmt: skip
Url = Annotated[str, typer.Option(envvar="ABOVEBOARD_URL", help="Where people reach the service.")]
Change = Annotated[bool, typer.Option("--change", help="Somebody who works here gets these roles and this part of the work instead.")]  # fmt: skip
Void = Annotated[bool, typer.Option("--void-notices", help="Make every link that stands in a notice void instead.")]
_HERE = "http://localhost:8400"


@staff.command(epilog="Example: aboveboard staff add mika --role reviewer --language de --data data")
def add(
    name: Name,
    role: Roles,
    queue: Queues = None,
    language: Languages = None,
    region: Regions = None,
    change: Change = False,
    url: Url = _HERE,
    data: Data = Path("data"),
) -> None:
    """Add a person with their roles and print the link they come in by: it works once, within three days."""
    from aboveboard.app.staffing import staff_add, staff_change

    at, part = datetime.now(UTC), {"queues": queue or (), "languages": language or (), "regions": region or ()}
    if change:
        staff_change(data, name, role, at, **part)
        say(f"{name} is now {', '.join(role)}")
    else:
        say(f"{url.rstrip('/')}/join#{staff_add(data, name, role, at, **part)}")


@staff.command(epilog="Example: aboveboard staff link mika --data data")
def link(
    name: Annotated[str, typer.Argument(help="Somebody who works here.")] = "",
    void_notices: Void = False,
    url: Url = _HERE,
    data: Data = Path("data"),
) -> None:
    """Print a new link for somebody who lost theirs, is locked out, or lost their password: with it they come in again, once, within three days."""
    from aboveboard.app.staffing import staff_link, staff_void_links

    if void_notices:
        staff_void_links(data, datetime.now(UTC))
        say("every link that stands in a notice so far is void; restart the service")
    else:
        say(f"{url.rstrip('/')}/join#{staff_link(data, name, datetime.now(UTC))}")


@staff.command(epilog="Example: aboveboard staff remove mika --data data")
def remove(name: Annotated[str, typer.Argument(help="Somebody who works here.")], data: Data = Path("data")) -> None:
    """Cut a person off at once: sessions, password and passkeys are gone. Names the live tokens they made."""
    from aboveboard.app.staffing import staff_remove

    left = staff_remove(data, name, datetime.now(UTC))
    say(f"{name} is out" + (f"; look at the tokens they made: {', '.join(left)}" if left else ""))


@staff.command("list", epilog="Example: aboveboard staff list --data data")
def list_(data: Data = Path("data"), as_json: Json = False) -> None:
    """List people and tokens with what they may do and when they were last used, for a review of access."""
    from aboveboard.app.staffing import staff_list

    told = staff_list(data, datetime.now(UTC))
    if as_json:
        print_json(told)
        return
    rows = [
        (p["name"], p["state"], ", ".join(p["roles"]), ", ".join(p["ways"]), p["last_used_on"] or "never", "unused for 90 days" if p["unused"] else "")
        for p in told["people"]
    ]  # fmt: skip
    table("people", ("name", "state", "roles", "logs in by", "last used", ""), rows)
    made = [
        (t["name"], t["state"], ", ".join(t["permissions"]), t["expires_on"], t["last_used_on"] or "never", "whoever made it left" if t["maker_left"] else "")
        for t in told["tokens"]
    ]  # fmt: skip
    table("tokens", ("name", "state", "may", "until", "last used", ""), made)


@staff.command(epilog="Example: aboveboard staff token platform --may checks:ask --may events:write --data data")
def token(
    name: Annotated[str, typer.Argument(help="What the token is called.")],
    may: Annotated[list[str] | None, typer.Option(help="A permission; may be given several times.")] = None,
    days: Annotated[int, typer.Option(help="For how many days.")] = 365,
    per_second: Annotated[int, typer.Option(help="How many requests a second; twice as many at once.")] = 200,
    revoke: Annotated[bool, typer.Option("--revoke", help="Take the token of this name back.")] = False,
    data: Data = Path("data"),
) -> None:
    """Make a token for a machine and print it, this once; or take one back."""
    from aboveboard.app.staffing import staff_token, staff_token_revoke

    if revoke:
        staff_token_revoke(data, name, datetime.now(UTC))
        say(f"{name} is void")
    else:
        say(staff_token(data, name, may or (), datetime.now(UTC), days=days, per_second=per_second))
