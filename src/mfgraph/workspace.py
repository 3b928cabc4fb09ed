"""A workspace: the folder whose files are the knowledge graph.

    mfgraph.toml   its name, version, licence and title
    ontology/      terms, code lists and rules; shapes/, checks/ and examples/ beside them
    data/          entities/*.ttl, then one sources/<slug>.ttl a source, with its text
                   sources/<slug>.txt where it may be held
    queries/       questions by theme; construct/ derives the resolved view

A store is a pure function of these files; nothing else is read when one is built.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from mfgraph.errors import SyntaxFault, WorkspaceError
from mfgraph.version import __version__

# A question finds its workspace first, and most need none of what is imported below where used.
if TYPE_CHECKING:
    from mfgraph.locations import Locations

MARKER: Final = "mfgraph.toml"
# Where the files lie that a store is built from; not all that lies there is one of them.
INPUTS: Final = ("ontology", "data/entities", "data/sources", "queries/construct")
_NOT_ONTOLOGY: Final = frozenset({"shapes", "checks", "examples"})


@dataclass(frozen=True, slots=True)
class Workspace:
    """The files of one knowledge graph, found by where they lie.

    The sources of the slugs in `without` take no part, as if their files were not there.
    """

    root: Path
    without: frozenset[str] = frozenset()

    @classmethod
    def find(cls, start: Path | None = None) -> Self:
        """The workspace around a folder, else the one that came with mfgraph.

        Without `start`, `MFGRAPH_WORKSPACE` names it, or the current folder lies in it.

        Raises:
            WorkspaceError: `start` (or the variable) was given and no workspace is there.
        """
        named = start or _from_environment()
        begin = (named or Path.cwd()).resolve()
        if not begin.exists():
            raise WorkspaceError(
                f"no workspace here or above: {named}", hint="there is no such folder"
            )
        for folder in (begin, *begin.parents):
            if (folder / MARKER).is_file():
                return cls(folder)
        if named is not None:
            raise WorkspaceError(
                f"no workspace here or above: {named}",
                hint=f"name a folder that holds {MARKER}",
            )
        return cls.shipped()

    @classmethod
    def shipped(cls) -> Self:
        """The workspace that the installed package carries."""
        here = _packed() if _packed().is_dir() else Path(__file__).parents[2]
        if not (here / MARKER).is_file():
            raise WorkspaceError("this installation carries no workspace", hint="name one with -C")
        return cls(here)

    @property
    def build_dir(self) -> Path:
        """Where stores and outputs are written; it can be deleted at any time."""
        named = os.environ.get("MFGRAPH_BUILD")
        if named:
            return Path(named)
        # The workspace inside an installed package is not a place to write to.
        if self.root != _packed():
            return self.root / "build"
        from platformdirs import user_cache_path  # noqa: PLC0415

        return user_cache_path("mfgraph")

    @property
    def stores(self) -> Path:
        """Where built stores are kept, and what makes them quick to find."""
        return self.build_dir / "stores"

    @property
    def queries(self) -> Path:
        """The folder of the questions."""
        return self.root / "queries"

    @property
    def profile(self) -> Path:
        """The file that gives each hygiene check its severity."""
        return self.root / "ontology" / "checks" / "profile.toml"

    def ontology_files(self) -> tuple[Path, ...]:
        """The terms, code lists, alignments and rules."""
        top = self.root / "ontology"
        found = self._files("ontology", "**/*.ttl")
        return tuple(p for p in found if p.relative_to(top).parts[0] not in _NOT_ONTOLOGY)

    def shape_files(self) -> tuple[Path, ...]:
        """The SHACL shapes."""
        return self._files("ontology/shapes", "*.ttl")

    def check_files(self) -> tuple[Path, ...]:
        """The hygiene checks."""
        return self._files("ontology/checks", "*.rq")

    def example_files(self) -> tuple[Path, ...]:
        """One worked example a class."""
        return self._files("ontology/examples", "*.ttl")

    def entity_files(self) -> tuple[Path, ...]:
        """Who and what the graph speaks of, and under which names."""
        return self._files("data/entities", "*.ttl")

    def source_files(self) -> tuple[Path, ...]:
        """One file a source: its description, claims, excerpts and records."""
        return self._sources("*.ttl")

    def text_files(self) -> tuple[Path, ...]:
        """The stored texts, byte for byte as they were taken."""
        return self._sources("*.txt")

    def query_files(self) -> tuple[Path, ...]:
        """All questions, projections and derivations."""
        return self._files("queries", "**/*.rq")

    def inputs(self) -> Iterator[Path]:
        """All that a store is built from, which lies in `INPUTS`."""
        yield self.root / MARKER
        yield from self.ontology_files()
        yield from self.entity_files()
        yield from self.source_files()
        yield from self.text_files()
        yield from self._files("queries/construct", "*.rq")

    def locations(self) -> "Locations":
        """The file and line at which each thing is described."""
        from mfgraph.locations import Locations  # noqa: PLC0415

        # A term stands where it is defined before where it is aligned: the alignments come last.
        terms = sorted(self.ontology_files(), key=lambda path: path.name == "alignments.ttl")
        described = (*self.entity_files(), *self.source_files(), *terms)
        return Locations(self.root, described)

    def settings(self) -> dict[str, Any]:
        """What `mfgraph.toml` says.

        Raises:
            SyntaxFault: the file is not TOML.
        """
        import tomllib  # noqa: PLC0415

        path = self.root / MARKER
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SyntaxFault(f"not TOML: {error}", where=self.relative(path)) from error

    def fingerprint(self) -> str:
        """A hash of all that a store is built from: same files and program, same store."""
        import hashlib  # noqa: PLC0415

        digest = hashlib.sha256(__version__.encode())
        for path in self.inputs():
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            digest.update(f"{self.relative(path)}\0{content}\n".encode())
        return digest.hexdigest()[:16]

    def relative(self, path: Path) -> str:
        """A path as messages name it: from the workspace's root, with slashes."""
        return (
            path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)
        )

    def _sources(self, pattern: str) -> tuple[Path, ...]:
        found = self._files("data/sources", pattern)
        return tuple(path for path in found if path.stem not in self.without)

    def _files(self, folder: str, pattern: str) -> tuple[Path, ...]:
        return tuple(sorted(p for p in (self.root / folder).glob(pattern) if p.is_file()))


def _packed() -> Path:
    return Path(__file__).with_name("workspace_data")


def _from_environment() -> Path | None:
    named = os.environ.get("MFGRAPH_WORKSPACE")
    return Path(named) if named else None
