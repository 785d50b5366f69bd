"""What posts say that institutions said, found sentence by sentence: in quotation marks, or as a number of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pyarrow as pa

from aboveboard.names.claims import plain
from aboveboard.names.folding import fold
from aboveboard.names.mentions import Mention, Names, without
from aboveboard.text.attribution import NAME, earnest, person, setting, speaks
from aboveboard.text.attribution_words import role
from aboveboard.text.quotations import Quote, outside, quotes_in, size, words_of

__all__ = ["Claim", "claims_of"]

_SENTENCE = re.compile(r"[^.!?。！？؟\n]*(?:[.](?=\S|\s+\d)[^.!?。！？؟\n]*)*[.!?。！？؟]?")
_FIGURE = re.compile("[0-9]")
_LAST = 6


class Claim(NamedTuple):
    """One claim: the post's row, the institution's id and its name as given, the words, and whether they stand in quotation marks."""

    post: Mapping[str, Any]
    org: str
    name: str
    words: str
    quoted: bool


class _Place(NamedTuple):
    post: Mapping[str, Any]
    words: str
    before: str
    behind: str
    quoted: bool


def claims_of(posts: Sequence[Mapping[str, Any]], names: Sequence[tuple[str, str]], least: float) -> list[Claim]:
    """Return what `posts` (rows with `text`) attribute to institutions, whose (id, name) are given; quotations of `least` words or more."""
    places = [place for post in posts for place in _places(post, least)]
    if not places:
        return []
    known = Names(pa.array([n for _, n in names], pa.string()))
    sides = [_read(known, [getattr(p, side) for p in places]) for side in ("before", "behind")]
    made = (_claim(place, names, *told) for place, *told in zip(places, *sides, strict=True))
    found = [c for c in made if c is not None]
    return [c for c, serious in zip(found, map(earnest, _plain_rest(found)), strict=True) if serious]


def _plain_rest(claims: Sequence[Claim]) -> list[str]:
    """Return the posts of claims outside their quotations, plain. To ask this of every post would take most of the time."""
    rest = [outside(c.post["text"], quotes_in(c.post["text"])) for c in claims]
    return plain(pa.array(rest, pa.string())).to_pylist()


def _places(post: Mapping[str, Any], least: float) -> Iterator[_Place]:
    text = post["text"]
    quotes = quotes_in(text)
    for number, quote in enumerate(quotes):
        if size(words_of(quote.words)) >= least:
            around = setting(outside(text[: quote.start], quotes[:number]), _behind(text, quote, quotes[number + 1 :]))
            if not around.asks:
                yield _Place(post, quote.words, around.before, around.behind, True)
    if not quotes and _figured(text):
        for sentence in _SENTENCE.findall(text):
            if _figured(sentence) and not sentence.endswith(("?", "？", "؟")):
                yield _Place(post, sentence, sentence, "", False)


def _figured(text: str) -> bool:
    return bool(_FIGURE.search(text)) or (not text.isascii() and any(c.isdigit() for c in text))


def _behind(text: str, quote: Quote, later: Sequence[Quote]) -> str:
    return text[quote.stop : later[0].start if later else len(text)]


def _read(known: Names, texts: list[str]) -> list[tuple[str, list[Mention]]]:
    """Return each text plain, with the names it mentions."""
    different = {text: n for n, text in enumerate(dict.fromkeys(texts))}
    bare = plain(pa.array(list(different), pa.string()))
    folded = fold(bare).words.to_pylist()
    told = [(t, known.mentioned(t, f or "")) for t, f in zip(bare.to_pylist(), folded, strict=True)]
    return [told[different[text]] for text in texts]


def _claim(
    place: _Place,
    names: Sequence[tuple[str, str]],
    before: tuple[str, list[Mention]],
    behind: tuple[str, list[Mention]],
) -> Claim | None:
    shown = [
        [m for m in told if _proper(names[m.name][1], m, written)]
        for (_, told), written in ((before, place.before), (behind, place.behind))
    ]
    if not any(shown):
        return None
    masked = [without(text, found, NAME) for (text, _), found in zip((before, behind), shown, strict=True)]
    if not place.quoted:
        return _unquoted(place, names, shown[0], masked[0])
    side = speaks(*masked)
    told = shown[0] if side == "before" else shown[1] if side else []
    if not told or _spoken_by_person(place, side, told):
        return None
    org, name = names[_nearest(told, (before if side == "before" else behind)[0], last=side == "before").name]
    return Claim(place.post, org, name, place.words, True)


def _unquoted(place: _Place, names: Sequence[tuple[str, str]], told: list[Mention], masked: str) -> Claim | None:
    """Return a sentence without quotation marks as a claim where it says that the institution said it."""
    if not role("says").search(masked) or any(role(r).search(masked) for r in ("not", "unreal")):
        return None
    org, name = names[told[0].name]
    return Claim(place.post, org, name, place.words, False)


def _proper(name: str, mention: Mention, written: str) -> bool:
    """Tell whether a name of one word is written as a name where its script has capitals; one of few letters exactly."""
    if " " in name.strip() or not name[:1].isupper():
        return not mention.brief or name in written
    return name in written if mention.brief else bool(re.search(rf"(?<!\w)(?:@|#)?{re.escape(name[:3])}", written))


def _nearest(told: list[Mention], text: str, *, last: bool) -> Mention:
    def place(mention: Mention) -> tuple[int, int]:
        words = mention.written.split(" ")
        at = text.rfind(words[-1]) + len(words[-1]) if last else -text.find(words[0])
        return at, len(mention.written)

    return max(told, key=place)


def _spoken_by_person(place: _Place, side: str, told: list[Mention]) -> bool:
    """Tell whether a person is named between the institution and the quotation, or just before the institution."""
    text = place.before if side == "before" else place.behind
    size_of = max(len(m.written) for m in told)
    low = text.casefold()
    first = min((low.find(m.written.split(" ")[0]) for m in told if m.written.split(" ")[0] in low), default=-1)
    if first < 0:
        return False
    lead, gap = re.split("[:：]", text[:first])[-1], text[first + size_of :]
    return person(" ".join(lead.split()[-_LAST:])) or person(gap)
