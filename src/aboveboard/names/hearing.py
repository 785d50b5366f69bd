"""Names in Latin letters as they are heard: one key for spellings that sound alike, whatever the vowels.

Method: consonants are written by sound (c before e is s, ph is f, ck is k), each run of vowels is one, letters are not
doubled, a last vowel is silent. Coarser than Soundex' successors on purpose: a key is for finding, `likeness` judges.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, islice

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.exchange import Exchange, singled
from aboveboard.names.few import searched
from aboveboard.names.lines import joined, parted

__all__ = ["mixtures_by_ear", "said_otherwise", "skeleton", "skeletons_by_ear", "sounds_of"]

_SHORTEST = 4
"""Letters of a key, from which it says enough to be looked up."""

_SPELLINGS = (
    "tj=c dj=j ight=it eigh=ei augh=a ough=o igh=i sce=se sci=si pf=f mb=nb mp=np aw=a ow=a ew=a ah=a eh=a ih=a oh=a uh=a ph=f gh=g kh=k rh=r th=t wh=w bh=b dh=d sch=s tch=c ch=c sh=s zh=z qu=kv q=k ce=se ci=si cy=si ck=k "
    "cc=k c=k xk=ks x=ks tz=z ts=z z=s dg=j ge=je gi=ji gn=n kn=n wr=r ps=s lh=l nh=n y=i v=f w=f"
)
_SPELLED = [pair.split("=") for pair in _SPELLINGS.split()]

_VOWELS = "eiou"
_ODD = r"[^a-z]"


def skeletons_by_ear(place: pa.Array, words: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Return (place, key) of the names (`letters.letters`, marks dropped) that are in Latin letters and say enough."""
    bare = pc.replace_substring(words, " ", "")
    latin = pc.invert(searched(bare, _ODD))
    place, bare = place.filter(latin), bare.filter(latin)
    if not len(bare):
        return place, bare
    keys = parted(_heard(joined(bare)))
    enough = pc.greater_equal(pc.utf8_length(keys), _SHORTEST)
    return place.filter(enough), keys.filter(enough)


def skeleton(words: str) -> str:
    """Return the key of one name; empty where it has none."""
    bare = words.replace(" ", "")
    key = "" if _OTHER.search(bare) else _heard(bare)
    return key if len(key) >= _SHORTEST else ""


_OTHER = re.compile(_ODD)


_OTHERWISE = tuple(
    (re.compile(pair.rpartition("=")[0]), pair.rpartition("=")[2])
    for pair in [
        r"qu=k",
        r"ight=ite",
        r"ite=ight",
        r"(?<=\w\w\w)e\b=",
        r"k\b=que",
        r"ch=k",
        r"v=b",
        r"b=v",
        r"ll=y",
        r"x=sh",
        r"x=z",
        r"j=y",
        r"j=h",
        r"h=",
        r"ch=sh",
        r"cz=ch",
        r"rz=z",
        r"ij=y",
        r"tj=ch",
        r"dj=y",
        r"(?<=\w\w\w)[tdsxp]\b=",
        r"ault\b=o",
        r"d\b=t",
        r"g\b=k",
        r"b\b=p",
        r"g=k",
    ]
)
"""Letters, and others that sound like them in some language: Spanish v and b, French silent ends, German hard ones."""


def said_otherwise(words: str) -> list[str]:
    """Return words in plain Latin letters with one or two such letters, or pairs of them, written by their sound."""
    once = [(n, text) for n, (said, other) in enumerate(_OTHERWISE) if (text := said.sub(other, words)) != words]
    twice = (said.sub(other, text) for n, text in once for said, other in _OTHERWISE[n + 1 :])
    return list(dict.fromkeys(islice(chain((t for _, t in once), twice), _WAYS)))


_WAYS = 24


def mixtures_by_ear(texts: list[str]) -> list[str]:
    """Return mixtures of Latin and other letters with the Latin ones as they are heard, and separators dropped."""
    text = "\n".join(texts)
    if text.count("\n") != len(texts) - 1:
        text = "\n".join([t.replace("\n", "") for t in texts])
    return _heard(_SAID(text.casefold())).split("\n") if texts else []


class _Letters(dict[int, int | None]):
    """Every letter and digit, and the ends of lines, as they are; nothing else."""

    def __missing__(self, code: int) -> int | None:
        self[code] = kept = code if chr(code).isalnum() or code == ord("\n") else None
        return kept


_SAID = Exchange(_Letters())


@lru_cache(maxsize=65_536)
def sounds_of(text: str) -> str:
    """Return a few Latin letters as they are heard, a last vowel too."""
    return _heard(text + "|").removesuffix("|")


def _heard(text: str) -> str:
    for written, sound in _SPELLED:
        text = text.replace(written, sound)
    for vowel in _VOWELS:  # several times faster than a table, where not all is ASCII
        text = text.replace(vowel, "a")
    text = singled(text)
    return text.replace("a\n", "\n").removesuffix("a")
