"""Bars under tokens of their own, as a platform and a staff meet them: real HTTP, on each kind of store, keys changed in between."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from service_stage import good, staged

from aboveboard.cases import BarEvent
from aboveboard.policy import load_policy
from aboveboard.store.bars_written import BARS, bar_entry
from aboveboard.store.whole import METADATA

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
OWN, DEVICE, CARD, PHONE, OLD, OLDER = "aa" * 32, "d1" * 32, "ca" * 32, "f0" * 32, "0d" * 32, "0e" * 32
USED = (
    ("root", "device", OWN), ("back", "device", OWN), ("back", "device", DEVICE), ("back", "payment", CARD),
    ("p1", "phone", PHONE),
)  # fmt: skip
STRICT = """
name = "strict"
version = "1"
owner = "the team"

[[rule]]
name = "is_back"
when = 'violation == "reincarnation" && tier != "confirmed"'
action = "suspend"
review = false
expires = "30d"
cap = { per_day = 100, share = 0.5 }
why = "This looks like an account that may not come back yet. If it is not you, tell us."
"""


@pytest.fixture
def stage(address, tmp_path):
    """A few gardeners, one who was closed, and one who looks like the same; people of the staff who change keys."""
    with staged(tmp_path / "data", START, url=address) as made:
        named = {"handle": "quarrylanterns", "display_name": "人民日报", "created_at": "2024-01-01T00:00:00Z"}
        shut = {"status": "closed", "closed_at": "2026-02-01T00:00:00Z", "closed_ground": "terms", "closed_for": "coordination"}  # fmt: skip
        back = {"account_id": "back", **named, "display_name": "人民曰报", "created_at": "2026-02-03T00:00:00Z"}
        others = [{"account_id": f"p{n}", "handle": f"gardener{n}", "created_at": "2024-01-01T00:00:00Z"} for n in range(8)]  # fmt: skip
        seen = {"first_seen_at": "2026-02-03T00:00:00Z", "last_seen_at": "2026-02-20T00:00:00Z"}
        tokens = [{"account_id": a, "kind": k, "token": t, **seen} for a, k, t in USED]
        for table, rows in (("accounts", [*others, {"account_id": "root", **named, **shut}, back]), ("tokens", tokens)):
            assert made.platform.hand_in(table, rows).rejected == ()
        for name in ("rita", "rolf"):
            link = made.admin.post("/v1/staff/people", name=name, roles=["privacy_officer"])["url"]
            made.come(name, link.partition("#")[2])
        strict = tmp_path / "strict.toml"
        strict.write_text(STRICT)
        policy = load_policy(strict)
        made.policies = {"shipped": made.desk.parts["policy"], "strict": lambda: policy}
        made.shop = made.holder(made.token)
        yield made


def check(stage, *kinds, policy="shipped", after=2 * DAY, kind="registration", **more):
    """What the gate says of somebody new who shows tokens; it has read the ledger."""
    token = {"device": DEVICE, "payment": CARD, "phone": PHONE, "email": OLD, "identity": OLDER}
    stage.desk.parts["policy"] = stage.policies[policy]
    while (gating := stage.desk.parts["gating"]).gate is None:
        pass
    gating._follower.look()
    shown = [{"kind": k, "token": token[k]} for k in kinds]
    attempt = {"attempt_id": f"t-{policy}-{after.days}-{'-'.join(kinds)}", "kind": kind, "at": (START + after).isoformat(), "handle": "lonelyrider"}  # fmt: skip
    return good(stage.shop.post("/v1/checks", json={**attempt, "tokens": shown, **more}))


def cells(stage, *without):
    """All that the store holds, but for some tables."""
    with stage.desk.store.reading() as c:
        tables = [t for t in METADATA.sorted_tables if t.name not in without]
        return " ".join(str(tuple(r)) for t in tables for r in c.execute(sa.select(t)))


def barred_and_erased(stage):
    """Two people bar the one who came back, for sixty days; then they are erased. Return the bar."""
    assert stage.job("scan")["state"] == "done"
    (case,) = stage.cases(account_id="back", violation="reincarnation")
    order = {"action": "bar", "imminent": True, "until": (START + 60 * DAY).isoformat(), "reason": "Back again."}
    assert stage.two_decide(case, **order)["status"] == "decided"
    (bar,) = stage.anna.get("/v1/bars")["bars"]
    assert all(token not in cells(stage, "facts") for token in (OWN, DEVICE, CARD))
    stage.job("send_notices")
    stage.pulled("action", "notice")
    erased = stage.olga.post("/v1/accounts/back/erasure")
    assert (erased["waits_for"], erased["bars"], erased["left"]) == ([], 1, {})
    return bar


def rotate(stage):
    """Two people put a new key of bars in the place of the old one."""
    asked = stage.rita.post("/v1/keys/changes", act="rotate", purpose="bars")["id"]
    return stage.rolf.post(f"/v1/keys/changes/{asked}/confirmation")["bars"]


def kept(stage):
    """How many tokens of bars are under each version of the key."""
    return {k["version"]: k["tokens"] for k in stage.rita.get("/v1/keys") if k["purpose"] == "bars"}


def test_a_bar_outlives_an_erasure_and_a_change_of_keys_without_a_token_that_anybody_is_linked_by(stage):
    bar = barred_and_erased(stage)
    everything = cells(stage)
    assert all(token not in everything for token in (DEVICE, CARD, '"back"', "'back'"))
    assert set(bar["tokens"]) & {t for _, _, t in USED} == set()

    told = check(stage, "device", "payment")
    (claim,) = told["staff"]["claims"]
    assert (told["answer"], told["person"], told["classes"]) == ("verify", True, ["identity", "device"])
    assert (claim["related"], claim["tier"]) == ([bar["id"]], "likely")
    assert "device +" in claim["says"]
    assert "payment +" in claim["says"]
    assert "an account that is not kept any more" in claim["says"]
    assert "a device bought second-hand" in claim["innocent"]
    assert "a card or a wallet that a family shares" in claim["innocent"]
    outside = str({k: v for k, v in told.items() if k != "staff"})
    assert all(secret not in outside for secret in (bar["id"], *bar["tokens"], "device +", DEVICE, CARD))
    assert "tell us why this is wrong" in told["reasons"][0]["says"]
    answers = {kinds: (check(stage, *kinds)["answer"], check(stage, *kinds, policy="strict")["answer"]) for kinds in (("device",), ("payment",), ("device", "payment"))}  # fmt: skip
    assert answers == {
        ("device",): ("allow", "review"),
        ("payment",): ("allow", "review"),
        ("device", "payment"): ("verify", "deny"),
    }

    by_hand = {"ground": "terms", "severity": 1, "until": (START + 20 * DAY).isoformat(), "reason": "A tip-off."}
    stage.anna.post("/v1/bars", tokens=[PHONE], **by_hand)
    assert kept(stage) == {1: 4}
    assert rotate(stage) == {"2": "primary", "1": "reading"}
    seen = lambda *kinds: check(stage, *kinds, policy="strict", attempt_id=f"{kinds}{stage.clock.at}")["answer"]  # noqa: E731
    assert (seen("device", "payment"), seen("phone")) == ("deny", "review")
    stage.job("tidy_privacy")
    assert kept(stage) == {2: 2, 1: 2}, "rows of others still hold a telephone and a device, none the erased one's own"
    newer = {t for b in stage.anna.get("/v1/bars")["bars"] for t in b["tokens"]}
    assert (seen("device", "payment"), seen("phone")) == ("deny", "review")
    assert PHONE not in cells(stage, "facts")
    again = stage.anna.ask("POST", "/v1/bars", json={"tokens": [PHONE], **by_hand})
    assert (again.status_code, "decided already" in again.text) == (409, True), (
        "it is the same subject, under another key"
    )

    after = {"after": 61 * DAY, "policy": "strict"}
    assert check(stage, "device", "payment", **after)["answer"] == "allow"
    stage.clock.at = START + 61 * DAY
    stage.job("tidy_privacy")
    assert stage.anna.get("/v1/bars")["bars"] == []
    left = cells(stage)
    assert all(token not in left for token in {*bar["tokens"], *newer})
    assert stage.ada.get("/v1/ledger/verification")["whole"]


def test_a_bar_of_an_earlier_release_is_met_until_its_end_and_comes_under_the_key_with_the_days_work(stage):
    given = ("dec_old", "person:anna", "person:boris", (OLD, OLDER), "terms", 2, "registration", START + 300 * DAY)
    stage.desk.ledger.append(BARS, [bar_entry(BarEvent(START - DAY, "barred", *given))], START)
    seen = lambda: check(stage, "email", "identity", policy="strict")["staff"]["claims"][0]["related"]  # noqa: E731
    assert OLD in cells(stage)
    assert seen() == ["dec_old"]
    stage.job("tidy_privacy")
    assert OLD not in cells(stage)
    assert OLDER not in cells(stage)
    assert kept(stage) == {1: 2}
    assert seen() == ["dec_old"]
    (bar,) = stage.anna.get("/v1/bars")["bars"]
    assert (bar["ends_at"], bar["severity"]) == ((START + 300 * DAY).isoformat().replace("+00:00", "Z"), 2)
    stage.desk.parts["gating"].rebuild()
    assert seen() == ["dec_old"]
    assert stage.ada.get("/v1/ledger/verification")["whole"]


def test_the_new_owner_of_a_second_hand_telephone_is_let_through_and_nobody_else_with_it(stage):
    until = (START + 20 * DAY).isoformat()
    bar = stage.anna.post("/v1/bars", tokens=[DEVICE], ground="terms", severity=1, until=until, reason="A tip-off.")
    told = check(stage, "device", policy="strict")
    assert (told["answer"], told["reasons"][0]["code"]) == ("review", "may_be_a_return")
    path = f"/v1/checks/{told['decision_id']}/clear"
    body = {"account_id": "newowner", "reason": "Shows the receipt of the shop."}
    assert stage.shop.post(path, json=body).status_code == 403
    assert stage.anna.ask("POST", "/v1/checks/dec_none/clear", json=body).status_code == 404
    assert stage.anna.post(path, **body) == {"bars": [bar["bar"]["id"]]}
    later = {
        "policy": "strict",
        "after": 3 * DAY,
        "created_at": (START + 2 * DAY).isoformat(),
        "kind": "profile_change",
    }
    assert check(stage, "device", **later, account_id="newowner")["answer"] == "allow"
    assert check(stage, "device", **later, account_id="other")["answer"] == "review"
    assert "receipt" not in str(stage.ada.get("/v1/ledger/entries", stream="decisions", limit=1000))


def test_a_second_person_means_what_the_first_one_asked_for_though_the_key_was_changed_between(stage):
    long = {"tokens": [PHONE, CARD], "ground": "terms", "severity": 3, "until": (START + 90 * DAY).isoformat(), "reason": "Both."}  # fmt: skip
    assert stage.anna.post("/v1/bars", **long) == {"bar": None}
    rotate(stage)
    made = stage.boris.post("/v1/bars", **long)["bar"]
    assert len(made["tokens"]) == 2
    assert PHONE not in cells(stage, "facts")
    assert check(stage, "phone", "payment", policy="strict")["staff"]["claims"][0]["related"] == [made["id"]]
