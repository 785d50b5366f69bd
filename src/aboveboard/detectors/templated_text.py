"""Accounts that post varied copies of one text within minutes of one another."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.drawn_copies import DRAWN
from aboveboard.derived.near_texts import NEAR_TEXTS
from aboveboard.derived.shared_hands import HOURS, JUDGED_HANDS
from aboveboard.derived.sign_ups import SIGN_UPS
from aboveboard.detector import Clusters, Detector, Groups, Mistake, Param, Rows, Sql
from aboveboard.tables import Type
from aboveboard.text.normal import quotes
from aboveboard.text.templates import fillings, template

_SAID = """
SELECT n.account_id, n.cluster, n.wording, n.form, n.alike, coalesce(p.target_id, '') AS target, p.at, p.text, p.url IS NOT NULL AS linked
FROM near_texts AS n JOIN posts AS p USING (post_id) WHERE n.published = 0 AND n.says >= $letters
"""


def _read(said: pa.Table) -> pa.Table:
    quoted = pc.or_(said.column("linked"), pc.fill_null(quotes(said.column("text")), False))
    return said.drop_columns("linked").append_column("quoted", pc.cast(quoted, pa.int64()))


_READ: Mapping[str, Type] = {
    "account_id": "string", "cluster": "string", "wording": "int", "form": "int", "alike": "float", "target": "string", "at": "time",
    "text": "string", "quoted": "int",
}  # fmt: skip

_COPIES = """
SELECT cluster, account_id, target, min(at) AS at, min(text) AS text, max(quoted) AS quoted, min(wording) AS wording, min(form) AS form,
  max(alike) AS alike
FROM read GROUP BY cluster, account_id, target
"""

_SPELLS = """
SELECT cluster, account_id, target, at, text, quoted, wording, form, alike, CASE WHEN gap <= 60 * $minutes THEN gap END AS gap,
  sum(CASE WHEN gap <= 60 * $minutes THEN 0 ELSE 1 END)
    OVER (PARTITION BY cluster ORDER BY at, account_id, target) AS spell
FROM (
  SELECT cluster, account_id, target, at, text, quoted, wording, form, alike, CAST(floor(epoch(at)) AS BIGINT)
    - lag(CAST(floor(epoch(at)) AS BIGINT)) OVER (PARTITION BY cluster ORDER BY at, account_id, target) AS gap
  FROM copies
) AS spaced
"""

_BURSTS = """
SELECT cluster, spell, count(DISTINCT account_id) AS accounts, min(account_id) AS first_account, min(at) AS first_at, max(at) AS last_at,
  count(DISTINCT wording) AS wordings, 2 * sum(quoted) >= count(*) AS quoted, max(gap) - min(gap) <= $jitter
    AND count(gap) * ln(greatest(min(gap), 1) / CAST($jitter + 1 AS DOUBLE)) >= 11.5 AS clockwork
FROM spells GROUP BY cluster, spell HAVING count(DISTINCT account_id) >= $accounts AND count(DISTINCT form) >= $forms
"""

_CAMPAIGNS = """
SELECT cluster, b.spell, b.accounts, b.first_account, b.first_at, b.last_at, b.wordings, b.clockwork,
  b.quoted OR b.wordings < $forms OR p.published IS NOT NULL AS quoted
FROM bursts AS b
JOIN (SELECT cluster, count(DISTINCT account_id) AS everyone FROM spells GROUP BY cluster) AS e USING (cluster)
JOIN (SELECT cluster, sum(accounts) AS busy FROM bursts GROUP BY cluster) AS s USING (cluster)
LEFT JOIN (SELECT cluster, max(published) AS published FROM near_texts WHERE published = 1 GROUP BY cluster) AS p USING (cluster)
WHERE 2 * s.busy >= e.everyone
"""

_MEMBERS = """
SELECT account_id, cluster, spell, s.target, s.text, s.alike, c.first_account, c.first_at, c.last_at, c.accounts, c.wordings, c.clockwork,
  c.quoted
FROM spells AS s JOIN campaigns AS c USING (cluster, spell)
"""


def _told(members: pa.Table) -> pa.Table:
    """Find the template of one burst, and what each member put into it."""
    ordered = members.take(pc.sort_indices(members, _FIRST_SAID))  # a burst is small, and `sort_by` slow to begin
    texts = ordered.column("text").to_pylist()
    found = template(list(dict.fromkeys(texts)))
    filled = [fillings(found, text) for text in texts]
    own = ["; ".join(f"{s.kind}: {f}" for s, f in zip(found.slots, fill, strict=True) if f) for fill in filled]
    return (
        ordered.select(["account_id", "cluster", "spell", "target"])
        .append_column("template", pa.array([found.text[:_SHOWN]] * len(texts)))
        .append_column("differing", pa.array([text[:_SHOWN] for text in own]))
    )


_FIRST_SAID = [("alike", "descending"), ("text", "ascending"), ("account_id", "ascending"), ("target", "ascending")]

_SHOWN = 160
"""Characters of a template, and of what differs, that a sentence shows."""

_TOLD: Mapping[str, Type] = {
    "account_id": "string", "cluster": "string", "spell": "int", "target": "string", "template": "string", "differing": "string",
}  # fmt: skip

_OWN = """
SELECT account_id, r.ring, count(DISTINCT cluster) AS texts, min(first_at) AS first_at, max(last_at) AS last_at, max(t.crowd) AS crowd,
  max(CASE WHEN clockwork THEN 1 ELSE 0 END) AS clockwork, min(CASE WHEN quoted THEN 1 ELSE 0 END) AS quoted
FROM members JOIN (SELECT node AS account_id, cluster AS ring FROM rings) AS r USING (account_id)
LEFT JOIN (
  SELECT cluster, spell, target, count(DISTINCT account_id) AS crowd FROM members WHERE target <> ''
  GROUP BY cluster, spell, target HAVING count(DISTINCT account_id) >= $accounts
) AS t USING (cluster, spell, target)
GROUP BY account_id, r.ring
"""

_MAIN = """
SELECT account_id, accounts, target, wordings, spread, template, differing FROM (
  SELECT account_id, m.accounts, CASE target WHEN '' THEN NULL ELSE target END AS target, m.wordings, t.template, t.differing,
    CAST(1 + floor((epoch(m.last_at) - epoch(m.first_at)) / 60) AS BIGINT) AS spread,
    row_number() OVER (PARTITION BY account_id ORDER BY m.accounts DESC, m.first_at, cluster, target) AS place
  FROM members AS m JOIN told AS t USING (account_id, cluster, spell, target)
) AS ordered WHERE place = 1
"""

_FOUND = """
SELECT account_id, coalesce(a.handle, account_id) AS handle, j.ring AS "group", m.accounts - 1 AS others, m.spread AS minutes, m.wordings,
  m.template, CASE m.differing WHEN '' THEN 'nothing of its own' ELSE m.differing END AS differing, m.target, j.texts, j.size, j.tokens, j.first_at, j.last_at,
  round(1 - CAST(0.85 AS DOUBLE) * CASE WHEN j.together THEN 0.8 ELSE 1 END * CASE WHEN j.repeated THEN 0.7 ELSE 1 END
    * CASE WHEN j.device THEN 0.4 ELSE 1 END * CASE WHEN j.identity THEN 0.4 ELSE 1 END
    * CASE WHEN j.behaviour THEN 0.5 ELSE 1 END, 4) AS score,
  CASE WHEN j.device OR j.identity OR j.behaviour THEN 'likely' ELSE 'possible' END AS tier,
  ['content', CASE WHEN j.device THEN 'device' END, CASE WHEN j.identity THEN 'identity' END,
    CASE WHEN j.behaviour THEN 'behaviour' END] AS classes
FROM judged AS j JOIN main AS m USING (account_id) LEFT JOIN accounts AS a USING (account_id)
WHERE (j.quoted = 0 AND (j.together OR j.repeated)) OR j.device OR j.identity OR j.behaviour
"""

TEMPLATED_TEXT = Detector(
    name="templated_text",
    version="1",
    violation="coordination",
    about=(
        "Who pays for many posts varies the text, so that no two are alike: another greeting, product, price or link in one frame. Posts are "
        "compared by the letters they share, four in a row, or two ideographs; half of these alike make a group, and every member must be that near "
        "to the group's middle. Accounts that post such copies within minutes of one another are steered together when it happens in one thread or "
        "over several texts, and when they also share devices, were made in one batch or post like clockwork, one hand is likely. The template and "
        "what each account put into it are shown; what the words mean is not read. Alone it shows coordination, which is no deceit. Score: doubt "
        "starts at 0.85 and is multiplied by 0.8 for one thread, 0.7 for several texts, 0.4 for shared devices, 0.4 for shared phone, mail, payment "
        "or identity, 0.5 for a batch or a clock."
    ),
    reads={
        "near_texts": "post_id account_id cluster wording form alike says published",
        "posts": "post_id at text target_id? url?",
        "accounts?": "account_id handle",
        "sign_ups": "account_id born place everyone",
        "tokens?": "account_id kind token",
    },
    derives=(NEAR_TEXTS, SIGN_UPS),
    params={
        "accounts": Param(5, "accounts", 3, 1000, "fewest accounts that make a burst"),
        "minutes": Param(10, "minutes", 1, 1440, "longest pause between two copies of one burst"),
        "letters": Param(
            40, "letters", 10, 1000, "fewest different shingles of a text compared; an ideograph counts three"
        ),
        "forms": Param(
            2,
            "wordings",
            2,
            100,
            "fewest wordings of a burst; alone, wordings that differ in numbers only do not count",
        ),
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
        Sql("copies", _COPIES),
        Sql("spells", _SPELLS),
        Sql("bursts", _BURSTS),
        Sql("campaigns", _CAMPAIGNS),
        Sql("members", _MEMBERS),
        Groups("told", "members", ("cluster", "spell"), _told, _TOLD, apart=4_000),
        Clusters("rings", "members", "account_id", "first_account"),
        Sql("own", _OWN),
        *JUDGED_HANDS,
        Sql("main", _MAIN),
        Sql("found", _FOUND),
    ),
    says="{handle} and {others} other accounts posted {wordings} wordings of one text within {minutes} min: {template}; its own words there: {differing}",
    links=("template", "tokens"),
    mistakes=(
        Mistake(
            "Newsrooms and readers vary one headline.",
            "words shown as another's, posted with an address, or near to what an institution published never count alone",
            "headlines, notices and the wire",
        ),
        Mistake(
            "Applications post a score, a distance or the weather for the people who use them.",
            "copies that differ in numbers only never count alone, nor do texts most of whose users are outside the burst",
            "numbers of an application, common property, short texts and chants",
        ),
        Mistake(
            "One account that says so posts by a program all day.",
            "an account counts once, however often it repeats itself",
            "one voice, few voices, slow voices, voices in different places, exact copies, and words not yet said",
        ),
        Mistake(
            "Fans, unions and petitioners add a word of their own to one text.",
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
            "A class signed up together and posts its assignment.",
            "joining together is no batch where each has a device and a network of one's own or all sit in one place, nor for an occasion soon over",
        ),
        Mistake(
            "Copies that keep less than half of the letters are missed.",
            "`coaction_ring` and the tokens are other detectors' work",
        ),
    ),
    examples=DRAWN,
    references=(
        "design/domain.md L4e: paid posters steering comments; coordination and deceit are two things",
        "Broder, On the resemblance and containment of documents (1997); Leskovec et al., Mining of Massive Datasets, chapter 3",
    ),
)
