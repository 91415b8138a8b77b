"""The table of mentions as Parquet: the columns of the CSV with types, and the parties as lists."""

from __future__ import annotations

import io
from collections.abc import Generator, Iterable, Iterator
from itertools import islice
from typing import Any

from marsad.errors import MarsadError
from marsad.event.size import exact
from marsad.export.told import Told
from marsad.mention.time.value import date_of
from marsad.ontology.plover import CAMEO_ROOT, QUAD_CLASS
from marsad.record import Article, EventMention, Participant

ROWS = 10_000  # of a row group


def parquet_pieces(told: Iterable[Told]) -> Generator[bytes, None, int]:
    """The bytes of a file of all events, a row group at a time; returns their number. Raises :class:`MarsadError` without PyArrow."""
    try:
        import pyarrow as arrow
        import pyarrow.parquet
    except ImportError as error:
        raise MarsadError("Parquet needs PyArrow; run: pip install marsad[parquet]") from error
    schema, sink = _schema(arrow), _Sink()
    rows, count = _rows(told), 0
    with pyarrow.parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        while some := list(islice(rows, ROWS)):
            writer.write_table(arrow.Table.from_pylist(some, schema=schema))
            count += len(some)
            yield sink.drained()
    yield sink.drained()
    return count


class _Sink(io.RawIOBase):
    """A file that is handed on while it is written: it knows how long it is and holds what was not yet taken."""

    def __init__(self) -> None:
        """Empty."""
        self._waiting, self._length = bytearray(), 0

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, data: Any) -> int:
        """Take bytes."""
        self._waiting += memoryview(data)
        self._length += len(data)
        return len(data)

    def tell(self) -> int:
        """The bytes written in all."""
        return self._length

    def drained(self) -> bytes:
        """What was written since this was asked last."""
        taken = bytes(self._waiting)
        self._waiting.clear()
        return taken


def _schema(arrow: Any) -> Any:
    text, whole, real = arrow.string(), arrow.int32(), arrow.float64()
    party = arrow.struct(
        [("text", text), ("entity", text), ("country", text), ("sector", text), ("start", whole), ("stop", whole)]
    )
    kinds: dict[str, Any] = {
        "key": text, "article": text, "source": text, "url": text, "published": text, "event": whole, "sentence": whole,
        "type": text, "mode": text, "cameo_root": text, "quad_class": text, "status": text, "confidence": real,
        "trigger": text, "trigger_start": whole, "trigger_stop": whole, "actors": arrow.list_(party),
        "recipients": arrow.list_(party), "date": text, "date_first": text, "date_last": text, "place": text,
        "place_id": text, "place_name": text, "country": text, "latitude": real, "longitude": real,
        "killed": arrow.int64(), "injured": arrow.int64(), "claimed_by": text, "stance": text, "sentence_text": text,
        "rule": text, "code": text, "lexicon": text,
    }  # fmt: skip
    return arrow.schema(list(kinds.items()))


def _rows(told: Iterable[Told]) -> Iterator[dict[str, Any]]:
    return (_row(one, one.record, event) for one in told for event in one.record.events)


def _row(told: Told, article: Article, event: EventMention) -> dict[str, Any]:
    place, time, claim = event.place, event.time, event.claim
    return {
        "key": told.key(event), "article": article.id, "source": told.source, "url": article.page.url,
        "published": article.page.published.value if article.page.published else None, "event": event.event,
        "sentence": event.sentence, "type": event.type, "mode": event.mode, "cameo_root": CAMEO_ROOT[event.type],
        "quad_class": QUAD_CLASS[event.type], "status": event.status, "confidence": event.confidence,
        "trigger": event.trigger.of(article.text), "trigger_start": event.trigger.start,
        "trigger_stop": event.trigger.stop, "actors": [_party(p) for p in event.actors],
        "recipients": [_party(p) for p in event.recipients], "date": date_of(time),
        "date_first": time.start if time else None, "date_last": time.stop if time else None,
        "place": place.span.of(article.text) if place else None, "place_id": place.id if place else None,
        "place_name": place.name if place else None, "country": place.country if place else None,
        "latitude": place.latitude if place else None, "longitude": place.longitude if place else None,
        "killed": exact(event.casualties, "killed"), "injured": exact(event.casualties, "injured"),
        "claimed_by": claim.speaker.text if claim else None, "stance": claim.stance if claim else None,
        "sentence_text": article.sentences[event.sentence].span.of(article.text), "rule": event.rules["trigger"],
        "code": article.versions.get("marsad"), "lexicon": article.versions.get("lexicon"),
    }  # fmt: skip


def _party(party: Participant) -> dict[str, Any]:
    return {
        "text": party.text, "entity": party.entity, "country": party.country, "sector": party.sector,
        "start": party.span.start, "stop": party.span.stop,
    }  # fmt: skip
