"""Reads whether a text gives advice in a regulated field to its reader: what to take, to leave, to answer, to buy.

A topic is no advice. Advice tells the reader what to do (an imperative, `you should`) with a thing of the field, and neither
tells what somebody else said or did, nor asks, nor sends the reader to somebody qualified.
"""

from __future__ import annotations

import re

from aboveboard.text.quotations import outside, quotes_in

__all__ = ["ADVISED", "GATE", "advice_in"]

_DRUG = (
    r"(?:tablets?|pills?|capsules?|medicines?|medications?|meds|antibiotics?|antidepressants?|painkillers?|insulin|ibuprofen|paracetamol|acetaminophen|aspirin|amoxicillin|"
    r"metformin|statins?|steroids?|cortisone|warfarin|ivermectin|chemo\w*|injections?|vaccines?|inhaler|blood thinners?|beta blockers?|prescription|dos(?:e|es|age)|\d+ ?m[gl]\b|drops|syrup|supplements?)"
)
_TAKE = r"(?:take|stop|quit|skip|drop|double|halve|increase|reduce|lower|swallow|inject|give|mix|replace|use|avoid|throw away|come off|wean off)"
_LAW = r"(?:court|judge|summons|subpoena|lawsuit|fine|hearing|police|contract|bailiff|prosecutor|letter from the|court letter|charges?|plea|guilty|motion|appeal|custody|will\b|landlord|eviction|settlement|restraining order|claim form|penalty notice)"
_PLEAD = r"(?:answer|ignore|pay|sign|reply|respond|appear|plead|file|sue|refuse|contest|admit|deny|demand|serve|claim|record|withhold|tell)"
_MONEY = r"(?:stocks?|shares?|funds?|bonds?|etfs?|savings|pension|portfolio|crypto|bitcoin|coins?|options|futures|mortgage|retirement|401k|gold|index|dividend|annuity)"
_DEAL = r"(?:buy|sell|put|invest|move|withdraw|short|dump|transfer|borrow|load up|go all in|hold|switch|pull|remortgage|cash out)"
_LEAD = (
    r"(?:(?:^|[.!?;:]\s*|,\s*(?:just|simply|then|and|so)?\s*|\b(?:just|simply|please|then|and|so|always|never|but|immediately|better) )(?:do not |don't |never |always |just |please |simply )?"
    r"|\byou (?:should|must|need to|have to|ought to|can safely|can just|can|do not need to|don't need to|do not have to|don't have to|will want to)(?: \w+ly| not| never| always| just)? ?"
    r"|\b(?:i|we) (?:advise|recommend|suggest|tell|urge)(?: \w+){0,3}? (?:to|that you|you(?: to)?|:)?\s*(?:should )?)"
)
_SPAN = r"[^.!?]{0,60}?\b"
_EN = {
    "medicine": rf"{_LEAD}{_TAKE}\b{_SPAN}{_DRUG}|\bfor (?:a|your) (?:child|baby|toddler|dog)[^.!?]{{0,40}}\bgive\b{_SPAN}{_DRUG}",
    "law": rf"{_LEAD}{_PLEAD}\b{_SPAN}{_LAW}",
    "finance": rf"{_LEAD}{_DEAL}\b{_SPAN}{_MONEY}",
}
_ZH = {
    "medicine": r"停药(?:就|吧|[,，\d一二三几])|(?:一天|每天|每日|每次|一次)[^,，。]{0,4}[一二三四五六两\d]+(?:粒|片|毫克|毫升|勺|颗|包)"
    r"|(?:就|要|得|应该|建议|可以|快|赶紧|每天|别|不要|不用|改|换|先|停掉)(?:吃|喝|服用|口服|打|用)?[^,，。不]{0,6}(?:药(?!店|房|师|监)|胶囊|阿莫西林|头孢|布洛芬|激素|降压|胰岛素|抗生素)(?!贵|难|价|死)"
    r"|(?:阿莫西林|头孢|布洛芬|激素|胰岛素|抗生素|降压药)[^,，。]{0,4}(?:一天|每天|每次|每日)|不用(?:去医院|做手术|打针|化疗)",
    "law": r"(?:法院|传票|罚款|诉状|律师函|来函|函|合同|仲裁|判决|罚单)[^,，。]{0,10}(?:不用|别|不要|不必|无需)(?:再)?(?:理|签|交|回|赔|还|出庭|应诉)|(?:不用|不要|别|无需|不必)(?:理会|理|回复|签|交|赔|还)[^,，。]{0,10}(?:法院|传票|罚|诉|律师函|来函|合同|仲裁)"
    r"|(?:直接|马上|赶紧|应该|一定要|建议你?)[^,，。]{0,6}(?:起诉|上诉|申请仲裁|提起诉讼|不认罪)",
    "finance": r"(?:赶紧|马上|现在|立刻|建议|应该|全部|一定要|可以|大胆|满仓|把[^,，。]{0,10})[^,，。]{0,10}(?:买入?|卖出?|加仓|抄底|满仓|清仓|投进|转到|申购|赎回)[^,，。]{0,10}(?:股|基金|债|票|币|理财|仓|黄金|保险)?",
}
_ZH_NEEDS = {"finance": r"股|基金|债|币|理财|存款|年化|收益|仓|黄金|%|百分之"}
_AR = {
    "medicine": r"(?:أنصحك|انصحك|توقف عن|خذ|اترك|لا تأخذ)[^.،]{0,30}(?:دواء|الدواء|حبوب|جرعة|مضاد)",
    "law": r"(?:أنصح\w*|لا ترد|لا توقع|لا تدفع)[^.،]{0,30}(?:رسالة|الرسالة|المحكمة|الغرامة|العقد)",
    "finance": r"(?:ضع|اشتر|بع|استثمر|حول)[^.،]{0,30}(?:صندوق|الصندوق|أسهم|سهم|مدخرات)",
}
ADVISED = tuple(
    (re.compile(script), {field: re.compile(pattern) for field, pattern in patterns.items()})
    for script, patterns in (("[a-z]{3}", _EN), ("[\u3400-\u9fff]", _ZH), ("[\u0600-\u06ff]", _AR))
)
"""What gives advice, by field, in text in small letters without accents, and the letters without which it says nothing so."""

GATE = (
    r"tablet|pills?[^a-z]|capsule|medicine|medication|antibiotic|painkiller|insulin|ibuprofen|paracetamol|aspirin|amoxicillin|metformin|statin|steroid|warfarin|injection|vaccine|dos(?:e|age)|prescription|[0-9] ?m[gl][^a-z]"
    r"|court|judge|summons|subpoena|lawsuit|hearing|contract|charges|guilty|settlement|eviction|[^a-z]fine[^a-z]|plead|appeal|stocks?[^a-z]|shares?[^a-z]|[^a-z]funds?[^a-z]|bonds?[^a-z]|savings|pension|crypto|bitcoin|portfolio|mortgage|[^a-z]coin(?:[^a-z]|$)|[^a-z]gold[^a-z]"
    r"|药|胶囊|阿莫西林|头孢|布洛芬|激素|胰岛素|抗生素|每次|一天|传票|罚|诉|律师函|来函|合同|仲裁|股票|只股|基金|债券|满仓|清仓|加仓|存款|理财|دواء|جرعة|حبوب|الرسالة|المحكمة|الغرامة|صندوق|الصندوق|أسهم"
)
"""RE2: a text in small letters without any of these advises in no field. A cheap look at many texts."""

_ELSEWHERE = re.compile(
    r"\b(?:ask|see|consult|talk to|speak to|speak with|check with|call|tell|contact|visit|get) (?:your|a|an|the|my|his|her)(?: \w+)? ?(?:doctor|gp|physician|pharmacist|lawyer|attorney|solicitor|advis[eo]r|accountant|vet|dentist|nurse)\b"
    r"|\b(?:my|his|her|their|our) (?:doctor|lawyer|nurse|advis[eo]r|gp|pharmacist|attorney|solicitor|broker|vet)\b|\b(?:experts?|researchers?|officials?|guidelines?|ministry|who|study|studies|leaflet|label|court|police|report|regulator)\b[^.!?]{0,30}\b(?:say|says|said|recommend\w*|advise[sd]?|warn\w*|told|urge[sd]?|asks?)\b"
    r"|^(?:study|news|report|film tip)\b|\b(?:told|tells|said|says)\b|\b(?:i|we|he|she|they|my \w+) (?:\w+ ){0,2}(?:took|take|stopped|stop|bought|sold|buy|sell|put|am taking|was taking|paid|signed|got)\b|\?\s*$|\bshould i\b|\bif only\b|\bas prescribed\b|\bas directed\b"
    r"|先?(?:问|咨询|请教|看)(?:一下)?(?:你的|您的)?(?:医生|医师|律师|药师|专业)|遵医嘱|谨遵|(?:医生|律师|专家|老师|警方|法院|医院|疾控|卫健委|记者|银行)(?:说|提醒|让我|建议|告诉|表示|通知|要求)|我(?:已经|昨天|之前|每天|现在|也|刚|妈|爸|在)?(?:吃|买|卖|停药|停了|交|签|服用)|我(?:昨天|前天|上周|上个月|终于)?[^,，。]{0,8}(?:买|卖|停|吃|交|签)[^,，。]{0,4}了|吗|呢[?？]?$|怎么办"
    r"|قال|يقول|طبيبي|المحامي|استشر|اسأل"
)


def advice_in(text: str) -> set[str]:
    """Return the fields in which a text as it is read advises its reader."""
    low = outside(text, quotes_in(text)).lower()
    written = [patterns for script, patterns in ADVISED if script.search(low)]
    found = {field for patterns in written for field, pattern in patterns.items() if pattern.search(low)}
    if not found or _ELSEWHERE.search(low):
        return set()
    han = re.search("[\u3400-\u9fff]", low)
    return {f for f in found if not han or f not in _ZH_NEEDS or re.search(_ZH_NEEDS[f], low)}
