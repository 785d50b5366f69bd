"""What the title of a post is like: how much its style lures, whether the text below has anything to do with it, where it leads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.models.grams import evidence, shipped
from aboveboard.names.characters import normal, simplified, table
from aboveboard.tables import ARROW, Type
from aboveboard.text import normal as forms
from aboveboard.text.headlines import skeletons
from aboveboard.text.headlines_zh import streams_zh

__all__ = ["STYLE", "TITLED", "chinese_as_read", "lure", "style_of"]

TITLED = ("post_id", "account_id", "at", "title", "text", "url", "language")
"""What the kernel reads: posts with a title or an address."""

STYLE: Mapping[str, Type] = {
    "post_id": "string", "account_id": "string", "at": "time", "title": "string", "form": "string", "host": "string",
    "nats": "float", "apart": "int",
}  # fmt: skip
"""One row a post. `form`: the title without decoration and figures, so that a repeated one counts once; `nats`: how much its
style lures, null where nothing can be said; `apart`: 1 where no word of it stands in the text below; `host`: where it leads."""

_HAN, _KANA = re.compile("[㐀-鿿]"), re.compile("[぀-ヿ]")
_HANS, _LINES = re.compile("[㐀-鿿]{2,}"), re.compile(r"[\r\n]")
_WORD = re.compile(r"[^\W\d_]{4,}")
_FEWEST_WORDS, _FEWEST_SIGNS, _UNITS, _BODY = 4, 6, 3, 16
_MARKS = "!?.…。"


def style_of(posts: pa.Table) -> pa.Table:
    """Return the style (columns `STYLE`) of each post (columns `TITLED`), row by row.

    Raises `ValueError` on a post that has neither a title nor an address.
    """
    if pc.any(pc.is_null(pc.coalesce(posts["title"], posts["url"]))).as_py():
        raise ValueError("a post has neither a title nor an address")
    titles = [t or "" for t in posts["title"].to_pylist()]
    bodies = [t or "" for t in posts["text"].to_pylist()]
    spoken = [_language(t, told) for t, told in zip(titles, posts["language"].to_pylist(), strict=True)]
    bare = pc.replace_substring_regex(forms.normal(posts["title"].cast(pa.string())), r"\p{N}+", "0")
    made = {
        **{n: posts[n] for n in ("post_id", "account_id", "at", "title")},
        "form": bare,
        "host": pa.array([_host(u) for u in posts["url"].to_pylist()], pa.string()),
        "nats": _nats(titles, spoken),
        "apart": pa.array(_apart(titles, bodies)),
    }
    return pa.table({n: made[n].cast(ARROW[t]) for n, t in STYLE.items()})


def _language(title: str, told: str | None) -> str:
    """Return the language that is told; else ideographs without kana are Chinese, and ASCII is English."""
    if told:
        return told[:2].casefold()
    han = _HAN.search(title) and not _KANA.search(title)
    return "zh" if han else "en" if title.isascii() else ""


def lure(titles: list[str], language: str) -> np.ndarray:
    """Return how much each title's style lures (nats), by the model of a language (`en` or `zh`); NaN where it is too short."""
    array = pa.array(titles, pa.string())
    if language == "zh":
        there = chinese_as_read(titles)
        told = evidence(shipped("headline_zh")[0], streams_zh(there))
        return np.where(pc.utf8_length(there).to_numpy() >= _FEWEST_SIGNS, told, np.nan)
    read = skeletons(array)
    long = pc.utf8_length(read).to_numpy() >= _FEWEST_WORDS + 2
    return np.where(long, evidence(shipped("headline_en")[0], (read,)), np.nan)


def _nats(titles: list[str], spoken: list[str]) -> pa.Array:
    made = np.full(len(titles), np.nan)
    for language in ("en", "zh"):
        rows = [n for n, known in enumerate(spoken) if known == language]
        if rows:
            made[rows] = lure([titles[n] for n in rows], language)
    return pa.array(np.round(made, 3), pa.float64(), from_pandas=True)


class _Signs(dict[int, str]):
    """The names' table, but marks that are a matter of style stay, and what parts letters goes."""

    def __missing__(self, code: int) -> str:
        self[code] = value = chr(code) if chr(code) in _MARKS else table()[code].strip()
        return value


@cache
def _reading() -> _Signs:
    return _Signs()


def chinese_as_read(titles: list[str]) -> pa.Array:
    """Return Chinese titles as the model reads them: look-alikes, full width, traditional forms and gaps undone, figures as letters."""
    return pa.array([_signs(t) for t in titles], pa.string())


def _signs(title: str) -> str:
    figures = str.maketrans("0123456789", "〇一二三四五六七八九")
    return simplified(normal(title).translate(figures)).translate(_reading())


def _units(read: str) -> set[str]:
    """Return the first four letters of words of four letters or more, and pairs of neighbouring ideographs."""
    spaced = {w[:4] for w in _WORD.findall(read) if not _HAN.search(w)}
    return spaced.union(*({a + b for a, b in pairwise(run)} for run in _HANS.findall(read)))


def _apart(titles: list[str], bodies: list[str]) -> np.ndarray:
    """Return 1 where a long enough text shares no word (by its first four letters) or pair of ideographs with its title."""
    rows = [n for n, (t, b) in enumerate(zip(titles, bodies, strict=True)) if t and _says(b)]
    told, below = (_read_all([some[n] for n in rows]) for some in (titles, bodies))
    made = np.zeros(len(titles), np.int64)
    made[rows] = [_shares_nothing(*pair) for pair in zip(told, below, strict=True)]
    return made


def _says(body: str) -> bool:
    """Whether a text is long enough to have something to do with its title; an ideograph says as much as three letters."""
    return len(body) >= _BODY or len(body) + 2 * len(_HAN.findall(body)) >= _BODY


def _read_all(texts: list[str]) -> list[str]:
    """Return texts in simplified and normal forms, read as one: a pass a text takes several times as long."""
    return simplified(normal("\n".join(_LINES.sub(" ", t) for t in texts))).split("\n")


def _shares_nothing(title: str, body: str) -> bool:
    told = _units(title)
    if len(told) < _UNITS:
        return False
    return not any(u in body for u in told) or not told & _units(body)


def _host(url: str | None) -> str | None:
    place = re.match(r"\s*(?:\w+:)?(?://)?(?:[^/@]*@)?([^/?#:\s]+)", (url or "").casefold())
    return place.group(1).removeprefix("www.") if place else None
