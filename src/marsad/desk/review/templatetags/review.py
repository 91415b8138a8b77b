"""Text of the page as exactly as offsets count it, and the state of an event's judgements wherever events are shown."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from marsad.desk.review.screen import NAMES, Said, words_of, words_said
from marsad.record import EventMention
from marsad.span import Span
from marsad.store.judged import FIELDS, WHOLE, Judged, State, Verdict, added_event, judged, standing
from marsad.store.models import Judgement
from marsad.store.restore import Kept

register = template.Library()
VERDICTS = {
    Verdict.ACCEPT: _("accepted"), Verdict.REJECT: _("rejected"), Verdict.CORRECT: _("corrected"), Verdict.ADD: _("added"),
}  # fmt: skip
STATES_NAMED = {
    State.UNJUDGED: _("not judged"), State.ACCEPTED: _("accepted"), State.REJECTED: _("rejected"),
    State.CORRECTED: _("corrected"), State.DISPUTED: _("disputed"), State.ADDED: _("added"),
}  # fmt: skip
STATES = "_review_states"  # on the request: the states of the events of the readings that were asked for


@register.filter
def exact(text: str) -> SafeString:
    """Escaped, with carriage returns kept: a browser would drop them, and count fewer code points than the archive."""
    return mark_safe(escape(text).replace("\r", "&#13;"))  # noqa: S308 - escaped just here


@register.filter
def field_name(field: str) -> str:
    """The name of a field in the page's language."""
    return str(NAMES[field])


@register.simple_tag(takes_context=True)
def judgements_of(context: dict[str, Any], row: int, kept: Any) -> dict[str, Judged]:
    """What the standing judgements of a shown article say of one of its events; one query an article."""
    readings = context["request"].__dict__.setdefault(STATES, {})
    if kept.reading not in readings:
        readings[kept.reading] = {event: judged(some) for event, some in standing([kept.reading]).of_event.items()}
    found: dict[str, Judged] = readings[kept.reading].get(row) or judged(())
    return found


@register.simple_tag
def judged_fields(states: dict[str, Judged], row: int, kept: Kept) -> list[tuple[str, Judged, tuple[Said, ...]]]:
    """The fields of an event that somebody judged by themselves, with what was said, and what holds where it is corrected."""
    event = kept.record.events[kept.events.index(row)]
    return [
        (field, one, words_said(one.judgements[-1], event, kept.record) if one.state is State.CORRECTED else ())
        for field in FIELDS
        if (one := states[field]).judgements
    ]


@register.simple_tag
def added_to(kept: Kept) -> list[tuple[Judgement, EventMention]]:
    """The events that people added to an article, with who did."""
    added = standing([kept.reading]).added.get(kept.reading, ())
    return [(judgement, added_event(judgement, kept.record, n)) for n, judgement in enumerate(added, 1)]


@register.filter
def added_fields(judgement: Judgement, kept: Kept) -> list[tuple[str, tuple[Said, ...]]]:
    """What an added event says beside its type, mode and status, in words."""
    event = added_event(judgement, kept.record, 1)
    return [(field, said) for field in FIELDS[3:] if (said := words_of(field, event, kept.record))]


@register.filter
def whole(states: dict[str, Judged]) -> Judged:
    """What was said of the event itself."""
    return states.get(WHOLE, Judged(State.UNJUDGED))


@register.filter
def verdict_name(verdict: str) -> str:
    """What a judgement says, in a word of the page's language."""
    return str(VERDICTS[Verdict(verdict)])


@register.filter
def state_name(state: State) -> str:
    """What all standing judgements say, in a word of the page's language."""
    return str(STATES_NAMED[state])


@register.filter
def figure(value: float | None) -> str:
    """A coefficient with two digits, ``—`` where there is none."""
    return "—" if value is None else f"{value:.2f}"


@register.filter
def unlocalized(value: float) -> str:
    """A number as an address has it."""
    return f"{value:g}"


@register.simple_tag
def words(kept: Kept, span: Span) -> str:
    """The words under a span of an article."""
    return span.of(kept.record.text)


@register.simple_tag
def sentence(kept: Kept, event: EventMention) -> str:
    """The sentence of an event."""
    return kept.record.sentences[event.sentence].span.of(kept.record.text)
