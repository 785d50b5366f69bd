"""Documents from outside are what their bytes say, not what they are called."""

import pytest

from aboveboard.console.uploads import Limits, kind_of, named, taken
from aboveboard.errors import InputError

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"%PDF-1.7 ...", "application/pdf"),
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        ("说明：这是误判。\n".encode(), "text/plain"),
        (b"<html><script>", None),
        (b"<svg onload=1>", None),
        (b"MZ\x90\x00", None),
        (b"PK\x03\x04", None),
        (b"\x00\x01", None),
        (b"#!/bin/sh\x07", None),
        (b"\xef\xbb\xbf<?xml", None),
    ],
)
def test_a_kind_is_read_from_the_first_bytes(body, kind):
    assert kind_of(body) == kind


def test_a_page_that_is_called_a_picture_is_refused():
    with pytest.raises(InputError, match="no PDF"):
        taken([("passport.png", b"<script>alert(1)</script>")])


def test_too_many_too_large_and_empty_are_refused():
    few = Limits(most=1, megabytes=1)
    with pytest.raises(InputError, match="at most 1"):
        taken([("a", PNG), ("b", PNG)], few)
    with pytest.raises(InputError, match="larger than 1 MB"):
        taken([("a", PNG + b"\x00" * 1_000_000)], few)
    with pytest.raises(InputError, match="empty"):
        taken([("a", b"")], few)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\pass\u202egnp.exe", "pass⟨U+202E⟩gnp.exe"),
        ("a\r\nSet-Cookie: x", "a⟨U+000D⟩ Set-Cookie: x"),
        ("", "document"),
        ("/", "document"),
    ],
)
def test_a_name_brings_no_path_and_hides_nothing(given, kept):
    assert named(given) == kept
