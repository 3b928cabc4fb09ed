"""The files of a network's tables: nodes and edges in Parquet, and a manifest of both.

The manifest names each file with its rows, bytes and SHA-256, and says of which network, which
part and which dataset they are. It holds no clock and no path, so two runs write the same bytes.
"""

import hashlib
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
from pyarrow import parquet

from mfgraph.errors import ExportError
from mfgraph.files import replace
from mfgraph.network.files import MANIFEST
from mfgraph.network.tables.tables import EDGES, NODES, Tables

FORMAT: Final = "mfgraph edge tables"
VERSION: Final = 1
# What a manifest must say, and what of each of its files.
_SAID: Final = {
    *("network", "title", "directed", "kinds", "node_kinds"),
    *("left_out", "filters", "dataset"),
}
_SAID_OF_FILES: Final = {"file", "rows", "bytes", "sha256"}
_HINT: Final = "write the tables again with 'mfgraph network NAME --format parquet'"


def write(tables: Tables, folder: Path) -> tuple[Path, ...]:
    """Write the three files of a network into a folder, the manifest last.

    Raises:
        ExportError: the network is empty, or the folder cannot be written.
    """
    if not tables.edges.num_rows:
        raise ExportError(f"the network {tables.name} is empty")
    files = contents(tables).items()
    return tuple(replace(folder / f"{tables.name}{end}", content) for end, content in files)


def contents(tables: Tables) -> Mapping[str, bytes]:
    """The bytes of the three files, by the ending of their names."""
    written = {
        ".nodes.parquet": (tables.nodes, _written(tables.nodes)),
        ".edges.parquet": (tables.edges, _written(tables.edges)),
    }
    files = {
        end.split(".")[1]: {
            "file": f"{tables.name}{end}",
            "rows": table.num_rows,
            "bytes": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        for end, (table, content) in written.items()
    }
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "network": tables.name,
        "title": dict(tables.title),
        "directed": tables.is_directed,
        "kinds": {kind: dict(texts) for kind, texts in tables.kinds.items()},
        "node_kinds": {kind: dict(texts) for kind, texts in tables.node_kinds.items()},
        "left_out": dict(tables.left_out),
        "filters": dict(tables.filters),
        "dataset": tables.dataset,
        **files,
    }
    text = f"{json.dumps(manifest, ensure_ascii=False, indent=1)}\n"
    return {**{end: content for end, (_, content) in written.items()}, MANIFEST: text.encode()}


def read(path: Path) -> Tables:
    """The tables of a manifest, or of the only manifest in a folder; its files are checked.

    Raises:
        ExportError: a file is missing, or is not the one that the manifest was written for.
    """
    found = manifest_path(path)
    manifest = read_manifest(found)
    nodes, edges = (
        _checked(found.parent / manifest[name]["file"], manifest[name], schema)
        for name, schema in (("nodes", NODES), ("edges", EDGES))
    )
    return Tables(
        name=manifest["network"],
        title=manifest["title"],
        is_directed=manifest["directed"],
        kinds=manifest["kinds"],
        node_kinds=manifest["node_kinds"],
        left_out=manifest["left_out"],
        nodes=nodes,
        edges=edges,
        filters=manifest["filters"],
        dataset=manifest["dataset"],
    )


def manifest_path(path: Path) -> Path:
    """The manifest itself, or the one that lies in a folder.

    Raises:
        ExportError: there is none, or a folder holds several.
    """
    found = sorted(path.glob(f"*{MANIFEST}")) if path.is_dir() else [path]
    if len(found) > 1:
        names = ", ".join(each.name for each in found)
        raise ExportError("several networks lie here", where=str(path), hint=f"name one of {names}")
    if not found or not found[0].is_file():
        raise ExportError("no edge tables lie here", where=str(path), hint=_HINT)
    return found[0]


def read_manifest(path: Path) -> Mapping[str, Any]:
    """What a manifest says.

    Raises:
        ExportError: it is not a manifest of ours, or of another version of the format.
    """
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        given = manifest["format"], manifest["version"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _no_manifest(path) from error
    if given != (FORMAT, VERSION):
        raise ExportError(
            f"these tables are of version {given[1]!r} of the format, not {VERSION}",
            where=str(path),
            hint=_HINT,
        )
    if not _is_whole(manifest):
        raise _no_manifest(path)
    return manifest  # type: ignore[no-any-return]  # what JSON holds


def _no_manifest(path: Path) -> ExportError:
    return ExportError("this is no manifest of edge tables", where=str(path), hint=_HINT)


def _is_whole(manifest: Mapping[str, Any]) -> bool:
    """Whether a manifest says all that is read of it."""
    files = [manifest.get(name) for name in ("nodes", "edges")]
    return manifest.keys() >= _SAID and all(
        isinstance(said, dict) and said.keys() >= _SAID_OF_FILES for said in files
    )


def check(path: Path, said: Mapping[str, Any]) -> None:
    """Stop where a file is not the one that its manifest was written for.

    Raises:
        ExportError: the file is missing, or its SHA-256 is another.
    """
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ExportError(f"cannot read: {error.strerror}", where=str(path), hint=_HINT) from error
    if found != said["sha256"]:
        message = f"its SHA-256 is {found[:12]}…, and the manifest says {said['sha256'][:12]}…"
        raise ExportError(message, where=str(path), hint=_HINT)


def _checked(path: Path, said: Mapping[str, Any], schema: pa.Schema) -> pa.Table:
    check(path, said)
    table = parquet.read_table(path)
    if table.num_rows != said["rows"]:
        message = f"it has {table.num_rows} rows, and the manifest says {said['rows']}"
        raise ExportError(message, where=str(path), hint=_HINT)
    return table.cast(schema)


def _written(table: pa.Table) -> bytes:
    written = io.BytesIO()
    parquet.write_table(table, written, compression="zstd")
    return written.getvalue()
