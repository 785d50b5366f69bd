"""Pictures from strangers, opened safely. Whatever is wrong with one is a recorded reason, never an exception.

Only JPEG, PNG, WebP, GIF, BMP and plain SVG are read, of an animation the first frame alone, and only up to a size that
bounds memory and time. JPEG is decoded at a fraction of its size where that is enough: most of the time goes there.
"""

from __future__ import annotations

import stat
import warnings
from collections.abc import Callable, Generator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
from PIL import BmpImagePlugin, GifImagePlugin, Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from aboveboard.images.vectors import draw, is_svg

__all__ = ["BYTES", "PIXELS", "REASONS", "Decoded", "decode", "decode_file", "quiet", "reduced"]

BYTES = 16 << 20
"""The largest file that is read."""
PIXELS = 1 << 25
"""The largest picture that is decoded, 33.5 million pixels."""

REASONS: dict[str, str] = {
    "missing": "no such file",
    "empty": "the file holds nothing",
    "too large": f"the file is larger than {BYTES >> 20} MB",
    "bomb": f"the picture has more than {PIXELS:,} pixels",
    "unsupported": "not a JPEG, PNG, WebP, GIF, BMP or SVG file",
    "corrupt": "the file is broken or cut off",
    "refused": "the drawing has scripts, entities, or refers to something outside itself",
    "slow": "the drawing took too long",
    "low quality": "the picture shows too little to be compared",
}
"""Every reason why a picture has no hash."""

_PLUGINS = (BmpImagePlugin, GifImagePlugin, JpegImagePlugin, PngImagePlugin, WebPImagePlugin)
_FORMATS = tuple(p.__name__.rsplit(".", 1)[-1].removesuffix("ImagePlugin").upper() for p in _PLUGINS)
_STARTS = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"RIFF")
_DRAFT = 192
"""JPEG is decoded at the least scale whose shorter side keeps this many pixels: PDQ samples 64."""
_CALM = 1 << 22
"""A see-through picture of more pixels is shrunk before it is laid on white."""
_ORIENTATION = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_LYING = frozenset(_UPRIGHT[o] for o in (5, 6, 7, 8))
_LOCK = Lock()
_T = TypeVar("_T")


class Decoded(NamedTuple):
    """`luma` holds rows of brightness 0 to 255, upright and on white; without it `reason` is one of `REASONS`.

    `shape` is the upright picture's height and width as it was in the file; `luma` may be shrunk by a whole factor.
    """

    luma: npt.NDArray[np.uint8] | None
    reason: str = ""
    shape: tuple[int, int] = (0, 0)


@contextmanager
def quiet() -> Generator[None]:
    """Silence what Pillow warns of while the block runs; one block at a time, since warnings are the process's."""
    with _LOCK, warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="PIL")
        yield


def decode_file(path: Path) -> Decoded:
    """Read and decode one file. Inside `quiet`, Pillow's warnings stay unheard."""
    try:
        data = _read(path)
    except (OSError, ValueError):
        return Decoded(None, "missing")
    return Decoded(None, data) if isinstance(data, str) else decode(data)


def _read(path: Path) -> bytes | str:
    """Return the file's bytes, or why it is not read. A pipe or device is not waited for."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        return "unsupported"
    if found.st_size > BYTES:
        return "too large"
    with path.open("rb") as file:
        return file.read(BYTES) or "empty"


def decode(data: bytes) -> Decoded:
    """Decode a picture held in memory."""
    found = _safely(data, _decode)
    return Decoded(None, found) if isinstance(found, str) else found


def reduced(data: bytes, side: int) -> bytes | str:
    """Return a picture anew, as a JPEG that fits a square of `side` pixels, or why not, one of `REASONS`.

    It is upright, on white, the first frame alone. Nothing of the file but what it shows is kept. One is made at a time: that bounds memory.
    """
    with quiet():
        return _safely(data, lambda given: _reduced(given, side))


def _safely(data: bytes, read: Callable[[bytes], _T | str]) -> _T | str:
    """Return what `read` makes of a picture, a drawing drawn first, or why nothing can be made of it."""
    if not data:
        return "empty"
    if len(data) > BYTES:
        return "too large"
    if is_svg(data):
        drawn = draw(data)
        return drawn if isinstance(drawn, str) else _safely(drawn, read)
    try:
        return read(data)
    except Image.DecompressionBombError:
        return "bomb"
    except Exception:  # noqa: BLE001  (decoders throw whatever a broken file leads them to)
        return "corrupt" if data.startswith(_STARTS) else "unsupported"


def _reduced(data: bytes, side: int) -> bytes | str:
    with Image.open(BytesIO(data), formats=_FORMATS) as picture:
        if picture.width * picture.height > PIXELS:
            return "bomb"
        picture.draft("RGB", (side, side))
        shown, turned = _coloured(picture), _UPRIGHT.get(_orientation(picture))
    shown.thumbnail((side, side), reducing_gap=2.0)
    fresh, made = Image.fromarray(np.asarray(shown)), BytesIO()
    (fresh.transpose(turned) if turned is not None else fresh).save(made, "JPEG", quality=85)
    return made.getvalue()


def _coloured(picture: Image.Image) -> Image.Image:
    """Return red, green and blue in 8 bits; what shows through shows white."""
    if picture.mode.startswith(("I", "F")):
        return Image.fromarray(_eight_bits(np.asarray(picture))).convert("RGB")
    if picture.has_transparency_data:
        return _on_white(picture.convert("RGBA")).convert("RGB")
    return picture.convert("RGB")


def _decode(data: bytes) -> Decoded | str:
    with Image.open(BytesIO(data), formats=_FORMATS) as picture:
        if picture.width * picture.height > PIXELS:
            return "bomb"
        high, wide = picture.height, picture.width
        picture.draft("L", (_DRAFT, _DRAFT))
        grey, turned = _grey(picture), _UPRIGHT.get(_orientation(picture))
        if turned is None:
            return Decoded(np.asarray(grey), "", (high, wide))
        return Decoded(np.asarray(grey.transpose(turned)), "", (wide, high) if turned in _LYING else (high, wide))


def _grey(picture: Image.Image) -> Image.Image:
    """Return brightness in 8 bits; what shows through shows white."""
    if picture.mode == "L" and "transparency" not in picture.info:
        picture.load()
        return picture
    if picture.mode.startswith(("I", "F")):
        return Image.fromarray(_eight_bits(np.asarray(picture)))
    if picture.has_transparency_data:
        picture = _on_white(picture.convert("RGBA"))
    return picture.convert("L")


def _eight_bits(deep: np.ndarray) -> npt.NDArray[np.uint8]:
    """Take the upper byte of 16-bit brightness."""
    return (np.clip(deep, 0, 65535).astype(np.uint16) >> 8).astype(np.uint8)


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.width * picture.height > _CALM:
        picture = picture.reduce(4)
    return Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)


def _orientation(picture: Image.Image) -> int:
    """Return how the camera was held; 1, upright, where the file does not say so readably."""
    if "exif" not in picture.info:
        return 1
    try:
        return int(picture.getexif().get(_ORIENTATION, 1))
    except Exception:  # noqa: BLE001  (a broken note about the picture does not break the picture)
        return 1
