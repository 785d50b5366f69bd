"""Tiny worlds, written as csv the way a newcomer would."""

import csv

FILES = {"findings.parquet", "decisions.parquet", "rings.parquet", "summary.json", "report.html"}
"""What a scan writes."""


def write_csv(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def account(name, seen, **more):
    return {
        "account_id": name,
        "handle": f"{name}_h",
        "status": "active",
        "created_at": "2019-05-01T00:00:00Z",
        "last_active_at": f"{seen}T00:00:00Z",
        **more,
    }


def names(folder):
    return {p.name for p in folder.iterdir()}
