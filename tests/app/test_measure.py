import time

import numpy as np

from aboveboard.app.measure import measured


def test_work_that_is_still_going_on_can_be_priced():
    with measured() as cost:
        time.sleep(0.02)
        cost.take()
        assert cost.seconds >= 0.02


def test_the_peak_of_a_part_belongs_to_the_whole():
    with measured() as whole:
        with measured() as greedy:
            np.ones(30_000_000)
        with measured() as modest:
            pass
    assert whole.peak_mb >= greedy.peak_mb
    assert modest.peak_mb < greedy.peak_mb - 100


def test_what_the_whole_took_before_a_part_is_not_lost():
    with measured() as whole:
        np.ones(30_000_000)
        with measured() as part:
            pass
    assert whole.peak_mb > part.peak_mb + 100
