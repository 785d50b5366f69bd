"""Names that say what their model says in other words: its English translation, or ideographs that are read alike in Japanese."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import product

from aboveboard.names import verdicts
from aboveboard.names.abroad import abroad
from aboveboard.names.bodies_abroad import may_be_body, put_into_english
from aboveboard.names.expansions import SMALL
from aboveboard.names.inflected import of_it
from aboveboard.names.japanese import by_sound, is_japanese, same_reading
from aboveboard.names.judging import Likeness, said
from aboveboard.names.kind_and_name import Named, borne, in_latin, named, said_alike
from aboveboard.names.letters import lettering
from aboveboard.names.meanings import KINDS, means, meant_by, might_mean
from aboveboard.names.offered import without_offers
from aboveboard.names.ordering import in_order
from aboveboard.names.scripts import scripts
from aboveboard.names.sides import Side, piece_of
from aboveboard.names.translated import in_english
from aboveboard.names.verdicts import Step

__all__ = ["by_kind", "in_genitive", "put_alike", "read_alike", "translated"]


def translated(name: Side, model: Side, before: list[Step]) -> Likeness | None:
    """Compare with the names that a Chinese or Japanese body is given in English: Wuhu Public Security Bureau, 獅子山BANK."""
    if model.name.isascii() or "".join(name.words.split()) == "":
        return None
    ways = in_english(model.name)
    steps = [*before, Step("pinyin", "its words put into English")]
    for words in filter(None, (name.words, name.core)):
        if _of_words(words) in ways or (" " not in words and words in _as_one(ways)):
            alike = verdicts.alike(steps, [], model.bits, len(model.units), [])
            return said(name.name, model.name, steps, alike, whole=True)
    return None


@lru_cache(maxsize=4_096)
def _as_one(ways: frozenset[str]) -> frozenset[str]:
    return frozenset(w.replace(" ", "") for w in ways)


def put_alike(name: Side, model: Side) -> Likeness | None:
    """Compare what both say in English, of a name that is in another language: Servicio Nacional de Salud for the National Health Service."""
    body, meant = may_be_body(name.name), frozenset(meant_by(model.name) if might_mean(name.name) else ())
    if not (body or meant):
        return None
    lefts = dict.fromkeys(filter(None, (name.core, *without_offers(name.words, name.core))))
    pieces = [piece for left in lefts if (piece := piece_of(name.name, name.words, left))]
    texts = ((name.name, []), *((piece, [Step("affix", "with an affix")]) for piece in pieces))
    for text, affix in texts if meant else ():
        if meant & {*means(text)}:
            return _of_meaning(name, model, [Step("pinyin", "its words in another language"), *affix])
    return _in_english(model, name, texts) if body else None


def _of_meaning(name: Side, model: Side, steps: list[Step]) -> Likeness:
    alike = verdicts.alike(steps, [], model.bits, len(model.units), [])
    return said(name.name, model.name, steps, alike, whole=True)


def _in_english(model: Side, name: Side, texts: Iterable[tuple[str, list[Step]]]) -> Likeness | None:
    meant = {
        in_order(words)
        for words in (model.words, *map(_worded, abroad(model.name)))
        if " " in words and words.isascii()
    }
    for text, affix in texts:
        if meant & {in_order(_worded(way)) for way in put_into_english(text)}:
            return _of_meaning(name, model, [Step("pinyin", "its words put into English"), *affix])
    return None


def _worded(text: str) -> str:
    return lettering(text) or ""


def _of_words(words: str) -> str:
    return " ".join(w for w in words.split(" ") if w not in SMALL)


def in_genitive(name: Side, model: Side) -> Likeness | None:
    """Compare what stands behind a word for a desk, in the case that asks for: Служба безопасности Сбербанка."""
    piece = piece_of(name.name, name.words, name.core) if name.core else None
    if piece is None or len(piece) == len(name.name) or not name.name.endswith(piece) or not of_it(piece, model.name):
        return None
    steps = [Step("affix", f"added {verdicts.visible(name.name[: -len(piece)].strip())}, the name in its genitive")]
    return said(name.name, model.name, steps, verdicts.alike(steps, [], model.bits, len(model.units), []), whole=True)


def read_alike(name: Side, model: Side) -> Likeness | None:
    """Compare a name with a Japanese one, ideograph for ideograph that is read alike there."""
    mine, theirs = name.units, model.units
    if not name.name.isascii() and is_japanese(model.name) and by_sound(_bare(name.name), _bare(model.name)):
        steps = [Step("homophone", "read alike in Japanese")]
        return said(name.name, model.name, steps, verdicts.alike(steps, [], model.bits, len(theirs), []), whole=True)
    if len(mine) != len(theirs) or not is_japanese(model.name):
        return None
    other = [(a.char, b.char) for a, b in zip(mine, theirs, strict=True) if a.letter != b.letter]
    if not other or 2 * len(other) > len(theirs) or not all(same_reading(a, b) for a, b in other):
        return None
    steps = [Step("homophone", f"read alike in Japanese {' '.join(f'{a}/{b}' for a, b in other)}")]
    return said(name.name, model.name, steps, verdicts.alike(steps, [], model.bits, len(theirs), []), whole=True)


def _bare(words: str) -> str:
    return words.replace(" ", "")


def by_kind(name: Side, model: Side, *, compared: Callable[[str, str], Likeness]) -> Likeness | None:
    """Compare the proper names of two bodies of one kind, said in any language: Банк Сонали and সোনালী ব্যাংক.

    A country beside a name in the model's own language may make it another body, or a branch.
    """
    for mine, theirs in product(named(name.name), named(model.name)):
        branch = mine.country and mine.said == theirs.said and scripts(name.name) & scripts(model.name)
        if mine.kind != theirs.kind or branch or _two_of_a_place(mine, theirs):
            continue
        pairs = [(rest, theirs.rest) for rest in (mine.rest, *in_latin(mine.rest))]
        pairs += [(theirs.rest, mine.rest)] if theirs.rest.isascii() and not mine.rest.isascii() else []
        pairs += [(rest, theirs.rest) for rest in borne(mine)] + [(mine.rest, rest) for rest in borne(theirs)]
        ways = (compared(*pair) for pair in pairs)
        sure = any(w.alike >= _SURELY and w.whole and _OTHER_NAME.isdisjoint(w.kinds) for w in ways) or _turned(
            mine, theirs
        )
        if sure or said_alike(mine, theirs):
            steps = [Step("pinyin", f"the same kind of body, {theirs.kind}, and the same name, {theirs.rest}")]
            alike = verdicts.alike(steps, [], model.bits, len(model.units), [])
            return said(name.name, model.name, steps, alike, whole=True) if alike else None
    return None


def _turned(mine: Named, theirs: Named) -> bool:
    """Tell whether two proper names are the same words in another order: Berlin Charité."""
    words = [sorted(_worded(name.rest).split(" ")) for name in (mine, theirs)]
    return words[0] == words[1] and len(words[0]) > 1 and mine.rest != theirs.rest


def _two_of_a_place(mine: Named, theirs: Named) -> bool:
    """Tell whether two names say a kind in two words of one script without spaces: 云江日报 and 云江新聞 are two papers of a town.

    Of kinds that many words of many names say, such as papers, the same word is none in another language.
    """
    if mine.said == theirs.said:
        return mine.kind not in KINDS
    return bool(_PACKED.search(mine.said) and scripts(mine.said) & scripts(theirs.said))


_PACKED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]")

_SURELY, _OTHER_NAME = 0.5, frozenset(("edit", "homophone", "near_shape", "order"))
"""How sure a likeness of proper names must be, and changes that make another one."""
