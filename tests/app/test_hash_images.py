"""`hash-images`: a world and a folder of pictures in, a world with hashes out; what lies elsewhere stays unread."""

import json

import numpy as np
import pyarrow.parquet as pq
import pytest
from PIL import Image
from typer.testing import CliRunner

from aboveboard.app.picturing import FAILURES, hash_images
from aboveboard.cli.commands import app
from aboveboard.connectors.files import read_world
from aboveboard.errors import OutputError
from aboveboard.images.hashing import hash_file


@pytest.fixture
def world(tmp_path):
    """A csv world with one good avatar, and every kind that has none."""
    folder = tmp_path / "world"
    for name in ("avatars", "covers", "logos"):
        (folder / name).mkdir(parents=True)
    random = np.random.default_rng(5)
    picture = Image.fromarray(random.integers(0, 256, (15, 20, 3), dtype=np.uint8)).resize((200, 150))
    for place in ("avatars/a.jpg", "covers/a1.png", "logos/o1.webp", "../secret.png"):
        picture.save(folder / place)
    (folder / "avatars" / "nothing.png").write_bytes(b"")
    (folder / "avatars" / "linked.png").symlink_to(tmp_path / "secret.png")
    named = [
        "avatars/a.jpg", "avatars/a.jpg", "../secret.png", "avatars/linked.png", str(tmp_path / "secret.png"),
        "https://192.0.2.1/a.jpg", "avatars/nothing.png", "avatars/gone.png", "", "avatars/a.jpg",
    ]  # fmt: skip
    rows = [f"a{n},h{n},2024-01-01T00:00:00Z,{path},{'ab' * 32 if n == 10 else ''}" for n, path in enumerate(named, 1)]
    (folder / "accounts.csv").write_text("account_id,handle,created_at,avatar,avatar_hash\n" + "\n".join(rows) + "\n")
    (folder / "organisations.csv").write_text("org_id,name\no1,Harbour Bank\n")
    (folder / "follows.csv").write_text("follower_id,target_id,at\na1,a2,2024-02-01T00:00:00Z\n")
    return folder


def test_pictures_within_the_world_are_hashed_and_nothing_else(world, tmp_path):
    before = {p: p.read_bytes() for p in world.rglob("*") if p.is_file()}
    summary = hash_images(world, tmp_path / "out")
    accounts = pq.read_table(tmp_path / "out" / "accounts.parquet").to_pydict()
    good = hash_file(world / "avatars" / "a.jpg").hash
    assert accounts["avatar_hash"] == [good, good, *[None] * 7, "ab" * 32]
    assert accounts["cover_hash"] == [hash_file(world / "covers" / "a1.png").hash, *[None] * 9]
    assert pq.read_table(tmp_path / "out" / "organisations.parquet")["logo_hash"].null_count == 0
    assert summary["without"] == {"address": 1, "empty": 1, "missing": 1, "outside": 3}
    assert summary["hashed"] == {"accounts.avatar_hash": 2, "accounts.cover_hash": 1, "organisations.logo_hash": 1}
    assert summary["kept"]["accounts.avatar_hash"] == 1
    assert {p: p.read_bytes() for p in world.rglob("*") if p.is_file()} == before


def test_every_picture_without_a_hash_is_listed_with_its_reason(world, tmp_path):
    hash_images(world, tmp_path / "out")
    listed = [json.loads(line) for line in (tmp_path / "out" / FAILURES).read_text().splitlines()]
    assert [(f["id"], f["reason"]) for f in listed] == [
        ("a3", "outside"), ("a4", "outside"), ("a5", "outside"), ("a6", "address"), ("a7", "empty"), ("a8", "missing"),
    ]  # fmt: skip


def test_the_new_folder_is_the_same_world_with_hashes(world, tmp_path):
    hash_images(world, tmp_path / "out")
    old = read_world(world, staging=tmp_path / "s1")
    new = read_world(tmp_path / "out", staging=tmp_path / "s2")
    assert new.as_of == old.as_of
    assert {n: s.rows for n, s in new.sources.items()} == {n: s.rows for n, s in old.sources.items()}
    assert new.warnings == ()
    assert new.sources["accounts"].columns == old.sources["accounts"].columns | {"cover_hash"}


def test_a_folder_with_anything_in_it_is_left_alone(world, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "summary.json").write_text("{}")
    for out in (tmp_path / "out", world, tmp_path):
        with pytest.raises(OutputError, match=r"left alone|is the world itself"):
            hash_images(world, out)
    assert (world / "accounts.csv").is_file()


def test_the_command_tells_people_and_machines(world, tmp_path):
    told = CliRunner().invoke(app, ["hash-images", str(world), "--out", str(tmp_path / "one")])
    assert told.exit_code == 0, told.output
    counted = CliRunner().invoke(
        app, ["hash-images", str(world), "--out", str(tmp_path / "two"), "--json", "--threads", "1"]
    )
    assert json.loads(counted.stdout)["without"]["outside"] == 3
    one, two = ((tmp_path / n / "accounts.parquet").read_bytes() for n in ("one", "two"))
    assert one == two
