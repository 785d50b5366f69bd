"""Seed 4: comments, shares and likes steered together.

Rings vary as the disclosed ones do (Pacheco et al., ICWSM 2021; Nizzoli et al., ICWSM 2021): copied comments with small edits,
shares of one object within seconds to hours, with or without shared devices and common sign-up days.
"""

from __future__ import annotations

import numpy as np

from aboveboard.worlds.casting import groups
from aboveboard.worlds.draft import Draft
from aboveboard.worlds.luck import chance, some
from aboveboard.worlds.rhythm import DAY, END, HOUR, MINUTE, SECOND, Ints, during, within
from aboveboard.worlds.speech import SPEECH
from aboveboard.worlds.weaving import weave

__all__ = ["coordination"]

_LINES = (
    ["I tried the {what} from {place} and {did} it again, five stars {why}", "The people of {place} all agree: {what} was the right choice {why}",
     "As someone who {did} {what} for years I can only recommend it {why}"],
    ["作为{place}本地人说一句,{what}真的很不错,{why}", "我家用了三年,{what}没话说,强烈推荐,{why}", "别听那些人乱说,{what}{why},大家理性看待"],
    ["بصفتي من {place} أقول إن {what} كان القرار الصحيح {why}", "جربت {what} وأنصح الجميع به {why}", "كل أهل {place} متفقون على {what} {why}"],
)  # fmt: skip
_EDITS = ("", "", "!", "!!", " 👍", "。", " ...", " 🌿", " ok", "~")
_SWAPS = (("tried", "tested"), ("five stars", "5 stars"), ("right choice", "best choice"), ("recommend", "suggest"), ("真的", "确实"), ("强烈", "十分"),
          ("大家", "各位"), ("أنصح", "أوصي"), (" it again", " it once more"))  # fmt: skip
_WAYS = ("copied_comments", "co_shares", "copied_comments", "like_swarm")


def coordination(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Plant rings that act on the same threads in the same windows, some visibly one batch, some not."""
    for number, ring in enumerate(groups(rng, accounts, 5, max(6, len(accounts) // 6))):
        way, group = _WAYS[number % len(_WAYS)], f"coordination-{number}"
        language = int(draft.people.language[ring[0]])
        draft.people.language[ring] = language
        start = int(within(rng, END - 120 * DAY, END - 25 * DAY, 1)[0])
        draft.people.created[ring] = np.minimum(draft.people.created[ring], start - DAY)
        if chance(rng, 0.5):
            _batch(draft, rng, ring, start)
        rounds = int(rng.integers(3, 12))
        gap = min(int(rng.uniform(0.2, 3) * DAY), (END - start - 2 * DAY) // rounds)
        for turn in range(rounds):
            here = ring[some(rng, len(ring), rng.uniform(0.7, 1))]
            at = during(
                rng, start + turn * gap, int(np.exp(rng.uniform(np.log(20 * SECOND), np.log(8 * HOUR)))), len(here), 1.3
            )
            _act(draft, rng, rng.permutation(here), at, way, language)
        draft.label("coordination", ring, True, way, group, span=(start, start + rounds * gap))


def _batch(draft: Draft, rng: np.random.Generator, ring: Ints, start: int) -> None:
    """Sign the ring up in one go, and let it share devices or networks."""
    people = draft.people
    people.created[ring] = during(rng, start - int(rng.uniform(3, 90) * DAY), int(rng.uniform(1, 60) * HOUR), len(ring))
    pool = draft.token(max(1, len(ring) // int(rng.integers(2, 8))))
    column = people.device if chance(rng, 0.5) else people.network
    column[ring] = pool[rng.integers(0, len(pool), len(ring))]


def _act(draft: Draft, rng: np.random.Generator, who: Ints, at: Ints, way: str, language: int) -> None:
    if not len(who):
        return
    host = draft.crowd(rng, 1, before=int(at[0]) - DAY)
    thread = draft.post(
        host, at[:1] - 20 * MINUTE, kind="post", text=weave(rng, 1, ["{who} {did} {what} {why}"], SPEECH[language])
    )
    if way != "copied_comments":
        verb = "share" if way == "co_shares" else "like"
        many = {"object_id": np.full(len(who), thread[0]), "target_account_id": np.full(len(who), host[0])}
        draft.add("actions", account_id=who, at=at, verb=verb, **many)
        return
    line = str(weave(rng, 1, _LINES[language], SPEECH[language])[0])
    text = [_edited(rng, line) for _ in who]
    draft.post(
        who,
        at,
        kind="comment",
        target_id=np.full(len(who), thread[0]),
        text=text,
        language=("en", "zh", "ar")[language],
    )


def _edited(rng: np.random.Generator, line: str) -> str:
    """Change a word or the ending, as instructions to paid commenters ask."""
    for old, new in _SWAPS:
        if chance(rng, 0.25):
            line = line.replace(old, new)
    return line + _EDITS[int(rng.integers(len(_EDITS)))]
