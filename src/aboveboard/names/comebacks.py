"""How names say that an account is back or a second one, and texts that one is gone: words by language. General knowledge.

Words in names say little alone, and are no part of a name that was kept; texts count beside a part of a closed account's name, or its
handle. Words of names stand whole; those of scripts without spaces, and stems of words for what became of an account, stand anywhere.
"""

from __future__ import annotations

__all__ = ["ACCOUNTS", "ENDED", "PACKED_AGAIN", "SPACED_AGAIN"]

_AGAIN = (
    # English
    (
        "back returns return returned comeback reborn resurrected risen revived revival reloaded reboot rebooted relaunch relaunched restart restarted resurfaced "
        "again alt alternate spare reserve backup second 2nd sub new fresh unbanned wereback isback imback backagain"
    ),
    # Spanish, Portuguese, French, Italian, Romanian
    "volvió vuelve volvimos volví regresa regresó regreso regresamos resucitó resucita renace renació nuevo nueva reserva respaldo alterna secundaria segunda",
    "voltou voltei volta voltamos ressurgiu ressurge ressuscitou renasceu renasce retorno retornou denovo novo nova reserva secundária",
    "revient revenu revenue retour revoilà ressuscite ressuscité renaît nouveau nouvelle secours bis secondaire",
    "torna tornato tornata tornati ritorno ritorna rinato rinasce risorto ancora nuovo nuova riserva secondo",
    "revenit întors revine nou nouă rezervă",
    # German, Dutch, Swedish, Norwegian, Danish, Finnish, Hungarian
    "zurück zurueck wieder neu neue neuer neues zweit zweitaccount zweitkonto auferstanden ersatz reserve neustart",
    "terug weer nieuw nieuwe reserve tweede herrezen tillbaka tilbage tilbake igen igjen ny nytt nye reserv återkomst takaisin palasi palaa uusi vara paluu visszatért vissza újra új tartalék",
    # Russian, Ukrainian, Polish, Czech and Slovak, South Slavic
    "вернулся вернулась вернулись возвращение воскрес воскресла воскресли возродился возродилась камбэк камбек снова опять новый новая новое зеркало запас запасной запасная резерв резервный второй вторая твинк ожил ожила",
    "повернувся повернулась повернулися повернення знову новий нова нове дзеркало запасний резерв воскрес воскресла камбек",
    "wrócił wróciła wróciło wraca powrót powrócił powróciła znowu znów nowy nowa nowe zapas zapasowe rezerwa drugie zpět vrátil vrátila návrat zase znovu nový nová nové záložní späť vratio vratila opet ponovo novi povratak завръща върна отново нов резервен",
    # Turkish, Indonesian and Malay, Vietnamese, Filipino, Swahili
    "döndü döndüm döndük geri tekrar yeniden yeni yedek geldi dönüş dönüşü kembali balik lagi hadir baru cadangan bangkit",
    "trở|lại quay|lại tái|xuất hồi|sinh mới phụ dự|phòng bumalik nagbalik muli bago amerudi nimerudi tumerudi mpya",
    # Arabic, Persian, Urdu, Hebrew
    "عودة العودة عاد عادت عدنا عدت رجع رجعت رجعنا يعود تعود جديد الجديد جديدة احتياط احتياطي بديل بديلة ثاني الثاني بازگشت برگشت برگشتیم دوباره جدید زاپاس یدک پشتیبان واپس واپسی نیا نئی חזר חזרה חזרנו חוזר שב חדש חדשה גיבוי שוב",
    # Hindi, Bengali, Tamil, Telugu; Greek; Armenian, Georgian
    "वापस वापसी लौटा लौट लौटे फिर नया नई दूसरा बैकअप कमबैक रिटर्न्स परत ফিরে ফিরলাম ফিরল আবার নতুন ব্যাকআপ কামব্যাক மீண்டும் திரும்ப வந்தாச்சு புதிய మళ్ళీ మళ్లీ తిరిగి కొత్త",
    "επέστρεψε επέστρεψα γύρισε γύρισα επιστροφή ξανά πίσω νέος νέο νέα εφεδρικό վերադարձ նորից նոր დაბრუნდა ისევ ახალი",
    # Baltic languages and Estonian; Albanian; Kazakh, Uzbek, Azerbaijani; Amharic; Hausa and Yoruba
    "grįžo sugrįžo sugrįžta vėl atgal naujas nauja atsarginė atgriezās atgriezies atkal jauns jauna rezerves tagasi naasis uus varu kthye përsëri re оралды қайта жаңа қайтты qaytdi qaytdik yangi qayıtdı yenidən ተመለሰ ተመለስን አዲስ sabon sabuwa tuntun ξαναχτυπά ξαναχτυπούν ξαναγύρισε imerudi wamerudi reapareció reaparece reviene tornem tornat",
    # Punjabi, Gujarati, Marathi, Nepali, Malayalam, Kannada, Sinhala
    "ਵਾਪਸ ਫਿਰ ਨਵਾਂ ਨਵੀਂ પાછા ફરી નવું નવી पुन्हा नवीन नवा फेरि नयाँ വീണ്ടും തിരിച്ചെത്തി പുതിയ ಮತ್ತೆ ಹೊಸ නැවත අලුත්",
    # Numbers of a row
    "2 3 4 5 ii iii iv vol ver v2 v3 v4 ver2 ver3 pt2 part2 n2 no2 mk2",
    # Written in Latin letters, as in handles
    (
        "kambek kambak huilai guilai fuhuo chongsheng zhuansheng zhuanshi guiwei chongqi xinhao xiaohao beiyong fukkatsu kikan tensei futatabi sairin yobi saikai saraiki restart dasi saejip saegye yebi bugye dolawa opyat snova voskres voskresla vernulsya vernulas "
        "novaya novyj novyy noviy novyi zerkalo zapas zapaska rezerv awda 3awda rj3na rejaa ehtiyat novapg wapas wapis wapsi naya nayi phirse wrocil wrocila powrot klabma comebek tillbaka trolai quaylai"
    ),
)  # fmt: skip
SPACED_AGAIN = tuple(word.replace("|", " ") for words in _AGAIN for word in words.split())
"""Words in names of scripts with spaces."""

_PACKED = (
    "回来 回來 归来 歸來 回归 回歸 归位 歸位 复出 復出 再临 再臨 降临 转世 轉世 转生 重生 复活 復活 新窝 新窩 新号 新號 新家 又来 又來 卷土重来 捲土重來 返场 返場 回坑 重启 重啟 重开 重開 备用 備用 小号 小號 归隊 返嚟 翻嚟 "
    "再来 ふたたび 再び 帰還 復帰 リターン カムバック 転生 予備 サブ 新垢 別垢 裏垢 帰ってき 戻ってき 再始動 再開 ただいま リベンジ 再起動 再誕 "
    "재가동 다시 리턴 컴백 복귀 부활 귀환 새집 새계 새로 예비 부계 돌아 재오픈 환생 왔다 재시작 재개 "
    "กลับมา คัมแบ็ก คัมแบค รีเทิร์น ใหม่ สำรอง คืนชีพ ກັບມາ ໃໝ່ ပြန်လာ အသစ် ត្រឡប់មក ថ្មី"
)
PACKED_AGAIN = tuple(_PACKED.split())
"""The same in scripts without spaces, and in Korean."""

ACCOUNTS = (
    r"(?:^|[^\pL])(?:acc(?:ount|t)?s?|page|profile|channel|main|(?:old|first|last|other|prev(?:ious)?) one|handle|cuentas?|perfil|página|pagina|conta|primeir[ao]|antig[ao]|compte|chaîne|\pL*konto|\pL*account|profil\pL*|\pL*seite|\pL*kanal\pL*|canal|canale|profilo|gaml[ae]|gammel|første|första|vecchi[oa]|vechi\pL*|cont(?:ul)?|fiók\pL*|účet|tili(?:ni)?|akaunti|akun|akaun|nick|trang|kênh|sayfa\pL*|hesa[bp]\pL*)(?:[^\pL]|$)"
    r"|аккаунт|\bакк|канал|страниц|паблик|основ|перв(?:ый|ая|ую|ое)|стар(?:ый|ая|ую|ое)|прошл|прежн|акаунт|сторінк|профил|профіл|tài khoản|บัญชี|เพจ|ไอดี|แอค|ช่อง|حساب|صفح|قنات|پیج|اکانت|کانال|اکاؤنٹ|آئی ڈی|חשבון|עמוד|ערוץ|ਖਾਤਾ|ખાતું|खात|अकाउंट|आईडी|पेज|चैनल|আইডি|পেজ|অ্যাকাউন্ট|একাউন্ট|கணக்கு|பக்கம்|ఖాతా|పేజీ|垢|アカ|号|號|账户|帳戶|帳|계정|본계|구계|전계|채널|λογαριασμ|προφίλ|σελίδα|κανάλι"
)
"""What people call an account of theirs, or which one it was."""

ENDED = (
    r"\b(?:ban(?:n|id|ead|at|lan)|ban\b|suspen|remov|delet|lost|gone|dead|hack|gehackt|terminated|disabled|nuked|zucked|taken down|block|locked|restrict|excluíd|derrub|bloqu|eliminad|cerrad|cerraron|borrad|tumb|supprim|signal|fermé|sauté|piraté|gelöscht|gesperrt|gemeldet|weg|futsch|dicht|chius|sospes|blocc|blocat|geblok|verwijderd|spärr|avstäng|borttag|stengt|slettet|lukket|poistet|töröl|letilt|smaz|zablok|usunię|zban|skasowa|diblokir|dihapus|ditutup|hilang|ke-?suspend|kena|bay màu|kho[aá]|khóa|mất|kapat|kapandı|uçtu|gitti|silindi|askıya|çalındı|imefungwa|imefutwa|na-?ban|nawala)"
    r"|бан(?:$|[ ,.!)]|или|ен)|заблок|заблоч|удал|снес|снёс|взлом|закры|умер|слет|видал|злам|закри|ปิด|แบน|บิน|หาย|ระงับ|ปลิว|حظر|تبند|تبنيد|انحظر|اغلق|أغلق|غلق|تسكر|سكر|توقف|ايقاف|إيقاف|هكر|انحذف|بلغوا|بسته|بلاک|مسدود|پرید|حذف|بند|ہیک|بین|נחסם|נמחק|נפרץ|נסגר|חסמ|ਬੰਦ|બંધ|बंद|बैन|ब्लॉक|उड़|हैक|डिलीट|বন্ধ|ব্যান|ব্লক|হ্যাক|নষ্ট|முடக்க|தடை|நீக்க|బ్లాక్|బ్యాన్|తొలగి|被封|封了|封号|封號|没了|沒了|阵亡|陣亡|炸了|被炸|注销|被盗|被盜|被禁|停权|停權|被举报|被檢舉|凍結|凍死|バン|死亡|消され|消え|消滅|停止|乗っ取|정지|밴|날아|터짐|터졌|삭제|폭파|해킹|막혔|κλείσ|έκλεισ|κλειδώ|μπλόκ|χάκ|αποκλ|διαγρ"
)
"""What becomes of one."""
