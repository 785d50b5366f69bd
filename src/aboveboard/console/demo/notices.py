"""The text a holder gets, from a rule's own sentence, in the languages the operator writes."""

from __future__ import annotations

from datetime import datetime, timedelta

from aboveboard.console.sentences import explained
from aboveboard.console.words import NAMED

__all__ = ["notices"]

_TEXT = {
    "en": "To {handle}\n\n{decided} {until}\n\nWhy: {why}\n\nIt was found by a program and decided by a person. If this is wrong, use the link with this notice: somebody "
    "who had no part in it reads what you write. You need not sign in, and you have time until {appeal}.",
    "zh": "致 {handle}\n\n{decided}{until}\n\n理由：{why}\n\n由程序发现，由人决定。若有误，请使用随本通知附上的链接：由未参与决定的人阅读你的说明。无需登录，截止 {appeal}。",
}
_UNTIL = {"en": "It ends on {day}.", "zh": "到期日：{day}。"}
_NO_WORDS = {"en": "[say in your words why]", "zh": "[用你的话说明理由]"}


def notices(handle: str, action: str, why: str, days: int, at: datetime, *, appeal_days: int = 183) -> dict[str, str]:
    """Return the notice in each language. Where the rule has no sentence, or none in that language, a gap in brackets is left to fill."""
    appeal, until = (at + timedelta(days=n) for n in (appeal_days, days))
    word, whys = NAMED[f"decided: {action}"], _whys(why)
    return {
        language: text.format(
            handle=handle, decided=word.zh if language == "zh" else word.en, why=whys[language] or _NO_WORDS[language],
            until=_UNTIL[language].format(day=f"{until:%Y-%m-%d}") if days else "", appeal=f"{appeal:%Y-%m-%d}",
        ).replace("\n\n\n", "\n\n")
        for language, text in _TEXT.items()
    }  # fmt: skip


def _whys(why: str) -> dict[str, str]:
    """Return a rule's sentence in each language; empty in one that it does not have."""
    other, language = explained(why, "zh") if why else ("", "")
    return {"en": why, "zh": other if language != "en" else ""}
