"""Whatever a platform calls its accounts, each can be asked about by its id, or the id is refused when it comes in."""

from urllib.parse import quote

import pytest

from aboveboard.client import Aboveboard

ODD = [
    "a/b",
    "/",
    "a//b/",
    "a%2Fb",
    "a?b=c",
    "a#b",
    "a b",
    "100%",
    "ж/井",
    "a\tb",
    "../etc",
    "a+b&c",
    "..a",
    "%00",
    "a\\b",
    "a:b@c",
    "😀",
]
TAILS = ("", "/timeline", "/looks", "/copy")


@pytest.fixture
def handed_in(service):
    def handed_in(*names):
        rows = [{"account_id": n, "handle": "h"} for n in names]
        return service.post("/v1/events", json={"table": "accounts", "rows": rows}).json()

    return handed_in


def test_every_route_about_an_account_takes_any_id_percent_encoded(service, handed_in):
    assert handed_in(*ODD)["accepted"] == len(ODD)
    for name in ODD:
        path = f"/v1/accounts/{quote(name, safe='')}"
        assert service.get(path).json()["account_id"] == name
        assert {service.get(path + tail).status_code for tail in TAILS} == {200}, name
        assert service.post(f"{path}/reveals", json={"purpose": "case", "case": "c1"}).status_code == 200
    with Aboveboard(str(service.base_url), "all") as client:
        assert [client.account(n).account_id for n in ODD] == ODD
    assert service.post("/v1/accounts/a%2Fb/erasure").status_code == 200
    assert service.get("/v1/accounts/a%2Fb").status_code == 404
    assert service.get("/v1/accounts/a%2fb%00").status_code == 404
    assert service.get("/v1/accounts/a%252Fb").status_code == 200


def test_what_cannot_stand_in_an_address_is_refused_when_it_comes_in(handed_in):
    told = handed_in(".", "..", "x" * 513, "x" * 512)
    assert told["accepted"] == 1
    assert [(r["column"], r["reason"]) for r in told["rejected"]] == [
        ("account_id", "it cannot stand in an address"),
        ("account_id", "it cannot stand in an address"),
        ("account_id", "an id may have 512 characters"),
    ]
