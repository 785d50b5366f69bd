"""Compile what countries and large cities are called in other languages: `src/aboveboard/names/data/places.tsv`.

Source: the Unicode CLDR (Unicode licence), names of territories and of the exemplar cities of time zones, as carried by the Python
package `babel` 2.19.0, which is no dependency: `uv run --with babel==2.19.0 scripts/build_places.py`.
"""

from __future__ import annotations

import re
from pathlib import Path

from babel import Locale

from aboveboard.names.meanings import said

OUT = Path(__file__).parents[1] / "src/aboveboard/names/data/places.tsv"
HEAD = """\
# Countries and large cities: a country by its code, a city by its English name, then what they are called, as it is read (`meanings.said`).
# Made by scripts/build_places.py from the Unicode CLDR (Unicode licence) as carried by babel 2.19.0 (BSD).
"""
TONGUES = tuple(
    "en zh zh_Hant ja ko vi th id ms fil hi bn ta te ur fa ar he tr ru uk bg sr pl cs sk de fr es pt it nl ro el sv da nb fi hu hr sw".split()  # noqa: SIM905  (a line of codes reads better than forty quoted ones)
)
ZONES = re.compile(r"(?:Europe|Asia|Africa|America|Australia|Pacific|Atlantic|Indian)/([A-Za-z_]+)")
SMALL = frozenset("Nome Center Knox Easter Winamac Vevay Petersburg Menominee Eirunepe Ensenada".split())  # noqa: SIM905  (as above)
IN_BRACKETS = re.compile(r" \(.*\)|（.*）")


def countries() -> dict[str, list[str]]:
    """Return the names of each country, and how they are bent at the end."""
    found: dict[str, list[str]] = {}
    for tongue in TONGUES:
        for code, name in Locale.parse(tongue).territories.items():
            if re.fullmatch("[A-Z]{2}", code) and code not in {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}:
                found.setdefault(code, []).append(IN_BRACKETS.sub("", name))
    return found


def cities(taken: set[str]) -> dict[str, list[str]]:
    """Return the names of each city that is no country."""
    found: dict[str, list[str]] = {}
    for tongue in TONGUES:
        for zone, told in Locale.parse(tongue).time_zones.items():
            at = ZONES.fullmatch(zone)
            english = at and at[1].replace("_", " ")
            name = told.get("city") if english and english not in SMALL else None
            if name and english not in taken:
                found.setdefault(english, [english]).append(IN_BRACKETS.sub("", name))
    return found


def main() -> None:
    """Write the table."""
    known = countries()
    towns = cities({names[0] for names in known.values()})
    rows = [*sorted(known.items()), *sorted(towns.items())]
    OUT.write_text(
        HEAD + "".join(f"{key}\t{'/'.join(dict.fromkeys(map(said, names)))}\n" for key, names in rows), "utf-8"
    )


if __name__ == "__main__":
    main()
