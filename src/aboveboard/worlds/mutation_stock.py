"""What letters of the stock look and sound like: small lists, for the generator alone."""

from __future__ import annotations

import unicodedata
from typing import Final

from aboveboard.worlds.luck import cut
from aboveboard.worlds.names_stock import GIVEN, GIVEN_LATIN, SURNAME, SURNAME_LATIN

__all__ = ["AFFIXES", "GLYPHS", "LEET", "NEAR", "RADICALS", "SAID", "SEQUELS", "SPLIT", "SPOKEN", "SQUARED", "STYLED", "VARIANTS"]  # fmt: skip

_LOWER, _UPPER = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _pairs(text: str) -> dict[str, str]:
    """Return a table from pairs such as `国國`, or `银钅艮` where one letter becomes several."""
    return {w[0]: w[1:] for w in cut(text)}


def _from(lower: int, upper: int) -> dict[str, str]:
    """Return a table of Latin letters moved to blocks that start at these code points."""
    return {c: chr(base + n) for base, letters in ((lower, _LOWER), (upper, _UPPER)) for n, c in enumerate(letters)}


def _compatible(first: int, last: int, tags: tuple[str, ...]) -> dict[str, str]:
    """Return letter to its look-alike in a block of compatibility characters, as Unicode decomposes them."""
    cells = [(c, unicodedata.decomposition(chr(c)).split()) for c in range(first, last)]
    return {chr(int(d[1], 16)): chr(c) for c, d in cells if len(d) == 1 + 1 and d[0] in tags}


_ENCLOSED = _compatible(0x3280, 0x32B1, ("<circle>",))
_FORMS = _compatible(0xFE80, 0xFEF0, ("<isolated>",))
STYLED: Final = tuple(
    {**latin, **_ENCLOSED, **_FORMS}
    for latin in (_from(0xFF41, 0xFF21), _from(0x1D5EE, 0x1D5D4), _from(0x24D0, 0x24B6), _from(0x1D68A, 0x1D670))
)
"""Full-width, bold, circled and typewriter letters; circled ideographs; shapes of Arabic letters."""
RADICALS: Final = {
    **_compatible(0x2F00, 0x2FD6, ("<compat>",)),
    **_pairs("民⺠ 西⻄ 长⻓ 门⻔ 马⻢ 鱼⻥ 龙⻰ 青⻘ 风⻛ 黄⻩"),
}
SQUARED: Final = {**{c: chr(0x1F170 + n) for n, c in enumerate(_UPPER)}, **_compatible(0x1F210, 0x1F23C, ("<square>",))}
VARIANTS: Final = _pairs(
    "国國 门門 东東 华華 宁寧 云雲 卫衛 银銀 体體 广廣 电電 学學 党黨 龙龍 书書 马馬 陈陳 张張 刘劉 杨楊 黄黃 吴吳 赵趙 爱愛 猫貓 旅旅 会會 医醫 务務 "
    "报報 双雙 岚嵐 岭嶺 泽澤 栖棲 临臨 霁霽 丽麗 伟偉 静靜 刚剛 辉輝 诗詩 书書 远遠 阳陽 宁寧 诚誠 婷婷 悦悅 诺諾 孙孫 罗羅 郑鄭 谢謝 冯馮 韩韓 "
    "萧蕭 叶葉 蒋蔣 苏蘇 钟鍾 谭譚 陆陸 贾賈 邹鄒 讯訊 动動 选選 举舉 办辦 税稅 员員"
)
NEAR: Final = _pairs(
    "日曰 人入 末未 士土 己已 大太 工エ 力カ 木本 口ロ 云去 田由 王玉 市巿 天夭 子孑 可叮 石右 白自 يى كک هة"
)
SPLIT: Final = _pairs(
    "银钅艮 报扌艮 明日月 林木木 行彳亍 张弓长 海氵每 城土成 航舟亢 党尚兄 院阝完 沐氵木 浦氵甫 岚山风 岭山令 洲氵州 信亻言 保亻呆 政正攵 局尸句 好女子 知矢口 村木寸 杨木易 博十尃 码石马 赌贝者"
)
GLYPHS: Final = {
    **dict(zip("aceopxyiBHMTKSjsdh", "асеорхуіВНМТКЅјѕԁһ", strict=True)),
    **_pairs("口ロ 力カ 工エ 二ニ يی كک هە"),
}
LEET: Final = dict(zip("oOiIeEsSaAltg", "0011335544179", strict=True))

_SAID_ELSE = _pairs(
    "泽ze 陵ling 岚lan 川chuan 屏ping 澜lan 浦pu 原yuan 城cheng 洲zhou 岭ling 澄cheng 栖qi 霁ji 青qing 望wang 临lin 沐mu 曲qu 双shuang 碧bi 南nan 北bei "
    "嵩song 市shi 人ren 民min 政zheng 府fu 日ri 报bao 储chu 蓄xu 银yin 口kou 普pu 查cha 办ban 公gong 室shi 卫wei 生sheng 健jian 康kang 委wei 员yuan 会hui "
    "大da 学xue 通tong 信xin 司si 局ju 动dong 物wu 救jiu 助zhu 广guang 播bo 电dian 台tai 选xuan 举ju 警jing 备bei 令ling 野ye 党dang 足zu 球qiu 俱ju 乐le 部bu "
    "空kong 税shui 务wu 小xiao 的de 爱ai 阿a"
)
SAID: Final[dict[str, str]] = {
    **dict(zip(GIVEN[1], GIVEN_LATIN[1], strict=True)), **dict(zip(SURNAME[1], SURNAME_LATIN[1], strict=True)), **_SAID_ELSE,
}  # fmt: skip
"""Ideograph of the stock to its sound."""
_HEARD = _pairs(
    "银吟 行形 报抱 民名 人仁 政正 府辅 市是 日曰 大达 学雪 公工 司思 局菊 电店 台苔 党挡 信心 通桐 储楚 生声 委尾 会慧 空孔 税睡 务物 微薇 信芯 客课 官关 博搏 彩采 发法 票漂 假贾 证正 刷涮 单丹 代袋 开凯 丸完"
)
_EQUAL = {s: [c for c in SAID if SAID[c] == s] for s in set(SAID.values())}
SPOKEN: Final[dict[str, str]] = {
    **{c: next((o for o in _EQUAL[s] if o != c), c) for c, s in SAID.items()}, **_HEARD,
}  # fmt: skip
"""Ideograph to another of the same or nearly the same sound."""

AFFIXES: Final = (
    ("Official {n}", "{n} Official", "{n} Support", "{n} Customer Service", "{n} Help Desk", "The Real {n}", "{n} V"),
    ("{n}官方", "{n}客服", "官方{n}", "{n}小号", "{n}二号", "{n}服务中心", "{n}V"),
    ("{n} الرسمي", "دعم {n}", "خدمة عملاء {n}"),
)
SEQUELS: Final = (
    ("{n} 2.0", "{n} is back", "{n} back again", "{n} new account", "{n} returns"),
    ("{n}2.0", "{n}回来了", "{n}新号", "{n}归来", "{n}原号被封"),
    ("{n} 2.0", "{n} عاد", "{n} حساب جديد"),
)
