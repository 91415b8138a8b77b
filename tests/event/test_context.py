"""What an article is about: every example of the vocabulary, how much is enough, and what events get."""

import pytest

from marsad.event.context import ENOUGH, QUIET_TIMES, WORDS_A_POINT, find_contexts
from marsad.lexicon.context import read_contexts
from marsad.lexicon.source import lexicon_dir
from marsad.page import read_sentences
from marsad.view.label import LABELS

ENTRIES = read_contexts(lexicon_dir())
EXAMPLES = [(entry.name, text) for entry in ENTRIES for text in entry.examples]
COUNTERS = [(entry.name, text) for entry in ENTRIES for text in entry.counters]
QUIET = "كان البحر ساكنا هذا الصباح."
ELECTION = "توجه الناخبون إلى مراكز الاقتراع."


@pytest.fixture(scope="module")
def contexts(reader):
    """Name → context of an article."""

    def of(*sentences):
        return {c.name: c for c in reader.read_page(read_sentences(list(sentences), published="2021-03-10")).contexts}

    return of


@pytest.mark.parametrize(("name", "text"), EXAMPLES, ids=[f"{name}/{n}" for n, (name, _) in enumerate(EXAMPLES)])
def test_example(contexts, name, text):
    found = contexts(text)[name]
    assert found.score >= ENOUGH
    assert len(found.spans) > 1
    assert all(span.of(text).strip() == span.of(text) != "" for span in found.spans)


@pytest.mark.parametrize(("name", "text"), COUNTERS, ids=[f"{name}/{n}" for n, (name, _) in enumerate(COUNTERS)])
def test_counter_example(contexts, name, text):
    assert name not in contexts(text)


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.name for entry in ENTRIES])
def test_every_context_has_a_label(entry):
    assert all(LABELS[f"context {entry.name}"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("وبالأسلحة الكيماوية والسلاح الكيماوي قصفوا البلدة.", ["وبالأسلحة الكيماوية", "والسلاح الكيماوي"]),
        ("أفرج عن طالبي اللجوء ورفض طلب لجوء آخر.", ["طالبي اللجوء", "طلب لجوء"]),
        ("عاد اللاجئون والنازحات إلى مخيماتهم.", ["اللاجئون", "والنازحات", "مخيماتهم"]),
        ("انتخابيا وانتخابية وانتخاباتهم وللناخبين.", ["انتخابيا", "وانتخابية", "وانتخاباتهم", "وللناخبين"]),
    ],
)
def test_words_are_found_in_all_their_forms(contexts, text, words):
    found = max(contexts(text).values(), key=lambda context: context.score)
    assert [span.of(text) for span in found.spans] == words


def test_the_longest_phrase_covers_its_words(contexts):
    found = contexts("دعت منظمات حقوقية إلى احترام حقوق الإنسان وحقوق الإنسان.")["human_rights"]
    assert len(found.spans) == 3


@pytest.mark.parametrize(
    "sentences",
    [(QUIET,), ("زار الوفد البرلمان.",), ("قال الطبيب إن المريض يتلقى العلاج.",)],
    ids=["nothing", "one mention", "hints alone"],
)
def test_too_little_is_nothing(contexts, sentences):
    assert contexts(*sentences) == {}


def test_one_word_counts_twice_at_most(contexts):
    assert contexts(*["زار الوفد البرلمان."] * 5)["legislative"].score == 4


def test_a_long_article_needs_more(contexts):
    words = len(QUIET.rstrip(".").split()) + 1
    enough = contexts(ELECTION)["election"].score
    assert "election" in contexts(ELECTION, *[QUIET] * (WORDS_A_POINT // words))
    assert "election" not in contexts(ELECTION, *[QUIET] * ((enough - ENOUGH + 1) * WORDS_A_POINT // words))


def test_a_quiet_page_needs_twice_as_much(reader):
    page = read_sentences([ELECTION])
    sentences = reader.read_page(page).sentences
    score = find_contexts(sentences, reader.lexicon.contexts)[0].score
    assert ENOUGH <= score < QUIET_TIMES * ENOUGH
    assert find_contexts(sentences, reader.lexicon.contexts, quiet=True) == ()


def test_what_is_said_more_exactly_is_not_said_again(contexts):
    found = contexts("فككت الشرطة عصابة لتهريب المخدرات وضبطت الهيروين.", "وقالت إن الجريمة والعصابات في ازدياد.")
    assert "illegal_drugs" in found
    assert "crime" not in found


def test_contexts_come_with_most_points_first(reader):
    text = "بحث البرلمان مشروع القانون مع نواب الكتلة البرلمانية بعد الانتخابات وفوز المرشح."
    scores = [context.score for context in reader.read_page(read_sentences([text])).contexts]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)


def test_an_event_has_what_its_sentence_has_words_of(reader):
    raid = "قصف الجيش السوري جوبر."
    vote = "واتهم المرشح الحكومة بتزوير الانتخابات وشراء أصوات الناخبين."
    article = reader.read_page(read_sentences([raid, vote, "وتدرب الجيش على المناورات."], published="2021-03-10"))
    by_type = {event.type: event for event in article.events}
    assert [context.name for context in by_type["ASSAULT"].contexts] == ["military"]
    assert [context.name for context in by_type["ACCUSE"].contexts] == ["election"]
    for event in by_type.values():
        within = article.sentences[event.sentence].span
        assert all(within.covers(span) for context in event.contexts for span in context.spans)


def test_a_mode_brings_its_context(reader):
    article = reader.read_page(read_sentences(["شن قراصنة هجوما إلكترونيا على المصرف."]))
    event = next(event for event in article.events if event.mode == "cyber")
    [cyber] = [context for context in event.contexts if context.name == "cyber"]
    assert cyber.rule == "mode"
