"""Names of bodies in scripts that are written as they are spoken, with the word for the body in English: 새별은행 is 새별 bank.

Method: the word for a body is put into English where it stands, as its English name or its handle has it; the rest stays, and is
spoken (`speech`). The words are the usual ones, written down from general knowledge.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from aboveboard.names.hangul import linked
from aboveboard.names.translated import english_of

__all__ = ["half_english"]

_PACKED = (
    "은행=bank 전자=electronics 항공=air/airlines 대학교=university/univ 대학=college 병원=hospital 의료원=medical|center 신문=news 일보=daily/news 뉴스=news 방송=tv/broadcasting 시청=city|hall/city 군청=county|office "
    "구청=district|office 경찰서=police|station/police 경찰청=police 소방서=fire|station 교육청=office|of|education 법원=court 우체국=post|office/post 도서관=library 박물관=museum 건설=construction 화학=chemical/chem "
    "제약=pharma 생명=life 화재=insurance 보험=insurance 증권=securities 카드=card 캐피탈=capital 통신=telecom 자동차=motors/motor 중공업=heavy|industries 철강=steel 식품=foods/food 유통=retail 마트=mart 백화점=department|store "
    "호텔=hotel 여행=travel/tour 택배=express/logistics 물류=logistics 에너지=energy 전력=power/electric 가스=gas 그룹=group 재단=foundation 협회=association 축구단=fc 고등학교=high|school 중학교=middle|school "
    "초등학교=elementary|school 유치원=kindergarten 공항=airport 철도=railway/rail 지하철=metro/subway 엔터테인먼트=ent/entertainment 게임즈=games 소프트=soft 테크=tech "
    "ธนาคาร=bank มหาวิทยาลัย=university/uni โรงพยาบาล=hospital โรงเรียน=school กระทรวง=ministry เทศบาล=municipality สถานีตำรวจ=police|station/police บริษัท=company หนังสือพิมพ์=news วิทยาลัย=college สนามบิน=airport"
)
"""Words of scripts without spaces, at either end of a name."""

_SPACED = (
    # Russian, Ukrainian, Bulgarian, Serbian; Greek
    "университет=university/uni институт=institute академия=academy больница=hospital клиника=clinic газета=gazette/news новости=news министерство=ministry администрация=administration полиция=police суд=court почта=post "
    "авиалинии=airlines аэропорт=airport завод=plant компания=company группа=group фонд=fund/foundation союз=union клуб=club школа=school библиотека=library музей=museum страхование=insurance энергия=energy метро=metro "
    "телеканал=tv канал=channel лікарня=hospital університет=university/uni академія=academy пошта=post поліція=police новини=news клініка=clinic міністерство=ministry компанія=company музей=museum бібліотека=library "
    "τράπεζα=bank πανεπιστήμιο=university/uni νοσοκομείο=hospital δήμος=municipality αστυνομία=police υπουργείο=ministry εφημερίδα=news όμιλος=group εταιρεία=company σχολείο=school "
    # Arabic, Persian, Urdu; Hebrew
    "بنك=bank مصرف=bank جامعة=university/uni مستشفى=hospital وزارة=ministry بلدية=municipality شرطة=police قناة=channel/tv صحيفة=news جريدة=news شركة=company مؤسسة=foundation نادي=club/fc مطار=airport طيران=air/airlines "
    "اتصالات=telecom للاتصالات=telecom كهرباء=electricity للتأمين=insurance معهد=institute مدرسة=school مكتبة=library متحف=museum جمعية=association هيئة=authority محكمة=court بريد=post بانک=bank دانشگاه=university بیمارستان=hospital "
    "شهرداری=municipality پلیس=police یونیورسٹی=university ہسپتال=hospital בנק=bank אוניברסיטת=university/uni משטרת=police עיריית=municipality/city ערוץ=channel חדשות=news חברת=company קבוצת=group ביטוח=insurance מכללת=college "
    # Indic
    "बैंक=bank विश्वविद्यालय=university/uni अस्पताल=hospital पुलिस=police समाचार=news विद्यालय=school मंत्रालय=ministry कॉलेज=college बीमा=insurance डाक=post ব্যাংক=bank বিশ্ববিদ্যালয়=university হাসপাতাল=hospital পুলিশ=police "
    "வங்கி=bank பல்கலைக்கழகம்=university மருத்துவமனை=hospital காவல்துறை=police బ్యాంక్=bank విశ్వవిద్యాలయం=university పోలీస్=police"
)
_TWO_WORDS = (
    "міська|рада=city|council сільська|рада=village|council обласна|рада=regional|council районний|суд=district|court міський|суд=city|court міська|лікарня=city|hospital обласна|лікарня=regional|hospital "
    "городская|администрация=city|administration городская|больница=city|hospital областная|больница=regional|hospital районный|суд=district|court городской|суд=city|court железные|дороги=railways городской|совет=city|council "
    "नगर|निगम=municipal|corporation नगर|पालिका=municipality उच्च|न्यायालय=high|court বিশ্ববিদ্যালয়|কলেজ=university|college בית|חולים=hospital בית|ספר=school בית|משפט=court בית|המשפט=court "
    "الخطوط|الجوية=airlines غرفة|تجارة=chamber|of|commerce مجلس|بلدي=municipal|council مجلس|المدينة=city|council شرکت|بیمه=insurance آموزش|و|پرورش=education"
)
_SYLLABLES, _OWN = re.compile("[\uac00-\ud7a3\u0e00-\u0e7f]"), re.compile("[^\x00-\x7f]")
_SIGNS = re.compile("[\u3400-\u9fff]+$")
_MOST, _LEAST = 4, 2
_STEM = re.compile(r"(?<=\w{5})(?:с?ьк(?:а|ий|е|ого|ої)|ск(?:ая|ий|ое|ого|ой)|(?<=с[кь])а|(?<=[вн])а|(?<=[вн])у|и)\b")
"""Endings of a place beside its body in Russian and Ukrainian: Калинодарська рада, Полиция Златореченска."""
_ARTICLE, _COMPANY = re.compile(r"\bال(?=\w{3})"), frozenset(("company", "group", "foundation"))


def _table(words: str) -> dict[str, tuple[str, ...]]:
    pairs = (p.split("=") for p in unicodedata.normalize("NFC", words).split())
    return {word: tuple(e.replace("|", " ") for e in english.split("/")) for word, english in pairs}


@cache
def _packed() -> dict[str, tuple[str, ...]]:
    return _table(_PACKED)


@cache
def _spaced() -> dict[str, tuple[str, ...]]:
    return _table(_SPACED) | {word.replace("|", " "): english for word, english in _table(_TWO_WORDS).items()}


def _joined(words: list[str]) -> list[str]:
    """Return words with those that are one expression for a body as one."""
    for size in (3, 2):
        for at in range(len(words) - size + 1):
            if " ".join(words[at : at + size]) in _spaced():
                return [*words[:at], " ".join(words[at : at + size]), *words[at + size :]]
    return words


@lru_cache(maxsize=65_536)
def half_english(name: str) -> tuple[str, ...]:
    """Return a name with its word for a body in English, in at most four ways; none where it has no such word, or too little else."""
    if name.isascii():
        return ()
    text = unicodedata.normalize("NFC", name).casefold()
    ways = _in_one(text) if _SYLLABLES.search(text) or _SIGNS.search(text) else _among(text.split())
    return tuple(dict.fromkeys(ways))[:_MOST]


def _in_one(text: str) -> list[str]:
    """Return a name written without spaces with its first or last word in English."""
    bare = "".join(text.split())
    table = _packed()
    for size in range(min(_LONGEST, len(bare) - _LEAST), 1, -1):
        head, tail = bare[:-size], bare[-size:]
        if english := table.get(tail) or (english_of(tail) if _SIGNS.fullmatch(tail) else ()):
            return [f"{way} {e}" for e in english for way in dict.fromkeys((head, linked(head)))]
        if english := table.get(bare[:size], ()):
            return [f"{e} {bare[size:]}" for e in english]
    return []


_LONGEST = 11


def _among(words: list[str]) -> list[str]:
    """Return a name of several words with one of them in English."""
    words = _joined(words)
    bodies = [w for w in words if w in _spaced()]
    telling = [w for w in bodies if not _COMPANY & set(_spaced()[w])]
    if not bodies or not any(len(w) > _LEAST and _OWN.search(w) for w in words if w not in bodies):
        return []
    body = (telling or bodies)[0]
    kept = [w for w in words if w == body or w not in bodies or w in telling]
    at = kept.index(body)
    ways = [" ".join([*kept[:at], e, *kept[at + 1 :]]) for e in _spaced()[body]]
    return [*ways, *(bare for w in ways if (bare := _STEM.sub("", _ARTICLE.sub("", w))) != w)]
