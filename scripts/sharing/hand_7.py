import random, math, os, csv, datetime as dt, sys
import pyarrow as pa, pyarrow.parquet as pq
R = random.Random(880817)
HERE = os.path.dirname(os.path.abspath(__file__)); OUT = os.path.join(HERE, 'world'); os.makedirs(OUT, exist_ok=True)
U = dt.timezone.utc
T0 = dt.datetime(2026, 8, 3, tzinfo=U)      # a Monday
DAYS = 82; END = DAYS * 24.0
def ts(h): return (T0 + dt.timedelta(seconds=round(h * 3600))).replace(microsecond=0)
def tok(): return '%064x' % R.getrandbits(256)
def clip(x, a, b): return max(a, min(b, x))
def pois(l):
    if l <= 0: return 0
    if l > 20: return max(0, round(R.gauss(l, math.sqrt(l))))
    L, k, p = math.exp(-l), 0, 1.0
    while True:
        p *= R.random()
        if p <= L: return k
        k += 1
CN = ['CN-GD','CN-SH','CN-BJ','CN-ZJ','CN-JS','CN-SC','CN-HB','CN-HN','CN-HA','CN-SD','CN-FJ','CN-LN','CN-CQ','CN-SN','CN-AH','CN-GX','CN-YN','CN-JX']
OTHER = {'US-CA':-7,'US-TX':-5,'US-NY':-4,'US-FL':-4,'US-WA':-7,'US-IL':-5,'GB-ENG':1,'DE-NW':2,'DE-BY':2,'FR-IDF':2,'JP-13':9,'JP-27':9,'KR-11':9,'SG-01':8,'MY-14':8,'PH-00':8,'BR-SP':-3,'CA-ON':-4,'TW-TPE':8,'HK-HK':8}
TZ = {**{c: 8 for c in CN}, **OTHER}
ZH = set(CN) | {'TW-TPE', 'HK-HK'}
REG = CN * 2 + list(OTHER); 
MOB = {r: [tok() for _ in range(R.randint(5, 11))] for r in TZ}
CGN = {r: [tok() for _ in range(4)] for r in TZ}
OFF = {r: [tok() for _ in range(5)] for r in TZ}
CAFE = {r: [(tok(), [tok() for _ in range(R.randint(8, 20))]) for _ in range(3)] for r in TZ}
VPN = {r: [tok() for _ in range(4)] for r in ['JP-13','SG-01','HK-HK','US-CA','DE-NW','US-NY','GB-ENG','TW-TPE','KR-11']}
HOTEL = {r: [tok() for _ in range(5)] for r in TZ}
CLOUD = {r: [tok() for _ in range(5)] for r in ['CN-ZJ','CN-GD','CN-BJ','US-WA','DE-NW','SG-01','JP-13']}
HOMES = {r: [] for r in TZ}
PROX = {r: [tok() for _ in range(7)] for r in TZ}
def near(r):
    c = r[:2]; l = [x for x in TZ if x[:2] == c and x != r]
    return R.choice(l or [x for x in TZ if x != r])
def other(r): return R.choice([x for x in REG if x != r])
def proxy(r):
    x = R.random()
    if x < .45: return R.choice(PROX[r])
    if x < .65 and HOMES[r]: return R.choice(HOMES[r])
    return tok()

class P:   # a human being who plays
    def __init__(s, region=None, house=None, style=None, kinds=None, rate=None):
        s.r = region or (house.r if house else R.choice(REG)); s.tz = TZ[s.r]
        if house: s.nets = house.nets
        else:
            s.nets = [(0, R.choice(CGN[s.r]) if R.random() < .12 else tok())]
            if R.random() < .22: s.nets.append((R.uniform(8, DAYS - 8), tok()))
            HOMES[s.r].append(s.nets[0][1])
        s.work = R.choice(OFF[s.r]) if R.random() < .35 else (tok() if R.random() < .3 else None)
        s.mob = R.sample(MOB[s.r], R.randint(1, 3)); s.pm = R.betavariate(1.3, 4)
        s.style = style or R.choices(['work','student','free','night','weekend'], [45, 22, 12, 11, 10])[0]
        c = {'work': [(20.8, 1.3, 6), (12.6, .4, 1.2), (8, .6, .8), (23, .8, 1.5)], 'student': [(19.5, 2, 4), (16.5, 1.2, 3), (22.8, .9, 2), (12.5, .6, 1)],
             'free': [(11, 1.8, 2), (15, 2, 3), (21, 1.7, 3)], 'night': [(23.5, 1.3, 5), (26, 1.1, 2), (19, 1.5, 1.5)], 'weekend': [(20.5, 1.6, 3), (15, 2, 2)]}[s.style]
        sh = R.gauss(0, .7)
        s.wd = [(m + sh + R.gauss(0, .4), sd * R.uniform(.7, 1.3), w * R.gammavariate(1.5, .7)) for m, sd, w in c]
        s.we = [(m + sh, sd, w) for m, sd, w in [(10.5, 1.3, R.random()), (15, 1.8, 1.5 * R.random()), (20.8, 1.6, 1 + R.random()), (23.6, 1, R.random())]]
        s.rate = rate or clip(R.lognormvariate(-.35, .65), .1, 3.2); s.wef = R.uniform(1.0, 2.0) if s.style != 'weekend' else R.uniform(3, 6)
        if s.style == 'weekend': s.rate *= .5
        s.dur = R.lognormvariate(math.log(.85), .4); s.skill = clip(R.gauss(.5, .025), .42, .58)
        s.dev = []
        for k in kinds or R.choices([['phone'], ['phone','pc'], ['pc'], ['phone','tablet'], ['console'], ['phone','pc','tablet'], ['laptop','phone'], ['console','phone']], [34, 22, 12, 9, 6, 5, 8, 4])[0]: s.add(k, R.uniform(.3, 1.2))
        s.trips = []; s.skip = []; s.vpn = 0; s.ph = R.uniform(0, 6.28); s.amp = R.uniform(0, .7)
        s.moves = []
    def add(s, kind, w=1., a=-999, b=9999, t=None):
        t = t or tok(); s.dev.append([t, kind, w, a, b]); return t
    def net(s, d): return [n for a, n in s.nets if a <= d][-1]
    def trip(s, a, b, r, net=None): s.trips.append((a, b, r, net or (R.choice(HOTEL[r]) if R.random() < .6 else tok())))
    def hour(s, we):
        l = s.we if we else s.wd; m, sd, _ = R.choices(l, [x[2] + .01 for x in l])[0]; return R.gauss(m, sd)
    def ctx(s, d, h, we):
        for a, b, r, n in s.trips:
            if a <= d + h / 24 < b: return (r, n, 'trip') if R.random() < .65 else (r, R.choice(MOB[r]), 'mob')
        r = s.r
        for a, rr in s.moves:
            if d >= a: r = rr
        if not we and s.style == 'work' and s.work and 9 < h < 18 and R.random() < .7: return r, s.work, 'work'
        if R.random() < s.pm or (7 < h < 9 and R.random() < .6): return r, R.choice(s.mob if r == s.r else MOB[r][:2]), 'mob'
        return r, s.net(d), 'home'
    def pick(s, place, d):
        ok = {'home': ('phone','pc','tablet','console','laptop'), 'mob': ('phone','tablet','laptop'), 'work': ('phone','laptop'), 'trip': ('phone','tablet','laptop')}[place]
        l = [x for x in s.dev if x[3] <= d < x[4]]; k = [x for x in l if x[1] in ok]
        if not k: return None
        return R.choices([x[0] for x in k], [x[2] * (3 if x[1] == 'phone' and place != 'home' else 1) for x in k])[0]
    def life(s):   # everyday noise
        if R.random() < .33:
            a = 59 + R.uniform(-2, 1) if s.r in ZH and R.random() < .5 else R.uniform(2, DAYS - 8)
            s.trip(a, a + R.choice([1.5, 2, 3, 4, 6, 7]), near(s.r) if R.random() < .8 else other(s.r))
        if R.random() < .13: s.newphone(R.uniform(5, DAYS - 5))
        if R.random() < .06: s.reinst(R.uniform(5, DAYS - 5))
        if R.random() < .05: s.vpn = R.uniform(.01, .08)
        if R.random() < .12: a = R.uniform(0, DAYS - 10); s.skip.append((a, a + R.uniform(5, 22)))
        if R.random() < .04: s.skip.append((R.uniform(20, 70), 999))
        if R.random() < .03: s.skip.append((-1, R.uniform(10, 50)))
        return s
    def newphone(s, d, lag=None):
        for x in s.dev:
            if x[1] in ('phone', 'tablet') and x[4] > 999:
                x[4] = d + (lag if lag is not None else R.choice([0, 0, 1, 3, 9])); return s.add(x[1], x[2] + .1, a=d)
    def reinst(s, d):
        x = R.choice(s.dev)
        if x[4] > 999: x[4] = d; s.add(x[1], x[2], a=d)
def gen(p, a=0, b=DAYS, rm=1., dm=1., hourf=None, skill=None, dev=None, net=None, reg=None, who='h'):
    out = []
    for d in range(max(0, int(a)), min(DAYS, int(math.ceil(b)))):
        if any(x <= d < y for x, y in p.skip): continue
        we = d % 7 >= 5 or (p.r in ZH and 59 <= d <= 65)
        for _ in range(pois(p.rate * rm * (p.wef if we else 1) * (1 + p.amp * math.sin(d / 9 + p.ph)))):
            h = hourf(we, d) if hourf else p.hour(we)
            if p.style == 'student' and d >= 29 and not we and 8.2 < h < 15.5 and not hourf and R.random() < .85: h += R.uniform(6, 9)
            st = d * 24 + h - p.tz
            if st < a * 24 or st > b * 24 or st < 0: continue
            r, n, pl = p.ctx(d, h % 24, we); dv = (R.choice(dev) if dev else p.pick(pl, d))
            if dv is None: continue
            if net: n = net(d) if callable(net) else net
            if reg: r = reg(d) if callable(reg) else reg
            if p.vpn and R.random() < p.vpn: r = R.choice(list(VPN)); n = R.choice(VPN[r])
            du = p.dur * dm * R.lognormvariate(0, .6); du = clip(du, .05, 7 if dm < 2 else 14)
            out.append([st, min(st + du, END - .01), dv, n, r, skill or p.skill, who])
    return untangle(out)
def untangle(l):
    l.sort(); o = []
    for x in l:
        if o and x[0] < o[-1][1]:
            dl = o[-1][1] + R.uniform(.05, .9) - x[0]; x[0] += dl; x[1] += dl
            if dl > 6: continue
        if x[0] < END - .3: x[1] = min(x[1], END - .02); o.append(x)
    return [x for x in o if x[1] > x[0]]
def evict(base, ext, p=1., pad=.05):   # the service lets only one log in: the holder's overlapping sessions vanish
    iv = sorted((x[0] - pad, x[1] + pad) for x in ext); o = []; 
    for s in base:
        if any(a < s[1] and s[0] < b for a, b in iv) and R.random() < p: continue
        o.append(s)
    return o
def drop(base, a, b, keep=0.): return [s for s in base if not (a * 24 <= s[0] < b * 24) or R.random() < keep]

# ---------- names and words
EN1 = ['Lunar','Salty','Quiet','Rusty','Neon','Tiny','Grim','Happy','Lazy','Iron','Velvet','Frosty','Odd','Brave','Sleepy','Crispy','Golden','Hollow','Swift','Mellow']
EN2 = ['Otter','Falcon','Noodle','Ranger','Teapot','Wizard','Badger','Comet','Pixel','Lantern','Panda','Viking','Cactus','Raven','Muffin','Yeti','Sparrow','Golem','Cobra','Turnip']
ZA = ['晚风','星河','小鹿','南城','青柠','不吃','半夏','奶茶','孤单','快乐','山海','云边','老张','月下','橘子','一只','北岛','清酒','白日','爱睡']
ZB = ['与猫','听雨','打野','同学','香菜','未央','三分甜','的鱼','小兵','旧梦','中路','辅助','叔','剑客','汽水','柯基','来信','少年','做梦','觉的熊']
def name(zh):
    if zh: return R.choice(ZA) + R.choice(ZB) + R.choice(['', '', str(R.randint(1, 99)), '呀', 'er'])
    return R.choice(EN1) + R.choice(['', ' ', '_']) + R.choice(EN2) + R.choice(['', '', str(R.randint(1, 2012))])
TXT = {
 'chat': (['anyone up for duo tonight?','that last patch ruined my main','finally hit {rank}!','gg everyone, great games','lagging hard today','who else waits for the new season','what a comeback lol','my ping is {n} again','need one healer for raid at 9','event skin is so pretty','lost {n} in a row, going to bed','sorry had to afk, kid woke up'],
          ['今晚有人双排吗','这版本我本命废了','终于上{rank}了！','今天网好卡','新赛季什么时候开','刚才那把翻盘太爽了','连跪{n}把，睡觉','缺个辅助，九点开','活动皮肤好看','延迟又{n}，服了','抱歉刚才有事挂机了','周末组队下副本来人']),
 'rentad': (['{rank} account for rent, all skins, {p}/hour, day pass cheaper, dm','renting my {rank} acc by the hour, {p} per h, no ranked throw'],
            ['{rank}号出租，皮肤全，{p}元/小时，包夜优惠，私聊','租号 {p}/时 上号快 免脸 {rank}','出租自用号，{p}一小时，可包天']),
 'rentmsg': (['your {n} hours start now, code sent','time is up, log out please','can I extend two more hours?','paid, send me the login'],
             ['{n}小时开始了，码发你','到点了下一下号','能续两小时吗','付了，发我上号码']),
 'sellad': (['selling my {rank} account, original email included, {p}00 obo','quitting, account for sale, {n} skins, price in dm'],
            ['退游出号，{rank}，{n}个皮肤，{p}00可小刀','出号 可换绑 包找回 {p}00']),
 'sellask': (['how much would a {rank} account with {n} skins go for? just curious','is it allowed to sell an account? thinking about quitting','was going to sell but nah, too many memories here'],
             ['{rank}带{n}个皮肤的号能值多少？问问而已','想退游了，号能卖吗','本来想卖号，算了还是舍不得']),
 'boostmsg': (['finished, {rank} reached, you can log back in','please stay off until sunday','how many games left?','change your password now, thanks for the order'],
              ['打完了，{rank}到了，可以上了','周日前先别上号','还差几颗星？','改下密码吧，谢谢老板，好评返现']),
 'coach': (['great vod review, same time next week? {p} as usual','remember: ward first, then push. replay {n} shows it well','sent you my replay of the loss, can you check mid game','lesson paid, watching your stream notes now'],
           ['复盘很有用，下周同一时间？课费{p}照旧','记得先做视野再推，看第{n}个回放','我把录像发你了，帮我看看中期','课费转了，今晚看你解说']),
 'helper': (['my carer plays the fast parts for me, adaptive controller broke again','playing with my helper today, hands are bad this week'],['手不太方便，今天有护工帮我按键','手柄坏了，姐姐帮我操作一会儿']),
 'trip': (['on a train with bad signal, daily only','hotel wifi at {n} ping, pray for me','back home at last'],['高铁上信号差，只做日常','酒店网{n}延迟，难受','终于到家了']),
 'stream': (['live now, 12 hour marathon, road to {rank}','stream tonight, subs games'],['开播了，今天十二小时冲{rank}','晚上直播水友赛']),
 'lendmsg': (['sent this month\'s {p} for the account','ok you have it nights, I need sunday','received, same as last month'],['这个月的{p}转了','晚上归你，周日我要用','收到，跟上个月一样']),
 'chore': (['dailies done for today','done, stamina used, event shop bought'],['今日日常已清','体力清了，活动商店换好了']),
 'item': (['selling spare mounts, in-game trade only','thanks for the gift, sending the skin back tomorrow'],['多余坐骑交易行挂了','谢谢送的皮肤，明天回礼']),
 'fam': (['my brother is on the console again, waiting my turn','mum says one more match'],['弟弟又占着主机','我妈说再打一把']),
 'hack': (['someone got into my account and spent my coins, support helped, password changed','I was hacked on holiday, got it back today'],['号被盗了，客服帮我找回，密码改了','刚找回被盗的号，金币没了']),
 'ask': (['what do boosters charge for {rank}? asking for a friend','anyone ever rented an account? sounds risky','who does dailies for money here lol, too tired','can I borrow someone\'s account to try the new hero?','my time is up, log out now or mum kills me'],['代练打到{rank}要多少钱？好奇','有人租过号吗，靠谱不','有没有代肝，太累了哈哈','谁的号借我试试新英雄','到点了先下了','租号{p}一小时也太贵了吧']),
 'newdev': (['new phone day, setting everything up','reinstalled everything, privacy cleanup'],['换新手机了，重新登一遍','清了一遍手机，重装']),
}
def text(k, zh):
    s = R.choice(TXT[k][1 if zh else 0])
    s = s.replace('{rank}', R.choice(['钻石','大师','王者','星耀'] if zh else ['Diamond','Master','Platinum','Champion'])).replace('{n}', str(R.randint(2, 240))).replace('{p}', str(R.randint(3, 60)))
    if R.random() < .25: s += R.choice(['~', '！', '...', ' 哈哈', '。'] if zh else [' lol', '!', '...', ' :)', ' tbh'])
    return s

ACC = []
class A:
    def __init__(s, p, sess, kind='ordinary', guilty=0, why='', created=None, age='adult'):
        s.id = R.choice('abcdefghjkmnpqrstuvwxyz') + ''.join(R.choice('0123456789abcdefghjkmnpqrstuvwxyz') for _ in range(11))
        s.p, s.sess, s.kind, s.g, s.why, s.age = p, sess, kind, guilty, why, age
        s.zh = p.r in ZH; s.nm = s.nm0 = name(s.zh); s.posts = []; s.ch = []; s.gifts = []
        s.created = created if created is not None else -24 * clip(R.lognormvariate(6, 1), 3, 2600)
        if not created and R.random() < .05: s.created = -R.uniform(0, 70) * 24
        s.toks = []; f = s.created
        s.t('phone', tok(), f) if R.random() < .8 else 0
        s.t('email', tok(), f) if R.random() < .7 else 0
        if R.random() < .45: s.t('payment', tok(), R.uniform(f, END * .7))
        s.ident = tok() if R.random() < .75 else None
        s.rl = s.created + R.uniform(0, 24); s.friends_end = None; s.noident = False
        ACC.append(s)
        for _ in range(pois(1.1) if R.random() < .5 else 0): s.say('chat')
        if R.random() < .06: s.rename(R.uniform(0, END))
        if R.random() < .04: s.rebind(R.uniform(0, END), R.choice(['phone', 'email']))
        if R.random() < .012: s.say('sellask')
        if R.random() < .012: s.say('ask', None, R.choice(['post','comment','message']))
    def t(s, k, v, a, b=None): s.toks.append([k, v, a, b])
    def say(s, k, at=None, kind=None, to=None):
        at = at if at is not None else (R.choice(s.sess)[0] + R.random() * .4 if s.sess else R.uniform(0, END)); s.posts.append((clip(at, 0, END - .1), kind or R.choice(['post','comment','comment','reply']), to, text(k, s.zh)))
    def rename(s, at):
        n = name(s.zh); s.ch.append((at, 'display_name', s.nm, n)); s.nm = n
    def rebind(s, at, k):
        for x in s.toks:
            if x[0] == k and x[3] is None: x[3] = at - R.uniform(0, 20)
        s.t(k, tok(), at)
    def pay(s, v, at): s.t('payment', v, at, min(END - 1, at + R.uniform(1, 400)))
    def gift(s, at, to): s.gifts.append((clip(at, 0, END - .1), to))

def human(**k): return P(**k).life()
# ---------- ordinary
def ordinary(n):
    last = None
    while n > 0:
        if last is not None and R.random() < .16:
            p = P(house=last).life()
            if R.random() < .4:
                x = R.choice(last.dev)
                if x[1] != 'phone': p.add(x[1], .5, t=x[0])
        else: p = human()
        s = gen(p)
        if R.random() < .05 and s:   # a cafe evening
            c = R.choice(CAFE[p.r]); x = R.choice(s); x[2], x[3], x[4] = R.choice(c[1]), c[0], p.r
        if R.random() < .06 and s and last is not None:  # at a friend's place
            x = R.choice(s); q = R.choice(ACC).p; 
            if q.r == p.r: x[2], x[3] = q.dev[0][0], q.nets[0][1]
        if R.random() < .05:
            for x in R.sample(s, min(len(s), 2)): x[1] = min(END - .02, x[0] + R.uniform(5, 9))
            s = untangle(s)
        A(p, s); last = p; n -= 1
ordinary(1500)
for r in PROX:
    for k in range(7):
        if HOMES[r] and R.random() < .4: PROX[r][k] = R.choice(HOMES[r])
# helper people of the trade
def actors(n, **k): return [P(style=R.choice(['free','night']), **k) for _ in range(n)]
G, I = 1, 0
WHY = {}
def guilty(kind, n, why):
    def deco(f):
        for i in range(n): 
            a = f(i); a.kind, a.g, a.why = kind, 1, why + (' [' + a.note + ']' if getattr(a, 'note', '') else '')
        return f
    return deco
def innocent(kind, n, why):
    def deco(f):
        for i in range(n):
            r = f(i)
            for a in (r if isinstance(r, list) else [r]): a.kind, a.g, a.why = kind, 0, why
        return f
    return deco

RENT = [human() for _ in range(55)]
def stay(p, a, hours, k, dev=None, net=None, reg=None, skill=None, who='r'):   # k sittings of a guest beginning at hour a
    o = []; t = a
    for _ in range(k):
        d = t / 24; r, n, pl = p.ctx(int(d), (t + p.tz) % 24, True); dv = dev or p.pick(pl, int(d)) or p.pick('home', int(d)) or p.dev[0][0]
        e = min(END - .05, t + hours * R.uniform(.6, 1.3))
        if t >= END - .3: break
        o.append([t, e, dv, net or n, reg or r, skill or p.skill, who]); t = e + R.choice([R.uniform(.3, 2), R.uniform(7, 20)])
    return o
def awake(p, d): return d * 24 + p.hour(d % 7 >= 5) - p.tz

@guilty('hourly_rental', 14, 'rented by the hour: many strangers, each on own device and network, come for a few hours and never again')
def _(i):
    p = human(); h = gen(p, rm=R.uniform(.15, .6)); ext = []; d = R.uniform(3, 25); stop = d + R.uniform(25, 60)
    gap = R.uniform(.9, 4)
    while d < min(stop, DAYS - 1):
        q = R.choice(RENT) if R.random() < .4 else P(region=None if R.random() < .5 else near(p.r))
        ext += stay(q, awake(q, int(d)), R.uniform(.8, 3.5), R.choice([1, 1, 1, 2, 3])); d += R.expovariate(1 / gap)
    ext = untangle([x for x in ext if x[0] > 0]); a = A(p, untangle(evict(h, ext) + ext))
    if R.random() < .55:
        for _ in range(R.randint(1, 3)): a.say('rentad', ext[0][0] - R.uniform(2, 60), 'listing')
    if R.random() < .3:
        for _ in range(R.randint(1, 4)): a.say('rentmsg', R.choice(ext)[0], 'message', R.choice(ACC).id)
    return a
HOST = [tok() for _ in range(26)]
@guilty('rental_injector', 14, 'rented through a login tool: host devices seen on other rented accounts, guests of changing networks, holder only looks in for minutes')
def _(i):
    p = human(kinds=['phone'] if R.random() < .5 else None); loc = R.random() < .55; h = gen(p, rm=R.uniform(.15, .5), dm=.5); ext = []; d = R.uniform(2, 35); stop = d + R.uniform(15, 45); gap = R.uniform(1.5, 5)
    mine = R.sample(HOST, R.randint(2, 5))
    while d < min(stop, DAYS - 1):
        q = R.choice(RENT); st = awake(q if not loc else p, int(d))
        e = stay(q, st, R.uniform(.9, 2.5), R.choice([1, 1, 2]), dev=R.choice(mine), net=proxy(p.r) if loc else None, reg=p.r if loc else None); ext += e
        if R.random() < .35 and e: 
            t = e[-1][1] + R.uniform(.02, .3); h.append([t, t + R.uniform(.03, .12), p.dev[0][0], p.net(int(d)), p.r, p.skill, 'h'])
        d += R.expovariate(1 / gap)
    ext = untangle([x for x in ext if x[0] > 0]); return A(p, untangle(evict(h, ext, pad=.01) + ext))
STU = [dict(r=R.choice(['CN-HN','CN-HA','CN-JX','PH-00']), nets=[tok() for _ in range(3)], dev=[tok() for _ in range(12)], pay=tok()) for _ in range(3)]
@guilty('boost_studio_shifts', 14, 'a studio plays it in shifts for some days: shared studio machines, almost round the clock, then back to the holder')
def _(i):
    S = R.choice(STU); p = human(rate=R.uniform(.5, 1.4)); p.skip = []; h = gen(p); a0 = R.uniform(8, 62); L = R.uniform(4, 13); loc = R.random() < .5; ext = []; t = a0 * 24
    devs = R.sample(S['dev'], R.randint(1, 4)); nt = proxy(p.r)
    while t < (a0 + L) * 24:
        du = R.uniform(1.5, 5.5); ext.append([t, t + du, R.choice(devs), nt if loc else R.choice(S['nets']), p.r if loc else S['r'], R.uniform(.6, .78), 'b']); t += du + R.choice([.1, .3, .8, 2.5, 6 * R.random() + 2])
        if loc and R.random() < .06: nt = proxy(p.r)
    a = A(p, untangle(evict(drop(h, a0, a0 + L, R.choice([0, .1])), ext) + ext))
    if R.random() < .3: a.say('boostmsg', (a0 + L) * 24 - R.uniform(0, 5), 'message', R.choice(ACC).id)
    if R.random() < .25: a.pay(S['pay'], a0 * 24 + R.uniform(-20, 20))
    return a
BOO = [dict(p=P(style='free'), dev=tok(), day=R.uniform(3, 9), prox={}, main=None, regs=R.sample(CN, 2)) for _ in range(5)]
for b in BOO: b['main'] = A(b['p'], gen(b['p'], rm=1.2), 'pro_own_account', 0, 'own main account of a skilled player, on his own machine and line only')
@guilty('boost_proxy_solo', 16, 'a solo booster through a residential exit in the holder region, in the holder hours: device of one week only, holder away exactly then, wins jump, device or exit recurs on other clients')
def _(i):
    b = BOO[i % 5]; p = human(rate=R.uniform(.5, 1.3), region=R.choice(b['regs']) if R.random() < .8 else None); p.skip = []; p.trips = []; h = gen(p); L = R.uniform(4, 9); a0 = b['day'] + R.uniform(0, 2.5); b['day'] = a0 + L + .5
    if a0 > DAYS - 9: a0 = R.uniform(6, 65)
    same = R.random() < .35; dv = b['dev'] if same else tok(); pr = b['prox'].setdefault(p.r, [proxy(p.r), R.choice(PROX[p.r])]) if R.random() < .6 else [R.choice(PROX[p.r])]
    q = p; ext = gen(q, a0, a0 + L, rm=R.uniform(1.5, 2.8), dm=R.uniform(1.2, 1.9), dev=[dv], net=lambda d: R.choice(pr), reg=p.r, skill=R.uniform(.62, .74), who='b')
    h = drop(h, a0, a0 + L)
    if R.random() < .6 and ext:   # holder peeks just after
        for x in R.sample(ext, min(len(ext), R.randint(1, 2))): h.append([x[1] + R.uniform(.02, .15), x[1] + R.uniform(.16, .3), p.dev[0][0], p.net(int(a0)), p.r, p.skill, 'h'])
    a = A(p, untangle(h + ext)); a.note = 'own device of the booster' if same else 'fresh device token'
    if R.random() < .3: a.gift((a0 + L) * 24 + R.uniform(1, 30), b['main'].id)
    return a
@guilty('cloned_device', 14, 'device identity copied: the same device token is at work at one time on two networks (or minutes apart in places too far), and the far one wins much more')
def _(i):
    p = human(kinds=R.choice([['phone'], ['pc','phone'], ['phone']]), rate=R.uniform(.6, 1.5)); p.skip = []; p.trips = []; p.pm *= .5; h = gen(p); a0 = R.uniform(8, 60); L = R.uniform(6, 16)
    pr = [proxy(p.r), proxy(p.r)][:R.randint(1, 2)]; rr = p.r if R.random() < .7 else near(p.r)
    ext = gen(p, a0, a0 + L, rm=R.uniform(1.2, 2.2), dm=R.uniform(1.2, 1.8), dev=[p.dev[0][0]], net=lambda d: R.choice(pr), reg=rr, skill=R.uniform(.62, .72), who='b')
    h = evict(drop(h, a0, a0 + L, .8), ext, .3)
    for x in R.sample(ext, min(len(ext), R.randint(3, 7))):   # holder opens the game while the copy plays
        t = R.uniform(x[0], max(x[0] + .05, x[1] - .1)); h.append([t, t + R.uniform(.04, .35), p.dev[0][0], p.net(int(a0)), p.r, p.skill, 'h'])
    return A(p, sorted(h + ext))
def sold(a, day, open_):
    if R.random() < (.9 if open_ else .7): a.rebind(day * 24 + R.uniform(0, 40), 'phone')
    if R.random() < (.8 if open_ else .45): a.rebind(day * 24 + R.uniform(0, 90), 'email')
    if R.random() < .5: a.pay(tok(), day * 24 + R.uniform(5, 300))
    a.friends_end = day * 24 if R.random() < .6 else None
@guilty('sold_open', 14, 'sold: one day all devices, networks, hours and often the region change for good, bindings and name follow')
def _(i):
    p = human(); p.skip = []; q = human(region=R.choice([other(p.r), near(p.r), near(p.r)])); q.skip = []; d = R.uniform(18, 60)
    a = A(p, gen(p, 0, d) + gen(q, d + R.uniform(.1, 3), DAYS, who='q')); sold(a, d, 1)
    if R.random() < .8: a.rename(d * 24 + R.uniform(1, 100))
    if R.random() < .4: a.say('sellad', d * 24 - R.uniform(10, 200), 'listing')
    return a
FARM = [dict(r=R.choice(['CN-AH','CN-GX','CN-SC']), nets=[tok() for _ in range(4)], dev=[tok() for _ in range(5)], ids=[tok() for _ in range(3)]) for _ in range(4)]
@guilty('sold_warmed', 18, 'warmed on a small farm (machines that warm several accounts, few minutes a day), then in the hands of a buyer elsewhere for good')
def _(i):
    F = FARM[i % 4]; f = P(region=F['r'], rate=R.uniform(.5, 1)); d = R.uniform(20, 58); dv = R.sample(F['dev'], R.randint(1, 2)); hid = R.random() < .5
    nt = R.sample(F['nets'], 2) if not hid else [R.choice(F['nets']), proxy(F['r'])]
    w = gen(f, 0, d - R.uniform(1, 10), dm=R.uniform(.2, .4), dev=dv, net=lambda x: R.choice(nt), reg=F['r'], who='f'); q = human(); q.skip = []
    cr = -R.uniform(2, 120) * 24; a = A(f, w + gen(q, d, DAYS, rm=1.3, who='q'), created=cr)
    a.ident = R.choice(F['ids']) if R.random() < .5 else tok()
    if R.random() < .6: sold(a, d, 0)
    if R.random() < .5: a.rename(d * 24 + R.uniform(0, 60))
    return a
@guilty('sold_quiet', 14, 'sold quietly within one region: name kept, buyer waits some days; yet all devices and lines are new at once, bindings change, the daily rhythm and friends differ')
def _(i):
    p = human(style=R.choice(['work','student'])); p.skip = []; q = human(region=p.r, style=R.choice(['night','free','weekend'])); q.skip = []; d = R.uniform(20, 55)
    a = A(p, gen(p, 0, d) + gen(q, d + R.uniform(3, 14), DAYS, who='q')); sold(a, d + R.uniform(1, 8), 0)
    if not any(x[0] in ('phone', 'email') and x[2] > 0 for x in a.toks): a.rebind((d + 3) * 24, 'email')
    a.friends_end = d * 24; return a
LEND = [dict(p=P(), idt=tok()) for _ in range(4)]
@guilty('adult_identity_for_minor', 15, 'an adult name rented to a child: real-name adult, but played on the device of a child own account, when that account may not play; checks passed from a lender device')
def _(i):
    L = R.choice(LEND); k = P(style='student', kinds=R.choice([['phone'], ['tablet'], ['phone','pc']]), rate=R.uniform(.7, 1.5))
    own = A(k, gen(k, rm=.25, dm=.5, hourf=lambda we, d: R.uniform(20, 20.8)), 'minor_own_account', 0, 'own account of a child, within the permitted hour', age='minor'); own.ident = tok()
    a0 = R.uniform(2, 25); hf = lambda we, d: R.choice([R.uniform(17, 19.5), R.uniform(21.2, 23.6)]) if not we or R.random() < .5 else R.uniform(9, 23)
    h = []; lp = L['p'] if R.random() < .6 else P(region=R.choice([k.r, other(k.r)])); share = lp is L['p']
    for d in sorted(R.sample(range(int(a0), DAYS - 1), R.randint(2, 6))):
        t = d * 24 + R.uniform(19, 22) - k.tz; h.append([t, t + R.uniform(.03, .1), lp.dev[0][0], lp.net(d), lp.r, .5, 'h'])
    s = gen(k, a0, DAYS, hourf=hf, who='k'); a = A(lp, untangle(evict(s, h, 1, .02) + h)); a.zh = k.r in ZH; a.note = 'shared lender' if share else 'private lender'
    a.ident = L['idt'] if share else tok(); a.checks = [x[0] for x in h]; return a
@guilty('lent_for_money', 13, 'lent for a monthly fee: two rhythms in two places on devices that never mix, the guest has no other tie with the holder')
def _(i):
    p = human(style=R.choice(['work','student']), rate=R.uniform(.3, .8)); p.skip = []; q = human(style='night', region=R.choice([p.r, near(p.r), near(p.r)]), rate=R.uniform(.5, 1.2)); q.skip = []; d = R.uniform(2, 25)
    g = gen(q, d, DAYS if R.random() < .6 else d + R.uniform(28, 45), who='q'); a = A(p, untangle(evict(gen(p), g) + g)); b = A(q, gen(q, rm=.15), 'guest_own_account', 0, 'little used own account of one who plays on a lent one') if R.random() < .4 else None
    if R.random() < .6 or a.p.r == q.r:
        to = a.id; src = b or R.choice(ACC)
        if src is not a:
            for m in range(R.randint(2, 3)): src.gift((d + 30 * m) * 24 + R.uniform(0, 20), to)
    if R.random() < .5: a.say('lendmsg', (d + R.choice([0, 30])) * 24 + 5, 'message', b.id if b else R.choice(ACC).id)
    return a
@guilty('night_leveller', 13, 'a leveller of another time zone plays while the holder sleeps, through exits near the holder: the account hardly rests, the two hand over within minutes')
def _(i):
    p = human(style='work', rate=R.uniform(.8, 1.6)); p.skip = []; p.trips = []; a0 = R.uniform(5, 55); L = R.uniform(9, 24); dv = [tok() for _ in range(R.randint(1, 2))]; pr = [proxy(p.r) for _ in range(R.randint(1, 3))]; ext = []
    st = R.uniform(.3, 2.2); rr = p.r if R.random() < .65 else near(p.r)
    for d in range(int(a0), int(min(a0 + L, DAYS - 1))):
        if R.random() < .15: continue
        t = d * 24 + st + R.gauss(0, .5) - p.tz; stop = d * 24 + R.uniform(6, 8.3) - p.tz
        while t < stop:
            e = min(stop, t + R.uniform(1.2, 3)); ext.append([t, e, R.choice(dv), R.choice(pr), rr, R.uniform(.55, .66), 'b']); t = e + R.uniform(.05, .6)
    ext = [x for x in ext if x[0] > 0]; return A(p, untangle(evict(gen(p), ext, .8) + ext))
CLN = [(r, n) for r in ['CN-ZJ','CN-GD','SG-01'] for n in [tok() for _ in range(3)]]
@guilty('cloud_phone_studio', 14, 'cloud phones in a data centre: a new device token at nearly each sitting, lines shared with other clients of the studio, in shift hours unlike the holder')
def _(i):
    p = human(rate=R.uniform(.3, 1)); p.skip = []; a0 = R.uniform(6, 55); L = R.uniform(6, 20); r = R.choice(['CN-ZJ','CN-GD','SG-01']); nn = [n for x, n in CLN if x == r]; sh = R.choice([2, 9, 14]); pool = [tok() for _ in range(R.randint(5, 14))]; ext = []
    for d in range(int(a0), int(min(a0 + L, DAYS - 1))):
        t = d * 24 + sh + R.gauss(0, .7) - 8
        for _ in range(R.randint(0, 3)):
            e = t + R.uniform(.7, 2.8); ext.append([t, e, R.choice(pool), R.choice(nn), r, R.uniform(.56, .7), 'b']); t = e + R.uniform(.1, 1)
    ext = [x for x in ext if x[0] > 0]; return A(p, untangle(evict(drop(gen(p), a0, a0 + L, R.uniform(.2, .7)), ext) + ext))
@guilty('weekend_ringer', 13, 'a hired hand only for event weekends: a machine where the hand own main lives too, few hours, wins far above the holder')
def _(i):
    b = R.choice(BOO)['p'] if R.random() < .5 else None
    if b is None: b = P(style='free', kinds=['pc']); A(b, gen(b, rm=1.1), 'pro_own_account', 0, 'own main account of a skilled player, on his own machine and line only')
    p = human(rate=R.uniform(.4, 1.3)); p.skip = []; loc = R.random() < .6; dv = R.choice(b.dev)[0]; nt = proxy(p.r); ext = []
    for w in sorted(R.sample(range(1, 11), R.randint(3, 5))):
        for dd in R.choice([[5], [6], [5, 6]]):
            d = w * 7 + dd; t = awake(p, d); e = t + R.uniform(1.5, 4)
            ext.append([t, e, dv, nt if loc else b.net(d), p.r if loc else b.r, R.uniform(.66, .8), 'b'])
    return A(p, untangle(evict(gen(p), ext) + ext))
@guilty('monthly_lease', 12, 'leased in turn: each of two to four persons has it for weeks, one after another with clean cuts, no device carries over, the holder hardly plays')
def _(i):
    p = human(); k = R.randint(2, 4); cut = sorted([R.uniform(10, 70) for _ in range(k)]); s = gen(p, 0, cut[0]) if R.random() < .6 else []; near_ = R.random() < .5
    for j in range(k):
        q = human(region=near(p.r) if near_ and R.random() < .6 else (p.r if near_ else other(p.r))); q.skip = []
        s += gen(q, cut[j] + R.uniform(.3, 2), cut[j + 1] if j + 1 < k else DAYS, rm=1.4, who='q')
        t = cut[j] * 24 + R.uniform(0, 6); s.append([t, t + R.uniform(.04, .2), p.dev[0][0], p.net(int(cut[j])), p.r, .5, 'h'])
    a = A(p, untangle(s)); 
    if R.random() < .3: a.say('rentad', cut[0] * 24 - R.uniform(5, 50), 'listing')
    return a
CH = [dict(r=R.choice(['CN-HB','CN-SD','PH-00']), net=tok(), dev=[tok() for _ in range(3)], slot=0, start=R.uniform(8, 11)) for _ in range(3)]
@guilty('daily_chores_service', 17, 'a paid hand does the daily tasks: short sittings at one fixed time from a line or device that serves one account after another; the holder plays the rest')
def _(i):
    c = CH[i % 3]; slot = c['start'] + c['slot'] * .37; c['slot'] += 1; p = human(rate=R.uniform(.25, .7), style=R.choice(['work','weekend'])); p.skip = []; a0 = R.uniform(0, 30); b0 = a0 + R.uniform(22, 60)
    m = R.random(); dv = R.choice(c['dev']) if m < .6 else tok(); px = [proxy(p.r)] if m > .45 else [c['net']]; rg = p.r if m > .45 else c['r']; ext = []
    for d in range(int(a0), int(min(b0, DAYS - 1))):
        if R.random() < .07: continue
        t = d * 24 + slot + R.gauss(0, .05) - 8; n = c['net'] if m > .45 and R.random() < .08 else px[0]
        if t > 0: ext.append([t, t + R.uniform(.18, .33), dv, n, rg if n != c['net'] else c['r'], .5, 'b'])
    a = A(p, untangle(evict(gen(p), ext) + ext))
    if R.random() < .2: a.say('chore', R.choice(ext)[1], 'message', R.choice(ACC).id)
    if m < .6: a.note = 'device serves others'
    else: a.note = 'own emulator, exit near the holder, office line leaks at times'
    return a

# ---------- innocents
def split(p, k=1): return P(house=p).life()
@innocent('siblings_one_tablet', 5, 'brothers and sisters, each with own account, on one tablet and one home line')
def _(i):
    p = human(style='student'); t = p.add('tablet', 2); o = [A(p, gen(p))]
    for _ in range(R.randint(1, 2)): q = P(house=p, style='student').life(); q.add('tablet', 2, t=t); o.append(A(q, gen(q)))
    if R.random() < .5: o[0].say('fam')
    return o
@innocent('shared_console', 6, 'household console with several own accounts')
def _(i):
    p = human(kinds=['console']); o = [A(p, gen(p))]; 
    for _ in range(R.randint(1, 2)): q = P(house=p, kinds=['phone']).life(); q.add('console', 2, t=p.dev[0][0]); o.append(A(q, gen(q)))
    return o
@innocent('business_traveller', 13, 'travels for work, own devices carry on in each place')
def _(i):
    p = human(style='work', kinds=R.choice([['phone','laptop'], ['phone','tablet'], ['phone']])); d = R.uniform(0, 6)
    while d < DAYS: p.trip(d, d + R.uniform(1.5, 5), R.choice([near(p.r), other(p.r)])); d += R.uniform(5, 13)
    a = A(p, gen(p)); 
    if R.random() < .4: a.say('trip')
    return a
@innocent('two_city_commuter', 13, 'week in one city, weekend in another, a machine in each, the phone goes along')
def _(i):
    p = human(kinds=['phone','pc'], rate=R.uniform(.7, 1.6)); q = P(region=near(p.r), kinds=['pc']); q.wd, q.we, q.skill = p.wd, p.we, p.skill; q.dev.append(p.dev[0]); s = []
    for w in range(12):
        f = w * 7 + 4.7 + R.uniform(-.2, .2); s += gen(p, w * 7, f) + (gen(q, f + .2, w * 7 + 6.95) if R.random() < .85 else gen(p, f, w * 7 + 7))
    return A(p, untangle(s))
DORM = {}
@innocent('student_home_dorm', 15, 'student: summer at home, from September on the campus line with a machine bought for it, phone stays')
def _(i):
    p = human(style='student', kinds=R.choice([['phone'], ['phone','pc'], ['phone','tablet']])); d = R.uniform(24, 34); r = near(p.r); n = DORM.setdefault(r, tok()); p.moves.append((d, r)); p.nets = p.nets + [(d, n)]
    for x in p.dev:
        if x[1] == 'pc': x[4] = d
    if R.random() < .7: p.add('laptop', 1, a=d + R.uniform(0, 9))
    if R.random() < .6: a = R.uniform(58, 60); p.trips = [(a, a + 6.5, TZ and p.r, p.nets[0][1])]
    return A(p, gen(p))
@innocent('internet_cafe', 14, 'plays in internet cafes: many machines used by many, one or two houses of one town, own phone between')
def _(i):
    p = human(style=R.choice(['student','night','free']), region=R.choice(CN), kinds=['phone']); cs = R.sample(CAFE[p.r], R.randint(1, 2)); s = gen(p, dm=1.4); k = R.uniform(.4, .9)
    for x in s:
        if R.random() < k: c = R.choice(cs); x[2], x[3], x[4] = R.choice(c[1]), c[0], p.r
    return A(p, s)
@innocent('helped_player', 12, 'a disabled player whose helper presses keys for him on a second device at home or visits; unpaid, holder always there')
def _(i):
    p = human(style='free'); q = P(region=p.r, kinds=['tablet']); t = R.choice([1, 3, 5]); ext = []
    hf = lambda we, d: R.gauss(15, 1)
    for x in gen(q, rm=.8, hourf=hf):
        if int(x[0] / 24) % 7 in (t, t + 1):
            if R.random() < .8: x[3] = p.net(int(x[0] / 24))
            ext.append(x)
    a = A(p, untangle(gen(p) + ext))
    if R.random() < .6: a.say('helper')
    return a
@innocent('coached_watch_only', 14, 'takes paid lessons by replay and voice, nobody else logs in; wins rise slowly')
def _(i):
    p = human(rate=R.uniform(.7, 1.8)); s = gen(p); c = R.choice(BOO)['main']; d0 = R.uniform(5, 50)
    for x in s:
        if x[0] > d0 * 24: x[5] = clip(p.skill + .07, .5, .62)
    a = A(p, s)
    for k in range(R.randint(1, 4)): (a.say('coach', (d0 + 7 * k) * 24, 'message', c.id)); a.gift((d0 + 7 * k) * 24 + 2, c.id)
    return a
@innocent('secondhand_device', 13, 'bought a used device: its token was on a stranger account before, from then on only here')
def _(i):
    o = human(kinds=['phone','pc']); d = R.uniform(15, 60); x = o.dev[R.randint(0, 1)]; x[4] = d - R.uniform(1, 9); o.add('phone', 1, a=d - 9); A(o, gen(o), 'sold_old_device', 0, 'sold a used device and plays on a new one')
    p = human(region=R.choice([o.r, near(o.r)])); 
    for y in p.dev:
        if y[1] in ('phone','pc') and R.random() < .7: y[4] = d + R.uniform(0, 4)
    p.add(x[1], 1.5, a=d, t=x[0]); return A(p, gen(p))
@innocent('new_phone_all', 13, 'new phone and new number at once, home line and hours stay')
def _(i):
    p = human(kinds=['phone']); d = R.uniform(10, 70); p.dev[0][4] = d + R.uniform(0, 2); p.add('phone', 1, a=d); a = A(p, gen(p))
    if R.random() < .6: a.rebind(d * 24 + 10, 'phone')
    if R.random() < .3: a.say('newdev', d * 24 + 3)
    return a
@innocent('vpn_user', 14, 'privacy minded: a VPN with changing countries on the one own device')
def _(i): p = human(); p.vpn = R.uniform(.3, .95); return A(p, gen(p))
@innocent('carrier_jump', 14, 'mobile data whose exit region jumps between provinces while the device stays')
def _(i):
    p = human(kinds=R.choice([['phone'], ['phone','tablet']])); p.pm = R.uniform(.5, .95); s = gen(p); rs = [near(p.r) for _ in range(R.randint(2, 5))]; k = R.uniform(.2, .6)
    for x in s:
        if x[3] in MOB[p.r] and R.random() < k: x[4] = R.choice(rs); x[3] = R.choice(MOB[x[4]])
    return A(p, s)
@innocent('shift_worker', 13, 'rotating shifts: any hour of the day over the weeks, own devices')
def _(i):
    p = human(style='free', rate=R.uniform(.7, 1.6)); c = R.choice([2, 4, 7]); ph = R.randint(0, 6); a = A(p, gen(p, hourf=lambda we, d: R.gauss([17, 9, 1.5][((d + ph) // c) % 3], 1.6))); return a
@innocent('streamer', 12, 'streams for many hours on own machine, phone for checks, second streaming box, gifts from viewers')
def _(i):
    p = human(style=R.choice(['night','free']), kinds=['pc','phone'], rate=R.uniform(.7, 1.1)); 
    if R.random() < .4: p.add('pc', .5)
    s = gen(p, dm=R.uniform(4, 7)); 
    for x in s: x[5] = p.skill + .08
    a = A(p, s)
    for _ in range(R.randint(2, 6)): x = R.choice(s); a.say('stream', x[0], 'live')
    for _ in range(R.randint(3, 15)): R.choice(ACC[:1500]).gift(R.choice(s)[0] + .5, a.id)
    return a
@innocent('couple_one_pc', 6, 'couple: two own accounts on one machine, own phones')
def _(i):
    p = human(kinds=['pc','phone']); q = P(house=p, kinds=['phone']).life(); q.add('pc', 1, t=p.dev[0][0]); q.trips = list(p.trips); return [A(p, gen(p)), A(q, gen(q))]
@innocent('asked_about_selling', 14, 'asked what the account is worth or even listed it, kept it: same devices, lines and hours on and on')
def _(i):
    p = human(); p.skip = []; a = A(p, gen(p)); a.say('sellask')
    if R.random() < .35: a.say('sellad', None, 'listing'); a.say('sellask')
    if R.random() < .2: a.say('rentad', None, 'listing')
    return a
@innocent('cloud_gaming', 13, 'own subscription to cloud gaming: changing virtual devices on data centre lines in the usual hours, own phone between, one person')
def _(i):
    p = human(kinds=['phone']); r = R.choice(list(CLOUD)); pool = [tok() for _ in range(R.randint(3, 30))]; s = gen(p); k = R.uniform(.4, .85); a0 = R.choice([0, 0, R.uniform(5, 40)])
    for x in s:
        if x[0] > a0 * 24 and R.random() < k: x[2], x[3], x[4] = R.choice(pool), R.choice(CLOUD[r]), r
    return A(p, s)
@innocent('work_laptop', 12, 'work laptop whose company line leaves in another region')
def _(i):
    p = human(style='work', kinds=['phone','laptop']); lp = p.dev[1][0]; r = other(p.r); n = R.choice(OFF[r]); k = R.uniform(.4, .9); s = gen(p)
    for x in s:
        if x[2] == lp and R.random() < k: x[3], x[4] = n, r
    return A(p, s)
@innocent('second_phone_mobile', 13, 'second phone, always on mobile data, in the same days and rhythm as the first')
def _(i):
    p = human(kinds=['phone','pc'] if i % 2 else ['phone']); t = tok(); k = R.uniform(.2, .5); a0 = R.uniform(0, 40); m = R.sample(MOB[p.r], 2); s = gen(p)
    for x in s:
        if x[0] > a0 * 24 and R.random() < k and x[4] == p.r: x[2] = t; x[3] = R.choice(m)
    return A(p, s)
@innocent('privacy_resets', 12, 'clears the device identity every few days or weeks, on the same line and hours')
def _(i):
    p = human(); g = R.uniform(4, 16); m = {}; s = gen(p)
    for x in s:
        x[2] = m.setdefault((x[2], int(x[0] / 24 / g)), tok())
    a = A(p, s); 
    if R.random() < .4: a.say('newdev')
    return a
@innocent('moved_house', 13, 'moved to another region for good with the same devices, later a new machine')
def _(i):
    p = human(kinds=R.choice([['phone'], ['phone','pc'], ['phone','laptop']])); d = R.uniform(15, 60); r = near(p.r); p.moves.append((d, r)); p.nets = p.nets + [(d, tok())]; p.nets.sort(key=lambda x: x[0])
    p.nets = [x for x in p.nets if x[0] <= d]
    if R.random() < .5: p.skip.append((d - R.uniform(1, 4), d + R.uniform(1, 5)))
    if R.random() < .5: p.add('pc', 1, a=d + R.uniform(5, 20))
    return A(p, gen(p))
@innocent('returning_player', 13, 'back after weeks with a new phone, sometimes new number; home line, payment and hours are the old ones')
def _(i):
    p = human(kinds=['phone']); p.skip = []; p.nets = p.nets[:1]; d = R.uniform(10, 30); e = d + R.uniform(18, 35); p.skip.append((d, e)); p.dev[0][4] = d; p.add('phone', 1, a=d); p.pm *= .6; a = A(p, gen(p))
    if R.random() < .5: a.rebind(e * 24 + 5, R.choice(['phone', 'email']))
    if R.random() < .3: a.rename(e * 24 + 9)
    return a
@innocent('guardian_checks', 12, 'child with guardian attestation, the parent looks in for minutes from own phone, also on the road')
def _(i):
    p = human(style='student', kinds=['tablet']); q = P(house=p, style='work', kinds=['phone']); q.pm = .6
    e = gen(q, rm=.3, dm=.12); s = gen(p, rm=.5, hourf=lambda we, d: R.uniform(19.9, 20.7), dm=.7); a = A(p, untangle(evict(s, e) + e), age='minor'); a.ident = tok(); a.guard = True; return a
@innocent('bootcamp_team', 3, 'amateur team: two weeks in one house on the house machines, each plays own account, own phone along')
def _(i):
    r = R.choice(CN); n = tok(); dv = [tok() for _ in range(6)]; a0 = R.uniform(10, 55); L = R.uniform(6, 15); o = []
    for k in range(5):
        p = human(region=R.choice([r, near(r), near(r)]), rate=R.uniform(.8, 1.6)); p.skip = []; s = drop(gen(p), a0, a0 + L); f = P(region=p.r); ph = [x[0] for x in p.dev if x[1] == 'phone'] or [dv[k]]
        b = gen(p, a0, a0 + L, rm=2, dm=1.8, dev=[dv[k], dv[k], dv[k], dv[R.randint(0, 5)], ph[0]], net=n, reg=r, skill=p.skill + .06)
        o.append(A(p, untangle(s + b)))
    return o
@innocent('vacation_grinder', 13, 'own weeks off: plays ten hours a day on own machine and climbs, then back to normal')
def _(i):
    p = human(rate=R.uniform(.4, 1)); p.skip = []; a0 = R.uniform(3, 62); L = R.uniform(5, 14); g = gen(p, a0, a0 + L, rm=4, dm=1.8, skill=p.skill + R.uniform(.04, .1), hourf=lambda we, d: R.uniform(9.5, 25)); return A(p, untangle(drop(gen(p), a0, a0 + L) + g))
@innocent('hijacked_recovered', 9, 'broken into for one or two days by a thief, recovered by the holder: a victim, not sharing')
def _(i):
    p = human(rate=R.uniform(.6, 1.4)); p.skip = []; q = P(region=other(p.r)); d = R.uniform(10, 70); e = stay(q, d * 24, R.uniform(.4, 1.5), R.randint(1, 3)); a = A(p, untangle(evict(drop(gen(p), d, d + 1.5, .3), e) + e)); t = e[-1][1]
    if R.random() < .7: a.say('hack', t + R.uniform(3, 30))
    if R.random() < .6: a.rebind(t + R.uniform(1, 12), 'email')
    return a
@innocent('item_trader', 12, 'trades items inside the game with many gifts and messages, only own devices')
def _(i):
    p = human(rate=R.uniform(1, 2)); a = A(p, gen(p))
    for _ in range(R.randint(3, 14)): a.gift(R.uniform(0, END), R.choice(ACC).id)
    for _ in range(R.randint(1, 4)): a.say('item', None, R.choice(['listing','message']), R.choice(ACC).id)
    return a
@innocent('visits_partner', 12, 'stays at a partner home two or three nights a week on the partner machine and line, the own phone on both lines')
def _(i):
    p = human(kinds=['phone','pc'], rate=R.uniform(.6, 1.4)); q = human(region=R.choice([p.r, p.r, near(p.r)]), kinds=['pc','phone']); A(q, gen(q), 'partner_host', 0, 'partner with own account'); nights = R.sample(range(7), R.randint(2, 3)); s = gen(p); ph = p.dev[0][0]
    for x in s:
        if int((x[0] + p.tz) / 24) % 7 in nights and (x[0] + p.tz) % 24 > 17: x[4] = q.r; x[3] = q.net(int(x[0] / 24)); x[2] = ph if R.random() < .5 else q.dev[0][0]
    return A(p, s)
@innocent('loaner_device', 10, 'device in repair: a loaner for one or two weeks at home, then the old one again')
def _(i):
    p = human(kinds=R.choice([['phone'], ['pc']])); p.skip = []; o = p.dev[0]; d = R.uniform(8, 62); e = d + R.uniform(4, 15); p.dev = [[o[0], o[1], 1, -9, d], [tok(), o[1], 1, d, e], [o[0], o[1], 1, e, 9999]]
    return A(p, gen(p))
@innocent('stale_sessions', 13, 'sessions close late: the same phone seems to be on home line and mobile data at one time, all through the weeks, wins as ever')
def _(i):
    p = human(kinds=R.choice([['phone'], ['phone','tablet'], ['phone','pc']])); p.pm = R.uniform(.3, .6); s = gen(p, rm=1.3); k = R.uniform(.1, .4)
    for x in s:
        if R.random() < k: x[1] = min(END - .02, x[1] + R.expovariate(1 / 1.5))
    for x in list(s):
        if R.random() < k * .4: t = R.uniform(x[0], x[1]); s.append([t, min(END - .01, t + R.uniform(.1, 1.2)), x[2], R.choice(p.mob), x[4], x[5], 'h'])
    return A(p, sorted(s))
@innocent('friend_lan_weekends', 12, 'plays own account at a friend machine on some weekends, own phone on the friend line too, wins as ever')
def _(i):
    f = human(kinds=['pc','phone']); A(f, gen(f), 'lan_host', 0, 'hosts friends, own account'); p = human(region=R.choice([f.r, near(f.r)]), rate=R.uniform(.5, 1.3)); s = gen(p); o = []
    for w in R.sample(range(1, 11), R.randint(3, 5)):
        d = w * 7 + R.choice([5, 6]); s = drop(s, d, d + .8); t = awake(p, d)
        for _ in range(R.randint(1, 3)):
            e = t + R.uniform(.8, 3.5); o.append([t, e, f.dev[0][0] if R.random() < .7 else p.dev[0][0], f.net(d), f.r, p.skill, 'h']); t = e + R.uniform(.1, 1.5)
    return A(p, untangle(s + o))
@innocent('moved_new_everything', 13, 'moved for good, new phone, new number and line within days; the old phone was still seen at the new place, payment, friends and hours go on')
def _(i):
    p = human(kinds=R.choice([['phone'], ['phone','pc']])); p.skip = []; p.trips = []; d = R.uniform(18, 58); r = R.choice([near(p.r), p.r, near(p.r)]); p.moves.append((d, r)); p.nets = [p.nets[0], (d, tok())]
    for x in p.dev: x[4] = d + (R.uniform(2, 6) if x[1] == 'phone' else 0)
    p.add('phone', 1.2, a=d + R.uniform(1, 3)); 
    if R.random() < .5: p.add('pc', 1, a=d + R.uniform(3, 12))
    p.skip.append((d - R.uniform(0, 3), d + R.uniform(0, 1))); a = A(p, gen(p)); a.rebind(d * 24 + R.uniform(20, 200), 'phone'); a.pay(tok(), -R.uniform(50, 900)); a.toks[-1][3] = None
    if R.random() < .3: a.rename(d * 24 + R.uniform(0, 300))
    return a
@innocent('new_parent_nights', 12, 'up with a baby: plays in the night on a tablet at home for weeks, by day and evening as before')
def _(i):
    p = human(style='work', rate=R.uniform(.5, 1.2)); t = p.add('tablet', .3); a0 = R.uniform(3, 50); g = gen(p, a0, a0 + R.uniform(12, 30), rm=R.uniform(1, 2), dm=.9, hourf=lambda we, d: R.uniform(25, 30.5), dev=[t, t, p.dev[0][0]])
    for x in g: x[3], x[4] = p.net(int(x[0] / 24)), p.r
    return A(p, untangle(evict(gen(p), g) + g))
@innocent('alarm_dailies', 12, 'does the daily tasks by alarm clock on the way or at work, own second device, office or mobile line')
def _(i):
    p = human(rate=R.uniform(.25, .7), style=R.choice(['work','weekend'])); t = p.dev[0][0] if R.random() < .4 else tok(); h0 = R.choice([8.1, 9, 12.2, 13, 18.2]) + R.uniform(-.2, .2); n = p.work or R.choice(p.mob); o = []
    for d in range(DAYS - 1):
        if R.random() < .12 or d % 7 >= 5 and R.random() < .4: continue
        x = d * 24 + h0 + R.gauss(0, .06) - p.tz
        if x > 0: o.append([x, x + R.uniform(.15, .35), t, p.net(d) if d % 7 >= 5 else n, p.r, p.skill, 'h'])
    return A(p, untangle(evict(gen(p), o) + o))
@innocent('own_alts', 4, 'one person with several own accounts, one after another on own device; same identity and phone on all')
def _(i):
    p = human(rate=R.uniform(.6, 1.2)); idt, ph = tok(), tok(); s0 = gen(p); o = []; k = R.randint(3, 4); parts = [s0] + [[] for _ in range(k - 1)]
    for x in s0:
        t = x[1]
        for j in range(1, k):
            if R.random() < .6: t += R.uniform(.02, .1); parts[j].append([t, t + R.uniform(.15, .5)] + x[2:]); t = parts[j][-1][1]
    for q in parts: a = A(p, untangle([list(x) for x in q])); a.ident = idt; a.t('phone', ph, a.created); o.append(a)
    return o
ordinary(1500)
# ---------- write
# stray late log-outs and wifi-to-mobile hand-overs, for everyone
for a in ACC:
    ph = {x[0] for x in a.p.dev if x[1] == 'phone'}
    late = R.choice([0, .004, .01, .03])
    for x in a.sess:
        if R.random() < late: x[1] = min(END - .02, x[1] + R.expovariate(1 / .8))
    if a.g == 0 or a.kind != 'cloned_device':
        ex = []
        for x in a.sess:
            if x[2] in ph and x[3] not in MOB[a.p.r] and x[6] == 'h' and R.random() < .012: t = x[1] - R.uniform(.01, .15); ex.append([max(t, x[0]), min(END - .01, x[1] + R.uniform(.1, .8)), x[2], R.choice(a.p.mob), x[4], x[5], 'h'])
        a.sess = sorted(a.sess + ex)
sess, toks, posts, acts, atts, follows, accs, chg, actv = [], [], [], [], [], [], [], [], []
used = set(); ids = [a.id for a in ACC]; assert len(set(ids)) == len(ids)
lastt = {}
byreg = {}
for a in ACC: byreg.setdefault(a.p.r, []).append(a.id)
for a in ACC:
    a.sess = [x for x in a.sess if 0 <= x[0] < END and x[1] > x[0]]
    first = min([x[0] for x in a.sess], default=0)
    if a.created > first - .01: a.created = first - R.uniform(.02, 2)
    nr, nd, nn = R.random() < .05, R.random() < .04, R.random() < .03
    if a.g and a.kind in ('boost_proxy_solo','cloned_device','weekend_ringer','sold_quiet','daily_chores_service','night_leveller'): nd = nn = False
    if a.g and nd and nn: nn = False
    if a.g and nd: nr = False
    dv = {}
    for x in a.sess:
        k = R.random(); d = None if nd or R.random() < .012 else x[2]
        sess.append((a.id, ts(x[0]), None if k < .015 else ts(x[1]), d, None if nn or R.random() < .01 else x[3], None if nr or R.random() < .02 else x[4]))
        if d: v = dv.setdefault(d, [x[0], x[1]]); v[1] = max(v[1], x[1])
    la = max([x[1] for x in a.sess], default=a.created)
    if R.random() < .8:
        for d, v in dv.items(): toks.append((a.id, 'device', d, ts(v[0]), ts(v[1])))
    for k, v, f, l in a.toks:
        f = max(f, a.created); l = l if l is not None else max(la, f)
        if l >= f: toks.append((a.id, k, v, ts(f), ts(min(l, END - .01)) if R.random() > .03 else None))
    if a.ident: toks.append((a.id, 'identity', a.ident, ts(a.created), ts(la)))
    if a.ident or R.random() < .3:
        res = 'pass' if R.random() < .96 else 'none'; atts.append((a.id, 'real_name', res, a.age, ts(a.created + R.uniform(0, 5)), None, R.choice(['idcheck','nameplus'])))
        if a.age == 'minor' and getattr(a, 'guard', R.random() < .5): atts.append((a.id, 'guardian', 'pass', 'minor', ts(a.created + R.uniform(0, 50)), None, 'idcheck'))
    for c in getattr(a, 'checks', []): atts.append((a.id, 'real_name', 'pass', 'adult', ts(c + .02), None, 'facestep'))
    if not hasattr(a, 'checks') and R.random() < .05: 
        for _ in range(R.randint(1, 3)):
            if a.sess: atts.append((a.id, 'real_name', R.choices(['pass','fail'], [9, 1])[0], a.age, ts(R.choice(a.sess)[0] + .02), None, 'facestep'))
    for at, k, to, tx in a.posts:
        posts.append(('m%x' % R.getrandbits(52), a.id, ts(max(at, a.created)), k, to, None, tx, None, 'game' if R.random() < .5 else None, None, 'zh' if a.zh else 'en'))
    for at, to in a.gifts: acts.append((a.id, ts(max(at, a.created)), 'gift', 'g%x' % R.getrandbits(40), to))
    a.ch.sort(); cur = a.nm0
    for j, (at, f, o, n) in enumerate(a.ch): a.ch[j] = (at, f, cur, n); cur = n
    a.nm = cur
    for at, f, o, n in a.ch:
        if at > a.created: chg.append((a.id, ts(at), f, o, n))
    for w in range(4):
        lo, hi = w * DAYS * 6, (w + 1) * DAYS * 6
        hrs = [(x[1] - x[0], x[5]) for x in a.sess if lo <= x[0] < hi]
        if hrs and R.random() < .93:
            m = sum(h for h, _ in hrs) * R.uniform(1.4, 2.3); q = sum(h * k for h, k in hrs) / sum(h for h, _ in hrs); m = int(m); wn = int(clip(R.gauss(m * q, math.sqrt(m * .25 + .1)), 0, m))
            actv.append((a.id, 'ranked_match', m, ts(lo), ts(hi))); actv.append((a.id, 'ranked_win', wn, ts(lo), ts(hi)))
            if R.random() < .25: actv.append((a.id, R.choices(['topup','giftcard'], [3, 1])[0], R.randint(1, 5), ts(lo), ts(hi)))
    fl = set(R.choice(byreg[a.p.r] if R.random() < .6 else ids) for _ in range(pois(R.uniform(1, 9)))) - {a.id}
    for f in sorted(fl):
        at = R.uniform(a.created, a.friends_end if a.friends_end else END); en = None
        if a.friends_end and R.random() < .6: en = ts(min(END - .1, a.friends_end + R.expovariate(1 / 200)))
        elif R.random() < .05: en = ts(R.uniform(max(at, 0), END))
        follows.append((a.id, f, ts(at), en))
    a.la = la
R.shuffle(ids)
fo, fi = {}, {}
for x in follows:
    if x[3] is None: fo[x[0]] = fo.get(x[0], 0) + 1; fi[x[1]] = fi.get(x[1], 0) + 1
np_ = {}
for x in posts: np_[x[1]] = np_.get(x[1], 0) + 1
for _ in range(6500):
    a = R.choice(ACC)
    if a.sess and posts: o = R.choice(posts); at = R.choice(a.sess)[0] + .1; acts.append((a.id, max(ts(at), o[2] + dt.timedelta(seconds=30)) if o[2] < ts(END - 1) else ts(at), R.choices(['like','view','share','star','report'], [50, 35, 8, 5, 2])[0], o[0], o[1]))
hs = set()
for a in ACC:
    h = ''.join(R.choice('abcdefghijklmnopqrstuvwxyz') for _ in range(R.randint(4, 8))) + R.choice(['', '_', '.']) + str(R.randint(1, 9999))
    while h in hs: h += str(R.randint(0, 9))
    hs.add(h)
    bio = R.choice([None] * 5 + (['随缘上线', '只玩辅助', '社恐勿扰', '主玩打野，周末在'] if a.zh else ['support main', 'weekend gamer', 'be kind', 'dad, casual player']))
    accs.append((a.id, h, a.nm, bio, None if R.random() < .6 else a.p.r, R.choices(['game','personal','unknown'], [93, 5, 2])[0], ts(a.created), 'active' if a.la > END - 24 * 30 or R.random() < .5 else 'dormant', ts(a.la) if R.random() < .96 else None, fi.get(a.id, 0) , fo.get(a.id, 0), np_.get(a.id, 0), R.random() < .35, R.random() < .2, 'zh' if a.zh else 'en'))
T = pa.timestamp('us', tz='UTC'); S = pa.string(); L = pa.int64(); B = pa.bool_()
SC = {
 'accounts': (accs, [('account_id',S),('handle',S),('display_name',S),('bio',S),('location',S),('kind',S),('created_at',T),('status',S),('last_active_at',T),('followers',L),('following',L),('posts',L),('default_avatar',B),('is_private',B),('language',S)]),
 'sessions': (sess, [('account_id',S),('started_at',T),('ended_at',T),('device_token',S),('network_token',S),('region',S)]),
 'tokens': (toks, [('account_id',S),('kind',S),('token',S),('first_seen_at',T),('last_seen_at',T)]),
 'posts': (posts, [('post_id',S),('account_id',S),('at',T),('kind',S),('target_id',S),('title',S),('text',S),('url',S),('topic',S),('removed_at',T),('language',S)]),
 'actions': (acts, [('account_id',S),('at',T),('verb',S),('object_id',S),('target_account_id',S)]),
 'attestations': (atts, [('account_id',S),('kind',S),('result',S),('age_band',S),('at',T),('expires_at',T),('provider',S)]),
 'follows': (follows, [('follower_id',S),('target_id',S),('at',T),('ended_at',T)]),
 'profile_changes': (chg, [('account_id',S),('at',T),('field',S),('old',S),('new',S)]),
 'activity': (actv, [('account_id',S),('verb',S),('count',L),('since',T),('until',T)]),
}
for n, (rows, cols) in SC.items():
    R.shuffle(rows)
    if n == 'sessions': rows.sort(key=lambda x: x[1])
    pq.write_table(pa.table({c: pa.array([r[i] for r in rows], t) for i, (c, t) in enumerate(cols)}), os.path.join(OUT, n + '.parquet'))
R.shuffle(ACC)
with open(os.path.join(HERE, 'truth.csv'), 'w', newline='', encoding='utf-8') as f:
    w = csv.writer(f); w.writerow(['account_id','guilty','kind','why'])
    for a in ACC: w.writerow([a.id, a.g, a.kind, a.why or 'ordinary life'])
import pickle
if '--dbg' in sys.argv: pickle.dump({a.id: a.sess for a in ACC}, open(os.path.join(HERE, 'dbg.pkl'), 'wb'))
