"""What things are called, in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from mfgraph.sparql import bind, own_query
from mfgraph.store import Store
from mfgraph.terms import Language, Term, compact, display, pick


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of a store, each read when it is first asked for."""

    store: Store
    _texts: dict[str, dict[str, str]] = field(default_factory=dict, repr=False)

    def of(self, iri: str, lang: Language) -> str:
        """The label in a language, in another one, or else the IRI's short name."""
        return self.find(iri, lang) or compact(iri)

    def find(self, iri: str, lang: Language) -> str | None:
        """The label in a language or in another one, if the thing has any."""
        self.load([iri])
        return pick(self._texts[iri], lang) or None

    def show(self, term: Term | None, lang: Language) -> str:
        """A term as a reader wants it: a thing by its label, a literal by its text."""
        return self.of(term.value, lang) if isinstance(term, NamedNode) else display(term)

    def load(self, iris: Iterable[str]) -> None:
        """Read the labels of many things in one query, before they are asked for one by one."""
        new = [iri for iri in dict.fromkeys(iris) if iri not in self._texts]
        if not new:
            return
        self._texts.update((iri, {}) for iri in new)
        things = [NamedNode(iri) for iri in new if ":" in iri]
        query = bind(own_query("labels"), {"thing": things})
        for row in self.store.select(query) if things else ():
            thing, label = row["thing"], row["label"]
            if isinstance(thing, NamedNode) and isinstance(label, Literal):
                self._texts[thing.value].setdefault(label.language or "", label.value)
