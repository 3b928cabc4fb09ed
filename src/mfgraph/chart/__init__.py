"""Draw a question of the library as a series over time, with the values on which sources differ.

header   which columns of a question are drawn, and as what
values   one number of one source for one period, and what competes with it
scales   numbers as readers of each language write them
picture  PNG and SVG (the only part that needs matplotlib)
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from mfgraph.chart.header import Roles
from mfgraph.chart.values import Value, contests, values
from mfgraph.errors import ExportError
from mfgraph.folding import fold
from mfgraph.labels import Labels
from mfgraph.phrases import phrase
from mfgraph.queries import QueryFile, bound, table
from mfgraph.sparql import defaults
from mfgraph.store import Store
from mfgraph.terms import Language, compact, expand, pick

__all__ = ["Chart", "Roles", "Value", "chart", "contests", "draw"]

_BETWEEN: Final[Mapping[Language, str]] = MappingProxyType(
    {"ar": "؛ ", "fr": "\u00a0; ", "en": "; "}
)


@dataclass(frozen=True, slots=True)
class Chart:
    """An answer to be drawn: its question and parameters in a language, and its values."""

    name: str
    title: str
    subtitle: str
    x_label: str
    values: tuple[Value, ...]
    lang: Language

    @property
    def drawn(self) -> tuple[Value, ...]:
        """The values whose period has a day."""
        return tuple(value for value in self.values if value.is_dated)

    @property
    def units(self) -> tuple[str, ...]:
        """What the values count, each once: every unit has an axis of its own."""
        return tuple(dict.fromkeys(value.unit for value in self.drawn))

    @property
    def series(self) -> tuple[str, ...]:
        """What tells the lines apart, each once, in the order of the answer."""
        return tuple(dict.fromkeys(value.series for value in self.drawn))

    def notes(self) -> Iterator[str]:
        """What must be read beside the chart: how much it rests on, its sources, its gaps."""
        named = {value.source: value.source_name for value in self.drawn if value.source}
        yield phrase(
            "chart.notice",
            self.lang,
            values=len(self.drawn),
            periods=len({value.period for value in self.drawn}),
            sources=len(named),
            contests=len(contests(self.drawn)),
        )
        yield phrase("chart.caution", self.lang)
        if missing := len(self.values) - len(self.drawn):
            yield phrase("chart.not-drawn", self.lang, count=missing)
        if named:
            names = sorted(set(named.values()), key=lambda name: (fold(name), name))
            yield phrase("chart.sources", self.lang, names=_BETWEEN[self.lang].join(names))


def chart(
    store: Store, query: QueryFile, given: Mapping[str, str], *, lang: Language = "en"
) -> Chart:
    """The chart that a question declares, with its answer for some parameters.

    Raises:
        SyntaxFault: the question's header declares no chart.
        ParameterError: a parameter is unknown, missing, or of the wrong type.
        ExportError: the answer has no value with a period that has a day.

    >>> from mfgraph.build import build
    >>> from mfgraph.queries import Library
    >>> from mfgraph.workspace import Workspace
    >>> built = build(Workspace.shipped())
    >>> query = Library(built.workspace.queries).query("indicator-over-time")
    >>> chart(built.store, query, {"lang": "en"}).x_label
    'Period'
    """
    roles = Roles.of(query)
    found = table(store.select(bound(query, given)), query=query, lang=lang)
    made = Chart(
        name=query.name,
        title=pick(query.question, lang),
        subtitle=_subtitle(query, given, Labels(store), lang),
        x_label=dict(zip(found.names, found.headings, strict=True))[roles.x],
        values=values(found, roles),
        lang=lang,
    )
    if not made.drawn:
        raise ExportError(
            "there is nothing to draw",
            hint=f"'mfgraph query {query.name}' shows what was found for these parameters",
        )
    return made


def draw(made: Chart, path: Path) -> Path:
    """Draw a chart, PNG or SVG by the path's suffix.

    Raises:
        ExportError: matplotlib is missing, or there are more lines than can be told apart.
        UsageError: the suffix is neither .png nor .svg.
    """
    from mfgraph.chart.picture import draw as _draw  # noqa: PLC0415  # matplotlib is an extra

    return _draw(made, path)


def _subtitle(query: QueryFile, given: Mapping[str, str], labels: Labels, lang: Language) -> str:
    standing = defaults(query.text)
    said = []
    for parameter in query.parameters:
        text = given.get(parameter.name)
        if parameter.type == "iri" and (named := text or standing.get(parameter.name)):
            text = _named(named, labels, lang)
        if text and parameter.type != "language":
            label = pick(parameter.label, lang) or parameter.name
            said.append(phrase("chart.parameter", lang, label=label, value=text))
    return " · ".join(said)


def _named(text: str, labels: Labels, lang: Language) -> str:
    iri = expand(text).value
    return labels.find(iri, lang) or compact(iri)
