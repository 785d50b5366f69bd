"""What false experts, professionals and those who only speak of them say, by field and language. Everything is invented."""

from __future__ import annotations

from typing import Final

__all__ = ["ADVICE", "BIOS", "FIELDS", "NAMES", "NEWS", "OWN_TITLES", "SPEAKING", "TALK", "TALK_BIOS"]

FIELDS: Final = ("medicine", "law", "finance")

NAMES: Final = (
    (["Dr. {name}", "{name}, MD", "{name} RN", "Dermatologist {name}"], ["{name}医生", "主任医师{name}", "{name}中医师"], ["د. {name}", "الطبيب {name}"]),
    (["Attorney {name}", "{name}, Esq.", "{name} | Barrister"], ["{name}律师", "律师{name}"], ["المحامي {name}", "{name} محامي"]),
    (["{name} CFP", "{name}, CPA", "Financial Adviser {name}"], ["理财师{name}", "投资顾问{name}", "{name}注册会计师"], ["المستشار المالي {name}"]),
)  # fmt: skip
"""Display names by field and language."""

BIOS: Final = (
    (["Licensed cardiologist. Ask me for advice.", "Board certified physician, {d2} years of practice", "Registered nurse, write me before you see anybody"],
     ["执业医师,在线问诊。", "三甲医院皮肤科医生,从业{d1}年", "執業藥師,私信咨询"], ["طبيب قلب مرخص، استشارات", "طبيب أسنان، {d2} سنة"]),
    (["Practising lawyer, free consultation by message", "Criminal defence attorney. {d2} cases won.", "Member of the bar. Contracts and divorce."],
     ["执业律师,私信咨询。", "专职律师,{d1}年刑案经验", "有律师证,打劳动官司"], ["محام مرخص، استشارة مجانية", "محامية مسجلة"]),
    (["Certified financial adviser, {d2} % a year", "CFA charterholder. Tips every Monday.", "Licensed investment advisor since 20{d1}0"],
     ["持证理财顾问,年化{d2}%", "证券投资顾问,{d1}年实盘", "注册会计师,帮你节税"], ["مستشار مالي معتمد", "محلل مالي معتمد منذ {d2}"]),
)  # fmt: skip
"""Biographies by field and language."""

SPEAKING: Final = (
    (["As a doctor I tell you: stop the tablets after {d1} days and take two spoons of vinegar", "I'm a nurse and I say: double the dose for {d1} days",
      "Doctor here: skip injection {d3} and drink this tea"],
     ["作为医生我建议:停药{d1}天,改喝两勺醋", "我是医生,听我的,第{d1}天就别吃药了", "身为执业医师,我劝你别打第{d1}针"],
     ["بصفتي طبيبا أنصحك بترك الدواء {d1} أيام", "أنا طبيب، خذ الدواء {d1} مرات"]),
    (["As your lawyer I advise not to answer letter {d3}", "Lawyer here. Ignore notice {d3} from the court.", "I am an attorney: do not pay fine {d3}"],
     ["作为律师我建议:不要理会第{d3}号来函", "我是律师,第{d3}号传票不用理", "本律师认为{d3}号罚款别交"], ["بصفتي محاميا أنصح بعدم الرد على الرسالة {d3}", "أنا محامي، لا تدفع الغرامة {d3}"]),
    (["As a certified adviser I say: put {d2} percent into this fund now", "I'm a licensed broker: sell {d3} shares before Monday",
      "As your financial planner I want you to move {d2} percent of your savings"],
     ["作为持证顾问,我建议现在把{d2}%的钱投进这只基金", "我是注册会计师,现在买入{d3}手这只股票"], ["بصفتي مستشارا ماليا ضع {d2} بالمئة في هذا الصندوق"]),
)  # fmt: skip
"""Posts that claim and advise, by field and language."""

ADVICE: Final = (
    (["Stop taking tablet number {d1} and drink two spoons of vinegar", "Double the dose of ibuprofen for {d1} days", "You should take {d3} mg of this antibiotic twice a day",
      "Never take insulin before noon, use drop {d2} instead"],
     ["停药{d1}天就好,每天喝两勺醋", "阿莫西林一天{d1}次每次{d1}粒", "别吃降压药了,第{d2}天换喝茶"], ["خذ الدواء {d1} مرات في اليوم", "توقف عن الدواء {d2} يوما"]),
    (["Do not answer court letter {d3}", "You should file an appeal before day {d2}", "Never pay fine {d3}, refuse the settlement"],
     ["法院{d3}号传票不用理", "直接起诉,第{d3}号合同不要签", "{d3}号罚款不用交"], ["لا ترد على الرسالة {d3}", "لا تدفع الغرامة {d3}"]),
    (["Put {d2} percent of your savings into this fund", "Sell {d3} shares today and buy gold", "You should move {d2} percent of your pension"],
     ["现在把{d2}%存款投进这只基金", "赶紧买入{d3}手这只股票", "马上满仓这只基金,目标{d2}%"], ["ضع {d2} بالمئة في هذا الصندوق", "اشتر {d3} من أسهم الشركة"]),
)  # fmt: skip
"""Posts that advise and claim nothing, by field and language."""

NEWS: Final = (
    (["As a doctor I remind you: flu vaccination starts on the {d2}th floor", "Our surgery opens at {d1} on Monday"], ["作为医生提醒大家:流感疫苗在{d2}号窗口接种", "本周门诊{d1}点开始"], ["بصفتي طبيبا أذكركم بالتطعيم في الغرفة {d2}"]),
    (["Office hours this week: {d1} to 17:00. Bring your letter {d3}", "As a lawyer I am glad that room {d3} is open again"], ["本周咨询{d1}点开始,请带第{d3}号单", "作为律师,很高兴{d3}号厅又开放了"], ["المكتب هذا الأسبوع من الساعة {d1} رقم {d3}"]),
)  # fmt: skip
"""What a doctor's or a lawyer's account says day by day."""

TALK: Final = (
    ["Day {d2} after my operation, the doctor says all is well", "My lawyer says letter {d3} will be answered in {d1} weeks", "I am not a doctor, but tea {d2} helped me",
     '"As a doctor I tell you to rest for {d1} days," said the man on television', "Ask your doctor before you stop tablet {d1}", "My sister is a nurse and worked {d1} nights",
     "If I were a lawyer I would read page {d3}", "I took {d3} mg for {d1} days and it went away", "Our teacher gave us {d1} tests this week", "False surgeon sentenced to {d1} years",
     "I sold my {d2} shares too early", "Can a lawyer explain form {d3} to me?", "Translated today: page {d2} of a leaflet on tablets"],
    ["手术后第{d2}天,医生说恢复得不错", "我的律师说第{d3}号函{d1}周内有回复", "我不是医生,只是分享第{d2}天的经历", "停药前请先问医生,等了{d1}天", "我妈妈是护士,连上{d1}个夜班",
     "如果我是律师,第{d3}页会再看看", "“作为医生我建议休息{d1}天”,电视里的专家说", "老师今天布置了{d1}份作业", "假冒执业医师的男子被判{d1}年"],
    ["اليوم {d2} بعد العملية والطبيب مطمئن", "يقول المحامي إن الرد على {d3} بعد {d1} أسابيع", "أنا لست طبيبا لكن الشاي {d2} أفادني", "أختي ممرضة وتعمل {d1} ليال"],
)  # fmt: skip
"""Talk of doctors, lawyers and money by people who are none, by language."""

TALK_BIOS: Final = (
    ["Medical student, year {d1}", "Retired nurse, now a potter", "Health journalist", "Law student", "Front desk of a dental clinic", "Medical translator, {d1} languages", "Son of a surgeon",
     "Doctor of sarcasm", "PhD in medieval history", "Future attorney", "Hobby investor, no advice", "Patient since 20{d1}0", "Yoga teacher"],
    ["医学生,大{d1}", "退休教师,种花", "健康记者", "法学院在读", "医院前台", "前护士,现在开花店", "考注册会计师第{d1}年", "陪爸爸看病的日子"],
    ["طالب طب سنة {d1}", "متقاعد، كنت معلما", "صحفي", "مريض منذ {d2} سنة"],
)  # fmt: skip
"""Biographies of such people, by language."""

OWN_TITLES: Final = {"drone pilot": "aviation", "harbour pilot": "shipping"}
"""Titles of fields that only this operator regulates."""
