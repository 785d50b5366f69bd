"""Accounts that say the same words within minutes of one another."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.drawn_copies import accounts, posts, tokens
from aboveboard.derived.shared_hands import HOURS, JUDGED_HANDS
from aboveboard.derived.sign_ups import SIGN_UPS
from aboveboard.detector import Clusters, Detector, Example, Mistake, Param, Rows, Sql
from aboveboard.tables import Type
from aboveboard.text.normal import cut_short, normal, quotes, variety, weight

_SAID = """
SELECT account_id, coalesce(p.target_id, '') AS target, p.at, p.text, p.url IS NOT NULL AS linked
FROM posts AS p LEFT JOIN accounts AS a USING (account_id)
WHERE coalesce(a.kind, 'unknown') <> 'organisation' AND p.at <= $as_of
"""


def _read(said: pa.Table) -> pa.Table:
    text = said.column("text")
    key = normal(text)
    quoted = pc.cast(pc.or_(said.column("linked"), pc.fill_null(quotes(text), False)), pa.int64())
    return (
        said.drop_columns("linked")
        .append_column("key", key)
        .append_column("letters", weight(key))
        .append_column("quoted", quoted)
    )


_READ: Mapping[str, Type] = {
    "account_id": "string",
    "target": "string",
    "at": "time",
    "text": "string",
    "key": "string",
    "letters": "int",
    "quoted": "int",
}

_PRINTED = """
SELECT p.text FROM posts AS p JOIN accounts AS a ON a.account_id = p.account_id WHERE a.kind = 'organisation'
UNION ALL SELECT title AS text FROM notices
UNION ALL SELECT text FROM notices
"""


def _published(printed: pa.Table) -> pa.Table:
    return pa.table({"key": normal(printed.column("text"))})


_COPIES = """
SELECT key, account_id, target, min(at) AS at, min(text) AS text, max(quoted) AS quoted
FROM read WHERE letters >= $letters GROUP BY key, account_id, target
"""

_SPELLS = """
SELECT key, account_id, target, at, text, quoted, CASE WHEN gap <= 60 * $minutes THEN gap END AS gap,
  sum(CASE WHEN gap <= 60 * $minutes THEN 0 ELSE 1 END)
    OVER (PARTITION BY key ORDER BY at, account_id, target) AS spell
FROM (
  SELECT key, account_id, target, at, text, quoted, CAST(floor(epoch(at)) AS BIGINT)
    - lag(CAST(floor(epoch(at)) AS BIGINT)) OVER (PARTITION BY key ORDER BY at, account_id, target) AS gap
  FROM copies
) AS spaced
"""

_BURSTS = """
SELECT key, spell, count(DISTINCT account_id) AS accounts, min(account_id) AS first_account, min(at) AS first_at,
  max(at) AS last_at, min(text) AS excerpt, 2 * sum(quoted) >= count(*) AS quoted,
  max(gap) - min(gap) <= $jitter
    AND count(gap) * ln(greatest(min(gap), 1) / CAST($jitter + 1 AS DOUBLE)) >= 11.5 AS clockwork
FROM spells GROUP BY key, spell HAVING count(DISTINCT account_id) >= $accounts
"""


def _varied(bursts: pa.Table) -> pa.Table:
    cut = bursts.set_column(
        bursts.schema.get_field_index("excerpt"), "excerpt", cut_short(bursts.column("excerpt"), 80)
    )
    return cut.append_column("variety", variety(bursts.column("key")))


_VARIED: Mapping[str, Type] = {
    "key": "string",
    "spell": "int",
    "accounts": "int",
    "first_account": "string",
    "first_at": "time",
    "last_at": "time",
    "excerpt": "string",
    "quoted": "bool",
    "clockwork": "bool",
    "variety": "int",
}

_CAMPAIGNS = """
SELECT key, b.spell, b.accounts, b.first_account, b.first_at, b.last_at, b.excerpt, b.clockwork,
  b.quoted OR p.printed IS NOT NULL AS quoted
FROM varied AS b
JOIN (SELECT key, count(DISTINCT account_id) AS everyone FROM spells GROUP BY key) AS e USING (key)
JOIN (SELECT key, sum(accounts) AS busy FROM bursts GROUP BY key) AS s USING (key)
LEFT JOIN (SELECT key, count(*) AS printed FROM published GROUP BY key) AS p USING (key)
WHERE b.variety >= $variety AND 2 * s.busy >= e.everyone
"""

_MEMBERS = """
SELECT account_id, key, spell, s.target, c.first_account, c.first_at, c.last_at, c.accounts, c.excerpt, c.clockwork,
  c.quoted
FROM spells AS s JOIN campaigns AS c USING (key, spell)
"""

_OWN = """
SELECT account_id, r.ring, count(DISTINCT key) AS texts, min(first_at) AS first_at, max(last_at) AS last_at,
  max(t.crowd) AS crowd, max(CASE WHEN clockwork THEN 1 ELSE 0 END) AS clockwork,
  min(CASE WHEN quoted THEN 1 ELSE 0 END) AS quoted
FROM members JOIN (SELECT node AS account_id, cluster AS ring FROM rings) AS r USING (account_id)
LEFT JOIN (
  SELECT key, spell, target, count(DISTINCT account_id) AS crowd FROM members WHERE target <> ''
  GROUP BY key, spell, target HAVING count(DISTINCT account_id) >= $accounts
) AS t USING (key, spell, target)
GROUP BY account_id, r.ring
"""


_MAIN = """
SELECT account_id, accounts, target, excerpt, spread FROM (
  SELECT account_id, accounts, CASE target WHEN '' THEN NULL ELSE target END AS target, excerpt,
    CAST(1 + floor((epoch(last_at) - epoch(first_at)) / 60) AS BIGINT) AS spread,
    row_number() OVER (PARTITION BY account_id ORDER BY accounts DESC, first_at, key, target) AS place
  FROM members
) AS ordered WHERE place = 1
"""

_FOUND = """
SELECT account_id, coalesce(a.handle, account_id) AS handle, j.ring AS "group", m.accounts - 1 AS others,
  m.spread AS minutes, m.excerpt, m.target, j.texts, j.size, j.tokens, j.first_at, j.last_at,
  round(1 - CAST(0.8 AS DOUBLE) * CASE WHEN j.together THEN 0.8 ELSE 1 END * CASE WHEN j.repeated THEN 0.7 ELSE 1 END
    * CASE WHEN j.device THEN 0.4 ELSE 1 END * CASE WHEN j.identity THEN 0.4 ELSE 1 END
    * CASE WHEN j.behaviour THEN 0.5 ELSE 1 END, 4) AS score,
  CASE WHEN j.device OR j.identity OR j.behaviour THEN 'likely' ELSE 'possible' END AS tier,
  ['content', CASE WHEN j.device THEN 'device' END, CASE WHEN j.identity THEN 'identity' END,
    CASE WHEN j.behaviour THEN 'behaviour' END] AS classes
FROM judged AS j JOIN main AS m USING (account_id) LEFT JOIN accounts AS a USING (account_id)
WHERE (j.quoted = 0 AND (j.together OR j.repeated)) OR j.device OR j.identity OR j.behaviour
"""

_BLENDER = "The new blender from Orla really changed my mornings"
_KETTLE = "Nobody should have to live without the Orla kettle"


COPIED_TEXT = Detector(
    name="copied_text",
    version="1",
    violation="coordination",
    about=(
        "Paid posters are handed a text and paste it. Accounts that say the same words, decoration aside, within minutes "
        "of one another are steered together when it happens in one thread or over several texts, and when they also "
        "share devices, were made in one batch or post like clockwork, one hand is likely. What the words mean is not "
        "read. Alone it shows coordination, which is no deceit. Score: doubt starts at 0.8 and is multiplied by 0.8 for one thread, "
        "0.7 for several texts, 0.4 for shared devices, 0.4 for shared phone, mail, payment or identity, 0.5 for a batch or a clock."
    ),
    reads={
        "posts": "account_id at text target_id? url?",
        "accounts?": "account_id handle kind",
        "sign_ups": "account_id born place everyone",
        "tokens?": "account_id kind token",
        "notices?": "title text",
    },
    derives=(SIGN_UPS,),
    params={
        "accounts": Param(5, "accounts", 3, 1000, "fewest accounts that make a burst"),
        "minutes": Param(10, "minutes", 1, 1440, "longest pause between two copies of one burst"),
        "letters": Param(40, "letters", 10, 1000, "shortest text compared; an ideograph counts three"),
        "variety": Param(10, "characters", 1, 100, "fewest different characters; a chant has few"),
        "jitter": Param(
            2,
            "seconds",
            0,
            60,
            "how far the pauses of a clockwork burst may differ; a chance of that below 1 in 100,000 is a clock",
        ),
        "hours": HOURS,
    },
    classes=("content", "device", "identity", "behaviour"),
    steps=(
        Sql("said", _SAID),
        Rows("read", "said", _read, _READ),
        Sql("printed", _PRINTED),
        Rows("published", "printed", _published, {"key": "string"}),
        Sql("copies", _COPIES),
        Sql("spells", _SPELLS),
        Sql("bursts", _BURSTS),
        Rows("varied", "bursts", _varied, _VARIED),
        Sql("campaigns", _CAMPAIGNS),
        Sql("members", _MEMBERS),
        Clusters("rings", "members", "account_id", "first_account"),
        Sql("own", _OWN),
        *JUDGED_HANDS,
        Sql("main", _MAIN),
        Sql("found", _FOUND),
    ),
    says="{handle} and {others} other accounts posted the same words within {minutes} min: {excerpt}",
    links=("excerpt", "tokens"),
    mistakes=(
        Mistake(
            "News readers share one headline.",
            "words shown as another's, posted with an address, or published by an institution or in a notice never count alone",
            "headlines, notices and the wire",
        ),
        Mistake(
            "Greetings, slogans and chants are common property.",
            "short and monotonous texts, and texts most of whose users are outside the burst, are left out",
            "common property",
        ),
        Mistake(
            "Fans, unions and petitioners paste one text openly.",
            "content alone is never above possible, and coordination is not called deceit",
        ),
        Mistake(
            "A campus or a family shares devices.",
            "a token ties only if most of its accounts are in the ring, and counts only where half of the ring is tied",
            "a shared campus device, a couple",
        ),
        Mistake(
            "A crowd chants within seconds, so that all pauses are short and alike.",
            "pauses are a clock only where they are long beside the difference between them, or many",
            "a chant within seconds",
        ),
        Mistake(
            "A class signed up together and pastes its assignment.",
            "joining together is no batch where each has a device and a network of one's own or all sit in one place, nor for an occasion soon over",
        ),
        Mistake("Reworded copies are missed.", "near-duplicates are another detector's work"),
    ),
    examples=(
        Example(
            "decorated copies in one thread, beside an organisation",
            posts(
                ("abcd", "2025-06-01T12:00:00", 97, "t1", _BLENDER),
                ("e", "2025-06-01T12:11:00", 1, "t1", f"{_BLENDER.upper()}!!! 😍 #deal"),
                ("f", "2025-06-01T12:13:00", 1, "t2", _BLENDER),
                ("n", "2025-06-01T12:00:00", 1, "t1", _KETTLE),
            )
            + "accounts\naccount_id | handle | kind\na | anna |\nn | news | organisation",
            finds=tuple((a, 0.36, "possible") for a in "abcde"),
        ),
        Example(
            "two texts of the same five accounts, interleaved; the sixth joined once",
            posts(
                ("abcdef", "2025-06-01T12:00:00", 400, "", _BLENDER),
                ("edcba", "2025-06-01T12:00:01", 401, "", _KETTLE),
            ),
            finds=tuple((a, 0.44, "possible") for a in "abcde"),
        ),
        Example(
            "shared devices behind a linked headline",
            posts(("abcde", "2025-06-01T12:00:00", 97, "", f"{_BLENDER} https://shop.example/1"))
            + tokens(device_1="abc", device_2="dx", device_3="e"),
            finds=tuple((a, 0.68, "likely") for a in "abc"),
        ),
        Example(
            "shared payment in one thread",
            posts(("abcde", "2025-06-01T12:00:00", 97, "t1", _BLENDER)) + tokens(payment_1="abcdx", network_1="abcde"),
            finds=(*((a, 0.744, "likely") for a in "abcd"), ("e", 0.36, "possible")),
        ),
        Example(
            "made in one batch, beside a grown crowd",
            posts(
                ("abcdefghij", "2025-06-01T12:00:00", 97, "t1", _BLENDER),
                ("vwxyz", "2025-06-01T12:00:00", 91, "t2", _KETTLE),
            )
            + accounts(
                **{a: f"2025-05-0{1 + n // 6}T{4 * (n % 6):02}:00" for n, a in enumerate("abcdefgh")},
                **{a: f"2025-05-0{1 + (7 * n + 1) // 24}T{(7 * n + 1) % 24:02}:00" for n, a in enumerate("vwxyz")},
                i="2021-01-01",
                j="2022-01-01",
            ),
            finds=(*((a, 0.68, "likely") for a in "abcdefgh"), *((a, 0.36, "possible") for a in "ijvwxyz")),
        ),
        Example(
            "like clockwork",
            posts(("abcde", "2025-06-01T12:00:00", 60, "", f"{_BLENDER} https://shop.example/1"), uneven=0),
            finds=tuple((a, 0.6, "likely") for a in "abcde"),
        ),
        Example(
            "a chant within seconds",
            posts(("abcdefgh", "2025-06-01T12:00:00", 1, "t1", _BLENDER), uneven=0),
            finds=tuple((a, 0.36, "possible") for a in "abcdefgh"),
        ),
        Example(
            "headlines, notices and the wire",
            posts(
                ("abcde", "2025-06-01T12:00:00", 97, "t1", f"“{_BLENDER}”"),
                ("abcde", "2025-06-01T13:00:00", 91, "t1", f"{_KETTLE} https://n.example/1"),
                ("abcdn", "2025-06-01T14:00:00", 97, "t1", f"{_BLENDER} and {_KETTLE}"),
                ("nopqr", "2025-06-01T18:00:00", 97, "t1", f"{_BLENDER} before {_KETTLE}"),
                ("fghij", "2025-06-01T15:00:00", 97, "t2", f"{_KETTLE} after {_KETTLE}"),
            )
            + tokens(device_1="nopqr")
            + "accounts\naccount_id | handle | kind\n"
            + "\n".join(f"{a} | {a}news | organisation" for a in "nopqr")
            + f"\n\nnotices\nnotice_id | org_id | at | title\nm | o | 2025-06-01 | {_KETTLE} after {_KETTLE}",
        ),
        Example(
            "common property",
            posts(
                ("abcde", "2025-06-01T12:00:00", 97, "t1", "Thank you so much!"),
                ("abcde", "2025-06-01T13:00:00", 97, "t1", "olé " * 20),
                ("abcde", "2025-06-01T14:00:00", 97, "t1", _BLENDER),
                ("fghijklm", "2025-01-01T14:00:00", 90000, "t1", _BLENDER),
            ),
        ),
        Example(
            "one voice, few voices, slow voices, voices in different places, and words not yet said",
            posts(
                ("aaaaaaa", "2025-06-01T12:00:00", 97, "t1", _BLENDER),
                ("abcd", "2025-06-01T13:00:00", 97, "t1", _KETTLE),
                ("abcde", "2025-06-01T14:00:00", 900, "t1", f"{_BLENDER} indeed"),
                ("vwxy", "2025-06-01T14:07:30", 900, "", f"{_KETTLE} soon"),
                ("fghij", "2025-06-01T14:00:00", 97, "", f"{_KETTLE} indeed"),
                ("ghijk", "2025-06-01T20:00:00", 91, "", f"{_KETTLE} again"),
                ("abcde", "2026-06-01T14:00:00", 97, "t1", f"{_KETTLE} once more"),
            ),
        ),
        Example(
            "a shared campus device, a couple",
            posts(("abcde", "2025-06-01T12:00:00", 97, "", _BLENDER))
            + tokens(device_1="abcuvwx", device_2="de", device_3="a", device_4="b", phone_1="de", phone_3="c"),
        ),
    ),
    references=(
        "design/domain.md L4e: paid posters steering comments; coordination and deceit are two things",
        "Pacheco et al., Uncovering Coordinated Networks on Social Media (ICWSM 2021): shared content as a trace",
    ),
)
