"""The assignment of pairs that is best as a whole (not pair by pair)."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

# Components are small once each side keeps its best edges; a larger one is taken best pair first.
_EDGES_KEPT = 6
_LARGEST = 250

Edges = dict[tuple[int, int], float]


def assign(edges: Edges) -> list[tuple[int, int]]:
    """The pairs with the greatest sum of values, each row and column at most once; all values positive."""
    chosen: list[tuple[int, int]] = []
    left = _prune(edges)
    locked = _lock_dominant(left)
    chosen += locked
    rows, columns = {i for i, _ in locked}, {j for _, j in locked}
    left = {(i, j): value for (i, j), value in left.items() if i not in rows and j not in columns}
    for component in _components(left):
        chosen += _solve(component)
    return chosen


def _prune(edges: Edges) -> Edges:
    """Edges among the best of either end."""
    by_row: dict[int, list[tuple[float, int]]] = defaultdict(list)
    by_column: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (i, j), value in edges.items():
        by_row[i].append((value, j))
        by_column[j].append((value, i))
    kept = {(i, j) for i, ends in by_row.items() for _, j in sorted(ends, reverse=True)[:_EDGES_KEPT]}
    kept |= {(i, j) for j, ends in by_column.items() for _, i in sorted(ends, reverse=True)[:_EDGES_KEPT]}
    return {edge: edges[edge] for edge in kept}


def _lock_dominant(edges: Edges) -> list[tuple[int, int]]:
    """Pairs worth more than the best that both ends could get elsewhere together: they stand in every best whole."""
    best_row: dict[int, list[float]] = defaultdict(list)
    best_column: dict[int, list[float]] = defaultdict(list)
    for (i, j), value in edges.items():
        best_row[i].append(value)
        best_column[j].append(value)
    rows = {i: sorted(values, reverse=True)[:2] for i, values in best_row.items()}
    columns = {j: sorted(values, reverse=True)[:2] for j, values in best_column.items()}
    return [
        (i, j)
        for (i, j), value in edges.items()
        if rows[i][0] == value == columns[j][0] and value > sum(rows[i][1:]) + sum(columns[j][1:])
    ]


def _components(edges: Edges) -> Iterable[Edges]:
    leader: dict[tuple[str, int], tuple[str, int]] = {}

    def find(node: tuple[str, int]) -> tuple[str, int]:
        while leader.setdefault(node, node) != node:
            leader[node] = leader[leader[node]]
            node = leader[node]
        return node

    for i, j in edges:
        leader[find(("row", i))] = find(("column", j))
    groups: dict[tuple[str, int], Edges] = defaultdict(dict)
    for (i, j), value in edges.items():
        groups[find(("row", i))][i, j] = value
    return groups.values()


def _solve(edges: Edges) -> list[tuple[int, int]]:
    if len(edges) == 1:
        return list(edges)
    rows, columns = sorted({i for i, _ in edges}), sorted({j for _, j in edges})
    if max(len(rows), len(columns)) > _LARGEST:
        return _take_best_first(edges)
    row_at, column_at = ({node: place for place, node in enumerate(nodes)} for nodes in (rows, columns))
    # Beside the real columns each row has one of its own that is worth nothing: it may stay alone.
    values = np.full((len(rows), len(columns) + len(rows)), -1e6)
    for (i, j), value in edges.items():
        values[row_at[i], column_at[j]] = value
    for place in range(len(rows)):
        values[place, len(columns) + place] = 0.0
    return [
        (rows[row], columns[column])
        for row, column in enumerate(_hungarian(-values))
        if column < len(columns) and (rows[row], columns[column]) in edges
    ]


def _take_best_first(edges: Edges) -> list[tuple[int, int]]:
    rows, columns = set[int](), set[int]()
    chosen: list[tuple[int, int]] = []
    for (i, j), _ in sorted(edges.items(), key=lambda item: (-item[1], item[0])):
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            chosen.append((i, j))
    return chosen


def _hungarian(cost: NDArray[np.float64]) -> list[int]:
    """The column of each row in a cheapest assignment (shortest augmenting paths; Kuhn, Munkres); rows <= columns."""
    n, m = cost.shape
    row_price, column_price = np.zeros(n + 1), np.zeros(m + 1)
    owner = np.zeros(m + 1, dtype=np.int64)
    for row in range(1, n + 1):
        owner[0] = row
        way, end = _shortest_path(cost, row_price, column_price, owner)
        while end:
            owner[end] = owner[way[end]]
            end = way[end]
    columns = [0] * n
    for column in range(1, m + 1):
        if owner[column]:
            columns[owner[column] - 1] = column - 1
    return columns


def _shortest_path(
    cost: NDArray[np.float64],
    row_price: NDArray[np.float64],
    column_price: NDArray[np.float64],
    owner: NDArray[np.int64],
) -> tuple[NDArray[np.int64], int]:
    """The columns on the way to the nearest free one, each with the one before it; prices are moved along."""
    m = cost.shape[1]
    distance = np.full(m + 1, np.inf)
    used = np.zeros(m + 1, dtype=bool)
    way = np.zeros(m + 1, dtype=np.int64)
    column = 0
    while owner[column]:
        used[column] = True
        row = owner[column]
        reach = cost[row - 1] - row_price[row] - column_price[1:]
        closer = ~used[1:] & (reach < distance[1:])
        distance[1:][closer] = reach[closer]
        way[1:][closer] = column
        free = np.where(used, np.inf, distance)
        free[0] = np.inf
        column = int(free.argmin())
        step = free[column]
        row_price[owner[used]] += step
        column_price[used] -= step
        distance[~used] -= step
    return way, column
