"""A hidden contact is found however its digits are written; years, prices, scores and book numbers are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.text.contacts import INVITES, addresses, chat, payments, phones
from aboveboard.text.digits import numbers

WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
STYLES = {
    "words": lambda n: " ".join(WORDS[int(d)] for d in n),
    "ideographs": lambda n: "".join("零一二三四五六七八九"[int(d)] for d in n),
    "formal ideographs": lambda n: "".join("零壹贰叁肆伍陆柒捌玖"[int(d)] for d in n),
    "circles": lambda n: "".join("⓪①②③④⑤⑥⑦⑧⑨"[int(d)] for d in n),
    "keycaps": lambda n: "".join(f"{d}\ufe0f\u20e3" for d in n),
    "bold": lambda n: "".join(chr(0x1D7CE + int(d)) for d in n),
    "stars": "*".join,
    "mixed": lambda n: "".join("零一二三四五六七八九"[int(d)] if i % 2 else d for i, d in enumerate(n)),
    "letters": lambda n: n.replace("0", "O").replace("1", "l"),
}
mobiles = st.from_regex(r"\A1[3-9][02-9]{2}0[2-9]{6}\Z")


@pytest.mark.parametrize("style", STYLES)
@given(number=mobiles, before=st.sampled_from(["", "call ", "加我 ", "(", "♥"]))
def test_a_hidden_number_is_found_whatever_its_style(style, number, before):
    text = before + STYLES[style](number)
    [found] = phones(text)
    assert found.value == number
    assert found.how
    assert text[found.start : found.stop] == STYLES[style](number)


@given(mobiles)
def test_an_open_number_is_open(number):
    assert [c.how for c in phones(f"tel {number}")] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Anna 1998", "born 1998.05.12", "19980512", "12-25-2019", "Shirt 23", "24/7/365", "3-2 1-0 4-4 5-3", "John 3:16 Romans 8:28",
        "40.7128, -74.0060", "ISBN 978-3-16-148410-0", "$1,299,000.00", "192.168.100.200", "v1.2.3.4.5.6.7", "3.14159265",
        "one two three four five six seven", "1234567890", "0000000", "0101 1010 0110", "二〇二四年五月十二日", "周二至周六9:00-17:00",
        "Windows 95 98 2000 XP 7 8 10", "Model 4711-0815", "第一百二十三章", "ORCID 0000-0002-1825-0097", "京ICP备12345678号", "7 days 24 hours",
    ],
)  # fmt: skip
def test_counts_dates_scores_prices_and_books_are_no_telephones(text):
    assert phones(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("+44 20 7946 0958", "442079460958"), ("(212) 555-0147", "2125550147"), ("电话 07700 900123", "07700900123")],
)
def test_telephones_of_several_countries(text, value):
    assert [(c.value, c.how) for c in phones(text)] == [(value, "")]


@pytest.mark.parametrize(
    ("text", "cue", "value"),
    [
        ("微信: xiaoli_88", "微信", "WeChat xiaoli_88"),
        ("微信号xiaoli_88", "微信", "WeChat xiaoli_88"),
        ("加薇❤xiaoli", "加薇", "WeChat xiaoli"),
        ("vx 1三8零零13八零零零", "vx", "WeChat 13800138000"),
        ("QQ 12345679", "QQ", "WeChat 12345679"),
        ("QQ糖 is sweet", "QQ", None),
        ("WeChat and Telegram friends", "WeChat", None),
        ("Telegram channel editor", "Telegram", None),
        ("微信支付合作伙伴", "微信", None),
        ("wx 19980512", "wx", None),
    ],
)
def test_an_app_counts_only_with_a_name_for_it(text, cue, value):
    start = text.index(cue)
    found = chat(text, start, start + len(cue), "WeChat", "")
    assert (found and found.value) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("shop dot com", ("url", "shop.com", True)),
        ("shop点康姆", ("url", "shop.com", True)),
        ("evil(.)com", ("url", "evil.com", True)),
        ("evil.соm", ("url", "evil.com", True)),
        ("hxxp://evil.example/x", ("url", "hxxp://evil.example/x", True)),
        ("https://shop.example/a", ("url", "https://shop.example/a", False)),
        ("me@mail.example", ("mail", "me@mail.example", False)),
        ("me at mail dot com", ("mail", "mail.com", False)),
    ],
)
def test_addresses_open_and_spelled_out(text, found):
    assert [(c.kind, c.value, bool(c.how)) for c in addresses(text)] == [found]


@pytest.mark.parametrize(
    "text", ["the dot com era", "polka dot com", "Coffee · Live", "node.js", "Hello. Come in", "love it。come on"]
)
def test_words_and_full_stops_are_no_addresses(text):
    assert addresses(text) == []


def test_payments():
    coin = "0x" + "a1" * 20
    assert [c.value for c in payments(f"cash app $anna12, usdt: anna-12 {coin}")] == [
        "cash app $anna12",
        "usdt anna-12",
        coin,
    ]
    assert payments("paid in cash, apply within") == []


def test_invitations():
    assert [bool(INVITES.search(t)) for t in ("加我", "DM me", "join our group", "meet at home")] == [
        True,
        True,
        True,
        False,
    ]


@given(st.text())
def test_any_text_can_be_read(text):
    for found in phones(text) + addresses(text) + payments(text):
        assert 0 <= found.start < found.stop <= len(text)
    assert all(n.digits.isdigit() for n in numbers(text))


@pytest.mark.parametrize("word", ["sıfır", "İki", "SEKİZ", "ſiete", "altı"])
def test_words_for_digits_are_digits_in_every_case_that_a_pattern_passes_over(word):
    [found] = numbers(" ".join([word] * 8))
    assert found.digits.isdecimal()


@given(
    st.lists(
        st.sampled_from(
            [*WORDS, "sıfır", "İKİ", "double", "triple", "oh", "5", "③", "七", "٣", "l", " ", "-", "加", "ſ"]
        )
    )
)
def test_whatever_stands_in_a_text_a_number_is_of_digits(pieces):
    for text in ("".join(pieces), " ".join(pieces)):
        assert all(n.digits.isdecimal() for n in numbers(text))
        phones(text)
