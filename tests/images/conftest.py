"""Small pictures, drawn rather than shipped."""

import numpy as np
import pytest
from PIL import Image


@pytest.fixture(scope="session")
def scene():
    """A picture with much to see, 300 high and 400 wide: smooth blobs of colour, the same every time."""
    random = np.random.default_rng(7)
    small = Image.fromarray(random.integers(0, 256, (15, 20, 3), dtype=np.uint8))
    return small.resize((400, 300), Image.Resampling.BICUBIC)


@pytest.fixture
def saved(tmp_path):
    """Save a picture under a name and return its path."""

    def save(picture, name, **how):
        picture.save(tmp_path / name, **how)
        return tmp_path / name

    return save
