"""The best assignment as a whole."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tms.tracking.assignment import Edges, assign


def best_sum(edges: Edges) -> float:
    """By trying every set of edges."""
    best = 0.0
    for size in range(1, 5):
        for chosen in combinations(edges, size):
            rows, columns = {i for i, _ in chosen}, {j for _, j in chosen}
            if len(rows) == len(columns) == size:
                best = max(best, sum(edges[edge] for edge in chosen))
    return best


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(1, 100).map(lambda value: value / 100), max_size=12
    )
)
@settings(deadline=None)
def test_no_other_assignment_is_worth_more(edges: Edges) -> None:
    chosen = assign(edges)
    assert len({i for i, _ in chosen}) == len({j for _, j in chosen}) == len(chosen)
    assert abs(sum(edges[edge] for edge in chosen) - best_sum(edges)) < 1e-9


def test_a_crowd_is_assigned_one_to_one() -> None:
    edges = {(i, j): 1.0 - abs(i - j) / 1000 for i in range(300) for j in range(300)}
    assert sorted(assign(edges)) == [(i, i) for i in range(300)]
