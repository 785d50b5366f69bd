"""Words names are made of, in English, Chinese and Arabic. Places, organisations and brands are invented."""

from __future__ import annotations

from typing import Final

from aboveboard.worlds.luck import cut

__all__ = ["GIVEN", "GIVEN_LATIN", "PLACES", "SURNAME", "SURNAME_LATIN", "WORDS"]

_EN_GIVEN = cut(
    "James Mary Jane Oliver Amelia Noah Isla George Ava Arthur Ivy Leo Freya Oscar Lily Theo Florence "
    "Archie Mia Jack Rosie Harry Grace Henry Evie Charlie Sophia Alfie Phoebe Thomas Elsie Joshua Willow "
    "William Daisy Max Ella Adam Ruby Daniel Alice Samuel Harriet Edward Matilda Joseph Nora David Clara "
    "Peter Helen Simon Ruth Martin Joan Keith Ifeoma Chidi Priya Arjun Anjali Kofi Ama Siobhan Eoin "
    "Niamh Dylan Carys Fergus Morag Tariq Zainab Mateo Lucia Pavel Irina Tomasz Agnieszka Hanna Lars "
    "Ingrid Mehmet Elif Thandi Sipho Rafael Beatriz Kenji Yuki Minh Linh"
)
_EN_ROOTS = cut(
    "Ash Bar Brad Cal Chad Dal Den Elm Far Gar Hal Har Hol Kel Lang Mar Nor Pem Rad Shel Stan Thorn Wal Whit Wy"
)
_EN_ENDS = cut(
    "burn bury by combe croft dale field ford gate ham hurst ley low man more rick shaw son ston ton wick wood worth"
)
_EN_SURNAME = [
    *cut("Smith Jones Taylor Brown Patel Okafor Murphy Clarke Hughes Evans Khan Wright Walsh Singh Nowak Silva Mensah"),
    *(r + e for e in _EN_ENDS for r in _EN_ROOTS),
]

_ZH_SURNAME = cut(
    "王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 林lin 郭guo 何he 高gao "
    "罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 邓deng 冯feng 韩han 曹cao 曾zeng 彭peng 萧xiao 蔡cai 潘pan 田tian "
    "董dong 袁yuan 于yu 余yu 叶ye 蒋jiang 杜du 苏su 魏wei 程cheng 吕lv 丁ding 沈shen 任ren 姚yao 卢lu 傅fu 钟zhong 姜jiang "
    "崔cui 谭tan 廖liao 范fan 汪wang 陆lu 金jin 石shi 戴dai 贾jia 韦wei 夏xia 邱qiu 方fang 侯hou 邹zou 熊xiong 孟meng 秦qin "
    "白bai 江jiang 阎yan 薛xue 尹yin 段duan"
)
_ZH_CHARS = cut(
    "伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan 杰jie 娟juan 涛tao 明ming 超chao 秀xiu "
    "霞xia 平ping 刚gang 桂gui 文wen 辉hui 玲ling 华hua 建jian 国guo 志zhi 梅mei 英ying 慧hui 建jian 云yun 浩hao 然ran 子zi "
    "涵han 轩xuan 宇yu 欣xin 怡yi 梓zi 晨chen 雨yu 诗shi 琪qi 佳jia 思si 远yuan 嘉jia 睿rui 若ruo 溪xi 沐mu 阳yang 景jing "
    "行xing 安an 宁ning 知zhi 夏xia 书shu 航hang 星xing 河he 清qing 扬yang 博bo 雅ya 立li 诚cheng 婉wan 婷ting 悦yue 彤tong "
    "可ke 馨xin 一yi 诺nuo"
)

_AR_GIVEN = cut(
    "محمد=mohammed أحمد=ahmed علي=ali حسن=hassan عمر=omar يوسف=yousef خالد=khaled سعيد=saeed "
    "إبراهيم=ibrahim كريم=karim سامي=sami ماجد=majed فاطمة=fatima عائشة=aisha مريم=mariam نور=noor "
    "ليلى=layla سارة=sara هدى=huda رنا=rana سلمى=salma دينا=dina أمل=amal ياسمين=yasmin طارق=tareq "
    "زياد=ziad وليد=walid هشام=hisham رامي=rami فادي=fadi نادر=nader بلال=bilal جميلة=jamila ريم=reem "
    "لينا=lina سمر=samar غادة=ghada منى=mona شيماء=shaimaa وفاء=wafaa مصطفى=mostafa حمزة=hamza أنس=anas "
    "ياسر=yasser نبيل=nabil باسم=bassem تامر=tamer عادل=adel"
)
_AR_FAMILY = cut(
    "الحداد=haddad النجار=najjar الخطيب=khatib المصري=masri الشامي=shami البغدادي=baghdadi العلي=alali "
    "الحسن=alhassan الصالح=saleh القاضي=qadi الخياط=khayat العطار=attar الزيات=zayyat النحاس=nahhas "
    "الصباغ=sabbagh الحلبي=halabi الطيب=tayeb الأمين=amin منصور=mansour سالم=salem حمدان=hamdan "
    "درويش=darwish شاهين=shaheen بركات=barakat عثمان=othman زيدان=zidan قاسم=qassem فارس=fares "
    "الرفاعي=rifai السيد=sayed العمري=omari الكيلاني=kilani التميمي=tamimi الدوسري=dosari العتيبي=otaibi "
    "الزهراني=zahrani"
)


def _split(pairs: list[str]) -> tuple[list[str], list[str]]:
    """Return scripts and their Latin spellings: `王wang` and `علي=ali`."""
    cut = [p.split("=") if "=" in p else [p[0], p[1:]] for p in pairs]
    return [c[0] for c in cut], [c[1] for c in cut]


_ZH_S, _ZH_S_LATIN = _split(_ZH_SURNAME)
_ZH_G, _ZH_G_LATIN = _split(_ZH_CHARS)
_AR_G, _AR_G_LATIN = _split(_AR_GIVEN)
_AR_F, _AR_F_LATIN = _split(_AR_FAMILY)

GIVEN: Final = (_EN_GIVEN, _ZH_G, _AR_G)
GIVEN_LATIN: Final = (_EN_GIVEN, _ZH_G_LATIN, _AR_G_LATIN)
SURNAME: Final = (_EN_SURNAME, _ZH_S, _AR_F)
SURNAME_LATIN: Final = (_EN_SURNAME, _ZH_S_LATIN, _AR_F_LATIN)
"""Parts of names by language (0 English, 1 Chinese, 2 Arabic), common ones first."""

_PLACE_EN = [
    a + b
    for b in cut("bridge hollow mere stead haven cross minster vale pool march port brook cliff keep")
    for a in cut("Tarn Elm Marl Wex Hask Orl Brim Quen Dusk Larn Pell Sorr Vint Yarn Corv Fenn")
]
_PLACE_ZH = [a + b for b in "泽陵岚川屏澜浦宁原城洲岭" for a in "云澄栖霁青望临沐曲双碧南北嵩"]
_PLACE_AR = [
    f"{a} {b}"
    for b in cut("الوادي النخيل الساحل الجبل النهر الرمال الزيتون")
    for a in cut("عين تل بئر كفر رأس دير برج مرج")
]

PLACES: Final = (_PLACE_EN, _PLACE_ZH, _PLACE_AR)
"""Invented places by language."""

WORDS: Final = (
    {
        "adj": cut(
            "Quiet Amber Misty Blue Sleepy Lucky Velvet Wild Curious Gentle Rusty Silver Sunny Hidden Brave Tiny "
            "Mellow Salty"
        ),
        "noun": cut(
            "Heron Lantern Harbour Fox Pebble Comet Orchard Willow Badger Compass Kettle Meadow Otter Falcon "
            "Teapot Maple Anchor Raven Cloud Biscuit Canyon Lemon Piano Sparrow Thistle"
        ),
        "hobby": cut(
            "gardening baking hiking chess cycling knitting birdwatching running photography pottery sailing "
            "astronomy jazz"
        ),
        "job": cut(
            "teacher plumber nurse engineer librarian student chef baker gardener designer driver researcher "
            "florist carpenter"
        ),
        "emoji": cut("🌿 ☕ ✨ 🎵 ⚽ 📚 🌊 🐈"),
        "initial": list("ABCDEFGHJKLMNPRSTW"),
    },
    {
        "adj": cut("安静 快乐 慢慢 勇敢 迷路 爱笑 温柔 奔跑 懒懒 晴天 深夜 自由"),
        "noun": cut("小鱼 番茄 猫咪 云朵 石头 松鼠 柠檬 海风 旅人 茶壶 月亮 橘子 麦田 书虫 企鹅 豆浆"),
        "hobby": cut("养花 烘焙 徒步 下棋 骑行 编织 观鸟 跑步 摄影 陶艺 书法 钓鱼"),
        "job": cut("老师 水管工 护士 工程师 图书管理员 学生 厨师 设计师 司机 会计 木匠"),
        "emoji": cut("🌿 ☕ ✨ 🎵 ⚽ 📚 🌊 🐈"),
        "initial": list("ABCDEFGHJKLMN"),
    },
    {
        "adj": cut("هادئ سعيد جريء بعيد لطيف صغير حر قديم"),
        "noun": cut("القمر البحر الورد الصقر النجم المطر الغيم الشروق الياسمين النورس"),
        "hobby": cut("الطبخ القراءة التصوير السباحة الشطرنج المشي الرسم الزراعة"),
        "job": cut("معلم مهندس ممرض طالب طباخ مصمم سائق محاسب نجار"),
        "emoji": cut("🌿 ☕ ✨ 🎵 ⚽ 📚 🌊 🌙"),
        "initial": list("ABCDEFGHJKLMN"),
    },
)
"""Other words of names and profiles by language."""
