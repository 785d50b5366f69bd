"""Protected organisations as the gate knows them: one large part in mapped files, a small one in memory for what came since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from aboveboard.derived.folded_names import called_so, fold_organisations
from aboveboard.derived.lookalike_hosts import Domains, host_in, host_of
from aboveboard.derived.organisation_matches import PROTECTED_NAMES
from aboveboard.gate.keyed import Keyed, key_of
from aboveboard.gate.pictures import Gallery
from aboveboard.gate.subjects import Organisation
from aboveboard.names import speech
from aboveboard.names.lookup import Register
from aboveboard.names.mentions import Mention, Names
from aboveboard.store.entries import moment

__all__ = ["Guarded", "Large", "Model", "Start", "bones_of", "models_of"]

GENERIC = int(PROTECTED_NAMES.params["generic"].value)
_SHORTEST = int(PROTECTED_NAMES.params["shortest"].value)


class Model(NamedTuple):
    """A name of an organisation, folded, and whether it is long enough to protect anybody by itself."""

    org_id: str
    name: str
    folded: str
    enough: bool


class Start(NamedTuple):
    """What is kept of an organisation: its name, its own account, and since when it uses its name on the service."""

    org_id: str
    name: str
    official: str
    official_id: str
    first_at: datetime | None
    opened_at: datetime | None


class Large(NamedTuple):
    """The large part, in arrays. `texts`: id, name, official account's handle and id. `models`: name and folded name.

    `own` finds the organisations whose own an account is, `folded` and `bones` the names under a key, `of_org` an
    organisation's names, `tails` how many organisations have a name that ends so.
    """

    texts: tuple[pa.Array, ...]
    first_us: npt.NDArray[np.int64]
    opened_us: npt.NDArray[np.int64]
    models: tuple[pa.Array, ...]
    model_org: npt.NDArray[np.int64]
    enough: npt.NDArray[np.bool_]
    ids: Keyed
    own: Keyed
    folded: Keyed
    bones: Keyed
    of_org: Keyed
    tails: Keyed
    register: Register
    gallery: Gallery
    names: Names
    domains: Domains

    def row_of(self, org_id: str) -> int:
        """Return the row of an organisation, -1 where it is not here."""
        return self.ids.first(key_of("id", org_id), -1)

    def start(self, row: int) -> Start:
        """Return what is kept of the organisation in a row."""
        org_id, name, official, official_id = (t[row].as_py() for t in self.texts)
        first, opened = int(self.first_us[row]), int(self.opened_us[row])
        return Start(
            org_id, name, official, official_id, moment(first) if first else None, moment(opened) if opened else None
        )

    def model(self, row: int) -> Model:
        """Return a name of an organisation."""
        name, folded = (t[row].as_py() for t in self.models)
        return Model(self.texts[0][int(self.model_org[row])].as_py(), name, folded, bool(self.enough[row]))


class _Side(NamedTuple):
    """What came since, small enough for dictionaries."""

    came: Mapping[str, Organisation]
    models: tuple[Model, ...]
    folded: Mapping[str, tuple[Model, ...]]
    bones: Mapping[str, tuple[Model, ...]]
    names: Names
    domains: Domains

    @classmethod
    def of(cls, came: Mapping[str, Organisation]) -> _Side:
        models = models_of(came.values())
        return cls(
            came,
            tuple(models),
            _gathered((m.folded, m) for m in models),
            _gathered((key, models[n]) for key, n in bones_of(models)),
            Names(pa.array([m.name for m in models], pa.string())),
            Domains(owners_of((o.org_id, d) for o in came.values() for d in o.domains)),
        )


class Guarded(NamedTuple):
    """The large part and what changed since."""

    large: Large
    side: _Side
    gone: frozenset[str]
    register: Register
    gallery: Gallery
    tails: Mapping[str, int]

    @classmethod
    def of(cls, large: Large) -> Guarded:
        """Return the large part with nothing changed."""
        return cls(large, _Side.of({}), frozenset(), large.register, large.gallery, {})

    def start(self, org_id: str) -> Start | None:
        """Return what is kept of an organisation; None where it protects nobody."""
        fresh = self.side.came.get(org_id)
        if fresh is not None:
            return Start(org_id, fresh.name, fresh.official, fresh.official_id, fresh.first_at, fresh.opened_at)
        row = -1 if org_id in self.gone else self.large.row_of(org_id)
        return self.large.start(row) if row >= 0 else None

    def owns(self, account_id: str) -> bool:
        """Tell whether an account is or was some organisation's own."""
        rows = self.large.own.rows_of(key_of("own", account_id)) if account_id else ()
        old = any(self.large.texts[0][row].as_py() not in self.gone for row in rows)
        return old or any(account_id in o.own for o in self.side.came.values())

    def called(self, folded: str) -> list[Model]:
        """Return the names of organisations that fold to a key."""
        return [*self._rows(self.large.folded, "folded", folded), *self.side.folded.get(folded, ())]

    def heard(self, bones: str) -> list[Model]:
        """Return the names of organisations that can be spoken so, by their consonants."""
        return [*self._rows(self.large.bones, "bones", bones), *self.side.bones.get(bones, ())]

    def _rows(self, keyed: Keyed, kind: str, key: str) -> Iterator[Model]:
        for row in keyed.rows_of(key_of(kind, key)):
            model = self.large.model(row)
            if model.org_id not in self.gone:
                yield model

    def protects(self, folded: str) -> bool:
        """Tell whether a folded name is borne by so few organisations that it protects them."""
        if not self.gone and not self.side.came:  # nobody need be called by name to be counted
            rows = self.large.folded.rows_of(key_of("folded", folded))
            return 0 < len({int(self.large.model_org[row]) for row in rows}) <= GENERIC
        return 0 < len({m.org_id for m in self.called(folded)}) <= GENERIC

    def sharing(self, folded: str) -> int:
        """Return how many organisations have a name that ends in the same two letters."""
        tail = folded[-2:]
        return self.large.tails.first(key_of("tail", tail), 0) + self.tails.get(tail, 0)

    def names(self) -> Names:
        """Return the names to look for in a text; places are those of `named`."""
        return _Both(self)

    def named(self, place: int) -> Model:
        """Return the name at a place of `names`."""
        old = len(self.large.model_org)
        return self.large.model(place) if place < old else self.side.models[place - old]

    def hosts(self, url: str) -> list[tuple[str, str, str, str]]:
        """Return (organisation, host, domain, how) for what a link leads to or imitates."""
        host = host_in(url)
        found = list[tuple[str, str, str, str]]()
        if host is None:
            return found
        for domains, gone in ((self.large.domains, self.gone), (self.side.domains, frozenset())):
            for at, matched in domains.matches(pa.array([host], pa.string())).items():
                found += [(o, at, d, how) for d, how in matched for o in domains.owners_of(d) if o not in gone]
        return found

    def changed(self, came: Iterable[Organisation], gone: Iterable[str]) -> Guarded:
        """Return the index with organisations added and others taken out; this one stays as it is."""
        fresh, left = {o.org_id: o for o in came}, set(gone)
        every = left | set(fresh)
        kept = {i: o for i, o in self.side.came.items() if i not in every} | fresh
        side, hidden = _Side.of(kept), self.gone | {i for i in every if self.large.row_of(i) >= 0}
        register = self.register.copy()
        register.remove(pa.array(sorted(every), pa.string()))
        new = [m for m in models_of(fresh.values()) if m.enough]
        if new:
            ids, names = (pa.array(c, pa.string()) for c in zip(*((m.org_id, m.name) for m in new), strict=True))
            register.add(ids, names, protected=True)
        shown = [(o.org_id, o.logo_hash, 1) for o in fresh.values()]
        return Guarded(
            self.large, side, hidden, register, self.gallery.changed(shown, every), self._tails(side, hidden)
        )

    def _tails(self, side: _Side, hidden: frozenset[str]) -> Mapping[str, int]:
        more = Counter(tail for _, tail in _endings(side.models))
        rows = [row for org in hidden for row in self.large.of_org.rows_of(key_of("id", org))]
        more.subtract(tail for _, tail in _endings(self.large.model(row) for row in rows))
        return more


class _Both(Names):
    """Names of the large part that are not gone, and those of the small one after them."""

    def __init__(self, guarded: Guarded) -> None:
        self._guarded = guarded

    def mentioned(self, text: str, folded: str) -> list[Mention]:
        guarded = self._guarded
        old = len(guarded.large.model_org)
        found = guarded.large.names.mentioned(text, folded)
        found = [m for m in found if guarded.named(m.name).org_id not in guarded.gone] if guarded.gone else found
        fresh = [m._replace(name=m.name + old) for m in guarded.side.names.mentioned(text, folded)]
        every = [m for m in (*found, *fresh) if guarded.protects(guarded.named(m.name).folded)]
        return sorted(every, key=lambda m: (-len(m.written), guarded.named(m.name)))


def _gathered(models: Iterable[tuple[str, Model]]) -> Mapping[str, tuple[Model, ...]]:
    found: dict[str, list[Model]] = {}
    for key, model in models:
        found.setdefault(key, []).append(model)
    return {key: tuple(some) for key, some in found.items()}


def _endings(models: Iterable[Model]) -> set[tuple[str, str]]:
    return {(m.org_id, m.folded[-2:]) for m in models if m.enough}


def owners_of(links: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the hosts of links (organisation, link) and whose each is."""
    rows = sorted(set(links))
    owners: dict[str, list[str]] = {}
    hosts = host_of(pa.array([link for _, link in rows], pa.string())).to_pylist()
    for (org, _), host in zip(rows, hosts, strict=True):
        if host and org not in owners.setdefault(host, []):
            owners[host].append(org)
    return owners


def models_of(organisations: Iterable[Organisation]) -> list[Model]:
    """Return every name and alias of organisations, those that say nothing left out, by organisation and name."""
    rows = sorted({(o.org_id, name) for o in organisations for name in called_so(filter(None, (o.name, *o.aliases)))})
    if not rows:
        return []
    orgs, names = zip(*rows, strict=True)
    made = fold_organisations(pa.table({"name": pa.chunked_array([pa.array(names, pa.string())])}))
    size, rare = (made[c].to_pylist() for c in ("size", "rare"))
    told = [
        Model(org, name, folded, bool(folded) and (s >= _SHORTEST or r))
        for org, name, folded, s, r in zip(orgs, names, made["folded"].to_pylist(), size, rare, strict=True)
        if folded
    ]
    worth = {m.org_id for m in told if m.enough}
    return [m for m in told if m.org_id in worth]


def bones_of(models: Iterable[Model]) -> list[tuple[str, int]]:
    """Return the consonants by which names in other scripts are spoken, and the place of the name that each is of."""
    named = ((place, m.name) for place, m in enumerate(models) if m.enough)
    return [(key, place) for place, name in named for key in sorted(speech.bones_of(name))]
