"""The gate's files: written once from what is known, mapped into memory when it opens."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import pyarrow as pa

from aboveboard.derived import lookalike_hosts
from aboveboard.errors import InputError
from aboveboard.gate.barred import Base
from aboveboard.gate.guarded import Large
from aboveboard.gate.keyed import Keyed
from aboveboard.gate.pictures import Gallery
from aboveboard.names import mentions
from aboveboard.names.index import Index
from aboveboard.names.lookup import Register
from aboveboard.names.mapped import flat, open_arrays, save_arrays, strings

__all__ = ["Manifest", "open_barred", "open_guarded", "open_manifest", "save_barred", "save_guarded", "save_manifest"]

_FORMAT = 4
_ROOMS = ("gate", "names", "text", "images", "derived")
"""Whose code and tables make the keys of an index: what another version made may be read otherwise."""
_BARRED_TEXTS, _GUARDED_TEXTS = 5, 4


class Manifest(dict[str, int]):
    """What the files hold: `position` of the ledger they have taken in, `made_us` when, `accounts` of the service, `barred`, `organisations`."""


def save_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest last: a folder without one was not finished."""
    staging = folder / "gate.json.partial"
    told = {"format": _FORMAT, "made_by": _made_by(), **manifest}
    staging.write_text(json.dumps(told, sort_keys=True), encoding="utf-8")
    staging.replace(folder / "gate.json")


def open_manifest(folder: Path) -> Manifest:
    """Read the manifest. Raises `InputError` where there is none, or one that another version of this program made."""
    try:
        held = json.loads((folder / "gate.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{folder}: holds no index of the gate; build it first ({error})") from error
    if (held.pop("format", None), held.pop("made_by", None)) != (_FORMAT, _made_by()):
        raise InputError(f"{folder}: made by another version of Aboveboard; build it again")
    return Manifest(held)


@cache
def _made_by() -> str:
    """Return what tells one version of the code and tables that make an index from another."""
    held = hashlib.sha256()
    for room in _ROOMS:
        home = files("aboveboard") / room
        found = (f for d in (home, home / "data") if d.is_dir() for f in d.iterdir() if f.is_file())
        for file in sorted(found, key=lambda f: f.name):
            held.update(file.name.encode() + file.read_bytes())
    return held.hexdigest()


def save_barred(folder: Path, base: Base) -> None:
    """Write the barred accounts to a folder."""
    plain: list[np.ndarray] = [a for t in base.texts for a in flat(t)]
    plain += [base.closed_us, base.until_us, base.flags, *base.ids, *base.tokens, base.holders, base.last_us]
    folder.mkdir(exist_ok=True)
    save_arrays([*plain, *base.roots, *base.bearers, *base.shared], folder / "accounts.arrays")
    base.register.save(folder / "names")
    base.gallery.base.save(folder / "pictures")


def open_barred(folder: Path, *, warm: bool = False) -> Base:
    """Map the barred accounts into memory."""
    arrays = open_arrays(folder / "accounts.arrays", least=2 * _BARRED_TEXTS + 15, warm=warm)
    texts, rest = _texts(arrays, _BARRED_TEXTS), iter(arrays[2 * _BARRED_TEXTS :])
    closed, until, flags = (next(rest) for _ in range(3))
    ids, tokens = (Keyed(next(rest), next(rest)) for _ in range(2))
    holders, last = next(rest), next(rest)
    roots, bearers, shared = (Keyed(next(rest), next(rest)) for _ in range(3))
    register = Register.open(folder / "names", warm=warm)
    gallery = Gallery.open(folder / "pictures")
    return Base(texts, closed, until, flags, ids, tokens, holders, last, roots, bearers, shared, register, gallery)


def save_guarded(folder: Path, large: Large) -> None:
    """Write the protected organisations to a folder."""
    plain: list[np.ndarray] = [a for t in (*large.texts, *large.models) for a in flat(t)]
    plain += [large.first_us, large.opened_us, large.model_org, large.enough]
    keyed = [a for k in (large.ids, large.own, large.folded, large.bones, large.of_org, large.tails) for a in k]
    folder.mkdir(exist_ok=True)
    save_arrays([*plain, *keyed], folder / "organisations.arrays")
    save_arrays([*large.names.arrays(), *large.domains.arrays()], folder / "mentions.arrays")
    large.register.save(folder / "names")
    large.gallery.base.save(folder / "logos")
    long = large.domains.long
    Index.build(long, long).save(folder / "labels.index")


def open_guarded(folder: Path, *, warm: bool = False) -> Large:
    """Map the protected organisations into memory."""
    arrays = open_arrays(folder / "organisations.arrays", least=2 * _GUARDED_TEXTS + 20, warm=warm)
    texts = _texts(arrays, _GUARDED_TEXTS + 2)
    rest = iter(arrays[2 * (_GUARDED_TEXTS + 2) :])
    first, opened, of, enough = (next(rest) for _ in range(4))
    ids, own, folded, bones, of_org, tails = (Keyed(next(rest), next(rest)) for _ in range(6))
    kept = open_arrays(folder / "mentions.arrays", least=mentions.KEPT + lookalike_hosts.KEPT, warm=warm)
    return Large(
        texts[:4], first, opened, texts[4:6], of, enough, ids, own, folded, bones, of_org, tails,
        Register.open(folder / "names", warm=warm), Gallery.open(folder / "logos"), mentions.Names.opened(kept[: mentions.KEPT]),
        lookalike_hosts.Domains.opened(kept[mentions.KEPT :], Index.open(folder / "labels.index")),
    )  # fmt: skip


def _texts(arrays: Sequence[np.ndarray], count: int) -> tuple[pa.Array, ...]:
    return tuple(strings(arrays[2 * n], arrays[2 * n + 1]) for n in range(count))
