"""What is said of a node that breaks a shape: the shape's own words, or that it breaks it."""

import re
from collections.abc import Mapping
from typing import Final

from rdflib import SH, Graph, Literal
from rdflib.term import Node

from mfgraph.phrases import phrase
from mfgraph.terms import LANGUAGES

_SLOT: Final = re.compile(r"\{[?$](\w+)\}")
_COMPONENT: Final = "ConstraintComponent"


def messages(shapes: Graph, *nodes: Node) -> tuple[Literal, ...]:
    """What shapes or constraints say of a node that breaks them, in all languages."""
    said = {m for node in nodes for m in shapes.objects(node, SH.message)}
    return tuple(sorted(m for m in said if isinstance(m, Literal)))


def plain(component: Node) -> tuple[Literal, ...]:
    """What is said where a shape says nothing.

    >>> [str(said) for said in plain(SH.MinCountConstraintComponent) if said.language == "en"]
    ['Does not satisfy the constraint sh:minCount']
    """
    name = str(component).removeprefix(str(SH)).removesuffix(_COMPONENT)
    # A name that begins with an abbreviation keeps it: SPARQL, of which sh:sparql is the property.
    parameter = name.lower() if name.isupper() else f"{name[:1].lower()}{name[1:]}"
    return tuple(
        Literal(phrase("validate.broken", la, constraint=f"sh:{parameter}"), lang=la)
        for la in LANGUAGES
    )


def fill(message: Literal, row: Mapping[str, Node]) -> Literal:
    """A message with `{?name}` and `{$name}` replaced by what the row holds.

    >>> fill(Literal("S-23 {?value}, not {$t}", lang="en"), {"value": Literal("43.57")})
    rdflib.term.Literal('S-23 43.57, not {$t}', lang='en')
    """
    text = _SLOT.sub(lambda slot: str(row.get(slot[1], slot[0])), message)
    return Literal(text, lang=message.language)
