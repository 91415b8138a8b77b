"""How many queries something takes."""

from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries(done):
    """The queries that a call sends."""
    with CaptureQueriesContext(connection) as captured:
        done()
    return [query["sql"] for query in captured.captured_queries]
