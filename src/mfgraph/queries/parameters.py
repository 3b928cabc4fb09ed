"""What a caller writes for a parameter, read as the typed term that the query needs."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal, NamedNode

from mfgraph.errors import ParameterError, UsageError
from mfgraph.queries.header import Parameter, ParameterType, QueryFile
from mfgraph.sparql import bind
from mfgraph.terms import LANGUAGES, expand
from mfgraph.vocab import PREFIXES

Value = NamedNode | Literal
_YEAR: Final = re.compile(r"[0-9]{4}\Z")
_DECIMAL: Final = re.compile(r"[+-]?\d+(?:\.\d+)?\Z")
_XSD: Final = PREFIXES["xsd"]


def bound(query: QueryFile, given: Mapping[str, str]) -> str:
    """The query's text with the caller's values in its slots.

    Raises:
        ParameterError: a name is unknown, a value is of the wrong type, or one is missing.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in given:
        if name not in known:
            raise ParameterError(
                f"'{query.name}' has no parameter '{name}'", hint=_listing(query.parameters)
            )
    for parameter in query.parameters:
        if parameter.required and parameter.name not in given:
            raise ParameterError(
                f"'{query.name}' needs --param {parameter.name}=…", hint=_listing(query.parameters)
            )
    return bind(query.text, {name: [read_value(known[name], text)] for name, text in given.items()})


def read_value(parameter: Parameter, text: str) -> Value:
    """The typed term that a parameter's text stands for.

    Raises:
        ParameterError: the text is not of the parameter's type.

    >>> read_value(Parameter("since", "date"), "2001-10-04").datatype.value
    'http://www.w3.org/2001/XMLSchema#date'
    """
    try:
        return _READERS[parameter.type](text)
    except (ValueError, UsageError) as error:
        raise ParameterError(
            f"parameter '{parameter.name}' takes {_EXAMPLES[parameter.type]}, not {text!r}"
        ) from error


def _typed(text: str, datatype: str) -> Literal:
    return Literal(text, datatype=NamedNode(_XSD + datatype))


def _date(text: str) -> Literal:
    return _typed(date.fromisoformat(text).isoformat(), "date")


def _year(text: str) -> Literal:
    if not _YEAR.match(text):
        raise ValueError(text)
    return _typed(text, "gYear")


def _decimal(text: str) -> Literal:
    # No exponent: written out, 1e999999999 would be a number of a thousand million digits.
    if not _DECIMAL.match(text):
        raise ValueError(text)
    from decimal import Decimal  # noqa: PLC0415  (slow to load, and few parameters are numbers)

    return _typed(f"{Decimal(text):f}", "decimal")


def _boolean(text: str) -> Literal:
    if text not in {"true", "false"}:
        raise ValueError(text)
    return _typed(text, "boolean")


def _language(text: str) -> Literal:
    if text not in LANGUAGES:
        raise ValueError(text)
    return Literal(text)


_READERS: Final[Mapping[ParameterType, Callable[[str], Value]]] = MappingProxyType(
    {
        "iri": expand,
        "string": Literal,
        "date": _date,
        "year": _year,
        "integer": lambda text: _typed(str(int(text)), "integer"),
        "decimal": _decimal,
        "boolean": _boolean,
        "language": _language,
    }
)
_EXAMPLES: Final[Mapping[ParameterType, str]] = MappingProxyType(
    {
        "iri": "an address such as org/fnam",
        "string": "a text",
        "date": "a day such as 2001-10-04",
        "year": "a year such as 2001",
        "integer": "a whole number",
        "decimal": "a number such as 75.18",
        "boolean": "true or false",
        "language": "ar, fr or en",
    }
)


def _listing(parameters: tuple[Parameter, ...]) -> str:
    if not parameters:
        return "it takes none"
    return "it takes " + ", ".join(f"{p.name} ({_EXAMPLES[p.type]})" for p in parameters)
