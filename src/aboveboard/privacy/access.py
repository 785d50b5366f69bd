"""The copy of their data that a holder asks for: what is held, what was decided and why, how it was worked out, and who got it.

Everybody else in it has a made-up name, the same throughout one copy and another in the next, so that two copies cannot be laid together.
"""

from __future__ import annotations

import io
import json
import re
import secrets
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from aboveboard.cases.states import STATES
from aboveboard.detector import Detector, book
from aboveboard.privacy.keyring import Ring
from aboveboard.privacy.rotation import PRIVACY
from aboveboard.privacy.telling import index
from aboveboard.store import Entry, Ledger, New
from aboveboard.store.aliases import known_as
from aboveboard.store.ledger import read_entries
from aboveboard.store.lives import ACCOUNTS, account, event_of
from aboveboard.store.schema import CONTENTS, ENTRIES, METADATA

__all__ = ["Copy", "export", "zipped"]

OTHERS = frozenset({
    "target_id", "target_account_id", "follower_id", "related", "closed_root", "members", "holder", "reporter_id",
    "account", "accounts", "other", "others",
})  # fmt: skip
"""Names under which rows and findings speak of somebody else."""

STAFF = frozenset({"by", "second", "claimed_by", "asked_by"})
"""Names under which entries speak of who works here: the copy says in which role."""
_WORD = r"(?<![\w-]){}(?![\w-])"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of what is held of one account: `told` for machines, and the same in plain words in two languages."""

    told: Mapping[str, Any]
    english: str
    chinese: str

    @property
    def counts(self) -> dict[str, int]:
        """Return how much of each part there is."""
        return {k: len(v) for k, v in self.told.items() if isinstance(v, list | dict)}


def export(
    connection: sa.Connection, ledger: Ledger, who: str, at: datetime, by: str, ring: Ring, *,
    findings: Sequence[Mapping[str, Any]] = (), metadata: sa.MetaData = METADATA, dossier: str = "",
) -> Copy:  # fmt: skip
    """Return the copy, and write down that it was made.

    `findings` are rows of `core.FINDINGS` about the account, where the caller has them; those that decisions quote are in it anyway.
    `dossier` is the address of the page that `explain` made, if there is one.
    """
    mask = _Mask(who, ring, secrets.token_hex(16))
    rows = _rows(connection, metadata, who)
    quoted = _quoted(connection, who)
    mask.learn(rows, quoted, findings)
    mask.learn_handles(connection, metadata)
    held = _by_table(rows)
    entries = list(read_entries(connection, ENTRIES.c.subject == known_as(who)))
    found = [*findings, *_found_in(quoted)]
    told: dict[str, Any] = {
        "account": who,
        "made_at": at.isoformat(),
        "state": _state(connection, who),
        "rows": mask.of(held),
        "life": mask.of([_life(e) for e in entries if e.stream == ACCOUNTS]),
        "decisions": mask.of([_entry(e) for e in entries if e.stream in ("proposals", "decisions", "actions")]),
        "findings": mask.of(_findings(found)),
        "logic": _logic(found),
        "quoted": mask.of(quoted),
        "looked_at": [{"at": e.at.isoformat(), "purpose": e.body["purpose"]} for e in entries if e.kind == "revealed"],
        "other": mask.of([_entry(e) for e in entries if e.stream not in _SAID]),
        "dossier": dossier,
    }
    ledger.within(connection, PRIVACY, [New("exported", who, {"by": by, "parts": {k: len(v) for k, v in told.items() if isinstance(v, list | dict)}})], at)  # fmt: skip
    return Copy(told, index(told, "en"), index(told, "zh"))


_SAID = (ACCOUNTS, "proposals", "decisions", "actions", "reads")


def zipped(copy: Copy) -> bytes:
    """Return the copy as a zip: `READ-ME.txt`, `请先阅读.txt` and `data.json`. The same copy gives the same bytes."""
    data = json.dumps(copy.told, ensure_ascii=False, indent=1, sort_keys=True, default=str)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (("READ-ME.txt", copy.english), ("请先阅读.txt", copy.chinese), ("data.json", data)):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text)
    return held.getvalue()


class _Mask:
    """Made-up names for everybody but the holder."""

    def __init__(self, who: str, ring: Ring, salt: str) -> None:
        self._who, self._ring, self._salt = who, ring, salt
        self._names: dict[str, str] = {}
        self._pattern: re.Pattern[str] | None = None

    def learn(self, *parts: object) -> None:
        """Find who else is named: by the columns that name somebody."""
        for name, value in _pairs(parts):
            if name in OTHERS and isinstance(value, str) and value and value != self._who:
                self._name(value)

    def learn_handles(self, connection: sa.Connection, metadata: sa.MetaData) -> None:
        """Give their handles and names the same made-up name, since sentences are written with those."""
        table, known = metadata.tables["facts"], sorted(self._names)
        for start in range(0, len(known), 500):
            query = sa.select(table.c.account_id, table.c.body).where(
                table.c.source == "accounts", table.c.account_id.in_(known[start : start + 500])
            )
            for other, body in connection.execute(query):
                said = json.loads(body)
                for text in (said.get("handle"), said.get("display_name")):
                    if text and len(text) > 1:
                        self._names.setdefault(text, self._names[other])
        longest = sorted(self._names, key=len, reverse=True)
        self._pattern = re.compile("|".join(_WORD.format(re.escape(n)) for n in longest)) if longest else None

    def of(self, value: Any) -> Any:  # noqa: ANN401  (JSON)
        """Return a value with everybody else under a made-up name, and who works here under their role."""
        return self._of("", value)

    def _of(self, name: str, value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, Mapping):
            return {str(k): self._of(str(k), v) for k, v in value.items()}
        if isinstance(value, list | tuple):
            return [self._of(name, v) for v in value]
        if not isinstance(value, str):
            return value
        if name in STAFF:
            return value.partition(":")[0]
        if name in OTHERS and value and value != self._who:
            return self._name(value)
        return self._pattern.sub(lambda m: self._names[m[0]], value) if self._pattern else value

    def _name(self, value: str) -> str:
        if value not in self._names:
            self._names[value] = f"somebody-{self._ring.token('exports', self._salt + value)[2:10]}"
        return self._names[value]


def _pairs(value: object, name: str = "") -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _pairs(inner, str(key))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _pairs(inner, name)
    else:
        yield name, value


def _rows(connection: sa.Connection, metadata: sa.MetaData, who: str) -> list[tuple[str, dict[str, Any]]]:
    table = metadata.tables["facts"]
    query = (
        sa.select(table.c.source, table.c.body)
        .where(table.c.account_id == who)
        .order_by(table.c.source, table.c.at_us, table.c.id)
    )
    return [(source, json.loads(body)) for source, body in connection.execute(query)]


def _by_table(rows: Sequence[tuple[str, dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    held: dict[str, list[dict[str, Any]]] = {}
    for table, row in rows:
        held.setdefault(table, []).append(row)
    return held


def _quoted(connection: sa.Connection, who: str) -> list[dict[str, Any]]:
    """Return what decisions quote of the account."""
    query = sa.select(CONTENTS.c.body).where(CONTENTS.c.subject == who).order_by(CONTENTS.c.digest)
    return [json.loads(b) for b in connection.execute(query).scalars()]


def _found_in(value: object) -> Iterator[Mapping[str, Any]]:
    """Yield every finding that stands in what decisions quote."""
    if isinstance(value, Mapping):
        if {"detector", "says", "score"} <= set(value):
            yield value
        for inner in value.values():
            yield from _found_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _found_in(inner)


_TOLD = (
    "finding_id",
    "violation",
    "detector",
    "detector_version",
    "score",
    "tier",
    "classes",
    "says",
    "facts",
    "first_at",
    "last_at",
    "scope",
)


def _findings(found: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return each finding once: what it says, how strong it is and what it rests on."""
    by_id = {f.get("finding_id") or json.dumps(f, sort_keys=True, default=str): f for f in found}
    made = [{k: _plain(f[k]) for k in (*_TOLD, "related") if f.get(k) is not None} for f in by_id.values()]
    return sorted(made, key=lambda f: (-float(f.get("score") or 0), str(f.get("finding_id"))))


def _plain(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str) and value.startswith("{"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _logic(found: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return how each detector that found something works: what it looks at, its limits, and the mistakes it can honestly make."""
    named = {str(f.get("detector")) for f in found}
    return [_detector(d) for d in book() if d.name in named] if named else []


def _detector(d: Detector) -> dict[str, Any]:
    limits = {n: {"value": p.value, "unit": p.unit, "about": p.about} for n, p in d.params.items()}
    mistakes = [{"mistake": m.says, "guard": m.guard} for m in d.mistakes]
    reads = {t.removesuffix("?"): columns.replace("?", "").split() for t, columns in d.reads.items()}
    return {"detector": d.name, "version": d.version, "about": d.about, "reads": reads, "limits": limits, "mistakes": mistakes, "sources": list(d.references)}  # fmt: skip


def _state(connection: sa.Connection, who: str) -> dict[str, Any]:
    found = account(connection, who)
    return {
        "state": found.state,
        "means": STATES[found.state].about,
        "since": found.since.isoformat() if found.since else None,
    }


def _life(entry: Entry) -> dict[str, Any]:
    event = event_of(entry)
    told = {k: v for k, v in event._asdict().items() if v and k not in ("account_id", "evidence")}
    return {**told, "at": event.at.isoformat(), **({"until": event.until.isoformat()} if event.until else {})}


def _entry(entry: Entry) -> dict[str, Any]:
    return {"at": entry.at.isoformat(), "stream": entry.stream, "kind": entry.kind, "body": dict(entry.body)}
