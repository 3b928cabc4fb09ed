"""A constraint as something that can be asked: of one node inside an expression, of all in a query."""

from collections.abc import Callable
from dataclasses import dataclass

from rdflib import SH, Graph, Literal, URIRef
from rdflib.term import Node

from mfgraph.validate.engine.classes import Classes
from mfgraph.validate.engine.focus import Focus
from mfgraph.validate.engine.paths import Expression, Path
from mfgraph.validate.engine.terms import InDoubt

# Whether a value is bad, of the variables of the focus node and of the value.
Bad = Callable[[str, str, int], str]


@dataclass(frozen=True, slots=True)
class Constraint:
    """One core constraint of a shape.

    `broken` is the expression that a node breaks it. Each of `rows` follows the pattern that
    binds `?this` to the focus nodes; together they leave the results, with these `columns` more.
    """

    component: URIRef
    broken: Expression
    columns: str
    rows: tuple[str, ...]

    def query(self, focus: Focus) -> str:
        """The query that leaves a row for each result among the focus nodes."""
        groups = " UNION ".join(f"{{ {focus} {row} }}" for row in self.rows)
        return f"SELECT DISTINCT {focus.columns()} {self.columns} WHERE {{ {groups} }}"


@dataclass(frozen=True, slots=True)
class Given:
    """What a constraint is read with: its shape and path, and how other shapes are read."""

    shape: Node
    path: Path
    shapes: Graph
    classes: Classes
    nonconforming: Callable[[Node], Expression]

    def alone(self, parameter: URIRef) -> Node | None:
        """The value of a parameter that a shape has once at most."""
        found = list(self.shapes.objects(self.shape, parameter))
        if len(found) > 1:
            raise InDoubt
        return found[0] if found else None

    def says(self, parameter: URIRef) -> bool:
        """Whether a parameter that is yes or no is yes."""
        argument = self.alone(parameter)
        if argument is None:
            return False
        if not isinstance(argument, Literal) or str(argument) not in {"true", "false", "1", "0"}:
            raise InDoubt
        return str(argument) in {"true", "1"}


def component(parameter: URIRef) -> URIRef:
    """The component that a parameter belongs to.

    >>> component(SH.minCount)
    rdflib.term.URIRef('http://www.w3.org/ns/shacl#MinCountConstraintComponent')
    """
    name = parameter.removeprefix(str(SH))
    return SH[f"{name[0].upper()}{name[1:]}ConstraintComponent"]


def of_values(parameter: URIRef, path: Path, bad: Bad) -> Constraint:
    """A constraint that looks at each value by itself and reports the bad ones."""
    row = f"{path.pattern('?this', '?value')} FILTER({bad('?this', '?value', 0)})"
    return Constraint(
        component(parameter),
        lambda node, depth: path.some(node, depth, lambda value, deeper: bad(node, value, deeper)),
        "?value",
        (row,),
    )


def of_all(parameter: URIRef, broken: Expression) -> Constraint:
    """A constraint on the values as a whole, which reports the focus node alone."""
    row = f"FILTER({broken('?this', 0)})"
    return Constraint(component(parameter), broken, "", (row,))
