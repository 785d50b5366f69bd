"""The report of a scan: one HTML file a person would rather look at than the tables."""

from aboveboard.report.page import render_report
from aboveboard.report.selection import shown_rings

__all__ = ["render_report", "shown_rings"]
