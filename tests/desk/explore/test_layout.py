"""Positions of nodes: the same each time, apart from one another, near what they are tied to."""

from itertools import combinations
from math import dist

from hypothesis import given
from hypothesis import strategies as st

from marsad.desk.explore.layout import placed


def ring(number):
    return {(n, (n + 1) % number) if n + 1 < number else (0, n): 1 for n in range(number)}


def test_it_is_the_same_each_time():
    assert placed(12, ring(12)) == placed(12, ring(12))


@given(st.integers(0, 12), st.data())
def test_all_stand_in_the_field(number, data):
    some = st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: max(pair) < number)
    ties = data.draw(st.dictionaries(some, st.integers(1, 1000), max_size=20)) if number else {}
    points = placed(number, ties)
    assert len(points) == number
    assert all(0 <= part <= 1 for point in points for part in point)


def test_nodes_stand_apart():
    points = placed(20, ring(20))
    assert min(dist(a, b) for a, b in combinations(points, 2)) > 0.03


def test_what_is_tied_stands_nearer():
    two_groups = dict.fromkeys([*combinations(range(0, 10, 2), 2), *combinations(range(1, 10, 2), 2)], 5)
    points = placed(10, two_groups)
    near = [dist(points[a], points[b]) for a, b in two_groups]
    far = [dist(points[a], points[b]) for a, b in combinations(range(10), 2) if (a, b) not in two_groups]
    assert max(near) < sum(far) / len(far)
