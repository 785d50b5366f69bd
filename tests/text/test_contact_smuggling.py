"""Contacts smuggled past a reader who is a program, each cause in other words and tongues, beside what only looks like it."""

import pytest

from aboveboard.derived.contact_spans import EVERYTHING, contacts_of, hinted_in
from aboveboard.text.contacts import phones


def hidden(text):
    """Return the kinds and values of what a text hides."""
    assert hinted_in(text) in range(EVERYTHING + 1)
    return [(c.kind, c.value) for c in contacts_of(text, [], hinted_in(text)) if c.how]


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("reach me, six four two oh nine one three", "6420913"),
        ("fife fife three o niner one wun", "5530911"),
        ("llama al seis cuatro dos cero nueve uno tres", "6420913"),
        ("шесть четыре два ноль девять один три", "6420913"),
        ("lima enam dua nol satu delapan tiga", "5620183"),
        ("❻❹❷-⓿❾❶❸ after six", "6420913"),
        ("6️⃣4️⃣2️⃣0️⃣9️⃣1️⃣3️⃣", "6420913"),
        ("陆肆贰-零玖壹叁", "6420913"),
        ("6.4.2...0.9...1.3 you know", "6420913"),
        ("육사이-영구일삼 연락", "6420913"),
    ],
)
def test_the_shortest_numbers_count_where_their_digits_are_hidden(text, digits):
    assert [(c.value, bool(c.how)) for c in phones(text)] == [(digits, True)]


@pytest.mark.parametrize(
    "text",
    [
        "born on 03/11/2012, three cats",
        "二〇一九年六月三日结婚",
        "⑲⑨⑧ kilometres on foot",
        "two hundred thousand three hundred and five steps",
        "six four, then a goal in minute nine",
        "1.9.8.7.6 countdown",
        "the only one &#128514; left",
        "null,109901",
        "3,0,3,0,1,one of us",
        "壹佰贰拾叁元整",
        "seven wonders, one ocean, five oceans",
    ],
)
def test_dates_amounts_and_counts_are_no_shortest_numbers(text):
    assert phones(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("🐧号：74二09", "QQ 74209"),
        ("👻 mila_kade9", "Snapchat mila_kade9"),
        ("纸✈️ hongdou_7", "Telegram hongdou_7"),
        ("find me on the paper plane app: orlo_vance3", "Telegram orlo_vance3"),
        ("green phone app → kim_dara7", "WhatsApp kim_dara7"),
        ("tgram @orlo_vance", "Telegram @orlo_vance"),
        ("某音号：xiaotang_77", "a video site xiaotang_77"),
        ("溦伩 maodou_kk", "WeChat maodou_kk"),
        ("노란말풍선 sora_min2", "KakaoTalk sora_min2"),
        ("แอพเขียว ไอดี fahsai77", "Line fahsai77"),
        ("в.к. lera_moroz", "VK lera_moroz"),
        ("📸 orlo_vance_pics", "Instagram orlo_vance_pics"),
        ("小蓝鸟同名 maodou_kk", "Twitter maodou_kk"),
        ("蝙蝠id：maodou_kk", "another messenger maodou_kk"),
        ("zfb：haitang_09", "payment haitang_09"),
    ],
)
def test_an_app_is_read_by_its_picture_its_colour_and_its_slang(text, value):
    assert ("chat", value) in hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "🐧 Linux since 1998", "👻 stories every Friday", "📸 @orlo_vance", "📸 Canon_R5", "📸 film, 35mm", "小蓝鸟飞走了 2019", "my green app idea won 3rd prize", "paper plane apprentice 2019", "blue plane spotting, LHR 27L",
        "小红书：maodou_kk", "抖音号：xiaotang77", "公众号：小糖读书", "QQ群：7420913", "카카오톡 ID: sora_min2", "Signal: +1 642 555 0913", "VK: lera_moroz",
    ],
)  # fmt: skip
def test_pictures_colours_and_names_in_full_hide_nothing(text):
    assert hidden(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "scan my avatar to talk", "there is a code in my header, point your camera", "头像截图后扫一扫", "背景图长按识别", "封面是方块码", "наведи камеру на аватар",
        "escanea mi foto de portada", "aponte a câmera, aponta a câmera pra minha foto", "สแกนรูปโปรไฟล์", "アイコンをスキャンしてね", "프사 스캔하면 연결", "profil resmimi okut",
    ],
)  # fmt: skip
def test_a_code_in_a_picture_of_the_profile_is_a_contact(text):
    assert [k for k, _ in hidden(text)] == ["code"]


@pytest.mark.parametrize(
    "text",
    [
        "I scan old photos for a museum", "QR codes ruined menus", "scan the QR code in my banner for the menu", "主页二维码是读者群", "扫地机器人爱好者", "头像是我家猫",
        "avatar by a friend, header by me", "аватар рисовала сама", "foto de portada: Lisboa", "アイコンは友人の絵", "CT scan technician", "my photo is from 2019",
    ],
)  # fmt: skip
def test_pictures_and_scanners_are_no_codes(text):
    assert hidden(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("backwards: 3190-246", ("phone", "642-0913")),
        ("elpmaxe.sdaeb, read it in a mirror", ("url", "beads.example")),
        ("倒过来念：77_gnatoaix", ("chat", "xiaotang_77")),
        ("задом наперед: 77_adil_arel", ("chat", "lera_lida_77")),
        ("al revés: 9edak_alim", ("chat", "mila_kade9")),
        ("elpmaxe.tsop@alim reversed", ("mail", "mila@post.example")),
        ("tersten oku: 7nim_aros", ("chat", "sora_min7")),
        ("ao contrário: 77_ohlen_ad", ("chat", "da_nelho_77")),
    ],
)
def test_a_name_written_backwards_is_read_forwards(text, found):
    assert found in hidden(text)


@pytest.mark.parametrize(
    "text",
    ["Racecar backwards is racecar", "倒着走 1000 步", "walked backwards in 2019-2020", "reverse engineering since 1999", "moonwalk backwards, 5k in 22:18", "наоборот, люблю дождь", "every word of the language....backwards", "all the way home.backwards"],
)  # fmt: skip
def test_walking_backwards_is_no_contact(text):
    assert hidden(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("new: beadshop●example", ("url", "beadshop.example")),
        ("beadshop 点 com 上新", ("url", "beadshop.com")),
        ("beadshop 쩜 example", ("url", "beadshop.example")),
        ("beadshop chấm com nha", ("url", "beadshop.com")),
        ("mila[monkey]post.example", ("mail", "mila@post.example")),
        ("mila(猴)post(点)example", ("mail", "mila@post.example")),
        ("mila#post.example", ("mail", "mila@post.example")),
        ("mila ﹫ post ․ example", ("mail", "mila@post.example")),
    ],
)
def test_an_address_with_other_signs_is_read(text, found):
    assert found in hidden(text)


@pytest.mark.parametrize(
    "text",
    ["for example, tea", "小数点后三位", "anna (she) likes tea.", "poker ● tennis ● golf", "read chapter(7) of top.10 lists", "C#dev.example-free", "good example 〇 bad example"],
)  # fmt: skip
def test_balls_and_brackets_between_words_are_no_addresses(text):
    assert hidden(text) == []
