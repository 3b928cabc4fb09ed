"""What validation found: results, how many nodes each shape looked at, and what conforms.

A result says which node, by which rule, how grave, in three languages, and in which line of
which file the node is described. Results have one fixed order, so two runs print the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Self

from rdflib import SH, Graph, URIRef
from rdflib.term import Identifier

from mfgraph.locations import Location
from mfgraph.phrases import phrase
from mfgraph.terms import Language, pick


class Severity(IntEnum):
    """How grave a result is ([SHACL, 2.1.4](https://www.w3.org/TR/shacl/#severity)).

    >>> max(Severity.WARNING, Severity.INFO)
    <Severity.WARNING: 2>
    """

    INFO = 1
    WARNING = 2
    VIOLATION = 3

    @property
    def iri(self) -> URIRef:
        """The severity's name in SHACL."""
        return SH[self.name.capitalize()]

    @property
    def word(self) -> str:
        """The severity as commands and settings write it."""
        return self.name.lower()

    @classmethod
    def of(cls, name: str) -> Self:
        """The severity behind its IRI or its word; a severity of one's own counts as a violation.

        >>> Severity.of("http://www.w3.org/ns/shacl#Info"), Severity.of("warning")
        (<Severity.INFO: 1>, <Severity.WARNING: 2>)
        """
        word = name.removeprefix(str(SH)).upper()
        return cls[word] if word in cls.__members__ else cls["VIOLATION"]


@dataclass(frozen=True, slots=True)
class Result:
    """One finding: a node that a shape, a check or a comparison of names objects to.

    `rule` is what people call it: `S-12`, or the name of a hygiene check. `path` is written
    as SPARQL writes property paths, with prefixes.
    """

    focus: Identifier
    rule: str
    severity: Severity
    component: str
    messages: tuple[tuple[str, str], ...]
    path: str | None = None
    value: Identifier | None = None
    location: Location | None = None

    def message(self, lang: Language) -> str:
        """The message in a language, or in another where that one is missing."""
        return pick(dict(self.messages), lang)

    @property
    def key(self) -> tuple[int, str, str, str, str, tuple[tuple[str, str], ...]]:
        """Where the result stands in the fixed order: the gravest first, then rule and node."""
        value = "" if self.value is None else self.value.n3()
        return -self.severity, self.rule, self.focus.n3(), self.path or "", value, self.messages


@dataclass(frozen=True, slots=True)
class Target:
    """How many nodes of the data a shape was tried on."""

    shape: Identifier
    rule: str
    count: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one validation says.

    `targets` and `checks` tell what was run, so that an empty list of results is not
    mistaken for a thorough one. `graph` is the same as a SHACL validation report; `lang` is
    the language in which the report introduces itself.
    """

    results: tuple[Result, ...] = ()
    targets: tuple[Target, ...] = ()
    checks: tuple[str, ...] = ()
    graph: Graph = field(default_factory=Graph, compare=False, repr=False)
    lang: Language = "en"

    def conforms(self, fail_on: Severity | None = Severity.VIOLATION) -> bool:
        """Whether nothing as grave as `fail_on` was found; with None, nothing ever fails.

        >>> Report().conforms(Severity.INFO)
        True
        """
        return fail_on is None or all(result.severity < fail_on for result in self.results)

    def count(self, severity: Severity) -> int:
        """How many results have this severity."""
        return sum(result.severity is severity for result in self.results)

    def summary(self, lang: Language | None = None) -> str:
        """How much was found, in one line.

        >>> Report(lang="fr").summary()
        'Aucun écart'
        """
        language = lang or self.lang
        if not self.results:
            return phrase("validate.conforms", language)
        counts = (
            phrase(f"validate.{severity.word}s", language, count=self.count(severity))
            for severity in reversed(Severity)
        )
        return " · ".join(counts)

    def __str__(self) -> str:
        return self.summary()

    @property
    def focus_nodes(self) -> int:
        """How often a node was held against a shape."""
        return sum(target.count for target in self.targets)


def in_order(results: Iterable[Result]) -> tuple[Result, ...]:
    """The results in their fixed order, each once."""
    return tuple(sorted(dict.fromkeys(results), key=lambda result: result.key))


def by_language(messages: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Messages as a result holds them, ordered by language."""
    return tuple(sorted(messages.items()))
