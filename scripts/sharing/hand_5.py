import random, hmac, hashlib, csv, os, bisect, math
from datetime import datetime, timezone
import pyarrow as pa, pyarrow.parquet as pq
HERE=os.path.dirname(os.path.abspath(__file__)); W=HERE+'/world'; os.makedirs(W,exist_ok=True)
R=random.Random(60617); U=R.uniform; P=lambda p:R.random()<p; ch=R.choice; RI=R.randint; N=R.gauss
BASE=int(datetime(2025,3,3,tzinfo=timezone.utc).timestamp()); DAYS=84; END=BASE+DAYS*86400
HOL=set(range(32,35))|set(range(59,64))
def tok(): return hmac.new(b'k%d'%R.getrandbits(60),b'v%d'%R.getrandbits(60),hashlib.sha256).hexdigest()
ABC='abcdefghjkmnpqrstuvwxyz23456789'
def rid(n): return ''.join(ch(ABC) for _ in range(n))
# ---------- geography
REG={'CN-GD':11,'CN-JS':8,'CN-ZJ':7,'CN-SH':5,'CN-BJ':5,'CN-SC':7,'CN-HB':5,'CN-HN':5,'CN-HA':6,'CN-SD':7,'CN-FJ':4,'CN-LN':4,'CN-SN':3,
 'CN-CQ':3,'CN-AH':4,'CN-JX':3,'CN-GX':3,'CN-YN':2,'CN-HE':4,'CN-TJ':2,'TW':5,'HK':3,'MY':6,'SG':4,'PH':6,'AU':4,'GB':3,'US-CA':4}
TZ={'AU':10,'GB':0.5,'US-CA':-7}; RL=list(REG); RWt=list(REG.values())
def region(ex=None,cn=None):
    while 1:
        r=R.choices(RL,RWt)[0]
        if r!=ex and (cn is None or r.startswith('CN')==cn): return r
NETS={r:[tok() for _ in range(3+REG[r])] for r in RL}      # coarse: provider x city
MOB={r:[tok() for _ in range(2)] for r in RL}
VPN=[tok() for _ in range(9)]
CAFE=[]
for _ in range(95):
    r=region(); CAFE.append(dict(reg=r,net=ch(NETS[r]) if P(.45) else tok(),devs=[tok() for _ in range(RI(14,45))],noreg=P(.25)))
CBR={}
for c in CAFE: CBR.setdefault(c['reg'],[]).append(c)
def cafe_in(r):
    if r not in CBR:
        c=dict(reg=r,net=ch(NETS[r]),devs=[tok() for _ in range(25)],noreg=False); CAFE.append(c); CBR[r]=[c]
    return ch(CBR[r])
def at_cafe(c): return (ch(c['devs']),c['net'],None if c['noreg'] else c['reg'])
CLOUD=[[tok() for _ in range(40)] for _ in range(2)]; CLOUDNET=[tok(),tok()]
# ---------- people
class Person:
    def __init__(s,reg=None,arch=None,cn=None):
        s.reg=reg or region(cn=cn); s.tz=TZ.get(s.reg,8); s.net=ch(NETS[s.reg]); s.alt=[ch(NETS[s.reg]) for _ in range(R.choice([0,0,1,2]))]
        s.dev=tok(); s.dev2=tok() if P(.25) else None; s.p2dev=U(.05,.35)
        a=s.arch=arch or R.choices(['office','student','night','day','free','heavy','casual'],[30,24,9,7,8,9,13])[0]
        s.wk,s.we,s.pw,s.pe,s.dur,s.bed={'office':(20.2,15.5,.55,.7,2.2,24),'student':(19,14,.5,.75,2.6,24.3),'night':(22.3,21,.6,.65,3.3,28),
          'day':(10,10.5,.55,.4,2.4,23),'free':(15,15.5,.5,.55,3,25),'heavy':(18.3,12.5,.88,.92,4.4,26),'casual':(20.4,17,.25,.4,1.5,23.5)}[a]
        s.wk+=N(0,.9); s.we+=N(0,1.6); s.sd=U(.5,1.7); s.pw=min(.97,max(.08,s.pw*U(.55,1.3))); s.pe=min(.97,max(.1,s.pe*U(.6,1.25)))
        s.dur*=U(.7,1.4); s.bed+=N(0,.6); s.late=U(0,.12); s.p2=U(0,.3); s.skill=min(.6,max(.38,N(.495,.035))); s.rank=U(.2,.9)
        s.fl=[math.exp(N(0,.35)) for _ in range(13)]
    def home(s,d=0,h=0):
        n=s.net
        if s.alt and P(.12): n=ch(s.alt)
        return ((s.dev2 if s.dev2 and P(s.p2dev) else s.dev),n,s.reg)
    def day(s,d):
        we=d%7>=5 or d in HOL; p=(s.pe if we else s.pw)*s.fl[d//7]
        if not P(min(p,.98)): return []
        out=[]
        for k in range(1+P(s.p2)):
            h=N(s.we if we else s.wk,s.sd*(1.4 if we else 1)) if k==0 else U(9 if we else 12,22)
            L=s.dur*math.exp(N(-.1,.5))*(1.25 if we else 1); bed=s.bed+(1 if we else 0)+(U(.5,3.5) if P(s.late) else 0)+N(0,.3)
            L=min(L,max(.2,bed-h),getattr(s,'cap',11.5)*U(.75,1))
            if h<bed: out.append((h,max(.08,L)))
        return out
def ts(d,h,tz): return int(BASE+d*86400+(h-tz)*3600+U(0,59))
def play(p,d0,d1,where=None,scale=1.,skill=None,rank=None):
    out=[]
    for d in range(max(0,int(d0)),min(DAYS,int(d1))):
        if scale<1 and not P(scale): continue
        for h,L in p.day(d):
            w=(where(d,h) if where else None) or p.home(d,h)
            s=ts(d,h,p.tz); e=int(s+L*3600)
            if L>1 and P(.07):
                m=int(s+(e-s)*U(.2,.8)); out.append([s,m,*w,skill or p.skill,rank or p.rank]); s=m+RI(40,260)
            out.append([s,e,*w,skill or p.skill,rank or p.rank])
    return out
def shot(d,h,p,mins,w=None): 
    s=ts(d,h,p.tz); return [s,int(s+mins*60),*(w or p.home()),p.skill,0]
def fit(base,new,keep=.8):
    """new operator avoids being online with the base; sometimes he doesn't"""
    iv=sorted((x[0],x[1]) for x in base); st=[i[0] for i in iv]; out=[]
    for x in new:
        j=bisect.bisect_left(st,x[1])-1
        if any(k>=0 and iv[k][1]>x[0] for k in (j,j-1)) and P(keep): continue
        out.append(x)
    return out
# ---------- names
S1='云 夜 风 星 北 南 小 老 青 白 墨 霜 橘 雨 山 海 醉 半 孤 清'.split(); S2='猫 鲸 狐 舟 灯 刀客 茶 豆 柚子 骑士 书生 梦 鹿 石头 汽水 先生 同学 归人 战神 不秃'.split()
E1='Pale Iron Lazy Nova Salt Grim Tiny Dusty Neon Mellow Frost Rusty Quiet Odd Lucky Turbo Velvet Sour Amber Zed'.split(); E2='Otter Lancer Moth Baker Panda Kestrel Noodle Raven Mango Badger Pixel Comet Wolf Pickle Heron Knight Goose Tofu Drake Sparrow'.split()
def dname(z): 
    return (ch(S1)+ch(S2)+ch(['','','','丶','2','_','的'+ch(S2),str(RI(1,999))])) if z else ch(E1)+ch(['','',' ','_'])+ch(E2)+ch(['','','',str(RI(1,999)),'x'])
BIOZ=['上班摸鱼','只打排位','缘分组队','周末在线','佛系玩家','','','','主玩辅助','找固定队','退坑边缘','下班才上']; BIOE=['weekend warrior','support main','looking for a chill guild','','','','dad of two, evenings only','ranked only','casual','pc since 2016','no mic']
# ---------- accounts
ACC=[]
class Acc:
    def __init__(s,p,kind,guilty=0,why='',ident=None,age=None,overlap=False):
        s.id='g'+rid(11); s.p=p; s.kind=kind; s.g=guilty; s.why=why; s.S=[]; s.T=[]; s.posts=[]; s.pc=[]; s.fr=None; s.overlap=overlap
        s.z=p.reg.startswith('CN') or p.reg in('TW','HK') or (p.reg in('MY','SG') and P(.45))
        s.name=dname(s.z); s.created=BASE-int(abs(N(0,1))*700*86400)-RI(0,40)*86400-RI(0,86400)
        s.ident=ident or tok(); s.phone=tok(); s.email=tok(); s.pay=tok() if P(.62) else None; s.age=age or ('adult' if P(.93) else 'unknown')
        s.bio=ch(BIOZ if s.z else BIOE); s.att=[]; s.gifts=[]; s.contact=[]; s.payx=[]; s.status='active'
        ACC.append(s)
    def say(s,d,zs,es,target=None,kind='message',h=None,removed=None,title=None,by=None,**kw):
        t=ts(d,U(10,23) if h is None else h,s.p.tz); x=ch(zs if s.z else es)
        f=dict(n=RI(1,9),y=ch([30,50,80,100,150,200,260,300,400]),k=ch(['金','铂金','钻石','大师']),K=ch(['gold','plat','diamond','master']),h=RI(9,23),D=RI(3,20),v=RI(2,60),m=ch(HERO),M=ch(HEROE)); f.update(kw)
        (by or s).posts.append([t,kind,target.id if isinstance(target,Acc) else target,title,x.format(**f),removed])
HERO=['枪手','法师','铁卫','游侠','医师']; HEROE=['gunner','mage','warden','ranger','medic']
AC=lambda *a,**k:Acc(*a,**k)
ORD=[]
def add_trip(p,S,a,b):
    reg=region(ex=p.reg); mode=R.random(); c=cafe_in(reg); n=ch(NETS[reg]+MOB[reg]); lap=p.dev2 or (p.dev if P(.4) else None); out=[]
    t0,t1=ts(a,6,p.tz),ts(b,6,p.tz)
    for x in S:
        if t0<=x[0]<t1:
            if P(.35): continue
            if lap and mode<.6: x=[x[0],x[1],lap,n,reg]+x[5:]
            elif mode<.85: x=[x[0],x[1],*at_cafe(c)]+x[5:]
            else: continue
        out.append(x)
    return out
def swapdev(p,S,d,new):
    t=ts(d,5,p.tz); old=p.dev
    return [[x[0],x[1],new if x[2]==old and x[0]>=t else x[2]]+x[3:] for x in S]
def noise(p,S,k=1.):
    if P(.28*k): a=RI(2,76); S=add_trip(p,S,a,a+RI(2,7))
    if P(.12*k): S=add_trip(p,S,59,59+RI(3,5))
    if P(.11*k): S=swapdev(p,S,RI(5,78),tok())
    if P(.16*k):
        c=cafe_in(p.reg); q=U(.02,.2); S=[[x[0],x[1],*at_cafe(c)]+x[5:] if P(q) else x for x in S]
    if P(.10*k) and ORD:
        f=[o for o in R.sample(ORD,min(40,len(ORD))) if o.p.reg==p.reg]
        if f: f=f[0].p; q=U(.01,.06); S=[[x[0],x[1],f.dev,f.net,f.reg]+x[5:] if P(q) else x for x in S]
    if P(.07*k): v=ch(VPN); rr=ch(['HK','SG','TW','US-CA']); q=U(.03,.4); S=[[x[0],x[1],x[2],v,rr]+x[5:] if P(q) else x for x in S]
    if P(.08*k): m=ch(MOB[p.reg]); q=U(.05,.3); S=[[x[0],x[1],x[2],m,x[4]]+x[5:] if P(q) else x for x in S]
    if P(.06*k): a=RI(5,60); b=a+RI(8,24); S=[x for x in S if not ts(a,6,p.tz)<=x[0]<ts(b,6,p.tz)]
    return S
# ordinary
def ordinary(n):
    i=0
    while i<n:
        p=Person(); a=AC(p,'ordinary',0,'An ordinary player with his own habits.'); 
        d0=0 if P(.88) else RI(1,60); d1=DAYS if P(.9) else RI(25,80)
        if d0>0 and P(.5): a.created=BASE+d0*86400-RI(0,40000)
        a.S=noise(p,play(p,d0,d1)); 
        if P(.03): # a move in real life
            dd=RI(15,70); q=Person(arch=p.arch); q.dev=p.dev; q.tz=TZ.get(q.reg,8); t=ts(dd,5,8); a.S=[x for x in a.S if x[0]<t]+[y for y in play(q,dd,DAYS,skill=p.skill,rank=p.rank)]
        ORD.append(a); i+=1
        if P(.07) and i<n: # household mate
            q=Person(reg=p.reg); q.net=p.net; q.alt=p.alt; b=AC(q,'ordinary',0,'An ordinary player in a household with another player.'); 
            r=U(0,.12); b.S=noise(q,play(q,0,DAYS,where=lambda d,h:(p.dev,p.net,p.reg) if P(r) else None)); ORD.append(b); i+=1
ordinary(2980)
pick=lambda f=lambda o:True:next(o for o in (ch(ORD) for _ in range(100000)) if f(o) and o.kind=='ordinary')
def renter(ex=None,own=.5,cn=None):
    """a stranger; half have their own account here"""
    if P(own):
        o=pick(lambda o:o.p.reg!=ex and (cn is None or o.p.reg.startswith('CN')==cn)); o.kind='renter_own_account'; o.why="Plays other people's accounts too, but this account is his own and only he plays it."; q=Person(reg=o.p.reg,arch=o.p.arch); q.__dict__.update({k:getattr(o.p,k) for k in('net','alt','dev','dev2','p2dev','wk','we','skill')}); q.acc=o; return q
    q=Person(reg=region(ex=ex,cn=cn)); q.acc=None; return q
# studios and solo boosters
class Studio: pass
STU=[]
for _ in range(6):
    s=Studio(); s.reg=region(cn=True); s.net=ch(NETS[s.reg]); s.devs=[tok() for _ in range(RI(8,13))]; s.noreg=P(.3); STU.append(s)
def worker(st,night=None):
    q=Person(reg=st.reg,arch='heavy'); q.net=st.net; q.dev=ch(st.devs); q.dev2=ch(st.devs); q.p2dev=U(.05,.4); q.skill=U(.64,.8); q.rank=U(.85,1); q.pw=q.pe=U(.8,.96)
    if P(.4) if night is None else night: q.wk=q.we=U(21,24); q.bed=33
    else: q.wk=q.we=U(11,15); q.bed=25
    q.dur=U(3,6.5); q.sd=U(.6,1.8); q.p2=.4; q.acc=None; return q
SOLO=[]
for _ in range(12):
    q=Person(arch=ch(['heavy','night','free'])); q.skill=U(.63,.78); q.rank=U(.8,1); q.acc=None
    if P(.7):
        b=AC(q,'booster_own_account',0,"Boosts others on their accounts, but this account is his own and he alone plays it."); b.S=play(q,0,DAYS,scale=.6); q.acc=b
        if P(.6): b.say(RI(1,80),['接单，价格私聊','最近有空，想上{k}的找我','带飞，不满意不收钱'],['taking orders, dm','some free slots this week, {K} no problem','dm me for a carry'],None,'post')
    SOLO.append(q)
def hidden(q,owner):
    m=R.choices(['none','vpn','noreg','cafe'],[45,25,20,10])[0]; v=ch(VPN) if P(.5) else ch(NETS[owner.reg]); c=cafe_in(q.reg)
    def w(d,h):
        dv,n,r=q.home(d,h)
        if m=='vpn' and P(.85): return dv,v,owner.reg
        if m=='noreg': return dv,n,None
        if m=='cafe' and P(.6): return at_cafe(c)
        return dv,n,r
    return w
cnt=lambda:RI(11,17)
def peeks(p,a,b,lo,hi): return [shot(RI(a,b-1),U(8,23),p,U(1.5,9)) for _ in range(RI(lo,hi))] if b>a else []
def cut(S,a,b,p): return [x for x in S if not ts(a,6,p.tz)<=x[0]<ts(b,6,p.tz)]
# ---------- GUILTY
for _ in range(cnt()):
    p=Person(); p.skill=U(.4,.51); a=AC(p,'boost_season',1,'A boosting player took the account over for part of the season on his own device; the holder paused and came back.')
    q=worker(ch(STU[:4])) if P(.6) else ch(SOLO); d0=RI(8,58); L=RI(7,25); S=cut(noise(p,play(p,0,DAYS),.6),d0,d0+L,p)
    n=play(q,d0,d0+L,hidden(q,p),scale=U(.6,1)); a.S=S+n+(peeks(p,d0,d0+L,1,5) if P(.6) else [])
    if P(.5): a.say(d0-1,['到{k}多少钱，{D}天能打完吗','号给你了，别用语音别骂人','密码私你了，晚上我不上','dd的单子还接不，从{k}上去','先付一半，打完再付'],['how much to {K}? need it before season ends','sent you the login, please no chat','i wont log in until you are done, ok?','half now half when {K}'],q.acc)
    if P(.35): a.say(d0+L,['谢谢，段位到了，改密码了','打得真快，下赛季还找你','怎么掉了两颗星，说好的呢'],['got it, changing my pw now, ty','nice work, same again next season','rank looks great, will pay rest tonight'],q.acc)
for _ in range(cnt()):
    p=Person(arch=ch(['office','student','casual'])); p.skill=U(.4,.5); a=AC(p,'boost_drip',1,"A booster plays a few late sessions a week on a device which also plays other people's accounts; the holder goes on in the evenings.")
    q=R.choice(SOLO[:6]); d0=RI(5,35); d1=d0+RI(28,48); S=noise(p,play(p,0,DAYS),.6); q2=Person(reg=q.reg); q2.__dict__.update(q.__dict__); q2.tz=TZ.get(p.reg,8); q2.wk=q2.we=p.bed+U(.6,1.6); q2.bed=p.bed+5; q2.sd=.5; q2.dur=U(1.4,2.6); q2.pw=q2.pe=U(.3,.5); q2.p2=0; q2.fl=[1]*13
    a.S=S+fit(S,play(q2,d0,d1,hidden(q,p)),.9)
    if P(.45): a.say(d0,['半夜打，别让好友看见','一周两三把就行，慢慢上，别太明显','隐身上，胜率别太高'],['nights only pls, friends are watching','go slow, 2-3 games a night so it looks normal','appear offline ok?'],q.acc)
for _ in range(cnt()):
    p=Person(); a=AC(p,'stranger_pool',1,'One account passed among many strangers in several places, who push each other out.')
    k=RI(4,13); S=play(p,0,DAYS,scale=U(0,.25)); cn=P(.7) or None; cn=True if cn else None
    for j in range(k):
        q=renter(None,.35,cn); d0=RI(0,55); d1=d0+RI(12,80); n=play(q,d0,d1,scale=U(.12,.5)); S+=fit(S,n,U(.3,.9))
        if q.acc and P(.4): a.say(d0+1,['谁在用？我刚上就被顶了','公用号别改密码！','我{h}点下，后面谁上','车还有位置吗，{y}块'],['who is on? i got kicked','dont change the pw, its for everybody','im off at {h}, next one can go','any seat left in the pool? {y} ok?'],a,by=q.acc)
    a.S=S
for _ in range(cnt()):
    p=Person(); a=AC(p,'rent_weekly',1,'Rented out by the week: each week another device and place, the holder only looks in between.')
    d=RI(0,25); S=noise(p,play(p,0,d),.5); S+=play(p,d,DAYS,scale=U(0,.12)); k=RI(3,8)
    for j in range(k):
        L=ch([6,7,7,7,8,14]); 
        if d>=DAYS: break
        q=renter(p.reg if P(.8) else None,.4); c=cafe_in(q.reg); cq=U(0,1) if P(.35) else 0
        S+=fit(S,play(q,d,d+L,(lambda d_,h,c=c,cq=cq:at_cafe(c) if P(cq) else None)),.9); d+=L
        if d<DAYS and P(.7): S.append(shot(d,U(7,12),p,U(1,7)))
        if q.acc and P(.35): a.say(min(d,83),['到期了，想再续一周','续租，{y}转了','密码怎么换了？不是到周日吗'],['week is over, can i extend?','sent {y}, one more week','pw changed already? i have till sunday'],a,by=q.acc)
        d+=R.choice([0,0,1,1,2,4])
    if P(.6):
        t=RI(0,20); a.say(t,['周租，{k}号，皮肤{v}个，押金{y}','出 z，按周算，{k}段位全英雄','闲置号周付{y}，私'],['weekly, {K} acc with {v} skins, deposit {y}','not using my main, {y} per week, dm','{K} acc available by the week'],None,'listing',removed=ts(t+RI(1,9),3,8) if P(.6) else None,title='{}'.format(ch(['号','闲置','acc','main'])))
    a.S=S
for _ in range(cnt()):
    p=Person(); a=AC(p,'rent_hourly',1,'Let by the hour to players in cafes and at home in many places, back to back.')
    d0=RI(0,40); d1=min(DAYS,d0+RI(20,60)); S=play(p,0,d0)+play(p,d0,d1,scale=U(.05,.45))+play(p,d1,DAYS); n=[]
    pc=U(.2,.7); ppd=U(.5,2.4); cn=True if P(.8) else None
    for d in range(d0,d1):
        for j in range(int(ppd)+P(ppd%1)):
            q=renter(None,.1,cn); h=R.choice([U(10,14),U(13,18),U(17,23),U(21,26)]); w=at_cafe(cafe_in(q.reg)) if P(pc) else (None if P(.15) else q.dev,q.net,q.reg)
            s=ts(d,h,8); L=ch([1,2,2,3,3,4,5])*3600+RI(-500,300); n.append([s,s+L,*w,q.skill,q.rank])
    n.sort(); S+=fit(S,n,.85)
    if P(.55):
        t=max(0,d0-RI(0,3)); a.say(t,['时租{n}元，上号器登录，不给密码','小时租，到点自动下','{k}号出租，3小时起'],['by the hour, {n} usd, login via tool','{K} acc hourly, min 3h','hourly slots free tonight'],None,'listing',removed=ts(min(83,t+RI(1,30)),2,8) if P(.5) else None,title=ch(['hourly','时租','上号']))
    a.S=S
def transfer(a,d,buyer,pay=.6,ph=.75):
    t=ts(d,U(10,20),8)
    if P(ph): a.contact.append(('phone',t+RI(0,200000)))
    if P(.8): a.contact.append(('email',t+RI(0,200000)))
    if P(pay): a.payx.append((t+RI(90000,900000),None))
    if P(.6): a.pc.append([t+RI(3000,400000),'display_name',None,dname(a.z if P(.8) else not a.z)])
    if P(.4): a.pc.append([t+RI(3000,600000),'bio',None,ch(BIOZ if a.z else BIOE)])
    if P(.6): a.fr=(t,U(.4,.95))
for _ in range(cnt()):
    p=Person(); d=RI(14,64); a=AC(p,'sold_once',1,'Sold: from one day on another person plays from elsewhere at other hours; contacts and payment change, the verified identity stays.')
    q=renter(p.reg if P(.8) else None,.35); S=noise(p,play(p,0,d-R.choice([0,1,3,6])),.5)
    if P(.35): S=[x for x in S if P(.4)]
    S.append(shot(min(83,d),U(9,18),q,U(4,20))); S+=play(q,d,DAYS,hidden(q,p) if P(.3) else None); transfer(a,d,q)
    if P(.3):
        e=RI(d+2,83) if d<80 else 83; a.att.append(ts(e,20,8)); S.append(shot(e,20,p,U(1,4)))
    if P(.5): a.say(d-RI(1,9) if d>9 else d-1,['退坑出号，{k}，{v}个皮肤，可换绑','出个号，{y}0，能刀','不玩了，号便宜出，身份不能改介意勿扰'],['quitting, selling {K} acc, {v} skins, email can be changed','{y}0 obo, full access','done with this game, acc for sale, name check stays mine'],None,'listing',removed=ts(d,15,8) if P(.7) else None,title=ch(['出号','退坑','selling','acc']))
    elif P(.5): a.say(d,['钱收到了，邮箱换绑验证码发你','人脸的话找我，收你{y}','以后别联系了，号归你'],['got the money, sending you the mail code','if it asks for face check call me, {y} each','its yours now, change everything'],q.acc)
    a.S=S
for _ in range(cnt()):
    p=Person(); d1=RI(8,35); d2=d1+RI(8,25); d3=min(78,d2+RI(1,7)); a=AC(p,'sold_twice',1,'Sold, pulled back by the seller with his papers, and sold again to another.')
    q1=renter(p.reg,.6); q2=renter(p.reg,.3); S=noise(p,play(p,0,d1),.4)+play(q1,d1,d2)+[shot(d2,U(9,22),p,U(3,25)) for _ in range(RI(1,3))]+play(p,d2,d3,scale=.3)+play(q2,d3,DAYS,hidden(q2,p) if P(.25) else None)
    transfer(a,d1,q1); a.contact.append(('orig',ts(d2,12,8))); a.att.append(ts(d2,U(9,21),8)) if P(.7) else None; transfer(a,d3,q2)
    if q1.acc and P(.6): a.say(d2+1,['找回我的号？骗子','我花了{y}0买的，还我','你再找回我就报警'],['you pulled the account back? scammer','i paid {y}0 for it, give it back','why does my login not work, answer me'],a,by=q1.acc)
    if P(.5): a.say(max(0,d1-2),['出号，一手，包找回赔付','{k}号出，{y}0'],['selling, first owner, {K}','{y}0 takes it'],None,'listing',removed=ts(d1,9,8)); 
    if P(.4): a.say(d3-1,['一手号出，{v}皮肤，价格好说','又出了，这次真退坑'],['first owner, {v} skins, price talk in dm','selling, for real this time'],None,'listing',removed=ts(d3,9,8) if P(.7) else None)
    a.S=S
for f in range(3):
    st=ch(STU[:4]) if f<2 else None; ident=tok(); reg=st.reg if st else region(cn=True); b0=RI(-25,15); pool=[tok() for _ in range(RI(4,7))]; net=st.net if st else ch(NETS[reg])
    for j in range(RI(5,7)):
        p=Person(reg=reg); p.net=net; a=AC(p,'farm_one_paper',1,'One of a batch opened on one identity paper, levelled by several workers, often delivered to buyers.',ident=ident)
        a.created=BASE+int((b0+U(0,9))*86400) ; dd=max(1,(a.created-BASE)//86400+1); e=min(80,dd+RI(18,50)); S=[]
        for k in range(RI(2,3)):
            q=worker(st) if st and P(.6) else Person(reg=reg,arch=ch(['heavy','day','night'])); q.net=net; q.dev=ch(pool); q.dev2=ch(pool)
            S+=fit(S,play(q,dd,e,scale=U(.25,.6)),.9)
        if P(.55): q=renter(reg,.4); S+=play(q,e,DAYS); transfer(a,e,q,pay=.5,ph=.5)
        elif P(.5): S+=play(q,e,DAYS,scale=.2)
        a.S=S
        if P(.3): a.say(min(83,e-1),['满级白号，批发{n}0','号好了，发货'],['fresh lvl cap acc, bulk {n}0','ready for pickup'],None,'listing',removed=ts(e,8,8))
for _ in range(cnt()):
    p=Person(arch=ch(['office','student'])); p.wk=U(19.3,21); a=AC(p,'handover_fixed',1,'Handed over at fixed hours each day: a day player on another device, the holder in the evening.')
    q=worker(ch(STU[:4]),False) if P(.4) else renter(p.reg if P(.65) else None,.3); q.tz=8; d0=RI(0,45); d1=min(DAYS,d0+RI(20,80)); he=U(15.5,18.8); hs=U(8.2,11); S=noise(p,play(p,0,DAYS),.5); jit=U(.05,.3); pp=U(.65,.95); both=P(.4); gap=P(.6); n=[]
    w=hidden(q,p); toff=8-p.tz
    for d in range(d0,d1):
        if (d%7>=5 and not both) or not P(pp): continue
        s=ts(d,hs+abs(N(0,jit)),p.tz); e=ts(d,he+N(0,jit),p.tz); n.append([s,e,*w(d,0),q.skill,q.rank])
        if gap and P(.6): S.append(shot(d,he+U(.05,.5),p,U(20,90)))
    a.S=S+fit(S,n,.5)
    if P(.5): a.say(d0,['白天{n}点到下午你打，晚上我打，别超点','下班前把日常清了','五点准时下，我要上'],['you take mornings, i take evenings, be off on time','dailies done before i get home pls','log off sharp, i come on after dinner'],q.acc)
for _ in range(cnt()):
    p=Person(arch='office'); a=AC(p,'lent_to_colleague',1,'Lent for money to a colleague who plays it on his own machine at noon and on free days; his payment card shows up.')
    q=renter(None,0); q=Person(reg=p.reg,arch='office'); q.acc=None; on=ch(NETS[p.reg])
    if P(.5): b=AC(q,'renter_own_account',0,"Pays a colleague for the use of another account; this one is his own."); b.S=play(q,0,DAYS,scale=.25); q.acc=b
    d0=RI(0,40); d1=min(DAYS,d0+RI(25,80)); S=noise(p,play(p,0,DAYS,lambda d,h:(p.dev2 or p.dev,on,p.reg) if d%7<5 and P(.06) else None),.6); n=[]; ln=U(.25,.75)
    for d in range(d0,d1):
        if d%7<5 and d not in HOL and P(ln): s=ts(d,12+U(.05,.4),p.tz); n.append([s,s+RI(1500,4300),q.dev,on,p.reg,q.skill,q.rank])
    q.pe=U(.35,.8); n+=[x for x in play(q,d0,d1) if P(.5)]
    a.S=S+fit(S,n,.8); 
    tx=P(.6)
    if P(.5) or not tx: a.payx.append((ts(RI(d0+1,d1-1),13,8),'x'))
    if tx:
        for d in range(d0+1,d1,30): a.say(d,['这个月的{y}转你了','{y}收到，月底前随便打','中午我用，周末下午也用哈','工资发了，号租先给你'],['this month\'s {y} sent','ok got {y}, use it till end of month','i play at lunch, thats fine?','payday, here is {y} for the account'],q.acc)
for _ in range(cnt()):
    p=Person(arch=ch(['office','casual','day'])); a=AC(p,'minor_on_rented_adult',1,"An adult's account let to a minor, who plays it on his own machine after his own account's hours.",age='adult')
    q=Person(arch='student',reg=region(ex=p.reg,cn=True)); q.dev2=None; b=AC(q,'renter_own_minor',0,"A minor's own account within permitted hours; the breach is on the rented one.",age='minor'); d0=RI(0,50); d1=min(DAYS,d0+RI(18,70)); n=[]; nb=[]; wk=U(.2,.7); we=U(.6,.95)
    for d in range(DAYS):
        fri=d%7>=4 or d in HOL
        if fri and P(.65): s=ts(d,20+U(0,.3),8); nb.append([s,ts(d,20.97,8),*q.home(),q.skill,q.rank])
        if d0<=d<d1 and P(we if fri else wk): s=ts(d,21+abs(N(.2,.3)),8); n.append([s,s+int(3600*U(.7,3.2)),*q.home(),q.skill,q.rank])
        if d0<=d<d1 and d%7>=5 and P(.4): s=ts(d,U(10,16),8); n.append([s,s+int(3600*U(1,3.5)),*q.home(),q.skill,q.rank])
    b.S=nb; S=play(p,0,d0)+play(p,d0,d1,scale=U(.05,.4))+play(p,d1,DAYS); a.S=S+fit(S,n,.85)
    if P(.5): a.say(d0,['九点以后能玩吗，我未成年被限了','不限时的号多少一周','我用压岁钱付行不'],['can i use it after nine? mine locks','how much for one without the time limit','i pay with birthday money ok?'],a,by=b)
    if P(.3): a.att.append(ts(RI(d0,d1-1),22,8)); 
for _ in range(cnt()):
    st=ch(STU[4:]); p=Person(reg=st.reg); k=RI(2,4); a=AC(p,'companion_shift',1,'A companion-for-hire account on one paper, run by a studio crew in shifts around the clock.')
    a.bio=ch(['陪玩 全天在线','甜妹音 24h接单','技术陪 随时','', '']) if a.z else ch(['companion, always online','duo any hour','']); S=[]; d0=RI(0,40); hs=[8,16,24] if k>=3 else [11,20]; net=st.net; off=U(-1,2)
    S=play(p,0,d0) if P(.6) else []; crew=[ch(st.devs) for _ in range(k)]; lo=U(.55,.95)
    for d in range(d0,DAYS):
        for i,h in enumerate(hs):
            if not P(lo): continue
            s=ts(d,h+off+abs(N(0,.15)),8); L=(24/len(hs) if k>=3 else 8.5)*U(.75,1); dv=crew[i%k] if P(.85) else ch(crew)
            while L>.3: l=min(L,U(1.5,5)); S.append([s,int(s+l*3600),dv,net,None if st.noreg else st.reg,U(.5,.62),.4]); s=int(s+l*3600+RI(120,1500)); L-=l+.2
    a.S=S
    if P(.5): a.say(RI(d0,82),['接班了，{n}号老板的单还差两把','你下我上，声音别穿帮','晚班谁替'],['taking over, order {n} has two games left','my shift, keep the same tone with clients','who covers nights'],None)
for _ in range(cnt()):
    p=Person(reg=ch(['GB','US-CA','AU','SG','MY','HK','PH'])); a=AC(p,'guild_pilot',1,'Guild pilots in other time zones play the account in war hours for pay while the holder sleeps.')
    k=RI(2,4); S=noise(p,play(p,0,DAYS),.6); d0=RI(3,30); d1=min(DAYS,d0+RI(28,80)); wd=set(R.sample(range(7),RI(2,5))); wh=p.bed+U(1.5,4); L=U(1,2.6); n=[]; qs=[renter(p.reg,.65) for _ in range(k)]
    for d in range(d0,d1):
        if d%7 in wd and P(.85): q=ch(qs); s=ts(d,wh+N(0,.2),p.tz); n.append([s,int(s+L*3600*U(.7,1.2)),*q.home(),q.skill,.2])
    a.S=S+fit(S,n,.85)
    for q in qs:
        if q.acc and P(.45): a.say(RI(d0,d1-1),['今晚我开你的号打城战','你睡，我代打，老规矩{y}','挂你号守点了'],['piloting you for the siege tonight','go sleep, i fly your acc, usual {y}','on your acc holding the gate, loot split later'],a,by=q.acc)
for _ in range(cnt()):
    p=Person(arch='casual'); q=renter(p.reg if P(.85) else None,.3); a=AC(p,'lease_face_check',1,"Another person plays all the time; the holder shows up for minutes from elsewhere only when the name check is due.")
    S=play(q,0,DAYS,scale=U(.7,1)); d=RI(4,20)
    while d<DAYS:
        h=U(9,22); w=p.home(); S.append(shot(d,h,p,U(1,5),w)); a.att.append(ts(d,h+.02,p.tz))
        x=shot(d,h+U(.1,.6),q,U(30,150)); x[0]=S[-1][1]+RI(60,1200); x[1]=x[0]+RI(1800,9000); S.append(x); d+=RI(10,27)
    a.payx.append((BASE-RI(0,40)*86400,'x')) if P(.5) else None
    if P(.45): a.say(RI(5,80),['又要人脸了，帮我过一下，{n}0块','扫一下，在线等','过脸好了，记得转账'],['face check again, can you do it? {n}0','pls scan now im in queue','done the check, send the money'],a if not q.acc else a,by=q.acc)
    a.S=S
for _ in range(cnt()):
    p=Person(); q=renter(p.reg if P(.6) else None,.5); a=AC(p,'weekend_tenant',1,'Let to one stranger for week-ends only; both meet now and then within minutes at two far devices.')
    d0=RI(0,28); d1=min(DAYS,d0+RI(35,80)); q.pe=U(.7,.95); q.pw=0.03; S=noise(p,play(p,0,DAYS),.5); S=[x for x in S if ((x[0]+28800-BASE)//86400)%7<5 or P(.15) or x[0]<ts(d0,0,8)]
    n=[x for x in play(q,d0,d1,hidden(q,p) if P(.5) else None) if ((x[0]+28800-BASE)//86400)%7>=4]; S+=fit(S,n,.6)
    for d in range(d0,d1):
        if d%7==6 and P(.35) and n: e=max([x[1] for x in n if x[0]<ts(d,24,8)] or [0]); 
        else: continue
        if e: S.append([e+RI(60,900),e+RI(1500,6000),*p.home(),p.skill,p.rank])
    a.S=S
    if P(.65): a.say(max(1,d0),['周五晚到周日晚归你，{y}','周末用，平时我自己打','周日十点前退'],['fri night to sun night is yours, {y}','weekends only, weekdays are mine','off by sunday ten pls'],q.acc)
    if P(.4) and q.acc: a.say(RI(d0+1,d1-1),['这周末的{y}转了','周末能上了吗'],['sent {y} for this weekend','can i log in already?'],a,by=q.acc)
# ---------- INNOCENT
ic=lambda:RI(8,14)
def hh(n,reg=None):
    ps=[Person(reg=reg)]; 
    for _ in range(n-1): q=Person(reg=ps[0].reg); q.net=ps[0].net; q.alt=ps[0].alt; ps.append(q)
    return ps
def inn(p,k,w,**kw): return AC(p,k,0,w,**kw)
for _ in range(5):
    ps=hh(ch([2,3])); 
    for p in ps: p.dev=ps[0].dev; p.dev2=None if P(.7) else p.dev2; a=inn(p,'family_one_pc','Each in the family has his own account, all on the one PC.'); a.S=noise(p,play(p,0,DAYS),.4); 
    if P(.6): a.say(RI(3,80),['哥你下来，到我用电脑了','写完作业了，换我','我妈叫吃饭'],['my turn on the pc','bro get off, my hour','mum wants the computer'],None)
for _ in range(5):
    ps=hh(2); dv=[q.dev for q in ps]
    for i,p in enumerate(ps): q=U(.2,.5); a=inn(p,'siblings_two_pcs','Siblings use whichever of two home PCs is free, each on his own account.'); a.S=noise(p,play(p,0,DAYS,lambda d,h:(dv[1-i],p.net,p.reg) if P(q) else None),.6)
for _ in range(4):
    ps=hh(3); tv=tok()
    for p in ps: q=U(.3,.8); a=inn(p,'living_room_machine','A shared machine in the living room or flat, plus own laptops.'); a.S=noise(p,play(p,0,DAYS,lambda d,h:(tv,p.net,p.reg) if P(q) else None),.6)
for _ in range(ic()):
    p=Person(arch=ch(['office','free','heavy'])); p.dev2=None; a=inn(p,'business_traveller','Travels for work with his laptop; places change, device and hours stay.'); S=play(p,0,DAYS); d=RI(0,6); cf=P(.4)
    while d<DAYS:
        L=RI(2,8); r=region(ex=p.reg); net=ch(NETS[r]+MOB[r]); c=cafe_in(r); t0,t1=ts(d,5,8),ts(d+L,5,8)
        S=[[x[0],x[1],*(at_cafe(c) if cf and P(.4) else (p.dev,net,r))]+x[5:] if t0<=x[0]<t1 else x for x in S]; d+=L+RI(1,12)
    a.S=S
    if P(.4): a.say(RI(5,80),['酒店网太卡了','又出差'],['hotel wifi is a joke','on the road again, laggy'],None)
for _ in range(ic()):
    p=Person(arch='office'); r2=region(ex=p.reg,cn=True); d2=tok(); n2=ch(NETS[r2]); thu=ch([4,4,5]); a=inn(p,'two_city_commuter','Works in one city, spends week-ends in another with a second PC.'); a.S=noise(p,play(p,0,DAYS,lambda d,h:(d2 if P(.9) else p.dev,n2,r2) if (d%7>=5 or (d%7==4 and h>18) or d in HOL) and P(.93) else None),.3)
    if P(.3): a.say(RI(5,80),['周末回家打','高铁上，晚点上号'],['home for the weekend, on the other pc','on the train, on later'],None)
for _ in range(ic()):
    p=Person(arch='student'); r2=region(ex=p.reg,cn=True) if P(.75) else p.reg; d2=tok(); n2=ch(NETS[r2]); mid=set(range(RI(28,31),RI(34,37)))|set(range(58,64)); term0=RI(0,14); a=inn(p,'student_home_dorm','A student: laptop in the dorm, family PC at home in the holidays.'); mate=Person(reg=p.reg); mate.net=p.net; q=U(0,.12)
    a.S=noise(p,play(p,0,DAYS,lambda d,h:(d2,n2,r2) if d in mid or d<term0 else ((mate.dev,p.net,p.reg) if P(q) else None)),.3)
    b=inn(mate,'student_home_dorm','A room-mate in the same dorm, own account.'); b.S=noise(mate,play(mate,0,DAYS),.4) 
    if len([x for x in ACC if x.kind=='student_home_dorm'])>14: break
for _ in range(ic()):
    p=Person(arch=ch(['student','night','heavy','free'])); cs=[cafe_in(p.reg) for _ in range(RI(1,3))]; a=inn(p,'cafe_regular','Has no PC of his own and plays in the cafes of his town, on whichever seat is free.'); hm=U(0,.15); a.S=play(p,0,DAYS,lambda d,h:None if P(hm) else at_cafe(cs[0] if P(.7) else ch(cs)))
for _ in range(ic()):
    p=Person(arch=ch(['free','night','office'])); a=inn(p,'cafe_drifter','Works on sites or on the road and plays in cafes of several cities, one after another.'); d=0; S=[]
    while d<DAYS: L=RI(5,24); r=region(cn=True); cs=[cafe_in(r) for _ in range(2)]; S+=play(p,d,d+L,lambda d_,h,cs=cs:at_cafe(ch(cs))); d+=L+RI(0,2)
    a.S=S
    if P(.4): a.say(RI(5,80),['换工地了，这边网吧键盘不行','又换城市'],['new site, new cafe','the pc here is awful'],None)
for _ in range(ic()):
    p,h=hh(2); p.arch='day'; p.wk=U(10,14); p.pw=U(.7,.95); p.dur*=1.5; a=inn(p,'disabled_with_helper','A disabled player; the helper signs him in and sits beside him, sometimes on the helper\'s laptop in the same home.'); q=U(.1,.4); a.S=noise(p,play(p,0,DAYS,lambda d,hh_:(h.dev,p.net,p.reg) if P(q) else None),.3)
    if P(.5): a.say(RI(5,80),['护工帮我登录的，打字慢','手不方便，用的眼控'],['my carer logs me in, i type slow','i use an adaptive controller, be patient'],None)
    if P(.5): b=inn(h,'disabled_with_helper','The helper\'s own account.'); b.S=play(h,0,DAYS,scale=.4,where=lambda d,x:(p.dev,p.net,p.reg) if P(.3) else None)
for _ in range(ic()):
    p=Person(); a=inn(p,'coached','Pays a coach who watches and talks but never signs in; his play improves slowly.'); S=noise(p,play(p,0,DAYS),.8); g=U(.04,.11); d0=RI(10,40); t0=ts(d0,0,8)
    for x in S:
        if x[0]>t0: x[5]+=g*min(1,(x[0]-t0)/(30*86400))
    a.S=S; c=ch(SOLO).acc or pick()
    for k in range(RI(1,4)): a.say(RI(d0,83),['教练费{y}转了，今晚八点看我打','就语音教，不上号','复盘一下昨天那把','打到{k}再给你{y}'],['sent {y} for the lesson, watch me at 8','voice only right, you dont log in','can we review my {M} game','once i hit {K} i book five more'],c)
for _ in range(ic()):
    p=Person(); o=pick(lambda o:o.p.reg==p.reg or P(.2)); d=RI(12,65); a=inn(p,'second_hand_pc','Bought a used PC on which somebody else had played before.'); t=ts(d,4,8); old=o.p.dev; nd=tok(); o.S=[[x[0],x[1],nd if x[2]==old and x[0]>=t else x[2]]+x[3:] for x in o.S]; o.kind='sold_own_pc'; o.why='Sold his old PC and plays on a new one; the account is his.'
    a.S=noise(p,swapdev(p,play(p,0,DAYS),d+RI(1,3),old),.4)
    if P(.5): a.say(max(0,d-3),['收个二手主机，{y}0左右','出主机，电脑便宜出'],['buying a used pc, about {y}0','anyone selling a used rig?'],None,'post')
for _ in range(ic()):
    p=Person(); d=RI(8,75); a=inn(p,'new_pc_new_phone','New machine and phone number at once, everything else goes on.'); a.S=noise(p,swapdev(p,play(p,0,DAYS),d,tok()),.5); a.contact.append(('phone',ts(d,12,8))); 
    if P(.5): a.contact.append(('email',ts(d,13,8)))
    if P(.4): a.pc.append([ts(d,14,8),'display_name',None,dname(a.z)])
    if P(.4): a.payx.append((ts(min(83,d+3),12,8),None))
for _ in range(ic()):
    p=Person(); rs=[ch(['HK','SG','TW','US-CA','GB','CN-SH','CN-GD']) for _ in range(RI(2,5))]; vs=[ch(VPN) for _ in rs]; q=U(.3,.95); a=inn(p,'vpn_user','Uses a VPN or accelerator whose exits jump; always his own device and hours.')
    def wv(d,h):
        if P(q): i=RI(0,len(rs)-1); return p.home()[0],vs[i],rs[i]
    a.S=noise(p,play(p,0,DAYS,wv),.5)
for _ in range(ic()):
    p=Person(cn=True); rs=[region(cn=True) for _ in range(RI(2,4))]; q=U(.3,.8); a=inn(p,'carrier_region_jump','Plays over a mobile hotspot; the carrier\'s gateway region jumps between provinces.')
    def wc(d,h):
        if P(q): r=ch(rs); return p.home()[0],ch(MOB[r]),r
    a.S=noise(p,play(p,0,DAYS,wc),.5)
for _ in range(ic()):
    p=Person(arch='office'); a=inn(p,'rotating_shift','A shift worker whose hours of play rotate around the clock.'); per=ch([4,7,7,14]); offs=ch([[20,12,4],[19.5,10],[21,13.5,6]]); S=[]
    for d in range(0,DAYS,per): p.wk=p.we=offs[(d//per)%len(offs)]; p.bed=p.wk+5; S+=play(p,d,d+per)
    a.S=noise(p,S,.6)
    if P(.35): a.say(RI(5,80),['夜班结束，睡前两把','这周倒班'],['night shift over, two games then bed','rota changed again'],None)
for _ in range(ic()):
    p=Person(arch='heavy'); p.dur=U(6,9); p.cap=16; p.bed=29; p.pw=p.pe=U(.8,.97); p.dev2=tok(); a=inn(p,'streamer','A streamer: very long sessions, a second machine, a good rank, now and then a studio trip.'); p.skill=U(.55,.66); a.S=noise(p,play(p,0,DAYS),.8); mod=RI(0,1)
    for k in range(RI(8,30)): a.say(RI(0,83),['开播了，冲{k}','今晚通宵','水友赛报名'],['live now, road to {K}','all-nighter tonight','viewer games at nine'],None,'live')
for _ in range(6):
    p,q=hh(2)
    for x,y in((p,q),(q,p)): r=U(.05,.4); a=inn(x,'couple','A couple in one flat, each with an account, machines borrowed both ways.'); a.S=noise(x,play(x,0,DAYS,lambda d,h:(y.dev,x.net,x.reg) if P(r) else None),.5)
    if P(.5): a.say(RI(3,80),['老婆的号别碰','用你电脑打两把'],['using your laptop, mine is updating','dont touch my ranked lol'],None)
for _ in range(ic()):
    p=Person(); a=inn(p,'asked_price_kept','Asked what the account would bring or even listed it, then kept it.'); a.S=noise(p,play(p,0,DAYS),1); d=RI(3,70)
    if P(.6): a.say(d,['出号，{k}，{v}皮肤','想退坑，号{y}0有人要吗'],['thinking of selling, {K}, {v} skins','{y}0 for this acc, anyone?'],None,'listing',removed=ts(d+RI(1,8),9,8) if P(.8) else None)
    else: a.say(d,['我这号值多少','租出去一周能有多少'],['what is my account worth','how much do people get renting these'],None,'post')
    if P(.7): a.say(min(83,d+RI(1,9)),['算了舍不得，不卖了','问了下太低，自己玩'],['not selling after all','offers were a joke, keeping it'],None,ch(['post','message']))
for _ in range(ic()):
    p=Person(arch=ch(['office','student','free'])); d=RI(12,66); q=Person(arch=p.arch); q.skill=p.skill; q.rank=p.rank; q.wk=p.wk+N(0,.7); q.we=p.we; keep=P(.45); q.dev=p.dev if keep else tok(); q.dev2=p.dev if not keep and P(.5) else None; a=inn(p,'moved_city','Moved for a job or study: new place and network, often a new PC; phone, card and friends stay.')
    a.S=noise(p,play(p,0,d),.3)+play(q,d+RI(1,8),DAYS); 
    if P(.4): a.say(d,['搬家了，网还没装好','换工作去外地，断几天'],['moving, no internet till thursday','new job new city'],None)
for _ in range(ic()):
    p=Person(arch=ch(['heavy','free','night'])); a=inn(p,'reinstaller','Tinkers with his machine: each reinstall or board swap gives a new device token; home and hours stay.'); S=play(p,0,DAYS)
    for k in range(RI(3,9)): n=tok(); S=swapdev(p,S,RI(3,82),n); p.dev=n if P(.6) else p.dev
    a.S=noise(p,S,.4)
for _ in range(ic()):
    p=Person(); c=cafe_in(p.reg); lap=tok(); p.dev2=None; m=ch(MOB[p.reg]); a=inn(p,'left_logged_in','Leaves the home PC signed in (idle or downloading) and plays on a laptop or in a cafe of the same town: sessions overlap.',overlap=True); S=noise(p,play(p,0,DAYS),.3); ex=[]; q=U(.08,.3)
    for x in S:
        if P(q): x[1]+=RI(3600,14400); s=x[0]+RI(1800,7200); ex.append([s,s+RI(2400,9000),*((lap,m,p.reg) if P(.6) else at_cafe(c)),p.skill,p.rank])
    a.S=S+ex
for _ in range(ic()):
    p=Person(); i=RI(0,1); q=U(.35,.95); a=inn(p,'cloud_pc','Plays through a cloud PC service: pooled machines and a data-centre region.'); cr=['CN-BJ','SG'][i]; a.S=noise(p,play(p,0,DAYS,lambda d,h:(ch(CLOUD[i]),CLOUDNET[i],cr) if P(q) else None),.5)
for _ in range(5):
    p=Person(); idn=tok(); k=ch([2,2,3]); pay=tok()
    for j in range(k): a=inn(p,'own_alts','One holder with two or three accounts of his own, all played by himself.',ident=idn); a.S=play(p,0,DAYS,scale=U(.25,.6)); a.pay=pay; a.pshare=1
for _ in range(ic()):
    p=Person(arch=ch(['heavy','free'])); p.pw=p.pe=U(.85,.97); p.dur=U(3.5,6.5); p.bed+=2; p.p2=U(.3,.7); p.skill=U(.52,.64); a=inn(p,'companion_alone','Plays with paying company all day, but alone on his own account and machine.'); a.S=noise(p,play(p,0,DAYS),.6); a.bio=ch(['陪玩 下午到凌晨','接单看心情','技术陪 声音好听','陪玩 全天在线']) if a.z else ch(['companion, afternoons till late','duo any hour','paid duo, dm'])
    for k in range(RI(0,4)): a.say(RI(3,82),['老板今晚几点','单子排到{h}点了','{y}一晚，自己号打'],['what time tonight boss','booked until {h}','{y} for the evening, i play my own account'],pick(),h=U(12,23))
# ---------- one machine, one player at a time; free seats in cafes
SEAT={d:c for c in CAFE for d in c['devs']}
allS=sorted(((x[0],n,k,x,a) for n,a in enumerate(ACC) for k,x in enumerate(a.S)),key=lambda z:z[:3]); busy={}
for _,n,k,x,a in allS:
    d=x[2]
    if not d: continue
    if x[1]<=x[0]: x[1]=x[0]+RI(60,900)
    l=busy.get(d)
    if l and l[0]>x[0] and l[2] is not a and d in SEAT:
        fr=[z for z in SEAT[d]['devs'] if z not in busy or busy[z][0]<=x[0]]
        if fr: d=x[2]=ch(fr); l=busy.get(d)
    if l and l[0]>x[0] and l[2] is not a:
        if x[0]-l[1][0]>1500 and P(.4): l[1][1]=x[0]-RI(20,400)
        elif x[1]-l[0]>1200: x[0]=l[0]+RI(40,700)
        else: x[1]=x[0]=-10**12; continue
    if not l or x[1]>l[0]: busy[d]=(x[1],x,a)
for a in ACC:
    if P(.07): a.overlap=True
for a in ACC: # the faintest ones leave at least a word behind
    if a.g and sum(x[0]>0 and x[2] not in(a.p.dev,a.p.dev2) for x in a.S)<11:
        a.say(RI(10,70),['你先别上，那边还在打','钱下周给你，号先用着','今天我自己打，你歇一天'],['stay off tonight, he is still on it','will pay you next week, keep the login','i play it myself today, take a day off'],pick())
# ---------- chatter
for a in R.sample(ACC,150):
    if a.S: x=ch(a.S); a.posts.append([max(x[0],BASE),'listing',None,ch(['trade','出','wts',None]),(ch(['卖材料，{}金一组','出坐骑换强化石','收附魔书','代工装备，材料自备']) if a.z else ch(['selling ore, {} gold a stack','mount for stones','buying scrolls','crafting, bring mats'])).format(RI(5,90)),None if P(.6) else x[0]+RI(5,200)*3600])
CZ=['gg','来一把','今晚{h}点开黑吗','这把{m}太坑了','求组队，{k}','更新完卡了','代练的号一看就看出来','租号的别来排位行不行','有人卖号？别信，都是骗子','掉线了重连','睡了明天打','新皮肤好看','这赛季好难上{k}','我弟用我电脑','谢谢带','网吧空调坏了','被顶号了，改密码了','下班上','活动奖励领了吗','帮我守一下据点','这礼包{y}块不值']
CE=['gg','anyone up for ranked','on at {h}','our {M} was throwing lol','lf group, {K}','patch broke my fps','that guy is so boosted','account sellers are all scammers','stop renting accounts and learn the game','dc, reconnecting','gn all','new skin looks great','stuck in {K} again','brother was on my pc','thx for the carry','got kicked, changed my password','after work','claim your event chest','hold the gate for me','not paying {y} for a bundle']
for a in ACC:
    if not a.S or P(.35): continue
    for k in range(min(14,1+int(R.expovariate(.35)))):
        x=ch(a.S); t=x[0]+int((x[1]-x[0])*R.random()); tg=ch(ORD).id if P(.35) else 'ch_%s'%ch(['lobby','guild','trade','help','off'])
        a.posts.append([t,R.choices(['message','post','comment'],[7,2,2])[0],tg,None,ch(CZ if a.z else CE).format(h=RI(18,23),k=ch(['金','铂金','钻石']),K=ch(['gold','plat','diamond']),m=ch(HERO),M=ch(HEROE),y=ch([68,98,128,328])),None])
# ---------- finish
R.shuffle(ACC)
sess=[];act=[];toks=[];acc=[];posts=[];pcs=[];atts=[];fol=[];gifts=[]
alive=[a for a in ACC]
for a in ACC:
    S=sorted(x for x in a.S if x[0]<END-60 and x[0]>max(BASE-86400*1,a.created+60)) if False else sorted((x for x in a.S if BASE-40000<x[0]<END-120 and x[0]>a.created+60),key=lambda x:x[0])
    if not S: S=[[END-RI(10,80)*86400,0,*a.p.home(),.5,.3]]; S[0][1]=S[0][0]+4000; a.created=min(a.created,S[0][0]-90000)
    out=[]
    for x in S:
        x=list(x)
        if x[1]<=x[0]+30: x[1]=x[0]+RI(60,900)
        x[1]=min(x[1],END-1)
        if out and out[-1][1]>x[0] and not a.overlap:
            if out[-1][2]==x[2] and x[2]: 
                x[0]=out[-1][1]+RI(30,400)
                if x[1]-x[0]<120: continue
            else: out[-1][1]=max(out[-1][0]+20,x[0]+RI(-15,45))
        out.append(x)
    a.out=out; nor=P(.05); nod=P(.03) and not (a.g and nor); wkc={}; dv={}; nt={}
    for x in out:
        reg=None if nor or P(.06) else x[4]; d=None if nod or P(.02) else x[2]; n=None if P(.015) else x[3]; e=None if P(.02) else x[1]
        sess.append((a.id,x[0],e,d,n,reg))
        if d: dv.setdefault(d,[x[0],x[1]]); dv[d][1]=max(dv[d][1],x[1])
        if n: nt.setdefault(n,[x[0],x[1]]); nt[n][1]=max(nt[n][1],x[1])
        m=int((x[1]-x[0])/3600*U(1.3,2.2)); w=(x[0]-BASE)//604800; c=wkc.setdefault(max(0,w),[0,0,0]); rk=int(m*x[6]*U(.8,1)); c[0]+=m; c[1]+=rk; c[2]+=sum(R.random()<x[5] for _ in range(rk))
    if not P(.04):
        for w,c in wkc.items():
            for v,k in zip(('match','ranked_match','ranked_win'),c):
                if k: act.append((a.id,v,k,BASE+w*604800,min(END,BASE+(w+1)*604800)))
    f0=out[0][0]; la=out[-1][1]
    def old(t): return t-RI(0,max(1,min(t-a.created-1,400*86400))) if t-f0<6*86400 and a.created<t-86400 else t
    for k,v in list(dv.items()):
        if P(.97): toks.append((a.id,'device',k,old(v[0]),v[1]))
    for k,v in list(nt.items()):
        if P(.97): toks.append((a.id,'network',k,old(v[0]),v[1]))
    if P(.96): toks.append((a.id,'identity',a.ident,a.created+RI(60,5000),None if P(.1) else a.created+RI(6000,9000)))
    cur={'phone':[(a.phone,a.created+30)],'email':[(a.email,a.created+20)]}
    for f,t in sorted(a.contact,key=lambda z:z[1]):
        if f=='orig':
            for k,o in(('phone',a.phone),('email',a.email)): cur[k].append((o,t+RI(0,5000)))
        else: cur[f].append((tok(),t))
    for k,l in cur.items():
        if P(.06) and len(l)==1: continue
        l.sort(key=lambda z:z[1]); seen={}
        for i,(v,t) in enumerate(l):
            t=min(t,END-5); e=min(l[i+1][1] if i+1<len(l) else la,END-1); e=max(e,t); s=seen.setdefault(v,[t,e]); s[1]=max(s[1],e)
        for v,(s,e) in seen.items(): toks.append((a.id,k,v,s,e))
    pays=[(a.pay,a.created+RI(1000,900000))] if a.pay else []
    if P(.06) and not hasattr(a,'pshare'): a.payx.append((RI(BASE,END-9),'x'))
    for t,x in a.payx: pays.append((tok(),min(max(t,a.created+60),END-50)))
    repl=[t for t,x in a.payx if x is None]
    for v,t in pays:
        nx=[r for r in repl if r>t]; e=min(nx) if nx and P(.9) else max(t,la-RI(0,20*86400)); toks.append((a.id,'payment',v,min(t,END-9),max(min(t,END-9),e)))
    # profile
    name=a.name
    if P(.1): a.pc.append([RI(max(BASE,a.created),END-9),'display_name',None,dname(a.z)])
    if P(.08): a.pc.append([RI(max(BASE,a.created),END-9),'bio',None,ch(BIOZ if a.z else BIOE)])
    for c in sorted(a.pc,key=lambda c:c[0]):
        t=min(c[0],END-5)
        if c[1]=='display_name': pcs.append((a.id,t,c[1],name,c[3])); name=c[3]
        else: pcs.append((a.id,t,c[1],a.bio,c[3])); a.bio=c[3]
    a.fname=name
    # attestations
    prov=ch(['idcheck-a','idcheck-b'])
    if P(.95): atts.append((a.id,'real_name','pass',None,a.created+RI(60,4000),None,prov))
    else: atts.append((a.id,'real_name',ch(['none','fail']),None,a.created+RI(60,4000),None,prov))
    atts.append((a.id,'age','pass' if a.age!='unknown' else 'none',a.age,a.created+RI(60,4000),None,prov))
    if a.age=='minor': atts.append((a.id,'guardian','pass',None,a.created+9000,None,prov))
    if P(.1): x=ch(out); a.att.append(x[0]+RI(5,60))
    for t in a.att:
        if t>a.created: atts.append((a.id,'real_name','pass' if P(.96) else 'fail',None,min(t,END-4),None,prov))
    for p in a.posts: posts.append((a.id,max(p[0],a.created+100),*p[1:5],p[5] if p[5] or not P(.015) else p[0]+RI(600,90000)))
if os.environ.get('STAT'):
    kk={}
    for a in ACC:
        if a.g:
            f=sum(x[2] not in (a.p.dev,a.p.dev2) for x in a.out); n=len(a.out); kk.setdefault(a.kind,[]).append((f,n,round(sum(x[1]-x[0] for x in a.out if x[2] not in (a.p.dev,a.p.dev2))/3600)))
    for k,v in kk.items(): print(k,sorted(v))
# friends
cr={}; 
for a in alive: cr.setdefault((a.z,a.p.reg),[]).append(a)
FS={a.id:{} for a in ACC}
for a in ACC:
    k=min(30,int(R.expovariate(1/5))+1)
    for _ in range(k):
        b=ch(cr[(a.z,a.p.reg)]) if P(.45) else ch(ACC)
        if b is a or b.id in FS[a.id]: continue
        lo=max(a.created,b.created)+100; t=RI(lo,END-10) if lo<END-10 else END-9
        if P(.6) and lo<BASE: t=RI(lo,BASE)
        e=None
        for z in(a,b):
            if z.fr and t<z.fr[0] and P(z.fr[1]): e=min(END-2,z.fr[0]+RI(0,300000))
        if e is None and P(.03): e=RI(t+1,END-1)
        FS[a.id][b.id]=1; fol.append((a.id,b.id,t,e))
        if P(.8) and a.id not in FS[b.id]: FS[b.id][a.id]=1; fol.append((b.id,a.id,t+RI(5,90000) if t+90000<END else t,e if e is None else max(e,t+90001) if t+90001<END else None))
fc={};fg={}
for f,t,_,e in fol:
    if not e: fc[t]=fc.get(t,0)+1; fg[f]=fg.get(f,0)+1
for a in ACC:
    fr=list(FS[a.id])
    if fr and P(.2):
        for _ in range(RI(1,3)):
            x=ch(a.out); gifts.append((a.id,x[0]+30,'gift','item_'+rid(6),ch(fr)))
pc_count={}
for p in posts: pc_count[p[0]]=pc_count.get(p[0],0)+1
for a in ACC:
    la=max(x[1] for x in a.out); h=(''.join(ch('abcdefghijklmnopqrstuvwxyz') for _ in range(RI(4,8))) if P(.6) else a.fname.lower().replace(' ','') if a.fname.isascii() else 'u'+rid(5))+str(RI(1,99999))
    df=P(.3); acc.append((a.id,h,'ironreach',a.fname,a.bio or None,(a.p.reg if P(.3) else None),None,None,None if df else '%064x'%R.getrandbits(256),None,'game' if P(.97) else 'unknown',a.created,'active' if P(.985) or END-la<20*86400 else 'dormant',None,None,None,None,None if P(.02) else la,fc.get(a.id,0),fg.get(a.id,0),pc_count.get(a.id,0),0,None,df,P(.25),None if P(.1) else('zh' if a.z else 'en')))
TSP=pa.timestamp('us',tz='UTC'); s=pa.string(); i=pa.int64(); b=pa.bool_()
def write(name,rows,cols,order=None):
    rows=list(rows); R.shuffle(rows) 
    if order is not None: rows.sort(key=lambda r:(r[order] or 0))
    arr={}
    for k,(c,t) in enumerate(cols):
        v=[r[k] for r in rows]
        if t is TSP: v=[None if q is None else int(q)*1000000 for q in v]; arr[c]=pa.array(v,pa.int64()).cast(pa.timestamp('us')).cast(TSP) if False else pa.array(v,pa.int64()).cast(TSP)
        else: arr[c]=pa.array(v,t)
    pq.write_table(pa.table(arr),f'{W}/{name}.parquet',compression='zstd'); print(name,len(rows))
C=lambda x:[(n.split(':')[0],{'s':s,'t':TSP,'i':i,'b':b}[n.split(':')[1] if ':' in n else 's']) for n in x.split()]
write('accounts',acc,C('account_id handle platform display_name bio location url avatar avatar_hash cover_hash kind created_at:t status closed_at:t closed_ground closed_for barred_until:t last_active_at:t followers:i following:i posts:i listed:i verified_org_id default_avatar:b is_private:b language'))
write('sessions',sess,C('account_id started_at:t ended_at:t device_token network_token region'),1)
write('activity',act,C('account_id verb count:i since:t until:t'))
write('tokens',toks,C('account_id kind token first_seen_at:t last_seen_at:t'))
write('profile_changes',pcs,C('account_id at:t field old new'),1)
write('attestations',atts,C('account_id kind result age_band at:t expires_at:t provider'),4)
write('follows',fol,C('follower_id target_id at:t ended_at:t'))
write('actions',gifts,C('account_id at:t verb object_id target_account_id'),1)
lang={a.id:a.z for a in ACC}
prow=[('m'+rid(12),p[0],min(p[1],END-3),p[2],p[3],p[4],p[5],None,None,(None if p[6] is None else max(min(p[6],END-1),p[1]+600)),'zh' if any('\u4e00'<=c<='\u9fff' for c in p[5]) else 'en') for p in posts]
write('posts',prow,C('post_id account_id at:t kind target_id title text url topic removed_at:t language'),2)
tr=[(a.id,a.g,a.kind,a.why) for a in ACC]; tr.sort()
with open(HERE+'/truth.csv','w',newline='',encoding='utf-8') as f: w=csv.writer(f); w.writerow(['account_id','guilty','kind','why']); w.writerows(tr)
