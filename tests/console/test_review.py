"""Whether review means something, over the service: golden cases and second looks come back as if they were open, and leads see the figures."""

import json

import pytest
import sqlalchemy as sa

from aboveboard.console import pages
from aboveboard.console.meaning import coefficients
from aboveboard.console.verbs import Looked, NotHereError, Ruling
from aboveboard.console.views.cases import Wanted
from aboveboard.deciding.values import Limits
from aboveboard.errors import AccessError, CaseError
from aboveboard.store.deciding_tables import CASES

FINE = Ruling("none", "", 0, 0, "namesake", looked=Looked(40, ("facts-1", "facts-2", "graph-0"), ()))


@pytest.fixture
def always(stage):
    """The service whose operator has every decision looked at twice, and a known answer drawn after each."""
    from dataclasses import replace

    from aboveboard.console.service import Service

    stage.verbs = Service(replace(stage.verbs.on, limits=Limits(second_looks=1.0, golden=1.0)))
    return stage


def rows(stage, name):
    return stage.verbs.queue(stage.me(name), Wanted(), stage.clock.at).rows


def decided(stage, row, name, ruling=FINE, key=""):
    me = stage.me(name)
    version = stage.verbs.case(me, row.id, Wanted(), stage.clock.at).version
    version = stage.verbs.claim(me, row.id, version, stage.clock.at)
    made = stage.verbs.decide(me, row.id, version, ruling, key or f"{name} {row.id}", stage.clock.at)
    stage.clock.on(seconds=31)
    stage.verbs.settle(stage.clock.at)
    return made


def limit(stage, row):
    view = stage.verbs.case(stage.me("heron"), row.id, Wanted(), stage.clock.at)
    rule = next(r for r in view.form.rules if r.action == "limit")
    return Ruling("limit", rule.id, 1, 30, "agrees", notice="What we decided, and why.")


def again(stage, row, name):
    """The case about the same account and violation that stands in somebody's queue now."""
    same = [r for r in rows(stage, name) if (r.account_id, r.violation) == (row.account_id, row.violation)]
    return next(iter(same), None)


def test_a_second_look_shows_the_case_as_it_was_and_not_what_was_decided(always):
    row = next(r for r in rows(always, "heron") if r.violation == "minor_unprotected")
    before = always.verbs.case(always.me("wren"), row.id, Wanted(), always.clock.at)
    known = always.verbs.later(always.me("wren"), row.id, always.clock.at)
    decided(always, row, "heron", limit(always, row))
    assert again(always, row, "heron") is None, "whoever decided does not judge themselves"
    back = again(always, row, "wren")
    assert back.id != row.id
    seen = always.verbs.case(always.me("wren"), back.id, Wanted(), always.clock.at)
    for shown in ("findings", "subject", "favour", "proposal", "second", "tier", "state"):
        assert getattr(seen, shown) == getattr(before, shown), shown
    assert seen.form.preview == before.form.preview
    later = always.verbs.later(always.me("wren"), back.id, always.clock.at)
    assert later.moments
    assert later == known
    assert seen.version == 1
    told = repr(seen) + repr(back)
    assert not [word for word in ("golden", "heron", row.id) if word in told]


def test_what_is_said_of_it_changes_nothing_and_is_counted(always):
    row = next(r for r in rows(always, "heron") if r.violation == "minor_unprotected")
    decided(always, row, "heron", limit(always, row))
    actions = sum(1 for e in always.desk.ledger.of_stream("actions"))
    decided(always, again(always, row, "wren"), "wren")
    assert sum(1 for e in always.desk.ledger.of_stream("actions")) == actions
    assert [e.kind for e in always.desk.ledger.of_subject(row.account_id)].count("decided") == 1
    page = always.verbs.review(always.me("starling"), always.clock.at)
    (check,) = page.differing
    assert (check.case, check.was, check.action, check.first, check.by) == (row.id, "limit", "none", "heron", "wren")
    second = next(a for a in page.agreements if (a.what, a.violation) == ("second", ""))
    assert (second.same, second.pairs) == (0, 1)
    heron = next(r for r in page.reviewers if r.name == "heron")
    assert (heron.decided, heron.second) == (1, (0, 0))
    assert next(r.second for r in page.reviewers if r.name == "wren") == (0, 1)
    mine = always.verbs.review(always.me("heron"), always.clock.at)
    assert (mine.leads, mine.own, mine.reviewers) == (False, (), ())


def named(stage, row):
    """Make a golden case of a row: heron decides, wren names it, starling agrees."""
    decided(stage, row, "heron")
    stage.verbs.ask_golden(stage.me("wren"), row.id, stage.clock.at)
    stage.verbs.agree_golden(stage.me("starling"), row.id, stage.clock.at)


def test_a_known_answer_takes_two_and_a_decided_case(always):
    row, other = rows(always, "heron")[:2]
    with pytest.raises(CaseError, match="Only a decided case"):
        always.verbs.ask_golden(always.me("wren"), row.id, always.clock.at)
    decided(always, row, "heron")
    with pytest.raises(AccessError):
        always.verbs.ask_golden(always.me("heron"), row.id, always.clock.at)
    always.verbs.ask_golden(always.me("wren"), row.id, always.clock.at)
    with pytest.raises(CaseError, match="second person"):
        always.verbs.agree_golden(always.me("wren"), row.id, always.clock.at)
    with pytest.raises(CaseError):
        always.verbs.agree_golden(always.me("starling"), other.id, always.clock.at)
    always.verbs.agree_golden(always.me("starling"), row.id, always.clock.at)
    (golden,) = always.verbs.review(always.me("starling"), always.clock.at).golden
    assert (golden.case, golden.action, golden.by, golden.second, golden.status) == (
        row.id,
        "none",
        "wren",
        "starling",
        "golden",
    )


def test_a_known_answer_is_given_once_to_those_who_had_no_part_in_it(prepared, tmp_path):
    from aboveboard.console.service import Service
    from console_service import staged

    with staged(prepared, tmp_path) as stage:
        from dataclasses import replace

        stage.verbs = Service(replace(stage.verbs.on, limits=Limits(second_looks=0.0, golden=1.0)))
        known, *others = rows(stage, "heron")
        named(stage, known)
        for name, other in (("heron", others[0]), ("wren", others[1])):
            decided(stage, other, name)
            assert again(stage, known, name) is None, f"{name} knows the answer"
        with stage.desk.store.reading() as connection:
            assert connection.execute(sa.select(sa.func.count()).where(CASES.c.kind == "golden")).scalar() == 0
        from aboveboard.staff.people import invite, join_by_password
        from aboveboard.staff.permissions import Scope
        from console_service import PASSWORD

        door = stage.desk.parts["door"]
        link = invite(door.roster, "kite", ("reviewer",), Scope(), "machine", stage.clock.at)
        stage.sessions["kite"] = join_by_password(door.roster, link, PASSWORD, stage.clock.at)
        decided(stage, others[2], "kite")
        given = again(stage, known, "kite")
        assert given is not None
        assert again(stage, known, "heron") is None
        decided(stage, given, "kite")
        decided(stage, others[3], "kite")
        assert again(stage, known, "kite") is None, "once"
        page = stage.verbs.review(stage.me("starling"), stage.clock.at)
        assert next(r.golden for r in page.reviewers if r.name == "kite") == (1, 1)
        assert (page.golden[0].right, page.golden[0].answered) == (1, 1)
        assert [(c.case, c.by, c.was, c.action) for c in page.golden[0].answers] == [(known.id, "kite", "none", "none")]
        at, kite, starling = stage.clock.at, stage.me("kite"), stage.me("starling")
        drawn = pages.page("review.html", pages.Look("en", at, starling), view=page)
        assert drawn.index("Who answered what") < drawn.index("kite", drawn.index("Who answered what"))
        told = stage.verbs.review(kite, at)
        assert (told.golden, told.reviewers) == ((), ()), "who answers does not learn which are known"
        assert "Who answered what" not in pages.page("review.html", pages.Look("en", at, kite), view=told)
        (own,) = stage.verbs.review(stage.me("kite"), stage.clock.at).own
        assert (own.kind, own.was, own.action) == ("golden", "none", "none")
        stage.verbs.retire_golden(stage.me("wren"), known.id, stage.clock.at)
        assert stage.verbs.review(stage.me("starling"), stage.clock.at).golden[0].status == "retired"


def test_the_tables_can_be_rebuilt_with_all_that_was_looked_at_again(always):
    from aboveboard.deciding.projecting import rebuild
    from aboveboard.store.deciding_tables import GOLDEN

    row = rows(always, "heron")[0]
    named(always, row)
    decided(always, again(always, row, "wren"), "wren")

    def kept(connection):
        return [sorted(map(tuple, connection.execute(sa.select(t)))) for t in (CASES, GOLDEN)]

    with always.desk.store.writing() as connection:
        before = kept(connection)
        rebuild(connection)
        assert kept(connection) == before


def test_the_api_shows_such_a_case_like_any_other(always):
    from aboveboard.api.cases import _case
    from aboveboard.deciding.ruling import blind

    row = next(r for r in rows(always, "heron") if r.violation == "minor_unprotected")
    with always.verbs.sitting(always.clock.at) as s:
        before = blind(s, row.id)
    decided(always, row, "heron", limit(always, row))
    with always.verbs.sitting(always.clock.at) as s:
        shown = blind(s, again(always, row, "wren").id)
        case = _case({**shown, "status": "open"})
    assert (case.kind, case.level) == ("proposal", "reviewer")
    assert shown["state"] == before["state"]
    assert "golden" not in json.dumps(
        {**case.model_dump(mode="json"), **{k: shown[k] for k in ("account", "findings")}}
    )


def test_what_was_opened_is_told_to_leads(always):
    row = rows(always, "heron")[0]
    decided(always, row, "heron")
    (heron,) = always.verbs.review(always.me("owl"), always.clock.at).reviewers
    assert (heron.seconds, heron.opened, heron.parts) == (40, 3, ("facts", "graph"))
    with pytest.raises(AccessError):
        always.verbs.ask_golden(always.me("owl"), row.id, always.clock.at)
    with pytest.raises((NotHereError, CaseError)):
        always.verbs.ask_golden(always.me("wren"), "cas_none", always.clock.at)


def table(*counts):
    """Pairs of answers from a square table of counts."""
    names = "abcdef"
    return [(names[i], names[j]) for i, row in enumerate(counts) for j, n in enumerate(row) for _ in range(n)]


def fleiss_cohen_everitt(counts):
    """The large-sample error of kappa, as "Large sample standard errors of kappa and weighted kappa" (1969) writes it: A + B - C."""
    n, size = sum(map(sum, counts)), range(len(counts))
    p = [[x / n for x in row] for row in counts]
    rows, columns = [sum(r) for r in p], [sum(r[j] for r in p) for j in size]
    chance = sum(rows[i] * columns[i] for i in size)
    kappa = (sum(p[i][i] for i in size) - chance) / (1 - chance)
    a = sum(p[i][i] * (1 - (rows[i] + columns[i]) * (1 - kappa)) ** 2 for i in size)
    b = (1 - kappa) ** 2 * sum(p[i][j] * (columns[i] + rows[j]) ** 2 for i in size for j in size if i != j)
    c = (kappa - chance * (1 - kappa)) ** 2
    return kappa, (a + b - c) ** 0.5 / (1 - chance) / n**0.5


@pytest.mark.parametrize("counts", [((75, 1, 4), (5, 4, 1), (0, 0, 10)), ((40, 9), (6, 45)), ((80, 10), (5, 5))])
def test_kappa_and_its_error_are_those_of_fleiss_cohen_and_everitt(counts):
    # The first are the 100 diagnoses of Fleiss, Levin, Paik, "Statistical Methods for Rates and Proportions", table 18.1: kappa 0.68.
    kappa, error = fleiss_cohen_everitt(counts)
    found, _ = coefficients(table(*counts))
    assert found.value == pytest.approx(kappa)
    assert found.error == pytest.approx(error, rel=0.01)
    assert (found.low, found.high) == pytest.approx((kappa - 1.96 * error, kappa + 1.96 * error), abs=3e-3)
    if counts[0][0] == 75:
        assert round(found.value, 2) == 0.68


def test_the_paradox_of_feinstein_and_cicchetti_is_seen():
    # "High agreement but low kappa" (1990): 85 of 100 alike in both tables, kappa 0.70 and 0.32; AC1 hardly moves.
    even, lopsided = table((40, 9), (6, 45)), table((80, 10), (5, 5))
    assert [round(coefficients(t)[0].value, 2) for t in (even, lopsided)] == [0.70, 0.32]
    assert [round(coefficients(t)[1].value, 2) for t in (even, lopsided)] == [0.70, 0.81]


@pytest.mark.parametrize("counts", [((40, 9), (6, 45)), ((80, 10), (5, 5)), ((30, 4, 6), (2, 28, 3), (5, 1, 21))])
def test_the_errors_are_those_of_leaving_one_out(counts):
    pairs = table(*counts)
    n = len(pairs)
    for which in (0, 1):
        left = [coefficients(pairs[:i] + pairs[i + 1 :])[which].value for i in range(n)]
        mean = sum(left) / n
        jackknife = ((n - 1) / n * sum((x - mean) ** 2 for x in left)) ** 0.5
        assert coefficients(pairs)[which].error == pytest.approx(jackknife, rel=0.08)


def test_few_pairs_or_all_alike_have_no_interval():
    assert coefficients(table((5, 1), (0, 2)))[0].error is None
    assert coefficients(table((50, 0), (0, 2)))[1].low is None
