"""Pictures from strangers: every way of going wrong is a reason, never an exception or a warning."""

import os
import signal
import struct
import time
import warnings
import zlib
from io import BytesIO

import numpy as np
import pyarrow as pa
import pytest
from PIL import Image

from aboveboard.images import decoding, vectors
from aboveboard.images.decoding import REASONS, decode
from aboveboard.images.hashes import distance
from aboveboard.images.hashing import hash_file, hash_files


def apart(a, b):
    return distance(pa.array([a]), pa.array([b]))[0].as_py()


def packed(picture, kind, **how):
    file = BytesIO()
    picture.save(file, kind, **how)
    return file.getvalue()


def png_of(width, height):
    """A PNG file that claims a size and holds next to nothing."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 999)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("name", "kind", "how"),
    [
        ("colour jpeg", "JPEG", {}),
        ("progressive jpeg", "JPEG", {"progressive": True}),
        ("png", "PNG", {}),
        ("webp", "WEBP", {}),
        ("gif", "GIF", {}),
        ("bmp", "BMP", {}),
    ],
)
def test_one_scene_in_every_format_is_one_scene(scene, saved, name, kind, how):
    first = hash_file(saved(scene, "scene.png"))
    other = hash_file(saved(scene, name, format=kind, **how))
    assert (other.reason, apart(first.hash, other.hash) <= 20) == ("", True)


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "LA", "RGBA", "I;16", "YCbCr"])
def test_one_scene_in_every_mode_is_one_scene(scene, saved, mode):
    if mode == "I;16":
        made = Image.fromarray(np.asarray(scene.convert("L")).astype(np.uint16) * 257)
    else:
        made = scene.convert(mode)
    file = saved(made, "scene", format="JPEG" if mode in {"CMYK", "YCbCr"} else "PNG")
    assert apart(hash_file(saved(scene, "scene.png")).hash, hash_file(file).hash) <= 31


def test_what_shows_through_shows_white(scene):
    pale = scene.convert("RGBA")
    pale.putalpha(0)
    assert decode(packed(pale, "PNG")).luma.min() == 255


def test_a_palette_with_a_see_through_colour_is_read(scene, saved):
    file = saved(scene.convert("P"), "p.png", transparency=bytes(range(256)))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert hash_file(file).reason == ""


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_upright_however_the_camera_was_held(scene, orientation):
    lying = decoding._UPRIGHT.get(orientation)
    back = {
        Image.Transpose.ROTATE_90: Image.Transpose.ROTATE_270,
        Image.Transpose.ROTATE_270: Image.Transpose.ROTATE_90,
    }
    held = scene if lying is None else scene.transpose(back.get(lying, lying))
    exif = Image.Exif()
    exif[0x0112] = orientation
    upright, read = decode(packed(scene, "PNG")), decode(packed(held, "PNG", exif=exif))
    assert read.shape == upright.shape
    assert np.array_equal(read.luma, upright.luma)


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_of_an_animation_the_first_frame_counts(scene, saved, kind):
    frames = [Image.new("RGB", scene.size, c) for c in ("red", "blue", "green")]
    file = saved(scene, "moving", format=kind, save_all=True, append_images=frames)
    assert apart(hash_file(saved(scene, "still.png")).hash, hash_file(file).hash) <= 20


def cut(scene, kind):
    data = packed(scene, kind)
    return data[: len(data) // 2]


BROKEN = {
    "nothing": (lambda _: b"", "empty"),
    "half a jpeg": (lambda s: cut(s, "JPEG"), "corrupt"),
    "half a png": (lambda s: cut(s, "PNG"), "corrupt"),
    "half a webp": (lambda s: cut(s, "WEBP"), "corrupt"),
    "half a bmp": (lambda s: cut(s, "BMP"), "corrupt"),
    "the first bytes of a gif": (lambda s: packed(s, "GIF")[:9], "corrupt"),
    "a jpeg's first bytes": (lambda _: b"\xff\xd8\xff\xe0", "corrupt"),
    "text": (lambda _: b"hello, I am no picture", "unsupported"),
    "a tiff": (lambda s: packed(s, "TIFF"), "unsupported"),
    "a bomb": (lambda _: png_of(60_000, 60_000), "bomb"),
    "a bomb Pillow only warns of": (lambda _: png_of(10_000, 10_000), "bomb"),
    "a size beyond all memory": (lambda _: png_of(2**31 - 1, 2**31 - 1), "bomb"),
    "one pixel": (lambda _: packed(Image.new("RGB", (1, 1)), "PNG"), "low quality"),
    "a flat surface": (lambda _: packed(Image.new("RGB", (300, 300), "teal"), "PNG"), "low quality"),
    "a file too large": (lambda _: b"\xff\xd8\xff" + bytes(decoding.BYTES), "too large"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_file_has_a_reason(scene, tmp_path, what):
    make, reason = BROKEN[what]
    (tmp_path / "x").write_bytes(make(scene))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        hashed = hash_file(tmp_path / "x")
    assert (hashed.hash, hashed.reason) == (None, reason)
    assert reason in REASONS


def test_no_scrambled_file_raises_or_warns(scene):
    random = np.random.default_rng(3)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for kind in ("JPEG", "PNG", "GIF", "WEBP", "BMP"):
            whole = packed(scene.resize((60, 45)), kind)
            for _ in range(60):
                data = bytearray(whole)
                for place in random.integers(0, min(len(data), 400), 5):
                    data[place] = random.integers(0, 256)
                with decoding.quiet():
                    decoded = decode(bytes(data))
                assert (decoded.luma is None) == (decoded.reason in REASONS)


def test_what_is_no_file_has_a_reason_and_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    reasons = hash_files([tmp_path / "none", tmp_path, tmp_path / "pipe", tmp_path / "a\0b"])["reason"].to_pylist()
    assert reasons == ["missing", "unsupported", "unsupported", "missing"]


def test_hashes_come_in_the_order_of_the_files_on_any_number_of_threads(scene, saved):
    files = [saved(scene.rotate(turn), f"{turn}.jpg") for turn in range(0, 40, 5)]
    one, many = hash_files(files, threads=1), hash_files(files, threads=4)
    assert one == many
    assert one["path"].to_pylist() == [str(f) for f in files]
    assert hash_files([]).num_rows == 0


LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size}>{more}'
    '<rect width="90" height="40" fill="#123456"/><circle cx="60" cy="60" r="35" fill="orange"/>'
    '<path d="M10 90 L50 20 L95 80 Z" fill="none" stroke="black" stroke-width="6"/></svg>'
)


def logo(more="", size='width="100" height="100"'):
    return LOGO.format(more=more, size=size).encode()


def test_a_logo_is_drawn_at_one_size_however_large_it_says_it_is():
    for size in (
        'width="100" height="100"',
        'viewBox="0 0 100 100"',
        'width="9000mm" height="9000mm" viewBox="0 0 100 100"',
    ):
        assert max(decode(logo(size=size)).luma.shape) == 512


OUTSIDE = {
    "a picture by address": '<image href="http://192.0.2.1/x.png" width="9" height="9"/>',
    "a picture by path": '<image xlink:href="file:///etc/passwd" width="9" height="9"/>',
    "a drawing by address": '<use href="http://192.0.2.1/x.svg#a"/>',
    "a script": "<script>1</script>",
    "a handler": '<g onload="1"/>',
    "a fill by address": '<rect width="9" height="9" fill="url(http://192.0.2.1/#g)"/>',
    "a style by address": '<style>@import "http://192.0.2.1/x.css";</style>',
    "a foreign object": "<foreignObject/>",
    "drawings within drawings": "<g>" * 99 + "</g>" * 99,
}


@pytest.mark.parametrize("what", OUTSIDE)
def test_a_drawing_that_reaches_outside_itself_is_refused(what):
    assert decode(logo(OUTSIDE[what])).reason == "refused"


@pytest.mark.parametrize(
    "head",
    ['<!DOCTYPE svg [<!ENTITY a "b">]>', '<!DOCTYPE svg SYSTEM "http://192.0.2.1/x">', '<?xml-stylesheet href="x"?>'],
)
def test_a_drawing_with_entities_or_style_sheets_is_refused(head):
    assert decode(head.encode() + logo()).reason == "refused"


@pytest.mark.parametrize("data", [logo()[:-20], logo(size='width="0" height="0"'), b"\xff<svg" + logo(), b"<svg/>"])
def test_a_broken_drawing_has_a_reason(data):
    assert decode(data).reason in {"corrupt", "unsupported"}


def test_a_drawing_that_takes_too_long_is_given_up_and_the_next_is_drawn(monkeypatch):
    assert decode(logo()).reason == ""
    monkeypatch.setattr(vectors, "SECONDS", 0.1)
    os.kill(vectors._PAINTER._process.pid, signal.SIGSTOP)
    start = time.perf_counter()
    assert decode(logo()).reason == "slow"
    assert time.perf_counter() - start < 5
    monkeypatch.undo()
    assert decode(logo()).reason == ""
