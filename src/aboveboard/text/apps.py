"""Services on which people are reached: what they are called in their users' scripts, and in short."""

from __future__ import annotations

__all__ = ["EVERYDAY", "NAMES", "PHRASES", "SEARCHED", "SLANG"]

NAMES = {
    "WeChat": "wechat weixin 微信 微信号 ウィーチャット 위챗 вичат вейшин วีแชท وي‌تشات ويتشات وی‌چت",
    "QQ": "qq qq号 qq群 扣扣",
    "Telegram": "telegram tele телеграм телеграмм телеграма телеграме телеграмі 電報 电报 テレグラム てれぐらむ 텔레그램 텔레그람 تليجرام تلجرام تيليجرام تيليغرام تلغرام تلقرام تيلقرام تلگرام "
    "טלגרם टेलीग्राम टेलिग्राम টেলিগ্রাম టెలిగ్రామ్ டெலிகிராம் เทเลแกรม เทเลแกม τέλεγκραμ τηλέγραμ տելեգրամ ტელეგრამი ტელეგრამ телеграмдан",
    "WhatsApp": "whatsapp вотсап ватсап вацап уотсап вотсапп ватсапп واتساب واتس‌اپ واتساپ وتساب واتسب وٹس‌ایپ واٹس‌ایپ ווטסאפ וואטסאפ וואצאפ ווצאפ व्हाट्सएप व्हाट्सऐप व्हाट्सअप वॉट्सऐप "
    "वाट्सएप हॉट्सएप হোয়াটসঅ্যাপ হোয়াটসএপ வாட்ஸ்அப் வாட்சப் వాట్సాప్ ವಾಟ್ಸಾಪ್ വാട്സാപ്പ് વોટ્સએપ ਵਟਸਐਪ วอทแอพ วอตส์แอปป์ วอทส์แอป วอทซัพ 왓츠앱 왓챕 ワッツアップ ワッツアプ γουάτσαπ γουατσαπ ουάτσαπ ვოთსაფი վաթսափ",
    "Line": "line ライン らいん 라인 ไลน์ ลายน์ 賴 赖",
    "Zalo": "zalo ซาโล",
    "Viber": "viber вайбер вибер вайбір فايبر وايبر 바이버 βάιμπερ vayber vajber",
    "Discord": "discord дискорд діскорд ディスコード ディスコ鯖 디스코드 دیسکورد ديسكورد ดิสคอร์ด diskord",
    "KakaoTalk": "kakaotalk kakao 카카오톡 카카오 カカオトーク カカオ かかお คาเคา",
    "Signal": "signal сигнал سيجنال シグナル 시그널",
    "Skype": "skype скайп سكايب スカイプ 스카이프 skajp",
    "Snapchat": "snapchat snap снапчат سناب‌شات سناب سنابتشات スナチャ スナップチャット 스냅챗 स्नैपचैट סנאפצאט",
    "Instagram": "instagram insta инстаграм инстаграмм انستقرام انستغرام انستجرام اینستاگرام インスタグラム 인스타그램 อินสตาแกรม इंस्टाग्राम אינסטגרם",
    "OnlyFans": "onlyfans fansly онлифанс オンリーファンズ 온리팬스 أونلي‌فانز",
    "VK": "vk вк вконтакте",
    "Twitter": "twitter твиттер ツイッター 트위터 تويتر توییتر ทวิตเตอร์ 推特",
    "a video site": "抖音 抖音号 快手 快手号",
    "RED": "小红书 小紅書",
    "a public account": "公众号 公眾號",
    "Weibo": "微博号",
    "another messenger": "messenger facebook мессенджер wickr wicker threema session kik кик jabber icq аська imo ايمو ایمو بله روبیکا ایتا",
    "payment": "cashapp venmo paypal zelle пейпал 支付宝 paytm gcash phonepe bkash",
}  # fmt: skip
"""By service, the names that everybody reads. Standing there plainly they hide nothing; disguised they do."""

SLANG = {
    "WeChat": "vx vv vxin v信 v芯 威信 薇信 微♥ 薇♥ v♥ 威♥ 葳信 徽信 溦信 嶶信 微芯 微心 维信 唯信 唯芯 薇芯 葳芯 v我 加v 加微 加薇 加威 加vx 卫星 绿泡泡 绿色软件 绿标 围脖信 绿色聊天软件 绿色应用 绿色图标 绿色app 绿app 隔壁绿色 ♥泡泡 🛰 威信号 薇信号 薇芯号 维信号 wei信 微xin w信 ω信 蔚♥ 溦♥ 蔚信 溦伩 微伩 薇伩 威伩 微亻言 lvpaopao lüpaopao vxhao weixinhao",
    "QQ": "扣扣 蔻蔻 抠抠 叩叩 丫丫 yy号 球球 秋秋 企鹅号 企鹅 q群 扣群 扣裙 q裙 🐧 🐧号 小企鹅",
    "Telegram": "tg teleqram telqram telegrama тг тлг тгк телега телегу телеге телегой тележка тележку телеграф 纸飞机 小飞机 飞机 飞机号 纸✈ 纸✈️ 蓝色飞机 tgram telegr telgıraf têlêgờram têlegram paperplaneapp blueplaneapp blueplane papierfliegerapp appdelavioncito avioncitoazul aviãozinhoazul aviãozinho appdoavião самолетик самолётик синийсамолетик синийсамолётик 紙飛行機アプリ 青い飛行機 파란비행기 종이비행기 kağıtuçak maviuçak máybaygiấy máybayxanh แอพฟ้า เครื่องบินกระดาษ الطيارةالزرقا 电报 텔레 텔그 텔래 ㅌㄹ テレグラ テレ てれ تيلي تلي تله ตะแกรม ทีจี טלג telega teleg tlg telegrom",
    "WhatsApp": "whts whtsapp whatsa guasá wotsap greenapp greenphoneapp greenchatapp appverde appverdecito appverdinho verdinho zapverde зеленоеприложение зелёноеприложение зеленыйзначок apphijau aplikasihijau yeşiluygulama yeşilapp التطبيقالاخضر vatsap vatsapp votsap votsapp uatsap guasap guatsap wasap wassap wotsap 瓦次普 wsp wpp whats zap zapzap вотс вац вацапп واتس ватс 왓앱 วอท וואטס vatsp",
    "Zalo": "dalo",
    "Line": "加赖 加賴 赖id 瀨 แอดไลน์ แอดลายน์ ลาย らいん ラィン แอพเขียว แอปเขียว ไลน์เขียว 緑のアプリ みどりのアプリ",
    "Discord": "디코 дис диск дс ディスコ",
    "KakaoTalk": "노란말풍선 노란톡 노랑말풍선 노란앱 카톡 카톡아이디 ㅋㅌ 까톡 카코톡 카까오톡 까까오톡 깨톡 카독 옾챗 오픈챗 오픈톡 오픈카톡 옵챗 カカ",
    "Snapchat": "снап سنابي 👻 yellowghostapp yellowghost ghostapp yellowapp snapsh snp appamarilla fantasmaamarillo fantasminhaamarelo желтоепривидение",
    "Instagram": "инста инсту инсте thegram theigram インスタ いんすた 인스타 📸 انستا اینستا",
    "a video site": "b站 小破站 斗音 抖阴 d音 某音 某音号 抖影 d音号 某手 某手号",
    "RED": "小红薯 小地瓜 红薯号 小红苕 某红书 某书号",
    "a public account": "公仲号 公种号 工众号 gzh",
    "another messenger": "蝙蝠id 蝙蝠号 蝙蝠聊天 土豆聊天 土豆id 土豆号 密聊猫",
    "Twitter": "小蓝鸟 蓝鸟号 bluebirdapp птичка",
    "Weibo": "围脖 wb号 某博 某博号",
    "Baidu": "百度一下 百度",
    "Naver": "네이버 카페",
    "payment": "zfb 支fu宝 支付饱 吱付宝 ppal p-pal",
}  # fmt: skip
"""By service, what its users say among themselves, and homophones: hidden from a reader who is a program."""

EVERYDAY = frozenset(
    (
        "line", "tele", "signal", "snap", "session", "kakao", "messenger", "facebook", "imo", "whats", "zap", "vv", "v信", "飞机", "企鹅", "卫星", "球球", "丫丫",
        "土豆", "赖", "賴", "瀨", "カカ", "てれ", "テレ", "диск", "дис", "дс", "вац", "ватс", "сигнал", "телеграф", "тележка", "тележку", "кик", "카페", "라인",
        "ライン", "らいん", "ディスコ", "威信", "维信", "唯心", "微心", "飞机号", "电报", "電報", "纸飞机", "小飞机", "围脖", "百度", "ลาย", "วอท", "تله", "بله", "ایتا", "تلي", "vk", "🐧", "👻", "📸", "птичка", "小蓝鸟", "🛰", "小企鹅", "verdinho", "aviãozinho", "самолетик", "самолётик", "yellowapp", "隔壁绿色", "某博", "抖音", "快手", "小红书",
    )
)  # fmt: skip
"""Names that are words of every day too: only a sign and a name for a chat make a contact of them."""

PHRASES = frozenset(
    (
        "greenapp", "greenphoneapp", "greenchatapp", "blueplaneapp", "blueplane", "paperplaneapp", "papierfliegerapp", "yellowghostapp", "yellowghost", "ghostapp", "yellowapp", "bluebirdapp", "thegram",
        "appverde", "appverdecito", "appverdinho", "zapverde", "appdelavioncito", "avioncitoazul", "aviãozinhoazul", "appdoavião", "appamarilla", "fantasmaamarillo", "fantasminhaamarelo",
        "зеленоеприложение", "зелёноеприложение", "зеленыйзначок", "синийсамолетик", "синийсамолётик", "желтоепривидение", "apphijau", "aplikasihijau", "yeşiluygulama", "yeşilapp", "maviuçak", "kağıtuçak",
        "máybaygiấy", "máybayxanh", "têlêgờram", "التطبيقالاخضر", "الطيارةالزرقا",
    )
)  # fmt: skip
"""Slang of several words, written here in one: the spaces between them disguise nothing more."""

SEARCHED = frozenset(("a video site", "RED", "a public account", "Weibo", "Baidu", "Naver"))
"""Services where one is looked up by name."""
