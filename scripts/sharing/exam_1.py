import os, csv, hashlib, datetime as dt
import numpy as np, pyarrow as pa, pyarrow.parquet as pq
HERE=os.path.dirname(os.path.abspath(__file__)); OUT=os.path.join(HERE,'world'); os.makedirs(OUT,exist_ok=True)
R=np.random.default_rng(770419)
T0=dt.datetime(2025,8,4,tzinfo=dt.timezone.utc); ND=81
DAY=1440.
def u(a=0.,b=1.): return float(R.uniform(a,b))
def ri(a,b): return int(R.integers(a,b+1))
def ch(xs): return xs[int(R.integers(len(xs)))]
def pr(p): return R.random()<p
def tok(): return hashlib.sha256(R.bytes(24)).hexdigest()
used=set()
def nid(pref='',n=12):
    while True:
        x=pref+''.join('0123456789abcdefghijkmnpqrstuvwxyz'[i] for i in R.integers(0,34,n))
        if x not in used: used.add(x); return x
CN={'CN-GD':12,'CN-ZJ':8,'CN-JS':9,'CN-SH':6,'CN-BJ':6,'CN-SC':7,'CN-HN':6,'CN-HA':6,'CN-HB':5,'CN-SD':7,'CN-FJ':4,'CN-LN':3,'CN-SN':3,'CN-CQ':4,'CN-HL':2,'CN-YN':2,'CN-GX':3,'CN-JX':3,'CN-AH':4,'CN-HE':4,'CN-TJ':2}
ZX={'TW':4,'HK':3,'MY':3,'SG':3}
EN={'US-CA':8,'US-TX':6,'US-NY':5,'US-FL':4,'US-IL':3,'US-WA':2,'GB':8,'CA-ON':4,'AU-NSW':3,'PH':5,'IN-KA':3,'IE':1,'SG':2,'NZ':1}
TZ={'US-CA':-7,'US-TX':-5,'US-NY':-4,'US-FL':-4,'US-IL':-5,'US-WA':-7,'GB':1,'CA-ON':-4,'AU-NSW':10,'IN-KA':5.5,'IE':1,'NZ':12,'DE':2,'JP':9,'KR':9}
def tz(r): return TZ.get(r,8)
def pick(d): k=list(d); w=np.array([d[x] for x in k],float); return k[int(R.choice(len(k),p=w/w.sum()))]
ZHALL={**CN,**ZX}
def near(r):
    pool=CN if r in CN else (EN if r in EN else ZX); 
    while True:
        x=pick(pool)
        if x!=r: return x
CARR={}
def carrier(r):
    if r not in CARR: CARR[r]=[tok() for _ in range(9)]
    return ch(CARR[r])
VPN=[(tok(),r) for r in ['HK','SG','JP','US-CA','KR','DE','US-NY','CN-SH','CN-GD','TW'] for _ in range(2)]
DC=[tok() for _ in range(14)]
class Cafe:
    def __init__(s,r): s.r=r; s.net=tok(); s.pcs=[tok() for _ in range(ri(14,40))]
CAFES={}
def cafe(r):
    L=CAFES.setdefault(r,[])
    if len(L)<3: L.append(Cafe(r))
    return ch(L)
# ---------- people
def curve(t):
    w=np.full(24,.015); e=np.full(24,.015)
    def s(x,d): 
        for k,v in d.items(): x[k%24]=v
    if t=='worker': s(w,{7:.15,8:.3,12:.5,13:.3,18:.4,19:.8,20:1.2,21:1.4,22:1.1,23:.6,0:.2}); s(e,{h:.6 for h in range(9,24)}); s(e,{20:1,21:1,22:1,23:.8,0:.4,1:.15})
    if t=='student': s(w,{11:.2,12:.7,13:.4,16:.4,17:.7,18:.6,19:.8,20:1,21:1.1,22:1.1,23:.8,0:.4,1:.15}); s(e,{h:.7 for h in range(10,24)}); s(e,{0:.7,1:.4,2:.15})
    if t=='night': s(w,{h:.5 for h in range(14,24)}); s(w,{22:1,23:1.2,0:1.2,1:1,2:.8,3:.4}); e=w.copy()
    if t=='retired': s(w,{h:.6 for h in range(6,12)}); s(w,{14:.6,15:.8,16:.6,19:.7,20:.7,21:.3}); e=w.copy()
    if t=='home': s(w,{h:.5 for h in range(9,16)}); s(w,{21:.9,22:.7,23:.2}); s(e,{h:.4 for h in range(9,23)})
    if t=='teen': s(w,{17:.4,18:.4,19:.5,20:.8,21:.3}); s(e,{h:.5 for h in range(9,22)}); s(e,{20:1.3,19:.9})
    k=ri(-1,1); g=R.gamma(3,1/3,24)
    w=np.roll(w,k)*g; e=np.roll(e,k)*R.gamma(3,1/3,24)
    return w/w.sum(), e/e.sum()
class P: pass
def person(lang=None,region=None,typ=None,house=None,noise=True):
    p=P(); p.lang=lang or ('zh' if pr(.62) else 'en')
    p.region=region or (house.region if house else pick(ZHALL if p.lang=='zh' else EN)); p.tz=tz(p.region)
    p.typ=typ or ('worker','student','night','retired','home','teen')[int(R.choice(6,p=[.44,.27,.1,.05,.07,.07]))]
    p.w,p.e=curve(p.typ)
    p.nets=house.nets if house else homenets()
    p.devs=[]
    if pr(.72): p.devs.append([tok(),u(.4,1.),0])
    if pr(.8) or not p.devs: p.devs.append([tok(),u(.15,.9),1])
    if pr(.13): p.devs.append([tok(),u(.1,.4),int(pr(.5))])
    p.pw=float(R.beta(2.2,2.6)); p.pe=min(.97,p.pw*u(1,1.5)); p.x=u(.05,1.); p.L=u(22,95); p.sg=u(.45,.85)
    p.out=u(.05,.7); p.pay=(house.pay if house and pr(.5) else tok()); p.trips=[]; p.swap=[]; p.odd=[]
    p.late=u(0,.05); p.vpn=None; p.jump=None
    if noise:
        if pr(.2): d=u(0,ND-3); p.trips.append(trip(p,d,ri(2,9)))
        if p.region in CN and pr(.3): p.trips.append(trip(p,57+u(0,3),ri(3,7)))
        if pr(.13): p.swap.append((u(3,ND),ri(0,len(p.devs)-1),tok()))
        if pr(.05): p.vpn=(u(.05,.5),[ch(VPN) for _ in range(ri(1,2))])
        if pr(.09):
            c=cafe(p.region)
            for _ in range(ri(1,4)): p.odd.append((u(0,ND),lambda c=c:(ch(c.pcs),c.net,c.r)))
    p.breaks=[]
    if pr(.25): b=u(5,ND-8); p.breaks.append((b,b+u(4,18)))
    return p
def homenets():
    if pr(.3):
        out=[];t=0
        while t<ND: out.append((t,tok())); t+=u(6,30)
        return out
    return [(0,tok())]
def netat(p,d):
    n=p.nets[0][1]
    for t,x in p.nets:
        if t<=d: n=x
    return n
def trip(p,d,n,region=None):
    r=region or (near(p.region) if pr(.85) else ch(['JP','SG','HK','KR','GB','US-CA'])); return (d,d+n,r,tok(),pr(.3))
def place(p,d):
    for t in p.trips:
        if t[0]<=d<t[1]: return t
    return None
def devsat(p,d):
    D=[list(x) for x in p.devs]
    for t,i,n in p.swap:
        if d>=t and i<len(D): D[i][0]=n
    return D
SES={}
def adhoc(a,t,l,dev,net,reg,tag='o'):
    if 0<=t<ND*DAY-4: SES.setdefault(a.id,[]).append([t,min(t+max(2,l),ND*DAY-1),dev,net,reg,tag])
def lenof(p,m=1.): return float(np.clip(p.L*m*np.exp(R.normal(0,p.sg)),3,600))
def where(p,d):
    """device, network, region of person p on day d"""
    t=place(p,d); D=devsat(p,d)
    if t:
        M=[x for x in D if x[2] or t[4]] or D
        dev=M[int(R.choice(len(M),p=np.array([x[1] for x in M])/sum(x[1] for x in M)))]
        reg=t[2]; net=carrier(reg) if dev[2] and pr(.45) else t[3]
    else:
        dev=D[int(R.choice(len(D),p=np.array([x[1] for x in D])/sum(x[1] for x in D)))]
        reg=p.region; net=netat(p,d)
        if dev[2] and pr(p.out):
            net=carrier(reg)
            if p.jump and pr(p.jump[0]): reg=ch(p.jump[1])
            elif pr(.02): reg=near(reg)
    if p.vpn and pr(p.vpn[0]): net,reg=ch(p.vpn[1])
    return dev[0],net,reg
def gen(a,p,lo=0,hi=ND,rate=1.,tag='h',wf=None,loc=None,lm=1.):
    last=-1e9; lo=max(lo,a.born)
    for d in range(int(lo),int(np.ceil(hi))):
        if any(b0<=d<b1 for b0,b1 in p.breaks): continue
        t=place(p,d); z=tz(t[2]) if t else p.tz
        wk=d%7<5 and not (58<=d<=65 and p.region in CN)
        pd=(p.pw if wk else p.pe)*rate
        if not pr(min(.985,pd)): continue
        k=1+int(R.poisson(p.x*(1 if wk else 1.5)*min(rate,1.6)))
        W=(wf(d) if wf else (p.w if wk else p.e))
        hs=[int(R.choice(24,p=W)) for _ in range(k)]
        if pr(p.late): hs.append(24+ri(0,3))
        for s in sorted(d*DAY+h*60+u(0,60)-z*60 for h in hs):
            if s<last+3 or s<lo*DAY or s>=hi*DAY: continue
            l=lenof(p,lm); dv,nt,rg=(loc or where)(p,d)
            adhoc(a,s,l,dv,nt,rg,tag); last=s+l
    for t,f in p.odd:
        if lo<=t<hi: dv,nt,rg=f(); adhoc(a,int(t)*DAY+u(12,22)*60-p.tz*60,lenof(p,1.4),dv,nt,rg,tag)
def clash(a,keep):
    """log-in elsewhere throws the holder out: drop most holder sessions that overlap another's"""
    S=sorted(SES.get(a.id,[])); O=[x for x in S if x[5]=='o']; out=[]
    for x in S:
        if x[5]=='h':
            ov=[o for o in O if o[0]<x[1] and o[1]>x[0]]
            if ov and not pr(keep): continue
        out.append(x)
    # two others never overlap
    res=[];last=-1
    for x in out:
        if x[5]=='o':
            if x[0]<last: continue
            last=x[1]
        res.append(x)
    SES[a.id]=res
# ---------- accounts
ACC=[];TOK=[];POST=[];ACT=[];CHG=[];ATT=[];TR={};FOL=[]
SY=['ka','mi','ro','zen','lu','tor','vex','shi','nor','fel','ari','don','quo','pix','wol','ember','moss','jun','hex','tia','bram','oki','sul','rin','fox','dune','yara','cob']
ZA=list('星月风云山海夜雨白青墨南北清小阿老大雪霜橘鹿鲸狐竹茶糖猫');ZB=['不归','长安','听潮','同学','酱','先生','饭团','未眠','拾光','打野','少年','汽水','观棋','半夏','一刀','摆渡','别追我','上分','不加班','阿肥','今天也困','带飞','北岸','听风']
def dname(lang): return (ch(ZA)+(ch(ZA) if pr(.4) else '')+ch(ZB)+(str(ri(1,99)) if pr(.2) else '')) if lang=='zh' else (ch(SY)+ch(SY)).capitalize()+(ch(['','','_',' '])+ch(['x','GG','plays','', '','jr','tv'])).rstrip('_ ')
hs=set()
def handle():
    while True:
        h=ch(SY)+ch(SY)+ch(['','_','.','',''])+(ch(SY) if pr(.35) else '')+(str(ri(1,9999)) if pr(.7) else '')
        if h not in hs: hs.add(h); return h
BIO={'zh':['随缘上线','{g}老玩家，周末在线','主玩辅助，求温柔队友','打工人，晚上才有空','','','一个平平无奇的{g}玩家','坐标{c}，欢迎加好友','不回私信 有事评论区','大学生/打游戏/追番','带娃间隙打两把','目标：这赛季上{k}','退坑边缘反复横跳','非卖号，别问了'],
'en':['support main, be kind','{g} since beta','weekends only','','','just vibes','trying to hit {k} this season','dad of two, plays when they sleep','uni student // {g}','no DMs pls','cozy gamer, bad aim','collector of skins I never use','not selling, stop asking']}
G={'zh':['星渊战纪','王城契约','逐日之境','蒸汽远征'],'en':['Emberfall','Skyline Rift','Hollow Crown','Driftlands']}
K={'zh':['王者','钻石','大师','星耀','铂金'],'en':['Diamond','Master','Plat','Immortal','Gold']}
C=['成都','杭州','长沙','沈阳','广州','西安','厦门','武汉']
def fill(s,lang): return s.replace('{g}',ch(G[lang])).replace('{k}',ch(K[lang])).replace('{c}',ch(C)).replace('{n}',str(ri(2,30))).replace('{p}',str(ri(4,60)*5)).replace('{h}',str(ri(1,6))).replace('{m}',str(ri(6,25)))
class A: pass
def acct(p,slug,guilty=0,why='',born=None,kind=None,bio=None,created=None):
    a=A(); a.id=nid('u' if 0 else ''); a.p=p; a.lang=p.lang; a.handle=handle(); a.dn=dname(p.lang) if pr(.95) else None
    a.bio=bio if bio is not None else (fill(ch(BIO[p.lang]),p.lang) or None)
    if born is None and slug=='ordinary' and pr(.06): a.born=u(2,ND*.6)
    else: a.born=max(0,born or 0)
    a.created=(T0+dt.timedelta(minutes=a.born*DAY-u(2,30))) if a.born>0 else (created or T0-dt.timedelta(days=float(R.gamma(2,420))+2,minutes=u(0,1440)))
    a.kind=kind or ('game' if pr(.8) else ch(['personal','unknown','personal','personal','professional'])); a.status='active'
    a.pay=p.pay; a.tok=[]; ACC.append(a); TR[a.id]=[guilty,slug,why]
    cr=(a.created-T0).total_seconds()/60
    a.cr=cr
    if pr(.85): a.tok.append(['phone',tok(),cr,None])
    if pr(.55): a.tok.append(['email',tok(),cr,None])
    if pr(.55): a.tok.append(['payment',p.pay,max(cr,u(-300,ND*.5)*DAY),None])
    if pr(.75):
        ag='minor' if p.typ=='teen' and pr(.8) else 'adult'
        ATT.append((a.id,'real_name','pass' if pr(.97) else 'fail',ag,cr+u(5,4000),None,ch(['idp-a','idp-b'])))
        if ag=='minor' and pr(.7): ATT.append((a.id,'guardian','pass',ag,cr+u(4000,9000),None,'idp-g'))
    if pr(.05): ATT.append((a.id,'real_name','pass' if pr(.9) else 'fail','adult' if p.typ!='teen' else 'minor',u(1,ND-1)*DAY,None,'idp-a'))
    return a
def endtok(a,t,kinds,p):
    """holder's contact or payment replaced at t"""
    for x in list(a.tok):
        if x[0] in kinds and x[3] is None: x[3]=t-u(10,3000); a.tok.append([x[0],p.pay if x[0]=='payment' else tok(),t+u(5,4000),None])
def post(a,t,text,kind='post',target=None,removed=None,title=None):
    if 0<=t<ND*DAY: POST.append((nid('p',10),a.id,t,kind,target,title,fill(text,a.lang),removed,a.lang))
def msg(a,b,t,text,removed=None): post(a,t,text,'message',b.id,removed)
def gift(a,b,t,n=1):
    if 0<=t<ND*DAY: ACT.append((a.id,t,'gift',nid('o',8),b.id))
def change(a,t,f,old,new):
    if 0<=t<ND*DAY: CHG.append((a.id,t,f,old,new))
def guilty(p,slug,why,**k): return acct(p,slug,1,why,**k)
def sev(n): x=(np.arange(n)+R.random(n))/n; R.shuffle(x); return [float(v) for v in x]
def hour_t(p,d,h): return int(d)*DAY+h*60-p.tz*60
CHAT={'zh':['今晚几点开？','上号吗 差一个','我下班了 等我十分钟','昨天那把打得可以啊','周末组队？','手机没电了先下','这版本{g}也太难了','明天再打 困了','帮我留个位置','谢谢带飞'],
'en':['you on tonight?','need one more for ranked','brb 10 min','gg yesterday','weekend squad?','my phone died sorry','this patch is rough','tomorrow then, too tired','save me a slot','thanks for the carry lol']}
PUB={'zh':['这赛季终于上{k}了','{g}的新地图谁有攻略','匹配到挂机的，心累','求{g}固定队，晚上九点后','新皮肤好看但是贵','出差一周，只能手机打打日常','换了新手机，帧率起飞','网吧打游戏氛围就是不一样','国庆回老家，网好卡','今天连跪{n}把','有人被盗过号吗？怎么找回','账号交易平台都是骗子，大家别信','有没有一起做日常的','活动奖励领晚了'],
'en':['finally hit {k}','anyone got a guide for the new {g} map','afk teammate again...','LFG {g}, evenings only','new skin is pretty but pricey','away for work this week, mobile only','new phone, frames are great','lost {n} in a row today','holiday at my parents, wifi is awful','has anyone had their account stolen? how to recover','those account selling sites are all scams btw','who wants to do dailies','missed the event reward']}
# ---------- ordinary
ORD=[]
i=0
while i<3000:
    hh=None
    n=ri(2,3) if pr(.12) else 1
    for j in range(min(n,3000-i)):
        p=person(house=hh) if hh else person()
        if hh: 
            p.lang=hh.lang
            if pr(.4) and len(hh.devs): p.devs.append([hh.devs[0][0],u(.1,.4),hh.devs[0][2]])
        hh=hh or p
        a=acct(p,'ordinary',0,'ordinary life')
        lo,hi=0,ND
        if pr(.1): hi=u(15,ND)
        gen(a,p,lo,hi); ORD.append((p,a)); i+=1
for _ in range(160): # a log-in on a friend's machine
    (p,a),(q,b)=ch(ORD),ch(ORD)
    for _ in range(ri(1,3)):
        d=ri(int(a.born)+1 if a.born else 0,ND-1); x=where(q,d)
        if q.region==p.region or pr(.15): adhoc(a,hour_t(q,d,u(13,22)),lenof(p),*x,tag='h')
def stranger(region=None,lang='zh',own=.35,typ=None,noise=True):
    """some person with, perhaps, an account of his own"""
    if region is None and own and pr(.4) and lang: 
        for _ in range(20):
            p,a=ch(ORD)
            if p.lang==lang and a.born==0: p.own=a; return p
    p=person(lang,region,typ or ch(['worker','student','student','night','worker']),noise=noise); p.own=None
    if pr(own): p.own=acct(p,'counterparty_own',0,'own account of a customer, buyer or dealer, played by its holder'); gen(p.own,p,rate=u(.3,.8))
    return p
def zl(): return 'zh' if pr(.48) else 'en'
# ============ GUILTY
# 1 hourly shop
def shop(lang,slug='shop_front'):
    p=person(lang,typ='worker'); a=acct(p,slug,0,'front account of a rental or boosting business: trades, but is run by its own holder',kind=ch(['professional','game','personal'])); gen(a,p,rate=1.1); return a
RENT={'zh':['{g} {k}全皮肤 {m}元/小时 包夜{p} 有押金','号{n}空闲，上号器秒上，{m}一小时，5小时送1','租号看主页，日租{p}，时租{m}，不免脸别问','周末档期还有几个号，要的私'],'en':['{g} {k} account, ${m}/day, hourly ok, deposit needed','account #{n} free now, {h} hour packs','weekend slots left on {n} accounts, dm']}
RQ={'zh':['{n}号还有吗 租{h}小时','今晚包夜多少','上号了 顶号了怎么办','老板 续{h}小时','时间到了我下了','能同省上吗'],'en':['is #{n} free? {h}h pls','how much for the night','got kicked, can you check','extend {h}h','done, logged out','can I use it till 2am?']}
PAYO={'zh':['这周你号跑了{n}小时，钱转了','你今晚别上号 有单','{n}单，老规矩四六','先别登，客人还没下','收益已结'],'en':['your acc did {n}h this week, paid out','please stay off tonight, booked','60/40 as usual, sent','dont log in, client still on']}
shops=[shop('zh'),shop('zh'),shop('zh'),shop('en')]
for i,s in enumerate(sev(17)):
    sh=shops[i%4]; L=sh.lang; h=person(L); a=guilty(h,'hourly_rental_shop','rented by the hour through a shop: many unrelated people on own devices in short booked slots, payout to the holder')
    r0=u(3,40); h.pw=max(h.pw,.3); gen(a,h,0,r0); gen(a,h,r0,ND,rate=.25+.6*(1-s))
    same=s<.5 and pr(.65); pool=[stranger(h.region if same else None,L,.3,noise=False) for _ in range(int(3+s*22))]
    for d in range(int(r0),ND):
        if not pr(.22+.68*s): continue
        t=hour_t(h,d,ch([u(9,15),u(12,19),u(18,21)])) 
        for _ in range(1+int(R.poisson(.3+3*s))):
            q=ch(pool); n=ch([1,1,2,2,3,5] if s>.3 else [1,2,2,3]); x=where(q,d); l=n*60+R.normal(-4,5)
            adhoc(a,t,l,*x)
            if q.own and pr(.3): msg(q.own,sh,t-u(3,25),ch(RQ[L]))
            t+=n*60+(u(2,25) if pr(.7) else u(40,240))
        if pr(.1+.1*s): msg(sh,a,hour_t(h,d,u(9,23)),ch(PAYO[L]))
    for w in range(int(r0),ND,7):
        if pr(.35+.6*s): gift(sh,a,(w+7)*DAY+u(0,900))
    clash(a,.1+.15*s)
for sh in shops:
    for d in range(0,ND):
        if pr(.35): post(sh,hour_t(sh.p,d,u(9,23)),ch(RENT[sh.lang]),'listing',title=ch(['{g} 租号','租']) if sh.lang=='zh' and 0 else None)
# 2 boosting studios / 3 solo boosters
BQ={'zh':['{k}到{k}多少钱','账号密码发你了，晚上打就行','别用我排位之外的模式','验证码 {n}{n}{m}','打到几星了','打完了 查收，好评返{h}元','这几天白天别上','多久能到{k}'],'en':['price for {k}?','sent the login, play while I sleep','code is {n}{m}{n}','where are we at','order complete, please review','please stay offline this week','eta to {k}?']}
BL={'zh':['{g}代练 {k}包上 {p}起 夜间通宵','接单：排位、赛季末冲分，工作室，安全同省'],'en':['{g} rank boost, {k} guaranteed, overnight','boost team, region matched, fast']}
def night(c=2):
    w=np.full(24,.02)
    for k in range(-4,5): w[(c+k)%24]=1-abs(k)*.12
    return w/w.sum()
studios=[]
for k in range(3):
    L='zh' if k<1 else 'en'; f=shop(L); st=P(); st.f=f; st.r=pick(CN if L=='zh' else EN); st.net=[tok() for _ in range(ri(1,2))]; st.dev=[tok() for _ in range(ri(4,7))]; studios.append(st)
    for j in range(3):
        q=person(L,st.r,'night'); q.devs=[[st.dev[j],.6,0],[tok(),.5,1]]; o=acct(q,'counterparty_own',0,'own account of a booster, played by its holder'); gen(o,q,rate=.5,loc=lambda p,d,st=st:where(p,d)[:1]+((st.net[0],st.r) if pr(.5) else where(p,d)[1:]))
    for d in range(ND):
        if pr(.2): post(f,hour_t(f.p,d,u(10,23)),ch(BL[L]),'listing')
def boost(a,h,s,dev,net,reg,d0,n,z,f,masks=False,perday=None):
    c=(ri(0,4) if pr(.75) else ri(8,15))
    mask=(near(h.region) if pr(.2) else h.region) if masks else reg
    for d in range(int(d0),int(d0+n)):
        if not pr(.8): continue
        t=int(d)*DAY+(c+R.normal(0,1.2))*60-h.tz*60
        for _ in range(perday or ri(1,2+int(2*s))):
            l=u(70,120+200*s); adhoc(a,t,l,ch(dev),ch(net),mask); t+=l+u(3,60)
    m0=len(POST)+len(ACT)
    if f and pr(.35+.6*s):
        for _ in range(ri(1,4)):
            x,y=(a,f) if pr(.6) else (f,a); msg(x,y,(d0-u(-n*.8,2))*DAY+u(0,900),ch(BQ[h.lang]),removed=None)
        
    if f and pr(.4+.5*s): gift(a,f,(d0-u(0,.8))*DAY); 
    if f and (pr(.5) or len(POST)+len(ACT)==m0): gift(a,f,min((d0+n+u(0,1)),ND-.1)*DAY)
for i,s in enumerate(sev(17)):
    st=studios[i%3]; h=person(st.f.lang,typ=ch(['worker','student','home','teen'])); h.pw=max(h.pw,.35); h.pe=max(h.pe,.4)
    a=guilty(h,'boost_studio','studio machines play the account through the nights of an order while the holder plays or sleeps elsewhere'); gen(a,h,rate=1)
    for _ in range(1 if s<.5 else ri(1,3)):
        if s<.35: boost(a,h,s,[tok()],[ch(DC) if pr(.4) else st.net[0]],st.r,u(8,60),ri(4,8),8,st.f,masks=pr(.6))
        else: boost(a,h,s,[ch(st.dev) for _ in range(ri(1,3))],st.net,st.r,u(5,62),ri(5,17),8,st.f)
    clash(a,.3); 
    if pr(.4): post(a,u(50,80)*DAY,ch(['这赛季终于上{k}了'] if a.lang=='zh' else ['finally hit {k}']))
for b in range(4):
    L=zl(); q=person(L,typ='night'); o=acct(q,'counterparty_own',0,'own account of a solo booster, played by its holder'); gen(o,q,rate=.6); dv=[q.devs[0][0]]
    cur=u(2,10)
    for i,s in enumerate(sev(3+(b<1))):
        h=person(L,typ=ch(['worker','student','home'])); h.pw=max(h.pw,.35)
        a=guilty(h,'solo_booster','one paid booster on his own machine plays the account in a run of long sessions at hours the holder sleeps or works'); gen(a,h)
        n=ri(4,8)+int(6*s); msk=s<.6
        boost(a,h,s,dv if pr(.75) else [tok()],[ch(VPN)[0],ch(DC)] if msk else [netat(q,cur)],q.region,min(cur,ND-n-2),n,8,o,masks=msk); cur+=u(7,18); clash(a,.25)
# 4,5,14 sales
OFF={'zh':['出号 {g}{k} 带价私','退坑出，{p}0可刀','此号转让，绑定可换','毕业了 号便宜出 有意私'],'en':['selling this acc, dm offers','quitting {g}, account for sale','acc FS ${p}, full access','moving on, taking offers']}
OFFF={'zh':['号随缘，价高者得','可能退坑，懂的来','不玩了 有缘人接走'],'en':['might part with it for the right price','open to talk, iykyk','leaving soon, someone take care of it']}
ASK={'zh':['号卖吗 {p}0收','你这号出不出','在吗 收{g}{k}号，能换绑','看到你评论说要退坑，号考虑出吗'],'en':['would you sell this acc? {p} cash','is the account for sale','I buy {g} accounts with email access, interested?','saw you are quitting, sell me the acc?']}
AGR={'zh':['可以，走平台还是直接转','{p}5 包换绑 行就发你','行 钱到发密码','成交 手机号我晚上解'],'en':['ok send {p} and its yours','deal, will unlink phone tonight','can do, middleman or direct?','payment first then login']}
TNX={'zh':['收到 登上了','换绑好了 谢谢','验证码发一下','号没问题'],'en':['got in, thanks','email changed, all good','can you send me the code','all working']}
def sale(a,h,s,T,b,mask=False):
    gen(a,h,0,T,rate=u(.7,1.1) if pr(.6) else 1)
    if pr(.35 if s>.4 else .55): # seller looks in once or twice more
        for _ in range(ri(1,2)): adhoc(a,T*DAY+u(5,2000),u(4,15),*where(h,T),tag='h')
    gap=u(.02,1.5) if s>.4 else u(.1,6)
    if mask:
        px=[ch(DC),tok()] if pr(.5) else [tok()]
        dv=[tok()] if pr(.7) else [tok(),tok()]
        gen(a,b,T+gap,ND,rate=u(.8,1.4),tag='o',loc=lambda p,d:(ch(dv),ch(px),h.region))
    else: gen(a,b,T+gap,ND,rate=u(.8,1.5),tag='o')
    ks=[k for k in ('phone','email','payment') if pr(.35+.6*s)]
    endtok(a,(T+gap)*DAY,ks,b)
    if pr(.2+.6*s): n=dname(h.lang); change(a,(T+gap)*DAY+u(10,5000),'display_name',a.dn,n); a.dn=n
def alive(p,m=.4): p.pw=max(p.pw,m); p.pe=max(p.pe,m); p.breaks=[]; return p
for s in sev(15):
    h=alive(person(zl())); b=alive(stranger(h.region if s<.35 else None,h.lang)); T=u(17,60)
    a=guilty(h,'sold_after_bio','offered in the bio, then all devices, networks and habits change for good'); a.born=0 if a.born>0 else a.born
    o=fill(ch(OFF[h.lang] if s>.35 else OFFF[h.lang]),h.lang); old=a.bio; t=(T-u(2,12))*DAY
    change(a,t,'bio',old,o); a.bio=o
    if pr(.75): n=fill(ch(BIO[h.lang]),h.lang) or None; change(a,T*DAY+u(60,7000),'bio',o,n); a.bio=n
    if b.own and pr(.5): msg(b.own,a,(T-u(.2,2))*DAY,ch(ASK[h.lang])); msg(a,b.own,(T-u(.05,.2))*DAY,ch(AGR[h.lang]))
    sale(a,h,s,T,b)
    if pr(.5): x=acct(h,'counterparty_own',0,'new account of a person who sold his old one',born=T+u(.5,8)); gen(x,h,x.born,ND)
dealers=[shop('zh'),shop('en')]
for s in sev(15):
    h=alive(person(zl())); b=alive(stranger(h.region if s<.35 else None,h.lang,own=.5)); T=u(17,60)
    a=guilty(h,'sold_after_message','asked for in a private message, then the operator changes for good'); a.born=0
    who=b.own or dealers[0 if h.lang=='zh' else 1]; rm=(T*DAY+u(100,4000)) if s<.4 and pr(.5) else None
    t=(T-u(.3,4))*DAY; msg(who,a,t,ch(ASK[h.lang]),rm)
    if pr(.3+.65*s): msg(a,who,t+u(10,200),ch(AGR[h.lang]),rm)
    else: msg(a,who,t+u(10,200),'加我别的软件聊' if h.lang=='zh' else 'lets talk on the other app')
    if pr(.2+.6*s): msg(who,a,T*DAY+u(0,100),ch(TNX[h.lang]),rm)
    if pr(.5): gift(who,a,T*DAY-u(0,60))
    sale(a,h,s,T,b)
for s in sev(13):
    h=alive(person(zl())); b=alive(person(h.lang,typ=ch([t for t in ['worker','student','night','retired','home'] if t!=h.typ]))); T=u(24,56)
    a=guilty(h,'masked_sale','sold and hidden: region kept by a proxy, but devices, network, hours and payer change together and the former holder starts anew elsewhere'); a.born=0
    if not any(x[0]=='payment' for x in a.tok): a.tok.append(['payment',h.pay,u(-100,5)*DAY,None])
    sale(a,h,s,T,b,mask=True); endtok(a,T*DAY+1500,['payment'],b)
    if pr(.85): x=acct(h,'counterparty_own',0,'new account of a person who sold his old one',born=T+u(.3,5)); gen(x,h,x.born,ND)
    if pr(.4): post(a,(T-u(3,9))*DAY,'打算退坑了，大家有缘再见' if h.lang=='zh' else 'probably done with this game soon, been fun')
# 6 farms
for f in range(3):
    n=[8,7,5][f]; L='zh' if f!=1 else 'en'; r=pick(CN if L=='zh' else EN); net=[tok() for _ in range(1+(f==2)*2)]; dev=[tok() for _ in range(ri(3,5))]; pay=tok(); base=u(1,12)
    dl=dealers[0 if L=='zh' else 1]
    for s in sev(n):
        o=person(L,r,'worker',noise=False); o.pay=pay; a=guilty(o,'farm_sold','levelled in a batch on farm machines, then handed to an unrelated buyer',born=base+u(0,2.5) if f<2 else base+u(0,9))
        if not any(x[0]=='payment' for x in a.tok) and pr(.6): a.tok.append(['payment',pay,a.cr+u(100,900),None])
        T=a.born+u(9,30); own=[tok()]
        sh=u(0,24)
        for d in range(int(a.born)+1,int(T)):
            if not pr(.9): continue
            t=d*DAY+((sh+R.normal(0,2))%24)*60
            for _ in range(ri(1,3)):
                l=u(60,260); adhoc(a,t,l,ch(own if f==2 else dev),ch(net),r,'h'); t+=l+u(5,200)
        b=alive(stranger(None,L,own=.35)); g=u(.1,5); gen(a,b,T+g,ND,rate=u(.7,1.3),tag='o')
        ks=[k for k in ('phone','email','payment') if pr(.4+.5*s)]; endtok(a,(T+g)*DAY,ks,b)
        if pr(.5): nn=dname(L); change(a,(T+g)*DAY+u(10,3000),'display_name',a.dn,nn); a.dn=nn
        if b.own and pr(.4): msg(b.own,dl,(T+g)*DAY-u(20,900),'还有{g}成品号吗' if L=='zh' else 'any {g} starter accounts left?')
    for d in range(int(base)+9,ND):
        if pr(.2): post(dl,hour_t(dl.p,d,u(9,22)),'{g}成品号批发，{m}个起，可换绑' if L=='zh' else 'fresh {g} accounts, bulk of {m}, full access','listing')
# 7 cafe insiders
for k in range(3):
    r=pick(CN); c=Cafe(r); CAFES.setdefault(r,[]).append(c)
    st=person('zh',r,'night'); st.devs=[[c.pcs[0],.6,0],[tok(),.5,1]]; ins=acct(st,'counterparty_own',0,'own account of a cafe clerk, played by him on shift')
    gen(ins,st,rate=1.1,loc=lambda p,d,c=c:(ch(c.pcs[:5]),c.net,c.r) if pr(.7) else where(p,d))
    for s in sev([5,5,4][k]):
        h=alive(person('zh',r,ch(['worker','student','student'])),.35); a=guilty(h,'cafe_insider','a clerk lets guests and himself play the regular\'s account on cafe machines at hours when the holder is at home or asleep')
        a.born=0; gen(a,h); t0=u(6,40)
        for _ in range(ri(2,7)): adhoc(a,hour_t(h,ri(0,ND-1),u(13,21)),u(60,240),ch(c.pcs),c.net,r,'h')
        cnt=0
        for d in range(int(t0),ND):
            if not pr(.1+.55*s): continue
            t=hour_t(h,d,u(24,29) if pr(.65) else u(9,16))
            for _ in range(ri(1,1+int(3*s))):
                l=u(40,200); m=ch(c.pcs[:5] if pr(.4) else c.pcs); adhoc(a,t,l,m,c.net,r); cnt+=1
                if pr(.35): adhoc(ins,t-u(20,60),u(8,18),m,c.net,r,'h')
                t+=l+u(2,40)
        for _ in range(max(0,4-cnt)): d=ri(int(t0),ND-2); adhoc(a,hour_t(h,d,u(25,28)),u(60,180),ch(c.pcs[:4]),c.net,r)
        clash(a,.6)
        for _ in range(ri(0 if s>.5 else 1,2)+int(2*s)):
            gift(ins,a,u(t0,ND)*DAY) if pr(.5) else msg(ins,a,u(t0,ND)*DAY,ch(['昨晚你号我用了 老样子算你网费','有客人要玩你那个号 {m}一小时','你号别改密码 晚上有人','充了{h}小时网费给你']))
    for _ in range(5): # honest regulars on same machines
        h=person('zh',r,'student'); a=acct(h,'cafe_regular_same_cafe',0,'plays himself at the cafe, one machine after another'); h.devs=[[tok(),.4,1]]
        gen(a,h,rate=1.1,loc=lambda p,d,c=c:(ch(c.pcs),c.net,c.r) if pr(.75) else where(p,d),lm=1.4)
# 8 monthly lease
for s in sev(13):
    h=alive(person(zl())); q=alive(stranger(h.region if s<.3 else None,h.lang,.6)); T=u(10,45); n=u(14,34)
    a=guilty(h,'monthly_lease','let to one tenant for some weeks for money and then taken back'); a.born=0
    gen(a,h,0,T); gen(a,h,T,T+n,rate=.04+.2*(1-s)); gen(a,q,T+u(0,1.5),T+n,rate=u(.9,1.4),tag='o'); gen(a,h,T+n+u(0,2),ND)
    if q.own and pr(.4+.5*s):
        Z={'zh':['号租我一个月 {p}0行不','月租到几号','钱转了 密码发我','续一周？','到期了，号还你'],'en':['rent me the acc for a month? {p}','paid, send login','when does the month end','one more week?','month is up, its yours again']}[h.lang]
        for tt,x,y,zz in [(T-.6,q.own,a,Z[0]),(T-.1,q.own,a,ch(Z[1:3]) if a.lang=='zh' else Z[1]),(T+n*.8,a,q.own,Z[3]),(T+n,q.own,a,Z[4])]:
            if pr(.65): msg(x,y,tt*DAY+u(0,300),zz)
    if q.own and pr(.7): gift(q.own,a,(T-.05)*DAY)
    else: change(a,(T-2)*DAY,'bio',a.bio,'月租，有需要私' if h.lang=='zh' else 'available for a few weeks, ask'); change(a,(T+1)*DAY,'bio','月租，有需要私' if h.lang=='zh' else 'available for a few weeks, ask',a.bio)
    clash(a,.3)
# 9 injector
for k in range(2):
    sh=shops[k]; srv=[tok() for _ in range(ri(2,3))]; rr=pick(CN)
    for s in sev(6+k):
        h=alive(person('zh'),.3); a=guilty(h,'login_injector','entered through a rental log-in tool: a new device token each time on the tool\'s servers, in back-to-back booked slots, beside the holder\'s own play'); a.born=0; t0=u(2,40); gen(a,h,rate=.5+.5*(1-s))
        pool=[pick(CN) for _ in range(ri(2,3+int(8*s)))]; slow=[tok() for _ in range(3)]
        for d in range(int(t0),ND):
            if not pr(.2+.7*s): continue
            t=hour_t(h,d,u(9,20))
            for _ in range(1+int(R.poisson(.4+2.5*s))):
                l=ch([1,2,2,3,4])*60+R.normal(-3,4); adhoc(a,t,l,ch(slow) if s<.4 and pr(.4) else tok(),ch(srv),rr if k==0 else ch(pool)); t+=l+u(2,50)
        for w in range(int(t0)+7,ND,7):
            if pr(.3+.6*s): gift(sh,a,w*DAY+u(0,800))
        if pr(.4): msg(sh,a,u(t0,ND)*DAY,ch(PAYO['zh']))
        clash(a,.2)
# 10 lent to minors
for s in sev(13):
    h=person('zh',typ=ch(['retired','retired','worker'])); a=guilty(h,'lent_to_minor','adult identity lent for money to a minor, who plays on when his own account is stopped'); a.born=0
    ATT.append((a.id,'real_name','pass','adult',u(2,20)*DAY,None,'idp-a'))
    for _ in range(ri(0,4)): ATT.append((a.id,'real_name','pass','adult',u(20,80)*DAY,None,'idp-a'))
    gen(a,h,rate=.1+.4*(1-s))
    kids=[]
    for _ in range(1 if s<.6 else ri(1,3)):
        q=person('zh',h.region if s<.4 and pr(.6) else None,'teen',noise=False); kids.append(q); q.me=None
        if pr(.85) or len(kids)==1:
            q.me=acct(q,'counterparty_own',0,'own account of a minor, played by him'); q.me.born=0; ATT.append((q.me.id,'real_name','pass','minor',q.me.cr+u(10,900),None,'idp-a'))
        q.from_=u(3,35)
        for d in range(ND):
            if d%7 in (4,5,6) and pr(.75):
                if q.me:
                    t=hour_t(q,d,20+u(0,.25)); x=where(q,d); adhoc(q.me,t,u(40,59),*x,tag='h')
                    if d>q.from_ and pr(.3+.6*s): adhoc(a,hour_t(q,d,21+u(.02,.4)),u(30,170),*x)
                elif d>q.from_: adhoc(a,hour_t(q,d,20+u(0,3)),u(30,170),*where(q,d))
            elif d>q.from_ and pr(.15+.4*s): adhoc(a,hour_t(q,d,ch([u(17,21),u(21,23)])),u(20,110),*where(q,d))
        if q.me and pr(.35+.4*s):
            msg(q.me,a,q.from_*DAY-u(0,900),ch(['租你号一个月多少 我被防沉迷了','成年号能借吗 给钱','解防沉迷多少钱']))
            if pr(.6): gift(q.me,a,q.from_*DAY+u(0,60))
            if pr(.6): msg(a,q.me,q.from_*DAY-u(-30,5),ch(['{m}一周 密码等会发','人脸我来过 你打就行','给钱就借']))
    clash(a,.15)
# 11 event carry
for s in sev(12):
    h=alive(person(zl(),typ=ch(['worker','student','home'])),.45); a=guilty(h,'event_carry','a paid stronger player takes the account for a few evenings of a tournament or season end'); a.born=0; gen(a,h)
    q=stranger(None,h.lang,1,'night'); d0=ri(12,74)
    dv=q.devs[0][0]
    for d in range(d0,d0+ri(2,4)):
        t=hour_t(h,d,u(19,22)) if pr(.6) else hour_t(h,d,u(1,8))
        for _ in range(ri(2,3)): l=u(60,190); adhoc(a,t,l,dv,netat(q,d),q.region if pr(.4+.5*s) else h.region); t+=l+u(4,30)
        if pr(.5): adhoc(a,t-u(60,200),u(3,9),*where(h,d),tag='h')
    if q.own:
        for _ in range(ri(1,3)): msg(a,q.own,(d0-u(.1,2))*DAY,ch({'zh':['周末赛帮我打 {p}行吗','号给你 打到前一百','这周末你上我号','钱先付一半'],'en':['can you play my acc for the cup? {p}','you take my login this weekend','half now half after','get me top 100 and I pay']}[h.lang]))
        gift(a,q.own,(d0+u(3,5))*DAY)
    clash(a,.5)
# 12 pool share
for s in sev(12):
    L=zl(); k=2 if s<.3 else ri(3,4); hs_=[alive(stranger(None,L,.6,noise=False),.45) for _ in range(k)]; h=alive(person(L)); a=guilty(h,'pool_share','strangers who bought in together play one rich account in fixed slots, each on own device in own town'); a.born=0
    t0=u(0,30); n=k+1; edges=np.linspace(8,26,n+1)
    def slot(lo,hi):
        w=np.full(24,.004)
        for x in range(int(lo),int(hi)): w[x%24]=1
        return w/w.sum()
    W=[slot(edges[j],edges[j+1]) for j in range(n)]; perm=list(R.permutation(n))
    gen(a,h,0,t0); gen(a,h,t0,ND,wf=lambda d:W[perm[0]])
    for j,q in enumerate(hs_):
        gen(a,q,t0,ND,rate=.5+.5*s,tag='o',wf=lambda d,j=j:W[perm[j+1]])
        if pr(.4+.5*s): a.tok.append(['payment',q.pay,(t0+u(0,6))*DAY,None])
        if q.own and pr(.6):
            msg(a,q.own,(t0+u(-1,20))*DAY,ch({'zh':['你下午的档 别超时','拼号一人{p}','晚上八点后是我','下了说一声'],'en':['your slot is afternoons, dont run over','split is {p} each','after 8pm its mine','tell me when you log off']}[L])); 
        if q.own and pr(.6): gift(q.own,a,(t0+u(-.5,2))*DAY)
    clash(a,.4)
# 13 daily idler
for k in range(2):
    L=['zh','en'][k]; q=person(L,typ='home',noise=False); o=acct(q,'counterparty_own',0,'own account of a hired daily-quest player'); gen(o,q,rate=.5); dv=[q.devs[0][0],tok()]
    base=ri(9,11)
    for j,s in enumerate(sev(7-k)):
        h=alive(person(L,typ='worker'),.3); a=guilty(h,'hired_dailies','a hired hand does the daily quests in a row of clients\' accounts from one device'); a.born=0; gen(a,h,rate=.6+.4*(1-s)); t0=u(2,40); e=min(ND,t0+u(18,60))
        for d in range(int(t0),int(e)):
            if d%7>4 and pr(.7) or not pr(.45+.5*s): continue
            adhoc(a,d*DAY+(base*60+j*32+R.normal(0,14))-q.tz*60,u(14,29),dv[0] if pr(.85) else dv[1],netat(q,d),q.region if s>.3 else (h.region if pr(.6) else q.region))
        if pr(.75): msg(a,o,(t0-.5)*DAY,ch({'zh':['日常代肝一个月多少','上班没空 帮清体力','密码私你了 每天清一次'],'en':['how much for dailies for a month','no time at work, can you clear my dailies','sent login, once a day please']}[L]))
        for w in range(int(t0),int(e),ri(7,15)):
            if pr(.6): gift(a,o,w*DAY+u(0,900))
        clash(a,.4)
# ============ INNOCENT LOOK-ALIKES
def inn(p,slug,why,**k): a=acct(p,slug,0,why,**k); return a
for _ in range(12):
    h=alive(person(),.3); a=inn(h,'family_one_account','parents and children of one home play one account on the family machines'); gen(a,h)
    for _ in range(ri(1,3)): q=alive(person(h.lang,house=h,noise=False),.3); q.trips=h.trips; q.devs=[[h.devs[0][0],.7,h.devs[0][2]],[tok(),u(.2,.6),1]]; gen(a,q,rate=u(.3,.8),tag='o')
    clash(a,.2)
for _ in range(5):
    h0=None; D=tok()
    for _ in range(ri(2,4)):
        q=alive(person(h0.lang if h0 else None,house=h0,typ=ch(['teen','student','worker'])),.3); h0=h0 or q; q.devs=[[D,u(.5,1),0],[tok(),.3,1]]; a=inn(q,'siblings_one_machine','own account, family machine used by brothers and sisters in turn'); gen(a,q)
for _ in range(4):
    D=[tok(),tok()]; h0=None
    for _ in range(ri(2,4)):
        q=alive(person(h0.lang if h0 else None,house=h0,typ=ch(['student','worker'])),.3); h0=h0 or q; q.devs=[[D[0],.8,0],[tok(),.5,1]]; a=inn(q,'shared_console_flat','flatmates with one console, each on his own account, friends look in'); gen(a,q)
        f=person(q.lang)
        for _ in range(ri(0,4)): adhoc(a,hour_t(q,ri(0,ND-1),u(18,23)),u(20,120),*where(f,1),tag='h')
for _ in range(14):
    p=alive(person(),.4); p.trips=[]; t=u(0,6)
    while t<ND: n=u(1.5,6); p.trips.append(trip(p,t,n)); t+=n+u(1,8)
    a=inn(p,'traveller','travels for work with own phone and laptop'); p.vpn=None; gen(a,p,rate=1.1)
    if pr(.5): post(a,u(0,80)*DAY,'又在高铁上打排位' if p.lang=='zh' else 'ranked from an airport again')
for _ in range(14):
    p=alive(person(),.45); r2=near(p.region); n2=tok(); d2=tok(); p.trips=[]; off=ri(0,6)
    a=inn(p,'commuter_two_cities','works in one city, home in another, a machine in each')
    gen(a,p,loc=lambda p,d:((d2 if pr(.7) else [x for x in p.devs][-1][0]),n2,r2) if (d+off)%7<(4 if off<4 else 3) and not pr(.05) else where(p,d))
for _ in range(14):
    p=alive(person(typ='student'),.45); T=u(20,33); r2=near(p.region) if pr(.8) else p.region; n2=tok(); d2=tok(); a=inn(p,'student_home_dorm','summer at home, term in the dorm on a laptop')
    off2=pr(.6); gen(a,p,0,T); gen(a,p,T+u(0,3),ND,loc=lambda p,d:(d2 if pr(.6) else p.devs[-1][0],n2 if pr(.8) else carrier(r2),r2) if not (58<=d<=64 and off2) else where(p,d))
    if pr(.4): post(a,(T+1)*DAY,'开学了 宿舍网好慢' if p.lang=='zh' else 'back in the dorm, wifi sucks')
for _ in range(14):
    p=alive(person('zh'),.45); c=[cafe(p.region) for _ in range(ri(1,2))]; p.devs=[[tok(),.5,1]]; a=inn(p,'cafe_regular','no computer at home, plays on cafe machines')
    def lf(p,d,c=c):
        if pr(.75): x=ch(c); return ch(x.pcs),x.net,x.r
        return where(p,d)
    gen(a,p,loc=lf,lm=1.5)
for _ in range(12):
    p=alive(person(typ=ch(['home','retired','worker'])),.35); q=alive(person(p.lang,p.region if pr(.8) else None,'home',noise=False),.4); a=inn(p,'helper_of_disabled','a known helper logs in to set up and play together, over the whole time, unpaid'); gen(a,p); gen(a,q,rate=u(.4,.8),tag='o',lm=.8); clash(a,.4)
    q.own=acct(q,'helper_own',0,'own account of the helper'); gen(q.own,q,rate=.3)
    for _ in range(ri(1,4)): msg(a,q.own,u(0,80)*DAY,ch({'zh':['手又疼了，帮我把日常点一下','谢谢你一直帮我 我手不方便','周三护理来，你晚点上'],'en':['hands are bad today, can you set it up for me','thank you for helping, the controller adapter broke','could you do the menu part, I will play']}[p.lang]))
    if pr(.4): post(a,u(0,80)*DAY,'渐冻症玩家，有人帮忙操作，勿误会' if p.lang=='zh' else 'I play with a helper because of my condition')
coach=[shop('zh','coach'),shop('en','coach')]
for x in coach: TR[x.id][2]='coach: watches and teaches, never logs in to a pupil\'s account'
for _ in range(14):
    p=alive(person(zl()),.4); c=coach[0 if p.lang=='zh' else 1]; a=inn(p,'coached','paid coaching by watching replays and live play; no one else logs in'); T=u(5,60); gen(a,p,0,T); gen(a,p,T,ND,rate=1.3,lm=1.25)
    for _ in range(ri(2,5)):
        t=u(T,ND)*DAY; msg(*((a,c) if pr(.5) else (c,a)),t,ch({'zh':['今晚看你打两把 我开语音','录像发我','{p}一小时 不上号只指导','上{k}多少节课'],'en':['I will watch your stream tonight','send the replay','{p} an hour, I never log in','how many lessons to {k}?']}[p.lang]))
        if pr(.6): gift(a,c,t+u(0,100))
        if pr(.6): ACT.append((c.id,t+u(10,60),'view',nid('o',8),a.id))
for _ in range(13):
    p=alive(person(zl()),.4); q=alive(person(p.lang),.4); D=tok(); T=u(15,60); q.devs=[[D,.9,1],[tok(),.3,0]]; q.swap=[(T-u(.5,6),0,tok())]; p.swap=[(T,0,D)]; p.devs[0][1]=1
    a=inn(p,'second_hand_device','bought a used phone or computer'); b=inn(q,'second_hand_seller','sold his old device and went on with a new one on the same account'); a.born=b.born=0; gen(a,p); gen(b,q)
    if pr(.6): post(b,(T-3)*DAY,'出一台自用旧手机，{p}0，已恢复出厂' if p.lang=='zh' else 'selling my old phone, {p}, wiped','listing')
for _ in range(13):
    p=alive(person(),.4); T=u(12,66); p.swap=[(T+u(0,2),i,tok()) for i in range(len(p.devs)) if i==0 or pr(.8)]; a=inn(p,'new_devices','all devices replaced in a few days, same person'); gen(a,p)
    if pr(.5): post(a,T*DAY+600,'换了新手机，帧率起飞' if p.lang=='zh' else 'new phone, frames are great')
for _ in range(13):
    p=alive(person(),.4); T=u(15,62); r2=near(p.region); p.swap=[(T+u(0,3),i,tok()) for i in range(len(p.devs)) if pr(.6)]; p.nets=[(0,tok()),(T,tok())]; p.trips=[(T,ND+1,r2,tok(),True)]; a=inn(p,'moved_city','moved for a new job: other region, network, new computer; same contacts, payer and hours'); a.born=0
    if not any(x[0]=='payment' for x in a.tok): a.tok.append(['payment',p.pay,u(-200,10)*DAY,None])
    gen(a,p)
    if pr(.5): post(a,(T+u(-3,3))*DAY,'搬家中 到{c}了' if p.lang=='zh' else 'moved across the country, finally unpacked')
for _ in range(13):
    p=alive(person(),.4); p.vpn=(u(.35,.95),[ch(VPN) for _ in range(ri(2,6))]); a=inn(p,'vpn_user','own devices behind a VPN, regions hop'); gen(a,p)
for _ in range(13):
    p=alive(person('zh',pick(CN)),.45); p.devs=[[tok(),1,1]]; p.out=u(.6,1); p.jump=(u(.3,.8),[near(p.region) for _ in range(ri(2,4))]); a=inn(p,'carrier_jump','mobile carrier gateways make the region jump; one phone'); gen(a,p)
for _ in range(14):
    p=alive(person(),.45); per=ri(3,8); A_,B_=night(ri(2,5)),night(ri(19,21)); C_=night(ri(10,12)); a=inn(p,'shift_worker','rotating shifts move the hours of play'); gen(a,p,wf=lambda d:[A_,B_,C_][(d//per)%3])
for _ in range(12):
    p=alive(person(typ='night'),.8); p.L=u(180,330); p.sg=.4; a=inn(p,'streamer_long','streams for long hours, a second device for chat'); gen(a,p,rate=1.2)
    for d in range(ND):
        if pr(.35): post(a,hour_t(p,d,u(14,23)),'今晚直播冲{k}' if p.lang=='zh' else 'live now: road to {k}','live')
        if pr(.4): t=hour_t(p,d,u(15,24)); adhoc(a,t,u(20,120),p.devs[-1][0],netat(p,d),p.region,'h')
for _ in range(7):
    p=alive(person(),.4); q=alive(person(p.lang),.4); a=inn(p,'couple','couple who visit each other and now and then play on the other\'s machine or do the other\'s dailies'); b=inn(q,'couple','couple who visit each other and now and then play on the other\'s machine or do the other\'s dailies'); gen(a,p); gen(b,q)
    for d in range(ND):
        if d%7 in (4,5,6) and pr(.4): adhoc(*( (a,hour_t(q,d,u(13,23)),lenof(p))+where(q,d)),tag='h') if pr(.5) else adhoc(*((b,hour_t(p,d,u(13,23)),lenof(q))+where(p,d)),tag='h')
    for _ in range(ri(1,4)): msg(a,b,u(0,80)*DAY,ch({'zh':['宝 帮我签到一下','周五我过来 带手柄','想你了 上号'],'en':['babe can you claim my daily','coming over friday','miss you, hop on']}[p.lang]))
for _ in range(15):
    p=alive(person(zl()),.4); a=inn(p,'asked_not_sold','offered or was asked to sell, but nothing changed hands'); a.born=0; T=u(10,60)
    if pr(.5): p.swap=[(T+u(1,15),0,tok())]
    if pr(.4): p.trips.append(trip(p,T+u(1,6),ri(3,6)))
    gen(a,p)
    if pr(.5): o=fill(ch(OFF[p.lang]+OFFF[p.lang]),p.lang); change(a,T*DAY,'bio',a.bio,o); change(a,(T+u(3,15))*DAY,'bio',o,a.bio)
    else:
        w=ch(ORD)[1] if pr(.6) else dealers[0 if p.lang=='zh' else 1]; msg(w,a,T*DAY,ch(ASK[p.lang])); msg(a,w,T*DAY+u(5,300),ch({'zh':['不卖','估个价而已 不出','想想还是舍不得'],'en':['no thanks','just wanted a price check','changed my mind, keeping it']}[p.lang]))
for _ in range(12):
    p=alive(person(typ='student'),.45); T=u(15,50); r2=ch(['GB','US-NY','AU-NSW','JP','DE','CA-ON']) ; p.trips=[(T,ND+1,r2,tok(),True)]; p.swap=[(T+u(0,6),i,tok()) for i in range(len(p.devs)) if pr(.5)]; a=inn(p,'went_abroad','went abroad to study or work: other region, hours and some new devices; same payer and contacts'); a.born=0; gen(a,p)
    if pr(.6): post(a,(T-1)*DAY,'要去留学了，时差党' if p.lang=='zh' else 'moving abroad, new time zone who dis')
for _ in range(11):
    p=alive(person(),.4); nets=[ch(DC) for _ in range(ri(1,3))]; r2=p.region if pr(.6) else near(p.region); a=inn(p,'cloud_gaming','rents a cloud computer for himself: fresh device token each time, data-centre network, his own hours'); gen(a,p,loc=lambda p,d:(tok(),ch(nets),r2) if pr(.7) else where(p,d))
for _ in range(10):
    p=alive(person(),.4); a=inn(p,'hijack_victim','taken over for a day or two against his will, then recovered; no share in it'); a.born=0; gen(a,p); T=u(8,70); q=person(noise=False)
    for _ in range(ri(2,6)): adhoc(a,T*DAY+u(0,1800),u(5,90),*where(q,T))
    if pr(.7): post(a,(T+1.6)*DAY,'号被盗了刚找回来，大家开二次验证' if p.lang=='zh' else 'my account got hacked, just recovered it, enable 2FA')
    ATT.append((a.id,'real_name','pass','adult',(T+1.5)*DAY,None,'idp-b')); endtok(a,(T+1.5)*DAY,['email'],p); clash(a,.3)
for _ in range(2):
    net=tok(); D=[tok() for _ in range(6)]; r=pick(CN)
    for _ in range(ri(5,6)):
        p=alive(person('zh',r,'night'),.85); p.L=150; p.devs=[[tok(),.5,1]]; a=inn(p,'team_house','player of a team house; practice machines shared by own turns, each on own account'); m=ch(D); gen(a,p,rate=1.1,loc=lambda p,d,m=m:(m if pr(.8) else ch(D),net,r) if pr(.8) else where(p,d))
for _ in range(12):
    p=alive(person(zl(),typ='night'),.7); a=inn(p,'paid_playmate','plays beside paying clients by the hour on own account and device'); gen(a,p,rate=1.2,lm=1.3)
    for d in range(ND):
        if pr(.12): post(a,hour_t(p,d,u(10,22)),ch({'zh':['陪玩 {m}一小时 自带号 声音甜','接陪玩 {k}局 {m}/h'],'en':['duo partner ${m}/h, my own account','play with me, {h}h packs']}[p.lang]),'listing')
        if pr(.15): gift(ch(ORD)[1],a,d*DAY+u(600,1300))
for _ in range(11):
    p=alive(person(),.5); p.devs=[[tok(),u(.2,1),int(pr(.5))] for _ in range(ri(5,9))]; p.swap=[(u(0,ND),ri(0,len(p.devs)-1),tok()) for _ in range(3)]; a=inn(p,'gadget_fan','many own devices, always something new'); gen(a,p)
for _ in range(12):
    p=alive(person(zl()),.4); a=inn(p,'asked_boost_not_bought','asked a shop or studio for a price and let it be'); gen(a,p); f=ch([x.f for x in studios]+shops)
    t=u(4,76)*DAY; msg(a,f,t,ch(BQ[p.lang][:1]+RQ[p.lang][:2])); msg(f,a,t+u(3,90),ch({'zh':['{p}，要的话发号','有货 押金{p}'],'en':['{p}, send login if ok','yes, deposit {p}']}[p.lang]))
    if pr(.6): msg(a,f,t+u(100,400),'太贵了算了' if p.lang=='zh' else 'too much, never mind')
    if pr(.5): gen(a,p,t/DAY+1,t/DAY+4,rate=1.2)
for _ in range(11):
    p=alive(person(),.45); T=u(10,50); n=u(12,30); r2=p.region if pr(.3) else near(p.region); d2=tok(); n2=tok(); a=inn(p,'long_stay_return','some weeks at the parents\' or in hospital on another machine, then home again')
    gen(a,p,0,T); gen(a,p,T,T+n,loc=lambda p,d:((d2,n2,r2) if pr(.7) else (p.devs[-1][0],carrier(r2) if pr(.5) else n2,r2))); gen(a,p,T+n,ND)
    if pr(.5): post(a,(T+u(0,4))*DAY,ch({'zh':['住院无聊 用借来的本子打两把','回爸妈家住段时间，老电脑好卡'],'en':['stuck in hospital with a borrowed laptop','staying with my parents for a while, ancient pc']}[p.lang]))
for _ in range(10):
    p=alive(person(),.45); T=u(10,55); n=u(6,16); p.swap=[(T,0,tok()),(T+n,0,p.devs[0][0])]; p.devs[0][1]=1; a=inn(p,'repair_loaner','own device in repair, a loan device for a while'); gen(a,p)
for _ in range(11):
    p=alive(person(typ=ch(['worker','student'])),.45); T=u(20,58); w2,e2=curve(ch(['night','home','retired'])); p.swap=[(T+u(-4,4),0,tok())]; p.nets=[(0,tok()),(T+u(-5,5),tok())]; a=inn(p,'life_change_hours','new baby or new job: other hours, new line and machine; same phone, payer and contacts')
    gen(a,p,0,T); gen(a,p,T,ND,wf=lambda d:w2 if d%7<5 else e2)
    if pr(.4): post(a,(T+1)*DAY,'娃出生了 只能半夜偷着玩' if p.lang=='zh' else 'newborn at home, gaming at 4am now')
for _ in range(11):
    p=alive(person(zl(),typ=ch(['worker','student'])),.45); a=inn(p,'season_grind_self','grinds the end of a season through the nights himself, partly at a cafe or a friend\'s'); d0=ri(12,72); gen(a,p,0,d0); q=person(p.lang,p.region,noise=False); c=cafe(p.region)
    W2=night(ri(0,3)); gen(a,p,d0,d0+ri(4,8),wf=lambda d:W2,lm=2.2,rate=2,loc=lambda p,d:(ch(c.pcs),c.net,c.r) if pr(.35) else (where(q,d) if pr(.2) else where(p,d))); gen(a,p,d0+8,ND)
for _ in range(2):
    host=alive(person(zl()),.4); M=[tok() for _ in range(4)]; d0=ch([5,12,19,26,33,40,47])
    for _ in range(5):
        p=alive(person(host.lang),.4); a=inn(p,'lan_weekend','a weekend of friends at one house, everybody on the host\'s machines'); gen(a,p,0,d0); 
        for d in (d0,d0+1):
            t=hour_t(host,d,u(10,14))
            for _ in range(ri(2,4)): l=u(60,200); adhoc(a,t,l,ch(M),netat(host,d),host.region,'h'); t+=l+u(5,60)
        gen(a,p,d0+2,ND)
# companion app or a forgotten log-in on another own device, all kinds alike
for a in ACC:
    if TR[a.id][1]=='farm_sold' or not pr(.35): continue
    H=[x for x in SES.get(a.id,[]) if x[5]=='h']
    if len(H)<6 or len(a.p.devs)<2: continue
    for _ in range(1+int(R.poisson(2.5))):
        x=ch(H); D=devsat(a.p,x[0]/DAY); o=[y for y in D if y[0]!=x[2]]
        if o: y=ch(o); adhoc(a,x[0]+u(0,x[1]-x[0]),u(2,40),y[0],carrier(x[4]) if y[2] and pr(.3) else x[3],x[4] if pr(.97) else near(a.p.region),'h')
# idle questions to shops, by people who never follow up
for _ in range(70):
    p,a=ch(ORD); f=ch([x.f for x in studios]+shops+dealers)
    if f.lang==p.lang: msg(a,f,u(0,ND)*DAY,ch(BQ[p.lang][:1]+RQ[p.lang][:2]+ASK[p.lang][:0]))
for _ in range(45):
    (p,a),(q,b)=ch(ORD),ch(ORD)
    if p.lang==q.lang and a is not b:
        t=u(0,ND)*DAY; msg(a,b,t,ch(ASK[p.lang]))
        if pr(.5): msg(b,a,t+u(5,500),ch({'zh':['不卖','？？不出','加价也不卖 哈哈'],'en':['no','lol never','not for sale']}[p.lang]))
# ---------- chatter, gifts, follows, changes
A_all=ACC; n=len(A_all)
for a in A_all:
    S=SES.get(a.id,[])
    if not S: continue
    for _ in range(int(R.poisson(float(R.gamma(1.2,1.6))))): 
        s=ch(S); post(a,s[0]+u(-10,60),ch(PUB[a.lang]),ch(['post','post','comment']),removed=s[0]+u(100,6000) if pr(.02) else None)
    for _ in range(int(R.poisson(1.6))):
        b=ch(A_all)
        if b is not a: s=ch(S); msg(a,b,s[0]+u(-30,30),ch(CHAT[a.lang]),s[0]+u(60,5000) if pr(.02) else None)
    for _ in range(int(R.poisson(3))):
        b=ch(A_all)
        if b is not a:
            t=ch(S)[0]+u(0,50)
            if 0<=t<ND*DAY: ACT.append((a.id,t,ch(['like','view','view','share','like','gift']),nid('o',8),b.id))
    if pr(.09): nn=dname(a.lang); change(a,u(a.born,ND)*DAY,'display_name',a.dn,nn) ; 
    if pr(.08): o=fill(ch(BIO[a.lang]),a.lang) or None; change(a,u(a.born,ND)*DAY,'bio',o,a.bio)
    if pr(.03): endtok(a,u(a.born+1,ND)*DAY,[ch(['phone','email'])],a.p)
    if pr(.03): endtok(a,u(a.born+1,ND)*DAY,['payment'],person(a.lang,a.p.region,noise=False))
    if pr(.04): a.tok.append(['payment',tok(),u(a.born,ND)*DAY,None])
    for _ in range(int(R.poisson(4))):
        b=ch(A_all)
        if b is not a: FOL.append((a.id,b.id,u(max(a.cr,b.cr,-400*DAY),ND*DAY)))
# latest display name change must match the account row
lastn={}
for c in sorted(CHG,key=lambda c:c[1]):
    if c[2]=='display_name': lastn[c[0]]=c[4]
for a in A_all: a.dn=lastn.get(a.id,a.dn)
CR={a.id:a.cr for a in ACC}
POST=[p for p in POST if p[2]>CR[p[1]] and (p[4] is None or p[2]>CR[p[4]])]
ACT=[x for x in ACT if x[1]>CR[x[0]] and x[1]>CR[x[4]]]
CHG=[x for x in CHG if x[1]>CR[x[0]]]
# ---------- missing values and write
def ts(m): return None if m is None else T0+dt.timedelta(seconds=int(m*60))
TS=pa.timestamp('us',tz='UTC')
def write(name,cols,rows):
    R.shuffle(idx:=np.arange(len(rows))); rows=[rows[i] for i in idx]
    t=pa.table({c:pa.array([r[k] for r in rows],ty) for k,(c,ty) in enumerate(cols)}); pq.write_table(t,f'{OUT}/{name}.parquet'); print(name,len(rows))
st,it,bt=pa.string(),pa.int64(),pa.bool_()
rows=[];trow=[]
for a in A_all:
    S=sorted(SES.get(a.id,[])); nr,nd_,nn=pr(.05),pr(.04),pr(.03); ne=pr(.04); dm={};nm={}
    for s,e,d,nt,r,_ in S:
        d=None if nd_ or pr(.012) else d; nt=None if nn or pr(.012) else nt; r=None if nr or pr(.02) else r
        rows.append((a.id,ts(s),None if ne or pr(.015) else ts(e),d,nt,r))
        for m,x in ((dm,d),(nm,nt)):
            if x: y=m.get(x,(s,e,0)); m[x]=(min(y[0],s),max(y[1],e),y[2]+1)
    if pr(.8):
        for x,(f,l,k) in dm.items(): trow.append((a.id,'device',x,ts(f),ts(l)))
    if pr(.7):
        for x,(f,l,k) in nm.items():
            if k>1: trow.append((a.id,'network',x,ts(f),ts(l)))
    a.last=max((x[1] for x in S),default=None)
    for k,x,f,l in a.tok:
        l=l if l is not None else (a.last if a.last and a.last>f else f)
        f=min(f,l,ND*DAY-5); trow.append((a.id,k,x,ts(f),ts(min(l,ND*DAY-1)) if pr(.95) else None))
trow=list({(r[0],r[1],r[2]):r for r in trow}.values())
write('sessions',[('account_id',st),('started_at',TS),('ended_at',TS),('device_token',st),('network_token',st),('region',st)],rows)
write('tokens',[('account_id',st),('kind',st),('token',st),('first_seen_at',TS),('last_seen_at',TS)],trow)
pc={}
for p in POST: pc[p[1]]=pc.get(p[1],0)+(p[3]!='message')
fc={};gc={}
for f in FOL: fc[f[1]]=fc.get(f[1],0)+1; gc[f[0]]=gc.get(f[0],0)+1
locs={'CN-GD':'广东','CN-ZJ':'浙江','CN-SC':'四川','US-CA':'California','GB':'UK'}
write('accounts',[('account_id',st),('handle',st),('display_name',st),('bio',st),('location',st),('kind',st),('created_at',TS),('status',st),('last_active_at',TS),('followers',it),('following',it),('posts',it),('default_avatar',bt),('is_private',bt),('language',st)],
 [(a.id,a.handle,a.dn,a.bio,locs.get(a.p.region) if pr(.5) else None,a.kind,a.created.replace(microsecond=0),a.status,ts(a.last),fc.get(a.id,0)+ri(0,3),gc.get(a.id,0)+ri(0,3),pc.get(a.id,0),bool(pr(.3)),bool(pr(.2)),a.lang if pr(.96) else None) for a in A_all])
mx=ND*DAY
write('posts',[('post_id',st),('account_id',st),('at',TS),('kind',st),('target_id',st),('title',st),('text',st),('removed_at',TS),('language',st)],[(p[0],p[1],ts(p[2]),p[3],p[4],p[5],p[6],ts(p[7]) if p[7] and p[7]<mx else None,p[8]) for p in POST])
write('actions',[('account_id',st),('at',TS),('verb',st),('object_id',st),('target_account_id',st)],[(x[0],ts(x[1]))+x[2:] for x in ACT if 0<=x[1]<mx])
write('profile_changes',[('account_id',st),('at',TS),('field',st),('old',st),('new',st)],[(x[0],ts(x[1]))+x[2:] for x in CHG])
write('attestations',[('account_id',st),('kind',st),('result',st),('age_band',st),('at',TS),('expires_at',TS),('provider',st)],[x[:4]+(ts(min(x[4],mx-1)),x[5],x[6]) for x in ATT])
write('follows',[('follower_id',st),('target_id',st),('at',TS)],[(f[0],f[1],ts(f[2])) for f in {(x[0],x[1]):x for x in FOL}.values()])
with open(f'{HERE}/truth.csv','w',newline='') as f:
    w=csv.writer(f); w.writerow(['account_id','guilty','kind','why'])
    for k in sorted(TR): w.writerow([k]+TR[k])

if os.environ.get('DBG'):
    import collections
    D=collections.defaultdict(list)
    for a in ACC:
        S=SES.get(a.id,[]); g,k,_=TR[a.id]
        D[(g,k)].append((len([x for x in S if x[5]=='h']),len([x for x in S if x[5]=='o']),len({x[2] for x in S}),len({x[4] for x in S})))
    for k,v in sorted(D.items()): print(k,len(v),'med h,o,dev,reg',[float(np.median([x[i] for x in v])) for i in range(4)],'min h,o',[min(x[i] for x in v) for i in (0,1)])
