"""Links in profiles whose host is an organisation's domain, or is written like it."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.detector import Derived, Groups, Sql
from aboveboard.names.folding import fold
from aboveboard.tables import ARROW, Type

__all__ = ["LOOKALIKE_HOSTS", "host_of", "label_of"]

_HOSTS: Mapping[str, Type] = {
    "account_id": "string", "org_id": "string", "host": "string", "domain": "string", "how": "string",
}  # fmt: skip
_SECOND_LEVEL = frozenset(("co", "com", "org", "net", "gov", "edu", "ac", "go", "or", "ne", "mil"))
_LONGEST_COUNTRY = 3
_SHORTEST = 5
_MOST = 3
_LONG = 8
_GENERIC = frozenset(
    ("www", "blog", "shop", "store", "online", "official", "support", "help", "service", "web", "mobile", "home")
)

_LINKS = """
SELECT account_id, CAST(NULL AS TEXT) AS org_id, url AS link, 1 AS world FROM accounts
UNION ALL SELECT CAST(NULL AS TEXT) AS account_id, org_id, unnest(domains) AS link, 1 AS world FROM organisations
"""


def host_of(links: pa.Array) -> pa.Array:
    """Return the host of each link, in lower case, Punycode read, without `www.`, port and user; null where there is none."""
    bare = pc.replace_substring_regex(pc.utf8_lower(pc.utf8_trim_whitespace(links)), r"^[a-z][a-z0-9+.-]*://|^//", "")
    host = pc.replace_substring_regex(pc.replace_substring_regex(bare, r"[/?#\\].*$", ""), r"^[^@]*@|:\d*$|\.+$", "")
    host = pc.replace_substring_regex(pc.replace_substring_regex(host, r":\d*$|\.+$", ""), r"^www\.", "")
    some = pc.and_(pc.match_substring(host, "."), pc.invert(pc.match_substring(host, " ")))
    return _read(pc.if_else(pc.fill_null(some, False), host, None))


def _read(hosts: pa.Array) -> pa.Array:
    """Read Punycode labels as the letters they show."""
    coded = pc.fill_null(pc.match_substring(hosts, "xn--"), False)
    shown = pa.array([_unicode(h) for h in hosts.filter(coded).to_pylist()], pa.string())
    return pc.replace_with_mask(hosts, coded, shown) if len(shown) else hosts


def _unicode(host: str) -> str:
    return ".".join(_shown(label) for label in host.split("."))


def _shown(label: str) -> str:
    try:
        return label[4:].encode("ascii").decode("punycode") if label.startswith("xn--") else label
    except UnicodeError:
        return label


def label_of(host: str) -> str:
    """Return the label of a host that names its owner: `bank` of `www.bank.co.uk`, `city` of `city.gov`."""
    parts = host.split(".")
    ends = 2 if len(parts) > 2 and parts[-2] in _SECOND_LEVEL and len(parts[-1]) < _LONGEST_COUNTRY else 1  # noqa: PLR2004
    return parts[-1 - ends] if len(parts) > ends else parts[0]


def _found(links: pa.Table) -> pa.Table:
    """Compare every distinct host with the domains of all organisations."""
    hosts = host_of(links["link"].combine_chunks())
    domain = pc.is_null(links["account_id"]).combine_chunks()
    theirs = links.append_column("host", hosts).filter(pc.and_(pc.invert(domain), pc.is_valid(hosts)))
    ours = links.append_column("host", hosts).filter(pc.and_(domain, pc.is_valid(hosts)))
    owners: dict[str, set[str]] = {}
    for org, host in zip(ours["org_id"].to_pylist(), ours["host"].to_pylist(), strict=True):
        owners.setdefault(host, set()).add(org)
    known = _Domains(owners)
    distinct = pc.unique(theirs["host"])
    matches = {h: known.like(h, k) for h, k in zip(distinct.to_pylist(), fold(distinct).words.to_pylist(), strict=True)}
    rows = [
        (account, org, host, domain, how)
        for account, host in zip(theirs["account_id"].to_pylist(), theirs["host"].to_pylist(), strict=True)
        for domain, how in matches[host]
        for org in sorted(owners[domain])
    ]
    columns = list(zip(*rows, strict=True)) or [[] for _ in _HOSTS]
    return pa.table({n: pa.array(c, ARROW[t]) for (n, t), c in zip(_HOSTS.items(), columns, strict=True)})


class _Domains:
    """The organisations' domains, ready to be compared with many hosts."""

    def __init__(self, owners: Mapping[str, set[str]]) -> None:
        names = sorted(owners)
        labels = [label_of(d) for d in names]
        keys = fold(pa.array(labels, pa.string())).key.to_pylist()
        self.names, self.labels = frozenset(names), {}
        self.deleted: dict[str, set[str]] = {}
        for domain, label, key in zip(names, labels, keys, strict=True):
            if key and len(label) >= _SHORTEST and label not in _GENERIC:
                self.labels.setdefault(key, []).append(domain)
        for key in self.labels:
            if len(key) >= _LONG:
                for short in _deletions(key):
                    self.deleted.setdefault(short, set()).add(key)

    def like(self, host: str, words: str | None) -> list[tuple[str, str]]:
        """Return (domain, how) for each domain the host is, is under, or is written like."""
        real = [d for d in _ends(host) if d in self.names]
        if real:
            return [(real[0], "real")]
        prefix = [d for d in _starts(host) if d in self.names]
        if prefix:
            return [(prefix[-1], "begins with")]
        return self._imitated(host, (words or "").split(" "))

    def _imitated(self, host: str, words: list[str]) -> list[tuple[str, str]]:
        key = (fold(pa.array([label_of(host)], pa.string())).key[0].as_py() or "") if words != [""] else ""
        for how, keys in (
            ("is written like", [key]),
            ("is one letter from", self._near(key)),
            ("holds the name of", words),
        ):
            found = [
                (d, how if label_of(d) != label_of(host) else "another ending of")
                for k in keys
                for d in self.labels.get(k, ())
            ]
            if found:
                return sorted(set(found))[:_MOST]
        return []

    def _near(self, key: str) -> list[str]:
        if len(key) < _LONG - 1:
            return []
        near = {k for short in _deletions(key) for k in self.deleted.get(short, ())}
        return sorted(k for k in near if k != key)


def _starts(host: str) -> list[str]:
    parts = host.split(".")
    return [".".join(parts[:i]) for i in range(2, len(parts))]


def _ends(host: str) -> list[str]:
    parts = host.split(".")
    return [".".join(parts[i:]) for i in range(len(parts) - 1)]


def _deletions(key: str) -> set[str]:
    return {key, *(key[:i] + key[i + 1 :] for i in range(len(key)))}


LOOKALIKE_HOSTS = Derived(
    name="lookalike_hosts",
    about=(
        "Links in profiles that lead to an organisation's domain (`how` is `real`) or to one that is written like it, begins with it, "
        "is one letter from it or holds its name; the same name under another ending is often its own, and is told apart."
    ),
    reads={"accounts": "account_id url", "organisations": "org_id domains"},
    steps=(Sql("links", _LINKS), Groups("lookalike_hosts", "links", ("world",), _found, _HOSTS)),
    columns=_HOSTS,
)
