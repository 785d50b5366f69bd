"""What letters look and sound like, written down from first principles and not from the program's own tables.

Unicode's names and decompositions give the styled letters; the rest are short lists any reader can check by eye.
"""

import unicodedata
from collections import defaultdict
from functools import cache

from pypinyin import Style, pinyin

_STYLES = (
    "<font>",
    "<wide>",
    "<narrow>",
    "<circle>",
    "<super>",
    "<sub>",
    "<small>",
    "<initial>",
    "<isolated>",
    "<medial>",
    "<final>",
)
_PLANES = (*range(0x2000, 0x3400), *range(0xF900, 0x10000), *range(0x1D400, 0x1D800), *range(0x1E030, 0x1E070), *range(0x1EE00, 0x1F000), *range(0x1F100, 0x1F270))  # fmt: skip


@cache
def styled():
    """Return letter to its styled forms, by Unicode's own decompositions to one letter."""
    return _decomposed(_STYLES)


@cache
def squared():
    """Return letter to its squared forms and, by name, those without a decomposition."""
    found = defaultdict(list, {k: list(v) for k, v in _decomposed(("<square>",)).items()})
    for code in (*range(0x1F130, 0x1F18A), *range(0x1F1E6, 0x1F200)):
        words = unicodedata.name(chr(code), "").split()
        if words[-2:-1] == ["LETTER"] and words[0] in {"NEGATIVE", "REGIONAL"}:
            found[words[-1]].append(chr(code))
    return found


def _decomposed(tags):
    found = defaultdict(list)
    for code in _PLANES:
        tag, *rest = unicodedata.decomposition(chr(code)).split() or [""]
        if tag in tags and len(rest) == 1:
            found[chr(int(rest[0], 16))].append(chr(code))
    return found


_SUPPLEMENT = "⺠民 ⻄西 ⻓长 ⻔门 ⻅见 ⻉贝 ⻋车 ⻢马 ⻥鱼 ⻦鸟 ⻰龙 ⻬齐 ⻘青 ⻛风 ⻚页 ⻜飞 ⺟母 ⻁虎 ⻨麦 ⻮齿 ⻳龟 ⻝食 ⻣骨 ⻑長 ⻩黄"


@cache
def radicals():
    """Return ideograph to the radical that looks the same: the Kangxi block, and part of the Supplement."""
    found = {chr(int(unicodedata.decomposition(chr(c)).split()[1], 16)): [chr(c)] for c in range(0x2F00, 0x2FD6)}
    for radical, plain in _SUPPLEMENT.split():
        found.setdefault(plain, []).append(radical)
    return found


_VARIANTS = (
    "云雲 东東 银銀 报報 学學 龙龍竜 门門 马馬 长長 风風 岛島嶋 双雙 鱼魚 广廣広 图圖図 书書 馆館舘 电電 视視 视視 台臺 证證 险險険 "
    "卫衛 员員 会會 铁鐵鉄 岭嶺 阳陽 湾灣 体體 务務 闻聞 网網 术術 汇匯 园園 黄黃 青靑 高髙 观觀観 沢澤泽 浜濱滨 桜櫻樱 国國囯 晓曉 "
    "亜亞亚 銀银 東东 嶺岭 證证 雲云 廣广広 龍龙竜 門门 學学 觀观 瀾澜 電电 臺台 報报 張张 张張 说說 亭亭 传傳 锤錘 头頭 侠俠 钓釣 "
    "旧舊 间間 修俢 视视 税稅 教敎 清淸 祥祥 海海 社社 都都 福福 神神 産產产 単單单 電电 聞闻 险险險 医醫 际際 机機 发發髮 万萬"
)
_NEAR = (
    "日曰 未末 人入 土士 己已巳 大太 天夭夫 王玉 干千 力刀 木本朩 田由甲申 石右 白自 目且 永水 牛午 贝见 鸟乌 间问 今令 市巿 治冶 晴睛 沐沭 "
    "城域 科料 泽译 浦埔 原愿 门闩 明朋 龙尤 电申 江汪 阳阴 "
    "ソン シツ クワ カ力 ロ口 ニ二 ハ八 エ工 ト卜 タ夕 へヘ りリ ミ三 "
    "يى هة كک بٮ דר הח וז םס बव घध मभ षप ดต คศ บป ผฝ ий шщ лп"
)


def _classes(text):
    found = defaultdict(set)
    for group in text.split():
        for letter in group:
            found[letter] |= set(group) - {letter}
    return {k: sorted(v) for k, v in found.items() if v}


VARIANTS, NEAR = _classes(_VARIANTS), _classes(_NEAR)

GLYPHS = {
    **_classes(
        "аa сc еe оo рp хx уy іi ѕs јj ԁd һh АA ВB ЕE КK МM НH ОO РP СC ТT ХX ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo "
        "νv ιi υu αa օo սu հh ոn ցg զq ɡg ɑa ıi ʏY ᴘp ᴀa ʙb ᴇe ᴋk ʟl ᴍm ɴn ᴏo ʀr ᴛt ᴠv ᴡw ᴢz ꜱs Ꭺa ᏟC ᎠD ᎬE ᏢP ᎡR ᎢT ᏚS ᏴB ᏙV ᎷM ⅼl ⅰi"
    ),
    **_classes("口ロ 力カ 二ニ 一ー 卜ト 夕タ 工エ 八ハ كک يی هە ՏS"),
}
"""Letter to those of other scripts that look the same; both ways."""

_PARTS = (
    "银=钅艮 张=弓长 明=日月 林=木木 江=氵工 河=氵可 海=氵每 湖=氵胡 湾=氵弯 城=土成 行=彳亍 信=亻言 保=亻呆 体=亻本 视=礻见 社=礻土 政=正攵 科=禾斗 "
    "航=舟亢 院=阝完 险=阝佥 阳=阝日 晚=日免 铁=钅失 证=讠正 说=讠兑 馆=饣官 岭=山令 洲=氵州 泉=白水 岛=鸟山 望=亡月王 嵩=山高 铺=钅甫 锤=钅垂 钓=钅勺 "
    "語=言吾 新=亲斤 税=禾兑 鹤=隺鸟 教=孝攵 路=足各 双=又又 闻=门耳 间=门日 储=亻诸 蓄=艹畜 村=木寸 委=禾女 员=口贝 校=木交 部=咅阝 浜=氵兵 潮=氵朝 "
    "沢=氵尺 桜=木娄 銀=金艮 匠=匚斤 修=亻攸 侠=亻夹 记=讠己 语=讠吾 使=亻吏 翁=公羽 听=口斤 碧=珀石 报=扌艮 證=言登 嶺=山領 報=幸艮 雲=雨云 澤=氵睪 "
    "瀾=氵闌 观=又见 技=扌支 版=片反 物=牜勿 图=囗冬 博=十尃 和=禾口"
)
PARTS = dict(w.split("=") for w in _PARTS.split())
"""Ideograph to the parts a writer takes it to."""

_POLYPHONES = 2
_COMMON = [bytes((high, low)).decode("gb2312") for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF) if (high, low) < (0xD7, 0xFA)]  # fmt: skip


def sound(syllable):
    """Return the tone-less syllable as careless ears hear it: n as l, zh as z, ng as n."""
    for loud, soft in (("zh", "z"), ("ch", "c"), ("sh", "s")):
        syllable = soft + syllable[2:] if syllable.startswith(loud) else syllable
    syllable = "l" + syllable[1:] if syllable.startswith("n") else syllable
    return syllable.removesuffix("g") if syllable.endswith("ng") else syllable


@cache
def spoken():
    """Return sound to the common characters (GB 2312, level 1) that are most often read so."""
    found = defaultdict(list)
    for letter in _COMMON:
        for syllable in map(sound, readings(letter)[:1]):
            found[syllable].append(letter)
    return found


@cache
def readings(letter):
    """Return the tone-less readings of a character that people know, commonest first."""
    heard = pinyin(letter, style=Style.NORMAL, heteronym=True, errors="ignore") if han(letter) else [[]]
    return list(dict.fromkeys(heard[0]))[:_POLYPHONES]


def han(letter):
    """Tell whether the letter is an ideograph."""
    return "\u4e00" <= letter <= "\u9fff"
