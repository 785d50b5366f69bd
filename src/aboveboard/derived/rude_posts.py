"""Posts that hold a rude word of the operator's lists, or of the shipped one, however it is spelled, and how they sound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.profile_spans import TEXT_COLUMNS, spans_of
from aboveboard.derived.read_texts import streams
from aboveboard.models.grams import evidence, shipped
from aboveboard.tables import ARROW, Type

__all__ = ["RUDE", "SAID", "rude_of", "rude_words"]

SAID = ("shard", "account_id", "text", "post_id", "language", "term", "list", "match")
"""What the kernel reads: posts, and with `term` filled the operator's terms."""

RUDE: Mapping[str, Type] = {"post_id": "string", "shown": "string", "how": "string", "own": "bool", "tone": "float"}
"""One row a post. `own`: the word is the operator's; `tone`: how the whole text sounds to the shipped model (nats), null where
there is none for its language."""

_ABUSE = re.compile(
    r"abus|insult|vulgar|profan|swear|slur|obscen|rude|offens|辱|脏话|低俗|粗口|骂|髒話|粗俗", re.IGNORECASE
)
_ALLOWED = re.compile(r"allow|innocent|exception", re.IGNORECASE)
_SHIPPED = "shipped"
_MODELS = {"en": "tone_en", "zh": "tone_zh"}
_QUOTED = re.compile(r"[\"“”‘'「『《«][^\[\]]*\[[^\]]*\][^\[\]]*[\"”“’'」』》»]")
_FORWARD = re.compile(r"^\s*(?:RT\b|>|//@)", re.IGNORECASE)
_MEDICAL = re.compile(
    r"(?i)\b(?:doctor|clinic\w*|medic\w*|cancer|screening|patholog\w*|therap\w*|surg\w*|patient|diagnos\w*|dictionary|linguist\w*"
    r"|etymolog\w*|slur|the word|translat\w*)\b|医生|医院|患者|治疗|手术|检查|病理|癌|词典|字典|语言学|这个词|一词|骂人的话|意思是"
)
_HAN = "[㐀-鿿]"


@cache
def rude_words() -> tuple[tuple[str, str], ...]:
    """Return (language, word) of the shipped list, which names its sources."""
    text = files("aboveboard.text").joinpath("data/rude_words.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return tuple((language, word) for language, word in rows)


@cache
def _languages() -> Mapping[str, frozenset[str]]:
    made: dict[str, set[str]] = {}
    for language, word in rude_words():
        made.setdefault(word, set()).add(language)
    return {word: frozenset(spoken) for word, spoken in made.items()}


def rude_of(batch: pa.Table) -> pa.Table:
    """Return the posts (columns `RUDE`) of one shard (columns `SAID`) that hold a rude word, in order of their ids.

    Left out: a word in quotation marks or a forward, and a text that speaks of medicine or of the word itself. Of a post
    the clearest word is told, the operator's before ours. Raises `ValueError` on a post without a text.
    """
    term = pc.is_valid(batch["term"])
    listed = [r for r in batch.filter(term).to_pylist() if _counts(r["list"])]
    own = {r["term"]: bool(_ABUSE.search(r["list"] or "")) for r in listed}
    texts = batch.filter(pc.invert(term))
    if texts["text"].null_count:
        raise ValueError("a row of the posts has no text")
    tongue = _tongues(texts)
    spans = spans_of(_asked(texts, [*listed, *_ours(own, {*tongue.unique().to_pylist()})]), contacts=False)
    some = pc.is_in(texts["post_id"], spans["source"].combine_chunks())
    found = (texts["post_id"].filter(some), texts["text"].filter(some), tongue.filter(some))
    said = {post: (text, spoken) for post, text, spoken in zip(*(f.to_pylist() for f in found), strict=True)}
    best: dict[str, tuple[bool, float, str, str]] = {}
    for span in spans.to_pylist():
        post = span["source"]
        mine = own.get(span["value"], False)
        if _meant(span["shown"], said[post][0]) and (mine or _spoken(span["value"], *said[post])):
            best[post] = min(best.get(post, (True, 9.0, "", "")), (not mine, span["doubt"], span["shown"], span["how"]))
    return _table(best, said)


def _counts(name: str | None) -> bool:
    return bool(_ABUSE.search(name or "") or _ALLOWED.search(name or ""))


def _ours(own: Mapping[str, bool], tongues: set[str]) -> Iterator[dict[str, str | None]]:
    """Yield the shipped words of these languages: no other can count, and fewer words are sooner compiled and looked for."""
    for word, languages in _languages().items():
        if word not in own and languages & tongues:
            yield {"term": word, "list": _SHIPPED, "match": None, "language": None}


def _asked(texts: pa.Table, terms: list[dict[str, str | None]]) -> pa.Table:
    """Return texts and terms as `spans_of` reads them."""
    size = texts.num_rows
    held = {
        **{n: pa.nulls(size + len(terms), ARROW["string"]) for n in TEXT_COLUMNS},
        "shard": pa.nulls(size + len(terms), ARROW["int"]),
    }
    for name, source in (
        ("text", "text"),
        ("source", "post_id"),
        ("account_id", "account_id"),
        ("language", "language"),
    ):
        there = pc.fill_null(texts[source], "") if name == "text" else texts[source]
        held[name] = pa.concat_arrays([*there.cast(pa.string()).chunks, pa.nulls(len(terms), pa.string())])
    held["field"] = pa.array(["post"] * size + [None] * len(terms), pa.string())
    for name in ("term", "list", "match"):
        held[name] = pa.array([None] * size + [t[name] for t in terms], pa.string())
    return pa.table(held)


def _tongues(texts: pa.Table) -> pa.ChunkedArray:
    """Return the language of each post; where none is told, ideographs say Chinese and nothing else says anything."""
    text = texts["text"]
    plain = pc.string_is_ascii(text)
    han = pc.match_substring_regex(pc.if_else(plain, "", text), _HAN)
    guess = pc.if_else(han, "zh", pc.if_else(plain, "en", ""))
    told = pc.if_else(pc.fill_null(pc.not_equal(texts["language"], ""), False), texts["language"], guess)
    return pc.utf8_lower(pc.utf8_slice_codeunits(told, 0, 2))


def _meant(shown: str, text: str) -> bool:
    return not (_QUOTED.search(shown) or _FORWARD.search(text) or _MEDICAL.search(text))


def _spoken(word: str, _: str, language: str) -> bool:
    """Whether a shipped word belongs to the language a post is in."""
    return language in _languages().get(word, frozenset())


def _table(best: Mapping[str, tuple[bool, float, str, str]], said: Mapping[str, tuple[str, str]]) -> pa.Table:
    posts = sorted(best)
    tones = np.full(len(posts), np.nan)
    for language, name in _MODELS.items():
        rows = [n for n, p in enumerate(posts) if said[p][1] == language]
        if rows:
            tones[rows] = evidence(shipped(name)[0], streams(pa.array([said[posts[n]][0] for n in rows])))
    columns = [
        posts,
        [best[p][2] for p in posts],
        [best[p][3] for p in posts],
        [not best[p][0] for p in posts],
        [None if np.isnan(t) else round(float(t), 3) for t in tones],
    ]
    return pa.table({n: pa.array(v, ARROW[t]) for (n, t), v in zip(RUDE.items(), columns, strict=True)})
