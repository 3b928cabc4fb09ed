"""From a SHACL validation report graph to results that people can read.

pySHACL gives the messages of SPARQL constraints without their language; the constraint's
own messages, kept in the shapes graph, tell which is which.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from rdflib import RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Identifier, Node

from mfgraph.validate.rdf import short
from mfgraph.validate.report import Result, Severity, by_language

_CODE: Final = re.compile(r"\bS-\d{2}\b")
_SLOT: Final = re.compile(r"\{[?$]\w+\}")
_IRI: Final = re.compile(r"https?://[^\s<>\"{}|\\^`,;()«»]*[\w/#]")
_SUFFIXES: Final = {SH.zeroOrMorePath: "*", SH.oneOrMorePath: "+", SH.zeroOrOnePath: "?"}


def read_results(report: Graph, shapes: Graph) -> Iterator[Result]:
    """The results of a report, each with the number of its rule."""
    for node in report.objects(None, SH.result):
        yield read_result(node, report, shapes)


def rule_of(shape: Node | None, shapes: Graph) -> str:
    """What people call a shape: the number in its name or in its parent's, else its short name.

    >>> rule_of(URIRef("https://w3id.org/mfgraph/shapes#S-01-person"), Graph())
    'S-01'
    """
    for at in _upward(shape, shapes):
        found = _CODE.search(str(at)) if isinstance(at, URIRef) else None
        if found:
            return found.group()
    return short(str(shape)) if isinstance(shape, URIRef) else "shape"


def _upward(shape: Node | None, shapes: Graph) -> Iterator[Node]:
    # A property shape is mostly a blank node: its number is that of the shape it is part of.
    seen: set[Node] = set()
    while shape is not None and shape not in seen:
        yield shape
        seen.add(shape)
        owners = (shapes.subjects(by, shape) for by in (SH.property, SH.node, RDF.first, RDF.rest))
        shape = min((owner for some in owners for owner in some), key=str, default=None)


def path_text(path: Node, graph: Graph) -> str:
    """A SHACL path as SPARQL writes it ([SHACL, 2.3.1](https://www.w3.org/TR/shacl/#property-paths)).

    >>> path_text(URIRef("https://schema.org/foundingDate"), Graph())
    'schema:foundingDate'
    """
    if isinstance(path, URIRef):
        return short(str(path))
    inverse = graph.value(path, SH.inversePath)
    if inverse is not None:
        return f"^{_grouped(inverse, graph)}"
    either = graph.value(path, SH.alternativePath)
    if either is not None:
        return "|".join(_grouped(step, graph) for step in Collection(graph, either))
    for predicate, suffix in _SUFFIXES.items():
        repeated = graph.value(path, predicate)
        if repeated is not None:
            return _grouped(repeated, graph) + suffix
    return "/".join(_grouped(step, graph) for step in Collection(graph, path))


def _grouped(path: Node, graph: Graph) -> str:
    text = path_text(path, graph)
    return text if isinstance(path, URIRef) else f"({text})"


def read_result(node: Node, report: Graph, shapes: Graph) -> Result:
    """One result of a report, with the number of its rule."""

    def value(predicate: URIRef) -> Identifier | None:
        found = report.value(node, predicate)
        return found if isinstance(found, Identifier) else None

    path, shape = value(SH.resultPath), value(SH.sourceShape)
    said = report.objects(node, SH.resultMessage)
    messages = _messages(said, _templates((value(SH.sourceConstraint), shape), shapes))
    return Result(
        focus=value(SH.focusNode) or BNode(),
        rule=_rule(messages, shape, shapes),
        severity=Severity.of(str(value(SH.resultSeverity))),
        component=str(value(SH.sourceConstraintComponent)),
        messages=messages,
        path=None if path is None else path_text(path, report),
        value=value(SH.value),
    )


def _rule(messages: tuple[tuple[str, str], ...], shape: Node | None, shapes: Graph) -> str:
    codes = (_CODE.match(text) for _, text in messages)
    return next((code.group() for code in codes if code), None) or rule_of(shape, shapes)


def _messages(
    said: Iterable[Node], templates: Mapping[str, list[re.Pattern[str]]]
) -> tuple[tuple[str, str], ...]:
    found: dict[str, list[str]] = defaultdict(list)
    for message in sorted(m for m in said if isinstance(m, Literal)):
        found[message.language or _language(str(message), templates)].append(str(message))
    return by_language({lang: _shortened(" · ".join(texts)) for lang, texts in found.items()})


def _shortened(text: str) -> str:
    # A value that a message repeats is a whole IRI; people read its short name.
    return _IRI.sub(lambda iri: short(iri.group()), text)


def _language(text: str, templates: Mapping[str, list[re.Pattern[str]]]) -> str:
    fitting = (la for la, forms in templates.items() if any(f.fullmatch(text) for f in forms))
    return next(fitting, "")


def _templates(nodes: Iterable[Node | None], shapes: Graph) -> dict[str, list[re.Pattern[str]]]:
    found: dict[str, list[re.Pattern[str]]] = defaultdict(list)
    for node in nodes:
        for message in shapes.objects(node, SH.message) if node is not None else ():
            if isinstance(message, Literal) and message.language:
                parts = (re.escape(part) for part in _SLOT.split(message))
                form = re.compile(".*".join(parts), re.DOTALL)
                found[message.language].append(form)
    return found
