"""Offices and pages that a name is put beside, language by language: Centro de Ayuda, Offizieller Kanal, 환불센터, ฝ่ายสนับสนุน.

Written down from general knowledge of how services name their desks; a language gives a few words of either kind, and
what may link them. Nothing that a branch, a town or an audience is called by is among them.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.letters import read_letters

__all__ = ["Pair", "without_office", "without_offices"]

_SPACED = (
    ("servicio mesa línea centro departamento área equipo oficina canal unidad", " de del al a|la contra|el", "ayuda cliente clientes soporte atención seguridad fraude fraudes reclamos reclamaciones quejas verificación reembolsos devoluciones cobros"),
    ("cuenta perfil página canal sitio portal soporte asistencia", "", "oficial verificada verificado técnico técnica"),
    ("service centre cellule équipe ligne espace bureau département support assistance", " d de du au", "aide client clients clientèle fraude fraudes fraude|bancaire sécurité remboursement remboursements réclamation réclamations vérification après|vente technique directe"),
    ("compte page profil chaîne site", "", "officiel officielle vérifié vérifiée certifié"),
    ("central serviço setor equipe canal departamento área centro", " de do da ao", "ajuda cliente clientes suporte segurança fraude fraudes reembolso reembolsos devoluções verificação reclamações atendimento"),
    ("conta perfil página canal site suporte assistência", "", "oficial verificada verificado técnico técnica"),
    ("centro servizio ufficio assistenza supporto pagina profilo canale", " di al", "assistenza clienti cliente aiuto sicurezza frodi rimborsi reclami tecnico tecnica ufficiale verificato verificata"),
    ("offizielle offizieller offizielles offiziellen technischer technische verifizierter verifiziertes", "", "seite kanal account konto profil support hilfe beratung hotline"),
    ("центр служба отдел группа сервис линия", "", "поддержки помощи заботы безопасности возврата возвратов жалоб претензий проверки верификации выплат клиентов"),
    ("официальная официальный официальное клиентский техническая горячая", "", "группа канал профиль сайт сообщество сервис поддержка линия"),
    ("центр служба відділ група", "", "підтримки допомоги безпеки скарг перевірки повернень"),
    ("офіційна офіційний технічна гаряча", "", "група сторінка канал підтримка лінія"),
    ("مركز فريق قسم خدمة مكتب خط إدارة", "", "المساعدة الدعم الاتصال الاتصالات الاحتيال الشكاوى الأمان التحقق العملاء الزبائن المشتركين الاسترداد"),
    ("القناة الحساب الصفحة الدعم", "", "الرسمية الرسمي الموثق الموثقة الفني التقني"),
    ("ग्राहक सहायता सुरक्षा शिकायत तकनीकी रिफंड हेल्प कस्टमर", "", "सेवा|केंद्र केंद्र केन्द्र सहायता विभाग डेस्क सपोर्ट सेल सेंटर"),
    ("आधिकारिक सत्यापित ऑफिशियल", "", "खाता अकाउंट पेज चैनल"),
    ("destek yardım müşteri güvenlik iade çağrı şikayet doğrulama teknik canlı dolandırıcılık", "", "merkezi masası birimi ekibi hattı ilişkileri temsilcisi destek yardım"),
    ("resmi onaylı", "", "sayfa kanal hesabı profil hesap"),
    ("pusat tim layanan bagian divisi", "", "bantuan keamanan pengaduan verifikasi dukungan pelanggan nasabah pengembalian|dana"),
    ("halaman kanal saluran akun pengembalian", "", "resmi terverifikasi dana"),
    ("trung|tâm phòng bộ|phận dịch|vụ tổng|đài đội", "", "hỗ|trợ khách|hàng bảo|mật chăm|sóc|khách|hàng xác|minh khiếu|nại kỹ|thuật hoàn|tiền"),
    ("kênh trang tài|khoản hỗ|trợ", "", "chính|thức xác|minh kỹ|thuật"),
    ("고객 기술 보안 환불 인증 운영 공식 상담 신고 피해 사기|대응", "", "센터 팀 지원 상담 서비스 페이지 채널 계정 창구 상담|센터"),
    ("complaints complaint escalation escalations risk identity client customer member public", "", "team desk department center centre unit relations experience services office"),
)  # fmt: skip
"""What comes first, words that may link it with what follows (a space: none has to), and what follows."""

_PACKED = (
    (
        "正式 正牌 正宗 官方正式 唯一 真正 後備 后备 備用 备用 第二",
        "账号 帐号 帳號 帳戶 賬號 賬戶 账户 户口 戶口 号 號 主页 專頁 专页 频道 頻道 官号",
    ),
    ("公式 正規 正式 本家 直営", "通販 ショップ ストア オンライン オンラインストア 販売店 サイト アカウント ページ"),
    (
        "還付金 給付金 支援金 補助金 料金 請求 未納 未払い 口座 取引 再配達 荷物 会員登録 更新 手続き 申請 申込 確定申告 納税 お客様 お客さま お問い合わせ お問合せ ヘルプ サポート コール カスタマー 返金 返品 返品返金 公式 運営 本人確認 セキュリティ セキュリティー 不正利用 会員 技術 緊急",
        "センター デスク 窓口 相談室 相談窓口 係 部 課 チーム 担当 サポート 事務局 チャンネル ページ 対応 案内 通知 連絡 受付",
    ),
    (
        "고객 기술 보안 환불 인증 운영 공식 상담 신고 피해 사기대응 고객상담 콜",
        "센터 쎈터 쎈타 센타 팀 지원 상담 서비스 페이지 채널 계정 창구 상담센터",
    ),
    (
        "ศูนย์ ฝ่าย แผนก ทีม",
        "บริการลูกค้า ช่วยเหลือ สนับสนุน ความปลอดภัย รับเรื่องร้องเรียน ร้องเรียน ตรวจสอบ คืนเงิน ลูกค้าสัมพันธ์",
    ),
    ("เพจ บัญชี ช่อง แอค", "ทางการ หลัก จริง"),
    (
        "技术 风控 核验 实名 维权 反馈 值班 财务 法务 合规 理财 售后 账户 账号 帐号 资金 清退 退费",
        "部 处 组 中心 专员 客服 热线 平台 窗口 通道 支持 服务 服务台 大厅 认证",
    ),
    ("服务 官方 客服", "大厅 台 主页 频道 支持 专区"),
)
"""The same in scripts that put no spaces between words."""

_WORDS = (
    "verificación reclamos reclamaciones devoluciones|y|reembolsos fale|conosco ouvidoria réclamations conseiller hotline kundenbetreuung hilfezentrum servicecenter "
    "sicherheitsabteilung betrugsabteilung rückerstattungen verifizierung beschwerdestelle kundendienstzentrum верифицирован консультант колл|центр контакт|центр الموثق الشكاوى "
    "सत्यापित रिफंड सपोर्ट doğrulama yardım dukungan pengaduan verifikasi terverifikasi tư|vấn xác|minh complaints helpcentre 콜센터 본인인증 운영자 헬프데스크 ヘルプデスク 認証済み "
    "คอลเซ็นเตอร์ ยืนยันตัวตน 实名认证"
)
"""Desks of one word."""

Pair = tuple[tuple[str, ...], tuple[str, ...], str]
"""Words that come first, words that follow them, and what stands between: a space or nothing."""


def _spread(words: str) -> tuple[str, ...]:
    return tuple(w.replace("|", " ") for w in words.split())


def _linked(firsts: str, links: str) -> tuple[str, ...]:
    """Return what comes first, by itself and with each link behind it."""
    return tuple(f"{first} {link}".strip() for first in _spread(firsts) for link in ("", *_spread(links)))


@cache
def _offices() -> tuple[frozenset[str], frozenset[str]]:
    """Return desks as they are read: whole words, with and without marks, and those written without spaces."""
    spaced = [f"{a} {b}" for firsts, links, thens in _SPACED for a in _linked(firsts, links) for b in _spread(thens)]
    packed = [a + b for firsts, thens in _PACKED for a in firsts.split() for b in thens.split()]
    return _read([*spaced, *_spread(_WORDS), *packed]), _read(packed)


def _read(words: list[str]) -> frozenset[str]:
    text = "\n".join(words)
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return frozenset(" ".join(w.split()) for form in (text, bare) for w in read_letters(form).split("\n"))


@cache
def _ends() -> tuple[pa.Array, pa.Array, pa.Array, pa.Array, int, int]:
    """Return first and last words, first and last two characters of packed ones, most words and most characters."""
    spaced, packed = _offices()
    sets = (
        _firsts(), _lasts(), {w[:2] for w in packed}, {w[-2:] for w in packed},
    )  # fmt: skip
    words, signs = max(w.count(" ") + 1 for w in spaced), max(map(len, packed))
    first, last, begin, end = (pa.array(sorted(s)) for s in sets)
    return first, last, begin, end, words, signs


def without_office(name: str) -> str:
    """Return a name (`letters.letters`) without the longest desk at its end, else at its start; one that is all desk stays."""
    words = name.split(" ")
    if words[0] in _firsts() or words[-1] in _lasts():
        bare = _of_words(words)
        if bare != name:
            return bare
    return name if name.isascii() else _of_signs(name)


def _of_words(words: list[str]) -> str:
    spaced, most = _offices()[0], _ends()[4]
    for size in range(min(most, len(words) - 1), 0, -1):
        if " ".join(words[-size:]) in spaced:
            return " ".join(words[:-size])
        if " ".join(words[:size]) in spaced:
            return " ".join(words[size:])
    return " ".join(words)


def _of_signs(name: str) -> str:
    packed, most = _offices()[1], _ends()[5]
    for size in range(min(most, len(name) - _LEAST), 1, -1):
        if name[-size:] in packed:
            return name[:-size].rstrip(" ")
        if name[:size] in packed:
            return name[size:].lstrip(" ")
    return name


@cache
def _firsts() -> frozenset[str]:
    return frozenset(w.split(" ")[0] for w in _offices()[0])


@cache
def _lasts() -> frozenset[str]:
    return frozenset(w.split(" ")[-1] for w in _offices()[0])


_LEAST = 2
"""Characters that must be left of a name without spaces."""


def without_offices(names: pa.Array) -> pa.Array:
    """Return `without_office` of each name; only those that begin or end like a desk are looked at."""
    first, last, begin, end, *_ = _ends()
    several = pc.match_substring(names, " ")
    parts = pc.extract_regex(names.filter(several), "^(?P<first>[^ ]*)(?:.* (?P<last>[^ ]+))?$")
    spaced = pc.or_(pc.is_in(pc.struct_field(parts, "first"), first), pc.is_in(pc.struct_field(parts, "last"), last))
    which = pc.or_(
        pc.replace_with_mask(pc.is_in(names, first), several, spaced),
        pc.or_(
            pc.is_in(pc.utf8_slice_codeunits(names, 0, 2), begin), pc.is_in(pc.utf8_slice_codeunits(names, -2), end)
        ),
    )
    if not pc.any(which).as_py():
        return names
    return pc.replace_with_mask(
        names, which, pa.array([without_office(n) for n in names.filter(which).to_pylist()], pa.string())
    )
