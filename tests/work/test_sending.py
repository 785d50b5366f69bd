"""A webhook goes only to where it may go, waits only so long, and reads only so much."""

import base64
import hashlib
import socket
import ssl
import threading
import time
from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from work_scenes import DAY, NOW

from aboveboard.errors import InputError, StoreError
from aboveboard.work import Sending, sending
from aboveboard.work.addresses import checked_url, target
from aboveboard.work.sending import send
from aboveboard.work.signing import headers, key_of, secret

ANY = Sending(bytes(32), private=True, patience=timedelta(seconds=5))
HEAD = {"webhook-id": "dec_1"}

INSIDE = [
    "127.0.0.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "::1", "::", "fe80::1",
    "fd00::1", "::ffff:127.0.0.1", "::ffff:10.1.2.3", "64:ff9b::7f00:1", "2002:7f00:1::", "fe80::1%eth0", "255.255.255.255", "ff02::1", "0.0.0.1",
]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_that_is_not_public_is_refused_by_name_and_by_number(address):
    with pytest.raises(InputError, match="public addresses only"):
        target("https://hooks.example.com/x", private=False, look_up=lambda *_: [address])
    with pytest.raises(InputError, match="public addresses only"):
        target("https://hooks.example.com/x", private=False, look_up=lambda *_: ["93.184.215.14", address])
    if "%" not in address:
        with pytest.raises(InputError, match="public addresses only"):
            checked_url(f"https://{f'[{address}]' if ':' in address else address}/x", private=False)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"])
def test_a_public_address_is_what_is_connected_to(address):
    found = target("https://hooks.example.com:8443/x?y=1", private=False, look_up=lambda *_: [address])
    inside = f"[{address}]" if ":" in address else address
    assert (found.url, found.authority, found.host) == (
        f"https://{inside}:8443/x?y=1", "hooks.example.com:8443", "hooks.example.com",
    )  # fmt: skip
    assert (
        target("https://hooks.example.com", private=False, look_up=lambda *_: [address]).authority
        == "hooks.example.com"
    )


@pytest.mark.parametrize(
    "url",
    [
        "http://hooks.example.com/", "ftp://hooks.example.com/", "https://user:word@hooks.example.com/", "https://hooks.example.com/#a",
        "https:///x", "https://hooks.example.com/\r\nx-injected: 1", "https://[::1", "https://hooks.example.com:port/", "", "https://höoks.example/",
        "https://hooks.example.com/a b\x00",
    ],
)  # fmt: skip
def test_a_url_that_is_none_of_ours_is_refused(url):
    with pytest.raises(InputError, match="URL"):
        checked_url(url, private=False)


def test_a_name_is_asked_for_once_and_what_was_checked_is_connected_to(receiver):
    asked = []

    def look_up(host, port):
        asked.append((host, port))
        return ["127.0.0.1"] if len(asked) == 1 else ["192.0.2.1"]

    port = receiver.server.server_port
    answer = send(replace(ANY, look_up=look_up), f"http://hooks.example:{port}/x", HEAD, b"{}")
    assert (answer.status, answer.good, asked) == (204, True, [("hooks.example", port)])
    assert receiver.got[0][0]["host"] == f"hooks.example:{port}"


def test_a_host_inside_is_not_asked_at_all(receiver):
    inside = replace(ANY, private=False, look_up=lambda *_: ["127.0.0.1"])
    answer = send(inside, f"https://hooks.example.com:{receiver.server.server_port}/", HEAD, b"{}")
    assert (answer.status, answer.good, receiver.got) == (None, False, [])
    assert "ABOVEBOARD_WEBHOOKS_PRIVATE" in answer.error


def test_a_name_that_nobody_knows_is_an_answer_too():
    def unknown(*_):
        raise socket.gaierror(-2, "Name or service not known")

    assert send(replace(ANY, look_up=unknown), "https://hooks.example.com/", HEAD, b"{}").error == "gaierror"


def test_only_the_first_part_of_a_long_answer_is_read(receiver):
    receiver.answers = [(200, {}, b"x" * 1_000_000)]
    answer = send(ANY, receiver.url, HEAD, b"{}")
    assert (answer.status, answer.digest) == (200, hashlib.sha256(b"x" * 65536).hexdigest())


@pytest.mark.parametrize("words", [b"", b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n"], ids=["silent", "begun"])
def test_a_receiver_that_drips_is_left_after_the_time_that_was_set(words):
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip():
            connection, _ = server.accept()
            with connection:
                connection.sendall(words)
                for _ in range(40):
                    time.sleep(0.05)
                    try:
                        connection.sendall(b"x" if words else b"")
                        connection.sendall(b"" if words else b"H" if _ == 0 else b"")
                    except OSError:
                        return

        threading.Thread(target=drip, daemon=True).start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        answer = send(replace(ANY, patience=timedelta(seconds=0.3)), url, HEAD, b"{}")
    assert not answer.good
    assert answer.error in {"TimeoutError", "ReadTimeout"}
    assert answer.took < timedelta(seconds=2)


def certificate(name, folder):
    """A certificate for a name, signed by itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key()).serial_number(1)
        .not_valid_before(NOW - 9 * 365 * DAY).not_valid_after(NOW + 99 * 365 * DAY)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    whole = made.public_bytes(serialization.Encoding.PEM) + key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / f"{name}.pem"
    path.write_bytes(whole)
    return path


@pytest.mark.parametrize(("asked", "good"), [("hooks.example", True), ("other.example", False)])
def test_the_certificate_must_be_that_of_the_name_though_an_address_is_connected_to(
    receiver, tmp_path, monkeypatch, asked, good
):
    path = certificate("hooks.example", tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    receiver.server.socket = context.wrap_socket(receiver.server.socket, server_side=True)
    trust = ssl.create_default_context(cafile=str(path))
    monkeypatch.setattr(sending, "_trust", lambda: trust)
    url = f"https://{asked}:{receiver.server.server_port}/"
    answer = send(replace(ANY, look_up=lambda *_: ["127.0.0.1"]), url, HEAD, b"{}")
    assert (answer.good, answer.error) == (good, "" if good else "ConnectError")
    assert len(receiver.got) == good


def test_a_proxy_of_the_environment_is_not_asked(receiver, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    assert send(ANY, receiver.url, HEAD, b"{}").good


def test_the_example_of_the_convention_is_signed_as_it_says():
    from datetime import UTC, datetime

    at = datetime.fromtimestamp(1614265330, UTC)
    made = headers(
        ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], "msg_p5jXN8AQM9LWM0D4loKWxJek", b'{"test": 2432232314}', at
    )
    assert made == {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }


def test_the_key_is_made_once_for_its_owner_alone_or_comes_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.delenv("ABOVEBOARD_WEBHOOK_KEY", raising=False)
    made = key_of(tmp_path / "data")
    assert key_of(tmp_path / "data") == made
    assert (tmp_path / "data" / "webhooks.key").stat().st_mode & 0o077 == 0
    assert len({secret(made, e, g) for e in ("whk_1", "whk_2") for g in (1, 2)}) == 4
    monkeypatch.setenv("ABOVEBOARD_WEBHOOK_KEY", base64.b64encode(bytes(range(32))).decode())
    assert key_of(tmp_path / "data") == bytes(range(32))
    for wrong in ("c2hvcnQ=", "no base64"):
        monkeypatch.setenv("ABOVEBOARD_WEBHOOK_KEY", wrong)
        with pytest.raises(StoreError, match="ABOVEBOARD_WEBHOOK_KEY: not 32 bytes"):
            key_of(tmp_path)
