"""Words and names that contain, or are, a rude word somewhere and mean no harm: our own list, short and open to view.

Two rules use it. A term inside one of `WORDS` (the span lies in Scunthorpe) does not count. A term that *is* a name counts
only where it does not stand as one: see `is_name`.
"""

from __future__ import annotations

import re

__all__ = ["WORDS", "is_name"]

WORDS = (
    "homo sapiens",
    *"""
    scunthorpe penistone clitheroe lightwater saltwater meltwater sweetwater atwater essex sussex wessex middlesex cockermouth
    cockfosters hancock hitchcock babcock woodcock peacock cockburn cocktail cockpit cockatoo cockroach cockney cockerel cockle
    shuttlecock gamecock dickens dickinson dickson riddick benedick medick shitake shiitake matsushita nishitani yoshitaka
    toshitaka hoshita morishita kinoshita yamashita takeshita mishita ishita akshit dikshit rakshit fukuoka fukushima fukuda fukui
    fukuyama fukumoto fukase arsenal arsenic arsene marseille larsen coarse hoarse parse sparse arsenault sexton sextant sextet
    class glass grass brass bass mass pass assassin assault assemble assembly assert assess asset assign assist associat assum
    assur assort assyria asshur ambassador embassy harass hassle vassal cassava cassette cassidy cassandra cassie casserole massif
    vassar nassau passau hassan hassen bassoon lasso assam sassy tassel potassium carcass canvass trespass morass crevasse
    impasse finesse madagassc kvass quass sassafras bassett wasserman passat nasser yasser gassend analys analyz analog
    analects analgesi banal canal pantanal grape scrape drape trapeze therap parapet rapeseed scraper crape rapeti therapist title
    titan titanium titus titian titmouse entity identity quantity institut constitut substitut competition petition repetition
    partition practition appetite attitude latitude altitude gratitude stitch multitude aptitude document cucumber circum
    accumul cumin cumul incumb succumb encumb cumbria cumberland cumbernauld cumquat kumquat kumar kumamoto hello shell
    michell mitchell rochelle seychell hellen othello chell helleb scrap homogen homonym homolog homophon homograph homo sapiens
    night knight nigeria niger benign enigma nigella denigr snigger cocoon raccoon racoon tycoon spice suspici hospice conspic
    auspic despic pakistan japan gobbledygook vandyke wankel swank custard mustard leotard tardy tardigrad stardust spoon harpoon
    lampoon prickl pinprick heraclit enclitic album bumper bumble bumiputera button butter buttress butte rebuttal butterworth
    basement casement amusement advertisement endorsement management peer peel speed speech pool poor poodle kapoor pooja shoe phoenix
    horseshoe hoedown backhoe savage vague vagabond ravage extravag better between betty elizabeth alphabet tibet bethany bethlehem
    diabet betray sherbet sorbet abet lisbeth macbeth bettina betula tweed seaweed bindweed milkweed knotweed duckweed sloan
    gunther gunnar burgundy gundam begun spot potato potter teapot jackpot potential skill killarney killian soldier studies
    ladies audience foodie diet indie bombay bombard bombast crisis nazia nazir nazim ashkenazi nazionale reput comput amput deput
    imput dispute laputa calcul ridicul articul circul meticul miracul cacao screwdriver corkscrew knobloch doorknob saturday
    sturdy farther farthing muffin muffler digit legit github gitlab agitat cogitat fugitiv snob noble nobel twitter twitch
    soda sodium episode among mongol mongoose monger mongodb humongous heroine method something methane prometh cracker
    crackle pimple pimpernel jerky gayatri gayle gaylord nosegay pussycat pussywillow scatter muscat honeysuckle suckling
    swastik trampoline impinge polliwog wogan retardant basted manuscript japonic niggard cumming fagin fagott
    fagioli dyker klondyke cocker stopcock cockaigne butterfly constitu prostitut therapeut amassed surpass compass
    bypass assent assay assail asses molasses embarrass cassius casshern massag massach passeng passag passion passport
    password passiv passov message hellenic nutshell bombshell eggshell seashell pakeha chinkapin spickard
    dickie titch tittle subtit entitl intestat testat cocktails hoare shoreditch whorl horehound sextuple bisexual asexual unisex
    assisi assad assassin capsicum modicum locum talcum vacuum ecumen scumble tucuman chastity computa reputa disputa amputa imputa
    deputa damnation drugstore fagus harshit kshit yoshito mishit hoshi bashir hellas ivanhoe tahoe phoebe nigel pissarro rehearse
    restitut substitut superstit prostitut titicaca titration titrat thomond cockatiel lassie kassel wasser strasse sasso tasso
    jurassic triassic thalass yassin assamese assen massimo wassily yasser nassar kassab bhosadi shitij sushito moshit
    """.split(),  # noqa: SIM905  (a paragraph of words reads better than hundreds of quoted lines)
)
"""Beginnings or wholes of words; a term that lies inside one in the text is part of it."""

_ELSEWHERE = frozenset(
    """
    phuc phuoc phat dung dong fuk fook fuchs fucks wang kuntz kunz kunt kock kok koch bich bitsch dich semen semyon siemen penn titte tits titov
    analia anush anusha pis pies pisa pissarro kaka caca putin gaye gaylor gaylord koon kuhn koons cumming cummings kum shag
    shagun slutsky hoare rapp wanke wanka wankel weedon sloan merda suk suka sukka sato perv assad asse sexauer sexsmith sexton
    begay begaye crazyhorse manygoats killsenemy whitefeather twatt wetwang shitterton fugger fuchs fux hui shih sheit shito
    titus dikshit akshit rakshit lipshitz lifshitz schitt kikue kiko mongo
    cona kona kusi pimmel popo pipi nika nigar niggl
    """.split(),  # noqa: SIM905
)
"""Family and given names, and places, that are rude only in another language."""

_BESIDE = frozenset(
    """
    ai an ang bai bao bi bian cai cao chan chang chao che chen cheng cheung choi chong chou chow chu chui chung cui dai dang deng di
    diao ding dong dou du duan fan fang fei feng fok fong fu fung gan gao ge geng gong gou gu guan guo han hang hao he heng ho hon
    hong hou hsu hu hua huang hui huo ji jia jian jiang jiao jin jing ju kan kang kao ke ko kong koo kuang kuo kwan kwok lai lam
    lan lang lao lau lee lei leng leung li lian liang liao lim lin ling liu lo loh long lou lu lui luk luo ma mai man mao mei meng mi
    miao min ming mo mok mu mui na nan nie ning niu ng ngo nguyen ou pan pang pei peng pi pian ping pong poon pu qi qian qiao qin qiu qu
    quan ran rao ren rong ruan san sha shan shang shao she shen sheng shi shu shum shui si siu so song su sui sun sung szeto ta tai
    tam tan tang tao teng tian ting tong tsai tsang tse tsui tu tung wan wang wei wen wong woo wu xi xia xian xiang xiao xie xin
    xing xiong xu xue xun yan yang yao ye yeung yi yim yin ying yip yiu yong you yu yuan yue yun zeng zha zhan zhang zhao zhen zheng
    zhong zhou zhu zhuang zhuo zou zu bang bui cong dinh duc hien hoang hue huu khoa lac lieu loc nghia ngoc phan pho phu que quoc thi
    tho thu thuy tien trang tran tri trinh truc vo vu choe gil ham jang jeon jo joo jung kil kim koo kwon min moon nam noh oh pak pyo rim
    ryu seo seok shin sik sin suk won yoo yoon hori kubo mori noda oda ono seki sudo toda ueda wada hadji haji pele usama osama
    dick dicky dickie fanny willy willie randy peter rod roger johnson john gay gays cock cox butt butts hooker bush beaver
    pussey ball balls glasscock weiner wiener wanker johns hung ho hoe shi kuntze pratt prick prickett crapper crapo dyke
    dykes coon kike fag fagg hoar hore rape raper bummer boob booby bastard weed weeds loan killer hell moron boner bang bangs
    long cherry pansy fairy rooney mick paddy chinn spick seaman smut slack outlaw slaughter savage moody crook strange death
    coffin pain wacker looney bong pott pot reefer joint speed smack angel molly mary jane snow coke cooke charlie dance
    anal isis jesus kiki cocks walkingstick roundstone batman intercourse titting
    """.split()  # noqa: SIM905
)
"""Names that are rude in their own language too."""

_ORDINARY = frozenset(
    """
    a an the my your his her our their big huge tiny small little hot sexy fat wet hard soft black white nice best free cheap
    head face hole pic pics nude nudes lick licks suck sucks eat eats kiss love loves lover i you me we he she it is are for of
    to in on at and or not no all buy sell sells deal dealer dealers shop seller vip official club daily bonus here now king queen lord
    master boss girl girls sex porn xxx escort escorts casino boy boys man men woman women show live cam fuck fucker shit hoe whore slut mr mrs ms dr
    """.split()  # noqa: SIM905
)
_WORD = re.compile(r"[A-Z]{2,}(?![a-z])|[^\W\d_][^\W\d_A-Z]*")


def is_name(text: str, start: int, stop: int, field: str) -> bool:
    """Tell whether a word written plainly at `start` to `stop` is somebody's name, or a place's, rather than a rude word.

    Names that are rude in another language only (Phuc, Kuntz, Fuk) are names wherever a name is asked for. Names that are
    rude in their own (Dick, Fanny) are names beside another word that is no ordinary word. In a biography only a capital
    beside another capital makes a name.
    """
    word = text[start:stop].casefold()
    if word not in _ELSEWHERE and word not in _BESIDE:
        return False
    around = [m.group() for part in (text[:start], text[stop:]) for m in _WORD.finditer(part) if len(m.group()) > 1]
    other = [w for w in around if w.casefold() not in _ORDINARY]
    proper = bool(other) and len(other) == len(around)
    if field in {"bio", "post"}:
        return text[start].isupper() and any(w[0].isupper() for w in _neighbours(text, start, stop))
    return proper or (not around and word in _ELSEWHERE)


def _neighbours(text: str, start: int, stop: int) -> list[str]:
    before, after = re.search(r"(\w+)[ .-]$", text[:start]), re.match(r"[ .-](\w+)", text[stop:])
    return [m.group(1) for m in (before, after) if m]
