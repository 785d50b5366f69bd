"""Texts that say that an account is gone, in the words of many languages."""

from __future__ import annotations

import pyarrow as pa
import pytest

from aboveboard.names.cues import announces_return
from aboveboard.names.kept import kept

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


@pytest.mark.parametrize("bio", GONE)
def test_what_became_of_which_account_is_told(bio: str) -> None:
    assert announces_return(pa.array([bio])).to_pylist() == [True]


@pytest.mark.parametrize("bio", KEPT)
def test_an_account_that_is_kept_is_not(bio: str) -> None:
    assert announces_return(pa.array([bio])).to_pylist() == [False]


def test_many_are_read_as_one() -> None:
    bios = [*GONE, *KEPT] * 3
    assert announces_return(pa.array(bios)).to_pylist() == [announces_return(pa.array([b]))[0].as_py() for b in bios]


@pytest.mark.parametrize("word", ["resucitó", "воскресла", "zurück"])
def test_such_a_word_is_no_part_of_a_name(word: str) -> None:
    assert kept(f"Harbour {word}", f"Quarry {word}") == ""
