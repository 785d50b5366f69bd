"""`serve --demo`: an empty folder is filled once and has cases; one with rows of its own is left alone."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import aboveboard.policy
from aboveboard.app.filling import fill
from aboveboard.app.filling_demo import fill_demo
from aboveboard.deciding.policy_life import adopt
from aboveboard.deciding.sitting import sit
from aboveboard.deciding.values import Limits
from aboveboard.store import Ledger, open_store
from served import NOW

SHIPPED = Path(aboveboard.policy.__file__).with_name("default.toml")
PROGRAM = Path(sys.executable).parent / "aboveboard"


def test_an_empty_folder_is_filled_once_and_cases_wait(tmp_path):
    with closing(open_store(tmp_path)) as store:
        ledger, seen = Ledger(store), []
        with sit(ledger, NOW) as s:
            adopt(s, SHIPPED.read_text(encoding="utf-8"), NOW.replace(year=2027))
        done = fill_demo(ledger, tmp_path, NOW, Limits(), accounts=300, progress=lambda *told: seen.append(told))
        assert sum(done.rows.values()) == done.scan.rows > 3_000
        assert done.scan.findings >= done.cases > 0
        assert seen[-1] == ("scanning", 1, 1)
        assert fill_demo(ledger, tmp_path, NOW, Limits()) is None


def test_a_folder_with_rows_of_its_own_is_left_alone(tmp_path):
    (tmp_path / "world").mkdir()
    (tmp_path / "world" / "accounts.csv").write_text("account_id,handle\na1,anna\n")
    with closing(open_store(tmp_path / "data")) as store:
        fill(store, tmp_path / "world", NOW)
    command = [PROGRAM, "serve", "--demo", "--data", tmp_path / "data", "--port", "0"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 2
    assert "holds rows that no demo made; --demo fills an empty data folder" in done.stderr
    assert not (tmp_path / "data" / ".demo").exists()
