"""A label at the start or the end of a name, or in a biography, marks a record; archives themselves bear none."""

import pyarrow as pa
import pytest

from aboveboard.text.archive import archived, archived_bio


@pytest.mark.parametrize(
    "name",
    [
        "Archived: Ministry of Canals",
        "[ARCHIVE] Canals",
        "Archive - Canals",
        "【存档】运河部",
        "存档:运河部",
        "已归档 运河部",
        "Ministry of Canals (archived)",
        "Ministry of Canals (closed 2022)",
        "Ministry of Canals | no longer updated",
        "Amt für Kanäle (stillgelegt)",
        "Secretaría de Canales – archivo",
        "Canales - cuenta inactiva",
        "Urząd Kanałów – profil archiwalny",
        "Ministère des Canaux (archives)",
        "Министерство каналов (архив)",
        "运河部（已停更）",
        "運河局【アーカイブ】",
        "وزارة القنوات (أرشيف)",
    ],
)
def test_a_label_at_the_start_or_the_end_marks_an_archive(name):
    assert archived(pa.array([name])).to_pylist() == [True]


@pytest.mark.parametrize(
    "name",
    [
        "Archives nationales", "Archivo General", "档案馆", "", "National Archives", "Archive of the Canals", "Canal Archives",
        "Committee - closed meetings", "The Closed Door (band)", "Kanalarkivet", "Ministry of Canals", "Pre-closed tenders",
    ],
)  # fmt: skip
def test_an_archive_itself_bears_no_label(name):
    assert archived(pa.array([name])).to_pylist() == [False]


@pytest.mark.parametrize(
    "bio",
    [
        "Archive account of the ministry.",
        "This account is archived",
        "Account archived in 2022. Follow the new ministry.",
        "News of canals. This account is no longer updated.",
        "Archiv bis 30.9.2021. Dieses Konto antwortet nicht.",
        "Archivkonto ohne Antworten",
        "Cuenta archivada, sin respuestas",
        "Compte archivé.",
        "Compte inactif depuis 2020",
        "Archivní účet, úřad zrušen 2022.",
        "Arkivkonto uden svar.",
        "Profil nieaktywny od 12.12.2023.",
        "Архив: записи до 2019 года",
        "本账号已停更",
        "此帳號已封存",
        "Archived statements 2008–2025.",
        "Archive: cell closed August 2024, report in link.",
        None,
    ],
)
def test_a_biography_may_say_that_its_account_is_a_record(bio):
    assert archived_bio(pa.array([bio], pa.string())).to_pylist() == [None if bio is None else True]


@pytest.mark.parametrize(
    "bio",
    [
        "National archives of the republic. Official account.",
        "Official account of the ministry of canals.",
        "We closed the old lock. New lock opens in May.",
        "Archives open daily, reading room closed on Mondays.",
        "Account of the minister. Closed on Sundays.",
        "官方账号，档案馆新址开放",
        "Archivo General de Canales, abierto al público",
        "",
    ],
)
def test_what_is_closed_or_an_archive_otherwise_is_no_record(bio):
    assert archived_bio(pa.array([bio])).to_pylist() == [False]
