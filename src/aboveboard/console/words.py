"""Texts that a template picks by a name it computes: states, reasons, what was decided. Every other text stands in its template, its Chinese in `zh.toml`."""

from __future__ import annotations

from aboveboard.pages import Word, Words

__all__ = ["INNOCENT", "NAMED", "WRONG"]

WRONG = ("agrees", "disguise", "tied", "documents", "repeated")
"""Structured reasons for a decision against the account: words of `reason: …`."""
INNOCENT = ("namesake", "household", "handed_on", "campaign", "satire", "mistaken", "thin")
"""Structured reasons for letting it be."""

_DECIDED = {
    "none": Word("Nothing was decided against the account.", "未对账号作出任何处置。"),
    "label": Word("Your account carries a label.", "你的账号被加上了标注。"),
    "verify": Word("You are asked to show who you are, or to correct something.", "请你核验身份，或更正相关信息。"),
    "limit": Word(
        "A part of your account cannot be used for a time. The rest works.", "你的账号部分功能暂停使用，其余功能照常。"
    ),
    "remove": Word("Something was removed from your account.", "你账号中的部分内容已被移除。"),
    "suspend": Word("Your account is out of use for a time.", "你的账号暂停使用。"),
    "close": Word(
        "Your account is closed. An appeal can bring all of it back.", "你的账号已关闭。申诉成功可全部恢复。"
    ),
    "bar": Word("You may not register again for a time.", "你在一段时间内不得重新注册。"),
}
_REASONS = {
    "agrees": Word("The evidence agrees, I checked it", "证据一致，我已核对"),
    "disguise": Word("The name or picture is a disguise", "名称或图片是伪装"),
    "tied": Word("It is tied to a closed account", "与已关闭的账号相关联"),
    "documents": Word("A document or register shows it", "有文件或登记为证"),
    "repeated": Word("It was told before and went on", "此前已告知，仍继续"),
    "namesake": Word("A namesake, or a common name", "同名或常见名称"),
    "household": Word("A family, a dormitory, a shared device", "家人、宿舍或共用设备"),
    "handed_on": Word("A number or device changed hands", "号码或设备转手"),
    "campaign": Word("People who act together openly", "公开的共同行动"),
    "satire": Word("Parody or fans, and it says so", "自称的恶搞或粉丝账号"),
    "mistaken": Word("The detector is mistaken here", "检测器在此出错"),
    "thin": Word("The evidence is too thin", "证据不足"),
}
_STATES = {
    "account: active": Word("In use; nothing is open on it.", "正常使用中，没有未了结的事项。"),
    "account: limited": Word("In use; one part is taken away for a time.", "使用中；一项功能暂时受限。"),
    "account: verification_due": Word("In use; you were asked to show or correct something.", "使用中；需要你核验或更正。"),
    "account: suspended": Word("Out of use until a date. You can read, answer and take your data.", "暂停使用至某日。你仍可阅读、答复并取走数据。"),
    "account: closed": Word("Closed. Everything is kept while you can appeal.", "已关闭。申诉期内一切保留。"),
    "account: orphaned": Word("Nobody acts for it any more.", "已无人代管。"),
    "account: dormant": Word("It rests; signing in wakes it.", "休眠中；登录即可唤醒。"),
    "appeal: received": Word("It has arrived and waits to be read.", "已收到，等待阅读。"),
    "appeal: reading": Word("Somebody is reading it.", "正在审阅。"),
    "appeal: granted": Word("You were right: the decision was taken back.", "申诉成立：决定已撤回。"),
    "appeal: partly": Word("You were partly right: the decision was made milder.", "部分成立：决定已减轻。"),
    "appeal: refused": Word("The decision stands. The answer says why.", "维持原决定，理由见答复。"),
    "report: acted": Word("We acted on the account under our rules.", "我们已按规则对该账号采取措施。"),
    "report: refused": Word("We looked and found no breach of the rules.", "我们查看后未发现违反规则。"),
    "report: open": Word("We are still looking at it.", "我们仍在查看。"),
    "ground: terms": Word("It is one of our own rules.", "这是平台自己的规则。"),
    "ground: law": Word("It is the law.", "这是法律规定。"),
    "machine: found": Word("A machine found it and proposed what to do.", "由程序发现并提出建议。"),
    "machine: proposed": Word("A machine proposed what to do.", "由程序提出建议。"),
    "machine: none": Word("No machine was part of it.", "没有程序参与。"),
    "plan: archive": Word("It stays readable as a record, and nobody publishes under it.", "作为记录保留可读，不再发布。"),
    "plan: transfer": Word("The successor looks after it.", "由承继机构接管。"),
    "plan: merge": Word("It is closed and points to the successor's account.", "关闭并指向承继机构的账号。"),
    "plan: close": Word("It is closed; nobody else gets the name.", "关闭；名称不再给他人使用。"),
    "plan: object": Word("I object to what is planned.", "我对该计划提出异议。"),
    "state: waiting": Word("waits for a second person", "等待第二人"), "state: running": Word("running", "进行中"), "state: done": Word("done", "已完成"),
    "state: cancelled": Word("stopped", "已停止"), "state: reversed": Word("taken back", "已撤回"),
    "stage: draft": Word("draft", "草稿"), "stage: backtested": Word("backtested", "已回测"), "stage: shadow": Word("shadow", "影子运行"),
    "stage: canary": Word("canary", "灰度"), "stage: live": Word("live", "生效"), "stage: ended": Word("ended", "已结束"),
    "step: backtest": Word("Backtest it", "回测"), "step: shadow": Word("Run it in shadow", "影子运行"),
    "step: canary": Word("Start a canary", "灰度生效"), "step: live": Word("Let it go live", "生效"), "step: withdraw": Word("Withdraw it", "撤回"),
    "claim: imitated": Word("Imitated by", "被仿冒，对方为"), "claim: institution": Word("An institution's account:", "机构账号："),
    "claimed: label": Word("The account carries a label that it is not the party it looks like.", "该账号加上标注，说明其并非所仿之人。"),
    "claimed: verify": Word("The account is asked to show who it is, or to correct its profile.", "要求该账号核验身份或更正资料。"),
    "claimed: limit": Word("The account may not change its profile for 30 days.", "该账号 30 天内不得更改资料。"),
    "claimed: refused": Word("We do not follow the claim.", "未采纳此主张。"), "claimed: withdraw": Word("The plan is given up.", "放弃该计划。"),
    "claimed: archive": Word("It is kept as a readable record, after 30 days of public notice.", "公示 30 天后，作为记录保留可读。"),
    "claimed: transfer": Word("It goes to the body that claims it, after 30 days of public notice.", "公示 30 天后，移交给主张机构。"),
    "claimed: merge": Word("It is closed and points to the account of the body that claims it, after 30 days of public notice.", "公示 30 天后关闭，并指向主张机构的账号。"),
    "claimed: close": Word("It is closed and its name is given to nobody, after 30 days of public notice.", "公示 30 天后关闭，名称不再给他人使用。"),
    "agree: golden": Word("with known answers", "与已知答案"), "agree: second": Word("with a second look", "与复看"), "agree: machine": Word("with the machine", "与程序"),
    "known: asked": Word("waits for a second person who agrees", "等待第二人同意"), "known: golden": Word("in use", "使用中"), "known: retired": Word("not drawn any more", "不再抽用"),
    "concern: rubber_stamp": Word("too fast to have looked", "快得来不及看"), "concern: no_case": Word("looked without a case", "无案件查看"),
    "concern: after_hours": Word("at an odd hour", "非工作时间"), "concern: outlier": Word("looks far more than others", "查看远多于他人"),
    "concern: known_face": Word("a widely followed account", "粉丝众多的账号"), "concern: in_a_row": Word("many in a short time", "短时间内大量查看"),
}  # fmt: skip
_PROFILE = {
    "handle": Word("handle", "用户名"), "display_name": Word("name", "名称"), "bio": Word("bio", "简介"), "location": Word("place", "所在地"), "url": Word("link", "链接"),
    "region": Word("region", "地区"), "zone": Word("time zone", "时区"), "language": Word("language", "语言"), "kind": Word("kind", "类型"),
    "created_at": Word("made", "注册时间"), "last_active_at": Word("last active", "最后活跃"), "closed_at": Word("closed", "关闭时间"), "followers": Word("followers", "粉丝"),
    "following": Word("follows", "关注"), "posts": Word("posts", "帖子"), "avatar_hash": Word("picture", "头像"), "cover_hash": Word("cover", "封面"),
    "device": Word("device", "设备"), "network": Word("network", "网络"), "phone": Word("phone", "电话"), "email": Word("mail address", "邮箱"),
    "payment": Word("means of payment", "支付方式"), "identity": Word("identity", "身份"),
    "active": Word("in use", "使用中"), "closed": Word("closed", "已关闭"), "suspended": Word("suspended", "已暂停"), "limited": Word("limited", "受限"), "dormant": Word("dormant", "休眠"),
    "open": Word("open", "待处理"), "held": Word("held", "暂缓"), "escalated": Word("with the seniors", "已上报"), "second": Word("second look", "复审"),
}  # fmt: skip
_LISTS = {
    "queue: all": Word("All open", "全部待处理"), "queue: returning": Word("Returning accounts", "重返账号"), "queue: posing": Word("Impersonation", "假冒"),
    "queue: together": Word("Acting together", "协同行为"), "queue: institutions": Word("Institutions", "机构账号"), "queue: minors": Word("Minors", "未成年人"),
    "queue: surest": Word("Most certain first", "把握最大"), "queue: second": Word("Second look", "复审"),
    "new: cases": Word("new cases", "新案件"), "new: decided": Word("decided", "已决定"), "new: overdue": Word("overdue", "已逾期"), "new: appeals": Word("appeals wait", "申诉待答"),
    "stratum: accounts": Word("accounts", "账号"), "stratum: own": Word("with a finding of their own", "自身有发现"), "stratum: verified": Word("verified bodies", "已认证机构"),
    "stratum: followed": Word("with 10,000 followers or more", "粉丝达 10,000"), "left: closed": Word("closed already", "已关闭"), "left: verified": Word("verified: a person looks at each", "已认证：逐个由人查看"),
    "left: alone": Word("no finding of their own", "自身无发现"),
}  # fmt: skip
_FIXES = {
    "fix: verify": Word("Show who you are, where the service asks you to. That alone may settle it.", "在服务要求处核验身份，仅此即可能了结。"),
    "fix: rename": Word("Choose a name that nobody can take for somebody else's.", "改用不会被误认为他人的名称。"),
    "fix: credential": Word("Show a valid qualification, or leave the profession out of your profile.", "出示有效资质，或从资料中去掉该职业。"),
    "fix: together": Word("If you acted together openly, tell us what it was: a campaign, a class, a fan club.", "若是公开的共同行动，请告诉我们是什么：活动、班级、粉丝会。"),
    "fix: return": Word("If you are somebody else than the closed account's holder, tell us how you share a device or a name.", "若你并非已关闭账号的持有人，请告诉我们为何共用设备或名称。"),
    "fix: wait": Word("Do nothing: it ends by itself on its date.", "无须做任何事：到期自动结束。"),
}  # fmt: skip
_WEIGHTS = {
    "name": Word("name", "名称"),
    "prior": Word("to begin with", "起点"), "audience": Word("audience", "粉丝"), "contact": Word("contact", "联系方式"), "picture": Word("picture", "头像"), "soon": Word("soon", "时间接近"),
    "announced": Word("announced", "自称回归"), "rhythm": Word("rhythm", "作息"), "logo": Word("logo", "徽标"), "register": Word("register", "登记"),
    "renamed": Word("renamed", "改名"), "badge": Word("badge", "自绘标识"), "look-alike link": Word("look-alike link", "仿冒链接"), "another device": Word("another device", "设备不同"), "other contacts": Word("other contacts", "联系方式不同"),
    "another name": Word("another name", "名称不同"), "an older account": Word("an older account", "账号更早"), "other hours of the day": Word("other hours of the day", "时段不同"), "disguise": Word("disguise", "伪装"), "link": Word("link", "链接"),
    "shared name": Word("shared name", "同名"), "a number added": Word("a number added", "加了数字"), "bio claims office": Word("bio claims office", "简介自称官方"),
    "bio denies": Word("bio denies", "简介否认"), "bio names it": Word("bio names it", "简介提及"), "claim in the name": Word("claim in the name", "名称自称官方"),
    "handle and name alike": Word("handle and name alike", "用户名与名称都相近"), "served": Word("served", "服务对象"), "organisation": Word("organisation", "机构核验"),
}  # fmt: skip
"""Kinds of evidence that a finding weighs, as its facts name them."""
_LEDGER = {
    "person invited": Word("person invited", "邀请人员"), "person joined": Word("person joined", "人员加入"), "password set": Word("password set", "设置密码"), "logged in": Word("logged in", "登录"),
    "went live": Word("went live", "策略生效"), "registered": Word("registered", "注册"), "admitted": Word("admitted", "准入"), "case opened": Word("case opened", "立案"), "case seen": Word("case seen", "查看案件"), "case returned": Word("case returned", "案件恢复"), "reviewed": Word("reviewed", "复核"),
    "claimed": Word("claimed", "认领"), "skipped": Word("skipped", "跳过"), "handed over": Word("handed over", "移交"), "released": Word("released", "退回"),
    "undone": Word("undone", "已撤销"), "action due": Word("action due", "处置待执行"), "handed": Word("handed", "已交平台"), "notice written": Word("notice written", "已写通知"),
    "delivered": Word("delivered", "已送达"), "appealed": Word("appealed", "提出申诉"), "answered": Word("answered", "已答复"), "appeal refused": Word("appeal refused", "不受理申诉"),
    "restored": Word("restored", "已恢复"), "revealed": Word("revealed", "查看资料"), "reveal granted": Word("reveal granted", "准予查看"), "audited": Word("audited", "审计查询"),
    "exported": Word("exported", "导出"), "batch asked": Word("batch asked", "请求批次"), "batch planned": Word("batch planned", "批次试算"),
    "batch started": Word("batch started", "批次开始"), "batch moved": Word("batch moved", "批次推进"), "batch stopped": Word("batch stopped", "批次停止"),
    "batch reversed": Word("batch reversed", "批次撤回"), "second asked": Word("second asked", "请第二人"), "asked second": Word("asked second", "请第二人"),
    "seconded": Word("seconded", "第二人同意"), "settled": Word("settled", "已结清"), "claim filed": Word("claim filed", "提出主张"), "claim seen": Word("claim seen", "查看主张"),
    "claim seconded": Word("claim seconded", "主张经第二人同意"), "claim decided": Word("claim decided", "主张已决定"), "golden asked": Word("golden asked", "提名已知答案"),
    "golden agreed": Word("golden agreed", "同意已知答案"), "golden retired": Word("golden retired", "停用已知答案"), "checked": Word("checked", "已核对"),
    "document opened": Word("document opened", "打开文件"), "drafted": Word("drafted", "起草"), "halted": Word("halted", "叫停规则"), "resumed": Word("resumed", "恢复规则"),
    "proposed": Word("proposed", "提出建议"), "shadow proposed": Word("shadow proposed", "影子建议"), "rows taken": Word("rows taken", "接收数据"), "erased": Word("erased", "已删除"),
    "purged": Word("purged", "已清除"), "restricted": Word("restricted", "限制处理"), "withdrawn": Word("withdrawn", "已撤回"), "shielded": Word("shielded", "屏蔽举报"),
    "stream: accounts": Word("accounts", "账号"), "stream: actions": Word("actions", "处置"), "stream: decisions": Word("decisions", "决定"),
    "stream: intake": Word("intake", "接收"), "stream: names": Word("names", "名称"), "stream: policies": Word("policies", "策略"),
    "stream: proposals": Word("proposals", "建议"), "stream: reads": Word("reads", "查看"), "stream: staff": Word("staff", "人员"), "stream: privacy": Word("privacy", "隐私"),
    "stream: bars": Word("bars", "禁止"), "stream: delivery": Word("delivery", "送达"), "stream: settings": Word("settings", "设置"),
}  # fmt: skip
"""What the ledger calls that which happened, and its streams."""

_TABLES = {
    "accounts": Word("accounts", "账号"), "actions": Word("actions", "操作"), "activity": Word("activity", "活动"), "attestations": Word("checks of people", "核验"),
    "audience": Word("audience by day", "每日受众"), "contacts": Word("tries to reach a body", "联系机构的记录"), "credentials": Word("credentials", "资质"), "follows": Word("follows", "关注"),
    "grants": Word("applications let in", "应用授权"), "holders": Word("holders of offices", "职务担任者"), "holds": Word("legal holds", "保留要求"), "holidays": Word("holidays", "节假日"),
    "labels": Word("labels", "标签"), "notices": Word("public notices", "公告"), "official_accounts": Word("official accounts", "官方账号"), "organisations": Word("organisations", "机构"),
    "play_hours": Word("hours of play", "游戏时段"), "play_rules": Word("rules of play", "游戏规则"), "posts": Word("posts", "帖子"), "professions": Word("professions", "职业"),
    "profile_changes": Word("changes of profiles", "资料变更"), "protected_terms": Word("protected words", "受保护词语"), "ratings": Word("ratings by a model", "模型评级"), "sessions": Word("sessions", "登录会话"),
    "tokens": Word("devices and contacts", "设备与联系方式"), "topics": Word("topics", "话题"), "warnings": Word("earlier warnings", "先前告知"),
}  # fmt: skip
"""The contract's tables, as a person calls them."""

NAMED: Words = {
    **{f"decided: {k}": w for k, w in _DECIDED.items()},
    **{f"reason: {k}": w for k, w in _REASONS.items()},
    **{f"table: {k}": w for k, w in _TABLES.items()},
    **_LEDGER, **_WEIGHTS, **_STATES, **_PROFILE, **_LISTS, **_FIXES,
}  # fmt: skip
