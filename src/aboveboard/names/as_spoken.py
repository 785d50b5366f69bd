"""Names that are written as their model is spoken, in another script or in another spelling of its language."""

from __future__ import annotations

from aboveboard.names import verdicts
from aboveboard.names.judging import OTHER_WORDS, Likeness, parted_otherwise, renamed, said
from aboveboard.names.offered import without_offers
from aboveboard.names.otherwise import spelled_as_heard
from aboveboard.names.sides import Side, piece_of, side
from aboveboard.names.speech import spoken_as
from aboveboard.names.transliterating import kana_spoken
from aboveboard.names.verdicts import Step
from aboveboard.names.ways_said import half_english_ways, said_ways

__all__ = ["respelled", "spoken", "spoken_beside"]


def spoken(name: Side, model: Side, before: list[Step]) -> Likeness | None:
    """Compare a name, or what is left of it without affixes, with a model of another script as that is spoken."""
    if name.name.isascii() and model.name.isascii():
        return None
    turned, tried = model.words.replace(" ", ""), set[str]()
    raw = kana_spoken("".join(char for _, char in dict.fromkeys((u.place, u.char) for u in name.units)))
    for words, added in ((name.words, []), (raw, []), (name.core, [Step("affix", "with an affix")])):
        bare = (words or "").replace(" ", "").lower()
        if not bare or bare in tried:
            continue
        tried.add(bare)
        for way, order in (*said_ways(model.name), *(half_english_ways(model.name) if bare.isascii() else ())):
            if spoken_as(bare, way) or (not order and not bare.isascii() and spoken_as(turned, bare)):
                steps = [*before, Step("pinyin", "written as it is spoken"), *order, *added]
                alike = verdicts.alike(steps, [], model.bits, len(model.units), [])
                return said(name.name, model.name, steps, alike, whole=True)
    return None


def spoken_beside(name: Side, model: Side, before: list[Step]) -> Likeness | None:
    """Compare what a name of another script is without affixes and offers, as it is spoken: Алипей поддержка."""
    if name.name.isascii() or " " not in name.words:
        return None
    steps = [*before, Step("affix", "with an affix")]
    lefts = dict.fromkeys(filter(None, (name.core, *without_offers(name.words, name.core))))
    pieces = filter(None, (piece_of(name.name, name.words, left) for left in lefts))
    found = [w for text in pieces if (w := spoken(side(text), model, steps))]
    return renamed(max(found, key=lambda w: w.alike, default=None), name.name, model.name)


def respelled(name: Side, model: Side, before: list[Step]) -> Likeness | None:
    """Compare a name, or what is left of it without affixes, with the model spelled otherwise and heard the same."""
    for words, affix in ((name.words, []), (name.core, [Step("affix", "with an affix")])):
        if spelled_as_heard(
            words, model.name, "" if affix or name.name.isascii() or len(name.name) > _READ_WHOLE else name.name
        ):
            steps = [*before, Step("homophone", "spelled as it is heard"), *affix]
            alike = verdicts.alike(steps, [], model.bits, len(model.units), [])
            alike *= OTHER_WORDS if not affix and parted_otherwise(name.name, model) else 1.0
            return said(name.name, model.name, steps, alike, whole=True)
    return None


_READ_WHOLE = 64
