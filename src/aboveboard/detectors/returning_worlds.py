"""The small worlds that show `returning_account` firing and staying quiet."""

from __future__ import annotations

from aboveboard.detector import Example

__all__ = ["EXAMPLES"]


def _drawn(rows: str, count: int) -> str:
    """Draw `rows` `count` times, `#` numbered from 1: an example's crowd."""
    return "\n".join(rows.replace("#", str(n)) for n in range(1, count + 1))


EXAMPLES = (
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
        "the hours it keeps: the same, others, too few, and those of an earlier name",
        f"""
            accounts
            account_id | handle | created_at | status | closed_at
            c1 | quarry_notes | 2020-01-01 | closed | 2025-03-01
            c2 | copper_kettle | 2020-01-01 | closed | 2025-03-01
            c3 | olive_branch | 2020-01-01 | closed | 2025-03-01
            c4 | silver_lantern | 2020-01-01 | closed | 2025-03-01
            n1 | quarrynotes | 2025-04-05 | active |
            n2 | copperkettle | 2025-04-05 | active |
            n3 | olivebranch | 2025-04-05 | active |
            n4 | silverlantern | 2022-03-03 | active |
            z1 | ida_lund | 2025-04-05 | active |

            profile_changes
            account_id | at | field | old | new
            n4 | 2025-04-05 | handle | bo_lund | silverlantern

            posts
            post_id | account_id | at
{_drawn("            a# | c1 | 2025-02-0#T03:00:00", 8)}
{_drawn("            b# | c2 | 2025-02-0#T03:00:00", 8)}
{_drawn("            d# | c3 | 2025-02-0#T03:00:00", 7)}
{_drawn("            e# | c4 | 2025-02-0#T03:00:00", 8)}
{_drawn("            f# | n1 | 2025-05-0#T03:30:00", 8)}
{_drawn("            g# | n2 | 2025-05-0#T15:30:00", 8)}
{_drawn("            h# | n3 | 2025-05-0#T03:30:00", 8)}
{_drawn("            i# | n4 | 2025-05-0#T03:30:00", 7)}
{_drawn("            j# | n4 | 2025-02-0#T03:30:00", 8)}
{_drawn("            k# | z1 | 2025-05-0#T03:30:00", 8)}
{_drawn("            l# | z2 | 2025-01-1#T14:00:00", 9)}
{_drawn("            m# | z3 | 2025-01-1#T16:00:00", 9)}
            """,
        finds=(("n1", 0.3751, "possible"), ("n3", 0.2432, "possible"), ("n4", 0.2432, "possible")),
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
        "an office, and a line that a VPN gives to many",
        f"""
            accounts
            account_id | handle | display_name | created_at | status | closed_at
            c1 | quarry_sales | Otto Berg at Quarry | 2020-01-01 | closed | 2025-03-01
            n1 | quarry_help | Ida Lund at Quarry | 2025-03-09 | active |
            n2 | quarry_orders | Bo Falk at Quarry | 2025-03-12 | active |
            c2 | x2 | Anna Holm | 2020-01-01 | closed | 2025-03-01
            n3 | y3 | Per Dahl | 2025-03-02 | active |

            tokens
            account_id | kind | token
            c1 | network | office
            n1 | network | office
            n2 | network | office
            c2 | network | vpn
            n3 | network | vpn
{_drawn("            s# | network | vpn", 40)}

            posts
            post_id | account_id | at
{_drawn("            a# | c1 | 2025-02-0#T09:00:00", 8)}
{_drawn("            b# | n1 | 2025-04-0#T09:30:00", 8)}
{_drawn("            d# | z2 | 2025-01-1#T22:00:00", 9)}
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
            account_id | handle | display_name | bio | created_at | status | closed_at
            c1 | moonsinger | 月下歌者 | | 2020-01-01 | closed | 2025-03-01
            n1 | moon_singer | 月下歌者后援会 | | 2025-03-02 | active |
            n2 | moon.singer | Archive of Moonsinger | | 2025-03-02 | active |
            n3 | moon_singers | 月下歌者 | Unofficial tribute, not affiliated. | 2025-03-02 | active |
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
    Example(
        "a part of the name, and a bio that says the old account is gone",
        """
            accounts
            account_id | handle | display_name | bio | created_at | status | closed_at
            c1 | fwcd | Fernwick Chronicle | | 2020-01-01 | closed | 2025-03-01
            n1 | notes8 | Notes of Fernwick | My old account was banned | 2025-03-05 | active |
            n2 | rolls8 | Rolls of Fernwick | Bakery, open at six | 2025-03-05 | active |
            n3 | ale8 | Ale of Tarnbrook | My old account was banned | 2025-03-05 | active |
            n4 | tarn8 | Tarnbrook Observer | | 2020-01-01 | active |
            """,
        finds=(("n1", 0.5, "possible"),),
    ),
)
