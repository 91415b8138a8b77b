"""The fits and the cross-validation, on data small enough to know what must come out."""

import random

import pytest
from bench.calibrate import Model, divided, fit, reliability, with_own
from bench.crossval import _deal, ranked
from bench.development import Development, Labelled, Read
from bench.wording import fit_wording

from marsad.lexicon.weights import ANY, weights_by_type
from marsad.lexicon.wording import Wording

HAND = {"ASSAULT": {"worth": 1.0, "even": 0.0}, "PROTEST": {"worth": 1.0, "even": 0.0}}


def labelled(words, share, label="yes", features=("bias",)):
    words = frozenset(words)
    return Labelled("doc", "ASSAULT", label, share, words, (Read("ASSAULT", frozenset(features), words),))


def test_a_word_of_those_said_to_report_speaks_for_it():
    sentences = [labelled({"قصف", "أ"}, 1.0)] * 6 + [labelled({"راي", "أ"}, 0.0)] * 6
    table = fit_wording(sentences, HAND)
    column = table.scales["ASSAULT"].column
    assert table.rows["قصف"][column] > 1 > -1 > table.rows["راي"][column]
    assert table.rows["أ"][column] == pytest.approx(0, abs=0.2)


def test_a_word_of_few_sentences_is_left_out():
    sentences = [labelled({"قصف"}, 1.0)] * 3 + [labelled({"نادر"}, 0.0)] * 2
    assert set(fit_wording(sentences, HAND).rows) == {"قصف"}


def test_a_share_teaches_a_share():
    weights = fit([(frozenset({"bias"}), 0.25, 1.0)] * 400, {})
    assert weights["bias"] == pytest.approx(-1.0986, abs=0.01)


def test_a_fixed_weight_stays():
    assert fit([(frozenset({"bias", "era"}), 0.0, 1.0)] * 50, {"era": 1.6})["era"] == 1.6


def test_a_type_with_labels_has_weights_of_its_own():
    """«early» speaks for a protest and against an attack: the general weight cannot say both."""

    def read(type_):
        return Read(type_, frozenset({"bias", "early"}), frozenset())

    data = [(with_own(read("PROTEST")), 1.0, 1.0)] * 300 + [(with_own(read("ASSAULT")), 0.0, 1.0)] * 300
    model = Model(weights_by_type(*divided(fit(data, {}))), Wording({}, {}))
    assert model.confidence(read("PROTEST")) > 0.8 > 0.2 > model.confidence(read("ASSAULT"))
    assert model.confidence(read("CONSULT")) == pytest.approx(0.5, abs=0.05)


def test_parts_are_even_and_keep_documents_whole():
    parts = _deal(["a", "a", "b", "c", "d"], 2, random.Random(0))
    assert sorted(parts.values()) == [0, 0, 1, 1]


def test_ambiguous_sentences_are_not_ranked():
    scored = {"ASSAULT": []}
    model = Model({ANY: {"bias": 0.0}}, Wording({}, {}))
    ranked(model, [labelled((), 1.0), labelled((), 0.5, "ambiguous"), labelled((), 0.0, "easy no")], scored)
    assert scored["ASSAULT"] == [(0.5, True), (0.5, False)]


def test_reliability_counts_each_tenth():
    model = Model({ANY: {"bias": 0.0, "sure": 9.0}}, Wording({}, {}))
    data = Development((), (labelled((), 1.0), labelled((), 0.0), labelled((), 1.0, features=("bias", "sure"))))
    assert [(tenth, count, was) for tenth, count, _, was in reliability(data, model)] == [
        ("0.5", 2, 0.5),
        ("0.9", 1, 1.0),
    ]
