"""Links in profiles whose host is an organisation's domain, or is written like it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.detector import Derived, Groups, Sql
from aboveboard.names.folding import fold
from aboveboard.names.index import Index
from aboveboard.names.nearby import nearby
from aboveboard.names.shelves import ARRAYS, Item, Shelf, shelved
from aboveboard.tables import ARROW, Type

__all__ = ["KEPT", "LOOKALIKE_HOSTS", "Domains", "host_in", "host_of", "label_of", "under"]

KEPT = 2 * ARRAYS
"""Arrays in which domains are kept."""

_Shelf = Mapping[str, Sequence[Item]] | Shelf

_HOSTS: Mapping[str, Type] = {
    "account_id": "string", "org_id": "string", "host": "string", "domain": "string", "how": "string",
}  # fmt: skip
_SECOND_LEVEL = frozenset(("co", "com", "org", "net", "gov", "edu", "ac", "go", "or", "ne", "mil"))
_LONGEST_COUNTRY = 3
_BRIEF, _SHORTEST = 3, 5
"""Letters of a label that is looked for as a word of another, and of one that is a name by itself."""

_MOST = 3
_LONG = 8
_HELD = 6
"""Letters of a name that is known again inside a longer word."""

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


def under(host: str, domain: str) -> bool:
    """Tell whether a host (`host_of`) is a domain, as a register writes it, or lies below it."""
    own = domain.lower().removeprefix("www.")
    return host == own or host.endswith(f".{own}")


_SCHEME, _PATH, _USER, _PORT = (re.compile(p) for p in (r"^[a-z][a-z0-9+.-]*://|^//", r"[/?#\\].*\Z", r"^[^@]*@|:\d*\Z|\.+\Z", r":\d*\Z|\.+\Z"))  # fmt: skip


def host_in(link: str) -> str | None:
    """Return the host of one link, as `host_of` does of many."""
    if not (link.isascii() and link.isprintable()):
        return host_of(pa.array([link], pa.string()))[0].as_py()
    bare = _SCHEME.sub("", link.strip().lower())
    host = _PORT.sub("", _USER.sub("", _PATH.sub("", bare))).removeprefix("www.")
    if "." not in host or " " in host:
        return None
    return _unicode(host) if "xn--" in host else host


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
    domains = Domains(owners)
    matches = domains.matches(pc.unique(theirs["host"]))
    rows = [
        (account, org, host, domain, how)
        for account, host in zip(theirs["account_id"].to_pylist(), theirs["host"].to_pylist(), strict=True)
        for domain, how in matches.get(host, ())
        for org in domains.owners_of(domain)
    ]
    columns = list(zip(*rows, strict=True)) or [[] for _ in _HOSTS]
    return pa.table({n: pa.array(c, ARROW[t]) for (n, t), c in zip(_HOSTS.items(), columns, strict=True)})


class Domains:
    """The domains of organisations, ready to be compared with. `arrays` and `opened` keep them in a mapped file.

    `index` finds labels one letter off (`LONG` letters or more); without it they are compared one by one.
    """

    def __init__(self, owners: Mapping[str, Collection[str]], index: Index | None = None) -> None:
        """Take domains and whose each is."""
        self._owners: _Shelf = shelved((host, 0, org) for host, orgs in owners.items() for org in orgs)
        self._protected: _Shelf = shelved(_protected(sorted(owners)))
        self._index = index

    @classmethod
    def opened(cls, arrays: Sequence[np.ndarray], index: Index) -> Domains:
        """Return the domains whose `arrays` these are."""
        made = cls({}, index)
        made._owners, made._protected = Shelf(*arrays[:ARRAYS]), Shelf(*arrays[ARRAYS:])
        return made

    def arrays(self) -> list[np.ndarray]:
        """Return what is kept, as `KEPT` arrays."""
        shelves = (self._owners, self._protected)
        return [
            a for s in shelves if isinstance(s, dict) for a in Shelf.of((k, *i) for k, some in s.items() for i in some)
        ]

    def owners_of(self, domain: str) -> list[str]:
        """Return whose a domain is, by id."""
        return sorted({org for _, org in self._owners.get(domain, ())})

    def named(self, label: str) -> list[str]:
        """Return the domains with a folded label, where that is long enough to be known again at all."""
        return [domain for _, domain in self._protected.get(label, ())]

    def names(self, label: str) -> bool:
        """Tell whether `named` would find any."""
        return label in self._protected

    @property
    def long(self) -> pa.Array:
        """The folded labels that a slip of one letter does not make another word."""
        labels = self._protected if isinstance(self._protected, dict) else ()
        return pa.array([k for k in labels if len(k) >= _LONG], pa.string())

    def matches(self, hosts: pa.Array) -> dict[str, list[tuple[str, str]]]:
        """Return (domain, how) for each host that is, is under, begins with or is written like a domain."""
        told = ((host, _contained(host, self._owners)) for host in hosts.to_pylist())
        found = {host: [match] for host, match in told if match}
        others = [host for host in hosts.to_pylist() if host not in found]
        return found | _imitations(others, self) if others else found

    def near(self, keys: pa.Array) -> dict[int, list[str]]:
        """Return the labels one edit from each key, by the key's place."""
        if self._index is not None:
            told = enumerate(keys.to_pylist())
            return {row: [k for _, k, far in self._index.check(key, 1) if far] for row, key in told if key}
        return _near(keys, self.long)


def _contained(host: str, known: _Shelf) -> tuple[str, str] | None:
    parts = host.split(".")
    ends = (".".join(parts[i:]) for i in range(len(parts) - 1))
    starts = (".".join(parts[:i]) for i in range(len(parts) - 1, 1, -1))
    real = next((d for d in ends if d in known), None)
    prefix = next((d for d in starts if d in known), None)
    return (real, "real") if real else (prefix, "begins with") if prefix else None


def _imitations(hosts: Sequence[str], domains: Domains) -> dict[str, list[tuple[str, str]]]:
    """Compare the labels that name the owners, folded: alike, one letter apart, or one as a word of the other."""
    labels = [label_of(h) for h in hosts]
    read = fold(pa.array(labels, pa.string()))
    near = domains.near(read.key)
    found: dict[str, list[tuple[str, str]]] = {}
    rows = zip(hosts, labels, read.key.to_pylist(), read.words.to_pylist(), strict=True)
    for row, (host, label, key, words) in enumerate(rows):
        ways = (
            ("is written like", (key,) if len(label) >= _SHORTEST else ()),
            ("is one letter from", near.get(row, ())),
            ("holds the name of", _held(words or "", domains)),
        )
        for how, keys in ways:
            like = {
                (d, how if label_of(d) != label else "another ending of") for k in keys if k for d in domains.named(k)
            }
            if like:
                found[host] = sorted(like)[:_MOST]
                break
    return found


def _held(words: str, domains: Domains) -> list[str]:
    """Return the names that are words of a label, or begin or end one: netflixbilling, my-netflix."""
    parts = words.split(" ")
    glued = [k for part in parts for n in range(_HELD, len(part)) for k in (part[:n], part[-n:])]
    return [*parts, *(k for k in dict.fromkeys(glued) if domains.names(k))]


def _protected(domains: list[str]) -> list[tuple[str, int, str]]:
    """Return the domains under their folded label, where it is long enough to be known again at all."""
    labels = [label_of(d) for d in domains]
    keys = fold(pa.array(labels, pa.string())).key.to_pylist()
    rows = zip(domains, labels, keys, strict=True)
    return [(key, 0, domain) for domain, label, key in rows if key and len(label) >= _BRIEF and label not in _GENERIC]


def _near(keys: pa.Array, long: pa.Array) -> dict[int, list[str]]:
    """Return those of the `long` protected keys one edit from each key, by the key's place."""
    found: dict[int, list[str]] = {}
    if len(long) and len(keys):
        for match in nearby(keys, long, 1).to_pylist():
            if match["distance"]:
                found.setdefault(match["row"], []).append(match["key"])
    return found


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
