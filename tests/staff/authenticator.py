"""A passkey authenticator in software (W3C WebAuthn level 2): ES256 keys that stay inside, CBOR outside."""

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass, field

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


def b64(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def raw(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass
class Authenticator:
    """What a browser and its authenticator do together. `counts` is whether it counts its uses, `flags` what it says of whoever holds it."""

    counts: bool = True
    flags: int = PRESENT | VERIFIED
    keys: dict = field(default_factory=dict)

    def create(self, options, origin, **wrong):
        """What `navigator.credentials.create` gives for these options at a page of this origin."""
        key = ec.generate_private_key(ec.SECP256R1())
        credential = wrong.get("credential") or secrets.token_bytes(16)
        self.keys[credential] = [key, 0]
        numbers = key.public_key().public_numbers()
        cose = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        attested = bytes(16) + len(credential).to_bytes(2, "big") + credential + cbor2.dumps(cose)
        data = self._data(wrong.get("rp_id", options["rp"]["id"]), ATTESTED, 0) + attested
        said = self._said("webauthn.create", options, origin, wrong)
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        return self._credential(credential, {"clientDataJSON": b64(said), "attestationObject": b64(attestation)})

    def get(self, options, origin, credential=None, **wrong):
        """What `navigator.credentials.get` gives, with the last key that was made where none is named."""
        credential = credential or list(self.keys)[-1]
        held = self.keys[credential]
        held[1] += self.counts
        data = self._data(wrong.get("rp_id", options["rpId"]), 0, held[1])
        said = self._said("webauthn.get", options, origin, wrong)
        signature = held[0].sign(data + hashlib.sha256(said).digest(), ec.ECDSA(hashes.SHA256()))
        answer = {"clientDataJSON": b64(said), "authenticatorData": b64(data), "signature": b64(signature)}
        return self._credential(credential, answer)

    def _data(self, rp_id, flags, count):
        return hashlib.sha256(rp_id.encode()).digest() + bytes([self.flags | flags]) + count.to_bytes(4, "big")

    def _said(self, kind, options, origin, wrong):
        challenge = wrong.get("challenge", options["challenge"])
        return json.dumps({"type": wrong.get("type", kind), "challenge": challenge, "origin": origin}).encode()

    def _credential(self, credential, response):
        return {"id": b64(credential), "rawId": b64(credential), "type": "public-key", "response": response, "clientExtensionResults": {}}  # fmt: skip
