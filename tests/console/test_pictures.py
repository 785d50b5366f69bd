"""Pictures that the operator keeps: found in a folder or at an address, made anew, and never more than a picture."""

import os
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO

import pytest
from PIL import Image

from aboveboard.console.pictures import Pictures, pictures_of
from aboveboard.errors import InputError

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECRET = b"taken at home"


def packed(colour="teal", kind="PNG", size=(900, 600), **how):
    file = BytesIO()
    Image.new("RGBA" if kind in {"PNG", "WEBP"} else "RGB", size, colour).save(file, kind, **how)
    return file.getvalue()


def opened(data):
    return Image.open(BytesIO(data))


@contextmanager
def serving(answers):
    """An operator's own server: what it answers by path, and what it was asked."""
    asked = []

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            status, body, headers = answers.get(self.path, (404, b"", {}))
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def media(tmp_path):
    for name in ("avatars", "covers"):
        (tmp_path / name).mkdir()
    return tmp_path


def test_a_picture_is_found_by_id_or_else_by_hash_and_made_anew(media):
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = SECRET.decode(), 6
    (media / "avatars" / "a1.jpg").write_bytes(packed("orange", "JPEG", exif=exif, comment=SECRET))
    (media / "avatars" / "ff00.webp").write_bytes(packed((0, 0, 0, 0), "WEBP"))
    (media / "covers" / "a1").write_bytes(packed("navy", size=(1200, 300)))
    (media / "avatars" / "a%2F1.png").write_bytes(packed())
    pictures = pictures_of({"ABOVEBOARD_PICTURES": str(media)})
    first = pictures.picture("avatar", "a1", "ff00", NOW)
    assert (opened(first).format, opened(first).size) == ("JPEG", (171, 256)), "small, and upright"
    assert SECRET not in first
    assert opened(first).getpixel((80, 100)) == pytest.approx((255, 165, 0), abs=4)
    second = pictures.picture("avatar", "a2", "ff00", NOW)
    assert opened(second).getpixel((9, 9)) == pytest.approx((255, 255, 255), abs=2), "what shows through shows white"
    assert opened(pictures.picture("cover", "a1", "", NOW)).size == (640, 160)
    assert pictures.picture("avatar", "a/1", "", NOW)


def test_what_is_no_picture_or_lies_elsewhere_is_none(media):
    bomb = packed("black", "GIF", size=(9000, 9000))
    for name, data in (
        ("bomb", bomb),
        ("corrupt", packed()[:200]),
        ("page", b"<html><script>1</script>"),
        ("empty", b""),
    ):
        (media / "avatars" / f"{name}.gif").write_bytes(data)
    (media / "secret.png").write_bytes(packed())
    (media.parent / "secret.png").write_bytes(packed())
    (media / "avatars" / "out.png").symlink_to(media.parent / "secret.png")
    os.mkfifo(media / "avatars" / "pipe.jpg")
    pictures = Pictures(media)
    names = ("bomb", "corrupt", "page", "empty", "out", "pipe", "../secret", "..", ".", "", "a\0b", "x" * 5000)
    assert [n for n in names if pictures.picture("avatar", n, n, NOW)] == []


def test_an_address_is_asked_once_in_ten_minutes_and_one_without_an_answer_once_in_one(media):
    del media
    with serving({"/avatar/a1": (200, packed(), {}), "/avatar/a%2F..%3F": (200, packed(), {})}) as (where, asked):
        pictures = pictures_of({"ABOVEBOARD_PICTURES": where + "/{kind}/{id}"})
        assert opened(pictures.picture("avatar", "a1", "", NOW)).size == (256, 171)
        assert pictures.picture("avatar", "a1", "", NOW + timedelta(minutes=9))
        assert not pictures.picture("cover", "a1", "", NOW)
        assert not pictures.picture("cover", "a1", "", NOW + timedelta(seconds=59))
        assert asked == ["/avatar/a1", "/cover/a1"]
        assert pictures.picture("avatar", "a1", "", NOW + timedelta(minutes=11))
        assert not pictures.picture("cover", "a1", "", NOW + timedelta(minutes=2))
        assert len(asked) == 4
        assert pictures.picture("avatar", "a/..?", "", NOW), "an id never changes the address"
        by_hash = pictures_of({"ABOVEBOARD_PICTURES": where + "/pdq/{hash}"})
        assert not by_hash.picture("avatar", "a1", "", NOW)
        assert len(asked) == 5, "without a hash there is nothing to ask for"


def test_a_server_that_leads_elsewhere_or_sends_what_it_should_not_is_none(monkeypatch):
    answers = {
        "/led": (302, b"", {"Location": "/fine"}), "/fine": (200, packed(), {}), "/refused": (403, packed(), {}),
        "/large": (200, packed("red", "BMP", size=(400, 400)), {}), "/short": (200, packed()[:90], {}), "/cut": (200, b"\x89PNG", {"Content-Length": "900"}),
        "/packed": (200, b"\x1f\x8b" + bytes(50), {"Content-Encoding": "gzip"}),
    }  # fmt: skip
    monkeypatch.setattr("aboveboard.console.pictures.BYTES", 400_000)
    with serving(answers) as (where, asked):
        pictures = Pictures(where + "/{id}")
        found = [p for p in answers if pictures.picture("avatar", p[1:], "", NOW)]
        assert found == ["/fine"]
        assert asked == list(answers)
    assert not Pictures(where + "/{id}").picture("avatar", "fine", "", NOW), "a server that is away"


def test_what_is_kept_in_memory_is_bounded(media, monkeypatch):
    monkeypatch.setattr("aboveboard.console.pictures._MOST", 5000)
    (media / "avatars" / "ff.png").write_bytes(packed())
    pictures = Pictures(media)
    for n in range(50):
        assert pictures.picture("avatar", f"a{n}", "ff", NOW)
        assert not pictures.picture("cover", f"a{n}", "ff", NOW)
    assert pictures._held <= 5000
    assert pictures._held == sum(512 + len(made or b"") for made, _ in pictures._made.values())
    assert len(pictures._made) > 1


@pytest.mark.parametrize(
    "place",
    [
        "/no/such/folder", "http://media.example/{id}", "ftp://media.example/{id}", "https://{id}.example/x", "https://media.example/x",
        "https://media.example/{kind}", "https://media.example/{id}/{name}", "https://a:b@media.example/{id}", "https:///{id}", "https://media.example/{id}/{",
    ],
)  # fmt: skip
def test_a_place_that_cannot_be_used_is_refused_at_the_start(place):
    with pytest.raises(InputError, match="ABOVEBOARD_PICTURES"):
        pictures_of({"ABOVEBOARD_PICTURES": place})


def test_without_a_place_there_are_no_pictures():
    assert pictures_of({}) is None
    assert pictures_of({"ABOVEBOARD_PICTURES": " "}) is None
    assert pictures_of({"ABOVEBOARD_PICTURES": "https://media.example/{kind}/{id}.jpg?s=1"}).place
