"""A small OpenID Connect provider over HTTP on loopback: discovery, authorization code with PKCE, signed tokens."""

import base64
import hashlib
import hmac
import json
import secrets
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, KeySet

CLIENT, SECRET = "aboveboard", "the client's own secret"


def _b64(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass
class Issuer:
    """Who it vouches for next, and (in `claims`, `metadata` and `sign`) what it gets wrong."""

    url: str = ""
    subject: str = "1f2e"
    groups: object = ("trust-team",)
    now: int = 0
    claims: dict = field(default_factory=dict)
    metadata: dict = field(default_factory=dict)
    sign: object = None
    codes: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)
    key: ECKey = field(default_factory=lambda: ECKey.generate_key("P-256", {"kid": "k1", "use": "sig"}))

    def discovery(self):
        ends = {"authorization_endpoint": "/authorize", "token_endpoint": "/token", "jwks_uri": "/keys"}
        told = {"issuer": self.url, **{name: self.url + path for name, path in ends.items()}}
        return told | {"id_token_signing_alg_values_supported": ["ES256", "HS256", "none"]} | self.metadata

    def authorize(self, query):
        """Where the browser is sent back to, once somebody logged in here."""
        asked = {name: values[0] for name, values in parse_qs(query).items()}
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        return asked["redirect_uri"] + "?" + urlencode({"code": code, "state": asked["state"], "iss": self.url})

    def token(self, body, authorization):
        """The answer to a code: refused unless the client, the code and the verifier are right, and given once."""
        given = {name: values[0] for name, values in parse_qs(body).items()}
        self.asked.append(given)
        asked = self.codes.pop(given.get("code"), None)
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        verifier = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        challenge = _b64(verifier)
        if asked is None or authorization != f"Basic {basic}" or challenge != asked["code_challenge"]:
            return 400, {"error": "invalid_grant"}
        claims = {"iss": self.url, "sub": self.subject, "aud": CLIENT, "iat": self.now, "exp": self.now + 300}
        claims |= {"nonce": asked["nonce"], "groups": self.groups} | self.claims
        claims = {name: value for name, value in claims.items() if value is not None}
        made = (self.sign or self.signed)(claims)
        return 200, {"access_token": "unused", "token_type": "Bearer", "id_token": made}

    def signed(self, claims):
        return jwt.encode({"alg": "ES256", "kid": "k1"}, claims, self.key)

    def signed_by_a_public_key_as_a_secret(self, claims):
        """The old confusion of algorithms: the public key, which everybody has, taken for a shared secret."""
        said = ".".join(_b64(json.dumps(part).encode()) for part in ({"alg": "HS256", "kid": "k1"}, claims))
        return f"{said}.{_b64(hmac.digest(self.key.as_pem(private=False), said.encode(), 'sha256'))}"

    def signed_by_nobody(self, claims):
        return jwt.encode({"alg": "none"}, claims, self.key, algorithms=["none"])

    def signed_by_a_stranger(self, claims):
        return jwt.encode({"alg": "ES256", "kid": "k1"}, claims, ECKey.generate_key("P-256"))


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        issuer, parts = self.server.issuer, urlsplit(self.path)
        if parts.path == "/authorize":
            self.send_response(302)
            self.send_header("Location", issuer.authorize(parts.query))
            self.end_headers()
        elif parts.path == "/keys":
            self._say(200, KeySet([issuer.key]).as_dict(private=False))
        else:
            self._say(200, issuer.discovery())

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._say(*self.server.issuer.token(body, self.headers["Authorization"]))

    def _say(self, status, value):
        raw = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *_):
        """Say nothing."""


@contextmanager
def serving():
    """A provider that answers until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.issuer = Issuer(url=f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server.issuer
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
