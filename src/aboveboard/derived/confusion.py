"""How likely it is that people take an account for an organisation: documented weights, added up and put in words.

Each piece of evidence adds natural log-odds. The weights are set by hand after the order in which trade-mark examiners and
the large services rank such evidence. Their sum is scaled (`score_scales`, fitted on generated worlds) so that scores mean
shares; nothing is learned from the world that is scanned.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple
from unicodedata import category, normalize

from aboveboard.derived.score_scales import IMPERSONATION
from aboveboard.names.few import pattern_of
from aboveboard.names.in_disguise import SLIGHT, hides
from aboveboard.names.rarity import bits
from aboveboard.names.scripts import mixed_words

__all__ = ["WEIGHTS", "Confusion", "confusion"]

WEIGHTS: Final[Mapping[str, float]] = {
    "prior": -1.6,
    "whole name": 3.0,
    "part of the name": 1.6,
    "second name": 0.5,
    "disguise": 1.5,
    "claim in the name": 1.3,
    "claim in the bio": 1.3,
    "bio names it": 0.3,
    "badge": 1.1,
    "look-alike link": 1.6,
    "copied logo": 1.6,
    "fresh rename": 0.7,
    "old rename": 0.2,
    "register": 0.5,
    "another ending": 0.6,
    "own domain": -0.8,
    "bio denies": -1.5,
    "a number added": -2.2,
    "shared name": -0.3,
}
"""Natural log-odds of each piece. The names' weight is for a likeness that is certain; `shared name` is for each
doubling of the accounts that bear the name."""

_WEAK_LINKS = frozenset(("real", "another ending of", "holds the name of"))
"""Links that say nothing where no name resembles the organisation's."""

_FAINT = 0.4
"""Likenesses less sure than this need something that deceives beside them."""

_CROWD = 20
"""Organisations whose names end in the same two ideographs, such as 股份, from which a homophone before it is no wonder."""

_TWO_AND_TWO = "[\u3400-\u9fff]{4}"

_FRESH = 30
"""Days after which a rename is no longer recent."""

Row = Mapping[str, Any]


class Confusion(NamedTuple):
    """The verdict on one account and organisation; `pieces` are the weights in words, `elements` what deceives."""

    score: float
    tier: str
    classes: list[str]
    pieces: list[str]
    elements: list[str]
    name: str
    model: str
    path: str


def confusion(rows: Sequence[Row]) -> Confusion | None:
    """Weigh the evidence about one account and one organisation, one row a field; None where nothing is worth a word.

    A row has `field` (`handle`, `display_name`, `bio`, `url`, `logo`), `name`, `model`, `says`, `alike`, `disguised`,
    `whole`, `claim`, `aside` (a label or a tie beside the name), `plain`, `numbered`, `by_ear`, `sharing`, `bearers`, `tolerance` (how many times as many bearers a rare name may have), `worn_days`, and, alike in all rows, `said`,
    `badge`, `denies`, `handle`, `display_name`, `official`, `used_at`, `first_at`, `common`, `faintest`.
    """
    names = sorted((r for r in rows if r["field"] in ("handle", "display_name")), key=_strongest)
    if _set_aside(rows) or _was_first(rows):
        return None
    best, others = (
        _both(names) or (names[0] if names else None),
        {r["field"]: r for r in sorted(rows, key=lambda r: r["says"] == "claims")},
    )
    pieces = [*_named(best, names), *_beside(best, rows[0], others)]
    elements = [p.element for p in pieces if p.element]
    if best and best["numbered"] and not elements:
        pieces.append(_Piece("a number added", WEIGHTS["a number added"], "as people do where a name is taken"))
    if best and not elements and best["bearers"] > 1:
        counted = min(best["bearers"], max(rows[0]["common"], best["bearers"] / best["tolerance"]))
        weight = _rounded(WEIGHTS["shared name"] * math.log2(counted))
        pieces.append(_Piece("shared name", weight, f"{best['bearers']} bear it"))
    whole = best is not None and bool(best["whole"])
    if not _worth(best, others, elements, rows[0]):
        return None
    raw = WEIGHTS["prior"] + sum(p.weight for p in pieces)
    score = IMPERSONATION.score(raw)
    if score < rows[0]["faintest"]:
        return None
    refuted = [p for p in pieces if p.refuted]
    sure = raw >= 0 and bool(refuted and elements and best) and (whole or _enough(best, elements, others))
    sure = sure and not (best and (_by_initials(best) or (not best["claim"] and not whole and _brief(best["model"]))))
    shown = best or max(rows, key=lambda r: (r["field"] == "bio", r["field"] == "url"))
    return Confusion(
        score=score,
        tier="likely" if sure else "possible",
        classes=["profile", "document"] if refuted and elements else ["profile"],
        pieces=[_shown(_Piece("to begin with", WEIGHTS["prior"]), IMPERSONATION.shift), *map(_shown, pieces)],
        elements=elements,
        name=best["name"] if best else rows[0]["display_name"] or rows[0]["handle"],
        model=shown["model"],
        path=best["says"] if best else _pointed(shown),
    )


def _set_aside(rows: Sequence[Row]) -> bool:
    """Tell whether a name says that it is not the organisation. What is only read beside a fainter likeness of one that is openly all of the name says nothing."""
    drawn = any(r["disguised"] and r["whole"] and not r["aside"] and r["alike"] >= _SURELY for r in rows if r["alike"])
    aside = [r for r in rows if r["aside"] and not _masked(r) and not (drawn and r["alike"] and r["alike"] < _FAINT)]
    whole = {
        r["name"]: r["alike"] for r in sorted(rows, key=lambda r: r["alike"] or 0) if r["whole"] and not r["aside"]
    }
    return any(r["alike"] is None or r["alike"] + _FAINTER > whole.get(r["name"], 0.0) for r in aside)


_FAINTER = 0.3


def _masked(row: Row) -> bool:
    """Tell whether a name is written in letters of two alphabets: whoever says openly that he is another does not write it so."""
    return row["field"] == "display_name" and row["disguised"] and bool(mixed_words(row["name"]))


def _by_initials(best: Row) -> bool:
    """Tell whether two or three initials are all that a name has of another: many have the same."""
    return "pinyin initials" in best["says"] and re.fullmatch("[\u3400-\u9fff]{2,3}", best["model"]) is not None


def _shown(piece: _Piece, shift: float = 0.0) -> str:
    """Write a piece with its weight as scaled: those shown add up to the log-odds of the score."""
    says = f" ({piece.says})" if piece.says else ""
    return f"{piece.name} {piece.weight * IMPERSONATION.slope + shift:+.2f}{says}"


def _pointed(row: Row) -> str:
    """Say what points to the organisation where no name does."""
    return (
        f"its bio names {row['model']}"
        if row["field"] == "bio"
        else f"its link {row['name']} {row['says']} {row['model']}"
    )


class _Piece(NamedTuple):
    """One weight. `element` names what deceives; `refuted` marks what the register contradicts."""

    name: str
    weight: float
    says: str = ""
    element: str = ""
    refuted: bool = False


def _rounded(weight: float) -> float:
    """Weights are rounded before they are added, so that those printed give the score."""
    return round(weight, 1)


def _strongest(row: Row) -> tuple[bool, bool, bool, float, bool, str, str]:
    """Return what the strongest likeness comes first by; a short name that says nothing openly comes after another: CMB beside 招商银行."""
    faint = row["plain"] and not row["disguised"] and _brief(row["model"])
    return (
        _a_word(row["model"]),
        not row["whole"],
        faint,
        -row["alike"],
        not row["disguised"],
        row["field"],
        row["model"],
    )


def _both(names: Sequence[Row]) -> Row | None:
    """Return what bears two names of the organisation, in Latin letters, or its initials, and in others, as a whole name: CCTV央视新闻. None for no such."""
    if not names or (
        names[0]["whole"] and not (names[0]["plain"] and (names[0]["numbered"] or _brief(names[0]["model"])))
    ):
        return None
    sure = [r for r in names if r["alike"] >= _SURELY]
    pairs = ((a, b) for a in sure for b in sure if a["name"] == b["name"])
    pair = next(((a, b) for a, b in pairs if _latin(a, b) and _of_others(b["model"])), None)
    if pair is None:
        return None
    own = pair[1]
    says = f"{own['says']}, beside its name {pair[0]['model']}"
    return {**own, "whole": True, "plain": False, "says": says}


def _latin(row: Row, other: Row) -> bool:
    """Tell whether a name is one in Latin letters, or four initials of a longer one than the other: NFHK南航."""
    initials = "pinyin initials" in row["says"] and _INITIALS.search(row["name"]) is not None
    return row["model"].isascii() or (initials and len(row["model"]) > len(other["model"]))


_INITIALS = re.compile("[A-Za-z]{4}")


def _of_others(model: str) -> bool:
    """Tell whether all letters of a name are of another script than Latin."""
    return min((c for c in model if c.isalpha()), default="") > _LAST_LATIN


_SURELY, _LAST_LATIN = 0.6, "\u036f"
"""Likenesses of two names that show that both are meant; and where letters begin that are not taken for Latin ones."""


def _was_first(rows: Sequence[Row]) -> bool:
    """Whoever used the name before the organisation came is not its impostor."""
    used = [r["used_at"] for r in rows if r["whole"] and r["used_at"]] or [r["used_at"] for r in rows if r["used_at"]]
    first = rows[0]["first_at"]
    return bool(used and first and min(used) < first)


def _named(best: Row | None, names: Sequence[Row]) -> list[_Piece]:
    if best is None:
        return []
    found = [
        _Piece(
            "name",
            _rounded(WEIGHTS["whole name" if best["whole"] else "part of the name"] * best["alike"]),
            best["says"],
        )
    ]
    if any(r["field"] != best["field"] and r["whole"] and r["name"].lower() != best["name"].lower() for r in names):
        found.append(_Piece("handle and name alike", WEIGHTS["second name"]))
    disguised = next((r for r in names if r["disguised"]), None)
    if disguised:
        path = disguised["says"] if disguised is not best else ""
        found.append(_Piece("disguise", WEIGHTS["disguise"], path, "it is written in disguise", refuted=False))
    if any(r["claim"] for r in names):
        found.append(_Piece("claim in the name", WEIGHTS["claim in the name"], "", "it claims to be official"))
    return [*found, *_renamed(names)]


def _renamed(names: Sequence[Row]) -> list[_Piece]:
    days = min((r["worn_days"] for r in names if r["whole"] and r["worn_days"] is not None), default=None)
    if days is None:
        return []
    says = "today" if days == 0 else f"{days} days ago"
    if days > _FRESH:
        return [_Piece("renamed", WEIGHTS["old rename"], says)]
    return [_Piece("renamed", WEIGHTS["fresh rename"], says, f"it took the name {says}")]


def _beside(best: Row | None, known: Row, others: Mapping[str, Row]) -> list[_Piece]:
    """Weigh what the rest of the profile says."""
    found: list[_Piece] = []
    denies = _denies(known, others)
    found += _spoken(best, known, others)
    if known["badge"]:
        found.append(_Piece("badge", WEIGHTS["badge"], known["badge"], "it draws itself a badge"))
    if denies:
        found.append(_Piece("bio denies", WEIGHTS["bio denies"]))
    found += _linked(others.get("url"))
    if "logo" in others:
        found.append(_Piece("logo", WEIGHTS["copied logo"], others["logo"]["says"], "it shows the logo"))
    if known["official"]:
        found.append(_Piece("register", WEIGHTS["register"], f"names {known['official']}", refuted=True))
    return found


def _spoken(best: Row | None, known: Row, others: Mapping[str, Row]) -> list[_Piece]:
    """Weigh a bio that claims an office, whoever's, or that names the organisation."""
    bio = others.get("bio")
    if bio is not None and bio["says"] == "claims":
        weight = WEIGHTS["bio names it"] + WEIGHTS["claim in the bio"]
        return [_Piece("bio claims office", weight, f"“{bio['name']}” of {bio['model']}", _CLAIMS)]
    found = [_Piece("bio names it", WEIGHTS["bio names it"], f"“{bio['name']}”")] if bio is not None else []
    if _speaks(known, others) and (best or others.keys() & {"bio", "url"}):
        found.append(_Piece("bio claims office", WEIGHTS["claim in the bio"], f"“{known['said']}”", _CLAIMS))
    return found


def _speaks(known: Row, others: Mapping[str, Row]) -> bool:
    return bool(known["said"]) and not _denies(known, others)


_CLAIMS = "its bio claims to be official"


def _denies(known: Row, others: Mapping[str, Row]) -> bool:
    """Tell whether the bio says that the account is another's. One that claims the office has been read already."""
    return bool(known["denies"]) and "bio" not in others


def _linked(url: Row | None) -> list[_Piece]:
    if url is None:
        return []
    if url["says"] == "another ending of":
        return [_Piece("link", WEIGHTS["another ending"], f"{url['name']}, another ending of {url['model']}")]
    if url["says"] == "real":
        return [_Piece("link", WEIGHTS["own domain"], f"leads to {url['model']}, the organisation's own")]
    says = f"{url['name']} {url['says']} {url['model']}"
    return [
        _Piece(
            "look-alike link",
            WEIGHTS["look-alike link"],
            says,
            "its link imitates the organisation's domain",
            refuted=True,
        )
    ]


def _worth(best: Row | None, others: Mapping[str, Row], elements: Sequence[str], known: Row) -> bool:
    """Tell whether it is worth a look: a whole name, unless half the world bears it, or a part with something that deceives."""
    if best is None:
        link, bio = (others[f]["says"] if f in others else "" for f in ("url", "bio"))
        return (
            (link and link not in _WEAK_LINKS)
            or bio == "claims"
            or ((bio == "names" or _speaks(known, others)) and link not in ("", "real"))
        )
    if (not best["whole"] or _brief(best["model"])) and _denies(known, others):
        return False
    if _brief(best["model"]) and not _told(best):
        return False
    return bool(elements) or bool(
        best["whole"] and best["bearers"] <= known["common"] * best["tolerance"] and not _by_chance(best)
    )


def _told(best: Row) -> bool:
    """Tell whether a short name is meant: all of it is worn, not openly, or a claim stands beside it as it is written, in capitals where it is a word."""
    if best["disguised"] and hides(best["name"]) and best["field"] == "display_name":
        return True
    if pattern_of(SLIGHT).search(best["model"]) and not best["model"].isupper():
        return best["whole"] and _PARTED.match(best["name"]) is not None
    model, shown = best["model"], normalize("NFKC", best["name"])
    letters = "".join(c for c in shown if c.isalnum())[: len(model)]
    if _a_word(model):
        capital = best["field"] == "display_name" and not any(c.islower() and c != "l" for c in letters)
        return capital and ((best["whole"] and (best["disguised"] or not best["plain"])) or best["claim"])
    if best["whole"]:
        return best["disguised"] or not best["plain"]
    return bool(best["claim"]) and best["field"] == "display_name" and letters == model


_PARTED = re.compile(r"(?:\w[^\w]+){2,}\w[^\w]*$")


def _a_word(model: str) -> bool:
    """Tell whether a model is an abbreviation that is a word too, or a name: another name of the same body comes before it."""
    return _ABBREVIATED.match(model) is not None and bits(model.lower()) < _A_WORD


_ABBREVIATED, _A_WORD = re.compile("[A-Z]{3,4}$"), 12.0
"""Short names that are abbreviations, and bits of rarity below which such a one is a word, or a name: WHO, ANA."""


def _brief(model: str) -> bool:
    """Tell whether a name is so short that only one who wears it in disguise or with a claim can be meant."""
    letters = [c for c in model.lower() if c.isalnum() or (_ABUGIDAS <= c < _FIRST_SIGN and category(c)[0] == "M")]
    if len(letters) == _BRIEF - 1 and bits("".join(letters).replace("i", "l").replace("m", "rn")) >= _ODD:
        return False
    return sum(2.5 if c > _FIRST_SIGN else 1.5 if _ABJAD.match(c) else 1 for c in letters) < _BRIEF


_FIRST_SIGN, _ABJAD, _BRIEF, _ODD = "\u2e7f", re.compile("[\u0590-\u06ff]"), 5, 17.0
_ABUGIDAS = "\u0900"
"""From here on vowels are marks: বিকাশ has five letters."""


def _by_chance(best: Row) -> bool:
    """Tell whether the names are alike because there are few to choose from.

    So it is with a likeness that is not sure, such as another first letter, and with homophones of two ideographs before an
    ending that many organisations share.
    """
    return best["alike"] < _FAINT or bool(
        best["by_ear"] and (best["sharing"] or 0) >= _CROWD and re.fullmatch(_TWO_AND_TWO, best["model"])
    )


def _enough(best: Row | None, elements: Sequence[str], others: Mapping[str, Row]) -> bool:
    """Tell whether a part of a name is likely: in disguise, or with a claim and not under the organisation's own domain."""
    own = "url" in others and others["url"]["says"] == "real"
    return best is not None and bool(best["disguised"] or (best["claim"] and not own) or len(elements) > 1)
