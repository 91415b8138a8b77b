"""The reader: the one object that runs the stages, on one page at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from marsad import __version__
from marsad.claim.across import stretches, whole
from marsad.claim.quotation import find_quotations
from marsad.claim.speech import Report, find_reports
from marsad.collector import collector_paused
from marsad.event.candidate import event_words, find_candidates
from marsad.event.context import find_contexts, with_contexts
from marsad.event.find import find_events
from marsad.event.people import names_people
from marsad.event.private import crime_page
from marsad.event.protest import with_protesters
from marsad.event.view import View
from marsad.lexicon.lexicon import NO_WORD, Form, Lexicon, load_lexicon
from marsad.mention.circumstance import Circumstances, Found, Scan, load_circumstances
from marsad.mention.item import itemize
from marsad.mention.name import NameMatch, find_names
from marsad.mention.phrase import chunk
from marsad.mention.proper.body import Bodies
from marsad.mention.proper.find import Finders, described, find_proper
from marsad.mention.proper.land import Lands
from marsad.mention.proper.material import Material
from marsad.mention.proper.person import PersonName, without_outgrown
from marsad.record import Article, BlockKind, EventMention, Page, Place, Sentence, Trace
from marsad.resolve.anaphora import Discourse
from marsad.resolve.candidate import Surroundings, meant_by
from marsad.resolve.context import in_context
from marsad.resolve.deed import by_deed
from marsad.resolve.entity import find_entities
from marsad.resolve.event import number_events
from marsad.resolve.place import Setting
from marsad.resolve.relation import find_relations, merge_relations
from marsad.resolve.stranger import SURNAME, Strangers, find_strangers, stranger_entities
from marsad.resolve.surname import NameIndex, article_names
from marsad.resolve.time import inherit_times
from marsad.text.clitic import written_forms
from marsad.text.sentence import segment
from marsad.trace import trace_page, trace_sentence

MIN_CONFIDENCE = 0.5  # where precision and recall balance on the development items (docs/decisions/0004)
QUIET_SHARE = 0.04  # share of quiet words that marks a page without politics
SOME_QUIET = 0.01  # … that makes politics less likely
FEW_COUNTRIES, SOME_COUNTRIES = 0.3, 1.0  # words for countries a sentence, on pages that are long enough to tell
LONG_PAGE = 4  # sentences


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence after the event stage: its view, reports and events."""

    view: View
    reports: Sequence[Report]
    events: Sequence[EventMention]


class Reader:
    """Reads pages into articles. Tables load once, at the first page; a reader may be shared by threads.

    ``lexicon`` names another lexicon folder than the packaged one; ``min_confidence``
    (0 to 1) drops events that are less likely than that.
    """

    def __init__(
        self, lexicon: Path | None = None, *, min_confidence: float = MIN_CONFIDENCE, trace: bool = False
    ) -> None:
        """Remember the settings; nothing is loaded yet. ``trace`` keeps every decision in :attr:`Article.trace`."""
        self._trace = trace
        self._folder = lexicon
        self._min_confidence = min_confidence
        self._lexicon: Lexicon | None = None
        self._circumstances: Circumstances | None = None
        self._material: Material | None = None
        self._finders: Finders | None = None

    @property
    def lexicon(self) -> Lexicon:
        """The compiled lexicon, loaded on first use."""
        if self._lexicon is None:
            self._lexicon = load_lexicon(self._folder)
        return self._lexicon

    @property
    def material(self) -> Material:
        """The lists of personal names, split on first use."""
        if self._material is None:
            self._material = Material(self.lexicon)
        return self._material

    @property
    def finders(self) -> Finders:
        """The finders of proper names, built on first use."""
        if self._finders is None:
            self._finders = Finders(Bodies(self.lexicon), Lands(self.lexicon, self.circumstances.gazetteer))
        return self._finders

    @property
    def circumstances(self) -> Circumstances:
        """The finders of times, numbers and places, loaded on first use."""
        if self._circumstances is None:
            self._circumstances = load_circumstances(self.lexicon)
        return self._circumstances

    def read(self, data: bytes | str, *, id: str = "", url: str | None = None, published: str | None = None) -> Article:
        """Read a page: HTML or plain text, as bytes or decoded.

        ``published`` (ISO date or time) overrules what the page says of itself.
        Raises :class:`marsad.errors.PageError` for what is no readable page.
        """
        from marsad.page import read_page

        return self.read_page(read_page(data, url=url, published=published), id=id)

    def read_page(self, page: Page, *, id: str = "") -> Article:
        """Run all stages after *page* on a page."""
        with collector_paused():
            return self._read_page(page, id)

    def readings(self, page: Page) -> list[Reading]:
        """Each sentence of a page after the event stage, whatever the confidence of its events."""
        sentences = segment(page)
        return self._read_sentences(sentences, self.survey(page, sentences))

    def _read_page(self, page: Page, id: str) -> Article:
        sentences = segment(page)
        surveyed = self.survey(page, sentences)
        readings = self._read_sentences(sentences, surveyed)
        views = [reading.view for reading in readings]
        proper = [list(find_proper(view, self.finders)) for view in views]
        contexts = find_contexts(sentences, self.lexicon.contexts, quiet=surveyed.facts["quiet_page"])
        events = [e for r in readings for e in r.events if e.confidence >= self._min_confidence]
        headlines = {s.index for s in sentences if s.block in surveyed.headlines}
        numbered = number_events(with_contexts(events, contexts, sentences), page.text, headlines)
        return Article(
            id=id,
            page=page,
            sentences=sentences,
            entities=(
                *find_entities(views, self.lexicon),
                *stranger_entities(
                    (mention for names in proper for mention in names), page.text, surveyed.strangers.full
                ),
            ),
            events=by_deed(inherit_times(in_context(numbered, views, self.lexicon), headlines)),
            relations=merge_relations([relation for view in views for relation in find_relations(view)]),
            quotations=tuple(
                whole(
                    (q for reading in readings for q in find_quotations(reading.view, reading.reports)),
                    stretches(sentences),
                    sentences,
                )
            ),
            mentions=tuple(m for view, names in zip(views, proper, strict=True) for m in (*described(view), *names)),
            contexts=contexts,
            trace=self._trace_of(page, readings) if self._trace else (),
            versions=self.versions,
        )

    @property
    def versions(self) -> dict[str, str]:
        """The code and the lexicon that a reading is made by."""
        return {"marsad": __version__, "lexicon": self.lexicon.fingerprint}

    def survey(self, page: Page, sentences: Sequence[Sentence]) -> Survey:
        """What the whole page tells each of its sentences, before any of them is read."""
        return survey(page, sentences, self.lexicon, self.material, self.circumstances)

    def places(self, page: Page) -> list[tuple[Sentence, tuple[Place, ...]]]:
        """Each sentence of a page with the places named in it, resolved in view of the whole page."""
        sentences = segment(page)
        found = self.survey(page, sentences)
        return [(s, self.circumstances.resolve(s, found.scans[s.index], found.setting).places) for s in sentences]

    @staticmethod
    def _trace_of(page: Page, readings: Sequence[Reading]) -> tuple[Trace, ...]:
        found = [*trace_page(page)]
        for reading in readings:
            found += trace_sentence(reading.view, reading.reports, reading.events)
        return tuple(found)

    def _read_sentences(self, sentences: Sequence[Sentence], survey: Survey) -> list[Reading]:
        """Each sentence in turn, with whom those before it have named."""
        readings: list[Reading] = []
        earlier = Discourse(over=stretches(sentences))
        for sentence in sentences:
            readings.append(self._read_sentence(sentence, survey, earlier))
            earlier.hear(readings[-1].view, readings[-1].reports)
        earlier.last = None  # it knows the discourse in turn; without a cycle all is freed with the article
        return readings

    def _read_sentence(self, sentence: Sentence, survey: Survey, earlier: Discourse) -> Reading:
        lexicon = self.lexicon
        matches = survey.matches[sentence.index]
        if not survey.written.isdisjoint([token.folded for token in sentence.tokens]):
            matches = find_names(sentence.tokens, lexicon, survey.names)
            matches = without_outgrown(sentence.tokens, matches, self.material)
        if survey.meant:
            matches = [match._replace(entry=survey.meant.get(match.entry, match.entry)) for match in matches]
        found = self.circumstances.resolve(sentence, survey.scans[sentence.index], survey.setting)
        persons = _apart(survey.strangers.names[sentence.index], sentence, found)
        found = found.without([person.span(sentence.tokens) for person in persons])
        items = itemize(sentence, lexicon, matches, found.timed, found.counted, found.named, persons)
        candidates = find_candidates(items, lexicon)
        people = {c.item for c in candidates if names_people(c, items[c.item], lexicon)}
        phrases = chunk(items, lexicon, event_words([c for c in candidates if c.item not in people]))
        view = View(
            sentence, survey.text, items, phrases, lexicon, survey.published, found.times, found.quantities, found.places,
            earlier=earlier, matched=frozenset(c.item for c in candidates),
        )  # fmt: skip
        reports = find_reports(view)
        facts = {**survey.facts, "headline": sentence.block in survey.headlines}
        return Reading(
            view,
            reports,
            tuple(find_events(view, with_protesters(view, candidates), reports, lexicon.confidence, facts)),
        )


@dataclass(frozen=True, slots=True)
class Survey:
    """What the whole page tells each sentence."""

    text: str
    published: str | None
    matches: Sequence[list[NameMatch]]  # the lexicon's names in each sentence
    names: NameIndex  # short names that the article itself introduces
    written: frozenset[str]  # what their first words may be written as
    meant: Mapping[int, int]  # name that several bear → the one that the article means
    strangers: Strangers
    scans: Sequence[Scan]  # the times, numbers and place expressions of each sentence
    setting: Setting  # where the article is set
    facts: Mapping[str, bool]
    headlines: frozenset[int]  # numbers of the blocks that are headlines


def survey(
    page: Page, sentences: Sequence[Sentence], lexicon: Lexicon, material: Material, circumstances: Circumstances
) -> Survey:
    """Look over a page before its sentences are read."""
    found = (find_names(sentence.tokens, lexicon) for sentence in sentences)
    matches = [without_outgrown(s.tokens, names, material) for s, names in zip(sentences, found, strict=True)]
    forms = [[lexicon.forms[token.text] for token in sentence.tokens] for sentence in sentences]
    named = [match for found in matches for match in found]
    published = page.published.value if page.published else None
    countries = mentioned_countries(forms, named, lexicon)
    spoken_of = frozenset(countries)
    scans = [circumstances.scan(sentence, published, spoken_of) for sentence in sentences]
    names = article_names(named, lexicon)
    return Survey(
        page.text,
        published,
        matches,
        names,
        frozenset(form for first in names for form in written_forms(first)),
        meant_by(named, Surroundings(published, spoken_of), lexicon),
        find_strangers(sentences, matches, material),
        scans,
        circumstances.setting(scans, Counter(countries)),
        page_facts(
            forms,
            len(countries),
            len({t.text for s in sentences for t in s.tokens if "crime" in lexicon.clues_of[t.text]}),
        ),
        frozenset(n for n, block in enumerate(page.blocks) if block.kind is BlockKind.HEADLINE),
    )


def _apart(persons: Sequence[PersonName], sentence: Sentence, found: Found) -> list[PersonName]:
    """The names of persons that are no part of a time («رمضان») and no place («خان يونس»)."""
    return [
        p
        for p in persons
        if p.start not in found.timed
        and not found.yields(p.span(sentence.tokens), single=p.stop == p.start + 1 and p.rule != SURNAME)
    ]


def mentioned_countries(forms: Sequence[Sequence[Form]], named: Iterable[NameMatch], lexicon: Lexicon) -> list[str]:
    """The countries that an article speaks of, one for each nationality adjective and each name in it.

    ``forms`` are those of the words of each sentence.
    """
    national = [lexicon.demonyms[form.demonyms[0]] for found in forms for form in found if form.demonyms]
    entries = (lexicon.name(match.entry) for match in named)
    return national + [entry.country for entry in entries if entry.country]


def page_facts(forms: Sequence[Sequence[Form]], countries: int = 0, crimes: int = 0) -> dict[str, bool]:
    """What the page as a whole is about, as features of each event's confidence.

    ``forms`` are those of the words of each sentence; ``countries``: how often the page names one; ``crimes``:
    how many different words of it speak of crime.
    """
    words = [form for found in forms for form in found if form is not NO_WORD]
    quiet = sum([form.quiet for form in words])
    share, named = quiet / max(len(words), 25), countries / max(1, len(forms))
    long = len(forms) >= LONG_PAGE
    return {
        "quiet_page": share > QUIET_SHARE,
        "quiet_long_page": long and share > QUIET_SHARE,
        "some_quiet": long and SOME_QUIET < share <= QUIET_SHARE,
        "few_countries": long and named < FEW_COUNTRIES,
        "crime_page": crime_page(crimes, len(forms)),
        "some_countries": long and FEW_COUNTRIES <= named < SOME_COUNTRIES,
    }
