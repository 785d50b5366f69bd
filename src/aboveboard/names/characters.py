"""What each character of a name is read as: the table behind folding, and single-character readings for its path."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from opencc import OpenCC

from aboveboard.names.exchange import Exchange

__all__ = ["Reading", "exchanged", "invisible", "lookalikes", "normal", "simplified", "table"]

Reading = dict[int, str]

_IGNORABLE = (
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F),
    (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)  # fmt: skip
"""Default_Ignorable_Code_Point of the Unicode character database, as inclusive ranges."""

_SILENT = frozenset([*range(0x334, 0x339), *range(0x20DD, 0x20E5), 0x488, 0x489, 0x640, 0x27, 0x2019, 0x2BC])
"""Dropped without parting words: overlay strokes, circles, keycaps and Cyrillic signs around letters, the Arabic letter stretcher, apostrophes."""


def invisible(code: int) -> bool:
    """Tell whether a code point is default-ignorable: shown as nothing by a conforming screen."""
    return any(low <= code <= high for low, high in _IGNORABLE)


_RADICALS = dict(zip(
    "⺀⺁⺆⺇⺈⺊⺋⺌⺍⺑⺕⺗⺜⺝⺥⺧⺩⺪⺬⺮⺰⺳⺴⺵⺶⺷⺸⺻⺼⺽⻆⻇⻊⻎⻕⻗⻞⻡⻣⻦⻧⻪⻱",
    "々厂冂几刀卜㔾小小尢彐心日月爪牛王疋示竹纟网网网羊羊羊聿月臼角角足辶阝雨食首骨鸟卤黾龟",
    strict=True,
))  # fmt: skip
"""CJK radicals that compatibility normalisation leaves alone, and the ideograph each is (Unicode: Equivalent_Unified_Ideograph)."""


def _numbers(first: int, *told: int) -> Reading:
    """Return numbers in rings and the digits they are read as, which look like l and o."""
    return {first + at: str(number).replace("1", "l").replace("0", "o") for at, number in enumerate(told)}


_SIGNS: Reading = (
    {0x1F000 + n: sign for n, sign in enumerate("东南西北中发白一二三四五六七八九")}
    | dict(zip(range(0x1F260, 0x1F266), "福禄寿喜囍财", strict=True))
    | {0x1F18A: "p", 0x1F18B: "lc", 0x1F18C: "pa", 0x1F18D: "sa", 0x1F18E: "ab", 0x1F18F: "wc", 0x1F191: "cl", 0x1F196: "ng"}
    | _numbers(0x2776, *range(1, 11)) | _numbers(0x278A, *range(1, 11)) | _numbers(0x24EB, *range(11, 21)) | _numbers(0x24F5, *range(1, 11))
    | _numbers(0x24FF, 0) | _numbers(0x1F10B, 0, 0) | _numbers(0x3248, *range(10, 90, 10))
)  # fmt: skip
"""Tiles of mahjong with an ideograph, auspicious ones in rings, numbers and letters in filled rings and squares: Unicode maps none to what it shows."""


@cache
def lookalikes() -> Reading:
    """Return the compiled UTS #39 table: case-folded character to the letters it is read as."""
    text = files("aboveboard.names").joinpath("data/lookalikes.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    regional = {0x1F1E6 + n: chr(ord("a") + n) for n in range(26)}
    radicals = {ord(radical): ideograph for radical, ideograph in _RADICALS.items()}
    letters = {code: "l" if letter == "i" else "rn" if letter == "m" else letter for code, letter in regional.items()}
    return letters | radicals | _SIGNS | {int(code, 16): reading for code, reading in rows}


class _Table(dict[int, str]):
    """A translation table that settles a character the first time it is met."""

    def __missing__(self, code: int) -> str:
        self[code] = value = self._settle(code)
        return value

    @staticmethod
    def _settle(code: int) -> str:
        char = chr(code)
        if code in _SILENT or invisible(code):
            return ""
        return " " if unicodedata.category(char)[0] in "PZSC" and char != "\n" else char


@cache
def table() -> Reading:
    """Return the table for `str.translate`: look-alikes read, invisible characters dropped, separators made a space.

    Case-folded characters in; a newline stays, so that many names can be translated as one text.
    """
    return _Table({code: text for code, text in lookalikes().items() if not invisible(code)})


@cache
def exchanged() -> Exchange:
    """Return `table` for long texts."""
    return Exchange(table())


def normal(text: str) -> str:
    """Return NFKC and case-folded text; the dot a Turkish capital İ leaves behind is dropped.

    Signs drawn like a letter that compatibility normalisation would turn into a letter drawn otherwise are read first.
    """
    drawn = text if text.isascii() else _as_drawn(text)
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", drawn).casefold()).replace("i\u0307", "i")


_LUNATE = (("ϲ", "c"), ("Ϲ", "C"), ("\u318d", "\u00b7"))
"""The lunate sigma, which normalisation writes σ, and the Hangul letter that is typed as a dot between words."""

_VOWELS = {
    "अा": "आ", "अो": "ओ", "अौ": "औ", "आे": "ओ", "आै": "औ", "एे": "ऐ", "অা": "আ", "અા": "આ", "અે": "એ", "અો": "ઓ", "અૌ": "ઔ",
    "ਅਾ": "ਆ", "ਅੈ": "ਐ", "ਅੌ": "ਔ", "ଅା": "ଆ", "เเ": "แ", "ເເ": "ແ",
}  # fmt: skip
"""Vowels put together of parts that no keyboard of the language joins, and the one sign that looks the same."""

_JOINED = re.compile("|".join(_VOWELS))


def _as_drawn(text: str) -> str:
    for sign, letter in _LUNATE:
        text = text.replace(sign, letter)
    return _JOINED.sub(lambda m: _VOWELS[m[0]], text)


@cache
def _to_simplified() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=65_536)
def _simple_character(char: str) -> str:
    return _REDRAWN(_to_simplified().convert(_to_simplified().convert(char)))


_REDRAWN = Exchange(str.maketrans(dict(zip(
    "髙靑囯産敎淸俢嶋兎黒歩緑巣戸緫緦亰崋寳峯羣畧啓効勅槇顚塡俱呑戱戯冨宻棊碁犂灾烟甞癡矦硏笋筍緜繦舘舖荘莊蕋蘂讃讚豔賛贋輙迯迹邨鄕銕鎻鑛閇閙隣雑靣韮飮騨髪鷄麪麵麸黙鼈齢齡亜仏価処剣勧区単厳参営団囲図圧塩売変巻師帯広応徴恵悪戦拡挙捜択拝拠摂撃断旧昼晩暁栄桜検楽様権歓歯歴残殻毎気沢浄渋済渇満滝滞潜焼犠独猟獣画発県砕称穂穏窓竜粋粛経継続総聴肃脳臓芸茎荘蔵薫虫蛍蛮覚覧観触訳証読謡譲豊賛軽転辞逓遅郷酔釈鉄鉱銭錬録鎮閲関陥隠雑霊静頼顔顕駅駆験髄鶏麦黄𪸩煖菓甯颕桺栁恠稺繖罸羗聨聫皐臯薓虵裠覩賸輭廻遯鐡銲𫔯鬪鬬隄鞵韤飚飡鬀鷰麤龢咊龝穐僊寃尅𪨷嵒帬庻廐悳徳懽攷敍斈晳暎朶枏柟栢桮椀盌櫈欵欬毬氊涖澂灋炤熈煕煑燄牕牎窻猨獘玅珎珤瓈甎甖畆畮疎皷眎眡睠砲𪿫禩秊秌稭穅穨窰竝衞羙嵓隷暦厯躭逥",
    "高青国产教清修岛兔黑步绿巢户总总京华宝峰群略启效敕槙颠填具吞戏戏富密棋棋犁灾烟尝痴侯研笋笋绵襁馆铺庄庄蕊蕊赞赞艳赞赝辄逃迹村乡铁锁矿闭闹邻杂面韭饮驒发鸡面面麸默鳖龄龄亚佛价处剑劝区单严参营团围图压盐卖变卷师带广应征惠恶战扩举搜择拜据摄击断旧昼晚晓荣樱检乐样权欢齿历残壳每气泽净涩济渴满泷滞潜烧牺独猎兽画发县碎称穗稳窗龙粹肃经继续总听肃脑脏艺茎庄藏薰虫萤蛮觉览观触译证读谣让丰赞轻转辞递迟乡醉释铁矿钱炼录镇阅关陷隐杂灵静赖颜显驿驱验髓鸡麦黄辉暖果宁颖柳柳怪稚伞罚羌联联皋皋参蛇裙睹剩软回遁铁焊斗斗斗堤鞋袜飙餐剃燕粗和和秋秋仙冤克岩岩裙庶厩德德欢考叙学晰映朵楠楠柏杯碗碗凳款咳球毡莅澄法照熙熙煮焰窗窗窗猿弊妙珍宝璃砖罂亩亩疏鼓视视眷炮炮祀年秋秸糠颓窑并卫美岩隶历历耽回",
    strict=True,
))))  # fmt: skip
"""Forms of ideographs in Japan, in personal names and in old spellings, and the simplified ones; the conversion tables know Taiwan's."""


_EASTERN = re.compile("[\u2e80-\U0010ffff]")
"""What may have another form: nothing before the radicals has."""


def simplified(text: str) -> str:
    """Return Chinese text in simplified forms (OpenCC t2s), twice: a few results are themselves traditional."""
    if text.isascii() or not _EASTERN.search(text):
        return text
    if len(text) == 1:
        return _simple_character(text)
    return _REDRAWN(_to_simplified().convert(_to_simplified().convert(text)))
