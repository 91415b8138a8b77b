from datetime import date

import pytest
from django.db import IntegrityError, transaction

from marsad.errors import ArchiveError
from marsad.store import models
from marsad.store.archive import open_archive
from marsad.store.query import FACETS, Filter, events, facet
from marsad.store.select import chosen

from .conftest import DATABASES, item, keep, new_archive

ITEMS = [
    ("one", "قصف الجيش السوري مدينة حلب، ما أدى إلى مقتل 12 مدنيا، بحسب المرصد السوري لحقوق الإنسان.", "2020-07-04"),
    ("two", "زار وزير الخارجية التركي تونس في 12 يونيو 2019.", "2020-07-05"),
    ("one", "نفت روسيا قصف مدينة إدلب. وقال مصدر إن طائرات روسية قصفت إدلب أمس.", "2020-07-06"),
    ("two", "اعتقلت الشرطة المصرية ثلاثة مسلحين في القاهرة.", "2020-08-01"),
]


@pytest.fixture(scope="module", params=DATABASES)
def told(request, tmp_path_factory):
    with new_archive(request, tmp_path_factory.mktemp("told")) as address:
        keep(*(item(n, text=text, source=source, published=day) for n, (source, text, day) in enumerate(ITEMS)))
        yield address


@pytest.fixture
def found(told):
    open_archive(told)

    def find(**asked):
        rows = events(Filter(**asked)).values_list("reading__article__name", "type")
        return {(int(name.removeprefix("item-")), kind) for name, kind in rows}

    return find


ALL = {(0, "ASSAULT"), (1, "CONSULT"), (2, "ASSAULT"), (3, "COERCE")}
QUESTIONS = [
    ({}, ALL),
    ({"type": ("ASSAULT",)}, {(0, "ASSAULT"), (2, "ASSAULT")}),
    ({"type": ("CONSULT", "COERCE")}, {(1, "CONSULT"), (3, "COERCE")}),
    ({"mode": ("arrest",)}, {(3, "COERCE")}),
    ({"status": ("negated",)}, {(2, "ASSAULT")}),
    ({"who": "SYR"}, {(0, "ASSAULT")}),
    ({"who": "SYR:MIL"}, {(0, "ASSAULT")}),
    ({"who": ":MIL"}, {(0, "ASSAULT"), (2, "ASSAULT")}),
    ({"who": "الجيش السوري"}, {(0, "ASSAULT")}),
    ({"who": "وجيش"}, {(0, "ASSAULT")}),
    ({"who": "TUR"}, {(1, "CONSULT")}),
    ({"whom": "TUR"}, set()),
    ({"whom": "مسلحين"}, {(3, "COERCE")}),
    ({"party": "شرطة"}, {(3, "COERCE")}),
    ({"speaker": "المرصد"}, {(0, "ASSAULT")}),
    ({"place": "حلب"}, {(0, "ASSAULT")}),
    ({"place": "SYR"}, {(0, "ASSAULT"), (2, "ASSAULT")}),
    ({"source": ("one",)}, {(0, "ASSAULT"), (2, "ASSAULT")}),
    ({"source": ("none",)}, set()),
    ({"since": date(2020, 7, 6)}, {(2, "ASSAULT"), (3, "COERCE")}),
    ({"until": date(2019, 12, 31)}, {(1, "CONSULT")}),
    ({"since": date(2020, 7, 1), "until": date(2020, 7, 31), "type": ("ASSAULT",)}, {(0, "ASSAULT"), (2, "ASSAULT")}),
    ({"dated": True}, {(1, "CONSULT"), (2, "ASSAULT")}),
    ({"text": "القاهرة"}, {(3, "COERCE")}),
    ({"text": "مدينة -حلب"}, {(2, "ASSAULT")}),
    ({"min_confidence": 1.0}, set()),
    ({"who": "100%"}, set()),
    ({"place": "_"}, None),
    ({"who": "' OR 1=1 --"}, set()),
]


@pytest.mark.parametrize(("asked", "wanted"), QUESTIONS)
def test_the_common_questions(found, asked, wanted):
    if wanted is None:
        with pytest.raises(ArchiveError, match="names nobody and no place"):
            found(**asked)
    else:
        assert found(**asked) == wanted


def test_the_latest_first(found):
    days = list(events(Filter()).values_list("day", flat=True))
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    "asked", [{"type": ("WAR",)}, {"mode": ("loud",)}, {"status": ("perhaps",)}, {"since": date(2020, 2, 1), "until": date(2020, 1, 1)}]
)  # fmt: skip
def test_what_cannot_be_asked(asked):
    with pytest.raises(ArchiveError):
        Filter(**asked)


def test_an_empty_filter_says_so():
    assert Filter().is_empty
    assert not Filter(who="SYR").is_empty


@pytest.mark.parametrize("name", FACETS)
def test_every_facet_counts_the_events_that_are_shown(found, name):
    rows = events(Filter(type=("ASSAULT",)))
    values = facet(rows, name)
    assert [v.count for v in values] == sorted((v.count for v in values), reverse=True)
    assert all(0 < v.count <= rows.count() for v in values)
    if name in ("type", "status", "source"):
        assert sum(v.count for v in values) == rows.count()


def test_a_facets_values_can_be_asked_for(found):
    found()
    every = events(Filter())
    for name, field in (("place", "place"), ("actor", "who"), ("country", "place")):
        for value in facet(every, name):
            assert events(Filter(**{field: value.key})).count() >= value.count, value
    for value in facet(every, "source"):
        assert events(Filter(source=(value.key,))).count() == value.count


def test_articles_come_with_the_events_that_were_asked_for(found):
    found()
    (one,) = chosen(events(Filter(status=("negated",))))
    assert [event.status for event in one.record.events] == ["negated"]
    assert one.source == "one"
    assert len(list(chosen(events(Filter()), everything=True))) == len(ITEMS)
    assert {t.record.id for t in chosen(events(Filter(source=("two",))))} == {"item-1", "item-3"}


CONSTRAINTS = [
    (models.Event, {"type": "WAR"}), (models.Event, {"status": "perhaps"}), (models.Event, {"confidence": 1.5}),
    (models.Event, {"start": 9, "stop": 3}), (models.Block, {"kind": "poem"}), (models.Mention, {"kind": "thing"}),
    (models.Participant, {"role": "witness"}), (models.Participant, {"event": None}), (models.Claim, {"stance": "shouts"}),
    (models.Article, {"original": None}), (models.Article, {"digest": None}), (models.Article, {"form": "book"}),
    (models.Place, {"latitude": 99.0}), (models.User, {"role": "king"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("model", "values"), CONSTRAINTS, ids=lambda v: v.__name__ if isinstance(v, type) else next(iter(v))
)
def test_the_database_refuses_what_cannot_be(found, model, values):
    found()
    models.User.objects.get_or_create(username="someone")
    row = model.objects.first()
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.filter(pk=row.pk).update(**values)


def test_one_current_reading_an_article_and_one_article_a_content(found):
    found()
    reading, article = models.Reading.objects.first(), models.Article.objects.first()
    for row in (reading, article):
        row.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)


def test_what_is_yet_to_come_is_listed_where_it_was_told(archive):
    keep(item(text="يزور وزير الخارجية التركي تونس في 1 يناير 2030. وقصف الجيش السوري مدينة حلب أمس."))
    days = dict(models.Event.objects.filter(current=True).values_list("type", "day"))
    assert days["AGREE"] == date(2020, 7, 4)
    assert days["ASSAULT"] == date(2020, 7, 3)
    plan = models.Event.objects.get(type="AGREE")
    assert (plan.dated, plan.time_value) == (False, "2030-01-01")
