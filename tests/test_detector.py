"""Construction refuses a detector that lacks a part, and says which."""

import types
from dataclasses import fields

import pytest

from aboveboard.detector import Derived, Detector, Example, Mistake, Rows, Sql, book
from aboveboard.detectors.dormant import DORMANT
from aboveboard.errors import DetectorError

WHOLE = {f.name: getattr(DORMANT, f.name) for f in fields(DORMANT)}
LAST = "SELECT account_id, 1.0 AS score, 'possible' AS tier, ['behaviour'] AS classes FROM accounts"


def made(**changes):
    return Detector(**{**WHOLE, **changes})


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"violation": "rudeness"}, "unknown violation 'rudeness'"),
        ({"classes": ("hunch",)}, "unknown evidence class 'hunch'"),
        ({"classes": ()}, "classes is empty"),
        ({"about": ""}, "about is empty"),
        ({"references": ()}, "references is empty"),
        ({"mistakes": ()}, "states no honest mistake"),
        ({"mistakes": (Mistake("a", "b", "nowhere"),)}, "unknown example 'nowhere'"),
        ({"examples": (Example("quiet", ""),)}, "no example that fires"),
        ({"examples": tuple(e for e in DORMANT.examples if e.finds)}, "no innocent example"),
        ({"reads": {**DORMANT.reads, "accounts": "account_id shoe_size"}}, "unknown column accounts.shoe_size"),
        ({"reads": {**DORMANT.reads, "gossip": "account_id"}}, "unknown table gossip"),
        ({"reads": {**DORMANT.reads, "labels?": "account_id"}}, "may not read labels"),
        ({"steps": ()}, "has no steps"),
        ({"steps": (Sql("x", LAST.replace("accounts", "follows")),)}, "reads follows, which is neither declared"),
        ({"steps": (Sql("x", "SELECT * FROM accounts"),)}, "not portable: STAR"),
        ({"steps": (Sql("x", "SELECT account_id FROM accounts"),)}, "does not yield score"),
        ({"steps": (Sql("x", "SELECT account_id FROM ("),)}, "x: "),
        ({"steps": (Sql("x", LAST + " WHERE score > $most"),)}, r"\$most has no value"),
        ({"steps": (Rows("x", "thin air", lambda t: t, {}),)}, "reads thin air"),
        ({"says": "{handle} sleeps in {bed}"}, "blank {bed}"),
    ],
)
def test_a_detector_that_lacks_a_part_is_refused(changes, complaint):
    with pytest.raises(DetectorError, match=complaint):
        made(**changes)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT account_id, list(handle ORDER BY handle) AS l FROM accounts GROUP BY account_id",
        "SELECT account_id FROM accounts ORDER BY handle",
        "SELECT account_id FROM accounts LIMIT 3",
        "SELECT account_id, random() AS r FROM accounts",
        "SELECT account_id, now() AS t FROM accounts",
        "SELECT account_id, md5(handle) AS m FROM accounts",
        "SELECT handle FROM main.accounts",
        "SELECT content FROM read_text('/etc/passwd')",
        "DROP TABLE accounts",
        "SELECT list_transform([1], lambda x: x) AS l FROM accounts",
    ],
)
def test_sql_whose_result_could_differ_between_engines_is_refused(query):
    with pytest.raises(DetectorError):
        Derived("x", "about", {"accounts": "account_id handle"}, (Sql("x", query),), {"account_id": "string"})


def test_the_book_refuses_two_detectors_of_one_name(tmp_path, monkeypatch):
    package = tmp_path / "twins"
    package.mkdir()
    (package / "__init__.py").touch()
    text = "from aboveboard.detectors.dormant import DORMANT"
    (package / "one.py").write_text(text)
    (package / "two.py").write_text(text)
    monkeypatch.syspath_prepend(str(tmp_path))
    import twins

    with pytest.raises(DetectorError, match="two detectors are called dormant"):
        book(twins)


def test_a_package_without_detectors_is_an_empty_book(tmp_path):
    package = types.ModuleType("nothing")
    package.__path__ = [str(tmp_path)]
    assert book(package) == ()
