"""RDF terms at the edge: short names for reading, whole IRIs for asking, text by language."""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from types import MappingProxyType
from typing import Final, Literal, get_args

from pyoxigraph import BlankNode, NamedNode, Triple
from pyoxigraph import Literal as RdfLiteral

from mfgraph.errors import UsageError
from mfgraph.vocab import BASE, ID, PREFIXES, term

Language = Literal["ar", "fr", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
Term = NamedNode | BlankNode | RdfLiteral | Triple


def _decimal(text: str) -> object:
    from decimal import Decimal  # noqa: PLC0415  (slow to load, and few ask for numbers)

    return Decimal(text)


_PYTHON: Final[Mapping[NamedNode, Callable[[str], object]]] = MappingProxyType(
    {
        term("xsd:boolean"): "true".__eq__,
        term("xsd:date"): date.fromisoformat,
        term("xsd:decimal"): _decimal,
        term("xsd:integer"): int,
    }
)
_LOCAL: Final = re.compile(r"[\w][\w./#-]*\Z")
_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s<>\"{}|\\^`]+\Z")
_SLUG: Final = re.compile(r"[a-z-]+/[a-z0-9][a-z0-9/#-]*\Z")
# A colon or a closing quotation mark never begins a line of French, nor does « end one.
_LOOSE: Final = re.compile("(?<=«) | (?=[:;?!»%])")
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
        with suppress(ValueError):  # a host may still be none, as in http://[
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
    if isinstance(value, NamedNode):
        return value.value
    if not isinstance(value, RdfLiteral):
        return value and str(value)
    reader = _PYTHON.get(value.datatype)
    return reader(value.value) if reader else value.value


def pick(texts: Mapping[str, str], lang: Language) -> str:
    """The text in the language asked for, else in another one, else nothing.

    >>> pick({"fr": "Maroc", "ar": "المغرب"}, "en")
    'Maroc'
    """
    order = (*preferred(lang), *sorted(texts))
    return next((texts[code] for code in order if code in texts), "")


def preferred(lang: Language) -> tuple[Language, ...]:
    """The languages in which a text is looked for, the one asked for first."""
    return lang, "en", "fr", "ar"


def comma(lang: Language) -> str:
    """What stands between the members of a list in a language."""
    return "، " if lang == "ar" else ", "


def listed(texts: Iterable[str], lang: Language) -> str:
    """Some texts in a row, with the comma of their language between them.

    >>> listed(("الرباط", "فاس"), "ar")
    'الرباط، فاس'
    """
    return comma(lang).join(texts)


def unbroken(french: str) -> str:
    r"""French written with plain spaces, with no-break ones where its punctuation has them.

    >>> unbroken("Qui parle : « la FNAM » ?")
    'Qui parle\xa0: «\xa0la FNAM\xa0»\xa0?'
    """
    return _LOOSE.sub("\u00a0", french)


def isolate(text: str) -> str:
    """The text, fenced so that its direction cannot disturb what stands beside it.

    Follows [UAX #9, 2.4](https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates).
    """
    return f"{_FSI}{text}{_PDI}"


def is_right_to_left(text: str) -> bool:
    """Whether the text holds a letter that is written from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None
