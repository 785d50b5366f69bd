import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest
import typer
from cli_worlds import FILES, account, names, write_csv
from typer.core import TyperGroup

from aboveboard.cli.commands import app

PROGRAM = Path(sys.executable).parent / "aboveboard"


def spoken(group=None, path=()):
    for name, command in (group or typer.main.get_command(app)).commands.items():
        yield from spoken(command, (*path, name)) if isinstance(command, TyperGroup) else [(*path, name)]


# ---- help


@pytest.mark.parametrize("words", list(spoken()), ids=" ".join)
def test_every_command_explains_itself_with_an_example(aboveboard, words):
    said = aboveboard(*words, "--help")
    assert said.code == 0
    assert re.search(rf"Example: .*aboveboard {' '.join(words)} ", said.out)


def test_the_program_alone_shows_what_it_can_do(aboveboard):
    said = aboveboard()
    assert "Start here: aboveboard demo" in said.out + said.err
    assert all(words[0] in said.out + said.err for words in spoken())


def test_the_version_can_be_asked_for(aboveboard):
    assert re.fullmatch(r"aboveboard \d+\.\d+\.\d+\n", aboveboard("--version").out)


def test_python_can_run_the_package_as_a_program():
    run = subprocess.run([sys.executable, "-m", "aboveboard", "--version"], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("aboveboard ")


# ---- scan


def test_a_scan_writes_five_files_and_says_where_the_report_is(aboveboard, world, tmp_path):
    said = aboveboard("scan", world, "--out", "result", "--detectors", "dormant")
    assert (said.code, said.err) == (0, "")
    assert names(tmp_path / "result") == FILES
    assert "result/report.html" in said.out
    found = pq.read_table(tmp_path / "result" / "findings.parquet").to_pylist()
    assert {f["account_id"] for f in found} == {"ann", "bob"}


def test_a_scan_leaves_nothing_but_its_folder(aboveboard, world, tmp_path):
    aboveboard("scan", world, "--out", "result")
    assert names(tmp_path) == {"world", "result"}


def test_a_failed_scan_leaves_nothing_behind(aboveboard, world, tmp_path):
    (world / "posts.csv").write_text("post_id,account_id\np1,ann\n")
    said = aboveboard("scan", world, "--out", "result")
    assert said.code == 2
    assert "posts" in said.err
    assert "at" in said.err
    assert names(tmp_path) == {"world"}


def test_a_failed_scan_keeps_the_earlier_result(aboveboard, world, tmp_path):
    aboveboard("scan", world, "--out", "result")
    before = (tmp_path / "result" / "report.html").read_bytes()
    (world / "accounts.csv").write_text("handle\nx\n")
    assert aboveboard("scan", world, "--out", "result").code == 2
    assert (tmp_path / "result" / "report.html").read_bytes() == before
    assert names(tmp_path) == {"world", "result"}


def test_a_folder_with_other_files_is_left_alone(aboveboard, world, tmp_path):
    write_csv(tmp_path / "mine" / "letters.csv", [{"to": "you"}])
    said = aboveboard("scan", world, "--out", "mine")
    assert said.code == 3
    assert "mine: the folder holds other files and is left alone" in said.err
    assert names(tmp_path / "mine") == {"letters.csv"}


def test_a_world_is_never_overwritten_by_its_own_scan(aboveboard, world):
    assert aboveboard("scan", world, "--out", world).code == 3
    assert names(world) == {"accounts.csv"}


def test_a_file_in_the_place_of_the_folder_is_left_alone(aboveboard, world, tmp_path):
    (tmp_path / "result").write_text("mine")
    said = aboveboard("scan", world, "--out", "result")
    assert (said.code, (tmp_path / "result").read_text()) == (3, "mine")


def test_an_earlier_scan_is_replaced_whole(aboveboard, world, tmp_path):
    aboveboard("scan", world, "--out", "result")
    (tmp_path / "result" / "rejected.ndjson").write_text("{}\n")
    write_csv(world / "accounts.csv", [account("new", "2020-01-01"), account("eve", "2025-12-31")])
    assert aboveboard("scan", world, "--out", "result").code == 0
    assert names(tmp_path / "result") == FILES
    assert pq.read_table(tmp_path / "result" / "findings.parquet").column("account_id").to_pylist() == ["new"]


def test_an_unknown_detector_brings_the_nearest_to_mind(aboveboard, world, tmp_path):
    said = aboveboard("scan", world, "--out", "result", "--detectors", "dormnat")
    assert said.code == 2
    assert said.err == "error: no detector is called 'dormnat'; did you mean 'dormant'?\n"
    assert names(tmp_path) == {"world"}


def test_every_unknown_detector_is_named_at_once(aboveboard, world):
    said = aboveboard("scan", world, "--out", "result", "--detectors", "dormnat,zzz")
    assert len(said.err.splitlines()) == 2


def test_a_detector_that_cannot_run_says_why(aboveboard, world):
    said = aboveboard("scan", world, "--out", "result", "--detectors", "closed_institution,dormant")
    assert said.code == 0
    assert re.search(r"^skipped closed_institution: needs \w+", said.out, re.MULTILINE)


def test_check_says_the_same_before_a_scan(aboveboard, world, tmp_path):
    said = aboveboard("check", world)
    assert said.code == 0
    assert re.search(r"closed_institution +needs \w+", said.out)
    assert re.search(r"dormant +ready", said.out)
    assert names(tmp_path) == {"world"}


def test_rows_that_cannot_be_read_are_counted_and_kept_with_their_reason(aboveboard, world, tmp_path):
    with (world / "accounts.csv").open("a") as file:
        file.write("zed,zed_h,active,yesterday,2020-01-01T00:00:00Z\n")
    said = aboveboard("scan", world, "--out", "result", "--detectors", "dormant")
    assert said.code == 0
    assert "1 rows of accounts could not be read; see result/rejected.ndjson" in said.out
    rejected = json.loads((tmp_path / "result" / "rejected.ndjson").read_text())
    assert "yesterday" in json.dumps(rejected)
    assert "rejected: {" in aboveboard("check", world).out


def test_the_time_of_judgement_can_be_given(aboveboard, world, tmp_path):
    said = aboveboard("scan", world, "--out", "result", "--detectors", "dormant", "--as-of", "2027-06-01T00:00:00Z")
    assert said.code == 0
    assert pq.read_table(tmp_path / "result" / "findings.parquet").num_rows == 3


def test_findings_decisions_and_rings_are_the_same_bytes_on_any_number_of_threads(aboveboard, world, tmp_path):
    for threads in (1, 2):
        assert aboveboard("scan", world, "--out", f"on{threads}", "--threads", threads).code == 0
    for name in ("findings.parquet", "decisions.parquet", "rings.parquet"):
        assert (tmp_path / "on1" / name).read_bytes() == (tmp_path / "on2" / name).read_bytes()


# ---- demo


def test_the_demo_makes_a_world_scans_it_and_can_be_repeated(aboveboard, tmp_path):
    first = aboveboard("demo", "--out", "demo", "--accounts", 300)
    assert (first.code, first.err) == (0, "")
    assert names(tmp_path / "demo") >= {"world", "scan"}
    assert names(tmp_path / "demo" / "scan") == FILES
    findings = (tmp_path / "demo" / "scan" / "findings.parquet").read_bytes()
    assert aboveboard("demo", "--out", "demo", "--accounts", 300).code == 0
    assert (tmp_path / "demo" / "scan" / "findings.parquet").read_bytes() == findings


def test_the_demo_deletes_no_world_it_did_not_make(aboveboard, world):
    said = aboveboard("demo", "--out", world.parent, "--accounts", 300)
    assert said.code == 3
    assert "was not made by a demo and is left alone" in said.err
    assert names(world) == {"accounts.csv"}


def test_a_generated_world_can_be_checked_and_has_labels(aboveboard, tmp_path):
    said = aboveboard("world", "made", "--accounts", 300, "--json")
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out)["accounts"] == 300
    assert re.search(r"labels +\d+", aboveboard("check", "made").out)
    assert aboveboard("world", "made", "--accounts", 300).code == 3
    assert names(tmp_path) == {"made"}


# ---- machines


def test_json_is_all_that_a_machine_gets(aboveboard, world, tmp_path):
    said = aboveboard("scan", world, "--out", "result", "--json")
    assert said.err == ""
    assert json.loads(said.out)["counts"]["zombie"]["possible"] == 2
    assert json.loads(said.out) == json.loads((tmp_path / "result" / "summary.json").read_text())


@pytest.mark.parametrize("words", [["check", "world"], ["detectors"], ["detectors", "dormant"]], ids=" ".join)
@pytest.mark.usefixtures("world")
def test_other_commands_speak_json_too(aboveboard, words):
    said = aboveboard(*words, "--json")
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out)


def on_a_terminal(*words, cwd):
    """What a terminal shows of standard error."""
    ours, theirs = os.openpty()
    run = subprocess.Popen([PROGRAM, *words], stdout=subprocess.PIPE, stderr=theirs, cwd=cwd)
    os.close(theirs)
    shown = b""
    while True:
        try:
            shown += os.read(ours, 65536)
        except OSError:
            break
    run.communicate()
    os.close(ours)
    return shown


@pytest.mark.usefixtures("world")
def test_progress_is_drawn_for_people_and_not_for_machines(tmp_path):
    assert b"writing the report" in on_a_terminal("scan", "world", "--out", "for-people", cwd=tmp_path)
    assert on_a_terminal("scan", "world", "--out", "for-machines", "--json", cwd=tmp_path) == b""


# ---- what goes wrong


def broken(name, text):
    def make(world):
        (world / name).write_bytes(text if isinstance(text, bytes) else text.encode())

    return make


FAULTS = {
    "no handle": (broken("accounts.csv", "account_id\na\n"), "handle"),
    "an empty file": (broken("accounts.csv", ""), "accounts.csv"),
    "a column named twice": (broken("accounts.csv", "account_id,handle,handle\na,x,y\n"), "handle"),
    "a parquet that ends too early": (broken("posts.parquet", b"PAR1 half"), "posts.parquet"),
    "a broken mapping": (broken("aboveboard.toml", "as_of = \n"), "aboveboard.toml"),
}


@pytest.mark.parametrize(("make", "named"), list(FAULTS.values()), ids=list(FAULTS))
def test_broken_input_is_one_clear_line_and_no_traceback(aboveboard, world, tmp_path, make, named):
    make(world)
    said = aboveboard("scan", world, "--out", "result")
    assert said.code == 2
    assert said.err.count("\n") == said.err.count("error: ") == 1
    assert named in said.err
    assert "Traceback" not in said.err
    assert names(tmp_path) == {"world"}


def test_two_faults_are_two_lines(aboveboard, world):
    (world / "posts.csv").write_text("post_id,at\np1,2025-01-01T00:00:00Z\n")
    (world / "follows.csv").write_text("follower_id\na\n")
    said = aboveboard("scan", world, "--out", "result", "--detectors", "dormant")
    assert "posts" in said.err
    assert "follows" in aboveboard("check", world).err
    assert aboveboard("check", world).err.count("error: ") == 2


@pytest.mark.parametrize("command", ["scan", "check", "evaluate"])
def test_a_world_that_is_not_there_is_one_line(aboveboard, tmp_path, command):
    out = [] if command == "check" else ["--out", "result"]
    said = aboveboard(command, "nowhere", *out)
    assert said.code == 2
    assert said.err.count("error: ") == 1
    assert "nowhere" in said.err
    assert names(tmp_path) == set()


WRONG = {
    "a time nobody can read": ["--as-of", "soon"],
    "an engine that does not exist": ["--engine", "steam"],
    "the spark engine without an address": ["--engine", "spark"],
    "no threads": ["--threads", "0"],
    "a policy that is not there": ["--policy", "nowhere.toml"],
    "a mapping that is not there": ["--mapping", "nowhere.toml"],
    "an amount of memory nobody can read": ["--memory", "lots"],
}


@pytest.mark.parametrize("options", list(WRONG.values()), ids=list(WRONG))
def test_a_wrong_option_exits_2_before_anything_is_written(aboveboard, world, tmp_path, monkeypatch, options):
    monkeypatch.delenv("ABOVEBOARD_SPARK_REMOTE", raising=False)
    said = aboveboard("scan", world, "--out", "result", *options)
    assert said.code == 2
    assert "Traceback" not in said.err
    assert options[1] in said.err or options[0] in said.err
    assert names(tmp_path) == {"world"}


def broken_check(*_, **__):
    raise ZeroDivisionError("boom")


def test_a_fault_of_ours_is_told_as_ours_in_plain_lines(aboveboard, world, monkeypatch):
    monkeypatch.setattr("aboveboard.app.check", broken_check)
    monkeypatch.delenv("ABOVEBOARD_DEBUG", raising=False)
    said = aboveboard("check", world)
    assert said.code == 3
    assert said.err.startswith("error: this is a fault of ours, not of your input: ZeroDivisionError: boom\n")
    assert "Traceback" not in said.err


def test_a_fault_of_ours_can_be_traced(aboveboard, world, monkeypatch):
    monkeypatch.setattr("aboveboard.app.check", broken_check)
    monkeypatch.setenv("ABOVEBOARD_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        aboveboard("check", world)


def test_text_from_the_input_steers_no_terminal(aboveboard, world):
    rows = [{**account("ann", "2022-01-02"), "\x1b[31mred": "x", "[bold]": "y", "\u202eturned": "z"}]
    write_csv(world / "accounts.csv", rows)
    said = aboveboard("check", world)
    assert said.code == 0
    assert "[bold]" in said.out
    assert not set(said.out + said.err) & set("\x1b\u202e")


# ---- Ctrl-C


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """Enough accounts that there is time to press Ctrl-C."""
    folder = tmp_path_factory.mktemp("large")
    count = 400_000
    ids = pa.array([f"a{n}" for n in range(count)])
    times = pa.array(["2024-01-01T00:00:00Z"] * count)
    (folder / "world").mkdir()
    table = pa.table({"account_id": ids, "handle": ids, "status": ["active"] * count, "last_active_at": times})
    pyarrow.csv.write_csv(table, folder / "world" / "accounts.csv")
    return folder


@pytest.mark.parametrize("wait", [0.0, 0.4, 1.0], ids=lambda s: f"{s} s into the scan")
def test_ctrl_c_leaves_nothing_half_written(large, wait):
    run = subprocess.Popen(
        [PROGRAM, "scan", "world", "--out", "result"],
        cwd=large, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while names(large) == {"world"} and run.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(wait)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=60)
    assert (run.returncode, err) == (130, "error: interrupted; nothing was left half-written\n")
    assert names(large) == {"world"}
