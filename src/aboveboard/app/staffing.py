"""The verbs of the staff, at the machine itself: whoever reaches the data folder can let people in, and the ledger says that it was done here."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aboveboard.errors import StoreError

if TYPE_CHECKING:
    from aboveboard.staff.roster import Roster

__all__ = [
    "staff_add",
    "staff_change",
    "staff_link",
    "staff_list",
    "staff_remove",
    "staff_token",
    "staff_token_revoke",
    "staff_void_links",
]


@contextmanager
def _roster(data: Path) -> Generator[Roster]:
    try:
        from pwdlib import PasswordHash

        from aboveboard.staff.keys import keys_of
        from aboveboard.staff.roster import Roster
        from aboveboard.store import Ledger, open_store
    except ImportError as error:
        raise StoreError("the service needs the extra: pip install 'aboveboard[server]'") from error
    store = open_store(data)
    try:
        yield Roster(Ledger(store), keys_of(data), PasswordHash.recommended())
    finally:
        store.close()


def _scope(queues: Sequence[str], languages: Sequence[str], regions: Sequence[str]) -> Any:  # noqa: ANN401  (the extra may be missing)
    from aboveboard.staff.permissions import Scope

    return Scope(tuple(queues), tuple(languages), tuple(regions))


def staff_add(data: Path, name: str, roles: Sequence[str], at: datetime, *, queues: Sequence[str] = (), languages: Sequence[str] = (), regions: Sequence[str] = ()) -> str:  # fmt: skip
    """Add a person and return the secret of the link they come in by, good once within three days. Raises `InputError` on a name or role that is none."""
    with _roster(data) as roster:
        from aboveboard.staff.people import invite
        from aboveboard.staff.roster import MACHINE

        return invite(roster, name, roles, _scope(queues, languages, regions), MACHINE, at)


def staff_change(data: Path, name: str, roles: Sequence[str], at: datetime, *, queues: Sequence[str] = (), languages: Sequence[str] = (), regions: Sequence[str] = ()) -> None:  # fmt: skip
    """Give a person other roles and another part of the work. Raises `InputError` as `staff_add` does."""
    with _roster(data) as roster:
        from aboveboard.staff.people import change
        from aboveboard.staff.roster import MACHINE

        change(roster, name, roles, _scope(queues, languages, regions), MACHINE, at)


def staff_link(data: Path, name: str, at: datetime) -> str:
    """Return the secret of a new link for a person who cannot log in. Raises `InputError` where nobody of this name works here."""
    with _roster(data) as roster:
        from aboveboard.staff.people import new_link
        from aboveboard.staff.roster import MACHINE

        return new_link(roster, name, MACHINE, at)


def staff_remove(data: Path, name: str, at: datetime) -> Sequence[str]:
    """Cut a person off at once and return the names of the live tokens they made. Raises `InputError` where nobody of this name works here."""
    with _roster(data) as roster:
        from aboveboard.staff.people import leave
        from aboveboard.staff.roster import MACHINE

        return leave(roster, name, MACHINE, at)


def staff_list(data: Path, at: datetime) -> dict[str, list[dict[str, Any]]]:
    """Return people and tokens as a review of access needs them, as JSON objects."""
    with _roster(data) as roster:
        from aboveboard.staff.people import review
        from aboveboard.staff.roster import tokens
        from aboveboard.staff.tokens import last_used
        from aboveboard.store.entries import moment

        with roster.ledger.store.reading() as connection:
            made = [
                {
                    "name": token.name, "state": token.state, "permissions": list(token.permissions), "made_by": token.made_by,
                    "expires_on": moment(token.expires_at_us).date().isoformat(), "last_used_on": last_used(connection, token),
                    "maker_left": token.flagged_at_us is not None,
                }
                for token in tokens(connection)
            ]  # fmt: skip
        people = [
            {
                "name": found.person.name, "state": found.person.state, "roles": list(found.person.roles), "ways": list(found.ways),
                "queues": list(found.person.scope.queues), "languages": list(found.person.scope.languages),
                "regions": list(found.person.scope.regions), "sessions": found.sessions, "tokens": list(found.tokens),
                "last_used_on": _day(found.person.used_at_us), "unused": found.unused,
            }
            for found in review(roster, at)
        ]  # fmt: skip
        return {"people": people, "tokens": made}


def _day(at_us: int | None) -> str | None:
    from aboveboard.store.entries import moment

    return None if at_us is None else moment(at_us).astimezone(UTC).date().isoformat()


def staff_token(data: Path, name: str, permissions: Sequence[str], at: datetime, *, days: int, per_second: int) -> str:
    """Make a machine token and return it, this once. Raises `InputError` on what no machine may have."""
    with _roster(data) as roster:
        from aboveboard.staff.roster import MACHINE
        from aboveboard.staff.tokens import make_token

        burst = 2 * per_second
        return make_token(roster, name, permissions, MACHINE, at, days=days, per_second=per_second, burst=burst)


def staff_token_revoke(data: Path, name: str, at: datetime) -> None:
    """Take a machine token back. Raises `InputError` where there is no live one of this name."""
    with _roster(data) as roster:
        from aboveboard.staff.roster import MACHINE
        from aboveboard.staff.tokens import revoke_token

        revoke_token(roster, name, MACHINE, at)


def staff_void_links(data: Path, at: datetime) -> None:
    """Make every link void that stands in a notice so far, by a new key. Raises `StoreError` where a setting holds the key."""
    with _roster(data) as roster:
        from aboveboard.staff.keys import replace_link_key
        from aboveboard.staff.roster import MACHINE, note

        replace_link_key(data)
        with roster.ledger.store.writing() as connection:
            note(roster, connection, "", "link_key_replaced", {"by": MACHINE}, at)
