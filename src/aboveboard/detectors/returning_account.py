"""Closed, still barred people who are back: under a new account, a renamed old one, or one that was handed over."""

from __future__ import annotations

from aboveboard.derived.returns import RETURNS
from aboveboard.detector import Detector, Example, Mistake, Param, Sql

_KIN = "SELECT account_id, array_agg(DISTINCT closed_id) AS related FROM returns WHERE score >= $possible GROUP BY account_id"

_RETURNING = """
SELECT account_id, handle, r.how, closed_id, r.closed_handle, r.closed_at, c.closed_for, r.score, related, r.classes, r.prior,
  r.named, r.tied, r.moved, r.repeated, r.against, r.alternatives, r.days_after, r.appeared_at AS first_at,
  CASE WHEN c.barred_until IS NULL THEN 'without end' ELSE concat(CAST(date_diff('day', $as_of, c.barred_until) AS VARCHAR), ' more days') END AS bar,
  CASE WHEN r.corroborated AND r.score >= $likely THEN 'likely' ELSE 'possible' END AS tier
FROM (
  SELECT account_id, handle, how, closed_id, closed_handle, closed_at, score, corroborated, classes, prior, named, tied, moved,
    repeated, against, alternatives, days_after, appeared_at,
    row_number() OVER (PARTITION BY account_id ORDER BY score DESC, closed_id) AS place FROM returns
) AS r JOIN kin USING (account_id)
JOIN (SELECT account_id AS closed_id, closed_for, barred_until FROM accounts) AS c USING (closed_id)
WHERE r.place = 1
"""


def _drawn(rows: str, count: int) -> str:
    """Draw `rows` `count` times, `#` numbered from 1: an example's crowd."""
    return "\n".join(rows.replace("#", str(n)) for n in range(1, count + 1))


RETURNING_ACCOUNT = Detector(
    name="returning_account",
    version="1",
    violation="reincarnation",
    about=(
        "Somebody whose account is closed and barred is back. Names, past ones too, bio, picture, devices, contacts, payments, "
        "networks and the old audience are compared and weighed in bits (Fellegi and Sunter): what many share says little, what "
        "nobody else has says much, and how often returners keep a thing is learned from the world itself. One kind of "
        "evidence never says more than even odds and is *possible*; two independent kinds can be *likely*; a shared network is "
        "none. The prior is one return for five barred accounts, anywhere in the world."
    ),
    reads={
        "accounts": "account_id closed_for? barred_until?",
        "returns": (
            "account_id closed_id handle closed_handle closed_at appeared_at days_after how score corroborated classes prior "
            "named tied moved repeated against alternatives"
        ),
    },
    derives=(RETURNS,),
    params={
        "possible": Param(0.15, "probability", 0.02, 1, "worth a look from here"),
        "likely": Param(0.5, "probability", 0.1, 1, "with two kinds of evidence, likely from here"),
    },
    classes=("profile", "device", "identity", "graph", "network"),
    steps=(Sql("kin", _KIN), Sql("returning", _RETURNING)),
    says=(
        "{handle} ({how} {days_after} days after) looks like the return of {closed_handle}, closed on {closed_at} for "
        "{closed_for} and barred {bar}; bits of evidence: prior {prior}{named}{tied}{moved}{repeated}{against}"
    ),
    mistakes=(
        Mistake(
            "A sibling signs up on the same network, or on the same console.",
            "a network is no evidence by itself, and beside a shared device it speaks for one roof; a device alone is never above possible",
            "a sibling on the same network and console",
        ),
        Mistake(
            "Two people have the same name.",
            "what many bear weighs little, a short name less; one kind of evidence is never above possible",
            "namesakes, common names and short names",
        ),
        Mistake(
            "A campus, a café or an office shares its machines.",
            "a token seen on more accounts than `crowd` ties nobody, and each further holder takes from its weight",
            "a terminal for a whole campus, and a number given out again",
        ),
        Mistake(
            "The person was free to come back.",
            "an expired bar, a closure on request, an overturned one and whatever rests on it bar nobody",
            "free to come back",
        ),
        Mistake(
            "Fans keep an archive or a parody of a closed account, and its audience follows them.",
            "a label in the name silences name, bio, picture and audience; only a device or a contact speaks then",
            "a fan club and an archive",
        ),
        Mistake(
            "A phone number was given out again.",
            "a number that lay idle for longer than `recycled` weighs nothing and is named as counter-evidence",
            "a terminal for a whole campus, and a number given out again",
        ),
        Mistake(
            "A device was sold second-hand, or the old audience is one circle of friends.",
            "one kind of evidence is never above possible, and the finding lists these explanations for the reviewer",
            "a device alone, weeks later, and a circle of friends",
        ),
        Mistake(
            "Somebody frames another by copying a closed account's profile.",
            "a person decides; a copied profile is one kind of evidence",
        ),
    ),
    examples=(
        Example(
            "a disguised name on the same device, and a handle taken again",
            """
            accounts
            account_id | handle | display_name | created_at | status | closed_at | closed_ground | closed_for | barred_until
            c1 | harbour_tales | Harbour Tales | 2020-01-01 | closed | 2025-03-01 | terms | coordination | 2027-01-01
            c2 | quarrynotes | | 2020-01-01 | closed | 2025-03-01 | law | vulgarity |
            n1 | ht2 | Наrbour Tales | 2025-04-01 | active | | | |
            n2 | quarry_notes | | 2025-04-01 | active | | | |
            n4 | harbour.tales | | 2025-04-01 | active | | | |

            tokens
            account_id | kind | token
            c1 | device | d1
            n1 | device | d1
            c2 | device | d2
            n4 | device | d2
            """,
            finds=(("n1", 0.99, "likely"), ("n2", 0.2417, "possible"), ("n4", 0.1745, "possible")),
        ),
        Example(
            "a near shape, the same device, and the old commenters within three days",
            f"""
            accounts
            account_id | handle | display_name | created_at | status | closed_at
            c1 | daily | 人民日报 | 2020-01-01 | closed | 2025-03-01
            n1 | fresh | 人民曰报 | 2025-05-01 | active |

            tokens
            account_id | kind | token
            c1 | device | d1
            n1 | device | d1
            c1 | phone | p1
            n1 | phone | p2

            posts
            post_id | account_id | at | target_id
            a1 | c1 | 2025-02-01 |
            a2 | n1 | 2025-05-01 |
            a3 | s1 | 2025-02-01 |
{_drawn("            b# | m# | 2025-02-02 | a1", 10)}
{_drawn("            d# | m# | 2025-05-03 | a2", 4)}
{_drawn("            e# | x# | 2025-02-02 | a3", 190)}
            """,
            finds=(("n1", 0.99, "likely"),),
        ),
        Example(
            "a payment and a rare name, a phone alone, a network and a name",
            """
            accounts
            account_id | handle | display_name | created_at | status | closed_at
            c1 | x1 | Harbour Tales | 2020-01-01 | closed | 2025-03-01
            c2 | x2 | Quarry Notes | 2020-01-01 | closed | 2025-03-01
            c3 | x3 | Anna Berg | 2020-01-01 | closed | 2025-03-01
            n1 | y1 | Harbour Tales | 2025-04-01 | active |
            n2 | y2 | Quarry Notes | 2025-04-01 | active |
            n3 | y3 | Olive Tree | 2025-04-01 | active |

            tokens
            account_id | kind | token
            c1 | network | w1
            n1 | network | w1
            c2 | payment | p2
            n2 | payment | p2
            c3 | phone | p3
            n3 | phone | p3
            """,
            finds=(("n1", 0.5, "possible"), ("n2", 0.99, "likely"), ("n3", 0.5, "possible")),
        ),
        Example(
            "an aged account renamed, one handed over, one that takes a former name",
            """
            accounts
            account_id | handle | display_name | created_at | status | closed_at
            c1 | x1 | Harbour Tales | 2020-01-01 | closed | 2025-03-01
            c2 | x2 | Quarry Notes | 2020-01-01 | closed | 2025-03-01
            c3 | x3 | Olive Tree | 2020-01-01 | closed | 2025-03-01
            n1 | y1 | Harbour Tales | 2022-04-01 | active |
            n2 | y2 | Ida Lund | 2022-04-01 | active |
            n3 | y3 | Copper Kettle | 2025-03-05 | active |
            n4 | y4 | Quarry Notes | 2022-04-01 | active |
            n5 | y5 | Silver Lantern | 2025-03-05 | active |

            profile_changes
            account_id | at | field | old | new
            n1 | 2025-03-09 | display_name | Bo Lund | Harbour Tales
            c3 | 2024-03-09 | display_name | Copper Kettle | Olive Tree
            c3 | 2024-03-09 | bio | Silver Lantern | Tea
            n4 | 2024-03-09 | display_name | Bo Lund | Quarry Notes

            tokens
            account_id | kind | token | first_seen_at
            c1 | device | d1 | 2020-01-01
            n1 | device | d1 | 2022-04-01
            c2 | email | p2 | 2020-01-01
            c2 | device | d2 | 2020-01-01
            n2 | email | p2 | 2025-03-04
            n2 | device | d2 | 2025-03-04
            n4 | device | d2 | 2022-04-01
            """,
            finds=(("n1", 0.99, "likely"), ("n2", 0.99, "likely"), ("n3", 0.5, "possible")),
        ),
        Example(
            "the old audience of an account that was renamed, and of some that only look so",
            f"""
            accounts
            account_id | handle | created_at | status | closed_at
            c1 | x1 | 2020-01-01 | closed | 2025-03-01
            n1 | y1 | 2022-04-01 | active |
            n2 | y2 | 2022-04-01 | active |
            n3 | y3 | 2022-04-01 | active |
            n4 | y4 | 2022-04-01 | active |
            n5 | y5 | 2022-04-01 | active |
            n6 | y6 | 2022-04-01 | active |

            profile_changes
            account_id | at | field | old | new
            n1 | 2025-03-09 | handle | old1 | y1
            n2 | 2025-03-09 | bio | Tea | Coffee
            n3 | 2025-03-09 | handle | old3 | y3
            n4 | 2025-03-09 | handle | old4 | y4
            n6 | 2025-03-09 | handle | old6 | y6

            tokens
            account_id | kind | token | first_seen_at
{_drawn("            c1 | device | d# | 2020-01-01", 6)}
{_drawn("            n# | device | d# | 2025-03-04", 6)}

            follows
            follower_id | target_id | at
{_drawn("            f# | c1 | 2024-05-01", 10)}
{_drawn("            f# | n1 | 2025-03-10", 5)}
{_drawn("            f# | n2 | 2025-03-10", 5)}
{_drawn("            f# | n3 | 2023-03-10", 5)}
{_drawn("            f# | n4 | 2025-07-10", 5)}
{_drawn("            f# | n5 | 2022-04-02", 5)}
{_drawn("            f# | n6 | 2025-03-10", 2)}
{_drawn("            h# | s1 | 2024-09-03", 390)}
            """,
            finds=(("n1", 0.9791, "likely"),),
        ),
        Example(
            "the bio and the picture again",
            f"""
            accounts
            account_id | handle | bio | avatar_hash | default_avatar | created_at | status | closed_at
            c1 | x1 | Tales from the old harbour | {"a5" * 32} | | 2020-01-01 | closed | 2025-03-01
            c2 | rowan_hill | Live, laugh, love | | | 2020-01-01 | closed | 2024-03-01
            c3 | quarry_notes | | {"c3" * 32} | | 2020-01-01 | closed | 2024-03-01
            c4 | x4 | | {"1e" * 32} | true | 2020-01-01 | closed | 2025-03-01
            n5 | y5 | My old account was banned | {"1e" * 32} | true | 2025-03-03 | active |
            n1 | y1 | Tales from the old harbour! My old account was banned | {"a5" * 31}a4 | | 2025-03-03 | active |
            n2 | y2 | tales from the OLD harbour | | | 2025-03-03 | active |
            n3 | rowan.hill | Live, laugh, love | | | 2025-05-03 | active |
            n4 | quarry.notes | | {"c3" * 32} | | 2025-05-03 | active |
{_drawn(f"            s# | z# | Live, laugh, love | {'c3' * 32} | | 2021-03-03 | active |", 19)}
            """,
            finds=(("n1", 0.5, "possible"), ("n2", 0.2428, "possible")),
        ),
        Example(
            "a sibling on the same network and console",
            """
            accounts
            account_id | handle | display_name | created_at | status | closed_at
            c1 | bigbrother | Otto Berg | 2020-01-01 | closed | 2025-03-01
            n1 | littlesister | Ida Berg | 2025-04-01 | active |

            tokens
            account_id | kind | token
            c1 | network | w1
            n1 | network | w1
            c1 | device | d1
            n1 | device | d1
            """,
        ),
        Example(
            "namesakes, common names and short names",
            f"""
            accounts
            account_id | handle | display_name | bio | created_at | status | closed_at
            c1 | x1 | Harbour Tales | | 2020-01-01 | closed | 2025-03-01
            c2 | anna_berg | Anna Berg | | 2020-01-01 | closed | 2025-03-01
            c3 | w_e | | | 2020-01-01 | closed | 2025-03-01
            c4 | x4 | 小雨 | | 2020-01-01 | closed | 2025-03-01
            c5 | x5 | Tobbias Rook | | 2020-01-01 | closed | 2025-03-01
            n5 | y5 | Tobias Rook | | 2025-09-01 | active |
{_drawn("            t# | v# | Tobiias Rook | | 2021-03-03 | active |", 19)}
            n1 | y1 | Harbour Tales | | 2025-09-01 | active |
            n2 | anna.berg | Аnnа Berg | My old account was banned | 2025-03-02 | active |
            n3 | we | | | 2025-03-02 | active |
            n4 | y4 | 小雨 | | 2025-05-02 | active |
{_drawn("            s# | z# | Anna Berg | | 2021-03-03 | active |", 19)}

            tokens
            account_id | kind | token
            c1 | device | d1
            n1 | device | d2
            c5 | device | d5
            n5 | device | d5
            """,
        ),
        Example(
            "a terminal for a whole campus, and a number given out again",
            f"""
            accounts
            account_id | handle | display_name | created_at | status | closed_at
            c1 | x1 | Harbour Tales | 2020-01-01 | closed | 2025-03-01
            n1 | y1 | Harbour Tales | 2025-09-01 | active |
            c2 | x2 | Quarry Notes | 2020-01-01 | closed | 2025-01-01
            n2 | y2 | Ida Lund | 2025-05-01 | active |

            tokens
            account_id | kind | token | first_seen_at | last_seen_at
            c1 | device | lab | |
            n1 | device | lab | |
            c2 | phone | p1 | 2020-01-01 | 2025-01-01
            n2 | phone | p1 | 2025-05-01 | 2025-06-01
{_drawn("            s# | device | lab | |", 19)}
            """,
        ),
        Example(
            "free to come back",
            """
            accounts
            account_id | handle | created_at | status | closed_at | closed_ground | barred_until | closed_root | overturned_at
            c1 | harbour_tales | 2020-01-01 | closed | 2025-03-01 | terms | 2025-06-01 | |
            n1 | harbourtales | 2025-03-07 | active | | | | |
            c2 | quarry_notes | 2020-01-01 | closed | 2025-03-01 | request | | |
            n2 | quarrynotes | 2025-03-07 | active | | | | |
            c3 | olive_tree | 2020-01-01 | active | 2025-03-01 | terms | | |
            n3 | olivetree | 2025-03-07 | active | | | | |
            c4 | copper_kettle | 2020-01-01 | active | 2025-03-01 | terms | | | 2025-08-01
            c5 | copperkettle | 2025-03-03 | closed | 2025-03-04 | terms | | c4 |
            c6 | copper.kettle | 2025-03-05 | closed | 2025-03-06 | terms | | c5 |
            n6 | copper-kettle | 2025-03-07 | active | | | | |
            """,
        ),
        Example(
            "a fan club and an archive",
            """
            accounts
            account_id | handle | display_name | created_at | status | closed_at
            c1 | moonsinger | 月下歌者 | 2020-01-01 | closed | 2025-03-01
            n1 | moon_singer | 月下歌者后援会 | 2025-03-02 | active |
            n2 | moon.singer | Archive of Moonsinger | 2025-03-02 | active |
            """,
        ),
        Example(
            "there before the closure, closed again, or on another service",
            """
            accounts
            account_id | handle | platform | created_at | status | closed_at
            c1 | harbour_tales | video | 2020-01-01 | closed | 2025-03-01
            c2 | quarry_notes | video | 2020-01-01 | closed | 2024-01-01
            n1 | harbourtales | video | 2024-06-01 | active |
            n2 | quarrynotes | games | 2024-01-03 | active |
            n3 | quarry.notes | video | 2024-01-03 | closed | 2025-05-01

            tokens
            account_id | kind | token
            c1 | email | e1
            n1 | email | e1
            c1 | device | d1
            n1 | device | d1
            """,
        ),
        Example(
            "a device alone, weeks later, and a circle of friends",
            f"""
            accounts
            account_id | handle | created_at | status | closed_at
            c1 | x1 | 2020-01-01 | closed | 2025-03-01
            c2 | x2 | 2020-01-01 | closed | 2025-03-01
            n1 | y1 | 2025-03-25 | active |
            n2 | y2 | 2025-09-01 | active |

            tokens
            account_id | kind | token
            c1 | device | d1
            n1 | device | d1

            follows
            follower_id | target_id | at
{_drawn("            f# | c2 | 2024-05-01", 20)}
{_drawn("            f# | n2 | 2025-09-03", 5)}
{_drawn("            g# | n2 | 2025-09-03", 20)}
{_drawn("            h# | s1 | 2024-09-03", 60)}
            """,
        ),
    ),
    references=(
        "Fellegi, Sunter: A Theory for Record Linkage, JASA 1969",
        "Winkler: Using the EM Algorithm for Weight Computation in the Fellegi-Sunter Model of Record Linkage, 2000",
        "Niverthi, Verma, Kumar: Characterizing, Detecting, and Predicting Online Ban Evasion, WWW 2022",
        "design/domain.md L1 and S1, S2, S3, S19: family, shared places, expired bars and fans are not evasion",
    ),
    formerly=("returning_name",),
)
