"""What stands in the files of a workspace already, so that nothing is written twice."""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from mfgraph.reading import read_turtle
from mfgraph.vocab import ENTITIES_GRAPH, PREFIXES, source_graph, term
from mfgraph.workspace import Workspace

_IDENTIFIER: Final = term("dcterms:identifier")
_LAST: Final = re.compile(r"(?:-c|/)(\d+)\Z")


@dataclass(frozen=True, slots=True)
class Standing:
    """The keys that are claims, the things described, and what each source's file says."""

    keys: frozenset[str]
    described: frozenset[str]
    said: dict[str, set[Triple]]

    @classmethod
    def of(cls, workspace: Workspace) -> "Standing":
        """What the entity and source files of a workspace say.

        Raises:
            SyntaxFault: a file cannot be read; nothing may be added to it then.
        """
        said = {path.stem: _triples(path, workspace) for path in workspace.source_files()}
        described = {
            quad.subject.value
            for path in workspace.entity_files()
            for quad in read_turtle(path, ENTITIES_GRAPH, workspace)
            if isinstance(quad.subject, NamedNode)
        }
        keys = {
            triple.object.value
            for triples in said.values()
            for triple in triples
            if triple.predicate == _IDENTIFIER and isinstance(triple.object, Literal)
        }
        return cls(frozenset(keys), frozenset(described), defaultdict(set, said))

    def last(self, slug: str, prefix: str) -> int:
        """The highest number of a source's claims or locators, or 0."""
        start = PREFIXES[prefix] + slug
        found = (
            _LAST.search(triple.subject.value)
            for triple in self.said[slug]
            if isinstance(triple.subject, NamedNode) and triple.subject.value.startswith(start)
        )
        return max((int(match.group(1)) for match in found if match), default=0)


def _triples(path: Path, workspace: Workspace) -> set[Triple]:
    return {quad.triple for quad in read_turtle(path, source_graph(path.stem), workspace)}
