"""Innocent gatherings: many people at once, called together openly, with nobody behind them who hides.

Each has what a campaign has too: one text, one link, one hour, new accounts, deletions, a shared network. A few accounts are the heart
of a gathering (volunteers who sign up for it, a class); most are ordinary people who live their lives around it.
"""

from __future__ import annotations

import numpy as np

from aboveboard.worlds.draft import LANGUAGES, NONE, Draft
from aboveboard.worlds.innocents.occasions import (
    CALLS,
    CHANTS,
    HELP,
    HOMEWORK,
    PETITIONS,
    SHOUTS,
    SIGHTS,
    VOTES,
    WIRE,
)
from aboveboard.worlds.institutions import NEWS, Org
from aboveboard.worlds.luck import some
from aboveboard.worlds.rhythm import DAY, END, HOUR, MINUTE, NEVER, SECOND, Ints, after, during, within
from aboveboard.worlds.speech import SPEECH
from aboveboard.worlds.weaving import weave

__all__ = ["breaking_news", "charity_drive", "fan_campaign", "live_final", "school_class", "union_petition"]


def _day(rng: np.random.Generator) -> int:
    """Return a time of day between 8 and 18 on a day of the last months, with weeks left for what follows."""
    return int(within(rng, END - 95 * DAY, END - 60 * DAY, 1)[0]) // DAY * DAY + int(rng.integers(8, 18)) * HOUR


def _line(rng: np.random.Generator, lines: tuple[list[str], ...], language: int) -> str:
    return str(weave(rng, 1, lines[language], {**SPEECH[language], **NEWS[language]})[0])


def _people(draft: Draft, rng: np.random.Generator, share: float, most: int, language: int, before: int) -> Ints:
    """Return ordinary people for a gathering: a share of all accounts, in a small world a dozen at least."""
    return draft.crowd(rng, min(max(12, int(draft.size * share)), most), language, before=before)


def _spoken(draft: Draft, accounts: Ints) -> int:
    language = int(draft.people.language[accounts[0]])
    draft.people.language[accounts] = language
    return language


def _joined(draft: Draft, rng: np.random.Generator, accounts: Ints, start: int, length: int) -> None:
    draft.people.created[accounts] = during(rng, start, length, len(accounts))


def _body(draft: Draft, kinds: tuple[str, ...], language: int, before: int) -> list[Org]:
    """Return bodies of such kinds that have an account in use."""
    people, found = draft.people, list[Org](draft.orgs["all"])
    alive = [o for o in found if o.account != NONE and o.status == "active" and o.kind in kinds and not o.seasonal]
    alive = [o for o in alive if people.created[o.account] < before and people.end[o.account] == END]
    return [o for o in alive if o.language == language] or alive


def _host(draft: Draft, rng: np.random.Generator, kinds: tuple[str, ...], language: int, before: int) -> Ints:
    bodies = _body(draft, kinds, language, before)
    return np.array([bodies[0].account]) if bodies else draft.crowd(rng, 1, language, before=before)


def _own_words(rng: np.random.Generator, line: str, count: int, language: int, share: float = 0.2) -> list[str]:
    """Return the line for each, with a sign of one's own for some."""
    signs = SPEECH[language]["emoji"]
    own = some(rng, count, share)
    return [f"{line} {signs[n % len(signs)]}" if o else line for n, o in enumerate(own)]


def _likes(draft: Draft, who: Ints, at: Ints, verb: str, thing: int, owner: int) -> None:
    many = {"object_id": np.full(len(who), thing), "target_account_id": np.full(len(who), owner)}
    draft.add("actions", account_id=who, at=at, verb=verb, **many)


def charity_drive(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Pass on a charity's call, same words and link, in the hours after each announcement; volunteers join that very day."""
    language, start = _spoken(draft, accounts), _day(rng)
    _joined(draft, rng, accounts, start - 4 * HOUR, 3 * HOUR)
    people = np.append(accounts, _people(draft, rng, 0.02, 3000, language, start - 30 * DAY))
    host = _host(draft, rng, ("nonprofit", "school", "company"), language, start - DAY)
    for turn in range(4):
        line, at = _line(rng, CALLS, language), start + turn * 2 * DAY
        link = f"https://give.example/{turn}"
        call = draft.post(host, np.array([at]), kind="post", text=[line], url=link, language=LANGUAGES[language])
        here = people[some(rng, len(people), 0.7)]
        when = during(rng, at + MINUTE, 5 * HOUR, len(here), 2.5)
        here = rng.permutation(here)
        text = _own_words(rng, line, len(here), language)
        draft.post(here, when, kind="post", text=text, url=link, language=LANGUAGES[language])
        _likes(draft, here, when + 5 * SECOND, "share", int(call[0]), int(host[0]))
    _innocent(draft, people, "charity_drive", start)


def _innocent(draft: Draft, people: Ints, kind: str, start: int, violation: str = "coordination") -> None:
    who = np.unique(people)
    draft.label(violation, who, False, kind, f"{kind}-{int(who[0])}", span=(start, start + 30 * DAY))


def fan_campaign(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Vote as soon as a live show opens the vote, week after week, under one tag; the club's leaders joined together."""
    language, start = _spoken(draft, accounts), _day(rng) // DAY * DAY + 19 * HOUR
    _joined(draft, rng, accounts, start - 200 * DAY, 2 * HOUR)
    fans = np.append(accounts, _people(draft, rng, 0.015, 2500, language, start - 60 * DAY))
    host = draft.crowd(rng, 1, language, before=start - 100 * DAY)
    for week in range(7):
        tag, at = f"VoteNight{int(host[0])}w{week}", start + 7 * week * DAY
        show = draft.post(host, np.array([at - HOUR]), kind="live", text=[_line(rng, SHOUTS, language)])
        here = rng.permutation(fans[some(rng, len(fans), 0.75)])
        _likes(draft, here, np.sort(after(rng, np.full(len(here), at), 25 * SECOND, 0.8)), "vote", int(show[0]), int(host[0]))  # fmt: skip
        text = _own_words(rng, f"{_line(rng, VOTES, language)} #{tag}", len(here), language, 0.4)
        when = during(rng, at - 20 * MINUTE, 50 * MINUTE, len(here))
        draft.post(here, when, kind="post", topic=tag, text=text, language=LANGUAGES[language])
        _trend(draft, tag, at - HOUR, 8, 60 + len(here))
    _innocent(draft, fans, "fan_campaign", start)


def _trend(draft: Draft, tag: str, since: int, hours: int, most: int) -> None:
    hour = np.arange(hours)
    volume = (most * (hour + 1) * np.exp(-hour / 4)).astype(np.int64) + 3
    draft.add("topics", topic=[tag] * hours, at=since // HOUR * HOUR + hour * HOUR, rank=1 + hour // 3, volume=volume)


def breaking_news(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Live through a bad day: witnesses, newsrooms with one wire story, people who join to ask and help, posts taken back."""
    language, start = _spoken(draft, accounts), _day(rng)
    _joined(draft, rng, accounts, start + 10 * MINUTE, 8 * HOUR)
    tag = f"{NEWS[0]['place'][int(rng.integers(len(NEWS[0]['place'])))]}Storm{int(accounts[0])}".replace(" ", "")
    _trend(draft, tag, start, 40, max(60, draft.size // 20))
    witnesses = _people(draft, rng, 0.01, 2000, language, start - DAY)
    _told(draft, rng, witnesses, start, tag, language, SIGHTS)
    _told(draft, rng, accounts, start + 9 * HOUR, tag, language, SIGHTS)
    helpers = np.append(accounts, _people(draft, rng, 0.003, 500, language, start - DAY))
    line = f"{_line(rng, HELP, language)} https://help.example/{tag.lower()}"
    draft.post(
        helpers, during(rng, start + 9 * HOUR, 9 * HOUR, len(helpers)), kind="post", topic=tag, language=LANGUAGES[language],
        text=[f"{t} #{tag}" for t in _own_words(rng, line, len(helpers), language)],
    )  # fmt: skip
    _wired(draft, rng, start, tag, language)
    _innocent(draft, np.append(helpers, witnesses), "breaking_news", start, "trend_hijack")


def _told(
    draft: Draft, rng: np.random.Generator, who: Ints, start: int, tag: str, language: int, lines: tuple[list[str], ...]
) -> None:
    """Tell what one sees; one in six posts is taken back within the day, for a mistake or out of shame."""
    at = during(rng, start + 3 * MINUTE, 14 * HOUR, len(who), 1.6)
    stock = {**SPEECH[language], **NEWS[language]}
    text = weave(rng, len(who), [f"{t} #{tag}" for t in lines[language]], stock)
    gone = np.where(some(rng, len(who), 0.17), within(rng, at + MINUTE, at + 10 * HOUR, len(who)), NEVER)
    draft.post(rng.permutation(who), at, kind="post", topic=tag, text=text, removed_at=gone, language=LANGUAGES[language])  # fmt: skip


def _wired(draft: Draft, rng: np.random.Generator, start: int, tag: str, language: int) -> None:
    """Let newsrooms publish one agency's stories as they come in, most by a program in the same second."""
    rooms = np.array([o.account for o in _body(draft, ("media",), language, start - DAY)], np.int64)
    for turn in range(8 if len(rooms) else 0):
        at = start + 20 * MINUTE + turn * 90 * MINUTE
        line = _line(rng, WIRE, language)
        late = np.where(some(rng, len(rooms), 0.6), 0, within(rng, 20 * SECOND, 9 * MINUTE, len(rooms)))
        link = f"https://wire.example/{tag.lower()}/{turn}"
        draft.post(rooms, at + late, kind="post", topic=tag, text=[line] * len(rooms), url=link, language=LANGUAGES[language])  # fmt: skip
    if len(rooms):
        _innocent(draft, rooms, "breaking_news", start)


def live_final(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Watch a final together: at each goal a tenth of the service comments and cheers within seconds."""
    language, start = _spoken(draft, accounts), _day(rng) // DAY * DAY + 19 * HOUR
    _joined(draft, rng, accounts, start - 90 * MINUTE, 80 * MINUTE)
    crowd = np.append(accounts, draft.crowd(rng, min(max(12, draft.size // 10), 12_000), before=start - 30 * DAY))
    host = _host(draft, rng, ("other", "media"), language, start - DAY)
    stream = draft.post(host, np.array([start]), kind="live", text=[_line(rng, SHOUTS, language)])
    for goal in np.sort(within(rng, start + 5 * MINUTE, start + 115 * MINUTE, 9)).tolist():
        here = rng.permutation(crowd[some(rng, len(crowd), 0.6)])
        at = np.sort(after(rng, np.full(len(here), goal), 6 * SECOND, 0.7))
        text = weave(rng, len(here), SHOUTS[language] + CHANTS[language], {**SPEECH[language], **NEWS[language]})
        draft.post(here, at, kind="comment", target_id=np.full(len(here), stream[0]), text=text, language=LANGUAGES[language])  # fmt: skip
        clip = draft.post(host, np.array([goal + 40 * SECOND]), kind="post", text=[_line(rng, SHOUTS, language)])
        _likes(draft, here, np.sort(after(rng, np.full(len(here), goal + 41 * SECOND), 8 * SECOND, 0.9)), "like", int(clip[0]), int(host[0]))  # fmt: skip
    _innocent(draft, crowd, "live_final", start)


def union_petition(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Sign, vote and answer the employer's posts with one sentence, as the union's letter asks; many joined after one meeting."""
    language, start = _spoken(draft, accounts), _day(rng)
    _joined(draft, rng, accounts, start - 20 * DAY, 90 * MINUTE)
    members = np.append(accounts, _people(draft, rng, 0.004, 600, language, start - 30 * DAY))
    steward = members[:1]
    employer = _host(draft, rng, ("company", "government"), language, start - DAY)
    for turn in range(5):
        at, line = start + turn * 3 * DAY, _line(rng, PETITIONS, language)
        link = f"https://petitions.example/fair-{int(steward[0])}/{turn}"
        draft.post(steward, np.array([at]), kind="post", text=[line], url=link, language=LANGUAGES[language])
        said = draft.post(employer, np.array([at - HOUR]), kind="post", text=[_line(rng, HOMEWORK, language)])
        here = rng.permutation(members[1:][some(rng, len(members) - 1, 0.8)])
        when = during(rng, at + 2 * MINUTE, 50 * MINUTE, len(here), 1.4)
        answer = {"kind": "comment", "target_id": np.full(len(here), said[0]), "language": LANGUAGES[language]}
        draft.post(here, when, text=_own_words(rng, line, len(here), language), **answer)
        _likes(draft, here, when + 30 * SECOND, "vote", int(said[0]), int(employer[0]))
    _innocent(draft, members, "union_petition", start)


def school_class(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Sign up in one lesson on the school's network, then answer the teacher's thread together, lesson after lesson."""
    for pupils in np.array_split(accounts, max(1, len(accounts) // 30)):
        language, start = _spoken(draft, pupils), _day(rng) // DAY * DAY + 9 * HOUR
        _joined(draft, rng, pupils, start - 7 * DAY, 35 * MINUTE)
        draft.people.network[pupils] = draft.token()[0]
        teacher = draft.crowd(rng, 1, language, before=start - 30 * DAY)
        _room(draft, rng, pupils, start - 7 * DAY)
        for week in range(7):
            at = start + 7 * week * DAY
            task = draft.post(teacher, np.array([at]), kind="post", text=[_line(rng, HOMEWORK, language)])
            here = rng.permutation(pupils[some(rng, len(pupils), 0.9)])
            when = during(rng, at + 2 * MINUTE, 12 * MINUTE, len(here))
            text = _own_words(rng, _line(rng, HOMEWORK, language), len(here), language, 0.7)
            draft.post(here, when, kind="comment", target_id=np.full(len(here), task[0]), text=text, language=LANGUAGES[language])  # fmt: skip
            _likes(draft, here, when + 20 * SECOND, "like", int(task[0]), int(teacher[0]))
        _innocent(draft, pupils, "school_class", start)


def _room(draft: Draft, rng: np.random.Generator, pupils: Ints, since: int) -> None:
    """Seat a class at the computers of the school, which other classes use as well."""
    seats = draft.token(max(1, len(pupils) // 2))
    others = draft.crowd(rng, 3 * len(seats), before=since)
    who = np.append(pupils, others)
    seat = seats[np.append(np.arange(len(pupils)), np.arange(len(others))) % len(seats)]
    draft.add(
        "tokens", account_id=who, kind="device", token=seat, first_seen_at=np.full(len(who), since + 40 * MINUTE),
        last_seen_at=np.full(len(who), since + 50 * DAY),
    )  # fmt: skip
