"""What keeps machines out without asking a third party: a trap, a signed clock, a limit an address, few links, no echo."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta

from django.core import signing
from django.utils.crypto import salted_hmac

from marsad.desk.comments.models import Trace
from marsad.store.models import Comment

SALT = "marsad.comments"
YOUNGEST = timedelta(seconds=3)  # nobody reads, thinks and types faster
OLDEST = timedelta(hours=24)
OFTEN, HOUR, DAY = 5, timedelta(hours=1), timedelta(days=1)  # comments of one address an hour
MOST_LINKS = 2
LINK = re.compile(r"https?://[^\s<>\"'«»]+|www\.[^\s<>\"'«»]+", re.IGNORECASE)
_DIRECTION = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}  # they would order the words around a comment


def stamp(article: int) -> str:
    """A signed note of when the form for an article was made."""
    return signing.dumps({"article": article, "at": datetime.now(UTC).timestamp()}, salt=SALT)


def age(mark: str, article: int) -> timedelta | None:
    """How old a form is; ``None`` for a stamp that is not ours or of another article."""
    try:
        said = signing.loads(mark, salt=SALT)
    except signing.BadSignature:
        return None
    if said["article"] != article:
        return None
    return datetime.now(UTC) - datetime.fromtimestamp(said["at"], UTC)


def mark_of(address: str) -> str:
    """The hash of an address for today; without our key it leads back to nobody."""
    return salted_hmac(SALT, f"{datetime.now(UTC):%Y-%m-%d} {address}", algorithm="sha256").hexdigest()


def writes_too_often(mark: str) -> bool:
    """Whether an address has reached its limit for now."""
    return Trace.objects.filter(mark=mark, at__gt=datetime.now(UTC) - HOUR).count() >= OFTEN


def leave_trace(mark: str) -> None:
    """Note that an address wrote, and forget what is older than a day."""
    now = datetime.now(UTC)
    Trace.objects.filter(at__lt=now - DAY).delete()
    Trace.objects.create(mark=mark, at=now)


def links_in(text: str) -> int:
    """How many links a text holds."""
    return len(LINK.findall(text))


def was_sent(article: int, text: str) -> bool:
    """Whether an article has this very comment already, whatever became of it."""
    return Comment.objects.filter(article=article, text=text).exists()


def plain(text: str) -> str:
    """``text`` without controls of terminal and direction, in NFC, its lines kept and its blank ones at most one in a row."""
    kept = "".join(
        char
        for char in unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
        if char == "\n" or (unicodedata.category(char) != "Cc" and ord(char) not in _DIRECTION)
    )
    return re.sub(r"\n{3,}", "\n\n", kept).strip()


def one_line(text: str) -> str:
    """The same on one line."""
    return " ".join(plain(text).split())
