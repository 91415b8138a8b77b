"""The comments of an article as readers see them: approved, in order, with their answers below them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from marsad.store.models import Comment


@dataclass(slots=True)
class Said:
    """A comment without its e-mail, which is not even loaded, and its answers."""

    number: int
    name: str
    text: str
    at: datetime
    answers: list[Said] = field(default_factory=list)


def thread_of(article: int) -> list[Said]:
    """The approved comments of an article, oldest first. An answer is shown where what it answers is."""
    rows = Comment.objects.filter(article=article, state=Comment.State.APPROVED).order_by("made_at", "pk")
    found: dict[int, tuple[int | None, Said]] = {
        pk: (parent, Said(pk, name, text, at))
        for pk, parent, name, text, at in rows.values_list("pk", "parent", "name", "text", "made_at")
    }
    top = []
    for parent, said in found.values():
        if parent is None:
            top.append(said)
        elif parent in found:
            found[parent][1].answers.append(said)
    return top


def answered(article: int, number: int | None) -> Comment | None:
    """The comment that an answer goes below: an approved one of the same article; an answer's answer goes below the first."""
    if number is None:
        return None
    found = Comment.objects.filter(pk=number, article=article, state=Comment.State.APPROVED).select_related("parent")
    said = found.defer("email", "parent__email").first()
    return said.parent or said if said else None
