"""A result folder is there whole or not at all."""

import pytest

from aboveboard.app.folders import replace_text, whole_folder
from aboveboard.errors import OutputError


def write(out, text):
    with whole_folder(out) as folder:
        (folder / "summary.json").write_text(text)


def write_half(out, interruption):
    with whole_folder(out) as folder:
        (folder / "summary.json").write_text("half")
        raise interruption


def only(place):
    return sorted(p.name for p in place.iterdir())


def test_a_result_appears_whole(tmp_path):
    write(tmp_path / "deep" / "out", "one")
    assert (tmp_path / "deep" / "out" / "summary.json").read_text() == "one"
    assert only(tmp_path / "deep") == ["out"]


def test_an_earlier_result_is_replaced_whole(tmp_path):
    write(tmp_path / "out", "one")
    (tmp_path / "out" / "leftover").touch()
    write(tmp_path / "out", "two")
    assert only(tmp_path / "out") == ["summary.json"]
    assert (tmp_path / "out" / "summary.json").read_text() == "two"


@pytest.mark.parametrize("interruption", [ValueError, KeyboardInterrupt])
def test_a_broken_off_result_leaves_the_earlier_one_and_nothing_else(tmp_path, interruption):
    write(tmp_path / "out", "one")
    with pytest.raises(interruption):
        write_half(tmp_path / "out", interruption)
    assert only(tmp_path) == ["out"]
    assert (tmp_path / "out" / "summary.json").read_text() == "one"


def test_a_folder_of_somebody_elses_files_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(OutputError, match="holds other files"):
        write(tmp_path, "one")
    assert only(tmp_path) == ["thesis.txt"]


def test_a_file_in_the_way_is_named(tmp_path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OutputError, match="is a file"):
        write(tmp_path / "out", "one")


def test_a_text_is_replaced_whole(tmp_path):
    replace_text(tmp_path / "page.html", "one")
    replace_text(tmp_path / "page.html", "two")
    assert only(tmp_path) == ["page.html"]
    assert (tmp_path / "page.html").read_text() == "two"
