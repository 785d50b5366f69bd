"""Words in a name that say how it is meant: a label (parody, fan, archive), a tie (works at, ex-), a claim (official), a return.

Names are read folded, so a disguised word is read too; texts about oneself are read in normal lower-case text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names import cue_words
from aboveboard.names.comebacks import ACCOUNTS, ENDED
from aboveboard.names.cue_lost import LOST
from aboveboard.names.few import FEW, pattern_of, searched, searched_any
from aboveboard.names.folding import fold

__all__ = [
    "Cues",
    "announces_return",
    "badges",
    "claims",
    "cues",
    "labels",
    "returns",
    "stretches",
]

_BADGES = (
    "[\u2713\u2714\u2611\u2705\U0001f5f8\U0001f5f9\u272a\u221a]"
    "|(?:^|[^\u24b6-\u24e9\U0001f150-\U0001f169])[\u24cb\u24e5\U0001f165](?:$|[^\\pL\u24b6-\u24e9\U0001f150-\U0001f169])"
    "|(?i::(?:verified|official|blue_?check|check|white_check_mark|heavy_check_mark|ballot_box_with_check)[a-z_]*:)"
    "|(?i:[\\[(【（「](?:verified|official|官方|官方认证|认证|認證|已认证|公式|공식)[\\])】）」])"
)
"""Signs that pass for the badge of a checked account: ticks, a circled V that is no letter of a word, a word in brackets."""

_LONGEST_STRETCH = 8
_SHORTEST_HAN = 3


class Cues(NamedTuple):
    """One boolean a name each. `label`: it says it is not the original; `tie`: it names a relation; `claim`: it claims office."""

    label: pa.Array
    tie: pa.Array
    claim: pa.Array


def cues(words: pa.Array) -> Cues:
    """Read the cues of folded names (`Folded.words`). A null name has none."""
    ends = "|".join(_folded(cue_words.ENDS))
    tests = (*_labels(), f"{_any(cue_words.TIES)}|(?:^| )(?:{ends})$", _any(cue_words.CLAIMS))
    label, suffix, tie, claim = (_matches(words, test) for test in tests)
    return Cues(pc.or_(label, suffix), tie, claim)


def claims(words: str) -> bool:
    """Tell whether one folded name claims office, as `cues` does of many."""
    return pattern_of(_any(cue_words.CLAIMS)).search(words) is not None


def labels(words: str) -> bool:
    """Tell whether one folded name says that it is not the original, as `cues` does of many."""
    return any(pattern_of(test).search(words) for test in _labels())


@cache
def _labels() -> tuple[str, str]:
    ends = "|".join(_folded(cue_words.ENDS))
    called = f"{_any((*cue_words.LABELS, *cue_words.FAN_OF), start=True)}|^(?:{ends})$"
    return called, f"(?:{'|'.join(_folded(cue_words.SUFFIXES))})$"


def returns(words: pa.Array) -> pa.Array:
    """Tell, for each folded name (`Folded.words`), whether it announces a return: 2.0, is back, 新号."""
    return pc.fill_null(searched(words, _any(cue_words.RETURNS)), False)


def announces_return(bios: pa.Array | pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    """Tell, for each text about oneself as written, whether it announces a return: 原号被封, "old account banned"."""
    lower = _lower(bios)
    told = pc.fill_null(searched_any(lower, (*cue_words.BIO_RETURNS, *LOST)), False)
    return pc.or_(told, pc.and_(_matches(lower, ACCOUNTS), _matches(lower, ENDED)))


def badges(names: pa.Array) -> pa.Array:
    """Return the sign in each name as written that passes for the badge of a checked account; null where there is none."""
    if len(names) <= FEW:
        search = pattern_of(_BADGES).search
        drawn = (search(n) if n is not None else None for n in names.to_pylist())
        return pa.array([m[0].strip() if m else None for m in drawn], pa.string())
    found = pc.struct_field(pc.extract_regex(names, f"(?P<badge>{_BADGES})"), "badge")
    return pc.utf8_trim_whitespace(found)


def stretches(words: str, *, glued: bool = False) -> list[str]:
    """Return the stretches of a folded name that could be another's name: runs of words, and runs of ideographs.

    Joined without spaces, at most 8 words; runs of ideographs have at least 3. The whole name is not among them.
    `glued` adds runs of two ideographs, and letters that stand beside signs without a space.
    """
    parts = words.split(" ")
    found = {
        "".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, min(len(parts), i + _LONGEST_STRETCH) + 1)
    }
    least = _SHORTEST_HAN - glued
    for run in re.findall(f"[\\u3400-\\u9fff]{{{least},24}}", "".join(parts)):
        found |= {run[i:j] for i in range(len(run)) for j in range(i + least, len(run) + 1)}
    if glued:
        found |= set(_GLUED.findall(words))
    return sorted(found - {"".join(parts)})


_GLUED = re.compile("[a-z0-9]{3,}(?=[^\\x00-\\x7f])|(?<=[^\\x00-\\x7f ])[a-z0-9]{3,}")


def _lower(texts: pa.Array | pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    return pc.utf8_lower(pc.utf8_normalize(texts, form="NFKC"))


def _matches(texts: pa.Array, pattern: str) -> pa.Array:
    return pc.fill_null(searched(texts, pattern), False)


@cache
def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    folded = fold(pa.array(words, pa.string())).words.to_pylist()
    return tuple(dict.fromkeys(re.escape(w) for w in folded if w))


@cache
def _any(words: tuple[str, ...], *, start: bool = False) -> str:
    """Return a pattern for any of `words`: scripts with spaces at word boundaries, ideographs and kana anywhere."""
    spaced = [w for w in _folded(words) if not re.search("[\\u0e00-\\u0e7f\\u3040-\\u9fff\\uac00-\\ud7af]", w)]
    packed = [w for w in _folded(words) if w not in spaced]
    edge = "^" if start else "(?:^| )"
    whole = f"{edge}(?:{'|'.join(spaced)})(?: |$)"
    return f"{whole}|{'^' if start else ''}(?:{'|'.join(packed)})" if packed else whole
