"""Chinese headlines reduced to their style: the characters of small words, numbers and marks stay, what they are about is a length.

Small words are those of grammar and of address (Lü Shuxiang, "Eight Hundred Words of Modern Chinese", 1980, lists their kinds:
pronouns, numerals, adverbs, auxiliaries, particles, conjunctions), of seeing, saying and knowing, and of feeling. The kinds of cue
beside them follow the sources named in `headlines` and Liu and others, "Clickbait Detection on WeChat" (Knowledge-Based Systems 2022).
"""

from __future__ import annotations

import re

import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["CUES", "streams_zh"]

_SMALL = """
我你您他她它们咱俺谁啥自己这那哪此某各每几多少 第一二三四五六七八九十百千万亿〇两半 些种个位件样条招句点步张次回遍 年月天夜晚秒
的地得了着过吗呢吧啊呀哦哈嘛么 不没别未无非莫勿 是有在把被让叫给对向从到和与跟或而且但却就才都也还又再只仅最更太很真好极超全所总已经曾将要会能可敢该必须应
想看听说讲问答知道懂明白发现告诉觉得以为做吃用去来走打开进出上下里外中前后内间起 竟居然原果如何怎为什因结局终究突刚马立赶快速紧急千绝定
震惊呆傻哭笑泪疯怕慌吓懵服爆炸神奇狠毒惨牛美丑贵穷富死活命悔惜难怪扎心暖甜酸痛恨爱 人男女老孩子家妈爸父母夫妻婆媳友网民众大小
事物东西话真假相秘密幕曝光揭露背法办习惯错坏料输赢赚财运测准猜试转发收藏扩散删视频图片照注意提醒
"""
_MARKS = "!?.…。"
_SPACE = re.compile(r"\s")
_KEPT = "".join(sorted(set(_SPACE.sub("", _SMALL)) | set(_MARKS)))
_LONGEST = 4
_RUNS = tuple(chr(0xE300 + n) for n in range(_LONGEST + 1))
_OPEN, _SHUT = "\ue400", "\ue401"
_CUE = 0xE500

CUES: tuple[tuple[str, str], ...] = (
    ("shock", r"震惊|惊呆|惊人|惊爆|惊现|吓尿|吓坏|吓一跳|吓死|傻眼|看傻|看呆|懵了|炸锅|炸裂|沸腾|泪奔|泪目|笑喷|笑死|哭了|沉默了|不敢相信|难以置信|太可怕|细思极恐"),
    ("surprise", r"竟然|居然|竟是|没想到|万万没想到|想不到|意想不到|出人意料|你绝对想不到|不料|原来是|原来这么|万万"),
    ("withheld answer", r"真相|内幕|秘密|揭秘|曝光|背后的|背后原因|原因是|原因竟|原因令|结果却|结果竟|结局|接下来|下一秒|下一幕|后来才|才知道|才发现|原来如此|答案是|你猜|猜猜"),
    ("forward reference", r"^这|这(一|几|个|些|种|样|件|招|事|次|位)|[一二两三四五六七八九十几]个字|他却|她却|那个(男|女)|某(明星|女星|男星)|此(事|人|物)"),
    ("command", r"千万(别|不要|不能|要)|一定要(看|知道|收藏)|必看|必读|必须知道|速看|快看|赶紧(看|收藏|转)|赶快|别再|不看后悔|看完|看懂|看到最后|收藏|转发|转疯|扩散|不转|马上删|删前"),
    ("everybody", r"所有人|全(网|国|世界|球)(都|人|震|沸|疯|最)|(九九|九十九|九〇|九十|八〇|八十)%?的?人|大多数人(都)?不|很多人(都)?不知道|没人(知道|敢|告诉)|中国人都|男人都|女人都|网友|老外"),
    ("numbered list", r"^[〇一二两三四五六七八九十]{1,3}(个|种|招|条|件|大|句|点|步|张)|这[〇一二两三四五六七八九十]{1,3}(个|种|招|条|件|大|句|点|步)"),
    ("superlative", r"史上最|最(牛|美|惨|狠|强|可怕|神奇|奇葩|全|毒)|第一人|绝了|绝对|神(操作|回复|技|器)|逆天|爆款|天价|惊天|重磅|大消息|突发|刚刚"),
    ("two exclamations", r"!.*!"),
    ("dots", r"\.{2,}|…|。{2,}"),
)  # fmt: skip
"""Kind of cue, and what it looks like in simplified characters without spaces."""


def streams_zh(titles: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Return the two streams of the model, of titles given simplified and without spaces: small words with lengths between, and cues.

    A run of other characters becomes one private letter for its length, up to four, so no model can learn topics or names from it.
    """
    whole = pc.fill_null(titles, "")
    bare = pc.replace_substring_regex(whole, r"[\r\n]", "")
    for size in range(_LONGEST, 0, -1):
        more = "+" if size == _LONGEST else f"{{{size}}}"
        wide = f"[^{re.escape(_KEPT)}{_RUNS[1]}-{_RUNS[-1]}]"
        bare = pc.replace_substring_regex(bare, f"{wide}{{{size},}}" if more == "+" else f"{wide}{more}", _RUNS[size])
    return pc.binary_join_element_wise(_OPEN, bare, _SHUT, ""), _cues(whole)


def _cues(titles: pa.Array) -> pa.Array:
    """Return one private letter for each kind of cue that a title has."""
    letters = [
        pc.if_else(pc.match_substring_regex(titles, pattern), chr(_CUE + n), "") for n, (_, pattern) in enumerate(CUES)
    ]
    return pc.binary_join_element_wise(*letters, "")
