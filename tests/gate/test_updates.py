"""The gate follows the ledger: what comes and goes one by one is what a new build would hold."""

import threading
from datetime import datetime, timedelta

import msgspec
import pytest
from gate_worlds import ACCOUNTS, AT, ORGANISATIONS, TOKENS, active, attempt, entry, opened, picture, record, service
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aboveboard.errors import InputError
from aboveboard.gate.opening import Gate, answers
from aboveboard.policy import default_policy

POLICY = default_policy()
CHANGING = ("daily", "olive_kettle")
BODIES = {o["org_id"]: o for o in ORGANISATIONS if o["org_id"] != "o2"}
ATTEMPTS = [
    attempt(attempt_id="a1", handle="fresh", display_name="人民曰报", tokens=(("device", "d1"),)),
    attempt(attempt_id="a2", handle="olive.kettle", tokens=(("network", "n1"),)),
    attempt(attempt_id="a3", display_name="Marble Herom", tokens=(("device", "d3"),)),
    attempt(attempt_id="a4", display_name="Nоrthgate Bаnk", url="https://northgatebank.example.pay.test"),
    attempt(attempt_id="a5", display_name="海港銀行官方客服", avatar_hash=picture(2)),
    attempt(attempt_id="a6", handle="jane", bio="Official account of Northgate Bank", avatar_hash=picture(1)),
    attempt(attempt_id="a7", handle="olive_kettle", bio="News of the harbour, twice a day, since 1990"),
]


def told(gate):
    return [msgspec.json.encode(a) for a in answers(ATTEMPTS, gate.state._replace(version=0), POLICY)]


def body(org):
    row = BODIES[org]
    own = {"official": "bank", "official_id": "bank", "first_at": AT - timedelta(days=900), "own": ["bank"]}
    told = row | (own if org == "o1" else {})
    return {k: v.isoformat() if isinstance(v, datetime) else v for k, v in told.items()}


def standing(here):
    """Return the service with only these accounts closed and these organisations protected."""
    accounts = [
        a if a["account_id"] not in CHANGING or a["account_id"] in here else active(**_names(a)) for a in ACCOUNTS
    ]
    return service(accounts, TOKENS, [o for o in ORGANISATIONS if o["org_id"] not in BODIES or o["org_id"] in here])


def _names(row):
    return {"name": row["account_id"], **{k: row[k] for k in ("display_name", "bio", "avatar_hash") if k in row}}


@pytest.fixture(scope="module")
def start(tmp_path_factory):
    folder = tmp_path_factory.mktemp("start") / "index"
    opened(folder, standing({"daily", "o1"}))
    return folder


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    """What a gate says that was built anew, by what stands; each is built once."""
    made = {}

    def build(here):
        if here not in made:
            made[here] = told(opened(tmp_path_factory.mktemp("again") / "index", standing(here)))
        return made[here]

    return build


@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from([*CHANGING, *BODIES]), st.booleans()), max_size=9), st.booleans())
def test_what_comes_and_goes_in_any_order_is_what_a_new_build_holds(start, rebuilt, changes, together):
    gate, here, entries = Gate.open(start, record), {"daily", "o1"}, []
    for position, (subject, comes) in enumerate(changes, 1):
        (here.add if comes else here.discard)(subject)
        if subject in BODIES:
            kind = "name_protected" if comes else "name_unprotected"
            entries.append(entry(position, "names", kind, subject, body(subject)))
        else:
            entries.append(entry(position, "accounts", "closed" if comes else "restored", subject))
    if together:
        gate.apply_all(entries)
    else:
        for one in entries:
            gate.apply(one)
    assert told(gate) == rebuilt(frozenset(here))
    assert gate.state.position == len(changes)


def test_an_entry_that_was_taken_in_already_and_one_of_another_stream_change_nothing_but_the_version(start):
    gate = Gate.open(start, record)
    before = told(gate)
    gate.apply(entry(1, "reads", "closed", "olive_kettle"))
    assert (told(gate), gate.state.position) == (before, 1)
    gate.apply(entry(1, "accounts", "closed", "olive_kettle"))
    assert told(gate) == before
    gate.apply(entry(2, "accounts", "closed", "olive_kettle"))
    assert told(gate) != before


def test_a_closure_that_is_overturned_takes_along_those_that_rest_on_it(start):
    gate = Gate.open(start, record)
    gate.apply_all([entry(1, "accounts", "closed", "olive_kettle"), entry(2, "accounts", "closed", "daily")])
    assert gate.state.barred.known("rooted")
    gate.apply(entry(3, "accounts", "overturned", "olive_kettle"))
    assert not any(gate.state.barred.known(i) for i in ("olive_kettle", "rooted"))
    assert gate.state.barred.known("daily")


def test_a_bar_that_is_lifted_or_runs_out_frees_its_subject(start):
    for kind in ("lifted", "expired"):
        gate = Gate.open(start, record)
        gate.apply(entry(1, "bars", kind, "daily"))
        assert gate.state.barred.known("daily") is None


def test_an_account_that_nothing_is_kept_of_is_not_barred(start):
    gate = Gate.open(start, lambda _: None)
    gate.apply(entry(1, "accounts", "closed", "olive_kettle"))
    assert (gate.state.barred.known("olive_kettle"), gate.state.position) == (None, 1)


def test_a_reader_keeps_the_state_it_took_while_a_writer_works(start):
    gate = Gate.open(start, record)
    state, before = gate.state, told(gate)
    writer = threading.Thread(target=lambda: [gate.apply(entry(n, "accounts", "closed" if n % 2 else "restored", "olive_kettle")) for n in range(1, 9)])  # fmt: skip
    writer.start()
    while writer.is_alive():
        assert [msgspec.json.encode(a) for a in answers(ATTEMPTS, state, POLICY)] == before
    writer.join()
    assert gate.state.position == 8


def test_a_folder_without_an_index_or_with_one_of_another_format_is_refused(tmp_path, start):
    with pytest.raises(InputError, match="build it first"):
        Gate.open(tmp_path)
    for name in ("barred", "guarded"):
        (tmp_path / name).symlink_to(start / name)
    (tmp_path / "gate.json").write_text('{"format": 0, "position": 1}')
    with pytest.raises(InputError, match="another version"):
        Gate.open(tmp_path)
