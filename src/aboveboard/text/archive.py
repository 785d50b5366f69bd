"""Names that say of themselves that they are kept only as a record."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["archived"]

_ADJECTIVES = (
    r"archived|archiviert\w*|gearchiveerd|archivée?|archivad[ao]|archiviat[ao]|arquivad[ao]|архивирован\w*"
    r"|(已|官方)?(存档|存檔|归档|歸檔)|アーカイブ|مؤرشف(ة)?"
)
_NOUNS = r"archives?|archiv|archivo|arquivo|archivio|archief|архив|أرشيف|ארכיון"
_ARCHIVED = rf"(?i)^[\W_]*((?:{_ADJECTIVES})|(?:{_NOUNS})\s*(?:[:：|\])）】」]|[-–—]\s))"


def archived(names: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return whether each name starts with an archive label ("Archived: …", "【存档】…"); null stays null.

    A participle is a label by itself; a noun only with a sign behind it, since archives are institutions too. The label
    must stand first because services cut long names at the end.
    """
    return pc.match_substring_regex(pc.utf8_normalize(names, form="NFKC"), pattern=_ARCHIVED)
