"""One drawn result that has every part a page can show."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from aboveboard.core import FINDINGS
from aboveboard.evaluation import evaluate
from aboveboard.tables import TABLES

EVIL = "</td><script>window.hit=1</script>"


@pytest.fixture(scope="session")
def result():
    rng = np.random.default_rng(5)
    labels, findings = [], []
    for violation in ("reincarnation", "coordination", "zombie"):
        for i in range(300):
            breach = i < 120
            base = {"violation": violation, "account_id": f"a{i}", "source": "generator", "certainty": "known"}
            ring = f"{violation}-{i // 8}" if violation == "coordination" and breach else None
            parent = f"c{i}" if violation == "reincarnation" and breach else None
            kind = (EVIL, "family", "namesake")[i % 3]
            labels.append({**base, "value": breach, "group": ring, "cluster": ring, "related": parent, "class": kind})
            chance = float(rng.beta(5, 2) if breach else rng.beta(1, 7))
            if chance > 0.25:
                findings.append(
                    {
                        "finding_id": f"{violation}{i}", "violation": violation, "account_id": f"a{i}", "score": chance,
                        "tier": "likely" if chance > 0.6 else "possible", "related": [f"c{i}"], "group": ring,
                    }
                )  # fmt: skip
    findings.append({**findings[0], "finding_id": "x", "violation": "clickbait"})
    accounts = pa.table(
        {"account_id": [f"a{i}" for i in range(2000)], "language": rng.choice(["en", "zh", EVIL], 2000).tolist()}
    )
    return evaluate(
        pa.Table.from_pylist(findings, schema=FINDINGS),
        pa.Table.from_pylist(labels, schema=TABLES["labels"].schema),
        accounts,
    )
