"""The seed's files as they stand, read without the library that they are written for.

`article` maps subject → property → values, all in the short form of `_short`: things of ours as
`org/fnam` or `def/topic/partnerships`, terms as `mf:evidence`, literals as Turtle writes them.
Nothing is derived: what a test finds here is what a curator wrote.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple, parse

from mfgraph.workspace import Workspace

_OURS: Final = "https://w3id.org/mfgraph/"
_SDMX: Final = "http://purl.org/linked-data/sdmx/2009/"
_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"
_SHORT: Final = {
    f"{_OURS}ontology#": "mf:",
    f"{_OURS}id/": "",
    f"{_OURS}def/": "def/",
    "http://id.loc.gov/datatypes/edtf/": "edtf:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://purl.org/linked-data/cube#": "qb:",
    f"{_SDMX}attribute#": "sdmx-attribute:",
    f"{_SDMX}code#": "sdmx-code:",
    f"{_SDMX}dimension#": "sdmx-dimension:",
    f"{_SDMX}measure#": "sdmx-measure:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs:",
    "http://www.w3.org/2001/XMLSchema#": "xsd:",
    "http://www.w3.org/2002/07/owl#": "owl:",
    "http://www.w3.org/2004/02/skos/core#": "skos:",
    "http://www.w3.org/2006/time#": "time:",
    "http://www.w3.org/ns/oa#": "oa:",
    "http://www.w3.org/ns/org#": "org:",
    "http://www.w3.org/ns/prov#": "prov:",
    "http://xmlns.com/foaf/0.1/": "foaf:",
    "https://schema.org/": "schema:",
}


@pytest.fixture(scope="session")
def article(seed: Workspace) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in (*seed.entity_files(), *seed.source_files()):
        for quad in parse(path=path):
            values = found[_short(quad.subject)][_short(quad.predicate)]
            # A type may be stated with the names and again with the record.
            if _short(quad.object) not in values:
                values.append(_short(quad.object))
    return {s: {p: tuple(v) for p, v in said.items()} for s, said in found.items()}


@pytest.fixture(scope="session")
def stored_bytes(seed: Workspace) -> bytes:
    (path,) = seed.text_files()
    return path.read_bytes()


@pytest.fixture(scope="session")
def text(stored_bytes: bytes) -> str:
    return stored_bytes.decode("utf-8")


def _short(term: NamedNode | BlankNode | Literal | Triple) -> str:
    if isinstance(term, NamedNode):
        for namespace, prefix in _SHORT.items():
            if term.value.startswith(namespace):
                return prefix + term.value.removeprefix(namespace)
        return f"<{term.value}>"
    if isinstance(term, Literal):
        if term.language:
            return f'"{term.value}"@{term.language}'
        kind = _short(term.datatype)
        return f'"{term.value}"' if term.datatype.value == _STRING else f'"{term.value}"^^{kind}'
    return str(term)
