"""Competing values and what they are about, as a reader wants them."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from pyoxigraph import NamedNode

from mfgraph.labels import Labels
from mfgraph.resolve.contests import Contest
from mfgraph.resolve.reader import Reader
from mfgraph.resolve.values import Value
from mfgraph.terms import Language, compact, isolate
from mfgraph.vocab import term

_NARROW: Final = "\u202f"  # a narrow space that does not break: it groups digits in any language
# What a heading names of a figure's key; the other dimensions only where they restrict it.
_FIRST: Final = ("mf:indicator", "mf:refOrganization", "sdmx-dimension:refPeriod")
_UNSAID: Final = frozenset(
    {"qb:dataSet", "sdmx-attribute:unitMeasure", "mf:unitCounted", "sdmx-dimension:refArea"}
)


def shown(value: Value, labels: Labels, lang: Language) -> str:
    """A value in words: a number grouped and with its unit, a date, a thing by its name."""
    if value.number is not None:
        unit = labels.find(value.unit, lang) or value.unit
        return f"{grouped(value.number, lang)} {unit}".strip()
    return value.date or labels.show(value.term, lang)


def grouped(number: Decimal, lang: Language) -> str:
    """A number with its thousands apart and the language's decimal mark.

    >>> grouped(Decimal("-5.14"), "fr")
    '-5,14'
    """
    text = f"{number.normalize():,f}".replace(",", _NARROW)
    return text if lang == "en" else text.replace(".", ",")


def heading(contest: Contest, reader: Reader, labels: Labels, lang: Language) -> str:
    """What a contest is about: a property of a thing, or the key of a figure."""
    key = reader.keys.get(contest.subject)
    if key is not None:
        return named(naming(key, reader.totals), reader, labels, lang)
    record = NamedNode(contest.subject.value.partition("#")[0])
    return named((contest.about, record), reader, labels, lang)


def named(about: Iterable[NamedNode], reader: Reader, labels: Labels, lang: Language) -> str:
    """Things by their names; a tie or a membership that has none by those it ties."""
    return " · ".join(isolate(_name(node, reader, labels, lang)) for node in about)


def naming(
    key: Mapping[NamedNode, NamedNode], totals: frozenset[NamedNode]
) -> tuple[NamedNode, ...]:
    """What names a figure of its key: indicator, organization, period, and what restricts it."""
    first = [term(name) for name in _FIRST]
    unsaid = {term(name) for name in _UNSAID}
    rest = [d for d in key if d not in {*first, *unsaid} and key[d] not in totals]
    return tuple(key[d] for d in (*first, *rest) if d in key)


def _name(node: NamedNode, reader: Reader, labels: Labels, lang: Language) -> str:
    own = labels.find(node.value, lang)
    ends = [labels.of(end.value, lang) for end in reader.ends.get(node, ())]
    return own or " – ".join(ends) or compact(node.value)
