"""Passwords: argon2id by `pwdlib`, the same time for a name that does not exist, and lock-out."""

from __future__ import annotations

import threading
import unicodedata
from datetime import datetime
from functools import lru_cache

import sqlalchemy as sa
from pwdlib import PasswordHash

from aboveboard.errors import AccessError, InputError
from aboveboard.staff import lockout, proofs
from aboveboard.staff.roster import Roster, note, person_named
from aboveboard.staff.sessions import open_session

__all__ = ["check_new", "failed", "hash_of", "login", "set_password"]

_SHORTEST, _LONGEST, _DIFFERENT = 12, 256, 6
_LONGEST_NAME = 200
_AT_ONCE = threading.BoundedSemaphore(4)  # each hash takes 64 MB; strangers decide how many are asked for


def _normal(password: str) -> bytes:
    """Return a password as it is hashed: NFKC, so that every keyboard gives the same (NIST SP 800-63B, 3.1.1.2)."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


def check_new(name: str, password: str) -> None:
    """Refuse a password that is easily guessed. Raises `InputError`."""
    if not _SHORTEST <= len(password) <= _LONGEST:
        raise InputError(f"a password has {_SHORTEST} to {_LONGEST} characters")
    folded = password.casefold()
    if len(set(folded)) < _DIFFERENT or name in folded or "aboveboard" in folded:
        raise InputError(f"a password has at least {_DIFFERENT} different characters, and neither your name nor ours")


def set_password(roster: Roster, connection: sa.Connection, name: str, hashed: str, at: datetime) -> None:
    """Keep the hash of a person's password in the place of an earlier one."""
    proofs.keep(connection, "password", name, name, at, value=hashed)
    note(roster, connection, f"person:{name}", "password_set", {}, at)


def hash_of(roster: Roster, password: str) -> str:
    """Return the hash of a new password; outside of any transaction, as it takes its time."""
    with _AT_ONCE:
        return roster.hasher.hash(_normal(password))


def login(roster: Roster, name: str, password: str, address: str, at: datetime, old: str = "") -> str:
    """Log a person in by password and return the secret of a new session. `address` is where the try comes from; only a keyed digest of its network is kept.

    Raises `AccessError`: `refused`, in the same words and the same time whether the name or the password is wrong; `locked` after too many.
    """
    subjects = lockout.subjects_of(roster.keys, name[:_LONGEST_NAME], address)
    store = roster.ledger.store
    with store.writing() as connection:
        locks = lockout.try_once(connection, subjects, at)
    with store.reading() as connection:
        person = person_named(connection, name) if _sayable(name) else None
        row = proofs.kept(connection, "password", name) if person and person.state == "active" else None
    good, better = _verified(roster, password, None if row is None else row["value"])
    with store.writing() as connection:
        if (
            good
            and row is not None
            and (still := proofs.kept(connection, "password", name))
            and still["value"] == row["value"]
        ):
            lockout.forgive(connection, subjects)
            if better is not None:
                proofs.keep(connection, "password", name, name, at, value=better)
            proofs.used_today(connection, "password", name, at)
            return open_session(roster, connection, name, "password", at, old)
        failed(roster, connection, "" if person is None else f"person:{name}", "password", at, locks=locks)
    raise AccessError("refused", "the name or the password is wrong")


def _sayable(name: str) -> bool:
    """Say whether a database can be asked for a name at all."""
    return "\x00" not in name and name.isascii() and len(name) <= _LONGEST_NAME


def _verified(roster: Roster, password: str, hashed: str | None) -> tuple[bool, str | None]:
    """Verify against a hash, or against nobody's where there is none, which takes as long; return also a better hash where the old one is weak."""
    with _AT_ONCE:
        given, nobody = _normal(password[: _LONGEST + 1]), _nobody(roster.hasher)
        good, better = roster.hasher.verify_and_update(given, hashed or nobody)
        return good and hashed is not None, better if hashed is not None else None


@lru_cache(maxsize=8)
def _nobody(hasher: PasswordHash) -> str:
    return hasher.hash("the password of nobody")


def failed(roster: Roster, connection: sa.Connection, subject: str, way: str, at: datetime, *, locks: bool) -> None:
    """Write down that a log-in failed, and whether it closed the door; `subject` is empty where nobody has the name that was given."""
    note(roster, connection, subject, "login_failed", {"way": way}, at)
    if locks:
        note(roster, connection, subject, "locked_out", {"way": way}, at)
