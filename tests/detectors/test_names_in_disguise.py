"""Names of which a few letters are in disguise: short ones, parts of longer ones, and two disguises at once."""

from datetime import UTC, datetime

import pyarrow as pa
import pytest

from aboveboard.derived.likened_names import stretched_in
from aboveboard.detectors.posing_name import POSING_NAME
from aboveboard.engines.base import run
from aboveboard.names.in_disguise import hides
from aboveboard.names.likeness import compare
from aboveboard.tables import TABLES, Source, World

AS_OF = datetime(2026, 1, 1, tzinfo=UTC)
BODIES = (
    ("Тор", "Тврк"), ("Qxvk", "QVK"), ("Ζηλω", "ΖΗΛ"), ("זקלד", "זקל"), ("ქვზი", None), ("Kalbarrow", "KLBW"),
    ("溪川银行", None), ("溪川市税务局", None), ("泉付宝", None), ("晚川", None), ("溪信支付", None), ("臺川銀行", None),
    ("望川县人民政府", None),
)  # fmt: skip


def _found(duck, shown, handle="u7730021"):
    accounts = [
        {"account_id": f"own{n}", "handle": f"own{n}", "display_name": name, "created_at": datetime(2018, 1, 1, tzinfo=UTC)}
        for n, (name, _) in enumerate(BODIES)
    ]  # fmt: skip
    accounts.append(
        {"account_id": "x", "handle": handle, "display_name": shown, "created_at": datetime(2025, 1, 1, tzinfo=UTC)}
    )
    bodies = [{"org_id": f"o{n}", "name": name, "aliases": [a] if a else []} for n, (name, a) in enumerate(BODIES)]
    own = [{"org_id": f"o{n}", "account_id": f"own{n}"} for n in range(len(BODIES))]
    tables = {"accounts": accounts, "organisations": bodies, "official_accounts": own}
    made = {t: pa.Table.from_pylist(rows, schema=TABLES[t].schema) for t, rows in tables.items()}
    filled = {t: frozenset(c for r in rows for c in r) for t, rows in tables.items()}
    sources = {
        t: Source(m.num_rows, filled[t], memory=m.select([c for c in m.column_names if c in filled[t]]))
        for t, m in made.items()
    }
    rows = run(POSING_NAME, duck, World(sources, AS_OF)).to_pylist()
    return next((r for r in rows if r["account_id"] == "x"), None)


@pytest.mark.parametrize(
    ("shown", "body"),
    [
        ("Tвpк возврат", "Тор"),
        ("QVК Treasury", "Qxvk"),
        ("🅠🅥🅚 México", "Qxvk"),
        ("Q1vk", None),
        ("Zηλω", "Ζηλω"),
        ("Т-в-р-к", "Тор"),
        ("Тв\u200bрк", "Тор"),
        ("Kаlbarrow Community", "Kalbarrow"),
        ("溪川银⾏白领通", "溪川银行"),
        ("溪㊋川", None),
        ("🅠🅥🅚溪流贷款", "Qxvk"),
    ],
)
def test_a_few_letters_in_disguise_mean_even_a_short_name(duck, shown, body):
    found = _found(duck, shown)
    assert (found and found["org_name"]) == body


@pytest.mark.parametrize(
    "shown", ["Тврк возврат", "Тврк", "QVK Treasury", "Ζηλω πύλη", "זקלד כהן", "Kalbarrow Community", "DJ Тврк", "Аня QVK fan", "ქვზი", "晚川客"]
)  # fmt: skip
def test_a_short_name_worn_openly_is_anybodys(duck, shown):
    assert _found(duck, shown) is None


def test_a_short_name_in_disguise_beside_words_is_no_more_than_possible(duck):
    assert _found(duck, "QVК Treasury")["tier"] == "possible"


@pytest.mark.parametrize(
    ("shown", "body"),
    [
        ("溪川帅税物局", None),
        ("溪川巾税雾局", "溪川市税务局"),
        ("泉亻寸保官方", "泉付宝"),
        ("溪亻言支負", "溪信支付"),
        ("溪亻言zhi付", "溪信支付"),
        ("QFB客服", "泉付宝"),
        ("wc官方助手", "晚川"),
        ("忘川县入民政府", "望川县人民政府"),
        ("忘川入民政府", "望川县人民政府"),
    ],
)
def test_two_disguises_at_once_and_initials_beside_a_claim(duck, shown, body):
    found = _found(duck, shown)
    assert (found and found["org_name"]) == body


def test_a_name_before_a_desk_and_the_initials_before_a_part_of_it_are_found(duck):
    assert _found(duck, "溪川市税务局 个人所得税汇算退税专员")["org_name"] == "溪川市税务局"
    assert _found(duck, "XCYH溪川")["org_name"] == "溪川银行"
    assert _found(duck, "XCYH晚川") is None


def test_initials_of_two_or_three_signs_are_no_more_than_possible(duck):
    assert _found(duck, "QFB客服")["tier"] == "possible"
    assert _found(duck, "qfb", "qfb_kefu") is None


def test_two_ideographs_drawn_and_heard_otherwise_are_another_bank():
    assert compare("玉山银行", "工商银行").alike < 0.25
    assert compare("招傷銀行", "招商銀行").alike > 0.5


@pytest.mark.parametrize("name", ["DJ Иван", "Аня BMW fan", "東京タワーTV", "Nuñez", "3D печать", "Łukasz", "ΑΒΓ team"])
def test_scripts_side_by_side_hide_nothing(name):
    assert not hides(name)
    assert name != "DJ Иван" or not stretched_in(name, speaks=False)
