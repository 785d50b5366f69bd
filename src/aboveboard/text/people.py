"""Words for groups of people, masked before a text's tone is weighed: whom a text is about is no evidence of rudeness.

After Dixon and others, "Measuring and Mitigating Unintended Bias in Text Classification" (AIES 2018). Closed classes:
origin, sex, age, belief, orientation, politics. No slur stands here: a slur is a word of insult.
"""

from __future__ import annotations

__all__ = ["DIALECT", "GROUPS"]

_PLACES_ZH = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 "
    "青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 东北 西北 华北 华南 华东 江南 北方 南方 东方 西方 广州 深圳 武汉 成都 西安 南京 "
    "杭州 苏州 温州 中国 日本 韩国 朝鲜 美国 英国 法国 德国 俄罗斯 俄国 印度 越南 泰国 菲律宾 非洲 欧洲 亚洲 美洲 拉美 中东 阿拉伯 "
    "以色列 巴基斯坦 尼日利亚 乌克兰 波兰 意大利 西班牙 墨西哥 巴西 加拿大 澳大利亚 澳洲 大陆 内地 本地 外地 农村 城市 乡下"
).split()
_PEOPLE_ZH = (
    "黑人 白人 黄种人 黑种人 白种人 华人 汉人 汉族 回族 维族 藏族 满族 蒙古族 苗族 壮族 少数民族 犹太人 印第安人 黄人 亚裔 非裔 华裔 "
    "外国人 老外 洋人 移民 难民 女人 男人 女性 男性 女生 男生 女孩 男孩 女权 男权 女权主义 妇女 老人 老年人 年轻人 孩子 儿童 同性恋 "
    "异性恋 双性恋 跨性别 穆斯林 基督徒 基督教 佛教 佛教徒 伊斯兰 天主教 犹太教 左派 右派 自由派 保守派 民主党 共和党 黑命贵 种族 "
    "人种 地域 妻子 丈夫 老婆 老公 母亲 父亲 妈妈 爸爸 婆婆"
).split()
_PEOPLE_EN = (
    "black blacks white whites asian asians african africans american americans mexican mexicans latino latina latinos hispanic "
    "hispanics chinese japanese korean koreans indian indians arab arabs jew jews jewish muslim muslims islam islamic christian "
    "christians catholic catholics hindu hindus buddhist gay gays lesbian lesbians bisexual trans transgender straight woman "
    "women man men girl girls boy boys guy guys female females male males lady ladies kid kids child children old young immigrant "
    "immigrants refugee refugees foreigner foreigners liberal liberals conservative conservatives republican republicans democrat "
    "democrats left right socialist communist feminist feminists irish italian italians german germans french russian russians "
    "polish british english european europeans yankee yankees"
).split()

GROUPS = frozenset([*_PLACES_ZH, *_PEOPLE_ZH, *_PEOPLE_EN])
"""Words as `names.characters.normal` and simplified forms write them."""

DIALECT = frozenset(
    """
    ain't aint finna bouta boutta tryna gon gonna imma ima ion iont wit dat dis dem dey da yo yall y'all ya bruh bro cuz fam nah
    aye naw lil ol shawty homie homies wifey boo bae turnt trippin wildin talkin bout thang gotta hella ole mane doe tho
    nigga niggas niggaz bitch bitches hoe hoes thot queer dyke
    """.split()  # noqa: SIM905  (a paragraph of words)
)
"""Words by which African-American English is told in studies of bias (Blodgett and others, EMNLP 2016; Sap and others, ACL
2019), and terms that groups use of themselves. A speaker's dialect is no rudeness, so a model sees one and the same sign."""
