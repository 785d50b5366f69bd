"""Small worlds of varied copies for the examples of `templated_text`: waves of posts, each with a word of its own."""

from __future__ import annotations

from datetime import datetime, timedelta

from aboveboard.detector import Example

__all__ = ["DRAWN", "accounts", "posts", "tokens"]

_BLENDER = "Good news {word}, the new blender from Orla really changed all my mornings"
_KETTLE = "Nobody, and I mean that {word}, should ever have to live without an Orla kettle"
_BRIDGE = "The old bridge over the river Tamm will be closed to {word} for two long weeks"
_CHOIR = "Our choir sings in the park every Friday evening, so bring {word} and a warm coat"
_FERRY = "Last ferry to Quill Island leaves at sunset, say {word} before you stand on the pier"
_MARKET = "Fresh figs, honey and {word} again at the Tuesday market behind Saint Odo, stalls open at seven"
_LIBRARY = "Lost near the town library: one grey mitten with a hole in its thumb, please ask at the desk"
_SWIM = "Winter swimmers meet {word} at the jetty on Sundays; whoever is new may borrow a towel and a cap"
_RUN = "I just finished my evening run with StrideMate: {number} kilometres in {number} minutes"
_WORDS = "anna boris chen dora emil farid greta hugo iris jonas kira lars mina".split()  # noqa: SIM905


def posts(*waves: tuple[str, str, int, str, str], uneven: int = 9) -> str:
    """Draw one post a letter of each wave's accounts: (accounts, first time, seconds apart, target, text).

    A text's `{word}` and `{number}` differ from post to post. Every second post comes `uneven` seconds late, as people do.
    """
    rows = [
        f"p{number}-{place} | {account} | {datetime.fromisoformat(at) + timedelta(seconds=step * place + uneven * (place % 2))} | {target} | "
        + text.format(word=_WORDS[place], number=3 + place)
        for number, (accounts, at, step, target, text) in enumerate(waves)
        for place, account in enumerate(accounts)
    ]
    return "\n".join(["posts", "post_id | account_id | at | target_id | text", *rows, "", ""])


def accounts(**created: str) -> str:
    """Draw accounts by letter with their times of creation, among sixty others who signed up over the years."""
    rows = [f"{a} | {a}{a} | personal | {at}" for a, at in created.items()]
    rows += [
        f"u{n} | uu{n} | personal | {datetime.fromisoformat('2020-01-01') + timedelta(days=36 * n)}" for n in range(60)
    ]
    return "\n".join(["accounts", "account_id | handle | kind | created_at", *rows, "", ""])


def tokens(**held: str) -> str:
    """Draw tokens as kind_number=accounts."""
    rows = [f"{a} | {name.split('_')[0]} | {name}" for name, accounts in held.items() for a in accounts]
    return "\n".join(["tokens", "account_id | kind | token", *rows, "", ""])


DRAWN = (
    Example(
        "varied copies in one thread, beside an organisation",
        posts(
            ("abcd", "2025-06-01T12:00:00", 97, "t1", _BLENDER),
            ("e", "2025-06-01T12:11:00", 1, "t1", f"{_BLENDER}!!! 😍 #deal"),
            ("f", "2025-06-01T12:13:00", 1, "t2", _BLENDER),
            ("n", "2025-06-01T12:00:00", 1, "t1", _KETTLE),
        )
        + "accounts\naccount_id | handle | kind\na | anna |\nn | news | organisation",
        finds=tuple((a, 0.32, "possible") for a in "abcde"),
    ),
    Example(
        "ideographs, a Cyrillic look-alike and numbers, in one thread",
        posts(
            (
                "abc",
                "2025-06-01T12:00:00",
                97,
                "t1",
                "这款{word}豆浆机真的改变了我每一天的早晨，只要{number}元，强烈推荐",
            ),
            (
                "de",
                "2025-06-01T12:05:30",
                91,
                "t1",
                "這款{word}豆浆机真的改变了我每一天的早晨 只要{number}9元 强烈推荐！",
            ),
            ("fgh", "2025-06-01T12:00:00", 97, "t2", _BLENDER),
            ("ij", "2025-06-01T12:05:30", 91, "t2", _BLENDER.replace("a", "а").replace("e", "е")),
        ),
        finds=tuple((a, 0.32, "possible") for a in "abcdefghij"),
    ),
    Example(
        "two texts of the same five accounts, interleaved; the sixth joined once",
        posts(
            ("abcdef", "2025-06-01T12:00:00", 400, "", _BLENDER),
            ("edcba", "2025-06-01T12:00:01", 401, "", _KETTLE),
        ),
        finds=tuple((a, 0.405, "possible") for a in "abcde"),
    ),
    Example(
        "shared devices behind a linked headline",
        posts(("abcde", "2025-06-01T12:00:00", 97, "", f"{_BLENDER} https://shop.example/{{word}}"))
        + tokens(device_1="abc", device_2="dx", device_3="e"),
        finds=tuple((a, 0.66, "likely") for a in "abc"),
    ),
    Example(
        "shared payment in one thread",
        posts(("abcde", "2025-06-01T12:00:00", 97, "t1", _BLENDER)) + tokens(payment_1="abcdx", network_1="abcde"),
        finds=(*((a, 0.728, "likely") for a in "abcd"), ("e", 0.32, "possible")),
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
        finds=(*((a, 0.66, "likely") for a in "abcdefgh"), *((a, 0.32, "possible") for a in "ijvwxyz")),
    ),
    Example(
        "like clockwork",
        posts(("abcde", "2025-06-01T12:00:00", 60, "", f"{_BLENDER} https://shop.example/1"), uneven=0),
        finds=tuple((a, 0.575, "likely") for a in "abcde"),
    ),
    Example(
        "a chant within seconds",
        posts(("abcdefgh", "2025-06-01T12:00:00", 1, "t1", _BLENDER), uneven=0),
        finds=tuple((a, 0.32, "possible") for a in "abcdefgh"),
    ),
    Example(
        "headlines, notices and the wire",
        posts(
            ("abcde", "2025-06-01T12:00:00", 97, "t1", f"“{_BLENDER}”"),
            ("abcde", "2025-06-01T13:00:00", 91, "t1", f"{_KETTLE} https://n.example/1"),
            ("abcden", "2025-06-01T14:00:00", 97, "t1", _BRIDGE),
            ("nopqr", "2025-06-01T18:00:00", 97, "t1", _CHOIR),
            ("fghij", "2025-06-01T15:00:00", 97, "t2", _FERRY),
        )
        + tokens(device_1="nopqr")
        + "accounts\naccount_id | handle | kind\n"
        + "\n".join(f"{a} | {a}news | organisation" for a in "nopqr")
        + f"\n\nnotices\nnotice_id | org_id | at | title\nm | o | 2025-06-01 | {_FERRY.format(word='goodbye')}",
    ),
    Example(
        "numbers of an application, common property, short texts and chants",
        posts(
            ("abcde", "2025-06-01T12:00:00", 97, "t1", "Thank you so very much {word}!"),
            (
                "abcde",
                "2025-06-01T13:00:00",
                97,
                "t1",
                "olé olé olé olé olé olé olé olé olé olé olé olé olé olé {word}",
            ),
            ("abcde", "2025-06-01T14:00:00", 97, "t1", _BLENDER),
            ("fghijklm", "2025-01-01T14:00:00", 90000, "t1", _BLENDER),
            ("abcde", "2025-06-01T15:00:00", 97, "t1", _RUN),
        ),
    ),
    Example(
        "one voice, few voices, slow voices, voices in different places, exact copies, and words not yet said",
        posts(
            ("aaaaaaa", "2025-06-01T12:00:00", 97, "t1", _BLENDER),
            ("abcd", "2025-06-01T13:00:00", 97, "t1", _KETTLE),
            ("abcde", "2025-06-01T14:00:00", 900, "t1", _BRIDGE),
            ("vwxy", "2025-06-01T14:07:30", 900, "", _CHOIR),
            ("fghij", "2025-06-01T14:00:00", 97, "", _FERRY),
            ("ghijk", "2025-06-01T20:00:00", 91, "", _MARKET),
            ("klmno", "2025-06-01T21:00:00", 97, "t4", _LIBRARY),
            ("abcde", "2026-06-01T14:00:00", 97, "t1", _SWIM),
        ),
    ),
    Example(
        "four at a time",
        posts(
            ("abcd", "2025-06-01T12:00:00", 97, "", _KETTLE),
            ("bcde", "2025-06-01T13:00:00", 97, "", _FERRY),
            ("eabc", "2025-06-01T14:00:00", 97, "", _CHOIR),
        ),
    ),
    Example(
        "exact copies on one device",
        posts(("abcde", "2025-06-01T12:00:00", 97, "", _BLENDER.replace("{word}", "all"))) + tokens(device_1="abcde"),
    ),
    Example(
        "a shared campus device, a couple",
        posts(("abcde", "2025-06-01T12:00:00", 97, "", _BLENDER))
        + tokens(device_1="abcuvwx", device_2="de", device_3="a", device_4="b", phone_1="de", phone_3="c"),
    ),
)
