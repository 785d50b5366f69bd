"""Sentences of detectors in Chinese: a catalogue under the English pattern, values kept, English where there is no other."""

import re
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter

import pytest

from aboveboard import app
from aboveboard.app.choosing import choose
from aboveboard.console import fragments, sentences
from aboveboard.console.demo.notices import notices
from aboveboard.console.fragments import clauses, fragment
from aboveboard.console.pages import LANGUAGES, answer
from aboveboard.console.sentences import catalogue, explained, pattern_of, said
from aboveboard.console.telling import lead
from aboveboard.derived import wording
from aboveboard.policy import default_policy

BOOK = choose(None)


def blanks(pattern):
    return sorted({name for _, name, _, _ in Formatter().parse(pattern) if name})


def filled(detector, **values):
    """What a detector would say, with a marked value in each blank."""
    return lead([detector.says.format(**{b: values.get(b, f"‹{b}›") for b in detector.blanks})])[0]


@pytest.mark.parametrize("detector", BOOK, ids=lambda d: d.name)
def test_every_sentence_has_its_chinese_with_the_same_values(detector):
    pattern = pattern_of(detector.name)
    assert blanks(catalogue()[pattern]) == blanks(pattern)
    told = said(detector.name, filled(detector), "zh")
    assert told.language == "zh-Hans"
    values = "".join(p.text for p in told.parts if p.value)
    assert sorted(set(re.findall("‹(\\w+)›", values))) == blanks(pattern)
    fixed = "".join(p.text for p in told.parts if not p.value)
    assert re.search("[一-鿿]", fixed) or not re.search(r"\w", re.sub(r"\{\w+\}", "", pattern))
    assert not re.search("[A-Za-z]", fixed)


@pytest.mark.parametrize("detector", BOOK, ids=lambda d: d.name)
def test_english_is_said_as_it_was_found(detector):
    english = filled(detector)
    told = said(detector.name, english, "en")
    assert (told.language, "".join(p.text for p in told.parts)) == ("en", english)


CASES = {c.name for c in default_policy().cases}
POLICY = {r.why for r in default_policy().rules}
INNOCENT = {f"{a[:1].upper()}{a[1:]}." for a in wording._alternatives(defaultdict(lambda: 1.0))}
MISTAKES = {text for d in BOOK for m in d.mistakes for text in (m.says, m.guard) if text}


def test_every_honest_mistake_its_guard_and_every_reason_of_the_shipped_policy_have_their_chinese():
    wanted = MISTAKES | INNOCENT | POLICY
    assert wanted - catalogue().keys() == set()
    for english in wanted:
        other, language = explained(english, "zh")
        assert (language, english.endswith(".")) == ("zh-Hans", other.endswith("。"))
        assert re.search("[一-鿿]", other)
        assert set(re.findall("`(\\w+)`", english)) == set(re.findall("`(\\w+)`", other))


def test_every_worked_case_of_the_shipped_policy_is_named_in_chinese():
    named = {explained(c.name, "zh") for c in default_policy().cases}
    assert {language for _, language in named} == {"zh-Hans"}


def test_a_notice_gives_the_reason_of_a_shipped_rule_in_its_own_language_and_a_gap_for_any_other():
    at = datetime(2026, 3, 1, tzinfo=UTC)
    for rule in (r for r in default_policy().rules if r.action != "none" and r.why):
        texts = notices("anna", rule.action, rule.why, 30, at)
        assert rule.why in texts["en"]
        assert explained(rule.why, "zh")[0] in texts["zh"]
        assert "[" not in texts["zh"]
    own = notices("anna", "label", "A word of the operator's own.", 30, at)
    assert ("A word of the operator's own." in own["en"], "[用你的话说明理由]" in own["zh"]) == (True, True)
    assert "operator" not in own["zh"]


def test_nothing_stands_in_the_catalogue_that_nobody_says():
    said_by = {pattern_of(d.name) for d in BOOK} | MISTAKES | INNOCENT | POLICY | CASES
    source = "".join(f.read_text(encoding="utf-8") for f in sorted(Path(app.__file__).parents[1].rglob("*.py")))
    for english in catalogue().keys() - said_by:
        pieces = re.sub("(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$", "", english)
        assert all(piece in source for piece in re.split(r"\{\w+\}", pieces)), english


@pytest.mark.parametrize("pattern", [p for p in sentences._answers() if "{" in p])
def test_an_answer_of_the_service_is_said_in_chinese_with_the_same_values(pattern):
    values = {name: f"v{n}" for n, name in enumerate(blanks(pattern))}
    other, language = explained(pattern.format(**values), "zh")
    assert language == "zh-Hans"
    assert all(v in other for v in values.values())
    assert "{" not in other


BY_NAME = {d.name: d for d in BOOK}
SOURCE = "".join(f.read_text(encoding="utf-8") for f in sorted(Path(app.__file__).parents[1].rglob("*.py")))
SPOKEN = SOURCE.replace("''", "'")


def spoken(piece, parts=4):
    """Whether the program says it: in one text, or in a few that it puts together."""
    most = next((n for n in range(len(piece), 0, -1) if piece[:n] in SPOKEN), 0)
    return not piece or (parts > 0 and most > 0 and spoken(piece[most:], parts - 1))


FRAGMENTS = [(b, e) for b, known in fragments._written().items() for e in known]


@pytest.mark.parametrize(("blank", "english"), FRAGMENTS)
def test_what_a_detector_fills_in_itself_is_said_in_chinese_and_a_strangers_word_never_is(blank, english):
    names = {"s": "Anna Bell", "t": "a.example", "f": "Egyptology", "c": "the same name"}
    values = {name: names.get(name) or f"{n}0.5" for n, name in enumerate(blanks(english), 1)}
    other = fragment(blank, english.format(**values))
    kept = [v for name, v in values.items() if name != "c"]
    assert re.search("[一-鿿]", other) or other in kept
    assert all(v in other for v in kept)
    assert fragment("name", english.format(**values)) == ""
    for name in values if names.keys().isdisjoint(values) else ():
        assert fragment(blank, english.format(**values | {name: "anna"})) == ""
    assert all(spoken(piece) for piece in re.split(r"\{\w+\}", english)), "nobody says it"


def test_a_list_is_said_clause_by_clause_and_what_is_a_strangers_stays_as_it_is():
    told = clauses("more", "; price $40; it was offered before; never ask a stranger; 3 sellers use this wordi…")
    assert told == [
        ("；价格 $40", True),
        ("；此前曾被出售", True),
        ("；never ask a stranger", False),
        ("；3 个卖家使用这一措辞", True),
    ]
    (cut,) = clauses(
        "plan",
        "archive it, then merge it into water, by two people, after a public notice of 30 days, its handle quar…",
    )
    assert cut == ("经两人同意并公示 30 天后先归档，再并入 water，用户名隔离保留", True)
    assert clauses("derivation", "look-alike letters a/а, spaced or parted otherwise") == [
        ("形近字母 a/а，空格或断开方式不同", True)
    ]
    assert clauses("text", "; it was offered before") == [("; it was offered before", False)], (
        "that is a stranger's text"
    )


def test_what_followers_share_is_told_thing_by_thing():
    told = "; 12 share devices, 16 share phones, mail, payments or papers, 8 share networks"
    assert clauses("shared", told) == [("；12 个共用设备，16 个共用电话，邮箱，付款方式或证件，8 个共用网络", True)]


def test_a_violation_in_an_english_sentence_is_read_by_its_name():
    told = said("returning_account", filled(BY_NAME["returning_account"], closed_for="orphaned_institution"), "en")
    assert "for orphaned institution account" in "".join(p.text for p in told.parts)


def test_an_answer_is_a_sentence_that_names_people_and_minutes_as_people_do():
    held = "person:wren is working on case cas_abc until 2026-01-01T05:09:40.597804+00:00"
    assert answer(held, "en") == "wren is working on this case until 2026-01-01 05:09."
    assert answer(held, "zh") == "wren 正在处理此案件，至 2026-01-01 05:09"
    assert answer("there is no case none", "en") == "There is no case none."


def test_a_return_is_said_in_chinese_with_the_violation_and_the_days_in_words():
    told = said("returning_account", filled(BY_NAME["returning_account"], how="renamed", bar="348 more days", closed_for="orphaned_institution"), "zh")  # fmt: skip
    assert not [p.text for p in told.parts if p.english]
    sentence = "".join(p.text for p in told.parts)
    assert all(part in sentence for part in ("改名", "尚余 348 天", "机构撤并后遗留账号"))
    assert not re.search("renamed|more days|orphaned", sentence)


def test_a_sentence_of_an_older_pattern_stays_whole_and_english():
    told = said("posing_name", "what an older version said", "zh")
    assert (told.language, [(p.text, p.value) for p in told.parts]) == ("en", [("what an older version said", True)])
    assert said("a detector that is gone", "what it said", "zh").language == "en"
    assert explained("a mistake that nobody translated", "zh") == ("a mistake that nobody translated", "en")


def test_english_words_in_a_chinese_sentence_are_marked_and_names_are_not():
    detector = next(d for d in BOOK if d.name == "closed_institution")
    told = said("closed_institution", filled(detector, handle="water_office", state="says that it ended in 2021"), "zh")
    marked = {p.text: p.english for p in told.parts if p.value}
    assert marked["says that it ended in 2021"]
    assert not marked["water_office"]


def test_a_page_says_it_in_the_readers_language(demo, address):
    import httpx2

    row = next(r for r in demo.book.rows.values() if r.violation == "impersonation")
    where = f"{address}/notices/{demo.link(row.id)}"
    chinese, english = (httpx2.get(where, params={"lang": language}).text for language in reversed(LANGUAGES))
    assert '<span lang="zh-Hans">' in chinese
    assert '<span lang="en">' in english
    assert sentences.__doc__
