"""From a world with a planted ring, through the command line, to the ring's page in the report."""

import re
from html.parser import HTMLParser

import pytest
from cli_worlds import names
from ring_worlds import HOSTILE, PLANTED, write

from aboveboard.derived.drawn_acts import acts
from aboveboard.detector import book
from aboveboard.examples import parse_tables

AS_OF = "2026-01-01T00:00:00Z"


class Page(HTMLParser):
    """The tables (rows of cells) and the words of the ring pages of a report."""

    def __init__(self, html):
        super().__init__()
        self.tables, self.words, self.cell, self.seen = {}, "", None, set()
        start = html.find('<section aria-labelledby="ring_pages">')
        self.html = html[start : html.index("</section>", start)] if start >= 0 else ""
        self.feed(self.html)

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        if tag == "table":
            self.rows = []
            self.tables.setdefault(dict(attrs).get("class", "other"), []).append(self.rows)
        elif tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.cell = ""

    def handle_endtag(self, tag):
        if tag in {"td", "th"}:
            self.rows[-1].append(self.cell)
            self.cell = None

    def handle_data(self, data):
        self.words += data
        if self.cell is not None:
            self.cell += data


def report(aboveboard, tmp_path, detector):
    said = aboveboard("scan", "world", "--out", "out", "--detectors", detector, "--as-of", AS_OF)
    assert (said.code, said.err) == (0, "")
    return (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


@pytest.fixture
def page(aboveboard, tmp_path):
    write(tmp_path / "world", PLANTED, {"crew1": HOSTILE})
    return Page(report(aboveboard, tmp_path, "coaction_ring"))


def test_all_members_are_there_with_their_parts_the_suspended_one_too(page):
    head, *rows = page.tables["members"][0]
    assert head == ["Account", "Joint", "By chance", "Made"]
    assert {row[0].split(" ")[0] for row in rows if row[0].startswith("crew")} == {f"crew{n}" for n in range(8)} - {
        "crew1"
    }
    assert len(rows) == 8
    assert {row[1] for row in rows} == {"7"}
    assert "closed already" in next(row[0] for row in rows if row[0].startswith("crew0"))
    assert all(re.search("comes first|comes early|comes late|in between", row[0]) for row in rows)


def test_twenty_pairs_at_most_each_with_what_was_seen_and_expected_and_its_q(page):
    head, *rows = page.tables["pairs"][0]
    assert head == ["Pair", "Met", "By chance", "q"]
    assert len(rows) == 20  # of 28
    for _, met, likely, q in rows:
        assert int(met) == 7
        assert 0 < float(likely) < 0.2
        assert re.fullmatch("10⁻[⁰¹²³⁴⁵⁶⁷⁸⁹]+", q)


def test_the_whole_ring_stands_beside_chance_and_accounts_as_busy(page):
    assert re.search(r"They met 196 times where chance makes \d\.\d+ likely\.", page.words)  # 28 pairs, 7 objects
    assert re.search(r"8 accounts about as busy, in no such ring, met \d+ times? among themselves\.", page.words)
    times = next(t for t in page.tables["other"] if t[0] == ["Met", "this ring", "chance", "accounts as busy"])
    assert [row[1] for row in times[1:]] == ["0"] * 7 + ["28"]
    assert sum(float(row[2]) for row in times[1:]) == pytest.approx(28, abs=0.1)
    assert sum(int(row[3]) for row in times[1:]) == 28


def test_its_objects_stand_beside_others_where_the_members_did_not_meet(page):
    objects = next(t for t in page.tables["other"] if t[0] == ["Object", "members", "all others", "In all"])
    own = [row for row in objects[1:] if "beside" not in row[0]]
    beside = [row for row in objects[1:] if "beside" in row[0]]
    assert [row[1] for row in own] == ["8"] * 5
    assert beside
    assert all(row[1] == "0" and int(row[3]) > 0 for row in beside)


def test_what_it_gained_is_told_with_and_without_its_acts(page):
    gained = next(t for t in page.tables["other"] if t[0] == ["Object", "Accounts", "Ring's", "Rank"])
    assert len(gained) == 8
    for cell, acted, share, rank in gained[1:]:
        thing, day = cell.removeprefix("like ").split(" ")
        assert (acted, share) == ("8", "100 %")
        assert rank == ranked(thing, day)
    assert "not" in "".join(row[3] for row in gained[1:])


def ranked(thing, day):
    """The rank of an object of the planted ring that day, counted by hand; without the ring nobody acted on it."""
    counts = {}
    for act in parse_tables(PLANTED)["actions"].to_pylist():
        if f"{act['at']:%Y-%m-%d}" == day:
            counts[act["object_id"]] = counts.get(act["object_id"], 0) + 1
    above = sum(n > counts[thing] for n in counts.values())
    return (
        f"{1 + above}, not {len(counts)}, of {len(counts)}"
        if above + 1 < len(counts)
        else f"{1 + above} of {len(counts)}, either way"
    )


def test_innocent_explanations_are_weighed_both_ways(page):
    for words in (
        "meet by chance",
        "Everybody came then",
        "Friends or colleagues",
        "Fans, a union",
        "One person, family or office",
    ):
        assert words in page.words
    assert page.words.count("Speaks for it") == page.words.count("Speaks against it") == 5
    assert "They come in no fixed order." in page.words
    assert "20 of the 20 pairs shown have a q-value of 1 % or less." in page.words
    assert "Regulars come to the same show or thread every evening." in page.words


def test_a_hostile_name_is_shown_and_runs_nothing(page):
    assert HOSTILE in page.words  # in the sentence; in tables it is cut short
    assert f"{HOSTILE[:32]}…" in page.words
    assert not page.seen & {"script", "img"}
    assert "role" in page.html
    assert page.html.count('role="img"') == len(re.findall('role="img" aria-label="[^"]+"', page.html)) == 3


def test_the_ring_is_reached_from_its_card_and_leads_to_no_other_address(aboveboard, tmp_path):
    write(tmp_path / "world", PLANTED)
    html = report(aboveboard, tmp_path, "coaction_ring")
    assert '<p class="to-page"><a href="#ring-1">' in html
    assert html.count('id="ring-1"') == 1
    assert set(re.findall(r'href="([^"#][^"]*)"', Page(html).html)) == set()


def test_the_same_world_makes_the_same_page_on_one_thread_and_on_two(aboveboard, tmp_path):
    write(tmp_path / "world", PLANTED)
    pages = set()
    for threads in (1, 2):
        aboveboard("scan", "world", "--out", f"out{threads}", "--detectors", "coaction_ring", "--threads", threads)
        pages.add(Page((tmp_path / f"out{threads}" / "report.html").read_text(encoding="utf-8")).html)
    assert len(pages) == 1


@pytest.mark.parametrize("name", ["copied_text", "templated_text", "follow_ring", "registration_burst"])
def test_rings_found_otherwise_have_a_page_as_far_as_their_evidence_goes(aboveboard, tmp_path, name):
    example = max((e for d in book() if d.name == name for e in d.examples if e.finds), key=lambda e: len(e.finds))
    write(tmp_path / "world", example.world)
    page = Page(report(aboveboard, tmp_path, name))
    assert f"<code>{name}</code>" in page.html
    assert {row[0].split(" ")[0] for row in page.tables["members"][0][1:]}
    assert "no expectation: this detector does not rest on pairs" in page.words
    assert "Innocent explanations considered" in page.words
    assert all(head == ["Pair", "Met"] for head, *_ in page.tables.get("pairs", []))


def test_without_rings_the_report_carries_nothing_of_their_pages(aboveboard, tmp_path):
    write(tmp_path / "world", acts())
    html = report(aboveboard, tmp_path, "coaction_ring")
    assert names(tmp_path / "out") >= {"report.html"}
    assert not re.search("ring_pages|ring-page|innocent_hand", html)
