"""Reading many documents: in this process, or in several that hand their records to it."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import threading
import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path

from marsad.collector import collect_seldom
from marsad.errors import ArchiveError
from marsad.page.item import Document, read_document
from marsad.reader import MIN_CONFIDENCE, Reader
from marsad.record import Article
from marsad.store.search.passage import Passed, passages_of

FEW = 32  # documents that one process reads before several would have started
COMPRESSION = 6  # zlib's own middle way: 9 saves 1 % and takes twice as long
WAITING = 8  # documents a process that may wait for it, so that none is idle and memory is bounded


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read: another lexicon folder, and the least confidence of an event that is kept."""

    lexicon: Path | None = None
    min_confidence: float = MIN_CONFIDENCE

    def reader(self) -> Reader:
        """The reader with these settings; its tables are loaded once."""
        return _reader(self)


@lru_cache(maxsize=2)
def _reader(settings: Settings) -> Reader:
    return Reader(settings.lexicon, min_confidence=settings.min_confidence)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading a document gave: a record without tokens, which follow from its text, or an error.

    ``packed`` is the document's bytes as they are kept, ``passages`` the text as it is indexed: the work of the reading processes.
    """

    document: Document
    record: Article | None
    error: str | None = None
    packed: bytes = b""
    passages: tuple[Passed, ...] = ()

    @property
    def digest(self) -> bytes | None:
        """SHA-256 of the document's bytes, ``None`` where there are none."""
        return digest_of(self.document)


def digest_of(document: Document) -> bytes | None:
    """SHA-256 of the document's bytes, ``None`` where there are none."""
    return None if document.error else hashlib.sha256(document.data).digest()


def versions(settings: Settings) -> Mapping[str, str]:
    """The code and lexicon that reading with these settings would name."""
    return settings.reader().versions


def read_all(documents: Iterable[Document], settings: Settings, jobs: int) -> Iterator[Outcome]:
    """The outcomes of reading documents in ``jobs`` processes, in the documents' order.

    Raises :class:`ArchiveError` where a process dies, as it does when memory runs out.
    """
    first = list(islice(it := iter(documents), FEW))
    if jobs > 1 and len(first) == FEW:
        yield from _in_processes(chain(first, it), settings, jobs)
    else:
        reader = settings.reader()
        yield from (read_one(document, reader) for document in chain(first, it))


def read_one(document: Document, reader: Reader) -> Outcome:
    """The outcome of one document. An error of the reader's own is the page's: the rest is read all the same."""
    item, packed = read_document(document), zlib.compress(document.data, COMPRESSION)
    if item.page is None:
        return Outcome(document, None, item.error, packed)
    page = replace(item.page, text=stored(item.page.text))
    try:
        record = reader.read_page(page, id=item.id)
    except Exception as error:
        failure = f"{document.where}: the reader failed ({type(error).__name__}: {error})"
        return Outcome(document, None, failure, packed)
    sentences = tuple(replace(sentence, tokens=()) for sentence in record.sentences)
    return Outcome(document, replace(record, sentences=sentences), None, packed, tuple(passages_of(record.text)))


def stored(text: str) -> str:
    """``text`` as a database holds it: PostgreSQL has no NUL, so that one is U+FFFD in every archive."""
    return text.replace("\0", "\ufffd") if "\0" in text else text


def _in_processes(documents: Iterator[Document], settings: Settings, jobs: int) -> Iterator[Outcome]:
    settings.reader().lexicon  # noqa: B018 - compiled once, before every process would
    context = multiprocessing.get_context("spawn")  # a fork would share the database's connection
    with ProcessPoolExecutor(jobs, context, initializer=_start, initargs=(settings,)) as pool:
        try:
            yield from _in_order(documents, pool, jobs * WAITING)
        except BrokenProcessPool as error:
            raise ArchiveError(
                "a reading process ended, mostly because memory ran out; what was added is safe: run the command again, "
                "with fewer --jobs"
            ) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _in_order(documents: Iterator[Document], pool: ProcessPoolExecutor, most: int) -> Iterator[Outcome]:
    waiting: deque[Future[Outcome]] = deque()
    for document in documents:
        waiting.append(pool.submit(_work, document))
        if len(waiting) >= most:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


class _Worker:
    """The reader of a reading process."""

    reader: Reader


def _start(settings: Settings) -> None:
    collect_seldom()
    _Worker.reader = settings.reader()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(document: Document) -> Outcome:
    return read_one(document, _Worker.reader)
