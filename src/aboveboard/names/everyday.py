"""Names so common that sharing one says little: surnames and given names in several languages, and words of bodies and places.

Written down from general knowledge, most common first where that matters; no list is copied.
"""

from __future__ import annotations

__all__ = ["BODIES", "GIVEN_SIGNS", "NAMES", "PLACES", "SURNAMES"]

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛"
    "闫雷龙黎史陶贺毛段郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文章梅施倪洪柳季"
)
"""Chinese surnames, commonest first: the first hundred or so are borne by most people."""

GIVEN_SIGNS = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国文辉力峰斌波宁鹏飞浩宇轩涵梓欣怡雨晨子一诺佳思雪婷颖琳玲莉萍燕丹慧洁晶莹蓉云月春夏秋冬海江山林森东南志"
    "俊豪博宏毅凯健康安永庆荣生福贵祥瑞龙虎凤仙珍珠宝金银新民学德义仁礼智信忠孝良善美心爱可依若诗梦琪嘉家乐天阳帆航晓小大玮炜维薇娅楠男倩茜岚岩"
)
"""Characters of many Chinese given names."""

NAMES = (
    "james john robert michael william david richard joseph thomas charles chris daniel matt matthew anthony mark paul steve steven stephen andrew andy josh "
    "kevin brian george edward tim jason jeff ryan jacob gary nick eric jon jonathan larry justin scott brandon ben samuel sam frank greg ray alex alexander pat "
    "patrick jack dennis jerry tyler aaron jose adam nathan henry doug zach peter kyle noah ethan jeremy walter keith roger terry sean shawn austin carl arthur "
    "lawrence dylan jesse jordan bryan billy bruce gabriel joe logan albert willie alan juan wayne elijah randy roy vincent ralph eugene russell bobby mason philip "
    "mary patricia jennifer jen linda liz elizabeth barbara susan sue jessica sarah sara karen lisa nancy betty sandra margaret ashley kim kimberly emily donna "
    "michelle carol amanda melissa deborah stephanie dorothy rebecca sharon laura cynthia amy kathleen angela shirley brenda emma anna ann anne pamela nicole "
    "samantha katherine catherine kate christine helen debra rachel carolyn janet maria olivia heather diane julie joyce victoria ruth virginia lauren kelly "
    "christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sophia sofia sophie kathryn marie julia grace jane amber "
    "smith smyth johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson taylor moore jackson martin lee "
    "perez thompson white harris sanchez clark clarke ramirez lewis robinson walker young allen king wright torres nguyen hill flores green adams nelson baker "
    "hall rivera campbell mitchell carter roberts gomez phillips evans turner diaz parker cruz edwards collins reyes stewart stuart morris morales murphy cook "
    "rogers morgan cooper peterson bailey reed kelley howard ramos cox ward richardson watson brooks wood bennett gray grey hughes ross foster burns byrne "
    "muller mueller schmidt schmitt schneider fischer weber meyer meier maier mayer wagner becker schulz hoffmann hofmann koch bauer richter klein wolf schroder "
    "neumann schwarz zimmermann braun kruger hartmann lange werner krause lehmann hans jurgen klaus wolfgang stefan lukas leon finn jonas felix paula lena lea mia "
    "jean pierre michel alain philippe nicolas luc louis camille chloe lucas hugo martin bernard dubois durand moreau laurent simon lefebvre leroy roux petit "
    "antonio manuel francisco javier carlos miguel pedro pablo luis jorge diego alvaro carmen isabel lucia ana elena marta cristina rosa pilar raquel paula fernandez "
    "joao rafael mateus gustavo felipe bruno beatriz leticia silva santos oliveira souza pereira lima costa ferreira almeida ribeiro carvalho "
    "giuseppe giovanni marco luca matteo francesco alessandro andrea rossi russo ferrari esposito bianchi romano colombo ricci "
    "mohammed mohamed muhammad mohammad ahmed ahmad ali hassan hussein omar umar khalid ibrahim youssef yusuf fatima aisha maryam zainab layla noor nour abdullah "
    "khan hamid karim mahmoud mustafa mehmet ahmet ayse fatma emre elif murat can deniz yilmaz kaya demir celik sahin "
    "ivan dmitri sergey alexey andrey mikhail nikolai vladimir igor oleg anastasia natalia natasha olga tatiana svetlana irina elena ivanov ivanova petrov petrova "
    "smirnov kuznetsov popov sokolov raj ravi rahul amit anil sunil vijay sanjay arjun priya anjali pooja neha sharma verma singh kumar gupta patel shah reddy das "
    "linh minh anh hoa lan huong thao trang tuan hung dung nam long tran le pham hoang huynh vu vo dang bui do ngo duong "
    "wei li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo min jing fang lei jun yong jie xiao ming "
    "kim park choi jung minjun seoyeon jiwoo yuki sakura haruto yui hiroshi takeshi kenji akira tanaka suzuki sato takahashi watanabe ito yamamoto nakamura kobayashi "
    "lukasz piotr anna jan tomasz kowalski nowak soren lars erik sven johan anders nils ola kari ingrid astrid hansen jensen nielsen larsen olsen "
    "иван сергей александр дмитрий андрей алексей михаил мария марья анна елена ольга наталья татьяна иванов иванова петров петрова смирнов кузнецов попов соколов "
    "محمد أحمد احمد علي حسن حسين عمر خالد ابراهيم يوسف فاطمة عائشة مريم نور عبدالله אברהם דוד שרה יוסף משה כהן לוי राम कुमार शर्मा सिंह प्रिया "
    "佐藤 鈴木 高橋 田中 渡辺 伊藤 山本 中村 小林 加藤 さくら ゆき 김민준 이서연 박지후 김 이 박 최 정 สมชาย กานดา"
)

PLACES = (
    "ohio iowa idaho texas maine utah nevada kansas oregon alaska hawaii florida georgia indiana illinois michigan missouri montana arizona arkansas alabama "
    "california colorado virginia vermont wisconsin wyoming washington oklahoma tennessee kentucky louisiana maryland minnesota mississippi nebraska delaware "
    "springfield franklin clinton madison georgetown salem bristol fairview manchester oxford arlington newport dover hudson milton burlington ashland riverside "
    "london paris berlin madrid rome vienna lisbon dublin oslo stockholm helsinki moscow kyiv warsaw prague athens cairo dubai tokyo osaka kyoto seoul beijing "
    "shanghai hongkong taipei singapore bangkok hanoi delhi mumbai sydney melbourne auckland toronto montreal vancouver boston chicago houston dallas miami "
    "austin denver seattle portland phoenix atlanta brighton leeds liverpool york durham exeter bath norwich cambridge canada india china japan korea brazil "
    "mexico spain france germany italy poland turkey egypt kenya nigeria ireland scotland wales england britain america europe asia africa australia "
    "california city town county north south east west northern southern eastern western central upper lower new old great little "
    "springfeld lakewood greenville bristol clayton dayton auburn kingston florence oakland aurora hamilton lancaster lebanon marion milford monroe winchester"
)

BODIES = {
    8: "银行 大学 日报 晚报 时报 人民 中国 医院 中学 小学 公安 政府 法院 电视 公司 集团 科技 新闻 官方 客服 学院 航空 保险 证券 铁路 教育 市政 图书 博物 中心 有限 委员 卫生 电视台 "
    "北京 上海 广州 深圳 天津 重庆 成都 武汉 南京 杭州 西安 苏州 香港 台湾 长沙 青岛 大连 厦门 济南 新闻网 出版社",
    10: "銀行 大學 新聞 大学 市役所 電機 株式 株式会社 生命 保険 은행 대학교 신문 항공 보험 시청 банк университет министерство полиция",
}  # fmt: skip
"""Words that many bodies have in their name, in bits."""
