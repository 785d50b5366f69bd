"""The shape of the code: who may import whom, and the sizes a reviewer can check. See `design/architecture.md`."""

import ast
from graphlib import CycleError, TopologicalSorter
from itertools import chain
from pathlib import Path
from statistics import median, quantiles

import grimp
import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "aboveboard"
MODULES = sorted(SOURCE.rglob("*.py"))
BANNED = {"utils", "misc", "helpers", "common", "constants", "manager"}
LONGEST_FILE, MEDIAN_FILE, MOST_NAMES = 400, 120, 20
MEDIAN_FUNCTION, P90_FUNCTION = 8, 30

every_module = pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))


def lines_of(path):
    return path.read_text(encoding="utf-8").count("\n")


def functions():
    """(lines, place) of every function: its body, without signature and docstring."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) is not None else node.body
                lines = body[-1].end_lineno - body[0].lineno + 1 if body else 0
                yield lines, f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"


def longest(sizes, count=12):
    return "\n".join(f"{lines:4} {place}" for lines, place in sorted(sizes, reverse=True)[:count])


def test_arrows_between_rooms_go_down_only(capfd, monkeypatch):
    monkeypatch.chdir(ROOT)
    status = lint_imports(no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capfd.readouterr().out


def test_no_module_imports_itself_through_others_even_inside_functions():
    graph = grimp.build_graph("aboveboard", exclude_type_checking_imports=True, cache_dir=None)
    arrows = {m: graph.find_modules_directly_imported_by(m) for m in graph.modules}
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        pytest.fail("import cycle: " + " <- ".join(error.args[1]))


def test_no_module_is_a_drawer_for_everything():
    assert not [str(m.relative_to(ROOT)) for m in MODULES if BANNED & {m.stem, m.parent.name}]


@every_module
def test_no_file_is_too_long_to_read(module):
    assert lines_of(module) <= LONGEST_FILE


def test_half_of_the_files_are_short():
    sizes = [(lines_of(m), str(m.relative_to(ROOT))) for m in MODULES if lines_of(m)]
    assert median(s for s, _ in sizes) <= MEDIAN_FILE, longest(sizes)


def test_functions_are_short():
    sizes = list(functions())
    lines = [s for s, _ in sizes]
    assert median(lines) <= MEDIAN_FUNCTION, longest(sizes)
    assert quantiles(lines, n=10)[-1] <= P90_FUNCTION, longest(sizes)


@every_module
def test_a_module_offers_no_more_names_than_a_reader_can_hold(module):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    offered = [n.value for n in tree.body if isinstance(n, ast.Assign) and "__all__" in [t.id for t in names_in(n)]]
    assert all(len(names.elts) <= MOST_NAMES for names in offered)


def names_in(assignment):
    return chain.from_iterable((n for n in ast.walk(t) if isinstance(n, ast.Name)) for t in assignment.targets)
