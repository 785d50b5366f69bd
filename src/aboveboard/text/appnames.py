"""Apps named in a text in whatever disguise: letters parted, masked, left out or put in, look-alikes, Hangul taken apart.

The names are one trie of letters as they are read. The text walks it; a sign among its letters stands for the letter it
looks like, for any letter, or for none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from aboveboard.text.apps import EVERYDAY, NAMES, PHRASES, SLANG

__all__ = ["Named", "Read", "named"]

Read = Callable[[str], str]
"""One character to the letters it is read as: none for what is not seen, a space for a separator."""

_END, _ANY, _MASK = "\0", "\1", "\2"
_MISSPELLED, _LOOSE = 6, 7
"""Letters of a name that is read with a letter too few or two changed places, and with any one letter wrong."""
_GAP, _SHORT = 3, 4
_SIGNS = frozenset("*○◯〇●@$!|#¤•€+")
_MASKS = _SIGNS | frozenset("3045617")
_MUTE = frozenset(
    "\u094d\u09cd\u0bcd\u0c4d\u0ccd\u0d4d\u0a4d\u0acd\u093c\u09bc\u0e4c\u0e48\u0e49\u0902\u0901\u0949\u093e"
)
"""Signs of Indic and Thai writing that people leave out."""
_OWN = (0x0900, 0x0E7F)
_HEARTS = frozenset("❤♥💚💛💙💜🧡💗💖💕🤍🖤")
_PICTURES = frozenset("🐧👻📸🛰✈")
"""Pictures that name an app."""
_ARABIC_HEADS = frozenset(("و", "ب", "ل", "ع", "ال", "وال", "بال", "عال", "عل", "ف", "ه"))


class Named(NamedTuple):
    """A service, where it is named, whether its name is slang, and whether it is disguised; `everyday`: a common word."""

    app: str
    start: int
    stop: int
    slang: bool
    disguised: bool
    everyday: bool


class _Letter(NamedTuple):
    """A letter as it is read, where it was written, and what it was written with."""

    read: str
    place: int
    char: str


@lru_cache(maxsize=65_536)
def _jamo(char: str) -> str:
    """Return the letters of a Hangul syllable, the same for a letter that stands by itself."""
    names = (unicodedata.name(c, "").rpartition(" ")[2] for c in unicodedata.normalize("NFKD", char))
    return "".join(chr(0xE000 + hash_of(n)) for n in names)


def hash_of(name: str) -> int:
    """Return a number of a letter's name that is the same in every run."""
    return sum(ord(c) * 31**n for n, c in enumerate(name)) % 0x1800


def _letters(text: str, read: Read) -> list[_Letter]:
    """Return the letters of a text. A sign counts as one only inside a word, where it can stand for a letter."""
    return [
        _Letter(x, n, c)
        for n, c in enumerate(text)
        for x in (_as_read(c, read) if c not in _SIGNS else _as_sign(c, read) if _inside(text, n) else "")
    ]


def _as_sign(char: str, read: Read) -> str:
    return (read(char).strip() if char in "@$!|€+" else "") or _MASK


@lru_cache(maxsize=65_536)
def _as_read(char: str, read: Read) -> str:
    if "\u1100" <= char <= "\u11ff" or "\u3131" <= char <= "\u318e" or "\uac00" <= char <= "\ud7a3":
        return _jamo(char)
    if char in _HEARTS:
        return "♥"
    if char in _PICTURES:
        return char
    if _OWN[0] <= ord(char) <= _OWN[1]:
        return "" if char in _MUTE else char
    return read(char).replace(" ", "")


_Node = dict[str, "_Node | tuple[str, str, bool, bool]"]


class _Trie(NamedTuple):
    root: Mapping[str, _Node]


@lru_cache(maxsize=4)
def _trie(read: Read) -> _Trie:
    root: dict[str, _Node] = {}
    for slang, table in ((False, NAMES), (True, SLANG)):
        for app, names in table.items():
            for name in names.split():
                letters = "".join(x.read for x in _letters(name, read))
                for variant, wrong in _variants(letters):
                    _add(root, variant, (app, name, slang, wrong))
    return _Trie(root)


def _add(root: dict[str, _Node], letters: str, meaning: tuple[str, str, bool, bool]) -> None:
    node: dict = root
    for letter in letters:
        node = node.setdefault(letter, {})
    if _END not in node or (node[_END][3] and not meaning[3]):
        node[_END] = meaning


def _variants(letters: str) -> Iterator[tuple[str, bool]]:
    """Yield a name and, where it is long, what is one slip away from it."""
    yield letters, False
    size = len(letters)
    if size >= _MISSPELLED:
        yield from ((letters[:n] + letters[n + 1 :], True) for n in range(1, size))
        yield from ((letters[:n] + letters[n + 1] + letters[n] + letters[n + 2 :], True) for n in range(1, size - 1))
    if size >= _LOOSE:
        yield from ((letters[:n] + _ANY + letters[n + 1 :], True) for n in range(1, size))


@cache
def _plain_names() -> frozenset[str]:
    return frozenset(n for table in (NAMES, SLANG) for names in table.values() for n in names.split())


def named(text: str, read: Read) -> list[Named]:
    """Return the services a text names, the longest name first at each place, in order."""
    letters = _letters(text, read)
    root = _trie(read).root
    found: list[Named] = []
    for at in range(len(letters)):
        if letters[at].read in root and _goes_on(letters, at, root) and _starts(text, letters, at):
            found += _walk(text, letters, at, root)
    open_ = {(n.start, n.stop) for n in found if not n.disguised}
    kept = {n for n in found if not n.disguised or (n.start, n.stop) not in open_}
    full = [n for n in kept if not n.disguised and not n.slang]
    kept = {n for n in kept if not any(_part_of(text, n, f) for f in full)}
    return sorted(kept, key=lambda n: (n.start, -n.stop))


def _part_of(text: str, name: Named, full: Named) -> bool:
    """Tell whether a name is only a piece of one that stands there in full, or that one and signs behind it."""
    if not name.slang and not name.disguised:
        return False
    inside = full.start <= name.start and name.stop <= full.stop and name.start < full.stop
    longer = name.start == full.start and not any(c.isalpha() for c in text[full.stop : name.stop])
    return inside or longer


def _goes_on(letters: list[_Letter], at: int, root: Mapping) -> bool:
    """Tell cheaply whether a second letter of some name follows."""
    node = root[letters[at].read]
    if _END in node or at + 1 == len(letters):
        return _END in node
    after = letters[at + 1]
    return after.read in node or _ANY in node or after.char in _MASKS or after.read == letters[at].read


def _starts(text: str, letters: list[_Letter], at: int) -> bool:
    """Tell whether a name may start at a letter: not inside a word of its own alphabet."""
    place = letters[at].place
    if at and letters[at - 1].place == place:
        return False
    before, char = text[place - 1 : place], text[place]
    if not before.isalnum() or _packed(char) or _alphabet(before) != _alphabet(char):
        return True
    if "\u0600" <= char <= "\u06ff":
        return text[:place].rpartition(" ")[2] in _ARABIC_HEADS
    return before.isdigit() and not char.isascii()


@lru_cache(maxsize=65_536)
def _alphabet(char: str) -> str:
    return "LATIN" if char.isascii() else unicodedata.name(char, "").split(" ")[0]


def _packed(char: str) -> bool:
    return (
        "\u0e00" <= char <= "\u0eff"
        or "\u3040" <= char <= "\u9fff"
        or "\uac00" <= char <= "\ud7a3"
        or "\u3131" <= char <= "\u318e"
    )


def _walk(text: str, letters: list[_Letter], at: int, root: Mapping) -> Iterator[Named]:
    """Yield every name that starts at a letter. A letter doubled, a mask and a short gap are passed over."""
    stack = [(at + 1, root[letters[at].read], False, False)]
    while stack:
        at_, node, loose, passed = stack.pop()
        if _END in node and not passed:
            found = _named(text, letters, at, at_ - 1, node[_END], loose=loose)
            yield from [found] if found else []
        if at_ >= len(letters) or not _near(text, letters[at_ - 1], letters[at_]):
            continue
        letter = letters[at_]
        for key, wrong in ((letter.read, False), (_ANY, True)):
            if key in node and (not wrong or _akin(letter.char, letters[at_ - 1].char)):
                stack.append((at_ + 1, node[key], loose or wrong, False))
        if letter.read == letters[at_ - 1].read:
            stack.append((at_ + 1, node, True, False))
        if letter.char in _MASKS and not loose and _inside(text, letter.place):
            stack += [(at_ + 1, n, True, False) for k, n in node.items() if k not in {_END, letter.read}]
            stack.append((at_ + 1, node, True, True))


def _akin(char: str, before: str) -> bool:
    """Tell whether a letter can be the wrong one in a word: it is of the same alphabet."""
    return char.isalpha() and _alphabet(char) == _alphabet(before)


def _inside(text: str, place: int) -> bool:
    """Tell whether a sign stands inside a word, where it can mask a letter."""
    return text[place - 1 : place].isalpha() and text[place + 1 : place + 2].isalpha()


def _near(text: str, last: _Letter, here: _Letter) -> bool:
    gap = text[last.place + 1 : here.place]
    return sum(unicodedata.category(c)[0] not in "MC" for c in gap) <= _GAP and "\n" not in gap


def _too_short(written: list[_Letter], *, loose: bool) -> bool:
    """Tell whether so few letters are a name by accident: all of three are parted, or none; a syllable says more."""
    gaps = sum(b.place - a.place > 1 for a, b in pairwise(written))
    short = len(written) < (_SHORT - 1 if _packed(written[0].char) else _SHORT)
    return short and (loose or gaps > 0) and gaps < len(written) - 1


def _phrase(written: str, name: str) -> bool:
    """Tell whether words that name an app together are written as words are."""
    return name in PHRASES and "".join(written.casefold().split()) == name


def _named(
    text: str, letters: list[_Letter], first: int, last: int, meaning: tuple[str, str, bool, bool], *, loose: bool
) -> Named | None:
    app, name, slang, _ = meaning
    start, stop = letters[first].place, letters[last].place + 1
    if last + 1 < len(letters) and letters[last + 1].place == letters[last].place:
        return None
    while stop < len(text) and unicodedata.category(text[stop])[0] == "M":
        stop += 1
    written = text[start:stop]
    after = text[stop : stop + 1]
    if after.isalpha() and not _packed(text[stop - 1]) and _alphabet(after) == _alphabet(text[stop - 1]):
        return None
    disguised = unicodedata.normalize("NFC", written).casefold() not in _plain_names() and not _phrase(written, name)
    if sum(c.isdigit() or c in _SIGNS for c in written) * 2 >= sum(not c.isspace() for c in written):
        return None
    if (
        disguised
        and len(name) < _SHORT
        and name.isascii()
        and "".join(x.char for x in letters[first : last + 1]).casefold() != name
    ):
        return None
    if disguised and not slang and _too_short(letters[first : last + 1], loose=loose):
        return None
    return Named(app, start, stop, slang, disguised, name in EVERYDAY)
