"""What was found: outlets, pages as their bytes, and the texts that were stored from them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from marsad.page.item import Form
from marsad.store.models.field import each_once, maybe_string, offset, one_of, ordered_span, part_of, string


class Source(models.Model):
    """An outlet: as an item names it, or the host of the page's address."""

    name = models.CharField(unique=True)

    def __str__(self) -> str:
        """Its name."""
        return self.name


class Article(models.Model):
    """A page as it was found. ``original`` holds its bytes (zlib), ``digest`` their SHA-256.

    ``name`` is the item's id or the file's name; ``facts`` what is known of how it was fetched (path, line, time of
    the file; status and headers of a response). ``error`` says why there is no reading; an article that could not
    even be opened has no bytes and is known by its ``path``.
    """

    digest = models.BinaryField(max_length=32, null=True, unique=True)
    original = models.BinaryField(null=True)
    size = models.PositiveBigIntegerField(default=0)
    form = string()
    name = string()
    path = maybe_string()
    url = maybe_string()
    declared = maybe_string()  # the publication date that the caller gave, which overrules the page's own
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, related_name="articles")
    facts = models.JSONField(default=dict)
    fetched_at = models.DateTimeField()
    added_at = models.DateTimeField()
    error = models.TextField(null=True)
    tried_at = models.DateTimeField(null=True)

    class Meta:
        """Constraints: bytes and digest together, and nothing without bytes but with an error and a path."""

        constraints = [
            one_of("article", "form", Form),
            models.CheckConstraint(
                condition=Q(digest__isnull=False, original__isnull=False)
                | Q(digest__isnull=True, original__isnull=True, error__isnull=False, path__isnull=False),
                name="article_bytes_or_error",
            ),
            models.UniqueConstraint(fields=["path"], condition=Q(digest__isnull=True), name="article_unread_path_once"),
        ]
        indexes = [models.Index(fields=["added_at"], condition=Q(error__isnull=False), name="article_failed")]

    def __str__(self) -> str:
        """Its name."""
        return self.name


class Text(models.Model):
    """The text that was stored from an article; readings that agree on it share it."""

    article = part_of("Article", name="texts")
    digest = models.BinaryField(max_length=32)
    text = models.TextField()

    class Meta:
        """A text once an article."""

        constraints = [each_once("text", "article", "digest")]


class Passage(models.Model):
    """A stretch of a text of at most ``MOST_WORDS`` words: the unit of full-text search."""

    text = part_of("Text", name="passages")
    number = models.PositiveIntegerField()
    start = offset()
    stop = offset()

    class Meta:
        """Passages in order."""

        constraints = [each_once("passage", "text", "number"), ordered_span("passage")]
