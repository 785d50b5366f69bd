"""Abbreviations as their letters are called in other scripts: HSBC is एचएसबीसी in Hindi and إتش إس بي سي in Arabic.

Every script calls Latin letters by their English names, in a few spellings each; the commonest are here. Written down from general
knowledge.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["spelled_abroad"]

_CALLED = (
    "ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई जेड",
    "এ বি সি ডি ই এফ জি এইচ আই জে কে এল এম এন ও পি কিউ আর এস টি ইউ ভি ডব্লিউ এক্স ওয়াই জেড",
    "ஏ பி சி டி இ எப் ஜி எச் ஐ ஜே கே எல் எம் என் ஓ பி கியூ ஆர் எஸ் டி யு வி டபிள்யூ எக்ஸ் ஒய் இசட்",
    "ఏ బి సి డి ఇ ఎఫ్ జి హెచ్ ఐ జె కె ఎల్ ఎం ఎన్ ఓ పి క్యూ ఆర్ ఎస్ టి యు వి డబ్ల్యూ ఎక్స్ వై జెడ్",
    "إيه بي سي دي إي إف جي إتش آي جي كي إل إم إن أو بي كيو آر إس تي يو في دبليو إكس واي زد",
    "ايه بي سي دي اي اف جي اتش اي جي كي ال ام ان او بي كيو ار اس تي يو في دبليو اكس واي زد",
    "ای بی سی دی ای اف جی اچ آی جی کی ال ام ان او پی کیو آر اس تی یو وی دبلیو ایکس وای زد",
    "اے بی سی ڈی ای ایف جی ایچ آئی جے کے ایل ایم این او پی کیو آر ایس ٹی یو وی ڈبلیو ایکس وائی زیڈ",
    "эй би си ди и эф джи эйч ай джей кей эл эм эн оу пи кью ар эс ти ю ви дабл-ю экс уай зет",
    "エー ビー シー ディー イー エフ ジー エイチ アイ ジェー ケー エル エム エヌ オー ピー キュー アール エス ティー ユー ブイ ダブリュー エックス ワイ ゼット",
    "에이 비 씨 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 알 에스 티 유 브이 더블유 엑스 와이 제트",
    "에이 비 시 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 아르 에스 티 유 브이 더블유 엑스 와이 지",
    "เอ บี ซี ดี อี เอฟ จี เอช ไอ เจ เค แอล เอ็ม เอ็น โอ พี คิว อาร์ เอส ที ยู วี ดับเบิลยู เอ็กซ์ วาย แซด",
    "איי בי סי די אי אף ג'י אייץ' איי ג'יי קיי אל אם אן או פי קיו אר אס טי יו וי דאבליו אקס וואי זד",
    "έι μπι σι ντι ι εφ τζι έιτς άι τζέι κέι ελ εμ εν όου πι κιου αρ ες τι γιου βι νταμπλγιου εξ γουάι ζεντ",
    "ეი ბი სი დი ი ეფ ჯი ეიჩ აი ჯეი ქეი ელ ემ ენ ო პი ქიუ არ ეს თი იუ ვი დაბლიუ ექს უაი ზეტ",
)
_ALPHABETS = tuple(tuple(letters.split(" ")) for letters in _CALLED)
_ABBREVIATION = re.compile("[A-Z]{3,5}")


@lru_cache(maxsize=16_384)
def spelled_abroad(name: str) -> tuple[str, ...]:
    """Return how an abbreviation of three to five capitals is spelled out in other scripts; none for another name."""
    if not _ABBREVIATION.fullmatch(name):
        return ()
    ways = ("".join(called[ord(letter) - ord("A")] for letter in name) for called in _ALPHABETS)
    return tuple(dict.fromkeys(ways))
