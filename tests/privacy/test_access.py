"""The copy that a holder gets says what is held, what was decided and why, and nothing about anybody else."""

import io
import json
import zipfile

import pytest
import sqlalchemy as sa

from aboveboard.cases.kinds import ROLES
from aboveboard.detector import book
from aboveboard.privacy.access import export, zipped
from aboveboard.privacy.keyring import PURPOSES, Key, Ring
from aboveboard.privacy.reveal import grant, reveal
from aboveboard.privacy.telling import _W
from aboveboard.store import New, seal
from planting import DAY, NOW, close, give

RING = Ring({p: (Key(p, 1, "primary", bytes([n]) * 32),) for n, p in enumerate(PURPOSES)})
FINDING = {
    "finding_id": "f" * 40, "violation": "reincarnation", "detector": "returning_account", "detector_version": "1", "score": 0.91, "tier": "likely",
    "classes": ["device", "profile"], "says": "This account shares a device with mallory77, which was closed.", "facts": '{"other": "x-9"}', "related": ["x-9"],
}  # fmt: skip


@pytest.fixture
def copy(store, ledger):
    with store.writing() as c:
        close(c, ledger, "acct-77", NOW - 10 * DAY)
        give(c, "accounts", "x-9", {"handle": "mallory77", "display_name": "Mallory"}, NOW - 90 * DAY)
        give(c, "actions", "acct-77", {"verb": "report", "object_id": "p1", "target_account_id": "x-9"}, NOW - 20 * DAY)
        digest = seal(c, "acct-77", {"findings": [FINDING]})
        ledger.within(
            c, "decisions", [New("confirmed", "acct-77", {"id": "dec_1", "sealed": digest, "by": "person:ben"})], NOW
        )
        given = grant(c, ledger, "acct-77", "person:ana", NOW, purpose="appeal", case="c1")
        reveal(c, ledger, given.id, "person:ana", NOW)
        return export(c, ledger, "acct-77", NOW, "person:officer", RING, dossier="https://example.org/d/1")


def test_it_holds_the_rows_the_decisions_the_reasons_and_who_looked(copy):
    told = copy.told
    assert set(told["rows"]) == {"accounts", "sessions", "actions"}
    assert told["state"]["state"] == "closed"
    assert [e["kind"] for e in told["life"]][-1] == "closed"
    assert told["looked_at"] == [{"at": NOW.isoformat(), "purpose": "appeal"}]
    (finding,) = told["findings"]
    assert (finding["score"], finding["classes"]) == (0.91, ["device", "profile"])
    (logic,) = told["logic"]
    detector = next(d for d in book() if d.name == "returning_account")
    assert logic["about"] == detector.about
    assert len(logic["mistakes"]) == len(detector.mistakes)
    assert set(logic["limits"]) == set(detector.params)


def test_others_have_one_made_up_name_throughout_and_staff_only_a_role(copy):
    whole = json.dumps(copy.told, ensure_ascii=False) + copy.english + copy.chinese
    for other in ("x-9", "mallory77", "Mallory", "ana", "person:ben"):
        assert f'"{other}"' not in whole
        assert f" {other}" not in whole
    (finding,) = copy.told["findings"]
    masked = finding["related"][0]
    assert finding["facts"]["other"] == masked == copy.told["rows"]["actions"][0]["target_account_id"]
    assert f"shares a device with {masked}, which was closed" in copy.english


def test_the_first_page_says_it_in_plain_words_in_two_languages(copy):
    for page, words in (
        (copy.english, ("Why you were flagged", "likely, score 0.91", "It can be wrong", "appeal every decision")),
        (copy.chinese, ("为什么被标记", "得分 0.91", "可能的误判", "提出申诉")),
    ):
        assert all(w in page for w in words)
        assert "https://example.org/d/1" in page
        assert "returning_account" in page
    assert set(ROLES) <= set(_W)


def test_two_copies_cannot_be_laid_together(store, ledger, copy):
    with store.writing() as c:
        again = export(c, ledger, "acct-77", NOW, "person:officer", RING)
    assert again.told["findings"][0]["related"] != copy.told["findings"][0]["related"]
    made = [e for e in ledger.of_stream("privacy") if e.kind == "exported"]
    assert [e.body["by"] for e in made] == ["person:officer"] * 2
    assert made[0].body["parts"]["findings"] == 1


def test_the_zip_opens_and_is_the_same_for_the_same_copy(copy):
    assert zipped(copy) == zipped(copy)
    with zipfile.ZipFile(io.BytesIO(zipped(copy))) as archive:
        assert archive.namelist() == ["READ-ME.txt", "请先阅读.txt", "data.json"]
        assert json.loads(archive.read("data.json"))["account"] == "acct-77"


def test_of_an_account_that_nothing_is_known_of_the_copy_says_so(store, ledger):
    with store.writing() as c:
        copy = export(c, ledger, "nobody", NOW, "person:officer", RING)
        assert c.execute(sa.text("SELECT count(*) FROM facts")).scalar_one() == 0
    assert copy.told["state"]["state"] == "unknown"
    assert "nothing" in copy.english
    assert "没有" in copy.chinese
