"""All that an article says of one event, brought together."""

import pytest

from marsad.page import read_page
from marsad.record import EventMention
from marsad.resolve.merge import merge_events
from marsad.span import Span

HEADLINE = "مقتل 12 شخصا في غارة شمالي اليمن"
LEAD = "قالت مصادر طبية إن 12 شخصا على الأقل قتلوا في غارة شنتها طائرات التحالف على سوق في محافظة صعدة يوم الاثنين."
DENIAL = "ونفى المتحدث باسم التحالف قصف السوق."


@pytest.fixture(scope="module")
def merged(reader):
    """An article and the event that its first mention belongs to."""

    def of(headline, *body):
        article = reader.read_page(read_page(f"{headline}\n\n{' '.join(body)}", published="2021-03-10"))
        return article, article.merged_events[0]

    return of


def words(article, *sourced):
    return [value.span.of(article.text) for value in sourced]


def test_each_field_has_its_best_value_and_the_mention_that_gives_it(merged):
    article, event = merged(HEADLINE, LEAD)
    assert event.mentions == (0, 1)
    assert [trigger.of(article.text) for trigger in event.triggers] == ["غارة", "غارة"]
    assert (words(article, *event.actors), event.actors[0].mention) == (["طائرات التحالف"], 1)
    assert (words(article, event.place), event.place.mention) == (["محافظة صعدة"], 1)
    assert (event.time.value.value, event.time.mention) == ("2021-03-08", 1)
    assert (words(article, *event.casualties), event.casualties[0].mention) == (["12"], 0)
    assert (event.mode.value, event.status.value) == ("aerial", "fact")
    assert event.confidence == max(mention.confidence for mention in article.events[:2])
    assert event.contradictions == ()


def test_all_claims_are_kept_and_what_the_outlet_tells_itself(merged):
    _, event = merged(HEADLINE, LEAD, DENIAL)
    assert [(c.value.speaker.text, c.value.stance, c.mention) for c in event.claims] == [
        ("مصادر طبية", "asserts", 1),
        ("المتحدث باسم التحالف", "denies", 2),
    ]
    assert event.unattributed == (0,)
    (contradiction,) = event.contradictions
    assert contradiction.field == "status"
    assert [(value.value, value.mention) for value in contradiction.values] == [("fact", 0), ("negated", 2)]
    assert event.status.value == "fact"


def test_a_denial_alone_stays_a_denial(merged):
    _, event = merged("البحر هادئ", DENIAL)
    assert (event.status.value, event.contradictions) == ("negated", ())


def test_tolls_that_exclude_each_other_are_all_kept(merged):
    article, event = merged(
        "هجوم في ديالى",
        "قتل 12 شخصا في هجوم شنه مسلحون على قرية في ديالى، بحسب الشرطة.",
        "وقال مصدر طبي إن 15 شخصا قتلوا في الهجوم.",
    )
    assert [c.value.quantity.least for c in event.casualties] == [12, 15]
    (contradiction,) = event.contradictions
    assert (contradiction.field, words(article, *contradiction.values)) == ("killed", ["12", "15"])


def test_counts_that_fit_are_one_and_the_most_exact_is_taken(merged):
    _, event = merged(HEADLINE, LEAD)
    assert [(c.value.quantity.least, c.value.quantity.most) for c in event.casualties] == [(12, 12)]


def test_two_counts_of_one_mention_are_no_contradiction(merged):
    _, event = merged("هجوم في ديالى", "قتل أربعة مدنيين وجندي في هجوم شنه مسلحون على قرية في ديالى.")
    assert event.contradictions == ()


def test_days_that_exclude_each_other_are_shown(merged):
    _, event = merged(
        "هجوم على مسجد",
        "قالت الشرطة إن مسلحين هاجموا المسجد الاثنين.",
        "لكن إمام المسجد قال إن الهجوم وقع الأحد.",
    )
    found = {c.field: [value.value.value for value in c.values] for c in event.contradictions}
    assert found == {"time": ["2021-03-08", "2021-03-07"]}


def test_an_event_told_once_is_its_mention(reader):
    article = reader.read_page(read_page("قصف الجيش السوري سوقا في حلب أمس.", published="2021-03-10"))
    (event,), (mention,) = article.merged_events, article.events
    assert [p.value for p in event.actors] == list(mention.actors)
    assert (event.place.value, event.time.value, event.type) == (mention.place, mention.time, mention.type)


def test_no_mentions_no_events():
    assert merge_events(()) == ()


def test_events_stand_in_the_order_of_their_first_mention():
    mentions = [EventMention(n, n, "AID", None, Span(0, 1), "أغاث", "fact", 0.9) for n in (1, 2, 1)]
    assert [(event.number, event.mentions) for event in merge_events(mentions)] == [(1, (0, 2)), (2, (1,))]
