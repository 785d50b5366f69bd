"""Blind world MI2: minor_unprotected on "Skarbia", a Polish online game (theme of its own, invented).

RULES OF THE SERVICE (the truth is written from these, and from nothing else)
 R1 Every account of kind `game` that plays needs, AT THE TIME IT PLAYS, a passed `age` or `real_name` check that has
    not run out (expires_at empty = no end). No guest play, no grace. An account that does not play owes nothing; other
    kinds of account (personal, organisation, professional: the forum) owe nothing.
 R2 A player whose band is `minor` also needs a passed `guardian` check valid at the time of play.
 R3 Hours of minors, in the LOCAL time of the region in which the session is (home PL = Europe/Warsaw, summer time from
    29 March 2026; a missing region is PL; JP Asia/Tokyo, GB Europe/London, PT Europe/Lisbon, US-NY America/New_York,
    US-CA America/Los_Angeles, TH Asia/Bangkok, AE Asia/Dubai):
      school day (Mon-Fri, no public holiday, no school break): from 14:00;  free day: from 08:00;
      end 21:00 when the next day is a school day, 22:00 when the next day is free.
    Free: Sat, Sun; spring break 2-7 April 2026 (Easter 5/6 April), 1 May, 3 May, 24 May, 4 June (Corpus Christi).
    15 minutes over are tolerated; an account is found from 3 breaches beyond that.
 R4 When checks contradict each other (adult by one, minor by another, and the minor one is not the older of a plain
    coming of age) the account is a minor's until settled.
 R5 Gifts and purchases of a minor: at most 10 a calendar month, none without a valid guardian check.
 R6 Papers of an adult do not cover a minor who plays: rented, lent, a grandparent's.
World 2 March .. 14 June 2026 (105 days), as of 2026-06-15T00:00Z.
"""
import csv, os, random, hashlib
from collections import defaultdict, Counter
from datetime import datetime, timedelta, date, timezone
from zoneinfo import ZoneInfo
import pyarrow as pa, pyarrow.parquet as pq

R = random.Random(20260615)
HERE = os.path.dirname(os.path.abspath(__file__)); OUT = os.path.join(HERE, 'world'); os.makedirs(OUT, exist_ok=True)
D0, D1 = date(2026, 3, 2), date(2026, 6, 14); NOW = datetime(2026, 6, 15, tzinfo=timezone.utc)
DAYS = [D0 + timedelta(i) for i in range((D1 - D0).days + 1)]
ZONE = {'PL': 'Europe/Warsaw', 'JP': 'Asia/Tokyo', 'GB': 'Europe/London', 'PT': 'Europe/Lisbon', 'US-NY': 'America/New_York',
        'US-CA': 'America/Los_Angeles', 'TH': 'Asia/Bangkok', 'AE': 'Asia/Dubai'}
ZI = {k: ZoneInfo(v) for k, v in ZONE.items()}
HOL = {date(2026, 4, 5), date(2026, 4, 6), date(2026, 5, 1), date(2026, 5, 3), date(2026, 5, 24), date(2026, 6, 4)}
BREAK = {date(2026, 4, d) for d in range(2, 8)}
def pubfree(d): return d.weekday() >= 5 or d in HOL
def free(d): return pubfree(d) or d in BREAK
def lim(d): return (8 if free(d) else 14), (22 if free(d + timedelta(1)) else 21)
def utc(local, reg='PL'): return local.replace(tzinfo=ZI[reg]).astimezone(timezone.utc)
def hx(n): return '%0*x' % (n, R.getrandbits(4 * n))
def tok(): return hx(64)
def U(a, b): return R.uniform(a, b)
def at(d, hour): return datetime(d.year, d.month, d.day) + timedelta(seconds=int(hour * 3600))
def rnd_dt(a, b): return a + timedelta(seconds=int(R.random() * max(1, (b - a).total_seconds())))
def dt(y, m, d, h=12): return datetime(y, m, d, h, tzinfo=timezone.utc)
W0 = dt(2026, 3, 2, 0)

# ---------------------------------------------------------------- texts
BOSS = ['Smok Bazaltowy', 'Krolowa Mgiel', 'the Ash Warden', 'Wij', 'the Salt Giant', 'Topielec', 'Leszy', 'the Clock King', 'Strzyga', 'Moth Queen']
CLS = ['mag', 'lucznik', 'paladin', 'healer', 'tank', 'rogue', 'druid', 'bard', 'kowal', 'szaman']
ITEM = ['luk z jesionu', 'amber ring', 'plaszcz wedrowca', 'iron lantern', 'rune of tides', 'helm straznika', 'mleczny kryształ', 'wolf mount', 'miecz dwureczny', 'gold key']
PLACE = ['Stara Przystan', 'Bagna', 'the north mine', 'Wieza', 'Harbour 3', 'las za miastem', 'the arena', 'Kopalnia', 'Frost Gate', 'Most']
SUBJ = ['matma', 'polski', 'fizyka', 'chemia', 'historia', 'biologia', 'angielski', 'geografia']
SUBE = ['maths', 'English', 'physics', 'chemistry', 'history', 'biology', 'geography', 'german']
T = {
 'game': ['ktos na {B} dzis? brakuje {C}', 'sprzedam {I}, {n}k zlota, tylko w grze', 'anyone for {B}? need a {C}', 'po ostatnim patchu {C} jest za slaby', 'the new map at {P} is great', 'wypadl mi {I} za {n} razem!!', 'how do you reach {P} without a mount', 'gg, dobra walka przy {P}', 'lag straszny na serwerze {n}', 'lf guild, {C} lvl {n}, calm people', 'szukam gildii, {C} {n} lvl', 'is {I} worth {n}k?', 'event w {P} konczy sie w niedziele', 'dzieki za pomoc z {B}', 'my {C} is finally {n}', 'kto robi dzienne w {P}', 'drop rate of {I} feels like {n}%', 'nie moge przejsc {B}, jakies rady', 'thanks for the carry at {P}', '{B} w {n} sekund, nowy rekord', 'buff {C} please', 'gdzie jest handlarz z {I}'],
 'pupil': ['musze konczyc, jutro klasowka z {S}', 'ktos zrobil zadanie z {S}? strona {n}', 'got homework in {E}, back in an hour', 'pani od {S} znowu dala kartkowke', 'nasza klasa {k} jedzie na wycieczke w piatek', 'my teacher gave us {n} exercises for tomorrow, ugh', 'mama kaze odrabiac lekcje, bede pozniej', 'in my class everybody plays {C}', 'dzis mialem {h} lekcji i wf', 'jutro na 8 do szkoly, a ja jeszcze na {P}', 'we have a {E} test on monday and I know nothing', 'wychowawczyni zabrala mi telefon na przerwie', 'after school at {P}? have to do {E} first', 'kto z {k} gra dzisiaj', 'mom says only one hour because of my marks', 'dostalem 2 z {S}, szlaban bedzie', 'skonczylem lekcje, kto na {B}', 'na dlugiej przerwie pokaze wam moj {I}'],
 'age': ['mam {a} lat i juz {n} lvl', "i'm {a} and already lvl {n}", 'za miesiac koncze {a} lat, chce {I}', 'turning {a} in june, want {I}', 'jestem w {k}, a wy?', "i'm in {g}th grade, who else", 'kto tez ma {a} lat? szukam gildii'],
 'teacher': ['sprawdzam {n} klasowek z {S}, potem {B}', 'marking {E} homework of my year {g} class, back at nine', 'moi uczniowie z {k} tez graja, strach sie przyznac', 'rada pedagogiczna do 18, dzis bez rajdu', 'after a day with {n} pupils I need {P}', 'ucze {S} od {y} lat i nadal nie umiem {B}', 'wywiadowka dzisiaj, bede po 20', 'my pupils told me {C} is overpowered', 'matury za pasem, poprawiam arkusze'],
 'parent': ['syn odrabia lekcje z {S}, mam godzine', 'my daughter has a {E} test tomorrow, so I play once she sleeps', 'corka w {k}, ja na {P}', 'dzieci spia, kto na {B}', 'helped my boy with {E} homework, now {P}', 'zebranie w szkole corki, dzis mnie nie ma', 'syn ma {a} lat i lepiej gra {C} niz ja', 'my kid wants an account too, he is {a}, guardian form first', 'po odwiezieniu malej do szkoly mam wolne'],
 'student': ['kolokwium z {u} jutro, a ja na {P}', 'sesja za {n} dni, ostatni rajd', 'no lecture today, {B} at noon?', 'thesis due in june, one last {B}', 'akademik ma slaby internet', 'my seminar on {u} was cancelled', 'drugi rok {u}, ktos jeszcze ze studentow?', 'egzamin z {u} zdany, swietuje na {P}'],
 'work': ['po pracy na {B}', 'home from the office at six, then {P}', 'szef dal nadgodziny, dzis bez rajdu', 'kredyt nie splaci sie sam, ide spac', 'on a business trip this week, bad wifi', 'mam dyzur w sobote, gram w niedziele', 'remont w domu, gram z laptopa', 'team meeting at 8, so last fight', 'zona mowi ze jeszcze jeden {B} i koniec'],
 'shift': ['nocka skonczona, gram zanim zasne', 'three night shifts, then free till sunday', 'druga zmiana w tym tygodniu, jestem rano', 'early shift at the plant, only evenings', 'dyzur na oddziale do 7, potem {P}', 'ward is quiet, back at {P} in the morning'],
 'old': ['na emeryturze czlowiek ma czas na {B}', 'my grandson taught me to play {C}', 'znowu mnie sprawdzali, mam {o} lat i lubie grac', 'I am {o} and I do not sleep well, so {P} at night', 'kolano boli, a {B} czeka', 'wnuki przyjezdzaja w niedziele', 'checked again last week, passed again, what a bother'],
 'nost': ['jak mialem {a} lat gralem w to na kafejce', 'when I was {a} we played this on a cousin\'s PC', 'za szkolnych czasow {B} byl trudniejszy', 'back in school I failed {E} because of games like this', 'ech, w {k} marzylem o takim {I}'],
 'trav': ['jestem w delegacji, u mnie inna godzina', 'jet lag, so {P} at odd hours', 'pozdrowienia z wyjazdu, wracam w maju', 'hotel wifi holds for {B}', 'time zones are confusing me, raid is at what hour here?'],
 'travkid': ['jestesmy z rodzicami na wyjezdzie, u nas jest po poludniu', 'we are with my aunt abroad, it is {h} pm here', 'lekcje online z wyjazdu, potem {P}', 'different time zone here, sorry team'],
 'eight': ['osiemnastka w sobote, zapraszam gildie', 'finally 18, new check done, no more curfew', 'matura z {S} za mna', 'dowod odebrany, weryfikacja zrobiona'],
 'rent': ['konto do wypozyczenia, {n} zl za dobe, pisac', 'can lend this account for a weekend, {n} zl, pm', 'udostepnie konto lvl {n} na godziny, bez weryfikacji', 'hour packs on my account, cheap'],
 'rentkid': ['to nie moje konto, mam je na weekend za {n} zl', 'this acc is lent from a guy, mom does not know', 'wzialem konto od goscia bo na swoim nie moge po 21', 'my own account is locked in the evening so I use this one'],
 'gran': ['konto na babcie hehe', "it's on grandpa's name so no curfew", 'dziadek dal dowod, nie musze wychodzic o 21', 'babcia nie wie co to {P}', 'grandma did the face thing for me'],
 'gift': ['wydalem kieszonkowe na {I}', 'spent all my birthday money on {I}', 'kupilem {n} skrzynek i nic', 'sent gifts to the whole guild'],
 'forum': ['Regulamin gildii zaktualizowany', 'Relacja z turnieju w {P}', 'Poradnik: {C} od podstaw', 'Review of the {n}.0 update', 'Zapowiedz wydarzenia w {P}', 'Fan art: {B}', 'Long read on the lore of {B}', 'Konkurs na najlepszy {I}'],
}
LG = [None]
PLW = set('ktos na sie dzis jutro mam jest po za nie z w kto moje moi konto syn corka mama mial gdzie pani musze dzieci drugi nocka od jak szukam'.split())
def text(cat):
    s = R.choice(T[cat]); LG[0] = 'pl' if PLW & set(s.lower().replace(',', '').replace(':', '').split()) or not {'the', 'a', 'i', 'my', 'for', 'and', 'is', 'of', 'this', 'to', 'on', "i'm", 'at', 'me', 'in', 'please', 'am', 'so', 'we', 'music', 'then', 'no'} & set(s.lower().replace(',', '').split()) else 'en'
    s = s.format(B=R.choice(BOSS), C=R.choice(CLS), I=R.choice(ITEM), P=R.choice(PLACE), S=R.choice(SUBJ), E=R.choice(SUBE), n=R.randint(2, 98),
                 k=R.choice(['6a', '6c', '7a', '7b', '7d', '8a', '8b', '1c', '5b']), h=R.randint(5, 8), a=R.randint(11, 15), g=R.randint(5, 8),
                 y=R.randint(3, 28), o=R.randint(60, 78), u=R.choice(['statystyki', 'anatomii', 'law', 'algebra', 'economics', 'mechaniki']))
    if R.random() < .3: s = s.capitalize()
    if R.random() < .25: s += R.choice([' :)', ' xd', '!', '...', ' lol', ' ^^', ' pozdro', ' thx'])
    return s
A1 = ['Cichy', 'Szary', 'Dziki', 'Maly', 'Zloty', 'Lucky', 'Dark', 'Sleepy', 'Frosty', 'Nocny', 'Red', 'Stary', 'Mad', 'Pan', 'Mister', 'Lady', 'Big', 'Leniwy', 'Wesoly', 'Blue']
A2 = ['Wilk', 'Bobr', 'Fox', 'Smok', 'Zubr', 'Owl', 'Kot', 'Raven', 'Jez', 'Panda', 'Rycerz', 'Pirat', 'Wizard', 'Borsuk', 'Toad', 'Knight', 'Sowa', 'Rosomak', 'Cookie', 'Pierog', 'Ninja', 'Robot']
TOON = ['Reksio', 'Bolek', 'Lolek', 'Pikachu', 'Smerf', 'Sponge', 'Totoro', 'Minion', 'Koralgol', 'Kaczor', 'Garfield', 'Scooby', 'Muminek', 'Elsa', 'Pony', 'Uszatek']
FN = ['Ania', 'Marek', 'Kasia', 'Tomek', 'Ola', 'Piotr', 'Ewa', 'Janek', 'Zosia', 'Michal', 'Basia', 'Wojtek', 'Iga', 'Kuba', 'Lena', 'Adam', 'Oksana', 'Max', 'Nina', 'Jurek', 'Halina', 'Zbyszek']
CITY = ['Warszawa', 'Krakow', 'Lodz', 'Wroclaw', 'Poznan', 'Gdansk', 'Lublin', 'Katowice', 'Rzeszow', 'Bialystok', 'Szczecin', 'Kielce', 'Torun', 'Olsztyn', 'Polska', 'PL', 'Radom']
BIOS = ['{C} main', 'gram dla zabawy', 'casual player', '{C} / {P}', 'guild officer', 'no trades pls', 'kawa i {B}', 'since season {n}', 'pl/en', 'rajdy w weekendy', 'cat person', 'kibic', 'music & games', 'lvl {n} {C}', 'tylko pvp', 'spokojnie, to tylko gra']
USED = set()
def handle(toon=False):
    while True:
        r = R.random()
        if toon or r < .07: h = R.choice(TOON) + R.choice(['', '_', 'ek', 'Fan', 'PL', 'x'])
        elif r < .45: h = R.choice(A1) + R.choice(['', '_']) + R.choice(A2)
        elif r < .75: h = R.choice(FN).lower() + R.choice(['', '_', '.']) + R.choice(A2).lower()
        else: h = R.choice(A2).lower() + R.choice(['zilla', 'master', '_pl', 'ix', 'or', 'eon', 'gg'])
        h += R.choice(['', str(R.randint(1, 99)), str(R.randint(1, 999)), str(R.randint(1975, 2014))])
        if h.lower() not in USED: USED.add(h.lower()); return h

# ---------------------------------------------------------------- store
ACC, ATT, SES, TOK, POST, ACTV, ACTN, TRUTH = {}, [], defaultdict(list), [], [], [], [], {}
DORM = [tok() for _ in range(4)]; CAFE = [tok() for _ in range(6)]
PROV = ['Veridom', 'eDowod', 'KlikID', 'Tozsamo', 'AgeGate']; PW = [35, 25, 20, 12, 8]
def prov(): return R.choices(PROV, PW)[0]
def gap(v, p): return None if R.random() < p else v
class A: pass
def new(kind, guilty, why, acct='game', toon=False, created=None):
    a = A(); a.id = hx(16)
    while a.id in ACC: a.id = hx(16)
    a.kind = acct; a.toon = toon
    a.created = created or (rnd_dt(dt(2019, 5, 1), dt(2026, 2, 20)) if R.random() < .85 else rnd_dt(dt(2026, 2, 20), dt(2026, 4, 20)))
    a.dev = [tok()] + ([tok()] if R.random() < .35 else []); a.net = [tok()] + ([tok()] if R.random() < .5 else [])
    if R.random() < .03: a.net.append(R.choice(CAFE))
    a.bio = None; a.status = 'active'; a.closed_at = None; a.pay = None; a.seen = []; a.loc = None; a.keepreg = False; a.disp = None
    ACC[a.id] = a; TRUTH[a.id] = (guilty, kind, why); return a
def add(a, local, mins, reg='PL', dev=None, net=None):
    s = utc(local, reg); e = s + timedelta(seconds=int(mins * 60))
    if s < a.created or e >= NOW: return
    SES[a.id].append([s, e, dev or (a.dev[0] if R.random() < .8 else R.choice(a.dev)), net or (a.net[0] if R.random() < .75 else R.choice(a.net)), reg])
def tidy(a):
    x = sorted(SES[a.id], key=lambda r: r[0]); o = []
    for r in x:
        if not o or r[0] > o[-1][1] + timedelta(minutes=2): o.append(r)
    SES[a.id] = o
def attest(a, kind, result, band, when, exp=None, p=None):
    when = max(when, a.created + timedelta(seconds=40)).replace(microsecond=0); exp = exp.replace(microsecond=0) if exp else None
    ATT.append([a.id, kind, result, band, when, exp, p or prov()])
YEAR = timedelta(365)
def life():
    """own span within the window and holes in it"""
    s, e = 0, len(DAYS) - 1
    r = R.random()
    if r < .12: e = R.randint(20, 100)
    elif r < .2: s = R.randint(5, 60)
    holes = set()
    for _ in range(R.choice([0, 0, 1, 1, 2])):
        h = R.randint(0, 100); holes |= set(range(h, h + R.randint(3, 14)))
    return [i for i in range(s, e + 1) if i not in holes]
def full():
    holes = set()
    for _ in range(R.choice([0, 1, 1, 2])):
        h = R.randint(0, 100); holes |= set(range(h, h + R.randint(2, 9)))
    return [i for i in range(105) if i not in holes]
ARCH = ['office', 'afterwork', 'night', 'shift', 'retired', 'home', 'student', 'weekend']
def adult_play(a, arch, days=None, rate=None, dev=None, net=None, reg='PL'):
    rate = rate or R.choice([U(.12, .3), U(.25, .55), U(.5, .95)]); med = U(25, 95); sh = R.gauss(0, .6); sp = U(.7, 1.3); off = R.randint(0, 2); leave = R.random() < .3
    for i in (days if days is not None else life()):
        d = DAYS[i]; we = pubfree(d) or (leave and d in BREAK)
        if arch == 'weekend' and not we and R.random() < .9: continue
        if R.random() > rate * (1.25 if we else 1): continue
        for _ in range(R.choice([1, 1, 1, 2])):
            if arch == 'retired': h = R.choice([R.gauss(10.5, 1.5), R.gauss(15, 2), R.gauss(21, 1.5)]) + sh
            elif arch == 'oldnight': h = R.gauss(23.3, 1.3) + sh
            elif arch == 'night': h = R.gauss(23.6, 1.6 * sp) + sh
            elif arch == 'shift':
                w = (d.isocalendar()[1] + off) % 3
                h = [R.gauss(18, 1.6), R.choice([R.gauss(10, 1), R.gauss(23.6, .8)]), R.choice([R.gauss(15.5, 1.5), R.gauss(7.8, .5)])][w] + sh * .3
            elif arch == 'home': h = R.choice([R.gauss(10.5, 1), R.gauss(12, 1), R.gauss(21.6, .9)]) + sh
            elif arch == 'student': h = R.choice([R.gauss(12.5, 2), R.gauss(16, 2), R.gauss(22.5, 1.6)]) + sh
            elif we: h = R.choice([R.gauss(11.5, 1.4), R.gauss(16, 2), R.gauss(21, 1.4)]) + sh
            elif arch == 'afterwork': h = max(15.2, R.gauss(18, 1.5 * sp) + sh)
            else: h = max(17, R.gauss(20.4, 1.4 * sp) + sh)
            h = min(max(h, 5.5), 27.5)
            add(a, at(d, h), min(300, max(4, R.lognormvariate(0, .5) * med)), reg, dev, net)
    tidy(a)
def minor_play(a, days=None, rate=None, over=.01, overmin=(1, 8), edge=0, reg='PL', dev=None, net=None, holi=0):
    """inside the hours; over = share that runs past the end by overmin minutes (tolerated)"""
    rate = rate or R.choice([U(.2, .4), U(.35, .65), U(.55, .9)]); med = U(25, 70); c = U(16, 18.6)
    for i in (days if days is not None else life()):
        d = DAYS[i]; b, e = lim(d); fr = free(d)
        r = rate * (1.3 if fr else 1)
        if holi and fr and d.weekday() < 5: r = .95
        if R.random() > r: continue
        for _ in range(R.choice([1, 1, 2]) if fr else R.choice([1, 1, 1, 2])):
            m = min(170, max(6, R.lognormvariate(0, .45) * med))
            if R.random() < over: h = e + U(*overmin) / 60 - m / 60
            elif R.random() < edge: h = e - U(.02, .2) - m / 60
            else:
                h = (R.choice([R.gauss(10.5, 1.2), R.gauss(15, 2), R.gauss(19, 1.2)]) if fr else R.gauss(c, 1.4))
                if holi and fr: h = R.choice([R.gauss(9.6, .8), R.gauss(20.3, .7)])
                h = min(max(h, b + U(.02, .5)), e - m / 60 - .02)
            if h < b: continue
            add(a, at(d, h), m, reg, dev, net)
    tidy(a)
def pupil_play(a, days=None, rate=None, late=(21.3, 23.4), dev=None, net=None, sick=.004):
    """a pupil without a curfew: after school, evenings, mornings only on free days"""
    rate = rate or U(.4, .9); med = U(30, 95); out = U(13.9, 15.3); end = U(*late)
    for i in (days if days is not None else life()):
        d = DAYS[i]
        if R.random() > rate * (1.2 if free(d) else 1): continue
        for _ in range(R.choice([1, 1, 2])):
            m = min(240, max(8, R.lognormvariate(0, .5) * med)); e = end + (U(.5, 1.6) if free(d + timedelta(1)) else 0)
            if free(d): h = R.choice([R.gauss(10, 1), R.gauss(13.5, 2), R.gauss(20, 1.7)]); h = max(h, 8.2)
            elif R.random() < sick: h = U(9, 12); m = min(m, 90)
            else: h = R.choice([R.gauss(out + 1.2, .7), R.gauss(18.5, 1.5), R.gauss(end - 1, .6)]); h = max(h, out + U(0, .5))
            h = min(h, e - .2); m = min(m, max(10, (e - h) * 60))
            add(a, at(d, h), m, 'PL', dev, net)
    tidy(a)
def posts(a, mix, n, near=True, kinds=('comment', 'reply', 'post', 'message')):
    ss = SES[a.id]
    for _ in range(n):
        cat = R.choices([m[0] for m in mix], [m[1] for m in mix])[0]
        if near and ss:
            s = R.choice(ss); t = rnd_dt(s[0], s[1])
        else:
            t = rnd_dt(max(a.created, W0), NOW - timedelta(hours=3))
        post(a, t, text(cat), R.choice(kinds))
def post(a, t, tx, kind='comment'):
    POST.append([hx(20), a.id, t, kind, ('th_' + hx(8)) if kind in ('comment', 'reply') and R.random() < .9 else None,
                 tx[:40] if kind in ('post', 'listing') and R.random() < .5 else None, tx, None, R.choice([None, 'gildie', 'handel', 'rajdy', 'offtop', 'pomoc', 'pvp']), None,
                 gap(LG[0], .15)])
    a.seen.append(t)
def gifts(a, n, lo=None, hi=None):
    ss = [s for s in SES[a.id] if (lo is None or s[0] >= lo) and (hi is None or s[1] <= hi)]
    for _ in range(n if ss else 0):
        s = R.choice(ss); ACTN.append([a.id, rnd_dt(s[0], s[1]), 'gift', 'item_' + hx(6), R.choice(ALLIDS) if R.random() < .8 and ALLIDS else None])
ALLIDS = []
def adult_papers(a, when=None, gap=False):
    """valid at every play; sessions between a lapse and the renewal do not exist"""
    first = SES[a.id][0][0] if SES[a.id] else NOW
    if R.random() < .4:
        w = min(rnd_dt(a.created, a.created + timedelta(days=2)), first - timedelta(minutes=5))
        if w < a.created: SES[a.id] = [s for s in SES[a.id] if s[0] > a.created + timedelta(hours=1)]; w = a.created + timedelta(minutes=R.randint(2, 50))
        attest(a, 'real_name', 'pass', 'adult', w, None)
        if R.random() < .4: attest(a, 'age', 'pass', 'adult', w + timedelta(minutes=R.randint(1, 30)), None if R.random() < .5 else NOW + timedelta(days=R.randint(5, 300)))
        return
    lo = max(a.created, W0 - timedelta(days=340)); w = rnd_dt(lo, max(lo + timedelta(hours=1), min(first, W0) if lo < min(first, W0) else lo + timedelta(hours=1)))
    SES[a.id] = [s for s in SES[a.id] if s[0] > w]
    ex = w + YEAR; attest(a, 'age', 'pass', 'adult', w, ex)
    if R.random() < .15 and w - a.created > timedelta(days=2): attest(a, 'age', R.choice(['fail', 'none']), 'unknown', w - timedelta(minutes=R.randint(2, 900)), None)
    if ex < NOW:
        if R.random() < .85: attest(a, 'age', 'pass', 'adult', ex - timedelta(hours=R.randint(3, 500)), ex + YEAR)
        else:
            rn = ex + timedelta(days=U(1, 20)); SES[a.id] = [s for s in SES[a.id] if s[1] < ex or s[0] > rn]
            if rn < NOW: attest(a, 'age', 'pass', 'adult', rn, rn + YEAR)
def minor_papers(a, guardian='ok', renew=True):
    first = SES[a.id][0][0] if SES[a.id] else NOW
    top = min(first, W0 + timedelta(days=200)) - timedelta(minutes=20); lo = max(a.created, top - timedelta(days=250))
    w = rnd_dt(lo, max(top, lo + timedelta(minutes=5)))
    SES[a.id] = [s for s in SES[a.id] if s[0] > w + timedelta(minutes=30)]
    k = R.choice(['age', 'real_name', 'age']); attest(a, k, 'pass', 'minor', w, None if k == 'real_name' else w + YEAR)
    if k == 'age' and w + YEAR < NOW: attest(a, k, 'pass', 'minor', w + YEAR - timedelta(days=U(1, 30)), w + 2 * YEAR)
    if guardian == 'ok':
        g = w + timedelta(minutes=R.randint(1, 25)); term = R.choice([timedelta(180), YEAR, YEAR, None]); p = prov()
        while True:
            ex = g + term if term else None; attest(a, 'guardian', 'pass', R.choice(['minor', 'minor', 'minor', 'unknown', None]), g, ex, p)
            if ex is None or ex > NOW: break
            g = ex - timedelta(hours=R.randint(2, 400))
    return w
def bio(a, p=.5):
    if a.bio is None and R.random() < p: a.bio = R.choice(BIOS).format(C=R.choice(CLS), P=R.choice(PLACE), B=R.choice(BOSS), n=R.randint(1, 80))
LIFE = {'office': 'work', 'afterwork': 'work', 'night': 'work', 'shift': 'shift', 'retired': 'old', 'oldnight': 'old', 'home': 'parent', 'student': 'student', 'weekend': 'work'}
def fill(a, mn=8): return len(SES[a.id]) >= mn
def older(): return rnd_dt(dt(2019, 6, 1), dt(2025, 12, 20))

# ---------------------------------------------------------------- ordinary
def ordinary_adult(arch=None, created=None):
    a = new('ordinary_adult', 0, 'Adult with valid papers, ordinary play.', created=created); arch = arch or R.choices(ARCH, [24, 18, 12, 9, 8, 9, 12, 8])[0]
    if arch == 'student' and R.random() < .3: a.net.append(R.choice(DORM))
    adult_play(a, arch); adult_papers(a)
    if R.random() < .5: posts(a, [('game', 8), (LIFE[arch], 1.2), ('nost', .25), ('parent', .3), ('forum', .2)], R.choice([1, 2, 3, 4, 6, 9, 14]))
    if R.random() < .18: gifts(a, R.choice([1, 2, 4, 9, 25]))
    return a
def ordinary_minor(kind='ordinary_minor', why='Attested minor with a guardian who keeps the hours.', **k):
    a = new(kind, 0, why, created=None if kind == 'ordinary_minor' else older()); minor_play(a, **k); minor_papers(a)
    if R.random() < .6: posts(a, [('game', 6), ('pupil', 2), ('age', .3)], R.choice([1, 2, 3, 5, 8]))
    if R.random() < .2: gifts(a, R.randint(1, 5))
    return a
for _ in range(2330): ordinary_adult()
for _ in range(300): ordinary_minor()
for _ in range(110):       # households: shared network, half of them a shared device, adult and adult or adult and minor
    x = ordinary_adult(); y = ordinary_minor() if R.random() < .5 else ordinary_adult()
    y2 = R.random() < .5
    for s in SES[y.id]:
        if R.random() < .8: s[3] = x.net[0]
        if y2 and R.random() < .5: s[2] = x.dev[0]
    y.pay = x.pay = tok() if R.random() < .5 else None
for _ in range(60):        # lapsed or left
    a = new('ordinary_left', 0, 'Stopped playing; nothing is owed while it does not play.', created=older()); w = rnd_dt(max(a.created, dt(2025, 4, 1)), dt(2026, 1, 10) if a.created < dt(2026, 1, 9) else dt(2026, 2, 1))
    adult_play(a, R.choice(ARCH), days=range(0, R.randint(2, 12)), rate=.5); attest(a, 'age', 'pass', 'adult', w - timedelta(0), w + YEAR)
    SES[a.id] = [s for s in SES[a.id] if w < s[0] and s[1] < w + YEAR]
    if R.random() < .5: a.status = R.choice(['dormant', 'closed']); a.closed_at = rnd_dt(dt(2026, 4, 1), NOW) if a.status == 'closed' else None
for _ in range(330):
    a = new('ordinary_other', 0, 'Forum account, not a game account.', acct=R.choices(['personal', 'organisation', 'professional', 'unknown'], [80, 6, 8, 6])[0])
    if a.kind == 'unknown': a.kind = 'personal'
    if R.random() < .5: adult_play(a, R.choice(ARCH), rate=U(.05, .3))
    posts(a, [('game', 4), ('forum', 4), ('work', 1), ('parent', .5)], R.choice([0, 1, 3, 6, 12]))
    if R.random() < .2: attest(a, 'real_name', 'pass', 'adult', rnd_dt(a.created, NOW), None)
ALLIDS = list(ACC)

# ---------------------------------------------------------------- guilty
def K(): return R.randint(11, 14)
def donor(pal):    # the minor's own, honest account on the same device
    a = ordinary_minor('donor_minor', 'Own attested account of the minor, itself within the hours; the other account on the device is the finding.', rate=U(.35, .7), days=full())
    return a
for _ in range(K()):
    a = new('minor_night', 1, 'Attested minor plays after 22:00 again and again.', created=older()); minor_play(a, rate=U(.2, .5))
    q = U(.15, .6); h0 = U(22.2, 24)
    for d in DAYS:
        if R.random() < q: add(a, at(d, R.gauss(h0, .5) + .3), U(40, 150))
    tidy(a); minor_papers(a); posts(a, [('game', 4), ('pupil', 1)], R.randint(0, 6))
for _ in range(K()):
    a = new('minor_school_hours', 1, 'Attested minor plays on school-day mornings, in class time.', created=older()); minor_play(a, rate=U(.2, .5))
    q = U(.08, .4)
    for d in DAYS:
        if not free(d) and R.random() < q: add(a, at(d, U(8.3, 12.3)), U(20, 75))
    tidy(a); minor_papers(a); posts(a, [('game', 4), ('pupil', 1)], R.randint(0, 5))
for _ in range(K()):
    a = new('minor_hours_faint', 1, 'Attested minor, mostly within the hours, but several evenings run 25 to 70 minutes past the end.', created=older()); minor_play(a, rate=U(.4, .8), days=full())
    for d in R.sample([x for x in DAYS[4:]], R.randint(5, 9)):
        e = lim(d)[1]; m = U(45, 110); add(a, at(d, e + U(25, 70) / 60 - m / 60), m); s = SES[a.id][-1]
        SES[a.id] = [x for x in SES[a.id][:-1] if x[1] < s[0] - timedelta(minutes=3) or x[0] > s[1] + timedelta(minutes=3)] + [s]
    tidy(a); minor_papers(a); posts(a, [('game', 4), ('pupil', 1)], R.randint(0, 5))
for _ in range(K()):
    a = new('guardian_missing', 1, 'Attested minor plays, no guardian ever consented.'); minor_play(a, rate=U(.15, .8)); minor_papers(a, None)
    posts(a, [('game', 4), ('pupil', 1)], R.randint(0, 5))
for _ in range(K()):
    a = new('guardian_failed', 1, 'The guardian check failed and the minor plays on.'); minor_play(a, rate=U(.15, .8)); w = minor_papers(a, None)
    for j in range(R.choice([1, 1, 2, 3])): attest(a, 'guardian', 'fail' if j == 0 or R.random() < .7 else 'none', R.choice(['minor', 'unknown']), w + timedelta(hours=U(.2, 40) + 50 * j), None)
    posts(a, [('game', 4), ('pupil', 1)], R.randint(0, 5))
for _ in range(K()):
    a = new('guardian_expired', 1, 'The consent of the guardian ran out and the minor plays on.', created=rnd_dt(dt(2023, 1, 1), dt(2025, 5, 1)))
    minor_play(a, rate=U(.25, .8), days=full()); minor_papers(a, None)
    ss = SES[a.id]; left = R.choice([5, 8, 15, 25, 40]); ex = ss[max(0, len(ss) - left)][0] - timedelta(hours=1); attest(a, 'guardian', 'pass', 'minor', ex - R.choice([timedelta(180), YEAR]), ex)
    posts(a, [('game', 4), ('pupil', 1)], R.randint(0, 5))
for _ in range(K()):
    a = new('guest_play', 1, 'Game account without any check plays for weeks.')
    R.choice([lambda: adult_play(a, R.choice(ARCH), rate=U(.4, .9)), lambda: pupil_play(a)])(); posts(a, [('game', 6), ('pupil', .6)], R.randint(0, 6))
for _ in range(K()):
    a = new('guest_play_sparse', 1, 'Game account without any check, played only now and then, but played.', created=older())
    adult_play(a, R.choice(ARCH), days=sorted(R.sample(range(55, 105), R.randint(7, 14))), rate=.7); posts(a, [('game', 6)], R.randint(0, 2))
for _ in range(K()):
    a = new('check_failed', 1, 'The age check failed, nothing passed since, and the account plays on.', created=older())
    R.choice([lambda: adult_play(a, R.choice(ARCH), days=full(), rate=U(.2, .8)), lambda: pupil_play(a)])()
    ss = SES[a.id]; w = ss[R.randint(0, max(0, len(ss) // 2))][0] - timedelta(hours=2)
    if w > W0 + timedelta(days=3): attest(a, 'age', 'pass', 'adult', w - YEAR - timedelta(days=5), w + timedelta(minutes=1)) if R.random() < .4 and w - YEAR - timedelta(days=5) > a.created else SES.__setitem__(a.id, [s for s in ss if s[0] > w])
    for j in range(R.choice([1, 1, 2])): attest(a, R.choice(['age', 'age', 'real_name']), 'fail', R.choice(['unknown', 'minor', 'unknown']), w + timedelta(minutes=40 * j), None)
    posts(a, [('game', 6), ('pupil', .5)], R.randint(0, 5))
for _ in range(K()):
    a = new('check_none', 1, 'A check was opened and gave no result; the account plays on without papers.', created=older()); adult_play(a, R.choice(ARCH), rate=U(.25, .8), days=range(10, 105))
    attest(a, R.choice(['age', 'real_name']), 'none', 'unknown', SES[a.id][0][0] - timedelta(hours=U(.3, 60)), None); posts(a, [('game', 6)], R.randint(0, 4))
for _ in range(K()):
    a = new('check_expired', 1, 'The age check ran out, was not renewed, and play goes on.', created=rnd_dt(dt(2021, 1, 1), dt(2025, 1, 1))); adult_play(a, R.choice(ARCH), days=full(), rate=U(.3, .8))
    ss = SES[a.id]; ex = ss[max(0, len(ss) - R.choice([5, 8, 14, 25, 45]))][0] - timedelta(hours=U(1, 30)); attest(a, 'age', 'pass', 'adult', ex - YEAR, ex)
    if R.random() < .3: attest(a, 'age', 'pass', 'adult', ex - 2 * YEAR + timedelta(days=9), ex - YEAR + timedelta(days=9))
    posts(a, [('game', 6), ('work', 1)], R.randint(0, 6))
for _ in range(K()):
    a = new('adult_papers_pupil', 1, 'Papers say adult; plays only out of school hours, in the break from morning on, and writes of own homework and class.', created=older()); pupil_play(a, days=full()); adult_papers(a)
    posts(a, [('game', 5), ('pupil', 5)], R.randint(9, 20))
for _ in range(K()):
    a = new('adult_papers_pupil_faint', 1, 'Papers say adult; the rhythm of a pupil over the term and the break, and two or three remarks of own lessons.', created=older()); pupil_play(a, days=full(), rate=U(.5, .9)); adult_papers(a)
    posts(a, [('game', 1)], R.randint(2, 9)); posts(a, [('pupil', 1)], R.randint(2, 3))
for _ in range(K()):
    a = new('says_age', 1, 'Papers say adult; the player says to be 11 to 15.', created=older()); pupil_play(a); adult_papers(a)
    posts(a, [('game', 1)], R.randint(2, 8)); posts(a, [('age', 1), ('pupil', .6)], R.randint(3, 6))
    if R.random() < .5: a.bio = R.choice(['{a} lat, {C}', '{a} yo / pl', '{C} main, klasa {k}']).format(a=R.randint(11, 14), C=R.choice(CLS), k=R.choice(['6b', '7a', '8c']))
for _ in range(K()):
    a = new('grandparent_papers', 1, 'Papers of a grandparent; played on the device of an attested minor, out of the minor hours, in the words of a child.', created=older())
    m = donor(a); a.dev = [m.dev[0]]; a.net = [m.net[0]]; pupil_play(a, days=full(), rate=U(.4, .8), dev=m.dev[0], net=m.net[0], late=(22.3, 23.8))
    busy = sorted((s[0], s[1]) for s in SES[m.id]); SES[a.id] = [s for s in SES[a.id] if all(s[1] < b or s[0] > e for b, e in busy)]
    attest(a, 'real_name', 'pass', 'adult', rnd_dt(a.created, a.created + timedelta(hours=20)), None); a.disp = R.choice(['Halina', 'Zbigniew', 'Krystyna', 'Jerzy', 'Danuta', 'Stanislaw', None])
    posts(a, [('game', 3), ('pupil', 2)], R.randint(3, 9)); posts(a, [('gran', 1)], R.choice([0, 1, 1, 2]))
for _ in range(K()):
    a = new('relay_after_curfew', 1, 'Adult papers; old device falls silent, from then on the account starts on a minor device minutes after the minor account ends, never in school hours.', created=older())
    m = donor(a); x = R.randint(15, 40); adult_play(a, R.choice(['retired', 'home', 'office']), days=range(0, x), rate=U(.15, .35)); adult_papers(a)
    last = {}
    for s in SES[m.id]: last[s[0].astimezone(ZI['PL']).date()] = s[1]
    for i in range(x + 1, 105):
        d = DAYS[i]; l = last.get(d)
        if l and R.random() < U(.4, .9):
            t = l.astimezone(ZI['PL']).replace(tzinfo=None) + timedelta(minutes=U(3, 25)); endt = at(d, U(22.2, 24))
            if (endt - t).total_seconds() > 1800: add(a, t, min((endt - t).total_seconds() / 60, U(70, 260)), 'PL', m.dev[0], m.net[0])
        elif R.random() < .25: add(a, at(d, U(21.1, 22.5)), U(30, 100), 'PL', m.dev[0], m.net[0])
    tidy(a); posts(a, [('game', 1)], R.randint(0, 4))
for j in range(K()):
    a = new('rented_by_minor', 1, 'Adult account handed over: new device and network, from an adult day to a pupil day, words of a child.', created=older()); x = R.randint(30, 75)
    adult_play(a, R.choice(['office', 'home', 'night', 'student']), days=range(0, x), rate=U(.35, .8)); own = SES[a.id]; cd, cn = tok(), tok()
    if j % 2: m = donor(a); cd, cn = m.dev[0], m.net[0]
    pupil_play(a, days=range(x, 105), rate=U(.5, .9), dev=cd, net=cn, late=(21.8, 23.6))
    if R.random() < .5: adult_play(a, 'home', days=range(x, 105), rate=.12)
    if j % 2:
        bz = [(s[0], s[1]) for s in SES[m.id]]; SES[a.id] = [s for s in SES[a.id] if s[2] != cd or all(s[1] < b or s[0] > e for b, e in bz)]
    adult_papers(a); cut = utc(at(DAYS[x], 0)); late = [s for s in SES[a.id] if s[2] == cd]
    for cat, n in (('pupil', R.randint(1, 4)), ('rentkid', R.choice([0, 1, 2])), ('game', 3)):
        for _ in range(n if late else 0): s = R.choice(late); post(a, rnd_dt(s[0], s[1]), text(cat), 'message' if cat == 'rentkid' else 'comment')
    if R.random() < .5: post(a, cut - timedelta(days=U(.3, 4)), text('rent'), R.choice(['listing', 'post']))
for _ in range(K()):
    a = new('spends_no_guardian', 1, 'Attested minor buys and gives gifts while no guardian consent is valid.', created=rnd_dt(dt(2023, 1, 1), dt(2025, 5, 1))); minor_play(a, rate=U(.4, .8), days=full()); minor_papers(a, None)
    ex = None
    if R.random() < .6: ex = rnd_dt(dt(2026, 3, 20), dt(2026, 4, 25)); attest(a, 'guardian', 'pass', 'minor', ex - YEAR, ex)
    gifts(a, R.randint(8, 40), lo=ex); posts(a, [('game', 3), ('gift', 2), ('pupil', 1)], R.randint(1, 6))
    ACTV.append([a.id, 'purchase', R.randint(6, 50), ex or W0, NOW - timedelta(hours=R.randint(3, 60))])
for _ in range(K()):
    a = new('spends_over_cap', 1, 'Attested minor with consent, hours kept, but far over 10 gifts and purchases a month.', created=older()); minor_play(a, rate=U(.4, .8), days=full()); minor_papers(a)
    for mth in R.sample([3, 4, 5], R.choice([2, 3])):
        lo, hi = dt(2026, mth, 1, 0), dt(2026, mth + 1, 1, 0); gifts(a, R.randint(16, 60), lo, hi); ACTV.append([a.id, 'purchase', R.randint(10, 70), lo, hi])
    posts(a, [('game', 3), ('gift', 2), ('pupil', 1)], R.randint(1, 6))
for _ in range(K()):
    a = new('contradicting', 1, 'One check says adult, a later or same-day one says minor; plays in the evening as an adult without settling it.', created=older()); pupil_play(a, days=full(), late=(22.2, 23.7))
    t1 = rnd_dt(a.created, min(W0, a.created + timedelta(days=300))); t2 = max(t1 + timedelta(hours=1), rnd_dt(t1, dt(2026, 4, 1))); p, q = R.sample(PROV, 2)
    attest(a, 'age', 'pass', 'adult', t1, None if R.random() < .5 else NOW + timedelta(days=R.randint(5, 200)), p); attest(a, R.choice(['real_name', 'age']), 'pass', 'minor', t2, None, q)
    if R.random() < .4: attest(a, 'guardian', 'pass', 'minor', t2 + timedelta(minutes=9), None, q)
    posts(a, [('game', 4), ('pupil', 1)], R.randint(0, 6))

# ---------------------------------------------------------------- innocent
for _ in range(K()):
    ordinary_minor('minor_to_the_edge', 'Minor who plays right up to the end of the hours, never past the tolerance.', edge=.6, rate=U(.6, .95))
for _ in range(K()):
    a = new('minor_guardian_renewed', 0, 'The guardian consent was renewed before it ran out.', created=rnd_dt(dt(2023, 1, 1), dt(2025, 5, 1))); minor_play(a, rate=U(.3, .8), days=full()); minor_papers(a, None)
    ex = rnd_dt(dt(2026, 3, 15), dt(2026, 6, 1)); g = ex - R.choice([timedelta(180), YEAR]); SES[a.id] = [s for s in SES[a.id] if s[0] > g]
    attest(a, 'guardian', 'pass', 'minor', g, ex); attest(a, 'guardian', 'pass', 'minor', ex - timedelta(hours=R.randint(1, 200)), ex + YEAR); posts(a, [('game', 4), ('pupil', 2)], R.randint(0, 6))
for _ in range(K()):
    a = new('adult_night_player', 0, 'Adult with papers who plays at night.'); adult_play(a, 'night', rate=U(.5, .95)); adult_papers(a); posts(a, [('game', 5), ('work', 1)], R.randint(0, 8))
for _ in range(K()):
    a = new('teacher', 0, 'Teacher: talks of classes and homework of pupils, plays after school and in the break.', created=older())
    adult_play(a, 'afterwork', rate=U(.35, .8), days=full())
    for d in sorted(BREAK):
        if R.random() < .6: add(a, at(d, U(9, 13)), U(40, 120))
    tidy(a); adult_papers(a); posts(a, [('game', 3), ('teacher', 4)], R.randint(5, 14))
for _ in range(K()):
    a = new('parent_talks_school', 0, 'Parent who writes of the homework and class of a child.', created=older()); adult_play(a, R.choice(['home', 'office', 'afterwork'])); adult_papers(a); posts(a, [('game', 3), ('parent', 4)], R.randint(4, 13))
for _ in range(K()):
    a = new('older_nightly', 0, 'Older player, nightly, passed every check.', created=older()); adult_play(a, 'oldnight', rate=U(.6, .95), days=full())
    attest(a, 'real_name', 'pass', 'adult', a.created + timedelta(minutes=30), None)
    for _ in range(R.randint(2, 8)): w = rnd_dt(dt(2025, 11, 1) if a.created < dt(2025, 11, 1) else a.created, NOW); attest(a, 'age', 'pass', 'adult', w, w + timedelta(days=R.choice([30, 90, 365])))
    posts(a, [('game', 3), ('old', 3)], R.randint(2, 10))
for _ in range(K()):
    a = new('renewed_late_before_play', 0, 'The check ran out, was renewed late, no play in between.', created=rnd_dt(dt(2021, 1, 1), dt(2025, 1, 1))); adult_play(a, R.choice(ARCH[:7]), days=full(), rate=U(.4, .8))
    ex = rnd_dt(dt(2026, 3, 25), dt(2026, 5, 10)); rn = ex + timedelta(days=U(2, 21)); SES[a.id] = [s for s in SES[a.id] if s[1] < ex or s[0] > rn]
    attest(a, 'age', 'pass', 'adult', ex - YEAR, ex); attest(a, 'age', 'pass', 'adult', rn, rn + YEAR); posts(a, [('game', 3), ('work', 1)], R.randint(0, 6))
for _ in range(K()):
    a = new('expired_not_played', 0, 'The check ran out; not played since.', created=rnd_dt(dt(2021, 1, 1), dt(2025, 1, 1))); adult_play(a, R.choice(ARCH[:7]), days=full(), rate=U(.4, .8))
    ex = rnd_dt(dt(2026, 3, 25), dt(2026, 5, 25)); SES[a.id] = [s for s in SES[a.id] if s[1] < ex]; attest(a, 'age', 'pass', 'adult', ex - YEAR, ex); posts(a, [('game', 3)], R.randint(0, 4))
    if R.random() < .4: post(a, rnd_dt(ex, NOW), text('game'), 'comment')
    if R.random() < .4: ACTV.append([a.id, 'match', R.randint(20, 300), W0, SES[a.id][-1][1] if SES[a.id] else ex])
for _ in range(K()):
    a = new('nongame_no_check', 0, 'Forum account, no game: no check owed, whatever the hour or the topic.', acct=R.choice(['personal', 'personal', 'organisation', 'professional'])); adult_play(a, R.choice(['night', 'student', 'home']), rate=U(.2, .6)); posts(a, [('game', 3), ('forum', 3), ('teacher', .5), ('pupil', .5)], R.randint(2, 10))
for _ in range(K()):
    a = new('shift_worker', 0, 'Adult on rotating shifts.', created=older()); adult_play(a, 'shift', rate=U(.4, .9), days=full()); adult_papers(a); posts(a, [('game', 3), ('shift', 3)], R.randint(1, 8))
for _ in range(K()):
    a = new('student_of_age', 0, 'University student of age: exams, lectures, odd hours.', created=older()); a.net.append(R.choice(DORM)); adult_play(a, 'student', rate=U(.3, .8)); adult_papers(a); posts(a, [('game', 3), ('student', 4)], R.randint(3, 12))
for _ in range(K()):
    m = ordinary_minor('household_child', 'Child of a household, own papers, keeps the hours.', days=full(), rate=U(.4, .8))
    a = new('household_parent_night', 0, 'Parent plays at night on the family console shared with the child, own phone at other times.', created=older()); own = a.dev[0]; a.net = [m.net[0], tok()]
    adult_play(a, 'office', days=full(), rate=U(.15, .4), dev=own); a.pay = m.pay = tok()
    for d in DAYS:
        if R.random() < .45: add(a, at(d, U(21.3, 23)), U(30, 110), 'PL', m.dev[0], m.net[0])
        if d.weekday() < 5 and R.random() < .15: add(a, at(d, U(11.5, 13)), U(8, 30), 'PL', own, a.net[1])
    tidy(a); adult_papers(a); posts(a, [('game', 3), ('parent', 2), ('work', 2)], R.randint(1, 8))
for _ in range(K()):
    ordinary_minor('minor_minute_over', 'Minor who often runs 1 to 12 minutes over the end, within the tolerance.', over=.35, overmin=(1, 12), rate=U(.4, .8))
for _ in range(K()):
    ordinary_minor('minor_holiday_play', 'Minor who plays on mornings of public holidays and of the school break, and to 22:00 on their eves.', holi=1, rate=U(.2, .4), days=full())
for _ in range(K()):
    a = new('traveller_adult', 0, 'Adult abroad for weeks; regions and hours change, one holder.', created=older()); x = R.randint(15, 60); y = x + R.randint(8, 30); reg = R.choice(['JP', 'GB', 'PT', 'US-NY', 'US-CA', 'TH', 'AE']); ar = R.choice(['office', 'afterwork', 'student']); hn = tok()
    adult_play(a, ar, days=range(0, x), rate=.5); adult_play(a, ar, days=range(x + 1, y), rate=.6, reg=reg, net=hn); adult_play(a, ar, days=range(min(y + 1, 104), 105), rate=.5); adult_papers(a); a.keepreg = True; posts(a, [('game', 3), ('trav', 3)], R.randint(1, 7))
for _ in range(K()):
    a = new('traveller_minor', 0, 'Minor abroad with family, keeps the hours of the place where the session is.', created=older()); x = R.randint(15, 60); y = x + R.randint(7, 21); reg = R.choice(['JP', 'US-NY', 'US-CA', 'TH', 'AE', 'PT']); hn = tok()
    minor_play(a, days=range(0, x), rate=.5); minor_play(a, days=range(x + 1, y), rate=.7, reg=reg, net=hn); minor_play(a, days=range(y + 1, 105), rate=.5); minor_papers(a); a.keepreg = True; posts(a, [('game', 3), ('travkid', 3)], R.randint(1, 6))
for _ in range(K()):
    a = new('adult_cartoon_name', 0, 'Adult with papers and a cartoon name.', toon=True, created=older()); adult_play(a, R.choice(ARCH)); adult_papers(a); posts(a, [('game', 4), ('work', 1)], R.randint(0, 6)); a.bio = R.choice([None, 'Reksio forever', 'cartoons & coffee', 'bajki z dziecinstwa', 'anime'])
for _ in range(K()):
    a = new('office_after_work', 0, 'Adult in a job till the afternoon: evenings only, also on the weekdays of the school break; no word of school.', created=older()); adult_play(a, 'afterwork', days=full(), rate=U(.5, .9)); adult_papers(a); posts(a, [('game', 4), ('work', 2)], R.randint(1, 8))
for _ in range(K()):
    a = new('came_of_age', 0, 'Minor with guardian, turned 18, passed a new check of the same provider as adult; night play only after it.', created=rnd_dt(dt(2023, 1, 1), dt(2025, 6, 1))); x = R.randint(25, 60); p = prov()
    minor_play(a, days=range(0, x), rate=U(.3, .7)); adult_play(a, R.choice(['student', 'night']), days=range(x + 1, 105), rate=U(.4, .8)); w = a.created + timedelta(hours=1)
    attest(a, 'real_name', 'pass', 'minor', w, None, p); attest(a, 'guardian', 'pass', 'minor', w + timedelta(minutes=20), None, p); attest(a, 'real_name', 'pass', 'adult', utc(at(DAYS[x], U(9, 20))), None, p)
    posts(a, [('game', 4)], R.randint(1, 5)); late = [s for s in SES[a.id] if s[0] > utc(at(DAYS[x + 1], 0))]
    for _ in range(R.randint(0, 2) if late else 0): s = R.choice(late); post(a, rnd_dt(s[0], s[1]), text('eight'))
for _ in range(K()):
    a = new('failed_then_passed', 0, 'First try of the check failed, a later one passed, play only after that.', created=rnd_dt(dt(2026, 1, 5), dt(2026, 3, 25))); w = a.created + timedelta(hours=U(.1, 2)); ok = w + timedelta(hours=U(.2, 90))
    adult_play(a, R.choice(ARCH[:7]), days=full(), rate=U(.3, .8)); SES[a.id] = [s for s in SES[a.id] if s[0] > ok]
    for j in range(R.choice([1, 2])): attest(a, 'age', 'fail', 'unknown', w + timedelta(minutes=3 * j), None)
    attest(a, R.choice(['age', 'real_name']), 'pass', 'adult', ok, ok + YEAR); posts(a, [('game', 4)], R.randint(0, 5))
for _ in range(K()):
    a = new('registered_never_played', 0, 'Game account without a check that has never been played.', created=rnd_dt(dt(2025, 6, 1), dt(2026, 6, 10))); posts(a, [('game', 1)], R.choice([0, 0, 0, 1]), near=False)
for _ in range(K()):
    a = new('nostalgic_adult', 0, 'Adult who writes of own school days long ago.', created=older()); adult_play(a, R.choice(['afterwork', 'night', 'office'])); adult_papers(a); posts(a, [('game', 3), ('nost', 3), ('work', 1)], R.randint(4, 11))

# ---------------------------------------------------------------- check of the truth against the rules (before values go missing)
BY = defaultdict(list)
for r in ATT: BY[r[0]].append(r)
def ok_at(rows, kinds, t, band=None): return any(r[1] in kinds and r[2] == 'pass' and r[4] <= t and (r[5] is None or r[5] > t) and (band is None or r[3] == band) for r in rows)
bad = Counter()
for i, a in ACC.items():
    SES[i].sort(key=lambda r: r[0]); g, kind, _ = TRUTH[i]; n1 = n2 = n3 = 0
    if a.kind == 'game':
        for s, e, d, n, reg in SES[i]:
            if not ok_at(BY[i], ('age', 'real_name'), s): n1 += 1; continue
            if ok_at(BY[i], ('age', 'real_name'), s, 'minor') and not (kind == 'came_of_age' and ok_at(BY[i], ('real_name',), s, 'adult')):
                if not ok_at(BY[i], ('guardian',), s): n2 += 1
                l = s.astimezone(ZI[reg]); le = e.astimezone(ZI[reg]); dd = l.date(); b, q = lim(dd); tl = timedelta(minutes=15)
                if l.hour < 4: n3 += 1
                elif l.replace(tzinfo=None) < at(dd, b) - tl or le.replace(tzinfo=None) > at(dd, q) + tl: n3 += 1
    rule = n1 > 0 or n2 > 0 or n3 >= 3
    soft = kind in ('adult_papers_pupil', 'adult_papers_pupil_faint', 'says_age', 'grandparent_papers', 'relay_after_curfew', 'rented_by_minor', 'spends_over_cap')
    if (g and not rule and not soft) or (not g and rule) or (soft and rule): bad[(kind, g, n1 > 0, n2 > 0, n3 >= 3)] += 1
    if g and len(SES[i]) < 4: bad[(kind, 'few sessions', len(SES[i]))] += 1
print('truth against rules, mismatches:', dict(bad))

# ---------------------------------------------------------------- export
TS = pa.timestamp('us', tz='UTC'); S = pa.string()
def write(name, cols, rows):
    for r in rows:
        for j, (c, ty) in enumerate(cols):
            if ty == TS and r[j]: r[j] = r[j].replace(microsecond=0)
    R.shuffle(rows); t = pa.table({c: pa.array([r[j] for r in rows], ty) for j, (c, ty) in enumerate(cols)}); pq.write_table(t, os.path.join(OUT, name + '.parquet')); return t
L = pa.int64(); B = pa.bool_(); rows = []; sess = []
for i, a in ACC.items():
    seen = [s[1] for s in SES[i]] + a.seen; last = max(seen) if seen else a.created + timedelta(minutes=R.randint(1, 90))
    h = handle(a.toon); bio(a)
    if a.status == 'closed' and a.closed_at < last: a.closed_at = min(NOW - timedelta(hours=1), last + timedelta(days=1))
    if a.status == 'active' and last < dt(2026, 3, 25) and R.random() < .3: a.status = 'dormant'
    npost = sum(1 for _ in a.seen); f = int(R.lognormvariate(2.2, 1.2)); disp = a.disp or (h if R.random() < .5 else R.choice(FN) + R.choice(['', ' ' + R.choice('ABCDEGHJKLMNPRSTWZ') + '.', str(R.randint(1, 99))]))
    rows.append([i, h, 'skarbia', gap(disp, .04), a.bio, R.choice(CITY) if R.random() < .45 else None, ('https://example.org/u/' + hx(6)) if R.random() < .04 else None, ('avatars/' + hx(12) + '.png') if R.random() < .6 else None, hx(64) if R.random() < .5 else None, None, a.kind,
                 gap(a.created, .01), a.status, a.closed_at, 'request' if a.status == 'closed' else None, None, None, gap(last, .04), gap(f, .02), gap(int(R.lognormvariate(2.4, 1.1)), .02), npost + int(R.lognormvariate(1, 1.2)), int(R.random() < .1), None, R.random() < .35, gap(R.random() < .2, .1),
                 gap(R.choices(['pl', 'en', 'uk', 'de'], [72, 16, 8, 4])[0], .08)])
    for s, e, d, n, reg in SES[i]: sess.append([i, s, gap(e, .015), gap(d, .015), gap(n, .02), reg if a.keepreg else gap(reg, .02)])
    ds, ns = defaultdict(list), defaultdict(list)
    for s, e, d, n, reg in SES[i]: ds[d].append(s); ns[n].append(s)
    for k, m in (('device', ds), ('network', ns)):
        for t, v in m.items(): TOK.append([i, k, t, gap(min(v), .03), gap(max(v), .03)])
    for k, p in (('email', .9), ('phone', .6)):
        if R.random() < p: TOK.append([i, k, tok(), a.created, gap(last, .1)])
    if a.pay or R.random() < .25: TOK.append([i, 'payment', a.pay or tok(), rnd_dt(a.created, last) if last > a.created else a.created, gap(last, .1)])
    for _ in range(R.choice([0, 0, 1, 3, 8]) if SES[i] else 0):
        s = R.choice(SES[i]); ACTN.append([i, rnd_dt(s[0], s[1]), R.choice(['like', 'like', 'vote', 'view', 'share', 'star']), 'obj_' + hx(6), R.choice(ALLIDS) if R.random() < .4 else None])
    if a.kind == 'game' and SES[i] and R.random() < .4: ACTV.append([i, 'match', len(SES[i]) * R.randint(1, 5), SES[i][0][0], SES[i][-1][1]])
    if a.kind == 'game' and SES[i] and R.random() < .1 and TRUTH[i][1] in ('ordinary_adult', 'older_nightly', 'adult_night_player', 'student_of_age'): ACTV.append([i, 'purchase', R.randint(1, 60), SES[i][0][0], SES[i][-1][1]])
    if TRUTH[i][1] in ('ordinary_minor', 'minor_to_the_edge', 'minor_holiday_play') and SES[i] and R.random() < .2: ACTV.append([i, 'purchase', R.randint(1, 5), dt(2026, 4, 1, 0), dt(2026, 5, 1, 0)])
GIFT = Counter((r[0], r[1].month) for r in ACTN if r[2] == 'gift' and not TRUTH[r[0]][0])
minors0 = {i for i in ACC if not TRUTH[i][0] and any(r[3] == 'minor' for r in BY[i])}
print('innocent minors over the gift cap:', sum(1 for (i, m), c in GIFT.items() if i in minors0 and c > 10))
for r in ATT: r[6] = gap(r[6], .04); r[3] = r[3] if r[3] == 'minor' or R.random() > .02 or r[1] == 'guardian' or TRUTH[r[0]][1] in ('came_of_age', 'contradicting') else 'unknown'
tabs = {
 'accounts': write('accounts', [('account_id', S), ('handle', S), ('platform', S), ('display_name', S), ('bio', S), ('location', S), ('url', S), ('avatar', S), ('avatar_hash', S), ('cover_hash', S), ('kind', S), ('created_at', TS), ('status', S), ('closed_at', TS), ('closed_ground', S), ('closed_for', S), ('barred_until', TS), ('last_active_at', TS), ('followers', L), ('following', L), ('posts', L), ('listed', L), ('verified_org_id', S), ('default_avatar', B), ('is_private', B), ('language', S)], rows),
 'attestations': write('attestations', [('account_id', S), ('kind', S), ('result', S), ('age_band', S), ('at', TS), ('expires_at', TS), ('provider', S)], ATT),
 'sessions': write('sessions', [('account_id', S), ('started_at', TS), ('ended_at', TS), ('device_token', S), ('network_token', S), ('region', S)], sess),
 'tokens': write('tokens', [('account_id', S), ('kind', S), ('token', S), ('first_seen_at', TS), ('last_seen_at', TS)], TOK),
 'posts': write('posts', [('post_id', S), ('account_id', S), ('at', TS), ('kind', S), ('target_id', S), ('title', S), ('text', S), ('url', S), ('topic', S), ('removed_at', TS), ('language', S)], POST),
 'activity': write('activity', [('account_id', S), ('verb', S), ('count', L), ('since', TS), ('until', TS)], ACTV),
 'actions': write('actions', [('account_id', S), ('at', TS), ('verb', S), ('object_id', S), ('target_account_id', S)], ACTN)}
tr = [(i,) + TRUTH[i] for i in ACC]; R.shuffle(tr)
with open(os.path.join(HERE, 'truth.csv'), 'w', newline='') as f: w = csv.writer(f); w.writerow(['account_id', 'guilty', 'kind', 'why']); w.writerows(tr)
ids = set(ACC)
for n, t in tabs.items():
    ref = set(t['account_id'].to_pylist()); assert ref <= ids, n; print(n, t.num_rows, t.num_columns)
assert len(set(tabs['posts']['post_id'].to_pylist())) == tabs['posts'].num_rows and set(x for x in tabs['actions']['target_account_id'].to_pylist() if x) <= ids
mx = {n: [(c, str(max(x for x in t[c].to_pylist() if x))) for c in t.column_names if t.schema.field(c).type == TS and t[c].null_count < t.num_rows] for n, t in tabs.items()}; print(mx)
cre = {i: a.created for i, a in ACC.items()}
print('before creation: att', sum(r[4] < cre[r[0]] for r in ATT), 'ses', sum(s[0] < cre[i] for i in SES for s in SES[i]), 'posts', sum(p[2] < cre[p[1]] for p in POST), 'att in future', sum(r[4] >= NOW for r in ATT))
print('expiry before issue', sum(1 for r in ATT if r[5] and r[5] <= r[4]))
c = Counter((g, k) for g, k, _ in TRUTH.values())
med = defaultdict(list)
for i in ACC: med[TRUTH[i][1]].append(len(SES[i]))
for (g, k), n in sorted(c.items()): v = sorted(med[k]); print(g, k, n, 'sessions min/med/max', v[0], v[len(v) // 2], v[-1])

spend = Counter((r[0], r[1].month) for r in ACTN if r[2] == 'gift'); oc = [i for i in ACC if TRUTH[i][1] == 'spends_over_cap']
print('over cap: months over 10 per account', sorted(sum(spend[(i, m)] > 10 for m in (3, 4, 5, 6)) for i in oc), 'no guardian gifts', sorted(sum(spend[(i, m)] for m in (3, 4, 5, 6)) for i in ACC if TRUTH[i][1] == 'spends_no_guardian'))
own = defaultdict(set)
for r in sess:
    if r[3]: own[r[3]].add(r[0])
for k in ('grandparent_papers', 'relay_after_curfew', 'rented_by_minor', 'household_parent_night'):
    print(k, 'sessions on a device of a minor account', sorted(sum(1 for x in SES[i] if any(TRUTH[o][1] in ('donor_minor', 'household_child') for o in own[x[2]])) for i in ACC if TRUTH[i][1] == k))
print('post languages', Counter(p[10] for p in POST))
