"""Words of account trade and of what looks like it, in kinds: a text becomes the row of kinds it names.

The kinds are what a new wording keeps: somebody rents, an account, a price, an hour, a way to write. English, Chinese and a
few words of Arabic. Texts come folded (`derived/offer_reading.py`): small letters, look-alikes read, figures as figures.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from aboveboard.text.titles import TITLE, titles_pattern

__all__ = ["KINDS", "RISKS", "cue_pairs", "cue_row", "gates", "said_price", "said_span", "things"]

KINDS: Final[dict[str, str]] = {
    "injector": r"injectors?|login tool|launcher|token login|auto ?login|上号器|登号器|扫码(?:就能|即可)?(?:上号|登)?|أداة الدخول",
    "unchecked": r"(?:no|without(?: any)?|skip(?:s|ping)?|bypass\w*|past the|needs? no) ?(?:face|age|id|real.?name|verification|curfew)(?: ?(?:checks?|scans?))?"
    r"|no ?face ?(?:check|scan)?|face scan is on me|kids welcome|under ?age|any hours|unlimited hours"
    r"|免(?:人?脸|刷脸|实名|认证|验证)|过人?脸|(?:不用|无需|无须|不要|不)(?:刷|卡|过)?人?脸|不用(?:实名|认证)|无防沉迷|解防沉迷|不限时段?|未成年可玩|成年(?:实名)?号|人脸我来|بدون تحقق",
    "goods": r"keys?(?= |,|$)|game ?keys?|deck oled|blu.?ray|cosplay|miles|owner,|sony|canon|lens|gpu|rtx|joy.?cons?|booster box|sealed|manga|plush|merch|console|ps[45]|xbox|disc|cartridge|controller|handheld|laptop|phone(?! (?:confirmed|verified|number))|sim|keyboard|headset|chair|desk|monitor|graphics card|tickets?|bike|bicycle|books?|poster|figures?|tablet|collector.?s|pick ?up"
    r"|flat|room|rooms|studio|parking|car|costume|tent|court hire|holiday|let near|cafe|bikes"
    r"|谷子?(?![歌爱])|吧唧|立牌|周边|手办|卡组|包邮|箱说|九成新|自提|显卡|键帽|周邊|盒损|未拆|门票|游戏机|主机|光盘|手柄|卡带|显示器|笔记本|手机(?!号可)|键盘|自行车|手办|门票|显卡|相机|衣服|家具|床|书桌|教材|婴儿车|店(?=,|，|位)|单间|整租|一居|[两三]室|房|地铁|租车|婚纱|车位|电动车|商铺|充电宝|琴房|网吧|身份证|自提|面交|包邮|جهاز|شقة|سيارة|دراجة",
    "plans": r"plan|gb|mbit|prepaid|top up|mobile number|gift cards?|redeem|official|subscription|sign ?(?:up|in)|log ?in to|claim|in.?game shop|season pass is|own site|free (?:account|months)|套餐|流量|携号|注册|宽带|校园卡|通话|入网|礼品卡|点卡|官方(?!号)|领取|可领|充值|副[卡号]|会员(?!账号合)|新用户|红包|商城|بطاقات",
    "coach": r"lf\d?m|club|guilds?|scrims?|recruit\w*|queue|stack looking|members|tournament|prize pool|signups?|deck ?code|guide|tier list|build|编队|公会|招募|战队|俱乐部|比赛|报名|攻略|卡组代码|阵容|coach\w*|lessons?|teach|tutor|review|replays?|duo|clan|your own account|no account sharing|keep your login|never touch|training|教学|带练|陪[玩练]|复盘|指导|不碰号|不上号|不代练|队友|战队|教我|家教|课|开黑|双排|带新手|三缺一|دروس",
    "job": r"accountant|accounting|accounts? (?:manager|payable|assistant|executive|security|sales)|accounts show|annual accounts|salary|cv|apply|vacancy|hiring|bookkeep\w*|taxes|position|key account|会计|招(?:聘|会计|客服|测试|暑期)?|岗位|月薪|记账|报税|财务|双休|运营|经理|日结|محاسب|الراتب",
    "bank": r"bank|savings|transfer|monthly fee|my money|joint account|on no account|taking into account|the account of|charged|into account|银行|账户|工资|存款|利率|开户|信用卡|房租|转到|对公|号外|号线|号楼|号窗口|挂号|专家号|号称|号通|靓号|بنكي",
    "buy": r"lf|iso|looking 4|any(?:1|body|one)? sell\w*|who(?:.s| is)? sell\w*|which of you|(?:i.ll|will) (?:pay|give)|paying|will pay|need some(?:one|body)|can some(?:one|body)|buy(?:s|ing)?|bought|wtb|looking (?:to|for)|want to (?:buy|rent)|searching|where (?:can|do|does|could|to)|who (?:rents?|lends?|sells?)|can any(?:one|body)|need an?|budget|worth|求租|跪求|求(?![生教助职婚])|收(?![费到获藏入官录尾件货集])|蹲|想(?:入|要|收)|有偿|回收|谁(?:有|出)|哪位|招(?=[^牌呼待商财聘数])|预算|想(?:买|租)|谁来|谁能|给(?=\d)|买[号了个]?|哪里可以|值多少|مطلوب|تشتروا",
    "handover": r"full (?:access|info)|(?:never|not|un) ?banned|no bans?|email (?:change|included)|(?:change|transfer|hand over|give you|send you?|send the|throwing in)(?: \w+){0,3} (?:e?mail|password|login|username)|mail change|(?:original|recovery|verified) e?mail|first owner|instant ?delivery|middleman|warranty|escrow|vouches|details after|the password|password after|bind your own"
    r"|换绑|改密|二次|包找回|包赔|找回赔付|验号|担保|走平台|邮箱密码|密码(?:发你|给我|都给)|账号密码|一手号|解绑|实名可改|能改|售后|秒(?:上|发|回)|号给我|号发过来|号交给|تسليم فوري",
    "rent": r"rent(?:s|ing|als?|ed)?|leas(?:e|ing)|hire|hourly|租(?:号|借|给|出去|你|我的号)?|[日时夜周月整短合]租|出租|包[夜天周月]|通宵|للإيجار|[إا]يجار|ت[أا]جير",
    "sell": r"sell(?:s|ing)?|sale|wts|s>|offers? from|obo|dealers?|(?:account|acc) shop|for grabs|up for grabs|letting go|gone for|in stock|new owner|giving away|trad(?:e|ing)|swap"
    r"|出[号售个]|出一个?|出了|卖(?:号|个|掉)?|转让|转号|转手|低价[转出甩]|甩了|急出|诚心出|自用|便宜出|在售|批发|谁接手|谁要|带走|أبيع|بيع|للبيع",
    "lend": r"lend(?:s|ing)?|borrow|lent|shared? login|play on my|use my|play (?:all night )?on mine|借(?:号|给|玩|你|我)?|合租|玩我的号|أعير",
    "boost": r"boost(?:s|ed|er|ers|ing)?|elo|power ?level\w*|pilot(?:ed)?|rank push\w*|hand ?level\w*|(?:your|ur) acc\w*,? (?:our|my) hands|your rank|(?:log ?s? into|play(?:s)? (?:on )?)(?:your|ur) acc\w*"
    r"|代[练打肝刷]|上分|包上|冲分|打手|接单|帮你打|أرفع حسابك",
    "recover": r"recover\w*|restore\w*|lost|locked|hacked|stolen|steal|reset|support|forgot\w*|banned?|suspend\w*|appeal|refund|error|code does not|找回|被盗|盗了|申诉|忘了?记?|封(?:号|了|禁)?|解封|冻结|恢复|注销|验证码|客服|异常|登不上|退款|مسروق|أسترجع",
    "warn": r"scam\w*|beware|warning|psa|never|don.?t|do not|please don.?t|avoid|report(?:ed)?|against|harm\w*|fraud|virus|steals?|vanish\w*|fall for|forbidden|removed|stay away|ruin|reminder|stop asking|parents|children|your kids|let(?:s)? your"
    r"|骗\w?|警惕|小心|谨防|广告|提醒|千万|别(?=买|找|把|上|问|私)|孩子|请勿|不要(?!脸|人)|举报|曝光|避雷|违反|禁止|木马|家长|上当|拉黑|报警|违规|赃|احذروا|نصاب|احتيال|لا تشتروا",
    "news": r"police|court|arrest\w*|according|regulator|officials?|study|researchers?|sentenced|fines?|sues?|law|column|market|explained|counted|teenagers|said he|警方|法院|判(?:决|了)|记者|平台封|监管|专家|报告|媒体|揭秘|新规|公告|起诉|约谈|严打|团伙|某|回应|الشرطة",
    "social": r"follow(?: my| for)?|followers today|parody|commissions?|second account|main account|private account|fan account|new account|business account|this account|求关注|新号|小号(?:发|日常)|大号(?:发|在)|接稿|美甲|跟拍|粉丝|تابعوا",
    "many": r"accounts|accs|accts|smurfs|logins|profiles|(?:\d|多|几)个(?:[^,， ]{0,6})号|一批[^,， ]{0,6}号|各类[^,， ]{0,6}账?号",
    "account": r"account|accn?t?s?|accts?|logins?|smurfs?|profiles?|my main|main(?= while| for| acc)|users? ?names?|账号|小号|大号|老号|号主|开局号|极品号|(?<![\d第几型])号(?![码称线楼院召角外房店机令子门])|حساب\w*|حساباتك?",
    "game": r"skins?|ranked|rank|level|lvl|lv|champs?|heroes|hero|legendar(?:y|ies)|mythics?|border|divisions?|season|maxed|stacked|unranked|server|皮肤?|段位|满级|英雄|战力|限定|典藏|星|石头|级|区|服|边框|全皮|绝版",
    "contact": r"dm|dms|pm|hmu|msg|message|write me|add me|contact|discord|telegram|tg|whatsapp|wechat|vx|wx|v信|微信|qq|私聊?|私信|加我|加v|滴我|dd|扣1|联系|评论区|主页|懂的|带价|要的|找我",
    "price": r"[$€£¥]\s?\d+\S*|\d+(?:\.\d+)?\s?(?:[$€£¥]|usdt?|eur|gbp|coins?|bucks?|dollars?|euros?|pounds?|quid|rmb|cny|元|块钱?|r(?![a-z])|米(?!范)|円)|[一二三四五六七八九十百两]+(?:十|百)?[元块]|بسعر|السعر|price|cheap|可小?刀|便宜|议价|押金|deposit",
    "span": r"(?:per|an?|the|each|every|by the|/|for the|for \d+) ?(?:hours?|hrs?|h|night|day|week|weekend|month|evening|piece)\b|/ ?(?:hr?|小时|时|天|晚)|\d+ (?:hours?|hrs?|days?|weeks?|months?)|overnight|tonight|all night|weekend|一?(?:个)?小时|[一两几\d]+(?:个)?(?:小时|天|晚|夜|周|月|年)|每小时|للساعة|باليوم|ليلي|الأسبوع|شهريا",
    "past": r"sold|dream\w+|woke|yesterday|once|ago|reached|years old|regrets?|gone\b(?! for)|梦见|昨[天晚]|曾|当年|终于|后悔|从没",
    "ask": r"\?|how (?:do|can|to|much|long)|why|anyone|is it|should i|what (?:now|would|can)|吗|怎么|如何|求助|为什么|哪[里家]|谁能|什么|كيف",
    "own": r"\b(?:i|i'm|im|my|mine|me|we|our)\b|我|本人|自己|俺|حسابي",
    "not": r"\b(?:not|no|would never|isn.?t|can.?t|doesn.?t)\b|不|没|勿|别",
}  # fmt: skip
"""Kind to what names it. Of two that begin at one place the earlier kind counts, so the stronger come first."""

_NAMED: Final = (
    r"acc|login|smurf|profile|boost|elo |leveling|pilot|rank|main|user ?name|face|号|账|帐|帳|上分|代[练打肝刷]|帮你打|人脸|免.?脸|刷脸|租"
    r"|skins?|lvl|level|\bar ?[0-9]|\bth ?[0-9]|\b[0-9]+k\b|followers|subs|trophies|mmr|\bc[0-6]\b|maxed|stacked|gold|diamond|plat|locker|\balts?\b"
    r"|reroll|starter|carry|carries|grind|quest|cape|\bfa\b|og |email|division|push|pure|zerker|piloted|cookies|\bpva\b|zu ?hao|chu ?hao|yuan ?shen|(?:your|ur) (?:acc|login|toon|main)|替你|帮你|代升|有缘|让给|开荒|仓库|典藏|绝版|图鉴|收集|全收|开服|老玩家|皇室|象棋|初始|自抽|毕业|满[级命皮]|皮肤|限定|段位|全皮|粉"
    r"|等级|会员|挂机|换绑|退[坑游]|脱坑|通关|冲分|巅峰|打手|号|战力"
)
_DONE: Final = (
    r"\b(?:wts|s>|obo|ono|sell(?:ing)?|rent(?:ing|al|als)?|hire|lend(?:ing)?|trad(?:e|ing)|swap|letting go|dms?|pm|hmu|nego|vouch(?:es)?|takers?|adopt\w*|cheap)\b"
    r"|带走|接手|接盘|转让|便宜|低价|急出|退坑|代|私聊?|滴滴|有意|刀|出租|包[夜天周月]|للإيجار|يجار|بيع|تأجير|أعير|أرفع"
)


@cache
def gates() -> tuple[str, str, str]:
    """Return three RE2 patterns, a cheap look at all texts: a folded one offers no account that has neither the first nor the second without the third."""
    return (
        _DONE,
        f"(?:{_NAMED}|{titles_pattern()})",
        rf"^.{{0,{_SHORTEST}}}$|^[^\p{{Han}}]{{0,{_SHORT}}}$|\p{{Arabic}}{{2}}",
    )


_SHORTEST, _SHORT = 4, 11
"""Signs up to which a text that only names a game or an account offers none, with and without ideographs."""

RISKS: Final = ("injector", "unchecked")
"""Kinds that tell of a way round a check."""

_LATIN = "a-z"
_FIRST, _PAIRS, _WIDTH, _TITLED = 0xE100, 0xE200, 40, 39


@cache
def _pattern() -> re.Pattern[str]:
    """Return one pattern of all kinds; a word of letters stands alone, ideographs stand anywhere."""
    named = "|".join(f"(?P<{kind}>(?:{words})(?![{_LATIN}]))" for kind, words in KINDS.items())
    return re.compile(f"(?<![{_LATIN}])(?:{named})")  # what is before is asked once, not of each kind


@cache
def _letters() -> dict[str, str]:
    return {kind: chr(_FIRST + n) for n, kind in enumerate((*KINDS, *_NEAR))}


def things(row: str) -> frozenset[str]:
    """Return the kinds that a row of cues names."""
    return frozenset(kind for kind, letter in _letters().items() if letter in row)


_NEAR: Final = {
    "offered": r"(?<![a-z])(?:rent|sell|lend|leas|let|giv|hir|trad)(?:ing|s|e)? (?:(?:out|up) )?(?:[^ ,.!?]+ ){0,5}?(?:accounts?|accs?|accts?|logins?|smurfs?|profiles?|main)(?![a-z])"
    r"|(?:accounts?|accs?|accts?|logins?|smurfs?|profiles?)[^,.!?]{0,12} (?:for|4|up for|on) (?:sale|rent|hire|lease|grabs|the hour)(?![a-z])"
    r"|[租卖出借][号]|(?:租|卖|出售?|借|转让?)[^,。!?;号房车]{0,8}(?<![\d几])号(?![码称线楼院召])|(?<![\d几])号[^,。!?;房车]{0,5}(?:[出日时夜可]租|租|转让?|出售?|在售|卖)(?!了)"
    r"|(?:[أا]يجار|ت[أا]جير|بيع|[أا]بيع) حساب|حساب[^،.]{0,20}(?:للإيجار|للبيع)",
    "yours": r"(?:your|ur) (?:own )?acc|号给我|你的号|号交给|号发(?:过来|我)|帮你打|حسابك",
}  # fmt: skip
"""Kinds that are told by two words near each other: they come first in a row, whatever else is named."""


@cache
def _near() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((chr(_FIRST + len(KINDS) + n), re.compile(p)) for n, p in enumerate(_NEAR.values()))


@lru_cache(maxsize=16_384)
def cue_row(text: str) -> str:
    """Return the kinds a folded text names, one private letter each, in order; equal neighbours are one."""
    named = [_letters()[str(m.lastgroup)] for m in _pattern().finditer(text)]
    near = "".join(letter for letter, pattern in _near() if pattern.search(text))
    return near + "".join(c for n, c in enumerate(named) if n == 0 or named[n - 1] != c)


def cue_pairs(row: str) -> str:
    """Return each kind of a row once (`TITLE` may stand before it), and a private letter for each two of which one is first named before the other."""
    kinds = list(dict.fromkeys(_TITLED if c == TITLE else ord(c) - _FIRST for c in row))
    pairs = [chr(_PAIRS + a * _WIDTH + b) for n, a in enumerate(kinds) for b in kinds[n + 1 :]]
    return "".join([*(chr(_FIRST + k) for k in kinds), *pairs])


_PRICE = re.compile(
    r"[$€£¥]\s?(?P<a>\d+(?:[.,]\d+)?)|(?P<b>\d+(?:[.,]\d+)?)\s?(?P<unit>[$€£¥]|usdt?|eur|gbp|coins?|bucks?|dollars?|euros?|pounds?|rmb|cny|元|块|米|r(?![a-z])|ريال|درهم)"
)  # fmt: skip
_SPAN = re.compile(
    r"(?:per|an?|/|by the|each|every|the) ?(hour|hr|h|night|day|week|weekend|month)\b|\b(hourly|overnight|tonight|daily|weekly|monthly)\b"
    r"|(\d+ ?(?:hours?|hrs?|days?|weeks?|months?))|(包[夜天周月]|[日时夜周月]租|通宵|一?(?:每)?个?小时|[一两几\d]+(?:个)?(?:小时|天|晚|周|月)|/ ?[时天晚])|(للساعة|باليوم|ليلي)"
)  # fmt: skip


def said_price(text: str) -> str | None:
    """Return the first price of a folded text as it stands there, or None."""
    found = _PRICE.search(text)
    return found.group().strip() if found else None


def said_span(text: str) -> str | None:
    """Return for how long, or by what span of time, a folded text offers, or None."""
    found = _SPAN.search(text)
    return next((g for g in found.groups() if g), None) if found else None
