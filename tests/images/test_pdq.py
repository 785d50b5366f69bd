"""Our PDQ against the published one, and what a hash must withstand."""

import numpy as np
import pyarrow as pa
import pytest
from PIL import Image

from aboveboard.images.hashes import as_text, as_words, dihedral, distance
from aboveboard.images.hashing import hash_file
from aboveboard.images.pdq import QUALITY, TURNS, pdq, pdq_turned

# What pdqhash 0.2.8 says of the whole files, decoded at full size.
REFERENCE = {
    "bridge-mods/aaa-orig.jpg": "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22",
    "bridge-mods/shrink-a-lot.jpg": "d0f8f1ccc0f4a84d0a370a3a228f67f0b36e2ed5b6623e1d33e6339c4e9c9b22",
    "bridge-mods/square-512x512.jpg": "d8f8f0cec0f4a84f0637022a278f67f0b36e2ed596621e1d33e6339c4e9c9b22",
    "reg-test-input/dih/bridge-2-rotate-90.jpg": "30a10efd71cc3d429013d48d0ffffc52e34e0e17ada952a9d29685211ea9e5af",
    "misc-images/wee.jpg": "6227401f601ff4ccafcc9fad4b0d95d371a2eb7265a3285234d228ca94deeb2d",
}


def apart(a, b):
    return distance(pa.array([a]), pa.array([b]))[0].as_py()


def grey(picture):
    return np.asarray(picture.convert("L"))


@pytest.mark.real
@pytest.mark.parametrize("name", REFERENCE)
def test_a_whole_picture_has_the_hash_the_reference_gives_it(real_data, name):
    with Image.open(real_data / "images" / "pdq_images" / name) as picture:
        assert apart(pdq(grey(picture)).hash, REFERENCE[name]) <= 2


@pytest.mark.real
@pytest.mark.parametrize("name", REFERENCE)
def test_decoding_at_a_fraction_changes_only_a_few_bits(real_data, name):
    assert apart(hash_file(real_data / "images" / "pdq_images" / name).hash, REFERENCE[name]) <= 8


@pytest.mark.real
def test_one_photo_in_twelve_variants_is_one_photo(real_data):
    files = sorted((real_data / "images" / "pdq_images" / "bridge-mods").glob("*.jpg"))
    hashes = [hash_file(f).hash for f in files]
    assert len(files) == 12
    assert max(apart(hashes[0], h) for h in hashes) <= 31


@pytest.mark.real
def test_the_eight_turned_files_are_the_eight_turned_hashes(real_data):
    files = sorted((real_data / "images" / "pdq_images" / "reg-test-input" / "dih").glob("*.jpg"))
    with Image.open(files[0]) as picture:
        expected = pdq_turned(grey(picture))
    hashes = [hash_file(f).hash for f in files]
    nearest = [min(TURNS, key=lambda t, h=h: apart(expected[t], h)) for h in hashes]
    assert nearest == [
        "same", "turned left", "upside down", "turned right",
        "mirrored upside down", "mirrored", "mirrored turned left", "mirrored turned right",
    ]  # fmt: skip


def turned(grid, how):
    swapped, rows, columns = how
    made = grid.T if swapped else grid
    made = made[::-1] if rows else made
    return np.ascontiguousarray(made[:, ::-1] if columns else made)


@pytest.mark.parametrize("name", TURNS)
def test_one_transform_gives_the_hash_of_every_turned_picture(scene, name):
    assert apart(pdq_turned(grey(scene))[name], pdq(turned(grey(scene), TURNS[name])).hash) <= 16


@pytest.mark.parametrize("name", TURNS)
def test_a_hash_alone_gives_nearly_the_hash_of_the_turned_picture(scene, name):
    hashes, _ = as_words(pa.array([pdq(grey(scene)).hash]))
    assert apart(as_text(dihedral(hashes)[name])[0].as_py(), pdq_turned(grey(scene))[name]) <= 16


def test_a_picture_is_known_again_after_saving_badly_and_shrinking(scene, saved):
    whole = hash_file(saved(scene, "a.png")).hash
    assert apart(whole, hash_file(saved(scene, "b.jpg", quality=30)).hash) <= 31
    assert apart(whole, hash_file(saved(scene.resize((150, 112)), "c.webp")).hash) <= 31


def test_two_pictures_are_two(scene, saved):
    other = Image.fromarray(np.random.default_rng(8).integers(0, 256, (15, 20), dtype=np.uint8)).resize((400, 300))
    assert apart(hash_file(saved(scene, "a.png")).hash, hash_file(saved(other, "b.png")).hash) > 60


def test_a_flat_picture_has_no_quality(scene):
    assert pdq(np.full((200, 200), 90, np.uint8)).quality == 0
    assert pdq(grey(scene)).quality > QUALITY


@pytest.mark.parametrize("shape", [(5, 5), (64, 64), (65, 63), (5, 4000), (127, 129)])
def test_every_shape_is_sampled_within_itself(shape):
    luma = np.random.default_rng(1).integers(0, 256, shape, dtype=np.uint8)
    assert int(pdq(luma).hash, 16).bit_count() == 128
