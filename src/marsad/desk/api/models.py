"""Tokens: what a program shows in place of a person's password."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import models

from marsad.store.models import User

LONGEST = 100  # code points of a name
PREFIX = "marsad_"  # so that a token that leaked into a file is known for what it is
SEEN = timedelta(minutes=10)  # the last use is noted at most so often: a reading request should not write


class Token(models.Model):
    """A token of a user. Only its SHA-256 is kept: 256 random bits need no slow hash. Revoked, never deleted."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=LONGEST)
    digest = models.CharField(max_length=64, unique=True)
    hint = models.CharField(max_length=16)  # its first letters, to tell tokens apart
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        """Listed by user."""

        indexes = [models.Index(fields=["user", "-made_at"], name="token_of_user")]

    def __str__(self) -> str:
        """Its name."""
        return self.name


def make_token(user: User, name: str) -> tuple[Token, str]:
    """A new token and its words, which are nowhere kept and can be shown this once alone."""
    words = PREFIX + secrets.token_urlsafe(32)
    row = Token.objects.create(
        user=user, name=name, digest=_digest(words), hint=words[: len(PREFIX) + 4], made_at=datetime.now(UTC)
    )
    return row, words


def token_of(words: str) -> Token | None:
    """The standing token of an active user with these words; notes that it was used."""
    token = (
        Token.objects.select_related("user")
        .filter(digest=_digest(words), revoked_at=None, user__is_active=True)
        .first()
    )
    now = datetime.now(UTC)
    if token and (token.used_at is None or now - token.used_at > SEEN):
        Token.objects.filter(pk=token.pk).update(used_at=now)
    return token


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()
