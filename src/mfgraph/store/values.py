"""The value of a literal in one spelling, for servers that rewrite literals.

Two literals of one [value](https://www.w3.org/TR/xmlschema11-2/#equality) become one: `58.0`
and `58`, `true` and `1`, `P13Y` and `P156M`.
"""

import re
from decimal import Decimal, InvalidOperation
from typing import Final, TypeVar

from pyoxigraph import Literal

from mfgraph.vocab import term

Node = TypeVar("Node")
_NUMBERS: Final = frozenset(term(f"xsd:{n}") for n in ("integer", "decimal", "double", "float"))
_BOOLEAN: Final = term("xsd:boolean")
_DURATION: Final = term("xsd:duration")
_DECIMAL: Final = term("xsd:decimal")
_ISO: Final = re.compile(
    r"(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?"
)
_TRUTH: Final = {"true": "1", "false": "0"}


def normal(node: Node) -> Node | Literal:
    """A term as it is, or a literal in the one spelling of its value.

    >>> normal(Literal("58.0", datatype=_DECIMAL)) == normal(Literal(58))
    True
    """
    if not isinstance(node, Literal):
        return node
    if node.datatype == _DURATION:
        return Literal(_duration(node.value), datatype=_DURATION)
    if node.datatype == _BOOLEAN:
        return Literal(_TRUTH.get(node.value, node.value), datatype=_DECIMAL)
    if node.datatype in _NUMBERS:
        return Literal(_number(node.value), datatype=_DECIMAL)
    return node


def _number(text: str) -> str:
    try:
        return format(Decimal(text).normalize(), "f")
    except InvalidOperation:
        return text


def _duration(text: str) -> str:
    """Months and seconds; Virtuoso writes a duration as the one (156) or the other (172800.0)."""
    found = _ISO.fullmatch(text)
    if found is None:
        return f"0 {_number(text)}" if "." in text else f"{text} 0"
    years, months, days, hours, minutes, seconds = (Decimal(p or 0) for p in found.groups()[1:])
    total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    return f"{found[1]}{years * 12 + months} {_number(str(total))}"
