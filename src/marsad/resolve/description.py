"""Definite descriptions: «الوزير», «وزير الدفاع التركي», «الحركة», and a last name after the whole name.

A description goes back to the one whom the article has called by its head noun and by all its other words, or who
holds that office by the knowledge base. Where two fit, or none, it stays unresolved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from marsad.event.view import COMMAS, View
from marsad.lexicon.anaphora import AnaphoraWords
from marsad.lexicon.compile import DEMONYM
from marsad.lexicon.lexicon import NameEntry
from marsad.mention.agreement import agrees
from marsad.mention.item import Item
from marsad.mention.phrase import Phrase
from marsad.record import Mention, MentionKind
from marsad.resolve.entity import office_at
from marsad.span import Span
from marsad.text.fold import fold

DESCRIBED = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.GROUP})
LONE_SURNAME = "person:surname"  # the rule of a name that a stranger's full name has let be found
NOUNS = frozenset({"noun", "unknown", "demonym"})
NAMED_IN_FULL = 3  # words of a phrase that gives title, first and last name


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase as what it says of somebody. All words are folded and without article.

    ``words`` are those beside the head noun, ``nations`` those of them that are adjectives of nationality.
    """

    head: str
    words: frozenset[str]
    nations: frozenset[str]
    country: str | None


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody named before, by the mention that says most.

    ``heads`` are nouns that he is called by with further words, ``alone`` those by which he may be called without.
    """

    mention: Mention
    heads: frozenset[str]
    alone: frozenset[str]
    words: frozenset[str]
    surname: str = ""

    def fits(self, described: Description, former: frozenset[str]) -> bool:
        """Whether a description may mean him; whoever held an office before is not called by it alone.

        Where he was called by nothing more than the description itself, it would add nothing.
        """
        plain = described.words - described.nations
        head = described.head in (self.heads if plain else self.alone)
        country = described.country is None or described.country == self.mention.country
        more = self.mention.entity is not None or bool(self.words - described.words - {described.head})
        return head and country and more and plain <= self.words and self.words & former <= described.words


def bare(item: Item) -> str:
    """An item's folded word without conjunction, preposition and article."""
    word = item.token.folded[item.prefix :]
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def head_of(items: Sequence[Item]) -> int | None:
    """The place of the first noun, after a demonstrative («هذه الحركة»); ``None`` where a name or number comes first."""
    for at, item in enumerate(items):
        if item.tag != "particle":
            return at if item.tag in NOUNS else None
    return None


def describe_phrase(view: View, number: int) -> Description | None:
    """A definite noun phrase without a name of its own, as a description; ``None`` for any other phrase."""
    phrase = view.phrases[number]
    if not phrase.definite:
        return None
    items = view.items[phrase.start : phrase.stop]
    at = head_of(items)
    if at is None or items[at].pronoun:
        return None
    words, head = view.lexicon.anaphora, bare(items[at])
    if head not in words.persons and head not in words.bodies:
        return None
    rest = [item for item in items[at + 1 :] if item.tag != "mark"]
    if not rest and not items[at].article:
        return None
    if _qualifies(view, number) or _apposed(view, number, titled=bool(rest)):
        return None
    nations = {bare(item): view.lexicon.demonyms[r.entry] for item in rest if (r := item.of(DEMONYM))}
    said = counted([head, *map(bare, rest)]) - {head}
    if "بن" in said:  # a name in full, not a description
        return None
    return Description(head, said, frozenset(nations), next(reversed(nations.values()), None))


def _qualifies(view: View, number: int) -> bool:
    """«الجريمة المنظمة», «القوى المعارضة»: a definite word right after a definite noun may be its adjective.

    So it is after an event noun, and in the form of a feminine participle after any that it agrees with.
    """
    before, phrase = view.phrases[number - 1] if number else None, view.phrases[number]
    if before is None or before.kind not in ("event", "np") or phrase.conjunction or phrase.preposition:
        return False
    noun, item = view.items[before.stop - 1], view.items[phrase.start]
    participle = bare(item).startswith("م") and bare(item).endswith("ه") and agrees(noun, item)
    return noun.article and (before.kind == "event" or participle)


def _apposed(view: View, number: int, *, titled: bool) -> bool:
    """«فلان مستشار الملك», «وزير الخارجية، فلان، …»: an office beside the name of him who holds it.

    Right before a name without a comma a bare «الرئيس» may be the subject and the name the object; ``titled`` says that
    the office has further words.
    """
    phrase = view.phrases[number]
    before, after = _past_commas(view, number, -1), _past_commas(view, number, 1)
    apart = abs(after - number) > 1
    follows = not phrase.conjunction and not phrase.preposition and before >= 0 and _person(view, before)
    if titled and follows:
        return True
    joined = after < len(view.phrases) and view.bare(after) and not view.phrases[after].conjunction
    return joined and (titled or apart) and _person(view, after)


def _past_commas(view: View, number: int, step: int) -> int:
    """The next phrase in a direction that is no comma or dash."""
    number += step
    while 0 <= number < len(view.phrases) and view.item_of(number).token.text in COMMAS:
        number += step
    return number


def _person(view: View, number: int) -> bool:
    """A noun phrase that begins with a name, a title or two words that nobody knows; what it resolves to does not matter."""
    phrase = view.phrases[number]
    if phrase.kind != "np":
        return False
    first = view.items[phrase.start]
    entry = view.lexicon.word(first.word.entry) if first.word else None
    known = first.name is not None and view.lexicon.name(first.name.entry).kind == "person"
    unknown = [item.tag == "unknown" and not item.article for item in view.items[phrase.start : phrase.start + 2]]
    return known or (entry is not None and entry.role == "title") or (len(unknown) > 1 and all(unknown))


def counted(words: Sequence[str]) -> frozenset[str]:
    """The words, one that comes again with its number: «ولي ولي العهد» is not «ولي العهد»."""
    return frozenset(
        word if word not in words[:n] else f"{word} {words[:n].count(word) + 1}" for n, word in enumerate(words)
    )


def described(view: View, number: int, found: Mention | None, before: Known) -> Mention | None:
    """Whom a description means: the one of those ``before``, and of those earlier in the sentence, who fits."""
    description = describe_phrase(view, number)
    if description is None:
        return None
    known = Known()
    for referent in (*before.called(description.head), *referents(view, number)):
        known.add(referent)
    former = view.lexicon.anaphora.former
    fitting = [r for r in known.called(description.head) if r.fits(description, former)]
    if len(fitting) == 1 and _elsewhere(view, number, description, fitting[0]):
        return None
    return _meaning(view, number, found, fitting[0], "described_before") if len(fitting) == 1 else None


def _elsewhere(view: View, number: int, description: Description, referent: Referent) -> bool:
    """«مقاتلون موالون للرئيس اليمني ووحدات من الجيش»: a body where the sentence speaks of another country than its own."""
    if description.head not in view.lexicon.anaphora.bodies or referent.mention.country is None or description.nations:
        return False
    spoken = {m.country for n in range(number) if (m := view.mention(n)) is not None and m.country}
    return bool(spoken) and referent.mention.country not in spoken


def last_name(view: View, number: int, found: Mention | None, before: Known) -> Mention | None:
    """«الحداد» after «وزير النفط سامر الحداد»; a word that the lexicon knows only where it follows a verb."""
    phrase = view.phrases[number]
    item = view.items[phrase.start]
    after_verb = number > 0 and view.phrases[number - 1].kind == "verb" and not phrase.preposition
    other = found is not None and found.rule != LONE_SURNAME
    if other or phrase.stop - phrase.start > 1 or not (item.tag == "unknown" or after_verb):
        return None
    word = item.token.folded[item.prefix :]
    named = before.surnamed(word)
    return _meaning(view, number, found, named[0], "last_name") if len(named) == 1 else None


def _meaning(view: View, number: int, found: Mention | None, referent: Referent, rule: str) -> Mention:
    """The phrase as a mention of somebody named before, with the words that name him there."""
    meant = referent.mention
    return Mention(
        view.span(number),
        found.kind if found and found.kind in DESCRIBED else meant.kind,
        rule,
        view.item_of(number).span,
        meant.entity,
        f"named before: {meant.span.of(view.text)}",
        (found.country if found else None) or meant.country,
        meant.sector or (found.sector if found else None),
        antecedent=meant.span,
    )


# Those who may be meant


def referents(view: View, stop: int, seen: set[tuple[str, str | None]] | None = None) -> Iterator[Referent]:
    """Those whom the phrases before ``stop`` name, with what they may be called; those only referred to again left out.

    ``seen`` are the words that have been looked at before, each with its entity; they say nothing new.
    """
    words = view.lexicon.anaphora
    for number in view.noun_phrases:
        if number >= stop:
            break
        mention = view.mention(number)
        if mention is None or mention.antecedent is not None or (mention.entity or "").startswith("state:"):
            continue
        if seen is not None and _seen(mention.span.of(view.text), mention.entity, seen):
            continue
        phrase = view.phrases[number]
        items = view.items[phrase.start : phrase.stop]
        if mention.kind in DESCRIBED and (mention.entity is not None or _called(items, words)):
            yield _referent(view, phrase, mention)
        if mention.entity is None:
            yield from _inside(view, items)


def _seen(words: str, entity: str | None, seen: set[tuple[str, str | None]]) -> bool:
    known = (words, entity) in seen
    seen.add((words, entity))
    return known


def _called(items: Sequence[Item], words: AnaphoraWords) -> bool:
    """Whether a phrase calls somebody by a noun of the tables and says more of him than that."""
    at = head_of(items)
    if at is None or at + 1 >= len(items):
        return False
    head = bare(items[at])
    return head in words.persons or head in words.bodies


def _referent(view: View, phrase: Phrase, mention: Mention) -> Referent:
    items = view.items[phrase.start : phrase.stop]
    spoken = [bare(item) for item in items]
    titles = [spoken[n:] for n in _titles(items, view.lexicon.anaphora)]
    entry = next((view.lexicon.name(i.name.entry) for i in items if i.name and mention.entity), None)
    if entry is not None and entry.id == mention.entity:
        titles += _known_as(entry, view.published)
    return _made(view.lexicon.anaphora, mention, titles, spoken, _surname(items, mention))


def _inside(view: View, items: Sequence[Item]) -> Iterator[Referent]:
    """«مقاتلو تنظيم القاعدة»: a known body whose name stands inside a phrase."""
    for n, item in enumerate(items):
        if item.name is None or (n and items[n - 1].name is item.name):
            continue
        entry = view.lexicon.name(item.name.entry)
        if entry.kind in ("organisation", "group"):
            span = Span(item.span.start, view.items[item.name.stop - 1].token.span.stop)
            mention = Mention(span, MentionKind(entry.kind), "inner_name", None, entry.id, f"name:{entry.name}",
                              entry.country, entry.sector)  # fmt: skip
            yield _made(view.lexicon.anaphora, mention, _known_as(entry, view.published), [bare(item)], "")


def _made(
    words: AnaphoraWords, mention: Mention, titles: Sequence[Sequence[str]], spoken: Sequence[str], surname: str
) -> Referent:
    headed = [title for title in titles if title and (title[0] in words.persons or title[0] in words.bodies)]
    alone = {title[0] for title in headed if not words.persons.get(title[0], frozenset()) & set(title[1:2])}
    all_words = frozenset(word for title in (*headed, spoken) for word in counted(title))
    return Referent(mention, frozenset(title[0] for title in headed), frozenset(alone), all_words, surname)


def _titles(items: Sequence[Item], words: AnaphoraWords) -> Iterator[int]:
    """Where the nouns stand that somebody is called by: the head, and titles after it («ولي العهد … الأمير محمد»)."""
    at = head_of(items)
    for n, item in enumerate(items):
        complement = n > 0 and items[n - 1].tag == "noun" and not items[n - 1].article  # «نائب الرئيس»
        if n == at or (item.article and bare(item) in words.persons and not complement):
            yield n


def _known_as(entry: NameEntry, published: str | None) -> list[list[str]]:
    """A person's office at the article's date, a body's name: each as its words. Aliases have heads of too many kinds."""
    if entry.kind == "person":
        office, _ = office_at(entry, published)
        return [_words(office)] if office else []
    return [_words(entry.name)]


def _words(text: str) -> list[str]:
    folded = [fold(word) for word in text.split()]
    return [word[2:] if word.startswith("ال") and len(word) > 4 else word for word in folded]


def _surname(items: Sequence[Item], mention: Mention) -> str:
    """The last word of title, first and last name."""
    if mention.entity is not None or len(items) < NAMED_IN_FULL or mention.kind is MentionKind.ORGANISATION:
        return ""
    first, last = items[-2], items[-1]
    stranger = last.stranger is not None and last.stranger is first.stranger
    proper = stranger or (last.tag == "unknown" and last.article) or (first.tag == "unknown" and not first.article)
    return last.token.folded if proper and last.tag != "demonym" else ""


@dataclass(slots=True)
class Known:
    """Those whom an article has named so far, found by what they may be called."""

    by_entity: dict[str, Referent] = field(default_factory=dict)
    by_head: dict[str, list[Referent]] = field(default_factory=dict)  # those without an entity
    heads_of: dict[str, set[str]] = field(default_factory=dict)  # head → entities
    seen: set[tuple[str, str | None]] = field(default_factory=set)  # words that were looked at, with their entity
    by_surname: dict[str, dict[frozenset[str], Referent]] = field(default_factory=dict)  # surname → words → who

    def add(self, new: Referent) -> None:
        """Take somebody in, or what more is said of somebody known."""
        entity = new.mention.entity
        if entity:
            known = self.by_entity.get(entity)
            self.by_entity[entity] = joined(known, new) if known else new
            for head in new.heads:
                self.heads_of.setdefault(head, set()).add(entity)
            return
        same = next((other for head in new.heads for other in self.by_head.get(head, ()) if _same(other, new)), None)
        one = joined(same, new) if same else new
        if one.surname:
            bearers = self.by_surname.setdefault(one.surname, {})
            bearers.pop(same.words if same else one.words, None)
            bearers[one.words] = one
        for head in one.heads:
            others = [other for other in self.by_head.get(head, ()) if other is not same]
            self.by_head[head] = [*others, one]

    def called(self, head: str) -> list[Referent]:
        """All who may be called by a head noun, with further words or without."""
        entities = [self.by_entity[entity] for entity in self.heads_of.get(head, ())]
        return [*entities, *self.by_head.get(head, ())]

    def surnamed(self, surname: str) -> list[Referent]:
        """All with a last name, known to the base or not."""
        return list(self.by_surname.get(surname, {}).values())


def _same(known: Referent, new: Referent) -> bool:
    """Two without an entity who share a head: all words of the one are among those of the other, and no country differs."""
    nested = known.words <= new.words or new.words <= known.words
    return nested and len({known.mention.country, new.mention.country} - {None}) < 2


def joined(known: Referent, new: Referent) -> Referent:
    """One referent of two, by the longer mention."""
    fuller = max(known, new, key=lambda referent: referent.mention.span.stop - referent.mention.span.start)
    return replace(
        fuller,
        heads=known.heads | new.heads,
        alone=known.alone | new.alone,
        words=known.words | new.words,
        surname=known.surname or new.surname,
    )
