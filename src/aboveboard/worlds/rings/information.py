"""Seed 2: false experts."""

from __future__ import annotations

import numpy as np

from aboveboard.worlds.draft import Draft, code
from aboveboard.worlds.institutions import spoken
from aboveboard.worlds.rhythm import DAY, END, HOUR, Ints, within
from aboveboard.worlds.weaving import by_language

__all__ = ["unqualified_professional"]

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
    draft.label("stale_check", held[state == _STATES.index("expired")], True, "credential_ran_out")
