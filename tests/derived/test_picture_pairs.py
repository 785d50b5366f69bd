"""Pictures of accounts against those of closed accounts and organisations, on small worlds."""

from datetime import UTC, datetime

import numpy as np
import pyarrow as pa
import pytest

from aboveboard.derived.pictures import PICTURE_PAIRS
from aboveboard.engines.base import run
from aboveboard.images.hashes import as_text, as_words, dihedral
from aboveboard.tables import TABLES, Source, World

AS_OF = datetime(2026, 1, 1, tzinfo=UTC)


def balanced(seed, count=1):
    """Hashes as real pictures have them: half of the bits set."""
    random = np.random.default_rng(seed)
    bits = np.stack([random.permutation(np.arange(256) % 2) for _ in range(count)]).astype(np.uint8)
    return as_text(np.packbits(bits, axis=1).view(">u8").astype(np.uint64)).to_pylist()


def near(text, bits):
    return f"{int(text, 16) ^ int('1' * bits, 2):064x}"


def turned(text, how):
    return as_text(dihedral(as_words(pa.array([text]))[0])[how])[0].as_py()


def world(accounts, organisations=()):
    tables = {"accounts": accounts, "organisations": list(organisations)}
    sources = {}
    for name, rows in tables.items():
        made = pa.Table.from_pylist(rows, schema=TABLES[name].schema)
        named = frozenset().union(*rows) if rows else frozenset(TABLES[name].schema.names)
        sources[name] = Source(made.num_rows, named, memory=made)
    return World(sources, AS_OF)


def pairs(engine, accounts, organisations=(), **params):
    found = run(PICTURE_PAIRS, engine, world(accounts, organisations), params=params).to_pylist()
    return sorted(
        (p["account_id"], p["other_kind"], p["other_id"], p["field"], p["distance"], p["turned"], p["carriers"])
        for p in found
    )


FIRST, SECOND, THIRD = balanced(1, 3)
CLOSED = {"account_id": "c1", "handle": "c", "status": "closed", "avatar_hash": FIRST, "cover_hash": SECOND}


def account(name, **fields):
    return {"account_id": name, "handle": name, "status": "active", **fields}


def test_an_avatar_like_that_of_a_closed_account_is_paired_with_it(engine):
    found = pairs(
        engine,
        [CLOSED, account("n1", avatar_hash=near(FIRST, 20)), account("n2", avatar_hash=THIRD)],
    )
    assert found == [("n1", "account", "c1", "avatar", 20, "same", 2)]


def test_a_logo_is_found_as_avatar_or_cover(engine):
    organisations = [{"org_id": "o1", "name": "Harbour Bank", "logo_hash": THIRD}]
    accounts = [account("n1", avatar_hash=near(THIRD, 3)), account("n2", cover_hash=THIRD.upper())]
    assert pairs(engine, accounts, organisations) == [
        ("n1", "organisation", "o1", "logo", 3, "same", 2),
        ("n2", "organisation", "o1", "logo", 0, "same", 2),
    ]


def test_covers_are_compared_with_covers_and_avatars_with_avatars(duck):
    accounts = [CLOSED, account("n1", cover_hash=SECOND), account("n2", avatar_hash=SECOND)]
    assert pairs(duck, accounts) == [("n1", "account", "c1", "cover", 0, "same", 3)]


@pytest.mark.parametrize("how", ["mirrored", "upside down", "turned left"])
def test_a_turned_picture_is_known_and_said_to_be_turned(duck, how):
    assert pairs(duck, [CLOSED, account("n1", avatar_hash=turned(FIRST, how))]) == [
        ("n1", "account", "c1", "avatar", 0, how, 2)
    ]


def test_thirty_one_bits_are_one_picture_and_thirty_two_are_not(duck):
    accounts = [CLOSED, account("n1", avatar_hash=near(FIRST, 31)), account("n2", avatar_hash=near(FIRST, 32))]
    assert [p[0] for p in pairs(duck, accounts)] == ["n1"]


def test_a_picture_on_many_accounts_says_nothing_even_saved_anew_each_time(duck):
    same = [account(f"n{i}", avatar_hash=FIRST) for i in range(9)]
    anew = [account(f"n{i}", avatar_hash=near(FIRST, i + 1)) for i in range(9)]
    assert len(pairs(duck, [CLOSED, *same], common=10)) == 9
    assert pairs(duck, [CLOSED, *same], common=9) == []
    assert pairs(duck, [CLOSED, *anew], common=9) == []


def test_default_avatars_and_flat_pictures_are_left_out(duck):
    flat = "0" * 60 + "ffff"
    accounts = [
        CLOSED,
        account("c2", avatar_hash=flat) | {"status": "closed"},
        account("n1", avatar_hash=FIRST, default_avatar=True),
        account("n2", avatar_hash=flat),
        account("n3", avatar_hash="no hash"),
    ]
    assert pairs(duck, accounts) == []


def test_without_hashes_there_are_no_pairs(duck):
    assert pairs(duck, [account("n1"), account("c1") | {"status": "closed"}]) == []


def test_two_closed_accounts_are_paired_both_ways_and_none_with_itself(duck):
    found = pairs(duck, [CLOSED, CLOSED | {"account_id": "c2", "cover_hash": None}])
    assert [p[:4] for p in found] == [("c1", "account", "c2", "avatar"), ("c2", "account", "c1", "avatar")]
