"""The canonical form: the same dataset always gives the same bytes, whatever it was read from.

Blank nodes get the names of [RDFC-1.0](https://www.w3.org/TR/rdf-canon/#canon-algorithm), by
Oxigraph; quads are N-Quads lines in code-point order. The algorithm may try every order of
blank nodes that look alike, so a dataset made to exhaust it is refused, as its
[security considerations](https://www.w3.org/TR/rdf-canon/#dataset-poisoning) ask.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import log2
from typing import Final

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Quad,
    RdfFormat,
    parse,
    serialize,
)

from mfgraph.errors import ExportError
from mfgraph.lines import joined, once

Looks = tuple[str, ...]
# Measured in doublings of the work: at 24, cliques and regular graphs of blank nodes took
# one to four seconds; each further step doubles that.
_MOST_DOUBLINGS: Final = 24.0
# A blank node as a subject, an object or a graph of N-Quads.
_BLANK: Final = re.compile(rb"^_:| _:\S+ (?:(?:<[^>\n]*>|_:\S+) )?\.$", re.MULTILINE)


def canonical_form(
    quads: Iterable[Quad],
    *,
    algorithm: CanonicalizationAlgorithm = CanonicalizationAlgorithm.RDFC_1_0,
) -> bytes:
    r"""The one spelling of a dataset, in canonical N-Quads.

    Raises:
        ExportError: blank nodes are too many and too alike to be told apart.

    >>> from pyoxigraph import parse
    >>> text = '_:somebody <https://schema.org/name> "El Mazouri" .'
    >>> canonical_form(parse(text, format=RdfFormat.N_QUADS))
    b'_:c14n0 <https://schema.org/name> "El Mazouri" .\n'
    """
    lines = _nquads(quads)
    if has_blank_nodes(lines):
        found = Dataset(parse(lines, format=RdfFormat.N_QUADS))
        lines = _nquads(named_canonically(found, algorithm=algorithm))
    return joined(once(lines[:-1].split(b"\n"))) if lines else b""


def has_blank_nodes(lines: bytes) -> bool:
    """Whether there is a blank node in some whole lines of N-Quads."""
    # The plain search is much quicker, and there are hardly ever any.
    return b"_:" in lines and _BLANK.search(lines) is not None


def named_canonically(
    dataset: Dataset,
    *,
    algorithm: CanonicalizationAlgorithm = CanonicalizationAlgorithm.RDFC_1_0,
) -> Dataset:
    """The dataset, in which each blank node has got its canonical name.

    Raises:
        ExportError: blank nodes are too many and too alike to be told apart.
    """
    if _doublings(_touching(dataset)) > _MOST_DOUBLINGS:
        raise ExportError(
            "the dataset has blank nodes that are too many and too alike to be told apart",
            hint="give them IRIs",
        )
    dataset.canonicalize(algorithm)
    return dataset


def _nquads(quads: Iterable[Quad]) -> bytes:
    return serialize(quads, format=RdfFormat.N_QUADS) or b""


def _touching(quads: Iterable[Quad]) -> dict[BlankNode, list[Quad]]:
    touching: dict[BlankNode, list[Quad]] = defaultdict(list)
    for quad in quads:
        for node in set(_blank_nodes(quad)):
            touching[node].append(quad)
    return touching


def _blank_nodes(quad: Quad) -> Iterator[BlankNode]:
    return (term for term in quad if isinstance(term, BlankNode))


def _doublings(touching: Mapping[BlankNode, list[Quad]]) -> float:
    """How often the work may double, in the worst connected group of look-alikes."""
    looks = {node: _looks(node, quads) for node, quads in touching.items()}
    times = Counter(looks.values())
    alike = {node: look for node, look in looks.items() if times[look] > 1}
    neighbors = {
        node: [other for quad in touching[node] for other in _blank_nodes(quad) if other in alike]
        for node in alike
    }
    groups = _groups(neighbors)
    return max((sum(_choice(neighbors[n], n, alike) for n in group) for group in groups), default=0)


def _looks(node: BlankNode, quads: Iterable[Quad]) -> Looks:
    """A node as its first degree shows it: itself `a`, other blank nodes `z`."""

    def shown(term: object) -> str:
        return str(term) if not isinstance(term, BlankNode) else "_:a" if term == node else "_:z"

    return tuple(sorted(" ".join(shown(term) for term in quad) for quad in quads))


def _choice(neighbors: list[BlankNode], node: BlankNode, looks: Mapping[BlankNode, Looks]) -> float:
    """The doublings that one node adds: it may go on to any of its look-alike neighbors."""
    found = Counter(looks[other] for other in set(neighbors) - {node})
    return log2(max(1, max(found.values(), default=0) - 1))


def _groups(neighbors: Mapping[BlankNode, list[BlankNode]]) -> Iterator[set[BlankNode]]:
    left = set(neighbors)
    while left:
        group: set[BlankNode] = set()
        front = {next(iter(left))}
        while front:
            group |= front
            front = {other for node in front for other in neighbors[node]} - group
        left -= group
        yield group
