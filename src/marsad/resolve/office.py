"""Offices that a text says a person holds or held: by the title before the name, or after it in apposition."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from marsad.event.roles.party import participant_of
from marsad.event.view import COMMAS, View
from marsad.lexicon.compile import WORD
from marsad.lexicon.lexicon import WordEntry
from marsad.mention.item import Item
from marsad.record import Mention, MentionKind, Participant, Relation, Time
from marsad.span import Span

OFFICES = frozenset({"field", "body", "none"})  # what titles of an office take; those before a bare name are ranks
FAR = 10  # items between the words of a relation and the time that it began


def held_offices(view: View) -> Iterator[Relation]:
    """«وزير الدفاع التركي خلوصي أكار», «خلوصي أكار، وزير الدفاع التركي»: a known person and the office beside the name."""
    for number in view.noun_phrases:
        phrase, mention = view.phrases[number], view.mention(number)
        if mention is None or mention.kind is not MentionKind.PERSON or mention.entity is None:
            continue
        name = next((n for n in range(phrase.start, phrase.stop) if view.items[n].tag == "name"), phrase.stop)
        if mention.rule == "titled_person" and _title(view, view.items[phrase.start]):
            words = Span(view.span(number).start, view.items[name - 1].token.span.stop)
            named = Span(view.items[name].span.start, view.span(number).stop)
            yield _held(view, mention, named, words, "title_before_name")
        elif mention.rule == "bare_name" and (after := _apposed_office(view, number)) is not None:
            yield _held(view, mention, view.span(number), view.span(after), "title_after_name")


def _apposed_office(view: View, number: int) -> int | None:
    """The office right after a name, past a comma; its phrase names nobody else."""
    after = number + 1
    if after < len(view.phrases) and view.item_of(after).token.text in COMMAS:
        after += 1
    if after >= len(view.phrases) or view.phrases[after].kind != "np":
        return None
    phrase, mention = view.phrases[after], view.mention(after)
    other = mention is not None and mention.rule in ("titled_person", "bare_name")
    apart = phrase.preposition or phrase.conjunction or other
    return after if not apart and _title(view, view.items[phrase.start]) else None


def _title(view: View, item: Item) -> WordEntry | None:
    """The title of an office that an item is."""
    entries = (view.lexicon.word(reading.entry) for reading in item.readings if reading.cls == WORD)
    return next((e for e in entries if e.role == "title" and e.takes in OFFICES and e.sector), None)


def _held(view: View, mention: Mention, named: Span, words: Span, rule: str) -> Relation:
    past = any(item.token.folded.removeprefix("ال") in view.lexicon.former for item in _items(view, words))
    kind = "held-office" if past else "holds-office"
    post = Participant(words, words.of(view.text), f"office:{rule}", None, None, mention.country, mention.sector)
    person = participant_of(view, replace(mention, span=named), rule)
    return Relation(kind, (person,), post, (words,), view.sentence.index, rule, time_near(view, words))


def _items(view: View, span: Span) -> list[Item]:
    return [view.items[number] for number in view.items_under(span)]


def is_office(view: View, number: int, objects: Collection[str]) -> bool:
    """Whether a phrase is an office by its title or by one of the folded nouns ``objects`` («منصب»، «رئاسة»)."""
    item = view.items[view.phrases[number].start]
    return bool(item.stems & set(objects)) or _title(view, item) is not None


def office_party(view: View, number: int) -> Participant:
    """The words of a phrase as an office."""
    span = view.span(number)
    mention = view.mention(number)
    country, sector = (mention.country, mention.sector) if mention else (None, None)
    return Participant(span, span.of(view.text), "office:object", None, None, country, sector)


def time_near(view: View, words: Span) -> Time | None:
    """The one time of the sentence that stands near the words of a relation; none where there are several."""
    if len(view.times) != 1:
        return None
    (time,) = view.times
    here, there = view.items_under(words), view.items_under(time.span)
    close = bool(here) and bool(there) and min(abs(here[-1] - there[0]), abs(there[-1] - here[0])) <= FAR
    return time if close else None
