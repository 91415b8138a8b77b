"""Saving: articles, their texts and their readings, one transaction for some of them at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import groupby
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Model

from marsad.record import Article
from marsad.store import models
from marsad.store.pool import Outcome, stored
from marsad.store.rows import Known, Rows, add_reading, digest_of, entities_of, places_of, stems_of
from marsad.store.search.index import Entry, index
from marsad.store.search.passage import Passed

AT_ONCE = 2000  # rows of one statement
Row = TypeVar("Row", bound=Model)


class Read(NamedTuple):
    """An article's row and what was read in it."""

    article: models.Article
    record: Article
    passages: Sequence[Passed]


class Writer:
    """Saves outcomes of reading. Remembers the rows that many articles share; one process writes at a time."""

    def __init__(self) -> None:
        """Nothing is loaded yet."""
        self._known = Known({}, {})
        self._sources: dict[str, models.Source] = {}

    def save_new(self, outcomes: Sequence[Outcome], source: str | None = None) -> None:
        """Save documents that the archive does not hold yet, read or failed, all or none of them.

        ``source`` names the outlet of those that do not name it themselves.
        """
        with self._all_or_nothing():
            now = datetime.now(UTC)
            articles = [_article(outcome, self._source(_outlet(outcome, source)), now) for outcome in outcomes]
            _save(models.Article, articles)
            pairs = zip(articles, outcomes, strict=True)
            self._save_readings([Read(a, o.record, o.passages) for a, o in pairs if o.record is not None], now)

    def save_again(self, read: Sequence[Read]) -> None:
        """Save newer readings of articles that the archive holds; the earlier ones stay and count no longer.

        A reading by a code and a lexicon that read the article before is that one again.
        """
        with self._all_or_nothing():
            now = datetime.now(UTC)
            retire(one.article.pk for one in read)
            self._bring_up_to_date(read, now)
            self._save_readings([one for one in read if not _taken_up(one.article, one.record)], now)

    @contextmanager
    def _all_or_nothing(self) -> Iterator[None]:
        """A transaction; rows that were remembered in one that is rolled back are forgotten."""
        try:
            with transaction.atomic():
                yield
        except BaseException:
            self._known = Known({}, {})
            self._sources = {}
            raise

    def _bring_up_to_date(self, read: Sequence[Read], now: datetime) -> None:
        for article, record, _ in read:
            source = self._source(_outlet_of(record.page.source, record.page.url))
            article.name, article.error, article.tried_at = stored(record.id), None, now
            article.url = stored(record.page.url) if record.page.url else None
            article.source = article.source or source
        models.Article.objects.bulk_update(
            [one.article for one in read], ["name", "error", "tried_at", "url", "source"], batch_size=100
        )

    def _save_readings(self, read: Sequence[Read], now: datetime) -> None:
        self._learn([one.record for one in read])
        texts = _texts(read)
        rows = Rows()
        for one in read:
            add_reading(
                rows, one.article, texts[one.article.pk, digest_of(one.record.text)], one.record, now, self._known
            )
        _save(models.Reading, rows.readings)
        _save_kinds(rows.parts)
        _save_kinds(rows.owned)

    def _source(self, name: str | None) -> models.Source | None:
        if name is None:
            return None
        if name not in self._sources:
            self._sources[name] = models.Source.objects.get_or_create(name=name)[0]
        return self._sources[name]

    def _learn(self, records: Sequence[Article]) -> None:
        """Have a row for every entity and place that the records name."""
        for key, entity in entities_of(records).items():
            values: dict[str, object] = {
                "kind": entity.kind.value, "name": entity.name, "name_en": entity.name_en, "country": entity.country,
                "sector": entity.sector, "words": stems_of(entity.name, entity.name_en),
            }  # fmt: skip
            _known(models.Entity, self._known.entities, key, values)
        for key, place in places_of(records).items():
            values = {
                "name": place.name, "name_en": place.name_en, "country": place.country,
                "words": stems_of(place.name, place.name_en),
            }  # fmt: skip
            if place.uncertainty is None:  # else the point is the event's, at some distance from the place
                values |= {"latitude": place.latitude, "longitude": place.longitude}
            _known(models.Place, self._known.places, key, values)


def retire(articles: Iterable[int]) -> None:
    """Let the current readings of some articles count no longer."""
    readings = models.Reading.objects.filter(article__in=list(articles), current=True)
    models.Event.objects.filter(reading__in=list(readings.values_list("pk", flat=True))).update(current=False)
    readings.update(current=False)


def _taken_up(article: models.Article, record: Article) -> bool:
    """Whether this code and lexicon read the article before; that reading counts again."""
    code, lexicon = record.versions.get("marsad", ""), record.versions.get("lexicon", "")
    reading = models.Reading.objects.filter(article=article, code=code, lexicon=lexicon).first()
    if reading is None:
        return False
    models.Reading.objects.filter(pk=reading.pk).update(current=True)
    models.Event.objects.filter(reading=reading).update(current=True)
    return True


def _known(model: Any, rows: dict[str, Any], key: str, values: Mapping[str, Any]) -> None:
    """Remember the row of a key, made or brought up to date where it says something else."""
    if key in rows and all(getattr(rows[key], name) == value for name, value in values.items()):
        return
    rows[key], _ = model.objects.update_or_create(key=key, defaults=values)


def _article(outcome: Outcome, source: models.Source | None, now: datetime) -> models.Article:
    document, record = outcome.document, outcome.record
    url = record.page.url if record else document.url
    return models.Article(
        digest=outcome.digest,
        original=outcome.packed if outcome.digest else None,
        size=len(document.data),
        form=document.form.value,
        name=stored(record.id if record else document.where),
        path=document.path,
        url=stored(url) if url else None,
        declared=document.published,
        source=source,
        facts={"name": stored(document.name)} | ({"line": document.line} if document.line else {}),
        fetched_at=now,
        added_at=now,
        tried_at=now,
        error=stored(outcome.error) if outcome.error else None,
    )


def _outlet(outcome: Outcome, given: str | None) -> str | None:
    page = outcome.record.page if outcome.record else None
    return _outlet_of((page.source if page else None) or given, page.url if page else outcome.document.url)


def _outlet_of(source: str | None, address: str | None) -> str | None:
    """The outlet as the item names it, or else the host of the address."""
    if source:
        return stored(source)
    try:
        host = urlsplit(address or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _texts(read: Sequence[Read]) -> dict[tuple[int, bytes], models.Text]:
    """The row of each text, new ones saved and indexed."""
    wanted = {(one.article.pk, digest_of(one.record.text)): one for one in read}
    there = models.Text.objects.filter(article__in={article for article, _ in wanted})
    texts = {(text.article_id, bytes(text.digest)): text for text in there}
    new = {
        key: models.Text(article_id=key[0], digest=key[1], text=wanted[key].record.text)
        for key in wanted
        if key not in texts
    }
    _save(models.Text, list(new.values()))
    index_texts([(text, wanted[key].passages) for key, text in new.items()])
    return texts | new


def index_texts(texts: Iterable[tuple[models.Text, Sequence[Passed]]]) -> None:
    """Put the passages of texts into the search index."""
    pairs = [(text, number, passed) for text, some in texts for number, passed in enumerate(some)]
    rows = [models.Passage(text=t, number=n, start=passed.span.start, stop=passed.span.stop) for t, n, passed in pairs]
    _save(models.Passage, rows)
    index().add(Entry(row.pk, p.words, p.stems) for row, (_, _, p) in zip(rows, pairs, strict=True))


def _save_kinds(rows: Iterable[Model]) -> None:
    """Save rows of several tables, in the order of their first rows."""
    name: Callable[[Model], str] = lambda row: type(row).__name__  # noqa: E731
    for _, some in groupby(sorted(rows, key=name), key=name):
        kind = list(some)
        _save(type(kind[0]), kind)


def _save(model: type[Row], rows: Sequence[Row]) -> None:
    model._default_manager.bulk_create(rows, batch_size=AT_ONCE)
