import os, csv, hashlib, collections
import datetime as dt
import numpy as np, pyarrow as pa, pyarrow.parquet as pq
HERE = os.path.dirname(os.path.abspath(__file__)); W = os.path.join(HERE, 'world'); os.makedirs(W, exist_ok=True)
R = np.random.default_rng(71903)
U = lambda a, b: float(R.uniform(a, b)); I = lambda a, b: int(R.integers(a, b + 1)); P = lambda p: R.random() < p
def C(x): return x[int(R.integers(len(x)))]
hx = lambda n: R.bytes(n // 2).hex()
TD = dt.timedelta; UTC = dt.timezone.utc
D = dt.date
START, END = D(2026, 2, 2), D(2026, 5, 20)
DAYS = [START + TD(i) for i in range((END - START).days + 1)]
HOL = {D(2026, 2, d) for d in range(15, 24)} | {D(2026, 4, d) for d in (4, 5, 6)} | {D(2026, 5, d) for d in range(1, 6)}
MAKEUP = {D(2026, 2, 14), D(2026, 2, 28), D(2026, 5, 9)}       # Saturdays worked
TERM = D(2026, 3, 2)
permitted = lambda d: d.weekday() >= 4 or d in HOL
def school(d): return d >= TERM and d not in HOL and (d.weekday() < 5 or d in MAKEUP)
def T(d, mins): # local minutes (UTC+8) -> UTC
    return dt.datetime(d.year, d.month, d.day, tzinfo=UTC) + TD(seconds=int((mins - 480) * 60))
EOD = T(END, 24 * 60 - 5)
acc, att, ses, tok, post, act, cnt, prof, truth = [], [], [], [], [], [], [], [], []
REG = ['CN-GD', 'CN-BJ', 'CN-SH', 'CN-SC', 'CN-ZJ', 'CN-JS', 'CN-HN', 'CN-HB', 'CN-SD', 'CN-FJ', 'CN-SX', 'CN-LN']
REGP = np.array([18, 8, 9, 9, 9, 9, 7, 7, 10, 6, 5, 5]) / 102; REGP = REGP / REGP.sum()
PROV = ['idcheck-a', 'idcheck-b', 'carrier-x', 'bank-link', 'civil-gw']
ZA = '青 墨 北 星 云 风 夜 白 南 江 雪 阿 小 大 老 林 半 浅 秋 山 海 竹 一只 三月 深巷 远方 旧城 清晨 落叶'.split()
ZB = '川 猫 鹿 鱼 剑客 行者 舟 雨 辰 旅人 先生 同学 豆腐 橘子 老张 老李 归来 不晚 听风 未央 骑士 烤鱼 可乐 拾光 阿强 小满'.split()
KA = '하늘 바람 달빛 검은 푸른 서울 겨울 작은 민트 노란'.split(); KB = '고래 여우 기사 커피 토끼 나그네 감자 전사 구름 호랑이'.split()
EA = 'blue iron lucky slow night river paper fox lone tiny mint grey'.split(); EB = 'panda knight noodle wolf rider koi archer ghost leaf tea crow pilot'.split()
CART = ['皮卡丘打工人', '蜡笔小新本新', '哆啦A梦的口袋', '喜羊羊很困', '小猪佩奇她爸', '海绵宝宝下班了', '奥特曼老王', '크롱이', '뽀로로팬', '美羊羊本羊', '猫和老鼠', '熊大熊二']
# ---- text banks
HERO = '打野 射手 辅助 法师 坦克 刺客'.split(); MAP = '峡谷 雪原 沙漠 海岛 副本 竞技场'.split()
def game_text(l):
    if l == 'ko': return C(['오늘 {}연승 했다', '새 시즌 {}렙 찍음', '길드원 {}명 구해요', '패치 후 {}번 졌다 ㅠㅠ', '이벤트 보상 {}개 받음', '듀오 구함 {}판만']).format(I(2, 30))
    if l == 'en': return C(['won {} in a row on {}', 'patch {} made {} slow', 'need {} more for the guild, {} run', 'lost {} games at {} today']).format(I(2, 20), C(['snowfield', 'the island', 'arena', 'desert']))
    return C(['{h}今天{n}连胜', '新赛季{m}掉帧严重', '{m}有没有人组队，差{n}个', '{h}怎么出装，求教', '这版本{h}太弱了，连输{n}把', '公会收人，{m}固定队', '抽了{n}发没出货', '{m}的新皮肤不错', '求{h}搭子，语音']).format(h=C(HERO), n=I(2, 12), m=C(MAP))
def adult_text(l):
    if l == 'ko': return C(['퇴근하고 {}판만', '회식 끝나고 접속', '야근이라 오늘은 {}시 넘어서', '월급날 기념 {}판']).format(I(2, 9))
    if l == 'en': return C(['after work, {} games', 'late shift, on at {}', 'mortgage paid, {} rounds']).format(I(2, 9))
    return C(['下班了打{n}把', '加班到{n}点，今晚不上了', '陪客户吃饭，晚点上线', '房贷还完这个月，{n}把庆祝', '通勤路上挂机', '出差住酒店，网很卡', '孩子睡了终于能打{n}把', '周末带老婆逛街，不上']).format(n=I(2, 11))
SUBJ = '数学 语文 英语 物理 化学 生物 历史'.split()
def pupil_text(l):
    if l == 'ko': return C(['숙제 {}장 남았는데 한 판만', '담임쌤한테 폰 뺏겼다', '중간고사 {}일 남음', '우리 반 애들이랑 {}인큐', '학원 끝나고 바로 접속', '엄마 오기 전에 {}판', '내일 수행평가인데 망함']).format(I(2, 6))
    if l == 'en': return C(['{} pages of homework left, one game first', 'my form teacher took my phone for {} days', 'mum is home in {} minutes, quick', 'my class has {} people on this server', 'midterm in {} days and I am grade 8']).format(I(2, 20))
    return C(['{s}作业还有{n}页，先打一把', '班主任又收我手机', '我们班{n}个人都在这区', '{s}月考考了{m}分，回家要挨骂', '我妈{n}分钟后到家，快开', '同桌带我上分', '放学了！上号', '明天{s}小测还没复习，完了', '寒假作业一个字没写', '体育课扭脚了，今天早回家打{n}把', '家长会我妈肯定要骂我', '初二的有没有，一起']).format(s=C(SUBJ), n=I(3, 19), m=I(38, 91))
def teacher_text(l):
    if l == 'ko': return C(['애들 숙제 {}장 채점 끝', '우리 반 담임 맡은 지 {}년', '시험 문제 내느라 {}시까지']).format(I(2, 30))
    return C(['改完{n}本{s}作业，打一把', '我带的班这次{s}平均分{m}', '明天公开课，备课到{n}点', '监考一天，腿断了', '家长会开完，嗓子哑了', '班主任的命也是命，晚自习下了才上线', '收了{n}部学生手机，唉']).format(n=I(2, 46), s=C(SUBJ), m=I(60, 92))
def parent_text(l):
    if l == 'ko': return C(['아들 숙제 봐주다 혈압 오름 {}', '딸 재우고 {}판', '애 학원 데려다주고 접속 {}']).format(I(2, 9))
    return C(['陪儿子写{s}作业到{n}点，血压上来了', '女儿{s}考了{m}分，我该夸还是骂', '娃睡了，来{n}把', '家长群又发通知了，班主任要交表', '给孩子报{s}班花了{m}00', '孩子开学，终于清净']).format(s=C(SUBJ), n=I(8, 11), m=I(40, 99))
def uni_text(l):
    if l == 'ko': return C(['기숙사 와이파이 왜이래 {}', '전공 과제 {}개 남음', '교수님이 휴강해서 {}판', '군대 가기 전 {}판']).format(I(2, 9))
    if l == 'en': return C(['dorm wifi died {} times', 'my thesis draft is {} pages short', 'lab class cancelled, {} games']).format(I(2, 9))
    return C(['宿舍断网{n}次了', '高数作业还差{n}题，舍友先开一把', '导师让改第{n}版论文', '早八翘了，睡到{n}点', '选修课水课挂机', '考研倒计时，最后{n}把', '大三狗，实习{n}个月']).format(n=I(2, 12))
def elder_text(l):
    return C(['退休{n}年了，晚上睡不着，打两把', '老伴睡了我上线', '又要我刷脸，第{n}次了，都是本人', '六十多岁的{h}，不服来', '孙子教我玩{h}的，现在他打不过我', '跳完广场舞回来上线']).format(n=I(2, 17), h=C(HERO)) if l != 'ko' else C(['은퇴하고 {}년째 게임', '또 본인인증 {}번째']).format(I(2, 9))
def shift_text(l):
    return C(['夜班下了，{n}点吃早饭打一把', '倒班倒得日夜不分', '中班，回家{n}点才上', '护士站交班完，睡前{n}把', '厂里三班倒，这周大夜']).format(n=I(2, 9)) if l != 'ko' else C(['야간조 끝 {}판', '교대근무 {}주차']).format(I(2, 6))
def rent_text(l):
    return C(['出租账号，{n}元/小时，上号器直登，免实名', '租号 全皮肤 {n}块一小时 免脸 小学生也可以', '号闲置出租，包夜{m}，私聊', '日租{m}，已实名，不用刷脸，随便几点玩']).format(n=I(2, 8), m=I(15, 40)) if l != 'ko' else C(['계정 대여 시간당 {}천원, 인증 필요없음', '계정 빌려드려요 학생 가능 {}천원']).format(I(1, 5))
def renter_text(l):
    return C(['这个号是租的，写完{s}作业来爽一把', '我自己的号8点才能上，只能租', '租{n}小时，我妈不知道', '防沉迷又踢我，换个号玩', '刚放学，租的号皮肤真多']).format(s=C(SUBJ), n=I(1, 3)) if l != 'ko' else C(['내 계정은 셧다운이라 빌린 계정 {}시간', '학원 끝나고 빌린 걸로 {}판']).format(I(1, 4))
# ---- session patterns
def put(a, d, m, dur, **k):
    s = T(d, m); e = s + TD(seconds=int(dur * 60))
    if s < a['from'] or e > min(EOD, a['to']): return False
    for (x, y) in a['iv']:
        if s < y and e > x: return False
    a['iv'].append((s, e))
    ses.append([a['id'], s, None if P(.02) and not k.get('end') else e, k.get('dev', a['dev']), k.get('net', a['net']), k.get('reg', a['reg'])]); return True
def dayplay(a, kind, lo=START, hi=END, f=1.0, **k):
    pw, pe = U(.22, .5) * f, U(.35, .7) * f; c = U(-.8, .8); sd = U(.5, 1.3); md = U(25, 75); ph = I(0, 20); n = 0
    ex = I(10, 15); exs = D(2026, 4, 13) + TD(I(0, 8))
    for d in DAYS:
        if d < lo or d > hi: continue
        wk = school(d) or (d < TERM and d.weekday() < 5 and d not in HOL); p = pw if wk else pe; S = []
        if kind == 'evening': h = 20.5 + c + R.normal(0, sd)
        elif kind == 'night': h = 23.6 + c + R.normal(0, sd)
        elif kind == 'mixed': h = C([12.5, 13, 18.5, 21, 22.5]) + R.normal(0, .5)
        elif kind == 'lunch': h = C([12.4, 12.6, 21.5]) + R.normal(0, .3)
        elif kind == 'commute': h = C([7.6, 18.3, 22]) + R.normal(0, .3)
        elif kind == 'any': h = U(8, 25)
        elif kind == 'morning': h = C([8.5, 9.5, 10, 15]) + R.normal(0, .6)
        elif kind == 'late': h = 18.8 + c / 2 + R.normal(0, 1.1)
        elif kind == 'weekend': h = (U(10, 23)); p = pe if not wk else pw * .15
        elif kind == 'shift':
            z = ((d - START).days + ph) // 7 % 3; h = [U(17, 22), U(24, 27.5), U(8.5, 12)][z]; p = max(p, .35)
        elif kind == 'pupil':
            if school(d):
                if exs <= d <= exs + TD(6): p *= .15
                h = C([16.9, 17.2, 17.6, 18.2, 21.2]) + R.normal(0, .22) + c * .25; h = max(h, 16.6)
            else: h = C([9.5, 10.5, 14, 15.5, 17, 19.5]) + R.normal(0, .6); p = max(p, .55 * min(f, 1))
        elif kind == 'nightkid': h = 22.3 + c * .5 + R.normal(0, .7); h = max(h, 21.35)
        elif kind == 'gran_kid':
            h = (C([16.9, 17.4, 18, 19]) + R.normal(0, .25) if school(d) else C([9.5, 10.5, 14, 16, 19.3]) + R.normal(0, .5))
            if school(d): h = max(h, 16.5)
        elif kind == 'uni': h = C([10.3, 13.2, 15.6, 16.5, 20, 22.5, 23.5]) + R.normal(0, .5)
        if P(p):
            dur = float(np.clip(R.lognormal(np.log(md), .45), 6, 200))
            if kind in ('pupil', 'gran_kid') and school(d): dur = min(dur, 85)
            n += put(a, d, h * 60, dur, **k)
            if P(.22): n += put(a, d, h * 60 + dur + U(8, 60), U(8, 45), **k)
    return n
def keep(a, lo=START, hi=END, only=None, p=None, **k):
    p = p or U(.35, .85); n = 0
    for d in DAYS:
        if lo <= d <= hi and permitted(d) and (only is None or only(d)) and P(p):
            m = 1200 + U(.1, 25); n += put(a, d, m, min(U(12, 58), 1259.7 - m), **k)
    return n
# ---- accounts
used = set()
def account(kind='game', lang=None, name=None, bio=None, created=None, frm=None, minor=False):
    l = lang or C(['zh'] * 16 + ['ko'] * 3 + ['en']); i = 'u' + hx(14)
    while True:
        h = C([C(EA) + C(EB), C(EB) + '_' + C(EA), C(['xiao', 'lin', 'chen', 'wang', 'zhao', 'kim', 'park', 'yu', 'li']) + C(EB), C(EA) + C(['', '_', '.']) + C(['jun', 'wei', 'min', 'yan', 'hao'])]) + str(I(1, 99999))
        if h not in used: used.add(h); break
    nm = name or {'zh': lambda: C(ZA) + C(ZB), 'ko': lambda: C(KA) + C(KB), 'en': lambda: C(EA).title() + C(EB).title()}[l]() + ('' if P(.7) else str(I(1, 999)))
    cr = created or (T(D(2022, 1, 5) + TD(I(0, 1440)), U(420, 1430)) if P(.9) else T(START + TD(I(0, 40)), U(420, 1430)))
    b = bio if bio is not None else C(['', '', '', {'zh': '随便玩玩', 'ko': '즐겜', 'en': 'casual'}[l], {'zh': '只玩' + C(HERO), 'ko': '듀오 환영', 'en': 'support main'}[l], {'zh': '不定期上线', 'ko': '친추 ㄴㄴ', 'en': 'gg'}[l]])
    dev, net = hx(64), hx(64); reg = 'KR' if l == 'ko' else str(R.choice(REG, p=REGP))
    a = dict(id=i, l=l, dev=dev, net=net, reg=reg, created=cr, iv=[], **{'from': max(cr + TD(minutes=15), T(START, 0)) if frm is None else frm, 'to': EOD}, kind=kind, devs={dev}, bk=None, since=cr)
    a['row'] = dict(account_id=i, handle=h, platform='lanwan' if kind == 'game' else 'lanwan-bbs', display_name=None if P(.02) else nm, bio=None if not b and P(.6) else b,
        location=None if P(.55) else {'zh': C(['广州', '成都', '杭州', '武汉', '沈阳', '济南', '西安', '厦门']), 'ko': C(['서울', '부산', '대구']), 'en': C(['Shenzhen', 'Shanghai'])}[l], url=None if P(.97) else 'https://%s.example' % h.replace('.', '').replace('_', ''),
        avatar_hash=None if P(.3) else hx(64), kind=kind, created_at=cr, status='active', followers=int(R.lognormal(2.5, 1.2)), following=int(R.lognormal(2.8, 1)), listed=0,
        default_avatar=bool(P(.25)), is_private=None if P(.05) else bool(P(.15)), language=None if P(.06) else l)
    acc.append(a); return a
def attest(a, kind, result='pass', band=None, at=None, exp=None, prov=None):
    at = at or a['created'] + TD(minutes=U(1, 12)); att.append([a['id'], kind, result, band, at, exp, None if P(.03) else (prov or C(PROV))]); return at
def chain(a, kind, band, at=None, years=None, prov=None):
    """valid through the window: no expiry, or renewed some days before each expiry"""
    at = at or a['created'] + TD(minutes=U(1, 12)); prov = prov or C(PROV)
    if years is None: years = C([None, None, 1, 1, 2, 3])
    if years is None: return attest(a, kind, 'pass', band, at, None, prov)
    while True:
        e = at + TD(days=365 * years); attest(a, kind, 'pass', band, at, e, prov)
        if e > EOD: break
        at = e - TD(days=U(1, 25))
def adult(a, years=None):
    k = C(['real_name', 'real_name', 'real_name', 'age', 'both'])
    if k in ('real_name', 'both'): chain(a, 'real_name', 'adult', years=years)
    if k in ('age', 'both'): chain(a, 'age', 'adult', years=years)
    if P(.04): attest(a, 'age', 'fail', 'unknown', a['created'] + TD(seconds=I(5, 55)))
def minor(a, guardian=True):
    k = C(['real_name', 'age', 'both'])
    if k != 'age': chain(a, 'real_name', 'minor')
    if k != 'real_name': chain(a, 'age', 'minor')
    if guardian: chain(a, 'guardian', C([None, None, 'minor', 'unknown']), at=a['created'] + TD(minutes=U(2, 14)))
def write(a, bank, n, lo=START, hi=END, hours=None, kinds=('post', 'post', 'comment', 'reply')):
    for _ in range(n):
        for _ in range(30):
            d = lo + TD(I(0, (hi - lo).days)); hr = hours(d) if hours else U(7.5, 23.8); t = T(d, hr * 60)
            if a['from'] <= t < a['to']: break
        else: continue
        k = C(kinds); post.append(['p' + hx(16), a['id'], t, k, ('th' + hx(10)) if k in ('comment', 'reply') else None, None, bank(a['l']), None, None, None, None if P(.05) else a['l']])
def gt(a, n=None, **k): write(a, game_text, I(0, 5) if n is None else n, **k)
pupil_hours = lambda d: U(16.7, 22) if school(d) else U(9, 22.5)
def gift(a, n, when, tgt=None):
    for t in when[:n]:
        act.append([a['id'], t, 'gift', 'item' + str(I(1000, 1400)), None])
def finish(a, g, kind, why, payer=None):
    truth.append([a['id'], g, kind, why]); a['k'] = kind
def N(): return I(10, 15)
DAYT = lambda: C(['evening', 'evening', 'late', 'night', 'mixed', 'lunch', 'commute', 'weekend', 'any'])
# ================= guilty
def night_date(): return DAYS[I(3, len(DAYS) - 4)]
def mk_child(dev=None, net=None, reg=None, lang=None, created=None):
    c = account(lang=lang, created=created, bio=''); minor(c)
    if dev: c['dev'] = dev; c['devs'] = {dev}
    if net: c['net'] = net
    if reg: c['reg'] = reg
    keep(c, p=U(.15, .6)); gt(c, I(0, 2)); return c
for _ in range(N()):
    a = account(); minor(a); keep(a); n = dayplay(a, 'nightkid', f=U(.5, 1.2)); gt(a)
    finish(a, 1, 'minor_night', f'attested minor; {n} play sessions after 21:20 local time, outside the permitted hour')
for _ in range(N()):
    a = account(); minor(a); keep(a); n = 0; pr = U(.25, .6)
    for d in DAYS:
        if school(d) and d.weekday() < 4 and P(pr): n += put(a, d, U(16.7, 20) * 60, U(20, 80))
    gt(a); finish(a, 1, 'minor_schoolday', f'attested minor; {n} sessions on Mondays to Thursdays that are no holiday')
for _ in range(N()):
    a = account(); minor(a); keep(a, p=U(.5, .85)); n = 0; q = I(5, 9)
    for _ in range(80):
        if n >= q: break
        d = C(DAYS)
        n += put(a, d, (1262 + U(0, 25)) if permitted(d) else 1200 + U(0, 30), U(22, 50), end=True)
    gt(a); finish(a, 1, 'minor_few_breaches', f'attested minor who mostly keeps the hour, but {n} sessions of over 20 minutes lie wholly outside it')
for _ in range(N()):
    a = account(); minor(a, False); v = P(.3)
    if v: attest(a, 'guardian', 'none', None)
    n = keep(a, p=U(.5, .9)); gt(a)
    finish(a, 1, 'guardian_missing', f'attested minor without any passed guardian attestation ({"asked, none given" if v else "never asked"}); {n} sessions')
for _ in range(N()):
    a = account(); minor(a, False); t = attest(a, 'guardian', 'fail', C([None, 'unknown']))
    if P(.4): attest(a, 'guardian', 'fail', None, a['from'] + TD(days=U(1, 20)))
    n = keep(a, p=U(.5, .9)); gt(a)
    finish(a, 1, 'guardian_failed', f'attested minor whose guardian check failed and was never passed; {n} sessions since')
for _ in range(N()):
    a = account(created=T(D(2023, 1, 9) + TD(I(0, 600)), U(500, 1300))); minor(a, False); e = T(START + TD(I(10, 70)), U(0, 1400))
    attest(a, 'guardian', 'pass', None, e - TD(days=365), e)
    if P(.5): attest(a, 'guardian', 'pass', None, max(e - TD(days=725), a['created'] + TD(minutes=9)), e - TD(days=360))
    keep(a, p=U(.6, .9)); n = sum(s > e for s, _ in a['iv']); gt(a)
    finish(a, 1, 'guardian_expired', f'guardian attestation of an attested minor ran out on {e.date()}; {n} sessions after it, no renewal')
for _ in range(N()):
    a = account(); n = dayplay(a, DAYT(), f=U(.5, 1.3)); gt(a)
    finish(a, 1, 'guest_play', f'game account with no attestation of any kind; {n} sessions in the window')
for _ in range(N()):
    a = account(created=T(D(2024, 6, 1) + TD(I(0, 500)), 900)); n = 0
    for mo in range(2, 6):
        q = I(4, 60); n += q; lo = T(D(2026, mo, 1), 480 + U(0, 600)); hi = T(D(2026, mo, 19 if mo == 5 else 28), U(700, 1400)); cnt.append([a['id'], 'match', q, lo, hi]); a['last'] = hi
    a['nocnt'] = 1; gt(a, I(0, 2)); finish(a, 1, 'guest_counts_only', f'no attestation; no session rows exported, but activity counts show {n} matches played from February to May')
for _ in range(N()):
    a = account()
    for j in range(I(1, 3)): attest(a, C(['real_name', 'age']), 'fail', C([None, 'unknown', 'unknown']), a['created'] + TD(minutes=2 + 4 * j))
    n = dayplay(a, DAYT(), f=U(.5, 1.2)); gt(a)
    finish(a, 1, 'failed_plays_on', f'every real-name or age check failed; {n} sessions after')
for _ in range(N()):
    a = account(); attest(a, C(['real_name', 'age']), 'none', C([None, 'unknown'])); n = dayplay(a, DAYT(), f=U(.4, 1.1)); gt(a)
    finish(a, 1, 'check_without_result', f'the only check has the result none (not completed); {n} sessions after')
for _ in range(N()):
    a = account(created=T(D(2023, 1, 9) + TD(I(0, 700)), U(500, 1300))); e = T(START + TD(I(8, 70)), U(0, 1400)); b = C(['adult', 'adult', 'adult', 'minor']); k = C(['age', 'age', 'real_name'])
    attest(a, k, 'pass', b, e - TD(days=365), e)
    if b == 'minor': chain(a, 'guardian', None, years=None); keep(a, p=.85)
    else: dayplay(a, DAYT(), f=U(.8, 1.2))
    n = sum(s > e for s, _ in a['iv']); gt(a)
    if n < 5: n += sum(put(a, e.date() + TD(int(j)), 1205, U(20, 50)) for j in range(2, 60) if permitted(e.date() + TD(int(j))) and e.date() + TD(int(j)) <= END)
    finish(a, 1, 'expired_plays_on', f'the only {k} check ran out on {e.date()}; {n} sessions after it, not renewed')
for _ in range(N()):
    a = account(); adult(a); n = dayplay(a, 'pupil', f=U(.8, 1.3)); q = I(3, 7); write(a, pupil_text, q, hours=pupil_hours); gt(a, I(0, 4), hours=pupil_hours)
    finish(a, 1, 'adult_papers_pupil', f'adult papers, but {n} sessions never in school hours and {q} posts in the first person about homework, class or the form teacher')
for _ in range(N()):
    l = C(['zh', 'zh', 'zh', 'ko']); b = {'zh': lambda: C(['初二在读', '{}岁 想要搭子', '{}后小学生一枚', '六年级{}班，求带', '初一{}班，周末全天', '初三党，中考加油']).format(I(11, 14)), 'ko': lambda: C(['중2 {}반', '{}살 서포터', '초6 {}반'] ).format(I(11, 14))}[l]()
    a = account(lang=l, bio=b.replace('11后', '14后').replace('12后', '15后').replace('13后', '16后')); adult(a); n = dayplay(a, 'pupil', f=U(.7, 1.2)); gt(a, I(0, 3), hours=pupil_hours)
    if P(.4): write(a, pupil_text, 1, hours=pupil_hours)
    finish(a, 1, 'adult_papers_pupil_bio', f'adult papers, but the profile says "{a["row"]["bio"]}" and all {n} sessions fit a pupil\'s day (none in school hours in term)')
for _ in range(N()):
    a = account(created=T(D(2023, 1, 9) + TD(I(0, 900)), U(500, 1300)), name=C([None, None, '平安是福', '老树新花', '夕阳红', '秀兰', '建国']), lang='zh'); adult(a)
    c = mk_child(a['dev'], a['net'], a['reg'], 'zh'); finish(c, 0, 'child_own_account', 'the pupil\'s own attested account with guardian keeps the permitted hour')
    n = dayplay(a, 'gran_kid', f=U(.8, 1.4)); gt(a, I(0, 2), hours=pupil_hours); q = I(0, 2); write(a, pupil_text, q, hours=pupil_hours)
    finish(a, 1, 'grandparent_papers', f'adult papers, but all {n} sessions run on the device of an attested minor\'s account, after school and on free days only, none in school hours')
for _ in range(N()):
    l = C(['zh', 'zh', 'zh', 'ko']); a = account(lang=l, created=T(D(2023, 1, 9) + TD(I(0, 900)), U(500, 1300))); adult(a); dayplay(a, C(['evening', 'night', 'lunch']), f=.6)
    n = 0; says = 0; dv = 0
    if P(.7): write(a, rent_text, I(1, 3), kinds=('listing', 'post'))
    for j in range(I(2, 4)):
        byd = P(.6) or (j == 0 and P(.5)); 
        if byd:
            c = mk_child(lang=l); finish(c, 0, 'child_own_account', 'the renting pupil\'s own attested account with guardian keeps the permitted hour'); k = dict(dev=c['dev'], net=c['net'], reg=c['reg']); dv += 1
        else: k = dict(dev=hx(64), net=hx(64), reg=str(R.choice(REG, p=REGP)))
        a['devs'].add(k['dev']); lo = TERM + TD(I(0, 60)); hi = min(END, lo + TD(I(5, 16))); n += dayplay(a, 'pupil', lo, hi, f=1.7, **k)
        if not byd or P(.4): q = I(1, 2); write(a, renter_text, q, lo, hi, hours=pupil_hours, kinds=('message', 'comment', 'reply')); says += q
    finish(a, 1, 'rented_by_minor', f'adult papers; {n} after-school sessions in stints from other devices and places, {dv} of them the device of an attested minor, {says} messages that the writer is a pupil on a rented account')
for _ in range(N()):
    a = account(); minor(a); keep(a, p=U(.5, .85)); q = I(6, 25)
    w = sorted(T(C(DAYS[10:]), U(21.4, 24.8) * 60 if P(.7) else U(6.5, 7.6) * 60) for _ in range(q)); w = [t for t in w if a['from'] < t < EOD]
    gift(a, q, w); cnt.append([a['id'], 'top_up', I(12, 70), a['from'], w[-1]]); tok.append([a['id'], 'payment', hx(64), a['from'], w[-1]]); gt(a)
    finish(a, 1, 'minor_spends', f'attested minor whose sessions keep the hour, but {len(w)} paid gifts in the game fall at night or early morning, and many top-ups')
for _ in range(N()):
    a = account(created=T(D(2023, 1, 9) + TD(I(0, 900)), U(500, 1300))); p1, p2 = R.choice(PROV, 2, replace=False); t = a['created'] + TD(minutes=5)
    attest(a, C(['age', 'real_name']), 'pass', 'adult', t, None, str(p1)); t2 = t + TD(days=U(.01, 200)) if P(.6) else T(START + TD(I(0, 20)), U(500, 1300)); attest(a, C(['age', 'real_name']), 'pass', 'minor', t2, None, str(p2))
    n0 = dayplay(a, C(['evening', 'night', 'pupil', 'late', 'any', 'lunch']), f=U(.7, 1.2)); n = sum(s > t2 for s, _ in a['iv']); gt(a)
    finish(a, 1, 'contradicting_checks', f'one provider says adult, a later one says minor; no guardian, {n} sessions after the minor result at hours a minor may not play')
# ================= innocents
for _ in range(N()):
    a = account(); minor(a); n = keep(a); gt(a); write(a, pupil_text, I(0, 3), hours=pupil_hours); finish(a, 0, 'minor_keeps_hours', f'attested minor with guardian; all {n} sessions inside the permitted hour')
for _ in range(N()):
    a = account(created=T(D(2023, 1, 9) + TD(I(0, 600)), U(500, 1300))); minor(a, False); e = T(START + TD(I(10, 60)), U(0, 1400)); g = U(1, 25)
    attest(a, 'guardian', 'pass', None, e - TD(days=365), e); attest(a, 'guardian', 'pass', None, e + TD(days=g), e + TD(days=g + 365)); hi = e.date() - TD(1); lo = (e + TD(days=g)).date() + TD(2)
    keep(a, hi=hi); keep(a, lo=lo); gt(a); finish(a, 0, 'guardian_renewed', 'guardian attestation lapsed and was renewed; no play in the gap, all play inside the hour')
for _ in range(N()):
    a = account(); adult(a); dayplay(a, 'night', f=1.3); gt(a); write(a, adult_text, I(0, 3)); finish(a, 0, 'adult_night', 'attested adult; playing at night is no breach')
hol_or_eve = lambda d: U(19, 23.5)
for _ in range(N()):
    a = account(lang=C(['zh', 'zh', 'ko'])); adult(a); dayplay(a, C(['evening', 'late', 'weekend', 'evening'])); dayplay(a, 'lunch', f=C([0, .1, .25])); write(a, teacher_text, I(2, 7), hours=hol_or_eve); gt(a); finish(a, 0, 'adult_teacher', 'attested adult; speaks of marking and of the class taught, as a teacher does')
for _ in range(N()):
    a = account(lang=C(['zh', 'zh', 'ko'])); adult(a); dayplay(a, C(['evening', 'night', 'lunch', 'commute'])); write(a, parent_text, I(2, 7), hours=hol_or_eve); gt(a); finish(a, 0, 'adult_parent', 'attested adult; speaks of the child\'s homework as a parent')
for _ in range(N()):
    a = account(lang='zh', name=C([None, '夕阳红', '老顽童', '花开富贵', '老兵'])); adult(a)
    for j in range(I(3, 17)): attest(a, C(['age', 'real_name']), 'pass', 'adult', a['from'] + TD(days=U(0, 1) * (EOD - a['from']).days))
    dayplay(a, C(['night', 'evening']), f=1.7); dayplay(a, 'morning', f=.3); write(a, elder_text, I(0, 5)); finish(a, 0, 'elder_nightly', 'older adult who passed every repeated check; nightly play fits the holder\'s own words and mornings')
for _ in range(N()):
    a = account(created=T(D(2023, 1, 9) + TD(I(0, 600)), U(500, 1300))); e = T(START + TD(I(10, 60)), U(0, 1400)); g = U(1, 30); k = C(['age', 'real_name'])
    attest(a, k, 'pass', 'adult', e - TD(days=365), e); attest(a, k, 'pass', 'adult', e + TD(days=g), C([None, e + TD(days=g + 365)])); s = DAYT()
    dayplay(a, s, hi=e.date() - TD(2)); dayplay(a, s, lo=(e + TD(days=g)).date() + TD(2)); gt(a, 0); finish(a, 0, 'renewed_late', f'check ran out {e.date()} and was renewed {g:.0f} days later; no play in between')
for _ in range(N()):
    a = account(created=T(D(2023, 1, 9) + TD(I(0, 600)), U(500, 1300))); e = T(START + TD(I(20, 90)), U(0, 1400)); attest(a, C(['age', 'real_name']), 'pass', 'adult', e - TD(days=365), e)
    a['to'] = e - TD(hours=U(2, 200)); dayplay(a, DAYT(), f=1.2); gt(a, I(0, 2)); finish(a, 0, 'stopped_at_expiry', f'check ran out {e.date()}; not played since')
for _ in range(N()):
    a = account(kind=C(['personal', 'personal', 'professional', 'unknown', 'organisation'])); a['row']['kind'] = a['kind'] if a['kind'] != 'unknown' else 'personal'; dayplay(a, C(['pupil', 'evening', 'any'])); write(a, C([pupil_text, game_text, adult_text]), I(1, 6)); finish(a, 0, 'non_game_unattested', 'not a game account: reads and writes on the forum, the play rules do not apply')
for _ in range(N()):
    a = account(lang=C(['zh', 'zh', 'zh', 'ko'])); adult(a); dayplay(a, 'shift', f=1.1); write(a, shift_text, I(0, 5)); finish(a, 0, 'shift_worker', 'attested adult on rotating shifts; hours move by the week')
for _ in range(N()):
    a = account(); adult(a); dayplay(a, 'uni', f=1.2); write(a, uni_text, I(2, 6)); gt(a); finish(a, 0, 'student_of_age', 'attested adult at university: dorm, thesis, lectures; plays in school hours too')
for j in range(N()):
    a = account(); adult(a); c = mk_child(a['dev'], a['net'], a['reg'], a['l'])
    if j % 3: dayplay(a, 'night', f=1.2); dayplay(a, 'lunch', f=.2); write(a, parent_text if a['l'] != 'en' else adult_text, I(0, 3), hours=hol_or_eve)
    else: dayplay(a, 'morning', f=1.5)
    gt(a, I(0, 2)); finish(a, 0, 'shared_household', 'attested adult on the family device; plays late at night, at lunch or in school hours, when the child is not on'); finish(c, 0, 'child_shared_device', 'attested minor with guardian on the family device, keeps the permitted hour')
for _ in range(N()):
    a = account(); minor(a); n = 0; p = U(.4, .8)
    for d in DAYS:
        if permitted(d) and P(p):
            m = 1200 + U(-.9, 20); e = 1260 + U(.1, 1.4) if P(.6) else 1259; n += e > 1260; put(a, d, m, e - m)
    gt(a); finish(a, 0, 'minute_over', f'attested minor with guardian; sessions end a minute or so after 21:00 at most ({n} times): logging off, no real breach')
for _ in range(N()):
    a = account(); a['from'] = max(T(START, 0), a['created'] + TD(minutes=20)); minor(a); n = keep(a, only=lambda d: d in HOL, p=.9); keep(a, only=lambda d: d not in HOL, p=U(.02, .2)); gt(a)
    finish(a, 0, 'public_holiday', 'attested minor with guardian; plays 20:00-21:00 on weekdays too, but only those that are public holidays (Spring Festival, Qingming, Labour Day)')
for j in range(N()):
    if j % 4 == 0:
        a = account(); minor(a); lo = START + TD(I(20, 60)); hi = lo + TD(I(5, 20)); keep(a, hi=lo); keep(a, lo=lo + TD(1), hi=hi, reg=C(['SG', 'MY', 'HK', 'TW']), net=hx(64)); keep(a, lo=hi + TD(1)); w = 'attested minor who travels inside UTC+8 and keeps the hour'
    else:
        a = account(); adult(a); s = C(['evening', 'late']); lo = START + TD(I(15, 70)); hi = lo + TD(I(7, 25)); dayplay(a, s, hi=lo - TD(2)); z, off = C([('JP', 1), ('AU', 2), ('FR', -7), ('DE', -7), ('US', -13), ('AE', -4), ('GB', -8)]); net = hx(64)
        for d in DAYS:
            if lo <= d <= hi and P(.6): put(a, d, (U(18.5, 22.5) - off) * 60, U(20, 90), reg=z, net=net)
        dayplay(a, s, lo=hi + TD(2)); w = f'attested adult; the odd hours are a stay in {z}'
    gt(a); finish(a, 0, 'traveller', w)
for _ in range(N()):
    a = account(name=C(CART)); adult(a); dayplay(a, DAYT()); write(a, adult_text, I(0, 3)); gt(a); finish(a, 0, 'cartoon_name', 'attested adult with a cartoon name; nothing else speaks of a minor')
for _ in range(N()):
    a = account(); a['never'] = 1; a['nocnt'] = 1
    for _ in range(I(0, 6)): act.append([a['id'], a['from'] + TD(days=U(0, 60)), 'view', 'obj' + str(I(1, 900)), None])
    finish(a, 0, 'registered_never_played', 'no attestation, but no play either: registered and looked at pages')
for _ in range(N()):
    a = account(created=T(START + TD(I(0, 40)), U(420, 1300))); t = a['created'] + TD(minutes=3)
    for j in range(I(1, 3)): attest(a, 'real_name', 'fail', C([None, 'unknown']), t + TD(minutes=j))
    t3 = t + TD(minutes=20, days=U(0, 5)); attest(a, 'real_name', 'pass', 'adult', t3); a['from'] = t3 + TD(minutes=3); dayplay(a, DAYT(), f=1.2); gt(a); finish(a, 0, 'failed_then_passed', 'first checks failed, then passed before the first session')
for _ in range(N()):
    a = account(created=T(D(2023, 1, 9) + TD(I(0, 800)), U(500, 1300))); b = START + TD(I(25, 60)); t = T(b, U(500, 1100)); p = C(PROV); attest(a, 'age', 'pass', 'minor', None, t - TD(days=0) if P(.5) else None, p); attest(a, 'guardian', 'pass', None, None, t if P(.5) else None); attest(a, 'age', 'pass', 'adult', t + TD(minutes=1), None, p)
    keep(a, hi=b - TD(1)); dayplay(a, C(['uni', 'evening', 'night']), lo=b + TD(1), f=1.2); gt(a); write(a, uni_text, I(0, 2), lo=b); finish(a, 0, 'came_of_age', f'minor who kept the hour, then attested adult by the same provider on {b}; free hours only after that')
for _ in range(N()):
    a = account(created=T(D(2023, 1, 9) + TD(I(0, 800)), U(500, 1300))); adult(a); b = START + TD(I(30, 60)); dayplay(a, DAYT(), hi=b); nd = hx(64); c = account(created=T(b + TD(3), 1000), lang=a['l'], bio=''); minor(c); c['dev'] = a['dev']; c['devs'] = {a['dev']}; keep(c, p=.7)
    a['devs'].add(nd); dayplay(a, DAYT(), lo=b + TD(1), dev=nd); gt(a); finish(a, 0, 'handed_down_device', 'attested adult moved to a new device; the old one went to a child later, never used by both at one time'); finish(c, 0, 'child_handed_device', 'attested minor with guardian on a handed-down device, keeps the hour')
for _ in range(N()):
    a = account(lang='zh'); adult(a); dayplay(a, 'night', f=.6); write(a, lambda l: C(['出租账号，{n}元/小时，租客须成年并过人脸', '闲置号出租，{n}块/小时，未成年勿扰，本人验证']).format(n=I(3, 9)), I(1, 2), kinds=('listing',))
    for _ in range(I(2, 4)):
        nd = hx(64); a['devs'].add(nd); lo = START + TD(I(5, 80)); dayplay(a, C(['any', 'night', 'lunch']), lo, min(END, lo + TD(10)), f=1.6, dev=nd, net=hx(64), reg=str(R.choice(REG, p=REGP)))
    finish(a, 0, 'rented_to_adults', 'account rental (another violation), but renters play in school hours and at deep night and nothing speaks of a minor')
# ================= ordinary
for j in range(3000):
    x = R.random()
    a = account()
    if x < .90:
        adult(a); dayplay(a, DAYT(), f=U(.2, 1.3)); w = 'attested adult, ordinary play'
        if P(.5): gt(a)
        if P(.25): write(a, adult_text, I(1, 3))
        if P(.03): write(a, C([parent_text, teacher_text, uni_text]), 1)
        if P(.04):
            nd = hx(64); a['devs'].add(nd); dayplay(a, 'mixed', f=.3, dev=nd)
        if P(.25): gift(a, 9, [min(s + TD(minutes=2), e) for s, e in a['iv'][:I(1, 6)]]); tok.append([a['id'], 'payment', hx(64), a['from'], None if P(.2) else EOD - TD(days=U(0, 40))])
    elif x < .985:
        minor(a); keep(a, p=U(.1, .9)); w = 'attested minor with guardian, keeps the hour'
        if P(.4): gt(a, I(0, 3))
        if P(.2): write(a, pupil_text, 1, hours=pupil_hours)
        if P(.1): gift(a, 2, [s + TD(minutes=2) for s, e in a['iv'][:I(1, 2)]])
    else:
        adult(a); a['never'] = 1; w = 'attested adult, not played in the window'
    finish(a, 0, 'ordinary', w)
for j in range(350):
    a = account(kind=C(['personal', 'personal', 'personal', 'professional', 'organisation'])); dayplay(a, C(['evening', 'any', 'lunch']), f=.5); write(a, C([adult_text, game_text, parent_text, teacher_text, uni_text]), I(0, 5))
    if P(.15): chain(a, 'real_name', 'adult')
    finish(a, 0, 'ordinary_other', 'not a game account')
# ---- likes, views, counts, tokens, last activity (same rule for all)
pids = [p[0] for p in post]; pown = {p[0]: p[1] for p in post}; npost = collections.Counter(p[1] for p in post)
lastp = {}
for p in post: lastp[p[1]] = max(lastp.get(p[1], p[2]), p[2])
gd = collections.defaultdict(list)
for s in ses: gd[(s[0], s[3])].append(s[1])
for a in acc:
    if not a.get('never'):
        for _ in range(int(R.poisson(2.2))):
            t = a['from'] + (a['to'] - a['from']) * U(0, 1) if a['to'] > a['from'] else None
            if t is None: continue
            t = t.replace(microsecond=0); h = (t.hour + 8) % 24
            if 1 <= h < 7: t += TD(hours=7)
            if t > EOD: continue
            v = C(['like', 'like', 'view', 'star', 'share']); o = C(pids); act.append([a['id'], t, v, o, pown[o] if P(.8) else None])
    if a['kind'] == 'game' and a['iv'] and P(.3) and not a.get('nocnt'):
        cnt.append([a['id'], 'match', int(len(a['iv']) * U(1.2, 3)) + 1, min(s for s, _ in a['iv']), max(e for _, e in a['iv'])])
        if P(.3) and a['k'] != 'minor_spends': cnt.append([a['id'], 'top_up', I(1, 9), min(s for s, _ in a['iv']), max(e for _, e in a['iv'])])
    for d in sorted(a['devs']):
        g = gd.get((a['id'], d)); 
        if P(.97): tok.append([a['id'], 'device', d, min(g) if g else a['created'], max(g) if g else None])
    if P(.6): tok.append([a['id'], 'network', a['net'], a['from'], None if P(.2) else max([e for _, e in a['iv']], default=a['from'])])
    if P(.75): tok.append([a['id'], 'phone', hx(64), a['created'], None])
    if P(.1): tok.append([a['id'], 'email', hx(64), a['created'], None])
    last = max([e for _, e in a['iv']] + [lastp.get(a['id'], a['created']), a.get('last', a['created']), a['created']])
    a['row'].update(posts=npost[a['id']], last_active_at=None if P(.04) else last)
withid = {x[0] for x in att if x[1] == 'real_name' and x[2] == 'pass'}
for a in acc:
    if a['id'] in withid and P(.8): tok.append([a['id'], 'identity', hx(64), a['created'] + TD(minutes=6), None])
for s in ses:
    if P(.03): s[3] = None
    if P(.05): s[4] = None
    if P(.04): s[5] = None
# ---- write
S = pa.string(); TS = pa.timestamp('us', 'UTC'); L = pa.int64(); B = pa.bool_()
SCH = dict(
 accounts=[(c, S) for c in 'account_id handle platform display_name bio location url avatar avatar_hash cover_hash kind'.split()] + [('created_at', TS), ('status', S), ('closed_at', TS), ('closed_ground', S), ('closed_for', S), ('barred_until', TS), ('last_active_at', TS), ('followers', L), ('following', L), ('posts', L), ('listed', L), ('verified_org_id', S), ('default_avatar', B), ('is_private', B), ('language', S)],
 attestations=[('account_id', S), ('kind', S), ('result', S), ('age_band', S), ('at', TS), ('expires_at', TS), ('provider', S)],
 sessions=[('account_id', S), ('started_at', TS), ('ended_at', TS), ('device_token', S), ('network_token', S), ('region', S)],
 tokens=[('account_id', S), ('kind', S), ('token', S), ('first_seen_at', TS), ('last_seen_at', TS)],
 posts=[('post_id', S), ('account_id', S), ('at', TS), ('kind', S), ('target_id', S), ('title', S), ('text', S), ('url', S), ('topic', S), ('removed_at', TS), ('language', S)],
 activity=[('account_id', S), ('verb', S), ('count', L), ('since', TS), ('until', TS)],
 actions=[('account_id', S), ('at', TS), ('verb', S), ('object_id', S), ('target_account_id', S)])
cols = [c for c, _ in SCH['accounts']]
DATA = dict(accounts=[[a['row'].get(c) for c in cols] for a in acc], attestations=att, sessions=ses, tokens=tok, posts=post, activity=cnt, actions=act)
for n, sch in SCH.items():
    rows = DATA[n]; rows = [rows[i] for i in R.permutation(len(rows))]
    if n in ('sessions', 'posts', 'actions'): rows.sort(key=lambda r: (r[1] if n != 'posts' else r[2]))
    t = pa.table([pa.array([r[i].replace(microsecond=0) if isinstance(r[i], dt.datetime) else r[i] for r in rows], typ) for i, (_, typ) in enumerate(sch)], schema=pa.schema(sch)); pq.write_table(t, os.path.join(W, n + '.parquet'))
truth = [truth[i] for i in R.permutation(len(truth))]
with open(os.path.join(HERE, 'truth.csv'), 'w', newline='', encoding='utf8') as f:
    w = csv.writer(f); w.writerow(['account_id', 'guilty', 'kind', 'why']); w.writerows(truth)
assert len({t[0] for t in truth}) == len(truth) == len(acc)
