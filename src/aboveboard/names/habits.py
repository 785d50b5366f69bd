"""What natives confuse in spelling their language: Vietnamese s and x, Spanish b and v, Polish rz and ż, old Indonesian tj for c.

Written down from general knowledge of the languages' own spelling rules and reforms (Polish ó/u, rz/ż, ch/h; Serbo-Croatian ć/č;
Indonesian before and after 1972; Turkish yumuşak g; Brazilian and Spanish seseo, betacism and yeísmo; Hindi short and long vowels;
Thai letters of one sound). A language is told by letters, endings or words that only it has.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Habit", "habits_of"]


class Habit(NamedTuple):
    """How a language is told, and pairs that sound alike in it; `^` marks the start of a word, `$` its end."""

    told: re.Pattern[str]
    pairs: tuple[tuple[str, str], ...]


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Read pairs: either may stand for the other in `a=b`, the second for the first in `a>b`."""
    both = [pair.split("=") for pair in text.split() if ">" not in pair]
    one = [pair.split(">") for pair in text.split() if ">" in pair]
    return (*(p for a, b in both for p in ((a, b), (b, a))), *((a, b) for a, b in one))


def _habit(told: str, pairs: str) -> Habit:
    return Habit(re.compile(told), _pairs(pairs))


_ROMANCE = r"[ñãõçáéíóúàâêôü]|\b(?:de|del|los|las|el|do|da|dos|das|banco|banca|caja|caixa|clube|club|universidad|universidade|policía|prefeitura|câmara|folha|jornal|comune|correo|grupo|san|santo|são|ayuntamiento|diario)\b"
_FRENCH = r"[èëîïûùœ]|\b(?:le|les|du|des|aux|mairie|ville|banque|caisse|crédit|société|hôpital|université|saint|sainte|chez|\w+(?:eau|eaux|ette|ique|ière|erie))\b|é\w*é"
_GERMAN = r"[äöüßåæø]|\b(?:stadt\w*|gemeinde|landkreis|sparkasse|volksbank|klinikum|krankenhaus|universität|hochschule|verein|und|der|die|das)\b"
_ROMANCE_LOOKING = r"|^(?!.*[kwy])(?:\w{1,3} )*\w{4,}[ao]s?(?: \w{1,3}| \w+[ao]s?)*$"
_VIETNAMESE = r"\b(?:báo|ngân|công|điện|trường|thành|tỉnh|huyện|nhà|bệnh|viện|hãng|đài|đoàn|nước)\b|[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]|^(?=.*[àáâãèéêìíòóôõùúý])(?=.*\b(?:ng\w{1,4}\b|(?:nh|th|tr|ph|kh|gi)\w{1,4} .*\b(?:nh|th|tr|ph|kh|gi)\w{1,4}\b))\w{1,6}(?: \w{1,6})+$"
_LATIN = (
    _habit(
        _VIETNAMESE,
        "^d=^gi ^r=^gi ^d=^r ^s=^x ^tr=^ch ^l=^n n$=ng$ t$=c$ ^gi=^z ^d=^z ^gi=^zi ^d=^di ^ng=^ngh ^g=^gh ^c=^k ^qu=^w ^ph=^f i$=y$",
    ),
    _habit(
        r"[ąęłńśźż]|[pkt]rz|rzy|szcz|\brz|\b(?:polsk|narodow|krajow|miejsk)\w*|\wdzi\w|\w(?:owsk|ewsk)\w|\b(?:urząd|gmina|szpital|poczta|powiat|miasto|uniwersytet)\b",
        "ż=rz ó=u ch=h k$=g$ d$=t$ b$=p$ w=f w=v ą=on ę=en ą=om ś=si ź=zi ć=ci ń=ni sz=sh cz=ch j=y i=y k=c ks=x",
    ),
    _habit(
        r"[ěřůťďň]|\b(?:spořitelna|pošta|město|obec|nemocnice|česk\w+|slovensk\w+|banka)\b",
        "y=i ý=í ě=e d$=t$ k$=g$ s=z š=s ž=z ů=ú š=sh č=ch k=c mě=mně v=w ou=u",
    ),
    _habit(r"[đćčšž]", "ć=č đ=dj đ=dž č=ch š=sh ž=zh ć=c đ=d c=ts j=y lj=l nj=n"),
    _habit(
        r"[ğışİ]|\b(?:bankası|bankasi|belediyesi|üniversitesi|universitesi|gazetesi|bakanlığı|hastanesi|müdürlüğü|derneği|sigorta)\b",
        "ğ>  ğ=y ğ=v ı=i k=q v=w ks=x c=j d$=t$ b$=p$ ş=sh ç=ch ö=o ü=u ağ>aa",
    ),
    _habit(
        r"\b(?:bank|pos|rumah|kota|kabupaten|dinas|pemerintah|universitas|yayasan|koperasi|masjid|negeri|toko|sekolah|harian|syarikat|majlis|polis|pusat)\b.*(?:nusa|jaya|raya|karya|cipta|mandiri|sejahtera|makmur|negara|bumi|indo|abadi|sari|rakyat|melayu|utama|maju|bangsa|wangi)|\b(?:nusantara|sejahtera|pemerintah|kabupaten|indonesia|malaysia)\b",
        "c=tj j=dj y=j u=oe sy=sj kh=ch ny=nj c=ch k=q f=p v=f z=j z=s k$=g$ s=z sy=s kh=k c=k",
    ),
    _habit(
        r"\b(?:gemeente|stichting|ziekenhuis|hogeschool|rijks\w*|vereniging|het|provincie|waterschap)\b|\w[^aeiou]ij\w|\wschap\b|dijk\b",
        "ij=y ij=ei uy=ui ou=au g=ch c=k s=z v=f d$=t$ ie=i y=ij th=t sch=sg",
    ),
    _habit(
        r"\b(?:ya|wa|cha|kwa|vya)\b|\b(?:benki|shirika|chuo|shule|serikali|habari|kampuni|mwananchi)\b",
        "l=r dh=z th=s th=t kh=h gh=g b=p v=f k=g j=dj e=i i=y k=c",
    ),
    _habit(
        r"\b(?:ng|mga|ang|bangko|bayan|lungsod|pamahalaan|unibersidad)\b",
        "f=p v=b k=c o=u i=e ts=ch ^ng$=^nang$ kw=qu sy=s ngk=nk",
    ),
    _habit(r"[őű]|\b\w*(?:gy|ly|cs|zs)\w*\b.*\b\w*(?:sz|gy|ny|tár|bank)\w*\b", "ly=j sz=s cs=ch s=sh cz=c ő=ö ű=ü í=i"),
    _habit(r"[ășțţ]", "â=î ă=a ș=s ț=t k=c ch=k x=cs"),
    _habit(r"[əŋ]|[og][ʻʼ]", "ə=e ə=a q=g q=k x=h ş=sh ç=ch ğ=g"),
    _habit(
        _FRENCH,
        "ph=f eau=o au=o ault$=o ot$=o é=er$ é=ai è=ai ê=e qu=k c=k ss=c an=en in=ain oi=oa y=i th=t rh=r t$> s$> d$> x$> e$> nn=n ll=l ch=sh",
    ),
    _habit(
        _GERMAN,
        "ä=ae ö=oe ü=ue ß=ss ø=oe å=aa æ=ae ä=e ü=i dt$=t d$=t g$=k b$=p ck=k ei=ai äu=eu v=f ph=f th=t tz=z y=ü ah=a oh=o uh=u eh=e ie=i sch=sh^ chs=x qu=kw c=k pf=f ck=gg st=scht å=o ei=ey hv=v",
    ),
    _habit(
        _ROMANCE + _ROMANCE_LOOKING,
        "b=v ll=y qu=k ç=ss ç=s z=s ce=se ci=si ch=x ^h=^ ge=je gi=ji c=k chi=ki che=ke j=x x=ch s=c ñ=ny ñ=ni lh=li nh=ni gh=g",
    ),
)
"""Habits of languages in Latin letters: the first that is told is the name's."""

_OTHER = (
    _habit(
        "[а-я]", "ться=цца$ тся=цца$ ться=тса$ ого$=ово$ его$=ево$ о=а е=и ё=о ч=4 ш=6 ше>6 т$=д$ жи=жы ши=шы чн=шн"
    ),
    _habit(
        "[\u0e00-\u0e7f]",
        "ศร=ส สร=ส ทร=ซ ธ=ท ณ=น ศ=ส ษ=ส ภ=พ ฎ=ด ญ=ย ฑ=ท ฆ=ค ฒ=ท ฌ=ช ผ=พ พย์=บ พย์=พ ตร์=ต ทร=ซ",
    ),
    _habit("[α-ω]", "αι=ε ει=ι οι=ι υ=ι η=ι ω=ο αί=έ ώ=ό ή=ί εί=ί οί=ί ύ=ί λλ=λ σσ=σ"),
    _habit("[\u0620-\u06ff]", "ص=س ض=ظ ظ=ز ذ=ز ث=س ط=ت ق=ك ة=ه ى=ا أ=ا إ=ا آ=ا ئ=ي ؤ=و ق=غ ح=ه ض=د ث=ت"),
    _habit(
        "[\u0900-\u097f]",
        "ि=ी ु=ू श=स ष=श ^अस्प=^हस्प ण=न ज़=ज फ़=फ क्ष=छ व=ब ै=े ौ=ो ज्ञ=ग्य ृ=्रि ं=न् ंप=म्प ्य>  ा> ड़=र",
    ),
    _habit("[\u0980-\u09ff]", "শ=স ষ=স ষ=শ ণ=ন ি=ী ু=ূ জ=য ড়=র ৎ=ত ং=ঙ ঙ্গ=ং ৈ=ই"),
    _habit("[\u0b80-\u0bff]", "ன=ந ண=ன ள=ல ழ=ள ழ=ல ற=ர ஞ=ந ி=ீ ு=ூ ெ=ே ொ=ோ"),
    _habit(
        "[\u0c00-\u0d7f]",
        "శ=స ష=శ ణ=న ళ=ల ి=ీ ు=ూ ెే=ే ಶ=ಸ ಷ=ಶ ಣ=ನ ಳ=ಲ ಿ=ೀ ು=ೂ ശ=സ ഷ=ശ ണ=ന ള=ല ഴ=ള റ=ര ി=ീ ു=ൂ",
    ),
    _habit("[\u0a80-\u0aff]", "શ=સ ષ=શ ણ=ન ળ=લ િ=ી ુ=ૂ"),
    _habit(
        "[\u3041-\u30ff]",
        "ヴァ=バ ヴィ=ビ ヴェ=ベ ヴォ=ボ ヴ=ブ ヶ=が ヶ=ケ ヂ=ジ ヅ=ズ ぢ=じ づ=ず 電機=電気",
    ),
)
"""Habits of languages in other letters: all that are told."""

_LEAST_LATIN = 8


@lru_cache(maxsize=16_384)
def habits_of(text: str) -> tuple[Habit, ...]:
    """Return the habits of the language of a name in small letters: of a short one in Latin letters none, but for Vietnamese."""
    latin = [h for h in _LATIN if h.told.search(text) and (h is _LATIN[0] or len(text) >= _LEAST_LATIN)]
    return (*latin[:1], *(h for h in _OTHER if h.told.search(text)))
