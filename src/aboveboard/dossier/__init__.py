"""One account's whole record: what happened when, what was found, what speaks for it, what is proposed and what would change that."""

from aboveboard.dossier.changes import changes
from aboveboard.dossier.favour import favour
from aboveboard.dossier.page import render_dossier
from aboveboard.dossier.telling import event_text, favour_text
from aboveboard.dossier.timeline import EVENT, MILESTONE, timeline

__all__ = ["EVENT", "MILESTONE", "changes", "event_text", "favour", "favour_text", "render_dossier", "timeline"]
