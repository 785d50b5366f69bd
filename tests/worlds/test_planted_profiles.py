"""What planted accounts and their innocent doubles show: names bent in every way, pictures reused, audiences that move."""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow.parquet as pq
import pytest

from aboveboard.worlds import make_world
from aboveboard.worlds.mutations import MUTATIONS, bend

_READ = ("labels", "accounts", "organisations", "profile_changes", "follows", "actions")
PLANTED = "SELECT account_id, related, class FROM labels WHERE violation = '{v}' AND value"


SEEDS = (1, 2, 3, 4, 5)
"""What is drawn by chance is asked of all of them together, as a share; what must always hold, of each."""


@pytest.fixture(scope="module")
def worlds(tmp_path_factory):
    """Larger worlds with false institutions and people who came back, one a seed."""
    made = []
    for seed in SEEDS:
        out = tmp_path_factory.mktemp("worlds") / "rings"
        make_world(out, 20_000, seed=seed, only=["impersonation", "reincarnation", "stale_check"])
        made.append({n: pq.read_table(out / f"{n}.parquet") for n in _READ})
    return made


def ask(tables, sql):
    with duckdb.connect() as connection:
        for name, table in tables.items():
            connection.register(name, table)
        return connection.sql(sql).fetchall()


def all_of(worlds, sql):
    return [row for tables in worlds for row in ask(tables, sql)]


def apart(one, other):
    return (int(one, 16) ^ int(other, 16)).bit_count()


@pytest.mark.parametrize("kind", [k for k in MUTATIONS if k != "same"])
def test_every_kind_changes_some_name_of_the_stock_and_never_empties_one(kind):
    rng = np.random.default_rng(5)
    names = ["Tarnmere Savings Bank", "澄川日报", "双泽储蓄银行", "مصرف عين الوادي"]
    bent = {n: MUTATIONS[kind](rng, n) for n in names}
    assert any(b != n for n, b in bent.items())
    assert all(b.strip() for b in bent.values())


def test_a_bent_name_differs_and_says_how():
    rng = np.random.default_rng(6)
    told = [bend(rng, "Tarnmere Savings Bank", 0.0) for _ in range(300)]
    assert all(name != "Tarnmere Savings Bank" for name, _ in told)
    assert {kind for _, kind in told} >= {"styled", "squared", "hidden", "homoglyph", "leet", "repeat", "separator", "affix", "order", "sequel", "edit"}  # fmt: skip


def test_many_returners_show_the_closed_accounts_picture_untouched_edited_or_mirrored(worlds):
    hashes = f"""SELECT n.avatar_hash, o.avatar_hash FROM ({PLANTED.format(v="reincarnation")}) AS l
        JOIN accounts AS n USING (account_id) JOIN accounts AS o ON o.account_id = l.related
        WHERE n.avatar_hash IS NOT NULL"""
    distances = np.array([apart(*pair) for pair in all_of(worlds, hashes)])
    share = {what: float(np.mean(d)) for what, d in (
        ("alike", distances <= 31), ("untouched", distances == 0), ("mirrored", distances == 128), ("nearly", (distances > 31) & (distances <= 80)),
    )}  # fmt: skip
    assert len(distances) > 250
    assert 0.25 < share["alike"] < 0.6
    assert 0.05 < share["untouched"] < share["alike"] - 0.05
    assert 0.005 < share["mirrored"] < 0.2, "a mirror image turns every second bit"
    assert share["nearly"] < 0.02, "pictures that have nothing in common differ in about half of their bits"


def test_part_of_the_old_audience_follows_and_likes_the_new_account(worlds):
    moved = f"""SELECT count(DISTINCT l.account_id) FROM ({PLANTED.format(v="reincarnation")}) AS l
        JOIN {{t}} AS a ON a.{{to}} = l.related JOIN {{t}} AS b ON b.{{to}} = l.account_id AND b.{{who}} = a.{{who}}"""
    returners = len(all_of(worlds, PLANTED.format(v="reincarnation")))
    following, liking = (
        sum(n for (n,) in all_of(worlds, moved.format(t=t, to=to, who=who)))
        for t, to, who in (("follows", "target_id", "follower_id"), ("actions", "target_account_id", "account_id"))
    )
    assert following > 0.9 * returners
    assert liking > 0.8 * returners


def test_some_returners_use_an_older_account_renamed_after_the_closure(worlds):
    late = f"""SELECT count(*), count(*) FILTER (c.at > o.closed_at) FROM ({PLANTED.format(v="reincarnation")}) AS l
        JOIN accounts AS n USING (account_id) JOIN accounts AS o ON o.account_id = l.related
        JOIN profile_changes AS c ON c.account_id = l.account_id AND c.field = 'display_name' AND c.new = n.display_name
        WHERE n.created_at < o.closed_at"""
    for older, renamed in all_of(worlds, late):
        assert older == renamed > 0


def test_impostors_come_by_name_by_rename_by_biography_and_behind_a_badge(worlds):
    planted = PLANTED.format(v="impersonation")
    badged = f"""SELECT count(*) FROM ({planted}) AS l JOIN accounts AS a USING (account_id)
        JOIN organisations AS o ON o.org_id = a.verified_org_id
        JOIN profile_changes AS c ON c.account_id = a.account_id AND c.old = o.name AND c.new = a.display_name
        WHERE class = 'verified_rename' AND a.display_name <> o.name"""
    assert {"bio", "verified_rename"} < {k for _, _, k in all_of(worlds, planted)}
    for tables in worlds:
        kinds = [k for _, _, k in ask(tables, planted)]
        assert any(k.startswith("renamed_") for k in kinds)
        assert ask(tables, badged)[0][0] == kinds.count("verified_rename")


def test_many_impostors_show_the_logo(worlds):
    logos = f"""SELECT a.avatar_hash, o.logo_hash FROM ({PLANTED.format(v="impersonation")}) AS l JOIN accounts AS a USING (account_id)
        JOIN accounts AS r ON r.account_id = l.related JOIN organisations AS o ON o.logo_hash = r.avatar_hash
        WHERE a.avatar_hash IS NOT NULL"""
    alike = [apart(*pair) <= 31 for pair in all_of(worlds, logos)]
    assert len(alike) > 200
    assert 0.25 < np.mean(alike) < 0.65


def test_a_closure_found_wrong_says_when_and_what_rested_on_it_is_named(world, worlds):
    wrong = """SELECT count(*), count(*) FILTER (o.overturned_at > o.closed_at)
        FROM labels AS l JOIN accounts AS o ON o.account_id = l.related WHERE l.class = 'overturned'"""
    there, dated = ask(world[2], wrong)[0]
    assert there == dated > 0
    resting = """SELECT count(*), count(*) FILTER (a.overturned_at IS NULL AND r.overturned_at > r.closed_at AND a.closed_at > r.closed_at)
        FROM labels AS l JOIN accounts AS a USING (account_id) JOIN accounts AS r ON r.account_id = a.closed_root AND r.account_id = l.related
        WHERE l.class = 'rests_on_overturned'"""
    for there, right in all_of(worlds, resting):
        assert there == right > 0


def test_many_share_a_picture_that_says_nothing(world):
    shared = "SELECT count(*) FROM accounts WHERE default_avatar AND avatar_hash IS NOT NULL GROUP BY avatar_hash"
    assert ask(world[2], shared)[0][0] > 300
    memes = "SELECT max(n) FROM (SELECT count(*) AS n FROM accounts WHERE NOT default_avatar GROUP BY avatar_hash)"
    assert ask(world[2], memes)[0][0] > 5


def test_bought_followers_follow_many_and_are_followed_by_few_where_people_are_followed_back(world):
    sql = "SELECT quantile_cont(following / greatest(followers, 1), 0.5), quantile_cont(followers, 0.5) FROM accounts {how} (SELECT account_id FROM labels WHERE violation = 'fake_follower' AND value) USING (account_id)"
    fake, people = (ask(world[2], sql.format(how=how))[0] for how in ("SEMI JOIN", "ANTI JOIN"))
    assert fake[0] > 5 * people[0]
    assert fake[1] < people[1] / 5
