"""From a detector's last table to findings: ids, sentences, facts, tiers. The same for every engine, vectorised in DuckDB."""

from __future__ import annotations

from collections.abc import Callable
from string import Formatter

import pyarrow as pa

from aboveboard.core import FINDINGS, RINGS
from aboveboard.detector import RESULT, Detector
from aboveboard.embedded import connect

__all__ = ["finish", "rings"]

_HIDDEN = r"[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]"
"""Control and format characters: they could end a line, turn the reading direction or hide text inside a sentence."""

_RTL = r"[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}\p{Nko}]"
_LONGEST = 120
_OPTIONAL = {
    "subject_kind": "VARCHAR",
    "subject_id": "VARCHAR",
    "related": "VARCHAR[]",
    "group": "VARCHAR",
    "scope": "VARCHAR",
    "first_at": "TIMESTAMPTZ",
    "last_at": "TIMESTAMPTZ",
}


def finish(detector: Detector, last: pa.Table) -> pa.Table:
    """Return `last` as findings (schema `core.FINDINGS`), sorted by account and id.

    A sentence's blanks are cleaned of control, format and direction characters, cut at 120 characters, and right-to-left
    text is isolated. `likely` on fewer than two evidence classes becomes `possible`: corroboration is not the
    detector's to waive.
    """
    if last.num_rows == 0:
        return FINDINGS.empty_table()
    connection = connect(threads=1)  # one that is kept holds tens of MB while the next detectors run
    connection.register("last", last)
    connection.register("detector", _constants(detector))
    facts = [c for c in last.column_names if c not in RESULT]
    found = connection.sql(_query(detector, set(last.column_names), facts)).to_arrow_table()
    connection.close()
    return found.cast(FINDINGS)


def _constants(detector: Detector) -> pa.Table:
    return pa.table({"d_name": [detector.name], "d_version": [detector.version], "d_violation": [detector.violation]})


def _query(detector: Detector, present: set[str], facts: list[str]) -> str:
    columns = ", ".join(
        f"CAST({_quote(c) if c in present else 'NULL'} AS {kind}) AS {_quote(c)}" for c, kind in _OPTIONAL.items()
    )
    return f"""
    WITH shown AS (
      SELECT *{_each(detector, _shown)} FROM last
    ), clean AS (
      SELECT *{_each(detector, lambda b: f"regexp_replace({_quote('shown ' + b)}, '{_HIDDEN}', '', 'g')", "clean")} FROM shown
    ), base AS (
      SELECT d_name, d_version, d_violation, account_id, {columns},
        greatest(round(least(CAST(score AS DOUBLE), 1.0), 4), 0.0001) AS score, tier,
        list_sort(list_distinct(list_filter(classes, lambda c: c IS NOT NULL))) AS classes,
        {_sentence(detector)} AS says, {_facts(facts)} AS facts
      FROM clean, detector
    ), named AS (
      SELECT * REPLACE (
        coalesce(subject_kind, 'account') AS subject_kind, coalesce(subject_id, account_id) AS subject_id,
        coalesce(list_sort(list_distinct(list_filter(related, lambda r: r IS NOT NULL))), []) AS related,
        CASE WHEN "group" IS NOT NULL THEN d_name || ':' || left(sha256("group"), 12) END AS "group",
        CASE WHEN tier IN ('likely', 'confirmed') AND len(classes) < 2 THEN 'possible'
             WHEN tier = 'confirmed' THEN 'likely' ELSE tier END AS tier)
      FROM base
    )
    SELECT left(sha256(concat_ws(chr(31), d_name, d_version, subject_kind, subject_id, account_id, coalesce("group", ''),
        array_to_string(related, chr(30)), says, scope)), 20) AS finding_id,
      d_violation AS violation, d_name AS detector, d_version AS detector_version, account_id, subject_kind, subject_id,
      related, "group", score, tier, classes, says, facts, first_at, last_at, scope
    FROM named ORDER BY account_id, finding_id"""


def _sentence(detector: Detector) -> str:
    parts: list[str] = []
    for literal, blank, _, _ in Formatter().parse(detector.says):
        if literal:
            parts.append("'" + literal.replace("'", "''") + "'")
        if blank is not None:
            parts.append(_clean(blank))
    return "concat(" + ", ".join(parts) + ")"


def _each(detector: Detector, value: Callable[[str], str], name: str = "shown") -> str:
    """Write a further column for each blank: an expression that stands once is planned once, with its patterns."""
    return "".join(f", {value(b)} AS {_quote(f'{name} {b}')}" for b in dict.fromkeys(detector.blanks))


def _clean(column: str) -> str:
    """Write SQL that shows one value safely inside a sentence."""
    text = _quote(f"clean {column}")
    cut = f"CASE WHEN length({text}) > {_LONGEST} THEN left({text}, {_LONGEST}) || '…' ELSE {text} END"
    return f"CASE WHEN regexp_matches({text}, '{_RTL}') THEN chr(8296) || {cut} || chr(8297) ELSE {cut} END"


def _shown(column: str) -> str:
    name = _quote(column)
    return (
        f"CASE WHEN typeof({name}) = 'TIMESTAMP WITH TIME ZONE' THEN left(CAST({name} AS VARCHAR), 10) "
        f"WHEN typeof({name}) LIKE '%[]' THEN replace(trim(CAST({name} AS VARCHAR), '[]'), '''', '') "
        f"ELSE coalesce(CAST({name} AS VARCHAR), 'unknown') END"
    )


def _facts(columns: list[str]) -> str:
    if not columns:
        return "'{}'"
    fields = ", ".join(f"{_quote(c)} := {_quote(c)}" for c in sorted(columns))
    return f"CAST(to_json(struct_pack({fields})) AS VARCHAR)"


def _quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def rings(findings: pa.Table, links: dict[str, tuple[str, ...]]) -> pa.Table:
    """Return one row a ring of two or more members (schema `core.RINGS`), largest first.

    `links` maps a detector's name to the facts whose shared values tie its rings; values held by one member only are
    left out of the evidence.
    """
    connection = connect(threads=1)
    connection.register("findings", findings)
    facts = [(detector, fact) for detector, names in links.items() for fact in names]
    connection.register("links", pa.table({"d": [d for d, _ in facts], "fact": [f for _, f in facts]}))
    made = connection.sql(_RINGS).to_arrow_table()
    connection.close()
    return made.cast(RINGS)


_RINGS = """
WITH grouped AS (SELECT * FROM findings WHERE "group" IS NOT NULL),
ties AS (
  SELECT g."group", l.fact AS kind, unnest(CASE WHEN json_type(g.facts, '$.' || l.fact) = 'ARRAY'
      THEN from_json(json_extract(g.facts, '$.' || l.fact), '["VARCHAR"]')
      ELSE [json_extract_string(g.facts, '$.' || l.fact)] END) AS value, g.account_id
  FROM grouped g JOIN links l ON l.d = g.detector
), hubs AS (
  SELECT "group", kind, value, list_sort(list(DISTINCT account_id)) AS members
  FROM ties WHERE value IS NOT NULL GROUP BY ALL HAVING count(DISTINCT account_id) > 1
), drawn AS (
  SELECT "group", list({'kind': kind, 'value': value, 'members': members} ORDER BY len(members) DESC, kind, value) AS links
  FROM hubs GROUP BY ALL
), made AS (
  SELECT "group", any_value(violation) AS violation, count(DISTINCT account_id) AS size, min(detector) AS detector,
    min(says) AS says, min(first_at) AS first_at, max(last_at) AS last_at,
    list_sort(list(DISTINCT account_id)) AS members
  FROM grouped GROUP BY "group" HAVING count(DISTINCT account_id) > 1
)
SELECT m."group", m.violation, m.size, CAST(to_json({'detector': m.detector, 'says': m.says,
    'first_at': m.first_at, 'last_at': m.last_at, 'links': coalesce(d.links, [])}) AS VARCHAR) AS evidence, m.members
FROM made m LEFT JOIN drawn d USING ("group") ORDER BY m.size DESC, m."group"
"""
