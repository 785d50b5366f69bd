import random, hashlib, unicodedata, csv, os, sys
from datetime import datetime, timedelta, timezone
from collections import Counter
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from words import *
import pyarrow as pa, pyarrow.parquet as pq
R=random.Random(20251201); HERE=os.path.dirname(os.path.abspath(__file__))
U=timezone.utc; ASOF=datetime(2025,12,1,tzinfo=U)
def D(y,m=1,d=1,h=0): return datetime(y,m,d,h,tzinfo=U)
def rd(a,b):
    s=int((b-a).total_seconds()); return a+timedelta(seconds=R.randrange(max(s,1)))
def day0(t): return t.replace(hour=0,minute=0,second=0)
def ago(a,b): return ASOF-timedelta(days=R.uniform(a,b))
T={k:[] for k in 'organisations official_accounts holders accounts follows posts profile_changes sessions attestations activity notices'.split()}
TRUTH={}; ACC={}; used=set(); ids=set(); handles=set(); bags={}
def nid(n=10,pre=''):
    while 1:
        x=pre+''.join(R.choice('0123456789abcdef') for _ in range(n))
        if x not in ids: ids.add(x); return x
def tok(s): return hashlib.sha256(('I1'+s).encode()).hexdigest()
def pick(key,pool):
    b=bags.get(key)
    if not b: b=bags[key]=R.sample(list(pool),len(pool))
    return b.pop()
def asc(s):
    s=unicodedata.normalize('NFKD',s); return ''.join(c for c in s if c.isascii() and c.isalnum()).lower()
MAIN={'CN':dict(lang='zh',tld='.gov.cn',loc='中国'),'GB':dict(lang='en',tld='.gov.uk',loc='United Kingdom'),'US':dict(lang='en',tld='.gov',loc='United States')}
def meta(cc): return MAIN.get(cc) or OTHER[cc]
def lang(cc): return meta(cc)['lang']
def ccs(n):
    out=[]
    for i in range(n):
        out.append('CN' if i%3==0 else (R.choice(['GB','US']) if i%3==1 else pick('occ',list(OTHER))))
    R.shuffle(out); return out
def N(): return R.randint(9,12)
def person(l):
    a,b=PN.get(l,PN['en'])
    if l=='zh': return R.choice(a)+''.join(R.sample(b,R.choice([1,2,2])))
    if l=='ja': return R.choice(a)+R.choice(b)
    if l=='ko': return R.choice(a)+R.choice(b)
    return R.choice(a)+' '+R.choice(b)
def place(cc):
    if cc=='CN': p,s=R.choice(CN_P); return p,s
    if cc=='GB': p=R.choice(GB_P); return p,asc(p)
    if cc=='US': p=R.choice(US_P); return p,asc(p)
    o=OTHER[cc]; i=R.randrange(len(o['P'])); p=o['P'][i]
    return p,(o['S'].split(',')[i] if 'S' in o else asc(p))
def phone(): return R.choice(['12345','0%d-%d'%(R.randint(100,999),R.randint(1000000,8999999)),'+%d %d'%(R.randint(20,99),R.randint(10**7,9*10**7))])
ALI={'公安局':'平安{s}','人民政府':'{s}发布','卫生健康局':'健康{s}','文化和旅游局':'文旅{s}','气象局':'{s}气象','消防救援支队':'{s}消防','教育局':'{s}教育','应急管理局':'{s}应急'}
CNE={'人民政府':'Government','公安局':'Public Security Bureau','卫生健康局':'Health Commission','文化和旅游局':'Culture and Tourism','教育局':'Education Bureau','水务局':'Water Bureau','气象局':'Weather Bureau','人民医院':"People's Hospital",'城市管理局':'Urban Management','应急管理局':'Emergency Bureau','交通运输局':'Transport Bureau','住房和城乡建设局':'Housing Bureau','社会保障局':'HR and Social Security','市场监督管理局':'Market Regulation','民政局':'Civil Affairs','图书馆':'Library','博物馆':'Museum','统计局':'Statistics','税务局':'Tax Bureau','司法局':'Justice Bureau','市役所':'City Office','警察署':'Police','市立病院':'City Hospital','消防本部':'Fire Department','保健所':'Health Center','시청':'City Hall','경찰서':'Police','보건소':'Health Center','소방서':'Fire Station','의료원':'Medical Center'}
def body(cc,name=None,p=None,s=None,us=None):
    for _ in range(400):
        if name is None:
            pp,ss=place(cc)
            if cc=='CN':
                u,uu=R.choice(CN_U).split(':'); nm=pp+u
            else:
                t=R.choice({'GB':GB_U,'US':US_U}.get(cc) or OTHER[cc]['U']); nm=t.format(p=pp); u=t; uu=None
        else: nm,pp,ss,u,uu=name,p,s,name,us
        if (cc,nm) in used and name is None: continue
        break
    else: raise SystemExit('exhausted '+cc)
    used.add((cc,nm)); m=meta(cc); al=[]
    if cc=='CN':
        short=pp[:-1] if len(pp)>2 else pp
        for k,v in ALI.items():
            if nm.endswith(k): al.append(v.format(s=short))
        if R.random()<.3: al.append(asc(ss).title()+' '+next((v for k,v in CNE.items() if nm.endswith(k)),'Office')) 
        if not uu: uu='zf'
    else:
        w=[x for x in nm.replace("'s",'').split() if x[0].isupper()]
        ac=''.join(x[0] for x in w)
        if m['lang'] not in('ja','ko') and len(ac)>2 and R.random()<.6: al.append(ac)
        if R.random()<.2: al.append(next((ss.title()+' '+v for k,v in CNE.items() if nm.endswith(k)),nm.upper()))
        uu=uu or (asc(nm.replace(pp,''))[:12] or R.choice(['info','office','pr']))
        if uu in('','of'): uu='office'
    dom=R.choice([uu+'.'+ss,ss+uu,ss]) if len(uu)<9 else ss+uu[:6]
    return dict(cc=cc,lang=m['lang'],name=nm,p=pp,s=ss,uu=uu,alias=al,domain=dom+m['tld'])
def pair(cc):
    for _ in range(400):
        p,s=place(cc)
        if cc=='CN': a,b=R.choice(CN_R); a,b=p+a,p+b
        else:
            r={'GB':GB_R,'US':US_R}.get(cc) or [x.split('>') for x in OTHER[cc]['R'].split('|')]
            a,b=R.choice(r); a,b=a.format(p=p),b.format(p=p)
        if (cc,a) in used or (cc,b) in used: continue
        return body(cc,a,p,s,None if cc!='CN' else pick('u',['gs','wj','gt','wg','hb','aj'])),body(cc,b,p,s,None if cc!='CN' else pick('u2',['sj','wjw','zr','wl','st','yj']))
    raise SystemExit('pairs exhausted '+cc)
def body_at(cc,p,s):
    ts=[x.split(':') for x in CN_U] if cc=='CN' else [(x,None) for x in ({'GB':GB_U,'US':US_U}.get(cc) or OTHER[cc]['U'])]
    R.shuffle(ts)
    for u,uu in ts:
        nm=p+u if cc=='CN' else u.format(p=p)
        if (cc,nm) not in used: return body(cc,nm,p,s,uu)
    return body(cc)
def office(cc):
    for _ in range(400):
        p,s=place(cc); t=R.choice({'CN':CN_O,'GB':GB_O,'US':US_O}.get(cc,OTHER.get(cc,{}).get('O','')).split('|')); nm=t.format(p=p)
        if (cc,nm) not in used: return body(cc,nm,p,s,R.choice(['mayor','office','team','desk']) if cc!='CN' else R.choice(['xinxiang','fyr','rexian']))
    raise SystemExit('offices '+cc)
def mkorg(b,status='active',opened=None,closed=None,succ=(),keep=False,dom=True,kind='government'):
    oid=nid(9,R.choice(['','','o']))
    opened=opened if opened is not None else (day0(rd(D(1950),D(2012))) if R.random()<.6 else None)
    if closed and not keep and R.random()<.1: closed=None
    doms=[b['domain']] if dom and R.random()<.75 else []
    T['organisations'].append(dict(org_id=oid,name=b['name'],aliases=list(b['alias']),kind=kind,country=b['cc'] if R.random()<.96 else None,status=status,opened_at=opened,closed_at=closed,successor_ids=list(succ),domains=doms,logo_hash=None))
    b['id']=oid; return b
def orgrow(b): return next(o for o in reversed(T['organisations']) if o['org_id']==b['id'])
def hnd(b,tag=''):
    s,u=b['s'],b['uu']
    for _ in range(60):
        h=R.choice([s+u,u+s,s+'_'+u,u+'_'+s,s.title()+u.title(),s+u+R.choice(['gov','official','info','hq','1','24']),R.choice(['gov','the','my'])+s+u])+tag
        h=h[:28]
        if h.lower() not in handles: handles.add(h.lower()); return h
    h=s+u+str(R.randint(100,99999)); handles.add(h.lower()); return h
def say(l,key,**k):
    k.setdefault('t',phone()); k.setdefault('h','—'); k.setdefault('u','')
    tx=pick((l,key),W[l][key]).format(**k).strip()
    r=R.random()
    if r<.12: tx+=' '+R.choice(['📍','☎','|','·'])+' '+(k.get('t') if R.random()<.5 else k.get('p',''))
    elif r<.18: tx=R.choice(['🏛 ','ℹ️ ','▪ ','* '])+tx
    elif r<.23 and len(tx)>2: tx=tx[:-1] if tx[-1] in '.。' else tx+'.'
    return tx
def bsay(b,key,**k): return say(b['lang'],key,n=k.pop('n',b['name']),p=b['p'],u=b['domain'],**k)
def acc(b,kind,viol,why,name,bio,link='none',org=None,h=None,created=None,last=None,akind=None,status='active',url=None,foll=None,npost=None,pstart=None,since=None,until=None,loc=None,sess=None,extra_posts=(),att=None,verified=None,closed_at=None,lang_=None):
    aid=nid(11); l=lang_ or b['lang']
    last=last or ago(.2,25); created=created or rd(D(2010),min(D(2021),last-timedelta(days=60)))
    if created>=last: created=last-timedelta(days=40)
    org=org or b.get('id')
    bdg=verified if verified is not None else (org if link in('badge','both') else None)
    fo=foll if foll is not None else int(R.lognormvariate(7.6,1.6))
    npost=npost if npost is not None else R.randint(2,9)
    if viol!=NONE and link=='none' and name!=b['name'] and b['name'] not in (bio or '') and b['name'] not in name:
        bio=b['name']+R.choice({'zh':['。','，','：']}.get(l,['. ',' - ',': ',' | ']))+(bio or '')
    row=dict(account_id=aid,handle=h or hnd(b),platform=None,display_name=name,bio=bio,location=loc if loc is not None else R.choice([b['p'],b['p'],meta(b['cc'])['loc'],None]),url=url,avatar=None,avatar_hash=None,cover_hash=None,kind=akind or R.choice(['organisation','organisation','organisation','unknown']),created_at=created if R.random()<.95 else None,status=status,closed_at=closed_at,closed_ground=('request' if closed_at else None),closed_for=None,barred_until=None,last_active_at=last if R.random()<.95 else None,followers=fo,following=int(R.lognormvariate(4.5,1)),posts=npost*R.randint(8,90)+R.randint(0,60),listed=fo//R.randint(90,400),verified_org_id=bdg,default_avatar=R.random()<.05,is_private=False,language=l if R.random()<.9 else None)
    T['accounts'].append(row); ACC[aid]=row
    if link in('off','both'):
        T['official_accounts'].append(dict(org_id=org,account_id=aid,since=since if since is not None else (created+timedelta(days=R.randint(0,90)) if R.random()<.8 else None),until=until))
    st=max(created,pstart or last-timedelta(days=R.randint(60,700)))
    ts=sorted(rd(st,last+timedelta(seconds=1)) for _ in range(npost))
    if ts: ts[-1]=last
    pool=PERS.get(l,PERS['en']) if kind in PRIV and kind not in('unofficial_repost','abolished_body_name_now_ads','ex_holder_runs_as_office') else POST.get(l,POST['en'])
    for i,t in enumerate(ts):
        tx=extra_posts[-(len(ts)-i)] if len(ts)-i<=len(extra_posts) else R.choice(pool).format(p=b['p'],n=b['name'],k=R.randint(2,30))
        post(aid,t,tx,l)
    for _ in range(R.randint(1,4) if sess is None else sess):
        t=rd(max(created,last-timedelta(days=200)),last+timedelta(seconds=1)); session(aid,t,'dev'+aid+str(R.randint(0,1)),'net'+(aid if kind in PRIV else (org or aid)),b)
    if att: T['attestations'].append(dict(account_id=aid,kind='organisation',result=att[0],age_band=None,at=att[1],expires_at=att[2],provider=R.choice(['register','custodian-check',None])))
    TRUTH[aid]=(viol,kind,why); return aid
def post(aid,t,tx,l,url=None): T['posts'].append(dict(post_id=nid(13),account_id=aid,at=t,kind='post',target_id=None,title=None,text=tx,url=url,topic=None,removed_at=None,language=l))
def session(aid,t,d,n,b): T['sessions'].append(dict(account_id=aid,started_at=t,ended_at=t+timedelta(minutes=R.randint(2,90)),device_token=tok(d),network_token=tok(n),region=b['cc']))
def chg(aid,t,f,o_,n_): T['profile_changes'].append(dict(account_id=aid,at=t,field=f,old=o_,new=n_))
def holder(b,x,s,u): T['holders'].append(dict(org_id=b['id'],holder=x,since=s,until=u))
def notice(b,t,ti,tx): T['notices'].append(dict(notice_id=nid(8),org_id=b['id'],at=t,title=ti,text=tx,url='https://'+b['domain']+'/n/%d'%R.randint(100,9999)))
def ok():
    t=ago(10,330); r=R.random()
    return ('pass',t,t+timedelta(days=365)) if r<.52 else (('pass',ago(370,450),ago(5,85)) if r<.6 else None)
def stale():
    r=R.random(); t=ago(800,2000)
    return ('pass',t,t+timedelta(days=365)) if r<.35 else (('fail',ago(20,300),None) if r<.5 else None)
def dn(b): return R.choice([b['name']]*4+([R.choice(b['alias'])] if b['alias'] else [])+([b['name']+'官方'] if b['lang']=='zh' else [b['name']]))
def Y(t): return t.strftime('%Y')
def L(): return pick('link',['off','badge','none','none','both','off','badge'])
def ds(t): return t.strftime('%Y-%m-%d')
NONE='none'; ORP='orphaned_institution'; DUP='duplicate_institution'
PRIV={'former_holder_says_former','private_of_present_holder','fan_or_history_project','place_name_only','unofficial_repost','employee_group','parody','abolished_body_name_now_ads','ex_holder_runs_as_office','ordinary'}
def healthy(b,kind='current_account',why=None,**k):
    op=orgrow(b)['opened_at']
    if k.get('created') is None and op and op>D(2009) and op<ASOF-timedelta(days=60) and R.random()<.85: k['created']=rd(op,min(op+timedelta(days=200),ASOF-timedelta(days=50)))
    return acc(b,kind,NONE,why or f"The account that {b['name']} itself runs; the body is active.",k.pop('name',dn(b)),k.pop('bio',bsay(b,'official')),link=k.pop('link',R.choice(['off','off','both','badge'])),att=ok(),**k)
def url(b,p=.5): return 'https://'+R.choice(['','www.'])+b['domain'] if R.random()<p else None

# ---------------- orphaned ----------------
def successor_case(kind,cc,acc_end=None,split=False,chain=False,closed=None,live=None):
    a,b=pair(cc); c=closed or day0(rd(D(2017),D(2025,9,1)))
    mkorg(b,opened=c if R.random()<.8 else D(2000))
    succ=[b['id']]
    if split:
        b2=body_at(cc,a['p'],a['s']); mkorg(b2,opened=c); succ.append(b2['id'])
        if R.random()<.5: healthy(b2,'successor_current')
    mid=None
    if chain:
        mid=body_at(cc,a['p'],a['s']); mid['alias']=[]; c2=day0(rd(D(2013),c-timedelta(days=400))) if c>D(2015) else D(2012)
        mkorg(mid,'merged',closed=c,succ=[b['id']],opened=c2); succ=[mid['id']]; c_a=c2
    else: c_a=c
    mkorg(a,R.choice(['merged','merged','closed']) if not split else R.choice(['closed','merged']),closed=c_a,succ=succ,opened=day0(rd(D(1960),D(2008))))
    return a,b,c_a,mid
for cc in ccs(N()):                                            # 1
    a,b,c,_=successor_case('merged_body_still_live',cc); last=R.choice([ago(1,60),rd(max(c,c),min(c+timedelta(days=300),ago(2,5)))])
    ln=L(); acc(a,until=c if R.random()<.25 else None,kind='merged_body_still_live',viol=ORP,why=f"{a['name']} was merged into {b['name']} on {ds(c)}, yet the account goes on as if the body stood.",name=dn(a),bio=bsay(a,'official'),link=ln,created=rd(D(2010),min(c,D(2019))-timedelta(days=90)),last=last,url=url(a),att=stale())
    if R.random()<.7: healthy(b,'successor_current',f"{b['name']} is the active successor.",url=url(b))
for cc in ccs(N()):                                            # 2
    b=body(cc); c=day0(rd(D(2016),D(2025,8,1))); mkorg(b,'closed',closed=c)
    acc(b,'abolished_no_successor',ORP,f"The register lists {b['name']} as closed ({ds(c)}) with no successor; nobody can answer for the account.",dn(b),R.choice([bsay(b,'official')]*4+[None]),pick('l2',['badge','off','badge','off','both']),until=c if R.random()<.25 else None,created=rd(D(2010),c-timedelta(days=200)),last=R.choice([ago(1,90),c+timedelta(days=R.randint(0,25))]),att=stale(),url=url(b))
for cc in ccs(N()):                                            # 3
    a,b,c,_=successor_case('renamed_old_account',cc)
    h2=hnd(b); acc(a,'renamed_old_account_kept',ORP,f"{a['name']} has been {b['name']} since {ds(c)}; the new name has its own account and the old one still presents itself as the body.",a['name'],bsay(a,'official'),pick('l3',['none','none','badge','off']),created=rd(D(2010),c-timedelta(days=100)),last=R.choice([ago(3,200),c+timedelta(days=R.randint(1,100)) if c<D(2025,6) else ago(2,90)]),url=url(a))
    healthy(b,'successor_current',f"{b['name']} is the body's present account.",h=h2,bio=bsay(b,R.choice(['official','formerly']),o=a['name'],d=Y(c)),created=c+timedelta(days=5) if c<D(2025,7) else c-timedelta(days=30))
for cc in ccs(N()):                                            # 4
    a,b,c,mid=successor_case('chain',cc,chain=True)
    mc=orgrow(mid)['closed_at']
    acc(a,'chain_predecessor',ORP,f"{a['name']} went into {mid['name']} ({ds(c)}), which itself went into {b['name']}; the account still speaks as the first body.",dn(a),bsay(a,'official'),L(),created=rd(D(2009),c-timedelta(days=60)) if c>D(2010) else D(2009,5),last=ago(1,700),att=stale())
    if R.random()<.8: acc(mid,'chain_middle_body',ORP,f"{mid['name']} was merged into {b['name']}; the account of this middle link of the chain is still up as current.",dn(mid),bsay(mid,'official'),pick('l4',['off','badge','none']),created=rd(c,min(D(2022),(mc or D(2020))+timedelta(days=0))) if c<D(2018) else None,last=ago(1,300))
    healthy(b,'successor_current')
for cc in ccs(N()):                                            # 5
    a,b,c,_=successor_case('split',cc,split=True)
    acc(a,'split_body_account',ORP,f"{a['name']} was divided between two successors on {ds(c)}; its account was given to neither and poses as current.",dn(a),bsay(a,'official'),L(),created=rd(D(2010),c-timedelta(days=60)),last=ago(1,500),url=url(a,.3),att=stale())
    if R.random()<.5: healthy(b,'successor_current')
for cc in ccs(N()):                                            # 6 office abolished
    b=office(cc); c=day0(rd(D(2018),D(2025,10,1))); mkorg(b,'closed',closed=c,keep=True); x=person(b['lang']); s=c-timedelta(days=R.randint(300,2500)); holder(b,x,s,c if R.random()<.8 else None)
    acc(b,'office_abolished',ORP,f"The office {b['name']} ended on {ds(c)} and has no successor; its account still presents a sitting holder.",R.choice([b['name'],b['name'],f"{b['name']} {x}"]),bsay(b,'office',x=x),L(),created=max(s,D(2010)),last=R.choice([ago(1,120),c+timedelta(days=R.randint(0,30)) if c<D(2025,10) else c]))
for cc in ccs(N()):                                            # 7 took away
    b=mkorg(office(cc)); x,y=person(b['lang']),person(b['lang']); c=day0(rd(D(2022),D(2025,10,20))); holder(b,x,c-timedelta(days=R.randint(700,2900)),c); holder(b,y,c+timedelta(days=R.choice([0,0,1,14])),None)
    old=b['name']; ob=bsay(b,'office',x=x); nb=R.choice({'zh':['记录生活，谢谢各位老朋友一路相伴','{x}，顾问、讲师，合作私信','新的开始。个人频道']}.get(b['lang'],{'en':['{x}. Speaker, adviser, new chapter','Now writing and consulting. Book me.','{x} for Senate. Donate.','My own channel. Thanks for staying!']}.get(b['lang'],['{x}','{x} – 2026','{x} ✍']))).format(x=x)
    t=c+timedelta(days=R.randint(1,20),hours=R.randint(1,20)); aid=acc(b,'office_account_taken_by_holder',ORP,f"The account of the office {old} was turned into the private page of {x} after the term ended on {ds(c)}; it belongs to the office, now held by {y}.",x,nb,pick('l7',['off','badge','off','both']),created=rd(D(2012),c-timedelta(days=500)),last=ago(1,20),pstart=c-timedelta(days=100),sess=0)
    chg(aid,t,'display_name',R.choice([old,f'{old} {x}']),x); chg(aid,t+timedelta(minutes=R.randint(1,600)),'bio',ob,nb)
    if R.random()<.5: hh=ACC[aid]['handle']; ACC[aid]['handle']=nh=(asc(x) or nid(4,'u'))[:14]+str(R.randint(1,99)); chg(aid,t+timedelta(minutes=7),'handle',hh,nh)
    for _ in range(3): session(aid,rd(c-timedelta(days=150),c),'d0'+aid,'office'+b['id'],b)
    for _ in range(3): session(aid,rd(t,ASOF),'dp'+aid,'home'+aid,b)
for cc in ccs(N()):                                            # 8 ex-holder still runs
    b=mkorg(office(cc)); x,y=person(b['lang']),person(b['lang']); c=day0(rd(D(2021),D(2025,11,1))); holder(b,x,c-timedelta(days=R.randint(400,2900)),c); holder(b,y,c,None)
    aid=acc(b,'ex_holder_runs_as_office',ORP,f"{x} left the office {b['name']} on {ds(c)} (now {y}) and still runs this account in the office's name.",R.choice([f"{x} - {b['name']}",f"{b['name']} {x}",f"{x}（{b['name']}）" if cc=='CN' else x]),bsay(b,'office',x=x),pick('l8',['off','badge','none','none']),created=rd(D(2012),c-timedelta(days=200)),last=ago(1,12),npost=R.randint(4,9))
    if R.random()<.6: healthy(b,'office_current',f"The present holder {y} uses this account of the office.",name=R.choice([b['name'],f"{b['name']} {y}"]),bio=bsay(b,'office',x=y),created=c+timedelta(days=3) if c<D(2025,9) else None,link='off')
for cc in ccs(N()):                                            # 9 office account stuck
    b=mkorg(office(cc)); x,y=person(b['lang']),person(b['lang']); c=day0(rd(D(2019),D(2024,9,1))); holder(b,x,c-timedelta(days=R.randint(400,2000)),c); holder(b,y,c+timedelta(days=1),None)
    aid=acc(b,'office_account_left_behind',ORP,f"{b['name']} passed from {x} to {y} on {ds(c)}; the account has been silent since, still names {x} and contact mail bounces.",R.choice([b['name'],f"{b['name']} {x}"]),bsay(b,'office',x=x),pick('l9',['off','badge','none']),created=rd(D(2012),c-timedelta(days=200)),last=c-timedelta(days=R.randint(0,12),hours=-R.randint(0,5)),att=('fail',ago(10,200),None) if R.random()<.4 else stale())
    if R.random()<.7: T['activity'].append(dict(account_id=aid,verb='contact_bounced',count=R.randint(2,14),since=c,until=ago(2,40)))
for cc in ccs(N()):                                            # 10 custodian gone
    b=mkorg(body(cc)); last=ago(1100,2900)
    aid=acc(b,'custodian_gone_silent',ORP,f"{b['name']} is active, but its account has not been touched since {ds(last)}, the named custodian is gone and mail to the contact comes back.",dn(b),bsay(b,'official'),pick('l10',['off','badge','both']),created=rd(D(2009),last-timedelta(days=100)),last=last,att=('fail',ago(15,250),None) if R.random()<.5 else ('pass',last-timedelta(days=90),last+timedelta(days=275)))
    T['activity'].append(dict(account_id=aid,verb='contact_bounced',count=R.randint(3,22),since=ago(500,900),until=ago(1,60)))
    if R.random()<.5: notice(b,ago(1,200),R.choice(['Weekly notice','公告','Bulletin']) if b['lang']!='zh' else '公告',R.choice(POST[b['lang']]).format(p=b['p'],n=b['name'],k=9))
for cc in ccs(N()):                                            # 11 lapsed domain
    b=body(cc); od=b['domain'].replace(meta(cc)['tld'],R.choice(['.org','.net','.info','-online'+meta(cc)['tld']])); mkorg(b); orgrow(b)['domains']=[b['domain']]; last=ago(800,2600)
    aid=acc(b,'lapsed_domain_silent',ORP,f"The account points to {od}, a domain {b['name']} gave up; silent since {ds(last)}, re-attestation not answered.",dn(b),bsay(b,'official').replace(b['domain'],od),pick('l11',['off','badge','none','both']),last=last,created=rd(D(2009),last-timedelta(days=100)),url='http://'+od,att=R.choice([('fail',ago(15,250),None),('pass',last-timedelta(days=100),last+timedelta(days=265))]))
    if R.random()<.6: T['activity'].append(dict(account_id=aid,verb='contact_bounced',count=R.randint(2,9),since=ago(300,700),until=ago(1,60)))
for cc in ccs(N()):                                            # 12 closed days ago
    b2=None
    if R.random()<.5:
        b,b2=pair(cc); mkorg(b2)
    else: b=body(cc)
    c=D(2025,11,R.randint(8,30)); 
    mkorg(b,('merged' if b2 else R.choice(['closed','closed','active'])),closed=c,succ=[b2['id']] if b2 else [],keep=True)
    acc(b,'closed_days_ago',ORP,f"{b['name']} ended on {ds(c)}, days before the scan; the account still works as the body's without any word of it.",dn(b),bsay(b,'official'),pick('l12',['off','badge','off','both']),last=rd(c,ASOF),url=url(b),npost=R.randint(3,8),att=ok())
EC=list(EMBN)
def embassy(cc):
    for _ in range(200):
        e,z=R.choice(EMB)
        nm=EMBN[cc].format(e=e,q=z)
        if (cc,nm) not in used: return body(cc,nm,z if cc=='CN' else e,asc(e),R.choice(['consulate','mission','cg']))
    raise SystemExit('emb')
def ecc(n): return ['CN' if i%3==0 else (R.choice(['GB','US']) if i%3==1 else R.choice(EC[3:])) for i in range(n)]
for cc in ecc(N()):                                            # 13 mission closed
    b=embassy(cc); c=day0(rd(D(2017),D(2025,9,1))); mkorg(b,'closed',closed=c,keep=True)
    acc(b,'mission_closed',ORP,f"The mission {b['name']} closed on {ds(c)}; the account still offers consular service in its name.",dn(b),bsay(b,'official'),pick('l13',['none','none','badge']),last=ago(5,900) if c<D(2022) else ago(1,30),created=rd(D(2010),c-timedelta(days=90)))
TMP={'zh':['{p}疫情防控指挥部','第{k}届{p}园艺博览会组委会','{p}防汛救灾临时指挥部','{p}拆迁工作专班','{p}创建文明城市办公室'],'fr':['Mission Reconstruction {p}','Comité des Jeux {p}'],'de':['Krisenstab {p}','Aufbaustab Hochwasser {p}'],'es':['Comisión Inundaciones {p}','Oficina del Plan Covid {p}'],'it':['Commissario Alluvione {p}','Comitato Giochi {p}'],'pt':['Comitê Covid {p}','Comissão da Copa {p}'],'nl':['Programmabureau Herstel {p}','Enquêtecommissie {p}'],'pl':['Sztab Powodziowy {p}','Pełnomocnik ds. Szczepień {p}'],'ja':['{p}復興対策本部','{p}博覧会実行委員会'],'ko':['{p} 재난대책본부','{p} 박람회 조직위원회'],'en':['{p} Flood Inquiry','{p} Vaccination Taskforce','{p} Games Organising Committee','Independent Commission on {p} Policing','{p} Brexit Readiness Unit','{p} Recovery Office']}
def tempbody(cc):
    for _ in range(300):
        p,s=place(cc); l=lang(cc); nm=R.choice(TMP.get(l,TMP['en'])).format(p=p,k=R.randint(2,15))
        if (cc,nm) not in used: return body(cc,nm,p,s,(R.choice(['zhb','jz','bgs','zb']) if cc=='CN' else R.choice(['task','office','unit','cmte'])))
    raise SystemExit('tmp')
for cc in ccs(N()):                                            # 14 temporary body ended
    b=tempbody(cc); c=day0(rd(D(2020,6),D(2025,9,1))); mkorg(b,'closed',opened=c-timedelta(days=R.randint(200,1500)),closed=c)
    acc(b,'temporary_body_ended',ORP,f"The mandate of {b['name']} ended on {ds(c)}; the account was neither closed nor marked as an archive.",dn(b),bsay(b,'official'),L(),last=c-timedelta(days=R.randint(0,30)) if R.random()<.6 else ago(2,90),created=c-timedelta(days=R.randint(180,1000)))
ADS={'zh':["低价代办各类证件，加微信详聊","本号转让，有意私信","爆款直播间今晚8点，全场9.9","减肥茶买一送一"],'en':["50% off sneakers, link in bio","This page for sale, DM","Crypto signals group, join now","Cheap flights!! promo code inside"]}
for cc in ccs(N()):                                            # 15 abolished, used for ads
    a,b,c,_=successor_case('ads',cc,closed=day0(rd(D(2016),D(2023))))
    l=a['lang']; acc(a,'abolished_body_name_now_ads',ORP,f"{a['name']} ceased on {ds(c)}; strangers now post advertisements under its name.",dn(a),bsay(a,'official'),pick('l15',['off','badge','none','badge']),last=ago(1,30),npost=R.randint(4,8),extra_posts=R.sample(ADS.get(l,ADS['en']),3),att=stale(),created=rd(D(2010),c-timedelta(days=60)))
for cc in ccs(N()):                                            # 16 mandate ended, no other account
    b=mkorg(body(cc)); u=day0(rd(D(2021),D(2025,10,15)))
    acc(b,'link_withdrawn_still_poses',ORP,f"{b['name']} withdrew its recognition on {ds(u)} and publishes that it has left the service; the account still calls itself official.",b['name'],say(b['lang'],'official',n=b['name'],p=b['p'],u=b['domain']),'off',until=u,last=ago(1,80),created=rd(D(2012),u-timedelta(days=100)))
    notice(b,u+timedelta(days=R.randint(0,10)),{'zh':'关于停用官方账号的公告'}.get(b['lang'],'We have left this service'),{'zh':f"{b['name']}自{ds(u)}起不再在该平台开设账号，任何同名账号均与本单位无关。"}.get(b['lang'],f"{b['name']} no longer runs an account on this service since {ds(u)}."))
# ---------------- duplicates ----------------
def pairkind(kind,cc,b,mainwhy,dupwhy,dupname,dupbio,reg='off',dreg='none',older=None,both=False,**k):
    oldt=rd(D(2011),D(2017)); newt=rd(D(2019),D(2025,8))
    h=hnd(b); dup_old=(R.random()<.3) if older is None else older
    m=acc(b,kind+('' if both else '_main'),DUP if both else NONE,mainwhy,b['name'] if R.random()<.7 else dn(b),bsay(b,'official'),reg,h=h,created=newt if dup_old else oldt,att=ok() if not both else None,url=url(b),last=k.pop('mlast',None))
    d=acc(b,kind,DUP,dupwhy,dupname,dupbio,dreg,created=oldt if dup_old else newt,last=k.pop('last',None) or ago(1,150),url=url(b,.4),**k)
    return m,d
for cc in ccs(N()):                                            # 17 password lost
    b=mkorg(body(cc)); ln=R.choice(['off','badge','both'])
    if R.random()<.6:   # register still names the old one
        l0=ago(300,900); pairkind('password_lost_reopened',cc,b,f"The account the register names for {b['name']}; its password is lost, so the fault lies with the second.",f"{b['name']} opened this second account after losing the password of the first, which is still live and registered.",dn(b),bsay(b,'lost'),reg=ln,older=False,mlast=ago(30,400))
    else:
        m,d=pairkind('password_lost_reopened',cc,b,f"The account {b['name']} opened anew and put on the register.",f"{b['name']} lost the password of this older account and runs a registered new one; the old stays live in the same name.",dn(b),bsay(b,'official'),reg='off',older=True,last=ago(300,1000))
        ACC[m]['bio']=bsay(b,'lost')
        notice(b,ago(20,280),{'zh':'启用新账号公告'}.get(b['lang'],'Our new account'),{'zh':f"因密码遗失，{b['name']}启用新账号@{ACC[m]['handle']}。"}.get(b['lang'],f"We cannot sign in to our earlier account. Follow @{ACC[m]['handle']}."))
for cc in ccs(N()):                                            # 18 unverified double
    b=mkorg(body(cc)); pairkind('unverified_double',cc,b,f"The verified account of {b['name']}.",f"A second, unverified account of {b['name']} in the same name for the same purpose, beside the verified one.",dn(b),bsay(b,'official'),reg=R.choice(['both','badge']),older=None)
for cc in ccs(N()-3):                                            # 19 both linked
    b=mkorg(body(cc)); w=f"{b['name']} has two live registered accounts with the same purpose and audience; one too many, the unit must choose."
    pairkind('two_registered_same_purpose',cc,b,w,w,R.choice([b['name'],dn(b)]),bsay(b,'official'),reg='off',dreg=R.choice(['off','badge','both']),both=True)
for cc in ccs(N()-4):                                            # 20 three of one
    b=mkorg(body(cc)); m,d=pairkind('three_accounts_of_one_unit',cc,b,f"The registered account of {b['name']}.",f"One of two further live accounts of {b['name']} that serve no purpose of their own.",dn(b),bsay(b,'official'),reg='off')
    acc(b,'three_accounts_of_one_unit',DUP,f"One of two further live accounts of {b['name']} that serve no purpose of their own.",b['name'],bsay(b,'official'),R.choice(['none','none','badge']),created=rd(D(2015),D(2025)),last=ago(1,300))
for cc in ccs(N()):                                            # 21 alias double
    for _ in range(50):
        b=body(cc)
        if b['alias']: break
    if not b['alias']: b['alias']=[b['name']+' '+meta(cc)['loc']]
    mkorg(b); pairkind('alias_double',cc,b,f"The registered account of {b['name']}.",f"Runs under “{b['alias'][0]}”, a register alias of {b['name']}, with the same content for the same public as the registered account.",b['alias'][0],bsay(b,'official'),reg=R.choice(['off','both']))
for cc in ccs(N()-2):                                            # 22 office duplicate
    b=mkorg(office(cc)); x=person(b['lang']); s=day0(rd(D(2021),D(2025,5))); holder(b,x,s,None)
    if R.random()<.5: holder(b,person(b['lang']),s-timedelta(days=1400),s)
    m,d=pairkind('office_double',cc,b,f"The registered account of the office {b['name']}, held by {x}.",f"New staff opened a second account for the office {b['name']}, though the registered one is in use.",R.choice([b['name'],f"{b['name']} {x}"]),bsay(b,'office',x=x),reg='off',older=False)
    ACC[m]['bio']=bsay(b,'office',x=x)
for cc in ccs(N()-3):                                            # 23 twin cross-posting, not linked
    b=mkorg(body(cc)); w=f"Two live accounts in the name of {b['name']}, neither on the register, publish the same texts on the same days for the same public."
    m,d=pairkind('cross_posting_twins',cc,b,w,w,b['name'],bsay(b,'official'),reg='none',dreg='none',both=True,older=False,npost=1)
    for p_ in [p for p in T['posts'] if p['account_id']==m and p['at']>(ACC[d]['created_at'] or D(2025,8))]: post(d,min(p_['at']+timedelta(minutes=R.randint(1,200)),ASOF-timedelta(minutes=1)),p_['text'],b['lang'])
    lp=max([p['at'] for p in T['posts'] if p['account_id']==d]+[D(2010)])
    if ACC[d]['last_active_at'] and lp>ACC[d]['last_active_at']: ACC[d]['last_active_at']=lp
# ---------------- innocents ----------------
for cc in ccs(12):                                           # closing soon
    b2=None
    if R.random()<.6: b,b2=pair(cc); mkorg(b2,opened=D(2026,1,1) if R.random()<.5 else None)
    else: b=body(cc)
    c=R.choice([D(2025,12,2),D(2025,12,5),D(2025,12,15),D(2025,12,31),D(2026,1,1),D(2026,1,1),D(2026,4,1)])
    mkorg(b,R.choice(['active','active','active','merged' if b2 else 'closed']),closed=c,succ=[b2['id']] if b2 else [],keep=True)
    acc(b,'closing_soon_not_yet',NONE,f"{b['name']} ends only on {ds(c)}, after the scan; until then this is its account.",dn(b),bsay(b,'official'),pick('li1',['off','badge','both']),last=ago(.1,9),url=url(b),att=ok())
for cc in ccs(N()):
    a,b,c,_=successor_case('x',cc); healthy(b,'successor_keeps_old_name_in_bio',f"Account of the active successor {b['name']}; the old name {a['name']} stands only as history.",bio=bsay(b,'formerly',o=a['name'],d=Y(c)),link=pick('li2',['off','none','badge']))
for cc in ccs(N()):
    a,b,c,_=successor_case('x',cc); h2=hnd(b); healthy(b,'successor_current',h=h2)
    acc(a,'archive_labelled',NONE,f"{a['name']} ended on {ds(c)}; the account says so itself and is kept read-only as a record.",R.choice([a['name'],a['name']+{'zh':'（存档）','en':' (archive)'}.get(a['lang'],' [archive]')]),bsay(a,'archive',d=Y(c),o=b['name'],h=h2),pick('li3',['off','badge','none']),last=c+timedelta(days=R.randint(0,20)) if c<D(2025,8) else c,created=rd(D(2010),c-timedelta(days=60)))
SEA={'zh':['{p}第七次人口普查办公室','{p}经济普查办公室','{p}选举工作办公室','{p}扫雪铲冰指挥部'],'en':['{p} Census Office','{p} Electoral Commission','{p} Snow Desk','{p} Boundary Review'],'fr':['Recensement {p}'],'de':['Wahlamt {p}','Winterdienst {p}'],'es':['Junta Electoral de {p}'],'it':['Ufficio Elettorale {p}'],'pt':['Comissão do Censo de {p}'],'nl':['Kiesraad {p}'],'pl':['Komisja Wyborcza {p}'],'ja':['{p}選挙管理委員会'],'ko':['{p} 선거관리위원회']}
CRI={'fr':['Cellule de crise {p}'],'de':['Katastrophenschutz {p}'],'es':['Emergencias {p}'],'it':['Allerta Meteo {p}'],'pt':['Alerta Enchentes {p}'],'nl':['Crisisteam {p}'],'pl':['Centrum Kryzysowe {p}'],'ja':['{p}防災情報'],'ko':['{p} 재난안전상황실'],'zh':['{p}应急广播','{p}防汛抗旱指挥部'],'en':['{p} Resilience Forum','{p} Emergency Information']}
def special(cc,tab):
    for _ in range(300):
        p,s=place(cc); nm=R.choice(tab.get(lang(cc),tab['en'])).format(p=p)
        if (cc,nm) not in used: return body(cc,nm,p,s,R.choice(['alert','emerg','yj' if cc=='CN' else 'ready']) if tab is CRI else R.choice(['pcb','xj'] if cc=='CN' else ['season','vote','desk']))
        if _>100: nm+=' 2'; 
    raise SystemExit('special '+cc)
for cc in ccs(N()):
    b=mkorg(special(cc,SEA)); l0=ago(400,1800); acc(b,'seasonal_quiet',NONE,f"{b['name']} works only in its season or year; silence between is its rhythm and the body is active.",b['name'],bsay(b,'seasonal'),pick('li4',['off','badge','both']),last=l0,created=rd(D(2010),l0-timedelta(days=60)),att=ok())
for cc in ccs(N()):
    b=mkorg(special(cc,CRI)); l0=ago(500,2000); acc(b,'crisis_only_quiet',NONE,f"A stand-by channel of {b['name']}; it speaks only in emergencies and the body is active.",b['name'],bsay(b,'crisis'),pick('li5',['off','badge','both']),last=l0,created=rd(D(2010),l0-timedelta(days=60)),att=ok())
for cc in ccs(5):
    b=mkorg(body(cc)); healthy(b,'branch_head',f"Head account of {b['name']}.",link='off')
    for r in R.sample({'zh':['东街道','西片区','南湖分局','北城所','高新区分局'],'en':['North','South','Harbour Ward','Hill District','Eastside']}.get(b['lang'],['Nord','Sud','Est','Centro','Ovest']) if b['lang'] not in('ja','ko') else ['東','西','北'],2):
        acc(b,'regional_branch',NONE,f"The {r} branch of {b['name']}, an own area of service.",b['name']+({'zh':''}.get(b['lang'],' '))+r,bsay(b,'official',n=b['name']+' '+r),R.choice(['off','off','badge','none']),h=hnd(b,'_'+(asc(r) or R.choice('nsew'))),loc=r+', '+b['p'],att=ok())
CHN={'press':{'zh':'新闻发布','en':'Press'},'jobs':{'zh':'招聘','en':'Jobs'},'emerg':{'zh':'预警','en':'Alerts'}}
for cc in ccs(6):
    b=mkorg(body(cc)); healthy(b,'channel_head',f"Main account of {b['name']}.",link='off')
    for k in R.sample(list(CHN),2):
        acc(b,'channel_of_own_purpose',NONE,f"A channel of {b['name']} for its own purpose ({k}).",b['name']+' '+CHN[k].get(b['lang'],CHN[k]['en']),bsay(b,k),R.choice(['off','off','badge','none']),h=hnd(b,'_'+k))
for cc in ccs(N()):
    b=mkorg(body(cc)); healthy(b,'channel_head',f"Main account of {b['name']}.",link='off')
    lg_,sx=('en','') if b['lang']!='en' else R.choice([('es',' Español'),('fr',' Français'),('zh',' 中文'),('pl',' Polski')])
    nm_=R.choice([b['name']+' English',b['s'].title()+' in English',b['name']]) if lg_=='en' else b['name']+sx
    bi_=bsay(b,'lang') if lg_=='en' else {'es':'{n} en español. Información para vecinos','fr':'Compte en français de {n}','zh':'{n}中文账号，为华人居民服务','pl':'{n} po polsku'}[lg_].format(n=b['name'])
    acc(b,'language_channel',NONE,f"The channel of {b['name']} in another language.",nm_,bi_,R.choice(['off','badge','none']),h=hnd(b,'_'+(lg_ if R.random()<.7 else 'intl')),lang_=lg_)
for cc in ccs(N()):
    a,b,c,_=successor_case('x',cc); ln=R.choice(['off','none','off'])
    aid=healthy(b,'renamed_carried_over',f"The account of {a['name']} was carried over and renamed when the body became {b['name']} on {ds(c)}.",name=b['name'],bio=bsay(b,R.choice(['official','formerly']),o=a['name'],d=Y(c)),link=ln,since=c,created=rd(D(2010),min(D(2017),c)-timedelta(days=50)),h=hnd(R.choice([a,b])))
    chg(aid,c+timedelta(days=R.randint(0,30)) if c<D(2025,8) else c,'display_name',a['name'],b['name'])
    if ln=='off': T['official_accounts'].append(dict(org_id=a['id'],account_id=aid,since=None,until=c))
    if R.random()<.3: ACC[aid]['verified_org_id']=a['id']
for cc in ccs(N()):
    b=mkorg(office(cc)); x,y=person(b['lang']),person(b['lang']); c=day0(rd(D(2017),D(2025,10))); holder(b,x,c-timedelta(days=1300),c); holder(b,y,c,None)
    aid=acc(b,'former_holder_says_former',NONE,f"{x}'s own account, which says that the term as {b['name']} is over.",x,bsay(b,'formerh',d=Y(c)),'none',h=(asc(x) or 'u'+b['s'])[:14]+str(R.randint(1,999)),akind='personal')
    chg(aid,c+timedelta(days=R.randint(0,9)),'bio',b['name'],ACC[aid]['bio'])
    if R.random()<.5: healthy(b,'office_current',f"Account of the office now held by {y}.",bio=bsay(b,'office',x=y),link='off')
for cc in ccs(N()):
    b=mkorg(office(cc)); x=person(b['lang']); holder(b,x,day0(rd(D(2021),D(2025,9))),None); healthy(b,'office_current',f"Account of the office held by {x}.",bio=bsay(b,'office',x=x),link='off')
    acc(b,'private_of_present_holder',NONE,f"A private account of {x}, who holds {b['name']}; not the office's.",x,bsay(b,'privh'),'none',h=(asc(x) or 'u'+b['s'])[:14]+str(R.randint(1,999)),akind='personal')
for cc in ccs(N()):
    b=mkorg(office(cc)); x,y=person(b['lang']),person(b['lang']); c=D(2025,11,R.randint(20,30)); holder(b,x,c-timedelta(days=R.randint(900,2000)),c)
    if R.random()<.6: holder(b,y,D(2025,12,R.randint(2,20)),None)
    acc(b,'office_between_holders',NONE,f"{b['name']} is vacant only since {ds(c)}; the office stands and keeps its account.",b['name'],bsay(b,'office',x=x) if R.random()<.4 else bsay(b,'official'),pick('li8',['off','both','badge']),last=ago(.1,15),att=ok())
for cc in ccs(N()):
    b=mkorg(office(cc)); x,y=person(b['lang']),person(b['lang']); c=day0(rd(D(2020),D(2025,10))); holder(b,x,c-timedelta(days=1400),c); holder(b,y,c+timedelta(days=R.choice([0,1,8])),None)
    t=c+timedelta(days=R.randint(1,12)); f=R.choice(['{b} {x}','{x} | {b}']); nb=bsay(b,'office',x=y)
    aid=healthy(b,'office_handed_to_new_holder',f"The office account of {b['name']} was handed from {x} to {y} and renamed.",name=f.format(b=b['name'],x=y),bio=nb,link=R.choice(['off','both','badge']),created=rd(D(2011),c-timedelta(days=300)),last=ago(.2,8))
    chg(aid,t,'display_name',f.format(b=b['name'],x=x),f.format(b=b['name'],x=y)); chg(aid,t,'bio',bsay(b,'office',x=x),nb)
for cc in ccs(N()-2):
    b=mkorg(office(cc)); x=person(b['lang']); c=day0(rd(D(2022),D(2025,11))); holder(b,x,c-timedelta(days=1460),c); holder(b,x,c+timedelta(days=R.choice([0,2])),None)
    acc(b,'holder_reelected',NONE,f"{x} was confirmed in {b['name']} for a second term on {ds(c)}.",f"{x} {b['name']}",bsay(b,'office',x=x),R.choice(['off','badge','none']),last=ago(.2,12))
for cc in ccs(N()):
    b=body(cc); c=day0(rd(D(2014),D(2020))); o2=day0(rd(D(2021),D(2025,9)))
    if R.random()<.5:
        mkorg(b,'closed',closed=c,keep=True); old=b['id']; mkorg(b,opened=o2); 
        aid=acc(b,'body_reopened',NONE,f"{b['name']} closed on {ds(c)} and was re-opened on {ds(o2)}; the account serves the re-opened body.",dn(b),bsay(b,'official'),R.choice(['off','both']),since=o2,created=rd(D(2010),c-timedelta(days=90)) if R.random()<.5 else None,last=ago(.3,20)); T['official_accounts'].append(dict(org_id=old,account_id=aid,since=None,until=c))
    else:
        mkorg(b,'active',opened=o2,closed=c,keep=True)
        acc(b,'body_reopened',NONE,f"The register keeps the old closing date {ds(c)} of {b['name']}, which was re-opened on {ds(o2)} and is active.",dn(b),bsay(b,'official'),R.choice(['off','badge']),last=ago(.3,20))
GEN=['Ministry of Public Works','Department of Health','National Statistics Office','Ministry of Women and Family','Civil Aviation Authority','Food Safety Authority','Ministry of Trade','National Archives','Coast Guard','Environment Agency','Ministry of Youth','Revenue Service']
for i in range(11):
    if i%3==0:      # same district name in two Chinese cities
        pz,sz=pick('gl',[('鼓楼区','gulou'),('新城区','xincheng'),('城关区','chengguan'),('桥西区','qiaoxi'),('普陀湾区','putuowan')])
        uz,cz=R.choice([('人民政府','zf'),('卫生健康局','wjw'),('城市管理局','cgj'),('水务局','swj'),('民政局','mzj')]); nm=pz+uz
        b=body('CN',nm,pz,sz,cz); c=day0(rd(D(2017),D(2024))); b['alias']=[pick('city',['东陵市','云泽市','望海市','宁川市'])+nm]; mkorg(b,'merged',closed=c,keep=True); z=dict(b); city=pick('city2',['龙津市','海宁市','广源市','桐原市']); z['alias']=[city+nm]; mkorg(z); z['p']=city+pz
        acc(z,'namesake_elsewhere',NONE,f"The active {nm} of {city}; the closed body of that name was another city's.",nm,bsay(z,'official')+' '+city,R.choice(['off','badge']),loc=city,last=ago(.3,10))
    else:
        nm=pick('gen',GEN); c1,c2=R.sample(['GB','US','IN','CA','AU','NG','KE'],2); b=body(c1,nm,meta(c1)['loc'],asc(nm)[:8],'gov'); mkorg(b,'closed',closed=day0(rd(D(2016),D(2025))),keep=True); orgrow(b)['country']=c1
        z=body(c2,nm,meta(c2)['loc'],asc(nm)[:8],c2.lower()); mkorg(z); orgrow(z)['country']=c2
        acc(z,'namesake_elsewhere',NONE,f"{nm} of {c2} is active; the closed body of the same name belonged to {c1}.",nm if R.random()<.6 else nm+', '+z['p'],bsay(z,'official'),R.choice(['off','badge','none']),loc=z['p'],last=ago(.3,10))
def gone(cc):
    if R.random()<.5: a,b,c,_=successor_case('x',cc); return a,c
    b=body(cc); c=day0(rd(D(2015),D(2025))); mkorg(b,'closed',closed=c,keep=True); return b,c
for cc in ccs(12):
    b,c=gone(cc); acc(b,'fan_or_history_project',NONE,f"Private history or fan project about {b['name']}; claims no office.",R.choice([b['name'],b['name']+{'zh':'旧影'}.get(b['lang'],' memories'),'Old '+b['name'] if b['lang']=='en' else b['name']]),bsay(b,'fan',d=Y(c)),'none',akind=R.choice(['personal','unknown','organisation']))
for cc in ccs(12):
    b,c=gone(cc); acc(b,'place_name_only',NONE,f"About the place {b['p']}, not about {b['name']}.",R.choice([b['p'],{'zh':b['p']+'生活','en':b['p']+' Life'}.get(b['lang'],b['p']+' '+R.choice(['❤','foto','365']))]),bsay(b,'place'),'none',h=hnd(dict(b,uu=R.choice(['life','foto','365','eats']))),akind=R.choice(['personal','unknown']))
for cc in ccs(11):
    b=mkorg(body(cc)) if R.random()<.6 else gone(cc)[0]; acc(b,'unofficial_repost',NONE,f"Reposts notices of {b['name']} and says that it is not official.",R.choice([b['name']+{'zh':'资讯','en':' news feed'}.get(b['lang'],' info'),b['p']+' info',b['name']]),bsay(b,'repost'),'none',akind=R.choice(['personal','unknown']))
for cc in ccs(11):
    b=mkorg(body(cc)) if R.random()<.5 else gone(cc)[0]; acc(b,'employee_group',NONE,f"A group of people who work or worked at {b['name']}, not the body.",b['name']+{'zh':R.choice(['工会','老同事','合唱团']),'en':R.choice([' Choir',' Union branch',' Alumni'])}.get(b['lang'],R.choice([' Club',' ☺',' 60+'])),bsay(b,'staff'),'none',akind=R.choice(['unknown','organisation']))
for cc in ccs(11):
    b=mkorg(body(cc)) if R.random()<.5 else gone(cc)[0]; acc(b,'parody',NONE,f"Labelled parody of {b['name']}.",R.choice([b['name'],b['name']+{'zh':'（搞笑版）'}.get(b['lang'],' (parody)'),('Not ' if b['lang']=='en' else '')+b['name']]),bsay(b,'parody'),'none',akind='personal')
for cc in ccs(N()):
    a,b,c,_=successor_case('x',cc); h2=hnd(b); healthy(b,'successor_current',h=h2)
    acc(a,'redirect_labelled',NONE,f"The account of the former {a['name']} openly sends people to its successor {b['name']}.",R.choice([a['name'],a['name']+' →']),bsay(a,'redirect',o=b['name'],h=h2),pick('li9',['off','badge','none']),last=R.choice([c,c+timedelta(days=9)]) if c<D(2025,8) else c,created=rd(D(2010),c-timedelta(days=60)),extra_posts=['→ @'+h2])
for cc in ccs(N()-1):
    a,b,c,_=successor_case('x',cc); ca=c+timedelta(days=R.randint(1,200)) if c<D(2025,4) else c+timedelta(days=3)
    acc(a,'already_closed_account',NONE,f"The account of the merged {a['name']} was itself closed on {ds(ca)}; nothing is left to settle.",a['name'],bsay(a,'official'),pick('li10',['off','badge']),status='closed',closed_at=ca,last=c,created=rd(D(2010),c-timedelta(days=60)))
for cc in ccs(N()-1):
    b=mkorg(body(cc)); l0=ago(900,1800); aid=acc(b,'never_posts_but_kept',NONE,f"{b['name']} seldom posts, but its custodian is attested and signs in; the account is in hand.",dn(b),bsay(b,'official'),R.choice(['off','both']),last=l0,npost=3,created=rd(D(2010),l0-timedelta(days=60)))
    ACC[aid]['last_active_at']=ago(1,40); t=ago(20,300); T['attestations'].append(dict(account_id=aid,kind='organisation',result='pass',age_band=None,at=t,expires_at=t+timedelta(days=365),provider='register'))
    for _ in range(4): session(aid,ago(1,90),'dv'+aid,'net'+b['id'],b)
for cc in ccs(N()-2):
    a,b,c,_=successor_case('x',cc); aid=healthy(b,'shared_by_two_bodies',f"Joint account of {b['name']} and the late {a['name']}; the living body runs it.",name=b['name'] if R.random()<.5 else b['name']+' / '+a['name'],link='off'); T['official_accounts'].append(dict(org_id=a['id'],account_id=aid,since=None,until=None if R.random()<.5 else c))
for cc in ccs(N()-1):   # replaced double already closed
    b=mkorg(body(cc)); healthy(b,'current_account',link='off'); ca=rd(D(2021),D(2025,9)); acc(b,'earlier_double_closed',NONE,f"An earlier account of {b['name']}, closed on {ds(ca)}; only one is live.",dn(b),bsay(b,'official'),R.choice(['none','off']),until=ca,status='closed',closed_at=ca,last=ca-timedelta(days=20),created=rd(D(2012),D(2018)))
# background: plain official accounts and bodies without any account
for cc in ccs(150):
    b=mkorg(body(cc) if R.random()<.85 else office(cc))
    if b['name'].startswith(('Mayor','Maire')) or b['uu'] in('mayor','office','fyr') and R.random()<.6: holder(b,person(b['lang']),day0(rd(D(2020),D(2025,6))),None)
    if R.random()<.8: healthy(b,'ordinary_official',url=url(b),last=ago(.1,120))
for cc in ccs(60): gone(cc)
# ordinary people
allccs=ccs(1500)
for cc in allccs:
    p,s=place(cc); l=lang(cc); x=person(l); b=dict(cc=cc,lang=l,name=x,p=p,s=asc(x)[:10] or 'u'+s[:6],uu=R.choice(['','_',str(R.randint(1,2025)),s[:4]]),domain='x')
    r=R.random(); nm=x; k='personal'
    if r<.1: nm=R.choice({'zh':['{p}{x}律师','{p}张记火锅','{p}跑团','{p}同城','{x}警官日常']}.get(l,['{p} Bakery','{p} FC','Dr {x}','{x}, {p}','Sheriff {x} (band)'])).format(p=p,x=x); k=R.choice(['professional','organisation','unknown'])
    elif r<.3: nm=asc(x)+str(R.randint(1,99)) if asc(x) else x+R.choice(['～','_','yy','大王'])
    acc(b,'ordinary',NONE,'An ordinary account with no institution.',nm,R.choice(ORDB[l]+['']).format(p=p) if R.random()<.8 else None,'none',org=None,akind=k,npost=R.choice([0,0,1,1,2,3]),created=rd(D(2010),D(2025,6)),last=ago(.1,400) if R.random()<.7 else ago(400,1500),foll=int(R.lognormvariate(5,1.5)),loc=R.choice([p,None,meta(cc)['loc']]),sess=R.choice([0,1]))
# ---------- everyday noise in the same tables ----------
good=[a for a in ACC if TRUTH[a][1] in('ordinary_official','successor_current','channel_head','body_reopened','seasonal_quiet','regional_branch','office_current','closing_soon_not_yet','crisis_only_quiet','never_posts_but_kept','archive_labelled')]
for a in R.sample(good,70): T['activity'].append(dict(account_id=a,verb=R.choice(['contact_confirmed','contact_confirmed','replies','contact_bounced']),count=R.randint(1,3),since=ago(200,700),until=ago(1,90)))
for a in R.sample(good,25): T['activity'].append(dict(account_id=a,verb='replies',count=R.randint(3,400),since=ago(200,700),until=ago(1,20)))
act=[o_ for o_ in T['organisations'] if o_['status']=='active']; cl={'CN':'zh'}
for o_ in R.sample(act,90):
    l=cl.get(o_['country']) or (OTHER[o_['country']]['lang'] if o_['country'] in OTHER else 'en'); tx=R.choice(POST[l]).format(p=o_['name'],n=o_['name'],k=R.randint(2,28))
    T['notices'].append(dict(notice_id=nid(8),org_id=o_['org_id'],at=ago(1,900),title=tx[:14],text=tx,url=('https://'+o_['domains'][0]+'/%d'%R.randint(1,9999)) if o_['domains'] else None))
allm=list(ACC)
for a in R.sample(allm,330):
    r=ACC[a]; f=R.choice(['bio','bio','location','url','display_name']); t=rd(r['created_at'] or D(2016),r['last_active_at'] or D(2025)) if (r['created_at'] or D(2016))<(r['last_active_at'] or D(2025)) else None
    if t is None or TRUTH[a][1]=='office_account_taken_by_holder': continue
    v=r[f]
    if f=='bio': chg(a,t,f,(v or '')[:max(0,len(v or '')-R.randint(2,9))] or None,v)
    elif f=='display_name': chg(a,t,f,(v+R.choice([' ✔','.','💤','!']) if R.random()<.6 else v.upper()),v)
    else: chg(a,t,f,None,v)
for h_ in T['holders']:
    if h_['until'] and R.random()<.08: h_['since']=None
# ---------- follows ----------
A=list(ACC); inst=[a for a in A if TRUTH[a][1]!='ordinary']; org_f=[a for a in A if TRUTH[a][1]=='ordinary']; seen=set()
def fol(a,b):
    if a==b or (a,b) in seen: return
    seen.add((a,b)); c=max(ACC[a]['created_at'] or D(2015),ACC[b]['created_at'] or D(2015)); t=rd(c,ASOF); T['follows'].append(dict(follower_id=a,target_id=b,at=t if R.random()<.9 else None,ended_at=rd(t,ASOF) if R.random()<.04 else None))
for a in org_f:
    for b in R.sample(inst,R.randint(0,4))+R.sample(org_f,R.randint(1,5)): fol(a,b)
for a in inst:
    for b in R.sample(inst,R.randint(0,6)): fol(a,b)
# bios: some empty; dates out of range clipped
for t_,c_ in (('accounts','last_active_at'),('posts','at'),('sessions','started_at'),('profile_changes','at')):
    for r in T[t_]:
        if r[c_] and r[c_]>=ASOF: r[c_]=ASOF-timedelta(minutes=R.randint(1,900))
for r in T['sessions']:
    if r['ended_at']>ASOF: r['ended_at']=None
for r in T['accounts']:
    if r['bio']=='' : r['bio']=None
    for c_ in('created_at','last_active_at','closed_at'):
        if r[c_]: r[c_]=r[c_].replace(microsecond=0)
    if r['created_at'] and r['last_active_at'] and r['created_at']>r['last_active_at']: r['created_at']=None
    if r['status']=='active' and r['last_active_at'] and r['last_active_at']<D(2022) and R.random()<.3: r['status']='dormant'
TS=pa.timestamp('us',tz='UTC'); S=pa.string(); I=pa.int64(); B=pa.bool_(); LS=pa.list_(S)
TY=dict(created_at=TS,closed_at=TS,barred_until=TS,last_active_at=TS,followers=I,following=I,posts=I,listed=I,default_avatar=B,is_private=B,at=TS,ended_at=TS,since=TS,until=TS,started_at=TS,opened_at=TS,removed_at=TS,expires_at=TS,count=I,aliases=LS,successor_ids=LS,domains=LS)
os.makedirs(HERE+'/world',exist_ok=True)
for k,rows in T.items():
    R.shuffle(rows); sch=pa.schema([(c,TY.get(c,S)) for c in rows[0]]); pq.write_table(pa.Table.from_pylist(rows,schema=sch),f'{HERE}/world/{k}.parquet')
with open(HERE+'/truth.csv','w',newline='',encoding='utf-8') as f:
    w=csv.writer(f); w.writerow(['account_id','violation','kind','why']); ks=list(TRUTH); R.shuffle(ks)
    for a in ks: w.writerow([a,*TRUTH[a]])
# ---------- checks ----------
oid={o['org_id'] for o in T['organisations']}; assert len(oid)==len(T['organisations']); assert len(ACC)==len(T['accounts'])
assert len({p['post_id'] for p in T['posts']})==len(T['posts'])
for o_ in T['organisations']: assert set(o_['successor_ids'])<=oid
for t in('official_accounts','holders','notices'): assert all(r['org_id'] in oid for r in T[t]),t
for t in('official_accounts','posts','profile_changes','sessions','attestations','activity'): assert all(r['account_id'] in ACC for r in T[t]),t
assert all(r['verified_org_id'] in oid for r in T['accounts'] if r['verified_org_id'])
assert len({r['handle'].lower() for r in T['accounts']})==len(T['accounts']), 'handles'
dup=Counter((r['org_id'],r['account_id']) for r in T['official_accounts']); print('dup official',[k for k,v in dup.items() if v>1][:3])
for k,r in T.items(): print(k,len(r))
print(Counter(v for v,_,_ in TRUTH.values()))
for k,v in sorted(Counter((v,k) for v,k,_ in TRUTH.values()).items()): print(v,*k)
print('bodies by country',Counter(o['country'] for o in T['organisations']))
