"""Contradictions in the words of a dataset and of one language."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pyoxigraph import Literal, NamedNode

from mfgraph.compare.contradiction import KINDS, Contradiction, Side
from mfgraph.labels import Labels
from mfgraph.phrases import phrase
from mfgraph.resolve import Reader, Standing, Value
from mfgraph.resolve.telling import grouped, named, shown
from mfgraph.store import Store
from mfgraph.terms import Language, Term, compact, isolate

# The columns of a table for reading, and those of rows for a spreadsheet.
COLUMNS: Final = ("kind", "about", "value", "held", "witnesses", "sources", "spread")
CELLS: Final = (
    "kind",
    "comparison",
    "about",
    "value",
    "unit",
    "told",
    "held",
    "witnesses",
    "sources",
    "apart",
    "apart_in",
)


@dataclass(frozen=True)
class Writer:
    """Says contradictions in the words of a dataset and of one language."""

    reader: Reader
    labels: Labels
    lang: Language

    @classmethod
    def of(cls, store: Store, lang: Language) -> "Writer":
        """A writer for a dataset."""
        return cls(Reader(store), Labels(store), lang)

    def rows(self, each: Contradiction) -> Iterator[tuple[str, ...]]:
        """One row a value, each whole."""
        for side in each.sides:
            row = (
                self._kind(each),
                named(each.about, self.reader, self.labels, self.lang),
                self._value(side),
                phrase("compare.yes", self.lang) if side.held else "",
                str(side.witnesses),
                self._sources(side),
                self._spread(each),
            )
            yield tuple(plain(cell) for cell in row)

    def cells(self, each: Contradiction) -> Iterator[tuple[str, ...]]:
        """One row a value for a spreadsheet: numbers as numbers, each unit beside its own."""
        comparison = each.comparison
        apart, unit = each.spread or (0.0, "")
        for side in each.sides:
            value = side.value
            row = (
                each.kind,
                self.labels.of(comparison.value, self.lang) if comparison else "",
                named(each.about, self.reader, self.labels, self.lang),
                _bare(value) or self.labels.show(value.term, self.lang),
                self.labels.find(value.unit, self.lang) or value.unit,
                named(side.told, self.reader, self.labels, self.lang),
                "true" if side.held else "false",
                str(side.witnesses),
                self._sources(side),
                f"{round(apart, 2):g}" if unit else "",
                unit,
            )
            yield tuple(plain(cell) for cell in row)

    def record(self, each: Contradiction) -> dict[str, object]:
        """A contradiction with its IRIs, for a program."""
        return {
            "kind": each.kind,
            "comparison": compact(each.comparison.value) if each.comparison else None,
            "about": [compact(node.value) for node in each.about],
            "spread": dict(zip(("apart", "unit"), each.spread, strict=True))
            if each.spread
            else None,
            "values": [_side(side) for side in each.sides],
        }

    def headings(self, columns: Sequence[str] = COLUMNS) -> tuple[str, ...]:
        """The headings of some columns."""
        return tuple(phrase(f"compare.heading-{name}", self.lang) for name in columns)

    def totals(self, found: Iterable[Contradiction]) -> Iterator[str]:
        """How many contradictions there are of each kind, and in all."""
        counts = Counter(each.kind for each in found)
        for kind in KINDS:
            name = phrase(f"compare.kind-{kind}", self.lang)
            yield phrase("compare.total", self.lang, kind=name, count=counts[kind])
        yield phrase("compare.total-all", self.lang, count=counts.total())

    def source(self, standing: Standing) -> str:
        """A source by its publisher and date."""
        publisher = standing.publisher
        name = self.labels.of(publisher.value, self.lang) if publisher else ""
        parts = (name or compact(standing.graph.value), standing.date)
        return " ".join(isolate(part) for part in parts if part)

    def _kind(self, each: Contradiction) -> str:
        kind = phrase(f"compare.kind-{each.kind}", self.lang)
        if each.comparison is None:
            return kind
        return f"{kind}: {isolate(self.labels.of(each.comparison.value, self.lang))}"

    def _value(self, side: Side) -> str:
        value = isolate(shown(side.value, self.labels, self.lang))
        told = named(side.told, self.reader, self.labels, self.lang)
        return f"{value} ({told})" if told else value

    def _sources(self, side: Side) -> str:
        return " · ".join(dict.fromkeys(self.source(claim.source) for claim in side.claims))

    def _spread(self, each: Contradiction) -> str:
        if each.spread is None:
            return ""
        apart, unit = each.spread
        number = grouped(round(Decimal(str(apart)), 2), self.lang)
        return phrase(f"compare.spread-{unit}", self.lang, apart=number)


def plain(cell: str) -> str:
    """A cell without the marks that keep directions apart: a table sets its own, line by line.

    >>> plain(isolate("الأمانة"))
    'الأمانة'
    """
    return cell.translate(dict.fromkeys(map(ord, isolate(""))))


def _bare(value: Value) -> str:
    return f"{value.number.normalize():f}" if value.number is not None else value.date


def _iri(said: Term) -> str:
    return said.value if isinstance(said, Literal | NamedNode) else str(said)


def _side(side: Side) -> dict[str, object]:
    value = side.value
    return {
        "value": _bare(value) or compact(_iri(value.term)),
        "unit": compact(value.unit) if value.unit else None,
        "told": [compact(node.value) for node in side.told],
        "held": side.held,
        "witnesses": side.witnesses,
        "claims": [compact(claim.claim.value) for claim in side.claims],
        "sources": sorted({compact(claim.source.graph.value) for claim in side.claims}),
    }
