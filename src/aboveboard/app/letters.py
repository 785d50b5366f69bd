"""What a clean-up tells the accounts it touches, before it does anything: in English and in Chinese."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

import pyarrow as pa

__all__ = ["letters"]

_TOLD_EN = (
    "{removed:,} of your {before:,} followers are not real people's accounts. From {day} on they will no longer be counted, "
    "and you will have {after:,}. You are not accused of anything: anybody can send such followers to anybody. "
    "If you think that real followers are among them, answer this notice and a person looks again; every removal can be undone."
)
_TOLD_ZH = (
    "您的 {before:,} 名粉丝中有 {removed:,} 个账号并非真实用户。自 {day} 起，这些账号将不再计入粉丝数，您的粉丝数将为 {after:,}。"
    "您没有受到任何指控：任何人都可以给他人刷粉。如果您认为其中有真实粉丝，请回复本通知，我们会安排人工复查；所有移除均可恢复。"
)
_BELOW_EN = (
    " This brings you below {below}. Nothing that depends on that number is taken from you on that day; "
    "you can apply again, and we look at your real audience."
)
_BELOW_ZH = "此次移除将使您的粉丝数低于 {below}。与该门槛相关的权益当天不会被取消；您可以重新申请，我们将依据您的真实粉丝进行审核。"
_LANGUAGES = {"en": (_TOLD_EN, _BELOW_EN, " and "), "zh": (_TOLD_ZH, _BELOW_ZH, " 和 ")}


def letters(targets: pa.Table, as_of: datetime, days: int) -> Iterator[dict[str, Any]]:
    """Yield a notice for each target that loses followers; `days` lie between the notice and the removal."""
    day = f"{as_of + timedelta(days=days):%Y-%m-%d}"
    for target in targets.to_pylist():
        if target["removed"]:
            yield {
                "account_id": target["account_id"], "removed": target["removed"], "accused": False, "not_before": day,
                "language": target["language"], **{name: _text(*words, target, day) for name, words in _LANGUAGES.items()},
            }  # fmt: skip


def _text(told: str, falls: str, joint: str, target: Mapping[str, Any], day: str) -> str:
    below = joint.join(f"{t:,}" for t in target["below"])
    numbers = {k: target[k] for k in ("removed", "before", "after")}
    return told.format(**numbers, day=day) + (falls.format(below=below) if below else "")
