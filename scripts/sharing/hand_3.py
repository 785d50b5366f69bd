"""Blind world A3: account sharing on game accounts. Fixed seed; writes world/*.parquet and truth.csv."""
import random, csv, os, math, datetime as dt
import pyarrow as pa, pyarrow.parquet as pq
R = random.Random(730211)
HERE = os.path.dirname(os.path.abspath(__file__)); W = os.path.join(HERE, 'world'); os.makedirs(W, exist_ok=True)
EPOCH = dt.datetime(2026, 2, 16, tzinfo=dt.timezone.utc)  # a Monday
ND = 84
B36 = '0123456789abcdefghijklmnopqrstuvwxyz'
def rid(p, n=11): return p + ''.join(R.choice(B36) for _ in range(n))
def tok(): return '%064x' % R.getrandbits(256)
U, C, G, RI = R.uniform, R.choice, R.gauss, R.randint
def ch(p): return R.random() < p
def poi(l):
    if l <= 0: return 0
    L, k, p = math.exp(-l), 0, 1.0
    while True:
        p *= R.random()
        if p <= L: return k
        k += 1
CN = {'CN-GD': 12, 'CN-JS': 9, 'CN-ZJ': 8, 'CN-SD': 9, 'CN-HA': 9, 'CN-SC': 8, 'CN-HB': 6, 'CN-BJ': 4, 'CN-SH': 5, 'CN-FJ': 4, 'CN-HE': 6, 'CN-LN': 4, 'CN-SN': 4, 'CN-CQ': 4, 'CN-AH': 5, 'CN-HN': 6, 'CN-GX': 4, 'CN-YN': 3}
EN = {'US-CA': (9, -7), 'US-TX': (7, -5), 'US-NY': (6, -4), 'US-FL': (5, -4), 'US-WA': (3, -7), 'US-IL': (3, -5), 'GB-ENG': (9, 1), 'GB-SCT': (2, 1), 'CA-ON': (4, -4), 'CA-BC': (2, -7), 'AU-NSW': (4, 10), 'AU-VIC': (3, 10), 'IE-D': (1, 1), 'SG': (3, 8), 'PH-00': (3, 8)}
def tz(r): return 8 if r.startswith('CN') else EN[r][1]
def reg(lang=None, no=()):
    lang = lang or ('zh' if ch(.58) else 'en')
    d = CN if lang == 'zh' else {k: v[0] for k, v in EN.items()}
    while True:
        r = R.choices(list(d), list(d.values()))[0]
        if r not in no: return r
MOB = {r: [[tok() for _ in range(RI(7, 16))] for _ in range(3)] for r in list(CN) + list(EN)}
WORK = {r: [tok() for _ in range(26)] for r in MOB}
CAFE = {r: [(tok(), [tok() for _ in range(RI(12, 30))]) for _ in range(2)] for r in MOB}
VPN = [(tok(), r) for r in list(EN) + list(CN) for _ in range(2)]
DC = [tok() for _ in range(9)]

class Home:
    def __init__(s, region):
        s.region = region; s.ch = [(0, tok())]
        if ch(.35):
            d, per = 0, U(6, 30)
            while True:
                d += max(2, G(per, per / 4))
                if d > ND: break
                s.ch.append((int(d), tok()))
    def net(s, day):
        n = s.ch[0][1]
        for d, t in s.ch:
            if day >= d: n = t
        return n

LIFE = {'office': ([(12.6, .5, .15), (20.9, 1.3, .85)], [(14.5, 2.6, .5), (21, 1.6, .5)]),
 'student': ([(12.6, .6, .2), (17, 1, .2), (21.6, 1.3, .6)], [(14, 3, .5), (22, 1.7, .5)]),
 'pupil': ([(18.8, .9, 1)], [(11, 1.6, .4), (16, 2, .6)]),
 'free': ([(14.5, 2.6, .5), (22.5, 1.8, .5)], [(15, 3, .5), (22, 2, .5)]),
 'parent': ([(13.1, .5, .2), (22, .9, .8)], [(14, 1, .3), (22.2, 1, .7)]),
 'retired': ([(9.8, 1.3, .4), (15, 1.4, .4), (20, .8, .2)], [(9.8, 1.4, .4), (15.5, 1.5, .6)]),
 'owl': ([(22.8, 1.2, .5), (25.4, 1.3, .5)], [(16, 2.5, .3), (25.2, 1.6, .7)]),
 'early': ([(6.6, .6, .5), (19.5, 1, .5)], [(7.8, 1, .5), (19, 1.6, .5)])}
class P:
    def __init__(s, region=None, life=None, lang=None, rate=None, dur=None, ndev=None, home=None):
        s.region = region or reg(lang); s.lang = lang or ('zh' if s.region.startswith('CN') or (s.region == 'SG' and ch(.4)) else 'en')
        s.home = home or Home(s.region)
        s.life = life or R.choices(list(LIFE), [34, 20, 7, 12, 12, 3, 9, 5])[0]
        sh = G(0, .7)
        a, b = LIFE[s.life]
        s.wd = [(h + sh + G(0, .3), sd * U(.75, 1.3), w * U(.6, 1.5)) for h, sd, w in a]
        s.we = [(h + sh + G(0, .5), sd * U(.75, 1.3), w * U(.6, 1.5)) for h, sd, w in b]
        r = rate or min(3.2, max(.12, R.lognormvariate(-.2, .65)))
        s.rwd = r * U(.7, 1.1); s.rwe = r * U(.9, 1.9)
        if s.life == 'pupil': s.rwd *= .4
        s.dm = math.log(dur or U(22, 85)); s.ds = U(.35, .75)
        n = ndev or R.choices([1, 2, 3], [50, 38, 12])[0]
        s.devs = [[tok(), True, 1.0]]
        for i in range(n - 1): s.devs.append([tok(), False, U(.3, 2.5)])
        if n == 1 and ch(.3): s.devs[0][1] = False
        s.out = U(0, .3) if ch(.6) else U(0, .06); s.carrier = RI(0, 2)
        s.work = C(WORK[s.region]) if s.life in ('office', 'student', 'parent') and ch(.5) else None
        s.trips = []; s.swap = None; s.off = set(); s.jump = []; s.jp = 0; s.night = None
        d = 0
        while True:
            d += R.expovariate(1 / 24)
            if d > ND: break
            L = RI(1, 5) if ch(.85) else RI(6, 14)
            s.off.update(range(int(d), int(d) + L)); d += L
    def devtok(s, i, day):
        if s.swap and s.swap[1] == i and day >= s.swap[0]: return s.swap[2]
        return s.devs[i][0]
    def place(s, day):
        for a, b, r, n in s.trips:
            if a <= day <= b: return r, n
        return None
    def day(s, day, scale=1.0):
        o = []
        if day in s.off: return o
        we = day % 7 >= 5
        for _ in range(poi((s.rwe if we else s.rwd) * scale)):
            pk = s.we if we else s.wd
            h, sd, w = R.choices(pk, [p[2] for p in pk])[0]
            if s.night and (day // 7) % s.night[0] == 0: h += s.night[1]
            h = G(h, sd) if not ch(.025) else U(8, 26)
            dur = min(420, max(3, math.exp(G(s.dm, s.ds))))
            tr = s.place(day); r = s.region
            port = [i for i, d in enumerate(s.devs) if d[1]]
            if tr:
                if not port: continue
                i = C(port); r = tr[0]; net = tr[1] if ch(.7) else C(MOB[r][s.carrier])
            elif port and ch(s.out):
                i = C(port); net = s.work if s.work and ch(.5) and not we else C(MOB[r][s.carrier])
                if s.jump and net != s.work and ch(s.jp): r = C(s.jump)
            else:
                i = R.choices(range(len(s.devs)), [d[2] for d in s.devs])[0]; net = s.home.net(day)
            o.append((day * 86400 + (h - tz(s.region)) * 3600, dur * 60, s.devtok(i, day), net, r))
        return o
    def main(s): return max(s.devs, key=lambda d: d[2])[0]

ACC, TR, S, TK, PO, PC, AT, FO, ACT = {}, {}, {}, [], [], [], [], [], []
ZS = '星 月 风 北 南 青 墨 夜 雪 云 鱼 猫 山 雨 橘 酒 鹿 江 舟 竹 霜 棠 白 小 阿 老 大 乌 豆 糖 柚 茶'.split()
ZW = '落叶 归人 不吃香菜 爱睡觉 打野王 今天也没睡 小饼干 听风者 三分甜 不加班 的刀 先生 同学 在逃 摸鱼中 很困 一号机 剑客 候补 路过 快跑 无敌 喵喵 打铁匠 守塔人 补刀机'.split()
EW = 'ember frost pixel nova rook maple quill otter drift moss tango cinder lark vapor bramble onyx fig comet waffle badger raven noodle pine salt'.split()
EW2 = 'wolf hunter fox lad main smith kid tea byte storm runner owl carry toast jungler stack bloom knight panda mage loaf'.split()
used = set()
def name(lang):
    while True:
        n = (C(ZS) + C(ZW) + (str(RI(1, 999)) if ch(.35) else '')) if lang == 'zh' else (C(EW) + C(['', '_', '.', 'x']) + C(EW2) + (str(RI(1, 9999)) if ch(.55) else ''))
        if lang == 'zh' and ch(.3): n = C(EW) + str(RI(10, 99999))
        if n not in used: used.add(n); return n
PERS = {}
def T(day): return EPOCH + dt.timedelta(seconds=float(day) * 86400)
def addtok(a, k, t, f, l): TK.append((a, k, t, f, l))
BIOS = {'zh': ['随缘上线', '打野位', '辅助位求抱走', '上班族 晚上在', '欢迎组队', '只玩娱乐', '学生党', '佛系', '赛季目标星耀', '不语音', '主玩射手', '周末车队缺一'], 'en': ['support main', 'casual, weekends mostly', 'EU evenings', 'dad of two, bad aim', 'looking for chill squad', 'no mic sorry', 'ranked grinder', 'just here for the skins', 'jungle or feed', 'coffee and ranked']}
def acct(p, kind, g, why, ident=None, phone=None, pay=None, paid=None, age=None, created=None, acckind=None):
    a = rid('', 12); l = p.lang
    cr = created if created is not None else -R.expovariate(1 / 500) - 5
    if created is None and ch(.05): cr = U(0, 30) if not g else -U(1, 20)
    cr = max(cr, -2400)
    ACC[a] = dict(account_id=a, handle=name(l), display_name=None, bio=C(BIOS[l]) if ch(.5) else None, location=p.region if ch(.35) else None,
        kind=acckind or ('game' if ch(.93) else C(['personal', 'unknown'])), created_at=T(cr), status='active', language=l if ch(.92) else None,
        default_avatar=ch(.25), is_private=ch(.15), verified_org_id=None, listed=None)
    ACC[a]['display_name'] = ACC[a]['handle'] if ch(.6) else name(l)
    TR[a] = [a, g, kind, why]; S[a] = []; PERS[a] = p
    b = cr
    if ch(.86): addtok(a, 'phone', phone or tok(), T(b), T(U(40, ND - 1)))
    if ch(.6): addtok(a, 'email', tok(), T(b + U(0, 20)), T(U(10, ND - 1)))
    i = ident
    if i is None and ch(.7): i = tok()
    if i: addtok(a, 'identity', i, T(b + U(0, 3)), T(b + U(3, 9)))
    if pay or (pay is None and ch(.5)):
        addtok(a, 'payment', pay or tok(), T(U(max(cr, -400), 0) if cr < 0 else U(cr, cr + 9)), T(U(20, ND - 1)))
    if ch(.75):
        band = age or ('minor' if p.life == 'pupil' else 'adult')
        AT.append((a, 'age', 'pass' if ch(.97) else 'none', band if ch(.95) else 'unknown', T(b + .1), None, C(['idcheck', 'regsvc', None])))
        if ch(.7): AT.append((a, 'real_name', 'pass', None, T(b + .1), None, C(['idcheck', 'regsvc', None])))
        if band == 'minor' and ch(.7): AT.append((a, 'guardian', 'pass', None, T(b + U(.2, 4)), None, 'regsvc'))
    return a
def play(a, p, d0=0, d1=ND, scale=1.0, skip=None):
    c = max(d0, int((ACC[a]['created_at'] - EPOCH).total_seconds() // 86400) + 1, 0)
    for d in range(c, min(d1, ND)):
        for s in p.day(d, scale):
            if skip and skip(d, ((s[0] / 3600 + tz(p.region)) % 24)): continue
            S[a].append(list(s))
def sit(a, day, hour, tzz, dmin, dev, net, r): S[a].append([day * 86400 + (hour - tzz) * 3600, dmin * 60, dev, net, r])
def clear(a, n0, keep=.12):
    """holder sittings (first n0) that clash with the operator's are mostly not there: they agreed."""
    ops = sorted((s[0] - 1500, s[0] + s[1] + 900) for s in S[a][n0:])
    out = []
    for s in S[a][:n0]:
        if any(x < s[0] + s[1] and s[0] < y for x, y in ops) and not ch(keep): continue
        out.append(s)
    S[a] = out + S[a][n0:]
# ---------------------------------------------------------------- text
SL = dict(rz=lambda: C(['钻石', '星耀', '王者', '铂金', '黄金', '巅峰1800', '钻一', '星耀二']), re=lambda: C(['Diamond', 'Plat 1', 'Master', 'Gold 2', 'Diamond 3', 'Immortal', 'top 500']),
    n=lambda: str(RI(2, 9)), p=lambda: str(C([15, 20, 25, 30, 35, 48, 60, 80, 88, 100, 120, 150])), P=lambda: str(C([280, 350, 460, 600, 750, 900, 1200, 1800])), h=lambda: str(RI(1, 12)), sk=lambda: str(RI(38, 260)),
    hz=lambda: C(['鸢尾', '长庚', '白隼', '赤霄', '霜降']), he=lambda: C(['Kestrel', 'Vanta', 'Ironbloom', 'Moth', 'Saffron']), d=lambda: C(['周一', '周三', '周五', '周六', '周日', '明天', '后天']), D=lambda: C(['Monday', 'Wednesday', 'Friday', 'Saturday', 'tomorrow', 'Sunday']))
import re
def tx(s): return re.sub(r'\{(\w+)\}', lambda m: SL[m.group(1)](), s)
Z, E = 'zh', 'en'
TXT = {
'chat': {Z: ['今晚上号吗', '等我下班上号', '{hz}这赛季削太狠了', '又掉到{rz}了,心态崩了', '来个辅助,打到{rz}就睡', '有没有人带带我', '{d}晚上{h}点开黑', '刚那把谁的锅', '新皮肤真好看,{p}块值了', '断网了,等我{n}分钟', '换个手机重新下载中', '服务器又卡', '老板大气!', '单子写完了才能玩', '哈哈哈哈哈', '你先打,我吃饭', '老规矩,输的请奶茶', '刚搬家网还没装', '出差住酒店网太烂', '号被风控要我刷脸,无语', '在网吧,旁边小孩好吵', '我弟又用我号打人机', '谁有{hz}的出装', '这赛季上{rz}就退休', '通宵了,明天请假', '好的', '到了叫我', '加个好友', '送你个皮肤,生日快乐', '验证码收不到怎么办', '押金退了没(租房那个)', '改密码了,总有异地登录提醒'],
 E: ['anyone on tonight?', 'back on after work, {h}ish', '{he} nerf is criminal', 'dropped to {re} again lol', 'need one more for squad, {D}', 'gg', 'who is healing', 'my internet died, {n} mins', 'new phone, redownloading 20gb...', 'servers are toast', 'that carry was insane', 'order pizza first', 'usual time?', 'lol no', 'brb dinner', 'moved flat, no wifi till {D}', 'hotel wifi is a crime', 'got the suspicious login email again, was just my vpn', 'my brother was on my account sorry', 'what build for {he}', 'hit {re} and I am done this season', 'up till 4, regret nothing', 'ok', 'gift sent, happy bday!', "2fa text isn't arriving??", 'full access pass is {p} bucks now, robbery', 'night shift this week, daytime only', 'add me', 'pay you back for the skin on {D}']},
'rentlist': {Z: ['【租】{rz}号 {sk}皮肤 {p}元/时 {n}小时起,秒上号', '出租大号,全英雄,{p}一小时,包夜另算', '闲置号z用 {sk}皮 稳定不封 时租{p}', '号空着,想玩的来,{n}小时起,免脸', '周末可租 {hz}限定皮 日租{P}', '租hao {rz} 押金{p} 到点自动下'], E: ['Renting {re} acc, {sk} skins, ${p}/h min {n}h', 'Try a stacked account before you buy: {p}/day, hour packs ok', '{re} account for hire, weekends, instant login', 'lease my main {sk} skins, deposit {p}', 'want to play {he} prestige? account by the hour, dm']},
'rentmsg': {Z: ['还能上吗?再续{n}小时', '到点了哈,先下', '扫码上,别改资料', '押金{p}已退', '{h}点到{h}点这段给你', '上一个还没下,等十分钟', '要刷脸,稍等我刷', '老价,{p}', '{n}小时包,转了', '别打排位掉分要赔', '密码改回来了,下次叫我', '空的吗现在'], E: ['can I extend {n}h', 'time is up, logging you out', 'login sent, dont touch settings', 'deposit back, thx', 'slot {h} to {h} is yours', 'last guy is still on, 10 min', 'face check came up, doing it now', 'same price, {p}', '{n}h pack, paid', 'changed the pw, ping me next time', 'is it free now?']},
'rentmsg_faint': {Z: ['{d}那个时间段还是你吧', '这个月的收到了,谢谢', '还是老价', '下周空出来给你', '你用完说一声', '上次{n}小时的还没给', '别让系统弹验证就行', '用完记得退出', '到期前跟我说'], E: ['same arrangement as last month?', 'got this month, ta', '{D} evening is yours as usual', 'tell me when you are done', 'still owe me for those {n} hours', 'just avoid the face prompt', 'log out after pls', 'let me know before it runs out']},
'boostmsg': {Z: ['号主这几天别上哈', '{rz}打到{rz},{P},先付一半', '今天进度:上{n}颗星', '尾款结一下', '单子接了,今晚开打', '验证码发我下', '到{rz}了,验收', '掉了两把,明天补回来', '夜班的人接着打', '隐身打,不加好友'], E: ['please stay off till we finish', '{re} to {re}, {p} half upfront', 'progress: +{n} wins today', 'second half please', 'order accepted, starting tonight', 'send the code when it arrives', 'you are {re} now, please check', 'lost two, will make it up {D}', 'night guy takes over', 'playing offline mode, nobody sees']},
'boostmsg_faint': {Z: ['今天{n}胜,睡了', '到{rz}了,看下', '你那边别挤我下来', '剩下的{d}弄', '收到了,剩一半完事再说', '刚那下是你登的吗', '快了,再两天'], E: ['{n} wins today, sleeping', '{re} reached, have a look', 'you kicked me off lol', 'rest by {D}', 'received, other half at the end', 'was that you logging in just now?', 'nearly there, two more days']},
'selllist': {Z: ['出号 {sk}皮 {P}可小刀 可换绑', '退游出,{rz},全套{hz},走中介', '毕业了出号,价可谈,{P}', '急出{rz}老号,包找回赔付'], E: ['Selling main, {sk} skins, {P}, original email included', 'quitting, {re} acc with {he} prestige, offers over {P}', 'full access account, middleman ok, {P}']},
'sellmsg': {Z: ['换绑好了,你试下', '{P}行就今天走', '走中介吧,手续费你出', '密保也给你了', '号到手了,谢谢老板', '手机解绑要等{n}天'], E: ['email changed over, try it', '{P} and it is yours today', 'use a middleman, you pay the fee', 'all recovery info sent', 'got in, thanks', 'phone unlink takes {n} days']},
'sellmsg_faint': {Z: ['东西都收到了,没问题', '绑定那个{d}弄好', '合作愉快', '名字我改了哈', '以前的好友我删了'], E: ['all received, looks fine', 'number gets switched {D}', 'pleasure', 'changing the name ok?', 'cleared the old friends list']},
'asksell': {Z: ['我这号能卖多少?', '问下{sk}皮的号值几个钱,不一定卖', '有人出{P}收我号,想了想还是没卖', '租号平台靠谱吗?听说会封', '代打到{rz}现在什么价?随便问问', '号值{P}?那我舍不得'], E: ['what would my acc go for? just curious', 'someone offered {P} for my account, nah', 'is renting out an account bannable?', 'how much is a boost to {re} these days, asking for science', 'thought of quitting and selling but decided not to']},
'coach': {Z: ['复盘课{p}一小时,开直播你打我看', '你自己上号,我语音指挥', '共享屏幕就行,不用给密码', '这节课转了', '陪练{n}把,{p}', '约{d}{h}点上课'], E: ['VOD review {p}/h, you play, I watch', 'share your screen, I never need your login', 'paid for the {D} lesson', 'duo session, {n} games for {p}', 'lesson at {h} {D}?']},
'warn': {Z: ['别租号!我朋友号租出去被封了', '代练都是骗子,收了{P}就跑', '出号一定会被找回,别买', '提醒:有人私信收号租号的都举报'], E: ['dont rent your account, mate got banned', 'boosters scam you, lost {p}', 'bought accounts get recalled, do not', 'report anyone dming to rent your acc']},
'help': {Z: ['手又抖了,帮我过一下这个关', '谢谢你帮我操作,眼睛不行了', '护工小姐姐今天帮我点的日常', '康复训练完再玩'], E: ['my hands are bad today, can you do the boss for me', 'my carer does the fiddly bits', 'thanks for helping with dailies, wrist surgery on {D}', 'adaptive controller broke again']},
'couple': {Z: ['宝,帮我把日常做了', '今天加班,签到帮我点一下', '到你那边了再一起打', '用你的号玩会儿'], E: ['babe can you do my dailies', 'stuck at work, claim my login bonus pls', 'see you {D}, bring the controller', 'can I have a go on yours']},
'otherrent': {Z: ['转租单间,{P}/月,押一付一', '出二手手柄,{p}', '出租主机一台,日租{p},自提', '出闲置显卡,{P}', '合租找室友,近地铁'], E: ['room to rent, {P} pm, deposit one month', 'selling used headset, {p}', 'console hire for parties, {p}/day', 'graphics card, barely used, {P}']},
'stream': {Z: ['今晚八点开播,冲{rz}', '感谢老板的礼物', '水友赛报名', '连播{h}小时挑战'], E: ['live at 8, road to {re}', 'thanks for the gifts chat', 'subscriber games on {D}', '{h} hour stream today, wish me luck']},
'hacked': {Z: ['号被盗了!谁在登我号', '客服终于帮我找回来了', '盗号的把我东西都送走了'], E: ['my account got hacked, if it messages you ignore it', 'support got my account back', 'they gifted away half my stuff']},
'sib': {Z: ['我弟拿我手机打的,不是我', '让我妹也玩会儿', '爸,给我充个{p}的', '轮到你了,我写作业去'], E: ['that was my little sister playing', 'my turn on the console', 'dad can I get the {p} pass', 'kids were on again, sorry about the games']},
}
def post(a, at, key, kind='post', target=None, lang=None, title=None, removed=None):
    l = lang or PERS[a].lang; s = tx(C(TXT[key][l]))
    r = R.random()
    if key != 'chat' and r < .3: s = C({Z: ['嗯 ', '在吗,', '哈喽,', '兄弟,', '那个,'], E: ['hey, ', 'yo ', 'hi! ', 'ok so ', 'mate, ']}[l]) + s
    elif key != 'chat' and r < .55: s += C({Z: [' 谢啦', '~', ',在的回', ' 辛苦', '!'], E: [' thx', ' lmk', ' :)', ' ok?', '!']}[l])
    PO.append((rid('p', 10), a, T(at) if not isinstance(at, dt.datetime) else at, kind, target, title, s, None, None, T(removed) if removed else None, l if ch(.9) else None))
def wake(p, d, late=False):
    return d + (C([9, 12.5, 13, 18, 20, 21, 22, 22.5]) + U(-.9, .9) - tz(p.region)) / 24
def dlg(a, b, d, key, n=None, lang=None):
    """a short exchange between two accounts"""
    t = wake(PERS[a], d)
    for i in range(n or RI(1, 4)):
        x, y = (a, b) if (i % 2 == 0) != ch(.2) else (b, a)
        post(x, t, key if ch(.8) else 'chat', 'message', y, lang or PERS[a].lang); t += R.expovariate(1 / .012)
def lst(a, d, key, removed=True):
    l = PERS[a].lang
    post(a, wake(PERS[a], d), key, 'listing', rid('item', 7), title=C({Z: ['看介绍', '详情私聊', '{hz}', '长期有效', '闲置'], E: ['see text', 'dm for info', 'listing', 'good price', 'open']}[l]).replace('{hz}', C(['鸢尾', '白隼'])), removed=d + U(1, 12) if removed and ch(.5) else None)
def pchg(a, d, f, o, n): PC.append((a, T(d), f, o, n))
def rename(a, d):
    o = ACC[a]['display_name']; n = name(PERS[a].lang); ACC[a]['display_name'] = n; pchg(a, d, 'display_name', o, n)
def friend(a, b):
    d = T(U(-300, 40)); lo = max(ACC[a]['created_at'], ACC[b]['created_at'])
    if d < lo: d = lo + dt.timedelta(days=U(0, 3))
    FO.append((a, b, d, None))
    if ch(.7): FO.append((b, a, d + dt.timedelta(hours=U(0, 40)), None))
NM = lambda lo=11, hi=16: RI(lo, hi)

# ---------------------------------------------------------------- ordinary
ORD = []
for _ in range(2830):
    p = P(); x = R.random()
    if x < .22:
        d = RI(3, ND - 6); r = reg(p.lang, (p.region,)) if ch(.9) else reg(); p.trips.append((d, d + RI(1, 8), r, tok()))
        if ch(.25): d = RI(3, ND - 6); p.trips.append((d, d + RI(1, 3), reg(p.lang), tok()))
    if ch(.13): p.swap = (RI(4, ND - 4), RI(0, len(p.devs) - 1), tok())
    if ch(.06): p.jump = [reg(p.lang) for _ in range(RI(1, 2))]; p.jp = U(.05, .3)
    if ch(.04): p.night = (C([2, 3]), C([-9, -7, 6]))
    a = acct(p, 'ordinary', 0, 'ordinary holder, natural habits'); ORD.append(a)
    play(a, p)
    if ch(.05):   # a friend's house, a cousin's machine, once
        q = P(p.region if ch(.7) else None, lang=p.lang); d = RI(2, ND - 2)
        sit(a, d, G(20, 2), tz(q.region), U(15, 120), q.main(), q.home.net(d), q.region)
    if ch(.04): addtok(a, 'payment', tok(), T(U(5, ND - 5)), T(U(ND - 5, ND - 1)))
    if ch(.05): rename(a, U(2, ND - 2))
    if ch(.03): addtok(a, 'phone', tok(), T(U(3, ND - 5)), T(ND - .5))
# second account of the same person
for a in R.sample(ORD, 75):
    p = PERS[a]; b = acct(p, 'ordinary', 0, 'second account of the same person', pay=None); play(b, p, scale=U(.1, .5)); ORD.append(b)
    friend(a, b)
# households: shared home network and maybe a device
for a in R.sample(ORD, 95):
    p = PERS[a]; q = P(p.region, lang=p.lang, home=p.home)
    if ch(.4): q.devs.append([p.main(), False, U(.2, 1)])
    b = acct(q, 'ordinary', 0, 'member of a household'); play(b, q); ORD.append(b); friend(a, b)
def o(lang=None):
    while True:
        a = C(ORD)
        if lang is None or PERS[a].lang == lang: return a
# ---------------------------------------------------------------- operators' own accounts
REN = []
for _ in range(70):
    p = P(life=C(['student', 'pupil', 'pupil', 'owl', 'office', 'free']), rate=U(.4, 1.6)); a = acct(p, 'renter_own_account', 0, 'rents other accounts now and then; this own account is played by its holder')
    play(a, p); REN.append(a)
def renter(lang): 
    z = [a for a in REN if PERS[a].lang == lang]; return C(z)
def tenant(lang):
    if ch(.6): a = renter(lang); return PERS[a], a
    p = P(lang=lang, life=C(['student', 'pupil', 'owl', 'free', 'office'])); return p, None
def lowholder(lang=None, k=(.2, .7), **kw):
    p = P(lang=lang or ('zh' if ch(.7) else 'en'), rate=U(*k), **kw)
    if ch(.2): d = RI(3, 70); p.trips.append((d, d + RI(1, 5), reg(p.lang), tok()))
    if ch(.1): p.swap = (RI(4, 80), 0, tok())
    return p
def useblock(a, p, d, hr, dmin, dev=None):
    away = ch(.12) and p.devs[0][1]
    sit(a, d, hr, tz(p.region), dmin, dev or (p.devs[0][0] if away else p.main()), C(MOB[p.region][p.carrier]) if away else p.home.net(d), p.region)
# G1 hourly rental, many tenants
for _ in range(NM()):
    h = lowholder(); a = acct(h, 'rent_hourly', 1, 'hour packs to many strangers on their own machines; listing or chat about slots'); play(a, h); n0 = len(S[a])
    d0 = RI(0, 25); d1 = RI(50, ND)
    for _ in range(RI(5, 20)):
        p, r = tenant(h.lang); 
        for _ in range(RI(1, 4)):
            d = RI(d0, d1 - 1); useblock(a, p, d, G(*C([(20, 2), (14, 3), (23, 1.5)])), C([60, 60, 120, 180, 300]) + G(-3, 7))
        if r and ch(.55): dlg(r, a, d, 'rentmsg')
        if ch(.1): addtok(a, 'payment', tok(), T(d), T(d + .2))
    clear(a, n0)
    if ch(.65):
        for _ in range(RI(1, 3)): lst(a, RI(max(d0 - 2, 0), d1 - 1), 'rentlist')
    if ch(.3): rename(a, U(10, 80))
# G2 injector hosts
for g in range(3):
    hosts = [(tok(), C(DC)) for _ in range(RI(2, 3))]; hr_ = reg('zh' if g < 2 else 'en')
    for _ in range(RI(4, 5)):
        h = lowholder('zh' if g < 2 else 'en', (.15, .5)); a = acct(h, 'rent_injector', 1, 'rented through login-injector hosts: same few data-centre machines on many unrelated accounts, pack-long blocks at all hours, holder peeks in after')
        play(a, h); n0 = len(S[a]); k = U(.25, .9); d0 = RI(0, 30)
        for d in range(d0, ND):
            for _ in range(poi(k)):
                hr = U(9, 27); m = C([60, 120, 120, 180, 240, 480]) + G(0, 4); dv, nt = C(hosts)
                sit(a, d, hr, tz(hr_), m, dv, nt, hr_)
                if ch(.3): sit(a, d, hr + m / 60 + U(.03, .3), tz(hr_), U(1, 5), h.devs[0][0], C(MOB[h.region][h.carrier]), h.region)
        clear(a, n0, .05)
        if ch(.4): lst(a, RI(d0, 80), 'rentlist')
        if ch(.5): dlg(renter(h.lang), a, RI(d0, 80), 'rentmsg')
# boosters
BOO = []
for _ in range(14):
    p = P(lang='zh' if ch(.65) else 'en', life=C(['owl', 'free', 'student', 'office']), rate=U(.3, 1.1), dur=U(60, 120)); a = acct(p, 'booster_own_account', 0, 'plays other people\'s accounts for money; this own account is played by its holder'); play(a, p); BOO.append(a)
# G3 studios
for g in range(2):
    L = 'zh' if g == 0 else 'en'; R0 = reg(L); hm = Home(R0); seats = [tok() for _ in range(RI(3, 5))]
    boss = C([b for b in BOO if PERS[b].lang == L]); clients = []
    for _ in range(RI(7, 8)):
        h = P(lang=L, rate=U(.5, 1.4)); a = acct(h, 'boost_studio', 1, 'played for a week or two by the seats of a studio in shifts while the holder stays away'); play(a, h)
        d0 = RI(3, 66); d1 = d0 + RI(5, 17); clients.append((a, h, d0, d1, len(S[a]), ch(.3)))
        if ch(.7):
            dlg(a, boss, max(0, d0 - 1), 'boostmsg', RI(2, 4))
            for _ in range(RI(0, 3)): dlg(boss, a, RI(d0, min(d1, 83)), 'boostmsg', RI(1, 2))
    for d in range(ND):
        for i, sd in enumerate(seats):
            if ch(.13): continue
            t = (10 if i % 2 == 0 else 20) + G(0, .5); end = t + U(7, 10)
            act = [c for c in clients if c[2] <= d <= c[3]]
            while t < end and act:
                c = C(act); m = U(50, 190)
                if ch(.75):
                    v = c[5] and ch(.7)
                    sit(c[0], d, t, tz(R0), m, sd, tok() if v and ch(.2) else (C(MOB[c[1].region][0]) if v else hm.net(d)), c[1].region if v else R0)
                t += m / 60 + U(.05, .4)
    for c in clients: clear(c[0], c[4], .1)
# G4 slow drip studio: a machine per client, proxies in the holder's region; but shared exits and relay of sittings
for g in range(3):
    L = 'zh' if g < 2 else 'en'; exits = [tok() for _ in range(RI(3, 4))]; cl = []
    boss = C([b for b in BOO if PERS[b].lang == L])
    for _ in range(RI(4, 5)):
        h = P(lang=L, rate=U(.5, 1.2), life=C(['office', 'parent', 'office', 'early'])); a = acct(h, 'studio_slowdrip', 1, 'one extra machine that only sits while the holder works, over exits shared with other clients, sittings following one another; talk of progress'); play(a, h)
        d0 = RI(2, 50); cl.append((a, h, d0, d0 + RI(14, 32), len(S[a]), tok()))
        if ch(.65): dlg(boss, a, d0, 'boostmsg_faint', RI(1, 3))
        if ch(.5): dlg(a, boss, min(83, d0 + RI(5, 20)), 'boostmsg_faint', RI(1, 3))
    for d in range(ND):
        t = U(9.2, 10.5); act = [c for c in cl if c[2] <= d <= c[3]]; R.shuffle(act)
        for c in act:
            if ch(.25): continue
            m = U(35, 120); sit(c[0], d, t, tz(c[1].region), m, c[5], C(exits), c[1].region); t += m / 60 + U(.03, .25)
    for c in cl: clear(c[0], c[4], .2)
# G5 solo booster
for _ in range(NM()):
    b = C(BOO); q = PERS[b]; h = P(lang=q.lang, rate=U(.4, 1.3), region=q.region if ch(.3) else None); a = acct(h, 'boost_solo', 1, 'one booster plays from the machine of his own account for some days, holder quiet or kicked off'); play(a, h); n0 = len(S[a])
    d0 = RI(2, 70); d1 = min(ND, d0 + RI(4, 14)); alt = tok() if ch(.3) else None
    for d in range(d0, d1):
        for s in q.day(d, U(1.2, 2.2)):
            if s[2] != q.devs[0][0] or ch(.3): S[a].append([s[0] + U(-1800, 1800), s[1] * U(1, 1.8), alt if alt and ch(.8) else q.main(), s[3], s[4]])
    if len(S[a]) - n0 < 4:
        for d in range(d0, d1): useblock(a, q, d, G(22, 1.5), U(60, 200), alt)
    clear(a, n0, .15)
    if ch(.5) or alt: dlg(a, b, d0, C(['boostmsg', 'boostmsg_faint']), RI(2, 4))
    if ch(.3): dlg(b, a, min(83, d1), 'boostmsg_faint', 2)
# G6 sold in the open / G7 sold quietly
for quiet in (0, 1):
    for _ in range(NM(12, 15)):
        h = P(rate=U(.4, 1.4)); D = RI(15, 66)
        q = P(lang=h.lang, region=h.region if (quiet and ch(.45)) else None, life=C([x for x in LIFE if x != h.life and x != 'retired']), rate=U(.5, 1.8))
        a = acct(h, ['sold_open', 'sold_quiet'][quiet], 1, ['offered for sale, then device, place, number and payer all change hands', 'from one day on another machine, network, hours and payer, old ones never return; number or name follow later'][quiet])
        gap = RI(0, 4) if not quiet else RI(0, 9)
        play(a, h, 0, D); play(a, q, D + gap, ND)
        if not quiet or ch(.3): 
            if ch(.6) and not quiet: lst(a, max(0, D - RI(2, 12)), 'selllist')
            else: post(a, wake(h, max(0, D - RI(2, 10))), 'asksell')
        if not quiet or ch(.45): 
            buyer = acct(q, 'buyer_own_account', 0, 'buyer of an account; this one is his own') if ch(.4) else None
            if buyer: play(buyer, q, 0, ND, .3)
            dlg(buyer or o(h.lang), a, D, 'sellmsg' if not quiet else 'sellmsg_faint', RI(2, 4))
        if ch(.75 if not quiet else .5): addtok(a, 'phone', tok(), T(D + U(0, 3 if not quiet else 14)), T(ND - .1))
        if ch(.6): addtok(a, 'payment', tok(), T(D + gap + U(.5, 6)), T(ND - U(.2, 5)))
        elif quiet: addtok(a, 'email', tok(), T(D + gap + U(.5, 10)), T(ND - .4))
        if ch(.55): rename(a, D + gap + U(0, 8))
        if ch(.3): AT.append((a, 'real_name', C(['fail', 'none', 'pass']), None, T(D + gap + U(0, 5)), None, 'idcheck'))
        PERS[a] = h
# G8 friend lease
for _ in range(NM()):
    h = P(rate=U(.4, 1.1)); r = renter(h.lang); q = PERS[r]; a = acct(h, 'steady_lease', 1, 'one tenant, same weekly slots, own machine far away, monthly fee hinted at'); play(a, h); n0 = len(S[a])
    days = set(R.sample(range(7), RI(1, 3))); hr = C([14, 19, 20, 21, 23]) + U(-1, 1); d0 = RI(0, 30)
    for d in range(d0, ND):
        if d % 7 in days and ch(.8): useblock(a, q, d, G(hr, .4), U(70, 230))
    clear(a, n0, .1)
    for _ in range(RI(1, 3)): dlg(r, a, RI(d0, 83), C(['rentmsg_faint', 'rentmsg_faint', 'rentmsg']), RI(1, 3))
    if ch(.35): friend(r, a)
    if ch(.35): addtok(a, 'payment', next((t[2] for t in TK if t[0] == r and t[1] == 'payment'), tok()), T(d0 + U(3, 30)), T(U(60, 83)))
# G9 identity farm: one adult's papers on several accounts, each lived in by someone else
for g in range(3):
    idt, ph = tok(), tok(); L = 'zh' if g < 2 else 'en'; seller = P(lang=L, life=C(['retired', 'parent'])); cr = -U(20, 200)
    for _ in range(RI(4, 5)):
        q, r = tenant(L)
        if r is None: q = P(lang=L, life=C(['pupil', 'pupil', 'student']), rate=U(.5, 1.3))
        a = acct(seller, 'identity_farm', 1, 'registered with the papers of one adult who has several such accounts, each lived in by a different person in another place, often a pupil', ident=idt, phone=ph if ch(.75) else None, age='adult', created=cr + U(-6, 6), pay=False)
        late = ch(.6)
        play(a, q, 0, ND, U(.5, 1.1))
        if late:
            for d in range(ND):
                if ch(.16): useblock(a, q, d, U(21.2, 24.5), U(30, 120))
        for _ in range(RI(0, 4)): d = RI(1, 82); sit(a, d, G(15, 3), tz(seller.region), U(1, 4), seller.devs[0][0], seller.home.net(d), seller.region)
        if ch(.5): AT.append((a, 'real_name', 'pass', None, T(U(5, 80)), None, 'idcheck'))
        if ch(.4): dlg(r or o(L), a, RI(5, 80), 'rentmsg_faint', RI(1, 2))
        if ch(.4): addtok(a, 'payment', tok(), T(U(-10, 20)), T(U(50, 83)))
        PERS[a] = q
# G10 relay
for _ in range(NM(10, 13)):
    h = P(rate=U(.5, 1)); ops = [h] + [P(lang=h.lang, region=h.region if ch(.5) else None) for _ in range(RI(2, 3))]; a = acct(h, 'relay_grind', 1, 'paid grinders hand the account over within minutes, machine after machine, for hours no one person keeps'); play(a, h, scale=.6); n0 = len(S[a])
    d0 = RI(2, 55); d1 = min(ND, d0 + RI(10, 28)); via = ch(.35)
    for d in range(d0, d1):
        if ch(.15): continue
        t = U(6, 11); k = RI(0, 9)
        for i in range(RI(2, 5)):
            q = ops[(k + i) % len(ops)]; m = U(110, 290)
            sit(a, d, t, tz(h.region), m, q.main(), q.home.net(d), h.region if via else q.region); t += m / 60 + (U(.02, .2) if ch(.8) else U(.5, 3))
            if t > 28: break
    clear(a, n0, .2)
    if ch(.6): dlg(a, C(BOO) if ch(.4) else o(h.lang), d0, C(['boostmsg_faint', 'boostmsg']), RI(1, 3))
# G11 season lease
for _ in range(NM()):
    h = P(rate=U(.4, 1.3)); r = renter(h.lang) if ch(.6) else None; q = PERS[r] if r else P(lang=h.lang, rate=U(.8, 1.8)); d0 = RI(8, 45); d1 = min(ND - 3, d0 + RI(16, 36))
    a = acct(h, 'season_lease', 1, 'for some weeks another person lives in the account, then the holder is back on the old machines; deposit or date talk')
    play(a, h, 0, d0); play(a, q, d0, d1, U(.8, 1.4)); play(a, h, d1, ND)
    if ch(.3): play(a, h, d0, d1, .08)
    if ch(.75): dlg(r or o(h.lang), a, d0, C(['rentmsg_faint', 'rentmsg']), RI(2, 4))
    if ch(.4) : dlg(r or o(h.lang), a, d1, 'rentmsg_faint', 2)
    if ch(.2): lst(a, max(0, d0 - 4), 'rentlist')
    if ch(.4): addtok(a, 'payment', tok(), T(d0 + U(1, 8)), T(d1 - U(0, 3)))
# G12 faint mix: at least three weak signs of five
for _ in range(NM(14, 18)):
    h = P(rate=U(.5, 1.3)); r = renter(h.lang); q = PERS[r]; a = acct(h, 'faint_mix', 1, 'a hint in chat, a few sittings on a stranger\'s machine at hours the holder never plays, a payer of another account: each weak, together enough'); play(a, h); n0 = len(S[a])
    pk = set(R.sample(['msg', 'ask', 'pay', 'second', 'code', 'handover'], RI(3, 4))); n = RI(4, 9); base = RI(3, 40)
    if not pk & {'msg', 'ask', 'code'}: pk.add('msg')
    for i in range(n): d = min(83, base + int(i * U(2, 6))); useblock(a, q, d, G(C([2.5, 10, 15, 23.5]), 1), U(45, 170))
    if 'second' in pk:
        q2, r2 = tenant(h.lang)
        for _ in range(RI(2, 4)): useblock(a, q2, RI(base, 83), G(16, 4), U(50, 150))
    clear(a, n0, .1)
    if ch(.3): friend(r, a)
    if 'msg' in pk: dlg(r, a, RI(base, 80), 'rentmsg_faint', RI(1, 3))
    if 'ask' in pk: post(a, wake(h, max(0, base - 3)), 'asksell')
    if 'pay' in pk: addtok(a, 'payment', next((t[2] for t in TK if t[0] == r and t[1] == 'payment'), tok()), T(base + U(1, 20)), T(U(70, 83)))
    if 'code' in pk: dlg(a, r, base, C(['boostmsg_faint', 'rentmsg_faint']), 2)
    if 'handover' in pk:
        for s in [s for s in S[a][n0:] if ch(.5)]: S[a].append([s[0] + s[1] + U(60, 500), U(60, 400), h.devs[0][0], h.home.net(int(s[0] // 86400)), h.region])

# ================================================================ innocents
I = lambda: RI(9, 14)
def inn(p, k, why, **kw): return acct(p, k, 0, why, **kw)
for _ in range(5):  # siblings and family console
    r = reg(); hm = Home(r); con = tok(); pay = tok(); n = RI(2, 3); fam = []
    for i in range(n):
        p = P(r, life=C(['pupil', 'student', 'parent']), home=hm); p.devs.append([con, False, U(1, 5)]); a = inn(p, 'family_console', 'family shares a console and one payer', pay=pay if ch(.8) else None); play(a, p); fam.append((a, p))
    for a, p in fam:
        b, q = C(fam)
        if b != a:
            for _ in range(RI(2, 9)): d = RI(0, 83); useblock(a, q, d, G(18, 2), U(15, 80), con if ch(.6) else None)
        if ch(.6): post(a, wake(p, RI(1, 82)), 'sib', lang=p.lang)
        if ch(.3): dlg(a, b, RI(1, 82), 'sib')
for _ in range(I()):  # sibling in another town plays the account unpaid (student away), same family payer
    h = P(life=C(['pupil', 'student']), rate=U(.5, 1.2)); q = P(lang=h.lang, life='student', rate=U(.4, 1)); pay = tok(); idt = tok() if ch(.5) else None
    a = inn(h, 'sibling_away', 'elder sibling at college also plays at times; same payer, both at home in holidays, family talk', pay=pay, ident=idt); b = inn(q, 'sibling_away', 'sibling of the above, own account', pay=pay); play(b, q); play(a, h)
    v = RI(20, 60); q.trips.append((v, v + RI(5, 10), h.region, h.home.net(v)))
    for _ in range(RI(3, 8)): d = RI(0, 83); useblock(a, q, d, G(20, 2), U(20, 90))
    for d in range(v, v + 5):
        if ch(.6): sit(a, d, G(16, 2), tz(h.region), U(30, 90), q.devs[0][0], h.home.net(d), h.region)
        if ch(.5): sit(b, d, G(20, 2), tz(h.region), U(30, 90), h.devs[0][0], h.home.net(d), h.region)
    dlg(b, a, RI(1, 80), 'sib'); friend(a, b)
for _ in range(I()):
    p = P(life=C(['office', 'free']), ndev=2); p.out = .3
    d = RI(0, 6)
    while d < ND: L = RI(1, 6); p.trips.append((d, d + L, reg(p.lang) if ch(.8) else reg(), tok())); d += L + RI(2, 12)
    a = inn(p, 'traveller', 'travels for work, same phone everywhere'); play(a, p, scale=1.2)
    if ch(.3): d = RI(1, 80); r = reg(p.lang); c = C(CAFE[r]); sit(a, d, 21, tz(r), U(60, 150), C(c[1]), c[0], r)
for _ in range(I()):
    p = P(ndev=3); r2 = reg(p.lang, (p.region,)); n2 = tok(); pc2 = tok(); a = inn(p, 'commuter_two_cities', 'lives in two cities by weekday, a machine in each; phone in both')
    for w in range(13): p.trips.append((w * 7 + RI(0, 1), w * 7 + 3 + RI(0, 1), r2, n2))
    play(a, p)
    for d in range(ND):
        if p.place(d) and ch(.3): sit(a, d, G(21, 1), tz(r2), U(30, 120), pc2, n2, r2)
for _ in range(I()):
    p = P(life='student', ndev=2); r2 = reg(p.lang, (p.region,)); dn = C(WORK[r2]); dd = RI(10, 60); p.trips.append((dd, ND, r2, dn)); a = inn(p, 'student_dorm', 'home in holiday, dorm in term; dorm mates\' machine at times'); play(a, p)
    mate = P(r2, lang=p.lang, life='student'); 
    for _ in range(RI(0, 6)): d = RI(dd, 83); sit(a, d, G(22, 1.5), tz(r2), U(20, 100), mate.main(), dn, r2)
    if ch(.4): addtok(a, 'payment', tok(), T(dd + U(0, 9)), T(83))
for two in (0, 1):
    for _ in range(I()):
        p = P(life=C(['student', 'free', 'owl']), lang='zh' if ch(.8) else 'en', rate=U(.4, 1)); a = inn(p, ['cafe_player', 'cafe_and_price_talk'][two], ['plays in internet cafes on whatever seat is free', 'cafe seats plus idle talk of what the account is worth; nothing changed hands'][two]); play(a, p, scale=.6)
        c = R.sample(CAFE[p.region], RI(1, 2))
        for d in range(ND):
            if ch(.2): k = C(c); sit(a, d, G(*C([(21, 1.5), (15, 2), (24.5, 1.5)])), tz(p.region), C([60, 120, 180, 240, 300]) + G(0, 15), C(k[1]), k[0], p.region)
        if two:
            post(a, wake(p, RI(1, 82)), 'asksell')
            if ch(.5): dlg(o(p.lang), a, RI(1, 82), 'asksell')
for _ in range(I()):
    p = P(rate=U(.4, 1), life=C(['retired', 'free', 'parent'])); q = P(p.region, lang=p.lang); a = inn(p, 'helped_player', 'a helper or carer plays hard parts, unpaid, mostly at the holder\'s home'); play(a, p)
    for _ in range(RI(5, 22)): d = RI(0, 83); hm = ch(.7); sit(a, d, G(15, 2.5), tz(p.region), U(10, 70), q.main() if not hm else C([q.devs[0][0], p.main()]), p.home.net(d) if hm else q.home.net(d), p.region)
    b = inn(q, 'helper_own_account', 'helper; own account'); play(b, q, scale=.4); friend(a, b)
    for _ in range(RI(1, 3)): dlg(a, b, RI(1, 82), 'help')
for _ in range(I()):
    p = P(rate=U(.6, 1.6)); b = C([x for x in BOO if PERS[x].lang == p.lang]) if ch(.5) else o(p.lang); a = inn(p, 'coached', 'pays for coaching by screen share; no foreign login'); play(a, p)
    for _ in range(RI(2, 5)): dlg(b, a, RI(1, 82), 'coach', RI(1, 3))
    if ch(.4): d = RI(2, 82); p2 = P(lang=p.lang); sit(a, d, 20, tz(p2.region), U(20, 60), p2.main(), p2.home.net(d), p2.region)
for _ in range(I()):
    x = o(); D = RI(15, 65); p = P(region=PERS[x].region if ch(.4) else None); p.swap = (D, 0, PERS[x].devs[0][0]); PX = PERS[x]
    S[x] = [s for s in S[x] if not (s[2] == PX.devs[0][0] and s[0] > (D - 2) * 86400)]
    a = inn(p, 'second_hand_device', 'bought a used phone that another account had used before'); play(a, p)
    if ch(.4): post(a, wake(p, D), 'chat', lang=p.lang)
    if ch(.3): lst(x, max(0, D - 4), 'otherrent')
for two in (0, 1):
    for _ in range(I()):
        D = RI(10, 70); p = P(ndev=1 if ch(.6) else 2, rate=U(.4, 1.3)); p.swap = (D, 0, tok()); a = inn(p, ['new_phone_number', 'new_phone_and_idle_ask'][two], ['new phone and new number, same home, hours and payer', 'new phone, and once asked about selling; home, hours, payer unchanged'][two], pay=tok() if ch(.7) else None); play(a, p)
        if ch(.7 - .4 * two): addtok(a, 'phone', tok(), T(D + U(0, 5)), T(83.5))
        if two: post(a, wake(p, max(0, D - RI(1, 12))), 'asksell')
        if ch(.3): rename(a, D + U(0, 9))
for two in (0, 1):
    for _ in range(I()):
        p = P(ndev=RI(1, 2), rate=U(.5, 1.4)); v = R.sample(VPN, RI(2, 5)); a = inn(p, ['vpn_user', 'vpn_and_new_payer'][two], ['regions hop by VPN, same machines', 'VPN hops and a new bank card; same machines and hours'][two]); play(a, p); k = U(.2, .8)
        for s in S[a]:
            if ch(k): s[3], s[4] = C(v)
        if two:
            addtok(a, 'payment', tok(), T(U(10, 60)), T(83.2))
            if ch(.4): post(a, wake(p, RI(1, 82)), C(['asksell', 'warn']))
for _ in range(I()):
    p = P(ndev=1, rate=U(.6, 1.6)); p.devs[0][1] = True; p.out = U(.5, .95); p.jump = [reg(p.lang) for _ in range(RI(2, 4))]; p.jp = U(.3, .7); a = inn(p, 'carrier_jumps', 'mobile carrier exits in changing regions, one phone'); play(a, p)
for _ in range(I()):
    p = P(life=C(['office', 'parent']), rate=U(.6, 1.6)); p.night = (C([2, 3]), C([-10, -8, 7, 10])); a = inn(p, 'shift_worker', 'rotating shifts move the hours, same machines'); play(a, p)
    if ch(.3): addtok(a, 'payment', tok(), T(U(5, 60)), T(83))
for _ in range(I()):
    p = P(life=C(['free', 'owl']), rate=U(.6, 1.1), dur=U(170, 300), ndev=RI(2, 3)); a = inn(p, 'streamer', 'very long sittings on stream; same setup'); play(a, p, scale=1.3)
    for _ in range(RI(3, 9)): post(a, wake(p, RI(1, 82)), 'stream', C(['live', 'post']))
    for _ in range(RI(6, 25)): f = o(); ACT.append((f, T(wake(PERS[f], RI(1, 82))), 'gift', a, a))
    for _ in range(RI(5, 20)): f = o(); FO.append((f, a, T(U(-100, 82)), None))
    if ch(.3):
        q = P(p.region, lang=p.lang); d = RI(4, 80); sit(a, d, 20, tz(p.region), 200, q.main(), q.home.net(d), p.region)
for _ in range(I()):
    p = P(life=C(['office', 'student']), rate=U(.5, 1.2)); far = ch(.55); q = P(lang=p.lang, region=None if far else p.region, home=None if far else p.home, life=C(['office', 'student']), rate=U(.3, 1))
    a = inn(p, 'couple', 'partners do each other\'s dailies and play together, unpaid; visits'); b = inn(q, 'couple', 'partner of the above'); play(a, p); play(b, q); friend(a, b)
    for x, y in ((a, q), (b, p)):
        for _ in range(RI(3, 18)): d = RI(0, 83); useblock(x, y, d, G(21.5, 1.5), U(4, 35), y.devs[0][0])
    for w in range(RI(1, 4)):
        d = RI(1, 11) * 7 + 5
        for dd in (d, d + 1):
            if dd < ND: sit(a, dd, G(15, 2), tz(q.region), U(20, 100), p.devs[0][0], q.home.net(dd), q.region); 
            if dd < ND and ch(.7): sit(b, dd, G(21, 2), tz(q.region), U(20, 100), C([p, q]).devs[0][0], q.home.net(dd), q.region)
    for _ in range(RI(1, 4)): dlg(a, b, RI(1, 82), 'couple')
    if ch(.3): addtok(a, 'payment', next((t[2] for t in TK if t[0] == b and t[1] == 'payment'), tok()), T(U(4, 60)), T(83))
for _ in range(I()):
    p = P(); a = inn(p, 'asked_about_selling', 'asked, was offered, did not sell; nothing else changes'); play(a, p)
    for _ in range(RI(1, 3)): post(a, wake(p, RI(1, 82)), 'asksell', C(['post', 'comment']))
    if ch(.4): dlg(o(p.lang), a, RI(1, 82), 'asksell')
    if ch(.25): lst(a, RI(1, 80), 'selllist')
    if ch(.3): p2 = RI(10, 70); addtok(a, 'email', tok(), T(p2), T(83))
for _ in range(I()):
    D = RI(18, 62); p = P(rate=U(.5, 1.4), ndev=2); r2 = reg(p.lang, (p.region,)); n2 = tok(); p.trips.append((D, ND, r2, n2)); a = inn(p, 'moved_city', 'moved for a job: place, network, hours, PC change, but the phone, payer and number go along', pay=tok()); 
    play(a, p, 0, D)
    sh = G(0, 1.8); p.wd = [(h + sh, s, w) for h, s, w in p.wd]; npc = tok(); D2 = D + RI(3, 15)
    if ch(.4): p.swap = (D2 + RI(5, 20), 0, tok())
    play(a, p, D, ND)
    for d in range(D2, ND):
        if ch(.35): sit(a, d, G(21 + sh, 1.2), tz(r2), U(30, 130), npc, n2, r2)
    if ch(.3): addtok(a, 'phone', tok(), T(D + U(5, 15)), T(83.3))
    if ch(.25): post(a, wake(p, max(0, D - 5)), C(['asksell', 'otherrent']))
for _ in range(I()):
    p = P(); a = inn(p, 'warns_of_renting', 'speaks against renting and boosting in the same words'); play(a, p)
    for _ in range(RI(1, 5)): post(a, wake(p, RI(1, 82)), 'warn', C(['post', 'comment', 'reply']))
for _ in range(I()):
    p = P(); a = inn(p, 'rents_other_things', 'listings of a room, a console, a graphics card; not of the account'); play(a, p)
    for _ in range(RI(1, 3)): lst(a, RI(1, 82), 'otherrent')
    if ch(.5): dlg(o(p.lang), a, RI(1, 82), 'rentmsg_faint', 2)
    if ch(.3): d = RI(10, 70); p.swap = (d, 0, tok())
for _ in range(2):  # esports house
    L = C([Z, E]); r = reg(L); hm = Home(r); pcs = [tok() for _ in range(6)]
    for i in range(5):
        p = P(r, lang=L, life='free', home=hm, rate=U(1.3, 2.2), dur=U(90, 160), ndev=1)
        p.devs[0][2] = .3
        for x in R.sample(pcs, RI(2, 4)): p.devs.append([x, False, U(.3, 1.5)])
        d = RI(5, 70); p.trips.append((d, d + 4, reg(L), tok())); a = inn(p, 'esports_house', 'team house: shared practice PCs, long hours, each on the own account'); play(a, p)
        if ch(.5): post(a, wake(p, RI(1, 82)), C(['stream', 'coach']))
for _ in range(4):  # parent's papers
    r = reg('zh'); hm = Home(r); idt, ph, pay = tok(), tok(), tok()
    for i in range(RI(2, 3)):
        p = P(r, life=C(['pupil', 'pupil', 'parent']), home=hm); a = inn(p, 'parent_identity', 'children\'s accounts under a parent\'s papers, one household, guardian known', ident=idt, phone=ph, pay=pay, age='adult'); play(a, p)
        AT.append((a, 'guardian', 'pass', None, T(U(-50, 40)), None, 'regsvc'))
        if ch(.6): post(a, wake(p, RI(1, 82)), 'sib')
for _ in range(I()):
    p = P(rate=U(.5, 1.2)); q = P(); a = inn(p, 'hijacked_recovered', 'stolen for a day or two, gifted empty, then recovered; a victim, not sharing'); play(a, p); D = RI(5, 75)
    for _ in range(RI(2, 5)): sit(a, D + RI(0, 1), U(0, 24), tz(q.region), U(5, 60), q.main(), C([q.home.net(D), C(VPN)[0]]), q.region)
    for _ in range(RI(2, 6)): x = o(); ACT.append((a, T(D + U(.1, 1.9)), 'gift', x, x))
    if ch(.7): post(a, wake(p, D + RI(2, 4)), 'hacked')
    if ch(.5): AT.append((a, 'real_name', 'pass', None, T(D + 2.6), None, 'idcheck'))
    if ch(.4): addtok(a, 'email', tok(), T(D + 3), T(83))
for _ in range(I()):
    p = P(rate=U(.4, 1)); q = P(lang=p.lang); b = inn(q, 'relative_payer', 'pays for a relative'); pay = tok(); addtok(b, 'payment', pay, T(-100), T(80)); play(b, q); a = inn(p, 'relative_payer', 'relative in another town pays; once or twice on that relative\'s machine during a visit', pay=pay); play(a, p); d = RI(3, 78)
    for k in range(RI(1, 3)): sit(a, d + k, G(17, 3), tz(q.region), U(20, 90), q.main(), q.home.net(d + k), q.region)
    if ch(.5): dlg(a, b, d, C(['sib', 'chat']), 2)
for _ in range(I()):
    p = P(rate=U(.4, 1)); a = inn(p, 'holiday_hours', 'exam weeks quiet, then all-night holidays; hours and volume break, machines do not'); D = RI(20, 60); play(a, p, 0, D, .3); p.wd = [(h + U(2, 5), s * 1.3, w) for h, s, w in p.wd]; play(a, p, D, ND, 2)
    if ch(.4): d = RI(D, 83); r = p.region; c = C(CAFE[r]); sit(a, d, 23, tz(r), 300, C(c[1]), c[0], r)
    if ch(.3): dlg(o(p.lang), a, RI(1, 82), 'boostmsg_faint', 1)

for _ in range(I()):
    p = P(rate=U(.4, 1.3)); q = P(p.region, lang=p.lang, home=p.home if ch(.8) else None, life=C(['student', 'owl', 'office'])); a = inn(p, 'flatmate', 'flatmate has a go on the account now and then in the same flat; talk of logging out or money owed is about the flat'); play(a, p)
    b = inn(q, 'flatmate', 'flatmate of the above'); play(b, q); friend(a, b)
    for _ in range(RI(3, 10)): useblock(a, q, RI(0, 83), G(C([15, 23]), 1.5), U(20, 120))
    for _ in range(RI(1, 2)): dlg(a, b, RI(1, 82), C(['rentmsg_faint', 'chat', 'otherrent']), RI(1, 3))
    if ch(.25): addtok(a, 'payment', next((t[2] for t in TK if t[0] == b and t[1] == 'payment'), tok()), T(U(4, 60)), T(83))
for _ in range(I()):
    p = P(rate=U(.5, 1.3)); q = P(lang=p.lang, region=reg(p.lang, (p.region,))); d = RI(6, 70); L = RI(4, 12); p.trips.append((d, d + L, q.region, q.home.net(d))); p.devs[0][1] = True
    a = inn(p, 'stays_with_friend', 'stays with a friend elsewhere; plays on the friend\'s machine and the own phone on one network, nobody plays at home meanwhile'); play(a, p); b = inn(q, 'stays_with_friend', 'host of the above; own account'); play(b, q); friend(b, a)
    for k in range(L):
        if ch(.5): sit(a, d + k, G(20, 2.5), tz(q.region), U(25, 140), q.main(), q.home.net(d + k), q.region)
    if ch(.6): dlg(b, a, max(0, d - 1), C(['rentmsg_faint', 'chat', 'boostmsg_faint']), RI(1, 3))
    if ch(.25): post(a, wake(p, RI(1, 82)), 'asksell')
    if ch(.25): addtok(a, 'payment', tok(), T(d + U(0, 9)), T(83))
for _ in range(RI(8, 11)):
    p = P(rate=U(.4, 1.2)); a = inn(p, 'listed_no_taker', 'offered the account once for rent and took it back; only the holder ever played'); play(a, p); d = RI(3, 75)
    lst(a, d, C(['rentlist', 'selllist']))
    if ch(.5): dlg(a, o(p.lang), d + 1, 'asksell', 2)
    if ch(.3): dd = RI(5, 80); r = reg(p.lang); p.trips.append((dd, dd + 3, r, tok())); play(a, p, dd, dd + 4)
# ---------------------------------------------------------------- chatter, friends, gifts, everywhere alike
ALL = list(ACC)
for a in ALL:
    p = PERS[a]; fr = [o(p.lang) for _ in range(RI(0, 4))]
    for b in fr:
        if b != a: friend(a, b)
    if ch(.85):
        for _ in range(poi(.6 + R.expovariate(1 / 3.2))):
            k = 'chat' if ch(.955) else C(['asksell', 'warn', 'otherrent', 'couple', 'sib', 'coach', 'stream'])
            x = R.random()
            if fr and x < .55: post(a, wake(p, RI(0, 83)), k, 'message', C(fr))
            else: post(a, wake(p, RI(0, 83)), k, C(['post', 'comment', 'reply']), rid('th', 6) if x > .7 else None)
    if ch(.012): post(a, wake(p, RI(0, 83)), C(['boostmsg_faint', 'rentmsg_faint']), 'message', fr[0] if fr else o(p.lang))
    if ch(.12) and fr:
        for _ in range(RI(1, 3)): ACT.append((a, T(wake(p, RI(1, 82))), 'gift', fr[0], fr[0]))
    for _ in range(poi(1.2)):
        if PO: x = C(PO); ACT.append((a, max(x[2], T(0)) + dt.timedelta(hours=R.expovariate(1 / 9)), C(['like', 'like', 'view', 'share']), x[0], x[1]))
    if ch(.03): pchg(a, U(1, 82), 'bio', ACC[a]['bio'], C(BIOS[p.lang]))
# ---------------------------------------------------------------- finish sessions
END = ND * 86400
bydev = {}   # one machine mostly carries one account at a time
for a in ALL:
    for x in S[a]: bydev.setdefault(x[2], []).append((x[0], a, x))
for dv, l in bydev.items():
    l.sort(key=lambda z: (z[0], z[1]))
    for (t, a, x), (t2, b, y) in zip(l, l[1:]):
        if a != b and t + x[1] > t2 and ch(.88): x[1] = max(0, t2 - t - U(20, 400))
rows = []; last = {}; dn = {}
for a in ALL:
    ss = sorted(s for s in S[a]); c0 = (ACC[a]['created_at'] - EPOCH).total_seconds()
    ss = [s for s in ss if s[0] > c0 and 0 <= s[0] < END and s[1] > 30]
    for i in range(len(ss) - 1):   # the service ends the older session when a new one starts
        if ss[i][0] + ss[i][1] > ss[i + 1][0] and (ss[i][2] != ss[i + 1][2] or True) and ch(.94): ss[i][1] = max(20, ss[i + 1][0] - ss[i][0] - U(0, 20))
    g = TR[a][1]; noreg = ch(.04); nodev = ch(.035) and (not g or (TR[a][2] in ('rent_hourly', 'sold_open') and not noreg)); nonet = ch(.04); er = C([.01, .02, .05])
    for st, du, dv, nt, r in ss:
        t = EPOCH + dt.timedelta(seconds=int(st)); e = t + dt.timedelta(seconds=int(du))
        d = None if nodev or ch(.012) else dv; n = None if nonet or ch(.015) else nt; r = None if noreg or ch(.015) else r
        rows.append((a, t, None if ch(er) else e, d, n, r))
        last[a] = max(last.get(a, t), e)
        for k, v in (('device', d), ('network', n)):
            if v:
                f = dn.setdefault((a, k, v), [t, t]); f[0] = min(f[0], t); f[1] = max(f[1], t)
for (a, k, v), (f, l) in dn.items():
    if (f - EPOCH).days < 4 and ch(.8): f = max(ACC[a]['created_at'], f - dt.timedelta(days=R.expovariate(1 / 150)))
    if ch(.97): TK.append((a, k, v, f, l))
fol, fow = {}, {}
seen = set(); FO2 = []
for f, t, at, e in FO:
    if f == t or (f, t) in seen: continue
    seen.add((f, t)); at = max(at, ACC[f]['created_at'], ACC[t]['created_at']); FO2.append((f, t, at if ch(.97) else None, e)); fow[f] = fow.get(f, 0) + 1; fol[t] = fol.get(t, 0) + 1
np_ = {}
PO = [list(x) for x in PO]
for x in PO:
    x[2] = max(x[2], ACC[x[1]]['created_at'] + dt.timedelta(minutes=RI(5, 4000))); x[2] = min(x[2], T(ND)); x[2] = x[2].replace(microsecond=0); np_[x[1]] = np_.get(x[1], 0) + 1
    if x[9]: x[9] = max(x[9], x[2] + dt.timedelta(hours=3)); x[9] = x[9] if x[9] < T(ND) else None
for a in ALL:
    r = ACC[a]; r['last_active_at'] = last.get(a) if ch(.97) else None; r['posts'] = np_.get(a, 0); r['followers'] = fol.get(a, 0) + poi(3); r['following'] = fow.get(a, 0) + poi(3)
    r['created_at'] = r['created_at'].replace(microsecond=0)
    if a not in last or (T(ND) - last[a]).days > 35: r['status'] = 'dormant'
fix = {}
for a, k, t, f, l in TK:
    f = max(f, ACC[a]['created_at']); l = max(f, min(l, T(ND)))
    q = fix.setdefault((a, k, t), [f, l]); q[0] = min(q[0], f); q[1] = max(q[1], l)
TKR = [(a, k, t, f.replace(microsecond=0), l.replace(microsecond=0)) for (a, k, t), (f, l) in fix.items()]
AT = [(a, k, r, b, max(t, ACC[a]['created_at']).replace(microsecond=0), e, pr) for a, k, r, b, t, e, pr in AT]
PC = [(a, max(t, ACC[a]['created_at']).replace(microsecond=0), f, o_, n) for a, t, f, o_, n in PC]
ACT = [(a, min(max(t, ACC[a]['created_at']), T(ND)).replace(microsecond=0), v, ob, ta) for a, t, v, ob, ta in ACT]
TS, ST, I64, BO = pa.timestamp('us', 'UTC'), pa.string(), pa.int64(), pa.bool_()
def out(nm, cols, rs):
    R.shuffle(rs)
    tb = pa.table({c: pa.array([x[i] for x in rs], ty) for i, (c, ty) in enumerate(cols)})
    pq.write_table(tb, os.path.join(W, nm + '.parquet')); print(nm, tb.num_rows)
ac = [('account_id', ST), ('handle', ST), ('display_name', ST), ('bio', ST), ('location', ST), ('kind', ST), ('created_at', TS), ('status', ST), ('last_active_at', TS), ('followers', I64), ('following', I64), ('posts', I64), ('default_avatar', BO), ('is_private', BO), ('language', ST)]
out('accounts', ac, [tuple(ACC[a][c] for c, _ in ac) for a in ALL])
out('tokens', [('account_id', ST), ('kind', ST), ('token', ST), ('first_seen_at', TS), ('last_seen_at', TS)], TKR)
out('sessions', [('account_id', ST), ('started_at', TS), ('ended_at', TS), ('device_token', ST), ('network_token', ST), ('region', ST)], rows)
out('posts', [('post_id', ST), ('account_id', ST), ('at', TS), ('kind', ST), ('target_id', ST), ('title', ST), ('text', ST), ('url', ST), ('topic', ST), ('removed_at', TS), ('language', ST)], PO)
out('profile_changes', [('account_id', ST), ('at', TS), ('field', ST), ('old', ST), ('new', ST)], PC)
out('attestations', [('account_id', ST), ('kind', ST), ('result', ST), ('age_band', ST), ('at', TS), ('expires_at', TS), ('provider', ST)], AT)
out('follows', [('follower_id', ST), ('target_id', ST), ('at', TS), ('ended_at', TS)], FO2)
out('actions', [('account_id', ST), ('at', TS), ('verb', ST), ('object_id', ST), ('target_account_id', ST)], ACT)
tr = list(TR.values()); R.shuffle(tr)
with open(os.path.join(HERE, 'truth.csv'), 'w', newline='', encoding='utf-8') as f:
    w = csv.writer(f); w.writerow(['account_id', 'guilty', 'kind', 'why']); w.writerows(tr)
