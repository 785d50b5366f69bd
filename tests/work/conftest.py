"""A clock, tools and a receiver for the tests of the work."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from work_scenes import Clock, Receiver

from aboveboard.store import Signer
from aboveboard.work import Sending, Tools


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def tools(ledger):
    signer = Signer(Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
    return Tools(ledger, signer, Sending(bytes(range(32)), private=True))


@pytest.fixture
def receiver():
    started = Receiver()
    yield started
    started.close()
