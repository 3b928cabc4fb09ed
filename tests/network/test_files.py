"""The files are read back by networkx, hold every proof, and never differ between two runs."""

import csv
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest

from mfgraph.errors import ExportError, UsageError
from mfgraph.network import FILES, Projection, write

EXAMPLE = "https://example.org/"
AMINA, BANK = f"{EXAMPLE}amina", f"{EXAMPLE}bank"
CHAIR = f"{EXAMPLE}amina-chair"
EXPECTED_CHAIR = {
    "label": "chair",
    "kind": "http://www.w3.org/ns/org#Membership",
    "role": f"{EXAMPLE}chair",
    "time_begin": "2010-01-15",
    "time_inside": "2011-06-01",
    "time_end": "2013-12-31",
    "claims": f"{EXAMPLE}c1 {EXAMPLE}c5",
    "documents": f"{EXAMPLE}document-one {EXAMPLE}document-two",
}
EXPECTED_BANK = {
    "label": "The bank",
    "kind": "http://www.w3.org/ns/org#Organization",
    "kind_label": "organizations",
    "label_ar": "البنك",
    "label_fr": "La banque",
    "label_en": "The bank",
}


def _same_network(read: "nx.Graph[str]", projection: Projection) -> None:
    assert isinstance(read, nx.MultiGraph)
    assert {node.iri for node in projection.nodes} == set(read.nodes)
    assert {(e.iri, frozenset((e.source, e.target))) for e in projection.edges} == {
        (key, frozenset((one, other))) for one, other, key in read.edges(keys=True)
    }
    assert {key: read.nodes[BANK][key] for key in EXPECTED_BANK} == EXPECTED_BANK
    chair = read.edges[AMINA, BANK, CHAIR]
    assert {key: chair[key] for key in EXPECTED_CHAIR} == EXPECTED_CHAIR
    assert float(chair["weight"]) == 1.0


def test_graphml_is_read_back_whole(example_officials: Projection, tmp_path: Path) -> None:
    (path,) = write(example_officials, tmp_path, ["graphml"])
    assert path.name == "officials-organizations.graphml"
    _same_network(nx.read_graphml(path, force_multigraph=True), example_officials)


def test_graphml_declares_each_key_once(example_officials: Projection, tmp_path: Path) -> None:
    (path,) = write(example_officials, tmp_path, ["graphml"])
    ids = [line.split('"')[1] for line in path.read_text("utf-8").splitlines() if "<key " in line]
    assert len(ids) == len(set(ids))
    assert len(ids) == 6 + 9


def test_gexf_is_read_back_whole(example_officials: Projection, tmp_path: Path) -> None:
    (path,) = write(example_officials, tmp_path, ["gexf"])
    _same_network(nx.read_gexf(path), example_officials)


def test_gexf_does_not_say_on_which_day_it_was_written(
    example_officials: Projection, tmp_path: Path
) -> None:
    (path,) = write(example_officials, tmp_path, ["gexf"])
    assert b"lastmodifieddate" not in path.read_bytes()


def test_csv_is_read_back_whole(example_officials: Projection, tmp_path: Path) -> None:
    nodes, edges = write(example_officials, tmp_path, ["csv"])
    assert nodes.name == "officials-organizations.nodes.csv"
    assert edges.name == "officials-organizations.edges.csv"
    read: nx.MultiGraph[str] = nx.MultiGraph()
    with nodes.open(encoding="utf-8", newline="") as rows:
        read.add_nodes_from((row.pop("id"), row) for row in csv.DictReader(rows))
    with edges.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            read.add_edge(row.pop("source"), row.pop("target"), key=row.pop("id"), **row)
    _same_network(read, example_officials)


def test_the_one_label_is_in_the_language_asked_for(
    seed_events: Projection, tmp_path: Path
) -> None:
    (path,) = write(seed_events, tmp_path, ["gexf"], lang="ar")
    read = nx.read_gexf(path)
    fnam = "https://w3id.org/mfgraph/id/org/fnam"
    assert read.nodes[fnam]["label"] == "الفيدرالية الوطنية لجمعيات القروض الصغرى"
    assert read.nodes[fnam]["kind_label"] == "منظمات"
    assert read.nodes[fnam]["label_en"] == "National Federation of Microcredit Associations"


SCRIPT = """
import sys
from pathlib import Path
from pyoxigraph import parse
from mfgraph.network import FILES, choose, draw, project, write
from mfgraph.store import OxigraphStore
from mfgraph.workspace import Workspace
here, out = Path(sys.argv[1]), Path(sys.argv[2])
store = OxigraphStore.of(parse(path=here / "example.trig"))
network = project(store, choose(Workspace.find(here), "officials-organizations"))
write(network, out, FILES, lang="ar")
draw(network, out / "network.png", lang="ar")
draw(network, out / "network.svg", lang="ar")
"""


def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    written = []
    for hash_seed in ("1", "2"):
        out = tmp_path / hash_seed
        command = [sys.executable, "-c", SCRIPT, str(Path(__file__).parent), str(out)]
        subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": hash_seed})
        written.append({path.name: path.read_bytes() for path in out.iterdir()})
    # Eight formats, of which one is two files and one three, and two pictures.
    assert len(written[0]) == 13
    assert written[0] == written[1]


def test_an_unknown_format_is_refused_before_anything_is_written(
    example_officials: Projection, tmp_path: Path
) -> None:
    with pytest.raises(UsageError) as refused:
        write(example_officials, tmp_path, ["csv", "xlsx"])
    assert str(refused.value) == (
        "no network format is called 'xlsx'; "
        "there are: graphml, gexf, csv, json, cytoscape, pajek, cypher, parquet"
    )
    assert list(tmp_path.iterdir()) == []


def test_an_empty_network_is_not_written(example_officials: Projection, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="the network officials-organizations is empty"):
        write(replace(example_officials, nodes=(), edges=()), tmp_path, FILES)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_reported_in_one_line(
    example_officials: Projection, tmp_path: Path
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("")
    with pytest.raises(ExportError, match="cannot write") as refused:
        write(example_officials, taken, ["gexf"])
    assert str(taken / "officials-organizations.gexf") == refused.value.where


def test_writing_twice_leaves_one_file_and_nothing_beside_it(
    example_officials: Projection, tmp_path: Path
) -> None:
    write(example_officials, tmp_path, ["gexf"])
    write(example_officials, tmp_path, ["gexf"])
    assert [path.name for path in tmp_path.iterdir()] == ["officials-organizations.gexf"]
