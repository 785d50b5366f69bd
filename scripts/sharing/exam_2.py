# Blind world A9: "Touchline", a football manager mostly on phones. Theme: account sharing.
import random, math, hmac, hashlib, copy, os, csv, datetime as dt
from collections import defaultdict
import numpy as np, pyarrow as pa, pyarrow.parquet as pq
R = random.Random(90917); N = np.random.default_rng(90917)
HERE = os.path.dirname(os.path.abspath(__file__)); OUT = HERE + '/world'; os.makedirs(OUT, exist_ok=True)
T0 = int(dt.datetime(2026, 3, 2, tzinfo=dt.timezone.utc).timestamp()); D = 76; DAY = 86400
KEY = b'a9-world'; _h = {}
def tok(x):
    if x is None: return None
    if x not in _h: _h[x] = hmac.new(KEY, str(x).encode(), hashlib.sha256).hexdigest()
    return _h[x]
_c = [0]
def new(p): _c[0] += 1; return f'{p}:{_c[0]}'
CN = {'CN-BJ':7,'CN-SH':8,'CN-GD':13,'CN-ZJ':8,'CN-JS':8,'CN-SC':8,'CN-HB':6,'CN-HN':5,'CN-SN':4,'CN-LN':4,'CN-FJ':4,'CN-SD':7,'CN-HA':6,'CN-YN':2,'CN-GX':2}
EN = {'GB-ENG':12,'GB-SCT':3,'IE':2,'US-NY':5,'US-CA':5,'US-TX':4,'AU-NSW':3,'SG':3,'MY':4,'PH':3,'DE':4,'NL':2,'ZA':2,'NG':3}
TZ = {**{r:8 for r in CN},'GB-ENG':0.5,'GB-SCT':0.5,'IE':0.5,'US-NY':-4,'US-CA':-7,'US-TX':-5,'AU-NSW':10.5,'SG':8,'MY':8,'PH':8,'DE':1.5,'NL':1.5,'ZA':2,'NG':1,'JP':9,'HK':8,'ES':1.5,'TH':7,'AE':4}
def region(lang=None):
    lang = lang or ('zh' if R.random() < .56 else 'en'); d = CN if lang == 'zh' else EN
    return R.choices(list(d), list(d.values()))[0]
CAR = {r: [[new('cg') for _ in range(R.randint(4, 9))] for _ in range(3)] for r in TZ}
VPN = [[(new('vpn'), r) for r in R.sample(['JP','HK','SG','US-CA','US-NY','DE','NL','GB-ENG'], 5)] for _ in range(7)]
HUB = {r: ('CN-GD' if R.random() < .5 else 'CN-BJ') if r in CN else R.choice(list(EN)) for r in TZ}
CAMPUS = {r: [new('campus') for _ in range(3)] for r in TZ}; OFF = {r: [new('office') for _ in range(14)] for r in TZ}
CAFE = {r: [(new('cafe'), [new('cafepc') for _ in range(R.randint(18, 45))]) for _ in range(3)] for r in TZ}
class P: pass
def place(reg, nets=None, devs=None): return dict(r=reg, nets=nets or [new('home')], devs=devs)
def person(reg=None, **k):
    p = P(); p.id = new('p'); p.reg = reg or region(); p.tz = TZ[p.reg]; p.lang = 'zh' if p.reg in CN else 'en'
    p.phone = new('dev'); p.devs = [(p.phone, 1.0, -999, 999, 'any')]
    if R.random() < .22: p.devs.append((new('dev'), R.uniform(.15, .9), -999, 999, 'home'))
    if R.random() < .25: p.devs.append((new('dev'), R.uniform(.2, 1.5), -999, 999, 'home'))
    p.home = place(p.reg); p.car = R.choice(CAR[p.reg]); p.carset = R.sample(p.car, min(3, len(p.car)))
    p.work = place(p.reg, [R.choice(OFF[p.reg])]) if R.random() < .5 else None
    p.trips = []; p.vpn = None; p.jump = R.choice([0, 0, 0, .02, .06]); p.rot = R.random() < .3
    p.rate = min(4.2, R.lognormvariate(.2, .6)); p.wk = R.uniform(.7, 1.8); p.skip = R.uniform(.05, .5)
    sh = R.gauss(0, .9); p.sh = sh
    p.win = []
    for mu, sd, w in [(7.8, .5, .5), (12.6, .6, .7), (17.9, .8, .6), (21.3, 1.2, 2.), (23.4, .8, .6)]:
        if R.random() < .75 or mu == 21.3: p.win.append((mu + sh, sd, w * R.uniform(.4, 1.6)))
    p.dur = R.uniform(4, 22); p.dsd = R.uniform(.5, .9); p.skill = min(.72, max(.3, R.gauss(.49, .06)))
    p.gaps = [(g, g + R.randint(3, 18)) for g in [R.randint(0, D)]] if R.random() < .22 else []
    p.spend = R.choice([0, 0, .02, .05, .15])
    for a, b in k.items(): setattr(p, a, b)
    return p
S = []   # acct, start, dur, dev, net, region, skill, op
def where(p, day, h, wd):
    for a, b, pl, pr in p.trips:
        if a <= day <= b and R.random() < pr:
            if R.random() < .25: return pl['r'], R.choice(CAR[pl['r']][0]), 'out', pl['devs']
            return pl['r'], R.choice(pl['nets']), 'trip', pl['devs']
    if wd < 5 and 9 <= h < 18:
        if p.work and R.random() < .6: return p.work['r'], R.choice(p.work['nets']), 'work', p.work['devs']
        if R.random() < .55: return p.reg, R.choice(p.carset), 'out', None
    elif R.random() < (.6 if (7 <= h < 9 or 17 <= h < 19.2) else .13): return p.reg, R.choice(p.carset), 'out', None
    n = p.home['nets']
    net = f"{n[0]}/{day // 23}" if p.rot and len(n) == 1 else R.choice(n)
    return p.home['r'], net, 'home', p.home['devs']
def one(acct, p, day, h, dur=None, dev=None, net=None, reg=None):
    t = T0 + day * DAY + (h - p.tz) * 3600 + R.random() * 60
    wd = (day + (h >= 24)) % 7; r, n, kind, devs = where(p, day, h % 24, wd)
    if dev is None:
        c = [d for d in p.devs if d[2] <= day <= d[3] and (d[4] == 'any' or d[4] == kind)] or [(p.phone, 1)]
        dev = R.choice(devs) if devs and R.random() < .7 else R.choices([d[0] for d in c], [d[1] for d in c])[0]
    if kind == 'out' and p.jump and R.random() < p.jump * 3: r = HUB[p.reg]
    if p.vpn and R.random() < p.vpn[0]: n, r = R.choice(p.vpn[1])
    dm = dur or p.dur * R.lognormvariate(0, p.dsd)
    S.append((acct, t, min(max(dm, .7), 660) * 60, dev, net or n, reg or r, p.skill, p.id))
def gen(acct, p, d0=0, d1=D - 1, rate=None, win=None, dur=None, days=None, skip=None, dev=None):
    rate = rate or p.rate; win = win or p.win; ws = [w[2] for w in win]; skip = p.skip if skip is None else skip
    for day in range(max(0, d0), min(D - 1, d1) + 1):
        if days and day % 7 not in days: continue
        if R.random() < skip or any(a <= day < b for a, b in p.gaps): continue
        lam = rate * (p.wk if day % 7 >= 5 else 1.) * R.uniform(.5, 1.5) * (1.35 if (day - 12) % 14 < 3 else 1.2 if day in (26, 27, 28, 29, 54, 55, 56, 57) else 1.)
        n = int(lam) + (R.random() < lam % 1)
        for _ in range(n):
            mu, sd, _w = R.choices(win, ws)[0]; h = R.gauss(mu, sd)
            if R.random() < .012: h = R.uniform(0, 26)
            one(acct, p, day, h, None if dur is None else dur * R.lognormvariate(0, .4), dev=dev)
def slot(acct, p, day, h, hours, dev=None, net=None, reg=None):
    """somebody sits down for a stretch of hours; several sessions with short breaks"""
    e = h + hours
    while h < e - .08:
        d = min(e - h, R.uniform(.25, 1.6)); one(acct, p, day, h, d * 60, dev, net, reg); h += d + R.uniform(.02, .25)
# ---------- accounts ----------
A = []; TK = []; POSTS = []; PC = []; ATT = []; ACT = []; FOL = []
used = set()
W1 = 'red blue north old tiki gegen lone last iron quiet lucky mister uncle sir captain super mini half late wild'.split()
W2 = 'gaffer dugout striker keeper libero wingman offside corner nutmeg boots terrace treble derby volley anchor sweeper mister whistle kopite ultra'.split()
PY = 'xiao da lao qing feng yun hai lin chen zhou wei ming lei hao tian long shan bei nan dong'.split()
ZN = '绿茵老帅 越位先生 小城后卫 北看台 夜猫教练 一脚世界波 替补门将 老张踢球 清风徐来 江边左脚 落叶球 三后腰 铁卫 边路快马 晚风 阿哲 大熊 七号少年 南门看球 咖啡不加糖'.split()
EN_ = 'Tom Ash,Jo Field,Mister Nil,Late Winner,Gaz,Maya R,Old Trequartista,Ben H,False Nine Fan,Captain Sofa,Lena K,Sunday League Sam,Kofi,Priya,Row Z,The Gaffer,Nico,Ines,Big Al,Wee Jim'.split(',')
def handle():
    while True:
        x = R.random()
        h = (R.choice(W1) + R.choice(['', '_', '.']) + R.choice(W2) + R.choice(['', str(R.randint(1, 99)), str(R.randint(1975, 2010))])) if x < .5 else (R.choice(PY) + R.choice(PY) + R.choice(['', '_', 'fc']) + str(R.randint(1, 9999)))
        if h not in used: used.add(h); return h
def rid():
    return '%010d' % R.randrange(10**9, 10**10)
def acct(p, kind='ordinary', guilty=0, why='lives an ordinary life', age=None, own=True, **k):
    a = dict(i=len(A), id=rid(), handle=handle(), lang=p.lang, p=p, kind=kind, g=guilty, why=why, bio=None,
             name=R.choice(ZN if p.lang == 'zh' else EN_) + R.choice(['', '', str(R.randint(1, 99))]),
             created=T0 - DAY * (age if age is not None else int(R.lognormvariate(6, .8)) + 5) + R.randint(0, DAY - 1))
    if a['created'] < T0 - 2600 * DAY: a['created'] = T0 - R.randint(900, 2500) * DAY + R.randint(0, DAY)
    a.update(k); A.append(a)
    if own:
        if not hasattr(p, 'email'): p.email, p.ph, p.idt, p.pay = new('em'), new('ph'), new('id'), new('pay')
        if R.random() < .85: tk(a, 'email', p.email)
        if R.random() < .75: tk(a, 'phone', p.ph)
        if p.spend or R.random() < .2: tk(a, 'payment', p.pay, a['created'] + R.randint(0, max(1, T0 - a['created'] + 40 * DAY)))
        if p.lang == 'zh' and R.random() < .9: tk(a, 'identity', p.idt)
        if p.lang == 'zh' and R.random() < .9 or R.random() < .1: att(a, a['created'] + R.randint(60, 7200))
    return a
def att(a, t, res='pass', kind='real_name'):
    ATT.append((a['id'], kind, res, 'adult' if R.random() < .93 else 'unknown', t, None, R.choice(['idhub', 'verifyone', None])))
def tk(a, kind, x, first=None, last=None): TK.append((a['id'], kind, x, first or a['created'], last))
def ts(day, h, tz=8): return int(T0 + day * DAY + (h - tz) * 3600 + R.randint(0, 3500))
def say(a, day, text, kind='message', to=None, h=None, title=None, topic=None):
    POSTS.append([a['id'], ts(min(max(day, 0), D - 1), h if h is not None else R.uniform(9, 23), a['p'].tz), kind, to['id'] if isinstance(to, dict) else to, title, text, topic, 'zh' if any('\u4e00' <= c <= '\u9fff' for c in text) else 'en'])
def pc(a, day, f, old, nw): PC.append((a['id'], ts(day, R.uniform(10, 22), a['p'].tz), f, old, nw))
def noise(a, p, trips=.42, phone=.12):
    """natural life events"""
    if R.random() < trips and not p.trips:
        for _ in range(R.choice([1, 1, 1, 2])):
            d = R.randint(0, D - 4); r = region(p.lang) if R.random() < .85 else R.choice(['JP', 'TH', 'ES', 'AE', 'HK'])
            p.trips.append((d, d + R.randint(1, 8), place(r, [new('hotel')]), .97))
    if R.random() < phone and len(p.devs) < 5:
        d = R.randint(6, D - 6); n = new('dev'); ov = R.choice([0, 0, 1, 3])
        p.devs = [(x[0], x[1], x[2], d + ov if x[0] == p.phone else x[3], x[4]) for x in p.devs] + [(n, 1., d, 999, 'any')]
        p.newphone = (d, n)
        if R.random() < .2: say(a, d, R.choice(['new phone, took ages to get the game back on', 'upgraded my phone finally, matches look so much smoother']) if p.lang == 'en' else R.choice(['换了新手机，画面顺多了', '旧手机退役，登录找回折腾半天']), 'post')
    if R.random() < .06: p.vpn = (R.uniform(.05, .4), R.choice(VPN))
    if R.random() < .04:
        f = new('dev'); d = R.randint(0, D - 1); one(a['i'], p, d, R.gauss(20, 2), R.uniform(4, 20), dev=f)
    if R.random() < .07: o = a['handle']; a['handle'] = handle(); pc(a, R.randint(1, D - 2), 'handle', o, a['handle'])
    if R.random() < .07: pc(a, R.randint(1, D - 2), R.choice(['bio', 'avatar', 'display_name']), *R.sample([None, 'new season', 'div 2 soon', '换个心情', '新赛季', 'img/%d.png' % R.randint(100, 999), 'img/%d.png' % R.randint(100, 999)], 2))
    if R.random() < .05: tk(a, 'payment', new('pay'), ts(R.randint(0, D - 1), 20))
    if R.random() < .04: tk(a, 'email', new('em'), ts(R.randint(0, D - 1), 20))
    if R.random() < .15 and p.lang == 'zh': att(a, ts(R.randint(0, D - 1), 21), 'pass' if R.random() < .93 else 'fail')
def live(a, p=None, **k):
    p = p or a['p']; noise(a, p, k.pop('trips', .42), k.pop('phone', .12)); gen(a['i'], p, **k)
CHE = ['anyone else drop to div 3 this week lol', 'that 90th minute goal hurt', 'looking for a friendly tonight', '4-2-3-1 still best for small budgets?', 'who should i bench for the cup', 'gg mate', 'nice squad, how much was the keeper', 'transfer window closes at 10 right?', 'league chat is dead today', 'training points reset bug again?', 'need two more for our league', 'my wife says i care more about this than real football', 'youth intake was rubbish', 'sold my best winger by mistake, gutted', 'see you in the final', 'account level 60 finally', 'anyone rents the stadium skin or just buys it?', 'share your tactics please', 'sorry i was asleep, missed the match', 'is the season pass worth the money']
CHZ = ['这周又降级了', '最后一分钟被绝杀', '晚上有人打友谊赛吗', '433现在还能用吗', '杯赛该轮换谁', '你门将多少钱买的', '转会窗几点关', '联盟今天没人说话', '训练点又没刷新', '联盟缺两个活跃的', '青训出的全是边角料', '手滑把主力卖了', '决赛见', '赛季通行证值不值', '租借球员到期自动回去吗', '昨晚睡着了没上', '求阵容建议', '老婆嫌我看手机太多', '终于升一级联赛了', '号上有三个传奇够用吗']
def chat(a, mult=1.):
    n = min(12, int(R.expovariate(1) * 1.6 * mult))
    for _ in range(n):
        t = R.choice(CHZ if a['lang'] == 'zh' else CHE)
        if R.random() < .5: t += R.choice(['', '!', '…', ' :)', ' 哈哈' if a['lang'] == 'zh' else ' haha', '。' if a['lang'] == 'zh' else '.'])
        say(a, R.randint(0, D - 1), t, R.choice(['post', 'comment', 'reply', 'message']), R.choice(A) if R.random() < .5 and len(A) > 1 else None)
G = {}
# ---------- ordinary ----------
ORD = []
def L(p, en, zh): return R.choice(zh if p.lang == 'zh' else en)
for _ in range(2950):
    p = person(); a = acct(p, age=None if R.random() < .93 else -R.randint(1, 40)); ORD.append(a)
    if R.random() < .05 and len(ORD) > 5:   # lives with an earlier ordinary person
        q = R.choice(ORD[-300:])['p']; p.reg, p.tz, p.home, p.rot, p.lang = q.reg, q.tz, q.home, q.rot, q.lang; p.carset = R.sample(CAR[p.reg][0], 3)
    p.d0 = max(0, (a['created'] - T0) // DAY + 1); live(a, d0=p.d0)
    x = R.random()
    if x < .02: say(a, R.randint(0, D - 1), L(p, ['selling Legend card, 3.2m coins, no real money', 'WTS left back 88, coins only'], ['出传奇卡，只收金币', '卖88左后卫，游戏内交易']), 'listing')
    elif x < .028: say(a, R.randint(0, D - 1), L(p, ['people renting their teams by the hour ruin the cup', 'so many boosted teams in div 1 now, report them'], ['一级联赛全是代打的，没意思', '那些租号的能不能管管']), 'post')
    elif x < .034: say(a, R.randint(0, D - 1), L(p, ['what would my squad be worth, just curious', 'is it allowed to sell an account?'], ['我这号能值多少钱，好奇问下', '卖号会封吗']), 'post')
# ---------- guilty ----------
def n_(lo=10, hi=13): return R.randint(lo, hi)
def far(p): 
    while True:
        r = region(p.lang if R.random() < .9 else None)
        if r != p.reg: return r
PRO = dict(skip=.08)
def pro(reg=None, lang=None, **k):
    p = person(reg or region(lang)); p.skill = R.uniform(.62, .76); p.trips = []; p.gaps = []
    for a, b in k.items(): setattr(p, a, b)
    return p
def proxy(p, reg):
    q = copy.copy(p); q.reg = reg; q.home = place(reg); q.work = None; q.vpn = None; q.carset = R.sample(CAR[reg][R.randrange(3)], 3); q.rot = False; q.jump = 0; return q   # clock stays the operator's
def opacct(p, why='plays other people\'s accounts for money; this one is his own'):
    a = acct(p, 'operator_own_account', 0, why + ' (own account, own hands)'); gen(a['i'], p, rate=R.uniform(.4, 1.2)); return a
# 1 hourly rental
for _ in range(n_(12, 14)):
    p = person(rate=R.uniform(.2, .9)); a = acct(p, 'rent_by_hour', 1, 'strangers in many regions take the account by the hour, the holder peeps in between'); live(a, phone=.05)
    d0 = R.randint(0, 25); d1 = R.randint(d0 + 25, D - 1); k = R.uniform(.25, 1.4); hide = R.random() < .25
    for day in range(d0, d1):
        for _ in range(int(k) + (R.random() < k % 1)):
            if R.random() < .3: q = R.choice(ORD)['p']
            else: q = person(region(p.lang))
            if hide: q = proxy(q, p.reg)
            slot(a['i'], q, day, R.choice([R.gauss(20.5, 1.8), R.uniform(10, 23)]), R.choice([1, 1, 2, 2, 3, 4, 5]))
            if R.random() < .2 and p.lang == 'zh': att(a, ts(day, 20))
    if R.random() < .6:
        for _ in range(R.randint(1, 4)): say(a, R.randint(d0, d1), L(p, [f'Div 1 team with 9 legends, try it {R.randint(1,4)} quid an hour, dm', 'full squad to play by the hour, night pass cheaper', 'want to feel a 95 rated team for an evening? message me'], [f'一级豪门号出租，{R.randint(2,8)}元/小时，包夜{R.randint(15,40)}', '满传奇租号，上号快，不掉线', '传奇号按小时玩，滴滴']), 'listing')
# 2 weekly tenants
for _ in range(n_()):
    p = person(); a = acct(p, 'rent_by_week', 1, 'a chain of tenants keeps the account for a week or so each, the holder returns in between'); d = R.randint(4, 18); e = 0; hol = []
    live_ = []
    while d < D - 4:
        ln = R.randint(5, 16); x = R.choice(ORD); q = x['p'] if R.random() < .4 and x['p'].reg != p.reg else person(far(p), rate=R.uniform(.8, 2.8)); gen(a['i'], q, d, d + ln, skip=.12, rate=max(.8, q.rate)); live_.append((d, d + ln))
        if R.random() < (.6 if q is x['p'] else .1): say(a, d, L(p, ['login sent, same rules, do not touch the transfer list', 'yours till sunday night, dont change the mail'], ['号发你了，别动转会', '到周日晚上，别改密码邮箱']), to=x)
        d += ln + R.randint(1, 7)
    p.gaps = live_ if R.random() < .7 else []; live(a, rate=max(.5, p.rate * .7))
    if R.random() < .4: say(a, R.randint(0, 20), L(p, ['going to be busy, team available by the week', 'weekly lend of my team, deposit needed'], ['最近忙，号可周租，押金', '周租，认准老玩家']), 'listing')
# 3 boosting studios
for s in range(2):
    lang = ['zh', 'en'][s]; hq = region(lang); net = [new('studio') for _ in range(R.randint(1, 3))]; devs = [new('dev') for _ in range(R.randint(5, 8))]
    staff = [pro(hq, home=place(hq, net, devs), work=None, rot=False, sh=0, win=[(11, 1.5, 1), (15.5, 2, 1.5), (21, 2.2, 1.5)]) for _ in range(4)]
    for q in staff: q.phone = R.choice(devs); q.devs = [(x, 1, -9, 999, 'any') for x in devs]; q.carset = net
    boss = opacct(staff[0])
    for _ in range(R.randint(1, 3)): say(boss, R.randint(0, 60), L(staff[0], ['rank service, div 4 to div 1 in 6 days, safe hands', 'we climb, you relax. ask for prices'], ['专业代打，五天上一级，包回撤', '工作室上分，价格私聊']), 'listing', h=14)
    for _ in range(n_(8, 9)):
        p = person(far(staff[0])); a = acct(p, 'boost_studio', 1, 'a studio on a handful of machines plays the account for days to lift its division')
        d = R.randint(6, D - 16); ln = R.randint(3, 13); q = R.choice(staff); pp = R.random()
        if pp < .3: q = proxy(q, p.reg); q.home['devs'] = devs
        if R.random() < .75: p.gaps = p.gaps + [(d, d + ln)]
        live(a); gen(a['i'], q, d, d + ln, rate=R.uniform(2, 5), skip=.05, dur=R.uniform(30, 70))
        if R.random() < .35: say(a, d - 1, L(p, ['paid, when do you start?', 'sent you the code, go ahead'], ['钱付了，什么时候上号', '验证码发你了，开始吧']), to=boss)
        if R.random() < .2: say(boss, d + ln, L(staff[0], ['done, you can log back in'], ['打完了，你可以上了']), to=a)
# 4 solo booster, season-end weekends
for s in range(4):
    q = pro(lang=['zh', 'zh', 'en', 'en'][s]); q.win = [(1.0, 1.2, 1), (14, 2, 1), (22.5, 1.3, 2)]; own = opacct(q)
    for _ in range(3):
        p = person(R.choice([far(q), q.reg]) if R.random() < .5 else far(q)); p.skill = R.uniform(.36, .48); a = acct(p, 'boost_solo', 1, 'one booster\'s own device plays this and other clients\' accounts at each season end')
        live(a); 
        for base in (24, 52):
            if R.random() < .85 or base == 52: gen(a['i'], q, base + R.randint(0, 2), base + R.randint(3, 5), rate=R.uniform(1.2, 3), dur=R.uniform(25, 60), skip=.1)
        if R.random() < .45: say(a, 23, L(p, ['same as last season? 20 as usual', 'can you do the push for me again, will send money tonight'], ['老规矩，月底帮我冲一下，红包照旧', '这季还是你来打，钱晚上转']), to=own)
# 5 sold openly
def sell(a, p, q, d, id_=.7):
    x = ts(d, 21)
    if R.random() < id_: tk(a, 'email', new('em'), x)
    if R.random() < id_: tk(a, 'phone', new('ph'), x + 300)
    if R.random() < .6: tk(a, 'payment', new('pay'), x + R.randint(1, 12) * DAY)
for _ in range(n_()):
    p = person(rate=R.uniform(.6, 2.4)); a = acct(p, 'sold_open', 1, 'sold: from one day on all devices, networks, hours, mail and money are someone else\'s'); d = R.randint(15, 60); q = person(far(p)); 
    live(a, d1=d); gen(a['i'], q, d + R.randint(0, 2)); sell(a, p, q, d, .85)
    if R.random() < .6: say(a, d - R.randint(1, 9), L(p, [f'selling up, full account {R.randint(40,300)} or offers', 'moving on, whole team for sale, mail change included'], [f'退坑出号，{R.randint(3,30)}00，可换绑', '号整出，带邮箱换绑，诚心来']), 'listing')
    if R.random() < .5: o = a['handle']; a['handle'] = handle(); pc(a, d + R.randint(0, 4), 'handle', o, a['handle'])
    if R.random() < .4: say(a, d + R.randint(0, 3), L(q, ['just got this team, what are the shortlists for?', 'new here, bought in at div 2, any tips'], ['刚接手这号，联盟还留位吗', '新人，号是收来的，请多关照']), 'post')
# 6 sold, buyer hides
for _ in range(n_()):
    p = person(rate=R.uniform(.6, 2.2)); a = acct(p, 'sold_hidden', 1, 'sold quietly: the buyer comes through the seller\'s region and keeps the name, but devices, network, clock, play and payment change for good'); d = R.randint(16, 58)
    q = person(far(p)); 
    while abs(q.skill - p.skill) < .05: q.skill = min(.74, max(.3, R.gauss(.5, .12)))
    q.win = [(m + R.choice([-4, -3, 3, 4]), s, w) for m, s, w in q.win]; q2 = proxy(q, p.reg) if R.random() < .75 else q
    live(a, d1=d, phone=0); gen(a['i'], q2, d + R.randint(1, 6)); sell(a, p, q, d + R.randint(0, 10), .55)
    if R.random() < .3: say(a, d - 2, L(p, ['ok deal, sending everything tonight, dont rename it for a while', 'fine, 150 and it is yours'], ['行，今晚交，先别改名', '成交，邮箱我晚点解']), to=R.choice(ORD))
    elif R.random() < .3 and p.lang == 'zh': att(a, ts(d + 5, 20), 'fail')
# 7 sold and taken back
for _ in range(n_(10, 11)):
    p = person(); a = acct(p, 'sold_reclaimed', 1, 'sold, then the seller\'s old device comes back, so it swings between two far hands'); d = R.randint(8, 35); q = person(far(p)); e = d + R.randint(6, 25)
    live(a, d1=d, phone=0); gen(a['i'], q, d + 1, e, skip=.1); gen(a['i'], p, e + R.randint(0, 3)); sell(a, p, q, d, .5); tk(a, 'email', p.email + 'b', ts(e, 12))
    if R.random() < .4: f = e + R.randint(3, 14); gen(a['i'], q, f, f + R.randint(1, 8))
    if R.random() < .3: say(a, d, L(p, ['sold my team, good luck to the new boss'], ['号已出，联盟各位再见']), 'post')
# 8 chores service: back to back sweeps
for s in range(2):
    q = pro(lang=['zh', 'en'][s]); dev = [new('dev') for _ in range(2)]; cl = []
    for _ in range(6 + s):
        p = person(far(q) if R.random() < .8 else q.reg); a = acct(p, 'chores_service', 1, 'a daily-chores service logs in each night in a sweep over its clients, the holder plays by day'); live(a); d = R.randint(0, 30); cl.append((a, d, R.randint(d + 20, D)))
        if R.random() < .3: say(a, d, L(p, ['pls do daily training and scouts, i play the matches myself', 'renewing for a month'], ['日常和球探帮清一下，比赛我自己打', '续一个月日常']), to=R.choice(ORD))
    base = R.uniform(1.5, 10.5)
    for day in range(D):
        h = R.gauss(base, .6); c2 = [c for c in cl if c[1] <= day < c[2] and R.random() < .88]; R.shuffle(c2)
        for a, _, _ in c2: dm = R.uniform(4, 13); one(a['i'], q, day, h, dm, dev=R.choice(dev) if R.random() < .96 else q.phone); h += dm / 60 + R.uniform(.02, .12)
# 9 login box: device stays the holder's, hands rotate
for _ in range(n_(10, 11)):
    p = person(rate=.5); a = acct(p, 'login_box', 1, 'rented through a login tool: a box keeps one device token but strangers\' regions follow one another round the clock'); live(a, trips=.2)
    box = new('dev') if R.random() < .5 else p.phone; d0 = R.randint(0, 35); d1 = min(D - 1, d0 + R.randint(18, 45)); home = R.random() < .4
    for day in range(d0, d1):
        if R.random() < .25: continue
        h = R.uniform(8, 14)
        while h < R.uniform(20, 29):
            q = person(region(p.lang)); q.tz = p.tz; ln = R.choice([1, 1, 2, 3, 4]); slot(a['i'], q, day, h, ln, dev=box, net=p.home['nets'][0] if home else None, reg=p.reg if home else None); h += ln + R.choice([.2, .5, 1, 2, 4])
    if home or R.random() < .3:
        for _ in range(R.randint(1, 3)): say(a, R.randint(d0, d1), L(p, ['next free slot is 9pm, scan and play, no password given', 'tool login only, two hours minimum'], ['免密上号，扫码即玩，两小时起', '上号器登录，下一档九点']), R.choice(['listing', 'message']), to=R.choice(ORD))
# 10 farmed then handed to buyers
for s in range(2):
    f = pro(lang='zh' if s == 0 else 'en', rate=1.5); farm = [new('dev') for _ in range(4)]
    for _ in range(6):
        a = acct(f, 'farmed_and_sold', 1, 'raised beside others on the same farm phones, then handed to an unrelated buyer', age=-R.randint(1, 12), own=False); d = R.randint(24, 55); c0 = (a['created'] - T0) // DAY + 1
        gen(a['i'], f, c0, d, rate=R.uniform(1, 2), skip=.15, dev=R.choice(farm)); b = person(far(f)); gen(a['i'], b, d + R.randint(1, 9)); tk(a, 'email', new('em')); sell(a, f, b, d, .7); a['p'] = b; a['lang'] = b.lang
        if R.random() < .25: say(a, d + 6, L(b, ['starter team i picked up, is 3 legends ok'], ['买的开局号，三传奇还行吧']), 'comment')
# 11 lent identity
for s in range(3):
    old = person(region('zh')); old.email, old.ph, old.idt, old.pay = new('em'), new('ph'), new('id'), new('pay')
    for _ in range(R.randint(3, 4)):
        q = person(far(old), win=None or [(21, 1.6, 2), (13, 1, 1)]); a = acct(q, 'lent_identity', 1, 'registered and checked under a hired person\'s identity; someone else in another province plays', own=False); live(a)
        tk(a, 'identity', old.idt); tk(a, 'phone', old.ph if R.random() < .6 else new('ph')); tk(a, 'email', new('em')); tk(a, 'payment', new('pay')); att(a, a['created'] + 900)
        for _ in range(R.randint(2, 7)):
            d = R.randint(0, D - 1); h = R.uniform(10, 20); one(a['i'], old, d, h, R.uniform(1, 4)); att(a, ts(d, h))
        if R.random() < .25: say(a, R.randint(0, 60), R.choice(['刷脸了麻烦再帮认证一次，红包发你', '又要人脸，还是十块一次吧']), to=R.choice(ORD))
# 12 matchday pilots in an alliance
for s in range(3):
    q = pro(lang=['zh', 'en', 'zh'][s]); own = opacct(q, 'paid pilot on cup nights'); mem = []
    for _ in range(4):
        p = person(q.reg if R.random() < .5 else far(q)); p.skill = R.uniform(.38, .5); a = acct(p, 'cup_night_pilot', 1, 'on cup nights a paid pilot sits in for the holder, every week, also for others of the alliance'); mem.append(a); live(a)
    wd = R.choice([5, 6, 2])
    for day in range(R.randint(0, 14), D):
        if day % 7 != wd: continue
        h = R.gauss(19.6, .3)
        for a in R.sample(mem, len(mem)):
            if R.random() < .72: dm = R.uniform(14, 32); one(a['i'], q, day, h, dm, dev=q.phone); h += dm / 60 + .04
    if R.random() < .8: x = R.choice(mem); say(x, R.randint(10, 40), L(x['p'], ['cup money for saturday sent, win it this time', 'same split as last week? you keep 40%'], ['周末杯赛费转你了', '奖金还是四六分哈']), to=own)
# 13 one tenant on workdays
for _ in range(n_(11, 12)):
    p = person(rate=R.uniform(.8, 1.8), win=[(7.6, .4, 1), (21.5, 1, 2)]); a = acct(p, 'daytime_tenant', 1, 'one paying tenant in another region has the account in working hours, the holder mornings and evenings, trips no one could make'); live(a, phone=.05)
    o = R.choice([x for x in ORD if x['p'].reg != p.reg and x['p'].tz == p.tz] or ORD); q = person(far(p)); q.tz = p.tz; d0 = R.randint(5, 35); near = R.random() < .3
    if R.random() < .5 or near: q.phone = o['p'].phone; q.devs = [(q.phone, 1, -9, 999, 'any')]
    if near: q = proxy(q, p.reg)
    gen(a['i'], q, d0, min(D - 1, d0 + R.randint(20, 50)), win=[(10.3, .8, 1), (14.5, 1.3, 1.4)], rate=R.uniform(.6, 1.5), days={0, 1, 2, 3, 4}, skip=.25, dur=R.uniform(12, 35))
    if near or R.random() < .4:
        say(o, d0, L(p, ['this week\'s money sent, is it free from 10?', 'can i have it till 5 today, paid already'], ['这周的钱转了，十点后能上吧', '今天用到五点，已付']), to=a)
        if R.random() < .6: say(a, d0 + 7, L(p, ['yes off it till 6, you pay friday as usual'], ['可以，六点前归你，周五结']), to=o)
# 14 hidden event grinder
for _ in range(n_(12, 13)):
    p = person(win=[(12.5, .6, 1), (20.8, 1.1, 2)], gaps=[]); p.skill = R.uniform(.38, .5); a = acct(p, 'event_grinder', 1, 'at each event an unknown device of the hour, near the holder\'s region, plays long stretches in the holder\'s sleep, far better than he does'); live(a, phone=.05)
    q0 = pro(lang=p.lang); stick = R.random() < .4; ev = [12, 26, 40, 54, 68]; dv = new('dev')
    for e in R.sample(ev, R.randint(3, 5)):
        q = proxy(q0, p.reg if R.random() < .7 else region(p.lang)); q.tz = p.tz; dv = dv if stick else new('dev')
        for day in range(e, min(D, e + 3)): 
            if R.random() < .85: slot(a['i'], q, day, R.gauss(26.3, .9), R.uniform(1.2, 3.5), dev=dv)
    if R.random() < .25: say(a, 11, L(p, ['same event job as last time? i sleep at 12, its yours after', 'ok 8 per night, new phone again right'], ['活动还是你来，我十二点睡了你上', '一晚八十，老样子']), to=R.choice(ORD))
# 15 hands-on coaches
for s in range(3):
    q = pro(lang=['en', 'zh', 'en'][s]); own = opacct(q, 'sells lessons but logs in to pupils\' accounts'); own['bio'] = L(q, ['Tactics lessons, results promised'], ['战术教学，包升级'])
    for _ in range(R.randint(3, 5)):
        p = person(); a = acct(p, 'coach_takes_over', 1, 'a "coach" does not teach but plays: his device is on the pupils\' accounts for an hour or so every week'); live(a); d = R.randint(4, 25)
        gen(a['i'], q, d, min(D - 1, d + R.randint(22, 45)), rate=1.1, win=[(16, 2, 1), (20, 1.5, 1)], dur=R.uniform(30, 60), skip=R.uniform(.62, .8), dev=q.phone)
        if R.random() < .4: say(own, d, L(q, ['leave it logged out tonight, i will do the session on yours', 'easier if i play the three games, you watch the replay'], ['今晚你别上，我上你号打', '我来打三场，你看回放就行']), to=a)
# 16 lent to an internet cafe's customers
for s in range(2):
    r = region(['zh', 'en'][s]); net, ds = R.choice(CAFE[r])
    for _ in range(5):
        p = person(r, jump=0); a = acct(p, 'lent_to_cafe', 1, 'lent for money to customers of a cafe in the holder\'s own town: cafe machines play while his phone, minutes before and after, is at home or at work'); live(a, trips=.15)
        d0 = R.randint(0, 25); d1 = R.randint(d0 + 25, D); pr = R.uniform(.2, .6); pcs = R.sample(ds, R.randint(5, 14))
        for day in range(d0, min(D, d1)):
            if R.random() > pr: continue
            q = person(r); h = R.choice([R.uniform(13, 17), R.gauss(20, 1)]); dv = R.choice(pcs)
            slot(a['i'], q, day, h, x := R.uniform(.6, 3), dev=dv, net=net, reg=r)
            if R.random() < .75: one(a['i'], p, day, h + x * R.uniform(.2, .9), R.uniform(1, 4), dev=p.phone)
            if R.random() < .5: one(a['i'], p, day, h - R.uniform(.05, .12), R.uniform(1, 2.5), dev=p.phone)
        if R.random() < .3: say(a, d0 + 1, L(p, ['who is on it at the cafe now, i only collect the rewards', 'desk keeps half, right?'], ['店里谁在上我号，我领个奖励就下', '网吧那边分一半对吧']), to=R.choice(ORD))
# ---------- innocents ----------
def inn(kind, why, p=None, **k): return acct(p or person(), kind, 0, why, **k)
for _ in range(5):  # siblings
    t = new('dev'); p0 = person(); 
    for _ in range(R.choice([2, 2, 3])):
        p = person(p0.reg, home=p0.home, rot=p0.rot); p.devs.append((t, 1.5, -9, 999, 'home')); a = inn('siblings_tablet', 'brothers and sisters, one tablet at home, each his own account', p); live(a)
for _ in range(3):  # console
    t = new('dev'); p0 = person()
    for _ in range(R.choice([3, 4])):
        p = person(p0.reg, home=p0.home, rot=p0.rot); p.devs = [(t, 2, -9, 999, 'home')] + ([(p.phone, .7, -9, 999, 'any')]); a = inn('family_console', 'a family\'s console in the living room', p); live(a)
        if R.random() < .5: tk(a, 'payment', p0.id + 'pay')
for _ in range(5):  # couples
    p1 = person(); p2 = person(p1.reg, home=p1.home, rot=p1.rot); p1.devs.append((p2.phone, R.uniform(.1, .5), -9, 999, 'home')); p2.devs.append((p1.phone, R.uniform(.1, .5), -9, 999, 'home'))
    for p in (p1, p2):
        a = inn('couple', 'a couple at one home, now and then on the other\'s phone', p); live(a)
        if R.random() < .3: say(a, R.randint(0, 70), L(p, ['did my daily on her phone, mine was charging'], ['拿老婆手机清的日常']), 'comment')
for _ in range(n_(11, 13)):  # traveller
    p = person(); d = R.randint(0, 4)
    while d < D: ln = R.randint(1, 6); h = new('hotel'); p.trips.append((d, d + ln, place(region(p.lang) if R.random() < .8 else R.choice(list(TZ)), [h], [new('dev')] if R.random() < .12 else None), .97)); d += ln + R.randint(1, 7)
    live(inn('traveller', 'travels for work: many regions and hotels, the same phone', p), phone=.2)
for _ in range(n_(10, 12)):  # two cities
    p = person(); o = place(far(p)); o['devs'] = [new('dev')] if R.random() < .5 else None
    for w in range(0, D, 7): p.trips.append((w + R.choice([0, 1]), w + R.choice([3, 4]), o, .95))
    live(inn('two_cities', 'works in one city, weekends in the other', p), trips=0)
for _ in range(n_(11, 13)):  # students
    p = person(); r = far(p); c = place(r, [R.choice(CAMPUS[r])]); d = R.randint(5, 25); p.trips = [(d, d + R.randint(25, 45), c, .98)]
    if R.random() < .4: c['devs'] = [new('dev')]
    live(inn('student_dorm', 'home in the holidays, dorm and campus network in term', p), phone=.2)
for _ in range(n_(12, 14)):  # cafes
    p = person(); cf = R.sample(CAFE[p.reg], R.choice([1, 1, 2])); a = inn('net_cafe', 'plays at an internet cafe on whatever machine is free, phone for the rest', p); live(a, rate=p.rate * .6)
    for day in range(D):
        if R.random() < R.choice([.25, .5]): net, ds = R.choice(cf); slot(a['i'], p, day, R.gauss(19, 2.5), R.uniform(1, 4), dev=R.choice(ds), net=net, reg=p.reg)
for _ in range(n_(9, 11)):  # helper
    p = person(); a = inn('disabled_helper', 'a disabled holder whose helper handles the phone on visits, at his own home', p, bio=None); live(a)
    if R.random() < .6: a['bio'] = L(p, ['I manage by voice, my carer presses the buttons', 'MS, played with help'], ['手不方便，护工帮我点', '肌无力患者，家人代点，我指挥'])
    for _ in range(R.choice([1, 2])):
        q = person(p.reg); q.home = p.home; q.work = None; q.rot = p.rot; q.skill = p.skill; gen(a['i'], q, rate=R.uniform(.5, 1.2), win=[(R.uniform(10, 16), 1, 1)], days=set(R.sample(range(7), R.randint(2, 5))), skip=.2, dur=p.dur)
    if R.random() < .5: say(a, R.randint(0, 70), L(p, ['Carla taps, I shout. still won', 'my helper was ill so no matches this week'], ['阿姨帮我点，战术都是我定', '护工请假，这周没踢']), 'post')
for s in range(2):  # coaching by watching
    c = pro(lang=['zh', 'en'][s]); own = inn('coach_watches', 'a real coach: watches and talks, never logs in', c); live(own); own['bio'] = L(c, ['Coach, replay review only, I never log in'], ['教练，看回放讲解，不上号'])
    for _ in range(6):
        p = person(); p.skill += .05; a = inn('coached_pupil', 'pays a coach who only watches and talks', p); live(a, rate=p.rate * 1.3); d = R.randint(5, 30)
        for i in range(R.randint(2, 6)): ACT.append((own['id'], ts(d + i * 6, 20), 'view', 'live:' + a['id'], a['id']))
        say(a, d, L(p, ['paid for two lessons, tuesday 8 ok?', 'can you watch my game tonight, money sent'], ['课钱转了，周二八点行吗', '今晚看我打一场，学费已付']), to=own); say(own, d + 1, L(c, ['press higher after 60, i watched the replay', 'no i do not play for you, i teach'], ['下半场逼抢再高点，回放看了', '不代打，只讲']), to=a)
for _ in range(6):  # second hand
    p, q = person(), person(); d = R.randint(12, 60); n = new('dev'); old = p.phone
    p.devs = [(x[0], x[1], x[2], d - 1 if x[0] == old else 999, x[4]) for x in p.devs] + [(n, 1, d - 2, 999, 'any')]
    q.devs = [(x[0], x[1], x[2], d + 3 if x[0] == q.phone else 999, x[4]) for x in q.devs] + [(old, 1, d + R.randint(3, 8), 999, 'any')]
    a = inn('second_hand_phone', 'sold the old phone, not the account', p); live(a, phone=0); b = inn('second_hand_phone', 'bought a used phone that once held another account', q); live(b, phone=0)
    if R.random() < .5: say(a, d - 3, L(p, ['selling my old phone, 128GB, good screen', 'phone for sale, wiped'], ['出旧手机，128G，屏好', '二手手机出，已清空']), 'listing')
for _ in range(n_(12, 14)): p = person(); live(inn('new_phone', 'a new phone, sometimes while away', p), phone=1., trips=.6)
for _ in range(n_(12, 14)):
    p = person(); a = inn('vpn_user', 'a VPN makes the regions leap, the phone stays', p); live(a); n0 = len(S); 
    p.vpn = (R.uniform(.3, .95), R.choice(VPN)); gen(a['i'], p, rate=p.rate)
for _ in range(n_(11, 12)): p = person(jump=R.uniform(.2, .33), work=None); p.win.append((8, .6, 2)); p.win.append((18, .6, 2)); live(inn('carrier_jumps', 'the carrier\'s exit puts him in another region now and then', p))
for _ in range(n_(11, 12)):  # shifts
    p = person(work=None); a = inn('shift_worker', 'rotating shifts, so the hours wander', p); noise(a, p)
    for w in range(0, D, 7):
        s = R.choice([0, 8, -8]); gen(a['i'], p, w, w + 6, win=[(m + s, sd, x) for m, sd, x in p.win])
for _ in range(n_(9, 10)):  # streamers
    p = person(rate=.8); p.devs += [(new('dev'), 1.5, -9, 999, 'home')]; a = inn('streamer', 'streams for hours on end', p, bio=L(p, ['streaming most nights'], ['每晚直播'])); live(a, phone=.3)
    for day in range(D):
        if R.random() < .55: h = R.gauss(20, 1.2); slot(a['i'], p, day, h, R.uniform(3, 9), dev=p.devs[-1][0] if len(p.devs) > 1 else None); say(a, day, L(p, ['road to div 1, live now', 'viewers pick my line up'], ['开播了，冲一级', '水友点阵容']), 'live', h=h % 24)
for _ in range(n_(12, 14)):  # asked, not sold
    p = person(); a = inn('asked_not_sold', 'asked what the account would fetch, even advertised, but kept it', p); live(a, phone=.4); d = R.randint(5, 60)
    say(a, d, L(p, ['how much would my team fetch? thinking of quitting', 'selling account, offers', 'would anyone rent this for a week?'], ['想出号，大概多少钱', '考虑卖号，有要的吗', '租号一般多少钱一小时']), R.choice(['post', 'listing', 'message']))
    if R.random() < .6: say(a, d + R.randint(1, 5), L(p, ['changed my mind, not selling', 'nah keeping it, too many memories'], ['不卖了，舍不得', '算了自己玩']), R.choice(['post', 'comment']))
for _ in range(n_(10, 12)):  # movers
    p = person(); r = far(p); d = R.randint(12, 58); a = inn('moved_away', 'moved house: new region, network, number and card, then a new phone; old phone seen there too', p); p.trips = [(d, 999, place(r), 1.)]; p.work = None
    n = d + R.randint(3, 14); nd = new('dev')
    if R.random() < .65: p.devs = [(x[0], x[1], x[2], n, x[4]) for x in p.devs] + [(nd, 1, n - 1, 999, 'any')]
    noise(a, p, 0, 0); gen(a['i'], p); sx = ts(n, 12)
    if R.random() < .6: tk(a, 'phone', new('ph'), sx)
    if R.random() < .5: tk(a, 'payment', new('pay'), sx)
    if R.random() < .3: say(a, d, L(p, ['moved for work, wifi not in yet'], ['搬家了，宽带还没装']), 'post')
for _ in range(6):  # hand me down
    p = person(); q = person(p.reg, home=p.home, rot=p.rot); d = R.randint(10, 60); n = new('dev'); old = p.phone; p.devs = [(old, 1, -9, d, 'any'), (n, 1, d, 999, 'any')]; q.devs = [(old, 1, d + 1, 999, 'any')]; q.phone = old
    live(inn('hand_me_down', 'parent\'s old phone goes to the child with the child\'s own account', p), phone=0); b = inn('hand_me_down', 'child with the parent\'s old phone', q, age=-d - 1); gen(b['i'], q, d + 1); tk(b, 'payment', p.pay)
for _ in range(n_(10, 12)):  # many devices
    p = person(); p.devs += [(new('dev'), R.uniform(.3, 1.2), -9, 999, R.choice(['home', 'home', 'any', 'work'])) for _ in range(R.randint(3, 5))]; cl = new('cloudgame'); a = inn('many_gadgets', 'a gadget lover with half a dozen devices and cloud gaming', p); live(a)
    for _ in range(R.randint(4, 25)): one(a['i'], p, R.randint(0, D - 1), R.gauss(21.5, 1.2), dev=cl + str(R.randint(0, 3)), net=cl, reg=R.choice(['SG', 'CN-GD', 'DE']))
for _ in range(4):  # alts
    p = person(rate=1.2)
    for i in range(R.choice([2, 3, 4])): a = inn('own_alts', 'one player with several teams of his own on his own devices', p); gen(a['i'], p, rate=R.uniform(.4, 1.3))
for s in range(2):  # office
    r = region(); net = new('office'); td = new('dev')
    for _ in range(5): p = person(r, work=place(r, [net], None)); p.win.append((12.6, .4, 3)); p.devs.append((td, .15, -9, 999, 'work')); live(inn('office_lunch', 'colleagues in a lunch-break league on the office network', p))
for s in range(4):  # one payer
    pay = new('pay'); p0 = person()
    for i in range(R.choice([2, 3])): p = person(p0.reg if R.random() < .4 else far(p0)); a = inn('parent_pays', 'a parent\'s card pays for grown children in several towns', p); live(a); tk(a, 'payment', pay)
for _ in range(9):  # hijacked
    p = person(); a = inn('hijacked_recovered', 'broken into for a day or two, reported and recovered; a victim', p); live(a); d = R.randint(8, 65); q = person(); slot(a['i'], q, d, R.uniform(1, 22), R.uniform(.4, 2)); 
    if R.random() < .5: slot(a['i'], q, d + 1, R.uniform(1, 22), R.uniform(.2, 1))
    x = new('em'); tk(a, 'email', x, ts(d, 3), ts(d + 1, 20)); p.phone and say(a, d + R.choice([1, 2]), L(p, ['got hacked, support gave it back, all my coins gone', 'that was not me selling the squad, account was stolen'], ['号被盗了，客服找回来了，金币没了', '昨天不是我，被盗号']), 'post'); att(a, ts(d + 1, 21))
for s in range(2):  # team house
    r = region(); h = place(r); pcs = [new('dev') for _ in range(5)]
    for _ in range(5): p = pro(r, home=h, rot=False); p.devs = [(p.phone, .5, -9, 999, 'any'), (R.choice(pcs), 3, -9, 999, 'home')] + [(x, .15, -9, 999, 'home') for x in pcs]; live(inn('esports_house', 'players of one team living together, own accounts on the house machines', p), rate=R.uniform(2, 3.5), dur=35)
for s in range(2):  # cup night party
    h = person(); ms = []
    for _ in range(5):
        p = person(h.reg); a = inn('cup_night_party', 'friends who meet on cup night at one home, a phone passed round once in a while', p); live(a); ms.append(a)
    for day in range(R.randint(0, 9), D, 7):
        hh = 19.5
        for a in ms:
            if R.random() < .75: one(a['i'], a['p'], day, R.gauss(hh, .5), R.uniform(10, 30), dev=a['p'].phone if R.random() < .93 else R.choice(ms)['p'].phone, net=h.home['nets'][0], reg=h.reg)
for _ in range(n_(8, 10)):  # two homes
    p = person(); o = place(p.reg if R.random() < .4 else far(p)); o['devs'] = [new('dev')]; k = R.choice([7, 7, 14])
    p.trips = [(w, w + k - 1, o, .95) for w in range(R.randint(0, 6), D, 2 * k)]; live(inn('two_homes', 'a child of parted parents, week about, a tablet in each home', p), trips=0)
for _ in range(n_(8, 10)):  # loaner
    p = person(); d = R.randint(6, 60); e = d + R.randint(3, 10); ph = p.phone; p.devs = [(ph, 1, -9, d, 'any'), (new('dev'), 1, d, e, 'any'), (ph, 1, e, 999, 'any')]; live(inn('repair_loaner', 'phone in repair, a loan phone for a week', p), phone=0)
for _ in range(n_(10, 12)):  # returner
    p = person(); d = R.randint(5, 15); e = R.randint(40, 62); r = p.reg if R.random() < .5 else far(p); p.gaps = [(d, e)]; p.devs = [(p.phone, 1, -9, e - 1, 'any'), (new('dev'), 1, e, 999, 'any')]; p.trips = [(e, 999, place(r), 1.)]; a = inn('returner', 'back after a long break with a new phone and home; same mail, number, card, style and hours', p)
    noise(a, p, 0, 0); gen(a['i'], p, skip=.15)
    if R.random() < .5: say(a, e, L(p, ['back after months, what did i miss', 'baby arrived, finally time again'], ['回坑了，变化好大', '考完试回来了']), 'post')
for _ in range(n_(8, 10)):  # mate's one-off
    p = person(); a = inn('friend_on_holiday', 'a friend clicked the daily reward for a few days of holiday, unpaid, same town', p); d = R.randint(5, 60); ln = R.randint(3, 6); p.gaps = [(d, d + ln)]; live(a, trips=0); q = R.choice(ORD)['p']
    q = copy.copy(q); q = proxy(q, p.reg); q.tz = p.tz; [one(a['i'], q, x, R.gauss(20, 1), R.uniform(1, 4), dev=q.phone) for x in range(d, min(D, d + ln)) if R.random() < .8]
    if R.random() < .6: say(a, d - 1, L(p, ['no signal next week, can you just claim my dailies? beers on me'], ['下周没信号，帮我领下签到，回来请吃饭']), to=R.choice(ORD))
for a in A: chat(a, 1.)
# ---------- finish: overlaps, gaps, missing values ----------
A_id = [a['id'] for a in A]; assert len(set(A_id)) == len(A_id)
END = T0 + D * DAY - 1
S = [s for s in S if s[1] < END and s[1] >= max(T0 - 8 * 3600, A[s[0]]['created'] + 60)]
S = [list(s) + [s[1] + s[2]] for s in S]
def cut(key):
    S.sort(key=lambda s: s[1]); last = {}; drop = set()
    for i, s in enumerate(S):
        k = key(s)
        if k in last and i not in drop:
            j = last[k]
            if S[j][8] > s[1] - 20:
                if s[1] - S[j][1] > 120: S[j][8] = s[1] - R.randint(20, 90)
                else: drop.add(i); continue
        last[k] = i
    S[:] = [s for i, s in enumerate(S) if i not in drop]
cut(lambda s: s[3]); cut(lambda s: s[0])
FAINT = {'sold_hidden', 'event_grinder', 'daytime_tenant', 'cup_night_pilot', 'coach_takes_over', 'lent_to_cafe', 'boost_solo', 'vpn_user', 'moved_away', 'returner', 'many_gadgets'}   # a reviewer could not judge these without devices
noreg = {i for i in range(len(A)) if R.random() < .03}; nodev = {i for i in range(len(A)) if R.random() < .02 and i not in noreg and A[i]['kind'] not in FAINT}; nonet = {i for i in range(len(A)) if R.random() < .02}; noend = {i for i in range(len(A)) if R.random() < .02}
US = pa.timestamp('us', tz='UTC')
def T(v): return pa.array([None if x is None else int(x * 1e6) for x in v], pa.int64()).cast(US)
def STR(v): return pa.array(v, pa.string())
def W(name, **cols):
    n = len(next(iter(cols.values()))); t = pa.table(cols); t = t.take(pa.array(N.permutation(n))) if n else t; pq.write_table(t, f'{OUT}/{name}.parquet'); print(name, t.num_rows)
W('sessions', account_id=STR([A_id[s[0]] for s in S]), started_at=T([round(s[1]) for s in S]), ended_at=T([None if s[0] in noend or R.random() < .01 else round(s[8]) for s in S]),
  device_token=STR([None if s[0] in nodev or R.random() < .008 else tok(s[3]) for s in S]), network_token=STR([None if s[0] in nonet or R.random() < .008 else tok(s[4]) for s in S]), region=STR([None if s[0] in noreg or R.random() < .012 else s[5] for s in S]))
# tokens from sessions
seen = {}
for s in S:
    for kd, x, no in (('device', s[3], nodev), ('network', s[4], nonet)):
        if s[0] in no: continue
        k = (s[0], kd, x); v = seen.get(k)
        if v: v[1] = max(v[1], s[8])
        else: seen[k] = [s[1], s[8], s[1]]
rows = {}
last = defaultdict(float); wk = defaultdict(lambda: [0, 0, 0])
for s in S: last[s[0]] = max(last[s[0]], s[8])
for (i, kd, x), (f, l, _) in seen.items():
    if kd == 'network' and (x.startswith('cg') or R.random() < .35) or R.random() < .03: continue
    if f < T0 + 6 * DAY and R.random() < .8: f = A[i]['created'] + R.random() * max(0, f - A[i]['created']) * R.choice([.1, .5, 1])
    rows[(A_id[i], kd, x)] = [f, l]
for aid, kd, x, f, l in TK:
    if (aid, kd, x) in rows: continue
    rows[(aid, kd, x)] = [f, l]
ix = {a['id']: a['i'] for a in A}
ks = list(rows); ls = []
# identity-like tokens: last seen = when a later one of its kind replaced it (if any), else last activity
by = defaultdict(list)
for k in ks:
    if k[1] in ('email', 'phone', 'payment', 'identity'): by[k[:2]].append(k)
for g, v in by.items():
    v.sort(key=lambda k: rows[k][0])
    for j, k in enumerate(v):
        if rows[k][1] is None:
            lt = last[ix[k[0]]] or rows[k][0] + 60
            rows[k][1] = max(rows[k][0] + 60, (rows[v[j + 1]][0] if j + 1 < len(v) and k[1] != 'payment' else lt - (R.random() * 9 * DAY if k[1] == 'payment' else 0)))
W('tokens', account_id=STR([k[0] for k in ks]), kind=STR([k[1] for k in ks]), token=STR([tok(k[2]) for k in ks]), first_seen_at=T([None if R.random() < .01 else min(round(rows[k][0]), round(rows[k][1] or 9e18)) for k in ks]), last_seen_at=T([None if R.random() < .04 else round(rows[k][1]) for k in ks]))
# weekly counts; the hand that plays decides the results
for s in S:
    w = int((s[1] - T0) // (7 * DAY)); m = max(0, round((s[8] - s[1]) / 60 / 7.5 * N.uniform(.6, 1.1))); z = wk[(s[0], w)]; z[0] += m; z[1] += N.binomial(m, s[6]); z[2] += N.random() < .03
ac = []
for (i, w), z in wk.items():
    if R.random() < .03 or w < 0: continue
    for verb, c in zip(('match_played', 'match_won', 'purchase'), z):
        if c: ac.append((A_id[i], verb, int(c), T0 + w * 7 * DAY, min(END, T0 + (w + 1) * 7 * DAY)))
W('activity', account_id=STR([x[0] for x in ac]), verb=STR([x[1] for x in ac]), count=pa.array([x[2] for x in ac], pa.int64()), since=T([x[3] for x in ac]), until=T([x[4] for x in ac]))
for a in A:
    for _ in range(int(R.expovariate(.5))): FOL.append((a['id'], R.choice(A_id), a['created'] + R.random() * max(1, END - a['created'])))
    for _ in range(int(R.expovariate(1.2))): t = R.choice(A); ACT.append((a['id'], ts(R.randint(0, D - 1), R.uniform(9, 23)), R.choice(['like', 'view', 'gift', 'like', 'vote']), 'club:' + t['id'], t['id']))
FOL = list({(f, t): (f, t, x) for f, t, x in FOL if f != t}.values()); fc = defaultdict(int); fg = defaultdict(int)
for f, t, _ in FOL: fc[t] += 1; fg[f] += 1
cr = {a['id']: a['created'] for a in A}
ACT = [x for x in ACT if x[1] > cr[x[0]]]; POSTS = [x for x in POSTS if x[1] > cr[x[0]]]; PC = [x for x in PC if x[1] > cr[x[0]]]; ATT = [x for x in ATT if x[4] <= END]
W('follows', follower_id=STR([x[0] for x in FOL]), target_id=STR([x[1] for x in FOL]), at=T([round(x[2]) for x in FOL]), ended_at=T([None] * len(FOL)))
W('actions', account_id=STR([x[0] for x in ACT]), at=T([x[1] for x in ACT]), verb=STR([x[2] for x in ACT]), object_id=STR([x[3] for x in ACT]), target_account_id=STR([x[4] for x in ACT]))
n = len(POSTS); pid = ['%012x' % R.getrandbits(48) for _ in range(n)]
W('posts', post_id=STR(pid), **{c: (T if c == 'at' else STR)([x[j] for x in POSTS]) for j, c in enumerate(['account_id', 'at', 'kind', 'target_id', 'title', 'text', 'topic', 'language'])})
W('profile_changes', account_id=STR([x[0] for x in PC]), at=T([x[1] for x in PC]), field=STR([x[2] for x in PC]), old=STR([x[3] for x in PC]), new=STR([x[4] for x in PC]))
W('attestations', **{c: (T if c in ('at', 'expires_at') else STR)([x[j] for x in ATT]) for j, c in enumerate(['account_id', 'kind', 'result', 'age_band', 'at', 'expires_at', 'provider'])})
np_ = defaultdict(int)
for x in POSTS: np_[x[0]] += 1
BIO = {'en': ['just here for the cup', 'casual since 2021', 'dad of two, div 3 forever', None, None, None, None], 'zh': ['佛系经营', '下班玩两把', '老球迷', None, None, None, None]}
bt = pa.bool_()
W('accounts', account_id=STR(A_id), handle=STR([a['handle'] for a in A]), platform=STR(['touchline'] * len(A)), display_name=STR([a['name'] if R.random() < .95 else None for a in A]), bio=STR([a['bio'] or R.choice(BIO[a['lang']]) for a in A]),
  location=STR([a['p'].reg if R.random() < .35 else None for a in A]), kind=STR(['game' if R.random() < .97 else 'unknown' for a in A]), created_at=T([None if R.random() < .01 else a['created'] for a in A]), status=STR(['active'] * len(A)),
  last_active_at=T([round(last[a['i']]) if last[a['i']] else None for a in A]), followers=pa.array([fc[x] for x in A_id], pa.int64()), following=pa.array([fg[x] for x in A_id], pa.int64()), posts=pa.array([np_[x] for x in A_id], pa.int64()),
  default_avatar=pa.array([R.random() < .4 for _ in A], bt), is_private=pa.array([R.random() < .1 for _ in A], bt), language=STR([a['lang'] if R.random() < .96 else None for a in A]))
B = A[:]; R.shuffle(B)
with open(HERE + '/truth.csv', 'w', newline='') as f:
    w = csv.writer(f); w.writerow(['account_id', 'guilty', 'kind', 'why']); [w.writerow([a['id'], a['g'], a['kind'], a['why']]) for a in B]
# private statistics for the check only (not part of the world)
ops = defaultdict(lambda: defaultdict(int))
for s in S: ops[s[0]][s[7]] += 1
import json
json.dump({A_id[i]: sorted(v.values(), reverse=True)[:60] for i, v in ops.items()}, open(HERE + '/_ops.json', 'w'))
