"""What the case page makes of an account's record."""

from aboveboard.console.telling import fall, graph_edges, lead, weights_of
from aboveboard.console.views.cases import Edge, Weight

FACTS = {
    "prior": -15.6,
    "named": "; name +13.0 (人民曰报 → 人民日报: near shape 曰/日); handle too +2.0",
    "tied": "; device +12.3 (2 accounts use it); network +1.0 (3 accounts use it)",
    "moved": "; audience +9.1 (7 of its 29 old followers came within days, 0.3 expected)",
    "repeated": "; soon +3.0 (1 days after)",
    "against": "; against: other contacts -0.7, other hours of the day -1.1",
}


def test_weights_are_read_from_the_facts_with_what_speaks_against():
    found = weights_of(FACTS)
    assert [(w.name, w.bits) for w in found] == [
        ("prior", -15.6), ("name", 13.0), ("handle", 2.0), ("device", 12.3), ("network", 1.0), ("audience", 9.1), ("soon", 3.0),
        ("other contacts", -0.7), ("other hours of the day", -1.1),
    ]  # fmt: skip
    assert found[1].why == "人民曰报 → 人民日报: near shape 曰/日"


def test_a_name_cannot_pass_for_a_weight():
    forged = {
        "prior": -15.6,
        "named": "; name +3.0 (x); device +99.0 (2 accounts use it → y: another); handle too +1.0",
    }
    assert [(w.name, w.bits) for w in weights_of(forged)] == [("prior", -15.6), ("name", 3.0), ("handle", 1.0)]


def test_listed_weights_are_read_too():
    facts = {"weights": ["to begin with -3.29", "name +3.67 (A → B (C): digits for letters)", "disguise +2.21"]}
    assert weights_of(facts) == (
        Weight("prior", -3.29), Weight("name", 3.67, "A → B (C): digits for letters"), Weight("disguise", 2.21),
    )  # fmt: skip


def test_each_bar_begins_where_the_one_before_ended_and_the_last_is_the_sum():
    bars = fall([Weight("prior", -10.0), Weight("device", 15.0), Weight("against", -5.0)])
    assert [(b.x, b.width, b.zero) for b in bars] == [
        ("0.0", "200.0", "200.0"), ("0.0", "300.0", "200.0"), ("200.0", "100.0", "200.0"), ("200.0", "1.5", "200.0"),
    ]  # fmt: skip
    assert bars[-1].sum
    assert bars[-1].bits == 0.0


def test_the_sentence_ends_before_its_weights_and_names_stay_whole():
    parts = ["", "a; bits of evidence: b", " looks like the return of ", "c", "; bits of evidence: prior ", "-15.6", ""]
    assert lead(parts) == ("", "a; bits of evidence: b", " looks like the return of ", "c", ".")
    assert lead(["One whole sentence; bits of evidence: prior -3"]) == ("One whole sentence.",)


def test_a_pair_is_drawn_once_with_all_that_ties_it_and_thicker_where_few_share():
    drawn = graph_edges([Edge("a", "b", "device", 2), Edge("a", "b", "network", 300), Edge("a", "c", "network", 300)])
    assert [(e["target"], e["label"]) for e in drawn] == [("b", "device (2) · network (300)"), ("c", "network (300)")]
    assert drawn[0]["wide"] > drawn[1]["wide"]
