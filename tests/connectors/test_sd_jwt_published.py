"""The example that the specification itself publishes: appendix A.3 (SD-JWT VC) and A.5 (its issuer's key).

From the IETF's draft-ietf-oauth-selective-disclosure-jwt, published as RFC 9901; the signatures are those of its authors.
"""

import json
from datetime import UTC, datetime, timedelta

import pytest

from aboveboard.connectors.proofs.attested import Request
from aboveboard.connectors.proofs.nonces import MemoryNonces
from aboveboard.connectors.proofs.sdjwt import SdJwtProvider
from aboveboard.connectors.proofs.trust import read_trust
from aboveboard.errors import ProofError

PUBLISHED = """
eyJhbGciOiAiRVMyNTYiLCAidHlwIjogImRjK3NkLWp3dCJ9.eyJfc2QiOiBbIjBIWm1
uU0lQejMzN2tTV2U3QzM0bC0tODhnekppLWVCSjJWel9ISndBVGciLCAiOVpicGxDN1R
kRVc3cWFsNkJCWmxNdHFKZG1lRU9pWGV2ZEpsb1hWSmRSUSIsICJJMDBmY0ZVb0RYQ3V
jcDV5eTJ1anFQc3NEVkdhV05pVWxpTnpfYXdEMGdjIiwgIklFQllTSkdOaFhJbHJRbzU
4eWtYbTJaeDN5bGw5WmxUdFRvUG8xN1FRaVkiLCAiTGFpNklVNmQ3R1FhZ1hSN0F2R1R
yblhnU2xkM3o4RUlnX2Z2M2ZPWjFXZyIsICJodkRYaHdtR2NKUXNCQ0EyT3RqdUxBY3d
BTXBEc2FVMG5rb3ZjS09xV05FIiwgImlrdXVyOFE0azhxM1ZjeUE3ZEMtbU5qWkJrUmV
EVFUtQ0c0bmlURTdPVFUiLCAicXZ6TkxqMnZoOW80U0VYT2ZNaVlEdXZUeWtkc1dDTmc
wd1RkbHIwQUVJTSIsICJ3elcxNWJoQ2t2a3N4VnZ1SjhSRjN4aThpNjRsbjFqb183NkJ
DMm9hMXVnIiwgInpPZUJYaHh2SVM0WnptUWNMbHhLdUVBT0dHQnlqT3FhMXoySW9WeF9
ZRFEiXSwgImlzcyI6ICJodHRwczovL2lzc3Vlci5leGFtcGxlLmNvbSIsICJpYXQiOiA
xNjgzMDAwMDAwLCAiZXhwIjogMTg4MzAwMDAwMCwgInZjdCI6ICJodHRwczovL2JtaS5
idW5kLmV4YW1wbGUvY3JlZGVudGlhbC9waWQvMS4wIiwgImFnZV9lcXVhbF9vcl9vdmV
yIjogeyJfc2QiOiBbIkZjOElfMDdMT2NnUHdyREpLUXlJR085N3dWc09wbE1Makh2UkM
0UjQtV2ciLCAiWEx0TGphZFVXYzl6Tl85aE1KUm9xeTQ2VXNDS2IxSXNoWnV1cVVGS1N
DQSIsICJhb0NDenNDN3A0cWhaSUFoX2lkUkNTQ2E2NDF1eWNuYzh6UGZOV3o4bngwIiw
gImYxLVAwQTJkS1dhdnYxdUZuTVgyQTctRVh4dmhveHY1YUhodUVJTi1XNjQiLCAiazV
oeTJyMDE4dnJzSmpvLVZqZDZnNnl0N0Fhb25Lb25uaXVKOXplbDNqbyIsICJxcDdaX0t
5MVlpcDBzWWdETzN6VnVnMk1GdVBOakh4a3NCRG5KWjRhSS1jIl19LCAiX3NkX2FsZyI
6ICJzaGEtMjU2IiwgImNuZiI6IHsiandrIjogeyJrdHkiOiAiRUMiLCAiY3J2IjogIlA
tMjU2IiwgIngiOiAiVENBRVIxOVp2dTNPSEY0ajRXNHZmU1ZvSElQMUlMaWxEbHM3dkN
lR2VtYyIsICJ5IjogIlp4amlXV2JaTVFHSFZXS1ZRNGhiU0lpcnNWZnVlY0NFNnQ0alQ
5RjJIWlEifX19.EQGvUlKSE3wacFZE6F3U9ZpUO-qST9kKPDeTkUlGc2BbOMYrlNQSeH
ZveGgrbuApdYOqlHDSDSKbQoYWdJm67A~WyJuUHVvUW5rUkZxM0JJZUFtN0FuWEZBIiw
gIm5hdGlvbmFsaXRpZXMiLCBbIkRFIl1d~WyJNMEpiNTd0NDF1YnJrU3V5ckRUM3hBIi
wgIjE4IiwgdHJ1ZV0~eyJhbGciOiAiRVMyNTYiLCAidHlwIjogImtiK2p3dCJ9.eyJub
25jZSI6ICIxMjM0NTY3ODkwIiwgImF1ZCI6ICJodHRwczovL3ZlcmlmaWVyLmV4YW1wb
GUub3JnIiwgImlhdCI6IDE3MzY3NjcwOTEsICJzZF9oYXNoIjogIjNERlVHbWFKT25ua
khESE9LZnVBUWZISmlfYWQ1Y0ZKQVBqam1MOTktNFUifQ.zh3fdNyDLUelhnebG_w-iE
djtLGRuj02FeTzE2Gbw-acFEENqECCL_uyCVwcwYpbxKLq-bwu_JynedUSsv32GA
""".replace("\n", "")

KEYS = {
    "keys": [
        {
            "kty": "EC",
            "crv": "P-256",
            "x": "b28d4MwZMjw8-00CG4xfnn9SLMVMM19SlqZpVb_uNtQ",
            "y": "Xv5zWwuoaTgdS6hV43yI6gBwTnjukmFQQnJ_kCxzqk8",
        }
    ]
}

TRUST = """
[[issuer]]
iss = "https://issuer.example.com"
provider = "published"
keys = "published.json"

[[issuer.credential]]
vct = "https://bmi.bund.example/credential/pid/1.0"
[issuer.credential.attests.age]
"""

SIGNED_AT = datetime.fromtimestamp(1736767091, UTC)


@pytest.fixture
def provider(tmp_path):
    (tmp_path / "published.json").write_text(json.dumps(KEYS))
    (tmp_path / "issuers.toml").write_text(TRUST)
    return SdJwtProvider(read_trust(tmp_path / "issuers.toml"), MemoryNonces())


def asked(**changed):
    times = SIGNED_AT - timedelta(minutes=1), SIGNED_AT + timedelta(minutes=5)
    return Request("a1", "age", 18, "https://verifier.example.org", "1234567890", *times)._replace(**changed)


def test_the_published_presentation_proves_an_age(provider):
    found = provider.attest(asked(), PUBLISHED, SIGNED_AT)
    assert (found.result, found.age_band, found.expires_at) == (
        "pass",
        "adult",
        datetime.fromtimestamp(1883000000, UTC),
    )


def test_the_published_presentation_proves_nothing_that_it_does_not_disclose(provider):
    with pytest.raises(ProofError, match="age_over_65"):
        provider.attest(asked(over=65), PUBLISHED, SIGNED_AT)


@pytest.mark.parametrize(
    ("changed", "later", "reason"),
    [
        ({"nonce": "1234567891"}, 0, "wrong_nonce"),
        ({"audience": "https://verifier.example.com"}, 0, "wrong_audience"),
        ({"expires_at": SIGNED_AT + timedelta(days=1)}, 700, "proof_time"),
        ({"expires_at": SIGNED_AT + timedelta(days=9_000)}, 150_000_000, "expired"),
    ],
)
def test_the_published_presentation_holds_for_one_request_only(provider, changed, later, reason):
    with pytest.raises(ProofError) as caught:
        provider.attest(asked(**changed), PUBLISHED, SIGNED_AT + timedelta(seconds=later))
    assert caught.value.reason == reason
