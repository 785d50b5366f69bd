"""How many of the corpus' look-alikes a scan finds: worlds written to disk, scanned, and counted by kind."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq
from name_corpus import LookAlike, innocents, look_alikes
from name_mutations import MUTATIONS
from name_stock import ORGANISATIONS, PEOPLE

from aboveboard.app.scanning import scan

KINDS = tuple(MUTATIONS)
_AT_ONCE = 4
"""Kinds in one world: a name that many accounts bear would be a common word."""
_HEIRS = 3
"""Accounts that return from one closed account in one world."""
_START = datetime(2020, 1, 1, tzinfo=UTC)
_LEGAL = re.compile(r"[A-Za-z0-9_.]{4,40}")


class Recall(NamedTuple):
    """How many there were, how many were found, and which were not."""

    there: int
    found: int
    missed: list[LookAlike]

    @property
    def share(self) -> float:
        """The share that was found."""
        return self.found / self.there if self.there else 1.0


class Measured(NamedTuple):
    """What one run over the whole corpus found."""

    names: dict[str, Recall]
    handles: dict[str, Recall]
    returns: dict[str, Recall]
    accused: list[str]


def measure(folder: Path) -> Measured:
    """Scan all worlds of the corpus."""
    return Measured(*(f(folder / f.__name__) for f in (impersonation, handles, returns, accused)))


def impersonation(folder: Path, seed: int = 0) -> dict[str, Recall]:
    """Scan worlds in which accounts bear the look-alikes as display names; return the recall of each kind."""
    return _by_kind(folder, look_alikes(seed), "display_name")


def handles(folder: Path, seed: int = 0) -> dict[str, Recall]:
    """The same with the look-alikes that are legal as handles; kinds that no handle can hold are left out."""
    legal = [c for c in look_alikes(seed) if _LEGAL.fullmatch(c.mutated.replace(" ", ""))]
    plain = [c for c in legal if c.target.isascii() or c.kind == "pinyin"]
    return _by_kind(folder, [c._replace(mutated=c.mutated.replace(" ", "")) for c in plain], "handle")


def _by_kind(folder: Path, cases: list[LookAlike], field: str) -> dict[str, Recall]:
    recalls: dict[str, Recall] = {}
    for start in range(0, len(KINDS), _AT_ONCE):
        some = [c for c in cases if c.kind in KINDS[start : start + _AT_ONCE]]
        if some:
            recalls |= _impostors(folder / f"{field}-{start}", some, field)
    return recalls


def _impostors(folder: Path, cases: list[LookAlike], field: str) -> dict[str, Recall]:
    accounts = [*_officials(), *(_account(f"x{n}", 1500 + n / 100, **{field: c.mutated}) for n, c in enumerate(cases))]
    _write(folder / "world", accounts, **_register())
    found = _found(folder, "posing_name")
    return _counted(cases, [o == c.target for o, c in zip(map(found.get, _ids(len(cases))), cases, strict=True)])


def accused(folder: Path) -> list[str]:
    """Scan a world of hard negatives; return the names that were taken for a protected one's impostor."""
    names = innocents()
    accounts = [*_officials(), *(_account(f"x{n}", 1500 + n / 100, display_name=i) for n, i in enumerate(names))]
    _write(folder / "world", accounts, **_register())
    found = _found(folder, "posing_name")
    return [i for n, i in zip(_ids(len(names)), names, strict=True) if n in found]


def returns(folder: Path, seed: int = 1, count: int = 60) -> dict[str, Recall]:
    """Scan worlds of closed accounts and of newer ones that bear look-alikes of their names and share a device with them."""
    worlds: list[list[LookAlike]] = []
    for case in look_alikes(seed, PEOPLE, count):
        room = next((w for w in worlds if sum(c.target == case.target for c in w) < _HEIRS), None)
        worlds.append([case]) if room is None else room.append(case)
    hits = {c: h for n, w in enumerate(worlds) for c, h in _returned(folder / str(n), w)}
    return _counted(list(hits), list(hits.values()))


def _returned(folder: Path, cases: list[LookAlike]) -> list[tuple[LookAlike, bool]]:
    gone = {t: f"c{n}" for n, t in enumerate(dict.fromkeys(c.target for c in cases))}
    closed = {"status": "closed", "closed_at": _at(1400), "closed_ground": "terms", "closed_for": "coordination"}
    accounts = [_account(i, n / 100, display_name=t, **closed) for n, (t, i) in enumerate(gone.items())]
    accounts += [_account(f"x{n}", 1410 + n / 100, display_name=c.mutated) for n, c in enumerate(cases)]
    used = [*((i, i) for i in gone.values()), *((f"x{n}", gone[c.target]) for n, c in enumerate(cases))]
    tokens = [{"account_id": i, "kind": "device", "token": f"{owner:0>64}"} for i, owner in used]
    _write(folder / "world", accounts, tokens=tokens)
    scan(folder / "world", folder / "out", detectors=["returning_account"])
    rows = pq.read_table(folder / "out" / "findings.parquet", columns=["account_id", "related"]).to_pylist()
    found = {r["account_id"]: r["related"] for r in rows}
    return [(c, gone[c.target] in found.get(f"x{n}", ())) for n, c in enumerate(cases)]


def _counted(cases: list[LookAlike], hits: list[bool]) -> dict[str, Recall]:
    recalls: dict[str, Recall] = {}
    for kind in dict.fromkeys(c.kind for c in cases):
        mine = [(c, h) for c, h in zip(cases, hits, strict=True) if c.kind == kind]
        recalls[kind] = Recall(len(mine), sum(h for _, h in mine), [c for c, h in mine if not h])
    return recalls


def _ids(count: int) -> list[str]:
    return [f"x{n}" for n in range(count)]


def _found(folder: Path, detector: str) -> dict[str, str]:
    scan(folder / "world", folder / "out", detectors=[detector])
    rows = pq.read_table(folder / "out" / "findings.parquet", columns=["account_id", "facts"]).to_pylist()
    return {r["account_id"]: str(json.loads(r["facts"])["org_name"]) for r in rows}


def _at(days: float) -> datetime:
    return _START + timedelta(days=days)


def _account(name: str, days: float, **fields: Any) -> dict[str, Any]:
    return {"account_id": name, "handle": f"acc{name}", "status": "active", "created_at": _at(days), **fields}


def _officials() -> list[dict[str, Any]]:
    return [_account(f"own{n}", 0, display_name=o.name, verified_org_id=f"o{n}") for n, o in enumerate(ORGANISATIONS)]


def _register() -> dict[str, list[dict[str, Any]]]:
    bodies = [{"org_id": f"o{n}", "name": o.name, "kind": "company"} for n, o in enumerate(ORGANISATIONS)]
    own = [{"org_id": f"o{n}", "account_id": f"own{n}", "since": _at(0)} for n in range(len(ORGANISATIONS))]
    return {"organisations": bodies, "official_accounts": own}


def _write(folder: Path, accounts: list[dict[str, Any]], **tables: list[dict[str, Any]]) -> None:
    folder.mkdir(parents=True)
    for name, rows in {"accounts": accounts, **tables}.items():
        columns = dict.fromkeys(k for r in rows for k in r)
        pq.write_table(pa.table({c: [r.get(c) for r in rows] for c in columns}), folder / f"{name}.parquet")
