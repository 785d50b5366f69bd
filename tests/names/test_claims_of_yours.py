"""Texts that speak of the reader's own card, account or parcel, as only who holds them does."""

from __future__ import annotations

import pyarrow as pa
import pytest

from aboveboard.names.claims import claims, plain, read, worth

CLAIMING = (
    "Your parcel is on hold", "your new debit card was blocked", "Su cuenta ha sido suspendida", "Sua conta foi bloqueada", "Votre colis est en attente",
    "Il tuo conto è stato bloccato", "Ihre Rente wurde neu berechnet", "Uw rekening is geblokkeerd", "Ditt konto är spärrat", "Tilisi on suljettu",
    "Twoje konto zostało zablokowane", "Vaše zásilka čeká", "Számlája zárolva", "Contul tău este blocat", "Ваша карта заблокирована", "Ваш рахунок заблоковано",
    "Ο λογαριασμός σας κλείδωσε", "Hesabınız kapatılacak", "بطاقتك موقوفة", "کارت شما مسدود شد", "החשבון שלך נחסם", "आपका बैंक खाता बंद", "আপনার কার্ড বন্ধ",
    "உங்கள் கணக்கு முடக்கம்", "మీ ఖాతా నిలిపివేయబడింది", "آپ کا اکاؤنٹ بند", "Tài khoản của bạn bị khóa", "Rekening anda diblokir", "Akaunti yako imefungwa",
    "您的電話費逾期", "退税，点击领取", "あなたの口座が犯罪に使われています", "고객님의 계좌가 정지되었습니다", "บัญชีของท่านถูกระงับ",
)  # fmt: skip
SILENT = (
    "I lost my card",
    "my account was closed",
    "Worst bank, lost your parcel",
    "我的账户",
    "Mi cuenta personal",
    "Not your account",
    "La tua città",
)


def _claims(text: str) -> bool:
    told = plain(pa.array([text]))
    return worth(told)[0].as_py() and any(map(claims, read(told[0].as_py()).clauses))


@pytest.mark.parametrize("text", CLAIMING)
def test_what_is_the_readers_is_held_by_a_body(text: str) -> None:
    assert _claims(text)


@pytest.mark.parametrize("text", SILENT)
def test_what_is_ones_own_or_a_complaint_is_not(text: str) -> None:
    assert not _claims(text)
