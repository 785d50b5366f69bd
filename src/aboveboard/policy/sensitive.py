"""Words no rule may be built on: opinion, stance, party, ideology, religion, ethnicity, health, union, orientation.

The closed inputs and the closed vocabulary already keep such rules from working. This names the reason, and catches
rules whose *name* says what they are for. It looks through case, underscores, look-alike letters, digits for letters
and invisible characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from itertools import pairwise

__all__ = ["REASON", "subject_of"]

REASON = "a policy may not choose by {subject} (no viewpoint targeting)"

_WORDS: Mapping[str, str] = {
    "political opinion": "opinion opinions politics politician politicians viewpoint viewpoints belief beliefs "
    "dissent dissident dissidents protest protests protester protesters activist activists opposition election elections voter "
    "voters vote_intention propaganda separatist separatists",
    "stance": "stance stances stand_on leaning leanings position_on pro_government anti_government antigovernment progovernment",
    "party": "party parties partisan partisans republican republicans democrat democrats conservatives liberals "
    "communist communists socialist socialists kuomintang labour_party",
    "ideology": "leftist leftists rightist rightists leftwing rightwing left_wing right_wing marxist nationalist fascist anarchist "
    "feminist feminism woke",
    "religion": "faith faiths christian christians muslim muslims islam islamic jew jews jewish judaism buddhist buddhists hindu "
    "hindus catholic protestant atheist atheists church mosque synagogue sect cult falun",
    "ethnicity": "ethnic race races racial caste tribe tribal tribes minority minorities uyghur uyghurs tibetan tibetans kurd kurds "
    "roma immigrant immigrants migrant migrants nationality skin_colour skin_color",
    "health": "health disease diseases illness disabled disability hiv aids pregnant pregnancy diagnosis psychiatric",
    "union membership": "union unions unionist unionists trade_union strikers",
    "sexual orientation": "gay lesbian lgbt lgbtq bisexual queer transgender homosexual heterosexual sexuality",
    "sentiment towards somebody": "sentiment sentiments sentiment_toward sentiment_towards toxicity_toward critic critics "
    "criticism criticises criticizes attitude attitudes loyalty loyal disloyal",
    "a list of topics": "topic_list topic_lists topics_list sensitive_word sensitive_words",
}
_STEMS: Mapping[str, str] = {
    "politic": "political opinion",
    "viewpoint": "political opinion",
    "opinion": "political opinion",
    "dissiden": "political opinion",
    "ideolog": "ideology",
    "partisan": "party",
    "religio": "religion",
    "ethnic": "ethnicity",
    "sentiment": "sentiment towards somebody",
    "sexualorient": "sexual orientation",
    "tradeunion": "union membership",
    "healthcond": "health",
}
_CHINESE: Mapping[str, str] = {
    "political opinion": "政治 政见 政見 观点 觀點 言论 言論 意见 意見 异见 異見 异议 異議 民主 维权 維權 上访 上訪 舆论 輿論 选举 選舉",
    "stance": "立场 立場 站队 站隊 态度 態度",
    "party": "政党 政黨 党派 黨派 党员 黨員 共产党 共產黨 国民党 國民黨 民进党 民進黨",
    "ideology": "意识形态 意識形態 左派 右派 思想",
    "religion": "宗教 信仰 教徒 佛教 伊斯兰 伊斯蘭 基督 天主教 穆斯林 法轮 法輪 教会 教會",
    "ethnicity": "民族 种族 種族 族裔 族群 藏族 维吾尔 維吾爾 回族 少数民族",
    "health": "健康 疾病 病史 残疾 殘疾 艾滋",
    "union membership": "工会 工會",
    "sexual orientation": "性取向 同性恋 同性戀 性别认同 性別認同",
    "sentiment towards somebody": "情感 情绪 情緒 忠诚 忠誠",
    "a list of topics": "敏感词 敏感詞",
}
_LONG = 5  # shorter words turn up inside innocent ones
_WHOLE = {word: subject for subject, words in _WORDS.items() for word in words.split()}
_SHORT = {word: subject for word, subject in _WHOLE.items() if len(word) >= _LONG and "_" not in word}
_HAN = {word: subject for subject, words in _CHINESE.items() for word in words.split()}
_INNOCENT = re.compile(
    r"\b(?:third|first) part(?:y|ies)\b|\b(?:bad|good) faith\b|\baccount health\b|\brace condition\b"
)
_LOOKALIKES = str.maketrans(
    dict(zip("аеорсухікѕјɡοαειυνκмт013457$@!|", "aeopcyxiksjgoaeiuvkmtoieastsail", strict=True))
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def subject_of(text: str) -> str | None:
    """Return what forbidden subject `text` (an identifier, a value or a name) speaks of, or None."""
    visible = "".join(c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) not in ("Cf", "Mn"))
    plain = unicodedata.normalize("NFKC", visible)
    return _han(plain) or next((s for s in map(_latin, _spellings(plain)) if s), None)


def _spellings(text: str) -> tuple[str, ...]:
    """Return the text as words apart, once as written and once with look-alikes read as letters."""
    apart = _CAMEL.sub(" ", text).casefold()
    return apart, _CAMEL.sub(" ", text).casefold().translate(_LOOKALIKES)


def _han(text: str) -> str | None:
    squeezed = re.sub(r"[\W_]+", "", text)
    return next((subject for word, subject in _HAN.items() if word in squeezed), None)


def _latin(text: str) -> str | None:
    words = _INNOCENT.sub(" ", re.sub(r"[\W_\d]+", " ", text)).split()
    pairs = [f"{a}_{b}" for a, b in pairwise(words)]
    whole = next((_WHOLE[w] for w in [*pairs, *words] if w in _WHOLE), None)
    squeezed = "".join(words)
    return whole or next((s for stem, s in _STEMS.items() if stem in squeezed), None) or _spaced(words, squeezed)


def _spaced(words: list[str], squeezed: str) -> str | None:
    """Catch a word written in crumbs, such as `s_t_a_n_c_e` or `sta_nce`, when nothing else stands beside it."""
    if squeezed in _SHORT:
        return _SHORT[squeezed]
    crumbs = bool(words) and max(map(len, words)) == 1
    return next((s for w, s in _SHORT.items() if crumbs and w in squeezed), None)
