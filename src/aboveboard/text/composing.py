"""Unicode's composed form (NFC) of many texts: nearly all have it already, which is sooner seen than done again."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["composed"]

_STAYING = (
    r"\x00-\x{2FF}\x{370}-\x{373}\x{375}-\x{377}\x{37A}-\x{37D}\x{400}-\x{482}\x{48A}-\x{52F}\x{5D0}-\x{5EA}\x{60C}-\x{60F}\x{61B}"
    r"\x{620}-\x{64A}\x{660}-\x{66F}\x{671}-\x{6D3}\x{6F0}-\x{6F9}\x{E01}-\x{E30}\x{200B}-\x{2027}\x{202A}-\x{2063}\x{20A0}-\x{20BF}"
    r"\x{2150}-\x{218B}\x{2190}-\x{2328}\x{232B}-\x{2ADB}\x{2ADD}-\x{2B73}\x{3001}-\x{3029}\x{3030}-\x{303F}\x{3041}-\x{3096}\x{309B}-\x{30FF}"
    r"\x{3105}-\x{312F}\x{3131}-\x{318E}\x{31F0}-\x{31FF}\x{3220}-\x{33FF}\x{3400}-\x{4DBF}\x{4E00}-\x{9FFC}\x{AC00}-\x{D7A3}\x{FE0E}\x{FE0F}"
    r"\x{FE30}-\x{FE52}\x{FF01}-\x{FFBE}\x{1F300}-\x{1F6D7}\x{1F90C}-\x{1F978}\x{20000}-\x{2A6DD}"
)
"""Characters (of RE2) that composition neither changes nor joins to the one before: the scripts and signs that most texts are in."""


def composed(texts: pa.Array) -> pa.Array:
    """Return texts (strings, null stays null) in NFC."""
    open_ = pc.fill_null(pc.match_substring_regex(texts, f"[^{_STAYING}]"), False)
    if not pc.any(open_, min_count=0).as_py():
        return texts
    return pc.replace_with_mask(texts, open_, pc.utf8_normalize(texts.filter(open_), form="NFC"))
