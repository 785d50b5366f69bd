"""A hot topic's tag on posts about something else."""

from __future__ import annotations

from datetime import timedelta

from aboveboard.derived.tag_campaigns import TAG_CAMPAIGNS
from aboveboard.detector import Detector, Example, Mistake, Sql
from aboveboard.examples import drawn, moment

_FOUND = """
SELECT account_id, coalesce(a.handle, account_id) AS handle, t.ring AS "group", t.topic, t.landing, t.body, t.size, t.posts, t.topics, t.gone, t.first_at, t.last_at,
  concat(CASE WHEN landing <> '' THEN concat('; they land on ', landing) ELSE '' END, CASE WHEN wandering THEN concat(' under ', CAST(t.topics AS VARCHAR),
    ' topics') ELSE '' END, CASE WHEN fleeting THEN concat('; ', CAST(t.gone AS VARCHAR), ' were gone within a day') ELSE '' END) AS more,
  round(1 - CAST(0.5 AS DOUBLE) * CASE WHEN content THEN 0.9 ELSE 1 END * CASE WHEN fleeting THEN 0.5 ELSE 1 END * CASE WHEN wandering THEN 0.5 ELSE 1 END, 4) AS score,
  CASE WHEN content AND (fleeting OR wandering) THEN 'likely' ELSE 'possible' END AS tier,
  [CASE WHEN content THEN 'content' END, CASE WHEN fleeting OR wandering THEN 'behaviour' END] AS classes
FROM tag_campaigns AS t LEFT JOIN accounts AS a USING (account_id)
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

_RISE = moment("2025-06-01T08:00")
_TOPICS = ("StormNearTheCoast", "CupFinalTonight", "NewBridgeOpens", "BridgeClosed")
_TEA = "Order the slimming tea, only {n} coins"
_SEEN = (
    "Waves over the coast road, stay away", "The storm took our fence", "Storm near the harbour, boats are safe", "Our street is under water",
    "Trees are down on the coast road", "Storm over the coast, all well here",
)  # fmt: skip


def _post(
    who: str, text: str, hour: float = 5, *, tag: str = _TOPICS[0], url: str = "", gone: float = 0
) -> tuple[object, ...]:
    at = _RISE + timedelta(hours=hour)
    return (who, at, text, url, tag, at + timedelta(hours=gone) if gone else "")


def _world(*posts: tuple[object, ...], kinds: tuple[tuple[str, str, str], ...] = ()) -> str:
    """Draw four topics, six people who saw the storm, and more posts."""
    people = [_post(f"s{n}", text, 1 + n) for n, text in enumerate(_SEEN)]
    quiet = [
        (
            f"q{n}",
            _RISE - timedelta(hours=n),
            f"An everyday thing, number {n}",
            "",
            "",
            _RISE + timedelta(days=9) if n % 2 else "",
        )
        for n in range(200)
    ]
    rows = [(f"p{n}", *row) for n, row in enumerate([*people, *quiet, *posts])]
    return (
        drawn("topics", "topic | at | rank", [(t, _RISE + timedelta(hours=h), 1) for t in _TOPICS for h in (0, 9)])
        + drawn("posts", "post_id | account_id | at | text | url | topic | removed_at", rows)
        + drawn(
            "accounts",
            "account_id | handle | kind | status",
            [(a, a, k, s) for a, k, s in kinds or (("s0", "personal", ""),)],
        )
        + drawn("organisations", "org_id | name | domains", [("o", "Herald", "herald.example")])
    )


def _adverts(
    who: str = "abc", url: str = "https://shop.example/tea?x={n}", *, tag: str = _TOPICS[0], gone: float = 0
) -> list[tuple[object, ...]]:
    return [
        _post(a, _TEA.format(n=10 * turn + n), 5 + n + turn / 9, tag=tag, url=url.format(n=n), gone=gone)
        for turn in range(2)
        for n, a in enumerate(who)
    ]


TREND_HIJACK = Detector(
    name="trend_hijack",
    version="1",
    violation="trend_hijack",
    about=(
        "While a topic is hot its tag brings readers, so it is put on things that have nothing to do with it, or a topic is made with posts that "
        "are gone before anybody looks. Found are accounts that, past the first hours of a topic, land on one page with one text that shares no words with "
        "the topic or what others say under it; that put one page under several such topics; or whose posts under it were all gone within a day, far "
        "beyond what is usual. What is said of the topic is not read. Score: doubt is 0.5, times 0.9 for the text, 0.5 for posts gone, 0.5 for many topics."
    ),
    reads={
        "tag_campaigns": "account_id ring topic landing body size posts topics gone content fleeting wandering first_at last_at",
        "accounts?": "account_id handle status",
    },
    derives=(TAG_CAMPAIGNS,),
    classes=("content", "behaviour"),
    steps=(Sql("found", _FOUND),),
    says="{handle} put the tag {topic} on {posts} posts, as {size} accounts did: {body}{more}",
    links=("landing", "topic"),
    mistakes=(
        Mistake("Eyewitnesses, fans and helpers write much under one tag.", "without one page and one text nothing is found, and the first hours are not judged", "witnesses, fans and newsrooms"),
        Mistake("Newsrooms and readers link to one article.", "organisations and pages on their registered domains are left out", "witnesses, fans and newsrooms"),
        Mistake("A charity drive uses a hot tag.", "a text that shares words with the topic is left out; one text and one page alone are never above possible", "it has to do with the topic"),
        Mistake("People delete what they wrote in haste.", "five accounts whose every post under the topic was gone, far beyond what is usual, are needed", "ordinary deletion"),
        Mistake("A topic's name says nothing of what it is about.", "what others say under it counts too; the policy asks a person before any action"),
    ),
    examples=(
        Example("one shop under a storm", _world(*_adverts(), kinds=(("x", "personal", ""),)), finds=tuple((a, 0.55, "possible") for a in "abc")),
        Example(
            "gone within a day, beside a closed account",
            _world(*_adverts("abcd", gone=3), kinds=(("d", "personal", "closed"),)),
            finds=tuple((a, 0.775, "likely") for a in "abc"),
        ),
        Example(
            "one shop under three topics, the tag in the text",
            _world(*(_post("a", f"{_TEA.format(n=n)} #{t} https://shop.example/tea", 5 + n, tag="") for n, t in enumerate(_TOPICS[:3] * 2))),
            finds=(("a", 0.775, "likely"),),
        ),
        Example(
            "posts without a page that are gone soon",
            _world(*(_post(a, f"{w} lamp {w}", 5 + n, gone=0.2) for n, (a, w) in enumerate(zip("abcde", ("red", "tall", "old", "odd", "new"), strict=True)))),
            finds=tuple((a, 0.75, "possible") for a in "abcde"),
        ),
        Example(
            "one text without a page that is gone soon",
            _world(*(_post(a, "Look at the lamp", 5 + n, tag=_TOPICS[1], gone=0.2) for n, a in enumerate("fghij"))),
            finds=tuple((a, 0.775, "likely") for a in "fghij"),
        ),
        Example(
            "witnesses, fans and newsrooms",
            _world(
                *_adverts("abc", url="https://www.herald.example/storm"), *_adverts("klm"),
                *(_post(a, "Our team will win tonight", 5, tag=_TOPICS[1]) for a in "fghij"),
                kinds=tuple((a, "organisation", "") for a in "klm"),
            ),
        ),
        Example("it has to do with the topic", _world(*(_post(a, f"Blankets for the storm, {n} left", 5 + n, url="https://help.example/") for n, a in enumerate("abcabc")))),
        Example("they also wrote about the storm", _world(*_adverts(), *(_post(a, f"Water in the cellar of {a}", 2) for a in "ab"))),
        Example("first hours, one or two accounts, and not yet said", _world(
            *(_post(a, _TEA.format(n=n), n / 4, url="https://shop.example/tea") for n, a in enumerate("abcabc")),
            *_adverts("de", url="https://shop.example/cups"), *(_post(a, _TEA.format(n=n), 6000 + n, url="https://late.example/") for n, a in enumerate("fghfgh")),
        )),
        Example("ordinary deletion", _world(*(_post(a, f"A mistake of {a}", 5, gone=2) for a in "abcd"), *(_post(a, f"Kept by {a}", 5, gone=90) for a in "efghi"))),
        Example("no topic is hot", _world(*_adverts(tag="SomethingElse"))),
    ),
    references=(
        "design/domain.md L4a: behaviour only, the tag and the body, never truth",
        "Elmas et al., Ephemeral Astroturfing Attacks: The Case of Fake Twitter Trends, EuroS&P 2021",
        "VanDam and Tan, Detecting Hashtag Hijacking from Twitter, WebSci 2016",
    ),
)  # fmt: skip
