"""What set-up compiles is all that is ever compiled: no scan waits for numba."""

import importlib.util
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import numba

from aboveboard import compiling
from aboveboard.graph import compiled as graph
from aboveboard.names import drawn_letters
from aboveboard.text import terms

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
_spec = importlib.util.spec_from_file_location("compile_loops", ROOT / "scripts" / "compile_loops.py")
assert _spec is not None
assert _spec.loader is not None
compile_loops = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(compile_loops)


def test_each_module_with_loops_is_compiled_when_a_program_is_set_up():
    """A module that asks for a compiled loop, or decorates one, must be known to the script: by its loops, or by name."""
    asks = {p for p in SOURCE.rglob("*.py") if re.search(r"from aboveboard.compiling import", p.read_text("utf-8"))}
    decorates = {
        p
        for p in SOURCE.rglob("*.py")
        if re.search(r"^from aboveboard.numbered import numba as nb", p.read_text("utf-8"), re.MULTILINE)
    }
    imports = {p for p in SOURCE.rglob("*.py") if re.search(r"^\s*import numba", p.read_text("utf-8"), re.MULTILINE)}
    assert {p.name for p in imports} == {"numbered.py"}
    assert {p.relative_to(SOURCE / "aboveboard").as_posix() for p in asks} == {
        "derived/offer_reading.py", "derived/profession_bearing.py", "graph/compiled.py", "models/grams.py", "names/drawn_letters.py", "names/edges.py", "names/read_at_once.py",
        "series/compiled.py", "text/letterwise.py", "text/near_compiled.py", "text/streams.py", "text/terms.py",
    }  # fmt: skip
    for name in compile_loops.DECORATED:
        importlib.import_module(name)
    named = {p for p in decorates if p.relative_to(SOURCE).with_suffix("").as_posix().replace("/", ".") in sys.modules}
    assert named == decorates


def test_every_loop_is_compiled_once_for_each_signature_it_is_asked_with(monkeypatch):
    made = list[tuple[str, str]]()
    monkeypatch.setattr(compile_loops, "compiled", lambda loop, signature: made.append((loop.__name__, signature)))
    compile_loops.keep(list(compile_loops.loops()))
    asked = {(drawn_letters.led.__name__, drawn_letters.LED)}
    asked |= {("walk" if n == "walk" else "read", s) for n, s in terms.term_loops.SIGNATURES.items()}
    asked |= {(name, signature) for name, signature in graph._SIGNATURES.items()}
    assert asked <= set(made)
    assert len(made) == len(set(made))


def test_a_loop_that_is_kept_is_read_and_not_compiled_again(tmp_path, monkeypatch):
    monkeypatch.setattr(numba.config, "CACHE_DIR", str(tmp_path))
    loop, signature = graph.loops.rename, graph._SIGNATURES["rename"]
    compiling._made(loop, signature)
    again = compiling._made(loop, signature)
    assert sum(again.stats.cache_hits.values()) == 1


def test_threads_that_ask_at_once_for_a_loop_get_the_same_one():
    def doubled(numbers):
        for n in range(len(numbers)):
            numbers[n] *= 2

    doubled.__module__ = "__main__"  # no file beside this one
    at_once = Barrier(4)

    def ask(_):
        at_once.wait()
        return compiling.compiled(doubled, "void(i8[::1])")

    with ThreadPoolExecutor(4) as pool:
        assert len(set(map(id, pool.map(ask, range(4))))) == 1
