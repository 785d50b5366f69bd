"""The words of one account's record in English and Simplified Chinese."""

from aboveboard.pages import Word, Words, words_of

__all__ = ["WORDS"]

_EVENTS = {
    "signed_up": Word("signed up as {handle}", "以 {handle} 注册"),
    "closed": Word(
        "was closed, on the ground of {ground}, for: {violation}", "被关闭，依据：{ground}，原因：{violation}"
    ),
    "closed_after": Word(
        "was closed after the closure of {root}, on the ground of {ground}, for: {violation}",
        "因 {root} 被关闭而随之关闭，依据：{ground}，原因：{violation}",
    ),
    "overturned": Word("its closure was found wrong", "关闭决定被认定有误"),
    "last_active": Word("was active for the last time", "最后一次活跃"),
    "changed": Word("changed {field}: “{old}” → “{new}”", "更改 {field}：“{old}” → “{new}”"),
    "token": Word(
        "used a {kind} ({token}…) that {others} other {others:account|accounts} used",
        "使用{kind}（{token}…），另有 {others} 个账号使用",
    ),
    "token_own": Word(
        "used a {kind} ({token}…) that no other account used", "使用{kind}（{token}…），没有其他账号使用"
    ),
    "token_bare": Word("used a {kind} ({token}…)", "使用{kind}（{token}…）"),
    "followed": Word("followed {n} {n:account|accounts}", "关注了 {n} 个账号"),
    "unfollowed": Word("unfollowed {n} {n:account|accounts}", "取消关注 {n} 个账号"),
    "gained": Word("gained {n} {n:follower|followers}", "新增 {n} 个粉丝"),
    "lost": Word("lost {n} {n:follower|followers}", "失去 {n} 个粉丝"),
    "audience": Word(
        "in this month gained {gained} and lost {lost} followers, with {views} views",
        "当月新增 {gained}、失去 {lost} 个粉丝，{views} 次浏览",
    ),
    "counted": Word("{verb}: {n} {n:time|times} in this time", "{verb}：此期间 {n} 次"),
    "posted": Word("wrote: {kind} ×{n} “{text}”", "发布：{kind} ×{n} “{text}”"),
    "removed": Word("{n} {n:post was|posts were} removed", "{n} 条内容被删除"),
    "answered": Word(
        "{n} {n:answer|answers} from {accounts} {accounts:account|accounts}", "收到 {accounts} 个账号的 {n} 条回复"
    ),
    "acted": Word(
        "{verb}: {n} {n:time|times} on {objects} {objects:object|objects}", "{verb}：对 {objects} 个对象 {n} 次"
    ),
    "received": Word(
        "{verb} received: {n} from {accounts} {accounts:account|accounts}", "收到{verb}：来自 {accounts} 个账号，{n} 次"
    ),
    "sessions": Word(
        "{n} {n:session|sessions} on {devices} {devices:device|devices} and {networks} {networks:network|networks} {regions}",
        "{n} 次登录，{devices} 台设备，{networks} 个网络 {regions}",
    ),
    "official": Word("was the official account of {org}", "为 {org} 的官方账号"),
    "holder": Word("{holder} held the office of {org}", "{holder} 担任 {org} 职务"),
    "credential": Word("credential in {field} by {issuer}: {status}", "{field} 资质，{issuer} 颁发：{status}"),
    "attestation": Word("{kind} check by {provider}: {result}, {band}", "{kind}核验（{provider}）：{result}，{band}"),
    "hold": Word("must stay as it is: {kind}", "须保持原状：{kind}"),
    "warned": Word("was told of: {violation}", "收到告知：{violation}"),
    "warned_back": Word("was told of: {violation}; this was taken back", "收到告知：{violation}；已撤回"),
    "rated": Word(
        "a post was rated {score} for {violation} by {model}", "一条内容被 {model} 评为 {violation}：{score}"
    ),
    "granted": Word("let {app} act for it ({purpose})", "授权 {app} 代为操作（{purpose}）"),
    "row": Word("{table}: {text}", "{table}：{text}"),
    "finding": Word("found: {says}", "发现：{says}"),
}

_FAVOUR = {
    "overturned": Word("Its closure was found wrong on {day}.", "其关闭决定已于 {day} 被认定有误。"),
    "old": Word("It was {days} days old when the first of this began.", "最早一项开始时，该账号已存在 {days} 天。"),
    "attested": Word("It passed the {kind} check by {provider}.", "已通过 {provider} 的{kind}核验。"),
    "attested_until": Word(
        "It passed the {kind} check by {provider}, valid until {until}.",
        "已通过 {provider} 的{kind}核验，有效期至 {until}。",
    ),
    "credential": Word(
        "It holds a valid credential in {field}, issued by {issuer}.", "持有 {issuer} 颁发的有效 {field} 资质。"
    ),
    "official": Word("It is the official account of {org}.", "为 {org} 的官方账号。"),
    "held": Word("It must stay as it is: {kind}.", "须保持原状：{kind}。"),
    "own_tokens": Word(
        "Of its {n} {kind} {n:token|tokens}, {own} {own:is|are} used by no other account.",
        "其 {n} 个{kind}标识中，{own} 个没有其他账号使用。",
    ),
    "quiet": Word("{n} {n:detector|detectors} looked and found nothing.", "{n} 个检测器查看后没有发现。"),
}

_VALUES = {
    "device": Word("device", "设备"), "network": Word("network", "网络"), "phone": Word("phone", "电话"), "email": Word("mail address", "邮箱"),
    "payment": Word("means of payment", "支付方式"), "identity": Word("identity", "身份"), "organisation": Word("organisation", "机构"),
    "post": Word("post", "帖子"), "comment": Word("comment", "评论"), "reply": Word("reply", "回复"), "review": Word("review", "点评"),
    "live": Word("live stream", "直播"), "listing": Word("listing", "商品"), "message": Word("message", "私信"),
    "like": Word("likes", "点赞"), "share": Word("shares", "分享"), "view": Word("views", "浏览"), "vote": Word("votes", "投票"),
    "report": Word("reports", "举报"), "star": Word("stars", "星标"), "gift": Word("gifts", "打赏"), "posts": Word("posts", "发帖"),
    "law": Word("law", "法律"), "terms": Word("the platform's terms", "平台规则"), "request": Word("its own request", "本人请求"), "unknown": Word("unknown", "未知"),
    "pass": Word("passed", "通过"), "fail": Word("failed", "未通过"), "none": Word("no result", "无结果"), "minor": Word("minor", "未成年"),
    "adult": Word("adult", "成年"), "real_name": Word("real-name", "实名"), "age": Word("age", "年龄"), "guardian": Word("guardian", "监护人"),
    "valid": Word("valid", "有效"), "revoked": Word("revoked", "已吊销"), "unverified": Word("unverified", "未核实"),
    "growth": Word("growth", "涨粉"), "publishing": Word("publishing", "发布"), "analytics": Word("analytics", "分析"), "other": Word("other", "其他"),
    "memorial": Word("memorial", "纪念账号"), "legal": Word("legal hold", "法律保全"), "appeal": Word("an appeal", "申诉中"),
    "subscription": Word("somebody pays for it", "有人付费"), "archive": Word("what it said must stay readable", "存档"),
    "display_name": Word("name", "名称"), "handle": Word("handle", "用户名"), "bio": Word("bio", "简介"), "location": Word("place", "所在地"), "url": Word("link", "链接"),
    "avatar_hash": Word("picture", "头像"), "cover_hash": Word("cover", "封面"),
}  # fmt: skip

_PAGE = {
    "title": Word("One account", "单个账号"),
    "read": Word("{world}, as of {as_of} UTC", "{world}，截至 {as_of} UTC"),
    "nothing": Word("Nothing was found about this account", "未发现该账号有任何问题"),
    "summary": Word("{n} {n:finding|findings} about {handle}", "关于 {handle} 的 {n} 项发现"),
    "about": Word(
        "Findings are claims with evidence, not verdicts. Read what speaks for the account before anyone acts; a person decides, and it can be undone.",
        "发现是附有证据的主张，不是裁决。处置之前，请先阅读对账号有利的事实；由人决定，且可以撤销。",
    ),
    "profile": Word("The account as it stands", "账号现状"),
    "favour": Word("What speaks for it", "对其有利的事实"),
    "favour_none": Word("No fact of this world speaks for it: that is no evidence against it.", "没有对其有利的记录：这并不构成不利证据。"),
    "findings": Word("What was found", "发现"),
    "rests_on": Word("rests on", "依据"),
    "lacks": Word("no evidence from", "缺少证据类别"),
    "facts": Word("facts", "事实"),
    "innocent": Word("how this can be wrong", "可能的误判"),
    "unlooked": Word("not looked at, because the world has none", "未查看（数据中没有）"),
    "mentioned": Word("Findings about others that name it", "涉及该账号的其他发现"),
    "proposed": Word("What the policy proposes", "策略建议"),
    "proposed_none": Word("The policy proposes nothing.", "策略未作任何建议。"),
    "person": Word("a person decides", "由人决定"),
    "alone": Word("no person is asked", "无需人工确认"),
    "rule": Word("rule", "规则"),
    "until": Word("until", "至"),
    "would_change": Word("What would change that", "什么会改变这一建议"),
    "without": Word("Without this finding", "若无此项发现"),
    "surer": Word("With all evidence this detector can offer", "若具备该检测器的全部证据"),
    "same": Word("the proposal stays: {action}", "建议不变：{action}"),
    "then": Word("{before} becomes {after}", "由“{before}”变为“{after}”"),
    "then_person": Word("{before} becomes {after}, and a person decides", "由“{before}”变为“{after}”，由人决定"),
    "caps": Word("The day's caps are left out here, because they depend on others.", "此处不计每日上限，因其取决于其他账号。"),
    "when": Word("When it happened", "时间线"),
    "when_about": Word("A dot is a day with something of that kind; a bar is the time a finding speaks of.", "圆点表示当日有此类事件；横条表示发现所涉时段。"),
    "chart": Word("{rows} kinds of events from {first} to {last}; the table below has them all.", "{first} 至 {last} 的 {rows} 类事件，详见下表。"),
    "milestones": Word("Milestones", "重要事件"),
    "everything": Word("Everything, day by day ({n})", "全部事件（{n}）"),
    "time": Word("Time (UTC)", "时间（UTC）"),
    "event": Word("Event", "事件"),
    "table": Word("Table", "数据表"),
    "lane.accounts": Word("life-cycle", "生命周期"), "lane.profile_changes": Word("profile changes", "资料变更"), "lane.tokens": Word("devices and contacts", "设备与联系方式"),
    "lane.follows": Word("follows", "关注"), "lane.audience": Word("audience", "受众"), "lane.posts": Word("posts", "内容"), "lane.actions": Word("actions", "行为"),
    "lane.sessions": Word("sessions", "登录"), "lane.other": Word("checks and records", "核验与记录"), "lane.finding": Word("findings", "发现"),
}  # fmt: skip

WORDS: Words = words_of(
    {f"event.{k}": w for k, w in _EVENTS.items()},
    {f"favour.{k}": w for k, w in _FAVOUR.items()},
    {f"value.{k}": w for k, w in _VALUES.items()},
    _PAGE,
)
"""Every word of the page and of the sentences that the command line prints."""
