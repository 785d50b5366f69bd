"""Words in a name that say how it is meant: a label (parody, fan, archive), a tie (works at, ex-), a claim (official), a return.

Names are read folded, so a disguised word is read too; texts about oneself are read in normal lower-case text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names import cue_words
from aboveboard.names.folding import fold

__all__ = [
    "Cues",
    "announces_return",
    "badges",
    "claimed_in_bio",
    "claims_in_bio",
    "cues",
    "parted",
    "returns",
    "stretches",
    "without_affixes",
]

_AFFIXES = (
    "the", "inc", "ltd", "llc", "corp", "online", "net", "app", "com", "gov", "org", "hq", "real", "true", "account",
)  # fmt: skip
"""Words that add nothing to whose name it is."""

_BIO = (
    "official account", "official page", "official profile", "official channel", "official support", "customer support", "customer service", "customer care",
    "cuenta oficial", "página oficial", "conta oficial", "compte officiel", "page officielle", "offizieller account", "offizielles konto", "offizielle seite",
    "account ufficiale", "pagina ufficiale", "officieel account", "oficjalne konto", "официальный аккаунт", "официальная страница", "служба поддержки",
    "επίσημος λογαριασμός", "الحساب الرسمي", "الصفحة الرسمية", "خدمة العملاء", "החשבון הרשמי", "आधिकारिक खाता", "आधिकारिक अकाउंट", "บัญชีทางการ", "tài khoản chính thức",
    "resmi hesap", "resmi hesabı", "akun resmi", "官方账号", "官方微博", "官方客服", "官方唯一", "唯一官方", "官方号", "官方平台", "客服", "公式アカウント", "公式サポート", "공식 계정", "공식계정", "고객센터",
)  # fmt: skip
_BADGES = (
    "[\u2713\u2714\u2611\u2705\U0001f5f8\U0001f5f9\u272a\u221a]"
    "|(?:^|[^\u24b6-\u24e9\U0001f150-\U0001f169])[\u24cb\u24e5\U0001f165](?:$|[^\\pL\u24b6-\u24e9\U0001f150-\U0001f169])"
    "|(?i::(?:verified|blue_?check|check|white_check_mark|heavy_check_mark|ballot_box_with_check)[a-z_]*:)"
    "|(?i:[\\[(【（「](?:verified|official|官方|官方认证|认证|認證|已认证|公式|공식)[\\])】）」])"
)
"""Signs that pass for the badge of a checked account: ticks, a circled V that is no letter of a word, a word in brackets."""

_DENIES = (
    r"\b(?:un|non|in)-?offi[cz]i|\b(?:not|isn'?t|no|nor) (?:an? |the |in any way )?offi|\bno oficial|\bnão oficial|\bnon (?:officiel|ufficiale)|resm[iî] (?:değil|olmayan)"
    r"|\bне ?официальн|غير (?:ال)?رسمي|לא רשמי|ไม่เป็นทางการ|không (?:phải )?chính thức|tidak resmi|非官方|不是.{0,12}官方|并非|非公式|비공식|\b(?:parody|fan) (?:account|page|of)"
)
_CAMEL = r"([\p{Ll}\d])(\p{Lu})|(\p{Lu})(\p{Lu}\p{Ll})"
_LONGEST_STRETCH = 8
_SHORTEST_HAN = 3


class Cues(NamedTuple):
    """One boolean a name each. `label`: it says it is not the original; `tie`: it names a relation; `claim`: it claims office."""

    label: pa.Array
    tie: pa.Array
    claim: pa.Array


def cues(words: pa.Array) -> Cues:
    """Read the cues of folded names (`Folded.words`). A null name has none."""
    ends = "|".join(_folded(cue_words.ENDS))
    tests = (
        f"{_any((*cue_words.LABELS, *cue_words.FAN_OF), start=True)}|^(?:{ends})$",
        f"(?:{'|'.join(_folded(cue_words.SUFFIXES))})$",
        f"{_any(cue_words.TIES)}|(?:^| )(?:{ends})$",
        _any(cue_words.CLAIMS),
    )
    label, suffix, tie, claim = (_matches(words, test) for test in tests)
    return Cues(pc.or_(label, suffix), tie, claim)


def returns(words: pa.Array) -> pa.Array:
    """Tell, for each folded name (`Folded.words`), whether it announces a return: 2.0, is back, 新号."""
    return pc.fill_null(pc.match_substring_regex(words, _any(cue_words.RETURNS)), False)


def announces_return(bios: pa.Array) -> pa.Array:
    """Tell, for each text about oneself as written, whether it announces a return: 原号被封, "old account banned"."""
    return pc.fill_null(pc.match_substring_regex(_lower(bios), "|".join(cue_words.BIO_RETURNS)), False)


def claims_in_bio(bios: pa.Array) -> pa.Array:
    """Tell, for each text about oneself, whether it claims to speak for the organisation itself."""
    said = pc.or_(_matches(fold(bios).words, _any(_BIO)), _matches(_lower(bios), _SPEAKS))
    return pc.and_(said, pc.invert(_matches(_lower(bios), _DENIES)))


def claimed_in_bio(bios: pa.Array) -> pa.Array:
    """Return whom each text claims to speak for ("official account of Acme": acme), in lower case; null where nobody is named."""
    lower = _lower(bios)
    some = pc.and_(_matches(lower, _SPEAKS), pc.invert(_matches(lower, _DENIES)))
    found = pa.array([_claimed(text) for text in lower.filter(some).to_pylist()], pa.string())
    return pc.replace_with_mask(pa.nulls(len(lower), pa.string()), some, found)


def badges(names: pa.Array) -> pa.Array:
    """Tell, for each name as written, whether it carries a sign that passes for the badge of a checked account."""
    return _matches(names, _BADGES)


def parted(names: pa.Array) -> pa.Array:
    """Return names folded to words (`Folded.words`) with claims parted that are glued on: acmesupport, AcmeSupport.

    Only for reading cues: a longer word can end like a claim, and its other half is then no name.
    """
    glued = "|".join(sorted(_folded(cue_words.GLUED_CLAIMS), key=len, reverse=True))
    camel = fold(pc.replace_substring_regex(names, _CAMEL, r"\1\3 \2\4")).words
    return _parted(
        pc.if_else(_matches(whole := fold(names).words, f"^(?:{glued})[^ ]+$|^[^ ]+(?:{glued})$"), whole, camel), glued
    )


def _parted(words: pa.Array, glued: str) -> pa.Array:
    """Part a claim from the word it is glued to, together with a syllable that denies it: acmeunofficial."""
    end = pc.replace_substring_regex(words, rf"^([^ ]{{3,}}?)((?:un|non|ln)?(?:{glued}))$", r"\1 \2")
    start = pc.replace_substring_regex(words, rf"^((?:un|non|ln)?(?:{glued}))([^ ]{{3,}})$", r"\1 \2")
    alone = _matches(words, rf"^(?:un|non|ln)(?:{glued})$")
    return pc.if_else(alone, words, pc.if_else(pc.not_equal(end, words), end, start))


def without_affixes(words: pa.Array) -> pa.Array:
    """Return folded names without a word or single character at either end that adds nothing to whose name it is."""
    affixes = "|".join(_folded(_AFFIXES))
    return pc.replace_substring_regex(words, f"^(?:{affixes}|.) | (?:{affixes}|.)$", "")


def stretches(words: str) -> list[str]:
    """Return the stretches of a folded name that could be another's name: runs of words, and runs of ideographs.

    Joined without spaces, at most 8 words; runs of ideographs have at least 3. The whole name is not among them.
    """
    parts = words.split(" ")
    found = {
        "".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, min(len(parts), i + _LONGEST_STRETCH) + 1)
    }
    for run in re.findall(f"[\\u3400-\\u9fff]{{{_SHORTEST_HAN},24}}", "".join(parts)):
        found |= {run[i:j] for i in range(len(run)) for j in range(i + _SHORTEST_HAN, len(run) + 1)}
    return sorted(found - {"".join(parts)})


_SPEAKS = "|".join(re.sub(r"\(\?P<who>", "(?:", pattern) for pattern in cue_words.BIO_CLAIMS)
_LONGEST_CLAIMED = 60


def _claimed(text: str) -> str | None:
    """Return the name in a claim: up to the end of its sentence."""
    for pattern in _patterns():
        found = pattern.search(text)
        who = re.split(r"[.!?。！？|,，;；\n•·]|(?: - )", found["who"].lstrip(" :@\"'“"))[0] if found else ""
        if who := re.sub(r"^(?:the|this is the|we are the|这里是|我是|我们是|本号是) ?", "", who).strip(" :@\"'“”-–—"):
            return who[:_LONGEST_CLAIMED]
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p) for p in cue_words.BIO_CLAIMS)


def _lower(texts: pa.Array) -> pa.Array:
    return pc.utf8_lower(pc.utf8_normalize(texts, form="NFKC"))


def _matches(texts: pa.Array, pattern: str) -> pa.Array:
    return pc.fill_null(pc.match_substring_regex(texts, pattern), False)


@cache
def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    folded = fold(pa.array(words, pa.string())).words.to_pylist()
    return tuple(dict.fromkeys(re.escape(w) for w in folded if w))


@cache
def _any(words: tuple[str, ...], *, start: bool = False) -> str:
    """Return a pattern for any of `words`: scripts with spaces at word boundaries, ideographs and kana anywhere."""
    spaced = [w for w in _folded(words) if not re.search("[\\u0e00-\\u0e7f\\u3040-\\u9fff\\uac00-\\ud7af]", w)]
    packed = [w for w in _folded(words) if w not in spaced]
    edge = "^" if start else "(?:^| )"
    whole = f"{edge}(?:{'|'.join(spaced)})(?: |$)"
    return f"{whole}|{'^' if start else ''}(?:{'|'.join(packed)})" if packed else whole
