"""Names of bodies as people shorten them: without their country, their legal form or a word for a body at the end."""

from __future__ import annotations

import re

__all__ = ["shortened"]

_COUNTRY = re.compile(
    "^(?:中华人民共和国|中華人民共和國|中華民國|中国|中國|国家|國家|國立|国立|대한민국)(?=[\u3400-\u9fff\uac00-\ud7a3]{4})"
)
_FORM = re.compile(
    "(?<=[\u3400-\u9fff\uac00-\ud7a3\u3040-\u30ff]{4})(?:股份有限公司|有限责任公司|有限公司|股份公司|集团公司|集團|集团|株式会社|주식회사|공사|社)$|^(?:株式会社|주식회사)"
)


def shortened(name: str) -> str | None:
    """Return a name of ideographs, kana or syllables without its country and its legal form; None where nothing, or too little, is left."""
    bare = name.replace(" ", "")
    short = _FORM.sub("", _COUNTRY.sub("", bare))
    return short if short != bare and len(short) >= _LEAST else None


_LEAST = 4
