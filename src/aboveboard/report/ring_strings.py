"""The words of a ring's page in English and Simplified Chinese."""

from aboveboard.pages import Word, Words

__all__ = ["RING_WORDS"]

RING_WORDS: Words = {
    "ring_pages": Word("Rings, one by one", "逐个查看团伙"),
    "ring_pages_about": Word(
        "What each ring did, beside what chance, accounts as busy and objects as popular do. Acting together is no deceit by itself: "
        "weigh what speaks for an innocent explanation before anyone acts.",
        "各团伙的行为，与随机情形、同样活跃的账号以及同样热门的对象对照。共同行动本身并非欺骗：处置之前，请先权衡无辜的解释。",
    ),
    "ring_open": Word("Look at this ring", "查看该团伙"),
    "ring_back": Word("Back to the rings", "返回团伙列表"),
    "met_title": Word("times two of them met", "次两两相遇"),
    "met_likely": Word("times by chance", "次为随机预期"),
    "met_unlikely": Word("no expectation: this detector does not rest on pairs", "无预期值：该检测器不以成对为依据"),
    "met_alike": Word("times: {n} accounts as busy, in no such ring", "次：{n} 个同样活跃、不属任何此类团伙的账号"),
    "met_about": Word(
        "Two accounts meet when they act on the same object within {span} of one another. {looked} members with {acts} acts each were "
        "looked at; the accounts beside them have {beside}.",
        "两个账号在 {span} 内对同一对象行动，即为相遇。查看了 {looked} 个成员（平均 {acts} 次行动）；对照账号平均 {beside} 次。",
    ),
    "chance_title": Word("How often pairs met", "账号对的相遇次数"),
    "chance_about": Word(
        "The part of all pairs that met so many times. Chance keeps each account's activity and each hour's bustle.",
        "相遇若干次的账号对所占比例。随机模型保留各账号的活跃度与各时段的热闹程度。",
    ),
    "spread_about": Word("The part of all pairs that met so many times.", "相遇若干次的账号对所占比例。"),
    "times_axis": Word("times a pair met", "一对账号相遇的次数"),
    "pairs_most": Word("The pairs that met most", "相遇最多的账号对"),
    "chance_label": Word(
        "{pairs} pairs of members met {met} times in all; by chance {likely}; as many accounts as busy met {alike} times.",
        "{pairs} 对成员共相遇 {met} 次；随机预期 {likely} 次；同样多、同样活跃的账号相遇 {alike} 次。",
    ),
    "key_ring": Word("this ring", "该团伙"),
    "key_chance": Word("chance", "随机"),
    "key_alike": Word("accounts as busy", "同样活跃的账号"),
    "times": Word("Met", "相遇次数"),
    "raster_title": Word("Who acted when", "成员何时行动"),
    "raster_about": Word(
        "A line a member. Strong dots: acts with the ring; pale ones: all else it did.",
        "每行一个成员。深色点：与团伙一起的行动；浅色点：其他行动。",
    ),
    "raster_label": Word(
        "From {first} to {last}: {joint} acts with the ring and {other} others, a line for each of {rows} members.",
        "{first} 至 {last}：{joint} 次与团伙一起的行动，{other} 次其他行动；共 {rows} 个成员，每行一个。",
    ),
    "key_joint": Word("with the ring", "与团伙一起"),
    "key_other": Word("other acts", "其他行动"),
    "strips_title": Word("Its objects, and others like them", "其对象与相近的其他对象"),
    "strips_about": Word(
        "{minutes} minutes from the moment the ring came. Under each object stands, in grey, the one most like it in kind, days and "
        "popularity that the ring left alone, at its own busiest.",
        "自团伙到来起 {minutes} 分钟。每个对象之下以灰字列出种类、日期和热度最接近、团伙未涉及的另一对象在其最忙时的情形。",
    ),
    "strips_label": Word(
        "{rows} objects of the ring and {beside} beside: near that moment {own} acts of members and {rest} of others on the ring's, "
        "{own_beside} and {rest_beside} on those beside.",
        "团伙的 {rows} 个对象与 {beside} 个对照对象：该时刻附近，团伙对象上有成员行动 {own} 次、他人行动 {rest} 次；对照对象上分别为 {own_beside} 次与 {rest_beside} 次。",
    ),
    "key_members": Word("members", "成员"),
    "key_outsiders": Word("all others", "其他账号"),
    "beside": Word("beside", "对照"),
    "object": Word("Object", "对象"),
    "in_all": Word("In all", "总计"),
    "pairs_title": Word("The most telling pairs", "最能说明问题的账号对"),
    "pairs_about": Word(
        "q: the share of false discoveries if this pair and all surer ones are believed.",
        "q 值：若采信此对及更确定的各对，其中误报所占的比例。",
    ),
    "pair": Word("Pair", "账号对"),
    "met": Word("Met", "相遇"),
    "likely": Word("By chance", "随机预期"),
    "q": Word("q", "q 值"),
    "members_title": Word("Members and their parts", "成员及其角色"),
    "members_capped": Word("{shown} of {size} members are listed.", "列出 {shown} 个成员，共 {size} 个。"),
    "joint": Word("Joint", "共同对象"),
    "made": Word("Made", "注册"),
    "role_opens": Word("comes first", "率先行动"),
    "role_early": Word("comes early", "较早行动"),
    "role_between": Word("in between", "居中"),
    "role_late": Word("comes late", "较晚行动"),
    "role_first": Word("the first of them", "其中最早"),
    "gone": Word("closed already", "已关闭"),
    "gain_title": Word("What the ring gained", "团伙带来的效果"),
    "gain_about": Word(
        "Accounts that acted on each object on the day the ring came, and its rank among all objects of that kind that day, with the ring and without. "
        "{raised} of {n} stood higher through the ring.",
        "团伙到来当天在各对象上行动的账号数，以及计入与不计入团伙行动时在当天同类对象中的排名。{n} 个对象中有 {raised} 个因团伙而上升。",
    ),
    "acts": Word("Accounts", "账号数"),
    "own": Word("Ring's", "团伙"),
    "rank": Word("Rank", "排名"),
    "rank_value": Word("{rank}, not {without}, of {of}", "第 {rank}（否则第 {without}），共 {of}"),
    "rank_same": Word("{rank} of {of}, either way", "第 {rank}，共 {of}，无变化"),
    "kin_title": Word("Found in another way too", "其他方式亦有发现"),
    "kin_one": Word(
        "{n} of its accounts are also among {size} found by", "其中 {n} 个账号也在另一团伙（{size} 个）中，发现者："
    ),
    "innocents_title": Word("Innocent explanations considered", "已考虑的无辜解释"),
    "speaks_for": Word("Speaks for it", "支持"),
    "speaks_against": Word("Speaks against it", "反对"),
    "nothing_for": Word("Nothing that was looked at.", "所查看的事实中没有。"),
    "innocent_chance": Word("Busy accounts at busy objects meet by chance.", "活跃账号在热门对象处偶然相遇。"),
    "innocent_event": Word("Everybody came then: a show, news, an event.", "当时人人都来：节目、新闻或活动。"),
    "innocent_circle": Word("Friends or colleagues answer one another.", "朋友或同事之间互动。"),
    "innocent_open": Word(
        "Fans, a union, a charity drive or a newsroom act together openly, each with an account of their own.",
        "粉丝、工会、慈善活动或新闻编辑部公开地共同行动，各用各的账号。",
    ),
    "innocent_hand": Word(
        "One person, family or office runs several accounts openly.", "同一个人、家庭或办公室公开使用多个账号。"
    ),
    "ground_likely": Word(
        "They met {met} times where chance makes {likely} likely.", "相遇 {met} 次，随机预期 {likely} 次。"
    ),
    "ground_alike": Word(
        "{accounts} accounts about as busy, in no such ring, met {met} {met:time|times} among themselves.",
        "{accounts} 个同样活跃、不属任何此类团伙的账号之间相遇 {met} 次。",
    ),
    "ground_pairs": Word(
        "{sure} of the {shown} pairs shown have a q-value of 1 % or less.",
        "所列 {shown} 对中 {sure} 对的 q 值不超过 1 %。",
    ),
    "ground_others": Word(
        "{others} {others:act|acts} of outsiders fell among their {joint}.",
        "其 {joint} 次共同行动之间有外人行动 {others} 次。",
    ),
    "ground_no_pace": Word(
        "Too few outsiders came to these objects to compare the pace.", "到这些对象的外人太少，无法比较节奏。"
    ),
    "ground_pace": Word(
        "They met {pace} times as often as outsiders of the same objects did.",
        "其相遇频率是同一对象上外人的 {pace} 倍。",
    ),
    "ground_owned": Word("{percent} % of the objects are the members' own.", "{percent} % 的对象属于成员自己。"),
    "ground_lives": Word(
        "{percent} % of what the members did was without the ring.", "成员 {percent} % 的行动与团伙无关。"
    ),
    "ground_tokens": Word(
        "{members} members share a {kind} with one another; {outsiders} {outsiders:outsider uses|outsiders use} it too.",
        "{members} 个成员之间共用 {kind}；另有 {outsiders} 个外人使用。",
    ),
    "ground_no_tokens": Word(
        "No device, phone, mail, payment or paper of theirs is shared that few others use.",
        "未见成员之间共用、而少有外人使用的设备、电话、邮箱、付款方式或证件。",
    ),
    "ground_born": Word("Half of them signed up within {span}.", "其中一半在 {span} 内注册。"),
    "ground_order": Word("They come in the same order every time, as a program would.", "每次先后次序相同，如同程序。"),
    "ground_no_order": Word("They come in no fixed order.", "先后没有固定次序。"),
    "ground_at_once": Word(
        "At {n} {n:object|objects} several acted in the same second.", "在 {n} 个对象上有多个账号同一秒行动。"
    ),
    "ring_mistakes": Word("How this detector can be wrong, and what guards against it", "该检测器可能的错误与防范"),
}
