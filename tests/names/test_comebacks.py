"""Names that say that an account is back, and texts that say that one is gone, in the words of many languages."""

from __future__ import annotations

import pyarrow as pa
import pytest

from aboveboard.names.cues import announces_return, ended, says_again
from aboveboard.names.folding import fold
from aboveboard.names.kept import kept

AGAIN = [
    "Fennwick strikes back", "Fennwick resucitó", "Fennwick ressurgiu", "Fennwick revoilà", "Fennwick zurück", "Fennwick ritorna", "Fennwick weer hier", "Fennwick återkomst", "Fennwick palasi",
    "Fennwick visszatért", "Феннвик воскрес", "Феннвик повернувся", "Fennwick wrócił", "Fennwick zpět", "Fennwick grįžo", "Fennwick tekrar burada", "Fennwick kembali", "Fennwick trở lại", "Fennwick nagbalik",
    "عودة فينويك", "بازگشت فنویک", "פנוויק חזר", "फेनविक वापस", "ফেনউইক আবার", "மீண்டும் பென்விக்", "ความจริงกลับมา", "老六归位", "モモふたたび", "공장 재가동", "fennwick_vol_3",
]  # fmt: skip
ELSE = ["Fennwick", "Backhaus", "Newton", "Anna Neumann", "Secondo", "小鹿", "민지", "Игорь", "Fennwick Bakery"]

GONE = [
    "Hauptaccount gelöscht worden", "основной канал заблочен", "a primeira foi excluída", "compte principal banni", "akun utama ke-suspend", "gamla kontot spärrat", "メイン垢死亡", "전 계정 밴",
    "ilk hesap silindi", "az első fiókom letiltva", "minha conta foi banida", "ਪੁਰਾਣਾ ਖਾਤਾ ਬੰਦ", "na-ban yung dati kong account", "اکانت قبلیم مسدود شد",
]  # fmt: skip
KEPT = [
    "open an account today",
    "my banker is kind",
    "new channel for cooks",
    "Konto bei der Bank",
    "新しい店です",
    "страница о птицах",
]


@pytest.mark.parametrize("name", AGAIN)
def test_a_name_says_that_it_is_back(name: str) -> None:
    assert says_again(fold(pa.array([name])).words).to_pylist() == [True]


@pytest.mark.parametrize("name", ELSE[:4] + ELSE[5:])
def test_another_name_does_not(name: str) -> None:
    assert says_again(fold(pa.array([name])).words).to_pylist() == [False]


@pytest.mark.parametrize("bio", GONE)
def test_what_became_of_which_account_is_told(bio: str) -> None:
    assert announces_return(pa.array([bio])).to_pylist() == [True]
    assert ended(pa.array([bio])).to_pylist() == [True]


@pytest.mark.parametrize("bio", KEPT)
def test_an_account_that_is_kept_is_not(bio: str) -> None:
    assert announces_return(pa.array([bio])).to_pylist() == [False]


def test_many_are_read_as_one() -> None:
    names, bios = [*AGAIN, *ELSE] * 3, [*GONE, *KEPT] * 3
    assert says_again(fold(pa.array(names)).words).to_pylist() == [
        says_again(fold(pa.array([name])).words)[0].as_py() for name in names
    ]
    assert announces_return(pa.array(bios)).to_pylist() == [announces_return(pa.array([b]))[0].as_py() for b in bios]


@pytest.mark.parametrize("word", ["resucitó", "воскресла", "zurück"])
def test_such_a_word_is_no_part_of_a_name(word: str) -> None:
    assert kept(f"Harbour {word}", f"Quarry {word}") == ""
