"""Looking after an archive: what it holds, and its search index built anew."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from django.db import connection, transaction
from django.db.models import Max, Min

from marsad.store import models
from marsad.store.archive import named
from marsad.store.search.index import index
from marsad.store.search.passage import passages_of
from marsad.store.write import index_texts

AT_ONCE = 500  # texts indexed at once


def facts() -> dict[str, object]:
    """Where the archive is, how large, and what it holds."""
    articles, readings = models.Article.objects, models.Reading.objects
    days = readings.filter(current=True).aggregate(first=Min("day"), last=Max("day"))
    return {
        "archive": named(),
        "size": f"{_size() / 1e6:.1f} MB",
        "sources": models.Source.objects.count(),
        "articles": articles.count(),
        "failed": articles.filter(error__isnull=False).count(),
        "readings": readings.count(),
        "events": models.Event.objects.filter(current=True).count(),
        "entities": models.Entity.objects.count(),
        "judgements": models.Judgement.objects.filter(withdrawn_at=None).count(),
        "days": f"{days['first'] or '…'} to {days['last'] or '…'}",
    }


def _size() -> int:
    """Bytes on disk, with SQLite's log."""
    if connection.vendor == "sqlite":
        path = Path(named())
        return sum(part.stat().st_size for part in path.parent.glob(f"{path.name}*"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0])


def rebuild_index() -> int:
    """Drop all passages and index every text again, in one transaction; the number of texts."""
    count = 0
    with transaction.atomic():
        models.Passage.objects.all().delete()
        index().clear()
        texts = models.Text.objects.order_by("pk").iterator(chunk_size=AT_ONCE)
        while some := list(islice(texts, AT_ONCE)):
            index_texts([(text, tuple(passages_of(text.text))) for text in some])
            count += len(some)
    index().optimise()
    return count
