import random, math, bisect, csv, os, datetime as dt, hashlib
import pyarrow as pa, pyarrow.parquet as pq
R = random.Random(770431)
HERE = os.path.dirname(os.path.abspath(__file__)); W = os.path.join(HERE, 'world'); os.makedirs(W, exist_ok=True)
UTC = dt.timezone.utc
T0 = dt.datetime(2026, 3, 2, tzinfo=UTC); D = 77            # Monday; to 17 May
HOL = {33, 34, 35, 60, 61, 62, 63, 64}                      # 4-6 April, 1-5 May
def ts(m): return T0 + dt.timedelta(seconds=int(m * 60))
def hx(n=64): return ''.join(R.choices('0123456789abcdef', k=n))
def rid(): return ''.join(R.choices('abcdefghjkmnpqrstuvwxyz23456789', k=12))
def ch(x): return R.choice(x)
def poi(l):
    k, p, L = 0, 1.0, math.exp(-l)
    while True:
        p *= R.random()
        if p < L: return k
        k += 1
CN = ['CN-GD','CN-ZJ','CN-JS','CN-SC','CN-HN','CN-HB','CN-SD','CN-HE','CN-BJ','CN-SH','CN-FJ','CN-AH','CN-LN','CN-SN','CN-CQ','CN-GX']
CNW = [14,9,9,8,6,6,8,6,5,6,5,5,4,4,4,4]
OT = {'US-CA':-7,'US-TX':-5,'US-NY':-4,'GB-ENG':1,'CA-ON':-4,'SG':8,'MY-14':8,'AU-NSW':10,'DE-BE':2}
def tzof(r): return OT.get(r, 8)
NEAR = {'CN-GD':['CN-GX','CN-HN','CN-FJ'],'CN-ZJ':['CN-SH','CN-JS'],'CN-JS':['CN-SH','CN-AH','CN-ZJ'],'CN-SC':['CN-CQ','CN-SN'],'CN-HN':['CN-GD','CN-HB'],'CN-HB':['CN-HN','CN-AH'],'CN-SD':['CN-HE','CN-JS'],'CN-HE':['CN-BJ','CN-SD'],'CN-BJ':['CN-HE'],'CN-SH':['CN-JS','CN-ZJ'],'CN-FJ':['CN-GD','CN-ZJ'],'CN-AH':['CN-JS','CN-HB'],'CN-LN':['CN-HE'],'CN-SN':['CN-SC'],'CN-CQ':['CN-SC'],'CN-GX':['CN-GD'],'US-CA':['US-TX'],'US-TX':['US-CA'],'US-NY':['CA-ON'],'GB-ENG':['DE-BE'],'CA-ON':['US-NY'],'SG':['MY-14'],'MY-14':['SG'],'AU-NSW':['SG'],'DE-BE':['GB-ENG']}
def region(cn=None):
    if cn or (cn is None and R.random() < .68): return R.choices(CN, CNW)[0]
    return ch(list(OT))
def other(r, near=None):
    if near or (near is None and R.random() < .45): return ch(NEAR[r])
    while True:
        x = region(r.startswith('CN'))
        if x != r: return x
CG = {}
def cgnat(r):
    if r not in CG: CG[r] = [hx() for _ in range(14)]
    return CG[r]
WP = {}
def workplace(r):
    if R.random()<.55: return hx()
    WP.setdefault(r,[hx() for _ in range(12)]); return ch(WP[r])
VPN = [(ch(['HK','JP-13','SG','US-CA','TW','KR-11','DE-BE']), hx()) for _ in range(24)]
SL = {'worker':([(7.9,.4,.12),(12.4,.4,.2),(20.9,1.2,.68)],[(10.6,1.3,.22),(15,1.8,.35),(21,1.4,.43)]),
 'student':([(12.5,.4,.15),(17.6,.8,.25),(20.6,1,.6)],[(10,1.2,.2),(14.5,1.8,.4),(20.5,1.3,.4)]),
 'night':([(23.3,1.1,.6),(25.3,.8,.25),(14.5,2,.15)],[(23.5,1.2,.5),(25.5,.9,.2),(15.5,2,.3)]),
 'home':([(9.6,1.2,.3),(14.5,1.5,.35),(20,1.4,.35)],[(10,1.3,.25),(15,1.6,.35),(20.5,1.4,.4)]),
 'senior':([(7,.8,.4),(15,1.2,.35),(19.3,.8,.25)],[(7.5,.9,.4),(15,1.4,.35),(19.3,.8,.25)]),
 'kid':([(18,.7,.4),(19.7,.7,.6)],[(10,1.2,.3),(14.5,1.6,.4),(19.8,.8,.3)]),
 'day':([(9.5,1,.35),(13.5,1.4,.35),(16.5,1.2,.3)],[(9.5,1,.35),(13.5,1.4,.35),(16.5,1.2,.3)])}
class P:
    def __init__(s, reg=None, typ=None, rate=None, med=None, net=None, ndev=None):
        s.reg = reg or region(); s.tz = tzof(s.reg)
        s.typ = typ or R.choices(['worker','student','night','home','senior'],[46,25,11,14,4])[0]
        def jit(sl):
            sh = R.gauss(0,.5); return [(m+sh+R.gauss(0,.3), sd*R.uniform(.7,1.3), w*R.uniform(.4,1.8)) for m,sd,w in sl]
        s.wd, s.we = jit(SL[s.typ][0]), jit(SL[s.typ][1])
        s.rate = rate or R.choice([.3,.5,.8,1,1.3,1.6,2.2])*R.uniform(.8,1.2)
        s.wef = R.uniform(.8,1.7); s.med = med or R.uniform(22,80); s.sig = R.uniform(.4,.8)
        s.home = net or hx(); s.rot = (not net) and R.random()<.28 and R.uniform(4,30); s.rotm = {}
        s.work = workplace(s.reg) if s.typ in('worker','student') and R.random()<.55 else None
        s.mob = R.sample(cgnat(s.reg), R.randint(2,5)); s.pm = R.uniform(.05,.45)
        s.devs = [[hx(),'phone',1.0,-1,999]]
        n = ndev if ndev is not None else R.choices([1,2,3],[55,35,10])[0]
        if n>1: s.devs.append([hx(), ch(['pc','pc','tablet']), R.uniform(.2,1.6),-1,999])
        if n>2: s.devs.append([hx(), 'tablet', R.uniform(.1,.5),-1,999])
        s.trips=[]; s.jump=None; s.vpn=None; s.iv=[]; s.off=[]; s.shiftrot=None; s.place=None
    def homenet(s, d):
        if not s.rot: return s.home
        k=int(d/s.rot); s.rotm.setdefault(k, hx()); return s.rotm[k]
    def noise(s):
        if R.random()<.17: s.trip(R.randint(0,D-4), R.randint(2,8))
        if R.random()<(.22): s.trip(59+R.randint(0,1), R.randint(2,5))
        if R.random()<.08: s.newphone(R.randint(5,D-5))
        elif R.random()<.05: s.newphone(R.randint(5,D-5))
        if R.random()<.07: s.jump=(R.uniform(.1,.4), R.sample(NEAR[s.reg],1))
        if R.random()<.03: s.vpn=(R.uniform(.1,.6), R.sample(VPN,R.randint(1,3)))
        if R.random()<.05:
            d=R.randint(0,D-1); s.devs.append([hx(),'guest',3,d,d+R.randint(1,2)])
        if R.random()<.08:
            d=R.randint(0,D-8); s.off.append((d,d+R.randint(3,20)))
    def trip(s,d0,n,reg=None,nets=None): s.trips.append((d0,d0+n,reg or other(s.reg),nets or [hx() for _ in range(R.randint(1,2))]))
    def newphone(s,d):
        for x in s.devs:
            if x[1]=='phone' and x[4]==999: x[4]=d
        s.devs.append([hx(),'phone',1.0,d,999])
    def free(s,a,b):
        i=bisect.bisect(s.iv,(a,0)); return not((i>0 and s.iv[i-1][1]>a) or (i<len(s.iv) and s.iv[i][0]<b))
    def where(s,d,h,wk):
        tr=next((t for t in s.trips if t[0]<=d<t[1]),None)
        dv=[x for x in s.devs if x[3]<=d<x[4]]
        if tr:
            ph=[x for x in dv if x[1] in('phone','tablet')] or dv; x=R.choices(ph,[z[2] for z in ph])[0]
            n=ch(tr[3]) if R.random()<.6 else ch(cgnat(tr[2])[:5]); r=tr[2]
        else:
            if s.place:
                o=s.place(d,h,wk)
                if o: return o
            if not dv: dv=s.devs
            x=R.choices(dv,[z[2] for z in dv])[0]; r=s.reg
            if x[1] in('pc','console'): n=s.homenet(d)
            elif x[1]=='guest': n=hx()
            elif wk and s.work and 9<h<18: n=s.work if R.random()<.6 else ch(s.mob)
            elif R.random()<s.pm or 7<h<8.8: n=ch(s.mob)
            else: n=s.homenet(d)
            if s.jump and n in s.mob and R.random()<s.jump[0]*2: r=ch(s.jump[1])
        if s.vpn and R.random()<s.vpn[0]: r,n=ch(s.vpn[1])
        return x[0],n,r
class A:
    def __init__(s,p,kind='ordinary',g=0,why='Ordinary player living an ordinary life.'):
        s.p=p; s.kind=kind; s.g=g; s.why=why; s.id='u'+rid(); s.s=[]; s.tok=[]; s.lang=('zh' if p.reg.startswith('CN') else R.choices(['en','zh'],[85,15])[0]) if R.random()<.97 else 'en'
        s.multi=False; s.created=T0-dt.timedelta(days=R.expovariate(1/600)+R.uniform(12,90),seconds=R.randint(0,86399)); s.name=None; s.bio=None; s.status='active'
        s.pay='auto'; s.ident='auto'; s.phone='auto'; s.minor=p.typ=='kid' or (p.typ=='student' and R.random()<.2); s.chall=None
        ACC.append(s)
ACC=[]; POSTS=[]; CHG=[]; ACT=[]; FOL={}
def slot(p,sl): m,sd,w=R.choices(sl,[x[2] for x in sl])[0]; return R.gauss(m,sd)
def sim(p,a,d0=0,d1=D,scale=1.0,days=None,hours=None,med=None):
    out=[]
    for d in range(int(d0),int(d1)):
        if any(x<=d<y for x,y in p.off): continue
        if days and not days(d): continue
        we=d%7>=5 or d in HOL
        n=poi(p.rate*scale*(p.wef if we else 1))
        for h in sorted((R.uniform(*hours) if hours else (p.shiftrot(d) if p.shiftrot else slot(p,p.we if we else p.wd))) for _ in range(n)):
            L=min(420,max(3,(med or p.med)*math.exp(R.gauss(0,p.sig)))); s0=d*1440+(h-p.tz)*60
            if not p.free(s0-1,s0+L+1):
                if R.random()<.6: continue
                i=bisect.bisect(p.iv,(s0,0)); 
                if i>0 and p.iv[i-1][1]>s0: s0=p.iv[i-1][1]+R.uniform(3,35)
                if not p.free(s0,s0+L): continue
            if s0<0 or s0+L>D*1440: continue
            bisect.insort(p.iv,(s0,s0+L)); dv,n_,r=p.where(d,h%24,not we); a.s.append([s0,s0+L,dv,n_,r])
def put(a,s0,s1,dv,n,r):
    if s0>=0 and s1<=D*1440 and s1-s0>=2: a.s.append([s0,s1,dv,n,r])
def post(a,m,kind,text,title=None,target=None,topic=None):
    if m<0 or m>D*1440: return
    POSTS.append(dict(post_id='p'+rid(),account_id=a.id,at=ts(m),kind=kind,target_id=target,title=title,text=text,url=None,topic=topic,removed_at=ts(min(m+R.uniform(60,6000),D*1440)) if kind=='listing' and R.random()<.25 else None,language=a.lang))
def dm(a,b,d,zh,en,h=None): post(a,d*1440+((h or R.uniform(10,23))-a.p.tz)*60+R.uniform(0,59),'message',ch(zh) if a.lang=='zh' else ch(en),target=b.id)
def gift(a,b,d): ACT.append((a.id,ts(min(max(d,0.1),D-.1)*1440+R.uniform(0,100)),'gift','g'+rid(),b.id))
def fol(a,b): 
    if a is not b: FOL[(a.id,b.id)]=T0-dt.timedelta(days=R.uniform(-60,200)) 
def rename(a,d,old=None):
    a.ren=d
def rk(): return ch(['钻石','铂金','王者','宗师','黄金']),ch(['Diamond','Platinum','Master','Grandmaster','Gold'])
def lst(a,d,by=None):
    by=by or a; z,e=rk(); n=R.randint(20,190); c=R.randint(3,18)
    zh=[f'{z}号 {n}皮肤 {c}元/时 包夜{c*4} 上号快 不掉线',f'z号 {z} {n}皮 时租{c} 日租{c*7} 私',f'自用{z}号出租,{n}皮,包天优惠,免押,扫码上H',f'周租月租都行 {z} 全英雄 {n}皮 老客户打折']
    en=[f'{e} account, {n} skins, ${c/4:.2f}/h, day packs, login by injector, msg me',f'renting my {e} acc by the hour or the weekend, {n} skins',f'Lend for $: {e}, {n} skins. 3h / 12h / 24h packs',f'weekly r3nt slot open on {e} main, {n} skins, no ranked throwing']
    post(by,d*1440+R.uniform(100,1300),'listing',ch(zh) if by.lang=='zh' else ch(en),title=(ch(['租号','出租','账号时租','闲置号']) if by.lang=='zh' else ch(['rent','account for hire','hourly','idle acc'])),topic=None)
def sale(a,d):
    z,e=rk(); n=R.randint(20,190); c=R.randint(200,2600)
    post(a,d*1440+R.uniform(100,1300),'listing',ch([f'出号 {z} {n}皮 {c}可小刀 可换绑',f'退坑出{z}号,{n}皮肤,包换绑手机,{c}',f'不玩了 cs {z} {n}皮 {c}元 走平台']) if a.lang=='zh' else ch([f'Selling {e} acc, {n} skins, ${c//6}, full access incl. email change',f'quitting, {e} account for sale ${c//6} obo']),title='出号' if a.lang=='zh' else 'selling account')
G=lambda k,w,p=None,g=1: A(p or P(),k,g,w)
# ---------------------------------------------------------------- GUILTY
fronts=[]
for i in range(5):
    p=P(rate=.4); p.noise(); f=A(p,'ad_front',0,'Advertises rental or boosting for others; the account itself is used only by its own holder (an offer, not a shared account).'); sim(p,f); fronts.append(f)
RENTERS=[]
# 1 hourly rental: anyone, anywhere
for i in range(16):
    a=G('hourly_rental','Let by the hour: a stream of strangers on their own devices and networks take the account one after another.'); p=a.p; a.multi=True
    per=R.choice([.8,1.5,2.5,4,5]); loc=R.choice([.1,.3,.6,.95]);
    if R.random()<.4: a.chall=R.randint(1,6)
    st=R.choice([0,0,R.randint(5,30)]); en=D if R.random()<.7 else R.randint(50,D); pool=[]
    sim(p,a,0,st); sim(p,a,st,D,R.uniform(.02,.35)); cn=p.reg.startswith('CN')
    inj=R.random()<.3; cloud=[(hx(),hx(),ch([p.reg,other(p.reg)])) for _ in range(3)]
    for d in range(st,en):
        if R.random()<.08: continue
        for _ in range(poi(per*(1.5 if d%7>=5 or d in HOL else .85))):
            if pool and R.random()<.4: q=ch(pool)
            else:
                q=P(region(cn) if R.random()>loc else ch([p.reg,p.reg]+NEAR[p.reg]),ch(['worker','student','night','night','student','home']),ndev=1); pool.append(q); RENTERS.append(q)
            h=slot(q,q.we if d%7>=5 else q.wd); L=R.choice([58,60,62,118,120,178,180,180,300,480])*R.uniform(.55,1.0); s0=d*1440+(h-q.tz)*60
            if not q.free(s0,s0+L): continue
            bisect.insort(q.iv,(s0,s0+L)); dv,n,r=q.where(d,h%24,d%7<5)
            if inj and R.random()<.75: dv,n,r=ch(cloud)
            if L>150 and R.random()<.5:
                m=s0+L*R.uniform(.3,.7); put(a,s0,m-R.uniform(2,15),dv,n,r); put(a,m,s0+L,dv,n,r)
            else: put(a,s0,s0+L,dv,n,r)
    if R.random()<.6:
        for _ in range(R.randint(1,4)): lst(a,st+R.uniform(-2,25), a if R.random()<.6 else fronts[0])
    if R.random()<.3: dm(a,fronts[0],st+1,['今天租出去几单?','有人把我号封麦了,押金不退他','号主要上线半小时,先停单'],['how many rentals today?','keep the deposit, last guy threw games','owner logging in for 30 min, pause orders'])
# 2 local renter groups on lessor's accounts
for gidx in range(6):
    reg=region(R.random()<.75); reg2=ch(NEAR[reg]); lessor=P(reg); lessor.noise(); n=3
    ren=[P(reg if R.random()<.72 else reg2,ch(['worker','student','night','home','day']),rate=R.uniform(.6,1.5),ndev=R.choice([1,1,2]),med=R.uniform(50,120)) for _ in range(R.randint(5,8))]
    for q in ren: 
        if R.random()<.3:q.noise()
    mode=ch(['weekday','slot','free','week']); paytok=hx(); seen=[]
    for j in range(n):
        a=G('local_renter_turns','Four or so paying renters of one or two neighbouring regions take turns on the account by day, hour or week; the holder hardly plays.',lessor); a.multi=True; seen.append(a)
        mem=R.sample(ren,R.randint(3,min(5,len(ren)))); st=R.choice([0,0,R.randint(3,20)])
        if R.random()<.6: a.pay=[(paytok,-40,D)]
        sim(lessor,a,0,st); sim(lessor,a,st,D,R.uniform(0,.25)); k=len(mem); off=R.randint(0,6); bands=[(7,12),(12,17),(17,21.5),(21.5,26),(10,15)]
        for ix,q in enumerate(mem):
            sc=R.uniform(.5,1.3)
            if mode=='weekday': sim(q,a,st,D,sc*2.2,days=lambda d,ix=ix:(d+off)%k==ix or R.random()<.05)
            elif mode=='slot': sim(q,a,st,D,sc*.8,hours=bands[(ix+off)%5])
            elif mode=='week': sim(q,a,st,D,sc*2,days=lambda d,ix=ix:(d//4+off)%k==ix)
            else: sim(q,a,st,D,sc*.9)
        if R.random()<.35: lst(a,max(.5,st-1))
        if R.random()<.4:
            for _ in range(R.randint(1,3)): dm(a,ch(seen),R.uniform(st,D-1),['这周轮到谁?群里接龙','二号车位今晚空着,要的红包','下个月续不续?还是三十','上一位下线了,你上吧'],['whose turn this week?','evening slot is free, same price','renew for next month? still 5 each','prev guy is off, you can log in'])
# 3 studio shifts ; 4 hidden studio
def studio(kind,why,N,K,reg,shifts,hide,daysr,front):
    nets=[hx() for _ in range(R.randint(1,2))]; M=[hx() for _ in range(K)]; orders=[]
    for i in range(N):
        a=G(kind,why); p=a.p; p.noise() if R.random()<.6 else None; a.multi=True
        d0=R.randint(3,D-daysr[1]-1); d1=d0+R.randint(*daysr); ph=[(d0,d1)]
        if R.random()<.3 and d1+12<D: ph.append((d1+R.randint(5,9),min(D,d1+R.randint(11,18))))
        pr=[(hx(),p.reg) for _ in range(R.randint(2,4))]; dv=[hx() for _ in range(R.randint(1,2))]
        for x in ph: orders.append((a,x[0],x[1],pr,dv,ch(M),R.uniform(.5,1)))
        e=0
        for x in ph: sim(p,a,e,x[0]); sim(p,a,x[0],x[1],R.choice([0,.1,.3]),med=8); e=x[1]
        sim(p,a,e,D)
        if R.random()<.5: dm(a,front,d0-.5,['打到王者多少钱,几天','老板,还是上次那个价吗,我把密码发你','验证码发你了,这几天我不上','能白天打吗?晚上我要自己玩一会'],['how much to Master and how long','same price as last season? sending login','code sent, I will stay off for a few days','please play daytime, I want it back in the evening'])
        if R.random()<.3: dm(front,a,d0+1,['在打了,别上号','今天打了九星,明天继续','完单了,请改密码好评'],['in progress, do not log in','9 wins today, continue tomorrow','done, change your password please'])
        if R.random()<.35: gift(a,front,d0-.3)
    for d in range(D):
        for (b,e) in shifts:
            act=[o for o in orders if o[1]<=d<o[2]]; R.shuffle(act); q=list(act)
            if not q: continue
            nm=min(K,max(1,len(q))); ms=R.sample(M,nm); ends={m:d*1440+(b-8)*60+R.uniform(0,40) for m in ms}; lim=d*1440+(e-8)*60
            while q:
                o=q.pop(); 
                if R.random()>o[6]: continue
                m=o[5] if o[5] in ends and R.random()<.5 else min(ends,key=ends.get); s0=ends[m]; L=R.uniform(70,250)
                if s0+40>lim: continue
                L=min(L,lim-s0); t=s0
                while t<s0+L-10:
                    x=min(R.uniform(35,110),s0+L-t)
                    if hide: n,r=ch(o[3]); put(o[0],t,t+x,ch(o[4]),n,r)
                    else: put(o[0],t,t+x,m,ch(nets),reg)
                    t+=x+R.uniform(2,14)
                ends[m]=s0+L+R.uniform(3,20)
studio('studio_shifts','A boosting studio took the account for some days: played in worker shifts on studio machines also used for other customers, far beyond the holder\'s own hours.',12,7,'CN-HN',[(8.5,16.5),(16.5,24.3),(24.5,32)],False,(4,13),fronts[1])
studio('studio_shifts','A two-shift boosting studio played the account on machines that pass from customer to customer.',8,4,'CN-SC',[(10,18),(18,26)],False,(3,9),fronts[2])
studio('studio_hidden','A studio that hides played the account: fresh device per order and proxies in the holder\'s own region, but at studio hours in blocks unlike the holder, then vanished with the order.',14,8,'CN-HB',[(9,17),(17,25),(25,32)],True,(5,15),fronts[2])
# 5 workshops: daily chores in turns on few phones
for wi in range(2):
    reg=region(True); nd=R.randint(2,4); devs=[hx() for _ in range(nd)]; net=[hx(),*R.sample(cgnat(reg),2)]; cust=[]
    for i in range(11):
        a=G('chore_workshop','A workshop does the daily chores on this account: its few phones run customer after customer, some minutes each, every day.'); a.multi=True; p=a.p; p.noise()
        st=R.choice([0,R.randint(2,30),R.randint(10,40)]); en=min(D,st+R.choice([21,30,45,80])); cust.append((a,st,en,ch(devs),R.uniform(.7,.98),R.uniform(12,38)))
        sim(p,a,0,st); sim(p,a,st,en,R.uniform(.15,.7),days=(lambda d:d%7>=4) if R.random()<.5 else None); sim(p,a,en,D)
        if R.random()<.35: dm(a,fronts[3],max(0,st-.4),['包月日常多少?每天清体力就行','续一个月,照旧','昨天活动没做完,补一下'],['monthly dailies price? just burn stamina','renew a month, as before','yesterday the event was left undone'])
        if R.random()<.3: gift(a,fronts[3],st+.1)
    hst=R.uniform(8,14); order=list(range(11)); R.shuffle(order)
    for d in range(D):
        if R.random()<.03: continue
        cur={x:d*1440+(hst-8)*60+R.uniform(-25,60) for x in devs}; oo=order[:]
        if R.random()<.5: R.shuffle(oo)
        for k in oo:
            a,st,en,dv,pp,mm=cust[k]
            if not st<=d<en or R.random()>pp: continue
            x=dv if R.random()<.65 else ch(devs); L=max(4,R.gauss(mm,mm*.25)); put(a,cur[x],cur[x]+L,x,net[0] if R.random()<.8 else ch(net),reg); cur[x]+=L+R.uniform(.7,7)
            if R.random()<.06: cur[x]+=R.uniform(30,90)
# 6 sold
for i in range(16):
    p=P(rate=R.uniform(.5,1.8)); p.noise(); a=G('sold','Sold: from one day on another person with other devices, networks, hours and paying means holds it, and the first never returns.',p); a.multi=True
    d=R.randint(18,55); q=P(region(p.reg.startswith('CN')) if R.random()<.75 else p.reg,ch(['worker','student','night','home']),rate=R.uniform(.8,2)); q.noise()
    sim(p,a,0,d-R.randint(0,4)); sim(q,a,d,D)
    if R.random()<.3: sim(q,a,d-2,d,.5)
    if R.random()<.75: a.phone=[(hx(),-300,d-.5),(hx(),d+R.uniform(0,3),D)]
    if R.random()<.6: a.pay=[(hx(),-200,d-R.uniform(3,15)),(hx(),d+R.uniform(1,8),D)]
    if R.random()<.55: a.ren=d+R.uniform(.1,3)
    if R.random()<.5: sale(a,d-R.uniform(1.2,12))
    if R.random()<.3: dm(a,fronts[4],d-1,['买家要换绑,找回包赔怎么写','钱到了,手机已经换绑'],['buyer wants email swap, how does the guarantee work','money arrived, phone is swapped'])
# 7 one payer, stock of accounts let by week or month
for gi in range(2):
    pay=hx(); ids=[hx() for _ in range(3)]; reg=region(True); boss=P(reg,'home'); boss.noise()
    for i in range(9):
        a=G('stock_one_payer','One of a lessor\'s stock of accounts, all paid by one payer under lent identities and let by the week or month to different people.',boss); a.multi=True
        a.pay=[(pay,-R.uniform(20,200),D)]; a.ident=[(ch(ids),-R.uniform(100,400),D)]; t=R.uniform(0,6)
        sim(boss,a,0,D,R.uniform(.03,.12),med=9)
        while t<D-2:
            q=P(region(True) if R.random()<.6 else reg,rate=R.uniform(.9,2.2)); L=R.choice([3,7,7,14,30,30,40]); sim(q,a,t,min(D,t+L)); RENTERS.append(q); t+=L+R.choice([0,1,1,2,4])
        if R.random()<.35: lst(a,R.uniform(0,30))
# 8 lent by the month to one
for i in range(15):
    p=P(rate=R.uniform(.4,1)); p.noise() if R.random()<.5 else 0; a=G('lent_monthly','Lent for money to one regular renter elsewhere; holder and renter alternate, with hand-overs no single person could make.',p); a.multi=True
    q=P(other(p.reg,R.random()<.4) if R.random()<.8 else p.reg,rate=R.uniform(.8,1.8)); q.noise() if R.random()<.4 else 0; st=R.randint(0,25); en=min(D,st+R.choice([30,31,60,80]))
    sim(p,a,0,st); sim(p,a,st,en,R.uniform(.2,.9)); sim(p,a,en,D); sim(q,a,st,en)
    a.pay=[(hx(),-200,D)]
    if R.random()<.6: a.pay.append((hx(),st+R.uniform(.2,4),en))
    if R.random()<.35:
        for _ in range(2): dm(a,ch(ACC[:-1]),R.uniform(max(0,st-1),en-1),['这个月的钱转你了,密码没改吧','周末我自己要用,你别上','还是一百五一个月,行就续'],['sent this month\'s money, password same?','I need it myself this weekend, stay off','still 20 a month if you want to go on'])
# 9 adult identity let to schoolchildren
for gi in range(3):
    ident=[hx(),hx()]; reg=region(True); kids=[P(reg,'kid',rate=R.uniform(.7,1.6),ndev=1,med=R.uniform(30,70)) for _ in range(R.randint(7,10))]
    for k in kids: k.wd=[(20.9,.7,.5),(22.2,.7,.3),(17.8,.6,.4)]
    for i in range(5):
        p=P(reg if R.random()<.6 else other(reg),ch(['senior','senior','home']),rate=.25); a=G('adult_id_for_pupils','Registered on an older adult\'s identity and let to schoolchildren of one place, who play after curfew by turns on their own phones.',p); a.multi=True; a.minor=False
        a.ident=[(ch(ident) if R.random()<.6 else hx(),-R.uniform(30,300),D)]; a.chall=R.randint(2,7)
        st=R.choice([0,0,R.randint(2,25)]); sim(p,a,0,D,R.choice([0,0,.3]))
        for k in R.sample(kids,R.randint(2,4)): sim(k,a,st,D,R.uniform(.4,1))
        if R.random()<.3: dm(a,ch(ACC[-6:-1]),R.uniform(st,D-1),['两块一小时,过脸我找我爷','别跟你妈说,晚上十点我给你号','又要人脸,等我一下'],['2 an hour, grandpa does the face check','do not tell mum, I send login at ten','face check again, wait'])
# 10 freelance pilot
for gi in range(2):
    q=P(region(gi==0),ch(['night','home']),rate=3,ndev=2); q.devs[1][1]='pc'
    for i in range(7):
        p=P(rate=R.uniform(.6,1.8)); p.noise(); a=G('freelance_pilot','A single paid pilot plays this and other people\'s accounts from his own device for some evenings each.',p); a.multi=True
        eps=sorted(R.sample(range(2,D-6),R.randint(2,4))); e0=0
        for e in eps:
            if e<e0: continue
            n=R.randint(2,6); sim(p,a,e0,e); sim(p,a,e,e+n,.25); sim(q,a,e,e+n,R.uniform(.7,1.1),med=R.uniform(60,140)); e0=e+n
        sim(p,a,e0,D)
        if R.random()<.4: dm(a,ch(fronts[3:]),eps[0]-.3,['单子接吗?三百包上大师','周五到周日给你打,定金已付'],['can you pilot to Master? 40 ok?','Fri to Sun is yours, deposit paid'])
# 11 relay on one handed machine / remote desk
for i in range(12):
    p=P(rate=R.uniform(.5,1.1),ndev=2); a=G('round_clock_relay','Paid operators relay on the account nearly round the clock (grinding for sale), often through the same remote machine, with no human sleep for weeks.',p); a.multi=True
    st=R.randint(0,30); en=min(D,st+R.randint(18,45)); dv=[hx()] if R.random()<.6 else [hx(),hx(),hx()]; r=p.reg if R.random()<.6 else other(p.reg); nets=[hx() for _ in range(3)]; k=R.choice([2,3]); inten=R.uniform(.55,.95); b0=R.uniform(5,10)
    sim(p,a,0,st); sim(p,a,st,en,R.choice([0,.1,.3]),med=10); sim(p,a,en,D)
    for d in range(st,en):
        for s in range(k):
            if R.random()<.1: continue
            t=d*1440+(b0-p.tz)*60+s*1440/k*R.uniform(.97,1.0)+R.uniform(0,25); e=t+1440/k*inten
            while t<e-15:
                x=min(R.uniform(60,210),e-t); put(a,t,t+x,dv[s%len(dv)],nets[s] if R.random()<.85 else ch(nets),r); t+=x+R.uniform(4,40)
# ---------------------------------------------------------------- INNOCENT
def I(k,w,p):
    if k not in('secondhand_device','moved_new_phone','renter_own') and not p.trips and R.random()<.4: p.noise()
    a=A(p,k,0,w)
    if k in('vpn_user','traveller','internet_cafe','commuter','dorm_student','streamer') and R.random()<.3: a.chall=R.randint(1,5)
    return a
def fam(n,typs,reg=None,share=True):
    net=hx(); reg=reg or region(); return [P(reg,typs[j%len(typs)],net=net) for j in range(n)],net,reg
for _ in range(4):                                   # shared console
    ps,net,reg=fam(R.randint(3,4),['worker','home','kid','student']); con=[hx(),'console',R.uniform(1.5,5),-1,999]; pay=hx()
    aa=[]
    for p in ps:
        p.devs.append(con); p.trip(59,4,'CN-FJ' if reg!='CN-FJ' else 'CN-GD',[hx()]) if R.random()<.5 else 0
        a=I('shared_console','A family plays in turn on one console, each on an own account.',p); a.pay=[(pay,-100,D)] if R.random()<.7 else 'auto'; sim(p,a); aa.append(a)
    for x in aa: 
        for y in aa: fol(x,y)
for _ in range(5):                                   # siblings swapping tablets
    ps,net,reg=fam(R.randint(2,3),['kid','student','kid']); td=[[hx(),'tablet',R.uniform(.5,2),-1,999] for _ in range(2)]; pay=hx()
    for p in ps: p.devs+=td; p.noise() if R.random()<.3 else 0; a=I('siblings','Siblings with own accounts swap the household tablets.',p); a.pay=[(pay,-90,D)] if R.random()<.6 else 'auto'; sim(p,a)
for _ in range(12):
    p=P(typ='worker',rate=R.uniform(.7,1.8)); d=0
    while d<D-3:
        d+=R.randint(1,9); n=R.randint(1,5); p.trip(d,n,other(p.reg) if R.random()<.75 else ch(['JP-13','KR-11','HK','SG','TH-10'])); d+=n
    if R.random()<.35: p.newphone(R.randint(10,60))
    sim(p,I('traveller','Travels for work week after week with the own phone; hotels and regions change, the person does not.',p))
for _ in range(12):
    p=P(rate=R.uniform(.7,1.8)); r2=other(p.reg,True); n2=hx(); pc=hx(); wk=R.random()<.6
    def pl(d,h,w,p=p,r2=r2,n2=n2,pc=pc,wk=wk):
        away=(d%7 in(0,1,2,3)) if wk else (9<h<18.3 and w)
        if away: return (pc if R.random()<.45 and wk else p.devs[0][0], n2 if R.random()<.65 else ch(p.mob), r2 if R.random()<.9 else p.reg)
    p.place=pl; sim(p,I('commuter','Lives between two regions (work there, home here) with a device in each.',p))
for g in range(3):                                   # dorm
    dr=region(True); dn=[hx(),hx()]; room=[hx()]
    for _ in range(5):
        p=P(other(dr) if R.random()<.6 else dr,'student',rate=R.uniform(.7,2.2)); pc=p.devs[0][0] if R.random()<.5 else hx(); hm=R.choice([2,3,6])
        def pl(d,h,w,p=p,dr=dr,dn=dn,pc=pc,hm=hm,room=room):
            if (d//7)%hm==hm-1 and d%7>=5 or d in HOL: return None
            x=R.random(); return (pc if x<.5 else room[0] if x<.56 else p.devs[0][0], ch(dn) if R.random()<.8 else ch(cgnat(dr)[:4]), dr)
        p.place=pl; sim(p,I('dorm_student','Student between dormitory and home; the dorm network and at times a room-mate\'s PC are shared.',p))
for g in range(2):                                   # cafe
    reg=region(True); net=[hx(),hx()]; ms=[hx() for _ in range(R.randint(9,22))]
    for _ in range(8):
        p=P(reg,ch(['student','night','worker','night']),rate=R.uniform(.5,1.6),med=R.uniform(70,170)); fav=R.sample(ms,R.randint(3,7)); pc=R.uniform(.35,.95)
        def pl(d,h,w,ms=ms,fav=fav,net=net,reg=reg,pc=pc):
            if R.random()<pc: return (ch(fav) if R.random()<.7 else ch(ms), ch(net), reg)
        p.place=pl; sim(p,I('internet_cafe','Regular of an internet cafe: a different machine each visit, each machine used by many guests.',p))
for _ in range(8):
    p=P(rate=R.uniform(.8,1.8),ndev=2); hd=hx(); hn=ch(p.mob); hdays=R.sample(range(7),2)
    def pl(d,h,w,p=p,hd=hd,hn=hn,hdays=hdays):
        if d%7 in hdays and 9<h<19 and R.random()<.7: return (hd if R.random()<.6 else p.devs[1][0], p.homenet(d) if R.random()<.85 else hn, p.reg)
    p.place=pl; a=I('helper_disabled','A disabled holder plays with a carer\'s hands some afternoons at home, the holder sitting by.',p)
    if R.random()<.5: a.bio='手不方便,护工帮我按键,我来指挥' if a.lang=='zh' else ch(['Adaptive controller user. My carer helps on some days.','MD player, my aide does the fast buttons for me'])
    sim(p,a)
coach=P(rate=2.2,ndev=2); ca=A(coach,'coaching',0,'The coach himself: only his own account, own devices; pupils pay him for watching and advice.'); sim(coach,ca)
for _ in range(11):
    p=P(rate=R.uniform(.9,2)); p.noise(); a=I('coaching','Pays a coach who watches and talks; nobody else logs in.',p); sim(p,a)
    for _ in range(R.randint(1,4)):
        d=R.uniform(1,D-2); dm(a,ca,d,['教练今晚看我打三把?老价钱','这局复盘发你了','能不能直接帮我打?算了我自己练'],['coach, watch 3 games tonight? same price','sent you the replay','could you just play it for me? nah, I will practise'])
        if R.random()<.6: gift(a,ca,d)
        if R.random()<.4: dm(ca,a,d+.1,['我只看不上号,规矩','站位太靠前了'],['I only watch, never log in','your positioning is too greedy'])
for _ in range(6):
    p,q=P(),P(); 
    if R.random()<.6: q=P(p.reg)
    d=R.randint(15,58); dv=p.devs[0]; p.newphone(d); q.devs[0][4]=d+R.randint(1,5); q.devs.append([dv[0],'phone',1,q.devs[0][4],999])
    for z,w in((p,'Sold the old phone and plays on with a new one.'),(q,'Bought a second-hand phone that earlier ran a stranger\'s account.')): sim(z,I('secondhand_device',w,z))
for _ in range(13):
    p=P(rate=R.uniform(.6,1.8),ndev=R.choice([1,2,2])); d=R.randint(15,60); q=P(other(p.reg),ch(['worker','night','home',p.typ]),rate=p.rate,med=p.med); q.sig=p.sig; keep=R.random()<.6
    q.devs=[[hx() if R.random()<.7 else p.devs[0][0],'phone',1,-1,999]]+p.devs[1:]
    a=I('moved_new_phone','Moved to another region for a new job with a new phone; keeps payment, number or an old device.',p); a.pay=[(hx(),-200,D)]; a.phone=[(hx(),-400,D)]
    if len(q.devs)==1: q.devs.append([p.devs[0][0],'tablet',.15,-1,d+R.randint(6,20)])
    if R.random()<.3: a.ren=d+R.uniform(0,5)
    sim(p,a,0,d); sim(q,a,d+R.randint(0,4),D)
for _ in range(12):
    p=P(rate=R.uniform(.7,2)); p.vpn=(R.uniform(.3,.95),R.sample(VPN,R.randint(2,6))); sim(p,I('vpn_user','Plays through a commercial VPN whose exits jump between countries; one person, one or two devices.',p))
for _ in range(12):
    p=P(region(True),rate=R.uniform(.7,2)); p.pm=R.uniform(.6,.95); p.jump=(R.uniform(.25,.5),NEAR[p.reg]+[region(True) for _ in range(R.randint(0,2))]); sim(p,I('carrier_jump','Mobile carrier gateway shows neighbouring regions by turns though the phone stays at home.',p))
for _ in range(11):
    p=P(typ='worker',rate=R.uniform(.9,2)); per=R.choice([2,4,7]); o=R.randint(0,9); p.noise()
    p.shiftrot=lambda d,per=per,o=o: R.gauss([19.5,12,9][((d+o)//per)%3],1.7) if R.random()<.8 else R.gauss([22,24.5,27][((d+o)//per)%3],.9)
    sim(p,I('shift_worker','Rotating shifts: plays mornings one week and nights the next, always the same devices.',p))
for _ in range(10):
    p=P(typ=ch(['night','home']),rate=.4,ndev=2); p.devs[1][1]='pc'; p.work=None; a=I('streamer','Streams for many hours on end from one PC at home.',p); b=R.uniform(12,21); pr=R.uniform(.6,.92); sim(p,a,scale=.6)
    for d in range(D):
        if R.random()<pr:
            t=d*1440+(b-p.tz)*60+R.gauss(0,35); e=t+60*R.uniform(5,13)
            while t<e-20: x=min(R.uniform(90,330),e-t); put(a,t,t+x,p.devs[1][0],p.homenet(d),p.reg); t+=x+R.uniform(3,25)
            if R.random()<.5: post(a,max(t-300,0),'live',ch(['今晚冲分,来聊','深夜档,打到天亮','粉丝局,进房排队']) if a.lang=='zh' else ch(['ranked grind, come chat','late show until dawn','viewer games, queue up']),title='直播' if a.lang=='zh' else 'live')
for _ in range(6):
    ps,net,reg=fam(2,['worker','home']); d1,d2=ps[0].devs[0],ps[1].devs[0]; ps[0].devs.append([d2[0],'phone',R.uniform(.1,.7),-1,999]); ps[1].devs.append([d1[0],'phone',R.uniform(.1,.7),-1,999]); pay=hx(); tr=(R.randint(5,60),R.randint(2,5),other(reg),[hx()])
    for p in ps: p.trip(*tr); a=I('couple','A couple at one home, each with an own account, taking whichever phone lies near.',p); a.pay=[(pay,-200,D)] if R.random()<.6 else 'auto'; sim(p,a)
for _ in range(12):
    p=P(rate=R.uniform(.5,1.8)); p.noise(); a=I('asked_not_sold','Asked what the account would bring, or listed it and took it down; went on playing as before.',p); sim(p,a); d=R.uniform(4,60)
    x=R.random()
    if x<.45: sale(a,d)
    elif x<.6: lst(a,d)
    else: dm(a,fronts[4] if R.random()<.6 else fronts[0],d,['我这号能卖多少?就问问','想租出去安全吗?算了怕被封','代练什么价?太贵了不打了'],['what would my acc sell for? just asking','is renting out safe? nah, afraid of a ban','boost price? too much, forget it'])
    if R.random()<.5: post(a,d*1440+R.uniform(2000,6000),'post','还是舍不得卖,继续玩' if a.lang=='zh' else 'could not part with it, still playing')
for _ in range(4):
    ps,net,reg=fam(3,['worker','kid','kid']); pay=hx()
    extra=P(other(reg),ch(['senior','student']))
    for p in ps+[extra]: p.noise() if R.random()<.4 else 0; a=I('family_payer','One parent pays for several relatives\' accounts; each plays only the own.',p); a.pay=[(pay,-300,D)]; sim(p,a)
for _ in range(10):
    p=P(rate=R.uniform(.7,1.8),ndev=R.choice([1,2])); d=R.randint(5,60); n=R.randint(4,12); p.devs[0][4]=d; p.devs.append([hx(),'phone',1,d,d+n]); p.devs.append([hx() if R.random()<.5 else p.devs[0][0],'phone',1,d+n,999]); p.noise()
    sim(p,I('repair_loaner','Phone in repair: a loan device for some days, then back.',p))
for _ in range(9):
    p=P(rate=R.uniform(1,2.4),ndev=3)
    for _ in range(R.randint(3,9)):
        d=R.randint(-1,60); p.devs.append([hx(),'phone',R.uniform(.2,1),d,ch([999,d+R.randint(3,25)])])
    sim(p,I('many_gadgets','One gadget lover (or phone-shop clerk) with many devices on the same home, work and mobile networks.',p))
tr_=region(True); tn=[hx()]; tpc=[hx() for _ in range(7)]
for _ in range(10):
    p=P(other(tr_),'night',rate=R.uniform(1.6,3),med=R.uniform(90,170)); fv=R.sample(tpc,3)
    def pl(d,h,w,fv=fv):
        if d in HOL or d>70: return None
        return (ch(fv) if R.random()<.8 else ch(tpc), tn[0], tr_)
    p.place=pl; sim(p,I('team_house','Member of an amateur team in a training house: shared practice PCs, own account only, long hours.',p))
for _ in range(11):                                  # own autoplay overnight
    p=P(rate=R.uniform(.5,1.4),ndev=2); p.devs[1][1]='pc'; a=I('idle_autoplay','The holder\'s own PC idles in an auto-play mode for most of day and night; one device, one home, nobody else.',p); sim(p,a,scale=.8,med=15)
    st=R.choice([0,R.randint(2,30)]); en=R.choice([D,R.randint(45,D)]); t=st*1440+R.uniform(0,900); nt=R.random()<.4
    while t<en*1440-800:
        x=60*R.choice([3,6,8,11,15,23])*R.uniform(.6,1); 
        if not nt or 13<=(t/60+p.tz-8)%24<=23: put(a,t,t+x,p.devs[1][0],p.homenet(int(t//1440)),p.reg)
        t+=x+R.choice([4,20,90,300,700])*R.uniform(.5,1.5)
for g in range(2):                                   # fan fair with demo machines
    er=region(True); en_=hx(); em=[hx() for _ in range(4)]; days=[ch([12,19,26,40]),0]; days[1]=days[0]+1; cur={m:days[0]*1440+90 for m in em}
    ps=[P(other(er) if R.random()<.6 else er,rate=R.uniform(.7,1.8)) for _ in range(6)]; aa=[I('event_demo_machines','Guest at a fan fair who logged in on the demo machines there, one guest after another, for some games.',p) for p in ps]
    for p in ps: p.noise() if R.random()<.4 else 0; p.off.append((days[0],days[1]+1))
    for d in days:
        cur={m:d*1440+R.uniform(80,130) for m in em}
        for _ in range(3):
            for a in R.sample(aa,len(aa)):
                if R.random()<.6: m=ch(em); x=R.uniform(14,45); put(a,cur[m],cur[m]+x,m,en_,er); cur[m]+=x+R.uniform(1,8)
    for p,a in zip(ps,aa): sim(p,a)
R.shuffle(RENTERS)
for q in RENTERS[:12]:
    a=I('renter_own','Own account of somebody who also rents others\' accounts: on this one only the holder plays.',q); sim(q,a,scale=.6)
# ---------------------------------------------------------------- ORDINARY
PREV=None
for _ in range(3000):
    if PREV and R.random()<.13:
        o=PREV; p=P(o.reg,net=o.home); o.rot=False
        if R.random()<.3: p.devs.append([o.devs[-1][0],o.devs[-1][1],R.uniform(.1,1),-1,999])
        PREV=None
    else: p=P(); PREV=p
    p.noise(); a=A(p); x=R.random(); d0,d1=0,D
    if x<.06: d0=R.randint(3,50); a.created=T0+dt.timedelta(days=d0,seconds=-R.randint(46000,90000)) 
    elif x<.14: d1=R.randint(15,65)
    elif x<.17: d0=R.randint(10,45)
    if R.random()<.012:
        reg2=other(p.reg); d=R.randint(10,65); q=P(reg2,p.typ,rate=p.rate,med=p.med); q.devs=p.devs; q.wd,q.we=p.wd,p.we; sim(p,a,d0,min(d,d1)); sim(q,a,d,d1)
    else: sim(p,a,d0,d1)
    if R.random()<.02: put(a,(t:=R.uniform(1,D-1)*1440),t+R.uniform(60,400),p.devs[0][0],p.home,p.reg)
# ---------------------------------------------------------------- FINISH
def finish(a):
    a.s.sort(); out=[]
    for x in a.s:
        if out and x[0]<out[-1][1]:
            pv=out[-1]
            if a.multi and R.random()<.6:
                pv[1]=x[0]-R.uniform(0,1.2)
                if pv[1]-pv[0]<1.5: out.pop()
            elif pv[1]+1<x[1]-5: x=[pv[1]+R.uniform(.6,9),*x[1:]]; x[1]=max(x[1],x[0]+4)
            else: continue
        out.append(x)
    a.s=[x for x in out if x[1]<=D*1440 and x[0]<x[1] and ts(x[0])>a.created]
R.shuffle(ACC); S=[]; TOK=[]; ATT=[]; ACCR=[]
ADJ='Misty Amber Lazy Rapid Silent Lucky Salty Neon Frosty Tiny Brave Dusty Cosmic Plum Odd Velvet'.split(); NN='Fox Otter Comet Noodle Lantern Badger Kite Willow Pixel Heron Mango Turtle Raven Biscuit Harbor Drum'.split()
Z1='南风 小满 阿柚 青石 橘子 星河 晚舟 白露 咸鱼 云朵 木棉 半夏 枫叶 北岛 糯米 山雀'.split(); Z2='不吃糖 在路上 爱睡觉 打野 酱 同学 想放假 的猫 呀 今天也输了 单排 来了 本尊 大王 喝汽水 看海'.split()
def nm(l): return ch(Z1)+ch(Z2)+(str(R.randint(1,999)) if R.random()<.3 else '') if l=='zh' else ch(ADJ)+ch(['','_',' '])+ch(NN)+(str(R.randint(1,999)) if R.random()<.4 else '')
DEF=hx(); FRAG={'hourly_rental','local_renter_turns','sold','lent_monthly','stock_one_payer'}
for a in ACC:
    finish(a); p=a.p; nr=R.random()<.04; nd=R.random()<.025 and (not a.g or a.kind in FRAG); nd=nd and not(a.g and nr); ne=R.random()<.03
    pn=R.choice([0,0,0,.01,.05]); dev={}; net={}
    for s0,s1,dv,n,r in a.s:
        dv=None if nd or R.random()<pn else dv; n=None if R.random()<pn else n; r=None if nr or R.random()<pn else r
        S.append((a.id,ts(s0),None if ne or R.random()<.012 else ts(s1),dv,n,r))
        for k,v in((dev,dv),(net,n)):
            if v: k.setdefault(v,[s0,s1]); k[v][1]=s1
    for k,kk in((dev,'device'),(net,'network')):
        for v,(x,y) in k.items(): TOK.append((a.id,kk,v,ts(x),ts(y)))
    def tk(kind,l):
        for v,x,y in l:
            x=max(x,(a.created-T0).total_seconds()/86400+.01)
            if y>x: TOK.append((a.id,kind,v,ts(x*1440),ts(min(y,D)*1440)))
    last=a.s[-1][1]/1440 if a.s else 0
    auto=lambda: [(hx(),-900,max(last,.1))]
    if a.phone=='auto': a.phone=auto() if R.random()<.9 else []
    if len(a.phone)==1 and R.random()<.03: d=R.uniform(5,70); a.phone=[(a.phone[0][0],-900,d),(hx(),d,D)]
    tk('phone',a.phone)
    if R.random()<.4: tk('email',auto())
    if a.pay=='auto':
        a.pay=[(hx(),-R.uniform(0,300),max(last,.1))] if R.random()<.45 else []
        if a.pay and R.random()<.1: a.pay.append((hx(),R.uniform(2,60),D))
    tk('payment',a.pay)
    rn=a.ident!='auto' or R.random()<.87
    if rn:
        if a.ident=='auto': 
            if not hasattr(p,'ident'): p.ident=hx()
            a.ident=[(p.ident,-900,D)]
        tk('identity',a.ident)
        c=a.created+dt.timedelta(minutes=R.uniform(2,4000))
        if c<T0+dt.timedelta(days=D): ATT.append((a.id,'real_name','pass','minor' if a.minor else 'adult',c,None,ch(['provA','provB'])))
    if a.minor and R.random()<.6: ATT.append((a.id,'guardian',ch(['pass','pass','none']),'minor',T0-dt.timedelta(days=R.uniform(-20,200)),T0+dt.timedelta(days=R.uniform(80,400)),'provA')) if a.created<T0-dt.timedelta(days=200) else 0
    for _ in range(a.chall if a.chall is not None else (R.randint(1,5) if R.random()<(.35 if p.typ=='senior' else .05) else 0)): ATT.append((a.id,'age',R.choices(['pass','fail','none'],[85,8,7])[0],'adult' if not a.minor else 'minor',ts(max((a.created-T0).total_seconds()/60+5,R.uniform(0,D*1440-5))),None,'provB'))
    name=a.name or nm(a.lang); rd=getattr(a,'ren',None) or (R.uniform(1,D-2) if R.random()<.06 else None)
    if rd is not None and rd<D and ts(rd*1440)>a.created:
        old=nm(a.lang); CHG.append((a.id,ts(rd*1440),'display_name',old,name))
    da=R.random()<.3
    ACCR.append(dict(account_id=a.id,handle=(ch(ADJ)+ch(NN)).lower()+str(R.randint(10,99999))+ch(['','_','x']),platform='skerry' ,display_name=name,
      bio=a.bio or (ch(['单排选手','佛系玩家','只玩周末','打野找队','随缘上线','带娃玩家']) if a.lang=='zh' else ch(['solo queue','weekend gamer','support main','gg ez','here for the cats','dad of two'])) if a.bio or R.random()<.35 else None,
      location=None,url=None,avatar=None,avatar_hash=DEF if da else (hx() if R.random()<.9 else None),cover_hash=None,kind=R.choices(['game','unknown',None],[97,1.5,1.5])[0],created_at=a.created,
      status='active' if not a.s or last>D-32 or R.random()<.5 else 'dormant',closed_at=None,closed_ground=None,closed_for=None,barred_until=None,last_active_at=ts(a.s[-1][1]*1) if a.s else None,
      followers=int(R.lognormvariate(2.3,1.1)),following=int(R.lognormvariate(2.5,1)),posts=0,listed=None,verified_org_id=None,default_avatar=da,is_private=R.random()<.15,language=a.lang if R.random()<.96 else None))
for r in ACCR:
    if r['bio'] and R.random()<.06: CHG.append((r['account_id'],ts(R.uniform(1,D-.1)*1440),'bio',ch(['hi','新手','gg','...']),r['bio']))
ZH=['晚上八点上号打本,差一个奶','这赛季匹配真离谱','新皮肤手感不错','有没有一起双排的','刚换手机,帧数舒服','出差在酒店打,网好卡','谁有活动攻略','又是代练,一看就不是本人','求带,佛系','周末开黑来不来','抽到了!','五一出去玩,号先停两天','现在租号的真多,队友换了个人似的','挂机脚本求放过','弟弟又抢我平板','网吧五连坐来不来']
EN=['anyone up for duo tonight','matchmaking is wild this season','new skin feels great','need a healer at 8','got a new phone, smooth frames','hotel wifi is killing me','any guide for the event?','pretty sure that guy is boosted','casual guild looking for people','pulled it first try!','logging on after dinner','off for the holiday, back monday','so many rented accounts this season','my brother hogs the console again','lan party at the cafe on saturday?','stop asking to buy my account, not for sale']
ended=['','!','~',' 哈哈',' lol','。']
act=[a for a in ACC if a.s]
for a in act:
    if R.random()<.33:
        for _ in range(R.randint(1,6)):
            x=ch(a.s); m=x[0]+R.uniform(0,x[1]-x[0]); k=R.choices(['post','comment','reply','message'],[40,25,15,20])[0]
            post(a,m,k,(ch(ZH) if a.lang=='zh' else ch(EN))+ch(ended),target=ch(act).id if k=='message' else ('t'+rid() if k!='post' else None),topic=ch(['guild','season','event',None]))
    for _ in range(R.choice([0,2,4,8])):
        b=ch(act)
        if b is not a: fol(a,b)
    for _ in range(R.choice([0,0,2,5,9])):
        x=ch(a.s); v=R.choices(['like','view','star','vote','share','gift','report'],[40,40,6,5,4,4,1])[0]; b=ch(act); ACT.append((a.id,ts(x[0]+R.uniform(0,x[1]-x[0])),v,'o'+rid(),b.id if R.random()<.7 else None))
pc={}
for q in POSTS: pc[q['account_id']]=pc.get(q['account_id'],0)+(q['kind']!='message')
cr={a.id:a.created for a in ACC}
for r in ACCR: r['posts']=pc.get(r['account_id'],0)+(int(R.expovariate(.2)) if R.random()<.4 else 0)
TS=pa.timestamp('us',tz='UTC'); st=pa.string()
def w(name,cols,rows):
    if rows and isinstance(rows[0],dict): rows=[tuple(r[c] for c,_ in cols) for r in rows]
    t=pa.table({c:pa.array([r[i] for r in rows],type=ty) for i,(c,ty) in enumerate(cols)}); pq.write_table(t,os.path.join(W,name+'.parquet')); print(name,t.num_rows)
ib={'followers','following','posts','listed'}; tb={'created_at','closed_at','barred_until','last_active_at'}; bb={'default_avatar','is_private'}
w('accounts',[(c,pa.int64() if c in ib else TS if c in tb else pa.bool_() if c in bb else st) for c in ACCR[0]],ACCR)
S.sort(key=lambda x:(x[1],x[0])); w('sessions',[('account_id',st),('started_at',TS),('ended_at',TS),('device_token',st),('network_token',st),('region',st)],S)
TOK.sort(key=lambda x:(x[3],x[2],x[0])); w('tokens',[('account_id',st),('kind',st),('token',st),('first_seen_at',TS),('last_seen_at',TS)],TOK)
POSTS.sort(key=lambda q:q['at']); w('posts',[(c,TS if c in('at','removed_at') else st) for c in POSTS[0]],POSTS)
ACT.sort(key=lambda x:x[1]); w('actions',[('account_id',st),('at',TS),('verb',st),('object_id',st),('target_account_id',st)],ACT)
CHG=[x for x in CHG if x[1]>cr[x[0]]]; CHG.sort(key=lambda x:x[1]); w('profile_changes',[('account_id',st),('at',TS),('field',st),('old',st),('new',st)],CHG)
ATT.sort(key=lambda x:x[4]); w('attestations',[('account_id',st),('kind',st),('result',st),('age_band',st),('at',TS),('expires_at',TS),('provider',st)],ATT)
FL=sorted(((a,b,max(t,cr[a]+dt.timedelta(hours=1),cr[b]+dt.timedelta(hours=1)),None) for (a,b),t in FOL.items()),key=lambda x:(x[2],x[0],x[1])); w('follows',[('follower_id',st),('target_id',st),('at',TS),('ended_at',TS)],FL)
with open(os.path.join(HERE,'truth.csv'),'w',newline='') as f:
    c=csv.writer(f); c.writerow(['account_id','guilty','kind','why'])
    for a in sorted(ACC,key=lambda a:a.id): c.writerow([a.id,a.g,a.kind,a.why])

if os.environ.get('DBG'):
    import collections
    K=collections.defaultdict(list)
    for a in ACC:
        own={x[0] for x in a.p.devs}; f=[x for x in a.s if x[2] not in own]; tot=sum(x[1]-x[0] for x in a.s)/60
        K[(a.g,a.kind)].append((len(a.s),len(f),sum(x[1]-x[0] for x in f)/60,tot,len({x[2] for x in a.s}),len({x[3] for x in a.s}),len({x[4] for x in a.s}),sum(1 for x,y in zip(a.s,a.s[1:]) if x[2]!=y[2] and y[0]-x[1]<10)))
    print('kind n | median and min..max of: sessions, foreign-device sessions, foreign hours, hours, devices, nets, regions, handovers<10min')
    for k,v in sorted(K.items()): print(k,len(v),' '.join('%d(%d-%d)'%(sorted(c)[len(c)//2],min(c),max(c)) for c in zip(*v)))
