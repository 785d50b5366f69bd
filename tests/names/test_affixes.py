"""Affixes come off a name in many languages, one word or two; what is left is the name."""

from unittest.mock import patch

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.names import affixes
from aboveboard.names.affixes import GLUED, PACKED, RETURNS, SPACED, announces, stripped, stripping
from aboveboard.names.letters import letters

NAME = "Tidewater Bakery"
SIGNS = "云川日报"


def core(name, count=1):
    return stripped(letters(pa.array([name] * count)))[0].as_py()


def as_many(words):
    """What is left of names where they are so many that Arrow's patterns read them."""
    with patch.multiple(affixes, _FEW=0, _FEW_MATCHING=0):
        return stripped(words).to_pylist()


@pytest.mark.parametrize("count", [1, 2_049])
@pytest.mark.parametrize(
    "added",
    [
        "{} Security Team", "{} Refund Desk", "{} official channel", "Служба безопасности {}", "{} новый акк", "{} запасний акаунт", "{} cuenta nueva",
        "{} akun baru", "{} yedek hesap", "{} νέο προφίλ", "{} حساب جديد", "{} 새로운 계정", "{} neues Profil",
    ],
)  # fmt: skip
def test_a_task_a_desk_or_a_new_account_comes_off_a_name(added, count):
    assert core(added.format(NAME), count) == core(f"{NAME} Official", count)


@pytest.mark.parametrize("count", [1, 2_049])
@pytest.mark.parametrize(
    "added",
    ["{}贷款专员", "{}公众服务", "{}在线办理", "{}备用账号", "{}旧号被封", "{}（新）", "{}换号了", "{}復活アカ"],
)
def test_in_scripts_without_spaces_too(added, count):
    assert core(added.format(SIGNS), count) == SIGNS


@pytest.mark.parametrize("name", ["Anna Berg", "云川日报", "安全出口", "Second Cup", "新云川报"])
def test_a_name_that_is_nothing_but_itself_stays(name):
    assert core(name) is None


@pytest.mark.parametrize(
    "affix",
    [
        "2.0", "new account", "новая страница", "原账号停用", "备用号", "nueva cuenta", "换号了", "a revenit", "taas täällä", "är tillbaka", "znowu tu",
        "пак е тук", "ξανά", "geri döndü", "nandito na ulit", "다시 왔다", "กลับมาแล้ว", "ისევ აქ",
    ],
)  # fmt: skip
def test_a_new_account_and_the_end_of_the_old_one_announce_a_return(affix):
    assert announces(affix)


@pytest.mark.parametrize("affix", ["official", "贷款专员", "security team"])
def test_a_desk_announces_none(affix):
    assert not announces(affix)


words = st.sampled_from(
    ["Acme", "银河", "security", "team", "新", "备用", "号", "official", "的", "2", "новый", "аккаунт", " ", "é"]
)


@given(
    st.lists(
        st.lists(words, max_size=6).map(" ".join) | st.lists(words, max_size=6).map("".join), min_size=1, max_size=5
    )
)
def test_a_few_names_are_read_as_many_are(names):
    words = letters(pa.array(names))
    assert stripped(words).to_pylist() == as_many(words)


@pytest.mark.parametrize(
    "way", ["tidewater {}", "tidewater{}", "{} tidewater", "{}tidewater", "{} {}", "tide {} 7", "tidewater{}12"]
)
def test_no_affix_is_missed_where_a_name_is_looked_at_by_its_ends(way):
    words = letters(pa.array([way.replace("{}", affix) for affix in (*SPACED, *RETURNS, *GLUED, *PACKED)])).to_pylist()
    assert [stripping(w) for w in words if w] == as_many(pa.array([w for w in words if w]))
