"""Seed 4: clickbait, hijacked trends, abuse, pile-ons and invented quotations.

Behaviour as in Chakraborty et al. (ASONAM 2016) for clickbait, Elmas et al. (EuroS&P 2021) for hijacked trends and Mariconti
et al. (CSCW 2019) for raids: many first-time repliers within the hour, called together elsewhere.
"""

from __future__ import annotations

import numpy as np

from aboveboard.worlds.attention import Topic
from aboveboard.worlds.casting import groups
from aboveboard.worlds.draft import Draft
from aboveboard.worlds.institutions import NEWS, spoken
from aboveboard.worlds.luck import some
from aboveboard.worlds.rhythm import DAY, END, HOUR, MINUTE, Ints, after, during, within
from aboveboard.worlds.speech import SPEECH
from aboveboard.worlds.weaving import by_language, weave

__all__ = ["ABUSE", "clickbait", "fabricated_quote", "pile_on", "trend_hijack", "vulgarity"]

ABUSE = (
    ("muckwit", 0),
    ("slimeface", 0),
    ("dungbrain", 0),
    ("烂泥脸", 1),
    ("粪脑袋", 1),
    ("臭泥巴", 1),
    ("وجه الوحل", 2),
    ("عقل الطين", 2),
)
"""Invented insults: the operator's list of abuse."""

_TITLES = (
    ["You will not believe what happened in {place}!!!", "Doctors hate this {noun} trick", "SHOCKING: {d2} things nobody tells you about {hobby}", "She opened the door and then…"],
    ["震惊!{place}竟然发生了这种事", "千万别再{hobby}了!看完吓一跳", "刚刚,{place}传来大消息,{d2}万人沉默了", "他打开门的一瞬间,所有人都哭了…"],
    ["لن تصدق ماذا حدث في {place}!!!", "صدمة: {d2} سرا عن {hobby} لا يخبرك بها أحد", "فتحت الباب ثم كانت المفاجأة…"],
)  # fmt: skip
_PITCH = (["Order the slimming tea now, only {d2} coins", "Join the earning group, {d3} a day from home", "Cheap phone cases, link in profile"],
          ["减肥茶限时{d2}元,点击链接", "加群日赚{d3},在家就能做", "手机壳清仓,主页有链接"], ["اطلب شاي التنحيف الآن بـ {d2} فقط", "انضم واربح {d3} يوميا", "أغطية هواتف رخيصة"])  # fmt: skip
_INSULTS = (["You {abuse}, delete your account", "What a {abuse}! Shut up, {abuse}", "Only a {abuse} would write this"],
            ["你就是个{abuse},滚", "{abuse}闭嘴吧", "只有{abuse}才会这么写"], ["يا {abuse} اصمت", "أنت {abuse} فعلا", "لا يكتب هذا إلا {abuse}"])  # fmt: skip
_HOSTILE = (["Shame on you, leave this place", "Nobody wants you here, {abuse}", "We all know what you did", "Delete this now", "Remember the {noun}? We do"],
            ["滚出去,没人欢迎你", "{abuse},你做过什么大家都知道", "赶紧删了吧", "不要脸", "我们都来看看你"], ["ارحل من هنا", "الجميع يعرف ماذا فعلت", "احذف هذا فورا", "لا أحد يريدك يا {abuse}"])  # fmt: skip
_CALLS = (
    ["Everyone go to {who} now and tell them what we think", "Meet under the last post of {who} at once"],
    ["大家现在都去{who}那里评论", "集合,去{who}最新一条下面"],
    ["اذهبوا جميعا إلى صفحة {who} الآن"],
)
_QUOTES = (['{org} announced today: "all {thing} visits cost {d3} from {day} on"', 'According to the notice of {org}: "every household pays {d3} by {day}"'],
           ["{org}今日通知:“{day}起{thing}一律收费{d3}元”", "据{org}公告:“每户须在{day}前缴纳{d3}元”"], ["أعلنت {org} اليوم: «رسوم {thing} {d3} ابتداء من {day}»", "بحسب إعلان {org}: «على كل أسرة دفع {d3} قبل {day}»"])  # fmt: skip


def _stock() -> list[dict[str, list[str]]]:
    return [
        {**{k: list(v) for k, v in s.items()}, "abuse": [w for w, spoken_in in ABUSE if spoken_in == n]}
        for n, s in enumerate(SPEECH)
    ]


def _write(
    draft: Draft, rng: np.random.Generator, who: Ints, at: Ints, templates: tuple[list[str], ...], **more: object
) -> Ints:
    """Post one woven text each, in its author's language."""
    language = draft.people.language[who]
    return draft.post(who, at, text=by_language(rng, language, templates, _stock()), language=spoken(language), **more)


def _since(draft: Draft, who: Ints, days: int) -> Ints:
    draft.people.created[who] = np.minimum(draft.people.created[who], END - 20 * DAY)
    return np.maximum(draft.people.created[who] + HOUR, END - days * DAY)


def clickbait(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Plant farms: lurid titles over texts that sell something else, one landing page a farm."""
    for number, farm in enumerate(groups(rng, accounts, 2, 12)):
        who = np.repeat(farm, rng.integers(4, 30, len(farm)))
        at = within(rng, _since(draft, who, 90), END - HOUR, len(who))
        language = draft.people.language[who]
        title = by_language(rng, language, _TITLES, SPEECH)
        _write(draft, rng, who, at, _PITCH, kind="post", title=title, url=f"https://read{number}.example/go")
        draft.label("clickbait", farm, True, "farm", f"clickbait-{number}")


def trend_hijack(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Put a hot topic's tag on posts that have nothing to do with it while it is hot."""
    topics: list[Topic] = draft.orgs["topics"]
    for number, ring in enumerate(groups(rng, accounts, 3, max(4, len(accounts) // 6))):
        topic = topics[int(rng.integers(len(topics)))]
        draft.people.created[ring] = np.minimum(draft.people.created[ring], topic.start)
        who = np.repeat(ring, rng.integers(1, 8, len(ring)))
        at = during(rng, topic.start + HOUR, topic.length // 2, len(who), 1.6)
        who = rng.permutation(who)
        text = weave(rng, len(who), [t + " #" + topic.name for t in _PITCH[topic.language]], {})
        draft.post(
            who,
            at,
            kind="post",
            topic=topic.name,
            text=text,
            url=f"https://shop{number}.example/",
            language=("en", "zh", "ar")[topic.language],
        )
        draft.label("trend_hijack", ring, True, "advert", f"trend_hijack-{number}", span=(int(at.min()), int(at.max())))


def vulgarity(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Insult strangers in replies, and hosts of streams their viewers."""
    who = np.repeat(accounts, rng.integers(3, 15, len(accounts)))
    at = within(rng, _since(draft, who, 120), END - HOUR, len(who))
    victims = draft.crowd(rng, min(len(who), 500), before=END - 130 * DAY)
    live = some(rng, len(who), 0.2)
    target = -2 - victims[rng.integers(0, len(victims), len(who))]
    _write(draft, rng, who, at, _INSULTS, kind=np.where(live, "live", "reply").tolist(), target_id=target)
    draft.label("vulgarity", accounts, True, "abuse")


def pile_on(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """One calls, the others fall upon a victim they never spoke to, within minutes to hours."""
    for number, ring in enumerate(groups(rng, accounts, 6, max(8, len(accounts) // 6))):
        victim = draft.crowd(rng, 1, before=END - 150 * DAY)
        start = int(within(rng, END - 110 * DAY, END - 3 * DAY, 1)[0])
        draft.people.created[ring] = np.minimum(draft.people.created[ring], start - DAY)
        language = int(draft.people.language[ring[0]])
        draft.people.language[ring] = language
        name = draft.read("handle", victim)[0]
        call = str(rng.choice(_CALLS[language])).format(who="@" + name)
        draft.post(ring[:1], np.array([start]), kind="post", text=[call], language=("en", "zh", "ar")[language])
        who = np.repeat(ring[1:], rng.integers(1, 6, len(ring) - 1))
        at = during(rng, start + 2 * MINUTE, int(rng.uniform(0.5, 14) * HOUR), len(who), 1.8)
        _write(
            draft, rng, rng.permutation(who), at, _HOSTILE, kind="reply", target_id=np.full(len(who), -2 - victim[0])
        )
        draft.label("pile_on", ring, True, "raid", f"pile_on-{number}", span=(start, int(at.max())))


def fabricated_quote(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Put words in quotation marks into the mouth of an institution whose notices never said them."""
    orgs = [o for o in draft.orgs["all"] if o.account >= 0 and o.status == "active" and not o.seasonal]
    for number, account in enumerate(accounts):
        org = orgs[int(rng.integers(len(orgs)))]
        one = np.array([account])
        draft.people.language[account] = org.language
        at = within(rng, _since(draft, one, 100), END - DAY, 1)
        templates = [t.replace("{org}", org.name) for t in _QUOTES[org.language]]
        post = draft.post(
            one,
            at,
            kind="post",
            text=weave(rng, 1, templates, NEWS[org.language]),
            language=("en", "zh", "ar")[org.language],
        )
        fans = draft.crowd(rng, int(rng.integers(3, 40)), before=int(at[0]))
        when = after(rng, np.full(len(fans), at[0]), 5 * HOUR)
        keep = when < draft.people.end[fans]
        draft.add(
            "actions",
            account_id=fans[keep],
            at=when[keep],
            verb="share",
            object_id=np.full(keep.sum(), post[0]),
            target_account_id=np.full(keep.sum(), account),
        )
        draft.label(
            "fabricated_quote",
            one,
            True,
            "invented_notice",
            f"fabricated_quote-{number}",
            related=np.array([org.account]),
        )
