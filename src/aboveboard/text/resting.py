"""Biographies that say that their account speaks only in its season, or in an emergency: silence is its rhythm."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["resting"]

_WORDS = (
    r"stand-?by|activated (?:only )?(?:in|during|for|when)|(?:only|solely) (?:active|used|activated|during|in (?:an? )?(?:crisis|emergenc\w+|winter|summer|season))|(?:active|used|open|updated|posts?) only (?:in|during|for|when|at)"
    r"|in (?:an )?emergenc(?:y|ies) only|crisis (?:only|channel|account)|off-?season|seasonal|between (?:elections|censuses|seasons|editions)|every (?:\w+ )?(?:winter|summer|spring|autumn|census|election|four|five|ten)\b[^.!?]{0,20}|(?:see you|back) (?:next|in the) (?:year|season|winter|summer|spring|autumn)|(?:silent|quiet|dormant) (?:unless|until|between|outside)"
    r"|uniquement en (?:cas|période)|activée? (?:uniquement |seulement )?(?:en cas|pendant|lors)|en cas de crise|hors saison|saisonni(?:er|ère)|nur (?:im|in|bei|während)\b|im Krisenfall|saisonal|wird (?:nur )?(?:im|bei) \w+ aktiviert|sólo (?:en|durante)|solo (?:en caso|durante|in caso|en época)|se activa|temporada|apenas (?:em|durante)|somente (?:em|durante)|ativad[ao] (?:em|durante)|attivo solo|stagional\w*|in caso di emergenza"
    r"|alleen (?:bij|tijdens|in)|seizoen\w*|только (?:в|во|на|при)|сезонн\w*|тільки (?:під|в|у)|tylko (?:w|podczas)|sezonow\w*|pouze (?:v|při)|endast (?:vid|under)|kun (?:ved|under|i)|vain|csak|yalnızca|sadece|mevsimlik|hanya (?:saat|pada|dalam)|chỉ (?:trong|khi)|فقط (?:في|أثناء|خلال)|موسمي\w*|רק ב|केवल"
)
_SIGNS = r"仅在|僅在|只在|仅限|[期时時][间間]?(?:才)?(?:启用|啟用|开启|開啟|启动|啟動|开通|活跃|更新)|(?:普查|选举|選舉|汛|防汛|应急|應急|冬季|夏季|赛季|賽季)[^。！？]{0,8}(?:启用|啟用|期间|期間|时更新|時更新)|季节性|季節性|平时(?:不更新|静默|休眠)|平時(?:不更新|靜默|休眠)|休眠|の?(?:時|期間)のみ|(?:災害|緊急|選挙|調査)時|シーズン|期間限定|(?:시|때|기간)에만|시즌|비상시"
_RESTING = rf"(?i)(?:^|[^\pL])(?:{_WORDS})|(?:{_SIGNS})"


def resting(bios: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return whether each biography says so ("Stand-by channel, activated in crisis", 每次普查期间启用); a null one says nothing."""
    return pc.match_substring_regex(pc.utf8_normalize(pc.fill_null(bios, ""), form="NFC"), pattern=_RESTING)
