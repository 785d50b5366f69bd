"""What people write, as templates: enough words to vary, and the few phrases everyone repeats."""

from __future__ import annotations

from typing import Final

from aboveboard.worlds.luck import cut
from aboveboard.worlds.names_stock import PLACES, WORDS

__all__ = ["GREETINGS", "HEADLINES", "POSTS", "SHORT", "SLOGANS", "SPEECH"]

_EN = {
    "open": cut(
        "Finally|Today|This morning|After weeks of waiting|Just now|Last night|On the way home|Somehow|"
        "For once|Between two meetings|As promised|Without a plan|Before breakfast|In the rain|Once more|"
        "At long last"
    ),
    "who": cut(
        "I|my sister and I|our neighbour|the whole team|my dad|the kids|a friend from school|we|my cousin|grandma"
    ),
    "did": cut(
        "repaired|painted|found|lost|finished|tasted|carried home|photographed|sold|gave away|baked|"
        "learned about|argued about|listened to|walked past|measured|planted|sketched|borrowed|returned"
    ),
    "what": cut(
        "the old bicycle|a strange mushroom|the second chapter|three jars of plums|a broken radio|"
        "the garden fence|a yellow scarf|the night train|a box of letters|two chess games|the kitchen table|"
        "a blue kite|the village map|an odd recipe|a stack of records|the bakery's last loaf|a paper lantern|"
        "the broken clock|a pair of skates|an unsigned postcard"
    ),
    "why": cut(
        "and it was worth it|but nobody noticed|because the shop was closed|while the cat watched|"
        "and I would do it again|though it took hours|so the evening is free|and everything smells of paint|"
        "which nobody believed|to the delight of the dog|and now my back hurts|with help from a stranger|"
        "for half the price|in under an hour|and I still smile"
    ),
}
_ZH = {
    "open": cut("终于 今天 早上 等了好几周 刚才 昨晚 回家路上 不知怎么 难得 午休时 说到做到 下雨天 又一次 周末 饭后"),
    "who": cut("我 我和妹妹 隔壁邻居 全组同事 爸爸 孩子们 老同学 我们 表弟 奶奶"),
    "did": cut(
        "修好了 粉刷了 找到了 弄丢了 读完了 尝了 搬回了 拍下了 卖掉了 送出了 烤了 种下了 量了 画了 借来了 归还了"
    ),
    "what": cut(
        "旧自行车 奇怪的蘑菇 第二章 三罐梅子 坏收音机 院子的篱笆 黄围巾 夜班火车票 一盒旧信 两盘棋 餐桌 蓝风筝 村里的地图 老菜谱 一摞唱片 纸灯笼 旧闹钟"
    ),
    "why": cut(
        "值了 可惜没人注意 因为店关门了 猫一直看着 下次还来 花了好几个小时 晚上就空了 满屋油漆味 没人相信 狗特别高兴 现在腰疼 多亏路人帮忙 只花了半价 想起来还笑"
    ),
}
_AR = {
    "open": cut("أخيرا|اليوم|هذا الصباح|بعد انتظار طويل|قبل قليل|ليلة أمس|في طريق العودة|بلا تخطيط|تحت المطر|مرة أخرى"),
    "who": cut("أنا|أنا وأختي|جارنا|الفريق كله|أبي|صديق من المدرسة|نحن|ابن عمي|جدتي"),
    "did": cut("أصلح وجد فقد أنهى ذاق صور باع أهدى زرع رسم استعار أعاد"),
    "what": cut("الدراجة القديمة|فطرا غريبا|الفصل الثاني|ثلاث علب خوخ|مذياعا معطلا|سياج الحديقة|وشاحا أصفر|"
"صندوق رسائل|طاولة المطبخ|طائرة ورقية|خريطة القرية|ساعة معطلة"),
    "why": cut("وكان يستحق|ولم ينتبه أحد|لأن الدكان مغلق|والقط يراقب|وسأعيدها|رغم طول الوقت|ولم يصدق أحد|"
"وما زلت أبتسم|بمساعدة غريب|بنصف السعر"),
}  # fmt: skip

SPEECH: Final = tuple(
    {**base, "place": place, **words} for base, place, words in zip((_EN, _ZH, _AR), PLACES, WORDS, strict=True)
)
"""Stock of words for posts by language."""

POSTS: Final = (
    ["{open}, {who} {did} {what} {why}.", "{open} {who} {did} {what} near {place}, {why}.", "{open}: {what}, {why}. Then {who} {did} {what}.",
     "Does anyone in {place} know who {did} {what}?", "{who} {did} {what} {why} {emoji} and then {did} {what}", "More {hobby}: {who} {did} {what} in {place}"],
    ["{open}{who}{did}{what},{why}。", "{open}在{place}{who}{did}{what},{why}。", "{what},{why}。后来{who}{did}{what}。",
     "{place}有人知道谁{did}{what}吗?{why}", "{who}{did}{what}{emoji},{open}又{did}{what}"],
    ["{open} {did} {who} {what} {why}.", "{open} في {place} {did} {who} {what} {why}.", "{what} {why}. ثم {did} {who} {what}.", "من في {place} يعرف من {did} {what} {why}؟"],
)  # fmt: skip
"""Templates of ordinary posts by language: long enough that two people rarely write the same."""

SHORT: Final = (
    cut(
        "So true|Congratulations!|lol|Same here|Love this|Thank you!|Well said|Wow|Good luck!|Agreed|No way|Great photo"
    ),
    cut("说得好 哈哈哈 恭喜恭喜 太美了 支持 谢谢分享 加油 学到了 真不错 同感 转发了 好看"),
    cut("صحيح|مبروك|جميل جدا|شكرا|بالتوفيق|أتفق معك|رائع|ههههه|ما شاء الله|كلام سليم"),
)
"""Comments everyone writes."""

GREETINGS: Final = (
    [
        "Happy birthday {name}! Wishing you a wonderful day",
        "Happy New Year to everyone who reads this",
        "Rest well {name}, and thank you for the music",
    ],
    ["{name}生日快乐,愿你天天开心", "祝大家新年快乐,万事如意", "{name}辛苦了,谢谢你的歌"],
    ["عيد ميلاد سعيد {name} وكل عام وأنت بخير", "كل عام وأنتم بخير جميعا", "شكرا {name} على كل شيء"],
)
SLOGANS: Final = (
    [
        "{name} deserves the award, vote now and show our support",
        "Stream the new song by {name} today, let us make it number one",
    ],
    ["为{name}打榜,新歌今天一起冲第一", "{name}值得最好的,大家一起投票支持"],
    ["لندعم {name} جميعا ونصوت له اليوم", "أغنية {name} الجديدة تستحق المركز الأول"],
)
"""What fans copy from each other openly."""

HEADLINES: Final = (
    ["{place} council opens new {thing} after two years of work", "Storm closes the coast road near {place}", "Record crowd at the {place} {thing}",
     "{place} school wins national prize for its {thing}", "Ferry to {place} cancelled until {day}"],
    ["{place}新{thing}历时两年今日启用", "暴雨致{place}沿海公路封闭", "{place}{thing}迎来创纪录人流", "{place}中学{thing}项目获全国奖", "开往{place}的轮渡停航至{day}"],
    ["افتتاح {thing} جديد في {place} بعد عامين من العمل", "العاصفة تغلق الطريق الساحلي قرب {place}", "حضور قياسي في {thing} {place}", "توقف العبارة إلى {place} حتى {day}"],
)  # fmt: skip
"""Headlines of invented newspapers."""
