"""Adding to the archive: documents that it does not hold yet, read by several processes, saved by this one.

A document is known by the SHA-256 of its bytes, so that adding it again does nothing, and a run that was cut off is
taken up by running it again. A batch is saved in one transaction: after a ``kill -9`` each page is there whole or not.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from marsad.page.item import Document, Form
from marsad.store import models
from marsad.store.pool import Outcome, Settings, digest_of, read_all
from marsad.store.search.index import index
from marsad.store.write import Writer

ASKED = 500  # documents whose digests are looked up at once
BATCH = 50  # documents of one transaction at most …
SECONDS = 1.0  # … and the time after which one is saved that is not full
MANY = 1000  # pages after which the search index is worth being brought into order

Progress = Callable[[int], None]


@dataclass(slots=True)
class Tally:
    """What became of the documents so far."""

    read: int = 0
    failed: int = 0
    present: int = 0


def add(
    documents: Iterable[Document], settings: Settings, *, jobs: int = 1, source: str | None = None,
    failed: Callable[[str], None] = lambda error: None, progress: Progress = lambda count: None,
) -> Tally:  # fmt: skip
    """Read and save the documents that the archive does not hold; what became of all of them.

    ``source`` names the outlet of all of them. ``failed`` is told each error, ``progress`` the number of documents just done with.
    """
    tally, writer = Tally(), Writer()
    fresh = _fresh(documents, tally, progress)
    for batch in batches(read_all(fresh, settings, jobs)):
        writer.save_new(batch, source)
        for outcome in batch:
            if outcome.error:
                failed(outcome.error)
        _count(tally, batch)
        progress(len(batch))
    if tally.read >= MANY:
        index().optimise()
    return tally


def _count(tally: Tally, batch: list[Outcome]) -> None:
    failures = sum(outcome.error is not None for outcome in batch)
    tally.failed += failures
    tally.read += len(batch) - failures


def _fresh(documents: Iterable[Document], tally: Tally, progress: Progress) -> Iterator[Document]:
    """The documents that are neither in the archive nor among those before them."""
    numbered = iter(documents)
    seen: set[object] = set()
    while some := list(islice(numbered, ASKED)):
        keys = [digest_of(document) or document.path for document in some]
        there = _present(keys) | seen
        for key, document in zip(keys, some, strict=True):
            if key in there:
                tally.present += 1
                progress(1)
            else:
                there.add(key)
                seen.add(key)
                yield document


def _present(keys: list[bytes | str | None]) -> set[object]:
    """The digests, and the paths of documents without bytes, that the archive holds."""
    digests = [key for key in keys if isinstance(key, bytes)]
    paths = [key for key in keys if isinstance(key, str)]
    held = models.Article.objects.filter(digest__in=digests).values_list("digest", flat=True)
    found: set[object] = {bytes(digest) for digest in held if digest is not None}
    unread = models.Article.objects.filter(path__in=paths, digest=None).values_list("path", flat=True)
    return found | set(unread if paths else ())


def batches(outcomes: Iterator[Outcome]) -> Iterator[list[Outcome]]:
    """Outcomes in batches, each of a bounded number and time."""
    batch: list[Outcome] = []
    begun = time.monotonic()
    for outcome in outcomes:
        batch.append(outcome)
        if len(batch) == BATCH or time.monotonic() - begun > SECONDS:
            yield batch
            batch, begun = [], time.monotonic()
    if batch:
        yield batch


def document_of(article: models.Article) -> Document:
    """The document that an article was made from, from its kept bytes."""
    return Document(
        name=article.facts.get("name") or article.name, form=Form(article.form), data=original(article), path=article.path,
        line=article.facts.get("line"), url=article.url if article.form == Form.PAGE else None, published=article.declared,
    )  # fmt: skip


def original(article: models.Article) -> bytes:
    """The bytes that an article was made from; none where it could not be opened."""
    return zlib.decompress(article.original) if article.original is not None else b""
