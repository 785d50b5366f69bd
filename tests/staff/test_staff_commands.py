"""The commands of the staff, by which whoever is at the machine itself gets people in and out."""

import json

import pytest
from staff_days import NOW
from typer.testing import CliRunner

from aboveboard.app import staffing
from aboveboard.cli.program import app
from aboveboard.errors import InputError, StoreError
from aboveboard.staff.keys import keys_of
from aboveboard.staff.links import holder_of, make_link
from aboveboard.staff.people import join_by_password


@pytest.fixture
def run(tmp_path):
    """Run a command on a data folder of this test; its output, which must be no failure."""

    def run(*words, code=0):
        done = CliRunner().invoke(app, ["staff", *words, "--data", str(tmp_path)])
        assert done.exit_code == code, done.output
        return done.output.strip()

    return run


def test_people_and_tokens_come_and_go_from_the_machine_itself(run, tmp_path):
    link = run("add", "mika", "--role", "reviewer", "--language", "de", "--url", "https://aboveboard.example/")
    assert link.startswith("https://aboveboard.example/join#")
    token = run("token", "shop", "--may", "checks:ask", "--per-second", "5")
    assert token.startswith("ab_")
    assert run("add", "mika", "--change", "--role", "senior") == "mika is now senior"
    told = json.loads(run("list", "--json"))
    [mika], [shop] = told["people"], told["tokens"]
    assert (mika["state"], mika["roles"], mika["languages"], mika["last_used_on"]) == ("invited", ["senior"], [], None)
    assert (shop["name"], shop["permissions"], shop["made_by"], shop["state"]) == (
        "shop",
        ["checks:ask"],
        "machine",
        "live",
    )
    assert token not in json.dumps(told)
    shown = run("list")
    assert "mika" in shown
    assert "checks:ask" in shown
    assert run("token", "shop", "--revoke") == "shop is void"
    assert run("remove", "mika") == "mika is out"
    assert json.loads(run("list", "--json"))["people"] == []
    entries = [e for e in staffing_entries(tmp_path) if e["stream"] == "staff"]
    assert {e["body"].get("by") for e in entries} == {"machine"}


def staffing_entries(data):
    from aboveboard.app.keeping import ledger_entries

    return list(ledger_entries(data))


def test_somebody_who_is_locked_out_comes_in_again_by_a_link_from_the_machine(run, tmp_path):
    first = run("add", "admin", "--role", "administrator").partition("#")[2]
    second = run("link", "admin").partition("#")[2]
    assert first != second
    with staffing._roster(tmp_path) as roster:
        assert join_by_password(roster, second, "a long walk by the river", NOW.now(NOW.tzinfo))


def test_links_in_notices_are_void_after_one_command(run, tmp_path):
    link = make_link(keys_of(tmp_path), "a1", "dec_x", NOW, NOW.replace(year=2027))
    assert holder_of(keys_of(tmp_path), link, NOW)
    assert "restart the service" in run("link", "--void-notices")
    assert holder_of(keys_of(tmp_path), link, NOW) is None
    assert [e["kind"] for e in staffing_entries(tmp_path)] == ["link_key_replaced"]


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (lambda data: staffing.staff_add(data, "Mika Muster", ["reviewer"], NOW), "no name here"),
        (lambda data: staffing.staff_add(data, "mika", ["king"], NOW), "no such role"),
        (lambda data: staffing.staff_remove(data, "mika", NOW), "nobody of the name"),
        (lambda data: staffing.staff_link(data, "mika", NOW), "nobody of the name"),
        (
            lambda data: staffing.staff_token(data, "shop", ["staff:manage"], NOW, days=1, per_second=1),
            "cannot be made",
        ),
        (lambda data: staffing.staff_token_revoke(data, "shop", NOW), "no live token"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(tmp_path, act, why):
    with pytest.raises(InputError, match=why):
        act(tmp_path)


def test_a_key_that_cannot_be_read_is_said_so(tmp_path):
    (tmp_path / "staff.key").write_text("no key")
    with pytest.raises(StoreError, match=r"staff\.key"):
        staffing.staff_list(tmp_path, NOW)
