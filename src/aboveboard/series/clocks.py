"""Which clock holds in a region whose country has a single one."""

from __future__ import annotations

from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["clock_of"]

_CLOCKS: Final = {
    "CN": "Asia/Shanghai", "HK": "Asia/Hong_Kong", "MO": "Asia/Macau", "TW": "Asia/Taipei", "SG": "Asia/Singapore", "MY": "Asia/Kuala_Lumpur",
    "PH": "Asia/Manila", "KR": "Asia/Seoul", "JP": "Asia/Tokyo", "TH": "Asia/Bangkok", "VN": "Asia/Ho_Chi_Minh", "IN": "Asia/Kolkata",
    "TR": "Europe/Istanbul", "GB": "Europe/London", "IE": "Europe/Dublin", "FR": "Europe/Paris", "DE": "Europe/Berlin", "IT": "Europe/Rome",
    "NL": "Europe/Amsterdam", "BE": "Europe/Brussels", "AT": "Europe/Vienna", "CH": "Europe/Zurich", "PL": "Europe/Warsaw", "CZ": "Europe/Prague",
    "SE": "Europe/Stockholm", "NO": "Europe/Oslo", "DK": "Europe/Copenhagen", "FI": "Europe/Helsinki", "GR": "Europe/Athens", "RO": "Europe/Bucharest",
    "UA": "Europe/Kyiv", "CO": "America/Bogota", "PE": "America/Lima", "AR": "America/Argentina/Buenos_Aires",
}  # fmt: skip


def clock_of(regions: pa.Array) -> pa.Array:
    """Return the zone of each region by its country's two letters (`CN`, `CN-GD`); null where the country has several clocks, or is not known."""
    heads = pc.utf8_slice_codeunits(pc.fill_null(regions, ""), 0, 2)
    bare = pc.match_substring_regex(pc.fill_null(regions, ""), r"^[A-Z]{2}($|-)")
    place = pc.index_in(heads, pa.array(list(_CLOCKS)))
    return pc.if_else(bare, pa.array(list(_CLOCKS.values())).take(place), None)
