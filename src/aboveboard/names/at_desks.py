"""Names that begin or end with another where the rest names a desk, a word of it unknown: Wells Fargo Zelle Refund Desk."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import groupby

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.desk_words import listed, packed_desks
from aboveboard.names.expansions import SMALL
from aboveboard.names.few import searched
from aboveboard.names.folding import fold
from aboveboard.names.letters import lettering
from aboveboard.names.meanings import means, part_of_expression, taken
from aboveboard.names.offered import LEAST_SIGNS, SIGNS, enough, without_offers
from aboveboard.names.offers import listed_read, offers, spaced_desks_read
from aboveboard.names.rarity import bits
from aboveboard.names.words_of_bodies import is_known, tells

__all__ = [
    "ends_of_desks",
    "heads_of",
    "may_be_at_desks",
    "may_be_desk",
    "may_have_heads",
    "name_desks",
    "names_a_desk",
    "said_of_a_desk",
]


@lru_cache(maxsize=65_536)
def heads_of(name: str, core: str | None = None) -> tuple[str, ...]:
    """Return what a name may begin, or end, with where the rest is said of a desk or of what it gives, one word or few signs of it unknown.

    Wells Fargo of Wells Fargo Zelle Dispute Dept, 海港银行 of 海港银行话费返还中心; not 海港大学 of 海港大学第三医院挂号, which is another body.
    """
    if name.isascii() or not SIGNS.search(name):
        return _heads_of_words(_letters_as_one(name.split(" ")))
    beside = _beside_its_kind(name.split(" "))
    lefts = without_offers(name, core)
    lefts = (core, *lefts) if core and core != name else lefts
    ways = ((left[:-cut].rstrip(" "), left[-cut:].lstrip(" ")) for left in lefts for cut in range(1, _FEW_SIGNS + 1))
    heads = (h for h, rest in ways if len(SIGNS.findall(h)) >= LEAST_SIGNS and not _bodily(rest))
    return tuple(dict.fromkeys((*beside, *heads)))


def may_be_at_desks(parted: pa.Array, packed: pa.Array) -> pa.Array:
    """Tell of which names, parted into words, `heads_of` has to be asked: by their first and last words, then by all; `packed` ones have none."""
    which = pc.fill_null(pc.or_(_by_their_ends(parted), packed), False)
    return pc.replace_with_mask(which, which, may_have_heads(parted.filter(which)))


def _by_their_ends(parted: pa.Array) -> pa.Array:
    several = pc.fill_null(pc.match_substring(parted, " "), False)
    some = parted.filter(several)
    first, last = (
        pc.struct_field(pc.extract_regex(some, pattern), "word") for pattern in ("^(?P<word>[^ ]+)", "(?P<word>[^ ]+)$")
    )
    strong, tails = (pa.array(sorted(words)) for words in ends_of_desks())
    made = pc.and_(pc.greater_equal(pc.utf8_length(last), 8), pc.is_in(pc.utf8_slice_codeunits(last, -4), tails))
    two = pc.or_(pc.or_(pc.is_in(first, strong), pc.is_in(last, strong)), made)
    more = pc.or_(pc.greater_equal(pc.count_substring(some, " "), 2), two)
    return pc.replace_with_mask(several, several, more)


def may_have_heads(names: pa.Array) -> pa.Array:
    """Tell of which names (`letters.letters`, none null) `heads_of` has to be asked: few words tell of a desk, or are odd beside a kind of body."""
    signs = pc.match_substring_regex(names, _ANY_SIGN)
    return pc.replace_with_mask(signs, pc.invert(signs), _may_have_heads(names.filter(pc.invert(signs))))


def _may_have_heads(names: pa.Array) -> pa.Array:
    tokens = pc.split_pattern(names, " ")
    coded = pc.list_flatten(tokens).dictionary_encode()
    of, words = pc.list_parent_indices(tokens).to_numpy(), coded.dictionary.to_pylist()
    number = coded.indices.to_numpy()

    def count(tell: Callable[[str], bool]) -> np.ndarray:
        flags = np.fromiter(map(tell, words), np.bool_, len(words))
        return np.bincount(of[flags[number]], minlength=len(names))

    unknown, odd_unknown = count(_unknown), count(lambda w: _odd(w) and _unknown(w))
    beside = (count(_odd) > odd_unknown) & (unknown == 0) | (odd_unknown > 0) & (unknown == 1)
    parted = (count(_telling) > 0) | (count(lambda w: len(w) == 1) >= _BRIEFEST) | (count(_signed) > 0)
    return pa.array(beside | parted)


def _unknown(word: str) -> bool:
    """Tell whether a word is none of a kind of body and none of what is said beside one."""
    return not (part_of_expression(word) or is_known(word) or word in SMALL)


def _signed(word: str) -> bool:
    """Tell whether a word is read as one that is written without spaces."""
    return part_of_expression(word) > 1


_FEW_SIGNS = 4
_BODILY = re.compile(
    "[店馆院校园社区县市镇村局厅署庁省府部会會館學学司行厂堂寺站港湾湖山川路街城町号座組队隊团團班系科所室台網网报報刊社校区점청원교국사부]$"
)


def _bodily(rest: str) -> bool:
    """Tell whether what stands between a name and a desk makes it the desk of another body."""
    return bool(_BODILY.search(rest)) and not _WITHIN.search(rest)


_WITHIN = re.compile("(?:总行|總行|分行|支行|总部|總部|总店|总局|總局|本店|本部|支店|본점|지점|본사)$")
"""What a body calls a part of itself, or its own seat."""


def _letters_as_one(words: list[str]) -> list[str]:
    """Return words with letters that are parted one by one, three or more of them, as one: H.M.R.C. Refund."""
    if sum(len(w) == 1 for w in words) < _BRIEFEST:
        return words
    runs = [(one, list(some)) for one, some in groupby(words, lambda w: len(w) == 1)]
    joined = [["".join(some)] if one and len(some) >= _BRIEFEST else some for one, some in runs]
    return [w for some in joined for w in some]


def _heads_of_words(words: list[str]) -> tuple[str, ...]:
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
        return ()
    strong, known = _strong()
    only = _spoken()[1]
    found = _beside_its_kind(words)
    if not any(map(_telling, words)):
        return tuple(found)
    for size in range(1, min(_LONGEST_REST, len(words) - 1) + 1):
        for rest, left in ((words[-size:], words[:-size]), (words[:size], words[size:])):
            if not _OTHERS.isdisjoint(rest):
                continue
            unknown = sum(w not in known for w in rest)
            near = 1 < size < _LONGEST_REST and unknown <= 1 and any(w in strong or w in only for w in rest)
            text = " ".join(left)
            told = _said_of_a_desk(rest)
            if (near or told) and enough(text) and left[0] not in SMALL:
                found.append(text)
            if told and ((one := len(left) == 1) or left[0] in offers().before):
                found += (
                    [text]
                    if one and _abbreviation(text)
                    else [" ".join(left[1:])]
                    if enough(" ".join(left[1:]))
                    else []
                )
    return tuple(dict.fromkeys(found))


def _beside_its_kind(words: list[str]) -> list[str]:
    """Return the words of a name that may be abbreviations and beside which all says a kind of body, or a country: NAV Hungarian Tax Authority."""
    if len(words) == 1:
        return []
    return [w for n, w in enumerate(words) if _odd(w) and _said_of_a_kind([*words[:n], *words[n + 1 :]])]


@lru_cache(maxsize=65_536)
def _odd(word: str) -> bool:
    if not _BRIEFEST <= len(word) <= _BRIEF or SIGNS.search(word):
        return False
    return bits(word) >= (_ODD if word.isascii() else _ODD_ELSEWHERE) and not is_known(word)


def _said_of_a_kind(rest: list[str]) -> bool:
    """Tell whether words all say a kind of body, or a country: word for word, or as one."""
    if any(map(tells, rest)) and all(w in SMALL or is_known(w) for w in rest):
        return True
    if len(rest) == 1 and rest[0].isascii() and rest[0].isalnum() and not taken(rest[0], " ", 1):
        return False  # a single word that is not known means nothing
    if {*map(part_of_expression, rest)} in ({0}, {0, 1}):
        return False
    return any("@=" not in key for key in means(" ".join(rest)))


@lru_cache(maxsize=65_536)
def _telling(word: str) -> bool:
    """Tell whether a word is one of those without which no name is at a desk."""
    return word in _telling_words() or bool(_compound(word))


@cache
def _telling_words() -> frozenset[str]:
    return _spoken()[1] | _spoken()[2] | _strong()[0] | listed_read("syllable")


def _abbreviation(word: str) -> bool:
    """Tell whether a word is so short and odd that an abbreviation may be meant: NHS, PDRM."""
    return _BRIEFEST <= len(word) <= _BRIEF and word.isascii() and bits(word) >= _ODD


_BRIEFEST, _BRIEF, _ODD, _ODD_ELSEWHERE = 3, 5, 13.0, 11.0

_OTHERS = frozenset(
    """
    forum forums group groups victims watch watchdog union workers staff alumni stories memes jokes blog review reviews news fans
    gruppe verein opfer grupo víctimas victimas sindicato vecinos groupe victimes syndicat amis gruppo vittime groep vakbond форум группа жертвы
    preparation prep study practice coaching подготовка экзамен अभ्यास तयारी तैयारी परीक्षा
    профсоюз приколы форум група nhóm hội komunitas grup serikat mağdurları mağdurlar نقابة رابطة ضحايا انجمن کانون संघ सংঘ சங்கம்
    """.split()  # noqa: SIM905  (a paragraph of words reads better than fifty quoted lines)
)
"""Words by which those call themselves who speak of a body, or to it, not for it."""


def _said_of_a_desk(rest: list[str]) -> bool:
    """Tell whether words are all said of a desk, one of them of nothing else: Onlinewache Anzeige, oficina de pagos."""
    known, strong, weak = _spoken()
    told = [w if w in known else _compound(w) for w in rest]
    syllables = listed_read("syllable")
    enough_said = sum(w in weak for w in told) > 1 or sum(w in syllables for w in told) > _SYLLABLES
    return all(told) and (any(w in strong for w in told) or enough_said)


@lru_cache(maxsize=16_384)
def said_of_a_desk(text: str) -> bool:
    """Tell whether what follows a name names a desk: half of its words, one of them of nothing else, or how it ends in scripts without spaces.

    A tea seller in front of an office names one, and his tea.
    """
    packed = "".join(text.split())
    if SIGNS.search(packed):
        return _UNIT.sub("", packed).endswith(_packed_desks()) or packed.endswith(_packed_desks())
    words, (known, only, _) = (lettering(text, camel=True) or "").split(), _spoken()
    if not any(word in only or _compound(word) for word in words) or not _OTHERS.isdisjoint(words):
        return False
    return 2 * sum(word in known or word in SMALL or bool(_compound(word)) for word in words) >= len(words)


def names_a_desk(words: str) -> bool:
    """Tell whether a folded name has a word of a desk beside others, or in scripts without spaces ends as one, as `name_desks` tells of many."""
    spaced, packed = _folded_desks()
    if SIGNS.search(words):
        bare = words.replace(" ", "")
        ways = (bare, _UNIT.sub("", bare))
        return any(w[-n:] in packed for w in ways for n in range(_SHORTEST_DESK, min(_LONGEST_DESK, len(w) - 1) + 1))
    return " " in words and not spaced.isdisjoint(words.split(" "))


def name_desks(words: pa.Array) -> pa.Array:
    """Tell which folded names (`Folded.words`) may begin or end with a whole name, for the rest names a desk; none of a null."""
    signs = pc.fill_null(pc.match_substring_regex(words, _ANY_SIGN), False)
    several = pc.and_(pc.fill_null(pc.match_substring(words, " "), False), pc.invert(signs))
    spaced, ends = _desks_to_seek()
    tokens = pc.split_pattern(words.filter(several), " ")
    told = np.zeros(len(tokens), bool)
    told[pc.list_parent_indices(tokens).filter(pc.is_in(pc.list_flatten(tokens), spaced)).to_numpy()] = True
    found, bare = pa.array(told), pc.replace_substring(words.filter(signs), " ", "")
    unit = pc.fill_null(searched(bare, _UNIT.pattern), False)
    close = pc.replace_with_mask(
        unit, unit, _ending(pc.replace_substring_regex(bare.filter(unit), _UNIT.pattern, ""), ends)
    )
    close = pc.or_(close, _ending(bare, ends))
    return pc.replace_with_mask(pc.replace_with_mask(several, several, found), signs, close)


def _ending(bare: pa.Array, ends: pa.Array) -> pa.Array:
    """Tell which texts without spaces end as a desk, something before it."""
    size, close = pc.utf8_length(bare), pa.array([False] * len(bare), pa.bool_())
    for length in range(_SHORTEST_DESK, _LONGEST_DESK + 1):
        tail = pc.is_in(pc.utf8_slice_codeunits(bare, -length), ends)
        close = pc.or_(close, pc.and_(tail, pc.greater(size, length)))
    return close


_UNIT = re.compile("(?:[部组組处處科室]|办理处|辦理處|专员|專員|[係課]|本部|[팀과계])$")
"""A part of a body, behind what it deals with: 商家入驻部."""


_ANY_SIGN = r"[\x{0E00}-\x{0E7F}\x{3040}-\x{30FF}\x{3400}-\x{9FFF}\x{AC00}-\x{D7A3}]"
"""What `SIGNS` finds, for RE2."""
_SHORTEST_DESK, _LONGEST_DESK = 2, 10


@cache
def _folded_desks() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that are said of a desk and of nothing else, and how names without spaces end that are at one, folded."""
    marked = (w for w in listed("said") - listed("weak") if len(w) > _LEAST_STRONG and _GREEK.search(w))
    every = (_spoken()[1].union(marked), _packed_desks())
    spaced, packed = (fold(pa.array(sorted(some), pa.string())).words for some in every)
    return frozenset(spaced.to_pylist()), frozenset(w.replace(" ", "") for w in packed.to_pylist())


_GREEK = re.compile("[\u0370-\u03ff]")
"""Letters whose accents stay in a folded name: words of a desk are read without."""


@cache
def _desks_to_seek() -> tuple[pa.Array, pa.Array]:
    spaced, packed = (pa.array(sorted(some), pa.string()) for some in _folded_desks())
    return spaced, packed


@cache
def _packed_desks() -> tuple[str, ...]:
    return tuple(sorted(listed("packed") | packed_desks()))


_SYLLABLES = 2
"""Vietnamese syllables that may be somebody's name."""


@lru_cache(maxsize=16_384)
def _compound(word: str) -> str:
    """Return the last part of a word that is made of two that are said of a desk, such as Leveransavgift; empty for another."""
    known, parts = _parts()
    if len(word) < 2 * _LEAST_PART or word[-_LEAST_PART:] not in ends_of_desks()[1]:
        return ""
    for at in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
        head, tail = word[:at], word[at:]
        if tail in known and (head in parts or (head[-1] in "sne" and head[:-1] in parts)):
            return _A_COMPOUND
    return ""


_LEAST_PART, _A_COMPOUND = 4, "refund"
"""Letters of a part of a word made of two; such a word says as much as this one."""


@cache
def _spoken() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return all words that are said of a desk, those that are said of nothing else, and those of which it takes two."""
    said, weak, bare, syllables = (listed_read(kind) for kind in ("said", "weak", "beside", "syllable"))
    strong, known = _strong()
    telling = frozenset(w for w in said if len(w) > _LEAST_STRONG or not w.isascii() or not _VOWELS & set(w))
    only = (telling | strong) - weak - syllables
    return said | weak | bare | syllables | known, only, weak - bare - syllables - _ANYBODYS - SMALL


_VOWELS = frozenset("aeiouyl")
"""A short word with one is a name as readily; `l` is what i is read as."""


@cache
def _parts() -> tuple[frozenset[str], frozenset[str]]:
    said = frozenset(w for w in listed_read("said") | listed_read("part") if len(w) >= _LEAST_PART)
    return said, said


@cache
def ends_of_desks() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words by which a name of two words may end, or begin, as one at a desk or of a country, and how longer ones end that are made of two."""
    lands = frozenset(w for w in offers().places if " " not in w and len(w) >= _LEAST_PART)
    return _spoken()[1] | lands, frozenset(w[-_LEAST_PART:] for w in _parts()[0])


def may_be_desk(first: str, last: str) -> bool:
    """Tell whether a name of two words, its `first` and its `last`, may be one at a desk."""
    strong, tails = ends_of_desks()
    return first in strong or last in strong or (len(last) >= 2 * _LEAST_PART and last[-_LEAST_PART:] in tails)


_FEWEST_WORDS, _MOST_WORDS, _LONGEST_REST, _LEAST_STRONG = 2, 9, 5, 4


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
