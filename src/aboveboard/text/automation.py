"""Profiles that say openly that a program runs them. An honest bot deceives nobody."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["declares_automation"]

_HANDLE = r"(?i)(?:^|[^a-z])(?:ro)?bots?(?:[^a-z]|$)|bots?(?:[^a-z]|$)|(?:^|[_.\-])ebooks?$|_ebooks"
"""`bot` as a word of its own or at the end of one: `weather_bot`, `newsbot2`, but not `botanist` or `bottle`."""

_SAID = (
    r"(?i)\b(?:ro)?bots?\b|\bchatbots?\b|#bot|[a-z]bot\b|\bautomat(?:ed|ic|ically|ique|isch|ico|ica|izado|izada|isé)\b"
    r"|\bself-running\b|\bmarkov\b|\balgorithm(?:ic|ically)?\b|\bgenerat(?:ed|es|ive) by\b|\bgenerat(?:es|ing)\b"
    r"|\b(?:tweets|posts|publishes|toots) (?:every|each|random|one|all|a)\b[^.]{0,40}\b(?:word|line|minutes?|hours?|day|second)s?\b"
    r"|\bevery \d+ (?:minutes?|hours?)\b|\bunattended\b|\brun by (?:a|an) (?:script|program|computer)\b"
    r"|(?:^|[^\p{L}])(?:ро)?бот(?:$|[^\p{L}])|автоматическ|automático|otomatik|automatiquement|automatisiert"
    r"|机器人|自动(?:发布|发送|推送|更新)|自動(?:発信|投稿|配信|發布|更新)|ボット|봇|자동|بوت|روبوت|आटोमेटिक"
)


def declares_automation(handle: pa.ChunkedArray, name: pa.ChunkedArray, bio: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return whether handle, display name or bio say that a program writes here (strings in, bools out; null says nothing).

    Conservative: what merely talks about bots, such as "not a bot", counts as saying so too, since this only spares.
    """
    shown = [pc.fill_null(pc.match_substring_regex(text, pattern=_SAID), False) for text in (name, bio)]
    named = [pc.fill_null(pc.match_substring_regex(text, pattern=_HANDLE), False) for text in (handle, name)]
    return pc.or_(pc.or_(*shown), pc.or_(*named))
