"""Names and biographies that say of their owner that an office is over: "former minister", "mayor until 2025", 前市长."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["former"]

_WORDS = (
    r"former(?:ly)?|ex|erstwhile|ehemalig[\pL\pN]*|frühere?r?|a\.\s?d\.|ancien(?:ne)?|antigu[oa]|antig[oa]|voormalig[\pL\pN]*|oud-[\pL\pN]+"
    r"|tidligere|tidigare|fyrrverandi|entinen|endine|bijus[\pL\pN]*|bijuš[\pL\pN]*|buvęs[\pL\pN]*|był[yae]|bývalý|bývalá|bivš[\pL\pN]*|fost(?:ul|a|ă)?|egykori"
    r"|volt (?:polgár|minisz|elnök)[\pL\pN]*|eski|бывш[\pL\pN]*|колишн[\pL\pN]*|бивш[\pL\pN]*|поранешн[\pL\pN]*|πρώην|سابق(?:ا|ة)?|السابق(?:ة)?|לשעבר|पूर्व|প্রাক্তন|முன்னாள்"
    r"|mantan|bekas|cựu|nguyên (?:chủ|bộ|giám|thủ|bí|tổng)[\pL\pN]*|նախկին|ყოფილი"
)
_UNTIL = (
    r"(?:until|till|up to|bis|jusqu['’]?(?:à|en|au)|hasta|até|fino al?|tot|til|do|до|έως|μέχρι)\s+(?:[\pL\pN]+\s+){0,3}(?:\d+[./-])*"
    r"(?:1[89]|20)\d\d|(?:1[89]|20)\d\d\s?[–—-]\s?(?:1[89]|20)\d\d"
)
_SIGNS = (
    r"前任|卸任|离任|離任|退任|曾任|原任|(?:^|[\s,，。;；、|(（])(?:前|原)[^进進线線沿锋鋒台端海门門往后後创創著作野来來子田\s]"
    r"|อดีต|(?:^|[\s、。])元[\pL\pN]{0,8}(?:長|大臣|知事|官|議員|総裁|理事)|(?:^|\s)전\s[\pL\pN]{0,8}(?:장|관|의원)|역임"
)
_FORMER = rf"(?i)(?:^|[^\pL])(?:{_WORDS})(?:$|[^\pL])|(?:^|[^\pL])(?:{_UNTIL})|{_SIGNS}"


def former(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return whether each text says that an office is over; a null text says nothing."""
    plain = pc.utf8_normalize(pc.fill_null(texts, ""), form="NFC")
    return pc.match_substring_regex(plain, pattern=_FORMER)
