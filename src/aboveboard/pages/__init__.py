"""The frame both kinds of page share: one self-contained HTML file, two languages, light and dark, charts as inline SVG.

Nothing here knows a finding or a label; `report` and `evaluation` bring their own template, words, style and script.
"""

from aboveboard.pages.charts import svg
from aboveboard.pages.escape import embed, visible
from aboveboard.pages.frame import Room, render
from aboveboard.pages.words import Word, Words, fill, words_of

__all__ = ["Room", "Word", "Words", "embed", "fill", "render", "svg", "visible", "words_of"]
