import pyarrow as pa
import pytest

from aboveboard.text.bodies import same_body, without_little
from aboveboard.text.mentions import mentioned


def key(name):
    return same_body(pa.chunked_array([[name]])).to_pylist()[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Department for Canals and Locks", "Department of Canals & Locks"),
        ("Conseil des Ponts de la Ville", "conseil ponts ville."),
        ("青溪水务局", "青溪 水务局"),
    ],
)
def test_a_body_is_the_same_with_other_little_words(one, other):
    assert key(one) == key(other)


def test_another_order_or_another_word_is_another_body():
    assert len({key("Board of Tides"), key("Tides Board"), key("Board of Ports"), key("The Of")}) == 4


def test_little_words_alone_are_left_out_and_the_rest_stays_as_written():
    told = without_little(
        pa.chunked_array([["The Office of the Mayor, Thornford", "Die Ämter für Ufer", "青溪水务局", "Theory", None]])
    )
    words = [None if t is None else t.split() for t in told.to_pylist()]
    assert words == [["Office", "Mayor,", "Thornford"], ["Ämter", "Ufer"], ["青溪水务局"], ["Theory"], None]


def test_a_handle_in_a_text_ends_where_it_ends():
    told = mentioned(
        pa.chunked_array([["We go on with @canals5.", "去＠ann那里, see @Ben-", "mail a@", None]])
    ).to_pylist()
    assert "canals" not in told[0]
    assert "canals5" in told[0]
    assert {"ann", "ben"} <= set(told[1])
    assert told[2:] == [[], []]
