"""Write the generated reference pages from the code's own values. `make docs` runs it; `tests/test_docs.py` compares."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import typer
from model_cards import CARDS, grid
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from aboveboard import errors
from aboveboard.api.desk import Desk
from aboveboard.api.program import create
from aboveboard.cases.bars import BAR_KINDS
from aboveboard.cases.drawing import drawing
from aboveboard.cases.kinds import KINDS, ROLES, ways
from aboveboard.cases.ladder import LADDER
from aboveboard.cases.notices import NOTICES, Notice
from aboveboard.cases.periods import APPEAL, Periods
from aboveboard.cases.states import ACTS, GROUNDS, HOLDS, PLANS, STATES
from aboveboard.cases.timers import TIMERS
from aboveboard.cli import INTERRUPTED
from aboveboard.cli.book import tell
from aboveboard.cli.program import app
from aboveboard.core import DECISIONS, FINDINGS, RINGS, VIOLATIONS
from aboveboard.detector import Detector, book
from aboveboard.staff import PERMISSIONS
from aboveboard.tables import TABLES, Column, Table

ROOT = Path(__file__).parents[1]
GENERATED = "<!-- Written by scripts/build_docs.py: run `make docs`, do not edit. -->"
READ_BY = ("src/**/*.py", "tests/**/*.py", "benchmarks/**/*.py", ".ci/run", "Makefile")
SETTING = re.compile(r"ABOVEBOARD_[A-Z][A-Z_]*[A-Z]")

SETTINGS: Mapping[str, str] = {
    "ABOVEBOARD_DATABASE_URL": "A PostgreSQL for the store, such as `postgresql://user@host/name`; without it the store is a file in the data folder.",
    "ABOVEBOARD_LEDGER_KEY": "The Ed25519 key that signs checkpoints of the ledger, 32 bytes in base64; without it one is made in the data folder.",
    "ABOVEBOARD_KEYS_FILE": "The file of the service's keys, one a purpose, which only its owner may read; `keys.json` in the data folder without it.",
    "ABOVEBOARD_KEY": "With a purpose and a version behind it, such as `_BARS_1`: the secret of that version of a key, 32 bytes in base64, in place of the one in the file.",
    "ABOVEBOARD_WEBHOOK_KEY": "The key that secrets of webhooks are derived from, 32 bytes in base64; without it one is made in the data folder.",
    "ABOVEBOARD_WEBHOOKS_PRIVATE": "When set to 1, webhooks may go to addresses that are not public, and over http: for a receiver on the same machine or network.",
    "ABOVEBOARD_STAFF_KEY": "The key that hides names that were tried, networks and outside subjects, 32 bytes in base64; without it one is made in the data folder.",
    "ABOVEBOARD_LINK_KEY": "The key that signs the links in notices, 32 bytes in base64; without it one is made in the data folder. Another key makes every link void.",
    "ABOVEBOARD_URL": "Where people reach the service, such as `https://aboveboard.example`; without it, this machine. Log-ins from another address are refused.",
    "ABOVEBOARD_OIDC_ISSUER": "The address of an outside log-in service (OpenID Connect); without it there is none.",
    "ABOVEBOARD_OIDC_CLIENT": "What the outside log-in service knows us by.",
    "ABOVEBOARD_OIDC_SECRET": "The secret that goes with it; without it we are a public client.",
    "ABOVEBOARD_OIDC_GROUPS": "The claim that lists a person's groups; `groups` without it.",
    "ABOVEBOARD_OIDC_ROLES": 'Which roles each group has, as JSON: `{"trust-team": ["reviewer"]}`. Without it, roles are given here, and only people with a link come in.',
    "ABOVEBOARD_FAIL_OVER": "What a check answers while it cannot check, by kind, such as `registration=verify,login=allow`; without it, `review`, and `allow` for a login.",
    "ABOVEBOARD_SCAN_HOURS": "How often the service scans what it keeps, in hours; 24 without it, 0 for never.",
    "ABOVEBOARD_PICTURES": (
        "Where the console finds avatars and covers: a folder with `avatars` and `covers`, or an https address such as "
        "`https://media.example/{kind}/{id}` with the blanks `{kind}` (`avatar`, `cover`), `{id}` and `{hash}`; without it it shows none."
    ),
    "ABOVEBOARD_CARE": (
        "How people work in the console who have set nothing themselves, such as `blur=on, grey=off, rest=40`: `blur`, `grey` and `keys` are `on` or `off`, "
        "`rest` is 0 to 240 minutes, `theme` `auto`, `light` or `dark`, `language` `en` or `zh`. What it does not name stays as it ships: blurred, grey, keys on, 50 minutes."
    ),
    "ABOVEBOARD_DEBUG": "When set, a fault of ours shows its full trace instead of one line.",
    "ABOVEBOARD_NO_SKIP": "For the tests: a test that would skip for want of a browser fails instead. `.ci/run` sets it.",
    "ABOVEBOARD_REAL_DATA": "For tests and benchmarks: the folder of public data. `../shared/data` without it.",
    "ABOVEBOARD_SHOTS": "For the tests: a folder that is there, for a picture of every page of the console, wide and narrow, light and dark.",
    "ABOVEBOARD_SPARK_REMOTE": (
        "The address of the Spark Connect server, such as `sc://host:15002`. `--spark-remote` wins over it."
    ),
    "ABOVEBOARD_TOKEN_KEY": (
        "The secret that `aboveboard tokenise` hashes with. Keep it where you keep passwords: who has the key can test "
        "whether a phone number is in your tables."
    ),
}
"""What each environment variable means. One that the code reads and this table lacks stops the build."""

OUTPUTS: Mapping[str, tuple[pa.Schema, str]] = {
    "findings.parquet": (FINDINGS, "One row a claim about an account."),
    "decisions.parquet": (
        DECISIONS,
        "One row an account and violation: what the policy proposes. Nothing is carried out.",
    ),
    "rings.parquet": (RINGS, "One row a ring: accounts found acting together."),
}

ROOMS = {"src": "the program", "tests": "tests", "benchmarks": "benchmarks", ".ci": "CI", "Makefile": "make"}

SPOKEN = {
    "<list[Path]>": "path, several times",
    "<path>": "path",
    "<str>": "text",
    "<int>": "int",
    "<int range>": "int",
    "<float>": "number",
    "<list[str]>": "text, repeatable",
    "<list[int]>": "int, repeatable",
}
"""Typer's names of types, in words."""

MEANT: Mapping[str, str] = {
    "finding_id": "hash of what was claimed; the same claim has the same id in every scan",
    "violation": "what is claimed; see the violations below",
    "detector": "who claims it",
    "detector_version": "which version of the detector",
    "account_id": "the account it is about",
    "subject_kind": "`account`, `topic` or `object`",
    "subject_id": "the account, unless the finding is about a topic or an object",
    "related": "other ids the claim rests on, such as the closed account",
    "group": "the ring's id, empty outside a ring",
    "scope": "the one part of the account it speaks of, such as a professional field; empty: all of it",
    "score": "how strong the claim is, above 0 and at most 1; the strongest finding's in a decision",
    "tier": "`likely`, `possible` or `inconclusive`; `confirmed` is for people only",
    "classes": "the independent kinds of evidence behind it",
    "says": "one sentence a person can check",
    "facts": "JSON: the values behind the sentence",
    "first_at": "when what was found began",
    "last_at": "when it was last seen",
    "decision_id": "hash of the proposal",
    "action": "the proposed action",
    "rule": "the policy rule that proposes it",
    "review": "whether a person must confirm it first",
    "why": "the reason in a sentence",
    "finding_ids": "the findings it rests on",
    "expires_at": "when the action would end by itself",
    "policy": "name of the policy",
    "policy_version": "version of the policy",
    "decided_by": "who proposed it",
    "size": "how many members",
    "evidence": "JSON: the detector, its sentence, the times, and `links`: which shared values tie which members",
    "members": "account ids",
}
"""What each output column means. One that a scan writes and this table lacks stops the build."""


def main(out: Path = ROOT / "docs") -> None:
    """Write every generated page under `out` and delete generated pages that have no source any more."""
    made = pages()
    for path in stale(out, set(made)):
        path.unlink()
    for name, text in {**made, **pictures()}.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(text, encoding="utf-8")


def stale(out: Path, current: set[str]) -> list[Path]:
    """Return generated pages under `out` that are not in `current`."""
    written = [p for p in sorted(out.rglob("*.md")) if p.read_text(encoding="utf-8").startswith(GENERATED)]
    return [p for p in written if p.relative_to(out).as_posix() not in current]


def pages() -> dict[str, str]:
    """Return every generated page: its path under `docs/` to its text."""
    detectors = book()
    made = {f"detectors/{d.name}.md": [*tell(d), "", *drawn(d)] for d in detectors}
    made["detectors/README.md"] = list(index())
    made |= {f"models/{name}.md": list(card()) for name, card in CARDS.items()}
    made["reference/life-cycle.md"] = list(life())
    made["reference/tables.md"] = list(tables())
    made["reference/commands.md"] = list(commands())
    made["reference/errors.md"] = list(failures())
    made["reference/settings.md"] = list(settings())
    made["reference/http.md"] = list(interface())
    return {name: "\n".join([GENERATED, "", *lines]) + "\n" for name, lines in sorted(made.items())}


def pictures() -> dict[str, str]:
    """Return every generated picture: its path under `docs/` to its text."""
    return {"pictures/life-cycle.svg": drawing()}


def life() -> Iterator[str]:
    """Yield the page on the life of an account: its states, events, dates, notices and periods, and the bar ledger."""
    yield from ("# The life of an account", "")
    yield from LIFE
    yield from (
        "",
        "```python",
        *inspect.cleandoc(EXAMPLE).splitlines(),
        "```",
        "",
        "prints",
        "",
        "```",
        *PRINTS,
        "```",
    )
    yield from ("", "![The states of an account and what leads from one to the next](../pictures/life-cycle.svg)", "")
    yield from ("## States", "", "Mildest first. Where several things are open, the gravest is the state.", "")
    yield from grid(["state", "meaning", "the holder may", "comes by", "leads to"], [lived(s) for s in STATES])
    yield from ("", "What a holder may do:", "")
    yield from grid(["word", "meaning"], spoken(ACTS))
    yield from ("", "## Events", "")
    yield "Events of one time are taken in this order. One that cannot be is refused in a line that names account, event and state."
    yield ""
    yield from grid(["event", "meaning", "in which states", "by", "needs"], [happening(k) for k in KINDS])
    yield from ("", "Who brings an event about (`by` is `ROLE:NAME`):", "")
    yield from grid(["role", "meaning"], spoken(ROLES))
    yield from ("", "## Dates", "", "Asked with `due(account, now)`: nothing reads a clock.", "")
    yield from grid(["event it produces", "when"], spoken(TIMERS))
    yield from (
        "",
        "## Notices",
        "",
        "An event is impossible without the notices that come before it. What is owed stays owed until it is sent.",
        "",
    )
    yield from grid(["notice", "to", "what it says", "when", "before"], [told(n) for n in NOTICES.values()])
    yield from ("", "## Periods", "")
    yield f"The operator chooses, with `Periods`. No law or choice shortens the time to appeal: {APPEAL.days} days at least."
    yield ""
    rows = [(f"`{f.name}`", f.default.days, f.metadata["least"].days, f.metadata["about"]) for f in fields(Periods)]
    yield from grid(["period", "days", "at least", "meaning"], rows)
    for title, table in (("Grounds", GROUNDS), ("Holds", HOLDS), ("Plans for an institution's account", PLANS)):
        yield from ("", f"## {title}", "")
        yield from grid(["word", "meaning"], spoken(table))
    yield from barring()


def barring() -> Iterator[str]:
    """Yield what the bar ledger and strikes are."""
    yield from ("", "## Bars and strikes", "", *BARS, "")
    steps = [(n + 1, length(s.lasts), length(s.review) if s.review else "") for n, s in enumerate(LADDER)]
    yield from grid(["step", "lasts", "a person looks again after"], steps)
    yield from ("", "Events of the bar ledger:", "")
    yield from grid(["event", "meaning"], spoken(BAR_KINDS))


LIFE = (
    "An account is what its events left of it: `fold(events)` in `aboveboard.cases`. Each decision opens a *measure*, which holds the",
    "account in a state until its date, an answer, or its reversal. Undoing a decision takes its measure away, and with it all that it",
    "did. Solid lines lead on, dashed ones back. Nothing here stores or sends anything yet: it is the base of the service to come.",
)

EXAMPLE = """
from datetime import UTC, datetime, timedelta
from aboveboard.cases import Event, due, fold, to_send

day = datetime(2026, 3, 1, tzinfo=UTC)
why = {"ground": "terms", "violation": "coordination", "severity": 1, "evidence": "hash-of-what-was-seen"}
life = [
    Event("a1", day, "registered", by="holder"),
    Event("a1", day, "admitted", by="policy:default/1"),
    Event("a1", day, "suspended", "d1", "person:anna", until=day + timedelta(days=7), **why),
]
account = fold(life)
print(account.state, [owed.notice for owed in to_send(account, day)])
for event in due(account, day + timedelta(days=30)):
    print(event.at.date(), event.kind, event.id)
"""
"""What the page shows first. `tests/test_docs.py` runs it."""

PRINTS = ("suspended ['statement']", "2026-03-08 ended d1")

BARS = (
    "A bar names its subject by tokens only. All that is kept is tokens, ground, severity, scope, dates, the decision it rests on, who",
    "decided, and whether an appeal is open. When it ends, nothing is kept. When the decision it rests on is overturned, it falls, with all",
    "that rests on it in turn. It starts at the step of its severity (1 to 4), one step further for each strike before it. More than",
    "30 days takes two people.",
    "",
    "A decision on law or terms with a severity is a strike. It weighs 1 for 90 days, one half until a year has passed, then nothing.",
    "A warning, a check, an expired qualification and a compromised account are none; nor is a decision that was overturned.",
)


def spoken(table: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(f"`{name}`", about) for name, about in table.items()]


def lived(name: str) -> tuple[str, ...]:
    """Return one state's row."""
    state = STATES[name]
    acts = "all" if state.acts == tuple(ACTS) else ", ".join(f"`{a}`" for a in state.acts) or "nothing"
    into = dict.fromkeys(k for (_, there), kinds in ways().items() if there == name for k in kinds)
    onto = dict.fromkeys(there for here, there in ways() if here == name)
    return f"`{name}`", state.about, acts, ", ".join(f"`{k}`" for k in into), ", ".join(f"`{s}`" for s in onto)


def happening(name: str) -> tuple[str, ...]:
    """Return one event's row."""
    kind = KINDS[name]
    return f"`{name}`", kind.about, ", ".join(kind.within), ", ".join(kind.by), " ".join(f"`{n}`" for n in kind.needs)


def told(notice: Notice) -> tuple[str, ...]:
    """Return one notice's row."""
    after = ", ".join(f"`{k}`" for k in notice.after)
    when = f"at once after {after}" if after else length(notice.ahead) + " ahead" if notice.ahead else "when it is due"
    before = f"`{notice.before}`" if notice.before else ""
    least = f", by at least {length(notice.lead)}" if notice.lead else ""
    lapse = f"; lapses after {length(notice.lapse)}" if notice.lapse else ""
    return f"`{notice.name}`", ", ".join(notice.to).replace("_", " "), notice.says, when, before + least + lapse


def length(period: timedelta | None) -> str:
    return "without an end" if period is None else f"{period.days} days"


def drawn(detector: Detector) -> Iterator[str]:
    """Yield the world of the first example that fires, as its author drew it."""
    example = next(e for e in detector.examples if e.finds)
    yield from ("## The first example that fires", "", f"{example.name}, as of {example.as_of}:", "", "```")
    yield from inspect.cleandoc(example.world).splitlines()
    yield "```"


def index() -> Iterator[str]:
    yield from ("# Detectors", "")
    yield "Each page is made from the detector's own value. `aboveboard detectors NAME` prints the same."
    yield ""
    rows = [(f"[{d.name}]({d.name}.md)", f"`{d.violation}`", VIOLATIONS[d.violation], d.says) for d in book()]
    yield from grid(["detector", "violation", "seed area", "what it says"], rows)


ROWS: dict[str, tuple[str, ...]] = {
    "notices": (
        "n1,water,2025-03-01T09:00:00Z,Pipes are flushed,Water may be cloudy on Tuesday.,https://water.example/flushing",
    ),
    "holds": (
        "anna,appeal,2025-03-01T00:00:00Z,2025-04-01T00:00:00Z",
        "oldpaper,archive,2020-01-01T00:00:00Z,",
    ),
    "warnings": (
        "bob,2025-03-01T12:00:00Z,name_violation,bio,gambling,2025-03-15T12:00:00Z,",
        "carla,2025-03-01T12:00:00Z,name_violation,display_name,contact,,2025-03-04T08:00:00Z",
        "shop,2025-03-02T12:00:00Z,inflated_audience,,,,",
    ),
    "ratings": ("p17,vulgarity,0.93,tone-3.1",),
    "grants": ("shop,boost,growth,2025-02-01T10:00:00Z,2025-05-01T10:00:00Z",),
    "play_rules": (
        'evenings,"Our terms, section 4",X,16,Europe/Berlin,2025-01-01T00:00:00Z,2027-01-01T00:00:00Z,,,true,840,,,',
        "parent,Our privacy notice,X,13,,,,guardian;age,7,,,,,",
        "purse,Our terms,,18,,,,,,,,20,60,EUR",
    ),
    "play_hours": ("evenings,saturday,480,1260,120", "evenings,holiday,480,,"),
    "holidays": ("2026-01-01,holiday,X,New Year,the state's calendar", "2026-01-03,workday,X,,"),
}
"""Rows of the tables that `design/tables.md` says least of, in the order of their columns. Every column is filled in one."""


def tables() -> Iterator[str]:
    yield from ("# Tables", "")
    yield "A world is a folder of tables. A table is one file, `NAME.parquet`, `NAME.csv`, `NAME.csv.gz` or"
    yield "`NAME.ndjson`, or a folder `NAME/` of parquet parts. A missing table counts as empty."
    yield "Names in **bold** must be there and filled. Times are UTC. Ids are opaque strings."
    yield from ("", "## What you bring", "")
    for table in TABLES.values():
        yield from incoming(table)
    yield from ("## What a scan writes", "")
    for name, (schema, about) in OUTPUTS.items():
        yield from (f"### {name}", "", about, "")
        yield from grid(["column", "type", "meaning"], [(f"`{f.name}`", plain(f.type), MEANT[f.name]) for f in schema])
        yield ""
    yield "`summary.json` holds counts, skipped detectors with the reason, rejected rows, seconds and memory."
    yield "`report.html` is the same for people. `rejected.ndjson` is there when rows could not be read."
    yield from ("", "## Violations", "", "The closed vocabulary of findings, and the seed area each belongs to.", "")
    yield from grid(["violation", "seed area"], [(f"`{v}`", area) for v, area in VIOLATIONS.items()])


def incoming(table: Table) -> Iterator[str]:
    yield from (f"### {table.name}", "", table.about, "")
    if table.key:
        yield f"Unique together: {', '.join(f'`{k}`' for k in table.key)}."
        yield ""
    yield from grid(["column", "type", "values and meaning"], [cells(c) for c in table.columns])
    yield ""
    if table.name in ROWS:
        yield from (f"`{table.name}.csv` might read:", "", "```")
        yield from (",".join(c.name for c in table.columns), *ROWS[table.name], "```", "")


def cells(column: Column) -> tuple[str, str, str]:
    """Return one column's row: bold when required, its type, its vocabulary and note."""
    name = f"**`{column.name}`**" if column.required else f"`{column.name}`"
    notes = [" ".join(f"`{c}`" for c in column.choices), column.about, "may lie in the future" if column.plan else ""]
    return name, column.type, "; ".join(n for n in notes if n)


def plain(kind: pa.DataType) -> str:
    """Return an Arrow type in the contract's own words."""
    known = {"string": "string", "double": "float", "int64": "int", "bool": "bool"}
    return known.get(str(kind), "time" if pa.types.is_timestamp(kind) else "list")


def commands() -> Iterator[str]:
    yield from ("# Commands", "")
    yield "`aboveboard COMMAND --help` prints the same. Exit codes are in [errors.md](errors.md)."
    yield from ("", "## aboveboard", "", "Options that stand before a command.", "")
    root = typer.main.get_command(app)
    yield from grid(["option", "type", "default", "meaning"], [parameter(p) for p in root.params])
    yield ""
    for path, command in leaves():
        yield from (f"## {path}", "", command.help, "")
        yield from ("```", f"{path} {usage(command)}".strip(), "```", "")
        rows = [parameter(p) for p in command.params if not p.hidden]
        yield from grid(["argument or option", "type", "default", "meaning"], rows)
        yield from ("", f"Example: `{command.epilog.removeprefix('Example: ')}`", "")


def leaves(group: TyperGroup | None = None, path: str = "aboveboard") -> Iterator[tuple[str, TyperCommand]]:
    """Yield (spoken name, command) of every command, sub-commands too, by name: their order in the program is that of imports."""
    for name, command in sorted((group or typer.main.get_command(app)).commands.items()):
        if isinstance(command, TyperGroup):
            yield from leaves(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


def usage(command: TyperCommand) -> str:
    needed = [p for p in command.params if p.param_type_name == "argument"]
    named = [p for p in command.params if p.required and p not in needed]
    words = [(p.metavar or p.name).upper() if p.required else f"[{p.name.upper()}]" for p in needed]
    more = ["[options]"] if len(needed) + len(named) < len(command.params) else []
    return " ".join([*words, *(f"{p.opts[0]} {p.name.upper()}" for p in named), *more])


def parameter(p: TyperArgument | TyperOption) -> tuple[str, str, str, str]:
    """Return one argument's or option's row."""
    argument = p.param_type_name == "argument"
    spoken = (
        f"`{(p.metavar or p.name).upper()}`" if argument else " ".join(f"`{o}`" for o in [*p.opts, *p.secondary_opts])
    )
    default = "must be given" if p.required else "" if p.default is None or p.default is False else f"`{p.default}`"
    least = getattr(p.type_descriptor.parameter_info, "min", None)
    kind = "flag" if getattr(p, "is_flag", False) else SPOKEN[p.display_type(None)]
    return spoken, kind + (f", at least {least}" if least is not None else ""), default, p.help


def failures() -> Iterator[str]:
    yield from ("# Errors and exit codes", "")
    yield "Every error prints one line a fault on standard error, and no traceback. A command that fails leaves"
    yield "nothing half-written behind."
    yield from ("", "## Exit codes", "")
    yield from grid(
        ["code", "meaning"],
        [
            (0, "It worked. Findings are not an error."),
            (1, "Its output was closed while it wrote, as `head` does."),
            (2, "The command, the input or the policy is wrong, and you can mend it."),
            (3, "The result could not be written, the engine failed, or Aboveboard itself is broken, and says so."),
            (INTERRUPTED, "Ctrl-C."),
        ],
    )
    yield from ("", "## Classes", "", "For callers from Python. All are in `aboveboard.errors`.", "")
    yield from grid(["class", "exit code", "meaning"], [(f"`{c.__name__}`", c.exit_code, first(c)) for c in classes()])


def classes() -> list[type[errors.AboveboardError]]:
    """Return every error class, the root first."""
    found = [getattr(errors, name) for name in errors.__all__]
    return sorted(found, key=lambda c: (len(c.__mro__), c.__name__))


def first(thing: object) -> str:
    """Return the first line of a docstring."""
    return (inspect.getdoc(thing) or "").splitlines()[0]


def settings() -> Iterator[str]:
    used = places()
    missing, dead = sorted(set(used) - set(SETTINGS)), sorted(set(SETTINGS) - set(used))
    if missing or dead:
        sys.exit(f"scripts/build_docs.py, SETTINGS: undocumented {missing}, no longer read {dead}")
    yield from ("# Settings", "")
    yield "Everything is an option of a command, but for these environment variables. None is needed for a first scan."
    yield ""
    rows = [(f"`{n}`", SETTINGS[n], ", ".join(ROOMS[r] for r in used[n])) for n in sorted(used)]
    yield from grid(["variable", "meaning", "read by"], rows)


def places() -> dict[str, list[str]]:
    """Return each environment variable of ours and the rooms whose files name it."""
    found: dict[str, set[str]] = {}
    for path in (p for pattern in READ_BY for p in sorted(ROOT.glob(pattern)) if p.name != "test_docs.py"):
        room = path.relative_to(ROOT).parts[0]
        for name in SETTING.findall(path.read_text(encoding="utf-8")):
            found.setdefault(name, set()).add(room)
    return {name: sorted(rooms) for name, rooms in found.items()}


def interface() -> Iterator[str]:
    """Write every route of the service from its OpenAPI document: what it does, and the permission that it takes."""
    document = described()
    yield from ("# HTTP", "")
    yield "Every route of the service. `/v1/openapi.json` describes the same with every field of every body, for clients and generators."
    yield "A route is asked with `Authorization: Bearer TOKEN`, or from a browser with its log-in; who holds which permission stands in"
    yield "[the staff page](../howto/staff.md). Errors are problem documents (RFC 9457). Every change takes an `Idempotency-Key`."
    parts: dict[str, list[Sequence[object]]] = {}
    for path, operations in sorted(document["paths"].items()):
        for verb, said in operations.items():
            asked = {"": "none", "person": "any log-in"}.get(p := said.get("x-permission", ""), f"`{p}`")
            row = (f"`{verb.upper()} {path}`", asked, brief(said))
            parts.setdefault((said.get("tags") or ["rows and checks"])[0], []).append(row)
    for part, rows in sorted(parts.items()):
        yield from ("", f"## {part.replace('-', ' ').capitalize()}", "")
        yield from grid(["route", "permission", "what it does"], rows)
    yield from ("", "## Permissions", "")
    yield from grid(["permission", "allows to"], [(f"`{n}`", means) for n, means in PERMISSIONS.items()])


def described() -> dict[str, Any]:
    """Return the OpenAPI document of the service, without a store behind it."""
    return create(Desk(None, ROOT, None)).openapi()  # pyright: ignore[reportArgumentType]  # nothing is asked of them


def brief(operation: Mapping[str, Any]) -> str:
    """Return the first sentence of what a route does."""
    return " ".join((operation.get("description") or operation["summary"]).split("\n\n")[0].split())


if __name__ == "__main__":
    main()
