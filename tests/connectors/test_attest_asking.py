from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path
from textwrap import dedent

import pytest

from aboveboard.connectors.proofs.asking import ask, for_wallets, keep, read_request
from aboveboard.connectors.proofs.nonces import FileNonces
from aboveboard.connectors.proofs.reasons import REASONS
from aboveboard.connectors.proofs.trust import read_trust
from aboveboard.errors import InputError, OutputError
from proof_wallet import AT, AUDIENCE, NONCE, TRUST, Wallet, new_key, request

FORM = ("a1", "age", 18, AUDIENCE, NONCE, AT, timedelta(minutes=10))


@pytest.fixture
def folder(tmp_path):
    Wallet(tmp_path)
    return tmp_path


@pytest.fixture
def trust(folder):
    return read_trust(folder / "issuers.toml")


def faults(folder, text=TRUST, keys=None):
    (folder / "issuers.toml").write_text(text)
    if keys is not None:
        (folder / "pid.jwks.json").write_text(keys if isinstance(keys, str) else json.dumps(keys))
    with pytest.raises(InputError) as caught:
        read_trust(folder / "issuers.toml")
    return str(caught.value)


PAGE = Path(__file__).parents[2] / "docs" / "howto" / "attest-age.md"


# ---- the page for operators


def test_the_page_lists_every_reason_and_no_other():
    told = PAGE.read_text().split("### Why a proof is refused")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`.+?) \|", told, re.MULTILINE)
    assert sorted(re.findall(r"`(\w+)`", " ".join(rows))) == sorted(REASONS)


def test_the_file_of_issuers_on_the_page_can_be_read(folder):
    [text] = re.findall(r"```toml\n(.*?)```", PAGE.read_text(), re.DOTALL)
    (folder / "issuers.toml").write_text(dedent("   " + text))
    trust = read_trust(folder / "issuers.toml")
    assert [trust.types(kind) for kind in ("age", "guardian")] == [
        ["urn:example:pid:1"],
        ["urn:example:guardian-consent:1"],
    ]


# ---- requests


def test_a_wallet_is_shown_the_claims_that_answer_and_not_the_account(trust):
    shown = for_wallets(ask(trust, *FORM), trust)
    assert shown == {
        "response_type": "vp_token",
        "client_id": AUDIENCE,
        "nonce": NONCE,
        "dcql_query": {
            "credentials": [
                {
                    "id": "q0",
                    "format": "dc+sd-jwt",
                    "meta": {"vct_values": ["urn:example:pid:1"]},
                    "claims": [
                        {"id": "c0", "path": ["age_over_18"]},
                        {"id": "c1", "path": ["age_equal_or_over", "18"]},
                    ],
                    "claim_sets": [["c0"], ["c1"]],
                }
            ]
        },
    }


def test_one_of_several_credentials_answers(folder):
    more = TRUST + '\n[[issuer.credential]]\nvct = "urn:example:age:1"\n[issuer.credential.attests.age]\n'
    (folder / "issuers.toml").write_text(more)
    trust = read_trust(folder / "issuers.toml")
    assert trust.types("age") == ["urn:example:age:1", "urn:example:pid:1"]
    assert for_wallets(ask(trust, *FORM), trust)["dcql_query"]["credential_sets"] == [{"options": [["q0"], ["q1"]]}]


def test_a_rule_without_a_claim_asks_for_no_claim(trust):
    shown = for_wallets(ask(trust, "a1", "guardian", 0, *FORM[3:]), trust)
    assert "claims" not in shown["dcql_query"]["credentials"][0]


def test_a_request_is_kept_and_read_as_it_was_made(trust, tmp_path):
    made = ask(trust, *FORM)
    keep(made, tmp_path / "a1.json")
    assert read_request(tmp_path / "a1.json") == made
    with pytest.raises(OutputError, match=r"a1\.json"):
        keep(made, tmp_path / "a1.json")


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        (0, "", "account_id: is empty"),
        (1, "birthdate", "'birthdate' is not one of real_name, age, guardian, organisation"),
        (1, "guardian", "over: goes with the kind age only"),
        (1, "organisation", "over: goes with the kind age only"),
        (2, 0, "from 1 to 150"),
        (3, "", "audience: is empty"),
        (4, "short", "nonce: has 5 characters"),
        (6, timedelta(), "a day at most"),
        (6, timedelta(days=2), "a day at most"),
    ],
)
def test_a_request_that_could_not_be_answered_safely_is_not_made(trust, place, value, told):
    with pytest.raises(InputError, match=told):
        ask(trust, *[value if place == n else part for n, part in enumerate(FORM)])


def test_a_kind_that_no_credential_attests_cannot_be_asked(trust):
    with pytest.raises(InputError, match="no credential in your file of issuers attests organisation"):
        ask(trust, "a1", "organisation", 0, *FORM[3:])


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"over": True}, "number of years"),
        ({"nonce": 1}, "are texts"),
        ({"nonce": "short"}, "nonce: has 5 characters"),
        ({"at": "2026-03-01T12:00:00"}, "no time with an offset"),
        ({"at": "noon"}, "no time with an offset"),
        ({"more": 1}, "a request holds account_id"),
    ],
)
def test_a_record_that_was_changed_by_hand_is_told(tmp_path, changed, told):
    keep(request(), tmp_path / "a1.json")
    text = json.loads((tmp_path / "a1.json").read_text())
    (tmp_path / "a1.json").write_text(json.dumps({**text, **changed}))
    with pytest.raises(InputError, match=told):
        read_request(tmp_path / "a1.json")


def test_a_record_that_is_no_json_is_told(tmp_path):
    (tmp_path / "a1.json").write_text("{")
    with pytest.raises(InputError, match="cannot be read as a request"):
        read_request(tmp_path / "a1.json")


# ---- used nonces


def test_a_nonce_is_used_once_also_by_another_process(tmp_path):
    assert FileNonces(tmp_path / "used.sqlite").use(NONCE)
    assert not FileNonces(tmp_path / "used.sqlite").use(NONCE)
    assert FileNonces(tmp_path / "used.sqlite").use("another")
    assert NONCE.encode() not in (tmp_path / "used.sqlite").read_bytes()


def test_a_file_that_cannot_remember_stops_the_check(tmp_path):
    (tmp_path / "used.sqlite").write_text("no database, " * 200)
    with pytest.raises(OutputError, match=r"used\.sqlite: used nonces cannot be kept"):
        FileNonces(tmp_path / "used.sqlite").use(NONCE)


# ---- the file of issuers


def test_secrets_in_the_file_of_keys_are_refused(folder):
    private = new_key().export(as_dict=True)
    assert "key 1: is a secret" in faults(folder, keys={"keys": [private]})
    shared = {"kty": "oct", "k": "AAAA"}
    assert "key 1: is a secret" in faults(folder, keys={"keys": [shared]})


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("{", "cannot be read as a JWKS"),
        ("[" * 50_000, "cannot be read as a JWKS"),
        ([], "cannot be read as a JWKS"),
        ({"keys": []}, "pins no key"),
        ({"keys": ["k"]}, "key 1: is no JSON object"),
        ({"keys": [{"kty": "RSA", "n": "AQAB", "e": "AQAB"}]}, "key 1: is of no kind known here; known are EC P-256"),
    ],
    ids=lambda v: str(v)[:20],
)
def test_keys_that_pin_nothing_are_told(folder, keys, told):
    assert told in faults(folder, keys=keys)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[[issuer]]", "[[issuers]]", r"issuers.toml, line 2, issuers: unknown key"),
        (TRUST, "adult_age = 18", "at least one [[issuer]] is due"),
        ("", "adult_age = 12\n", "line 1, adult_age: must be a whole number from 14 to 25"),
        ("", "adult_age = true\n", "adult_age: must be a whole number"),
        ("", 'algorithms = ["none"]\n', "line 1, algorithms: 'none' is not one of ES256"),
        ("", 'algorithms = ["HS256"]\n', "'HS256' is not one of ES256"),
        ("", 'hash_algorithms = ["md5"]\n', "'md5' is not one of sha-256"),
        ('iss = "https://pid.example"', "", "issuer[0].iss: is missing"),
        ('provider = "example_pid"', "", "issuer[0].provider: is missing"),
        ('keys = "pid.jwks.json"', "", "issuer[0].keys: is missing"),
        ('keys = "pid.jwks.json"', 'keys = "nowhere.json"', "'nowhere.json' cannot be read as a JWKS"),
        ('vct = "urn:example:pid:1"', "", "credential[0].vct: is missing"),
        ("urn:example:guardian:1", "urn:example:pid:1", "'urn:example:pid:1' is there twice"),
        ("attests.guardian", "attests.birthdate", "attests.birthdate: is not one of real_name, age"),
        ("[issuer.credential.attests.guardian]", "", "credential[1].attests: is missing"),
        ('pass = ["high"]', "", "claim: and pass go together"),
        ('pass = ["high"]', 'pass = "high"', "pass: must be a list"),
        ("valid_days = 30", "valid_days = -1", "valid_days: must be a whole number from 0"),
        ("valid_days = 30", 'claim = "age"', "claim: unknown key"),
        ("[[issuer]]", "[[issuer", "cannot be read as TOML"),
    ],
    ids=lambda v: str(v)[:30],
)
def test_every_fault_of_the_file_of_issuers_is_told_with_its_place(folder, old, new, told):
    text = TRUST.replace(old, new, 1) if old else new + TRUST
    assert told in faults(folder, text)


def test_an_issuer_who_is_there_twice_is_told(folder):
    assert "'https://pid.example' is there twice" in faults(folder, TRUST + TRUST)
