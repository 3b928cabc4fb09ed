"""Each format is read back by what defines it: networkx, pyarrow, and a strict reader of Cypher."""

import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pyarrow.parquet as pq
import pytest

from mfgraph.network import Edge, Projection, write

EXAMPLE = "https://example.org/"
BANK, CHAIR = f"{EXAMPLE}bank", f"{EXAMPLE}amina-chair"
CLAIMS = f"{EXAMPLE}c1 {EXAMPLE}c5"
Made = Callable[..., Projection]
Tie = Callable[..., Edge]


@pytest.fixture
def loans(made: Made, tie: Tie) -> Projection:
    about = "https://w3id.org/mfgraph/def/value-qualifier/about"
    awkward = {"en": 'L\'"aide" d\\Amina\nto\tB'}
    return made(
        tie("A", "B", "d", amount=Decimal("100.50"), currency="MAD", begin="2001", end="2003-06"),
        tie("B", "C", "d", amount=Decimal(7), currency="EUR", qualifier=about, labels=awkward),
        tie("C", "A", "d", inside=("2008",)),
        is_directed=True,
    )


def _edges(graph: "nx.Graph[str]") -> set[tuple[str, frozenset[str]]]:
    assert isinstance(graph, nx.MultiGraph)
    return {(key, frozenset((one, other))) for one, other, key in graph.edges(keys=True)}


def _given(graph: "nx.Graph[str]", iri: str) -> dict[str, Any]:
    assert isinstance(graph, nx.MultiGraph)
    return next(data for _, _, key, data in graph.edges(keys=True, data=True) if key == iri)


def _expected(projection: Projection) -> set[tuple[str, frozenset[str]]]:
    return {(edge.iri, frozenset((edge.source, edge.target))) for edge in projection.edges}


def test_node_link_json_is_read_back_whole(example_officials: Projection, tmp_path: Path) -> None:
    (path,) = write(example_officials, tmp_path, ["json"])
    assert path.name == "officials-organizations.json"
    read = nx.node_link_graph(json.loads(path.read_text("utf-8")), edges="edges")
    assert _edges(read) == _expected(example_officials)
    assert _given(read, CHAIR)["claims"] == CLAIMS
    assert read.nodes[BANK]["label_ar"] == "البنك"


def test_cytoscape_json_is_read_back_whole(example_officials: Projection, tmp_path: Path) -> None:
    (path,) = write(example_officials, tmp_path, ["cytoscape"])
    assert path.name == "officials-organizations.cyjs"
    given = json.loads(path.read_text("utf-8"))
    ids = [
        element["data"]["id"] for kind in ("nodes", "edges") for element in given["elements"][kind]
    ]
    assert len(ids) == len(set(ids)) == len(example_officials.nodes) + len(example_officials.edges)
    read = nx.cytoscape_graph(given, name="label")
    assert _edges(read) == _expected(example_officials)
    assert _given(read, CHAIR)["claims"] == CLAIMS
    assert read.nodes[BANK]["label"] == "The bank"


def test_pajek_is_read_back_whole(example_officials: Projection, tmp_path: Path) -> None:
    (path,) = write(example_officials, tmp_path, ["pajek"], lang="ar")
    assert path.name == "officials-organizations.net"
    read = nx.read_pajek(path)
    assert {node.iri for node in example_officials.nodes} == set(read.nodes)
    given = {data["iri"]: (frozenset((a, b)), data) for a, b, data in read.edges(data=True)}
    assert {(iri, ends) for iri, (ends, _) in given.items()} == _expected(example_officials)
    assert given[CHAIR][1] == {"weight": 1.0, "iri": CHAIR, "label": "رئيس", "claims": CLAIMS}
    assert read.nodes[BANK]["label"] == "البنك"


def test_pajek_keeps_directions_and_awkward_names(loans: Projection, tmp_path: Path) -> None:
    (path,) = write(loans, tmp_path, ["pajek"])
    read = nx.read_pajek(path)
    assert read.is_directed()
    labels = {(a[-1], b[-1]): data["label"] for a, b, data in read.edges(data=True)}
    assert labels == {("A", "B"): "role", ("B", "C"): "L'”aide” d/Amina to B", ("C", "A"): "role"}


def test_parquet_keeps_lists_decimals_and_nothing(loans: Projection, tmp_path: Path) -> None:
    nodes, edges, manifest = write(loans, tmp_path, ["parquet"])
    assert manifest.name == "officials-organizations.manifest.json"
    rows = pq.read_table(nodes).to_pylist()
    assert [(row["id"], row["iri"][-1]) for row in rows] == [(0, "A"), (1, "B"), (2, "C")]
    first, second, third = pq.read_table(edges).to_pylist()
    assert (first["source"], first["target"], first["claim_count"]) == (0, 1, 1)
    assert (first["iri"], first["amount"], first["currency"]) == (
        f"{EXAMPLE}A-B",
        Decimal("100.50"),
        "MAD",
    )
    assert (first["claims"], first["documents"]) == ([f"{EXAMPLE}A-B/d"], [f"{EXAMPLE}d"])
    assert (first["time_begin"], first["time_inside"], first["time_end"]) == ("2001", [], "2003-06")
    assert second["qualifier"].endswith("/about")
    assert (third["amount"], third["currency"], third["time_inside"]) == (None, None, ["2008"])


def test_amounts_stand_in_csv_and_graphml_and_are_no_zero(
    loans: Projection, tmp_path: Path
) -> None:
    _, edges, graphml = write(loans, tmp_path, ["csv", "graphml"])
    rows = [line.split(",")[-3:] for line in edges.read_text("utf-8").splitlines()]
    assert rows[0] == ["amount", "currency", "qualifier"]
    assert rows[1] == ["100.5", "MAD", ""]
    assert rows[-1] == ["", "", ""]
    read = nx.read_graphml(graphml, force_multigraph=True)
    assert _given(read, f"{EXAMPLE}A-B")["amount"] == 100.5
    assert "amount" not in _given(read, f"{EXAMPLE}C-A")


def test_gexf_gives_an_edge_only_the_ends_that_are_dated(loans: Projection, tmp_path: Path) -> None:
    (path,) = write(loans, tmp_path, ["gexf"])
    read = nx.read_gexf(path)
    by_iri = {data["id"]: data for _, _, data in read.edges(data=True)}
    dated, undated, attested = (by_iri[f"{EXAMPLE}{name}"] for name in ("A-B", "B-C", "C-A"))
    # It began on some day of 2001 and ended on some day of June 2003.
    assert (dated["start"], dated["end"]) == ("2001-01-01", "2003-06-30")
    assert (dated["at_least_from"], dated["at_least_to"]) == ("2001-12-31", "2003-06-01")
    assert not {"start", "end", "at_least_from"} & set(undated)
    # Attested in 2008: then at least, and for all we know before and after.
    assert not {"start", "end"} & set(attested)
    assert attested["time_inside"] == "2008"
    assert (attested["at_least_from"], attested["at_least_to"]) == ("2008", "2008")
    assert 'mode="dynamic"' in path.read_text("utf-8")


def test_gexf_gives_an_event_its_day_and_no_more(made: Made, tie: Tie, tmp_path: Path) -> None:
    moments = frozenset({"http://www.w3.org/ns/org#Membership"})
    (path,) = write(
        made(tie("a", "FAIR", "d", inside=("2012-05",)), moments=moments), tmp_path, ["gexf"]
    )
    ((_, _, given),) = nx.read_gexf(path).edges(data=True)
    assert (given["start"], given["end"]) == ("2012-05-01", "2012-05-31")


def test_gexf_places_each_node_and_colors_each_kind(
    example_officials: Projection, tmp_path: Path
) -> None:
    (path,) = write(example_officials, tmp_path, ["gexf"])
    viz = "{http://www.gexf.net/1.2draft/viz}"
    nodes = ET.parse(path).findall(".//{http://www.gexf.net/1.2draft}node")  # noqa: S314  (ours)
    places = {tuple(node.find(f"{viz}position").attrib.values()) for node in nodes}  # type: ignore[union-attr]
    assert len(places) == len(nodes) == len(example_officials.nodes)
    colors = [tuple(node.find(f"{viz}color").attrib.values()) for node in nodes]  # type: ignore[union-attr]
    kinds = [node.kind for node in example_officials.nodes]
    assert len(set(zip(kinds, colors, strict=True))) == len(set(kinds)) == 2


def test_gexf_of_a_network_too_large_to_place_has_no_places(
    projected: Callable[["nx.Graph[str]"], Projection], tmp_path: Path
) -> None:
    wide = nx.relabel_nodes(nx.path_graph(320), lambda number: f"{EXAMPLE}{number}")
    (path,) = write(projected(wide), tmp_path, ["gexf"])
    assert "position" not in path.read_text("utf-8")
    assert nx.read_gexf(path).number_of_edges() == 319


# The part of openCypher 9 that the export uses, and nothing more.
STRING = r"'(?:[^'\\]|\\[\\'nrt])*'"
NUMBER = r"-?\d+\.\d+(?:e[+-]?\d+)?"
PAIRS = rf"\w+: (?:{STRING}|{NUMBER})"
MAP = rf"\{{{PAIRS}(?:, {PAIRS})*\}}"
LABEL = r":`(?:[^`]|``)+`"
AT = rf"\{{iri: ({STRING})\}}"
NODE = re.compile(rf"MERGE \(n{LABEL} {AT}\) SET n \+= ({MAP});")
TIE = re.compile(
    rf"MATCH \(a{LABEL} {AT}\), \(b{LABEL} {AT}\) "
    rf"MERGE \(a\)-\[r{LABEL} {AT}\]->\(b\) SET r \+= ({MAP});"
)
ESCAPES = {"\\\\": "\\", "\\'": "'", "\\n": "\n", "\\r": "\r", "\\t": "\t"}


def _text(quoted: str) -> str:
    return re.sub(r"\\.", lambda found: ESCAPES[found.group()], quoted[1:-1])


def _map(text: str) -> dict[str, str | float]:
    found = re.findall(rf"(\w+): ({STRING}|{NUMBER})", text)
    return {k: _text(v) if v.startswith("'") else float(v) for k, v in found}


def _cypher(path: Path) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for line in path.read_text("utf-8").splitlines():
        if found := NODE.fullmatch(line):
            yield "node", (_text(found[1]), _map(found[2]))
        elif found := TIE.fullmatch(line):
            yield "tie", (*map(_text, found.groups()[:3]), _map(found[4]))
        else:
            pytest.fail(f"not the Cypher we mean: {line}")


def test_cypher_is_read_back_whole(loans: Projection, tmp_path: Path) -> None:
    (path,) = write(loans, tmp_path, ["cypher"])
    found = list(_cypher(path))
    assert {given[0] for kind, given in found if kind == "node"} == {f"{EXAMPLE}{n}" for n in "ABC"}
    ties = {given[2]: given for kind, given in found if kind == "tie"}
    assert {(one[-1], other[-1]) for one, other, *_ in ties.values()} == {
        ("A", "B"),
        ("B", "C"),
        ("C", "A"),
    }
    # Its awkward name comes back as it was.
    assert ties[f"{EXAMPLE}B-C"][3]["label"] == 'L\'"aide" d\\Amina\nto\tB'
    assert ties[f"{EXAMPLE}A-B"][3]["amount"] == 100.5
    assert "amount" not in ties[f"{EXAMPLE}C-A"][3]


def test_cypher_names_both_kinds_of_node(example_officials: Projection, tmp_path: Path) -> None:
    (path,) = write(example_officials, tmp_path, ["cypher"])
    assert {"MERGE (n:`Person`", "MERGE (n:`Organization`"} == {
        line.partition(" {")[0] for line in path.read_text("utf-8").splitlines() if "(n" in line
    }
    assert "-[r:`Membership` {iri: " in path.read_text("utf-8")
