"""The command line as a person meets it: arguments in; what is printed, the exit code and the files out."""

import sys
from dataclasses import dataclass

import pytest
from cli_worlds import account, write_csv

from aboveboard.cli import main


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str


@pytest.fixture
def aboveboard(capsys, monkeypatch, tmp_path):
    """Run one command line in this process, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["aboveboard", *map(str, words)])
        code = 0
        try:
            main()
        except SystemExit as leaving:
            code = leaving.code or 0
        return Said(code, *capsys.readouterr())

    return run


@pytest.fixture
def world(tmp_path):
    """Two accounts that nobody used for years, one that somebody used yesterday."""
    write_csv(
        tmp_path / "world" / "accounts.csv",
        [account("ann", "2022-01-02"), account("bob", "2021-03-04"), account("eve", "2025-12-31")],
    )
    return tmp_path / "world"
