"""Namespaces: one table of prefixes for data, queries, exports and messages.

Standard vocabularies come first, then ours: the ontology, one prefix a kind of thing
(`organization:fnam`), and one prefix a code list (`activity:crafts`).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pyoxigraph import NamedNode

BASE: Final = "https://w3id.org/mfgraph/"
MF: Final = f"{BASE}ontology#"
ID: Final = f"{BASE}id/"
DEF: Final = f"{BASE}def/"
GRAPH: Final = f"{BASE}graph/"
SHAPES: Final = f"{BASE}shapes#"
NETWORK: Final = f"{BASE}network#"

_SDMX: Final = "http://purl.org/linked-data/sdmx/2009/"
_STANDARD: Final = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "qb": "http://purl.org/linked-data/cube#",
    "time": "http://www.w3.org/2006/time#",
    "schema": "https://schema.org/",
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "vann": "http://purl.org/vocab/vann/",
    "bibo": "http://purl.org/ontology/bibo/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "sdmx-dimension": f"{_SDMX}dimension#",
    "sdmx-measure": f"{_SDMX}measure#",
    "sdmx-attribute": f"{_SDMX}attribute#",
    "sdmx-code": f"{_SDMX}code#",
    "sdmx-concept": f"{_SDMX}concept#",
}
# The prefix of a kind of thing is the kind's segment in its IRI, except where that word is
# taken by a standard ("org") or by a code list ("role").
_KINDS: Final = {
    "organization": "org",
    "person": "person",
    "post": "post",
    "membership": "role",
    "event": "event",
    "participation": "participation",
    "site": "site",
    "place": "place",
    "source": "source",
    "text": "text",
    "excerpt": "excerpt",
    "claim": "claim",
    "statement": "statement",
    "observation": "observation",
    "breakdown": "breakdown",
    "dataset": "dataset",
    "line-of-action": "line-of-action",
    "collection": "collection",
    "mention": "mention",
    "correction": "correction",
    "choice": "choice",
    "agent": "agent",
    "locator": "locator",
    "relation": "relation",
    "certification": "certification",
    "law": "law",
    "series": "series",
    "programme": "programme",
    "reference-period": "period",
}
_SCHEMES: Final = (
    "activity",
    "actor-group",
    "age-group",
    "assertion-mode",
    "audience",
    "certainty",
    "certification-type",
    "change-type",
    "choice-reason",
    "claim-status",
    "correction-reason",
    "counterparty",
    "event-type",
    "indicator",
    "legal-form",
    "loan-type",
    "measure-kind",
    "month-part",
    "objective",
    "obs-status",
    "organisation-type",
    "participation-role",
    "period",
    "period-type",
    "purpose",
    "relation-type",
    "role",
    "scope",
    "setting",
    "share-basis",
    "source-kind",
    "speech-act",
    "standard",
    "structure",
    "topic",
    "unit",
    "unit-counted",
    "value-qualifier",
)

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    _STANDARD
    | {"mf": MF, "net": NETWORK, "graph": GRAPH}
    | {prefix: f"{ID}{segment}/" for prefix, segment in _KINDS.items()}
    | {scheme: f"{DEF}{scheme}/" for scheme in _SCHEMES}
)

ONTOLOGY_GRAPH: Final = NamedNode(f"{GRAPH}ontology")
ENTITIES_GRAPH: Final = NamedNode(f"{GRAPH}entities")
DERIVED_GRAPH: Final = NamedNode(f"{GRAPH}derived")
CHOICES_GRAPH: Final = NamedNode(f"{GRAPH}choices")
# On servers only: the resolved view where it cannot be the default graph, and what was published.
RESOLVED_GRAPH: Final = NamedNode(f"{GRAPH}resolved")
PUBLISHED_GRAPH: Final = NamedNode(f"{GRAPH}published")


def source_graph(slug: str) -> NamedNode:
    """The named graph of one source: what its file in `data/sources/` says.

    >>> source_graph("almassae-324458").value
    'https://w3id.org/mfgraph/graph/source/almassae-324458'
    """
    return NamedNode(f"{GRAPH}source/{slug}")


def term(curie: str) -> NamedNode:
    """The IRI behind a prefixed name of the table; a wrong prefix is a KeyError.

    >>> term("organization:fnam").value
    'https://w3id.org/mfgraph/id/org/fnam'
    """
    prefix, _, local = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + local)
