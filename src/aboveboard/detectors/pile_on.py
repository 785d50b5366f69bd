"""Strangers who fall upon one account because somebody called them there."""

from __future__ import annotations

from datetime import timedelta

from aboveboard.core import Tier
from aboveboard.derived.called_inflows import CALLED_INFLOWS
from aboveboard.detector import Detector, Example, Mistake, Param, Sql
from aboveboard.examples import drawn, moment

_FOUND = """
SELECT account_id, coalesce(a.handle, account_id) AS handle, c.inflow AS "group", c.role, c.call, c.post_id, c.called_at, c.first_at, c.last_at,
  c.size, c.expected, c.linked, c.chance,
  CASE WHEN role = 'target' THEN [c.organiser] ELSE [target] END AS related,
  CASE WHEN role = 'target' THEN 'was come upon: shield it first, with a limit on replies and a filter on first-time repliers;'
    WHEN role = 'organiser' THEN concat('called on others to go to ', t.handle, ' (', c.call, ');') ELSE concat('followed a call to go to ', t.handle, ';') END AS did,
  CASE WHEN role = 'target' THEN 'limit replies, filter first-time repliers' ELSE '' END AS shield,
  CASE WHEN heard THEN concat(CAST(c.linked AS VARCHAR), ' of them the audience of the caller') ELSE 'nobody else had named it' END AS why,
  CAST(CASE WHEN role = 'target' THEN 0.2 WHEN role = 'organiser' AND heard THEN 0.85 WHEN role = 'organiser' THEN 0.6 WHEN hears AND heard THEN 0.55
    ELSE 0.4 END AS DOUBLE) AS score,
  CASE WHEN role = 'target' THEN 'inconclusive' WHEN role = 'organiser' AND heard AND coalesce(t.kind, 'unknown') <> 'organisation' THEN 'likely'
    ELSE 'possible' END AS tier,
  ['behaviour', CASE WHEN role = 'organiser' AND heard OR hears AND heard THEN 'graph' END] AS classes
FROM called_inflows AS c JOIN (SELECT account_id AS target, handle, kind FROM accounts) AS t USING (target) LEFT JOIN accounts AS a USING (account_id)
WHERE c.size >= $strangers AND (hears OR sole OR role <> 'came') AND (heard OR coalesce(t.kind, 'unknown') <> 'organisation')
  AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

_START = moment("2025-06-01T12:00")


def _accounts(extra: tuple[tuple[str, str, str], ...] = ()) -> str:
    people = [
        *(f"c{n}" for n in range(12)),
        *(f"b{n}" for n in range(30)),
        *(f"v{n}" for n in range(10)),
        "boss",
        "victim",
        "third",
    ]
    rows = [(p, p + "h", "personal", "active") for p in people]
    changed = {a: (a, a + "h", kind, status) for a, kind, status in extra}
    return drawn("accounts", "account_id | handle | kind | status", [changed.get(r[0], r) for r in rows])


def _everyday() -> list[tuple[object, ...]]:
    """Draw half a year in which people answer one another now and then, the victim too."""
    rows: list[tuple[object, ...]] = []
    for n in range(30):
        for turn in range(3):
            at = moment("2025-02-01") + timedelta(hours=71 * turn * 7 + 37 * n)
            rows.append((f"e{n}-{turn}", f"b{n}", at, "reply", f"b{(n + turn + 3) % 30}", "fine", ""))
    return [
        *rows,
        ("e-a", "b1", moment("2025-02-20"), "reply", "victim", "hello", ""),
        ("e-b", "b2", moment("2025-08-20"), "reply", "victim", "hello", ""),
    ]


def _raid(who: str, count: int = 12, target: str = "victim", after: int = 20) -> list[tuple[object, ...]]:
    return [
        (f"r-{who}{n}", f"{who}{n}", _START + timedelta(minutes=after + 7 * n), "reply", target, "well well", "")
        for n in range(count)
    ]


def _world(*posts: tuple[object, ...], more: str = "", accounts: tuple[tuple[str, str, str], ...] = ()) -> str:
    head = "post_id | account_id | at | kind | target_id | text | url"
    return _accounts(accounts) + drawn("posts", head, [*_everyday(), *posts]) + more


def _follows(*pairs: tuple[str, str]) -> str:
    return drawn("follows", "follower_id | target_id | at", [(a, b, "2025-01-01") for a, b in pairs])


def _call(
    by: str = "boss", text: str = "Everyone go to @victimh now", minutes: int = 0, url: str = ""
) -> tuple[object, ...]:
    return (f"call-{by}", by, _START + timedelta(minutes=minutes), "post", "", text, url)


_AUDIENCE = _follows(*((f"c{n}", "boss") for n in range(12)))
_CAME: tuple[tuple[str, float, Tier], ...] = tuple((f"c{n}", 0.4, "possible") for n in range(12))
_HEARD: tuple[tuple[str, float, Tier], ...] = tuple((f"c{n}", 0.55, "possible") for n in range(12))

PILE_ON = Detector(
    name="pile_on",
    version="1",
    violation="pile_on",
    about=(
        "In a pile-on many people answer an account they never spoke to, within hours, because somebody called them there. Three steps: inflows of "
        "first-time repliers beyond the account's own past (scan statistic over windows of hours to days, false discoveries held to 1 %); posts that name "
        "the account before and have the form of a call (to many, where, when); and whether those who came are the caller's audience beyond chance, or "
        "nobody else had named the account. What is said, and for or against what, is never read. The account that was come upon is shielded first. "
        "Score: 0.85 for a caller whose own audience came, 0.6 for one who alone had named it, 0.55 and 0.4 for those who came, 0.2 for the target."
    ),
    reads={
        "called_inflows": "account_id role inflow target organiser call post_id called_at first_at last_at size expected linked chance heard sole hears",
        "accounts": "account_id handle kind? status?",
    },
    derives=(CALLED_INFLOWS,),
    params={
        "strangers": Param(6, "accounts", 5, 100_000, "fewest first-time repliers after a call"),
    },
    classes=("behaviour", "graph"),
    steps=(Sql("found", _FOUND),),
    says="{handle} {did} within hours {size} accounts replied that never had, where {expected} would be usual; {why}",
    links=("post_id",),
    mistakes=(
        Mistake(
            "Many people criticise a company or a public figure, each for themselves.",
            "without a call that names the account nothing is found; an organisation is never found to be wronged likely, and only where an audience was sent",
            "an inflow that nobody called for",
        ),
        Mistake(
            "Friends and fans congratulate somebody because a fan club asked them to.",
            "where half of those who came follow the account, it is its own audience",
            "a birthday among its own followers",
        ),
        Mistake(
            "A post of the account's own goes round.",
            "where it was shared about as often as answered, only a caller's own audience counts",
            "its own post goes round",
        ),
        Mistake("A call to thank somebody looks the same.", "what is said is not read: a person asks the target before any action; shielding is the target's choice"),
        Mistake("Bystanders answer a call they only saw.", "those who are not the caller's audience are named only where nobody else had named the account, as possible"),
        Mistake("A call outside the service leaves no post.", "then nothing is found"),
    ),
    examples=(
        Example(
            "a call that its own audience follows",
            _world(_call(), *_raid("c"), more=_AUDIENCE),
            finds=(("boss", 0.85, "likely"), ("victim", 0.2, "inconclusive"), *_HEARD),
        ),
        Example(
            "a call by one nobody follows, and nobody else had named the account",
            _world(
                _call(text="Meet under https://s.example/victimh at 12:20"), *_raid("c"),
                more=_follows(*((f"c{n}", "third") for n in range(12)))
                + drawn("actions", "account_id | at | verb | object_id | target_account_id", [(f"c{n}", _START, "share", "e-a", "b1") for n in range(12)]),
                accounts=(("c3", "personal", "suspended"),),
            ),
            finds=(("boss", 0.6, "possible"), ("victim", 0.2, "inconclusive"), *(f for f in _CAME if f[0] != "c3")),
        ),
        Example(
            "a call that sharers follow, beside others who had named the account",
            _world(
                _call(), *_raid("c"), ("n1", "third", _START - timedelta(hours=2), "post", "", "I like @victimh", ""),
                more=drawn("actions", "account_id | at | verb | object_id | target_account_id", [(f"c{n}", _START, "share", "call-boss", "boss") for n in range(10)]),
            ),
            finds=(("boss", 0.85, "likely"), ("victim", 0.2, "inconclusive"), *_HEARD[:10]),
        ),
        Example(
            "an organisation whose critics are sent",
            _world(_call(), *_raid("c"), more=_AUDIENCE, accounts=(("victim", "organisation", "active"),)),
            finds=(("boss", 0.85, "possible"), ("victim", 0.2, "inconclusive"), *_HEARD),
        ),
        Example(
            "a call about a post",
            _world(
                ("own", "victim", _START - timedelta(days=1), "post", "", "my garden", ""),
                _call(), *((*r[:4], "own", *r[5:]) for r in _raid("c")), more=_AUDIENCE,
            ),
            finds=(("boss", 0.85, "likely"), ("victim", 0.2, "inconclusive"), *_HEARD),
        ),
        Example("an inflow that nobody called for", _world(_call(text="I read @victimh"), *_raid("c"), more=_AUDIENCE)),
        Example(
            "they came to another",
            _world(
                ("own", "third", _START - timedelta(days=1), "post", "", "my garden", ""),
                ("mine", "victim", _START - timedelta(days=1), "post", "", "my kitchen", ""), _call(), *_raid("c", target="own"), more=_AUDIENCE,
            ),
        ),
        Example("an organisation, called for by one nobody follows", _world(_call(), *_raid("c"), accounts=(("victim", "organisation", "active"),))),
        Example("a birthday among its own followers", _world(_call(), *_raid("c"), more=_follows(*((f"c{n}", t) for n in range(12) for t in ("boss", "victim"))))),
        Example(
            "its own post goes round",
            _world(
                _call(), *_raid("c"),
                more=drawn("actions", "account_id | at | verb | object_id | target_account_id", [(f"b{n}", _START, "share", "own", "victim") for n in range(9)]),
            ),
        ),
        Example("too few, and a call that comes after, and one not yet made", _world(
            _call(), *_raid("c", 5), ("late", "boss", moment("2026-03-01"), "post", "", "Everyone go to @thirdh now", ""),
            *((*r[:2], moment("2026-03-01T01:00") + timedelta(minutes=n), *r[3:4], "third", *r[5:]) for n, r in enumerate(_raid("v", 10))),
        )),
        Example("the account itself asks for answers", _world(_call(by="victim"), *_raid("c"))),
    ),
    references=(
        "design/domain.md L4c: pile-on dynamics; protect the target before punishing individuals",
        "Kulldorff, A spatial scan statistic, Communications in Statistics 26, 1997",
        'Mariconti et al., "You Know What to Do": Proactive Detection of YouTube Videos Targeted by Coordinated Hate Attacks, CSCW 2019',
    ),
)  # fmt: skip
