"""Whom a sentence makes the speaker, and what a call to many looks like."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.text.attribution import NAME, earnest, setting, speaks
from aboveboard.text.calls import calls, names_account
from aboveboard.text.scripts_of import language_of, main_script
from aboveboard.text.tags import about, landing, tags_in


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        (f"{NAME} announced today: ", ""),
        (f"according to a notice of {NAME}, ", ""),
        ("", f", said {NAME} on monday"),
        ("", f" — {NAME}"),
        (f"{NAME}表示:", ""),
        (f"{NAME} сообщает: ", ""),
        ("", f", teilte {NAME} mit"),
        (f"{NAME} told residents: ", ""),
    ],
)
def test_the_name_beside_a_quotation_speaks(before, behind):
    assert speaks(before, behind)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        (f"a neighbour told {NAME}: ", ""),
        (f"{NAME} never said: ", ""),
        (f"imagine {NAME} said: ", ""),
        ("", f", said residents of {NAME}"),
        (f"网友对{NAME}说:", ""),
        (f"i read it at {NAME} in ", ""),
        (f"{NAME} has a long street with many trees and a river and then somebody wrote ", ""),
    ],
)
def test_it_does_not_where_others_speak_or_nobody_does(before, behind):
    assert not speaks(before, behind)


@pytest.mark.parametrize("text", ["this is a hoax", "#satire", "is this really true?", "翻译如下", "谣言", "это фейк"])
def test_what_is_denied_doubted_or_played_with_is_not_earnest(text):
    assert not earnest(text)


def test_a_sentence_ends_at_its_mark_and_not_at_an_abbreviation():
    assert setting("One thing. See No. 7: ", " they say. More").before.strip() == "See No. 7:"
    assert setting("Did it say ", "? No").asks


@pytest.mark.parametrize(
    "text", ["everyone go there now", "大家现在去那里评论", "все идите сюда сейчас", "meet at 20:30"]
)
def test_a_call_has_two_of_its_elements(text):
    assert calls(text)


@pytest.mark.parametrize("text", ["i like this garden", "what a day", "昨天的花很好看"])
def test_other_posts_do_not(text):
    assert not calls(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("hello @ann", 1),
        ("去@ann那里", 1),
        ("@anna", 0),
        ("ann", 0),
        ("https://s.example/ann", 1),
        ("https://s.example/ann/7", 1),
        ("@ann.", 1),
        ("@ann.lee", 0),
    ],
)
def test_an_account_is_named_by_its_whole_handle(text, names):
    assert bool(re.search(names_account("ann", "a7").replace(r"\pL", "a-z"), text)) == bool(names)


def test_scripts_and_languages_are_told_apart():
    assert [main_script(t) for t in ("книга", "本の", "书本", "book", "12")] == ["cyrillic", "kana", "han", "latin", ""]
    assert [language_of(t) for t in ("the cat and the dog", "el perro y la casa", "xyz")] == ["en", "es", ""]


def test_tags_and_pages_are_read():
    assert tags_in("#One two #三# ＃Four") == ["One", "三", "Four"]
    assert landing("see https://www.Shop.example/tea/?a=1", []) == "shop.example/tea"
    assert landing("https://news.herald.example/1", ["herald.example"]) == ""


def test_texts_that_share_words_with_a_topic_are_about_it():
    assert about(["blanketsforthestorm"], "StormNearTheCoast", [])
    assert not about(["orderthetea"], "StormNearTheCoast", [])
    assert about(["wavesoverthepier"], "X", ["wavesoverthepier!", "bigwavesoverthepier"])


def _counted(bodies, topic, others):
    """The same by counting every run of every text."""

    def runs(body):
        size = 2 if re.search("[\u3400-\u9fff]", body) else 5
        return {body[n : n + size] for n in range(len(body) - size + 1)}

    known = Counter(g for o in set(others) for g in runs(o))
    return topic in "".join(bodies) or any(
        sum(known[g] >= 2 for g in runs(b)) > 0.25 * max(len(runs(b)), 1) for b in bodies
    )


BODIES = st.lists(
    st.sampled_from(
        ["thestormcloses", "astormclosesroads", "stormclosesthe", "buytea", "", "台风来了", "台风走了吗", "买台风tea"]
    ),
    max_size=6,
)


@given(BODIES, BODIES)
def test_texts_share_words_with_a_topic_just_where_a_quarter_of_their_runs_are_in_two_others(bodies, others):
    assert about(bodies, "zzzz", others) == _counted(bodies, "zzzz", others)
