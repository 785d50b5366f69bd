import random, os, csv, re, unicodedata, hashlib
from datetime import datetime, timedelta, timezone, date
import pyarrow as pa, pyarrow.parquet as pq
HERE=os.path.dirname(os.path.abspath(__file__)); W=os.path.join(HERE,'world'); os.makedirs(W,exist_ok=True)
R=random.Random(20251201); U=timezone.utc; ASOF=datetime(2025,12,1,tzinfo=U)
CC={'Nakuru':'KE','Ballarat':'AU','Tamworth':'AU','Lismore':'AU','Carlow':'IE','Kilbride':'IE','Harlan':'US','Oakhurst':'US','Redford':'US','Westmoor':'IN','Dunmere':'IN',
'Celaya':'MX','Xalapa':'MX','Mérida':'MX','Tandil':'AR','Rosario':'AR','Steyr':'AT','Villach':'AT','Winterthur':'CH','Zug':'CH','Namur':'BE','Liège':'BE','Thiès':'SN',
'Aalst':'BE','Ronse':'BE','Viseu':'PT','Évora':'PT','Tomar':'PT','Guarda':'PT'}
L={}
for ln in open(os.path.join(HERE,'packs.txt'),encoding='utf8'):
    ln=ln.rstrip('\n')
    if not ln: continue
    if ln[0]=='@':
        a=ln[1:].split('|'); cur=L.setdefault(a[0],{'cc':a[1:],'T':[]}); continue
    k,rest=ln.split('|',1); v=rest.split('|')
    if k=='T': cur['T'].append(v)
    elif k=='P':
        cur['P']=[(x.split('=')[0],x.split('=')[1] if '=' in x else None) for x in v]
    elif k in('NO',): cur[k]=rest
    else: cur[k]=cur.get(k,[])+(v if k in('x',) else [x for x in v if x])
def fold(s):
    s=s.replace('ł','l').replace('Ł','L').replace('ı','i').replace('ß','ss')
    s=unicodedata.normalize('NFKD',s); return re.sub('[^a-z0-9]','',''.join(c for c in s if not unicodedata.combining(c)).lower())
WT={'zh':25,'en':17,'de':10,'es':9,'fr':9,'it':6,'pt':7,'nl':5,'pl':4,'ja':4,'ko':3,'tr':3}
POOL={}
for l,p in L.items():
    c=[(pl,t) for pl in p['P'] for t in p['T']]; R.shuffle(c); POOL[l]=c
NE='company'
def pick_lang():
    while 1:
        l=R.choices(list(WT),WT.values())[0]
        if len(POOL[l])>3: return l
class U_:  # one unit: place x type
    pass
def unit(l=None, want=None):
    l=l or pick_lang(); i=0
    if want:
        for j,(pl,t) in enumerate(POOL[l]):
            if want(pl,t): i=j;break
    (pl,sl),t=POOL[l].pop(i)
    u=U_(); u.l=l; u.pl=pl; u.sl=sl or fold(pl); u.t=t; u.n=t[0].format(p=pl); u.n2=t[1].format(p=pl)
    u.suf=t[2]; u.kind=t[3]; u.title=t[4]
    u.cc=CC.get(pl) or L[l]['cc'][0]; return u
def sister(u,other=None):
    ps={u.pl}
    j=[k for k,(pl,t) in enumerate(POOL[u.l]) if t is u.t and pl[0] not in ps]
    same=[k for k in j if (CC.get(POOL[u.l][k][0][0]) or L[u.l]['cc'][0])==u.cc]
    if not same: return None
    return unit(u.l, lambda pl,t,x=POOL[u.l][same[0]]: (pl,t)==x)
def person(l):
    p=L[l]; return p['NO'].format(f=R.choice(p['F']),s=R.choice(p['S']))+ (R.choice(['','']) )
def D(a,b):  # random utc time between ISO dates
    a=a if isinstance(a,datetime) else datetime.fromisoformat(a).replace(tzinfo=U)
    b=b if isinstance(b,datetime) else datetime.fromisoformat(b).replace(tzinfo=U)
    return a+timedelta(seconds=R.randrange(max(1,int((b-a).total_seconds()))))
def day(a,b):
    return D(a,b).replace(hour=0,minute=0,second=0)
def iso(d): return d.date().isoformat()
def loc(d,l):
    if l in('zh','ja'): return f'{d.year}年{d.month}月{d.day}日'
    if l=='ko': return f'{d.year}년 {d.month}월 {d.day}일'
    if l=='en': return d.strftime('%-d %B %Y')
    return d.strftime('%d.%m.%Y') if l in('de','pl','tr','nl') else d.strftime('%d/%m/%Y')
used=set(); H=set()
def rid(f):
    while 1:
        x=f()
        if x not in used: used.add(x); return x
hexs=lambda n: ''.join(R.choice('0123456789abcdef') for _ in range(n))
T={k:[] for k in('accounts','organisations','official_accounts','holders','follows','posts','profile_changes','sessions','notices')}
TRUTH=[]; BOUNCE=[]
TLD={'CN':'cn','SG':'sg','GB':'org.uk','US':'org','IE':'ie','IN':'in','AU':'au','KE':'ke'}
EK={'media':'News','school':'College','government':'Authority','nonprofit':'Charity','company':'Company','other':'Club','party':'Party'}
def org(u,name=None,status='active',closed=None,succ=(),opened=None,dom=None,alias=(),cc=None,kind=None,suf=None):
    cc=cc or u.cc; o={'org_id':rid(lambda:'o'+hexs(9)),'name':name or u.n,'kind':kind or u.kind,'country':cc,'status':status,
      'opened_at':opened or day('1948-01-01','2009-06-01'),'closed_at':closed,'successor_ids':[s['org_id'] for s in succ],
      'logo_hash':hexs(64) if R.random()<.5 else None}
    al=list(alias)
    if R.random()<.4: al.append(f"{u.sl.title()} {R.choice([EK[u.kind],u.suf.title()])}")
    if R.random()<.15: al.append((u.sl[:2]+u.suf[:2]).upper())
    o['aliases']=al
    if dom is None: dom=[] if R.random()<.27 else [f"{R.choice(['','','','e-','my'])}{u.sl}{R.choice(['-',''])}{suf or u.suf}.{TLD.get(cc,cc.lower())}"]
    o['domains']=dom
    if R.random()<.13 and not opened: o['opened_at']=None
    T['organisations'].append(o); o['u']=u; return o
def handle(*c):
    base='_'.join(x for x in c if x) if R.random()<.45 else ''.join(x for x in c if x)
    base=fold(base) if R.random()<.5 else re.sub('[^a-z0-9_]','',base)
    for _ in range(60):
        h=base+R.choice(['','','',str(R.randrange(10)),str(R.randrange(100)),'_'+R.choice(['hq','1','info','x','net','page']),str(R.randrange(1950,2024))])
        if h not in H and len(h)>2: H.add(h); return h
    h=base+str(R.randrange(10**5)); H.add(h); return h
def acc(l,hd,dn,bio,kind,created,last,status='active',cc=None,location=None,url=None,badge=None,closed=None,logo=None,fol=None):
    a={'account_id':rid(lambda:str(R.randrange(10**9,10**10))),'handle':hd,'display_name':dn,'bio':bio,'location':location,'url':url,
     'avatar_hash':logo or (hexs(64) if R.random()<.7 else None),'kind':kind,'created_at':created,'status':status,'closed_at':closed,
     'closed_ground':'request' if closed else None,'last_active_at':last,'followers':fol if fol is not None else int(R.lognormvariate(5.5 if kind!='personal' else 4,1.3)),
     'following':int(R.lognormvariate(4,1)),'posts':0,'verified_org_id':badge,'default_avatar':False,'is_private':False,'language':l}
    if a['avatar_hash'] is None and R.random()<.4: a['default_avatar']=True
    T['accounts'].append(a); return a
def truth(a,v,k,why): TRUTH.append([a['account_id'],v,k,why])
O,DU,N='orphaned_institution','duplicate_institution','none'
def fmt(s_,**k): return s_.format(**k)
def line(l,key,**k): return fmt(R.choice(L[l][key]),**k)
SEP={'zh':['。',' ','｜','；'],'ja':['。',' ／ '],'ko':['. ',' | ']}
def biomix(l,main,u=None,extra=.45):
    s=main
    if R.random()<extra and u:
        x=R.choice([y for y in L[l]['x'] if y]).format(p=u.pl); sp=R.choice(SEP.get(l,['. ',' | ',' - ',' \n']))
        s=s+sp+x if R.random()<.75 else x+sp+s
    if R.random()<.12: s=R.choice(['📍','✅','🏛','☎️','👋'])+' '+s
    return s
OFFW={'zh':['官方','官微'],'en':[' (official)',' UK'],'ja':['【公式】'],'ko':[' 공식']}
def dname(n,l,plain=False):
    r=R.random()
    if plain or r<.72: return n
    if r<.8 and l in OFFW and l!='en': return n+R.choice(OFFW[l])
    if r<.86: return n.upper() if l not in('zh','ja','ko','tr') else n
    if r<.93: return R.choice(['🔵 ','★ ',''])+n
    return n.replace(' ','  ',1) if R.random()<.3 else n+R.choice([' ','·'])+R.choice(['HQ','Info','Online'])
def post(a,l,key,num_,s,e,kind='post',**k):
    for _ in range(num_):
        t=D(s,e); T['posts'].append({'post_id':rid(lambda:hexs(12)),'account_id':a['account_id'],'at':t,'kind':kind,'target_id':None,'title':None,
          'text':(line(l,key,**k) or '👍')+R.choice(['','','','',' 🙂',' !',' …']),'url':None,'language':l}); a['posts']+=1
        if a['last_active_at'] is None or t>a['last_active_at']: a['last_active_at']=t
def say(a,text,t,kind='post'):
    T['posts'].append({'post_id':rid(lambda:hexs(12)),'account_id':a['account_id'],'at':t,'kind':kind,'target_id':None,'title':None,'text':text,'url':None,'language':a['language']}); a['posts']+=1
    if t>a['last_active_at']: a['last_active_at']=t
def sess(a,cc,num_,s,e,dev=None,net=None):
    dev=dev or hexs(64); net=net or hexs(64)
    for _ in range(num_):
        t=D(s,e); T['sessions'].append({'account_id':a['account_id'],'started_at':t,'ended_at':t+timedelta(minutes=R.randrange(2,90)),'device_token':dev,'network_token':net,'region':cc})
        if t>a['last_active_at']: a['last_active_at']=t
    return dev,net
def change(a,at,f,old,new): T['profile_changes'].append({'account_id':a['account_id'],'at':at,'field':f,'old':old,'new':new})
def link(o,a,since=None,until=None):
    T['official_accounts'].append({'org_id':o['org_id'],'account_id':a['account_id'],'since':None if R.random()<.2 else since,'until':until})
def hold(o,h,s,u=None): T['holders'].append({'org_id':o['org_id'],'holder':h,'since':s,'until':u})
def notice(o,t,text): T['notices'].append({'notice_id':rid(lambda:'n'+hexs(8)),'org_id':o['org_id'],'at':t,'title':text[:60],'text':text,'url':('https://'+o['domains'][0]+'/n/'+hexs(4)) if o['domains'] else None})
def mode(ws=(.4,.15,.15,.3)): return R.choices(['link','badge','both','name'],ws)[0]
CRE=('2011-01-01','2017-06-01')
RECENT=('2025-08-01','2025-11-30')
def inst(o,n=None,bio=None,m=None,created=None,last=None,posts=(3,7),since='2024-06-01',till='2025-11-30',until=None,url=True,sg=4,dn=None,h=None,status='active',closed=None,key='p'):
    """an account speaking as the body o"""
    u=o['u'];l=u.l;n=n or o['name'];m=m or mode()
    b=bio if bio is not None else (biomix(l,line(l,'o',n=n,p=u.pl),u) if m=='name' or R.random()<.8 else R.choice([None,L[l]['x'][0].format(p=u.pl)]))
    c=created or D(*CRE)
    if o['closed_at'] and o['closed_at']<ASOF and not created and c>o['closed_at']-timedelta(days=300): c=o['closed_at']-timedelta(days=R.randint(320,1400))
    e=D(till,till) if isinstance(till,str) else till
    a=acc(l,h or handle(u.sl,u.suf if R.random()<.9 else ''),dn or dname(n,l,m=='name'),b,R.choices(['organisation','unknown','professional'],[85,12,3])[0],c,last or c,
      status=status,closed=closed,cc=u.cc,location=R.choice([u.pl,u.pl,None]),url=('https://'+o['domains'][0]) if url and o['domains'] and R.random()<.7 else None,
      badge=o['org_id'] if m in('badge','both') else None,logo=o['logo_hash'] if R.random()<.7 else None)
    if a['url'] is None and R.random()<.12: a['url']=f"http{R.choice(['','s'])}://{R.choice([u.sl+R.choice(['','-'])+u.suf+'.'+R.choice(['net','info','org']),'linktree.example/'+u.sl,'pages.example/'+u.suf+u.sl])}"
    if m in('link','both'):
        ls_=max(c,D('2015-01-01','2019-01-01')) if c<D('2019-01-01','2019-01-02') else c
        lim=min([x for x in(o['closed_at'],until) if x] or [ASOF])
        if ls_>=lim: ls_=c+(lim-c)*R.random()
        link(o,a,ls_,until)
    k=R.randint(*posts) if posts[1] else 0
    if k: post(a,l,key,k,max(c,D(since,since)) if isinstance(since,str) else max(c,since),e,n=u.n if key=='mp' else n,p=u.pl,t=u.title)
    if sg: sess(a,u.cc,R.randint(1,sg),max(c,e-timedelta(days=300)),e)
    return a
def mkind(a): return a
def N_(lo=9,hi=13): return range(R.randint(lo,hi))
def current(o,**k):
    a=inst(o,**k); truth(a,N,'current_body',f"Account of {o['name']}, which the register lists as active."); return a
def closing(a='2014-01-01',b='2025-06-01'): return day(a,b)
def after(cl): return max(cl+timedelta(days=5),D('2024-09-01','2024-09-02')) if R.random()<.7 else cl+timedelta(days=5)

OTH={'zh':['SG','MY'],'en':['NZ','ZA','CA'],'de':['LI','LU'],'es':['CO','CL'],'fr':['CA','CI'],'it':['SM','CH'],'pt':['AO','MZ'],'nl':['SR'],'pl':['LT'],'ja':['BR'],'ko':['US'],'tr':['CY']}
# ---------------- guilty: orphaned
for _ in N_(11,14):   # merged body
    while 1:
        u=unit(); v=sister(u)
        if v: break
    cl=closing('2016-01-01','2025-08-01'); jn={'zh':'','ja':'','ko':''}.get(u.l,'-')
    b=org(u,name=u.t[1].format(p=u.pl+jn+v.pl),opened=cl,suf='n'+u.suf); a_=org(u,status='merged',closed=cl if R.random()<.9 else None,succ=[b])
    org(v,status='merged',closed=cl,succ=[b])
    a=inst(a_,since=after(cl),until=cl if R.random()<.2 else None); truth(a,O,'merged_still_current',f"{a_['name']} was merged into {b['name']}"+(f" on {iso(cl)}" if a_['closed_at'] else " (register gives no date)")+"; the account still presents itself as the body.")
    if R.random()<.7: current(b,created=D(cl,max(cl+timedelta(days=60),cl)) if cl<D('2025-09-01','2025-09-01') else None)
for _ in N_(11,14):   # abolished, no successor
    u=unit(); cl=closing(); o=org(u,status='closed',closed=cl)
    a=inst(o,since=after(cl),posts=(0,6),until=cl if R.random()<.15 else None); truth(a,O,'abolished_no_successor',f"{o['name']} is closed since {iso(cl)} without successor; the account still claims to be it.")
    if (a['verified_org_id'] or any(x['account_id']==a['account_id'] for x in T['official_accounts'])) and R.random()<.5: org(u,cc=R.choice(OTH[u.l]))
for _ in N_(8,10):    # closed without date
    u=unit(); o=org(u,status='closed'); a=inst(o,m=mode((.4,.2,.1,.3)),posts=(1,5)); truth(a,O,'closed_no_date_in_register',f"The register lists {o['name']} as closed (date missing); the account still speaks as the body in 2025.")
for _ in N_(11,14):   # renamed, old account left behind
    u=unit(); cl=closing('2015-01-01','2025-07-01'); b=org(u,name=u.n2,opened=cl,alias=[u.n] if R.random()<.4 else [],suf='n'+u.suf); o=org(u,status='merged',closed=cl,succ=[b])
    sil=R.random()<.4
    a=inst(o,since=after(cl) if not sil else '2013-01-01',till='2025-11-30' if not sil else cl,m=mode((.35,.15,.1,.4)),until=cl if R.random()<.2 else None)
    truth(a,O,'renamed_old_account_left',f"{o['name']} has been {b['name']} since {iso(cl)}; the successor has its own account, this one still carries the old name as current.")
    current(b,m=mode((.6,.15,.15,.1)),created=cl+timedelta(days=R.randint(1,40)),since=cl+timedelta(days=41),url=True)
for _ in N_(9,11):    # chain
    u=unit(); c1=day('2012-01-01','2018-01-01'); c2=day('2019-01-01','2025-06-01')
    w={'zh':'联合','ja':'連合','ko':'연합'}.get(u.l)
    n3=(w+u.n2) if w else u.n2+R.choice([' 21',' Plus',' Pro'])
    c=org(u,name=n3,opened=c2,suf='g'+u.suf); b=org(u,name=u.n2,status='merged',closed=c2,succ=[c],opened=c1,suf='n'+u.suf); a_=org(u,status='merged',closed=c1 if R.random()<.85 else None,succ=[b])
    x,cl=R.choice([(a_,c1),(b,c2)]); a=inst(x,created=D('2010-06-01','2011-06-01') if x is a_ else None,since=after(cl)); truth(a,O,'chain_predecessor',f"{x['name']} ended on {iso(cl)}; the line goes {a_['name']} > {b['name']} > {c['name']}, only the last exists.")
    current(c,created=c2+timedelta(days=9),since=c2+timedelta(days=10))
for _ in N_(8,10):    # split
    u=unit(); cl=closing('2016-01-01','2025-05-01'); s=L[u.l]['sl']; sp='' if u.l in('zh','ja') else ' '
    bb=[org(u,name=u.n+sp+x if u.l not in('zh','ja') else u.n+'（'+x+'）',opened=cl,suf=u.suf+str(i+1)) for i,x in enumerate(s)]
    o=org(u,status='closed' if R.random()<.5 else 'merged',closed=cl,succ=bb); a=inst(o,since=after(cl)); truth(a,O,'split_body_undivided_account',f"{o['name']} was split on {iso(cl)} into {bb[0]['name']} and {bb[1]['name']}; the undivided account still claims the old body.")
    if R.random()<.6: current(bb[0],created=cl+timedelta(days=20),since=cl+timedelta(days=21),dn=bb[0]['name'])
for _ in N_(9,11):    # closed in the last weeks
    u=unit(); cl=day('2025-10-20','2025-11-18'); suc=[org(u,name=u.n2,opened=cl,suf='n'+u.suf)] if R.random()<.5 else []
    o=org(u,status='merged' if suc else 'closed',closed=cl,succ=suc); a=inst(o,since=cl+timedelta(days=2),posts=(2,4)); truth(a,O,'closed_weeks_before_scan',f"{o['name']} ceased on {iso(cl)}, before the scan; the account went on announcing business as usual.")
for _ in N_(8,10):    # repurposed
    u=unit(); cl=closing('2015-01-01','2024-06-01'); o=org(u,status='closed',closed=cl); a=inst(o,since=cl-timedelta(days=800),till=cl,created=D('2010-06-01','2012-06-01'),m=mode((.35,.25,.1,.3)))
    post(a,u.l,'sp',R.randint(4,8),cl+timedelta(days=90),'2025-11-28'); sess(a,R.choice(['VN','RU','MY','PK',u.cc]),3,'2025-06-01','2025-11-29')
    truth(a,O,'repurposed_after_closure',f"{o['name']} closed on {iso(cl)}; its account keeps the name and now carries unrelated advertising.")
def office(u,status='active',closed=None):
    own=R.random()<.65; nm=line(u.l,'OF',n=u.n,t=u.title)
    body=org(u)
    if not own: return body,nm
    return org(u,name=nm,status=status,closed=closed,dom=body['domains'],kind=u.kind),nm
def offacc(o,nm,h,bio=None,m=None,**k):
    u=o['u']; dn=k.pop('dn',None) or R.choice([nm,nm,f"{u.title} {u.n}" if u.l not in('zh','ja') else f"{u.n}{u.title}"])
    return inst(o,n=nm,bio=bio if bio is not None else biomix(u.l,line(u.l,'oh',n=u.n,t=u.title,h=h,p=u.pl),u,.25),m=m,dn=dn,h=handle(R.choice([u.sl+u.suf[:4],u.suf+u.sl]),R.choice(['office','ofc','chair','desk','lead'])),**k)
def two(u):
    h1=person(u.l);h2=person(u.l)
    while h2==h1: h2=person(u.l)
    return h1,h2
for _ in N_(10,12):   # taken away
    u=unit(); o,nm=office(u); h1,h2=two(u); e=day('2021-06-01','2025-09-15'); hold(o,h1,day('2014-01-01','2019-01-01') if R.random()<.8 else None,e); hold(o,h2,e+timedelta(days=R.choice([1,1,14,45])))
    at=e+timedelta(days=R.randint(3,60),hours=R.randint(6,20)); dn0=nm; dn1=R.choice([h1,h1,h1+R.choice([' 🎙','',' ✍️'])])
    a=offacc(o,nm,h1,bio=line(u.l,'mi',h=h1,p=u.pl),m=mode((.55,.25,.2,0)),dn=dn1,since='2018-01-01',till=e,sg=0,url=False)
    change(a,at,'display_name',dn0,dn1); change(a,at+timedelta(minutes=4),'bio',line(u.l,'oh',n=u.n,t=u.title,h=h1),a['bio'])
    if R.random()<.6:
        new=handle(fold(h1) or 'user'+hexs(4),R.choice(['','live','talks'])); change(a,at+timedelta(minutes=9),'handle',a['handle'],new); a['handle']=new
    post(a,u.l,'op',R.randint(2,5),at,'2025-11-29',p=u.pl); sess(a,u.cc,3,at,'2025-11-29')
    truth(a,O,'office_account_taken_away',f"Account of the office {nm}; {h1} left on {iso(e)}, {h2} followed, and on {iso(at)} the account was turned into {h1}'s own.")
for _ in N_(11,13):   # still run by former
    u=unit(); o,nm=office(u); h1,h2=two(u); e=day('2022-01-01','2025-10-10'); hold(o,h1,day('2013-01-01','2019-01-01'),e); hold(o,h2,e+timedelta(days=R.choice([0,1,30])) if R.random()<.9 else None)
    a=offacc(o,nm,h1,since=e+timedelta(days=8),key='mp',m=mode((.4,.15,.15,.3))); truth(a,O,'office_run_by_former_holder',f"{h1}'s term in {nm} ended on {iso(e)} and {h2} holds it now, yet the account still speaks as {h1} in office.")
for _ in N_(8,10):    # office abolished
    u=unit(); nm=line(u.l,'OF',n=u.n,t=u.title); cl=closing('2017-01-01','2025-08-01'); org(u); o=org(u,name=nm,status='closed',closed=cl); h1=person(u.l); hold(o,h1,day('2010-01-01','2016-01-01'),cl if R.random()<.8 else None)
    a=offacc(o,nm,h1,since=after(cl),key=R.choice(['mp','p'])); truth(a,O,'office_abolished',f"The office {nm} was abolished on {iso(cl)}; its account goes on as if it existed.")
def gone(kind,off):
    u=unit(); 
    if off: o,nm=office(u); h1,h2=two(u); e=day('2018-01-01','2021-12-01'); hold(o,h1,day('2012-01-01','2016-01-01'),e); hold(o,h2,e+timedelta(days=30))
    else: o,nm=org(u),u.n; e=day('2018-01-01','2022-06-01')
    bio=biomix(u.l,line(u.l,'o',n=nm,p=u.pl),u)
    a=(offacc(o,nm,h1,bio=bio,m=mode((.6,.2,.2,0)),since='2016-01-01',till=e,url=False) if off else inst(o,m=mode((.55,.2,.2,.05)),bio=bio,since='2015-01-01',till=e,url=False))
    a['url']=f"http{R.choice(['','s'])}://{u.sl}{R.choice(['','-'])}{u.suf}.{R.choice(['net','info','org'])}" if R.random()<.65 else None
    if R.random()<.45: BOUNCE.append((a,D('2024-06-01','2025-11-29')))
    for _ in range(R.randint(2,5)): notice(o,D('2024-10-01','2025-11-29'),line(u.l,'p',n=u.n,p=u.pl))
    bn=any(x is a for x,_ in BOUNCE)
    truth(a,O,kind,f"{nm} is active (notices up to 2025) but its account has been silent since {iso(a['last_active_at'])}"+(f", when {h1} left office; {h2} holds it now" if off else "; the person in charge is gone")+(" and it links to a domain that is not in the register" if a['url'] else "")+("; a reader reports that mail to it bounces." if bn else "."))
for _ in N_(9,11): gone('custodian_gone_body',False)
for _ in N_(8,9): gone('custodian_gone_office',True)

# ---------------- guilty: duplicates
def why_reg(x): return x
for _ in N_(10,12):   # password lost
    u=unit(); o=org(u); c2=D('2020-01-01','2025-08-01'); old=inst(o,m='link' if R.random()<.2 else mode((0,.1,0,.9)),bio=line(u.l,'o',n=o['name'],p=u.pl),till=c2,since='2016-01-01')
    reg=R.random()<.75
    new=inst(o,m='link' if reg else 'name',created=c2,bio=biomix(u.l,line(u.l,'lo',n=o['name']),u,.3),since=c2,dn=o['name'])
    regold=any(x['account_id']==old['account_id'] for x in T['official_accounts']) or old['verified_org_id']
    if reg: truth(new,N,'registered_account_of_pair',f"The account the register names for {o['name']}.") if not regold else truth(new,DU,'password_lost_reopened',f"{o['name']} opened this account on {iso(c2)} after losing the old one; both are live and both are registered.")
    else: truth(new,DU,'password_lost_reopened',f"Opened on {iso(c2)} because the access to the older live account of {o['name']} was lost; same purpose.")
    truth(old,DU,'password_lost_reopened',f"Left open when {o['name']} lost the password; its newer account does the same job.")
for _ in N_(9,11):    # unverified double
    u=unit(); o=org(u); a=current(o,m=mode((.6,.2,.2,0))); b=inst(o,m='name',created=D('2018-01-01','2025-06-01'),since='2025-01-01',dn=o['name']+R.choice(['','',' 2']))
    truth(b,DU,'unverified_double',f"A second, unverified account of {o['name']} with the same purpose beside the registered one ({a['handle']}).")
for _ in N_(5,6):     # both registered
    u=unit(); o=org(u); x=inst(o,m='link'); y=inst(o,m='both',created=D('2018-01-01','2023-06-01'))
    for z in(x,y): truth(z,DU,'both_registered',f"The register names two live general accounts for {o['name']} with no difference of purpose.")
for _ in N_(8,10):    # renamed: carried over + opened anew
    u=unit(); cl=closing('2019-01-01','2025-04-01'); o=org(u,name=u.n2,alias=[u.n],suf='n'+u.suf); a=inst(o,m=mode((.7,0,.3,0)),bio=line(u.l,'o',n=u.n2,p=u.pl)); change(a,cl,'display_name',u.n,a['display_name']); truth(a,N,'renamed_carried_over',f"{u.n} became {u.n2} on {iso(cl)}; the account was renamed with it and is the registered one.")
    b=inst(o,m=mode((0,.25,0,.75)),created=cl+timedelta(days=R.randint(3,90)),since=cl+timedelta(days=91),dn=u.n2); truth(b,DU,'opened_anew_at_rename',f"Second live account of {u.n2}, opened after the renaming although the old account had been carried over.")
for _ in N_(5,6):     # three in turn
    u=unit(); o=org(u); cs=sorted(D('2014-01-01','2025-02-01') for _ in range(3)); xs=[inst(o,created=c,m='link' if i==2 else 'name',since='2024-10-01' if i or R.random()<.5 else c,till='2025-11-30',posts=(1,4),dn=o['name']) for i,c in enumerate(cs)]
    for x in xs[:2]: truth(x,DU,'one_per_press_officer',f"{o['name']} opened an account with each new press officer; this earlier one is still live with the same purpose.")
    truth(xs[2],N,'registered_account_of_pair',f"The account the register names for {o['name']}.")

# ---------------- innocents
for _ in N_():
    u=unit(); d=day('2025-12-03','2026-01-15'); suc=[org(u,name=u.n2,opened=d,suf='n'+u.suf)] if R.random()<.5 else []
    o=org(u,closed=d,succ=suc,status='active'); a=inst(o); t=D('2025-10-15','2025-11-29'); tx=line(u.l,'cl',n=o['name'],d=loc(d,u.l)); notice(o,t,tx); say(a,tx,t+timedelta(hours=2)); truth(a,N,'closes_after_scan',f"{o['name']} exists until {iso(d)}, after the scan.")
for _ in N_():
    u=unit(); cl=closing('2015-01-01','2025-09-01'); b=org(u,name=u.n2,opened=cl,suf='n'+u.suf); o=org(u,status='merged',closed=cl,succ=[b])
    a=inst(b,created=cl,since=cl,bio=u.n2+R.choice([' · ','. ',' | '])+line(u.l,'k',o=u.n)); truth(a,N,'successor_names_predecessor',f"Account of the successor {b['name']}; the old name {o['name']} stands in the bio as the former name.")
for _ in N_(10,13):
    u=unit(); cl=closing(); b=org(u,name=u.n2,opened=cl,suf='n'+u.suf); o=org(u,status='merged',closed=cl,succ=[b]); a=inst(o,bio=line(u.l,'a',n=u.n,s=u.n2),created=D('2010-01-01','2012-01-01'),since=cl-timedelta(days=600),till=cl,until=cl if R.random()<.5 else None,m=mode((.45,.15,0,.4)),dn=u.n+R.choice(['',' [archive]',' (archive)','']))
    truth(a,N,'labelled_archive',f"{o['name']} ended on {iso(cl)}; the account is labelled as an archive and names its successor.")
def special(tk,bk,kind,why,s,e):
    l=pick_lang(); u=unit(l); nm=R.choice(L[l][tk]).format(p=u.pl); used_n=[o['name'] for o in T['organisations']]
    while nm in used_n: u=unit(pick_lang()); l=u.l; nm=R.choice(L[l][tk]).format(p=u.pl)
    o=org(u,name=nm,kind='government',suf=R.choice(['info','svc'])); a=inst(o,bio=biomix(l,line(l,bk,n=nm),u,.2),since=s,till=D(e,e) if isinstance(e,str) else e,posts=(4,9),key='cp' if tk=='cr' else 'p',h=handle(u.sl,R.choice(['info','svc','pub']))); truth(a,N,kind,why.format(n=nm,d=iso(a['last_active_at'])))
for _ in N_(): special('se','sb','seasonal_body','{n} works only in its season (last used {d}); silence between seasons is normal.',R.choice(['2020-10-01','2023-12-01','2024-03-01','2024-11-01']),R.choice(['2025-02-25','2024-07-20','2025-01-10']))
for _ in N_(): special('cr','cb','crisis_only_body','{n} posts only in an incident; the last was in {d}.','2021-01-01',R.choice(['2021-09-01','2023-08-20','2024-05-30','2022-07-15']))
for _ in range(4):
    u=unit(); o=org(u); bs=L[u.l]['br']
    for b in R.sample(bs,R.choice([2,3])):
        nm,sf=b.split('~'); n=u.n+(nm if u.l in('zh','ja') else R.choice([' ',' - ',' / '])+nm); a=inst(o,bio=biomix(u.l,n,u,.5),dn=n,h=handle(u.sl,u.suf[:4],sf),m=mode((.6,.1,.1,.2))); truth(a,N,'regional_branch',f"Account of the branch '{nm}' of {o['name']}.")
for _ in range(4):
    u=unit(); o=org(u); current(o,m='link')
    for c in R.sample(L[u.l]['ch'],R.choice([2,3])):
        nm,sf=c.split('~'); n=u.n+R.choice([' ','·',' | '])+nm; a=inst(o,bio=R.choice([n,biomix(u.l,f"{nm}: {u.n}",u)]),dn=n,h=handle(u.sl,u.suf,sf),m=mode((.6,.1,.1,.2))); 
        if nm=='English': a['language']='en'
        truth(a,N,'channel_of_body',f"Channel '{nm}' of {o['name']}, with a purpose of its own.")
for _ in N_(8,10):
    u=unit(); cl=closing('2017-01-01','2025-10-01'); b=org(u,name=u.n2,opened=cl,suf='n'+u.suf); o=org(u,status='merged',closed=cl,succ=[b]); a=inst(b,m=mode((.6,.15,.25,0)),bio=line(u.l,'o',n=u.n2,p=u.pl)); link(o,a,a['created_at'],cl)
    at=cl+timedelta(days=R.randint(0,6),hours=9); change(a,at,'display_name',u.n,a['display_name']); 
    if R.random()<.5: say(a,line(u.l,'rn',o=u.n,n=u.n2),at+timedelta(hours=1))
    truth(a,N,'renamed_carried_over',f"{o['name']} became {b['name']} on {iso(cl)}; the same account was renamed and passed on.")
def pers(l,dn,bio,u=None,hs=None,last=None,kind='personal',key='op'):
    c=D('2010-01-01','2025-01-01'); a=acc(l,hs or handle(fold(dn)[:14] or R.choice(['x','mi','lee','cat','sun','go'])+hexs(4),''),dn,bio,kind,c,c,location=u.pl if u and R.random()<.4 else None)
    post(a,l,key,R.randint(1,4),max(c,D('2024-06-01','2024-06-01')),'2025-11-30',p=u.pl if u else R.choice(L[l]['P'])[0],n=u.n if u else '',t=u.title if u else '')
    if R.random()<.5: sess(a,u.cc if u else L[l]['cc'][0],R.randint(1,2),'2025-06-01','2025-11-30')
    return a
for _ in N_(11,14):
    u=unit(); o,nm=office(u); h1,h2=two(u); e=day('2012-01-01','2025-10-01'); hold(o,h1,day('2004-01-01','2011-01-01'),e); hold(o,h2,e+timedelta(days=1)); a=pers(u.l,h1,line(u.l,'fh',n=u.n,t=u.title,y=e.year),u); truth(a,N,'former_holder_says_former',f"{h1}'s own account; it says the office at {u.n} ended in {e.year}.")
for _ in N_(10,13):
    u=unit(); o,nm=office(u); h1,h2=two(u); e=day('2019-01-01','2025-06-01'); hold(o,h2,None if R.random()<.3 else day('2012-01-01','2018-01-01'),e); hold(o,h1,e+timedelta(days=1)); a=pers(u.l,h1,line(u.l,'ph',n=u.n,t=u.title,h=h1),u); truth(a,N,'private_account_present_holder',f"Private account of {h1}, who holds the office since {iso(e+timedelta(days=1))} and says it is private.")
    if _%3==0: b=offacc(o,nm,h1); truth(b,N,'office_current_holder',f"Office account under its present holder {h1}.")
for _ in N_():
    u=unit(); o,nm=office(u); h1,h2=two(u); e=day('2025-11-20','2025-12-01'); hold(o,h1,day('2015-01-01','2021-01-01'),e); 
    if R.random()<.6: hold(o,h2,day('2025-12-03','2025-12-20'))
    a=offacc(o,nm,h1,till=e,m=mode((.55,.2,.2,.05)),bio=None if R.random()<.5 else line(u.l,'o',n=nm,p=u.pl)); truth(a,N,'office_between_holders',f"{h1} left {nm} on {iso(e)}; the next holder has not begun, the office is vacant for some days only.")
for _ in N_(8,10):
    u=unit(); o,nm=office(u); h1,h2=two(u); e=day('2025-12-02','2026-01-20'); hold(o,h1,day('2015-01-01','2021-01-01'),e); hold(o,h2,e); a=offacc(o,nm,h1,key='mp'); truth(a,N,'term_ends_after_scan',f"{h1} holds {nm} until {iso(e)}, after the scan.")
for _ in N_():
    u=unit(); o,nm=office(u); h1,h2=two(u); e=day('2019-01-01','2025-11-10'); hold(o,h1,day('2012-01-01','2018-01-01'),e); hold(o,h2,e+timedelta(days=1)); a=offacc(o,nm,h2,m=mode((.5,.2,.2,.1))); at=e+timedelta(days=R.randint(1,9),hours=8); change(a,at,'bio',line(u.l,'oh',n=u.n,t=u.title,h=h1),a['bio']); truth(a,N,'office_handed_over',f"Office account passed from {h1} to {h2} at {iso(at)}; it names the present holder.")
for _ in N_(8,10):
    u=unit(); o,nm=office(u); h1,h2=two(u); e=day('2016-01-01','2019-01-01'); e2=day('2021-01-01','2025-03-01'); hold(o,h1,day('2010-01-01','2015-01-01'),e)
    if R.random()<.5: hold(o,h2,e+timedelta(days=1),e2); hold(o,h1,e2+timedelta(days=1))
    else: hold(o,h1,e+timedelta(days=1),e2); hold(o,h1,e2+timedelta(days=1))
    a=offacc(o,nm,h1,key='mp'); truth(a,N,'holder_again_in_office',f"An earlier term of {h1} ended on {iso(e)}, but {h1} holds {nm} again since {iso(e2+timedelta(days=1))}.")
for _ in N_():
    u=unit(); cl=day('2005-01-01','2018-01-01'); op=day('2019-01-01','2024-01-01'); o=org(u,status='closed',closed=cl,opened=day('1950-01-01','1999-01-01')); b=org(u,opened=op); a=inst(b,created=op if R.random()<.6 else D('2011-01-01','2012-01-01'),m=mode((.5,.15,.15,.2)),since=D('2024-03-01','2024-04-01')); 
    if a['created_at']<cl and R.random()<.7: link(o,a,a['created_at'],cl)
    truth(a,N,'body_reopened',f"{o['name']} was closed on {iso(cl)} and re-established on {iso(op)}; the account speaks for the present body.")
for _ in N_():
    u=unit(); cl=closing(); o=org(u,status='closed',closed=cl); x=R.choice(OTH[u.l]); b=org(u,cc=x,dom=[f"{u.sl}{u.suf}.{x.lower()}"]); a=inst(b,m=mode((.55,.25,.2,0))); a['location']=f"{u.pl}, {x}"; truth(a,N,'namesake_other_country',f"Account of the active {b['name']} in {x}; only its namesake in {u.cc} closed on {iso(cl)}.")
def around(key,kind,why,cl_p,dnf,hs=True,personal='personal'):
    u=unit()
    if R.random()<cl_p: o=org(u,status='closed',closed=closing() if R.random()<.85 else None)
    else: o=org(u)
    a=pers(u.l,dnf(u),line(u.l,key,n=u.n,p=u.pl),u,hs=handle(u.sl,u.suf[:5] if key!='pl' else '',R.choice(['','fans','club','x'] if key!='pl' else ['','x','life','photo'])),key='p' if key=='re' else 'op',kind=R.choice([personal,'unknown'])); truth(a,N,kind,why.format(n=u.n,p=u.pl)); return a
for _ in N_(): around('fa','fan_page','Page of admirers of the former {n}; says it is not the body.',1,lambda u:R.choice([u.n,u.n+' ♥',u.n+' fans']))
for _ in N_(): around('hi','history_project','Project on the history of {n}; does not speak for it.',1,lambda u:R.choice([u.n+' 1920',u.n+' history','🕰 '+u.n]) if R.random()<.6 else u.n)
for _ in N_(): around('pl','place_name','A person or page about the place {p}; {n} ended but is not claimed.',1,lambda u:R.choice([u.pl,person(u.l)+' '+u.pl,u.pl+' ☀️']))
for _ in N_(): around('re','repost_page','Passes on the news of {n} and says it is not connected.',.5,lambda u:R.choice([u.n+' news',u.pl+' news',u.n]))
for _ in N_(): around('em','employee_group','Informal group of the staff of {n}; not the body itself.',.4,lambda u:R.choice([u.n+' team',u.n+' crew',u.pl+' '+u.suf]))
for _ in N_(): around('pa','parody','Labelled as a joke about {n}.',.5,lambda u:R.choice([u.n+'?','Not '+u.n,u.n+' 🤡',u.n]))
for _ in N_(8,11):
    u=unit(); cl=closing('2015-01-01','2025-08-01'); o=org(u,status='closed',closed=cl); c=cl+timedelta(days=R.randint(0,60)); a=inst(o,created=D('2010-06-01','2011-06-01'),since=cl-timedelta(days=500),till=cl,status='closed',closed=c); truth(a,N,'account_closed_with_body',f"{o['name']} ended on {iso(cl)} and the account was closed on {iso(c)}; it is not live.")
for q in range(17):
    u=unit(); o=org(u); c=D('2019-01-01','2025-11-20'); new=current(o,created=c,since=c); 
    if q%2: a=inst(o,m='name',till=c,since='2016-01-01',status='closed',closed=c+timedelta(days=R.randint(1,9))); truth(a,N,'old_double_closed',f"The earlier account of {o['name']} was closed when the new one was opened.")
    else: a=inst(o,m='name',till=c,since='2016-01-01',bio=line(u.l,'mo',s=new['handle'])); truth(a,N,'points_to_new_account',f"Former account of {o['name']}, labelled as moved and pointing to the present one ({new['handle']}).")
for _ in N_(8,11):
    u=unit(); o=org(u); a=inst(o,m=mode((.6,.2,.2,0)),posts=(1,2),since='2019-01-01',till='2020-06-01'); post(a,u.l,'x',R.randint(2,5),'2025-03-01','2025-11-29',kind='reply',p=u.pl); sess(a,u.cc,5,'2025-07-01','2025-11-29'); truth(a,N,'answers_but_does_not_post',f"{o['name']} no longer posts but signs in and answers people up to {iso(a['last_active_at'])}.")
for _ in N_(8,10):
    u=unit(); o,nm=office(u); h1,h2=two(u); e=day('2018-01-01','2025-06-01'); hold(o,h1,day('2010-01-01','2017-01-01'),e); hold(o,h2,e); a=pers(u.l,h1,line(u.l,R.choice(['ob','pl']),p=R.choice(L[u.l]['P'])[0]),None); truth(a,N,'namesake_of_former_holder',f"A private person called {h1}; nothing ties the account to {u.n}.")
for _ in N_(9,11):
    u=unit(); o,nm=office(u); h1,h2=two(u); e=day('2018-01-01','2025-10-15'); hold(o,h1,day('2010-01-01','2017-01-01'),e); hold(o,h2,e+timedelta(days=1)); a=pers(u.l,h1,line(u.l,'fh',n=u.n,t=u.title,y=e.year),u)
    at=max(e,a['created_at'])+timedelta(days=R.randint(1,20)); change(a,at,'display_name',(u.title+' '+h1) if u.l not in('zh','ja','ko') else h1+u.title,h1)
    if R.random()<.6: change(a,at,'bio',line(u.l,'ph',n=u.n,t=u.title,h=h1),a['bio'])
    truth(a,N,'own_account_dropped_title',f"{h1}'s own private account, which dropped the title when the term at {u.n} ended on {iso(e)}; never the office's.")
for _ in range(110):
    u=unit(); o=org(u)
    if R.random()<.3: hold(o,person(u.l),day('2015-01-01','2025-01-01'))
    current(o)
    if R.random()<.3: notice(o,D('2025-01-01','2025-11-29'),line(u.l,'p',n=u.n,p=u.pl))
INST=[a for a in T['accounts']]
for _ in range(1500):
    l=R.choices(list(WT),WT.values())[0]; pl,sl=R.choice(L[l]['P']); t=R.choice(L[l]['T']); nm=person(l); r=R.random()
    dn=nm if r<.6 else pl+R.choice([' ','·','_'])+nm if r<.68 else f"{nm} {t[4]}" if r<.71 else R.choice(L[l]['F'])+R.choice(['',str(R.randrange(99)),' ✨','♪']) if r<.95 else pl+R.choice(['🍜','🚲',' ⚽'])
    b=R.choice(L[l]['ob']+L[l]['ob']+L[l]['pl']+['',None]) ; b=b.format(p=pl) if b else b
    c=D('2010-01-01','2025-10-01'); d=R.random()<.12
    a=acc(l,handle(R.choice([fold(dn)[:12],(sl or fold(pl)),R.choice(['blue','cat','moon','xiao','ride','tea'])]) or 'u',hexs(3) if R.random()<.6 else ''),dn,b,R.choices(['personal','unknown','professional','game'],[80,10,6,4])[0],c,c,location=pl if R.random()<.3 else None,status='dormant' if d else 'active')
    a['is_private']=R.random()<.08
    e=c+timedelta(days=R.randint(5,200)) if d else ASOF-timedelta(hours=3)
    e=min(e,ASOF-timedelta(hours=3)); post(a,l,'op',R.randint(0,5),max(c,e-timedelta(days=500)),e,p=pl)
    if R.random()<.4: sess(a,CC.get(pl) or L[l]['cc'][0],R.randint(1,3),max(c,e-timedelta(days=90)),e)
    if R.random()<.04: change(a,D(c,ASOF),'display_name',R.choice(L[l]['F']),dn)
    truth(a,N,'ordinary','An ordinary account without any institution.')
ORD=T['accounts'][len(INST):]
BT={'zh':['你们公布的邮箱退信了，还有人管理这个号吗？','电话空号，邮件被退回。'],'en':['Your contact mail bounced: user unknown.','Is anybody still running this page? Mail comes back undelivered.'],'de':['Mail an die Kontaktadresse kam zurück.','Ist hier noch jemand? Adresse unbekannt.'],'fr':['Votre adresse de contact renvoie une erreur.'],'es':['El correo de contacto rebota, ¿hay alguien?'],'it':['La mail di contatto torna indietro.'],'pt':['O e-mail de contato voltou.'],'nl':['Mail naar jullie adres komt terug.'],'pl':['Mail wraca, adres nie istnieje.'],'ja':['問い合わせメールが戻ってきます。'],'ko':['메일이 반송됩니다.'],'tr':['İletişim e-postası geri döndü.']}
HEAL=[a for a in INST if a['status']=='active' and any(t[0]==a['account_id'] and t[2] in('current_body','seasonal_body','crisis_only_body') for t in TRUTH)]
BOUNCE+=[(a,D('2024-06-01','2025-11-29')) for a in R.sample(HEAL,6)]
for a,t in BOUNCE:
    f=R.choice([x for x in ORD if x['language']==a['language'] and x['status']=='active' and x['created_at']<t] or ORD)
    say(f,R.choice(BT.get(a['language'],BT['en'])),t,'comment'); T['posts'][-1]['target_id']=a['account_id']
seen=set()
def follow(f,t):
    if f is t or (f['account_id'],t['account_id']) in seen: return
    seen.add((f['account_id'],t['account_id'])); s=max(f['created_at'],t['created_at'])
    at=D(s,ASOF) if R.random()<.92 else None
    T['follows'].append({'follower_id':f['account_id'],'target_id':t['account_id'],'at':at,'ended_at':D(at,ASOF) if at and R.random()<.04 else None})
by={}
for a in ORD: by.setdefault(a['language'],[]).append(a)
for a in INST:
    for f in R.sample(by[a['language']],min(len(by[a['language']]),R.randint(2,10))): follow(f,a)
    if R.random()<.5:
        for t in R.sample(INST,2): follow(a,t)
for a in ORD:
    for t in R.sample(by[a['language']],2): follow(a,t)
for a in T['accounts']:
    # nothing may lie after the scan's time except planned dates
    if a['last_active_at']>=ASOF: a['last_active_at']=ASOF-timedelta(minutes=R.randint(5,900))
TR={t[0]:t for t in TRUTH}
for a in T['accounts']:
    k=TR[a['account_id']][2]
    if R.random()<.03: a['created_at']=None
    if R.random()<.04 and 'custodian' not in k and 'answers' not in k: a['last_active_at']=None
# ---------------- write
ts=pa.timestamp('us','UTC'); s=pa.string(); b=pa.bool_(); i=pa.int64(); ls=pa.list_(s)
S={'accounts':[('account_id',s),('handle',s),('display_name',s),('bio',s),('location',s),('url',s),('avatar_hash',s),('kind',s),('created_at',ts),('status',s),('closed_at',ts),('closed_ground',s),('last_active_at',ts),('followers',i),('following',i),('posts',i),('verified_org_id',s),('default_avatar',b),('is_private',b),('language',s)],
'organisations':[('org_id',s),('name',s),('aliases',ls),('kind',s),('country',s),('status',s),('opened_at',ts),('closed_at',ts),('successor_ids',ls),('domains',ls),('logo_hash',s)],
'official_accounts':[('org_id',s),('account_id',s),('since',ts),('until',ts)],'holders':[('org_id',s),('holder',s),('since',ts),('until',ts)],
'follows':[('follower_id',s),('target_id',s),('at',ts),('ended_at',ts)],
'posts':[('post_id',s),('account_id',s),('at',ts),('kind',s),('target_id',s),('title',s),('text',s),('url',s),('language',s)],
'profile_changes':[('account_id',s),('at',ts),('field',s),('old',s),('new',s)],
'sessions':[('account_id',s),('started_at',ts),('ended_at',ts),('device_token',s),('network_token',s),('region',s)],
'notices':[('notice_id',s),('org_id',s),('at',ts),('title',s),('text',s),('url',s)]}
for n,cols in S.items():
    rows=T[n]; R.shuffle(rows); sch=pa.schema(cols)
    pq.write_table(pa.table({c:pa.array([r.get(c) for r in rows],t) for c,t in cols},schema=sch),os.path.join(W,n+'.parquet'))
R.shuffle(TRUTH)
with open(os.path.join(HERE,'truth.csv'),'w',newline='',encoding='utf8') as f:
    w=csv.writer(f); w.writerow(['account_id','violation','kind','why']); w.writerows(TRUTH)
# ---------------- checks
from collections import Counter
ids={a['account_id'] for a in T['accounts']}; oid={o['org_id'] for o in T['organisations']}
assert len(ids)==len(T['accounts'])==len(TRUTH)==len(TR) and ids==set(TR)
assert len({a['handle'] for a in T['accounts']})==len(ids)
for n in('official_accounts','posts','profile_changes','sessions'):
    for r in T[n]: assert r['account_id'] in ids
for n in('official_accounts','holders','notices'):
    for r in T[n]: assert r['org_id'] in oid
for a in T['accounts']: assert a['verified_org_id'] is None or a['verified_org_id'] in oid
for o in T['organisations']: assert all(x in oid for x in o['successor_ids'])
for p in T['posts']: assert p['at']<ASOF,p
for x in T['sessions']: assert x['started_at']<ASOF
A={a['account_id']:a for a in T['accounts']}
bad=sum(1 for p in T['posts'] if A[p['account_id']]['created_at'] and p['at']<A[p['account_id']]['created_at']); print('posts before creation',bad)
print('changes after scan',sum(c['at']>=ASOF for c in T['profile_changes']),'changes before creation',sum(1 for c in T['profile_changes'] if A[c['account_id']]['created_at'] and c['at']<A[c['account_id']]['created_at']))
for x in T['official_accounts']:
    o_=next(o for o in T['organisations'] if o['org_id']==x['org_id'])
    assert not(x['since'] and x['until'] and x['since']>x['until']),x
    assert not(x['since'] and o_['closed_at'] and x['since']>o_['closed_at']),(x,o_['name'])
for h_ in T['holders']: assert not(h_['since'] and h_['until'] and h_['since']>h_['until'])
print('org closed before account was made:',sum(1 for a in T['accounts'] for o in T['organisations'] if a['verified_org_id']==o['org_id'] and o['closed_at'] and a['created_at'] and a['created_at']>o['closed_at']))
for n,cols in S.items():
    t_=pq.read_table(os.path.join(W,n+'.parquet')); assert [(f.name,f.type) for f in t_.schema]==cols and t_.num_rows==len(T[n])
names=Counter((o['name'],o['country']) for o in T['organisations']); print('same name+country',[k for k,v in names.items() if v>1][:30])
print('unfilled',sum('{' in (a['bio'] or '')+(a['display_name'] or '') for a in T['accounts']),sum('{' in p['text'] for p in T['posts']))
print({n:len(r) for n,r in T.items()}); print(Counter(t[1] for t in TRUTH))
for k,v in sorted(Counter((t[1],t[2]) for t in TRUTH).items()): print(v,*k)
lang=Counter(A[t[0]]['language'] for t in TRUTH if t[2]!='ordinary'); print(lang,len({o['country'] for o in T['organisations']}))
