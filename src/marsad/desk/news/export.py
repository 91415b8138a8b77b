"""What is shown as a file: the same filter, in each of the export formats, sent as it is made."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator
from datetime import date

from django.conf import settings
from django.http import Http404, HttpRequest, StreamingHttpResponse

from marsad.desk.asked import filter_of
from marsad.desk.mode import Mode
from marsad.desk.rights import Right, needs
from marsad.errors import ArchiveError
from marsad.export import FORMATS
from marsad.export.merged import ROWS, TABLES, merged
from marsad.export.write import stream
from marsad.store.query import Filter, events
from marsad.store.select import Values, chosen

ENDINGS = {"csv": "csv", "jsonl": "jsonl", "parquet": "parquet", "geojson": "geojson", "polecat": "tsv", "cameo": "tsv", "gold": "jsonl", "suggestions": "yaml"}  # fmt: skip
KINDS = {
    "csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl", "parquet": "application/vnd.apache.parquet",
    "geojson": "application/geo+json", "tsv": "text/tab-separated-values; charset=utf-8",
    "yaml": "application/yaml",
}  # fmt: skip
PIECE = 1 << 16  # bytes sent at once: a row alone would cost more to send than to make


def formats() -> tuple[str, ...]:
    """The formats that can be made here: Parquet needs PyArrow. None on the public site, which anybody could keep busy."""
    if settings.MODE is Mode.PUBLIC:
        return ()
    return tuple(form for form in FORMATS if form != "parquet" or importlib.util.find_spec("pyarrow"))


@needs(Right.READ)
def export(request: HttpRequest, form: str) -> StreamingHttpResponse:
    """The events of a filter as a file; ``judged`` lays people's judgements over the machine's reading, ``events`` says what
    a row is of: each mention, or all mentions of an event (``merged``)."""
    if form not in formats():
        raise Http404
    asked = filter_of(request.GET)
    of = request.GET.get("events") or TABLES.get(form, "mentions")
    if of not in (ROWS if form in TABLES else ("mentions",)):
        raise ArchiveError(f"events={of}: choose from {', '.join(ROWS if form in TABLES else ('mentions',))}")
    told = chosen(events(asked), everything=asked.is_empty, values=_values(request, form))
    pieces = stream(form, map(merged, told) if of == "merged" else told)
    answer = StreamingHttpResponse(gathered(pieces), content_type=KINDS[ENDINGS[form]])
    answer["Content-Disposition"] = f'attachment; filename="{name_of(form, asked, date.today())}"'
    return answer


def _values(request: HttpRequest, form: str) -> Values:
    if form == "suggestions":
        return Values.ONLY_JUDGED
    return Values.JUDGED if request.GET.get("judged") else Values.MACHINE


def gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of some size."""
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        if len(waiting) >= PIECE:
            yield bytes(waiting)
            waiting.clear()
    yield bytes(waiting)


def name_of(form: str, asked: Filter, day: date) -> str:
    """A file's name: what it is of, so far as ASCII says it, and the day on which it was made."""
    said = [*asked.type, *asked.mode, *asked.status, asked.since, asked.until]
    parts = [
        "marsad",
        form if form in ("polecat", "cameo", "gold", "suggestions") else "",
        *map(str, filter(None, said)),
        f"{day:%Y%m%d}",
    ]
    return "-".join(filter(None, parts))[:120] + f".{ENDINGS[form]}"
