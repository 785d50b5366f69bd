"""Every kind of bad input: one clear error, or a rejected row with its reason."""

from __future__ import annotations

import gzip
import time
import tracemalloc
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

AS_OF = datetime(2024, 6, 1, tzinfo=UTC)
HEAD = "account_id,handle,created_at,followers\n"
GOOD = "a1,ann,2024-01-01T00:00:00Z,5\n"


def rows_of(world, table="accounts"):
    source = world.sources[table]
    return pa.concat_tables([pq.read_table(f) for f in source.files]).to_pylist()


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("a2,bob,2024-01-02T00:00:00Z,many", "followers", "not a whole number"),
        ("a2,bob,2024-01-02T00:00:00Z,5.5", "followers", "not a whole number"),
        ("a2,bob,2024-01-02T00:00:00Z,99999999999999999999", "followers", "number out of range"),
        ("a2,,2024-01-02T00:00:00Z,5", "handle", "required cell is empty"),
        (
            "a2,bob,2024-01-02T00:00:00,5",
            "created_at",
            "naive time; write an offset or Z, or name its zone in aboveboard.toml",
        ),
        (
            "a2,bob,2024-01-02,5",
            "created_at",
            "naive time; write an offset or Z, or name its zone in aboveboard.toml",
        ),
        (
            "a2,bob,yesterday,5",
            "created_at",
            "not a time; write ISO 8601 with an offset or Z, such as 2024-05-01T12:00:00Z",
        ),
        (
            "a2,bob,infinity,5",
            "created_at",
            "not a time; write ISO 8601 with an offset or Z, such as 2024-05-01T12:00:00Z",
        ),
        (
            "a2,bob,2024-13-02T00:00:00Z,5",
            "created_at",
            "not a time; write ISO 8601 with an offset or Z, such as 2024-05-01T12:00:00Z",
        ),
        ("a1,bob,2024-01-02T00:00:00Z,5", "account_id", "duplicate key account_id; the first row is kept"),
        ("a2,b\0b,2024-01-02T00:00:00Z,5", "handle", "NUL byte"),
        ("a2,bob", None, "2 cells where the header has 4"),
        ("a2,bob,2024-01-02T00:00:00Z,5,6", None, "5 cells where the header has 4"),
        ('a2,"bob"x,2024-01-02T00:00:00Z,5', None, "not csv: ',' expected after '\"'"),
        ('a2,"bob,2024-01-02T00:00:00Z,5', None, "quote without its end"),
    ],
)
def test_a_bad_csv_row_is_set_aside_and_the_others_stay(bench, row, column, reason):
    bench.write("accounts.csv", HEAD + GOOD + row + "\n" + "a3,cid,2024-01-03T00:00:00Z,7\n")
    world = bench.read()
    assert [(r["file"], r["line"], r["column"], r["reason"]) for r in bench.rejected] == [
        ("accounts.csv", 3, column, reason)
    ]
    assert [r["account_id"] for r in rows_of(world)] == ["a1", "a3"]
    assert world.rejected == {"accounts": 1}


def test_broken_utf8_costs_its_row_only(bench):
    bench.write("accounts.csv", (HEAD + GOOD).encode() + b"a2,b\xffb,,\na3,cid,,\n")
    assert bench.reasons() == [("accounts.csv", 3, None, "not UTF-8: byte 0xff")]


def test_line_numbers_are_physical_lines_even_after_cells_that_span_lines(bench):
    bench.write("accounts.csv", 'account_id,handle,bio\r\na1,ann,"two\r\nlines"\r\n\r\na2,,x\r\n')
    assert bench.reasons(as_of=AS_OF) == [("accounts.csv", 5, "handle", "required cell is empty")]


def test_a_ten_megabyte_cell_is_set_aside_without_its_text(bench):
    bench.write("accounts.csv", HEAD + GOOD + "a2," + "x" * 10_000_000 + ",,\na3,cid,,\n")
    assert bench.reasons() == [("accounts.csv", 3, None, "line of 10,000,006 bytes; the most is 2,000,000")]
    assert bench.rejected[0]["value"] is None


def test_a_cell_above_one_megabyte_is_set_aside(bench):
    bench.write("accounts.csv", HEAD + GOOD + "a2,bob,,\na3," + "x" * 1_500_000 + ",,\n")
    assert bench.reasons() == [("accounts.csv", 4, None, "cell above 1,000,000 bytes")]


def test_a_big_cell_in_parquet_is_set_aside(bench):
    table = pa.table({"account_id": ["a1", "a2"], "handle": ["ann", "x" * 10_000_000]})
    pq.write_table(table, bench.world / "accounts.parquet")
    assert bench.reasons(as_of=AS_OF) == [("accounts.parquet", 2, "handle", "cell above 1,000,000 bytes")]
    assert bench.rejected[0]["value"] is None


def test_a_missing_column_is_one_clear_error(bench):
    bench.write("accounts.csv", "account_id,followers\na1,5\n")
    assert bench.faults() == (
        (
            "accounts.csv: required column handle missing; it has account_id, followers. "
            "Add it, or map it in aboveboard.toml"
        ),
    )


def test_a_truncated_parquet_is_one_clear_error(bench):
    path = bench.world / "accounts.parquet"
    pq.write_table(pa.table({"account_id": ["a"] * 1000, "handle": ["b"] * 1000}), path)
    path.write_bytes(path.read_bytes()[:-20])
    assert bench.faults() == ("accounts.parquet: a truncated parquet file (its end is missing); write the table again",)


def test_a_parquet_damaged_inside_is_one_clear_error(bench):
    path = bench.world / "accounts.parquet"
    pq.write_table(pa.table({"account_id": [str(i) for i in range(5000)], "handle": ["b"] * 5000}), path)
    data = path.read_bytes()
    path.write_bytes(data[:4] + b"\xff" * 3000 + data[3004:])
    (fault,) = bench.faults(as_of=AS_OF)
    assert fault.startswith("accounts.parquet: a damaged file (")


@pytest.mark.parametrize("name", ["accounts.csv", "accounts.parquet", "accounts.ndjson", "accounts.tsv"])
def test_an_empty_file_is_one_clear_error(bench, name):
    bench.write(name, b"")
    (fault,) = bench.faults()
    assert fault.startswith(f"{name}: empty (0 bytes); remove it, or write ")


def test_a_text_file_called_parquet_is_one_clear_error(bench):
    bench.write("accounts.parquet", "account_id,handle\n")
    assert bench.faults() == ("accounts.parquet: not a parquet file",)


def test_a_header_with_two_million_columns_is_refused_quickly_and_small(bench):
    bench.write("accounts.csv", ",".join(f"c{i}" for i in range(2_000_000)) + "\n" + GOOD)
    tracemalloc.start()
    start = time.perf_counter()
    assert bench.faults() == (
        "accounts.csv, line 1: the header has more than 2 MB of column names; the most is 2,000 columns",
    )
    assert time.perf_counter() - start < 5
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()


def test_a_header_with_too_many_columns_says_how_many(bench):
    bench.write("accounts.csv", ",".join(f"c{i}" for i in range(3_000)) + "\n")
    assert bench.faults() == ("accounts.csv, line 1: the header has 3,000 columns; the most is 2,000 columns",)


def test_a_header_that_is_not_utf8_is_one_clear_error(bench):
    bench.write("accounts.csv", b"account_id,h\xe4ndle\n")
    assert bench.faults() == (
        "accounts.csv, line 1: the header is not UTF-8: byte 0xe4; save as UTF-8 or set its encoding",
    )


def test_utf16_is_named_as_such(bench):
    bench.write("accounts.csv", (HEAD + GOOD).encode("utf-16"))
    assert bench.faults() == ('accounts.csv: not UTF-8 but UTF-16; set encoding = "utf-16" in aboveboard.toml',)


def test_a_column_named_twice_is_one_clear_error(bench):
    bench.write("accounts.csv", "account_id,handle,handle\n")
    assert bench.faults() == ("accounts.csv, line 1: column 'handle' appears twice; rename one of them",)


@pytest.mark.parametrize("cut", [0.5, 0.99])
def test_a_truncated_gzip_is_one_clear_error(bench, cut):
    data = gzip.compress((HEAD + "".join(f"a{i},h{i * 7919 % 9973},,\n" for i in range(20_000))).encode())
    bench.write("accounts.csv.gz", data[: int(len(data) * cut)])
    (fault,) = bench.faults()
    assert fault.startswith("accounts.csv.gz: a damaged or truncated gzip file, ")
    assert fault.endswith("; write the file again")


def test_a_file_that_is_no_gzip_is_one_clear_error(bench):
    bench.write("accounts.csv.gz", HEAD)
    (fault,) = bench.faults()
    assert fault.startswith("accounts.csv.gz: a damaged or truncated gzip file, at its start (")


def test_a_whole_column_of_a_type_that_cannot_be_read_is_one_clear_error(bench):
    table = pa.table({"account_id": ["a"], "handle": ["b"], "created_at": pa.array([0], pa.timestamp("us"))})
    pq.write_table(table, bench.world / "accounts.parquet")
    assert bench.faults() == (
        'accounts.parquet, created_at: holds naive times (TIMESTAMP); name their zone in aboveboard.toml: zone = "UTC"',
    )


def test_faults_of_all_tables_come_together(bench):
    bench.write("accounts.csv", "account_id\na1\n")
    bench.write("posts.parquet", b"")
    pq.write_table(pa.table({"topic": ["t"], "at": [[1]]}), bench.world / "topics.parquet")
    assert [f.split(":")[0].split(",")[0] for f in bench.faults()] == [
        "accounts.csv",
        "posts.parquet",
        "topics.parquet",
    ]


def test_a_table_whose_every_row_is_rejected_is_an_error_that_shows_the_first(bench):
    bench.write("accounts.csv", HEAD + "a1,ann,2024-01-01,5\na2,bob,2024-01-02,5\n")
    assert bench.faults() == (
        (
            "accounts: every one of its 2 rows was rejected; the first: accounts.csv, line 2, created_at '2024-01-01': "
            "naive time; write an offset or Z, or name its zone in aboveboard.toml"
        ),
    )


def test_two_files_for_one_table_is_one_clear_error(bench):
    bench.write("accounts.csv", HEAD)
    bench.write("accounts.ndjson", "{}\n")
    assert bench.faults() == ("accounts: 2 files for one table (accounts.csv, accounts.ndjson); keep one",)


def test_a_folder_without_tables_is_one_clear_error(bench):
    bench.write("notes.txt", "hello")
    (fault,) = bench.faults()
    assert fault.endswith("world: no tables; a world holds files such as accounts.csv or posts.parquet")


def test_a_world_that_is_no_folder_is_one_clear_error(bench):
    bench.world.rmdir()
    (fault,) = bench.faults()
    assert fault.endswith("world: no such folder; a world is a folder of tables")


def test_an_unknown_word_in_an_optional_column_is_left_empty_and_counted(bench):
    bench.write("accounts.csv", "account_id,handle,kind\na1,ann,robot\na2,bob,robot\na3,cid,personal\n")
    world = bench.read(as_of=AS_OF)
    assert [r["kind"] for r in rows_of(world)] == [None, None, "personal"]
    assert world.warnings == (
        (
            "accounts.csv, kind: 'robot' is not one of personal, organisation, professional, game, unknown; "
            "left empty in 2 rows"
        ),
    )
    assert world.rejected == {}


def test_an_unknown_word_in_canonical_parquet_is_left_empty_too(bench):
    table = pa.table({"account_id": ["a1", "a2"], "handle": ["ann", "bob"], "kind": ["robot", None]})
    pq.write_table(table, bench.world / "accounts.parquet")
    world = bench.read(as_of=AS_OF)
    assert [r["kind"] for r in rows_of(world)] == [None, None]
    assert len(world.warnings) == 1


def test_an_unknown_word_in_a_required_column_rejects_the_row(bench):
    bench.write("tokens.csv", "account_id,kind,token\na1,phone,00\na1,shoe,00\n")
    assert bench.reasons(as_of=AS_OF) == [
        (
            "tokens.csv",
            3,
            "kind",
            "not one of device, network, phone, email, payment, identity, organisation",
        )
    ]


@pytest.mark.parametrize(
    ("line", "column", "reason"),
    [
        ("nonsense", None, "not JSON: Expecting value at column 1"),
        ('{"account_id": "a2"', None, "not JSON: Expecting ',' delimiter at column 20"),
        ("[1]", None, "not a JSON object"),
        ('{"account_id": {"x": 1}, "handle": "b"}', "account_id", "wrong type: a JSON object"),
        ('{"account_id": ["x"], "handle": "b"}', "account_id", "wrong type: a JSON array"),
        ('{"account_id": "a2"}', "handle", "required cell is empty"),
        ('{"account_id": "a2", "handle": "\\u0000"}', "handle", "NUL byte"),
        ('{"account_id": "a2", "handle": "\\ud800"}', None, "not JSON: half of a surrogate pair"),
        ('{"account_id": "a2", "handle": "b", "followers": NaN}', None, "not JSON: NaN is no JSON number"),
        ("[" * 100_000, None, "not JSON: nested too deep"),
    ],
)
def test_a_bad_json_line_is_set_aside_and_the_others_stay(bench, line, column, reason):
    good = '{"account_id": "a1", "handle": "ann"}\n'
    bench.write("accounts.ndjson", good + line + "\n\n" + good.replace("a1", "a3"))
    assert bench.reasons(as_of=AS_OF) == [("accounts.ndjson", 2, column, reason)]


def test_broken_utf8_in_parquet_costs_its_row_only(bench):
    broken = pa.array([b"ann", b"b\xffb", b"cid"], pa.binary()).view(pa.string())
    pq.write_table(pa.table({"account_id": ["a1", "a2", "a3"], "handle": broken}), bench.world / "accounts.parquet")
    assert bench.reasons(as_of=AS_OF) == [("accounts.parquet", 2, "handle", "not UTF-8")]
    assert [r["account_id"] for r in rows_of(bench.read(as_of=AS_OF))] == ["a1", "a3"]


def test_a_duplicate_key_in_parquet_names_its_row(bench):
    table = pa.table({"account_id": ["a1", "a2", "a1"], "handle": ["ann", "bob", "eve"]})
    pq.write_table(table, bench.world / "accounts.parquet")
    assert bench.reasons(as_of=AS_OF) == [
        ("accounts.parquet", 3, "account_id", "duplicate key account_id; the first row is kept")
    ]
    assert bench.rejected[0]["value"] == "a1"


def test_a_good_row_is_kept_though_a_bad_one_before_it_has_the_same_key(bench):
    bench.write("accounts.csv", HEAD + "a1,,,\na1,ann,,\n" + "a1,bob,,\n")
    world = bench.read(as_of=AS_OF)
    assert [r["handle"] for r in rows_of(world)] == ["ann"]
    assert [r["line"] for r in bench.rejected] == [2, 4]


def test_an_empty_period_is_a_day_and_counts_for_the_key(bench):
    bench.write("audience.csv", "account_id,day,period,followers\na1,2024-01-01,,5\na1,2024-01-01,day,6\n")
    world = bench.read()
    assert [(r["period"], r["followers"]) for r in rows_of(world, "audience")] == [("day", 5)]
    assert bench.rejected[0]["reason"] == "duplicate key account_id and day and period; the first row is kept"


def test_excerpts_hide_control_and_bidi_characters_and_are_cut(bench):
    bench.write("accounts.csv", HEAD + GOOD + "a2,bob,\u202e\u001b[31m" + "9" * 300 + ",5\n")
    bench.read()
    value = bench.rejected[0]["value"]
    assert value.startswith("\\u{202e}\\u{1b}[31m999")
    assert len(value) == 80


def test_a_token_never_appears_in_the_rejected_rows(bench):
    bench.write("tokens.csv", "account_id,kind,token\na1,phone,00\na1,phone,+15550100\0\n")
    bench.read(as_of=AS_OF)
    assert bench.rejected[0]["value"] is None
    assert "5550100" not in (bench.staging / "rejected.ndjson").read_text()


def test_unknown_columns_and_tables_are_kept_out_and_named(bench):
    bench.write("accounts.csv", "account_id,handle,shoe\na1,ann,42\n")
    bench.write("shoes.csv", "a\n1\n")
    world = bench.read(as_of=AS_OF)
    assert world.warnings == (
        "kept out, no tables of the contract: shoes.csv",
        "accounts.csv: columns kept out, unknown to accounts: shoe",
    )
    assert world.sources["accounts"].columns == {"account_id", "handle"}
