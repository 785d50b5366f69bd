"""A chat smuggled past programs is read in any disguise of the app's name; what stands openly or means nothing is left."""

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.derived.contact_spans import EVERYTHING, contacts_of, hinted, hinted_in
from aboveboard.derived.term_reading import read_letters
from aboveboard.text.dictated import dictated
from aboveboard.text.digits import numbers
from aboveboard.text.handles import handles

APPS = ("telegram", "whatsapp", "discord", "телеграм", "ватсап", "텔레그램", "เทเลแกรม", "تليجرام", "テレグラム")
DISGUISES = {
    "parted by spaces": " ".join,
    "parted by dots": ".".join,
    "with a gap": lambda n: f"{n[:3]} {n[3:]}",
    "with an emoji": lambda n: f"{n[:3]}💬{n[3:]}",
    "with hidden letters": "\u200b".join,
    "with dots below": lambda n: "".join(f"{c}\u0323" for c in n),
    "with a letter masked": lambda n: f"{n[:2]}○{n[3:]}",
    "with a letter too few": lambda n: n[:2] + n[3:] if len(n) > 5 else "|".join(n),
}


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("app", APPS)
def test_an_app_is_read_in_every_disguise(app, disguise):
    if disguise == "with a letter too few" and app in {"텔레그램", "テレグラム", "تليجرام"}:
        app = "telegram"
    [found] = handles(f"☆ {DISGUISES[disguise](app)}: anna_88", read_letters)
    assert found.value.endswith(" anna_88")
    assert found.how


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("텔레ㄱ램 anna_88", "Telegram anna_88"),
        ("카ㅋㅗ톡 anna_88", "KakaoTalk anna_88"),
        ("ラ○ン id：anna_k", "Line anna_k"),
        ("telegr@m małpa anna_88", "Telegram anna_88"),
        ("오픈챗 “김실장” 검색", "KakaoTalk 김실장"),
        ("公众号搜「甜甜」", "a public account 甜甜"),
        ("sn@p: anna dot b 99", "Snapchat anna dot b 99"),
    ],
)
def test_names_for_a_chat_of_every_kind(text, value):
    assert [c.value for c in handles(text, read_letters)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Telegram: anna_88", "Instagram - anna_88", "WhatsApp +44 20 7946 0958", "no Telegram, no WhatsApp", "wechat fan",
        "不加微信，不进群", "Signal processing student", "Line dancing, age 42", "卫星导航工程师", "Tel 408-555-0142", "on 11/1/2014",
        "SA Premier 2002-2011", "Собака по кличке Точка", "微信红包封面", "Telegram sticker artist",
    ],
)  # fmt: skip
def test_open_contacts_and_mere_words_hide_nothing(text):
    assert handles(text, read_letters) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("anna dot b at mail dot com", "anna.b@mail.com"),
        ("anna точка в собака ya точка ru", "anna.в@ya.ru"),
        ("依頼はhanako あっと example どっと jp。", "hanako@example.jp"),
        ("anna [at] shop [dot] co", "anna@shop.co"),
        ("anna punt b apenstaartje gmail punt com", "anna.b@gmail.com"),
    ],
)
def test_signs_said_in_words(text, value):
    assert [(d.value, d.plain) for d in dictated(text)] == [(value, False)]


@pytest.mark.parametrize(
    "text",
    [
        "the point at which a dot ends",
        "me at cs dot uni dot edu",
        "Точка зрения. Собака друг.",
        "meet me at noon dot",
        "점심 점검",
    ],
)
def test_words_for_signs_in_ordinary_speech_are_no_address(text):
    assert dictated(text) == []


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("нуль шістдесят сім, сто одинадцять, двадцять два, тридцять три", "0671112233"),
        ("beş yüz otuz iki beş beş beş sıfır bir iki üç", "5325550123"),
        ("pięćset jeden, dwieście trzy, czterysta pięć", "501203405"),
        ("zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit", "0612345678"),
        ("quatre-vingt-dix-sept quatre-vingt zéro six", "978006"),
        ("ぜろはちぜろ いちにさんよん ごろくななはち", "08012345678"),
        ("공일공 일이삼사 오육칠팔", "01012345678"),
        ("אפס חמש שתיים, שלוש ארבע חמש", "052345"),
        ("नौ आठ सात छह पांच", "98765"),
        ("không chín không một hai", "09012"),
        ("zero seven seven double-oh nine hundred one two three", "07700900123"),
        ("ศูนย์แปดหนึ่งสองสาม", "08123"),
        ("sju hundra, ett två tre", "700123"),
    ],
)
def test_numbers_are_read_in_words(text, digits):
    assert [n.digits for n in numbers(text, 5)] == [digits]


@pytest.mark.parametrize("text", ["on to do en a um", "12/21/14 to 07/12/17", "867-5309 on repeat"])
def test_short_words_beside_figures_are_no_numbers(text):
    assert all("word" not in n.styles for n in numbers(text, 5))


anything = st.text() | st.text(
    st.sampled_from("telgramwhspvx微信薇텔레그램ㄱラインไลน์توساب वटए0123@$○.:：「」 점点ИИıİß\u0323\u200b❤️\U0001f6f0"),
    max_size=60,
)


@settings(deadline=None)
@given(anything)
def test_any_text_is_read_and_every_contact_lies_in_it(text):
    for contact in contacts_of(text, [], 15):
        assert 0 <= contact.start < contact.stop <= len(text)
        assert contact.value
    for number in numbers(text, 2):
        assert 0 <= number.start < number.stop <= len(text)
        assert number.digits.isdigit()


@settings(deadline=None)
@given(st.lists(anything, max_size=5))
def test_a_text_is_looked_at_by_itself(texts):
    whole = hinted(pa.array([t.encode("utf-8", "replace").decode() for t in texts], pa.string()))
    each = [int(hinted(pa.array([t.encode("utf-8", "replace").decode()], pa.string()))[0]) for t in texts]
    assert whole.tolist() == each


_BITS = (
    "Anna",
    "Mo",
    "w",
    "x",
    "加微",
    "薇",
    "微信",
    "搜",
    "wx: anna_9",
    "dot",
    "com",
    ".",
    "t.me/anna",
    "paypal",
    "@",
    "arroba",
    "7",
    "55",
    "零一二三四",
    "٣٤٥٦٧",
    "❤",
    "v❤x",
    " ",
    "-",
    "「",
    "ひらがな",
    "하나",
    "tg",
)


@given(st.lists(st.sampled_from(_BITS), max_size=7).map("".join) | st.text(max_size=12))
def test_one_text_is_worth_reading_for_what_it_is_among_many(text):
    text = text.encode("utf-8", "replace").decode()
    alone, among = hinted_in(text), int(hinted(pa.array([text], pa.string()))[0])
    assert alone in (among, EVERYTHING)
    assert among | alone == alone
