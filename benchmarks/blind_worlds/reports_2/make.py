"""Blind world M2: report abuse. Writes world/*.parquet and truth.csv beside this file. Fixed seed."""
import bisect, csv, datetime as dt, hashlib, math, os, random, collections
import numpy as np, pyarrow as pa, pyarrow.parquet as pq
HERE = os.path.dirname(os.path.abspath(__file__)); OUT = os.path.join(HERE, "world"); os.makedirs(OUT, exist_ok=True)
r = random.Random(70214); npr = np.random.default_rng(70214)
T0 = dt.datetime(2026, 3, 1, tzinfo=dt.timezone.utc); DAY = 86400.0; END = 90 * DAY; H = 3600.0; M = 60.0
U, C, E = r.uniform, r.choice, r.expovariate
def I(a, b): return r.randint(int(a), int(b))
def logn(med, s): return med * math.exp(r.gauss(0, s))
def pois(l): return int(npr.poisson(l))
def ch(p): return r.random() < p
_seen = set()
def uid(n=12):
    while True:
        x = "".join(r.choices("0123456789abcdefghjkmnpqrstvwxyz", k=n))
        if x not in _seen: _seen.add(x); return x
def tok(): return hashlib.sha256(str(r.getrandbits(128)).encode()).hexdigest()
def hx(): return "%064x" % r.getrandbits(256)
# ---------------------------------------------------------------- vocabulary
FIRST = "anna ben carla deniz emil fatima georg hana ivan jana kofi lena marco nadia omar paula quentin rosa sami tara ugo vera wen xenia yusuf zoe mila luca noor aisha pedro lucia tomas ingrid ravi mei kenji sofia bruno elif david ruth nils ada joao chloe hugo irina karim leila".split()
LAST = "meyer lopez khan novak silva rossi dubois jansen kim chen tanaka singh osei mensah weber braun moreau costa ferrari nagy popov yilmaz demir haddad santos klein schmidt brown evans clark murphy walsh lund berg dahl holm".split()
NOUN = "fox river pixel moon stone tiger cloud maple ember coffee raven lotus comet panda pepper falcon violet sparrow biscuit anchor harbour meadow thunder saffron".split()
TOPICS = "gaming cooking football films gardening music travel local_news fitness books fashion tech".split()
THING = dict(gaming="boss fight,new patch,ranked season,speedrun,guild raid,loot table", cooking="lentil soup,sourdough,roast,curry,plum cake,dumplings",
 football="derby,second half,penalty,transfer,away kit,keeper", films="trailer,premiere,director's cut,sequel,short film,soundtrack",
 gardening="tomatoes,roses,compost,hedge,greenhouse,bulbs", music="new single,live set,setlist,vinyl,bass line,chorus", travel="night train,hostel,old town,ferry,border crossing,hike",
 local_news="bus line,council vote,bridge works,market square,school roof,new bakery", fitness="long run,deadlift,rest day,spin class,half marathon,stretching",
 books="second chapter,translation,library haul,crime novel,poetry,ending", fashion="linen jacket,thrift find,boots,pattern,colours,hem", tech="new phone,keyboard,update,router,battery,camera")
THING = {k: v.split(",") for k, v in THING.items()}
TPL = dict(en=["Loved the {x} today.", "Anyone else having thoughts about the {x}?", "The {x} was not what I expected, honestly.", "Finally got round to the {x}.", "Still thinking about that {x}", "{x}: yes or no?", "My notes on the {x}, part {n}", "Quick photo of the {x} before I go to bed", "Not a fan of the {x} this time.", "Ok the {x} is growing on me", "Thanks all for the tips about the {x}!", "{n} days in and the {x} still surprises me"],
 de=["Heute wieder {x}, sehr schön.", "Was haltet ihr von {x}?", "{x} war leider nichts.", "Endlich Zeit für {x} gehabt", "Tag {n}: {x}"],
 es=["Hoy tocó {x}, muy bien.", "¿Qué os parece {x}?", "No me convence {x}.", "Por fin {x}!", "Día {n} con {x}"],
 zh=["今天的{x}不错", "大家怎么看{x}?", "{x}有点失望", "第{n}天,{x}"])
REPLY = ["Agreed!", "Not so sure about that", "Same here", "Ha, brilliant", "Where was this?", "I had the opposite experience", "Thanks for posting", "Lovely", "Can you share the link?", "This.", "Hmm, source?", "See you there"]
SPAM = ["Earn {n}00 a day from home, write me", "Double your coins in 24h >> link in bio", "Cheap watches {n}% off only today", "Your parcel is held, confirm here", "Free gift card for first {n}0 people", "Hot singles near you, click"]
INSULT = ["You are a pathetic little rat, {x}", "nobody wants you here, get lost", "what an ugly idiot, hope you fail", "shut up you worthless clown", "everyone at school hates you, {x}", "go cry somewhere else loser"]
SCAND = ["I have had it with people like this. They should not be allowed in our town at all.", "Say what you like: those who lost their homes had it coming."]
# ---------------------------------------------------------------- accounts
A, KIND, WHY, G = {}, {}, {}, {}
P, R, X, S, TK, PC = [], [], [], [], [], []
F = {}
CARRIER = [tok() for _ in range(45)]
handles = set()
def handle(style=None):
    while True:
        s = style or r.choices(["fl", "fld", "nn", "fd", "ni"], [3, 3, 2, 3, 2])[0]
        a, b, n, m = C(FIRST), C(LAST), C(NOUN), C(NOUN)
        h = {"fl": f"{a}{C(['.', '_', ''])}{b}", "fld": f"{a}{b[:I(1,5)]}{I(1,2010)}", "nn": f"{n}{C(['_', ''])}{m}{C(['', str(I(1,99))])}", "fd": f"{a}{I(10,99999)}", "ni": f"{C(['the','real','its','mr','just'])}{C(['_',''])}{n}{C(['','',str(I(1,999))])}"}[s]
        if h not in handles: handles.add(h); return h, a, b, n
def acc(kind, guilty, why, created=None, rate=None, topic=None, tz=None, akind=None, nets=None, devs=None, style=None, fol=None, lang=None, disp=None, fmed=11, active=None):
    i = uid(); h, a, b, n = handle(style)
    if created is None: created = -(E(1 / 900.0) % 3650) * DAY if ch(.93) else U(0, 80 * DAY)
    tz = r.choices([0, 1, 2, -5, -8, 8, 5.5], [22, 30, 10, 16, 6, 10, 6])[0] if tz is None else tz
    lang = lang or (r.choices(["en", "de", "es"], [70, 20, 10])[0] if tz in (0, 1, 2) else "zh" if tz == 8 and ch(.7) else r.choices(["en", "es"], [85, 15])[0])
    A[i] = dict(id=i, handle=h, disp=disp or C([f"{a.title()} {b.title()}", a.title(), n.title(), f"{a.title()} {b[0].upper()}."]), created=created, rate=logn(.13, .8) if rate is None else rate,
        topic=topic or C(TOPICS), tz=tz, lang=lang, akind=akind or r.choices(["personal", "unknown", "professional", "game", "organisation"], [70, 15, 5, 7, 3])[0],
        nets=list(nets or [tok()]), devs=list(devs or [tok() for _ in range(r.choices([1, 2, 3], [55, 35, 10])[0])]), fol=fol, fmed=fmed, status="active", closed=None, cfor=None, ground=None,
        avh=hx(), defav=ch(.15), nrep=0, life=active, bio=None, base_f=logn(70, 1.3))
    if ch(.6): A[i]["nets"].append(C(CARRIER))
    KIND[i], G[i], WHY[i] = kind, guilty, why
    return i
ORD = []
comm_net = {}
for k in range(3000):
    kw = {}
    if ORD and ch(.12):
        o = A[C(ORD[-40:])]; kw = dict(nets=[o["nets"][0]], tz=o["tz"], lang=o["lang"])
        if ch(.2): kw["devs"] = [C(o["devs"])] + [tok()]
    ORD.append(acc("ordinary", 0, "Ordinary account; whatever it reports, right or wrong, it decides alone; part of no campaign.", **kw))
BIG = [acc("big_account", 0, "Well-known account that others report or follow; files no report campaign.", created=-U(900, 3300) * DAY, rate=U(.8, 2), akind=C(["personal", "professional"])) for _ in range(14)]
for b in BIG: A[b]["base_f"] = logn(220000, .8)
def offender(n, what, **kw):
    l = [acc("reported_offender", 0, f"Really broke the rules ({what}) and was reported; files no bad-faith reports.", fmed=6, **kw) for _ in range(n)]
    for x in l: A[x]["rate"] = U(.1, .5)
    return l
SPAMMERS = [x for _ in range(120) for x in offender(1, "spam", created=(-logn(40, 1.3) * DAY if ch(.7) else U(0, 60 * DAY)))]
BULLIES = offender(45, "insults")
# ---------------------------------------------------------------- helpers: posts, sessions, follows
BYACC = collections.defaultdict(list); POST = {}
def post(a, t, text, kind="post", target=None, bad=False, topic=None, url=None, title=None, removed="auto"):
    p = dict(id=uid(14), a=a, t=t, kind=kind, target=target, text=text, bad=bad, topic=topic, url=url, title=title, removed=removed, rem=None)
    P.append(p); BYACC[a].append(p); POST[p["id"]] = p
    return p
def ttext(a, topic=None):
    z = A[a]; x = C(THING[topic or z["topic"]]); return C(TPL[z["lang"]]).format(x=x, n=I(2, 60))
SES = collections.defaultdict(list)
def session(a, t, dur, dev=None, net=None):
    z = A[a]; s = [a, t, t + dur, dev or C(z["devs"]), net or (z["nets"][0] if len(z["nets"]) == 1 or ch(.65) else C(z["nets"]))]
    S.append(s); SES[a].append(s); return s
HW = [1, .5, .3, .2, .2, .4, 1, 2.2, 2.6, 2.4, 2.3, 2.5, 3, 2.6, 2.3, 2.3, 2.6, 3, 3.6, 4.4, 4.8, 4.6, 3.4, 2]
def tod(tz): return ((r.choices(range(24), HW)[0] + r.random() - tz) % 24) * H
def at_local(day, hour, tz): return day * DAY + ((hour - tz) * H)
def follow(a, b, t=None):
    if a == b or (a, b) in F: return
    lo = max(A[a]["created"], A[b]["created"])
    if t is None: t = lo + (END - lo) * r.random() ** (1.0 if lo > -60 * DAY else .8)
    F[(a, b)] = max(lo + 30, min(t, END - 60))
def live(a):
    z = A[a]; lo = max(0, z["created"]); hi = END
    if z["life"]: lo, hi = max(lo, z["life"][0]), min(hi, z["life"][1])
    if z["life"] is None and ch(.08): hi = lo + (END - lo) * r.random()
    n = pois(z["rate"] * max(0, hi - lo) / DAY)
    if z["created"] > 0 and z["life"] is None: session(a, z["created"] + U(0, 30), logn(9 * M, .7))
    for _ in range(n):
        t = int((lo + (hi - lo) * r.random()) / DAY) * DAY + tod(z["tz"])
        if not (lo <= t < END - H): continue
        d = logn(8 * M, .9); session(a, t, d)
        for _ in range(pois(z.get("pp", .4))): PEND.append((a, t + d * r.random()))
        for _ in range(pois(1.1)): ACTP.append((a, t + d * r.random()))
PEND, ACTP = [], []
# ---------------------------------------------------------------- reports
REPD = set()
def report(a, obj, t, target=None, see=.6, dev=None, net=None):
    """a reports obj (post dict or account id) at t."""
    oid = obj["id"] if isinstance(obj, dict) else obj; tgt = obj["a"] if isinstance(obj, dict) else obj
    if tgt == a or (a, oid) in REPD and ch(.9): return False
    t = max(t, A[a]["created"] + U(60, 900), (obj["t"] + U(15, 300)) if isinstance(obj, dict) else A[oid]["created"] + 60)
    if t >= END - 30: return False
    if isinstance(obj, dict) and obj["rem"] and t > obj["rem"]: return False
    REPD.add((a, oid)); R.append((a, t, oid, tgt)); A[a]["nrep"] += 1
    if not any(s[1] <= t <= s[2] for s in SES[a][-6:]) and ch(.93): session(a, t - U(20, 900), U(950, 2400), dev, net)
    if ch(see): X.append((a, max(t - U(4, 120), (obj["t"] if isinstance(obj, dict) else -9e9) + 5), "view", oid, tgt))
    return True
# ---------------------------------------------------------------- ring scaffolding
RINGS = []; LATER = []
def ring(kind, size, created, why, rate=None, topic=None, tz=None, p_in=None, netshare=None, devpool=None, akind=None, style=None, lang=None, fmed=None, life=None):
    rid = f"{kind}-{sum(1 for x in RINGS if x['kind'] == kind) + 1}"
    p_in = C([0, .02, .06, .15]) if p_in is None else p_in; netshare = C([0, 0, .1, .25]) if netshare is None else netshare
    pool = [tok() for _ in range(max(1, size // I(5, 12)))]; tzb = tz if tz is not None else C([0, 1, 1, -5, 8, 5.5, None]); med = U(.05, .25) if rate is None else rate
    mem = []
    for k in range(size):
        kw = {}
        if ch(netshare): kw["nets"] = [C(pool)]
        if devpool: kw["devs"] = [C(devpool)] + ([tok()] if ch(.35) else [])
        mem.append(acc(kind, 1, why + f" [{rid}]", created=created(), rate=logn(med, .7), topic=topic if topic and ch(.75) else None, tz=tzb, akind=akind, style=style if style and ch(.7) else None, lang=lang, fmed=fmed or 9, active=life, **kw))
    g = dict(kind=kind, id=rid, m=mem, see=U(.1, .8), p_in=p_in); RINGS.append(g)
    for a in mem:
        for b in mem:
            if a != b and ch(min(p_in, 6.0 / size)): follow(a, b)
    return g
def target(what, why="Innocent account that was mass-reported; its posts break no rule."):
    o = dict(shop=("organisation", .7), news=("organisation", 1.2), creator=("personal", .7), guild=("game", .5), any=(None, .5))[what]
    i = acc("ring_target", 0, why, created=-U(100, 2600) * DAY, rate=o[1] * U(.7, 1.4), akind=o[0], topic={"news": "local_news", "guild": "gaming"}.get(what))
    A[i]["what"] = what; A[i]["base_f"] = logn({"news": 9000, "shop": 1800, "creator": 1200, "guild": 150, "any": 200}[what], .8); A[i]["pp"] = {"news": 1.2, "shop": .8, "creator": .9}.get(what, .6)
    if what == "shop": A[i]["disp"] = f"{C(NOUN).title()} & {C(NOUN).title()} {C(['Store','Leather','Tea','Toys','Lamps'])}"
    if what == "news": A[i]["disp"] = f"{C(['Harbour','Valley','Northside','Riverton','Eastfield'])} {C(['Post','Courier','Daily','Echo'])}"
    for x in r.sample(ORD, I(15, 60) if what != "news" else I(120, 260)): follow(x, i)
    return i
def episode(g, objs, t0, win, part, shape=(1.2, 3), multi=(1, 1), who=None, after=None, devtok=None):
    """objs is a callable giving the candidate objects at t0."""
    def go():
        cand = [o for o in objs(t0) if o is not None]
        if not cand: return
        got = 0
        ms = [a for a in (who or g["m"]) if A[a]["created"] < t0]
        for a in ms:
            if not ch(part): continue
            for o in r.sample(cand, min(len(cand), I(*multi))):
                got += report(a, o, t0 + r.betavariate(*shape) * win, see=g["see"], dev=devtok(a) if devtok else None)
        g.setdefault("ep", []).append((cand, t0, win))
    LATER.append(go)
def posts_of(i, back=20 * DAY, n=3, acct=.0, bad=False):
    def f(t):
        c = [p for p in BYACC[i] if t - back < p["t"] < t - 5 * M and (bad or not p["bad"])]; c = sorted(c, key=lambda p: -p["t"])[:n]
        if not c or ch(acct): c = c + [i]
        return c
    return f
old = lambda a, b: (lambda: -U(a, b) * DAY)
natural = lambda: (-(E(1 / 900.0) % 3650) * DAY if ch(.95) else U(0, 30 * DAY))
def batch(day, spread): return lambda: (day + abs(r.gauss(0, spread))) * DAY
def lively(k):
    c = [x for x in ORD if A[x]["rate"] > .2]; return r.sample(c, k)
ALLT = []
def pick(what):
    x = target(what) if ch(.6) else lively(1)[0]
    ALLT.append(x); return x
INN_T = "Innocent account that was mass-reported; its posts break no rule."
# ================================================================ GUILTY
# 1 burst by a messaging group
for size in (I(60, 90), I(110, 150), I(18, 32)):
    win = U(3, 25) * M
    g = ring("chat_group_burst", size, natural, f"Reported harmless posts together with up to {size} others within about {win*1.4/M:.0f} minutes of each other, on several days against unrelated targets; none of the posts broke a rule.")
    for _ in range(I(2, 4)): episode(g, posts_of(pick("any"), n=I(1, 3), acct=.3), U(8, 86) * DAY, win * U(.7, 1.3), U(.6, .95), multi=(1, 2))
# 2 slow ring, shared target list
for size in (I(12, 18), I(22, 40), I(14, 25)):
    lst = [pick("any") for _ in range(I(14, 28))]; s, e = U(3, 25), U(60, 88)
    g = ring("slow_shared_list", size, natural, f"Over {e-s:.0f} days reported the same list of {len(lst)} innocent accounts as {size-1} others, one or two at a time; the shared list cannot be chance.", netshare=0)
    def go(g=g, lst=lst, s=s, e=e, p=U(.3, .65), w=U(2, 12)):
        when = {x: U(s, e) * DAY for x in lst}
        for a in g["m"]:
            for x in r.sample(lst, max(3, int(len(lst) * p * U(.7, 1.3)) if len(lst) * p * 1.3 <= len(lst) else len(lst))):
                t = min(max(r.gauss(when[x], w * DAY), s * DAY), e * DAY); t = int(t / DAY) * DAY + tod(A[a]["tz"])
                report(a, C(posts_of(x, n=6)(t)), t, see=g["see"])
    LATER.append(go)
# 3 paid ban service, fresh accounts
for size in (I(55, 95), I(35, 60), I(24, 40)):
    d0 = U(4, 40); sp = U(.3, 4); proxies = I(3, 14)
    g = ring("paid_ban_service", size, batch(d0, sp), f"Account of a paid ban service: {size} accounts made within days of each other, almost no life of their own, that report the customers' unrelated targets job by job.", rate=U(.02, .09), netshare=C([0, .5, .9]), style=C([None, "fd"]), p_in=0, fmed=4)
    for j in range(I(3, 7)): episode(g, posts_of(pick(C(["any", "creator", "shop"])), acct=.6, n=I(1, 4)), U(d0 + sp * 3 + 2, 88) * DAY, U(.5, 9) * H, U(.45, .9), shape=(1, 1.6), multi=(1, 2))
# 4 hidden behind honest reports
HON = []
for size in (I(8, 12), I(12, 20), I(9, 16)):
    v = target("creator", "Posted one really objectionable post that was rightly reported by many, and was also hounded on harmless posts; files no bad-faith reports."); ALLT.append(v)
    g = ring("hidden_behind_honest", size, natural, f"While many honest people reported one bad post of the same account, this account and {size-1} others used the cover to report its harmless posts, and came back to do it again later.")
    t0 = U(12, 60) * DAY
    hon = [acc("honest_crowd", 0, "Reported one really objectionable post among many strangers; nothing repeated.") for _ in range(I(25, 60))]
    hon += r.sample(ORD, I(15, 60)); HON += hon
    def go(v=v, g=g, t0=t0, hon=hon):
        b = post(v, t0, C(INSULT).format(x="all of you"), bad=True, removed=t0 + U(8, 50) * H)
        for a in hon: report(a, b, t0 + 600 + E(1 / (7 * H)), see=.75)
        for a in g["m"]:
            if ch(.7): report(a, b, t0 + 600 + E(1 / (6 * H)), see=g["see"])
    LATER.append(go)
    episode(g, posts_of(v, n=4), t0 + U(2, 8) * H, U(5, 20) * H, U(.7, .95), shape=(1, 1.5), multi=(1, 3))
    for _ in range(I(2, 4)): episode(g, posts_of(v, n=4), min(t0 + U(4, 26) * DAY, 88 * DAY), U(2, 30) * H, U(.5, .9), shape=(1, 1.4), multi=(1, 2))
# 5 padded record
PAD = []
for size in (I(14, 20), I(20, 35)):
    g = ring("padded_record", size, natural, f"Reports real spam now and then so that the record looks fair, but joins {size-1} others against innocent accounts again and again, within hours.", rate=.3); PAD.append(g)
    for _ in range(I(3, 6)): episode(g, posts_of(pick("any"), acct=.3), U(10, 87) * DAY, U(1, 10) * H, U(.5, .85), shape=(1, 1.5), multi=(1, 2))
# 6 old accounts
for size in (I(16, 28), I(40, 60)):
    g = ring("old_accounts", size, old(1400, 3300), f"Account of many years with a normal life that repeatedly reported the same innocent targets as {size-1} other old accounts within a few hours.", rate=U(.2, .4), netshare=0)
    for _ in range(I(3, 5)): episode(g, posts_of(pick("any"), acct=.2), U(6, 87) * DAY, U(.7, 6) * H, U(.5, .85), shape=(1, 2), multi=(1, 2))
# 7 shared devices
for size in (I(8, 12), I(12, 20), I(7, 10)):
    pool = [tok() for _ in range(I(2, 4))]
    g = ring("shared_devices", size, natural, f"One of {size} accounts run from {len(pool)} devices; they report the same innocent targets one after the other.", devpool=pool, netshare=.6)
    for _ in range(I(3, 6)): episode(g, posts_of(pick("any"), acct=.3), U(5, 87) * DAY, U(.5, 5) * H, U(.6, .95), shape=(1, 1), devtok=lambda a: A[a]["devs"][0], multi=(1, 2))
# 8 against a shop
REV = []
for size in (I(10, 16), I(16, 25), I(8, 12)):
    v = target("shop"); ALLT.append(v)
    g = ring("against_shop", size, natural, f"With {size-1} others reported the lawful listings of one shop as fraud over several days, never having bought there; the listings stayed up.", topic=None)
    t0 = U(10, 55)
    for _ in range(I(3, 6)): episode(g, posts_of(v, n=8, back=40 * DAY), (t0 + U(0, 25)) * DAY, U(2, 40) * H, U(.45, .85), shape=(1, 1.3), multi=(1, 4))
    def go(g=g, v=v, t0=t0):
        for a in g["m"]:
            if ch(.4): post(a, (t0 + U(0, 25)) * DAY, C(["Fake shop, avoid.", "Never arrived, fraud", "One star. Do not buy here", "Rude and dishonest"]), kind="review", target=v)
    LATER.append(go)
# 9 against a news page
for size in (I(60, 100), I(30, 50)):
    v = target("news"); ALLT.append(v)
    g = ring("against_news", size, natural, f"With {size-1} others reported article after article of one local news page within a day or so of publication; the articles broke no rule.", topic="local_news")
    for d in sorted(U(8, 87) for _ in range(I(4, 8))): episode(g, posts_of(v, n=1, back=3 * DAY), d * DAY, U(4, 22) * H, U(.3, .65), shape=(1.1, 2))
# 10 small creator
for size in (I(10, 18), I(20, 40)):
    v = target("creator"); ALLT.append(v); w = U(.3, 5) * H
    g = ring("against_creator", size, natural, f"Hounded one small creator: with {size-1} others reported each new video or post soon after it went up; nothing in them broke a rule.")
    for d in sorted(U(8, 87) for _ in range(I(4, 9))): episode(g, posts_of(v, n=2, back=6 * DAY, acct=.15), d * DAY, w * U(.6, 2), U(.35, .75), shape=(1, 2.2))
# 11 rival guild
for size in (I(22, 45), I(14, 22)):
    vs = [target("guild") for _ in range(I(5, 9))]; ALLT += vs
    for a in vs:
        for b in vs:
            if a != b and ch(.6): follow(a, b)
    g = ring("rival_guild", size, natural, f"Guild of {size} that reported the leading players of a rival guild as cheaters on the evenings before matches; no cheating was found.", topic="gaming", akind="game", p_in=.25, tz=C([1, -5, 8]))
    for _ in range(I(3, 6)):
        d = I(8, 86); t = at_local(d, U(18, 22), A[g["m"][0]]["tz"] or 0)
        episode(g, lambda t, vs=vs: [C(posts_of(v, n=2, acct=.5)(t)) for v in vs], t, U(.5, 3) * H, U(.5, .85), shape=(1, 1.6), multi=(1, 3))
# 12 one person with nine accounts
for _ in range(4):
    dv = [tok() for _ in range(I(1, 2))]; nt = [tok()]; mem = []
    clean = ch(.5)   # careful: own device tokens, one network
    for k in range(9):
        mem.append(acc("nine_accounts", 1, "One of nine accounts of one person, used one after the other to report the same people from the same place. [nine-%d]" % (len(RINGS)), created=natural() if ch(.5) else U(-120, 20) * DAY, rate=logn(.06, .6), nets=nt, devs=dv if not clean else [tok()], tz=1, fmed=6))
        A[mem[-1]]["nets"] = A[mem[-1]]["nets"][:1] if ch(.8) else A[mem[-1]]["nets"]
    g = dict(kind="nine_accounts", id="nine", m=mem, see=U(.1, .6), p_in=0); RINGS.append(g)
    foes = [pick("any") for _ in range(I(2, 4))]
    def go(g=g, foes=foes, gap=U(1.5, 9) * M, p=U(.65, .95)):
        for _ in range(I(4, 8)):
            v = C(foes); t = I(22, 86) * DAY + tod(1); o = posts_of(v, n=2, acct=.3)(t); o = C(o)
            for a in r.sample(g["m"], 9):
                if ch(p): report(a, o, t, see=g["see"]); t += E(1 / gap) + 40
    LATER.append(go)
# 13 changes the form of every report (the contract has no reason column)
for size in (I(12, 20), I(20, 30)):
    vs = [pick("any") for _ in range(I(3, 5))]
    g = ring("varied_reports", size, natural, f"With {size-1} others kept reporting the same few innocent people, each time another post, comment or the account itself, so that no two reports look alike.", netshare=0)
    for _ in range(I(4, 8)): episode(g, lambda t, vs=vs: [o for v in vs for o in ([v] + posts_of(v, n=14, back=60 * DAY)(t))], U(12, 86) * DAY, U(5, 60) * H, U(.4, .75), shape=(1, 1), multi=(1, 3))
# 14 one post removed afterwards
for size in (I(20, 34), I(35, 60)):
    v = target("creator", "Innocent account that was mass-reported; one post was taken down under the pressure, though harmless."); ALLT.append(v)
    g = ring("one_removed_after", size, natural, f"With {size-1} others flooded an innocent account with reports until one harmless post was taken down; the rest stayed up. The removal does not make the reports honest.")
    for k in range(I(2, 4)): episode(g, posts_of(v, n=2), U(8, 80) * DAY, U(.3, 8) * H, U(.5, .85), shape=(1, 2), multi=(1, 2))
    def go(g=g):
        c = [(o, t, w) for cand, t, w in g.get("ep", []) for o in cand if isinstance(o, dict)]
        if c: o, t, w = C(c); o["removed"] = t + w + U(1, 30) * H
    LATER.append(go)
# 15 clone then report
for size in (I(6, 9), I(9, 14), I(7, 10)):
    v = target("creator", "The real holder whom a clone reported as the fake."); ALLT.append(v)
    g = ring("clone_then_report", size, natural, f"Took part in reporting the real account as the fake after one of the {size} had been renamed into its copy.", p_in=.1)
    t0 = U(10, 75) * DAY
    for c in r.sample(g["m"], 1 if ch(.7) else 2):
        z, o = A[c], A[v]; oldh = z["handle"]; nh = o["handle"] + C(["_", ".", "0", "_real", "x"]); 
        tr = max(t0 - U(.3, 5) * DAY, z["created"] + DAY); PC.append((c, tr, "handle", oldh, nh)); PC.append((c, tr + U(20, 300), "display_name", z["disp"], o["disp"])); z["handle"] = nh; z["disp"] = o["disp"]
        if ch(.7): PC.append((c, tr + U(200, 900), "avatar_hash", z["avh"], o["avh"][:-2] + "%02x" % I(0, 255))); z["avh"] = PC[-1][4]; z["defav"] = False
    episode(g, lambda t, v=v: [v], t0, U(.5, 12) * H, U(.85, 1), shape=(1, 1.5))
    episode(g, posts_of(v, n=3, acct=.5), t0 + U(1, 6) * DAY, U(2, 20) * H, U(.5, .9), shape=(1, 1.5), multi=(1, 2))
# ring bystanders: in the same circle, take no part
for g in r.sample(RINGS, 14):
    z = A[C(g["m"])]; b = acc("ring_bystander", 0, "Friend or housemate of ring members who never joined in their reports.", nets=z["nets"][:1], tz=z["tz"], topic=z["topic"])
    for a in r.sample(g["m"], min(5, len(g["m"]))): follow(b, a); ch(.6) and follow(a, b)
# ================================================================ INNOCENT
def crowd(kind, n, why, **kw): return [acc(kind, 0, why, **{k: (v() if callable(v) else v) for k, v in kw.items()}) for _ in range(n)]
# a spam wave
for n, nd in ((I(240, 300), 22.6), (I(120, 170), 57.3)):
    w = crowd("spam_wave_reporter", n // 2, "Reported a real spam wave within minutes like hundreds of others; the spam was removed.")
    rep = w + r.sample(ORD, n - n // 2); sp = offender(I(6, 14), "spam wave", created=(nd - U(.1, 6)) * DAY)
    def go(rep=rep, sp=sp, nd=nd, win=U(6, 18) * M):
        t = nd * DAY; txt = C(SPAM).format(n=I(2, 90)); pp = [post(s, t + U(-40, 60) * M * .1, txt, kind=C(["comment", "post"]), bad=True, removed=t + U(25, 80) * M) for s in sp for _ in range(I(1, 4))]
        for a in rep:
            for o in r.sample(pp, r.choices([1, 2, 4], [70, 22, 8])[0]): report(a, o, t + 60 + r.betavariate(1.3, 3) * win, see=.5)
    LATER.append(go)
# scandal by a big account
for n, extra, big, nd, rem in ((2300, 1500, BIG[0], 34.4, False), (420, 150, BIG[1], 66.2, True)):
    w = crowd("scandal_reporter", extra, "One of very many strangers who reported one scandalous post of a well-known account; each of them decided alone.", rate=lambda: logn(.07, .8))
    rep = w + r.sample(ORD, n - extra)
    def go(rep=rep, big=big, nd=nd, rem=rem):
        t = nd * DAY; p = post(big, t, SCAND[0 if not rem else 1], bad=True, removed=(t + U(20, 40) * H) if rem else None); p["hot"] = True
        for a in rep: report(a, p if ch(.93) else big, t + 300 + r.gammavariate(1.6, 8 * H), see=.85)
    LATER.append(go)
VOL = crowd("volunteer_moderator", 26, "Volunteer who reports much and nearly always rightly; the reported posts get removed.", rate=lambda: U(.5, 1.2))
AUTO = crowd("antispam_reporter", 8, "Automatic reporter of an anti-spam group: very many reports at all hours, almost all accepted.", rate=lambda: U(.1, .3), akind="organisation", created=lambda: -U(200, 1500) * DAY)
TRU = crowd("trusted_flagger", 6, "Trusted flagger organisation; reports with high care and high acceptance.", rate=lambda: U(.5, .9), akind="organisation", created=lambda: -U(300, 2000) * DAY)
WRONG = crowd("wrong_but_alone", 42, "Often wrong about the rules, but alone: no one else reports with this account.", rate=lambda: U(.15, .5))
# school classes and a real bully
for n in (I(23, 29), I(19, 26)):
    net = tok(); cl = crowd("school_class", n, "Pupil of a class that reported a classmate who really bullied them; the posts were removed.", nets=lambda: [tok(), net], tz=1, lang=C(["de", "en"]), created=lambda: -U(30, 900) * DAY, rate=lambda: U(.15, .5))
    b = acc("reported_offender", 0, "Bullied classmates and was rightly reported.", nets=[tok(), net], tz=1, rate=.4)
    for x in cl:
        for y in cl + [b]:
            if x != y and ch(.35): follow(x, y)
    def go(cl=cl, b=b, net=net, d=I(10, 70)):
        for k in range(I(2, 4)):
            t = at_local(d + k * I(1, 4), U(9, 13), 1); ps = [post(b, t - U(1, 16) * H, C(INSULT).format(x=A[C(cl)]["handle"]), kind=C(["post", "comment"]), bad=True, removed=t + U(3, 40) * H) for _ in range(I(1, 3))]
            for a in cl:
                if ch(.65): report(a, C(ps) if ch(.85) else b, t + r.betavariate(1, 2) * U(10, 30) * M, net=net if ch(.8) else None)
        A[b].update(status="suspended", closed=(d + 14) * DAY, cfor="vulgarity", ground="terms")
    LATER.append(go)
# families
for _ in range(7):
    net = tok(); dv = tok(); fm = crowd("family", I(3, 6), "Member of a frightened family that reported a person who threatened them; rightly.", nets=[net], tz=(tzf := C([0, 1, -5])), devs=lambda: [tok()] + ([dv] if ch(.5) else []))
    for x in fm:
        for y in fm: ch(.8) and follow(x, y)
    b = offender(1, "threats")[0]; rem = ch(.7)
    def go(fm=fm, b=b, d=U(5, 80), rem=rem):
        t = d * DAY; ps = [post(b, t - U(.3, 30) * H, C(["I know where you live.", "You will be sorry, all of you", "Watch your kids."]), kind="reply", target=C(fm), bad=True, removed=(t + U(6, 90) * H) if rem else None) for _ in range(I(1, 4))]
        for a in fm:
            for o in ps + [b]:
                if ch(.6): report(a, o, t + E(1 / (1.5 * H)))
    LATER.append(go)
# fans of ring targets: report the nasty replies, a few report the target's post to call for help
for v in r.sample([x for x in ALLT if A[x].get("what") in ("creator", "news", "shop")], 9):
    fs = crowd("fan_of_target", I(3, 9), "Fan of the mass-reported account: reported nasty replies under its posts, once or twice; not against the target.")
    for f in fs: follow(f, v)
    def go(fs=fs, v=v):
        hits = sorted(t for a, t, o, tg in R if tg == v)
        t = C(hits) if hits else U(10, 80) * DAY; base = C([p for p in BYACC[v] if p["t"] < t] or [None])
        ps = [post(C(BULLIES + ORD[:200]), t + U(-5, 5) * H, C(INSULT).format(x="you"), kind="reply", target=base["id"] if base else v, bad=ch(.8)) for _ in range(I(2, 4))]
        for f in fs:
            report(f, C(ps), t + E(1 / (6 * H)))
            if ch(.12) and base: report(f, base, t + E(1 / (6 * H)))
    LATER.append(go)
# neighbours on one network
for n in (I(16, 28), I(12, 20), I(20, 34)):
    net = tok(); tzn = C([0, 1, 8]); nb = crowd("neighbours", n, "Lives behind the same shared network as others who also report now and then; the reports are unconnected or about one real local scam.", nets=[net], tz=tzn, rate=lambda: U(.1, .4))
    b = offender(1, "local rental scam")[0]
    def go(nb=nb, b=b, d=U(10, 60)):
        ps = [post(b, (d - U(0, 4)) * DAY, C(["Flat to let, send deposit first", "2 rooms, city centre, pay by voucher"]), kind="listing", bad=True, removed=(d + U(14, 20)) * DAY) for _ in range(2)]
        for a in nb:
            if ch(.45): report(a, C(ps), (int(d + U(0, 13))) * DAY + tod(A[a]["tz"]))
            honest(a, pois(1.2), .6)
    LATER.append(go)
# quarrels
for _ in range(16):
    k = C([1, 1, 2, 3]); a_, b_ = (crowd("quarrel", k, "Reported an opponent in a private quarrel and was reported back; heated, but no campaign.", tz=1, rate=lambda: U(.25, .6)) for _ in range(2))
    for x in a_:
        for y in b_: ch(.6) and follow(x, y); ch(.5) and follow(y, x)
    def go(a_=a_, b_=b_, d=U(5, 75)):
        th = post(a_[0], (d - .1) * DAY, ttext(a_[0]))
        for side, oth in ((a_, b_), (b_, a_)):
            for x in side:
                for _ in range(I(1, 3)): post(x, (d + U(0, 2)) * DAY, C(INSULT[:4] + REPLY).format(x="mate"), kind="reply", target=th["id"], bad=ch(.25))
        for side, oth in ((a_, b_), (b_, a_)):
            for x in side:
                for _ in range(I(1, 5)):
                    t = (d + U(.5, 5)) * DAY; report(x, C(posts_of(C(oth), n=4, acct=.3, bad=True)(t)), t)
    LATER.append(go)
# newcomers after a TV show
for n, nd in ((I(180, 240), 41), (I(60, 90), 73)):
    t = at_local(nd, 20.3, 1); tv = crowd("tv_newcomer", n, "Joined in the evening of a TV show and reported what a contestant or commenter wrote; no link to the others.", created=lambda: t + r.gammavariate(2, 40 * M), tz=C([1, 0]), lang=C(["en", "de"]), rate=lambda: logn(.12, .9), fmed=7)
    star = BIG[3 if n > 150 else 4]
    for x in tv: ch(.55) and follow(x, star, A[x]["created"] + U(60, 3000))
    def go(tv=tv, t=t, star=star, rival=BIG[5]):
        ps = [post(rival, t + U(10, 40) * M, C(["Worst singer of the evening, sorry not sorry", "Who voted for that? Deaf people?"]), bad=False), post(C(BULLIES), t + U(20, 70) * M, C(INSULT).format(x="singer"), kind="comment", bad=True)]
        for a in tv:
            if ch(.6): report(a, r.choices(ps, [7, 3])[0], A[a]["created"] + E(1 / (50 * M)), see=.8)
    LATER.append(go)
# customers of a scam shop
for n in (I(90, 140), I(45, 70)):
    sh = acc("reported_offender", 0, "Scam shop, rightly reported by its customers.", created=-U(20, 90) * DAY, akind="organisation", rate=.7); A[sh]["disp"] = f"{C(NOUN).title()} Outlet"; cu = crowd("scam_shop_customer", n, "Cheated customer of a scam shop who reported it; the shop was closed later.")
    def go(sh=sh, cu=cu, d=U(8, 40), L=U(12, 35)):
        ps = [post(sh, (d - U(0, 8)) * DAY, C(["Brand shoes -70%", "Designer bag, last pieces", "Phone, new, half price"]), kind="listing", bad=True, removed=(d + L + 1) * DAY) for _ in range(9)]
        for a in cu:
            t = (d + L * r.betavariate(2, 1.3)) * DAY
            if ch(.6): post(a, t - U(0, 2) * DAY, C(["Never arrived.", "Money gone, no answer", "Fake goods, be careful", "Paid three weeks ago, nothing"]), kind="review", target=sh)
            report(a, C(ps) if ch(.6) else sh, t)
        A[sh].update(status="suspended", closed=min((d + L + 1) * DAY, END - H), cfor="impersonation", ground="terms")
    LATER.append(go)
# raid, reported by the victim's followers
for n, nr in ((I(60, 110), I(14, 24)), (I(35, 60), I(8, 14))):
    v = acc("raid_victim", 0, "Victim of a raid; did nothing wrong.", rate=.6); fo = crowd("raid_victim_follower", n, "Follower of a raided account who reported the raiders' insults within the hour; rightly."); ra = offender(nr, "raid with insults")
    for f in fo: follow(f, v, -U(1, 200) * DAY)
    def go(v=v, fo=fo, ra=ra, d=U(8, 82)):
        t = d * DAY; th = post(v, t - U(1, 5) * H, ttext(v)); ps = [post(x, t + U(0, 60) * M, C(INSULT).format(x=A[v]["handle"]), kind="reply", target=th["id"], bad=True, removed=t + U(2, 14) * H) for x in ra for _ in range(I(1, 3))]
        post(v, t + 25 * M, "I am being raided right now. If you can, please report the insults under my last post.")
        for f in fo:
            for o in r.sample(ps, I(1, min(6, len(ps)))): report(f, o, t + 30 * M + r.betavariate(1.1, 3) * 2.5 * H, see=.7)
    LATER.append(go)
# fans who report a real clone of their artist
for n in (I(40, 70), I(20, 35)):
    art = BIG[6 if n > 38 else 7]; cl = acc("reported_offender", 0, "Real clone of an artist, rightly reported.", created=U(5, 60) * DAY, rate=.3, disp=A[art]["disp"]); A[cl]["avh"] = A[art]["avh"]; A[cl]["defav"] = False; A[cl]["handle"] = A[art]["handle"] + "_0fficial"
    fs = crowd("fans_report_real_clone", n, "Fan who reported a real clone of an artist after a public warning; the clone was closed.")
    for f in fs: ch(.85) and follow(f, art)
    def go(art=art, cl=cl, fs=fs):
        t = A[cl]["created"] + U(1, 9) * DAY; post(art, t, f"Warning: @{A[cl]['handle']} is not me. Please report it.")
        for f in fs: report(f, cl, t + 120 + r.gammavariate(1.2, 2 * H), see=.7)
        A[cl].update(status="suspended", closed=t + U(1, 3) * DAY, cfor="impersonation", ground="terms")
    LATER.append(go)
# guild that reports a real cheater
for n in (I(18, 30),):
    gu = crowd("guild_real_cheater", n, "Guild mate who reported a real cheater or gold seller; the account was closed.", topic="gaming", akind="game", tz=1, rate=lambda: U(.2, .6)); 
    for x in gu:
        for y in gu: ch(.3) and follow(x, y)
    cs = offender(3, "cheat and account sale")
    def go(gu=gu, cs=cs):
        for c in cs:
            d = I(8, 75); t = at_local(d, U(19, 22), 1); o = post(c, t - U(1, 20) * H, "selling lvl 80 account with full gear, dm", kind="listing", bad=True, removed=t + U(5, 60) * H)
            for a in gu: ch(.6) and report(a, C([o, c]), t + r.betavariate(1, 2) * 2 * H)
            A[c].update(status="suspended", closed=t + 4 * DAY, cfor="account_trade", ground="terms")
    LATER.append(go)
# cafe / library computers
for _ in range(2):
    dv = [tok() for _ in range(I(4, 7))]; net = tok(); crowd("library_pc_user", I(16, 26), "Uses public computers with many strangers; files few reports, each alone.", devs=lambda: [C(dv)] + ([tok()] if ch(.6) else []), nets=lambda: [net, tok()], tz=0)
# ================================================================ lives
ids = list(A); r.shuffle(ids)
bytopic = collections.defaultdict(list)
for i in ids: bytopic[A[i]["topic"]].append(i)
pop = {i: logn(1, 1.1) * (25 if i in BIG else 1) for i in ids}
cw = {t: list(np.cumsum([pop[i] for i in l])) for t, l in bytopic.items()}; cwall = list(np.cumsum([pop[i] for i in ids]))
for a in ids:
    n = min(160, int(logn(A[a]["fmed"], .9)))
    l = r.choices(bytopic[A[a]["topic"]], cum_weights=cw[A[a]["topic"]], k=int(n * .6) + 1) + r.choices(ids, cum_weights=cwall, k=int(n * .4))
    for b in l:
        follow(a, b)
        if ch(.22): follow(b, a)
for a in ids: live(a)
PEND.sort(key=lambda x: x[1]); recent = []
for a, t in PEND:
    z = A[a]; k = KIND[a]
    if t >= END - 60: continue
    if a in set(): pass
    if k == "reported_offender" and ch(.6):
        ins = a in BULLIES; post(a, t, C(INSULT if ins else SPAM).format(x="you", n=I(2, 90)), kind=C(["comment", "post", "reply"]), target=(C(recent[-200:])["id"] if recent and ch(.6) else None), bad=True); continue
    w = z.get("what")
    if w == "shop" and ch(.7): p = post(a, t, f"{C(NOUN).title()} {C(['lamp','bag','tea set','puzzle','belt'])}, {I(8,120)}.00, ships in {I(1,5)} days", kind="listing")
    elif w == "news": x = C(THING["local_news"]); p = post(a, t, f"{C(['Council decides on','Residents ask about','Update on','Delay for'])} {x}", topic="local_news", url=f"https://news{I(1,40)}.example/{uid(8)}", title=f"{x.capitalize()}: what we know")
    elif recent and ch(.38): o = C(recent[-400:]); p = post(a, t, C(REPLY), kind=C(["reply", "comment"]), target=o["id"], topic=o["topic"])
    else: p = post(a, t, ttext(a), kind="post" if ch(.95) else "live", topic=z["topic"] if ch(.6) else None, bad=False)
    if not w and ch(.006): p["bad"] = True; p["text"] = C(INSULT).format(x="mate")
    if p["kind"] != "reply": recent.append(p)
# honest / mistaken everyday reports
for l in BYACC.values(): l.sort(key=lambda p: p["t"])
BADP = sorted([p for p in P if p["bad"]], key=lambda p: p["t"]); BT = [p["t"] for p in BADP]
ALLP = sorted(P, key=lambda p: p["t"]); AT = [p["t"] for p in ALLP]
for p in BADP:   # moderation of everyday bad posts is decided now
    if p["removed"] == "auto": p["removed"] = p["t"] + logn(30 * H, 1.1) if ch(.86) else None
def honest(a, n, right, spread=None):
    for _ in range(n):
        lo = max(0, A[a]["created"]); t = int(U(lo, END) / DAY) * DAY + tod(A[a]["tz"]) if not spread else U(lo, END)
        src, ts = (BADP, BT) if ch(right) else (ALLP, AT)
        k = bisect.bisect(ts, t) - 1 - int(E(1 / (12.0 if src is BADP else 300.0)))
        if k < 0: continue
        o = src[k]
        if isinstance(o["removed"], float) and t > o["removed"]: t = U(o["t"] + 60, o["removed"])
        q = PRO.get(KIND[a], 0)
        if q and o["bad"] and not isinstance(o["removed"], float) and ch(q): o["removed"] = t + logn(8 * H, .9)
        report(a, o["a"] if ch(.02 if q else .1) else o, t, see=.65)
PRO = dict(antispam_reporter=.96, trusted_flagger=.96, volunteer_moderator=.85)
for a in ids:
    k = KIND[a]
    if k in ("volunteer_moderator", "antispam_reporter", "trusted_flagger", "wrong_but_alone"): continue
    if ch(.3): honest(a, 1 + min(14, int(E(1 / 1.1))), r.betavariate(2.4, 1.3))
for a in VOL: honest(a, I(50, 220), U(.85, .96))
for a in AUTO: honest(a, I(250, 600), U(.95, .99), spread=True)
for a in TRU: honest(a, I(120, 300), U(.94, .99))
for a in WRONG: honest(a, I(8, 45), U(.02, .18))
for g in PAD:
    for a in g["m"]: honest(a, I(7, 26), U(.85, .97))
for f in LATER: f()
# every guilty account took part: repair those who drew no ring report
ring_t = {g["id"] + str(n): g for n, g in enumerate(RINGS)}
for g in RINGS:
    ms = set(g["m"]); ok = lambda o: not (o in POST and POST[o]["bad"])
    tg = collections.defaultdict(set)
    for a, t, o, x in R:
        if a in ms and ok(o) and KIND[x] != "reported_offender": tg[x].add(a)
    g["tg"] = common = {x for x, who in tg.items() if len(who) >= 3}
    rr = [x for x in R if x[0] in ms and x[3] in common and ok(x[2])]
    mine = collections.defaultdict(set)
    for a, t, o, x in rr: mine[a].add(o)
    for a in g["m"]:
        k = 0
        while len(mine[a]) < 2 and rr and k < 40:
            k += 1; q = C(rr)
            if q[1] > A[a]["created"] + H and (a, q[2]) not in REPD and report(a, POST.get(q[2], q[2]), q[1] + (U(-20, 40) if g["kind"] == "chat_group_burst" else U(-3, 6) * M if ch(.7) else U(1, 9) * M), see=g["see"]): mine[a].add(q[2])
# ---------------------------------------------------------------- moderation outcomes
first = {}
for a, t, o, x in R: first[o] = min(t, first.get(o, 9e18))
rc = collections.Counter()
for p in P:
    if p["removed"] == "auto":
        p["removed"] = None
        if p["bad"]: p["removed"] = first.get(p["id"], p["t"]) + logn(20 * H, 1) if ch(.85) else None
        elif p["id"] in first and ch(.03): p["removed"] = first[p["id"]] + logn(20 * H, .9)     # moderators err
        elif ch(.004): p["removed"] = p["t"] + logn(30 * H, 1)                                   # holder deleted it
    if p["removed"] and p["removed"] > p["t"] and p["removed"] < END: p["rem"] = p["removed"]; rc[p["a"]] += p["bad"]
# no report can follow a removal by more than a stale page
R = [x for x in R if not (x[2] in POST and POST[x[2]]["rem"] and x[1] > POST[x[2]]["rem"] + 20 * M)]
for a in ids:
    z = A[a]
    if KIND[a] == "reported_offender" and z["status"] == "active" and rc[a] >= 3 and ch(.55):
        lp = max(p["rem"] for p in BYACC[a] if p["rem"]); z.update(status="suspended", closed=min(lp + U(1, 60) * H, END - 60), cfor=C(["coordination", "vulgarity", None]), ground="terms")
    elif z["status"] == "active" and ch(.012): z.update(status=C(["closed", "suspended", "dormant"])); z["closed"] = U(max(z["created"], 0) + DAY, END) if z["status"] != "dormant" and z["created"] < END - 3 * DAY else None; z["ground"] = {"closed": "request", "suspended": "terms"}.get(z["status"])
    if z["closed"] is None and z["status"] != "dormant": z["status"] = "active"
    elif z["closed"]: z["hardend"] = z["closed"]
cut = {a: A[a].get("hardend", 9e18) for a in ids}
guilty_before = {a for a in G if G[a]}
for a in guilty_before:      # a closed ring account keeps its reports: move the closing behind the last one
    last = max((x[1] for x in R if x[0] == a), default=0)
    if cut[a] < last: A[a].update(status="active", closed=None, ground=None, cfor=None); cut[a] = 9e18
R = [x for x in R if x[1] <= cut[x[0]] and x[1] <= cut.get(x[3], 9e18) + 2 * H]
S = [s for s in S if s[1] <= cut[s[0]] and s[1] >= A[s[0]]["created"]]
P = [p for p in P if p["t"] <= cut[p["a"]] and A[p["a"]]["created"] < p["t"] < END]
keep = {p["id"] for p in P}; R = [x for x in R if x[2] in keep or x[2] in A]
for p in P:
    if p["target"] and p["target"] not in keep and p["target"] not in A: p["target"] = None
# ---------------------------------------------------------------- likes, views, shares
ALLP = sorted(P, key=lambda p: p["t"]); AT = [p["t"] for p in ALLP]; fl = collections.defaultdict(list); PB = collections.defaultdict(list)
for (a, b) in F: fl[a].append(b)
for p in ALLP: PB[p["a"]].append(p)
hot = [p for p in ALLP if p.get("hot")]
for a, t in ACTP:
    o = None
    if fl[a] and ch(.55):
        c = PB[C(fl[a])]; k = bisect.bisect([p["t"] for p in c], t) - 1
        if k >= 0: o = c[max(0, k - int(E(1 / 2.0)))]
    if o is None:
        k = bisect.bisect(AT, t) - 1 - int(E(1 / 250.0))
        if k < 0: continue
        o = ALLP[k]
    if o["a"] == a or (o["rem"] and o["rem"] < t): continue
    X.append((a, t, r.choices(["view", "like", "share", "vote", "star", "gift"], [50, 38, 7, 3, 1, 1])[0], o["id"], o["a"]))
X = [x for x in X if (x[3] in keep or x[3] in A) and A[x[0]]["created"] < x[1] < min(END, cut[x[0]])]
# ---------------------------------------------------------------- export
def ts(x): return None if x is None else T0 + dt.timedelta(seconds=round(x, 0 if False else 3))
def miss(v, p): return None if ch(p) else v
TS = pa.timestamp("us", tz="UTC"); ST = pa.string(); I64 = pa.int64(); B = pa.bool_()
def save(name, cols, rows):
    r.shuffle(rows); rows = list(zip(*rows)) if rows else [[] for _ in cols]
    pq.write_table(pa.table([pa.array(list(v), type=t) for v, (_, t) in zip(rows, cols)], names=[c for c, _ in cols]), os.path.join(OUT, name + ".parquet"))
infol, outfol, npst, lastt = collections.Counter(), collections.Counter(), collections.Counter(), {}
for (a, b) in F: infol[b] += 1; outfol[a] += 1
for p in P: npst[p["a"]] += 1
for s in S: lastt[s[0]] = max(lastt.get(s[0], -9e18), min(s[2], END - 1))
for x in R + X: lastt[x[0]] = max(lastt.get(x[0], -9e18), x[1])
BIO = ["{t} and tea", "Opinions my own", "{t} mostly", "She/her, {t} fan", "Father of two. {t}.", "just here to read", "{t} | {n}", "learning {t} since 2019", "DMs closed"]
LOC = {0: ["London", "Leeds", "Dublin", "Porto"], 1: ["Berlin", "Madrid", "Paris", "Oslo", "Graz"], 2: ["Athens", "Cairo", "Sofia"], -5: ["Boston", "Toronto", "Lima"], -8: ["Seattle", "Oakland"], 8: ["Shanghai", "Singapore", "Perth"], 5.5: ["Pune", "Chennai"]}
rows = []
for a in ids:
    z = A[a]; big = z["base_f"]; age = max(1, (END - z["created"]) / DAY); g = min(1.0, age / 500)
    la = lastt.get(a); la = la if la is not None else (z["created"] + (0 - z["created"]) * r.random() if z["created"] < 0 else z["created"] + 60)
    rows.append((a, z["handle"], miss(z["disp"], .03), miss(C(BIO).format(t=z["topic"].replace("_", " "), n=C(NOUN)), .45), miss(C(LOC[z["tz"]]), .5), miss(f"https://{z['handle'].replace('_','-')}.example", .9),
      None if z["defav"] else miss(f"https://cdn.example/a/{uid(10)}.png", .05), None if z["defav"] else miss(z["avh"], .08), miss(hx(), .7), z["akind"], miss(ts(z["created"]), .015), z["status"], ts(z["closed"]), z["ground"], z["cfor"], miss(ts(la), .04),
      miss(infol[a] + int(big * g), .02), miss(outfol[a] + int(logn(60, 1) * g), .02), miss(npst[a] + int(z["rate"] * .4 * age * U(.3, 1.2)), .02), miss(int(E(1 / 2)), .3), miss(z["defav"], .03), miss(ch(.09), .02), miss(z["lang"], .07)))
save("accounts", [("account_id", ST), ("handle", ST), ("display_name", ST), ("bio", ST), ("location", ST), ("url", ST), ("avatar", ST), ("avatar_hash", ST), ("cover_hash", ST), ("kind", ST), ("created_at", TS), ("status", ST), ("closed_at", TS), ("closed_ground", ST), ("closed_for", ST), ("last_active_at", TS), ("followers", I64), ("following", I64), ("posts", I64), ("listed", I64), ("default_avatar", B), ("is_private", B), ("language", ST)], rows)
save("actions", [("account_id", ST), ("at", TS), ("verb", ST), ("object_id", ST), ("target_account_id", ST)],
     [(a, ts(t), "report", o, miss(x, .03)) for a, t, o, x in R] + [(a, ts(t), v, o, miss(x, .06)) for a, t, v, o, x in X])
save("posts", [("post_id", ST), ("account_id", ST), ("at", TS), ("kind", ST), ("target_id", ST), ("title", ST), ("text", ST), ("url", ST), ("topic", ST), ("removed_at", TS), ("language", ST)],
     [(p["id"], p["a"], ts(p["t"]), miss(p["kind"], .01), p["target"], p["title"], miss(p["text"], .02), p["url"], p["topic"], ts(p["rem"]), miss(A[p["a"]]["lang"], .12)) for p in P])
save("follows", [("follower_id", ST), ("target_id", ST), ("at", TS), ("ended_at", TS)], [(a, b, miss(ts(t), .05), ts(U(max(t, 0), END)) if ch(.03) else None) for (a, b), t in F.items()])
REG = {0: "GB", 1: "DE", 2: "GR", -5: "US", -8: "US", 8: "SG", 5.5: "IN"}
srows = [(a, ts(b), miss(ts(min(e, END - 1)), .09), miss(d, .05), miss(n, .04), miss(REG[A[a]["tz"]], .1)) for a, b, e, d, n in S]
tk = {}
for a, b, e, d, n in S:
    for k, v in (("device", d), ("network", n)): f = tk.setdefault((a, k, v), [b, e]); f[0] = min(f[0], b); f[1] = max(f[1], min(e, END - 1))
trows = []
for (a, k, v), (b, e) in tk.items():
    if ch(.93): trows.append((a, k, v, miss(ts(b if A[a]["created"] > 0 else max(A[a]["created"], b - E(1 / (60 * DAY)))), .03), miss(ts(e), .03)))
for a in ids:
    for k, p in (("email", .85), ("phone", .5), ("payment", .06)):
        if ch(p): trows.append((a, k, tok(), ts(A[a]["created"]), None))
save("sessions", [("account_id", ST), ("started_at", TS), ("ended_at", TS), ("device_token", ST), ("network_token", ST), ("region", ST)], srows)
save("tokens", [("account_id", ST), ("kind", ST), ("token", ST), ("first_seen_at", TS), ("last_seen_at", TS)], trows)
for a in r.sample(ids, 260):   # ordinary changes of profile
    t = U(max(0, A[a]["created"]), END - 60); f = C(["bio", "display_name", "location", "handle"])
    PC.append((a, t, f, {"handle": handle()[0], "display_name": C(FIRST).title(), "bio": C(BIO).format(t="life", n="x"), "location": C(LOC[1])}[f], {"handle": A[a]["handle"], "display_name": A[a]["disp"], "bio": C(BIO).format(t=A[a]["topic"], n="y"), "location": C(LOC[A[a]["tz"]])}[f]))
save("profile_changes", [("account_id", ST), ("at", TS), ("field", ST), ("old", ST), ("new", ST)], [(a, ts(t), f, o, n) for a, t, f, o, n in PC])
# truth: after all filters a guilty account still has a ring report
nobj = collections.Counter(); st = collections.Counter()
for g in RINGS:
    ms = set(g["m"]); o_ = collections.defaultdict(set)
    for a, t, o, x in R:
        if a in ms and x in g["tg"] and not (o in POST and POST[o]["bad"]): o_[a].add(o)
    for a in g["m"]: nobj[a] = len(o_[a]); st[(g["kind"], min(3, nobj[a]))] += 1
    if g["kind"] == "one_removed_after": print(g["id"], "removed target posts:", sum(1 for p in P if p["a"] in g["tg"] and p["rem"] and not p["bad"] and any(x[2] == p["id"] for x in R)))
print("ring objects per member (0,1,2,3+):", {k: [st[(k, n)] for n in range(4)] for k in {x["kind"] for x in RINGS}})
bad = [a for a in ids if G[a] and not nobj[a]]
for a in bad: G[a] = 0; KIND[a] = "ring_bystander"; WHY[a] = "Close to ring members but filed no report with them."
with open(os.path.join(HERE, "truth.csv"), "w", newline="") as f:
    w = csv.writer(f); w.writerow(["account_id", "guilty", "kind", "why"]); r.shuffle(ids)
    for a in ids: w.writerow([a, G[a], KIND[a], WHY[a]])
print("guilty turned bystander for want of a report:", len(bad), "reports", len(R))
