"""Judgements are made, withdrawn and stand again here: each in one transaction with its row of the audit.

None is ever changed or deleted: a later one about the same thing by the same person takes the place of the earlier one,
which is withdrawn and comes back where the later one is undone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import wraps
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from marsad.desk.review import known
from marsad.desk.review.value import Refused
from marsad.desk.rights import Right, may
from marsad.span import Span
from marsad.store import models
from marsad.store.audit import noted
from marsad.store.judged import FIELDS, WHOLE, Verdict, given
from marsad.store.judgement import counterpart

Made = TypeVar("Made")


def meanwhile() -> str:
    """What is said where an article was read again while somebody decided."""
    return _("The article was read again meanwhile; nothing was lost: look at the new reading and decide again.")


class Reread(Refused):
    """The article was read again meanwhile; ``event`` is the same mention in the current reading, if it has it."""

    def __init__(self, event: int | None) -> None:
        """``event``: the number of the row, ``None`` where the machine reads it no longer."""
        super().__init__(
            meanwhile()
            if event
            else _(
                "The article was read again meanwhile, and the machine reads this event no longer; add it if it is one."
            )
        )
        self.event = event


def _at_once(act: Callable[..., Made]) -> Callable[..., Made]:
    """All or nothing; where two tabs decide the same at the same time, the second is told."""

    @wraps(act)
    def acted(*args: Any, **options: Any) -> Made:
        try:
            with transaction.atomic():
                return act(*args, **options)
        except IntegrityError as error:
            raise Refused(_("This was judged in another window at the same time; look and decide again.")) from error

    return acted


@_at_once
def judge(
    user: models.User, event: models.Event, verdict: str, field: str = WHOLE, value: Mapping[str, Any] | None = None,
    note: str = "",
) -> models.Judgement:  # fmt: skip
    """Accept, reject or correct an event or a field of it. Raises :class:`Refused`, or :class:`Reread`.

    Saying the same again changes nothing.
    """
    if verdict not in (Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT) or field not in (WHOLE, *FIELDS):
        raise Refused(_("This cannot be said of an event."))
    if (verdict == Verdict.CORRECT) != (value is not None) or (verdict == Verdict.CORRECT and field == WHOLE):
        raise Refused(_("A correction needs a field and its value."))
    row = models.Event.objects.select_for_update(of=("self",)).select_related("reading").get(pk=event.pk)
    if not row.current:
        raise Reread(current_of(row))
    earlier = _standing(user, row.pk, field)
    if earlier and (earlier.verdict, earlier.value, earlier.note) == (verdict, value, note):
        return earlier
    if earlier:
        _withdraw(earlier, user)
    _learn(value)
    made = models.Judgement.objects.create(
        reading=row.reading, event=row, judged=row, user=user, verdict=verdict, field=field, value=value, type=row.type,
        start=row.start, stop=row.stop, note=note, made_at=datetime.now(UTC),
    )  # fmt: skip
    _audit(user, "judge", made, verdict=verdict, field=field, event=row.pk, replaces=earlier.pk if earlier else None)
    return made


@_at_once
def add(
    user: models.User, reading: models.Reading, trigger: Span, value: Mapping[str, Any], note: str = ""
) -> models.Judgement:
    """Add an event that the machine missed: the words that name it, and its fields. Raises :class:`Refused`."""
    row = models.Reading.objects.select_for_update().get(pk=reading.pk)
    if not row.current:
        raise Refused(
            _("The article was read again meanwhile; nothing was lost: look at the new reading and decide again.")
        )
    where = {"start": trigger.start, "stop": trigger.stop, "type": value["type"]}
    if models.Event.objects.filter(reading=row, **where).exists():
        raise Refused(_("The machine reads an event of this type in these words: judge that one."))
    if models.Judgement.objects.filter(
        reading=row, user=user, verdict=Verdict.ADD, withdrawn_at=None, **where
    ).exists():
        raise Refused(_("You have added this event already."))
    _learn(value)
    made = models.Judgement.objects.create(
        reading=row, user=user, verdict=Verdict.ADD, value=dict(value), note=note, made_at=datetime.now(UTC), **where
    )
    _audit(user, "judge", made, verdict=Verdict.ADD.value, reading=row.pk)
    return made


@_at_once
def withdraw(user: models.User, number: int) -> models.Judgement:
    """Let a judgement stand no longer: one's own, or, for an editor, anybody's. Raises :class:`Refused`."""
    judgement = _own(user, number)
    if judgement.withdrawn_at is None:
        _withdraw(judgement, user)
        _audit(user, "withdraw-judgement", judgement)
    return judgement


@_at_once
def reinstate(user: models.User, number: int) -> models.Judgement:
    """Let a withdrawn judgement stand again; what its person said of the same thing since is withdrawn."""
    judgement = _own(user, number)
    if judgement.withdrawn_at is None:
        return judgement
    if not judgement.reading.current:
        raise Refused(_("The article was read again since; judge the event of the current reading."))
    if judgement.withdrawn_by_id != judgement.user_id and not may(user, Right.EDIT):
        raise Refused(_("An editor withdrew this; ask an editor to let it stand again."))
    later = _standing(judgement.user, judgement.event_id, judgement.field) if judgement.event_id else None
    if later:
        _withdraw(later, user)
    _stand(judgement)
    _audit(user, "reinstate-judgement", judgement, replaces=later.pk if later else None)
    return judgement


@_at_once
def undo(user: models.User) -> models.Judgement | None:
    """Undo the last judgement of a person that stands; what it took the place of stands again. ``None``: there is none."""
    last = models.Judgement.objects.filter(user=user, withdrawn_at=None).order_by("-made_at", "-id").first()
    if last is None:
        return None
    _withdraw(last, user)
    replaced = _replaced_by(last)
    if replaced is not None:
        _stand(replaced)
    _audit(user, "undo-judgement", last, reinstates=replaced.pk if replaced else None)
    return last


@_at_once
def settle(editor: models.User, number: int) -> int:
    """An editor decides a disagreement: this judgement stands, those about the same thing that differ are withdrawn.

    The number of judgements withdrawn. The page of agreement goes on counting them: people did disagree.
    """
    kept = _existing(number)
    if not may(editor, Right.EDIT):
        raise Refused(_("Only an editor decides between reviewers."))
    if kept.withdrawn_at is not None or kept.event_id is None:
        raise Refused(_("This judgement does not stand any longer."))
    others = models.Judgement.objects.filter(event=kept.event_id, field=kept.field, withdrawn_at=None).exclude(
        pk=kept.pk
    )
    losing = [other for other in others if (other.verdict, other.value) != (kept.verdict, kept.value)]
    for other in losing:
        _withdraw(other, editor)
    _audit(editor, "settle-judgement", kept, withdraws=[other.pk for other in losing])
    return len(losing)


def _existing(number: int) -> models.Judgement:
    """Raises :class:`models.Judgement.DoesNotExist`, which is a 404."""
    return (
        models.Judgement.objects.select_for_update(of=("self",))
        .select_related("reading__article", "user", "event")
        .get(pk=number)
    )


def _own(user: models.User, number: int) -> models.Judgement:
    judgement = _existing(number)
    if judgement.user_id != user.pk and not may(user, Right.EDIT):
        raise Refused(_("This judgement is another person's; an editor may withdraw it."))
    return judgement


def _standing(user: models.User, event: int, field: str) -> models.Judgement | None:
    return models.Judgement.objects.filter(user=user, event=event, field=field, withdrawn_at=None).first()


def _withdraw(judgement: models.Judgement, by: models.User) -> None:
    judgement.withdrawn_at, judgement.withdrawn_by = datetime.now(UTC), by
    judgement.save(update_fields=["withdrawn_at", "withdrawn_by"])


def _stand(judgement: models.Judgement) -> None:
    judgement.withdrawn_at = judgement.withdrawn_by = None
    judgement.save(update_fields=["withdrawn_at", "withdrawn_by"])


def _replaced_by(judgement: models.Judgement) -> models.Judgement | None:
    """What a judgement took the place of, where that is still about the same event and withdrawn by its own person."""
    made = models.Audit.objects.filter(table="judgement", row=judgement.pk, action="judge").first()
    number = made.details.get("replaces") if made else None
    return (
        models.Judgement.objects.filter(
            pk=number, event=judgement.event_id, reading=judgement.reading_id, withdrawn_by=judgement.user_id
        ).first()
        if number
        else None
    )


def current_of(event: models.Event) -> int | None:
    """The same mention in the current reading of the article."""
    current = (
        models.Reading.objects.filter(article=event.reading.article_id, current=True).select_related("text").first()
    )
    found = counterpart(event, current) if current else None
    return found.pk if found else None


def _learn(value: Mapping[str, Any] | None) -> None:
    """Have rows for the entities of the lexicon that a correction names."""
    fields = given(value)
    claim = fields.get("claim")
    for party in (*fields.get("actors", ()), *fields.get("recipients", ()), *((claim.speaker,) if claim else ())):
        if party.entity:
            known.learn(party.entity)


def _audit(user: models.User, action: str, judgement: models.Judgement, **details: Any) -> None:
    noted(action, "judgement", judgement.pk, user, **{name: v for name, v in details.items() if v is not None})
