"""The API keeps what its own OpenAPI description promises, for requests that a generator makes up."""

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from marsad.desk.wsgi import application

described = schemathesis.openapi.from_wsgi("/api/1/openapi.json", application)
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture(autouse=True)
def _unlimited(desk, monkeypatch):
    """A generator asks more often than a person."""
    from marsad.desk.api.service import api

    for throttle in api.throttle:
        monkeypatch.setattr(throttle, "num_requests", 1_000_000)


@described.parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_answers_are_as_described(case):
    case.call_and_validate(checks=CHECKS)


REAL = [
    ("events", {"limit": 100}),
    ("events", {"type": ["ASSAULT", "PROTEST"], "from": "2000"}),
    ("articles", {"limit": 100}),
    ("articles", {"q": "قصف"}),
    ("entities", {"limit": 100}),
]


@pytest.mark.parametrize(("path", "query"), REAL, ids=str)
def test_real_answers_are_as_described(desk, path, query):
    case = described[f"/api/1/{path}"]["GET"].Case(query=query)
    assert case.call_and_validate(checks=CHECKS).json()["results"]


def test_whole_articles_are_as_described(desk):
    from marsad.store import models

    for number in models.Reading.objects.filter(current=True).values_list("article", flat=True):
        case = described["/api/1/articles/{number}"]["GET"].Case(path_parameters={"number": number})
        assert case.call_and_validate(checks=CHECKS).json()["number"] == number
