"""Bios that say the old account is gone, language by language, and bios about anything else."""

from __future__ import annotations

import pyarrow as pa
import pytest

from aboveboard.names.cues import announces_return

GONE = [
    "old page got nuked", "换号了，原来的被限流", "舊帳號被檢舉停權", "垢消えたので作り直し", "원래 계정 신고먹고 날아갔어요", "nick cũ bị khoá, theo dõi nick này", "akun sebelumnya kena suspend",
    "เพจเดิมโดนปิด", "perdi a outra conta", "nos suspendieron la cuenta de siempre", "mon ancien compte a été signalé", "compte principal sauté", "altes Profil wurde dichtgemacht",
    "mi hanno chiuso il vecchio profilo", "прежний канал удалили по жалобам", "стару сторінку заблокували", "poprzedni profil poleciał za zgłoszenia", "eski sayfamız kapatıldı",
    "hesabım uçtu", "تم ايقاف حسابنا السابق", "پیج قبلی مون بسته شد", "חסמו לי את העמוד הקודם", "पुरानी आईडी उड़ गई", "আগের পেজ রিপোর্ট খেয়ে বন্ধ", "μου έκλεισαν το παλιό προφίλ",
    "जुने पेज बंद झाले", "જૂનું ખાતું બંધ", "ਪੁਰਾਣਾ ਪੇਜ ਬਲਾਕ ਹੋ ਗਿਆ", "ಹಳೆಯ ಖಾತೆ ಹ್ಯಾಕ್ ಆಗಿದೆ", "പഴയ അക്കൗണ്ട് നഷ്ടപ്പെട്ടു", "አሮጌው አካውንት ታግዷል", "նախկին հաշիվը փակվել է", "ძველი არხი გაუქმდა", "бұрынғы аккаунт жабылды",
    "хуучин пэйж хаагдсан", "köhnə hesabımız bağlandı", "គណនីចាស់ត្រូវបានបិទ", "faqja e vjetër u bllokua", "stari račun ugašen", "stará stránka zrušená", "senoji paskyra užblokuota", "hen dudalen wedi cau", "compte anterior tancat",
]  # fmt: skip
OTHER = [
    "family shop since 2001", "we moved to a new clinic", "新店開幕", "搬家了，新地址在东门", "うさぎ専門店", "학원 이전했습니다", "lớp mới khai giảng", "ย้ายร้านแล้ว", "mudamos de endereço",
    "nouvelle adresse", "neue Seite meiner Werkstatt", "nuovo negozio", "ремонт часов, переехали", "nowe mieszkanie", "yeni dükkan", "محل جديد", "my old dog and my new cat", "старый город, новые дороги",
    "ਪੁਰਾਣਾ ਸ਼ਹਿਰ", "જૂનું ઘર બંધ છે", "հին քաղաք, նոր օրեր", "stara kuća na prodaju", "senoji paskyra ir naujos nuotraukos", "គណនីចាស់",
]  # fmt: skip


@pytest.mark.parametrize("bio", GONE)
def test_a_lost_account_is_told(bio: str) -> None:
    assert announces_return(pa.array([bio])).to_pylist() == [True]


@pytest.mark.parametrize("bio", OTHER)
def test_another_move_is_none(bio: str) -> None:
    assert announces_return(pa.array([bio])).to_pylist() == [False]


def test_many_are_read_as_one() -> None:
    assert (
        announces_return(pa.array([*GONE, *OTHER] * 5)).to_pylist()
        == [*([True] * len(GONE)), *([False] * len(OTHER))] * 5
    )
