"""RDF terms and graphs, from Oxigraph to rdflib and back, with every literal as it is written.

pySHACL is right only on a plain rdflib graph: on an Oxigraph-backed one a plain literal does
not equal an `xsd:string` one, and `sh:in` reports what is not so.
"""

import logging
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pyoxigraph as ox
import rdflib
from rdflib.term import BNode, Identifier, Literal, Node, URIRef

from mfgraph.terms import compact
from mfgraph.vocab import PREFIXES, SHAPES

Triple = tuple[Node, Node, Node]
_STRING = "http://www.w3.org/2001/XMLSchema#string"


@contextmanager
def literals_as_written() -> Iterator[None]:
    """Let rdflib keep the lexical form of literals, and say nothing of ill-typed ones.

    rdflib would turn `"58"^^xsd:decimal` into `58.0`; shapes report ill-typed literals, so
    its warnings on standard error are not needed. The settings are globals and are put back.
    """
    normalize, logger = rdflib.NORMALIZE_LITERALS, logging.getLogger("rdflib.term")
    level = logger.level
    rdflib.NORMALIZE_LITERALS = False
    logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Serializing weird numerical")
            yield
    finally:
        rdflib.NORMALIZE_LITERALS = normalize
        logger.setLevel(level)


def to_rdflib(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Identifier:
    """An Oxigraph term as an rdflib one; call it inside `literals_as_written`.

    >>> to_rdflib(ox.Literal("الدار البيضاء", language="ar"))
    rdflib.term.Literal('الدار البيضاء', lang='ar')
    """
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.Triple):
        raise TypeError("a triple term has no place in an RDF 1.1 graph")
    if term.language:
        return Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    return Literal(term.value, datatype=None if datatype == _STRING else URIRef(datatype))


def to_oxigraph(term: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """An rdflib term as an Oxigraph one.

    >>> to_oxigraph(Literal("58", datatype=rdflib.XSD.decimal)).value
    '58'
    """
    if isinstance(term, URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, BNode):
        return ox.BlankNode(str(term))
    if isinstance(term, Literal) and term.language:
        return ox.Literal(str(term), language=term.language)
    datatype = term.datatype if isinstance(term, Literal) else None
    return ox.Literal(str(term), datatype=ox.NamedNode(str(datatype)) if datatype else None)


def to_graph(triples: Iterable[ox.Quad | ox.Triple]) -> rdflib.Graph:
    """A plain rdflib graph in memory of these triples, with our prefixes.

    >>> len(to_graph([ox.Triple(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal("c"))]))
    1
    """
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    # Most terms come back many times; each is made once.
    known: dict[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, Identifier] = {}
    for triple in triples:
        terms = (triple.subject, triple.predicate, triple.object)
        graph.add(tuple(_known(known, term) for term in terms))  # type: ignore[arg-type]  # three terms
    return graph


def to_quads(graph: rdflib.Graph, name: ox.NamedNode | None = None) -> Iterator[ox.Quad]:
    """The triples of an rdflib graph as quads of a store, in a graph of its own if it has a name."""
    for subject, predicate, value in graph:
        terms = to_oxigraph(subject), to_oxigraph(predicate), to_oxigraph(value)
        yield ox.Quad(*terms, name)  # type: ignore[arg-type]  # subjects are no literals


def canonical(graph: rdflib.Graph) -> ox.Dataset:
    """The triples of an rdflib graph, whose blank nodes are called the same in each run.

    Follows [RDFC-1.0](https://www.w3.org/TR/rdf-canon/).
    """
    dataset = ox.Dataset(to_quads(graph))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


def _known(
    known: dict[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, Identifier],
    term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple,
) -> Identifier:
    found = known.get(term)
    if found is None:
        found = known[term] = to_rdflib(term)
    return found


def short(iri: str) -> str:
    """The short name of an IRI; that of a shape is `shape:` and its number.

    >>> short("https://w3id.org/mfgraph/shapes#S-12"), short("https://schema.org/Event")
    ('shape:S-12', 'schema:Event')
    """
    return f"shape:{iri.removeprefix(SHAPES)}" if iri.startswith(SHAPES) else compact(iri)
