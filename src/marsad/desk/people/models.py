"""What the desk keeps of accounts beside the archive's own ``User`` and ``Audit``."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class Session(AbstractBaseSession):
    """A session with its owner, so that people can see and end theirs. All columns repeat what the session itself holds."""

    account = models.ForeignKey("store.User", on_delete=models.CASCADE, null=True, related_name="sessions")
    began_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    address = models.CharField(max_length=64, default="")
    agent = models.CharField(max_length=200, default="")

    @property
    def mark(self) -> str:
        """What pages call it: the key itself would open it."""
        return sha256(self.session_key.encode()).hexdigest()[:16]

    @classmethod
    def get_session_store_class(cls) -> Any:
        """The engine that reads and writes it."""
        from marsad.desk.people.sessions import SessionStore

        return SessionStore


class EntryKey(models.Model):
    """A key that signs in the person at this machine, once. Only its SHA-256 is kept."""

    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class RecoveryCode(models.Model):
    """A code that stands in for the second factor, once. Only its SHA-256 is kept."""

    account = models.ForeignKey("store.User", on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)

    class Meta:
        """A code once an account."""

        constraints = [models.UniqueConstraint(fields=["account", "digest"], name="recovery_code_once")]
