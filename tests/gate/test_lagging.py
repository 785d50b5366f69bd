"""A gate far behind the ledger gets a new index when what streams in has ended, and seldom before."""

import itertools

from aboveboard.gate.lagging import LULL, SELDOM, STREAM, Lagging


class Stream:
    """So many entries a second until an end, all of which concern the gate; time goes on a quarter of a second a look."""

    def __init__(self, rate, end):
        self.rate, self.end, self.now = rate, end, 0.0

    def newest(self):
        return int(self.rate * min(self.now, self.end))

    def counted(self, after, most):
        return min(most, max(0, self.newest() - after))

    def built(self, size, until):
        """When an index is due, each built at once and holding all that came."""
        found, position, lagging = [], 0, Lagging(size, self.newest, self.counted)
        while self.now < until:
            self.now += 0.25
            if lagging.due(self.now, position):
                found.append(self.now)
                position = self.newest()
                lagging = Lagging(size + position, self.newest, self.counted)
        return found


def test_while_entries_stream_in_an_index_is_built_only_as_what_it_holds_doubles():
    stream = Stream(rate=4_000, end=300)
    found = stream.built(5_000, 300)
    assert len(found) <= 9, "1.2 million entries are 240 times 5,000"
    assert all(later - earlier >= SELDOM for earlier, later in itertools.pairwise(found))


def test_a_stream_that_ends_is_followed_by_one_index_at_once():
    stream = Stream(rate=4_000, end=60)
    first = stream.built(10**9, 60.0 + 3 * LULL)[0]
    assert 60 <= first <= 60 + 2.5 * LULL


def test_a_trickle_after_a_burst_keeps_no_index_from_being_built():
    stream = Stream(rate=STREAM // 2, end=10**6)
    assert stream.built(10**9, 10)[0] <= 2 * LULL + 0.5


def test_how_much_a_stream_brought_is_not_counted_at_every_look():
    stream, asked = Stream(rate=4_000, end=10**6), []
    lagging = Lagging(10**9, stream.newest, lambda after, most: asked.append(most) or stream.counted(after, most))
    while stream.now < 10 * SELDOM:
        stream.now += 0.25
        assert not lagging.due(stream.now, 0)
    assert sum(most == 10**9 for most in asked) <= 10
