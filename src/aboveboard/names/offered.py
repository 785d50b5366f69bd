"""Names of accounts without what organisations offer beside theirs (`offers`): what is left may be a protected name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.abroad import well_known
from aboveboard.names.affixes import stripped, stripping
from aboveboard.names.edges import Edges, worth_it
from aboveboard.names.everyday import SURNAMES
from aboveboard.names.few import FEW, pattern_of
from aboveboard.names.letters import beyond_ascii
from aboveboard.names.offers import CODES, offers
from aboveboard.names.offers_abroad import SHORT

__all__ = ["LEAST_SIGNS", "SIGNS", "enough", "left_of", "offered", "without_offers"]

_ROUNDS = 4
_LEAST, _LEAST_GLUED, _LEAST_CODED, LEAST_SIGNS = 6, 7, 8, 3
"""Letters left of a name; where the word was glued to it; where that was a code of two letters; and ideographs or syllables."""

SIGNS = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_ENDS, _HEAD, _CODE = (4, 3), 3, 2
"""Letters by whose end, or beginning, a word that may be glued to a name is looked for; and letters of a code of a country."""


@lru_cache(maxsize=65_536)
def without_offers(name: str, core: str | None = None) -> tuple[str, ...]:
    """Return what is left of a name (`letters.letters`), and of it without affixes (`core`), when each such word in turn is taken off.

    A country, as a word of its own, is taken off only beside another such word: national bodies and branches bear one.
    """
    return tuple(dict.fromkeys(way for text in (core, name) if text for way in _left(text, name) if way != core))


def _left(text: str, name: str) -> list[str]:
    found, whole = list[str](), text == name
    for _ in range(_ROUNDS):
        bare, country = _once(text)
        left = bare and _kept(found, bare, country and whole, _bare(bare))
        if not left:
            break
        text, whole = left, False
    return found


def _bare(text: str) -> str:
    """Return a name without affixes; in one that is written as one only digits are left to take off."""
    return text.rstrip(_FIGURES) if _is_one(text) else stripping(text) or text


def _is_one(text: str) -> bool:
    return text.isascii() and " " not in text


_FIGURES = "0123456789"


def enough(text: str, least: int = _LEAST, signs: int = LEAST_SIGNS) -> bool:
    """Tell whether so much is left of a name that it may be another's: letters, or ideographs and syllables."""
    there = 0 if text.isascii() else len(SIGNS.findall(text))
    return there >= signs or (not there and len(text) - text.count(" ") >= least)


@lru_cache(maxsize=65_536)
def _once(name: str) -> tuple[str | None, bool]:
    """Return a name without one word, and whether that is a country; None where there is none."""
    if " " in name:
        bare, country = _spaced(name.split(" "))
        if bare:
            return bare, country
    return (_glued(name) if name.isascii() else _packed(name)), False


def _spaced(words: list[str]) -> tuple[str | None, bool]:
    known = offers()
    for size in range(min(_WORDS, len(words) - 1), 0, -1):
        end, start = " ".join(words[-size:]), " ".join(words[:size])
        if (country := end in known.places) or end in known.after:
            text = " ".join(words[:-size])
        elif start in known.before:
            text, country = " ".join(words[size:]), False
        else:
            continue
        if enough(text) or well_known(text):
            return text, country
    return None, False


_WORDS = 3


_MIXED = re.compile(
    r"(?P<first>[a-z]+) ?(?P<rest>[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3].*)|(?P<left>.*[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]) ?(?P<last>[a-z]+)(?: ?\d+)?"
)


def _mixed(name: str) -> str | None:
    """Take a Latin word off a name of ideographs or syllables: Support桜凪銀行, 福岚银行CS."""
    found = _MIXED.fullmatch(name)
    if not found:
        return None
    word, text = (found["first"], found["rest"]) if found["first"] else (found["last"], found["left"])
    known = word in SHORT or word in _MARKED or word in offers().glued_after or word in offers().glued_before
    return text.strip(" ") if known and len(SIGNS.findall(text)) >= LEAST_SIGNS else None


_MARKED = frozenset(("v", "vip", "kf", "kefu", "cs", "hr", "app", "id", "x", "pr", "svip", "line", "no", "official"))


def _packed(name: str) -> str | None:
    begin, end = name[:1], name[-1:]
    latin = begin.isascii() or end.isascii() or end.isdecimal()
    mixed = _mixed(name) if latin else None
    if mixed is not None:
        return mixed
    person = _PERSON.search(name) if name[-2:] in _titles() else None
    if person:
        return name[: person.start(person.lastindex or 1)].rstrip(" ")
    after, before = _packed_ends()
    if end not in after and name[-2:] not in after and begin not in before and name[:2] not in before:
        return None
    known = offers()
    longest = _LONGEST_THAI if _THAI.search(name) else _LONGEST_PACKED
    for size in range(min(longest, len(name) - LEAST_SIGNS + 1), 0, -1):
        least = LEAST_SIGNS - 1 if size > 1 else LEAST_SIGNS + 1
        for expressions, end, rest in (
            (known.packed_after, name[-size:], name[:-size]),
            (known.packed_before, name[:size], name[size:]),
        ):
            text = rest.strip(" ")
            if end in expressions and (_said_by(text) >= least or (text.isascii() and well_known(text))):
                return text
    return None


@cache
def _packed_ends() -> tuple[frozenset[str], frozenset[str]]:
    """Return the last two signs of expressions that are put right after a name, and the first two of those before one."""
    known = offers()
    return frozenset(w[-2:] for w in known.packed_after), frozenset(w[:2] for w in known.packed_before)


_LONGEST_PACKED, _LONGEST_THAI, _THAI = 12, 18, re.compile("[\u0e00-\u0e7f]")


def _said_by(text: str) -> float:
    """Return how many signs' worth a text says: two Latin letters count as one."""
    signs = len(SIGNS.findall(text))
    return signs + sum(map(str.isalnum, text.replace(" ", ""))) / 2 - signs / 2 if signs else 0.0


_FAMILY = "".join(sorted(SURNAMES))
_KOREAN = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염"
_TITLES = "警官|警察|队长|经理|专员|老师|主任|主管|医生|律师|客服|顾问|助理|科长|教授|秘书|女士|先生"
_KOREAN_TITLES = "검사|수사관|조사관|팀장|과장|실장|부장|대리|매니저|형사|경위|경감|경사|상담사|사무관"
_PERSON = re.compile(
    f"[部处科室组队心台线口道厅区服员贷办]([ ]?(?:[{_FAMILY}](?:{_TITLES})|[小老][{_FAMILY}]))$"
    f"|[과부팀실처국관반계터][ ]([{_KOREAN}](?:{_KOREAN_TITLES}))$"
)
_TITLE_ENDS = "官察长理员师任管生服问授书士"
"""Somebody at a desk, named beside it, and the last signs of titles; beside a body alone he is one who works there."""


@cache
def _titles() -> frozenset[str]:
    """Return the last two signs of somebody at a desk."""
    titles = (title[-2:] for title in f"{_TITLES}|{_KOREAN_TITLES}".split("|"))
    return frozenset((*titles, *(f"{how}{family}" for how in "小老" for family in _FAMILY)))


def _glued(name: str) -> str | None:
    """Take a word off a name that is written as one with it, in Latin letters."""
    known = _by_ends()
    for size in _ENDS:
        for word in known.tails.get(name[-size:], ()):
            if name.endswith(word) and enough(text := name[: -len(word)].rstrip(" "), _LEAST_GLUED):
                return text
    for word in known.heads.get(name[:_HEAD], ()):
        if name.startswith(word) and enough(text := name[len(word) :].lstrip(" "), _LEAST_GLUED):
            return text
    coded = (name[-_CODE:] in CODES or name[-_CODE:] in SHORT) and " " not in name
    return name[:-_CODE] if coded and enough(name[:-_CODE], _LEAST_CODED) else None


class _Ends(NamedTuple):
    """Words by their last letters, and by their first; the longest come first."""

    tails: dict[str, list[str]]
    heads: dict[str, list[str]]


@cache
def _by_ends() -> _Ends:
    known = offers()
    tails, heads = dict[str, list[str]](), dict[str, list[str]]()
    for word in sorted(known.glued_after, key=lambda w: (-len(w), w)):
        tails.setdefault(word[-_ENDS[0] :], []).append(word)
    for word in sorted(known.glued_before, key=lambda w: (-len(w), w)):
        heads.setdefault(word[:_HEAD], []).append(word)
    return _Ends(tails, heads)


def offered(names: pa.Array, cores: pa.Array, place: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Return (place, text) for whatever `without_offers` leaves of each name; a name may come several times, or never."""
    if len(names) <= FEW:
        few = list(zip(place.to_pylist(), names.to_pylist(), cores.to_pylist(), strict=True))
        ways = [(p, way) for p, n, c in few if n for way in left_of(n, c)]
        return pa.array([p for p, _ in ways], pa.int32()), pa.array([way for _, way in ways], pa.string())
    other = pc.and_(pc.is_valid(cores), pc.not_equal(cores, names))
    which = pc.or_(_worth(names), pc.fill_null(_worth(pc.if_else(other, cores, pa.scalar(None, pa.string()))), False))
    left = _left_of_many(names.filter(which).to_pylist(), cores.filter(which).to_pylist())
    at = np.repeat(place.filter(which).to_numpy(), [len(ways) for ways in left])
    return pa.array(at, pa.int32()), pa.array([way for ways in left for way in ways], pa.string())


def left_of(name: str, core: str | None) -> tuple[str, ...]:
    """Return what `offered` finds of one name (`letters.letters`)."""
    may = _might(name) or (core is not None and core != name and _might(core))
    return without_offers(name, core) if may else ()


class _Marks(NamedTuple):
    """How names begin and end that may hold such a word: first and last words, and first and last signs of packed ones."""

    lasts: frozenset[str]
    firsts: frozenset[str]
    after: frozenset[str]
    before: frozenset[str]


@cache
def _marks() -> _Marks:
    known = offers()
    return _Marks(
        frozenset(w.rsplit(" ", 1)[-1] for w in known.after | known.places),
        frozenset(w.split(" ", 1)[0] for w in known.before),
        frozenset((*(w[-1] for w in known.packed_after), *_FAMILY, *_TITLE_ENDS)),
        frozenset(w[0] for w in known.packed_before),
    )


def _might(name: str) -> bool:
    """Tell of one name what `_may` tells of many."""
    marks = _marks()
    if " " in name and (name.rsplit(" ", 1)[-1] in marks.lasts or name.split(" ", 1)[0] in marks.firsts):
        return True
    if not name.isascii():
        beside = _LATIN_BESIDE.search(name) is not None
        return beside or name[-1:] in marks.after or name[:1] in marks.before
    ends = _by_ends()
    glued = name[-_ENDS[0] :] in ends.tails or name[-_ENDS[1] :] in ends.tails or name[:_HEAD] in ends.heads
    return len(name) >= _LEAST_GLUED + _CODE and (glued or name[-_CODE:] in CODES | SHORT)


def _left_of_many(names: list[str], cores: list[str | None]) -> list[tuple[str, ...]]:
    """Return what `without_offers` leaves of each of many names; affixes are taken off all of them at once."""
    texts = [*((n, core, False) for n, core in enumerate(cores) if core), *((n, t, True) for n, t in enumerate(names))]
    found = list[tuple[int, list[str]]]()
    going = [(n, list[str](), bare, c and whole) for n, text, whole in texts for bare, c in (_once(text),) if bare]
    for turn in range(_ROUNDS):
        found += [(n, ways) for n, ways, _, _ in going] if not turn else []
        cores_of = _bare_of_many([bare for _, _, bare, _ in going])
        kept = [(n, ways, _kept(ways, *rest, core)) for (n, ways, *rest), core in zip(going, cores_of, strict=True)]
        going = [(n, ways, bare, False) for n, ways, text in kept if text for bare, _ in (_once(text),) if bare]
    left: dict[int, list[str]] = {}
    for n, ways in found:
        left.setdefault(n, []).extend(ways)
    return [tuple(dict.fromkeys(w for w in left.get(n, ()) if w != core)) for n, core in enumerate(cores)]


def _kept(found: list[str], bare: str, country: bool, core: str) -> str | None:
    """Add what is left of a text, and of that without affixes; return what to go on with.

    A `country` that was taken off a whole name says nothing alone: nothing is added, and None returned where no other word is beside it.
    """
    if country and core == bare:
        text, another = _once(bare)
        return bare if text and not another else None
    found += [bare, core] if core != bare and enough(core, signs=LEAST_SIGNS - 1) else [bare]
    return bare if core != bare and _once(bare)[0] else found[-1]


def _bare_of_many(texts: list[str]) -> list[str]:
    other = list(dict.fromkeys(t for t in texts if not _is_one(t)))
    known = dict(zip(other, stripped(pa.array(other, pa.string())).to_pylist(), strict=True))
    return [t.rstrip(_FIGURES) if _is_one(t) else known[t] or t for t in texts]


def _worth(names: pa.Array) -> pa.Array:
    """Tell which names `_once` has to look at."""
    if not worth_it(names):
        return _may(names)
    other = pc.fill_null(pc.invert(pc.string_is_ascii(names)), False)
    return pc.replace_with_mask(_edges().touched(names), other, _may(names.filter(other)))


@cache
def _edges() -> Edges:
    known = offers()
    return Edges(
        tails=known.glued_after | CODES | SHORT,
        heads=known.glued_before,
        lasts=known.places | known.after,
        firsts=known.before,
        least=_LEAST_GLUED,
    )


def _may(names: pa.Array) -> pa.Array:
    """Tell which names begin or end as one with such a word does."""
    marks, ends = _marks(), _by_ends()
    packed = pc.or_(_ending(names, 1, marks.after), _starting(names, 1, marks.before))
    glued = pc.or_(
        pc.or_(_ending(names, _ENDS[0], ends.tails), _ending(names, _ENDS[1], ends.tails)),
        pc.or_(_ending(names, _CODE, CODES | SHORT), _starting(names, _HEAD, ends.heads)),
    )
    packed = pc.or_(packed, beyond_ascii(names, _BESIDE))
    long = pc.greater_equal(pc.utf8_length(names), _LEAST_GLUED + _CODE)
    spaced = pc.match_substring(names, " ")
    several = names.filter(pc.fill_null(spaced, False))
    parts = pc.extract_regex(several, "^(?P<first>[^ ]*).* (?P<last>[^ ]+)$")
    first, last = (pc.struct_field(parts, n) for n in ("first", "last"))
    words = pc.or_(_among(last, marks.lasts), _among(first, marks.firsts))
    which = pc.or_(
        pc.and_(pc.string_is_ascii(names), pc.and_(long, glued)), pc.and_(pc.invert(pc.string_is_ascii(names)), packed)
    )
    which = pc.fill_null(which, False)
    return pc.or_(which, pc.replace_with_mask(pc.fill_null(spaced, False), pc.fill_null(spaced, False), words))


_BESIDE = r"^[a-z]+[ ]?[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]|[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}][ ]?[a-z]+[ \d]*$"
"""A Latin word at either end of a name of ideographs, kana, syllables or Thai letters."""

_LATIN_BESIDE = pattern_of(_BESIDE)


def _ending(names: pa.Array, size: int, ends: Iterable[str]) -> pa.Array:
    return _among(pc.utf8_slice_codeunits(names, -size), ends)


def _starting(names: pa.Array, size: int, starts: Iterable[str]) -> pa.Array:
    return _among(pc.utf8_slice_codeunits(names, 0, size), starts)


def _among(texts: pa.Array, words: Iterable[str]) -> pa.Array:
    return pc.is_in(texts, pa.array(sorted(set(words)), pa.string()))
