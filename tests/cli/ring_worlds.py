"""Worlds with a planted ring, written as tables; one of its members has a name that would run as a script."""

import pyarrow.parquet as pq

from aboveboard.derived.drawn_acts import acts, crew
from aboveboard.examples import parse_tables

HOSTILE = "</script><script>window.hit=1</script><img src=x onerror=window.hit=1>"
PLANTED = acts(crew("crew", 8, 7, 5))
"""Eight accounts at seven objects within minutes, the first of them suspended, among 90 people who like what they like."""


def write(folder, text, names=()):
    """Write the tables drawn in `text` to `folder`; `names` maps accounts to handles."""
    folder.mkdir(parents=True)
    tables = dict(parse_tables(text))
    if names:
        rows = tables["accounts"].to_pylist()
        handles = [names.get(row["account_id"], row["handle"]) for row in rows]
        place = tables["accounts"].column_names.index("handle")
        tables["accounts"] = tables["accounts"].set_column(place, "handle", [handles])
    for name, table in tables.items():
        pq.write_table(table, folder / f"{name}.parquet")
    return folder
