"""Words beside a name that do not change whose it is, each as people write it, in many languages."""

from __future__ import annotations

__all__ = ["SPACED"]

SPACED = (
    "the", "official", "officially", "officials", "support", "supports", "help", "helpdesk", "helpline", "help desk", "help center", "help centre",
    "customer service", "customer care", "customer support", "customerservice", "customercare", "service", "services", "service center", "care", "team",
    "hq", "verified", "verify", "real", "true", "original", "authentic", "account", "acct", "page", "channel", "online", "inc", "ltd", "llc", "corp", "co", "com",
    "net", "org", "app", "gov", "global", "v", "vip", "pro", "plus", "its", "im", "mr", "mrs", "dr", "tv", "live", "info", "contact", "desk", "admin", "staff",
    "oficial", "cuenta oficial", "soporte", "ayuda", "atencion", "atencion al cliente", "suporte", "atendimento", "officiel", "compte officiel", "assistance",
    "service client", "offiziell", "kundendienst", "kundenservice", "hilfe", "ufficiale", "assistenza", "officieel", "klantenservice", "resmi", "destek", "hesap",
    "официальный", "официально", "официальная", "официальное", "поддержка", "служба поддержки", "помощь", "аккаунт", "رسمي", "الرسمي", "الرسمية", "الدعم", "دعم",
    "حساب", "خدمة العملاء", "خدمة عملاء", "الحساب الرسمي", "الصفحة الرسمية", "offizielles konto", "compte", "konto", "cuenta", "conta oficial", "página oficial",
    "atención al cliente", "atendimento ao cliente", "служба поддержки", "официальный аккаунт", "официальная страница", "επίσημο", "επίσημη", "υποστήριξη", "βοήθεια",
    "εξυπηρέτηση πελατών", "שירות לקוחות", "ग्राहक सेवा", "ग्राहक सहायता", "ทางการ", "ช่วยเหลือ", "ฝ่ายบริการลูกค้า", "บริการลูกค้า", "지원", "공식 계정", "고객 센터", "고객지원",
    "refund", "refunds", "tax refund", "billing", "payment support", "redelivery", "fraud team", "fraud department", "fraud desk", "fraud prevention", "security team", "security center",
    "security centre", "security department", "account security", "wallet recovery", "account recovery", "recovery", "giveaway", "giveaways", "airdrop", "kyc", "login", "log in", "secure", "unlock",
    "chargeback", "disputes", "grants", "rewards", "claims", "tech support", "technical support", "live chat", "contact center", "contact centre", "call center", "call centre", "cs", "kefu",
    "guanfang", "fuwu", "zhanghao", "remboursement", "remboursements", "service clients", "sav", "espace client", "reembolso", "reembolsos", "devoluciones", "central de atendimento", "sac", "rimborso",
    "rimborsi", "servizio clienti", "supporto", "rückerstattung", "kundensupport", "terugbetaling", "bantuan", "layanan", "layanan pelanggan", "akun resmi", "oficjalny", "oficjalna", "oficjalne", "pomoc",
    "obsługa klienta", "wsparcie", "zwrot", "офіційний", "офіційна", "офіційне", "підтримка", "служба підтримки", "допомога", "возврат", "служба безопасности", "техподдержка", "горячая линия", "رسمی",
    "پشتیبانی", "خدمات مشتریان", "خدمة الزبائن", "استرداد", "الرسمى", "অফিসিয়াল", "সহায়তা", "গ্রাহক সেবা", "அதிகாரப்பூர்வ", "ஆதரவு", "வாடிக்கையாளர் சேவை", "కస్టమర్ కేర్", "ऑफिशियल", "कस्टमर केयर", "हेल्पलाइन",
    "เจ้าหน้าที่", "ศูนย์ช่วยเหลือ", "แอดมิน", "อย่างเป็นทางการ", "החזרים", "מוקד", "תמיכה טכנית", "상담원", "상담센터", "환급센터", "지원센터", "고객 지원", "알림", "공식채널", "hoàn tiền", "tổng đài", "iade", "müşteri destek", "iletişim",
    "επιστροφή", "επίσημος λογαριασμός", "お知らせ", "通知", "chăm sóc khách hàng", "cskh", "müşteri hizmetleri", "resmi hesap", "resmî", "destek hattı", "care team", "help team", "support team", "the real", "info desk", "公式", "サポート", "カスタマーサポート", "公式アカウント", "공식", "고객센터", "공식계정", "chính thức", "hỗ trợ", "आधिकारिक", "सहायता", "רשמי", "תמיכה",
)  # fmt: skip
"""Whole words at either end of a name, in scripts that part words."""
