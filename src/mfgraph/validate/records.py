"""Results and looks as plain values for JSON, and back, with nothing lost."""

from collections.abc import Callable
from typing import Any, Final

import pyoxigraph as ox
from rdflib.term import BNode, Identifier, Literal, Node, URIRef

from mfgraph.validate.gates import Gate
from mfgraph.validate.looks import Look
from mfgraph.validate.parts import Found
from mfgraph.validate.paths import Chain, Either, Path, Repeat, Step
from mfgraph.validate.report import Result, Severity
from mfgraph.validate.sights import Route, Sight

Plain = Any
_GROUPS: Final[dict[str, Callable[[tuple[Path, ...]], Path]]] = {"/": Chain, "|": Either}


def of_found(found: Found) -> Plain:
    """A result with its triples."""
    result = found.result
    return {
        "focus": _of_term(result.focus),
        "rule": result.rule,
        "severity": result.severity.word,
        "component": result.component,
        "messages": result.messages,
        "path": result.path,
        "value": result.value if result.value is None else _of_term(result.value),
        "triples": [[_of_term(term) for term in triple] for triple in found.triples],
    }


def to_found(plain: Plain) -> Found:
    """A result with its triples, as `of_found` gave it; call it inside `literals_as_written`."""
    result = Result(
        focus=_to_term(plain["focus"]),
        rule=plain["rule"],
        severity=Severity.of(plain["severity"]),
        component=plain["component"],
        messages=tuple((lang, text) for lang, text in plain["messages"]),
        path=plain["path"],
        value=plain["value"] and _to_term(plain["value"]),
    )
    triples = tuple((_to_term(s), _to_term(p), _to_term(o)) for s, p, o in plain["triples"])
    return Found(result, triples)


def of_look(look: Look) -> Plain:
    """What a query looks at."""
    gate = look.gate
    return {
        "sights": None if look.sights is None else [_of_sight(sight) for sight in look.sights],
        "by_value": look.by_value,
        "gate": gate and [gate.prologue, gate.variable, gate.conditions],
        "bars": [_of_sight(bar) for bar in look.bars],
        "keys": look.keys,
    }


def to_look(plain: Plain) -> Look:
    """What a query looks at, as `of_look` gave it."""
    sights, gate = plain["sights"], plain["gate"]
    return Look(
        sights=None if sights is None else tuple(map(_to_sight, sights)),
        by_value=plain["by_value"],
        gate=gate and Gate(gate[0], gate[1], tuple(gate[2])),
        bars=tuple(map(_to_sight, plain["bars"])),
        keys=tuple(plain["keys"]),
    )


def _of_sight(sight: Sight) -> Plain:
    names = (sight.predicate, sight.subject, sight.object)
    routes = [[_of_path(route.path), route.end] for route in sight.routes]
    return [[name and name.value for name in names], routes, sight.once]


def _to_sight(plain: Plain) -> Sight:
    names, routes, once = plain
    predicate, subject, obj = (name and ox.NamedNode(name) for name in names)
    ways = tuple(Route(_to_path(path), end) for path, end in routes)
    return Sight(predicate, subject, obj, ways, once)


def _of_path(path: Path) -> Plain:
    match path:
        case Step(predicate, forward):
            return ["" if forward else "^", predicate and predicate.value]
        case Chain(parts):
            return ["/", *map(_of_path, parts)]
        case Either(parts):
            return ["|", *map(_of_path, parts)]
        case Repeat(part, many):
            return ["*" if many else "?", _of_path(part)]


def _to_path(plain: Plain) -> Path:
    kind, *parts = plain
    if kind in _GROUPS:
        return _GROUPS[kind](tuple(map(_to_path, parts)))
    if kind in {"*", "?"}:
        return Repeat(_to_path(parts[0]), many=kind == "*")
    return Step(parts[0] and ox.NamedNode(parts[0]), forward=kind == "")


def _of_term(term: Node) -> Plain:
    # A literal keeps whether its datatype was said: rdflib tells "a" from "a"^^xsd:string.
    if isinstance(term, Literal):
        return [str(term), term.language, term.datatype]
    return f"_:{term}" if isinstance(term, BNode) else str(term)


def _to_term(plain: Plain) -> Identifier:
    if isinstance(plain, str):
        return BNode(plain[2:]) if plain.startswith("_:") else URIRef(plain)
    text, language, datatype = plain
    return Literal(text, lang=language, datatype=datatype and URIRef(datatype))
