"""Names at desks: what is left where the rest is all said of a desk, in the words of its language."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.names.at_desks import heads_of, name_desks, names_a_desk, said_of_a_desk
from aboveboard.names.desk_words import listed
from aboveboard.names.folding import fold
from aboveboard.names.letters import lettering


def heads(name: str) -> tuple[str, ...]:
    return heads_of(lettering(name, camel=True) or "")


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Fennbank Leveransavgift", "fennbank"), ("Fennbank Zahlungsproblem", "fennbank"), ("Fennbank Számlazárolás", "fennbank"), ("Fennbank Fraudehelpdesk", "fennbank"),
        ("Fennbank Carte Vitale Remboursement", "fennbank"), ("NHS Claims Reimbursement", "nhs"), ("Fennbank hlpdsk", "fennbank"), ("My Fennbank Refunds", "fennbank"),
        ("Auditoria Porto Fennbank", "porto fennbank"), ("Полиция Златогорска Возврат", "полиция златогорска"),
        ("Fennbank Preclenie", "fennbank"), ("Fennbank Úvery", "fennbank"), ("Fennbank Piegāde", "fennbank"), ("Fennbank Dërgesat", "fennbank"),
    ],
)  # fmt: skip
def test_a_desk_in_any_words_leaves_the_name(name: str, head: str) -> None:
    assert lettering(head) in heads(name)


@pytest.mark.parametrize(
    ("name", "head"),
    [("S.N.C.F. Remboursement", "SNCF"), ("Р.Т.С. Србија", "РТС"), ("Р.Т.С. Возврат", "РТС"), ("N H S Refunds", "NHS")],
)
def test_letters_parted_one_by_one_are_one_abbreviation(name: str, head: str) -> None:
    assert lettering(head) in heads(name)


def test_two_letters_parted_are_somebodys_initials() -> None:
    assert "jp" not in heads("J.P. Refunds")


@pytest.mark.parametrize(
    "name",
    [
        "Fennbank Refund Victims Group",
        "Fennbank Forum",
        "Fennbank Workers Claims",
        "Anna Fennbank",
        "Fennbank Tickets",
        "fennbank_minh",
        "Minh the Fennbank",
        "Han Tong Fennbank",
        "fennbank_an",
        "Zoe Claims",
    ],
)
def test_others_than_desks_leave_nothing_of_their_own(name: str) -> None:
    assert "fennbank" not in heads(name)


@pytest.mark.parametrize("kind", ["said", "weak", "beside", "part", "packed", "syllable"])
def test_every_kind_of_word_is_listed(kind: str) -> None:
    assert len(listed(kind)) > 50


@pytest.mark.parametrize(
    "rest",
    [
        " Delivery Issue Desk",
        "贷款审批部",
        "海外汇款专员",
        "退改签",
        " さいはいたつ",
        " 섭외팀",
        " 고객쎈터",
        " რეგისტრაცია",
        " రీఛార్జ్",
        " උපකාර",
        " қолдау",
        " marejesho",
        " Reembolso",
        " дознаватель",
    ],
)
def test_what_follows_a_name_is_a_desks(rest: str) -> None:
    assert said_of_a_desk(rest)


@pytest.mark.parametrize(
    "rest", ["", " Sports Club", "大学", " भरती अभ्यास", " Refund Victims Group", " Oslo", " دفتر کے سامنے چائے والا"]
)
def test_what_follows_a_name_is_none(rest: str) -> None:
    assert not said_of_a_desk(rest)


@pytest.mark.parametrize(
    ("name", "does"),
    [
        ("Banca Norilor Departament Fraude", True),
        ("해무청 종합소득세 환급과", True),
        ("霧浜新聞 購読キャンペーン係", True),
        ("Refund", False),
        ("환급과", False),
        ("Anna Maria Lopez", False),
        ("溪川大学", False),
    ],
)
def test_a_name_at_a_desk_is_looked_through_for_whole_names(name: str, does: bool) -> None:
    assert names_a_desk(fold(pa.array([name])).words[0].as_py()) is does


_SAID = st.sampled_from(["Norilor", "refund", "fraude", "环溪", "退款中心", "환급과", "係", "กรม", "а", " ", "  "])


@given(st.lists(st.none() | st.lists(_SAID, max_size=5).map(" ".join), min_size=1, max_size=40))
def test_many_names_are_told_to_be_at_a_desk_as_one_is(names: list[str | None]) -> None:
    words = fold(pa.array(names, pa.string())).words
    assert name_desks(words).to_pylist() == [bool(w) and names_a_desk(w) for w in words.to_pylist()]
