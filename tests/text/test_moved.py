"""A biography may say that its account or body is over, or where readers should go; a move of an office, an address, or a word to the wise says neither."""

import pyarrow as pa
import pytest

from aboveboard.text.moved import moved


@pytest.mark.parametrize(
    "bio",
    [
        "No longer in use, services are at @harbourboard.",
        "The Board of Tides was merged into the Board of Seas in 2024.",
        "This account has been closed. Follow us at @seas",
        "This page is read-only.",
        "Board of Tides [inactive]",
        "Now part of the Ministry of Water",
        "The Ministry of Water took over our work, see @water",
        "Our new account: @seas",
        "Follow @seas",
        "Diese Behörde existiert nicht mehr.",
        "Konto ungenutzt, bitte @meeramt folgen",
        "Das Amt wurde aufgelöst.",
        "Jetzt: @meeramt",
        "Cet organisme n’existe plus.",
        "La direction a été supprimée en 2023",
        "Désormais sur @mers",
        "Esta cuenta ya no se usa.",
        "La secretaría fue suprimida. Siga @mares",
        "Órgão foi extinto em 2023.",
        "A secretaria já não existe",
        "L'ente è confluito nel Ministero delle Acque",
        "Deze dienst bestaat niet meer",
        "Аккаунт больше не обновляется.",
        "Комитет упразднён в 2023 году",
        "Urząd został zlikwidowany",
        "Úřad již neexistuje.",
        "Bu hesap artık kullanılmıyor",
        "Akun ini sudah tidak aktif.",
        "Tài khoản không còn hoạt động",
        "لم يعد هذا الحساب نشطاً",
        "تم دمج الهيئة في وزارة المياه",
        "החשבון אינו פעיל עוד",
        "机构已调整，请移步@运河水利",
        "本单位已于2023年撤销",
        "本帐号已停止更新",
        "停更",
        "请关注@运河水利",
        "新账号：@yunhe",
        "当アカウントの運用は終了しました",
        "港湾局は廃止されました",
        "現在は@minatoへ",
        "기관이 폐지되었습니다",
        "더 이상 운영하지 않습니다",
        "이제 @minato 에서 만나요",
    ],
)  # fmt: skip
def test_a_biography_may_say_that_it_is_over_or_where_to_go(bio):
    assert moved(pa.chunked_array([[bio]])).to_pylist() == [True]


@pytest.mark.parametrize(
    "bio",
    [
        "Official account of the Board of Tides.",
        "Questions? Please write to office@tides.example",
        "Contact us: press@tides.example, services: help@tides.example",
        "Follow our chair, Ben Marsh, and @harbourboard",
        "In an emergency call 12345 or ask @police",
        "Our offices are no longer on Quay Street.",
        "The fight against silt is not over. A sold-out, closed meeting on Monday",
        "Opening hours have changed. Closed on Sundays.",
        "Keine Sprechstunde mehr am Montag, Fragen an amt@gezeiten.example",
        "Nouvelle adresse : 5, quai des Brumes",
        "Ahora también los sábados",
        "Não perca as novidades. Contato: imprensa@mares.example",
        "Теперь и по субботам",
        "Приёмная переехала на Речную, 5",
        "لم يعد هناك عذر: وفر الماء",
        "برنامج دمج ذوي الإعاقة",
        "办公地址已迁移至运河路5号",
        "办公时间已调整，周末不休息",
        "本周报名已停止",
        "请访问官网，邮箱info@yunhe.example",
        "受付は終了しました",
        "庁舎は移転しました",
        "민원을 통합하여 안내합니다",
        "청사를 이전하였습니다",
        "",
        None,
    ],
)
def test_a_new_address_a_post_box_or_another_account_besides_say_nothing_of_the_kind(bio):
    assert moved(pa.chunked_array([pa.array([bio], pa.string())])).to_pylist() == [False]
