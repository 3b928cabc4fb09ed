"""A difference for programs: a patch, the lines of one side, or JSON."""

import json
import shutil
from typing import IO

from pyoxigraph import BlankNode, NamedNode

from mfgraph.diff.difference import Difference, Side
from mfgraph.diff.summary import NEW, OLD, Count, Fates, Flip, Graph, Summary, ValueChange
from mfgraph.lines import BLOCK


def write_patch(found: Difference, output: IO[bytes]) -> None:
    """A patch that makes the new version of the old one.

    Follows [RDF Patch](https://afs.github.io/rdf-patch/): one transaction, in which a statement
    behind `D` is deleted and one behind `A` is added.
    """
    output.write(b"TX .\n")
    for sign, side in ((b"D ", found.old), (b"A ", found.new)):
        with side.alone.open("rb") as lines:
            output.writelines(sign + line for line in lines)
    output.write(b"TC .\n")


def write_lines(side: Side, output: IO[bytes]) -> None:
    """What one version says and the other does not, in sorted N-Quads."""
    with side.alone.open("rb") as lines:
        shutil.copyfileobj(lines, output, BLOCK)


def write_json(found: Difference, changes: Summary, output: IO[bytes]) -> None:
    """The counts and changes as one JSON document; values are terms of N-Triples."""
    removed, added = changes.statements
    document = {
        "old": found.old.name,
        "new": found.new.name,
        "compared": "everything" if found.whole else "resolved view",
        "equal": found.is_empty,
        "statements": {"removed": removed, "added": added},
        "graphs": [_graph(*item) for item in changes.graphs.items()],
        "values": [_value(change) for change in changes.values],
        "choices": [_flip(flip) for flip in changes.flips],
        "claims": _fates(changes.claims),
        "things": _fates(changes.entities),
    }
    output.write((json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode())


def _graph(graph: Graph, count: Count) -> dict[str, object]:
    name = graph.value if isinstance(graph, NamedNode | BlankNode) else None
    return {"graph": name, "removed": count[OLD], "added": count[NEW]}


def _value(change: ValueChange) -> dict[str, object]:
    return {
        "thing": change.thing.value,
        "property": change.predicate.value,
        "old": [str(value) for value in change.old],
        "new": [str(value) for value in change.new],
    }


def _flip(flip: Flip) -> dict[str, object]:
    return {
        "choice": flip.choice.value,
        "old": flip.old.value,
        "new": flip.new.value,
        "rules": [rule and rule.value for rule in flip.rules],
        "old_is_gone": flip.is_gone,
        "new_is_new": flip.is_new,
    }


def _fates(fates: Fates) -> dict[str, list[str]]:
    return {
        name: [thing.value for thing in getattr(fates, name)]
        for name in ("removed", "added", "changed")
    }
