"""Kappa and alpha against the worked examples that their authors and textbooks publish."""

import pytest

from marsad.evaluate.agreement import alpha, kappa, pairs_of

# K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), B: nominal data, two observers, no missing data
B = ("a a b b d c c c e d d a".split(), "b a b b b c c c e d d d".split())
# C: nominal data, any number of observers, missing data («.»)
C = ("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .")


def units(rows):
    return [{n: value for n, value in enumerate(column) if value != "."} for column in zip(*rows, strict=True)]


def test_alpha_of_two():
    found = alpha(units(B))
    assert found.value == pytest.approx(0.692, abs=0.0005)
    assert (found.units, found.answers) == (12, 24)


def test_alpha_of_many_with_gaps():
    found = alpha(units([row.split() for row in C]))
    assert found.value == pytest.approx(0.743, abs=0.0005)
    assert (found.units, found.answers) == (11, 40)  # the unit that one person judged says nothing


def table(yes, yes_no, no_yes, no):
    return [("y", "y")] * yes + [("y", "n")] * yes_no + [("n", "y")] * no_yes + [("n", "n")] * no


@pytest.mark.parametrize(
    ("counts", "value"),
    [((20, 5, 10, 15), 0.4), ((45, 15, 25, 15), 0.1304), ((25, 35, 5, 35), 0.2593)],  # grants; Brennan and Prediger
)
def test_kappa(counts, value):
    found = kappa(table(*counts))
    assert found.value == pytest.approx(value, abs=0.0001)
    assert found.units == sum(counts)


def test_the_error_of_kappa():
    """Cohen (1960): the square root of p(1-p) / N(1-e)²; here p = .7, e = .5, N = 50."""
    assert kappa(table(20, 5, 10, 15)).error == pytest.approx((0.7 * 0.3 / (50 * 0.25)) ** 0.5)


def test_where_nothing_varies_there_is_no_figure():
    assert kappa([("y", "y")] * 3).value is None
    assert kappa([("y", "y")] * 3).agreement == 1
    assert alpha([{1: "y", 2: "y"}] * 3).value is None
    assert alpha([]).value is None
    assert kappa([]) is None


def test_full_agreement_is_one_and_full_disagreement_below_chance():
    assert alpha([{1: "y", 2: "y"}, {1: "n", 2: "n"}]).value == 1
    assert kappa([("y", "n"), ("n", "y")]).value == -1


def test_pairs_are_of_what_both_judged():
    assert pairs_of([{1: "a", 2: "b"}, {1: "a"}, {2: "b", 1: "c"}], 1, 2) == [("a", "b"), ("c", "b")]
