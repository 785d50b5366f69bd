"""One ideograph too few or too many in a long name, and one of a place's name: when that is a slip and when another body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from aboveboard.names.characters import simplified
from aboveboard.names.parts import split

__all__ = ["LEAST", "elsewhere", "slipped"]

LEAST = 6
"""Ideographs of a name from which one left out or put in can be a slip."""

_WORDS = frozenset(
    [
        "人民",
        "政府",
        "公安",
        "法院",
        "检察",
        "检察院",
        "教育",
        "卫生",
        "健康",
        "民政",
        "财政",
        "税务",
        "司法",
        "应急",
        "管理",
        "市场",
        "监督",
        "资源",
        "规划",
        "自然",
        "环境",
        "生态",
        "保护",
        "交通",
        "运输",
        "水利",
        "农业",
        "农村",
        "文化",
        "旅游",
        "体育",
        "广播",
        "电视",
        "广电",
        "媒体",
        "融媒体",
        "新闻",
        "日报",
        "晚报",
        "时报",
        "出版",
        "图书",
        "博物",
        "委员",
        "委员会",
        "中心",
        "办公",
        "办公室",
        "服务",
        "行政",
        "审批",
        "信息",
        "通信",
        "消防",
        "救援",
        "气象",
        "地震",
        "统计",
        "审计",
        "档案",
        "信访",
        "统战",
        "宣传",
        "组织",
        "纪律",
        "检查",
        "代表",
        "大会",
        "政治",
        "协商",
        "会议",
        "共产",
        "青年",
        "妇女",
        "联合",
        "联合会",
        "协会",
        "学会",
        "基金",
        "基金会",
        "慈善",
        "红十字",
        "银行",
        "证券",
        "保险",
        "期货",
        "信托",
        "投资",
        "建设",
        "发展",
        "集团",
        "有限",
        "公司",
        "股份",
        "责任",
        "科技",
        "技术",
        "实业",
        "工程",
        "电力",
        "电网",
        "石油",
        "化工",
        "天然气",
        "航空",
        "铁路",
        "轨道",
        "邮政",
        "储蓄",
        "移动",
        "联通",
        "烟草",
        "粮食",
        "物流",
        "快递",
        "医院",
        "妇幼",
        "保健",
        "疾病",
        "预防",
        "控制",
        "血液",
        "大学",
        "学院",
        "学校",
        "小学",
        "中学",
        "幼儿园",
        "师范",
        "职业",
        "研究",
        "研究院",
        "科学",
        "科学院",
        "社会",
        "保障",
        "住房",
        "公积金",
        "城市",
        "执法",
        "派出所",
        "警察",
        "支队",
        "大队",
        "海关",
        "边防",
        "外交",
        "国防",
        "商务",
        "博览",
        "体育馆",
        "图书馆",
        "博物馆",
        "文化馆",
        "街道",
        "办事处",
        "居民",
        "村民",
        "合作社",
        "监狱",
        "法律",
        "援助",
        "仲裁",
        "新聞",
        "放送",
        "協會",
        "株式",
        "会社",
        "銀行",
        "総合",
        "病院",
        "警視",
        "裁判",
        "裁判所",
        "郵便",
        "電力",
        "電気",
        "鉄道",
        "生命",
        "保険",
        "労働",
        "協会",
        "役所",
    ]
)
"""Words of which the names of bodies are made: a letter lost inside one leaves no other word. Written from general knowledge."""

_APART = frozenset(
    "〇零一二三四五六七八九十百千东西南北中上下左右前后内外大小新老高初总分支副省市县区州镇乡村国地农工商医女男少党军校"
)
"""Ideographs by which two bodies of one kind are told apart: number, side, size, level, branch, trade."""


@lru_cache(maxsize=65_536)
def _inside(text: str, place: int) -> bool:
    """Whether the ideograph at `place` is part of a word of bodies, read in the longest such words from the left."""
    at = 0
    while at <= place:
        length = next((n for n in (3, 2) if text[at : at + n] in _WORDS), 1)
        if place < at + length:
            return length > 1
        at += length
    return False


def slipped(written: Sequence[str], meant: Sequence[str]) -> bool:
    """Whether a long name was written with one ideograph left out of a word of bodies, or with one put into such a word."""
    if len(meant) < LEAST or abs(len(written) - len(meant)) != 1:
        return False
    a, b = simplified("".join(written)), simplified("".join(meant))
    short, long = sorted((a, b), key=len)
    place = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if short[place:] != long[place + 1 :]:
        return False
    if long is b:
        return _inside(b, place) and not _tells_apart(b, place)
    return _inside(b, place) and _inside(b, place - 1) and _inside(b[: place + 1], place) and long[place] not in _APART


def _tells_apart(text: str, place: int) -> bool:
    """Whether what is left without the ideograph is a word of bodies itself: an institute of medicine is an institute."""
    bare = text[:place] + text[place + 1 :]
    return text[place] in _APART and (_inside(bare, place) or not _inside(text, place))


_PLACE = re.compile("^[\u3400-\u9fff]{1,4}?[省市县區縣区州旗镇鎮乡鄉村](?=[\u3400-\u9fff]{2})")

_PLACE_SIGNS = frozenset(
    "安阳阴山江州城宁平水河兴昌林德海永新丰泰定武清临邑义晋青云龙凤金玉石泉溪湖港沙洲浦陵丘源川谷原峰岭岗坪坝桥关口门塘庄屯堡营寨湾岛洋潭池沟津济淮汉宜荣"
    "和顺乐福吉万通化仁信康建延怀抚归靖宣崇嘉嵩岳岐华秦楚吴越齐鲁燕赵魏韩宋陈蔡郑卫曹梁唐商周滕薛莒黄白赤紫丹朱银铜铁盐温寿长广明光文昭瑞祥景会余郎桐梅松柏竹柳桃杏荷"
    "芦茶蒲麻禾麦丽古仙灵圣贵都岱台双盘弥合固肥介黎易夷虞夏尚郸磐"
)
"""Ideographs of many Chinese places' names. Written from general knowledge."""


def elsewhere(written: Sequence[str], meant: Sequence[str]) -> bool:
    """Whether a body's name differs from another by one ideograph of its place, which makes a place's name too."""
    if len(written) != len(meant):
        return False
    found = _PLACE.match("".join(meant))
    other = [i for i, (a, b) in enumerate(zip(written, meant, strict=True)) if a != b]
    if not found or len(other) != 1 or other[0] >= found.end() - 1:
        return False
    place, sort = "".join(written[: found.end() - 1]), meant[found.end() - 1]
    if sort in _LISTED and len(place) > 1:
        return simplified(place) in _places()
    return _of_places(written[other[0]])


_LISTED = frozenset("省市县縣区區旗")
"""What sorts of places are all known: 林桐市 is no city, and is written for another."""


@cache
def _places() -> frozenset[str]:
    text = files("aboveboard.names").joinpath("data/places_cn.txt").read_text("utf-8")
    return frozenset(" ".join(line for line in text.splitlines() if line[0] != "#").split())


@lru_cache(maxsize=8192)
def _of_places(sign: str) -> bool:
    """Whether an ideograph is met in names of places: one of the usual ones, or one for a river, a mountain or a town."""
    return simplified(sign) in _PLACE_SIGNS or any(p[0] in "氵阝山" or p[-1] in "阝山" for p in split(sign))
