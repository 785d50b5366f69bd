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
        "notices": "notice_id | org_id | at",
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
        finds=(("a", 0.7, "inconclusive"), ("b", 0.79, "likely"), ("c", 0.7, "inconclusive"), ("d", 0.79, "likely")),
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
    Example("a hold that is over", _world(_PLAIN, posts=_posts("a"), holds=[("a", "legal", "2025-01-01")]), finds=(("a", 0.7, "inconclusive"),)),
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
        finds=(("a", 0.7, "inconclusive"), ("b", 0.7, "inconclusive")),
    ),
    Example("a body that has ended", _world(
        _PLAIN, _PLAIN, _PLAIN, posts=_posts("a", "b"),
        orgs=(("oa", "Board a", "", "2024-06-01", ""), ("ob", "Board b", "merged", "", ""), ("oc", "Board c", "active", "", "")),
    )),
    Example("a body whose end is planned", _world(_PLAIN, posts=_posts("a"), orgs=(("oa", "Board a", "", "2026-06-01", ""),)), finds=(("a", 0.7, "inconclusive"),)),
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
        finds=(("a", 0.7, "inconclusive"), ("d", 0.7, "inconclusive")),
    ),
    Example(
        "the body's notices go on while its account is silent",
        _world(
            _PLAIN, _PLAIN, _PLAIN, ("Board", "", "active", "2024-06-01"), ("Board", "", "active", "2024-06-01"), posts=_posts("a", "b", "c"),
            notices=[("n1", "oa", "2024-06-01"), ("n2", "oa", "2025-01-01"), ("n3", "ob", "2024-06-01"), ("n4", "ob", "2024-01-15"), ("n5", "ob", "2024-01-20"),
                     ("n6", "oc", "2024-06-01"), ("n7", "oc", "2026-02-01"), ("n8", "od", "2025-01-01"), ("n9", "od", "2025-06-01")],
        ),
        finds=(("a", 0.82, "likely"), ("b", 0.7, "inconclusive"), ("c", 0.7, "inconclusive"), ("d", 0.82, "possible")),
    ),
    Example(
        "a check that was not passed since; one before, one of another kind, one yet to come",
        _world(
            _PLAIN, _PLAIN, _PLAIN, _PLAIN, ("Board", "", "active", "2025-12-20"), posts=_posts("a", "b", "c", "d"),
            attestations=[("a", "organisation", "fail", "2025-06-01", ""), ("b", "organisation", "none", "2023-12-10", ""), ("b", "organisation", "fail", "2026-06-01", ""),
                          ("c", "real_name", "fail", "2024-06-01", ""), ("d", "organisation", "pass", "2024-01-10", ""), ("e", "organisation", "fail", "2025-06-01", "")],
        ),
        finds=(("a", 0.79, "likely"), ("b", 0.7, "inconclusive"), ("c", 0.7, "inconclusive"), ("d", 0.7, "inconclusive")),
    ),
    Example(
        "a link to a site that is not among the body's; its own, one above it, one that nobody knows",
        _world(
            ("Board", "https://pills.example/sale", "active", "2023-12-20"), ("Board", "https://www.city.example", "active", "2023-12-20"), ("Board", "https://news.tides.city.example", "active", "2023-12-20"),
            ("Board", "https://pills.example", "active", "2023-12-20"), ("Board", "https://pills.example", "active", "2025-12-20"), posts=_posts("a", "b", "c", "d"),
            orgs=tuple((f"o{n}", f"Board {n}", "active", "", d) for n, d in zip("abcde", ("tides.city.example",) * 3 + ("", "tides.city.example"), strict=True)),
        ),
        finds=(("a", 0.82, "possible"), ("b", 0.7, "inconclusive"), ("c", 0.7, "inconclusive"), ("d", 0.7, "inconclusive")),
    ),
    Example(
        "a body that by its name wakes in a season, whose notices go on",
        _world(
            _PLAIN, posts=_posts("a"), orgs=(("oa", "Snow Clearance Office", "active", "", ""),),
            notices=[("n1", "oa", "2024-06-01"), ("n2", "oa", "2025-01-01")],
        ),
    ),
    Example(
        "says that it speaks only in an emergency, and its mail comes back",
        drawn("accounts", "account_id | handle | display_name | bio | last_active_at", [
            ("a", "ah", "Flood Warning", "Flood Warning. Activated only in emergencies.", "2023-12-20"), ("b", "bh", "Storm Warning", "Stand-by channel", "2023-12-20"),
            ("c", "ch", "Board", "This account is no longer in use.", "2023-12-20")])
        + drawn("organisations", _ORGS, [("oa", "Flood Warning", "active", "", ""), ("ob", "Storm Warning", "active", "", ""), ("oc", "Board", "active", "", "")])
        + drawn("official_accounts", "org_id | account_id", [("oa", "a"), ("ob", "b"), ("oc", "c")]) + drawn("posts", "post_id | account_id | at", _posts("a", "b", "c"))
        + drawn("contacts", "org_id | kind | at | result", [("ob", "mail", "2025-03-01", "bounced"), ("ob", "mail", "2025-06-01", "bounced")]),
        finds=(("b", 0.7, "possible"),),
    ),
    Example(
        "the register ended its standing, and it still passes for the body",
        drawn("accounts", "account_id | handle | display_name | bio | last_active_at", [
            ("a", "ah", "Board of Tides", "Tides, daily. Retweets are not endorsements", "2025-06-01"), ("b", "bh", "Official Board of Tides", "", "2024-06-20"), ("c", "ch", "Board of Tides", "", "")])
        + drawn("organisations", _ORGS, [("o1", "Board of Tides", "active", "", "")])
        + drawn("official_accounts", "org_id | account_id | until", [("o1", n, "2024-06-01") for n in "abc"])
        + drawn("posts", "post_id | account_id | at", [("p", "c", "2026-03-01")]),
        finds=(("a", 0.64, "likely"), ("b", 0.7, "possible"), ("c", 0.4, "possible")),
    ),
    Example(
        "being handed over, renamed, another body's by now, or open about it",
        drawn("accounts", "account_id | handle | display_name | bio | last_active_at", [
            ("a", "ah", "Board of Tides", "", "2025-12-20"), ("b", "bh", "Tides for Friends", "", "2025-12-20"), ("c", "ch", "Board of Tides", "", "2025-12-20"),
            ("d", "dh", "Board of Tides", "Unofficial, run by fans", "2025-12-20"), ("e", "eh", "Board of Tides", "We have moved to @tides", "2025-12-20")])
        + drawn("organisations", _ORGS, [("o1", "Board of Tides", "active", "", ""), ("o2", "Board of Ports", "active", "", "")])
        + drawn("official_accounts", "org_id | account_id | until", [("o1", "a", "2024-06-01"), ("o1", "a", "2025-12-20"), ("o1", "b", "2024-06-01"),
            ("o1", "c", "2024-06-01"), ("o2", "c", ""), ("o1", "d", "2024-06-01"), ("o1", "e", "2024-06-01")]),
    ),
    Example(
        "no document ties it, and it bears the body's name, points to another's site and is silent",
        drawn("accounts", "account_id | handle | display_name | bio | url | kind", [
            ("a", "ah", "Board of Tides", "", "pills.example", "organisation"), ("b", "bh", "Board of Tides", "Official account of the Board of Tides", "", "unknown")])
        + drawn("organisations", _ORGS, [("o1", "Board of Tides", "active", "", "tides.example")]) + drawn("posts", "post_id | account_id | at", _posts("a", "b")),
        finds=(("a", 0.82, "possible"),),
    ),
    Example(
        "a name that two bodies bear, a person's, a fan's, an office's holder's, one in the register, one whose body has its own account",
        drawn("accounts", "account_id | handle | display_name | bio | url | kind", [
            ("a", "ah", "City Council", "", "pills.example", "organisation"), ("b", "bh", "Board of Weirs", "Board of Weirs", "pills.example", "personal"),
            ("c", "ch", "Board of Weirs", "Unofficial", "pills.example", "organisation"), ("d", "dh", "Board of Weirs Ann Brook", "", "pills.example", "organisation"),
            ("e", "eh", "Board of Weirs", "", "pills.example", "organisation"), ("f", "fh", "Board of Tides", "", "pills.example", "organisation"), ("g", "gh", "Board of Tides", "", "", "organisation")])
        + drawn("organisations", _ORGS, [("o1", "City Council", "active", "", "river.example"), ("o2", "City Council", "active", "", "lake.example"),
            ("o3", "Board of Weirs", "active", "", "weirs.example"), ("o4", "Board of Tides", "active", "", "tides.example"), ("o5", "Board of Ports", "active", "", "")])
        + drawn("official_accounts", "org_id | account_id | until", [("o5", "e", "2020-01-01"), ("o4", "g", "")])
        + drawn("holders", "org_id | holder", [("o3", "Ann Brook")]) + drawn("posts", "post_id | account_id | at", _posts("a", "b", "c", "d", "e", "f")),
    ),
)  # fmt: skip
