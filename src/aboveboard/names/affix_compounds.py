"""Affixes that are put together of two words: security team, 贷款专员, новый аккаунт, 备用号, cuenta nueva.

Written down from general knowledge of how accounts name themselves; each language gives a few words of either kind.
"""

from __future__ import annotations

from itertools import product

from aboveboard.names.affix_offices import Pair
from aboveboard.names.affix_tongues import WORDS
from aboveboard.names.announcements import PACKED

__all__ = ["BACK", "DESKS", "SECOND_ACCOUNTS", "SINGLE", "Pair"]

_TASKS_AND_DESKS = (
    (
        "security|alert fraud|alert account|alert login|alert data|breach security safety verification verify validation copyright fraud billing refund payment payments account customer client appeals appeal legal compliance trust delivery parcel tracking customs claims loan loans card privacy recovery protection abuse complaints grants benefits pension tax visa permit passport voter support technical tech disputes member membership student admissions guest booking bookings reservations ticket tickets donation donations relief emergency chargeback wallet cashback reward rewards bonus",
        "team desk dept department center centre office unit service services portal line hotline agent helpdesk officer representative rep care assistance helpline agents advisor advisors bot chat enquiries inquiries queries",
    ),
    ("équipe service centre bureau espace", "sécurité vérification fraude livraison remboursement client clients"),
    ("equipo centro servicio oficina", "seguridad verificación fraude reembolsos clientes"),
    ("equipe central serviço", "segurança verificação fraude reembolso clientes"),
    ("служба отдел центр", "безопасности доставки возврата проверки выплат заботы"),
    ("служба відділ центр", "безпеки доставки повернення перевірки виплат"),
    ("tim pusat layanan", "keamanan verifikasi nasabah pelanggan bantuan"),
    ("فريق مركز قسم خدمة", "الأمان الامان التحقق الدعم العملاء المساعدة"),
)
"""Two lists a language; a word of the first comes before one of the second."""

_TASKS = "商家 商户 骑手 司机 车主 买家 卖家 旅客 乘客 储户 学员 家长 患者 考生 业主 读者 观众 售前 售后 退货 退换货 维修 保单 开户 销户 转账 汇款 到账 冻结 解冻 挂失 密码 登录 备案 年检 违章 积分 发票 报销 续费 扣费 账单 贷款 信用卡 挂号 低保 追款 理赔 退款 退税 记者 投稿 报名 招生 选秀 推广 竞价 担保 审核 验证 认证 安全 支付 充值 提现 解封 申诉 举报 投诉 咨询 预约 业务 会员 活动 中奖 领奖 兑奖 补贴 快递 物流 政务 公众 便民 惠民 市民 群众 用户 客户 在线 线上 官方 人工"
_DESKS = "客服部 客服组 客服号 小助手 助手 部 处 组 办 办公室 中心 专员 客服 热线 平台 窗口 通道 入口 服务 咨询 办理 频道 专线 顾问 经理"
_ALONE = (
    "security verification validation copyright fraud delivery доставка безопасность sicherheit sicherheitsteam sécurité seguridad segurança atención keamanan nasabah غرامات εξυπηρέτηση ασφάλεια 대출상담 상담 보안팀 배송 "
    "offisiell offisielt officiell officiellt officielle virallinen hivatalos oficiální oficiálny oficiálna službeni uradni zvanični ametlik oficiāls oficialus zyrtar rasmiy rəsmi rasmi opisyal официален "
    "kundtjänst kundeservice kundtjanst asiakaspalvelu ügyfélszolgálat zákaznický|servis podpora podrška támogatás suport klienditugi pagalba msaada tulong sokongan khidmat|pelanggan "
    "reserva réserve respaldo zapasowe zapasowy rezervă rezervni rezervní varakonto reservkonto reservekonto yedeği cadangan резервный|канал запасной|канал "
    "カスタマーサービス お届け係 お客様係 कस्टमर|केयर কাস্টমার|কেয়ার ოფიციალური მხარდაჭერა աջակցություն պաշտոնական ออฟฟิเชียล офіційний|канал официальный|канал official|channel official|page layanan|nasabah "
    "genuine echt echte echter echtes das|echte der|echte die|echte vrai vraie véritable le|vrai la|vraie verdadero verdadera el|verdadero auténtico auténtica autêntico verdadeiro verdadeira autentico vero vera "
    "настоящий настоящая настоящее подлинный справжній справжня справжнє prawdziwy prawdziwa gerçek orijinal hakiki asli otentik chính|gốc thật असली वास्तविक الأصلي الأصلية الحقيقي الحقيقية 진짜 본계정 정식 "
    "ของแท้ ตัวจริง אמיתי apoio|ao|cliente apoio|a|clientes atenção|ao|cliente kundenbetreuung kundeservice suporte|ao|cliente"
)

_PACKED_NEW = "新 新的 新しい 復活 予備 サブ 別 第二 2つ目の 备用 備用 第二 另一个 替代 复活 重启"
_PACKED_ACCOUNT = "アカ アカウント 垢 ページ チャンネル 号 账号 帐号 帳號 账户 主页 频道 号机"
_THAI_ACCOUNT, _THAI_NEW = "แอคเคาท์ แอค บัญชี เพจ ช่อง ไอดี", "ใหม่ สำรอง ที่สอง"
_BEHIND_SIGNS = (
    (_THAI_ACCOUNT, _THAI_NEW),
    ("ទំព័រ គណនី ផេក ឆានែល", "ថ្មី ទីពីរ បម្រុង"),
    ("ໜ້າ ຫນ້າ ເພຈ ບັນຊີ ຊ່ອງ", "ໃໝ່ ໃຫມ່ ທີສອງ ສຳຮອງ"),
    ("စာမျက်နှာ အကောင့် ပေ့ခ်ျ ပေ့ဂျ် ချန်နယ်", "အသစ် သစ် ဒုတိယ"),
)
"""An account, then which one, in the scripts of Thai, Khmer, Lao and Burmese: written as one with the name or apart."""
_OLD = "原 旧 老 大 前 之前的 以前的 上个"
_ACCOUNT = "号 账号 帐号 帳號 账户 主页"
_ENDED = "被封 被封了 已封 封了 停用 已停用 没了 炸了 被盗 被盗了 注销 注销了 不用了 废了 丢了 作废"
_BACK = "换号了 二号机 换号 已换号 搬家了 新家 重新出发 重新出发号 又见面了 regresó regresamos volvió vuelve volvimos voltamos retorna powraca wracamy wrócił знову|з|вами знов|з|вами снова|с|вами επιστρέψαμε γυρίσαμε 시즌2 시즌|2 2垢目 season|2 zpět νέο νέα นำกลับมา שבנו rientra wir|sind|zurück on|est|de|retour estamos|de|vuelta estamos|de|volta"


def _phrases(words: str) -> tuple[str, ...]:
    return tuple(w.replace("|", " ") for w in words.split())


DESKS: tuple[Pair, ...] = (
    *((tuple(tasks.split()), tuple(desks.split()), " ") for tasks, desks in _TASKS_AND_DESKS),
    (tuple(_TASKS.split()), tuple(_DESKS.split()), ""),
)
"""A task and who sees to it, in scripts with and without spaces."""

SECOND_ACCOUNTS: tuple[Pair, ...] = (
    *((tuple(account.split()), tuple(new.split()), "") for account, new in _BEHIND_SIGNS),
    (tuple(_PACKED_NEW.split()), tuple(_PACKED_ACCOUNT.split()), ""),
    (tuple(_OLD.split()), tuple(a + e for a, e in product(_ACCOUNT.split(), _ENDED.split())), ""),
)
"""A new account, or what became of the old one, said in many languages."""

BACK: tuple[str, ...] = (*_phrases(_BACK), *PACKED)
"""That one is back, in one expression."""

SINGLE: tuple[str, ...] = (*_phrases(_ALONE), *WORDS)
"""Words that are a task or a desk by themselves."""
