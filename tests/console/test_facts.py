"""What a finding's facts are called, and their values, in English and in Chinese."""

import re
from pathlib import Path

import pytest

from aboveboard.app.choosing import choose
from aboveboard.console.facts import fact, facts_named
from aboveboard.console.fragments import fragment
from aboveboard.console.telling import finding_view

BOOK = {d.name: d for d in choose(None)}
SOURCE = "".join(f.read_text(encoding="utf-8") for f in sorted(Path("src/aboveboard").rglob("*.py")))


def read(detector, name, value, language="zh"):
    told = fact(detector, name, value, language)
    return told.name, "".join(p.text for p in told.parts)


@pytest.mark.parametrize("key", facts_named())
def test_each_name_is_of_a_fact_that_is_found_and_stands_in_both_languages(key):
    detector, _, name = key.rpartition(".")
    stem = re.sub("_(seen|expected)$", "", name)  # a few are named in pairs
    assert re.search(rf"\b{stem}(s|es)?\b", SOURCE), "nobody finds it"
    assert not detector or detector in BOOK
    english, other = facts_named()[key]
    assert re.fullmatch(r"[A-Z][A-Za-z(), %'-]+", english)
    assert re.search("[一-鿿]", other)


def test_each_way_in_which_a_name_is_made_is_said_in_chinese():
    names = "".join(f.read_text(encoding="utf-8") for f in sorted(Path("src/aboveboard/names").glob("*.py")))
    ways = {re.sub(r"\{[^}]*\}", "曰/日", w) for w in re.findall(r'Step\(\s*"[a-z_]+",\s*f?"([^"]+)"', names)}
    assert len(ways) > 12
    assert {w for w in ways if not fragment("derivation", w)} == set()


@pytest.mark.parametrize(
    ("detector", "name", "value", "shown"),
    [
        ("returning_account", "bar", "348 more days", ("禁止期余下时间", "尚余 348 天")),
        ("returning_account", "closed_for", "orphaned_institution", ("关闭原因", "机构撤并后遗留账号")),
        ("returning_account", "alternatives", "a namesake; a circle of friends who follow each other", ("其他解释", "同名者；互相关注的朋友圈")),
        ("follower_batch", "silent", "; 16 of 20 have done nothing but follow (0.3 expected)", ("只关注、别无动作", "20 个中有 16 个除关注外毫无动作（预期 0.3 个）")),
        ("closed_institution", "state", "ended on 2024-01-02; it still bears the old name", ("状况", "已于 2024-01-02 终止；仍沿用旧名")),
        ("overdue_check", "subject", "credential in medicine", ("核验的内容", "医疗 资质")),
        ("returning_account", "against", "another name -1.7, an older account -3.0", ("反证", "名称不同 −1.7，账号更早 −3.0")),
        ("machine_account", "against", "against it: liked 5 times", ("反证", "反证：点赞 5 次")),
        ("report_ring", "insisted", "true", ("被驳回后仍继续", "是")),
        ("coaction_ring", "acted_on", "like p1 · comment p2", ("行为对象", "点赞 p1 · 回复 p2")),
        ("machine_account", "parts", "reach +6.11 · place -0.30", ("证据的各部分", "关注与粉丝 +6.11 · 所在地 −0.30")),
    ],
)  # fmt: skip
def test_what_a_detector_says_itself_is_chinese(detector, name, value, shown):
    assert read(detector, name, value) == shown


def test_what_a_stranger_wrote_stays_as_it_is_in_both_languages():
    for language in ("en", "zh"):
        for name in ("handle", "text", "title", "shown", "holder"):
            assert read("account_trade", name, "it was offered before", language)[1] == "it was offered before"
        assert read("account_trade", "text", "true", language)[1] == "true"


def test_english_names_are_made_for_people_and_a_long_mark_is_cut():
    assert read("follower_batch", "hollow_seen", "17", "en") == ("Empty profiles seen", "17")
    assert read("follower_batch", "shared", "; 31 share devices", "en") == ("Shared", "31 share devices")
    assert read("registration_burst", "tokens", "7039f6055be09ba225fd530148f4584c5a5fd1346814b246e43da7c6e7bfe563 · m1", "en")[1] == "7039f605… · m1"  # fmt: skip
    assert read("somebody's own", "how_far", "3", "zh") == ("how far", "3")


def test_what_is_drawn_as_a_weight_is_not_listed_again_and_what_cannot_be_drawn_is():
    facts = {
        "prior": -15.6,
        "tied": "; device +12.3 (2 accounts use it)",
        "repeated": "; something else",
        "days_after": 3,
    }
    told = {
        "facts": facts, "finding_id": "f", "detector": "returning_account", "violation": "reincarnation", "tier": "likely", "score": 0.9,
        "classes": (), "parts": ["x"], "lacks": (), "unlooked": (), "mistakes": (), "changes": (), "shown": [[k, str(v)] for k, v in facts.items()],
    }  # fmt: skip
    view = finding_view(told)
    assert [n for n, _ in view.facts] == ["repeated", "days_after"]
    assert [w.name for w in view.weights] == ["prior", "device"]
