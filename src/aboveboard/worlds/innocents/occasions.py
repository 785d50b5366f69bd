"""What is said at gatherings, as templates by language: English, Chinese, Arabic."""

from __future__ import annotations

from typing import Final

__all__ = ["CALLS", "CHANTS", "HELP", "HOMEWORK", "PETITIONS", "SHOUTS", "SIGHTS", "VOTES", "WIRE"]

CALLS: Final = (
    ["The animal shelter in {place} needs blankets and {d3} coins before {day}, please give and pass this on",
     "Tonight we collect for the new roof of the children's ward in {place}: give what you can by {day}, every coin of the {d3} counts",
     "Our winter drive for {place} is open, {d3} meals are still missing, bring tins to the {thing} on {day} or give here"],
    ["{place}流浪动物救助站急需棉被和{d3}元善款,请大家在{day}前伸出援手并转发", "今晚为{place}儿童病房屋顶募捐,还差{d3}元,{day}截止,请帮忙扩散",
     "{place}冬衣募集开始了,还缺{d3}份,{day}请送到{thing}或点击链接捐赠"],
    ["ملجأ الحيوانات في {place} يحتاج إلى بطانيات و {d3} درهما قبل {day} فتبرعوا وانشروا", "نجمع الليلة لسقف جناح الأطفال في {place} وما زال ينقصنا {d3} فساعدوا قبل {day}"],
)  # fmt: skip
"""Calls of charities."""

VOTES: Final = (
    ["Voting is open, all votes for number {d1} from {place} tonight, let us bring it home", "Number {d1} sang for all of {place}: vote in the next ten minutes please"],
    ["投票开始了,大家一起为{d1}号选手投票,{place}加油,冲第一", "{d1}号唱得太好了,十分钟内请为{place}投上一票"],
    ["بدأ التصويت فصوتوا جميعا للرقم {d1} من {place} الليلة", "الرقم {d1} غنى لنا جميعا في {place} فلنصوت خلال عشر دقائق"],
)  # fmt: skip
"""Slogans of fans on a night of voting."""

SIGHTS: Final = (
    ["Water up to the door of the {thing} in {place} {why}", "I am near the {thing} and the lights are out {why}", "Can anyone in {place} tell me whether the {thing} is safe?",
     "Sirens all over {place}, {who} {did} {what} {why}"],
    ["{place}{thing}门口水很深了,{why}", "我在{thing}附近,停电了,{why}", "{place}有人知道{thing}那边安全吗", "{place}到处是警笛声,{who}{did}{what},{why}"],
    ["الماء وصل إلى باب {thing} في {place} {why}", "أنا قرب {thing} والكهرباء مقطوعة {why}", "هل من أحد في {place} يخبرني عن {thing}؟"],
)  # fmt: skip
"""What witnesses write."""

HELP: Final = (
    ["Looking for relatives? Free rooms, hot soup and a list of the missing until {d1} in the morning, telephone 0{d3} {d3}", "Blood of group {d1} is wanted at the ward near you, walk in without a date, doctors on call 0{d3}"],
    ["寻找亲人请看这里:免费住宿、热汤和失联人员名单,值班电话0{d3}{d3}", "附近病房急需血液,可直接前往,值班医生电话0{d3}{d3}"],
    ["هل تبحث عن أقاربك؟ غرف مجانية وحساء ساخن وقائمة المفقودين على الهاتف 0{d3}{d3}", "مطلوب متبرعون بالدم دون موعد والطبيب المناوب على الرقم 0{d3}{d3}"],
)  # fmt: skip
"""Offers of help that do not name the event."""

WIRE: Final = (
    ["Storm: authorities close the {thing} in {place} until {day}, {d2} people treated, {d3} homes without power", "Storm: trains to {place} stopped, the {thing} opens as a shelter on {day}, council says {d2} roads are blocked"],
    ["暴雨:{place}{thing}关闭至{day},{d2}人接受治疗,{d3}户停电", "暴雨:开往{place}的列车停运,{thing}{day}改作避难所,{d2}条道路封闭"],
    ["عاصفة: إغلاق {thing} في {place} حتى {day} وعلاج {d2} شخصا وانقطاع الكهرباء عن {d3} منزلا", "عاصفة: توقف القطارات إلى {place} وفتح {thing} ملجأ يوم {day}"],
)  # fmt: skip
"""Stories of a news agency."""

SHOUTS: Final = (
    ["GOAL!!!", "What a night in {place}!", "Unbelievable {emoji}", "Yes yes yes", "{d1} to {d1}!!"],
    ["进球啦!!!", "太精彩了{emoji}", "{place}今夜无眠", "好好好", "{d1}比{d1}!!"],
    ["هدف!!!", "يا لها من ليلة في {place}", "لا يصدق {emoji}", "{d1} مقابل {d1}!!"],
)
CHANTS: Final = (
    [
        "Come on {place}, sing with us all night long, we never walk alone",
        "Whole {place} is on the street right now singing with the team",
    ],
    ["{place}队加油,我们永远和你在一起,今晚一起唱到天亮", "整个{place}都上街了,一起为球队歌唱"],
    ["هيا يا {place} غنوا معنا طوال الليل فلن تسيروا وحدكم", "كل {place} في الشارع الآن تغني مع الفريق"],
)
"""What is shouted and sung at a final."""

PETITIONS: Final = (
    ["Fair shifts for everyone at the {thing} in {place}: we ask for {d2} hours' notice and a written plan by {day}", "The night crew of the {thing} in {place} deserves breaks: {d2} minutes, agreed by {day}, in writing"],
    ["{place}{thing}员工要求公平排班:提前{d2}小时通知,{day}前给出书面方案", "{place}{thing}夜班员工应有{d2}分钟休息,请在{day}前书面答复"],
    ["نطالب بمناوبات عادلة في {thing} {place}: إشعار قبل {d2} ساعة وخطة مكتوبة قبل {day}", "عمال الليل في {thing} {place} يستحقون {d2} دقيقة راحة باتفاق مكتوب قبل {day}"],
)  # fmt: skip
"""Sentences of a union's letter."""

HOMEWORK: Final = (
    ["Today in class: describe the {thing} of {place} in your own words, at least {d2} words, until {day}", "Task {d2}: what did {who} find in {place}, and why was it {what}?"],
    ["今天的课堂作业:用自己的话描述{place}的{thing},不少于{d2}字,{day}前交", "第{d2}题:{who}在{place}找到了什么,为什么是{what}"],
    ["واجب اليوم: صف {thing} في {place} بكلماتك في {d2} كلمة قبل {day}", "السؤال {d2}: ماذا وجد {who} في {place} ولماذا كان {what}؟"],
)  # fmt: skip
"""What a teacher sets, or an office announces."""
