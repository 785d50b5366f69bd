"""How people work: the operator's word over what ships, and one's own over the operator's."""

import pytest

from aboveboard.console.care import care_of
from aboveboard.console.views.frame import Care
from aboveboard.errors import InputError


def test_without_a_word_of_the_operator_it_is_as_it_ships():
    assert care_of({}) == care_of({"ABOVEBOARD_CARE": " "}) == Care(blur=True, grey=True, rest_minutes=50, keys=True)


def test_the_operator_changes_what_they_name_and_nothing_else():
    said = care_of({"ABOVEBOARD_CARE": "grey=off, rest = 20,theme=dark,language=zh"})
    assert said == Care(grey=False, rest_minutes=20, theme="dark", language="zh")
    assert (said.blur, said.keys) == (True, True)


@pytest.mark.parametrize(
    "text", ["blur", "blur=maybe", "sound=off", "rest=900", "rest=-1", "theme=pink", "language=fr"]
)
def test_what_cannot_be_is_refused_and_named(text):
    with pytest.raises(InputError, match=f"ABOVEBOARD_CARE: {text.partition('=')[0]}="):
        care_of({"ABOVEBOARD_CARE": text})
