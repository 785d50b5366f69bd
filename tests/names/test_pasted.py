import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.names.folding import fold
from aboveboard.names.letters import letters
from aboveboard.names.likeness import compare
from aboveboard.names.lookup import Register
from aboveboard.names.pasted import as_latin, in_place, upright

MODELS = ["Harbour Tales", "Kestrelpay", "Northbank Savings", "Quillmarket", "Vexport Bridge"]
FONTS = {
    "syllabics": dict(zip("abcdfhjlmnprstuvwxz", "ᗩᗷᑕᗪᖴᕼᒍᒪᗰᑎᑭᖇᔕTᑌᐯᗯ᙭ᘔ", strict=True)),
    "currency": dict(zip("abcdefghklmnoprstuwxyz", "₳฿₵ĐɆ₣₲Ⱨ₭Ⱡ₥₦Ø₱Ɽ₴₮Ʉ₩ӾɎⱫ", strict=True)),
    "strokes": dict(zip("abcdefghijklmnopqrstuvwxyz", "卂乃匚ᗪ乇千Ꮆ卄丨ﾌҜㄥ爪几ㄖ卩Ɋ尺丂ㄒㄩᐯ山乂ㄚ乙", strict=True)),
    "greek": dict(zip("abcdefghijklmnopqrstuvwxyz", "αв¢∂єƒgнιנкℓмησρqяѕтυνωχуz", strict=True)),
}
TURNED = dict(zip("abcdefghijklmnopqrstuvwxyz", "ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz", strict=True))


def key(name):
    return fold(pa.array([name], pa.string())).key[0].as_py()


def written(model, font):
    return "".join(font.get(c, c.upper()) for c in model.lower())


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("model", MODELS)
def test_a_name_in_a_pasted_font_has_the_key_of_the_plain_one_and_its_path_names_each_pair(model, font):
    name = written(model, FONTS[font])
    assert key(name) == key(model)
    told = compare(name, model)
    assert "homoglyph" in told.kinds
    assert told.disguised
    first = next(c for c in model if FONTS[font].get(c, c) not in {c, c.upper()})
    assert f"{FONTS[font][first]}/{first}" in told.says or "more" in told.says


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("font", FONTS)
def test_a_register_finds_a_name_in_a_pasted_font(model, font):
    register = Register.build(pa.array(["one"]), pa.array([model]), protected=True)
    assert [m.name for m in register.check(written(model, FONTS[font]))] == [model]


@pytest.mark.parametrize(
    "name",
    [
        "千山", "山几", "千山万水", "乙山", "尺山路", "ㄅㄆㄇㄈ", "ㄚ千", "ㄚ山仔", "ㄋㄟㄋㄟ", "刀のり", "乙ひめ", "AのBの", "ᐃᓄᒃᑎᑐᑦ", "ᓀᐦᐃᔭᐍᐏᐣ", "ᑎᑭ",
        "ᏣᎳᎩ", "ᏎᏉᏯ", "ค้าขาย", "ร้านยาTOP", "สยามNews", "የኢትዮጵያ ዜና", "ሀገር", "Հայաստան", "Մարիամ", "საქართველო", "დათო", "Россия", "ITшник",
        "Анна Smith", "Ελλάδα", "αβγ Lab", "Trần Thị Ịnh", "100₽ sale", "5₿", "₴ обмін", "ישראל", "Рoccия", "Πoλη", "Ꮳarol", "꓀ꓳꓡ",
    ],
)  # fmt: skip
def test_names_of_languages_that_lend_their_letters_stay_themselves(name):
    assert as_latin(name) == name


@pytest.mark.parametrize(
    ("name", "model"), [("Quiпlan", "Quinlan"), ("Leпdwell", "Lendwell"), ("Fleяkwell", "Flerkwell")]
)
def test_one_cyrillic_letter_inside_a_latin_word_is_read_as_drawn(name, model):
    assert key(name) == key(model)


@pytest.mark.parametrize("model", MODELS)
def test_a_name_written_upside_down_is_found_turned_round_or_left_in_order(model):
    turned = "".join(TURNED.get(c, c) for c in model.lower())
    assert upright(turned[::-1]) == in_place(turned) == model.lower()
    register = Register.build(pa.array(["one"]), pa.array([model]))
    for name, path in ((turned[::-1], "written upside down"), (turned, "letters upside down")):
        (found,) = register.check(name)
        assert path in found.likeness.says


@pytest.mark.parametrize("name", ["Ɔdɔ", "Kɔfi Ɛwɔ", "nooz", "Ǝ", "suod"])
def test_words_with_letters_of_african_languages_are_not_turned(name):
    assert upright(name) == in_place(name) == name


@pytest.mark.parametrize(
    ("name", "model", "path"),
    [
        ("远星🌞报", "远星日报", "emoji for ideographs"),
        ("远洋大🐟", "远洋大鱼", "emoji for ideographs"),
        ("远星日报㊣", "远星日报", "a seal for a badge"),
        ("푸른만은행㈜", "푸른만은행", "a legal form"),
        ("(주)푸른만은행", "푸른만은행", "a legal form"),
        ("川越急便㍿", "川越急便", "a legal form"),
        ("₿rindlepay", "Brindlepay", "signs for letters"),
        ("K҉e҉s҉t҉r҉e҉l҉p҉a҉y҉", "Kestrelpay", "strokes laid over letters"),
    ],
)
def test_signs_and_pictures_that_stand_for_letters_are_told(name, model, path):
    register = Register.build(pa.array(["one"]), pa.array([model]), protected=True)
    (found,) = register.check(name)
    assert path in found.likeness.says


@pytest.mark.parametrize("name", ["㈜푸른만은행", "川越急便(株)"])
def test_the_sign_of_a_legal_form_is_no_disguise(name):
    told = compare(name, name.replace("㈜", "").replace("(株)", ""))
    assert told.whole
    assert not told.disguised


@pytest.mark.parametrize(("name", "model"), [("海湾🌞", "海湾日报"), ("🔥 Kestrel", "火 Kestrel"), ("㊣", "正")])
def test_a_picture_that_is_a_decoration_is_no_ideograph(name, model):
    assert "emoji" not in compare(name, model).says


def test_an_i_with_a_dot_beneath_stays_an_i():
    assert letters(pa.array(["Shịnwell"]))[0].as_py() == "shịnwell"
    assert compare("Shịnwell", "Shinwell").kinds == ("homoglyph",)


SIGNS = sorted({c for font in FONTS.values() for c in font.values()} | set("千山の ㄚaBо́я1🔥\n"))


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from(SIGNS), max_size=24))
def test_reading_a_font_keeps_every_place_and_line_and_changes_nothing_twice(text):
    read = as_latin(text)
    assert len(read) == len(text)
    assert [c == "\n" for c in read] == [c == "\n" for c in text]
    assert read == "\n".join(as_latin(line) for line in text.split("\n"))


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=24))
def test_plain_latin_letters_are_never_changed(text):
    assert all(a == b for a, b in zip(text, as_latin(text), strict=True) if a.isascii())


@pytest.mark.parametrize("name", ["NΛSΛ", "ΛMΛZON", "AMΛZON", "BBVΛ", "TΣSLA", "GΞORGE"])
def test_a_greek_capital_among_latin_letters_is_the_letter_it_looks_like(name):
    assert key(name) == key(name.translate(str.maketrans("ΛΣΞ", "AEE")))


@pytest.mark.parametrize("name", ["ΛΑΜΨΗ", "Λάμψη", "EΛΛAΣ"])
def test_greek_words_stay_greek(name):
    assert not key(name).isascii()


def test_a_sign_that_normalisation_would_redraw_is_read_as_it_is_drawn():
    assert key("Ɓɑгϲⅼɑуꜱ") == key("Barclays")
    assert key("ⲣⲁⲩⲣⲁⲗ") == key("paypal")
    assert key("अायकर") == key("आयकर")
    assert key("เเม่น้ำ") == key("แม่น้ำ")
