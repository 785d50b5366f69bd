"""Pages from views: a value in, HTML out. Nothing here knows a request, a store or a clock."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import cast

import jinja2
from markupsafe import Markup, escape

from aboveboard.console.facts import fact
from aboveboard.console.fragments import clauses, fragment
from aboveboard.console.sentences import explained, said
from aboveboard.console.telling import fall, graph_edges, graph_nodes
from aboveboard.console.views.cases import Told
from aboveboard.console.views.frame import Me
from aboveboard.console.words import NAMED
from aboveboard.dossier.strings import WORDS
from aboveboard.pages import fill, visible
from aboveboard.pages.escape import compact
from aboveboard.pages.words import Blank

__all__ = ["LANGUAGES", "Look", "answer", "page", "translated"]

_HERE = Path(__file__).parent
LANGUAGES = ("en", "zh")
_BLANK = re.compile(r"\{(\w+)(?::([^{}|]*)\|([^{}]*))?\}")
_CASE = re.compile(r"(\bcase|案件) cas_[a-z2-7]+")
_EXACT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(?:\.\d+)?(?:\+00:00|Z)")
_HOUR, _DAY = 3600, 86400


@dataclass(frozen=True, slots=True)
class Look:
    """For whom a page is drawn: the language, when, who is signed in (None outside), the page's own address, and a word to show once."""

    language: str
    at: datetime
    me: Me | None = None
    path: str = "/"
    query: Mapping[str, str] = field(default_factory=dict[str, str])
    toast: str = ""
    fault: str = ""


@cache
def translated() -> Mapping[str, str]:
    """Return the Chinese of every English text of the templates."""
    return tomllib.loads((_HERE / "zh.toml").read_text(encoding="utf-8"))


def answer(english: str, language: str, *, whole: bool = True) -> str:
    """Return what the service answered with, such as a refusal, as the reader reads it: a `whole` sentence, or words that follow a name."""
    if language == "zh":
        return translated().get(english) or _here(explained(english, language)[0])
    plain = _here(english.replace("person:", ""))
    return _sentence(plain, named=english.startswith("person:")) if whole else plain


def _here(said: str) -> str:
    """Return what was said with minutes as people write them; the case is the one on the page."""
    return _CASE.sub(lambda f: "此案件" if f[1] == "案件" else "this case", _EXACT.sub(r"\1 \2", said))


def _sentence(said: str, *, named: bool) -> str:
    """Return what a program said as a sentence; a name at its beginning stays as it is."""
    begun = said if named else said[:1].upper() + said[1:]
    return begun if begun[-1:] in (*".!?。：:", "") else f"{begun}."


def page(template: str, look: Look, **shown: object) -> str:
    """Return the page that a template makes of what is `shown`.

    In a template, `_("English")` writes a text in the reader's language, `t(key)` a shared word, `told(value)` a sentence of the dossier,
    `sentence(detector, english)` that of a finding, `explained(english)` an honest mistake with its language, `fact(detector, name, value)` a finding's fact, `weighs(english)` why evidence weighs, `written(english)` how a name was made, `fault(text)`
    a refusal, `because(text)` the words of one that follow a name; `| seen` shows text that strangers chose, `| whole` keeps the dates in it on one line, `| coded` sets the settings that it names as code, `| time`, `| day`, `| left` and `| age` a time.
    """
    return _environment(look.language).get_template(template).render(look=look, me=look.me, lang=look.language, **shown)


@cache
def _environment(language: str) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )

    def text(english: str, **blanks: Blank | date) -> str:
        return _said(_found(english, language), blanks)

    def shared(key: str, **blanks: Blank) -> str:
        return fill(WORDS, key, blanks, language)

    def told(value: Told) -> str:
        blanks = {**value.blanks, "says": _line(value)} if "detector" in value.blanks else value.blanks
        return " ".join(fill(WORDS, value.key, blanks, language).split())

    def _line(value: Told) -> str:
        parts = said(str(value.blanks["detector"]), str(value.blanks["says"]), language).parts
        return "".join(p.text for p in parts)

    def left(until: datetime, at: datetime) -> str:
        return _left(until - at, text)

    def age(since: datetime, at: datetime) -> str:
        return _left(at - since, text)

    cast("dict[str, object]", environment.globals).update(
        _=text,
        fault=lambda said: answer(said, language),
        because=lambda said: answer(said, language, whole=False),
        t=shared,
        told=told,
        sentence=lambda detector, english: said(detector, english, language),
        explained=lambda english: explained(english, language),
        fact=lambda detector, name, value: fact(detector, name, value, language),
        written=lambda how: "".join(t for t, _ in clauses("derivation", how)) if language == "zh" else how,
        weighs=lambda why: (language == "zh" and fragment("why", why)) or why,
        json=_json,
        fall=fall,
        graph_nodes=graph_nodes,
        graph_edges=graph_edges,
        days_x=_days,
    )
    filters = {"seen": visible, "whole": _whole, "coded": _coded, "time": _time, "day": _day, "left": left, "age": age}
    cast("dict[str, object]", environment.filters).update(filters)
    return environment


def _found(english: str, language: str) -> str:
    if english in NAMED:
        return NAMED[english].zh if language == "zh" else NAMED[english].en
    return (
        translated().get(english, english) if language == "zh" else english
    )  # a word of the operator's own has no other


def _said(text: str, blanks: Mapping[str, Blank | date]) -> str:
    """Return a text with its blanks filled; one with a day in it is markup, since a day is not broken across lines."""

    def one(found: re.Match[str]) -> str:
        value = blanks[found[1]]
        if found[2] is not None:
            return found[2] if value == 1 else found[3]
        if isinstance(value, date):
            return f"\0{found[1]}\0"
        return visible(value) if isinstance(value, str) else f"{value:,}"

    said = _BLANK.sub(one, text)
    if not any(isinstance(v, date) for v in blanks.values()):
        return said
    parts = said.split("\0")  # no text holds it: what strangers chose was made visible
    return Markup().join(_day(cast("date", blanks[p])) if n % 2 else escape(p) for n, p in enumerate(parts))


def _json(value: object) -> str:
    """Return a value as JSON for an attribute; the template escapes it."""
    return compact(json.loads(json.dumps(value, ensure_ascii=False)))


def _days(rows: Sequence[tuple[datetime, int, int]]) -> list[int]:
    return [int(row[0].timestamp()) for row in rows]


_DATE = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?: \d\d:\d\d)?(?!\d)")


def _whole(text: str) -> Markup:
    """Return a text whose dates never break across two lines. What is in it is escaped before a date is looked for."""
    return Markup(_DATE.sub(r'<span class="nowrap">\g<0></span>', str(escape(text))))  # noqa: S704  (escaped)


def _coded(text: str) -> Markup:
    """Return a text whose settings, named between backticks, are set as code. It is escaped before they are looked for."""
    return Markup(re.sub("`([a-z_]+)`", r"<code>\1</code>", str(escape(text))))  # noqa: S704  (escaped)


def _time(at: datetime | None) -> Markup:
    if at is None:
        return Markup("–")
    moment = at.astimezone(UTC)
    return Markup('<time datetime="{:%Y-%m-%dT%H:%MZ}">{:%Y-%m-%d %H:%M}</time>').format(moment, moment)


def _day(at: date | None) -> Markup:
    return Markup("–") if at is None else Markup('<time datetime="{0:%Y-%m-%d}">{0:%Y-%m-%d}</time>').format(at)


def _left(span: timedelta, text: object) -> str:
    """Return a span in one unit: `3 h`, `2 days`, and what is over as such."""
    say = cast("type[str]", text)
    seconds = int(abs(span).total_seconds())
    for size, one in ((_DAY, "{n} {n:day|days}"), (_HOUR, "{n} h"), (60, "{n} min")):
        if seconds >= size:
            amount = say(one, n=seconds // size)  # pyright: ignore[reportCallIssue]
            break
    else:
        amount = say("under a minute")
    return amount if span >= timedelta(0) else say("{span} over", span=amount)  # pyright: ignore[reportCallIssue]
