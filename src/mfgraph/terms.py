"""RDF terms at the edge: short names for reading, whole IRIs for asking, text by language."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, Literal, get_args

from pyoxigraph import BlankNode, NamedNode, Triple
from pyoxigraph import Literal as RdfLiteral

from mfgraph.errors import UsageError
from mfgraph.vocab import BASE, ID, PREFIXES

Language = Literal["ar", "fr", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
Term = NamedNode | BlankNode | RdfLiteral | Triple


def _decimal(text: str) -> object:
    from decimal import Decimal  # noqa: PLC0415  (slow to load, and few ask for numbers)

    return Decimal(text)


_PYTHON: Final[Mapping[str, Callable[[str], object]]] = MappingProxyType(
    {
        "boolean": "true".__eq__,
        "date": date.fromisoformat,
        "decimal": _decimal,
        "integer": int,
    }
)
_LOCAL: Final = re.compile(r"[\w][\w./#-]*\Z")
_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s<>\"{}|\\^`]+\Z")
_SLUG: Final = re.compile(r"[a-z-]+/[a-z0-9][a-z0-9/#-]*\Z")
# First-strong isolate … pop directional isolate (Unicode UAX #9): what stands between them
# keeps its own direction whatever surrounds it.
_FSI, _PDI = "\u2068", "\u2069"
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def compact(iri: str) -> str:
    """The prefixed name of an IRI, or the IRI itself where no prefix fits.

    >>> compact("https://w3id.org/mfgraph/id/org/fnam")
    'organization:fnam'
    """
    fitting = [p for p, namespace in PREFIXES.items() if iri.startswith(namespace)]
    if not fitting:
        return iri
    prefix = max(fitting, key=lambda p: len(PREFIXES[p]))
    local = iri.removeprefix(PREFIXES[prefix])
    return f"{prefix}:{local}" if _LOCAL.match(local) else iri


def expand(name: str) -> NamedNode:
    """The IRI that a person means: a whole IRI, a prefixed name, or `kind/slug`.

    Raises:
        UsageError: the name is none of the three.

    >>> expand("org/fnam") == expand("organization:fnam")
    True
    """
    bare = name.removeprefix("<").removesuffix(">")
    if _IRI.match(bare):
        return NamedNode(bare)
    if _SLUG.match(bare):
        return NamedNode((BASE if bare.startswith("def/") else ID) + bare.removeprefix("id/"))
    prefix, colon, local = bare.partition(":")
    if colon and prefix in PREFIXES and _LOCAL.match(local):
        return NamedNode(PREFIXES[prefix] + local)
    raise UsageError(
        f"{name!r} is not an IRI, a prefixed name or kind/slug",
        hint="write for example org/fnam, schema:foundingDate or a whole IRI",
    )


def display(value: Term | None) -> str:
    """How a term is shown to a person: text as it is, IRIs by their short name.

    >>> display(NamedNode("https://schema.org/foundingDate"))
    'schema:foundingDate'
    """
    if value is None:
        return ""
    if isinstance(value, NamedNode):
        return compact(value.value)
    return value.value if isinstance(value, RdfLiteral) else str(value)


def to_python(value: Term | None) -> object:
    """A term as a Python value: numbers exact, days as dates, everything else as text.

    >>> to_python(RdfLiteral("75.18", datatype=NamedNode(PREFIXES["xsd"] + "decimal")))
    Decimal('75.18')
    """
    if not isinstance(value, RdfLiteral):
        return value.value if isinstance(value, NamedNode) else value and str(value)
    reader = _PYTHON.get(value.datatype.value.removeprefix(PREFIXES["xsd"]))
    return reader(value.value) if reader else value.value


def pick(texts: Mapping[str, str], lang: Language) -> str:
    """The text in the language asked for, else in another one, else nothing.

    >>> pick({"fr": "Maroc", "ar": "المغرب"}, "en")
    'Maroc'
    """
    order: Iterable[str] = (lang, "en", "fr", "ar", *sorted(texts))
    return next((texts[code] for code in order if code in texts), "")


def isolate(text: str) -> str:
    """The text, fenced so that its direction cannot disturb what stands beside it.

    Follows [UAX #9, 2.4](https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates).
    """
    return f"{_FSI}{text}{_PDI}"


def is_right_to_left(text: str) -> bool:
    """Whether the text holds a letter that is written from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None
