"""A store in this process: Oxigraph, in memory or on disk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Final, Self, TypeVar

import pyoxigraph as ox

from mfgraph.errors import QueryError, StoreError
from mfgraph.sparql.faults import fault
from mfgraph.sparql.insertion import insertion
from mfgraph.store.base import Store

# The files of a store on disk with their sizes, written last. Oxigraph finds most damage itself,
# but reads a list of files that was cut short as that of an emptier store.
_SIZES: Final = "SIZES"
_OF_NO_ACCOUNT: Final = frozenset({_SIZES, "LOCK", "LOG"})
# Oxigraph holds a bulk in memory until it has sorted it: about a gigabyte for a million quads. More
# and smaller bulks would overlap more on disk, and take half as much room again.
_BULK: Final = 2_000_000
# All graphs of a store on disk, one after another, for what reads them as one: from the store
# itself each term would cost a look-up on disk.
_GRAPHS: Final = "graphs.ttl"
Result = ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean
R = TypeVar("R", ox.QuerySolutions, ox.QueryTriples, ox.QueryBoolean)
_FORMS: Final = {
    ox.QuerySolutions: "SELECT",
    ox.QueryTriples: "CONSTRUCT or DESCRIBE",
    ox.QueryBoolean: "ASK",
}


@dataclass(frozen=True, slots=True)
class OxigraphStore:
    """An embedded [Oxigraph](https://pyoxigraph.readthedocs.io/) store behind our `Store`.

    Where it lies on disk, `written` are the triples of all its graphs as one file of Turtle.
    """

    inner: ox.Store
    written: Path | None = None

    @classmethod
    def of(cls, quads: Iterable[ox.Quad]) -> Self:
        """A store in memory that holds these quads."""
        inner = ox.Store()
        inner.bulk_extend(quads)
        return cls(inner)

    @classmethod
    def merged(cls, store: Store) -> Self:
        """All graphs of a store as one, each triple once.

        Oxigraph's own union of graphs counts a triple once a graph, so that a sum over an
        observation that stands in two graphs comes out doubled. Blank nodes get new labels.
        """
        from tempfile import TemporaryDirectory  # noqa: PLC0415  (a question needs none)

        if not isinstance(store, OxigraphStore):
            return cls.of(ox.Quad(*quad.triple) for quad in store.quads())
        if store.written:
            return cls(_read(store.written))
        with TemporaryDirectory(prefix="mfgraph-") as beside:
            graphs = Path(beside) / _GRAPHS
            _write(store, graphs)
            return cls(_read(graphs))

    @classmethod
    def open(cls, folder: Path) -> Self:
        """A store on disk, for reading; any number of readers may hold it.

        Raises:
            StoreError: no store can be read there.
        """
        try:
            fault = damage(folder)
            if not fault:
                written = folder / _GRAPHS  # which stores of earlier versions lack
                inner = ox.Store.read_only(str(folder))
                return cls(inner, written if written.is_file() else None)
        except (OSError, RuntimeError) as error:  # RuntimeError: the files are damaged
            fault = str(error)
        raise StoreError(
            f"cannot read the store: {fault}",
            where=str(folder),
            hint="delete it and run 'mfgraph build'",
        )

    def save(self, folder: Path) -> None:
        """Write the store to a folder that does not exist yet.

        Raises:
            StoreError: the folder cannot be written; nothing is left there.
        """
        import shutil  # noqa: PLC0415  (readers remove nothing)

        try:
            self._copy(folder)
            _write(self, folder / _GRAPHS)
            (folder / _SIZES).write_text(_sizes(folder), encoding="utf-8")
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise StoreError(f"cannot write the store: {error}", where=str(folder)) from error

    def _copy(self, folder: Path) -> None:
        # Its files are done with when this returns: the copy is closed as it goes.
        copy = ox.Store(str(folder))
        quads = iter(self.inner)
        for first in quads:
            copy.bulk_extend(chain((first,), islice(quads, _BULK - 1)))
        copy.flush()

    def select(self, query: str) -> ox.QuerySolutions:
        """The solutions of a SELECT."""
        return self._of_form(query, ox.QuerySolutions)

    def construct(self, query: str) -> Iterator[ox.Triple]:
        """The triples of a CONSTRUCT or DESCRIBE."""
        return self._of_form(query, ox.QueryTriples)

    def ask(self, query: str) -> bool:
        """Whether an ASK holds."""
        return bool(self._of_form(query, ox.QueryBoolean))

    def derive(self, query: str, graphs: Iterable[ox.NamedNode | ox.DefaultGraph]) -> None:
        """Add to some graphs the triples of a CONSTRUCT, all at once.

        Raises:
            QueryError: the query cannot be read or run.
        """
        self.construct(query)  # a fault is told of the query as it is written
        try:
            self.inner.update(insertion(query, graphs))
        except (SyntaxError, RuntimeError, ValueError, OSError) as error:
            raise QueryError(f"the query cannot be answered: {error}") from error

    def graphs(self) -> list[ox.NamedNode]:
        """The named graphs, sorted by IRI."""
        named = (g for g in self.inner.named_graphs() if isinstance(g, ox.NamedNode))
        return sorted(named, key=lambda g: g.value)

    def quads(self, graph: ox.NamedNode | ox.DefaultGraph | None = None) -> Iterator[ox.Quad]:
        """The quads of one graph, or of all."""
        return self.inner.quads_for_pattern(None, None, None, graph)

    def query(self, query: str) -> Result:
        """The result of a query of any form.

        Raises:
            QueryError: the text is not SPARQL, or its evaluation failed.
        """
        try:
            return self.inner.query(query)
        except SyntaxError as error:
            raise QueryError(fault(query, error.msg)) from error
        except (RuntimeError, ValueError, OSError) as error:
            raise QueryError(f"the query cannot be answered: {error}") from error

    def _of_form(self, query: str, form: type[R]) -> R:
        result = self.query(query)
        if not isinstance(result, form):
            raise QueryError(f"this needs a {_FORMS[form]} query, and got another form")
        return result


def _write(store: OxigraphStore, graphs: Path) -> None:
    with graphs.open("wb") as file:
        store.inner.dump(file, ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph())
        for graph in store.graphs():
            store.inner.dump(file, ox.RdfFormat.TURTLE, from_graph=graph)


def _read(graphs: Path) -> ox.Store:
    store = ox.Store()
    # What a store wrote need not be held against the rules of IRIs again.
    store.bulk_load(path=graphs, format=ox.RdfFormat.TURTLE, lenient=True)
    return store


def damage(folder: Path) -> str:
    """What is missing or of another size among the files of a store on disk; nothing if it is whole.

    Raises:
        OSError: the folder cannot be read.
    """
    record = folder / _SIZES
    if not record.is_file():
        return "it was not written to its end"
    written = record.read_text(encoding="utf-8", errors="replace").splitlines()
    changed = sorted(
        {line.partition(" ")[2] for line in {*written} ^ {*_sizes(folder).splitlines()}}
    )
    return f"{changed[0]} is not as it was written" if changed else ""


def _sizes(folder: Path) -> str:
    files = [path for path in sorted(folder.iterdir()) if path.name not in _OF_NO_ACCOUNT]
    return "".join(f"{path.stat().st_size} {path.name}\n" for path in files)
