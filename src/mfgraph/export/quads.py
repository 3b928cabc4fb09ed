"""What an export holds: the resolved view, everything in its graphs, or everything in one graph.

What files say is taken from the files, read without loss. What only the store holds is
taken from there, and each literal gets back the spelling it has in the files: a store
rewrites `58.0` to `58`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import BlankNode, Dataset, DefaultGraph, Literal, NamedNode, Quad, Store

from mfgraph.build import Built
from mfgraph.export.canonical import named_canonically
from mfgraph.vocab import term

_RDF_TYPE: Final = term("rdf:type")
_VERBATIM: Final = frozenset({term("xsd:string"), term("rdf:langString")})


def resolved(built: Built) -> list[Quad]:
    """What the dataset holds true, in order: the default graph."""
    return in_order(_as_in_files(built.store.quads(DefaultGraph()), built.files))


def everything(built: Built) -> list[Quad]:
    """All that was said, chosen, derived and resolved, in order, each in its graph."""
    return in_order(_everything(built))


def merged(built: Built) -> list[Quad]:
    """All that was said, chosen, derived and resolved, in order, in the default graph."""
    return in_order({Quad(q.subject, q.predicate, q.object) for q in _everything(built)})


def in_order(quads: Iterable[Quad]) -> list[Quad]:
    """Quads by graph and subject, each subject's type first, blank nodes named canonically."""
    given = list(quads)
    if any(isinstance(term, BlankNode) for quad in given for term in quad):
        given = list(named_canonically(given))
    return sorted(given, key=_place)


def _place(quad: Quad) -> tuple[str, str, bool, str, str]:
    graph = "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)
    return (
        graph,
        str(quad.subject),
        quad.predicate != _RDF_TYPE,
        str(quad.predicate),
        str(quad.object),
    )


def _everything(built: Built) -> Iterator[Quad]:
    yield from built.files
    said = {quad.graph_name for quad in built.files}
    graphs: list[NamedNode | DefaultGraph] = [DefaultGraph(), *built.store.graphs()]
    for graph in graphs:
        if graph not in said:
            yield from _as_in_files(built.store.quads(graph), built.files)


def _as_in_files(quads: Iterable[Quad], files: Dataset) -> Iterator[Quad]:
    spellings = _spellings(files)
    for quad in quads:
        if isinstance(quad.object, Literal) and quad.object in spellings:
            yield Quad(quad.subject, quad.predicate, spellings[quad.object], quad.graph_name)
        else:
            yield quad


def _spellings(files: Dataset) -> Mapping[Literal, Literal]:
    """The spelling in the files of each literal that a store rewrites, where they have but one."""
    objects = {quad.object for quad in files}
    written = [o for o in objects if isinstance(o, Literal) and o.datatype not in _VERBATIM]
    store = Store()
    numbered = {NamedNode(f"urn:literal:{place}"): o for place, o in enumerate(written)}
    store.bulk_extend(Quad(place, _RDF_TYPE, literal) for place, literal in numbered.items())
    found: dict[Literal, list[Literal]] = defaultdict(list)
    for quad in store:
        if isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode):
            found[quad.object].append(numbered[quad.subject])
    return {stored: spelled[0] for stored, spelled in found.items() if len(spelled) == 1}
