"""One HTML file that opens from disk: its style and script inline, allowed by their hashes and nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import jinja2
from markupsafe import Markup

from aboveboard.pages.escape import compact, embed, visible
from aboveboard.pages.words import Blank, Words, fill

__all__ = ["Room", "render"]

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Room:
    """What a page brings of its own: a folder with `page.html`, `page.css` and `page.js`, its words, and the style of further `parts`."""

    folder: Path
    words: Words
    parts: tuple[str, ...] = ()

    def text(self, kind: str) -> str:
        """Return the page's files of a `kind` (`css` or `js`); those it does not have are empty."""
        paths = (self.folder / f"{part}.{kind}" for part in ("page", *self.parts))
        return "".join(p.read_text(encoding="utf-8") for p in paths if p.exists())


def render(room: Room, title: str, data: Mapping[str, object], **shown: object) -> str:
    """Return the whole page as one HTML text.

    `title` is the key of the page's name; `data` is embedded as JSON for the script; `shown` fills the template, where
    `t(key, ...)` writes a word that can be switched, `label` an accessible name, `heading` a section's heading and `| seen` shows text that strangers chose.
    """
    style = (_HERE / "frame.css").read_text(encoding="utf-8") + room.text("css")
    script = (_HERE / "frame.js").read_text(encoding="utf-8") + room.text("js")
    return (
        _environment(room)
        .get_template("page.html")
        .render(
            title=title,
            policy=_policy(style, script),
            style=Markup(style),  # noqa: S704  (our own file)
            script=Markup(script),  # noqa: S704  (our own file)
            data=embed({**data, "words": {key: list(word) for key, word in room.words.items()}}),
            **shown,
        )
    )


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'; img-src data:"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _environment(room: Room) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([room.folder, _HERE]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )

    def word(key: str, tag: str = "span", **blanks: Blank) -> Markup:
        return _word(room.words, key, tag, blanks)

    def label(key: str, **blanks: Blank) -> Markup:
        return _label(room.words, key, blanks)

    def heading(key: str) -> Markup:
        return Markup('<h2 id="{0}" data-t="{0}">{1}</h2>').format(key, fill(room.words, key, {}))

    cast("dict[str, object]", environment.globals).update(t=word, label=label, heading=heading)
    environment.filters["seen"] = visible
    return environment


def _word(words: Words, key: str, tag: str, blanks: Mapping[str, Blank]) -> Markup:
    given = Markup(' data-a="{}"').format(compact(_safe(blanks))) if blanks else Markup()
    return Markup('<{0} data-t="{1}"{2}>{3}</{0}>').format(tag, key, given, fill(words, key, blanks))


def _label(words: Words, key: str, blanks: Mapping[str, Blank]) -> Markup:
    return Markup('aria-label="{0}" data-l="{1}" data-a="{2}"').format(
        fill(words, key, blanks), key, compact(_safe(blanks))
    )


def _safe(blanks: Mapping[str, Blank]) -> dict[str, Blank]:
    return {name: visible(value) if isinstance(value, str) else value for name, value in blanks.items()}
