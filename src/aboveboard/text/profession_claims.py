"""Reads whether somebody claims a regulated profession for himself, in a name, a biography or a post.

A title alone claims nothing: doctors are spoken of, quoted, looked for and played. What counts is how it stands there: behind
`I am` or `as a`, beside one's own name, or as a biography's own word, and neither denied, past, future, another's, nor a joke.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from aboveboard.text import profession_names as names
from aboveboard.text import profession_wards as wards
from aboveboard.text import profession_words as words
from aboveboard.text.profession_practice import OFFERS, practised_in, teaches
from aboveboard.text.profession_standing import himself, lasts, raised, stands_in
from aboveboard.text.professions import Title, Titles
from aboveboard.text.quotations import outside, quotes_in

__all__ = ["CLAIMED", "NAMED", "SAID", "Claim", "claims_in"]

NAMED, SAID, CLAIMED = 1, 2, 3
"""How much a claim says: an occupation is named, it is claimed, it is claimed with a licence or as the reader's own adviser."""

_HAN = re.compile("[\u3400-\u9fff]")
_SENTENCES = re.compile(
    r"[!?。！？\n]+|\.(?=\s|$)(?<!\bdr\.)(?<!\bmed\.)(?<!\bfmr\.)(?<!\besq\.)(?<!\bst\.)(?<!\b[a-z]\.)|(?<=\S)\s*\|\s*",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"[,;:،؛，；：]|\s[-–—]\s")
_PIECES = re.compile(
    r"[,;:،؛，；：、|•·~/&+]|\s[-–—]\s|\s(?:and|und|et|y)\s|[\u2190-\u2bff\U0001f000-\U0001faff]+", re.IGNORECASE
)
_NAME_PIECES = re.compile(r"[,،，、|•·~/()（）]|\s[-–—]\s|[\u2190-\u2bff\U0001f000-\U0001faff]+")
_ZH_SPARE, _ZH_NAME, _WORDS = 14, 5, 4
_STATES = frozenset(("MD", "NP"))
"""Letters that may be a state, a managing director or a country: in a biography they only name."""
_ZH_AFTER = re.compile(r"^(?:[\s\da-z]|在线|私信|咨询|擅长|一[枚名个只]|[\u4e00-\u9fff]{0,4}$|$|[(（])")
_ZH_CLEAN = re.compile(r"^[\u4e00-\u9fff\d\sa-z·]*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_SPECIAL = re.compile(rf"(?:{words.SPECIALTY.pattern}[\s-]*)*$")
_DIRECTS = "MD"
_DIRECTOR = re.compile(r"^\s*(?:of\b|at\b|@|&|and\b|for\b|,\s*(?!(?i:ph|fac|mph|ms|rn|mba))[A-Z]?[a-z])")
_JOKES = re.compile(
    r"\b(?:memes?|jokes?|problems|fans?|life|humou?r|cat|dog|mom|mum|news|quotes|parody|bot|show|tv|radio|magazine|daily|who|strange|pepper|dre|phil|doom|evil|seuss|house|oz|"
    r"student|school|academy|clinic|hospital|center|centre|group|firm|office|services?|association|society|of|the|for|and|my|your|jobs|union|network|supply|shoes|scrubs)\b"
)


class Claim(NamedTuple):
    """One claim: its field, the title as it is read, how much it says (`NAMED`, `SAID`, `CLAIMED`), and the words around it."""

    field: str
    title: str
    strength: int
    words: str


def claims_in(text: str, surface: str, known: Titles) -> list[Claim]:
    """Return the claims in a text as it is read (capitals kept), in order; `surface` is `display_name`, `handle`, `bio` or `post`."""
    low = text.lower()
    if surface == "post":
        return _in_post(text, known)
    if surface == "handle":
        found = list(_in_handle(text, known))
    elif surface == "display_name":
        found = list(_in_name(text, known))
    else:
        found = _in_sentences(text, low, surface, known) + _standing(text, low, bio=True)
    if not found or words.LABEL.search(low):
        return []
    if surface == "bio" and any(c.strength == NAMED for c in found) and (OFFERS.search(low) or raised(low)):
        found = [c._replace(strength=max(c.strength, SAID)) for c in found]
    return list(dict.fromkeys(c for c in found if not _of_animals(c, low)))


def _in_post(text: str, known: Titles) -> list[Claim]:
    spoken = outside(text, quotes_in(text))
    low = spoken.lower()
    told = _in_sentences(spoken, low, "post", known) + _standing(spoken.strip(), low, bio=False)
    practised = list(_practised(spoken.strip(), low))
    fields = {c.field for c in practised}
    sure = [c._replace(strength=max(c.strength, SAID)) for c in told if c.strength > NAMED or c.field in fields]
    return list(dict.fromkeys(c for c in sure + practised if not _of_animals(c, low)))


def _standing(text: str, low: str, *, bio: bool) -> list[Claim]:
    """Return what a text says of a practice of its writer without a title."""
    told = list(stands_in(low, bio=bio))
    if not told or words.HEARD.search(low) or (not bio and words.NOBODY.search(low)):
        return []
    return [Claim(field, said, SAID, text) for field, said in told]


def _practised(text: str, low: str) -> Iterator[Claim]:
    """Yield what a post says of a practice: weak, but that somebody who teaches also tells his reader how to learn."""
    taught, practised = teaches(low), list(practised_in(low))
    if not (taught or practised) or words.HEARD.search(low) or words.NOBODY.search(low):
        return
    if taught:
        yield Claim("education", taught, SAID, text)
    yield from (Claim(field, said, NAMED, text) for field, said in practised)


def _of_animals(claim: Claim, low: str) -> bool:
    """Tell whether what is claimed is to be a doctor of animals: a title of its own, which no field here has."""
    return claim.field == "medicine" and claim.title in wards.OF_EITHER and bool(wards.ANIMALS.search(low))


def _in_sentences(text: str, low: str, surface: str, known: Titles) -> list[Claim]:
    """Return the claims of all sentences of a text, which is `low` in small letters; what costs little is asked first."""
    bio = surface == "bio"
    practice = any(hint in low for hint in words.MINE_HINTS)
    ward = bio and any(hint in low for hint in wards.WARDS)
    found: list[Claim] = []
    for sentence in filter(None, _SENTENCES.split(text)):
        found += _in_sentence(sentence, known, bio=bio, practice=practice)
        if ward:
            found += _of_a_ward(sentence)
        if bio:
            found += _letters(sentence, known, bio=True)
    return found


def _of_a_ward(sentence: str) -> Iterator[Claim]:
    low = sentence.strip().lower()
    works = wards.DISCIPLINE.search(low)
    if works and not words.NEVER.search(low[: works.start()]) and not words.HEARD.search(low):
        yield Claim(
            "medicine", works.group().strip(), SAID if works["grade"] or works["post"] else NAMED, sentence.strip()
        )


def _in_sentence(sentence: str, known: Titles, *, bio: bool, practice: bool) -> Iterator[Claim]:
    low = sentence.lower()
    places = list(known.words.finditer(low))
    mine = words.MINE.search(low) if practice else None
    if not (places or mine) or words.HEARD.search(low):
        return
    for place in places:
        title = known.known[place.group()]
        left, right = low[: place.start()], low[place.end() :]
        strength = _spoken(left, right, title) or (_told(left, right, title) if bio else 0)
        if strength:
            yield Claim(title.field, title.term, strength, sentence.strip())
    if mine:
        field = next(f for f, v in mine.groupdict().items() if v)
        yield Claim(field, mine.group().strip(), SAID, sentence.strip())


def _spoken(left: str, right: str, title: Title) -> int:
    """Return how much a title claims that stands behind words of the first person, 0 for nothing."""
    if _HAN.search(title.term):
        return _spoken_chinese(left, right, title)
    if title.kind in {"honorific", "prefix"} or words.UNLESS.search(right):
        return 0
    found = words.FIRST.search(left) or (None if _WOULD.match(right) else words.AS.search(left))
    here = re.match(r"\s+(?:here|myself)\b", right) and _bare(re.sub(r"^\s*being\b", "", left))
    if not found and not here:
        return SAID if lasts(left, right) else 0
    mods = found["mods"] if found else left
    if words.NEVER.search(mods) or not _fits(mods, title):
        return 0
    yours = re.search(r"\b(?:as|als|que|como) (?:your|votre|tu|ihr|ihre)\b[^,;]{0,40}$", left)
    licensed = words.LICENCE.search(mods) or words.LICENCE.match(right.lstrip(" ,("))
    if title.kind == "licensed" and not (licensed or yours):
        return NAMED
    return CLAIMED if yours or licensed else SAID


_WOULD = re.compile(r"\s+(?:should|would|might|could|can|does|do|is|has)\b")
"""As a doctor would: a comparison."""

_DOES = re.compile(r"(?:做|干|当)[^,，。做]{0,6}$")
"""我是做会计的: what somebody does, and the word behind the title is no possessive."""


_YEARS = "[这都已有快近第]?[经么些]?[\\d一二三四五六七八九十几多]+年"
_FOR_YEARS = re.compile(
    rf"(?:^|[,，。;；])(?:本?人?我?在[^,，。;；]{{1,8}}?)?(?:做|当|干)了?(?:{_YEARS}的?\||\|{_YEARS})"
)
"""做律师十年: whoever says it has been one."""


def _spoken_chinese(left: str, right: str, title: Title) -> int:
    does = right.startswith("的") and _DOES.search(left)
    if _FOR_YEARS.search(left + "|" + right) and title.kind != "licence":
        return SAID if title.kind != "licensed" else NAMED
    speaks = himself(left, right)
    if title.kind != "licence" and not (does or speaks) and words.UNLESS.search(right):
        return 0
    clause = re.split(r"[,，。;；:：!！?？]", left)[-1]
    before = next((m for p in ("first", "as", "own") if (m := words.ZH_BEFORE[p].search(left))), None)
    if title.kind == "licence":
        return _holds(clause, title)
    if (
        before is None
        or words.ZH_BEFORE["never"].search(before["mods"])
        or re.search(r"如果|要是|假如|梦想|不是$|[他她]说", clause)
    ):
        return 0
    licensed = words.LICENCE.search(before["mods"] + title.term)
    if title.kind == "licensed" and not licensed:
        return NAMED
    return CLAIMED if licensed or re.search(r"作为(?:一[名个位])?[你您]", left) else SAID


def _holds(clause: str, title: Title) -> int:
    """Return how much the name of a licence claims: it is held, not sought."""
    sought = words.ZH_BEFORE["never"].search(clause)
    return CLAIMED if words.HOLDS.search(clause) and not sought and title.kind == "licence" else 0


def _bare(left: str) -> bool:
    """Tell whether nothing stands before a title but what may stand before any."""
    return bool(_SPECIAL.fullmatch(left.strip() + (" " if left.strip() else "")))


def _fits(mods: str, title: Title) -> bool:
    """Tell whether the words between are such as stand before a title of this kind."""
    if title.kind in {"licensed", "plain"}:
        return _bare(mods)
    return not _SMALL.search(mods) and not _ARTICLE.search(mods)


def _told(left: str, right: str, title: Title) -> int:
    """Return how much a title claims that stands in a biography as a word of its own, 0 for nothing."""
    if title.kind in {"honorific", "prefix"} or words.UNLESS.search(right):
        return 0
    piece = _PIECES.split(left)[-1].strip()
    if _HAN.search(title.term):
        return _told_chinese(piece, right, title)
    after = _PIECES.split(right)[0].strip()
    follows = title.language in _ADJECTIVE_LAST and len(_WORD.findall(after)) <= _WORDS
    if words.NEVER.search(piece) or not (words.TAIL.search(right) or follows):
        return 0
    behind = _LICENSED_BEHIND.match(right)
    return _told_weight(piece, behind.group() if behind else after if title.language == "ar" else "", title)


_LICENSED_BEHIND = re.compile(
    rf"\s*[,(–-]\s*(?:[\w.]+ )?(?:{words.LICENCE.pattern})(?! for\b)|\s+(?:licen[cs]ed|registered) (?:in|with|by)\b"
)
"""A word of licence right behind a title: accredited by somebody, registered somewhere."""


_ADJECTIVE_LAST = frozenset(("fr", "es", "ar", "de"))
"""Languages in which what kind of doctor somebody is stands behind the word, or a place does."""


def _told_weight(piece: str, after: str, title: Title) -> int:
    licensed = words.LICENCE.search(f"{piece} {title.term} {after}")
    known = _bare(piece)
    few = len(_WORD.findall(piece)) <= 2 and not _SMALL.search(piece)  # noqa: PLR2004
    if title.kind == "licensed":
        return CLAIMED if licensed and (known or few) else NAMED if known else 0
    if title.kind == "plain":
        formal = title.field == "medicine" and wards.FORMAL.search(piece)
        return (CLAIMED if licensed else SAID if formal else NAMED) if known else 0
    return (CLAIMED if licensed else SAID) if known or few else 0


_ARTICLE = re.compile(r"\b(?:an?|the|no|this|that|one)\b")
_SMALL = re.compile(
    r"\b(?:to|of|by|for|from|with|about|help\w*|fan|love\w*|like\w*|meet|see|ask|call|hire|need\w*|want\w*|marri\w+|dating|be|becom\w+|is|are|was|were|we|you|he|she|they|who|that|when|where|work\w*|makes?|making|write\w*|play\w*|on|against|on|but|or|at|in|de|du|des|del|von|van)\b"
)


_ZH_LICENSED_BEHIND = re.compile(r"[\s(（·,，]{0,2}(?:持证|持牌|执业|有证|已认证)")


def _told_chinese(piece: str, right: str, title: Title) -> int:
    if title.kind == "licence":
        return _holds(piece, title)
    piece = words.ZH_NOW.split(piece)[-1]
    if (
        names.ZH_RELATED.search(piece)
        or words.ZH_BEFORE["never"].search(piece)
        or len(piece) > _ZH_SPARE
        or not _ZH_AFTER.search(_PIECES.split(right)[0])
    ):
        return 0
    if words.LICENCE.search(piece + title.term) or _ZH_LICENSED_BEHIND.match(right):
        return CLAIMED
    everyday = title.kind == "plain" and title.field == "medicine" and not names.WARD.search(piece)
    if title.kind == "licensed" or everyday:
        return NAMED
    return SAID


def _in_name(text: str, known: Titles) -> Iterator[Claim]:
    """Yield what a display name claims: a title beside a name, or letters behind it."""
    pieces = [p.strip() for p in _NAME_PIECES.split(text) if p.strip()]
    for piece in pieces:
        low = piece.lower()
        for place in known.words.finditer(low):
            title = known.known[place.group()]
            left, right = piece[: place.start()].strip(), piece[place.end() :].strip()
            strength = _borne(left, right, title, alone=len(pieces) > 1)
            if strength:
                yield Claim(title.field, title.term, strength, text)
    if names.ZH_LAWYER.search(text):
        yield Claim("law", "律师", NAMED, text)
    yield from _letters(text, known, bio=False)


def _borne(left: str, right: str, title: Title, *, alone: bool) -> int:
    """Return how much a title in a name claims, from the words of the name on both sides of it."""
    packed = _HAN.search(title.term)
    right = names.ZH_SAYS.sub("", right) if packed and left else right
    if title.kind == "licence" or words.UNLESS.search(f" {right}" if right and not packed else right):
        return 0
    if packed:
        return _borne_chinese(left.lower(), right.lower(), title)
    return _borne_spaced(left, right, title, alone=alone)


def _borne_spaced(left: str, right: str, title: Title, *, alone: bool) -> int:
    rest = re.sub(r"\bdr\b\.?", " ", f"{left} {right}").lower()
    if (
        words.NEVER.search(rest)
        or _JOKES.search(_plain_words(rest))
        or names.THINGS.search(rest)
        or names.FIGURE.match(right.lower())
    ):
        return 0
    if title.kind in {"honorific", "prefix"}:
        return names.before_a_name(left, right, title)
    licensed = words.LICENCE.search(f"{left.lower()} {title.term}")
    if title.kind == "licensed" and not licensed:
        return NAMED if title.field != "education" and _bare(left.lower()) else 0
    named = _WORD.findall(_plain_words(rest))
    if title.kind == "plain" and not licensed:
        before = ["a"] if _ARTICLE.search(left.lower()) and right else _WORD.findall(_plain_words(left.lower()))
        return names.beside(before, _WORD.findall(right), alone=alone)
    worth = 0 < len(named) <= _WORDS or alone
    return (CLAIMED if licensed else SAID) if worth else NAMED


def _plain_words(rest: str) -> str:
    return re.sub(rf"\b{words.SPECIALTY.pattern}\b", " ", rest)


def _borne_chinese(left: str, right: str, title: Title) -> int:
    licensed = words.LICENCE.search(f"{left}{title.term}")
    if words.ZH_BEFORE["never"].search(left) or names.ZH_RELATED.search(left) or names.ZH_THINGS.search(right):
        return 0
    if len(left) > _ZH_NAME + 3 or len(right) > _ZH_NAME or not _ZH_CLEAN.match(left + right):
        return 0
    if title.kind == "licensed" and not licensed:
        return NAMED if title.field != "education" else 0
    if title.kind == "plain" and not licensed:
        return names.beside_chinese(left, right, title)
    return CLAIMED if licensed else SAID


_DEGREE = re.compile(r"[\s,&/]+(?:ph\.?d|msc?|bsc?|bsn|msn|mba|mph|mbbs|rn|md|facp|facs|llm)\b", re.IGNORECASE)
_DEGREES = re.compile(r"\b(?:ph\.?d|msc?|bsc|bsn|msn|mbbs|mph|rn|md)[\s,&/]+$", re.IGNORECASE)
_HELD = re.compile(r"\s*[,(]?\s*(?:licen[cs]ed|board[- ]certified|registered|certified)\b", re.IGNORECASE)
_SAYS_MORE = re.compile(r"\s+(?!qualified|certified|charterholder|accredited|registered|licen[cs]ed|board)\w")


def _letters(text: str, known: Titles, *, bio: bool) -> Iterator[Claim]:
    """Yield letters behind a name; two letters in a biography may be a state or a managing director."""
    if text.isupper() and len(_WORD.findall(text)) > 2:  # noqa: PLR2004
        return
    for place in known.letters.finditer(text):
        title = known.known[place.group().replace(".", "")]
        before, after = text[: place.start()].strip(), text[place.end() :]
        if (
            words.NEVER.search(before.lower())
            or words.UNLESS.search(after.lower())
            or (title.term == _DIRECTS and _DIRECTOR.match(after))
        ):
            continue
        beside = bool(_DEGREE.match(after) or _DEGREES.search(text[: place.start()]))
        alone = beside or before.endswith((",", "|", ".", "/", "·", "•", "-", "&")) or not before
        if bio and not (alone and (beside or not _SAYS_MORE.match(after))):
            continue
        held = beside or _HELD.match(after)
        weak = (bio and title.term in _STATES and not held) or (not bio and not names.bears(before, title))
        yield Claim(title.field, title.term, NAMED if weak else SAID, text)


_PARTS = re.compile(r"[^\W_]+")
_IN_HANDLE = frozenset("md rn cpa cfa cfp esq".split())  # noqa: SIM905


def _in_handle(text: str, known: Titles) -> Iterator[Claim]:
    """Yield what a handle claims: a title as a part of its own beside another part."""
    parts = _PARTS.findall(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", text).lower())
    if len(parts) < 2 or _JOKES.search(" ".join(parts)) or words.NEVER.search(" ".join(parts)):  # noqa: PLR2004
        return
    for part in (parts[0], parts[-1]):
        bare = part.removeprefix("the")
        letters = part in _IN_HANDLE and (len(part) > 2 or part == "rn" or "dr" in parts)  # noqa: PLR2004
        title = known.known.get(bare) or (known.known.get(part.upper()) if letters else None)
        if title and title.kind in {"sure", "letters"}:
            yield Claim(title.field, title.term, SAID if title.kind == "sure" and len(bare) > _ZH_NAME else NAMED, text)
