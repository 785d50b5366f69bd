"""The least that the service needs on PostgreSQL: it may read and add, never change what was written down."""

from __future__ import annotations

import re

from aboveboard.errors import InputError

__all__ = ["service_role"]

_STAFF = "staff_people, staff_tokens, staff_secrets, staff_sessions, staff_tries, staff_ceremonies"
_ALL = f"entries, heads, seals, contents, facts, answers, alembic_version, {_STAFF}"
_NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")


def service_role(name: str) -> list[str]:
    """Return the statements that an owner runs to give an existing role just what the service needs.

    The role may add entries, seals and contents, move heads, and forget contents. It cannot take the triggers off, as it owns nothing.
    Raises `InputError` on a name that is no plain one.
    """
    if not _NAME.fullmatch(name):
        raise InputError(f"{name!r} is no role name of small letters, digits and underscores")
    return [
        f"REVOKE ALL ON {_ALL} FROM {name}",
        f"GRANT SELECT, INSERT ON entries, seals TO {name}",
        f"GRANT SELECT, INSERT, UPDATE ON heads TO {name}",
        f"GRANT SELECT, INSERT, DELETE ON contents TO {name}",
        f"GRANT SELECT, INSERT, DELETE ON facts TO {name}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON answers TO {name}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON {_STAFF} TO {name}",
        f"GRANT SELECT ON alembic_version TO {name}",
        f"GRANT USAGE ON SEQUENCE entries_position_seq, seals_number_seq, facts_position_seq TO {name}",
    ]
