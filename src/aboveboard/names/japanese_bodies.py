"""Japanese words for a body, which are read in one way: 市役所 is shiyakusho. From general knowledge."""

from __future__ import annotations

__all__ = ["with_body"]

_WORDS = (
    "市役所=shiyakusho 区役所=kuyakusho 町役場=machiyakuba 村役場=murayakuba 県庁=kencho 都庁=tocho 警察署=keisatsusho 警察=keisatsu 消防署=shobosho 銀行=ginko 信用金庫=shinkin/shinyokinko 新聞=shimbun/shinbun "
    "新聞社=shimbunsha/shinbunsha 大学=daigaku 高校=koko 高等学校=kotogakko 小学校=shogakko 中学校=chugakko 学園=gakuen 病院=byoin 図書館=toshokan 美術館=bijutsukan 放送=hoso 電機=denki 電気=denki 電鉄=dentetsu "
    "鉄道=tetsudo 証券=shoken 保険=hoken 商事=shoji 不動産=fudosan 製薬=seiyaku 自動車=jidosha 百貨店=hyakkaten 協会=kyokai 財団=zaidan 裁判所=saibansho 郵便局=yubinkyoku 税務署=zeimusho 航空=koku 運輸=unyu "
    "食品=shokuhin 製菓=seika 酒造=shuzo 温泉=onsen 旅館=ryokan 神社=jinja"
)
_READ = {word: tuple(ways.split("/")) for word, ways in (pair.split("=") for pair in _WORDS.split())}
_LONGEST = 4


def with_body(letters: str, choices: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Return the ways to say each letter of a name with a word for a body at its end read as one.

    So the ways to read the rest are not crowded out by ways in which nobody reads that word.
    """
    for size in range(min(_LONGEST, len(letters) - 1), 1, -1):
        if ways := _READ.get(letters[-size:]):
            return (*choices[:-size], ways, *((("",),) * (size - 1)))
    return choices
