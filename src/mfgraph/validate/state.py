"""The last validation as it is kept in the build folder, for the next to go on from.

    build/validated/<files>-<rules>/triples.nt    what was validated, all graphs as one
                                    state.json    what was found, and what each part looks at

The name holds the fingerprint of the workspace's files and that of what they were held against.
The folder can be deleted at any time: then everything is validated anew.
"""

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pyoxigraph as ox

from mfgraph.errors import StoreError
from mfgraph.store import OxigraphStore
from mfgraph.validate.looks import Look
from mfgraph.validate.parts import Found
from mfgraph.validate.records import of_found, of_look, to_found, to_look
from mfgraph.workspace import Workspace

_TRIPLES: Final = "triples.nt"
_STATE: Final = "state.json"


@dataclass(frozen=True, slots=True)
class State:
    """What was found by a validation, part by part, and how many nodes each shape looked at."""

    files: Mapping[str, str]
    counts: tuple[int, ...]
    found: Mapping[str, tuple[Found, ...]]
    looks: Mapping[str, Look]
    lines: frozenset[bytes]


def rules_fingerprint(workspace: Workspace) -> str:
    """A hash of all that the data are held against: shapes, checks, ontology and program."""
    paths = (*workspace.shape_files(), *workspace.check_files(), *workspace.ontology_files())
    digest = hashlib.sha256(version("mfgraph").encode())
    for name, content in _hashes((*paths, workspace.profile), workspace).items():
        digest.update(f"{name}\0{content}\n".encode())
    return digest.hexdigest()[:16]


def data_hashes(workspace: Workspace) -> dict[str, str]:
    """The fingerprint of each file of the data."""
    paths = (*workspace.entity_files(), *workspace.source_files(), *workspace.text_files())
    return _hashes(paths, workspace)


def triples_of(store: OxigraphStore) -> frozenset[bytes]:
    """The triples of a store of one graph, each as a line of N-Triples."""
    dumped = store.inner.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    return frozenset((dumped or b"").splitlines())


def last(workspace: Workspace) -> State | None:
    """The last validation against the same rules, if it is kept and whole."""
    kept = [p for p in _all(workspace) if p.name.endswith(f"-{rules_fingerprint(workspace)}")]
    for folder in sorted(kept, key=lambda path: path.stat().st_mtime, reverse=True)[:1]:
        try:
            return _read(folder)
        except (OSError, ValueError, KeyError, TypeError):
            return None  # a damaged one is as good as none
    return None


def is_any(workspace: Workspace) -> bool:
    """Whether some validation is kept, were it against other rules."""
    return any(True for _ in _all(workspace))


def keep(state: State, fingerprint: str, workspace: Workspace) -> Path:
    """Keep a validation in place of the earlier ones, whole or not at all.

    Raises:
        StoreError: the build folder cannot be written.
    """
    target = _folder(workspace) / f"{fingerprint}-{rules_fingerprint(workspace)}"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".new-", dir=target.parent) as beside:
            whole = Path(beside) / "state"
            _write(state, whole)
            shutil.rmtree(target, ignore_errors=True)
            whole.rename(target)
    except OSError as error:
        raise StoreError(f"cannot keep the validation: {error}", where=str(target)) from error
    for folder in _all(workspace):
        if folder != target:
            shutil.rmtree(folder, ignore_errors=True)
    return target


def _read(folder: Path) -> State:
    plain = json.loads((folder / _STATE).read_text(encoding="utf-8"))
    return State(
        files=plain["files"],
        counts=tuple(plain["counts"]),
        found={name: tuple(map(to_found, some)) for name, some in plain["found"].items()},
        looks={name: to_look(look) for name, look in plain["looks"].items()},
        lines=frozenset((folder / _TRIPLES).read_bytes().splitlines()),
    )


def _write(state: State, folder: Path) -> None:
    folder.mkdir()
    plain = {
        "files": dict(state.files),
        "counts": state.counts,
        "found": {name: list(map(of_found, some)) for name, some in state.found.items()},
        "looks": {name: of_look(look) for name, look in state.looks.items()},
    }
    (folder / _STATE).write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    (folder / _TRIPLES).write_bytes(b"\n".join((*state.lines, b"")))


def _hashes(paths: Iterable[Path], workspace: Workspace) -> dict[str, str]:
    return {
        workspace.relative(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in paths
        if path.is_file()
    }


def _folder(workspace: Workspace) -> Path:
    return workspace.build_dir / "validated"


def _all(workspace: Workspace) -> Iterator[Path]:
    folder = _folder(workspace)
    if folder.is_dir():
        yield from (path for path in folder.iterdir() if not path.name.startswith("."))
