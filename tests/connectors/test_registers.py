from __future__ import annotations

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from aboveboard.cli.program import app
from aboveboard.connectors.registers import import_register
from aboveboard.errors import InputError, OutputError

DOTGOV = """Domain name,Domain type,Organization name,Suborganization name,City,State
TIDES.GOV,Federal - Executive,Board of Tides,,Washington,DC
tidetables.gov,Federal - Executive,Board of Tides,Board of Tides,Baltimore,MD
shores.gov,Federal - Executive,Board of Tides,Office of Shores,Washington,DC
thornfordal.gov,City,City of Thornford,,Thornford,AL
thornfordwa.gov,City,City of Thornford,,Thornford,WA
"""
GOVUK = """index-entry-number,entry-number,entry-timestamp,key,government-organisation,name,website,start-date,end-date
3,3,2020-09-01T17:55:19Z,D3,D3,Board of Water,https://www.water.example/about,2019-04,
2,2,2018-09-01T17:55:19Z,D2,D2,Board of Canals,https://www.gov.uk/government/organisations/canals,1990,2019-04-01
1,1,2017-09-01T17:55:19Z,D1,D1,Board of Locks,,soon,
"""
ACCOUNTS = (
    "account_id,body,since\na1,tidetables.gov,2020-01-02\na2,Office of Shores,\na3,City of Thornford,\na4,nobody.gov,\n"
)


def tables(folder, name):
    return pq.read_table(folder / f"{name}.parquet").to_pylist()


def test_domains_of_one_federal_body_are_one_body_and_two_towns_are_two(tmp_path):
    (tmp_path / "full.csv").write_text(DOTGOV)
    import_register("dotgov", tmp_path / "full.csv", tmp_path / "w")
    found = [(r["org_id"], r["name"], r["domains"]) for r in tables(tmp_path / "w", "organisations")]
    assert found == [
        ("tides.gov", "Board of Tides", ["tides.gov", "tidetables.gov"]),
        ("shores.gov", "Office of Shores", ["shores.gov"]),
        ("thornfordal.gov", "City of Thornford", ["thornfordal.gov"]),
        ("thornfordwa.gov", "City of Thornford", ["thornfordwa.gov"]),
    ]


def test_accounts_are_joined_by_domain_or_name_and_a_name_that_fits_two_bodies_is_told(tmp_path):
    (tmp_path / "full.csv").write_text(DOTGOV)
    (tmp_path / "ours.csv").write_text(ACCOUNTS)
    told = CliRunner().invoke(
        app,
        [
            "import-register",
            "dotgov",
            str(tmp_path / "full.csv"),
            str(tmp_path / "w"),
            "--accounts",
            str(tmp_path / "ours.csv"),
        ],
    )
    assert told.exit_code == 0
    assert "4 bodies and 2 official accounts" in told.output
    assert "names several bodies" in told.output
    assert "is no body of the register" in told.output
    found = [(r["org_id"], r["account_id"], str(r["since"])[:10]) for r in tables(tmp_path / "w", "official_accounts")]
    assert found == [("tides.gov", "a1", "2020-01-02"), ("shores.gov", "a2", "None")]


def test_dates_of_a_register_may_be_a_year_or_a_month_and_a_wrong_one_is_told(tmp_path):
    (tmp_path / "register.csv").write_text(GOVUK)
    made = import_register("govuk", tmp_path / "register.csv", tmp_path / "w")
    rows = tables(tmp_path / "w", "organisations")
    assert [
        (r["org_id"], r["status"], str(r["opened_at"])[:10], str(r["closed_at"])[:10], r["domains"]) for r in rows
    ] == [
        ("D3", "active", "2019-04-01", "None", ["water.example"]),
        ("D2", "closed", "1990-01-01", "2019-04-01", []),
        ("D1", "active", "None", "None", []),
    ]
    assert made.rejected == ("line 4, start-date: 'soon' is no date such as 2020-09-01, 2020-09 or 2020",)


def test_a_file_of_another_shape_and_a_table_that_is_there_are_refused(tmp_path):
    (tmp_path / "register.csv").write_text(GOVUK)
    with pytest.raises(InputError, match="Domain name"):
        import_register("dotgov", tmp_path / "register.csv", tmp_path / "w")
    with pytest.raises(InputError, match="choose from dotgov, govuk"):
        import_register("phone book", tmp_path / "register.csv", tmp_path / "w")
    import_register("govuk", tmp_path / "register.csv", tmp_path / "w")
    with pytest.raises(OutputError, match="already"):
        import_register("govuk", tmp_path / "register.csv", tmp_path / "w")
