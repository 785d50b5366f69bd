"""What a picture says for a return, by how many show it."""

import numpy as np
import pyarrow as pa

from aboveboard.derived.returns import WEIGHABLE
from aboveboard.derived.weighing import weights
from aboveboard.tables import ARROW


def bits_of_a_picture(showers: int) -> float:
    known = {"accounts": 100_000, "showers": showers, "letters": 8, "fields": 0, "days_after": 3, "made": True}
    kinds = {**WEIGHABLE, "letters": "int", "fields": "int", "days_after": "int", "made": "bool"}
    pair = pa.table({name: pa.array([known.get(name)], ARROW[kind]) for name, kind in kinds.items()})
    return float(weights(pair, np.zeros(1, bool), alone=True)["picture"][0])


def test_a_picture_of_two_says_much_and_each_further_one_who_shows_it_makes_it_less_anybodys_own():
    two, three, twelve = map(bits_of_a_picture, (2, 3, 12))
    assert two > three > twelve
    assert three - twelve > np.log2(10), "more than if each who shows it counted the same"
