"""Blind test world M1: report abuse (bad-faith mass reporting). Writes world/*.parquet and truth.csv beside this file."""
import csv, os, random, shutil, datetime as dt
import numpy as np, pyarrow as pa, pyarrow.parquet as pq

SEED = 61120261
rng = np.random.default_rng(SEED); R = random.Random(SEED)
HERE = os.path.dirname(os.path.abspath(__file__)); W = os.path.join(HERE, "world")
T0 = dt.datetime(2026, 3, 1, tzinfo=dt.timezone.utc)
H, D = 3600.0, 86400.0; END = 90 * D
U = R.uniform
def hx(n=64): return "%0*x" % (n, R.getrandbits(4 * n))
def poi(x): return int(rng.poisson(x))
def day(t): return (T0 + dt.timedelta(seconds=t)).strftime("%Y-%m-%d")

# ---------------------------------------------------------------- words
TXT = {
 "en": (["Just tried", "Finally finished", "Still thinking about", "Can anyone recommend", "Photos from", "Small update on", "Not convinced by", "Really enjoyed", "Question about", "Today's notes on"],
        ["the new tram line", "sourdough with rye", "my balcony tomatoes", "last night's match", "the city half marathon", "a second-hand lens", "our choir rehearsal", "this month's book club pick", "the ranked season", "a cheap espresso grinder", "the flood wall plan", "night train tickets", "my old synth", "the school garden"],
        ["more tomorrow", "opinions welcome", "it took three attempts", "would do it again", "not what I expected", "thanks to everyone who helped", "prices are another matter", "see you on Sunday", "still learning", "pictures in the thread"]),
 "de": (["Heute ausprobiert:", "Endlich fertig mit", "Frage zu", "Fotos von", "Kleines Update zu", "Nicht überzeugt von", "Sehr schön:"],
        ["dem neuen Fahrradweg", "meinem Sauerteig", "dem Spiel gestern", "unserer Chorprobe", "dem Nachtzug nach Wien", "der Ranglistensaison", "dem Schulgarten", "einem alten Objektiv"],
        ["morgen mehr", "Meinungen willkommen", "hat drei Anläufe gebraucht", "würde ich wieder machen", "bis Sonntag", "danke an alle"]),
 "es": (["Hoy he probado", "Por fin terminé", "Alguien sabe de", "Fotos de", "Sigo pensando en", "Me encantó"],
        ["el nuevo carril bici", "el pan de centeno", "el partido de anoche", "la media maratón", "mis tomates", "la temporada clasificatoria", "un objetivo usado"],
        ["mañana más", "se aceptan opiniones", "no era lo que esperaba", "gracias a todos", "nos vemos el domingo"]),
 "zh": (["今天试了", "终于完成了", "请教一下", "分享几张", "还在想", "不太看好"],
        ["新开的地铁线", "阳台上的番茄", "昨晚的比赛", "半程马拉松", "二手镜头", "合唱排练", "这个赛季的排位", "读书会的书"],
        ["明天再更", "欢迎讨论", "失败了三次", "下次还来", "和想的不一样", "谢谢大家"])}
SPAM = ["Earn {n} a day from home, message me for the link", "Last {n} seats, guaranteed returns, join the channel now", "Your parcel is held, confirm here: hxxps://pay-{h}.example", "Followers {n} for 5, delivery in one hour, DM", "Miracle drops, doctors hate it, {n} sold today", "Free skins generator, only {n} codes left"]
ABUSE = ["Nobody wants you here, get off this page you idiot", "You are pathetic and everyone laughs about you, {n} people agree", "Delete yourself from this site, clown", "I know where you go after class, watch out", "People like you should be thrown out, all of you"]
ARGUE = ["That is simply not true and you know it", "You always start this, I am done", "Read the thread again before accusing me", "Stop quoting me out of context"]
SYL = "ba ka lo mi ren tas vor el jun na pe ri so tu wen xi zho mar len dor fa gus hal ino ked lin mo nor".split()
def handle(style=None):
    s = "".join(R.choice(SYL) for _ in range(R.randint(2, 4)))
    style = style if style is not None else R.random()
    if style < .35: return s + str(R.randint(1, 9999))
    if style < .55: return s + "_" + R.choice(SYL)
    if style < .7: return s + "." + R.choice(SYL)
    return s
def text(lang, bad=None):
    if bad: return R.choice(SPAM if bad == "spam" else ABUSE if bad == "abuse" else ARGUE).format(n=R.randint(3, 900), h=hx(5))
    a, b, c = TXT[lang]
    s = R.choice(a) + (" " if lang != "zh" else "") + R.choice(b)
    return s + (("，" if lang == "zh" else ", ") + R.choice(c) if R.random() < .7 else "") + ("" if R.random() < .6 else "!" if R.random() < .3 else ".")

# ---------------------------------------------------------------- model
REG = {"US": (-6, "en"), "DE": (1, "de"), "ES": (1, "es"), "CN": (8, "zh"), "GB": (0, "en")}
CGN = {r: [hx() for _ in range(9)] for r in REG}
VPN = [hx() for _ in range(18)]
COMM = [(R.choice(list(REG)), i) for i in range(70)]
acc, posts, acts = [], [], []
seen_handles = set(); follow = {}
postby = {}
class A: pass
def new(kind, guilty=0, why="ordinary account, no part in any reporting campaign", created=None, comm=None, rate=None, devs=None, nets=None,
        akind=None, post_p=None, like_p=None, win=None, right=None, wrong=None, hstyle=None, vpn=None, pop=1.0, minor=None, realname=None):
    a = A(); a.id = hx(14); a.kind, a.guilty, a.why = kind, guilty, why
    a.comm = R.randrange(len(COMM)) if comm is None else comm
    a.region = COMM[a.comm][0] if R.random() < .85 else R.choice(list(REG)); a.tz, a.lang = REG[a.region]
    a.created = -D * min(3400, R.expovariate(1 / 700)) + U(0, 40 * D) if created is None else created
    if kind == 'ordinary' and created is None and R.random() < .15: a.created = U(0, 88 * D)   # sign-ups go on all the time
    a.rate = min(3.0, R.lognormvariate(-1.35, .95)) if rate is None else rate
    a.devs = devs or ([hx()] + ([hx()] if R.random() < .3 else []))
    a.home = nets or [hx()]; a.vpn = (.9 if R.random() < .05 else 0) if vpn is None else vpn; a.mob = U(.05, .6)
    a.akind = akind or ("personal" if R.random() < .9 else R.choice(["professional", "game", "unknown"]))
    a.post_p = U(.02, .35) if post_p is None else post_p; a.like_p = U(.2, 1.2) if like_p is None else like_p
    a.win = win; a.ev = []; a.closed = None; a.ground = a.cfor = None; a.org = None; a.pop = pop
    a.right = right; a.wrong = wrong; a.minor = minor; a.realname = realname
    h = handle(hstyle)
    while h in seen_handles: h += str(R.randint(0, 99))
    seen_handles.add(h); a.handle = h
    a.name = (" ".join(R.choice(SYL).capitalize() + R.choice(SYL) for _ in range(R.randint(1, 2)))); a.avatar = hx()
    a.bio = R.choice(["", "", text(a.lang), R.choice(["coffee, trains, cats", "she/her", "dad of two", "views my own", "photos mostly", "学生", "Hobbykoch", "fútbol y café"])])
    acc.append(a); postby[a.id] = []
    return a
def post(a, t, kind="post", bad=None, removed=None, target=None, txt=None, w=1.0):
    if t < 0: t = U(0, 1.5 * D)
    t = min(max(t, a.created + 60), END - 900)
    p = A(); p.id = hx(16); p.a = a; p.at = t; p.kind = kind; p.target = target; p.text = txt or text(a.lang, bad); p.bad = bad; p.removed = removed; p.w = w; p.title = None
    posts.append(p); postby[a.id].append(p); a.ev.append(t); return p
seen_rep = set()
def rep(a, t, obj, tgt=None):
    """report; obj is a post or an account"""
    if isinstance(obj, A) and hasattr(obj, "a"): lo, oid, ta = obj.at + 5, obj.id, obj.a; hi = obj.removed if obj.removed else END
    else: lo, oid, ta = obj.created + 60, obj.id, obj; hi = END
    if ta.closed: hi = min(hi, ta.closed)
    hi = min(hi, a.closed or END)
    lo = max(lo, a.created + 120)
    if lo >= hi - 10 or ta is a: return False
    if not (lo <= t <= hi - 1): t = lo + (hi - lo) * R.random() ** 3 if t < lo else hi - U(1, min(600, hi - lo))
    if (a.id, oid) in seen_rep and R.random() < .9: return False
    seen_rep.add((a.id, oid)); acts.append([a.id, t, "report", oid, ta.id]); a.ev.append(t); return True
def fol(a, b, t=None):
    if a is b: return
    lo = max(a.created, b.created) + 60
    if lo >= END: return
    follow.setdefault((a.id, b.id), min(END - 1, t if t is not None and t > lo else lo + (END - lo) * R.random() ** 1.5 * (.999)))
def clique(m, dens, t=None):
    for x in m:
        for y in m:
            if x is not y and R.random() < dens: fol(x, y, t)
def close(a, t, cfor, status="suspended"):
    if t < END - H: a.closed, a.ground, a.cfor, a.status = t, "terms", cfor, status
def around(c, share=1.0):  # someone's waking hours near c
    return c
def diurnal(tz, d):
    h = R.choices(range(24), [1, .5, .3, .2, .2, .5, 2, 4, 4, 3, 3, 4, 5, 4, 3, 3, 4, 5, 6, 7, 8, 8, 6, 3])[0]
    return d * D + ((h - tz) % 24) * H + U(0, H)
def lat(med=14): return R.lognormvariate(np.log(med), 1.0) * H

# ---------------------------------------------------------------- ordinary people, creators, shops, news pages
ordinary = [new("ordinary") for _ in range(2700)]
creators = [new("ordinary", why="ordinary creator account", rate=U(.6, 2), post_p=U(.25, .7), pop=R.paretovariate(.9) * 6, created=-D * U(60, 2500)) for _ in range(240)]
shops = [new("ordinary", why="ordinary shop", rate=U(.8, 2), post_p=.5, pop=15, akind="organisation", created=-D * U(100, 1800)) for _ in range(9)]
news = [new("ordinary", why="ordinary news page", rate=2.4, post_p=.8, pop=120, akind="organisation", created=-D * U(700, 3000)) for _ in range(7)]
for i in range(70):   # households: shared line, sometimes a shared tablet
    m = R.sample(ordinary, R.randint(2, 4)); n = m[0].home
    for x in m: x.home = n
    if R.random() < .5:
        for x in m: x.devs = x.devs + [m[0].devs[-1]]
bycomm = {}
for a in ordinary + creators: bycomm.setdefault(a.comm, []).append(a)

# real violators, whom people rightly report
bad = []
for i in range(175):
    t = U(-5, 84) * D; how = "spam" if R.random() < .65 else "abuse"
    a = new("violator", why="posts real %s; reported rightly; no reporting campaign of its own" % how, created=t - D * R.expovariate(1 / (20 if how == "spam" else 300)), win=(max(0, t), min(END, t + U(3, 35) * D)), rate=U(.3, 1.5), post_p=.03, right=0, wrong=0)
    n = R.randint(3, 28); mx = 0
    for _ in range(n):
        pt = R.uniform(*a.win); p = post(a, pt, R.choice(["post", "comment", "reply"]) if how == "abuse" else R.choice(["post", "post", "comment", "listing"]), bad=how, w=R.lognormvariate(0, 1))
        if R.random() < .96: p.removed = p.at + lat()
        mx = max(mx, p.removed or p.at)
        if p.removed and p.removed > END - 60: p.removed = None
    if R.random() < .6: close(a, mx + U(1, 72) * H, "vulgarity" if how == "abuse" else "clickbait")
    bad.append(a)
badposts = sorted([p for a in bad for p in postby[a.id]], key=lambda p: p.at)
bw = np.cumsum([p.w for p in badposts]); 
def right(a, lo=None, hi=None, fast=False):
    for _ in range(25):
        p = badposts[int(np.searchsorted(bw, U(0, bw[-1])))]
        e = p.removed or min(END, p.at + 4 * D)
        if p.at < a.created + 300 or (lo is not None and not lo <= p.at <= hi): continue
        t = p.at + (U(1, 90) if fast else (e - p.at) * R.betavariate(1.1, 2.2))
        if rep(a, t, p): return p
wrongq = []            # (account, n): filled when all posts exist
def some_target(pool=None, k=1): return R.sample(pool or (creators + R.sample(ordinary, 300)), k)
used = set()
def target(pool=None):
    for _ in range(200):
        x = R.choice(pool or creators)
        if x.id not in used and x.created < -2 * D: break
    used.add(x.id); return x
def chance(tg, n, lo, hi):
    """honest single reports against a ring's target, at other times"""
    for a in R.sample(ordinary, n):
        o = R.choice(postby[tg.id][-6:] + [tg]); rep(a, U(lo, hi), o)

GK, IK = {}, {}
def ring(kind, n, why, **kw):
    GK[kind] = GK.get(kind, 0) + 1
    pm = dict(rate_m=R.gauss(-1.4, .4), right=U(0, 1.2), wrong=U(0, .5), vpn=R.choice([0, 0, .15, .4, .8]), home=None); m = []
    comms = [R.randrange(70) for _ in range(R.randint(1, 6))] if R.random() < .7 else None
    for i in range(n):
        k = {q: (v() if callable(v) else v) for q, v in kw.items()}
        k.setdefault("rate", min(2.5, R.lognormvariate(pm["rate_m"], .9)))
        k.setdefault("right", poi(pm["right"])); k.setdefault("wrong", poi(pm["wrong"]))
        k.setdefault("vpn", .9 if R.random() < pm["vpn"] else 0)
        k.setdefault("created", -D * min(3400, R.expovariate(1 / 600)) + U(0, 10 * D))
        m.append(new(kind, 1, "ring %s-%d of %d: " % (kind, GK[kind], n) + why, comm=R.choice(comms) if comms else None, **k))
    return m
def setwhy(m, s):
    for a in m: a.why = a.why.split(": ")[0] + ": " + s
def tposts(tg, times, kind="post"): return [post(tg, t, kind, w=U(.5, 3)) for t in sorted(times)]
def burst(m, t0, minutes, objs, nobj=(1, 3), late=.15, part=1.0, prof=.2, tg=None):
    for a in m:
        if R.random() > part: continue
        t = t0 + R.gammavariate(1.6, minutes * 60 / 3.2) if R.random() > late else t0 + R.expovariate(1 / (5 * H))
        o = R.sample(objs, min(len(objs), R.randint(*nobj)))
        if tg is not None and R.random() < prof: o.append(tg)
        for x in o: rep(a, t, x); t += U(6, 70)
def bystand(m_src, n, shared_comm=True, nets=None, devs=None, dens=.2):
    out = []
    for i in range(n):
        s = R.choice(m_src); b = new("group_bystander", why="in the same circle (follows, line or guild) as a ring, but took no part in its reports", comm=s.comm, nets=nets or None, devs=devs or None)
        for x in m_src:
            if R.random() < dens: fol(b, x)
            if R.random() < dens: fol(x, b)
        out.append(b)
    return out

# ================================================================ guilty
for i in range(3):       # 1 burst within minutes
    n = R.randint(28, 115); t0 = U(12, 84) * D; mins = U(3, 16); tg = target(); ps = tposts(tg, [t0 - U(1, 60) * H for _ in range(R.randint(2, 5))])
    m = ring("burst_chat_group", n, ""); burst(m, t0, mins, ps, (1, R.randint(1, 4)), late=U(.05, .25), prof=U(.1, .7), tg=tg)
    if R.random() < .7:   # same group, second victim
        t1 = min(86 * D, t0 + U(2, 20) * D); tg2 = target(); ps2 = tposts(tg2, [t1 - U(1, 30) * H for _ in range(3)]); burst(m, t1, mins * U(.7, 1.6), ps2, (1, 2), part=U(.4, .85), tg=tg2); chance(tg2, 2, t1 - 9 * D, END)
    clique(m, R.choice([0, .01, .04])); chance(tg, R.randint(1, 4), t0 - 20 * D, END); bystand(m, R.randint(3, 8), dens=.03)
    setwhy(m, "called up in a messaging group to report harmless posts of one creator within about %d minutes on %s; none of them follows the creator" % (round(mins), day(t0)))
for i in range(3):       # 2 slow list
    n = R.randint(10, 38); k = R.randint(5, 12); lo = U(2, 15) * D; ln = U(35, 65) * D; q = U(.5, .9); m = ring("slow_target_list", n, "")
    tgs = [target(creators + R.sample(ordinary, 200)) for _ in range(k)]
    for tg in tgs:
        c = lo + U(0, ln); sp = U(1, 9) * D; ps = tposts(tg, [c + U(-3, 5) * D for _ in range(R.randint(2, 4))])
        for a in m:
            if R.random() < q:
                for o in R.sample(ps, R.choice([1, 1, 2])): rep(a, diurnal(a.tz, int((c + abs(R.gauss(0, sp))) / D)), o)
                if R.random() < .2: rep(a, c + U(0, sp), tg)
        chance(tg, R.randint(0, 2), 5 * D, END)
    setwhy(m, "works through the same list of %d unrelated harmless accounts over %d weeks, each member on its own day" % (k, round(ln / D / 7)))
won = False
for i in range(4):       # 3 paid ban service
    n = R.randint(15, 58); b0 = U(3, 60) * D; bl = U(1, 11) * D; k = R.randint(2, 6); st = R.choice([None, .1, .45])
    farm = [[hx()] for _ in range(R.randint(max(2, n // 8), n))]; vp = U(.2, .95)
    m = ring("paid_ban_service", n, "", created=lambda: b0 + U(0, bl), rate=lambda: U(.02, .25), post_p=lambda: U(0, .15), right=lambda: poi(.2), wrong=0, hstyle=st, vpn=lambda: vp, devs=lambda: R.choice(farm), realname=lambda: R.random() < .1)
    t = b0 + bl + U(.5, 4) * D
    for j in range(k):
        t = min(t, 87.5 * D)
        tg = target(creators + shops + R.sample(ordinary, 100)); ps = tposts(tg, [t - U(1, 200) * H for _ in range(R.randint(2, 5))]); burst(m, t, U(40, 360), ps, (1, 2), late=.1, part=U(.5, .95), prof=U(.3, .9), tg=tg)
        if i == 2 and not won and j == 1: close(tg, t + U(9, 30) * H, "clickbait"); tg.why += "; wrongly suspended after paid reports"; won = True
        chance(tg, R.randint(0, 3), 5 * D, END); t += U(1.5, 9) * D
    setwhy(m, "accounts opened in one batch around %s and used to report %d unrelated paying customers' enemies, little other life" % (day(b0), k))
hon = []
for i in range(2):       # 4 hidden behind honest
    n = R.randint(10, 28); m = ring("hidden_behind_honest", n, ""); t0 = U(20, 60) * D; tg = target(); p = post(tg, t0, txt="Unpopular opinion: the school garden should become a car park. Yes, all of it.", w=6)
    side = tposts(tg, [t0 - U(1, 25) * D for _ in range(R.randint(5, 9))])
    nh = R.randint(55, 110); IK["honest_coreporter"] = 1
    for _ in range(nh):
        a = new("honest_coreporter", why="reported one post that many found offensive, once, in good faith; no part in the ring that used the moment"); rep(a, t0 + R.gammavariate(1.3, 8 * H), p)
        if R.random() < .2: fol(a, tg, t0 - U(1, 100) * D)
        if R.random() < .06: rep(a, t0 + U(1, 30) * H, R.choice(side))
    for a in m:
        t = t0 + U(2, 20) * H; rep(a, t, p)
        for o in R.sample(side, R.randint(2, min(5, len(side)))): t += U(10, 400); rep(a, t, o)
        if R.random() < .4: rep(a, t + 30, tg)
    for j in range(R.randint(1, 2)):
        t1 = t0 + U(5, 24) * D; tg2 = target(); ps = tposts(tg2, [t1 - U(1, 50) * H for _ in range(3)]); burst(m, t1, U(60, 600), ps, (1, 2), part=U(.6, .9), tg=tg2)
    setwhy(m, "hid among %d honest reports of one offensive post to report the author's older harmless posts together, and did so again elsewhere" % nh)
for i in range(3):       # 5 padded record
    n = R.randint(8, 28); pad = U(5, 22); k = R.randint(3, 7); m = ring("padded_record", n, "", right=lambda: poi(pad)); t = U(8, 20) * D
    for j in range(k):
        t = min(t, 86 * D); tg = target(creators + R.sample(ordinary, 100)); ps = tposts(tg, [t - U(1, 40) * H for _ in range(3)]); burst(m, t, U(30, 1500), ps, (1, 2), part=U(.55, .95), tg=tg); t += U(4, 14) * D
        chance(tg, R.randint(0, 2), 5 * D, END)
    setwhy(m, "reports real spam for a clean record (about %d each) and between times joins in on the same %d harmless accounts" % (pad, k))
for i in range(2):       # 6 old, bought or woken accounts
    n = R.randint(14, 38); t0 = U(25, 70) * D; ln = U(4, 14) * D
    m = ring("old_accounts", n, "", created=lambda: -D * U(1300, 3300), win=(t0 - 2 * D, min(END, t0 + ln + 2 * D)), rate=lambda: U(.2, 1), post_p=lambda: U(0, .1), right=lambda: poi(.1), wrong=0); k = R.randint(2, 4); hm = U(.5, 1)
    for j in range(k):
        t = t0 + ln * (j + R.random()) / k; tg = target(); ps = tposts(tg, [t - U(1, 70) * H for _ in range(3)]); burst(m, t, U(60, 700), ps, (1, 3), part=U(.6, .95), prof=.5, tg=tg); chance(tg, R.randint(0, 3), 5 * D, END)
    setwhy(m, "old silent accounts that all wake around %s, report the same %d accounts and fall silent again" % (day(t0), k))
for i in range(3):       # 7 shared devices
    n = R.randint(7, 24); dv = [hx() for _ in range(R.randint(2, 5))]; nt = [hx() for _ in range(R.randint(1, 3))]; m = ring("shared_devices", n, "", devs=lambda: R.sample(dv, R.choice([1, 1, 2])), nets=lambda: [R.choice(nt)], rate=lambda: U(.1, .6)); t = U(5, 30) * D; k = R.randint(2, 5)
    for j in range(k):
        t = min(t, 86 * D); tg = target(creators + R.sample(ordinary, 100)); ps = tposts(tg, [t - U(1, 90) * H for _ in range(3)]); tt = t
        for a in R.sample(m, max(6, int(n * U(.6, 1)))):
            tt += R.expovariate(1 / 420); 
            for o in R.sample(ps, R.randint(1, 2)): rep(a, tt, o); tt += U(8, 60)
        t += U(3, 16) * D; chance(tg, R.randint(0, 2), 5 * D, END)
    setwhy(m, "%d accounts run from %d devices that report one harmless account after the other in turn" % (n, len(dv)))
for i in range(2):       # 8 against a shop
    n = R.randint(9, 28); m = ring("against_shop", n, ""); tg, rival = target(shops), R.choice(shops); ps = tposts(tg, [U(1, 60) * D for _ in range(R.randint(8, 14))], "listing"); lo = U(20, 40) * D; ln = U(6, 30) * D
    for a in m:
        if R.random() < .6: fol(a, rival)
        for o in R.sample(ps, R.randint(2, 6)): rep(a, diurnal(a.tz, int((lo + U(0, ln)) / D)), o)
    off = [hx()]; 
    for a in R.sample(m, n // 3): a.home = off
    chance(tg, R.randint(2, 5), 5 * D, END); bystand(m, 4, nets=off, dens=.1)
    setwhy(m, "staff and helpers of a rival shop who report lawful listings of one shop from %s on; none ever bought or wrote there" % day(lo))
for i in range(2):       # 9 against a news page
    n = R.randint(38, 92); m = ring("against_news_page", n, ""); tg = target(news); k = R.randint(4, 9); t = U(10, 40) * D; q = U(.35, .75)
    for j in range(k):
        p = post(tg, t, w=5); t1 = t + U(.3, 6) * H; sp = U(15, 150); burst(m, t1, sp, [p], (1, 1), late=.2, part=q, prof=.08, tg=tg); chance(tg, R.randint(0, 4), t, END); t = min(t + U(1, 6) * D, 88 * D)
    for a in m:
        if not any(x[0] == a.id and x[2] == "report" for x in acts[-6000:]): rep(a, t1 + U(0, 2) * H, p)
        if R.random() < .1: post(a, t1 - U(.1, 2) * H, txt="Same page again. You know what to do, flag the article.")
    clique(m, U(0, .06)); bystand(m, 8, dens=.05)
    setwhy(m, "reports article after article of one news page (%d articles) in step, whatever the article says" % k)
for i in range(3):       # 10 small creator
    n = R.randint(6, 18); m = ring("against_small_creator", n, ""); tg = target([x for x in ordinary if x.pop < 3 and x.created < -60 * D]); t = U(10, 35) * D; k = R.randint(5, 11); q = U(.5, .9)
    for j in range(k):
        p = post(tg, t); 
        for a in m:
            if R.random() < q: rep(a, t + R.gammavariate(1.2, U(10, 90) * 60), p)
        t = min(t + U(.7, 5) * D, 88 * D)
    clique(m, U(0, .5)); chance(tg, 1, 5 * D, END)
    setwhy(m, "the same few accounts report each new post of one small creator soon after it appears (%d posts, all harmless)" % k)
for i in range(2):       # 11 rival guild
    n = R.randint(16, 46); c = R.randrange(70); m = ring("rival_guild", n, "", akind=lambda: "game" if R.random() < .7 else "personal"); tag = "[" + "".join(R.choice("KLMRTVX") for _ in range(3)) + "]"
    for a in m:
        a.comm = c
        if R.random() < .6: a.bio = tag + " " + a.bio
    riv = [new("ordinary", why="member of a guild that a rival guild reported", akind="game", comm=(c + 1) % 70) for _ in range(R.randint(8, 18))]; clique(riv, .3); clique(m, U(.1, .45)); t0 = U(30, 80) * D; sp = U(3, 40) * H
    for tg in riv:
        ps = tposts(tg, [t0 - U(1, 100) * H for _ in range(2)])
        for a in m:
            if R.random() < U(.25, .6): rep(a, t0 + U(0, sp), R.choice(ps + [tg, tg]))
    for a in m:
        if (a.id, riv[0].id) not in seen_rep and R.random() < .5: rep(a, t0 + U(0, sp), riv[0])
    for b in bystand(m, 7, dens=.3): b.akind = "game"; b.bio = tag
    setwhy(m, "members of guild %s report the players of the rival guild together before a match on %s" % (tag, day(t0)))
for i in range(4):       # 12 one person, nine accounts
    dv = [hx() for _ in range(R.choice([1, 1, 2, 3]))]; nt = [hx()]; m = ring("one_person_nine", 9, "", devs=lambda: [R.choice(dv)], nets=lambda: nt, rate=lambda: U(.05, .5), vpn=R.choice([0, 0, .5])); tg = target(creators + R.sample(ordinary, 100)); t = U(10, 60) * D; k = R.randint(2, 5)
    for j in range(k):
        p = tposts(tg, [t - U(.5, 20) * H, t - U(1, 20) * H]); tt = t; R.shuffle(m)
        for a in m[:R.randint(6, 9)]:
            tt += U(60, 900) if i % 2 else U(600, 3 * H); rep(a, tt, R.choice(p)); 
            if R.random() < .3: rep(a, tt + 20, tg)
        t = min(t + U(2, 9) * D, 86 * D)
    for a in m:
        if not any((a.id, o.id) in seen_rep for o in postby[tg.id] + [tg]): rep(a, t, p[0])
    m[0].rate = U(.8, 2); chance(tg, R.randint(0, 2), 5 * D, END)
    setwhy(m, "one of nine accounts worked in turn by one person (%d device(s), one line) that report the same account over and over" % len(dv))
for i in range(2):       # 13 changing grounds
    n = R.randint(10, 28); m = ring("changing_grounds", n, ""); tg = target(); lo = U(20, 60) * D; ln = U(5, 25) * D
    ps = tposts(tg, [lo - U(0, 60) * D for _ in range(12)]) + tposts(tg, [lo + U(0, ln) for _ in range(8)], "comment") + tposts(tg, [lo - U(1, 9) * D for _ in range(3)], "live")
    for a in m:
        k = R.randint(3, 8); d0 = lo + U(0, ln * .5)
        for o in R.sample(ps, k) + ([tg] if R.random() < .6 else []): rep(a, diurnal(a.tz, int((d0 + U(0, ln * .5)) / D)), o)
    chance(tg, 2, 5 * D, END)
    setwhy(m, "attacks one harmless account with a different object and ground each time (posts, comments, live streams, profile) from %s" % day(lo))
for i in range(2):       # 14 one post removed afterwards
    n = R.randint(20, 55); m = ring("removed_afterwards", n, ""); tg = target(); t0 = U(15, 75) * D; ps = tposts(tg, [t0 - U(1, 90) * H for _ in range(R.randint(3, 6))]); burst(m, t0, U(20, 300), ps, (1, 3), part=1, tg=tg); 
    if i: 
        t1 = t0 + U(3, 9) * D; ps2 = tposts(tg, [t1 - U(1, 30) * H for _ in range(3)]); burst(m, t1, U(20, 300), ps2, (1, 2), part=.7, tg=tg)
    x = max(ps, key=lambda p: sum(1 for q in acts if q[3] == p.id)); last = max([q[1] for q in acts if q[3] == x.id]); x.removed = min(END - 60, last + U(.2, 20) * H)
    chance(tg, R.randint(1, 3), 5 * D, END)
    setwhy(m, "mass report of several harmless posts of one creator on %s; one was taken down by the flood, the others stand" % day(t0))
changes = []
for i in range(2):       # 15 clone then report
    n = R.randint(6, 14); m = ring("clone_then_report", n, ""); tg = target(); t0 = U(25, 80) * D; c = m[0]; c.created = -D * U(100, 900)
    new_h = tg.handle + R.choice(["_", "1", ".official", "x"]); tc = t0 - U(6, 30) * H
    for f, o, nw in (("handle", c.handle, new_h), ("display_name", c.name, tg.name), ("avatar_hash", c.avatar, tg.avatar), ("bio", c.bio, tg.bio)): changes.append([c.id, tc + U(0, 900), f, o, nw])
    c.handle, c.name, c.avatar, c.bio = new_h, tg.name, tg.avatar, tg.bio; c.ev.append(tc + 450); ps = tposts(tg, [t0 - U(1, 50) * H for _ in range(2)])
    for a in m:
        t = t0 + R.expovariate(1 / (3 * H)); rep(a, t, tg)
        if R.random() < .4: rep(a, t + 40, R.choice(ps))
    if i: 
        for a in m[1:]: fol(a, c, tc + U(0, 20) * H)
    setwhy(m, "took the name and picture of a creator the day before and then reported the creator as the copy, with helpers (%s)" % day(t0)); c.why += "; this account is the clone"

# ================================================================ innocent groups
def grp(kind, n, why, **kw):
    IK[kind] = IK.get(kind, 0) + 1
    return [new(kind, 0, why, **{q: (v() if callable(v) else v) for q, v in kw.items()}) for _ in range(n)]
did = {x[0] for x in acts}      # so far only scenes' reports exist
for a in acc:
    if a.guilty and a.id not in did: a.guilty, a.kind, a.why = 0, "group_bystander", "belongs to the circle of a " + a.why.split(" of ")[0].split(" ")[1] + " ring but reported none of its targets"
guilty_all = [a for a in acc if a.guilty]
for i in range(2):       # spam waves
    t0 = U(15, 80) * D; sp = [new("violator", why="spam wave account", created=t0 - U(0, 3) * D, win=(t0 - H, t0 + 5 * H), rate=.5, right=0, wrong=0) for _ in range(R.randint(8, 25))]; ps = []
    for s in sp:
        for _ in range(R.randint(2, 5)): p = post(s, t0 + U(0, 12) * 60, "comment", bad="spam", w=3); p.removed = t0 + U(25, 140) * 60; ps.append(p)
        close(s, t0 + U(2.5, 8) * H, "coordination")
    m = grp("spam_wave_reporter", R.randint(210, 330), "one of hundreds who rightly reported a real spam wave within minutes; the posts were removed")
    burst(m + R.sample(ordinary, 60) + R.sample(guilty_all, 15), t0 + 12 * 60, U(8, 25), ps, (1, 3), late=.02)
big = max(creators, key=lambda a: a.pop); big.pop = 400
IK["scandal_reporter"] = 2; us = big
for i, (n, t0, rm) in enumerate([(1450, 33.6 * D, False), (420, 61.3 * D, True)]):
    b = big if i == 0 else sorted(creators, key=lambda a: -a.pop)[1]; p = post(b, t0, txt="Poor people should simply try harder. I said what I said." if i == 0 else "Posting her phone number and home street now, go tell her what you think.", bad=None if i == 0 else "abuse2", w=30)
    m = [new("scandal_reporter", why="one of very many strangers who reported one scandalous post of a big account; no link among them", rate=min(2, R.lognormvariate(-1.9, .9))) for _ in range(n)]
    if rm: p.removed = t0 + 27 * H
    p.text = p.text
    for a in m + R.sample(ordinary, 350 if i == 0 else 80) + R.sample(guilty_all, 60 if i == 0 else 12):
        rep(a, t0 + (R.gammavariate(1.4, 6 * H) if R.random() < .85 else R.expovariate(1 / (40 * H))), p)
        if R.random() < .05: rep(a, t0 + U(5, 40) * H, b)
m = grp("volunteer_moderator", 26, "volunteer who reports much and rightly", rate=lambda: U(1, 3), right=lambda: R.randint(60, 260), wrong=lambda: R.randint(2, 18)); clique(m, .3)
for i in range(2):       # school classes
    n = R.randint(21, 29); c = R.randrange(70); net = [hx()]; m = grp("school_class", n, "pupil of a class that reported a real bully", comm=c, minor=True, created=lambda: -D * U(20, 500), rate=lambda: U(.4, 2)); clique(m, .5)
    for a in m: a.home = a.home + net
    t0 = U(20, 50) * D if i == 0 else 86.5 * D; b = new("violator", why="bullies a class; rightly reported", comm=c, created=-D * 200, minor=True, win=(0, t0 + 2 * D), right=0, wrong=0); clique([b] + m[:8], .4)
    ps = [post(b, t0 - U(1, 200) * H, "comment", bad="abuse") for _ in range(9)]
    burst(m, t0, U(20, 200), ps, (1, 3), late=.25, part=.92, prof=.5, tg=b)
    if i == 0:
        for p in ps[:7]: p.removed = t0 + U(20, 60) * H
        close(b, t0 + 70 * H, "vulgarity")
m = grp("antispam_bot", 6, "automatic reporter of an anti-spam group; nearly all its reports are upheld", created=lambda: -D * U(200, 1200), rate=.4, post_p=.02, akind="unknown", wrong=lambda: R.randint(5, 30), right=0); clique(m, .8)
for p in badposts:
    if p.bad == "spam" and R.random() < .5:
        for a in m:
            if R.random() < .55 and p.at > a.created: rep(a, p.at + U(3, 60), p)
for i in range(5):       # families
    net = [hx()]; tab = hx(); m = grp("frightened_family", R.randint(4, 7), "member of one family that reported someone who threatened them", nets=net); clique(m, .7)
    for a in m[:3]: a.devs = a.devs + [tab]
    t0 = U(10, 87) * D; b = new("violator", why="threatened a family; rightly reported", win=(0, t0 + 4 * D), right=0, wrong=0); ps = [post(b, t0 - U(.3, 20) * H, "reply", bad="abuse", target=m[0].id) for _ in range(4)]; burst(m, t0, U(20, 200), ps, (1, 3), prof=.6, tg=b)
    if i < 3:
        for p in ps: p.removed = t0 + U(30, 70) * H
        close(b, t0 + 75 * H, "vulgarity")
tl = [a for a in creators if a.id in used]; m = grp("fan_of_reported", 36, "fan of an account that a ring reported; reported only nasty replies below its posts, or one post that looked hacked")
for a in m:
    tg = R.choice(tl); fol(a, tg, a.created + U(1, 20) * D); p0 = R.choice(postby[tg.id]); b = R.choice(bad)
    q = next((x for x in badposts if x.target == p0.id), None) or post(R.choice(ordinary), p0.at + U(1, 9) * H, "reply", bad="abuse", target=p0.id)
    if not q.removed and R.random() < .6: q.removed = min(END - 60, q.at + U(20, 60) * H)
    rep(a, q.at + U(.1, 15) * H, q)
    if R.random() < .3: rep(a, p0.at + U(.2, 30) * H, p0)
grp("lone_wrong", 60, "often wrong in its reports, but always alone and on random targets", right=lambda: R.randint(0, 3), wrong=lambda: R.randint(10, 55), rate=lambda: U(.5, 2))
for i in range(3):       # neighbours
    net = [hx()]; m = grp("neighbour_network", R.randint(20, 36), "neighbour on a shared line; reports on its own account", nets=net, right=lambda: poi(2.5), wrong=lambda: poi(1.2)); clique(m, .05); t0 = U(20, 80) * D
    b = new("violator", why="false flat listing", created=t0 - 9 * D, win=(t0 - 3 * D, t0 + 2 * D), right=0, wrong=0); p = post(b, t0, "listing", bad="spam"); p.removed = t0 + 30 * H if t0 < 84 * D else None
    for a in R.sample(m, 9): rep(a, t0 + U(1, 28) * H, p)
for i in range(2):       # game café: shared devices
    dv = [hx() for _ in range(9)]; net = [hx()]; m = grp("cafe_devices", R.randint(18, 30), "customer of one internet café; shares devices but reports unrelated things on its own", devs=lambda: R.sample(dv, 4), akind="game", right=lambda: poi(2), wrong=lambda: poi(1.5))
    for a in m: a.home = a.home + net * 2
for i in range(18):      # quarrels
    m = grp("quarrel", R.choice([2, 2, 2, 3, 4]), "party to a private quarrel; the parties report each other"); t0 = U(5, 86) * D; c = m[0].comm
    for a in m: a.comm = c
    clique(m, .6); ps = {a.id: [post(a, t0 + U(0, 30) * H, "reply", bad="argue") for _ in range(4)] for a in m}
    for a in m:
        for _ in range(R.randint(2, 6)): b = R.choice([x for x in m if x is not a]); rep(a, t0 + U(5, 70) * H, R.choice(ps[b.id] + [b]))
t0 = 44.8 * D            # TV newcomers
star = target(); imp = new("violator", why="passes for a TV candidate; rightly reported", created=t0 + H, win=(t0 + H, t0 + 50 * H), right=0, wrong=0); imp.name = star.name; imp.avatar = star.avatar
ips = [post(imp, t0 + U(1.2, 30) * H, bad="spam") for _ in range(8)]; close(imp, t0 + 52 * H, "impersonation")
for p in ips: p.removed = t0 + U(50, 52) * H
m = grp("tv_newcomer", 150, "joined after a TV show; some of these newcomers reported a real impostor of a candidate", created=lambda: t0 + R.gammavariate(1.3, 7 * H), rate=lambda: U(.05, .7), hstyle=lambda: R.choice([.1, .1, .6, .9]), right=lambda: poi(.4), wrong=lambda: poi(.35))
for a in m:
    fol(a, star, a.created + U(60, 4000))
    if R.random() < .45: rep(a, a.created + R.expovariate(1 / (4 * H)), R.choice(ips + [imp]))
orgs, official = [], []
def mkorg(a, kind, nm=None):
    o = hx(10); orgs.append([o, nm or a.name + " " + {"nonprofit": "Foundation", "media": "News", "company": "Store"}[kind], [a.name], kind, a.region, "active", None, None, [], [a.handle.replace("_", "-") + ".example"], a.avatar]); a.org = o; official.append([o, a.id, a.created + D, None])
m = grp("trusted_flagger", 5, "trusted flagger organisation; its reports are nearly all upheld", akind="organisation", rate=lambda: U(1, 3), right=lambda: R.randint(140, 380), wrong=lambda: R.randint(1, 9), created=lambda: -D * U(400, 2000), nets=[hx()])
for a in m: mkorg(a, "nonprofit")
for a in news: mkorg(a, "media")
for a in shops[:5]: mkorg(a, "company")
for i in range(2):       # scam shops
    t0 = (U(25, 45) if i == 0 else 68) * D; s = new("violator", why="scam shop; rightly reported by customers", akind="organisation", created=t0 - 12 * D, win=(t0 - 12 * D, END), pop=10, right=0, wrong=0); ps = [post(s, t0 - U(0, 11) * D, "listing", bad="spam") for _ in range(14)]
    m = grp("scam_shop_customer", R.randint(60, 130), "customer of a scam shop who reported it after the goods never came", created=lambda: -D * min(3000, R.expovariate(1 / 600)))
    for a in m:
        t = t0 + R.gammavariate(2, 4 * D)
        if R.random() < .5: post(a, t - U(.01, 2) * H, "review", target=s.id, txt=R.choice(["Paid three weeks ago, nothing came.", "No answer to five mails, money gone.", "Fake tracking number. Avoid.", "Never delivered, reported."]))
        if R.random() < .4: fol(a, s, t0 - U(0, 9) * D)
        for o in R.sample(ps, R.choice([1, 1, 2])) + ([s] if R.random() < .4 else []): rep(a, t, o); t += U(9, 90)
    if i == 0:
        for p in ps: p.removed = max([q[1] for q in acts if q[3] == p.id] + [t0 + 15 * D]) + U(1, 30) * H; p.removed = min(p.removed, END - 60)
        close(s, max(p.removed for p in ps) + H, "clickbait")
for i in range(2):       # raids
    v = target(); t0 = U(20, 84) * D; base = post(v, t0 - 2 * H, w=4); rd = [new("raider", why="posted abuse in a raid; rightly reported; did not itself report in bad faith", right=0, wrong=0) for _ in range(R.randint(30, 60))]; ps = []
    for r in rd:
        for _ in range(R.randint(1, 4)): p = post(r, t0 + R.gammavariate(1.3, 1500), "comment", bad="abuse", target=base.id); ps.append(p)
    m = grp("raid_victims_follower", R.randint(70, 125), "follower of a raided creator who rightly reported the raid's comments")
    for a in m: fol(a, v, min(t0 - D, a.created + U(1, 60) * D))
    burst(m, t0 + 1500, U(25, 90), ps, (1, 6), late=.2)
    for p in ps:
        if R.random() < .85: p.removed = max(t0 + U(14, 40) * H, max([q[1] for q in acts[-1500:] if q[3] == p.id] + [0]) + 600)
    for r in rd:
        if R.random() < .5: close(r, t0 + U(50, 90) * H, "pile_on")
for i in range(2):       # friends of a cloned person report the clone
    v = target(); t0 = U(15, 80) * D; c = new("violator", why="clone of a creator; rightly reported", created=t0 - 2 * D, win=(t0 - 2 * D, t0 + D), right=0, wrong=0); c.name, c.avatar, c.bio = v.name, v.avatar, v.bio; p = post(c, t0 - 3 * H, bad="spam")
    m = grp("friends_report_clone", R.randint(15, 40), "follower of a creator who reported a real clone of the creator")
    for a in m: fol(a, v, a.created + U(1, 60) * D); rep(a, t0 + R.gammavariate(1.4, 40 * 60), R.choice([c, c, p]))
    post(v, t0 - 900, txt="Somebody copied my profile. If you see it, please report it, it is not me.")
    close(c, t0 + U(30, 40) * H, "impersonation"); p.removed = t0 + U(29, 30) * H
m = grp("artist_circle", 17, "artist in a circle that keeps a list of real art thieves and reports them; the posts come down", created=lambda: -D * U(200, 2000), rate=lambda: U(.5, 1.8), post_p=.5); clique(m, .5)
for k in range(9):
    t = U(6, 82) * D; th = new("violator", why="posts stolen art; rightly reported", created=t - U(5, 90) * D, win=(t - 4 * D, t + 5 * D), right=0, wrong=0)
    for p in [post(th, t - U(0, 3) * D) for _ in range(5)]:
        p.bad = "theft"
        for a in m:
            if R.random() < .5: rep(a, t + U(0, 50) * H, p)
        p.removed = t + U(55, 110) * H
c = R.randrange(70); m = grp("guild_reports_cheater", 24, "guild member who reported a real cheater; the cheater was banned", akind="game", comm=c); clique(m, .4); t0 = 52.2 * D; ch = new("violator", why="cheater; rightly reported", akind="game", win=(0, t0 + 2 * D), created=-90 * D, right=0, wrong=0); ps = [post(ch, t0 - U(1, 30) * H, "live", bad="spam") for _ in range(3)]
burst(m, t0, 35, ps, (1, 1), part=.95, prof=.8, tg=ch); close(ch, t0 + 49 * H, "account_trade")

# ================================================================ lives
fixed = len(posts)
for a in acc:            # people leave
    if not a.closed and not a.win and a.id not in used and a.kind not in ("trusted_flagger", "antispam_bot") and R.random() < .03:
        t = max(a.ev + [a.created + 5 * D, 5 * D]) + R.expovariate(1 / (25 * D)) + H
        if t < END - H: a.closed, a.ground, a.status = t, "request", "closed"
for a in acc:
    if a.id in used and not a.guilty: a.why += "; itself the harmless target or victim in one scene"
for a in acc:
    lo, hi = max(0, a.created), min(END, a.closed or END)
    if a.win: lo, hi = max(lo, a.win[0]), min(hi, a.win[1])
    if hi <= lo: continue
    n = poi(a.rate * (hi - lo) / D)
    d0, d1 = lo / D, hi / D
    a.visits = []
    for _ in range(n):
        t = diurnal(a.tz, int(U(d0, d1)))
        if lo + 60 < t < hi - 300: a.visits.append(t); a.ev.append(t)
    for t in a.visits:
        if R.random() < a.post_p and t < END - 1000: post(a, t + U(5, 600), R.choices(["post", "comment", "reply", "review"], [5, 3, 3, .3])[0], w=a.pop ** .5 * R.lognormvariate(0, .6))
allp = [p for p in posts if not p.bad]; allw = np.cumsum([p.w for p in allp])
cp = {}
for p in allp: cp.setdefault(p.a.comm, []).append(p)
for p in posts[fixed:]:
    if p.kind in ("comment", "reply", "review"): q = R.choice(cp.get(p.a.comm) or allp); p.target = q.id if q.at < p.at else None
# background reports
for a in acc:
    base = R.choice([0, 0, .3, .8, 1.5, 3]) if a.right is None else None
    r = poi(base) if a.right is None else a.right; w = (poi(base * .5) if base is not None else 0) if a.wrong is None else a.wrong
    for _ in range(r): right(a)
    for _ in range(w):
        p = R.choice(cp[a.comm]) if R.random() < .5 and a.comm in cp else allp[int(np.searchsorted(allw, U(0, allw[-1])))]
        if p.at > a.created and not p.removed:
            t = p.at + R.expovariate(1 / (10 * H))
            if t < END: rep(a, t, p if R.random() < .88 else p.a)
# follows
popl = creators + shops + news + R.sample(ordinary, 300); pw = np.cumsum([a.pop for a in popl]); members = {}
for a in acc: members.setdefault(a.comm, []).append(a)
for a in acc:
    k = 1 if (a.created < 40 * D) else .3
    for _ in range(poi(min(12, 3 + 9 * a.rate) * k)): fol(a, R.choice(members[a.comm]))
    for _ in range(poi(4 * k)): fol(a, popl[int(np.searchsorted(pw, U(0, pw[-1])))])
folby = {}
byid = {a.id: a for a in acc}
for (x, y) in follow: folby.setdefault(x, []).append(y)
# likes, shares
sp = {k: sorted(v, key=lambda p: p.at) for k, v in postby.items()}
for a in acc:
    fl = folby.get(a.id, [])
    for t in getattr(a, "visits", []):
        for _ in range(poi(a.like_p)):
            src = sp[R.choice(fl)] if fl and R.random() < .75 else cp.get(a.comm) or allp
            if not src: continue
            p = R.choice(src); 
            if p.a is a or not p.at < t: continue
            if p.removed and t > p.removed: continue
            tt = t + U(1, 500)
            if tt < (a.closed or END) - 5: acts.append([a.id, tt, "like" if R.random() < .88 else "share", p.id, p.a.id]); a.ev.append(tt)

# profile changes of ordinary people (and everyone alike)
for a in acc:
    if R.random() < .06 and a.created < 60 * D:
        t = U(max(0, a.created + D), (a.closed or END) - 60) if (a.closed or END) - 60 > max(0, a.created + D) else None
        if t is None: continue
        f = R.choice(["display_name", "bio", "avatar_hash"])
        if f == "display_name": old, nw = R.choice(SYL).capitalize() + R.choice(SYL), a.name
        elif f == "bio": old, nw = text(a.lang), a.bio
        else: old, nw = hx(), a.avatar
        if not any(c[0] == a.id for c in changes): changes.append([a.id, t, f, old, nw]); a.ev.append(t)
# nothing happens after an account is closed or before it exists
acts = [x for x in acts if byid[x[0]].created < x[1] < min(END, byid[x[0]].closed or END)]
dead = {p.id for p in posts if p.a.closed and p.at >= p.a.closed}
posts = [p for p in posts if p.id not in dead]; acts = [x for x in acts if x[3] not in dead]
pat = {p.id: p for p in posts}
acts = [x for x in acts if x[3] not in byid or x[1] < (byid[x[3]].closed or END)]
acts = [x for x in acts if x[3] not in pat or x[1] > pat[x[3]].at]
for x in acts:           # a report before the removal, always
    p = pat.get(x[3])
    if p is not None and p.removed and x[1] >= p.removed and x[2] == "report": p.removed = x[1] + U(300, 9000)
for p in posts:
    if p.removed and p.removed >= END - 5: p.removed = None
# sessions from events
sess, tok = [], {}
for a in acc:
    ev = sorted(t for t in a.ev if a.created <= t < min(END, a.closed or END)); a.last = None
    i = 0
    while i < len(ev):
        j = i
        while j + 1 < len(ev) and ev[j + 1] - ev[j] < 1800: j += 1
        s = max(a.created, ev[i] - U(4, 240)); e = min(END - 1, (a.closed or END), ev[j] + U(20, 1500)); a.last = e
        d = a.devs[0] if R.random() < .75 else R.choice(a.devs)
        n = R.choice(VPN) if R.random() < a.vpn else R.choice(CGN[a.region]) if R.random() < a.mob else R.choice(a.home)
        for k, v in (("device", d), ("network", n)):
            q = tok.setdefault((a.id, k, v), [s, e]); q[0] = min(q[0], s); q[1] = max(q[1], e)
        if R.random() < .97: sess.append([a.id, s, None if R.random() < .06 else e, None if R.random() < .05 else d, None if R.random() < .03 else n, None if R.random() < .04 else a.region])
        i = j + 1
phones = {}
for a in acc:
    share = a.kind in ("one_person_nine", "shared_devices") and R.random() < .5 or a.kind in ('ordinary', 'frightened_family', 'group_bystander') and R.random() < .15
    ph = phones.setdefault(a.home[0], hx()) if share else hx()
    if R.random() < .8: tok[(a.id, "phone", ph)] = [max(a.created, a.created + 60), a.last or a.created + 60]
    if R.random() < .55: tok[(a.id, "email", hx())] = [a.created + 60, a.last or a.created + 60]
tok = {k: v for k, v in tok.items() if R.random() < .97}
att = []
for a in acc:
    if R.random() < (.5 if a.realname is None and a.created < 0 else .2): att.append([a.id, "real_name", "pass" if R.random() < .93 else "fail", None, max(a.created + 600, -700 * D), None, R.choice(["idcheck", "telco"])])
    if a.minor or R.random() < .25: att.append([a.id, "age", "pass", "minor" if a.minor or R.random() < .05 else "adult" if R.random() < .9 else "unknown", a.created + 900, None, "selfdeclared"])
att = [x for x in att if x[4] < END]

# ================================================================ write
TS = pa.timestamp("us", tz="UTC"); S, B, I = pa.string(), pa.bool_(), pa.int64()
BASE = int(T0.timestamp()) * 1_000_000
def ts(t, ms=True): return None if t is None else BASE + int(t * 1000) * 1000
def null(v, p): return None if R.random() < p else v
def write(name, cols, rows):
    R.shuffle(rows); c = list(zip(*rows)) if rows else [[] for _ in cols]
    pq.write_table(pa.table([pa.array(list(c[i]), t) for i, (_, t) in enumerate(cols)], names=[n for n, _ in cols]), os.path.join(W, name + ".parquet"), compression="zstd")
shutil.rmtree(W, ignore_errors=True); os.makedirs(W)
fin, fout, pc = {}, {}, {}
for x, y in follow: fin[y] = fin.get(y, 0) + 1; fout[x] = fout.get(x, 0) + 1
for p in posts: pc[p.a.id] = pc.get(p.a.id, 0) + 1
rows = []
for a in acc:
    old = max(0, -a.created / D)
    st = getattr(a, "status", "active") if a.closed else ("dormant" if a.last is None or a.last < END - 60 * D else "active")
    rows.append([a.id, a.handle, null(a.name, .02), null(a.bio, .05), null(R.choice(["", a.region]), .4), null(a.avatar, .05), a.akind if R.random() < .97 else None, null(ts(a.created), .02), null(st, .01) if not a.closed else st,
        ts(a.closed), a.ground, a.cfor, null(ts(a.last), .02), null(int(fin.get(a.id, 0) * (1 + a.pop * .5) + R.expovariate(1 / (5 + old / 20)) * (a.pop ** .8)), .02), null(fout.get(a.id, 0) + int(R.expovariate(1 / (4 + old / 30))), .02),
        null(pc.get(a.id, 0) + int(old * min(1, a.rate) * a.post_p), .02), a.org, null(R.random() < (.35 if a.created > 0 else .08), .03), null(R.random() < .07 and a.pop < 5, .04), null(a.lang, .04)])
write("accounts", [("account_id", S), ("handle", S), ("display_name", S), ("bio", S), ("location", S), ("avatar_hash", S), ("kind", S), ("created_at", TS), ("status", S), ("closed_at", TS), ("closed_ground", S), ("closed_for", S), ("last_active_at", TS), ("followers", I), ("following", I), ("posts", I), ("verified_org_id", S), ("default_avatar", B), ("is_private", B), ("language", S)], rows)
write("posts", [("post_id", S), ("account_id", S), ("at", TS), ("kind", S), ("target_id", S), ("text", S), ("removed_at", TS), ("language", S)],
      [[p.id, p.a.id, ts(p.at), p.kind, p.target, null(p.text, .01), ts(p.removed), null(p.a.lang, .05)] for p in posts])
seen = set(); ar = []
for x in acts:
    k = (x[0], int(x[1] * 1000), x[2], x[3])
    if k in seen: continue
    seen.add(k); ar.append([x[0], ts(x[1]), x[2], x[3], null(x[4], .04)])
write("actions", [("account_id", S), ("at", TS), ("verb", S), ("object_id", S), ("target_account_id", S)], ar)
write("follows", [("follower_id", S), ("target_id", S), ("at", TS), ("ended_at", TS)], [[x, y, null(ts(t), .03), ts(t + (END - t) * R.random()) if R.random() < .04 else None] for (x, y), t in follow.items()])
write("sessions", [("account_id", S), ("started_at", TS), ("ended_at", TS), ("device_token", S), ("network_token", S), ("region", S)], [[s[0], ts(s[1]), ts(s[2])] + s[3:] for s in sess])
write("tokens", [("account_id", S), ("kind", S), ("token", S), ("first_seen_at", TS), ("last_seen_at", TS)], [[k[0], k[1], k[2], ts(v[0]), null(ts(v[1]), .02)] for k, v in tok.items()])
write("profile_changes", [("account_id", S), ("at", TS), ("field", S), ("old", S), ("new", S)], [[c[0], ts(c[1])] + c[2:] for c in changes])
write("attestations", [("account_id", S), ("kind", S), ("result", S), ("age_band", S), ("at", TS), ("expires_at", TS), ("provider", S)], [x[:4] + [ts(x[4]), None, x[6]] for x in att])
write("organisations", [("org_id", S), ("name", S), ("aliases", pa.list_(S)), ("kind", S), ("country", S), ("status", S), ("opened_at", TS), ("closed_at", TS), ("successor_ids", pa.list_(S)), ("domains", pa.list_(S)), ("logo_hash", S)], orgs)
write("official_accounts", [("org_id", S), ("account_id", S), ("since", TS), ("until", TS)], [[o[0], o[1], ts(o[2]), None] for o in official])
tr = [[a.id, a.guilty, a.kind, a.why] for a in acc]; R.shuffle(tr)
with open(os.path.join(HERE, "truth.csv"), "w", newline="", encoding="utf-8") as f: w = csv.writer(f); w.writerow(["account_id", "guilty", "kind", "why"]); w.writerows(tr)
print({k: v for k, v in GK.items()}); print(IK)
