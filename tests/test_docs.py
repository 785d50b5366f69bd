"""Undocumented means the build fails: what the code has, the pages say, and what the pages say can be typed."""

import ast
import importlib.util
import re
import shlex
import subprocess
import sys
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

import pyarrow.parquet as pq
import pytest
import typer
from typer.core import TyperGroup

from aboveboard import app as verbs
from aboveboard import errors
from aboveboard.app.scanning import read_table
from aboveboard.cases.bars import BAR_KINDS
from aboveboard.cases.drawing import drawing
from aboveboard.cases.kinds import KINDS, ROLES
from aboveboard.cases.notices import NOTICES
from aboveboard.cases.periods import Periods
from aboveboard.cases.states import ACTS, GROUNDS, HOLDS, PLANS, STATES
from aboveboard.cases.timers import TIMERS
from aboveboard.cli.program import app
from aboveboard.connectors.files import read_world
from aboveboard.core import DECISIONS, FINDINGS, RINGS, VIOLATIONS
from aboveboard.detector import book
from aboveboard.tables import TABLES

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "aboveboard"
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
HOSTS = ("py" + "pi.org", "python" + "hosted", "npm" + "js", "crates" + ".io", "rubygems" + ".org", "ana" + "conda.org")
COMMANDS = typer.main.get_command(app)


def load_builder():
    scripts = ROOT / "scripts"
    sys.path.append(str(scripts))  # what it imports stands beside it
    spec = importlib.util.spec_from_file_location("build_docs", scripts / "build_docs.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BUILDER = load_builder()


def text_of(path):
    return path.read_text(encoding="utf-8")


def page(name):
    return text_of(ROOT / "docs" / name)


def shown(path):
    return path.relative_to(ROOT).as_posix()


every_page = pytest.mark.parametrize("path", PAGES, ids=shown)


# ---- generated pages


def test_generated_pages_are_what_the_code_says_now(tmp_path):
    BUILDER.main(tmp_path)
    made = {p.relative_to(tmp_path).as_posix(): text_of(p) for p in tmp_path.rglob("*.md")}
    old = [n for n, text in made.items() if not (ROOT / "docs" / n).is_file() or page(n) != text]
    left = [shown(p) for p in BUILDER.stale(ROOT / "docs", set(made))]
    assert not old + left, f"run `make docs`: {', '.join(old + left)}"


def test_writing_pages_removes_those_of_detectors_that_are_gone(tmp_path):
    gone, mine = tmp_path / "detectors" / "gone.md", tmp_path / "mine.md"
    gone.parent.mkdir()
    gone.write_text(BUILDER.GENERATED)
    mine.write_text("by hand")
    BUILDER.main(tmp_path)
    assert not gone.exists()
    assert mine.exists()


def test_a_setting_nobody_documented_stops_the_build(monkeypatch):
    monkeypatch.setattr(BUILDER, "SETTINGS", {})
    with pytest.raises(SystemExit, match="ABOVEBOARD_TOKEN_KEY"):
        BUILDER.pages()


# ---- nothing is undocumented


def test_every_table_column_and_violation_is_documented():
    told = page("reference/tables.md")
    columns = {c.name for t in TABLES.values() for c in t.columns} | {
        n for s in (FINDINGS, DECISIONS, RINGS) for n in s.names
    }
    missing = [f"### {t}" for t in TABLES if f"### {t}\n" not in told]
    missing += [c for c in sorted(columns | set(VIOLATIONS)) if f"`{c}`" not in told]
    assert not missing


@pytest.mark.parametrize(
    "name", ["notices", "holds", "warnings", "ratings", "grants", "play_rules", "play_hours", "holidays"]
)
def test_the_rows_shown_of_an_optional_table_can_be_read_and_fill_every_column(name, tmp_path):
    section = page("reference/tables.md").split(f"### {name}\n")[1].split("\n### ")[0]
    shown_ = section.split("```\n")[1]
    (tmp_path / f"{name}.csv").write_text(shown_, encoding="utf-8")
    (tmp_path / "accounts.csv").write_text("account_id,handle\na,a\n", encoding="utf-8")
    world = read_world(tmp_path, staging=tmp_path, as_of=datetime(2026, 1, 1, tzinfo=UTC))
    read = read_table(world, name)
    assert (world.warnings, dict(world.rejected)) == ((), {})
    assert read.num_rows == len(shown_.splitlines()) - 1
    assert read.column_names == [c.name for c in TABLES[name].columns]
    assert not [c for c in read.column_names if read[c].null_count == read.num_rows]


def test_every_command_and_option_is_documented():
    told = page("reference/commands.md")
    for path, command in BUILDER.leaves():
        section = told.split(f"## {path}\n")[1].split("\n## ")[0]
        options = [o for p in command.params if p.param_type_name == "option" for o in p.opts]
        assert not [o for o in options if f"`{o}`" not in section], path
        assert command.help in section
        assert command.epilog.startswith("Example: ")


def test_every_error_class_is_documented_and_has_an_exit_code():
    told = page("reference/errors.md")
    for name in errors.__all__:
        assert re.search(rf"^\| `{name}` \| [23] \| .+ \|$", told, re.MULTILINE)


def test_every_state_event_date_notice_and_period_of_a_life_is_documented():
    told = page("reference/life-cycle.md")
    named = [
        *STATES,
        *KINDS,
        *NOTICES,
        *ROLES,
        *ACTS,
        *GROUNDS,
        *HOLDS,
        *PLANS,
        *BAR_KINDS,
        *(f.name for f in fields(Periods)),
    ]
    assert not [n for n in named if f"| `{n}` |" not in told]
    assert not [t.about for t in (*STATES.values(), *KINDS.values()) if t.about not in told]
    assert not [n.name for n in NOTICES.values() if n.says not in told]
    assert set(TIMERS) == {k.name for k in KINDS.values() if "timer" in k.by}
    assert not [when for when in TIMERS.values() if when not in told]


def test_the_example_of_a_life_prints_what_the_page_says(capsys):
    code, printed = re.findall(r"```(?:python)?\n(.*?)```", page("reference/life-cycle.md"), re.DOTALL)
    exec(code, {})  # noqa: S102 - our own page
    assert capsys.readouterr().out == printed


def test_the_picture_of_a_life_is_what_the_code_says_now():
    (name,) = re.findall(r"!\[[^\]]+\]\(\.\./(.+?)\)", page("reference/life-cycle.md"))
    assert page(name) == drawing() == BUILDER.pictures()[name], "run `make docs`"


def test_every_setting_is_documented():
    told = page("reference/settings.md")
    assert not [name for name in BUILDER.places() if f"| `{name}` |" not in told]


def test_every_detector_is_documented_and_listed():
    index = page("detectors/README.md")
    for detector in book():
        assert f"[{detector.name}]({detector.name}.md)" in index
        assert all(m.says in page(f"detectors/{detector.name}.md") for m in detector.mistakes)
        assert f"`{detector.name}`" in page("why.md")


def undocumented(path):
    """Public modules, classes and functions without a docstring."""
    tree = ast.parse(text_of(path))
    if text_of(path).strip() and not ast.get_docstring(tree):
        yield shown(path)
    for node in [n for c in [tree, *tree.body] if isinstance(c, ast.Module | ast.ClassDef) for n in c.body]:
        named = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        if named and not node.name.startswith("_") and not ast.get_docstring(node):
            yield f"{shown(path)}:{node.lineno} {node.name}"


def test_everything_public_has_a_docstring():
    private = {n for p in SOURCE.rglob("*.py") for n in undocumented(p) if not inside_private(p, n)}
    assert not private, "\n".join(sorted(private))


def inside_private(path, named):
    """Whether a method belongs to a class whose name starts with an underscore."""
    if ":" not in named:
        return False
    line = int(named.split(":")[1].split()[0])
    classes = [n for n in ast.parse(text_of(path)).body if isinstance(n, ast.ClassDef)]
    return any(c.lineno < line <= c.end_lineno and c.name.startswith("_") for c in classes)


# ---- what the pages say can be done


def anchor(heading):
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def anchors(path):
    return {anchor(h) for h in re.findall(r"^#+ (.+)$", text_of(path), re.MULTILINE)}


@every_page
def test_every_relative_link_leads_somewhere(path):
    links = re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", text_of(path), flags=re.DOTALL))
    for link in (unquote(n) for n in links if not re.match(r"[a-z]+:", n)):
        name, _, place = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.exists(), link
        assert not place or place in anchors(target), link


def typed(path):
    """Every `aboveboard …` line of a page, in blocks and between backticks."""
    text = text_of(path)
    blocks = re.findall(r"```\w*\n(.*?)```", text, re.DOTALL)
    rest = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    lines += re.findall(r"`((?:ABOVEBOARD_\S+ )?aboveboard [^`]+)`", rest)
    return [n for n in lines if re.match(r"(ABOVEBOARD_\S+ )?aboveboard ", n)]


def wrong_with(line):
    words = shlex.split(re.sub(r" *[>|] *\S+$", "", line).replace("…", "x"), comments=True)
    words = words[words.index("aboveboard") + 1 :]
    group = COMMANDS
    while isinstance(group, TyperGroup) and words and not words[0].startswith("-"):
        if words[0] == "COMMAND":
            return ""
        if words[0] not in group.commands:
            return f"no command {words[0]}"
        group, words = group.commands[words[0]], words[1:]
    known = {o for p in group.params for o in [*p.opts, *p.secondary_opts]} | {"--help"}
    bad = [w for w in words if w.startswith("--") and w.split("=")[0] not in known]
    return f"no option {bad}" if bad else ""


@every_page
def test_every_command_line_on_a_page_can_be_typed(path):
    assert not [f"{line}: {wrong_with(line)}" for line in typed(path) if wrong_with(line)]


def test_a_mistyped_command_line_would_be_noticed():
    assert wrong_with("aboveboard scam world --out x")
    assert wrong_with("aboveboard scan world --ouput x")
    assert not wrong_with("aboveboard policy diff a b --world w --json > changes.json")


def test_every_make_target_on_a_page_exists():
    targets = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    named = {t for p in PAGES for t in re.findall(r"(?:^|`)make ([a-z]+)(?=[` ]|$)", text_of(p), re.MULTILINE)}
    assert {"demo", "test"} <= named <= targets


@every_page
def test_no_public_registry_is_named(path):
    assert not [host for host in HOSTS if host in text_of(path)]


# ---- the front page


def test_the_front_page_is_short_and_shows_a_report_and_two_pages_of_the_console():
    front = text_of(ROOT / "README.md")
    assert front.count("\n") <= 150
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", front)
    assert len(pictures) == 3
    assert all(0 < (ROOT / p).stat().st_size < 300_000 for p in pictures)


def test_the_finding_on_the_front_page_is_found_by_the_demo(shown_demo):
    demo, _ = shown_demo
    found = pq.read_table(demo / "scan" / "findings.parquet").to_pylist()
    [quoted] = re.findall(r"^> (.+)$", text_of(ROOT / "README.md"), re.MULTILINE)
    [finding] = [f for f in found if f["says"] == quoted]
    front = text_of(ROOT / "README.md").replace("\n", " ")
    assert f"It is *{finding['tier']}*, score {finding['score']:.2f};" in front
    assert f"its evidence is {', '.join(finding['classes'][:-1])} and {finding['classes'][-1]}." in front


def test_the_smallest_example_on_the_front_page_can_be_scanned(tmp_path):
    [table] = re.findall(r"```\n(account_id,.*?)```", text_of(ROOT / "README.md"), re.DOTALL)
    (tmp_path / "my-platform").mkdir()
    (tmp_path / "my-platform" / "accounts.csv").write_text(table)
    assert verbs.scan(tmp_path / "my-platform", tmp_path / "result")["counts"] == {"zombie": {"possible": 1}}


def test_the_sentence_in_the_tour_is_what_its_example_gives(tmp_path):
    tour = page("start.md")
    [table] = re.findall(r"<<END\n(account_id,.*?)END", tour, re.DOTALL)
    (tmp_path / "my-platform").mkdir()
    (tmp_path / "my-platform" / "accounts.csv").write_text(table)
    verbs.scan(tmp_path / "my-platform", tmp_path / "result")
    [finding] = pq.read_table(tmp_path / "result" / "findings.parquet").to_pylist()
    assert f"> {finding['says']}\n" in tour


def test_the_file_a_newcomer_copies_exists():
    [source] = re.findall(r"^cp (\S+) ", text_of(ROOT / "CONTRIBUTING.md"), re.MULTILINE)
    assert (ROOT / source).is_file()


def test_no_tracked_file_names_a_public_registry():
    files = subprocess.run(["git", "ls-files", "*.py", "*.toml", "*.md", "*.sh", "Makefile", ".ci"], cwd=ROOT, capture_output=True, text=True, check=True)  # fmt: skip
    named = [n for n in files.stdout.split() if (ROOT / n).is_file() and any(h in text_of(ROOT / n) for h in HOSTS)]
    assert not named
