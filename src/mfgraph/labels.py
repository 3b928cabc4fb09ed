"""What things are called, in the reader's language."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from mfgraph.sparql import own_query
from mfgraph.store import Store
from mfgraph.terms import Language, Term, compact, display, pick


@dataclass(frozen=True)
class Labels:
    """The labels of a store, read once when the first is asked for."""

    store: Store

    def of(self, iri: str, lang: Language) -> str:
        """The label in a language, in another one, or else the IRI's short name."""
        return self.find(iri, lang) or compact(iri)

    def find(self, iri: str, lang: Language) -> str | None:
        """The label in a language or in another one, if the thing has any."""
        return pick(self._texts.get(iri, {}), lang) or None

    def show(self, term: Term | None, lang: Language) -> str:
        """A term as a reader wants it: a thing by its label, a literal by its text."""
        return self.of(term.value, lang) if isinstance(term, NamedNode) else display(term)

    @cached_property
    def _texts(self) -> dict[str, dict[str, str]]:
        texts: dict[str, dict[str, str]] = defaultdict(dict)
        for row in self.store.select(own_query("labels")):
            thing, label = row["thing"], row["label"]
            if isinstance(thing, NamedNode) and isinstance(label, Literal):
                texts[thing.value].setdefault(label.language or "", label.value)
        return texts
