import os, csv, copy, hashlib, bisect, random
from datetime import datetime, timedelta, timezone
import numpy as np, pyarrow as pa, pyarrow.parquet as pq
HERE=os.path.dirname(os.path.abspath(__file__)); OUT=os.path.join(HERE,'world'); os.makedirs(OUT,exist_ok=True)
R=random.Random(770421); NP=np.random.default_rng(770421)
W0=datetime(2025,12,1,tzinfo=timezone.utc); DAYS=212; END=W0+timedelta(days=DAYS)
D=lambda x: timedelta(days=x)
def tok(): return hashlib.sha256(('k9'+str(R.random())+str(R.random())).encode()).hexdigest()
def ch(x): return R.choice(x)
def un(a,b): return R.uniform(a,b)
# ---------------- names
ZS=[('王','wang'),('李','li'),('张','zhang'),('刘','liu'),('陈','chen'),('杨','yang'),('赵','zhao'),('黄','huang'),('周','zhou'),('吴','wu'),('徐','xu'),('孙','sun'),('胡','hu'),('朱','zhu'),('高','gao'),('林','lin'),('何','he'),('郭','guo'),('马','ma'),('罗','luo'),('梁','liang'),('宋','song'),('郑','zheng'),('谢','xie'),('韩','han'),('唐','tang'),('冯','feng'),('董','dong'),('欧阳','ouyang'),('上官','shangguan')]
ZG=[('伟','wei'),('芳','fang'),('娜','na'),('敏','min'),('静','jing'),('丽','li'),('强','qiang'),('磊','lei'),('军','jun'),('洋','yang'),('勇','yong'),('艳','yan'),('杰','jie'),('娟','juan'),('涛','tao'),('明','ming'),('超','chao'),('秀','xiu'),('霞','xia'),('平','ping'),('刚','gang'),('桂','gui'),('英','ying'),('华','hua'),('玉','yu'),('文','wen'),('辉','hui'),('婷','ting'),('雪','xue'),('浩','hao'),('宇','yu'),('轩','xuan'),('梓','zi'),('涵','han'),('晨','chen'),('思','si'),('雨','yu'),('佳','jia'),('嘉','jia'),('欣','xin'),('天','tian'),('大','da'),('木','mu'),('未','wei'),('日','ri')]
EF='Emma Liam Olivia Noah Ava Ethan Sophia Mason Mia Lucas Harper Caleb Grace Owen Ruby Felix Isla Miles Nora Theo Hazel Jonah Ivy Silas Tessa Dexter Paige Rowan Clara Hugo Wendy Marcus Joan Percy Tamsin Kofi Amara Declan Priya Omar'.split()
EL='Smith Johnson Brown Taylor Wilson Clarke Walker Hughes Marlow Pembry Ashdown Kettering Holloway Quill Ferris Lockhart Draycott Osborne Winslow Tanner Barlow Finch Garrick Haines Ellsworth Okafor Mensah Sandoval Whitby Corrigan'.split()
OT={'es':[('Marta García','Marta Garcia'),('Diego Lozano','Diego Lozano'),('Lucía Peña','Lucia Pena'),('Javier Ibáñez','Javier Ibanez'),('Carmen Rubio','Carmen Rubio'),('Iván Muñoz','Ivan Munoz'),('Paula Cortés','Paula Cortes')],
'ru':[('Анна Соколова','Anna Sokolova'),('Дмитрий Орлов','Dmitry Orlov'),('Ольга Лебедева','Olga Lebedeva'),('Игорь Волков','Igor Volkov'),('Мария Зимина','Maria Zimina'),('Павел Громов','Pavel Gromov')],
'ja':[('佐藤健','Sato Ken'),('鈴木美咲','Suzuki Misaki'),('高橋蓮','Takahashi Ren'),('田中葵','Tanaka Aoi'),('渡辺陸','Watanabe Riku'),('小林結衣','Kobayashi Yui')],
'ko':[('김민준','Kim Minjun'),('이서연','Lee Seoyeon'),('박지훈','Park Jihoon'),('최수아','Choi Sua'),('정하윤','Jung Hayoon')],
'ar':[('أحمد منصور','Ahmed Mansour'),('ليلى حداد','Layla Haddad'),('عمر الفاسي','Omar Alfassi'),('سارة خليل','Sara Khalil')],
'de':[('Jürgen Möller','Juergen Moeller'),('Lena Schäfer','Lena Schaefer'),('Tobias Krüger','Tobias Krueger'),('Katrin Vogel','Katrin Vogel')],
'pt':[('João Ribeiro','Joao Ribeiro'),('Beatriz Conceição','Beatriz Conceicao'),('Rafael Moura','Rafael Moura'),('Inês Falcão','Ines Falcao')],
'vi':[('Nguyễn Văn Minh','Nguyen Van Minh'),('Trần Thị Hoa','Tran Thi Hoa'),('Lê Quang Huy','Le Quang Huy')],
'tr':[('Ayşe Yıldız','Ayse Yildiz'),('Mehmet Çelik','Mehmet Celik'),('Elif Şahin','Elif Sahin')]}
PRE=[('Night Owl','夜猫','yemao'),('Iron Wok','铁锅','tieguo'),('Little Deer','小鹿','xiaolu'),('Old Captain','老船长','laochuanzhang'),('Green Tea','绿茶','lvcha'),('North Star','北极星','beijixing'),('White Crane','白鹤','baihe'),('Red Lantern','红灯笼','hongdenglong'),('Lazy Panda','懒熊猫','lanxiongmao'),('Silver Fox','银狐','yinhu'),('River Stone','河石','heshi'),('Blue Whale','蓝鲸','lanjing'),('Happy Radish','快乐萝卜','kuaileluobo'),('Windy Hill','风山','fengshan'),('Sugar Cat','糖猫','tangmao'),('Thunder Fist','雷拳','leiquan'),('Paper Moon','纸月亮','zhiyueliang'),('Salt Lake','盐湖','yanhu'),('Golden Carp','金鲤','jinli'),('Lonely Peak','孤峰','gufeng'),('Moon Rabbit','月兔','yuetu'),('Black Tea','红茶','hongcha'),('Morning Dew','晨露','chenlu'),('Cold Noodle','冷面','lengmian'),('Wild Goose','大雁','dayan')]
TOP=[('Finance','财经','caijing'),('Football','足球','zuqiu'),('Makeup','美妆','meizhuang'),('Kitchen','厨房','chufang'),('Gaming','游戏','youxi'),('Travel','旅行','lvxing'),('Fitness','健身','jianshen'),('Music','音乐','yinyue'),('Tech','科技','keji'),('News','观察','guancha')]
ITEMS={'Finance':(['the bond market','small caps','gold','this dividend','rate cuts','my stock picks'],['债市','小盘股','黄金','这只股','降息','我的选股']),
'Football':(['the derby','that offside','our keeper','the transfer window','the new coach','last night match'],['德比','那个越位','门将','转会窗','新教练','昨晚比赛']),
'Makeup':(['this lipstick','a dupe foundation','the serum','eyeliner','summer palette','cushion refill'],['这支口红','平价粉底','精华','眼线','夏季盘','气垫']),
'Kitchen':(['braised pork','sourdough','chili oil','noodle soup','dumplings','a lemon tart'],['红烧肉','酸面包','辣椒油','汤面','饺子','柠檬挞']),
'Gaming':(['the new patch','ranked queue','this boss','a speedrun','skin drops','the raid'],['新版本','排位','这个boss','速通','皮肤','副本']),
'Travel':(['the coast train','a tiny hostel','visa rules','the night market','mountain road','cheap flights'],['海边火车','小客栈','签证','夜市','山路','特价机票']),
'Fitness':(['leg day','deadlift form','protein myths','a 10k plan','stretching','kettlebells'],['练腿日','硬拉','蛋白粉','十公里计划','拉伸','壶铃']),
'Music':(['the new album','vinyl hunting','guitar tone','a live set','old demos','choir practice'],['新专辑','淘黑胶','吉他音色','现场','旧小样','合唱']),
'Tech':(['this laptop','the beta','a phone teardown','home server','battery life','mechanical keys'],['这台笔记本','测试版','手机拆解','家用服务器','续航','机械键盘']),
'News':(['the council vote','city flooding','bus fares','the new bridge','school places','local market'],['议会投票','城市内涝','公交票价','新大桥','学位','菜市场'])}
TEN=['Thoughts on {i} today','Nobody talks about {i} enough','Tried {i} again, {a}','Quick note: {i} is {a}','Why I changed my mind about {i}','Three things about {i} you should know','{i}: {a}, change my mind','Asked friends about {i}, answer was {a}','Part {n} on {i}','Saturday and {i}, {a}']
AEN=['overrated','worth it','a mess','better than expected','honestly fine','a scam','getting worse','fun']
TZH=['今天聊聊{i}','{i}真的{a}','又试了一次{i}，{a}','关于{i}的{n}件事','{i}，懂的都懂','为什么我不再推荐{i}','朋友问我{i}，我说{a}','第{n}期：{i}','周末和{i}，{a}']
AZH=['一般','值得','离谱','超出预期','还行','踩雷','越来越差','好玩']
TOT={'es':['Hoy sobre {i}','Otra vez {i}, qué día','Nadie habla de {i}','Parte {n}: {i}'],'ru':['Сегодня про {i}','Опять {i}, ну и день','Часть {n}: {i}','Никто не говорит про {i}'],'ja':['今日は{i}について','また{i}…','{i}その{n}','{i}が好き'],'ko':['오늘은 {i} 이야기','또 {i}...','{i} {n}편'],'ar':['اليوم عن {i}','مرة أخرى {i}','الجزء {n}: {i}'],'de':['Heute zu {i}','Schon wieder {i}','Teil {n}: {i}'],'pt':['Hoje sobre {i}','De novo {i}','Parte {n}: {i}'],'vi':['Hôm nay nói về {i}','Lại {i}','Phần {n}: {i}'],'tr':['Bugün {i}','Yine {i}','Bölüm {n}: {i}']}
SIGN=['-- stay sharp','cheers, and mind the gap','🌊🌊','~喵','以上，散会','peace ✌','各位晚安啦','#nofilterlife','o7','完。','over and out','ciao ciao','🍵一杯再说','你们的老朋友','...and that is that']
QUOTES=['Live, laugh, love','Carpe diem','Be the change you wish to see','做自己','不忘初心','人生若只如初见','岁月静好','Dream big','Work hard play hard','Hakuna matata','知足常乐','Todo pasa','Всё будет хорошо','一期一会','Mum of two','Coffee first']
CJK=['嗯','好','哈哈哈','支持','学到了','不同意','来了来了']; CEN=['nice','agree','lol','not sure about this','thanks for sharing','first','this again']
REG={'zh':['CN-GD','CN-BJ','CN-SC','CN-ZJ','CN-HB','SG'],'en':['US-CA','US-NY','GB-LND','GB-MAN','AU-NSW','CA-ON'],'es':['ES-MD','MX-CMX'],'ru':['RU-MOW','KZ-ALA'],'ja':['JP-13','JP-27'],'ko':['KR-11'],'ar':['AE-DU','MA-06'],'de':['DE-BE','AT-9'],'pt':['PT-11','BR-SP'],'vi':['VN-SG'],'tr':['TR-34']}
MOB={}
def mobs(region):
    if region not in MOB: MOB[region]=[tok() for _ in range(R.randint(3,6))]
    return R.sample(MOB[region],2)
VPN=[tok() for _ in range(6)]
SHARED={}  # region -> campus/office/cafe networks
def sharednet(region):
    SHARED.setdefault(region,[tok() for _ in range(R.randint(4,9))]); return ch(SHARED[region])
def lang(): return R.choices(['zh','en','es','ru','ja','ko','ar','de','pt','vi','tr'],[40,34,5,4,4,2,2,3,3,2,1])[0]
def lg(l): return l if l in('zh','en') else 'o'
ASC=lambda s:''.join(c for c in s.lower() if c.isascii() and c.isalnum())
JS=[('佐藤','Sato'),('鈴木','Suzuki'),('高橋','Takahashi'),('田中','Tanaka'),('渡辺','Watanabe'),('小林','Kobayashi'),('山本','Yamamoto'),('中村','Nakamura'),('松井','Matsui'),('石川','Ishikawa'),('藤原','Fujiwara'),('大野','Ono')]
JG=[('健','Ken'),('美咲','Misaki'),('蓮','Ren'),('葵','Aoi'),('陸','Riku'),('結衣','Yui'),('大輔','Daisuke'),('直樹','Naoki'),('遥','Haruka'),('翔太','Shota'),('真理','Mari'),('千尋','Chihiro')]
KS=[('김','Kim'),('이','Lee'),('박','Park'),('최','Choi'),('정','Jung'),('강','Kang'),('조','Cho'),('윤','Yoon'),('한','Han')]
KG=[('민준','Minjun'),('서연','Seoyeon'),('지훈','Jihoon'),('수아','Sua'),('하윤','Hayoon'),('도현','Dohyun'),('예린','Yerin'),('태오','Taeo'),('은우','Eunwoo'),('보라','Bora')]
RM=[('Дмитрий','Dmitry'),('Игорь','Igor'),('Павел','Pavel'),('Антон','Anton'),('Сергей','Sergey'),('Кирилл','Kirill')]
RF=[('Анна','Anna'),('Ольга','Olga'),('Мария','Maria'),('Вера','Vera'),('Ирина','Irina'),('Дарья','Darya')]
RS=[('Орлов','Orlov'),('Волков','Volkov'),('Громов','Gromov'),('Соколов','Sokolov'),('Лебедев','Lebedev'),('Зимин','Zimin'),('Кравцов','Kravtsov'),('Титов','Titov'),('Белов','Belov')]
VS=[('Nguyễn','Nguyen'),('Trần','Tran'),('Lê','Le'),('Phạm','Pham')]; VG=[('Văn Minh','Van Minh'),('Thị Hoa','Thi Hoa'),('Quang Huy','Quang Huy'),('Thu Hà','Thu Ha'),('Đức Anh','Duc Anh'),('Ngọc Lan','Ngoc Lan')]
def realname(l):
    if l=='ja': a,b=ch(JS),ch(JG); return a[0]+b[0],a[1]+' '+b[1]
    if l=='ko': a,b=ch(KS),ch(KG); return a[0]+b[0],a[1]+' '+b[1]
    if l=='ru':
        f=R.random()<.5; a=ch(RF if f else RM); b=ch(RS); x='а' if f else ''; return a[0]+' '+b[0]+x,a[1]+' '+b[1]+('a' if f else '')
    if l=='vi': a,b=ch(VS),ch(VG); return a[0]+' '+b[0],a[1]+' '+b[1]
    if l=='zh':
        s=ch(ZS); g=[ch(ZG) for _ in range(R.choice([1,2,2]))]
        return s[0]+''.join(x[0] for x in g), s[1].title()+' '+''.join(x[1] for x in g).title()
    if l=='en':
        n=ch(EF)+' '+ch(EL); return n,n
    if R.random()<.6:
        a,b=ch(OT[l]),ch(OT[l])
        if l in('ja','ko'): return a[0],a[1]
        return a[0].split(' ')[0]+' '+' '.join(b[0].split(' ')[1:]), a[1].split(' ')[0]+' '+' '.join(b[1].split(' ')[1:])
    return ch(OT[l])
HOMO={'a':'а','e':'е','o':'о','p':'р','c':'с','x':'х','i':'і','l':'I','O':'0','s':'5'}
NEAR={'日':'曰','未':'末','天':'夭','大':'太','木':'本','王':'玉','玉':'王','明':'朋','鹿':'麂','猫':'貓','财':'財','经':'経','球':'毬','马':'馬','陈':'陳','张':'張','刘':'劉','观':'観','游':'遊','戏':'戲','健':'建','美':'羙','老':'佬','小':'尐','云':'雲','旅':'旎','厨':'廚','音':'咅','乐':'樂','科':'料','红':'紅','铁':'鉄','银':'銀','金':'釒','白':'曰','杰':'傑','伟':'偉','强':'強','李':'季','林':'枺','杨':'楊','黄':'黃','文':'攵','雨':'雩','雪':'䨮'}
def lookalike(n):
    m=R.random(); idx=[i for i,c in enumerate(n) if c in HOMO or c in NEAR]
    if idx and m<.72:
        k=R.sample(idx,min(len(idx),R.choice([1,1,2]))); return ''.join((HOMO.get(c) or NEAR.get(c)) if i in k else c for i,c in enumerate(n))
    if m<.82: i=R.randrange(1,max(2,len(n))); return n[:i]+ch(['\u200b','·','.'])+n[i:]
    if m<.92: return n+ch(['_','.','丶','ˇ','゛'])
    return n+n[-1]
def suffix(n,l): return ch([n+' 2',n+' v2','new '+n,n+' reloaded',n+' again',n+' II',n.replace(' ','')+'_real']) if l!='zh' else ch([n+'2号',n+'小号','新'+n,n+'回归',n+'本人',n+'（新）',n+'再出发'])
HANDLES=set()
def mkhandle(base):
    b=ASC(base) or 'user'+str(R.randint(1000,9999999))
    for _ in range(60):
        s=R.random()
        h=b if s<.12 else b+str(R.randint(1,9999)) if s<.5 else b[:R.randint(3,12)]+ch(['_','.','x',''])+ch(['hq','daily','me','tv','go','zz','88','one','lab','kk'])+ (str(R.randint(1,99)) if R.random()<.4 else '') if s<.85 else 'u'+str(R.randint(10**7,10**9))
        if h not in HANDLES: HANDLES.add(h); return h
def takehandle(h):
    while h in HANDLES: h+=ch(['_','0','1','x'])
    HANDLES.add(h); return h
def hex64(): return '%064x'%R.getrandbits(256)
def nearhash(h):
    x=int(h,16)
    for b in R.sample(range(256),R.randint(2,16)): x^=1<<b
    return '%064x'%x
DEFAV=[hex64() for _ in range(5)]; STOCK=[hex64() for _ in range(40)]
class P: pass
def person(l=None,topic=None,region=None,home=None,creator=False):
    p=P(); p.lang=l or lang(); p.topic=topic or ch(TOP)[0]; p.region=region or ch(REG[p.lang]) 
    if R.random()<.03: p.region=ch(REG[ch(list(REG))])
    p.home=home or tok(); p.mob=mobs(p.region); p.extra=[sharednet(p.region)] if R.random()<.3 else []
    if R.random()<.06: p.extra.append(ch(VPN))
    p.dev=[[tok(),1.0]]
    if R.random()<.3: p.dev.append([tok(),un(.1,.6)])
    p.phone=tok() if R.random()<.86 else None; p.email=tok() if R.random()<.7 else None
    p.pay=tok() if R.random()<.32 else None; p.ident=tok() if R.random()<.12 else None
    p.peaks=[(un(6,25)%24,un(.8,2.6)) for _ in range(R.choice([1,2,2,3]))]
    p.rate=min(1.1,float(NP.lognormal(-2.0,.8))); p.postp=un(.02,.2)
    if creator: p.rate=un(.35,1.0); p.postp=un(.25,.6)
    p.act=un(.2,1.6); p.comm=un(0,.25); p.sign=ch(SIGN) if R.random()<.3 else None
    p.native,p.latin=realname(p.lang); p.shift=0
    if creator and p.lang in('zh','en') and R.random()<.55:
        t=[x for x in TOP if x[0]==p.topic][0]; q=ch(PRE); p.brand=(q,t)
        if p.lang=='zh': p.native=q[1]+t[1]; p.latin=q[2]+' '+t[2]
        else: p.native=p.latin=q[0]+' '+t[0]
    else: p.brand=None
    return p
ACC=[];IDS=set()
def aid():
    while 1:
        s=''.join(R.choices('0123456789abcdefghjkmnpqrstvwxyz',k=11))
        if s not in IDS: IDS.add(s); return s
def mkbio(p):
    r=R.random(); it=ITEMS[p.topic][1 if p.lang=='zh' else 0]; z=p.lang=='zh'
    if r<.25: return None
    if r<.45: return ch(QUOTES)
    if r<.75: return (f'{p.topic.lower()} / {ch(it)} / {p.region[-2:]}' if not z else f'{[x[1] for x in TOP if x[0]==p.topic][0]}｜{ch(it)}｜{ch(["随缘更新","不定期","日更","佛系"])}')
    return richbio(p)
def richbio(p):
    it=R.sample(ITEMS[p.topic][1 if p.lang=='zh' else 0],2); n=R.randint(3,17)
    if p.lang=='zh': return ch([f'{n}年{it[0]}老兵，专写{it[1]}，{ch(["不带货","合作私信","每周三更新","只说真话"])}',f'从{it[0]}到{it[1]}，一路踩坑{n}次，{ch(["感谢陪伴","坐标南方","养了两只猫"])}'])
    if p.lang=='en': return ch([f'{n} years of {it[0]}, mostly writing on {it[1]}. {ch(["DM for collabs","No ads ever","New post each Wednesday","Ex-teacher"])}',f'From {it[0]} to {it[1]} and back, {n} mistakes so far. {ch(["Two cats.","Left-handed.","Tea over coffee."])}'])
    return f'{p.latin.split()[0]} · {p.topic} · {it[0]} · {n} '+{'es':'años','ru':'лет','ja':'年','ko':'년','de':'Jahre','pt':'anos','vi':'năm','tr':'yıl','ar':'سنة'}[p.lang]+ch([' ✨','',' 🌿',' (ex-'+p.region[:2]+')'])
def account(p,created,kind='personal',**o):
    a=P(); a.id=aid(); a.p=p; a.created=created; a.closed=None; a.ground=a.cfor=a.bar=None; a.status='active'
    a.platform=R.choices(['plaza','clips','bazaar'],[78,17,5])[0]; a.name=R.choices([p.native,p.latin,p.native+ch(['','~','🍀','呀','_']) if p.lang=='zh' else p.latin.split()[0]],[60,15,25])[0]
    if p.brand: a.name=p.native
    if p.brand and R.random()<.25 and kind=='personal': kind=ch(['organisation','professional'])
    a.handle=None; a.bio=mkbio(p); a.loc=p.region if R.random()<.4 else None; a.url=None
    if R.random()<.14: a.url=ch(['https://links.example/'+ASC(p.latin)+str(R.randint(1,99)),'https://'+(ASC(p.latin) or 'me')+str(R.randint(1,999))+'.example','https://www.example.org','https://video.example/'])
    r=R.random(); a.defav=False
    if r<.14: a.av=ch(DEFAV); a.defav=True
    elif r<.21: a.av=ch(STOCK)
    elif r<.28: a.av=None; a.defav=None
    else: a.av=hex64()
    a.kind=kind; a.phases=[(created,END,p)]; a.changes=[]; a.extra_posts=[]; a.tok_over=[]; a.aud=None; a.mig=[]; a.refol=[]; a.truth=None; a.pop=float(NP.lognormal(0,1)); a.ban_for_follow=False
    a.prevposts=0; a.lang=p.lang if R.random()<.9 else None; a.keepkeys=set(); a.friends=[]
    for k,v in o.items(): setattr(a,k,v)
    if a.handle is None: a.handle=mkhandle(p.latin if R.random()<.8 else ch(['moon','zed','papaya','kite','lotus','tiger','bean'])) 
    ACC.append(a); return a
def past(): # ordinary creation date
    return W0-D(float(NP.exponential(420)))-D(1) if R.random()<.74 else W0+D(un(0,DAYS-8))
CF=['clickbait','vulgarity','coordination','impersonation','account_trade','name_violation','unqualified_professional','bought_audience','pile_on','trend_hijack']
def close(a,when,ground=None,bar='run'):
    a.closed=when; a.status='closed'; a.ground=ground or R.choices(['terms','law'],[80,20])[0]; a.cfor=ch(CF) if R.random()<.92 else None
    if bar=='run': a.bar=None if R.random()<.45 else (END+D(un(20,900))).replace(minute=0,second=0,microsecond=0)
    elif bar: a.bar=bar
    if a.ground=='request': a.cfor=None; a.bar=None
    a.phases=[(s,min(e,when),p) for s,e,p in a.phases if s<when]
def root(l=None,lo=35,hi=165,aud=(25,95),when=None,bar='run',ground=None,topic=None,brand=None,p=None,**o):
    for _ in range(99):
        q=p or person(l,topic,creator=True)
        if p or brand is None or bool(q.brand)==brand: break
    w=when or W0+D(un(lo,hi))
    a=account(q,min(W0-D(un(20,900)),w-D(40)),**o)
    a.platform='plaza' if R.random()<.8 else 'clips'; a.name=ch([q.native,q.native,q.latin])
    if a.bio is None and R.random()<.7: a.bio=richbio(q)
    if a.defav is not False and R.random()<.6: a.av=hex64(); a.defav=False
    close(a,w,ground,bar); a.aud=R.randint(*aud); a.truth=(0,'','closed_root','the closed account of a case, itself not a return'); return a
def clone(p,keep):
    q=copy.copy(p); q.peaks=[((h+R.gauss(0,.4))%24,s) for h,s in p.peaks]; q.rate=p.rate*un(.3,1.15); q.postp=p.postp*un(.3,1.05); q.dev=[list(d) for d in p.dev]
    if 'device' not in keep: q.dev=[[tok(),1.0]]
    elif R.random()<.5: q.dev.append([tok(),un(.1,.5)])
    if 'home' not in keep: q.home=tok()
    if 'mob' not in keep and R.random()<.5: q.mob=mobs(q.region)
    if 'phone' not in keep: q.phone=tok() if R.random()<.85 else None
    elif not q.phone: q.phone=p.phone=tok()
    if 'email' not in keep: q.email=tok() if R.random()<.7 else None
    elif not q.email: q.email=p.email=tok()
    if 'pay' not in keep: q.pay=tok() if R.random()<.2 else None
    elif not q.pay: q.pay=p.pay=tok()
    if 'ident' not in keep: q.ident=None
    elif not q.ident: q.ident=p.ident=tok()
    if 'sign' not in keep: q.sign=None
    q.extra=[x for x in q.extra if R.random()<.6]
    return q
def fixname(a,nm,handle=None):
    a.name=nm
    if handle: a.handle=takehandle(handle)
def freshname(p): n=realname(p.lang); return n
def ret(r,gap,keep=(),name='new',mig=0,migd=4,refol=.2,avatar=None,**o):
    keep=set(keep); q=clone(r.p,keep); 
    if name=='new':
        q.native,q.latin=freshname(q); q.brand=None
    a=account(q,r.closed+D(gap),**o); a.platform=o.get('platform',r.platform)
    if name not in('new','same'): a.name=name
    if name=='same': a.name=r.name
    if avatar=='same' and not r.av: r.av=hex64(); r.defav=False
    if avatar: a.av=r.av if avatar=='same' else nearhash(r.av or hex64()); a.defav=False
    a.keepkeys=set(getattr(q,k2) for k2,k1 in [('phone','phone'),('email','email'),('pay','pay'),('ident','ident')] if k1 in keep)
    r.keepkeys|=a.keepkeys
    if mig: a.mig=[(r,mig,migd,a.created)]
    if refol: a.refol=[(r,refol)]
    return a
def guilty(a,r,kind,why): a.truth=(1,r.id,kind,why)
def inno(a,kind,why,r=None): a.truth=(0,'',kind,why+(f' (near: {r.id})' if r is not None else ''))
N=lambda: R.randint(10,14)
def near_handle(h): 
    return ch([h+'_',h+str(R.randint(1,9)),h.replace('o','0',1).replace('l','1',1)+ch(['','_']),'real'+h,h+'x',h[:-1] if len(h)>5 else h+'s'])
# ---------------- ordinary
ord_=[]
NH=4000
while len(ord_)<NH:
    if R.random()<.14:
        n=R.randint(2,4); l=lang(); home=tok(); reg=ch(REG[l]); pay=tok() if R.random()<.3 else None; tab=tok() if R.random()<.25 else None
        g=[]
        sur=realname(l)
        for _ in range(n):
            p=person(l,region=reg,home=home)
            if pay and R.random()<.7: p.pay=pay
            if tab: p.dev.append([tab,un(.1,.5)])
            a=account(p,past()); g.append(a); ord_.append(a)
        for a in g: a.friends=[b for b in g if b is not a]
    else:
        cr=R.random()<.09; p=person(creator=cr); a=account(p,past()); ord_.append(a)
        if cr: a.pop*=6
        if R.random()<.025: # harmless second account of the same person
            q=clone(p,{'device','home','phone'}); b=account(q,min(END-D(9),max(a.created+D(10),past()))); b.platform=a.platform; ord_.append(b); a.twin=b.twin=True
for a in ord_: a.truth=(0,'','ordinary','')
# second-hand phones and recycled numbers among ordinary people
for _ in range(60):
    a,b=R.sample(ord_,2); t=W0+D(un(30,180))
    if len(a.phases)==1 and len(b.phases)==1 and a.created<t-D(15) and b.created<t-D(5):
        d=a.p.dev[0][0]; a2=copy.copy(a.p); a2.dev=[[tok(),1.]]; a.phases=[(a.created,t,a.p),(t,END,a2)]
        b2=copy.copy(b.p); b2.dev=[[d,1.]]; t2=t+D(un(3,25)); b.phases=[(b.created,t2,b.p),(t2,END,b2)]
for _ in range(40):
    a,b=R.sample(ord_,2); 
    if b.p.phone and a.created<b.created-D(90): a.p=copy.copy(a.p); a.tok_over.append(('phone',b.p.phone,a.created,b.created-D(un(60,90))))
plain=[a for a in ord_ if len(a.phases)==1 and not hasattr(a,'twin')]
R.shuffle(plain)
for a in plain[:110]:
    t=max(a.created+D(20),W0+D(un(5,200)))
    if t<END: close(a,t)
for a in plain[110:180]:
    t=max(a.created+D(20),W0+D(un(5,200)))
    if t<END: close(a,t,'request')
for a in plain[180:420]: # ordinary renames and edits
    t=max(a.created,W0)+D(un(1,120))
    if t<END:
        f=ch(['display_name','bio','location','handle','url','avatar_hash']); cur={'display_name':a.name,'bio':a.bio,'location':a.loc,'handle':a.handle,'url':a.url,'avatar_hash':a.av}[f]
        old={'display_name':realname(a.p.lang)[0],'bio':mkbio(a.p),'location':ch(['','CN-GD','US-NY']),'handle':mkhandle(a.p.latin),'url':'','avatar_hash':hex64()}[f]
        a.changes.append((t,f,old,cur))
for a in plain[420:470]: # sudden popular newcomers and 'came back from a break'
    a.pop*=9
for _ in range(160):
    p=person(creator=True); a=account(p,W0+D(un(2,DAYS-20))); a.truth=(0,'','ordinary',''); a.pop*=3; ord_.append(a)
    if R.random()<.45:
        o=[b for b in R.sample(ord_,400) if b.p.topic==p.topic and lg(b.p.lang)==lg(p.lang) and b.platform==a.platform and b.pop>3 and b is not a and b.closed is None]
        if o: a.mig=[(max(o,key=lambda b:b.pop),un(.12,.4),ch([3,6,12]),a.created+D(un(0,10)))]
for _ in range(12): # ordinary people say such things too
    a=ch(plain[200:]); 
    if a.closed is None: a.extra_posts.append((max(a.created,W0)+D(un(1,40)),ch(['my old account is private now','got banned from the group chat lol','lost my old phone, new number soon','老号不用了','被群主封了哈哈','新号求关注'])))
# ---------------- guilty
for _ in range(N()): # 1
    r=root(); side=ch(['device','avatar','aud','bio'])
    a=ret(r,un(.2,12),{'device'} if side=='device' else set()|({'home'} if R.random()<.4 else set()),name=lookalike(r.name),mig=un(.2,.5) if side=='aud' else un(.05,.15),migd=3,avatar=ch(['same','near']) if side=='avatar' else None,handle=takehandle(near_handle(r.handle)))
    if side=='bio': r.bio=r.bio or richbio(r.p); a.bio=r.bio
    guilty(a,r,'lookalike_name',f'Look-alike of the closed name and handle within days, and also the same {dict(device="device",avatar="avatar",aud="audience",bio="bio")[side]}.')
for _ in range(N()): # 2
    r=root(); a=ret(r,un(.3,20),{'device','phone','home'},refol=un(0,.4)); guilty(a,r,'device_and_phone','New name, but the phone number and the handset of the closed account, both used by nobody else.')
for _ in range(N()): # 3
    r=root(aud=(40,110)); a=ret(r,un(.3,8),{'device'}|({'home'} if R.random()<.5 else set()),mig=un(.2,.45),migd=3,refol=.3,name=ch(['new',suffix(r.name,r.p.lang)])); guilty(a,r,'device_and_audience','New phone number, same handset, and a large part of the old audience follows within days.')
for _ in range(N()): # 4
    r=root(); r.bio=richbio(r.p)+ch([' 🌾',' | est. 2019',' // 03',' ☂']); r.url='https://'+(ASC(r.p.latin) or 'shop')+str(R.randint(10,999))+'.example/'+ch(['shop','join','me','sub'])
    a=ret(r,un(1,25),{'home'} if R.random()<.3 else set(),mig=un(.03,.2)); a.bio=r.bio if R.random()<.5 else r.bio.replace('. ','! ').replace('，',' ')+' '; a.url=r.url+(ch(['','?r=2','/']) )
    guilty(a,r,'bio_and_link','The unusual bio and the personal link of the closed account reappear word for word, new equipment.')
for _ in range(N()): # 5
    r=root(); a=ret(r,un(.2,10),{'sign'},mig=un(.08,.3),name=ch(['new',suffix(r.name,r.p.lang)])); h='@'+r.handle
    t={'zh':[f'老号 {h} 被封了，这是新号，大家重新关注一下',f'{h} 没了，平台给封的，以后在这里更新',f'我是{r.name}，大号被封，新号报到'],'en':[f'My old account {h} got banned, this is the new one',f'they took down {h}. starting over here, tell the others',f'{r.name} here, banned again for nothing. new home']}.get(r.p.lang,[f'{h} banned / cuenta nueva, sígueme aquí',f'old acc {h} 🚫 -> this one',f'{h} ❌ new account'])
    a.extra_posts.append((a.created+D(un(.02,1.5)),ch(t))); guilty(a,r,'announced_return','Says in its own words that its old account, named, was banned and that this is the new one.')
for _ in range(N()): # 6
    r=root(aud=(35,100)); q=clone(r.p,{'device','home','sign'} if R.random()<.6 else {'home','sign'}); s=person(r.p.lang); s.rate=un(.004,.03); s.postp=.03
    a=account(s,W0-D(un(150,1300))); a.platform=r.platform; t=r.closed+D(un(.5,14)); a.phases=[(a.created,W0+D(un(2,30)),s),(t,END,q)]; on,ob,oh=a.name,a.bio,a.handle
    a.name=ch([lookalike(r.name),suffix(r.name,r.p.lang)]); a.bio=r.bio; a.handle=takehandle(near_handle(r.handle)); a.p2=q
    for f,o,n in(('display_name',on,a.name),('bio',ob,a.bio),('handle',oh,a.handle)): a.changes.append((t+D(un(0,.4)),f,o,n))
    if R.random()<.6: a.av=r.av if r.av else hex64(); a.changes.append((t+D(.1),'avatar_hash',hex64(),a.av)); a.defav=r.defav
    a.mig=[(r,un(.15,.4),4,t)]; a.refol=[(r,.2,t)]; guilty(a,r,'sleeper_takeover','A long sleeping account wakes days after the closure, takes the closed name and bio, and runs from the closed person\'s network; old audience follows.')
for _ in range(N()): # 7
    r=root(); s=person(r.p.lang,topic=r.p.topic); s.rate=un(.2,.5); q=clone(r.p,{'device','home','sign'}); a=account(s,W0-D(un(60,900))); a.platform=r.platform; t=r.closed+D(un(1,20)); a.phases=[(a.created,t-D(un(.3,2)),s),(t,END,q)]
    a.friends=[r]; a.p2=q; r.friends=[a]
    if R.random()<.7: o=a.name; a.name=ch([r.name,suffix(r.name,r.p.lang),freshname(q)[0]]); a.changes.append((t+D(un(0,2)),'display_name',o,a.name))
    if R.random()<.5: o=a.bio; a.bio=r.bio; a.changes.append((t+D(un(0,2)),'bio',o,a.bio))
    a.mig=[(r,un(.05,.25),5,t)]; guilty(a,r,'handed_over',"A friend's account: the friend's equipment stops in days after the closure, and only the closed person's handset and home network are seen from then on.")
cnt=0
while cnt<13: # 8 chain
    r=root(lo=12,hi=40); cur=r; n=R.choice([2,3,3]); nm=r.name
    for i in range(n):
        kp=ch([{'device'},{'device','home'},{'home','email'},{'phone','home'}]); nm2=ch([lookalike(nm),suffix(nm,r.p.lang),nm])
        a=ret(cur,un(.5,9),kp|{'sign'},name=nm2,mig=un(.15,.4),avatar=ch([None,'same','near'])); cnt+=1
        if i<n-1: close(a,a.created+D(un(14,40)),'terms'); a.cfor=ch(['reincarnation','reincarnation',r.cfor]); a.aud=R.randint(10,25)
        guilty(a,cur,'chain',f'Return number {i+1} of one person: the name and the equipment lead to the account closed just before.'); cur=a
for _ in range(N()): # 9
    r=root(); r.p.peaks=[(un(1,5),.6),(un(12,15),.5)]; r.p.sign=r.p.sign or ch(SIGN); r.p.rate=un(.6,1.1)
    a=ret(r,un(1,30),{'sign','mob'}|({'home'} if R.random()<.35 else set()),avatar='same' if R.random()<.6 else 'near',refol=.35,mig=un(0,.12)); guilty(a,r,'avatar_and_rhythm','The private avatar picture, the odd hours, the subject and the closing phrase of the closed account, on new equipment.')
for _ in range(N()): # 10
    r=root(l=ch(['zh','zh','en','ru','ja','ko','es']),brand=None); p=r.p
    if p.brand: q,t=p.brand; r.name=p.native; nm=ch([q[0]+' '+t[0],q[2].title()+' '+t[2].title()]) if p.lang=='zh' else ch([q[1]+t[1],(q[2]+t[2]).title()])
    elif p.native!=p.latin: r.name=p.native; nm=ch([p.latin,' '.join(p.latin.split()[::-1])])
    else: r.name=p.native; nm=', '.join(p.native.split()[::-1])
    sd=ch(['device','home+avatar','aud','email']); a=ret(r,un(1,25),{'device':{'device'},'home+avatar':{'home'},'aud':set(),'email':{'email'}}[sd],name=nm,avatar='near' if 'avatar' in sd else None,mig=un(.2,.4) if sd=='aud' else .06)
    guilty(a,r,'name_other_language',f'The closed name translated, romanised or turned round, together with shared {sd}.')
for _ in range(N()): # 11
    r=root(); a=ret(r,un(.5,40),{'email'}|({'home'} if R.random()<.3 else set()),refol=.25,mig=un(0,.1)); guilty(a,r,'mail_alias','Mail alias of the closed account\'s own mailbox (same token, no other user), same subject, new name.')
for _ in range(N()): # 12
    r=root(); a=ret(r,un(.5,40),{'pay'}|({'sign'} if R.random()<.5 else set()),refol=.3,mig=un(0,.15)); guilty(a,r,'payment_token','The means of payment moves from the closed account to the new one after closure, same subject and hours, and no one else in a household with it.')
for _ in range(N()): # 13
    r=root(aud=(45,110)); a=ret(r,un(.3,7),set(),name=suffix(r.name,r.p.lang),mig=un(.3,.6),migd=3,refol=.15); guilty(a,r,'audience_and_name','No shared equipment, but a variant of the name and a third or more of the old audience in days, far beyond chance.')
for _ in range(N()): # 14
    r=root(lo=8,hi=70); a=ret(r,un(60,125),(kk:=ch([{'phone'},{'ident'},{'device','home'},{'phone','email'}])),name=ch(['same',suffix(r.name,r.p.lang)]) if kk=={'phone'} else ch(['new','same',suffix(r.name,r.p.lang)]),mig=un(.05,.2),migd=20,refol=.3); guilty(a,r,'back_after_months','Back months later while the bar runs, with the same number, identity or handset.')
for _ in range(N()): # 15
    r=root(); r.platform='plaza'; a=ret(r,un(1,25),ch([{'device','phone'},{'phone'},{'device','home'},{'email','home'}]),name=ch(['same','same',lookalike(r.name)]),mig=0,refol=0,platform='clips',avatar=ch(['same',None])); guilty(a,r,'other_platform','The barred person opens under the same name, number or handset on the sister service; the bar names no service.')
for _ in range(N()): # 16 faint
    r=root(); r.p.dev=r.p.dev[:1]; a=ret(r,un(.05,3),{'device','home'},refol=.05,topic=None); a.phases[0][2].topic=ch([t[0] for t in TOP]) if R.random()<.4 else r.p.topic; guilty(a,r,'device_continues','Nothing in the profile, but the only handset and home network of the closed account, never used by another person, go on from the day of closure in the same hours.')
for _ in range(N()): # 17 faint
    r=root(); a=ret(r,un(.5,10),{'home','sign','mob'},refol=un(.65,.9),mig=un(.05,.15)); a.p.comm=.4; guilty(a,r,'follow_list_rebuilt','From the same home network the list of followed accounts is rebuilt in days almost one for one, with the same subject and closing phrase.')
for _ in range(N()): # 18
    r=root(hi=140,aud=(35,100)); a=ret(r,un(1,10),{'home'} if R.random()<.5 else {'device'},mig=0); t=a.created; fin=ch([r.name,lookalike(r.name)]); mid=(r.name[:max(1,len(r.name)//2)]+ch(['','x','酱'])); o=a.name
    t1=t+D(un(6,15)); t2=t1+D(un(5,14)); a.changes+=[(t1,'display_name',o,mid),(t2,'display_name',mid,fin)]; a.name=fin; a.mig=[(r,un(.15,.4),5,t2)]; guilty(a,r,'step_by_step_rename','Registers with a neutral name on the closed person\'s equipment, renames in two steps to the old name, and then the old audience comes.')
for _ in range(N()): # 19 faint: same phrases and reposts + network
    r=root(); r.p.sign=r.p.sign or ch(SIGN); a=ret(r,un(1,15),{'home','mob','sign'},refol=.3,mig=un(.05,.2)); a.repost=r; guilty(a,r,'reposts_own_removed','New name from the same home network that posts again, as its own words, the closed account\'s posts.')
# ---------------- innocents
def bystander(r,gap=None,created=None,creator=False,**o):
    p=person(o.pop('l',r.p.lang),o.pop('topic',None),region=o.pop('region',None),home=o.pop('home',None),creator=creator or R.random()<.5)
    p.rate=max(p.rate,un(.1,.4)); p.phone=p.phone or tok()
    c=created or (r.closed+D(gap if gap is not None else un(.5,30))); a=account(p,min(c,END-D(6)),**o); a.platform=r.platform; return a
def some(p=.5): return R.random()<p
def oldc(): return W0-D(un(30,800))
for _ in range(N()):
    r=root(); con=tok(); r.p.dev.append([con,.7]); a=bystander(r,created=None if some(.6) else oldc(),home=r.p.home,region=r.p.region); a.p.mob=r.p.mob; a.p.dev.append([con,un(.3,.9)]); a.friends=[r]
    if some(.5): r.p.ident=r.p.ident or tok(); a.p.ident=tok()
    if r.p.lang=='zh' and not r.p.brand: a.name=r.name[0]+a.name[1:]
    inno(a,'sibling_console','Sibling on the same console and home network, with an own handset, number and hours.',r)
for _ in range(N()):
    r=root(); r.p.pay=r.p.pay or tok(); a=bystander(r,created=oldc() if some(.6) else None,home=r.p.home,region=r.p.region); a.p.pay=r.p.pay; a.friends=[r]; a.keepkeys={r.p.pay}; r.keepkeys|={r.p.pay}
    if some(.5): r.p.ident=tok(); a.p.ident=tok()
    inno(a,'spouse_payment','Spouse with the family card and network, own handset, number, subject and hours; neither name nor audience goes over.',r)
for _ in range(N()):
    r=root(); net=sharednet(r.p.region); r.p.extra=[net]; a=bystander(r,region=r.p.region,topic=r.p.topic); a.p.extra=[net]; inno(a,'campus_or_cafe','Signed up after the closure on a campus or cafe network shared by many; nothing else in common.',r)
for _ in range(N()):
    w=W0+D(un(8,60)); b=(w+D(ch([7,14,30,60]))).replace(minute=0,second=0,microsecond=0); r=root(when=w,bar=b); a=ret(r,(b-w).total_seconds()/86400+un(.3,25),ch([{'device','phone','home'},{'device','email'},{'phone'}]),name=ch(['same','same',suffix(r.name,r.p.lang)]),mig=un(.1,.4),avatar=ch(['same',None])); inno(a,'expired_bar','The same person, back after the bar had ended.',r)
for _ in range(N()):
    r=root(hi=140); w=r.closed; gr,cf=r.ground,r.cfor; a=ret(r,un(.5,8),ch([{'device','phone','home'},{'device','home'}]),name=ch(['new',suffix(r.name,r.p.lang)]),mig=un(.05,.3)); back=w+D(un(9,35)); p=r.p
    r.closed=None; r.status='active'; r.ground=r.cfor=r.bar=None; r.phases=[(r.created,w,p),(back,END,p)]
    r.changes+=[(w,'status','active','closed'),(w,'closed_ground',None,gr),(w,'closed_for',None,cf),(back,'status','closed','active'),(back,'closed_ground',gr,None),(back,'closed_for',cf,None)]; r.truth=(0,'','overturned_root','Closed, then restored on appeal.')
    inno(a,'overturned','Opened while the first account was closed, but that closure was overturned and the first account is active again: no bar runs.',r)
for _ in range(N()):
    r=root(ground='request'); a=ret(r,un(1,60),ch([{'device','phone','home'},{'device','home'},{'email','phone'}]),name=ch(['same','new']),mig=un(0,.3),avatar=ch(['same',None])); inno(a,'request_and_back','Closed at the holder\'s own request, no bar; back later.',r)
for _ in range(N()):
    r=root(aud=(60,120)); a=bystander(r,created=oldc() if some(.4) else None,topic=r.p.topic); z=r.p.lang=='zh'; a.name=r.name+ch(['后援会','粉丝团','应援站','全球粉丝会'] if z else [' Fans',' Fan Club',' Support Squad',' fanbase']); a.bio=ch([f'{r.name}粉丝自发组织，非本人' if z else f'Run by fans of {r.name}, not the person',f'等{r.name}回来' if z else f'waiting for {r.name} to be back',None]); a.handle=takehandle((ASC(r.handle)[:10] or 'x')+'fans'); a.mig=[(r,un(.15,.4),6,max(a.created,r.closed))]; a.kind=ch(['personal','organisation'])
    if some(.4): a.av=nearhash(r.av or hex64())
    a.extra_posts.append((max(a.created,r.closed)+D(un(.5,4)),f'{r.name}的号没了，大家别散' if z else f'{r.name} is gone from here, stay together everyone')); inno(a,'fan_support','Fan or support account, says so, own equipment; speaks of the closed one in the third person.',r)
for _ in range(N()):
    r=root(aud=(40,100)); a=bystander(r,topic=r.p.topic); z=r.p.lang=='zh'; a.name=r.name+ch([' 存档','资料馆','语录备份'] if z else [' Archive',' tribute',' clips archive']); a.bio=f'非官方存档，与{r.name}本人无关' if z else f'Unofficial archive of {r.name}. Not affiliated.'; a.mig=[(r,un(.08,.25),10,a.created)]; a.repost=r
    if some(.5) and r.av: a.av=nearhash(r.av); a.defav=False
    inno(a,'archive_tribute','Unofficial archive that reposts the closed one\'s posts and says so; own equipment.',r)
for _ in range(N()):
    l=ch(['zh','zh','en','es']); r=root(l=l,brand=False); nm=(ch(['王伟','李娜','张伟','刘洋','王芳','李强']) if l=='zh' else ch(['Emma Smith','Noah Brown','Olivia Johnson','Liam Taylor']) if l=='en' else ch(['Marta García','Diego Lozano'])); r.name=nm; a=bystander(r,topic=r.p.topic if some(.4) else None); a.name=nm; la={'王伟':'wang wei','李娜':'li na','张伟':'zhang wei','刘洋':'liu yang','王芳':'wang fang','李强':'li qiang','Marta García':'marta garcia'}.get(nm,nm); a.handle=mkhandle(la); r.handle=mkhandle(la); inno(a,'namesake','Bears a common name that the closed one had too; nothing else agrees.',r)
    for _ in range(2): ch(plain[420:]).name=nm
for _ in range(N()):
    r=root(); r.bio=ch(QUOTES); a=bystander(r,topic=r.p.topic); a.bio=r.bio; r.url=a.url=ch(['https://www.example.org','https://video.example/']); inno(a,'common_bio','Only a common quotation and a general link agree.',r)
for _ in range(N()):
    r=root(lo=60); r.p.dev=r.p.dev[:1]; d=r.p.dev[0][0]; 
    if some(.55): # sold before closure
        s=r.closed-D(un(8,40)); q=copy.copy(r.p); q.dev=[[tok(),1.]]; r.phases=[(r.created,s,r.p),(s,r.closed,q)]
    else: s=r.closed
    t=s+D(un(5,40)); a=bystander(r,created=oldc() if some(.6) else t-D(un(.1,.5)) ,region=ch(REG[r.p.lang])); q=copy.copy(a.p); q.dev=[[d,1.]]; t=min(t,END-D(8)); a.phases=[(a.created,t,a.p),(t,END,q)] if a.created<t-D(1) else [(a.created,END,q)]; a.p2=q
    if a.created>W0 and some(.7): a.p.ident=tok(); q.ident=a.p.ident
    inno(a,'second_hand_phone','The handset changed hands: other person, number, networks, hours and subject; where the account is older, it had an own handset before.',r)
for _ in range(N()):
    r=root(lo=8,hi=60); r.p.phone=r.p.phone or tok(); a=bystander(r,gap=un(85,135)); a.p.phone=r.p.phone; a.keepkeys={r.p.phone}; r.keepkeys|={r.p.phone}; inno(a,'recycled_number','The number was reissued by the carrier three months or more after its last use; everything else differs, and new first use is the sign-up.',r)
for _ in range(N()):
    r=root(aud=(50,110)); z=r.p.lang=='zh'; a=bystander(r,topic=r.p.topic,created=oldc() if some(.4) else None); a.name=ch(['假的'+r.name,r.name+'（高仿）','不是'+r.name] if z else ['Not '+r.name,r.name+' (parody)','Fake '+r.name]); a.bio='恶搞号，纯属娱乐' if z else 'Parody. Jokes only.'; a.mig=[(r,un(.04,.15),15,max(a.created,r.closed))]; inno(a,'parody','Marked parody on own equipment.',r)
for _ in range(N()):
    p=person(creator=True); shopd,shopn=tok(),tok(); p.dev.append([shopd,.6]); p.extra=[shopn]*3; r=root(p=p); staff=[]
    for j in range(R.randint(2,4)):
        b=bystander(r,created=oldc() if j else None,region=p.region,topic=p.topic if some(.6) else None); b.p.dev.append([shopd,un(.4,.9)]); b.p.extra=[shopn]*3; b.kind=ch(['personal','organisation','professional']); b.friends=[r]+staff[:1]; staff.append(b)
        if j: b.truth=(0,'','business_colleague','Colleague of the closed person in the same business.')
    inno(staff[0],'business_staff','One of several staff on the shop tablet and network; joined after a colleague was closed; own handset, number and home.',r)
for _ in range(N()):
    r=root(aud=(50,110)); z=r.p.lang=='zh'; r.kind='organisation'; r.name=(ch(PRE)[1] if z else ch(PRE)[0])+ch(['小店','优选','百货'] if z else [' Shop',' Store',' Market']); a=bystander(r,created=oldc(),topic=r.p.topic,creator=True); a.name=(ch(PRE)[1] if z else ch(PRE)[0])+ch(['小店','优选','百货'] if z else [' Shop',' Store',' Market']); a.kind='organisation'; a.aud=R.randint(20,60); a.mig=[(r,un(.15,.4),10,r.closed)]; inno(a,'rival_shop','A rival that traded long before; customers of the closed shop move over; own equipment and name.',r)
for _ in range(N()):
    r=root(); r.av=ch(DEFAV); r.defav=True; a=bystander(r,topic=r.p.topic,region=r.p.region,gap=un(.2,6)); a.av=r.av; a.defav=True if some(.8) else None; a.p.mob=r.p.mob; inno(a,'default_avatar','Same default picture and carrier network as thousands.',r)
for _ in range(N()):
    p=person(creator=some(.5)); o=account(p,oldc()); t=W0+D(un(30,160)); o.phases=[(o.created,t,p)]; o.status=ch(['active','dormant']); q=clone(p,ch([{'device','home'},{'home'},{'device','phone'}])|{'sign'}); a=account(q,t+D(un(.5,12))); a.platform=o.platform; a.name=ch([o.name,suffix(o.name,p.lang)]); o.aud=R.randint(10,40); a.mig=[(o,un(.1,.35),6,a.created)]
    a.extra_posts.append((a.created+D(un(.02,1)),f'老号 @{o.handle} 密码忘了找不回来，以后用这个' if p.lang=='zh' else ch([f'locked out of my old account @{o.handle}, lost the password. this is me now',f'my old account @{o.handle} is stuck on a dead phone, follow here']))); o.truth=(0,'','lost_password_old','Left account, never closed.'); inno(a,'lost_password','Lost access to an account that was never closed and says so.',o)
for _ in range(N()):
    r=root(); a=bystander(r,created=oldc(),topic=r.p.topic if some() else None,creator=True); t=r.closed+D(un(.5,15)); oh=a.handle; a.handle=mkhandle(a.p.latin); on=a.name; a.name=ch([a.name+' Studio',a.p.latin+' writes',realname(a.p.lang)[0]]); a.changes+=[(t,'handle',oh,a.handle),(t,'display_name',on,a.name)]; a.extra_posts.append((t+D(.1),f'改名啦，以前叫{on}，@{oh} 就是我' if a.p.lang=='zh' else f'new name, same me. formerly @{oh}, my old account name')); inno(a,'renamed_by_choice','Renamed of own will, same equipment throughout, new name unlike any closed one.',r)
for _ in range(N()):
    r=root(); a=bystander(r,gap=un(.5,15),home=r.p.home,region=r.p.region,topic=r.p.topic if some(.6) else None); a.friends=[r] if some(.5) else []; inno(a,'flatmate','Flatmate behind the same router, own handset, number and hours; follows few of the same accounts.',r)
for _ in range(N()):
    pc=tok(); net=tok(); r=root(); r.p.dev.append([pc,.8]); r.p.extra=[net]*2; us=[b for b in ord_ if b.p.region==r.p.region and len(b.phases)==1][:400]
    for b in R.sample(us,min(len(us),R.randint(7,16))): b.p.dev.append([pc,un(.1,.5)]); b.p.extra=b.p.extra+[net]
    a=bystander(r,region=r.p.region); a.p.dev.append([pc,un(.5,1.)]); a.p.extra=[net]*2; inno(a,'cafe_computer','Shared computer of an internet cafe, used by many accounts.',r)
for _ in range(N()):
    r=root(aud=(50,110)); a=bystander(r,created=oldc(),topic=r.p.topic,creator=True); a.aud_overlap=(r,un(.25,.5)); a.friends=[r]; r.friends=[a]; a.mig=[(r,un(.1,.25),8,r.closed)]; a.extra_posts.append((r.closed+D(un(.3,3)),f'搭档 @{r.handle} 被封了，节目我一个人先撑着' if r.p.lang=='zh' else f'my co-host @{r.handle} got banned, I will carry the show alone for now')); inno(a,'cohost','Long-standing partner with an own account; gains from the closure but is another person on own equipment.',r)
for _ in range(N()):
    r=root(); a=bystander(r,topic='News',created=oldc() if some(.6) else None); a.extra_posts.append((r.closed+D(un(.5,9)) if a.created<r.closed else a.created+D(1),f'{r.name}（@{r.handle}）账号被封，本人开新号了吗？' if r.p.lang=='zh' else f'{r.name} (@{r.handle}) was banned this week; readers ask where the new account is')); a.kind=ch(['personal','professional']); inno(a,'reporter','Reports on the closure of another account.',r)
for _ in range(N()):
    z=some(.5); pre=ch([('每日财经','财经每日'),('美食日记','美食日志'),('足球快讯','足球速报')]) if z else ch([('Daily Crypto','Crypto Daily News'),('Tech Insider Hub','Tech Inside Hub'),('Healthy Recipes','Healthy Recipes 4U')]); tp={'每':'Finance','美':'Kitchen','足':'Football','D':'Finance','T':'Tech','H':'Kitchen'}[pre[0][0]]; la={'每':'meiri caijing','美':'meishi riji','足':'zuqiu kuaixun'}.get(pre[0][0]); r=root(l='zh' if z else 'en',topic=tp); r.name=pre[0]; r.handle=mkhandle(la or pre[0]); a=bystander(r,topic=r.p.topic,created=oldc() if some(.3) else None,creator=True); a.name=pre[1]; a.handle=mkhandle(la or pre[1]); inno(a,'generic_title','A title of common words near another of common words; own equipment and audience.',r)
    for _ in range(2): ch(plain[420:]).name=pre[0]+(ch(['号','汇','']) if z else ch(['',' Blog',' today']))
for _ in range(N()):
    r=root(); v=ch(VPN); r.p.extra=[v]*5; a=bystander(r,gap=un(.3,8),topic=r.p.topic); a.p.extra=[v]*4; inno(a,'vpn_exit','Only a VPN exit used by very many accounts is shared.',r)
for _ in range(N()):
    r=root(); a=bystander(r,gap=un(.3,10),topic=r.p.topic,region=r.p.region); a.p.mob=r.p.mob; a.p.rate=.5; a.bigfan=True; a.mig=[(r,un(.05,.12),20,a.created)]; a.av=r.av=ch(STOCK); a.defav=r.defav=False; inno(a,'stock_avatar','A newcomer to the same subject with a stock picture that many use.',r)
# the same operators may add 'pages' of missing values later
# ---------------- follows
byid={a.id:a for a in ACC}; pools={}; lgp={}
for a in ACC:
    g=lg(a.p.lang); pools.setdefault((g,a.p.topic,a.platform),[]).append(a); lgp.setdefault((g,a.platform),[]).append(a); pools.setdefault(('all',a.platform),[]).append(a)
cum={k:np.cumsum([x.pop for x in v]) for k,v in list(pools.items())+[(('L',)+k,v) for k,v in lgp.items()]}
def pick(k,v): c=cum[k]; return v[min(len(v)-1,int(np.searchsorted(c,R.random()*c[-1])))]
F={}; fol={}; out={}
def addf(i,t,at):
    if i is t or (i.id,t.id) in F: return False
    lo=max(i.created,t.created); hi=min(i.closed or END,t.closed or END)
    if hi<=lo+D(.05) : return False
    if at is None:
        r=R.random()
        if i.created>W0 and r<.6: at=lo+D(float(NP.exponential(2)))
        else: at=lo+(hi-lo)*R.random()
    if not lo<=at<hi: 
        if at<lo or at>=hi: return False
    F[(i.id,t.id)]=at; fol.setdefault(t.id,[]).append(i); out.setdefault(i.id,[]).append(t); return True
for a in ACC:
    if a.friends:
        for b in a.friends:
            if R.random()<.8: addf(a,b,None)
            if R.random()<.6: addf(b,a,None)
for a in ACC:
    for _ in range(min(60,int(NP.lognormal(2.4,.6)))):
        r=R.random(); g=lg(a.p.lang); k=(g,a.p.topic,a.platform)
        if r<.55: t=pick(k,pools[k])
        elif r<.82: t=pick(('L',g,a.platform),lgp[(g,a.platform)])
        else: t=pick(('all',a.platform),pools[('all',a.platform)])
        addf(a,t,None)
for a in ACC:
    if a.aud:
        g=lg(a.p.lang); k=(g,a.p.topic,a.platform); n=0
        for _ in range(a.aud*3):
            b=ch(pools[k]) if R.random()<.65 else ch(lgp[(g,a.platform)])
            if b.truth[0]==1 or b.created>(a.closed or END): continue
            n+=addf(b,a,None)
            if n>=a.aud: break
for a in ACC:
    if hasattr(a,'aud_overlap'):
        r,f=a.aud_overlap
        for b in fol.get(r.id,[]):
            if R.random()<f: addf(b,a,None)
for a in ACC:
    for m in a.mig:
        r,f,dd,t0=m
        for b in list(fol.get(r.id,[])):
            if R.random()<f: addf(b,a,t0+D(.05+float(NP.exponential(dd/1.6))))
    for m in a.refol:
        r,f=m[0],m[1]; t0=m[2] if len(m)>2 else a.created
        for b in list(out.get(r.id,[])):
            if R.random()<f and F[(r.id,b.id)]<t0: addf(a,b,t0+D(.02+float(NP.exponential(1.5))))
# ---------------- sessions, posts
S=[];POST=[];byauth={};sess_of={};nid=[0]
def pid(): return 'p'+''.join(R.choices('0123456789abcdef',k=12))
def text(p,n=None):
    it=ITEMS[p.topic]; l=p.lang
    if l=='zh': s=ch(TZH).format(i=ch(it[1]),a=ch(AZH),n=R.randint(2,40))
    elif l=='en': s=ch(TEN).format(i=ch(it[0]),a=ch(AEN),n=R.randint(2,40))
    else: s=ch(TOT[l]).format(i=ch(it[0]),n=R.randint(2,40))
    if R.random()<.65:
        n=R.randint(2,400); w=ch(EF)
        s+= (', '+ch([f'{n} minutes in',f'bus {n} and back',f'says {w}',f'for {n} of my own money',f'{w} owes me {n}',f'stall {n} was shut',f'ask {w} about page {n}'])) if l=='en' else ('，'+ch([f'花了{n}块',f'等了{n}分钟',f'{ch(ZS)[0]}哥说的',f'{ch(ZS)[0]}姐请了{n}次',f'{n}路车上写的',f'门牌{n}号那家',f'截图存了{n}张'])) if l=='zh' else f' ({n}, {w})'
    if p.sign and R.random()<.4: s+=' '+p.sign
    return s
for a in ACC:
    ss=[]
    for s,e,p in a.phases:
        lo=max(s,W0); hi=min(e,END,a.closed or END)
        d=(hi-lo).total_seconds()/86400
        if d<=0: continue
        n=min(170,int(NP.poisson(p.rate*d)))
        n=max(n,3 if s>W0 and d>1 else 0)
        for j in range(n):
            if s>W0 and j<2: t=lo+D(d*R.random()*.05)
            else:
                day=lo.replace(hour=0,minute=0,second=0,microsecond=0)+D(int(R.random()*(d+1))); h,sd=ch(p.peaks); t=day+timedelta(hours=(h+R.gauss(0,sd))%24)
            if not lo<=t<hi: t=lo+(hi-lo)*R.random()
            t=t.replace(microsecond=0)
            if t<lo: t=lo
            dv=R.choices([x[0] for x in p.dev],[x[1] for x in p.dev])[0]
            r=R.random(); nt=p.home if r<.58 else ch(p.mob) if r<.84 or not p.extra else ch(p.extra)
            ss.append((t,dv,nt,p))
    if not ss and a.created>W0: ss.append((a.created+D(.001),a.p.dev[0][0],a.p.home,a.p))
    if a.created>W0 and ss: # sign-up session
        x=min(ss,key=lambda x:x[0]); ss.append((a.created,x[1],x[2],x[3]))
    ss.sort(key=lambda x:x[0]); sess_of[a.id]=ss
    for t,dv,nt,p in ss:
        e=t+timedelta(minutes=float(NP.lognormal(2.2,.9))); hi=min(END,a.closed or END); e=min(e,hi)
        S.append((a.id,t,e if R.random()<.94 else None,dv if R.random()<.97 else None,nt if R.random()<.97 else None,p.region if R.random()<.9 else None))
        if R.random()<p.postp: 
            tt=t+(e-t)*R.random(); POST.append([pid(),a.id,tt,R.choices(['post','live','listing'] ,[90,4,6])[0] if a.platform!='plaza' else 'post',None,None,text(p),None,p.topic.lower(),None,p.lang])
    for t,x in a.extra_posts:
        t=min(max(t,a.created+D(.002)),END-D(.01))
        if a.closed: t=min(t,a.closed-D(.01))
        POST.append([pid(),a.id,t,'post',None,None,x,None,a.p.topic.lower(),None,a.p.lang])
own={}
for x in POST: own.setdefault(x[1],[]).append(x)
for a in ACC:
    r=getattr(a,'repost',None)
    if r is not None:
        mine=own.get(a.id,[]); theirs=own.get(r.id,[])
        if len(mine)<6:
            for _ in range(6): y=[pid(),a.id,a.created+(END-a.created)*R.random(),'post',None,None,'',None,r.p.topic.lower(),None,r.p.lang]; y[6]=text(a.p); POST.append(y); mine.append(y)
        arch=a.truth[0]==0
        for x in R.sample(mine,min(len(mine),R.randint(4,9))):
            if theirs: x[6]=(f'[{r.name}] ' if arch else '')+max(R.sample(theirs,min(3,len(theirs))),key=lambda y:len(y[6]))[6]
    if a.ground in('terms','law') and own.get(a.id):
        for x in R.sample(own[a.id],min(len(own[a.id]),R.randint(0,4))):
            if x[2]>a.closed-D(40): x[9]=min(a.closed,x[2]+D(un(.1,3)))
    if R.random()<.12 and own.get(a.id):
        for x in own[a.id]: 
            if R.random()<.15: x[5]=x[6][:18]
for x in POST:
    if x[2]<W0: x[2]=W0+D(R.random()*3)
    byauth.setdefault(x[1],[]).append((x[2],x[0]))
for v in byauth.values(): v.sort()
AC=[];COM=[]
for a in ACC:
    ts=[t for t in out.get(a.id,[]) if t.id in byauth]
    if not ts: continue
    for t,dv,nt,p in sess_of[a.id]:
        n=int(NP.poisson(p.act)); c=1 if R.random()<p.comm else 0
        for j in range(n+c):
            b=ch(ts)
            if F[(a.id,b.id)]>t: continue
            v=byauth[b.id]; i=bisect.bisect_left(v,(t,''))-1
            if i<0: continue
            i=max(0,i-int(NP.exponential(1))); tt=t+timedelta(seconds=R.randint(0,400))
            if (a.closed or END)<=tt: continue
            if j<n:
                vb=R.choices(['like','view','share','vote','star','gift'],[50,34,9,3,3,1])[0]
                if b.ground in('terms','law') and R.random()<.03: vb='report'
                AC.append((a.id,tt,vb,v[i][1],b.id if R.random()<.96 else None))
            else: COM.append([pid(),a.id,tt,ch(['comment','reply']),v[i][1],None,ch(CJK if p.lang=='zh' else CEN)+(' '+p.sign if p.sign and R.random()<.2 else ''),None,None,None,p.lang])
POST+=COM
# ---------------- tokens
T=[]
lastseen={}
for a in ACC:
    ss=sess_of[a.id]; la=ss[-1][0] if ss else None
    if la is None: la=a.created+((min(a.closed or W0,W0)-a.created)*R.random()); 
    lastseen[a.id]=la
    seen={}
    for t,dv,nt,p in ss:
        for k,x in(('device',dv),('network',nt)):
            s=seen.setdefault((k,x),[t,t,0]); s[1]=t; s[2]+=1
    for (k,x),(f,l,n) in seen.items():
        if k=='network' and n<2 and R.random()<.5: continue
        if R.random()<.04: continue
        if a.created<W0 and f<W0+D(40) and x in(a.p.home,a.p.dev[0][0],a.p.dev[-1][0]) and a.phases[0][2].home==a.p.home and not (a.phases[0][2] is not a.p):
            f=a.created+D(R.random()*5) if R.random()<.5 else max(a.created,f-D(un(5,200)))
        T.append((a.id,k,x,f if R.random()<.985 else None,l if R.random()<.97 else None))
    for q,f0 in [(a.p,a.created)]+([(a.p2,a.phases[-1][0])] if hasattr(a,'p2') else []):
        for k,x in(('phone',q.phone),('email',q.email),('payment',q.pay),('identity',q.ident)):
            if not x or (q is not a.p and x==getattr(a.p,{'phone':'phone','email':'email','payment':'pay','identity':'ident'}[k])): continue
            if q is not a.p and R.random()<.5: continue
            if R.random()<.05 and x not in a.keepkeys: continue
            f=f0+D(R.random()*.02) if k in('phone','email') else f0+D(R.random()*12)
            f=min(f,a.closed-D(.01)) if a.closed else min(f,END-D(.1))
            T.append((a.id,k,x,f,max(f,la) if R.random()<.96 else None))
    for k,x,f,l in a.tok_over: T.append((a.id,k,x,f,l))
    if R.random()<.01 : pass
# ---------------- write
us=lambda t: None if t is None else t.replace(microsecond=0)
TS=pa.timestamp('us',tz='UTC'); st=pa.string()
def write(name,rows,schema):
    cols=list(zip(*rows)) if rows else [[] for _ in schema]
    pq.write_table(pa.table([pa.array([us(v) if isinstance(v,datetime) else v for v in c],type=f.type) for c,f in zip(cols,schema)],schema=schema),os.path.join(OUT,name+'.parquet'))
sc=lambda *x: pa.schema([(n,{'s':st,'t':TS,'i':pa.int64(),'b':pa.bool_()}[k]) for n,k in x])
nf={};nfo={};npost={}
for (i,t) in F: nf[t]=nf.get(t,0)+1; nfo[i]=nfo.get(i,0)+1
for x in POST: npost[x[1]]=npost.get(x[1],0)+1
rows=[]
for a in ACC:
    m=R.random()
    rows.append((a.id,a.handle,a.platform,a.name if m>.01 else None,a.bio,a.loc,a.url,('avatars/%s.jpg'%a.av[:12]) if a.av else None,a.av if R.random()>.02 or a.truth[0] else None,hex64() if R.random()<.2 else None,a.kind if R.random()<.96 else 'unknown',a.created if R.random()<.985 or a.created>W0 else None,a.status if not(a.status=='active' and lastseen[a.id]<END-D(150)) else 'dormant',a.closed,a.ground,a.cfor,a.bar,lastseen[a.id] if R.random()<.98 else None,nf.get(a.id,0)+(R.randint(0,2) if R.random()<.2 else 0),nfo.get(a.id,0),npost.get(a.id,0)+(int(a.p.postp*a.p.rate*max(0,(W0-a.created).days)) if a.created<W0 else 0),0 if R.random()<.8 else R.randint(1,9),None,a.defav,R.random()<.08,a.lang))
rows.sort(key=lambda r:r[0])
write('accounts',rows,sc(*[(x,'s') for x in 'account_id handle platform display_name bio location url avatar avatar_hash cover_hash kind'.split()],('created_at','t'),('status','s'),('closed_at','t'),('closed_ground','s'),('closed_for','s'),('barred_until','t'),('last_active_at','t'),('followers','i'),('following','i'),('posts','i'),('listed','i'),('verified_org_id','s'),('default_avatar','b'),('is_private','b'),('language','s')))
R.shuffle(T); T=sorted(set(T),key=lambda r:(r[2],r[0])); write('tokens',T,sc(('account_id','s'),('kind','s'),('token','s'),('first_seen_at','t'),('last_seen_at','t')))
fr=[]
for (i,t),at in F.items():
    e=None
    if R.random()<.04:
        e=at+(END-at)*R.random(); 
        if byid[i].closed and e>byid[i].closed: e=None
    fr.append((i,t,at if R.random()<(.988 if at>W0 else .93) else None,e))
fr.sort(key=lambda r:(r[0],r[1])); write('follows',fr,sc(('follower_id','s'),('target_id','s'),('at','t'),('ended_at','t')))
pr=sorted((tuple(x[:5])+(x[5],x[6] if R.random()<.99 else None)+tuple(x[7:9])+(x[9],x[10] if R.random()<.85 else None) for x in POST),key=lambda r:(r[2],r[0])); write('posts',pr,sc(('post_id','s'),('account_id','s'),('at','t'),('kind','s'),('target_id','s'),('title','s'),('text','s'),('url','s'),('topic','s'),('removed_at','t'),('language','s')))
AC.sort(key=lambda r:(r[1],r[0])); write('actions',AC,sc(('account_id','s'),('at','t'),('verb','s'),('object_id','s'),('target_account_id','s')))
S.sort(key=lambda r:(r[1],r[0])); write('sessions',S,sc(('account_id','s'),('started_at','t'),('ended_at','t'),('device_token','s'),('network_token','s'),('region','s')))
PC=sorted(((a.id,t,f,o,n) for a in ACC for t,f,o,n in a.changes if t<END),key=lambda r:(r[1],r[0],r[2])); write('profile_changes',PC,sc(('account_id','s'),('at','t'),('field','s'),('old','s'),('new','s')))
with open(os.path.join(HERE,'truth.csv'),'w',newline='',encoding='utf-8') as fh:
    w=csv.writer(fh); w.writerow('account_id guilty of kind why'.split())
    for a in sorted(ACC,key=lambda a:a.id): w.writerow((a.id,)+tuple(a.truth))
