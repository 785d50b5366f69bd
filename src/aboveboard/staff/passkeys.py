"""Passkeys (W3C WebAuthn level 2) by the library `webauthn`: the store has public keys only, each challenge is good once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import sqlalchemy as sa

from aboveboard.errors import AccessError
from aboveboard.staff import lockout, proofs
from aboveboard.staff.keys import derived
from aboveboard.staff.passwords import failed
from aboveboard.staff.people import join
from aboveboard.staff.roster import Roster, note, person_named
from aboveboard.staff.sessions import open_session

__all__ = ["Site", "begin_login", "begin_passkey", "finish_login", "finish_passkey", "join_by_passkey"]

_REFUSED = "this passkey was not accepted: begin again"


@dataclass(frozen=True, slots=True)
class Site:
    """Where the service is reached: its `origin`, such as `https://aboveboard.example`. Passkeys belong to its host name."""

    origin: str

    @property
    def host(self) -> str:
        """Return the host name, which a passkey is for."""
        return urlsplit(self.origin).hostname or "localhost"


def begin_passkey(
    roster: Roster, site: Site, at: datetime, *, name: str = "", link: str = ""
) -> tuple[str, dict[str, Any]]:
    """Begin to make a passkey: for whoever is logged in (`name`), or came by a `link`. Return the secret for the browser's cookie and the options for `navigator.credentials.create`.

    Raises `AccessError` (`link`).
    """
    import webauthn  # here and below: it takes a twentieth of a second to read, and few log in as a service starts
    from webauthn.helpers import structs

    with roster.ledger.store.writing() as connection:
        person = proofs.invited(connection, link, at, use=False) if link else name
        secret = proofs.begin(connection, "new-passkey", person, at)
        there = [row["key"] for row in proofs.of_owner(connection, person, "passkey")]
    options = webauthn.generate_registration_options(
        rp_id=site.host,
        rp_name="Aboveboard",
        user_name=person,
        user_id=bytes.fromhex(roster.keys.hidden("passkey", person)),
        challenge=_challenge(secret),
        exclude_credentials=[
            structs.PublicKeyCredentialDescriptor(id=webauthn.base64url_to_bytes(key)) for key in there
        ],
        authenticator_selection=structs.AuthenticatorSelectionCriteria(
            resident_key=structs.ResidentKeyRequirement.REQUIRED,
            user_verification=structs.UserVerificationRequirement.REQUIRED,
        ),
    )
    return secret, json.loads(webauthn.options_to_json(options))


def finish_passkey(
    roster: Roster, site: Site, secret: str, credential: dict[str, Any], name: str, at: datetime
) -> None:
    """Keep another passkey of a person who is logged in. Raises `AccessError` (`refused`)."""
    person = _taken(roster, "new-passkey", secret, at)
    made = _registered(site, secret, credential)
    with roster.ledger.store.writing() as connection:
        working = person_named(connection, name)
        if person != name or working is None or working.state != "active":
            raise AccessError("refused", _REFUSED)
        _keep(roster, connection, name, made, at)


def join_by_passkey(
    roster: Roster, site: Site, secret: str, credential: dict[str, Any], link: str, at: datetime
) -> str:
    """Come in by a link with a new passkey; return the secret of the first session. Raises `AccessError` (`refused`, `link`)."""
    person = _taken(roster, "new-passkey", secret, at)
    made = _registered(site, secret, credential)
    with roster.ledger.store.writing() as connection:
        if proofs.invited(connection, link, at, use=True) != person:
            raise AccessError("link", "this link is for somebody else")
        join(roster, connection, person, "passkey", at)
        _keep(roster, connection, person, made, at)
        return open_session(roster, connection, person, "passkey", at)


def begin_login(roster: Roster, site: Site, at: datetime) -> tuple[str, dict[str, Any]]:
    """Begin a log-in by passkey; nobody names themselves. Return the secret for the browser's cookie and the options for `navigator.credentials.get`."""
    import webauthn
    from webauthn.helpers.structs import UserVerificationRequirement

    with roster.ledger.store.writing() as connection:
        secret = proofs.begin(connection, "passkey", "", at)
    required = UserVerificationRequirement.REQUIRED
    options = webauthn.generate_authentication_options(
        rp_id=site.host, challenge=_challenge(secret), user_verification=required
    )
    return secret, json.loads(webauthn.options_to_json(options))


def finish_login(roster: Roster, site: Site, secret: str, credential: dict[str, Any], address: str, at: datetime, old: str = "") -> str:  # fmt: skip
    """Log in by passkey and return the secret of a new session. Failures count against the network only: nobody can lock a person out of their passkey.

    Raises `AccessError` (`refused`, `locked`).
    """
    subjects, store = lockout.subjects_of(roster.keys, None, address), roster.ledger.store
    with store.writing() as connection:
        locks = lockout.try_once(connection, subjects, at)
    try:
        _taken(roster, "passkey", secret, at)
        return _logged_in(roster, site, secret, credential, subjects, at, old)
    except AccessError:
        with store.writing() as connection:
            failed(roster, connection, "", "passkey", at, locks=locks)
        raise


def _logged_in(roster: Roster, site: Site, secret: str, credential: dict[str, Any], subjects: list[str], at: datetime, old: str) -> str:  # fmt: skip
    """Verify with the key locked for the length of the transaction: two answers at once cannot both count on one counter."""
    with roster.ledger.store.writing() as connection:
        key = _id(credential)
        row = None if key is None else proofs.kept(connection, "passkey", key, alone=True)
        person = None if row is None else person_named(connection, row["owner"])
        if row is None or person is None or person.state != "active":
            raise AccessError("refused", _REFUSED)
        counter = _authenticated(site, secret, credential, row["value"], row["counter"])
        proofs.keep(connection, "passkey", row["key"], person.name, at, value=row["value"], counter=counter)
        proofs.used_today(connection, "passkey", row["key"], at)
        lockout.forgive(connection, subjects)
        return open_session(roster, connection, person.name, "passkey", at, old)


def _id(credential: object) -> str | None:
    """Return the id that a stranger's credential names, if a database can be asked for it."""
    named: Any = credential.get("id") if isinstance(credential, dict) else None
    return named if isinstance(named, str) and named.isascii() and "\x00" not in named else None


def _challenge(secret: str) -> bytes:
    from webauthn import base64url_to_bytes

    return base64url_to_bytes(derived(secret, "challenge"))


def _taken(roster: Roster, kind: str, secret: str, at: datetime) -> str:
    """Take what was begun, in a transaction of its own: a try that fails has used it up too."""
    with roster.ledger.store.writing() as connection:
        row = proofs.taken(connection, kind, secret, at)
    if row is None:
        raise AccessError("refused", _REFUSED)
    return row


def _registered(site: Site, secret: str, credential: dict[str, Any]) -> tuple[str, str, int]:
    import webauthn
    from webauthn.helpers import bytes_to_base64url

    try:
        made = webauthn.verify_registration_response(
            credential=credential,
            expected_challenge=_challenge(secret),
            expected_rp_id=site.host,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except Exception as error:
        raise AccessError("refused", _REFUSED) from error
    return bytes_to_base64url(made.credential_id), bytes_to_base64url(made.credential_public_key), made.sign_count


def _authenticated(site: Site, secret: str, credential: dict[str, Any], public: str, counter: int) -> int:
    import webauthn

    try:
        return webauthn.verify_authentication_response(
            credential=credential,
            expected_challenge=_challenge(secret),
            expected_rp_id=site.host,
            expected_origin=site.origin,
            credential_public_key=webauthn.base64url_to_bytes(public),
            credential_current_sign_count=counter,
            require_user_verification=True,
        ).new_sign_count
    except Exception as error:
        raise AccessError("refused", _REFUSED) from error


def _keep(roster: Roster, connection: sa.Connection, name: str, made: tuple[str, str, int], at: datetime) -> None:
    key, public, counter = made
    if proofs.kept(connection, "passkey", key) is not None:
        raise AccessError("refused", _REFUSED)
    proofs.keep(connection, "passkey", key, name, at, value=public, counter=counter)
    note(roster, connection, f"person:{name}", "passkey_added", {}, at)
