"""Words in quotation marks, document numbers and figures that an institution never published."""

from __future__ import annotations

from collections.abc import Iterable

from aboveboard.derived.invented_words import INVENTED_WORDS
from aboveboard.detector import Detector, Example, Mistake, Param, Sql
from aboveboard.examples import drawn

_FOUND = """
SELECT account_id, coalesce(a.handle, account_id) AS handle, i.post_id, i.institution, i.words, i.passage, i.said, i.published, i.copies, i.notices,
  i.at AS first_at, i.at AS last_at, CASE WHEN quoted THEN 'words' ELSE 'a figure or number' END AS what,
  CASE WHEN document <> '' THEN concat('; none bears the number ', document) WHEN contradicts THEN '; the figures differ' ELSE '' END AS more,
  round(1 - CASE WHEN later THEN 0.8 ELSE 0.5 END * CASE WHEN quoted AND (contradicts OR document <> '') THEN 0.5 ELSE 1 END
    * CASE WHEN poses THEN 0.6 ELSE 1 END * CASE WHEN crowd >= $crowd THEN 0.6 ELSE 1 END, 4) AS score,
  CASE WHEN later THEN 'inconclusive' WHEN quoted AND (contradicts OR document <> '') OR poses OR crowd >= $crowd THEN 'likely'
    ELSE 'possible' END AS tier,
  [CASE WHEN quoted THEN 'content' END, CASE WHEN contradicts OR document <> '' THEN 'document' END, CASE WHEN poses THEN 'profile' END,
    CASE WHEN crowd >= $crowd THEN 'behaviour' END] AS classes
FROM invented_words AS i LEFT JOIN accounts AS a USING (account_id)
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

_ORGS = """
organisations
org_id | name | aliases | domains
o1 | Northmere City Council | Northmere Council | northmere.example
o2 | 霜浦市人民政府 | 霜浦市政府 | shuangpu.example
o3 | مصرف ناردين | | nardin.example
o4 | The Northmere Herald | | herald.example
o5 | Nordmeerbank | | nordmeer.example
o6 | Quiet Bureau | | quiet.example
"""

_NOTICES = """
notices
notice_id | org_id | at | title | text
n1 | o1 | 2025-01-10 | Library closed on Monday | The library in Northmere will be closed on Monday for repairs. Entry costs 12 coins from 3 March 2025 on.
n2 | o1 | 2025-02-10 | Notice No. 7/2025 | The bridge opens again at 9:00. Everyone is welcome to the public meeting in the town hall.
n3 | o2 | 2025-01-10 | 关于图书馆开放的通知 | 霜浦市图书馆周二上午九点恢复开放,每户每年缴纳20元,欢迎广大市民参加座谈会。
n4 | o3 | 2025-01-10 | إعلان | تغلق المكتبة يوم الاثنين للصيانة وتعود للعمل يوم الثلاثاء من الساعة التاسعة.
n5 | o4 | 2025-01-10 | Ferry | The ferry to the island is cancelled until Sunday because of the storm.
n6 | o5 | 2025-01-10 | Mitteilung | Die Filiale in der Seestraße ist ab Montag wegen Umbau geschlossen und öffnet am Freitag wieder.
"""


def _world(posts: Iterable[tuple[str, str]], more: str = "", *, minutes: int = 60) -> str:
    """Draw posts (account, text), `minutes` apart, beside the register and its notices."""
    rows = [
        (
            f"p{n:02}",
            account,
            f"2025-06-{1 + n * minutes // 1440:02}T{n * minutes // 60 % 24:02}:{n * minutes % 60:02}:00",
            text,
        )
        for n, (account, text) in enumerate(posts)
    ]
    return _ORGS + _NOTICES + "\n" + drawn("posts", "post_id | account_id | at | text", rows) + more


_FEE = 'Northmere City Council announced: "every dog owner has to pay a yearly fee from June on"'

FABRICATED_QUOTE = Detector(
    name="fabricated_quote",
    version="1",
    violation="fabricated_quote",
    about=(
        "An institution publishes its words, so they can be looked up. A post that puts words in quotation marks and gives a named institution as "
        "their source is compared with all of its notices, folded (width, case, accents, punctuation, Traditional and Simplified forms); an ellipsis parts "
        "a quotation. So is a document number, and a sentence that repeats a notice with another figure. Wording is checked, never views. "
        "Score: doubt is 0.5 (0.8 for who repeats it), times 0.5 where a number contradicts the notices too, 0.6 where the author shows the "
        "institution's name as its own, 0.6 where a crowd posts it at once."
    ),
    reads={
        "invented_words": "account_id post_id at institution quoted words passage said published document contradicts poses crowd later copies notices",
        "accounts?": "account_id handle status",
    },
    derives=(INVENTED_WORDS,),
    params={
        "crowd": Param(
            5, "accounts", 3, 1000, "fewest accounts that post one quotation within ten minutes of one another"
        )
    },
    classes=("content", "document", "profile", "behaviour"),
    steps=(Sql("found", _FOUND),),
    says="{handle} attributes {what} to {institution} that its {notices} notices do not hold: {words}; the nearest passage reads: {passage}{more}",
    links=("words",),
    mistakes=(
        Mistake(
            "The institution said it in an interview or a letter that is not among its notices.",
            "words alone are never above possible; its own posts are read too, and a post that links to another registered body is left alone",
            "what was published, in whole or in parts",
        ),
        Mistake(
            "A quotation is translated, or paraphrased.",
            "another script, another language or a word that says so is left alone; without quotation marks only numbers are compared",
            "translated, paraphrased, spoken by others",
        ),
        Mistake(
            "Satire, a question or a denial repeats the words.",
            "a post or profile that says it plays, asks whether it is true, or denies is left alone, whatever it thinks of the institution",
            "doubted, denied, played with",
        ),
        Mistake(
            "A deceived reader passes on what somebody else invented.",
            "who posts it later is never above inconclusive",
            "repeated by readers, and by a crowd at once",
        ),
        Mistake(
            "A slip of memory changes a number.",
            "the policy asks a person first; both texts stand side by side in the finding",
        ),
        Mistake(
            "Two institutions bear one name.", "the finding names the institution; notices of all of them are read"
        ),
    ),
    examples=(
        Example(
            "words nobody published, in four languages",
            _world(
                [
                    ("ada", _FEE),
                    ("bo", "霜浦市政府今日宣布:“自下周起所有宠物一律没收,不得申诉”"),
                    ("cem", "أعلن مصرف ناردين اليوم: «سنغلق جميع الحسابات الصغيرة نهاية الشهر»"),
                    ("dora", "„Wir frieren ab sofort alle Konten unserer Kunden ein“, teilte die Nordmeerbank mit."),
                ]
            ),
            finds=tuple((a, 0.5, "possible") for a in ("ada", "bo", "cem", "dora")),
        ),
        Example(
            "a notice with another number, quoted and not, and a document that does not exist",
            _world(
                [
                    ("ada", 'The notice of Northmere Council says: "Entry costs 90 coins from 3 March 2025 on"'),
                    ("bo", "According to Northmere City Council, entry costs 95 coins from 3 March 2025 on."),
                    ("cem", "Northmere City Council says in its notice No. 99/2025 that dogs are forbidden."),
                    (
                        "dora",
                        'Northmere City Council wrote in notice No. 98/2025: "no dog may enter the park after dark"',
                    ),
                ]
            ),
            finds=(
                ("ada", 0.75, "likely"),
                ("bo", 0.5, "possible"),
                ("cem", 0.5, "possible"),
                ("dora", 0.75, "likely"),
            ),
        ),
        Example(
            "repeated by readers, and by a crowd at once",
            _world([("ada", _FEE), ("bo", _FEE.lower())], minutes=60).replace("2025-06-01T00", "2025-05-01T00")
            + drawn(
                "accounts",
                "account_id | handle | display_name | bio | status",
                [("ada", "ada", "Ada", "", ""), ("gone", "gone", "", "", "closed")],
            ),
            finds=(("ada", 0.5, "possible"), ("bo", 0.2, "inconclusive")),
        ),
        Example(
            "a crowd at once, beside a closed account",
            _world([(a, _FEE) for a in ("ada", "bo", "cem", "dora", "eli", "gone")], minutes=1)
            + drawn(
                "accounts", "account_id | handle | display_name | bio | status", [("gone", "gone", "", "", "closed")]
            ),
            finds=tuple((a, 0.7, "likely") for a in ("ada", "bo", "cem", "dora", "eli")),
        ),
        Example(
            "an account that shows the institution's name",
            _world([("ada", _FEE)])
            + drawn(
                "accounts",
                "account_id | handle | display_name | bio | status",
                [("ada", "northmere", "Northmere City Council", "", "")],
            ),
            finds=(("ada", 0.7, "likely"),),
        ),
        Example(
            "what was published, in whole or in parts",
            _world(
                [
                    (
                        "ada",
                        'Northmere City Council announced: "THE LIBRARY in Northmere will be closed on Monday … entry costs 12 coins"',
                    ),
                    ("bo", "霜浦市人民政府公告:「霜浦市圖書館週二上午九點恢復開放」"),
                    ("cem", 'Northmere Council said: "everyone is wellcome to the public meeting [in] the town hall"'),
                    ("own", _FEE),
                    ("badge", _FEE.replace("dog", "cat")),
                    ("dora", "Northmere City Council posted: “every dog owner has to pay a yearly fee from June on”"),
                    (
                        "eli",
                        "According to Northmere City Council, entry costs 12 coins from 3 March 2025 on, see notice No. 7/2025.",
                    ),
                    ("fay", 'Northmere City Council said: "the ferry to the island is cancelled until Sunday"'),
                ],
                drawn("official_accounts", "org_id | account_id", [("o1", "own")])
                + drawn(
                    "accounts",
                    "account_id | handle | display_name | bio | verified_org_id",
                    [("badge", "badge", "", "", "o4"), ("eli", "eli", "", "", "")],
                ),
            ),
        ),
        Example(
            "translated, paraphrased, spoken by others",
            _world(
                [
                    ("ada", "Northmere City Council announced: «все владельцы собак платят ежегодный сбор с июня»"),
                    (
                        "bo",
                        'Northmere City Council announced: "todos los dueños de los perros tienen que pagar una tasa"',
                    ),
                    (
                        "cem",
                        'Northmere City Council announced (my translation): "every dog owner has to pay a yearly fee"',
                    ),
                    ("dora", "Northmere City Council announced that every dog owner has to pay 20 coins a year."),
                    ("eli", 'A neighbour told Northmere City Council: "every dog owner has to pay a yearly fee"'),
                    ("fay", '"Every dog owner has to pay a yearly fee", said residents of Northmere Council.'),
                    ("gil", 'Northmere City Council and its "smart new bins" again.'),
                    ("hal", 'Northmere City Council President Ann Lee said: "every dog owner has to pay a yearly fee"'),
                    ("ivo", 'I read "a long walk by the old northern sea" at the Northmere City Council reading room.'),
                ]
            ),
        ),
        Example(
            "doubted, denied, played with",
            _world(
                [
                    ("ada", 'Did Northmere City Council really say "every dog owner has to pay a yearly fee"?'),
                    ("bo", 'Northmere City Council never said: "every dog owner has to pay a yearly fee"'),
                    ("cem", f"This is a hoax. {_FEE}"),
                    ("dora", f"{_FEE} #satire"),
                    ("eli", _FEE),
                    ("fay", 'Northmere City Council should say: "every dog owner has to pay a yearly fee"'),
                    ("gil", f"Is this true? {_FEE}"),
                    ("hal", "网传霜浦市政府宣布:“自下周起所有宠物一律没收,不得申诉”,假的"),
                ],
                drawn("accounts", "account_id | handle | display_name | bio", [("eli", "eli", "Northmere parody", "")]),
            ),
        ),
        Example(
            "before its notices begin, about a body without notices, cited from the press, and not yet said",
            _ORGS
            + _NOTICES
            + "\n"
            + drawn(
                "posts",
                "post_id | account_id | at | text | url",
                [
                    ("p1", "ada", "2025-01-02", _FEE, ""),
                    ("p2", "bo", "2025-06-02", _FEE.replace("Northmere City Council", "Quiet Bureau"), ""),
                    ("p3", "cem", "2025-06-02", _FEE.replace("yearly", "monthly"), "https://www.herald.example/1"),
                    ("p4", "dora", "2026-06-02", _FEE, ""),
                    ("p5", "eli", "2025-06-02", "", ""),
                ],
            ),
        ),
    ),
    references=(
        "design/domain.md, section 1 and L4: only wording an institution published can be checked, never views",
        "The Unicode Standard, chapter 6.2, Quotation Marks",
        "Ratcliff and Metzener, Pattern matching: the Gestalt approach, Dr. Dobb's Journal, 1988",
    ),
)
