"""Messages reach an endpoint signed, in order, at least once and known by their id; whatever the endpoint does, none is lost."""

import hashlib
import json
from datetime import UTC, datetime, timedelta

import pytest
import standardwebhooks
from work_scenes import DAY, HOUR, MINUTE, NOW, Receiver, drain, worker_of

from aboveboard.errors import InputError
from aboveboard.work import Message, hand, jobs_of, pending
from aboveboard.work.endpoints import add, endpoint, receipts, remove, rotate, secrets_of, switch
from aboveboard.work.jobs import LeaseLostError, claim, settle
from aboveboard.work.kinds.deliver_webhook import WAITS, deliver_webhook


@pytest.fixture
def place(tools, store, receiver):
    with store.writing() as connection:
        return add(connection, tools.ledger, tools.sending, receiver.url, [], NOW, "person:p1")


@pytest.fixture
def send(tools, store, clock):
    """Hand messages over and let a worker deliver what can be."""

    def done(*ids, kind="action"):
        with store.writing() as connection:
            messages = [Message(i, kind, "a1", {"action": "limit", "scope": "comment"}) for i in ids]
            hand(connection, tools.ledger, messages, clock())
        return drain(worker_of(tools, clock))

    return done


@pytest.fixture
def patient(tools, store, clock):
    """Turn the clock to each next attempt until a time."""

    def wait(until):
        worker = worker_of(tools, clock)
        while True:
            with store.reading() as connection:
                dues = [j.due_at for j in jobs_of(connection, states=["waiting"])]
            if not dues or min(dues) > until:
                clock.at = until
                return drain(worker)
            clock.at = max(clock.at, *[min(dues)])
            drain(worker)

    return wait


def verified(secret, got, at, monkeypatch):
    """What an independent receiver makes of a message at a time; it raises on one that it would not take."""

    class Then(datetime):
        @classmethod
        def now(cls, tz=None):
            return at.astimezone(tz or UTC)

    monkeypatch.setattr(standardwebhooks.webhooks, "datetime", Then)
    headers, body = got
    return standardwebhooks.Webhook(secret).verify(body, headers)


def ledger_of(tools, stream, kind):
    return [e for e in tools.ledger.of_stream(stream) if e.kind == kind]


def test_an_independent_receiver_takes_our_messages_and_knows_them_by_the_decision_s_id(
    tools, receiver, place, send, monkeypatch
):
    assert send("dec_1") == 2, "one that sends, one that finds nothing more"
    (secret,) = secrets_of(tools.sending, place, NOW)
    told = verified(secret, receiver.got[0], NOW, monkeypatch)
    assert told == {
        "type": "action",
        "timestamp": NOW.isoformat(),
        "data": {"id": "dec_1", "account_id": "a1", "number": 1, "action": "limit", "scope": "comment"},
    }
    assert receiver.ids == ["dec_1"]
    for late in (NOW + timedelta(seconds=301), NOW - timedelta(seconds=301)):
        with pytest.raises(standardwebhooks.WebhookVerificationError, match="timestamp too"):
            verified(secret, receiver.got[0], late, monkeypatch)
    (found,) = ledger_of(tools, "actions", "delivered")
    assert (found.subject, found.body["status"]) == ("a1", 204)


@pytest.mark.usefixtures("place")
def test_a_decision_is_handed_over_once_however_often_it_is_asked_for(receiver, send, tools):
    send("dec_1")
    send("dec_1", "dec_2")
    send("dec_2")
    assert receiver.ids == ["dec_1", "dec_2"]
    assert [e.body["id"] for e in ledger_of(tools, "actions", "handed")] == ["dec_1", "dec_2"]


def test_a_message_that_fails_holds_those_behind_it(receiver, place, send, patient, store):
    receiver.answers = [500, 503]
    send("dec_1", "dec_2", "dec_3")
    assert receiver.ids == ["dec_1"]
    patient(NOW + 5 * MINUTE)
    assert receiver.ids == ["dec_1", "dec_1", "dec_1", "dec_2", "dec_3"]
    with store.reading() as connection:
        told = [(r["message"], r["status"]) for r in receipts(connection, place.id)]
    assert told[::-1] == [("dec_1", 500), ("dec_1", 503), ("dec_1", 204), ("dec_2", 204), ("dec_3", 204)]


def test_a_receipt_holds_status_time_and_digest_and_never_what_the_answer_said(receiver, place, send, store):
    receiver.answers = [(200, {}, b"thank you, Zoe")]
    send("dec_1")
    with store.reading() as connection:
        (found,) = receipts(connection, place.id)
        whole = str([row for t in ("receipts", "entries") for row in connection.exec_driver_sql(f"SELECT * FROM {t}")])
    assert (found["status"], found["at"], found["error"]) == (200, NOW, "")
    assert found["digest"] == hashlib.sha256(b"thank you, Zoe").hexdigest()
    assert found["took"] > timedelta(0)
    assert "Zoe" not in whole


def test_a_receiver_that_is_down_for_an_hour_gets_everything_in_order_and_once(
    store, place, send, patient, receiver, clock
):
    receiver.close()
    for n in range(10):
        send(f"dec_{n}")
        patient(NOW + (n + 1) * 6 * MINUTE)
    assert clock() == NOW + HOUR
    again = Receiver()
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE endpoints SET url = '" + again.url + "'")
    patient(NOW + 4 * HOUR)
    again.close()
    assert again.ids == [f"dec_{n}" for n in range(10)]
    with store.reading() as connection:
        told = receipts(connection, place.id)
        assert endpoint(connection, place.id).failing_since is None
    assert {r["error"] for r in told} == {"ConnectError", ""}
    assert 5 <= sum(r["error"] != "" for r in told) <= 8, "it is not asked all the time"


def test_an_endpoint_that_takes_nothing_for_days_is_switched_off_with_an_entry_and_nothing_is_lost(
    tools, store, place, send, patient, receiver
):
    receiver.answers = [500] * 100
    send("dec_1", "dec_2")
    patient(NOW + 9 * DAY)
    (alert,) = ledger_of(tools, "work", "endpoint_switched")
    assert (alert.body["state"], alert.body["by"]) == ("failing", "timer")
    assert 5 * DAY <= alert.at - NOW <= 6.3 * DAY
    asked = len(receiver.got)
    assert len(WAITS) <= asked <= 20
    with store.reading() as connection:
        assert [m.id for m in pending(connection, NOW)] == ["dec_1", "dec_2"]
    receiver.answers = []
    send("dec_3")
    assert len(receiver.got) == asked, "it is off"
    with store.writing() as connection:
        assert switch(connection, tools.ledger, place.id, "on", NOW + 9 * DAY, "person:p1").failing_since is None
    patient(NOW + 9 * DAY)
    assert receiver.ids[asked:] == ["dec_1", "dec_2", "dec_3"]


def test_switching_on_does_not_wait_for_the_next_attempt(tools, store, place, send, patient, receiver, clock):
    receiver.answers = [500] * 6
    send("dec_1")
    patient(NOW + HOUR)
    receiver.answers = []
    with store.writing() as connection:
        switch(connection, tools.ledger, place.id, "on", clock(), "person:p1")
    assert drain(worker_of(tools, clock)) == 2
    assert len(receiver.got) >= 2


def test_an_endpoint_that_answers_gone_is_not_asked_again(tools, store, receiver, place, send, patient):
    receiver.answers = [410]
    send("dec_1", "dec_2")
    patient(NOW + 9 * DAY)
    assert receiver.ids == ["dec_1"]
    with store.reading() as connection:
        assert endpoint(connection, place.id).state == "gone"
    assert [e.body["why"] for e in ledger_of(tools, "work", "endpoint_switched")] == ["it answered 410"]


@pytest.mark.usefixtures("place")
def test_a_receiver_that_asks_to_be_left_alone_is(receiver, send, patient):
    receiver.answers = [(429, {"retry-after": "1800"}, b"")]
    send("dec_1")
    patient(NOW + timedelta(minutes=29))
    assert len(receiver.got) == 1
    patient(NOW + timedelta(minutes=31))
    assert receiver.ids == ["dec_1", "dec_1"]


def test_a_redirect_is_not_followed(receiver, place, send, store):
    other = Receiver()
    receiver.answers = [(307, {"location": other.url}, b"")]
    send("dec_1")
    other.close()
    assert other.got == []
    with store.reading() as connection:
        assert [r["status"] for r in receipts(connection, place.id)] == [307]


def test_while_a_secret_changes_both_sign_and_afterwards_the_new_one_alone(
    tools, store, receiver, place, send, clock, monkeypatch
):
    (old,) = secrets_of(tools.sending, place, NOW)
    with store.writing() as connection:
        rotated = rotate(connection, tools.ledger, place.id, NOW, "person:p1", overlap=DAY)
    new = secrets_of(tools.sending, rotated, NOW)[0]
    assert new != old
    send("dec_1")
    clock.on(DAY)
    send("dec_2")
    first, second = receiver.got
    assert verified(old, first, NOW, monkeypatch) == verified(new, first, NOW, monkeypatch)
    assert verified(new, second, NOW + DAY, monkeypatch)["data"]["id"] == "dec_2"
    with pytest.raises(standardwebhooks.WebhookVerificationError, match="No matching"):
        verified(old, second, NOW + DAY, monkeypatch)
    with store.reading() as connection:
        assert new not in str(connection.exec_driver_sql("SELECT * FROM endpoints").all()), "no secret is kept"


@pytest.mark.usefixtures("place")
def test_a_worker_that_dies_after_sending_sends_the_same_message_again(tools, store, receiver, clock):
    with store.writing() as connection:
        hand(connection, tools.ledger, [Message("dec_1", "action", "a1")], NOW)
    with store.writing() as connection:
        (job,) = claim(connection, {"deliver_webhook": MINUTE}, "dying", NOW)
    assert deliver_webhook.prepare(tools, job, NOW).answer.good
    clock.on(MINUTE)
    drain(worker_of(tools, clock))
    assert receiver.ids == ["dec_1", "dec_1"]
    assert receiver.got[0][1] == receiver.got[1][1], "the receiver can tell by its id, and by its body"
    assert len(ledger_of(tools, "actions", "delivered")) == 1


def test_an_answer_that_comes_after_another_worker_took_over_changes_nothing(tools, store, receiver, place, clock):
    receiver.answers = [500]
    with store.writing() as connection:
        hand(connection, tools.ledger, [Message("dec_1", "action", "a1"), Message("dec_2", "action", "a1")], NOW)
    with store.writing() as connection:
        (slow,) = claim(connection, {"deliver_webhook": MINUTE}, "slow", NOW)
    late = deliver_webhook.prepare(tools, slow, NOW)
    clock.on(MINUTE)
    drain(worker_of(tools, clock))
    assert receiver.ids == ["dec_1", "dec_1", "dec_2"]

    def come_late():
        with store.writing() as connection:
            deliver_webhook.apply(tools, connection, slow, late, clock())
            settle(connection, slow, "waiting", clock(), due=clock())

    with pytest.raises(LeaseLostError, match=slow.id):
        come_late()
    with store.reading() as connection:
        assert [r["status"] for r in receipts(connection, place.id)] == [204, 204]
        assert endpoint(connection, place.id).failing_since is None


def test_an_endpoint_gets_the_kinds_it_asked_for_and_a_removed_one_nothing(tools, store, receiver, send):
    with store.writing() as connection:
        place = add(connection, tools.ledger, tools.sending, receiver.url, ["notice"], NOW, "person:p1")
    send("dec_1")
    send("ntc_1", kind="notice_of_another_kind")
    assert receiver.ids == []
    with store.writing() as connection:
        remove(connection, tools.ledger, place.id, NOW, "person:p1")
        with pytest.raises(InputError, match="there is no endpoint"):
            endpoint(connection, place.id)
    assert [e.kind for e in tools.ledger.of_stream("work")] == ["endpoint_added", "endpoint_removed"]


@pytest.mark.usefixtures("place")
def test_two_endpoints_do_not_wait_for_each_other(tools, store, receiver, send):
    other = Receiver()
    with store.writing() as connection:
        add(connection, tools.ledger, tools.sending, other.url, [], NOW, "person:p1")
    receiver.answers = [500] * 9
    send("dec_1", "dec_2")
    other.close()
    assert (receiver.ids, other.ids) == (["dec_1"], ["dec_1", "dec_2"])


def test_the_url_of_an_endpoint_stays_out_of_the_ledger_as_it_may_hold_a_secret(tools, store):
    with store.writing() as connection:
        url = "https://hooks.example.com/T0/very-secret"
        add(connection, tools.ledger, tools.sending, url, ["action"], NOW, "person:p1")
    (entry,) = tools.ledger.of_stream("work")
    assert entry.body["host"] == "hooks.example.com"
    assert "very-secret" not in json.dumps(dict(entry.body))
    with pytest.raises(InputError, match="no messages are of kind gossip"), store.writing() as connection:
        add(connection, tools.ledger, tools.sending, url, ["gossip"], NOW, "person:p1")
