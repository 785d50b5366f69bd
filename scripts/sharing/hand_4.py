import random, hashlib, hmac, math, csv, os, datetime as dt
import pyarrow as pa, pyarrow.parquet as pq
R=random.Random(77120531); HERE=os.path.dirname(os.path.abspath(__file__)); OUT=HERE+'/world'; os.makedirs(OUT,exist_ok=True)
T0=dt.datetime(2026,1,5,tzinfo=dt.timezone.utc); ND=77; KEY=b'k-a5-salt'
_c=[0]
def tok(s): _c[0]+=1; return hmac.new(KEY,f'{s}{_c[0]}'.encode(),hashlib.sha256).hexdigest()
DT={}
def dev(t): k=tok('d'); DT[k]=t; return k
def net(): return tok('n')
u=R.uniform; ch=R.choice
def pois(l):
    L=math.exp(-l);k=0;p=1
    while True:
        p*=R.random()
        if p<L: return k
        k+=1
CN=['CN-GD','CN-ZJ','CN-JS','CN-SH','CN-BJ','CN-SC','CN-HB','CN-HN','CN-HA','CN-SD','CN-FJ','CN-LN','CN-SN','CN-CQ','CN-AH','CN-HE','CN-GX','CN-YN','CN-JX','CN-HL']
TZ={c:8 for c in CN}
TZ.update({'TW-TPE':8,'HK':8,'SG':8,'MY-14':8,'PH-00':8,'JP-13':9,'KR-11':9,'GB-ENG':0,'GB-SCT':0,'IE':0,'DE-BE':1,'DE-BY':1,'DE-NW':1,'FR-IDF':1,'NL-NH':1,'PL-MZ':1,'SE-AB':1,'IT-25':1,
 'US-CA':-8,'US-WA':-8,'US-TX':-6,'US-IL':-6,'US-NY':-5,'US-FL':-5,'US-GA':-5,'CA-ON':-5,'CA-BC':-8,'AU-NSW':11,'AU-VIC':11,'BR-SP':-3,'IN-MH':5.5,'IN-KA':5.5,'TR-34':3,'AE-DU':4,'ZA-GP':2})
NEAR={'CN-GD':['CN-GX','CN-HN','HK'],'CN-ZJ':['CN-SH','CN-JS'],'CN-JS':['CN-SH','CN-AH'],'CN-SH':['CN-JS','CN-ZJ'],'CN-BJ':['CN-HE'],'CN-SC':['CN-CQ'],'CN-HB':['CN-HN','CN-HA'],'US-NY':['US-GA','US-IL'],'US-CA':['US-WA'],'GB-ENG':['GB-SCT'],'GB-SCT':['GB-ENG'],'DE-BE':['DE-NW'],'DE-NW':['NL-NH'],'DE-BY':['DE-BE'],'US-TX':['US-GA','US-IL'],'IN-MH':['IN-KA'],'IN-KA':['IN-MH'],'CA-ON':['US-NY'],'US-WA':['CA-BC','US-CA']}
ALLR=list(TZ)
def near(r): return ch(NEAR.get(r) or [x for x in ALLR if x[:2]==r[:2] and x!=r] or [r])
def far(r):
    return ch([x for x in (CN if r in CN else ALLR) if x!=r and x not in NEAR.get(r,[])])
def pickreg():
    return ch(CN) if R.random()<.5 else ch(ALLR[20:])
MOB={r:[net() for _ in range(7)] for r in ALLR}
VPN=[(net(),r) for r in ['JP-13','SG','HK','US-CA','DE-BE','NL-NH','US-NY','KR-11','GB-ENG'] for _ in range(3)]
CAFES={}
def cafe(r):
    L=CAFES.setdefault(r,[])
    if len(L)<4: L.append((net(),[dev('cafe') for _ in range(R.randint(12,40))]))
    return ch(L)
class P: pass
PK={'worker':([(12.6,.5,.13),(20.6,1.3,.77),(7.8,.4,.1)],[(11,1.6,.25),(15.5,2,.33),(21.2,1.5,.42)]),
 'student':([(12.7,.5,.15),(17.4,1.2,.3),(21.6,1.3,.55)],[(13,2,.4),(17,2,.2),(22,1.5,.4)]),
 'child':([(17.6,1,.6),(19.6,.7,.4)],[(10,1.4,.4),(15,1.8,.4),(19.4,.9,.2)]),
 'night':([(23.3,1.3,.5),(25.5,1.3,.3),(15.5,2,.2)],[(23.5,1.5,.5),(26,1.3,.2),(16,2,.3)]),
 'free':([(10,1.4,.3),(15,1.8,.35),(20.8,1.5,.35)],[(10,1.5,.3),(15,2,.35),(21,1.5,.35)]),
 'cnminor':([(20.4,.2,1)],[(20.4,.2,1)])}
SH=[[(16.5,1.5,.6),(20,1.2,.4)],[(10,1.5,.7),(24,.7,.3)],[(14.5,1.3,.5),(18.5,1.2,.5)]]
def person(region=None,sched=None,home=None,devs=None,tz=None):
    p=P(); p.region=region or pickreg(); p.tz=TZ[p.region] if tz is None else tz
    p.sched=sched or R.choices(['worker','student','night','free','shift'],[48,26,10,9,7])[0]
    p.ph=R.gauss(0,.8); p.sd=u(.75,1.4); p.wk=min(.97,max(.06,R.betavariate(2,2.2))); p.we=min(.98,p.wk*u(.9,1.7)); p.mu=u(.05,1.1); p.dm=R.lognormvariate(math.log(52),.5)
    p.home=home or homenet(); p.mob=R.sample(MOB[p.region],R.randint(1,3)); p.jump=R.choices([0,.01,.08],[70,22,8])[0]; p.mobp=u(.05,.5); p.comp=R.choices([0,u(.03,.12),u(.12,.35)],[70,20,10])[0]
    if devs is None:
        devs=[]; x=R.random()
        if x<.8: devs.append(['phone',u(.4,1)])
        if x>.55 or R.random()<.35: devs.append(['pc',u(.4,1.2)])
        if R.random()<.12: devs.append(['tablet',u(.1,.4)])
        if R.random()<.1: devs.append(['laptop',u(.1,.6)])
        devs=[[dev(t),w,0,ND] for t,w in devs]
    p.devs=devs; p.alts=[]; p.off=[]; p.shift0=R.randint(0,2); p.shl=ch([5,7,7,14])
    return p
def homenet():
    a=net()
    if R.random()<.3:
        L=[(0,a)];d=0;s=u(4,40)
        while True:
            d+=s*u(.6,1.4)
            if d>=ND: return L
            L.append((d,net()))
    return [(0,a)]
def hn(h,d):
    r=h[0][1]
    for f,t in h:
        if d>=f: r=t
    return r
PORT={'phone','tablet','laptop'}
def alt(p,d0,d1,prob,devs=None,nets=None,regs=None,portable=False,rate=1,tz=None,peaks=None):
    p.alts.append((d0,d1,prob,devs,nets,regs,portable,rate,tz,peaks))
def trip(p,d0=None,n=None,reg=None,rate=.6):
    d0=R.randint(2,ND-8) if d0 is None else d0; n=n or R.choices([2,3,5,8,12],[25,30,25,15,5])[0]; reg=reg or (far(p.region) if R.random()<.6 else near(p.region))
    alt(p,d0,d0+n,1,None,[net()]+R.sample(MOB[reg],2),[reg],True,rate,TZ[reg] if abs(TZ[reg]-p.tz)>1 else None); return reg
def newphone(p,d,t=None,keep=None):
    for x in p.devs:
        if DT[x[0]]==(t or 'phone') and x[3]>d:
            x[3]=d+(keep if keep is not None else ch([0,0,0,1,4,15])); p.devs.append([dev(t or 'phone'),x[1],d,ND]); return True
    return False
def hash_(t): return int(t[:4],16)
def gen(p,d0=0,d1=ND,rate=1,devs=None,nets=None,regs=None,peaks=None,dm=None,wk=None,mu=None):
    out=[]; last=-1e9; D=devs
    for d in range(int(d0),int(d1)):
        if any(a<=d<b for a,b in p.off): continue
        wd=d%7; we=wd>=5; pr=(p.we if we else p.wk) if wk is None else wk
        if p.sched=='cnminor' and wd not in(4,5,6): pr*=.02
        act=[a for a in p.alts if a[0]<=d<a[1]]
        rm=rate
        for a in act:
            if a[2]>=1: rm*=a[7]
        if R.random()>pr*rm: continue
        if peaks: pk=peaks
        elif p.sched=='shift' and not we: pk=SH[(p.shift0+d//p.shl)%3]
        else: pk=PK.get(p.sched,PK['worker'])[1 if we else 0]
        n=1+pois(p.mu if mu is None else mu)
        A=None
        hs=[]
        for a in act:
            if R.random()<a[2]: A=a; break
        if A and A[9]: pk=A[9]
        for _ in range(n):
            m,s,_w=R.choices(pk,[k[2] for k in pk])[0]
            hs.append(R.gauss(m+p.ph,s*p.sd))
        if R.random()<.03: hs.append(u(23,27.5))
        tz=p.tz if not A or A[8] is None else A[8]
        for h in sorted(hs):
            s=(d*24+h-tz)*60+u(0,1); L=max(2,min(540,R.lognormvariate(math.log(dm or p.dm),.6)))
            if s<last+3 or s<0: continue
            dd=D or [(x[0],x[1]) for x in p.devs if x[2]<=d<x[3]]
            reg=p.region; nt=None
            if A and A[3]: dd=[(x,1) for x in A[3]]
            elif A and A[6]: dd=[x for x in dd if DT.get(x[0]) in PORT]
            if not dd: continue
            dv=R.choices([x[0] for x in dd],[x[1] for x in dd])[0]
            if nets: nt=ch(nets)
            if regs: reg=ch(regs)
            virt=A and A[4] and not A[3] and not A[6] and A[2]<1
            cl=A and A[3] and DT.get(A[3][0]) in('cloud','browser')
            if virt and len(dd)>1 and (hash_(dv)%2 or R.random()<.15) and R.random()<.8: pass
            else:
                if A and A[4]: nt=ch(A[4])
                if A and A[5]: reg=ch(A[5])
            if nt is None:
                if DT.get(dv)=='phone' and R.random()<(p.mobp if (we or h>18 or h<7) else min(.9,p.mobp+.4)): 
                    nt=ch(p.mob)
                    if R.random()<p.jump: reg=near(p.region)
                else: nt=hn(p.home,d)
            out.append([s,s+L,dv,nt,reg]); last=s+L
            if not D and R.random()<p.comp and (A is None or virt or cl):
                o=[x[0] for x in p.devs if x[2]<=d<x[3] and x[0]!=dv]
                if o: c0=s+u(-25,L*.9); out.append([c0,c0+R.lognormvariate(1.6,.6),ch(o),ch(p.mob) if R.random()<.4 else hn(p.home,d),p.region])
    return out
# ---------- accounts
ACC=[]; BY={}
def nid(): return ''.join(R.choice('0123456789abcdefghjkmnpqrstvwxyz') for _ in range(12))
ENW='shadow river pixel mango frost lazy night tiny rusty silver moss echo wolf panda storm noodle ghost amber quiet comet bread salty fox otter turbo cactus velvet maple goblin drift'.split()
ZHW='夜雨 清风 小熊 柠檬 星河 孤舟 奶茶 听雪 老猫 北岸 青柠 山海 阿飞 月半 小鹿 不眠 橘子 长安 木木 南风 浮生 土豆 拾光 霜降 布丁 白鲸 大壮 锦鲤 鱼丸 江湖'.split()
def name(lang):
    if lang=='zh' and R.random()<.85: return ch(ZHW)+ch(['','的','丶','','爱','与'])+ch(ZHW)+ch(['','','',str(R.randint(1,999))])
    return ch(ENW).capitalize()+ch(['','_','',' '])+ch(ENW)+ch(['','',str(R.randint(1,9999))])
EVS=['moving house this week, see you all later','finally got fibre again','who is up for ranked tonight','gg everyone, that last round was insane','my ping is horrible today','new patch ruined my main lol','need 2 more for the raid at {h}','anyone know if the event ends on sunday','sorry was afk, dinner','lf duo, {r} or above','happy with my new skin','work was long, just one game','my little brother wants to play too, made him his own account','how do I change my email on this thing','is renting accounts even allowed? saw an ad for it','do not buy accounts guys, my cousin lost 80 bucks','what would an account with all the season skins be worth? just curious','trading spare event tickets, in game only','coach told me to watch my replays, going up slowly','on hotel wifi, lag incoming','got a new phone, settings all gone','stuck at the airport, mobile only','can someone explain the new talent tree','server down again?','finally hit {r}!!','lost {n} in a row, off to bed','thanks for the carry','my son is using the tablet so I am on pc','playing from my girlfriends place tonight','support says my login looked unusual, it was me in the cafe lol','guild war at {h}, be there','selling nothing, stop whispering me','lol rent my account for 5 bucks, jk','I am on your tablet, did you get the code?','are you off yet? I want the console','dont log in now, mum is downloading','guy offered me {n}0 for my account, reported him','left your controller on the couch','who will do my dailies while I am on holiday, kidding']
ZHS=['今晚{h}点开黑来人','这版本打野没法玩','刚搬家网还没装好','有人带带萌新吗','终于上{r}了','连跪{n}把 睡了','公会战别忘了 {h}点','换了新手机 设置全没了','在网吧 键盘不顺手','出差住酒店 网太卡','弟弟想玩 给他注册了个号','谁知道活动到几号结束','刚才吃饭去了 不好意思','双排来 {r}以上','号能值多少钱啊 就问问 不卖','别买号 我同学被骗了八百','看到有租号广告 这不违规吗','教练说多看录像','过年回老家 只能手机玩','室友借我电脑用一下','延迟两百 没法打','周末去朋友家联机','谢谢大佬带飞','又掉线了','新皮肤手感不错','加班到现在 就打一把','客服说我异地登录 我就是坐高铁','缺一个辅助','孩子睡了才能玩会','活动道具多了 换点材料 游戏里换','今天手气真好 出金了','谁要租我号 五块一天 开玩笑的','验证码收到没 我在你平板上登我的号','你下了没 该我用电脑了','有人加我说{n}百收号 举报了','日常好多 好想找人代肝哈哈','爸 你别点我的号','密码又忘了 重置半天']
def fill(t): return t.replace('{h}',str(R.randint(7,11))).replace('{r}',ch(['gold','plat','diamond','master'] if t.isascii() else ['黄金','铂金','钻石','星耀','王者'])).replace('{n}',str(R.randint(3,9)))
def acct(p,kind='ordinary',g=0,why='An ordinary life on one account.',sess=None,adult=True,ident=None,pay=0,**kw):
    a=P(); a.id=nid(); a.p=p; a.kind=kind; a.g=g; a.why=why; a.sess=gen(p) if sess is None else sess
    z=p.region in CN or p.region.startswith(('TW','HK')) or (p.region in('SG','MY-14') and R.random()<.5)
    a.lang='zh' if z else 'en'; a.name=name(a.lang); a.posts=[]; a.pc=[]; a.tokx=[]; a.att=[]; a.wr=R.gauss(.5,.035); a.wseg=[]; a.acts=[]; a.buy=[(0,ND,u(0,3) if R.random()<.5 else 0)]
    a.created=T0-dt.timedelta(days=kw.get('age',R.expovariate(1/700)+3)+u(0,1)) if not kw.get('new') else T0+dt.timedelta(days=kw['new']+u(0,.45))
    if kw.get('new'): a.sess=[s for s in a.sess if s[0]>kw['new']*1440]
    a.ident=ident or tok('i'); a.pay=tok('p') if pay==0 else pay; a.haspay=R.random()<.5 or pay!=0
    a.adult=adult; a.email=tok('e'); a.phone=tok('t')
    if a.haspay and a.pay: a.tokx.append(['payment',a.pay,-u(1,400),u(5,ND)])
    if R.random()<.9: a.tokx.append(['email',a.email,-9999,u(40,ND)])
    if R.random()<.75: a.tokx.append(['phone',a.phone,-9999,u(30,ND)])
    if R.random()<.7: a.tokx.append(['identity',a.ident,-9999,u(0,ND)])
    if R.random()<.85: a.att.append(['real_name',R.choices(['pass','none','fail'],[92,6,2])[0],'adult' if adult else 'minor',-u(0,500)])
    if adult and R.random()<.08: a.att.append(['real_name','pass','adult',u(0,ND)])
    if not adult and R.random()<.75: a.att.append(['guardian','pass','minor',-u(0,300)])
    for _ in range(R.choices([0,1,2,4,8],[50,20,15,10,5])[0]): say(a,fill(ch(ZHS if z else EVS)))
    if R.random()<.05: a.pc.append([u(0,ND),'display_name',name(a.lang),a.name])
    if R.random()<.03: a.pc.append([u(0,ND),'avatar','a/%d.png'%R.randint(1,999),'a/%d.png'%R.randint(1,999)])
    if R.random()<.12: a.wseg.append((R.randint(0,60),R.randint(61,ND),R.gauss(0,.05)))
    ACC.append(a); BY.setdefault(kind,[]).append(a); return a
def say(a,t,at=None,kind=None,tgt=None,title=None,rm=None): a.posts.append([u(0,ND) if at is None else at,kind or R.choices(['comment','message','post','live'],[55,25,18,2])[0],tgt,title,t,rm])
def T(a,zh,en): return fill(ch(zh if a.lang=='zh' else en))
CG=[(dev('cloud'),) for _ in range(25)]; CGN=[net() for _ in range(4)]
def cloudalt(p):
    r=ch(['SG','CN-GX','CN-JS','US-TX','DE-BY','JP-13']); d=R.randint(0,40); alt(p,d,R.randint(d+15,ND),u(.3,.9),[x[0] for x in R.sample(CG,R.randint(5,20))],CGN[:2] if r[:2]=='CN' else CGN[2:],[r])
def life(p):
    if R.random()<.02: cloudalt(p)
    k=pois(.9)
    for _ in range(k):
        x=R.random()
        if x<.28: trip(p)
        elif x<.42: newphone(p,R.randint(3,70))
        elif x<.5:
            n,ds=cafe(p.region); d=R.randint(0,60); alt(p,d,d+R.randint(3,17),u(.1,.5),R.sample(ds,min(len(ds),6)),[n])
        elif x<.58: v=ch(VPN); d=R.randint(0,50); alt(p,d,d+R.randint(5,27),u(.2,.8),None,[v[0]],[v[1]])
        elif x<.68: d=R.randint(0,70); alt(p,d,d+R.randint(1,6),.8,[dev(ch(['pc','console','phone']))] if R.random()<.6 else None,[net()])
        elif x<.78: d=R.randint(0,65); p.off.append((d,d+R.randint(4,25)))
        elif x<.88: d=R.randint(0,70); alt(p,d,d+R.randint(2,6),1,rate=2.2,peaks=[(14,4,.5),(24,2.5,.5)])
        elif x<.94: p.home=sorted(p.home+[(R.randint(5,70),net())])
        else: p.devs.append([dev(ch(['pc','laptop','tablet','console'])),u(.2,1),R.randint(0,60),ND])
    if p.region in CN and R.random()<.3: trip(p,R.randint(38,42),R.randint(6,11),rate=u(.4,1.3))
    return p
def block(p,d,h,L,dv=None,nt=None,rg=None,gap=.1):
    dv=dv or R.choices([x[0] for x in p.devs],[x[1] for x in p.devs])[0]; nt=nt or (ch(p.mob) if DT.get(dv)=='phone' and R.random()<p.mobp else hn(p.home,d)); rg=rg or p.region
    s=(d*24+h-p.tz)*60+u(0,20); e=s+L*60; o=[]
    while s<e-4:
        x=min(e,s+R.lognormvariate(math.log(75),.5)); o.append([s,x,dv,nt,rg]); s=x+(u(1,12) if R.random()>gap else u(20,60))
    return o
def clear(a,s,e,keep=.05): a.sess=[x for x in a.sess if x[1]<s or x[0]>e or R.random()<keep]
def sp(o): return (o[0][0]-5,o[-1][1]+3)
def own(p,kind,why,rate=.5):
    return acct(p,kind,0,why,sess=gen(p,rate=rate))
def n_(a,b): return R.randint(a,b)
def regof(zh): return ch(CN) if zh else ch(ALLR[20:])
RENTQ=(['还能上号吗 两小时','老板在吗 {h}点的号给我留着','时间到了 下线吧','续一小时 钱转你了','验证码发我','扫码了 你点一下','上完了 没动你东西','到点自动顶号 别打排位掉分'],['code pls','i paid for 2h, still says logged in','you can get on now, off by {h}','one more hour? sent it','dont touch ranked please','done, thanks, left everything as it was','next guy is at {h} so be quick'])
# ---- guilty
for _ in range(14): # 1 hourly, blatant
    zh=R.random()<.65; p=life(person(regof(zh))); a=acct(p,'rent_hourly_open',1,'',sess=gen(p,rate=u(.3,.8))); d0=n_(3,25); d1=n_(50,77); k=0; per=u(.5,1.6)
    rs=[person(regof(zh)) for _ in range(n_(9,26))]
    for d in range(d0,d1):
        for _ in range(pois(per)):
            r=ch(rs); b=block(r,d,R.gauss(ch([14,20,22]),2.5),ch([1,2,2,3,5,8])); clear(a,*sp(b)); a.sess+=b; k+=1
    for _ in range(n_(0,4)): say(a,T(a,['出租 满皮肤 {r}号 {n}元/时 秒上号','租号 包夜优惠 免脸 可试玩','{r}号 时租日租都行 扫码上号'],['{r} account, all skins, {n}/h, instant login','rent my main: hourly or night pack, msg me','skins account for rent, overnight deal']),u(d0-2,d1),'listing',None,T(a,['租号','出租账号','时租'],['Account for rent','hourly','skins acc']),R.random()<.4)
    for _ in range(n_(0,9)): say(a,T(a,*RENTQ),u(d0,d1),'message')
    a.why=f'{k} blocks of play by {len(rs)} strangers in many regions on devices each seen briefly, between the owner\'s own sessions.'
    if R.random()<.4: own(ch(rs),'renter_own_account','Rents others\' accounts now and then, but this account is played only by its holder.')
for _ in range(3): # rental firm with login injector, cloud hosts
    zh=R.random()<.8; hosts=[dev('pc') for _ in range(n_(4,9))]; nets=[net() for _ in range(n_(1,3))]; hr=regof(zh)
    for _ in range(n_(4,6)):
        p=life(person(regof(zh))); a=acct(p,'rent_injector_hosts',1,'',sess=gen(p,rate=u(.15,.8))); d0=n_(2,35); k=0; per=u(.4,2)
        f=person(hr)
        for d in range(d0,ND):
            for _ in range(pois(per)):
                b=block(f,d,R.choices([R.gauss(21,2.5),u(0,24)],[.6,.4])[0],ch([1,1,2,3,4]),ch(hosts),ch(nets),hr); k+=1
                if R.random()<.8: clear(a,*sp(b))
                a.sess+=b
        if R.random()<.35: say(a,T(a,['号挂平台上了 分成三七','平台又催我改绑','托管的号今天收益才{n}块'],['put my acc on the rental site, they take 30%','the site wants me to change the linked mail again','earned {n} today from the hosting thing']))
        a.why=f'From day {d0} a pool of {len(hosts)} hosts on one remote network, which log in unrelated holders\' accounts at all hours, played it {k} times.'
for _ in range(2): # boosting studio
    zh=R.random()<.7; sr=regof(zh); nets=[net()]+([net()] if R.random()<.5 else []); desks=[dev('pc') for _ in range(n_(5,8))]
    bs=[person(sr,'free') for _ in range(n_(4,6))]
    for i in range(n_(8,10)):
        p=life(person(regof(zh) if R.random()<.8 else sr)); p.wk=max(p.wk,u(.25,.5)); p.we=max(p.we,p.wk); a=acct(p,'boost_studio_order',1,''); d0=n_(4,60); L=n_(3,13); b0=ch(bs); hide=R.random()<.35
        s0=d0*1440; clear(a,s0,s0+L*1440,u(0,.12))
        for d in range(d0,d0+L):
            b=ch(bs) if R.random()<.2 else b0
            if R.random()<.93: a.sess+=block(b,d,u(9,15),u(4,11),ch(desks) if R.random()<.6 else desks[bs.index(b)%len(desks)],ch(nets),p.region if hide else sr)
        a.wseg.append((d0,d0+L,u(.12,.27))); a.buy.append((d0-7,d0+8,u(0,3)))
        if R.random()<.5: say(a,T(a,['密码改了吗 老板开始打了','{r}打到了 麻烦验收','别上线 会顶号','星数还差{n}颗 明天好'],['please stay offline until we reach {r}','order done, check your rank','change your password now, thanks','{n} wins left, tomorrow finished']),d0+u(0,L),'message')
        a.why=f'During days {d0}-{d0+L} the owner is off and studio desks, which serve other unrelated accounts in turn, play long days with a jump in wins.'
    for b in bs[:2]: own(b,'booster_own_account','Account of a studio worker, played by the worker alone.',.4)
for _ in range(5): # solo boosters via VPN in client region
    zh=R.random()<.4; b=person(regof(zh),'night'); D=[x[0] for x in b.devs][:1]
    for i in range(n_(2,4)):
        p=life(person(regof(zh) if R.random()<.9 else None)); p.wk=max(p.wk,u(.25,.5)); p.we=max(p.we,p.wk); a=acct(p,'boost_solo_masked',1,''); d0=n_(4,66); L=n_(2,9); ex=net()
        clear(a,d0*1440,(d0+L)*1440,u(0,.3)); dv=D[0] if R.random()<.75 else dev('pc')
        for d in range(d0,d0+L): a.sess+=block(b,d,R.gauss(22.5,1.6),u(2.5,7),dv,ex,p.region)
        a.wseg.append((d0,d0+L,u(.12,.25)))
        if R.random()<.6: say(a,T(a,['你那边先别登 我今晚打','验证码{n}{n}82 收到没','打完了 尾款转一下','谢了 {r}稳了 下赛季还找你'],['dont log in tonight, I am on it','what is the code, it timed out','finished, send the rest when you can','cheers, {r} looks great, same price next season?']),d0+u(0,L),'message')
        a.why=f'On days {d0}-{d0+L} one foreign-rhythm player on a device new to this account (and seen on other clients) won far more, by an exit in the owner\'s region; the owner was nearly absent.'
    if R.random()<.7: own(b,'booster_own_account','The booster\'s own account: only he plays it.',.5)
for _ in range(14): # sold, complete handover
    p=life(person()); p2=life(person(far(p.region))); d=n_(14,60); p.wk=max(p.wk,.3); p2.wk=max(p2.wk,.3); a=acct(p,'sold_handover',1,'',sess=gen(p,0,d,u(.4,1))); a.sess+=gen(p2,d+n_(0,4),ND,u(.6,1.2))
    if R.random()<.5: say(a,T(a,['出号 {r} 皮肤多 可换绑','退坑出号 带价来 不议','卖号 走平台'],['selling my {r} account, mail changeable','quitting, offers for this account?','account for sale, full access']),d-u(1,10),'listing',None,T(a,['出号'],['FS']),R.random()<.5)
    elif R.random()<.6: say(a,T(a,['邮箱解绑了 你换你的','钱收到了 号归你 别找回我保证','换绑弄好了'],['mail is released, put yours in','money arrived, enjoy it','full access sent, wont recover it']),d+u(-.5,.5),'message')
    for x in a.tokx: x[3]=min(x[3],d-u(0,3)) if x[0]!='identity' else x[3]
    if R.random()<.8: a.tokx.append(['phone',tok('t'),d+u(0,2),ND])
    if R.random()<.7: a.tokx.append(['email',tok('e'),d+u(0,2),ND])
    if R.random()<.6: a.tokx.append(['payment',tok('p'),d+u(1,15),ND])
    if R.random()<.7: a.pc.append([d+u(0,3),'display_name',name('zh' if p2.region in CN else 'en'),a.name])
    a.wseg.append((d,ND,R.gauss(0,.08))); a.why=f'At day {d} devices, networks, region, contacts and hours all change and nothing of the former player returns.'
for _ in range(11): # sold, careful buyer
    p=life(person()); d=n_(18,55); p2=person(far(p.region) if R.random()<.7 else p.region,ch(['night','student','free'])); p2.ph+=ch([-3,3]); p.wk=max(p.wk,.3); p2.wk=max(p2.wk,.35); ex=[net(),net()]
    a=acct(p,'sold_careful',1,'',sess=gen(p,0,d,u(.4,1))); g=n_(3,14); s=gen(p2,d+g,ND,u(.5,1.1))
    for x in s:
        if R.random()<.8: x[3]=ch(ex);x[4]=p.region
    a.sess+=s; dd=d+g+n_(5,20)
    for x in a.tokx:
        if x[0] in('phone','email','payment'): x[3]=min(x[3],d)
    a.tokx.append([ch(['phone','email']),tok('e'),dd,ND]); 
    if R.random()<.7: a.tokx.append(['payment',tok('p'),dd+u(0,6),ND])
    if R.random()<.7: say(a,T(a,['过阵子再改名 免得被查','先用你那边的IP 慢慢来','号用着还行 手机号下周换'],['wait two weeks before you change the number','keep the name for now so nobody asks','account works fine, will swap the phone later']),d+u(0,g),'message')
    a.wseg.append((d,ND,R.gauss(0,.1))); a.why=f'Quiet for {g} days, then only new devices with other hours behind an exit in the old region; contact and payer replaced later, the old devices never return.'
for _ in range(14): # lent weekly to one stranger for pay
    zh=R.random()<.5; p=life(person(regof(zh))); q=life(person(far(p.region))); days=R.sample(range(7),n_(2,3)); a=acct(p,'lend_monthly_stranger',1,''); d0=n_(2,25); k=0
    for d in range(d0,ND):
        if d%7 in days and R.random()<.8:
            b=block(q,d,R.gauss(ch([15,20]),1.5),u(1.5,5)); clear(a,*sp(b),.15); a.sess+=b; k+=1
    m=n_(1,3)
    for _ in range(m if R.random()<.85 else 0): say(a,T(a,['这个月两百转了','周末号还是我用哦','你几点下 我该上了','老规矩 五六归你'],['sent the 20 for this month','still mine on weekends right?','are you off yet? it is my time','same deal next month']),u(d0,ND),'message')
    a.tokx.append(['payment',tok('p'),d0+u(0,9),ND]) if R.random()<.4 else None
    a.why=f'On fixed weekdays ({k} times) one person far away takes over from the holder, by a deal for money or a near-clash of hours that one traveller could not make.'
    if R.random()<.4: own(q,'renter_own_account','The borrower\'s own account; only the borrower plays it.')
for _ in range(13): # two or three strangers split a bought account
    ps=[life(person(s)) for s in R.sample(CN if R.random()<.5 else ALLR[20:],n_(2,3))]; ps[0].sched='student'; ps[1].sched='night'
    a=acct(ps[0],'split_cost_pool',1,''); 
    for q in ps[1:]:
        for x in gen(q,rate=u(.5,1)): 
            if not any(y[0]<x[1] and x[0]<y[1] for y in a.sess) or R.random()<.3: a.sess.append(x)
    for _ in range(n_(0,3)): say(a,T(a,['白天我 晚上你 说好的','谁又把号顶了','合买的号 皮肤一起出钱行不','{n}十块一人 买通行证?'],['mornings are mine, we agreed','who kicked me off again','pass is {n} each if we split three ways','leave the gold alone, that is my share']),None,'message')
    if R.random()<.6:
        for q in ps[1:]: a.tokx.append(['payment',tok('p'),u(-40,30),ND])
    a.why=f'{len(ps)} lasting device/region/hour patterns in parallel all through, strangers far apart, with several payers or talk of turns.'
for _ in range(4): # elder papers rented to minors
    sup=tok('i'); seller=[dev('phone') for _ in range(2)]; sn=net(); sr=ch(CN)
    for _ in range(n_(3,4)):
        m=person(ch(CN),'student'); m.ph=-.5; m.dm=u(50,90); own_m=acct(m,'minor_own_account',0,'A minor\'s own account in permitted hours; only its holder plays.',adult=False,sess=gen(m,peaks=[(20.4,.2,1)],wk=.3,mu=0,dm=40))
        mm=m; h=person(sr,'free'); a=acct(h,'rented_adult_papers',1,'',sess=[],ident=sup if R.random()<.5 else None,new=n_(0,20) if R.random()<.7 else None)
        d0=n_(2,25); a.sess=block(h,d0-1,R.gauss(14,2),u(.1,.5),ch(seller),sn,sr)+gen(m,d0,ND,u(.8,1.4),peaks=[(17.6,1,.4),(21.8,1,.45),(13,1.5,.15)])
        for _ in range(n_(1,5)):
            d=n_(d0+1,76); a.att.append(['real_name',ch(['pass','pass','pass','none']),'adult',d+.6]); a.sess+=block(h,d,14+R.gauss(0,2),.12,ch(seller),sn,sr) if R.random()<.6 else []
        if R.random()<.6: say(a,T(a,['又要刷脸 帮我过一下','免脸的号还能用吗','过脸 {n}块 谢谢','我妈不知道 别打电话'],['face check again']),u(d0,ND),'message')
        a.why='Attested as an adult far away whose seller phones serve several such accounts; played after curfew on the device of a minor with an own account.'
for _ in range(2): # levelling farm then sold
    fr=ch(['CN-HN','PH-00','CN-HA','BR-SP','IN-MH']); fn=[net(),net()]; fd=[dev(ch(['pc','phone'])) for _ in range(n_(5,9))]; idt=[tok('i') for _ in range(3)]; ws=[person(fr,'shift') for _ in range(3)]
    for _ in range(n_(6,8)):
        h=ws[0]; b=life(person(far(fr))); c=n_(0,30); d=c+n_(10,28); a=acct(h,'levelled_then_sold',1,'',sess=[],ident=ch(idt),new=max(0,c-.5)); dv=R.sample(fd,2)
        for x in range(c,d):
            for st in R.sample([1,9,17],n_(1,3)): a.sess+=block(ws[st//8],x,st+u(0,1),u(3,7.4),ch(dv),ch(fn),fr)
        a.sess+=gen(b,d+n_(0,6),ND,u(.6,1.3)); a.wseg.append((d,ND,u(-.1,.02))); a.tokx.append(['email',tok('e'),d+u(0,4),ND]); a.tokx.append(['payment',tok('p'),d+u(0,9),ND])
        a.why=f'Played in shifts up to 20 hours a day on a farm\'s devices from day {c}, then from day {d} only by another person elsewhere with a new mail and payer.'
for _ in range(2): # lessor's portfolio
    zh=R.random()<.6; p=person(regof(zh)); idn=tok('i'); pay=tok('p'); rs=[person(regof(zh)) for _ in range(22)]
    for i in range(n_(6,8)):
        a=acct(p,'lessor_portfolio',1,'',sess=[],ident=idn if R.random()<.8 else None,pay=pay); k=0; d0=n_(0,20); per=u(.15,.7)
        for d in range(d0,ND):
            for _ in range(pois(per)):
                r=ch(rs) if R.random()<.7 else person(regof(zh)); b=block(r,d,R.gauss(ch([15,21]),2),ch([2,3,5,6,10,12])); a.sess+=b; k+=1
                if R.random()<.75: x=b[-1][1]+u(3,90); a.sess.append([x,x+u(1,6),p.devs[0][0],hn(p.home,d),p.region])
        if R.random()<.4: say(a,T(a,['【出租】库存{n}个号 私聊看表','今晚空号还有两个'],['{n} accounts free tonight, pm for list','list updated, day and night rates']),None,'listing',None,T(a,['租'],['rent']),R.random()<.5)
        a.why=f'One holder pays for a set of accounts and shows on this one only minutes at a time between {k} long blocks of different strangers.'
for _ in range(15): # rare rental, faint
    p=person(); p.wk=max(p.wk,.35); life(p); a=acct(p,'rent_rare_quiet',1,''); k=n_(4,7); ds=sorted(R.sample(range(3,75),k)); tx=R.random()<.7; hit=0
    for d in ds:
        r=person(far(p.region)); b=block(r,d,R.gauss(20,2.5),u(1.5,5)); 
        if R.random()<(.55 if tx else .9): x=b[0][0]-u(15,80); a.sess.append([x,x+u(4,14),p.devs[0][0],hn(p.home,d),p.region]); hit+=1
        clear(a,b[0][0],b[-1][1]+3,.1); a.sess+=b
        if R.random()<.3: say(a,T(a,*RENTQ),d+.5,'message')
    if tx: say(a,T(a,['这周末号空着 要的私','还是上次的价 用完说一声','小号谁要玩 收点电费'],['acc is free this weekend, usual price','same price as last time, tell me when done','anyone wants to use my main for a few bucks']),ds[0]-.5,'message')
    a.why=f'{k} evenings each on a different once-seen device in another region, {hit} of them minutes after the owner was at home'+(', with a hint of a price.' if tx else '; no device ever returns.')
for _ in range(2): # daily chores by a proxy studio
    zh=R.random()<.8; sr=regof(zh); sd=[dev('phone') for _ in range(n_(2,4))]; sn=[net()]; w=person(sr,'free')
    for i in range(n_(7,10)):
        p=life(person(regof(zh) if zh else None)); p.wk=max(p.wk,u(.25,.5)); p.we=max(p.we,p.wk); a=acct(p,'daily_chore_proxy',1,''); d0=n_(0,40); d1=min(ND,d0+n_(14,50)); h=u(6,12.5) if R.random()<.7 else u(1,5); k=0; msk=R.random()<.3; dv=ch(sd)
        for d in range(d0,d1):
            if R.random()<.92: s=(d*24+h+R.gauss(0,.35)-w.tz)*60; a.sess.append([s,s+R.lognormvariate(math.log(26),.3),dv if R.random()<.85 else ch(sd),sn[0],p.region if msk else sr]); k+=1
        if R.random()<.4: say(a,T(a,['代肝的老板 日常做了吗','月卡代练 体力别浪费','周本还没打 记得'],['did you do my dailies already?','monthly dailies paid, please also do the weekly','stamina was full this morning, pls check']),u(d0,d1),'message')
        a.why=f'{k} short daily rounds at one hour on a proxy\'s phone that serves other accounts in a row, while the owner plays evenings elsewhere.'
# ---- innocents
def inn(k,n,f):
    for _ in range(n): f(k)
def grp(k,total,size,f):
    c=0
    while c<total: m=n_(*size); f(k,m); c+=m
W={}
def A_(p,k,why,**kw): return acct(p,k,0,why,**kw)
def team(k,m):
    r=pickreg(); h=homenet(); pcs=[dev('pc') for _ in range(m+1)]
    for i in range(m):
        p=person(r,'free',home=h,devs=[[dev('phone'),.2,0,ND],[pcs[i],1.2,0,ND],[pcs[m],.15,0,ND]]); p.wk=.93;p.mu=u(1,2.5);p.dm=u(80,140)
        if R.random()<.6: alt(p,n_(0,60),ND,.1,pcs)
        if R.random()<.5: trip(p)
        a=A_(p,k,'A player in a team house: shared practice machines and network, but only he plays this account.'); a.wr+=u(.03,.12)
grp('team_house',13,(4,6),team)
def demo(k,m):
    r=pickreg(); dm=[dev('console') for _ in range(2)]; n=net()
    for i in range(m):
        p=life(person(r)); d=n_(0,70); alt(p,d,d+n_(1,9),u(.2,.8),dm,[n],peaks=[(15,2.5,1)]); A_(p,k,'Tried his own account at a shop\'s demo machine that many others log in to.')
grp('demo_machine',12,(6,7),demo)
def cloud(k):
    p=life(person()); cloudalt(p); p.comp=max(p.comp,u(0,.25)); a=A_(p,k,'Plays by cloud gaming: pooled machines in a data-centre region, always in his own hours.')
    if R.random()<.4: say(a,T(a,['云游戏排队{n}分钟','电脑带不动 只能云'],['cloud queue is {n} min again','my laptop cant run it, so cloud it is']))
inn('cloud_gaming',14,cloud)
def dorm(k,m):
    r=pickreg(); h=homenet(); ds=[[dev(ch(['pc','laptop'])),u(.3,1),0,ND] for _ in range(m)]; fam=[person(pickreg()) for _ in range(m)]
    for i in range(m):
        p=person(r,'student',home=h,devs=[[dev('phone'),u(.3,1),0,ND],ds[i]]); alt(p,0,ND,u(.03,.2),[x[0] for x in ds]); 
        if R.random()<.6: q=fam[i].region; alt(p,40,40+n_(8,18),1,None,[net()],[q],True,tz=TZ[q] if abs(TZ[q]-p.tz)>1 else None)
        A_(p,k,'Dorm mates lend each other computers; each plays his own account; term break at home.')
grp('dorm_mates',13,(3,6),dorm)
def barr(k,m):
    r=pickreg(); h=homenet(); sh=[dev('pc') for _ in range(3)]
    for i in range(m):
        p=person(r,'worker',home=h,devs=[[dev('phone'),1,0,ND]]); q=far(r); p.ph*=.3
        alt(p,0,ND,u(.1,.5),sh)
        for d in range(n_(0,12),ND,n_(10,20)): alt(p,d,d+2,1,None,[net()],[q],True,2,TZ[q])
        A_(p,k,'Lives in barracks with shared recreation computers and one network; goes home on leave.')
grp('barracks',11,(5,6),barr)
def ship(k):
    p=person(sched='shift'); p.devs=[[dev('phone'),1,0,ND]]+([[dev('laptop'),.6,0,ND]] if R.random()<.6 else []); sat=net(); d=n_(0,10)
    if k not in W: W[k]=[dev('pc') for _ in range(2)]
    while d<ND-4:
        r=ch(['SG','PH-00','JP-13','AE-DU','NL-NH','US-TX','ZA-GP','CN-SH','AU-NSW','BR-SP']); e=d+n_(3,11); alt(p,d,e,1,R.sample(W[k],1) if R.random()<.2 else None,[sat] if R.random()<.7 else MOB[r][:2],[r],True,u(.3,1.2),TZ[r]); d=e+ch([0,0,1])
    A_(p,k,'A seafarer: satellite link and ports make the region jump, on the same pocket devices.')
inn('ship_crew',9,ship)
def hosp(k):
    p=life(person()); d=n_(5,55); n=net(); alt(p,d,d+n_(6,21),1,[dev('tablet'),p.devs[0][0]] if R.random()<.6 else [p.devs[0][0]],[n],[p.region if R.random()<.6 else near(p.region)],rate=u(1.2,2.5),peaks=[(10.5,2,.4),(15,2,.4),(22.5,2,.2)]); a=A_(p,k,'In hospital for a while: a borrowed tablet, guest wifi and daytime hours, then back to the old life.')
    if R.random()<.4: say(a,T(a,['住院无聊 又来打了','术后躺着 只能玩手机'],['stuck in a hospital bed, so many games','surgery went fine, playing on moms tablet']))
inn('hospital_stay',10,hosp)
def cafeu(k):
    p=life(person(ch(CN) if R.random()<.7 else ch(['PH-00','KR-11','TR-34','BR-SP']),ch(['student','night','worker'])))
    for _ in range(n_(1,3)): n,ds=cafe(p.region); alt(p,0,ND,u(.25,.6),ds,[n])
    if R.random()<.3: p.devs=p.devs[:1]
    a=A_(p,k,'A regular of internet cafes: new machine every visit, same town, same hours.')
    if R.random()<.3: say(a,T(a,['网吧包夜 有人吗','这机子耳机坏的'],['cafe pc has no mic sorry','night pack at the cafe, who joins']))
inn('internet_cafe',15,cafeu)
def papers(k):
    p=person(ch(CN) if R.random()<.7 else None,'child'); a=A_(p,k,'Set up in a parent\'s or grandparent\'s name at home for the child of the house with the family\'s knowledge.'); par=person(p.region,'worker',home=p.home,devs=p.devs[:1]+[[dev('phone'),1,0,ND]])
    a.sess+=gen(par,0,ND,.08); a.att.append(['guardian','pass','adult',u(-100,20)])
    if R.random()<.6: A_(par,'parent_of_player','A parent\'s own account beside the child\'s, same home and payer.',ident=a.ident,pay=a.pay if a.haspay else 0)
inn('family_papers_child',10,papers)
def relp(k):
    p=life(person()); q=person(far(p.region)); py=tok('p'); a=A_(p,k,'A relative far away pays; only the holder plays.',pay=py); a.tokx.append(['payment',tok('p'),u(-90,20),ND])
    if R.random()<.6: acct(q,'relative_payer',0,'A relative who pays for another\'s account too.',pay=py)
    if R.random()<.4: say(a,T(a,['我姑给充的','姐姐送的通行证'],['my aunt paid for the pass','thank my sister for the gems']))
inn('relative_pays',12,relp)
def sibs(k,m):
    rs=R.sample(CN,m) if R.random()<.5 else R.sample(ALLR[20:],m); py=tok('p'); hm=homenet(); hr=ch(rs); hd=dev('console'); e=n_(38,44)
    for i in range(m):
        p=life(person(rs[i])); 
        d=n_(10,60); alt(p,d,d+n_(3,8),.8,[hd,p.devs[0][0]],[hn(hm,d)],[hr]); alt(p,e,e+n_(4,8),.9,[hd,p.devs[0][0]],[hn(hm,e)],[hr]); A_(p,k,'Siblings in different cities with one family card, who meet at the parents\' console at holidays; each on an own account.',pay=py)
grp('siblings_apart',11,(2,3),sibs)
def lan(k,m):
    r=pickreg(); n=net(); d=n_(1,9)*7+5; ds=[dev('pc') for _ in range(m)]
    for i in range(m):
        p=life(person(near(r) if R.random()<.5 else r)); alt(p,d,d+2,1,[ds[i],ch(ds)],[n],[r],rate=3,peaks=[(14,3,.5),(24,3,.5)]); A_(p,k,'A LAN weekend: long nights on others\' machines at one place.')
grp('lan_weekend',13,(4,7),lan)
def loan(k):
    p=life(person()); d=n_(5,60); l=dev('phone'); alt(p,d,d+n_(4,20),1,[l],None,None); a=A_(p,k,'His phone broke; a loaner from the shop, used by other customers before, for some days.')
    if k not in W: W[k]=[l]
    elif R.random()<.5: p.alts[-1][3][0]=W[k][0]; a.sess=gen(p)
    if R.random()<.5: say(a,T(a,['手机屏碎了 用备用机','修手机要{n}天'],['phone died, on a loaner','repair takes {n} days, this thing is slow']),d+1)
inn('loaner_phone',11,loan)
def allch(k):
    p=life(person()); d=n_(18,60); r=far(p.region); p2=person(r,p.sched); p2.ph=p.ph+R.gauss(0,.4); p2.sd=p.sd;p2.wk=p.wk;p2.we=p.we;p2.mu=p.mu;p2.dm=p.dm
    old=p.devs[0][0]; a=A_(p,k,'Moved for a new job: new town, phone, number, card and name in one week; same habits, identity and mail, the old device lingers.',sess=gen(p,0,d)); s=gen(p2,d+n_(0,3),ND)
    for x in s:
        if x[0]<(d+12)*1440 and R.random()<.35 or R.random()<.03: x[2]=old
    a.sess+=s
    for x in a.tokx:
        if x[0]=='payment': x[3]=min(ND,d+u(2,25))
    a.tokx+= [['phone',tok('t'),d+u(-2,6),ND],['payment',tok('p'),d+u(1,20),ND]]; a.tokx.append(['email',a.email,-9999,ND])
    if R.random()<.6: a.pc.append([d+u(0,6),'display_name',name(a.lang),a.name])
    if R.random()<.5: say(a,T(a,['换城市工作了 号码也换了','新公司下班晚 {h}点才能来'],['new city, new job, new number, same noob','moved for work, net works since today']),d+2)
inn('all_changed_move',14,allch)
def guest(k,m):
    h=person(sched='free'); n=h.home; c=dev('console'); h.devs.append([c,.6,0,ND]); A_(h,k,'Host of a guest room whose console guests use with their own accounts.')
    for _ in range(m): p=life(person(far(h.region))); d=n_(2,70); alt(p,d,d+n_(2,5),.9,[c,p.devs[0][0]],[hn(n,d)],[h.region]); A_(p,k,'A guest who logged in for some days at a rented room\'s console.')
grp('guest_room',9,(4,5),guest)
def office(k,m):
    r=pickreg(); n=net(); rr=far(r)
    for _ in range(m): p=life(person(r,'worker')); p.comp=max(p.comp,u(0,.2)); alt(p,0,ND,u(.2,.5),None,[n],[rr],ch([True,False]),peaks=[(12.7,.4,.8),(16,2,.2)]); A_(p,k,'Lunch games behind an office proxy that leaves in another region.')
grp('office_proxy',12,(5,7),office)
def priv(k):
    p=life(person()); dv=[dev('browser') for _ in range(150)]; alt(p,n_(0,20),ND,u(.5,1),dv); 
    if R.random()<.3: alt(p,0,ND,.3,dv,[VPN[0][0],VPN[4][0]],[VPN[0][1],VPN[4][1]])
    A_(p,k,'A privacy browser makes a new device each time; network, hours and payer stay.')
inn('privacy_browser',13,priv)
def living(k,m):
    r=pickreg(); h=homenet(); c=dev('console'); t=dev('tablet'); py=tok('p')
    for i in range(m): p=life(person(r,ch(['worker','child','student','free']),home=h,devs=[[c,u(.4,1.2),0,ND],[t,u(.1,.4),0,ND]]+([[dev('phone'),.6,0,ND]] if R.random()<.7 else []))); A_(p,k,'One of a family on the living-room console; each on an own account.',pay=py if R.random()<.7 else 0,adult=p.sched!='child')
grp('living_room',14,(3,5),living)
def trav(k):
    p=person(sched=ch(['worker','free'])); d=0
    while d<70:
        d+=n_(1,6); n=n_(2,7); trip(p,d,n,rate=u(.6,1.3)); d+=n
    A_(p,k,'Travels for work: new hotel and region each week, same pocket devices.')
inn('travelling_worker',15,trav)
def comm(k):
    p=life(person()); r=near(p.region) if R.random()<.6 else far(p.region); n=net(); pc=dev('pc'); s=n_(0,4)
    for d in range(s,ND,7): alt(p,d,d+n_(2,4),1,[pc,p.devs[0][0]],[n],[r],rate=1.1,tz=TZ[r])
    A_(p,k,'Lives in two cities by weekly rhythm, with a fixed machine in each and one phone.')
inn('two_city_commuter',14,comm)
def stu(k):
    p=life(person(sched='student')); r=far(p.region); n=net(); pc=dev('pc'); d=n_(0,5)
    while d<ND: e=d+n_(2,3); alt(p,d,e,1,[pc,p.devs[0][0]],[n],[r]); d=e+n_(10,20)
    alt(p,38,38+n_(10,22),1,[pc,p.devs[0][0]],[n],[r],rate=1.3); A_(p,k,'A student between dorm and parents\' home with a family computer there.')
inn('student_home_dorm',13,stu)
def helper(k):
    p=person(sched='free'); q=person(p.region,'worker',home=p.home if R.random()<.5 else None); a=A_(p,k,'A disabled player whose known helper does hard parts for free from a fixed device nearby.'); s=gen(q,0,ND,u(.15,.5),dm=25)
    a.sess+=s; a.sess.sort()
    for _ in range(n_(0,2)): say(a,T(a,['我手不好 难的关我弟帮我过','帮我点下日常 今天手疼'],['my hands are bad today, my sister does the boss part','my carer helps with the fast bits']))
    if R.random()<.5: own(q,'helper_own_account','The helper\'s own account.',.4)
inn('disabled_helper',10,helper)
def coach(k):
    p=life(person()); c=A_(life(person(far(p.region))),'coach_account','A coach who watches and advises; never logs in to pupils\' accounts.'); a=A_(p,k,'Pays a coach who only watches; better results by learning, all on own devices.'); d=n_(8,40); a.wseg.append((d,ND,u(.04,.16)))
    for i in range(n_(2,6)): x=u(d,ND); say(a,T(a,['教练今晚{h}点看我打','钱转了 下节课周三?','你看录像 我打'],['lesson at {h} tonight? you watch, I play','paid for 4 lessons','sent you the replay']),x,'message',c.id); a.acts.append((x*1440,'gift',c.id))
    for i in range(n_(1,3)): say(c,T(c,['你自己打 我说','不代打 只教'],['I dont boost, I only coach','share your screen, I will talk you through']),u(d,ND),'message',a.id)
inn('coached_pupil',10,coach)
def second(k):
    p=life(person()); q=life(person(p.region if R.random()<.5 else None)); d=n_(10,60); x=dev(ch(['phone','console','pc'])); p.devs.append([x,1.2,0,d]); q.devs.append([x,1.2,d+n_(2,9),ND]); A_(p,k,'Sold a device, not the account; plays on with another.'); A_(q,k,'Bought a used device that another account was on before.')
inn('second_hand_device',7,second)
def newp(k):
    p=life(person()); p.devs=[[dev('phone'),1,0,ND]]; d=n_(10,65); newphone(p,d); a=A_(p,k,'A new phone, nothing else changes.'); 
    if R.random()<.4: a.att.append(['real_name','pass','adult',d+.5])
inn('new_phone',13,newp)
def vpnu(k):
    p=life(person()); p.comp=max(p.comp,u(0,.3)); p.devs+= [[dev(ch(['pc','tablet'])),u(.3,1),0,ND]] if len(p.devs)<2 else []; v=R.sample(VPN,n_(2,7))
    for x in v: alt(p,0,ND,u(.05,.35),None,[x[0]],[x[1]])
    A_(p,k,'Uses VPN exits of a common provider on the same devices in the same hours.')
inn('vpn_user',15,vpnu)
def carr(k):
    p=life(person(ch(list(NEAR)))); p.devs=[[dev('phone'),1,0,ND]]; p.mobp=.9; p.jump=u(.25,.6); p.mob=R.sample(MOB[p.region],6)
    if R.random()<.5: r=far(p.region); alt(p,0,ND,u(.1,.4),None,MOB[r][:3],[r])
    A_(p,k,'Only a phone whose carrier leaves the net in varied regions.')
inn('carrier_jump',14,carr)
def shiftw(k):
    p=life(person(sched='shift')); p.wk=u(.5,.9); p.shl=ch([3,4,7]); 
    if R.random()<.5: alt(p,0,ND,.25,None,[net()],None,True)
    A_(p,k,'Rotating shifts: hours wander round the clock on the same devices.')
inn('shift_worker',14,shiftw)
def strm(k):
    p=person(sched=ch(['night','free'])); p.wk=p.we=.9; p.dm=u(160,300); p.mu=u(1,2.5); alt(p,*(lambda d:(d,d+2))(n_(5,70)),1,rate=1.1,peaks=[(10,2,.3),(16,2,.3),(23,2,.4)])
    if R.random()<.5: trip(p)
    a=A_(p,k,'A streamer with very long days, live on the record.')
    for _ in range(n_(4,20)): say(a,T(a,['直播中 冲{r}','今天24小时挑战','水友赛 来'],['live now, road to {r}','24h challenge today','viewer games, join']),None,'live')
inn('streamer_long',11,strm)
def coup(k):
    r=pickreg(); same=R.random()<.5; p=life(person(r)); q=life(person(r,home=p.home) if same else person(near(r)))
    for x,y in((p,q),(q,p)):
        if same: alt(x,0,ND,u(.1,.3),[y.devs[-1][0]])
        else:
            for d in range(n_(4,5)+ch([0,7]),ND,14): alt(x,d,d+3,.8,[x.devs[0][0],y.devs[-1][0]],[hn(y.home,d)],[y.region])
        A_(x,k,'A couple who log in their own accounts on each other\'s devices.')
inn('couple',7,coup)
def asked(k):
    p=life(person()); a=A_(p,k,'Asked about or offered a sale or rental, but nothing changed hands: devices, hours and contacts go on.'); d=n_(10,65)
    if R.random()<.5: say(a,T(a,['出号 有人要吗 {r}','退坑 想卖号'],['thinking of selling this acc, {r}, offers?','FS maybe']),d,'listing',None,T(a,['出号?'],['FS?']),R.random()<.6)
    for _ in range(n_(1,3)): say(a,T(a,['这号能卖多少','算了不卖了 舍不得','租出去一晚多少钱啊','平台说违规 不弄了','有人问我代练 我没理'],['how much could i get for this?','nah, keeping it','someone asked to rent it, told him no','rules say no selling so forget it','boosters keep dming me, not interested']),d+u(-3,4))
    if R.random()<.4: p.off.append((d,d+9)); a.sess=gen(p)
inn('asked_not_sold',15,asked)
def twoh(k):
    p=person(sched='child'); r=near(p.region); n=net(); c=dev('console'); t=dev('tablet')
    for d in range(n_(3,5),ND,ch([7,14])): alt(p,d,d+n_(2,4),1,[c,p.devs[0][0]] if R.random()<.7 else [c],[n],[r])
    a=A_(p,k,'A child of parents who live apart: two homes, two consoles, one player.',adult=False); a.tokx+= [['payment',tok('p'),u(-90,20),ND]] if R.random()<.6 else []
inn('two_homes_child',10,twoh)
def remote(k):
    p=life(person()); pc=dev('pc')
    if R.random()<.6: trip(p)
    a=A_(p,k,'Own computer at home runs an idle farm or remote play while the owner is out with a phone, so sessions overlap in two places.'); h=p.home
    for d in range(n_(0,30),ND):
        if R.random()<.6: s=(d*24+u(7,10)-p.tz)*60; a.sess.append([s,s+u(200,600),pc,hn(h,d),p.region])
inn('remote_play_self',10,remote)
def emig(k):
    p=person(); d=n_(15,60); r=ch([x for x in ALLR if abs(TZ[x]-p.tz)>2]); alt(p,d,ND,1,[x[0] for x in p.devs if DT[x[0]] in PORT] or [p.devs[0][0]],[net()]+R.sample(MOB[r],2),[r],tz=TZ[r]); a=A_(p,k,'Moved abroad with the same device; hours shift with the zone.'); 
    if R.random()<.6: a.tokx.append(['phone',tok('t'),d+u(0,9),ND])
inn('moved_abroad',11,emig)
def jump(k):
    p=life(person()); d=n_(10,55); L=n_(5,20); p.off.append((max(0,d-n_(5,10)),d)); alt(p,d,d+L,1,[dev('pc')]+[x[0] for x in p.devs[:1]],rate=2.5,peaks=[(12,2,.3),(17,2,.3),(23,1.5,.4)]); a=A_(p,k,'Time off and a new computer: long days and a real jump in wins, all from home.'); a.wseg.append((d,d+L,u(.08,.2)))
inn('holiday_grind',12,jump)
def hij(k):
    p=life(person()); a=A_(p,k,'Stolen for a short while and recovered by the holder; a victim, no sharing.'); d=n_(5,65); t=person(far(p.region)); b=block(t,d,u(0,24),u(.5,4)); a.sess+=b; clear(a,b[-1][1]+4,b[-1][1]+n_(1,4)*1440,0); a.pc.append([b[0][0]/1440+.01,'display_name',a.name,name('en')])
    say(a,T(a,['号被盗了 刚找回','谁登我号 钱没了'],['got hacked, support gave it back','someone was on my account, changed the password']),b[-1][1]/1440+u(2,5),'post')
inn('hijacked_recovered',8,hij)
def um(k):
    p=person(); d=n_(2,42); ev=R.sample(range(9),n_(2,4)); notes=[]
    a0=lambda lo,hi:(lambda s:(s,s+n_(lo,hi)))(d+n_(0,24))
    for e in ev:
        s,t=a0(2,10)
        if e==0: trip(p,s,t-s,rate=u(.5,1.5)); notes.append('a trip')
        elif e==1: alt(p,s,t,1,[dev('phone')]); notes.append('a borrowed phone')
        elif e==2: n,ds=cafe(p.region); alt(p,s,t,.8,ds,[n],rate=1.5); notes.append('cafe nights')
        elif e==3: v=R.sample(VPN,2); alt(p,s,t,.7,None,[x[0] for x in v],[ch(v)[1]]); notes.append('a VPN trial')
        elif e==4: alt(p,s,t,1,rate=2.5,peaks=[(13,3,.5),(25,2,.5)]); notes.append('odd hours')
        elif e==5: newphone(p,s) ; notes.append('a new phone')
        elif e==6: r=near(p.region); alt(p,s,t,.9,[dev('pc'),p.devs[0][0]],[net()],[r],rate=1.4); notes.append('a stay with friends')
        elif e==7: p.off.append((s,s+n_(6,16))); notes.append('a pause')
        else: p.home=sorted(p.home+[(s,net())]); notes.append('a move')
    a=A_(p,k,'An ordinary player with an unusual month: '+', '.join(notes)+'.')
    if R.random()<.3: a.wseg.append((d,d+20,u(.05,.15)))
    if R.random()<.3: a.tokx.append(['payment',tok('p'),d+u(0,20),ND])
    if R.random()<.2: a.pc.append([d+u(0,20),'display_name',name(a.lang),a.name])
inn('unusual_month',60,um)
def trader(k):
    p=life(person()); a=A_(p,k,'Lists in-game goods often, never the account or time on it.')
    for _ in range(n_(3,15)): say(a,T(a,['出材料 {n}组 游戏内交易','卖坐骑 不卖号','收活动道具'],['selling {n} stacks of ore, in game trade','spare mount for gold','wtb event tokens']),None,'listing',None,T(a,['出材料','交易'],['WTS','trade']))
inn('item_trader',11,trader)
def tborrow(k):
    p=person(sched=ch(['worker','free','student'])); p.devs=p.devs[:1] if DT[p.devs[0][0]]=='phone' else [[dev('phone'),1,0,ND]]
    for d in sorted(R.sample(range(3,72,4),n_(4,8))):
        r=far(p.region)
        if R.random()<.5: n,ds=cafe(r); ds=R.sample(ds,2)
        else: n,ds=net(),[dev('pc')]
        alt(p,d,d+n_(1,3),1,ds+([p.devs[0][0]] if R.random()<.5 else []),[n],[r],rate=1.3,tz=TZ[r] if abs(TZ[r]-p.tz)>1 else None)
    a=A_(p,k,'Travels often and plays on hosts\' or cafe machines there; the home device is silent or along, never in two places.')
    if R.random()<.4: say(a,T(a,['又出差 找个网吧打两把','在朋友家 用他电脑'],['on my mates pc this weekend','touring again, cafe tonight']))
inn('traveller_borrows',12,tborrow)
def train(k):
    p=life(person(sched='worker')); r=near(p.region); x=dev('phone'); d0=n_(0,35); d1=n_(d0+20,77); a=A_(p,k,'Does short daily rounds at one hour on a second own phone during the ride to work in the next region.'); h=u(6.5,8.5)
    for d in range(d0,d1):
        if d%7<5 and R.random()<.9: s=(d*24+h+R.gauss(0,.2)-p.tz)*60; a.sess.append([s,s+R.lognormvariate(math.log(24),.3),x,ch(MOB[r][:3]),r])
inn('train_dailies',11,train)
def ret(k):
    p=person(); p.wk=max(p.wk,.25); d=n_(12,38); g=n_(14,30); old=len(p.devs)
    for x in p.devs: x[3]=d+g
    p.devs.append([dev('phone'),1,d+g,ND]); p.devs+= [[dev('pc'),.8,d+g,ND]] if R.random()<.5 else []
    p.home=sorted(p.home+[(d+g,net())]); p.off.append((d,d+g))
    if R.random()<.5: r=near(p.region); alt(p,d+g,ND,1,None,[net()]+MOB[r][:2],[r])
    if R.random()<.4: alt(p,d+g,ND,1,None,None,None,peaks=[(ch([9,14,23]),1.5,.6),(20,2,.4)])
    a=A_(p,k,'Back after a long break with new machines and a new line; contacts, payer and play stay his.')
    for x in a.tokx: x[3]=ND-u(0,9)
    if not any(x[0]=='phone' for x in a.tokx): a.tokx.append(['phone',a.phone,-9999,ND])
    if R.random()<.4: say(a,T(a,['半年没玩 版本看不懂了','回来了 换了台电脑'],['back after a break, what did i miss','new baby, new flat, finally playing again']),d+g+1)
inn('returned_after_break',12,ret)
# ---- ordinary
c=0
while c<3000:
    m=R.choices([1,2,3,4],[80,12,5,3])[0]; r=pickreg(); h=homenet(); con=dev('console') if m>1 and R.random()<.4 else None; py=tok('p') if m>1 and R.random()<.4 else 0
    for i in range(m):
        p=person(r,home=h,sched=None if i<2 or R.random()<.4 else 'child')
        if r in CN and p.sched=='child': p.sched='cnminor'
        if con: p.devs.append([con,u(.1,.8),0,ND])
        life(p)
        if R.random()<.05: p.off.append((n_(0,65),ND))
        ad=p.sched not in('child','cnminor'); A0=acct(p,'ordinary',0,'An ordinary life on one account.',adult=ad,pay=py if R.random()<.7 else 0,new=n_(1,60) if R.random()<.07 else None); c+=1
        if R.random()<.025: say(A0,T(A0,['出材料','收道具 游戏内','卖两张活动票'],['WTS spare mats','trade tickets in game','selling extra mount']),None,'listing',None,T(A0,['出'],['WTS']))
    if m==1 and R.random()<.04: o=ACC[-1]; acct(p,'ordinary',0,'A second, rarely used account of one ordinary player.',sess=gen(p,rate=u(.1,.4)),ident=o.ident,pay=o.pay if o.haspay else 0,new=n_(1,40) if R.random()<.4 else None); c+=1

# ---------- finish
R.shuffle(ACC)
def sec(t): return t.replace(microsecond=0)
def ts(x): return T0+dt.timedelta(seconds=round(x*60))
US=pa.timestamp('us',tz='UTC')
END=ND*1440
S=[];TK=[];PO=[];PC=[];AT=[];ACT=[];ACTI=[]; AC=[]
ids=[a.id for a in ACC]
for a in ACC:
    a.sess=sorted([s for s in a.sess if 0<=s[0]<END-5]); prev=None
    for s in a.sess: s[1]=min(s[1],END-1)
    for x,y in zip(a.sess,a.sess[1:]):
        if y[0]<x[1] and (x[2]==y[2] or R.random()<.6): x[1]=max(x[0]+1,y[0]-u(0,.4))
    noreg=R.random()<.035 and a.kind not in('rent_rare_quiet','lend_monthly_stranger','split_cost_pool'); nodev=R.random()<.02 and not (a.g and a.kind[:4] in('boos','sold','rent','dail','leve','lend','spli')); nonet=R.random()<.01
    pr,pd,pe=u(0,.05),u(0,.03),u(0,.04)
    dd={}
    for s,e,d,n,r in a.sess:
        S.append((a.id,ts(s),None if R.random()<pe else ts(e),None if nodev or R.random()<pd else d,None if nonet or R.random()<.008 else n,None if noreg or R.random()<pr else r))
        x=dd.setdefault(('device',d),[s,s]); x[1]=s
        x=dd.setdefault(('network',n),[s,s]); x[1]=s
    if R.random()<.85 and not nodev:
        kn=R.random()<.6
        for (k,t),(f,l) in dd.items():
            if k=='network' and (not kn or R.random()<.3): continue
            early=f<4*1440 and R.random()<.8
            TK.append((a.id,k,t,sec(max(a.created,ts(f)-dt.timedelta(days=R.expovariate(1/150)))) if early else ts(f),max(ts(l),ts(f))))
    for k,t,f,l in a.tokx:
        if f>-900: f+=u(0,.5)
        if l>=ND: l=ND-R.expovariate(1/6)
        l=max(0.1,min(l+u(-.3,.3),ND-.02))
        if f>ND-.05: continue
        fs=a.created if f<-900 else max(a.created,T0+dt.timedelta(days=f)); ls=T0+dt.timedelta(days=l)
        TK.append((a.id,k,t,sec(fs),sec(max(fs,ls)) if R.random()<.9 else None))
    # a post falls mostly in or right by a session of the same day
    for at,k,tg,ti,tx,rm in a.posts:
        c=[s for s in a.sess if abs(s[0]/1440-at)<1.2]
        t=at*1440+u(0,200)
        if c and not (isinstance(at,float) and at!=at) and R.random()<.9:
            s=min(c,key=lambda s:abs(s[0]/1440-at)); t=u(s[0],max(s[0]+1,s[1]))
        elif not c and a.sess and k!='listing' and tg is None: s=ch(a.sess); t=u(s[0],s[1])
        t=min(max(t,1),END-1)
        if k=='message' and tg is None and R.random()<.7: tg='thr'+hashlib.md5(f'{a.id}{R.randint(0,3)}'.encode()).hexdigest()[:10]
        PO.append((nid()+nid()[:4],a.id,ts(t),k,tg,ti,tx,None,None,ts(min(END-1,t+u(60,6000))) if rm else None,a.lang if R.random()<.9 else None))
    for at,f,o,n in a.pc: PC.append((a.id,ts(min(END-1,max(1,at*1440))),f,o,n))
    for k,res,ag,at in a.att:
        t=sec(min(max(a.created,T0+dt.timedelta(days=at+u(0,.35))),ts(END-1))); AT.append((a.id,k,res,ag if res=='pass' else 'unknown',t,t+dt.timedelta(days=365) if R.random()<.3 else None,ch(['idcheck-a','idcheck-b','platform'])))
    rank=u(.2,.9); miss=R.random()<.06
    for w in range(ND//7):
        ss=[s for s in a.sess if w*10080<=s[0]<(w+1)*10080]
        if not ss or miss or R.random()<.02: continue
        h=sum(s[1]-s[0] for s in ss)/60; n=pois(min(200,h*2*rank)); wr=a.wr
        for f,t,x in a.wseg:
            ov=sum(1 for s in ss if f<=s[0]/1440<t)/len(ss); wr+=x*ov
        wn=sum(1 for _ in range(n) if R.random()<wr); s0,s1=ts(w*10080),ts((w+1)*10080)
        if n: ACTI+= [(a.id,'ranked_match',n,s0,s1),(a.id,'ranked_win',wn,s0,s1)]
        b=pois(sum(x/4 for f,t,x in a.buy if f<=w*7+3<t))
        if b: ACTI.append((a.id,'purchase',b,s0,s1))
    for _ in range(R.choices([0,2,6,14],[30,30,25,15])[0]):
        if a.sess:
            s=ch(a.sess); o=ch(ids); a.acts.append((u(s[0],s[1]),R.choices(['like','gift','view','report','share'],[50,8,30,4,8])[0],o))
    for t,v,o in a.acts: ACT.append((a.id,ts(min(END-1,t)),v,'obj'+hashlib.md5(f'{o}{int(t)%7}'.encode()).hexdigest()[:10],o))
    st='active'
    last=ts(max([s[0] for s in a.sess])) if a.sess else T0-dt.timedelta(days=u(1,200))
    if last<T0+dt.timedelta(days=50) and R.random()<.2: st=ch(['closed','dormant'])
    if R.random()<.004: st='suspended'
    if last<T0: st=ch(['active','dormant'])
    cr=a.created
    if a.sess and cr>ts(a.sess[0][0]): cr=ts(a.sess[0][0])-dt.timedelta(seconds=R.randint(20,900))
    AC.append((a.id,(ch(ENW)+ch(ENW)+str(R.randint(1,99999))),a.name if R.random()<.97 else None,(ch(['','just here for fun','weekend player','佛系玩家','support main','随缘上线','一切随风']) if not hasattr(a,'bio') else a.bio) or None,a.p.region[:2] if R.random()<.3 else None,'game',sec(cr),st,last if R.random()<.95 else None,pois(20),pois(20),R.random()<.3,a.lang if R.random()<.85 else None))
def w(name,cols,rows,types):
    R.shuffle(rows) if name!='sessions' else rows.sort(key=lambda r:r[1])
    pq.write_table(pa.table({c:pa.array([r[i] for r in rows],type=t) for i,(c,t) in enumerate(zip(cols,types))}),f'{OUT}/{name}.parquet'); print(name,len(rows))
s_=pa.string()
w('accounts','account_id handle display_name bio location kind created_at status last_active_at followers following default_avatar language'.split(),AC,[s_]*6+[US,s_,US,pa.int64(),pa.int64(),pa.bool_(),s_])
w('sessions','account_id started_at ended_at device_token network_token region'.split(),S,[s_,US,US,s_,s_,s_])
w('tokens','account_id kind token first_seen_at last_seen_at'.split(),TK,[s_,s_,s_,US,US])
w('posts','post_id account_id at kind target_id title text url topic removed_at language'.split(),PO,[s_,s_,US]+[s_]*6+[US,s_])
w('profile_changes','account_id at field old new'.split(),PC,[s_,US,s_,s_,s_])
w('attestations','account_id kind result age_band at expires_at provider'.split(),AT,[s_]*4+[US,US,s_])
w('actions','account_id at verb object_id target_account_id'.split(),ACT,[s_,US,s_,s_,s_])
w('activity','account_id verb count since until'.split(),ACTI,[s_,s_,pa.int64(),US,US])
with open(HERE+'/truth.csv','w',newline='',encoding='utf8') as f:
    o=csv.writer(f); o.writerow(['account_id','guilty','kind','why'])
    for a in sorted(ACC,key=lambda a:a.id): o.writerow([a.id,a.g,a.kind,a.why])
