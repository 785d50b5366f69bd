"""The report of a scan: one HTML file a person would rather look at than the tables."""

from aboveboard.report.page import render_report

__all__ = ["render_report"]
