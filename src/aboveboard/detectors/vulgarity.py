"""Accounts that insult again and again, on different days: by the operator's own classifier, the operator's words, or ours."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from aboveboard.derived.rude_posts import RUDE, rude_of
from aboveboard.detector import Detector, Example, Groups, Mistake, Param, Sql
from aboveboard.series.excess import exceeding
from aboveboard.tables import Type

_SAID = """
SELECT length(text) % 8 AS shard, account_id, text, post_id, language, CAST(NULL AS VARCHAR) AS term,
  CAST(NULL AS VARCHAR) AS list, CAST(NULL AS VARCHAR) AS match
FROM posts WHERE text IS NOT NULL
UNION ALL SELECT s.shard, NULL AS account_id, NULL AS text, NULL AS post_id, t.language, t.term, t.list, t.match
FROM protected_terms AS t CROSS JOIN (SHARDS) AS s
""".replace("SHARDS", " UNION ALL ".join(f"SELECT {n} AS shard" for n in range(8)))

_RATED = """
SELECT post_id, max(score) AS score FROM ratings WHERE violation = 'vulgarity' AND score >= $rated GROUP BY post_id
"""

_STRIKES = """
SELECT p.account_id, p.post_id, p.at, floor(epoch(p.at) / 86400) AS day, r.shown, r.how, s.score AS rated,
  CASE WHEN s.score IS NOT NULL OR r.own THEN 1 ELSE 0 END AS own
FROM posts AS p LEFT JOIN rude AS r ON r.post_id = p.post_id LEFT JOIN rated AS s ON s.post_id = p.post_id
WHERE p.at <= $as_of AND epoch(p.at) >= epoch($as_of) - 86400 * $window
  AND (s.score IS NOT NULL OR r.own OR r.tone >= $tone)
"""

_COUNTED = """
SELECT account_id, count(DISTINCT day) AS days, count(DISTINCT post_id) AS strikes, count(DISTINCT CASE WHEN own = 1 THEN day END) AS own, min(at) AS first_at,
  max(at) AS last_at, min(shown) AS shown, min(how) AS how, max(rated) AS rated
FROM strikes GROUP BY account_id
"""

_WEIGHED = """
SELECT 0 AS shard, p.account_id, count(p.post_id) AS posts, coalesce(max(c.strikes), 0) AS strikes, $assumed AS assumed,
  $faith AS faith, $spread AS spread
FROM posts AS p LEFT JOIN counted AS c ON c.account_id = p.account_id
WHERE p.at <= $as_of AND epoch(p.at) >= epoch($as_of) - 86400 * $window GROUP BY p.account_id
"""

_TESTED: Mapping[str, Type] = {"account_id": "string", "posts": "int", "chance": "float", "usual": "float"}


def _test(weighed: pa.Table) -> pa.Table:
    order = weighed.sort_by("account_id")
    hits, trials = (order.column(c).to_numpy().astype(float) for c in ("strikes", "posts"))
    assumed, faith, spread = (float(order.column(c)[0].as_py()) for c in ("assumed", "faith", "spread"))
    chance, usual = exceeding(hits, trials, assumed, faith, spread)
    made = order.select(["account_id", "posts"]).append_column("chance", pa.array(chance))
    return made.append_column("usual", pa.array(np.full(len(hits), round(usual, 4))))


_TOLD = """
SELECT account_id, min(CASE WHEN at <= $as_of THEN at END) AS told_at FROM warnings
WHERE violation = 'vulgarity' AND (withdrawn_at IS NULL OR withdrawn_at > $as_of) GROUP BY account_id
"""

_AFTER = """
SELECT s.account_id, count(DISTINCT s.day) AS after FROM strikes AS s JOIN told AS t ON t.account_id = s.account_id
WHERE s.at > t.told_at GROUP BY s.account_id
"""

_MINORS = """
SELECT target_id AS account_id,
  count(DISTINCT CASE WHEN age_band = 'minor' AND result = 'pass' AND ended_at IS NULL THEN follower_id END) AS minors
FROM follows JOIN (SELECT account_id AS follower_id, age_band, result FROM attestations) AS a USING (follower_id)
GROUP BY target_id
"""

_FOUND = """
SELECT c.account_id, a.handle, c.days, c.strikes, c.first_at, c.last_at, c.own, c.rated, t.posts, t.usual, t.chance, w.told_at,
  coalesce(n.after, 0) AS went_on, coalesce(m.minors, 0) AS minors,
  CASE WHEN c.shown IS NULL THEN 'by the operator''s classifier' ELSE concat('such as ', c.shown) END AS such,
  concat(CASE WHEN w.told_at IS NULL THEN '; nobody told it yet: a notice comes first' ELSE '' END,
    CASE WHEN n.after IS NULL THEN '' ELSE concat('; it went on for ', CAST(n.after AS VARCHAR), ' days after it was told') END,
    CASE WHEN coalesce(m.minors, 0) = 0 THEN '' ELSE concat('; ', CAST(m.minors AS VARCHAR), ' of its followers are minors') END) AS more,
  round(1 - power(CAST(0.7 AS DOUBLE), c.days) * CASE WHEN n.after >= $after THEN CAST(0.5 AS DOUBLE) ELSE 1 END, 4) AS score,
  CASE WHEN n.after >= $after THEN 'likely' ELSE 'possible' END AS tier,
  ['content', CASE WHEN n.after >= $after THEN 'behaviour' END] AS classes
FROM counted AS c JOIN accounts AS a ON a.account_id = c.account_id JOIN tested AS t ON t.account_id = c.account_id
LEFT JOIN told AS w ON w.account_id = c.account_id LEFT JOIN after AS n ON n.account_id = c.account_id
LEFT JOIN minors AS m ON m.account_id = c.account_id
WHERE c.days >= $days AND (t.chance <= $doubt OR c.own >= $days)
  AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

_TERMS = """
protected_terms
term | list | match
mudwit | abuse | substring
casino | gambling | word
"""


def _accounts(*ids: str, status: str = "active") -> str:
    return "\n".join(["accounts", "account_id | handle | status", *(f"{i} | {i}_says | {status}" for i in ids), "", ""])


def _posts(*texts: tuple[str, str], month: str = "2025-12") -> str:
    """Draw posts (account, text), one a day."""
    rows = [f"p{n} | {who} | {month}-{n + 1:02}T10:00 | en | {text}" for n, (who, text) in enumerate(texts)]
    return "\n".join(["posts", "post_id | account_id | at | language | text", *rows, ""])


def _more(who: str, day: str) -> str:
    """Draw forty further harmless posts of one day, below `_posts`."""
    return "".join(f"{who}x{n} | {who} | {day} | en | number {n} of my walks\n" for n in range(40))


def _by(who: str, *texts: str) -> tuple[tuple[str, str], ...]:
    return tuple((who, text) for text in texts)


_INSULTS = ("You are a mudwit, leave", "only a m.u.d.w.i.t writes this", "what a mudw1t!")
_OURS = (
    "you stupid asshole shut up",
    "shut the fuck up you whore",
    "you are a worthless cunt",
    "nobody likes you asshole",
)
_KIND = (
    "lovely morning at the lake",
    "the train was late again",
    "baked two loaves of bread",
    "my garden is full of mud",
)


def _warned(*rows: str) -> str:
    return "\n".join(["warnings", "account_id | at | violation | withdrawn_at", *rows, "", ""])


VULGARITY = Detector(
    name="vulgarity",
    version="1",
    violation="vulgarity",
    about=(
        "Insult and abuse, counted in days. A post is a strike where the operator's own classifier says so (`ratings`), where it "
        "holds a word of the operator's lists of abuse however it is spelled, or where it holds a word of the shipped list "
        "in its own language and a small model of tone (docs/models/wording.md; Chinese and English only) finds the whole text "
        "rude. Words in quotation marks, forwards, and texts about medicine or about the word are no strikes. In that model the "
        "listed names of groups of people all weigh alike, and the listed words of African-American English weigh nothing; what "
        "is not listed, and the words usual beside them, can still weigh. One strike claims nothing. On three different days "
        "of the last half year, it is possible: by the operator's own judgement on each of them, or where the account's "
        "share of strikes is significantly above the service's own (beta-binomial test, false discoveries held to 1 %). Where "
        "it went on for several days after the operator told it, it is likely. The score: each day leaves 0.7 of the doubt, "
        "going on after a notice half of it. Followers attested as minors are counted, so that a reviewer knows who listens."
    ),
    reads={
        "accounts": "account_id handle status?",
        "posts": "post_id account_id at text? language?",
        "ratings?": "post_id violation score",
        "protected_terms?": "term list language match",
        "warnings?": "account_id at violation withdrawn_at?",
        "follows?": "follower_id target_id ended_at",
        "attestations?": "account_id age_band result",
    },
    params={
        "days": Param(3, "days", 2, 1000, "fewest different days with a strike"),
        "window": Param(180, "days", 1, 10_000, "how long a strike counts"),
        "rated": Param(0.8, "probability", 0.01, 1, "from where on the operator's classifier makes a strike"),
        "tone": Param(0.5, "nats", -10, 10, "how rude a text with a word of the shipped list must sound as a whole"),
        "after": Param(2, "days", 1, 1000, "fewest days with a strike after a notice, for likely"),
        "assumed": Param(0.02, "share", 0.0001, 0.9, "share of an account's posts that are strikes anywhere, at least"),
        "faith": Param(20, "accounts", 0, 1_000_000, "how many accounts it takes to outweigh that"),
        "spread": Param(0.05, "correlation", 0.001, 0.9, "how much accounts differ in how they speak"),
        "doubt": Param(0.01, "share", 0.0001, 0.2, "false discoveries among what is found by shipped words"),
    },
    classes=("content", "behaviour"),
    steps=(
        Sql("said", _SAID),
        Groups("rude", "said", ("shard",), rude_of, RUDE, apart=300_000),
        Sql("rated", _RATED),
        Sql("strikes", _STRIKES),
        Sql("counted", _COUNTED),
        Sql("weighed", _WEIGHED),
        Groups("tested", "weighed", ("shard",), _test, _TESTED),
        Sql("told", _TOLD),
        Sql("after", _AFTER),
        Sql("minors", _MINORS),
        Sql("found", _FOUND),
    ),
    says="{handle} insulted on {days} days in {strikes} posts, {such}{more}",
    mistakes=(
        Mistake(
            "A bad day.",
            "three different days at least, and old strikes expire",
            "a bad day, an old one, and one to come",
        ),
        Mistake(
            "Somebody swears like everybody there.",
            "by shipped words, the account's share of strikes is tested against the service's own",
            "a few rough words among many posts",
        ),
        Mistake(
            "A word is quoted, medical, spoken about, or part of a place's name.",
            "quotation marks, forwards, words of medicine and language, and the list of innocent words guard",
            "quoted, medical, spoken about, Scunthorpe",
        ),
        Mistake(
            "A dialect, or a word a group uses of itself, is taken for rude.",
            "such words are not in the shipped list and are left out before the English model reads a text; on tweets nobody "
            "found offensive its false alarms still were 13.5 % with such words and 10.5 % without (cross-validated), which is why "
            "tone alone is no strike; the operator's own lists are not checked for it",
            "dialect",
        ),
        Mistake("Friends tease each other.", "a person reads the posts: wording alone is possible at most"),
        Mistake(
            "The operator's classifier is wrong.", "its scores count as the operator sets them; the sentence says so"
        ),
    ),
    examples=(
        Example(
            "the operator's words, disguised; one list is no abuse",
            _accounts("a", "b", "c")
            + _posts(*_by("a", *_INSULTS), *_by("b", "casino", "casino", "casino"), *_by("c", *_INSULTS[:2]))
            + "\n"
            + _TERMS,
            finds=(("a", 0.657, "possible"),),
        ),
        Example(
            "the shipped words, in a rude tone, on most days",
            _accounts("a", "b")
            + _posts(*_by("a", *_OURS, *_KIND[:2]), *_by("b", *_OURS, *_KIND[:2]))
            + _more("a", "2024-05-01")
            + _more("b", "2026-05-01"),
            finds=(("a", 0.7599, "possible"), ("b", 0.7599, "possible")),
        ),
        Example(
            "the operator's classifier",
            _accounts("a", "b", "c")
            + _posts(*_by("a", *_KIND), *_by("b", *_KIND), *_by("c", *_KIND))
            + "\nratings\npost_id | violation | score\n"
            + "".join(f"p{n} | vulgarity | 0.9\n" for n in range(4))
            + "".join(f"p{n} | vulgarity | 0.5\n" for n in range(4, 8))
            + "".join(f"p{n} | clickbait | 0.9\n" for n in range(8, 12)),
            finds=(("a", 0.7599, "possible"),),
        ),
        Example(
            "it went on after it was told, before minors",
            _accounts("a", "b", "c", "d", "e", "m")
            + _posts(
                *_by("a", *_INSULTS),
                *_by("b", *_INSULTS),
                *_by("c", *_INSULTS),
                *_by("d", *_INSULTS),
                *_by("e", *_INSULTS),
            )
            + "\n"
            + _TERMS
            + "\n"
            + _warned(
                "a | 2025-12-01T12:00 | vulgarity | 2026-02-01",
                "b | 2025-12-05T12:00 | vulgarity |",
                "c | 2025-12-01T12:00 | clickbait |",
                "d | 2026-02-01T12:00 | vulgarity |",
                "e | 2025-12-01T12:00 | vulgarity | 2025-12-04",
            )
            + "follows\nfollower_id | target_id | ended_at\nm | a |\nm | b |\n\n"
            + "attestations\naccount_id | kind | result | age_band\nm | age | pass | minor\n",
            finds=(
                ("a", 0.8285, "likely"),
                ("b", 0.657, "possible"),
                ("c", 0.657, "possible"),
                ("d", 0.657, "possible"),
                ("e", 0.657, "possible"),
            ),
        ),
        Example(
            "a bad day, an old one, and one to come",
            _accounts("a", "b", "c")
            + "posts\npost_id | account_id | at | language | text\n"
            + "".join(f"a{n} | a | 2025-12-01T1{n}:00 | en | {t}\n" for n, t in enumerate(_INSULTS))
            + "".join(f"b{n} | b | 2025-0{1 + 5 * n}-01T10:00 | en | {t}\n" for n, t in enumerate(_INSULTS[:2]))
            + "b3 | b | 2025-12-01T10:00 | en | mudwit\n"
            + "".join(f"c{n} | c | 2025-12-1{n}T10:00 | en | {t}\n" for n, t in enumerate(_INSULTS[:2]))
            + "c3 | c | 2026-02-01T10:00 | en | mudwit\n"
            + "\n"
            + _TERMS,
        ),
        Example(
            "a few rough words among many posts",
            _accounts("a") + _posts(*_by("a", *_OURS, *(_KIND * 6))),
        ),
        Example(
            "quoted, medical, spoken about, Scunthorpe",
            _accounts("a")
            + _posts(
                *_by(
                    "a",
                    'he wrote "you are a mudwit" to me',
                    "the doctor said the mudwit grows harmless",
                    "where does the word mudwit come from",
                    "RT @x: you mudwit",
                    "train to Scunthorpe and Penistone",
                )
            )
            + "\n"
            + _TERMS,
        ),
        Example(
            "dialect",
            _accounts("a")
            + _posts(
                *_by(
                    "a",
                    "nah bruh we finna ride out wit da homies",
                    "ain't nobody got time fam",
                    "y'all wildin, love my niggas",
                    "bout dat life yo",
                )
            ),
        ),
        Example(
            "closed, and a post without words",
            _accounts("a", status="closed") + _posts(*_by("a", *_INSULTS, "")) + "\n" + _TERMS,
        ),
        Example(
            "one day, whatever was said on it",
            _accounts("a")
            + "posts\npost_id | account_id | at | language | text\n"
            + "".join(f"a{n} | a | 2025-12-01T1{n}:00 | en | {t}\n" for n, t in enumerate(_OURS)),
        ),
    ),
    references=(
        "Deng and others, COLD: A Benchmark for Chinese Offensive Language Detection, EMNLP 2022",
        "Davidson, Warmsley, Macy and Weber, Automated Hate Speech Detection and the Problem of Offensive Language, ICWSM 2017",
        "Sap, Card, Gabriel, Choi and Smith, The Risk of Racial Bias in Hate Speech Detection, ACL 2019",
        "Dixon, Li, Sorensen, Thain and Vasserman, Measuring and Mitigating Unintended Bias in Text Classification, AIES 2018",
        "List of Dirty, Naughty, Obscene and Otherwise Bad Words (LDNOOBW), CC BY 4.0; cuss, MIT",
    ),
)
