"""What an organisation offers beside its name: News, Kredite, Préstamos, 招聘, 24, its country, its legal form, and greetings before it.

Impostors put such words beside a whole name, as branches and departments do; so they are taken off names of accounts only, where
enough of a name is left, and never off a protected name. Nothing that a town, a club, an audience or another trade is called by
is among them. Written down from general knowledge, language by language.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple

from aboveboard.names.affix_compounds import SINGLE
from aboveboard.names.affixes import GLUED, SPACED
from aboveboard.names.desk_words import listed, packed_desks, spaced_desks
from aboveboard.names.letters import read_letters
from aboveboard.names.offers_abroad import EITHER, HEADS, PACKED

__all__ = ["AFTER", "BEFORE", "Offers", "listed_read", "offers", "spaced_desks_read"]

AFTER = (
    "news newsroom breaking|news live|news alert alerts update updates info information pressoffice notices announcements bulletin newsletter "
    "loan loans credit credits tax taxes tolls permits licences licenses payments bills billing banking online|banking mobile|banking netbanking ebanking "
    "rebate rebates stimulus relief subsidy subsidies cashback voucher vouchers coupon coupons gift gifts giftcard giftcards promo promos promotion promotions deals offers sale sales discount outlet shop store estore online|store "
    "booking bookings tickets reservations check|in checkin baggage baggage|claims tracking track parcel parcels delivery redelivery customs|fee "
    "careers jobs hiring hr recruitment recruiting recruiter admissions enrolment enrollment registration scholarship scholarships council|tax appointments "
    "token tokens coin wallet wallets dao nft nfts defi staking stake presale listing listing|team airdrops "
    "app apps application download downloads login signin portal web website site page pages telegram whatsapp discord instagram facebook tiktok twitter youtube "
    "24 24h 247 24x7 24|7 365 h24 worldwide international intl head|office headquarters public|relations pr "
    "admin admins mod mods moderator management manager chairman ceo president director secretary "
    "plc gmbh ag kg ug mbh sa sas sarl srl spa sl slu ltda lda eireli bv nv oy oyj ab as asa aps kft zrt doo dd ad ood eood oü sia uab pjsc jsc ooo oao zao pao pvt pvt|ltd pt tbk sdn|bhd pte pte|ltd co|ltd kk limited incorporated corporation pty pty|ltd "
    # what states know people by, in any language
    "ssn ein nin pan pan|card aadhaar cpf cnpj rg rfc curp cuit cuil rut nif nie dni cip nuss codice|fiscale spid pesel nip dowód bsn cpr insz инн снилс rntrc рнокпп egn jmbg oib tckn nid nik npwp cccd mynumber "
    # Spanish
    "regularización regularizacion clave|cita declaración declaracion|renta noticias novedades comunicados prensa actualidad avisos alertas préstamo préstamos crédito créditos tarjeta tarjetas trámites tramites citas cita|previa ayudas becas multas tributos impuestos pagos cobros facturas empleo empleos admisiones inscripciones "
    "ofertas promociones sorteo sorteos premios regalos tienda clientes cliente entradas reservas envíos paquetes seguimiento descargas sede sede|electrónica informa banca|online bonos subsidio subsidios verificaciones "
    # Portuguese
    "regularização restituição malha|fina irpf imposto|de|renda consulta notícias comunicados imprensa avisos empréstimo empréstimos cartão cartões crédito boletos boleto tributos impostos iptu multas vagas concursos matrículas matrícula inscrições auxílio promoções prêmios brindes loja ingressos reservas encomendas rastreio rastreamento aplicativo celular pix informa site equipe agora "
    # French
    "actu actus actualité actualités infos informations presse communiqué communiqués alerte alertes alerte|fraude prêt prêts crédit crédits carte cartes amendes impôts démarches état|civil rendez|vous rdv accueil recrutement emploi emplois inscription inscriptions admissions bourses aides aide primes cadeaux promos soldes boutique billetterie réservation réservations colis livraison suivi appli en|ligne espace|client espace|perso "
    # German
    "nachrichten aktuell aktuelles eilmeldung eilmeldungen meldungen redaktion presse pressestelle kredit kredite darlehen karte karten konto kontosperrung sperrdienst sperrnotruf rechnung rechnungen zahlung zahlungen gebühren bußgeld termine terminvergabe bürgerservice bürgerbüro bewerbung karriere jobs ausbildung studium zulassung einschreibung stipendien gewinnspiel gewinnspiele gutschein gutscheine angebote aktion rabatt laden tickets buchung paket pakete sendung sendungsverfolgung zustellung pushtan push|tan phototan photo|tan chip|tan onlinebanking onlineservice kundenportal kundencenter kundenkonto kontakt hilfe hilfe|kontakt infos portal digital "
    # Italian
    "notizie ultimora comunicati stampa avvisi prestito prestiti mutui tributi imposte multe pagamenti anagrafe appuntamenti concorsi lavoro assunzioni iscrizioni borse bonus offerte promozioni premi regali negozio biglietti prenotazioni spedizioni pacchi tracciamento area|clienti servizi|online "
    # Dutch, Nordic, Polish, Czech, Hungarian, Romanian
    "nieuws berichten leningen lening belasting boetes afspraken vacatures inschrijving acties aanbiedingen winkel pakketten bezorging klantcontact klant nyheter nyheder uutiset lån lan laina kort skatt jobb rekrytering kundecenter wiadomości aktualności kredyt kredyty pożyczki pożyczka podatki opłaty rekrutacja praca promocje promocja konkurs nagrody sklep bilety rezerwacje paczki przesyłki śledzenie zprávy novinky půjčky úvěry kariéra slevy hírek hitel állás știri credite angajări "
    # Turkish
    "haber haberler duyuru duyurular basın kredi krediler kredi|başvuru kart kartı başvuru başvurular vergi borç ödeme ödemeler fatura randevu kayıt kariyer iş|ilanları burs yardımlar kampanya kampanyalar çekiliş hediye hediyeler mağaza bilet rezervasyon kargo kargo|takip takip internet|bankacılığı şube müşteri bilgi son|dakika e|belediye "
    # Vietnamese, Indonesian, Malay, Filipino
    "tin|tức thông|báo tuyển|dụng tuyển|sinh vay vay|vốn vay|nhanh tín|dụng thẻ đặt|lịch đặt|khám lịch|khám khuyến|mãi quà|tặng trúng|thưởng vé ứng|dụng online|24h giải|ngân thu|phí học|bổng nộp|phạt cổng dịch|vụ|công tuvan vaynhanh chinhthuc "
    "berita kabar info pengumuman humas pinjaman kredit kartu|kredit tagihan pajak bansos bantuan|sosial blt lowongan loker karir rekrutmen pendaftaran beasiswa promo diskon hadiah undian giveaway toko tiket paket resi cek|resi mbanking perbankan pengaduan aduan daring sosial pinjaman|online pusat nasabah cs|24|jam 24|jam jam tawaran balita pautang trabaho "
    # Russian, Ukrainian, Bulgarian, Serbian
    "новости новость срочно пресса пресс|служба пресс|центр объявления оповещения кредит кредиты займы займ ипотека карта карты вклады выплаты пособия субсидии налоги штрафы жалобы приёмная приемная приём запись запись|на|приём регистратура онлайн|регистратура электронная|регистратура вакансии работа карьера приёмная|комиссия абитуриент абитуриенту стипендии акции акция скидки розыгрыш розыгрыши призы подарки магазин билеты бронирование посылки доставка отслеживание онлайн мобильный приложение личный|кабинет кабинет инфо информация портал госуслуги канал телеграм клиентам для|клиентов бонусы "
    "новини кредити картки виплати податки скарги вакансії робота акції знижки подарунки магазин квитки посилки доставка застосунок приймальня "
    # Greek, Hebrew
    "νέα ειδήσεις ανακοινώσεις δάνεια δάνειο κάρτες φόροι ραντεβού προσλήψεις θέσεις προσφορές δώρα κατάστημα εισιτήρια κρατήσεις δέματα חדשות הודעות עדכונים הלוואות הלוואה אשראי כרטיסים ארנונה מיסים קנסות תורים דרושים הרשמה מבצעים מתנות חנות כרטיסים הזמנות משלוחים "
    # Arabic, Persian, Urdu
    "أخبار الأخبار عاجل بيانات إعلام الإعلام قرض قروض تمويل القروض بطاقات ضرائب غرامات مخالفات شكاوى الشكاوى مواعيد حجز المواعيد وظائف توظيف التوظيف القبول التسجيل القبول|والتسجيل منح عروض العروض جوائز هدايا مسابقة متجر تذاكر شحن الشحن تتبع التوصيل تطبيق الخدمات|الإلكترونية الخدمات خدمات الإلكترونية الخدمات|الالكترونية أونلاين اونلاين معلومات الاحتياطي الحساب|الاحتياطي الحساب|البديل الرئيسي العالمية الدولية "
    "اخبار وام تسهیلات استخدام ثبت|نام نوبت|دهی جوایز فروشگاه بلیط آنلاین اطلاع|رسانی "
    # Hindi, Bengali, Tamil, Thai with spaces
    "समाचार खबर सूचना लोन ऋण कर्ज केवाईसी क्रेडिट|कार्ड टैक्स बिल भर्ती नौकरी प्रवेश परिणाम छात्रवृत्ति योजना सब्सिडी ऑफर इनाम टिकट बुकिंग डिलीवरी ऐप ऑनलाइन पोर्टल शिकायतें लाइव খবর ঋণ চাকরি ভর্তি অফার টিকিট கடன் செய்திகள் வேலைவாய்ப்பு"
)
"""Words after a name; `|` parts the words of one expression."""

BEFORE = (
    "get my our go try use join ask hello hi hey meet visit shop dear new live breaking central head secure pay mobile online digital inside team info about its its|official this|is we|are welcome|to contact call dial "
    "mi mis nuestro nuestra tu hola soy somos el|verdadero el|auténtico central|banco meu minha nosso nossa ola sou mon ma mes notre bonjour le|vrai la|vraie mein meine dein unser unsere hallo der|echte die|echte das|echte il|mio la|mia mio mia nostro ciao mijn hallo mój moj moja moje naš min mitt mina oma "
    "halo sahabat info|resmi sapa tanya kabar benim bizim merhaba xin|chào tổng|đài tổng|đài|hỗ|trợ hỗ|trợ kênh trang trang|chính мой моя моё ваш привет настоящий настоящая настоящее официально официальный официальная офіційний мій حسابي مرحبا دعم خدمة خدمات الصفحة|الرسمية الحساب|الرسمي असली आपका हमारा नमस्ते"
)
"""Words before a name."""

_PACKED_AFTER = (
    "即时新闻 即時新聞 快讯 快報 速报 爆料 爆料热线 头条号 视频号 視頻號 抖音号 抖音 微信 微博 小程序 公告 通告 通知 资讯 資訊 专页 專頁 主页 官方频道 频道 客户端 App下载 app下载 app 下载 网上银行 网银 手机银行 网上营业厅 营业部 总部 總部 总店 總店 本店 直营店 直營店 专卖店 商城 商店 优惠 優惠 折扣 抽奖 抽獎 红包 紅包 礼品 福利社 活动 活動 领取 领券 "
    "信用卡 信用卡部 借款 贷 贷款部 貸款 貸款部 信貸 信贷 借贷 分期 提额 额度 还款 补助 補助 补助金 補助金 津贴 津貼 补贴办 税务 缴费 繳費 罚款 招聘 招聘部 人事 人事部 人力资源 HR 招生 录取 报名 报考 奖学金 成绩查询 门诊 專家門診 专家门诊 挂号处 体检 体检中心 急诊 便民服务 便民中心 办事大厅 政务 政务服务 民生 举报 舉報 投诉部 服務台 服務中心 服務 服务部 客服部 售票 订票 訂票 购票 快递查询 查询 查詢 物流查询 "
    "国际 國際 中国 中國 中国区 大中华区 香港 台灣 台湾 日本 日本語 全国 全國 全球 官方旗舰 旗舰 旗艦店 官方直播 直播中 号外 一号 1号 2号 備用 后备 後備 備份 备份 LINE VIP会员 会员 會員 会员中心 會員中心 粉专 粉專 "
    "ニュース 速報 お得 セール キャンペーン 抽選 プレゼント 当選 カード ローン 融資 貸付 給付金 給付金窓口 支援金 補助金 税 納税 予約 受付 受付窓口 採用 採用担当 人事部 求人 入試 広報 広報室 広報課 会員 会員様 ご案内 案内 ご優待 アプリ オンライン ネット ネットバンク インターネットバンキング 本社 本部 直販 直営 ストア 公式ストア ショップ 公式ショップ 限定 通信 便り チケット 配送 配達 荷物 追跡 JAPAN ジャパン 日本支社 "
    "뉴스 속보 소식 알리미 안내 공지 공지사항 홍보 홍보팀 홍보실 대출 대출팀 신용대출 카드 이벤트 경품 당첨 쿠폰 할인 스토어 쇼핑몰 몰 채용 인사팀 입학처 모집 예약 접수 민원 민원실 민원센터 지원금 재난지원금 세금 과태료 배송조회 택배 택배조회 앱 모바일 온라인 인터넷뱅킹 본점 본사 코리아 한국 글로벌 라이브 톡 채널 센터 카카오톡 "
    "ข่าว ข่าวสาร ประกาศ สินเชื่อ เงินกู้ บัตรเครดิต โปรโมชั่น โปรโมชัน แจกรางวัล ของรางวัล รับสมัคร สมัครงาน นัดหมาย จองคิว ออนไลน์ ไลน์ แอป สำนักงานใหญ่ ภาษี ค่าปรับ พัสดุ ติดตามพัสดุ ประเทศไทย"
)
_PACKED_BEFORE = (
    "真 新 我的 正版 正宗 官方 中国 香港 台灣 全球 公式 新生 本物の 真の 진짜 공식 우리 새 정품 เพจ ศูนย์ ข่าว"
)

_PLACES = (
    "usa us|a america united|states uk united|kingdom england britain gb australia canada india ireland new|zealand south|africa nigeria kenya ghana singapore malaysia philippines hong|kong china japan korea taiwan vietnam thailand indonesia pakistan bangladesh "
    "germany deutschland österreich austria schweiz suisse svizzera switzerland france belgique belgië belgium nederland netherlands holland italia italy españa spain portugal polska poland česko sverige sweden norge norway danmark denmark suomi finland ελλάδα greece cyprus türkiye turkiye turkey россия рф украина україна беларусь казахстан russia ukraine israel ישראל "
    "méxico mexico argentina chile colombia perú peru ecuador venezuela uruguay paraguay bolivia panamá brasil brazil centroamérica latam latinoamérica europe europa eu emea asia apac africa afrique mena gcc "
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada new|hampshire new|jersey new|mexico new|york north|carolina ohio oklahoma oregon pennsylvania rhode|island south|carolina tennessee texas utah vermont virginia wisconsin wyoming "
    "london scotland wales ireland|uk ontario quebec nsw victoria queensland lagos nairobi dubai россии україни украины україна|офіційно србија србије kosovo srbija hrvatska slovenija slovensko magyarország românia danmark|dk eesti latvija lietuva shqipëria "
    "السعودية المملكة الإمارات الامارات الكويت قطر البحرين عمان مصر الأردن العراق المغرب الجزائر تونس لبنان سوريا اليمن ليبيا السودان saudi ksa uae emirates kuwait qatar bahrain oman egypt jordan iraq morocco ایران iran भारत इंडिया việt|nam vn kenya"
)
"""Countries and continents. A town is not among them: a branch is called by it."""

_CODES = "us usa uk gb eu de fr es it pt nl be ch at pl cz sk hu ro bg gr tr ru ua se no dk fi ie in id my sg ph vn th jp kr cn hk tw mx br ar cl co pe ec ve uy au nz za ng ke gh eg ma sa ksa ae uae qa kw jo iq il pk bd ir kz by ca"
CODES = frozenset(_CODES.split(" "))
"""Codes of countries, that handles put right behind a name."""


class Offers(NamedTuple):
    """Expressions as they are read: words after and before a name, the same of scripts without spaces, countries, and glued ones without marks."""

    after: frozenset[str]
    before: frozenset[str]
    packed_after: frozenset[str]
    packed_before: frozenset[str]
    places: frozenset[str]
    glued_after: frozenset[str]
    glued_before: frozenset[str]
    strong: frozenset[str]


@cache
def offers() -> Offers:
    """Return all expressions."""
    after, before, places, either, packed = map(_read, (AFTER, BEFORE, _PLACES, EITHER, PACKED))
    desks = _read(" ".join(w.replace(" ", "|") for w in (*SPACED, *GLUED, *SINGLE)))
    heads = _read(f"{HEADS} {' '.join(GLUED)}")
    return Offers(
        after | either | spaced_desks_read(), after | before | either, _read(_PACKED_AFTER) | packed | _read(" ".join((*packed_desks(), *listed("packed")))), _read(_PACKED_BEFORE) | packed | _thai(), places | CODES,
        (_glued(after | desks | places | heads, _LEAST_GLUED) | _glued(either, _LEAST_FOREIGN)) - CODES, _glued(before | heads, _LEAST_GLUED), either | desks,
    )  # fmt: skip


def _thai() -> frozenset[str]:
    """Return the Thai words of desks: Thai says first what a desk is."""
    return frozenset(w for w in listed_read("packed") if _THAI_FIRST <= w[0] <= _THAI_LAST)


_THAI_FIRST, _THAI_LAST = "\u0e00", "\u0e7f"


@cache
def spaced_desks_read() -> frozenset[str]:
    """Return `desk_words.spaced_desks` as they are read."""
    return _read(" ".join(spaced_desks()))


@cache
def listed_read(kind: str) -> frozenset[str]:
    """Return `desk_words.listed` as they are read."""
    return _read(" ".join(sorted(listed(kind))))


def _glued(words: frozenset[str], least: int) -> frozenset[str]:
    bare = (w.replace(" ", "") for w in words if w.isascii())
    return frozenset(w for w in bare if len(w) >= least)


_LEAST_GLUED, _LEAST_FOREIGN = 3, 5
"""Letters of a word that may be glued to a name, and of one of those of all languages."""


def _read(words: str) -> frozenset[str]:
    """Return expressions as they are read, with and without their marks, and with ä as ae."""
    text = words.replace(" ", "\n").replace("|", " ")
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    forms = (text, bare, text.translate(_IN_TWO))
    return frozenset(" ".join(w.split()) for form in forms for w in read_letters(form).split("\n")) - {""}


_IN_TWO = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
