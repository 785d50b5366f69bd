"""Measure how many look-alikes of `tests/corpus` a scan finds, and write `docs/detectors/name_recall.md`.

`python scripts/build_recall.py` writes the page anew; `tests/corpus/test_name_recall.py` scans again and finds no less.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "corpus"))

import name_recall  # noqa: E402  (the corpus lies with the tests, which are no package)
from name_corpus import innocents  # noqa: E402
from name_stock import ORGANISATIONS, PEOPLE  # noqa: E402

if TYPE_CHECKING:
    from name_recall import Measured

PAGE = ROOT / "docs" / "detectors" / "name_recall.md"
_TOLD = {
    "styled": "full-width, mathematical, circled and other styled letters; presentation forms",
    "radical": "radicals of the Kangxi block and the CJK Radicals Supplement for the ideographs they show",
    "squared": "squared and negative squared letters, regional letters, squared ideographs",
    "variant": "Traditional, Japanese and other variant characters",
    "near_shape": "characters that nearly look the same, such as 日 and 曰",
    "homophone": "characters and spellings that sound the same or nearly so",
    "pinyin": "pinyin for characters, initials, mixtures of both",
    "split": "a character taken to pieces, such as 钅艮 for 银",
    "hidden": "characters nobody sees, and text turned round by bidi overrides",
    "homoglyph": "letters of another script that look the same",
    "leet": "digits and signs for letters",
    "repeat": "repeated letters, rn for m, I and 1 for l",
    "separator": "separators, fillers and emoji between letters or words",
    "affix": "words such as official, support, 官方, 客服 at either end",
    "order": "words or syllables in another order",
    "sequel": "2.0, is back, new account, 回来了, 原号被封",
}


def page(measured: Measured) -> str:
    """Return the page that says what was measured."""
    return "\n".join(_lines(measured)) + "\n"


def _lines(measured: Measured) -> Iterator[str]:
    languages = len({o.language for o in ORGANISATIONS})
    yield "<!-- Written by scripts/build_recall.py: run it again, do not edit. -->\n"
    yield "# Recall by kind of look-alike\n"
    yield (
        f"The tests make look-alikes of {len(ORGANISATIONS)} invented organisations and {len(PEOPLE)} invented people in {languages} "
        "languages. The generator has its own small lists; it knows nothing of the program's tables. Worlds with these names are "
        "scanned by the real detectors, and accounts found are counted: `posing_name` must name the right organisation, "
        "`returning_account` the right closed account. In the worlds of returners the new account shares a device with the old one. "
        "Handles hold only what can be typed in ASCII.\n"
    )
    yield "| kind | what is done | as a display name | as a handle | as a returner |"
    yield "|---|---|---|---|---|"
    for kind in name_recall.KINDS:
        cells = (_cell(m, kind) for m in (measured.names, measured.handles, measured.returns))
        yield f"| `{kind}` | {_TOLD[kind]} | {' | '.join(cells)} |"
    wrong, there = len(measured.accused), len(innocents())
    yield (
        f"\nOf {there} innocent names, {wrong} were taken for an impostor's ({wrong / there:.1%}): names of other bodies one character "
        "or one word apart, branches, labelled parodies and fans, employees, place nicknames, ordinals, namesakes, and names of many "
        "scripts that are simply themselves. One seed, one corpus: other look-alikes will give other numbers."
    )


def _cell(recalls: dict[str, name_recall.Recall], kind: str) -> str:
    found = recalls.get(kind)
    return f"{found.found} of {found.there} ({found.share:.3f})" if found else "–"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        PAGE.write_text(page(name_recall.measure(Path(folder))), encoding="utf-8")
    print(PAGE)


if __name__ == "__main__":
    main()
