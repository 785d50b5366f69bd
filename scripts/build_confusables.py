"""Compile the look-alike table the names room ships: `src/aboveboard/names/data/lookalikes.tsv`.

Source: the confusables of Unicode Technical Standard #39 as bundled by the development dependency
`confusable-homoglyphs` (MIT; data under the Unicode licence). Run `.venv/bin/python scripts/build_confusables.py`.
The standard's classes know upper and lower case apart; names here are case-folded first, so each class is compiled to
one case-folded representative, and a letter whose capital looks like a Latin capital joins that Latin letter.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path

OUT = Path(__file__).parents[1] / "src/aboveboard/names/data/lookalikes.tsv"
HEAD = """\
# Look-alike characters by code point, and the letters they are read as. Made by scripts/build_confusables.py.
# Derived from Unicode Technical Standard #39 confusables (Unicode licence) as bundled by confusable-homoglyphs 3.3.1 (MIT).
"""
MARKS = "\u200e\u200f"
OVERLAYS = dict.fromkeys(range(0x334, 0x339), "")
OWN = {"i": "l", "1": "l", "0": "o", "m": "rn"}
"""Capital I, l and 1 are one class; folded case makes i one of them ("PayPaI" is registered as paypai)."""

DRAWN = dict(zip("Ꮖⲁⲃⲉⲏⲓⲕⲗⲙⲛⲟⲣⲥⲧⲩⲭєĸ", "labehlklmnopctyxek", strict=True))
"""Letters that the standard leaves alone, though they are drawn like these: a Cherokee one, Coptic ones, two more."""


def edges() -> list[tuple[str, str]]:
    raw = json.loads(files("confusable_homoglyphs").joinpath("confusables.json").read_text("utf-8"))
    pairs = [(left, twin["c"]) for left, twins in raw.items() for twin in twins]
    return [(plain(left), plain(right)) for left, right in pairs if plain(left) and plain(right)]


def plain(text: str) -> str:
    """Without the standard's direction marks and without strokes laid over a letter: ł is read as l."""
    return text.strip(MARKS).translate(OVERLAYS)


def classes(pairs: list[tuple[str, str]]) -> dict[str, str]:
    """Each string of the standard to the representative of its class."""
    parent: dict[str, str] = {}

    def root(x: str) -> str:
        while parent.setdefault(x, x) != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for left, right in pairs:
        parent[root(left)] = root(right)
    members = defaultdict(list)
    for x in list(parent):
        members[root(x)].append(x)
    weight = Counter(left for left, _ in pairs)
    return {
        x: best for group in members.values() for best in [min(group, key=lambda m: rank(m, weight))] for x in group
    }


def rank(text: str, weight: Counter[str]) -> tuple[object, ...]:
    """Best first: several Latin letters, a small one, a capital, a digit; a plain ideograph; the class's busiest member."""
    latin = text.isascii() and text.isalnum()
    plain = all("\u3400" <= c <= "\u9fff" for c in text)
    return (
        not latin,
        -len(text) if latin else 0,
        not text.islower(),
        not text.isalpha(),
        not plain,
        -weight[text],
        text,
    )


def folded(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def reading(char: str, best: dict[str, str]) -> str:
    """Return what one case-folded character is read as, before the result is itself folded."""
    if char in DRAWN:
        return DRAWN[char]
    if char in OWN or char.isascii():
        return OWN.get(char, char)
    if unicodedata.category(char) == "Nd":
        return str(unicodedata.digit(char))
    if unicodedata.combining(char):
        return mark(best.get(char, char)) or char
    own, capital = best.get(char, char), best.get(char.upper(), char)
    styled = letter_in_name(char)
    if styled or own.isascii():
        return styled or (own if own[:1].isalnum() or not char.isalnum() else char)
    return capital.casefold() if capital.isascii() and capital.isalnum() else own


def mark(text: str) -> str:
    """Return marks as they fold, none where one folds to a letter: the hook of ą is drawn like a small iota, and is read as nothing."""
    read = folded(text)
    return read if all(map(unicodedata.combining, read)) else ""


def letter_in_name(char: str) -> str:
    """Return the Latin letter in a styled symbol that compatibility normalisation leaves alone, such as a small capital."""
    styles = (
        "LATIN LETTER SMALL CAPITAL ",
        "NEGATIVE SQUARED LATIN CAPITAL LETTER ",
        "NEGATIVE CIRCLED LATIN CAPITAL LETTER ",
    )
    name = unicodedata.name(char, "")
    rest = next((name.removeprefix(s) for s in styles if name.startswith(s)), "")
    marked = re.fullmatch("LATIN SMALL LETTER ([A-Z]) WITH .*", name)
    if marked and unicodedata.normalize("NFD", char) == char:
        return marked[1].lower()
    return rest.lower() if len(rest) == 1 else ""


def settled(char: str, best: dict[str, str]) -> str:
    """Read and fold until nothing changes; a canonical composite is read part by part."""
    text = char
    for _ in range(8):
        parts = text if "가" <= text[:1] <= "힣" else unicodedata.normalize("NFD", text)
        read = folded("".join(reading(c, best) for c in parts).translate(OVERLAYS))
        if read == text:
            return text
        text = read
    raise SystemExit(f"U+{ord(char):04X} does not settle")


def useful(char: str, text: str) -> bool:
    """Punctuation stays a separator, no letter turns into one, and ideographs are left to OpenCC."""
    if unicodedata.name(char, "").startswith("CJK UNIFIED"):
        return False
    if text in {"", char} or "가" <= char <= "힣" or unicodedata.category(char)[0] in "PZ":
        return False
    if unicodedata.category(char)[0] == "S" and not text.isascii() and not unicodedata.name(char, "").startswith("CJK"):
        return False
    return all(unicodedata.category(c)[0] in "LMN" for c in text) and text[0].isalnum()


def main() -> None:
    best = classes(edges())
    stable = [chr(n) for n in range(0x110000) if unicodedata.category(chr(n)) != "Cs" and folded(chr(n)) == chr(n)]
    table = {c: settled(c, best) for c in stable if unicodedata.category(c) not in {"Cn", "Co", "Cc", "Cf"}}
    rows = [f"{ord(c):X}\t{text}\n" for c, text in table.items() if useful(c, text)]
    OUT.write_text(HEAD + "".join(rows), "utf-8")
    print(f"{len(rows):,} characters to {OUT}")


if __name__ == "__main__":
    main()
