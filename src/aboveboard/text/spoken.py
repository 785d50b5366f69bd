"""Numbers said in words, in some sixty languages: what a word stands for, and how words make the digits of a telephone.

The words are Unicode CLDR's (`scripts/number_words.py` writes the table); what people say beside them stands below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple
from unicodedata import normalize

__all__ = ["GLUED", "Word", "digits", "hint", "meanings", "pieces", "units"]

TEN, TEENS = -10, -1
"""What multiplies the unit before it by ten (puluh, mươi), and what adds ten to it (belas)."""

_ALSO = """
en 0=oh,nought,naught,nil,o 1=wun 5=fiver,fife,fyve,phiv,faiv 7=sevn 9=niner 100=hundred -2=double -3=triple,treble
es 100=ciento -2=doble -3=triple
pt 6=meia 3=tres 100=cento -2=duplo 14=quatorze 16=dezasseis 17=dezassete 19=dezanove
fr 80=huitante,octante 70=septante 90=nonante 21=vingtetun -2=double
de 2=zwo 5=fuenf 12=zwoelf 100=hundert 20=zwanzig
nl 100=honderd
ru 0=нуль 200=двести 300=триста 400=четыреста 500=пятьсот 600=шестьсот 700=семьсот 800=восемьсот 900=девятьсот 100=сотня
uk 0=ноль
ar 2=اثنان,اثنين,اتنين,اثنتان 3=ثلاث,تلاته,ثلاثه 4=اربع 5=خمس 6=ست 7=سبع 8=ثمان,ثماني,تمانيه 9=تسع 10=عشر 1=واحد 20=عشرين 30=ثلاثين 40=اربعين 50=خمسين,خمسون 60=ستون,ستين 70=سبعون,سبعين 80=ثمانون,ثمانين 90=تسعون,تسعين 100=مئه,مايه
fa 5=پنج 6=شیش 60=شصت 0=زیرو
hi 5=पांच 0=ज़ीरो,जीरो 6=छः,छे 1=वन 2=टू 3=थ्री 4=फोर 5=फाइव 6=सिक्स 7=सेवन 8=एट 9=नाइन -2=डबल
mr 0=शून्य 1=एक 2=दोन 3=तीन 4=चार 5=पाच 6=सहा 7=सात 8=आठ 9=नऊ
bn 0=শূন্য,শুন্য,জিরো 1=এক 2=দুই 3=তিন 4=চার 5=পাঁচ,পাচ 6=ছয় 7=সাত 8=আট 9=নয়
pa 0=ਸਿਫ਼ਰ,ਜ਼ੀਰੋ 1=ਇੱਕ 2=ਦੋ 3=ਤਿੰਨ 4=ਚਾਰ 5=ਪੰਜ 6=ਛੇ 7=ਸੱਤ 8=ਅੱਠ 9=ਨੌਂ
te 0=సున్నా 1=ఒకటి 2=రెండు 3=మూడు 4=నాలుగు 5=ఐదు 6=ఆరు 7=ఏడు 8=ఎనిమిది 9=తొమ్మిది
kn 0=ಸೊನ್ನೆ 1=ಒಂದು 2=ಎರಡು 3=ಮೂರು 4=ನಾಲ್ಕು 5=ಐದು 6=ಆರು 7=ಏಳು 8=ಎಂಟು 9=ಒಂಬತ್ತು
ml 0=പൂജ്യം 1=ഒന്ന് 2=രണ്ട് 3=മൂന്ന് 4=നാല് 5=അഞ്ച് 6=ആറ് 7=ഏഴ് 8=എട്ട് 9=ഒമ്പത്
ta 0=சுழியம் 9=ஒன்பது 100=நூறு
ur 0=صفر,زیرو 1=ایک 2=دو 3=تین 4=چار 5=پانچ 6=چھ,چھہ 7=سات 8=آٹھ 9=نو
uz 0=nol 1=bir 2=ikki 3=uch 4=tort 5=besh 6=olti 7=yetti 8=sakkiz 9=toqqiz 10=on 20=yigirma 30=ottiz 40=qirq 50=ellik 60=oltmish 70=yetmish 80=sakson 90=toqson 100=yuz
id 0=kosong 100=ratus -10=puluh -1=belas
ms 0=sifar 100=ratus -10=puluh -1=belas
fil 0=sero,zero 1=isa 2=dalawa 3=tatlo 4=apat 5=lima 6=anim 7=pito 8=walo 9=siyam
vi 0=o 5=lăm,nhăm 4=tư 1=mốt 100=trăm -10=mươi 0=linh,lẻ
hu 2=két,ketto 100=száz
th 2=โท 1=เอ็ด
el 7=εφτά 8=οχτώ 9=εννιά 1=ένας 100=εκατό
he 8=שמונה,שמונת 0=זירו 20=עשרים
ro 6=sase,șase,şase 1=unu,una 100=sută
sr 0=nula 1=jedan 2=dva 3=tri 4=četiri 5=pet 6=šest 7=sedam 8=osam 9=devet
sw 100=mia
sv 100=hundra
nb 100=hundre
da 100=hundrede,hundred
is 100=hundrað
af 100=honderd
et 100=sada
fi 1=yy,yks 2=kaks 3=kol 4=nel 5=viis 6=kuus 7=seit,seittemän 8=kasi 9=ysi
zu 0=iqanda 1=kunye 2=kubili 3=kuthathu 4=kune 5=kuhlanu
"""
"""Beside CLDR's: what is said on the telephone, other spellings, and languages that it has no rules for."""

GLUED = {
    "ja": "ゼロ=0 レイ=0 マル=0 イチ=1 サン=3 ヨン=4 ゴー=5 ロク=6 ナナ=7 シチ=7 ハチ=8 キュー=9 キュウ=9 ニー=2 ニ=2 ゴ=5 シ=4 ク=9",
    "ko": "공=0 영=0 일=1 이=2 삼=3 사=4 오=5 육=6 륙=6 칠=7 팔=8 구=9",
    "th": "ศูนย์=0 หนึ่ง=1 สอง=2 สาม=3 สี่=4 ห้า=5 หก=6 เจ็ด=7 แปด=8 เก้า=9",
    "lo": "ສູນ=0 ໜຶ່ງ=1 ຫນຶ່ງ=1 ສອງ=2 ສາມ=3 ສີ່=4 ຫ້າ=5 ຫົກ=6 ເຈັດ=7 ແປດ=8 ເກົ້າ=9",
    "km": "សូន្យ=0 មួយ=1 ពីរ=2 បី=3 បួន=4 ប្រាំមួយ=6 ប្រាំពីរ=7 ប្រាំបី=8 ប្រាំបួន=9 ប្រាំ=5",
    "my": "သုည=0 တစ်=1 နှစ်=2 သုံး=3 လေး=4 ငါး=5 ခြောက်=6 ခုနစ်=7 ရှစ်=8 ကိုး=9",
}
"""Digits of scripts that put no spaces between words."""

_SAME = str.maketrans({"ı": "i", "ي": "ی", "ك": "ک", "ى": "ی", "ة": "ه", "ँ": "ं", "ß": "ss"})
_DROPPED = re.compile("[\u0300-\u036f\u0640\u064b-\u0655\u093c\u09bc'’ʼ‘`\u200c\u200d]")
_UNITS, _ROUND = range(1, 10), range(20, 91, 10)
_HUNDRED, _SCORE, _LEAST = 100, 20, 3
_TIMES = (-2, -3)


class Word(NamedTuple):
    """A word of a number: what it stands for in each language that has it, and whether a pause stands before it."""

    values: Mapping[str, int]
    pause: bool


def plain(word: str) -> str:
    """Return a word without case, accents and apostrophes."""
    return normalize("NFC", _DROPPED.sub("", normalize("NFD", word.casefold().translate(_SAME)))).translate(_SAME)


def _rows() -> Iterable[tuple[str, int, str]]:
    written = files("aboveboard.text").joinpath("data/number_words.tsv").read_text("utf-8").replace("\t", " ")
    for line in (*written.split("\n"), *_ALSO.split("\n")):
        language, *cells = line.split() or [""]
        for cell in cells:
            number, _, words = cell.partition("=")
            yield from ((language, int(number), w) for w in words.split(","))


@cache
def _words() -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = {}
    for language, number, word in _rows():
        table.setdefault(plain(word), {}).setdefault(language, number)
    return table


@lru_cache(maxsize=65_536)
def meanings(word: str) -> Mapping[str, int]:
    """Return what a word stands for, by language; empty for a word that is no number anywhere."""
    return _words().get(plain(word), {})


_TOGETHER = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "cero",
    "cuatro",
    "cinco",
    "siete",
    "ocho",
    "nueve",
)
"""Digits that are written in one word, onetwothree."""
_EDGE = r"[ ,.:;/|!?()·\-–，。、：\x{3000}\x{1F33A}-\x{1F37F}]"
"""What may part words that count: spaces, signs, and pictures of plants and food."""


@cache
def hint() -> tuple[str, str]:
    """Return two RE2 patterns for a text in small letters: that it has a number word, and, far dearer, two side by side."""
    some = {w for _, n, w in _rows() if n <= _SCORE or n % 10 == 0}
    either = "|".join(sorted(re.escape(w) for w in some | {normalize("NFC", plain(w)) for w in some}))
    glued = rf"(?:{pieces()[0].pattern}){{3}}|(?:{'|'.join(_TOGETHER)}){{2}}"
    linked = rf"(?:{_EDGE}{{1,4}}|\s(?:e|y|i|и|і|та|and|et|und|og|och|ja|și|و|ve|dan)\s)"
    return (
        rf"(?:^|{_EDGE}|\d)(?:{either})(?:{_EDGE}|\d|$)|{glued}",
        rf"(?:^|{_EDGE}|\d)(?:{either})(?:{linked}(?:{either})|{linked}?\d\d)|\d(?:{either})(?:{_EDGE}|$)|{glued}",
    )


@cache
def units(languages: Iterable[str]) -> list[str]:
    """Return the words of a few languages for digits and round numbers that are long enough to be read in one word."""
    wanted = frozenset(languages)
    return sorted(
        {w for lang, n, w in _rows() if lang in wanted and 0 <= n < _HUNDRED and len(w) >= _LEAST},
        key=lambda w: (-len(w), w),
    )


@cache
def pieces() -> tuple[re.Pattern[str], dict[str, tuple[str, int]]]:
    """Return a pattern of one digit in a script without spaces, and what each stands for, with its language."""
    table = {w: (lang, int(n)) for lang, row in GLUED.items() for w, _, n in (c.partition("=") for c in row.split())}
    kana = {"".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in w): v for w, v in table.items()}
    table |= kana | {"く": ("ja", 9), "れい": ("ja", 0)}
    return re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True))), table


def digits(words: Sequence[Word], language: str) -> str:
    """Return the digits of words in one language: hundreds, tens and units that follow one another are one group."""
    out, group, last, times = "", None, 0, 1
    for number, word in enumerate(words):
        value = word.values[language]
        if value in _TIMES:
            times = -value
            continue
        alone = word.pause or (last >= _HUNDRED and _dictated(words[number : number + 2], language))
        joined = None if group is None or alone else _joined(group, last, value, language)
        if joined is None:
            out += "" if group is None else str(group)
            joined = abs(value)
            out, times = out + str(joined) * (times - 1), 1
        group, last = joined, value
    return out + ("" if group is None else str(group))


def _dictated(words: Sequence[Word], language: str) -> bool:
    """Tell whether single digits follow a hundred: nine hundred one two three."""
    return len(words) > 1 and not words[1].pause and all(0 <= w.values[language] < 10 for w in words)  # noqa: PLR2004


def _joined(group: int, last: int, value: int, language: str) -> int | None:
    """Return a group with one more word in it, or None where that word begins another."""
    if value == _HUNDRED and group in _UNITS:
        return group * value
    if value < 0:
        return group + 10 if value == TEENS else group * 10
    hundreds = last >= _HUNDRED and 0 < value < _HUNDRED
    tens = (last in _ROUND or last == TEN) and value in _UNITS
    return group + value if hundreds or tens else _french(group, last, value) if language == "fr" else None


def _french(group: int, last: int, value: int) -> int | None:
    """Sixty and four twenties take the teens: soixante-dix-huit, quatre-vingt-dix."""
    if value == _SCORE and group % _HUNDRED == 4 and last == 4:  # noqa: PLR2004
        return group + 76
    teens = last in {60, _SCORE} and group % _HUNDRED in {60, 80} and value in range(10, 20)
    units = last in {10, _SCORE} and group % _HUNDRED in {70, 80, 90} and value in _UNITS
    return group + value if teens or units else None
