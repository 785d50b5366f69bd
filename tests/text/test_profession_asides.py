"""What stands beside a profession in a text and takes it back."""

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from aboveboard.text.profession_asides import ASIDES


@pytest.mark.parametrize(("text", "cues"), [
    ("retired pharmacist, crosswords", "r"), ("退休律师,钓鱼养花", "r"), ("former examiner, full-time tutor", "p"), ("以前当护士", "p"),
    ("third year medical student", "s"), ("备考执业药师", "s"), ("not a doctor", "n"), ("不是医生", "n"), ("equine practice, horses only", "a"),
    ("宠物医院", "a"), ("dental receptionist", "j"), ("医院导诊", "j"), ("my doctor said no", "o"), ("我妈是护士", "o"),
    ("consultant cardiologist, leeds", ""), ("执业医师,在线问诊", ""), ("前台", "j"), ("原来如此", "p"),
])  # fmt: skip
def test_a_text_tells_what_takes_a_profession_back(text, cues):
    assert (
        "".join(c for c, pattern in ASIDES.items() if pc.match_substring_regex(pa.array([text]), pattern)[0].as_py())
        == cues
    )
