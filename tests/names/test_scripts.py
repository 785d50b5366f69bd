import pytest

from aboveboard.names.scripts import mixed_words, ordinary, scripts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("東京タワーABC", {"Han", "Katakana", "Latin"}),
        ("Анна 7", {"Cyrillic"}),
        ("𝗉𝖺𝗒 ✨", set()),
        ("محمد", {"Arabic"}),
        ("ｱﾌﾟﾘ", {"Katakana"}),
    ],
)
def test_scripts_are_those_of_letters(text, found):
    assert scripts(text) == found


@pytest.mark.parametrize(
    "name", ["東京タワーABC", "海港Bank", "한국사람x", "Анна Smith", "Işık Çağrı", "क्षत्रिय", "Zoë"]
)
def test_words_of_one_language_are_not_mixed(name):
    assert mixed_words(name) == []
    assert all(ordinary(scripts(word)) for word in name.split())


def test_two_alphabets_in_one_word_are_mixed():
    assert mixed_words("р4yраl Анна") == ["р4yраl"]
    assert not ordinary(scripts("раураl".replace("l", "l")))
