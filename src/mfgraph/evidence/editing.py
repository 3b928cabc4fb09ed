"""What editors recorded beside the claims: sources, corrections of slips, choices between claims."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolution

from mfgraph.sparql import own_query
from mfgraph.store import Store
from mfgraph.words import Excerpt


@dataclass(frozen=True, slots=True)
class Source:
    """The document that a claim was read in; what it does not give is empty."""

    iri: str
    title: str
    publisher: str
    url: str
    date: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A slip of a source: what it prints and where, what we read, and why."""

    iri: str
    text: str
    start: int
    end: int
    printed: str
    reading: str
    reason: str
    because: Mapping[str, str]

    def is_within(self, excerpt: Excerpt) -> bool:
        """Whether the slip stands inside an excerpt."""
        same = self.text == excerpt.text
        return same and excerpt.start <= self.start and self.end <= excerpt.end


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision between claims: which was taken, which were passed over, on what ground."""

    iri: str
    chosen: str
    passed_over: tuple[str, ...]
    reason: str


def sources(store: Store) -> dict[str, Source]:
    """The sources of a store, by the IRI of their graph."""
    found: dict[str, Source] = {}
    for row in store.select(own_query("sources")):
        names = ("source", "title", "publisher", "url", "date")
        found.setdefault(_text(row, "graph"), Source(*(_text(row, name) for name in names)))
    return found


def corrections(store: Store) -> tuple[Correction, ...]:
    """The corrections of a store, by IRI."""
    because: dict[str, dict[str, str]] = defaultdict(dict)
    rows: dict[str, QuerySolution] = {}
    for row in store.select(own_query("corrections")):
        rows[_text(row, "correction")] = row
        note = row["because"]
        if isinstance(note, Literal) and note.language:
            because[_text(row, "correction")][note.language] = note.value
    return tuple(
        Correction(
            iri=iri,
            text=_text(row, "text"),
            start=int(_text(row, "start")),
            end=int(_text(row, "end")),
            printed=_text(row, "printed"),
            reading=_text(row, "reading"),
            reason=_text(row, "reason"),
            because=because[iri],
        )
        for iri, row in rows.items()
    )


def choices(store: Store) -> dict[str, Choice]:
    """The choices of a store, by each claim that took part in one."""
    passed: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in store.select(own_query("choices")):
        key = (_text(row, "choice"), _text(row, "chosen"), _text(row, "reason"))
        passed[key].append(_text(row, "passedOver"))
    made = [Choice(iri, chosen, tuple(lost), why) for (iri, chosen, why), lost in passed.items()]
    return {claim: choice for choice in made for claim in (choice.chosen, *choice.passed_over)}


def _text(row: QuerySolution, name: str) -> str:
    value = row[name]
    return value.value if isinstance(value, NamedNode | Literal) else ""
