"""What a workspace's data are held against, read and analysed once for many validations."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from rdflib import Graph

from mfgraph.validate.checks import Check, read_checks
from mfgraph.validate.divided import divided
from mfgraph.validate.looks import Look, looks
from mfgraph.validate.parts import Part
from mfgraph.validate.rdf import canonical, literals_as_written, to_graph
from mfgraph.validate.shapes import read_shapes
from mfgraph.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Rules:
    """The shapes and checks of a workspace, with what each looks at."""

    shapes: Graph
    checks: tuple[Check, ...]
    looks: Mapping[str, Look]
    parts: tuple[Part, ...]

    @classmethod
    def of(cls, workspace: Workspace, known: Mapping[str, Look] | None = None) -> Self:
        """Those of a workspace; `known` is what they look at, if it was kept.

        Raises:
            ShapesFault: a shape or check cannot be read.
        """
        with literals_as_written():
            # What is kept of a shape without a name is found by its label in the next run.
            shapes = to_graph(canonical(read_shapes(workspace).graph))
            checks = read_checks(workspace)
            seen = known or looks(shapes, checks)
            return cls(shapes, checks, seen, divided(shapes, checks, workspace, seen))
