"""What a biography says of things its account shares: "Retweets are not endorsements" does not say whose account it is."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["without_sharing"]

_SHARED = r"(?:retweets?|rts?|reposts?|re-?shares?|shares?|likes?|follows?|followings?|links?|mentions?)(?:['’]s)?"
_JOINED = rf"(?:[\s/,&+]|\b(?:and|or|are|is|do|does)\b|\b{_SHARED}\b)*"
_SAYS = rf"(?i)\b{_SHARED}\b{_JOINED}(?:≠|!=|=/=|\bnot\b|\b(?:are|is|do|does)n['’]t\b)(?:\s+(?:an?|imply|mean|equal|constitute))*\s+endorse(?:ments?)?\b"


def without_sharing(bios: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return biographies without that; null stays null."""
    return pc.replace_substring_regex(bios, pattern=_SAYS, replacement="")
