"""The tables themselves: what each column of nodes and edges holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Self

import pyarrow as pa
import pyarrow.compute as pc

from mfgraph.network.coverage import told
from mfgraph.network.header import NetworkQuery, Texts
from mfgraph.terms import LANGUAGES, Language

_YEAR: Final = r"^(?P<year>-?\d{4})(?:\D|$)"
# Whole numbers of 32 bits: two thousand million nodes, at half the room of 64.
NODES: Final = pa.schema(
    [
        ("id", pa.int32()),
        *((name, pa.string()) for name in ("iri", "label", "kind", "kind_label")),
        *((f"label_{code}", pa.string()) for code in LANGUAGES),
    ]
)
EDGES: Final = pa.schema(
    [
        ("iri", pa.string()),
        ("source", pa.int32()),
        ("target", pa.int32()),
        *((name, pa.string()) for name in ("label", "kind", "role")),
        ("weight", pa.float64()),
        ("time_begin", pa.string()),
        ("time_inside", pa.list_(pa.string())),
        ("time_end", pa.string()),
        ("claim_count", pa.int32()),
        ("claims", pa.list_(pa.string())),
        ("documents", pa.list_(pa.string())),
        ("amount", pa.decimal128(24, 4)),
        ("currency", pa.string()),
        ("qualifier", pa.string()),
    ]
)


@dataclass(frozen=True, slots=True)
class Tables:
    """A network as tables of columns.

    `nodes` are in order of kind and IRI, and the `id` of each is its row, from 0; `edges` are
    in order of IRI, and `source` and `target` are such ids. `filters` say which part of the
    network it is, `dataset` is the fingerprint of the files it was built from. `kinds` and
    `node_kinds` name the kinds of edge and of node, `left_out` what the network leaves out.
    """

    name: str
    title: Texts
    is_directed: bool
    kinds: Mapping[str, Texts]
    node_kinds: Mapping[str, Texts]
    left_out: Texts
    nodes: pa.Table
    edges: pa.Table
    filters: Mapping[str, str] = field(default_factory=dict)
    dataset: str = ""

    @classmethod
    def of(cls, query: NetworkQuery, nodes: pa.Table, edges: pa.Table) -> Self:
        """The tables of a whole network, under what its query says of itself."""
        return cls(
            name=query.name,
            title=query.title,
            is_directed=query.is_directed,
            kinds=query.edges,
            node_kinds=query.nodes,
            left_out=query.left_out,
            nodes=nodes,
            edges=edges,
        )

    def notice(self, lang: Language) -> tuple[str, ...]:
        """What a reader must know beside the network, as `coverage.notice` says it."""
        counts = {
            "documents": len(pc.unique(self.edges["documents"].combine_chunks().flatten())),
            "nodes": self.nodes.num_rows,
            "edges": self.edges.num_rows,
        }
        return told(counts, self._period(), self.left_out, lang)

    def _period(self) -> tuple[str, str] | None:
        given = (self.edges[name].combine_chunks() for name in ("time_begin", "time_end"))
        inside = self.edges["time_inside"].combine_chunks().flatten()
        found = pc.extract_regex(pa.concat_arrays([*given, inside]), _YEAR)
        years = pc.min_max(pc.struct_field(found, "year")).as_py()
        return (years["min"], years["max"]) if years["min"] else None

    def layers(self) -> Iterator[tuple[str, Self]]:
        """The edges of each kind alone, between the nodes at their ends, by the kind's IRI."""
        there = set(self.edges["kind"].unique().to_pylist())
        for kind in (k for k in self.kinds if k in there):
            yield kind, self.layer(kind) if len(there) > 1 else self

    def layer(self, kind: str) -> Self:
        """The edges of one kind, and the nodes at their ends with ids of their own."""
        edges = self.edges.filter(pc.equal(self.edges["kind"], kind))
        ends = pa.concat_arrays([edges[end].combine_chunks() for end in ("source", "target")])
        kept = pc.unique(ends)
        kept = kept.take(pc.sort_indices(kept))
        for name in ("source", "target"):
            at = edges.schema.get_field_index(name)
            edges = edges.set_column(at, name, pc.index_in(edges[name], value_set=kept))
        nodes = self.nodes.take(kept).set_column(0, "id", pa.array(range(len(kept)), pa.int32()))
        title = {lang: f"{text} – {self.kinds[kind][lang]}" for lang, text in self.title.items()}
        kinds = {kind: self.kinds[kind]}
        filters = {**self.filters, "layer": kind}
        return replace(self, title=title, kinds=kinds, nodes=nodes, edges=edges, filters=filters)
