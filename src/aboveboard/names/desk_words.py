"""Desks that are named by what they deal with: Refund Desk, 客诉处理部, サイバー犯罪対策課, 환급팀, قسم المخالفات, отдел штрафов.

Words for what desks deal with and words for a desk, put together in the order of each language, so that no list has to hold every
pair. Written down from general knowledge of how services, and who poses as them, name desks. No word for a desk is one by which
branches, towns, clubs or other companies go: there is no group, bank, society or 公司 among them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["listed", "packed_desks", "spaced_desks"]

_HAN_TOPICS = (
    "客诉 投诉 退款 退货 退费 退税 退保 理赔 赔付 赔偿 补偿 补贴 贷款 信贷 借款 还款 提额 额度 信用卡 分期 网贷 授信 征信 开户 销户 账户 账号 安全 网络安全 信息安全 账户安全 反诈 反诈骗 防诈 反洗钱 风控 审核 核查 核验 认证 实名 实名认证 解封 解冻 冻结 申诉 举报 维权 充值 提现 "
    "兑换 积分 会员 礼包 红包 奖励 奖金 中奖 领奖 兑奖 抽奖 活动 福利 优惠 内购 商务 合作 招聘 招生 报名 报考 录取 考试 成绩 学籍 助学 奖学金 资助 挂号 预约 门诊 体检 医保 社保 公积金 户籍 户政 出入境 签证 护照 车管 违章 交通违章 罚款 缴费 话费 宽带 套餐 流量 "
    "订票 退票 改签 退改签 航班 票务 机票 行李 快递 物流 配送 派送 派件 包裹 关税 清关 售后 维修 换机 保修 客户 用户 商户 商家 卖家 买家 交易 支付 结算 清算 资金 理财 债务 催收 法务 监察 督查 调查 稽查 侦查 刑侦 经侦 网安 治安 宣传 新闻 发布 公告 通知 信息 咨询 "
    "服务 服务监督 人事 志愿者 捐款 捐赠 募捐 救助 救援 爱心 筹款 处理 系统升级 更新 维护 紧急 应急 专属 线上 在线 网上 电话 人工 官方 补助 津贴 纳税 税务 发票 申领 领取 发放 登记 备案 激活 注销 挂失 转账 汇款 外汇 消费 权益 诈骗 案件 办案 网络犯罪 网络 犯罪 户口 兑付"
)
_HAN_DESKS = "中心 部 部门 处 科 组 办 室 办公室 专席 坐席 席 专线 热线 支队 大队 中队 分队 小组 工作组 专班 专案组 窗口 通道 入口 大厅 专区 专员 经理 主管 主任 顾问 助理 助手 客服 团队 服务部 服务台 服务处 受理处 受理中心 处理部 处理处 处理中心 处理组 管理部 管理处 調查科"
_KANA_TOPICS = (
    "サイバー サイバー犯罪 サイバー犯罪対策 サイバーセキュリティ 犯罪対策 特殊詐欺 特殊詐欺対策 詐欺 詐欺対策 不正 不正送金 捜査 捜査二 相談 苦情 返金 還付 還付金 給付金 給付 補助金 助成金 賠償 補償 当選 抽選 懸賞 キャンペーン ポイント ポイント交換 マイル マイル交換 マイレージ 会員 カード クレジットカード ローン 融資 投資 口座 "
    "送金 入金 出金 決済 請求 料金 未納 滞納 差押 徴収 税務 納税 申告 確定申告 認証 本人確認 再設定 復旧 凍結 解除 ログイン アカウント セキュリティ 保護 配送 配達 再配達 不在 荷物 通関 関税 予約 搭乗 運賃 チケット 採用 求人 人事 入試 広報 取材 通報 緊急 お客様 お客さま ユーザー 利用者 契約 回線 解約 機種変更 サポート"
)
_KANA_DESKS = "センター デスク 窓口 室 係 部 課 班 チーム 担当 担当者 事務局 受付 通知 案内 連絡 対応 管理部 管理課 対策課 対策室 対策本部 相談室 相談窓口 調査部 調査課"
_HANGUL_TOPICS = (
    "환급 환불 고객 고객지원 고객관리 고객보호 대출 대출상담 대출심사 금융 금융사기 금융사기대응 사기 사기대응 사기피해 피해 피해구제 보상 배상 민원 수사 사이버 사이버수사 사이버범죄 사이버범죄수사 범죄수사 지능범죄 보안 보안관리 인증 본인인증 결제 정산 출금 입금 출금지원 입출금 송금 계좌 카드 한도 한도상향 포인트 마일리지 멤버십 "
    "회원 회원관리 이벤트 경품 당첨 쿠폰 배송 배송조회 통관 관세 반품 교환 채용 인사 홍보 보도 언론 입학 입시 장학 세무 세금 체납 징수 납세 과태료 벌금 지원금 재난지원금 보조금 복지 연금 신고 상담 문의 예약 접수 발급 계정 계정복구 복구 해제 정지해제 운영 관리 긴급 안전"
)
_HANGUL_DESKS = "팀 부 부서 과 계 실 센터 창구 담당 담당자 대 처 데스크 본부 전담팀 전담반 지원팀 지원센터 관리팀 상담센터 상담팀 상담원"
_PEOPLE = (
    ("김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 전 홍", "수사관 형사 팀장 과장 대리 상담사 상담원 매니저 경위 경사 경감 실장 부장 주임 사무관 조사관"),
)  # fmt: skip
"""A family name and what somebody is at a desk: he is named there beside it."""

_FIRST = (  # what it deals with, then the desk
    (
        ("cyber cybercrime fraud anti|fraud scam refund refunds rebate tax visa passport loan loans credit grant grants benefit benefits relief welfare prize prizes reward rewards lottery claim claims compensation payment payments payout withdrawal deposit delivery parcel customs "
        "account accounts security safety verification identity recovery notification notifications alert alerts compliance investigation investigations enforcement admission admissions exam scholarship recruitment hiring hr billing card cards wallet kyc licence license "
        "immigration warrant arrest collection collections complaint complaints grievance ticket tickets booking appointment vaccination subscription membership copyright appeals appeal transfer upgrade renewal cancellation returns technical tech member members customer client donation donations"),
        "team desk department dept center centre unit cell office officer officers agent agents bureau division section hub line helpline hotline counter service services support executive manager wing squad portal assistance help",
    ),
    ("destek yardım müşteri güvenlik iade çağrı şikayet doğrulama kredi kart ödeme vergi ceza borç icra siber siber|suçlar dolandırıcılık kargo bilet randevu burs ödül kampanya personel başvuru", "merkezi masası birimi ekibi hattı bürosu şubesi servisi departmanı"),
    ("ग्राहक सहायता सुरक्षा शिकायत रिफंड साइबर लोन ऋण टैक्स कर केवाईसी भर्ती चालान पुरस्कार पेंशन कार्ड भुगतान धोखाधड़ी", "केंद्र केन्द्र विभाग डेस्क सेल सेंटर टीम अधिकारी यूनिट"),
    ("গ্রাহক সহায়তা নিরাপত্তা অভিযোগ রিফান্ড সাইবার লোন ঋণ কর পুরস্কার ভাতা কার্ড পেমেন্ট ক্যাশব্যাক", "কেন্দ্র বিভাগ ডেস্ক সেল সেন্টার টিম সেবা"),
    ("asiakas laina maksu vero palautus turva petos tili kortti", "palvelu tuki tiimi osasto keskus"),
    ("ügyfél hitel adó visszatérítési biztonsági csalásmegelőzési kártya számla", "szolgálat osztály központ csoport iroda"),
    ("کسٹمر رقم|واپسی جرمانہ ٹیکس قرضہ انعام سائبر سیکیورٹی شکایات بل ویزا بھرتی", "ڈیسک سیل سینٹر ٹیم شعبہ دفتر کیئر سروس"),
)  # fmt: skip
_THEN = (  # the desk, what may link them, then what it deals with
    (
        "servicio mesa línea centro departamento área equipo oficina unidad división sección brigada agente",
        " de de|la del al contra|el",
        "multas becas préstamos créditos tarjetas empleo impuestos premios citas reembolso reembolsos devoluciones ayudas pagos cobranzas aduanas delitos|informáticos ciberdelitos ciberseguridad bonos subsidios paquetes envíos admisiones cuentas facturación",
    ),
    (
        "central serviço setor equipe departamento área centro unidade divisão núcleo",
        " de do da",
        "multas bolsas empréstimos crédito cartões emprego impostos prêmios restituição reembolso pagamentos cobrança crimes|cibernéticos cibersegurança benefícios encomendas contas auxílio",
    ),
    (
        "service centre cellule équipe bureau département unité pôle brigade",
        " de d des du",
        "amendes bourses prêts crédit cartes emploi impôts remboursement remboursements aides paiements recouvrement douanes cybercriminalité cybersécurité allocations colis comptes facturation contentieux",
    ),
    (
        "centro servizio ufficio reparto sezione unità squadra sportello",
        " di dei delle",
        "multe borse prestiti crediti carte lavoro tributi premi rimborso rimborsi pagamenti recupero|crediti dogane cybercrime bonus contributi pacchi conti",
    ),
    (
        "центр служба отдел группа управление сектор бюро",
        "",
        "кредитов кредитования займов штрафов налогов карт льгот субсидий компенсаций возврата выплат киберпреступлений кибербезопасности посылок таможни трудоустройства кадров доставки счетов розыгрышей подписки",
    ),
    ("центр служба відділ група управління сектор", "", "кредитів штрафів податків карток пільг субсидій компенсацій повернення виплат кіберзлочинів кібербезпеки посилок митниці доставки рахунків"),
    ("biuro dział centrum wydział zespół sekcja", "", "kredytów pożyczek kart zwrotów podatków mandatów nagród reklamacji windykacji bezpieczeństwa cyberprzestępczości przesyłek rekrutacji płatności świadczeń"),
    ("oddělení centrum odbor tým", "", "půjček úvěrů karet vrácení daní pokut výher reklamací bezpečnosti kyberkriminality zásilek náboru plateb dávek"),
    ("مركز فريق قسم مكتب خط إدارة وحدة شعبة", "", "المخالفات الغرامات القروض التمويل البطاقات الجوائز التوظيف المساعدات الضرائب الجمارك الجرائم|الإلكترونية الجرائم|الالكترونية المدفوعات الاسترداد التعويضات الطرود الشحنات التحويلات الحوالات الرخص التأشيرات الجوازات الحسابات الفواتير"),
    ("مرکز واحد بخش دفتر اداره تیم", "", "تسهیلات وام جوایز استخدام مالیات گمرک جرایم جرائم|سایبری پرداخت بازگشت|وجه خسارت شکایات امنیت یارانه کارت"),
    ("pusat tim layanan bagian divisi unit", "", "pinjaman kredit kartu pajak denda hadiah undian bansos pencairan siber kejahatan|siber pengiriman paket rekrutmen pembayaran klaim tiket beasiswa"),
    ("trung|tâm phòng bộ|phận dịch|vụ ban tổ đội", "", "vay|vốn tín|dụng thẻ|tín|dụng thuế phạt|nguội trúng|thưởng trả|thưởng an|ninh|mạng tội|phạm|mạng giao|hàng tuyển|dụng thanh|toán bồi|thường hồ|sơ điều|tra"),
    ("κέντρο τμήμα γραφείο υπηρεσία ομάδα", "", "δανείων καρτών επιστροφών φόρων προστίμων βραβείων ασφάλειας απάτης παραπόνων πληρωμών επιδομάτων εξυπηρέτησης"),
    ("מחלקת מוקד מרכז צוות יחידת אגף", "", "הלוואות אשראי החזרים מיסים קנסות פרסים אבטחה סייבר הונאות תלונות תשלומים משלוחים גיוס זכאות"),
)  # fmt: skip


@cache
def packed_desks() -> frozenset[str]:
    """Return the desks of languages written without spaces between words, and of Korean."""
    pairs = ((_HAN_TOPICS, _HAN_DESKS), (_KANA_TOPICS, _KANA_DESKS), (_HANGUL_TOPICS, _HANGUL_DESKS), *_PEOPLE)
    return frozenset(f"{topic}{desk}" for topics, desks in pairs for topic in topics.split() for desk in desks.split())


@cache
def spaced_desks() -> frozenset[str]:
    """Return the desks of the other languages, `|` between words."""
    first = (f"{topic}|{desk}" for topics, desks in _FIRST for topic in topics.split() for desk in desks.split())
    then = (
        f"{desk}|{topic}" if link is None else f"{desk}|{link}|{topic}"
        for desks, links, topics in _THEN
        for desk in desks.split()
        for topic in topics.split()
        for link in (None, *links.split())
    )
    return frozenset((*first, *then))


@cache
def listed(kind: str) -> frozenset[str]:
    """Return the words of a kind (`said`, `weak`, `part`, `packed`) of the list of words beside names, data/desks.tsv."""
    text = files("aboveboard.names").joinpath("data/desks.tsv").read_text("utf-8")
    lines = (line.partition("\t") for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for of, _, told in lines if of == kind for word in told.replace("|", " ").split())
