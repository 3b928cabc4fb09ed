"""From the files of a workspace to a store: read, check the quotes, derive what holds.

    files ── read ──> named graphs ── verify ──> texts, quotes and terms are as claimed
                                   └─ resolve ─> default graph, choices, derived

The store is a pure function of the files. `load` finds the one that was saved for exactly
these files, so an answer is never older than the data. At a `Moment`, the files are those of
the sources that had appeared, and what holds is what held on its day.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pyoxigraph import Dataset

from mfgraph.errors import StoreError, UsageError, WorkspaceError
from mfgraph.moments import LeftOut, Moment
from mfgraph.seen import known_fingerprint
from mfgraph.store import OxigraphStore, Shelf, Store
from mfgraph.workspace import Workspace

if TYPE_CHECKING:
    from mfgraph.locations import Locations

_NOW: Final = Moment()
_NOTHING: Final = LeftOut()


@dataclass(frozen=True)
class Built:
    """A workspace with the store that was built from its files.

    At a moment, `sources_left_out` had not appeared, and `records_left_out` are not known to
    hold.
    """

    workspace: Workspace
    store: Store
    moment: Moment = _NOW
    sources_left_out: LeftOut = _NOTHING
    records_left_out: LeftOut = _NOTHING

    @cached_property
    def files(self) -> Dataset:
        """What the files say, read without loss: a store rewrites `58.0` to `58`."""
        from mfgraph.reading import read_files  # noqa: PLC0415  (only few need it)

        return read_files(self.workspace)

    @cached_property
    def fingerprint(self) -> str:
        """The fingerprint of the files, as they were before they were read."""
        return self.workspace.fingerprint()

    @cached_property
    def locations(self) -> "Locations":
        """The file and line at which each thing is described."""
        return self.workspace.locations()


def build(workspace: Workspace, moment: Moment = _NOW) -> Built:
    """Read, check and resolve a workspace into a store in memory.

    Raises:
        WorkspaceError: a file cannot be read, a quote is not in its text, a term is unknown.

    >>> built = build(Workspace.shipped())
    >>> len(built.store.graphs()) >= 4
    True
    """
    return _at(workspace, moment, _build)


def load(workspace: Workspace, moment: Moment = _NOW) -> Built:
    """The store saved for exactly these files, or a new one in memory."""
    return _at(workspace, moment, _load)


class Attached(Built):
    """A workspace with a store that was published elsewhere: what was said stands there alone."""


def attach(workspace: Workspace, store: Store, moment: Moment = _NOW) -> Built:
    """A published store, with the questions, shapes and settings of a workspace.

    Raises:
        UsageError: the moment leaves sources out, for which all would have to be chosen anew.
    """
    if moment.known_by is not None:
        raise UsageError(
            "what was known by a day is worked out from the files, not from an endpoint",
            hint="leave out --endpoint",
        )
    if moment.as_of is None:
        return Attached(workspace, store)
    from mfgraph.history import holding  # noqa: PLC0415  (see _build)

    held, not_holding = holding(store, workspace, moment.as_of)
    return Attached(workspace, held, moment, records_left_out=not_holding)


def _at(workspace: Workspace, moment: Moment, make: Callable[[Workspace], Built]) -> Built:
    """What `make` gives of the sources that had appeared, with what held."""
    if moment == _NOW:
        return make(workspace)
    from mfgraph.history import holding, published  # noqa: PLC0415  (see _build)

    unpublished = not_holding = _NOTHING
    if moment.known_by is not None:
        workspace, unpublished = published(workspace, moment.known_by)
    store = make(workspace).store
    if moment.as_of is not None:
        store, not_holding = holding(store, workspace, moment.as_of)
    return Built(workspace, store, moment, unpublished, not_holding)


def _build(workspace: Workspace) -> Built:
    # A question to a store that was kept needs none of these, and answers the sooner.
    from mfgraph.reading import load_files  # noqa: PLC0415
    from mfgraph.resolve import resolve  # noqa: PLC0415
    from mfgraph.verify import verify  # noqa: PLC0415

    fingerprint = workspace.fingerprint()
    store = load_files(workspace)
    if not len(workspace.entity_files()) + len(workspace.source_files()):
        raise WorkspaceError(
            "the workspace holds no data",
            where=str(workspace.root / "data"),
            hint="add Turtle files to data/entities/ and data/sources/",
        )
    verify(store, workspace)
    resolve(store, workspace)
    built = Built(workspace, store)
    built.__dict__["fingerprint"] = fingerprint
    return built


def _load(workspace: Workspace) -> Built:
    store = _shelf(workspace).find(known_fingerprint(workspace))
    return Built(workspace, store) if store else _build(workspace)


def save(built: Built) -> Path:
    """Keep a built store on disk, under the fingerprint of its files, in one step.

    A reader sees a whole store or none. The store before it is kept for those who still read it.

    Raises:
        StoreError: the build folder cannot be written, the files have changed since, or the
            store is that of a moment.
    """
    if built.moment != _NOW:
        raise StoreError("only the store of all sources and of all days is saved")
    if not isinstance(built.store, OxigraphStore):
        raise StoreError("only an embedded store is saved")
    if built.workspace.fingerprint() != built.fingerprint:
        raise StoreError("the files have changed since they were read", hint="build again")
    return _shelf(built.workspace).keep(built.store, built.fingerprint)


def _shelf(workspace: Workspace) -> Shelf:
    return Shelf(workspace.stores)
