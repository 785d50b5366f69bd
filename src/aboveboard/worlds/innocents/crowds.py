"""Innocent crowds: many people, one text or one day, and nobody steering them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from aboveboard.worlds.attention import Topic
from aboveboard.worlds.draft import NONE, Draft
from aboveboard.worlds.institutions import NEWS, spoken
from aboveboard.worlds.luck import some
from aboveboard.worlds.naming import people_names
from aboveboard.worlds.rhythm import DAY, END, HOUR, MINUTE, Ints, after, during, times, within
from aboveboard.worlds.speech import GREETINGS, HEADLINES, SLOGANS, SPEECH
from aboveboard.worlds.weaving import weave

__all__ = ["banter", "cheerful_crowd", "fan_slogan", "greeting", "headline_reader", "honest_headline", "honest_reporter", "petition",
           "quoting_reader", "student_intake", "witness"]  # fmt: skip

_SIGNED = (
    ["I have signed the petition to keep the {thing} in {place} open. Please sign too"],
    ["我已为保留{place}{thing}签名,请大家一起签"],
    ["وقعت على عريضة إبقاء {thing} في {place} مفتوحا"],
)
_CHEERS = (["Well done, what a match!", "Congratulations from {place}!", "We are so proud of you {emoji}", "Best day in years"],
           ["太棒了,恭喜!", "{place}人民祝贺你{emoji}", "为你骄傲", "等这一天好久了"], ["أحسنت!", "مبروك من {place}", "فخورون بك {emoji}"])  # fmt: skip
_SEEN = (["I am at the {thing} in {place} right now, here is what I see {why}", "From my window in {place}: {what} {why}"],
         ["我就在{place}{thing}现场,{why}", "从我家窗户看{place},{what},{why}"], ["أنا الآن عند {thing} في {place} {why}", "من نافذتي في {place}: {what} {why}"])  # fmt: skip
_TEASE = (
    ["You muck about too much, my friend {emoji}", "Who left slime on my face cream? {emoji}"],
    ["你这脑袋怎么这么灵{emoji}", "泥巴真好玩{emoji}"],
    ["وجهك منور {emoji}", "الطين يملأ الحديقة {emoji}"],
)


def _circles(draft: Draft, rng: np.random.Generator, accounts: Ints, size: int) -> list[tuple[Ints, int, int]]:
    """Split accounts into circles of about `size` that speak one language; return members, language and a start."""
    found: list[tuple[Ints, int, int]] = []
    for circle in np.array_split(accounts, max(1, len(accounts) // size)):
        language = int(draft.people.language[circle[0]])
        draft.people.language[circle] = language
        start = int(within(rng, END - 100 * DAY, END - 5 * DAY, 1)[0])
        draft.people.created[circle] = np.minimum(draft.people.created[circle], start - DAY)
        found.append((circle, language, start))
    return found


def _echo(
    draft: Draft,
    rng: np.random.Generator,
    accounts: Ints,
    lines: Sequence[Sequence[str]],
    kind: str,
    hours: float,
    link: str = "",
) -> None:
    """Let circles repeat one line within `hours`, some with a word of their own."""
    for number, (circle, language, start) in enumerate(_circles(draft, rng, accounts, int(rng.integers(6, 60)))):
        name = people_names(rng, np.array([language], np.int8)).display.to_pylist()[0]
        line = str(
            weave(
                rng,
                1,
                [t.replace("{name}", str(name)) for t in lines[language]],
                {**SPEECH[language], **NEWS[language]},
            )[0]
        )
        at = during(rng, start, int(hours * HOUR * rng.uniform(0.3, 1)), len(circle), 1.5)
        own = some(rng, len(circle), 0.2)
        text = [
            f"{line} {SPEECH[language]['emoji'][int(n) % 8]}" if o else f'"{line}"' if link else line
            for n, o in zip(circle, own, strict=True)
        ]
        draft.post(
            circle,
            at,
            kind="post",
            text=text,
            url=f"{link}{number}" if link else None,
            language=("en", "zh", "ar")[language],
        )
        draft.label("coordination", circle, False, kind, f"{kind}-{number}", span=(start, int(at.max())))


def headline_reader(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Pass on the headline of an article with its link and in quotation marks."""
    _echo(draft, rng, accounts, HEADLINES, "headline_reader", 9, "https://herald.example/news/")


def greeting(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Wish a happy birthday in the words everyone uses."""
    _echo(draft, rng, accounts, GREETINGS, "greeting", 20)


def fan_slogan(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Copy the slogan of the fan club, openly."""
    _echo(draft, rng, accounts, SLOGANS, "fan_slogan", 12)


def petition(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Share that one has signed, in the words the petition's page offers."""
    _echo(draft, rng, accounts, _SIGNED, "petition", 40, "https://petitions.example/")


def student_intake(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Sign up whole years of students in the same hour on the campus network; then they live like everyone."""
    people = draft.people
    for number, (circle, language, _) in enumerate(_circles(draft, rng, accounts, int(rng.integers(15, 120)))):
        start = (
            int(within(rng, END - 900 * DAY, END - 120 * DAY, 1)[0]) // DAY * DAY
            + (10 - int(people.zone[circle[0]])) * HOUR
        )
        people.created[circle] = during(rng, start, int(rng.uniform(20, 110)) * MINUTE, len(circle))
        people.network[circle] = draft.token()[0]
        people.community[circle] = people.community[circle[0]]
        people.visits[circle] = np.maximum(people.visits[circle], 2)
        campus = np.array(
            [o.account for o in draft.orgs["all"] if o.account != NONE and o.language == language] or [circle[0]]
        )
        target = np.full(len(circle), campus[number % len(campus)])
        at = times(rng, people.created[circle] + MINUTE, people.created[circle] + 3 * DAY, people.zone[circle])
        fits = (at > people.created[target]) & (target != circle) & (at < people.end[target])
        draft.add("follows", follower_id=circle[fits], target_id=target[fits], at=at[fits])
        draft.label("fake_follower", circle, False, "student_intake", f"student_intake-{number}")


def cheerful_crowd(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Congratulate one person from everywhere at once."""
    for number, (circle, language, start) in enumerate(_circles(draft, rng, accounts, 30)):
        hero = draft.crowd(rng, 1, before=END - 110 * DAY)
        at = during(rng, start, 10 * HOUR, len(circle), 1.5)
        text = weave(rng, len(circle), _CHEERS[language], SPEECH[language])
        draft.post(
            circle,
            at,
            kind="reply",
            target_id=np.full(len(circle), -2 - hero[0]),
            text=text,
            language=("en", "zh", "ar")[language],
        )
        draft.label("pile_on", circle, False, "cheerful_crowd", f"cheerful_crowd-{number}")


def witness(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Write about a hot topic because one is there."""
    hot: list[Topic] = draft.orgs["topics"]
    for circle in np.array_split(accounts, max(1, len(accounts) // 10)):
        topic = hot[int(rng.integers(len(hot)))]
        draft.people.language[circle] = topic.language
        draft.people.created[circle] = np.minimum(draft.people.created[circle], topic.start - DAY)
        at = during(rng, topic.start, topic.length - HOUR, len(circle), 1.5)
        stock = {**SPEECH[topic.language], **NEWS[topic.language]}
        text = weave(rng, len(circle), [f"{topic.name}: {t} #{topic.name}" for t in _SEEN[topic.language]], stock)
        draft.post(circle, at, kind="post", topic=topic.name, text=text, language=("en", "zh", "ar")[topic.language])
        draft.label("trend_hijack", circle, False, "witness")


def quoting_reader(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Quote a real notice word for word, with its link."""
    number, published, text, ids = draft.orgs["notices"]
    draft.people.created[accounts] = np.minimum(draft.people.created[accounts], END - 320 * DAY)
    chosen = rng.integers(0, len(ids), len(accounts))
    orgs = [draft.orgs["all"][n] for n in number[chosen].tolist()]
    quoted = [f'{o.name}: "{t}"' for o, t in zip(orgs, text.take(chosen).to_pylist(), strict=True)]
    at = np.minimum(after(rng, published[chosen], 6 * HOUR), END - MINUTE)
    url = [f"https://{o.domain}/notices/{ids[c]}" for o, c in zip(orgs, chosen.tolist(), strict=True)]
    draft.post(accounts, at, kind="post", text=quoted, url=url, language=spoken(draft.people.language[accounts]))
    draft.label("fabricated_quote", accounts, False, "quoting_reader")


def honest_headline(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Write a lively title over a text that keeps its promise."""
    for account in accounts:
        language = int(draft.people.language[account])
        title = str(weave(rng, 1, HEADLINES[language], NEWS[language])[0])
        at = within(rng, np.maximum(draft.people.created[[account]] + MINUTE, END - 90 * DAY), END - HOUR, 1)
        body = f"{title}. {weave(rng, 1, _SEEN[language], {**SPEECH[language], **NEWS[language]})[0]}"
        draft.post(
            np.array([account]),
            at,
            kind="post",
            title=[f"{title}!"],
            text=[body],
            language=("en", "zh", "ar")[language],
        )
    draft.label("clickbait", accounts, False, "honest_headline")


def banter(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Tease friends with words that only contain an insult's parts."""
    for account in accounts:
        language = int(draft.people.language[account])
        at = within(rng, np.maximum(draft.people.created[[account]] + MINUTE, END - 90 * DAY), END - HOUR, 1)
        text = weave(rng, 1, _TEASE[language], SPEECH[language])
        friend = draft.crowd(rng, 1, before=int(at[0]))
        target = -2 - friend if len(friend) else np.array([-2 - account])
        draft.post(
            np.array([account]), at, kind="reply", target_id=target, text=text, language=("en", "zh", "ar")[language]
        )
    draft.label("vulgarity", accounts, False, "banter")


def honest_reporter(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Report what one came across: most each for oneself over weeks, some one viral scam in a day, some as volunteers who are right."""
    people = draft.people
    people.created[accounts] = np.minimum(people.created[accounts], END - 100 * DAY)
    third = len(accounts) // 3 if len(accounts) >= _PARTED else 0
    crowd, team, others = (
        accounts[:third],
        accounts[third : 2 * third][:_TEAM],
        accounts[third:][_TEAM if third else 0 :],
    )
    who = np.repeat(others, rng.integers(1, 4, len(others)))
    seen = draft.crowd(rng, max(1, len(who) // 3), before=END - 100 * DAY)
    at = times(rng, np.full(len(who), END - 90 * DAY), END - HOUR, people.zone[who])
    _file(draft, who, seen[rng.integers(0, len(seen), len(who))], at)
    if third:
        scams, start = draft.crowd(rng, 5, before=END - 100 * DAY), END - 40 * DAY
        at = during(rng, start, 20 * HOUR, len(crowd), 1.5)
        draft.add("actions", account_id=crowd, at=at - MINUTE, verb="view", object_id=np.full(len(crowd), -2 - scams[0]),
                  target_account_id=np.full(len(crowd), scams[0]))  # fmt: skip
        _file(draft, crowd, np.full(len(crowd), scams[0]), at)
        for turn, scam in enumerate(scams[1:].tolist()):
            _file(draft, team, np.full(len(team), scam), during(rng, start + 3 * turn * DAY, 8 * HOUR, len(team)), "accepted")  # fmt: skip
    draft.label("report_abuse", accounts, False, "honest_reporter")


_PARTED, _TEAM = 12, 6


def _file(draft: Draft, who: Ints, reported: Ints, at: Ints, outcome: str | None = None) -> None:
    draft.add("actions", account_id=who, at=at, verb="report", object_id=-2 - reported, target_account_id=reported, outcome=outcome)  # fmt: skip
