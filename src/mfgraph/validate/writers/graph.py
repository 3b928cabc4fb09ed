"""A report as RDF: the SHACL validation report in Turtle, the same bytes every time."""

import pyoxigraph as ox

from mfgraph.terms import Language
from mfgraph.validate.rdf import canonical
from mfgraph.validate.report import Report, Severity
from mfgraph.vocab import PREFIXES


def as_turtle(report: Report, lang: Language, fail_on: Severity | None) -> str:  # noqa: ARG001  (one signature for all writers)
    """The report graph in Turtle, with the blank node labels of RDFC-1.0.

    Its `sh:conforms` is SHACL's own: false as soon as there is any result.
    """
    triples = sorted((quad.triple for quad in canonical(report.graph)), key=str)
    written = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=_used(triples))
    return (written or b"").decode("utf-8")


def _used(triples: list[ox.Triple]) -> dict[str, str]:
    iris = {term.value for triple in triples for term in triple if isinstance(term, ox.NamedNode)}
    return {
        prefix: namespace
        for prefix, namespace in PREFIXES.items()
        if any(iri.startswith(namespace) for iri in iris)
    }
