import random, csv, os, datetime as dt, numpy as np, pyarrow as pa, pyarrow.parquet as pq
SEED=71077
R=random.Random(SEED); G=np.random.default_rng(SEED)
HERE=os.path.dirname(os.path.abspath(__file__)); OUT=os.path.join(HERE,'world'); os.makedirs(OUT,exist_ok=True)
T0=int(dt.datetime(2026,3,2,tzinfo=dt.timezone.utc).timestamp()); D=91; DAY=86400
def tok(): return '%064x'%R.getrandbits(256)
U=R.uniform
def ch(p): return R.random()<p
CN=['CN-GD','CN-SC','CN-BJ','CN-SH','CN-ZJ','CN-JS','CN-HN','CN-HB','CN-SD','CN-HE','CN-HA','CN-YN','CN-HL','CN-LN','CN-FJ','CN-GX','CN-SN','CN-AH','CN-XJ']
EN={'US-CA':-7,'US-TX':-5,'US-NY':-4,'US-OH':-4,'US-FL':-4,'US-WA':-7,'US-IL':-5,'GB-ENG':1,'GB-SCT':1,'CA-ON':-4,'CA-BC':-7,'AU-NSW':10,'AU-VIC':10,'IE-L':1,'NZ-AUK':12,'PH-00':8,'SG':8,'MY-10':8}
OTH={'HK':8,'TW-TPE':8,'JP-13':9,'KR-11':9,'TH-10':7,'DE-BE':2,'FR-IDF':2,'ES-MD':2}
TZ={c:8 for c in CN}; TZ.update(EN); TZ.update(OTH)
NB={'CN-GD':['CN-GX','CN-HN','CN-FJ','HK'],'CN-SC':['CN-YN','CN-SN','CN-HB'],'CN-BJ':['CN-HE'],'CN-SH':['CN-JS','CN-ZJ'],'CN-ZJ':['CN-SH','CN-FJ','CN-AH'],'CN-JS':['CN-SH','CN-AH','CN-SD'],'CN-HN':['CN-HB','CN-GD','CN-GX'],'CN-HB':['CN-HN','CN-HA','CN-AH'],'CN-SD':['CN-HE','CN-JS'],'CN-HE':['CN-BJ','CN-SD','CN-HA'],'CN-HA':['CN-HB','CN-HE','CN-AH'],'CN-YN':['CN-SC','CN-GX'],'CN-HL':['CN-LN'],'CN-LN':['CN-HL','CN-HE'],'CN-FJ':['CN-GD','CN-ZJ'],'CN-GX':['CN-GD','CN-YN'],'CN-SN':['CN-SC','CN-HA'],'CN-AH':['CN-JS','CN-ZJ'],'CN-XJ':['CN-SN'],
'US-CA':['US-WA','US-TX'],'US-TX':['US-CA','US-FL'],'US-NY':['US-OH'],'US-OH':['US-IL','US-NY'],'US-FL':['US-NY','US-TX'],'US-WA':['CA-BC','US-CA'],'US-IL':['US-OH'],'GB-ENG':['GB-SCT'],'GB-SCT':['GB-ENG'],'CA-ON':['US-NY'],'CA-BC':['US-WA'],'AU-NSW':['AU-VIC'],'AU-VIC':['AU-NSW'],'IE-L':['GB-ENG'],'NZ-AUK':['AU-NSW'],'PH-00':['SG'],'SG':['MY-10'],'MY-10':['SG']}
for r in TZ: NB.setdefault(r,[R.choice(list(OTH))])
CARR={r:[tok() for _ in range(14)] for r in TZ}
OFF={r:[tok() for _ in range(25)] for r in TZ}
SCH={r:[tok() for _ in range(18)] for r in TZ}
CAFE={r:[(tok(),[tok() for _ in range(R.randint(18,40))]) for _ in range(2)] for r in TZ}
VPN=[(tok(),R.choice(['JP-13','SG','US-CA','HK','KR-11','DE-BE','TW-TPE','GB-ENG','US-NY'])) for _ in range(40)]
VPNR={r:[tok() for _ in range(3)] for r in TZ}
DC=[(tok(),R.choice(['CN-ZJ','CN-BJ','SG','US-WA','DE-BE','CN-GD'])) for _ in range(14)]
CLOUDG=[(tok(),r) for r in ['CN-ZJ','CN-BJ','SG','US-WA','DE-BE','CN-GD','US-TX','GB-ENG'] for _ in range(3)]
def region(lang):
    if lang=='zh': return R.choice(CN) if ch(.93) else R.choice(['HK','TW-TPE','SG','MY-10'])
    return R.choice(list(EN)) if ch(.95) else R.choice(list(OTH))
def lang_of(r): return 'zh' if r.startswith('CN') or r in('HK','TW-TPE') else 'en'
def far(r,same_lang=True):
    pool=CN if lang_of(r)=='zh' else list(EN)
    return R.choice([x for x in pool if x!=r and x not in NB[r]] or [x for x in pool if x!=r])
class Place:
    def __init__(s,r,home=None,dyn=None):
        s.r=r; s.tz=TZ[r]; s.fixed=[]
        s.carr=R.sample(CARR[r],R.randint(2,5)); s.work=R.choice(OFF[r]); s.day=[0]*D; s.homes=[home or tok()]
        if dyn is None: dyn=ch(.3) and home is None
        if dyn:
            d=0; s.day=[]
            while len(s.day)<D:
                k=R.randint(8,45); s.day+= [len(s.homes)-1]*k
                if ch(.9): s.homes.append(tok())
            s.day=s.day[:D]
    def home(s,d): return s.homes[s.day[min(max(d,0),D-1)]]
ROLES={ # weekday slots, weekend slots, rates, median length, at-work hours
'worker':([(20.6,1.2,.6),(12.6,.4,.2),(7.9,.4,.08),(22.6,.8,.12)],[(10.8,1.6,.25),(15,2,.35),(21,1.6,.4)],.75,1.2,48,(8.8,18)),
'pupil':([(17.6,1,.45),(20,.8,.45),(7.2,.2,.05),(12.5,.4,.05)],[(10.5,1.4,.3),(14.5,1.7,.4),(19.6,1.2,.3)],.65,1.7,45,(8,15.8)),
'uni':([(14.5,2,.25),(20.5,1.8,.4),(23.3,1.1,.35)],[(13,2,.3),(19,2.2,.35),(23.6,1.2,.35)],1.1,1.4,65,(9,17)),
'retired':([(9.4,1,.4),(15.3,1.2,.4),(20,.8,.2)],[(9.5,1.1,.4),(15.2,1.3,.4),(19.8,.9,.2)],.9,.9,40,(0,0)),
'parent':([(10,1,.3),(13.5,.8,.3),(21.6,.8,.4)],[(14,1.6,.4),(21.7,1,.6)],.8,.7,32,(0,0)),
'freel':([(11.5,2,.25),(16,2.2,.25),(22.4,1.8,.5)],[(12.5,2.4,.4),(22,2,.6)],1.0,1.1,60,(0,0)),
'night':([(8.6,1,.45),(15.5,1.3,.45),(19,.8,.1)],[(9.5,2,.3),(15,2.5,.4),(22,2,.3)],.8,1.1,55,(22,30)),
'farmer':([(12.4,.5,.3),(20.1,.8,.7)],[(12.5,.8,.35),(20,1,.65)],.6,.8,35,(6,18)),
}
class Person:
    def __init__(s,r,role=None,place=None):
        s.role=role or R.choices(list(ROLES),[38,20,20,4,7,6,3,4])[0]
        wd,we,a,b,m,wh=ROLES[s.role]; sh=R.gauss(0,.7)
        jit=lambda L:[(h+sh+R.gauss(0,.35),sd*U(.7,1.35),w*U(.4,1.7)) for h,sd,w in L]
        s.wd,s.we=jit(wd),jit(we); k=R.lognormvariate(-.1,.5); s.rwd,s.rwe=a*k*U(.7,1.3),b*k*U(.7,1.3)
        s.med=m*R.lognormvariate(0,.35); s.sig=U(.45,.8); s.wh=wh
        s.places=[place or Place(r)]; s.where=np.zeros(D,int); s.port=[]; s.pmob=R.betavariate(1.3,4); s.vpn=None; s.jump=0.02 if ch(.3) else 0.0
        s.mood=np.repeat(G.gamma(9,1/9,13),7)[:D]
        s.school=R.choice(SCH[r])
    def phone(s,w=1.0,a=0,b=D): t=tok(); s.port.append((t,w,a,b)); return t
    def fixed(s,w=1.0,t=None,i=0): t=t or tok(); s.places[i].fixed.append((t,w)); return t
    def sim(s,a=0,b=D,mult=1.0,mask=None,slots=None,med=None,sig=None,rates=None):
        a=max(0,a); b=min(D,b)
        if b<=a: return []
        days=np.arange(a,b); wk=days%7>=5
        rwd,rwe=rates or (s.rwd,s.rwe)
        r=np.where(wk,rwe,rwd)*mult*s.mood[days]
        if mask is not None: r=r*mask[days]
        n=np.minimum(G.poisson(r),9); idx=np.repeat(days,n); N=len(idx)
        if N==0: return []
        H=np.empty(N); w=idx%7>=5
        for sel,L in ((w,slots or s.we),(~w,slots or s.wd)):
            k=int(sel.sum())
            if k:
                p=np.array([x[2] for x in L]); c=G.choice(len(L),k,p=p/p.sum())
                H[sel]=np.array([x[0] for x in L])[c]+np.array([x[1] for x in L])[c]*G.normal(size=k)
        Ls=np.clip(np.exp(np.log(med or s.med)+(sig or s.sig)*G.normal(size=N)),2.2,660)*60
        out=[]
        for d,h,l in zip(idx.tolist(),H.tolist(),Ls.tolist()):
            pl=s.places[s.where[d]]; st=T0+d*DAY+h*3600-pl.tz*3600
            at_work=d%7<5 and s.wh[0]<=h<s.wh[1]; reg=pl.r
            port=[x for x in s.port if x[2]<=d<x[3]]
            cand=list(pl.fixed)+[(x[0],x[1]) for x in port]
            if not cand: cand=[(x[0],x[1]) for x in s.port[-1:]] or [(None,1)]
            net=pl.home(d)
            if at_work and port:
                cand=[(x[0],x[1]) for x in port]; net=(s.school if s.role in('pupil','uni') else pl.work) if ch(.45) else R.choice(pl.carr)
                l*=.6
            elif port and ch(s.pmob):
                cand=[(x[0],x[1]) for x in port]; net=R.choice(pl.carr); l*=.8
                if s.jump and ch(s.jump*8): reg=R.choice(NB[pl.r])
            dev=cand[0][0] if len(cand)==1 else R.choices([c[0] for c in cand],[c[1] for c in cand])[0]
            if s.jump and reg==pl.r and ch(s.jump): reg=R.choice(NB[pl.r])
            if s.vpn and s.vpn[2][0]<=d<s.vpn[2][1] and ch(s.vpn[0]): net,reg=R.choice(s.vpn[1])
            out.append([st,st+max(l,130),dev,net,reg])
        out.sort(key=lambda x:x[0]); res=[]; e=-1
        for x in out:
            if x[0]>e+120: res.append(x); e=x[1]
        return res
    def trip(s,a,n,r,devs=()):
        p=Place(r,dyn=False); s.places.append(p); i=len(s.places)-1; s.where[a:a+n]=i
        for t in devs: p.fixed.append((t,1.))
        return p
ACCTS=[]; POSTS=[]; CHG=[]; TRUTH={}; ATT=[]
used=set()
NAMEA="moss river otter pixel quiet tiny lemon rusty iron maple late frost banana cobalt sleepy lucky silver paper hollow ember copper misty rapid velvet cedar noisy dusty amber crispy solar".split()
NAMEB="fox wolf kid falcon tea boat panda knight rook toast ghost cloud mage hunter noodle goose lynx badger comet sparrow crab biscuit pilot drum turtle raven cat bear fish star".split()
ZA="小 阿 老 大 风 夜 清 云 晚 南 北 雨 星 林 青 白 山 江 橘 秋".split(); ZB="鹿 鱼 猫 川 辰 树 叶 舟 糖 豆 月 橙 狐 雪 茶 鸢 禾 海 石 柚 可 宇 洋 磊 婷".split()
def handle(lang):
    while True:
        if lang=='zh' and ch(.45): h=R.choice(ZA)+R.choice(ZB)+R.choice(['','不困','吃糖','在路上','爱睡觉','qaq','',''])+(str(R.randint(1,9999)) if ch(.7) else '')
        else: h=R.choice(NAMEA)+R.choice(['','_','.',''])+R.choice(NAMEB)+(str(R.randint(1,9999)) if ch(.75) else '')
        if h not in used: used.add(h); return h
def disp(lang): return (R.choice(ZA)+R.choice(ZB)+R.choice(['','儿','同学','哥','吖',''])) if lang=='zh' else (R.choice(NAMEA).title()+R.choice(['',' '])+R.choice(NAMEB).title())
class Acct:
    def __init__(s,r,role=None,lang=None,hp=None,std=True):
        s.id='g'+'%012x'%R.getrandbits(48); s.r=r; s.d=None; s.lang=lang or (lang_of(r) if ch(.93) else R.choice(['en','zh'])); s.S=[]; s.extra=[]
        s.p=hp or Person(r,role); s.h=handle(s.lang); s.d=disp(s.lang) if ch(.85) else None; s.done=False; s.tk={}
        if std and not hp: std_dev(s.p)
        for k,pr in(('phone',.9),('email',.75),('payment',.42),('identity',.85 if r.startswith('CN') else .25)):
            if ch(pr): s.tk[k]=[(tok(),None,None)]
        s.age='minor' if s.p.role=='pupil' else 'adult'; s.created=T0-int(R.expovariate(1/700.)*DAY)-R.randint(3,40)*DAY
        ACCTS.append(s)
    def add(s,*ls):
        for l in ls: s.S+=l
        return s
    def mark(s,g,k,why): TRUTH[s.id]=(g,k,why); s.done=True; return s
    def swap(s,kind,day,back=None):
        old=s.tk.get(kind); t=T0+day*DAY+R.randint(0,DAY)
        n=(tok(),t,None if back is None else T0+back*DAY); o=[(x[0],x[1],t if x[2] is None else x[2]) for x in old] if old else []
        if back is not None and o: o.append((tok() if ch(.5) else o[0][0]+'',n[2]+60,None)) if o[0][0] and ch(.5) else None
        s.tk[kind]=o+[n]
    def say(s,text,day=None,kind='message',target=None,hour=None):
        d=R.randint(0,D-1) if day is None else min(D-1,max(0,int(day)))
        h=(hour if hour is not None else R.choice([12,18,19,20,21,22]))+R.random()-TZ[s.r]
        POSTS.append([s,T0+d*DAY+h*3600,kind,target,text])
    def rename(s,day):
        n=handle(s.lang); CHG.append((s,T0+day*DAY+R.randint(0,DAY),'handle',s.h,n)); s.h=n
        if ch(.5): n=disp(s.lang); CHG.append((s,T0+day*DAY+R.randint(0,DAY),'display_name',s.d,n)); s.d=n
def std_dev(p):
    x=R.random()
    if x<.55: p.phone(1)
    elif x<.72: p.phone(1); p.fixed(U(.3,2))
    elif x<.85: p.fixed(2); (p.phone(.3) if ch(.5) else None)
    else: p.phone(1); p.phone(U(.1,.7)); (p.fixed(U(.2,1.5)) if ch(.5) else None)
def life(p,heavy=1.0):
    """everyday noise on a person"""
    if ch(.28*heavy):
        a=R.choice([R.randint(3,D-8),60]); p.trip(a,R.randint(2,9),R.choice(NB[p.places[0].r]) if ch(.55) else far(p.places[0].r) if ch(.85) else R.choice(list(OTH)))
        if not p.port: p.phone(.2)
    if ch(.12*heavy) and p.port:
        d=R.randint(8,D-8); t,w,a,b=p.port[0]; p.port[0]=(t,w,a,d+(R.randint(0,10) if ch(.3) else 0)); p.port.append((tok(),w,d,D))
    if ch(.3):
        a=R.randint(0,D-10); p.mood[a:a+R.randint(4,25)]*=U(0,.25)
def visit(A,n=1):
    """friend's flat / cafe evening"""
    out=[]
    for _ in range(n):
        d=R.randint(0,D-1); st=T0+d*DAY+(R.gauss(20,1.2)-TZ[A.r])*3600
        if ch(.5): net,devs=R.choice(CAFE[A.r]); dev=R.choice(devs)
        else: net,dev=tok(),tok()
        out.append([st,st+U(20,180)*60,dev,net,A.r])
    return out
def sh(L,k): L=list(L); R.shuffle(L); return L[:k]
def P(lang,zh,en,**kw):
    t=R.choice(zh if lang=='zh' else en)
    pre=R.choice(['','','','','诶 ','那个，','哈哈 ','哥 ']) if lang=='zh' else R.choice(['','','','','hey ','lol ','ok so ','btw ']); suf=R.choice(['','','','。','！','~',' 谢啦']) if lang=='zh' else R.choice(['','','','.','!',' thx',' :)'])
    for k,v in dict(n=R.randint(2,9),m=R.choice([15,20,25,30,40,50,60,80,100,120,150]),h=R.randint(6,11),rk=R.choice(['钻石','王者','星耀','大师','铂金'] if lang=='zh' else ['diamond','plat','master','gold','mythic']),wk=R.choice(['周二','周三','周四','周五','周六','周日'] if lang=='zh' else ['Tue','Wed','Thu','Friday','Saturday','Sunday'])).items(): t=t.replace('{'+k+'}',str(v))
    return pre+t+suf
# ---------------------------------------------------------------- texts
CHAT_Z=["今晚{h}点开黑吗，差{n}个","这赛季{rk}也太难上了","新皮肤真好看，等打折","谁有{wk}的活动攻略","排位连跪{n}把，睡了","公会周常还差{n}个人","刚下班，来两把","作业写完了，上线","网好卡，跳了{n}次","妈妈喊吃饭，挂一下","新地图跑图{n}小时才跑完","求带副本，萌新一个","租的房子网太差了，460","卖掉了旧手机，换了新的玩着真顺","今天抽卡{n}个十连没出货","有人组{wk}的团本吗","这队友是找代练上来的吧，太菜了","别再问租号了，我不租","账号被顶下去一次，吓死，结果是我平板没退","考试周先不玩了","出差{n}天只能手机玩","五一回老家，信号一格"]
CHAT_E=["anyone up for ranked tonight around {h}?","new patch killed my main, sigh","need {n} more for the raid {wk}","finally hit {rk} after {n} weeks","work ran late, on in 20","lag is awful tonight","gg last night, that clutch was insane","is the {wk} event worth grinding?","homework first then games","sold my old phone, new one runs this so smooth","my rent went up again so no skins this month","that guy was clearly boosted","lost {n} in a row going to bed","got kicked because my tablet was still logged in haha","anyone trade the shiny?","travelling {n} days so mobile only","can someone explain the craft system","guild dailies reset when?","no i'm not sharing my account, stop asking","kid is finally asleep, one game?","finals week, back in {n} days","pulled {n} tens and nothing"]
def chatter(A,lam=3.):
    for _ in range(int(G.poisson(lam*R.expovariate(1)))):
        k=R.choices(['message','post','comment'],[5,2,3])[0]; A.say(P(A.lang,CHAT_Z,CHAT_E),kind=k)
def base(A,mult=1.0,heavy=1.0,a=0,b=D,mask=None):
    life(A.p,heavy); A.add(A.p.sim(a,b,mult,mask))
    if ch(.09): A.add(visit(A,R.choice([1,1,1,2,3])))
    return A
def lang(): return 'zh' if ch(.55) else 'en'
# ================================================================= GUILTY
def weekdays_mask(days,a,b,p=1.0):
    m=np.zeros(D)
    for d in range(a,b):
        if d%7 in days and ch(p): m[d]=1
    return m
def sub_person(r,role=None,dev=None):
    q=Person(r,role)
    if dev: q.port.append((dev,1.,0,D))
    else: q.phone(1)
    if ch(.2): q.fixed(U(.3,1))
    return q
OWN_RENTERS=[]
for _ in range(14):
    r=region(lang()); A=Acct(r,'pupil'); s0=R.randint(0,32); base(A,U(.35,.8),.5); k=R.choice([2,2,3,3,4,5])
    for i in range(k):
        q=sub_person(r if ch(.85) else R.choice(NB[r]),'pupil'); dd=sh(range(7),R.randint(1,3)); s1=s0+R.randint(0,18); e1=min(D,s1+R.randint(24,70))
        A.add(q.sim(s1,e1,U(1.2,2.4),weekdays_mask(dd,s1,e1,.85)))
        if i==0 and ch(.6): OWN_RENTERS.append((q,A))
    if ch(.5): A.say(P(A.lang,["这周{wk}归你，{m}块先转我，密码我晚上改","你们学校还有人要用吗，一天{n}块","玩完记得退，别改我设置，下周轮到他了"],["you get it {wk}, send the {m} first, i change the pw after","anyone else at your school want a day? {n} bucks","log out when done, next week its his turn"]),s0+2)
    A.mark(1,'rent_classmates',f'pupil lends the account for small sums to {k} pupils of other homes, each with his own phone and days')
for _ in range(13):
    r=region(lang()); A=Acct(r); base(A,U(.02,.25),.3); n=R.randint(12,46); s0=R.randint(0,25)
    for i in range(n):
        q=sub_person(region(A.lang)); d=R.randint(s0,D-1); A.add(q.sim(d,d+R.choice([1,1,2]),2.6))
        if ch(.15): d=R.randint(s0,D-1); A.add(q.sim(d,d+1,2.6))
    if ch(.75):
        for _ in range(R.randint(1,5)): A.say(P(A.lang,["{rk}号出租 {n}元/小时，上号器秒上","全皮肤号，包夜{m}，可免脸","租号，时租{n}块，押金{m}，不外挂"],["{rk} acc for rent, {n}/hr, instant login","all skins account, overnight {m}, deposit back next day","rent by the hour, {n} usd, no cheats"]),R.randint(0,D-1),'listing')
    A.mark(1,'hourly_market_rental',f'let by the hour to about {n} strangers in many regions, owner hardly plays')
i=0; W=None
while i<15:
    # one daily worker, 1-4 clients
    w=sub_person(region(lang()),R.choice(['uni','freel','parent'])); w.pmob=.1
    h0=R.choice([8.5,10,13,14.5,16,23,1]); L=lang_of(w.places[0].r)
    for j in range(R.choice([1,1,2,3,4])):
        if i>=15: break
        i+=1; r=far(w.places[0].r) if ch(.7) else w.places[0].r; A=Acct(r,R.choice(['worker','uni','worker','parent'])); base(A,U(.35,1.0),.8)
        s0=R.randint(0,40); e0=min(D,s0+R.randint(30,80)); h=h0+j*.55+R.gauss(0,.1)
        own=w.port
        if ch(.3): w.port=[(tok(),1.,0,D)]       # a separate phone or clone for this client
        A.add(w.sim(s0,e0,1,None,[(h,U(.2,.7),1)],U(12,28),.3,(U(1.2,2.4),U(.9,2.2)))); w.port=own
        if ch(.45): A.say(P(A.lang,["日常你每天帮我清一下，月底{m}","体力别溢出，这个月的钱已转","代肝一个月{m}行吗，我上班没空"],["just do my dailies every morning, {m} a month ok?","sent this months {m}, dont let stamina cap","i have no time with work, can you do the daily quests for pay"]),s0-1)
        A.mark(1,'paid_dailies','a stranger does the daily tasks at a fixed hour for weeks, holder plays at his own times')
for i in range(15):
    r=region(lang()); A=Acct(r); s0=R.randint(15,70); gap=R.choice([0,0,1,2,4,7]); base(A,U(.5,1.1),.5,0,s0)
    r2=far(r) if ch(.7) else (R.choice(NB[r]) if ch(.5) else r); q=Person(r2); std_dev(q); life(q,.5); A.add(q.sim(s0+gap,D,U(.8,1.6)))
    soft=ch(.35)
    for k,pr in(('phone',.35 if soft else .85),('email',.3 if soft else .8),('payment',.6)):
        if ch(pr): A.swap(k,s0+gap+R.choice([0,0,1,3]) if s0+gap+3<D else D-1)
    if ch(.3 if soft else .6): A.rename(min(D-1,s0+gap+R.randint(0,4)))
    if ch(.4): A.say(P(A.lang,["钱到了，验证码发你，邮箱今天换绑","号给你了，别找我要回去，身份证还是我的","出了，不玩了，{m}卖的"],["got the money, sending the code now, change the email today","its yours now, done with this game","sold for {m}, moving on"]),s0)
    elif ch(.3): A.say(P(A.lang,["刚收的二手号，公会还能留着我吗","大家好，我是新号主"],["just picked this account up second hand, can i stay in the guild?","new owner here, hi all"]),s0+gap+2)
    A.mark(1,'bought_second_hand','from one day another person in other place, devices and hours; the first never returns')
for i in range(14):
    r=region(lang()); A=Acct(r); base(A,U(.3,.6),.4); n=R.randint(3,5); pool=[]
    s0=R.randint(0,20)
    for j in range(n):
        q=sub_person(region(A.lang) if ch(.8) else r); pool.append(q); A.add(q.sim(s0+R.randint(0,12),D,U(.12,.5)))
    for _ in range(R.choice([0,0,1,2,3])): A.say(P(A.lang,["五个人平摊，这月每人{n}块","谁在线？轮到我{h}点","先来先玩，被顶了别骂人","密码改了，群里看"],["split {n} ways this month, pay me by {wk}","who is on? my slot starts at {h}","first come first served, dont kick me mid match","pw changed, check the chat"]),s0+R.randint(0,40))
    A.mark(1,'cost_split_strangers',f'{n+1} people in different homes and regions use one account through the whole time')
i=0
BOOST_OWN=[]
while i<14:
    br=region(lang()); b=Person(br,R.choice(['uni','worker'])); b.fixed(2); b.pmob=.03; BOOST_OWN.append(b)
    for j in range(R.randint(2,5)):
        if i>=14: break
        i+=1; r=region(lang_of(br)) if ch(.8) else br; A=Acct(r); m=np.ones(D); s0=R.randint(0,60); bm=np.zeros(D); k=R.randint(3,5)
        for w in range(k):
            f=(s0//7+w)*7
            for d in range(f+4,min(D,f+7)): bm[d]=1 if ch(.85) else 0; m[d]=.08 if ch(.85) else 1
        base(A,U(.6,1.2),.6,mask=m)
        save=b.places[0].fixed
        if ch(.3): b.places[0].fixed=[(tok(),1.)]
        if ch(.3): b.vpn=(.8,[(R.choice(VPNR[r]),r)],(0,D))
        A.add(b.sim(0,D,1,bm,[(14,2.2,.4),(21,1.8,.6)],U(90,190),.4,(1.5,2.5))); b.vpn=None; b.places[0].fixed=save
        if ch(.45): A.say(P(A.lang,["这周末帮我上{rk}，{m}一段","周末别上号，我在打","到{rk}了，尾款{m}"],["push me to {rk} this weekend? {m} per tier","dont log in sat/sun while i play","hit {rk}, second half is {m}"]),s0+3)
        A.mark(1,'weekend_booster',f'a paid player with his own machine plays long on {k} week-ends while the holder stays off')
i=0
for st in range(3):
    sr=region('zh' if st<2 else 'en'); net=[tok() for _ in range(R.randint(1,2))]; pcs=[tok() for _ in range(R.randint(4,8))]; style=['pcs','fresh','mixed'][st]
    for j in range(5 if st<2 else 6):
        r=far(sr) if ch(.85) else sr; A=Acct(r); s0=R.randint(0,70); e0=min(D,s0+R.randint(5,18)); m=np.ones(D); m[s0:e0]=U(0,.12); base(A,U(.6,1.2),.6,mask=m)
        q=Person(sr,'freel',Place(sr,net[0])); q.places[0].homes=[R.choice(net)]; q.pmob=0
        if style=='fresh' or (style=='mixed' and ch(.5)): devs=[tok()]
        else: devs=R.sample(pcs,R.randint(1,3))
        for t in devs: q.fixed(1,t)
        if ch(.35): q.vpn=(U(.6,1),[(R.choice(VPNR[r]),r)],(0,D))
        A.add(q.sim(s0,e0,1,None,[(10.5,1.2,.3),(15.5,1.5,.3),(20,1.5,.25),(25.5,1.3,.3)],U(90,170),.35,(U(2,3.6),U(2,3.6))))
        if ch(.35): A.say(P(A.lang,["工作室说{n}天到{rk}，先别登","代练单下了，{m}，等完工"],["order placed, they say {n} days to {rk}, stay logged out","the service wants {m} for {rk}, giving them the login"]),s0-1)
        A.mark(1,'boosting_studio','a studio plays in shifts for some days, holder is away and comes back after')
for i in range(13):
    r=region('zh' if ch(.75) else 'en'); A=Acct(r,R.choice(['uni','worker','freel'])); base(A,U(.25,.8),.5); s0=R.randint(0,45); dcs=R.sample(DC,R.randint(1,3)); lo=len(A.S)
    n=R.randint(14,75)
    for _ in range(n):
        d=R.randint(s0,D-1); hh=R.choice([R.gauss(17.5,1.4),R.gauss(20,1.3),R.gauss(23.5,1.2),R.gauss(13,1.5)]); st=T0+d*DAY+(hh-TZ[r])*3600; c=R.choice(dcs)
        A.add([[st,st+R.choice([60,60,120,120,180,300])*60*U(.85,1.02),tok(),c[0],c[1] if ch(.6) else r]])
    if ch(.4): A.say(P(A.lang,["扫码上号，不给密码，{n}块一小时","上号器挂着了，自己下单"],["scan to log in, no password given, {n} an hour","loader is up, book a slot"]),s0,'listing')
    A.mark(1,'login_injector','renters come in through a login relay: a fresh device each time, hosting networks, round hours, beside the holder')
for i in range(12):
    r=region(lang()); A=Acct(r); s0=R.randint(12,40); e0=R.randint(s0+14,80); m=np.ones(D); m[s0:e0]=0
    if ch(.4): m[e0-3:e0]=.5
    base(A,1,.5,mask=m); q=Person(far(r) if ch(.75) else r); std_dev(q); Z=[]
    while len(Z)<9: Z=q.sim(s0+R.randint(0,2),min(D,e0+R.randint(0,2)),U(1.0,2)); q.mood=np.maximum(q.mood,.6)
    A.add(Z)
    for k in('phone','email'):
        if ch(.65): A.swap(k,s0+1,e0)
    if ch(.3): A.rename(s0+1)
    if ch(.5): A.say(P(A.lang,["你怎么把号找回了？退钱{m}","我没找回，客服弄的","收号三周被找回，黑心"],["you took it back after i paid {m}??","wasnt me, support reset it","give me my money back, you recovered the account"]),min(D-1,e0+1))
    A.mark(1,'sold_then_taken_back',f'a buyer plays for {e0-s0} days, then the seller has it back')
for i in range(12):
    r=region(lang()); A=Acct(r,R.choice(['worker','uni','parent'])); s0=R.randint(5,55); e0=min(D,s0+R.randint(16,40)); base(A,U(.5,.9),.7)
    q=sub_person(r,R.choice(['uni','freel'])); A.add(q.sim(s0,e0,U(.6,1.1),None,None,U(70,120)))
    # holder's short peeks while it runs
    A.add(A.p.sim(s0,e0,.5,None,None,6,.4))
    A.say(P(A.lang,["{m}到{rk}，说好的，你打我不上","今晚你上我的号吧，钱晚点转你","赛季末打完就不用了，辛苦费{m}"],["{m} for {rk} like we said, i stay off","use mine tonight, ill pay you later","last push this season, {m} for your time"]),s0+R.randint(-1,6))
    A.mark(1,'paid_local_player','a paid player of the same town pushes rank for some weeks from his own device and home; faint')
i=0; MINOR_OWN=[]
while i<14:
    mr=region('zh' if ch(.8) else 'en'); q=sub_person(mr,'pupil'); MINOR_OWN.append(q); per=R.randint(3,4); s0=R.randint(0,15); seg=(D-s0)//per
    for j in range(per):
        if i>=14: break
        i+=1; r=far(mr) if ch(.85) else mr; A=Acct(r,R.choice(['retired','worker','farmer','parent'])); A.age='adult'; A.need_att=True; base(A,U(.08,.5),.4)
        a=s0+j*seg+R.randint(-3,3); A.add(q.sim(max(0,a),min(D,a+seg+R.randint(-4,6)),1.5,None,[(17.8,1,.3),(22.6,.9,.5),(6.7,.3,.06),(14,1.5,.15)],60,.5,(1.1,1.7)))
        if ch(.3): A.say(P(A.lang,["成年号，已实名，不限时，{m}一周","小朋友也能玩，脸我来过"],["adult verified, no time limit, {m} a week","face check done by me, just play"]),a,'listing' if ch(.4) else 'message')
        A.mark(1,'minor_on_adult_account','a minor plays a rented account of an unrelated adult, next to other such accounts, late in the evening')
for i in range(13):
    r=region(lang()); A=Acct(r); base(A,U(.4,.9),.5); s0=R.randint(0,35); ex=[(R.choice(VPNR[r]),r) for _ in range(R.randint(1,2))]; k=R.randint(1,2)
    for _ in range(k):
        q=sub_person(far(r),R.choice(['uni','night','freel','pupil'])); q.pmob=.05; q.vpn=(U(.75,.97),ex,(0,D)); A.add(q.sim(s0,D-R.randint(0,20),U(.4,1.1)))
    if ch(.45): A.say(P(A.lang,["开我这边的加速节点再上，不然要验证","月租{m}，别同时在线就行"],["turn on the node for my city before you log in or it asks for a code","monthly is {m}, just not while im on"]),s0)
    A.mark(1,'renter_behind_vpn',f'{k} renter(s) by the month come through a relay in the holder\'s region; both play, sessions collide, now and then the true region shows')
i=0
while i<13:
    hr=region('zh' if ch(.7) else 'en'); hd=[tok() for _ in range(R.randint(2,5))]; hn=R.choice(DC) if ch(.5) else (tok(),hr)
    for j in range(R.randint(2,5)):
        if i>=13: break
        i+=1; r=far(hr); A=Acct(r,R.choice(['worker','uni'])); base(A,U(.4,.9),.6); A.add(A.p.sim(0,D,.3,None,None,5,.4)); s0=R.randint(0,55); e0=min(D,s0+R.randint(14,60))
        q=Person(hr,'freel',Place(hr,hn[0],False)); q.pmob=0
        for t in R.sample(hd,R.randint(1,2)): q.fixed(1,t)
        A.add(q.sim(s0,e0,1,None,[(2,2,.3),(10,2,.4),(15,2,.3)],U(150,330),.35,(U(1.2,2.2),)*2))
        if ch(.35): A.say(P(A.lang,["托管{n}周，材料刷满，{m}","白天你挂，晚上我自己玩"],["hosting for {n} weeks, farm mats, {m}","you run it in the day, i play evenings"]),s0)
        A.mark(1,'farming_host','handed to a hosting service that runs it long hours on its own machines; holder looks in shortly')
for i in range(13):
    r=region(lang()); A=Acct(r); m=np.ones(D); n=R.randint(5,14); occ=sorted(R.sample(range(2,D-4,4),min(n,20))); sess=[]
    for d in occ:
        q=sub_person(region(A.lang) if ch(.7) else r); k=R.randint(1,3); m[d:d+k]=.1; sess+=q.sim(d,d+k,2.4)
    base(A,U(.5,1),.4,mask=m); A.add(sess)
    for _ in range(R.choice([0,0,1,2])): A.say(P(A.lang,["体验卡，三天{m}，押金退","想试限定皮肤的私，按天"],["try my skins, {m} for a day or two, deposit back","day pass free this {wk}, dm"]),R.choice(occ),R.choice(['listing','post','message']))
    A.mark(1,'day_pass_lender',f'lent by the day to {len(occ)} borrowers one after another, holder back between')
for i in range(10):
    r=region('zh' if ch(.75) else 'en'); net,pcs=R.choice(CAFE[r]); A=Acct(r,'worker'); A.age='adult'; base(A,U(.1,.4),.3); q=Person(r,'freel',Place(r,net,False)); q.pmob=0
    for t in sh(pcs,R.randint(9,len(pcs))): q.fixed(1,t)
    for _ in range(R.randint(2,3)):  # several customers a day, independent of each other
        q2=Person(r,'uni'); q2.places=[q.places[0]]; q2.pmob=0; q2.wh=(0,0)
        A.add(q2.sim(R.randint(0,20),D,1,None,[(14,2.5,.3),(19,2,.35),(24,2.2,.35)],U(60,140),.5,(U(.4,1.1),U(.7,1.8))))
    if ch(.5): A.say(P(A.lang,["来店上机可用店里的号，{n}元一场","店里全英雄号，跟前台说一声"],["house account available at the desk, {n} a session","ask the counter for the shop login"]),None,R.choice(['post','listing']))
    A.mark(1,'cafe_house_account','the cafe keeper lets walk-in customers use it on the shop machines; several people the same day')
# ================================================================= INNOCENT
def inn(A,k,why): A.mark(0,k,why)
for b in BOOST_OWN[:8]:
    A=Acct(b.places[0].r,hp=b); A.add(b.sim(0,D,.7)); 
    if ch(.6): A.say(P(A.lang,["周末接单，{rk}以下稳","代打私聊"],["taking orders this weekend, up to {rk}","dm for boosts"]),None,'post')
    inn(A,'booster_own_main','the booster\'s own account, played by himself only')
for q,_ in OWN_RENTERS[:8]:
    A=Acct(q.places[0].r,hp=q); A.age='minor'; A.add(q.sim(0,D,.6)); inn(A,'renter_own_account','own account of a pupil who rents another; this one only he plays')
for q in MINOR_OWN:
    A=Acct(q.places[0].r,hp=q); A.age='minor'; A.add(q.sim(0,D,.5)); inn(A,'minor_renter_own','own account of a minor who rents adult accounts; he is its holder')
for _ in range(4):
    r=region(lang()); pl=Place(r); con=tok(); 
    for j in range(R.randint(3,4)):
        p=Person(r,R.choice(['pupil','worker','parent','pupil']),pl); A=Acct(r,hp=p)
        p.port=[]; (p.phone(.4) if ch(.6) else None)
        if not j: pl.fixed.append((con,1.5))
        base(A,1,.5)
        if j and ch(.3): A.tk.pop('payment',0)
        inn(A,'family_console','one console for the family, each his own account')
for _ in range(12):
    r=region(lang()); A=Acct(r,'pupil',std=False); p=A.p; p.phone(1); base(A,.8,.5); q=Person(r,'pupil',p.places[0]); q.phone(1); q.school=R.choice(SCH[r]); q.pmob*=.5; A.add(q.sim(0,D,U(.4,.9)))
    if ch(.35): A.say(P(A.lang,["我弟在玩，等他写作业去","妹妹又把我号顶了"],["thats my brother playing, wait","my sis kicked me off again"]))
    inn(A,'siblings_one_account','brother and sister at home use one account on two tablets')
for _ in range(12):
    r=region(lang()); A=Acct(r,'worker'); p=A.p; (p.phone(1) if not p.port else 0); d=R.randint(0,8)
    while d<D-3: k=R.randint(2,6); p.trip(d,k,far(r) if ch(.75) else R.choice(list(OTH))); d+=k+R.randint(3,11)
    A.add(p.sim()); inn(A,'traveller','business traveller with the same phone or laptop in many regions')
for _ in range(12):
    r=region(lang()); A=Acct(r,R.choice(['worker','uni'])); p=A.p; (p.phone(1) if not p.port else 0); pl=p.trip(0,0,R.choice(NB[r]) if ch(.6) else far(r)); 
    if ch(.6): pl.fixed.append((tok(),U(.5,2)))
    for d in range(D):
        if d%7 in(0,1,2,3) or (d%7==4 and ch(.4)): p.where[d]=1
    A.add(p.sim()); inn(A,'commuter_two_cities','works in one city in the week, home in another at the week-end')
for _ in range(12):
    r=region(lang()); A=Acct(r,'uni'); p=A.p; (p.phone(1) if not p.port else 0); r2=r if ch(.4) else (R.choice(NB[r]) if ch(.5) else far(r)); pl=Place(r2,p.school,False); p.places.append(pl); p.where[:]=1; p.fixed(1.5)
    if ch(.5): pl.fixed.append((tok(),1.))
    every=R.choice([1,2,3,4,6])
    for w in range(13):
        if w%every==0: p.where[w*7+5:w*7+7]=0
    p.where[60:65]=0; A.add(p.sim()); inn(A,'student_home_dorm','student: dorm in the week, home PC now and then')
for _ in range(12):
    r=region('zh' if ch(.7) else 'en'); A=Acct(r,R.choice(['uni','worker','pupil'])); base(A,U(.2,.7),.5); cs=CAFE[r] if ch(.5) else CAFE[r][:1]
    for net,pcs in cs:
        q=A.p; q2=Person(r,'uni',Place(r,net,False)); q2.wd,q2.we=q.wd,q.we; q2.pmob=0; q2.wh=(0,0)
        for t in pcs: q2.fixed(1,t)
        A.add(q2.sim(0,D,U(.5,1.1)))
    S=sorted(A.S,key=lambda x:x[0]); A.S=[]; e=0
    for x in S:
        if x[0]>e: A.S.append(x); e=x[1]+600
    inn(A,'cafe_regular','one person on many machines of his internet cafe')
for _ in range(10):
    r=region(lang()); A=Acct(r,R.choice(['freel','retired','parent'])); base(A,.8,.4); hlp=Person(r,'worker',A.p.places[0]); hlp.phone(1); hlp.pmob=.05; hlp.wh=(0,0)
    A.add(hlp.sim(0,D,U(.3,.8),weekdays_mask(sh(range(7),R.randint(3,5)),0,D),[(10.5,1,.5),(16,1,.5)],30))
    if ch(.6): A.say(P(A.lang,["护工帮我点按键，我手不方便","今天姐姐代我按手柄，我看着"],["my carer presses the buttons for me, hands are bad today","my helper sets up the session, i play with the adaptive pad"]))
    inn(A,'helper_of_disabled','a helper at the holder\'s home logs in with him there, on her own phone too')
for _ in range(12):
    A=Acct(region(lang())); base(A); d=R.randint(0,60)
    for k in range(R.randint(2,5)): A.say(P(A.lang,["教练这周还看我的录像吗，{m}一节","语音教学就行，我自己打","你看我直播我打，{wk}{h}点","到{rk}的学费{m}已转"],["coach can you review my replay {wk}? {m} a lesson right","voice coaching only, i play myself","ill stream my screen and you tell me","paid the {m}, get me to {rk} coach"]),d+k*6)
    inn(A,'coached','pays a coach who watches and talks; nobody else logs in')
for _ in range(6):
    r=region(lang()); t=tok(); d=R.randint(20,65); r2=r if ch(.4) else far(r)
    A=Acct(r,std=False); p=A.p; p.port=[(t,1.,0,d),(tok(),1.,d,D)]; base(A,1,.4); inn(A,'second_hand_device','sold his old phone; another man\'s account uses it later')
    B=Acct(r2,std=False); p=B.p; p.port=[(tok(),1.,0,d+R.randint(2,8))]; p.port.append((t,1.,p.port[0][3],D)); base(B,1,.4)
    if ch(.5): B.say(P(B.lang,["二手手机到了，终于不卡","闲鱼收的平板，{m}块真香"],["got a used phone, runs great","bought a second hand tablet for {m}"]),d+8)
    inn(B,'second_hand_device','plays on a phone bought used from another player')
for _ in range(14):
    r=region(lang()); A=Acct(r,std=False); p=A.p; d=R.randint(15,72); g=R.choice([0,0,3,-4,10]); p.port=[(tok(),1.,0,max(5,d+g)+(R.randint(0,9) if ch(.5) else 0)),(tok(),1.,max(5,d+g),D)]
    pl=p.trip(d,D-d,far(r) if ch(.8) else R.choice(list(OTH)))
    if ch(.5): A.swap('phone',min(D-2,d+R.randint(0,9)))
    if ch(.15): A.swap('payment',min(D-2,d+R.randint(0,9)))
    if ch(.25): A.rename(R.randint(5,80))
    A.add(p.sim())
    if ch(.4): A.say(P(A.lang,["搬家了，新城市网还没装","换工作到新地方，晚上才有空"],["moved cities, finally have internet","new job new town new phone, whos on"]),d+4)
    inn(A,'moved_with_new_phone','moved house and got a new phone in the same weeks; mail, payment and hours go on')
for _ in range(13):
    r=region(lang()); A=Acct(r); A.p.vpn=(U(.25,.95),R.sample(VPN,R.randint(2,9)),(R.choice([0,0,20,45]),D)); base(A); inn(A,'vpn_user','own device behind a VPN with changing exits')
for _ in range(13):
    r=region(lang()); A=Acct(r,std=False); A.p.phone(1); A.p.pmob=U(.6,.98); A.p.jump=U(.08,.14); base(A); inn(A,'carrier_region_jump','mobile carrier whose gateway shows neighbouring regions')
for _ in range(12):
    r=region(lang()); A=Acct(r,'worker'); p=A.p; life(p,.6); per=R.choice([3,4,7,14]); offs=[0,8,-7] if ch(.6) else [0,11]
    for o in range(len(offs)):
        m=np.array([1. if (d//per)%len(offs)==o else 0. for d in range(D)]); A.add(p.sim(0,D,1,m,[(h+offs[o],s,w) for h,s,w in p.wd]))
    if ch(.3): A.say(P(A.lang,["这周倒班，早上才能玩"],["on nights this week so mornings only"]))
    inn(A,'shift_worker','rotating shifts, hours change week by week')
for _ in range(11):
    r=region(lang()); A=Acct(r,'freel',std=False); A.p.fixed(3); A.p.phone(.4); A.p.rwd=A.p.rwe=U(.8,1.6); A.p.med=U(200,360); A.p.sig=.35; base(A,1,.6)
    for _ in range(R.randint(4,12)): A.say(P(A.lang,["开播啦，今晚冲{rk}","直播{n}小时挑战","水友赛来打"],["going live, road to {rk}","{n} hour stream today","viewer games tonight"]),None,'live')
    inn(A,'streamer','long sessions, on air, one room')
for _ in range(6):
    r=region(lang()); pl=Place(r); ld=ch(.35); r2=far(r) if ld else r; devs=[tok(),tok()]; acc=[]
    for j in range(2):
        p=Person(r if j==0 else r2,R.choice(['worker','uni']),pl if (j==0 or not ld) else None); p.port=[(devs[j],1.,0,D)]
        A=Acct(p.places[0].r,hp=p); acc.append(A)
        if ld:
            for w in R.sample(range(13),4): p.trip(w*7+5,2,r2 if j==0 else r).homes=[tok()]
    for j in range(2):
        A=acc[j]; p=A.p; p.port.append((devs[1-j],U(.08,.3) if not ld else .03,0,D)); A.add(p.sim())
        if ch(.3): A.say(P(A.lang,["用对象手机上的，我的没电了","老婆的平板屏幕大"],["on my gf's phone, mine died","using my husband's tablet tonight"]))
        inn(A,'couple','couple, each now and then on the other\'s device')
for _ in range(14):
    A=Acct(region(lang())); base(A)
    A.say(P(A.lang,["我这号{rk}能卖多少","想出号，{m}有人要吗","租出去一小时{n}块靠谱吗","算了不卖了，舍不得"],["what would my {rk} account sell for","thinking of selling, {m}?","is renting it out worth it, {n} an hour?","nah keeping it, too many memories"]),R.randint(5,70),R.choice(['message','post','comment','listing']))
    if ch(.5): A.say(P(A.lang,["不卖了","还是自己留着玩","别加我了，没打算出"],["not selling anymore","decided to keep it","stop messaging, its not for sale"]),80)
    inn(A,'asked_about_selling','asked for the price or offered once, but nothing changed in who plays')
for _ in range(11):
    r=region(lang()); A=Acct(r,R.choice(['worker','freel','uni']),std=False)
    for _ in range(R.randint(2,4)): A.p.phone(U(.2,1))
    for _ in range(R.randint(2,3)): A.p.fixed(U(.3,1.5))
    if ch(.4): A.p.vpn=(.1,R.sample(VPN,2),(0,D))
    base(A,1.4); inn(A,'many_own_devices','gadget lover: phone, tablet, PC, console, handheld all his own')
for _ in range(10):
    r=region(lang()); A=Acct(r,std=False); d=R.randint(10,70); k=R.randint(5,14); t=tok(); A.p.port=[(t,1.,0,d),(tok(),1.,d,d+k),(t,1.,d+k,D)]; base(A,1,.3)
    if ch(.5): A.say(P(A.lang,["手机送修了，用备用机"],["phone in repair, on a loaner"]),d+1)
    inn(A,'loaner_phone','a loan phone while his own is in repair')
for _ in range(11):
    r=region(lang()); A=Acct(r,R.choice(['pupil','uni'])); p=A.p; d=R.randint(5,60); k=R.randint(8,25); pl=p.trip(d,k,R.choice(NB[r]) if ch(.5) else far(r),[tok() for _ in range(R.randint(1,2))]); A.add(p.sim())
    if ch(.3): A.say(P(A.lang,["在奶奶家，用表哥电脑玩"],["at grandma's, playing on my cousins pc"]),d+2)
    inn(A,'weeks_at_relatives','some weeks with relatives, on their tablet or PC')
for _ in range(11):
    r=region(lang()); A=Acct(r,'pupil',std=False); p=A.p; p.fixed(2); pl=p.trip(0,0,r if ch(.4) else R.choice(NB[r]),[tok()]); (p.phone(.6) if ch(.5) else 0); per=R.choice([7,7,14,3])
    for d in range(D):
        if (d//per)%2: p.where[d]=1
    A.add(p.sim()); inn(A,'two_parents_homes','child alternates between two parents\' homes, a device at each')
for _ in range(2):
    r=region(lang()); pl=Place(r,dyn=False); pcs=[tok() for _ in range(6)]; d=R.randint(20,60); k=R.randint(7,20)
    for j in range(5):
        A=Acct(region(lang_of(r)),'uni'); p=A.p; p.places.append(pl); p.where[d:d+k]=len(p.places)-1; A.add(p.sim(0,d),p.sim(d+k,D)); p2=p; sv=p2.port; pl.fixed=[(x,1.) for x in R.sample(pcs,2)]; p2.port=[]; A.add(p2.sim(d,d+k,2.2,None,None,110)); p2.port=sv
        if ch(.4): A.say(P(A.lang,["集训中，队里机器真好"],["bootcamp week with the team"]),d+1)
        inn(A,'team_bootcamp','club team: some weeks together on the team machines, each on his own account')
for _ in range(12):
    r=region(lang()); A=Acct(r); base(A)
    ev=R.randint(2,9); mp={}
    for x in A.S: 
        k=(x[2],int((x[0]-T0)/DAY)//ev); mp.setdefault(k,tok()); x[2]=mp[k]
    inn(A,'device_token_resets','privacy phone or reinstalls: device token new every few days, same home and hours')
for _ in range(12):
    r=region(lang()); A=Acct(r); base(A,U(.4,.9)); cg=R.sample(CLOUDG,R.randint(1,2)); q=A.p; S=q.sim(0,D,U(.4,.9))
    for x in S: c=R.choice(cg); x[2]=tok(); x[3]=c[0]; x[4]=c[1]
    A.S+=S; A.S.sort(key=lambda x:x[0]); o=[];e=0
    for x in A.S:
        if x[0]>e+300: o.append(x); e=x[1]
    A.S=o
    if ch(.35): A.say(P(A.lang,["云游戏排队{n}分钟才进"],["cloud gaming queue {n} minutes again"]))
    inn(A,'cloud_gaming','plays partly by a cloud gaming service: fresh device each time, hosting network, but his own hours')
for _ in range(10):
    r=region(lang()); A=Acct(r,std=False); p=A.p; p.phone(1); p.mood*=1.6; p.rwd*=2; p.rwe*=1.6; p.med*=1.5; p.wd=[(h+U(-2,3),s*2.2,w) for h,s,w in p.wd]; base(A,1,.5); inn(A,'between_jobs','no job or sick leave: plays at all hours, same phone and home')
for _ in range(10):
    r=region(lang()); A=Acct(r); base(A,.8,.6); f=Place(r,dyn=False); fd=tok()
    for _ in range(R.randint(5,12)):
        d=R.randrange(D); st=T0+d*DAY+(R.gauss(19.5,1.5)-TZ[r])*3600; A.S=[x for x in A.S if x[1]<st-1800 or x[0]>st+4*3600]; A.S.append([st,st+U(40,170)*60,fd,f.homes[0],r])
    if ch(.3): A.say(P(A.lang,["在朋友家打，用他主机"],["at my mates place on his console"]))
    inn(A,'at_a_friends_house','plays in person at a friend\'s home on his console on some evenings')
# ================================================================= ORDINARY
def noise(A):
    r=A.r
    if ch(.03): net,pcs=R.choice(CAFE[r]); A.add([[ (st:=T0+R.randrange(D)*DAY+(R.gauss(20,2)-TZ[r])*3600), st+U(40,200)*60,R.choice(pcs),net,r] for _ in range(R.randint(2,7))])
    if ch(.04): A.swap('phone',R.randint(3,85))
    if ch(.03): A.swap('payment',R.randint(3,85))
    if ch(.05): A.rename(R.randint(2,88))
    A.mark(0,'ordinary','ordinary life')
N0=len(ACCTS); prev=None
while len(ACCTS)-N0<3000:
    x=R.random()
    if prev and x<.13:          # someone of the same household, own account; sometimes a shared machine or a borrowed phone
        A=Acct(prev.r,hp=Person(prev.r,None,prev.p.places[0])); A.p.phone(1) if ch(.85) or not prev.p.places[0].fixed else None
        if ch(.1) and prev.p.port: A.p.port.append((prev.p.port[0][0],U(.02,.15),0,D))
        if ch(.25) and 'payment' in prev.tk: A.tk['payment']=list(prev.tk['payment'])
    elif prev and x<.155:       # a second account of the same person
        A=Acct(prev.r,hp=prev.p)
        for k in('phone','payment','identity'):
            if k in prev.tk and ch(.7): A.tk[k]=list(prev.tk[k])
    else: A=Acct(region(lang()))
    if ch(.06): A.p.vpn=(U(.1,.7),R.sample(VPN,R.randint(1,4)),(R.randint(0,60),D))
    q=R.random()
    if A.p is (prev.p if prev else None): A.add(A.p.sim(0,D,U(.1,.6)))
    elif q<.06: base(A,U(.04,.2))
    elif q<.12: base(A,1,1,R.randint(10,60),D); 
    elif q<.16: base(A,1,1,0,R.randint(25,80))
    else: base(A)
    noise(A); prev=A
# household ties among some ordinary accounts
for A in ACCTS: chatter(A,2.6)
# ================================================================= FINISH
bydev={}
for A in ACCTS:
    for x in A.S:
        if x[2]: bydev.setdefault(x[2],[]).append((x[0],A.id,x))
for t,L in bydev.items():                     # one machine seldom serves two accounts at the same minute
    if len({y[1] for y in L})<2: continue
    L.sort(key=lambda y:y[:2])
    for (_,a,x),(_,b,z) in zip(L,L[1:]):
        if a!=b and x[1]>z[0] and ch(.92): x[1]=max(x[0]+20,z[0]-R.randint(5,300))
ts=lambda x:dt.datetime.fromtimestamp(int(x),dt.timezone.utc)
LO,HI=T0,T0+D*DAY
sess=[];tokr=[];last={}
for A in ACCTS:
    S=sorted((x for x in A.S if LO<=x[0]<HI-600),key=lambda x:x[0])
    for i in range(len(S)-1):                 # a new log-in mostly throws the former out
        a,b=S[i],S[i+1]
        if a[1]>b[0]:
            if a[2]==b[2] or ch(.86): a[1]=max(a[0]+30,b[0]-R.randint(-20,25))
    S=[x for x in S if x[1]-x[0]>25]
    x=R.random(); drop=4 if x<.05 else 2 if x<.10 else 3 if x<.13 else None
    seen={}
    for s in S:
        s[1]=min(s[1],HI-1)
        for k,j in(('device',2),('network',3)):
            if s[j] and drop!=j: f=seen.setdefault((k,s[j]),[s[0],s[1],0]); f[1]=max(f[1],s[1]); f[2]+=1
        v=[None if (drop==j or ch(.012)) else s[j] for j in(2,3,4)]
        sess.append((A.id,ts(s[0]),None if ch(.025) else ts(s[1]),*v))
    last[A.id]=max((s[1] for s in S),default=A.created+DAY)
    for (k,t),f in seen.items():
        if k=='device' and not ch(.06): tokr.append((A.id,k,t,ts(f[0]),ts(f[1])))
        if k=='network' and f[2]>=3: tokr.append((A.id,k,t,ts(f[0]),ts(f[1])))
    for k,L in A.tk.items():
        for t,a,b in L:
            if a and a>=HI: continue
            lo=a or A.created+R.randint(0,3000); hi=b or max(lo+60,last[A.id]-(R.randint(0,40*DAY) if k=='payment' else 0)); hi=max(lo+1,hi)
            tokr.append((A.id,k,t,ts(lo),ts(hi) if not ch(.05) else None))
    if ch(.75 if A.r.startswith('CN') else .25) or getattr(A,'need_att',False):
        at=A.created+R.randint(0,5*DAY); ATT.append((A.id,'real_name','pass',A.age,ts(at),None,R.choice(['idv-a','idv-b'])))
        if ch(.08): ATT.append((A.id,'real_name',R.choices(['pass','fail'],[8,1])[0],A.age,ts(R.randint(LO,HI-1)),None,R.choice(['idv-a','idv-b'])))
        if A.age=='minor' and ch(.6): ATT.append((A.id,'guardian','pass','minor',ts(at+R.randint(0,DAY)),None,'idv-a'))
pc={}
posts=[]
ids=[a.id for a in ACCTS]
for A,t,k,tg,tx in POSTS:
    t=min(max(t,LO),HI-1); pc[A.id]=pc.get(A.id,0)+1
    tgt=R.choice(ids) if k in('message',) and ch(.8) else ('t'+'%08x'%R.getrandbits(32) if k in('comment','listing') else None)
    posts.append(('p'+'%014x'%R.getrandbits(56),A.id,ts(t),k,tgt,None,tx,A.lang if ch(.8) else None))
acc=[]
for A in ACCTS:
    acc.append((A.id,A.h,A.d,
     (R.choice(['随缘玩','佛系','喜欢音乐和猫','上班摸鱼','']) if A.lang=='zh' else R.choice(['casual','cats and coffee','dad of two, bad aim','gg','just here for raids'])) if ch(.3) else None,
     A.r if ch(.35) else None,'game',ts(A.created),'active',ts(last[A.id]),int(R.lognormvariate(2.5,1.3)),int(R.lognormvariate(2.8,1.1)),pc.get(A.id,0),ch(.4),ch(.2),A.lang if ch(.9) else None))
tz=pa.timestamp('us','UTC'); s=pa.string(); i64=pa.int64(); bo=pa.bool_()
mg={}
for r in tokr:
    k=r[:3]
    if k in mg: o=mg[k]; mg[k]=(*k,min(o[3],r[3]),None if o[4] is None or r[4] is None else max(o[4],r[4]))
    else: mg[k]=r
tokr=list(mg.values())
def w(name,rows,cols,order):
    rows.sort(key=order); t=pa.table({c:pa.array([r[i] for r in rows],ty) for i,(c,ty) in enumerate(cols)}); pq.write_table(t,os.path.join(OUT,name+'.parquet')); print(name,t.num_rows)
w('accounts',acc,[('account_id',s),('handle',s),('display_name',s),('bio',s),('location',s),('kind',s),('created_at',tz),('status',s),('last_active_at',tz),('followers',i64),('following',i64),('posts',i64),('default_avatar',bo),('is_private',bo),('language',s)],lambda r:r[0])
w('sessions',sess,[('account_id',s),('started_at',tz),('ended_at',tz),('device_token',s),('network_token',s),('region',s)],lambda r:(r[1],r[0]))
w('tokens',tokr,[('account_id',s),('kind',s),('token',s),('first_seen_at',tz),('last_seen_at',tz)],lambda r:(r[0],r[1],r[2]))
w('posts',posts,[('post_id',s),('account_id',s),('at',tz),('kind',s),('target_id',s),('title',s),('text',s),('language',s)],lambda r:(r[2],r[0]))
w('profile_changes',[(A.id,ts(t),f,o,n) for A,t,f,o,n in CHG if t<HI],[('account_id',s),('at',tz),('field',s),('old',s),('new',s)],lambda r:(r[1],r[0]))
w('attestations',ATT,[('account_id',s),('kind',s),('result',s),('age_band',s),('at',tz),('expires_at',tz),('provider',s)],lambda r:(r[0],r[4]))
with open(os.path.join(HERE,'truth.csv'),'w',newline='') as f:
    c=csv.writer(f); c.writerow(['account_id','guilty','kind','why'])
    for a in sorted(TRUTH): c.writerow([a,*TRUTH[a]])

if os.environ.get('DBG'):
    import statistics as st
    by={}
    for A in ACCTS:
        own={x[0] for x in A.p.port}|{t for p in A.p.places for t,_ in p.fixed}; g,k,_=TRUTH[A.id]
        n=len([x for x in A.S if LO<=x[0]<HI]); o=len([x for x in A.S if LO<=x[0]<HI and x[2] not in own])
        by.setdefault((g,k),[]).append((n,o,len({x[2] for x in A.S}),len({x[4] for x in A.S}),len({x[3] for x in A.S})))
    for (g,k),v in sorted(by.items()): print(g,f'{k:26}',len(v),'sess med',st.median(x[0] for x in v),'min',min(x[0] for x in v),'| other min/med',min(x[1] for x in v),st.median(x[1] for x in v),'| dev/reg/net med',*[st.median(x[i] for x in v) for i in(2,3,4)])
