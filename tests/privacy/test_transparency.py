"""What is published about decisions counts them right and tells nothing of a few."""

import csv
import json
from datetime import timedelta

import pytest

from aboveboard.app import transparency as publish
from aboveboard.cases import Event
from aboveboard.core import VIOLATIONS
from aboveboard.errors import InputError, OutputError
from aboveboard.privacy.transparency import DIMENSIONS, decided, published, tables
from aboveboard.store import Ledger, open_store
from planting import DAY, NOW, give, live

HOUR = timedelta(hours=1)


def restrict(connection, ledger, number, *, violation, language, by="policy:x", appeal=""):
    who, at = f"a{number}", NOW + number * HOUR
    live(connection, ledger, who, at - 9 * DAY)
    give(connection, "accounts", who, {"handle": who, "language": language}, at - 9 * DAY)
    limit = Event(
        who,
        at,
        "limited",
        f"d{number}",
        by,
        until=at + 99 * DAY,
        ground="terms",
        violation=violation,
        evidence=f"{number:064x}",
        scope="comment",
    )
    events = [limit]
    if appeal:
        events.append(Event(who, at + HOUR, "appealed", f"d{number}", f"holder:{who}"))
    if appeal not in ("", "waits"):
        events.append(Event(who, at + 25 * HOUR, f"appeal_{appeal}", f"d{number}", "person:cem", evidence="f" * 64))
    live(connection, ledger, who, at, *events, begun=True)


def plant(store, ledger):
    """Sixty decisions: 40 of one violation, 14 of another of which 3 in a small language, and 6 of a third."""
    with store.writing() as c:
        for n in range(60):
            violation = "clickbait" if n < 40 else "pile_on" if n < 54 else "vulgarity"
            language = "en" if n % 2 else "zh"
            language = "cy" if 40 <= n < 43 or n in (0, 2, 4, 6, 8, 10, 12, 14) else language
            appeal = "granted" if n < 11 else "refused" if n < 22 else "waits" if n == 30 else ""
            restrict(
                c,
                ledger,
                n,
                violation=violation,
                language=language,
                by="person:ana" if n % 3 == 0 else "policy:x",
                appeal=appeal,
            )


def test_decisions_are_counted_by_what_they_are_and_what_became_of_them(store, ledger):
    plant(store, ledger)
    with store.reading() as c:
        made = decided(c, NOW, NOW + 30 * DAY)
        assert len(decided(c, NOW + 10 * HOUR, NOW + 20 * HOUR)) == 10
        early = decided(c, NOW, NOW + 60 * HOUR)
    assert {d.outcome for d in made if d.id == "d30"} == {"waits"}
    assert sum(d.outcome == "granted" for d in early) == 11
    told = published(made, NOW, NOW + 30 * DAY)
    assert (told["decisions"], told["appeals"], told["appeals_granted"]) == (60, 23, 11)
    assert told["taken_back_without_appeal"] == 0
    assert told["median_hours_to_answer_an_appeal"] == 24
    by = {t["by"]: t for t in told["tables"]}
    assert set(by) == set(DIMENSIONS)
    assert by["decided_by"]["rows"] == ["clickbait", "other"], "six cannot stand alone, and fourteen cover them"
    assert by["decided_by"]["cells"] == [[None, None], [None, None]], "6 is hidden, and the sums would give it away"
    assert (by["decided_by"]["row_sums"], by["decided_by"]["column_sums"]) == ([40, 20], [20, 40])
    assert by["restriction"]["columns"] == ["DECISION_VISIBILITY_OTHER"]
    assert set(told["dsa"]["categories"]) == set(VIOLATIONS)


def test_no_cell_below_ten_is_published_and_none_can_be_worked_out_by_subtraction(store, ledger):
    plant(store, ledger)
    with store.reading() as c:
        made = decided(c, NOW, NOW + 30 * DAY)
    for table in tables(made):
        flat = [c for row in table.cells for c in row if c is not None]
        assert all(c == 0 or c >= 10 for c in flat)
        for cells in (*table.cells, *zip(*table.cells, strict=True)):
            assert sum(c is None for c in cells) != 1
    language = next(t for t in tables(made) if t.by == "language")
    assert any(c is None for row in language.cells for c in row)
    assert tables(made[:9]) == []
    few = published(made[:9], NOW, NOW + DAY)
    assert (few["decisions"], few["appeals"], few["tables"]) == (None, None, [])


def test_the_command_s_files_say_the_same_and_hide_with_an_asterisk(tmp_path, monkeypatch):
    monkeypatch.delenv("ABOVEBOARD_DATABASE_URL", raising=False)
    opened = open_store(tmp_path / "data")
    plant(opened, Ledger(opened))
    opened.close()
    told = publish(tmp_path / "data", NOW, NOW + 30 * DAY, tmp_path / "out", base=5)
    assert json.loads((tmp_path / "out" / "transparency.json").read_text()) == told
    rows = list(csv.reader((tmp_path / "out" / "by_language.csv").read_text().splitlines()))
    assert rows[0] == ["violation", "cy", "en", "zh", "all"]
    assert "*" in str(rows)
    assert all(int(n) % 5 == 0 for row in rows[1:] for n in row[1:] if n != "*")
    for wrong in ({"until": NOW}, {"fewest": 2}, {"base": 0}):
        given = {"since": NOW, "until": NOW + DAY, "out": tmp_path / "out", **wrong}
        with pytest.raises(InputError):
            publish(tmp_path / "data", **given)
    with pytest.raises(OutputError, match="cannot be written"):
        publish(tmp_path / "data", NOW, NOW + DAY, tmp_path / "out" / "transparency.json")
