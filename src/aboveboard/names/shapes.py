"""Which ideographs look alike, from pictures, parts and strokes weighed at build time (scripts/build_shapes.py)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from aboveboard.names.letters import read_letters
from aboveboard.names.sounds import LETTERS

__all__ = ["CLASSIC", "CLOSE", "KANA", "alike", "close", "near", "of_group", "shape"]

_CLASS = 0.9
"""Members of one class are at least this alike, every one with every other: no chain joins unlike characters."""

KANA = dict(zip("口工卜二一力夕才千八三", "ロエトニーカタオチハミ", strict=True))
"""Ideographs and the kana that are written for them."""

CLASSIC = (
    "目且 马鸟 鸟乌 司同 石右 云去 东乐 未末 人入 入八 人八 日曰 己已 已巳 己巳 土士 千干 干于 千于 戊戌 戌戍 戊戍 大太 太犬 大犬 天夭 王玉 王壬 木本 本术 木术 木未 木末 候侯 田由 由甲 甲申 "
    "田甲 由申 田申 白自 自目 白百 贝见 刀力 刀刃 儿几 几九 九丸 九力 万方 市币 午牛 牛生 失矢 矢夫 夫天 史吏 免兔 今令 仓仑 办为 外处 庆厌 庄压 肖背 折拆 析折 拔拨 晴睛 清情 请清 洒酒 准淮 冶治 泠冷 "
    "竟竞 幕慕 慕暮 墓幕 辛幸 名各 间问 闪问 住往 佳住 很狠 狼狠 根跟 银很 陪部 卖买 头买 亨享 京亨 哀衰 衰衷 撒撤 微徽 徵微 崇祟 茶荼 壶壸 戎戍 戎戒 毫亳 沪泸 炙灸 凤风 队认 从丛 广厂 厂厅 户尸 户卢 尸尹 "
    "氏民 旦日 旦亘 囤团 团图 图国 国围 围固 友支 支皮 安妄 局扃 商啇 川州 州洲 丰手 玉宝 宝宅 庁広 庁厅 光兂 光先 美羡 腾膳 腾滕 膳善 电甩 甩用 束東 东柬 柬東 車連 運連 连莲 良艮 良食 召台 斗并 杉彬 晥皖 "
    "旬句 未朱 朱失 未禾 禾木 乐东 东乐 贫贪 货贷 贷袋 责债 输愉 愉偷 输轮 轮论 论伦 抢枪 杨扬 扬场 场汤 汤伤 钱线 线浅 残钱 侍待 待持 持特 特恃 复夏 夏厦 慢漫 漫谩 幔慢 密蜜 密宓 烧绕 绕饶 饶浇 浇烧 睛晴 睛清 坏杯 杯怀 "
    "环坏 环怀 即既 既概 概慨 辨辩 辩瓣 辫辨 燥躁 躁操 操澡 祖租 租粗 粗组 组阻 姐组 驻柱 柱注 注住 检捡 捡险 险验 签检 剑检 遗遣 遣谴 冒昌 昌晶 暑署 署著 署薯 幻幼 幼助 汇江 江汪 汪注 灭火 火灯 师帅 帅帖 归扫 扫妇 妇归 "
    "券卷 卷巷 巷港 拳券 戴载 载栽 栽裁 裁载 梁粱 粱染 染柒 治始 始治 冷泠 冷玲 玲铃 铃冷 拒柜 柜矩 巨臣 臣巨 臣区 区匹 匹四 兔免 免兑 兑说 哀衷 蓝篮 篮监 监盐 盐监 蒸燕 燕鸿 赢羸 赢嬴 嬴羸 粤奥 奥澳 邮油 油抽 抽袖 袖油 "
    "崇宗 宗完 完宛 宪完 宜直 直真 真其 其具 具且 县且 具真 堂常 常裳 赏尝 尝堂 党堂 掌堂 营宫 宫官 官宫 官宦 宦官 菅管 管官 簿薄 薄博 博搏 搏缚 傅博 传伟 伟传 侵浸 浸寝 律津 津建 健建 键建 廷延 延诞 廷庭 巡迎 迎仰 仰抑 抑柳 柳卯 卯卵 "
    "毛手 手毛 车东 车军 牙穿 止正 止上 北比 比此 中申 虫中 公分 分芬 勺匀 勾句 匀勾 句旬 旬句 日白 旦且 旦早 旱早 杳查 杏否 否杏 台合 合舍 古右 右石 石古 左在 在存 存荐 有友 友发 发友 反友 反皮 皮反 刊刑 "
    "斤斥 斥诉 兵乒 乒乓 丘兵 岳兵 元无 无天 无元 尤龙 龙尤 尢尤 工土 工王 三王 丰王 主王 主玉 国囯 团困 困因 囚因 回四 西酉 酉西 百西 而面 面而 革草 春舂 泰秦 秦奏 奉秦 奏泰 明朋 木朩 ソツ シツ ソン シン ソリ シミ クワ クタ ケク フワ ヌメ メナ ルレ コユ ユエ ウワ アマ チテ ネホ ろる わね ねれ はほ きさ さち めぬ 宋宗 字宇 宇字 安妾 它宅 宜宣 宣宜"
)
"""Pairs that every school book warns of; the pictures of some are not alike enough to find them."""

_RARE = "宝宐 宜宐 安妟 安宎 安侒 公厷 公㕣 市巿 政攺 局屇 府庎 社祍 通逋 信㐰 部郚 税裞 务劧 法泆 司叧 业丵 支攴 医匽 学斈 会仚 电甴 电曱 空穵 空宆 保俣 基棊 金釡 平伻 行衎 行洐 交洨 育肓 华崋 监盬 省眚 省渻 招佋 联聅 联耺 移栘 讯讱 度庹 宁寍 龙尨 天兲 台囼 科枓 技抆 疗疔 邦邫 站坫"
_RARELY = 0.85
"""What bodies are called by, and a rare character near it: the table has few that are not in common use. They make no class."""

_LETTERS = (
    "يىئ هةۃھہە كکگڪ بتثنٮپٹںی جحخچ دذڈ رزژڑ سش صض طظ عغ فقڤ وؤۆۇ اأإآٱ דרך החת וזןי׳ סםט נגכ בכ עצ תח מט מם צץ כך פף נן ךן "
    "बव घध मभ षप डङइ पय थय खरव णए तन चज सम फप टठढ डद कफ এত বরকধ লনণ পণষ যষঘ তড ভত ঞঙ চঢ ডউ খথঘ শস তদ தந னளண பய டப சக லவ ஒஓ எஏ "
    "ดตคศฅ บปษ ผฝพฟ ทฑ ลส กถภ ขฃชซย ฎฏ ณญฌฒ นมฆ อฮ โไใ จว ธรฐ ий ії шщц лпн мн ъьы иц гтґ ес еэ сэ зэ жк бв дл оо ηn νυ αδ γπτ ζξ φρ κχ "
    "სხ ბგ დფ აპ ვკ მნ თო უყ ცძ ქშ ღლ ჰპ բրը գզց ղլ մն ձճ շջ տփ հի կև պա սո քթ եէ ռո"
)
"""Letters of other scripts that differ by a dot or a stroke: the keys of names do not part them."""

_MORE_LETTERS = (
    "يىئ هةۃھہە كکگڪ بتثنٮپٹںی جحخچ دذڈ رزژڑ سش صض طظ عغ فقڤ وؤۆۇ اأإآٱ דרך החת וזןי׳ סםט נגכ בכ עצ תח מט מם צץ כך פף נן ךן פכ בנ "
    "बव घध मभ षप डङइ पय थय खरव णए तन चज सम फप टठढ डद कफ दहढ गमन झभ थध तल रस उऊ एऐ ओऔ इई "
    "এত বরকধ লনণ পণষ যষঘ তড ভত ঞঙ চঢ ডউ খথঘ শস তদ তদন নম গপ জড ইহ এঐ ওঔ "
    "தந னளண பய டப சக லவ ஒஓ எஏ ஞஜ ரா ஸஷ உஊ ਸਮ ਪਧ ਘਥਖ ਚਜ ਤਭ ਟਠ ਡਙ ਵਕ ਹਰ ਲਨ ਗਸ ਯਪ ਅਆ ઘધ બખ પષ યચથ વબ મભ તન દહ ડક ટઠર ઝઅ ગશસ ઇઈ "
    "ଘଧଥ ବରଚ ଡତଢ ଭଉ ପଷଖ ଯଘ ନମଲ ଦଢ ଗଶ ఘఝ పఫష బచ వమయ దడధథ ఠర సన తగశ కజఱ ఒఓ ఎఏ లవ ಪಷಫಘ ದಧಥ ರಠ ಬಭ ಗಸನ ತವಮಯ ಎಏ ಒಓ ಕತ ಡದ ಚಜ ಇಈ "
    "നതണ മഥധഘ ഫഹ പവഷ സഡഢ റരവ ഒഓ എഏ ഇഈ ഉഊ യധ ബഖ ഭദ ശഗ ലവ පස බඛ මඹ තන චව රජ ගශ ටඨ දඳ ලළ කත හභ "
    "ดตคศฅ บปษ ผฝพฟ ทฑ ลส กถภ ขฃชซย ฎฏ ณญฌฒ นมฆ อฮ โไใ จว ธรฐ ทห พฬ ยผ ດຄຕ ບປ ຜຝພຟ ຖກ ມນ ຂຊຍ ສລ ອຮຣ ທຫ ໃໄ ងភព កគតភ ដជ ទច ចត សល មស យឃ ហយ រវ "
    "ကတဂဝ ဃယ ပဖဗ စဓဒ ထဆ လသ ညဥဉ မဖ ဘသအ ለሰ በሸ ነአ ቀፀ ተቶ ደጸ መሙ "
    "ий ії шщц лпн мн ъьы иц гтґ ес еэ сэ зэ жк бв дл оо ин чу ях шт рф цч бо вз єе љл њн ћђ џц ηn νυ αδ γπτ ζξ φρ κχ οσ υμ θο εξ ιτ ωψ βθ ηπ μν νγ "
    "სხ ბგ დფ აპ ვკ მნ თო უყ ცძ ქშ ღლ ჰპ დღლ ჟყ ჭქ ჩხ ძმ იო ბმ გვ ზხ წჭ ჯპ ეხ შწ რო ტპ "
    "բրը գզց ղլ մն ձճ շջ տփ հի կև պա սո քթ եէ ռո բք բէ գպ դղ զձ թը լխ ծճ նս մս որ տց ւի փֆ յց ժձ վւ օո քօ"
)
"""More such letters, which keys part: protected names have keys with each of them in turn. Capitals of Armenian are told by their small ones."""

CLOSE = 0.75
"""Characters at least this alike are taken for each other in a short name; less alike ones only where the rest is recognised."""

_FIRST = "\u3007"
"""The table has no character before it."""

_SCORED = re.compile(r"(\d+)([^\d\n]+)")
_LINE = re.compile(r"^(.)\t((?:(?:9\d|100)[^\d\n]+)+)", re.MULTILINE)


@cache
def _table() -> str:
    """Return the table, unread: most characters are never asked for."""
    return files("aboveboard.names").joinpath("data/shapes.tsv").read_text("utf-8")


def _drawn(char: str) -> dict[str, float]:
    """Return the look-alikes of the table: those of the character's own line, and the lines that it stands in."""
    table, found = _table(), dict[str, float]()
    own, at = f"\n{char}\t", table.find(char) if char >= _FIRST else -1
    while at >= 0:
        start, end = table.rfind("\n", 0, at) + 1, table.find("\n", at)
        if table.startswith(own, start - 1):
            found |= {c: int(n) / 100 for n, held in _SCORED.findall(table, at + 2, end) for c in held}
        elif start < at and table[start] != "#":
            found[table[start]] = int(_SCORED.findall(table, start, at + 1)[-1][0]) / 100
        at = table.find(char, at + 1)
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


@cache
def _taught() -> dict[str, dict[str, float]]:
    """Return the pairs that need no picture: what school books warn of, and kana for ideographs."""
    found: dict[str, dict[str, float]] = {}
    pairs = [(a, b, _CLASS) for a, b in CLASSIC.split()] + [(a, b, 1.0) for a, b in KANA.items()]
    pairs += [(a, b, _RARELY) for a, b in _RARE.split()]
    for a, b, score in (*_named(), *pairs):
        found.setdefault(a, {})[b] = found.setdefault(b, {})[a] = score
    return found


def _named() -> list[tuple[str, str, float]]:
    """Return the pairs of characters that bodies are called by and others that they are replaced with."""
    path = files("aboveboard.names").joinpath("data/named_shapes.tsv")
    rows = (
        (line.split("\t") for line in path.read_text("utf-8").splitlines() if line[0] != "#") if path.is_file() else ()
    )
    return [(a, b, int(n) / 100) for a, scored in rows for n, held in _SCORED.findall(scored) for b in held]


@lru_cache(maxsize=4096)
def alike(char: str) -> dict[str, float]:
    """Return the characters that look like `char` and how much, in [0.4, 1], most alike first. Read only."""
    drawn, taught = _drawn(char), _taught().get(char, {})
    found = drawn | {c: max(score, drawn.get(c, 0.0)) for c, score in taught.items()}
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def near(a: str, b: str) -> bool:
    """Tell whether two characters look alike, be it a little."""
    return a == b or b in alike(a) or b in _groups().get(a, "")


def close(a: str, b: str) -> bool:
    """Tell whether a reader takes one character for the other."""
    return a == b or alike(a).get(b, 0.0) >= CLOSE or b in _groups().get(a, "")


def of_group(letter: str) -> str:
    """Return the letters of another script that differ from one by little, itself among them; none for any other character."""
    return _groups().get(letter, "")


@cache
def _groups() -> dict[str, str]:
    """Return each letter of another script with all that differ from it by little."""
    found: dict[str, str] = {}
    for group in (*_LETTERS.split(), *_MORE_LETTERS.split()):
        for letter in group:
            found[letter] = found.get(letter, "") + group
    return found


@cache
def _classes() -> dict[str, str]:
    """Return each character's class: greedy complete linkage, the most alike pairs first."""
    like = _like()
    pairs = sorted((-s, a, b) for (a, b), s in like.items() if a < b)
    home = dict[str, list[str]]()
    for _, a, b in pairs:
        left, right = home.setdefault(a, [a]), home.setdefault(b, [b])
        if left is not right and all((x, y) in like for x in left for y in right):
            left += right
            home.update(dict.fromkeys(right, left))
    return _read_groups() | {char: max(group) for char, group in home.items() if len(group) > 1}


def _read_groups() -> dict[str, str]:
    """Return each letter of a group, as it is read, with the one that stands for the group; a Latin letter stands for itself.

    Letters that look alike first; of those that sound alike the ones that look like no other.
    """
    found: dict[str, str] = {}
    for group in (*_LETTERS.split(), *LETTERS.split()):
        read = sorted({read_letters(letter).strip() for letter in group} - {""})
        stand = next((found[letter] for letter in read if letter in found), read[0])
        found |= {letter: stand for letter in read if len(letter) == 1 and not letter.isascii() and letter not in found}
    return found


def _like() -> dict[tuple[str, str], float]:
    """Return the pairs alike enough for one class, both ways round."""
    pairs = {(a, b): s for a, held in _taught().items() for b, s in held.items() if s >= _CLASS}
    for char, scored in _LINE.findall(_table()):
        for score, held in _SCORED.findall(scored):
            pairs |= {pair: int(score) / 100 for other in held for pair in ((char, other), (other, char))}
    return pairs


def shape(char: str) -> str:
    """Return the representative of the class of characters that look like `char`; itself where there is none."""
    return _classes().get(char, char)
