"""Organic posts, comments, headlines passed on, and the actions people take on them."""

from __future__ import annotations

from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.worlds.chatter import linked, talk, topics_of
from aboveboard.worlds.draft import LANGUAGES, NONE, Draft, stream
from aboveboard.worlds.institutions import NEWS
from aboveboard.worlds.luck import some
from aboveboard.worlds.rhythm import END, HOUR, MINUTE, NEVER, Ints, after, times, within
from aboveboard.worlds.speech import HEADLINES, SHORT, SPEECH
from aboveboard.worlds.weaving import by_language, scatter

__all__ = ["act", "speak"]

_KINDS: Final = ("post", "comment", "reply", "review", "live")
_SHARES = (0.56, 0.26, 0.14, 0.03, 0.01)
_VERBS: Final = ("like", "view", "share", "vote", "star", "gift", "report")
_KNOWN: Final = 5_000
_VERB_SHARES = (0.47, 0.36, 0.09, 0.04, 0.025, 0.01, 0.005)


def speak(draft: Draft, seed: int) -> tuple[Ints, Ints, Ints]:
    """Add the organic posts; return their numbers, authors and times."""
    rng = stream(seed, "posts")
    people = draft.people
    author = np.repeat(np.arange(draft.size), rng.poisson(people.posting))
    author = author[people.created[author] + HOUR < people.end[author]]
    at = times(rng, people.created[author] + MINUTE, people.end[author], people.zone[author], skew=0.7)
    order = np.argsort(at, kind="stable")
    author, at = author[order], at[order]
    size = len(author)
    kind = rng.choice(len(_KINDS), size, p=_SHARES)
    kind[: size // 50 + 1] = 0
    answers = np.where(_answer(kind), draft.posts + _earlier(rng, size), NEVER)
    text = _texts(rng, draft, people.language[author], kind)
    removed = np.where(some(rng, size, 0.004), within(rng, at + MINUTE, END, size), NEVER)
    url = linked(rng, size)
    numbers = draft.post(
        author, at, kind=_coded(_KINDS, kind), target_id=answers, title=_titles(rng, people.language[author], kind, text, url), text=text,
        url=url, topic=topics_of(rng, draft.orgs["topics"], people.language[author], at), removed_at=removed,
        language=_coded(LANGUAGES, people.language[author]),
    )  # fmt: skip
    return numbers, author, at


def _titles(
    rng: np.random.Generator, language: np.ndarray, kind: np.ndarray, text: pa.Array, url: pa.Array
) -> pa.Array:
    """Return the first words of reviews and streams, and headlines over half of the posts that link somewhere."""
    own = np.flatnonzero(kind >= _KINDS.index("review"))
    told = np.flatnonzero((kind == 0) & np.asarray(pc.is_valid(url)) & some(rng, len(kind), 0.5))
    heads = by_language(rng, language[told], HEADLINES, NEWS)
    return scatter(len(kind), [(own, pc.utf8_slice_codeunits(text.take(pa.array(own)), 0, 24)), (told, heads)])


def _earlier(rng: np.random.Generator, size: int) -> Ints:
    """Return for each post an earlier one, most often a recent one."""
    back = (rng.random(size) ** 3 * np.arange(size)).astype(np.int64) + 1
    return np.maximum(np.arange(size) - back, 0)


def _answer(kind: np.ndarray) -> np.ndarray:
    return (kind > _KINDS.index("post")) & (kind < _KINDS.index("review"))


def _texts(rng: np.random.Generator, draft: Draft, language: np.ndarray, kind: np.ndarray) -> pa.Array:
    """Return texts of one's own, and for half of the answers a short phrase everyone uses."""
    short = _answer(kind) & (some(rng, len(kind), 0.5))
    brief, long = np.flatnonzero(short), np.flatnonzero(~short)
    handles = draft.people.handles.take(pa.array(rng.integers(0, draft.size, _KNOWN)))
    return scatter(
        len(kind),
        [(brief, by_language(rng, language[brief], SHORT, SPEECH)), (long, talk(rng, language[long], handles))],
    )


def _coded(words: tuple[str, ...], codes: np.ndarray) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(pa.array(codes.astype(np.int8)), pa.array(words))


def act(draft: Draft, seed: int, posts: tuple[Ints, Ints, Ints]) -> None:
    """Add likes, views, shares and the rest: popular posts draw most, within days of being written."""
    rng = stream(seed, "actions")
    numbers, author, at = posts
    people = draft.people
    actor = np.repeat(np.arange(draft.size), rng.poisson(people.acting))
    if not len(numbers) or not len(actor):
        return
    appeal = np.argsort(-(people.popularity[author] * rng.lognormal(0, 1, len(author))), kind="stable")
    chosen = appeal[(rng.random(len(actor)) ** 2.2 * len(appeal)).astype(np.int64)]
    when = after(rng, np.maximum(at[chosen], people.created[actor]), 9 * HOUR, 1.4)
    keep = (when < people.end[actor]) & (actor != author[chosen])
    actor, chosen, when = actor[keep], chosen[keep], when[keep]
    verb = rng.choice(len(_VERBS), len(actor), p=_VERB_SHARES)
    draft.add(
        "actions", account_id=actor, at=when, verb=_coded(_VERBS, verb), object_id=numbers[chosen],
        target_account_id=np.where(some(rng, len(actor), 0.97), author[chosen], NONE),
    )  # fmt: skip
