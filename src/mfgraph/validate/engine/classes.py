"""Which classes are parts of which: the data's `rdfs:subClassOf`, read once."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib.term import Node

from mfgraph.store import Store
from mfgraph.validate.engine.terms import sparql
from mfgraph.vocab import term


@dataclass(frozen=True, slots=True)
class Classes:
    """The direct subclasses of each class."""

    below: Mapping[str, frozenset[str]]

    def of(self, wanted: Node) -> tuple[str, ...]:
        """A class and all that are parts of it, as SPARQL writes them.

        Follows the [instances of SHACL](https://www.w3.org/TR/shacl/#dfn-shacl-instance).
        """
        found, new = set[str](), {sparql(wanted)}
        while new:
            found |= new
            new = {part for one in new for part in self.below.get(one, ())} - found
        return tuple(sorted(found))

    def has(self, node: str, wanted: Node, kind: str) -> str:
        """That a node is of a class; `kind` is a variable that is not used yet."""
        classes = self.of(wanted)
        if len(classes) == 1:
            return f"EXISTS {{ {node} a {classes[0]} }}"
        return f"EXISTS {{ {node} a {kind} FILTER({kind} IN ({', '.join(classes)})) }}"


def read_classes(store: Store) -> Classes:
    """The classes of a store of one graph; those without a name are left out."""
    below: dict[str, set[str]] = defaultdict(set)
    for part, whole in store.select(
        f"SELECT ?part ?whole {{ ?part {term('rdfs:subClassOf')} ?whole }}"
    ):
        if isinstance(part, ox.NamedNode) and isinstance(whole, ox.NamedNode):
            below[str(whole)].add(str(part))
    return Classes({whole: frozenset(parts) for whole, parts in below.items()})
