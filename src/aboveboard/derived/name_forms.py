"""The keys under which look-alikes of a name are found, made once for every detector that compares names."""

from __future__ import annotations

import pyarrow as pa

from aboveboard.derived.folded_names import ORGANISATIONS
from aboveboard.detector import Derived, Rows, Sql
from aboveboard.names.forms import forms
from aboveboard.tables import Type

__all__ = ["NAME_FORMS", "PROTECTED_FORMS"]

_KEYS: dict[str, Type] = {"name": "string", "family": "string", "key": "string", "core": "bool"}
_NAMES = """
SELECT handle AS name FROM accounts UNION SELECT display_name AS name FROM accounts
"""
_PROTECTED: dict[str, Type] = {"org_id": "string", **_KEYS}


def _of_accounts(batch: pa.Table) -> pa.Table:
    return _spread(batch, protected=False)


def _of_organisations(batch: pa.Table) -> pa.Table:
    return _spread(batch, protected=True)


def _spread(batch: pa.Table, *, protected: bool) -> pa.Table:
    """Return a row for each key of each name. `plain` is left out: names that share it share `loose` too."""
    made = forms(batch["name"], protected=protected, plain=False)
    kept = batch.take(made["row"])
    return pa.table({**{c: kept[c] for c in kept.column_names}, **{c: made[c] for c in ("family", "key", "core")}})


NAME_FORMS = Derived(
    name="name_forms",
    about=(
        "Every handle and display name, once however many accounts bear it, under each of its keys: `loose` (shapes, digits, "
        "repeats), `sound` (as it is read aloud) and `order`; `core` where affixes such as official or 客服 were taken off first."
    ),
    reads={"accounts": "handle display_name?"},
    steps=(Sql("names", _NAMES), Rows("forms", "names", _of_accounts, _KEYS, together=("name",))),
    columns=_KEYS,
)

PROTECTED_FORMS = Derived(
    name="protected_forms",
    about="Every name and alias of an organisation under each of its keys, with look-alikes, other readings and initials added.",
    reads={"organisations": "org_id name aliases?"},
    steps=(*ORGANISATIONS, Rows("forms", "names", _of_organisations, _PROTECTED, apart=2_000)),
    columns=_PROTECTED,
)
