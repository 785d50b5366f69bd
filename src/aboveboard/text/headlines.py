"""English headlines reduced to their style: small words, numbers, marks and the endings of words. What they are about is gone.

A word of content becomes its ending's class, so that no model can learn topics, names or publishers from it. The kinds of
cue are those of Chakraborty and others (ASONAM 2016), Biyani and others (AAAI 2016), and Blom and Hansen's forward
reference ("Click bait", Journal of Pragmatics 2015).
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["skeletons"]

_SMALL = """
a an the this that these those i me my you your yours we us our he him his she her they them their it its who whom whose what which
when where why how here there one ones someone everyone anyone nobody everybody something anything everything nothing and or but if
because while than then so as of in on at to for from by with without about into over after before under between through during
against off out up down is are was were be been being am do does did done has have had having will would can could should may might
must not no never ever always only just even still too very really actually literally totally probably definitely finally once again
all every each any some most more many much few other another such same own both either first last next new best worst better
good bad great perfect ultimate amazing awesome incredible unbelievable shocking hilarious adorable weird crazy insane genius epic
stunning heartbreaking mind secret secrets truth trick tricks tip tips hack hacks reason reasons thing things way ways sign signs
fact facts time times moment moments people person guess believe know knew need want love hate happen happened happens see look watch
wait try tried make makes made get gets got say says said tell tells told find show shows think feel remember understand
""".split()  # noqa: SIM905  (a paragraph of words)
_NUMBERS = "two three four five six seven eight nine ten eleven twelve twenty thirty fifty hundred".split()  # noqa: SIM905
_BASE = 0xE100
_KINDS = ("year", "few", "many", "amount", "ing", "ed", "ly", "est", "tion", "s", "word", "script", "question", "shout",
          "dots", "colon", "comma", "quote", "loud")  # fmt: skip
_CODES = {w: chr(_BASE + n) for n, w in enumerate([*_SMALL, *(f"\0{k}" for k in _KINDS)])}
_ENDINGS = ("ing", "ed", "ly", "est", "tion", "s")
_FEW, _MANY = 2, 100
_MARKS = ((r"[’‘ʼ`]", "'"), (r"\.{2,}|…", " \x01dots "), (r"!+", " \x01shout "), (r"\?+", " \x01question "),
          (r":", " \x01colon "), (r"[\"“”«»]", " \x01quote "), (r"[,;]\s", " \x01comma "), (r"[^\p{L}\p{N}\x01'.,]+", " "))  # fmt: skip


def skeletons(titles: pa.Array) -> pa.Array:
    """Return each title (English) as one private letter a word or mark, between two boundaries; case is not looked at."""
    bare = pc.replace_substring_regex(pc.fill_null(titles, ""), r"[\r\n]", " ")
    for pattern, sign in _MARKS:
        bare = pc.replace_substring_regex(bare, pattern=pattern, replacement=sign)
    words = pc.utf8_split_whitespace(pc.utf8_trim_whitespace(pc.utf8_lower(bare)))
    coded = pc.list_flatten(words).dictionary_encode()
    letters = pa.array([_code(w) for w in coded.dictionary.to_pylist()], pa.string()).take(coded.indices)
    sizes = np.concatenate([[0], np.cumsum(pc.list_value_length(words).to_numpy(zero_copy_only=False))])
    lists = pa.ListArray.from_arrays(pa.array(sizes, pa.int32()), letters)
    return pc.binary_join_element_wise("\ue000", pc.binary_join(lists, ""), "\ue001", "")


def _code(word: str) -> str:
    if word[:1] == "\x01":
        return _CODES["\0" + word[1:]]
    plain = word.strip("'.,")
    if plain in _CODES:
        return _CODES[plain]
    head, _, tail = plain.partition("'")
    if tail and head in _CODES:
        return _CODES[head] + _CODES.get({"re": "are", "s": "is", "ll": "will", "ve": "have"}.get(tail, "not"), "")
    return _CODES["\0" + _kind(plain)] if plain else ""


def _kind(word: str) -> str:
    if word.isdecimal():
        number = int(word[:9])
        return "year" if len(word) == 4 and word[:2] in {"19", "20"} else "few" if _FEW <= number <= _MANY else "many"  # noqa: PLR2004
    if word in _NUMBERS:
        return "few"
    if any(c.isdecimal() for c in word):
        return "amount"
    if not word.isascii():
        return "script"
    return next((e for e in _ENDINGS if word.endswith(e) and len(word) > len(e) + 2), "word")
