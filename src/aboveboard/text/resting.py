"""Biographies that say that their account speaks only in its season, or in an emergency: silence is its rhythm."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["resting"]

_ONLY = (
    r"only|solely|exclusively|uniquement|seulement|sólo|solo|solamente|únicamente|só|somente|apenas|unicamente|nur|ausschließlich|soltanto|esclusivamente|alleen|enkel|uitsluitend"
    r"|только|лишь|тільки|лише|tylko|wyłącznie|pouze|jen|endast|bara|enbart|kun|bare|vain|csak|kizárólag|yalnızca|sadece|doar|numai|μόνο|hanya|chỉ|فقط|רק|केवल|सिर्फ़?"
)
_ACTIVE = r"activ\pL+|ativ[ao]\pL*|attiv\pL+|aktiv\pL+|actief|geactiveerd|актив\pL+|aktyw\pL+|opens?|used|réactivée?|se reactiva"
_OCCASION = (
    r"emergenc|emergênc|crisis|crises|disaster|election|polling|census|season|winter|summer|festival|edition|floods?\b|storms?\b|wildfire|crise|urgence|élection|électora|recensement"
    r"|saison|hiver|festiva|inondation|eleccion|electoral|censal|censo|temporada|invierno|verano|inundacion|incendio|eleiç|eleitora|inverno|enchente|krise|notfall|katastroph|wahl|zensus|sommer|hochwasser"
    r"|emergenz|crisi\b|elezion|censiment|stagion|alluvion|noodgeval|noodsituatie|verkiezing|volkstelling|seizoen|zomer|чрезвычайн|кризис|выбор|перепис|сезон|зимой|летом|паводк|надзвичайн|криз|вибор|зим|kryzys|wybor|spisu|sezon"
    r"|powodz|voleb|krizi|krizov|sezón|povod|kriser|krisläge|valår|valtid|säsong|krise|valg|sæson|sesong|folketelling|kriisi|vaali|kauden|válság|választás|szezon|népszámlálás|kriz|acil|seçim|sayım|mevsim|alegeri|criză"
    r"|κρίση|εκλογ|darurat|bencana|pemilu|sensus|musim|khẩn cấp|bầu cử|mùa|طوارئ|الطوارئ|أزم|انتخاب|موسم|تعداد|חירום|בחירות|עונה|आपात|चुनाव|जनगणना"
)
_SPACED = (
    rf"(?:{_ONLY}|{_ACTIVE})[^\pL.!?][^.!?]{{0,32}}(?:{_OCCASION})|(?:{_OCCASION})[^.!?]{{0,16}}[^\pL.!?](?:{_ONLY})(?:[^\pL]|$)"
    r"|(?:only (?:active|used|activated)|(?:active|used|activated) only) (?:in|during|for|when|at|on)\b|nur (?:bei|im|in|während) [^.!?]{0,24}aktiv|stand-?by (?:channel|account|page)|(?:crisis|emergency) (?:account|channel)|off-?season|hors saison|fuera de temporada|(?:between|until the next|until) (?:elections|censuses|seasons|editions|season|election|edition)"
    r"|every (?:\w+ )?(?:winter|summer|spring|autumn|census|election)\b|every (?:four|five|six|ten|\d+) years|(?:see you|back) (?:again )?(?:next|in the) (?:year|season|winter|summer|spring|autumn|edition)"
    r"|(?:silent|quiet|dormant|asleep) (?:unless|until|between|outside|in between)"
)
_WHEN = r"应急|應急|紧急|緊急|突发|突發|灾|災|汛|普查|选举|選舉|换届|換屆|冬季|夏季|赛季|賽季|活动期|活動期|赛事|賽事"
_PACKED = (
    rf"(?:仅|僅|只)[^。！？]{{0,8}}(?:{_WHEN})|(?:{_WHEN})[^。！？]{{0,8}}(?:启用|啟用|激活|才更新|时更新|時更新|恢复更新|恢復更新)|每[届屆次][^。！？]{{0,12}}(?:启用|啟用|恢复|恢復|更新)|下一?[届屆季]再?[见見会會]"
    r"|平[时時][^。！？]{0,4}(?:不更新|不发|不發|静默|靜默|休眠)|季节性(?:账号|帐号|运营|启用)|季節性(?:帳號|賬號|啟用)|(?:時|期間|シーズン)のみ|(?:平常時|平時|普段)は[^。！？]{0,8}(?:ません|ない|休)|シーズンオフ|期間限定アカウント|(?:시|때|기간|시즌)에만|평상시[^.!?]{0,8}(?:않|쉬)"
)
_RESTING = rf"(?i)(?:^|[^\pL])(?:{_SPACED})|(?:{_PACKED})"

_CALL = r"call|dial|ring|phone|text|appel\pL*|llam\pL+|ligu\pL+|ligar|anruf\pL*|wählen|chiam\pL+|bel|bellen|звон\pL+|dzwo\pL+|volej\pL*|aray\pL+|hubungi|gọi|اتصل\pL*|חייגו"
_CALLS = rf"(?i)[^.!?。！？;|\n]*(?:(?:^|[^\pL])(?:{_CALL})(?:[^\pL]|$)|拨打|撥打|电话|電話|전화)[^.!?。！？;|\n]*"


def resting(bios: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return whether each biography says so ("Activated only in emergencies", 每次普查期间启用); a null one says nothing.

    A sentence that says whom to call in an emergency says nothing of the account.
    """
    shown = pc.utf8_normalize(pc.fill_null(bios, ""), form="NFC")
    return pc.match_substring_regex(pc.replace_substring_regex(shown, pattern=_CALLS, replacement=""), pattern=_RESTING)
