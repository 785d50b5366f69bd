"""The day's work erases who waited, ends bars and purges; done again it does nothing."""

from datetime import timedelta

import pytest

from aboveboard.cases import Event
from aboveboard.errors import InputError
from aboveboard.privacy.daily import tidy
from aboveboard.privacy.erasure import erase
from aboveboard.store import verify
from planting import DAY, NOW, close, give, live


def test_a_day_s_work_is_done_once_and_what_is_held_waits(store, ledger, tmp_path):
    with store.writing() as c:
        close(c, ledger, "acct-77", NOW - 10 * DAY, until=NOW + DAY)
        live(c, ledger, "acct-77", NOW, Event("acct-77", NOW, "appealed", "dec_1", "holder:x"), begun=True)
        erase(c, ledger, "acct-77", NOW, "person:officer")
        give(c, "sessions", "other", {}, NOW - 60 * DAY)
    (tmp_path / "retention.toml").write_text("[days]\nsessions = 30\n")
    first = tidy(store, tmp_path, NOW)
    assert (first.erased, first.bars_ended, [r.gone for r in first.purged if r.name == "sessions"]) == (0, 0, [1])
    with store.writing() as c:
        answer = Event("acct-77", NOW + DAY, "appeal_refused", "dec_1", "person:cem", evidence="f" * 64)
        live(c, ledger, "acct-77", NOW + DAY, answer, begun=True)
    second = tidy(store, tmp_path, NOW + DAY)
    assert (second.erased, second.bars_ended) == (1, 1)
    entries = len(list(ledger.all()))
    third = tidy(store, tmp_path, NOW + DAY + timedelta(hours=1))
    assert (third.erased, third.bars_ended, sum(r.gone for r in third.purged)) == (0, 0, 0)
    assert len(list(ledger.all())) == entries
    assert verify(store).breaks == ()
    (tmp_path / "retention.toml").write_text("[days]\nsessions = -1\n")
    with pytest.raises(InputError):
        tidy(store, tmp_path, NOW + DAY)
