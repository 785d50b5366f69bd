"""Ideographs written by their sound in Zhuyin, as in Taiwan: ㄌㄢ山 for 嵐山, ㄧ院 for 醫院, or an initial alone, ㄌ山.

Source: the correspondence of Zhuyin and Hanyu Pinyin of the Ministry of Education (注音符號, 漢語拼音對照表).
"""

from __future__ import annotations

import re

__all__ = ["ZHUYIN", "in_pinyin"]

_LATIN = "b p m f d t n l g k h j q x zh ch sh r z c s"
_INITIALS = dict(zip("ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙ", _LATIN.split(" "), strict=True))
_WRITTEN = (
    "ㄚ=a/a ㄛ=o/o ㄜ=e/e ㄝ=e/e ㄞ=ai/ai ㄟ=ei/ei ㄠ=ao/ao ㄡ=ou/ou ㄢ=an/an ㄣ=en/en ㄤ=ang/ang ㄥ=eng/eng ㄦ=er/er ㄧ=i/yi ㄧㄚ=ia/ya ㄧㄛ=io/yo ㄧㄝ=ie/ye ㄧㄞ=iai/yai "
    "ㄧㄠ=iao/yao ㄧㄡ=iu/you ㄧㄢ=ian/yan ㄧㄣ=in/yin ㄧㄤ=iang/yang ㄧㄥ=ing/ying ㄨ=u/wu ㄨㄚ=ua/wa ㄨㄛ=uo/wo ㄨㄞ=uai/wai ㄨㄟ=ui/wei ㄨㄢ=uan/wan ㄨㄣ=un/wen ㄨㄤ=uang/wang ㄨㄥ=ong/weng "
    "ㄩ=u/yu ㄩㄝ=ue/yue ㄩㄢ=uan/yuan ㄩㄣ=un/yun ㄩㄥ=iong/yong"
)
_FINALS = {pair.split("=")[0]: pair.split("=")[1].split("/") for pair in _WRITTEN.split(" ")}
"""A final after an initial, and alone."""

_SYLLABIC = frozenset("ㄓㄔㄕㄖㄗㄘㄙ")
_SYLLABLE = re.compile("([ㄅ-ㄙ])?([ㄧㄨㄩ]?[ㄚ-ㄦ]|[ㄧㄨㄩ])?[ˊˇˋ˙]?")

ZHUYIN = "[ㄅ-ㄩ]"
"""What a name holds that is partly written so."""


def in_pinyin(text: str) -> str:
    """Return a text with its syllables in Zhuyin in pinyin, without tones; an initial alone stays its letter."""
    return _SYLLABLE.sub(_spelled, text)


def _spelled(found: re.Match[str]) -> str:
    initial, final = found[1], found[2]
    if not initial and not final:
        return found[0]
    if not final:
        return _INITIALS[initial] if initial not in _SYLLABIC else f"{_INITIALS[initial]}i"
    known = _FINALS.get(final)
    if known is None:
        return found[0]
    return f"{_INITIALS[initial]}{known[0]}" if initial else known[1]
