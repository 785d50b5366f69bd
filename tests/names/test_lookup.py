"""A register finds the names that one name may be written after, and says how."""

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.errors import InputError
from aboveboard.names import lookup
from aboveboard.names.likeness import compare
from aboveboard.names.lookup import FOUND, Register
from aboveboard.names.lookup_parts import asked

STOCK = [
    "Harbour Tales",
    "Harbor Tails",
    "Quarry Notes",
    "Barnes Review",
    "人民日报社",
    "王小明",
    "Vera Lund",
    "quarrynotes",
    "Ли Море",
]


def strings(values):
    return pa.array(values, pa.string())


def register_of(names, protected=True):
    return Register.build(strings([f"i{n}" for n in range(len(names))]), strings(names), protected)


def answers(register):
    return register.search(strings([*STOCK, "Наrbour Tales", "Hqrbour Tales"])).to_pylist()


@pytest.mark.parametrize(
    ("name", "model", "kind"),
    [
        ("Наrbour Tales", "Harbour Tales", "homoglyph"),
        ("H4rbour_Ta1es", "Harbour Tales", "leet"),
        ("Harbour Tales Official", "Harbour Tales", "affix"),
        ("Tales Harbour", "Harbour Tales", "order"),
        ("Harboour Tales", "Harbour Tales", "repeat"),
        ("Bames Review", "Barnes Review", "repeat"),
        ("Bames Revew", "Barnes Review", "edit"),
        ("人民曰报社", "人民日报社", "near_shape"),
        ("人民日抱社", "人民日报社", "homophone"),
        ("renmin ribao she", "人民日报社", "pinyin"),
        ("人民日扌艮社", "人民日报社", "split"),
        ("Hrbour Tlaes", "Harbour Tales", "edit"),
        ("Official Harbor Tales", "Harbour Tales", "homophone"),
    ],
)
def test_each_way_of_writing_a_name_after_another_is_found_and_told(name, model, kind):
    found = {m.name: m.likeness for m in register_of(STOCK).check(name)}
    assert found[model] == compare(name, model)
    assert kind in found[model].kinds


def test_a_name_that_is_only_a_letter_off_where_letters_are_few_is_another_name():
    assert register_of(["Ann", "王明"]).check("Any") == []
    assert register_of(["Ann", "王明"]).check("王红") == []


def test_the_surest_likeness_comes_first_and_unlike_candidates_are_dropped():
    found = register_of(STOCK).check("Harbor Tales")
    assert [m.likeness.alike for m in found] == sorted((m.likeness.alike for m in found), reverse=True)
    assert all(m.likeness.says for m in found)


def test_everybody_who_bears_a_name_is_counted_and_the_first_are_listed():
    many = lookup.LISTED + 5
    register = Register.build(strings([f"c{n:03}" for n in range(many)]), strings(["Vera Lund"] * many))
    register.add(strings(["a"]), strings(["Vera Lund"]), True)
    (match,) = register.check("vera.lund")
    assert match.bearers == many + 1
    assert match.ids == ("a", *(f"c{n:03}" for n in range(lookup.LISTED - 1)))
    assert match.protected


def test_no_more_than_the_bound_are_ranked_and_the_nearest_stay():
    near = ["harbour tales", *(f"harbour tales{a}" for a in "bcdfghjklmnpqrtuvwxyz")]
    register = register_of(near, protected=False)
    found = register.candidates(strings(["harbour tales", None, "vera"]))
    assert found["row"].to_pylist() == [0] * lookup.RANKED
    assert found["name"][0].as_py() == "harbour tales"
    assert found["grade"].to_pylist() == sorted(found["grade"].to_pylist())


def test_an_id_may_have_several_names_and_goes_with_all_of_them():
    register = Register.build(strings(["org", "org"]), strings(["Harbour Tales", "Quarry Notes"]))
    assert [m.ids for m in register.check("quarrynotes")] == [("org",)]
    register.remove(strings(["org", "nobody", None]))
    assert (len(register), register.check("quarrynotes"), register.check("harbour tales")) == (0, [], [])


def test_a_table_of_names_gets_the_answers_each_would_get():
    register = register_of(STOCK, protected=pa.array([n % 2 == 0 for n in range(len(STOCK))]))
    asked = [*STOCK, None, "", "Наrbour Tales"]
    table = register.search(strings(asked))
    assert table.schema == FOUND
    for row, name in enumerate(asked):
        told = [r["says"] for r in table.to_pylist() if r["row"] == row]
        assert told == ([m.likeness.says for m in register.check(name)] if name is not None else [])


CHANGES = st.lists(
    st.tuples(st.integers(0, 7), st.one_of(st.none(), st.sampled_from(STOCK)), st.booleans()), min_size=1, max_size=14
)


@settings(max_examples=25, deadline=None)
@given(CHANGES)
def test_what_is_added_is_found_what_is_removed_is_not_and_a_saved_register_says_the_same(tmp_path_factory, changes):
    folder = tmp_path_factory.mktemp("r") / "register"
    register, now = register_of([]), {}
    for number, name, reopen in changes:
        if name is None:
            register.remove(strings([f"i{number}"]))
            now.pop(number, None)
        else:
            register.add(strings([f"i{number}"]), strings([name]), number % 2 == 0)
            now[number] = name
        if reopen:
            register.save(folder)
            register = Register.open(folder)
    assert len(register) == len(now)
    found = {
        (r["row"], r["name"], i) for r in register.search(strings(list(now.values()))).to_pylist() for i in r["ids"]
    }
    assert found >= {(row, name, f"i{number}") for row, (number, name) in enumerate(now.items())}
    ids, marks = strings([f"i{n}" for n in now]), pa.array([n % 2 == 0 for n in now], pa.bool_())
    assert answers(register) == answers(Register.build(ids, strings(list(now.values())), marks))


def test_saving_again_writes_only_what_is_new(tmp_path):
    register = register_of(STOCK)
    register.save(tmp_path / "r")
    (large,) = (tmp_path / "r").glob("*.part")
    before = large.stat().st_mtime_ns
    opened = Register.open(tmp_path / "r")
    opened.remove(strings(["i0"]))
    opened.add(strings(["new"]), strings(["Otto Karl"]))
    opened.save(tmp_path / "r")
    assert large.stat().st_mtime_ns == before
    assert len(list((tmp_path / "r").iterdir())) == 3
    again = Register.open(tmp_path / "r")
    assert answers(again) == answers(opened)
    assert [m.ids for m in again.check("0tto Karl")] == [("new",)]


def test_parts_that_are_no_longer_needed_leave_the_folder(tmp_path):
    register = register_of(STOCK)
    for n in range(10):
        register.add(strings([f"n{n}"]), strings([f"Vera Lund {n}"]))
        register.save(tmp_path / "r")
    assert len(list((tmp_path / "r").glob("*.part"))) == len(register._parts) < 5
    assert len(Register.open(tmp_path / "r")) == len(STOCK) + 10


def test_a_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("keep")
    with pytest.raises(InputError, match="left alone"):
        register_of(STOCK).save(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("damaged", ["register", "*.part"])
def test_a_damaged_or_missing_file_gives_one_clear_error(tmp_path, damaged):
    register_of(STOCK).save(tmp_path / "r")
    (file,) = (tmp_path / "r").glob(damaged)
    file.write_bytes(file.read_bytes()[:70])
    with pytest.raises(InputError, match="not a name index that can be read"):
        Register.open(tmp_path / "r")
    file.unlink()
    with pytest.raises(InputError, match="not a name index that can be read"):
        Register.open(tmp_path / "r")


def test_a_register_whose_keys_were_made_otherwise_is_not_opened(tmp_path, monkeypatch):
    register_of(STOCK).save(tmp_path / "r")
    monkeypatch.setattr(lookup, "_made_by", lambda: b"another")
    with pytest.raises(InputError, match="build it again"):
        Register.open(tmp_path / "r")


def test_an_entry_needs_an_id_a_name_and_a_mark():
    with pytest.raises(InputError, match="2 ids, 1 names"):
        Register.build(strings(["a", "b"]), strings(["x"]))
    with pytest.raises(InputError, match="has no id"):
        Register.build(strings([None]), strings(["x"]))


def near(register, names):
    found = register.near_each(names, asked(strings(names)))
    assert found == dict(zip(names, register.recalled(names), strict=True))
    return {name: [(one.name, one.ids) for one in some] for name, some in found.items()}


def test_what_is_near_a_name_is_recalled_until_the_register_changes():
    register, names = register_of(STOCK), ["Harbor Tales", "Nobody of all", "王小朋"]
    assert register.recalled(names) == [None] * len(names)
    before = near(register, names)
    assert before["Nobody of all"] == []
    assert ("Harbour Tales", ("i0",)) in before["Harbor Tales"]
    other = register.copy()
    other.remove(strings(["i0"]))
    assert ("Harbour Tales", ("i0",)) not in near(other, names)["Harbor Tales"]
    other.add(strings(["new"]), strings(["Nobody of all"]))
    assert near(other, names)["Nobody of all"] == [("Nobody of all", ("new",))]
    assert register.recalled(names) != [None] * len(names)
    assert near(register, names) == before


def test_a_register_recalls_only_so_much(monkeypatch):
    monkeypatch.setattr(lookup, "_RECALLED", 3)
    register = register_of(STOCK)
    for name in STOCK:
        near(register, [name])
    assert sum(some is not None for some in register.recalled(STOCK)) < len(STOCK)
