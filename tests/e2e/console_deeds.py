"""What somebody does at the console through the service's verbs, where a test looks at a later page."""

from aboveboard.console.verbs import Ruling
from aboveboard.console.views.cases import Wanted


def rows(office, name="heron", **wanted):
    return office.verbs.queue(office.me(name), Wanted(**wanted), office.clock.at).rows


def left(office):
    office.clock.on(seconds=11)
    office.verbs.settle(office.clock.at)


def kinds(office, account, stream="decisions"):
    return [e.kind for e in office.desk.ledger.of_subject(account) if e.stream == stream]


def decided(office, name, row, action, key):
    """Decide a case as somebody; return what came of it."""
    me = office.me(name)
    view = office.verbs.case(me, row.id, Wanted(), office.clock.at)
    version = office.verbs.claim(me, row.id, view.version, office.clock.at)
    ruling = Ruling(action, view.form.rules[0].id, 1, 30, "agrees", notice="What we decided, and why.")
    made = office.verbs.decide(me, row.id, version, ruling, key, office.clock.at)
    left(office)
    return made
