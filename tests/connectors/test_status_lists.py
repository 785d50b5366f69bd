from __future__ import annotations

import hashlib
import zlib
from pathlib import Path

import pytest

from aboveboard.connectors.proofs.compact import signed
from aboveboard.connectors.proofs.nonces import MemoryNonces
from aboveboard.connectors.proofs.sdjwt import SdJwtProvider
from aboveboard.connectors.proofs.statuses import read_status_lists
from aboveboard.connectors.proofs.trust import read_trust
from aboveboard.errors import InputError, ProofError
from proof_wallet import AT, DAY, NOW, Wallet, b64, new_key, request, sign

URI = "https://pid.example/statuslists/1"
ONE_BIT = {"bits": 1, "lst": "eNrbuRgAAhcBXQ"}  # the examples of draft-ietf-oauth-status-list, section 4
ONE_BIT_SAYS = [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]
TWO_BITS = {"bits": 2, "lst": "eNo76fITAAPfAgc"}
TWO_BITS_SAY = [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3]


@pytest.fixture
def wallet(tmp_path):
    return Wallet(tmp_path)


@pytest.fixture
def verdict(wallet, tmp_path):
    """What becomes of a credential at a place of a list: its result, or the reason for refusing it."""

    def judged(index, listed=ONE_BIT, *, key=None, header=None, status=None, **payload):
        told = {"sub": URI, "iat": NOW - 60, "status_list": listed, **payload}
        kept = {n: v for n, v in told.items() if v is not None}
        head = {"alg": "ES256", "typ": "statuslist+jwt", "kid": "k1", **(header or {})}
        (tmp_path / "one.jwt").write_text(sign(head, kept, key or wallet.issuer) + "\n")
        proof = wallet.proof({"status": status or {"status_list": {"idx": index, "uri": URI}}})
        provider = SdJwtProvider(read_trust(wallet.file), MemoryNonces(), read_status_lists(tmp_path))
        try:
            return provider.attest(request(), proof, AT).result
        except ProofError as error:
            return error.reason

    return judged


def test_the_published_lists_are_read_as_their_authors_say(verdict):
    assert [verdict(n) for n in range(16)] == ["revoked" if v else "pass" for v in ONE_BIT_SAYS]
    assert [verdict(n, TWO_BITS) for n in range(12)] == ["revoked" if v else "pass" for v in TWO_BITS_SAY]


@pytest.mark.parametrize("bits", [4, 8])
def test_wider_numbers_are_read_too(verdict, bits):
    packed = b64(zlib.compress(bytes([0x30, 0, 0x03, 0])))
    says = {4: [0, 3, 0, 0, 3, 0], 8: [3, 0, 3, 0]}[bits]
    assert [verdict(n, {"bits": bits, "lst": packed}) for n in range(len(says))] == [
        "revoked" if v else "pass" for v in says
    ]


@pytest.mark.parametrize(
    "how",
    [
        {"key": new_key("k1")},
        {"header": {"kid": "k2"}},
        {"header": {"typ": "JWT"}},
        {"sub": "https://pid.example/statuslists/2"},
        {"iat": None},
        {"iat": NOW - 2 * DAY},
        {"iat": NOW + 600},
        {"iat": NOW - 2 * DAY, "ttl": DAY},
        {"exp": NOW},
        {"exp": "soon"},
        {"ttl": "long"},
        {"ttl": True, "iat": NOW},
    ],
    ids=lambda how: "another key" if "key" in how else str(how),
)
def test_a_list_that_is_forged_stale_or_of_another_place_tells_nothing(verdict, how):
    assert verdict(1, **how) == "status"


@pytest.mark.parametrize(
    "how", [{"exp": NOW + 60, "iat": NOW - 2 * DAY}, {"iat": NOW - 2 * DAY, "ttl": 3 * DAY}], ids=str
)
def test_a_list_holds_as_long_as_it_says(verdict, how):
    assert verdict(1, **how) == "pass"


@pytest.mark.parametrize(
    "listed",
    [
        {"bits": 3, "lst": "eNrbuRgAAhcBXQ"},
        {"bits": True, "lst": "eNrbuRgAAhcBXQ"},
        {"bits": 1, "lst": "eNrbuRgAAhcB"},
        {"bits": 1, "lst": b64(b"no zlib")},
        {"bits": 1, "lst": "eNrb="},
        {"bits": 1},
        {"bits": 1, "lst": b64(zlib.compress(bytes(17_000_000)))},
        [],
    ],
    ids=lambda v: str(v)[:40],
)
def test_a_list_that_is_damaged_or_swells_tells_nothing(verdict, listed):
    assert verdict(1, listed) == "status"


@pytest.mark.parametrize("index", [16, -1, True, "1", 1.0, 10**30], ids=str)
def test_a_place_outside_the_list_tells_nothing(verdict, index):
    assert verdict(index) == "status"


@pytest.mark.parametrize(
    "status", [{"status_list": []}, {"crl": URI}, "valid", {"status_list": {"idx": 1, "uri": 7}}], ids=str
)
def test_a_status_of_another_form_tells_nothing(verdict, status):
    assert verdict(1, status=status) == "status"


def test_a_long_list_is_no_longer_than_the_library_allows(verdict):
    numbers = b"".join(hashlib.sha256(n.to_bytes(2)).digest() for n in range(6_250))
    found = verdict(8 * 150_000, {"bits": 1, "lst": b64(zlib.compress(numbers))})
    assert found == ("revoked" if numbers[150_000] & 1 else "pass")


def test_a_list_that_was_filed_under_another_address_tells_nothing(wallet):
    told = {"sub": URI + "0", "iat": NOW, "status_list": ONE_BIT}
    token = signed(sign({"alg": "ES256", "typ": "statuslist+jwt"}, told, wallet.issuer))
    provider = SdJwtProvider(read_trust(wallet.file), MemoryNonces(), {URI: token})
    with pytest.raises(ProofError, match="no fresh status list"):
        provider.attest(request(), wallet.proof({"status": {"status_list": {"idx": 1, "uri": URI}}}), AT)


def test_a_folder_that_is_not_there_or_holds_no_list_is_told(tmp_path):
    with pytest.raises(InputError, match="no such folder of status lists"):
        read_status_lists(tmp_path / "nowhere")
    (tmp_path / "one.jwt").write_text("x.y")
    with pytest.raises(InputError, match=r"one\.jwt: cannot be read as a status list token"):
        read_status_lists(tmp_path)


def test_a_revoked_credential_is_refused_on_the_command_line(verdict, wallet, tmp_path, monkeypatch):
    from typer.testing import CliRunner

    from aboveboard.cli.program import app
    from aboveboard.connectors.proofs.asking import keep

    monkeypatch.chdir(tmp_path)
    assert verdict(1) == "pass"
    keep(request(), Path("a1.json"))
    for index, reason in ((0, "the issuer revoked"), (1, None)):
        Path("proof.txt").write_text(wallet.proof({"status": {"status_list": {"idx": index, "uri": URI}}}))
        words = [
            "attest",
            "verify",
            "proof.txt",
            "--issuers",
            "issuers.toml",
            "--request",
            "a1.json",
            "--at",
            AT.isoformat(),
        ]
        said = CliRunner().invoke(app, [*words, "--status-lists", "."])
        assert (reason or "") in str(said.exception or "")
        assert (said.exit_code == 0) == (reason is None)
