"""Words that only say what somebody thinks of a thing: readers of texts hide them, for opinion is never evidence."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["HIDDEN", "without_attitude"]

HIDDEN = "~"
"""What stands for a word of attitude."""

_LATIN = (  # a row of words
    "ador(?:e[sd]?|ing) abhor(?:s|red|ring)? lov(?:e[sd]?|ing) hat(?:e[sd]?|ing) lik(?:e[sd]|ing) dislik(?:e[sd]?|ing) loath(?:e[sd]?|ing) "
    "admir(?:e[sd]?|ing) despis(?:e[sd]?|ing) detest(?:s|ed)? support(?:s|ed|ing)? oppos(?:e[sd]?|ing) favou?r(?:s|ed|ing)? against "
    "endors(?:e[sd]?|ing) condemn(?:s|ed|ing)? applaud(?:s|ed|ing)? denounc(?:e[sd]?|ing) welcom(?:e[sd]|ing) reject(?:s|ed|ing)? "
    "agree[sd]? disagree[sd]? protest(?:s|ed|ing)? boycott(?:s|ed|ing)? vot(?:e[sd]?|ing) aye nay yea pro anti good evil bad wicked "
    "noble great awful terrible wonderful horrible splendid shameful glorious disgraceful brilliant stupid wise foolish proud ashamed "
    "tired sick fond weary right wrong just unjust fair unfair best worst"
)
_HAN = (  # a row of words
    "支持 反对 赞成 赞同 同意 不同意 拥护 抵制 抗议 喜欢 讨厌 热爱 痛恨 憎恨 厌恶 自豪 骄傲 失望 可耻 光荣 伟大 邪恶 正义 公平 不公 欢迎 谴责 拒绝 英明 愚蠢 投票"
)
_ARABIC = "أحب أكره أؤيد أعارض"


def _pattern() -> str:
    latin, han, arabic = ("|".join(words.split()) for words in (_LATIN, _HAN, _ARABIC))
    return rf"\b(?:{latin})\b|{han}|{arabic}"


_PATTERN = _pattern()


def without_attitude(texts: pa.Array) -> pa.Array:
    """Return folded texts with `HIDDEN` for every word of attitude."""
    return pc.replace_substring_regex(texts, _PATTERN, HIDDEN)
