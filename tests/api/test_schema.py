"""Requests made from the service's own description, well formed and not: none is answered with a fault, and each answer is what the description says."""

import json
from unittest import SkipTest

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from aboveboard.api.gating import gated
from aboveboard.api.policing import open_policy
from aboveboard.api.program import create
from aboveboard.staff import PERMISSIONS, Caller
from aboveboard.tables import TABLES

ALL = {"Authorization": "Bearer all"}
SOMEBODY = Caller("somebody", "person", frozenset(PERMISSIONS))
TABLE = st.sampled_from(sorted(TABLES)) | st.text(max_size=20)
CELL = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=30)
    | st.just("2026-01-01T00:00:00Z")
)
NAMES = sorted({c.name for t in TABLES.values() for c in t.columns})
ROWS = st.lists(st.dictionaries(st.sampled_from(NAMES), CELL, max_size=6) | CELL, max_size=5)

EXAMPLES = 8
CHECKS = (not_a_server_error, response_schema_conformance, status_code_conformance, content_type_conformance)
QUIET = settings(
    max_examples=EXAMPLES,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
    database=None,
    deadline=None,
)


@pytest.fixture
def schema(desk):
    open_policy(desk)
    service = desk.callers
    desk.callers = lambda who, cookie, at: SOMEBODY if who == "Bearer all" else service(who, cookie, at)
    desk.admits = lambda *_: None
    with gated(desk, wait=True):
        yield schemathesis.openapi.from_asgi("/v1/openapi.json", create(desk))


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["well formed", "not"])
def test_no_request_made_from_the_description_is_answered_with_a_fault_or_what_it_does_not_describe(schema, mode):
    ran = 0
    for found in schema.get_all_operations():
        ran += _asked(found.ok(), mode)
    assert ran >= 4


def _asked(operation, mode):
    """Ask one operation with what the mode makes; return whether there was anything to ask."""

    def ask(case):
        case.call_and_validate(headers=ALL, checks=CHECKS)

    try:
        given(case=operation.as_strategy(generation_mode=mode))(QUIET(ask))()
    except (Unsatisfiable, SkipTest):
        return 0
    return 1


@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None, database=None)
@given(body=st.binary(max_size=300) | st.builds(lambda t, r: json.dumps({"table": t, "rows": r}).encode(), TABLE, ROWS))
def test_whatever_bytes_come_as_events_the_answer_is_no_fault(service, body):
    answer = service.post("/v1/events", content=body)
    assert answer.status_code in {200, 400, 422}
    if answer.status_code == 200:
        taken = answer.json()
        assert taken["accepted"] + taken["known"] + len(taken["rejected"]) == len(json.loads(body)["rows"])
