"""Fixtures: published graphs as tables, the node of number n having the id n."""

from collections.abc import Callable
from typing import Any

import networkx as nx
import pyarrow as pa
import pytest

from mfgraph.network.tables import Tables
from mfgraph.network.tables.tables import EDGES, NODES

Tabled = Callable[["nx.Graph[Any]"], Tables]
KIND = "https://example.org/Tie"


@pytest.fixture(scope="session")
def tabled() -> Tabled:
    """A graph whose nodes are the numbers from 0, as tables."""

    def of(graph: "nx.Graph[Any]") -> Tables:
        nodes = [
            {"id": n, "iri": f"https://example.org/{n}", "label": f"node {n}", "kind": KIND}
            for n in range(len(graph))
        ]
        edges = [
            {"iri": f"https://example.org/{a}-{b}", "source": a, "target": b, "kind": KIND}
            | {"weight": float(given.get("weight", 1)), "claim_count": 0}
            | {"claims": [], "documents": [], "time_inside": []}
            for a, b, given in graph.edges(data=True)
        ]
        named = {KIND: dict.fromkeys(("ar", "fr", "en"), "tie")}
        return Tables(
            name="made-up",
            title=named[KIND],
            is_directed=graph.is_directed(),
            kinds=named,
            node_kinds=named,
            left_out=named[KIND],
            nodes=pa.Table.from_pylist(nodes, schema=NODES),
            edges=pa.Table.from_pylist(edges, schema=EDGES),
        )

    return of
