"""Words put before or after a name that do not change whose name it is: official, support, 官方, 二号, 2.0, back again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache, reduce
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.affix_compounds import BACK, DESKS, SECOND_ACCOUNTS, SINGLE, Pair
from aboveboard.names.affix_offices import without_office, without_offices
from aboveboard.names.affix_tongues import GLUED_SYLLABLES
from aboveboard.names.affix_words import SPACED
from aboveboard.names.announcements import PHRASES
from aboveboard.names.edges import Edges, worth_it
from aboveboard.names.letters import read_letters

__all__ = ["GLUED", "PACKED", "RETURNS", "SPACED", "announces", "claims_office", "stripped", "stripping"]

GLUED = (
    "official", "officiel", "oficial", "offiziell", "ufficiale", "support", "helpdesk", "helpline", "customercare", "customerservice", "service", "services",
    "help", "care", "team", "verified", "real", "theofficial", "online", "soporte", "ayuda", "suporte", "resmi", "destek", "account", "page", "acct",
    "refund", "refunds", "billing", "secure", "recovery", "kefu", "guanfang", "xinhao", "xiaohao", "cs", "login", "giveaway", "airdrop", "helpcenter", "supportteam", "careteam", "serviceclient", "kundenservice",
    "verification", "copyright", "security", "verify", "safety", "layanan", "vip", "hq", "app", "isback", "isbackagain", "backagain", "returns", "reborn", "reloaded", "newaccount", "newacc", "backup", "backupaccount", "again", "elregreso", "cuentanueva", "nuevacuenta", "deretour", "wiederda",
)  # fmt: skip
"""Latin affixes that handles carry without a separator: acmesupport, officialacme."""

PACKED = (
    "官方账号", "网安", "官方客服", "官方认证", "官方微博", "官方旗舰店", "旗舰店", "官方", "官网", "官微", "官号", "官博", "客服中心", "售后服务", "售后客服", "售后", "退税中心", "退税", "退款中心", "退款", "理赔中心", "理赔", "贷款中心", "贷款专员", "贷款", "信用卡中心", "挂号平台", "预约挂号", "预约", "挂号", "安全中心", "客户服务", "客户中心",
    "权威发布", "发布", "小编", "栏目组", "招生办", "招生组", "资助办", "募捐", "反诈中心", "反诈", "反诈组", "网警", "专员", "客服专员", "客服人员", "小姐姐", "客服经理", "投诉", "申诉", "举报中心", "兑奖中心", "领奖中心", "活动中心", "审核",
    "理财", "旗舰客服", "支付客服", "金融客服", "福利", "补贴", "退税", "运营", "事务局", "お届け通知", "お知らせ", "再配達", "還付", "相談窓口", "運営", "運営事務局", "事務局", "公式LINE", "公式通知", "在线客服", "人工客服", "客服", "服务中心", "服务号", "服务热线", "热线", "订阅号", "公众号",
    "认证", "已认证", "正版", "唯一", "本尊", "本人", "真", "大号", "小号", "二号", "三号", "新号", "备用号", "备号", "小小号", "副号", "分号", "账号", "号", "团队", "平台", "中心", "在线", "直播间", "直播", "助手", "小助手",
    "本物", "正規", "本家", "正宗", "正牌", "公式アカウント", "公式", "サポート", "カスタマーサポート", "お客様センター", "お客様サポート", "カスタマーセンター", "窓口", "の",
)  # fmt: skip
"""Affixes of names written without spaces, at either end."""

_BACK = (
    "2.0", "3.0", "2 0", "3 0", "v2", "v3", "ii", "iii", "2nd", "part 2", "new", "the new", "new account", "new acc", "newacc", "again", "back", "back again", "is back", "im back", "i am back",
    "returns", "returned", "return", "the return", "reborn", "reloaded", "revived", "resurrected", "reincarnated", "backup", "back up", "backup account", "alt", "second account", "round 2",
    "回来了", "又回来了", "我回来了", "归来", "王者归来", "回归", "重新开始", "重出江湖", "复活", "重生", "新号", "新账号", "原号被封", "原号已封", "旧号被封", "被封", "大号被封", "又来了", "再来", "转世", "转生",
    "old account banned", "old acc banned", "old one banned", "old account gone", "prev account banned", "restart", "restarted", "reboot", "rebooted", "relaunch", "relaunched", "comeback", "the comeback", "new page",
    "new profile", "new handle", "2nd acc", "2nd account", "second acc", "reserve", "xinhao", "volvió", "regresa", "volvemos", "conta nova", "voltou", "voltamos", "nova", "akun baru", "baru", "kembali", "nowe konto", "wraca", "wróciła",
    "nowy", "новий акаунт", "повернувся", "повернулась", "повернулася", "повернулись", "вернулись", "вернулось", "старый заблокировали", "старый аккаунт заблокирован", "запасной", "резервный", "novy", "vernulsya", "снова с вами", "حساب جدید",
    "اکانت جدید", "بازگشت", "برگشت", "عدنا", "عادت", "رجعنا", "حساب احتياطي", "حساب بديل", "حساب ثان", "חזרנו", "חזרה", "החשבון החדש", "फिर से", "नया अकाउंट", "वापसी", "लौट आया", "নতুন অ্যাকাউন্ট", "ফিরে এসেছে", "புதிய கணக்கு", "மீண்டும்",
    "บัญชีสำรอง", "กลับมาอีกครั้ง", "再開", "予備アカウント", "予備", "前垢凍結", "旧垢凍結", "凍結されました", "備用", "备用", "备用账号", "備用帳號", "備用號", "新帳號", "新帳戶", "新賬號", "重启", "重新开号", "重新开张", "复出", "复播", "再出发", "卷土重来",
    "号没了", "封号重来", "被封重来", "新开", "새계정", "재개", "다시 시작", "돌아온", "부계", "yeniden", "yedek hesap", "kehrt zurück", "neues profil", "revient", "compte de secours", "torna", "nuovo profilo", "è tornata", "νέο προφίλ", "πίσω", "đã trở lại", "acc mới",
    "nuevo", "nueva cuenta", "de vuelta", "volvi", "regreso", "novo", "nova conta", "voltei", "de volta", "nouveau", "nouveau compte", "de retour", "neu", "neuer account", "ist zuruck", "zuruck",
    "новый", "новый аккаунт", "вернулся", "вернулась", "снова", "снова здесь", "عدت", "الجديد", "حساب جديد", "رجعت", "復活", "復帰", "新垢", "サブ垢", "서브", "부계정", "돌아왔다", "재가입", "yeni", "yeni hesap", "geri döndü", "geri dönüş", "trở lại", "quay lại", "tài khoản mới", "ha vuelto", "cuenta nueva", "el regreso", "neues konto", "ist zurück", "wieder da",
    "est de retour", "le retour", "новая страница", "επέστρεψε", "νέος λογαριασμός", "ξανά", "عاد", "الحساب الجديد", "חזר", "חשבון חדש", "वापस", "नया खाता", "กลับมาแล้ว", "กลับมา", "บัญชีใหม่",
    "新アカウント", "帰ってきた", "새 계정", "복귀", "컴백", "volto", "está de volta", "è tornato", "nuovo account", "wrocil", "powrót",
)  # fmt: skip
RETURNS = (*_BACK, *BACK)
"""Ways to say that one is back; each also makes the account an announced return (`sequel`)."""

_SHORTEST = 2
_ROUNDS = 4


@cache
def _ends() -> tuple[str, ...]:
    """Return what is taken off the end of a name, digits first."""
    spaced, packed, glued = _alternatives()
    return (
        _DIGITS,
        rf"(?: (?:{spaced}))+$",
        rf"(?: ?(?:{packed}))+$",
        rf"^([^ ]{{4,}}?)(?:{glued})+\d*$",
        rf"([\p{{Han}}]{{2,}})(?:vip|v|pro|hr|kf)$|([\p{{Han}}]{{2,}}) [新旧续再正]$|^([^ ]{{{_LONG},}}?)(?:{_AGAIN})$",
    )


@cache
def _pattern() -> tuple[str, str]:
    spaced, packed, glued = _alternatives()
    starts = rf"^(?:(?:{spaced}) )+|^(?:(?:{packed}) ?)+|^(?:{glued})+([a-z][^ ]{{3,}})$|^(?:{_ANEW})([a-z][^ ]{{{_LONG - 1},}})$"
    digits, *rest = _ends()
    return starts, "|".join((rest[0], digits, *rest[1:]))


@cache
def _alternatives() -> tuple[str, str, str]:
    """Return the affixes that are written with a space, without one, and glued to Latin letters."""
    words = _both((*SPACED, *RETURNS, *SINGLE))
    spaced = "|".join((_any({w for w in words if not _packed(w)}), *_compounds((*DESKS, *SECOND_ACCOUNTS), " ")))
    packed = "|".join((_any(_packed_words(words)), *_compounds((*DESKS, *SECOND_ACCOUNTS), "")))
    return spaced, packed, "|".join(sorted(_glued(), key=lambda w: (-len(w), w)))


@cache
def _glued() -> frozenset[str]:
    """Return the Latin affixes that handles carry without a separator: those listed, and all others that are too long to end another word."""
    long = ("".join(w.split()) for w in map(_unmarked, (*SPACED, *RETURNS, *SINGLE)))
    return frozenset((*GLUED, *(w for w in long if len(w) >= _UNMISTAKEN and w.isascii() and w.isalpha())))


_UNMISTAKEN = 8

_AGAIN, _ANEW = (
    "new|alt|back|two|restart|rebooted|spare|reserve|zwei|neu|nuevo|novo|yeni|yedek|baru|usa|uk|br|mx|arg|cn|jp|kr|tw|hk|tr|ua|nz|vn|sg|ph|pl|cz",
    "new|my|our|the|neu|nuevo|nouveau",
)
_LONG = 7
"""Letters of a name written as one from which words that others begin or end with may be taken off."""

_DIGITS = r"(?:[ ]?\d{1,4})+$"


_BETWEEN = re.compile(
    "[^\\w\u0900-\u0dff\u0e31-\u0eff\u1000-\u109f\u1780-\u17ff]+|_+"
)  # vowel signs are no letters to \\w


@lru_cache(maxsize=16_384)
def announces(affix: str) -> bool:
    """Tell whether what was added to a name says that one is back or has a new account."""
    bare = _BETWEEN.sub(" ", affix).strip().lower()
    read = _read(bare)
    return bool({affix.strip(), bare} & _returns()) or read in _phrases()[0] or bool(_second().fullmatch(read))


def claims_office(words: str, name: str) -> bool:
    """Tell whether what a name (`letters.letters`) has beside another's name is an office: support or recovery, not team or page."""
    bare, meant = words.replace(" ", ""), name.replace(" ", "")
    beside = f" {bare.replace(meant, ' ', 1)} " if meant in bare else ""
    return any(w not in _NEUTRAL and w in _offices() for w in beside.split())


@cache
def _offices() -> frozenset[str]:
    return frozenset(w.replace(" ", "") for w in _both((*SPACED, *GLUED, *SINGLE)))


_BESIDE = (
    "the service services team hq real true original authentic page channel online inc ltd llc corp co com net org "
    "app gov global v vip pro plus its im mr mrs dr tv live info contact admin staff account acct compte konto cuenta "
    "hesap аккаунт حساب again backup new cs sac sav secure login"
)
_NEUTRAL = frozenset(_BESIDE.split())
"""Affixes that people put beside the name of a town, a plant or a family as readily."""


@cache
def _returns() -> frozenset[str]:
    return frozenset({*RETURNS, *(words.replace(".", " ") for words in RETURNS)})


@cache
def _second() -> re.Pattern[str]:
    return re.compile("|".join(_compounds(SECOND_ACCOUNTS, " ") + _compounds(SECOND_ACCOUNTS, "")))


def _compounds(pairs: Sequence[Pair], sign: str) -> list[str]:
    """Return patterns of the affixes of two words that are written with `sign` between them."""
    return [
        rf"(?:{_any(_both(first))}){sign}(?:{_any(_both(then))})" for first, then, between in pairs if between == sign
    ]


def _both(words: Iterable[str]) -> set[str]:
    """Return words as they are read, and without their marks: verificación, verificacion."""
    return {form(w) for w in words for form in (_read, _unmarked)}


def _read(word: str) -> str:
    return " ".join(read_letters(word).split())


def _any(words: set[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


def _unmarked(word: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return " ".join(read_letters(bare).split())


def _packed_words(words: set[str]) -> set[str]:
    """Return the affixes that are written without a space, as they stand and as they are read."""
    glued = (*PACKED, *GLUED_SYLLABLES)
    return {"".join(read_letters(w).split()) for w in glued} | {*glued, *filter(_packed, words)}


def _packed(word: str) -> bool:
    return bool(re.search("[\\u3040-\\u9fff]", word))


def stripped(words: pa.Array) -> pa.Array:
    """Return names (`letters.letters`) without affixes at either end; null where nothing was stripped or too little is left.

    Trailing digits go too. Repeats until nothing changes, at most four times.
    """
    if len(words) <= _FEW:
        return pa.array([w and stripping(w) for w in words.to_pylist()], pa.string())
    text = words
    going = pc.is_valid(text)
    for turn in range(_ROUNDS):
        before = text.filter(going)
        if len(before) <= _FEW:
            bare = pa.array([_bare(w, _ROUNDS - turn) for w in before.to_pylist()], pa.string())
            text = pc.replace_with_mask(text, going, bare)
            break
        bare = _once_stripped(before) if not turn else _once_each(before)
        changed = pc.not_equal(bare, before)
        if not pc.any(changed).as_py():
            break
        text = pc.replace_with_mask(text, going, bare)
        going = pc.replace_with_mask(going, going, changed)
    kept = pc.and_(pc.not_equal(text, words), pc.greater_equal(pc.utf8_length(text), _SHORTEST))
    return pc.if_else(pc.fill_null(kept, False), text, pa.scalar(None, pa.string()))


def _once_stripped(words: pa.Array) -> pa.Array:
    bare = pc.utf8_trim(_without_start(_without_end(_without_phrase(without_offices(words)))), " ")
    return pc.if_else(pc.less(pc.utf8_length(bare), _SHORTEST), words, bare)


def _once_each(words: pa.Array) -> pa.Array:
    """Return `_once_stripped` of names from which something was taken: without their digits many are the same."""
    coded = words.dictionary_encode()
    return _once_stripped(coded.dictionary).take(coded.indices)


def _without_end(words: pa.Array) -> pa.Array:
    """Take affixes off the end. Nearly all that is there are digits, which need no pattern.

    What else may be there is looked for in several patterns: RE2 has no room for the states of one of them all, and without them
    takes a hundred times as long.
    """
    bare = pc.utf8_rtrim(words, _AT_END)
    many = worth_it(words)
    could = _looked_for().touched(words, begins=False, trims=True) if many else _may_end_in_letters(words, bare)
    some = words.filter(could)
    found = reduce(pc.or_, (pc.match_substring_regex(some, pattern) for pattern in _ends()[1:]))
    if not pc.any(found).as_py():
        return bare
    other = pc.replace_with_mask(could, could, found)
    return pc.replace_with_mask(bare, other, _replaced(words.filter(other), 1, r"\1\2\3\4"))


def _may_end_in_letters(words: pa.Array, bare: pa.Array) -> pa.Array:
    """Tell at whose end more than digits may stand (`bare`: the names without those); false only where surely none does, as `_may_end`."""
    edges = _edges()
    tails = pa.array(sorted(edges.tails))
    ends = [pc.utf8_slice_codeunits(text, -size) for text in (words, bare) for size in range(1, _EDGE + 1)]
    near = reduce(pc.or_, (pc.is_in(end, tails) for end in ends), pc.invert(pc.string_is_ascii(words)))
    several = pc.match_substring(words, " ")
    last = pc.struct_field(pc.extract_regex(words.filter(several), "(?P<last>[^ ]+)$"), "last")
    return pc.or_(near, pc.replace_with_mask(several, several, pc.is_in(last, pa.array(sorted(edges.lasts)))))


def _replaced(words: pa.Array, side: int, kept: str) -> pa.Array:
    """Take affixes off names that have one at their start (`side` 0) or end (1), one by one where they are few."""
    if len(words) > _FEW_MATCHING:
        return pc.replace_substring_regex(words, _pattern()[side], kept)
    pattern = _compiled()[side]
    return pa.array([pattern.sub(_kept, w) for w in words.to_pylist()], pa.string())


def _without_phrase(words: pa.Array) -> pa.Array:
    """Take what became of an account off the end of names; few end in a word that ends such a phrase."""
    which = pc.match_substring(words, " ")
    last = pc.struct_field(pc.extract_regex(words.filter(which), "(?P<last> [^ ]+)$"), "last")
    which = pc.replace_with_mask(which, which, pc.is_in(last, _last_words()))
    if not pc.any(which).as_py():
        return words
    bare = pa.array([_phraseless(w) for w in words.filter(which).to_pylist()], pa.string())
    return pc.replace_with_mask(words, which, bare)


def _phraseless(name: str) -> str:
    """Return a name without the longest phrase it ends in."""
    words, (phrases, longest) = name.split(" "), _phrases()
    for length in range(min(longest, len(words) - 1), 0, -1):
        if " ".join(words[-length:]) in phrases:
            return " ".join(words[:-length])
    return name


@cache
def _phrases() -> tuple[frozenset[str], int]:
    """Return the phrases as they are read, and the words of the longest."""
    read = frozenset(_both_at_once(sorted(PHRASES)))
    return read, max(p.count(" ") + 1 for p in read)


@cache
def _last_words() -> pa.Array:
    return pa.array(sorted({f" {p.rsplit(' ', 1)[-1]}" for p in _phrases()[0]}))


def _both_at_once(words: list[str]) -> set[str]:
    """Return `_both` of many words, read as one text."""
    text = "\n".join(words)
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return {" ".join(line.split()) for form in (text, bare) for line in read_letters(form).split("\n")}


def _without_start(words: pa.Array) -> pa.Array:
    which = _beginning(words)
    if not pc.any(which).as_py():
        return words
    return pc.replace_with_mask(words, which, _replaced(words.filter(which), 0, r"\1\2"))


def _beginning(words: pa.Array) -> pa.Array:
    """Tell which names begin with affixes."""
    pattern = f"^(?:{_pattern()[0]})"
    if not worth_it(words):
        return pc.match_substring_regex(words, pattern)
    could = _looked_for().touched(words, ends=False)
    return pc.replace_with_mask(could, could, pc.match_substring_regex(words.filter(could), pattern))


_FEW = 2_048
"""Names up to which Python's patterns, compiled once, are faster than Arrow's, compiled at every call: that takes 20 ms a round."""

_FEW_MATCHING = 256
"""The same for names that match such a pattern."""

_HAN = "\\u2e80-\\u2fd5\\u3005\\u3007\\u3021-\\u3029\\u3038-\\u303b\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufad9\\U00020000-\\U000323af"


@cache
def _compiled() -> tuple[re.Pattern[str], re.Pattern[str]]:
    starts, ends = (p.replace(r"\p{Han}", _HAN) for p in _pattern())
    return re.compile(starts), re.compile(ends)


class _Edges(NamedTuple):
    """How plain ASCII names begin and end that bear an affix: first and last words, first and last letters of those in one."""

    firsts: frozenset[str]
    lasts: frozenset[str]
    heads: frozenset[str]
    tails: frozenset[str]


class _Sides(NamedTuple):
    """What names begin and end with that bear an affix: first and last words, and what is written as one with them."""

    firsts: set[str]
    lasts: set[str]
    heads: set[str]
    tails: set[str]


@cache
def _sides() -> _Sides:
    pairs = [(_both(first), _both(then), sign) for first, then, sign in (*DESKS, *SECOND_ACCOUNTS)]
    words = _both((*SPACED, *RETURNS, *SINGLE))
    packed = _packed_words(words)
    begin = packed.union(*(first for first, _, sign in pairs if not sign))
    end = packed.union(*(then for _, then, sign in pairs if not sign))
    return _Sides(
        {w.split(" ")[0] for w in words.union(*(first for first, _, sign in pairs if sign))},
        {w.split(" ")[-1] for w in words.union(*(then for _, then, sign in pairs if sign))},
        {*_glued(), *_ANEW.split("|"), *begin},
        {*_glued(), *_AGAIN.split("|"), *end},
    )


@cache
def _edges() -> _Edges:
    firsts, lasts, heads, tails = _sides()
    return _Edges(
        frozenset(firsts), frozenset(lasts), frozenset(w[:_EDGE] for w in heads), frozenset(w[-_EDGE:] for w in tails)
    )


@cache
def _looked_for() -> Edges:
    return Edges(**_sides()._asdict())


_EDGE = 3
"""Letters by which an affix written as one with a name is told; fewer of a shorter affix."""


def _may_end(text: str) -> bool:
    """Tell whether an affix may stand at the end of a name: Python's patterns take long to say no."""
    if not text.isascii():
        return True
    edges = _edges()
    if " " in text and text.rsplit(" ", 1)[-1] in edges.lasts:
        return True
    tails = edges.tails
    return text[-1:] in tails or text[-2:] in tails or text[-_EDGE:] in tails


def _may_start(text: str) -> bool:
    """Tell whether an affix may stand at the start of a name."""
    if not text.isascii():
        return True
    edges = _edges()
    if " " in text and text.split(" ", 1)[0] in edges.firsts:
        return True
    heads = edges.heads
    return text[:1] in heads or text[:2] in heads or text[:_EDGE] in heads


_AT_END = " 0123456789"


def _kept(found: re.Match[str]) -> str:
    """Return what a pattern keeps. A template would be looked up by the hash of the whole pattern, each time."""
    return "".join(filter(None, found.groups()))


@lru_cache(maxsize=65_536)
def stripping(words: str) -> str | None:
    """Return `stripped` of one name. It is kept: one name is compared with many, and each time without its affixes."""
    text = _bare(words, _ROUNDS)
    return text if text != words and len(text) >= _SHORTEST else None


def _bare(text: str, rounds: int) -> str:
    """Return a name without affixes at either end, of which at most so many rounds are taken off."""
    starts, ends = _compiled()
    for _ in range(rounds):
        before = text
        text = _phraseless(without_office(text))
        digitless = text.rstrip(_AT_END)  # nearly all that is there is digits, which need no pattern
        text = ends.sub(_kept, text) if any(map(_may_end, {text, digitless})) else digitless
        text = (starts.sub(_kept, text) if _may_start(text) else text).strip(" ")
        if len(text) < _SHORTEST:
            text = before
        if text == before:
            break
    return text
