"""Reading again: what failed, and what an earlier code or lexicon read.

The earlier reading stays. People's judgements move to the newer one where what they rest on is the same, and those that
do not move are named; they stay with the reading that they judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.db import transaction
from django.db.models import Q

from marsad.errors import PageError
from marsad.page.item import Document, find_documents
from marsad.store import models
from marsad.store.ingest import Progress, Tally, add, batches, document_of
from marsad.store.judgement import Moved, move_judgements
from marsad.store.pool import Outcome, Settings, read_all, versions
from marsad.store.write import Read, Writer

AT_ONCE = 100  # articles loaded at once


@dataclass(slots=True)
class Report:
    """What reading again did: articles read, failed, and the judgements that moved or did not."""

    read: int = 0
    failed: int = 0
    errors: list[str] = field(default_factory=list)
    moved: int = 0
    stayed: list[Moved] = field(default_factory=list)


def outdated(settings: Settings, *, everything: bool = False) -> list[int]:
    """The articles whose current reading was made by another code or lexicon than these; all with ``everything``."""
    now = versions(settings)
    readings = models.Reading.objects.filter(current=True)
    if not everything:
        readings = readings.filter(~Q(code=now["marsad"]) | ~Q(lexicon=now["lexicon"]))
    return list(readings.order_by("article").values_list("article", flat=True))


def reread(
    articles: Sequence[int], settings: Settings, *, jobs: int = 1, progress: Progress = lambda count: None
) -> Report:
    """Read articles again from their kept bytes, a batch a transaction, and move the judgements."""
    report, writer = Report(), Writer()
    numbers = iter(articles)
    for batch in batches(read_all(_documents(articles), settings, jobs)):
        _save(batch, [next(numbers) for _ in batch], writer, report)
        progress(len(batch))
    return report


def _documents(articles: Sequence[int]) -> Iterator[Document]:
    for begin in range(0, len(articles), AT_ONCE):
        some = articles[begin : begin + AT_ONCE]
        found = models.Article.objects.in_bulk(some)
        yield from (document_of(found[number]) for number in some)


def _save(batch: Sequence[Outcome], numbers: Sequence[int], writer: Writer, report: Report) -> None:
    articles = models.Article.objects.in_bulk(numbers)
    read = [
        Read(articles[n], o.record, o.passages) for n, o in zip(numbers, batch, strict=True) if o.record is not None
    ]
    failed = [(articles[n], o.error) for n, o in zip(numbers, batch, strict=True) if o.error is not None]
    with transaction.atomic():
        writer.save_again(read)
        moves = move_judgements([one.article.pk for one in read])
        _note_failures(failed)
    report.read += len(read)
    report.failed += len(failed)
    report.errors += (error for _, error in failed)
    report.moved += sum(move.why is None for move in moves)
    report.stayed += (move for move in moves if move.why is not None)


def _note_failures(failed: Iterable[tuple[models.Article, str]]) -> None:
    """An article that could be read before keeps the reading that it has, and has the error beside it."""
    for article, error in failed:
        models.Article.objects.filter(pk=article.pk).update(error=error, tried_at=datetime.now(UTC))


def retry(
    settings: Settings, *, jobs: int = 1, progress: Progress = lambda count: None,
    failed: Callable[[str], None] = lambda error: None,
) -> tuple[Report, Tally]:  # fmt: skip
    """Read again what failed: from the kept bytes, or from the path where there are none."""
    failures = models.Article.objects.filter(error__isnull=False).order_by("pk")
    report = reread(
        list(failures.exclude(digest=None).values_list("pk", flat=True)), settings, jobs=jobs, progress=progress
    )
    for error in report.errors:
        failed(error)
    tally = Tally()
    for article in failures.filter(digest=None):
        _open_again(article, settings, jobs, tally, failed)
        progress(1)
    return report, tally


def _open_again(
    article: models.Article, settings: Settings, jobs: int, tally: Tally, failed: Callable[[str], None]
) -> None:
    """Add what lies at the path of an article that could not be opened; its failure goes where all could be."""
    errors: list[str] = []
    added = add(_opened(article, errors), settings, jobs=jobs, failed=failed)
    tally.read += added.read
    tally.failed += added.failed + len(errors)
    if errors:
        failed(errors[0])
        models.Article.objects.filter(pk=article.pk).update(error=errors[0], tried_at=datetime.now(UTC))
    else:
        article.delete()


def _opened(article: models.Article, errors: list[str]) -> Iterator[Document]:
    try:
        for document in find_documents(article.path or "", published=article.declared, url=article.url):
            if document.error:
                errors.append(f"{document.where}: {document.error}")
            else:
                yield document
    except PageError as error:
        errors.append(str(error))
