"""A generated world keeps the contract, is the same for the same seed, and tells the truth about itself."""

from __future__ import annotations

from hashlib import sha256

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from aboveboard.core import VIOLATIONS
from aboveboard.errors import InputError, OutputError
from aboveboard.tables import TABLES
from aboveboard.worlds import make_world
from aboveboard.worlds.innocents import LOOKALIKES

REFERENCES = [
    (t.name, c)
    for t in TABLES.values()
    for c in ("account_id", "follower_id", "target_account_id")
    if t.column(c) and t.name != "accounts"
] + [("follows", "target_id"), ("labels", "related")]


def ask(tables, sql):
    with duckdb.connect() as connection:
        for name, table in tables.items():
            connection.register(name, table)
        return connection.sql(sql).fetchall()


def hashes(folder):
    return {p.name: sha256(p.read_bytes()).hexdigest() for p in sorted(folder.iterdir())}


def planted(tables):
    return {v for (v,) in ask(tables, "SELECT DISTINCT violation FROM labels WHERE value")}


def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_bytes(tmp_path):
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        make_world(tmp_path / name, 400, seed=seed)
    assert hashes(tmp_path / "a") == hashes(tmp_path / "b")
    same = {n for n, h in hashes(tmp_path / "a").items() if hashes(tmp_path / "c")[n] == h}
    unlike = ("professions", "protected_terms", "ratings", "play_rules", "play_hours", "holidays")
    assert same <= {f"{n}.parquet" for n in unlike}


def test_the_folder_holds_one_file_a_table_and_the_counts_are_told(world):
    folder, rows, tables = world
    assert {p.stem for p in folder.iterdir()} == set(TABLES)
    assert rows == {name: table.num_rows for name, table in tables.items()}
    assert rows["accounts"] == 4000
    assert {name for name, count in rows.items() if not count} == {"ratings"}, "the made service has no classifier"


@pytest.mark.parametrize("name", list(TABLES))
def test_a_table_keeps_the_contract(world, name):
    table, contract = world[2][name], TABLES[name]
    assert table.schema.equals(contract.schema)
    for column in contract.columns:
        values = table[column.name]
        if column.required:
            assert values.null_count == 0, column.name
        if column.choices:
            assert set(pc.unique(values).to_pylist()) <= {*column.choices, None}, column.name
        if column.type == "time" and not column.plan:
            latest = pc.max(values).as_py()
            assert latest is None or latest.year < 2026, column.name
    if contract.key:
        assert table.group_by(list(contract.key)).aggregate([]).num_rows == table.num_rows


def test_handles_are_unique(world):
    handles = world[2]["accounts"]["handle"]
    assert pc.count_distinct(handles).as_py() == len(handles)


@pytest.mark.parametrize(("table", "column"), REFERENCES)
def test_every_account_named_exists(world, table, column):
    assert ask(
        world[2],
        f"SELECT count(*) FROM {table} t ANTI JOIN accounts a ON t.{column} = a.account_id WHERE t.{column} IS NOT NULL",
    ) == [(0,)]


def test_every_post_and_organisation_named_exists(world):
    tables = world[2]
    for column, table in (("target_id", "posts"), ("object_id", "actions")):
        known = "SELECT post_id AS id FROM posts UNION ALL SELECT account_id FROM accounts"
        assert ask(
            tables,
            f"SELECT count(*) FROM {table} t ANTI JOIN ({known}) k ON t.{column} = k.id WHERE t.{column} IS NOT NULL",
        ) == [(0,)]
    for table, column in (
        ("official_accounts", "org_id"),
        ("holders", "org_id"),
        ("notices", "org_id"),
        ("accounts", "verified_org_id"),
    ):
        assert ask(
            tables,
            f"SELECT count(*) FROM {table} t ANTI JOIN organisations o ON t.{column} = o.org_id WHERE t.{column} IS NOT NULL",
        ) == [(0,)]


@pytest.mark.parametrize(
    ("table", "account", "at"),
    [
        ("posts", "account_id", "at"),
        ("actions", "account_id", "at"),
        ("sessions", "account_id", "started_at"),
        ("follows", "follower_id", "at"),
        ("follows", "target_id", "at"),
        ("profile_changes", "account_id", "at"),
        ("tokens", "account_id", "first_seen_at"),
        ("attestations", "account_id", "at"),
        ("official_accounts", "account_id", "since"),
    ],
)
def test_nothing_happens_before_sign_up_or_after_closing(world, table, account, at):
    wrong = f"SELECT count(*), min(t.{at} - a.created_at) FROM {table} t JOIN accounts a ON t.{account} = a.account_id"
    assert ask(world[2], f"{wrong} WHERE t.{at} < a.created_at OR t.{at} > a.closed_at") == [(0, None)]


def test_times_follow_one_another(world):
    for wrong in (
        "SELECT count(*) FROM accounts WHERE closed_at <= created_at OR last_active_at < created_at",
        "SELECT count(*) FROM accounts WHERE (status = 'closed') <> (closed_at IS NOT NULL)",
        "SELECT count(*) FROM follows WHERE ended_at <= follows.at OR follower_id = target_id",
        "SELECT count(*) FROM sessions WHERE ended_at < started_at",
        "SELECT count(*) FROM tokens WHERE last_seen_at < first_seen_at",
        "SELECT count(*) FROM posts WHERE removed_at <= posts.at",
        "SELECT count(*) FROM posts p JOIN accounts a USING (account_id) WHERE p.at > a.last_active_at",
        "SELECT count(*) FROM posts p JOIN posts t ON p.target_id = t.post_id WHERE p.at < t.at",
        "SELECT count(*) FROM actions p JOIN posts t ON p.object_id = t.post_id WHERE p.at < t.at",
    ):
        assert ask(world[2], wrong) == [(0,)], wrong


def test_counts_on_the_account_are_never_below_those_of_the_tables(world):
    sql = "SELECT count(*) FROM accounts a LEFT JOIN (SELECT {c} AS id, count(*) AS n FROM {t} GROUP BY 1) x ON id = account_id WHERE coalesce(n, 0) > a.{k}"
    open_follows = "(SELECT * FROM follows WHERE ended_at IS NULL)"
    for table, column, count in (
        (open_follows, "target_id", "followers"),
        (open_follows, "follower_id", "following"),
        ("posts", "account_id", "posts"),
    ):
        assert ask(world[2], sql.format(c=column, t=table, k=count)) == [(0,)]


def test_every_violation_is_planted_and_every_label_says_so(world):
    assert planted(world[2]) == set(VIOLATIONS)
    assert ask(
        world[2],
        "SELECT count(*) FROM labels WHERE value IS NULL OR class IS NULL OR source <> 'generator' OR cluster IS NULL",
    ) == [(0,)]
    share = ask(world[2], "SELECT count(DISTINCT account_id) / 4000 FROM labels WHERE value")[0][0]
    assert 0.02 < share < 0.06


def test_every_kind_of_innocent_is_labelled_and_none_is_guilty_of_what_it_resembles(world):
    kinds = {k for (k,) in ask(world[2], "SELECT DISTINCT class FROM labels WHERE NOT value")}
    assert set(LOOKALIKES) <= kinds
    assert {"viral_day", "television_day", "giveaway", "celebrity", "seasonal_body", "handed_over"} <= kinds
    both = (
        "SELECT count(*) FROM (SELECT violation, account_id FROM labels GROUP BY 1, 2 HAVING count(DISTINCT value) > 1)"
    )
    assert ask(world[2], both) == [(0,)]


def test_a_world_of_innocents_has_no_guilty_and_nobody_sleeps_long(innocents):
    assert planted(innocents) == set()
    long = """SELECT count(*) FROM accounts a WHERE status IN ('active', 'dormant')
              AND last_active_at < TIMESTAMPTZ '2026-01-01' - INTERVAL 300 DAY
              AND account_id NOT IN (SELECT account_id FROM labels WHERE class IN ('seasonal_body', 'remembered'))"""
    assert ask(innocents, long) == [(0,)]
    assert ask(innocents, "SELECT count(*) > 0 FROM labels WHERE class = 'seasonal_body'") == [(True,)]


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (["reincarnation"], {"reincarnation"}),
        (["2"], {"name_violation", "impersonation", "unqualified_professional", "stale_check"}),
        (["fake_follower"], {"fake_follower"}),
        (["bought_audience"], {"fake_follower", "inflated_audience", "bought_audience"}),
        (["process", "6"], {"report_abuse", "stale_check", "orphaned_institution", "duplicate_institution"}),
    ],
)
def test_only_plants_only_that_and_what_it_cannot_be_without(tmp_path, only, expected):
    make_world(tmp_path / "w", 800, only=only)
    assert planted({"labels": pq.read_table(tmp_path / "w" / "labels.parquet")}) == expected


@pytest.mark.parametrize("violation", list(VIOLATIONS))
def test_each_violation_can_stand_alone(tmp_path, violation):
    make_world(tmp_path / "w", 200, seed=3, only=[violation])
    assert violation in planted({"labels": pq.read_table(tmp_path / "w" / "labels.parquet")})


@pytest.mark.parametrize("accounts", [50, 51, 64, 99, 300])
def test_tiny_worlds_work(tmp_path, accounts):
    rows = make_world(tmp_path / "w", accounts, seed=accounts)
    assert rows["accounts"] == accounts
    assert rows["labels"] > 0


def test_a_world_of_three_hundred_has_a_ring_of_everything(tmp_path):
    make_world(tmp_path / "w", 300)
    assert planted({"labels": pq.read_table(tmp_path / "w" / "labels.parquet")}) == set(VIOLATIONS)


_SERVED = """
WITH crew AS (SELECT "group", account_id, count(*) OVER (PARTITION BY "group") AS size FROM labels WHERE violation = 'fake_follower' AND value),
served AS (SELECT "group", target_id FROM crew JOIN follows ON follower_id = account_id GROUP BY ALL HAVING count(*) >= 0.6 * max(size))
SELECT "group", count(*) FROM served
JOIN (SELECT DISTINCT account_id FROM labels WHERE violation = 'inflated_audience' AND value) ON account_id = target_id
GROUP BY ALL
"""


@pytest.mark.parametrize("accounts", [300, 4000])
def test_some_crews_serve_several_customers(tmp_path, accounts):
    make_world(tmp_path / "w", accounts, seed=5, only=["1", "3"])
    tables = {n: pq.read_table(tmp_path / "w" / f"{n}.parquet") for n in ("labels", "follows")}
    crews = ask(tables, _SERVED)
    assert sum(customers >= 4 for _, customers in crews) >= max(1, len(crews) // 3)


def test_few_have_very_many_followers(world):
    top, middle = ask(world[2], "SELECT quantile_cont(followers, 0.999), quantile_cont(followers, 0.5) FROM accounts")[
        0
    ]
    assert top > 25 * max(middle, 1)


def test_names_come_in_three_scripts_and_collide(world):
    counts = dict(ask(world[2], "SELECT language, count(*) FROM accounts GROUP BY 1"))
    assert set(counts) == {"en", "zh", "ar"}
    assert min(counts.values()) > 200
    assert ask(world[2], "SELECT max(n) > 3 FROM (SELECT count(*) AS n FROM accounts GROUP BY display_name)") == [
        (True,)
    ]


def test_tokens_look_like_keyed_hashes_and_households_share_them(world):
    assert ask(world[2], "SELECT count(*) FROM tokens WHERE NOT regexp_full_match(token, '[0-9a-f]{64}')") == [(0,)]
    sizes = "SELECT max(n), count(*) FILTER (n BETWEEN 2 AND 6) FROM (SELECT count(DISTINCT account_id) AS n FROM tokens WHERE kind = 'network' GROUP BY token)"
    most, households = ask(world[2], sizes)[0]
    assert most > 300
    assert households > 100


def test_ids_and_order_do_not_tell_who_was_planted(world):
    rank = "SELECT avg(position) FROM (SELECT account_id, row_number() OVER (ORDER BY account_id) / 4000.0 AS position FROM accounts) JOIN (SELECT DISTINCT account_id FROM labels WHERE value) USING (account_id)"
    assert 0.4 < ask(world[2], rank)[0][0] < 0.6


def test_a_taken_folder_is_refused_and_left_alone(tmp_path):
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "mine.txt").write_text("keep")
    with pytest.raises(OutputError, match="not an empty folder"):
        make_world(tmp_path / "w", 100)
    assert [p.name for p in tmp_path.rglob("*")] == ["w", "mine.txt"]


def test_an_empty_folder_is_used(tmp_path):
    (tmp_path / "w").mkdir()
    make_world(tmp_path / "w", 60)
    assert isinstance(pq.read_table(tmp_path / "w" / "accounts.parquet"), pa.Table)


@pytest.mark.parametrize(
    ("accounts", "seed", "only", "says"),
    [
        (10, 0, ["all"], "50 to"),
        (100, -1, ["all"], "seed"),
        (100, 0, ["7"], "unknown"),
        (100, 0, [], "unknown"),
        (100, 0, ["none", "zombie"], "stands alone"),
    ],
)
def test_a_bad_argument_is_one_clear_error(tmp_path, accounts, seed, only, says):
    with pytest.raises(InputError, match=says):
        make_world(tmp_path / "w", accounts, seed=seed, only=only)
    assert not list(tmp_path.iterdir())


def test_progress_is_told_from_start_to_end(tmp_path):
    told: list[tuple[str, int, int]] = []
    make_world(tmp_path / "w", 60, progress=lambda label, done, total: told.append((label, done, total)))
    labels = {label for label, _, _ in told}
    assert all(any(t == (label, t[2], t[2]) for t in told) for label in labels)
    assert len(labels) > 2
