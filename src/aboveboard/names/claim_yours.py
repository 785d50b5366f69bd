"""What a text says of the reader's own: your card, your account, your parcel, as only who holds them speaks. General knowledge.

A pair of expressions as in `claim_words`: languages with spaces, matched at word boundaries, and the others.
"""

from __future__ import annotations

__all__ = ["YOURS"]

_SOME = r"(?:[^ ]+ ){0,2}"
"""Words that may stand between: your new debit card."""

_SPACED = (
    rf"your {_SOME}(?:accounts?|cards?|bills?|invoices?|parcels?|packages?|shipments?|refunds?|tax (?:return|rebate)s?|benefits?|pensions?|meter|wallets?|pin|passwords?|sim|loans?|debts?|fines?|subscriptions?|deposits?|savings|balance|payouts?|electricity|money|prizes?)",
    rf"(?:tus?|sus?|vuestr[oa]s?) {_SOME}(?:cuentas?|tarjetas?|paquetes?|envios?|facturas?|reembolsos?|devolucion\w*|multas?|deudas?|pension\w*|bonos?|prestamos?|creditos?|clave|dinero|subsidios?)",
    rf"(?:seus?|suas?|teu|tua) {_SOME}(?:contas?|cartao|cartoes|encomendas?|faturas?|reembolsos?|multas?|dividas?|beneficios?|aposentadoria|emprestimos?|cpf|pix|dinheiro|saldo|restituicao)",
    rf"(?:votre|vos|ton|ta|tes) {_SOME}(?:comptes?|cartes?|colis|factures?|remboursements?|dossiers?|amendes?|allocations?|primes?|abonnement|livraison|retraite|identifiants|argent)",
    rf"(?:tu[oa]|tuoi|su[oa]|vostr[oaie]) {_SOME}(?:cont[oi]|cart[ae]|pacc[oh]\w*|spedizion\w+|bollett\w+|rimbors\w+|mult\w+|pension\w+|bonus|spid|prestit\w+|pratic\w+)",
    rf"(?:ihre?[nmrs]?|deine?[nmrs]?) {_SOME}(?:konto|konten|kontos|karte\w*|paket\w*|sendung\w*|rechnung\w*|rente\w*|steuer\w*|kredit\w*|vertrag\w*|zahlung\w*|abo|geld)",
    rf"(?:uw|jouw|je) {_SOME}(?:rekening\w*|pinpas|bankpas|pakket\w*|kaart|teruggave|toeslag\w*|lening\w*|factuur|betaling\w*|digid|geld)",
    r"(?:ditt?|dina|dine|ert|era|deres) (?:[^ ]+ )?(?:konto\w*|kort\w*|paket\w*|pakke\w*|faktura\w*|regning\w*|skatteaterbaring\w*|lan|bankid|mitid|pension\w*|penge)",
    r"tilisi|tilinne|korttisi|pakettisi|laskusi|tunnuksesi|veronpalautuksesi|elakkeesi|teie (?:konto|kaart|pakk|arve)\w*|jusu (?:konts|konta|karte|sutijum|rekin|saskait|kortel|siunt)\w*",
    rf"(?:twoj[^ ]*|twoja|twoje|panstwa|pana|pani|swoj[^ ]*) {_SOME}(?:kont\w+|kart\w+|paczk\w+|przesylk\w+|rachun\w+|zwrot\w*|emerytur\w*|swiadczen\w+|podat\w+|dlug\w*|pieniadz\w*)",
    rf"(?:vas[eaiu]?|vaseho|tvuj|tvoj[^ ]*|svuj|svoj[^ ]*) {_SOME}(?:uct\w*|ucet\w*|kart\w+|zasilk\w+|zasielk\w+|balik\w*|platb\w+|pujck\w+|pozick\w+|racun\w*|kartic\w+|posiljk\w+|paket\w*|povrat\w*)",
    r"szamlaja\w*|bankkartyaja\w*|kartyaja\w*|csomagja\w*|fiokja\w*|tartozasa\w*|visszateritese\w*",
    r"(?:contul|cardul|coletul|factura|rambursarea|pensia|creditul|amenda) (?:tau|ta|dvs|dumneavoastra)",
    rf"(?:ваш[^ ]*|тво[^ ]+) {_SOME}(?:счет\w*|карт\w+|посылк\w+|аккаунт\w*|кредит\w*|долг\w*|штраф\w*|пенси\w+|выплат\w+|вклад\w*|деньги|налог\w*|возврат\w*|средств\w*|рахун\w+|посилк\w+|борг\w*|пенсі\w+|виплат\w+|гроші|сметк\w+|пратк\w+|рачун\w*|картиц\w+|пошиљк\w+)",
    r"(?:λογαριασμ[^ ]+|καρτα|καρτας|δεμα|επιστροφη|συνταξη|επιδομα) (?:σας|σου)",
    r"hesab[iı]n[iı]z\w*|kart[iı]n[iı]z\w*|kargonuz\w*|faturan[iı]z\w*|iadeniz\w*|borcunuz\w*|cezan[iı]z\w*|krediniz\w*|hisobingiz\w*|kartangiz\w*|(?:сіздің|сиздин) (?:шот|карта|несие)\w*|шотыңыз\w*|картаңыз\w*|(?:таны|таний) (?:данс|карт|илгээмж|зээл)\w*",
    r"(?:حساب|بطاقت|شحنت|طرد|فاتورت|رصيد|معاش|اموال|أموال|مخالفات|جائزت|قرض|اشتراك)ك(?:م|ي)?|(?:حساب|کارت|بسته|قبض|یارانه|پرونده|وام) (?:شما|خود|تان)|حسابتان|کارتتان",
    r"(?:ה?חשבון|ה?כרטיס|ה?חבילה|ה?החזר|ה?קצבה|ה?חוב|ה?כסף) של(?:ך|כם)|חשבונ(?:ך|כם)|כרטיס(?:ך|כם)|חבילת(?:ך|כם)",
    rf"(?:आपका|आपके|आपकी|अपना|अपने|अपनी|तपाईंको|तुमचे|तुमचा|तुमची|आपले) {_SOME}(?:खाता|खाते|कार्ड|पार्सल|बिल|रिफंड|पेंशन|केवाईसी|सिम|लोन|कर्ज)|আপনার {_SOME}(?:অ্যাকাউন্ট|একাউন্ট|কার্ড|পার্সেল|বিল|পেনশন|ভাতা|সিম)",
    rf"(?:உங்கள்|தங்கள்) {_SOME}(?:கணக்கு|கார்டு|அட்டை|பார்சல்|பில்|கடன்|பணம்)|మీ {_SOME}(?:ఖాతా|కార్డు|పార్సెల్|బిల్లు|లోన్|పెన్షన్)|നിങ്ങളുടെ {_SOME}(?:അക്കൗണ്ട്|കാർഡ്|പാഴ്സൽ|ബിൽ)|તમારું {_SOME}(?:ખાતું|કાર્ડ|બિલ)|ನಿಮ್ಮ {_SOME}(?:ಖಾತೆ|ಕಾರ್ಡ್|ಬಿಲ್)|ਤੁਹਾਡਾ {_SOME}(?:ਖਾਤਾ|ਕਾਰਡ|ਬਿੱਲ)",
    rf"(?:آپ ک[اےی]|اپن[اےی]) {_SOME}(?:اکاؤنٹ|کارڈ|پارسل|بل|رقم|سم)|ඔබ(?:ගේ|ේ) (?:ගිණුම|කාඩ්පත|පාර්සලය|බිල)",
    r"(?:tai khoan|the|buu kien|don hang|hoa don|sim|ho so|khoan vay|tien) (?:[^ ]+ )?(?:cua (?:ban|quy khach|anh|chi)|quy khach|bi lua(?: dao)?)",
    r"(?:akun|rekening|kartu|kad|akaun|paket|bungkusan|parsel|tagihan|bil|sim|pinjaman|dana|saldo|bansos|bantuan) (?:anda|kamu|bapak|ibu)|(?:iyong|inyong) (?:account|card|package|ayuda|loan|sim|refund)|(?:account|card|package|parcel|sim|refund) (?:mo|ninyo|nyo)",
    r"(?:akaunti|kadi|kifurushi|mkopo|pesa|bili|malipo|fedha) (?:yako|zako|chako|wako|lako)|(?:koontadaada|kaarkaaga|lacagtaada)|(?:asusun|katin|kudin)(?:ka|ki|ku)",
    r"თქვენი (?:ანგარიში|ბარათი|ამანათი|სესხი)|ձեր (?:հաշիվ|քարտ|առաքում|վարկ)\w*|(?:ሂሳብዎ|ካርድዎ|አካውንትዎ|ብድርዎ)\w*|የእርስዎ (?:ሂሳብ|ካርድ|አካውንት)",
)

_PACKED = (
    r"(?:您|你)的?.{0,6}(?:账户|賬戶|帳戶|账号|帳號|银行卡|信用卡|包裹|快件|快递|話費|话费|電話費|电费|電費|水費|水费|退税|退稅|罚款|罰單|社保|医保|醫保|公积金|保单|保單|贷款|貸款|征信|签证|簽證|积分|積分|款项|款項|资金|資金|健保|帳單|账单|賬單)",
    r"(?:点击|點擊|立即|马上|限时)(?:领取|領取|办理|辦理)",
    r"(?:お客[様さ]ま?|あなた|貴方|貴殿)の?.{0,6}(?:口座|アカウント|カード|お?荷物|料金|還付|ポイント|端末|電話番号|ご?契約)",
    r"(?:고객님|귀하|회원님|당신)의? ?.{0,6}(?:계좌|계정|카드|택배|소포|환급|요금|명의|대출|포인트)",
    r"(?:บัญชี|บัตร|พัสดุ|มิเตอร์|เงิน|สิทธิ์).{0,8}(?:ของท่าน|ของคุณ)|သင့်(?:ရဲ့)?(?:အကောင့်|ကတ်|ငွေ)|គណនី(?:របស់)?(?:លោក)?អ្នក|ບັນຊີ(?:ຂອງ)?ທ່ານ",
)

YOURS = ("|".join(_SPACED), "|".join(_PACKED))
"""What is the reader's and held by a body."""
