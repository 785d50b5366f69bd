"""Seed 2: forbidden words in names, false institutions, false experts.

Impersonation follows the brand and support scams measured by Acharya et al. (USENIX Security 2024): a bent name, the logo,
a look-alike domain, words such as official or support, and messages that ask the victim's followers for money.
"""

from __future__ import annotations

import numpy as np

from aboveboard.worlds.draft import NONE, Draft, code
from aboveboard.worlds.institutions import Org, spoken
from aboveboard.worlds.luck import chance
from aboveboard.worlds.mutations import bend
from aboveboard.worlds.rhythm import DAY, END, HOUR, Ints, during, within
from aboveboard.worlds.weaving import by_language, weave

__all__ = ["TERMS", "impersonation", "name_violation", "unqualified_professional"]

TERMS = (
    ("casino", "word", 0), ("fakediploma", "substring", 0), ("bet", "word", 0), ("weed", "word", 0), ("loan shark", "substring", 0),
    ("代开发票", "substring", 1), ("博彩", "substring", 1), ("办假证", "substring", 1), ("刷单", "substring", 1),
    ("كازينو", "word", 2), ("شهادات مزورة", "substring", 2), ("مراهنات", "word", 2),
)  # fmt: skip
"""The operator's list of terms: word, how it matches, language."""

_WRAPS = (
    ["{t} bonus daily", "Best {t} here", "{t} VIP", "Mr {t}"],
    ["{t}加微", "专业{t}", "{t}客服", "诚信{t}"],
    ["{t} مجانا", "أفضل {t}", "{t} الآن"],
)
_CLAIMS = (["{n} Official", "{n} Support", "{n} Help Desk", "Official {n}", "{n} Customer Service", "{n}"],
           ["{n}官方", "{n}客服", "官方{n}", "{n}服务中心", "{n}"], ["{n} الرسمي", "دعم {n}", "خدمة عملاء {n}", "{n}"])  # fmt: skip
_BAIT = (
    [
        "Your account at {org} is locked. Pay the fee of {d2} at {url} today",
        "{org}: claim your refund of {d3} now, send the code to {url}",
    ],
    ["您在{org}的账户异常,请到{url}缴纳{d2}元解冻", "{org}退款{d3}元,请把验证码发到{url}"],
    ["حسابك في {org} موقوف، ادفع {d2} عبر {url}", "{org}: لك استرداد {d3}، أرسل الرمز إلى {url}"],
)
_EXPERTS = (
    (["Dr. {n}", "{n}, MD", "Attorney {n}", "{n} CFP"], ["{n}医生", "{n}律师", "主任医师{n}", "理财师{n}"], ["د. {n}", "المحامي {n}", "الطبيب {n}"]),
    (["Licensed cardiologist. Ask me for advice.", "Practising lawyer, free consultation by message", "Certified financial adviser, {d2} % a year"],
     ["执业医师,在线问诊。", "执业律师,私信咨询。", "持证理财顾问,年化{d2}%"], ["طبيب قلب مرخص، استشارات", "محام مرخص، استشارة مجانية", "مستشار مالي معتمد"]),
    (["As a doctor I tell you: stop the tablets after {d1} days and take two spoons of vinegar", "As your lawyer I advise not to answer letter {d3}",
      "As a certified adviser I say: put {d2} percent into this fund now"],
     ["作为医生我建议:停药{d1}天,改喝两勺醋", "作为律师我建议:不要理会第{d3}号来函", "作为持证顾问,我建议现在把{d2}%的钱投进这只基金"],
     ["بصفتي طبيبا أنصحك بترك الدواء {d1} أيام", "بصفتي محاميا أنصح بعدم الرد على الرسالة {d3}", "بصفتي مستشارا ضع {d2} بالمئة في هذا الصندوق"]),
)  # fmt: skip
_FIELDS = ("medicine", "law", "finance")

_STATES = ("none", "revoked", "expired")


def name_violation(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Put the operator's terms into names: plain, bent, or smuggled into the biography."""
    for account in accounts:
        language = int(draft.people.language[account])
        term = str(rng.choice([t for t, _, spoken in TERMS if spoken == language]))
        bent, kind = bend(rng, term, 0.45)
        wrap = str(rng.choice(_WRAPS[language])).format(t=bent)
        hidden = chance(rng, 0.2)
        draft.write("bio" if hidden else "display_name", np.array([account]), [wrap])
        draft.label("name_violation", np.array([account]), True, f"bio_{kind}" if hidden else kind)


def impersonation(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Pose as organisations with an official account; some lift the logo, some register a look-alike domain, many ask for money."""
    orgs = [o for o in draft.orgs["all"] if o.account != NONE]
    people = draft.people
    for number, account in enumerate(accounts):
        org: Org = orgs[int(rng.random() ** 1.5 * len(orgs))]
        one = np.array([account])
        bent, kind = bend(rng, org.name, 0.4)
        draft.write("display_name", one, [str(rng.choice(_CLAIMS[org.language])).format(n=bent)])
        draft.write(
            "handle",
            one,
            [
                bend(rng, org.slug, 0.0)[0]
                if chance(rng, 0.5)
                else f"{org.slug}_{rng.choice(['help', 'official', 'vip'])}"
            ],
        )
        fake = f"https://{org.domain.removesuffix('.example')}-{rng.choice(['support', 'secure', 'gift'])}.example"
        draft.write("url", one, [fake if chance(rng, 0.6) else None])
        people.language[account], people.created[account] = (
            org.language,
            int(within(rng, END - 200 * DAY, END - 8 * DAY, 1)[0]),
        )
        people.kind[account] = code("accounts", "kind", str(rng.choice(["organisation", "personal", "unknown"])))
        people.avatar[account] = org.account if chance(rng, 0.5) else people.avatar[account]
        people.plain[account] = people.avatar[account] < 0
        _bait(draft, rng, account, org, fake)
        draft.label("impersonation", one, True, kind, f"impersonation-{number}", related=np.array([org.account]))


def _bait(draft: Draft, rng: np.random.Generator, account: int, org: Org, fake: str) -> None:
    start = int(draft.people.created[account]) + DAY
    victims = draft.crowd(rng, int(rng.integers(3, 25)), org.language, before=start)
    at = during(rng, start, min(20 * DAY, END - start - 1), len(victims))
    alive = draft.people.end[victims] > at
    victims, at = victims[alive], at[alive]
    who = np.full(len(victims), account)
    draft.add("follows", follower_id=who, target_id=victims, at=at)
    if chance(rng, 0.7) and len(victims):
        text = weave(
            rng, len(at), [t.replace("{org}", org.name).replace("{url}", fake) for t in _BAIT[org.language]], {}
        )
        draft.post(
            who,
            at,
            kind="message",
            target_id=-2 - victims,
            text=text,
            url=fake,
            language=("en", "zh", "ar")[org.language],
        )


def unqualified_professional(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Claim a profession and advise in it without a credential, with one revoked, or years after it ran out."""
    people = draft.people
    language = people.language[accounts]
    shapes = [[t.replace("{n}", "{name}") for t in templates] for templates in _EXPERTS[0]]
    people.kind[accounts] = code("accounts", "kind", "professional")
    people.created[accounts] = np.minimum(people.created[accounts], END - 40 * DAY)
    named = by_language(rng, language, shapes, [{}] * 3, {"name": people.names.take(accounts)})
    draft.write("display_name", accounts, named.to_pylist())
    draft.write("bio", accounts, by_language(rng, language, _EXPERTS[1], [{}] * 3).to_pylist())
    who = np.repeat(accounts, rng.integers(2, 12, len(accounts)))
    at = within(rng, np.maximum(people.created[who] + HOUR, END - 120 * DAY), END - HOUR, len(who))
    draft.post(
        who,
        at,
        kind="post",
        text=by_language(rng, people.language[who], _EXPERTS[2], [{}] * 3),
        language=spoken(people.language[who]),
    )
    state = rng.integers(0, 3, len(accounts))
    draft.label("unqualified_professional", accounts, True, [_STATES[s] for s in state])
    held, state = accounts[state > 0], state[state > 0]
    start = people.created[held] - 300 * DAY
    draft.add(
        "credentials", account_id=held, field=[_FIELDS[int(a) % 3] for a in held], issuer="Register of Professions", valid_from=start,
        valid_until=np.where(state == _STATES.index("expired"), np.minimum(start + 310 * DAY, END - 35 * DAY), END + 200 * DAY),
        status=[("", "revoked", "valid")[s] for s in state],
    )  # fmt: skip
