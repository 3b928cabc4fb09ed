"""Write a network as GraphML, GEXF or CSV, byte for byte the same each time.

Node and edge ids stay IRIs. Every edge carries the claims and documents behind it, as IRIs
with spaces between.
"""

import csv
import io
import os
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal, get_args

import networkx as nx

from mfgraph.errors import ExportError, UsageError
from mfgraph.network.projection import Edge, Node, Projection
from mfgraph.terms import LANGUAGES, Language, pick

Format = Literal["graphml", "gexf", "csv"]
_Row = dict[str, str | float]
FILES: Final[tuple[Format, ...]] = get_args(Format)


def write(
    projection: Projection, folder: Path, formats: Iterable[str], *, lang: Language = "en"
) -> tuple[Path, ...]:
    """Write a projection in some formats, as files of its name in a folder.

    `lang` is the language of the one `label` that programs show; the names in all three
    stand beside it.

    Raises:
        UsageError: a format is not known; nothing is written then.
        ExportError: the network is empty, or the folder cannot be written.
    """
    asked = list(dict.fromkeys(formats))
    unknown = [name for name in asked if name not in _WRITERS]
    if unknown:
        raise UsageError(
            f"no network format is called {unknown[0]!r}", hint=f"there are: {', '.join(FILES)}"
        )
    refuse_empty(projection)
    contents = {
        folder / f"{projection.name}{suffix}": content
        for name in asked
        for suffix, content in _WRITERS[name](projection, lang).items()
    }
    return tuple(replace(path, content) for path, content in contents.items())


def replace(path: Path, content: bytes) -> Path:
    """Put a file in its place whole: written beside it, then renamed.

    Raises:
        ExportError: the folder cannot be made or written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise ExportError(f"cannot write: {error.strerror}", where=str(path)) from error
    return path


def refuse_empty(projection: Projection) -> None:
    """Stop where there is nothing to write.

    Raises:
        ExportError: the network has no edge.
    """
    if not projection.edges:
        raise ExportError(
            f"the network {projection.name} is empty",
            hint="no record of its kinds has a preferred or accepted claim in this dataset",
        )


def _graphml(projection: Projection, lang: Language) -> Mapping[str, bytes]:
    written = io.BytesIO()
    # Not write_graphml: it would write other bytes where lxml happens to be installed.
    nx.write_graphml_xml(_attributed(projection, lang), written)
    return {".graphml": written.getvalue() + b"\n"}


def _gexf(projection: Projection, lang: Language) -> Mapping[str, bytes]:
    written = io.BytesIO()
    graph = _attributed(projection, lang)
    for _, _, iri, given in graph.edges(keys=True, data=True):
        # GEXF takes the edge's id from here, GraphML from the key.
        given["id"] = iri
    nx.write_gexf(graph, written)
    # networkx stamps the day of writing on the first element, `meta`.
    return {
        ".gexf": re.sub(rb' lastmodifieddate="[^"]*"', b"", written.getvalue(), count=1) + b"\n"
    }


def _csv(projection: Projection, lang: Language) -> Mapping[str, bytes]:
    nodes = [{"id": node.iri, **_node(projection, node, lang)} for node in projection.nodes]
    edges = [
        {"id": e.iri, "source": e.source, "target": e.target, **_edge(projection, e, lang)}
        for e in projection.edges
    ]
    return {".nodes.csv": _table(nodes), ".edges.csv": _table(edges)}


_WRITERS: Final[Mapping[str, Callable[[Projection, Language], Mapping[str, bytes]]]] = (
    MappingProxyType({"graphml": _graphml, "gexf": _gexf, "csv": _csv})
)


def _attributed(projection: Projection, lang: Language) -> "nx.MultiGraph[str]":
    graph = projection.graph()
    for node in projection.nodes:
        graph.nodes[node.iri].update(_node(projection, node, lang))
    for edge in projection.edges:
        graph.edges[edge.source, edge.target, edge.iri].update(_edge(projection, edge, lang))
    return graph


def _node(projection: Projection, node: Node, lang: Language) -> _Row:
    return {
        "label": pick(node.labels, lang) or node.iri,
        "kind": node.kind,
        "kind_label": pick(projection.query.nodes[node.kind], lang),
        **{f"label_{code}": node.labels.get(code, "") for code in LANGUAGES},
    }


def _edge(projection: Projection, edge: Edge, lang: Language) -> _Row:
    return {
        "label": projection.edge_label(edge, lang),
        "kind": edge.kind,
        "role": edge.role,
        "weight": edge.weight,
        # Not `start` and `end`: GEXF would take a day of attestation for the whole life.
        "time_begin": edge.begin,
        "time_inside": " ".join(edge.inside),
        "time_end": edge.end,
        "claims": " ".join(edge.claims),
        "documents": " ".join(edge.documents),
    }


def _table(rows: list[_Row]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
