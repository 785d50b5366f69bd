"""The search for raw identifiers finds what was planted, wherever it lies, so that its silence means something."""

import pytest
import sqlalchemy as sa

from aboveboard.privacy.erasure import erase, scrub
from aboveboard.store import New, seal
from leaks import leaks, spellings
from planting import NOW, close

PHONE, MAIL, ADDRESS = "+49 30 901820", "zoe@example.org", "192.0.2.77"


def test_it_finds_a_secret_in_any_table_in_files_and_in_logs(store, ledger, tmp_path):
    assert leaks(store, ["all is well"], [PHONE, MAIL, ADDRESS]) == []
    with store.writing() as c:
        seal(c, "a1", {"mail": MAIL})
        c.execute(sa.text("CREATE TABLE forgotten (note TEXT)"))
        c.execute(sa.text("INSERT INTO forgotten VALUES (:n)"), {"n": f"call {PHONE}"})
    ledger.append("events", [New("seen", "a1", {"from": ADDRESS})], NOW)
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "index.bin").write_bytes(b"\x00" + MAIL.encode() + b"\x00")
    found = leaks(store, ["ok", f"GET /?who={MAIL}"], [PHONE, MAIL, ADDRESS], [tmp_path / "kept"])
    assert found == [
        f"contents.body: {MAIL}", f"entries.body: {ADDRESS}", f"file index.bin: {MAIL}", f"forgotten.note: {PHONE}", f"log: {MAIL}",
    ]  # fmt: skip
    assert "entries.body" not in str(leaks(store, [], [ADDRESS], allow={ADDRESS: {"entries.body"}}))


@pytest.mark.parametrize("written", ["+4930901820", "004930901820", "49-30-901820".replace("-", ""), "%2B49 30 901820"])
def test_a_phone_number_is_found_however_it_is_written(store, written):
    assert leaks(store, [f"told {written} so"], [PHONE]) == [f"log: {PHONE}"]
    assert leaks(store, ["told 4930901821 so"], [PHONE]) == []


def test_it_refuses_to_search_for_nothing(store):
    with pytest.raises(AssertionError, match="no secrets"):
        leaks(store, [], [])
    assert MAIL.encode("utf-16-le") in spellings(MAIL)


def test_after_an_erasure_what_the_profile_held_lies_nowhere_not_even_in_the_files_of_the_database(
    store, ledger, tmp_path
):
    with store.writing() as c:
        close(c, ledger, "acct-77", NOW)
    files = [tmp_path] if store.engine.dialect.name == "sqlite" else []
    assert "facts.body: +49 30 901820" in leaks(store, [], [PHONE])
    assert bool(files) == ("file store.sqlite" in str(leaks(store, [], [PHONE], files)))
    with store.writing() as c:
        erase(c, ledger, "acct-77", NOW, "person:officer")
    assert leaks(store, [], [PHONE, '"acct-77"']) == []
    scrub(store)
    assert leaks(store, [], [PHONE, '"acct-77"'], files) == []
