"""Compile which ideographs look alike: `src/aboveboard/names/data/shapes.tsv`.

Method: the ideographs of GB 2312, of Big5's first level and of JIS X 0208, with kana, are drawn with Noto Sans CJK SC and Noto
Serif CJK SC (SIL Open Font Licence), blurred a little, and compared as pictures with every other, shifted by up to one
pixel; a pair is kept when it is alike in both typefaces. The same is done with the ink stretched to fill the square, for
characters of nearly the same proportions, since a wide 曰 is a 日. No list of anybody's is copied. Needs the package
`fonts-noto-cjk`. Run `.venv/bin/python scripts/build_shapes.py`.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from scipy.sparse import coo_matrix

OUT = Path(__file__).parents[1] / "src/aboveboard/names/data/shapes.tsv"
FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
)
SC = 2
SIZE, BLUR, BLOCK = 32, 0.8, 1024
KEPT, MOST = 0.76, 14
STRETCH = 1.5
BIG5_RARE = 0xC9  # the second level begins there
HEAD = """\
# Ideographs that look alike: a character, then its look-alikes with their likeness in hundredths, most alike first.
# Made by scripts/build_shapes.py: drawn in two open typefaces and compared as pictures.
"""


def characters() -> list[str]:
    """Every ideograph of the three everyday character sets, and kana."""
    found = {chr(c) for c in [*range(0x3041, 0x3097), *range(0x30A1, 0x30FB), 0x30FC, 0x3007]}
    for code in range(0x4E00, 0xA000):
        char = chr(code)
        if any(_has(char, codec) for codec in ("gb2312", "shift_jis")) or _common_big5(char):
            found.add(char)
    return sorted(found)


def _has(char: str, codec: str) -> bool:
    try:
        return bool(char.encode(codec))
    except UnicodeEncodeError:
        return False


def _common_big5(char: str) -> bool:
    try:
        return char.encode("big5")[0] < BIG5_RARE
    except UnicodeEncodeError:
        return False


def pictures(chars: list[str], path: str, *, fill: bool) -> tuple[np.ndarray, np.ndarray]:
    """Draw each character: one row of SIZE x SIZE floats each, and the proportions of its ink."""
    font = ImageFont.truetype(path, SIZE - 4, index=SC)
    rows, tall = np.empty((len(chars), SIZE, SIZE), np.float32), np.ones(len(chars))
    for i, char in enumerate(chars):
        picture = Image.new("L", (2 * SIZE, 2 * SIZE))
        ImageDraw.Draw(picture).text((2, 2), char, 255, font, anchor="la")
        left, top, right, bottom = picture.getbbox()
        tall[i] = (bottom - top) / (right - left)
        box = (left, top, right, bottom) if fill else (0, 0, SIZE + 4, SIZE + 4)
        shown = Image.new("L", (SIZE, SIZE))
        shown.paste(
            picture.crop(box).resize((SIZE - 4, SIZE - 4)) if fill else picture.crop((0, 0, SIZE, SIZE)),
            (2 * fill, 2 * fill),
        )
        rows[i] = np.asarray(shown.filter(ImageFilter.GaussianBlur(BLUR)), np.float32)
    return rows, tall


def unit(rows: np.ndarray) -> np.ndarray:
    flat = rows.reshape(len(rows), -1)
    return flat / np.linalg.norm(flat, axis=1, keepdims=True)


def likeness(rows: np.ndarray, start: int) -> np.ndarray:
    """Cosine of a block of pictures with all, the best of nine shifts."""
    all_rows, best = unit(rows), None
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            moved = unit(np.roll(rows[start : start + BLOCK], (dy, dx), (1, 2)))
            here = moved @ all_rows.T
            best = here if best is None else np.maximum(best, here)
    return best


def main() -> None:
    chars = characters()
    plain = [pictures(chars, path, fill=False) for path in FONTS]
    filled = [pictures(chars, path, fill=True) for path in FONTS]
    tall = filled[0][1]
    found: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
    for start in range(0, len(chars), BLOCK):
        alike = np.minimum(*(likeness(rows, start) for rows, _ in plain))
        shape = np.minimum(*(likeness(rows, start) for rows, _ in filled))
        same = np.abs(np.log(tall[start : start + BLOCK, None] / tall[None, :])) <= np.log(STRETCH)
        alike = np.maximum(alike, np.where(same, shape, 0))
        i, j = np.nonzero(alike >= KEPT)
        found.append((i + start, j, alike[i, j]))
    i, j, score = (np.concatenate(parts) for parts in zip(*found, strict=True))
    keep = i != j
    table = coo_matrix((score[keep], (i[keep], j[keep])), (len(chars),) * 2).tocsr()
    table = table.maximum(table.T)
    twins: dict[str, dict[str, int]] = {}
    for row, char in enumerate(chars):
        span = slice(table.indptr[row], table.indptr[row + 1])
        for k in np.lexsort((table.indices[span], -table.data[span]))[:MOST]:
            twin, score = chars[table.indices[span][k]], round(100 * float(table.data[span][k]))
            twins.setdefault(char, {})[twin] = twins.setdefault(twin, {})[char] = score
    lines = [
        f"{char}\t{' '.join(f'{c}{n}' for c, n in sorted(near.items(), key=lambda t: (-t[1], t[0])))}\n"
        for char, near in sorted(twins.items())
    ]
    OUT.write_text(HEAD + "".join(lines), "utf-8")
    print(f"{len(lines):,} of {len(chars):,} characters have look-alikes; written to {OUT}")


if __name__ == "__main__":
    main()
