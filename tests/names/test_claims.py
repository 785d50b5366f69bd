"""A text about oneself claims an office, names a relation, or says that it is another's, in every language covered."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.derived.claimed_offices import claimed
from aboveboard.names.claims import claims, denies, disowns, plain, read, worth
from aboveboard.names.mentions import Names

NAMES = (
    "Harbourline Bank", "海港银行", "Кедровый банк", "مصرف الساحل", "Banco Almendral", "霞浜銀行", "푸른만은행", "Liman Bankası", "ธนาคารท่าเรือ",
    "बंदरगाह बैंक", "Ngân hàng Cảng", "Ministerio de Trabajo", "HLB", "Τράπεζα Λιμένος", "בנק הנמל", "Bank Portowy", "Banque des Écluses", "Hafenbank", "Bank Pelabuhan",
)  # fmt: skip


@pytest.fixture(scope="module")
def names():
    return Names(pa.array(NAMES))


def spoken_for(text, names):
    """The organisations that a text claims to speak for."""
    return {NAMES[place] for place, _, claims_it in claimed(plain(pa.array([text]))[0].as_py(), names) if claims_it}


CLAIMS = (
    ("Official account of Harbourline Bank. 24/7", 0), ("本账号为海港银行官方账号，谨防假冒", 1), ("海港银行官方客服", 1), ("Официальный аккаунт Кедрового банка", 2),
    ("Служба поддержки Кедрового банка", 2), ("الحساب الرسمي لمصرف الساحل", 3), ("Cuenta oficial de Banco Almendral | ayuda", 4), ("霞浜銀行の公式アカウントです", 5),
    ("푸른만은행의 공식 계정입니다", 6), ("Liman Bankası'nın resmi hesabı", 7), ("เพจทางการของธนาคารท่าเรือ", 8), ("बंदरगाह बैंक का आधिकारिक खाता", 9),
    ("Trang chính thức của Ngân hàng Cảng", 10), ("Cuenta oficial del Ministerio de Trabajo", 11), ("HLB official support", 12), ("Επίσημος λογαριασμός της Τράπεζας Λιμένος", 13),
    ("החשבון הרשמי של בנק הנמל", 14), ("Oficjalne konto Banku Portowego", 15), ("Compte officiel de la Banque des Écluses", 16), ("Offizielles Konto der Hafenbank", 17),
    ("Akun resmi Bank Pelabuhan", 18), ("0fficiаl Harbourline Bank support", 0), ("We are Harbourline Bank", 0), ("Harbourline Bank refunds team. Claim yours today.", 0),
    ("Harbourline Bank | Official", 0), ("海港银行信用卡提额专线,办理请私信", 1), ("Harbourline Bank support. Beware of unofficial accounts!", 0),
)  # fmt: skip


@pytest.mark.parametrize(("text", "whom"), CLAIMS, ids=lambda x: str(x)[:24])
def test_a_claim_is_read_in_its_language_and_names_whom_it_speaks_for(text, whom, names):
    assert spoken_for(text, names) == {NAMES[whom]}
    assert worth(plain(pa.array([text])))[0].as_py()


@pytest.mark.parametrize(
    "text",
    [
        "Not the official Harbourline Bank account", "Unofficial Harbourline Bank news", "本账号非官方，不代表海港银行", "Parody of Harbourline Bank support",
        "Software engineer at Harbourline Bank. Official nerd", "Customer service rep at Harbourline Bank, tweets are my own", "Worst Harbourline Bank customer support ever",
        "Follow the official account of Harbourline Bank", "I support Harbourline Bank", "Official fan club of Harbourline Bank", "前海港银行员工", "海港银行官方粉丝团", "Работаю в Кедровом банке",
        "Бывший сотрудник службы поддержки Кедрового банка", "푸른만은행 비공식 계정", "霞浜銀行の非公式ファンアカウント", "موظف سابق في مصرف الساحل", "Periodista. Banco Almendral, opiniones propias",
        "Official account of Willow Bakery, next door to Harbourline Bank", "my views are not official", "Harbourline Bank union, workers' support team", "",
    ],
)  # fmt: skip
def test_labels_relations_complaints_and_pointers_claim_nothing(text, names):
    assert spoken_for(text, names) == set()


@pytest.mark.parametrize(
    "text",
    [
        "ოფიციალური გვერდი", "պաշտոնական էջ", "ресми парақшасы", "නිල ගිණුම", "அதிகாரப்பூர்வ பக்கம்", "అధికారిక ఖాతా", "ಅಧಿಕೃತ ಖಾತೆ", "ഔദ്യോഗിക പേജ്", "સત્તાવાર પેજ", "ਅਧਿਕਾਰਤ ਪੇਜ",
        "अधिकृत खाते", "آفیشل اکاؤنٹ", "سرکاری صفحہ", "ይፋዊ ገጽ", "rasmiy sahifa", "tudalen swyddogol", "oifigiúil", "zvanična stranica", "званична страница", "oficijalni nalog", "တရားဝင် စာမျက်နှာ",
        "ផ្លូវការ ទំព័រ", "ບັນຊີທາງການ", "rəsmi səhifə", "faqja zyrtare", "ametlik leht", "oficiālā lapa", "oficiali paskyra", "úradná stránka",
    ],
)  # fmt: skip
def test_official_accounts_say_so_in_many_languages(text):
    written = plain(pa.array([text]))
    assert worth(written)[0].as_py()
    assert any(map(claims, read(written[0].as_py()).clauses))


@pytest.mark.parametrize(
    "text",
    [
        "आधिकारिक खाता होइन", "resmi hesap deyil", "nije oficijalna stranica", "ресми емес аккаунт",
        "অফিসিয়াল পেজ নয়", "ይፋዊ ገጽ አይደለም", "ليست صفحة رسمية", "não é conta oficial",
    ],
)  # fmt: skip
def test_what_says_no_in_its_language_denies(text):
    assert denies(pa.array([text])).to_pylist() == [True]


def test_a_label_or_a_relation_denies_and_a_claim_does_not():
    texts = pa.array(["Unofficial archive of Acme", "I work at Acme", "Official account of Acme", "hello", None])
    assert denies(texts).to_pylist() == [True, True, False, False, False]


def test_a_name_that_sounds_like_a_relation_plays_no_part(names):
    assert spoken_for("Atención al cliente del Ministerio de Trabajo", names) == {"Ministerio de Trabajo"}


@given(st.text())
def test_any_text_can_be_read(text):
    bio = read(plain(pa.array([text]))[0].as_py())
    assert all(c.text for c in bio.clauses)
    assert not any(claims(c) for c in bio.clauses if "DISOWNS" in c.roles)


def test_only_a_label_disowns_a_relation_does_not():
    texts = pa.array(
        [
            "Unofficial archive of the Moonsinger. Not affiliated.",
            "粉丝自建，非本人",
            "I work at the Moonsinger",
            "DM for collabs",
            None,
        ]
    )
    assert disowns(texts).to_pylist() == [True, True, False, False, False]


def test_a_former_account_and_what_users_pay_are_no_ties():
    told = denies(
        pa.array(
            [
                "Notre ancien compte a été bloqué",
                "Nuestra antigua cuenta fue bloqueada",
                "海港用户缴费",
                "Ancien élève de la Banque",
                "海港银行老用户",
            ]
        )
    )
    assert told.to_pylist() == [False, False, False, True, True]
