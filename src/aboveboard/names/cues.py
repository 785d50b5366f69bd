"""Words in a name that say how it is meant: a label (parody, fan, archive), a tie (works at, ex-), or a claim (official)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.folding import fold

__all__ = ["Cues", "claims_in_bio", "cues", "stretches", "without_affixes"]

_LABELS = (
    "parody", "parodia", "parodie", "fan", "fans", "fanclub", "fanpage", "fan account", "fan page", "fan club", "fake",
    "archive", "archives", "archiv", "archivo", "memorial", "in memory of", "remembering", "tribute", "satire", "bot",
    "unofficial", "not", "commentary", "пародия", "фан", "фанаты", "архив", "памяти", "محاكاة ساخرة", "معجبي", "أرشيف",
    "戏仿", "恶搞", "粉丝", "非官方", "存档", "纪念", "仿", "パロディ", "ファン", "非公式", "アーカイブ",
)  # fmt: skip
"""At the start of a name, where the large services ask for them."""

_SUFFIXES = (
    "后援会",
    "粉丝团",
    "粉丝",
    "粉丝会",
    "应援",
    "应援站",
    "个站",
    "超话",
    "贴吧",
    "存档",
    "恶搞",
    "非官方",
    "资料馆",
    "ファンクラブ",
    "非公式",
)
"""Where Chinese and Japanese fan names carry the label instead."""

_TIES = (
    "at", "ex", "former", "formerly", "works", "work", "working", "employee", "engineer", "developer", "intern", "student",
    "alumni", "alumnus", "fan", "fans", "fanclub", "club", "community", "unofficial", "not", "anti", "love", "loves",
    "lover", "news about", "friends of", "parody", "union", "bei", "chez", "бывший", "前员工", "员工", "校友", "粉丝", "非官方",
)  # fmt: skip
"""Relations to an organisation that an account may freely name."""

_CLAIMS = (
    "official", "officially", "support", "help", "helpdesk", "helpline", "customer service", "customer care", "care",
    "customerservice", "customercare", "helpcenter", "help center", "service center", "verified", "authentic", "oficial",
    "officiel", "offiziell", "ufficiale", "soporte", "suporte", "resmi", "официальный", "официально", "поддержка", "رسمي",
    "الرسمي", "الدعم", "官方", "客服", "官微", "官号", "官网", "服务中心", "热线", "公式", "サポート", "공식", "고객센터",
)  # fmt: skip
_AFFIXES = (
    "the",
    "inc",
    "ltd",
    "llc",
    "corp",
    "online",
    "net",
    "app",
    "com",
    "gov",
    "org",
    "hq",
    "real",
    "true",
    "account",
)
"""Words that add nothing to whose name it is."""

_BIO = (
    "official account",
    "official page",
    "official profile",
    "official support",
    "customer support",
    "customer service",
    "cuenta oficial",
    "官方账号",
    "官方微博",
    "官方客服",
    "官方唯一",
    "唯一官方",
    "客服",
)
_LONGEST_STRETCH = 8
_SHORTEST_HAN = 3


class Cues(NamedTuple):
    """One boolean a name each. `label`: it says it is not the original; `tie`: it names a relation; `claim`: it claims office."""

    label: pa.Array
    tie: pa.Array
    claim: pa.Array


def cues(words: pa.Array) -> Cues:
    """Read the cues of folded names (`Folded.words`). A null name has none."""
    label = pc.match_substring_regex(words, _any(_LABELS, start=True))
    suffix = pc.match_substring_regex(words, f"(?:{'|'.join(_folded(_SUFFIXES))})$")
    tie = pc.match_substring_regex(words, _any(_TIES))
    claim = pc.match_substring_regex(words, _any(_CLAIMS))
    return Cues(*(pc.fill_null(found, False) for found in (pc.or_(label, suffix), tie, claim)))


def claims_in_bio(bios: pa.Array) -> pa.Array:
    """Tell, for each text about oneself, whether it claims to speak for the organisation itself."""
    return pc.fill_null(pc.match_substring_regex(fold(bios).words, _any(_BIO)), False)


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


@cache
def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(re.escape(w) for w in fold(pa.array(words, pa.string())).words.to_pylist())


@cache
def _any(words: tuple[str, ...], *, start: bool = False) -> str:
    """Return a pattern for any of `words`: Latin, Cyrillic and Arabic at word boundaries, ideographs and kana anywhere."""
    spaced = [w for w in _folded(words) if not re.search("[\\u3040-\\u9fff\\uac00-\\ud7af]", w)]
    packed = [w for w in _folded(words) if w not in spaced]
    edge = "^" if start else "(?:^| )"
    whole = f"{edge}(?:{'|'.join(spaced)})(?: |$)"
    return f"{whole}|{'^' if start else ''}(?:{'|'.join(packed)})" if packed else whole
