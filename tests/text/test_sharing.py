"""What an account says of the things it shares is not taken for what it says of itself."""

import pyarrow as pa
import pytest

from aboveboard.text.sharing import without_sharing


def left(bio):
    return without_sharing(pa.chunked_array([pa.array([bio], pa.string())])).to_pylist()[0]


@pytest.mark.parametrize(
    "said",
    ["Retweets are not endorsements", "RTs ≠ endorsement", "RT/follows not endorsements", "Likes, retweets and links do not imply endorsement", "RT's aren't endorsements", "Reposts != endorse"],
)  # fmt: skip
def test_that_sharing_is_no_endorsement_is_left_out(said):
    assert left(f"City Council. {said}.") == "City Council. ."


@pytest.mark.parametrize(
    "bio",
    [None, "Not endorsed by the council", "Shares news, not endorsed by the council", "We follow up on endorsements"],
)
def test_whom_nobody_endorses_still_says_so(bio):
    assert left(bio) == bio
