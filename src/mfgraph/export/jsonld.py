"""JSON-LD for programs that know JSON and no RDF: short names by the ontology's own context.

[Compaction](https://www.w3.org/TR/json-ld11-api/#compaction-algorithms) is rdflib's. Its order
follows the hash of strings, so everything is sorted here; and literals are kept as they are
spelled, which rdflib does not do by itself. A context can say one thing for another, so what is
written is read back by Oxigraph and compared before any of it is handed out.

A node is written from the triples of its subject alone, so some subjects are taken at a time
and memory stays flat. Blank nodes hang together, and are taken all at once.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import IO, Any, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import BNode, Graph, URIRef
from rdflib import Literal as RdflibLiteral
from rdflib.plugins.serializers.jsonld import Converter
from rdflib.plugins.shared.jsonld.context import Context
from rdflib.term import Node

from mfgraph.errors import ExportError
from mfgraph.export.canonical import has_blank_nodes
from mfgraph.export.quads import View
from mfgraph.lines import Sorted, joined

_MOST: Final = 10_000  # triples that are written together
# JSON escapes both, so that they stand in no name and no text: the one ends a node's name, and
# sorts before all that a longer name goes on with; the other is a line break within a node.
_NAME_ENDS: Final = b"\0"
_BREAK: Final = b"\1"


def write_jsonld(view: View, context: Path, output: IO[bytes]) -> None:
    """The triples of a view as one compact JSON-LD document that carries its context.

    Raises:
        ExportError: the context is not there, not JSON, or changes what the triples say.
    """
    names = _context(context)
    with Sorted() as lines:
        for given in _together(view):
            nodes = _nodes(given, names)
            _compare(b"".join(_document(names, nodes.values())), given, context)
            for name, node in nodes.items():
                lines.write(name.encode() + _NAME_ENDS + node.replace(b"\n", _BREAK) + b"\n")
        sorted_nodes = (
            line.partition(_NAME_ENDS)[2].replace(_BREAK, b"\n")
            for block in lines.blocks()
            for line in block
        )
        output.writelines(_document(names, sorted_nodes))


def _together(view: View) -> Iterator[list[Quad]]:
    """The triples of a view, those of one subject never apart."""
    hang_together = any(has_blank_nodes(joined(block)) for block in view.blocks())
    waiting: list[Quad] = []
    for _, quads in groupby(view.quads(), key=lambda quad: quad.subject):
        waiting += quads
        if len(waiting) >= _MOST and not hang_together:
            yield waiting
            waiting = []
    yield waiting


def _nodes(given: Iterable[Quad], names: dict[str, Any]) -> dict[str, bytes]:
    """Each node by its name, as JSON in the place where it stands in the document."""
    converter = Converter(Context(names), use_native_types=False, use_rdf_type=False)
    # rdflib turns this on again for every document with a context, and then writes
    # "007"^^xsd:integer as 7.
    converter.use_native_types = False
    first = (converter.context.id_key, converter.context.type_key)
    nodes = (_sorted(node, first) for node in converter.from_graph(_graph(given)))
    return {str(node[first[0]]): _laid_out(node).replace(b"\n", b"\n    ") for node in nodes}


def _document(names: dict[str, Any], nodes: Iterable[bytes]) -> Iterator[bytes]:
    """The document of some nodes, part by part."""
    empty = _laid_out({"@context": names, "@graph": []})
    yield empty.removesuffix(b"]\n}")
    before = b"\n    "
    for node in nodes:
        yield before + node
        before = b",\n    "
    yield b"]\n}\n" if before == b"\n    " else b"\n  ]\n}\n"


def _laid_out(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode()


def _compare(written: bytes, given: list[Quad], context: Path) -> None:
    try:
        lost = set(given) ^ set(parse(written, format=RdfFormat.JSON_LD))
    except (SyntaxError, ValueError) as error:
        raise ExportError(
            f"the JSON-LD context cannot be used: {error}", where=str(context)
        ) from error
    if lost:
        one = min(lost, key=str)
        raise ExportError(
            f"the JSON-LD context changes what the data says, as in: {one}",
            where=str(context),
            hint="check the terms for this property and its values",
        )


def _context(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ExportError(f"no JSON-LD context: {error.strerror}", where=str(path)) from error
    except ValueError as error:
        raise ExportError(f"not JSON: {error}", where=str(path)) from error
    names = document.get("@context") if isinstance(document, dict) else None
    # A context may also be an address, or import one; nothing is fetched for an export.
    if not isinstance(names, dict) or {"@context", "@import"} & names.keys():
        raise ExportError(
            "not a JSON-LD context of its own",
            where=str(path),
            hint="it needs an '@context' that is a table of terms",
        )
    return names


def _graph(quads: Iterable[Quad]) -> Graph:
    graph = Graph(bind_namespaces="none")
    for quad in quads:
        graph.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))
    return graph


def _node(term: object) -> Node:
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, BlankNode):
        return BNode(term.value)
    if isinstance(term, Literal) and term.language:
        return RdflibLiteral(term.value, lang=term.language)
    if isinstance(term, Literal):
        plain = term.datatype.value == "http://www.w3.org/2001/XMLSchema#string"
        datatype = None if plain else URIRef(term.datatype.value)
        return RdflibLiteral(term.value, datatype=datatype, normalize=False)
    raise ExportError(f"JSON-LD has no form for {term}", hint="export Turtle instead")


def _sorted(value: Any, first: tuple[str, str]) -> Any:
    """The JSON value in order: a node's name and type first, then its properties by name.

    Arrays are sets in JSON-LD and are sorted, save an `@list`, whose order means something.
    """
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: (key not in first, key))
        return {k: value[k] if k == "@list" else _sorted(value[k], first) for k in keys}
    if isinstance(value, list):
        # rdflib puts a null behind each value of a language map of sets.
        items = [_sorted(item, first) for item in value if item is not None]
        return sorted(items, key=_text)
    return value


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
