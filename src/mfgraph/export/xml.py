"""[RDF/XML](https://www.w3.org/TR/rdf-syntax-grammar/), with the prefixes of its elements alone."""

import re
from typing import IO, Final

from pyoxigraph import RdfFormat, serialize

from mfgraph.export.quads import View
from mfgraph.export.readable import in_order
from mfgraph.lines import joined
from mfgraph.vocab import PREFIXES, term

_PREDICATE: Final = re.compile(rb"^\S+ <(\S+)> ", re.MULTILINE)
_TYPE: Final = re.compile(rb"^\S+ %b <(\S+)> " % str(term("rdf:type")).encode(), re.MULTILINE)


def write_rdfxml(view: View, output: IO[bytes]) -> None:
    """The triples of a view in RDF/XML, by subject."""
    used = _prefixes(view)
    with in_order(view.blocks()) as quads:
        serialize(quads, output, format=RdfFormat.RDF_XML, prefixes=used)
    output.write(b"\n")


def _prefixes(view: View) -> dict[str, str]:
    # RDF/XML shortens the names of elements only: those of properties and types.
    named: set[bytes] = set()
    for block in view.blocks():
        text = joined(block)
        named.update(_PREDICATE.findall(text), _TYPE.findall(text))
    return {p: iri for p, iri in PREFIXES.items() if any(iri.encode() in name for name in named)}
