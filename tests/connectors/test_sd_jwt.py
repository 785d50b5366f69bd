from __future__ import annotations

import json
import traceback
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.connectors.proofs.attested import Attestation
from aboveboard.connectors.proofs.reasons import LONGEST, REASONS
from aboveboard.errors import ProofError
from proof_wallet import AT, DAY, ISS, NOW, VCT, SDObj, Wallet, b64, hashed, new_key, request, sign, spell


@pytest.fixture(scope="module")
def wallet(tmp_path_factory):
    return Wallet(tmp_path_factory.mktemp("wallet"))


@pytest.fixture(scope="module")
def good(wallet):
    return wallet.proof()


@pytest.fixture
def refused(wallet):
    """The reason why a proof is refused, after making sure that the message says nothing about the person."""

    def refusal(proof, at=AT, provider=None, **changed):
        with pytest.raises(ProofError) as caught:
            (provider or wallet.provider()).attest(request(**changed), proof, at)
        told = "".join(traceback.format_exception(caught.value))
        assert "Elderberry" not in told
        assert "1990" not in told
        assert str(caught.value).startswith(REASONS[caught.value.reason])
        return caught.value.reason

    return refusal


def attest(wallet, proof, **changed):
    return wallet.provider().attest(request(**changed), proof, AT)


# ---- what holds


def test_a_proof_of_age_gives_one_row_with_the_result_only(wallet, good):
    until = AT + timedelta(days=30)
    assert attest(wallet, good) == Attestation("a1", "age", "pass", "adult", AT, until, "example_pid")


def test_a_result_ends_with_its_credential_at_the_latest(wallet):
    proof = wallet.proof({"exp": NOW + DAY})
    assert attest(wallet, proof).expires_at == AT + timedelta(days=1)


@pytest.mark.parametrize(
    ("extra", "disclose", "over", "result", "band"),
    [
        ({}, {"age_over_13": True}, 13, "pass", "unknown"),
        ({}, {"age_over_65": True}, 65, "fail", "unknown"),
        ({SDObj("age_over_18"): False, SDObj("age_over_13"): True}, {"age_over_18": True}, 18, "fail", "minor"),
        ({}, {"age_over_18": True}, 16, "pass", "adult"),
        ({SDObj("age_over_12"): False}, {"age_over_12": True}, 16, "fail", "minor"),
        ({"age_equal_or_over": {SDObj("18"): True}}, {"age_equal_or_over": {"18": True}}, 18, "pass", "adult"),
        ({SDObj("age_equal_or_over"): {"16": False}}, {"age_equal_or_over": True}, 18, "fail", "minor"),
    ],
)
def test_ages_are_read_from_either_form_and_bound_each_other(wallet, extra, disclose, over, result, band):
    plain = {SDObj(f"age_over_{n}"): None for n in (13, 18, 65)} if "age_over_18" not in str(disclose) else {}
    base = {k: v for k, v in plain.items() if k.value not in disclose}
    proof = wallet.present(wallet.issue({**base, **extra}), disclose)
    found = attest(wallet, proof, over=over)
    assert (found.result, found.age_band) == (result, band)
    assert found.age_under == (over if result == "fail" else None)


@pytest.mark.parametrize(("level", "result"), [("high", "pass"), ("low", "fail")])
def test_assurance_of_a_real_name_is_read_by_the_operators_rule_and_no_name_with_it(wallet, level, result):
    issued = wallet.issue({"verified": {SDObj("assurance"): level}})
    found = attest(wallet, wallet.present(issued, {"verified": {"assurance": True}}), kind="real_name", over=0)
    assert (found.kind, found.result, found.age_band) == ("real_name", result, "unknown")


def test_holding_a_credential_is_enough_where_the_rule_names_no_claim(wallet):
    proof = wallet.proof({"vct": "urn:example:guardian:1"}, disclose=())
    assert attest(wallet, proof, kind="guardian", over=0).result == "pass"


def test_decoys_and_claims_held_back_change_nothing(wallet, good):
    assert attest(wallet, wallet.proof(decoys=True)) == attest(wallet, good)


@pytest.mark.parametrize("alg", ["ES256", "ES384", "ES512"])
def test_each_allowed_curve_is_verified(tmp_path, alg):
    wallet = Wallet(tmp_path)
    curve = {"ES256": "P-256", "ES384": "P-384", "ES512": "P-521"}[alg]
    key, holder = new_key("k9", kty="EC", crv=curve), new_key(kty="EC", crv=curve)
    (tmp_path / "pid.jwks.json").write_text(json.dumps({"keys": [key.export_public(as_dict=True)]}))
    issued = wallet.issue(key=key, holder=holder, alg=alg, kid="k9")
    proof = wallet.present(issued, {"age_over_18": True}, holder=holder, alg=alg)
    assert wallet.provider().attest(request(), proof, AT).result == "pass"


def test_ed25519_is_verified(tmp_path):
    from joserfc import jws  # jwcrypto knows only the older name of this algorithm
    from joserfc.jwk import OKPKey

    wallet, key, holder = Wallet(tmp_path), OKPKey.generate_key("Ed25519"), OKPKey.generate_key("Ed25519")
    (tmp_path / "pid.jwks.json").write_text(json.dumps({"keys": [key.as_dict(private=False)]}))
    payload = {"iss": ISS, "vct": VCT, "exp": NOW + DAY, "age_over_18": True, "cnf": {"jwk": holder.as_dict(private=False)}}  # fmt: skip
    bound = jws.serialize_compact({"alg": "Ed25519", "typ": "dc+sd-jwt"}, json.dumps(payload), key, ["Ed25519"]) + "~"
    binding = {"nonce": request().nonce, "aud": request().audience, "iat": NOW, "sd_hash": hashed(bound)}
    proof = bound + jws.serialize_compact({"alg": "Ed25519", "typ": "kb+jwt"}, json.dumps(binding), holder, ["Ed25519"])
    assert wallet.provider().attest(request(), proof, AT).result == "pass"


def test_a_certificate_chain_in_the_header_is_neither_needed_nor_believed(wallet, refused):
    chain = {"x5c": ["MIIB" * 300]}
    assert attest(wallet, wallet.proof(kid=None, **chain)).result == "pass"
    stranger = new_key()
    proof = wallet.proof(key=stranger, kid=None, jwk=stranger.export_public(as_dict=True))
    assert refused(proof) == "signature"


# ---- forged and altered


def test_a_credential_signed_by_a_stranger_is_forged(wallet, refused):
    assert refused(wallet.proof(key=new_key("k1"))) == "signature"


def test_an_altered_credential_is_refused(good, refused):
    head, body, rest = good.split(".", 2)
    told = json.loads(bytes_of(body))
    assert refused(".".join([head, spell({**told, "exp": NOW + 9_000 * DAY}), rest])) == "signature"


def bytes_of(segment):
    import base64

    return base64.urlsafe_b64decode(segment + "=" * (-len(segment) % 4))


def test_an_altered_disclosure_is_refused_though_its_holder_signed_it(wallet, refused):
    issued = wallet.issue({SDObj("age_over_18"): False})
    plain = wallet.present(issued, {"age_over_18": True}).split("~")
    salt = json.loads(bytes_of(plain[1]))[0]
    altered = [plain[0], spell([salt, "age_over_18", True]), ""]
    assert refused(wallet.bind("~".join(altered))) == "unmatched_disclosure"


def test_an_undisclosed_claim_cannot_be_smuggled_in(wallet, good, refused):
    first, disclosed, _ = good.split("~")
    smuggled = [first, disclosed, spell(["salt", "age_over_21", True]), ""]
    assert refused(wallet.bind("~".join(smuggled))) == "unmatched_disclosure"


def test_a_disclosure_dropped_after_the_holder_signed_is_refused(wallet, refused):
    first, _, other, binding = wallet.proof(disclose=("age_over_18", "age_over_13")).split("~")
    assert refused(f"{first}~{other}~{binding}") == "altered_after_binding"


def test_a_disclosure_sent_twice_is_refused(wallet, good, refused):
    first, disclosed, _ = good.split("~")
    assert refused(wallet.bind(f"{first}~{disclosed}~{disclosed}~")) == "repeated_digest"


@pytest.mark.parametrize("where", ["one list", "two lists", "a decoy", "inside a disclosure"])
def test_a_digest_that_occurs_twice_is_refused(wallet, refused, where):
    told = spell(["salt", "age_over_18", True])
    one = hashed(told)
    outer = spell(["salt", "outer", {"_sd": [one]}])
    payload, disclosures = {
        "one list": ({"_sd": [one, one]}, [told]),
        "two lists": ({"_sd": [one], "deep": {"_sd": [one]}}, [told]),
        "a decoy": ({"_sd": [one, "decoy"], "deep": {"_sd": ["decoy"]}}, [told]),
        "inside a disclosure": ({"_sd": [one, hashed(outer)]}, [told, outer]),
    }[where]
    assert refused(wallet.forge(payload, disclosures)) == "repeated_digest"


@pytest.mark.parametrize(
    "told",
    [
        ["salt", "age_over_18"],
        ["salt", "age_over_18", True, True],
        [1, "age_over_18", True],
        ["salt", 18, True],
        ["salt", "_sd", []],
        ["salt", "...", "x"],
        ["salt", "cnf", {"jwk": {}}],
        ["salt", "exp", NOW + DAY],
        ["salt", "status", {}],
        ["salt", "vct", VCT],
        ["salt", "_sd_alg", "sha-256"],
        {"salt": "age_over_18"},
        "age_over_18",
    ],
    ids=str,
)
def test_a_disclosure_of_another_shape_or_of_a_claim_that_must_be_open_is_refused(wallet, refused, told):
    assert refused(wallet.forge({"_sd": [hashed(spell(told))]}, [spell(told)])) == "disclosure"


@pytest.mark.parametrize("payload", [{"_sd": "x"}, {"_sd": [1]}, {"deep": {"...": "x"}}, {"a": [{"...": 1}]}], ids=str)
def test_digests_that_are_no_digests_are_refused(wallet, refused, payload):
    assert refused(wallet.forge({"age_over_18": True, **payload})) == "disclosure"


def test_a_list_entry_is_disclosed_as_two_parts_and_only_so(wallet, refused):
    two, three = spell(["salt", "DE"]), spell(["salt", "DE", 1])
    proof = wallet.forge({"age_over_18": True, "nationalities": [{"...": hashed(two)}, {"...": "held back"}]}, [two])
    assert attest(wallet, proof).result == "pass"
    assert refused(wallet.forge({"age_over_18": True, "n": [{"...": hashed(three)}]}, [three])) == "disclosure"


def test_a_disclosure_overwrites_no_claim(wallet, refused):
    told = spell(["salt", "age_over_18", True])
    again = spell(["other", "age_over_18", True])
    assert refused(wallet.forge({"age_over_18": False, "_sd": [hashed(told)]}, [told])) == "overwritten_claim"
    both = {"_sd": [hashed(told), hashed(again)]}
    assert refused(wallet.forge(both, [told, again])) == "overwritten_claim"


def test_a_claim_that_is_named_twice_is_refused(wallet, refused):
    told = json.dumps({"iss": ISS, "vct": VCT, "exp": NOW + DAY, "age_over_18": False})
    signed = sign({"alg": "ES256", "typ": "dc+sd-jwt"}, told[:-1] + ', "age_over_18": true}', wallet.issuer)
    assert refused(wallet.bind(signed + "~")) == "malformed"


# ---- keys and algorithms


def test_an_issuer_who_is_not_in_the_file_is_refused(wallet, refused):
    assert refused(wallet.proof({"iss": "https://other.example"})) == "issuer"


def test_a_key_that_is_not_pinned_is_refused(wallet, refused):
    assert refused(wallet.proof(key=new_key("k2"), kid="k2")) == "unpinned_key"


def test_a_pinned_key_of_another_curve_does_not_fit(wallet, refused):
    other = new_key("k1", kty="EC", crv="P-384")
    assert refused(wallet.proof(key=other, alg="ES384")) == "unpinned_key"


def test_no_signature_at_all_is_refused_whoever_the_holder_is(wallet, good, refused):
    _, body, rest = good.split(".", 2)
    unsigned = f"{spell({'alg': 'none', 'typ': 'dc+sd-jwt', 'kid': 'k1'})}.{body}."
    disclosed = rest.split("~")[1]
    assert refused(wallet.bind(f"{unsigned}AA~{disclosed}~")) == "algorithm"
    assert refused(wallet.bind(f"{unsigned}~{disclosed}~")) == "truncated"


@pytest.mark.parametrize("alg", ["None", "NONE", "", None, "RS256", "ES256K", ["ES256"]], ids=str)
def test_an_algorithm_that_is_not_allowed_is_refused(good, refused, alg):
    _, body, rest = good.split(".", 2)
    assert refused(".".join([spell({"alg": alg, "typ": "dc+sd-jwt"}), body, rest])) == "algorithm"


def test_a_public_key_is_never_taken_for_a_shared_secret(wallet, refused):
    public = json.dumps(wallet.issuer.export_public(as_dict=True)).encode()
    for secret in (public, wallet.issuer.export_to_pem()):
        assert refused(wallet.forge({}, key=oct_key(secret), header={"alg": "HS256"})) == "algorithm"


def oct_key(secret):
    from jwcrypto.jwk import JWK

    return JWK(kty="oct", k=b64(secret))


def test_the_binding_is_held_to_the_same_algorithms(wallet, good, refused):
    bound = good.rsplit("~", 1)[0] + "~"
    shared = oct_key(json.dumps(wallet.holder.export_public(as_dict=True)).encode())
    assert refused(wallet.bind(bound, key=shared, header={"alg": "HS256"})) == "algorithm"
    told = spell({"nonce": request().nonce, "aud": request().audience, "iat": NOW, "sd_hash": hashed(bound)})
    assert refused(f"{bound}{spell({'alg': 'none', 'typ': 'kb+jwt'})}.{told}.AA") == "algorithm"


@pytest.mark.parametrize("header", [{"typ": "JWT"}, {"typ": None}, {"crit": ["exp"]}, {"b64": True}], ids=str)
def test_other_types_of_tokens_and_critical_headers_are_refused(good, refused, header):
    _, body, rest = good.split(".", 2)
    assert refused(".".join([spell({"alg": "ES256", "typ": "dc+sd-jwt", **header}), body, rest])) == "type"


def test_a_credential_is_no_key_binding(wallet, good, refused):
    bound = good.rsplit("~", 1)[0] + "~"
    assert refused(wallet.bind(bound, header={"typ": "dc+sd-jwt"})) == "type"


@pytest.mark.parametrize("name", ["md5", "sha-1", "sha-512", "", None, 256], ids=str)
def test_a_hash_algorithm_that_is_not_allowed_is_refused(wallet, refused, name):
    assert refused(wallet.forge({"age_over_18": True, "_sd_alg": name})) == "hash_algorithm"


def test_another_hash_algorithm_can_be_allowed(tmp_path):
    wallet = Wallet(tmp_path)
    wallet.file.write_text('hash_algorithms = ["sha-512"]\n' + wallet.file.read_text())
    told = spell(["salt", "age_over_18", True])
    payload = {"_sd_alg": "sha-512", "_sd": [hashed(told, "sha512")]}
    bound = wallet.forge(payload, [told]).rsplit("~", 1)[0] + "~"
    proof = wallet.bind(bound, sd_hash=hashed(bound, "sha512"))
    assert wallet.provider().attest(request(), proof, AT).result == "pass"


# ---- holder


def test_a_credential_without_key_binding_is_refused(good, refused):
    assert refused(good.rsplit("~", 1)[0] + "~") == "unbound"
    assert refused(good.split("~", 1)[0]) == "unbound"


def test_a_credential_that_names_no_holder_is_refused(wallet, refused):
    for cnf in ({}, {"kid": "h1"}, "h1", {"jwk": "h1"}, {"jwk": wallet.holder.export(as_dict=True)}):
        assert refused(wallet.forge({"age_over_18": True, "cnf": cnf})) == "no_holder_key"


def test_another_persons_key_cannot_present_the_credential(wallet, refused):
    proof = wallet.present(wallet.issue(), {"age_over_18": True}, holder=new_key())
    assert refused(proof) == "holder_signature"


def test_a_binding_of_another_credential_cannot_be_put_behind_this_one(wallet, good, refused):
    other = wallet.proof({SDObj("age_over_18"): False})
    mixed = good.rsplit("~", 1)[0] + "~" + other.rsplit("~", 1)[1]
    assert refused(mixed) == "altered_after_binding"


@pytest.mark.parametrize("claim", ["sd_hash", "aud", "nonce", "iat"])
def test_a_binding_that_leaves_something_open_is_refused(wallet, good, refused, claim):
    proof = wallet.bind(good.rsplit("~", 1)[0] + "~", **{claim: None})
    told = {"sd_hash": "altered_after_binding", "aud": "wrong_audience", "nonce": "wrong_nonce", "iat": "proof_time"}
    assert refused(proof) == told[claim]


# ---- this service, this request, this time


def test_a_proof_for_another_service_is_refused(wallet, refused):
    issued, disclose = wallet.issue(), {"age_over_18": True}
    assert refused(wallet.present(issued, disclose, audience="https://evil.example")) == "wrong_audience"
    bound = wallet.present(issued, disclose).rsplit("~", 1)[0] + "~"
    assert refused(wallet.bind(bound, aud=[request().audience, "https://evil.example"])) == "wrong_audience"


def test_a_proof_for_another_request_is_refused(wallet, refused):
    assert refused(wallet.present(wallet.issue(), {"age_over_18": True}, nonce="m" * 22)) == "wrong_nonce"


def test_a_proof_counts_once(wallet, good, refused):
    provider = wallet.provider()
    assert provider.attest(request(), good, AT).result == "pass"
    assert refused(good, provider=provider) == "replayed"


def test_a_refused_proof_uses_no_request_up(wallet, good, refused):
    provider = wallet.provider()
    assert refused(wallet.proof(key=new_key("k1")), provider=provider) == "signature"
    assert provider.attest(request(), good, AT).result == "pass"


@pytest.mark.parametrize("late", [timedelta(minutes=9), timedelta(days=-1)])
def test_a_request_that_is_not_open_takes_no_answer(good, refused, late):
    assert refused(good, at=AT + late) == "request_closed"


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"exp": NOW}, "expired"),
        ({"exp": NOW - DAY}, "expired"),
        ({"exp": None}, "no_expiry"),
        ({"nbf": NOW + DAY}, "not_yet_valid"),
        ({"iat": NOW + DAY}, "not_yet_valid"),
        ({"exp": "soon"}, "malformed"),
        ({"exp": True}, "malformed"),
        ({"exp": -1}, "malformed"),
        ({"exp": 10**30}, "malformed"),
        ({"nbf": float("inf")}, "malformed"),
        ({"status": {"status_list": {"idx": 1, "uri": "https://pid.example/1"}}}, "status"),
        ({"vct": "urn:example:other:1"}, "credential_type"),
        ({"vct": None}, "credential_type"),
    ],
    ids=str,
)
def test_a_credential_is_valid_now_and_of_a_type_that_counts(wallet, refused, claims, reason):
    assert refused(wallet.proof(claims)) == reason


@pytest.mark.parametrize(
    "claims", [{"iat": NOW - 700}, {"iat": NOW + 90}, {"exp": NOW - 1}, {"nbf": NOW + 90}], ids=str
)
def test_the_holders_signature_is_fresh(wallet, good, refused, claims):
    assert refused(wallet.bind(good.rsplit("~", 1)[0] + "~", **claims)) == "proof_time"


def test_clocks_may_differ_by_a_minute(wallet, good):
    bound = good.rsplit("~", 1)[0] + "~"
    assert attest(wallet, wallet.bind(bound, iat=NOW + 59)).result == "pass"
    assert attest(wallet, wallet.proof({"nbf": NOW + 59})).result == "pass"


# ---- what was asked


def test_a_claim_that_is_not_disclosed_proves_nothing(wallet, refused):
    assert refused(wallet.proof(disclose=("family_name",))) == "not_disclosed"
    assert refused(wallet.proof(disclose=("age_over_13",))) == "not_disclosed"
    assert refused(wallet.proof(), kind="real_name", over=0) == "not_disclosed"


def test_a_credential_attests_only_what_the_operator_lets_it(good, refused):
    assert refused(good, kind="organisation", over=0) == "kind"


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        ({"age_over_21": True, "age_over_18": False}, "contradiction"),
        ({"age_over_18": True, "age_equal_or_over": {"18": False}}, "contradiction"),
        ({"age_over_18": 1}, "claim_value"),
        ({"age_over_18": "true"}, "claim_value"),
        ({"age_equal_or_over": [18]}, "claim_value"),
        ({"age_in_years": 30}, "not_disclosed"),
    ],
    ids=str,
)
def test_ages_that_contradict_or_are_no_answer_are_refused(wallet, refused, extra, reason):
    assert refused(wallet.forge(extra)) == reason


@pytest.mark.parametrize("level", ["medium", True, None, ["high"]], ids=str)
def test_a_level_that_the_rule_does_not_list_is_refused(wallet, refused, level):
    assert refused(wallet.forge({"verified": {"assurance": level}}), kind="real_name", over=0) == "claim_value"


# ---- form


def test_a_proof_that_is_cut_off_is_refused_wherever_it_is_cut(good, refused):
    assert refused("") == "truncated"
    reasons = {refused(good[:length]) for length in range(1, len(good), 7)}
    assert reasons <= {"truncated", "malformed", "unbound", "signature", "unmatched_disclosure", "holder_signature"}


def test_a_proof_that_is_too_long_is_refused_before_it_is_read(good, refused):
    assert refused("x" * (LONGEST + 1)) == "oversized"
    first, binding = good.rsplit("~", 1)
    assert refused(first + "~AA" * 300 + "~" + binding) == "oversized"


def test_nesting_without_end_is_refused(wallet, refused):
    deep = []
    for _ in range(40):
        deep = [deep]
    assert refused(wallet.forge({"age_over_18": True, "deep": deep})) == "oversized"
    head = spell({"alg": "ES256", "typ": "dc+sd-jwt"})
    assert refused(f"{head}.{b64(b'[' * 30_000)}.AAAA~{head}.{head}.AAAA") == "malformed"


@pytest.mark.parametrize(
    "part", [b"[]", b"1", b"null", b"{", b'{"a": NaN}', b"\xff", b'{"a": 1' + b"0" * 5_000 + b"}"], ids=repr
)
def test_a_part_that_is_no_json_object_is_refused(good, refused, part):
    head, _, rest = good.split(".", 2)
    assert refused(f"{head}.{b64(part)}.{rest}") == "malformed"


@pytest.mark.parametrize("odd", ["é", "\ud800", " ", "=", "+", "\n"])
def test_a_character_outside_base64url_is_refused(good, refused, odd):
    for place in (3, len(good.split("~", 1)[0]) - 1, good.index("~") + 3, len(good) - 1):
        assert refused(good[:place] + odd + good[place + 1 :]) in {"malformed", "truncated"}


@given(data=st.data())
def test_any_one_character_more_less_or_other_is_refused(wallet, good, data):
    place = data.draw(st.integers(0, len(good) - 1))
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~ \né"
    other = data.draw(st.sampled_from([c for c in letters if c != good[place]]))
    change = data.draw(st.sampled_from(["replace", "insert", "delete"]))
    rest = good[place:] if change == "insert" else good[place + 1 :]
    with pytest.raises(ProofError):
        attest(wallet, good[:place] + ("" if change == "delete" else other) + rest)


def test_the_last_characters_of_the_last_signature_have_one_spelling(wallet, good):
    for other in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_":
        if other != good[-1]:
            with pytest.raises(ProofError):
                attest(wallet, good[:-1] + other)
