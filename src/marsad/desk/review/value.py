"""A correction as it is posted, checked against the text and the ontology, and made a value that an archive keeps."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from marsad.desk.review import known
from marsad.errors import ArchiveError
from marsad.export.nested import plain
from marsad.mention.time.value import shape_of
from marsad.ontology.plover import MODES, SECTORS, STATUSES, TYPES
from marsad.record import Casualty, Claim, EventMention, MentionKind, Participant, Place, Quantity, Time
from marsad.span import Span
from marsad.store.judged import EMPTY, FIELDS, RULE, known_key, parties
from marsad.store.models.event import STANCES
from marsad.store.rows import LARGEST, WRITTEN_DAY, first_day

OUTCOMES = ("killed", "injured", "arrested", "abducted", "missing", "displaced")
MANY = {"actors": 12, "recipients": 12, "casualties": 8}  # rows that a field may have
LONGEST = 1000  # code points of a span that names somebody
NOTE = 2000  # code points
NTH = re.compile(r"(?s)(.*?)\s*#\s*(\d{1,3})\s*")  # «قصف #2»: the second of several
Posted = Mapping[str, str]


class Refused(ArchiveError):
    """A judgement that cannot be kept; the message says why, in the reader's language."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a correction is checked against.

    ``sentence`` and ``block`` are the spans of the event's sentence and of the stretch of the page around it: words that
    are given without a place are looked for there. ``type`` is the event's, ``event`` what is shown of it.
    """

    text: str
    sentence: Span
    block: Span
    type: str
    event: EventMention | None = None


def read_value(field: str, posted: Posted, ground: Ground) -> dict[str, Any]:
    """The correction of a field. Raises :class:`Refused` for what is not in the text or not in the ontology."""
    if field not in FIELDS:
        raise Refused(_("There is no such field."))
    return {field: plain(READ[field](posted, ground))}


def _type(posted: Posted, ground: Ground) -> str:
    return _one_of(posted.get("type", ""), TYPES, _("Choose one of the types."))


def _mode(posted: Posted, ground: Ground) -> str | None:
    mode = posted.get("mode", "")
    return _one_of(mode, MODES[ground.type], _("This mode is none of the event's type.")) if mode else None


def _status(posted: Posted, ground: Ground) -> str:
    return _one_of(posted.get("status", ""), STATUSES, _("Choose one of the statuses."))


def _one_of(value: str, known_ones: tuple[str, ...], otherwise: str) -> str:
    if value not in known_ones:
        raise Refused(otherwise)
    return value


def span_of(name: str, posted: Posted, ground: Ground, *, within: Span | None = None) -> Span | None:
    """The span posted as ``NAME-start`` and ``NAME-stop``, or as ``NAME-words`` that stand in the paragraph.

    Words win where they are others than those of the span, for then a person typed them. ``None`` where nothing is given.
    """
    words = posted.get(f"{name}-words", "").strip()
    start, stop = (posted.get(f"{name}-{end}", "").strip() for end in ("start", "stop"))
    if start or stop:
        span = _marked(start, stop, within or Span(0, len(ground.text)), ground.text)
        if not words or " ".join(words.split()) == " ".join(span.of(ground.text).split()):
            return span
    return _found(words, ground) if words else None


def _marked(start: str, stop: str, within: Span, text: str) -> Span:
    if not all(re.fullmatch("[0-9]{1,9}", end) for end in (start, stop)):
        raise Refused(_("The mark is not in the text."))
    span = Span(int(start), int(stop))
    if not (span.start < span.stop and within.covers(span)):
        raise Refused(_("The mark is not in the text."))
    words = span.of(text)
    trimmed = span.start + len(words) - len(words.lstrip())
    span = Span(trimmed, max(trimmed, span.stop - len(words) + len(words.rstrip())))
    if span.start == span.stop or span.stop - span.start > LONGEST:
        raise Refused(_("Mark some words, and not whole paragraphs."))
    return span


def _found(words: str, ground: Ground) -> Span:
    """Where words stand: in the sentence, else in the paragraph. ``#2`` behind them means the second place."""
    numbered = NTH.fullmatch(words)
    words, nth = (numbered[1], int(numbered[2])) if numbered else (words, 0)
    pattern = r"\s+".join(map(re.escape, words.split()))
    for around in (ground.sentence, ground.block):
        spans = (
            [Span(*m.span()).shift(around.start) for m in re.finditer(pattern, around.of(ground.text))]
            if pattern
            else []
        )
        if len(spans) == 1 or 0 < nth <= len(spans):
            return spans[max(nth, 1) - 1]
        if len(spans) > 1:
            raise Refused(
                _("“%(words)s” stands there %(n)d times: write which one behind it, as #2.")
                % {"words": words, "n": len(spans)}
            )
    raise Refused(
        _("“%(words)s” does not stand in this paragraph: copy the words as they are written.") % {"words": words}
    )


def _parties(field: str) -> Callable[[Posted, Ground], tuple[Participant, ...]]:
    def read(posted: Posted, ground: Ground) -> tuple[Participant, ...]:
        found = (_party(f"{field}-{n}", posted, ground) for n in _rows(field, posted))
        parties = {party.span: party for party in found if party}
        return tuple(parties[span] for span in sorted(parties))

    return read


def _rows(field: str, posted: Posted) -> list[int]:
    """The numbers of the rows that are posted and not taken away."""
    return [n for n in range(MANY[field]) if not posted.get(f"{field}-{n}-remove")]


def _party(name: str, posted: Posted, ground: Ground) -> Participant | None:
    span = span_of(name, posted, ground)
    if span is None:
        return None
    key, country, sector = (posted.get(f"{name}-{part}", "").strip() for part in ("entity", "country", "sector"))
    same = _unchanged(span, (key, country.upper(), sector.upper()), ground)
    if same is not None:
        return same
    entity = known.entity(key) if key else None
    if key and entity is None:
        raise Refused(_("Nobody is known under %(key)s.") % {"key": key})
    country = country.upper() or (entity.country if entity else None) or ""
    sector = sector.upper() or (entity.sector if entity else None) or ""
    if country and not known.is_country(country):
        raise Refused(_("%(code)s is no country's code of three letters, as SYR.") % {"code": country})
    if sector and sector not in SECTORS:
        raise Refused(_("%(code)s is no sector, as MIL or GOV.") % {"code": sector})
    kind = MentionKind(entity.kind) if entity else None
    return Participant(
        span, span.of(ground.text), RULE, kind, key or None, country or None, sector or None, RULE if key else None
    )


def _unchanged(span: Span, given: tuple[str, str, str], ground: Ground) -> Participant | None:
    """The party that is shown on these words, where nothing else is said of it: it keeps its rule and reasons."""
    for party in parties(ground.event) if ground.event else ():
        if party.span == span and (known_key(party) or "", party.country or "", party.sector or "") == given:
            return replace(party, entity=known_key(party))
    return None


def _place(posted: Posted, ground: Ground) -> Place | None:
    span = span_of("place", posted, ground)
    key = posted.get("place-key", "").strip()
    if span is None:
        return None
    if not key:
        return Place(span, RULE)
    shown = ground.event.place if ground.event else None
    if shown and shown.id == key:  # the same place, which may be one that the gazetteer reckoned («شمالي …»)
        return shown if shown.span == span else replace(shown, span=span, rule=RULE, reason=RULE)
    chosen = known.place(key, span.of(ground.text))
    if chosen is None:
        raise Refused(_("The gazetteer has no place %(key)s.") % {"key": key})
    return Place(
        span, RULE, chosen.id, chosen.name, chosen.name_en, chosen.country, chosen.latitude, chosen.longitude,
        chosen.precision, RULE, len(known.places(span.of(ground.text))),
    )  # fmt: skip


def _time(posted: Posted, ground: Ground) -> Time | None:
    span = span_of("time", posted, ground)
    if span is None:
        return None
    value = posted.get("time-value", "").strip()
    if not value:
        return Time(span, RULE)
    if not WRITTEN_DAY.fullmatch(value) or first_day(value) is None:
        raise Refused(_("%(value)s is no date: write it as 2020-07-04, 2020-07 or 2020.") % {"value": value})
    shape = shape_of(value)
    return Time(span, RULE, value, shape.start, shape.stop, precision=shape.precision)


def _claim(posted: Posted, ground: Ground) -> Claim | None:
    """Who says it. Where no word of saying is marked, the machine's holds, or else the speaker's own words."""
    speaker = _party("claim", posted, ground)
    if speaker is None:
        return None
    stance = _one_of(posted.get("claim-stance", "asserts"), STANCES, _("Choose how it is said."))
    machine = ground.event.claim if ground.event else None
    cue = span_of("cue", posted, ground) or (machine.cue if machine else speaker.span)
    return Claim(speaker, cue, stance, bool(machine and machine.quoted), RULE)


def _casualties(posted: Posted, ground: Ground) -> tuple[Casualty, ...]:
    found = (_casualty(f"casualties-{n}", posted, ground) for n in _rows("casualties", posted))
    return tuple(casualty for casualty in found if casualty)


def _casualty(name: str, posted: Posted, ground: Ground) -> Casualty | None:
    span = span_of(name, posted, ground)
    if span is None:
        return None
    outcome = _one_of(posted.get(f"{name}-outcome", ""), OUTCOMES, _("Choose what befell those counted."))
    least, most = (_count(posted.get(f"{name}-{end}", "").strip()) for end in ("least", "most"))
    if least is None:
        raise Refused(_("Write how many, in digits."))
    if posted.get(f"{name}-open"):
        return Casualty(outcome, Quantity(span, least, None, RULE), RULE)
    if most is not None and most < least:
        raise Refused(_("At most %(most)d is less than at least %(least)d.") % {"most": most, "least": least})
    return Casualty(outcome, Quantity(span, least, least if most is None else most, RULE), RULE)


def _count(written: str) -> int | None:
    if not written:
        return None
    if not (written.isdecimal() and int(written) <= LARGEST):
        raise Refused(_("“%(written)s” is no count: write digits.") % {"written": written})
    return int(written)


READ: dict[str, Callable[[Posted, Ground], Any]] = {
    "type": _type, "mode": _mode, "status": _status, "actors": _parties("actors"), "recipients": _parties("recipients"),
    "place": _place, "time": _time, "claim": _claim, "casualties": _casualties,
}  # fmt: skip


def read_added(posted: Posted, ground: Ground) -> tuple[Span, dict[str, Any]]:
    """The words of an event that the machine missed, and all that is given of it."""
    trigger = span_of("trigger", posted, ground)
    if trigger is None:
        raise Refused(_("Mark the words that name the event."))
    kind = _type(posted, ground)
    ground = Ground(ground.text, ground.sentence, ground.block, kind)
    value = {field: plain(READ[field](posted, ground)) for field in FIELDS}
    return trigger, {name: given for name, given in value.items() if given not in ([], None) or name not in EMPTY}


def note_of(posted: Posted) -> str:
    """The note. Raises :class:`Refused` for a long one, rather than cut it."""
    note = posted.get("note", "").strip().replace("\0", "")
    if len(note) > NOTE:
        raise Refused(_("The note has more than %(most)d letters.") % {"most": NOTE})
    return note
