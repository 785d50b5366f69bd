"""What a syllable is written with does not depend on what was read before."""

import json
import subprocess
import sys

from aboveboard.derived.term_reading import read_sounds
from aboveboard.names.sounds import readings

READ = "import sys; from aboveboard.derived.term_reading import read_sounds; print([ord(read_sounds(c)) for c in sys.argv[1]])"


def read_first(text: str) -> list[int]:
    made = subprocess.run([sys.executable, "-c", READ, text], check=True, capture_output=True, text=True)
    return json.loads(made.stdout)


def test_texts_read_in_another_order_have_the_same_letters():
    assert read_first("海港银行") == read_first("行银港海")[::-1]


def test_every_ideograph_that_is_read_aloud_has_a_letter():
    assert all(len(read_sounds(chr(code))) >= 1 for code in range(0x4E00, 0x9FA6) if readings(chr(code)))
