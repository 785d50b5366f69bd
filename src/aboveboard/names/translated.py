"""Chinese and Japanese names of bodies in English: 芜湖市公安局 is Wuhu Public Security Bureau.

Method: the words for a body are read from the right, the longest first, and put into English as its official names are; what is
left before them is a proper name and is written in pinyin. The words are the usual English ones, written from general knowledge.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice, product

from aboveboard.names.characters import simplified
from aboveboard.names.expansions import SMALL
from aboveboard.names.sounds import readings

__all__ = ["body_at", "english_of", "in_english"]

_WORDS = (
    "公安厅=public security department/department of public security/public security bureau/public security/police department/police 省公安厅=provincial public security department/province public security/province public security department/provincial department of public security 教育厅=education department/department of education 财政厅=finance department/department of finance 公积金=housing fund/provident fund/housing provident fund 公积金中心=housing fund center/provident fund center/housing provident fund center "
    "公安局=public security bureau/police/police department/public security 公安=public security/police 公安分局=public security sub-bureau/police 派出所=police station 警察局=police department/police 交警=traffic police 交通警察=traffic police 网警=cyber police "
    "人民政府=people's government/government/municipal government 政府=government 市政府=municipal government/city government 人民法院=people's court/court 法院=court 中级人民法院=intermediate people's court 高级人民法院=high people's court 人民检察院=people's procuratorate 检察院=procuratorate "
    "市场监督管理局=market regulation bureau/market supervision administration/market supervision bureau/market regulation administration/administration for market regulation/market supervision and administration bureau 市场监管=market regulation/market supervision "
    "税务局=tax bureau/tax service/taxation bureau/tax administration 教育局=education bureau/bureau of education 卫生健康委员会=health commission 卫健委=health commission 民政局=civil affairs bureau 财政局=finance bureau 气象局=meteorological bureau/weather bureau 交通局=transport bureau "
    "交通运输局=transport bureau/transportation bureau 生态环境局=ecology and environment bureau/environment bureau 文化和旅游局=culture and tourism bureau 文旅局=culture and tourism bureau 文旅=culture and tourism 人力资源和社会保障局=human resources and social security bureau 人社局=human resources and social security bureau "
    "应急管理局=emergency management bureau 自然资源局=natural resources bureau 住房公积金管理中心=housing provident fund management center/housing provident fund center 医保局=healthcare security bureau/medical insurance bureau 医疗保障局=healthcare security bureau 司法局=justice bureau/bureau of justice 水务局=water bureau/water affairs bureau 统计局=statistics bureau/bureau of statistics 海关=customs "
    "消防救援支队=fire and rescue brigade/fire rescue detachment/fire brigade/fire department/fire and rescue detachment/fire rescue brigade 消防=fire department/fire brigade/fire services 消防局=fire bureau/fire department 委员会=committee/commission 管理委员会=administrative committee/management committee "
    "大学=university 师范大学=normal university 理工大学=university science technology/institute of technology/polytechnic university 科技大学=university science technology 农业大学=agricultural university 医科大学=medical university 财经大学=university finance economics 外国语大学=foreign studies university/university foreign studies "
    "交通大学=jiaotong university 工业大学=university technology 民族大学=minzu university 中医药大学=university chinese medicine/university traditional chinese medicine 职业技术学院=vocational technical college/polytechnic 职业学院=vocational college 学院=college/university/institute 中学=middle school/high school/secondary school 小学=primary school/elementary school "
    "第一中学=no 1 middle school/no 1 high school 实验小学=experimental primary school/experimental elementary school 实验中学=experimental middle school/experimental high school 幼儿园=kindergarten 图书馆=library 博物馆=museum 美术馆=art museum/gallery 科技馆=science technology museum 大剧院=grand theatre/grand theater "
    "银行=bank 商业银行=commercial bank 农村商业银行=rural commercial bank 信用社=credit union/credit cooperative 证券=securities 基金=fund 基金会=foundation 慈善基金会=charity foundation 慈善总会=charity federation 红十字会=red cross/red cross society 保险=insurance 人寿=life/life insurance 财险=property insurance 支付=pay/payment/payments 金融=finance/financial 信托=trust 投资=investment "
    "中级人民法院=intermediate court/intermediate people's court 高级人民法院=high court/high people's court 足球俱乐部=football club/fc 篮球俱乐部=basketball club 俱乐部=club 新闻网=news network/news net/news 在线=online 网=net/network 报=news 社=society 快递=express 速递=express/delivery 支付=pay/payment 影院=cinema 航空公司=airlines 动物园=zoo 人民检察院=people's procuratorate/procuratorate 检察院=procuratorate 检察机关=procuratorate 法院网=court 日报=daily 晚报=evening news 早报=morning post/morning news 晨报=morning post/morning news 时报=times 都市报=metropolis daily/city news 商报=business daily/business news 新闻=news 新闻网=news 周刊=weekly 杂志=magazine 出版社=press/publishing house 广播电视台=radio television/radio and television station/broadcasting 电视台=tv/television/tv station 卫视=satellite tv/tv 电台=radio 广播=radio/broadcasting 发布=release 融媒=media 融媒体中心=media center/convergence media center "
    "人民医院=people's hospital 第一人民医院=first people's hospital/no 1 people's hospital 中心医院=central hospital 中医院=traditional chinese medicine hospital/tcm hospital/hospital of chinese medicine 中医医院=traditional chinese medicine hospital/tcm hospital/hospital traditional chinese medicine 妇幼保健院=maternal and child health hospital/women and children hospital 儿童医院=children's hospital 口腔医院=stomatological hospital/dental hospital 医院=hospital 疾控中心=cdc/center for disease control 血站=blood center 血液中心=blood center "
    "电力=power/electric/electric power 电网=grid/power grid 供电局=power supply bureau 供电=power supply/power 水务=water 自来水=water 燃气=gas 石油=petroleum/oil 石化=petrochemical 煤气=gas 航空=airlines/air/airways/aviation 机场=airport 铁路=railway/railways 地铁=metro/subway 公交=bus/public transport 高铁=high speed rail 邮政=post/postal 快递=express 物流=logistics 运输=transport/express 航运=shipping 港口=port 出行=mobility/ride "
    "电信=telecom 移动=mobile 通信=communications 科技=technology/tech 电子=electronics 电机=electric 网络=network 软件=software 游戏=games/game 电器=appliances/electric 汽车=auto/motors/automobile 集团=group 影业=pictures/films 传媒=media 音乐=music 视频=video 电影=film 文化=culture 旅游=tourism/travel 酒店=hotel/hotels 超市=supermarket 商场=mall 药房=pharmacy 药业=pharmaceutical/pharma 制药=pharmaceutical/pharma 乳业=dairy 食品=food/foods 地产=real estate/property 置业=properties 建设=construction 救援队=rescue team 动物园=zoo 电商=e-commerce 商城=mall 足球俱乐部=football club/fc 俱乐部=club 协会=association 商会=chamber of commerce 研究院=institute/research institute 研究所=institute/research institute 科学院=academy sciences 律师协会=bar association/lawyers association 法律援助中心=legal aid center"
)
_PAIR = re.compile(r"([\u3400-\u9fff]+)=([^=]+?)(?= [\u3400-\u9fff]|$)")
_PLACE = re.compile("[省市县区州镇乡]$")
_MOST, _LONGEST = 48, 16
_SIGNS = re.compile("[\u3400-\u9fff]+")


@cache
def _english() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, ways in _PAIR.findall(_WORDS):
        body = simplified(word)
        found[body] = tuple(dict.fromkeys((*found.get(body, ()), *map(_plain, ways.split("/")))))
    return found


def english_of(body: str) -> tuple[str, ...]:
    """Return the ways to put a word for a body of ideographs into English; none for another word."""
    return _english().get(simplified(body), ())


def body_at(name: str) -> int | None:
    """Return where the words for a body begin that a name of ideographs ends in; None where it ends in none."""
    found = _bodies(simplified(name))
    return len(found[0]) if found and found[0] else None


def _plain(words: str) -> str:
    return " ".join(w for w in words.replace("'", "").replace("-", " ").split() if w not in SMALL)


@lru_cache(maxsize=16_384)
def in_english(name: str) -> frozenset[str]:
    """Return the ways to put a name of ideographs into English, in small letters without small words; with its first part as it stands too."""
    text = simplified(name.replace(" ", ""))
    if not (_SIGNS.fullmatch(text) and len(text) <= _LONGEST):
        return frozenset()
    found = _bodies(text)
    if not found or not found[0]:
        return frozenset()
    proper, bodies = found
    bare = {proper, _PLACE.sub("", proper)} if len(proper) > _TWO else {proper}
    heads = {*(way for part in bare for way in _said(part)), *_placed(proper), *bare}
    pairs = islice(product(sorted(heads), bodies), _MOST * 4)
    return frozenset(text for head, body in pairs for text in (f"{head} {body}", f"{body} {head}", f"{head}{body}"))


_TWO = 2
_PLACES = {
    "省": "province",
    "市": "city",
    "县": "county",
    "区": "district",
    "州": "prefecture",
    "镇": "town",
    "乡": "township",
}


def _placed(proper: str) -> list[str]:
    """Return a place by its pinyin and what sort of place it is: linlan city, linlan municipal."""
    kind = _PLACES.get(proper[-1:], "") if len(proper) > _TWO else ""
    kinds = filter(None, (kind, _ADJECTIVES.get(kind)))
    return [f"{way} {said}" for said in kinds for way in _said(proper[:-1]) if " " not in way]


_ADJECTIVES = {"city": "municipal", "province": "provincial"}
"""How official names say a sort of place: the Wuhu Municipal People's Government."""


def _said(part: str) -> list[str]:
    """Return the usual pinyin of a proper name, written as one word and by syllables; polyphones in their two commonest readings."""
    ways = list(islice(product(*((readings(c) or (c,))[:2] for c in part)), _TWO * _TWO))
    return [sign.join(way) for way in ways for sign in ("", " ")]


def _bodies(text: str) -> tuple[str, list[str]] | None:
    """Return the proper name and the English for what follows it; None where no word for a body ends the name."""
    end, told = len(text), [""]
    while end > 0:
        start = next((n for n in range(max(0, end - _WORD), end) if text[n:end] in _english()), None)
        if start is None or (start == 0 and end < len(text)):
            break
        told = [f"{e} {t}".strip() for e in _english()[text[start:end]] for t in told][:_MOST]
        end = start
    return (text[:end], told) if told != [""] else None


_WORD = 11
