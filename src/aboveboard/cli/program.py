"""The whole program: the commands of every module, put together."""

from aboveboard.cli import explain, jobs, publish, registers, serve
from aboveboard.cli.attest import attests
from aboveboard.cli.commands import app
from aboveboard.cli.ledger import ledger
from aboveboard.cli.staff import staff

__all__ = ["app", "explain", "jobs", "publish", "registers", "serve"]

app.add_typer(attests, name="attest")
app.add_typer(ledger, name="ledger")
app.add_typer(staff, name="staff")
