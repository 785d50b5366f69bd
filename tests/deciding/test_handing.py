"""Actions go to the platform once each, when their time has come."""

from dataclasses import fields
from datetime import timedelta
from pathlib import Path

from deciding_worlds import RULES, day, finding, found, opened

from aboveboard.deciding.handing import hand_due
from aboveboard.deciding.projecting import rebuild
from aboveboard.deciding.proposing import propose_from
from aboveboard.deciding.sitting import sit
from aboveboard.deciding.values import Limits
from aboveboard.store import New


def test_what_is_due_is_handed_over_once_and_what_is_put_off_later(ledger, store):
    spread = 'cap = { per_day = 30, share = 0.5 }\nspread = "6h"'
    policy = opened(ledger, RULES.replace("cap = { per_day = 30, share = 0.5 }", spread))
    taken = []

    def hand(connection, rows):
        taken.extend(r["decision_id"] for r in rows)
        new = [New("handed", r["account_id"], {"id": r["decision_id"]}, f"handed:{r['decision_id']}") for r in rows]
        ledger.within(connection, "actions", new, day(0))

    with sit(ledger, day(0)) as s:
        late = propose_from(s, found(*(finding(f"a{n}") for n in range(10))), policy).decisions
        soon = propose_from(s, found(finding("b", "coordination")), policy).decisions
        assert hand_due(s, hand) == list(soon)
        assert hand_due(s, hand) == []
    with store.writing() as connection:
        rebuild(connection)
    with sit(ledger, day(0) + timedelta(hours=6)) as s:
        assert hand_due(s, hand, 4) == list(late[:4])
        assert hand_due(s, hand) == list(late[4:])
        assert hand_due(s, hand) == []
    assert sorted(taken) == sorted((*soon, *late))


def test_every_limit_and_what_takes_two_people_is_documented():
    page = (Path(__file__).parents[2] / "docs" / "howto" / "decisions.md").read_text()
    assert [f.name for f in fields(Limits) if f"`{f.name}`" not in page] == []
