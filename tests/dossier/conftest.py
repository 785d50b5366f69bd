"""A closed account, its return, and an account in nobody's way, with a row in every table that speaks of accounts."""

import pyarrow.parquet as pq
import pytest

from aboveboard.examples import parse_tables

WORLD = """
accounts
account_id | handle | display_name | bio | created_at | status | closed_at | closed_ground | closed_for | barred_until | last_active_at
old | river_lee | River Lee 李江 | | 2024-01-01 | closed | 2025-06-01 | terms | coordination | 2027-06-01 | 2025-05-30
new | river_lee2 | River Lee 李江 | </script><script>window.hit=1</script> | 2025-06-03 | active | | | | | 2025-12-30
calm | calm_reader | Calm Reader | | 2020-01-01 | active | | | | | 2025-12-31

profile_changes
account_id | at | field | old | new
new | 2025-07-01 | display_name | <img src=x onerror=window.hit=1> | River Lee 李江

tokens
account_id | kind | token | first_seen_at | last_seen_at
old | device | aaaaaaaaaaaaaaaa | 2024-01-01 | 2025-05-30
new | device | aaaaaaaaaaaaaaaa | 2025-06-03 | 2025-12-30
old | payment | cccccccccccccccc | 2024-01-01 | 2025-05-30
new | payment | cccccccccccccccc | 2025-06-03 | 2025-12-30
new | phone | bbbbbbbbbbbbbbbb | 2025-06-03 | 2025-12-30

follows
follower_id | target_id | at | ended_at
new | calm | 2025-06-04 | 2025-08-01
calm | new | 2025-06-05 |

audience
account_id | day | gained | lost | views
new | 2025-07-02 | 5 | 1 | 100
new | 2025-07-09 | 2 | 0 | 50

activity
account_id | verb | count | since | until
new | like | 40 | 2025-06-03 | 2025-12-30

posts
post_id | account_id | at | kind | target_id | title | text | removed_at
p1 | new | 2025-07-03 | post | | | back again with the new account | 2025-07-04
p2 | calm | 2025-07-04 | comment | new | | welcome |

actions
account_id | at | verb | object_id | target_account_id
new | 2025-07-05 | like | p2 | calm
calm | 2025-07-05 | like | p1 | new

sessions
account_id | started_at | ended_at | device_token | network_token | region
new | 2025-07-05 | 2025-07-06 | aaaaaaaaaaaaaaaa | dddddddddddddddd | GB

organisations
org_id | name | kind
o1 | Reading Society | nonprofit

official_accounts
org_id | account_id | since
o1 | calm | 2021-01-01

holders
org_id | holder | since | until
o1 | Ada North | 2021-01-01 | 2026-01-01

credentials
account_id | field | issuer | valid_from | valid_until | status
calm | law | Bar Council | 2024-01-01 | 2027-01-01 | valid

attestations
account_id | kind | result | age_band | at | expires_at | provider
calm | real_name | pass | adult | 2025-01-01 | 2027-01-01 | desk
calm | age | pass | adult | 2020-01-01 | 2021-01-01 | desk

holds
account_id | kind | since
calm | archive | 2024-01-01

warnings
account_id | at | violation | field | rule | mend_by | withdrawn_at
new | 2025-09-01 | name_violation | bio | contact | 2025-09-08 | 2025-09-03

ratings
post_id | violation | score | model
p1 | vulgarity | 0.31 | ours 2

grants
account_id | app | purpose | at
new | postly | publishing | 2025-08-02
"""
AS_OF = "2026-01-01T00:00:00Z"


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The world as files."""
    made = tmp_path_factory.mktemp("dossier") / "world"
    made.mkdir()
    for name, table in parse_tables(WORLD).items():
        pq.write_table(table, made / f"{name}.parquet")
    (made / "aboveboard.toml").write_text(f'as_of = "{AS_OF}"\n', encoding="utf-8")
    return made


@pytest.fixture(scope="session")
def scanned(folder, tmp_path_factory):
    """The folder of a scan of it."""
    from aboveboard.app import scan

    out = tmp_path_factory.mktemp("dossier-scan") / "out"
    scan(folder, out, detectors=["returning_account", "dormant", "posing_name"])
    return out


@pytest.fixture(scope="session")
def told(folder, scanned):
    """What is told of each account, by its id."""
    from aboveboard.app import explain

    return {name: explain(folder, name, scan=scanned) for name in ("old", "new", "calm")}
