"""Seed 3: fake followers, the audiences they inflate, and accounts nobody uses any more.

Batches vary as published ones do: sign-up bursts from name moulds (Thomas et al., USENIX Security 2013), lockstep follows
(Beutel et al., CopyCatch, WWW 2013), camouflage follows of popular accounts (Hooi et al., FRAUDAR, KDD 2016), slow drips
(Ikram et al. 2017), and aged accounts bought before use. Sellers resell one another's crews, so that one crew serves customers of
several (De Cristofaro et al., Paying for likes?, IMC 2014).
"""

from __future__ import annotations

import numpy as np

from aboveboard.worlds.casting import groups
from aboveboard.worlds.draft import NONE, Draft
from aboveboard.worlds.graph import stars
from aboveboard.worlds.luck import chance, some
from aboveboard.worlds.names_stock import GIVEN_LATIN, WORDS
from aboveboard.worlds.rhythm import DAY, END, HOUR, MINUTE, NEVER, START, Ints, during, within
from aboveboard.worlds.weaving import draw, weave

__all__ = ["fake_follower", "zombie"]

_MOULDS = ("{w}{d4}", "{g}{g}{d3}", "{g}_{w}{d2}", "user{d4}{d4}", "{w}_{g}_{d1}", "{g}{year}{d2}")
_WAYS = ("burst", "drip", "aged", "burst")
_GRANTED = 3
"""Every third batch is bought through a growth application instead of a payment the platform sees."""

_RESOLD, _OF, _SERVED = (0, 2, 3), 5, (8, 14)
"""Which batches of every five other sellers use too, and how many customers those serve, where there are so many."""


def fake_follower(draft: Draft, rng: np.random.Generator, accounts: Ints, inflated: Ints, bought: Ints) -> None:
    """Plant batches of fake followers. Their customers are `inflated`, and of these `bought` caused it themselves."""
    batches = groups(rng, accounts, 8, max(12, len(accounts) // 5))
    targets = np.concatenate([bought, inflated])
    draft.people.created[targets] = within(rng, START + 400 * DAY, END - 200 * DAY, len(targets))
    draft.people.popularity[targets] = 0.5
    draft.fakes.append(accounts)
    draft.watched.append(targets)
    for number, (batch, mine) in enumerate(zip(batches, _customers(targets, len(batches)), strict=True)):
        way, group = _WAYS[number % len(_WAYS)], f"fake_follower-{number}"
        start = int(within(rng, END - 260 * DAY, END - 75 * DAY, 1)[0])
        _born(draft, rng, batch, way, start)
        _disguise(draft, rng, batch)
        served = _resold(rng, targets, mine) if number % _OF in _RESOLD else mine
        span = _work(draft, rng, batch, served, way, start)
        draft.label("fake_follower", batch, True, way, group, span=span)
        paying = mine[np.isin(mine, bought)]
        if number % _GRANTED:
            _payment(draft, rng, paying, batch, span[0])
        else:
            draft.add("grants", account_id=paying, app="boost", purpose="growth", at=span[0] - DAY, ended_at=NEVER)
        draft.add("warnings", account_id=mine[::2], at=span[0] - 5 * DAY, violation="inflated_audience")
        new = mine if number < len(targets) else mine[:0]
        draft.label("inflated_audience", new, True, way, group, span=span)
        draft.label(
            "bought_audience",
            new[np.isin(new, bought)],
            True,
            "same_payer" if number % _GRANTED else "growth_app",
            group,
            span=span,
        )


def _customers(targets: Ints, batches: int) -> list[Ints]:
    """Return whom each batch serves: its own customers where there are enough, else one after another, or nobody."""
    if len(targets) >= batches or not len(targets):
        return np.array_split(targets, batches)
    return [targets[[n % len(targets)]] for n in range(batches)]


def _resold(rng: np.random.Generator, targets: Ints, mine: Ints) -> Ints:
    """Return whom a batch serves that other sellers use too: its own customers, and some of theirs where those are few."""
    lacking = int(rng.integers(*_SERVED)) - len(mine)
    others = rng.permutation(targets[~np.isin(targets, mine)])
    return np.concatenate([mine, others[: max(lacking, 0)]])


def _born(draft: Draft, rng: np.random.Generator, batch: Ints, way: str, start: int) -> None:
    people = draft.people
    length = int(rng.uniform(10, 400)) * MINUTE if way == "burst" else int(rng.uniform(20, 60)) * DAY
    born = during(rng, start, length, len(batch))
    people.created[batch] = within(rng, START, start - 60 * DAY, len(batch)) if way == "aged" else born
    people.posting[batch] *= rng.uniform(0, 0.4)
    people.acting[batch] *= rng.uniform(0, 0.3)
    people.following[batch], people.popularity[batch], people.visits[batch] = 0, 0.01, 0.3
    people.last[batch] = np.maximum(END - within(rng, HOUR, 60 * DAY, len(batch)), people.created[batch])


def _disguise(draft: Draft, rng: np.random.Generator, batch: Ints) -> None:
    """Names from one or two moulds, or ordinary ones; many without an avatar; networks and devices from a small pool."""
    people = draft.people
    bare = batch[some(rng, len(batch), rng.uniform(0.1, 0.95))]
    people.avatar[bare], people.plain[bare] = NONE, True
    if chance(rng, 0.75):
        mould = [str(m) for m in rng.choice(_MOULDS, 1 + int(chance(rng, 0.3)), replace=False)]
        stock = {
            "w": [w.lower() for w in WORDS[0]["noun"]],
            "g": [g.lower() for g in GIVEN_LATIN[int(rng.integers(3))]],
        }
        names = weave(rng, len(batch), mould, stock).to_pylist()
        draft.write("handle", batch, names)
        draft.write("display_name", batch, names)
    draft.write("bio", batch, [None] * len(batch))
    draft.write("url", batch, [None] * len(batch))
    draft.write("location", bare, [None] * len(bare))
    for column, crowding in ((people.network, rng.uniform(2, 60)), (people.device, rng.uniform(1, 20))):
        if chance(rng, 0.7):
            pool = draft.token(max(1, int(len(batch) / crowding)))
            column[batch] = pool[draw(rng, len(pool), len(batch))]


def _work(draft: Draft, rng: np.random.Generator, batch: Ints, targets: Ints, way: str, start: int) -> tuple[int, int]:
    """Follow the customers in a window or drop by drop, and popular accounts beside them as camouflage."""
    begin = max(int(draft.people.created[batch].max()), start) + int(rng.uniform(0.01, 10) * DAY)
    room = END - begin - HOUR
    length = min(int(rng.uniform(15, 55) * DAY) if way == "drip" else int(rng.uniform(0.5, 72) * HOUR), room)
    for target in targets:
        keen = batch[some(rng, len(batch), rng.uniform(0.6, 1.0))]
        at = during(rng, begin + int(rng.random() * (room - length)), length, len(keen))
        draft.add("follows", follower_id=rng.permutation(keen), target_id=np.full(len(keen), target), at=at)
    decoys = stars(draft, max(20, draft.size // 50))
    cover = np.repeat(batch, rng.poisson(rng.uniform(1, 3) * max(len(targets), 1) + 2, len(batch)))
    if len(decoys):
        at = within(rng, draft.people.created[cover] + MINUTE, END - MINUTE, len(cover))
        target = decoys[draw(rng, len(decoys), len(cover), 2.0)]
        keep = at > draft.people.created[target]
        draft.add("follows", follower_id=cover[keep], target_id=target[keep], at=at[keep])
    return begin, begin + room


def _payment(draft: Draft, rng: np.random.Generator, paid: Ints, batch: Ints, at: int) -> None:
    """Leave what shows the customer caused it: the same payment token on the customer and on accounts of the batch."""
    for target in paid:
        who = np.append(rng.permutation(batch)[: max(2, len(batch) // 8)], target)
        draft.add(
            "tokens",
            account_id=who,
            kind="payment",
            token=np.full(len(who), draft.token()[0]),
            first_seen_at=at,
            last_seen_at=NEVER,
        )


def zombie(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Plant accounts that were once alive and have neither written nor read for more than a year."""
    people = draft.people
    gone = within(rng, END - 1900 * DAY, END - 400 * DAY, len(accounts))
    people.created[accounts] = within(rng, START, gone - 20 * DAY, len(accounts))
    people.end[accounts], people.last[accounts] = gone, gone - HOUR
    people.status[accounts] = np.where(some(rng, len(accounts), 0.15), 3, 0)
    draft.label("zombie", accounts, True, "dormant")
