"""Write a network in the formats that other programs read, byte for byte the same each time.

Node and edge ids stay IRIs. Every edge carries the claims and documents behind it, as IRIs
with spaces between.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal, get_args

import networkx as nx

from mfgraph.errors import ExportError, UsageError
from mfgraph.files import replace
from mfgraph.network.cypher import cypher
from mfgraph.network.gexf import gexf
from mfgraph.network.pajek import pajek
from mfgraph.network.projection import Projection
from mfgraph.network.rows import Row, edge_rows, node_rows
from mfgraph.terms import Language

Format = Literal["graphml", "gexf", "csv", "json", "cytoscape", "pajek", "cypher", "parquet"]
FILES: Final[tuple[Format, ...]] = get_args(Format)
# How the name of the manifest of Parquet files ends.
MANIFEST: Final = ".manifest.json"


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


_NOTHING: Final = "no record of its kinds has a preferred or accepted claim in this dataset"


def refuse_empty(projection: Projection, why: str = _NOTHING) -> None:
    """Stop where there is nothing to write or to measure, and say why there is not.

    Raises:
        ExportError: the network has no edge.
    """
    if not projection.edges:
        raise ExportError(f"the network {projection.name} is empty", hint=why)


def _graphml(projection: Projection, lang: Language) -> Mapping[str, bytes]:
    written = io.BytesIO()
    # Not write_graphml: it would write other bytes where lxml happens to be installed.
    nx.write_graphml_xml(_attributed(projection, lang), written)
    return {".graphml": written.getvalue() + b"\n"}


def _csv(projection: Projection, lang: Language) -> Mapping[str, bytes]:
    nodes: list[Row] = [{"id": iri, **row} for iri, row in node_rows(projection, lang).items()]
    edges: list[Row] = [
        {"id": edge.iri, "source": edge.source, "target": edge.target, **row}
        for edge, row in edge_rows(projection, lang)
    ]
    return {".nodes.csv": _table(nodes), ".edges.csv": _table(edges)}


def _json(projection: Projection, lang: Language) -> Mapping[str, bytes]:
    # The node-link form of networkx and D3.
    return {".json": _dumped(nx.node_link_data(_attributed(projection, lang), edges="edges"))}


def _cytoscape(projection: Projection, lang: Language) -> Mapping[str, bytes]:
    graph = _attributed(projection, lang)
    for _, _, iri, given in graph.edges(keys=True, data=True):
        given["id"] = iri
    return {".cyjs": _dumped(nx.cytoscape_data(graph, name="label"))}


def _parquet(projection: Projection, lang: Language) -> Mapping[str, bytes]:
    from mfgraph.network.tables import contents, of_projection  # noqa: PLC0415  # pyarrow is an extra

    return contents(of_projection(projection, lang=lang))


_WRITERS: Final[Mapping[str, Callable[[Projection, Language], Mapping[str, bytes]]]] = (
    MappingProxyType(
        {
            "graphml": _graphml,
            "gexf": lambda projection, lang: {".gexf": gexf(projection, lang)},
            "csv": _csv,
            "json": _json,
            "cytoscape": _cytoscape,
            "pajek": lambda projection, lang: {".net": pajek(projection, lang)},
            "cypher": lambda projection, lang: {".cypher": cypher(projection, lang)},
            "parquet": _parquet,
        }
    )
)


def _attributed(projection: Projection, lang: Language) -> "nx.MultiGraph[str]":
    graph = projection.graph()
    for iri, row in node_rows(projection, lang).items():
        graph.nodes[iri].update(row)
    for edge, row in edge_rows(projection, lang):
        graph.edges[edge.source, edge.target, edge.iri].update(row)
    return graph


def _dumped(data: object) -> bytes:
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


def _table(rows: list[Row]) -> bytes:
    text = io.StringIO()
    # The longest row has every column: an amount that is not known leaves its cell empty.
    columns = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
