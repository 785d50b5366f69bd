"""Accounts that offer accounts for rent, sale or loan, or to play up those of others."""

from __future__ import annotations

from aboveboard.derived.account_offers import ACCOUNT_OFFERS, OFFERS
from aboveboard.derived.account_sellers import SELLERS, sellers_of
from aboveboard.detector import Detector, Example, Groups, Mistake, Param, Sql
from aboveboard.examples.trades import BIOS, HANDED, LOOKALIKES, OFFERED, RING, STRANGERS, TOKENS

_HELD = """
SELECT DISTINCT s.account_id, t.kind, t.token FROM tokens AS t JOIN sellers AS s ON s.account_id = t.account_id
WHERE t.kind IN ('device', 'phone', 'payment')
"""

_TIES = """
SELECT h.token, max(h.inside) AS inside FROM (SELECT token, count(DISTINCT account_id) AS inside FROM held GROUP BY token) AS h
JOIN tokens AS t ON t.token = h.token GROUP BY h.token
HAVING max(h.inside) > 1 AND 2 * max(h.inside) >= count(DISTINCT t.account_id)
"""

_TIED = """
SELECT h.account_id, max(CASE h.kind WHEN 'device' THEN t.inside END) AS device, max(CASE h.kind WHEN 'device' THEN NULL ELSE t.inside END) AS identity
FROM held AS h JOIN ties AS t ON t.token = h.token GROUP BY h.account_id
"""

_HANDED = """
SELECT c.account_id, count(DISTINCT c.device_token) AS hands FROM (
  SELECT e.account_id, e.device_token, min(e.started_at) AS came, min(e.network_token) AS network, min(s.first_at) AS first_at
  FROM sessions AS e JOIN sellers AS s ON s.account_id = e.account_id GROUP BY e.account_id, e.device_token
) AS c WHERE c.came >= c.first_at GROUP BY c.account_id
HAVING count(DISTINCT c.network) >= $hands
"""

_MINORS = """
SELECT account_id, min(age_band) AS band FROM attestations WHERE age_band = 'minor' AND (result = 'pass' OR kind = 'age' AND result = 'fail') GROUP BY account_id
"""

_FOUND = """
SELECT s.account_id, a.handle, s.offers, s.way, s.text, s.price, s.span, s.reach, s.tool, s.risk, s.template, s.voices, s.shared, s.sharers,
  coalesce(t.device, 0) AS device, coalesce(t.identity, 0) AS identity, coalesce(h.hands, 0) AS hands, m.band, s.first_at, s.last_at,
  coalesce(s.shared, s.template) AS "group", CASE s.offers WHEN 1 THEN 'one text' ELSE concat(CAST(s.offers AS VARCHAR), ' texts') END AS tally,
  concat(CASE WHEN s.price IS NOT NULL THEN concat('; price ', s.price) ELSE '' END,
    CASE WHEN s.span IS NOT NULL THEN concat('; time ', s.span) ELSE '' END,
    CASE WHEN s.reach IS NOT NULL THEN concat('; reached at ', s.reach) ELSE '' END,
    CASE WHEN s.tool IS NOT NULL THEN concat('; logs others in at ', s.tool) ELSE '' END,
    CASE WHEN s.risk IS NOT NULL THEN concat('; offers ', s.risk) ELSE '' END,
    CASE WHEN s.template IS NOT NULL THEN concat('; ', CAST(s.voices AS VARCHAR), ' sellers use this wording') ELSE '' END,
    CASE WHEN s.shared IS NOT NULL THEN concat('; ', CAST(s.sharers AS VARCHAR), ' sellers give ', s.shared) ELSE '' END,
    CASE WHEN t.device IS NOT NULL THEN '; a device is another seller''s too' ELSE '' END,
    CASE WHEN t.identity IS NOT NULL THEN '; a payment or telephone is another seller''s too' ELSE '' END,
    CASE WHEN h.hands IS NOT NULL THEN concat('; ', CAST(h.hands AS VARCHAR), ' new devices came after the first offer') ELSE '' END,
    CASE WHEN m.band IS NOT NULL THEN '; its holder is a minor: inform and protect, do not punish' ELSE '' END) AS more,
  round(1 - CAST(0.3 AS DOUBLE) * power(CAST(0.8 AS DOUBLE), least(s.offers, 5) - 1) * CASE WHEN s.template IS NOT NULL THEN CAST(0.5 AS DOUBLE) ELSE 1 END
    * CASE WHEN s.shared IS NOT NULL THEN CAST(0.4 AS DOUBLE) ELSE 1 END * CASE WHEN t.device IS NOT NULL THEN CAST(0.3 AS DOUBLE) ELSE 1 END
    * CASE WHEN t.identity IS NOT NULL THEN CAST(0.3 AS DOUBLE) ELSE 1 END * CASE WHEN h.hands IS NOT NULL THEN CAST(0.4 AS DOUBLE) ELSE 1 END, 4) AS score,
  CASE WHEN m.band IS NOT NULL THEN 'possible'
    WHEN coalesce(s.template, s.shared) IS NOT NULL OR t.account_id IS NOT NULL OR h.hands IS NOT NULL THEN 'likely' ELSE 'possible' END AS tier,
  ['content', CASE WHEN s.template IS NOT NULL THEN 'behaviour' END, CASE WHEN s.shared IS NOT NULL THEN 'graph' END,
    CASE WHEN t.device IS NOT NULL OR h.hands IS NOT NULL THEN 'device' END, CASE WHEN t.identity IS NOT NULL THEN 'identity' END] AS classes
FROM sellers AS s JOIN accounts AS a ON a.account_id = s.account_id LEFT JOIN tied AS t ON t.account_id = s.account_id
LEFT JOIN handed AS h ON h.account_id = s.account_id LEFT JOIN minors AS m ON m.account_id = s.account_id
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

ACCOUNT_TRADE = Detector(
    name="account_trade",
    version="2",
    violation="account_trade",
    about=(
        "Offers to rent, sell or lend an account, or to play somebody's account up, in listings, posts, messages and biographies, in English and "
        "Chinese (a little Arabic). Texts are read as a person reads them: look-alike letters, signs between ideographs, homophones and pinyin of "
        "the trade's words (租号, 上号, 免脸, 代练, 出号) are undone. A cheap look leaves out nearly all texts; the rest are weighed by a model of "
        "letters, words and kinds of cue (docs/models/offers.md), judged by texts of writers it never read. Price, time, contact and the place that logs "
        "others in are read out. One offer is possible. With a second kind of evidence it is likely: a wording that three sellers use, a contact "
        "that two give, a device, telephone or payment that two sellers share and few others have, or new devices on new networks after the "
        "first offer. Whoever asks for an account is not meant, and a holder known to be a minor is never more than possible. Score: doubt starts "
        "at 0.3 and is multiplied by 0.8 for each further offer, up to five, 0.5 for a wording, 0.4 for a contact, 0.3 for a device, 0.3 for a "
        "telephone or payment, 0.4 for new devices."
    ),
    reads={
        "account_offers": " ".join(OFFERS),
        "accounts": "account_id handle status?",
        "tokens?": "account_id kind token",
        "sessions?": "account_id started_at device_token network_token",
        "attestations?": "account_id kind result age_band",
    },
    derives=(ACCOUNT_OFFERS,),
    params={
        "hands": Param(
            3,
            "devices",
            2,
            100,
            "fewest new devices, each first seen on a network of its own, that came after the first offer",
        ),
    },
    classes=("content", "behaviour", "graph", "device", "identity"),
    links=("template", "shared"),
    steps=(
        Groups("sellers", "account_offers", ("shard",), sellers_of, SELLERS),
        Sql("held", _HELD),
        Sql("ties", _TIES),
        Sql("tied", _TIED),
        Sql("handed", _HANDED),
        Sql("minors", _MINORS),
        Sql("found", _FOUND),
    ),
    says="{handle} offers to {way} accounts in {tally}, such as “{text}”{more}",
    mistakes=(
        Mistake(
            "Asking how to get an account back, warning of sellers, or reporting on them.",
            "words of loss, warning and news weigh against an offer",
            "texts about accounts that offer none",
        ),
        Mistake(
            "Selling a console, renting out a flat or a car, a telephone plan, lessons, a post in accounting, a shop's gift cards.",
            "an account must be named beside what is done with it, and words of such goods weigh against it",
            "texts about accounts that offer none",
        ),
        Mistake(
            "A child asks where to rent an account.",
            "whoever asks for an account is not a seller; a minor who sells is never more than possible, and is to be protected",
            "sellers and a minor with one contact",
        ),
        Mistake(
            "Sellers share a café's telephone or network.",
            "a token counts only where at least half of its accounts are sellers, and networks never do",
            "tokens that sellers share",
        ),
        Mistake(
            "A family plays on new devices at home; a traveller has known devices in many places.",
            "only devices never seen before the first offer count, each on another network",
            "devices that came after an offer",
        ),
        Mistake(
            "A joke, a dream or a report in the first person reads like an offer.",
            "one text is possible at most; a person reads it",
        ),
        Mistake(
            "New slang, pictures of text, and other languages are missed.",
            "the card of the model says what it was judged by",
        ),
    ),
    examples=(
        Example(
            "offers in two languages, plain and bent",
            OFFERED,
            finds=(("a", 0.76, "possible"), ("b", 0.7, "possible"), ("c", 0.7, "possible"), ("d", 0.7, "possible")),
        ),
        Example("offers in biographies", BIOS, finds=(("a", 0.7, "possible"), ("b", 0.7, "possible"))),
        Example(
            "one template, one contact",
            RING,
            finds=(
                *((i, 0.85, "likely") for i in "abc"),
                *((i, 0.88, "likely") for i in "de"),
                ("f", 0.7, "possible"),
            ),
        ),
        Example(
            "tokens that sellers share",
            TOKENS,
            finds=(
                *((i, 0.91, "likely") for i in "abcd"),
                *((i, 0.7, "possible") for i in "ef"),
            ),
        ),
        Example(
            "devices that came after an offer",
            HANDED,
            finds=(("a", 0.88, "likely"), *((i, 0.7, "possible") for i in "bce")),
        ),
        Example(
            "sellers and a minor with one contact",
            STRANGERS,
            finds=(*((i, 0.88, "possible") for i in "ab"), *((i, 0.88, "likely") for i in "cd")),
        ),
        Example("texts about accounts that offer none", LOOKALIKES),
    ),
    references=(
        "design/domain.md L5: rental of game accounts to minors, login injectors, a passed check proves presence, never punish the minor",
        "Provisions of the National Press and Publication Administration on preventing minors' addiction to online games, 2021: no renting or selling of accounts to minors",
        "Weinberger and others, Feature Hashing for Large Scale Multitask Learning, ICML 2009; Platt, Probabilistic Outputs for Support Vector Machines, 1999",
    ),
)
