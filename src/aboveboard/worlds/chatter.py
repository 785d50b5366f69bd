"""Everyday talk: one to four sentences with many words to vary, tags, links, mentions and words of others in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.worlds.attention import Topic
from aboveboard.worlds.luck import cut, some
from aboveboard.worlds.names_stock import GIVEN
from aboveboard.worlds.rhythm import Ints
from aboveboard.worlds.speech import POSTS, SPEECH
from aboveboard.worlds.weaving import Stock, by_language, draw, scatter, words

__all__ = ["linked", "talk", "topics_of"]

_EN = {
    "thing": cut(
        "bicycle|mushroom|chapter|radio|fence|scarf|night train|letter|chess game|kitchen table|kite|map|recipe|record|loaf|lantern|clock|"
        "skate|postcard|ladder|window|garden|bridge|ferry|market|library|bakery|violin|choir|tent|stove|orchard|beehive|puddle|shelf|"
        "curtain|teapot|sandwich|soup|pancake|melon|cherry|candle|notebook|puzzle|camera|film|song|concert|goal|referee|swimming pool|"
        "snowman|sledge|lighthouse|island|tram|ticket|suitcase|backpack|umbrella|boot|glove|button|needle|sweater|blanket|pillow|mirror|"
        "lamp|carpet|drawer|key|lock|bell|tower|roof|cellar|attic|stairs|lift|engine|tyre|wheel|brake|pump|hose|bucket|spade|seed|tomato|"
        "pumpkin|bean|onion|leek|pear tree|hedge|squirrel|hedgehog|owl|goose|puppy|kitten|hamster|goldfish|tortoise|spider|bee|moth|exam|"
        "lesson|essay|rehearsal|meeting|deadline|invoice|printer|keyboard|password|charger|headset|sofa|armchair|wallpaper|paint|hammer"
    ),
    "how": cut(
        "old|strange|second|broken|yellow|blue|odd|last|crooked|quiet|noisy|enormous|tiny|stubborn|borrowed|forgotten|dusty|shiny|soggy|"
        "frozen|burnt|salty|sweet|sour|spicy|homemade|second-hand|missing|spare|lucky|famous|secret|ordinary|purple|striped|woollen|"
        "wooden|rusty|hollow|slippery|late|early|cheap|splendid|wobbly|cosy|draughty|crowded|empty|unfinished|handwritten|mysterious"
    ),
    "made": cut(
        "repaired|painted|found|lost|finished|tasted|carried home|photographed|sold|gave away|baked|measured|planted|sketched|borrowed|"
        "returned|dropped|cleaned|polished|hid|missed|ordered|unpacked|dismantled|glued|sewed|watered|weighed|wrapped|moved|counted|"
        "chased|fed|rescued|renamed|reviewed|rewound|tuned|tested|traded|won|recorded|sanded|hung up|took apart|looked after|waited for"
    ),
    "when": cut(
        "on Monday|last week|before lunch|in the rain|at midnight|after work|on the train|all afternoon|since Easter|for the third time|"
        "without help|in one go|by accident|during the storm|at the neighbours'|behind the school|next to the harbour|in the attic|"
        "while it snowed|between two calls|with both hands|for nothing|instead of sleeping|as a present|out of habit|against all advice"
    ),
    "given": GIVEN[0],
}
_ZH = {
    "thing": cut(
        "自行车 蘑菇 小说 收音机 篱笆 围巾 火车票 旧信 象棋 餐桌 风筝 地图 菜谱 唱片 面包 灯笼 闹钟 溜冰鞋 明信片 梯子 窗户 花园 小桥 渡船 集市 图书馆 小提琴 帐篷 炉子 果园 "
        "蜂箱 书架 窗帘 茶壶 三明治 鱼汤 煎饼 西瓜 樱桃 蜡烛 笔记本 拼图 相机 电影 歌曲 音乐会 球赛 游泳池 雪人 灯塔 小岛 电车 行李箱 背包 雨伞 靴子 手套 纽扣 毛衣 毯子 枕头 "
        "镜子 台灯 地毯 抽屉 钥匙 门铃 钟楼 屋顶 地窖 阁楼 楼梯 电梯 发动机 轮胎 水泵 水桶 铲子 种子 番茄 南瓜 豆角 洋葱 梨树 松鼠 刺猬 猫头鹰 小狗 小猫 仓鼠 金鱼 乌龟 蜘蛛 考试 "
        "作业 排练 会议 发票 打印机 键盘 充电器 耳机 沙发 墙纸 油漆 锤子 饺子 馄饨 豆腐 茶叶 毛笔 算盘 口琴 邮票"
    ),
    "how": cut(
        "旧 奇怪的 第二个 坏掉的 黄色的 蓝色的 最后一个 歪歪的 安静的 吵闹的 巨大的 小小的 倔强的 借来的 被忘记的 落灰的 亮闪闪的 湿透的 冻住的 烤焦的 咸咸的 甜甜的 酸酸的 自制的 二手的 多余的 幸运的 "
        "有名的 普通的 紫色的 条纹的 木头的 生锈的 滑溜溜的 便宜的 舒服的 拥挤的 空荡荡的 没做完的 手写的 神秘的"
    ),
    "made": cut(
        "修好了 粉刷了 找到了 弄丢了 看完了 尝了 搬回了 拍下了 卖掉了 送出了 烤了 量了 种下了 画了 借来了 归还了 摔坏了 洗干净了 擦亮了 藏起了 错过了 订购了 拆开了 粘好了 缝好了 浇了 称了 包好了 挪走了 数了 追了 喂了 "
        "救下了 试用了 换来了 赢得了 录下了 挂起了 照看了 等到了"
    ),
    "when": cut(
        "星期一 上周 午饭前 雨里 半夜 下班后 火车上 整个下午 清明以来 第三次 没人帮忙 一口气 不小心 暴风雨中 邻居家里 学校后面 港口旁边 阁楼上 下雪时 两通电话之间 白白地 一夜没睡 当作礼物 出于习惯"
    ),
    "given": [a + b for a in GIVEN[1][:30] for b in GIVEN[1][30:60]],
}
_AR = {
    "thing": cut(
        "دراجة فطر كتاب مذياع سياج وشاح قطار رسالة طاولة طائرة خريطة وصفة رغيف فانوس ساعة سلم نافذة حديقة جسر عبارة سوق مكتبة كمان خيمة موقد بستان رف ستارة "
        "إبريق شطيرة حساء بطيخ كرز شمعة دفتر لغز كاميرا فيلم أغنية حفلة مباراة مسبح منارة جزيرة تذكرة حقيبة مظلة حذاء قفاز زر معطف بطانية وسادة مرآة مصباح سجادة درج مفتاح جرس "
        "سقف قبو محرك عجلة مضخة دلو بذور طماطم بصل شجرة سنجاب بومة إوزة سلحفاة عنكبوت امتحان درس اجتماع فاتورة طابعة شاحن أريكة مطرقة"
    ),
    "how": cut("قديم غريب ثان معطل أصفر أزرق أخير هادئ ضخم صغير عنيد منسي مغبر لامع مبلل متجمد محترق مالح حلو حامض مستعمل مفقود مشهور عادي خشبي صدئ رخيص مريح مزدحم فارغ"),
    "made": cut("أصلح دهن وجد فقد أنهى ذاق صور باع أهدى خبز قاس زرع رسم استعار أعاد أسقط نظف خبأ طلب فتح خاط سقى وزن نقل عد أطعم أنقذ جرب سجل علق"),
    "when": cut("يوم الاثنين|الأسبوع الماضي|قبل الغداء|تحت المطر|عند منتصف الليل|بعد العمل|في القطار|طوال العصر|للمرة الثالثة|بلا مساعدة|بالصدفة|أثناء العاصفة|عند الجيران|خلف المدرسة|قرب الميناء|بدل النوم|هدية لي"),
    "given": GIVEN[2],
}  # fmt: skip

_STOCK: Final[tuple[Stock, ...]] = tuple({**base, **wide} for base, wide in zip(SPEECH, (_EN, _ZH, _AR), strict=True))

_SENTENCES: Final = (
    [*POSTS[0],
     "{given} {made} the {how} {thing} {when}.", "The {how} {thing} in {place} is {how}, the {how} one is not.", "I {made} a {thing} {when} and {given} {made} another {thing}.",
     "Never thought that a {thing} could be so {how}!", "What is the best {thing} for {d2} coins, a {how} or a {how} one?", "Day {d2} of {hobby}: one {thing}, {d1} {how} lessons.",
     "Somebody {made} our {thing} {when}.", "{given} and {given} {made} it together {when}.", "Yesterday the {thing} was still {how}, today {given} {made} it.", "No {thing} without a {how} {thing}, as my {how} teacher used to say."],
    [*POSTS[1],
     "{given}{when}{made}{how}{thing}。", "{place}的{thing}是{how},可惜{thing}不是。", "我{when}{made}{thing},{given}又{made}{thing}。", "从没想过{thing}会这么{how}!",
     "{d2}元能买到什么样的{thing}?要{how}还是{how}?", "{hobby}第{d2}天:{thing}一个,{how}心得{d1}条。", "有人{when}{made}我们的{thing}。", "{given}和{given}{when}一起{made}它。", "昨天{thing}还是{how},今天{given}{made}它。"],
    [*POSTS[2],
     "{given} {made} {thing} {how} {when}.", "{made} {given} {thing} {when} ثم {made} {thing}.", "لم أظن أن {thing} سيكون {how} هكذا!", "ما أفضل {thing} مقابل {d2}؟ {how} أم {how}؟",
     "اليوم {d2} من {hobby}: {thing} {how}.", "{made} أحدهم {thing} {when}.", "كان {thing} أمس {how} واليوم {made} {given} {thing}."],
)  # fmt: skip

_TOLD: Final = (
    ['{given} always says "a {how} {thing} is better than a {how} {thing}".', 'My {thing} is what {given} calls "{how} and {how}".'],
    ["{given}总说“{how}{thing}比{how}{thing}好”。"],
    ["{given} يقول دائما «{thing} {how} خير من {thing} {how}»."],
)  # fmt: skip
"""What friends say, in quotation marks."""

_OFTEN = (0.55, 0.27, 0.12, 0.06)
_TELLING, _TAGGED, _HOT, _NAMED, _LINKED = 0.04, 0.09, 0.15, 0.07, 0.06
_GAPS, _APART = (" ", "", " "), (" ", " ", " ")


def talk(rng: np.random.Generator, language: np.ndarray, handles: pa.Array) -> pa.Array:
    """Return one text of one to four sentences for each language; some quote a friend, name one of `handles`, or end in a tag."""
    text = _sentences(rng, language)
    size = len(language)
    told, named, tagged = (np.flatnonzero(some(rng, size, share)) for share in (_TELLING, _NAMED, _TAGGED))
    text = _after(text, told, by_language(rng, language[told], _TOLD, _STOCK), _GAPS, language)
    if len(handles):
        whom = handles.take(pa.array(draw(rng, len(handles), len(named))))
        text = _after(text, named, pc.binary_join_element_wise("@", whom, ""), _APART, language)
    tags = by_language(rng, language[tagged], [["#{hobby}", "#{hobby} #{place}"]] * len(_STOCK), _STOCK)
    return _after(text, tagged, tags, _APART, language)


def _sentences(rng: np.random.Generator, language: np.ndarray) -> pa.Array:
    many = 1 + rng.choice(len(_OFTEN), len(language), p=_OFTEN)
    spoken = by_language(rng, np.repeat(language, many), _SENTENCES, _STOCK)
    ends = np.cumsum(many)
    last = np.zeros(len(spoken), bool)
    last[ends - 1] = True
    gap = pc.if_else(pa.array(last), "", words(_GAPS).take(pa.array(np.repeat(language, many))))
    apart = pc.binary_join_element_wise(spoken, gap, "")
    return pc.binary_join(pa.ListArray.from_arrays(pa.array(np.append(0, ends), pa.int32()), apart), "")


def _after(text: pa.Array, rows: Ints, more: pa.Array, gaps: tuple[str, ...], language: np.ndarray) -> pa.Array:
    """Write `more` behind the texts of some rows."""
    mask = np.zeros(len(text), bool)
    mask[rows] = True
    gap = words(gaps).take(pa.array(language[rows]))
    return pc.replace_with_mask(
        text, pa.array(mask), pc.binary_join_element_wise(text.take(pa.array(rows)), gap, more, "")
    )


def topics_of(rng: np.random.Generator, hot: Sequence[Topic], language: np.ndarray, at: Ints) -> pa.Array:
    """Return the topic that posts (in order of time) carry: some of those in its language while it is hot; null for most."""
    keen, taken = some(rng, len(at), _HOT), np.zeros(len(at), bool)
    parts: list[tuple[Ints, pa.Array]] = []
    for topic in hot:
        low, high = np.searchsorted(at, [topic.start, topic.start + topic.length])
        here = slice(low, high)
        rows = low + np.flatnonzero((language[here] == topic.language) & keen[here] & ~taken[here])
        taken[rows] = True
        parts.append((rows, pa.repeat(pa.scalar(topic.name), len(rows))))
    return scatter(len(at), parts)


def linked(rng: np.random.Generator, size: int) -> pa.Array:
    """Return the address each post links to, null for most: articles of many small newspapers, shops and journals."""
    rows = np.flatnonzero(some(rng, size, _LINKED))
    sites = max(20, size // 400)
    site = pa.array(draw(rng, sites, len(rows), 3.0)).cast(pa.string())
    page = pa.array(draw(rng, 40 * sites, len(rows), 1.5)).cast(pa.string())
    return scatter(size, [(rows, pc.binary_join_element_wise("https://site", site, ".example/read/", page, ""))])
