"""The nodes that a shape is held against, as a graph pattern that binds a variable to each once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rdflib import SH, Graph
from rdflib.term import Node

from mfgraph.store import Store
from mfgraph.validate.engine.classes import Classes
from mfgraph.validate.engine.paths import Path
from mfgraph.validate.engine.targets import target_classes
from mfgraph.validate.engine.terms import objects, sparql


@dataclass(frozen=True, slots=True)
class Focus:
    """Some nodes of the data; `binding` is the pattern that binds a variable to them.

    Values are told apart by the nodes they are values of, as many steps back as `origins` says:
    a value of two nodes is two focus nodes of a property within a property.
    """

    binding: Callable[[str], str]
    origins: int = 0

    def __str__(self) -> str:
        return self.binding("?this")

    def columns(self, node: str = "?this") -> str:
        """What tells one focus node from another."""
        return " ".join(node + "_of" * back for back in range(self.origins + 1))

    def values(self, path: Path) -> "Focus":
        """The values that these nodes have on a path."""
        if not path.steps:
            return self

        def binding(node: str) -> str:
            start = f"{node}_of"
            pattern = f"{self.binding(start)} {path.pattern(start, node)}"
            return _distinct(f"{node} {self.columns(start)}", pattern)

        return Focus(binding, self.origins + 1)

    def count(self, store: Store) -> int:
        """How many nodes these are."""
        ((number,),) = store.select(f"SELECT (COUNT(*) AS ?number) WHERE {{ {self} }}")
        return int(number.value)


def of_nodes(nodes: Iterable[Node]) -> Focus:
    """These nodes, which have names."""
    listed = " ".join(sorted({sparql(node) for node in nodes}))
    return Focus(lambda node: f"VALUES {node} {{ {listed} }}")


def of_targets(shape: Node, shapes: Graph, classes: Classes) -> Focus:
    """The nodes that a shape's target declarations select.

    Follows [SHACL, 2.1.3](https://www.w3.org/TR/shacl/#targets). A node named by
    `sh:targetNode` counts even where the data says nothing of it.
    """
    parts = [Focus(binding) for binding in _parts(shape, shapes, classes)]
    if len(parts) == 1:
        return parts[0]
    return Focus(
        lambda node: _distinct(node, " UNION ".join(f"{{ {p.binding(node)} }}" for p in parts))
    )


def _parts(shape: Node, shapes: Graph, classes: Classes) -> Iterator[Callable[[str], str]]:
    if nodes := list(shapes.objects(shape, SH.targetNode)):
        yield of_nodes(nodes).binding
    for wanted in sorted(set(target_classes(shape, shapes)), key=str):
        yield _instances(classes.of(wanted))
    for predicate in objects(shapes, shape, SH.targetSubjectsOf):
        yield _ends(sparql(predicate), "{node} {prop} {node}_to .")
    for predicate in objects(shapes, shape, SH.targetObjectsOf):
        yield _ends(sparql(predicate), "{node}_from {prop} {node} .")


def _instances(kinds: tuple[str, ...]) -> Callable[[str], str]:
    if len(kinds) == 1:
        return lambda node: f"{node} a {kinds[0]} ."
    listed = " ".join(kinds)
    return lambda node: _distinct(node, f"VALUES {node}_kind {{ {listed} }} {node} a {node}_kind .")


def _ends(prop: str, pattern: str) -> Callable[[str], str]:
    return lambda node: _distinct(node, pattern.format(node=node, prop=prop))


def _distinct(node: str, pattern: str) -> str:
    return f"{{ SELECT DISTINCT {node} WHERE {{ {pattern} }} }}"
