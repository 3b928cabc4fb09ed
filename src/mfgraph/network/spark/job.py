"""Measure the edge tables of a network with Spark's data frames, and write one row a node.

    spark-submit job.py MANIFEST FOLDER [TOLERANCE] [CHECKPOINTS]

One file on purpose, which imports nothing of mfgraph: a cluster is sent this file alone.

MANIFEST is the one that `mfgraph network NAME --format parquet` writes; its two Parquet files
lie beside it, on any file system that Spark reads. The Parquet files written to FOLDER hold the
`id`, `iri`, `label` and `kind` of each node, its degree, PageRank, the smallest id of its
component, and its triangles. CHECKPOINTS is a folder that every worker reaches, for a cluster
whose workers may be lost; without it what a loop found is kept on the workers alone.
"""

import json
from argparse import ArgumentParser
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f

DAMPING = 0.85
TOLERANCE = 1e-7
_MOST_STEPS = 1000


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes (`id`) and merged edges (`source`, `target`, `weight`); a pair without direction once."""

    nodes: DataFrame
    edges: DataFrame
    is_directed: bool

    def both_ways(self) -> DataFrame:
        """Every edge from each of its ends to the other, whatever the direction."""
        back = self.edges.select(
            f.col("target").alias("source"), f.col("source").alias("target"), "weight"
        )
        return self.edges.unionByName(back)


@dataclass(frozen=True, slots=True)
class Found:
    """The measures of each node, and in how many steps each loop came to rest."""

    rows: DataFrame
    nodes: int
    edges: int
    pagerank_steps: int
    component_rounds: int


def run(spark: SparkSession, manifest: str, *, tolerance: float = TOLERANCE) -> Found:
    """The measures of the network of a manifest.

    Raises:
        ValueError: the files do not hold as many rows as the manifest says, or several kinds of
            edge, which no measure may add up.
    """
    said = _manifest(spark, manifest)
    tables = {name: _table(spark, manifest, said[name]) for name in ("nodes", "edges")}
    network = merged(tables["nodes"], tables["edges"], is_directed=said["directed"])
    ranks, steps = pagerank(network, tolerance=tolerance)
    labels, rounds = components(network)
    named = tables["nodes"].select("id", "iri", "label", "kind")
    found = (named, degree(network), ranks, labels, triangles(network))
    rows = reduce(lambda one, other: one.join(other, "id", "left"), found)
    rows = rows.fillna(0, ["degree", "triangles"]).orderBy("id")
    return Found(rows, said["nodes"]["rows"], said["edges"]["rows"], steps, rounds)


def merged(nodes: DataFrame, edges: DataFrame, *, is_directed: bool) -> Network:
    """The network with parallel edges merged and no node tied to itself."""
    kinds = [row["kind"] for row in edges.select("kind").distinct().collect()]
    if len(kinds) > 1:
        raise ValueError(
            f"edges of {len(kinds)} kinds cannot be merged: {', '.join(sorted(kinds))}"
        )
    ends = edges.select("source", "target", "weight").where("source != target")
    if not is_directed:
        low, high = f.least("source", "target"), f.greatest("source", "target")
        ends = ends.select(low.alias("source"), high.alias("target"), "weight")
    whole = ends.groupBy("source", "target").agg(f.sum("weight").alias("weight"))
    return Network(nodes.select("id").persist(), whole.persist(), is_directed)


def degree(network: Network) -> DataFrame:
    """How many neighbors each node has; with direction, those before and those after."""
    found = network.both_ways().groupBy("source").agg(f.count("*").alias("degree"))
    return found.withColumnRenamed("source", "id")


def pagerank(network: Network, *, tolerance: float) -> tuple[DataFrame, int]:
    """The share of time that a random walk with damping 0.85 spends at each node.

    What reaches a node from which no edge leads on begins again anywhere, as in networkx. The
    loop ends when the shares of a step differ from those before by less than `tolerance` in all;
    they are then off by less than six times that.
    """
    ties = network.edges if network.is_directed else network.both_ways()
    sent = ties.groupBy("source").agg(f.sum("weight").alias("all"))
    steps = ties.join(sent, "source").select(
        "source", "target", (f.col("weight") / f.col("all")).alias("chance")
    )
    # Parted as the state is, so that only what is sent travels in a step.
    steps = steps.where("chance > 0").repartition("source").persist()
    size = network.nodes.count()
    leads_on = sent.where("all > 0").select(f.col("source").alias("id"), f.lit(0).alias("stuck"))
    state = network.nodes.join(leads_on, "id", "left").fillna(1, ["stuck"])
    state = _cut(state.withColumn("rank", f.lit(1 / size)).repartition("id"))
    (stuck,) = _row(state.agg(f.sum(f.col("rank") * f.col("stuck"))))
    taken, moved = 0, float("inf")
    while moved >= tolerance and taken < _MOST_STEPS:
        state, moved, stuck = _step(state, steps, (1 - DAMPING + DAMPING * stuck) / size)
        taken += 1
    return state.select("id", f.col("rank").alias("pagerank")), taken


def _step(state: DataFrame, steps: DataFrame, anew: float) -> tuple[DataFrame, float, float]:
    came = (
        steps.join(state, steps["source"] == state["id"])
        .groupBy("target")
        .agg(f.sum(f.col("rank") * f.col("chance")).alias("came"))
    )
    after = f.lit(anew) + DAMPING * f.coalesce("came", f.lit(0.0))
    joined = state.join(came, state["id"] == came["target"], "left")
    moved = joined.select("id", "stuck", f.col("rank").alias("before"), after.alias("rank"))
    moved = _cut(moved)
    far, stuck = f.abs(f.col("rank") - f.col("before")), f.col("rank") * f.col("stuck")
    return moved.select("id", "stuck", "rank"), *_row(moved.agg(f.sum(far), f.sum(stuck)))


def components(network: Network) -> tuple[DataFrame, int]:
    """The smallest id in each node's component, whatever the direction.

    In each round a node, and the node it points to, take the least of what its neighbors point
    to; then each points to where that points. A chain of n nodes takes about log n rounds.
    """
    ties = network.both_ways().select("source", "target").persist()
    points = _cut(network.nodes.select("id", f.col("id").alias("component")))
    rounds, moved = 0, 1
    while moved:
        here = points.toDF("source", "own")
        there = points.toDF("target", "theirs")
        met = ties.join(here, "source").join(there, "target")
        offers = met.select(f.explode(f.array("source", "own")).alias("id"), "theirs")
        least = offers.groupBy("id").agg(f.min("theirs").alias("least"))
        hooked = points.join(least, "id", "left").select(
            "id", "component", f.least("component", f.coalesce("least", "component")).alias("to")
        )
        hooked = _cut(hooked)
        beyond = hooked.select(f.col("id").alias("to"), f.col("to").alias("beyond"))
        jumped = _cut(hooked.join(beyond, "to"))
        moved = jumped.where("beyond != component").limit(1).count()
        points = jumped.select("id", f.col("beyond").alias("component"))
        rounds += 1
    return points, rounds


def triangles(network: Network) -> DataFrame:
    """How many pairs of each node's neighbors are tied, whatever the direction.

    Each pair is turned from the end with fewer neighbors to the one with more, so that a node
    with very many neighbors has few edges to be paired.
    """
    pairs = network.both_ways().select("source", "target").distinct()
    sizes = pairs.groupBy("source").agg(f.count("*").alias("size"))
    here, there = sizes.toDF("source", "size"), sizes.toDF("target", "other")
    sized = pairs.join(here, "source").join(there, "target")
    turned = "size < other or (size = other and source < target)"
    up = sized.where(turned).select("source", "target").persist()
    one, other = up.toDF("a", "b"), up.toDF("a", "c")
    closing = up.toDF("b", "c")
    found = one.join(other, "a").where("b != c").join(closing, ["b", "c"])
    corners = found.select(f.explode(f.array("a", "b", "c")).alias("id"))
    return corners.groupBy("id").agg(f.count("*").alias("triangles"))


def _cut(frame: DataFrame) -> DataFrame:
    """A frame that will not remember how it was found: a loop's plan would grow with each step.

    It is found, and cut, when the next count or sum asks for it.
    """
    kept = frame.sparkSession.sparkContext.getCheckpointDir()
    return frame.checkpoint(eager=False) if kept else frame.localCheckpoint(eager=False)


def _row(frame: DataFrame) -> tuple[Any, ...]:
    """The only row of a frame."""
    (row,) = frame.collect()
    return tuple(row)


def _manifest(spark: SparkSession, path: str) -> Mapping[str, Any]:
    (text,) = _row(spark.read.text(path, wholetext=True))
    return json.loads(text)  # type: ignore[no-any-return]  # what JSON holds


def _table(spark: SparkSession, manifest: str, said: Mapping[str, Any]) -> DataFrame:
    folder = manifest.rpartition("/")[0]
    path = f"{folder}/{said['file']}" if folder else said["file"]
    table = spark.read.parquet(path)
    if (rows := table.count()) != said["rows"]:
        raise ValueError(f"{path} has {rows} rows, and the manifest says {said['rows']}")
    return table


def main() -> None:
    """What `spark-submit` runs."""
    parser = ArgumentParser(description="Measure the edge tables of a network.")
    parser.add_argument("manifest")
    parser.add_argument("folder")
    parser.add_argument("tolerance", nargs="?", type=float, default=TOLERANCE)
    parser.add_argument("checkpoints", nargs="?")
    asked = parser.parse_args()
    spark = SparkSession.builder.appName("mfgraph network").getOrCreate()
    if asked.checkpoints:
        spark.sparkContext.setCheckpointDir(asked.checkpoints)
    run(spark, asked.manifest, tolerance=asked.tolerance).rows.write.parquet(asked.folder)
    spark.stop()


if __name__ == "__main__":
    main()
