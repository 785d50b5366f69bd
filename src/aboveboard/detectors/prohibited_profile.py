"""Accounts whose profile holds a term the operator forbids, or smuggles a way to reach somebody elsewhere."""

from __future__ import annotations

from aboveboard.derived.profile_spans import PROFILE_SPANS, SPAN, spans_of
from aboveboard.derived.score_scales import NAME_VIOLATION
from aboveboard.detector import Detector, Example, Groups, Mistake, Param, Sql
from aboveboard.examples.told import MENDED, TOLD

_COUNTED = """
SELECT account_id, s.field, s.text, s.value, s.shown, s.claim, s.how, s.firm, s.doubt, s.level, s.rule
FROM profile_spans AS s JOIN accounts AS a USING (account_id)
WHERE s.level <= $contacts AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

_SAID = """
SELECT 0 AS shard, c.account_id, 'post' AS field, p.text, p.post_id AS source, CAST(NULL AS VARCHAR) AS handle,
  CAST(NULL AS VARCHAR) AS url, CAST(NULL AS VARCHAR) AS kind, p.language, CAST(NULL AS VARCHAR) AS term,
  CAST(NULL AS VARCHAR) AS list, CAST(NULL AS VARCHAR) AS match
FROM (SELECT account_id, coalesce(text, '') AS text, post_id, language FROM posts) AS p
JOIN (SELECT DISTINCT account_id FROM counted WHERE firm) AS c ON c.account_id = p.account_id
UNION ALL SELECT 0 AS shard, NULL AS account_id, NULL AS field, NULL AS text, NULL AS source, NULL AS handle, NULL AS url,
  NULL AS kind, t.language, t.term, t.list, t.match
FROM protected_terms AS t
"""

_REPEATED = """
SELECT account_id, value, count(DISTINCT source) AS posts FROM pushed GROUP BY account_id, value
HAVING count(DISTINCT source) >= $posts
"""

_SHARED = """
SELECT value, count(DISTINCT account_id) AS carriers FROM counted WHERE level > 0 GROUP BY value
HAVING count(DISTINCT account_id) >= $carriers
"""

_BROUGHT = """
SELECT account_id, field, new AS text, max(at) AS at, max(CASE WHEN at <= $as_of AND coalesce(old, '') <> new THEN at END) AS set_at
FROM profile_changes GROUP BY account_id, field, new
"""

_TOLD = """
SELECT account_id, field, text, value, max(CASE WHEN set_at > at THEN at END) AS again_at, max(set_at) AS set_at,
  max(CASE WHEN field = named THEN mend_by END) AS due_at
FROM (
  SELECT account_id, field, text, c.value, b.set_at, w.at, w.mend_by, w.named
  FROM counted AS c LEFT JOIN brought AS b USING (account_id, field, text)
  JOIN (SELECT account_id, at, violation, field AS named, rule, mend_by, withdrawn_at FROM warnings) AS w USING (account_id)
  WHERE w.violation = 'name_violation' AND coalesce(w.named, field) = field AND coalesce(w.rule, c.rule) = c.rule
    AND coalesce(w.mend_by, w.at) <= $as_of AND (w.withdrawn_at IS NULL OR w.withdrawn_at > $as_of)
    AND epoch(coalesce(b.set_at, w.at)) <= epoch(coalesce(w.mend_by, w.at)) + 86400 * $standing
) AS matched GROUP BY account_id, field, text, value
"""

_WEIGHED = """
SELECT account_id, field, text, value, c.shown, c.claim, c.how, r.posts, k.carriers, least(b.at, $as_of) AS changed_at, t.again_at, t.set_at, t.due_at,
  c.doubt * CASE WHEN r.posts IS NOT NULL OR k.carriers IS NOT NULL THEN CAST(0.4 AS DOUBLE) ELSE 1 END
    * CASE WHEN t.again_at IS NOT NULL THEN CAST(0.4 AS DOUBLE) WHEN t.due_at IS NOT NULL THEN CAST(0.7 AS DOUBLE) ELSE 1 END AS doubt
FROM counted AS c LEFT JOIN repeated AS r USING (account_id, value) LEFT JOIN shared AS k USING (value)
LEFT JOIN brought AS b USING (account_id, field, text) LEFT JOIN told AS t USING (account_id, field, text, value)
"""

_FOUND = """
SELECT account_id, a.handle, w.field, w.shown, w.claim, w.how, w.value, w.posts, w.carriers, m.spans, w.again_at, w.due_at,
  coalesce(w.changed_at, a.created_at) AS first_at,
  concat(CASE m.spans WHEN 1 THEN '' ELSE concat('; ', CAST(m.spans - 1 AS VARCHAR), ' more in its profile') END,
    CASE WHEN w.posts IS NOT NULL THEN concat('; ', CAST(w.posts AS VARCHAR), ' of its posts repeat it') ELSE '' END,
    CASE WHEN w.carriers IS NOT NULL THEN concat('; ', CAST(w.carriers AS VARCHAR), ' accounts give the same') ELSE '' END,
    CASE WHEN w.again_at IS NOT NULL THEN concat('; set on ', CAST(CAST(w.set_at AS DATE) AS VARCHAR), ', after the notice of ', CAST(CAST(w.again_at AS DATE) AS VARCHAR))
      WHEN w.due_at IS NOT NULL THEN concat('; a notice asked to mend it by ', CAST(CAST(w.due_at AS DATE) AS VARCHAR)) ELSE '' END) AS more,
  round(1 / (1 + exp(-SHIFT - SLOPE * ln(1 / (w.doubt * CASE m.spans WHEN 1 THEN CAST(1 AS DOUBLE) ELSE 0.8 END) - 1))), 4) AS score,
  CASE WHEN w.posts IS NOT NULL OR w.carriers IS NOT NULL OR w.again_at IS NOT NULL THEN 'likely' ELSE 'possible' END AS tier,
  ['profile', CASE WHEN w.posts IS NOT NULL THEN 'content' END, CASE WHEN w.carriers IS NOT NULL THEN 'graph' END,
    CASE WHEN w.again_at IS NOT NULL THEN 'behaviour' END] AS classes
FROM (
  SELECT account_id, field, text, value, shown, claim, how, posts, carriers, doubt, changed_at, again_at, set_at, due_at,
    row_number() OVER (PARTITION BY account_id ORDER BY doubt, field, value, shown, claim, how) AS place
  FROM weighed
) AS w JOIN (SELECT account_id, count(DISTINCT value) AS spans FROM weighed GROUP BY account_id) AS m USING (account_id)
JOIN accounts AS a USING (account_id)
WHERE place = 1
""".replace("SHIFT", f"CAST({NAME_VIOLATION.shift} AS DOUBLE)").replace(
    "SLOPE", f"CAST({NAME_VIOLATION.slope} AS DOUBLE)"
)

_TERMS = """
            protected_terms
            term | list | match | language
            shit | insults | substring | en
            cunt | insults | substring | en
            ass | insults | substring | en
            dick | insults | word | en
            fuk | insults | word | en
            slut | insults | word | en
            casino | gambling | word | en
            fakediploma | forgery | substring |
            badword | strong | exact |
            代开发票 | forgery | |
            博彩 | gambling | |
            сука | insults | word | ru
            小博彩虹 | innocent | |
"""

PROHIBITED_PROFILE = Detector(
    name="prohibited_profile",
    version="3",
    violation="name_violation",
    about=(
        "A field of the profile reads as a term of the operator's own lists, however it is spelled (look-alike, styled, "
        "hidden, repeated or masked letters, figures for letters, signs between them, parts of ideographs, pinyin and, from "
        "three ideographs on, sound), or it smuggles a way to reach its "
        "owner elsewhere: an app named by its sound, in slang or in disguise, digits as words, an address with its signs said "
        "in words, a name to be searched for there, a code to be scanned in a picture, or any contact "
        "in a name. The span is shown. A profile is one kind of evidence, so it is possible at most; where the account's "
        "own posts push the same contact, or the same disguised or long term, where several accounts hide the same contact, or where the text was set anew after a notice "
        "of the same kind (`warnings`: about this violation and, if it names them, this field and this list), it is likely. "
        "A notice counts when the time it gave to mend is over, and not once it was taken back; "
        "what was left as it was until then is said, and stays possible. "
        "A contact written openly in a biography is nobody's fault. Score: one minus the doubt of the clearest span. A term "
        "starts at 0.5 in a name and 0.65 elsewhere, times 0.6 if disguised, 1.6 if only its sound agrees, 0.7 if it has 8 letters or is not Latin, 0.8 "
        "if it is the whole text, 1.3 if it stands inside a longer word; a contact starts at 0.55, times 0.6 if disguised, "
        "0.8 beside an invitation, 0.8 in a name; times 0.8 for several spans, 0.4 for posts that repeat it or "
        "accounts that share it, 0.4 if set anew after a notice or 0.7 if left beyond the time it gave; the log-odds are then scaled (`score_scales`). "
        "Rows of `protected_terms` whose list is called allow or innocent are the operator's exceptions: a term inside "
        "one of them does not count."
    ),
    reads={
        "accounts": "account_id handle created_at? status?",
        "profile_spans": " ".join(SPAN),
        "protected_terms?": "term list language match",
        "posts?": "post_id account_id text language",
        "profile_changes?": "account_id at field old? new",
        "warnings?": "account_id at violation field? rule? mend_by? withdrawn_at?",
    },
    derives=(PROFILE_SPANS,),
    params={
        "contacts": Param(
            1,
            "level",
            0,
            3,
            "which contacts count: 0 none, 1 hidden ones and those in names, 2 also open ones beside an invitation, 3 all",
        ),
        "carriers": Param(3, "accounts", 2, 1000, "fewest accounts that give the same hidden contact"),
        "posts": Param(2, "posts", 1, 1000, "fewest own posts that repeat what the profile says"),
        "standing": Param(365, "days", 1, 100_000, "how long after the time to mend a notice counts"),
    },
    classes=("profile", "content", "graph", "behaviour"),
    links=("value",),
    steps=(
        Sql("counted", _COUNTED),
        Sql("said", _SAID),
        Groups("pushed", "said", ("shard",), spans_of, SPAN),
        Sql("repeated", _REPEATED),
        Sql("shared", _SHARED),
        Sql("brought", _BROUGHT),
        Sql("told", _TOLD),
        Sql("weighed", _WEIGHED),
        Sql("found", _FOUND),
    ),
    says="{field} {shown} of {handle} {claim}: {how}{more}",
    mistakes=(
        Mistake(
            "A term lies inside an innocent word, as in Scunthorpe.",
            "word terms end where words end, camelCase and snake_case included; for the others our own list of innocent "
            "words and the operator's rows in a list called allow protect the longer word",
            "words inside words",
        ),
        Mistake(
            "A real name is rude in this language or another.",
            "a word written plainly that is also a family or given name counts only beside an ordinary word; a term "
            "matched exactly counts always",
            "names and other languages",
        ),
        Mistake(
            "Another language's ordinary word looks the same.",
            "where the term's language and the account's are known and differ, a short plain word in Latin script is left "
            "out; a word wholly in its own script is never read as another script's",
            "names and other languages",
        ),
        Mistake(
            "A business, or anybody, gives a telephone or an address openly.",
            "open contacts in a biography do not count unless the operator asks for them; organisations and professionals "
            "may carry them in their name; a mail address with English at and dot, or of a university or an authority, is "
            "guarded from harvesters",
            "open contacts and mere numbers",
        ),
        Mistake(
            "Years, dates, scores, prices, places and book numbers are not telephones.",
            "a number is a telephone only by its country's form, its plus sign, a word for telephone or its hidden digits",
            "open contacts and mere numbers",
        ),
        Mistake(
            "A help line, a club or a family gives one contact on many accounts.",
            "only a hidden contact, or one in a name, counts, and only where `carriers` accounts give it",
            "several accounts hide the same contact, or give one openly",
        ),
        Mistake(
            "A notice was wrong, spoke of something else, or still gives time to mend.",
            "one that was taken back does not count, nor one about another violation, field or list, nor before its time is "
            "over; an old one is forgotten",
            "told, and set anew or left",
        ),
        Mistake(
            "The account mended what it was told of.",
            "only what the profile says now is read, and only a text set after the notice repeats it",
            "told, and mended",
        ),
        Mistake(
            "A reclaimed, quoted or medical use of a term.",
            "never above possible on the profile alone; a person reads the span",
        ),
    ),
    examples=(
        Example(
            "terms, plain and disguised, in every field",
            f"""
            accounts
            account_id | handle | display_name | bio | location | url | status
            a1 | sh1tpost | | | | |
            a2 | a2 | C·A·S·I·N·O king | | | |
            a3 | a3 | 专业代開发票 | | | | active
            a4 | a4 | | best саsino in town | | |
            a5 | a5 | | | Fake Diploma Street | |
            a6 | a6 | | | | https://fakediploma.example | closed
            a7 | a7 | | | | https://fakediploma.example |
            a8 | a8 | Badword! | | | |
            a9 | BigCasinoKing | d1ck face | | | |
            b1 | b1 | 代开法票 | | | |
            b2 | b2 | 专业十尃彩 | daikaifapiao | | |
            {_TERMS}
            """,
            finds=(
                ("a1", 0.9651, "possible"),
                ("a2", 0.9701, "possible"),
                ("a3", 0.9752, "possible"),
                ("a4", 0.9651, "possible"),
                ("a5", 0.9716, "possible"),
                ("a7", 0.9613, "possible"),
                ("a8", 0.9585, "possible"),
                ("a9", 0.9734, "possible"),
                ("b1", 0.9718, "possible"),
                ("b2", 0.9777, "possible"),
            ),
        ),
        Example(
            "hidden contacts, and contacts in names",
            """
            accounts
            account_id | handle | display_name | bio | location | kind
            a1 | a1 | 加薇❤xiaoli_88 | | |
            a2 | a2 | | call l38OO138OOO | |
            a3 | a3 | | 一三九零零一三八零零零 加我 | |
            a4 | a4 | | more at my shop dot com | |
            a5 | a5 | Anna 138 0013 8000 | | |
            a6 | vx_83945105 | | | |
            a7 | a7 | | | WhatsApp +44 20 7946 0958 |
            a8 | a8 | Open Shop +44 20 7946 0958 | | | organisation
            a9 | a9 | | 扣扣 12345678 and evil[.]com | |
            """,
            finds=(
                ("a1", 0.9751, "possible"),
                ("a2", 0.9684, "possible"),
                ("a3", 0.9721, "possible"),
                ("a4", 0.9684, "possible"),
                ("a5", 0.9622, "possible"),
                ("a6", 0.9721, "possible"),
                ("a7", 0.9552, "possible"),
                ("a9", 0.9721, "possible"),
            ),
        ),
        Example(
            "its posts push what its profile says",
            """
            accounts
            account_id | handle | bio
            a1 | a1 | 薇芯: xiaoli_88
            a2 | a2 | 薇芯: xiaoli_99
            a3 | a3 | c4sin0 club
            a4 | a4 | casino
            a5 | a5 | 薇芯: xiaoli_77
            a6 | a6 | 薇芯: xiaoli_88

            posts
            post_id | account_id | at | text
            p1 | a1 | 2025-01-01 | 加我 微信: xiaoli_88
            p2 | a1 | 2025-01-02 | 微信：xiaoli_88 进群
            p3 | a2 | 2025-01-01 | 微信: xiaoli_99
            p4 | a3 | 2025-01-01 | my casino
            p5 | a3 | 2025-01-02 | casino!
            p6 | a4 | 2025-01-01 | my casino
            p7 | a4 | 2025-01-02 | casino!
            p8 | a5 | 2025-01-02 |

            protected_terms
            term | list
            casino | gambling

            profile_changes
            account_id | at | field | new
            a1 | 2024-12-01 | bio | 薇芯: xiaoli_88
            """,
            finds=(
                ("a1", 0.98, "likely"),
                ("a2", 0.9684, "possible"),
                ("a3", 0.9784, "likely"),
                ("a4", 0.9572, "possible"),
                ("a5", 0.9684, "possible"),
                ("a6", 0.9684, "possible"),
            ),
        ),
        Example(
            "several accounts hide the same contact, or give one openly",
            """
            accounts
            account_id | handle | bio
            a1 | a1 | 薇芯: xiaoli_88
            a2 | a2 | v信 xiaoli_88
            a3 | a3 | 微芯:xiaoli_88
            a4 | a4 | 薇芯: xiaoli_99
            a5 | a5 | 薇芯: xiaoli_99
            a6 | a6 | call +44 20 7946 0958
            a7 | a7 | call +44 20 7946 0958
            a8 | a8 | call +44 20 7946 0958
            b1 | b1 | my casino
            b2 | b2 | casino
            b3 | b3 | casino!

            protected_terms
            term | list
            casino | gambling
            """,
            finds=(
                ("a1", 0.98, "likely"),
                ("a2", 0.98, "likely"),
                ("a3", 0.98, "likely"),
                ("a4", 0.9684, "possible"),
                ("a5", 0.9684, "possible"),
                ("b1", 0.9475, "possible"),
                ("b2", 0.9572, "possible"),
                ("b3", 0.9475, "possible"),
            ),
        ),
        Example(
            "told, and set anew or left",
            TOLD,
            finds=(
                *((f"a{n}", 0.9784, "likely") for n in (1, 2, 4)),
                ("a3", 0.98, "likely"),
                *((f"a{n}", 0.9716, "possible") for n in (5, 6)),
                *((f"b{n}", 0.9651, "possible") for n in range(1, 10)),
            ),
        ),
        Example(
            "told, and mended",
            MENDED,
        ),
        Example(
            "words inside words",
            f"""
            accounts
            account_id | handle | display_name | bio
            a1 | scunthorpe_fan | Classic Assassin | Essex analyst, Matsushita and Akshit
            a2 | a2 | 小博彩虹 | mushiitake and Penistone
            a3 | casinovella | Scunth0rpe | pass the glass; A.S.S. meets 9 to 5
            a4 | as_five | Mass It | 开发票据
            {_TERMS}
            """,
        ),
        Example(
            "names and other languages",
            f"""
            accounts
            account_id | handle | display_name | bio | language
            a1 | dick_cheney | Dick Cheney | |
            a2 | a2 | Wong Fuk Shing | |
            a3 | a3 | Slut på rean | | sv
            a4 | a4 | Badword club | |
            {_TERMS}
            """,
        ),
        Example(
            "open contacts and mere numbers",
            """
            accounts
            account_id | handle | display_name | bio | url
            a1 | 13800138000 | Anna 1998 | WeChat: anna_1998, +44 20 7946 0958 | https://anna.example
            a2 | qq83945105 | Model 4711-0815 | born 1998.05.12, ISBN 978-3-16-148410-0, 40.7128, -74.0060 |
            a3 | node.js | Shirt 23, 24/7, 3-1 2-0 4-4 | me at mail dot com; QQ糖 1998; John 3:16 Luke 1:2 |
            a4 | annalee_4 | AnnaLee.com | the dot com era; one two three four five six seven |
            """,
        ),
    ),
    references=(
        "design/domain.md L2a: the Scunthorpe effect, names refused by mistake, a reviewer of the same language",
        "Unicode Technical Standard #39, Unicode Security Mechanisms: confusable detection",
        "ITU-T E.164: international telephone numbers have at most fifteen digits",
    ),
)
