"""An account that says that it speaks only in its season is not silent out of season."""

import pyarrow as pa
import pytest

from aboveboard.text.resting import resting


@pytest.mark.parametrize(
    "bio",
    [
        "Flood Warning. Activated only in emergencies.", "Stand-by channel of the county", "Only active during elections and the census", "Used only in a crisis", "Only active during major incidents", "Nur bei Lagen aktiv",
        "Dormant between elections", "Back every winter", "Off-season until November", "See you next edition!", "Taken once every ten years",
        "Compte activé uniquement en cas de crise", "Activo en periodo electoral y censal", "Sólo en emergencias", "Ativo só em emergências", "Somente durante a temporada",
        "Nur zur Wahl und zum Zensus aktiv", "Attivo solo in caso di emergenza", "Alleen actief bij verkiezingen", "Только на время выборов", "Лише під час виборів",
        "Konto aktywne tylko podczas wyborów", "Aktivní pouze v době voleb", "Endast aktivt under valår", "Kun aktiv under valg", "Yalnızca seçim döneminde", "Hanya saat bencana",
        "Chỉ hoạt động khi khẩn cấp", "في حالات الطوارئ فقط", "רק בחירום", "仅在汛期启用", "每次普查期间启用", "平时不更新", "每届活动开始前恢复更新", "下一届见！", "災害時のみ発信します", "平常時は投稿しません。", "선거 기간에만 운영합니다", "비상시에만 사용",
    ],
)  # fmt: skip
def test_a_biography_says_that_its_account_rests(bio):
    assert resting(pa.chunked_array([[bio]])).to_pylist() == [True]


@pytest.mark.parametrize(
    "bio",
    [
        None, "", "Official account of the Ministry of Canals", "Only in Bristol", "The only official page of the council", "In an emergency call 112 only", "In caso di emergenza chiamare il 112",
        "Nur in Hamburg", "The only active account of the council", "Temporada 2025 del teatro", "Seasonal food from our farms", "Winter service, news and roads", "Trains every ten minutes", "仅限本市居民咨询", "紧急情况请拨打110", "災害時は119へ電話してください", "官方账号，发布选举新闻",
        "Election results and news",
    ],
)  # fmt: skip
def test_other_words_of_a_season_or_an_emergency_say_nothing_of_the_account(bio):
    assert resting(pa.chunked_array([pa.array([bio], pa.string())])).to_pylist() == [False]
