"""Ideographs that are read alike in Japanese: 任店堂 for 任天堂, 港総合病院 for みなと総合病院.

Only names that are Japanese by how they are written count: with kana, or with an ideograph that China writes otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, product

from aboveboard.names.speech import spoken_as
from aboveboard.names.transliterating import encoded, kana_spoken, sayings, spoken

__all__ = ["by_sound", "is_japanese", "kana_replaced", "read_alike", "same_reading"]

_KANA, _HAN = re.compile("[\u3041-\u30ff]"), re.compile("[\u3400-\u9fff]")
_PLACED = re.compile(
    "(?:日本|東京|東日本|西日本|東海|東北|関東|関西|北陸|信越|近畿|山陰|山陽|瀬戸内|北海道|青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重"
    "|滋賀|京都|大阪|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄|札幌|仙台|横浜|川崎|名古屋|神戸|京阪|京浜|阪神|阪急|近鉄|東武|西武"
    "|三井|三菱|住友|朝日|読売|毎日|産経|河北)[\u3400-\u9fff\u3041-\u30ff]{2,}$"
)
"""How names of Japanese bodies begin: places of the country, and houses that have given many their name."""

_READINGS, _SHORTEST, _LONGEST = 2, 2, 10
_FIRST_LEVEL = (0x889F, 0x9872)


@lru_cache(maxsize=16_384)
def is_japanese(name: str) -> bool:
    """Tell whether a name must be Japanese: all of it is in its character set, and a kana or one ideograph in no Chinese one, or a Japanese place."""
    signs = [c for c in name if not c.isascii()]
    if not signs or not all(encoded(c, "shift_jis") for c in signs):
        return False
    if _PLACED.match("".join(signs)):
        return True
    return any(_KANA.match(c) or not (encoded(c, "gb2312") or encoded(c, "big5")) for c in signs) or (
        any(not encoded(c, "gb2312") for c in signs) and any(not encoded(c, "big5") for c in signs)
    )


def _read(char: str) -> tuple[str, ...]:
    return tuple(r for r in spoken(char)[:_READINGS] if len(r) >= _SHORTEST) if _HAN.match(char) else ()


@lru_cache(maxsize=65_536)
def same_reading(a: str, b: str) -> bool:
    """Tell whether two ideographs share one of their commonest readings in Japanese."""
    return bool(set(_read(a)) & set(_read(b)))


@cache
def _by_reading() -> dict[str, str]:
    """Return each reading with the ideographs of the first level of JIS X 0208 that have it."""
    found: dict[str, str] = {}
    for high in range(0x88, 0x99):
        for low in range(0x40, 0xFD):
            if low == 0x7F or not _FIRST_LEVEL[0] <= (high << 8) + low <= _FIRST_LEVEL[1]:  # noqa: PLR2004  (a gap of Shift JIS)
                continue
            char = bytes((high, low)).decode("shift_jis")
            for reading in _read(char):
                found[reading] = found.get(reading, "") + char
    return found


_RUN = re.compile("[\u3041-\u30ff]{2,}")
_WHOLE_WORDS = dict(
    pair.split("=")
    for pair in [
        "雲雀=ひばり",
        "向日葵=ひまわり",
        "紅葉=もみじ",
        "百合=ゆり",
        "蒲公英=たんぽぽ",
        "紫陽花=あじさい",
        "石楠花=しゃくなげ",
        "山茶花=さざんか",
        "撫子=なでしこ",
        "桔梗=ききょう",
        "菖蒲=あやめ",
        "菖蒲=しょうぶ",
        "木瓜=ぼけ",
        "薔薇=ばら",
        "椿=つばき",
        "欅=けやき",
        "啄木鳥=きつつき",
        "時鳥=ほととぎす",
        "不如帰=ほととぎす",
        "杜鵑=ほととぎす",
        "郭公=かっこう",
        "百舌=もず",
        "翡翠=かわせみ",
        "川蝉=かわせみ",
        "不死鳥=ふしちょう",
        "家鴨=あひる",
        "金糸雀=かなりあ",
        "海豚=いるか",
        "海豹=あざらし",
        "海月=くらげ",
        "水母=くらげ",
        "海老=えび",
        "海星=ひとで",
        "烏賊=いか",
        "蜻蛉=とんぼ",
        "蜉蝣=かげろう",
        "陽炎=かげろう",
        "蝸牛=かたつむり",
        "土竜=もぐら",
        "栗鼠=りす",
        "河豚=ふぐ",
        "秋刀魚=さんま",
        "啄木=たくぼく",
        "田舎=いなか",
        "大和=やまと",
        "武蔵=むさし",
        "飛鳥=あすか",
        "明日香=あすか",
        "日向=ひなた",
        "日和=ひより",
        "小春日和=こはるびより",
        "五月雨=さみだれ",
        "時雨=しぐれ",
        "吹雪=ふぶき",
        "雪崩=なだれ",
        "梅雨=つゆ",
        "東雲=しののめ",
        "七夕=たなばた",
        "十六夜=いざよい",
        "黄昏=たそがれ",
        "曙=あけぼの",
        "暁=あかつき",
        "不知火=しらぬい",
        "狼煙=のろし",
        "团扇=うちわ",
        "団扇=うちわ",
        "蒲鉾=かまぼこ",
        "煎餅=せんべい",
        "饅頭=まんじゅう",
        "今日=きょう",
        "明日=あした",
        "昨日=きのう",
        "大人=おとな",
        "一人=ひとり",
        "二人=ふたり",
        "友達=ともだち",
        "土産=みやげ",
        "笑顔=えがお",
        "眼鏡=めがね",
        "時計=とけい",
        "竹刀=しない",
        "浴衣=ゆかた",
        "足袋=たび",
        "草履=ぞうり",
        "太刀=たち",
        "師走=しわす",
        "弥生=やよい",
        "皐月=さつき",
        "五月=さつき",
        "如月=きさらぎ",
        "睦月=むつき",
        "卯月=うづき",
        "葉月=はづき",
        "神楽=かぐら",
        "神無月=かんなづき",
        "欧羅巴=ようろっぱ",
        "亜米利加=あめりか",
        "亜細亜=あじあ",
        "珈琲=こーひー",
        "硝子=がらす",
        "煙草=たばこ",
        "麦酒=びーる",
        "倶楽部=くらぶ",
        "浪漫=ろまん",
        "襦袢=じゅばん",
        "合羽=かっぱ",
        "天鵞絨=びろーど",
        "米=こめ",
        "蜜柑=みかん",
        "林檎=りんご",
        "葡萄=ぶどう",
        "胡桃=くるみ",
        "南瓜=かぼちゃ",
        "胡瓜=きゅうり",
        "西瓜=すいか",
        "大蒜=にんにく",
        "生姜=しょうが",
        "山葵=わさび",
        "蕎麦=そば",
        "饂飩=うどん",
        "寿司=すし",
    ]
)
"""Words that are read as a whole, whatever their ideographs are read by themselves. Written from general knowledge."""

_MOST_READ, _MOST_WAYS, _PARTS, _DEEP = 160, 48, 3, 5
_VOICED_FROM = {"g": "k", "z": "s", "j": "s", "d": "t", "b": "h", "p": "h"}


@cache
def _deeply() -> dict[str, str]:
    """Return each reading among the commonest few with its ideographs."""
    found: dict[str, str] = {}
    for chars in _by_reading().values():
        for char in chars:
            for reading in spoken(char)[:_DEEP]:
                held = found.get(reading, "")
                found[reading] = held if char in held else held + char
    return found


@cache
def _whole_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, kana in _WHOLE_WORDS.items():
        said = kana_spoken(kana)
        found[said] = (*found.get(said, ()), word)
    return found


def _written(said: str, *, first: bool) -> tuple[str, ...]:
    """Return the words and ideographs that are read so; inside a word they may be voiced: kiri is giri."""
    voiced = "" if first or said[:1] not in _VOICED_FROM else _VOICED_FROM[said[0]] + said[1:]
    return (*_whole_words().get(said, ()), *_deeply().get(said, ""), *(_deeply().get(voiced, "") if voiced else ""))


def _cut(kana: str) -> Iterator[list[tuple[str, ...]]]:
    """Yield the ways to write a run of kana: each part as it stands, or as the words that are read so."""
    for parts in _splits(kana, _PARTS):
        ways = [(part, *_written(kana_spoken(part), first=n == 0)) for n, part in enumerate(parts)]
        if all(len(w) > 1 for w in ways):
            yield ways


def _splits(kana: str, most: int) -> Iterator[tuple[str, ...]]:
    yield (kana,)
    for at in range(2, len(kana) - 1) if most > 1 else ():
        for rest in _splits(kana[at:], most - 1):
            yield (kana[:at], *rest)


def kana_replaced(name: str) -> list[str]:
    """Return a protected name with its kana, or parts of them, written in ideographs that are read so: 鴎運輸 for カモメ運輸.

    Also with its own ideographs in Latin letters as they are said, which is how kana written for them are looked up.
    """
    found = dict[str, None]()
    for run in _RUN.finditer(name):
        before, after = name[: run.start()], name[run.end() :]
        made = [m for ways in _cut(run[0]) for m in islice(product(*ways), _MOST_READ) if "".join(m) != run[0]]
        ends = [(before, after), *((before, end) for end in _aloud(after))]
        found |= {f"{b}{''.join(m)}{a}": None for m in made[:_MOST_READ] for b, a in ends}
    return list(found)


def _aloud(text: str) -> list[str]:
    ways = product(*(sayings(text, n)[:2] or (c,) for n, c in enumerate(text)))
    return ["".join(w) for w in islice(ways, _PARTS + 1)] if _HAN.search(text) else []


def by_sound(written: str, model: str) -> bool:
    """Tell whether a name with ideographs or kana, read in one of the usual ways, sounds like a Japanese name with kana."""
    if not (_HAN.search(written) and (_KANA.search(model) or _KANA.search(written)) and len(written) <= _LONGEST):
        return False
    kana = written
    for word, said in _WHOLE_WORDS.items():
        kana = kana.replace(word, said) if word not in model else kana
    return any(spoken_as(way, model) for text in dict.fromkeys((written, kana)) for way in _aloud_but(text, model))


def _aloud_but(text: str, model: str) -> Iterator[str]:
    """Yield the ways to say a name, with the ideographs that the model has too as they are."""
    ways = [
        (kana_spoken(c) if _KANA.match(c) else c,) if c in model or not _HAN.match(c) else sayings(text, n) or (c,)
        for n, c in enumerate(text)
    ]
    return ("".join(way) for way in islice(product(*ways), _MOST_WAYS))


def read_alike(name: str) -> list[str]:
    """Return a protected Japanese name with one ideograph replaced by each that is read alike; none for another name."""
    if len(name) > _LONGEST or not is_japanese(name):
        return []
    return [
        name[:i] + twin + name[i + 1 :]
        for i, char in enumerate(name)
        for reading in _read(char)
        for twin in _by_reading().get(reading, "")
        if twin != char
    ]
