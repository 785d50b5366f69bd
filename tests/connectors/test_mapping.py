"""`aboveboard.toml`: a platform's own files and words become the contract's."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from aboveboard.connectors.files import read_world

AS_OF = datetime(2024, 6, 1, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"


def rows(world, table="accounts"):
    return pq.read_table(world.sources[table].files[0]).to_pylist()


def test_a_platform_export_with_its_own_names_times_and_words(bench):
    head = "id_str,screen_name,name,joined,state,ground,reach\n"
    row = "7,ann,Ann Ä,Sat Oct 17 22:35:31 +0000 2015,banned,tos,5\n"
    bench.write("users.csv", (head + row).encode("latin-1"))
    bench.write(
        "aboveboard.toml",
        """
        platform = "example"
        [tables.accounts]
        file = "users.csv"
        encoding = "latin-1"
        columns = { account_id = "id_str", handle = "screen_name", display_name = "name", created_at = "joined", status = "state", closed_ground = "ground", followers = "reach" }
        constants = { kind = "personal" }
        times = { created_at = { format = "%a %b %d %H:%M:%S %z %Y" } }
        values = { status = { banned = "closed" }, closed_ground = { tos = "terms" } }
        """,
    )
    assert rows(bench.read()) == [
        {
            "account_id": "7",
            "handle": "ann",
            "platform": "example",
            "display_name": "Ann Ä",
            "kind": "personal",
            "created_at": datetime(2015, 10, 17, 22, 35, 31, tzinfo=UTC),
            "status": "closed",
            "closed_ground": "terms",
            "followers": 5,
        }
    ]


def test_one_file_feeds_accounts_and_actions(bench):
    bench.write(
        "shares.csv.gz", gzip.compress(b"who,what,when\nann,x,1629589836.5\nbob,x,1629589837\nann,y,1629589838\n")
    )
    bench.write(
        "aboveboard.toml",
        """
        [tables.accounts]
        file = "shares.csv.gz"
        distinct = true
        columns = { account_id = "who", handle = "who" }
        [tables.actions]
        file = "shares.csv.gz"
        columns = { account_id = "who", object_id = "what", at = "when" }
        constants = { verb = "share" }
        times.at.unit = "s"
        """,
    )
    world = bench.read()
    assert [r["account_id"] for r in rows(world)] == ["ann", "bob"]
    assert world.sources["actions"].rows == 3
    assert world.as_of == datetime(2021, 8, 21, 23, 50, 38, tzinfo=UTC)
    assert world.rejected == {}
    assert "accounts: 1 rows repeat a key and were folded into the first, as distinct asks" in world.warnings


def test_an_id_can_be_composed_and_prefixed(bench):
    bench.write("a.csv", "net,n,name\nx,1,ann\n,2,bob\n")
    bench.write(
        "aboveboard.toml",
        """
        [tables.accounts]
        file = "a.csv"
        columns = { account_id = { from = ["net", "n"], join = ":", prefix = "p-" }, handle = "name" }
        """,
    )
    assert [r["account_id"] for r in rows(bench.read(as_of=AS_OF))] == ["p-x:1"]
    assert bench.rejected[0]["reason"] == "required cell is empty"


def test_local_times_are_read_in_their_zone(bench):
    bench.write(
        "accounts.csv", "account_id,handle,created_at\na1,ann,2024-07-01 12:00:00\na2,bob,2024-07-01T12:00:00Z\n"
    )
    bench.write("aboveboard.toml", 'zone = "Europe/Berlin"\n[tables.accounts]\n')
    assert [r["created_at"].hour for r in rows(bench.read())] == [10, 12]


def test_a_zone_for_the_whole_world_needs_no_table_entry(bench):
    bench.write("accounts.csv", "account_id,handle,created_at\na1,ann,2024-07-01 12:00:00\n")
    bench.write("aboveboard.toml", 'zone = "Europe/Berlin"\n')
    assert [r["created_at"].hour for r in rows(bench.read())] == [10]


def test_times_of_several_formats_are_tried_in_order(bench):
    bench.write("o.csv", "k,n,from\n1,a,2013-04-01\n2,b,2003\n3,c,2004-05\n4,d,20050607\n")
    bench.write(
        "aboveboard.toml",
        """
        [tables.organisations]
        file = "o.csv"
        columns = { org_id = "k", name = "n", opened_at = "from" }
        times.opened_at = { format = ["%Y-%m-%d", "%Y-%m", "%Y"], zone = "UTC" }
        """,
    )
    assert [r["opened_at"].isoformat()[:10] for r in rows(bench.read(), "organisations")] == [
        "2013-04-01",
        "2003-01-01",
        "2004-05-01",
    ]
    assert bench.rejected[0]["reason"] == "not a time of the format %Y-%m-%d or %Y-%m or %Y"


def test_whether_a_cell_is_filled_can_be_a_word(bench):
    bench.write("o.csv", "org_id,name,end\n1,a,\n2,b,2020-01-01\n")
    bench.write(
        "aboveboard.toml",
        """
        [tables.organisations]
        file = "o.csv"
        columns.status = "end"
        values.status = { "" = "active", "*" = "closed" }
        """,
    )
    assert [r["status"] for r in rows(bench.read(as_of=AS_OF), "organisations")] == ["active", "closed"]


def test_a_file_without_a_header_a_list_of_values_and_a_json_array(bench):
    bench.write("a.dat", "1|ann\n2|bob\n")
    bench.write("terms.txt", "one\n\ntwo\n")
    bench.write("orgs.json", json.dumps([{"id": 1, "name": "City"}, [5]]))
    bench.write(
        "aboveboard.toml",
        """
        [tables.accounts]
        file = "a.dat"
        format = "csv"
        delimiter = "|"
        header = false
        names = ["account_id", "handle"]
        [tables.protected_terms]
        file = "terms.txt"
        columns = { term = "value" }
        constants = { list = "own" }
        [tables.organisations]
        file = "orgs.json"
        columns = { org_id = "id" }
        """,
    )
    world = bench.read(as_of=AS_OF)
    assert [r["handle"] for r in rows(world)] == ["ann", "bob"]
    assert [r["term"] for r in rows(world, "protected_terms")] == ["one", "two"]
    assert world.sources["organisations"].rows == 1
    assert (bench.rejected[0]["item"], bench.rejected[0]["reason"]) == (2, "not a JSON object")


def test_several_files_and_entries_feed_one_table(bench):
    bench.write("a1.csv", "id,handle\n1,ann\n")
    bench.write("a2.csv", "id,handle\n2,bob\n1,eve\n")
    bench.write("b.csv", "account_id,handle\n3,cid\n")
    bench.write(
        "aboveboard.toml",
        """
        [[tables.accounts]]
        file = "a*.csv"
        columns = { account_id = "id" }
        [[tables.accounts]]
        file = "b.csv"
        """,
    )
    assert [r["handle"] for r in rows(bench.read(as_of=AS_OF))] == ["ann", "bob", "cid"]
    assert [(r["file"], r["line"]) for r in bench.rejected] == [("a2.csv", 3)]


def test_a_column_of_the_same_name_can_be_left_out(bench):
    bench.write("accounts.csv", "account_id,handle,status\na1,ann,some text\n")
    bench.write("aboveboard.toml", '[tables.accounts]\nskip = ["status"]\n')
    world = bench.read(as_of=AS_OF)
    assert world.sources["accounts"].columns == {"account_id", "handle"}
    assert world.warnings == ()


def test_a_mapping_may_lie_elsewhere(bench, tmp_path):
    bench.write("users.csv", "id\n1\n")
    mapping = tmp_path / "mine.toml"
    mapping.write_text('[tables.accounts]\nfile = "users.csv"\ncolumns = { account_id = "id", handle = "id" }\n')
    assert rows(bench.read(as_of=AS_OF, mapping=mapping)) == [{"account_id": "1", "handle": "1"}]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("colour = 1", ", line 1, colour: unknown key; known are as_of, zone, platform, tables"),
        ("[tables.users]", ", line 1, tables.users: no such table; tables are accounts, profile_changes, tokens"),
        ('[tables.accounts]\nfiles = "a.csv"', ", line 2, tables.accounts.files: unknown key; known are format, "),
        ('[tables.accounts.columns]\nid = "x"', ", line 2, tables.accounts.columns.id: accounts has no such column; "),
        ('zone = "Mars/Base"', ", line 1, zone: 'Mars/Base' is no zone; examples are UTC, "),
        (
            '[tables.accounts]\nencoding = "klingon"',
            ", line 2, tables.accounts.encoding: 'klingon' is no text encoding",
        ),
        (
            '[tables.accounts]\nconstants.kind = "robot"',
            ", line 2, tables.accounts.constants.kind: 'robot' is not one of ",
        ),
        (
            '[tables.accounts]\ntimes.created_at.format = "%Q"',
            ", line 2, tables.accounts.times.created_at.format: '%Q' is ",
        ),
        (
            '[tables.accounts]\ntimes.created_at.format = "%Y"',
            ", line 2, tables.accounts.times.created_at: the format has no %z",
        ),
        (
            '[tables.accounts]\ntimes.handle.unit = "s"',
            ", line 2, tables.accounts.times.handle: accounts.handle is no time",
        ),
        (
            '[tables.accounts]\ntimes.created_at.unit = "h"',
            ", line 2, tables.accounts.times.created_at.unit: 'h' is not one of s, ",
        ),
        (
            '[tables.accounts]\nvalues.kind = { x = "robot" }',
            ", line 2, tables.accounts.values.kind: 'robot' is not one of ",
        ),
        (
            "[tables.accounts]\nheader = false",
            ", line 2, tables.accounts.header: header = false needs the column names",
        ),
        ("[tables.follows]\ndistinct = true", ", line 2, tables.follows.distinct: follows has no key"),
        ("[tables.accounts]\ncolumns.handle = 3", ", line 2, tables.accounts.columns.handle: must be a foreign column"),
        ("tables = 3", ", line 1, tables: must be a table"),
        ("x = ", ": not TOML: Invalid value (at line 1, column 5)"),
    ],
)
def test_a_fault_of_the_mapping_names_line_and_key(bench, text, fault):
    bench.write("accounts.csv", "account_id,handle\na1,ann\n")
    bench.write("aboveboard.toml", text + "\n")
    assert bench.faults()[0].startswith("aboveboard.toml" + fault)


def test_all_faults_of_a_mapping_come_together(bench):
    bench.write("aboveboard.toml", 'colour = 1\nzone = "Mars"\n[tables.users]\n')
    assert len(bench.faults()) == 3


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ('file = "gone.csv"', "aboveboard.toml, tables.accounts: no file 'gone.csv' in the world"),
        ('file = "u.dat"', 'aboveboard.toml, tables.accounts: u.dat has no known ending; say format = "csv"'),
        ('file = "u.csv"\ncolumns.bio = "about"', "u.csv: no column 'about', which the mapping names for bio"),
    ],
)
def test_a_mapping_that_does_not_fit_the_files_is_one_clear_error(bench, entry, fault):
    bench.write("u.csv", "account_id,handle\n1,ann\n")
    bench.write("u.dat", "account_id,handle\n1,ann\n")
    bench.write("aboveboard.toml", f"[tables.accounts]\n{entry}\n")
    assert bench.faults() == (fault,)


FOLDERS = {
    "dotgov": "names/us_dotgov",
    "cn_companies": "names/cn_ashare_companies",
    "china_divisions": "names/china_divisions",
    "npm_handles": "names/npm_usernames",
    "github_stars": "followers/github_stars",
    "coortweet_german": "coordination/coortweet",
    "coortweet_russian": "coordination/coortweet",
    "govuk_register": "institutions/govuk_register",
    "local_authorities": "institutions/govuk_register",
    "twitter_bots": "followers/twitter_bots",
}


@pytest.mark.real
@pytest.mark.parametrize("name", FOLDERS)
def test_public_data_is_read_nearly_whole_through_its_mapping(name, tmp_path):
    folder = DATA / FOLDERS[name]
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    world = read_world(folder, staging=tmp_path, as_of=AS_OF, mapping=ROOT / "benchmarks" / "mappings" / f"{name}.toml")
    kept = sum(s.rows for s in world.sources.values())
    assert kept > 300
    assert sum(world.rejected.values()) <= kept / 1000


def test_every_mapping_has_a_test():
    assert {p.stem for p in (ROOT / "benchmarks" / "mappings").glob("*.toml")} == set(FOLDERS)
