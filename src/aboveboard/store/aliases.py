"""Whom an entry is about: the chain holds a random alias, and one row beside it says whose it is, so that it can be forgotten.

An alias is written where the subject stands, and where the key or a text of the body is or holds it; reading puts the subject back.
Entries hash what is written, so forgetting changes none of them.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from aboveboard.store.inserting import insert_into
from aboveboard.store.privacy_tables import ALIASES
from aboveboard.store.schema import ENTRIES

__all__ = [
    "about",
    "alias_of",
    "aliases",
    "forget_alias",
    "hidden",
    "is_alias",
    "known_as",
    "said_of",
    "shown",
    "subjects",
]

_BATCH = 2000
_MARK = "someone-"
_ALIAS = re.compile(rf"{_MARK}[0-9a-f]{{32}}")


def is_alias(text: str) -> bool:
    """Say whether a text is an alias: what reading the ledger gives as the subject once it is forgotten whose it is."""
    return bool(_ALIAS.fullmatch(text))


def aliases(connection: sa.Connection, named: Iterable[str]) -> dict[str, str]:
    """Return the alias of each subject; one that is met for the first time gets one, the empty subject has none, an alias is its own."""
    given = {n for n in named if n}
    themselves = {n: n for n in given if is_alias(n)}
    return themselves | _own(connection, sorted(given - set(themselves)))


def _own(connection: sa.Connection, wanted: list[str]) -> dict[str, str]:
    found = _found(connection, wanted)
    new = [{"subject": n, "alias": f"{_MARK}{secrets.token_hex(16)}"} for n in wanted if n not in found]
    if not new:
        return found
    connection.execute(insert_into(connection, ALIASES).on_conflict_do_nothing(), new)
    return _found(connection, wanted)  # another program may have been first


def _found(connection: sa.Connection, named: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for start in range(0, len(named), _BATCH):
        query = sa.select(ALIASES).where(ALIASES.c.subject.in_(named[start : start + _BATCH]))
        found |= {row["subject"]: row["alias"] for row in connection.execute(query).mappings()}
    return found


def alias_of(connection: sa.Connection, subject: str) -> str | None:
    """Return the alias of a subject, None where the ledger knows none: it was never named, or is forgotten."""
    return connection.execute(sa.select(ALIASES.c.alias).where(ALIASES.c.subject == subject)).scalar()


def known_as(subject: str) -> sa.ColumnElement[str]:
    """Return what to compare `entries.subject` with to find a subject's entries; what is no subject stands for itself, such as an alias."""
    own = sa.select(ALIASES.c.alias).where(ALIASES.c.subject == subject).scalar_subquery()
    return sa.func.coalesce(own, subject)


def about(*named: str) -> sa.ColumnElement[bool]:
    """Return the condition that an entry is about one of these subjects."""
    own = ENTRIES.c.subject.in_(sa.select(ALIASES.c.alias).where(ALIASES.c.subject.in_(named)))
    forgotten = [n for n in named if is_alias(n)]
    return sa.or_(own, ENTRIES.c.subject.in_(forgotten)) if forgotten else own


def said_of() -> sa.Join:
    """Return aliases joined with the entries about whom they stand for: `ALIASES.c.subject` is who."""
    return ALIASES.join(ENTRIES, ENTRIES.c.subject == ALIASES.c.alias)


def subjects(connection: sa.Connection, known: Iterable[str]) -> dict[str, str]:
    """Return the subject of each alias that is not forgotten."""
    wanted, found = sorted({a for a in known if a}), dict[str, str]()
    for start in range(0, len(wanted), _BATCH):
        query = sa.select(ALIASES).where(ALIASES.c.alias.in_(wanted[start : start + _BATCH]))
        found |= {row["alias"]: row["subject"] for row in connection.execute(query).mappings()}
    return found


def forget_alias(connection: sa.Connection, subject: str) -> bool:
    """Forget whose alias it is, for good; say whether there was one. The same subject gets another if it is named again.

    So are subjects forgotten that are made of it, such as `closing:ID`.
    """
    parted = (
        ALIASES.c.subject.startswith(f"{subject}:", autoescape=True),
        ALIASES.c.subject.endswith(f":{subject}", autoescape=True),
    )
    return connection.execute(sa.delete(ALIASES).where(sa.or_(ALIASES.c.subject == subject, *parted))).rowcount > 0


def hidden(text: str, subject: str, alias: str, *, whole: bool = False) -> str:
    """Return a key with the alias where the subject stands as a word; of a body (`whole`), texts that are the subject, as it is JSON."""
    if whole:
        return text.replace(json.dumps(subject), json.dumps(alias))
    if subject not in text:
        return text
    return _put(text, subject, alias)


def _put(text: str, subject: str, alias: str) -> str:
    """Put an alias where a subject stands as a word. No pattern: each subject would have one of its own, made for one text."""
    found, start, at = list[str](), 0, text.find(subject)
    while at >= 0:
        end = at + len(subject)
        if _joined(text[at - 1 : at]) or _joined(text[end : end + 1]):
            at = text.find(subject, at + 1)
            continue
        found += [text[start:at], alias]
        start, at = end, text.find(subject, end)
    return "".join((*found, text[start:]))


def _joined(letter: str) -> bool:
    """Tell whether a letter next to a word makes it part of a longer one."""
    return letter.isalnum() or letter in {"_", "-"}


def shown(row: Mapping[str, str | None], subject: str) -> dict[str, str | None]:
    """Return the columns `subject`, `key` and `body` of an entry as they were handed in; `subject` is whose alias it has."""
    alias, key, body = row["subject"] or "", row["key"], row["body"] or ""
    return {
        "subject": subject,
        "key": key and key.replace(alias, subject),
        "body": body.replace(json.dumps(alias), json.dumps(subject)),
    }
