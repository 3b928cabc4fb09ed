"""The whole workspace: written beside its place, file by file, and then renamed."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Final

from mfgraph.errors import GenerateError
from mfgraph.generate import events, organizations, people, shared
from mfgraph.generate.blocks import declarations, own_declarations
from mfgraph.generate.faults import Faults
from mfgraph.generate.figures import Ledger
from mfgraph.generate.sheet import Sheet
from mfgraph.generate.sources import slug_of, write_source
from mfgraph.generate.world import World
from mfgraph.workspace import MARKER, Workspace

# The files of data/entities/, each with what names its things.
_NAMES: Final[Mapping[str, Callable[[Sheet, World], None]]] = MappingProxyType(
    {
        "datasets": shared.name_datasets,
        "events": events.name_all,
        "laws": shared.name_laws,
        "organizations": organizations.name_all,
        "people": people.name_all,
        "places": shared.name_places,
        "releases": shared.name_releases,
    }
)


@dataclass(frozen=True, slots=True)
class Generated:
    """What was written: the triples of data/entities/ and data/sources/, and the faults."""

    folder: Path
    triples: int
    sources: int
    faults: int


def generate(
    folder: Path, workspace: Workspace, *, triples: int, seed: int = 0, faults: float = 0.0
) -> Generated:
    """Write a synthetic workspace with the ontology and the questions of another.

    `triples` is the number that the files of data/entities/ and data/sources/ hold together; it
    is met within some tens. The same numbers give the same bytes.

    Raises:
        GenerateError: the folder holds something, or so few triples cannot hold one of everything.
    """
    world = World.of(triples, seed)
    _refuse_full(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".generate-", dir=folder.parent) as beside:
            whole = Path(beside) / "workspace"
            _copy(workspace, whole)
            with (whole / "faults.csv").open("w", encoding="utf-8", newline="") as listed:
                planted = Faults.planting(faults, world.draw("faults"), listed)
                written = _Writer(whole, world, planted)
                written.write()
            whole.rename(folder)
    except OSError as error:
        # What is copied in one go fails in one go; the first file says why.
        why = error.args[0][0][2] if isinstance(error, shutil.Error) else error.strerror
        raise GenerateError(f"cannot write: {why}", where=str(folder)) from error
    return Generated(folder, written.triples, world.plan.sources, planted.planted)


def _refuse_full(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise GenerateError(
            "there is something here already",
            where=str(folder),
            hint="name a folder that is empty or not there",
        )


def _copy(workspace: Workspace, whole: Path) -> None:
    whole.mkdir()
    for name in ("ontology", "queries"):
        if (workspace.root / name).is_dir():
            shutil.copytree(workspace.root / name, whole / name)
    for name in ("entities", "sources"):
        (whole / "data" / name).mkdir(parents=True)
    # The dataset says of itself that it is synthetic.
    marker = files("mfgraph.generate") / MARKER
    (whole / MARKER).write_bytes(marker.read_bytes())


@dataclass(slots=True)
class _Writer:
    """The files of data/, one after another."""

    root: Path
    world: World
    faults: Faults
    triples: int = 0
    head: str = field(init=False)

    def __post_init__(self) -> None:
        self.head = declarations(self.world.blocks)

    def write(self) -> None:
        """The names first, then the sources, then the periods that they turned out to need."""
        for name, write in _NAMES.items():
            with self._sheet(f"entities/{name}") as sheet:
                write(sheet, self.world)
        ledger = Ledger.of(self.world)
        self._write_sources(ledger)
        with self._sheet("entities/periods") as sheet:
            shared.name_periods(sheet, sorted(ledger.used))

    def _write_sources(self, ledger: Ledger) -> None:
        plan = self.world.plan
        named = self.triples + shared.PERIOD_TRIPLES * len(ledger.cube.periods)
        written = 0
        for number in range(plan.sources):
            # What one source has too much, the next has too little.
            until = plan.until(number + 1, plan.triples - named) - written
            name = f"sources/{slug_of(number)}"
            with self._sheet(name, number) as sheet:
                text = write_source(sheet, ledger, number, until)
            written += sheet.triples
            if text is not None:
                (self.root / "data" / f"{name}.txt").write_bytes(text.encode())

    @contextmanager
    def _sheet(self, name: str, source: int | None = None) -> Iterator[Sheet]:
        path = self.root / "data" / f"{name}.ttl"
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.write(f"{self.head}\n")
            if source is not None:
                file.write(own_declarations(slug_of(source)))
            file.write("\n")
            sheet = Sheet(self.world, f"data/{name}.ttl", file, self.faults.alter)
            yield sheet
        self.triples += sheet.triples
