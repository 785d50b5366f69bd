"""Interface words in English and Simplified Chinese, and the one rule by which their blanks are filled.

A blank is `{name}`, or `{name:one form|other form}`, which picks the first form when the number is one. `page.js` holds
the same rule, so that switching the language needs no reload.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from aboveboard.core import ACTIONS, CLASSES, TIERS, VIOLATIONS
from aboveboard.pages.escape import visible

__all__ = ["FRAME", "Word", "Words", "fill", "words_of"]


class Word(NamedTuple):
    """One text of the interface."""

    en: str
    zh: str


Words = Mapping[str, Word]
Blank = str | int | float | Mapping[str, str]
"""What fills a blank; a mapping `{"t": key}` stands for another word."""

_BLANK = re.compile(r"\{(\w+)(?::([^{}|]*)\|([^{}]*))?\}")

FRAME: Words = {
    "skip": Word("Skip to the content", "跳到正文"),
    "language": Word("中文", "English"),
    "language_label": Word("Switch the language to Chinese (切换到中文)", "切换到英文 (switch to English)"),
    "theme": Word("Light / dark", "浅色／深色"),
    "as_table": Word("The same as a table", "以表格显示"),
    "none": Word("none", "无"),
}

_NAMES = {
    "reincarnation": Word("Returning after closure", "关闭后重返"),
    "name_violation": Word("Forbidden name", "违规名称"),
    "impersonation": Word("Impersonation", "假冒仿冒"),
    "unqualified_professional": Word("Profession without credential", "无资质专业账号"),
    "fake_follower": Word("Fake follower", "虚假粉丝"),
    "inflated_audience": Word("Inflated audience", "粉丝虚增"),
    "bought_audience": Word("Bought audience", "购买粉丝"),
    "zombie": Word("Dormant account", "休眠账号"),
    "clickbait": Word("Clickbait", "标题党"),
    "trend_hijack": Word("Trend hijacking", "蹭热点"),
    "vulgarity": Word("Insult and abuse", "辱骂低俗"),
    "pile_on": Word("Pile-on", "围攻"),
    "fabricated_quote": Word("Fabricated quotation", "捏造引文"),
    "coordination": Word("Coordination", "协同操控"),
    "account_trade": Word("Account trade", "账号买卖租赁"),
    "account_sharing": Word("Account sharing", "账号共用"),
    "minor_unprotected": Word("Minor unprotected", "未成年人保护缺失"),
    "orphaned_institution": Word("Orphaned institution account", "机构撤并后遗留账号"),
    "duplicate_institution": Word("Duplicate institution account", "机构重复账号"),
    "report_abuse": Word("Abuse of reports", "恶意举报"),
    "stale_check": Word("Overdue re-check", "复核逾期"),
    "confirmed": Word("confirmed", "已确认"),
    "likely": Word("likely", "很可能"),
    "possible": Word("possible", "可能"),
    "inconclusive": Word("inconclusive", "无法定论"),
    "identity": Word("identity", "身份"),
    "device": Word("device", "设备"),
    "network": Word("network", "网络"),
    "profile": Word("profile", "资料"),
    "behaviour": Word("behaviour", "行为"),
    "graph": Word("graph", "关系图"),
    "content": Word("content", "内容"),
    "document": Word("document", "文件"),
    "no_action": Word("no action", "不处置"),
    "label": Word("label", "加标注"),
    "verify": Word("verify", "要求核验"),
    "limit": Word("limit", "限制功能"),
    "remove": Word("remove", "移除内容"),
    "suspend": Word("suspend", "暂停"),
    "close": Word("close", "关闭"),
    "bar": Word("bar", "禁止重新注册"),
}


def words_of(*more: Words) -> Words:
    """Return the frame's words, the names of violations, tiers, evidence classes and actions, and `more`."""
    named = {
        **{f"violation.{v}": _NAMES[v] for v in VIOLATIONS},
        **{f"tier.{t}": _NAMES[t] for t in TIERS},
        **{f"class.{c}": _NAMES[c] for c in CLASSES},
        **{f"action.{a}": _NAMES["no_action" if a == "none" else a] for a in ACTIONS},
    }
    return {key: word for part in (FRAME, named, *more) for key, word in part.items()}


def fill(words: Words, key: str, blanks: Mapping[str, Blank], language: str = "en") -> str:
    """Return the text of `key` in a language (`en` or `zh`) with its blanks filled. Raises `KeyError` on an unknown key or a missing blank."""

    def one(found: re.Match[str]) -> str:
        value, single, plural = blanks[found[1]], found[2], found[3]
        if single is not None:
            return single if value == 1 else plural
        return _shown(words, value, language)

    return _BLANK.sub(one, _in(words[key], language))


def _in(word: Word, language: str) -> str:
    return word.zh if language == "zh" else word.en


def _shown(words: Words, value: Blank, language: str) -> str:
    if isinstance(value, Mapping):
        return _in(words[value["t"]], language)
    return visible(value) if isinstance(value, str) else f"{value:,}"
