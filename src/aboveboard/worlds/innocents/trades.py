"""Innocent talk of accounts, money, rent and games: nobody here offers an account."""

from __future__ import annotations

from typing import Final

import numpy as np

from aboveboard.worlds.draft import Draft
from aboveboard.worlds.institutions import spoken
from aboveboard.worlds.rhythm import DAY, END, HOUR, Ints, within
from aboveboard.worlds.weaving import weave

__all__ = ["trade_talk"]

_TALK: Final = {
    "recovery": (["How can I get my account back? The mail is gone and {d2} skins with it", "Third day without my account, support is silent"],
                 ["号丢了{d1}天了,怎么才能找回", "客服让我提供{d1}年前的充值记录才给找回账号"], ["كيف أسترجع حسابي بعد {d1} أيام"]),
    "warning": (["Careful, the one who rents accounts for {d1} coins is a thief", "Do not buy accounts, mine was taken back after {d2} days"],
                ["大家小心,{d1}元租号的那个是骗子", "买号的教训:{d2}天后就被找回去了"], ["احذروا من بائع الحسابات، نصاب"]),
    "landlord": (["Room to rent for {d3} a month, quiet street, call after six", "Van for rent, {d2} a day, full tank"],
                 ["次卧出租{d3}元一月,安静", "面包车出租一天{d2}元"], ["غرفة للإيجار بسعر {d3} شهريا"]),
    "telephone": (["Mobile plan with {d2} GB for {d1} a month, no contract"], ["手机套餐{d2}G流量,月租{d1}元"], ["بطاقات هاتف بسعر {d2}"]),
    "coach": (["I coach {d1} evenings a week, ${d2} an hour, you play yourself"], ["教学{d2}元一小时,你打我讲,不碰账号"], ["دروس خصوصية بسعر {d2} للساعة"]),
    "accountant": (["Accountant, {d1} years in the trade, seeks a post from May"], ["会计求职,{d1}年经验,会报税"], ["محاسب بخبرة {d1} سنوات يبحث عن عمل"]),
    "gift_card": (["Official gift cards of {d2} coins at the counter of our shop"], ["官方礼品卡{d2}元,本店柜台有售"], ["بطاقات هدايا رسمية بسعر {d2}"]),
    "news": (["Court fines {d1} people who rented game accounts to pupils"], ["法院判罚{d1}名向学生出租账号的人"], ["المحكمة تغرم {d1} من بائعي الحسابات"]),
    "bank": (["My bank account costs {d1} a month, is that usual?"], ["银行账户每月收{d1}元管理费,正常吗"], ["حساب بنكي برسوم {d1} شهريا"]),
    "asking_minor": (["I am {d1}, where do people rent accounts without face check?", "Looking for somebody who lends me an account for one hour"],
                     ["我{d1}年级,哪里能租到不用人脸的号", "求借一个号玩一小时"], ["أين أجد حسابا للعب ساعة واحدة؟"]),
    "player": (["New account on the east server, who joins?", "{d2} hours on this account and still bronze"], ["新号在东区,一起玩吗", "这个号打了{d2}小时还是青铜"], ["حساب جديد، من يلعب معي؟"]),
}  # fmt: skip
"""Kind of talk to what is said, by language."""


def trade_talk(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Speak of accounts, rent, money or games a few times, as one of many kinds of people do."""
    people, kinds = draft.people, list(_TALK)
    people.created[accounts] = np.minimum(people.created[accounts], END - 130 * DAY)
    for number, account in enumerate(accounts):
        name = kinds[number % len(kinds)]
        who = np.full(int(rng.integers(1, 5)), account)
        language = int(people.language[account])
        text = weave(rng, len(who), _TALK[name][language], {})
        at = within(rng, END - 120 * DAY, END - HOUR, len(who))
        draft.post(who, at, kind="post", text=text, language=spoken(people.language[who]))
    draft.label("account_trade", accounts, False, "trade_talk")
