"""Scores of a scan against labels, with their uncertainty, as numbers and as a page of plots."""

from aboveboard.evaluation.page import render_evaluation
from aboveboard.evaluation.scoring import evaluate

__all__ = ["evaluate", "render_evaluation"]
