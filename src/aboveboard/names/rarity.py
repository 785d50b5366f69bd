"""How much a shared name says: the fewer people or bodies would bear it by chance, the more bits."""

from __future__ import annotations

from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.folding import fold

__all__ = ["rarity"]

_LETTER, _IDEOGRAPH, _SYLLABLE, _WORD = 2.0, 6.0, 4.0, 3.0
"""Bits of a letter of an alphabet, of an ideograph, of a kana or Hangul syllable, of a digit or further sign."""

_SURNAME = 4.0
_COMMON = 9.0
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万钱严覃武戴莫孔向汤"
"""The hundred commonest surnames of the Chinese census of 2020; a name of up to three ideographs that begins so is a person's."""

_NAMES = (
    "anna maria james john robert michael william david richard thomas mary patricia jennifer linda elizabeth sarah karen lisa mark paul daniel kevin "
    "brian george edward peter alex alexander andrew chris martin sam max ben tom tim jack harry charlie oliver emma olivia sophia mia lily lucy grace "
    "jose juan carlos luis jorge pedro ana lucia carmen sofia joao antonio francisco pierre jean marie claire julie hans klaus anne ivan olga natasha "
    "dmitry sergey elena mohammed muhammad ahmed ali omar hassan fatima aisha mustafa ibrahim yusuf wei ming li jing yan hui xin hao jun lei tao yang "
    "chen wang zhang liu zhao wu zhou xu sun ma zhu hu guo lin he gao kim lee park choi nguyen tran le pham smith jones brown williams taylor davies miller "
    "wilson moore anderson jackson white harris garcia martinez rodriguez lopez gonzalez silva santos muller schmidt schneider fischer weber meyer ivanov "
    "sato suzuki takahashi tanaka watanabe ito yamamoto singh kumar sharma patel gupta khan shah yilmaz kaya demir"
)  # fmt: skip
_WORDS = (
    "the a of and love life music happy sunshine star moon sun sky dream angel king queen prince princess tiger dragon lion wolf fox cat dog bear bird "
    "flower rose lily nova solar apple orange target gap shell visa delta united national first city county state bank school hospital church library "
    "news daily times post world travel food fitness gaming gamer play game shop store market art photo design studio media digital tech coffee garden "
    "home family kids baby mom dad beauty fashion style health money crypto trading forever lucky golden silver blue red black white green 快乐 阳光 天使 宝贝 "
    "幸福 太阳 月亮 星空 美丽 小鱼 微笑 梦想 回忆 旅行 生活 音乐 美食 天空 大海 彩虹 清风 明月"
)  # fmt: skip


@cache
def _common() -> pa.Array:
    return fold(pa.array([*_NAMES.split(), *_WORDS.split()], pa.string())).key


def rarity(keys: pa.Array | pa.ChunkedArray) -> pa.Array:
    """Return the background rarity of folded names (`folding.fold` keys), in bits; null for null.

    An estimate without data of anybody's: length in letters, less for what many people are called. The document frequency
    within a world must still be set against it: a name on a thousand accounts is common, whatever its bits.
    """
    whole = keys.combine_chunks() if isinstance(keys, pa.ChunkedArray) else keys
    signs = _count(whole, r"[\p{Han}]")
    syllables = _count(whole, r"[\p{Hiragana}\p{Katakana}\p{Hangul}]")
    other = pc.subtract(pc.cast(pc.utf8_length(whole), pa.float64()), pc.add(signs, syllables))
    weighed = ((signs, _IDEOGRAPH), (syllables, _SYLLABLE), (other, _LETTER))
    parts = [pc.multiply(n, per) for n, per in weighed]
    bits = pc.add(pc.add(parts[0], parts[1]), parts[2])
    person = pc.match_substring_regex(whole, f"^[{_SURNAMES}][\\p{{Han}}]{{1,2}}$")
    bits = pc.subtract(bits, pc.if_else(person, _SURNAME, 0.0))
    return pc.if_else(pc.is_in(whole, value_set=_common()), pc.min_element_wise(bits, _COMMON), bits)


def _count(keys: pa.Array, pattern: str) -> pa.Array:
    return pc.cast(pc.count_substring_regex(keys, pattern), pa.float64())
