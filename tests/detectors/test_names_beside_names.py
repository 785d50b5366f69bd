"""Two names of one body, short names beside long ones, and bios that name a closed account."""

from datetime import UTC, datetime

import pyarrow as pa
import pytest

from aboveboard.detectors.posing_name import POSING_NAME
from aboveboard.detectors.returning_account import RETURNING_ACCOUNT
from aboveboard.engines.base import run
from aboveboard.names.cues import announces_return
from aboveboard.tables import TABLES, Source, World

AS_OF = datetime(2026, 1, 1, tzinfo=UTC)


def world(**tables):
    made = {t: pa.Table.from_pylist(rows, schema=TABLES[t].schema) for t, rows in tables.items()}
    filled = {t: frozenset(c for r in rows for c in r) for t, rows in tables.items()}
    return World(
        {
            t: Source(m.num_rows, filled[t], memory=m.select([c for c in m.column_names if c in filled[t]]))
            for t, m in made.items()
        },
        AS_OF,
    )


def posing(duck, handle, shown):
    accounts = [
        {
            "account_id": "own",
            "handle": "xichuan",
            "display_name": "溪川宝库",
            "created_at": datetime(2018, 1, 1, tzinfo=UTC),
        },
        {"account_id": "x", "handle": handle, "display_name": shown, "created_at": datetime(2025, 1, 1, tzinfo=UTC)},
    ]
    bodies = [
        {"org_id": "o1", "name": "溪川宝库", "aliases": ["XKQB", "Kalbarro", "বিকার"]},
        {"org_id": "o2", "name": "臺川銀行", "aliases": ["Bank of Taichuan"]},
    ]
    made = world(accounts=accounts, organisations=bodies, official_accounts=[{"org_id": "o1", "account_id": "own"}])
    return {row["account_id"]: row for row in run(POSING_NAME, duck, made).to_pylist()}.get("x")


@pytest.mark.parametrize(
    ("handle", "shown"),
    [
        ("xkqb95555", "ＸＫＱＢ 溪川宝库"),
        ("zz1", "Kalbarro溪川保库专员"),
        ("zz2", "𝐊𝐚𝐥𝐛𝐚𝐫𝐫𝐨溪川宝库"),
        ("bot-jian", "台川银行"),
        ("xkqb-fan", "溪川寶庫"),
        ("zz3", "বি✅কার"),
    ],
)
def test_a_body_is_found_by_two_of_its_names_or_beside_a_short_one(duck, handle, shown):
    assert posing(duck, handle, shown) is not None


@pytest.mark.parametrize(
    ("handle", "shown"),
    [
        ("zz1", "Kalbarro溪川水库"),
        ("zz2", "Marlock溪川保库粉丝"),
        ("kalbarro_fan", "Kalbarro"),
        ("zz3", "溪川宝库粉丝团"),
    ],
)
def test_one_name_beside_other_words_or_a_label_is_not(duck, handle, shown):
    assert posing(duck, handle, shown) is None


def returning(duck, bio):
    closed, since = datetime(2025, 11, 1, tzinfo=UTC), datetime(2025, 11, 5, tzinfo=UTC)
    gone = {"status": "closed", "closed_at": closed, "closed_ground": "terms", "closed_for": "coordination"}
    accounts = [
        {
            "account_id": "c",
            "handle": "brackentrolls",
            "display_name": "Bracken Trolls",
            "created_at": datetime(2024, 1, 1, tzinfo=UTC),
            **gone,
        },
        {
            "account_id": "x",
            "handle": "uhlenau77",
            "display_name": "Somebody",
            "bio": bio,
            "created_at": since,
            "status": "active",
        },
    ]
    return {row["account_id"] for row in run(RETURNING_ACCOUNT, duck, world(accounts=accounts)).to_pylist()}


def test_a_bio_that_says_it_is_back_and_names_the_closed_handle_is_a_return(duck):
    assert returning(duck, "old account @brackentrolls got banned, refollow") == {"x"}
    assert returning(duck, "old account got banned, refollow") == set()
    assert returning(duck, "I read brackentrolls every day") == set()


@pytest.mark.parametrize(
    "bio",
    [
        "rip melrants, follow me here",
        "大号没了，老客户加这里",
        "前垢消されました",
        "본계 터짐",
        "основу снесли",
        "me cerraron la otra",
        "ilk hesap uçtu",
        "पुराना बंद हो गया",
        "stare zbanowali",
    ],
)
def test_what_became_of_the_old_account_is_understood(bio):
    assert announces_return(pa.array([bio])).to_pylist() == [True]


@pytest.mark.parametrize(
    "bio", ["старый город, новая жизнь", "大号鞋店", "I moved house", "本店新品", "cerrado los lunes"]
)
def test_other_bios_announce_nothing(bio):
    assert announces_return(pa.array([bio])).to_pylist() == [False]


def worn(duck, shown):
    """Return what is found of somebody who bears a name, where SAT and QVZB are short for two bodies, and Fennmarket is a third."""
    accounts = [{"account_id": "x", "handle": "zz9", "display_name": shown}]
    bodies = [
        {"org_id": "o1", "name": "Northern Quarry Board", "aliases": ["SAT"]},
        {"org_id": "o2", "name": "Southern Quarry Board", "aliases": ["QVZB"]},
        {"org_id": "o3", "name": "Fennmarket"},
    ]
    return [row["org_id"] for row in run(POSING_NAME, duck, world(accounts=accounts, organisations=bodies)).to_pylist()]


@pytest.mark.parametrize(
    ("shown", "body"),
    [
        ("SAT Refunds", "o1"),
        ("ⓈⒶⓉ", "o1"),
        ("QVZB Delivery Issue Desk", "o2"),
        ("Fennmarket PhiIippines", "o3"),
        ("Fennmarket Persona1 Banking", "o3"),
        ("Fennmarket Llcensing", "o3"),
        ("Fennmarkel", "o3"),
    ],
)
def test_a_short_name_in_capitals_and_a_word_in_disguise_are_found(duck, shown, body):
    assert worn(duck, shown) == [body]


@pytest.mark.parametrize(
    "shown",
    ["Sat Refunds", "SAT", "SAT Tutor Jane", "Sat", "Fennmarket Philippines", "S a t u r n", "Fennmarket Llama Farm"],
)
def test_a_word_and_an_open_name_beside_others_are_not(duck, shown):
    assert worn(duck, shown) == []
