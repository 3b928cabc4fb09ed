"""A Spark session, and one clear line where there cannot be one."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from mfgraph.errors import ExportError, UsageError

try:
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    from mfgraph.network.spark.job import TOLERANCE, Found, run
except ImportError as error:
    raise UsageError("Spark is not installed", hint="run: pip install 'mfgraph[spark]'") from error

# For one machine: no page of its own, no address but its own, and few parts for few rows.
_HERE: Final[Mapping[str, str]] = {
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "4",
    "spark.ui.showConsoleProgress": "false",
}


def has_java() -> bool:
    """Whether Spark would find a Java."""
    home = os.environ.get("JAVA_HOME")
    return bool(shutil.which("java") or (home and Path(home, "bin", "java").is_file()))


@contextmanager
def session(master: str, settings: Mapping[str, str]) -> Iterator[SparkSession]:
    """A session on a master such as `local[2]` or `spark://host:7077`, ended at the end.

    Raises:
        UsageError: there is no Java, or Spark cannot start there.
    """
    if not has_java():
        raise UsageError(
            "Spark needs Java 17 or newer, and no java was found",
            hint="install it (Debian: openjdk-17-jre-headless) or set JAVA_HOME",
        )
    chosen = {**(_HERE if master.startswith("local") else {}), **settings}
    builder = SparkSession.builder.master(master).appName("mfgraph network")
    for name, value in chosen.items():
        builder = builder.config(name, value)
    try:
        spark = builder.getOrCreate()
    except Exception as error:  # the bridge to Java has errors of its own kinds
        raise UsageError(f"Spark cannot start on {master}: {_first_line(error)}") from error
    spark.sparkContext.setLogLevel("ERROR")
    try:
        yield spark
    finally:
        spark.stop()


def measure(
    spark: SparkSession, manifest: str, folder: str, *, tolerance: float = TOLERANCE
) -> Found:
    """Measure the network of a manifest and write its rows to a new folder.

    Raises:
        ExportError: the tables cannot be read or measured, or the folder is there already.
    """
    try:
        found = run(spark, manifest, tolerance=tolerance)
        found.rows.write.parquet(folder)
    except (ValueError, PySparkException) as error:
        raise ExportError(_first_line(error), where=manifest) from error
    return found


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0]
