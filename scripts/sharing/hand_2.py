"""Blind world A2: account sharing on a service with game accounts. Seed fixed; writes world/*.parquet and truth.csv."""
import csv, math, os, random, datetime as dt
import pyarrow as pa, pyarrow.parquet as pq
HERE = os.path.dirname(os.path.abspath(__file__)); OUT = os.path.join(HERE, "world"); os.makedirs(OUT, exist_ok=True)
R = random.Random(72094413)
T0 = int(dt.datetime(2025, 3, 3, tzinfo=dt.timezone.utc).timestamp()); DAYS = 84; DAY = 86400; END = T0 + DAYS * DAY
HOL = {32, 33, 34, 59, 60, 61, 62, 63}          # Qingming, May Day
U, G, C = R.uniform, R.gauss, R.choice
RI = R.randint
def P(p): return R.random() < p
def tok(): return f"{R.getrandbits(256):064x}"
def pois(l):
    if l <= 0: return 0
    L, k, p = math.exp(-l), 0, 1.0
    while True:
        p *= R.random()
        if p <= L: return k
        k += 1
CN = {"CN-GD":12,"CN-SH":6,"CN-BJ":6,"CN-JS":9,"CN-ZJ":8,"CN-SD":8,"CN-HA":7,"CN-SC":8,"CN-HB":6,"CN-HN":6,"CN-FJ":4,"CN-AH":5,"CN-LN":4,"CN-CQ":4,"CN-SN":3,"CN-GX":3,"CN-YN":3,"CN-JX":3,"CN-HE":4,"CN-TJ":2,"CN-HL":2,"HK":1}
OV = {"SG":(8,2),"MY-14":(8,1),"US-CA":(-7,3),"US-TX":(-5,2),"GB-LND":(1,2),"AU-NSW":(10,1),"CA-BC":(-7,1)}
NB = {"CN-GD":["CN-GX","CN-HN","HK"],"CN-SH":["CN-JS","CN-ZJ"],"CN-BJ":["CN-HE","CN-TJ"],"CN-JS":["CN-SH","CN-AH","CN-ZJ"],"CN-ZJ":["CN-SH","CN-JS","CN-FJ"],"CN-SD":["CN-HE","CN-JS","CN-HA"],"CN-HA":["CN-HB","CN-SD","CN-SN"],"CN-SC":["CN-CQ","CN-YN"],"CN-HB":["CN-HN","CN-HA"],"CN-HN":["CN-HB","CN-GD","CN-JX"],"CN-FJ":["CN-ZJ","CN-JX"],"CN-AH":["CN-JS","CN-ZJ"],"CN-LN":["CN-HE","CN-HL"],"CN-CQ":["CN-SC","CN-HB"],"CN-SN":["CN-HA","CN-SC"],"CN-GX":["CN-GD","CN-YN"],"CN-YN":["CN-SC","CN-GX"],"CN-JX":["CN-FJ","CN-HN"],"CN-HE":["CN-BJ","CN-TJ"],"CN-TJ":["CN-BJ","CN-HE"],"CN-HL":["CN-LN"],"HK":["CN-GD"],
      "SG":["MY-14"],"MY-14":["SG"],"US-CA":["US-TX"],"US-TX":["US-CA"],"GB-LND":["GB-LND"],"AU-NSW":["AU-NSW"],"CA-BC":["US-CA"]}
WTS = {**CN, **{k: v[1] for k, v in OV.items()}}; REG = list(WTS); RW = [WTS[r] for r in REG]; CNL = list(CN); CNW = list(CN.values())
def region(cn=False): return R.choices(CNL, CNW)[0] if cn else R.choices(REG, RW)[0]
def other(r, cn=True):
    while True:
        x = region(cn)
        if x != r: return x
def tz(r): return OV[r][0] if r in OV else 8
CARR = {r: [tok() for _ in range(RI(8, 18))] for r in REG}
WORK = {r: [tok() for _ in range(RI(10, 30))] for r in REG}
CAFE = {r: [dict(net=tok(), devs=[tok() for _ in range(RI(18, 45))]) for _ in range(RI(3, 6))] for r in REG}
DORM = {r: [tok() for _ in range(RI(3, 6))] for r in REG}
VPN = [(tok(), C(["SG","HK","US-CA","US-TX","CN-SH","CN-GD","GB-LND"])) for _ in range(40)]

STY = {  # weekday peaks, weekend peaks, wake, sleep
 "office": ([(12.6,.5,1),(20.8,1.2,3),(22.4,.8,2)], [(11,1.5,1),(15.5,2,2),(21,1.6,3)], 7.2, 24.2),
 "student": ([(12.4,.5,1),(17.5,1,1),(21.3,1.2,3),(23,.8,1)], [(11,1.5,2),(15,2,3),(21.5,1.7,3)], 8, 25),
 "teen": ([(12.3,.4,.6),(18.2,.8,2),(20,.8,2)], [(10,1.2,2),(15,1.8,3),(20,1.0,2)], 6.9, 22.6),
 "owl": ([(14,1.5,1),(23,1.5,3),(25.5,1.2,2)], [(15,2,1),(22.5,1.6,3),(26,1.3,2)], 10.5, 28.2),
 "early": ([(6.6,.6,2),(12.5,.5,1),(19.6,1,2)], [(8,1.2,2),(14,2,1),(19.5,1.2,2)], 5.6, 22.5),
 "home": ([(10,1.3,2),(14.2,1.3,2),(21,1,1.5)], [(10,2,1),(15,2,1),(20.5,1.5,2)], 7, 23.8)}
class Person:
    def __init__(s, reg=None, sty=None, cn=False):
        s.reg = reg or region(cn); s.sty = sty or R.choices(list(STY), [38,22,10,10,8,12])[0]
        wd, we, w, sl = STY[s.sty]; sh = G(0, .6)
        jit = lambda L: [(h + sh + G(0, .3), sd * U(.7, 1.3), wt * U(.4, 1.7)) for h, sd, wt in L]
        s.pk = (jit(wd), jit(we)); s.wake = w + sh + G(0, .3); s.sleep = sl + sh + G(0, .4)
        a = min(.97, max(.08, R.betavariate(2.2, 1.9))); s.act = (a, min(.98, a * U(.9, 1.5))); s.ex = (R.gammavariate(1.4, .35), R.gammavariate(1.6, .5))
        s.med = R.lognormvariate(math.log(42), .45); s.sg = U(.4, .85); s.maxd = U(150, 400)
        s.home = tok(); s.work = C(WORK[s.reg]) if s.sty == "office" and P(.75) else (C(DORM[s.reg]) if s.sty == "student" and P(.4) else None)
        s.pwork = U(.05, .7); s.pmob = R.betavariate(1.5, 4); s.car = R.sample(CARR[s.reg], RI(2, 5)); s.jump = .015 * R.random() * 2
        s.devs = [dict(t=tok(), ho=False, d0=-9999, d1=9999, w=U(.6, 1))]
        if P(.42): s.devs.append(dict(t=tok(), ho=True, d0=-9999, d1=9999, w=U(.2, 2.2)))
        if P(.14): s.devs.append(dict(t=tok(), ho=P(.6), d0=-9999, d1=9999, w=U(.1, .5)))
        s.trips = []; s.gaps = []; s.drift = (U(.75, 1.2), U(.75, 1.2)); s.busy = {}; s.late = .02 * R.random() * 2
        s.vpn = None; s.pvpn = 0; s.cafes = []; s.pcafe = 0; s.skill = min(.62, max(.36, G(.497, .035)))
        s.pay = tok(); s.payr = C([0, 0, .01, .02, .04, .08]); s.shift = None; s.reset = 0; s.cloud = None; s.homes = []
        s.ident, s.phone, s.email = tok(), tok(), tok()
    def place(s, day, h):
        hm = h % 24; we = day % 7 >= 5 or day in HOL
        for d0, d1, reg, nets, lap in s.trips:
            if d0 <= day < d1:
                if P(.4): return C(CARR[reg]) if P(.7) else C(s.car), reg, lap
                return C(nets), reg, lap
        for d0, d1, net, reg in s.homes:
            if d0 <= day < d1:
                if P(s.pmob): return C(CARR[reg]), reg, False
                return net, reg, True
        if not we and 8.5 < hm < 18 and s.work and P(s.pwork): return s.work, s.reg, False
        if P(s.pmob * (1.6 if 8 < hm < 18.5 and not we else .8)):
            return C(s.car), (C(NB[s.reg]) if P(s.jump) else s.reg), False
        return s.home, s.reg, True
    def device(s, day, home):
        L = [d for d in s.devs if d["d0"] <= day < d["d1"] and (home or not d["ho"])] or [d for d in s.devs if d["d0"] <= day < d["d1"]] or s.devs[:1]
        return R.choices(L, [d["w"] for d in L])[0]["t"]
    def newphone(s, d):
        o = s.devs[0]; ov = C([0, 0, 1, 3, 7]); n = dict(o, t=tok(), d0=d, d1=9999); o["d1"] = d + ov; s.devs.append(n); s.devs.insert(0, s.devs.pop())
    def trip(s, d0, n, reg=None):
        s.trips.append((d0, d0 + n, reg or (C(NB[s.reg]) if P(.4) else region()), [tok() for _ in range(RI(1, 2))], P(.25)))
def noise(p, k=1.0):
    if P(.28 * k): p.trip(RI(1, DAYS - 4), RI(2, 9))
    if P(.2 * k): p.trip(C([31, 32, 58, 59]), RI(3, 6))
    if P(.1 * k): p.newphone(RI(3, DAYS - 3))
    if P(.15 * k): a = RI(0, DAYS - 5); p.gaps.append((a, a + RI(4, 25)))
    if P(.04 * k): p.vpn = R.sample(VPN, RI(1, 3)); p.pvpn = U(.02, .25)
    if P(.05 * k) and p.reg in CAFE: p.cafes = [C(CAFE[p.reg])]; p.pcafe = U(.01, .12)
    if P(.05 * k): p.reset = U(.005, .03)
    if P(.08 * k): p.jump = U(.03, .12)
    if P(.06 * k): p.late = U(.05, .15)

def light(p, new):
    if getattr(p, "lit", 0): return
    p.lit = 1
    if P(.2): p.trip(RI(1, DAYS - 4), RI(2, 8))
    if P(.1): p.trip(C([31, 32, 58, 59]), RI(3, 6))
    if P(.08): a = RI(0, DAYS - 5); p.gaps.append((a, a + RI(4, 14)))
    if P(.06): p.late = U(.05, .15)
    if new and P(.07): p.newphone(RI(3, DAYS - 3))
    if new and P(.05): p.jump = U(.03, .12)
class Acct:
    def __init__(s, owner, kind="ordinary", guilty=0, why="", young=False):
        s.id = f"{R.getrandbits(60):015x}"; s.o = owner; s.kind, s.guilty, s.why = kind, guilty, why; s.sess = []; s.ops = {}
        age = R.expovariate(1 / 500) + 3; s.cday = -age if not P(.07) or guilty else U(0, 60)
        s.created = int(T0 + s.cday * DAY + R.random() * DAY); s.chg = []; s.tk = []; s.idtok = owner.ident; s.phone = [(owner.phone, None, None)]; s.email = [(owner.email, None, None)]
        s.follow = set(); s.extra_check = []; s.minor = owner.sty == "teen" and P(.8); s.bio = None; ACC.append(s)
        if kind != "ordinary": light(owner, guilty)
    def add(s, p, a, b, dev, net, reg): s.sess.append([a, b, dev, net, reg, p]); s.ops[id(p)] = p
    def clash(s, a, b): return any(x[0] < b + 60 and a < x[1] + 60 for x in s.sess)
ACC = []; POSTS = []; ACTS = []; RES = {}
def use(ac, p, d0=0, d1=DAYS, mult=1.0, pk=None, coord=None, wake=True, dev=None, net=None, ndays=None, dmul=1.0):
    d0 = max(d0, int(math.ceil(ac.cday)), 0); d1 = min(d1, DAYS); off = tz(p.reg)
    for day in range(d0, d1):
        if any(a <= day < b for a, b in p.gaps): continue
        if ndays is not None and day not in ndays: continue
        we = 1 if day % 7 >= 5 or day in HOL else 0; f = p.drift[0] + (p.drift[1] - p.drift[0]) * day / DAYS
        if R.random() > min(.99, p.act[we] * f * mult): continue
        peaks = pk or p.pk[we]; sh = 0
        if p.shift: sh = p.shift[(day // p.shiftlen) % len(p.shift)]
        for _ in range(1 + pois(p.ex[we] * mult)):
            c, sd, _w = R.choices(peaks, [x[2] for x in peaks])[0]; h = G(c, sd)
            if wake and not pk and not (p.wake <= h <= p.sleep) and not P(p.late): continue
            h += sh; dur = min(p.maxd, max(3, R.lognormvariate(math.log(p.med * dmul), p.sg)))
            if not wake or pk: pass
            elif h + dur / 60 > p.sleep + sh + .8 and not P(.1): dur = max(4, (p.sleep + sh + .5 - h) * 60 * U(.6, 1)) if h < p.sleep + sh else RI(4, 40)
            a = int(T0 + day * DAY + (h - off) * 3600 + U(0, 60)); b = int(a + dur * 60)
            if a < max(T0, ac.created) or b > END: continue
            if any(x < b and a < y for x, y in p.busy.get(day, ())): continue
            if coord is not None and ac.clash(a, b) and P(coord): continue
            p.busy.setdefault(day, []).append((a, b))
            N, rg, hm = p.place(day, h)
            D = dev(day) if callable(dev) else (dev or p.device(day, hm))
            if p.reset and P(p.reset):
                for x in p.devs:
                    if x["t"] == D: x["t"] = tok()
            if p.cafes and P(p.pcafe): cf = C(p.cafes); N, D, rg = cf["net"], C(cf["devs"]), p.reg
            if p.cloud and P(p.pcloud): N, D, rg = C(p.cloud["nets"]), (C(p.cloud["devs"])), p.cloud["reg"]
            if net: N, rg = net
            if p.vpn and P(p.pvpn): N, rg = C(p.vpn)
            ac.add(p, a, b, D, N, rg)
def block(ac, p, day, h, length, coord=.9, dev=None, net=None, cafe=False):
    """one let spell: length hours by tenant p, in 1-3 log-ins"""
    a = int(T0 + day * DAY + (h - tz(p.reg)) * 3600 + U(0, 900)); e = int(a + length * 3600)
    if a < T0 or e > END or a < ac.created or (ac.clash(a, e) and P(coord)): return False
    N, rg, hm = p.place(day, h); D = dev or p.device(day, hm)
    if cafe: cf = C(CAFE[p.reg]); N, D, rg = cf["net"], C(cf["devs"]), p.reg
    if net: N, rg = net
    t = a
    for i in range(C([1, 1, 2, 2, 3])):
        x = e if P(.4) else min(e, t + int(U(.3, 1.05) * length * 3600))
        if x - t < 300: break
        ac.add(p, t, x, D, N, rg); p.busy.setdefault(day, []).append((t, x)); t = x + int(U(30, 1500))
        if t > e - 400: break
    return True
def msg(a, b, day, text, kind="message", lang="zh", h=None):
    POSTS.append((a, int(T0 + day * DAY + ((h if h is not None else U(10, 23.5)) - 8) * 3600), kind, b, text, lang))
def gift(a, b, day): ACTS.append((a.id, int(T0 + day * DAY + U(2, 15) * 3600), "gift", f"it{R.getrandbits(40):010x}", b.id))
def sel(lo, hi): return RI(lo, hi)
GK = {}; EXTRA = []
def own_acct(p, kind="ordinary", mult=None, why="own account of a person who also plays elsewhere"):
    a = Acct(p, kind, 0, why); use(a, p, mult=mult or U(.3, .9), coord=1); return a
def trust(p):   # keep strangers light
    p.gaps = []; return p
def steady(p, lo=.45, hi=.9):
    a = U(lo, hi); p.act = (a, min(.97, a * U(1, 1.4))); return p
def change(ac, day, field, old, new): ac.chg.append((int(T0 + day * DAY + U(1, 15) * 3600), field, old, new))
NA_Z = list("风云月影星河夜雨雪霜剑墨林鹿鲸猫狐柚橙青白玄北南山川渡舟眠歌"); NA_E = ["moss","ember","koi","lark","pixel","orbit","fern","quartz","rook","biscuit","tango","velvet","drift","onyx","saffron","comet","maple","static","pebble","juno","havoc","noodle"]
def handle(): return C([lambda: "".join(R.sample(NA_Z, RI(2, 4))) + (str(RI(1, 999)) if P(.5) else ""), lambda: C(NA_E) + C(["", "_", "."]) + C(NA_E) + (str(RI(1, 9999)) if P(.6) else "")])()

# ================= guilty =================
def g_rent_open():           # strangers by the hour, across the country
    for _ in range(sel(11, 15)):
        o = steady(Person(cn=True), .1, .5); n = RI(8, 60); d0 = RI(0, 25); d1 = RI(60, DAYS); coud = P(.3)
        ac = Acct(o, "rent_hourly_strangers", 1, f"about {n} let spells of 1-5 hours by strangers on unseen devices in many provinces between days {d0} and {d1}; owner seldom plays")
        stock = [tok() for _ in range(4)] if coud else None; cn = [(tok(), C(["CN-ZJ", "CN-GD", "CN-HB"])) for _ in range(2)]
        regs = [Person(cn=True) for _ in range(RI(2, 6))]
        for _i in range(n):
            t = C(regs) if P(.25) else Person(cn=True); t.payr = 0 if P(.9) else .05
            block(ac, t, RI(d0, d1 - 1), C([U(9, 18), U(17, 26), U(19, 25)]), C([1, 1, 2, 2, 3, 3, 5, 8]), cafe=P(.15), dev=C(stock) if stock and P(.7) else None, net=C(cn) if stock and P(.6) else None)
        use(ac, o, mult=U(.3, .8), coord=.9)
        if P(.3): msg(ac.id, None, d0, C(["王者段位高皮肤全，小时3块，通宵打包20，懂的来", "full skin acc, 3h/6h packs, dm me", "出租 天/小时 押金50"]), C(["post", "listing"]))
def g_rent_city():           # one city, small circle, quiet
    for _ in range(sel(14, 18)):
        o = steady(Person(cn=True), .35, .8); k = RI(3, 7); ten = [Person(o.reg) for _ in range(k)]; d0 = RI(0, 30); d1 = RI(64, DAYS)
        ac = Acct(o, "rent_hourly_one_city", 1, f"let by the hour to {k} people of the same region from day {d0}, one after the other, with their own devices and networks, also while the holder would sleep or work")
        if P(.35):
            for t in ten[:RI(1, 3)]: t.cafes = [C(CAFE[o.reg])]; t.pcafe = 1
        per = U(.1, .8)
        for day in range(d0, d1):
            for _i in range(pois(per * (1.6 if day % 7 >= 5 else 1))):
                t = R.choices(ten, [1 / (i + 1) for i in range(k)])[0]; h = C([U(9, 12), U(13, 18), U(19, 23), U(23, 27)]); L = C([1, 1, 2, 2, 3])
                ok = block(ac, t, day, h, L, coord=1, cafe=bool(t.cafes) and P(.7))
                if ok and P(.45):
                    t2 = C(ten); block(ac, t2, day, h + L + U(.03, .25), C([1, 2, 2]), coord=1)
        use(ac, o, mult=U(.5, .9), coord=.97)
        for t in ten:
            t.payr = 0
            if P(.2): EXTRA.append((t, "tenant_own_account"))
def g_lend_friend():
    for _ in range(sel(14, 18)):
        o = steady(Person(cn=True), .4, .85); f = steady(Person(o.reg if P(.6) else None, cn=True), .5, .9); d0 = RI(0, 35); same = f.reg == o.reg
        ac = Acct(o, "lend_one_friend_paid", 1, f"from day {d0} one other person in {'the same' if same else 'another'} region plays fixed slots on own device and network and pays the holder; the two never play at one time and hand over within minutes")
        slot = C([[(14, .5, 1), (20, .5, 1)], [(19.5, .4, 1)], [(22.5, .4, 1), (13, .4, .5)], [(9.5, .5, 1)], [(0.8 + 24, .5, 1)]]); wdays = R.sample(range(7), RI(3, 6)); days = set(d for d in range(d0, DAYS) if (d % 7 in wdays and P(.92)) or P(.05))
        f.med = U(60, 130); f.sg = .25; f.payr = C([0, .03, .06, .1]); use(ac, f, d0, ndays=days, pk=slot, mult=1.3, coord=1)
        use(ac, o, mult=U(.7, 1), coord=.97)
        for s in list(ac.sess):        # hand over
            if s[5] is f and P(.22):
                a = s[1] + RI(40, 420); b = a + RI(10, 60) * 60
                if not ac.clash(a + 61, b) and b < END: N, rg, hm = o.place((a - T0) // DAY, ((a - T0) / 3600 + 8) % 24); ac.add(o, a, b, o.device((a - T0) // DAY, hm), N, rg)
        fa = None
        if P(.6): fa = own_acct(f, "tenant_own_account", U(.2, .5), "own account of the friend who pays to use another's"); ac.follow.add(fa); fa.follow.add(ac)
        if fa and P(.55):
            for d in range(d0, DAYS, C([7, 14, 30])): gift(fa, ac, d)
        if fa and P(.45):
            for d in R.sample(range(d0, DAYS), RI(1, 4)): msg(*((fa.id, ac.id) if P(.6) else (ac.id, fa.id)), d, C(["这周的转你了哈", "还是老时间，八点我用到十点", "钱收到了，你用吧", "sent you this week's, same hours ok?", "下了吗？到我的点了", "月底再续一个月", "ok you're good till sunday, got it thx"]))
def g_sold_slow():
    for _ in range(sel(14, 18)):
        o = steady(Person(cn=True), .35, .9); b = steady(Person(o.reg if P(.25) else None, cn=True), .4, .9); d = RI(14, 52); ov = RI(0, 6); dormant = RI(0, 9)
        ac = Acct(o, "sold_changed_slowly", 1, f"operator replaced for good about day {d}: new device, network, hours and skill; phone, e-mail, payment and name follow over weeks while the real-name identity stays the seller's")
        use(ac, o, 0, d); use(ac, b, d + dormant, coord=1)
        if ov and P(.6):
            for _i in range(RI(1, 3)): block(ac, o, d + RI(0, ov + dormant), U(19, 23), U(.1, .6))      # seller looks in
        b.payr = C([.02, .05, .1]); t = d
        for what in R.sample(["phone", "email", "display_name", "avatar", "bio", "location"], RI(2, 6)):
            t += RI(1, 9)
            if t >= DAYS: break
            if what == "phone": ac.phone = [(o.phone, None, t - 1), (b.phone, t, None)]
            elif what == "email": ac.email = [(o.email, None, t - 1), (b.email, t, None)]
            else: change(ac, t, what, None, None)
        if P(.25): EXTRA.append((o, "seller_other_account", d + RI(1, 8)))
def g_boost_week():
    st = [dict(reg=region(True), devs=[tok() for _ in range(RI(2, 4))], nets=[tok() for _ in range(RI(1, 3))], w=[Person(cn=True) for _ in range(RI(1, 3))]) for _ in range(8)]
    for s in st:
        for w in s["w"]: w.skill = U(.66, .82); w.reg = s["reg"]; w.payr = 0; w.car = R.sample(CARR[w.reg], 2); w.home = s["nets"][0]
    for _ in range(sel(14, 18)):
        o = steady(Person(cn=True), .5, .95); s = C(st); w = C(s["w"]); d = RI(8, 70); n = RI(4, 9); hid = P(.4); solo = P(.3)
        nt = (tok(), o.reg) if hid else (C(s["nets"]), s["reg"]); dv = tok() if solo else C(s["devs"])
        ac = Acct(o, "boosted_one_week", 1, f"days {d}-{d+n}: holder absent, a stronger player plays 4-10 hours a day on {'an unseen device' if solo else 'a device of a studio'}{' behind an exit in the holder region' if hid else ' in '+s['reg']}, wins far more, then the holder returns")
        for day in range(d, min(DAYS, d + n)):
            for _i in range(RI(1, 3)): block(ac, w, day, C([U(10, 14), U(14, 19), U(21, 26)]), U(1.5, 4.5), coord=1, dev=dv, net=nt)
        o.gaps = [(d, d + n)] if P(.8) else [(d, d + n - 1)]; use(ac, o, coord=1)
def g_studio():
    for _s in range(4):
        reg = region(True); nets = [(tok(), reg) for _ in range(RI(1, 3))]; devs = [tok() for _ in range(RI(4, 8))]; ws = [Person(reg) for _ in range(RI(3, 6))]; shift = {id(w): C([10, 14, 18, 22, 26]) for w in ws}
        for w in ws: w.skill = U(.6, .78); w.payr = 0
        for _ in range(RI(3, 5)):
            o = Person(cn=True); d0 = RI(0, 40); d1 = min(DAYS, d0 + RI(18, 45)); pv = U(0, .5); px = [(tok(), o.reg) for _ in range(2)]
            ac = Acct(o, "boosting_studio_shifts", 1, f"days {d0}-{d1}: workers of one studio take shifts on shared machines with many other client accounts; around-the-clock play")
            for day in range(d0, d1):
                if P(.12): continue
                for w in R.sample(ws, RI(1, min(3, len(ws)))): block(ac, w, day, shift[id(w)] + G(0, .7), U(1.5, 6), coord=1, dev=C(devs), net=C(px) if P(pv) else C(nets))
            use(ac, o, 0, d0 + 1); use(ac, o, d1, coord=1)
            if P(.5): use(ac, o, d0, d1, mult=.12, coord=1)
        if P(.5): EXTRA.append((ws[0], "ordinary"))
def g_masked():
    for _ in range(sel(10, 14)):
        o = steady(Person(cn=True), .4, .8); ten = [Person(o.reg) for _ in range(RI(2, 5))]; px = [(tok(), o.reg) for _ in range(RI(1, 2))]; d0 = RI(2, 30); fresh = P(.6)
        ac = Acct(o, "rent_masked_exit", 1, f"from day {d0} several tenants come through the same one or two exits in the holder's region with {'a fresh device each time' if fresh else 'cloned devices'}, at hours foreign to the holder, ending at sharp hour packs")
        sd = [tok() for _ in range(RI(2, 4))]; per = U(.12, .85)
        for day in range(d0, DAYS):
            for _i in range(pois(per)):
                t = C(ten); t.payr = 0; h = C([U(0.5, 6) + 24, U(8, 17), U(13, 18), U(19, 23)])
                block(ac, t, day, h, C([1, 2, 2, 3, 4]), coord=1, dev=tok() if fresh else C(sd), net=C(px) if P(.93) else (C(CARR[other(o.reg)]), other(o.reg)))
        use(ac, o, mult=U(.6, .95), coord=.97)
def g_fleet():
    for _f in range(4):
        L = steady(Person(cn=True), .3, .6); chk = [tok() for _ in range(RI(1, 2))]
        pool = [Person(cn=True) for _ in range(RI(8, 20))]; local = P(.35)
        if local: pool = [Person(L.reg) for _ in range(RI(6, 14))]
        for _ in range(RI(3, 5)):
            d0 = RI(0, 30); nm = Person(L.reg); ac = Acct(nm, "lessor_fleet", 1, "one of a lessor's stock: short check log-ins from the lessor's machine follow each spell by a tenant; tenants and lessor recur on sister accounts under other real names")
            nm.pay = L.pay if P(.7) else nm.pay; lag = U(2, 40); per = U(.25, .9)
            for day in range(d0, DAYS):
                for _i in range(pois(per)):
                    t = C(pool) if P(.75) else Person(cn=True); t.payr = 0; n0 = len(ac.sess)
                    if block(ac, t, day, C([U(9, 18), U(18, 26)]), C([1, 2, 3, 4, 6]), coord=1, cafe=P(.1)) and P(.6) and len(ac.sess) > n0:
                        e = ac.sess[-1][1] + int(R.expovariate(1 / (lag * 60))) + 30; N, rg, hm = L.place(day, 20)
                        if e + 300 < END and not ac.clash(e + 61, e + 200): ac.add(L, e, e + RI(40, 260), C(chk), N, rg)
            if P(.5): use(ac, nm, 0, d0, mult=.5)
            L.payr = .03
        if P(.6): EXTRA.append((L, "lessor_own_account"))
def g_flip():
    for _ in range(sel(10, 12)):
        o = steady(Person(cn=True), .3, .8); br = Person(cn=True); e = steady(Person(cn=True), .4, .9); d = RI(10, 40); n = RI(3, 16)
        ac = Acct(o, "sold_through_broker", 1, f"seller leaves day {d}, a broker looks in for {n} days with short log-ins, then an unrelated end buyer plays; two handovers and nothing carried over")
        use(ac, o, 0, d); x = br.device(0, True)
        for day in range(d, d + n):
            if P(.5): block(ac, br, day, U(10, 22), U(.1, .5), dev=x, net=(br.home, br.reg))
        br.payr = 0; use(ac, e, d + n); e.payr = C([0, .03, .08]); t = d
        if P(.7): ac.phone = [(o.phone, None, d), (br.phone, d, d + n), (e.phone, d + n + RI(0, 9), None)] if P(.6) else [(o.phone, None, d + n), (e.phone, d + n + 1, None)]
        if P(.5): ac.email = [(o.email, None, d + n), (e.email, d + n + RI(1, 6), None)]
        for f in ("display_name", "avatar", "bio"):
            if P(.5): change(ac, min(DAYS - 1, d + n + RI(1, 12)), f, None, None)
def g_minor():
    k = 0
    while k < 13:
        m = Person(sty="teen", cn=True); m.payr = C([0, .03]); j = C([1, 1, 2, 3]); ma = Acct(m, "tenant_own_account", 0, "minor's own account, limited hours"); ma.minor = True; use(ma, m, mult=.45, coord=1)
        for _ in range(min(j, 13 - k)):
            k += 1; o = Person(m.reg if P(.35) else None, C(["office", "home", "early"]), cn=True); ac = Acct(o, "rent_to_minor", 1, "adult-verified account played after school and at weekends on the device of a minor whose own account is limited; holder is a stranger in other hours and networks"); ac.minor = False
            d0 = RI(0, 30); q = U(.3, .85)
            for day in range(d0, DAYS):
                if P(q * (1 if day % 7 >= 4 or day in HOL else .4)): block(ac, m, day, C([U(17.5, 19), U(20.3, 22)]) if day % 7 < 5 else C([U(9, 12), U(13, 18), U(20.5, 22.5)]), C([.7, 1, 1.5, 2, 3]), coord=1)
            use(ac, o, mult=U(.15, .7), coord=.97)
            if P(.3): ac.extra_check.append((RI(d0, DAYS - 1), "fail"))
            if P(.25): msg(ma.id, ac.id, d0, C(["哥 号今天能用吗 放学了", "can i use it at 8? paid already", "扫脸帮我过一下"]))
def g_lease():
    for _ in range(sel(10, 13)):
        o = steady(Person(cn=True), .5, .9); a = RI(6, 22); n = RI(21, 34); loc = P(.4); t1 = steady(Person(o.reg if loc else None, cn=True), .5, .95); t2 = steady(Person(o.reg if loc else None, cn=True), .5, .95)
        two = P(.6); ac = Acct(o, "lease_by_month", 1, f"let for {n} days from day {a} to one tenant" + (" and later to a second" if two else "") + "; holder's device silent in the term and back after it")
        use(ac, o, 0, a); use(ac, t1, a, a + n)
        back = a + n + RI(2, 9); use(ac, o, a + n, back + (0 if two else 99), mult=1.2)
        if two: use(ac, t2, back, back + RI(20, 31)); use(ac, o, back + 31)
        t1.payr = t2.payr = C([0, .03])
        if P(.2): change(ac, a, "display_name", None, None); change(ac, a + n, "display_name", None, None)
def g_pool():
    for _ in range(sel(10, 13)):
        k = RI(2, 3); o = steady(Person(cn=True), .4, .7); ms = [steady(Person(cn=True), .4, .8) for _ in range(k)]; d0 = RI(0, 25)
        ac = Acct(o, "pooled_cost_strangers", 1, f"{k+1} unrelated people in different places share cost and hours; each has own device, network and payment; turns follow a timetable")
        if P(.4): ac.created = int(T0 + d0 * DAY - U(1, 5) * DAY); ac.cday = (ac.created - T0) / DAY
        ml = U(.4, 1.1); st = U(8, 14)
        for i, m in enumerate([o] + ms):
            c = st + i * U(2.5, 4.5); m.med = U(50, 100); m.sg = .35; m.payr = C([.02, .05, .08]); use(ac, m, d0 if i else 0, pk=[(c, U(.4, .9), 1)] if P(.7) else None, coord=.98, mult=ml * U(.8, 1.2))
def g_chores():
    for _s in range(3):
        w = Person(cn=True); dv = [tok() for _ in range(RI(1, 3))]; w.skill = .52; w.payr = 0; start = U(6, 11)
        clients = []
        for _ in range(RI(4, 6)):
            o = steady(Person(w.reg if P(.3) else None, cn=True), .3, .8); d0 = RI(0, 40); d1 = min(DAYS, d0 + RI(20, 60))
            ac = Acct(o, "paid_daily_chores", 1, f"days {d0}-{d1}: a paid hand logs in daily for 10-40 minutes from one machine that runs through several clients in a row; the holder plays normally"); clients.append((ac, o, d0, d1))
        for day in range(DAYS):
            t = start + G(0, .5)
            for ac, o, d0, d1 in clients:
                if d0 <= day < d1 and P(.9):
                    L = U(10, 40) / 60; a = int(T0 + day * DAY + (t - 8) * 3600); t += L + U(.01, .12)
                    if a >= T0 and a + L * 3600 < END: ac.add(w, a, int(a + L * 3600), C(dv), w.home if P(.95) else C(w.car), w.reg)
        for ac, o, d0, d1 in clients: use(ac, o, coord=.97)
# ================= innocent look-alikes =================
def i_siblings():
    for _ in range(8):
        p = steady(Person()); q = steady(Person(p.reg, C(["teen", "student", "home"])), .2, .7); q.home = p.home; q.pay = p.pay if P(.5) else q.pay
        ac = Acct(p, "siblings_home", 0, "a brother or sister at home plays now and then on the family's devices and network"); noise(p)
        tab = tok(); p.devs.append(dict(t=tab, ho=True, d0=-999, d1=999, w=.6)); q.devs.append(dict(t=tab, ho=True, d0=-999, d1=999, w=2))
        q.pmob *= .2; use(ac, q, mult=U(.2, .7), coord=.9); use(ac, p, coord=.9)
        if P(.7): own_acct(q, "siblings_home", why="sibling's own account on the same home")
def i_console():
    for _ in range(5):
        reg = region(); net = tok(); con = tok(); fam = [steady(Person(reg), .3, .8) for _ in range(RI(2, 4))]
        for p in fam:
            p.home = net; p.devs.append(dict(t=con, ho=True, d0=-999, d1=999, w=U(1, 5))); p.pay = fam[0].pay
        for p in fam:
            ac = Acct(p, "shared_console", 0, "family console: several accounts on one device, and at times the wrong person on the signed-in account"); use(ac, p, mult=.8); g = C(fam)
            if g is not p: use(ac, g, mult=U(.05, .25), dev=con, coord=.9, net=(net, reg))
def i_travel():
    for _ in range(12):
        p = steady(Person(sty="office")); p.pmob = U(.3, .7); d = RI(0, 5)
        while d < DAYS - 2: n = RI(1, 5); p.trip(d, n, region(P(.85))); d += n + RI(1, 8)
        if P(.4): p.vpn = R.sample(VPN, 2); p.pvpn = U(.05, .2)
        ac = Acct(p, "business_traveller", 0, "same phone through many regions and hotel networks"); use(ac, p)
def i_commute():
    for _ in range(12):
        p = steady(Person(sty=C(["office", "student"]), cn=True)); r2 = C(NB[p.reg]) if P(.5) else other(p.reg); n2 = tok(); pc2 = tok()
        for w in range(12):
            a = w * 7 + C([0, 0, 1]); p.homes.append((a, a + RI(3, 5), n2, r2))
        if P(.7): p.devs.append(dict(t=pc2, ho=True, d0=-999, d1=999, w=1.5))
        ac = Acct(p, "commuter_two_cities", 0, "week in one city, weekend in another, with the same phone and a machine in each"); use(ac, p)
def i_dorm():
    for _ in range(13):
        p = steady(Person(sty="student", cn=True)); r2 = other(p.reg); p.home = C(DORM[p.reg]); p.work = None; h = tok(); mate = tok()
        for a, b in ((0, RI(1, 8)), (31, 36), (58, 64)): p.homes.append((a, b, h, r2))
        p.devs.append(dict(t=tok(), ho=True, d0=RI(0, 8), d1=999, w=1)); noise(p, .5)
        if P(.5): p.devs.append(dict(t=mate, ho=True, d0=10, d1=57, w=.15))
        ac = Acct(p, "student_dorm_home", 0, "dorm network with hundreds of others in term, parents' home in holidays; at times the room mate's PC"); use(ac, p)
def i_cafe():
    for _ in range(13):
        p = steady(Person(sty=C(["student", "owl", "office"]), cn=True)); p.cafes = R.sample(CAFE[p.reg], RI(1, 3)); p.pcafe = U(.5, .95); p.med = U(70, 150); p.maxd = 500
        ac = Acct(p, "internet_cafe_regular", 0, "same person in usual hours on whichever café seat is free"); use(ac, p)
def i_helper():
    for _ in range(11):
        p = steady(Person(cn=True), .5, .9); q = steady(Person(p.reg, C(["home", "office"])), .4, .8); ac = Acct(p, "helper_disabled_player", 0, "a carer or relative operates the account beside or for a disabled holder, without pay, often on the holder's own network")
        if P(.65): ac.bio = C(["手不方便，家人帮我操作，见谅", "one-handed player, my brother helps with dailies", "肌无力玩家，护工小李帮忙上线", "I play with an assistant (SMA)."])
        use(ac, q, mult=U(.4, .8), coord=.95, net=(p.home, p.reg) if P(.6) else None, dev=(lambda day, p=p: p.device(day, True)) if P(.35) else None); use(ac, p, coord=.95); q.payr = 0
        if not ac.bio or P(.4):
            qa = own_acct(q, "ordinary", .2); ac.follow.add(qa); msg(ac.id, qa.id, RI(0, 60), C(["今天手疼，日常你帮我清一下，谢谢姐", "could you do my dailies, hands are bad today", "还是你帮我上吧，我在旁边看"]))
def i_coach():
    co = []
    for _ in range(4): c = steady(Person()); c.skill = U(.62, .72); co.append(Acct(c, "ordinary", 0, "coach")); use(co[-1], c)
    for _ in range(11):
        p = steady(Person(), .6, .95); p.skill = U(.45, .5); p.skillup = U(.06, .14); d = RI(10, 50); c = C(co); ac = Acct(p, "coached_no_login", 0, "improves with a coach who watches and is paid by gifts but never logs in"); use(ac, p); ac.follow.add(c)
        for x in range(d, min(DAYS, d + 30), RI(2, 5)):
            ACTS.append((c.id, int(T0 + x * DAY + U(10, 15) * 3600), "view", f"lv{R.getrandbits(40):010x}", ac.id))
            if P(.4): gift(ac, c, x)
        msg(ac.id, c.id, d, C(["教练，今晚八点看我打两把？钱先转你", "paid for 3 lessons, watch my replay pls", "不用上我号，你看着说就行"]))
def i_second():
    for _ in range(10):
        p = steady(Person(cn=True)); q = steady(Person(cn=True)); d = RI(12, 60); t = q.devs[0]["t"]; n = RI(2, 15); q.newphone(d - n); q.devs[1 if len(q.devs) > 1 else 0]
        for x in q.devs:
            if x["t"] == t: x["d1"] = d - n
        for x in p.devs[:1]: x["d1"] = d + RI(0, 4)
        p.devs.append(dict(t=t, ho=False, d0=d, d1=9999, w=1)); a = Acct(p, "second_hand_device", 0, "bought a used phone that carried another's account before; networks, hours and payment stay"); b = Acct(q, "second_hand_device", 0, "sold the old phone; own account goes on with a new one"); use(a, p); use(b, q)
def i_newphone():
    for _ in range(12):
        p = steady(Person()); p.newphone(RI(10, 70)); noise(p, .5); ac = Acct(p, "new_phone", 0, "new phone (some with new number), all else the same"); use(ac, p)
        if P(.4): d = RI(20, 70); ac.phone = [(p.phone, None, d), (tok(), d, None)]
        if P(.3): change(ac, RI(10, 80), C(["display_name", "avatar"]), None, None)
def i_vpn():
    for _ in range(13):
        p = steady(Person()); p.vpn = R.sample(VPN, RI(2, 7)); p.pvpn = U(.4, .95); p.reset = C([0, 0, .03]); ac = Acct(p, "vpn_user", 0, "one device and one rhythm, exits hop between regions"); use(ac, p)
def i_jump():
    for _ in range(12):
        p = steady(Person()); p.pmob = U(.6, 1); p.jump = U(.2, .6); p.car += R.sample(CARR[C(NB[p.reg])], 3); ac = Acct(p, "carrier_region_jump", 0, "mobile carrier places the same phone in neighbouring regions"); use(ac, p)
def i_shift():
    for _ in range(12):
        p = steady(Person(sty=C(["office", "home"])), .5, .9); p.shift = C([[0, 8], [0, 7, 14], [0, -8, 8], [2, 13]]); p.shiftlen = C([3, 4, 7, 7, 14]); ac = Acct(p, "shift_worker", 0, "rotating shifts move all hours around the clock, same devices and networks"); use(ac, p)
def i_stream():
    for _ in range(11):
        p = steady(Person(sty=C(["owl", "student"])), .7, .95); p.med = U(180, 340); p.sg = .3; p.maxd = 800; p.sleep += 3; p.skill = U(.54, .64); p.devs.append(dict(t=tok(), ho=True, d0=-99, d1=999, w=3)); ac = Acct(p, "streamer_long", 0, "very long sessions on own streaming set-up, with live posts"); use(ac, p)
        for x in R.sample(range(DAYS), RI(15, 40)): msg(ac.id, None, x, C(["开播啦 冲分", "live now, ranked grind", "今晚通宵冲榜", "12h stream day"]), "live")
        if P(.4):
            q = Person(p.reg); q.skill = .5; use(ac, q, mult=.06, coord=1, dev=p.devs[-1]["t"], net=(p.home, p.reg))
def i_couple():
    for _ in range(8):
        p = steady(Person(cn=True)); q = steady(Person(p.reg if P(.75) else C(NB[p.reg]))); ac = Acct(p, "couple", 0, "partner plays the account now and then; the two stay at each other's homes and use each other's phones in both directions")
        qa = Acct(q, "couple", 0, "partner's account, same pattern the other way")
        for x in range(4, DAYS, RI(4, 7)):
            (p if P(.6) else q).homes.append((x, x + RI(1, 3), q.home, q.reg)) if P(.5) else q.homes.append((x, x + RI(1, 3), p.home, p.reg))
        use(ac, q, mult=U(.1, .45), coord=.9, dev=(lambda day, p=p, q=q: (p if P(.4) else q).device(day, False))); use(ac, p, coord=.9); use(qa, p, mult=U(.05, .2), coord=.9); use(qa, q, coord=.9)
        ac.follow.add(qa); qa.follow.add(ac); gift(ac, qa, RI(1, 80)); gift(qa, ac, RI(1, 80))
        if P(.6): msg(ac.id, qa.id, RI(1, 80), C(["宝贝帮我把日常做了", "你先玩我号，我做饭", "use mine babe, i'm cooking"]))
def i_asked():
    for _ in range(11):
        p = steady(Person(cn=True)); noise(p); ac = Acct(p, "asked_about_selling", 0, "asked what the account is worth or said would sell; nothing changed hands"); d = RI(5, 70); use(ac, p)
        msg(ac.id, None, d, C(["退坑了，这号能值多少？", "问下现在卖号什么行情", "how much would a diamond acc with 40 skins go for?", "有人收号吗，在考虑", "租号会被封吗？"]), C(["post", "comment"]))
        if P(.5): msg(ac.id, None, min(DAYS - 1, d + RI(1, 6)), C(["算了不卖了，舍不得", "nah keeping it", "还是自己玩吧"]), "reply")
def i_moved():
    for _ in range(13):
        p = steady(Person(cn=True)); d = RI(15, 60); r2 = other(p.reg); p.homes.append((d, 999, tok(), r2)); old = p.work
        if p.work: p.homes = p.homes
        if P(.7): p.newphone(d + RI(-5, 20))
        if P(.5):
            for x in p.devs:
                if x["ho"]: x["d1"] = d
        ac = Acct(p, "moved_city", 0, "moved for work: new region, networks, number, later name and phone; devices overlap, hours and payment go on"); use(ac, p); p.payr = max(p.payr, .02)
        if P(.6): ac.phone = [(p.phone, None, d + 20), (tok(), d + RI(1, 20), None)]
        for f in ("display_name", "avatar", "location", "bio"):
            if P(.4): change(ac, min(DAYS - 1, d + RI(0, 25)), f, None, None)
def i_binge():
    for _ in range(12):
        p = steady(Person(cn=True), .4, .8); d = C([31, 58, RI(5, 70)]); n = RI(5, 9); ac = Acct(p, "holiday_binge", 0, "a week off with very long days, some at relatives' home on their PC; own phone goes along and the win rate stays"); use(ac, p, 0, d); use(ac, p, d + n)
        if P(.6): p.homes.append((d, d + n, tok(), other(p.reg))); p.devs.append(dict(t=tok(), ho=True, d0=d, d1=d + n, w=1.2))
        p.ex = (2, 2.5); p.med *= 1.7; p.act = (.98, .98); use(ac, p, d, d + n)
def i_repair():
    for _ in range(10):
        p = steady(Person()); d = RI(8, 70); n = RI(4, 12); L = p.devs[0]; t = L["t"]; L["d1"] = d; p.devs += [dict(t=tok(), ho=False, d0=d, d1=d + n, w=1), dict(t=t, ho=False, d0=d + n, d1=999, w=1)]
        if P(.4): q = Person(p.reg); q.devs[0]["t"] = p.devs[-2]["t"]; q.gaps = [(d, d + n)]; own_acct(q)
        ac = Acct(p, "phone_in_repair", 0, "loan phone for some days, then the old one again; networks and hours unchanged"); use(ac, p)
def i_reset():
    for _ in range(11):
        p = steady(Person()); p.reset = U(.2, .9); ac = Acct(p, "device_token_resets", 0, "reinstalls or privacy settings make a new device token again and again on the same networks in the same hours"); use(ac, p)
def i_cloud():
    cl = [dict(nets=[tok() for _ in range(5)], devs=[tok() for _ in range(60)], reg=C(["CN-ZJ", "CN-GD", "SG", "US-CA"])) for _ in range(3)]
    for _ in range(11):
        p = steady(Person()); p.cloud = C(cl); p.pcloud = U(.4, .9); ac = Acct(p, "cloud_gaming", 0, "plays through a cloud gaming service: pooled machines in a data centre, own hours"); use(ac, p)
def i_elder():
    for _ in range(9):
        p = steady(Person(sty=C(["early", "home", "owl"]))); ac = Acct(p, "older_player_failed_check", 0, "older holder fails face checks but plays on own devices in own hours"); use(ac, p); ac.minor = False
        for _i in range(RI(1, 3)): ac.extra_check.append((RI(1, 80), C(["fail", "fail", "pass"])))

for f in (g_rent_open, g_rent_city, g_lend_friend, g_sold_slow, g_boost_week, g_studio, g_masked, g_fleet, g_flip, g_minor, g_lease, g_pool, g_chores,
          i_siblings, i_console, i_travel, i_commute, i_dorm, i_cafe, i_helper, i_coach, i_second, i_newphone, i_vpn, i_jump, i_shift, i_stream, i_couple, i_asked, i_moved, i_binge, i_repair, i_reset, i_cloud, i_elder): f()
for e in EXTRA:
    a = Acct(e[0], e[1], 0, "own account of someone who also operates or let another account"); use(a, e[0], e[2] if len(e) > 2 else 0, mult=U(.2, .7), coord=1)
# guilty holders have ordinary noise too: some trips and phones are in Person-level draws below for ordinary only
n = 0
while n < 3000:
    fam = [Person()]
    if P(.13): fam += [Person(fam[0].reg) for _ in range(RI(1, 2))]
    for p in fam:
        noise(p)
        if len(fam) > 1:
            p.home = fam[0].home
            if P(.3): p.pay = fam[0].pay
            if P(.25): p.devs.append(dict(C(fam[0].devs), w=.15))
    for p in fam:
        if P(.015): p.homes.append((RI(10, 70), 999, tok(), other(p.reg, False)))
        if P(.03): p.shift = [0, C([6, 8])]; p.shiftlen = C([4, 7])
        ac = Acct(p); use(ac, p); n += 1
        if P(.08): ac.phone = [(p.phone, None, RI(5, 80)), (tok(), RI(5, 80), None)]; ac.phone[1] = (ac.phone[1][0], ac.phone[0][2], None)
        if P(.03): ac.email = [(p.email, None, 40), (tok(), RI(35, 45), None)]
        if len(fam) > 1 and P(.3): use(ac, C(fam), mult=U(.02, .12), coord=.9)
        if P(.06): q = Person(p.reg); d = RI(1, 80); block(ac, p, d, U(14, 21), U(.3, 1.5), dev=q.device(0, True), net=(q.home, q.reg))   # at a friend's
        if P(.03):                                                                                    # a friend tried it for an evening, free
            q = Person(p.reg); q.payr = 0; block(ac, q, RI(1, 80), U(18, 22), U(.4, 2))
        if P(.05): b = Acct(p, "ordinary", 0, "second account of the same person"); use(b, p, mult=U(.1, .5), coord=1); n += 1
        if P(.02): ac.extra_check.append((RI(1, 80), C(["pass"] * 7 + ["fail"])))

# ================= finish =================
R.shuffle(ACC)
byid = {a.id: a for a in ACC}; assert len(byid) == len(ACC)
def ts(x): return dt.datetime.fromtimestamp(x, dt.timezone.utc)
S = pa.string(); T = pa.timestamp("us", tz="UTC"); I = pa.int64(); B = pa.bool_()
accounts, changes, tokens, sessions, activity, att, follows = [], [], [], [], [], [], []
ZH_BIO = ["佛系玩家", "只打排位不聊天", "上班族 晚上在线", "随缘开黑", "主玩辅助", "求带", "周末党"]; EN_BIO = ["support main", "just here for the raids", "casual, dad of two", "weeknights only", "lfg ranked", "coffee & crits"]
CITY = {"CN-GD":"广东","CN-SH":"上海","CN-BJ":"北京","CN-JS":"江苏","CN-ZJ":"浙江","CN-SC":"四川","US-CA":"California","SG":"Singapore","GB-LND":"London"}
DAYQ = 7
for ac in ACC:
    o = ac.o; cn = o.reg.startswith("CN") or o.reg == "HK"
    ac.sess.sort(key=lambda s: (s[0], s[1])); keep = []
    companion = P(.06)
    for s in ac.sess:
        if keep and s[0] < keep[-1][1]:
            if companion and P(.5): pass
            elif s[0] - keep[-1][0] < 120: continue
            elif P(.97): keep[-1][1] = s[0] - RI(0, 5) if s[0] - keep[-1][0] > 10 else s[0]
        keep.append(s)
    ac.sess = keep; last = max((s[1] for s in keep), default=max(ac.created, T0 - RI(1, 200) * DAY if ac.created < T0 - 200 * DAY else ac.created))
    nod, nor, non = P(.03), P(.035), P(.03); pm = C([0, .005, .01, .03])
    if ac.guilty and (ac.kind in ("rent_masked_exit", "boosted_one_week") or nor or non): nod = False
    if ac.guilty and nor: non = False
    nh = [x for x in keep if x[5] is not o]
    if len(ac.ops) > 1 and keep: ac.why = (ac.why or "ordinary life with an odd session by another") + f" [{len(nh)} of {len(keep)} sessions, {sum(x[1]-x[0] for x in nh)/3600:.0f} of {sum(x[1]-x[0] for x in keep)/3600:.0f} h, by {len({id(x[5]) for x in nh})} other(s)]"
    ac.nh = (len(nh), len(keep), sum(x[1]-x[0] for x in nh)/3600)
    seen = {}
    wk = {}; pays = {}
    for a, b, d, nt, rg, p in keep:
        dd = None if nod or P(pm) else d; nn = None if non or P(pm) else nt; rr = None if nor or P(pm) else rg
        sessions.append((ac.id, ts(a), None if P(.012) else ts(b), dd, nn, rr))
        for k, v in (("device", dd), ("network", nn)):
            if v: x = seen.setdefault((k, v), [a, b, 0]); x[1] = max(b, x[1]); x[2] += 1
        w = (a - T0) // (7 * DAY); x = wk.setdefault(w, [0, 0, 0, 0]); m = pois((b - a) / 60 / 26 * .8); up = getattr(p, "skillup", 0) * min(1, max(0, w / 9)); sk = min(.9, p.skill + up)
        x[0] += m; x[1] += sum(1 for _ in range(m) if P(sk)); x[2] += pois((b - a) / 3600 * (.8 + p.pmob * 3))
        if p.payr and P(p.payr * (1 if p is o else .8)): y = pays.setdefault(p.pay, [a, b]); y[1] = b; x[3] += 1
    sharenet = P(.8)
    for (k, v), (a, b, c) in seen.items():
        if k == "network" and (not sharenet or c < 2): continue
        if a - T0 < 12 * DAY and ac.created < T0 and P(.75) and c > 3: a = int(max(ac.created, T0 - R.expovariate(1 / 220) * DAY))
        tokens.append((ac.id, k, v, ts(a), ts(b)))
    for nm, L, miss in (("phone", ac.phone, .08), ("email", ac.email, .3)):
        if P(miss): continue
        for t, x, y in L:
            if (x or 0) >= DAYS: continue
            fa = ac.created + RI(30, 4000) if x is None else max(ac.created, int(T0 + x * DAY + U(1, 15) * 3600)); la = END - RI(0, 3 * DAY) if y is None else int(T0 + y * DAY + U(1, 15) * 3600)
            tokens.append((ac.id, nm, t, ts(fa), ts(max(fa, la if y is not None else max(fa, last)))))
    if o.payr and o.pay not in pays and P(.5) and ac.created < T0: pays[o.pay] = [ac.created, T0 - RI(1, 40) * DAY]
    for t, (a, b) in pays.items():
        if t == o.pay and P(.6): a = max(ac.created, a - RI(0, 200) * DAY)
        tokens.append((ac.id, "payment", t, ts(a), ts(max(a, b))))
    rn = P(.88)
    if rn:
        tokens.append((ac.id, "identity", ac.idtok, ts(ac.created + RI(60, 9000)), None)); t = ac.created + RI(60, 9000)
        pv = C(["veritas-id", "natid-gate", "carrier-rn"]); att.append((ac.id, "real_name", "pass", "unknown" if P(.3) else ("minor" if ac.minor else "adult"), ts(t), None, pv)); att.append((ac.id, "age", "pass", "minor" if ac.minor else "adult", ts(t + 5), None, pv))
        if ac.minor and P(.6): att.append((ac.id, "guardian", "pass", "minor", ts(t + RI(60, 90000)), None, pv))
        if ac.guilty and P(.1): ac.extra_check.append((RI(20, 83), C(["fail", "pass", "pass"])))
        for d, r in ac.extra_check:
            t2 = int(T0 + d * DAY + U(1, 15) * 3600)
            if t2 > ac.created: att.append((ac.id, "real_name", r, "unknown", ts(t2), None, pv))
    for w, x in wk.items():
        a, b = ts(T0 + w * 7 * DAY), ts(T0 + (w + 1) * 7 * DAY)
        for v, c in zip(("ranked_match", "ranked_win", "chat_line", "purchase"), x):
            if c: activity.append((ac.id, v, c, a, b))
    hd = handle(); dn = hd if P(.3) else handle(); bio = ac.bio or (C(ZH_BIO if cn else EN_BIO) if P(.4) else None); cur = dict(display_name=dn, bio=bio, avatar=f"av/{R.getrandbits(40):010x}.png", location=CITY.get(o.reg) if P(.3) else None)
    for _ in range(pois(.25) if P(.6) else 0): change(ac, U(max(0, ac.cday), DAYS - 1), C(["display_name", "display_name", "avatar", "bio"]), None, None)
    for t, f, _a, _b in sorted((c for c in ac.chg if c[0] > ac.created), reverse=True):        # walk back from the present value
        old = {"display_name": handle, "bio": lambda: C(ZH_BIO if cn else EN_BIO), "avatar": lambda: f"av/{R.getrandbits(40):010x}.png", "location": lambda: C(list(CITY.values()))}[f]()
        cur.setdefault("_" + f, cur[f]); changes.append((ac.id, ts(min(t, END - 1)), f, old, cur["_" + f])); cur["_" + f] = old
    fl = int(R.lognormvariate(2.5, 1.2)); dorm = not keep and ac.created < T0
    accounts.append((ac.id, hd + (f"{RI(0,99999)}" if P(.5) else ""), dn, cur["bio"], cur["location"], cur["avatar"], "game", ts(ac.created), "dormant" if dorm else "active", None if P(.02) else ts(last), fl, int(R.lognormvariate(2.4, 1.1)), RI(0, 20), P(.1), P(.12), C(["zh"] * 19 + ["en"]) if cn else C(["en", "en", "en", "zh"])))
ids = [a.id for a in ACC]
regs = {}
for a in ACC: regs.setdefault(a.o.reg, []).append(a.id)
fset = {}
for a in ACC:
    for _ in range(min(40, int(R.lognormvariate(1.4, .9)))):
        t = C(regs[a.o.reg]) if P(.5) else C(ids)
        if t != a.id: fset[(a.id, t)] = 1
    for t in sorted(a.follow, key=lambda z: z.id): fset[(a.id, t.id)] = 1
for f, t in fset:
    base = max(byid[f].created, byid[t].created); follows.append((f, t, ts(int(base + R.random() * max(1, END - base - 60))) if P(.97) else None, None))
CH_Z = ["上号！开黑三缺一", "今晚九点老地方", "等我吃完饭就上", "刚下班，来两把", "这版本辅助太弱了", "谁有副本攻略", "昨天那把太可惜", "我妈喊我吃饭先下了", "新皮肤好看", "号被盗过一次，记得开二次验证", "网好卡", "周末打团缺个奶", "换手机了，好友重新加下", "出差没法玩", "我弟拿我号打的，别骂了", "掉段了求安慰", "转你了，奶茶钱", "收到，谢谢老板"]
CH_E = ["gg", "anyone up for ranked?", "brb dinner", "on in 10", "patch notes are wild", "new phone, who dis lol", "my cousin was playing sorry", "lag is awful tonight", "need a healer for saturday", "sent you the money for pizza", "travelling this week, back monday", "can't sleep, one more game?"]
fl_of = {}
for f, t in fset: fl_of.setdefault(f, []).append(t)
for a in ACC:
    t0 = max(T0, a.created)
    for _ in range(pois(R.gammavariate(.8, 2.2))):
        zh = a.o.reg.startswith("CN") or a.o.reg == "HK"
        if not a.sess: break
        s = C(a.sess); at = int(U(s[0], max(s[0] + 1, s[1]))); k = R.choices(["message", "comment", "post", "review", "reply"], [6, 2, 2, .6, 1])[0]
        tg = C(fl_of[a.id]) if k == "message" and fl_of.get(a.id) else (None if k in ("post",) else f"th{RI(1, 400)}")
        POSTS.append((a.id, at, k, tg, C(CH_Z if zh and P(.95) else CH_E), "zh" if zh else "en"))
    for _ in range(pois(R.gammavariate(.7, 4))):
        if not a.sess: break
        s = C(a.sess); v = R.choices(["like", "view", "share", "vote", "star", "gift", "report"], [6, 6, 1, 1, 1, .5, .15])[0]
        tg = (C(fl_of[a.id]) if fl_of.get(a.id) and P(.6) else C(ids)); ACTS.append((a.id, int(U(s[0], s[1] + 1)), v, f"ob{RI(1, 3000):05d}", tg if tg != a.id else None))
posts = []
for a, at, k, tg, tx, lg in POSTS:
    if at < byid[a].created or at > END: continue
    if tg in byid and at < byid[tg].created: continue
    lg = "zh" if any("\u4e00" <= c <= "\u9fff" for c in tx) else "en"
    posts.append((f"p{R.getrandbits(52):013x}", a, ts(at), k, tg, tx, lg if P(.97) else None))
acts = [(a, ts(t), v, ob, tg) for a, t, v, ob, tg in ACTS if t >= byid[a].created and t < END]
def put(name, rows, cols, key=None):
    R.shuffle(rows)
    if key: rows.sort(key=key)
    pq.write_table(pa.table({c: pa.array([r[i] for r in rows], ty) for i, (c, ty) in enumerate(cols)}), os.path.join(OUT, name + ".parquet")); print(name, len(rows))
NP = {}
for r in posts:
    if r[3] != "message": NP[r[1]] = NP.get(r[1], 0) + 1
accounts = [r[:12] + (r[12] + NP.get(r[0], 0),) + r[13:] for r in accounts]
put("accounts", accounts, [("account_id", S), ("handle", S), ("display_name", S), ("bio", S), ("location", S), ("avatar", S), ("kind", S), ("created_at", T), ("status", S), ("last_active_at", T), ("followers", I), ("following", I), ("posts", I), ("default_avatar", B), ("is_private", B), ("language", S)])
put("profile_changes", changes, [("account_id", S), ("at", T), ("field", S), ("old", S), ("new", S)], key=lambda r: r[1])
put("tokens", tokens, [("account_id", S), ("kind", S), ("token", S), ("first_seen_at", T), ("last_seen_at", T)])
put("sessions", sessions, [("account_id", S), ("started_at", T), ("ended_at", T), ("device_token", S), ("network_token", S), ("region", S)], key=lambda r: r[1])
put("activity", activity, [("account_id", S), ("verb", S), ("count", I), ("since", T), ("until", T)])
put("attestations", att, [("account_id", S), ("kind", S), ("result", S), ("age_band", S), ("at", T), ("expires_at", T), ("provider", S)], key=lambda r: r[4])
put("follows", follows, [("follower_id", S), ("target_id", S), ("at", T), ("ended_at", T)])
put("posts", posts, [("post_id", S), ("account_id", S), ("at", T), ("kind", S), ("target_id", S), ("text", S), ("language", S)], key=lambda r: r[2])
put("actions", acts, [("account_id", S), ("at", T), ("verb", S), ("object_id", S), ("target_account_id", S)], key=lambda r: r[1])
with open(os.path.join(HERE, "truth.csv"), "w", newline="", encoding="utf-8") as fh:
    w = csv.writer(fh); w.writerow(["account_id", "guilty", "kind", "why"])
    for a in sorted(ACC, key=lambda a: a.id): w.writerow([a.id, a.guilty, a.kind, a.why or "ordinary life"])
if os.environ.get("SHOW"):
    g = {}
    for a in ACC:
        if a.kind != "ordinary": g.setdefault((-a.guilty, a.kind), []).append(a.nh)
    for k, v in sorted(g.items()): print(k, len(v), "nonholder sessions min/med", sorted(x[0] for x in v)[:2], sorted(x[0] for x in v)[len(v)//2], "hours med %.0f" % sorted(x[2] for x in v)[len(v)//2], "all sess min/med", min(x[1] for x in v), sorted(x[1] for x in v)[len(v)//2])
