"""Every text can be read in both languages."""

import re
from pathlib import Path

import pytest

from aboveboard.console import pages, words
from aboveboard.console.routes import asking
from aboveboard.tables import TABLES

ROOM = Path(pages.__file__).parent
CALLS = re.compile(r"""(?<![\w.])_\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*[,)]""")
NOTED = re.compile(r'note\(asked, "([^"]*)"\)')
BLANKS = re.compile(r"\{(\w+)")
RAISED = re.compile(r'raise (?:NotHereError|CaseError|InputError)\("([A-Z][^"]*\.)"\)')


def texts():
    for template in sorted((ROOM / "templates").glob("*.html")):
        yield from (a or b for a, b in CALLS.findall(template.read_text(encoding="utf-8")))
    for route in sorted((ROOM / "routes").glob("*.py")):
        yield from NOTED.findall(route.read_text(encoding="utf-8"))
    yield from CALLS.findall(Path(asking.__file__).read_text(encoding="utf-8"))


def test_every_text_of_a_template_has_its_chinese():
    wanted = {t for t in texts() if t not in words.NAMED}
    assert len(wanted) > 250
    assert wanted - pages.translated().keys() == set()


@pytest.mark.parametrize("english", sorted(pages.translated()))
def test_both_languages_speak_of_the_same_things(english):
    chinese = pages.translated()[english]
    asked, given = set(BLANKS.findall(english)), set(BLANKS.findall(chinese))
    assert given == asked
    assert chinese != english


def test_every_named_text_has_two_languages():
    assert [key for key, word in words.NAMED.items() if not (word.en and word.zh) or (word.en == word.zh)] == []


def test_what_outsiders_are_refused_with_is_said_in_their_language():
    said = {
        m
        for f in (ROOM / "demo" / "outside.py", ROOM / "uploads.py")
        for m in RAISED.findall(f.read_text(encoding="utf-8"))
    }
    assert said
    assert said - pages.translated().keys() == set()


def test_every_table_has_a_name_for_people():
    assert {f"table: {t}" for t in TABLES} <= words.NAMED.keys()


def test_every_reason_a_person_can_choose_has_words():
    assert {f"reason: {r}" for r in (*words.WRONG, *words.INNOCENT)} <= words.NAMED.keys()
