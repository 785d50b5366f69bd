"""Profiles that say a program runs them."""

import pyarrow as pa
import pytest

from aboveboard.text.automation import declares_automation


def says(handle=None, name=None, bio=None):
    columns = (pa.chunked_array([pa.array([x], pa.string())]) for x in (handle, name, bio))
    return declares_automation(*columns).to_pylist() == [True]


@pytest.mark.parametrize(
    "profile",
    [
        {"handle": "weather_bot"},
        {"handle": "newsbot2"},
        {"handle": "some_ebooks"},
        {"name": "Earthquake Robot"},
        {"bio": "I am a bot made by my cousin"},
        {"bio": "Automated account of the harbour"},
        {"bio": "Tweets every word of a long novel, one word an hour"},
        {"bio": "posts every 30 minutes"},
        {"bio": "每日推送的机器人"},
        {"bio": "自動投稿です"},
        {"bio": "Это бот"},
        {"bio": "هذا بوت"},
    ],
)
def test_an_honest_bot_is_recognised(profile):
    assert says(**profile)


@pytest.mark.parametrize(
    "profile",
    [
        {},
        {"handle": "botanist_mia"},
        {"handle": "bottle"},
        {"name": "Robota Kowalska"},
        {"bio": "Gardener, both feet on the ground. Post a letter every day"},
        {"bio": "mechanic for automobiles"},
    ],
)
def test_other_words_are_not_taken_for_one(profile):
    assert not says(**profile)
