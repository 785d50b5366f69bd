"""Words that any channel of a body may carry name no other unit; those for the press name a desk."""

import pyarrow as pa
import pytest

from aboveboard.text.channels import bodily, for_news


def told(reader, name):
    return reader(pa.chunked_array([pa.array([name], pa.string())])).to_pylist()[0]


@pytest.mark.parametrize(
    "name",
    [
        "City Council News", "City Council Press Office", "Newsroom | City Council", "Ayuntamiento de Lorca Prensa", "Mairie de Vire – actualités", "Nachrichten der Stadt Ahlen", "Notícias da Câmara",
        "Мэрия: новости", "أخبار الوزارة", "青溪市新闻办", "青溪市資訊", "市役所お知らせ", "시청 소식",
    ],
)  # fmt: skip
def test_a_name_says_that_its_channel_is_for_news(name):
    assert told(for_news, name)


@pytest.mark.parametrize(
    "name",
    [
        None,
        "",
        "City Council",
        "Newsome School",
        "Newcastle Council",
        "Official City Council",
        "Mediathek",
        "Impressionisten",
        "Prensado SA",
        "青溪市水务局",
    ],
)
def test_letters_of_such_a_word_in_another_say_nothing(name):
    assert not told(for_news, name)


@pytest.mark.parametrize(
    "name",
    ["City Council", "The Official City Council", "City Council News", "City Council 2", "City Council (new account)"],
)
def test_a_channel_bears_the_name_of_its_body(name):
    assert told(bodily, name) == told(bodily, "City Council")


def test_another_unit_keeps_its_name():
    assert (
        len({told(bodily, n) for n in ("City Council", "City Council North", "City Council Traffic", "官方", "News")})
        == 5
    )


@pytest.mark.parametrize(
    "name", ["青溪市水务局官微", "青溪市水务局官方账号", "青溪市水务局微信公众号", "官方青溪市水务局发布"]
)
def test_a_channel_bears_the_name_of_its_body_where_words_are_not_parted(name):
    assert told(bodily, name) == told(bodily, "青溪市水务局")
