"""Where a case stands in a queue, in every order, as the pages of the queue list it; and how somebody works, kept by an older version."""

import pytest

from aboveboard.console.service.door import keep_own
from aboveboard.console.service.queues import Place
from aboveboard.console.views.cases import Wanted
from aboveboard.console.views.frame import Care


def listed(stage, me, **wanted):
    first = stage.verbs.queue(me, Wanted(**wanted), stage.clock.at)
    pages = (stage.verbs.queue(me, Wanted(**wanted, page=n + 1), stage.clock.at) for n in range(first.pages))
    ids = [r.id for page in pages for r in page.rows]
    assert len(ids) == len(set(ids)) == first.total
    return ids


@pytest.mark.parametrize("order", ["due", "oldest", "newest", "surest"])
def test_a_case_has_the_place_and_the_neighbours_that_the_queue_gives_it(stage, order):
    me = stage.me("heron")
    every = listed(stage, me, order=order)
    assert len(every) > 50
    for wanted in ({"order": order}, {"order": order, "queue": "together", "tier": "likely"}):
        ids = listed(stage, me, **wanted)
        for here in (0, 1, len(ids) // 2, len(ids) - 1):
            after = ids[here + 1] if here + 1 < len(ids) else ""
            before = ids[here - 1] if here else ""
            place = stage.verbs.place(me, ids[here], Wanted(**wanted), stage.clock.at)
            assert place == Place(here, len(ids), after, before)
        outside = next((i for i in every if i not in ids), "cas_none")
        for other in (outside, "cas_none"):
            assert stage.verbs.place(me, other, Wanted(**wanted), stage.clock.at) == Place(-1, len(ids), "", "")


def test_what_somebody_set_is_read_though_a_switch_that_they_kept_went_away(stage):
    with stage.desk.store.writing() as connection:
        keep_own(connection, "heron", "care", "", {"blur": False, "mute": True, "rest_minutes": 20})
    assert stage.me("heron").care == Care(blur=False, rest_minutes=20)
