"""Shorthand for lives of accounts: days after 1 January 2026, and a diary that takes events as the service will."""

import math
from datetime import UTC, datetime, timedelta

from aboveboard.cases.folding import fold
from aboveboard.cases.timers import advance, due, take, to_send
from aboveboard.cases.values import Account, Event

START = datetime(2026, 1, 1, tzinfo=UTC)
ANNA, BORIS, CHEN = "person:anna", "person:boris", "person:chen"
RULE, HOLDER, TIMER = "policy:default/3", "holder", "timer"


def day(count):
    return START + timedelta(days=count)


def event(at, kind, about="", by=RULE, **more):
    until = more.pop("until", None)
    return Event("a1", day(at), kind, about, by, until=None if until is None else day(until), **more)


def against(at, kind, about, until=None, by=RULE, **more):
    """A decision against the holder, on the operator's own terms."""
    return event(
        at,
        kind,
        about,
        by,
        until=until,
        **{"ground": "terms", "violation": "coordination", "evidence": f"seen for {about}", **more},
    )


def begun(*more):
    """Let in on the first day, and then what is given."""
    return [event(0, "registered", by=HOLDER), event(0, "admitted"), *more]


class Diary:
    """One account and all its entries; dates that come are entered before each event, as the service does."""

    def __init__(self, *events, name="a1"):
        self.account, self.entries, self.today = Account(name), [], 0
        for e in begun(*events):
            self.add(e)

    def add(self, new):
        self.account, entries = take(self.account, new._replace(account_id=self.account.account_id))
        self.entries += entries
        self.today = max(self.today, (new.at - START) / timedelta(days=1))
        return self

    def send(self, at):
        """Send all that is to be sent on a day, one after another."""
        sent, at = [], at + 0.001
        self.on(at)
        while owed := to_send(self.account, day(at)):
            for o in owed:
                at += 0.0001
                self.add(event(at, "notice_sent", o.about, scope=o.notice))
                sent.append(o.notice)
            self.on(at)
        return sent

    def on(self, at):
        """Let the dates up to a day come."""
        self.today = max(self.today, at)
        entries = due(self.account, day(at))
        self.account = advance(self.account, day(at))
        self.entries += entries
        return self

    def live(self, until, step=1):
        """Send and let dates come, day by day; return what was sent on which day."""
        first = math.floor(self.today)
        return [(d, n) for d in range(first, until + 1, step) for n in self.send(d)]

    @property
    def state(self):
        return self.account.state

    def replayed(self):
        return fold(self.entries)


def standing(account):
    """What an account is, without what it went through."""
    return account._replace(last=None, since=None, owed=(), sent=(), undone=(), faults=())
