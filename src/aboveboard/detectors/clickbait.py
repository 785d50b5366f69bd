"""Accounts most of whose titles are written to lure, far beyond what is usual on their service."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from aboveboard.derived.title_style import STYLE, TITLED, style_of
from aboveboard.detector import Detector, Example, Groups, Mistake, Param, Rows, Sql
from aboveboard.series.excess import exceeding
from aboveboard.tables import Type

_TITLED = f"SELECT {', '.join(TITLED)} FROM posts WHERE coalesce(title, url) IS NOT NULL AND at <= $as_of"

_COUNTED = """
SELECT 0 AS shard, account_id, count(DISTINCT form) AS titles, $titles AS fewest, $assumed AS assumed, $faith AS faith, $spread AS spread,
  count(DISTINCT CASE WHEN nats + $mismatch * apart >= $strength THEN form END) AS lures
FROM weighed WHERE nats IS NOT NULL GROUP BY account_id
"""

_TESTED: Mapping[str, Type] = {
    "account_id": "string", "titles": "int", "lures": "int", "chance": "float", "usual": "float",
    "alone": "float",
}  # fmt: skip


def _test(counted: pa.Table) -> pa.Table:
    order = counted.sort_by("account_id")
    hits, trials = (order.column(c).to_numpy().astype(float) for c in ("lures", "titles"))
    assumed, faith, spread, fewest = (
        float(order.column(c)[0].as_py()) for c in ("assumed", "faith", "spread", "fewest")
    )
    chance, usual = exceeding(hits, trials, assumed, faith, spread, int(fewest))
    alone, _ = exceeding(hits, trials, assumed, 0, spread, int(fewest))
    made = order.select(["account_id", "titles", "lures"]).append_column("chance", pa.array(chance))
    made = made.append_column("usual", pa.array(np.full(len(hits), round(usual, 4))))
    return made.append_column("alone", pa.array(alone))


_MARKED = """
SELECT account_id, titles, lures, chance, usual, alone FROM tested WHERE chance <= $doubt AND lures >= $share * titles
"""

_UNNAMED = """
SELECT m.account_id FROM marked AS m JOIN accounts AS a ON a.account_id = m.account_id
WHERE m.alone <= $doubt AND coalesce(a.kind, 'unknown') <> 'organisation' AND a.verified_org_id IS NULL
"""

_HOSTS = """
SELECT w.host, count(DISTINCT m.account_id) AS sharers FROM weighed AS w LEFT JOIN unnamed AS m ON m.account_id = w.account_id
GROUP BY w.host HAVING count(DISTINCT m.account_id) >= $sharers
  AND 2 * count(DISTINCT m.account_id) >= count(DISTINCT w.account_id)
"""

_LANDED = """
SELECT account_id, min(host) AS host, max(sharers) AS sharers FROM (
  SELECT w.account_id, h.host, h.sharers FROM weighed AS w JOIN hosts AS h ON h.host = w.host
  JOIN unnamed AS u ON u.account_id = w.account_id
) AS shared GROUP BY account_id
"""

_PLACED = """
SELECT account_id, title, row_number() OVER (PARTITION BY account_id ORDER BY coalesce(nats, -99) DESC, form, title, post_id) AS place
FROM weighed
"""

_SPANS = (
    "SELECT account_id, min(at) AS first_at, max(at) AS last_at, sum(apart) AS apart FROM weighed GROUP BY account_id"
)

_FOUND = """
SELECT m.account_id, a.handle, m.titles, m.lures, m.usual, m.chance, p.title, s.apart, s.first_at, s.last_at, l.host, l.sharers,
  l.host AS "group",
  concat(CASE s.apart WHEN 0 THEN '' ELSE concat('; ', CAST(s.apart AS VARCHAR), ' have nothing in common with the text below') END,
    CASE WHEN l.host IS NOT NULL THEN concat('; ', CAST(l.sharers AS VARCHAR), ' such accounts lead to ', l.host) ELSE '' END) AS more,
  round(1 - (m.titles + 1 - m.lures) / CAST(m.titles + 1 AS DOUBLE) * CASE WHEN l.host IS NOT NULL THEN CAST(0.5 AS DOUBLE) ELSE 1 END, 4) AS score,
  CASE WHEN l.host IS NOT NULL THEN 'likely' ELSE 'possible' END AS tier,
  ['content', CASE WHEN l.host IS NOT NULL THEN 'graph' END] AS classes
FROM marked AS m JOIN accounts AS a ON a.account_id = m.account_id JOIN spans AS s ON s.account_id = m.account_id
JOIN placed AS p ON p.account_id = m.account_id LEFT JOIN landed AS l ON l.account_id = m.account_id
WHERE p.place = 1 AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

_LURES = (
    "You Will Never Guess What This Dog Did Next",
    "17 Things Only Tired Parents Will Understand",
    "This Is What Happens When You Stop Eating Sugar",
    "We Know Which Cake You Are And You Will Be Surprised",
    "Here's Why Everyone Is Talking About This Photo",
    "21 Reasons You Should Never Skip Breakfast",
)
_NEWS = (
    "Council approves budget for coastal road repairs",
    "Storm closes ferry terminal near Harrowby",
    "Court upholds ruling on river pollution",
    "Central bank leaves interest rate unchanged",
    "Regional rail strike enters third week",
    "Museum reopens after flood damage to archive",
)
_MIXED = (
    *_LURES,
    *_NEWS,
    *(
        f"This Is Why You Should Never {w} Your Phone"
        for w in ("Drop", "Open", "Lend", "Sell", "Mute", "Lose", "Share", "Clean", "Trade")
    ),
    *(
        f"{w} ministers agree on fishing quotas"
        for w in (
            "Coastal",
            "Regional",
            "Deputy",
            "Northern",
            "Eastern",
            "Southern",
            "Western",
            "Former",
            "Island",
            "Baltic",
        )
    ),
)
_LOCKT = (
    "震惊!这个男人竟然把房子卖了,原因令人泪目",
    "万万没想到,他打开门的那一刻所有人都哭了!",
    "千万别再这样洗头了!看完吓一跳,赶紧收藏",
    "刚刚传来大消息!背后的真相让网友炸锅了",
    "史上最惨!没人敢告诉你的秘密,不看后悔!",
)
_PLAIN = (
    "市政府发布沿海公路维修工程预算",
    "气象台:周末沿海地区有中到大雨",
    "中学生科技竞赛在图书馆开幕",
    "新地铁线路计划于明年三月通车",
    "博物馆公布洪灾后的修复进展",
)


_ARABIC = tuple(f"لن تصدق ماذا حدث في المدينة {w}!!!" for w in ("اليوم", "أمس", "غدا", "ليلا", "صباحا"))


def _posts(*accounts: tuple[str, tuple[str, ...], str, str]) -> str:
    """Draw posts: (account, titles, the text below or = for the title itself, address)."""
    rows = [
        f"{who}{n} | {who} | 2025-12-{n + 1:02} | {title} | {title + ', in full' if text == '=' else text} | {url}"
        for who, titles, text, url in accounts
        for n, title in enumerate(titles)
    ]
    return "\n".join(["posts", "post_id | account_id | at | title | text | url", *rows, "", ""])


def _accounts(*ids: str, status: str = "active", **whose: str) -> str:
    """Draw accounts; `whose` gives some a kind and an organisation's badge."""
    rows = (f"{i} | {i}_daily | {status} | {whose.get(i, '|')}" for i in ids)
    return "\n".join(["accounts", "account_id | handle | status | kind | verified_org_id", *rows, "", ""])


_READERS = tuple(f"r{n}" for n in range(12))
_FARMS, _PEOPLE = tuple(f"f{n:02}" for n in range(30)), tuple(f"p{n:02}" for n in range(90))
_SOLD = "Order the slimming tea now for only forty coins"

CLICKBAIT = Detector(
    name="clickbait",
    version="2",
    violation="clickbait",
    about=(
        "A lure withholds what it promises: this, what happened next, you will never guess. Titles are reduced to their style "
        "(small words, figures, marks, endings of words or lengths; a small model for English and one for Chinese, "
        "docs/models/wording.md), so that neither topic nor name nor publisher counts, and never whether "
        "they are true. One title claims nothing: what counts is that at least half of an account's different titles lure, and "
        "significantly more than is usual on the service (beta-binomial test, false discoveries held to 1 %). Usual is the mean "
        "over everybody who ever wrote a title, those left out who stand out from it, and never below the model's own errors. A text below "
        "that shares no word with its title counts as a further sign. Wording is one kind of evidence, so it is possible at "
        "most; where several such accounts, none of them an organisation's, lead to one place that hardly anybody else links to, "
        "and the service's own titles alone make them stand out, it is likely. The score is the "
        "share of luring titles, one title's worth of doubt added; a shared landing place halves the doubt. Titles in other "
        "languages are not judged."
    ),
    reads={
        "accounts": "account_id handle status? kind? verified_org_id?",
        "posts": "post_id account_id at title text? url? language?",
    },
    params={
        "titles": Param(5, "titles", 3, 1000, "fewest different titles an account must have"),
        "strength": Param(1.0, "nats", 0, 10, "how much a title's style must lure"),
        "mismatch": Param(1.0, "nats", 0, 10, "what a text below that shares no word with its title adds"),
        "share": Param(0.5, "share", 0.1, 1, "share of an account's titles that must lure"),
        "assumed": Param(
            0.1, "share", 0.01, 0.9, "share of luring titles that is usual anywhere: the model's own errors, at least"
        ),
        "faith": Param(20, "accounts", 0, 1_000_000, "how many accounts it takes to outweigh that"),
        "spread": Param(0.05, "correlation", 0.001, 0.9, "how much honest accounts differ in style"),
        "doubt": Param(0.01, "share", 0.0001, 0.2, "false discoveries among what is found"),
        "sharers": Param(3, "accounts", 2, 1000, "fewest such accounts that lead to one place"),
    },
    classes=("content", "graph"),
    links=("host",),
    steps=(
        Sql("titled", _TITLED),
        Rows("weighed", "titled", style_of, STYLE, apart=60_000),
        Sql("counted", _COUNTED),
        Groups("tested", "counted", ("shard",), _test, _TESTED),
        Sql("marked", _MARKED),
        Sql("unnamed", _UNNAMED),
        Sql("hosts", _HOSTS),
        Sql("landed", _LANDED),
        Sql("placed", _PLACED),
        Sql("spans", _SPANS),
        Sql("found", _FOUND),
    ),
    says="{lures} of {titles} titles of {handle} lure, such as “{title}”{more}",
    mistakes=(
        Mistake(
            "One lively title.",
            "at least five different titles, half of which lure",
            "a lively title, and the same one again and again",
        ),
        Mistake(
            "A service where everybody writes so.",
            "accounts are tested against the service's own usual share, and on few accounts never likely",
            "a house of tabloids among tabloids",
        ),
        Mistake(
            "A newspaper asks questions and lists numbers.",
            "small words and marks weigh together, no single one decides",
            "a newspaper",
        ),
        Mistake(
            "Several honest accounts link to one large site.",
            "a place counts only where half of those who link to it lure",
            "lures that lead where everybody links",
        ),
        Mistake(
            "A publisher's own channels lead to its own site.",
            "organisations and verified accounts lead nobody anywhere in secret: possible at most",
            "the channels of one publisher",
        ),
        Mistake("A humourist or a school of writing.", "possible at most on wording alone; a person reads the titles"),
        Mistake(
            "Lures in other languages, or in a style the models do not know, are missed.",
            "languages are not judged without a model",
        ),
    ),
    examples=(
        Example(
            "titles that lure, in English and in Chinese, over another matter",
            _accounts("a", "b", "c")
            + _posts(
                ("a", (*_LURES, *_ARABIC[:2]), _SOLD, ""),
                ("b", _LOCKT, "减肥茶限时四十元,点击链接", ""),
                ("c", _NEWS, "=", ""),
            ),
            finds=(("a", 0.8571, "possible"), ("b", 0.8333, "possible")),
        ),
        Example(
            "three of a kind lead to one place",
            _accounts(*"abcdef", *_READERS, f="organisation |")
            + _posts(
                *((i, _LURES, "=", "https://read.example/go") for i in "abcf"),
                ("d", _NEWS, "=", "https://read.example/x"),
                ("e", _LURES, "=", "https://e.example/go"),
                *((i, _NEWS[:1], "=", "") for i in _READERS),
            ),
            finds=(
                ("a", 0.9286, "likely"),
                ("b", 0.9286, "likely"),
                ("c", 0.9286, "likely"),
                ("e", 0.8571, "possible"),
                ("f", 0.8571, "possible"),
            ),
        ),
        Example(
            "a house of tabloids among tabloids",
            _accounts(*"abcde") + _posts(*((i, _LURES, "=", "https://read.example/go") for i in "abcde")),
            finds=tuple((i, 0.8571, "possible") for i in "abcde"),
        ),
        Example(
            "the channels of one publisher",
            _accounts(*"abcd", *_READERS, a="organisation |", b="personal | o1")
            + _posts(
                *((i, _LURES, "=", "https://read.example/go") for i in "abcd"),
                *((i, _NEWS[:1], "=", "") for i in _READERS),
            ),
            finds=tuple((i, 0.8571, "possible") for i in "abcd"),
        ),
        Example(
            "farms beside people who wrote a title or two",
            _accounts(*_FARMS, *_PEOPLE)
            + _posts(
                *((i, _LURES, _SOLD, "") for i in _FARMS),
                *(
                    (i, (_LURES if n % 6 == 0 else _NEWS)[n % 4 : n % 4 + 1 + n % 2], "=", "")
                    for n, i in enumerate(_PEOPLE)
                ),
            ),
            finds=tuple((i, 0.8571, "possible") for i in _FARMS),
        ),
        Example(
            "two of a kind lead to one place, others to their own",
            _accounts(*"abc", *_READERS)
            + _posts(
                *((i, _LURES, "=", f"https://{i.replace('b', 'a')}.example/go") for i in "abc"),
                *((i, _NEWS[:1], "=", "") for i in _READERS),
            ),
            finds=(("a", 0.8571, "possible"), ("b", 0.8571, "possible"), ("c", 0.8571, "possible")),
        ),
        Example(
            "lures that lead where everybody links",
            _accounts(*"abcdefgh", *_READERS)
            + _posts(
                *((i, _LURES, "=", "https://video.example/go") for i in "abc"),
                *((i, ("",), "a film", "https://video.example/x") for i in "defgh"),
                *((i, _NEWS[:1], "=", "") for i in _READERS),
            ),
            finds=(("a", 0.8571, "possible"), ("b", 0.8571, "possible"), ("c", 0.8571, "possible")),
        ),
        Example("a newspaper", _accounts("a", "b") + _posts(("a", _NEWS, "=", ""), ("b", _PLAIN, "=", ""))),
        Example(
            "a lively title, and the same one again and again",
            _accounts("a", "b") + _posts(("a", (*_LURES[:1] * 9, *_NEWS[:4]), "=", ""), ("b", _LURES[:4], "=", "")),
        ),
        Example(
            "less than half of many, too few to stand out, and planned ones",
            _accounts("a", "b", "c")
            + _posts(
                ("a", _MIXED, "=", ""),
                ("b", (*_LURES[:3], *_NEWS[:3]), "=", ""),
                ("c", _LURES[:4], "=", ""),
            ).rstrip()
            + f"\nx1 | c | 2026-03-01 | {_LURES[4]} | |\n",
        ),
        Example(
            "closed accounts",
            _accounts("a", status="closed")
            + _posts(("a", _LURES, "=", "")).rstrip()
            + "\nx1 | a | 2025-12-20 | | no title |\n",
        ),
        Example(
            "everybody writes so",
            _accounts(*(f"a{n}" for n in range(60))) + _posts(*((f"a{n}", _LURES[1:], "=", "") for n in range(60))),
        ),
        Example("languages without a model", _accounts("a") + _posts(("a", _ARABIC, "=", ""))),
    ),
    references=(
        "Chakraborty, Paranjape, Kakarla and Ganguly, Stop Clickbait: Detecting and Preventing Clickbaits in Online News Media, ASONAM 2016",
        "Blom and Hansen, Click Bait: Forward-Reference as Lure in Online News Headlines, Journal of Pragmatics 2015",
        "Biyani, Tsioutsiouliklis and Blackmer, 8 Amazing Secrets for Getting More Clicks, AAAI 2016",
        "Liu and others, Clickbait Detection on WeChat: A Deep Model Integrating Semantic and Syntactic Information, Knowledge-Based Systems 2022",
        "Benjamini and Hochberg, Controlling the False Discovery Rate, Journal of the Royal Statistical Society B 1995",
    ),
)
