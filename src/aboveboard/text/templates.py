"""What near copies of one text have in common, and what differs: a frame of words with slots, and what each copy puts there.

The frame is what most copies keep of one of them, in its order (longest common subsequence of words, or of single letters where
words are not parted by spaces). A slot is where they differ. Its kind is read from how its fillings are written, never from
what they mean.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

__all__ = ["Slot", "Template", "Token", "fillings", "template", "tokens"]

_MOST = 0.8
"""Share of the copies that keep a word of the frame."""

_SOME = 0.2
"""Share of the copies that must put something between two words to make that place a slot."""

_SAMPLE = 40
_LONGEST = 400
"""Copies that are read to find the frame, and words of each."""

_MONEY = "$¢£¤¥֏؋৲৳฿₠-⃀﷼﹩＄￠￡￥￦"
_CODES = "USD|EUR|GBP|JPY|CNY|RMB|INR|RUB|KRW|BRL|TRY|CHF|CAD|AUD|NGN|IDR|VND"
_UNITS = "元|块|圓|円|원|руб|zł|kr|Kč|lei"
_NUMBER = r"\d+(?:[.,:/\-−–]\d+)*"
_SIGN = rf"(?:[{_MONEY}]|\b(?:{_CODES}))"
_ALONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(
    rf"""(?P<link>(?i:https?://|www\.)[^\s\u3400-\u9fff，。！？、）】」』]*(?<![.,!?;:'")\]]))
    |(?P<handle>[@＠][\w.\-]+)
    |(?P<tag>[#＃][^#＃\s]{{1,60}}[#＃]|[#＃]\w+)
    |(?P<price>{_SIGN}\s?{_NUMBER}|{_NUMBER}\s?(?:[{_MONEY}]|(?:{_CODES}|{_UNITS})(?![^\W{_ALONE}])))
    |(?P<number>{_NUMBER}%?)
    |(?P<letter>[{_ALONE}])
    |(?P<word>(?:(?![{_ALONE}])[^\W_\d])(?:(?![{_ALONE}])[\w'’\u0300-\u036f\u0900-\u0dff-])*)
    """,
    re.VERBOSE,
)
_MASKED = frozenset({"link", "handle", "tag", "price", "number"})
_HIDDEN = re.compile("[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")


class Token(NamedTuple):
    """One word, letter, number, link … as written. `key` is what must be alike for two to be one; numbers and links all are."""

    kind: str
    key: str
    text: str


class Slot(NamedTuple):
    """A place where copies differ: before the frame's token `place`, or that token itself where `inside`."""

    place: int
    inside: bool
    kind: str


class Template(NamedTuple):
    """The frame's tokens and the slots, in order. `text` shows both: slots as ⟨kind⟩."""

    frame: tuple[Token, ...]
    slots: tuple[Slot, ...]

    @property
    def text(self) -> str:
        """The frame as a person reads it, with `⟨number⟩`, `⟨name⟩` … where copies differ."""
        shown = list[tuple[str, bool]]()
        inside = {s.place: s for s in self.slots if s.inside}
        before = {s.place: s for s in self.slots if not s.inside}
        for place in range(len(self.frame) + 1):
            if place in before:
                shown.append((f"⟨{before[place].kind}⟩", False))
            if place < len(self.frame):
                slot, token = inside.get(place), self.frame[place]
                shown.append((f"⟨{slot.kind}⟩" if slot else token.text, not slot and token.kind == "letter"))
        return _spaced(shown)


def tokens(text: str) -> list[Token]:
    """Cut a text into tokens; signs, emoji and hidden characters are left out."""
    made = list[Token]()
    for found in _TOKEN.finditer(_HIDDEN.sub("", text)):
        kind = found.lastgroup or ""
        key = kind if kind in _MASKED else unicodedata.normalize("NFKC", found.group()).casefold()
        made.append(Token(kind, key, found.group()))
        if len(made) == _LONGEST:
            break
    return made


def template(texts: Sequence[str]) -> Template:
    """Return the template of copies (one at least); the frame is cut from the first, which should be in their middle."""
    step = max(1, len(texts) // _SAMPLE)
    cut = [tokens(t) for t in texts[::step]][: 2 * _SAMPLE]
    kept = Counter[int]()
    for other in cut:
        kept.update(i for i, _ in _aligned(cut[0], other))
    often = [kept[i] >= _MOST * len(cut) for i in range(len(cut[0]))]
    frame = tuple(t for i, t in enumerate(cut[0]) if often[i] and not _stray(cut[0], often, i))
    filled = [_filled(frame, other) for other in cut]
    slots = list[Slot]()
    for place in range(len(frame) + 1):
        slots += _slot(place, inside=False, written=[between[place] for between, _ in filled])
        if place < len(frame):
            slots += _slot(place, inside=True, written=[[t] if (t := own[place]) else [] for _, own in filled])
    return Template(frame, tuple(slots))


def fillings(template: Template, text: str) -> tuple[str, ...]:
    """Return what a copy puts into each slot, as written; empty where it puts nothing."""
    between, own = _filled(template.frame, tokens(text))
    return tuple(_joined([own[s.place]] if s.inside else between[s.place]) for s in template.slots)


def _stray(text: Sequence[Token], often: Sequence[bool], place: int) -> bool:
    """Tell whether a letter stands alone between words that differ: copies share such a one by chance."""
    around = [i for i in (place - 1, place + 1) if 0 <= i < len(text)]
    return text[place].kind == "letter" and len(around) > 1 and not any(often[i] for i in around)


def _aligned(frame: Sequence[Token], other: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the places of the longest common subsequence in both."""
    pairs = list[tuple[int, int]]()
    for op in Indel.opcodes([t.key for t in frame], [t.key for t in other]):
        if op.tag == "equal":
            pairs += zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True)
    return pairs


def _filled(frame: Sequence[Token], other: Sequence[Token]) -> tuple[list[list[Token]], list[Token | None]]:
    """Return what stands before each token of the frame and after the last, and what stands for each token."""
    between, own = [list[Token]() for _ in range(len(frame) + 1)], list[Token | None]([None] * len(frame))
    at = {j: i for i, j in _aligned(frame, other)}
    place = 0
    for j, token in enumerate(other):
        if j in at:
            own[at[j]] = token
            place = at[j] + 1
        else:
            between[place].append(token)
    return between, own


def _slot(place: int, *, inside: bool, written: list[list[Token]]) -> list[Slot]:
    """Return the slot of one place, if there is one: masked tokens of the frame must differ, others must be there at times."""
    some = [w for w in written if w]
    differ = len({_joined(w) for w in written}) > 1
    if inside:
        masked = some and some[0][0].kind in _MASKED
        return [Slot(place, True, some[0][0].kind)] if masked and len({_joined(w) for w in some}) > 1 else []
    if not differ or len(some) < max(1, _SOME * len(written)):
        return []
    return [Slot(place, False, _kind(some, place))]


def _kind(some: list[list[Token]], place: int) -> str:
    kinds = Counter(t.kind for w in some for t in w)
    kind, count = kinds.most_common(1)[0]
    if kind in _MASKED and count == kinds.total():
        return kind
    capital = [all(t.text[0].isupper() for t in w) for w in some if all(t.kind == "word" for t in w)]
    cased = place > 0 and len(capital) == len(some) and all(capital)
    shouted = all(t.text.isupper() and len(t.text) > 1 for w in some for t in w)
    return "name" if cased and not shouted else "words"


def _joined(written: Sequence[Token | None]) -> str:
    return _spaced([(t.text, t.kind == "letter") for t in written if t is not None])


def _spaced(shown: Sequence[tuple[str, bool]]) -> str:
    """Join texts with spaces, save between two letters that stand alone."""
    made = ""
    for number, (text, alone) in enumerate(shown):
        gap = "" if number == 0 or (alone and shown[number - 1][1]) else " "
        made += gap + text
    return made
