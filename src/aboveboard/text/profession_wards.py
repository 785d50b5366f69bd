"""Where doctors and nurses work, and whether they tend people: fields of medicine, posts in a hospital, animals."""

from __future__ import annotations

import re

__all__ = ["ANIMALS", "DISCIPLINE", "FORMAL", "OF_EITHER", "WARDS"]

ANIMALS = re.compile(
    r"\b(?<!army )(?<!navy )(?<!combat )(?<!military )(?<!marine )(?<!war )(?<!usmc )(?<!iraq )(?<!disabled )(?<!vietnam )vets?\b|\bveterinar\w*|\bequine\b|\b(?:animals?|horses?|pets?|dogs?|cats?|birds?|reptiles?|fish|cattle|cows?|exotics?|avian|livestock|bovine|canine|feline|poultry|sheep|farm) (?:doctor|doc|nurse|surgeon|medicine|clinic|hospital|physio\w*|dentist|psycholog\w+|therap\w+|pharmac\w+)|\bdvm\b|\bmrcvs\b|\btier(?:arzt|arztin|klinik)\b|\bveterinario\b"
    r"|兽医|宠物|异宠|爬宠|动物医|(?:猪|牛|马|羊|鸡|鸭|猫|狗|犬|鸟|鱼|龟)(?:场|舍|病|科|的?医生|的?大夫|医)|植物医|花卉|园艺"
)
"""A doctor of animals or of plants."""

OF_EITHER = frozenset(
    [
        "doctor",
        "doc",
        "dr",
        "nurse",
        "surgeon",
        "medic",
        "physician",
        "dentist",
        "physiotherapist",
        "acupuncturist",
        "pharmacist",
        "psychologist",
        "nutritionist",
        "radiologist",
        "cardiologist",
        "oncologist",
        "dermatologist",
        "医生",
        "医师",
        "大夫",
        "护士",
        "执业医师",
        "外科医生",
        "外科医师",
        "营养师",
        "主治医师",
    ]
)
"""Titles that doctors of people and of animals bear alike."""

DISCIPLINE = re.compile(
    r"(?:(?P<grade>\b(?:consultant|specialist|registrar|fellow|resident|attending|board[- ]certified|certified|physician|clinician)(?: physician)?,? (?:in|of) )|(?:^|(?<=[.,;|/] )))(?:(?:internal|emergency|family|general|intensive care|acute|respiratory|paediatric|pediatric|rehabilitation|palliative|sports|sleep) medicine|(?:family|general) practice|(?:clinical )?(?:cardiology|dermatology|neurology|oncology|psychiatry|paediatrics|pediatrics|radiology|urology|gynae?cology|obs (?:&|and) gynae|obstetrics(?: (?:&|and) gyna?ecology)?|an(?:a)?esthe(?:tics|sia|siology)|ophthalmology|endocrinology|gastroenterology|rheumatology|nephrology|ha?ematology|neurosurgery|orthopa?edics|plastic surgery|general surgery|dentistry|orthodontics|midwifery|geriatrics|infectious diseases|critical care))(?P<post> (?:consultant|specialist|registrar|resident|fellow|attending))?(?=$|[.,;|/]| at\b| in\b| for\b)"
    r"|(?:^|(?<=[\s,，。、|]))(?:[\u4e00-\u9fff]{0,6}(?:医院|三甲|门诊))?(?:心内|心血管|神经[内外]?|消化内?|呼吸内?|肾内|内分泌|血液|肿瘤|骨|皮肤|眼|耳鼻喉|口腔|妇产|妇|产|儿|新生儿|急诊|精神|心理|康复|疼痛|麻醉|感染|普外|泌尿外?|胸外|神外|整形外|烧伤|中医|针灸|推拿|全科|家医|重症医学|放射|超声|检验|病理)科(?=$|[\s,，。、|])"
)
"""A field of medicine as a biography's own word: it names who works there, and with a grade before it claims."""

WARDS = (
    "medicine",
    "practice",
    "ology",
    "iatr",
    "surgery",
    "dent",
    "obs",
    "thes",
    "thop",
    "midwif",
    "disease",
    "critical care",
    "科",
)
"""Without any of these no field of medicine is named: looked for first."""

FORMAL = re.compile(
    r"\b(?:er|icu|nicu|picu|nhs|emergency|intensive care|trauma|heart|eye|skin|bone|brain|child|children's|paediatric|pediatric|surgical|medical|clinical|dental|hospital|ward|wound|diabetes|lung|kidney|spine|knee|sleep|fertility|maternity|neonatal|theatre|triage|palliative|hospice|geriatric|psychiatric|rehab|renal|stroke|cancer|oncology|cardiac|family|community|school|staff|consultant|senior|head|lead|practice|outpatient|flight|plastic|sports|general|specialty)\b"
)
"""Before an everyday title: it is then the name of a post that only a qualified person holds, such as ICU nurse."""
