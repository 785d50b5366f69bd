"""Names of bodies as people shorten them: without their country, their legal form or a word for a body at the end."""

from __future__ import annotations

import re
from functools import cache

from aboveboard.names.letters import read_letters

__all__ = ["headed", "is_domain", "shortened", "shortenings"]

_COUNTRY = re.compile(
    "^(?:中华人民共和国|中華人民共和國|中華民國|中国|中國|国家|國家|國立|国立|대한민국)(?=[\u3400-\u9fff\uac00-\ud7a3]{4})"
)
_TOWN = re.compile("^([\u3400-\u9fff]{2,3})[省市县縣区區](?=[\u3400-\u9fff]{2})")
"""A place's name and what sort of place it is, before the body that sits there."""

_FORM = re.compile(
    "(?<=[\u3400-\u9fff\uac00-\ud7a3\u3040-\u30ff]{4})(?:股份有限公司|有限责任公司|有限公司|股份公司|集团公司|集團|集团|株式会社|주식회사|공사|社)$|^(?:株式会社|주식회사)"
)


def shortened(name: str) -> str | None:
    """Return a name of ideographs, kana or syllables without its country, its legal form and what sort of place its place is.

    None where nothing, or too little, is left.
    """
    bare = name.replace(" ", "")
    short = _FORM.sub("", _TOWN.sub(r"\1", _COUNTRY.sub("", bare)))
    return short if short != bare and len(short) >= _LEAST else None


_LEAST = 4


def shortenings(name: str) -> tuple[str, ...]:
    """Return `shortened`, and it without what bodies lose in speech: 霁川中级法院, 霁川中院, 临澜税务, 明烛慈善."""
    short = shortened(name)
    bare = name.replace(" ", "")
    base = short or bare
    less = _PEOPLES.sub("", base)
    ways = (short or "", less, _COURT.sub(r"\1院", base), _BODY.sub("", less), *_banks(bare), *_banks(base))
    return tuple(dict.fromkeys(w for w in ways if len(w) >= _LEAST and w != bare))


def _banks(name: str) -> tuple[str, ...]:
    """Return a bank's name without what sort of bank it is: 中國信託銀行, 临澜农商银行, 临澜农商行."""
    rural = _RURAL.sub(r"\1\2", name)
    return (_COMMERCIAL.sub("", name), *((f"{rural}银行", f"{rural}行") if rural != name else ()))


_COMMERCIAL = re.compile("(?<=[\u3400-\u9fff]{2})(?:商业|商業)(?=银行$|銀行$)")
_RURAL = re.compile("(?<=[\u3400-\u9fff]{2})([农農])村([商])(?:业|業)(?:银行|銀行)$")

_PEOPLES = re.compile("(?<=[\u3400-\u9fff]{2})人民(?=法院|检察院|檢察院|政府|医院|醫院)")
_COURT = re.compile("(?<=[\u3400-\u9fff]{2})([中高])级人民法院$")
_BODY = re.compile("(?<=[\u3400-\u9fff]{4})(?:基金会|基金會|俱乐部|俱樂部|协会|協會|局|厅|廳)$")

_BODIES = (
    "bank banka banco banque bankası bankasi banca pay payments university college institute academy school universität universite université universidad universidade università üniversitesi hochschule uniwersytet "
    "administration administrations agency authority bureau department ministry council commission committee office service services institution agencia agence agentur verwaltung "
    "insurance assurance assurances seguros versicherung versicherungen sigorta energy power electric electricity gas water telecom mobile airlines airways air rail railways "
    "foundation society association union federation trust fund stiftung fondation fundación fundação fondazione vakfı company corporation group holding holdings gruppe grupo groupe "
    "hospital clinic clinics klinik clinique krankenhaus hastanesi pharmacy health markets market stores supermarkets foods motors logistics freight express courier post shipping versand verlag spedition "
    "gazette times post herald tribune chronicle newspaper news zeitung anzeiger journal press radio television broadcasting games studios software technologies technology systems labs "
    "банк университет академия институт почта страхование министерство агентство управление компания газета τράπεζα πανεπιστήμιο"
)
"""Words for what a body is, after its own name or before it."""


@cache
def _bodies() -> frozenset[str]:
    return frozenset(read_letters(_BODIES).split())


_OF_PLACES = re.compile(r"^(?:of|de|do|da|du|von|der) ")
_LEAST_HEAD = 8


def is_domain(words: str) -> bool:
    """Whether a name (`letters.letters`) ends as a domain does. It is borne whole or not at all: what stands before is a common word."""
    return words.rsplit(" ", 1)[-1] in _DOMAIN_ENDS


def headed(words: str) -> str | None:
    """Return what stands before or after the words for a body in a name (`letters.letters`): pennyroyal of Pennyroyal Pay.

    None where the name has no such word at either end, or too little is left. Only a disguise or an office makes it another's name.
    """
    every = words.removeprefix("the ").split(" ")
    if is_domain(words):
        return None
    while len(every) > 1 and every[-1] in _bodies():
        every.pop()
    while len(every) > 1 and every[0] in _bodies():
        every.pop(0)
    head = _OF_PLACES.sub("", " ".join(every))
    return head if len(words) - len(head) >= _LEAST_BODY and len(head.replace(" ", "")) >= _LEAST_HEAD else None


_DOMAIN_ENDS = frozenset(("com", "edu", "gov", "mil", "net", "org"))
_LEAST_BODY = 4
