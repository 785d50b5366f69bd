"""Names that begin or end with another where the rest names a desk, a word of it unknown: Wells Fargo Zelle Refund Desk."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from aboveboard.names.expansions import SMALL
from aboveboard.names.offered import LEAST_SIGNS, SIGNS, enough, without_offers
from aboveboard.names.offers import offers, spaced_desks_read

__all__ = ["heads_of"]


@lru_cache(maxsize=65_536)
def heads_of(name: str, core: str | None = None) -> tuple[str, ...]:
    """Return what a name may begin, or end, with where the rest is said of a desk or of what it gives, one word or few signs of it unknown.

    Wells Fargo of Wells Fargo Zelle Dispute Dept, 海港银行 of 海港银行话费返还中心; not 海港大学 of 海港大学第三医院挂号, which is another body.
    """
    if name.isascii() or not SIGNS.search(name):
        return _heads_of_words(name.split(" "))
    lefts = without_offers(name, core)
    ways = ((left[:-cut].rstrip(" "), left[-cut:].lstrip(" ")) for left in lefts for cut in range(1, _FEW_SIGNS + 1))
    return tuple(dict.fromkeys(h for h, rest in ways if len(SIGNS.findall(h)) >= LEAST_SIGNS + 1 and not _bodily(rest)))


_FEW_SIGNS = 4
_BODILY = re.compile(
    "[店馆院校园社区县市镇村局厅署庁省府部会會館學学司行厂堂寺站港湾湖山川路街城町号座組队隊团團班系科所室台網网报報刊社校区점청원교국사부]$"
)


def _bodily(rest: str) -> bool:
    """Tell whether what stands between a name and a desk makes it the desk of another body."""
    return bool(_BODILY.search(rest))


def _heads_of_words(words: list[str]) -> tuple[str, ...]:
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
        return ()
    strong, known = _strong()
    found = list[str]()
    for size in range(2, min(_LONGEST_REST, len(words) - 1) + 1):
        for rest, left in ((words[-size:], words[:-size]), (words[:size], words[size:])):
            unknown = [w for w in rest if w not in known]
            text = " ".join(left)
            if len(unknown) <= 1 and any(w in strong for w in rest) and enough(text) and left[0] not in SMALL:
                found.append(text)
    return tuple(dict.fromkeys(found))


_FEWEST_WORDS, _MOST_WORDS, _LONGEST_REST, _LEAST_STRONG = 3, 8, 4, 4


@cache
def _strong() -> tuple[frozenset[str], frozenset[str]]:
    """Return words that only a desk, or what it gives or takes, is called by, and those with all others that may stand beside a name."""
    known = offers()
    pairs = (text.split(" ") for text in spaced_desks_read() if text.count(" ") == 1)
    desks = frozenset(w for pair in pairs for w in pair if len(w) >= _LEAST_STRONG or not w.isascii())
    strong = frozenset(w for w in known.strong if " " not in w and (len(w) >= _LEAST_STRONG or not w.isascii())) | desks
    return strong - _ANYBODYS - SMALL, strong | known.after | known.places | SMALL


_ANYBODYS = frozenset(
    """
    team teams group page pages online live app apps store shop sale sales outlet news press tv plus pro prime international updates update
    member members business personal gold premium platinum elite points miles card cards box office tickets ticket booking bookings technical
    tech service services centro center centre central club hub section division unit equipo equipe squad wing line agent agents job jobs work
    career careers invest investment investments trading trade broker brokers transfer transfers exchange collection collections delivery
    returns pickup dispatch warehouse data
    """.split()  # noqa: SIM905  (a paragraph of words reads better than ninety quoted lines)
)
"""Words of the same lists that teams, shops and fans call themselves by as readily."""
