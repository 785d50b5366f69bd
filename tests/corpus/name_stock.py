"""Invented organisations and people in fifteen languages: whom look-alikes are made after, and whom they are not."""

from typing import NamedTuple


class Named(NamedTuple):
    """A name and the language it is written in."""

    name: str
    language: str


def _cut(text):
    return [w.strip() for w in text.split("|")]


_ORGANISATIONS = {
    "en": "Harbourmere Bank|Wexmoor Daily Herald|Ministry of Tidal Works|Tarnhollow University|Quillonair Airways|"
    "Larkfield Savings Bank|Orlbrook Telecom|Merrowdale City Council|Brimstead Police Service|Northvale Insurance|"
    "Pellgate Railways|Duskhaven Health Authority|Kestrelpay|Velmora Games|Fenwick Tower Hotels|Sablemarket",
    "es": "Banco Almendral|Ministerio de Mareas|Diario Vallehondo|Universidad de Robledal|Aerolíneas Cordemar|"
    "Ayuntamiento de Peñarroble|Seguros Montalvina|Correos de Altamira Vieja",
    "de": "Sparkasse Ulmenfeld|Hafenbank Nordersand|Stadtwerke Grünwerder|Ministerium für Gezeiten|Tagblatt Eschenried|"
    "Universität Lindenmoor|Versicherung Kranichsee|Rathaus Weidenbrück",
    "fr": "Banque des Écluses|Ministère des Marées|Journal de Valbrune|Université de Clairmont sur Orge|Mairie de Pontelune",
    "ru": "Банк Северный Мыс|Министерство приливов|Ольховский вестник|Университет Заречинска|Авиалинии Белогорья|"
    "Кедровый банк|Полиция Соснобора|Почта Тихоречья",
    "el": "Τράπεζα Ελαιώνα|Υπουργείο Παλίρροιας|Εφημερίδα Κυματιά|Πανεπιστήμιο Ασπρονησίου",
    "ar": "مصرف الساحل الأزرق|وزارة المد والجزر|صحيفة وادي النخيل|جامعة عين الزيتون|طيران الرمال الذهبية|اتصالات الهضبة|بلدية رأس الجبل",
    "he": "בנק מפרץ הזית|משרד הגאות|עיתון גבעת אלון|אוניברסיטת נחל ברוש|עיריית תל ארז",
    "hi": "नीलगंगा बैंक|ज्वार मंत्रालय|दैनिक सूर्यपुर|चंदनवाड़ी विश्वविद्यालय|रामसागर बीमा निगम|जलधारा नगर निगम",
    "th": "ธนาคารคลื่นทอง|กระทรวงน้ำขึ้น|หนังสือพิมพ์ดอยใส|มหาวิทยาลัยเกาะจันทร์|ประกันภัยเมฆขาว",
    "ja": "霞浜銀行|青葉野新聞|みなと信用金庫|潮見沢大学|カスミノ電機|桜浜市役所|ホシゾラ航空|日の出生命保険",
    "ko": "푸른만은행|조수관리부|한결새일보|새솔대학교|누리봄항공|미르내보험공사|다온시청",
    "vi": "Ngân hàng Sông Trăng|Bộ Thủy Triều|Báo Đồng Nổi|Đại học Hồ Sen|Hàng không Mây Trắng|Bảo hiểm Núi Xanh",
    "tr": "Işıklı Körfez Bankası|Gelgit Bakanlığı|Yıldızlı Gazetesi|Çınarova Üniversitesi|Göksuyu Sigorta|İncirköy Belediyesi",
    "zh-Hant": "雲澤證券公司|東嶺銀行|觀瀾晚報|龍門電視臺|廣陵學院",
}
_HAN = {
    "云川": "日报 大学 市人民政府",
    "金山门": "银行 公安局",
    "青木林": "大学 电视台 日报",
    "黄石岭": "银行 晚报",
    "白马河": "航空公司 人民法院",
    "龙江湾": "电视台 证券公司 图书馆",
    "高田": "人民医院 市公安局",
    "望海城": "日报 银行 保险公司",
    "长风岛": "航空公司 出版社",
    "玉门泉": "博物馆 银行",
    "南屏阳": "税务局 新闻网",
    "碧水湖": "科技公司 晚报",
    "双鱼口": "储蓄银行 通信公司",
    "天目洲": "人民政府 体育中心",
    "明月山": "卫生委员会 日报",
    "东嵩": "铁路公司 教育局 银行",
}
"""Invented places, and what stands there; many of their characters are radicals, have near shapes, or come apart."""

_PEOPLE = {
    "en": "Marlow Quibbleton|Ottoline Vesper|Captain Bramblewick|The Soldering Hermit|Juniper Hexley|Pockets of Thunder|Grumblecroft",
    "es": "Ximena Robladillo|El Gaucho Cósmico|Don Cangrejero|Tortuga Insomne",
    "de": "Friedolin Moosgruber|Die Nachtgärtnerin|Kapitän Blechdose|Ottokar Wendelstein",
    "ru": "Захар Полынцев|Полярная Сова|Капитан Шестерёнкин|Медвежий Угол",
    "ar": "راوي الصحراء|سلطان الحكايات|نورس المرفأ|حارس القنديل",
    "he": "שומר המגדלור|ינשוף הלילה|סבא פילוסוף",
    "hi": "चाँदनी लेखक|बादल कथावाचक|पीपल वाला बाबा",
    "th": "นักเดินทางจันทรา|ปลาทองนอนดึก",
    "ja": "月影の茶人|深夜カボチャ団|青空ラジオ部長|山田川太郎左衛門",
    "ko": "달빛고양이상점|새벽배달부김씨|푸른수첩",
    "vi": "Người Kể Chuyện Trăng|Cá Chép Ngủ Ngày",
    "tr": "Gececi Balıkçı|Şakacı Yörük|Kaptan Çörekotu",
    "zh": "月下歌者|林间明月张老三|修车铺王大锤|江湖银匠|长安日记本|青山不语人|东门说书人|海上生明月光|木头人大侠|龙泉铁匠|云中白鹤行|城南旧报亭|马路天使林小白|石门钓鱼翁",
}
"""People whose accounts were closed: names rare enough to be known again."""

ORGANISATIONS = [Named(n, lang) for lang, names in _ORGANISATIONS.items() for n in _cut(names)] + [
    Named(place + what, "zh") for place, bodies in _HAN.items() for what in bodies.split()
]
PEOPLE = [Named(n, lang) for lang, names in _PEOPLE.items() for n in _cut(names)]
