"""What the reader's records say beyond the columns comes back as it was."""

from dataclasses import fields

import pytest

from marsad import record
from marsad.span import Span
from marsad.store import rows
from marsad.store.more import given_back, more_of, plain, typed

KEPT = {
    record.Page: rows.PAGE, record.Published: rows.PUBLISHED, record.Article: rows.ARTICLE, record.Entity: rows.ENTITY,
    record.Mention: rows.MENTION, record.EventMention: rows.EVENT, record.Place: rows.PLACE, record.Time: rows.TIME,
    record.Claim: rows.CLAIM, record.Participant: rows.PARTICIPANT, record.Relation: rows.RELATION,
    record.Quotation: rows.QUOTATION,
}  # fmt: skip


@pytest.mark.parametrize("kind", KEPT)
def test_the_columns_are_fields_that_there_are(kind):
    assert KEPT[kind] <= {f.name for f in fields(kind)}


def test_what_is_as_by_default_is_not_kept():
    assert more_of(record.Time(Span(0, 4), "year", "2020"), rows.TIME) is None


def test_fields_of_every_type_come_back():
    time = record.Time(Span(0, 4), "year", "2020", mod="START", anchor_span=Span(7, 9))
    more = more_of(time, rows.TIME)
    assert more == {"mod": "START", "anchor_span": [7, 9]}
    assert given_back(record.Time, more) == {"mod": "START", "anchor_span": Span(7, 9)}
    party = record.Participant(Span(0, 1), "a", "test", record.MentionKind.PERSON, members=("x", "y"))
    relation = record.Relation("backs", (party,), party, (Span(1, 2), Span(3, 4)), 0, "test", time)
    assert typed(record.Relation, plain(relation)) == relation


def test_a_field_that_records_have_no_longer_is_left_out():
    assert given_back(record.Time, {"gone": 1}) == {}
    assert given_back(record.Time, None) == {}
