"""Who says that an office is over is told from who holds it."""

import pyarrow as pa
import pytest

from aboveboard.text.former import former


@pytest.mark.parametrize(
    "text",
    [
        "Former Minister of Canals, now MP", "ex-mayor of Thornford", "Professor. Minister until October 2025.", "Mayor 2016–2024",
        "Bürgermeister a. D.", "Ancienne ministre des Canaux", "Antiguo alcalde", "Alcalde hasta 2023", "Бывший министр", "bývalý starosta",
        "Były burmistrz", "eski belediye başkanı", "πρώην υπουργός", "前运河市长", "运河局退休，曾任局长", "元運河市長", "전 운하시장", "وزير سابق",
        "mantan walikota", "อดีตรัฐมนตรี", "पूर्व मंत्री", "oud-burgemeester",
    ],
)  # fmt: skip
def test_an_office_that_is_over_is_said_to_be(text):
    assert former(pa.array([text])).to_pylist() == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Minister of Canals", "Mayor since 2016", "Mayor 2024", "Exeter council", "Performer, mayor", "前进区区长", "前海管理局局长", "원주시장",
        "전주시장", "Nguyên Phong, chủ tịch", "元气市长", "Oude Kerk burgemeester", "Ministra de Canales", "", None,
    ],
)  # fmt: skip
def test_an_office_that_is_held_is_not(text):
    assert former(pa.array([text], pa.string())).to_pylist() == [False]
