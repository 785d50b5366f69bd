"""Shelves in mapped files hold what the dictionaries in memory hold."""

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.derived.lookalike_hosts import Domains
from aboveboard.names.folding import folded
from aboveboard.names.index import Index
from aboveboard.names.mapped import open_arrays, save_arrays
from aboveboard.names.mentions import Names
from aboveboard.names.shelves import Shelf, shelved

ITEMS = st.lists(st.tuples(st.text(max_size=3), st.integers(0, 9), st.text(max_size=3)), max_size=12)


@given(ITEMS, st.text(max_size=3))
def test_a_shelf_holds_what_a_dictionary_does_in_the_same_order(items, other):
    shelf, known = Shelf.of(items), shelved(items)
    for key in (*known, other):
        assert list(shelf.get(key)) == known.get(key, [])
        assert (key in shelf) == (key in known)


def test_names_that_lie_in_a_file_are_found_as_those_in_memory(tmp_path):
    names = pa.array(
        [
            "Northgate Bank",
            "City of Quarrytown",
            "海港銀行",
            "Северный банк",
            None,
            "IBM",
            "The Tea Company Ltd",
            "Tea 茶",
        ]
    )
    held = Names(names)
    save_arrays(held.arrays(), tmp_path / "names")
    opened = Names.opened(open_arrays(tmp_path / "names"))
    for text in (
        "i work at northgate bank",
        "клиент северного банка",
        "海港银行的客服",
        "ibm and tea company",
        "tea茶",
        "0fficial n0rthgate bank",
        "",
    ):
        words = folded(text)[1] or ""
        assert opened.mentioned(text, words) == held.mentioned(text, words)
    assert opened.mentioned("i work at northgate bank", "i work at northgate bank")


WORDS = st.sampled_from(
    [
        "city",
        "bank",
        "of",
        "quarrytown",
        "quarrytowns",
        "северный",
        "северного",
        "банк",
        "البنك",
        "بالبنك",
        "וההנהלה",
        "הנהלה",
        "an",
    ]
)
SEVERAL = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@given(st.lists(SEVERAL, min_size=1, max_size=12), st.lists(SEVERAL, max_size=3).map(" ".join))
def test_many_names_that_begin_with_the_same_words_are_found_word_by_word_as_one_by_one(names, text):
    held = Names(pa.array(names))
    opened, words = Names.opened(held.arrays()), folded(text)[1] or ""
    assert held.mentioned(text, words) == opened.mentioned(text, words)


def test_domains_that_lie_in_a_file_match_as_those_in_memory(tmp_path):
    held = Domains({"northgatebank.example": ["o1"], "tea.co.uk": ["o2", "o3"], "quarrytown.gov": ["o4"]})
    save_arrays(held.arrays(), tmp_path / "domains")
    Index.build(held.long, held.long).save(tmp_path / "labels")
    opened = Domains.opened(open_arrays(tmp_path / "domains"), Index.open(tmp_path / "labels"))
    hosts = pa.array(
        [
            "northgatebank.example",
            "login.tea.co.uk",
            "n0rthgatebank.test",
            "northgatebamk.test",
            "my-quarrytown.test",
            "none.test",
        ]
    )
    assert opened.matches(hosts) == held.matches(hosts)
    assert opened.matches(hosts)["northgatebank.example"] == [("northgatebank.example", "real")]
    assert opened.owners_of("tea.co.uk") == ["o2", "o3"]
