"""The small worlds that show `lost_custodian` firing and staying quiet."""

from __future__ import annotations

from aboveboard.detector import Example
from aboveboard.examples import drawn

__all__ = ["EXAMPLES"]

_ORGS = "org_id | name | status | closed_at | domains"
_MONTHS = [f"2023-{m:02d}-05" for m in range(1, 13)]


def _world(*rows: tuple[str, ...], orgs: tuple[tuple[str, ...], ...] = (), **tables: list[tuple[str, ...]]) -> str:
    """Draw official accounts a, b, … of bodies oa, ob, …; each row is an account's name, url, status and last use."""
    names = "abcdefgh"[: len(rows)]
    heads = {
        "posts": "post_id | account_id | at", "sessions": "account_id | started_at", "attestations": "account_id | kind | result | at | expires_at",
        "contacts": "org_id | kind | at | result | domain", "holds": "account_id | kind | until",
    }  # fmt: skip
    return (
        drawn("accounts", "account_id | handle | display_name | url | status | last_active_at", [(n, f"{n}h", *row) for n, row in zip(names, rows, strict=True)])
        + drawn("organisations", _ORGS, orgs or [(f"o{n}", f"Board {n}", "active", "", "") for n in names])
        + drawn("official_accounts", "org_id | account_id", [(f"o{n}", n) for n in names])
        + "".join(drawn(t, heads[t], r) for t, r in tables.items())
    )  # fmt: skip


def _posts(*who: str, days: list[str] = _MONTHS) -> list[tuple[str, ...]]:
    return [(f"{w}{d}", w, d) for w in who for d in days]


_PLAIN = ("Board", "", "active", "2023-12-20")

EXAMPLES = (
    Example(
        "silent for two years after a year of monthly news; one whose attestation ran out too",
        _world(
            _PLAIN, _PLAIN, _PLAIN, _PLAIN, posts=_posts("a", "b", "c", "d"),
            attestations=[("b", "organisation", "pass", "2023-06-01", "2024-06-01"), ("c", "organisation", "pass", "2023-06-01", "2025-12-01"),
                          ("a", "real_name", "pass", "2023-06-01", "2024-06-01"), ("a", "organisation", "fail", "2023-06-01", "2024-06-01"),
                          ("d", "organisation", "pass", "2022-06-01", "2023-06-01"), ("d", "organisation", "pass", "2026-06-01", "2026-06-01")],
        ),
        finds=(("a", 0.7, "possible"), ("b", 0.79, "likely"), ("c", 0.7, "possible"), ("d", 0.79, "likely")),
    ),
    Example(
        "returned mail, and a domain that another holds",
        _world(
            _PLAIN, ("Board", "https://www.water.example/us", "active", "2025-12-20"), ("Board", "https://tides.example", "active", "2025-12-20"),
            ("Board", "", "active", "2025-12-20"), posts=_posts("a"),
            contacts=[("oa", "mail", "2025-03-01", "bounced", ""), ("oa", "mail", "2025-06-01", "bounced", ""),
                      ("ob", "domain", "2025-06-01", "moved", "Water.example"), ("ob", "domain", "2024-06-01", "held", "water.example"),
                      ("oc", "domain", "2025-06-01", "lapsed", "tides.example"), ("oc", "domain", "2026-06-01", "held", "tides.example"),
                      ("od", "mail", "2025-03-01", "bounced", ""), ("od", "phone", "2025-06-01", "bounced", ""), ("od", "mail", "2024-06-01", "reached", ""),
                      ("od", "mail", "2026-06-01", "reached", "")],
        ),
        finds=(("a", 0.85, "likely"), ("b", 0.64, "possible"), ("c", 0.64, "possible"), ("d", 0.7, "possible")),
    ),
    Example(
        "a census office, a flood warning, one of unknown rhythm",
        _world(
            ("Census", "", "active", "2021-06-01"), ("Flood warning", "", "active", "2024-06-01"), ("Board", "", "active", "2020-01-01"),
            ("School", "", "active", "2025-06-01"),
            posts=[*_posts("a", days=["2011-05-01", "2016-05-01", "2021-05-01", "2021-05-09"]), *_posts("b", days=["2020-01-01", "2020-01-02", "2021-09-01", "2024-05-01"]),
                   *_posts("d", days=["2025-05-01", "2025-05-02", "2025-05-03"])],
        ),
    ),
    Example("kept as a record, or held", _world(
        ("Archived: Board", "", "active", "2023-12-20"), _PLAIN, ("Board", "", "closed", "2023-12-20"), posts=_posts("a", "b", "c"), holds=[("b", "legal", "")],
    )),
    Example("a hold that is over", _world(_PLAIN, posts=_posts("a"), holds=[("a", "legal", "2025-01-01")]), finds=(("a", 0.7, "possible"),)),
    Example("a day without mail", _world(
        ("Board", "", "active", "2025-12-20"), ("Board", "", "active", "2025-12-20"), ("Board", "", "active", "2025-12-20"), ("Board", "", "active", "2025-12-20"),
        contacts=[("oa", "mail", "2025-06-01", "bounced", ""), ("oa", "mail", "2025-06-02", "bounced", ""), ("ob", "mail", "2025-03-01", "bounced", ""),
                  ("ob", "mail", "2025-06-01", "bounced", ""), ("ob", "mail", "2025-07-01", "reached", ""), ("oc", "mail", "2025-06-01", "bounced", ""),
                  ("oc", "mail", "2026-06-01", "bounced", ""), ("od", "mail", "2025-06-01", "reached", ""), ("od", "mail", "2025-09-01", "reached", "")],
    )),
    Example("moved to another domain", _world(
        ("Board", "https://tides.example", "active", "2025-12-20"), ("Board", "https://shores.example", "active", "2025-12-20"),
        ("Board", "https://drinkwater.example", "active", "2025-12-20"), ("Board", "https://quay.example", "active", "2025-12-20"),
        contacts=[("oa", "domain", "2025-06-01", "lapsed", ""), ("oa", "domain", "2025-06-01", "lapsed", "oldtides.example"), ("ob", "domain", "2024-06-01", "lapsed", "shores.example"),
                  ("ob", "domain", "2025-06-01", "held", "shores.example"), ("oc", "domain", "2025-06-01", "moved", "water.example"),
                  ("oa", "domain", "2025-06-01", "moved", "quay.example"), ("od", "domain", "2026-06-01", "moved", "quay.example")],
    )),
    Example("a contact that answered", _world(_PLAIN, _PLAIN, posts=_posts("a", "b"), sessions=[("b", "2025-11-01")], contacts=[("oa", "phone", "2025-10-01", "reached", "")])),
    Example(
        "other bodies answered, or it did only after today",
        _world(_PLAIN, _PLAIN, ("Board", "", "active", "2025-12-20"), posts=[*_posts("a", "b"), ("p", "a", "2026-02-01")], contacts=[("oc", "phone", "2025-10-01", "reached", ""), ("ob", "domain", "2025-10-01", "held", "")]),
        finds=(("a", 0.7, "possible"), ("b", 0.7, "possible")),
    ),
    Example("a body that has ended", _world(
        _PLAIN, _PLAIN, _PLAIN, posts=_posts("a", "b"),
        orgs=(("oa", "Board a", "", "2024-06-01", ""), ("ob", "Board b", "merged", "", ""), ("oc", "Board c", "active", "", "")),
    )),
    Example("a body whose end is planned", _world(_PLAIN, posts=_posts("a"), orgs=(("oa", "Board a", "", "2026-06-01", ""),)), finds=(("a", 0.7, "possible"),)),
    Example("another body's mail arrived", _world(
        ("Board", "", "active", "2025-12-20"), ("Board", "", "active", "2025-12-20"),
        contacts=[("oa", "mail", "2025-03-01", "bounced", ""), ("oa", "mail", "2025-06-01", "bounced", ""), ("ob", "mail", "2025-12-01", "reached", "")],
    ), finds=(("a", 0.7, "possible"),)),
    Example(
        "a badge, a standing that is over, one not begun, a stranger",
        drawn("accounts", "account_id | handle | verified_org_id", [("a", "ah", "o1"), ("b", "bh", "o1"), ("c", "ch", ""), ("d", "dh", ""), ("x", "xh", "")])
        + drawn("organisations", _ORGS, [("o1", "Board", "active", "", "")])
        + drawn("official_accounts", "org_id | account_id | since | until", [("o1", "b", "", "2024-06-01"), ("o1", "c", "2026-06-01", ""), ("o1", "d", "2015-01-01", "2030-01-01")])
        + drawn("posts", "post_id | account_id | at", _posts("a", "b", "c", "d", "x")),
        finds=(("a", 0.7, "possible"), ("d", 0.7, "possible")),
    ),
)  # fmt: skip
