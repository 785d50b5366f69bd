"""The report of a scan: one HTML file a person would rather look at than the tables."""

from aboveboard.report.entries import facts_shown, segments, stamp
from aboveboard.report.page import render_report
from aboveboard.report.selection import shown_rings

__all__ = ["facts_shown", "render_report", "segments", "shown_rings", "stamp"]
