"""An independent issuer and wallet: credentials by the `sd-jwt` package, forgeries by `jwcrypto`; none of our own code signs."""

import base64
import hashlib
import json
from datetime import UTC, datetime, timedelta

import sd_jwt.holder
from jwcrypto.jwk import JWK
from jwcrypto.jws import JWS
from sd_jwt.common import SDObj
from sd_jwt.holder import SDJWTHolder
from sd_jwt.issuer import SDJWTIssuer

from aboveboard.connectors.proofs.attested import Request
from aboveboard.connectors.proofs.nonces import MemoryNonces
from aboveboard.connectors.proofs.sdjwt import SdJwtProvider
from aboveboard.connectors.proofs.trust import read_trust

ISS, VCT, AUDIENCE, NONCE = "https://pid.example", "urn:example:pid:1", "https://platform.example", "n" * 22
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = 86_400
NOW = int(AT.timestamp())

TRUST = """
[[issuer]]
iss = "https://pid.example"
provider = "example_pid"
keys = "pid.jwks.json"

[[issuer.credential]]
vct = "urn:example:pid:1"
[issuer.credential.attests.age]
valid_days = 30
[issuer.credential.attests.real_name]
claim = ["verified", "assurance"]
pass = ["high"]
fail = ["low"]

[[issuer.credential]]
vct = "urn:example:guardian:1"
[issuer.credential.attests.guardian]
"""

AGES = {SDObj("age_over_13"): True, SDObj("age_over_18"): True, SDObj("age_over_65"): False}
PERSON = {SDObj("family_name"): "Elderberry", SDObj("birthdate"): "1990-04-17"}


def b64(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def spell(value):
    return b64(json.dumps(value).encode())


def hashed(text, algorithm="sha256"):
    return b64(hashlib.new(algorithm, text.encode()).digest())


def new_key(kid=None, **form):
    return JWK.generate(**(form or {"kty": "EC", "crv": "P-256"}), **({"kid": kid} if kid else {}))


def sign(header, payload, key):
    made = JWS(payload if isinstance(payload, str) else json.dumps(payload))
    made.allowed_algs = [header["alg"]]
    made.add_signature(key, alg=header["alg"], protected=json.dumps(header))
    return made.serialize(compact=True)


class Wallet:
    """One issuer's key, one holder's key, and what can be made with them."""

    def __init__(self, folder):
        self.issuer, self.holder = new_key("k1"), new_key()
        self.file = folder / "issuers.toml"
        self.file.write_text(TRUST)
        public = {"keys": [self.issuer.export_public(as_dict=True)]}
        (folder / "pid.jwks.json").write_text(json.dumps(public))

    def provider(self):
        return SdJwtProvider(read_trust(self.file), MemoryNonces())

    def issue(self, extra=None, *, key=None, holder=None, alg="ES256", decoys=False, **header):
        """A credential with all its disclosures. An `extra` claim of None is left out."""
        times = {"iat": NOW - 100 * DAY, "nbf": NOW - 100 * DAY, "exp": NOW + 300 * DAY}
        claims = {"iss": ISS, "vct": VCT, **times, **AGES, **PERSON, **(extra or {})}
        kept = {n: v for n, v in claims.items() if v is not None}
        form = {"sign_alg": alg, "add_decoy_claims": decoys}
        header = {"typ": "dc+sd-jwt", "kid": "k1", **header}
        named = {n: v for n, v in header.items() if v is not None}
        return SDJWTIssuer(kept, key or self.issuer, holder or self.holder, extra_header_parameters=named, **form).sd_jwt_issuance  # fmt: skip

    def present(self, issued, disclose, *, holder=None, nonce=NONCE, audience=AUDIENCE, alg="ES256"):
        """What the wallet sends, made by the package at the time `AT`."""
        sd_jwt.holder.time = lambda: NOW
        made = SDJWTHolder(issued)
        made.create_presentation(disclose, nonce, audience, holder or self.holder, sign_alg=alg)
        return made.sd_jwt_presentation

    def proof(self, extra=None, disclose=("age_over_18",), **form):
        return self.present(self.issue(extra, **form), dict.fromkeys(disclose, True))

    def bind(self, bound, *, key=None, header=None, **payload):
        """A key binding made by hand, so that any part of it can be wrong. A claim of None is left out."""
        told = {"nonce": NONCE, "aud": AUDIENCE, "iat": NOW, "sd_hash": hashed(bound), **payload}
        kept = {n: v for n, v in told.items() if v is not None}
        return bound + sign({"alg": "ES256", "typ": "kb+jwt", **(header or {})}, kept, key or self.holder)

    def forge(self, payload=None, disclosures=(), *, key=None, header=None):
        """A credential whose payload and disclosures are written by hand, signed by the issuer and bound by the holder."""
        times = {"iss": ISS, "vct": VCT, "exp": NOW + DAY, "_sd_alg": "sha-256"}
        told = {**times, "cnf": {"jwk": self.holder.export_public(as_dict=True)}, **(payload or {})}
        signed = sign({"alg": "ES256", "typ": "dc+sd-jwt", **(header or {})}, told, key or self.issuer)
        return self.bind("~".join([signed, *disclosures, ""]))


def request(**changed):
    asked = Request("a1", "age", 18, AUDIENCE, NONCE, AT - timedelta(minutes=2), AT + timedelta(minutes=8))
    return asked._replace(**changed)
