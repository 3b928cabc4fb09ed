"""Betweenness from some sources, all of them at once, as sparse matrices.

The algorithm of [Brandes (2001)](https://doi.org/10.1080/0022250X.2001.9990249), one matrix row
a source: paths are counted level by level away from the sources, and dependencies gathered level
by level back. networkit's own estimate tells nothing of how sources differ, and so of its error;
on directed networks it is not even right in the mean.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from scipy.sparse import csr_array

from mfgraph.network.engines.base import Links, Sampled, bound

Floats = NDArray[np.float64]
# Sources, by their row, and nodes.
Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]
# Entries of the dense matrices that are held at once: three of them, of 8 bytes each.
_MOST_HELD: Final = 16_000_000
# From one pair in so many on, a dense product is the quicker one.
_DENSE: Final = 32


def betweenness(links: Links, sources: Sequence[int]) -> Sampled:
    """The share of shortest paths through each node, from some nodes as sources."""
    size, count = links.size, max(len(sources), 1)
    total, squares = dependencies(_ties(links), sources)
    scale = size / max((size - 1) * (size - 2), 1)
    spread = np.maximum(squares - total**2 / count, 0) / max(count - 1, 1)
    errors = scale * np.sqrt(spread * (1 - count / max(size, 1)) / count)
    limit = bound(size, len(sources))
    return Sampled(pa.array(scale * total / count), pa.array(errors), len(sources), limit)


def dependencies(ties: csr_array, sources: Sequence[int]) -> tuple[Floats, Floats]:
    """How much each node lies on the shortest paths from the sources: sums, and sums of squares.

    `ties` has a 1 from each node to each that it leads to, once for each direction. The
    dependency of a source on a node is the sum, over all targets, of the share of their
    shortest paths that pass it.
    """
    size = ties.shape[0]
    total, squares = np.zeros(size), np.zeros(size)
    at_once = max(1, _MOST_HELD // max(size, 1))
    back = ties.T.tocsr()
    for begin in range(0, len(sources), at_once):
        found = _block(ties, back, np.asarray(sources[begin : begin + at_once]))
        total += found.sum(axis=0)
        squares += (found**2).sum(axis=0)
    return total, squares


def _ties(links: Links) -> csr_array:
    source, target = (np.asarray(links.table[name]) for name in ("source", "target"))
    if not links.is_directed:
        source, target = np.concatenate([source, target]), np.concatenate([target, source])
    return csr_array((np.ones(len(source)), (source, target)), shape=(links.size, links.size))


def _block(ties: csr_array, back: csr_array, sources: NDArray[np.int64]) -> Floats:
    paths, levels = _away(ties, back, sources)
    depends = np.zeros_like(paths)
    depth = np.full(paths.shape, -1, np.int32)
    for number, level in enumerate(levels):
        depth[level] = number
    for number in range(len(levels) - 1, 0, -1):
        level = levels[number]
        shares = (1 + depends[level]) / paths[level]
        to, gathered = _carried(level, shares, back, ties, like=paths)
        before = depth[to] == number - 1
        to = to[0][before], to[1][before]
        depends[to] = paths[to] * gathered[before]
    depends[np.arange(len(sources)), sources] = 0
    return depends


def _away(
    ties: csr_array, back: csr_array, sources: NDArray[np.int64]
) -> tuple[Floats, list[Pairs]]:
    """How many shortest paths lead from each source to each node, and who lies at which level."""
    paths = np.zeros((len(sources), ties.shape[0]))
    level: Pairs = (np.arange(len(sources)), sources)
    paths[level] = 1
    levels = []
    while len(level[0]):
        levels.append(level)
        reached, count = _carried(level, paths[level], ties, back, like=paths)
        new = paths[reached] == 0
        level = reached[0][new], reached[1][new]
        paths[level] = count[new]
    return paths, levels


def _carried(
    level: Pairs, values: Floats, along: csr_array, against: csr_array, *, like: Floats
) -> tuple[Pairs, Floats]:
    """Values carried one tie on: to which pairs of source and node, and their sums."""
    if len(values) * _DENSE < like.size:
        found = (csr_array((values, level), shape=like.shape) @ along).tocoo()
        return (found.row, found.col), found.data
    spread = np.zeros(like.shape[::-1])
    spread[level[::-1]] = values
    whole = (against @ spread).T
    rows, columns = np.nonzero(whole)
    return (rows, columns), whole[rows, columns]
