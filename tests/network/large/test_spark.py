"""Spark gives what networkx gives: a real session on two cores, one for all tests here."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pyarrow.parquet as pq
import pytest

from mfgraph.errors import ExportError
from mfgraph.network.spark import job
from mfgraph.network.spark.start import has_java, measure, session
from mfgraph.network.tables import Tables, write

Tabled = Callable[["nx.Graph[Any]"], Tables]
pytestmark = pytest.mark.skipif(not has_java(), reason="Spark needs Java, and there is none")
# A session is quicker on few rows in one part, and without looking for a better plan.
FEW_ROWS = {"spark.sql.shuffle.partitions": "1", "spark.sql.adaptive.enabled": "false"}
# A dead end, a node without ties and pairs tied both ways are all in it.
DIRECTED = nx.gnp_random_graph(14, 0.3, seed=1, directed=True)
DIRECTED.remove_edges_from(list(DIRECTED.out_edges(3)))
DIRECTED.add_node(14)
WEIGHTED = nx.disjoint_union(nx.karate_club_graph(), nx.complete_graph(4))


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    with session("local[2]", FEW_ROWS) as started:
        yield started


@pytest.mark.parametrize("graph", [WEIGHTED, DIRECTED], ids=["karate club", "directed"])
def test_measures_equal_those_of_networkx(
    graph: "nx.Graph[Any]", spark: Any, tabled: Tabled, tmp_path: Path
) -> None:
    *_, manifest = write(tabled(graph), tmp_path)
    found = measure(spark, str(manifest), str(tmp_path / "found"), tolerance=3e-6)
    rows = pq.read_table(tmp_path / "found").to_pylist()
    plain: nx.Graph[int] = nx.Graph(graph)
    ranks: dict[int, float] = nx.pagerank(graph, tol=1e-14, max_iter=1000)
    first = {node: min(group) for group in nx.connected_components(plain) for node in group}
    assert [row["id"] for row in rows] == list(range(len(graph)))
    assert rows[3]["iri"] == "https://example.org/3"
    assert {row["id"]: row["degree"] for row in rows} == dict(graph.degree())
    assert {row["id"]: row["triangles"] for row in rows} == nx.triangles(plain)
    assert {row["id"]: row["component"] for row in rows} == first
    assert {row["id"]: row["pagerank"] for row in rows} == pytest.approx(ranks, abs=1e-6)
    assert (found.nodes, found.edges) == (len(graph), graph.number_of_edges())


def test_a_folder_that_is_there_is_kept(spark: Any, tabled: Tabled, tmp_path: Path) -> None:
    *_, manifest = write(tabled(nx.path_graph(2)), tmp_path)
    with pytest.raises(ExportError, match=r"manifest.json: .*PATH_ALREADY_EXISTS"):
        measure(spark, str(manifest), str(tmp_path), tolerance=0.5)


def test_a_count_that_is_wrong_is_one_line(spark: Any, tabled: Tabled, tmp_path: Path) -> None:
    nodes, _, manifest = write(tabled(nx.path_graph(3)), tmp_path)
    pq.write_table(pq.read_table(nodes).slice(1), nodes)
    with pytest.raises(ExportError, match=r"has 2 rows, and the manifest says 3"):
        measure(spark, str(manifest), str(tmp_path / "found"))


def test_a_job_sent_without_its_folder_says_what_it_takes() -> None:
    done = subprocess.run(
        [sys.executable, job.__file__, "m.json"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "usage: job.py [-h] manifest folder [tolerance] [checkpoints]" in done.stderr
