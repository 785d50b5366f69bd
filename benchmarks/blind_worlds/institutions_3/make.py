# Blind world I3: orphaned and duplicate accounts of institutions (synthetic). Fixed seed.
import random, datetime as dt, csv, os, hashlib, collections, re
import pyarrow as pa, pyarrow.parquet as pq
R = random.Random(90317)
UTC = dt.timezone.utc
NOW = dt.datetime(2025, 12, 1, tzinfo=UTC)
HERE = os.path.dirname(os.path.abspath(__file__))
LANG = dict(CN='zh', GB='en', US='en', IE='en', IN='en', AU='en', CA='en', NZ='en', KE='en', NG='en', ZA='en', DE='de', AT='de', CH='de',
            FR='fr', BE='fr', SN='fr', ES='es', MX='es', AR='es', PT='pt', BR='pt', IT='it', JP='ja', PL='pl', TR='tr', ID='id', KR='ko')
OTHERS = [c for c in LANG if c != 'CN']
TLD = dict(CN='gov.cn', GB='gov.uk', US='gov', IE='gov.ie', IN='gov.in', AU='gov.au', CA='gc.ca', NZ='govt.nz', KE='go.ke', NG='gov.ng', ZA='gov.za', DE='de', AT='gv.at', CH='ch',
           FR='gouv.fr', BE='be', SN='gouv.sn', ES='gob.es', MX='gob.mx', AR='gob.ar', PT='gov.pt', BR='gov.br', IT='gov.it', JP='lg.jp', PL='gov.pl', TR='gov.tr', ID='go.id', KR='go.kr')
CNP = [l.split() for l in '''平湖市 pinghu|临川区 linchuan|云阳县 yunyang|建水县 jianshui|江油市 jiangyou|高邮市 gaoyou|长葛市 changge|龙泉市 longquan|霸州市 bazhou|青川县 qingchuan|兴宁市 xingning|武穴市 wuxue|海林市 hailin|原阳县 yuanyang|南漳县 nanzhang|永春县 yongchun|乐平市 leping|石泉县 shiquan|凤台县 fengtai|东港市 donggang|民勤县 minqin|资中县 zizhong|曲阳县 quyang|莱西市 laixi|彭泽县 pengze|洪湖市 honghu|仁怀市 renhuai|沙湾市 shawan|丰镇市 fengzhen|灵石县 lingshi|全椒县 quanjiao|安溪县 anxi'''.split('|')]
PL = {'CN': [(a, a[:-1], b) for a, b in CNP]}
for c, s in dict(GB='Harrowby,Thornaby Vale,Penwith,Marshwick,Eskdale,Wyre Forest', US='Cedar Falls,Milford County,Lake Ashby,Dry Creek,Palmetto,Pine Ridge', IE='Ballinacor,Kilrush,Dunmore',
     IN='Rajnagar,Kolapur,Sundarpet,Vellanad', AU='Wagga Flats,Port Arlen,Tamboon', CA='Kenora Lakes,St. Alban,Moose Bay', NZ='Otaki Coast,Waimate', KE='Kisauni,Nyandoro,Turkwel', NG='Ikorodu East,Obanla,Zangon', ZA='Karoo West,Umlazi North,Bergrivier',
     DE='Altenfeld,Oberwald,Lindheim,Bad Sülzen,Nordhausen', AT='Steinkirchen,Murau,Hallein', CH='Langenthal,Rorbach', FR='Saint-Aubert,Valmont,Rochebrune,Montfleur,Clairac', BE='Namèche,Hannut', SN='Thiès,Kaolack',
     ES='Villanueva,Puerto Real,Montalbán,Almazora', MX='Tlaxiaco,San Benito,Comala', AR='Río Cuarto,Tandil,Esquel', PT='Vale Formoso,Almeirim', BR='Santa Rita,Campo Belo,Itaúna', IT='Montecastro,Valdarno,Castelfiore,Pontelungo', JP='美浜町,三島市,北沢市,小野町', PL='Radomsk,Bielin,Zakrzewo,Kościan',
     TR='Akpınar,Çamlıca,Yenişehir,Gölköy', ID='Banyumas,Sukamaju,Tanjung Raya,Bontang', KR='남원시,청운군,동해구,서림시').items():
    PL[c] = [(x, x, x) for x in s.split(',')]
for c, r in dict(JP='mihama mishima kitazawa ono', KR='namwon cheongun donghae seorim').items():
    PL[c] = [(a, a[:-1], q) for (a, _, _), q in zip(PL[c], r.split())]
# unit types: name | short form | slug | kind | successor name | successor slug
U = {}
U['zh'] = '''{p}工商行政管理局|{b}工商|gongshang|government|{p}市场监督管理局|shichangjianguan
{p}环境保护局|{b}环保|huanbao|government|{p}生态环境分局|shengtai
{p}国土资源局|{b}国土|guotu|government|{p}自然资源和规划局|ziran
{p}卫生和计划生育局|{b}卫计|weiji|government|{p}卫生健康局|weijian
{p}文化广电新闻出版局|{b}文广新|wenguangxin|government|{p}文化和旅游局|wenlv
{p}旅游发展委员会|{b}旅发委|lvyou|government|{p}文化广电旅游局|wenguanglv
{p}安全生产监督管理局|{b}安监|anjian|government|{p}应急管理局|yingji
{p}农业局|{b}农业|nongye|government|{p}农业农村局|nongyenongcun
{p}扶贫开发办公室|{b}扶贫办|fupin|government|{p}乡村振兴局|xiangzhen
{p}物价局|{b}物价|wujia|government|{p}发展和改革局|fagai
{p}水务局|{b}水务|shuiwu|government|{p}水利局|shuili
{p}统计局|{b}统计|tongji|government|{p}数据局|shuju
{p}住房公积金管理中心|{b}公积金|gjj|government|{p}住房公积金服务中心|gjjfw
{p}图书馆|{b}图书馆|tsg|school|{p}文化中心图书馆|whzx
{p}第三中学|{b}三中|sanzhong|school|{p}实验中学|shiyan
{p}师范学校|{b}师范|shifan|school|{p}职业技术学院|zhiyuan
{p}广播电视台|{b}广电|guangdian|media|{p}融媒体中心|rongmei
《{b}晚报》|{b}晚报|wanbao|media|《{b}日报》|ribao
{p}农村信用合作联社|{b}农信社|nongxin|company|{b}农村商业银行|nongshang
{p}自来水公司|{b}自来水|zilaishui|company|{b}水务集团有限公司|swjt
{p}红十字会|{b}红会|honghui|nonprofit|{p}红十字会与志愿服务联合会|hhzy
{p}疾病预防控制中心|{b}疾控|jikong|government|{p}疾病预防控制局|jkj
{p}城市管理行政执法局|{b}城管|chengguan|government|{p}综合行政执法局|zonghe
{p}粮食局|{b}粮食|liangshi|government|{p}粮食和物资储备局|lswz'''
U['en'] = '''{p} District Council|{b} DC|dc|government|{p} Unitary Authority|unitary
{p} Health Board|{b} Health|health|government|{p} Integrated Care Service|ics
{p} Tourism Board|Visit {b}|visit|government|Destination {b}|destination
{p} Fire and Rescue Service|{b} Fire|fire|government|{p} Emergency Services Authority|esa
{p} Water Authority|{b} Water|water|government|{p} Utilities Commission|utilities
{p} Housing Agency|{b} Housing|housing|government|{p} Homes and Communities Office|homes
{p} Police Department|{b} Police|police|government|{p} Public Safety Department|dps
{p} Environment Agency|{b} Environment|env|government|{p} Climate and Nature Agency|climate
Department of Labour, {p}|{b} Labour|labour|government|Department of Work and Skills, {p}|workskills
{p} Public Library|{b} Library|library|school|{p} Learning Hub|learninghub
{p} Grammar School|{b} Grammar|grammar|school|{p} Academy|academy
{p} Technical College|{b} Tech|tech|school|{p} Polytechnic|poly
The {b} Gazette|{b} Gazette|gazette|media|The {b} Courier & Gazette|courier
Radio {b}|Radio {b}|radio|media|Coast Radio {b}|coastradio
{b} Savings Bank|{b} Savings|bank|company|Northstar Mutual {b}|northstar
{b} Bus Company|{b} Buses|buses|company|Unity Transit {b}|unitytransit
{b} Progressive Alliance|{b} Progressives|progressives|party|Civic Union {b}|civicunion
{b} Rovers Football Club|{b} Rovers|rovers|other|{b} United FC|united
{p} Youth Trust|{b} Youth|youth|nonprofit|{p} Family and Youth Trust|familyyouth'''
U['de'] = '''Landratsamt {p}|LRA {b}|lra|government|Kreisverwaltung Mittelland-{b}|kv
Amt für Statistik {p}|Statistik {b}|statistik|government|Amt für Daten und Geoinformation {p}|daten
Gesundheitsamt {p}|Gesundheit {b}|gesundheit|government|Fachbereich Gesundheit {p}|fbgesundheit
Stadtwerke {p}|SW {b}|stadtwerke|company|Regionalwerke {b}|regionalwerke
Tourismusverband {p}|Tourismus {b}|tourismus|nonprofit|{b} Erleben GmbH|erleben
Realschule {p}|RS {b}|rs|school|Gemeinschaftsschule {p}|gms
{b}er Tagblatt|{b}er Tagblatt|tagblatt|media|{b}er Nachrichten|nachrichten
Sparkasse {p}|SPK {b}|spk|company|Sparkasse Mitte-{b}|spkmitte'''
U['fr'] = '''Mairie de {p}|{b} Mairie|mairie|government|Commune nouvelle de {p}-les-Bois|communenouvelle
Communauté de communes de {p}|CC {b}|cc|government|Agglomération de {p}|agglo
Agence de l'eau de {p}|Eau {b}|eau|government|Office de l'eau et des milieux de {p}|oem
Office de tourisme de {p}|OT {b}|ot|nonprofit|Destination {b}|destination
Centre hospitalier de {p}|CH {b}|ch|government|Groupe hospitalier de {p}|gh
Lycée Jean-Moulin de {p}|Lycée JM {b}|lyceejm|school|Cité scolaire de {p}|cite
L'Écho de {b}|Écho {b}|echo|media|La Voix de {b}|voix'''
U['es'] = '''Instituto Municipal de Vivienda de {p}|IMV {b}|imv|government|Agencia de Vivienda de {p}|vivienda
Consejería de Turismo de {p}|Turismo {b}|turismo|government|Consejería de Cultura y Turismo de {p}|cultur
Dirección de Tránsito de {p}|Tránsito {b}|transito|government|Secretaría de Movilidad de {p}|movilidad
Servicio de Aguas de {p}|Aguas {b}|aguas|company|Aguas Integradas de {b}|aguasint
Colegio San Martín de {p}|San Martín {b}|csm|school|Centro Educativo {p}|ce
Diario de {b}|Diario {b}|diario|media|El Informador de {b}|informador
Protección Civil de {p}|PC {b}|pcivil|government|Coordinación de Emergencias de {p}|emergencias'''
U['pt'] = '''Junta de Freguesia de {p}|JF {b}|jf|government|União das Freguesias de {p}|uf
Secretaria de Obras de {p}|Obras {b}|obras|government|Secretaria de Infraestrutura de {p}|infra
Fundação Cultural de {p}|Cultura {b}|cultura|government|Instituto de Cultura de {p}|icultura
Rádio {b} FM|{b} FM|fm|media|Rádio Nova {b}|nova
Escola Estadual de {p}|EE {b}|ee|school|Escola Integral de {p}|integral'''
U['it'] = '''Comune di {p}|{b} Comune|comune|government|Comune di {p} Terme|terme
Provincia di {p}|Prov. {b}|provincia|government|Città metropolitana di {p}|cm
Azienda sanitaria di {p}|ASL {b}|asl|government|Azienda territoriale della salute di {p}|ats
Pro Loco {p}|Pro Loco {b}|proloco|nonprofit|Consorzio turistico di {p}|consorzio
Gazzetta di {b}|Gazzetta {b}|gazzetta|media|Il Corriere di {b}|corriere'''
U['ja'] = '''{p}役場|{b}町政|yakuba|government|{b}広域市役所|koiki
{p}教育委員会|{b}教委|kyoiku|government|{p}こども教育局|kodomo
{p}観光協会|{b}観光|kanko|nonprofit|{b}観光推進機構|suishin
{p}立病院|{b}病院|byoin|government|{p}医療センター|iryo
{b}新報|{b}新報|shinpo|media|{b}新聞|shimbun'''
U['ko'] = '''{p} 보건소|{b}보건소|bogeon|government|{p} 건강관리센터|geongang
{p} 관광공사|{b}관광|gwangwang|company|{p} 문화관광재단|munhwa
{p} 시설관리공단|{b}시설공단|siseol|government|{p} 도시공사|dosi
{b}일보|{b}일보|ilbo|media|{b}신문|sinmun'''
U['pl'] = '''Urząd Gminy {p}|UG {b}|ug|government|Urząd Miejski {p}|um
Gimnazjum nr 2 {p}|Gim. 2 {b}|gim2|school|Szkoła Podstawowa nr 5 {p}|sp5
Powiatowy Urząd Pracy {p}|PUP {b}|pup|government|Centrum Zatrudnienia {p}|cz
Kurier {b}|Kurier {b}|kurier|media|Głos Regionu {b}|glos'''
U['tr'] = '''{p} Belde Belediyesi|{b} Belediye|bld|government|{p} Mahalle Hizmet Birimi|mhb
{p} Sağlık Müdürlüğü|{b} Sağlık|saglik|government|{p} Halk Sağlığı Başkanlığı|hsb
{p} Turizm Müdürlüğü|{b} Turizm|turizm|government|{p} Kültür ve Turizm Müdürlüğü|kultur
{b} Postası|{b} Postası|posta|media|Yeni {b} Gazetesi|yeni'''
U['id'] = '''Dinas Pariwisata {p}|Dispar {b}|dispar|government|Dinas Kebudayaan dan Pariwisata {p}|disbudpar
Badan Kepegawaian {p}|BKD {b}|bkd|government|Badan Kepegawaian dan SDM {p}|bkpsdm
Kantor Arsip {p}|Arsip {b}|arsip|government|Dinas Perpustakaan dan Arsip {p}|dispusip
SMA Negeri 2 {p}|SMAN 2 {b}|sman2|school|SMA Terpadu {p}|smaterpadu'''
U = {k: [tuple(l.split('|')) for l in v.split('\n')] for k, v in U.items()}
# offices held by persons: name | slug
OFF = dict(zh='{p}长信箱|xzxx;{p}公安局局长信箱|jzxx;{p}教育督学办公室|dudao;{b}大学校长信箱|xzmail;{p}首席数据官|cdo;{p}营商环境监督员办公室|yshj;驻{b}友城总代表|daibiao;{p}消费维权特派员|weiquan',
  en='Mayor of {p}|mayor;{p} Police and Crime Commissioner|pcc;Sheriff of {p}|sheriff;{p} Ombudsman|ombudsman;Governor of {p}|governor;{p} Children\'s Commissioner|childcomm;Vice-Chancellor, University of {b}|vc;High Commissioner to {b}|hc',
  de='Oberbürgermeister {p}|ob;Landrat {p}|landrat;Beauftragte für Datenschutz {p}|datenschutz;Stadtschreiber {p}|stadtschreiber', fr='Maire de {p}|maire;Préfet de {p}|prefet;Défenseur des usagers de {p}|defenseur;Recteur de {p}|recteur',
  es='Alcaldía de {p}|alcaldia;Defensoría del Pueblo de {p}|defensoria;Gobernación de {p}|gobernacion', pt='Prefeito de {p}|prefeito;Ouvidor de {p}|ouvidor', it='Sindaco di {p}|sindaco;Garante dei minori di {p}|garante',
  ja='{p}長室|choshitsu;{p}オンブズマン|ombuds', ko='{p} 시장실|sijang;{p} 옴부즈만|ombuds', pl='Burmistrz {p}|burmistrz;Rzecznik Konsumentów {p}|rzecznik', tr='{p} Kaymakamlığı|kaymakam;{p} Belediye Başkanı|baskan', id='Bupati {p}|bupati;Ombudsman {p}|ombudsman')
OFF = {k: [tuple(x.split('|')) for x in v.split(';')] for k, v in OFF.items()}
NM = dict(zh=('周 吴 郑 冯 褚 卫 蒋 沈 韩 杨 朱 秦 尤 许 何 吕 施 张 孔 曹', '文彬 立群 晓燕 建平 春梅 思远 海涛 玉兰 国梁 雅琴 志刚 永明 佳怡 浩然 秀英 明轩 子墨 慧敏'), en=('Harlow Pryce Okafor Mbeki Raman Whitlock Dunne Ferreira-Cole Naidoo Kipkemei Adeyemi Sandhu Lockyer Brandt Tolliver Amos Gilchrist', 'Margaret Tom Adaeze Priya Colin Sean Wanjiru Thabo Elspeth Marcus Joan Arjun Hector Bridget Femi Dale'),
  de=('Brandl Hochreiter Kessel Wiegand Ammann Trautwein Oster', 'Sabine Jürgen Katrin Heiko Ursula Matthias'), fr=('Lemoine Garrec Diouf Vasseur Delattre Ndiaye Colin', 'Hélène Pascal Aminata Bruno Odile Cheikh'), es=('Ibarra Quiroga Montes Villalba Saavedra Rentería', 'Lucía Ramiro Pilar Gonzalo Ximena Darío'),
  pt=('Teixeira Moura Bastos Peixoto', 'Inês Caio Fátima Rui'), it=('Bellandi Morosi Carraro Tedesco', 'Giulia Renzo Marta Fabio'), ja=('北川 森田 村上 大庭', '直樹 由美 和夫 彩'), ko=('김 박 최 윤', '지훈 서연 민수 은영'), pl=('Wrona Sadowska Michalik Kubiak', 'Halina Piotr Ewa Marek'), tr=('Aksoy Demirel Tunç Kaplan', 'Ayşe Murat Elif Hasan'), id=('Wibowo Siregar Lestari Nugraha', 'Dewi Agus Rina Bambang'))
NM = {k: (a.split(), b.split()) for k, (a, b) in NM.items()}
_last = [None]
def person(l):
    while True:
        x = _person(l)
        if x not in _last[-4:]: _last.append(x); return x
def _person(l):
    s, g = R.choice(NM[l][0]), R.choice(NM[l][1])
    return s + g if l in ('zh', 'ko') else (s + ' ' + g if l == 'ja' else g + ' ' + s)
# wording pools: {n} body, {b} place, {d} address, {o} office, {h} holder, {x} old name, {a} new account, {y} year
T = {}
T['zh'] = dict(
 bio='{n}官方账号|{b}权威信息发布，欢迎监督|听民声，办实事。咨询请在工作日留言|{n}。政策解读、办事指南、通知公告|我们是{n}，周一至周五8:30—17:30在线答复|发布{n}工作动态|为您服务 {d}|{n}新媒体平台，投诉建议请私信|{b}人自己的{n}|',
 post='今日窗口照常办理业务，请带齐材料。|【通知】国庆假期值班安排已公布。|关于征求意见的公告，见网站 {d}|感谢各位网友留言，已转相关科室。|{n}召开季度工作会议。|温馨提示：近期降温，出行注意安全。|志愿者走进社区，现场解答120余人次。|本周六开放日，欢迎报名参加。|我们的业务办理时间不变，可在本账号预约。',
 old='{n}（原{x}）|{n}官方账号，前身为{x}|本账号由{x}更名而来|{n}。机构改革后承担原{x}职责|曾用名：{x}',
 arch='本账号已停止更新，内容存档备查。请关注{a}|【存档】{n}已撤销，账号仅供查阅历史信息|因机构改革，本号不再更新，业务请咨询{a}|历史存档，不再受理业务|停更。原{n}内容留存，新号{a}',
 former='原{o}，现已退休，爱钓鱼|前{o}（{y}年卸任）。个人观点|曾任{o}，现在教书|{y}年前在{o}任上，如今种菜养花，不代表任何单位',
 inoff='{o}，现任{h}。来信必复|{h}，{o}|{o}（负责人：{h}），反映问题请私信|我是{h}，自{y}年起担任{o}，欢迎提意见',
 offbio='{o}官方账号|{o}，您的意见我们认真办理|{o}。工作日答复，{d}',
 priv='{h}的私人小号，工作上的事请找单位账号|生活号。在{o}上班，言论只代表自己|{h}，{o}，此号只发跑步和猫',
 fan='那些年的{n}：老照片、老票证收集|{n}已成历史，这里是爱好者整理的口述史|{n}旧事，民间整理，非官方|纪念{n}，欢迎老同事投稿|研究{b}地方机构沿革的爱好者',
 fann='{n}旧影|记忆中的{n}|{b}老单位档案|{n}往事',
 repost='转载{n}等单位公开信息，非官方|{b}便民资讯搬运，来源注明|自动转发{n}公告，有问题请找原单位|整理{b}各部门通知，方便街坊，个人维护',
 repn='{b}公告搬运|{b}资讯汇总|{n}消息转发|{b}便民信息站',
 staff='{n}职工篮球队|{n}退休职工之家，聊天用|我们在{n}上班的一群人，摸鱼日常，非官方|{n}工会兴趣小组：摄影',
 stn='{b}单位球友|{n}职工之家|{n}退休老伙计|{b}摄影小组',
 par='戏仿账号，与{n}无关|假装是{n}，图一乐|{b}摸鱼管理局，纯属虚构',
 parn='{b}摸鱼管理局|{n}（假的）|{b}不统计局|不是{n}',
 place='爱{b}，吃遍{b}|记录{b}的街巷|{b}人，在外打拼|{b}同城交友、二手',
 pln='{b}吃喝玩乐|我爱{b}|{b}同城|{b}老街',
 dis='{n}。周末值班电话见网站|{n}信息服务|欢迎关注{n}')
T['en'] = dict(
 bio='Official account of {n}.|News and service updates from {n}. Not monitored 24/7.|{n}. Questions? We reply Mon-Fri 9-5.|Here to help the people of {b}. {d}|Keeping {b} informed.|Serving {b} since before you were born|Tweets by the comms team at {n}|{n} - report a problem: {d}||Your local {n}. Call ahead before you visit.|The official voice of {n}',
 post='Our front desk is open as usual this week.|Thanks to everyone who came to the open day.|Applications close on Friday, forms at {d}.|Public consultation: tell us what you think.|Planned works on Mill Street from Monday.|Our annual report is out.|Please do not send personal details by public reply.|Meet the team: three new apprentices join {n}.|Holiday opening hours are on our site.|Permits can be renewed here, drop us a message.',
 old='{n}, formerly {x}|We used to be {x}. Same team, new name.|{n} (the successor of {x})|Previously known as {x}. {d}|{n}. Took over the work of {x} in {y}.',
 arch='This account is archived and no longer updated. Follow {a}|ARCHIVE of {n}. Not monitored.|{n} closed in {y}; tweets kept for the public record.|We have moved: {a}. Nobody reads messages here.|No longer in use. Historic posts only.',
 former='Former {o}. Now gardening.|Ex-{o} (till {y}), author, bad golfer|{o} until {y}. Views mine.|Served as {o} once; retired and happier',
 inoff='{h}, {o}. Have your say.|{o} since {y}. Family man, runner.|Official account of the {o}, {h}|I am {h}, your {o}. Write to my office.',
 offbio='Office of the {o}|{o}: official account. {d}|News from the office of the {o}. Tweets by staff.',
 priv='{h}. Dad, cyclist. Day job: {o}. Private account, for office matters use the office one|Personal. Yes, I am the {o}; no, I do not do casework here|Dogs and cricket. {o} by day, opinions my own',
 fan='Remembering {n}. Photos, memorabilia, stories.|A volunteer history project about {n}. Not connected to any successor.|Everything about the old {n}, by enthusiasts|Collector of {n} badges and tickets',
 fann='{n} History Project|Friends of the old {n}|Remembering {n}|{n} memories',
 repost='Unofficial feed of {n} notices|Bot reposting announcements from {n}. Not affiliated.|I collect {b} public notices so you do not have to. Unofficial.|Mirror of the RSS feed of {n}, run by a volunteer',
 repn='{b} notices|{n} feed (unofficial)|{b} Alerts|{n} RSS',
 staff='Staff social club of {n}. Five-a-side on Thursdays.|Retired colleagues of {n}. Not the organisation.|Employees\' choir, {n}. Our own views.|Union branch at {n}',
 stn='{n} Staff Club|{n} Pensioners|{b} Staff Choir|Union branch {n}',
 par='Parody. Not {n}, obviously.|Satire. The {n} we deserve.|Fake {n}. Jokes about potholes.',
 parn='Not {n}|{n} (parody)|{b} Ministry of Potholes|Fake {n}',
 place='All things {b}|Walks, pubs and weather in {b}|{b} born and bred|Neighbourhood chat for {b}',
 pln='I love {b}|{b} Life|Our {b}|{b} Community Board',
 dis='{n}, {b}. Visit {d}|Information from {n}|{n}')
T['de'] = dict(bio='Offizieller Kanal: {n}|Neues aus {b}. Impressum: {d}|{n} informiert. Antworten Mo-Fr.|Hier schreibt das Team der Pressestelle, {n}|', post='Am Brückentag bleibt das Haus geschlossen.|Termine bitte online buchen: {d}|Wir suchen Auszubildende.|Die Sitzung ist öffentlich.|Anträge nehmen wir weiter hier entgegen.', old='{n}, ehemals {x}|Früher {x}, seit {y} {n}', arch='Archiv. Konto wird nicht mehr gepflegt, neu: {a}|{n} wurde aufgelöst. Nur noch zum Nachlesen.',
 former='{o} a. D., Großvater|Ehemals {o} (bis {y}), privat hier', inoff='{h}, {o}|{o} seit {y}: {h}. Bürgersprechstunde donnerstags', offbio='{o} - offizieller Kanal|Büro: {o}. {d}', priv='{h} privat. Beruflich {o}, dienstlich bitte das Amtskonto|Wandern, Brot backen. {o}, hier nur privat', fan='Geschichte von {n}, ehrenamtlich gesammelt|Freunde der alten Zeit: {n}. Kein Amt.', fann='Erinnerungen an {n}|{n} - Chronik', repost='Inoffiziell: Meldungen von {n}|Privater Spiegel der Bekanntmachungen {b}', repn='{b} Meldungen|Infos {b} inoffiziell', staff='Betriebssport {n}|Ehemalige Kollegen {n}, Stammtisch', stn='Betriebssport {b}|Stammtisch {n}', par='Satire. Nicht {n}|Parodie auf {n}', parn='{n} (Satire)|Amt für Unfug {b}', place='Schönes {b}|Leben in {b}', pln='{b} lebt|Mein {b}', dis='{n}, Auskunft und Service')
T['fr'] = dict(bio='Compte officiel : {n}|{n}, au service des habitants de {b}|Toute l\'actualité de {n}. {d}|Bienvenue. Nous répondons en semaine.|', post='Permanence samedi matin.|Les inscriptions sont ouvertes, voir {d}|Travaux rue des Tilleuls lundi.|Merci aux bénévoles !|Vos démarches se font toujours ici.', old='{n} (ex-{x})|{n}, anciennement {x}, depuis {y}', arch='Compte archivé, suivez {a}|{n} a été dissous ; ce compte n\'est plus alimenté.', former='Ancien titulaire : {o} (jusqu\'en {y}). Retraité|Ex-{o}. Ici à titre privé', inoff='{h}, {o}|{o} depuis {y}. {h}, à votre écoute', offbio='Compte officiel - {o}|{o}. Secrétariat : {d}', priv='{h}. {o} à la ville, ici c\'est perso|Compte privé. Vélo et fromage. {o}, mais pas ici', fan='Mémoire de {n}, projet associatif|Passionnés de l\'ancienne {n}, rien d\'officiel', fann='Mémoire : {n}|Autrefois, {n}', repost='Relais non officiel des infos de {n}|Je republie les avis publics de {b}. Bénévole.', repn='Infos {b}|Relais {b}', staff='Amicale du personnel, {n}|Retraités de {n}', stn='Amicale {n}|Anciens de {n}', par='Parodie de {n}|Faux compte pour rire, {n}', parn='{n} (parodie)|Pas {n}', place='{b} et ses environs|La vie à {b}', pln='J\'aime {b}|{b} au quotidien', dis='{n}, informations pratiques')
T['es'] = dict(bio='Cuenta oficial de {n}|{n} al servicio de {b}|Avisos y trámites. {d}|Atención al ciudadano de lunes a viernes|', post='Horario de verano desde el lunes.|Inscripciones abiertas en {d}|Gracias por participar en la jornada.|Corte programado el jueves.|Sigan haciendo sus trámites por esta cuenta.', old='{n}, antes {x}|Antiguo {x}; desde {y}, {n}', arch='Cuenta archivada. Ahora: {a}|{n} dejó de existir; se conserva como registro.', former='Fui titular: {o} (hasta {y})|Ex {o}. Opiniones personales', inoff='{h}, {o}|{o} desde {y}. {h}. Trabajando por {b}', offbio='Cuenta oficial: {o}|{o}. Contacto {d}', priv='{h}, cuenta personal. {o} en horario de oficina|Fútbol y asado. Soy {o}; esta es mi cuenta privada', fan='Historia de {n}, hecha por aficionados|Recuerdos de {n}. No oficial', fann='Memoria de {n}|Recordando {n}', repost='No oficial: reenvío de avisos de {n}|Avisos de {b}, recopila un vecino', repn='Avisos {b}|{b} Informa (no oficial)', staff='Club del personal de {n}|Jubilados de {n}', stn='Club {n}|Jubilados {n}', par='Parodia de {n}|Humor. No somos {n}', parn='{n} (parodia)|No es {n}', place='Rincones de {b}|Vivir en {b}', pln='{b} en fotos|Amo {b}', dis='{n}, información')
def S(bio, post, old, arch, former, inoff, offbio, priv, fan, fann, repost, repn, staff, stn, par, parn, place, pln, dis):
    return dict(locals())
T['pt'] = S('Perfil oficial: {n}|{n}, notícias e serviços. {d}|Atendimento de segunda a sexta', 'Inscrições abertas em {d}|Obras na Rua das Flores.|Obrigado a todos pela visita.|Marque aqui o seu atendimento.', '{n}, antiga {x}|Antes {x}; desde {y} {n}', 'Perfil arquivado. Siga {a}|{n} foi extinta; conteúdo histórico.', 'Ex-{o} (até {y}). Opiniões pessoais', '{h}, {o}|{o} desde {y}, {h}', 'Perfil oficial - {o}', '{h}, perfil pessoal. {o} no trabalho', 'Memórias de {n}, projeto de voluntários', 'Memória {n}', 'Repasso avisos de {n}, não oficial', 'Avisos {b}', 'Clube dos funcionários, {n}', 'Funcionários {n}', 'Paródia de {n}', '{n} da zoeira', 'Coisas de {b}', 'Viver em {b}', '{n}, informações')
T['it'] = S('Profilo ufficiale: {n}|{n}, notizie e servizi. {d}|Rispondiamo nei giorni feriali', 'Sportello aperto lunedì e giovedì.|Bando online su {d}|Grazie ai volontari.|Le domande si presentano qui.', '{n}, già {x}|Ex {x}, dal {y} {n}', 'Profilo archiviato, seguite {a}|{n} è stato soppresso: solo consultazione.', 'Già {o} (fino al {y}). Nonno', '{h}, {o}|{o} dal {y}: {h}', 'Profilo ufficiale - {o}', '{h}, privato. {o} in ufficio, qui bici', 'Storia di {n} raccontata dagli appassionati', 'Storia {n}', 'Rilancio avvisi di {n}, non ufficiale', 'Avvisi {b}', 'Circolo dipendenti {n}', 'Circolo {n}', 'Parodia di {n}', '{n} (parodia)', 'Angoli di {b}', 'Vivere {b}', '{n}, informazioni')
T['ja'] = S('{n}の公式アカウントです|{n} 広報担当。返信は平日のみ|{b}の情報をお届けします {d}', '窓口は通常どおり開いています。|説明会の申込は{d}まで。|道路工事のお知らせ。|本アカウントで予約を受け付けます。', '{n}（旧{x}）|{y}年に{x}から改称', '更新終了。新アカウントは{a}|{n}は廃止されました。記録として保存', '元{o}（{y}年まで）。今は畑仕事', '{h}、{o}|{y}年より{o}　{h}', '{o} 公式', '{h}の私的アカウント。仕事は{o}', '{n}の歴史を残す有志の会', '{n}思い出帖', '{n}のお知らせを非公式に転載', '{b}お知らせ転載', '{n}職員野球部', '{n}野球部', '{n}のパロディ', '{n}（偽）', '{b}散歩', '{b}好き', '{n} ご案内')
T['ko'] = S('{n} 공식 계정|{n} 소식을 전합니다 {d}|평일 9시~18시 답변', '오늘 창구 정상 운영합니다.|접수는 {d} 에서.|행사에 참여해 주셔서 감사합니다.|이 계정으로 예약하세요.', '{n} (옛 {x})|{y}년 {x}에서 이름 변경', '운영 종료. 새 계정 {a}|{n}은 폐지되어 기록으로만 남깁니다', '전 {o} ({y}년 퇴임)', '{h}, {o}|{o} {h}, {y}년 취임', '{o} 공식 계정', '{h} 개인 계정. 직장은 {o}', '{n} 추억 모음, 비공식', '{n} 추억', '{n} 공지 비공식 전달', '{b} 알림 모음', '{n} 직원 축구회', '{n} 축구회', '{n} 패러디', '{n} (가짜)', '{b} 골목 이야기', '{b} 사랑', '{n} 안내')
T['pl'] = S('Oficjalny profil: {n}|{n} informuje. {d}|Odpowiadamy w dni robocze', 'W piątek urząd nieczynny.|Wnioski na {d}|Dziękujemy za udział.|Wnioski przyjmujemy także tutaj.', '{n}, dawniej {x}|Wcześniej {x}, od {y} {n}', 'Profil archiwalny, zapraszamy: {a}|{n} zlikwidowano. Tylko archiwum.', 'Były {o} (do {y})', '{h}, {o}|{o} od {y}: {h}', 'Oficjalny profil - {o}', '{h} prywatnie. W pracy {o}', 'Historia: {n}. Projekt pasjonatów', 'Wspomnienia {n}', 'Nieoficjalnie podaję komunikaty {n}', 'Komunikaty {b}', 'Klub pracowników {n}', 'Klub {n}', 'Parodia {n}', '{n} (parodia)', 'Spacery po {b}', 'Nasz {b}', '{n}, informacje')
T['tr'] = S('{n} resmî hesabı|{n} duyuruları {d}|Hafta içi yanıt verilir', 'Bayramda nöbetçi ekip görevde.|Başvurular {d} üzerinden.|Katılan herkese teşekkürler.|Başvurularınızı buradan alıyoruz.', '{n} (eski {x})|{y} yılına kadar {x}', 'Arşiv hesabı. Yeni: {a}|{n} kapatıldı, yalnız arşiv.', 'Eski {o} ({y}\'e kadar)', '{h}, {o}|{y} yılından beri {o}, {h}', '{o} resmî hesap', '{h}, kişisel hesap. {o}', '{n} anıları, gönüllü', '{n} Anıları', '{n} duyurularını aktarır, resmî değildir', '{b} Duyuru', '{n} çalışanları halı saha', '{n} çalışanları', '{n} parodi', '{n} (parodi)', '{b} sokakları', '{b} sevdalısı', '{n} bilgi')
T['id'] = S('Akun resmi {n}|Info layanan {n} {d}|Melayani warga {b}', 'Loket buka seperti biasa.|Daftar di {d}|Terima kasih atas kehadirannya.|Pengaduan tetap lewat akun ini.', '{n}, dahulu {x}|Sejak {y} {x} menjadi {n}', 'Akun arsip, ikuti {a}|{n} sudah dibubarkan, hanya arsip.', 'Mantan {o} (sampai {y})', '{h}, {o}|{o} sejak {y}, {h}', 'Akun resmi {o}', '{h}, akun pribadi. Kerja: {o}', 'Kenangan {n}, komunitas', 'Kenangan {n}', 'Meneruskan info {n}, tidak resmi', 'Info {b}', 'Paguyuban pegawai {n}', 'Pegawai {n}', 'Parodi {n}', '{n} (parodi)', 'Sudut {b}', 'Cinta {b}', '{n}, informasi')
# channels of one body: (name pattern, bio)
CH = dict(zh='{n}新闻发言人|新闻发布、记者联络;{n}招考|{n}人事招聘信息;{n}应急|突发事件与停水停电等紧急通知;{n} English|English-language news from {b};{n}志愿服务|志愿活动报名;{b}办事大厅|{n}政务服务咨询',
 en='{n} Press Office|For journalists only. Media line on our site;{n} Jobs|Vacancies at {n};{n} Alerts|Emergency and service disruption messages from {n};{n} Cymraeg/Gaeilge|Cyfrif Cymraeg / seirbhís Ghaeilge, {n};{n} Helpdesk|Customer help for {n}, not news',
 de='{n} Presse|Pressestelle, für Medien;{n} Karriere|Stellenangebote;{n} Warnungen|Notfallmeldungen', fr='{n} Presse|Service de presse;{n} Recrutement|Offres d\'emploi;{n} Urgences|Alertes', es='{n} Prensa|Gabinete de prensa;{n} Empleo|Ofertas de empleo;{n} Emergencias|Avisos urgentes', pt='{n} Imprensa|Assessoria de imprensa', it='{n} Stampa|Ufficio stampa', ja='{n} 採用|採用情報;{n} 防災|防災情報', ko='{n} 채용|채용 정보', pl='{n} Praca|Oferty pracy', tr='{n} Basın|Basın birimi', id='{n} Karier|Lowongan')
CH = {k: [tuple(x.split('|')) for x in v.split(';')] for k, v in CH.items()}
SEA = dict(zh='{p}人口普查办公室|每十年一次，入户登记期间更新|renkou;{p}经济普查领导小组办公室|五年一次的经济普查|jingpu;{p}冬季除雪指挥部|下雪时上线|chuxue;{p}高考招生办公室|每年五月至八月更新|zhaosheng;{p}换届选举委员会|选举年发布|xuanju',
 en='{p} Election Office|We post in election years|election;Census {b}|Back for the next census|census;{p} Winter Roads|Gritting updates, November to March only|winter;{p} Lifeguard Service|Season: June to September|lifeguard;{b} Summer School|See you in July|summer', de='Winterdienst {p}|Meldungen bei Schnee|winter;Wahlamt {p}|Zur Wahl melden wir uns|wahl', fr='Recensement {b}|Prochaine enquête annoncée ici|recens;Viabilité hivernale {b}|De décembre à mars|hiver', es='Junta Electoral de {p}|Solo en periodo electoral|electoral', pt='Censo {b}|Voltamos no próximo censo|censo', it='Piano neve {b}|Attivo in caso di neve|neve', ja='{b}雪情報|冬期のみ|yuki', pl='Komisja wyborcza {p}|Przed wyborami|wybory', tr='{p} Seçim Kurulu|Seçim dönemi|secim', id='KPU {p}|Saat pemilu|kpu', ko='{p} 선거사무소|선거 때만|seongeo')
CRI = dict(zh='{p}防汛抗旱指挥部|汛情发布，无汛不更新|fangxun;{p}森林防灭火指挥部|火险期发布|senlin;{p}地震应急|仅在发生地震时发布|dizhen', en='{p} Flood Warning|Only active during floods|flood;{p} Emergency Control|Quiet is good. Posts only in a major incident|control;{b} Bushfire Desk|Used when fires threaten|fire', de='Krisenstab {p}|Nur im Ereignisfall|krise;Hochwasserzentrale {p}|Meldungen nur bei Hochwasser|hochwasser', fr='Cellule de crise {b}|Activée en cas de crise|crise', es='Comité de Crisis {b}|Solo en emergencias|crisis', pt='Alerta Cheias {b}|Só em caso de cheia|cheias', it='Allerta meteo {b}|Solo in emergenza|allerta', ja='{b}災害対策本部|災害時のみ発信|saigai', pl='Sztab kryzysowy {p}|Tylko w kryzysie|sztab', tr='{p} Afet Masası|Yalnız afet anında|afet', id='Posko Bencana {b}|Aktif saat bencana|posko', ko='{p} 재난상황실|재난 시에만|jaenan')
SEA = {k: [tuple(x.split('|')) for x in v.split(';')] for k, v in SEA.items()}
CRI = {k: [tuple(x.split('|')) for x in v.split(';')] for k, v in CRI.items()}
OB = dict(zh='爱生活爱拍照|妈妈，吃货|{b}人在深圳|退休教师，写字|程序员，猫奴|某局小科员，周末爬山|{b}日报老读者|卖茶叶的|跑步第三年|在医院上班，不看病|开网约车的，路况我最熟|校长家的狗|村口情报员||', en='Coffee, cats, chaos|Retired postmaster|Dad of three|{b} via everywhere|Office manager, opinions mine|Nurse. Tired.|Mayor of my own kitchen|Used to work for the council, now bake|Photographs of trains|Sheriff is my surname|Student of law||', de='Lehrerin, Läuferin|Kaffee und Kommunalpolitik|aus {b}|', fr='Maman, lectrice|Prof à {b}|Marcheur|', es='Mate y fútbol|De {b}|Abogada en proceso|', pt='De {b}, com amor|Professora|', it='Insegnante|Ciclista di {b}|', ja='猫と珈琲|{b}在住|', ko='일상 기록|{b} 사는 사람|', pl='Mama, biegaczka|Z {b}|', tr='Öğretmen|{b}lı|', id='Suka kopi|Anak {b}|')
OP = dict(zh='今天的晚霞真好看|去办事大厅排了一上午的队|有人知道图书馆几点关门吗|周末钓鱼去|新买的锅不粘|孩子开学了|转：局里说下周停水', en='Anyone know if the library is open?|Great sunset tonight|The council took my bin again|New bread recipe worked|Match day!|Waiting room, hour two', de='Schöner Herbsttag|Wieder Baustelle vor der Tür', fr='Beau temps ce matin|La mairie est fermée, dommage', es='Qué partidazo|Otra vez cortaron el agua', pt='Bom dia!|Domingo de praia', it='Buona domenica|Traffico infinito', ja='今日は寒い|役場に行ってきた', ko='오늘 날씨 좋다|퇴근', pl='Ładny dzień|Kolejka w urzędzie', tr='Güzel bir gün|Çay vakti', id='Hujan lagi|Macet')
SPN = dict(zh='{b}小李|{b}老王说事|局外人|城南旧事|一只处长猫|王主任的菜园|{b}装修师傅|书记员小陈|台长不在家|馆长读书', en='Bishop Taylor|{b} Plumber|The Office Plant|Postmaster Pete|Judge Mental|{b} girl|Captain Obvious|Principal Skies|Radio Ray|County Line Band', de='Bäcker aus {b}|Bürgermeisterin der Herzen', fr='{b} en photo|Le Facteur', es='La Jefa|{b} Rock', pt='Dona {b}', it='Il Maestro', ja='{b}の猫', ko='{b} 청년', pl='Sołtys z żartem', tr='Muhtarın kızı', id='Pak Lurah KW')
def pick(l, key, **k):
    opts = T[l][key].split('|')
    if not k.get('d'): opts = [o for o in opts if '{d}' not in o] or [o.replace('{d}', '').strip(' .:,') for o in opts]
    k.setdefault('b', ''); k.setdefault('d', ''); 
    return R.choice(opts).format_map(collections.defaultdict(str, k)).strip()
def ri(a, b): return R.randint(a, b)
def date(y1, y2): # random instant from y1-01-01 to y2-12-31
    a = dt.datetime(y1, 1, 1, tzinfo=UTC); b = dt.datetime(y2, 12, 31, tzinfo=UTC)
    return a + dt.timedelta(seconds=ri(0, int((b - a).total_seconds())))
def days(n): return dt.timedelta(days=n, seconds=ri(0, 80000))
def midnight(t): return t.replace(hour=0, minute=0, second=0, microsecond=0)
rows = collections.defaultdict(list); truth = []
used, handles, ids = set(), set(), set()
def newid(n=10):
    while True:
        i = ''.join(R.choice('0123456789abcdefghjkmnpqrstvwxyz') for _ in range(n))
        if i not in ids: ids.add(i); return i
def slugify(s):
    import unicodedata
    s = unicodedata.normalize('NFKD', s.replace('ı', 'i').replace('ł', 'l').replace('ß', 'ss')).encode('ascii', 'ignore').decode().lower()
    return re.sub('[^a-z0-9]', '', s)
def handle(base):
    base = base[:22] or 'u' + newid(5)
    for f in R.sample(['{}', '{}', '{}_', '{}1', 'the{}', '{}online', '{}24', '{}hq', '{}web', '{}info'], 10) + ['{}%d' % ri(100, 99999)]:
        h = f.format(base)
        if h not in handles: handles.add(h); return h
    return handle(base + str(ri(10, 99)))
def tok(): return '%064x' % R.getrandbits(256)
def near(h): # same picture re-encoded: a few bits away
    v = int(h, 16)
    for _ in range(ri(0, 10)): v ^= 1 << ri(0, 255)
    return '%064x' % v
class Body: pass
def mkorg(c, name, slug, kind, opened=None, status='active', closed=None, succ=(), aliases=(), domain=True, place='', pslug='', plong=''):
    b = Body(); b.c, b.l, b.name, b.kind, b.place, b.pslug, b.plong = c, LANG[c], name, kind, place, pslug, plong or place
    b.slug = slugify(pslug) + slug; b.id = newid(8)
    b.opened = opened or date(1962, 2012)
    dom = {'government': TLD[c]}.get(kind, TLD[c].split('.')[-1] if TLD[c] not in ('gov',) else 'org')
    b.domain = (slug + '.' + slugify(pslug) + '.' + dom if c == 'CN' else slugify(pslug) + slug + '.' + dom) if domain and R.random() < .82 else None
    b.logo = tok(); b.net = tok(); b.aliases = [a for a in aliases if a and a != name]
    b.row = dict(org_id=b.id, name=name, aliases=b.aliases, kind=kind, country=c, status=status, opened_at=midnight(b.opened) if R.random() < .8 else None,
                 closed_at=midnight(closed) if closed else None, successor_ids=[s.id for s in succ], domains=[b.domain] if b.domain else [], logo_hash=b.logo if R.random() < .7 else None)
    rows['organisations'].append(b.row); b.main = None
    return b
def close(b, when, succ=(), status=None, hide=False):
    b.closed = when
    b.row['status'] = status or ('merged' if succ and R.random() < .7 else 'closed')
    b.row['closed_at'] = None if hide else midnight(when); b.row['successor_ids'] = [s.id for s in succ]
KC = 0
def country():
    global KC; KC += 1
    return 'CN' if KC % 3 == 0 else R.choice(OTHERS)
def body(c=None, kinds=None, exclude=(), **k):
    for _ in range(4000):
        cc = c or country(); l = LANG[cc]
        p, b, s = R.choice(PL[cc]); u = R.choice(U[l])
        if kinds and u[3] not in kinds: continue
        key = (cc, p, u[0])
        if key in used:
            if c and R.random() < .02: c = None
            continue
        used.add(key)
        al = [u[1].format(p=p, b=b)] if R.random() < .7 else []
        if R.random() < .25 and l != 'en': al.append('%s %s (%s)' % (s.title() if l in ('zh', 'ja', 'ko') else b, {'government': 'Authority', 'media': 'News', 'school': 'School', 'company': 'Ltd', 'nonprofit': 'Association'}.get(u[3], 'Body'), u[2]))
        o = mkorg(cc, u[0].format(p=p, b=b), u[2], u[3], aliases=al, place=b, pslug=s, plong=p, **k); o.u = u; return o
    raise RuntimeError('exhausted')
def succ_of(b, n=1, opened=None):
    out = []
    nm = b.u[4].format(p=b.plong, b=b.place); 
    out.append(mkorg(b.c, nm, b.u[5], b.kind, opened=opened, place=b.place, pslug=b.pslug, plong=b.plong, aliases=[]))
    out[0].u = b.u
    return out[0]
def office(c=None):
    for _ in range(6000):
        cc = c or country(); l = LANG[cc]; p, b, s = R.choice(PL[cc]); n, sl = R.choice(OFF[l])
        if (cc, p, n) in used: continue
        used.add((cc, p, n))
        o = mkorg(cc, n.format(p=p, b=b), sl, 'school' if sl in ('vc', 'xzmail', 'recteur') else 'government', place=b, pslug=s, plong=p, domain=R.random() < .5); o.u = None; return o
    raise RuntimeError('offices exhausted')
def hold(o, who, since, until): rows['holders'].append(dict(org_id=o.id, holder=who, since=midnight(since) if since else None, until=midnight(until) if until else None))
def acct(name, base, bio, l, viol='none', kind='', why='', created=None, last=None, akind='organisation', status='active', url=None, verified=None, avatar=None, foll=None, loc=None, net=None, posts=None, postkey=None, nm='', b='', d='', closed=None, nposts=None):
    a = Body(); a.id = newid(11); a.handle = handle(slugify(base) or 'u' + newid(6)); a.name = name; a.l = l
    a.created = created or date(2010, 2021); a.last = last or (NOW - days(ri(0, 45)))
    if a.last > NOW: a.last = NOW - days(1)
    if a.last < a.created: a.created = a.last - days(ri(200, 900))
    a.net = net or tok(); a.dev = [tok() for _ in range(ri(1, 3))]; a.viol = viol
    foll = foll if foll is not None else int(R.lognormvariate(7.6 if akind == 'organisation' else 5, 1.4))
    n = nposts if nposts is not None else int(R.lognormvariate(5.5, 1.2))
    if bio and R.random() < .38:
        bio += R.choice([' ' + R.choice('📍 🏛 ☎ ✉ 🌿 📣 🕘'.split()), ' | ' + (b or loc or 'online'), ' ☎ 0%d-%d' % (ri(100, 999), ri(200000, 8999999)), ' #' + (b or '').replace(' ', ''), ' ' + {'zh': '每日更新', 'en': 'Be kind.', 'de': 'Kein Notruf.', 'fr': 'Merci.', 'es': 'Gracias.', 'ja': 'よろしく'}.get(l, '✨')]) if akind == 'organisation' else R.choice([' 🐈', ' ☕', ' 🏃', ' 🌸', ' DM open', ' 🎧', ' | ' + (b or '...')])
    a.row = dict(account_id=a.id, handle=a.handle, display_name=name, bio=bio or None, location=(loc if R.random() < .6 else None) or None, url=url, avatar_hash=avatar, kind=akind if R.random() < .88 else 'unknown', created_at=a.created, status=status,
                 closed_at=closed, last_active_at=a.last if R.random() < .96 else None, followers=foll, following=ri(0, 400), posts=n, verified_org_id=verified, default_avatar=avatar is None and R.random() < .3, is_private=akind != 'organisation' and R.random() < .08, language=l if R.random() < .85 else None)
    rows['accounts'].append(a.row); truth.append([a.id, viol, kind, why])
    # posts: last ones end at last_active
    if n > 0 and (postkey or R.random() < .75):
        t = a.last
        pool = posts or [x for x in (T[l]['post'] if akind == 'organisation' else OP[l]).split('|')]
        for _ in range(min(n, ri(1, 6))):
            rows['posts'].append(dict(post_id=newid(12), account_id=a.id, at=t, kind=postkey or 'post', target_id=None, text=R.choice(pool).format(n=nm or name, b=b, d=d or url or ('官网' if l == 'zh' else 'our website' if l == 'en' else '...')), language=l))
            t = t - days(ri(2, 60))
            if t < a.created: break
    if R.random() < .5:
        t = a.last
        for _ in range(ri(1, 4)):
            rows['sessions'].append(dict(account_id=a.id, started_at=t - dt.timedelta(minutes=ri(3, 50)), ended_at=t, device_token=R.choice(a.dev), network_token=a.net, region=loc))
            t -= days(ri(1, 40))
            if t < a.created: break
    return a
def link(b, a, mode=None, since=None, until=None):
    mode = mode or R.choices(['row', 'badge', 'both', 'name'], [45, 20, 15, 20])[0]
    if mode in ('row', 'both'): rows['official_accounts'].append(dict(org_id=b.id, account_id=a.id, since=(midnight(since) if since else (midnight(a.created) if R.random() < .8 else None)), until=midnight(until) if until else None))
    if mode in ('badge', 'both'): a.row['verified_org_id'] = b.id
    return mode
def disp(b):
    al = [x for x in b.aliases if '(' not in x]
    x = R.random()
    if al and x < .22: return R.choice(al)
    if x < .3: return b.name + {'zh': '官方', 'en': ' Official', 'ja': '【公式】', 'ko': ' 공식'}.get(b.l, '')
    return b.name
def offacct(b, viol='none', kind='ordinary_official', why='', mode=None, bio=None, name=None, since=None, until=None, **k):
    url = ('https://' + b.domain) if b.domain and R.random() < .7 else None
    k.setdefault('url', url); k.setdefault('avatar', near(b.logo) if R.random() < .75 else None)
    bio = bio if bio is not None else pick(b.l, 'bio', n=b.name, b=b.place, d=b.domain or '')
    a = acct(name or disp(b), k.pop('base', None) or b.slug, bio, b.l, viol, kind, why, net=k.pop('net', b.net), loc=k.pop('loc', b.place), nm=b.name, b=b.place, d=b.domain or '', **k)
    a.mode = link(b, a, mode, since, until); 
    if not b.main: b.main = a
    # custodian attestations
    if R.random() < .6:
        at = a.last - days(ri(10, 300)); rows['attestations'].append(dict(account_id=a.id, kind='organisation', result='pass', at=max(at, a.created), expires_at=max(at, a.created) + dt.timedelta(days=365 if R.random() < .7 else 730), provider=R.choice(['register', 'post', 'notary'])))
    return a
def D(t): return t.date().isoformat()
def change(a, at, field, old, new): rows['profile_changes'].append(dict(account_id=a.id, at=at, field=field, old=old, new=new))
def someday_before(lo, hi): return NOW - days(ri(lo, hi))
def lastafter(closed, active=.6, never_before=False):
    "still active lately, or fell silent some while after the end, or before it"
    x = R.random()
    if x < active: return NOW - days(ri(0, 90))
    span = max(2, (NOW - closed).days)
    return closed + days(ri(1, span - 1)) if x < .85 or never_before else closed - days(ri(5, 200))

# ---------------- guilty: orphaned ----------------
O = 'orphaned_institution'; DU = 'duplicate_institution'
for i in range(ri(11, 14)):   # merged, still posing
    b = body(kinds=('government', 'nonprofit', 'company')); t = date(2014, 2025) ; t = min(t, NOW - days(70)); s = succ_of(b, opened=t); close(b, t, [s])
    offacct(b, O, 'merged_still_posing', f'Register: {b.name} ended {D(t)} and passed into {s.name}; the account still speaks as the old body.', last=lastafter(t), created=t - days(ri(300, 2500)))
    if R.random() < .75: offacct(s, kind='successor_official')
for i in range(ri(10, 13)):   # abolished, no successor in the register
    b = body(); t = min(date(2012, 2025), NOW - days(60)); hide = R.random() < .3; close(b, t, status='closed', hide=hide)
    offacct(b, O, 'abolished_no_successor', f'Register lists {b.name} as closed' + ('' if hide else f' on {D(t)}') + ' without successor; the account is presented as the working body.', last=lastafter(t), created=t - days(ri(300, 2500)))
for i in range(ri(10, 12)):   # renamed, old account left under old name
    b = body(kinds=('government', 'school', 'company', 'media')); t = min(date(2015, 2025), NOW - days(80)); s = succ_of(b, opened=t); close(b, t, [s], status='closed')
    offacct(b, O, 'renamed_left_behind', f'{b.name} has been {s.name} since {D(t)}; this account kept the old name while a new one serves the renamed body.', last=lastafter(t, .4), created=t - days(ri(300, 2000)), mode=R.choice(['row', 'badge', 'name', 'name']))
    offacct(s, kind='successor_official', created=t + days(ri(3, 90)))
for i in range(ri(9, 11)):   # chain A>B>C
    b = body(kinds=('government',)); t1 = date(2009, 2016); t2 = date(2017, 2024); s = succ_of(b, opened=t1)
    nm3 = {'zh': '{p}政务服务和数据管理局', 'en': '{p} Combined Authority', 'de': 'Zweckverband Region {p}', 'fr': 'Métropole de {p}', 'es': 'Organismo Único de {p}', 'pt': 'Agência Única de {p}', 'it': 'Unione dei Comuni di {p}', 'ja': '{p}広域連合', 'ko': '{p} 통합청', 'pl': 'Związek Gmin {p}', 'tr': '{p} Büyükşehir Birimi', 'id': 'Badan Terpadu {p}'}[b.l].format(p=b.plong)
    z = mkorg(b.c, nm3 + ('' if (b.c, nm3) not in used else ' %s' % (i + 1)), 'uni%d' % i, b.kind, opened=t2, place=b.place, pslug=b.pslug, plong=b.plong); used.add((b.c, nm3))
    close(b, t1, [s]); close(s, t2, [z])
    who = R.choice([b, s]); tt = t1 if who is b else t2
    offacct(who, O, 'chain_predecessor', f'{who.name} ended {D(tt)} in a chain of reorganisations ending at {z.name}; the account is still run under the ended name.', last=max(lastafter(tt), dt.datetime(2013, 1, 1, tzinfo=UTC)), created=max(tt - days(ri(300, 2000)), dt.datetime(2010, 1, 5, tzinfo=UTC)))
    if R.random() < .7: offacct(z, kind='successor_official', bio=pick(b.l, 'bio', n=z.name, b=b.place, d=z.domain or ''))
for i in range(ri(8, 10)):   # split in two
    b = body(kinds=('government', 'company')); t = min(date(2013, 2025), NOW - days(100)); s = succ_of(b, opened=t); s2 = body(c=b.c, kinds=(b.kind,), opened=t); close(b, t, [s, s2], status='closed')
    offacct(b, O, 'split_body', f'{b.name} was divided on {D(t)} between {s.name} and {s2.name}; nobody holds the old name the account uses.', last=lastafter(t), created=t - days(ri(300, 2000)))
    for z in (s, s2):
        if R.random() < .6: offacct(z, kind='successor_official')
for i in range(ri(8, 10)):   # office abolished
    o = office(); t = min(date(2013, 2025), NOW - days(45)); h = person(o.l); hold(o, person(o.l), date(2004, 2007), date(2008, 2008)); hold(o, h, date(2009, 2011), t); close(o, t, status='closed')
    offacct(o, O, 'office_abolished', f'The office {o.name} was abolished on {D(t)}; its last holder {h} left that day, the account still presents the office as filled.', name=R.choice([o.name, o.name + ' ' + h]), bio=pick(o.l, R.choice(['inoff', 'offbio']), o=o.name, h=h, y=t.year - ri(1, 3), b=o.place, d=o.domain or ''), last=lastafter(t), created=date(2010, 2012), avatar=None)
for i in range(ri(9, 11)):   # taken away and renamed by the former holder
    o = office(); t = min(date(2015, 2025), NOW - days(50)); h, h2 = person(o.l), person(o.l); hold(o, h, t - days(ri(900, 2900)), t); hold(o, h2, t + days(ri(0, 20)), None)
    since = t - days(ri(500, 800))
    bio = pick(o.l, 'former', o=o.name, y=t.year) if R.random() < .6 else pick(o.l, 'inoff', o=o.name, h=h, y=since.year) if R.random() < .3 else R.choice(OB[o.l].split('|')).format(b=o.place)
    a = offacct(o, O, 'office_account_taken_away', f'This was the account of the office {o.name}; after leaving on {D(t)} {h} renamed it to the own name and kept it.', name=h, base=slugify(h) or o.pslug, bio=bio, last=NOW - days(ri(0, 60)), created=since - days(60), mode=R.choice(['row', 'both', 'row', 'badge']), net=tok(), akind=R.choice(['organisation', 'personal']), url=None, avatar=tok(), since=since, posts=OP[o.l].split('|'))
    at = t + days(ri(2, 40)); change(a, at, 'display_name', o.name, h); change(a, at + dt.timedelta(minutes=ri(1, 9)), 'handle', o.slug, a.handle); change(a, at + dt.timedelta(minutes=12), 'bio', pick(o.l, 'offbio', o=o.name, d=o.domain or ''), a.row['bio'])
    if R.random() < .5: offacct(o, kind='office_new_account', bio=pick(o.l, 'inoff', o=o.name, h=h2, y=t.year), created=at + days(ri(10, 60)), mode='row', name=o.name)
for i in range(ri(10, 12)):   # former holder runs on as holder
    o = office(); t = min(date(2014, 2025), NOW - days(48)); h, h2 = person(o.l), person(o.l); s0 = t - days(ri(900, 2500)); hold(o, h, s0, t); hold(o, h2, t + days(ri(0, 30)), None)
    a = offacct(o, O, 'former_holder_runs_on', f'{h} left the office {o.name} on {D(t)} ({h2} holds it now) and goes on using the account as the holder.', name=R.choice([h + '｜' + o.name if o.l == 'zh' else f'{h}, {o.name}', f'{o.name} {h}', h]), base=R.choice([o.slug, slugify(h) or o.slug]), bio=pick(o.l, 'inoff', o=o.name, h=h, y=s0.year), last=lastafter(t, 1 if R.random() < .85 else 0, True), created=s0 + days(20), mode=R.choice(['row', 'badge', 'name', 'name']), net=tok(), akind=R.choice(['personal', 'organisation']), avatar=tok())
    if '{}'.format(h) not in a.row['bio'] and h not in a.name: a.row['bio'] += ' ' + h
    if R.random() < .6: offacct(o, kind='office_current_account', bio=pick(o.l, 'inoff', o=o.name, h=h2, y=t.year), created=t + days(ri(10, 90)), mode=R.choice(['row', 'both']), name=o.name)
def notices(b, k=3):
    for _ in range(k): rows['notices'].append(dict(notice_id=newid(9), org_id=b.id, at=NOW - days(ri(5, 330)), title=b.name, text=pick(b.l, 'post', n=b.name, b=b.place, d=b.domain or ''), url=('https://' + b.domain + '/' + str(ri(1000, 9999))) if b.domain else None))
def bounce(a, n=2):
    rows['attestations'][:] = [r for r in rows['attestations'] if r['account_id'] != a.id]
    p = max(a.created, a.last - days(ri(30, 300))); rows['attestations'].append(dict(account_id=a.id, kind='organisation', result='pass', at=p, expires_at=p + dt.timedelta(days=365), provider='register'))
    for _ in range(n):
        at = NOW - days(ri(20, 500)); rows['attestations'].append(dict(account_id=a.id, kind='organisation', result='fail', at=at, expires_at=None, provider=R.choice(['custodian mail (bounced)', 'custodian call', 'post (returned)'])))
for i in range(ri(9, 11)):   # custodian gone, body active
    b = body(kinds=('government', 'school', 'media', 'company')); l0 = date(2018, 2022); notices(b, ri(2, 4))
    a = offacct(b, O, 'body_custodian_gone', f'{b.name} is active and publishes elsewhere in 2025; nobody has used this account since {D(l0)} and the custodian checks came back.', last=l0, created=date(2011, 2016), mode=R.choice(['row', 'both', 'badge', 'name']), url='http://' + b.slug + R.choice(['.info', '-old.net', '.org']))
    a.row['last_active_at'] = a.last; bounce(a, ri(1, 3))
for i in range(ri(8, 10)):   # office account silent since its holder left; office goes on
    o = office(); t = date(2018, 2023); h, h2 = person(o.l), person(o.l); hold(o, h, t - days(1500), t); hold(o, h2, t + days(ri(1, 40)), None); notices(o, ri(1, 3))
    a = offacct(o, O, 'office_custodian_gone', f'The office {o.name} went from {h} to {h2} in {t.year}; its own account stopped at the change and no custodian answers.', name=o.name, bio=pick(o.l, R.choice(['inoff', 'offbio']), o=o.name, h=h, y=t.year - 4, d=o.domain or ''), last=t - days(ri(-3, 30)), created=t - days(1400), mode=R.choice(['row', 'both', 'badge']))
    a.row['last_active_at'] = a.last; bounce(a, ri(1, 2))
for i in range(ri(9, 12)):   # closed days ago, successor in charge
    b = body(); t = NOW - dt.timedelta(days=ri(2, 28)); s = succ_of(b, opened=t) if R.random() < .7 else None; close(b, t, [s] if s else [])
    offacct(b, O, 'closed_days_ago', f'{b.name} ended {D(t)}' + (f', {s.name} took over' if s else '') + '; the account posts on in its name after that day.', last=NOW - dt.timedelta(hours=ri(2, 30)), created=date(2011, 2021))
    if s and R.random() < .8: offacct(s, kind='successor_official', created=t + dt.timedelta(hours=ri(5, 20)), last=NOW - dt.timedelta(hours=ri(1, 5)), nposts=ri(1, 5))
for i in range(ri(9, 11)):   # defunct media, company, party, club, school
    b = body(kinds=('media', 'company', 'party', 'school', 'other')); t = min(date(2011, 2025), NOW - days(60)); close(b, t, status='closed')
    offacct(b, O, 'defunct_private_body', f'{b.name} ({b.kind}) was dissolved on {D(t)}; the account still offers its services.', last=lastafter(t), created=t - days(ri(300, 2500)))
for i in range(ri(8, 10)):   # link ended in the list, still posing
    b = body(kinds=('government', 'company', 'nonprofit')); t = min(date(2014, 2025), NOW - days(90)); s = succ_of(b, opened=t); close(b, t, [s])
    offacct(b, O, 'link_ended_still_posing', f'The list of official accounts ended this link on {D(t)} when {b.name} passed into {s.name}; the account goes on under the name.', mode='row', until=t, last=lastafter(t, .8), created=t - days(ri(300, 2000)))
    offacct(s, kind='successor_official', mode='row')
# ---------------- guilty: duplicates ----------------
def double(b, kind, why, n=1, both=False, silent=None, names=None, mode='name', bios=None):
    main = offacct(b, DU if both else 'none', kind if both else 'dup_counterpart', why if both else f'The account {b.name} is known by; another live account of the same unit exists (neutral).', mode='name' if both else R.choice(['row', 'row', 'both', 'badge']), created=date(2011, 2018), name=b.name)
    out = [main]
    for j in range(n):
        a = offacct(b, DU, kind, why, mode=mode, created=date(2016, 2024), last=silent() if silent else None, name=names(j) if names else disp(b), bio=bios(j) if bios else None, url=main.row['url'] if R.random() < .6 else None, foll=int(R.lognormvariate(6, 1.3)))
        if R.random() < .6 and not silent: a.dev = main.dev; rows['sessions'].append(dict(account_id=a.id, started_at=a.last - dt.timedelta(minutes=9), ended_at=a.last, device_token=main.dev[0], network_token=b.net, region=b.place)); rows['sessions'].append(dict(account_id=main.id, started_at=main.last - dt.timedelta(minutes=19), ended_at=main.last, device_token=main.dev[0], network_token=b.net, region=b.place))
        out.append(a)
    return out
for i in range(ri(9, 11)):
    b = body(); l0 = date(2017, 2023); m = double(b, 'password_lost_old_double', f'{b.name} lost the password of this account and works from a newer one; both stand live under one name.', silent=lambda: l0, mode=R.choice(['name', 'row']))
    m[0].row['created_at'] = l0 + days(ri(10, 120)); m[1].row['created_at'] = l0 - days(ri(400, 1800))
    for r in rows['posts']:
        if r['account_id'] == m[0].id and r['at'] < m[0].row['created_at']: r['at'] = m[0].last
    for r in rows['official_accounts'] + rows['attestations'] + rows['sessions']:
        for k in ('since', 'at', 'started_at'):
            if r.get('account_id') == m[0].id and r.get(k) and r[k] < m[0].row['created_at']: r[k] = midnight(m[0].row['created_at']) if k == 'since' else m[0].last - dt.timedelta(minutes=5)
for i in range(ri(9, 11)):
    b = body(kinds=('government', 'school', 'nonprofit', 'company')); double(b, 'unverified_double', f'A second live account of {b.name} without own purpose and without proof; the unit has its listed account already.')
for i in range(5):
    b = body(kinds=('government', 'media')); double(b, 'both_unlisted_doubles', f'{b.name} has two live accounts of the same use, neither listed nor verified; one is superfluous.', both=True)
for i in range(ri(9, 11)):
    while True:
        b = body()
        if [x for x in b.aliases if '(' not in x]: break
    sh = [x for x in b.aliases if '(' not in x][0]
    double(b, 'alias_double', f'Live twice: as {b.name} and under the short form {sh}, same unit, same news.', names=lambda j: sh, bios=lambda j: pick(b.l, 'dis', n=b.name, b=b.place, d=b.domain or ''))
for i in range(5):
    b = body(kinds=('government', 'school', 'company')); double(b, 'triple_same_unit', f'Three live accounts of {b.name} opened by staff in turn; this one has no purpose of its own.', n=2, mode=R.choice(['name', 'badge', 'row']))
for i in range(ri(8, 10)):   # renamed body: both old-carried and new account under the new name
    b = body(kinds=('government', 'school')); t = min(date(2016, 2024), NOW - days(200)); s = succ_of(b, opened=t); close(b, t, [s])
    m = double(s, 'double_after_rename', f'When {b.name} became {s.name} the old account was renamed and a second one opened; both live under the new name.', names=lambda j: s.name)
    m[0].row['created_at'] = t + days(ri(10, 120)); a = m[1]; c0 = t - days(ri(300, 1500)); a.row['created_at'] = c0; at = t + days(ri(1, 60)); change(a, at, 'display_name', b.name, s.name)
# ---------------- innocent ----------------
for i in range(ri(11, 14)):   # ends after the scan
    b = body(); t = NOW + dt.timedelta(days=ri(1, 70)); s = succ_of(b, opened=t) if R.random() < .6 else None
    close(b, t, [s] if s else [], status=R.choice(['active', 'active', 'closed', 'merged' if s else 'closed']))
    offacct(b, kind='closing_after_scan', why=f'{b.name} exists until {D(t)}, after the scan.', last=NOW - days(ri(0, 20)), until=t if R.random() < .4 else None)
for i in range(ri(10, 13)):   # successor keeps the old name in the bio
    b = body(); t = min(date(2013, 2025), NOW - days(30)); s = succ_of(b, opened=t); close(b, t, [s])
    offacct(s, kind='successor_names_old', why=f'Account of {s.name}, which follows {b.name} and says so.', bio=pick(s.l, 'old', n=s.name, x=b.name, y=t.year, d=s.domain or ''), created=t + days(ri(-20, 60)) if t < NOW - days(60) else t - days(ri(200, 900)), mode=R.choice(['row', 'both', 'badge', 'name']))
for i in range(ri(11, 13)):   # labelled archive
    b = body(); t = min(date(2012, 2025), NOW - days(40)); s = succ_of(b, opened=t); close(b, t, [s])
    m = offacct(s, kind='successor_official', created=t + days(5))
    a = offacct(b, kind='labelled_archive', why=f'{b.name} ended {D(t)}; the account says itself that it is kept as an archive.', bio=pick(b.l, 'arch', n=b.name, a='@' + m.handle, y=t.year), name=R.choice([b.name, b.name + {'zh': '（存档）', 'en': ' (archive)', 'de': ' (Archiv)', 'fr': ' (archives)', 'ja': '（記録）', 'es': ' (archivo)'}.get(b.l, ' [archive]')]), last=t + days(ri(-5, 60)) if t < NOW - days(70) else t, created=t - days(ri(300, 2000)))
    change(a, min(NOW - days(1), t + days(ri(0, 30))), 'bio', pick(b.l, 'bio', n=b.name, b=b.place, d=''), a.row['bio'])
def special(pool, kind, why, lo, hi, n):
    made = 0
    while made < n:
        c = country(); l = LANG[c]; p, q, s = R.choice(PL[c]); nm, bio, sl = R.choice(pool[l]); key = (c, p, nm)
        if key in used: continue
        used.add(key); made += 1
        o = mkorg(c, nm.format(p=p, b=q), sl, 'school' if sl == 'summer' else 'government', place=q, pslug=s, plong=p); o.u = None
        offacct(o, kind=kind, why=why.format(n=o.name), bio=R.choice([bio, bio + '。' if l == 'zh' else bio + '.', o.name + ('：' if l == 'zh' else ': ') + bio]), name=o.name, last=NOW - days(ri(lo, hi)), created=date(2010, 2018))
special(SEA, 'seasonal_body', '{n} works by season and is still in force; silence is its rule.', 120, 1900, ri(11, 14))
special(CRI, 'crisis_only', '{n} speaks only when something happens and is in force.', 200, 1700, ri(11, 13))
CHIEF = dict(zh='城东 城西 河口 开发区 北关 新城', en='North South Harbour Hillside Riverside West', de='Nord Süd West', fr='Nord Sud Centre', es='Norte Sur Centro', pt='Norte Sul', it='Nord Sud', ja='東部 西部', ko='동부 서부', pl='Północ Południe', tr='Kuzey Güney', id='Utara Selatan')
nb = 0
while nb < 14:   # regional branches
    b = body(kinds=('government', 'company', 'school')); offacct(b, kind='ordinary_official')
    for q in R.sample(CHIEF[b.l].split(), 2 if len(CHIEF[b.l].split()) < 4 else ri(2, 3)):
        nb += 1; nm = b.name + q + {'zh': R.choice(['分局', '办事处', '服务站', '分馆']), 'ja': '支所', 'ko': ' 지소'}.get(b.l, '') if b.l in ('zh', 'ja', 'ko') else b.name + ' ' + q
        offacct(b, kind='regional_branch', why=f'Branch {q} of {b.name}, with own area and own readers.', name=nm, base=b.slug + slugify(q)[:6], bio=pick(b.l, R.choice(['bio', 'dis']), n=nm, b=b.place, d=b.domain or ''), mode=R.choice(['row', 'row', 'badge', 'name']))
nb = 0
while nb < 15:   # channels
    b = body(kinds=('government', 'company', 'media')); offacct(b, kind='ordinary_official', name=b.name)
    for nm, bio in R.sample(CH[b.l], min(len(CH[b.l]), ri(1, 3))):
        nb += 1; n = nm.format(n=R.choice([b.name] + [x for x in b.aliases if '(' not in x]), b=b.pslug.title())
        offacct(b, kind='purpose_channel', why=f'A channel of {b.name} with a purpose of its own ({nm.format(n="", b="").strip()}).', name=n, base=b.slug + R.choice(['press', 'jobs', 'en', 'alert', 'help', 'info']), bio=bio.format(n=b.name, b=b.pslug.title()), mode=R.choice(['row', 'row', 'badge', 'name']), last=NOW - days(ri(0, 150)))
for i in range(ri(10, 13)):   # renamed, account carried over
    b = body(); t = min(date(2014, 2025), NOW - days(25)); s = succ_of(b, opened=t); close(b, t, [s], status=R.choice(['closed', 'merged'])); c0 = t - days(ri(300, 2500))
    a = offacct(s, kind='renamed_carried_over', why=f'The account of {b.name} was renamed when the body became {s.name} on {D(t)} and serves it.', created=c0, mode='name', base=R.choice([b.slug, s.slug]), name=s.name, bio=pick(s.l, R.choice(['bio', 'old']), n=s.name, x=b.name, y=t.year, b=s.place, d=s.domain or ''))
    change(a, t + dt.timedelta(days=ri(0, 20), hours=5), 'display_name', b.name, s.name)
    x = R.random()
    if x < .5: link(b, a, 'row', c0, t); link(s, a, 'row', t)
    elif x < .75: link(b, a, 'row', c0, None); link(s, a, 'badge')       # old link never ended
    elif x < .9: link(s, a, 'row', t)
for i in range(ri(11, 13)):   # former holders who say so
    o = office(); t = min(date(2008, 2025), NOW - days(15)); h, h2 = person(o.l), person(o.l); hold(o, h, t - days(ri(900, 2500)), t); hold(o, h2, t + days(ri(0, 25)), None)
    bio = pick(o.l, 'former', o=o.name, y=t.year)
    acct(R.choice([h, h, h + {'zh': '（原' + o.name + '）', 'en': f', former {o.name}'}.get(o.l, '')]), slugify(h) or o.pslug, bio, o.l, 'none', 'former_holder_says_so', f'{h} held {o.name} until {D(t)} and says "former"; the account was always personal.', akind='personal', loc=o.place, avatar=tok(), b=o.place)
    if R.random() < .6: offacct(o, kind='office_current_account', name=o.name, bio=pick(o.l, 'offbio', o=o.name, d=o.domain or '', b=o.place))
for i in range(ri(10, 12)):   # private accounts of present holders
    o = office(); s0 = date(2018, 2025); s0 = min(s0, NOW - days(40)); h = person(o.l); hold(o, person(o.l), s0 - days(1500), s0); hold(o, h, s0, None)
    acct(h, slugify(h) or o.pslug, pick(o.l, 'priv', o=o.name, h=h), o.l, 'none', 'private_of_holder', f'Private account of {h}, who holds {o.name} today.', akind='personal', loc=o.place, avatar=tok(), b=o.place)
    if R.random() < .7: offacct(o, kind='office_current_account', name=o.name, bio=pick(o.l, R.choice(['inoff', 'offbio']), o=o.name, h=h, y=s0.year, d=o.domain or '', b=o.place))
for i in range(ri(9, 11)):   # between two holders
    o = office(); t = NOW - dt.timedelta(days=ri(1, 12)); h = person(o.l); hold(o, h, t - days(1600), t)
    if R.random() < .6: hold(o, person(o.l), NOW + dt.timedelta(days=ri(1, 20)), None)
    offacct(o, kind='between_holders', why=f'{o.name} is vacant since {D(t)} for a few days; the office goes on, staff keep its account.', name=o.name, bio=pick(o.l, 'offbio', o=o.name, d=o.domain or '', b=o.place), last=NOW - days(ri(0, 14)), mode=R.choice(['row', 'both', 'badge']))
for i in range(ri(8, 10)):   # leaves after the scan
    o = office(); t = NOW + dt.timedelta(days=ri(1, 45)); h = person(o.l); hold(o, h, NOW - days(1500), t); hold(o, person(o.l), t, None)
    offacct(o, kind='holder_leaves_after_scan', why=f'{h} holds {o.name} until {D(t)}, after the scan.', name=R.choice([o.name, h]), bio=pick(o.l, 'inoff', o=o.name, h=h, y=2021), last=NOW - days(ri(0, 14)))
for i in range(ri(9, 11)):   # handed over
    o = office(); t = min(date(2019, 2025), NOW - days(30)); h, h2 = person(o.l), person(o.l); hold(o, h, t - days(1500), t); hold(o, h2, t, None)
    a = offacct(o, kind='handed_over', why=f'The account of {o.name} passed from {h} to {h2} with the office on {D(t)}.', name=R.choice([o.name, h2 + ' ' + o.name]), bio=pick(o.l, 'inoff', o=o.name, h=h2, y=t.year), created=t - days(ri(400, 1400)), mode=R.choice(['row', 'both', 'badge']))
    change(a, t + dt.timedelta(days=ri(0, 9), hours=3), 'bio', pick(o.l, 'inoff', o=o.name, h=h, y=t.year - 4), a.row['bio'])
    if R.random() < .5: change(a, t + dt.timedelta(days=ri(0, 9), hours=4), 'display_name', h + ' ' + o.name, a.name)
for i in range(ri(9, 11)):   # re-opened
    b = body(); t = date(2010, 2018); close(b, t, status='closed'); t2 = t + days(ri(500, 1900))
    n = mkorg(b.c, b.name, b.slug[-12:], b.kind, opened=t2, aliases=b.aliases, place=b.place, pslug=b.pslug, plong=b.plong); n.row['opened_at'] = midnight(t2)
    if R.random() < .4: b.row['successor_ids'] = [n.id]
    offacct(n, kind='reopened_body', why=f'{b.name} was closed {D(t)} and set up again {D(t2)} (second register row); the account serves the new one.', created=R.choice([t2 + days(ri(1, 200)), t - days(300)]), name=b.name, mode=R.choice(['row', 'both', 'badge', 'row', 'name']))
NS = ['Ministry of Rural Affairs', 'National Savings Bank', 'Labour Inspectorate', 'Federal Housing Authority', 'The Daily Herald', 'Union of Small Traders', 'State Archive', 'Board of Trade', 'Democratic Renewal Party', 'Royal Survey Office', 'St. Mary\'s School']
CNS = [('朝阳区', '鼓楼区', '普通'), ]
en = [c for c in LANG if LANG[c] == 'en']
for nm in NS:   # namesake abroad: closed in one country, active in the other
    c1, c2 = R.sample(en, 2); sl = slugify(nm)[:14]; k = 'media' if 'Herald' in nm else 'company' if 'Bank' in nm else 'party' if 'Party' in nm else 'school' if 'School' in nm else 'government'
    t = date(2008, 2024); x = mkorg(c1, nm, sl, k, place=c1, pslug=c1.lower()); close(x, t, status='closed'); y = mkorg(c2, nm, sl, k, place=c2, pslug=c2.lower())
    cn = dict(GB='United Kingdom', US='USA', IE='Ireland', IN='India', AU='Australia', CA='Canada', NZ='New Zealand', KE='Kenya', NG='Nigeria', ZA='South Africa')[c2]
    offacct(y, kind='namesake_abroad', why=f'{nm} of {c2} is active; the one of {c1} was closed {D(t)}.', loc=cn, mode=R.choice(['row', 'both', 'badge', 'row', 'name']), name=nm, bio=R.choice([f'{nm}, {cn}', f'Official updates, {cn}.', pick('en', 'bio', n=nm, b=cn, d=y.domain or '')]))
for l0, pair in (('zh', ('鼓楼区教育局', '开封', '徐州')), ('zh', ('朝阳区图书馆', '北京', '长春')), ('zh', ('铁西区城管局', '沈阳', '鞍山')), ('en', ('Springfield Fire Department', 'Illinois', 'Oregon')), ('en', ('Franklin County Library', 'Ohio', 'Vermont'))):
    for q in pair[1:]:   # same name, two units of one country
        o = mkorg('CN' if l0 == 'zh' else 'US', pair[0], 'u%d' % ri(100, 999), 'government', place=q, pslug=slugify(q) or 'gl')
        offacct(o, kind='same_name_other_unit', why=f'{pair[0]} in {q}: a unit of its own, same name elsewhere.', name=R.choice([pair[0], q + pair[0] if l0 == 'zh' else pair[0] + ', ' + q]), loc=q, mode=R.choice(['row', 'both']), bio=pick(l0, 'bio', n=pair[0], b=q, d=o.domain or ''))
gone = [b for b in rows['organisations'] if b['status'] in ('closed', 'merged') and b['closed_at'] and b['closed_at'] < NOW]
def outsider(kind, key, nkey, why, n, dead):
    done = 0
    while done < n:
        b = body(); 
        if dead: t = min(date(1995, 2024), NOW - days(100)); close(b, t, status='closed')
        elif R.random() < .5: offacct(b, kind='ordinary_official')
        done += 1
        acct(pick(b.l, nkey, n=b.name, b=b.place), b.slug + R.choice(['fans', 'x', 'club', '', 'memo']), pick(b.l, key, n=b.name, b=b.place), b.l, 'none', kind, why.format(n=b.name), akind=R.choice(['personal', 'organisation', 'unknown']), loc=b.place, avatar=near(b.logo) if R.random() < .3 else tok(), last=NOW - days(ri(0, 400)), posts=OP[b.l].split('|') if kind in ('parody', 'employee_group', 'place_fans') else None, nm=b.name, b=b.place)
outsider('fan_history', 'fan', 'fann', 'Enthusiasts about the abolished {n}; the account does not act as the body.', ri(12, 14), True)
outsider('place_fans', 'place', 'pln', 'About a place, not about {n}.', ri(9, 11), True)
outsider('repost_unofficial', 'repost', 'repn', 'Reposts notices of {n} and says that it is not official.', ri(10, 12), False)
outsider('employee_group', 'staff', 'stn', 'A group of the staff of {n} for itself.', ri(10, 12), False)
outsider('parody', 'par', 'parn', 'Parody of {n}, and says so.', ri(8, 10), False)
for i in range(ri(8, 10)):   # merged brand kept as channel of the successor
    b = body(kinds=('company', 'media', 'nonprofit')); t = min(date(2015, 2025), NOW - days(60)); s = succ_of(b, opened=date(2000, 2010)); close(b, t, [s], status='merged'); offacct(s, kind='ordinary_official', name=s.name)
    ph = {'zh': '{s}旗下品牌', 'en': 'a brand of {s}', 'de': 'eine Marke von {s}', 'fr': 'une marque de {s}', 'es': 'marca de {s}', 'pt': 'marca de {s}', 'it': 'un marchio di {s}', 'ja': '{s}のブランド', 'ko': '{s} 브랜드', 'pl': 'marka {s}', 'tr': '{s} markası', 'id': 'merek {s}'}[b.l].format(s=s.name)
    a = offacct(s, kind='brand_kept_by_successor', why=f'{b.name} merged into {s.name} on {D(t)}, which keeps the name as a brand and runs this account.', name=b.name, base=b.slug, bio=b.name + ('，' if b.l == 'zh' else ', ') + ph, mode=R.choice(['row', 'both', 'badge']), created=t - days(ri(200, 2000)))
for i in range(ri(8, 10)):   # already closed account
    b = body(); t = min(date(2012, 2024), NOW - days(200)); close(b, t, status='closed'); x = t + days(ri(0, 90))
    offacct(b, kind='account_already_closed', why=f'{b.name} ended {D(t)} and its account was closed soon after.', status='closed', closed=x, last=x - days(2), created=t - days(ri(300, 1500)))
for i in range(ri(8, 10)):   # answers only / school in holidays / quiet but attested
    b = body(kinds=('government', 'school', 'company')); kd = R.choice(['answers_only', 'quiet_but_attested'])
    a = offacct(b, kind=kd, why=f'{b.name} is in force; ' + ('the account answers people and rarely posts.' if kd == 'answers_only' else 'quiet, yet a custodian confirmed the account this year.'), last=NOW - days(ri(1, 9)) if kd == 'answers_only' else NOW - days(ri(300, 700)), created=date(2011, 2017), postkey='reply' if kd == 'answers_only' else None)
    if kd != 'answers_only': rows['attestations'].append(dict(account_id=a.id, kind='organisation', result='pass', at=NOW - days(ri(20, 250)), expires_at=NOW + days(ri(50, 300)), provider='register'))
for i in range(70):   # healthy bodies
    b = body(); offacct(b, kind='ordinary_official', last=NOW - days(int(R.lognormvariate(2.5, 1.3)))); 
    if R.random() < .3: notices(b, ri(1, 2))
for i in range(40): body()   # register rows without account
for i in range(30):
    b = body(); t = date(1990, 2025); t = min(t, NOW - days(9)); close(b, t, status='closed', hide=R.random() < .2)
for i in range(1500):   # ordinary
    c = country(); l = LANG[c]; p, b, s = R.choice(PL[c]); h = person(l)
    nm = R.choice(SPN[l].split('|')).format(b=b) if R.random() < .3 else h if R.random() < .6 else R.choice([s.split(' ')[0].lower() + str(ri(1, 999)), newid(7), h.split(' ')[0] + str(ri(1, 99))])
    acct(nm, R.choice([slugify(nm) or s, newid(8), slugify(s) + str(ri(1, 9999))]), R.choice(OB[l].split('|')).format(b=b), l, 'none', 'ordinary', 'An ordinary person, no institution.', akind=R.choices(['personal', 'professional', 'unknown'], [85, 8, 7])[0], loc=R.choice([b, None, p]), avatar=tok() if R.random() < .7 else None, created=date(2010, 2025), last=NOW - days(int(R.lognormvariate(3.4, 1.9))) if R.random() < .98 else None, b=b)
for r in R.sample([x for x in rows['accounts'] if x['kind'] == 'personal'], 60):   # closed and suspended people, as everywhere
    if r['last_active_at']: r['status'] = R.choice(['closed', 'suspended', 'dormant']); r['closed_at'] = r['last_active_at'] if r['status'] == 'closed' else None
tv = {t[0]: t for t in truth}
for r in rows['accounts']:   # a private former holder or counterpart closed by that draw stays innocent; a guilty one stays open
    if tv[r['account_id']][1] != 'none': r['status'] = 'active'; r['closed_at'] = None
    elif r['kind'] == 'organisation' and tv[r['account_id']][2] in ('ordinary_official', 'successor_official', 'seasonal_body', 'regional_branch') and R.random() < .1 and r['last_active_at']:
        at = min(NOW - days(30), r['last_active_at']) - days(ri(5, 60))
        rows['attestations'].append(dict(account_id=r['account_id'], kind='organisation', result='fail', at=max(at, r['created_at']), expires_at=None, provider='custodian mail (bounced)'))
        if R.random() < .7: rows['attestations'].append(dict(account_id=r['account_id'], kind='organisation', result='pass', at=max(at, r['created_at']) + dt.timedelta(days=4), expires_at=NOW + days(ri(30, 300)), provider='register'))
A0 = {r['account_id']: r for r in rows['accounts']}
for n in ('posts', 'sessions', 'attestations', 'official_accounts', 'profile_changes'):
    for k in ('at', 'started_at', 'since'):
        for r in rows[n]:
            c = A0[r['account_id']]['created_at']
            if r.get(k) and r[k] < c: r[k] = midnight(c) if k == 'since' else c + dt.timedelta(minutes=ri(1, 900)) if k != 'started_at' else c
for r in rows['sessions']:
    if r['ended_at'] < r['started_at']: r['ended_at'] = r['started_at'] + dt.timedelta(minutes=7)
# follows
al = [r['account_id'] for r in rows['accounts']]; inst = [r['account_id'] for r in rows['accounts'] if r['kind'] == 'organisation']; cr = {r['account_id']: r['created_at'] for r in rows['accounts']}; la = {t[0]: None for t in truth}
seen = set()
for f in al:
    for _ in range(ri(0, 7)):
        g = R.choice(inst if R.random() < .45 else al)
        if f == g or (f, g) in seen: continue
        seen.add((f, g)); t0 = max(cr[f], cr[g]); rows['follows'].append(dict(follower_id=f, target_id=g, at=t0 + (NOW - t0) * R.random() if R.random() < .9 else None, ended_at=None))
# ordinary profile changes as noise
for r in R.sample(rows['accounts'], 260):
    f = R.choice(['bio', 'avatar', 'location', 'url']); rows['profile_changes'].append(dict(account_id=r['account_id'], at=r['created_at'] + (NOW - r['created_at']) * R.random(), field=f, old=None if f == 'url' else '' , new=r.get(f) or ''))
for r in R.sample(rows['accounts'], 110):   # people and bodies change names and handles all the time
    if tv[r['account_id']][2] in ('ordinary', 'handed_over', 'ordinary_official', 'former_holder_says_so', 'renamed_carried_over', 'private_of_holder'):
        at = r['created_at'] + (NOW - r['created_at']) * R.random(); rows['profile_changes'].append(dict(account_id=r['account_id'], at=at, field='handle', old=r['handle'][:8] + str(ri(1, 99)), new=r['handle']))
        if R.random() < .5: rows['profile_changes'].append(dict(account_id=r['account_id'], at=at + dt.timedelta(seconds=40), field='display_name', old=r['display_name'] + R.choice(['', ' ☀', '1', '~', '2.0']), new=r['display_name']))
for t in truth:
    if not t[3]: t[3] = 'The account of a body or office in force, used as such.'
for r in rows['profile_changes']: r['at'] = min(r['at'], NOW - dt.timedelta(hours=2))
# ---------------- write ----------------
TS = pa.timestamp('us', tz='UTC'); s = pa.string(); L_ = pa.list_(s); I = pa.int64(); B = pa.bool_()
SC = dict(
 accounts=dict(account_id=s, handle=s, display_name=s, bio=s, location=s, url=s, avatar_hash=s, kind=s, created_at=TS, status=s, closed_at=TS, last_active_at=TS, followers=I, following=I, posts=I, verified_org_id=s, default_avatar=B, is_private=B, language=s),
 profile_changes=dict(account_id=s, at=TS, field=s, old=s, new=s), follows=dict(follower_id=s, target_id=s, at=TS, ended_at=TS),
 posts=dict(post_id=s, account_id=s, at=TS, kind=s, target_id=s, text=s, language=s), sessions=dict(account_id=s, started_at=TS, ended_at=TS, device_token=s, network_token=s, region=s),
 organisations=dict(org_id=s, name=s, aliases=L_, kind=s, country=s, status=s, opened_at=TS, closed_at=TS, successor_ids=L_, domains=L_, logo_hash=s), official_accounts=dict(org_id=s, account_id=s, since=TS, until=TS),
 holders=dict(org_id=s, holder=s, since=TS, until=TS), notices=dict(notice_id=s, org_id=s, at=TS, title=s, text=s, url=s), attestations=dict(account_id=s, kind=s, result=s, at=TS, expires_at=TS, provider=s))
for r in rows['holders']:
    if r['since'] and R.random() < .08: r['since'] = None
for r in rows['organisations']:
    if r['opened_at'] and r['closed_at'] and r['opened_at'] > r['closed_at']: r['opened_at'] = None
for r in rows['attestations'] + rows['profile_changes']:
    if r['at'] > NOW: r['at'] = NOW - days(2)
os.makedirs(os.path.join(HERE, 'world'), exist_ok=True)
if __name__ == '__main__':
    for n, sc in SC.items():
        rr = rows[n]; R.shuffle(rr)
        t = pa.table({k: pa.array([r.get(k) for r in rr], type=ty) for k, ty in sc.items()}, schema=pa.schema(list(sc.items())))
        pq.write_table(t, os.path.join(HERE, 'world', n + '.parquet'))
    R.shuffle(truth)
    with open(os.path.join(HERE, 'truth.csv'), 'w', newline='', encoding='utf-8') as f:
        w = csv.writer(f); w.writerow(['account_id', 'violation', 'kind', 'why']); w.writerows(truth)
    # checks
    A = {r['account_id']: r for r in rows['accounts']}; G = {r['org_id']: r for r in rows['organisations']}
    assert len(A) == len(rows['accounts']) == len(truth) and len(G) == len(rows['organisations'])
    for n in ('profile_changes', 'posts', 'sessions', 'official_accounts', 'attestations'): assert all(r['account_id'] in A for r in rows[n]), n
    for n in ('official_accounts', 'holders', 'notices'): assert all(r['org_id'] in G for r in rows[n]), n
    assert all(x in G for r in G.values() for x in r['successor_ids']); assert all(r['follower_id'] in A and r['target_id'] in A for r in rows['follows'])
    assert all(not r['verified_org_id'] or r['verified_org_id'] in G for r in A.values()); assert len({r['handle'] for r in A.values()}) == len(A)
    assert len({(r['org_id'], r['account_id']) for r in rows['official_accounts']}) == len(rows['official_accounts'])
    bad = [k for r in A.values() for k in ('created_at', 'last_active_at') if r[k] and r[k] > NOW]; print('future', len(bad), 'active<created', sum(1 for r in A.values() if r['last_active_at'] and r['last_active_at'] < r['created_at']))
    print('post<created', sum(p['at'] < A[p['account_id']]['created_at'] for p in rows['posts']), 'post>now', sum(p['at'] > NOW for p in rows['posts']), 'sess', sum(p['started_at'] < A[p['account_id']]['created_at'] for p in rows['sessions']))
    print({n: len(rows[n]) for n in SC}); print(len({r['country'] for r in G.values()}), 'countries; CN', sum(r['country'] == 'CN' for r in G.values()) / len(G))
    for k, v in sorted(collections.Counter((t[1], t[2]) for t in truth).items()): print(v, k)
    print('unfilled', sum('{' in (str(r['bio']) + str(r['display_name'])) for r in A.values()))
