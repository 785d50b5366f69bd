"""Names that stand one letter, one word or one joke from an invented organisation's and are somebody else's, in many scripts.

Written before any of them was scanned: neighbours that are names themselves, branches, fans, labelled parody, namesakes,
places, and common nouns that are brands. One line an organisation: its name, its aliases after commas, then its innocents.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["CLUSTERS", "Cluster", "handles", "shown"]


class Cluster(NamedTuple):
    """An organisation, its other names, and names that are not its."""

    name: str
    aliases: list[str]
    innocents: list[str]


_SHOWN = """
云港银行, 云港 = 云海银行|云港商行|云港保险|云港酒店|港云科技|云台银行|云岭银行|南港银行|云港人家|云港广场|云港银行员工之家|云港银行羽毛球队|前云港银行员工|吐槽云港银行|云港银行后援会|连云港
青松市公安局, 青松公安 = 青林市公安局|青松市教育局|青松县公安局|青松市公安学校|青川市公安局|青松市气象局|柏松市公安局|青松岭|青松市民小王|不老青松
龙泉日报 = 龙泉晚报|龙泉时报|龙井日报|虎泉日报|龙泉周报|龙江日报|玉泉日报|龙泉剑馆|龙泉小学|龙泉宝剑|龙泉驿
长亭大学 = 长亭小学|长亭中学|长安大学|短亭茶室|长亭外|长亭大药房|长城大学|华亭大学|长亭大学校友会|长亭大学旁的书店
白鹿证券 = 白鹿仓|白鹿原|白马证券|白鹿书店|黑鹿证券|金鹿证券|白鹿期货|白鹿青崖间|小白鹿
安泰保险 = 安泰医院|安泰堂|永泰保险|安康保险|安泰街|安泰保洁|安泰酒店|国泰保险|安定保险|安泰保险受害者
星河电视台 = 星河湾|星河电影院|银河电视台|星河天文台|星海电视台|星河广播台|漫步星河|星河电视迷
东篱科技 = 东篱菊|东篱把酒|南篱科技|东篱客栈|东篱科教|东风科技|东林科技|采菊东篱
闻达出版社, 闻达 = 文达|温达|闻达的猫|闻道出版社|闻达书屋|不求闻达
蓝鲸航空 = 蓝鲸世界|蓝鹰航空|白鲸航空|蓝鲸航海|蓝鲸潜水|蓝莓航空|蓝鲸航模社
金穗集团, 金穗 = 金穗小学|金麦集团|金穗米业|银穗集团|金岁月|李金穗|金穗路
霞ヶ丘銀行 = 霞ヶ丘高校|霞ヶ関銀行|緑ヶ丘銀行|霞ヶ丘商店|霞ヶ丘医院|星ヶ丘銀行|霞ヶ浦銀行|霞ヶ丘銀行ファンクラブ
春日野新聞 = 春日野神社|春日野道|春日部新聞|春日井新聞|春日野学習塾|非公式春日野新聞
みなみ信用組合 = みなみ薬局|きたみ信用組合|みなみ小学校|みなみのさかな|にしみ信用組合
カモメ電鉄 = カモメ食堂|ツバメ電鉄|カモメ電機|カモメ通信|カラス電鉄|カモメ鉄道部|かもめのジョナサン
月光堂製薬 = 月光仮面|日光堂製薬所跡|月光製菓|月見堂製薬|月光荘
한빛은행 = 한별은행|한빛안과|한빛초등학교|한빛교회|한솔은행|한빛탑|햇빛은행|한빛은행 팬클럽|한빛은행 북부지점
누리항공 = 누리마루|우리항공|누리항구|온누리교회|누리학교
미리내보험 = 미리내식당|은하수보험|미리내공원|미리보기|나리내보험
다온시청 = 다온시장|가온시청|다온식당|다온이네|다온시민
Кедровый банк = Кедровый парк|Кедровый Бор|Кедровка|Еловый банк|Кедровая баня|Кленовый банк|Банк крови|Кедровый орех|Бобровый банк|Пародия Кедровый банк|Бывший сотрудник Кедрового банка
Почта Заречья = Почта Поречья|Почтамт|Родная почта|Почта Загорья|Заречье сегодня|Полночь Заречья
Вестник Приморья = Вестник Поморья|Ведомости Приморья|Вестник Приволжья|Весна Приморья|Вестница
Авиалинии Севера = Авиалинии Юга|Огни Севера|Авиамодели Севера|Аллеи Севера
Τράπεζα Ελαιώνα = Τράπεζα Αίματος|Τράπεζα Θεμάτων|Ελαιώνας|Τράπεζα Καλαμώνα|Ταβέρνα Ελαιώνα
Εφημερίδα Κύμα = Εφημερίδα Βήμα|Εφημερίδα Χρήμα|Το Κύμα|Εφημερία Κύμα
مصرف الواحة = مصرف الساحة|مطعم الواحة|مصرف الراحة|نادي الواحة|واحة القراءة|مصرف المياه|مشرف الواحة
صحيفة النخيل = صحيفة السبيل|تمور النخيل|صحيفة الخليل|صفيحة النخيل
جامعة المرسى = جامعة المرج|مقهى المرسى|جماعة المرسى|جامع المرسى
بنک سپیدار = بنک خون|باغ سپیدار|سپیدار کتاب|بنک سپاهان
בנק הגליל = בנק הדם|גן הגליל|בנק השרון|בנק הגלים|בני הגליל|בנק הזמן
עיתון הכרמל = עיתון הכרם|קפה הכרמל|עיתון הכפר|עיתון הילדים
गंगाजल बैंक = गंगाजल बंधु|रक्त बैंक|गंगाधर बैंक|यमुनाजल बैंक|गंगा बैंड
सूर्यपुर समाचार = चंद्रपुर समाचार|सूर्यपुर विद्यालय|शौर्यपुर समाचार|सूर्यपुर संसार
ধানসিঁড়ি ব্যাংক = রক্ত ব্যাংক|ধানসিঁড়ি নদী|ধানক্ষেত ব্যাংক|ধানসিঁড়ি ব্যান্ড
தாமரை வங்கி = இரத்த வங்கி|தாமரை மலர்|தாழை வங்கி|தாமரைக்குளம்
ธนาคารทองแก้ว = ธนาคารเลือด|ร้านทองแก้ว|ธนาคารขยะ|ธนาคารทองคำ|ธนาการทุกวัน
Ngân hàng Hoa Sen = Ngân hàng máu|Hoa Sen Quán|Nhà hàng Hoa Sen|Ngân hàng đề thi|Ngân hà Hoa Sen
Báo Bình Minh = Báo Bình An|Bảo Bình|Bình Minh|Báo Đêm|Bảo tàng Bình Minh
Körfez Bankası = Körfez Balıkçısı|Kan Bankası|Körfez Belediyesi|Körfez Bakkalı|Göl Bankası|Körfez Bandosu
Banco Olivar = Banco Bolívar|Banco de Alimentos|Parque Olivar|Banco Oliveira|Blanco Olivar|Barco Olivar|Parodia de Banco Olivar
El Mirador = El Mirlo|El Labrador|Mirador del Valle|El Morador|El Minador|El Miramar
Diario La Estación = Diario de la Estafeta|Diario La Canción|Diario La Emoción|Diario mi Estación
Hafenbank = Hafenbar|Hafenbad|Hafenbahn|Gartenbank|Sandbank|Hafenrand|Hasenbank|Hafenband
Stadtwerke Grünau = Stadtwerke Gronau|Stadtwerke Grünstadt|Stadtgärten Grünau|Stadtwerke Ilmenau|Stadtwehr Grünau
Banque Vauclair = Banque Beauclair|Banque du sang|Barque Vauclair|Blanque Vauclair|Vauclair Boulangerie
Mairie de Clairval = Mairie de Claireville|Prairie de Clairval|Mairie de Clairvaux|Marie de Clairval|Mairie de Claval
Ministero delle Maree = Ministero delle Marie|Minestrone delle Maree|Mistero delle Maree
Narodowa Poczta = Narodowa Pociecha|Narodowa Orkiestra|Dawna Poczta|Nasza Poczta
Bank Cendrawasih = Bank Cendana|Taman Cendrawasih|Burung Cendrawasih|Bank Sampah Cendrawasih
Harborline, HBL = Arborline|Harborlight|Harbor Lane|Harborlime|Harbor Lin|Harborside|Harboring Lines
Northgate Bank = Southgate Bank|Northgate Bakery|Northgate Band|Northgate Tank|Northgate Park|Moorgate Bank|Northgate Bank Memes|Not Northgate Bank|Northgate Bank (parody)|Fake Northgate Bank|Northgate Bank Choir|Northgate Bankers Cricket Club|Northgate|Marla Northgate|Bank Holiday Northgate|Northgate Blank|Northgate Bunk
Kestrel Air = Kestrel Hair|Kestrel Fair|Kestrel Bar|Petrel Air|Kestrel Watch|Kestrel Air Spotters|Fans of Kestrel Air|Kestrel Heir|Kestrel Aird|Costrel Air
Solstice Games = Solstice Dames|Solstice Gardens|Solstice James|Solace Games|Winter Solstice
Bluefin = Bluefish|Blue Finch|Blue Fin Tuna|Blue Fir|Bluefield|Blue Tin|Bruce Finn
Parcelly = Parsley|Parcel|Purcell|Parcels|Parcelle|Marcelly|Percy Lee
Meridian Post = Meridian Toast|Meridian Past|Meridian Ghost|Median Post|Meridian Pest|Meridian Host
Quillpay = Quillplay|Quill Pals|Quill Paynter|Quiltpay|Quill Day|Squillpay
Lantern Press = Lantern Dress|Lantern Fest|Lantern Prose|Eastern Press|Lantern Fish
Tidewater Trust = Tidewater Crust|Tidewater Rust|Tidewater Tryst|Tidewater
Sunrise Mobile = Sunrise Motel|Sunset Mobile|Surprise Mobile|Sunrise Marble|Sunrise Model
Wexford Herald = Wexford Harold|Wexford Heron|Oxford Herald|Wexford Heralds FC|Wex Ford
Larkhill University = Parkhill University|Clarkhill University|Larkhill Universalists|Barkhill University
Orchard = Orchard Lane|Apple Orchard|orchardist|Cherry Orchard|Orchid|Richard|Orchards of Kent
Compass = Compass Rose|compassion|Encompass|Campus|Compassion First|Compost
Raven = Ravenna|Raving|Raven Smith|The Haven|Craven
Maple Leaf Telecom = Maple Leaf Tea|Maple Loaf Telecom|Maple Leaf Temple|Maple Relief Telecom
Department of Tides = Department of Ties|Department of Tiles|Department of Hides|Apartment of Tides|Department of Times|Department of Sides
Pellmore City Council = Fellmore City Council|Pellmore City Counsel Chambers|Pellmore City Choir|Bellmore City Council|Pellmore Sits Council
Veldra = Vedra|Velda|Velvet|Eldra|Veld Ra Farm|Deldra
Cloudport = Cloudburst|Cloud Port Isaac|Claudport|Loudport|Cloud Part|Cloudsport
"""

_HANDLES = """
Northgate Bank = northgate_bakes|northgateband|southgatebank|northgate_bnb|northgatebanker99|bank_northgateside|northgate_blanks
Kestrel Air = kestrel_airsoft|kestrelhair|kestrel_claire|kestrelairguns|kes_trail|kestrel_fair
Quillpay = quillpainter|quill_play|quillpages|squillpay_fan|quill_ray
Bluefin = bluefinger|bluefinch|blue_fine|bluefiend|bluefinland
Parcelly = parsley_77|parcel|purcelly|marcelly|parcelle
Orchard = orchardlane|rchardson|orchidee|orchard_road_sg|richard_or
Compass = compassion4all|encompass_art|campus_life|compose|compact
Veldra = veldrak|feldra|valdra|vedra_89|eldra
Hafenbank = hafenbar_kiel|hasenbank|gartenbank|hafenkrank|hafenband
Banco Olivar = bancobolivar|barcolivar|banco_oliveira|blancolivar
Cloudport = cloudsport|cloudparty|loudport|cloud_poet|claudeport
Meridian Post = meridianpast|meridian_pasta|median_post|meridianghost
Sunrise Mobile = sunrisemotel|sunset_mobile|sunrise_noble|sunrisemobil_home
Raven = craven|raven_claw|ravenna_it|haven|ravens
"""


def _read(text: str) -> list[Cluster]:
    lines = [line.split(" = ") for line in text.strip().splitlines()]
    named = [(names.split(", "), others.split("|")) for names, others in lines]
    return [Cluster(names[0], names[1:], others) for names, others in named]


CLUSTERS = _read(_SHOWN)


def shown() -> list[str]:
    """Return the names that are shown and are not an organisation's."""
    return list(dict.fromkeys(n for c in CLUSTERS for n in c.innocents))


def handles() -> list[str]:
    """Return the handles that are not an organisation's."""
    return list(dict.fromkeys(n for c in _read(_HANDLES) for n in c.innocents))
