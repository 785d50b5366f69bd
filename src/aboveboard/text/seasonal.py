"""Names of bodies that wake in their season or in an emergency and sleep in between: census, elections, floods, snow, festivals."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["seasonal"]

_WORDS = (
    r"census|elections?|electoral|referendum|polling|ballot|floods?|flood warning|snow|winter|avalanche|storm|hurricane|cyclone|typhoon|tsunami|wildfire|bushfire|fire season|heat ?wave|drought|emergenc(?:y|ies)|crisis|disaster|civil defen[cs]e|evacuation|outbreak|pandemic|incident"
    r"|festival|fair|carnival|marathon|olympics?|games|tournament|championships?|cup|expo(?:sition)?|biennale|pageant|parade|summer|harvest|lifeguards?|ski|admissions?|exam(?:ination)?s?|graduation|summit"
    r"|recensement|recenseur|élections?|électorale?|inondations?|crues?|neige|hiver|crise|urgences?|sinistre|saison|foire|fête|volkszählung|zensus|wahl(?:en|amt|ausschuss|kommission|büro|behörde|leiter\w*|leitung)?|hochwasser\w*|winterdienst|schnee\w*|krisen\w*|katastrophen\w*|notfall\w*|fest(?:spiele)?|messe|weihnachts\w*|sommer\w*"
    r"|censo|censal|elector\w*|eleccion\w*|eleitora\w*|eleiç\w*|inundacion\w*|enchentes?|cheias|nieve|nevadas?|invierno|emergencias?|emergências?|desastres?|feria|feira|carnaval|fiestas?|festas?|censimento|elezioni|elettoral\w*|alluvion\w*|neve|emergenza|fiera|sagra|palio|volkstelling|verkiezing\w*|kiesraad|overstroming\w*|hoogwater|sneeuw\w*|kerst\w*"
    r"|перепис\w*|выбор\w*|избирательн\w*|паводк\w*|снег\w*|чрезвычайн\w*|фестивал\w*|ярмарк\w*|вибор\w*|перепис\w*|повен\w*|spis\w*|wybor\w*|powodzi\w*|śnie\w*|kryzysow\w*|festiwal\w*|sčítání|volby|volební|povodň\w*|folkräkning\w*|valnämnd\w*|snöröj\w*|folketelling\w*|valg\w*|oversvøm\w*|népszámlálás|választás\w*|árvíz\w*"
    r"|seçim\w*|sayım\w*|taşkın\w*|afet\w*|fuar\w*|şenlik\w*|sensus|pemilu|pemilihan|banjir|bencana|pilkada|bầu cử|tổng điều tra|lũ lụt|phòng chống|εκλογ\w*|απογραφ\w*|πλημμύρ\w*"
)
_SIGNS = (
    r"普查|选举|選舉|选委|選委|投票|汛|洪水|抗旱|扫雪|扫雪|除雪|铲冰|鏟冰|防火|防灾|防災|应急|應急|抢险|搶險|疫情|指挥部|指揮部|救灾|救災|台风|颱風|地震|海啸|运动会|運動會|组委会|組委會|艺术节|藝術節|文化节|电影节|音乐节|庙会|庙會|博览会|博覽會|展会|年会|招生|考试|考試|高考|毕业|畢業|夏令营|冬奥|亚运|赛事|春运|春晚"
    r"|国勢調査|選挙|水害|除雪|災害|緊急|祭|万博|大会|実行委員会|花火|入試|인구총조사|선거|홍수|제설|재난|비상|축제|대회|박람회|엑스포|입시|انتخاب|إحصاء|تعداد|فيضان|طوارئ|كوارث|مهرجان|معرض|موسم|בחירות|מפקד|חירום|פסטיבל|चुनाव|निर्वाचन|जनगणना|बाढ़|आपदा|मेला|কুম্ভ|নির্বাচন|আদমশুমারি|বন্যা|เลือกตั้ง|สำมะโน|น้ำท่วม|ภัยพิบัติ|เทศกาล"
)
_SEASONAL = rf"(?i)(?:^|[^\pL])(?:{_WORDS})(?:$|[^\pL])|{_SIGNS}"


def seasonal(names: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return whether each name is such a body's ("Census Office", 防汛指挥部): a long silence says nothing of it; null says nothing."""
    return pc.match_substring_regex(pc.utf8_normalize(pc.fill_null(names, ""), form="NFC"), pattern=_SEASONAL)
