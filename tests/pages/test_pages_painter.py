"""The renderer of charts is a process of its own."""

import pytest

from aboveboard.errors import OutputError
from aboveboard.pages import painter

BAR = {"mark": "bar", "data": {"values": [{"n": 1}]}, "encoding": {"y": {"field": "n", "type": "quantitative"}}}


def test_a_chart_is_drawn_by_another_process():
    assert painter.paint(BAR).startswith("<svg")
    assert painter._painter() is painter._painter()


def test_a_renderer_that_died_is_one_clear_error_and_the_next_chart_starts_another():
    painter.paint(BAR)
    dead = painter._painter()
    dead.kill()
    dead.wait()
    with pytest.raises(OutputError, match=r"could not be drawn: the renderer ended with -9"):
        painter.paint(BAR)
    assert painter.paint(BAR).startswith("<svg")


def test_a_renderer_that_was_begun_draws_the_next_chart():
    painter.begin()
    begun = painter._painter()
    assert painter.paint(BAR).startswith("<svg")
    assert painter._painter() is begun
